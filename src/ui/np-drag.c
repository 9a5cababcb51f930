#include "ui/np-drag.h"

#include "ui/np-story-content.h"

#include <string.h>

struct _NpStoryDrag
{
  GObject parent_instance;
  char **ids;
  char *from;         /* (nullable) */
  GHashTable *common; /* set of char*: the keys of topics that all of the stories have */
};

struct _NpTopicDrag
{
  GObject parent_instance;
  char **keys;
  char *name;     /* (nullable) of a topic that is not there yet */
  char **stories; /* what that was suggested for */
};

G_DEFINE_FINAL_TYPE (NpStoryDrag, np_story_drag, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (NpTopicDrag, np_topic_drag, G_TYPE_OBJECT)

static void
np_story_drag_finalize (GObject *object)
{
  NpStoryDrag *self = NP_STORY_DRAG (object);

  g_strfreev (self->ids);
  g_free (self->from);
  g_clear_pointer (&self->common, g_hash_table_unref);
  G_OBJECT_CLASS (np_story_drag_parent_class)->finalize (object);
}

static void
np_story_drag_class_init (NpStoryDragClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_story_drag_finalize;
}

static void
np_story_drag_init (NpStoryDrag *self)
{
}

static void
np_topic_drag_finalize (GObject *object)
{
  NpTopicDrag *self = NP_TOPIC_DRAG (object);

  g_strfreev (self->keys);
  g_strfreev (self->stories);
  g_free (self->name);
  G_OBJECT_CLASS (np_topic_drag_parent_class)->finalize (object);
}

static void
np_topic_drag_class_init (NpTopicDragClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_topic_drag_finalize;
}

static void
np_topic_drag_init (NpTopicDrag *self)
{
  self->keys = g_new0 (char *, 1);
  self->stories = g_new0 (char *, 1);
}

/**
 * np_story_drag_get_ids:
 * @self: a drag
 *
 * Returns: (transfer none): the ids of the stories that are carried
 */
const char *const *
np_story_drag_get_ids (NpStoryDrag *self)
{
  g_return_val_if_fail (NP_IS_STORY_DRAG (self), NULL);

  return (const char *const *) self->ids;
}

/**
 * np_story_drag_get_from:
 * @self: a drag
 *
 * Returns: (nullable): the key of the topic in whose list the stories were taken hold of; another topic that they are
 *   dropped on takes its place, unless it is to be added
 */
const char *
np_story_drag_get_from (NpStoryDrag *self)
{
  g_return_val_if_fail (NP_IS_STORY_DRAG (self), NULL);

  return self->from;
}

/**
 * np_story_drag_all_have:
 * @self: a drag
 * @key: the key of a topic
 *
 * Returns: whether all of the stories have the topic by this key, so that giving it to them would do nothing
 */
gboolean
np_story_drag_all_have (NpStoryDrag *self, const char *key)
{
  g_return_val_if_fail (NP_IS_STORY_DRAG (self) && key != NULL, FALSE);

  return g_hash_table_contains (self->common, key);
}

/**
 * np_topic_drag_get_keys:
 * @self: a drag
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys of the topics that are carried; empty for the name of
 * one that is not there yet
 */
const char *const *
np_topic_drag_get_keys (NpTopicDrag *self)
{
  g_return_val_if_fail (NP_IS_TOPIC_DRAG (self), NULL);

  return (const char *const *) self->keys;
}

/**
 * np_topic_drag_get_new_name:
 * @self: a drag
 *
 * Returns: (nullable): the name of a suggested topic that is not there yet
 */
const char *
np_topic_drag_get_new_name (NpTopicDrag *self)
{
  g_return_val_if_fail (NP_IS_TOPIC_DRAG (self), NULL);

  return self->name;
}

/**
 * np_topic_drag_get_stories:
 * @self: a drag of a suggested topic
 *
 * Returns: (transfer none) (array zero-terminated=1): the id of the story that it was suggested for
 */
const char *const *
np_topic_drag_get_stories (NpTopicDrag *self)
{
  g_return_val_if_fail (NP_IS_TOPIC_DRAG (self), NULL);

  return (const char *const *) self->stories;
}

/**
 * np_topic_drag_new_change:
 * @self: a drag
 * @ids: (array zero-terminated=1): stories that it was dropped on
 *
 * Returns: (transfer full): what gives them all that is carried, in one step
 */
NpChange *
np_topic_drag_new_change (NpTopicDrag *self, const char *const *ids)
{
  g_return_val_if_fail (NP_IS_TOPIC_DRAG (self) && ids != NULL, NULL);

  return self->name != NULL ? np_change_new_topic (self->name, NULL, ids)
                            : np_change_new_give_topics (np_topic_drag_get_keys (self), NULL, ids);
}

static gboolean
has_all (NpStory *story, const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_strv_contains (np_story_get_topics (story), keys[i]))
      return FALSE;
  return TRUE;
}

