#include "ui/np-window-import.h"

#include "ui/np-intake.h"

#include <glib/gi18n.h>

static void
pasted_cb (guint n, const GError *error, gpointer user_data)
{
  g_autoptr (NpWindow) window = user_data;

  if (n == 0 && np_window_get_changer (window) != NULL)
    np_changer_tell (np_window_get_changer (window), _ ("There is no link, text or page on the clipboard"));
}

/**
 * np_window_import_paste:
 * @window: a window with a library
 *
 * Saves what is on the clipboard; it gets the topic that is shown.
 */
void
np_window_import_paste (NpWindow *window)
{
  g_return_if_fail (NP_IS_WINDOW (window) && np_window_get_library (window) != NULL);

  np_intake_clipboard (np_window_get_library (window), gtk_widget_get_clipboard (GTK_WIDGET (window)),
                       np_list_page_get_topic (np_window_get_list (window)), pasted_cb, g_object_ref (window));
}

static void
response_cb (GtkNativeDialog *dialog, int response, NpWindow *window)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          np_intake_file (np_window_get_library (window), file, np_list_page_get_topic (np_window_get_list (window)));
        }
    }
  g_object_unref (dialog);
}

/**
 * np_window_import_choose:
 * @window: a window with a library
 *
 * Lets the user choose files to save.
 */
void
np_window_import_choose (NpWindow *window)
{
  GtkFileChooserNative *dialog;
  GtkFileFilter *stories, *all;

  g_return_if_fail (NP_IS_WINDOW (window) && np_window_get_library (window) != NULL);

  dialog = gtk_file_chooser_native_new (_ ("Save Stories from Files"), GTK_WINDOW (window),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Save"), NULL);
  stories = gtk_file_filter_new ();
  all = gtk_file_filter_new ();
  gtk_file_filter_set_name (stories, _ ("Pages and Texts"));
  gtk_file_filter_add_mime_type (stories, "text/html");
  gtk_file_filter_add_mime_type (stories, "application/xhtml+xml");
  gtk_file_filter_add_mime_type (stories, "application/x-mimearchive");
  gtk_file_filter_add_suffix (stories, "mhtml");
  gtk_file_filter_add_suffix (stories, "mht");
  gtk_file_filter_add_mime_type (stories, "application/pdf");
  gtk_file_filter_add_mime_type (stories, "text/plain");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), stories);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * np_window_import_update_cb:
 * @action: the action "update-story"
 * @parameter: the id of a story
 * @window: a window with a library
 *
 * Looks for a new version of the story.
 */
void
np_window_import_update_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_return_if_fail (NP_IS_WINDOW (window) && np_window_get_library (window) != NULL);

  np_library_update_story (np_window_get_library (window), g_variant_get_string (parameter, NULL));
}
