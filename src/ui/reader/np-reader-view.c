#include "ui/reader/np-reader-view.h"

#include "ui/reader/np-reader-children.h"
#include "ui/reader/np-reader-column.h"
#include "ui/reader/np-reader-copy.h"
#include "ui/reader/np-reader-decor.h"
#include "ui/reader/np-reader-link-drag.h"
#include "ui/reader/np-reader-links.h"
#include "ui/reader/np-reader-paper.h"
#include "ui/reader/np-reader-place.h"
#include "ui/reader/np-reader-sight.h"

#include <glib/gi18n.h>

/* Below this no story can be read, pixels. */
#define MIN_WIDTH 240

struct _NpReaderView
{
  GtkTextView parent_instance;

  NpReaderStyle *style;
  NpReaderPaper *paper;
  double place; /* to go to, or on the way to, below 0 = none */
  NpReaderPlace *goer;
  NpReaderSight *sight;
};

G_DEFINE_FINAL_TYPE (NpReaderView, np_reader_view, GTK_TYPE_TEXT_VIEW)

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the column --- */

static void
set_column (NpReaderView *self, int width, int column)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int margin = MAX ((width - column) / 2, 0);

  if (gtk_text_view_get_left_margin (view) != margin)
    {
      gtk_text_view_set_left_margin (view, margin);
      gtk_text_view_set_right_margin (view, margin);
    }
  np_reader_children_set_width (np_reader_paper_get_children (self->paper), column);
}

static void
update_look (NpReaderView *self, int width)
{
  NpReaderLook look;

  np_reader_column_get_look (GTK_WIDGET (self), self->style, width, &look);
  np_reader_tags_set_look (np_reader_paper_get_tags (self->paper), &look);
  set_column (self, width, look.column);
}

static void
on_style_changed (NpReaderView *self)
{
  update_look (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* How long reading takes stands in the text. */
static void
on_speed_changed (NpReaderView *self)
{
  NpArticle *article = np_reader_paper_get_article (self->paper);
  g_autoptr (NpArticle) kept = article != NULL ? np_article_ref (article) : NULL;
  double place = np_reader_view_get_place (self);

  if (kept == NULL)
    return;
  np_reader_view_show (self, kept);
  np_reader_view_set_place (self, place);
}

/* --- the place in the text --- */

static void
go_to_place (NpReaderView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter at;

  if (self->place < 0)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &at, (int) (self->place * np_reader_paper_get_end (self->paper)));
  gtk_text_buffer_place_cursor (buffer, &at);
  np_reader_place_go (self->goer, gtk_text_iter_get_offset (&at));
}

static void
on_written (gpointer user_data)
{
  NpReaderView *self = user_data;

  go_to_place (self);
  g_signal_emit (self, signals[WRITTEN], 0);
}

static void
on_copy_clipboard (NpReaderView *self)
{
  NpArticle *article = np_reader_paper_get_article (self->paper);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autoptr (GdkContentProvider) content = NULL;
  GtkTextIter start, end;

  g_signal_stop_emission_by_name (self, "copy-clipboard");
  if (article == NULL || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  content = np_reader_copy_new_content (np_reader_paper_get_tags (self->paper), article, buffer, &start, &end);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

/* --- the widget --- */

/* What stands in the text is as wide as the column was, and the column follows the window, not the other way round. */
static void
np_reader_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  GTK_WIDGET_CLASS (np_reader_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = MAX (*natural, MIN_WIDTH);
    }
}

static void
np_reader_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NpReaderView *self = NP_READER_VIEW (widget);

  update_look (self, width);
  GTK_WIDGET_CLASS (np_reader_view_parent_class)->size_allocate (widget, width, height, baseline);
  np_reader_children_queue_loading (np_reader_paper_get_children (self->paper));
}

/* Tab goes from the text to the widgets in it, and on; backward the text comes last. */
static gboolean
np_reader_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  NpReaderView *self = NP_READER_VIEW (widget);
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL, here = gtk_widget_is_focus (widget);

  if (direction == GTK_DIR_TAB_FORWARD && !inside && !here)
    return gtk_widget_grab_focus (widget);
  if ((direction != GTK_DIR_TAB_BACKWARD || !here)
      && np_reader_children_focus (np_reader_paper_get_children (self->paper), direction))
    return TRUE;
  return direction == GTK_DIR_TAB_BACKWARD && !here && gtk_widget_grab_focus (widget);
}

