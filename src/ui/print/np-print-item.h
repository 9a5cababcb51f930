/* What goes onto paper, one thing under the other: a paragraph, a photo, or a row of a table. Made once for a width. */
#pragma once

#include "model/np-article.h"
#include "ui/print/np-print-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  PangoLayout *layout; /* (nullable) of a paragraph */
  char *file;          /* (nullable) of a photo */
  NpPrintRow *row;     /* (nullable) of a table */
  double x, width;     /* points */
  double height;       /* of a photo or row, points */
  double above;        /* air above it, not at the top of a page */
  gboolean keep;       /* it stays with what follows it */
} NpPrintItem;

/* Says where the file of a photo is; NULL where there is none. */
typedef char *(*NpPrintFindFile) (const char *file, gpointer user_data);

void np_print_item_free (NpPrintItem *item);
GPtrArray *np_print_items_new (const NpArticle *article, PangoContext *context, double width, double height,
                               NpPrintFindFile find_file, gpointer user_data);

G_END_DECLS
