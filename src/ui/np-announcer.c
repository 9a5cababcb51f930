#include "ui/np-announcer.h"

/* GTK can announce something since 4.14, and libadwaita does so for its toasts. Before that nothing reaches a screen
 * reader but what happens to a widget that it has looked at already, which is the one that has the focus: so that one
 * is described by what is said as long as it is shown, and screen readers tell how that changes. */

struct _NpAnnouncer
{
  GObject parent_instance;
  GtkRoot *root;        /* (nullable) weak: the window, while something is said */
  GtkWidget *described; /* (nullable) weak: the widget in it that has the focus */
  char *text;           /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NpAnnouncer, np_announcer, G_TYPE_OBJECT)

static void
np_announcer_dispose (GObject *object)
{
  np_announcer_end (NP_ANNOUNCER (object));
  G_OBJECT_CLASS (np_announcer_parent_class)->dispose (object);
}

static void
np_announcer_class_init (NpAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_announcer_dispose;
}

static void
np_announcer_init (NpAnnouncer *self)
{
}

/**
 * np_announcer_new:
 *
 * Returns: (transfer full): what has nothing to say yet
 */
NpAnnouncer *
np_announcer_new (void)
{
  return g_object_new (NP_TYPE_ANNOUNCER, NULL);
}

static void
describe_no_more (NpAnnouncer *self)
{
  const char *tooltip;

  if (self->described == NULL)
    return;
  /* GTK describes a widget by its tooltip. */
  tooltip = gtk_widget_get_tooltip_text (self->described);
  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->described), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->described), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_clear_weak_pointer (&self->described);
}

static void
describe_focus (NpAnnouncer *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);

  describe_no_more (self);
  if (focus == NULL)
    return;
  g_set_weak_pointer (&self->described, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->text, -1);
}

/**
 * np_announcer_end:
 * @self: an announcer
 *
 * What was said is not shown any more.
 */
void
np_announcer_end (NpAnnouncer *self)
{
  g_return_if_fail (NP_IS_ANNOUNCER (self));

  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, describe_focus, self);
  g_clear_weak_pointer (&self->root);
  describe_no_more (self);
  g_clear_pointer (&self->text, g_free);
}

#if GTK_CHECK_VERSION(4, 14, 0)

static void
announce (NpAnnouncer *self, GtkWidget *widget, const char *text, gboolean fresh)
{
  if (fresh)
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

#else

static void
announce (NpAnnouncer *self, GtkWidget *widget, const char *text, gboolean fresh)
{
  np_announcer_end (self);
  if (gtk_widget_get_root (widget) == NULL)
    return;
  g_set_weak_pointer (&self->root, gtk_widget_get_root (widget));
  self->text = g_strdup (text);
  describe_focus (self);
  /* A change may move the focus: the row that had it is another one now. */
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (describe_focus), self, G_CONNECT_SWAPPED);
}

#endif

/**
 * np_announcer_tell:
 * @self: an announcer
 * @widget: what shows it
 * @text: what is said, without markup
 * @fresh: whether a new toast shows it; otherwise it stands in one that was there
 *
 * Has a screen reader say it, without taking the focus.
 */
void
np_announcer_tell (NpAnnouncer *self, GtkWidget *widget, const char *text, gboolean fresh)
{
  g_return_if_fail (NP_IS_ANNOUNCER (self) && GTK_IS_WIDGET (widget) && text != NULL);

  announce (self, widget, text, fresh);
}
