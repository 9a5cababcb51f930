#include "extract/np-caption.h"

/* The words around a photo, as lines, and what is named as its credit. */
static const struct
{
  const char *name, *words, *named, *caption, *credit;
} rows[] = {
  { "caption", "The ferry leaves.", "", "The ferry leaves.", NULL },
  { "named", "The ferry leaves.", "Photo: Jane Roe", "The ferry leaves.", "Jane Roe" },
  { "only-named", "", "Jane Roe/AFP", NULL, "Jane Roe/AFP" },
  { "only-named-words", "", "shutterstock", NULL, "shutterstock" },
  { "named-holds-both", "", "The ferry leaves. Photo: Jane Roe", "The ferry leaves.", "Jane Roe" },
  { "line-of-credit", "The ferry leaves.\nPhoto: Jane Roe", "", "The ferry leaves.", "Jane Roe" },
  { "credit-first", "© Jane Roe\nThe ferry leaves the harbour.", "", "The ferry leaves the harbour.", "Jane Roe" },
  { "label-alone", "The ferry leaves.\nFoto:\nWITTERS", "", "The ferry leaves.", "WITTERS" },
  { "label-of-named", "The ferry leaves.\nCredit...", "Jane Roe/The Valley Post", "The ferry leaves.",
    "Jane Roe/The Valley Post" },
  { "name-alone", "The ferry leaves the old harbour.\nJane Roe", "", "The ferry leaves the old harbour.", "Jane Roe" },
  { "names-are-the-caption", "Jane Roe\nAnn Poe", "", "Jane Roe Ann Poe", NULL },
  { "two-credits", "The ferry leaves. (Photo: Getty Images)", "Getty", "The ferry leaves.", "Getty Images" },
  { "agency-line", "The ferry leaves.\nJ. Scott Roe / AP file", "", "The ferry leaves.", "J. Scott Roe / AP file" },
  { "counter", "1/12\nThe ferry leaves.", "", "The ferry leaves.", NULL },
  { "date", "The ferry leaves.\n3 March 2019", "", "The ferry leaves.", NULL },
  { "tools", "View Images\nThe ferry leaves.\nEnlarge\nmore", "", "The ferry leaves.", NULL },
  { "twice", "The ferry leaves the harbour.\nThe ferry leaves the harbour.", "", "The ferry leaves the harbour.",
    NULL },
  { "cut-short", "The ferry leaves the harbour on Monday.\nThe ferry leaves the harbour ... more", "",
    "The ferry leaves the harbour on Monday.", NULL },
  { "label-before", "Image caption The ferry leaves.", "", "The ferry leaves.", NULL },
  { "label-behind", "The ferry leaves. Foto:", "Jane Roe", "The ferry leaves.", "Jane Roe" },
  { "credit-is-all", "Photo: Jane Roe", "", NULL, "Jane Roe" },
  { "empty", "", "", NULL, NULL },
  { "white", " \n \n", "\n", NULL, NULL },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *caption = NULL, *credit = NULL;

  np_caption_part (rows[i].words, rows[i].named, &caption, &credit);
  g_assert_cmpstr (caption, ==, rows[i].caption);
  g_assert_cmpstr (credit, ==, rows[i].credit);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/caption/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}
