/* Every word of SQL that the index speaks. Values are bound, never pasted. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be raised with each change of the schema, of NpToken's rules or of NpStoryText's parts: indexes of another version
 * are made anew. */
#define NP_SQL_VERSION 9

typedef enum
{
  NP_SQL_SET_META,
  NP_SQL_GET_META,
  NP_SQL_LAST_ROW,
  NP_SQL_SKIP_ROWS,
  /* stories, one by one */
  NP_SQL_FIND_ID,
  NP_SQL_DROP_PATH,
  NP_SQL_INSERT,
  NP_SQL_COUNT_IN, /* after it */
  NP_SQL_UPDATE,
  NP_SQL_DELETE,
  NP_SQL_GET_STORY,
  NP_SQL_GET_TEXT,
  NP_SQL_SET_TEXT,
  NP_SQL_GET_PAIRS,
  NP_SQL_SET_PAIRS,
  NP_SQL_DELETE_PAIRS,
  NP_SQL_DELETE_TEXT,
  NP_SQL_ADD_WORDS,
  NP_SQL_DROP_WORDS,
  NP_SQL_ADD_FIELDS,
  NP_SQL_DROP_FIELDS,
  NP_SQL_ADD_SITE,
  NP_SQL_ADD_TOPIC,
  NP_SQL_ADD_STORY_TOPIC,
  NP_SQL_DELETE_STORY_TOPICS,
  NP_SQL_LIST_STORY_TOPICS,
  NP_SQL_ADD_URL,
  NP_SQL_DELETE_URLS,
  NP_SQL_LIST_URLS,
  NP_SQL_FIND_URL,
  NP_SQL_FIND_PATH,
  NP_SQL_EACH_FILE,
  /* counts */
  NP_SQL_MAX_ROW,
  NP_SQL_TOTALS,
  NP_SQL_TOPIC_KEYS,
  NP_SQL_EACH_STORY_TOPIC,
  NP_SQL_EACH_HEADLINE,
  /* sets of rows: np_mark() adds each to the set of np_db_mark() */
  NP_SQL_ROWS_BY_WORDS,
  NP_SQL_ROWS_BY_FIELDS,
  NP_SQL_ROWS_BY_TOPIC,
  NP_SQL_ROWS_BY_SITE,
  NP_SQL_ROWS_BEFORE,
  NP_SQL_ROWS_AFTER,
  NP_SQL_ROWS_BY_BIN,
  NP_SQL_ROWS_ARCHIVED,
  NP_SQL_ROWS_HIGHLIGHTED,
  NP_SQL_ROWS_STARRED,
  NP_SQL_ROWS_READ,
  /* orders: each ascending and descending; those of one row have the same columns */
  NP_SQL_BY_PUBLISHED,
  NP_SQL_BY_PUBLISHED_DOWN,
  NP_SQL_BY_SAVED,
  NP_SQL_BY_SAVED_DOWN,
  NP_SQL_BY_HEADLINE,
  NP_SQL_BY_HEADLINE_DOWN,
  NP_SQL_BY_SITE,
  NP_SQL_BY_SITE_DOWN,
  NP_SQL_BY_LENGTH,
  NP_SQL_BY_LENGTH_DOWN,
  NP_SQL_KEYS_OF_ROW,
  NP_SQL_N
} NpSql;

/* Where a story is. The number stands in the table. */
enum
{
  NP_BIN_INBOX,
  NP_BIN_ARCHIVE,
  NP_BIN_TRASH
};

extern const char *const np_sql_schema;
extern const char *const np_sql_empty; /* takes out all but the schema */

const char *np_sql_text (NpSql sql);
gint64 np_sql_hash_address (const char *address);
char *np_sql_dup_page_key (const char *page);

G_END_DECLS
