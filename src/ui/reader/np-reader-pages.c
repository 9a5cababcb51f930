#include "ui/reader/np-reader-pages.h"

#include "library/np-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * np_reader_pages_new_empty:
 *
 * Returns: (transfer floating): says that no story is chosen, and what to do
 */
GtkWidget *
np_reader_pages_new_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Story Selected"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Pick one from the list, or paste a link with Ctrl+V"));
  return page;
}

/**
 * np_reader_pages_new_loading:
 *
 * Returns: (transfer floating): says that the story is on its way
 */
GtkWidget *
np_reader_pages_new_loading (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  g_object_bind_property (spinner, "visible", spinner, "spinning", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The story is on its way"), -1);
  return spinner;
}

/**
 * np_reader_pages_new_error:
 * @try_again: called with @user_data when people want to try again
 * @user_data: for @try_again
 *
 * Returns: (transfer floating): says why a story can't be shown, once np_reader_pages_set_error() has told it
 */
GtkWidget *
np_reader_pages_new_error (GCallback try_again, gpointer user_data)
{
  GtkWidget *page = adw_status_page_new (), *button = gtk_button_new_with_mnemonic (_ ("_Try Again"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("This Story Can’t Be Shown"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", try_again, user_data);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

/**
 * np_reader_pages_set_error:
 * @page: of np_reader_pages_new_error()
 * @error: what went wrong
 *
 * Says what went wrong and what to do next.
 */
void
np_reader_pages_set_error (GtkWidget *page, const GError *error)
{
  g_autofree char *what = np_words_for_error (error), *next = np_words_for_next_step (error);
  g_autofree char *words = next != NULL ? g_strdup_printf ("%s\n%s", what, next) : g_strdup (what);
  g_autofree char *markup = words != NULL ? g_markup_escape_text (words, -1) : NULL;

  adw_status_page_set_description (ADW_STATUS_PAGE (page), markup);
}
