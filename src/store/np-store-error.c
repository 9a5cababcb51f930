#include "store/np-store-error.h"

G_DEFINE_QUARK (np - store - error - quark, np_store_error)
