#include "ui/photos/np-photo-viewer.h"

#include "ui/photos/np-photo-decode.h"
#include "ui/photos/np-photo-view.h"

#include <glib/gi18n.h>

struct _NpPhotoViewer
{
  AdwWindow parent_instance;

  NpLibrary *library;
  GPtrArray *figures; /* NpFigure whose file is there */
  guint current;
  AdwWindowTitle *title;
  NpPhotoView *view;
  GtkStack *stack; /* "photo", "missing" */
  GtkWidget *caption;
  GtkWidget *credit;
  GdkTexture *texture;   /* (nullable) */
  GCancellable *loading; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NpPhotoViewer, np_photo_viewer, ADW_TYPE_WINDOW)

static const NpFigure *
get_figure (NpPhotoViewer *self)
{
  return self->figures->pdata[self->current];
}

static void
set_label (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
update_actions (NpPhotoViewer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "photo.previous", self->current > 0);
  gtk_widget_action_set_enabled (widget, "photo.next", self->current + 1 < self->figures->len);
  gtk_widget_action_set_enabled (widget, "photo.copy", self->texture != NULL);
  gtk_widget_action_set_enabled (widget, "photo.zoom", self->texture != NULL);
}

static void
on_decoded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpPhotoViewer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = np_photo_decode_finish (result, NULL, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  g_set_object (&self->texture, texture);
  np_photo_view_set_texture (self->view, texture);
  gtk_stack_set_visible_child_name (self->stack, texture != NULL ? "photo" : "missing");
  update_actions (self);
}

static void
show_photo (NpPhotoViewer *self, guint at)
{
  const NpFigure *figure;
  g_autofree char *file = NULL, *place = NULL;
  const char *name;

  self->current = at;
  figure = get_figure (self);
  file = np_library_get_file (self->library, figure->file);
  /* Translators: which photo of how many */
  place = g_strdup_printf (_ ("%u of %u"), at + 1, self->figures->len);
  name = figure->alt != NULL ? figure->alt : figure->caption != NULL ? figure->caption : _ ("Photo");
  adw_window_title_set_subtitle (self->title, self->figures->len > 1 ? place : "");
  set_label (self->caption, figure->caption);
  set_label (self->credit, figure->credit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->texture);
  self->loading = g_cancellable_new ();
  np_photo_decode_async (file, 0, self->loading, on_decoded, g_object_ref (self));
  update_actions (self);
}

/* --- actions --- */

static void
on_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  np_photo_viewer_step (NP_PHOTO_VIEWER (widget), g_str_equal (name, "photo.next") ? 1 : -1);
}

static void
on_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int steps = g_variant_get_int32 (parameter);

  if (steps == 0)
    np_photo_view_fit (NP_PHOTO_VIEWER (widget)->view);
  else
    np_photo_view_zoom (NP_PHOTO_VIEWER (widget)->view, steps);
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), NP_PHOTO_VIEWER (widget)->texture);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpPhotoViewer) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (g_file_copy_finish (G_FILE (source), result, &error))
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("The Photo Could Not Be Saved"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_chosen (NpPhotoViewer *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) target = NULL, source = NULL;
  g_autofree char *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      file = np_library_get_file (self->library, get_figure (self)->file);
      source = g_file_new_for_path (file);
      g_file_copy_async (source, target, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL, on_copied,
                         g_object_ref (self));
    }
  g_object_unref (chooser);
}

/* The file as it came, not as it is shown. */
static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NpPhotoViewer *self = NP_PHOTO_VIEWER (widget);
  g_autofree char *base = g_path_get_basename (get_figure (self)->file);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save Photo"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), base);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- the window --- */

