/* The searches that are kept in the sidebar, for `newsprint search`. */
#pragma once

#include "cli/np-cli-options.h"

G_BEGIN_DECLS

NpCliStatus np_cli_kept_list (NpLibrary *library, gboolean json);
NpQuery *np_cli_kept_find (NpLibrary *library, const char *name, NpCliStatus *status);
NpCliStatus np_cli_kept_add (const NpCliOptions *options, const NpQuery *query, const char *topic, const char *name);
NpCliStatus np_cli_kept_remove (const NpCliOptions *options, const char *name);

G_END_DECLS
