#include "ui/topics/np-topic-menu.h"

#include "ui/np-popup.h"
#include "ui/sidebar/np-sidebar-step.h"
#include "ui/topics/np-topic-chooser.h"
#include "ui/topics/np-topic-color.h"
#include "ui/topics/np-topic-name.h"
#include "ui/topics/np-topic-pairs.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *action;
  char **keys;
  GtkWidget *page; /* where the action is activated from */
} Pick;

static void
pick_free (gpointer data, GClosure *closure)
{
  Pick *pick = data;

  g_strfreev (pick->keys);
  g_object_unref (pick->page);
  g_free (pick);
}

static void
picked_cb (NpTopicChooser *chooser, const char *key, gboolean on, gpointer user_data)
{
  Pick *pick = user_data;

  gtk_widget_activate_action (pick->page, pick->action, "(^ass)", pick->keys, key);
}

/* What the items of the menu need; it lives as long as the menu. */
typedef struct
{
  GtkWidget *page;
  GdkRectangle at;
  NpLibrary *library;
  char *key;
  char *name;
  char **keys; /* all that it is about, @key among them */
} Context;

static void
context_free (gpointer data)
{
  Context *context = data;

  g_object_unref (context->page);
  g_object_unref (context->library);
  g_free (context->key);
  g_free (context->name);
  g_strfreev (context->keys);
  g_free (context);
}

static void
pick_topic (Context *context, const char *action, const char *heading)
{
  GtkWidget *chooser = np_topic_chooser_new ();
  Pick *pick = g_new0 (Pick, 1);

  pick->action = action;
  pick->keys = g_strdupv (context->keys);
  pick->page = g_object_ref (context->page);
  np_topic_chooser_set_library (NP_TOPIC_CHOOSER (chooser), context->library);
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (picked_cb), pick, pick_free, 0);
  np_topic_chooser_show_pick (NP_TOPIC_CHOOSER (chooser), heading, (const char *const *) context->keys);
  np_popup_open (chooser, context->page, &context->at);
}

static char *
describe_pick (const char *what, const char *name, guint n)
{
  const char *one, *words;
  g_auto (GStrv) halves = NULL;

  if (g_str_equal (what, "inside"))
    one = _ ("Put “%s” inside"), words = ngettext ("Put %u topic inside", "Put %u topics inside", n);
  else if (g_str_equal (what, "merge"))
    one = _ ("Merge “%s” into"), words = ngettext ("Merge %u topic into", "Merge %u topics into", n);
  else
    one = _ ("Relate “%s” to"), words = ngettext ("Relate %u topic to", "Relate %u topics to", n);
  halves = g_strsplit (n > 1 ? words : one, n > 1 ? "%u" : "%s", 2);
  if (n > 1)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);

      return g_strjoinv (number, halves);
    }
  return g_strjoinv (name, halves);
}

static void
pick_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Context *context = user_data;
  const char *what = g_variant_get_string (parameter, NULL);
  g_autofree char *heading = describe_pick (what, context->name, g_strv_length (context->keys));

  pick_topic (context,
              g_str_equal (what, "inside")  ? "topic.inside"
              : g_str_equal (what, "merge") ? "topic.merge"
                                            : "topic.relate",
              heading);
}

static void
step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Context *context = user_data;

  np_sidebar_step_topic (context->page, context->library, context->key, g_variant_get_int32 (parameter));
}

static void
related_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Context *context = user_data;

  gtk_window_present (np_topic_pairs_new_related (context->page, context->library, context->key));
}

/* Where no row can be typed in. */
static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Context *context = user_data;

  np_topic_name_popup (context->page, context->key, context->name, &context->at);
}

static const GActionEntry entries[] = { { .name = "pick", .activate = pick_cb, .parameter_type = "s" },
                                        { .name = "step", .activate = step_cb, .parameter_type = "i" },
                                        { .name = "related", .activate = related_cb },
                                        { .name = "rename", .activate = rename_cb } };

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* The names that were merged into the topic, to take one out again. */
static GMenuModel *
new_alias_menu (NpTopicTree *tree, const char *key)
{
  g_autoptr (GPtrArray) aliases = np_topic_tree_list_aliases (tree, key);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < aliases->len; i++)
    append (menu, ((const NpTopic *) aliases->pdata[i])->name, "topic.unmerge",
            g_variant_new_string (((const NpTopic *) aliases->pdata[i])->key), NULL);
  return G_MENU_MODEL (menu);
}

static void
append_joins (GMenu *menu, NpTopicTree *tree, const char *const *keys)
{
  gboolean inside = FALSE;

  for (guint i = 0; keys[i] != NULL; i++)
    inside |= np_topic_tree_get (tree, keys[i]) != NULL && np_topic_tree_get (tree, keys[i])->parent != NULL;
  append (menu, _ ("Put _Inside…"), "menu.pick", g_variant_new_string ("inside"), NULL);
  append (menu, _ ("_Merge Into…"), "menu.pick", g_variant_new_string ("merge"), NULL);
  append (menu, _ ("Re_late to…"), "menu.pick", g_variant_new_string ("relate"), NULL);
  if (inside)
    append (menu, _ ("Move to _Top Level"), "topic.top", g_variant_new_strv (keys, -1), NULL);
}

