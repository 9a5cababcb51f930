#include "ui/sidebar/np-sidebar-row.h"

#include "base/np-text.h"
#include "ui/np-format.h"
#include "ui/np-row-label.h"
#include "ui/topics/np-topic-color.h"

#include <glib/gi18n.h>

/* How far a topic stands to the right of the one it is in. */
#define INDENT 14

struct _NpSidebarRow
{
  GtkWidget parent_instance;
  GtkWidget *expander;
  GtkWidget *icon;
  GtkWidget *dot;
  GtkWidget *stack;
  GtkWidget *label;
  GtkWidget *entry; /* (nullable) made when a name is typed: most rows never have one */
  GtkWidget *count;
  GtkWidget *add; /* (nullable) of the heading alone */
  GtkTreeListRow *row;
  NpSidebarItem *item;
  gulong changed_id;
  gboolean editing;
};

G_DEFINE_FINAL_TYPE (NpSidebarRow, np_sidebar_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TOGGLE,
  SIGNAL_NAMED,
  SIGNAL_NEW_TOPIC,
  SIGNAL_EDIT_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void update (NpSidebarRow *self);

static void
expander_clicked_cb (NpSidebarRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLE], 0);
}

static void
add_clicked_cb (NpSidebarRow *self)
{
  g_signal_emit (self, signals[SIGNAL_NEW_TOPIC], 0);
}

static void
end_edit (NpSidebarRow *self)
{
  if (!self->editing)
    return;
  self->editing = FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->label);
  update (self);
  g_signal_emit (self, signals[SIGNAL_EDIT_ENDED], 0);
}

static void
entry_activate_cb (NpSidebarRow *self)
{
  g_autofree char *name = np_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (NpSidebarRow) alive = g_object_ref (self);

  if (*name != '\0')
    g_signal_emit (self, signals[SIGNAL_NAMED], 0, name);
  end_edit (self);
}

static gboolean
entry_key_cb (NpSidebarRow *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_edit (self);
  return GDK_EVENT_STOP;
}

static void
entry_leave_cb (NpSidebarRow *self)
{
  /* The window losing the focus, or the entry's own menu, is no end of typing. */
  if (gtk_widget_is_focus (gtk_widget_get_first_child (self->entry)))
    return;
  end_edit (self);
}

static void
make_entry (NpSidebarRow *self)
{
  GtkEventController *key = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 200);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (entry_key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_leave_cb), self);
  gtk_widget_add_controller (self->entry, key);
  gtk_widget_add_controller (self->entry, focus);
  gtk_stack_add_child (GTK_STACK (self->stack), self->entry);
}

static void
make_add (NpSidebarRow *self)
{
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->add, _ ("New Topic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New Topic"), -1);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "circular");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

static void
np_sidebar_row_dispose (GObject *object)
{
  NpSidebarRow *self = NP_SIDEBAR_ROW (object);

  np_sidebar_row_unbind (self);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  G_OBJECT_CLASS (np_sidebar_row_parent_class)->dispose (object);
}

