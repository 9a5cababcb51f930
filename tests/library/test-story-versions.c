/* New versions of saved stories, against a site whose stories change: the older text is kept, what is the user's stays,
 * and one undo takes it back. */
#include "library/np-check.h"
#include "library/np-import-state.h"
#include "library/np-library-error.h"
#include "library/np-reextract.h"
#include "library/np-trash.h"
#include "library/np-versions.h"
#include "model/np-article-fields.h"
#include "open-library.h"
#include "saved-file.h"
#include "worker/np-worker-serve.h"

#include <libsoup/soup.h>
#include <string.h>
#include <unistd.h>

#define LONG "It rained on the square all day, people said, and then it stopped, and the market opened again at noon."

typedef struct
{
  SoupServer *server;
  NpLibrary *library;
  char *root;     /* without a slash at the end */
  char *headline; /* what the story says now */
  char *text;
  char *more;       /* (nullable) more of its markup */
  const char *gone; /* (nullable) the address leads there now */
  guint status;
  guint photos; /* how often a photo was asked for */
  char *folder;
} Fixture;

static void
answer_photo (Fixture *fixture, SoupServerMessage *message)
{
  g_autoptr (GBytes) photo = saved_file_make_photo (800, 600, 1);

  fixture->photos++;
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_COPY, g_bytes_get_data (photo, NULL),
                                    g_bytes_get_size (photo));
}

static void
on_request (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *body = NULL;

  if (g_str_has_suffix (path, ".png"))
    {
      answer_photo (fixture, message);
      return;
    }
  if (g_str_equal (path, "/moved"))
    {
      soup_server_message_set_redirect (message, 301, "/story");
      return;
    }
  if (fixture->gone != NULL && !g_str_equal (path, fixture->gone))
    {
      soup_server_message_set_redirect (message, 302, fixture->gone);
      return;
    }
  body = g_strdup_printf ("<!doctype html><!-- %s --><title>%s</title><article><h1>%s</h1><p>" LONG "</p><figure><img "
                          "src=\"/one.png\" width=800 height=600><figcaption>The square.</figcaption></figure>"
                          "<p>%s</p>%s</article>",
                          path, fixture->headline, fixture->headline, fixture->text,
                          fixture->more != NULL ? fixture->more : "");
  soup_server_message_set_status (message, fixture->status, NULL);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, body, strlen (body));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoslist (GUri) uris = NULL;

  fixture->folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  fixture->library = open_library (fixture->folder);
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, on_request, fixture, NULL);
  g_assert_true (soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  uris = soup_server_get_uris (fixture->server);
  fixture->root = g_uri_to_string (uris->data);
  fixture->root[strlen (fixture->root) - 1] = '\0';
  fixture->headline = g_strdup ("The market opens");
  fixture->text = g_strdup ("The mayor came at ten and bought a red umbrella, which she gave to the first child.");
  fixture->status = 200;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  soup_server_disconnect (fixture->server);
  g_object_unref (fixture->server);
  close_library (fixture->library);
  g_free (fixture->root);
  g_free (fixture->headline);
  g_free (fixture->text);
  g_free (fixture->more);
  g_free (fixture->folder);
}

static void
set (char **text, const char *to)
{
  g_free (*text);
  *text = g_strdup (to);
}

static NpImport *
wait_for (NpImport *import)
{
  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
  return import;
}

static char *
save (Fixture *fixture, const char *path)
{
  g_autofree char *url = g_strconcat (fixture->root, path, NULL);
  NpImport *import = wait_for (np_library_import_url (fixture->library, url, NULL));

  g_assert_no_error (np_import_get_error (import));
  return g_strdup (np_import_get_story_id (import));
}

static NpImportStep
renew (Fixture *fixture, const char *path)
{
  g_autofree char *url = g_strconcat (fixture->root, path, NULL);
  NpImport *import = wait_for (np_library_update_url (fixture->library, url, NULL));

  g_assert_no_error (np_import_get_error (import));
  return np_import_get_step (import);
}

