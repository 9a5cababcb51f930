/* Pages and photos as nobody should publish them, under paths of their own; anything else misbehaves as a server. */
#pragma once

#include "raw-server.h"

G_BEGIN_DECLS

void hostile_answer (RawRequest *request, gpointer user_data);
char *hostile_story (const char *path);

G_END_DECLS
