/* What `newsprint import` is given, told apart. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

/* One thing to import: one of url, file and bytes. A plain record. */
typedef struct
{
  char *name;       /* as it was given */
  char *url;        /* (nullable) an address, maybe one that nothing can be fetched from */
  char *file;       /* (nullable) an absolute path or a file: address */
  GBytes *bytes;    /* (nullable) what came on standard input */
  const char *type; /* (nullable) of the bytes */
} NpCliSource;

GPtrArray *np_cli_sources_from_words (char **words, GError **error);
gboolean np_cli_sources_add_list (GPtrArray *sources, const char *file, GError **error);
NpImport *np_cli_source_import (const NpCliSource *source, NpLibrary *library);

G_END_DECLS