static NpArticle *
read_story (Fixture *fixture, const char *id)
{
  NpArticle *article = np_library_read_article (fixture->library, id, NULL);

  g_assert_nonnull (article);
  return article;
}

static char *
text_of (Fixture *fixture, const char *id)
{
  g_autoptr (NpArticle) article = read_story (fixture, id);

  return np_article_dup_text (article);
}

static void
assert_whole (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint stories;

  findings = np_check_library (fixture->library, NP_CHECK_ONLY, &stories, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const NpCheckFinding *finding = findings->pdata[i];

      g_error ("%s %s: %s", np_check_kind_to_string (finding->kind), finding->path, finding->detail);
    }
}

/* What the user gave the story. */
static void
add_own (Fixture *fixture, const char *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr (NpArticle) before = read_story (fixture, id), after = np_article_copy (before);
  g_autofree char *text = np_highlight_text_of (after->body);
  const char *at = strstr (text, "red umbrella");
  guint start = (guint) g_utf8_pointer_to_offset (text, at);
  g_autoptr (NpChange) star = np_change_new_for_stories (NP_CHANGE_STAR, ids);
  g_autoptr (NpChange) topic = np_change_new_topic ("Weather", NULL, ids), edit = NULL;

  set (&after->deck, "A deck of my own");
  set (&after->note, "A note of my own");
  g_ptr_array_add (after->highlights, np_highlight_new (text, start, start + 12, "green"));
  np_article_mark_edited (after, NP_ARTICLE_DECK);
  edit = np_change_new_edit (after, NP_ARTICLE_DECK | NP_ARTICLE_NOTE | NP_ARTICLE_HIGHLIGHTS);
  g_assert_true (np_library_do (fixture->library, star, NULL));
  g_assert_true (np_library_do (fixture->library, topic, NULL));
  g_assert_true (np_library_do (fixture->library, edit, NULL));
}

static void
assert_own (const NpArticle *article)
{
  g_autofree char *text = np_highlight_text_of (article->body);
  guint start, end;

  g_assert_true (article->starred);
  g_assert_true (np_article_has_topic (article, "weather"));
  g_assert_cmpstr (article->deck, ==, "A deck of my own");
  g_assert_cmpstr (article->note, ==, "A note of my own");
  g_assert_cmpuint (np_article_get_edited (article), ==, NP_ARTICLE_DECK);
  g_assert_cmpuint (article->highlights->len, ==, 1);
  g_assert_true (np_highlight_find (article->highlights->pdata[0], text, &start, &end));
}

static void
change_page (Fixture *fixture)
{
  set (&fixture->headline, "The market opens at last");
  set (&fixture->text, "The mayor came at eleven and bought a red umbrella, which she gave to the first child.");
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save (fixture, "/story"), *old_text = text_of (fixture, id), *new_text = NULL;
  g_autoptr (NpArticle) before = NULL, after = NULL, older = NULL, again = NULL, undone = NULL;
  g_autoptr (NpChange) change = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  const NpStoryVersion *version;

  add_own (fixture, id);
  before = read_story (fixture, id);
  g_assert_cmpint (renew (fixture, "/story"), ==, NP_IMPORT_UNCHANGED);
  again = read_story (fixture, id);
  g_assert_cmpuint (again->versions->len, ==, 0);
  g_assert_cmpstr (again->provenance.fetched, ==, before->provenance.fetched);
  g_assert_cmpint (np_change_get_kind (np_library_get_undo (fixture->library)), ==, NP_CHANGE_EDIT);

  change_page (fixture);
  g_assert_cmpint (renew (fixture, "/story?utm_source=x#part"), ==, NP_IMPORT_UPDATED);
  after = read_story (fixture, id);
  g_assert_cmpstr (after->headline, ==, "The market opens at last");
  g_assert_cmpstr (after->saved, ==, before->saved);
  g_assert_cmpstr (after->url, ==, before->url);
  g_assert_cmpstr (after->provenance.page, !=, before->provenance.page);
  assert_own (after);
  g_assert_cmpuint (fixture->photos, ==, 1);
  g_assert_cmpstr (((NpFigure *) after->figures->pdata[0])->file, ==, ((NpFigure *) before->figures->pdata[0])->file);
  new_text = text_of (fixture, id);
  g_assert_cmpstr (new_text, !=, old_text);
  assert_whole (fixture);

  versions = np_library_list_versions (fixture->library, id, NULL);
  g_assert_cmpuint (versions->len, ==, 1);
  version = versions->pdata[0];
  g_assert_cmpstr (version->why, ==, NP_VERSION_UPDATE);
  g_assert_cmpuint (version->removed, ==, 1);
  g_assert_cmpuint (version->added, ==, 3);
  g_assert_false (version->photos);
  g_assert_cmpstr (version->headline, ==, "The market opens");

  change = np_library_undo (fixture->library, NULL);
  g_assert_cmpint (np_change_get_kind (change), ==, NP_CHANGE_UPDATE);
  undone = read_story (fixture, id);
  g_assert_cmpuint (undone->versions->len, ==, 0);
  g_assert_cmpstr (undone->headline, ==, before->headline);
  g_assert_cmpstr (undone->provenance.page, ==, before->provenance.page);
  assert_own (undone);
}

