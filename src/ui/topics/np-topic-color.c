#include "ui/topics/np-topic-color.h"

#include <glib/gi18n.h>

/* The names are those of NpTopic.color; style.css has a class for each, of the same colour. */
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

static void
append_dot (GString *markup, const NpTopic *topic)
{
  g_autofree char *name = g_markup_escape_text (topic->name, -1);
  const char *value = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    if (g_strcmp0 (colors[i].color, topic->color) == 0)
      value = colors[i].rgb;
  if (value != NULL)
    g_string_append_printf (markup, "<span color=\"%s\">●</span> %s", value, name);
  else
    g_string_append_printf (markup, "<span alpha=\"30%%\">●</span> %s", name);
}

/**
 * np_topic_color_dup_dots:
 * @tree: the topics
 * @keys: (array zero-terminated=1): keys of the topics to show
 * @limit: the most to show
 *
 * Returns: (transfer full) (nullable): Pango markup with a dot and a name for each topic, each topic once, and the
 * number of those left off; `NULL` for none
 */
char *
np_topic_color_dup_dots (NpTopicTree *tree, const char *const *keys, guint limit)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  GString *markup;

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      const NpTopic *topic = np_topic_tree_resolve (tree, keys[i]);

      if (topic != NULL && !g_ptr_array_find (topics, topic, NULL))
        g_ptr_array_add (topics, (gpointer) topic);
    }
  if (topics->len == 0)
    return NULL;
  markup = g_string_new (NULL);
  for (guint i = 0; i < MIN (limit, topics->len); i++)
    {
      g_string_append (markup, i > 0 ? "   " : "");
      append_dot (markup, topics->pdata[i]);
    }
  if (topics->len > limit)
    g_string_append_printf (markup, "   +%u", topics->len - limit);
  return g_string_free (markup, FALSE);
}

/**
 * np_topic_color_new_menu:
 * @keys: (array zero-terminated=1): keys of topics
 *
 * Returns: (transfer full): a menu that gives the topics a colour, by the action `topic.color` (keys, colour)
 */
GMenuModel *
np_topic_color_new_menu (const char *const *keys)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) none = g_menu_item_new (_ ("No Color"), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (colors[i].name), NULL);

      g_menu_item_set_action_and_target (item, "topic.color", "(^ass)", keys, colors[i].color);
      g_menu_append_item (menu, item);
    }
  g_menu_item_set_action_and_target (none, "topic.color", "(^ass)", keys, "");
  g_menu_append_item (menu, none);
  return G_MENU_MODEL (menu);
}
