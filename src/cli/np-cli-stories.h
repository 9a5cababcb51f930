/* Printing stories that are asked for, for `newsprint list` and `newsprint search`. */
#pragma once

#include "cli/np-cli-options.h"

G_BEGIN_DECLS

/* What the two commands are asked for beside NpCliOptions. */
typedef struct
{
  NpCliOptions common;
  char *topic; /* (nullable) name or key */
  char *sort;  /* (nullable) */
  gboolean ascending;
  int limit; /* 0 for all */
} NpCliStoriesOptions;

gboolean np_cli_stories_parse (NpCliStoriesOptions *options, int argc, char **argv, const char *parameters,
                               const char *summary, const char *description, const GOptionEntry *more);
void np_cli_stories_options_clear (NpCliStoriesOptions *options);
NpCliStatus np_cli_stories_print (const NpCliStoriesOptions *options, NpLibrary *library, NpQuery *query);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpCliStoriesOptions, np_cli_stories_options_clear)

G_END_DECLS
