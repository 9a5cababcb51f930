/* The imports on their way, above the list; hidden when there are none. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_IMPORT_BOX (np_import_box_get_type ())
G_DECLARE_FINAL_TYPE (NpImportBox, np_import_box, NP, IMPORT_BOX, GtkWidget)

/* Signal "saved" (const char *id, const char *title, NpImportStep step, gboolean last): an import ended well; @last: no
 * other is on its way. */
void np_import_box_set_library (NpImportBox *self, NpLibrary *library);

G_END_DECLS
