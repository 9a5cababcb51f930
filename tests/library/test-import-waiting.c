/* Imports wait: for the time a server asks for, longer each time it is in trouble, and for a network as long as there
 * is none. Nothing here holds that something was fast enough; that it was not too early is held. */
#include "fixture.h"
#include "library/np-import-queue.h"
#include "library/np-library-error.h"
#include "library/np-library-parts.h"
#include "network.h"
#include "site.h"
#include "worker/np-worker-serve.h"

#include <string.h>
#include <unistd.h>

#define HOST "harbour.example"

/* What stands for a date that is known only when it is asked for. */
#define IN_FIVE_SECONDS "a date"

#define STORY                                                                                                          \
  "<!doctype html><title>A story of rain</title><article><h1>A story of rain</h1><p>It rained on the square all day, " \
  "people said, and then it stopped, and the market opened again before anybody had noticed.</p><p>It rained on the "  \
  "square all day, people said, and then it stopped, and the market opened again, which surprised them.</p></article>"

/* --- one name in the network: of this computer */

typedef GResolver Resolver;
typedef GResolverClass ResolverClass;

GType resolver_get_type (void);
G_DEFINE_TYPE (Resolver, resolver, G_TYPE_RESOLVER)

static void
lookup_async (GResolver *resolver, const char *name, GResolverNameLookupFlags flags, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  if (g_network_monitor_get_network_available (g_network_monitor_get_default ()))
    g_task_return_pointer (task, g_list_prepend (NULL, g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4)),
                           (GDestroyNotify) g_resolver_free_addresses);
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, "no network");
}

static GList *
lookup_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
resolver_class_init (ResolverClass *class)
{
  class->lookup_by_name_with_flags_async = lookup_async;
  class->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
resolver_init (Resolver *self)
{
}

/* --- a site that is busy */

typedef struct
{
  guint status; /* of the first answers */
  guint refusals;
  const char *retry_after;
  guint asked; /* until the site is stopped its own, as is: */
  gint64 times[4];
} Paper;

/* The time in five seconds; cut to whole ones it is at least four away. */
static char *
dup_soon (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc (), soon = g_date_time_add_seconds (now, 5);

  return soup_date_time_to_string (soon, SOUP_DATE_HTTP);
}

static void
answer (SoupServerMessage *message, const char *path, gpointer user_data)
{
  Paper *paper = user_data;
  g_autofree char *soon = g_strcmp0 (paper->retry_after, IN_FIVE_SECONDS) == 0 ? dup_soon () : NULL;

  if (paper->asked < G_N_ELEMENTS (paper->times))
    paper->times[paper->asked] = g_get_monotonic_time ();
  soup_server_message_set_status (message, paper->asked++ < paper->refusals ? paper->status : 200, NULL);
  if (soup_server_message_get_status (message) != 200 && paper->retry_after != NULL)
    soup_message_headers_append (soup_server_message_get_response_headers (message), "Retry-After",
                                 soon != NULL ? soon : paper->retry_after);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, STORY, strlen (STORY));
}

