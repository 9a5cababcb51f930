/* What the commands have in common: their options, and opening the library. */
#pragma once

#include "cli/np-cli-output.h"
#include "library/np-library.h"

G_BEGIN_DECLS

typedef struct
{
  char *library; /* (nullable) a folder */
  gboolean json;
  gboolean fetches; /* set before the options are read: the command asks the network */
  char *user_agent; /* (nullable) only then */
  char **words;     /* (nullable) what is not an option */
} NpCliOptions;

gboolean np_cli_options_parse (NpCliOptions *options, int argc, char **argv, const char *parameters,
                               const char *summary, const char *description, const GOptionEntry *entries);
void np_cli_options_clear (NpCliOptions *options);
guint np_cli_options_count (const NpCliOptions *options);
NpCliStatus np_cli_complain_of_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

NpLibrary *np_cli_open_to_read (const NpCliOptions *options, NpCliStatus *status);
NpLibrary *np_cli_open_as_it_is (const NpCliOptions *options, GError **reason);
NpLibrary *np_cli_open_to_write (const NpCliOptions *options, GError **reason);
NpLibrary *np_cli_open_to_repair (const NpCliOptions *options, NpCliStatus *status);
NpLibrary *np_cli_open_to_change (const NpCliOptions *options, NpCliStatus *status);
void np_cli_settle (void);
NpStory *np_cli_find_story (NpLibrary *library, const char *name, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpCliOptions, np_cli_options_clear)

G_END_DECLS
