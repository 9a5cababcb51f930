/* PDFs, as pdftotext lays out their lines. */
#include "extract/np-extract.h"
#include "extract/np-sniff.h"

#include <string.h>

/* One line: letters of that size, where it stands, and which block it begins (0: the same as the line before). */
typedef struct
{
  const char *text;
  double left, top, size;
  guint page;
  gboolean begins_block;
} Line;

typedef struct
{
  const char *name;
  const char *head; /* of the document */
  Line lines[12];
  const char *headline;
  const char *text; /* paragraphs, a blank line between them */
} Row;

#define BODY_1 "It rained on the square all day, people said, and then it"
#define BODY_2 "stopped, and the market opened again at noon."
#define BODY   BODY_1 " " BODY_2

static const Row rows[] = {
  { "headline by its size",
    "<title>x.indd</title>",
    { { "Rain stops the market", 70, 90, 24, 0, TRUE },
      { BODY_1, 70, 150, 10, 0, TRUE },
      { BODY_2, 70, 164, 10, 0, FALSE } },
    "Rain stops the market",
    BODY },
  { "headline of two lines",
    "",
    { { "Rain stops the", 70, 90, 24, 0, TRUE },
      { "market at noon", 70, 118, 24, 0, FALSE },
      { BODY_1, 70, 170, 10, 0, TRUE },
      { BODY_2, 70, 184, 10, 0, FALSE } },
    "Rain stops the market at noon",
    BODY },
  { "headline of the document",
    "<title>Rain stops the market</title>",
    { { BODY_1, 70, 150, 10, 0, TRUE }, { BODY_2, 70, 164, 10, 0, FALSE } },
    "Rain stops the market",
    BODY },
  { "a broken word",
    "",
    { { "Rain stops the market", 70, 90, 24, 0, TRUE },
      { "It rained on the whole square all day, and peo-", 70, 150, 10, 0, TRUE },
      { "ple said that the well-", 70, 164, 10, 0, FALSE },
      { "Known seller was glad.", 70, 178, 10, 0, FALSE } },
    "Rain stops the market",
    "It rained on the whole square all day, and people said that the well-Known seller was glad." },
  { "over columns and pages",
    "",
    { { "Rain stops the market", 70, 90, 24, 0, TRUE },
      { "It rained on the whole square all day, and the", 70, 150, 10, 0, TRUE },
      { "sellers waited under the roofs for the sun.", 320, 150, 10, 0, TRUE },
      { "On Friday it was the same, and on the next", 320, 200, 10, 0, TRUE },
      { "day it was dry again.", 70, 150, 10, 1, TRUE } },
    "Rain stops the market",
    "It rained on the whole square all day, and the sellers waited under the roofs for the sun.\n\n"
    "On Friday it was the same, and on the next day it was dry again." },
  { "running titles and numbers",
    "",
    { { "Rain stops the market", 70, 90, 24, 0, TRUE },
      { BODY_1, 70, 150, 10, 0, TRUE },
      { BODY_2, 70, 164, 10, 0, FALSE },
      { "The Example, 31 May", 70, 770, 8, 0, TRUE },
      { "1", 300, 770, 8, 0, TRUE },
      { BODY_1, 70, 150, 10, 1, TRUE },
      { BODY_2, 70, 164, 10, 1, FALSE },
      { "The Example, 31 May", 70, 770, 8, 1, TRUE },
      { "2", 300, 770, 8, 1, TRUE } },
    "Rain stops the market",
    BODY "\n\n" BODY },
  { "an indent begins a paragraph",
    "",
    { { "Rain stops the market", 70, 90, 24, 0, TRUE },
      { "It rained all day on the square.", 70, 150, 10, 0, TRUE },
      { "Then it stopped, and the market opened", 82, 164, 10, 0, FALSE },
      { "again at noon, as it always does.", 70, 178, 10, 0, FALSE } },
    "Rain stops the market",
    "It rained all day on the square.\n\nThen it stopped, and the market opened again at noon, as it always does." },
  { "no spaces in Japanese",
    "",
    { { "雨で市場が 中止になる", 70, 90, 24, 0, TRUE },
      { "広場では一日中雨が降り、人々はそう話した。その後雨は", 70, 150, 10, 0, TRUE },
      { "やみ、市場は正午に再び開いた。", 70, 164, 10, 0, FALSE } },
    "雨で市場が 中止になる",
    "広場では一日中雨が降り、人々はそう話した。その後雨はやみ、市場は正午に再び開いた。" },
  { "signs of XML",
    "<title>A &amp; B &lt; C</title>",
    { { "It rained &amp; rained on the whole square, all day &lt;long&gt;, they said.", 70, 150, 10, 0, TRUE } },
    "A & B < C",
    "It rained & rained on the whole square, all day <long>, they said." },
};

