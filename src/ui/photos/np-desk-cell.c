#include "ui/photos/np-desk-cell.h"

#include <glib/gi18n.h>

#define SIZE 180

struct _NpDeskCell
{
  GtkWidget parent_instance;
  NpLibrary *library;
  NpThumbnails *thumbnails;
  GtkWidget *picture;
  GtkWidget *caption;
  GtkWidget *credit;
  GCancellable *loading; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NpDeskCell, np_desk_cell, GTK_TYPE_WIDGET)

static void
np_desk_cell_dispose (GObject *object)
{
  NpDeskCell *self = NP_DESK_CELL (object);
  GtkWidget *child;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->thumbnails);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_desk_cell_parent_class)->dispose (object);
}

static void
np_desk_cell_class_init (NpDeskCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_desk_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_label (NpDeskCell *self, int lines, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
np_desk_cell_init (NpDeskCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_size_request (self->picture, SIZE, SIZE * 2 / 3);
  gtk_widget_add_css_class (self->picture, "np-thumbnail");
  gtk_widget_set_overflow (self->picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  self->caption = add_label (self, 2, "caption");
  self->credit = add_label (self, 1, "dim-label");
  gtk_widget_add_css_class (self->credit, "caption");
}

/**
 * np_desk_cell_new:
 * @library: where photos are
 * @thumbnails: what makes them small
 *
 * Returns: (transfer floating): a cell that shows nothing yet
 */
GtkWidget *
np_desk_cell_new (NpLibrary *library, NpThumbnails *thumbnails)
{
  NpDeskCell *self = g_object_new (NP_TYPE_DESK_CELL, NULL);

  self->library = g_object_ref (library);
  self->thumbnails = g_object_ref (thumbnails);
  return GTK_WIDGET (self);
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpDeskCell) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPaintable) picture = np_thumbnails_load_finish (NP_THUMBNAILS (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), picture);
}

static void
show_picture (NpDeskCell *self, const char *file)
{
  GdkPaintable *picture = np_thumbnails_get (self->thumbnails, file);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), picture);
  if (picture != NULL)
    return;
  self->loading = g_cancellable_new ();
  np_thumbnails_load_async (self->thumbnails, file, SIZE * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                            self->loading, on_loaded, g_object_ref (self));
}

/**
 * np_desk_cell_show:
 * @self: a cell
 * @photo: what it shows from now on
 */
void
np_desk_cell_show (NpDeskCell *self, NpDeskPhoto *photo)
{
  g_autofree char *caption = NULL, *file = NULL, *credit = NULL;

  g_return_if_fail (NP_IS_DESK_CELL (self) && NP_IS_DESK_PHOTO (photo));

  caption = np_desk_photo_dup_caption (photo);
  credit = np_desk_photo_dup_credit (photo);
  file = np_library_get_file (self->library, np_desk_photo_get_file (photo));
  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  gtk_label_set_label (GTK_LABEL (self->credit), credit != NULL ? credit : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *caption != '\0' ? caption : _ ("Photo"), -1);
  show_picture (self, file);
}
