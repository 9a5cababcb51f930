#include "model/np-story.h"

struct _NpStory
{
  GObject parent_instance;
  gint64 row;
  char *id;
  char *path;
  char *url;
  char *headline;
  char *deck;
  char *site;
  char *byline;
  char *published;
  char *saved;
  char *thumbnail;
  char *snippet;
  char *marked_headline;
  char **topics;
  guint words;
  gboolean read;
  gboolean starred;
  gboolean archived;
  gboolean trashed;
};

G_DEFINE_FINAL_TYPE (NpStory, np_story, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
np_story_finalize (GObject *object)
{
  NpStory *self = NP_STORY (object);

  g_free (self->id);
  g_free (self->path);
  g_free (self->url);
  g_free (self->headline);
  g_free (self->deck);
  g_free (self->site);
  g_free (self->byline);
  g_free (self->published);
  g_free (self->saved);
  g_free (self->thumbnail);
  g_free (self->snippet);
  g_free (self->marked_headline);
  g_strfreev (self->topics);
  G_OBJECT_CLASS (np_story_parent_class)->finalize (object);
}

static void
np_story_class_init (NpStoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_story_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", NP_TYPE_STORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_story_init (NpStory *self)
{
}

/**
 * np_story_new:
 * @init: what the story is made from
 *
 * Returns: (transfer full): a story
 */
NpStory *
np_story_new (const NpStoryInit *init)
{
  static const char *const none[] = { NULL };
  NpStory *self = g_object_new (NP_TYPE_STORY, NULL);

  self->row = init->row;
  self->id = g_strdup (init->id);
  self->path = g_strdup (init->path);
  self->url = g_strdup (init->url);
  self->headline = g_strdup (init->headline);
  self->deck = g_strdup (init->deck);
  self->site = g_strdup (init->site);
  self->byline = g_strdup (init->byline);
  self->published = g_strdup (init->published);
  self->saved = g_strdup (init->saved);
  self->thumbnail = g_strdup (init->thumbnail);
  self->snippet = g_strdup (init->snippet);
  self->marked_headline = g_strdup (init->marked_headline);
  self->topics = g_strdupv ((char **) (init->topics != NULL ? init->topics : none));
  self->words = init->words;
  self->read = init->read;
  self->starred = init->starred;
  self->archived = init->archived;
  self->trashed = init->trashed;
  return self;
}

/* Gives *@to the value of @from; returns whether it was another. */
static gboolean
assign_string (char **to, const char *from)
{
  if (g_strcmp0 (*to, from) == 0)
    return FALSE;
  g_free (*to);
  *to = g_strdup (from);
  return TRUE;
}

/**
 * np_story_assign:
 * @self: a story
 * @from: the same story as the index has it now
 *
 * Brings @self up to date and emits "changed" when anything is different.
 */
void
np_story_assign (NpStory *self, NpStory *from)
{
  gboolean changed = FALSE;

  g_return_if_fail (NP_IS_STORY (self) && NP_IS_STORY (from));

  changed |= assign_string (&self->id, from->id);
  changed |= assign_string (&self->path, from->path);
  changed |= assign_string (&self->url, from->url);
  changed |= assign_string (&self->headline, from->headline);
  changed |= assign_string (&self->deck, from->deck);
  changed |= assign_string (&self->site, from->site);
  changed |= assign_string (&self->byline, from->byline);
  changed |= assign_string (&self->published, from->published);
  changed |= assign_string (&self->saved, from->saved);
  changed |= assign_string (&self->thumbnail, from->thumbnail);
  changed |= assign_string (&self->snippet, from->snippet);
  changed |= assign_string (&self->marked_headline, from->marked_headline);
  if (!g_strv_equal ((const char *const *) self->topics, (const char *const *) from->topics))
    {
      g_strfreev (self->topics);
      self->topics = g_strdupv (from->topics);
      changed = TRUE;
    }
  changed |= self->words != from->words || self->read != from->read || self->starred != from->starred
             || self->archived != from->archived || self->trashed != from->trashed;
  self->row = from->row;
  self->words = from->words;
  self->read = from->read;
  self->starred = from->starred;
  self->archived = from->archived;
  self->trashed = from->trashed;
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * np_story_get_row:
 * @self: a story
 *
 * Returns: the index's number of the story
 */
gint64
np_story_get_row (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), 0);

  return self->row;
}

/**
 * np_story_get_id:
 * @self: a story
 *
 * Returns: the article's id
 */
const char *
np_story_get_id (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->id;
}

/**
 * np_story_get_path:
 * @self: a story
 *
 * Returns: the article's file, relative to the library's folder
 */
const char *
np_story_get_path (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->path;
}

/**
 * np_story_get_url:
 * @self: a story
 *
 * Returns: (nullable): its address
 */
const char *
np_story_get_url (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->url;
}

/**
 * np_story_get_headline:
 * @self: a story
 *
 * Returns: (nullable): its headline
 */
const char *
np_story_get_headline (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->headline;
}

/**
 * np_story_get_deck:
 * @self: a story
 *
 * Returns: (nullable): its deck, or else the beginning of its body
 */
const char *
np_story_get_deck (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->deck;
}

/**
 * np_story_get_site:
 * @self: a story
 *
 * Returns: (nullable): the name of its site, or else its domain
 */
const char *
np_story_get_site (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->site;
}

/**
 * np_story_get_byline:
 * @self: a story
 *
 * Returns: (nullable): its byline
 */
const char *
np_story_get_byline (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->byline;
}

/**
 * np_story_get_published:
 * @self: a story
 *
 * Returns: (nullable): when it was published, ISO 8601
 */
const char *
np_story_get_published (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->published;
}

/**
 * np_story_get_saved:
 * @self: a story
 *
 * Returns: (nullable): when it was saved, RFC 3339
 */
const char *
np_story_get_saved (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->saved;
}

/**
 * np_story_get_thumbnail:
 * @self: a story
 *
 * Returns: (nullable): the file of its lead photo, relative to the library's folder
 */
const char *
np_story_get_thumbnail (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->thumbnail;
}

/**
 * np_story_get_snippet:
 * @self: a story
 *
 * Returns: (nullable): the words around a search's matches, each match between \x02 and \x03
 */
const char *
np_story_get_snippet (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->snippet;
}

/**
 * np_story_get_marked_headline:
 * @self: a story
 *
 * Returns: (nullable): its headline, each match of a search between \x02 and \x03; `NULL` when nothing in it matches
 */
const char *
np_story_get_marked_headline (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return self->marked_headline;
}

/**
 * np_story_get_topics:
 * @self: a story
 *
 * Returns: the keys of its topics, as the article names them
 */
const char *const *
np_story_get_topics (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), NULL);

  return (const char *const *) self->topics;
}

/**
 * np_story_get_words:
 * @self: a story
 *
 * Returns: the number of words in its body
 */
guint
np_story_get_words (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), 0);

  return self->words;
}

/**
 * np_story_get_read:
 * @self: a story
 *
 * Returns: whether it was read
 */
gboolean
np_story_get_read (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), FALSE);

  return self->read;
}

/**
 * np_story_get_starred:
 * @self: a story
 *
 * Returns: whether it is starred
 */
gboolean
np_story_get_starred (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), FALSE);

  return self->starred;
}

/**
 * np_story_get_archived:
 * @self: a story
 *
 * Returns: whether it is in the archive
 */
gboolean
np_story_get_archived (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), FALSE);

  return self->archived;
}

/**
 * np_story_get_trashed:
 * @self: a story
 *
 * Returns: whether it is in the trash
 */
gboolean
np_story_get_trashed (NpStory *self)
{
  g_return_val_if_fail (NP_IS_STORY (self), FALSE);

  return self->trashed;
}