static char *
make_layout (const Row *row)
{
  GString *out = g_string_new (NULL);
  int page = -1;

  g_string_append_printf (out,
                          "<!DOCTYPE html PUBLIC \"x\" \"y\"><html><head>%s<meta name=\"CreationDate\" "
                          "content=\"2018-05-31T15:48:00Z\"/></head><body><doc>",
                          row->head);
  for (guint i = 0; i < G_N_ELEMENTS (row->lines) && row->lines[i].text != NULL; i++)
    {
      const Line *line = &row->lines[i];
      g_auto (GStrv) words = g_strsplit (line->text, " ", -1);
      char left[G_ASCII_DTOSTR_BUF_SIZE], top[G_ASCII_DTOSTR_BUF_SIZE], bottom[G_ASCII_DTOSTR_BUF_SIZE];

      if (i > 0 && line->begins_block)
        g_string_append (out, "</block>");
      if ((int) line->page > page)
        g_string_append_printf (out, "%s<page width=\"600\" height=\"800\"><flow>", page >= 0 ? "</flow></page>" : "");
      page = (int) line->page;
      if (line->begins_block)
        g_string_append (out, "<block xMin=\"70\">");
      g_ascii_dtostr (left, sizeof left, line->left);
      g_ascii_dtostr (top, sizeof top, line->top);
      g_ascii_dtostr (bottom, sizeof bottom, line->top + line->size);
      g_string_append_printf (out, "<line xMin=\"%s\" yMin=\"%s\" xMax=\"300\" yMax=\"%s\">", left, top, bottom);
      for (guint j = 0; words[j] != NULL; j++)
        g_string_append_printf (out, "<word xMin=\"1\" yMin=\"%s\" xMax=\"2\" yMax=\"%s\">%s</word>\n", top, bottom,
                                words[j]);
      g_string_append (out, "</line>");
    }
  g_string_append (out, "</block></flow></page></doc></body></html>");
  return g_string_free (out, FALSE);
}

static NpArticle *
extract (const char *layout, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (layout, strlen (layout));
  g_autoptr (NpPage) page = np_page_new (bytes);

  page->content_type = g_strdup (NP_SNIFF_PDF_LAYOUT_TYPE);
  page->url = g_strdup ("https://news.example/rain.pdf");
  return np_extract (page, error);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *layout = make_layout (row), *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = extract (layout, &error);

  g_assert_no_error (error);
  text = np_article_dup_text (article);
  g_assert_cmpstr (article->headline, ==, row->headline);
  g_assert_cmpstr (text, ==, row->text);
  g_assert_cmpstr (article->published, ==, "2018-05-31T15:48:00Z");
  g_assert_cmpstr (article->url, ==, "https://news.example/rain.pdf");
}

/* Wherever it is cut off, there is a story or an error that says why not. */
static void
test_cut_off (void)
{
  g_autofree char *layout = make_layout (&rows[0]);

  for (gsize size = strlen (layout); size > 0; size--)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NpArticle) article = NULL;

      layout[size - 1] = size > 1 ? '\0' : ' ';
      article = extract (layout, &error);
      g_assert_true ((article == NULL) == (error != NULL));
    }
}

static void
test_pictures_only (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article =
      extract ("<html><body><doc><page width=\"1\" height=\"1\"></page><page></page></doc></body></html>", &error);

  g_assert_null (article);
  g_assert_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_NO_STORY);
  g_assert_nonnull (strstr (error->message, "2 pages"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/pdf/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/extract/pdf/cut off", test_cut_off);
  g_test_add_func ("/extract/pdf/pictures only", test_pictures_only);
  return g_test_run ();
}
