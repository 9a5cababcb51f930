#include "ui/np-window-meant.h"

/* As many stories as are looked up again to tell what can be done with them. */
#define MAX_FRESH 20

/**
 * np_window_list_meant:
 * @self: a window
 *
 * Tells what an action on stories is about: the selection, or else the story that is read.
 *
 * Returns: (transfer full) (element-type NpStory): the stories, as they are now
 */
GPtrArray *
np_window_list_meant (NpWindow *self)
{
  NpLibrary *library;
  GPtrArray *stories;
  const char *id;

  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  library = np_window_get_library (self);
  if (library == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  stories = np_list_page_list_selected (np_window_get_list (self));
  id = np_story_page_get_story_id (np_window_get_story_page (self));
  if (stories->len == 0 && id != NULL)
    {
      NpStory *story = np_library_find_story (library, id, NULL);

      if (story != NULL)
        g_ptr_array_add (stories, story);
    }
  for (guint i = 0; stories->len <= MAX_FRESH && i < stories->len; i++)
    {
      NpStory *story = np_library_find_story (library, np_story_get_id (stories->pdata[i]), NULL);

      if (story != NULL)
        {
          g_object_unref (stories->pdata[i]);
          stories->pdata[i] = story;
        }
    }
  return stories;
}
