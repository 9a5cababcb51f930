/* What the rows of a list of stories have in common: how high their lines are, and their colours. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NpRowLook NpRowLook;

/* The kinds of text in a row. */
typedef enum
{
  NP_ROW_TEXT_HEADLINE,
  NP_ROW_TEXT_SOURCE,
  NP_ROW_TEXT_DECK,
  NP_ROW_TEXT_TOPICS,
  NP_N_ROW_TEXTS
} NpRowText;

NpRowLook *np_row_look_new (GtkWidget *widget);
NpRowLook *np_row_look_ref (NpRowLook *self);
void np_row_look_unref (NpRowLook *self);
guint np_row_look_update (NpRowLook *self);
PangoContext *np_row_look_get_context (NpRowLook *self);
double np_row_look_get_scale (NpRowText text);
int np_row_look_get_line_height (NpRowLook *self, NpRowText text);
int np_row_look_get_min_width (NpRowLook *self);
void np_row_look_get_color (NpRowLook *self, GtkWidget *row, NpRowText text, GdkRGBA *color);
void np_row_look_get_accent (NpRowLook *self, GdkRGBA *color);
GtkSymbolicPaintable *np_row_look_get_star (NpRowLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpRowLook, np_row_look_unref)

G_END_DECLS
