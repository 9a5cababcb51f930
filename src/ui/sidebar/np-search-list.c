#include "ui/sidebar/np-search-list.h"

#include "ui/np-popup.h"
#include "ui/sidebar/np-search-dnd.h"
#include "ui/sidebar/np-search-menu.h"
#include "ui/sidebar/np-search-row.h"
#include "ui/topics/np-rule-dialog.h"

struct _NpSearchList
{
  GtkWidget parent_instance;
  GtkWidget *heading;
  GtkListBox *list;
  NpLibrary *library;
  NpChanger *changer;
  char *chosen; /* (nullable) id of the search that is shown */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NpSearchList, np_search_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static NpSearchRow *
find_row (NpSearchList *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; id != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (np_search_row_get_id (NP_SEARCH_ROW (row)), id))
      return NP_SEARCH_ROW (row);
  return NULL;
}

static void
row_selected_cb (NpSearchList *self, GtkListBoxRow *row)
{
  const char *id = row != NULL ? np_search_row_get_id (NP_SEARCH_ROW (row)) : NULL;

  if (self->filling || id == NULL || g_strcmp0 (self->chosen, id) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->chosen);
}

static void
row_activated_cb (NpSearchList *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
named_cb (NpSearchList *self, const char *name, NpSearchRow *row)
{
  np_changer_do (self->changer, np_change_new_rename_search (np_search_row_get_id (row), name));
}

static gboolean
key_pressed_cb (NpSearchList *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  NpSearchRow *row = NP_IS_SEARCH_ROW (focus) ? NP_SEARCH_ROW (focus) : NULL;

  return row != NULL && np_search_menu_press (row, key, state);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, NpSearchRow *row)
{
  np_search_menu_popup (row, x, y);
}

static GtkWidget *
make_row (NpSearchList *self, const NpSearch *search)
{
  GtkWidget *row = np_search_row_new (search);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (row, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  np_search_dnd_attach (NP_SEARCH_ROW (row), self->changer);
  return row;
}

static void
counts_cb (NpSearchList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    np_search_row_set_count (NP_SEARCH_ROW (row),
                             np_library_get_search_count (self->library, np_search_row_get_id (NP_SEARCH_ROW (row))));
}

/* They are few: all rows are made anew, and the one that was chosen or had the focus has it again. */
static void
searches_cb (NpSearchList *self)
{
  g_autoptr (NpSearches) searches = np_library_get_searches (self->library);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gboolean focused = NP_IS_SEARCH_ROW (focus);
  g_autofree char *focus_id = focused ? g_strdup (np_search_row_get_id (NP_SEARCH_ROW (focus))) : NULL;
  NpSearchRow *row;

  self->filling = TRUE;
  while ((row = (NpSearchRow *) gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < np_searches_get_size (searches); i++)
    gtk_list_box_append (self->list, make_row (self, np_searches_get (searches, i)));
  gtk_list_box_select_row (self->list, (GtkListBoxRow *) find_row (self, self->chosen));
  row = find_row (self, focus_id);
  if (row == NULL && focused)
    row = (NpSearchRow *) gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), np_searches_get_size (searches) > 0);
  counts_cb (self);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpSearchList *self = NP_SEARCH_LIST (widget);
  NpSearchRow *row = find_row (self, g_variant_get_string (parameter, NULL));

  if (row != NULL)
    np_search_row_edit (row);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_changer_do (NP_SEARCH_LIST (widget)->changer, np_change_new_drop_search (g_variant_get_string (parameter, NULL)));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpSearchList *self = NP_SEARCH_LIST (widget);
  NpSearchRow *row = find_row (self, g_variant_get_string (parameter, NULL));
  int at = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
  int to = at + (g_str_equal (name, "search.up") ? -1 : 1);

  if (at >= 0 && to >= 0 && gtk_list_box_get_row_at_index (self->list, to) != NULL)
    np_changer_do (self->changer, np_change_new_move_search (np_search_row_get_id (row), to));
}

/* Where the search looks is said in its words: a rule looks everywhere. */
static char *
dup_rule (const NpSearch *search)
{
  GString *text = g_string_new (search->text);

  if (search->topic != NULL)
    g_string_append_printf (text, " topic:\"%s\"", search->topic);
  if (search->place == NP_PLACE_STARRED || search->place == NP_PLACE_ARCHIVE)
    g_string_append (text, search->place == NP_PLACE_STARRED ? " is:starred" : " is:archived");
  return g_string_free (text, FALSE);
}

static void
rule_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpSearchList *self = NP_SEARCH_LIST (widget);
  g_autoptr (NpSearches) searches = np_library_get_searches (self->library);
  const NpSearch *search = np_searches_find (searches, g_variant_get_string (parameter, NULL));
  g_autofree char *rule = search != NULL ? dup_rule (search) : NULL;

  if (rule != NULL)
    gtk_window_present (
        np_rule_dialog_new (widget, GTK_WINDOW (gtk_widget_get_root (widget)), self->library, NULL, rule, FALSE));
}

