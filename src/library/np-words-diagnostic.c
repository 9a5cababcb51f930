#include "library/np-words.h"

#include "library/np-import-photos.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is kept with a story of what could not be had, and what people are told of it. */
static const struct
{
  const char *kept;
  const char *words;
} diagnostics[] = {
  { "no headline was found", N_ ("No headline was found") },
  { "text may not be whole: the page is behind a pay wall",
    N_ ("The text may be incomplete: the site wants to be paid for it") },
  { "only a few words of text: the page is a video", N_ ("There are only a few words of text: the page is a video") },
  { "only a few words of text: the rest of the page comes by a script",
    N_ ("There are only a few words of text: the rest of the page is made by a script") },
};

/**
 * np_words_for_diagnostic:
 * @diagnostic: one of an article's diagnostics, also of an earlier or a later Newsprint
 *
 * Returns: (transfer full): what could not be had, in a sentence without a full stop
 */
char *
np_words_for_diagnostic (const char *diagnostic)
{
  g_return_val_if_fail (diagnostic != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (diagnostics); i++)
    if (g_str_equal (diagnostic, diagnostics[i].kept))
      return g_strdup (_ (diagnostics[i].words));
  if (g_str_has_prefix (diagnostic, NP_IMPORT_PHOTO_NOT_SAVED))
    return g_strdup_printf (_ ("A photo was not saved: %s"), diagnostic + strlen (NP_IMPORT_PHOTO_NOT_SAVED));
  return g_strdup (diagnostic);
}
