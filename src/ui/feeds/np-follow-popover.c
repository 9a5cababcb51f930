#include "ui/feeds/np-follow-popover.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "library/np-library-error.h"
#include "library/np-words.h"

#include <glib/gi18n.h>

struct _NpFollowPopover
{
  GtkPopover parent_instance;
  GtkEditable *entry;
  GtkWidget *follow;
  GtkSpinner *spinner;
  GtkLabel *hint;
  GtkListBox *feeds_list;
  NpFeeds *feeds;
  NpChanger *changer;
  GCancellable *cancellable; /* of what is being followed */
};

G_DEFINE_FINAL_TYPE (NpFollowPopover, np_follow_popover, GTK_TYPE_POPOVER)

static guint unfollowed_signal;

static void
say (NpFollowPopover *self, const char *text)
{
  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

static void
set_busy (NpFollowPopover *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (self->follow, !busy && !np_text_is_empty (gtk_editable_get_text (self->entry)));
}

static void
changed_cb (NpFollowPopover *self)
{
  say (self, NULL);
  set_busy (self, FALSE);
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpFollowPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpFollowed) followed = np_feeds_follow_finish (NP_FEEDS (source), result, &error);
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (followed == NULL)
    {
      g_autofree char *cause = np_words_for_error (error), *next = np_words_for_next_step (error);

      words = next != NULL ? g_strdup_printf ("%s. %s", cause, next) : g_strdup (cause);
      say (self, words);
      return;
    }
  gtk_editable_set_text (self->entry, "");
  gtk_popover_popdown (GTK_POPOVER (self));
  words = g_strdup_printf (_ ("Following “%s”"), followed->title != NULL ? followed->title : followed->url);
  np_changer_tell (self->changer, words);
}

static void
follow_cb (NpFollowPopover *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_auto (GStrv) urls = NULL;

  if (self->feeds == NULL || np_text_is_empty (text))
    return;
  urls = np_uri_list_from_text (text);
  if (urls == NULL || !np_uri_is_web (urls[0]))
    {
      say (self, _ ("This is no address."));
      return;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  say (self, NULL);
  set_busy (self, TRUE);
  gtk_widget_set_sensitive (self->follow, FALSE);
  np_feeds_follow_async (self->feeds, urls[0], self->cancellable, followed_cb, g_object_ref (self));
}

static void
unfollowed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpFollowPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpFollowed) followed = np_feeds_unfollow_finish (NP_FEEDS (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->changer == NULL)
    return;
  if (followed == NULL)
    {
      np_changer_tell_error (self->changer, error);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self)); /* the way back is behind it */
  g_signal_emit (self, unfollowed_signal, 0, followed);
}

static void
remove_cb (GtkWidget *button, NpFollowPopover *self)
{
  np_feeds_unfollow_async (self->feeds, g_object_get_data (G_OBJECT (button), "feed"), unfollowed_cb,
                           g_object_ref (self));
}

/* Why a feed could not be read, in words, below its name. */
static void
add_trouble (GtkWidget *box, const NpFollowed *followed)
{
  g_autoptr (GError) error =
      np_library_error_new_for_code (followed->trouble, followed->detail != NULL ? followed->detail : "");
  g_autofree char *words = np_words_for_error (error);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_tooltip_text (label, followed->detail);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_row (NpFollowPopover *self, const NpFollowed *followed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label, *button;
  g_autofree char *said = NULL;

  label = gtk_label_new (followed->title != NULL ? followed->title : followed->url);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, followed->url);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), label);
  if (followed->trouble != NULL)
    add_trouble (names, followed);
  gtk_box_append (GTK_BOX (box), names);
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  said = g_strdup_printf (_ ("Stop Following “%s”"), gtk_label_get_label (GTK_LABEL (label)));
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button), "feed", g_strdup (followed->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
fill (NpFollowPopover *self)
{
  g_autoptr (GPtrArray) list = np_feeds_list (self->feeds);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->feeds_list, 0)) != NULL)
    gtk_list_box_remove (self->feeds_list, GTK_WIDGET (row));
  for (guint i = 0; i < list->len; i++)
    gtk_list_box_append (self->feeds_list, make_row (self, list->pdata[i]));
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->feeds_list), GTK_TYPE_SCROLLED_WINDOW),
                          list->len > 0);
}

static void
np_follow_popover_dispose (GObject *object)
{
  NpFollowPopover *self = NP_FOLLOW_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->feeds);
  g_clear_object (&self->changer);
  G_OBJECT_CLASS (np_follow_popover_parent_class)->dispose (object);
}

static void
np_follow_popover_class_init (NpFollowPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_follow_popover_dispose;
  unfollowed_signal = g_signal_new ("unfollowed", NP_TYPE_FOLLOW_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/feeds/np-follow-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, NpFollowPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, NpFollowPopover, follow);
  gtk_widget_class_bind_template_child (widget_class, NpFollowPopover, spinner);
  gtk_widget_class_bind_template_child (widget_class, NpFollowPopover, hint);
  gtk_widget_class_bind_template_child (widget_class, NpFollowPopover, feeds_list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
}

static void
np_follow_popover_init (NpFollowPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_follow_popover_set_library:
 * @self: a popover
 * @library: whose feeds they are
 * @changer: what says that it is done
 */
void
np_follow_popover_set_library (NpFollowPopover *self, NpLibrary *library, NpChanger *changer)
{
  g_return_if_fail (NP_IS_FOLLOW_POPOVER (self) && self->feeds == NULL);

  self->feeds = g_object_ref (np_library_get_feeds (library));
  self->changer = g_object_ref (changer);
  g_signal_connect_object (self->feeds, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
