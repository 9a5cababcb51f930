#include "index/np-index-error.h"

G_DEFINE_QUARK (np - index - error - quark, np_index_error)
