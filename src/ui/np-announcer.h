/* What is said in passing, for those who do not see it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_ANNOUNCER (np_announcer_get_type ())
G_DECLARE_FINAL_TYPE (NpAnnouncer, np_announcer, NP, ANNOUNCER, GObject)

NpAnnouncer *np_announcer_new (void);
void np_announcer_tell (NpAnnouncer *self, GtkWidget *widget, const char *text, gboolean fresh);
void np_announcer_end (NpAnnouncer *self);

G_END_DECLS
