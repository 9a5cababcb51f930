#include "library/np-editor.h"

#include "library/np-change-do.h"
#include "library/np-history.h"

struct _NpEditor
{
  GObject parent_instance;
  NpCatalog *catalog;
  NpHistory *history;
  NpChange *undo, *redo; /* lent by np_editor_get_next() */
  GMutex changing;       /* held while a change is done, so that history and library agree */
};

G_DEFINE_FINAL_TYPE (NpEditor, np_editor, G_TYPE_OBJECT)

static void
np_editor_finalize (GObject *object)
{
  NpEditor *self = NP_EDITOR (object);

  g_clear_object (&self->undo);
  g_clear_object (&self->redo);
  g_clear_object (&self->history);
  g_clear_object (&self->catalog);
  g_mutex_clear (&self->changing);
  G_OBJECT_CLASS (np_editor_parent_class)->finalize (object);
}

static void
np_editor_class_init (NpEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_editor_finalize;
}

static void
np_editor_init (NpEditor *self)
{
  g_mutex_init (&self->changing);
}

/**
 * np_editor_new:
 * @catalog: the library
 * @journal: (nullable): the file that keeps what can be undone, `NULL` to keep it in memory
 *
 * Returns: (transfer full): an editor
 */
NpEditor *
np_editor_new (NpCatalog *catalog, const char *journal)
{
  NpEditor *self = g_object_new (NP_TYPE_EDITOR, NULL);

  self->catalog = g_object_ref (catalog);
  self->history = np_history_new (journal);
  return self;
}

/**
 * np_editor_do:
 * @self: an editor
 * @change: what to do
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Does @change and remembers it for undo, also when it ends in an error half-way: then what was done until there.
 *
 * Returns: whether all of it was done; it is on disk then
 */
gboolean
np_editor_do (NpEditor *self, NpChange *change, GError **error)
{
  g_autoptr (NpEffect) effect = np_effect_new ();
  gboolean ok;

  g_return_val_if_fail (NP_IS_EDITOR (self) && NP_IS_CHANGE (change), FALSE);

  g_mutex_lock (&self->changing);
  ok = np_change_do (change, self->catalog, effect, error);
  if (!np_effect_is_empty (effect))
    np_history_push (self->history, change, g_steal_pointer (&effect));
  g_mutex_unlock (&self->changing);
  return ok;
}

/**
 * np_editor_note_added:
 * @self: an editor
 * @article: a story that was just added to the library
 *
 * Remembers for undo that it came in: undo puts it into the trash.
 */
void
np_editor_note_added (NpEditor *self, const NpArticle *article)
{
  const char *ids[] = { article->id, NULL };
  g_autoptr (NpChange) change = NULL;
  NpEffect *effect;

  g_return_if_fail (NP_IS_EDITOR (self) && article->id != NULL);

  change = np_change_new_for_stories (NP_CHANGE_IMPORT, ids);
  effect = np_effect_new ();
  np_effect_add_story (effect, article, TRUE, article, FALSE);
  g_mutex_lock (&self->changing);
  np_history_push (self->history, change, effect);
  g_mutex_unlock (&self->changing);
}

/**
 * np_editor_step:
 * @self: an editor
 * @backwards: undo, else redo
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Returns: (transfer full) (nullable): the change that was taken back or done again; `NULL` without @error when there
 * is none
 */
NpChange *
np_editor_step (NpEditor *self, gboolean backwards, GError **error)
{
  NpChange *change;

  g_return_val_if_fail (NP_IS_EDITOR (self), NULL);

  g_mutex_lock (&self->changing);
  change = np_history_step (self->history, self->catalog, backwards, error);
  g_mutex_unlock (&self->changing);
  return change;
}

/**
 * np_editor_get_next:
 * @self: an editor
 * @backwards: for undo, else for redo
 *
 * For the main thread only; never waits for a change under way.
 *
 * Returns: (transfer none) (nullable): the change that np_editor_step() would take; lent until the next call
 */
NpChange *
np_editor_get_next (NpEditor *self, gboolean backwards)
{
  NpChange **lent;

  g_return_val_if_fail (NP_IS_EDITOR (self), NULL);

  lent = backwards ? &self->undo : &self->redo;
  g_clear_object (lent);
  *lent = backwards ? np_history_dup_undo (self->history) : np_history_dup_redo (self->history);
  return *lent;
}

/**
 * np_editor_set_place:
 * @self: an editor
 * @id: the id of a story
 * @place: how far it was read, 0–1
 * @read: whether it counts as read from now on; `FALSE` leaves that as it is
 *
 * Keeps where somebody is in a story. That is no change to be undone.
 *
 * Returns: whether the story turned from unread to read
 */
gboolean
np_editor_set_place (NpEditor *self, const char *id, double place, gboolean read)
{
  g_autoptr (NpArticle) article = NULL;
  gboolean turned = FALSE;

  g_return_val_if_fail (NP_IS_EDITOR (self) && id != NULL, FALSE);

  g_mutex_lock (&self->changing);
  article = np_catalog_read (self->catalog, id, NULL, NULL);
  if (article != NULL && (ABS (article->place - place) > 0.001 || (read && !article->read)))
    {
      turned = read && !article->read;
      article->place = place;
      article->read |= read;
      turned &= np_catalog_write (self->catalog, article, NULL);
    }
  g_mutex_unlock (&self->changing);
  return turned;
}
