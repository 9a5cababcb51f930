#include "fetch/np-fetch-error.h"

G_DEFINE_QUARK (np_fetch_error, np_fetch_error)