/* Also from the journal: the text as it was is in there. */
static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save (fixture, "/story"), *file = NULL, *now = NULL, *first = NULL, *second = NULL,
                  *third = NULL;
  g_autoptr (NpStory) story = np_library_find_story (fixture->library, id, NULL);
  g_autoptr (NpChange) undone = NULL, redone = NULL;

  file = np_library_get_file (fixture->library, np_story_get_path (story));
  g_assert_true (g_file_get_contents (file, &first, NULL, NULL));
  change_page (fixture);
  g_assert_cmpint (renew (fixture, "/story"), ==, NP_IMPORT_UPDATED);
  g_assert_true (g_file_get_contents (file, &second, NULL, NULL));
  close_library (fixture->library);
  fixture->library = open_library (fixture->folder);
  undone = np_library_undo (fixture->library, NULL);
  g_assert_nonnull (undone);
  g_assert_true (g_file_get_contents (file, &third, NULL, NULL));
  g_assert_cmpstr (third, ==, first);
  redone = np_library_redo (fixture->library, NULL);
  g_assert_nonnull (redone);
  g_assert_true (g_file_get_contents (file, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, second);
  assert_whole (fixture);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save (fixture, "/story"), *first = text_of (fixture, id), *second = NULL, *now = NULL,
                  *back = NULL;
  g_autoptr (NpArticle) article = NULL, restored = NULL;
  g_autoptr (NpChange) restore = NULL, undone = NULL, again = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;

  add_own (fixture, id);
  change_page (fixture);
  g_assert_cmpint (renew (fixture, "/story"), ==, NP_IMPORT_UPDATED);
  second = text_of (fixture, id);
  article = read_story (fixture, id);
  file = g_strdup (((NpVersion *) article->versions->pdata[0])->file);
  restore = np_change_new_restore_version (id, file);
  g_assert_true (np_library_do (fixture->library, restore, NULL));
  now = text_of (fixture, id);
  g_assert_cmpstr (now, ==, first);
  restored = read_story (fixture, id);
  assert_own (restored);
  g_assert_cmpuint (restored->versions->len, ==, 1);
  g_assert_cmpstr (((NpVersion *) restored->versions->pdata[0])->why, ==, NP_VERSION_RESTORE);
  assert_whole (fixture);
  undone = np_library_undo (fixture->library, NULL);
  back = text_of (fixture, id);
  g_assert_cmpstr (back, ==, second);

  again = np_change_new_restore_version (id, "versions/ab/abcd.json");
  g_assert_false (np_library_do (fixture->library, again, &error));
  g_assert_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NOT_FOUND);
}

