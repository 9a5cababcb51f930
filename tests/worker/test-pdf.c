/* PDFs through pdftotext, where that is installed: the story of a PDF, and what becomes of those that are none. */
#include "extract/np-extract.h"
#include "worker/np-worker-serve.h"
#include "worker/np-worker.h"

#include <string.h>
#include <unistd.h>

#define BODY "It rained on the square all day, people said, and then it stopped, and the market opened."

static gboolean
has_tool (void)
{
  return g_file_test ("/usr/bin/pdftotext", G_FILE_TEST_IS_EXECUTABLE);
}

/* A PDF of one page, with its table of where its objects are. */
static GBytes *
make_pdf (void)
{
  static const char drawing[] =
      "BT /F1 24 Tf 1 0 0 1 72 720 Tm (Rain stops the market) Tj /F1 10 Tf 1 0 0 1 72 670 Tm (" BODY ") Tj ET";
  g_autofree char *stream = g_strdup_printf ("<</Length %d>>stream\n%s\nendstream", (int) strlen (drawing), drawing);
  const char *const objects[] = { "<</Type/Catalog/Pages 2 0 R>>",
                                  "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                                  "/Resources<</Font<</F1 5 0 R>>>>>>",
                                  stream,
                                  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                                  "<</Title(Rain)/Author(Ann Example)/CreationDate(D:20180531154800Z)>>" };
  GString *pdf = g_string_new ("%PDF-1.4\n");
  g_autoptr (GString) table = g_string_new (NULL);
  gsize start;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", pdf->len);
      g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
  start = pdf->len;
  g_string_append_printf (
      pdf,
      "xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%" G_GSIZE_FORMAT
      "\n%%%%EOF\n",
      table->str, start);
  return g_string_free_to_bytes (pdf);
}

static NpArticle *
extract (GBytes *bytes, GError **error)
{
  g_autoptr (NpWorker) worker = np_worker_new ();
  g_autoptr (NpPage) page = np_page_new (bytes);

  page->url = g_strdup ("https://news.example/rain.pdf");
  page->content_type = g_strdup ("application/pdf");
  return np_worker_extract (worker, page, NULL, error);
}

static void
test_story (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = NULL;
  g_autofree char *text = NULL;

  article = extract (pdf, &error);
  if (!has_tool ())
    {
      g_assert_error (error, NP_WORKER_ERROR, NP_WORKER_ERROR_NO_PDF_READER);
      return;
    }
  g_assert_no_error (error);
  text = np_article_dup_text (article);
  g_assert_cmpstr (article->headline, ==, "Rain stops the market");
  g_assert_cmpstr (text, ==, BODY);
  g_assert_cmpuint (article->authors->len, ==, 1);
  g_assert_cmpstr (article->published, ==, "2018-05-31T15:48:00Z");
  g_assert_cmpstr (article->url, ==, "https://news.example/rain.pdf");
  g_assert_cmpstr (article->provenance.content_type, ==, "application/pdf");
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) pdf = make_pdf (), head = g_bytes_new_from_bytes (pdf, 0, 200);
  g_autoptr (GError) error = NULL;

  g_assert_null (extract (head, &error));
  if (has_tool ())
    g_assert_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_TYPE);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/worker/pdf/story", test_story);
  g_test_add_func ("/worker/pdf/damaged", test_damaged);
  return g_test_run ();
}
