/* Everything that a server can do wrong (and a few things right), each under a path of its own. For raw_server_new().
 */
#pragma once

#include "raw-server.h"

G_BEGIN_DECLS

/* What is sent where all goes well; the user_data of misbehave(), which without one sends "story". */
typedef char *(*MisbehaviourBody) (const char *path);

void misbehave (RawRequest *request, gpointer user_data);
gboolean misbehave_in_head (RawRequest *request, const char *body);
void misbehave_in_http2 (RawRequest *request, gpointer user_data);

G_END_DECLS
