#include "ui/reader/np-reader-margin.h"

#include <glib/gi18n.h>

/* How wide a note is, at least and at most, pixels. */
#define NARROWEST 130
#define WIDEST    260

/* What is left free between text, note and the edge, and between two notes. */
#define SPACE 18
#define GAP   6

/* A note of more lines is shown whole where it is edited. */
#define MAX_LINES 8

/* The size of the mark where there is no room. */
#define MARK 18

/* A note. */
typedef struct
{
  NpReaderMargin *margin;
  char *id; /* of its highlight */
  GtkWidget *card;
  GtkWidget *stack; /* "note", "mark" */
  GtkWidget *words;
  int start; /* where its highlight is in the buffer */
} Note;

struct _NpReaderMargin
{
  NpReaderView *view;
  NpReaderMarginFunc func;
  gpointer user_data;
  GPtrArray *notes; /* of Note: those that are shown come first, in the order of the text */
  guint shown;
  NpArticle *article; /* (nullable) */
  GtkAdjustment *adjustment;
  guint placing; /* source */
};

static void
note_free (gpointer data)
{
  Note *note = data;

  g_signal_handlers_disconnect_by_data (note->card, note);
  gtk_widget_set_visible (note->card, FALSE);
  g_object_unref (note->card);
  g_free (note->id);
  g_free (note);
}

/* --- where they stand --- */

/* How wide a note may be; 0 = there is no room. */
static int
get_room (NpReaderMargin *self)
{
  int margin = gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self->view));

  return margin - 2 * SPACE >= NARROWEST ? MIN (margin - 2 * SPACE, WIDEST) : 0;
}

static int
get_left (NpReaderMargin *self, int width, gboolean mark)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int margin = gtk_text_view_get_right_margin (view), space = mark ? MIN (SPACE, (margin - width) / 2) : SPACE;

  if (gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL)
    return margin - space - width;
  return gtk_widget_get_width (GTK_WIDGET (view)) - margin + space;
}

static int
get_top (NpReaderMargin *self, const Note *note)
{
  GdkRectangle line;
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), &at, note->start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &at, &line);
  return line.y;
}

