/* Another program: takes whatever is dropped on it in all the types that it is asked for, and prints each as a line,
 * its type and what it holds in base64. usage: drop-target TYPE… */
#include <gtk/gtk.h>

typedef struct
{
  GdkDrop *drop;
  char **types;
  guint next;
  GOutputStream *content;
} Taking;

static void take_next (Taking *taking);

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Taking *taking = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *encoded = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (taking->content));
  encoded = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_print ("%s %s\n", taking->types[taking->next++], encoded);
  g_clear_object (&taking->content);
  take_next (taking);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Taking *taking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error);

  if (stream == NULL)
    {
      g_printerr ("%s cannot be had: %s\n", taking->types[taking->next++], error->message);
      take_next (taking);
      return;
    }
  taking->content = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (taking->content, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, taking);
}

static void
take_next (Taking *taking)
{
  const char *types[] = { taking->types[taking->next], NULL };

  if (types[0] != NULL)
    {
      gdk_drop_read_async (taking->drop, types, G_PRIORITY_DEFAULT, NULL, read_cb, taking);
      return;
    }
  gdk_drop_finish (taking->drop, GDK_ACTION_COPY);
  g_print ("end\n");
  g_object_unref (taking->drop);
  g_free (taking);
}

static gboolean
drop_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, gpointer types)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->drop = g_object_ref (drop);
  taking->types = types;
  take_next (taking);
  return TRUE;
}

int
main (int argc, char **argv)
{
  GtkWidget *window;
  GtkDropTargetAsync *target;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  gtk_init ();
  window = gtk_window_new ();
  target =
      gtk_drop_target_async_new (gdk_content_formats_new ((const char **) argv + 1, (guint) argc - 1), GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), argv + 1);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  return 0;
}
