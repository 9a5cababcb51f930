#include "fixture.h"

#include "library/np-words.h"

#include <string.h>

/**
 * fixture_open:
 * @fixture: a fixture whose library is closed
 *
 * Opens it, its index up to date.
 */
void
fixture_open (Fixture *fixture)
{
  fixture->library = open_library (fixture->folder);
}

/**
 * fixture_close:
 * @fixture: a fixture whose library is open
 *
 * Closes it.
 */
void
fixture_close (Fixture *fixture)
{
  close_library (g_steal_pointer (&fixture->library));
}

/**
 * fixture_set_up:
 * @fixture: a fixture
 * @data: nothing
 *
 * Makes an empty library.
 */
void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  fixture_open (fixture);
}

/**
 * fixture_tear_down:
 * @fixture: a fixture
 * @data: nothing
 */
void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->library != NULL)
    fixture_close (fixture);
  g_free (fixture->folder);
  g_free (fixture->id);
}

/**
 * fixture_wait:
 * @import: an import
 *
 * Waits for its end, whatever that is.
 */
void
fixture_wait (NpImport *import)
{
  while (np_import_is_running (import))
    g_main_context_iteration (NULL, TRUE);
}

/**
 * fixture_import_text:
 * @fixture: a fixture
 * @text: a story as text
 * @topic: (nullable): the key of a topic
 *
 * Imports pasted text and waits for its end.
 *
 * Returns: (transfer none): the import
 */
NpImport *
fixture_import_text (Fixture *fixture, const char *text, const char *topic)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  NpImport *import = np_library_import_bytes (fixture->library, bytes, "text/plain", "Pasted text", topic);

  fixture_wait (import);
  return import;
}

/**
 * fixture_read_story:
 * @fixture: a fixture with `id`
 *
 * Returns: (transfer full): its story
 */
NpArticle *
fixture_read_story (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  NpArticle *article = np_library_read_article (fixture->library, fixture->id, &error);

  g_assert_no_error (error);
  return article;
}

/**
 * fixture_do:
 * @fixture: a fixture
 * @change: (transfer full): a change, which has to work
 */
void
fixture_do (Fixture *fixture, NpChange *change)
{
  g_autoptr (NpChange) taken = change;
  g_autoptr (GError) error = NULL;

  g_assert_true (np_library_do (fixture->library, taken, &error));
  g_assert_no_error (error);
}

/**
 * fixture_undo:
 * @fixture: a fixture
 * @words: (nullable): what the undo has to be called; `NULL` = anything
 *
 * Takes the last change back.
 */
void
fixture_undo (Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = np_words_for_undo (np_library_get_undo (fixture->library));
  g_autoptr (NpChange) change = np_library_undo (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  if (words != NULL)
    g_assert_cmpstr (name, ==, words);
}
