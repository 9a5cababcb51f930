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
static const Choice themes[] = { { "theme", "system", N_ ("Follow the system") },
                                 { "theme", "light", N_ ("Light") },
                                 { "theme", "sepia", N_ ("Sepia") },
                                 { "theme", "dark", N_ ("Dark") } };

static gboolean
is_width (const Choice *choice)
{
  return g_str_equal (choice->property, "width");
}

/* The property became a value: is it this toggle's? */
static gboolean
to_active (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const Choice *choice = user_data;

  g_value_set_boolean (to, is_width (choice) ? g_value_get_int (from) == atoi (choice->value)
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
  if (is_width (choice))
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
  normal = append_size_button (box, "", _ ("Usual text size"), G_CALLBACK (on_normal), style);
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
  gtk_box_append (GTK_BOX (box), make_words_row (style, widths, G_N_ELEMENTS (widths)));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "np-style-popover");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "Aa");
  gtk_widget_set_tooltip_text (button, _ ("Text size, font and colours"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text size, font and colours"), -1);
  return button;
}
