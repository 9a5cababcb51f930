#include "ui/map/np-map-time.h"

#include "library/np-words-topics.h"
#include "ui/np-drop-down.h"

#include <glib/gi18n.h>

/* How many months are shown at once, in the order of the list; 0: all. */
static const guint spans[] = { 0, 1, 3, 12 };

/* Moving the slider asks for a new map; while it moves on, only the last place is asked for. */
#define ASK_AFTER_MS 120

struct _NpMapTime
{
  GtkWidget parent_instance;
  GtkWidget *span;
  GtkWidget *slider;
  GtkWidget *words;
  guint first, last;
  guint asking;
};

G_DEFINE_FINAL_TYPE (NpMapTime, np_map_time, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
find_range (NpMapTime *self, guint *from, guint *to)
{
  guint span = spans[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->span)), G_N_ELEMENTS (spans) - 1)];

  *from = *to = 0;
  if (span == 0 || self->first == 0)
    return;
  *from = self->first + (guint) gtk_range_get_value (GTK_RANGE (self->slider));
  *to = *from + span - 1;
}

static char *
dup_month (guint month)
{
  return np_words_for_month ((month - 1) / 12, (month - 1) % 12 + 1);
}

static void
update (NpMapTime *self)
{
  g_autofree char *start = NULL, *end = NULL, *words = NULL;
  guint from, to;

  find_range (self, &from, &to);
  gtk_widget_set_visible (self->slider, from != 0);
  gtk_widget_set_visible (self->words, from != 0);
  if (from == 0)
    return;
  start = dup_month (from);
  end = dup_month (to);
  /* Translators: two months: “May 2018 – July 2018” */
  words = from == to ? g_strdup (start) : g_strdup_printf (_ ("%s – %s"), start, end);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static gboolean
ask_cb (gpointer user_data)
{
  NpMapTime *self = user_data;
  guint from, to;

  self->asking = 0;
  find_range (self, &from, &to);
  g_signal_emit (self, changed_signal, 0, from, to);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (NpMapTime *self)
{
  update (self);
  if (self->asking == 0)
    self->asking = g_timeout_add (ASK_AFTER_MS, ask_cb, self);
}

static void
np_map_time_dispose (GObject *object)
{
  NpMapTime *self = NP_MAP_TIME (object);

  g_clear_handle_id (&self->asking, g_source_remove);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  G_OBJECT_CLASS (np_map_time_parent_class)->dispose (object);
}

static void
np_map_time_class_init (NpMapTimeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_map_time_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  changed_signal = g_signal_new ("changed", NP_TYPE_MAP_TIME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_UINT, G_TYPE_UINT);
}

static void
np_map_time_init (NpMapTime *self)
{
  const char *const names[] = { _ ("All time"), _ ("1 month"), _ ("3 months"), _ ("1 year"), NULL };

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->span = gtk_drop_down_new_from_strings (names);
  self->slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  self->words = gtk_label_new (NULL);
  gtk_scale_set_draw_value (GTK_SCALE (self->slider), FALSE);
  gtk_widget_set_hexpand (self->slider, TRUE);
  gtk_widget_add_css_class (self->words, "numeric");
  np_drop_down_name (GTK_DROP_DOWN (self->span), _ ("Time shown on the map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Month"), -1);
  g_signal_connect_swapped (self->span, "notify::selected", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->slider, "value-changed", G_CALLBACK (moved_cb), self);
  gtk_widget_set_parent (self->span, GTK_WIDGET (self));
  gtk_widget_set_parent (self->slider, GTK_WIDGET (self));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  update (self);
}

/**
 * np_map_time_new:
 *
 * Returns: (transfer floating): all time
 */
GtkWidget *
np_map_time_new (void)
{
  return g_object_new (NP_TYPE_MAP_TIME, NULL);
}

/**
 * np_map_time_set_bounds:
 * @self: a time
 * @first: the first month there are stories of, 0 when there are none
 * @last: the last
 */
void
np_map_time_set_bounds (NpMapTime *self, guint first, guint last)
{
  g_return_if_fail (NP_IS_MAP_TIME (self));

  gtk_widget_set_sensitive (self->span, first != 0);
  if (self->first == first && self->last == last)
    return;
  self->first = first;
  self->last = last;
  gtk_range_set_range (GTK_RANGE (self->slider), 0, MAX (last - first, 1));
  update (self);
}
