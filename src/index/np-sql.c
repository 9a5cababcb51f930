#include "index/np-sql.h"

#include <string.h>

/* The list's orders are indexes that hold all that a place asks for, so that a page of the list never reads a story.
 * "words" and "fields" keep no text (content=''): texts has it once, packed. Their rows are those of stories.
 * Neither knows where in a story a word stands: that keeps their lists short, and a list is what a search reads. In
 * "fields" each word has the letter of its part before it, so that a part is a list of its own.
 * A path is found by its number: an index of the paths themselves would be a fortieth of the file.
 * A story that comes is counted in totals by a statement of its own and not by a trigger: a statement with a trigger
 * has a savepoint, and at each of those FTS5 writes down the words it has gathered, which takes longer than all the
 * rest. 'hashsize' is how many bytes of words FTS5 gathers before it writes them down anyway. */
const char *const np_sql_schema =
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"

    "CREATE TABLE stories (row INTEGER PRIMARY KEY AUTOINCREMENT, bin INTEGER NOT NULL, starred INTEGER NOT NULL,"
    " read INTEGER NOT NULL, archived INTEGER NOT NULL, highlighted INTEGER NOT NULL, words INTEGER NOT NULL, "
    "published_key INTEGER NOT NULL,"
    " saved_key INTEGER NOT NULL, day INTEGER, site_number INTEGER, headline_key TEXT NOT NULL, site_key TEXT NOT NULL,"
    " id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, path_key INTEGER NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT "
    "NULL, url TEXT,"
    " headline TEXT, deck TEXT, site TEXT, byline TEXT, published TEXT, saved TEXT, thumbnail TEXT);"
    "CREATE INDEX stories_path ON stories (path_key);"
    "CREATE INDEX stories_published ON stories (published_key, row, bin, starred);"
    "CREATE INDEX stories_saved ON stories (saved_key, row, bin, starred);"
    "CREATE INDEX stories_headline ON stories (headline_key, row, bin, starred);"
    "CREATE INDEX stories_site ON stories (site_key, row, bin, starred);"
    "CREATE INDEX stories_length ON stories (words, row, bin, starred);"
    "CREATE INDEX stories_state ON stories (bin, starred, read);"
    "CREATE INDEX stories_read ON stories (read);"
    "CREATE INDEX stories_starred ON stories (starred);"
    "CREATE INDEX stories_archived ON stories (archived);"
    "CREATE INDEX stories_highlighted ON stories (row) WHERE highlighted;"
    "CREATE INDEX stories_day ON stories (day) WHERE day IS NOT NULL;"
    "CREATE INDEX stories_site_number ON stories (site_number) WHERE site_number IS NOT NULL;"

    "CREATE TABLE texts (row INTEGER PRIMARY KEY, text BLOB NOT NULL);"
    "CREATE TABLE pairs (row INTEGER PRIMARY KEY, bits BLOB NOT NULL);"
    "CREATE TABLE sites (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"
    "CREATE TABLE topics (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);"
    "CREATE TABLE story_topics (row INTEGER, position INTEGER, number INTEGER NOT NULL, live INTEGER NOT NULL,"
    " PRIMARY KEY (row, position)) WITHOUT ROWID;"
    "CREATE INDEX story_topics_number ON story_topics (number, row);"
    "CREATE TABLE urls (key INTEGER, row INTEGER, PRIMARY KEY (key, row)) WITHOUT ROWID;"
    "CREATE INDEX urls_row ON urls (row);"

    "CREATE TABLE totals (bin INTEGER, starred INTEGER, read INTEGER, stories INTEGER NOT NULL,"
    " PRIMARY KEY (bin, starred, read)) WITHOUT ROWID;"
    "CREATE TRIGGER stories_out AFTER DELETE ON stories BEGIN"
    " UPDATE totals SET stories = stories - 1 WHERE bin = old.bin AND starred = old.starred AND read = old.read; END;"
    "CREATE TRIGGER stories_move AFTER UPDATE OF bin, starred, read ON stories"
    " WHEN old.bin <> new.bin OR old.starred <> new.starred OR old.read <> new.read BEGIN"
    " UPDATE totals SET stories = stories - 1 WHERE bin = old.bin AND starred = old.starred AND read = old.read;"
    " INSERT INTO totals VALUES (new.bin, new.starred, new.read, 1)"
    "  ON CONFLICT DO UPDATE SET stories = stories + 1; END;"

    "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', columnsize = 0, detail = none, prefix = '1 2 3',"
    " tokenize = ascii);"
    "CREATE VIRTUAL TABLE fields USING fts5 (text, content = '', columnsize = 0, detail = none, prefix = '2 3 4',"
    " tokenize = ascii);"
    "INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);"
    "INSERT INTO fields (fields, rank) VALUES ('hashsize', 16777216);";

