#include "ui/np-drag.h"

#include <string.h>

struct _NpStoryDrag
{
  GObject parent_instance;
  char **ids;
};

struct _NpTopicDrag
{
  GObject parent_instance;
  char *key;
};

G_DEFINE_FINAL_TYPE (NpStoryDrag, np_story_drag, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (NpTopicDrag, np_topic_drag, G_TYPE_OBJECT)

static void
np_story_drag_finalize (GObject *object)
{
  g_strfreev (NP_STORY_DRAG (object)->ids);
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
  g_free (NP_TOPIC_DRAG (object)->key);
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
 * np_topic_drag_get_key:
 * @self: a drag
 *
 * Returns: (transfer none): the key of the topic that is carried
 */
const char *
np_topic_drag_get_key (NpTopicDrag *self)
{
  g_return_val_if_fail (NP_IS_TOPIC_DRAG (self), NULL);

  return self->key;
}

/**
 * np_drag_provide_stories:
 * @stories: (element-type NpStory): stories, at least one
 *
 * Returns: (transfer full): what a drag of @stories carries
 */
GdkContentProvider *
np_drag_provide_stories (GPtrArray *stories)
{
  g_autoptr (NpStoryDrag) drag = g_object_new (NP_TYPE_STORY_DRAG, NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GString) list = g_string_new (NULL), text = g_string_new (NULL);
  GdkContentProvider *parts[3];
  gsize n = 0;

  for (guint i = 0; i < stories->len; i++)
    {
      NpStory *story = stories->pdata[i];
      const char *url = np_story_get_url (story);

      g_strv_builder_add (ids, np_story_get_id (story));
      if (url == NULL)
        continue;
      g_string_append_printf (list, "%s\r\n", url);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", url);
    }
  drag->ids = g_strv_builder_end (ids);
  parts[n++] = gdk_content_provider_new_typed (NP_TYPE_STORY_DRAG, drag);
  if (list->len > 0)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (list->str, list->len);

      parts[n++] = gdk_content_provider_new_for_bytes ("text/uri-list", bytes);
      parts[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text->str);
    }
  return gdk_content_provider_new_union (parts, n);
}

/**
 * np_drag_provide_topic:
 * @key: key of a topic
 * @name: its name
 *
 * Returns: (transfer full): what a drag of the topic carries
 */
GdkContentProvider *
np_drag_provide_topic (const char *key, const char *name)
{
  g_autoptr (NpTopicDrag) drag = g_object_new (NP_TYPE_TOPIC_DRAG, NULL);
  GdkContentProvider *parts[2];

  drag->key = g_strdup (key);
  parts[0] = gdk_content_provider_new_typed (NP_TYPE_TOPIC_DRAG, drag);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, name);
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
 * np_drag_set_icon:
 * @source: the source of a drag that has begun
 * @label: what is carried
 * @n: how many of it
 *
 * Shows a card with @label under the pointer, and the number when it is more than one.
 */
void
np_drag_set_icon (GtkDragSource *source, const char *label, guint n)
{
  GdkDrag *drag = gtk_drag_source_get_drag (source);
  GtkWidget *box, *text;

  if (drag == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (box, "np-drag-icon");
  text = gtk_label_new (label);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 32);
  gtk_box_append (GTK_BOX (box), text);
  if (n > 1)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);
      GtkWidget *badge = gtk_label_new (number);

      gtk_widget_add_css_class (badge, "np-badge");
      gtk_box_append (GTK_BOX (box), badge);
    }
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), box);
  gdk_drag_set_hotspot (drag, -12, -8);
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
 * np_drag_get_topic:
 * @drop: (nullable): what is over the window
 *
 * Returns: (transfer none) (nullable): the topic that is carried, `NULL` when it is something else
 */
NpTopicDrag *
np_drag_get_topic (GdkDrop *drop)
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
