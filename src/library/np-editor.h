/* Does changes, one at a time, and takes them back. Blocking; safe from any thread. */
#pragma once

#include "library/np-catalog.h"
#include "library/np-change.h"

G_BEGIN_DECLS

#define NP_TYPE_EDITOR (np_editor_get_type ())
G_DECLARE_FINAL_TYPE (NpEditor, np_editor, NP, EDITOR, GObject)

NpEditor *np_editor_new (NpCatalog *catalog, const char *journal);
gboolean np_editor_do (NpEditor *self, NpChange *change, GError **error);
void np_editor_note_added (NpEditor *self, const NpArticle *article);
NpChange *np_editor_step (NpEditor *self, gboolean backwards, GError **error);
NpChange *np_editor_get_next (NpEditor *self, gboolean backwards);
gboolean np_editor_set_place (NpEditor *self, const char *id, double place, gboolean read);

G_END_DECLS
