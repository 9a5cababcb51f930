#include "ui/reader/np-reader-highlighter.h"

#include "ui/reader/np-reader-highlight-box.h"
#include "model/np-time.h"
#include "ui/reader/np-reader-links.h"
#include "ui/reader/np-reader-point.h"

struct _NpReaderHighlighter
{
  GtkWidget *page; /* what the popover hangs on; it owns this */
  NpReaderView *view;
  NpReaderHighlighterFunc func;
  gpointer user_data;
  GtkWidget *popover;
  NpReaderHighlightBox *box;
  NpArticle *article; /* (nullable) the story, with what was marked since it was read */
  gboolean editable;
  char *color;   /* the one that was used last */
  char *id;      /* (nullable) the highlight that the popover is about; NULL = the selection */
  char *goal;    /* (nullable) the highlight to go to as soon as it is on the text */
  guint looking; /* source */
};

static NpHighlight *
find_highlight (const NpArticle *article, const char *id)
{
  for (guint i = 0; article != NULL && id != NULL && i < article->highlights->len; i++)
    if (g_strcmp0 (((NpHighlight *) article->highlights->pdata[i])->id, id) == 0)
      return article->highlights->pdata[i];
  return NULL;
}

/* Shows and does at once what @article has marked; the next change builds on it. */
static void
become (NpReaderHighlighter *self, NpArticle *article)
{
  g_autoptr (NpChange) change = np_change_new_edit (article, NP_ARTICLE_HIGHLIGHTS);

  g_clear_pointer (&self->article, np_article_unref);
  self->article = article;
  np_reader_view_show_highlights (self->view, article);
  self->func (change, self->user_data);
}

static void
open_at (NpReaderHighlighter *self, const NpReaderRange *range, gboolean focus_note)
{
  NpHighlight *highlight = find_highlight (self->article, self->id);
  GdkRectangle at;

  np_reader_point_to (GTK_TEXT_VIEW (self->view), range, self->page, &at);
  np_reader_highlight_box_show (self->box, highlight, highlight != NULL ? highlight->color : self->color,
                                self->editable);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  /* Over a selection it does not take the focus: Ctrl+C and the arrows still mean the text. */
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), highlight != NULL);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  if (focus_note)
    np_reader_highlight_box_focus_note (self->box);
}

static void
open_highlight (NpReaderHighlighter *self, const char *id, gboolean focus_note)
{
  NpReaderRange range;

  if (!np_reader_highlights_get_range (np_reader_view_get_highlights (self->view), id, &range))
    return;
  np_reader_highlighter_close (self);
  self->id = g_strdup (id);
  open_at (self, &range, focus_note);
}

/* --- what people do --- */

static void
recolor (NpReaderHighlighter *self, const char *color)
{
  NpArticle *article = np_article_copy (self->article);
  NpHighlight *highlight = find_highlight (article, self->id);

  g_free (highlight->color);
  highlight->color = g_strdup (color);
  g_free (highlight->note); /* what is typed by now */
  highlight->note = np_reader_highlight_box_dup_note (self->box);
  become (self, article);
  np_reader_highlight_box_show (self->box, find_highlight (self->article, self->id), color, self->editable);
}

static void
on_color (NpReaderHighlighter *self, const char *color)
{
  if (find_highlight (self->article, self->id) != NULL)
    {
      recolor (self, color);
      g_free (self->color);
      self->color = g_strdup (color);
    }
  else
    np_reader_highlighter_mark (self, color, FALSE);
}

static void
on_note (NpReaderHighlighter *self)
{
  np_reader_highlighter_mark (self, NULL, TRUE);
}

static void
on_remove (NpReaderHighlighter *self)
{
  NpArticle *article = np_article_copy (self->article);
  NpHighlight *highlight = find_highlight (article, self->id);

  if (highlight != NULL)
    g_ptr_array_remove (article->highlights, highlight);
  g_clear_pointer (&self->id, g_free);
  np_reader_highlighter_close (self);
  become (self, article);
}

static void
on_copy (NpReaderHighlighter *self)
{
  NpHighlight *highlight = find_highlight (self->article, self->id);

  if (highlight != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), highlight->text);
  else
    g_signal_emit_by_name (self->view, "copy-clipboard");
  np_reader_highlighter_close (self);
}

