#include "ui/sidebar/np-sidebar-rows.h"

#include "ui/sidebar/np-sidebar-dnd.h"
#include "ui/sidebar/np-sidebar-menu.h"

/* Rows that are kept for the next time: as many as a view has at once. */
#define MAX_SPARE 256

struct _NpSidebarRows
{
  GObject parent_instance;
  NpLibrary *library;
  NpChanger *changer;
  NpSidebarSelection *selection;
  GtkListItemFactory *factory;
  GHashTable *live; /* set of NpSidebarRow that show something now; not owned */
  GPtrArray *spare; /* of NpSidebarRow: a view drops its rows when others come, and a row takes long to make */
};

G_DEFINE_FINAL_TYPE (NpSidebarRows, np_sidebar_rows, G_TYPE_OBJECT)

static guint made_signal;

static void
np_sidebar_rows_finalize (GObject *object)
{
  NpSidebarRows *self = NP_SIDEBAR_ROWS (object);

  g_ptr_array_unref (self->spare);
  g_clear_object (&self->factory);
  g_clear_object (&self->selection);
  g_clear_object (&self->changer);
  g_clear_object (&self->library);
  g_hash_table_unref (self->live);
  G_OBJECT_CLASS (np_sidebar_rows_parent_class)->finalize (object);
}

static void
np_sidebar_rows_class_init (NpSidebarRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_sidebar_rows_finalize;
  made_signal = g_signal_new ("made", NP_TYPE_SIDEBAR_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              NP_TYPE_SIDEBAR_ROW);
}

static void
np_sidebar_rows_init (NpSidebarRows *self)
{
  self->live = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
popup_menu (NpSidebarRow *row, double x, double y)
{
  NpSidebarRows *self = g_object_get_data (G_OBJECT (row), "np-rows");

  np_sidebar_menu_popup (row, self->library, self->selection, x, y);
}

static gboolean
press_cb (GtkGestureClick *gesture, int n_press, double x, double y, NpSidebarRow *row)
{
  NpSidebarItem *item = np_sidebar_row_get_item (row);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (item == NULL)
    return FALSE;
  if (button == GDK_BUTTON_SECONDARY)
    popup_menu (row, x, y);
  else if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return FALSE; /* the selection grows, nothing is shown */
  else if (button == GDK_BUTTON_PRIMARY && n_press == 1 && np_sidebar_item_get_kind (item) != NP_SIDEBAR_HEADING)
    gtk_widget_activate_action (GTK_WIDGET (row), "sidebar.activate", NULL);
  else if (n_press == 2 && np_sidebar_item_get_kind (item) == NP_SIDEBAR_TOPIC)
    gtk_widget_activate_action (GTK_WIDGET (row), "sidebar.rename", "s", np_sidebar_item_get_key (item));
  return TRUE;
}

static void
long_press_cb (GtkGestureLongPress *gesture, double x, double y, NpSidebarRow *row)
{
  NpSidebarItem *item = np_sidebar_row_get_item (row);

  if (item == NULL)
    return;
  /* Or the finger presses the row when it is lifted. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (row, x, y);
}

static void
add_gestures (NpSidebarRow *row)
{
  GtkGesture *click = gtk_gesture_click_new (), *menu = gtk_gesture_click_new (),
             *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "released", G_CALLBACK (press_cb), row);
  g_signal_connect (menu, "pressed", G_CALLBACK (press_cb), row);
  g_signal_connect (press, "pressed", G_CALLBACK (long_press_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (press));
}

static GtkWidget *
make_row (NpSidebarRows *self)
{
  GtkWidget *row = g_object_ref_sink (np_sidebar_row_new ());

  g_object_set_data (G_OBJECT (row), "np-rows", self); /* which outlives it */
  g_signal_emit (self, made_signal, 0, row);
  add_gestures (NP_SIDEBAR_ROW (row));
  np_sidebar_dnd_attach (NP_SIDEBAR_ROW (row), self->library, self->changer, self->selection);
  return row;
}

static void
setup_cb (NpSidebarRows *self, GtkListItem *item)
{
  GtkWidget *row =
      self->spare->len > 0 ? g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1) : make_row (self);

  gtk_list_item_set_child (item, row);
  g_object_set_data (G_OBJECT (item), "np-row", row);
}