static void
np_reader_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  NpReaderView *self = NP_READER_VIEW (widget);

  GTK_WIDGET_CLASS (np_reader_view_parent_class)->css_changed (widget, change);
  if (self->style != NULL)
    update_look (self, gtk_widget_get_width (widget));
}

static void
np_reader_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    np_reader_decor_snapshot (view, snapshot, np_reader_paper_get_tags (NP_READER_VIEW (view)->paper));
}

static void
np_reader_view_dispose (GObject *object)
{
  NpReaderView *self = NP_READER_VIEW (object);

  g_clear_pointer (&self->goer, np_reader_place_free);
  g_clear_pointer (&self->sight, np_reader_sight_free);
  g_clear_pointer (&self->paper, np_reader_paper_free);
  g_clear_object (&self->style);
  G_OBJECT_CLASS (np_reader_view_parent_class)->dispose (object);
}

static void
np_reader_view_class_init (NpReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = np_reader_view_dispose;
  widget_class->measure = np_reader_view_measure;
  widget_class->size_allocate = np_reader_view_size_allocate;
  widget_class->focus = np_reader_view_focus;
  widget_class->css_changed = np_reader_view_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = np_reader_view_snapshot_layer;
  signals[WRITTEN] =
      g_signal_new ("written", NP_TYPE_READER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_reader_view_init (NpReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->paper = np_reader_paper_new (view, on_written, self);
  self->goer = np_reader_place_new (view);
  self->sight = np_reader_sight_new (view, np_reader_paper_get_children (self->paper));
  self->place = -1;
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, 36);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_widget_add_css_class (GTK_WIDGET (self), "np-story");
  np_reader_link_drag_attach (view, np_reader_links_attach (view));
  g_signal_connect (self, "copy-clipboard", G_CALLBACK (on_copy_clipboard), NULL);
}

/**
 * np_reader_view_new:
 * @style: how the story is set; the view follows it
 *
 * Returns: (transfer floating): a view without a story
 */
GtkWidget *
np_reader_view_new (NpReaderStyle *style)
{
  NpReaderView *self = g_object_new (NP_TYPE_READER_VIEW, NULL);

  self->style = g_object_ref (style);
  g_signal_connect_object (style, "notify", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::speed", G_CALLBACK (on_speed_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * np_reader_view_set_find_file:
 * @self: a view
 * @find_file: (scope forever): says where a figure's file is
 * @user_data: for @find_file
 */
void
np_reader_view_set_find_file (NpReaderView *self, NpReaderFindFile find_file, gpointer user_data)
{
  g_return_if_fail (NP_IS_READER_VIEW (self));

  np_reader_children_set_find_file (np_reader_paper_get_children (self->paper), find_file, user_data);
}

/**
 * np_reader_view_set_end:
 * @self: a view
 * @end: (transfer floating): what comes after each story, as wide as the column
 */
void
np_reader_view_set_end (NpReaderView *self, GtkWidget *end)
{
  g_return_if_fail (NP_IS_READER_VIEW (self));

  np_reader_paper_set_end (self->paper, end);
}

/**
 * np_reader_view_show:
 * @self: a view
 * @article: (nullable): a story; %NULL shows nothing
 *
 * Shows the beginning of a story; the rest is written when there is time.
 */
void
np_reader_view_show (NpReaderView *self, NpArticle *article)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (NP_IS_READER_VIEW (self));

  np_reader_place_stop (self->goer);
  np_reader_paper_clear (self->paper);
  self->place = -1;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  article != NULL && article->headline != NULL ? article->headline : _ ("Story"), -1);
  if (article == NULL)
    return;
  np_reader_paper_show (self->paper, article, (guint) np_reader_style_get_speed (self->style));
}

/**
 * np_reader_view_show_highlights:
 * @self: a view
 * @article: the story that it shows, read again: what is marked in it may be other than before
 */
void
np_reader_view_show_highlights (NpReaderView *self, NpArticle *article)
{
  g_return_if_fail (NP_IS_READER_VIEW (self) && article != NULL);

  np_reader_paper_set_article (self->paper, article);
}

/**
 * np_reader_view_get_highlights:
 * @self: a view
 *
 * Returns: (transfer none): what is marked in the story
 */
NpReaderHighlights *
np_reader_view_get_highlights (NpReaderView *self)
{
  g_return_val_if_fail (NP_IS_READER_VIEW (self), NULL);

  return np_reader_paper_get_highlights (self->paper);
}

/**
 * np_reader_view_get_children:
 * @self: a view
 *
 * Returns: (transfer none): the widgets in the story and beside it
 */
NpReaderChildren *
np_reader_view_get_children (NpReaderView *self)
{
  g_return_val_if_fail (NP_IS_READER_VIEW (self), NULL);

  return np_reader_paper_get_children (self->paper);
}

/**
 * np_reader_view_get_map:
 * @self: a view
 *
 * Returns: (transfer none): which character of the buffer is which of the story's text
 */
NpReaderMap *
np_reader_view_get_map (NpReaderView *self)
{
  g_return_val_if_fail (NP_IS_READER_VIEW (self), NULL);

  return np_reader_paper_get_map (self->paper);
}

/**
 * np_reader_view_get_place:
 * @self: a view
 *
 * Returns: how far the story was read, 0–1: where the first line that can be seen is in the text; 1 when its end can
 *   be seen
 */
double
np_reader_view_get_place (NpReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter top, bottom;

  g_return_val_if_fail (NP_IS_READER_VIEW (self), 0);

  if (self->place >= 0 && (np_reader_paper_is_writing (self->paper) || np_reader_place_is_going (self->goer)))
    return self->place;
  if (np_reader_paper_get_end (self->paper) == 0)
    return 0;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &bottom, visible.y + visible.height, NULL);
  if (gtk_text_iter_get_offset (&bottom) >= np_reader_paper_get_end (self->paper))
    return 1;
  gtk_text_view_get_iter_at_location (view, &top, gtk_text_view_get_left_margin (view) + 1, visible.y + 4);
  return CLAMP ((double) gtk_text_iter_get_offset (&top) / np_reader_paper_get_end (self->paper), 0, 1);
}

