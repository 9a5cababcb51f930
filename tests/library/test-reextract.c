/* Kept pages read anew: what the user put right stays, undo gives all back, and a page that is no story changes
 * nothing. */
#include "library/np-library-error.h"
#include "library/np-reextract.h"
#include "model/np-article-fields.h"
#include "saved-file.h"
#include "worker/np-worker-serve.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define HEADLINE "Ferry returns to the north shore"
#define CAPTION  "The boat in its berth."

/* A library with one story whose photo came with its page. */
typedef struct
{
  NpLibrary *library;
  char *id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  g_autoptr (GBytes) photo = saved_file_make_photo (800, 600, 1), bytes = NULL;
  g_autofree char *base64 = saved_file_to_base64 (photo, FALSE);
  char *page = g_strconcat ("<html><title>" HEADLINE "</title><article><h1>" HEADLINE "</h1>" SAVED_FILE_PARAGRAPH
                            "<figure><img src=\"data:image/png;base64,",
                            base64, "\"><figcaption>" CAPTION "</figcaption></figure>" SAVED_FILE_PARAGRAPH, NULL);
  NpImport *import;

  bytes = g_bytes_new_take (page, strlen (page));
  fixture->library = np_library_open (folder, NP_LIBRARY_NONE, NULL);
  g_assert_true (np_library_refresh (fixture->library, FALSE, NULL, NULL));
  import = np_library_import_bytes (fixture->library, bytes, "text/html", "Pasted", NULL);
  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (np_import_get_error (import));
  fixture->id = g_strdup (np_import_get_story_id (import));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  np_library_close (fixture->library);
  g_assert_finalize_object (fixture->library);
  g_free (fixture->id);
}

static NpArticle *
read_story (Fixture *fixture)
{
  NpArticle *article = np_library_read_article (fixture->library, fixture->id, NULL);

  g_assert_nonnull (article);
  return article;
}

static void
spoil (Fixture *fixture, NpArticleFields marked)
{
  g_autoptr (NpArticle) read = read_story (fixture), article = np_article_copy (read);
  NpArticleFields fields = NP_ARTICLE_HEADLINE | NP_ARTICLE_DECK | NP_ARTICLE_FIGURES | NP_ARTICLE_BODY;
  g_autoptr (NpChange) change = NULL;

  g_free (article->headline);
  article->headline = g_strdup ("As it was read once");
  article->deck = g_strdup ("No deck at all");
  g_free (((NpFigure *) article->figures->pdata[0])->caption);
  ((NpFigure *) article->figures->pdata[0])->caption = g_strdup ("As it was read once");
  g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "Read more"));
  np_article_mark_edited (article, marked);
  change = np_change_new_edit (article, fields);
  g_assert_true (np_library_do (fixture->library, change, NULL));
}

static NpReextraction *
run (Fixture *fixture, gboolean dry_run)
{
  const char *ids[] = { fixture->id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = np_library_reextract (fixture->library, ids, dry_run, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 1);
  return g_ptr_array_steal_index (results, 0);
}

static const struct
{
  const char *name;
  NpArticleFields edited;
  NpArticleFields changed;
} rows[] = {
  { "all", 0, NP_ARTICLE_HEADLINE | NP_ARTICLE_DECK | NP_ARTICLE_BODY | NP_ARTICLE_FIGURES },
  { "headline", NP_ARTICLE_HEADLINE, NP_ARTICLE_DECK | NP_ARTICLE_BODY | NP_ARTICLE_FIGURES },
  { "photos", NP_ARTICLE_FIGURES, NP_ARTICLE_HEADLINE | NP_ARTICLE_DECK | NP_ARTICLE_BODY },
  { "text", NP_ARTICLE_BODY, NP_ARTICLE_HEADLINE | NP_ARTICLE_DECK | NP_ARTICLE_FIGURES },
  { "text and photos", NP_ARTICLE_BODY | NP_ARTICLE_FIGURES, NP_ARTICLE_HEADLINE | NP_ARTICLE_DECK },
};

static void
test_edited (Fixture *fixture, gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (NpArticle) first = read_story (fixture), before = NULL, after = NULL, again = NULL;
  g_autoptr (NpReextraction) dry = NULL, done = NULL, nothing = NULL;
  g_autoptr (NpChange) undone = NULL;
  const NpFigure *photo = first->figures->pdata[0], *kept;

  g_assert_nonnull (photo->file);
  spoil (fixture, rows[row].edited);
  before = read_story (fixture);
  dry = run (fixture, TRUE);
  g_assert_no_error (dry->error);
  g_assert_cmpuint (dry->changed, ==, rows[row].changed);
  done = run (fixture, FALSE);
  g_assert_cmpuint (done->changed, ==, rows[row].changed);
  after = read_story (fixture);
  kept = after->figures->pdata[0];
  g_assert_cmpstr (after->headline, ==,
                   rows[row].edited & NP_ARTICLE_HEADLINE ? "As it was read once" : first->headline);
  g_assert_null (after->deck);
  g_assert_cmpstr (kept->caption, ==, rows[row].edited & NP_ARTICLE_FIGURES ? "As it was read once" : CAPTION);
  g_assert_cmpstr (kept->file, ==, photo->file);
  g_assert_cmpuint (kept->width, ==, 800);
  g_assert_cmpuint (after->body->len, ==, first->body->len + !!(rows[row].edited & NP_ARTICLE_BODY));
  g_assert_cmpstr (after->saved, ==, first->saved);
  nothing = run (fixture, FALSE);
  g_assert_cmpuint (nothing->changed, ==, 0);

  undone = np_library_undo (fixture->library, NULL);
  g_assert_cmpint (np_change_get_kind (undone), ==, NP_CHANGE_REEXTRACT);
  again = read_story (fixture);
  g_assert_cmpstr (again->headline, ==, before->headline);
  g_assert_cmpstr (again->deck, ==, before->deck);
  g_assert_cmpuint (again->body->len, ==, before->body->len);
  g_assert_cmpstr (((NpFigure *) again->figures->pdata[0])->caption, ==,
                   ((NpFigure *) before->figures->pdata[0])->caption);
}

static void
write_page (const char *path, const char *text)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr (GFileOutputStream) raw = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (G_OUTPUT_STREAM (raw), converter);

  g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
}

