#include "story.h"

/* A piece of a story, shown or not. */
#define PIECE(name, attributes)                                                                                        \
  "<div class='piece " name "'" attributes "><h2>The " name " of Testville</h2><p>For this " name                      \
  " the town is known "                                                                                                \
  "along the river, and all who come to see the bridge come to see the " name " as well, but for Mondays.</p></div>"
#define PIECE_TEXT(name)                                                                                               \
  "The " name " of Testville\n\nFor this " name                                                                        \
  " the town is known along the river, and all who come to see the bridge "                                            \
  "come to see the " name " as well, but for Mondays."
#define HIDDEN " style='display:none'"

static const struct
{
  const char *name;
  const char *html;
  const char *expected;
} rows[] = {
  { "a slide is seen, two are not",
    "<article><h1>Old bridge closes in town</h1>" STORY PIECE ("mill", "") PIECE ("tower", HIDDEN)
        PIECE ("market", " hidden") "</article>",
    STORY_TEXT "\n\n" PIECE_TEXT ("mill") "\n\n" PIECE_TEXT ("tower") "\n\n" PIECE_TEXT ("market") },
  { "one hidden part alone",
    "<article><h1>Old bridge closes in town</h1>" STORY PIECE ("mill", "") PIECE ("tower", HIDDEN) "</article>",
    STORY_TEXT "\n\n" PIECE_TEXT ("mill") },
  { "none of them is seen",
    "<article><h1>Old bridge closes in town</h1>" STORY PIECE ("mill", HIDDEN) PIECE ("tower", HIDDEN)
        PIECE ("market", HIDDEN) "</article>",
    STORY_TEXT },
  { "a story for those without scripts",
    "<body><h1>Old bridge closes in town</h1><div class=post-body><noscript>" STORY PIECE ("mill", "")
        PIECE ("tower", "") "</noscript><script>show ();</script></div>",
    STORY_TEXT "\n\n" PIECE_TEXT ("mill") "\n\n" PIECE_TEXT ("tower") },
  { "the same story for those without scripts",
    "<article><h1>Old bridge closes in town</h1>" STORY PIECE ("mill", "")
        PIECE ("tower", "") "<noscript>" STORY PIECE ("mill", "") PIECE ("tower", "") "</noscript></article>",
    STORY_TEXT "\n\n" PIECE_TEXT ("mill") "\n\n" PIECE_TEXT ("tower") },
  { "a story that a script shows",
    "<body style='visibility: hidden'><nav><a href=/>Home</a></nav><article><h1>Old bridge closes in town</h1>" STORY
        PIECE ("mill", "") PIECE ("tower", "") "</article></body>",
    STORY_TEXT "\n\n" PIECE_TEXT ("mill") "\n\n" PIECE_TEXT ("tower") },
  { "a story that is hidden until it is paid for",
    "<article><h1>Old bridge closes in town</h1><p>Subscribe to read on.</p><div style='display:none'>" STORY PIECE (
        "mill", "") PIECE ("tower", "") "</div></article>",
    STORY_TEXT "\n\n" PIECE_TEXT ("mill") "\n\n" PIECE_TEXT ("tower") },
  { "a part of a page that is streamed",
    "<body><main><h1>Old bridge closes in town</h1><template id='B:0'></template></main><div hidden id='S:0'><article>"
    "<p>For this bridge the town is known along the river.</p></article></div><script>$RC('B:0','S:0')</script>",
    "For this bridge the town is known along the river." },
  { "hidden terms beside a short story",
    "<article><h1>Old bridge closes in town</h1>" STORY "</article><div style='display:none'>" PIECE ("mill", "")
        PIECE ("tower", "") PIECE ("market", "") PIECE ("square", "") PIECE ("river", "") "</div>",
    STORY_TEXT },
  { "a notice for those without scripts",
    "<article><h1>Old bridge closes in town</h1>" STORY
    "<noscript><p>Please allow scripts to see what people say of the "
    "bridge of Testville, or go to the town hall and ask for it.</p></noscript></article>",
    STORY_TEXT },
  { "hidden lists of links",
    "<article><h1>Old bridge closes in town</h1>" STORY PIECE (
        "mill", "") "<div class=piece hidden><a href=/a>A story of a bridge in another town along the "
                    "river, which was closed for many years</a></div><div class=piece hidden><a href=/b>A "
                    "story of a ferry in another town "
                    "along the river, which ran for many years</a></div></article>",
    STORY_TEXT "\n\n" PIECE_TEXT ("mill") },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpArticle) article = extract_story (rows[i].html, "text/html", &error);
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_no_error (error);
      text = np_article_dup_text (article);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/slides/rows", test_rows);
  return g_test_run ();
}
