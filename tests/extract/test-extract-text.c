#include "extract/np-extract.h"

#include <string.h>

/* A story as one string: each field and block on a line of its own. */
static char *
outline (const NpArticle *article)
{
  GString *out = g_string_new (NULL);
  const struct
  {
    const char *name, *value;
  } fields[] = {
    { "url", article->url },         { "headline", article->headline }, { "deck", article->deck },
    { "byline", article->byline },   { "dateline", article->dateline }, { "published", article->published },
    { "updated", article->updated },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].value != NULL)
      g_string_append_printf (out, "%s: %s\n", fields[i].name, fields[i].value);
  for (guint i = 0; i < article->authors->len; i++)
    g_string_append_printf (out, "author: %s\n", (char *) article->authors->pdata[i]);
  for (guint i = 0; i < article->body->len; i++)
    {
      const NpBlock *block = article->body->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);

      np_block_append_plain_text (block, text);
      if (block->type == NP_BLOCK_FIGURE)
        {
          const NpFigure *figure = article->figures->pdata[block->figure];
          g_string_append_printf (out, "figure: %s | %s | %s\n", figure->alt, figure->caption, figure->credit);
        }
      else
        g_string_append_printf (out, "%s: %s\n", np_block_type_to_string (block->type), text->str);
      for (guint j = 0; block->spans != NULL && j < block->spans->len; j++)
        {
          const NpSpan *span = &g_array_index (block->spans, NpSpan, j);
          g_string_append_printf (out, "  %u-%u %s %s\n", span->start, span->end, np_span_style_to_string (span->style),
                                  span->href != NULL ? span->href : "");
        }
    }
  for (guint i = 0; i < article->keywords->len; i++)
    g_string_append_printf (out, "keyword: %s\n", (char *) article->keywords->pdata[i]);
  return g_string_free (out, FALSE);
}

#define LONG1 "The ferry to Port Aldis ran again on Monday after nine days in which no boat had left the harbour."
#define LONG2 "Captain Anna Roe said that the repairs had cost more than anyone had thought and taken twice as long."

