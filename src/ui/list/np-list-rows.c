#include "ui/list/np-list-rows.h"

#include "ui/list/np-list-sight.h"
#include "ui/list/np-story-menu.h"
#include "ui/np-drag-icon.h"
#include "ui/np-drag.h"
#include "ui/np-popup.h"

struct _NpListRows
{
  GObject parent_instance;
  NpLibrary *library;
  NpChanger *changer;
  NpStorySelection *selection;
  NpThumbnails *thumbnails;
  NpRowLook *look; /* (nullable) until there is a list */
  GtkListItemFactory *factory;
  GtkListView *list; /* not owned, as is the page that it is on */
  GtkWidget *page;
  char *topic; /* (nullable) whose list it is */
};

G_DEFINE_FINAL_TYPE (NpListRows, np_list_rows, G_TYPE_OBJECT)

enum
{
  SIGNAL_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
np_list_rows_finalize (GObject *object)
{
  NpListRows *self = NP_LIST_ROWS (object);

  g_free (self->topic);
  g_clear_object (&self->factory);
  g_clear_object (&self->thumbnails);
  g_clear_pointer (&self->look, np_row_look_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->changer);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_list_rows_parent_class)->finalize (object);
}

static void
np_list_rows_class_init (NpListRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_list_rows_finalize;
  signals[SIGNAL_PRESSED] =
      g_signal_new ("pressed", NP_TYPE_LIST_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
np_list_rows_init (NpListRows *self)
{
  self->thumbnails = np_thumbnails_new ();
}

static NpStoryRow *
row_of (GtkListItem *item)
{
  return NP_STORY_ROW (gtk_list_item_get_child (item));
}

/* What an action on the row of @item is about: the whole selection when it is part of it, else it alone. */
static GPtrArray *
list_meant (NpListRows *self, GtkListItem *item)
{
  GPtrArray *one;

  if (gtk_list_item_get_selected (item))
    return np_story_selection_list (self->selection);
  one = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (one, g_object_ref (gtk_list_item_get_item (item)));
  return one;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  NpListRows *self = g_object_get_data (G_OBJECT (item), "np-list-rows");
  g_autoptr (GPtrArray) stories = NULL;

  if (gtk_list_item_get_item (item) == NULL)
    return NULL;
  stories = list_meant (self, item);
  g_object_set_data (G_OBJECT (source), "np-count", GUINT_TO_POINTER (stories->len));
  return np_drag_provide_stories (self->library, stories, self->topic);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkListItem *item)
{
  NpStory *story = gtk_list_item_get_item (item);
  const char *headline = story != NULL ? np_story_get_headline (story) : NULL;

  np_drag_icon_set (source, headline != NULL ? headline : "", NULL,
                    GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (source), "np-count")));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *item)
{
  NpListRows *self = g_object_get_data (G_OBJECT (item), "np-list-rows");
  g_autoptr (GPtrArray) stories = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  gtk_widget_remove_css_class (gtk_list_item_get_child (item), "drop-onto");
  if (gtk_list_item_get_item (item) == NULL)
    return FALSE;
  stories = list_meant (self, item);
  for (guint i = 0; i < stories->len; i++)
    g_strv_builder_add (builder, np_story_get_id (stories->pdata[i]));
  ids = g_strv_builder_end (builder);
  np_changer_do (self->changer, np_topic_drag_new_change (g_value_get_object (value), (const char *const *) ids));
  return TRUE;
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, GtkListItem *item)
{
  NpListRows *self = g_object_get_data (G_OBJECT (item), "np-list-rows");
  NpTopicDrag *drag = np_drag_get_topics (gtk_drop_target_get_current_drop (target));
  g_autoptr (GPtrArray) stories = gtk_list_item_get_item (item) != NULL ? list_meant (self, item) : NULL;

  if (drag == NULL || stories == NULL || !np_library_is_writable (self->library, NULL)
      || !np_topic_drag_adds_to (drag, stories))
    return 0;
  gtk_widget_add_css_class (gtk_list_item_get_child (item), "drop-onto");
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, GtkListItem *item)
{
  gtk_widget_remove_css_class (gtk_list_item_get_child (item), "drop-onto");
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  NpListRows *self = g_object_get_data (G_OBJECT (item), "np-list-rows");
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_signal_emit (self, signals[SIGNAL_PRESSED], 0, gtk_list_item_get_position (item));
}

