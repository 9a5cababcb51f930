/* Everything that a server can do wrong (and a few things right), each under a path of its own. For raw_server_new().
 */
#pragma once

#include "raw-server.h"

G_BEGIN_DECLS

void misbehave (RawRequest *request, gpointer user_data);

G_END_DECLS
