#include "library/np-search-marks.h"

#include "index/np-snippet.h"
#include "index/np-phrase.h"

/**
 * np_search_marks_find:
 * @search: (nullable): what is typed to search
 * @text: valid UTF-8
 *
 * Looks for the words of @search as the index does: case and accents aside, phrases whole. Words that are to be in a
 * certain part of a story only are not looked for. A few milliseconds for a long story.
 *
 * Returns: (transfer full) (element-type NpSearchMark): where they are, in their order, none over another
 */
GArray *
np_search_marks_find (const char *search, const char *text)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (NpSearchMark));
  g_autoptr (NpQuery) query = NULL;
  g_autoptr (GArray) found = NULL;
  gsize at = 0;
  int characters = 0;

  g_return_val_if_fail (text != NULL, marks);

  if (search == NULL || *search == '\0')
    return marks;
  query = np_query_new (NP_PLACE_ALL, NULL, search);
  found = np_snippet_find (query->term, text);
  for (guint i = 0; i < found->len; i++)
    {
      const NpStretch *stretch = &g_array_index (found, NpStretch, i);
      NpSearchMark mark;

      if (stretch->start < at || stretch->end <= stretch->start)
        continue;
      mark.start = characters + (int) g_utf8_strlen (text + at, (gssize) (stretch->start - at));
      mark.end = mark.start + (int) g_utf8_strlen (text + stretch->start, (gssize) (stretch->end - stretch->start));
      characters = mark.end;
      at = stretch->end;
      g_array_append_val (marks, mark);
    }
  return marks;
}
