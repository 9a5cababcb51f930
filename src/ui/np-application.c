#include "ui/np-application.h"

#include "library/np-library.h"
#include "ui/np-first-frame.h"
#include "ui/np-intake.h"
#include "ui/np-memory.h"
#include "np-resources.h"
#include "ui/np-settings.h"
#include "ui/np-window-actions.h"
#include "ui/np-window-dnd.h"
#include "ui/story/np-story-window.h"

#include "np-config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#define RESOURCE_BASE "/page/newsprint/Newsprint"

struct _NpApplication
{
  AdwApplication parent_instance;
  char *folder; /* of the library */
  NpLibrary *library;
  NpSettings *settings;
  NpWindow *window; /* not owned: GTK's */
  GPtrArray *words; /* of char*: what is to be saved as soon as there is a library */
  GPtrArray *files; /* of GFile: the same */
  guint signal_ids[2];
};

G_DEFINE_FINAL_TYPE (NpApplication, np_application, ADW_TYPE_APPLICATION)

static void
save_waiting (NpApplication *self)
{
  for (guint i = 0; self->library != NULL && i < self->words->len; i++)
    np_intake_word (self->library, self->words->pdata[i], NULL);
  for (guint i = 0; self->library != NULL && i < self->files->len; i++)
    np_intake_file (self->library, self->files->pdata[i], NULL);
  g_ptr_array_set_size (self->words, 0);
  g_ptr_array_set_size (self->files, 0);
}

static void
open_library (NpApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (self->library != NULL || self->window == NULL)
    return;
  self->library = np_library_open (self->folder, NP_LIBRARY_NONE, &error);
  if (self->library == NULL)
    {
      np_window_show_error (self->window, error, self->folder);
      save_waiting (self);
      return;
    }
  np_window_set_library (self->window, self->library);
  np_library_start (self->library);
  save_waiting (self);
}

/* When nothing else is to be done: a window of all keys, which is seldom asked for. */
static gboolean
add_help_cb (gpointer data)
{
  GtkApplicationWindow *window = data;
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_BASE "/help-overlay.ui");
  GObject *keys = gtk_builder_get_object (builder, "help_overlay");

  gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (keys));
  return G_SOURCE_REMOVE;
}

/* The first frame is of the window alone: it waits for no file, for none of the panes, and for nothing that grows with
 * the library. */
static void
first_frame_cb (gpointer user_data)
{
  NpApplication *self = user_data;

  np_window_actions_install (self->window);
  np_window_dnd_attach (self->window);
  g_idle_add_full (G_PRIORITY_LOW, add_help_cb, g_object_ref (self->window), g_object_unref);
  if (self->library != NULL)
    np_window_set_library (self->window, self->library);
  else
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
  gtk_window_present (GTK_WINDOW (self->window));
  if (fresh)
    np_first_frame_then (GTK_WINDOW (self->window), first_frame_cb, self);
}

static void
set_color_scheme (const char *name)
{
  AdwColorScheme scheme = g_str_equal (name, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                          : g_str_equal (name, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                        : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
color_scheme_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  NpApplication *self = user_data;

  set_color_scheme (g_variant_get_string (state, NULL));
  g_simple_action_set_state (action, state);
  np_settings_set_value (self->settings, "color-scheme", state);
  np_settings_flush (self->settings);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;
  g_autofree const char **words = g_variant_get_strv (parameter, NULL);

  ensure_window (self);
  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (self->words, g_strdup (words[i]));
  if (self->library != NULL)
    save_waiting (self);
}

static void
story_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;

  if (self->library != NULL)
    gtk_window_present (GTK_WINDOW (np_story_window_new (GTK_APPLICATION (self), self->library, self->settings,
                                                         g_variant_get_string (parameter, NULL))));
}

static void
open_library_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_library (user_data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;

  adw_show_about_window (GTK_WINDOW (self->window), "application-name", _ ("Newsprint"), "application-icon",
                         NP_APPLICATION_ID, "version", NP_VERSION, "comments",
                         _ ("Keep news stories, read them in peace, and sort them by topic"), "developer-name",
                         _ ("The Newsprint project"), "license-type", GTK_LICENSE_GPL_3_0, "translator-credits",
                         /* Translators: your names, one a line */
                         _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpApplication *self = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  /* Stories in windows of their own first: the main one may still have something to say. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != (gpointer) self->window)
      gtk_window_close (l->data);
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
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
  { .name = "story-window", .activate = story_window_cb, .parameter_type = "s" },
  { .name = "open-library", .activate = open_library_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "color-scheme", .parameter_type = "s", .state = "'follow'", .change_state = color_scheme_cb },
};

static void
np_application_startup (GApplication *application)
{
  NpApplication *self = NP_APPLICATION (application);
  const char *quit_keys[] = { "<Control>q", NULL }, *close_keys[] = { "<Control>w", NULL };
  g_autofree char *scheme = NULL;

  G_APPLICATION_CLASS (np_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (NP_APPLICATION_ID);
  self->settings = np_settings_new ();
  if (self->folder == NULL)
    self->folder = np_library_dup_default_folder ();
  scheme = np_settings_dup_string (self->settings, "color-scheme");
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  self->signal_ids[0] = g_unix_signal_add (SIGTERM, signal_cb, self);
  self->signal_ids[1] = g_unix_signal_add (SIGINT, signal_cb, self);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "color-scheme", g_variant_new_string (scheme));
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close", close_keys);
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
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  if (self->library != NULL)
    save_waiting (self);
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
  if (self->library != NULL)
    np_library_close (self->library);
}

/* A library that is not the usual one has an application of its own, so that each library has one process. */
static void
set_library (NpApplication *self, const char *folder)
{
  g_autofree char *id = np_library_dup_bus_name (NP_APPLICATION_ID, folder);

  g_free (self->folder);
  self->folder = g_canonicalize_filename (folder, NULL);
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

  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->files);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_free (self->folder);
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

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
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
  g_autoptr (NpApplication) application = NULL;

  np_memory_limit ();
  application = np_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
