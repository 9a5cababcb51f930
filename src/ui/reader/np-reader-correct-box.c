#include "ui/reader/np-reader-correct-box.h"

#include <glib/gi18n.h>

struct _NpReaderCorrectBox
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (NpReaderCorrectBox, np_reader_correct_box, GTK_TYPE_WIDGET)

enum
{
  SAVE,
  CANCEL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
name_of (NpPart part)
{
  switch (part)
    {
    case NP_PART_HEADLINE:
      return _ ("Headline");
    case NP_PART_DECK:
      return _ ("Deck");
    case NP_PART_BYLINE:
      return _ ("Byline");
    case NP_PART_PUBLISHED:
      return _ ("Time of Publication");
    case NP_PART_CAPTION:
      return _ ("Caption");
    case NP_PART_CREDIT:
      return _ ("Credit");
    }
  return NULL;
}

static void
on_save (NpReaderCorrectBox *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
on_cancel (NpReaderCorrectBox *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

/* A field of a story is one paragraph: Enter ends it. */
static gboolean
on_key (NpReaderCorrectBox *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  on_save (self);
  return TRUE;
}

static GtkWidget *
make_text (NpReaderCorrectBox *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->text, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_widget_set_size_request (scroller, 320, -1);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  return scroller;
}

static GtkWidget *
make_buttons (NpReaderCorrectBox *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save"));

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (on_save), self);
  gtk_box_append (GTK_BOX (row), cancel);
  gtk_box_append (GTK_BOX (row), save);
  return row;
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
np_reader_correct_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (np_reader_correct_box_parent_class)->dispose (object);
}

static void
np_reader_correct_box_class_init (NpReaderCorrectBoxClass *klass)
{
  GType type = NP_TYPE_READER_CORRECT_BOX;

  G_OBJECT_CLASS (klass)->dispose = np_reader_correct_box_dispose;
  signals[SAVE] = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
np_reader_correct_box_init (NpReaderCorrectBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->title = make_label ("heading");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (make_text (self), GTK_WIDGET (self));
  self->error = make_label ("error");
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));
  gtk_widget_set_parent (make_buttons (self), GTK_WIDGET (self));
}

/**
 * np_reader_correct_box_new:
 *
 * Returns: (transfer floating): a box about nothing yet
 */
GtkWidget *
np_reader_correct_box_new (void)
{
  return g_object_new (NP_TYPE_READER_CORRECT_BOX, NULL);
}

/**
 * np_reader_correct_box_show:
 * @self: a box
 * @part: what is put right
 * @text: what it is now
 *
 * Shows @text, selected, with the focus in it.
 */
void
np_reader_correct_box_show (NpReaderCorrectBox *self, NpPart part, const char *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (NP_IS_READER_CORRECT_BOX (self) && text != NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_label_set_label (GTK_LABEL (self->title), name_of (part));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name_of (part), -1);
  np_reader_correct_box_set_error (self, NULL);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_grab_focus (self->text);
}

/**
 * np_reader_correct_box_dup_text:
 * @self: a box
 *
 * Returns: (transfer full): what stands in it now
 */
char *
np_reader_correct_box_dup_text (NpReaderCorrectBox *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  char *text;

  g_return_val_if_fail (NP_IS_READER_CORRECT_BOX (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_strdelimit (text, "\n\r", ' ');
  return text;
}

/**
 * np_reader_correct_box_set_error:
 * @self: a box
 * @message: (nullable): why it cannot be kept as it is, and what to write instead
 */
void
np_reader_correct_box_set_error (NpReaderCorrectBox *self, const char *message)
{
  g_return_if_fail (NP_IS_READER_CORRECT_BOX (self));

  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
}
