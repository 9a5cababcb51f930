#include "ui/np-window-trouble.h"

#include "library/np-words.h"

#include <glib/gi18n.h>

/**
 * np_window_trouble_describe:
 * @page: what fills the window
 * @error: why there is no library
 * @folder: its folder
 *
 * Says that the library cannot be opened, and what to do.
 */
void
np_window_trouble_describe (AdwStatusPage *page, const GError *error, const char *folder)
{
  g_autofree char *what = np_words_for_error (error), *next = np_words_for_next_step (error), *text = NULL,
                  *markup = NULL;

  text = g_strdup_printf ("%s%s%s", next != NULL ? next : "", next != NULL ? "\n" : "", folder);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_title (page, what);
  adw_status_page_set_description (page, markup);
}

/**
 * np_window_trouble_dup_read_only:
 * @library: the library that is shown
 *
 * A library that can only be read is shown all the same, with the reason.
 *
 * Returns: (transfer full) (nullable): why, and what to do; `NULL` when it can be changed
 */
char *
np_window_trouble_dup_read_only (NpLibrary *library)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *what = NULL, *next = NULL;

  if (np_library_is_writable (library, &reason))
    return NULL;
  what = reason != NULL ? np_words_for_error (reason) : g_strdup (_ ("This library can only be read"));
  next = reason != NULL ? np_words_for_next_step (reason) : NULL;
  return next != NULL ? g_strdup_printf ("%s. %s", what, next) : g_strdup (what);
}