/**
 * np_topic_drag_adds_to:
 * @self: a drag
 * @stories: (element-type NpStory): what it is over
 *
 * Returns: whether one of the stories would get something new; those in the trash get nothing
 */
gboolean
np_topic_drag_adds_to (NpTopicDrag *self, GPtrArray *stories)
{
  g_return_val_if_fail (NP_IS_TOPIC_DRAG (self) && stories != NULL, FALSE);

  for (guint i = 0; i < stories->len; i++)
    if (!np_story_get_trashed (stories->pdata[i])
        && (self->name != NULL || !has_all (stories->pdata[i], np_topic_drag_get_keys (self))))
      return TRUE;
  return FALSE;
}

/* Leaves in @common what @keys has too; the first story gives what there is. */
static GHashTable *
keep_common (GHashTable *common, const char *const *keys)
{
  GHashTable *kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (common == NULL || g_hash_table_contains (common, keys[i]))
      g_hash_table_add (kept, g_strdup (keys[i]));
  g_clear_pointer (&common, g_hash_table_unref);
  return kept;
}

/**
 * np_drag_provide_stories:
 * @library: the library that they are in
 * @stories: (element-type NpStory): stories, at least one
 * @from: (nullable): the key of the topic whose list they are in
 *
 * Returns: (transfer full): what a drag of @stories carries
 */
