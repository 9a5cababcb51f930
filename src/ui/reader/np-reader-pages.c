#include "ui/reader/np-reader-pages.h"

#include "library/np-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Where there is no story yet the list says how to save one: two such pages side by side say nothing more. */
static void
say_something (GtkWidget *page, NpLibrary *library)
{
  NpCounts counts = { 0 };

  gtk_widget_set_visible (page, np_library_get_counts (library, &counts) && counts.all + counts.trash > 0);
}

/**
 * np_reader_pages_new_empty:
 * @library: the library
 *
 * Returns: (transfer floating): says that no story is chosen, and what to do, once the library has a story
 */
GtkWidget *
np_reader_pages_new_empty (NpLibrary *library)
{
  GtkWidget *page = adw_status_page_new (), *frame = adw_bin_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Story Selected"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Pick one from the list, or paste a link with Ctrl+V"));
  adw_bin_set_child (ADW_BIN (frame), page);
  g_signal_connect_object (library, "counts-changed", G_CALLBACK (say_something), page, G_CONNECT_SWAPPED);
  say_something (page, library);
  return frame;
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
