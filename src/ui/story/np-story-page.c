#include "ui/story/np-story-page.h"

#include "ui/list/np-story-menu.h"
#include "ui/reader/np-reader-corrector.h"
#include "ui/reader/np-reader.h"
#include "ui/story/np-story-actions.h"
#include "ui/story/np-story-drop.h"
#include "ui/topics/np-topic-chooser.h"

#include <glib/gi18n.h>

struct _NpStoryPage
{
  GtkWidget parent_instance;
  AdwHeaderBar *header;
  GtkWidget *back;
  GtkWidget *to_story;
  GtkButton *star;
  GtkWidget *archive;
  GtkMenuButton *topics;
  NpTopicChooser *chooser;
  GtkMenuButton *menu;
  GtkWidget *style; /* comes with the library */
  AdwWindowTitle *title;
  GtkStack *stack;
  AdwBin *bin;
  AdwStatusPage *many;
  NpReader *reader;
  NpLibrary *library;
  NpChanger *changer;
  GPtrArray *stories; /* NpStory: what the buttons are about */
  GtkWidget *instead; /* (nullable) what is shown in the place of the story; the stack's */
};

G_DEFINE_FINAL_TYPE (NpStoryPage, np_story_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_STORY,
  SIGNAL_SEARCH_TOPIC,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chooser_show_cb (NpStoryPage *self)
{
  np_topic_chooser_show_marks (self->chooser, self->stories);
}

static void
chosen_cb (NpStoryPage *self, const char *key, gboolean on)
{
  gtk_widget_activate_action (GTK_WIDGET (self), on ? "win.add-topic" : "win.remove-topic", "s", key);
}

static void
created_cb (NpStoryPage *self, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-new-topic", "s", name);
}

static void
open_story_cb (NpStoryPage *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_STORY], 0, id);
}

static void
search_topic_cb (NpStoryPage *self, const char *key)
{
  g_signal_emit (self, signals[SIGNAL_SEARCH_TOPIC], 0, key);
}

static gboolean
change_cb (NpStoryPage *self, NpChange *change)
{
  np_changer_do (self->changer, g_object_ref (change));
  return TRUE;
}

/* What is shown in the place of a story takes what is dropped on it by itself. */
static GPtrArray *
find_dropped_on (gpointer page)
{
  NpStoryPage *self = page;

  return self->instead == NULL ? self->stories : NULL;
}

static void
np_story_page_dispose (GObject *object)
{
  NpStoryPage *self = NP_STORY_PAGE (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  g_clear_object (&self->changer);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_story_page_parent_class)->dispose (object);
}

static void
np_story_page_class_init (NpStoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_story_page_dispose;
  g_type_ensure (NP_TYPE_TOPIC_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/story/np-story-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, header);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, back);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, to_story);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, star);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, archive);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, topics);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, menu);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, bin);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, many);
  gtk_widget_class_bind_template_callback (widget_class, chooser_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, created_cb);
  signals[SIGNAL_OPEN_STORY] = g_signal_new ("open-story", NP_TYPE_STORY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SEARCH_TOPIC] = g_signal_new ("search-topic", NP_TYPE_STORY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* What can be done with stories, and with the text of one that is shown. */
static GMenuModel *
make_menu (GPtrArray *stories)
{
  GMenuModel *menu = np_story_menu_new (stories);
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuModel) correct = np_reader_corrector_new_menu (), story = np_story_actions_new_menu ();

  if (stories->len == 1)
    g_menu_append_section (G_MENU (menu), NULL, story);
  if (stories->len == 1 && !np_story_get_trashed (stories->pdata[0]))
    {
      g_menu_append_submenu (section, _ ("C_orrect"), correct);
      g_menu_insert_section (G_MENU (menu), 2, NULL, G_MENU_MODEL (section));
    }
  return menu;
}

/* The menu is made when somebody opens it: the widgets of a menu cost more than those of a story, and going through the
 * list opens none. */
