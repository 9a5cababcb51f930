#include "index/np-index-entry.h"
#include "index/np-index-private.h"
#include "index/np-rows.h"
#include "index/np-shown.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "model/np-time.h"

#include <stdio.h>
#include <string.h>

#define DECK_CHARS 300
#define KEY_BYTES  64

/* The day as the page tells it, yyyymmdd: "before" and "after" are about days, whatever the zone. */
static void
bind_times (sqlite3_stmt *statement, const NpArticle *article)
{
  gint64 saved = np_time_is_valid (article->saved) ? np_time_sort_key (article->saved) : 0;
  int year, month, day;

  sqlite3_bind_int64 (statement, 8, saved);
  if (!np_time_is_valid (article->published) || sscanf (article->published, "%4d-%2d-%2d", &year, &month, &day) != 3)
    {
      sqlite3_bind_int64 (statement, 7, saved);
      return;
    }
  sqlite3_bind_int64 (statement, 7, np_time_sort_key (article->published));
  sqlite3_bind_int (statement, 9, year * 10000 + month * 100 + day);
}

static gboolean
count_in (NpDb *db, int bin, const NpArticle *article, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_COUNT_IN, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, bin);
  sqlite3_bind_int (statement, 2, article->starred != FALSE);
  sqlite3_bind_int (statement, 3, article->read != FALSE);
  return np_db_do (db, statement, error);
}

static gboolean
write_story (NpDb *db, gint64 *row, const NpIndexEntry *entry, GError **error)
{
  const NpArticle *article = entry->article;
  const NpIndexFile *file = &entry->file;
  int bin = file->trashed ? NP_BIN_TRASH : article->archived ? NP_BIN_ARCHIVE : NP_BIN_INBOX;
  const NpStoryText *text = entry->text;
  g_autofree char *site = np_shown_site (article), *deck = np_shown_deck (text);
  g_autofree char *headline_key = np_shown_sort_key (article->headline), *site_key = np_shown_sort_key (site);
  g_autofree char *names = g_strconcat (site != NULL ? site : "", "\n", article->site_domain, NULL);
  g_autofree char *valid_names = np_valid_text (names, 2048), *site_names = np_text_fold (valid_names);
  g_autofree char *byline = np_shown_byline (article);
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_ADD_SITE, error);

  if (statement == NULL)
    return FALSE;
  np_db_bind (statement, 1, site_names);
  if (!np_db_do (db, statement, error))
    return FALSE;
  statement = np_db_get (db, *row > 0 ? NP_SQL_UPDATE : NP_SQL_INSERT, error);
  if (statement == NULL)
    return FALSE;
  if (*row > 0)
    sqlite3_bind_int64 (statement, 1, *row);
  sqlite3_bind_int (statement, 2, bin);
  sqlite3_bind_int (statement, 3, article->starred != FALSE);
  sqlite3_bind_int (statement, 4, article->read != FALSE);
  sqlite3_bind_int (statement, 5, article->archived != FALSE);
  sqlite3_bind_int64 (statement, 6, entry->n_words);
  bind_times (statement, article);
  np_db_bind (statement, 10, site_names);
  np_db_bind (statement, 11, headline_key);
  np_db_bind (statement, 12, site_key);
  np_db_bind (statement, 13, article->id);
  np_db_bind (statement, 14, file->path);
  sqlite3_bind_int64 (statement, 15, file->size);
  sqlite3_bind_int64 (statement, 16, file->mtime_ns);
  np_db_bind (statement, 17, article->url != NULL ? article->url : article->canonical_url);
  np_db_bind (statement, 18, *text->parts[NP_PART_HEADLINE] != '\0' ? text->parts[NP_PART_HEADLINE] : NULL);
  np_db_bind (statement, 19, np_text_is_empty (deck) ? NULL : deck);
  np_db_bind (statement, 20, site);
  np_db_bind (statement, 21, byline);
  np_db_bind (statement, 22, article->published);
  np_db_bind (statement, 23, article->saved);
  np_db_bind (statement, 24, np_shown_thumbnail (article));
  sqlite3_bind_int (statement, 25, article->highlights->len > 0);
  sqlite3_bind_int64 (statement, 26, np_sql_hash_address (file->path));
  if (!np_db_do (db, statement, error))
    return FALSE;
  if (*row > 0)
    return TRUE;
  *row = sqlite3_last_insert_rowid (db->db);
  return count_in (db, bin, article, error);
}

