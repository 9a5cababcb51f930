#include "ui/story/np-story-page.h"

#include "ui/list/np-story-menu.h"
#include "ui/np-drag.h"
#include "ui/reader/np-reader-corrector.h"
#include "ui/reader/np-reader.h"
#include "ui/story/np-story-actions.h"
#include "ui/topics/np-topic-chooser.h"

#include <glib/gi18n.h>

struct _NpStoryPage
{
  GtkWidget parent_instance;
  AdwHeaderBar *header;
  GtkWidget *back;
  GtkButton *star;
  GtkWidget *archive;
  GtkMenuButton *topics;
  NpTopicChooser *chooser;
  GtkMenuButton *menu;
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
static gboolean
accept_cb (NpStoryPage *self, GdkDrop *drop)
{
  return self->stories->len > 0 && np_story_page_get_instead (self) == NULL
         && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), NP_TYPE_TOPIC_DRAG);
}

static GdkDragAction
enter_cb (NpStoryPage *self, double x, double y, GtkDropTarget *target)
{
  NpTopicDrag *drag = np_drag_get_topics (gtk_drop_target_get_current_drop (target));

  if (drag == NULL || self->library == NULL || !np_library_is_writable (self->library, NULL)
      || !np_topic_drag_adds_to (drag, self->stories))
    return 0;
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "drop-onto");
  return GDK_ACTION_COPY;
}

static void
leave_cb (NpStoryPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->stack), "drop-onto");
}

static gboolean
drop_cb (NpStoryPage *self, const GValue *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  leave_cb (self);
  for (guint i = 0; i < self->stories->len; i++)
    g_strv_builder_add (builder, np_story_get_id (self->stories->pdata[i]));
  ids = g_strv_builder_end (builder);
  np_changer_do (self->changer, np_topic_drag_new_change (g_value_get_object (value), (const char *const *) ids));
  return TRUE;
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
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, star);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, archive);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, topics);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, NpStoryPage, menu);
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

static void
np_story_page_init (NpStoryPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (NP_TYPE_TOPIC_DRAG, GDK_ACTION_COPY);

  self->stories = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before the text view, which takes all text that is dropped, and then does nothing with it. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
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
  adw_header_bar_pack_end (self->header, np_reader_new_style_button (self->reader));
  np_topic_chooser_set_library (self->chooser, library);
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

/**
 * np_story_page_set_meant:
 * @self: a page
 * @stories: (element-type NpStory): what the buttons are about from now on
 * @many: whether several stories are selected, so that none is shown
 */
void
np_story_page_set_meant (NpStoryPage *self, GPtrArray *stories, gboolean many)
{
  g_autoptr (GMenuModel) menu = NULL;
  NpStory *first = stories->len > 0 ? stories->pdata[0] : NULL;

  g_return_if_fail (NP_IS_STORY_PAGE (self));

  g_ptr_array_unref (self->stories);
  self->stories = g_ptr_array_ref (stories);
  menu = make_menu (stories);
  gtk_menu_button_set_menu_model (self->menu, menu);
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

/**
 * np_story_page_show_instead:
 * @self: a page
 * @widget: (nullable): what to show in the place of the story; `NULL` for the story
 */
void
np_story_page_show_instead (NpStoryPage *self, GtkWidget *widget)
{
  g_return_if_fail (NP_IS_STORY_PAGE (self));

  self->instead = widget;
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
  /* No room for it; it is in the menu too. */
  gtk_widget_set_visible (self->archive, !first);
}
