/* What `newsprint import` is given, told apart. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

/* One thing to import: one of url, file, bytes and story. A plain record. */
typedef struct
{
  char *name;       /* as it was given */
  char *url;        /* (nullable) an address, maybe one that nothing can be fetched from */
  char *file;       /* (nullable) an absolute path or a file: address */
  GBytes *bytes;    /* (nullable) what came on standard input */
  const char *type; /* (nullable) of the bytes */
  char *story;      /* (nullable) the id of a story that is saved: look for a new version of it */
  gboolean again;   /* look for a new version when it was saved before */
} NpCliSource;

GPtrArray *np_cli_sources_from_words (char **words, GError **error);
void np_cli_sources_add_story (GPtrArray *sources, const char *name, NpStory *story);
gboolean np_cli_sources_add_list (GPtrArray *sources, const char *file, GError **error);
NpImport *np_cli_source_import (const NpCliSource *source, NpLibrary *library);

G_END_DECLS
