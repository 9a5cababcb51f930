/* `newsprint feed preview`. */
#pragma once

#include "cli/np-cli-options.h"

G_BEGIN_DECLS

NpCliStatus np_cli_feed_preview (const char *word, const char *user_agent, gboolean json);

G_END_DECLS