GdkContentProvider *
np_drag_provide_stories (NpLibrary *library, GPtrArray *stories, const char *from)
{
  g_autoptr (NpStoryDrag) drag = g_object_new (NP_TYPE_STORY_DRAG, NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GdkContentProvider *parts[2];

  g_return_val_if_fail (NP_IS_LIBRARY (library) && stories != NULL, NULL);

  for (guint i = 0; i < stories->len; i++)
    {
      g_strv_builder_add (ids, np_story_get_id (stories->pdata[i]));
      drag->common = keep_common (drag->common, np_story_get_topics (stories->pdata[i]));
    }
  drag->ids = g_strv_builder_end (ids);
  drag->from = g_strdup (from);
  parts[0] = gdk_content_provider_new_typed (NP_TYPE_STORY_DRAG, drag);
  parts[1] = np_story_content_new (library, stories);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

static GdkContentProvider *
provide (NpTopicDrag *drag, const char *text)
{
  GdkContentProvider *parts[2];

  parts[0] = gdk_content_provider_new_typed (NP_TYPE_TOPIC_DRAG, drag);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

/**
 * np_drag_provide_link:
 * @href: an address that a story leads to
 *
 * Returns: (transfer full): what a drag of the link carries, here and to other programs
 */
GdkContentProvider *
np_drag_provide_link (const char *href)
{
  g_autofree char *line = g_strconcat (href, "\r\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
  GdkContentProvider *parts[2];

  parts[0] = gdk_content_provider_new_for_bytes ("text/uri-list", bytes);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, href);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

/**
 * np_drag_provide_topics:
 * @keys: (array zero-terminated=1): keys of topics, at least one
 * @names: their names
 *
 * Returns: (transfer full): what a drag of the topics carries
 */
GdkContentProvider *
np_drag_provide_topics (const char *const *keys, const char *names)
{
  g_autoptr (NpTopicDrag) drag = g_object_new (NP_TYPE_TOPIC_DRAG, NULL);

  g_strfreev (drag->keys);
  drag->keys = g_strdupv ((char **) keys);
  return provide (drag, names);
}

/**
 * np_drag_provide_new_topic:
 * @name: the name of a topic that is not there yet
 * @story: the id of the story that it was suggested for
 *
 * Returns: (transfer full): what a drag of the suggestion carries
 */
GdkContentProvider *
np_drag_provide_new_topic (const char *name, const char *story)
{
  g_autoptr (NpTopicDrag) drag = g_object_new (NP_TYPE_TOPIC_DRAG, NULL);
  const char *const ids[] = { story, NULL };

  drag->name = g_strdup (name);
  g_strfreev (drag->stories);
  drag->stories = g_strdupv ((char **) ids);
  return provide (drag, name);
}

/* The value of a drag of this process is at hand before it is dropped. */
static gpointer
get_local (GdkDrop *drop, GType type)
{
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (drag == NULL || !gdk_content_formats_contain_gtype (gdk_drag_get_formats (drag), type))
    return NULL;
  g_value_init (&value, type);
  if (!gdk_content_provider_get_value (gdk_drag_get_content (drag), &value, NULL))
    return NULL;
  return g_value_get_object (&value);
}

/**
 * np_drag_get_stories:
 * @drop: (nullable): what is over the window
 *
 * Returns: (transfer none) (nullable): the stories that are carried, `NULL` when it is something else
 */
NpStoryDrag *
np_drag_get_stories (GdkDrop *drop)
{
  return get_local (drop, NP_TYPE_STORY_DRAG);
}

/**
 * np_drag_get_topics:
 * @drop: (nullable): what is over the window
 *
 * Returns: (transfer none) (nullable): the topics that are carried, `NULL` when it is something else
 */
NpTopicDrag *
np_drag_get_topics (GdkDrop *drop)
{
  return get_local (drop, NP_TYPE_TOPIC_DRAG);
}

/**
 * np_drag_is_link:
 * @drop: (nullable): what is over the window
 *
 * Returns: whether it is a link out of a story of this program; what it leads to may be saved
 */
gboolean
np_drag_is_link (GdkDrop *drop)
{
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;

  return drag != NULL && gdk_content_formats_contain_mime_type (gdk_drag_get_formats (drag), "text/uri-list")
         && np_drag_get_stories (drop) == NULL;
}

/**
 * np_drag_list_formats:
 *
 * Returns: (transfer full): all that the window takes, best first
 */
GdkContentFormats *
np_drag_list_formats (void)
{
  const GType types[] = { NP_TYPE_STORY_DRAG, NP_TYPE_TOPIC_DRAG, GDK_TYPE_FILE_LIST, G_TYPE_FILE, G_TYPE_STRING };
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    gdk_content_formats_builder_add_gtype (builder, types[i]);
  return gdk_content_formats_builder_free_to_formats (builder);
}

/**
 * np_drag_choose:
 * @drop: what is over a target
 * @wanted: what a drop there would do best
 *
 * Ctrl and Shift leave only adding and moving; the system knows the keys of its own for this.
 *
 * Returns: @wanted, or what is left
 */
GdkDragAction
np_drag_choose (GdkDrop *drop, GdkDragAction wanted)
{
  GdkDragAction offered = drop != NULL ? gdk_drop_get_actions (drop) : 0;

  if (offered & wanted)
    return wanted;
  return offered & GDK_ACTION_COPY   ? GDK_ACTION_COPY
         : offered & GDK_ACTION_MOVE ? GDK_ACTION_MOVE
                                     : offered & GDK_ACTION_LINK;
}
