#include "ui/topics/np-topic-color.h"

#include <glib/gi18n.h>

/* The names are those of NpTopic.color; style.css has a class for each. */
static const struct
{
  const char *color;
  const char *name;
  const char *rgb;
} colors[] = {
  { "blue", N_ ("Blue"), "#3584e4" },     { "green", N_ ("Green"), "#33b05a" }, { "yellow", N_ ("Yellow"), "#e5b00a" },
  { "orange", N_ ("Orange"), "#f0730a" }, { "red", N_ ("Red"), "#e01b24" },     { "purple", N_ ("Purple"), "#9141ac" },
  { "brown", N_ ("Brown"), "#986a44" },   { "gray", N_ ("Gray"), "#8a8891" },
};

/**
 * np_topic_color_get:
 * @color: (nullable): the name of a colour
 * @rgba: (out): what it looks like; left alone when it is not known
 *
 * Returns: whether it is known
 */
gboolean
np_topic_color_get (const char *color, GdkRGBA *rgba)
{
  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    if (g_strcmp0 (colors[i].color, color) == 0)
      return gdk_rgba_parse (rgba, colors[i].rgb);
  return FALSE;
}

/**
 * np_topic_color_apply:
 * @dot: a widget of the class `np-dot`
 * @color: (nullable): the name of a colour; one that is not known counts as none
 *
 * Gives @dot the colour.
 */
void
np_topic_color_apply (GtkWidget *dot, const char *color)
{
  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    if (g_strcmp0 (colors[i].color, color) == 0)
      gtk_widget_add_css_class (dot, colors[i].color);
    else
      gtk_widget_remove_css_class (dot, colors[i].color);
}

/**
 * np_topic_color_fill_dots:
 * @box: where to put the dots; what is in it goes
 * @tree: the topics
 * @keys: (array zero-terminated=1): keys of the topics to show
 * @limit: the most to show
 *
 * Fills @box with a dot and a name for each topic, each topic once, and the number of those left off.
 */
void
np_topic_color_fill_dots (GtkBox *box, NpTopicTree *tree, const char *const *keys, guint limit)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (gsize i = 0; keys[i] != NULL; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, keys[i]);

      if (topic != NULL && !g_ptr_array_find (topics, topic, NULL))
        g_ptr_array_add (topics, (gpointer) topic);
    }
  for (guint i = 0; i < MIN (limit, topics->len); i++)
    {
      const NpTopic *topic = topics->pdata[i];
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = gtk_label_new (topic->name);

      gtk_widget_add_css_class (dot, "np-dot");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      np_topic_color_apply (dot, topic->color);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_margin_end (label, 6);
      gtk_box_append (box, dot);
      gtk_box_append (box, label);
    }
  if (topics->len > limit)
    {
      g_autofree char *more = g_strdup_printf ("+%u", topics->len - limit);

      gtk_box_append (box, gtk_label_new (more));
    }
  gtk_widget_set_visible (GTK_WIDGET (box), topics->len > 0);
}

/**
 * np_topic_color_new_menu:
 * @key: key of a topic
 *
 * Returns: (transfer full): a menu that gives the topic a colour, by the action `topic.color` (key, colour)
 */
GMenuModel *
np_topic_color_new_menu (const char *key)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) none = g_menu_item_new (_ ("No Color"), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (colors[i].name), NULL);

      g_menu_item_set_action_and_target (item, "topic.color", "(ss)", key, colors[i].color);
      g_menu_append_item (menu, item);
    }
  g_menu_item_set_action_and_target (none, "topic.color", "(ss)", key, "");
  g_menu_append_item (menu, none);
  return G_MENU_MODEL (menu);
}
