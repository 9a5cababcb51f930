#include "story.h"

#include <string.h>

/* The same story as told by a page's data. */
#define TOLD                                                                                                             \
  "The mayor of Testville said on Friday that the old bridge will be closed for repairs until the end of the "           \
  "year.\\n\\nDrivers will have to take the road along the river, which adds twenty minutes, according to the town's "   \
  "engineers.\\n\\n“We have no choice,” she told reporters. “The bridge was built for horses, and it has carried " \
  "trucks for decades.”"

/* Long enough to be believed. */
#define MORE_TEXT                                                                                                      \
  "The ferry at the mill, which ran until the bridge was built, is to be put into service again, if somebody is "      \
  "found "                                                                                                             \
  "who knows how to steer it and does not mind the hours. The old ferryman is ninety, and says that he would do it "   \
  "at "                                                                                                                \
  "once, but that nobody has asked him yet."
#define MORE "<p>" MORE_TEXT "</p>"

#define DATA(text)                                                                                                     \
  "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" text "\"}</script>"

#define STRANGE_TEXT "Whoever wants to know more of bridges may come to the museum on the hill."
#define STRANGE      "<p>" STRANGE_TEXT "</p>"

static const struct
{
  const char *name;
  const char *html;
  const char *expected;
} rows[] = {
  { "ends before a notice", DATA (TOLD "\\n\\n" MORE_TEXT) "<article>" STORY MORE STRANGE "</article>",
    STORY_TEXT "\n\n" MORE_TEXT },
  { "one block, no breaks", DATA ("<p>" TOLD " " MORE_TEXT "</p>") "<article>" STORY MORE STRANGE "</article>",
    STORY_TEXT "\n\n" MORE_TEXT },
  { "a line before it, of the site",
    DATA (TOLD "\\n\\n" MORE_TEXT) "<article><p>Weather: rain</p>" STORY MORE "</article>",
    STORY_TEXT "\n\n" MORE_TEXT },
  { "a lead before it",
    DATA (TOLD
          "\\n\\n" MORE_TEXT) "<article><p>Testville closes its bridge, and nobody knows how its people shall cross "
                              "the river in winter.</p>" STORY MORE "</article>",
    "Testville closes its bridge, and nobody knows how its people shall cross the river in winter.\n\n" STORY_TEXT
    "\n\n" MORE_TEXT },
  { "cut off", DATA (TOLD) "<article>" STORY MORE STRANGE "</article>",
    STORY_TEXT "\n\n" MORE_TEXT "\n\n" STRANGE_TEXT },
  { "a teaser", DATA ("Another text of a few words.") "<article>" STORY STRANGE "</article>",
    STORY_TEXT "\n\n" STRANGE_TEXT },
  { "of something else",
    DATA (
        "This site has been made with care by the people of Testville, who hope that all who come here find what they "
        "look for, be it the hours of the library, the way to the swimming hall or the names of the council. Whoever "
        "does not find it may write to the town hall, and will be answered within the week, if the question is about "
        "the town, and within the year if it is about something else, for then it has to be thought about.") "<article"
                                                                                                             ">" STORY MORE
                                                                                                                 STRANGE
                                                                                                             "</"
                                                                                                             "article>",
    STORY_TEXT "\n\n" MORE_TEXT "\n\n" STRANGE_TEXT },
  { "that the page has not",
    DATA (TOLD "\\n\\n" MORE_TEXT) "<body><div id=app><h1>Old bridge closes in town</h1></div>",
    STORY_TEXT "\n\n" MORE_TEXT },
  { "short, that the page has not",
    DATA ("<p>The mayor of Testville said on Friday that the old bridge will be closed for repairs.</p><p>Drivers take "
          "the road along the river until the end of the year, and wait.</p>") "<body><div id=app></div>",
    "The mayor of Testville said on Friday that the old bridge will be closed for repairs.\n\nDrivers take the road "
    "along the river until the end of the year, and wait." },
  { "in the wrong place",
    DATA (TOLD "\\n\\n" MORE_TEXT) "<body><div class=sidebar>" STORY MORE
                                   "</div><article class=article-body><h1>Welcome "
                                   "to the town of the old bridge</h1>" STRANGE STRANGE STRANGE STRANGE STRANGE STRANGE
                                   "</article>",
    STORY_TEXT "\n\n" MORE_TEXT },
  { "hostile", DATA ("<div><div><div><p") "<article>" STORY STRANGE "</article>", STORY_TEXT "\n\n" STRANGE_TEXT },
};

/* As people read it: quotation marks are of one kind. */
static char *
dup_plain (const NpArticle *article)
{
  g_autofree char *own = np_article_dup_text (article);
  g_autoptr (GString) text = g_string_new (own);

  g_string_replace (text, "“", "\"", 0);
  g_string_replace (text, "”", "\"", 0);
  return g_strdup (text->str);
}

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
      text = dup_plain (article);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* Where the text comes from when the page itself has none. */
static void
test_provenance (void)
{
  g_autoptr (NpArticle) article = extract_story (
      DATA (TOLD "\\n\\n" MORE_TEXT) "<body><div id=app><h1>Old bridge closes</h1></div>", "text/html", NULL);

  g_assert_cmpstr (g_hash_table_lookup (article->provenance.fields, "body"), ==, "json-ld");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/body-told/rows", test_rows);
  g_test_add_func ("/extract/body-told/provenance", test_provenance);
  return g_test_run ();
}
