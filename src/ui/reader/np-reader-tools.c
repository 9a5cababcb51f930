#include "ui/reader/np-reader-tools.h"

#include "ui/reader/np-reader-jump.h"
#include "ui/reader/np-reader-margin.h"
#include "ui/reader/np-reader-missing.h"
#include "ui/reader/np-reader-same.h"
#include "ui/reader/np-reader-sought.h"
#include "ui/speech/np-read-aloud-bar.h"
#include "ui/speech/np-ssip-speaker.h"

struct _NpReaderTools
{
  GtkWidget *page; /* it owns this */
  NpLibrary *library;
  NpReaderView *view;
  NpReaderHighlighterFunc func;
  gpointer user_data;
  NpReaderHighlighter *highlighter;
  NpReaderCorrector *corrector; /* has the actions */
  NpReaderJump *jump;
  NpReaderMargin *margin;
  NpReaderSought *sought;
  NpReadAloud *aloud;
  GtkWidget *sheet;   /* the page: the story with what lies over and under it */
  GtkWidget *bar;     /* of aloud */
  GtkWidget *missing; /* (nullable) weak: the window to pick from */
  NpArticle *article; /* (nullable) the story that is shown */
};

static GActionMap *
get_actions (NpReaderTools *self)
{
  return G_ACTION_MAP (np_reader_corrector_get_actions (self->corrector));
}

static void
on_picked (NpReaderTools *self, NpChange *change)
{
  self->func (change, self->user_data);
}

/* The window goes with its parent, and that with the page at the latest; but it may be open longer than this lives. */
static void
on_add_missing (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpReaderTools *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter at;
  GtkWidget *window;
  int block = -1;

  if (self->article == NULL)
    return;
  if (g_variant_get_boolean (parameter))
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
      block = np_reader_map_find_block (np_reader_view_get_map (self->view), gtk_text_iter_get_offset (&at));
    }
  if (self->missing != NULL)
    gtk_window_destroy (GTK_WINDOW (self->missing));
  window = np_reader_missing_new (GTK_WINDOW (gtk_widget_get_root (self->page)), self->library, self->article, block);
  g_set_weak_pointer (&self->missing, window);
  g_signal_connect_swapped (window, "change", G_CALLBACK (on_picked), self);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_note_pressed (const char *id, gpointer user_data)
{
  np_reader_highlighter_open (((NpReaderTools *) user_data)->highlighter, id);
}

static void
on_read_aloud (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_read_aloud_toggle (((NpReaderTools *) user_data)->aloud);
}

static void
on_read_aloud_step (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_read_aloud_step (((NpReaderTools *) user_data)->aloud, g_variant_get_int32 (parameter));
}

static void
on_mark_search (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_reader_sought_set_search (((NpReaderTools *) user_data)->sought, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { .name = "add-missing", .activate = on_add_missing, .parameter_type = "b" },
  { .name = "mark-search", .activate = on_mark_search, .parameter_type = "s" },
  { .name = "read-aloud", .activate = on_read_aloud },
  { .name = "read-aloud-step", .activate = on_read_aloud_step, .parameter_type = "i" },
};

static void
enable (NpReaderTools *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (get_actions (self), name)), enabled);
}

static void
make_sheet (NpReaderTools *self, GtkWidget *scroller)
{
  g_autoptr (NpSpeaker) speaker = np_ssip_speaker_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  self->aloud = np_read_aloud_new (self->view, speaker);
  self->bar = np_read_aloud_bar_new (self->aloud);
  self->jump = np_reader_jump_new (self->view, GTK_OVERLAY (overlay), get_actions (self));
  self->sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->sheet), overlay);
  gtk_box_append (GTK_BOX (self->sheet), self->bar);
}

/**
 * np_reader_tools_new:
 * @page: what popovers hang on, and where the actions are; it frees this before it goes
 * @library: where they are from
 * @view: where stories are shown
 * @scroller: the scrolled window that it is in
 * @func: does the changes
 * @user_data: for @func
 *
 * Returns: (transfer full): the tools
 */
NpReaderTools *
np_reader_tools_new (GtkWidget *page, NpLibrary *library, NpReaderView *view, GtkWidget *scroller,
                     NpReaderHighlighterFunc func, gpointer user_data)
{
  NpReaderTools *self = g_new0 (NpReaderTools, 1);

  self->page = page;
  self->library = g_object_ref (library);
  self->view = g_object_ref (view);
  self->func = func;
  self->user_data = user_data;
  self->highlighter = np_reader_highlighter_new (page, view, func, user_data);
  self->corrector = np_reader_corrector_new (page, view, self->highlighter, func, user_data);
  g_action_map_add_action_entries (get_actions (self), entries, G_N_ELEMENTS (entries), self);
  self->sought = np_reader_sought_new (view);
  self->margin = np_reader_margin_new (view, on_note_pressed, self);
  make_sheet (self, scroller);
  np_reader_tools_set_article (self, NULL, FALSE);
  return self;
}

/**
 * np_reader_tools_free:
 * @self: (transfer full) (nullable): tools
 */
void
np_reader_tools_free (NpReaderTools *self)
{
  if (self == NULL)
    return;
  if (self->missing != NULL)
    gtk_window_destroy (GTK_WINDOW (self->missing));
  g_clear_weak_pointer (&self->missing);
  np_reader_margin_free (self->margin);
  np_reader_sought_free (self->sought);
  np_reader_jump_free (self->jump);
  np_read_aloud_set_article (self->aloud, NULL);
  g_object_unref (self->aloud);
  np_reader_corrector_free (self->corrector);
  np_reader_highlighter_free (self->highlighter);
  g_clear_pointer (&self->article, np_article_unref);
  g_object_unref (self->view);
  g_object_unref (self->library);
  g_free (self);
}

/**
 * np_reader_tools_set_article:
 * @self: tools
 * @article: (nullable): the story that is shown
 * @editable: whether it may be changed
 */
void
np_reader_tools_set_article (NpReaderTools *self, NpArticle *article, gboolean editable)
{
  gboolean same = article != NULL && self->article != NULL && g_strcmp0 (self->article->id, article->id) == 0;

  if (!same || !np_reader_same_text (self->article, article))
    np_read_aloud_set_article (self->aloud, article);
  if (article != NULL)
    np_article_ref (article);
  g_clear_pointer (&self->article, np_article_unref);
  self->article = article;
  enable (self, "add-missing", article != NULL && editable);
  enable (self, "read-aloud", article != NULL);
  np_reader_highlighter_set_article (self->highlighter, article, editable);
  np_reader_corrector_set_article (self->corrector, article, editable);
  np_reader_margin_show (self->margin, article);
  if (!same)
    np_reader_jump_forget (self->jump);
}

/**
 * np_reader_tools_get_page:
 * @self: tools
 *
 * Returns: (transfer none): the story with what lies over and under it
 */
GtkWidget *
np_reader_tools_get_page (NpReaderTools *self)
{
  return self->sheet;
}

/**
 * np_reader_tools_set_settings:
 * @self: tools
 * @settings: where it is kept how people like to have stories read
 */
void
np_reader_tools_set_settings (NpReaderTools *self, NpSettings *settings)
{
  np_read_aloud_bar_set_settings (NP_READ_ALOUD_BAR (self->bar), settings);
}

/**
 * np_reader_tools_get_actions:
 * @self: tools
 *
 * Returns: (transfer none): what can be done with them, for a header bar beside the page
 */
GActionGroup *
np_reader_tools_get_actions (NpReaderTools *self)
{
  return np_reader_corrector_get_actions (self->corrector);
}