/* The note is kept when people leave it. */
static void
on_closed (NpReaderHighlighter *self)
{
  NpHighlight *highlight = find_highlight (self->article, self->id);
  g_autofree char *note = np_reader_highlight_box_dup_note (self->box), *id = g_steal_pointer (&self->id);
  NpArticle *article;

  if (highlight == NULL || !self->editable
      || g_strcmp0 (note, highlight->note != NULL && *highlight->note != '\0' ? highlight->note : NULL) == 0)
    return;
  article = np_article_copy (self->article);
  highlight = find_highlight (article, id);
  g_free (highlight->note);
  highlight->note = g_steal_pointer (&note);
  become (self, article);
}

static gboolean
get_selection (NpReaderHighlighter *self, guint *start, guint *end, NpReaderRange *range)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter from, to;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    return FALSE;
  range->start = gtk_text_iter_get_offset (&from);
  range->end = gtk_text_iter_get_offset (&to);
  return np_reader_map_find_text (np_reader_view_get_map (self->view), range->start, range->end, start, end);
}

/* After a drag: the floating button. After a click on what is marked: its note. */
static gboolean
look_at_click (gpointer data)
{
  NpReaderHighlighter *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  const char *id;
  NpReaderRange range;
  GtkTextIter at;
  guint start, end;

  self->looking = 0;
  if (self->article == NULL)
    return G_SOURCE_REMOVE;
  if (get_selection (self, &start, &end, &range))
    {
      if (self->editable)
        open_at (self, &range, FALSE);
      return G_SOURCE_REMOVE;
    }
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  id = np_reader_highlights_find_at (np_reader_view_get_highlights (self->view), gtk_text_iter_get_offset (&at));
  if (id != NULL && np_reader_links_find_at (&at) == NULL)
    open_highlight (self, id, FALSE);
  return G_SOURCE_REMOVE;
}

/* The text view selects with the same click: what it made of it is known a moment later. */
static void
on_released (NpReaderHighlighter *self)
{
  if (self->looking == 0)
    self->looking = g_idle_add (look_at_click, self);
}

static void
on_selection_changed (NpReaderHighlighter *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  if (self->id == NULL && !gtk_text_buffer_get_has_selection (buffer))
    np_reader_highlighter_close (self);
}

/* What it pointed to is somewhere else now. */
static void
on_scrolled (NpReaderHighlighter *self)
{
  if (gtk_widget_get_visible (self->popover))
    np_reader_highlighter_close (self);
}

static gboolean
on_key (NpReaderHighlighter *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape && gtk_widget_get_visible (self->popover))
    {
      np_reader_highlighter_close (self);
      return TRUE;
    }
  if ((key != GDK_KEY_h && key != GDK_KEY_H) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return FALSE;
  /* What cannot be marked, as a caption, is not typed into the search either. */
  return np_reader_highlighter_mark (self, NULL, FALSE)
         || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
}

/* Gives where it begins; -1 when it is not on the text. */
static int
select_highlight (NpReaderHighlighter *self, const char *id)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  NpReaderRange range;
  GtkTextIter start, end;

  if (!np_reader_highlights_get_range (np_reader_view_get_highlights (self->view), id, &range))
    return -1;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, range.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, range.end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  return range.start;
}

/* When it is not on the text yet, writing the text will bring it. */
static void
go_to_goal (NpReaderHighlighter *self)
{
  int start = self->goal != NULL ? select_highlight (self, self->goal) : -1;

  if (start < 0)
    return;
  g_clear_pointer (&self->goal, g_free);
  np_reader_view_go (self->view, start);
}

static void
make_popover (NpReaderHighlighter *self)
{
  self->popover = gtk_popover_new ();
  self->box = NP_READER_HIGHLIGHT_BOX (np_reader_highlight_box_new ());
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->box));
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_TOP);
  gtk_widget_add_css_class (self->popover, "np-highlight-popover");
  gtk_widget_set_parent (self->popover, self->page);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect_swapped (self->box, "color", G_CALLBACK (on_color), self);
  g_signal_connect_swapped (self->box, "note", G_CALLBACK (on_note), self);
  g_signal_connect_swapped (self->box, "remove", G_CALLBACK (on_remove), self);
  g_signal_connect_swapped (self->box, "copy", G_CALLBACK (on_copy), self);
}

/**
 * np_reader_highlighter_new:
 * @page: what the popover hangs on; it frees this before it goes
 * @view: where stories are shown, in a scrolled window already
 * @func: does the changes
 * @user_data: for @func
 *
 * Returns: (transfer full): a marker
 */