static void
make_popover (GtkMenuButton *button, gpointer user_data)
{
  NpStoryPage *self = user_data;
  g_autoptr (GMenuModel) menu = make_menu (self->stories);

  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

static void
np_story_page_init (NpStoryPage *self)
{
  self->stories = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, make_popover, self, NULL);
}

/**
 * np_story_page_set_library:
 * @self: a page without a library
 * @library: whose stories to read
 * @changer: does the changes
 * @settings: where the look of stories is kept
 *
 * Makes the page ready to show stories; once.
 */
void
np_story_page_set_library (NpStoryPage *self, NpLibrary *library, NpChanger *changer, NpSettings *settings)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self) && self->reader == NULL);

  self->library = g_object_ref (library);
  self->changer = g_object_ref (changer);
  self->reader = NP_READER (np_reader_new (library));
  np_reader_set_settings (self->reader, settings);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "reader", np_reader_get_actions (self->reader));
  np_story_actions_install (GTK_WIDGET (self), self->reader);
  adw_bin_set_child (self->bin, GTK_WIDGET (self->reader));
  g_signal_connect_object (self->reader, "open-story", G_CALLBACK (open_story_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "search-topic", G_CALLBACK (search_topic_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  self->style = np_reader_new_style_button (self->reader);
  adw_header_bar_pack_end (self->header, self->style);
  np_topic_chooser_set_library (self->chooser, library);
  np_story_drop_attach (GTK_WIDGET (self), GTK_WIDGET (self->stack), library, changer, find_dropped_on);
}

/**
 * np_story_page_show:
 * @self: a page with a library
 * @id: (nullable): id of a story; `NULL` for none
 *
 * Shows another story.
 */
void
np_story_page_show (NpStoryPage *self, const char *id)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self) && self->reader != NULL);

  np_reader_show_story (self->reader, id);
}

/**
 * np_story_page_mark_search:
 * @self: a page with a library
 * @search: (nullable): what is typed in the list; `NULL` for no search
 *
 * Marks what it finds in the story that is shown, and in those after it.
 */
void
np_story_page_mark_search (NpStoryPage *self, const char *search)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self) && self->reader != NULL);

  g_action_group_activate_action (np_reader_get_actions (self->reader), "mark-search",
                                  g_variant_new_string (search != NULL ? search : ""));
}

/**
 * np_story_page_get_story_id:
 * @self: a page
 *
 * Returns: (nullable): the id of the story that is shown
 */
const char *
np_story_page_get_story_id (NpStoryPage *self)
{
  g_return_val_if_fail (NP_IS_STORY_PAGE (self), NULL);

  return self->reader != NULL ? np_reader_get_story_id (self->reader) : NULL;
}

/**
 * np_story_page_set_meant:
 * @self: a page
 * @stories: (element-type NpStory): what the buttons are about from now on
 * @many: whether several stories are selected, so that none is shown
 */
void
np_story_page_set_meant (NpStoryPage *self, GPtrArray *stories, gboolean many)
{
  NpStory *first = stories->len > 0 ? stories->pdata[0] : NULL;

  g_return_if_fail (NP_IS_STORY_PAGE (self));

  g_ptr_array_unref (self->stories);
  self->stories = g_ptr_array_ref (stories);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu), first != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->topics), first != NULL && !np_story_get_trashed (first)
                                                           && np_library_is_writable (self->library, NULL));
  gtk_button_set_icon_name (self->star, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star))
                                            ? "starred-symbolic"
                                            : "non-starred-symbolic");
  if (many)
    {
      g_autofree char *title =
          g_strdup_printf (ngettext ("%u Story Selected", "%u Stories Selected", stories->len), stories->len);

      adw_status_page_set_title (self->many, title);
    }
  if (self->instead == NULL)
    gtk_stack_set_visible_child (self->stack, many ? GTK_WIDGET (self->many) : GTK_WIDGET (self->bin));
}

