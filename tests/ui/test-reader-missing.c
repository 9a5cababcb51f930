/* "Add What Is Missing": what the kept page has and the story has not comes into the story. */
#include "reader-fixture.h"

#include "ui/reader/np-reader-missing-row.h"
#include "ui/reader/np-reader-missing.h"
#include "worker/np-worker-serve.h"

#include <adwaita.h>
#include <string.h>
#include <unistd.h>

#define HEADLINE "Ferry returns to the north shore"
#define FIRST                                                                                                          \
  "The ferry came back to the north shore on Monday after eleven weeks in dock, and forty people stood on the pier."
#define SECOND                                                                                                         \
  "It sails four times a day until the end of the season, says the harbour office, and six times on holidays."
#define MISSING "What the harbour master says about it stands in a box of the page."

static const char page[] = "<html><title>" HEADLINE "</title><article><h1>" HEADLINE "</h1><p>" FIRST
                           "</p><aside class=sidebar><p>" MISSING "</p></aside><p>" SECOND "</p></article>";

static char *
import (ReaderFixture *fixture)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  NpImport *import = np_library_import_bytes (fixture->library, bytes, "text/html", "Pasted", NULL);

  while (np_import_is_running (import))
    reader_run_for (10);
  g_assert_no_error (np_import_get_error (import));
  return g_strdup (np_import_get_story_id (import));
}

static GtkWidget *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (NP_IS_READER_MISSING (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
wait_in_window (GType type, ReaderIs is, const char *text)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  GtkWidget *found = NULL;

  while (find_window () == NULL || (found = reader_find_widget (find_window (), type, is, text)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("There is no %s of “%s”", g_type_name (type), text);
      reader_run_for (10);
    }
  return found;
}

static void
open_window (ReaderFixture *fixture, gboolean at_cursor)
{
  g_action_group_activate_action (np_reader_get_actions (fixture->reader), "add-missing",
                                  g_variant_new_boolean (at_cursor));
}

static gboolean
is_row_of (GtkWidget *widget, const char *text)
{
  return g_strcmp0 (np_reader_missing_row_get_part (NP_READER_MISSING_ROW (widget))->block->text, text) == 0;
}

static void
test_add (ReaderFixture *fixture, gconstpointer data)
{
  g_autofree char *id = import (fixture), *text = NULL;
  g_autoptr (NpArticle) before = reader_read_story (fixture, id), after = NULL;
  GtkWidget *add, *row;

  g_assert_cmpuint (before->body->len, ==, 2);
  reader_show (fixture, id, HEADLINE);
  open_window (fixture, FALSE);
  row = wait_in_window (NP_TYPE_READER_MISSING_ROW, is_row_of, FIRST);
  g_assert_false (gtk_widget_get_sensitive (row));
  row = wait_in_window (NP_TYPE_READER_MISSING_ROW, is_row_of, MISSING);
  g_assert_true (gtk_widget_get_sensitive (row));
  add = wait_in_window (GTK_TYPE_BUTTON, reader_has_label, "Add");
  g_assert_false (gtk_widget_get_sensitive (add));
  g_signal_emit_by_name (row, "activate");
  reader_run_for (50);
  g_assert_true (np_reader_missing_row_get_picked (NP_READER_MISSING_ROW (row)));
  g_assert_true (gtk_widget_get_sensitive (add));
  g_signal_emit_by_name (add, "clicked");
  reader_wait_for (fixture, GTK_TYPE_TEXT_VIEW, reader_has_text, MISSING);
  g_assert_null (find_window ());
  after = reader_read_story (fixture, id);
  g_assert_cmpuint (after->body->len, ==, 3);
  g_assert_cmpstr (((NpBlock *) after->body->pdata[1])->text, ==, MISSING);
  g_assert_cmpstr (g_hash_table_lookup (after->provenance.fields, "body"), ==, "edited");

  /* Now nothing is missing, and that is said. */
  open_window (fixture, TRUE);
  wait_in_window (GTK_TYPE_LABEL, NULL, NULL);
  row = wait_in_window (ADW_TYPE_STATUS_PAGE, NULL, NULL);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (row)), ==, "Nothing Is Missing");
  gtk_window_close (GTK_WINDOW (find_window ()));
  reader_run_for (50);
}

/* Of a story that was made without a page: it says what to do instead. */
static void
test_no_page (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *none;

  reader_show (fixture, fixture->sample, "The last ferry of the season");
  open_window (fixture, FALSE);
  none = wait_in_window (ADW_TYPE_STATUS_PAGE, NULL, NULL);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (none)), ==, "No Page Is Kept");
}

int
main (int argc, char **argv)
{
  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  reader_isolate_homes ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/reader-missing/add", ReaderFixture, NULL, reader_set_up, test_add, reader_tear_down);
  g_test_add ("/reader-missing/no-page", ReaderFixture, NULL, reader_set_up, test_no_page, reader_tear_down);
  return g_test_run ();
}
