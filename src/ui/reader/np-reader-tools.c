#include "ui/reader/np-reader-tools.h"

#include "ui/reader/np-reader-jump.h"

struct _NpReaderTools
{
  NpReaderHighlighter *highlighter;
  NpReaderCorrector *corrector; /* has the actions */
  NpReaderJump *jump;
  char *id; /* (nullable) of the story that is shown */
};

/**
 * np_reader_tools_new:
 * @page: what popovers hang on, and where the actions are; it frees this before it goes
 * @view: where stories are shown, in a scrolled window already
 * @overlay: what that is in
 * @func: does the changes
 * @user_data: for @func
 *
 * Returns: (transfer full): the tools
 */
NpReaderTools *
np_reader_tools_new (GtkWidget *page, NpReaderView *view, GtkOverlay *overlay, NpReaderHighlighterFunc func,
                     gpointer user_data)
{
  NpReaderTools *self = g_new0 (NpReaderTools, 1);
  GActionMap *actions;

  self->highlighter = np_reader_highlighter_new (page, view, func, user_data);
  self->corrector = np_reader_corrector_new (page, view, self->highlighter, func, user_data);
  actions = G_ACTION_MAP (np_reader_corrector_get_actions (self->corrector));
  self->jump = np_reader_jump_new (view, overlay, actions);
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
  np_reader_jump_free (self->jump);
  np_reader_corrector_free (self->corrector);
  np_reader_highlighter_free (self->highlighter);
  g_free (self->id);
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
  np_reader_highlighter_set_article (self->highlighter, article, editable);
  np_reader_corrector_set_article (self->corrector, article, editable);
  if (g_strcmp0 (self->id, article != NULL ? article->id : NULL) == 0)
    return;
  g_free (self->id);
  self->id = article != NULL ? g_strdup (article->id) : NULL;
  np_reader_jump_forget (self->jump);
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
