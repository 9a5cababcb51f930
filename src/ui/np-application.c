#include "ui/np-application.h"

#include "base/np-memory.h"
#include "ui/np-about.h"
#include "ui/np-color-scheme.h"
#include "ui/np-errands.h"
#include "ui/np-first-frame.h"
#include "ui/np-help.h"
#include "ui/np-home.h"
#include "ui/np-import-news.h"
#include "ui/np-search-provider.h"
#include "ui/np-settings.h"
#include "ui/np-window-actions.h"
#include "ui/np-window-dnd.h"
#include "ui/np-window-state.h"
#include "ui/preferences/np-preferences-window.h"
#include "ui/story/np-story-window.h"

#include "np-config.h"
#include "np-resources.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#define RESOURCE_BASE "/page/newsprint/Newsprint"

struct _NpApplication
{
  AdwApplication parent_instance;
  NpHome *home;
  gboolean chosen; /* another library was, and the window has to say so */
  NpSettings *settings;
  NpWindow *window; /* not owned: GTK's */
  NpErrands *errands;
  NpSearchProvider *provider; /* (nullable) while it is on the bus */
  NpImportNews *news;         /* (nullable) of the library that is open */
  guint signal_ids[2];
};

G_DEFINE_FINAL_TYPE (NpApplication, np_application, ADW_TYPE_APPLICATION)

static void
tell_chosen (NpApplication *self)
{
  g_autofree char *name = g_filename_display_basename (np_home_get_folder (self->home)), *text = NULL;

  if (!self->chosen)
    return;
  self->chosen = FALSE;
  /* Translators: the name of a folder */
  text = g_strdup_printf (_ ("This is the library in “%s”. The one before stays as it is."), name);
  np_changer_offer (np_window_get_changer (self->window), text, _ ("_Go Back"), "app.last-library");
}

/* What goes on in the background begins once the stories are on the screen: it would only hold them up. */
static void
start_library (gpointer user_data)
{
  NpApplication *self = user_data;

  if (np_home_get_library (self->home) != NULL)
    np_home_start (self->home);
}

static void
open_library (NpApplication *self)
{
  g_autoptr (GError) error = NULL;
  NpLibrary *library;

  if (self->window == NULL || np_window_get_library (self->window) != NULL)
    return;
  library = np_home_open (self->home, &error);
  if (library == NULL)
    {
      np_window_show_error (self->window, error, np_home_get_folder (self->home));
      return;
    }
  np_library_count (library);
  np_window_set_library (self->window, library);
  np_first_frame_then (GTK_WINDOW (self->window), start_library, self);
  if (self->news == NULL)
    self->news = np_import_news_new (GTK_APPLICATION (self), library, self->settings);
  np_errands_do (self->errands, self->window, self->home);
  tell_chosen (self);
}

/* The first frame is of the window alone: it waits for no file, for none of the panes, and for nothing that grows with
 * the library. */
static void
first_frame_cb (gpointer user_data)
{
  NpApplication *self = user_data;

  np_window_actions_install (self->window);
  np_window_dnd_attach (self->window);
  np_help_add_soon (GTK_APPLICATION_WINDOW (self->window));
  open_library (self);
  np_memory_settle ();
}

static void
ensure_window (NpApplication *self)
{
  gboolean fresh = self->window == NULL;

  if (fresh)
    {
      self->window = np_window_new (GTK_APPLICATION (self), self->settings);
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
    }
  g_application_set_inactivity_timeout (G_APPLICATION (self), 0);
  gtk_window_present (GTK_WINDOW (self->window));
  if (fresh)
    np_first_frame_then (GTK_WINDOW (self->window), first_frame_cb, self);
}

/* A command hands its work over: a window that is there stays where it is, and a notification tells the end. */
static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;
  g_autofree const char **words = g_variant_get_strv (parameter, NULL);
  gboolean again = g_str_equal (g_action_get_name (G_ACTION (action)), "update");

  if (self->window == NULL)
    ensure_window (self);
  for (gsize i = 0; words[i] != NULL; i++)
    np_errands_add_word (self->errands, words[i], again);
  np_errands_do (self->errands, self->window, self->home);
}

