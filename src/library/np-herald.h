/* Carries news from any thread to the main thread: what is told between two turns of the main loop arrives as one. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_HERALD (np_herald_get_type ())
G_DECLARE_FINAL_TYPE (NpHerald, np_herald, NP, HERALD, GObject)

/* @news: all bits that were told since the last time. */
typedef void (*NpHeraldFunc) (guint news, gpointer user_data);

NpHerald *np_herald_new (NpHeraldFunc func, gpointer user_data);
void np_herald_tell (NpHerald *self, guint news);
void np_herald_close (NpHerald *self);

G_END_DECLS
