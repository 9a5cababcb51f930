/* `newsprint follow`, and the verbs of `newsprint feed` that need the library. */
#pragma once

#include "cli/np-cli-options.h"

G_BEGIN_DECLS

int np_cli_follow (int argc, char **argv);
NpCliStatus np_cli_feed_list (NpLibrary *library, const NpCliOptions *options);
NpCliStatus np_cli_feed_new (NpLibrary *library, const NpCliOptions *options);
NpCliStatus np_cli_feed_refresh (NpLibrary *library, const NpCliOptions *options);
NpCliStatus np_cli_feed_remove (NpLibrary *library, const NpCliOptions *options);
NpCliStatus np_cli_feed_import (NpLibrary *library, const NpCliOptions *options);
NpCliStatus np_cli_feed_export (NpLibrary *library, const NpCliOptions *options);

G_END_DECLS