static void
np_sidebar_row_class_init (NpSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_sidebar_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/sidebar/np-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NpSidebarRow, expander);
  gtk_widget_class_bind_template_child (widget_class, NpSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, NpSidebarRow, dot);
  gtk_widget_class_bind_template_child (widget_class, NpSidebarRow, stack);
  gtk_widget_class_bind_template_child (widget_class, NpSidebarRow, label);
  gtk_widget_class_bind_template_child (widget_class, NpSidebarRow, count);
  gtk_widget_class_bind_template_callback (widget_class, expander_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "npsidebarrow");
  signals[SIGNAL_TOGGLE] =
      g_signal_new ("toggle", NP_TYPE_SIDEBAR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NAMED] = g_signal_new ("named", NP_TYPE_SIDEBAR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_NEW_TOPIC] =
      g_signal_new ("new-topic", NP_TYPE_SIDEBAR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EDIT_ENDED] =
      g_signal_new ("edit-ended", NP_TYPE_SIDEBAR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_sidebar_row_init (NpSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_sidebar_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
np_sidebar_row_new (void)
{
  return g_object_new (NP_TYPE_SIDEBAR_ROW, NULL);
}

static void
describe (NpSidebarRow *self, gboolean has_children)
{
  const char *name = np_sidebar_item_get_name (self->item);
  guint count = np_sidebar_item_get_count (self->item);
  g_autofree char *stories = np_format_stories (count), *words = NULL;

  words = np_sidebar_item_get_kind (self->item) == NP_SIDEBAR_HEADING ? g_strdup (name)
                                                                      : g_strdup_printf ("%s, %s", name, stories);
  np_row_label_set (GTK_WIDGET (self), words);
  if (has_children)
    np_row_label_set_expanded (GTK_WIDGET (self), np_sidebar_item_get_expanded (self->item));
  /* Where nothing is inside it takes its place, and nobody is to hear of it. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_STATE_HIDDEN, !has_children, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  np_sidebar_item_get_expanded (self->item) ? _ ("Close topic") : _ ("Open topic"), -1);
}

static void
update (NpSidebarRow *self)
{
  NpSidebarKind kind = np_sidebar_item_get_kind (self->item);
  GListStore *children = np_sidebar_item_get_children (self->item);
  gboolean has_children = children != NULL && g_list_model_get_n_items (G_LIST_MODEL (children)) > 0;
  guint count = np_sidebar_item_get_count (self->item);
  g_autofree char *number = count > 0 ? g_strdup_printf ("%'u", count) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (self->label), np_sidebar_item_get_name (self->item));
  gtk_label_set_label (GTK_LABEL (self->count), number);
  gtk_widget_set_visible (self->count, count > 0 && kind != NP_SIDEBAR_HEADING && !self->editing);
  gtk_widget_set_visible (self->icon, kind == NP_SIDEBAR_PLACE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), np_sidebar_item_get_icon (self->item));
  gtk_widget_set_visible (self->dot, kind == NP_SIDEBAR_TOPIC);
  np_topic_color_apply (self->dot, np_sidebar_item_get_color (self->item));
  if (self->add == NULL && kind == NP_SIDEBAR_HEADING)
    make_add (self);
  if (self->add != NULL)
    gtk_widget_set_visible (self->add, kind == NP_SIDEBAR_HEADING);
  gtk_widget_set_visible (self->expander, kind == NP_SIDEBAR_TOPIC);
  /* Kept in the layout of a leaf, so that names stand under names. */
  gtk_widget_set_opacity (self->expander, has_children ? 1 : 0);
  gtk_widget_set_can_target (self->expander, has_children);
  gtk_button_set_icon_name (GTK_BUTTON (self->expander),
                            np_sidebar_item_get_expanded (self->item) ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_margin_start (GTK_WIDGET (self),
                               kind == NP_SIDEBAR_TOPIC ? (int) gtk_tree_list_row_get_depth (self->row) * INDENT : 0);
  if (kind == NP_SIDEBAR_HEADING)
    gtk_widget_add_css_class (self->label, "heading");
  else
    gtk_widget_remove_css_class (self->label, "heading");
  describe (self, has_children);
}

/**
 * np_sidebar_row_bind:
 * @self: a row
 * @row: a row of the model, its item an #NpSidebarItem
 *
 * Shows @row and follows it.
 */
void
np_sidebar_row_bind (NpSidebarRow *self, GtkTreeListRow *row)
{
  g_return_if_fail (NP_IS_SIDEBAR_ROW (self) && GTK_IS_TREE_LIST_ROW (row));

  np_sidebar_row_unbind (self);
  self->row = g_object_ref (row);
  self->item = NP_SIDEBAR_ITEM (gtk_tree_list_row_get_item (row));
  self->changed_id = g_signal_connect_swapped (self->item, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * np_sidebar_row_unbind:
 * @self: a row
 *
 * Lets go of what it shows.
 */
void
np_sidebar_row_unbind (NpSidebarRow *self)
{
  g_return_if_fail (NP_IS_SIDEBAR_ROW (self));

  if (self->item == NULL)
    return;
  end_edit (self);
  g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->row);
}

/**
 * np_sidebar_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
NpSidebarItem *
np_sidebar_row_get_item (NpSidebarRow *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ROW (self), NULL);

  return self->item;
}

/**
 * np_sidebar_row_get_row:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the row of the model that it shows
 */
GtkTreeListRow *
np_sidebar_row_get_row (NpSidebarRow *self)
{
  g_return_val_if_fail (NP_IS_SIDEBAR_ROW (self), NULL);

  return self->row;
}

/**
 * np_sidebar_row_edit:
 * @self: a row that shows a topic or the heading
 * @text: what stands in the entry at first
 *
 * Lets the user type a name in place. Enter takes it; Escape and going elsewhere leave all as it was.
 */
void
np_sidebar_row_edit (NpSidebarRow *self, const char *text)
{
  gboolean heading;

  g_return_if_fail (NP_IS_SIDEBAR_ROW (self) && self->item != NULL && text != NULL);

  heading = np_sidebar_item_get_kind (self->item) == NP_SIDEBAR_HEADING;
  if (self->entry == NULL)
    make_entry (self);
  self->editing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), heading ? _ ("Name of the new topic") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading ? _ ("Name of the new topic") : _ ("Name of the topic"), -1);
  gtk_widget_set_visible (self->count, FALSE);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->entry);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