static void
np_search_list_dispose (GObject *object)
{
  NpSearchList *self = NP_SEARCH_LIST (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->changer);
  g_clear_object (&self->library);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (np_search_list_parent_class)->dispose (object);
}

static void
np_search_list_class_init (NpSearchListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_search_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/sidebar/np-search-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NpSearchList, heading);
  gtk_widget_class_bind_template_child (widget_class, NpSearchList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "search.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "search.up", "s", move_action);
  gtk_widget_class_install_action (widget_class, "search.down", "s", move_action);
  gtk_widget_class_install_action (widget_class, "search.rule", "s", rule_action);
  gtk_widget_class_install_action (widget_class, "search.remove", "s", remove_action);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NP_TYPE_SEARCH_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", NP_TYPE_SEARCH_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_search_list_init (NpSearchList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_search_list_set_library:
 * @self: a list without a library
 * @library: whose searches to show
 * @changer: does the changes
 *
 * Fills the list; once.
 */
void
np_search_list_set_library (NpSearchList *self, NpLibrary *library, NpChanger *changer)
{
  g_return_if_fail (NP_IS_SEARCH_LIST (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->changer = g_object_ref (changer);
  g_signal_connect_object (library, "searches-changed", G_CALLBACK (searches_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "counts-changed", G_CALLBACK (counts_cb), self, G_CONNECT_SWAPPED);
  searches_cb (self);
}

/**
 * np_search_list_get_changer:
 * @self: a list with a library
 *
 * Returns: (transfer none): what does its changes
 */
NpChanger *
np_search_list_get_changer (NpSearchList *self)
{
  g_return_val_if_fail (NP_IS_SEARCH_LIST (self), NULL);

  return self->changer;
}

/**
 * np_search_list_dup_searches:
 * @self: a list with a library
 *
 * Returns: (transfer full): the searches that are kept now
 */
NpSearches *
np_search_list_dup_searches (NpSearchList *self)
{
  g_return_val_if_fail (NP_IS_SEARCH_LIST (self) && self->library != NULL, NULL);

  return np_library_get_searches (self->library);
}

/**
 * np_search_list_get_chosen:
 * @self: a list
 *
 * Returns: (nullable): the id of the search that is shown
 */
const char *
np_search_list_get_chosen (NpSearchList *self)
{
  g_return_val_if_fail (NP_IS_SEARCH_LIST (self), NULL);

  return self->chosen;
}

/**
 * np_search_list_choose:
 * @self: a list
 * @id: (nullable): the id of a search; `NULL`: something else is shown from now on
 *
 * Selects a search without saying so; one that comes later is selected as soon as it is there.
 *
 * Returns: whether it is there
 */
gboolean
np_search_list_choose (NpSearchList *self, const char *id)
{
  NpSearchRow *row;
  g_autofree char *copy = g_strdup (id);

  g_return_val_if_fail (NP_IS_SEARCH_LIST (self), FALSE);

  g_free (self->chosen);
  self->chosen = g_steal_pointer (&copy);
  row = find_row (self, self->chosen);
  self->filling = TRUE;
  gtk_list_box_select_row (self->list, (GtkListBoxRow *) row);
  self->filling = FALSE;
  return row != NULL;
}
