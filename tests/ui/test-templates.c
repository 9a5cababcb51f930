/* Builds each template, opens each popover and fills the window, with criticals fatal. Needs a display. */
#include "library/np-library-error.h"
#include "library/np-library.h"
#include "ui/dialogs/np-add-popover.h"
#include "ui/list/np-import-box.h"
#include "ui/list/np-import-row.h"
#include "ui/list/np-list-header.h"
#include "ui/list/np-list-page.h"
#include "ui/list/np-list-search.h"
#include "ui/list/np-story-row.h"
#include "ui/np-application.h"
#include "ui/np-pane.h"
#include "ui/np-settings.h"
#include "ui/np-window-actions.h"
#include "ui/np-window-dnd.h"
#include "ui/sidebar/np-sidebar-row.h"
#include "ui/sidebar/np-sidebar.h"
#include "ui/story/np-story-page.h"
#include "ui/topics/np-rule-dialog.h"
#include "ui/topics/np-rules-window.h"
#include "ui/topics/np-topic-chooser.h"
#include "ui/topics/np-topic-drop-menu.h"
#include "worker/np-worker-serve.h"

#include <unistd.h>

static NpApplication *application;
static NpLibrary *library;

/* Lets the window draw and the library's threads answer. */
static void
settle (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
wait_for_stories (NpListPage *list, guint n)
{
  for (guint i = 0; i < 500 && np_list_page_get_n_stories (list) != n; i++)
    settle (10);
  g_assert_cmpuint (np_list_page_get_n_stories (list), ==, n);
}

static void
show_in_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  gtk_window_present (GTK_WINDOW (window));
  settle (100);
  gtk_window_destroy (GTK_WINDOW (window));
  settle (20);
}

typedef GType (*TypeFunc) (void);

static const struct
{
  const char *name;
  TypeFunc type;
} widgets[] = {
  { "import-box", np_import_box_get_type },
  { "list-header", np_list_header_get_type },
  { "list-page", np_list_page_get_type },
  { "list-search", np_list_search_get_type },
  { "pane", np_pane_get_type },
  { "sidebar", np_sidebar_get_type },
  { "sidebar-row", np_sidebar_row_get_type },
  { "story-page", np_story_page_get_type },
  { "story-row", np_story_row_get_type },
};

static void
test_widget (gconstpointer data)
{
  TypeFunc type = widgets[GPOINTER_TO_SIZE (data)].type;

  show_in_window (g_object_new (type (), NULL));
}

static void
test_popover (GtkWidget *popover)
{
  GtkWidget *window = gtk_window_new (), *button = gtk_menu_button_new ();

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  settle (50);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle (150);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  settle (150);
  gtk_window_destroy (GTK_WINDOW (window));
  settle (20);
}

static void
test_add_popover (void)
{
  GtkWidget *popover = g_object_new (NP_TYPE_ADD_POPOVER, NULL);

  np_add_popover_set_library (NP_ADD_POPOVER (popover), library);
  test_popover (popover);
}

static void
test_chooser (void)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new ();
  GtkWidget *popover = np_topic_chooser_new ();

  np_topic_chooser_set_library (NP_TOPIC_CHOOSER (popover), library);
  np_topic_chooser_show_pick (NP_TOPIC_CHOOSER (popover), "Put it inside", NULL);
  np_topic_chooser_show_marks (NP_TOPIC_CHOOSER (popover), stories);
  test_popover (popover);
}

static void
do_change (NpChange *change)
{
  g_autoptr (NpChange) taken = change;
  g_autoptr (GError) error = NULL;

  g_assert_true (np_library_do (library, taken, &error));
  g_assert_no_error (error);
}

static void
test_drop_menu (void)
{
  const char *const one[] = { "ferries", NULL }, *const several[] = { "ferries", "tides", "bridges", NULL },
                    *const gone[] = { "no-such-topic", NULL };
  GtkWidget *popover;

  do_change (np_change_new_topic ("Bridges", NULL, NULL));
  do_change (np_change_new_topic ("Ferries", NULL, NULL));
  do_change (np_change_new_topic ("Tides", NULL, NULL));
  popover = np_topic_drop_menu_new (library, one, "bridges");
  g_assert_nonnull (popover);
  test_popover (popover);
  popover = g_object_ref_sink (np_topic_drop_menu_new (library, several, "bridges"));
  g_object_unref (popover);
  g_assert_null (np_topic_drop_menu_new (library, one, "ferries"));
  g_assert_null (np_topic_drop_menu_new (library, one, "no-such-topic"));
  g_assert_null (np_topic_drop_menu_new (library, gone, "bridges"));
}

