/* What the parts of a check share. */
#pragma once

#include "json/np-json-schema.h"
#include "library/np-catalog.h"
#include "library/np-check.h"

G_BEGIN_DECLS

/* What is remembered of a story's file. */
typedef struct
{
  char *id;     /* (nullable) when it cannot be read */
  guint digest; /* of what the index shows of it */
} NpCheckedFile;

/* One run. */
typedef struct
{
  NpCatalog *catalog;
  NpStore *store;
  NpTopicTree *tree;
  NpJsonSchema *schema;
  gboolean repair;
  GPtrArray *findings;
  GHashTable *files;   /* char* path → NpCheckedFile */
  GHashTable *ids;     /* char* id → char* path */
  GHashTable *doubles; /* set of char*: ids of more than one story */
  GHashTable *named;   /* set of char*: the photos, pages and older texts that stories name */
  GHashTable *orphan;  /* char* topic key that is nowhere → char* path of a story that names it */
  gboolean unread;     /* some story could not be read, so nobody knows what it names */
  GCancellable *cancellable;
} NpCheckRun;

NpCheckFinding *np_check_add (NpCheckRun *run, NpCheckKind kind, gboolean serious, const char *path,
                              const char *detail);
guint np_check_version_of (JsonNode *node);
void np_check_take_trouble (NpCheckFinding *finding, GError *trouble);

void np_check_article (NpCheckRun *run, const char *path);
void np_check_named_file (NpCheckRun *run, NpCheckKind kind, const char *path, const char *file);
gboolean np_check_other_files (NpCheckRun *run, GError **error);
void np_check_topics (NpCheckRun *run);
gboolean np_check_index (NpCheckRun *run, GError **error);

G_END_DECLS
