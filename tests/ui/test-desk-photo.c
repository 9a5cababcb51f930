/* A photo that several stories show is one photo, with all its captions and credits. */
#include "ui/photos/np-desk-photo.h"

static const struct
{
  const char *caption, *credit, *headline;
} uses[] = {
  { "The pier.", "Marta Quist/Agency", "Storm takes the pier" },
  { "The pier on Monday.", "Marta Quist", "Pier to be rebuilt" },
  { "The pier.", "Marta Quist/Agency", NULL },
  { NULL, NULL, "A year of the pier" },
  { "", "", "" },
};

static void
test_uses (void)
{
  g_autoptr (NpDeskPhoto) photo = np_desk_photo_new ("media/ab/ab.jpg");
  g_autofree char *caption = NULL, *credit = NULL;
  g_autoptr (NpFigure) shown = NULL;

  g_assert_null (np_desk_photo_dup_credit (photo));
  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autoptr (NpArticle) article = np_article_new ();
      NpFigure *figure = np_figure_new ();

      article->headline = g_strdup (uses[i].headline);
      figure->caption = g_strdup (uses[i].caption);
      figure->credit = g_strdup (uses[i].credit);
      figure->width = 100 * (guint) i;
      np_article_add_figure (article, figure);
      np_desk_photo_add (photo, article, figure);
    }
  g_assert_cmpuint (np_desk_photo_get_uses (photo)->len, ==, G_N_ELEMENTS (uses));
  g_assert_cmpuint (np_desk_photo_get_credits (photo)->len, ==, 2);
  credit = np_desk_photo_dup_credit (photo);
  g_assert_cmpstr (credit, ==, "Marta Quist/Agency · Marta Quist");
  caption = np_desk_photo_dup_caption (photo);
  g_assert_cmpstr (caption, ==, "The pier.\nThe pier on Monday.");
  shown = np_desk_photo_new_figure (photo);
  g_assert_cmpstr (shown->credit, ==, credit);
  g_assert_cmpuint (shown->width, ==, 400);
  g_assert_true (np_desk_photo_matches (photo, "rebuilt"));
  g_assert_true (np_desk_photo_matches (photo, "agency"));
  g_assert_false (np_desk_photo_matches (photo, "zebra"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/desk-photo/uses", test_uses);
  return g_test_run ();
}