/**
 * np_reader_view_set_place:
 * @self: a view with a story
 * @place: what np_reader_view_get_place() gave
 *
 * Goes back to where the reader left, as soon as that much is written. A story that was read to its end starts again.
 */
void
np_reader_view_set_place (NpReaderView *self, double place)
{
  g_return_if_fail (NP_IS_READER_VIEW (self));

  self->place = place > 0 && place < 1 ? place : -1;
  if (!np_reader_paper_is_writing (self->paper) && np_reader_paper_get_end (self->paper) > 0)
    go_to_place (self);
}

/**
 * np_reader_view_go:
 * @self: a view
 * @offset: a character of its buffer
 *
 * Brings a place into sight, also while lines above it are still being laid out.
 */
void
np_reader_view_go (NpReaderView *self, int offset)
{
  g_return_if_fail (NP_IS_READER_VIEW (self));

  np_reader_place_go (self->goer, offset);
}

/**
 * np_reader_view_is_written:
 * @self: a view
 *
 * Returns: whether a story is shown and all of it is in the buffer
 */
gboolean
np_reader_view_is_written (NpReaderView *self)
{
  g_return_val_if_fail (NP_IS_READER_VIEW (self), FALSE);

  return !np_reader_paper_is_writing (self->paper) && np_reader_paper_get_end (self->paper) > 0;
}

/**
 * np_reader_view_get_tag:
 * @self: a view
 * @tag: a role
 *
 * Returns: (transfer none): the tag of that role in its buffer
 */
GtkTextTag *
np_reader_view_get_tag (NpReaderView *self, NpReaderTag tag)
{
  g_return_val_if_fail (NP_IS_READER_VIEW (self), NULL);

  return np_reader_tags_get (np_reader_paper_get_tags (self->paper), tag);
}