/* A result of a search in the shell, or a notification, was chosen. */
static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;

  ensure_window (self);
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "search"))
    np_errands_set_search (self->errands, g_variant_get_string (parameter, NULL));
  else
    np_errands_set_story (self->errands, g_variant_get_string (parameter, NULL));
  np_errands_do (self->errands, self->window, self->home);
}

static void
story_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;
  NpLibrary *library = np_home_get_library (self->home);

  if (library != NULL)
    gtk_window_present (GTK_WINDOW (
        np_story_window_new (GTK_APPLICATION (self), library, self->settings, g_variant_get_string (parameter, NULL))));
}

static void
open_library_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_library (user_data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_about_show (gtk_application_get_active_window (user_data));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (np_preferences_window_new (GTK_WINDOW (self->window), self->settings, self->home)));
}

static void
tell_error (NpApplication *self, const GError *error, const char *folder)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (ADW_IS_PREFERENCES_WINDOW (active))
    np_preferences_window_tell_error (active, error);
  else if (np_window_get_changer (self->window) != NULL)
    np_changer_tell_error (np_window_get_changer (self->window), error);
  else
    np_window_show_error (self->window, error, folder);
}

static void
close_all_windows (NpApplication *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  /* Stories in windows of their own first: the main one may still have something to say. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != (gpointer) self->window)
      gtk_window_close (l->data);
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

/* Another library, in another window: nothing of the one before is in it by mistake. */
static void
use_library (NpApplication *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpLibrary) library = self->window != NULL ? np_home_open_other (self->home, folder, &error) : NULL;

  if (error != NULL)
    tell_error (self, error, folder);
  if (library == NULL)
    return;
  g_application_hold (G_APPLICATION (self));
  close_all_windows (self);
  g_clear_object (&self->news);
  np_home_move (self->home, library);
  self->chosen = TRUE;
  np_window_state_forget (self->settings);
  ensure_window (self);
  g_application_release (G_APPLICATION (self));
}

static void
use_library_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  use_library (user_data, g_variant_get_bytestring (parameter));
}

static void
last_library_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;
  g_autofree char *previous = g_strdup (np_home_get_previous (self->home));

  if (previous != NULL)
    use_library (self, previous);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;

  if (self->window == NULL)
    g_application_quit (G_APPLICATION (self));
  close_all_windows (self);
}

/* The end of the session, or Ctrl+C in the terminal: as if the window were closed, so that what it remembers is kept.
 */
static gboolean
signal_cb (gpointer user_data)
{
  quit_cb (NULL, NULL, user_data);
  return G_SOURCE_CONTINUE;
}

static const GActionEntry actions[] = {
  { .name = "import", .activate = import_cb, .parameter_type = "as" },
  { .name = "update", .activate = import_cb, .parameter_type = "as" },
  { .name = "open-story", .activate = show_cb, .parameter_type = "s" },
  { .name = "search", .activate = show_cb, .parameter_type = "s" },
  { .name = "story-window", .activate = story_window_cb, .parameter_type = "s" },
  { .name = "open-library", .activate = open_library_cb },
  { .name = "use-library", .activate = use_library_cb, .parameter_type = "ay" },
  { .name = "last-library", .activate = last_library_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
np_application_startup (GApplication *application)
{
  NpApplication *self = NP_APPLICATION (application);
  static const char *const keys[][3] = { { "app.quit", "<Control>q", NULL },
                                         { "app.preferences", "<Control>comma", NULL },
                                         { "window.close", "<Control>w", NULL },
                                         { "win.show-help-overlay", "<Control>question", NULL } };

  G_APPLICATION_CLASS (np_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (NP_APPLICATION_ID);
  self->settings = np_settings_new ();
  np_home_set_settings (self->home, self->settings);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  self->signal_ids[0] = g_unix_signal_add (SIGTERM, signal_cb, self);
  self->signal_ids[1] = g_unix_signal_add (SIGINT, signal_cb, self);
  np_color_scheme_install (GTK_APPLICATION (self), self->settings);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i][0], keys[i] + 1);
}

static void
np_application_activate (GApplication *application)
{
  ensure_window (NP_APPLICATION (application));
}

static void
np_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  NpApplication *self = NP_APPLICATION (application);

  ensure_window (self);
  for (int i = 0; i < n_files; i++)
    np_errands_add_file (self->errands, files[i]);
  np_errands_do (self->errands, self->window, self->home);
}