/* Puts the words in, or takes those out that were put in. */
static gboolean
write_words (NpDb *db, gint64 row, const char *words, const char *fields, gboolean drop, GError **error)
{
  const struct
  {
    NpSql sql;
    const char *words;
  } tables[] = { { drop ? NP_SQL_DROP_WORDS : NP_SQL_ADD_WORDS, words },
                 { drop ? NP_SQL_DROP_FIELDS : NP_SQL_ADD_FIELDS, fields } };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_stmt *statement = np_db_get (db, tables[i].sql, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, row);
      np_db_bind (statement, 2, tables[i].words);
      if (!np_db_do (db, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Gives NULL as @packed for a row without text. */
static gboolean
read_packed (NpDb *db, gint64 row, GBytes **packed, GError **error)
{
  gboolean found;
  sqlite3_stmt *statement = np_db_look_up (db, NP_SQL_GET_TEXT, row, &found, error);

  *packed = NULL;
  if (statement == NULL)
    return FALSE;
  if (found)
    *packed = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  return TRUE;
}

/* Takes out the words that were put in for the text of a row. */
static gboolean
drop_words (NpDb *db, gint64 row, GBytes *packed, GError **error)
{
  g_autoptr (NpStoryText) text =
      np_story_text_unpack (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), db->decompressor);
  g_autofree char *words = NULL, *fields = NULL;

  if (text == NULL)
    {
      db->damaged = TRUE;
      g_set_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED,
                   "the index: the text of row %" G_GINT64_FORMAT " is damaged", row);
      return FALSE;
    }
  words = np_story_text_to_words (text, NULL);
  fields = np_story_text_to_fields (text);
  return write_words (db, row, words, fields, TRUE, error);
}

static gboolean
write_bytes (NpDb *db, NpSql sql, gint64 row, GBytes *bytes, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);
  sqlite3_bind_blob64 (statement, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_STATIC);
  return np_db_do (db, statement, error);
}

static gboolean
add_text (NpDb *db, gint64 row, NpIndexEntry *entry, GError **error)
{
  np_index_entry_cut (entry);
  return write_bytes (db, NP_SQL_SET_TEXT, row, entry->packed, error)
         && write_bytes (db, NP_SQL_SET_PAIRS, row, entry->pairs, error)
         && write_words (db, row, entry->words, entry->fields, FALSE, error);
}

/* What has not changed is not written. */
static gboolean
change_text (NpDb *db, gint64 row, NpIndexEntry *entry, GError **error)
{
  g_autoptr (GBytes) before = NULL;

  if (!read_packed (db, row, &before, error))
    return FALSE;
  if (before != NULL && g_bytes_equal (before, entry->packed))
    return TRUE;
  return (before == NULL || drop_words (db, row, before, error)) && add_text (db, row, entry, error);
}

static gboolean
do_with_row (NpDb *db, NpSql sql, gint64 row, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);
  return np_db_do (db, statement, error);
}