static void
append_hide (GMenu *menu, NpTopicTree *tree, const char *const *keys)
{
  gboolean hidden = TRUE;

  for (guint i = 0; keys[i] != NULL; i++)
    hidden &= np_topic_tree_get (tree, keys[i]) != NULL && np_topic_tree_get (tree, keys[i])->hidden;
  append (menu, hidden ? _ ("_Show Again") : _ ("_Hide"), hidden ? "topic.unhide" : "topic.hide",
          g_variant_new_strv (keys, -1), NULL);
}

static GMenuModel *
join_sections (GMenu *name, GMenu *order, GMenu *end)
{
  GMenu *menu = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (name));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_topic_menu (NpTopicTree *tree, const char *const *keys, gboolean in_tree)
{
  const char *key = keys[0];
  g_autoptr (GMenuModel) aliases = new_alias_menu (tree, key), colors = np_topic_color_new_menu (keys);
  g_autoptr (GMenu) name = g_menu_new (), order = g_menu_new (), end = g_menu_new ();
  const char *const none[] = { NULL };

  append (name, _ ("_Rename"), in_tree ? "sidebar.rename" : "menu.rename", in_tree ? g_variant_new_string (key) : NULL,
          "F2");
  g_menu_append_submenu (name, _ ("_Color"), colors);
  if (in_tree)
    append (name, _ ("_New Topic Inside"), "sidebar.new-topic", g_variant_new ("(s^as)", key, none), NULL);
  append_joins (order, tree, keys);
  if (in_tree)
    {
      append (order, _ ("Move _Up"), "menu.step", g_variant_new_int32 (-1), "<Alt>Up");
      append (order, _ ("Move Do_wn"), "menu.step", g_variant_new_int32 (1), "<Alt>Down");
    }
  append (order, _ ("Related _Topics…"), "menu.related", NULL, NULL);
  if (g_menu_model_get_n_items (aliases) > 0)
    g_menu_append_submenu (order, _ ("Take _Out Again"), aliases);
  if (in_tree)
    append (end, _ ("_Pin or Unpin"), "sidebar.pin", g_variant_new_string (key), NULL);
  append_hide (end, tree, keys);
  append (end, _ ("_Delete Topic"), "topic.drop", g_variant_new_strv (keys, -1), "Delete");
  return join_sections (name, order, end);
}

/* What can be done with several at once. */
static GMenuModel *
new_topics_menu (NpTopicTree *tree, const char *const *keys)
{
  g_autoptr (GMenuModel) colors = np_topic_color_new_menu (keys);
  g_autoptr (GMenu) name = g_menu_new (), order = g_menu_new (), end = g_menu_new ();
  guint n = g_strv_length ((char **) keys);
  g_autofree char *drop = g_strdup_printf (ngettext ("_Delete %u Topic", "_Delete %u Topics", n), n);

  g_menu_append_submenu (name, _ ("_Color"), colors);
  append_joins (order, tree, keys);
  append_hide (end, tree, keys);
  append (end, drop, "topic.drop", g_variant_new_strv (keys, -1), "Delete");
  return join_sections (name, order, end);
}

/**
 * np_topic_menu_popup:
 * @page: what the menu hangs on
 * @library: the library
 * @keys: (array zero-terminated=1): keys of topics, the one that was pressed or has the focus among them
 * @key: that one
 * @in_tree: whether it is pressed among all topics in their order, where it can be named in place and moved up and down
 * @at: where the topic is in @page: what is chosen from the menu opens there
 * @x: where the menu opens, beside @at
 * @y: the same
 *
 * Opens the menu of topics: the same wherever they are shown.
 */
void
np_topic_menu_popup (GtkWidget *page, NpLibrary *library, const char *const *keys, const char *key, gboolean in_tree,
                     const GdkRectangle *at, double x, double y)
{
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GSimpleActionGroup) group = NULL;
  const NpTopic *topic;
  GtkWidget *popover;
  Context *context;

  g_return_if_fail (GTK_IS_WIDGET (page) && NP_IS_LIBRARY (library) && keys != NULL && keys[0] != NULL && key != NULL);

  tree = np_library_get_topics (library);
  topic = np_topic_tree_get (tree, key);
  if (topic == NULL)
    return;
  menu = keys[1] != NULL ? new_topics_menu (tree, keys) : new_topic_menu (tree, keys, in_tree);
  group = g_simple_action_group_new ();
  popover = np_popup_new_menu (menu);
  context = g_new0 (Context, 1);
  context->page = g_object_ref (page);
  context->library = g_object_ref (library);
  context->key = g_strdup (key);
  context->name = g_strdup (topic->name);
  context->keys = g_strdupv ((char **) keys);
  context->at = *at;
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), context);
  g_object_set_data_full (G_OBJECT (group), "context", context, context_free);
  gtk_widget_insert_action_group (popover, "menu", G_ACTION_GROUP (group));
  np_popup_open (popover, page, &(GdkRectangle){ at->x + (int) x, at->y + (int) y, 1, 1 });
}
