#include "ui/story/np-story-actions.h"

#include "base/np-uri.h"
#include "ui/photos/np-photo-viewer.h"
#include "ui/print/np-story-print.h"
#include "ui/story/np-story-about.h"

#include <glib/gi18n.h>

static GtkWindow *
get_window (NpReader *reader)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (reader)));
}

static void
on_read_aloud (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "reader.read-aloud", NULL);
}

static void
on_next_sentence (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "reader.read-aloud-step", "i", 1);
}

static void
on_previous_sentence (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "reader.read-aloud-step", "i", -1);
}

static void
on_done (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!np_library_do_finish (NP_LIBRARY (object), result, &error))
    g_message ("A change of a story was not done: %s", error->message);
}

/* Whoever shows the story does its changes, and says so; a window that has the story alone leaves it to the library. */
static void
do_change (NpChange *change, gpointer user_data)
{
  NpReader *reader = user_data;
  gboolean handled = FALSE;

  g_signal_emit_by_name (reader, "change", change, &handled);
  if (!handled)
    np_library_do_async (np_reader_get_library (reader), change, NULL, on_done, NULL);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpReader *reader = user_data;

  gtk_window_present (GTK_WINDOW (np_story_about_new (get_window (reader), np_reader_get_library (reader),
                                                      np_reader_get_article (reader), do_change, reader)));
}

/* What comes of it is seen in the list, as every import. */
static void
on_update (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpReader *reader = user_data;

  np_library_update_story (np_reader_get_library (reader), np_reader_get_article (reader)->id);
}

static void
show_photos (NpReader *reader, guint number)
{
  const NpArticle *article = np_reader_get_article (reader);
  GtkWidget *viewer = np_photo_viewer_new (get_window (reader), np_reader_get_library (reader), article->headline,
                                           article->figures, number);

  if (viewer != NULL)
    gtk_window_present (GTK_WINDOW (viewer));
}

static void
on_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpReader *reader = user_data;

  gtk_widget_activate_action (GTK_WIDGET (reader), "app.story-window", "s", np_reader_get_article (reader)->id);
}

static void
on_photos (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_photos (user_data, 0);
}

static void
on_photo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_photos (user_data, g_variant_get_uint32 (parameter));
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpReader *reader = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (np_story_print (get_window (reader), np_reader_get_library (reader), np_reader_get_article (reader), NULL,
                      &error))
    return;
  dialog = adw_message_dialog_new (get_window (reader), _ ("The Story Could Not Be Printed"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static const struct
{
  GActionEntry entry;
  const char *label; /* (nullable) where it is not in the menu */
  const char *keys;  /* (nullable) */
  gboolean fetches;  /* needs a story from the web, and a library that can be written */
} actions[] = {
  { { .name = "photo", .activate = on_photo, .parameter_type = "u" }, NULL, NULL },
  { { .name = "window", .activate = on_window }, N_ ("Open in a New _Window"), "<Control><Shift>Return" },
  { { .name = "photos", .activate = on_photos }, N_ ("_Photos"), "F11" },
  { { .name = "read-aloud", .activate = on_read_aloud }, N_ ("Read A_loud"), "<Control><Shift>u" },
  { { .name = "next-sentence", .activate = on_next_sentence }, NULL, "<Alt>Down" },
  { { .name = "previous-sentence", .activate = on_previous_sentence }, NULL, "<Alt>Up" },
  { { .name = "print", .activate = on_print }, N_ ("_Print…"), "<Control>p" },
  { { .name = "update", .activate = on_update }, N_ ("Check for a New _Version"), "<Control>r", TRUE },
  { { .name = "about", .activate = on_about }, N_ ("_About This Story"), "<Alt>Return" },
};

static gboolean
can_fetch (NpReader *reader)
{
  const NpArticle *article = np_reader_get_article (reader);

  return article != NULL && np_uri_is_web (article->url)
         && np_library_is_writable (np_reader_get_library (reader), NULL);
}

/* All of them need a story that is shown. */
static void
update (NpReader *reader, GParamSpec *spec, GSimpleActionGroup *group)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), actions[i].entry.name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   actions[i].fetches ? can_fetch (reader) : np_reader_get_article (reader) != NULL);
    }
}

/**
 * np_story_actions_install:
 * @page: where the story is, with its header
 * @reader: what shows it
 *
 * Gives @page the actions "story.…" and their keys, which work in the whole window.
 */
void
np_story_actions_install (GtkWidget *page, NpReader *reader)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strconcat ("story.", actions[i].entry.name, NULL);

      g_action_map_add_action_entries (G_ACTION_MAP (group), &actions[i].entry, 1, reader);
      if (actions[i].keys != NULL)
        gtk_shortcut_controller_add_shortcut (
            GTK_SHORTCUT_CONTROLLER (keys),
            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (actions[i].keys), gtk_named_action_new (name)));
    }
  gtk_widget_insert_action_group (page, "story", G_ACTION_GROUP (group));
  gtk_widget_add_controller (page, keys);
  g_signal_connect_object (reader, "notify::article", G_CALLBACK (update), group, 0);
  update (reader, NULL, group);
}

/**
 * np_story_actions_new_menu:
 *
 * Returns: (transfer full): a menu of these actions
 */
GMenuModel *
np_story_actions_new_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strconcat ("story.", actions[i].entry.name, NULL);
      g_autoptr (GMenuItem) item = NULL;

      if (actions[i].label == NULL)
        continue;
      item = g_menu_item_new (_ (actions[i].label), name);
      if (actions[i].keys != NULL)
        g_menu_item_set_attribute (item, "accel", "s", actions[i].keys);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
