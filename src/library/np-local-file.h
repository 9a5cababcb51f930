/* Files of the user's own that are opened as stories. */
#pragma once

#include "model/np-page.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The same limit as for a page from the network. */
#define NP_LOCAL_FILE_MAX_BYTES (20 * 1024 * 1024)

GFile *np_local_file_new (const char *file);
NpPage *np_local_file_read (const char *file, GCancellable *cancellable, GError **error);

G_END_DECLS
