/* The preferences: each row shows its setting and sets it at once, whoever else changes it; and another library takes
 * the place of the one before. Needs a display. */
#include "library/np-library-error.h"
#include "ui/np-application.h"
#include "ui/np-window.h"
#include "ui/preferences/np-preferences-window.h"
#include "ui/reader/np-reader-style.h"
#include "worker/np-worker-serve.h"

#include <unistd.h>

static NpApplication *application;

static void
run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_control (GtkWidget *preferences, const char *title)
{
  GtkWidget *row = find_row (preferences, title);

  g_assert_nonnull (row);
  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
}

typedef struct
{
  NpSettings *settings;
  NpHome *home;
  GtkWidget *parent;
  GtkWidget *preferences;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = np_settings_new ();
  fixture->home = np_home_new ();
  fixture->parent = gtk_application_window_new (GTK_APPLICATION (application));
  fixture->preferences = np_preferences_window_new (GTK_WINDOW (fixture->parent), fixture->settings, fixture->home);
  gtk_window_present (GTK_WINDOW (fixture->parent));
  gtk_window_present (GTK_WINDOW (fixture->preferences));
  run_for (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  run_for (50);
  g_clear_object (&fixture->home);
  g_clear_object (&fixture->settings);
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *row = ADW_COMBO_ROW (find_row (fixture->preferences, "Look for New Stories"));
  g_autofree char *theme = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 3);
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpint (np_settings_get_int (fixture->settings, "refresh-feeds"), ==, 0);
  np_settings_set_value (fixture->settings, "refresh-feeds", g_variant_new_int32 (1440));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 6);
  /* Somebody's own number stays: the row only shows the nearest. */
  np_settings_set_value (fixture->settings, "refresh-feeds", g_variant_new_int32 (45));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);
  g_assert_cmpint (np_settings_get_int (fixture->settings, "refresh-feeds"), ==, 45);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture->preferences, "Stories")), 2);
  theme = np_settings_dup_string (fixture->settings, "reader-theme");
  g_assert_cmpstr (theme, ==, "sepia");
}

static void
test_switch (Fixture *fixture, gconstpointer data)
{
  GtkSwitch *photos = GTK_SWITCH (find_control (fixture->preferences, "Photos"));

  g_assert_true (gtk_switch_get_active (photos));
  gtk_switch_set_active (photos, FALSE);
  g_assert_false (np_settings_get_boolean (fixture->settings, "save-photos"));
  np_settings_set_value (fixture->settings, "save-photos", g_variant_new_boolean (TRUE));
  g_assert_true (gtk_switch_get_active (photos));
}

/* A text is set when the user says so, not while it is typed. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture->preferences, "Name Given to Sites");
  g_autofree char *typed = NULL, *applied = NULL;

  gtk_editable_set_text (GTK_EDITABLE (row), "A reader");
  typed = np_settings_dup_string (fixture->settings, "user-agent");
  g_assert_cmpstr (typed, ==, "");
  g_signal_emit_by_name (row, "apply");
  applied = np_settings_dup_string (fixture->settings, "user-agent");
  g_assert_cmpstr (applied, ==, "A reader");
  np_settings_set_value (fixture->settings, "user-agent", g_variant_new_string (""));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
}

static void
test_number (Fixture *fixture, gconstpointer data)
{
  GtkSpinButton *size = GTK_SPIN_BUTTON (find_control (fixture->preferences, "Size"));
  g_autoptr (GVariant) kept = NULL;

  gtk_spin_button_set_value (size, 150);
  kept = np_settings_dup_value (fixture->settings, "reader-size");
  g_assert_cmpfloat_with_epsilon (g_variant_get_double (kept), 1.5, 0.001);
  np_settings_set_value (fixture->settings, "reader-size", g_variant_new_double (1.1));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (size), ==, 110);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_control (fixture->preferences, "Reading Speed")), 300);
  g_assert_cmpint (np_settings_get_int (fixture->settings, "reading-speed"), ==, 300);
}

static void
test_font (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *row = ADW_COMBO_ROW (find_row (fixture->preferences, "Font"));
  GListModel *names = adw_combo_row_get_model (row);
  g_autofree char *font = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 3);
  adw_combo_row_set_selected (row, 1);
  font = np_settings_dup_string (fixture->settings, "reader-font");
  g_assert_cmpstr (font, ==, "sans");
  np_settings_set_value (fixture->settings, "reader-font", g_variant_new_string ("Some Face"));
  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 4);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);
  np_settings_set_value (fixture->settings, "reader-font", g_variant_new_string ("serif"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
}

/* Two stories in windows of their own, and the preferences: all say the same. */
static void
test_style (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NpReaderStyle) one = np_reader_style_new (), two = np_reader_style_new ();

  np_reader_style_set_settings (one, fixture->settings);
  np_reader_style_set_settings (two, fixture->settings);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_control (fixture->preferences, "Width")), 80);
  g_assert_cmpint (np_reader_style_get_width (one), ==, 80);
  g_object_set (one, "leading", 200, "theme", "dark", NULL);
  g_assert_cmpint (np_reader_style_get_leading (two), ==, 200);
  g_assert_cmpstr (np_reader_style_get_theme (two), ==, "dark");
  g_assert_cmpint (
      gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (find_control (fixture->preferences, "Line Height"))), ==, 200);
  np_reader_style_zoom (two, 3);
  g_assert_cmpfloat_with_epsilon (np_reader_style_get_size (one), np_reader_style_get_size (two), 0.001);
  g_assert_cmpint (np_reader_style_get_width (two), ==, 80);
}

static NpLibrary *
get_shown (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (NP_IS_WINDOW (l->data))
      return np_window_get_library (l->data);
  return NULL;
}

/* The test itself has a time in which it has to come to its end. */
static void
wait_for_folder (const char *folder)
{
  NpLibrary *library;

  while ((library = get_shown ()) == NULL || g_strcmp0 (np_library_get_folder (library), folder) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_windows (guint n_windows)
{
  while (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))) != n_windows)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_library (void)
{
  g_autofree char *usual = np_library_dup_default_folder (), *chosen = NULL;
  g_autofree char *other = g_build_filename (g_get_user_data_dir (), "other", NULL);
  g_autofree char *full = g_build_filename (g_get_user_data_dir (), "full", NULL);
  g_autofree char *file = g_build_filename (full, "letter.txt", NULL);

  g_application_activate (G_APPLICATION (application));
  wait_for_folder (usual);
  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  wait_for_windows (2);
  /* A folder with other things in it is not made a library. */
  g_assert_cmpint (g_mkdir_with_parents (full, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "Dear Sir", -1, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (application), "use-library", g_variant_new_bytestring (full));
  wait_for_folder (usual);
  g_action_group_activate_action (G_ACTION_GROUP (application), "use-library", g_variant_new_bytestring (other));
  wait_for_folder (other);
  chosen = np_library_dup_default_folder ();
  g_assert_cmpstr (chosen, ==, other);
  wait_for_windows (1);
  g_action_group_activate_action (G_ACTION_GROUP (application), "last-library", NULL);
  wait_for_folder (usual);
  g_free (chosen);
  chosen = np_library_dup_default_folder ();
  g_assert_cmpstr (chosen, ==, usual);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  wait_for_windows (0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = { { "choice", test_choice }, { "switch", test_switch }, { "text", test_text },
                { "number", test_number }, { "font", test_font },     { "style", test_style } };
  int status;

  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  /* Without the system's data folders there is no telling an SVG from other files: a warning, but not about us. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  application = np_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/preferences/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  g_test_add_func ("/preferences/library", test_library);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
