#include "site.h"

#include <string.h>

static void
on_request (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  Site *site = user_data;

  site->answer (message, path, site->user_data);
}

static gpointer
run (gpointer data)
{
  Site *site = data;
  g_autoslist (GUri) uris = NULL;
  char *root;

  g_main_context_push_thread_default (site->context);
  site->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (site->server, NULL, on_request, site, NULL);
  g_assert_true (soup_server_listen_local (site->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  uris = soup_server_get_uris (site->server);
  root = g_uri_to_string (uris->data);
  root[strlen (root) - 1] = '\0';
  g_atomic_pointer_set (&site->root, root);
  g_main_loop_run (site->loop);
  soup_server_disconnect (site->server);
  g_clear_object (&site->server);
  g_main_context_pop_thread_default (site->context);
  return NULL;
}

/**
 * site_new:
 * @answer: answers each request
 * @user_data: for @answer
 *
 * Returns: (transfer full): a site that serves
 */
Site *
site_new (SiteAnswer answer, gpointer user_data)
{
  Site *site = g_new0 (Site, 1);

  site->answer = answer;
  site->user_data = user_data;
  site->context = g_main_context_new ();
  site->loop = g_main_loop_new (site->context, FALSE);
  site->thread = g_thread_new ("site", run, site);
  while (g_atomic_pointer_get (&site->root) == NULL)
    g_usleep (1000);
  return site;
}

static gboolean
quit (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/**
 * site_stop:
 * @site: a site
 *
 * Closes it; from now on nothing but the test touches what `answer` has written.
 */
void
site_stop (Site *site)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  if (site->thread == NULL)
    return;
  g_source_set_callback (source, quit, site->loop, NULL);
  g_source_attach (source, site->context);
  g_thread_join (g_steal_pointer (&site->thread));
}

/**
 * site_free:
 * @site: (transfer full): a site; stopped if it still serves
 */
void
site_free (Site *site)
{
  site_stop (site);
  g_main_loop_unref (site->loop);
  g_main_context_unref (site->context);
  g_free (site->root);
  g_free (site);
}