static GtkWidget *
make_button (const char *icon, const char *name, const char *action, int steps)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (g_str_equal (action, "photo.zoom"))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", steps);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_header (NpPhotoViewer *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (NULL, NULL));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             make_button ("go-previous-symbolic", _ ("Previous Photo"), "photo.previous", 0));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             make_button ("go-next-symbolic", _ ("Next Photo"), "photo.next", 0));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           make_button ("document-save-symbolic", _ ("Save Photo"), "photo.save", 0));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           make_button ("edit-copy-symbolic", _ ("Copy Photo"), "photo.copy", 0));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), make_button ("zoom-in-symbolic", _ ("Zoom In"), "photo.zoom", 1));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           make_button ("zoom-out-symbolic", _ ("Zoom Out"), "photo.zoom", -1));
  return header;
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 80);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_focusable (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_words (NpPhotoViewer *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->caption = make_label (NULL);
  self->credit = make_label ("dim-label");
  gtk_box_append (GTK_BOX (words), self->caption);
  gtk_box_append (GTK_BOX (words), self->credit);
  gtk_widget_add_css_class (words, "np-photo-words");
  return words;
}

static void
make_content (NpPhotoViewer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *missing = adw_status_page_new ();

  self->view = NP_PHOTO_VIEW (np_photo_view_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (missing), "image-missing-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (missing), _ ("The photo cannot be shown"));
  adw_status_page_set_description (ADW_STATUS_PAGE (missing),
                                   _ ("Its file is missing or of a kind that no program here reads."));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "photo");
  gtk_stack_add_named (self->stack, missing, "missing");
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), make_words (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
np_photo_viewer_dispose (GObject *object)
{
  NpPhotoViewer *self = NP_PHOTO_VIEWER (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->texture);
  g_clear_object (&self->library);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  G_OBJECT_CLASS (np_photo_viewer_parent_class)->dispose (object);
}

static const struct
{
  guint key;
  GdkModifierType state;
  const char *action;
  int steps;
} keys[] = {
  { GDK_KEY_plus, GDK_CONTROL_MASK, "photo.zoom", 1 },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "photo.zoom", 1 },
  { GDK_KEY_plus, 0, "photo.zoom", 1 },
  { GDK_KEY_minus, 0, "photo.zoom", -1 },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "photo.zoom", -1 },
  { GDK_KEY_0, GDK_CONTROL_MASK, "photo.zoom", 0 },
};

static void
np_photo_viewer_class_init (NpPhotoViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_photo_viewer_dispose;
  gtk_widget_class_install_action (widget_class, "photo.previous", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "photo.next", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "photo.zoom", "i", on_zoom);
  gtk_widget_class_install_action (widget_class, "photo.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "photo.save", NULL, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "photo.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "photo.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "photo.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "photo.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "photo.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state, keys[i].action, "i", keys[i].steps);
}

/* Space goes on to the next photo, and does not press the first of the buttons. */
static void
on_map (NpPhotoViewer *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
np_photo_viewer_init (NpPhotoViewer *self)
{
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) np_figure_free);
  make_content (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "np-photo-viewer");
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

/**
 * np_photo_viewer_new:
 * @parent: the window that shows them small
 * @library: where the photos are
 * @title: (nullable): what they belong to
 * @figures: (element-type NpFigure): photos
 * @figure: the number of the one to begin with
 *
 * Returns: (transfer none) (nullable): a window with those of @figures that were saved; GTK owns it. %NULL when none
 * was
 */
GtkWidget *
np_photo_viewer_new (GtkWindow *parent, NpLibrary *library, const char *title, GPtrArray *figures, guint figure)
{
  NpPhotoViewer *self;
  guint at = 0;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && figures != NULL, NULL);

  self = g_object_new (NP_TYPE_PHOTO_VIEWER, "transient-for", parent, "default-width", 1000, "default-height", 720,
                       "title", title != NULL ? title : _ ("Photos"), NULL);
  self->library = g_object_ref (library);
  for (guint i = 0; i < figures->len; i++)
    {
      const NpFigure *one = figures->pdata[i];

      if (one->file == NULL)
        continue;
      at = i <= figure ? self->figures->len : at;
      g_ptr_array_add (self->figures, np_figure_copy (one));
    }
  if (self->figures->len == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));
  show_photo (self, at);
  return GTK_WIDGET (self);
}

/**
 * np_photo_viewer_step:
 * @self: a viewer
 * @steps: how many photos on; below 0 back
 *
 * Shows another photo, where there is one.
 */
void
np_photo_viewer_step (NpPhotoViewer *self, int steps)
{
  int at;

  g_return_if_fail (NP_IS_PHOTO_VIEWER (self));

  at = CLAMP ((int) self->current + steps, 0, (int) self->figures->len - 1);
  if ((guint) at != self->current)
    show_photo (self, (guint) at);
}
