#include "index/np-index-private.h"
#include "index/np-shown.h"
#include "index/np-story-text.h"

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
write_story (NpDb *db, gint64 *row, const NpArticle *article, const NpIndexFile *file, const NpStoryText *text,
             GError **error)
{
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
  sqlite3_bind_int (statement, 2, file->trashed ? NP_BIN_TRASH : article->archived ? NP_BIN_ARCHIVE : NP_BIN_INBOX);
  sqlite3_bind_int (statement, 3, article->starred != FALSE);
  sqlite3_bind_int (statement, 4, article->read != FALSE);
  sqlite3_bind_int (statement, 5, article->archived != FALSE);
  sqlite3_bind_int64 (statement, 6, (gint64) np_text_count_words (text->parts[NP_PART_BODY]));
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
  if (!np_db_do (db, statement, error))
    return FALSE;
  if (*row == 0)
    *row = sqlite3_last_insert_rowid (db->db);
  return TRUE;
}

/* Puts the words of @text in, or takes those out that were put in for the same text. */
static gboolean
write_words (NpDb *db, gint64 row, const NpStoryText *text, gboolean drop, GError **error)
{
  const struct
  {
    NpSql sql;
    char *words;
  } tables[] = { { drop ? NP_SQL_DROP_WORDS : NP_SQL_ADD_WORDS, np_story_text_to_words (text) },
                 { drop ? NP_SQL_DROP_FIELDS : NP_SQL_ADD_FIELDS, np_story_text_to_fields (text) } };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_stmt *statement = good ? np_db_get (db, tables[i].sql, error) : NULL;

      good = statement != NULL;
      if (good)
        {
          sqlite3_bind_int64 (statement, 1, row);
          np_db_bind (statement, 2, tables[i].words);
          good = np_db_do (db, statement, error);
        }
      g_free (tables[i].words);
    }
  return good;
}

/* Writes the words of a story; @text NULL takes them out. What has not changed is not written. */
static gboolean
write_text (NpDb *db, gint64 row, const NpStoryText *text, GError **error)
{
  g_autoptr (GBytes) packed = text != NULL ? np_story_text_pack (text, db->compressor) : NULL, before = NULL;
  g_autoptr (NpStoryText) old = NULL;
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_GET_TEXT, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);
  if (!np_db_step (db, statement, &found, error))
    return FALSE;
  if (found)
    before = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  if (before != NULL && packed != NULL && g_bytes_equal (before, packed))
    return TRUE;
  if (before != NULL)
    {
      old = np_story_text_unpack (g_bytes_get_data (before, NULL), g_bytes_get_size (before), db->decompressor);
      if (old == NULL)
        {
          db->damaged = TRUE;
          g_set_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED,
                       "the index: the text of row %" G_GINT64_FORMAT " is damaged", row);
          return FALSE;
        }
      if (!write_words (db, row, old, TRUE, error))
        return FALSE;
    }
  statement = np_db_get (db, text != NULL ? NP_SQL_SET_TEXT : NP_SQL_DELETE_TEXT, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);
  if (packed != NULL)
    sqlite3_bind_blob64 (statement, 2, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), SQLITE_STATIC);
  return np_db_do (db, statement, error) && (text == NULL || write_words (db, row, text, FALSE, error));
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

/* Swallows @key; NULL is nothing to write. */
static gboolean
write_url (NpDb *db, gint64 row, char *key, GError **error)
{
  g_autofree char *own = key;
  sqlite3_stmt *statement;

  if (key == NULL)
    return TRUE;
  statement = np_db_get (db, NP_SQL_ADD_URL, error);
  if (statement == NULL)
    return FALSE;
  np_db_bind (statement, 1, key);
  sqlite3_bind_int64 (statement, 2, row);
  return np_db_do (db, statement, error);
}

static gboolean
write_urls (NpDb *db, gint64 row, const NpArticle *article, GError **error)
{
  const char *urls[] = { article->url, article->canonical_url, article->provenance.final_url };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    if (!write_url (db, row, np_uri_compare_key (urls[i]), error))
      return FALSE;
  return write_url (db, row, np_sql_dup_page_key (article->provenance.page), error);
}

/* Gives 0 for a story that is not there. */
static gboolean
find_row (NpDb *db, const char *id, gint64 *row, GError **error)
{
  sqlite3_stmt *statement = np_db_get (db, NP_SQL_FIND_ID, error);
  gboolean found;

  *row = 0;
  if (statement == NULL)
    return FALSE;
  np_db_bind (statement, 1, id);
  if (!np_db_step (db, statement, &found, error))
    return FALSE;
  if (found)
    *row = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
remove_row (NpDb *db, gint64 row, GError **error)
{
  return write_text (db, row, NULL, error) && do_with_row (db, NP_SQL_DELETE_STORY_TOPICS, row, error)
         && do_with_row (db, NP_SQL_DELETE_URLS, row, error) && do_with_row (db, NP_SQL_DELETE, row, error);
}

static gboolean
remove_id (NpDb *db, const char *id, GError **error)
{
  gint64 row;

  return find_row (db, id, &row, error) && (row == 0 || remove_row (db, row, error));
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
  if (!np_db_step (db, statement, &found, error))
    return FALSE;
  if (found)
    other = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return other == NULL || remove_id (db, other, error);
}

static gboolean
put (NpDb *db, const NpArticle *article, const NpIndexFile *file, GError **error)
{
  g_autoptr (NpStoryText) text = np_story_text_new (article);
  gboolean done;
  gint64 row;

  done = clear_path (db, file->path, article->id, error) && find_row (db, article->id, &row, error)
         && write_story (db, &row, article, file, text, error) && write_text (db, row, text, error)
         && do_with_row (db, NP_SQL_DELETE_STORY_TOPICS, row, error)
         && write_topics (db, row, article->topics, !file->trashed, error)
         && do_with_row (db, NP_SQL_DELETE_URLS, row, error) && write_urls (db, row, article, error);
  if (done)
    db->last_row = MAX (db->last_row, row);
  return done;
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
  NpDb *db;
  gboolean done;

  g_return_val_if_fail (NP_IS_INDEX (self) && article != NULL && file != NULL && file->path != NULL, FALSE);

  if (article->id == NULL)
    {
      g_set_error (error, NP_INDEX_ERROR, NP_INDEX_ERROR_FAILED, "the index: %s has no id", file->path);
      return FALSE;
    }
  db = np_index_lock_writer (self, error);
  if (db == NULL)
    return FALSE;
  done = np_index_enter (self, db, error) && np_index_leave (self, db, put (db, article, file, error), error);
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
