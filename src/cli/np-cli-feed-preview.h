/* `newsprint feed preview`. */
#pragma once

#include "cli/np-cli-options.h"

G_BEGIN_DECLS

NpCliStatus np_cli_feed_preview (const char *word, gboolean json);

G_END_DECLS
