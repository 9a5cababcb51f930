/* What earlier versions said otherwise, said as this one does. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void np_json_upgrade (JsonObject *object, const char *format, guint version);

G_END_DECLS
