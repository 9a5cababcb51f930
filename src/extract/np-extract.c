#include "extract/np-extract.h"

G_DEFINE_QUARK (np - extract - error - quark, np_extract_error)
