#include "library/np-search-marks.h"

static const struct
{
  const char *name;
  const char *search;
  const char *text;
  const char *marks; /* from character to character, each with a space after it */
} rows[] = {
  { "no-search", NULL, "the ice", "" },
  { "nothing-typed", "", "the ice", "" },
  { "word", "ice", "the ice, the Ice", "4-7 13-16 " },
  { "last-word-may-go-on", "ice", "rice iced", "5-9 " },
  { "other-words-end", "ice rain", "rice iced ice", "10-13 " },
  { "accents", "uber", "die Über-Fähre", "4-8 " },
  { "after-letters-of-many-bytes", "eis", "Fähre, Eis", "7-10 " },
  { "beginning", "fer*", "ferry fern", "0-5 6-10 " },
  { "phrase", "\"the ice\"", "the ice and the rain", "0-7 " },
  { "phrase-and-word", "\"the ice\" ice", "the ice, ice", "0-7 9-12 " },
  { "not", "ice -rain", "ice and rain", "0-3 " },
  { "or", "ice OR rain", "ice and rain", "0-3 8-12 " },
  { "part-of-a-story", "headline:ice rain", "ice and rain", "8-12 " },
  { "no-words", "is:unread", "is unread", "" },
  { "photo", "ice", "\xEF\xBF\xBC ice", "2-5 " },
  { "wide", "北朝鮮", "北朝鮮の首脳", "0-3 " },
  { "mistake", "ice (", "ice", "0-3 " },
  { "no-text", "ice", "", "" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GArray) marks = np_search_marks_find (rows[i].search, rows[i].text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint k = 0; k < marks->len; k++)
    g_string_append_printf (found, "%d-%d ", g_array_index (marks, NpSearchMark, k).start,
                            g_array_index (marks, NpSearchMark, k).end);
  g_assert_cmpstr (found->str, ==, rows[i].marks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/search-marks/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}
