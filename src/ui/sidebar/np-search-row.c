#include "ui/sidebar/np-search-row.h"

#include "base/np-text.h"
#include "ui/np-format.h"

#include <glib/gi18n.h>

struct _NpSearchRow
{
  GtkListBoxRow parent_instance;
  GtkStack *stack;
  GtkWidget *label;
  GtkWidget *entry;
  GtkLabel *count;
  char *id;
  gboolean editing;
};

G_DEFINE_FINAL_TYPE (NpSearchRow, np_search_row, GTK_TYPE_LIST_BOX_ROW)

static guint named_signal;

static void
end_edit (NpSearchRow *self)
{
  if (!self->editing)
    return;
  self->editing = FALSE;
  gtk_stack_set_visible_child (self->stack, self->label);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
entry_activate_cb (NpSearchRow *self)
{
  g_autofree char *name = np_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  end_edit (self);
  if (*name != '\0' && !g_str_equal (name, gtk_label_get_label (GTK_LABEL (self->label))))
    g_signal_emit (self, named_signal, 0, name);
}

static gboolean
entry_key_cb (NpSearchRow *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_edit (self);
  return GDK_EVENT_STOP;
}

static void
entry_leave_cb (NpSearchRow *self)
{
  /* The window losing the focus, or the entry's own menu, is no end of typing. */
  if (!gtk_widget_is_focus (gtk_widget_get_first_child (self->entry)))
    end_edit (self);
}

static void
np_search_row_finalize (GObject *object)
{
  g_free (NP_SEARCH_ROW (object)->id);
  G_OBJECT_CLASS (np_search_row_parent_class)->finalize (object);
}

static void
np_search_row_class_init (NpSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = np_search_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/sidebar/np-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NpSearchRow, stack);
  gtk_widget_class_bind_template_child (widget_class, NpSearchRow, label);
  gtk_widget_class_bind_template_child (widget_class, NpSearchRow, entry);
  gtk_widget_class_bind_template_child (widget_class, NpSearchRow, count);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_leave_cb);
  named_signal =
      g_signal_new ("named", NP_TYPE_SEARCH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
np_search_row_init (NpSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_search_row_new:
 * @search: a search that is kept
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
np_search_row_new (const NpSearch *search)
{
  NpSearchRow *self = g_object_new (NP_TYPE_SEARCH_ROW, NULL);

  self->id = g_strdup (search->id);
  gtk_label_set_label (GTK_LABEL (self->label), search->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), search->text);
  np_search_row_set_count (self, 0);
  return GTK_WIDGET (self);
}

/**
 * np_search_row_get_id:
 * @self: a row
 *
 * Returns: the id of its search
 */
const char *
np_search_row_get_id (NpSearchRow *self)
{
  g_return_val_if_fail (NP_IS_SEARCH_ROW (self), NULL);

  return self->id;
}

/**
 * np_search_row_set_count:
 * @self: a row
 * @count: how many stories its search finds
 *
 * Shows the number.
 */
void
np_search_row_set_count (NpSearchRow *self, guint count)
{
  g_autofree char *number = count > 0 ? g_strdup_printf ("%'u", count) : g_strdup ("");
  g_autofree char *stories = np_format_stories (count), *words = NULL;

  g_return_if_fail (NP_IS_SEARCH_ROW (self));

  gtk_label_set_label (self->count, number);
  words = g_strdup_printf ("%s, %s", gtk_label_get_label (GTK_LABEL (self->label)), stories);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * np_search_row_edit:
 * @self: a row
 *
 * Lets the user type another name in place. Enter takes it; Escape and going elsewhere leave all as it was.
 */
void
np_search_row_edit (NpSearchRow *self)
{
  g_return_if_fail (NP_IS_SEARCH_ROW (self));

  self->editing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_label_get_label (GTK_LABEL (self->label)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the search"),
                                  -1);
  gtk_stack_set_visible_child (self->stack, self->entry);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
