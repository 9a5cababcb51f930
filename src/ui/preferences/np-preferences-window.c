#include "ui/preferences/np-preferences-window.h"

#include "library/np-words.h"
#include "ui/preferences/np-font-row.h"
#include "ui/preferences/np-preference-rows.h"

#include <glib/gi18n.h>

static const NpPreferenceChoice window_colors[] = { { "'follow'", N_ ("Follow the system") },
                                                    { "'light'", N_ ("Light") },
                                                    { "'dark'", N_ ("Dark") } };
static const NpPreferenceChoice story_colors[] = { { "'system'", N_ ("Same as the window") },
                                                   { "'light'", N_ ("Light") },
                                                   { "'sepia'", N_ ("Sepia") },
                                                   { "'dark'", N_ ("Dark") } };
static const NpPreferenceChoice refresh[] = {
  { "0", N_ ("Manually") },      { "15", N_ ("Every 15 minutes") }, { "30", N_ ("Every 30 minutes") },
  { "60", N_ ("Every hour") },   { "180", N_ ("Every 3 hours") },   { "720", N_ ("Twice a day") },
  { "1440", N_ ("Once a day") },
};

static const NpPreferenceRange size_range = { 60, 300, 10, 100 }, width_range = { 40, 100, 1, 1 },
                               leading_range = { 110, 250, 5, 1 }, speed_range = { 100, 1000, 10, 1 };

static AdwPreferencesGroup *
add_group (GtkWidget *page, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  return group;
}

static GtkWidget *
make_page (const char *title, const char *icon)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon);
  return page;
}

static GtkWidget *
make_reading_page (NpSettings *settings)
{
  GtkWidget *page = make_page (_ ("Reading"), "np-inbox-symbolic");
  AdwPreferencesGroup *colors = add_group (page, _ ("Colors"), NULL);
  AdwPreferencesGroup *text = add_group (page, _ ("Text of Stories"), NULL);

  adw_preferences_group_add (colors, np_preference_row_new_choice (settings, "color-scheme", _ ("Window"),
                                                                   window_colors, G_N_ELEMENTS (window_colors)));
  adw_preferences_group_add (colors, np_preference_row_new_choice (settings, "reader-theme", _ ("Stories"),
                                                                   story_colors, G_N_ELEMENTS (story_colors)));
  adw_preferences_group_add (text, np_font_row_new (settings));
  adw_preferences_group_add (text,
                             np_preference_row_new_number (settings, "reader-size", _ ("Size"),
                                                           _ ("Relative to the default, in percent"), &size_range));
  adw_preferences_group_add (text, np_preference_row_new_number (settings, "reader-width", _ ("Width"),
                                                                 _ ("Characters in a line"), &width_range));
  adw_preferences_group_add (text, np_preference_row_new_number (settings, "reader-leading", _ ("Line Height"),
                                                                 _ ("Relative to the text size, in percent"),
                                                                 &leading_range));
  adw_preferences_group_add (
      text, np_preference_row_new_number (settings, "reading-speed", _ ("Reading Speed"),
                                          _ ("Words a minute; how long a story takes follows from it"), &speed_range));
  return page;
}

/* --- the library's folder --- */

static void
use_folder (GtkWidget *window, GFile *folder)
{
  const char *path = g_file_peek_path (folder);

  if (path == NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window),
                                      adw_toast_new (_ ("A library has to be in a folder of this computer")));
  else
    /* Ends this window, when the library can be opened. */
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "use-library",
                                    g_variant_new_bytestring (path));
}

static void
folder_chosen_cb (GtkNativeDialog *dialog, int response, GtkWidget *window)
{
  g_autoptr (GFile) folder =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  g_object_unref (dialog);
  if (folder != NULL)
    use_folder (window, folder);
}

static void
choose_folder_cb (GtkWidget *button)
{
  GtkWidget *window = gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_WINDOW);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Folder of the Library"), GTK_WINDOW (window),
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Use This Folder"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_chosen_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkWidget *
make_folder_row (NpHome *home)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_mnemonic (_ ("_Choose…"));
  g_autofree char *name = g_filename_display_name (np_home_get_folder (home)),
                  *markup = g_markup_escape_text (name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Folder"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !np_home_is_fixed (home));
  if (np_home_is_fixed (home))
    gtk_widget_set_tooltip_text (row, _ ("This library was named on the command line"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (choose_folder_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
make_library_page (NpSettings *settings, NpHome *home)
{
  GtkWidget *page = make_page (_ ("Library"), "np-archive-symbolic");
  AdwPreferencesGroup *where =
      add_group (page, _ ("Library"),
                 _ ("Another folder opens the library that is in it, or begins a new one there. Nothing is moved: the "
                    "stories of the one before stay where they are."));
  AdwPreferencesGroup *saving = add_group (page, _ ("Saving Stories"), NULL);
  AdwPreferencesGroup *feeds = add_group (page, _ ("Feeds"), NULL);
  AdwPreferencesGroup *network = add_group (page, _ ("Network"),
                                            _ ("Nothing is fetched while you read. Stories, photos and feeds are asked "
                                               "for without cookies, and sites are not "
                                               "told what led to them."));

  adw_preferences_group_add (where, make_folder_row (home));
  adw_preferences_group_add (
      saving, np_preference_row_new_switch (settings, "save-photos", _ ("Photos"),
                                            _ ("Without them, captions and credits are saved all the same")));
  adw_preferences_group_add (saving,
                             np_preference_row_new_switch (settings, "notify-imports", _ ("Notifications"),
                                                           _ ("When stories were saved while you use another window")));
  adw_preferences_group_add (feeds, np_preference_row_new_choice (settings, "refresh-feeds", _ ("Look for New Stories"),
                                                                  refresh, G_N_ELEMENTS (refresh)));
  adw_preferences_group_add (
      network, np_preference_row_new_switch (settings, "own-network", _ ("Addresses in Your Own Network"),
                                             _ ("Those that you paste; a page on the web never leads there")));
  adw_preferences_group_add (network, np_preference_row_new_text (settings, "user-agent", _ ("Name Given to Sites")));
  return page;
}

/**
 * np_preferences_window_new:
 * @parent: the window over which it opens
 * @settings: what it shows and sets
 * @home: the library that @parent shows
 *
 * Returns: (transfer none): a window with the preferences; GTK owns it. What it asks of the application is its action
 *   "use-library".
 */
GtkWidget *
np_preferences_window_new (GtkWindow *parent, NpSettings *settings, NpHome *home)
{
  GtkWidget *window =
      g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", TRUE, "search-enabled", FALSE,
                    "application", gtk_window_get_application (parent), "title", _ ("Preferences"), NULL);

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (make_reading_page (settings)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window),
                              ADW_PREFERENCES_PAGE (make_library_page (settings, home)));
  return window;
}

/**
 * np_preferences_window_tell_error:
 * @window: the preferences
 * @error: why another library cannot be opened
 *
 * Says so, in passing.
 */
void
np_preferences_window_tell_error (GtkWindow *window, const GError *error)
{
  g_autofree char *what = np_words_for_error (error), *next = np_words_for_next_step (error);
  g_autofree char *text = next != NULL && *next != '\0' ? g_strdup_printf ("%s. %s", what, next) : g_strdup (what);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (markup));
}
