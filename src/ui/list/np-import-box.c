#include "ui/list/np-import-box.h"

#include "ui/list/np-import-row.h"

#include <glib/gi18n.h>

/* More than this scrolls, so that the list stays in view. */
#define MAX_HEIGHT 260

struct _NpImportBox
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkListBox *list;
  NpLibrary *library;
};

G_DEFINE_FINAL_TYPE (NpImportBox, np_import_box, GTK_TYPE_WIDGET)

static guint saved_signal;

static void
np_import_box_dispose (GObject *object)
{
  NpImportBox *self = NP_IMPORT_BOX (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_import_box_parent_class)->dispose (object);
}

static GtkSizeRequestMode
np_import_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As high as the rows are in this width, up to a limit. The scrolled window itself does not ask for a width, and would
 * cut the last row when words wrap. */
static void
np_import_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  NpImportBox *self = NP_IMPORT_BOX (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }
  gtk_widget_measure (GTK_WIDGET (self->list), orientation, for_size, NULL, natural, NULL, NULL);
  *natural = MIN (*natural, MAX_HEIGHT);
  *minimum = *natural;
}

static void
np_import_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (NP_IMPORT_BOX (widget)->scroller, width, height, baseline, NULL);
}

static void
np_import_box_class_init (NpImportBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_import_box_dispose;
  widget_class->get_request_mode = np_import_box_get_request_mode;
  widget_class->measure = np_import_box_measure;
  widget_class->size_allocate = np_import_box_size_allocate;
  saved_signal = g_signal_new ("saved", NP_TYPE_IMPORT_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                               G_TYPE_STRING, G_TYPE_STRING, NP_TYPE_IMPORT_STEP, G_TYPE_BOOLEAN);
}

static void
np_import_box_init (NpImportBox *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "np-imports");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Stories being saved"),
                                  -1);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (scroller, GTK_WIDGET (self->list));
  self->scroller = GTK_WIDGET (scroller);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
has_running (NpImportBox *self, NpImport *but)
{
  GListModel *imports = np_library_get_imports (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr (NpImport) import = g_list_model_get_item (imports, i);

      if (import != but && np_import_is_running (import))
        return TRUE;
    }
  return FALSE;
}

/* Not in the middle of the notification that it ended: the row goes with it. */
static gboolean
forget_cb (gpointer user_data)
{
  NpImport *import = user_data;
  NpLibrary *library = g_object_get_data (G_OBJECT (import), "np-library");

  np_library_forget_import (library, import);
  return G_SOURCE_REMOVE;
}

static void
forget_soon (NpImportBox *self, NpImport *import)
{
  g_object_set_data_full (G_OBJECT (import), "np-library", g_object_ref (self->library), g_object_unref);
  g_idle_add_full (G_PRIORITY_DEFAULT, forget_cb, g_object_ref (import), g_object_unref);
}

static void
step_cb (NpImportBox *self, GParamSpec *pspec, NpImport *import)
{
  NpImportStep step = np_import_get_step (import);

  if (np_import_is_running (import) || step == NP_IMPORT_FAILED)
    return;
  if (step != NP_IMPORT_CANCELLED && np_import_get_story_id (import) != NULL)
    g_signal_emit (self, saved_signal, 0, np_import_get_story_id (import), np_import_get_title (import), step,
                   !has_running (self, import));
  forget_soon (self, import);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  NpImportBox *self = user_data;

  return np_import_row_new (self->library, item);
}

static void
items_changed_cb (NpImportBox *self, guint position, guint removed, guint added, GListModel *imports)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (NpImport) import = g_list_model_get_item (imports, i);

      g_signal_connect_object (import, "notify::step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
      if (!np_import_is_running (import))
        step_cb (self, NULL, import);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (imports) > 0);
}

/**
 * np_import_box_set_library:
 * @self: a box without a library
 * @library: whose imports to show
 *
 * Shows the imports of @library; once.
 */
void
np_import_box_set_library (NpImportBox *self, NpLibrary *library)
{
  GListModel *imports;

  g_return_if_fail (NP_IS_IMPORT_BOX (self) && self->library == NULL);

  self->library = g_object_ref (library);
  imports = np_library_get_imports (library);
  gtk_list_box_bind_model (self->list, imports, create_row, self, NULL);
  g_signal_connect_object (imports, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (imports), imports);
}
