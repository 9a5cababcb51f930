/* The small menu when a topic is dropped on a topic: put inside, merge into, relate, each with what it will do. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *np_topic_drop_menu_new (NpLibrary *library, const char *const *keys, const char *onto);

G_END_DECLS
