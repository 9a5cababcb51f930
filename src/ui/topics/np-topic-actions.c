#include "ui/topics/np-topic-actions.h"

static void
color_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key, *color;

  g_variant_get (parameter, "(&s&s)", &key, &color);
  np_changer_do (user_data, np_change_new_color (key, *color != '\0' ? color : NULL));
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key, *name;

  g_variant_get (parameter, "(&s&s)", &key, &name);
  np_changer_do (user_data, np_change_new_rename (key, name));
}

static void
drop_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_changer_do (user_data,
                 np_change_new_for_topic (NP_CHANGE_DROP_TOPIC, g_variant_get_string (parameter, NULL), NULL));
}

static void
top_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_changer_do (user_data, np_change_new_move (g_variant_get_string (parameter, NULL), NULL, -1));
}

static void
inside_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key, *other;

  g_variant_get (parameter, "(&s&s)", &key, &other);
  np_changer_do (user_data, np_change_new_move (key, other, -1));
}

static void
pair (NpChanger *changer, NpChangeKind kind, GVariant *parameter)
{
  const char *key, *other;

  g_variant_get (parameter, "(&s&s)", &key, &other);
  np_changer_do (changer, np_change_new_pair (kind, key, other));
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pair (user_data, NP_CHANGE_MERGE_TOPIC, parameter);
}

static void
relate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pair (user_data, NP_CHANGE_RELATE_TOPIC, parameter);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key;
  g_autofree const char **ids = NULL;

  g_variant_get (parameter, "(&s^a&s)", &key, &ids);
  np_changer_do (user_data, np_change_new_for_topic (NP_CHANGE_ADD_TOPIC, key, ids));
}

static void
change_one (NpChanger *changer, NpChangeKind kind, GVariant *parameter)
{
  np_changer_do (changer, np_change_new_for_topic (kind, g_variant_get_string (parameter, NULL), NULL));
}

static void
hide_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_one (user_data, NP_CHANGE_HIDE_TOPIC, parameter);
}

static void
unhide_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_one (user_data, NP_CHANGE_UNHIDE_TOPIC, parameter);
}

static void
unmerge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_one (user_data, NP_CHANGE_UNMERGE_TOPIC, parameter);
}

static void
dismiss_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pair (user_data, NP_CHANGE_DISMISS_TOPIC, parameter);
}

static void
unrelate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pair (user_data, NP_CHANGE_UNRELATE_TOPIC, parameter);
}

static void
keep_apart_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pair (user_data, NP_CHANGE_OTHER_TOPIC, parameter);
}

static const GActionEntry entries[] = {
  { .name = "color", .activate = color_cb, .parameter_type = "(ss)" },
  { .name = "rename", .activate = rename_cb, .parameter_type = "(ss)" },
  { .name = "drop", .activate = drop_cb, .parameter_type = "s" },
  { .name = "top", .activate = top_cb, .parameter_type = "s" },
  { .name = "inside", .activate = inside_cb, .parameter_type = "(ss)" },
  { .name = "merge", .activate = merge_cb, .parameter_type = "(ss)" },
  { .name = "relate", .activate = relate_cb, .parameter_type = "(ss)" },
  { .name = "add", .activate = add_cb, .parameter_type = "(sas)" },
  { .name = "hide", .activate = hide_cb, .parameter_type = "s" },
  { .name = "unhide", .activate = unhide_cb, .parameter_type = "s" },
  { .name = "unmerge", .activate = unmerge_cb, .parameter_type = "s" },
  { .name = "dismiss", .activate = dismiss_cb, .parameter_type = "(ss)" },
  { .name = "unrelate", .activate = unrelate_cb, .parameter_type = "(ss)" },
  { .name = "keep-apart", .activate = keep_apart_cb, .parameter_type = "(ss)" },
};

/**
 * np_topic_actions_new:
 * @changer: does the changes; it has to live as long as the actions
 *
 * Returns: (transfer full): the actions
 */
GSimpleActionGroup *
np_topic_actions_new (NpChanger *changer)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), changer);
  g_object_set_data_full (G_OBJECT (group), "changer", g_object_ref (changer), g_object_unref);
  return group;
}
