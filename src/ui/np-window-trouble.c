#include "ui/np-window-trouble.h"

#include "library/np-words.h"

#include <glib/gi18n.h>

static GtkWidget *
button_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  return button;
}

static GtkWidget *
buttons_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *again = button_new (_ ("_Try Again"), "app.open-library");

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (again, "suggested-action");
  gtk_box_append (GTK_BOX (box), again);
  gtk_box_append (GTK_BOX (box), button_new (_ ("_Preferences"), "app.preferences"));
  return box;
}

/**
 * np_window_trouble_page_new:
 * @error: why there is no library
 * @folder: its folder
 *
 * Says that the library cannot be opened, and what to do.
 *
 * Returns: (transfer floating): what fills the window
 */
GtkWidget *
np_window_trouble_page_new (const GError *error, const char *folder)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new (),
            *status = adw_status_page_new ();
  g_autofree char *what = np_words_for_error (error), *next = np_words_for_next_step (error), *text = NULL,
                  *markup = NULL;

  text = g_strdup_printf ("%s%s%s", next != NULL ? next : "", next != NULL ? "\n" : "", folder);
  markup = g_markup_escape_text (text, -1);
  g_object_set (status, "icon-name", "dialog-warning-symbolic", "title", what, "description", markup, "vexpand", TRUE,
                "child", buttons_new (), NULL);
  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (page), header);
  gtk_box_append (GTK_BOX (page), status);
  return page;
}

/**
 * np_window_trouble_dup_read_only:
 * @library: the library that is shown
 *
 * A library that can only be read is shown all the same, with the reason.
 *
 * Returns: (transfer full) (nullable): why, and what to do; `NULL` when it can be changed
 */
char *
np_window_trouble_dup_read_only (NpLibrary *library)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *what = NULL, *next = NULL;

  if (np_library_is_writable (library, &reason))
    return NULL;
  what = reason != NULL ? np_words_for_error (reason) : g_strdup (_ ("This library can only be read"));
  next = reason != NULL ? np_words_for_next_step (reason) : NULL;
  return next != NULL ? g_strdup_printf ("%s. %s", what, next) : g_strdup (what);
}
