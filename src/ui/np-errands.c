#include "ui/np-errands.h"

#include "ui/np-intake.h"

struct _NpErrands
{
  GPtrArray *words;   /* of char*: what is to be saved */
  GPtrArray *updates; /* of char*: what is to be looked at again */
  GPtrArray *files;   /* of GFile: what is to be saved */
  char *story;        /* (nullable) id of the one to open */
  char *search;       /* (nullable) what to look for */
};

/**
 * np_errands_new:
 *
 * Returns: (transfer full): nothing to do
 */
NpErrands *
np_errands_new (void)
{
  NpErrands *self = g_new0 (NpErrands, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->updates = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * np_errands_free:
 * @self: (transfer full) (nullable): errands
 */
void
np_errands_free (NpErrands *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->updates);
  g_ptr_array_unref (self->files);
  g_free (self->story);
  g_free (self->search);
  g_free (self);
}

/**
 * np_errands_add_word:
 * @self: errands
 * @word: an address or the name of a file, to be saved
 * @again: whether to look for a new version of what was saved before; @word may be the id of a story then
 */
void
np_errands_add_word (NpErrands *self, const char *word, gboolean again)
{
  g_ptr_array_add (again ? self->updates : self->words, g_strdup (word));
}

/**
 * np_errands_add_file:
 * @self: errands
 * @file: a file or an address, to be saved
 */
void
np_errands_add_file (NpErrands *self, GFile *file)
{
  g_ptr_array_add (self->files, g_object_ref (file));
}

/**
 * np_errands_set_story:
 * @self: errands
 * @id: the id of the story to open; it may be gone by then
 */
void
np_errands_set_story (NpErrands *self, const char *id)
{
  g_free (self->story);
  self->story = g_strdup (id);
}

/**
 * np_errands_set_search:
 * @self: errands
 * @text: what to look for
 */
void
np_errands_set_search (NpErrands *self, const char *text)
{
  g_free (self->search);
  self->search = g_strdup (text);
}

static void
open_story (NpWindow *window, const char *id)
{
  g_autoptr (NpStory) story = np_library_find_story (np_window_get_library (window), id, NULL);

  if (story != NULL)
    np_window_open_story (window, id);
}

static void
search (NpWindow *window, const char *text)
{
  np_window_show_place (window, NP_PLACE_ALL, NULL);
  np_list_search_show (np_list_page_get_search (np_window_get_list (window)), text);
  np_window_show_pane (window, 1);
}

/**
 * np_errands_do:
 * @self: errands
 * @window: (nullable): the window
 * @home: where its library is
 *
 * Does them, once, when @window shows a library; else they wait. What is to be saved has the library started, so that
 * it is kept on the disk from its beginning on.
 */
void
np_errands_do (NpErrands *self, NpWindow *window, NpHome *home)
{
  NpLibrary *library = window != NULL ? np_window_get_library (window) : NULL;
  g_autofree char *story = NULL, *text = NULL;

  if (library == NULL)
    return;
  if (self->words->len + self->updates->len + self->files->len > 0)
    np_home_start (home);
  for (guint i = 0; i < self->words->len; i++)
    np_intake_word (library, self->words->pdata[i], NULL);
  for (guint i = 0; i < self->updates->len; i++)
    np_intake_update (library, self->updates->pdata[i]);
  for (guint i = 0; i < self->files->len; i++)
    np_intake_file (library, self->files->pdata[i], NULL);
  g_ptr_array_set_size (self->words, 0);
  g_ptr_array_set_size (self->updates, 0);
  g_ptr_array_set_size (self->files, 0);
  story = g_steal_pointer (&self->story);
  text = g_steal_pointer (&self->search);
  if (text != NULL)
    search (window, text);
  if (story != NULL)
    open_story (window, story);
}