/* The same story by other addresses. */
static void
test_addresses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save (fixture, "/moved"), *url = g_strconcat (fixture->root, "/story?fbclid=1", NULL);
  g_autofree char *canonical = NULL;
  NpImport *import = wait_for (np_library_import_url (fixture->library, url, NULL));
  g_assert_cmpint (np_import_get_step (import), ==, NP_IMPORT_ALREADY);
  g_assert_cmpstr (np_import_get_story_id (import), ==, id);
  change_page (fixture);
  g_assert_cmpint (renew (fixture, "/story"), ==, NP_IMPORT_UPDATED);
  canonical = g_strdup_printf ("<link rel=canonical href=\"%s/story\">", fixture->root);
  set (&fixture->more, canonical);
  set (&fixture->headline, "Another headline");
  g_assert_cmpint (renew (fixture, "/print/story"), ==, NP_IMPORT_UPDATED);
  import = wait_for (np_library_update_story (fixture->library, id));
  g_assert_cmpint (np_import_get_step (import), ==, NP_IMPORT_UNCHANGED);
  assert_whole (fixture);
}

/* An address that is new is saved as ever; one that leads elsewhere now changes nothing. */
static void
test_no_version (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL, *before = NULL, *after = NULL;
  NpImport *import;

  g_assert_cmpint (renew (fixture, "/story"), ==, NP_IMPORT_DONE);
  id = save (fixture, "/story");
  before = text_of (fixture, id);
  fixture->gone = "/";
  set (&fixture->text, "Today on the front page there are many other stories, which all are of great interest.");
  import = wait_for (np_library_update_story (fixture->library, id));
  g_assert_error (np_import_get_error (import), NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_GONE);
  fixture->gone = NULL;
  fixture->status = 404;
  import = wait_for (np_library_update_story (fixture->library, id));
  g_assert_error (np_import_get_error (import), NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_GONE);
  import = wait_for (np_library_update_story (fixture->library, "no such story"));
  g_assert_error (np_import_get_error (import), NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY);
  after = text_of (fixture, id);
  g_assert_cmpstr (after, ==, before);
  assert_whole (fixture);
}

/* What was put right stays, and with it what it is about. */
static void
test_edited (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save (fixture, "/story"), *before = NULL, *after = NULL;
  g_autoptr (NpArticle) article = read_story (fixture, id), edited = np_article_copy (article), now = NULL;
  g_autoptr (NpChange) edit = NULL;

  g_ptr_array_add (edited->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "What I added."));
  np_article_mark_edited (edited, NP_ARTICLE_BODY);
  edit = np_change_new_edit (edited, NP_ARTICLE_BODY);
  g_assert_true (np_library_do (fixture->library, edit, NULL));
  before = text_of (fixture, id);
  set (&fixture->text, "It says something else now, and at some length, too, so that it is found.");
  g_assert_cmpint (renew (fixture, "/story"), ==, NP_IMPORT_UNCHANGED);
  set (&fixture->headline, "Another headline");
  g_assert_cmpint (renew (fixture, "/story"), ==, NP_IMPORT_UPDATED);
  after = text_of (fixture, id);
  now = read_story (fixture, id);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (now->headline, ==, "Another headline");
}

/* Older texts, their photos and pages stay as long as a story names them, and go with it. */
static void
test_trash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save (fixture, "/story"), *file = NULL, *page = NULL;
  const char *ids[] = { id, NULL };
  g_autoptr (NpChange) trash = np_change_new_for_stories (NP_CHANGE_TRASH, ids);
  g_autoptr (NpArticle) before = read_story (fixture, id), after = NULL;
  NpTrashResult result;

  change_page (fixture);
  g_assert_cmpint (renew (fixture, "/story"), ==, NP_IMPORT_UPDATED);
  after = read_story (fixture, id);
  file = np_library_get_file (fixture->library, ((NpVersion *) after->versions->pdata[0])->file);
  page = np_library_get_file (fixture->library, before->provenance.page);
  g_assert_true (np_trash_delete (fixture->library, NULL, &result, NULL));
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS) && g_file_test (page, G_FILE_TEST_EXISTS));
  g_assert_true (np_library_do (fixture->library, trash, NULL));
  assert_whole (fixture);
  g_assert_true (np_trash_delete (fixture->library, NULL, &result, NULL));
  g_assert_cmpuint (result.stories, ==, 1);
  g_assert_cmpuint (result.files, ==, 4); /* the photo, both pages, the older text */
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS) || g_file_test (page, G_FILE_TEST_EXISTS));
}

