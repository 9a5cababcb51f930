/* The popover of the + button: addresses to save, and files to choose. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_ADD_POPOVER (np_add_popover_get_type ())
G_DECLARE_FINAL_TYPE (NpAddPopover, np_add_popover, NP, ADD_POPOVER, GtkPopover)

void np_add_popover_set_library (NpAddPopover *self, NpLibrary *library);

G_END_DECLS
