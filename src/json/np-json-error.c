#include "json/np-json-error.h"

G_DEFINE_QUARK (np - json - error - quark, np_json_error)
