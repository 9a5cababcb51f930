#include "ui/reader/np-reader-style-button.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

/* One of several values of a property, as a toggle. */
typedef struct
{
  const char *property;
  const char *value; /* a number as text where the property is one */
  const char *label; /* untranslated */
} Choice;

static const Choice fonts[] = { { "font", "serif", N_ ("Serif") }, { "font", "sans", N_ ("Sans") } };
static const Choice widths[] = { { "width", G_STRINGIFY (NP_READER_WIDTH_NARROW), N_ ("Narrow") },
                                 { "width", G_STRINGIFY (NP_READER_WIDTH_NORMAL), N_ ("Normal") },
                                 { "width", G_STRINGIFY (NP_READER_WIDTH_WIDE), N_ ("Wide") } };
static const Choice leadings[] = { { "leading", G_STRINGIFY (NP_READER_LEADING_TIGHT), N_ ("Tight") },
                                   { "leading", G_STRINGIFY (NP_READER_LEADING_NORMAL), N_ ("Normal") },
                                   { "leading", G_STRINGIFY (NP_READER_LEADING_LOOSE), N_ ("Loose") } };
static const Choice themes[] = { { "theme", "system", N_ ("Follow the system") },
                                 { "theme", "light", N_ ("Light") },
                                 { "theme", "sepia", N_ ("Sepia") },
                                 { "theme", "dark", N_ ("Dark") } };

static gboolean
is_number (const Choice *choice)
{
  return g_str_equal (choice->property, "width") || g_str_equal (choice->property, "leading");
}

/* The property became a value: is it this toggle's? */
static gboolean
to_active (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const Choice *choice = user_data;

  g_value_set_boolean (to, is_number (choice) ? g_value_get_int (from) == atoi (choice->value)
                                              : g_strcmp0 (g_value_get_string (from), choice->value) == 0);
  return TRUE;
}

/* A toggle that goes out says nothing: the one that goes on does. */
static gboolean
from_active (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const Choice *choice = user_data;

  if (!g_value_get_boolean (from))
    return FALSE;
  if (is_number (choice))
    g_value_set_int (to, atoi (choice->value));
  else
    g_value_set_static_string (to, choice->value);
  return TRUE;
}

static GtkWidget *
make_toggle (NpReaderStyle *style, const Choice *choice, GtkWidget *group)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), GTK_TOGGLE_BUTTON (group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (choice->label), -1);
  g_object_bind_property_full (style, choice->property, toggle, "active",
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE, to_active, from_active,
                               (gpointer) choice, NULL);
  return toggle;
}

static GtkWidget *
make_words_row (NpReaderStyle *style, const Choice *choices, gsize n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *group = NULL;

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (gsize i = 0; i < n; i++)
    {
      GtkWidget *toggle = make_toggle (style, &choices[i], group);

      gtk_button_set_label (GTK_BUTTON (toggle), _ (choices[i].label));
      gtk_box_append (GTK_BOX (box), toggle);
      group = toggle;
    }
  return box;
}

/* --- any font that is installed --- */

static gboolean
is_other (const char *font)
{
  return !g_str_equal (font, "serif") && !g_str_equal (font, "sans");
}

static void
update_other (NpReaderStyle *style, GParamSpec *spec, GtkButton *button)
{
  const char *font = np_reader_style_get_font (style);

  gtk_button_set_label (button, is_other (font) ? font : _ ("Other Font…"));
  if (is_other (font))
    gtk_widget_add_css_class (GTK_WIDGET (button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "suggested-action");
}

static void
on_font_chosen (GtkDialog *dialog, int response, NpReaderStyle *style)
{
  PangoFontFamily *family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (dialog));

  if (response == GTK_RESPONSE_OK && family != NULL)
    g_object_set (style, "font", pango_font_family_get_name (family), NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_other_font (GtkButton *button, NpReaderStyle *style)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);
  GtkWidget *dialog = gtk_font_chooser_dialog_new (_ ("Font of Stories"), GTK_WINDOW (root));

  gtk_font_chooser_set_level (GTK_FONT_CHOOSER (dialog), GTK_FONT_CHOOSER_LEVEL_FAMILY);
  if (is_other (np_reader_style_get_font (style)))
    gtk_font_chooser_set_font (GTK_FONT_CHOOSER (dialog), np_reader_style_get_font (style));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_font_chosen), style, 0);
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_other_font (NpReaderStyle *style)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_other_font), style, 0);
  g_signal_connect_object (style, "notify::font", G_CALLBACK (update_other), button, 0);
  update_other (style, NULL, GTK_BUTTON (button));
  return button;
}

