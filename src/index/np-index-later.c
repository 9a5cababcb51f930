/* Stories of NpIndex that are written soon. */
#include "index/np-index-private.h"

typedef struct
{
  NpArticle *article;
  NpIndexFile file;
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
 * it and sees it. A program that dies meanwhile has the file and not the row, as when others had written the file. When
 * it fails, the function of np_index_watch() is called.
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
  np_backlog_push (np_index_get_later (self), waiting);
}

/*< private >
 * np_index_settle:
 * @index: an index
 *
 * Waits until all that np_index_put_later() was given is written.
 */
void
np_index_settle (gpointer index)
{
  NpIndex *self = index;

  if (!np_backlog_is_empty (np_index_get_later (self)) && np_index_lock_writer (self, NULL) != NULL)
    np_index_unlock_writer (self);
}

typedef struct
{
  NpIndex *index;
  NpAlarm *alarm;
} Settling;

static void
write_waiting (gpointer owner, gpointer piece)
{
  Waiting *waiting = piece;
  Settling *settling = owner;
  g_autoptr (GError) error = NULL;

  if (np_index_put (settling->index, waiting->article, &waiting->file, &error))
    return;
  g_message ("the index failed: %s", error->message);
  np_alarm_doubt (settling->alarm);
}

/*< private >
 * np_index_settle_writer:
 * @self: an index whose writer this thread has
 * @alarm: who is told when it fails
 *
 * Writes all that np_index_put_later() was given.
 */
void
np_index_settle_writer (NpIndex *self, NpAlarm *alarm)
{
  Settling settling = { self, alarm };

  np_backlog_settle (np_index_get_later (self), write_waiting, &settling);
}