/* A rule is listed, and opened to be changed. */
static void
test_rules (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWindow *rules, *rule;

  do_change (np_change_new_topic ("Currents", NULL, NULL));
  do_change (np_change_new_rule (NP_CHANGE_ADD_RULE, "currents", "story", NULL));
  gtk_window_present (GTK_WINDOW (window));
  settle (200);
  rules = np_rules_window_new (window, library);
  gtk_window_present (rules);
  settle (200);
  gtk_window_close (rules);
  settle (100);
  rule = np_rule_dialog_new (window, GTK_WINDOW (window), library, "currents", "story", TRUE);
  gtk_window_present (rule);
  settle (600);
  gtk_window_close (rule);
  settle (100);
  gtk_window_close (GTK_WINDOW (window));
  settle (100);
}

static void
test_import_row (void)
{
  NpImport *import = np_library_import_url (library, "javascript:alert(1)", NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), np_import_row_new (library, import));
  show_in_window (list);
  np_library_forget_import (library, import);
}

static void
test_window (void)
{
  static const char text[] = "Harbour bridge to open in June\nThe town waited eleven years for it.\n\n"
                             "The bridge over the harbour will open in June, the town's engineer said on Tuesday, "
                             "eleven years after the first stone was laid at the foot of the old customs house.\n\n"
                             "It was to open in 2015. Two builders went bankrupt, and a storm took the first pier.\n";
  g_autoptr (NpSettings) settings = np_settings_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  NpWindow *window = np_window_new (GTK_APPLICATION (application), settings);
  NpListPage *list = np_window_get_list (window);

  np_window_actions_install (window);
  np_window_dnd_attach (window);
  gtk_window_present (GTK_WINDOW (window));
  settle (100);
  np_window_set_library (window, library);
  settle (200);
  np_library_import_bytes (library, bytes, "text/plain", "Pasted text", NULL);
  wait_for_stories (list, 1);
  np_list_page_step (list, 1);
  g_assert_cmpuint (np_list_page_get_n_selected (list), ==, 1);
  settle (300);
  g_action_group_activate_action (G_ACTION_GROUP (window), "star", NULL);
  settle (300);
  np_window_show_place (window, NP_PLACE_STARRED, NULL);
  wait_for_stories (list, 1);
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  wait_for_stories (list, 0);
  do_change (np_change_new_topic ("Bridges", NULL, NULL));
  settle (100);
  np_window_show_place (window, NP_PLACE_ALL, "bridges");
  settle (200);
  g_assert_cmpstr (np_list_page_get_topic (list), ==, "bridges");
  /* In two steps, as a hand does it: once the panes hide each other, the header bars need less. */
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 600);
  settle (300);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  settle (300);
  g_assert_cmpint (gtk_widget_get_width (np_window_get_body (window)), <=, 360);
  gtk_window_close (GTK_WINDOW (window));
  settle (50);
}

static void
test_broken_library (void)
{
  g_autoptr (NpSettings) settings = np_settings_new ();
  g_autoptr (GError) error = g_error_new (NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_PERMISSION, "no");
  NpWindow *window = np_window_new (GTK_APPLICATION (application), settings);

  np_window_actions_install (window);
  gtk_window_present (GTK_WINDOW (window));
  np_window_show_error (window, error, "/nowhere <at> all");
  settle (200);
  gtk_window_close (GTK_WINDOW (window));
  settle (50);
}

typedef void (*TestFunc) (void);

static const struct
{
  const char *name;
  TestFunc test;
} tests[] = {
  { "add-popover", test_add_popover },       { "topic-chooser", test_chooser },
  { "drop-menu", test_drop_menu },           { "rules", test_rules },
  { "import-row", test_import_row },         { "window", test_window },
  { "broken-library", test_broken_library },
};

/* Each test has a library of its own, in the folders that are its own. */
static void
test_with_library (gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "library", NULL);
  g_autoptr (GError) error = NULL;

  library = np_library_open (folder, NP_LIBRARY_NONE, &error);
  g_assert_no_error (error);
  np_library_start (library);
  tests[GPOINTER_TO_SIZE (data)].test ();
  np_library_close (library);
  g_clear_object (&library);
}

int
main (int argc, char **argv)
{
  int status;

  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  /* The registry of the accessibility bus would write between the lines of the test. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  /* Without the system's data folders there is no telling an SVG from other files: a warning, but not about us. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  application = np_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_autofree char *path = g_strconcat ("/templates/", widgets[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_widget);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/templates/", tests[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_with_library);
    }
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
