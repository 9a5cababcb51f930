#include "ui/preferences/np-font-row.h"

#include <glib/gi18n.h>

/* Serif and sans stand for fonts that every computer has; any other is a family by its name, and comes after them. The
 * last item lets one be chosen. */
enum
{
  SERIF,
  SANS,
  FAMILY
};

static const char *const words[] = { [SERIF] = "serif", [SANS] = "sans" };

static NpSettings *
settings_of (gpointer row)
{
  return g_object_get_data (row, "np-settings");
}

static void
update (AdwComboRow *row)
{
  g_autofree char *font = np_settings_dup_string (settings_of (row), "reader-font");
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (row));
  guint which = g_str_equal (font, words[SERIF]) ? SERIF : g_str_equal (font, words[SANS]) ? SANS : FAMILY;
  const char *family[] = { font, _ ("Other Font…"), NULL }, *const *tail = which == FAMILY ? family : family + 1;

  /* What the row says meanwhile is not what anybody chose. */
  g_object_set_data (G_OBJECT (row), "np-updating", row);
  gtk_string_list_splice (names, FAMILY, g_list_model_get_n_items (G_LIST_MODEL (names)) - FAMILY, tail);
  adw_combo_row_set_selected (row, which);
  g_object_set_data (G_OBJECT (row), "np-updating", NULL);
}

static void
font_chosen_cb (GtkDialog *dialog, int response, AdwComboRow *row)
{
  PangoFontFamily *family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (dialog));

  if (response == GTK_RESPONSE_OK && family != NULL)
    np_settings_set_value (settings_of (row), "reader-font",
                           g_variant_new_string (pango_font_family_get_name (family)));
  update (row);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
choose (AdwComboRow *row)
{
  GtkWidget *dialog =
      gtk_font_chooser_dialog_new (_ ("Font of Stories"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))));

  gtk_font_chooser_set_level (GTK_FONT_CHOOSER (dialog), GTK_FONT_CHOOSER_LEVEL_FAMILY);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (font_chosen_cb), row, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
selected_cb (AdwComboRow *row)
{
  guint which = adw_combo_row_get_selected (row), n = g_list_model_get_n_items (adw_combo_row_get_model (row));

  if (g_object_get_data (G_OBJECT (row), "np-updating") != NULL || which >= n)
    return;
  if (which == n - 1)
    choose (row);
  else if (which < FAMILY)
    np_settings_set_value (settings_of (row), "reader-font", g_variant_new_string (words[which]));
}

/**
 * np_font_row_new:
 * @settings: the settings
 *
 * Returns: (transfer floating): a row that shows and sets "reader-font"
 */
GtkWidget *
np_font_row_new (NpSettings *settings)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Serif"));
  gtk_string_list_append (names, _ ("Sans"));
  gtk_string_list_append (names, _ ("Other Font…"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Font"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_object_set_data_full (G_OBJECT (row), "np-settings", g_object_ref (settings), g_object_unref);
  g_signal_connect_object (settings, "changed::reader-font", G_CALLBACK (update), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), NULL);
  update (ADW_COMBO_ROW (row));
  return row;
}
