/* Sites on loopback for the benchmark of imports, in a process of their own.
 * usage: import-site. Prints the address of each site, a line each, then serves until its standard input ends:
 * /story/NUMBER and /photo/NUMBER/WHICH.png. */
#include "np-made-page.h"
#include "np-made-words.h"

#include <gio/gunixinputstream.h>
#include <libsoup/soup.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Each lets two be fetched at a time: eight run. */
#define N_SITES 4

static void
on_request (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  guint number, which;
  char *page;

  if (sscanf (path, "/photo/%u/%u.png", &number, &which) == 2)
    {
      g_autoptr (GBytes) photo = np_made_page_photo (number, which);

      soup_server_message_set_response (message, "image/png", SOUP_MEMORY_COPY, g_bytes_get_data (photo, NULL),
                                        g_bytes_get_size (photo));
      soup_server_message_set_status (message, 200, NULL);
    }
  else if (sscanf (path, "/story/%u", &number) == 1)
    {
      page = np_made_page (number);
      soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_TAKE, page, strlen (page));
      soup_server_message_set_status (message, 200, NULL);
    }
  else
    soup_server_message_set_status (message, 404, NULL);
}

static void
on_input (GObject *input, GAsyncResult *result, gpointer loop)
{
  g_main_loop_quit (loop);
}

int
main (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autoslist (GUri) uris = NULL;
  char byte;

  np_made_tongues_init ();
  soup_server_add_handler (server, NULL, on_request, NULL, NULL);
  for (guint i = 1; i <= N_SITES; i++)
    {
      g_autofree char *name = g_strdup_printf ("127.0.0.%u", i);
      g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string (name, 0);
      g_autoptr (GError) error = NULL;

      if (!soup_server_listen (server, address, 0, &error))
        g_error ("%s: %s", name, error->message);
    }
  uris = soup_server_get_uris (server);
  for (GSList *l = uris; l != NULL; l = l->next)
    {
      g_autofree char *root = g_uri_to_string (l->data);

      printf ("%s\n", root);
    }
  puts ("");
  fflush (stdout);
  g_input_stream_read_async (input, &byte, 1, G_PRIORITY_DEFAULT, NULL, on_input, loop);
  g_main_loop_run (loop);
  return 0;
}
