#include "json/np-json-article.h"

G_DEFINE_QUARK (np - json - error - quark, np_json_error)
