/* Lays widgets out like words: beside each other, and on a new line where the width is used up. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_WRAP_LAYOUT (np_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (NpWrapLayout, np_wrap_layout, NP, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *np_wrap_layout_new (int spacing);

G_END_DECLS