static gboolean
write_topics (NpDb *db, gint64 row, GPtrArray *topics, gboolean live, GError **error)
{
  for (guint i = 0; i < topics->len; i++)
    {
      g_autofree char *key = np_valid_text (topics->pdata[i], 1024);
      sqlite3_stmt *statement = np_db_get (db, NP_SQL_ADD_TOPIC, error);

      if (statement == NULL)
        return FALSE;
      np_db_bind (statement, 1, key);
      if (!np_db_do (db, statement, error) || (statement = np_db_get (db, NP_SQL_ADD_STORY_TOPIC, error)) == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, row);
      sqlite3_bind_int (statement, 2, (int) i);
      np_db_bind (statement, 3, key);
      sqlite3_bind_int (statement, 4, live);
      if (!np_db_do (db, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_keys (NpDb *db, gint64 row, const NpArticle *article, GError **error)
{
  gint64 keys[NP_INDEX_KEYS];
  guint n = np_index_list_keys (article, keys);

  for (guint i = 0; i < n; i++)
    {
      sqlite3_stmt *statement = np_db_get (db, NP_SQL_ADD_URL, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, keys[i]);
      sqlite3_bind_int64 (statement, 2, row);
      if (!np_db_do (db, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_row (NpDb *db, gint64 row, GError **error)
{
  g_autoptr (GBytes) packed = NULL;

  return read_packed (db, row, &packed, error) && (packed == NULL || drop_words (db, row, packed, error))
         && do_with_row (db, NP_SQL_DELETE_TEXT, row, error) && do_with_row (db, NP_SQL_DELETE_PAIRS, row, error)
         && do_with_row (db, NP_SQL_DELETE_STORY_TOPICS, row, error) && do_with_row (db, NP_SQL_DELETE_URLS, row, error)
         && do_with_row (db, NP_SQL_DELETE, row, error);
}

static gboolean
remove_id (NpDb *db, const char *id, GError **error)
{
  gint64 row;

  return np_rows_find (db, id, &row, error) && (row == 0 || remove_row (db, row, error));
}

/* A file is of one story: who was at this path before is not there any more. */
static gboolean
clear_path (NpDb *db, const char *path, const char *id, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_DROP_PATH, error);
  g_autofree char *other = NULL;
  gboolean found;

  if (statement == NULL)
    return FALSE;
  np_db_bind (statement, 1, path);
  np_db_bind (statement, 2, id);
  sqlite3_bind_int64 (statement, 3, np_sql_hash_address (path));
  if (!np_db_step (db, statement, &found, error))
    return FALSE;
  if (found)
    other = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return other == NULL || remove_id (db, other, error);
}

/* A story that is not there yet has nothing that would have to go first. */
static gboolean
write_rest (NpDb *db, gint64 row, NpIndexEntry *entry, gboolean fresh, GError **error)
{
  if (fresh ? !add_text (db, row, entry, error)
            : !change_text (db, row, entry, error) || !do_with_row (db, NP_SQL_DELETE_STORY_TOPICS, row, error)
                  || !do_with_row (db, NP_SQL_DELETE_URLS, row, error))
    return FALSE;
  db->last_row = MAX (db->last_row, row);
  return write_topics (db, row, entry->article->topics, !entry->file.trashed, error)
         && write_keys (db, row, entry->article, error);
}

/*< private >
 * np_index_write_entry:
 * @db: the writer, within np_index_enter()
 * @entry: what is to be known of a story
 * @error: what SQLite said
 *
 * Returns: whether it was written
 */
gboolean
np_index_write_entry (NpDb *db, NpIndexEntry *entry, GError **error)
{
  gint64 row;
  gboolean fresh;

  if (entry->article->id == NULL)
    {
      g_set_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index: %s has no id", entry->path);
      return FALSE;
    }
  if (!clear_path (db, entry->path, entry->article->id, error) || !np_rows_find (db, entry->article->id, &row, error))
    return FALSE;
  fresh = row == 0;
  return write_story (db, &row, entry, error) && write_rest (db, row, entry, fresh, error);
}

/**
 * np_index_put:
 * @self: an index
 * @article: an article with an id
 * @file: its file
 * @error: what SQLite said; nothing of @article is written then, nor of what came since np_index_begin()
 *
 * Writes what is to be known of a story in place of what was known of the same id and of the same path. Outside of
 * np_index_begin() readers see it when this returns.
 *
 * Returns: whether it was written
 */
gboolean
np_index_put (NpIndex *self, const NpArticle *article, const NpIndexFile *file, GError **error)
{
  g_autoptr (NpIndexEntry) entry = NULL;

  g_return_val_if_fail (NP_IS_INDEX (self) && article != NULL && file != NULL && file->path != NULL, FALSE);

  entry = np_index_entry_new (article, file);
  return np_index_put_entry (self, entry, error);
}

/**
 * np_index_put_entry:
 * @self: an index
 * @entry: what is to be known of a story
 * @error: as for np_index_put()
 *
 * The second half of np_index_put().
 *
 * Returns: whether it was written
 */
gboolean
np_index_put_entry (NpIndex *self, NpIndexEntry *entry, GError **error)
{
  NpDb *db;
  gboolean done;

  g_return_val_if_fail (NP_IS_INDEX (self) && entry != NULL, FALSE);

  db = np_index_lock_writer (self, error);
  if (db == NULL)
    return FALSE;
  done = np_index_enter (self, db, error) && np_index_leave (self, db, np_index_write_entry (db, entry, error), error);
  np_index_unlock_writer (self);
  return done;
}

/**
 * np_index_remove:
 * @self: an index
 * @id: an article's id
 * @error: what SQLite said
 *
 * Returns: whether there is no such story any more
 */
gboolean
np_index_remove (NpIndex *self, const char *id, GError **error)
{
  NpDb *db;
  gboolean done;

  g_return_val_if_fail (NP_IS_INDEX (self) && id != NULL, FALSE);

  db = np_index_lock_writer (self, error);
  if (db == NULL)
    return FALSE;
  done = np_index_enter (self, db, error) && np_index_leave (self, db, remove_id (db, id, error), error);
  np_index_unlock_writer (self);
  return done;
}

/**
 * np_index_clear:
 * @self: an index
 * @error: what SQLite said
 *
 * Empties the index, to fill it again. One that is damaged gets a new file.
 *
 * Returns: whether it is empty
 */
gboolean
np_index_clear (NpIndex *self, GError **error)
{
  NpDb *db;
  gboolean done;

  g_return_val_if_fail (NP_IS_INDEX (self), FALSE);

  db = np_index_lock_writer (self, error);
  if (db == NULL)
    return FALSE;
  done = np_index_enter (self, db, NULL) && np_index_leave (self, db, np_db_run (db, np_sql_empty, NULL), NULL);
  if (!done || db->damaged || np_index_is_damaged (self))
    done = np_index_make_anew (self, error);
  np_index_unlock_writer (self);
  return done;
}
