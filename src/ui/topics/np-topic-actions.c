#include "ui/topics/np-topic-actions.h"

/* Of topics that are many or one: the first parameter of the actions is their keys. */
static void
change_all (NpChanger *changer, NpChangeKind kind, const char *const *keys, const char *other, const char *name)
{
  if (keys[0] != NULL)
    np_changer_do (changer, np_change_new_for_topics (kind, keys, other, name, -1));
}

static void
color_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree const char **keys = NULL;
  const char *color;

  g_variant_get (parameter, "(^a&s&s)", &keys, &color);
  change_all (user_data, NP_CHANGE_COLOR_TOPIC, keys, NULL, *color != '\0' ? color : NULL);
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
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);

  change_all (user_data, NP_CHANGE_DROP_TOPIC, keys, NULL, NULL);
}

static void
top_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);

  change_all (user_data, NP_CHANGE_MOVE_TOPIC, keys, NULL, NULL);
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key, *parent;
  int position;

  g_variant_get (parameter, "(&s&si)", &key, &parent, &position);
  np_changer_do (user_data, np_change_new_move (key, *parent != '\0' ? parent : NULL, position));
}

static void
join (NpChanger *changer, NpChangeKind kind, GVariant *parameter)
{
  g_autofree const char **keys = NULL;
  const char *other;

  g_variant_get (parameter, "(^a&s&s)", &keys, &other);
  change_all (changer, kind, keys, other, NULL);
}

static void
inside_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  join (user_data, NP_CHANGE_MOVE_TOPIC, parameter);
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
  join (user_data, NP_CHANGE_MERGE_TOPIC, parameter);
}

static void
relate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  join (user_data, NP_CHANGE_RELATE_TOPIC, parameter);
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
hide_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);

  change_all (user_data, NP_CHANGE_HIDE_TOPIC, keys, NULL, NULL);
}

static void
unhide_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);

  change_all (user_data, NP_CHANGE_UNHIDE_TOPIC, keys, NULL, NULL);
}

static void
unmerge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_changer_do (user_data,
                 np_change_new_for_topic (NP_CHANGE_UNMERGE_TOPIC, g_variant_get_string (parameter, NULL), NULL));
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

static void
rule_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key, *old, *search;
  g_autofree const char **ids = NULL;

  g_variant_get (parameter, "(&s&s&s^a&s)", &key, &old, &search, &ids);
  np_changer_do (user_data, *old != '\0' ? np_change_new_rule_instead (key, old, search, ids)
                                         : np_change_new_rule (NP_CHANGE_ADD_RULE, key, search, ids));
}

static void
unrule_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *key, *search;

  g_variant_get (parameter, "(&s&s)", &key, &search);
  np_changer_do (user_data, np_change_new_rule (NP_CHANGE_REMOVE_RULE, key, search, NULL));
}

static const GActionEntry entries[] = {
  { .name = "color", .activate = color_cb, .parameter_type = "(ass)" },
  { .name = "rename", .activate = rename_cb, .parameter_type = "(ss)" },
  { .name = "drop", .activate = drop_cb, .parameter_type = "as" },
  { .name = "top", .activate = top_cb, .parameter_type = "as" },
  { .name = "move", .activate = move_cb, .parameter_type = "(ssi)" },
  { .name = "inside", .activate = inside_cb, .parameter_type = "(ass)" },
  { .name = "merge", .activate = merge_cb, .parameter_type = "(ass)" },
  { .name = "relate", .activate = relate_cb, .parameter_type = "(ass)" },
  { .name = "add", .activate = add_cb, .parameter_type = "(sas)" },
  { .name = "hide", .activate = hide_cb, .parameter_type = "as" },
  { .name = "unhide", .activate = unhide_cb, .parameter_type = "as" },
  { .name = "unmerge", .activate = unmerge_cb, .parameter_type = "s" },
  { .name = "dismiss", .activate = dismiss_cb, .parameter_type = "(ss)" },
  { .name = "unrelate", .activate = unrelate_cb, .parameter_type = "(ss)" },
  { .name = "rule", .activate = rule_cb, .parameter_type = "(sssas)" },
  { .name = "unrule", .activate = unrule_cb, .parameter_type = "(ss)" },
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