const char *const np_sql_empty =
    "DELETE FROM urls; DELETE FROM story_topics; DELETE FROM topics; DELETE FROM texts; DELETE FROM pairs; DELETE FROM "
    "stories;"
    "DELETE FROM sites; DELETE FROM totals; INSERT INTO words (words) VALUES ('delete-all');"
    "INSERT INTO fields (fields) VALUES ('delete-all');";

#define ORDER(key, direction) "SELECT row, bin, starred FROM stories ORDER BY " key " " direction ", row " direction

static const char *const texts[] = {
  [NP_SQL_SET_META] = "INSERT OR REPLACE INTO meta VALUES ('library', ?)",
  [NP_SQL_GET_META] = "SELECT value FROM meta WHERE name = 'library'",
  [NP_SQL_LAST_ROW] = "SELECT seq FROM sqlite_sequence WHERE name = 'stories'",
  [NP_SQL_SKIP_ROWS] = "INSERT INTO sqlite_sequence (name, seq) VALUES ('stories', ?)",

  [NP_SQL_FIND_ID] = "SELECT row FROM stories WHERE id = ?",
  [NP_SQL_DROP_PATH] = "SELECT id FROM stories WHERE path_key = ?3 AND path = ?1 AND id <> ?2",
  [NP_SQL_INSERT] = "INSERT INTO stories (bin, starred, read, archived, words, published_key, saved_key, day,"
                    " site_number, headline_key, site_key, id, path, size, mtime, url, headline, deck, site, byline,"
                    " published, saved, thumbnail, highlighted, path_key)"
                    " VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, (SELECT number FROM sites WHERE name = ?10), ?11, ?12,"
                    " ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)",
  [NP_SQL_COUNT_IN] = "INSERT INTO totals VALUES (?1, ?2, ?3, 1) ON CONFLICT DO UPDATE SET stories = stories + 1",
  [NP_SQL_UPDATE] =
      "UPDATE stories SET bin = ?2, starred = ?3, read = ?4, archived = ?5, words = ?6,"
      " published_key = ?7, saved_key = ?8, day = ?9,"
      " site_number = (SELECT number FROM sites WHERE name = ?10), headline_key = ?11, site_key = ?12,"
      " id = ?13, path = ?14, size = ?15, mtime = ?16, url = ?17, headline = ?18, deck = ?19, site = ?20,"
      " byline = ?21, published = ?22, saved = ?23, thumbnail = ?24, highlighted = ?25, path_key = ?26 WHERE row = ?1",
  [NP_SQL_DELETE] = "DELETE FROM stories WHERE row = ?",
  [NP_SQL_GET_STORY] = "SELECT id, path, url, headline, deck, site, byline, published, saved, thumbnail, words, read,"
                       " starred, archived, bin FROM stories WHERE row = ?",
  [NP_SQL_GET_TEXT] = "SELECT text FROM texts WHERE row = ?",
  [NP_SQL_SET_TEXT] = "INSERT OR REPLACE INTO texts VALUES (?1, ?2)",
  [NP_SQL_GET_PAIRS] = "SELECT bits FROM pairs WHERE row = ?",
  [NP_SQL_SET_PAIRS] = "INSERT OR REPLACE INTO pairs VALUES (?1, ?2)",
  [NP_SQL_DELETE_PAIRS] = "DELETE FROM pairs WHERE row = ?",
  [NP_SQL_DELETE_TEXT] = "DELETE FROM texts WHERE row = ?",
  [NP_SQL_ADD_WORDS] = "INSERT INTO words (rowid, text) VALUES (?1, ?2)",
  [NP_SQL_DROP_WORDS] = "INSERT INTO words (words, rowid, text) VALUES ('delete', ?1, ?2)",
  [NP_SQL_ADD_FIELDS] = "INSERT INTO fields (rowid, text) VALUES (?1, ?2)",
  [NP_SQL_DROP_FIELDS] = "INSERT INTO fields (fields, rowid, text) VALUES ('delete', ?1, ?2)",
  [NP_SQL_ADD_SITE] = "INSERT OR IGNORE INTO sites (name) VALUES (?)",
  [NP_SQL_ADD_TOPIC] = "INSERT OR IGNORE INTO topics (key) VALUES (?)",
  [NP_SQL_ADD_STORY_TOPIC] = "INSERT INTO story_topics VALUES (?1, ?2, (SELECT number FROM topics WHERE key = ?3), ?4)",
  [NP_SQL_DELETE_STORY_TOPICS] = "DELETE FROM story_topics WHERE row = ?",
  [NP_SQL_LIST_STORY_TOPICS] =
      "SELECT key FROM story_topics JOIN topics USING (number) WHERE row = ? ORDER BY position",
  [NP_SQL_ADD_URL] = "INSERT OR IGNORE INTO urls VALUES (?1, ?2)",
  [NP_SQL_DELETE_URLS] = "DELETE FROM urls WHERE row = ?",
  [NP_SQL_LIST_URLS] = "SELECT other.row FROM urls AS mine JOIN urls AS other USING (key) WHERE mine.row = ?",
  [NP_SQL_FIND_URL] = "SELECT id FROM urls JOIN stories USING (row) WHERE key = ? ORDER BY bin = 2, row LIMIT 1",
  [NP_SQL_FIND_PATH] = "SELECT id, size, mtime, bin = 2 FROM stories WHERE path_key = ?2 AND path = ?1",
  [NP_SQL_EACH_FILE] = "SELECT id, path, size, mtime, bin = 2 FROM stories ORDER BY row",

  [NP_SQL_MAX_ROW] = "SELECT ifnull (max (row), 0) FROM stories",
  [NP_SQL_TOTALS] = "SELECT bin, starred, read, stories FROM totals",
  [NP_SQL_TOPIC_KEYS] = "SELECT number, key FROM topics",
  [NP_SQL_EACH_STORY_TOPIC] = "SELECT row, number FROM story_topics WHERE live ORDER BY row",
  [NP_SQL_EACH_HEADLINE] = "SELECT stories.row, day, headline, key FROM stories LEFT JOIN story_topics USING (row)"
                           " LEFT JOIN topics USING (number) WHERE bin <> 2 ORDER BY stories.row, position",

  [NP_SQL_ROWS_BY_WORDS] = "SELECT count (np_mark (rowid)) FROM words WHERE words MATCH ?",
  [NP_SQL_ROWS_BY_FIELDS] = "SELECT count (np_mark (rowid)) FROM fields WHERE fields MATCH ?",
  [NP_SQL_ROWS_BY_TOPIC] =
      "SELECT count (np_mark (row)) FROM story_topics WHERE number = (SELECT number FROM topics WHERE key = ?)",
  [NP_SQL_ROWS_BY_SITE] = "SELECT count (np_mark (row)) FROM stories WHERE site_number IN"
                          " (SELECT number FROM sites WHERE instr (name, ?) > 0)",
  [NP_SQL_ROWS_BEFORE] = "SELECT count (np_mark (row)) FROM stories WHERE day IS NOT NULL AND day < ?",
  [NP_SQL_ROWS_AFTER] = "SELECT count (np_mark (row)) FROM stories WHERE day IS NOT NULL AND day > ?",
  [NP_SQL_ROWS_BY_BIN] = "SELECT count (np_mark (row)) FROM stories WHERE bin = ?",
  [NP_SQL_ROWS_ARCHIVED] = "SELECT count (np_mark (row)) FROM stories WHERE archived = ?",
  [NP_SQL_ROWS_HIGHLIGHTED] = "SELECT count (np_mark (row)) FROM stories WHERE highlighted = ?",
  [NP_SQL_ROWS_STARRED] = "SELECT count (np_mark (row)) FROM stories WHERE starred = ?",
  [NP_SQL_ROWS_READ] = "SELECT count (np_mark (row)) FROM stories WHERE read = ?",

  [NP_SQL_BY_PUBLISHED] = ORDER ("published_key", "ASC"),
  [NP_SQL_BY_PUBLISHED_DOWN] = ORDER ("published_key", "DESC"),
  [NP_SQL_BY_SAVED] = ORDER ("saved_key", "ASC"),
  [NP_SQL_BY_SAVED_DOWN] = ORDER ("saved_key", "DESC"),
  [NP_SQL_BY_HEADLINE] = ORDER ("headline_key", "ASC"),
  [NP_SQL_BY_HEADLINE_DOWN] = ORDER ("headline_key", "DESC"),
  [NP_SQL_BY_SITE] = ORDER ("site_key", "ASC"),
  [NP_SQL_BY_SITE_DOWN] = ORDER ("site_key", "DESC"),
  [NP_SQL_BY_LENGTH] = ORDER ("words", "ASC"),
  [NP_SQL_BY_LENGTH_DOWN] = ORDER ("words", "DESC"),
  [NP_SQL_KEYS_OF_ROW] = "SELECT row, bin, starred, published_key, saved_key, words, headline_key, site_key"
                         " FROM stories WHERE row = ?",
};

G_STATIC_ASSERT (G_N_ELEMENTS (texts) == NP_SQL_N);

/**
 * np_sql_text:
 * @sql: a statement
 *
 * Returns: its SQL
 */
const char *
np_sql_text (NpSql sql)
{
  return texts[sql];
}

/**
 * np_sql_hash_address:
 * @address: an address as they are compared, what stands for one, or a path
 *
 * Returns: what the index keeps of it: a number is a fifth as large. Others cannot find two addresses of one number, or
 * a page could pass itself off as one that is saved.
 */
gint64
np_sql_hash_address (const char *address)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  gint64 number;

  g_checksum_update (sum, (const guchar *) address, -1);
  g_checksum_get_digest (sum, digest, &length);
  memcpy (&number, digest, sizeof number);
  return number;
}

/**
 * np_sql_dup_page_key:
 * @page: (nullable): the path of a kept page
 *
 * Returns: (transfer full) (nullable): what stands for @page among the addresses; a blank is in no address
 */
char *
np_sql_dup_page_key (const char *page)
{
  return page != NULL ? g_strconcat ("page ", page, NULL) : NULL;
}
