#include "ui/reader/np-reader-highlight-box.h"

#include <glib/gi18n.h>

struct _NpReaderHighlightBox
{
  GtkWidget parent_instance;

  GtkWidget *colors[4];
  GtkWidget *note_button;
  GtkWidget *remove_button;
  GtkWidget *note_frame;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (NpReaderHighlightBox, np_reader_highlight_box, GTK_TYPE_WIDGET)

enum
{
  COLOR,
  NOTE,
  REMOVE,
  COPY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
name_of_color (guint i)
{
  const char *const names[] = { _ ("Yellow"), _ ("Green"), _ ("Blue"), _ ("Pink") };

  return names[i];
}

static void
on_color (NpReaderHighlightBox *self, GtkWidget *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->colors); i++)
    if (self->colors[i] == button)
      g_signal_emit (self, signals[COLOR], 0, np_highlight_list_colors ()[i]);
}

static void
on_note (NpReaderHighlightBox *self)
{
  g_signal_emit (self, signals[NOTE], 0);
}

static void
on_remove (NpReaderHighlightBox *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
on_copy (NpReaderHighlightBox *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

static GtkWidget *
make_button (NpReaderHighlightBox *self, GtkWidget *row, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkWidget *
make_row (NpReaderHighlightBox *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  for (guint i = 0; i < G_N_ELEMENTS (self->colors); i++)
    {
      self->colors[i] = make_button (self, row, NULL, name_of_color (i), G_CALLBACK (on_color));
      gtk_widget_add_css_class (self->colors[i], "np-ink");
      gtk_widget_add_css_class (self->colors[i], np_highlight_list_colors ()[i]);
    }
  self->note_button = make_button (self, row, "document-edit-symbolic", _ ("Write a note"), G_CALLBACK (on_note));
  make_button (self, row, "edit-copy-symbolic", _ ("Copy"), G_CALLBACK (on_copy));
  self->remove_button =
      make_button (self, row, "edit-clear-symbolic", _ ("Remove the highlight"), G_CALLBACK (on_remove));
  return row;
}

static GtkWidget *
make_note (NpReaderHighlightBox *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->note = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->note), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->note), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->note), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->note), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->note), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->note), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->note);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 200);
  gtk_widget_set_size_request (scroller, 260, 72);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  return scroller;
}

static void
np_reader_highlight_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (np_reader_highlight_box_parent_class)->dispose (object);
}

static void
np_reader_highlight_box_class_init (NpReaderHighlightBoxClass *klass)
{
  GType type = NP_TYPE_READER_HIGHLIGHT_BOX;

  G_OBJECT_CLASS (klass)->dispose = np_reader_highlight_box_dispose;
  signals[COLOR] = g_signal_new ("color", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTE] = g_signal_new ("note", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COPY] = g_signal_new ("copy", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
np_reader_highlight_box_init (NpReaderHighlightBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_parent (make_row (self), GTK_WIDGET (self));
  self->note_frame = make_note (self);
  gtk_widget_set_parent (self->note_frame, GTK_WIDGET (self));
}

/**
 * np_reader_highlight_box_new:
 *
 * Returns: (transfer floating): a box about nothing yet
 */
GtkWidget *
np_reader_highlight_box_new (void)
{
  return g_object_new (NP_TYPE_READER_HIGHLIGHT_BOX, NULL);
}

/**
 * np_reader_highlight_box_show:
 * @self: a box
 * @highlight: (nullable): what it is about; %NULL for what is selected and not marked yet
 * @color: the colour to show as chosen
 * @editable: whether anything can be changed
 */
void
np_reader_highlight_box_show (NpReaderHighlightBox *self, const NpHighlight *highlight, const char *color,
                              gboolean editable)
{
  const char *note = highlight != NULL && highlight->note != NULL ? highlight->note : "";
  g_autofree char *shown = NULL;

  g_return_if_fail (NP_IS_READER_HIGHLIGHT_BOX (self));

  shown = np_reader_highlight_box_dup_note (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->colors); i++)
    {
      gtk_widget_set_sensitive (self->colors[i], editable);
      if (highlight != NULL && g_strcmp0 (color, np_highlight_list_colors ()[i]) == 0)
        gtk_widget_add_css_class (self->colors[i], "chosen");
      else
        gtk_widget_remove_css_class (self->colors[i], "chosen");
    }
  gtk_widget_set_visible (self->note_button, highlight == NULL);
  gtk_widget_set_visible (self->remove_button, highlight != NULL && editable);
  gtk_widget_set_visible (self->note_frame, highlight != NULL && (editable || *note != '\0'));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->note), editable);
  if (g_strcmp0 (shown != NULL ? shown : "", note) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note)), note, -1);
}

/**
 * np_reader_highlight_box_dup_note:
 * @self: a box
 *
 * Returns: (transfer full) (nullable): the note that stands in it; %NULL for none
 */
char *
np_reader_highlight_box_dup_note (NpReaderHighlightBox *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (NP_IS_READER_HIGHLIGHT_BOX (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * np_reader_highlight_box_focus_note:
 * @self: a box about a highlight
 *
 * Puts the focus into the note.
 */
void
np_reader_highlight_box_focus_note (NpReaderHighlightBox *self)
{
  g_return_if_fail (NP_IS_READER_HIGHLIGHT_BOX (self));

  gtk_widget_grab_focus (self->note);
}