/* Each beside its passage, or under the one before where they would lie over each other. */
static gboolean
place (gpointer data)
{
  NpReaderMargin *self = data;
  int room = get_room (self), width = room > 0 ? room : MARK, free_from = 0;

  self->placing = 0;
  for (guint i = 0; i < self->shown; i++)
    {
      const Note *note = self->notes->pdata[i];
      int top = MAX (get_top (self, note), free_from), height;

      gtk_stack_set_visible_child_name (GTK_STACK (note->stack), room > 0 ? "note" : "mark");
      if (room > 0)
        gtk_widget_remove_css_class (note->card, "mark");
      else
        gtk_widget_add_css_class (note->card, "mark");
      gtk_widget_set_size_request (note->card, width, -1);
      gtk_widget_measure (note->card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      gtk_text_view_move_overlay (GTK_TEXT_VIEW (self->view), note->card, get_left (self, width, room == 0), top);
      free_from = top + height + GAP;
    }
  return G_SOURCE_REMOVE;
}

static void
queue_place (NpReaderMargin *self)
{
  if (self->placing == 0 && self->shown > 0)
    self->placing = g_idle_add_full (GTK_PRIORITY_RESIZE + 5, place, self, NULL);
}

/* --- what they are --- */

static void
on_pressed (GtkWidget *card, Note *note)
{
  note->margin->func (note->id, note->margin->user_data);
}

static GtkWidget *
make_words (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10); /* as wide as the card */
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static Note *
note_new (NpReaderMargin *self)
{
  Note *note = g_new0 (Note, 1);

  note->margin = self;
  note->start = G_MAXINT;
  note->stack = gtk_stack_new ();
  note->words = make_words ();
  gtk_stack_set_hhomogeneous (GTK_STACK (note->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (note->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (note->stack), note->words, "note");
  gtk_stack_add_named (GTK_STACK (note->stack), gtk_image_new_from_icon_name ("document-edit-symbolic"), "mark");
  note->card = g_object_ref_sink (gtk_button_new ());
  gtk_button_set_child (GTK_BUTTON (note->card), note->stack);
  g_signal_connect (note->card, "clicked", G_CALLBACK (on_pressed), note);
  np_reader_children_add_beside (np_reader_view_get_children (self->view), note->card);
  return note;
}

static void
write_note (Note *note, const NpHighlight *highlight, int start)
{
  const char *classes[] = { "np-margin-note", NULL, NULL };
  /* Translators: read by a screen reader before the user's words about a passage */
  g_autofree char *name = g_strdup_printf (_ ("Note: %s"), highlight->note);

  if (highlight->color != NULL && g_strv_contains (np_highlight_list_colors (), highlight->color))
    classes[1] = highlight->color;
  g_free (note->id);
  note->id = g_strdup (highlight->id);
  note->start = start;
  gtk_label_set_text (GTK_LABEL (note->words), highlight->note);
  gtk_widget_set_css_classes (note->card, classes);
  gtk_widget_set_tooltip_text (note->card, highlight->note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (note->card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (note->card, TRUE);
}

/* A note that is not shown yet. */
static Note *
take_note (NpReaderMargin *self)
{
  if (self->shown == self->notes->len)
    g_ptr_array_add (self->notes, note_new (self));
  return self->notes->pdata[self->shown++];
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const Note *first = *(Note *const *) a, *second = *(Note *const *) b;

  return first->start - second->start;
}

static void
make_notes (NpReaderMargin *self)
{
  guint before = self->shown;

  self->shown = 0;
  for (guint i = 0; self->article != NULL && i < self->article->highlights->len; i++)
    {
      const NpHighlight *highlight = self->article->highlights->pdata[i];
      NpReaderRange range;

      if (highlight->note != NULL && *highlight->note != '\0'
          && np_reader_highlights_get_range (np_reader_view_get_highlights (self->view), highlight->id, &range))
        write_note (take_note (self), highlight, range.start);
    }
  for (guint i = self->shown; i < before; i++)
    {
      Note *note = self->notes->pdata[i];

      note->start = G_MAXINT;
      gtk_widget_set_visible (note->card, FALSE);
    }
  g_ptr_array_sort (self->notes, compare_notes);
  queue_place (self);
}

/**
 * np_reader_margin_show:
 * @self: a margin
 * @article: (nullable): the story that is shown
 *
 * Shows the notes of @article, as far as its text is written.
 */
void
np_reader_margin_show (NpReaderMargin *self, const NpArticle *article)
{
  if (article != NULL)
    np_article_ref ((NpArticle *) article);
  g_clear_pointer (&self->article, np_article_unref);
  self->article = (NpArticle *) article;
  make_notes (self);
}

/**
 * np_reader_margin_new:
 * @view: where stories are shown, in a scrolled window already
 * @func: called when a note is pressed
 * @user_data: for @func
 *
 * Returns: (transfer full): an empty margin
 */
NpReaderMargin *
np_reader_margin_new (NpReaderView *view, NpReaderMarginFunc func, gpointer user_data)
{
  NpReaderMargin *self = g_new0 (NpReaderMargin, 1);

  self->view = g_object_ref (view);
  self->func = func;
  self->user_data = user_data;
  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
  g_signal_connect_swapped (view, "written", G_CALLBACK (make_notes), self);
  g_signal_connect_swapped (view, "notify::right-margin", G_CALLBACK (queue_place), self);
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (queue_place), self);
  return self;
}

/**
 * np_reader_margin_free:
 * @self: (transfer full) (nullable): a margin
 */
void
np_reader_margin_free (NpReaderMargin *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->placing, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->article, np_article_unref);
  g_object_unref (self->adjustment);
  g_object_unref (self->view);
  g_free (self);
}
