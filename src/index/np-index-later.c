/* Stories of NpIndex that are written soon. */
#include "index/np-index-entry.h"
#include "index/np-index-private.h"

typedef struct
{
  NpArticle *article;
  NpIndexFile file;
  gint64 keys[NP_INDEX_KEYS]; /* what it is found by */
  guint n_keys;
} Waiting;

/*< private >
 * np_index_waiting_free:
 * @waiting: (transfer full): a story that is to be written soon
 */
void
np_index_waiting_free (gpointer waiting)
{
  Waiting *self = waiting;

  np_article_unref (self->article);
  g_free ((char *) self->file.path);
  g_free (self);
}

/**
 * np_index_put_later:
 * @self: an index
 * @article: an article with an id, which nobody changes any more
 * @file: its file
 *
 * Does as np_index_put() does, in a thread and soon. Whoever asks the index, in any thread of this process, waits for
 * it and sees it; who asks only for an id sees it without waiting. A program that dies meanwhile has the file and not
 * the row, as when others had written the file. When it fails, the function of np_index_watch() is called.
 */
void
np_index_put_later (NpIndex *self, const NpArticle *article, const NpIndexFile *file)
{
  Waiting *waiting;

  g_return_if_fail (NP_IS_INDEX (self) && article != NULL && file != NULL && file->path != NULL);

  waiting = g_new0 (Waiting, 1);
  waiting->article = np_article_ref ((NpArticle *) article);
  waiting->file = *file;
  waiting->file.path = g_strdup (file->path);
  waiting->n_keys = np_index_list_keys (article, waiting->keys);
  np_backlog_push (np_index_get_later (self), waiting);
}

typedef struct
{
  gint64 key;
  char *id;
} Looking;

static gboolean
look_at_waiting (gpointer piece, gpointer user_data)
{
  const Waiting *waiting = piece;
  Looking *looking = user_data;

  for (guint i = 0; i < waiting->n_keys; i++)
    if (waiting->keys[i] == looking->key && !waiting->file.trashed && waiting->article->id != NULL)
      {
        looking->id = g_strdup (waiting->article->id);
        return FALSE;
      }
  return TRUE;
}

/*< private >
 * np_index_find_waiting:
 * @self: an index
 * @key: one of np_index_list_keys()
 *
 * A story that was given to np_index_put_later() is found here, or by whoever begins to read after this.
 *
 * Returns: (transfer full) (nullable): the id of a story of @key that is not written yet and not in the trash
 */
char *
np_index_find_waiting (NpIndex *self, gint64 key)
{
  Looking looking = { key, NULL };

  np_backlog_each (np_index_get_later (self), look_at_waiting, &looking);
  return looking.id;
}

/**
 * np_index_settle:
 * @self: an index
 *
 * Waits until all that np_index_put_later() was given is written, for other processes too.
 */
void
np_index_settle (NpIndex *self)
{
  g_return_if_fail (NP_IS_INDEX (self));

  if (!np_backlog_is_empty (np_index_get_later (self)) && np_index_lock_writer (self, NULL) != NULL)
    np_index_unlock_writer (self);
}

/*< private >
 * np_index_acquire:
 * @self: an index
 * @cancellable: (nullable): stops what is read
 * @error: what SQLite said
 *
 * As np_index_acquire_unsettled(), once all that np_index_put_later() was given is written.
 *
 * Returns: (nullable): a connection for this thread alone
 */
NpDb *
np_index_acquire (NpIndex *self, GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    np_index_settle (self);
  return np_index_acquire_unsettled (self, cancellable, error);
}

typedef struct
{
  NpIndex *index;
  NpDb *db;
  NpAlarm *alarm;
} Settling;

static gboolean
write_one (NpDb *db, const Waiting *waiting, GError **error)
{
  g_autoptr (NpIndexEntry) entry = np_index_entry_new (waiting->article, &waiting->file);

  return np_index_write_entry (db, entry, error);
}

/* All of them or none. */
static gboolean
write_portion (const Settling *settling, gpointer *pieces, guint n, GError **error)
{
  gboolean good;

  if (!np_index_enter (settling->index, settling->db, error))
    return FALSE;
  good = TRUE;
  for (guint i = 0; good && i < n; i++)
    good = write_one (settling->db, pieces[i], error);
  return np_index_leave (settling->index, settling->db, good, error);
}

/* One that cannot be written costs the others nothing but time. */
static void
write_waiting (gpointer owner, gpointer *pieces, guint n)
{
  const Settling *settling = owner;

  if (n > 1 && write_portion (settling, pieces, n, NULL))
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      if (write_portion (settling, pieces + i, 1, &error))
        continue;
      g_message ("the index failed: %s", error->message);
      np_alarm_doubt (settling->alarm);
    }
}

/*< private >
 * np_index_settle_writer:
 * @self: an index whose writer this thread has
 * @db: the writer
 * @alarm: who is told when it fails
 *
 * Writes all that np_index_put_later() was given.
 */
void
np_index_settle_writer (NpIndex *self, NpDb *db, NpAlarm *alarm)
{
  Settling settling = { self, db, alarm };

  np_backlog_settle (np_index_get_later (self), write_waiting, &settling);
}
