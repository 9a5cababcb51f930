#include "ui/story/np-story-window.h"

#include "ui/reader/np-reader-corrector.h"
#include "ui/reader/np-reader.h"
#include "ui/story/np-story-actions.h"

#include <glib/gi18n.h>

static void
on_article (NpReader *reader, GParamSpec *spec, GtkWindow *window)
{
  const NpArticle *article = np_reader_get_article (reader);

  if (article == NULL)
    return;
  gtk_window_set_title (window, article->headline != NULL ? article->headline : _ ("Story"));
  /* The keys are for reading, from the start. */
  gtk_widget_child_focus (GTK_WIDGET (reader), GTK_DIR_TAB_FORWARD);
}

/* A related story takes the place of this one. */
static void
on_open_story (NpReader *reader, const char *id)
{
  np_reader_show_story (reader, id);
}

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) correct = np_reader_corrector_new_menu (), story = np_story_actions_new_menu ();

  g_menu_append_submenu (menu, _ ("C_orrect"), correct);
  g_menu_append_section (menu, NULL, story);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, _ ("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More about the story"),
                                  -1);
  return button;
}

static gboolean
on_find (GtkWidget *widget, GVariant *args, gpointer reader)
{
  np_reader_start_find (reader);
  return TRUE;
}

static GtkEventController *
new_keys (NpReader *reader)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>f"),
                                                          gtk_callback_action_new (on_find, reader, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>w"), gtk_named_action_new ("window.close")));
  return keys;
}

/**
 * np_story_window_new:
 * @application: the application
 * @library: where the story is
 * @settings: where the look of stories is kept
 * @id: the id of a story
 *
 * Returns: (transfer none): a window with the story; GTK owns it
 */
GtkWidget *
np_story_window_new (GtkApplication *application, NpLibrary *library, NpSettings *settings, const char *id)
{
  GtkWidget *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application, "default-width", 760,
                                    "default-height", 900, "title", _ ("Story"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *reader = np_reader_new (library);

  np_reader_set_settings (NP_READER (reader), settings);
  gtk_widget_set_vexpand (reader, TRUE);
  gtk_widget_insert_action_group (window, "reader", np_reader_get_actions (NP_READER (reader)));
  np_story_actions_install (window, NP_READER (reader));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), make_menu_button ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), np_reader_new_style_button (NP_READER (reader)));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), reader);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_widget_add_controller (window, new_keys (NP_READER (reader)));
  g_signal_connect_object (reader, "notify::article", G_CALLBACK (on_article), window, 0);
  g_signal_connect (reader, "open-story", G_CALLBACK (on_open_story), NULL);
  np_reader_show_story (NP_READER (reader), id);
  return window;
}