static void
popup_menu (NpListRows *self, GtkWidget *row, double x, double y)
{
  g_autoptr (GPtrArray) stories = np_story_selection_list (self->selection);
  g_autoptr (GMenuModel) menu = np_story_menu_new (stories);
  GdkRectangle at;

  if (np_popup_locate (row, self->page, &at))
    np_popup_open (np_popup_new_menu (menu), self->page, &(GdkRectangle){ at.x + (int) x, at.y + (int) y, 1, 1 });
}

static void
ask_menu (NpListRows *self, GtkListItem *item, double x, double y)
{
  if (gtk_list_item_get_item (item) == NULL)
    return;
  if (!gtk_list_item_get_selected (item))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (np_story_selection_get_model (self->selection)),
                                     gtk_list_item_get_position (item), TRUE);
  popup_menu (self, GTK_WIDGET (row_of (item)), x, y);
}

static gboolean
key_pressed_cb (NpListRows *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->list)));

  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (np_story_selection_get_n (self->selection) > 0 && focus != NULL)
    popup_menu (self, focus, 24, 24);
  return GDK_EVENT_STOP;
}

/* The row that has the focus need not be selected: after a search the focus goes to a row by the keyboard. */
static void
activate_cb (NpListRows *self, guint position)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (np_story_selection_get_model (self->selection));

  if (!gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);
  g_signal_emit (self, signals[SIGNAL_PRESSED], 0, position);
}

static void
scroll_to_cb (NpListRows *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  ask_menu (g_object_get_data (G_OBJECT (item), "np-list-rows"), item, x, y);
}

static void
long_press_cb (GtkGestureLongPress *gesture, double x, double y, GtkListItem *item)
{
  /* Or the finger presses the row when it is lifted. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (g_object_get_data (G_OBJECT (item), "np-list-rows"), item, x, y);
}

static void
add_gestures (GtkWidget *row, GtkListItem *item)
{
  GtkGesture *click = gtk_gesture_click_new (), *menu = gtk_gesture_click_new (),
             *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), item);
  g_signal_connect (menu, "pressed", G_CALLBACK (secondary_cb), item);
  g_signal_connect (press, "pressed", G_CALLBACK (long_press_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));
}

static void
setup_cb (NpListRows *self, GtkListItem *item)
{
  GtkWidget *row = np_story_row_new (self->library, self->thumbnails, self->look);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (NP_TYPE_TOPIC_DRAG, GDK_ACTION_COPY);

  /* The row belongs to the item, and the item to the list, which this outlives. */
  g_object_set_data (G_OBJECT (item), "np-list-rows", self);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), item);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), item);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), item);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  add_gestures (row, item);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (NpListRows *self, GtkListItem *item)
{
  np_story_row_bind (row_of (item), gtk_list_item_get_item (item));
  np_list_sight_look_soon (self->list);
}

static void
unbind_cb (NpListRows *self, GtkListItem *item)
{
  np_story_row_unbind (row_of (item));
}

/**
 * np_list_rows_new:
 * @library: the library of the stories
 * @changer: does what a drop means
 * @selection: what is selected
 *
 * Returns: (transfer full): what makes rows; it has to outlive them
 */
NpListRows *
np_list_rows_new (NpLibrary *library, NpChanger *changer, NpStorySelection *selection)
{
  NpListRows *self = g_object_new (NP_TYPE_LIST_ROWS, NULL);

  self->library = g_object_ref (library);
  self->changer = g_object_ref (changer);
  self->selection = g_object_ref (selection);
  self->factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (self->factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * np_list_rows_set_topic:
 * @self: the rows
 * @topic: (nullable): key of the topic whose list it is: stories that are dragged come from there
 */
void
np_list_rows_set_topic (NpListRows *self, const char *topic)
{
  char *copy = g_strdup (topic);

  g_return_if_fail (NP_IS_LIST_ROWS (self));

  g_free (self->topic);
  self->topic = copy;
}

/**
 * np_list_rows_attach:
 * @self: the rows
 * @list: what shows them
 * @page: the page that @list is on; it owns @self
 *
 * Fills the list, once; answers its keys and opens its menu.
 */
void
np_list_rows_attach (NpListRows *self, GtkListView *list, GtkWidget *page)
{
  GtkEventController *keys;

  g_return_if_fail (NP_IS_LIST_ROWS (self) && self->list == NULL);

  self->list = list;
  self->page = page;
  self->look = np_row_look_new (GTK_WIDGET (list));
  np_list_sight_attach (list);
  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "scroll-to", G_CALLBACK (scroll_to_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (list, self->factory);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (np_story_selection_get_model (self->selection)));
}
