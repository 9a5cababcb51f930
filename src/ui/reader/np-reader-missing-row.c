#include "ui/reader/np-reader-missing-row.h"

#include "base/np-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* So much of a part is shown: people know it by its beginning. */
#define MAX_CHARACTERS 400
#define MAX_LINES      4

struct _NpReaderMissingRow
{
  GtkListBoxRow parent_instance;

  const NpKeptPart *part; /* of the window's list, which outlives the row */
  GtkWidget *check;
  char *folded; /* all its words, as they are looked for */
};

G_DEFINE_FINAL_TYPE (NpReaderMissingRow, np_reader_missing_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_PICKED = 1
} NpReaderMissingRowProperty;

static GParamSpec *properties[PROP_PICKED + 1];

static void
on_toggled (NpReaderMissingRow *self)
{
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
      np_reader_missing_row_get_picked (self) ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKED]);
}

static GtkWidget *
make_words (const NpBlock *block, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (block->type == NP_BLOCK_HEADING)
    gtk_widget_add_css_class (label, "heading");
  if (block->type == NP_BLOCK_PREFORMATTED)
    gtk_widget_add_css_class (label, "monospace");
  return label;
}

static GtkWidget *
make_note (void)
{
  GtkWidget *label = gtk_label_new (_ ("Already in the story"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
fill (NpReaderMissingRow *self, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (words), make_words (self->part->block, text));
  if (self->part->present)
    gtk_box_append (GTK_BOX (words), make_note ());
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
np_reader_missing_row_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  switch ((NpReaderMissingRowProperty) property)
    {
    case PROP_PICKED:
      g_value_set_boolean (value, np_reader_missing_row_get_picked (NP_READER_MISSING_ROW (object)));
      break;
    }
}

static void
np_reader_missing_row_finalize (GObject *object)
{
  g_free (NP_READER_MISSING_ROW (object)->folded);
  G_OBJECT_CLASS (np_reader_missing_row_parent_class)->finalize (object);
}

static void
np_reader_missing_row_class_init (NpReaderMissingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = np_reader_missing_row_get_property;
  G_OBJECT_CLASS (klass)->finalize = np_reader_missing_row_finalize;
  properties[PROP_PICKED] =
      g_param_spec_boolean ("picked", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
}

static void
np_reader_missing_row_init (NpReaderMissingRow *self)
{
}

/**
 * np_reader_missing_row_new:
 * @part: a part of a kept page; it outlives the row
 *
 * Returns: (transfer floating): a row that is not picked
 */
GtkWidget *
np_reader_missing_row_new (const NpKeptPart *part)
{
  NpReaderMissingRow *self = g_object_new (NP_TYPE_READER_MISSING_ROW, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *clean = NULL, *shown = NULL;

  self->part = part;
  np_block_append_plain_text (part->block, text);
  clean = np_text_clean (text->str);
  shown = np_text_shorten (clean, MAX_CHARACTERS);
  self->folded = np_text_fold (clean);
  fill (self, shown);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !part->present);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  return GTK_WIDGET (self);
}

/**
 * np_reader_missing_row_get_part:
 * @self: a row
 *
 * Returns: (transfer none): the part that it shows
 */
const NpKeptPart *
np_reader_missing_row_get_part (NpReaderMissingRow *self)
{
  g_return_val_if_fail (NP_IS_READER_MISSING_ROW (self), NULL);

  return self->part;
}

/**
 * np_reader_missing_row_get_picked:
 * @self: a row
 *
 * Returns: whether it is to come into the story
 */
gboolean
np_reader_missing_row_get_picked (NpReaderMissingRow *self)
{
  g_return_val_if_fail (NP_IS_READER_MISSING_ROW (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

/**
 * np_reader_missing_row_toggle:
 * @self: a row
 *
 * Picks it, or no longer.
 */
void
np_reader_missing_row_toggle (NpReaderMissingRow *self)
{
  g_return_if_fail (NP_IS_READER_MISSING_ROW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !np_reader_missing_row_get_picked (self));
}

/**
 * np_reader_missing_row_matches:
 * @self: a row
 * @folded: what is looked for, as of np_text_fold()
 *
 * Returns: whether its text has @folded in it
 */
gboolean
np_reader_missing_row_matches (NpReaderMissingRow *self, const char *folded)
{
  g_return_val_if_fail (NP_IS_READER_MISSING_ROW (self), FALSE);

  return strstr (self->folded, folded) != NULL;
}