/* What cannot be read leaves the story as it was, and there is nothing to undo. */
static void
test_no_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpArticle) before = read_story (fixture), after = NULL;
  g_autofree char *path = np_library_get_file (fixture->library, before->provenance.page);
  g_autoptr (NpReextraction) result = NULL;

  if (data == NULL)
    g_assert_cmpint (g_unlink (path), ==, 0);
  else
    write_page (path, data);
  result = run (fixture, FALSE);
  g_assert_nonnull (result->error);
  g_assert_cmpuint (result->changed, ==, 0);
  g_assert_cmpstr (np_library_error_to_code (result->error), ==, data == NULL ? "not-found" : "no-story");
  after = read_story (fixture);
  g_assert_cmpstr (after->headline, ==, before->headline);
  g_assert_cmpuint (after->body->len, ==, before->body->len);
  g_assert_cmpint (np_change_get_kind (np_library_get_undo (fixture->library)), ==, NP_CHANGE_IMPORT);
}

static guint
count_found (Fixture *fixture, const char *text)
{
  g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, text);
  g_autoptr (GPtrArray) stories = np_library_find_stories (fixture->library, query, 10, NULL);

  g_assert_nonnull (stories);
  return stories->len;
}

/* What was marked is found by its words when the text before it has become another, and so is the note. */
static void
test_highlights (Fixture *fixture, gconstpointer data)
{
  static const char words[] = "then it stopped", front[] = "A paragraph that an older version put in front of all.";
  g_autoptr (NpArticle) first = read_story (fixture), article = np_article_copy (first), after = NULL;
  g_autofree char *text = NULL, *now = NULL, *found = NULL;
  g_autoptr (NpReextraction) done = NULL;
  g_autoptr (NpChange) change = NULL;
  NpHighlight *highlight;
  guint start, end;

  g_ptr_array_insert (article->body, 0, np_block_new_text (NP_BLOCK_PARAGRAPH, front));
  text = np_highlight_text_of (article->body);
  start = (guint) g_utf8_pointer_to_offset (text, strstr (text, words));
  highlight = np_highlight_new (text, start, start + strlen (words), "green");
  highlight->note = g_strdup ("Ask the meteorologist");
  g_ptr_array_add (article->highlights, highlight);
  change = np_change_new_edit (article, NP_ARTICLE_BODY | NP_ARTICLE_HIGHLIGHTS);
  g_assert_true (np_library_do (fixture->library, change, NULL));
  g_assert_cmpuint (count_found (fixture, "note:meteorologist"), ==, 1);

  done = run (fixture, FALSE);
  g_assert_no_error (done->error);
  after = read_story (fixture);
  now = np_highlight_text_of (after->body);
  g_assert_null (strstr (now, front));
  g_assert_cmpuint (after->highlights->len, ==, 1);
  highlight = after->highlights->pdata[0];
  g_assert_cmpstr (highlight->note, ==, "Ask the meteorologist");
  g_assert_true (np_highlight_find (highlight, now, &start, &end));
  found = g_utf8_substring (now, start, end);
  g_assert_cmpstr (found, ==, words);
  g_assert_cmpuint (count_found (fixture, "is:highlighted"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "note:meteorologist"), ==, 1);
  g_assert_cmpuint (count_found (fixture, "-is:highlighted"), ==, 0);
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/library/reextract/edited/%s", rows[i].name);

      g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_edited, tear_down);
    }
  g_test_add ("/library/reextract/missing-page", Fixture, NULL, set_up, test_no_page, tear_down);
  g_test_add ("/library/reextract/no-story", Fixture, "<html><nav><a href='/a'>A</a></nav></html>", set_up,
              test_no_page, tear_down);
  g_test_add ("/library/reextract/highlights", Fixture, NULL, set_up, test_highlights, tear_down);
  return g_test_run ();
}