/* A row of its own, named: "Normal" alone could be anything. */
static GtkWidget *
make_named_row (NpReaderStyle *style, const char *name, const Choice *choices, gsize n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *label = gtk_label_new (name);
  GtkWidget *row = make_words_row (style, choices, n);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), row);
  return box;
}

static GtkWidget *
make_theme_row (NpReaderStyle *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *group = NULL;

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      GtkWidget *toggle = make_toggle (style, &themes[i], group);

      gtk_widget_add_css_class (toggle, "theme");
      gtk_widget_add_css_class (toggle, themes[i].value);
      gtk_button_set_label (GTK_BUTTON (toggle), "Aa");
      gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (themes[i].label), -1);
      gtk_widget_set_tooltip_text (toggle, _ (themes[i].label));
      gtk_box_append (GTK_BOX (box), toggle);
      group = toggle;
    }
  return box;
}

static gboolean
to_percent (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  /* Translators: the size of the text against the usual one */
  g_value_take_string (to, g_strdup_printf (_ ("%d %%"), (int) lround (g_value_get_double (from) * 100)));
  return TRUE;
}

static void
on_smaller (GtkButton *button, NpReaderStyle *style)
{
  np_reader_style_zoom (style, -1);
}

static void
on_normal (GtkButton *button, NpReaderStyle *style)
{
  np_reader_style_zoom (style, 0);
}

static void
on_larger (GtkButton *button, NpReaderStyle *style)
{
  np_reader_style_zoom (style, 1);
}

static GtkWidget *
append_size_button (GtkWidget *box, const char *label, const char *name, GCallback clicked, NpReaderStyle *style)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, style, 0);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_size_row (NpReaderStyle *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *normal;

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  append_size_button (box, "A−", _ ("Smaller text"), G_CALLBACK (on_smaller), style);
  normal = append_size_button (box, "", _ ("Default text size"), G_CALLBACK (on_normal), style);
  append_size_button (box, "A+", _ ("Larger text"), G_CALLBACK (on_larger), style);
  g_object_bind_property_full (style, "size", normal, "label", G_BINDING_SYNC_CREATE, to_percent, NULL, NULL, NULL);
  return box;
}

/**
 * np_reader_style_button_new:
 * @style: what it changes
 *
 * Returns: (transfer floating): a menu button for a header bar
 */
GtkWidget *
np_reader_style_button_new (NpReaderStyle *style)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_theme_row (style));
  gtk_box_append (GTK_BOX (box), make_size_row (style));
  gtk_box_append (GTK_BOX (box), make_words_row (style, fonts, G_N_ELEMENTS (fonts)));
  gtk_box_append (GTK_BOX (box), make_other_font (style));
  gtk_box_append (GTK_BOX (box), make_named_row (style, _ ("Width"), widths, G_N_ELEMENTS (widths)));
  gtk_box_append (GTK_BOX (box), make_named_row (style, _ ("Line height"), leadings, G_N_ELEMENTS (leadings)));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "np-style-popover");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "Aa");
  gtk_widget_set_tooltip_text (button, _ ("Text size, font and colors"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text size, font and colors"), -1);
  /* What has the focus is the button in it, which would be called by its letters. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text size, font and colors"), -1);
  return button;
}