/* Without a story its buttons go. A narrow window has no room for all of them, and a way back of its own. */
static void
show_buttons (NpStoryPage *self)
{
  GtkWidget *about_story[] = { GTK_WIDGET (self->star), GTK_WIDGET (self->topics), GTK_WIDGET (self->menu),
                               self->style };
  gboolean narrow = gtk_widget_get_visible (self->back);

  for (guint i = 0; i < G_N_ELEMENTS (about_story); i++)
    if (about_story[i] != NULL)
      gtk_widget_set_visible (about_story[i], self->instead == NULL);
  gtk_widget_set_visible (self->archive, self->instead == NULL && !narrow);
  gtk_widget_set_visible (self->to_story, self->instead != NULL && !narrow);
}

/**
 * np_story_page_show_instead:
 * @self: a page with a library
 * @widget: (nullable): what to show in the place of the story; `NULL` for the story
 * @title: (nullable): what that is, for the header bar, whose buttons about the story go meanwhile
 */
void
np_story_page_show_instead (NpStoryPage *self, GtkWidget *widget, const char *title)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self) && self->reader != NULL);

  self->instead = widget;
  adw_window_title_set_title (self->title, title != NULL ? title : "");
  show_buttons (self);
  if (widget != NULL && gtk_widget_get_parent (widget) == NULL)
    gtk_stack_add_child (self->stack, widget);
  gtk_stack_set_visible_child (self->stack, widget != NULL           ? widget
                                            : self->stories->len > 1 ? GTK_WIDGET (self->many)
                                                                     : GTK_WIDGET (self->bin));
}

/**
 * np_story_page_get_instead:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is shown in the place of the story
 */
GtkWidget *
np_story_page_get_instead (NpStoryPage *self)
{
  g_return_val_if_fail (NP_IS_STORY_PAGE (self), NULL);

  return self->instead;
}

/**
 * np_story_page_open_topics:
 * @self: a page
 *
 * Opens the list of topics to mark.
 */
void
np_story_page_open_topics (NpStoryPage *self)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self));

  gtk_menu_button_popup (self->topics);
}

/**
 * np_story_page_start_find:
 * @self: a page
 *
 * Opens the search in the story.
 */
void
np_story_page_start_find (NpStoryPage *self)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self));

  if (self->reader != NULL)
    np_reader_start_find (self->reader);
}

/**
 * np_story_page_show_highlight:
 * @self: a page
 * @id: the id of a highlight of the story that is shown or on its way
 *
 * Brings it into sight.
 */
void
np_story_page_show_highlight (NpStoryPage *self, const char *id)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self));

  if (self->reader != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->reader), "reader.show-highlight", "s", id);
}

/**
 * np_story_page_turn:
 * @self: a page
 * @pages: how many screens further in the story, below 0 back; at its end, on to the next story
 */
void
np_story_page_turn (NpStoryPage *self, int pages)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self));

  if (self->reader != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->reader), "reader.page", "i", pages);
}

/* The story itself, not what is below it to be typed in; NULL while there is none. */
static GtkWidget *
find_text (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * np_story_page_focus_text:
 * @self: a page
 *
 * Puts the focus on the text.
 */
void
np_story_page_focus_text (NpStoryPage *self)
{
  GtkWidget *text;

  g_return_if_fail (NP_IS_STORY_PAGE (self));

  if (self->reader == NULL)
    return;
  text = find_text (GTK_WIDGET (self->reader));
  if (text != NULL)
    gtk_widget_grab_focus (text);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->reader), GTK_DIR_TAB_FORWARD);
}

/**
 * np_story_page_set_title_buttons:
 * @self: a page
 * @first: whether it is the first pane that is visible
 * @layout: (nullable): which of the window's buttons; `NULL` for all
 *
 * Shows what the header bar needs in this case: the window's buttons, the way back.
 */
void
np_story_page_set_title_buttons (NpStoryPage *self, gboolean first, const char *layout)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self));

  adw_header_bar_set_decoration_layout (self->header, layout);
  adw_header_bar_set_show_start_title_buttons (self->header, first);
  gtk_widget_set_visible (self->back, first);
  show_buttons (self);
}