/* A new extractor, and with it what it says of itself; the former text is a version. */
static void
test_reextract (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save (fixture, "/story");
  const char *ids[] = { id, NULL };
  g_autoptr (NpArticle) first = read_story (fixture, id), old = np_article_copy (first), now = NULL, back = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (NpChange) edit = NULL, undone = NULL;
  NpArticleFields fields = NP_ARTICLE_HEADLINE | NP_ARTICLE_FIGURES | NP_ARTICLE_ORIGIN;

  set (&old->headline, "As it was read once");
  set (&old->image, "https://example.org/once.jpg");
  set (&old->provenance.extractor, "newsprint 0.0");
  np_article_set_field_source (old, "figures/0/credit", "photo");
  edit = np_change_new_edit (old, fields);
  g_assert_true (np_library_do (fixture->library, edit, NULL));
  results = np_library_reextract (fixture->library, ids, FALSE, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (((NpReextraction *) results->pdata[0])->changed, ==, NP_ARTICLE_HEADLINE | NP_ARTICLE_ORIGIN);
  now = read_story (fixture, id);
  g_assert_cmpstr (now->image, ==, first->image);
  g_assert_true (g_str_has_prefix (first->provenance.extractor, "newsprint "));
  g_assert_cmpstr (now->provenance.extractor, ==, first->provenance.extractor);
  g_assert_cmpstr (now->provenance.final_url, ==, first->provenance.final_url);
  g_assert_cmpstr (now->provenance.page, ==, first->provenance.page);
  g_assert_cmpuint (now->versions->len, ==, 1);
  g_assert_cmpstr (((NpVersion *) now->versions->pdata[0])->why, ==, NP_VERSION_REEXTRACT);
  close_library (fixture->library);
  fixture->library = open_library (fixture->folder);
  undone = np_library_undo (fixture->library, NULL);
  g_assert_cmpint (np_change_get_kind (undone), ==, NP_CHANGE_REEXTRACT);
  back = read_story (fixture, id);
  g_assert_cmpstr (back->headline, ==, "As it was read once");
  g_assert_cmpstr (back->image, ==, "https://example.org/once.jpg");
  g_assert_cmpstr (back->provenance.extractor, ==, "newsprint 0.0");
  g_assert_cmpstr (g_hash_table_lookup (back->provenance.fields, "figures/0/credit"), ==, "photo");
  g_assert_cmpuint (back->versions->len, ==, 0);
  assert_whole (fixture);
}

/* The sources of captions and credits go with the photos. */
static void
test_photo_sources (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save (fixture, "/story");
  const char *ids[] = { id, NULL };
  g_autoptr (NpArticle) first = read_story (fixture, id), old = np_article_copy (first), now = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (NpChange) edit = NULL;

  set (&((NpFigure *) old->figures->pdata[0])->caption, "As it was read once");
  np_article_set_field_source (old, "figures/0/caption", "photo");
  np_article_set_field_source (old, "figures/7/caption", "photo");
  edit = np_change_new_edit (old, NP_ARTICLE_FIGURES);
  g_assert_true (np_library_do (fixture->library, edit, NULL));
  results = np_library_reextract (fixture->library, ids, FALSE, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (((NpReextraction *) results->pdata[0])->changed, ==, NP_ARTICLE_FIGURES);
  now = read_story (fixture, id);
  g_assert_cmpstr (((NpFigure *) now->figures->pdata[0])->caption, ==, "The square.");
  g_assert_null (g_hash_table_lookup (now->provenance.fields, "figures/0/caption"));
  g_assert_null (g_hash_table_lookup (now->provenance.fields, "figures/7/caption"));
  g_assert_cmpuint (now->versions->len, ==, 1);
}

/* A topic that goes while the story is on its way is not given to it; one that is merged is the other. */
static void
test_topic_gone (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Goes", "Merged", "Stays", NULL };
  g_autofree char *url = g_strconcat (fixture->root, "/story", NULL), *other_url = g_strconcat (url, "2", NULL);
  g_autoptr (NpChange) drop = NULL, merge = np_change_new_pair (NP_CHANGE_MERGE_TOPIC, "merged", "stays");
  g_autoptr (NpArticle) article = NULL, other = NULL;
  NpImport *import, *second;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (NpChange) make = np_change_new_topic (names[i], NULL, NULL);

      g_assert_true (np_library_do (fixture->library, make, NULL));
    }
  drop = np_change_new_for_topic (NP_CHANGE_DROP_TOPIC, "goes", NULL);
  /* The site answers in this thread: the stories wait until the topics are gone. */
  import = np_library_import_url (fixture->library, url, "goes");
  second = np_library_import_url (fixture->library, other_url, "merged");
  g_assert_true (np_library_do (fixture->library, drop, NULL));
  g_assert_true (np_library_do (fixture->library, merge, NULL));
  wait_for (import);
  wait_for (second);
  g_assert_cmpint (np_import_get_step (import), ==, NP_IMPORT_DONE);
  article = read_story (fixture, np_import_get_story_id (import));
  g_assert_cmpuint (article->topics->len, ==, 0);
  other = read_story (fixture, np_import_get_story_id (second));
  g_assert_cmpuint (other->topics->len, ==, 1);
  g_assert_cmpstr (other->topics->pdata[0], ==, "stays");
  assert_whole (fixture);
}

/* A version's file that is gone or broken is told of, and does no more harm than that. */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
  gboolean broken = data != NULL;
  g_autofree char *id = save (fixture, "/story"), *file = NULL, *now = NULL;
  g_autoptr (NpArticle) article = NULL;
  g_autoptr (GPtrArray) versions = NULL, findings = NULL;
  g_autoptr (NpChange) restore = NULL;
  g_autoptr (GError) error = NULL;
  const NpStoryVersion *version;
  guint stories;

  change_page (fixture);
  g_assert_cmpint (renew (fixture, "/story"), ==, NP_IMPORT_UPDATED);
  article = read_story (fixture, id);
  restore = np_change_new_restore_version (id, ((NpVersion *) article->versions->pdata[0])->file);
  file = np_library_get_file (fixture->library, ((NpVersion *) article->versions->pdata[0])->file);
  if (broken)
    g_assert_true (g_file_set_contents (file, "{ broken", -1, NULL));
  else
    g_assert_cmpint (unlink (file), ==, 0);
  findings = np_check_library (fixture->library, NP_CHECK_ONLY, &stories, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (np_check_kind_to_string (((NpCheckFinding *) findings->pdata[0])->kind), ==, "older");
  versions = np_library_list_versions (fixture->library, id, NULL);
  g_assert_cmpuint (versions->len, ==, 1);
  version = versions->pdata[0];
  g_assert_nonnull (version->error);
  g_assert_false (np_library_do (fixture->library, restore, &error));
  g_assert_nonnull (error);
  now = text_of (fixture, id);
  g_assert_nonnull (strstr (now, "eleven"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
    gconstpointer data;
  } tests[] = {
    { "update", test_update, NULL },
    { "restart", test_restart, NULL },
    { "restore", test_restore, NULL },
    { "addresses", test_addresses, NULL },
    { "no-version", test_no_version, NULL },
    { "edited", test_edited, NULL },
    { "trash", test_trash, NULL },
    { "reextract", test_reextract, NULL },
    { "photo-sources", test_photo_sources, NULL },
    { "topic-gone", test_topic_gone, NULL },
    { "missing", test_damage, NULL },
    { "broken", test_damage, "broken" },
  };

  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/library/story-versions/", tests[i].path, NULL);

      g_test_add (path, Fixture, tests[i].data, set_up, tests[i].func, tear_down);
    }
  return g_test_run ();
}
