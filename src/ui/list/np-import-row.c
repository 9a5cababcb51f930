#include "ui/list/np-import-row.h"

#include "base/np-uri.h"
#include "library/np-words.h"
#include "ui/reader/np-wrap-layout.h"

#include <glib/gi18n.h>

struct _NpImportRow
{
  GtkListBoxRow parent_instance;
  GtkSpinner *spinner;
  GtkWidget *sign;
  GtkLabel *title;
  GtkWidget *close;
  GtkLabel *step;
  GtkProgressBar *progress;
  GtkWidget *buttons;
  GtkWidget *open;
  GtkWidget *again;
  NpLibrary *library;
  NpImport *import;
};

G_DEFINE_FINAL_TYPE (NpImportRow, np_import_row, GTK_TYPE_LIST_BOX_ROW)

static void
close_cb (NpImportRow *self)
{
  if (np_import_is_running (self->import))
    np_import_cancel (self->import);
  else
    np_library_forget_import (self->library, self->import);
}

static void
again_cb (NpImportRow *self)
{
  np_library_import_again (self->library, self->import);
}

static void
open_cb (NpImportRow *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), np_import_get_source (self->import),
                GDK_CURRENT_TIME);
}

static void
paste_cb (NpImportRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.paste", NULL);
  np_library_forget_import (self->library, self->import);
}

static void
np_import_row_dispose (GObject *object)
{
  NpImportRow *self = NP_IMPORT_ROW (object);

  g_clear_object (&self->import);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_import_row_parent_class)->dispose (object);
}

static void
np_import_row_class_init (NpImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_import_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/list/np-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NpImportRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, NpImportRow, sign);
  gtk_widget_class_bind_template_child (widget_class, NpImportRow, title);
  gtk_widget_class_bind_template_child (widget_class, NpImportRow, close);
  gtk_widget_class_bind_template_child (widget_class, NpImportRow, step);
  gtk_widget_class_bind_template_child (widget_class, NpImportRow, progress);
  gtk_widget_class_bind_template_child (widget_class, NpImportRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, NpImportRow, open);
  gtk_widget_class_bind_template_child (widget_class, NpImportRow, again);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
}

static void
np_import_row_init (NpImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, np_wrap_layout_new (4));
}

static const char *
words_for_step (NpImportStep step)
{
  switch (step)
    {
    case NP_IMPORT_WAITING:
      return g_network_monitor_get_network_available (g_network_monitor_get_default ()) ? _ ("Waiting")
                                                                                        : _ ("Waiting for a network");
    case NP_IMPORT_FETCHING:
      return _ ("Fetching the page");
    case NP_IMPORT_READING:
      return _ ("Reading the page");
    case NP_IMPORT_PHOTOS:
      return _ ("Fetching the photos");
    case NP_IMPORT_SAVING:
      return _ ("Saving");
    case NP_IMPORT_DONE:
      return _ ("Saved");
    case NP_IMPORT_ALREADY:
      return _ ("Already saved");
    case NP_IMPORT_UPDATED:
      return _ ("New version saved");
    case NP_IMPORT_UNCHANGED:
      return _ ("No new version");
    case NP_IMPORT_FAILED:
      return _ ("Not saved");
    case NP_IMPORT_CANCELLED:
      return _ ("Cancelled");
    }
  g_return_val_if_reached ("");
}

static char *
dup_step (NpImportRow *self)
{
  const GError *error = np_import_get_error (self->import);
  g_autofree char *what = NULL, *next = NULL;

  if (np_import_get_step (self->import) != NP_IMPORT_FAILED || error == NULL)
    return g_strdup (words_for_step (np_import_get_step (self->import)));
  what = np_words_for_error (error);
  next = np_words_for_next_step (error);
  return next != NULL ? g_strdup_printf ("%s. %s", what, next) : g_strdup (what);
}

static void
update (NpImportRow *self)
{
  gboolean running = np_import_is_running (self->import);
  gboolean failed = np_import_get_step (self->import) == NP_IMPORT_FAILED;
  double progress = np_import_get_progress (self->import);
  g_autofree char *step = dup_step (self), *label = NULL;
  const char *close = running ? _ ("Cancel") : _ ("Dismiss");

  gtk_label_set_label (self->title, np_import_get_title (self->import));
  gtk_label_set_label (self->step, step);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->step), failed && np_import_get_error (self->import) != NULL
                                                            ? np_import_get_error (self->import)->message
                                                            : NULL);
  gtk_spinner_set_spinning (self->spinner, running);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), running);
  gtk_widget_set_visible (self->sign, failed);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
  if (progress >= 0)
    gtk_progress_bar_set_fraction (self->progress, CLAMP (progress, 0, 1));
  else
    gtk_progress_bar_pulse (self->progress);
  gtk_widget_set_visible (self->buttons, failed);
  gtk_widget_set_visible (self->open, np_uri_is_web (np_import_get_source (self->import)));
  gtk_widget_set_tooltip_text (self->close, close);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL, close, -1);
  label = g_strdup_printf ("%s, %s", np_import_get_title (self->import), step);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * np_import_row_new:
 * @library: the library that imports
 * @import: the import
 *
 * Returns: (transfer floating): a row that follows @import
 */
GtkWidget *
np_import_row_new (NpLibrary *library, NpImport *import)
{
  NpImportRow *self = g_object_new (NP_TYPE_IMPORT_ROW, NULL);

  self->library = g_object_ref (library);
  self->import = g_object_ref (import);
  g_signal_connect_object (import, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
