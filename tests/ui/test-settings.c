/* What the window remembers, where no schema is installed; and that the schema says the same. */
#include "ui/list/np-place-sort.h"
#include "ui/np-settings.h"

#include "np-config.h"

static const char *const keys[] = { "color-scheme", "window-width", "window-height", "window-maximized",
                                    "place",        "story",        "sorts",         "expanded-topics" };

static void
test_kept (void)
{
  g_autoptr (NpSettings) settings = np_settings_new (), again = NULL;
  g_autofree char *place = NULL;
  gboolean ascending;

  np_settings_set_value (settings, "place", g_variant_new_string ("topic:“quoted”\n"));
  np_settings_set_value (settings, "window-width", g_variant_new_int32 (777));
  np_place_sort_set (settings, NP_PLACE_ARCHIVE, NULL, NP_SORT_SITE, TRUE);
  np_place_sort_set (settings, NP_PLACE_ALL, "ice", NP_SORT_LENGTH, FALSE);
  np_place_sort_set (settings, NP_PLACE_ARCHIVE, NULL, NP_SORT_HEADLINE, TRUE);
  np_settings_flush (settings);
  again = np_settings_new ();
  place = np_settings_dup_string (again, "place");
  g_assert_cmpstr (place, ==, "topic:“quoted”\n");
  g_assert_cmpint (np_settings_get_int (again, "window-width"), ==, 777);
  g_assert_cmpint (np_place_sort_get (again, NP_PLACE_ARCHIVE, NULL, &ascending), ==, NP_SORT_HEADLINE);
  g_assert_true (ascending);
  g_assert_cmpint (np_place_sort_get (again, NP_PLACE_ALL, "ice", &ascending), ==, NP_SORT_LENGTH);
  g_assert_false (ascending);
  g_assert_cmpint (np_place_sort_get (again, NP_PLACE_INBOX, NULL, &ascending), ==, NP_SORT_SAVED);
  g_assert_cmpint (np_place_sort_get (again, NP_PLACE_STARRED, NULL, &ascending), ==, NP_SORT_PUBLISHED);
}

/* A file that someone damaged costs what is damaged, no more. */
static void
test_damaged (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "newsprint", NULL);
  g_autofree char *file = g_build_filename (folder, "window.ini", NULL);
  g_autoptr (NpSettings) settings = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "[window]\nwindow-width='wide'\nwindow-height=500\nsorts={", -1, NULL));
  settings = np_settings_new ();
  g_assert_cmpint (np_settings_get_int (settings, "window-width"), ==, 1180);
  g_assert_cmpint (np_settings_get_int (settings, "window-height"), ==, 500);
}

static void
test_schema (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "..", "data", NULL);
  g_autoptr (GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory (folder, NULL, FALSE, NULL);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) names = NULL;

  g_assert_nonnull (source);
  schema = g_settings_schema_source_lookup (source, NP_APPLICATION_ID, FALSE);
  g_assert_nonnull (schema);
  names = g_settings_schema_list_keys (schema);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = np_settings_dup_default (names[i]);

      g_assert_nonnull (value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, keys[i]);
      g_autoptr (GVariant) mine = np_settings_dup_default (keys[i]);
      g_autoptr (GVariant) theirs = g_settings_schema_key_get_default_value (key);

      g_assert_true (g_variant_equal (mine, theirs));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/settings/kept", test_kept);
  g_test_add_func ("/settings/damaged", test_damaged);
  g_test_add_func ("/settings/schema", test_schema);
  return g_test_run ();
}