static void
np_application_shutdown (GApplication *application)
{
  NpApplication *self = NP_APPLICATION (application);

  for (gsize i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);
  if (self->settings != NULL)
    np_settings_flush (self->settings);
  G_APPLICATION_CLASS (np_application_parent_class)->shutdown (application);
  g_clear_object (&self->news);
  np_home_close (self->home);
}

static gboolean
np_application_dbus_register (GApplication *application, GDBusConnection *bus, const char *path, GError **error)
{
  NpApplication *self = NP_APPLICATION (application);
  g_autofree char *below = g_strconcat (path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (np_application_parent_class)->dbus_register (application, bus, path, error))
    return FALSE;
  self->provider = np_search_provider_new (application, self->home);
  return np_search_provider_export (self->provider, bus, below, error);
}

static void
np_application_dbus_unregister (GApplication *application, GDBusConnection *bus, const char *path)
{
  g_clear_object (&NP_APPLICATION (application)->provider);
  G_APPLICATION_CLASS (np_application_parent_class)->dbus_unregister (application, bus, path);
}

/* A library that is not the usual one has an application of its own, so that each library has one process. */
static void
set_library (NpApplication *self, const char *folder)
{
  g_autofree char *id = np_library_dup_bus_name (NP_APPLICATION_ID, folder);

  np_home_fix_folder (self->home, folder);
  g_application_set_application_id (G_APPLICATION (self), id);
}

static int
np_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  const char *folder;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("newsprint %s\n", NP_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "library", "^&ay", &folder))
    set_library (NP_APPLICATION (application), folder);
  return -1;
}

static void
np_application_finalize (GObject *object)
{
  NpApplication *self = NP_APPLICATION (object);

  np_errands_free (self->errands);
  g_clear_object (&self->home);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (np_application_parent_class)->finalize (object);
}

static void
np_application_class_init (NpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = np_application_finalize;
  application_class->startup = np_application_startup;
  application_class->activate = np_application_activate;
  application_class->open = np_application_open;
  application_class->shutdown = np_application_shutdown;
  application_class->dbus_register = np_application_dbus_register;
  application_class->dbus_unregister = np_application_dbus_unregister;
  application_class->handle_local_options = np_application_handle_local_options;
}

static void
np_application_init (NpApplication *self)
{
  const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use the library in this folder"), N_ ("FOLDER") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { NULL },
  };

  self->home = np_home_new ();
  self->errands = np_errands_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[ADDRESS|FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Keeps news stories. Opens the window and saves what is named."));
}

/**
 * np_application_new:
 *
 * Returns: (transfer full): the application, not running yet
 */
NpApplication *
np_application_new (void)
{
  /* The resources are in a static library: without this the linker would leave them out. */
  g_resources_register (np_ui_get_resource ());
  return g_object_new (NP_TYPE_APPLICATION, "application-id", NP_APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_BASE, NULL);
}

/**
 * np_application_run:
 * @argc: the number of arguments
 * @argv: the arguments of the program
 *
 * Runs the window until it is closed, or hands @argv to the one that runs already.
 *
 * Returns: the exit status of the program
 */
int
np_application_run (int argc, char **argv)
{
  g_autoptr (NpApplication) application = np_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
