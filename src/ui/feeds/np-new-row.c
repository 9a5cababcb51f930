#include "ui/feeds/np-new-row.h"

#include "base/np-text.h"
#include "ui/np-drag-icon.h"
#include "ui/np-format.h"

struct _NpNewRow
{
  GtkWidget parent_instance;
  GtkLabel *headline;
  GtkLabel *source;
  GtkLabel *deck;
  NpFeedItem *item;
};

enum
{
  SIGNAL_SAVE,
  SIGNAL_DISMISS,
  SIGNAL_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NpNewRow, np_new_row, GTK_TYPE_WIDGET)

static void
save_cb (NpNewRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}

static void
dismiss_cb (NpNewRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DISMISS], 0);
}

/* The address is carried: whatever takes a link from another program takes this too. */
static GdkContentProvider *
prepare_cb (NpNewRow *self, double x, double y, GtkDragSource *source)
{
  return self->item != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, np_feed_item_get_link (self->item)) : NULL;
}

static void
drag_begin_cb (NpNewRow *self, GdkDrag *drag, GtkDragSource *source)
{
  if (self->item != NULL)
    np_drag_icon_set (source, np_feed_item_get_headline (self->item), NULL, 1);
}

static void
drag_end_cb (NpNewRow *self, GdkDrag *drag, gboolean delete_data, GtkDragSource *source)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    g_signal_emit (self, signals[SIGNAL_DROPPED], 0);
}

static void
np_new_row_dispose (GObject *object)
{
  NpNewRow *self = NP_NEW_ROW (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->item);
  G_OBJECT_CLASS (np_new_row_parent_class)->dispose (object);
}

static void
np_new_row_class_init (NpNewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = NP_TYPE_NEW_ROW;

  G_OBJECT_CLASS (klass)->dispose = np_new_row_dispose;
  signals[SIGNAL_SAVE] = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DISMISS] = g_signal_new ("dismiss", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "npnewrow");
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/feeds/np-new-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NpNewRow, headline);
  gtk_widget_class_bind_template_child (widget_class, NpNewRow, source);
  gtk_widget_class_bind_template_child (widget_class, NpNewRow, deck);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
}

static void
np_new_row_init (NpNewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_new_row_new:
 *
 * Returns: (transfer floating): a row without an item
 */
NpNewRow *
np_new_row_new (void)
{
  return g_object_new (NP_TYPE_NEW_ROW, NULL);
}

/**
 * np_new_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
np_new_row_set_item (NpNewRow *self, NpFeedItem *item)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = NULL, *source = NULL;
  const char *site;

  g_return_if_fail (NP_IS_NEW_ROW (self));

  if (!g_set_object (&self->item, item) || item == NULL)
    return;
  site = np_feed_item_get_site (item);
  date = np_format_date (np_feed_item_get_published (item), now);
  source =
      g_strdup_printf ("%s%s%s", site != NULL ? site : "",
                       !np_text_is_empty (site) && !np_text_is_empty (date) ? " · " : "", date != NULL ? date : "");
  gtk_label_set_label (self->headline, np_feed_item_get_headline (item));
  gtk_label_set_label (self->source, source);
  gtk_label_set_label (self->deck, np_feed_item_get_deck (item) != NULL ? np_feed_item_get_deck (item) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->deck), np_feed_item_get_deck (item) != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  np_feed_item_get_headline (item), -1);
}

/**
 * np_new_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
NpFeedItem *
np_new_row_get_item (NpNewRow *self)
{
  g_return_val_if_fail (NP_IS_NEW_ROW (self), NULL);

  return self->item;
}
