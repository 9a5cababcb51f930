#include "ui/map/np-map-page.h"

#include "library/np-words-topics.h"
#include "ui/map/np-map-list.h"
#include "ui/map/np-map-time.h"
#include "ui/map/np-map-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How many relations of a topic are looked through for the one that the pointer is on. */
#define MAX_RELATED 200

struct _NpMapPage
{
  GtkWidget parent_instance;
  NpLibrary *library;
  NpTopicMap *map;
  GtkWidget *stack, *overlay, *view, *list, *empty, *reason, *bar, *time, *as_list;
  GCancellable *asking; /* (nullable) why two topics are related */
  char *other;          /* (nullable) the second of them */
  guint from, to;
};

G_DEFINE_FINAL_TYPE (NpMapPage, np_map_page, GTK_TYPE_WIDGET)

static guint picked_signal;

static void
picked_cb (NpMapPage *self, const char *key)
{
  g_signal_emit (self, picked_signal, 0, key);
}

static void
show_reason (NpMapPage *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->reason), words);
  gtk_widget_set_visible (self->reason, *words != '\0');
}

static void
on_related (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) pairs = np_library_list_pairs_finish (NP_LIBRARY (source), result, NULL);
  NpMapPage *self = user_data;

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const NpTopicPair *pair = pairs->pdata[i];
      g_autofree char *words = NULL, *line = NULL;

      if (g_strcmp0 (pair->other, self->other) != 0)
        continue;
      words = np_words_for_relation (pair);
      line = g_strdup_printf ("%s – %s: %s", pair->name, pair->other_name, words);
      show_reason (self, line);
    }
}

static void
asked_cb (NpMapPage *self, const char *key, const char *other)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_free (self->other);
  self->other = g_strdup (other);
  if (*key == '\0')
    {
      show_reason (self, "");
      return;
    }
  self->asking = g_cancellable_new ();
  np_library_list_related_topics_async (self->library, key, MAX_RELATED, self->asking, on_related, self);
}

static void
update_visible (NpMapPage *self)
{
  guint n;
  gboolean as_list = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->as_list));

  np_topic_map_get_nodes (self->map, &n);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), n == 0 ? self->empty : as_list ? self->list : self->overlay);
}

static void
changed_cb (NpMapPage *self)
{
  guint first, last;

  np_topic_map_get_months (self->map, &first, &last);
  np_map_time_set_bounds (NP_MAP_TIME (self->time), first, last);
  update_visible (self);
}

static void
time_cb (NpMapPage *self, guint from, guint to)
{
  self->from = from;
  self->to = to;
  np_topic_map_show (self->map, from, to);
}

/* Topics were renamed, merged or related, or stories came: only what is seen is worth counting. */
static void
library_changed_cb (NpMapPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    np_topic_map_show (self->map, self->from, self->to);
}

static void
zoom_in_cb (NpMapPage *self)
{
  np_map_view_zoom_by (NP_MAP_VIEW (self->view), 1.25);
}

static void
zoom_out_cb (NpMapPage *self)
{
  np_map_view_zoom_by (NP_MAP_VIEW (self->view), 0.8);
}

static void
fit_cb (NpMapPage *self)
{
  np_map_view_fit (NP_MAP_VIEW (self->view));
}

static GtkWidget *
add_button (NpMapPage *self, GtkWidget *button, const char *icon, const char *label, const char *signal,
            GCallback callback)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, signal, callback, self);
  gtk_box_append (GTK_BOX (self->bar), button);
  return button;
}

static void
np_map_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (np_map_page_parent_class)->map (widget);
  library_changed_cb (NP_MAP_PAGE (widget));
}

static void
np_map_page_dispose (GObject *object)
{
  NpMapPage *self = NP_MAP_PAGE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->map != NULL)
    np_topic_map_close (self->map);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_pointer (&self->other, g_free);
  g_clear_object (&self->map);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_map_page_parent_class)->dispose (object);
}

static void
np_map_page_class_init (NpMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_map_page_dispose;
  widget_class->map = np_map_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.map", NULL);
  picked_signal =
      g_signal_new ("picked", NP_TYPE_MAP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
np_map_page_init (NpMapPage *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->stack = gtk_stack_new ();
  self->overlay = gtk_overlay_new ();
  self->empty = adw_status_page_new ();
  self->reason = gtk_label_new (NULL);
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  self->time = np_map_time_new ();
  self->as_list = gtk_toggle_button_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "np-topic-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _ ("No Topics Here"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (self->empty),
      _ ("Topics that stories have appear as circles, with lines between those that belong together"));
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_widget_set_halign (self->reason, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->reason, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->reason, FALSE);
  gtk_widget_add_css_class (self->reason, "np-map-reason");
  gtk_widget_add_css_class (self->bar, "np-map-bar");
  gtk_widget_set_hexpand (self->time, TRUE);
  gtk_box_append (GTK_BOX (self->bar), self->time);
  add_button (self, gtk_button_new (), "zoom-out-symbolic", _ ("Zoom Out"), "clicked", G_CALLBACK (zoom_out_cb));
  add_button (self, gtk_button_new (), "zoom-fit-best-symbolic", _ ("Show All"), "clicked", G_CALLBACK (fit_cb));
  add_button (self, gtk_button_new (), "zoom-in-symbolic", _ ("Zoom In"), "clicked", G_CALLBACK (zoom_in_cb));
  add_button (self, self->as_list, "view-list-symbolic", _ ("Show as a List"), "toggled", G_CALLBACK (update_visible));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  show_reason (self, "");
}

/**
 * np_map_page_new:
 * @library: the library
 *
 * Returns: (transfer floating): the map of its topics
 */
GtkWidget *
np_map_page_new (NpLibrary *library)
{
  NpMapPage *self = g_object_new (NP_TYPE_MAP_PAGE, NULL);

  self->library = g_object_ref (library);
  self->map = np_library_new_topic_map (library);
  self->view = np_map_view_new (library, self->map);
  self->list = np_map_list_new (library, self->map);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->view);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->reason);
  gtk_stack_add_child (GTK_STACK (self->stack), self->overlay);
  gtk_stack_add_child (GTK_STACK (self->stack), self->list);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  g_signal_connect_object (self->view, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time, "changed", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "stories-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * np_map_page_select:
 * @self: a map
 * @key: (nullable): the key of a topic
 *
 * Marks a topic on it.
 */
void
np_map_page_select (NpMapPage *self, const char *key)
{
  g_return_if_fail (NP_IS_MAP_PAGE (self));

  np_map_view_select (NP_MAP_VIEW (self->view), key);
}

/**
 * np_map_page_close:
 * @self: a map
 *
 * Ends the thread that lays it out, and keeps the places; before the library is closed.
 */
void
np_map_page_close (NpMapPage *self)
{
  g_return_if_fail (NP_IS_MAP_PAGE (self));

  np_topic_map_close (self->map);
}

/**
 * np_map_page_focus:
 * @self: a map
 *
 * Puts the focus on the map.
 */
void
np_map_page_focus (NpMapPage *self)
{
  g_return_if_fail (NP_IS_MAP_PAGE (self));

  gtk_widget_grab_focus (self->view);
}