static const struct
{
  const char *name, *text, *outline;
} rows[] = {
  { "plain", "Ferry runs again\n\n" LONG1 "\n\n" LONG2,
    "headline: Ferry runs again\nparagraph: " LONG1 "\nparagraph: " LONG2 "\n" },
  { "no-blank-lines", "Ferry runs again\n" LONG1 " " LONG1 "\n" LONG2 " " LONG2,
    "headline: Ferry runs again\nparagraph: " LONG1 " " LONG1 "\nparagraph: " LONG2 " " LONG2 "\n" },
  { "crlf-and-bom", "\357\273\277Ferry runs again\r\n\r\n" LONG1 "\r\n\r\n" LONG2 "\r\n",
    "headline: Ferry runs again\nparagraph: " LONG1 "\nparagraph: " LONG2 "\n" },
  { "old-mac", "Ferry runs again\r\r" LONG1 "\r", "headline: Ferry runs again\nparagraph: " LONG1 "\n" },
  { "hard-wrapped",
    "Ferry runs again\n\nThe ferry to Port Aldis ran again on\nMonday after nine days in which no boat\nhad left the "
    "harbour.\n\n"
    "Captain Anna Roe said that the repairs\nhad cost more than anyone had thought\nand taken twice as long.\n",
    "headline: Ferry runs again\nparagraph: " LONG1 "\nparagraph: " LONG2 "\n" },
  { "hard-wrapped-without-blank-lines",
    "Ferry runs again\nThe ferry to Port Aldis ran again on\nMonday after nine days in which no boat\nhad left the "
    "harbour.\n"
    "Captain Anna Roe said that the repairs\nhad cost more than anyone had thought\nand taken twice as long.\n",
    "headline: Ferry runs again\nparagraph: " LONG1 "\nparagraph: " LONG2 "\n" },
  { "wrapped-han",
    "渡船恢复航行\n\n"
    "阿尔迪斯港的渡船在停航九天之后于星期一恢复航行当地居民对此表示欢迎并且\n在码头上等候了整整一个上午船长说修理费用比"
    "任何人想象的都要高得多而且\n花费了两倍的时间。\n",
    "headline: 渡船恢复航行\nparagraph: "
    "阿尔迪斯港的渡船在停航九天之后于星期一恢复航行当地居民对此表示欢迎并且在码头上等候了整整一个上午船长说修理费用比任"
    "何人想象的都要高得多而且花费了两倍的时间。\n" },
  { "byline-and-date", "Ferry runs again\nBy Jane Roe and Ann Poe\nMay 31, 2018, 3:48 PM\n\n" LONG1,
    "headline: Ferry runs again\nbyline: By Jane Roe and Ann Poe\npublished: 2018-05-31T15:48\nauthor: Jane "
    "Roe\nauthor: Ann Poe\nparagraph: " LONG1 "\n" },
  { "byline-with-role",
    "Ferry runs again\n\nBy JANE ROE, Staff Writer | May 31, 2018 | Updated June 1, 2018 4:00 PM EDT\n\n" LONG1,
    "headline: Ferry runs again\nbyline: By JANE ROE, Staff Writer\npublished: 2018-05-31\nupdated: "
    "2018-06-01T16:00-04:00\nauthor: JANE ROE\nparagraph: " LONG1 "\n" },
  { "name-before-date", "Ferry runs again\nJane Roe\n31 May 2018\n" LONG1 " " LONG2,
    "headline: Ferry runs again\nbyline: Jane Roe\npublished: 2018-05-31\nauthor: Jane Roe\nparagraph: " LONG1 " " LONG2
    "\n" },
  { "deck-before-date", "Ferry runs again\n\nNine days without a boat.\n\nMay 31, 2018\n\n" LONG1,
    "headline: Ferry runs again\ndeck: Nine days without a boat.\npublished: 2018-05-31\nparagraph: " LONG1 "\n" },
  { "deck-without-stop", "Ferry runs again\n\nNine days without a boat end with a horn and a cheer\n\n" LONG1,
    "headline: Ferry runs again\ndeck: Nine days without a boat end with a horn and a cheer\nparagraph: " LONG1 "\n" },
  { "german",
    "Fähre fährt wieder\n\nVon Jana Roth\n\nDonnerstag, 31. Mai 2018, 15.48 Uhr\n\nNach neun Tagen fährt die Fähre "
    "nach Port Aldis wieder.",
    "headline: Fähre fährt wieder\nbyline: Von Jana Roth\npublished: 2018-05-31T15:48\nauthor: Jana Roth\nparagraph: "
    "Nach neun Tagen fährt die Fähre nach Port Aldis wieder.\n" },
  { "url-first", "https://www.example.org/ferry\n\nFerry runs again\n\n" LONG1,
    "url: https://www.example.org/ferry\nheadline: Ferry runs again\nparagraph: " LONG1 "\n" },
  { "url-last", "Ferry runs again\n\n" LONG1 "\n\nSource: https://www.example.org/ferry",
    "url: https://www.example.org/ferry\nheadline: Ferry runs again\nparagraph: " LONG1 "\n" },
  { "furniture",
    "Skip to main content\nAdvertisement\n\nFerry runs again\n\nShare\nTweet\nEmail\n\n" LONG1
    "\n\nAdvertisement\n\nRead more: Ten harbours to see this summer\n\n" LONG2
    "\n\nUpdated May 31, 2018\n\nSign up for our newsletter\n\n12 comments\n",
    "headline: Ferry runs again\nupdated: 2018-05-31\nparagraph: " LONG1 "\nparagraph: " LONG2 "\n" },
  { "related-stories",
    "Ferry runs again\n\n" LONG1 "\n\nRelated stories\nTen harbours to see this summer\nWhy boats float\n\n" LONG2,
    "headline: Ferry runs again\nparagraph: " LONG1 "\nparagraph: " LONG2 "\n" },
  { "related-topics", "Ferry runs again\n\n" LONG1 "\n\nRelated Topics\nFerries\nPort Aldis\n",
    "headline: Ferry runs again\nparagraph: " LONG1 "\nkeyword: Ferries\nkeyword: Port Aldis\n" },
  { "tags-in-one-line", "Ferry runs again\n\n" LONG1 "\n\nTags: Ferries, Port Aldis, #Harbours\n",
    "headline: Ferry runs again\nparagraph: " LONG1 "\nkeyword: Ferries\nkeyword: Port Aldis\nkeyword: Harbours\n" },
  { "topics-as-a-word",
    "Ferry runs again\n\nTopics: the minister spoke of many things, and none of them was said to be more important "
    "than the ferry.\n\n" LONG1,
    "headline: Ferry runs again\nparagraph: Topics: the minister spoke of many things, and none of them was said to be "
    "more important than the ferry.\nparagraph: " LONG1 "\n" },
  { "dateline", "Ferry runs again\n\nPORT ALDIS (AP) — " LONG1,
    "headline: Ferry runs again\ndateline: PORT ALDIS\nparagraph: PORT ALDIS (AP) — " LONG1 "\n" },
  { "dateline-mixed", "Ferry runs again\n\nPort Aldis, May 31 (Reuters) - " LONG1,
    "headline: Ferry runs again\ndateline: Port Aldis\nparagraph: Port Aldis, May 31 (Reuters) - " LONG1 "\n" },
  { "photo-one-line", "Ferry runs again\n\n" LONG1 "\n\nPHOTO: The ferry leaves. (Jane Roe/AFP)\n\n" LONG2,
    "headline: Ferry runs again\nparagraph: " LONG1
    "\nfigure: (null) | The ferry leaves. | Jane Roe/AFP\nparagraph: " LONG2 "\n" },
  { "two-photos",
    "Ferry runs again\n\nPHOTO: The ferry in the harbour\nThe ferry in the harbour of Port Aldis.\nJane Roe\n\n" LONG1
    "\n\nPHOTO: Captain Roe on the bridge\nCaptain Roe on the bridge.\nPhoto: Ann Poe/AFP\n\n" LONG2,
    "headline: Ferry runs again\nfigure: The ferry in the harbour | The ferry in the harbour of Port Aldis. | Jane "
    "Roe\nparagraph: " LONG1
    "\nfigure: Captain Roe on the bridge | Captain Roe on the bridge. | Ann Poe/AFP\nparagraph: " LONG2 "\n" },
  { "photo-parted-by-blank-lines",
    "Ferry runs again\n\n" LONG1 "\n\nPHOTO: The ferry in the harbour of Port Aldis\n\nThe ferry in the harbour of "
    "Port Aldis.\n\nJane Roe\n\n" LONG2,
    "headline: Ferry runs again\nparagraph: " LONG1 "\nfigure: The ferry in the harbour of Port Aldis | The ferry in "
    "the harbour of Port Aldis. | Jane Roe\nparagraph: " LONG2 "\n" },
  { "photo-without-blank-lines",
    "Ferry runs again\n" LONG1 " " LONG2
    "\nPHOTO: The ferry in the harbour of Port Aldis\nThe ferry in the harbour of Port Aldis.\nJane Roe/AFP\n" LONG2
    " " LONG1,
    "headline: Ferry runs again\nparagraph: " LONG1 " " LONG2
    "\nfigure: The ferry in the harbour of Port Aldis | The ferry in the harbour of Port Aldis. | Jane "
    "Roe/AFP\nparagraph: " LONG2 " " LONG1 "\n" },
  { "caption-without-label", "Ferry runs again\n\n" LONG1 "\n\nThe ferry leaves the harbour.\nJane Roe/AFP\n\n" LONG2,
    "headline: Ferry runs again\nparagraph: " LONG1
    "\nfigure: (null) | The ferry leaves the harbour. | Jane Roe/AFP\nparagraph: " LONG2 "\n" },
  { "agency-at-the-end", "Ferry runs again\n\n" LONG1 "\n\nNobody was hurt, she said. (AP)",
    "headline: Ferry runs again\nparagraph: " LONG1 "\nparagraph: Nobody was hurt, she said. (AP)\n" },
  { "menu-and-cookies",
    "Home\nNews\nWeather\nWe use cookies to improve your visit. Read our cookie policy.\nAccept all\n\nThe ferry runs "
    "again "
    "today\n\n" LONG1 "\n\n\302\251 2018 The Example. All rights reserved.\nTerms of Use\nPrivacy Policy",
    "headline: The ferry runs again today\nparagraph: " LONG1 "\n" },
  { "section-over-headline", "Politics\n\nThe ferry runs again today\n\n" LONG1,
    "headline: The ferry runs again today\nparagraph: " LONG1 "\n" },
  { "one-word-headline", "Ferry\n\n" LONG1, "headline: Ferry\nparagraph: " LONG1 "\n" },
  { "trail", "Startseite > Regional > Hafen\n\nDie F\303\244hre f\303\244hrt wieder heute\n\n" LONG1,
    "headline: Die F\303\244hre f\303\244hrt wieder heute\nparagraph: " LONG1 "\n" },
  { "cookies-are-the-story", "The ferry runs again today\n\n" LONG1 "\n\nWe bake cookies, and our ferry takes them.",
    "headline: The ferry runs again today\nparagraph: " LONG1
    "\nparagraph: We bake cookies, and our ferry takes them.\n" },
  { "spoken-labels",
    "The ferry runs again today\n\n" LONG1
    "\n\nImage source, Getty Images\nImage caption, The ferry leaves the harbour.\n\n" LONG2,
    "headline: The ferry runs again today\nparagraph: " LONG1
    "\nfigure: (null) | The ferry leaves the harbour. | Getty Images\nparagraph: " LONG2 "\n" },
  { "embedded-in-german",
    "Die F\303\244hre f\303\244hrt wieder heute\n\n" LONG1 "\n\nEmpfohlener redaktioneller Inhalt\n\nAn "
    "dieser Stelle finden Sie einen externen Inhalt von Twitter.\n\nExterner Inhalt anzeigen\n\n" LONG2,
    "headline: Die F\303\244hre f\303\244hrt wieder heute\nparagraph: " LONG1 "\nparagraph: " LONG2 "\n" },
  { "mail", "The ferry runs again today\n\n" LONG1 "\n\nSent from my phone",
    "headline: The ferry runs again today\nparagraph: " LONG1 "\n" },
  { "small-print-in-french",
    "Le bac repart d\303\250s aujourd\342\200\231hui\n\n" LONG1 "\n\nTous droits r\303\251serv\303\251s",
    "headline: Le bac repart d\303\250s aujourd\342\200\231hui\nparagraph: " LONG1 "\n" },
  { "subheading", "Ferry runs again\n\n" LONG1 "\n\nA costly repair\n\n" LONG2,
    "headline: Ferry runs again\nparagraph: " LONG1 "\nheading: A costly repair\nparagraph: " LONG2 "\n" },
  { "list", "Ferry runs again\n\n" LONG1 "\n\n• One boat\n• Two men\n• 3 days\n\n" LONG2,
    "headline: Ferry runs again\nparagraph: " LONG1 "\nlist: One boat\n\nTwo men\n\n3 days\nparagraph: " LONG2 "\n" },
  { "address-in-text", "Ferry runs again\n\nSee https://example.org/a(1), the captain said.",
    "headline: Ferry runs again\nparagraph: See https://example.org/a(1), the captain said.\n  4-28 link "
    "https://example.org/a(1)\n" },
  { "one-paragraph", LONG1 " " LONG2,
    "headline: The ferry to Port Aldis ran again on Monday after nine days in which no boat had left the "
    "harbour\nparagraph: " LONG1 " " LONG2 "\n" },
  { "invalid-utf8", "Ferry \377 runs again\n\n" LONG1,
    "headline: Ferry \357\277\275 runs again\nparagraph: " LONG1 "\n" },
  { "markdown",
    "# Ferry *runs* again\n\nBy Jane Roe\n\n![The ferry](https://example.org/f.jpg \"The ferry leaves. (Jane "
    "Roe/AFP)\")\n\n"
    "The **ferry** to [Port Aldis](https://example.org/p) ran\nagain.\n\n## Costs\n\n- one\n- two\n  more\n\n> "
    "Never\n> again\n\n```\na  b\n```\n\n***\n\n"
    "a | b\n--|--\n1 | 2\n",
    "headline: Ferry runs again\nbyline: By Jane Roe\nauthor: Jane Roe\nfigure: The ferry | The ferry leaves. | Jane "
    "Roe/AFP\n"
    "paragraph: The ferry to Port Aldis ran again.\n  4-9 strong \n  13-23 link https://example.org/p\nheading: Costs\n"
    "list: one\n\ntwo more\nquote: Never again\npreformatted: a  b\nrule: \ntable: a\tb\n\n1\t2\n" },
  { "front-matter",
    "---\ntitle: \"Ferry runs again\"\nauthor: Jane Roe\ndate: 2018-05-31T15:48:00+02:00\ntags: [Ferries, \"Port "
    "Aldis\"]\nurl: https://example.org/f\n---\n\n" LONG1 "\n",
    "url: https://example.org/f\nheadline: Ferry runs again\nbyline: Jane Roe\npublished: "
    "2018-05-31T15:48:00+02:00\nauthor: Jane Roe\nparagraph: " LONG1 "\nkeyword: Ferries\nkeyword: Port Aldis\n" },
  { "markdown-caption",
    "# Ferry runs again\n\n![](f.jpg)\n*The ferry leaves. Photo: Jane Roe*\n\nText of the `story` with \\*stars\\* and "
    "a <b>tag</b>.\n",
    "headline: Ferry runs again\nfigure: (null) | The ferry leaves. | Jane Roe\nparagraph: Text of the story with "
    "*stars* and a tag.\n  12-17 code \n" },
};