static void
test_pauses (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    Paper paper;
    NpImportStep step;
    guint asked;
    gint64 pauses[3]; /* seconds at least */
  } rows[] = {
    { "busy without a time", { 429, 1, NULL }, NP_IMPORT_DONE, 2, { 1 } },
    { "busy for two seconds", { 429, 1, "2" }, NP_IMPORT_DONE, 2, { 2 } },
    { "unavailable for two seconds", { 503, 1, "2" }, NP_IMPORT_DONE, 2, { 2 } },
    { "unavailable until a date", { 503, 1, IN_FIVE_SECONDS }, NP_IMPORT_DONE, 2, { 4 } },
    { "a time that is none", { 503, 1, "soon" }, NP_IMPORT_DONE, 2, { 1 } },
    { "in trouble twice, longer the second time", { 500, 2, NULL }, NP_IMPORT_DONE, 3, { 1, 3 } },
    { "asks for an hour", { 429, 9, "3600" }, NP_IMPORT_FAILED, 1, { 0 } },
    { "a request that took too long", { 408, 1, NULL }, NP_IMPORT_DONE, 2, { 1 } },
    { "not there", { 404, 9, "1" }, NP_IMPORT_FAILED, 1, { 0 } },
  };
  Paper papers[G_N_ELEMENTS (rows)];
  Site *sites[G_N_ELEMENTS (rows)];
  NpImport *imports[G_N_ELEMENTS (rows)];

  network_set (TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *url = NULL;

      papers[i] = rows[i].paper;
      sites[i] = site_new (answer, &papers[i]);
      /* hosts of their own, so that none waits for another: all of 127/8 is this computer, but the sites are not */
      url =
          g_strdup_printf ("http://h%" G_GSIZE_FORMAT "." HOST "%s/%s", i, strrchr (sites[i]->root, ':'), rows[i].name);
      imports[i] = np_library_import_url (fixture->library, url, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    fixture_wait (imports[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      site_free (sites[i]);
      if (rows[i].step == NP_IMPORT_FAILED)
        g_assert_cmpint (np_import_get_step (imports[i]), ==, NP_IMPORT_FAILED);
      else
        g_assert_no_error (np_import_get_error (imports[i]));
      g_assert_cmpuint (papers[i].asked, ==, rows[i].asked);
      for (guint n = 1; n < rows[i].asked; n++)
        g_assert_cmpint (papers[i].times[n] - papers[i].times[n - 1], >=, rows[i].pauses[n - 1] * G_USEC_PER_SEC);
    }
}

static void
step_cb (NpImport *import, GParamSpec *pspec, gboolean *begun)
{
  *begun |= np_import_get_step (import) == NP_IMPORT_FETCHING;
}

/* Begins an import without a network, and gives it when it has been tried and waits, or has ended. */
static NpImport *
import_offline (Fixture *fixture, Site *site)
{
  g_autofree char *url = g_strdup_printf ("http://" HOST "%s/story", strrchr (site->root, ':'));
  gboolean begun = FALSE;
  NpImport *import;
  gulong handler;

  network_set (FALSE);
  import = np_library_import_url (fixture->library, url, NULL);
  handler = g_signal_connect (import, "notify::step", G_CALLBACK (step_cb), &begun);
  while (np_import_is_running (import) && !(begun && np_import_get_step (import) == NP_IMPORT_WAITING))
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (import, handler);
  return import;
}

/* Without a network it waits, as if nobody had asked, and goes on by itself when there is one. */
static void
test_offline (Fixture *fixture, gconstpointer data)
{
  Paper paper = { 0 };
  Site *site = site_new (answer, &paper);
  NpImport *import;

  np_import_queue_set_patient (np_library_get_queue (fixture->library), TRUE);
  import = import_offline (fixture, site);
  g_assert_true (np_import_is_running (import));
  g_assert_true (np_import_is_offline (import));
  network_set (TRUE);
  fixture_wait (import);
  g_assert_false (np_import_is_offline (import));
  g_assert_no_error (np_import_get_error (import));
  g_assert_cmpint (np_import_get_step (import), ==, NP_IMPORT_DONE);
  site_free (site);
  g_assert_cmpuint (paper.asked, ==, 1);
}

/* One that waits for a network can be stopped, and one that is not to wait says why it cannot. */
static void
test_offline_ends (Fixture *fixture, gconstpointer data)
{
  Paper paper = { 0 };
  Site *site = site_new (answer, &paper);
  NpImport *import = import_offline (fixture, site);

  g_assert_error (np_import_get_error (import), NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_OFFLINE);
  np_library_forget_import (fixture->library, import);
  np_import_queue_set_patient (np_library_get_queue (fixture->library), TRUE);
  import = import_offline (fixture, site);
  np_import_cancel (import);
  fixture_wait (import);
  g_assert_cmpint (np_import_get_step (import), ==, NP_IMPORT_CANCELLED);
  site_free (site);
  g_assert_cmpuint (paper.asked, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GResolver) resolver = NULL;

  if (np_worker_is_asked (argc, argv))
    _exit (np_worker_serve (STDIN_FILENO, STDOUT_FILENO));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  network_init ();
  resolver = g_object_new (resolver_get_type (), NULL);
  g_resolver_set_default (resolver);
  FIXTURE_TEST ("/library/import-waiting/pauses", test_pauses);
  FIXTURE_TEST ("/library/import-waiting/offline", test_offline);
  FIXTURE_TEST ("/library/import-waiting/offline-ends", test_offline_ends);
  return g_test_run ();
}
