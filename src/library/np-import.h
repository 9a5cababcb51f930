/* One import: a story on its way in. Its properties change on the main thread only. */
#pragma once

#include "library/np-import-step.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NP_TYPE_IMPORT (np_import_get_type ())
G_DECLARE_FINAL_TYPE (NpImport, np_import, NP, IMPORT, GObject)

/* Properties, all read-only and notified: "source" (string), "title" (string: the headline once it is known, else the
 * source), "step" (NpImportStep), "progress" (double 0–1, below 0 = not known), "story-id" (nullable string),
 * "error" (nullable GError, boxed), "running" (boolean). */
const char *np_import_get_source (NpImport *self);
const char *np_import_get_title (NpImport *self);
NpImportStep np_import_get_step (NpImport *self);
double np_import_get_progress (NpImport *self);
const char *np_import_get_story_id (NpImport *self);
const GError *np_import_get_error (NpImport *self);
gboolean np_import_is_running (NpImport *self);
gboolean np_import_is_offline (NpImport *self);
const char *const *np_import_get_diagnostics (NpImport *self);
void np_import_cancel (NpImport *self);

G_END_DECLS