static void
test_shape (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = np_extract_text (rows[i].text, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = outline (article);
  g_assert_cmpstr (found, ==, rows[i].outline);
}

static void
test_none (void)
{
  static const struct
  {
    const char *text;
    int code;
  } none[] = {
    { "", NP_EXTRACT_ERROR_EMPTY },
    { " \r\n\t\357\273\277\302\240", NP_EXTRACT_ERROR_EMPTY },
    { "hello", NP_EXTRACT_ERROR_NO_STORY },
    { "two words", NP_EXTRACT_ERROR_NO_STORY },
    { "Share\nTweet\nAdvertisement\n", NP_EXTRACT_ERROR_NO_STORY },
    { "https://example.org/a\nhttps://example.org/b", NP_EXTRACT_ERROR_NO_STORY },
    { "May 31, 2018", NP_EXTRACT_ERROR_NO_STORY },
    { "---\na: b\n---\n", NP_EXTRACT_ERROR_NO_STORY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpArticle) article = np_extract_text (none[i].text, &error);

      g_assert_null (article);
      g_assert_error (error, NP_EXTRACT_ERROR, none[i].code);
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
}

/* The shape of issue 2: headline, deck, time, paragraphs, a photo block between them, "Related Topics" at the end. */
static void
check_summit (const char *path, const char *headline, const char *deck, const char *published, guint paragraphs,
              guint before, const char *alt, const char *credit)
{
  g_autofree char *text = NULL;
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  const NpFigure *figure;
  guint found = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  article = np_extract_text (text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (article->headline, ==, headline);
  g_assert_cmpstr (article->deck, ==, deck);
  g_assert_cmpstr (article->published, ==, published);
  g_assert_null (article->updated);
  g_assert_null (article->byline);
  g_assert_cmpuint (article->topics->len, ==, 0);
  g_assert_cmpuint (article->keywords->len, ==, 0);
  g_assert_cmpuint (article->figures->len, ==, 1);
  g_assert_cmpuint (article->body->len, ==, paragraphs + 1);
  for (guint i = 0; i < article->body->len; i++)
    {
      const NpBlock *block = article->body->pdata[i];

      if (i == before)
        {
          g_assert_cmpint (block->type, ==, NP_BLOCK_FIGURE);
          continue;
        }
      g_assert_cmpint (block->type, ==, NP_BLOCK_PARAGRAPH);
      g_assert_null (strstr (block->text, "PHOTO"));
      g_assert_null (strstr (block->text, credit));
      g_assert_null (strstr (block->text, "Related Topics"));
      g_assert_null (strstr (block->text, "right, "));
      found++;
    }
  g_assert_cmpuint (found, ==, paragraphs);
  figure = article->figures->pdata[0];
  g_assert_cmpstr (figure->alt, ==, alt);
  g_assert_cmpstr (figure->caption, ==, alt);
  g_assert_cmpstr (figure->credit, ==, credit);
  g_assert_cmpstr (g_hash_table_lookup (article->provenance.fields, "headline"), ==, "text");
  g_assert_cmpstr (g_hash_table_lookup (article->provenance.fields, "published"), ==, "text");
}

static void
test_summit (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "sample", "tidewater-summit.txt", NULL);

  check_summit (
      path, "Valmere, Ostrane have made 'steady progess' toward 'planned' Tidewater summit: Foreign minister",
      "Halvard says a senior Ostranian will carry a letter from President Dorn to Valmere's capital on Friday.",
      "2024-03-14T16:52", 14, 7,
      "Deputy Chairman Joren Val Tesh of Ostrane, right, greets Foreign Minister Edda Halvard of Valmere, left, "
      "March 14, 2024 in Port Aldis.",
      "Mina R. Oakes/Tidewater Press/Northlight Images");
}

static void
test_shared (void)
{
  g_autofree char *path = NULL;

  if (g_getenv ("NP_SHARED_DIR") == NULL)
    return;
  path = g_build_filename (g_getenv ("NP_SHARED_DIR"), "sample", "summit-story.txt", NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  check_summit (
      path, "US, North Korea have made 'real progess' toward 'proposed' Trump-Kim summit: Pompeo",
      "Pompeo says a top North Korean will deliver letter from Kim to Trump Friday.", "2018-05-31T15:48", 15, 7,
      "North Korea Vice-Chairman Kim Yong-chol, right, meets with United States Secretary of State Mike Pompeo, "
      "left, May 31, 2018 in New York.",
      "Bryan R. Smith/AFP/Getty Images");
}

/* Hostile text is read, and ends; what takes far too long runs into the time limit of the whole test. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "*",   "_a_*",    "[",   "](",    "![",   "`a",    "> ",
                                        "- ",  "# a\n",   "<a",  "((",    "http", "|-|\n", "\n\n",
                                        "By ", "PHOTO: ", "12.", "(a/b)", "©",    "A. ",   "31 May " };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (pieces); i++)
    {
      const char *piece = pieces[i / 2];
      g_autoptr (GString) text =
          g_string_new (i % 2 == 0 ? "Ferry runs again\n\n" LONG1 "\n\n" : "# Ferry runs again\n\n" LONG1 "\n\n");
      g_autoptr (NpArticle) article = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 20000; j++)
        g_string_append (text, piece);
      article = np_extract_text (text->str, &error);
      g_assert_true (article != NULL || error != NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/text/shape/", rows[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_shape);
    }
  g_test_add_func ("/extract/text/none", test_none);
  g_test_add_func ("/extract/text/summit", test_summit);
  g_test_add_func ("/extract/text/shared", test_shared);
  g_test_add_func ("/extract/text/hostile", test_hostile);
  return g_test_run ();
}
