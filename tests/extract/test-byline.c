#include "extract/np-byline.h"

typedef struct
{
  const char *text;
  const char *names; /* joined with " + " */
} Row;

static const Row rows[] = {
  { "Jane Doe", "Jane Doe" },
  { "By Jane Doe", "Jane Doe" },
  { "by JANE DOE and John Smith", "JANE DOE + John Smith" },
  { "By Jane Doe, John Smith and Ann Lee", "Jane Doe + John Smith + Ann Lee" },
  { "Von Jana Muster und Karl Beispiel", "Jana Muster + Karl Beispiel" },
  { "Par Jeanne Dupont", "Jeanne Dupont" },
  { "Por Juana Pérez y Luis Gómez", "Juana Pérez + Luis Gómez" },
  { "By Jane Doe, Staff Writer", "Jane Doe" },
  { "By Jane Doe | Senior Correspondent", "Jane Doe" },
  { "Martin King, Jr.", "Martin King, Jr." },
  { "By Jane Doe May 31, 2018", "Jane Doe May" },
  { "By Jane Doe (Reuters)", "Jane Doe" },
  { "https://www.example.com/author/jane", "" },
  { "", "" },
  { "   ", "" },
  { "Updated 3 hours ago", "" },
  { "Jane Doe, Valley Post", "Jane Doe" },
  { "Jane Doe, CNN", "Jane Doe" },
  { "ByJane Doe", "Jane Doe" },
  { "By", "" },
  { "Jane Doe 31. Oktober 2021", "Jane Doe" },
  { "Jane Doe AND John Smith For The Valley Post", "Jane Doe + John Smith" },
  { "Robert De Niro", "Robert De Niro" },
  { "Written by: Jane Doe", "Jane Doe" },
  { "@jane", "jane" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GPtrArray) names = np_byline_parse (row->text, NULL);
  g_autofree char *joined = NULL;

  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (" + ", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, row->names);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/byline/%u %s", i, rows[i].text);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
