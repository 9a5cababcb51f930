#include "ui/print/np-story-print.h"

#include "ui/print/np-print-item.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

/* For the number of the page under the text, points. */
#define FOOT 24.0

/* A part of an item on a page. */
typedef struct
{
  const NpPrintItem *item;
  int first, last; /* its lines, of a paragraph: [first, last) */
  double y;
} Piece;

typedef struct
{
  NpLibrary *library;
  NpArticle *article;
  GPtrArray *items;
  GPtrArray *pages; /* of GArray of Piece */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->library);
  np_article_unref (job->article);
  g_clear_pointer (&job->items, g_ptr_array_unref);
  g_clear_pointer (&job->pages, g_ptr_array_unref);
  g_free (job);
}

static char *
find_file (const char *file, gpointer library)
{
  return np_library_get_file (library, file);
}

/* --- which line goes on which page --- */

static double
line_height (const NpPrintItem *item, int line)
{
  PangoRectangle logical;

  if (item->layout == NULL)
    return item->height;
  pango_layout_line_get_extents (pango_layout_get_line_readonly (item->layout, line), NULL, &logical);
  return (double) logical.height / PANGO_SCALE * pango_layout_get_line_spacing (item->layout);
}

static int
count_lines (const NpPrintItem *item)
{
  return item->layout != NULL ? pango_layout_get_line_count (item->layout) : 1;
}

static double
whole_height (const NpPrintItem *item)
{
  double height = 0;

  for (int i = 0; i < count_lines (item); i++)
    height += line_height (item, i);
  return height;
}

/* How much has to fit on the page for item @at to begin there: itself, or its first two lines, and what it stays with.
 */
static double
least_height (GPtrArray *items, guint at)
{
  double height = 0;

  for (guint i = at; i < items->len; i++)
    {
      const NpPrintItem *item = items->pdata[i];

      if (!item->keep)
        {
          int lines = MIN (count_lines (item), 2);

          for (int line = 0; line < lines; line++)
            height += line_height (item, line);
          break;
        }
      height += item->above + whole_height (item);
    }
  return height;
}

static GArray *
new_page (Job *job)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (Piece));

  g_ptr_array_add (job->pages, page);
  return page;
}

static void
break_pages (Job *job, double height)
{
  GArray *page = new_page (job);
  double y = 0;

  for (guint i = 0; i < job->items->len; i++)
    {
      const NpPrintItem *item = job->items->pdata[i];
      double above = page->len > 0 ? item->above : 0;
      Piece piece = { item, 0, 0, 0 };

      if (page->len > 0 && y + above + MIN (least_height (job->items, i), height) > height)
        {
          page = new_page (job);
          y = above = 0;
        }
      piece.y = y += above;
      for (int line = 0; line < count_lines (item); line++)
        {
          if (y + line_height (item, line) > height && piece.last > piece.first)
            {
              g_array_append_val (page, piece);
              page = new_page (job);
              y = 0;
              piece = (Piece){ item, line, line, 0 };
            }
          piece.last = line + 1;
          y += line_height (item, line);
        }
      g_array_append_val (page, piece);
    }
}

/* --- drawing --- */

static void
draw_photo (cairo_t *cairo, const Piece *piece)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file (piece->item->file, NULL);
  g_autoptr (GdkPixbuf) upright = pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;

  if (upright == NULL)
    return;
  cairo_save (cairo);
  cairo_translate (cairo, piece->item->x, piece->y);
  cairo_scale (cairo, piece->item->width / gdk_pixbuf_get_width (upright),
               piece->item->height / gdk_pixbuf_get_height (upright));
  gdk_cairo_set_source_pixbuf (cairo, upright, 0, 0);
  cairo_paint (cairo);
  cairo_restore (cairo);
}

static void
draw_lines (cairo_t *cairo, const Piece *piece)
{
  double y = piece->y;

  for (int i = piece->first; i < piece->last; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (piece->item->layout, i);
      PangoRectangle logical;
      double x = piece->item->x;

      pango_layout_line_get_extents (line, NULL, &logical);
      if (pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL)
        x += piece->item->width - (double) logical.width / PANGO_SCALE;
      cairo_move_to (cairo, x, y - (double) logical.y / PANGO_SCALE);
      pango_cairo_show_layout_line (cairo, line);
      y += line_height (piece->item, i);
    }
}

static void
draw_foot (Job *job, GtkPrintContext *context, int page)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 7.5");
  /* Translators: which page of how many, under the text on paper */
  g_autofree char *text = g_strdup_printf (_ ("%d of %u"), page + 1, job->pages->len);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, 0, gtk_print_context_get_height (context) - FOOT / 2);
  pango_cairo_show_layout (cairo, layout);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number, Job *job)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  GArray *page = job->pages->pdata[number];

  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = 0; i < page->len; i++)
    {
      const Piece *piece = &g_array_index (page, Piece, i);

      if (piece->item->layout != NULL)
        draw_lines (cairo, piece);
      else if (piece->item->row != NULL)
        np_print_row_draw (piece->item->row, cairo, piece->item->x, piece->y);
      else
        draw_photo (cairo, piece);
    }
  cairo_set_source_rgb (cairo, 0.3, 0.3, 0.3);
  draw_foot (job, context, number);
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context) - FOOT;

  job->items = np_print_items_new (job->article, pango, width, height, find_file, job->library);
  g_object_unref (pango);
  job->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  break_pages (job, height);
  gtk_print_operation_set_n_pages (operation, (int) job->pages->len);
}

static GtkPageSetup *
new_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, 20, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 14, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 25, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 25, GTK_UNIT_MM);
  return setup;
}

/**
 * np_story_print:
 * @parent: (nullable): the window of the story
 * @library: where its photos are
 * @article: a story
 * @pdf: (nullable): a file to write as PDF, without asking; %NULL to ask for a printer
 * @error: what the printing system says
 *
 * Prints a story with its photos, their captions and credits, and where it is from.
 *
 * Returns: whether it was printed, or people decided otherwise
 */
gboolean
np_story_print (GtkWindow *parent, NpLibrary *library, const NpArticle *article, const char *pdf, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup ();
  Job *job = g_new0 (Job, 1);

  job->library = g_object_ref (library);
  job->article = np_article_copy (article);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, article->headline != NULL ? article->headline : _ ("Story"));
  if (pdf != NULL)
    gtk_print_operation_set_export_filename (operation, pdf);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  g_object_set_data_full (G_OBJECT (operation), "np-story-print", job, job_free);
  return gtk_print_operation_run (
             operation, pdf != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
             parent, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
