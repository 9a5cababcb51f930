/* Every class of trouble has words of its own, wherever it is told. The classes are read out of the headers, so that
 * one which is added without words is found here. */
#include "cli/np-cli-output.h"
#include "extract/np-extract.h"
#include "fetch/np-fetcher.h"
#include "library/np-library-error.h"
#include "library/np-words.h"
#include "store/np-store.h"
#include "worker/np-worker-error.h"

#include <string.h>

/* What @header lists that begins with @prefix, in its order: its enum. */
static GPtrArray *
list_enum (const char *header, const char *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", header, NULL), *text = NULL;
  g_autofree char *pattern = g_strdup_printf ("^  %s([A-Z0-9_]+)(?: = 0)?,?(?: */[*].*)?$", prefix);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (names, g_match_info_fetch (match, 1));
  g_assert_cmpuint (names->len, >=, 4);
  return names;
}

static char *
dup_code (const char *name)
{
  g_autofree char *code = g_ascii_strdown (name, -1);

  return g_strdup (g_strdelimit (code, "_", '-'));
}

static void
check_words (const GError *error, GHashTable *sentences)
{
  char *what = np_words_for_error (error);
  g_autofree char *next = np_words_for_next_step (error);

  g_assert_cmpuint (strlen (what), >, 5);
  g_assert_false (g_str_has_suffix (what, "."));
  g_assert_true (g_hash_table_add (sentences, what)); /* no two classes say the same */
  g_assert_true (error->code == NP_LIBRARY_ERROR_FAILED || (next != NULL && g_str_has_suffix (next, ".")));
}

static void
check_json (const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_begin_object (json_builder_new ());
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *what = np_words_for_error (error), *next = np_words_for_next_step (error);
  JsonObject *object;

  np_cli_add_error (builder, error);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  object = json_object_get_object_member (json_node_get_object (root), "error");
  g_assert_cmpstr (json_object_get_string_member (object, "code"), ==, np_library_error_to_code (error));
  g_assert_cmpstr (json_object_get_string_member (object, "message"), ==, what);
  g_assert_cmpstr (json_object_get_string_member (object, "detail"), ==, error->message);
  if (next != NULL)
    g_assert_cmpstr (json_object_get_string_member (object, "hint"), ==, next);
}

/* The sentence, the code and the next step of each class; the code is the name of the class. */
static void
test_words (void)
{
  g_autoptr (GPtrArray) names = list_enum ("library/np-library-error.h", "NP_LIBRARY_ERROR_");
  g_autoptr (GHashTable) sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpstr (names->pdata[0], ==, "FAILED");
  g_assert_cmpstr (names->pdata[NP_LIBRARY_ERROR_NO_SUCH_FEED], ==, "NO_SUCH_FEED");
  for (guint code = 0; code < names->len; code++)
    {
      g_autoptr (GError) error = g_error_new (NP_LIBRARY_ERROR, (int) code, "the cause of it");
      g_autoptr (GError) again = NULL;
      g_autofree char *name = dup_code (names->pdata[code]);

      g_test_message ("%s", name);
      g_assert_cmpstr (np_library_error_to_code (error), ==, name);
      again = np_library_error_new_for_code (name, "x");
      g_assert_cmpint (again->code, ==, (int) code);
      check_words (error, sentences);
      check_json (error);
    }
}

/* What a terminal shows: sentence, cause, next step. In a process of its own, since it goes to standard error. */
static void
test_complaints (void)
{
  g_autoptr (GPtrArray) names = list_enum ("library/np-library-error.h", "NP_LIBRARY_ERROR_");

  if (g_test_subprocess ())
    {
      for (guint code = 0; code < names->len; code++)
        {
          g_autoptr (GError) error = g_error_new (NP_LIBRARY_ERROR, (int) code, "cause %u", code);

          g_assert_cmpint (np_cli_complain_of ("thing", error), !=, NP_CLI_OK);
        }
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  for (guint code = 0; code < names->len; code++)
    {
      g_autoptr (GError) error = g_error_new (NP_LIBRARY_ERROR, (int) code, "cause %u", code);
      g_autofree char *what = np_words_for_error (error), *next = np_words_for_next_step (error);
      g_autofree char *line = g_strdup_printf ("*newsprint: thing: %s (cause %u).%s%s\n*", what, code,
                                               next != NULL ? " " : "", next != NULL ? next : "");

      g_test_trap_assert_stderr (line);
    }
}

/* No class of a layer below comes out as "something went wrong", and no two of them as the same. */
static void
test_layers (void)
{
  const struct
  {
    const char *header, *prefix;
    GQuark domain;
  } layers[] = {
    { "fetch/np-fetch-error.h", "NP_FETCH_ERROR_", NP_FETCH_ERROR },
    { "extract/np-extract.h", "NP_EXTRACT_ERROR_", NP_EXTRACT_ERROR },
    { "worker/np-worker-error.h", "NP_WORKER_ERROR_", NP_WORKER_ERROR },
    { "store/np-store-error.h", "NP_STORE_ERROR_", NP_STORE_ERROR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_autoptr (GPtrArray) names = list_enum (layers[i].header, layers[i].prefix);
      g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint code = 0; code < names->len; code++)
        {
          g_autoptr (GError) error = np_library_error_take (g_error_new (layers[i].domain, (int) code, "it"));

          g_test_message ("%s%s: %s", layers[i].prefix, (char *) names->pdata[code], np_library_error_to_code (error));
          g_assert_cmpint (error->code, !=, NP_LIBRARY_ERROR_FAILED);
          g_assert_true (g_hash_table_add (codes, (gpointer) np_library_error_to_code (error)));
          g_assert_cmpstr (error->message, ==, "it");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/trouble/words", test_words);
  g_test_add_func ("/cli/trouble/complaints", test_complaints);
  g_test_add_func ("/cli/trouble/layers", test_layers);
  return g_test_run ();
}
