#include "extract/np-names.h"

typedef struct
{
  const char *names;
  NpNames some; /* what it has to say */
  NpNames none; /* what it must not */
} Row;

static const Row rows[] = {
  { "article-body", NP_NAME_ARTICLE | NP_NAME_BODY, NP_NAME_RELATED },
  { "articleBody", NP_NAME_ARTICLE | NP_NAME_BODY, 0 },
  { "body", 0, NP_NAME_BODY },
  { "post__content", NP_NAME_ARTICLE | NP_NAME_BODY, 0 },
  { "relative flex", 0, NP_NAME_RELATED },
  { "related-posts", NP_NAME_RELATED, 0 },
  { "relatedArticles", NP_NAME_RELATED, 0 },
  { "has-sidebar no-ads", 0, NP_NAME_SIDE | NP_NAME_ADVERT },
  { "sidebar", NP_NAME_SIDE, 0 },
  { "field field-label-hidden", 0, NP_NAME_HIDDEN },
  { "overflow-hidden", 0, NP_NAME_HIDDEN },
  { "hidden", NP_NAME_HIDDEN, 0 },
  { "hidden md:block", 0, NP_NAME_HIDDEN },
  { "d-none d-lg-block", 0, NP_NAME_HIDDEN },
  { "hidden-xs", 0, NP_NAME_HIDDEN },
  { "widget-area", NP_NAME_SIDE, 0 },
  { "widget widget_text", NP_NAME_SIDE, 0 },
  { "sidebar-widget", NP_NAME_SIDE, 0 },
  { "widget quote", 0, NP_NAME_SIDE },
  { "elementor-widget-text", 0, NP_NAME_SIDE },
  { "commentary", 0, NP_NAME_COMMENTS },
  { "live-match-comments", 0, NP_NAME_COMMENTS },
  { "comments", NP_NAME_COMMENTS, 0 },
  { "no-print", NP_NAME_META, 0 },
  { "no-sidebar", 0, NP_NAME_SIDE },
  { "right-column", NP_NAME_SIDE, 0 },
  { "align-right", 0, NP_NAME_SIDE },
  { "kontaktbox", NP_NAME_AUTHOR, 0 },
  { "image-description", NP_NAME_CAPTION, 0 },
  { "visually-hidden", NP_NAME_HIDDEN, 0 },
  { "sr-only", NP_NAME_HIDDEN, 0 },
  { "newsletter-signup", NP_NAME_SIGN_UP, 0 },
  { "wp-caption-text", NP_NAME_CAPTION, 0 },
  { "img-author", NP_NAME_PHOTO | NP_NAME_AUTHOR, 0 },
  { "c-byline__author", NP_NAME_BYLINE | NP_NAME_AUTHOR, 0 },
  { "kommentare", NP_NAME_COMMENTS, 0 },
  { "a-very-long-name-with-more-words-than-any-page-would-ever-need-in-one-name-share", 0, 0 },
  { "", 0, G_MAXINT },
  { "---", 0, G_MAXINT },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (NpNameReader) reader = np_name_reader_new ();

  for (guint again = 0; again < 2; again++)
    {
      NpNames names = np_name_reader_read (reader, row->names);

      g_assert_cmphex (names & row->some, ==, row->some);
      g_assert_cmphex (names & row->none, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/names/%u %s", i, rows[i].names);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