NpReaderHighlighter *
np_reader_highlighter_new (GtkWidget *page, NpReaderView *view, NpReaderHighlighterFunc func, gpointer user_data)
{
  NpReaderHighlighter *self = g_new0 (NpReaderHighlighter, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->page = page;
  self->view = g_object_ref (view);
  self->func = func;
  self->user_data = user_data;
  self->color = g_strdup (np_highlight_list_colors ()[0]);
  make_popover (self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  /* A drag that selects is claimed by the text view, and ends here as cancelled. */
  g_signal_connect_swapped (click, "cancel", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), "value-changed",
                            G_CALLBACK (on_scrolled), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (view, "written", G_CALLBACK (go_to_goal), self);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "notify::has-selection",
                            G_CALLBACK (on_selection_changed), self);
  return self;
}

/**
 * np_reader_highlighter_free:
 * @self: (transfer full) (nullable): a marker
 */
void
np_reader_highlighter_free (NpReaderHighlighter *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->looking, g_source_remove);
  g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), self);
  g_signal_handlers_disconnect_by_data (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), self);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_signal_handlers_disconnect_by_data (self->popover, self);
  gtk_widget_unparent (self->popover);
  g_clear_pointer (&self->article, np_article_unref);
  g_object_unref (self->view);
  g_free (self->color);
  g_free (self->goal);
  g_free (self->id);
  g_free (self);
}

/**
 * np_reader_highlighter_set_article:
 * @self: a marker
 * @article: (nullable): the story that is shown
 * @editable: whether it may be marked
 */
void
np_reader_highlighter_set_article (NpReaderHighlighter *self, NpArticle *article, gboolean editable)
{
  if (article == NULL || self->article == NULL || g_strcmp0 (self->article->id, article->id) != 0)
    np_reader_highlighter_close (self);
  g_clear_pointer (&self->article, np_article_unref);
  self->article = article != NULL ? np_article_ref (article) : NULL;
  self->editable = editable;
}

/**
 * np_reader_highlighter_close:
 * @self: a marker
 *
 * Closes the popover; a note in it is kept.
 */
void
np_reader_highlighter_close (NpReaderHighlighter *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/**
 * np_reader_highlighter_mark:
 * @self: a marker
 * @color: (nullable): one of np_highlight_list_colors(); %NULL for the one that was used last
 * @note: whether people want to write a note about it
 *
 * Marks what is selected. Where that is marked already, or nothing is selected and the cursor is in what is marked, the
 * mark is shown instead.
 *
 * Returns: whether there was something to mark or to show
 */
gboolean
np_reader_highlighter_mark (NpReaderHighlighter *self, const char *color, gboolean note)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  NpReaderHighlights *highlights = np_reader_view_get_highlights (self->view);
  g_autofree char *text = NULL, *id = NULL, *wanted = g_strdup (color != NULL ? color : self->color);
  NpReaderRange range;
  GtkTextIter at, end_iter;
  NpHighlight *highlight;
  NpArticle *article;
  guint start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &at, &end_iter);
  id = g_strdup (np_reader_highlights_find_at (highlights, gtk_text_iter_get_offset (&at)));
  if (id != NULL && np_reader_highlights_get_range (highlights, id, &range)
      && gtk_text_iter_get_offset (&at) >= range.start && gtk_text_iter_get_offset (&end_iter) <= range.end)
    {
      open_highlight (self, id, TRUE);
      return TRUE;
    }
  if (self->article == NULL || !self->editable || !get_selection (self, &start, &end, &range))
    return FALSE;
  text = np_highlight_text_of (self->article->body);
  highlight = np_highlight_new (text, start, end, wanted);
  if (highlight == NULL)
    return FALSE;
  article = np_article_copy (self->article);
  highlight->created = np_time_now ();
  g_ptr_array_add (article->highlights, highlight);
  g_free (self->color);
  self->color = g_steal_pointer (&wanted);
  g_free (id);
  id = g_strdup (highlight->id);
  np_reader_highlighter_close (self);
  become (self, article);
  gtk_text_buffer_place_cursor (buffer, &at);
  if (note)
    open_highlight (self, id, TRUE);
  return TRUE;
}

/**
 * np_reader_highlighter_open:
 * @self: a marker
 * @id: the id of a highlight that is in sight
 *
 * Selects the highlight and opens its note.
 */
void
np_reader_highlighter_open (NpReaderHighlighter *self, const char *id)
{
  g_autofree char *wanted = g_strdup (id);

  select_highlight (self, wanted);
  open_highlight (self, wanted, TRUE);
}

/**
 * np_reader_highlighter_go:
 * @self: a marker
 * @id: the id of a highlight of the story that is shown or on its way
 *
 * Brings the highlight into sight and selects it, as soon as it is there.
 */
void
np_reader_highlighter_go (NpReaderHighlighter *self, const char *id)
{
  char *goal = g_strdup (id);

  g_free (self->goal);
  self->goal = goal;
  go_to_goal (self);
}