/* The item may have let go of its child by now. */
static void
teardown_cb (NpSidebarRows *self, GtkListItem *item)
{
  GtkWidget *row = g_object_steal_data (G_OBJECT (item), "np-row");

  gtk_list_item_set_child (item, NULL);
  if (row != NULL && gtk_widget_get_parent (row) == NULL && self->spare->len < MAX_SPARE)
    g_ptr_array_add (self->spare, g_steal_pointer (&row));
  g_clear_object (&row);
}

static void
bind_cb (NpSidebarRows *self, GtkListItem *item)
{
  NpSidebarRow *row = NP_SIDEBAR_ROW (gtk_list_item_get_child (item));
  gboolean heading;

  np_sidebar_row_bind (row, gtk_list_item_get_item (item));
  g_hash_table_add (self->live, row);
  heading = np_sidebar_item_get_kind (np_sidebar_row_get_item (row)) == NP_SIDEBAR_HEADING;
  gtk_list_item_set_selectable (item, !heading);
  gtk_list_item_set_activatable (item, !heading);
}

static void
unbind_cb (NpSidebarRows *self, GtkListItem *item)
{
  NpSidebarRow *row = NP_SIDEBAR_ROW (gtk_list_item_get_child (item));

  g_hash_table_remove (self->live, row);
  np_sidebar_row_unbind (row);
}

/**
 * np_sidebar_rows_new:
 * @library: whose topics the rows show
 * @changer: does what a drop means
 * @selection: what is selected of them
 *
 * Returns: (transfer full): what makes rows; it has to outlive them
 */
NpSidebarRows *
np_sidebar_rows_new (NpLibrary *library, NpChanger *changer, NpSidebarSelection *selection)
{
  NpSidebarRows *self = g_object_new (NP_TYPE_SIDEBAR_ROWS, NULL);

  self->library = g_object_ref (library);
  self->changer = g_object_ref (changer);
  self->selection = g_object_ref (selection);
  self->factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (self->factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->factory, "teardown", G_CALLBACK (teardown_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * np_sidebar_rows_get_factory:
 * @self: the rows
 *
 * Returns: (transfer none): the factory for a list view
 */
GtkListItemFactory *
np_sidebar_rows_get_factory (NpSidebarRows *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ROWS (self), NULL);

  return self->factory;
}

/**
 * np_sidebar_rows_get_selection:
 * @self: the rows
 *
 * Returns: (transfer none): what is selected of them
 */
NpSidebarSelection *
np_sidebar_rows_get_selection (NpSidebarRows *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ROWS (self), NULL);

  return self->selection;
}

/**
 * np_sidebar_rows_find:
 * @self: the rows
 * @kind: what the row shows
 * @key: (nullable): key of its topic
 *
 * Returns: (transfer none) (nullable): the row; `NULL` when it is scrolled away
 */
NpSidebarRow *
np_sidebar_rows_find (NpSidebarRows *self, NpSidebarKind kind, const char *key)
{
  GHashTableIter iter;
  gpointer row;

  g_return_val_if_fail (NP_IS_SIDEBAR_ROWS (self), NULL);

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      NpSidebarItem *item = np_sidebar_row_get_item (row);

      if (np_sidebar_item_get_kind (item) == kind && g_strcmp0 (np_sidebar_item_get_key (item), key) == 0)
        return row;
    }
  return NULL;
}

/**
 * np_sidebar_rows_find_focused:
 * @list: the list that shows the rows, in a window
 *
 * Returns: (transfer none) (nullable): the row that has the keyboard focus, itself or a button in it, if it is one of
 *   this list
 */
NpSidebarRow *
np_sidebar_rows_find_focused (GtkWidget *list)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (GTK_IS_BUTTON (focus))
    child = gtk_widget_get_ancestor (focus, NP_TYPE_SIDEBAR_ROW);
  return child != NULL && NP_IS_SIDEBAR_ROW (child) && gtk_widget_is_ancestor (child, list) ? NP_SIDEBAR_ROW (child)
                                                                                            : NULL;
}
