#include "ui/preferences/np-preference-rows.h"

#include <glib/gi18n.h>
#include <math.h>

/* What a row shows; its widget owns it. */
typedef struct
{
  NpSettings *settings;
  char *key;
  const NpPreferenceChoice *choices; /* (nullable) */
  gsize n;
  double scale;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->settings);
  g_free (row->key);
  g_free (row);
}

static Row *
row_new (GtkWidget *widget, NpSettings *settings, const char *key)
{
  Row *row = g_new0 (Row, 1);

  row->settings = g_object_ref (settings);
  row->key = g_strdup (key);
  g_object_set_data_full (G_OBJECT (widget), "np-preference", row, row_free);
  return row;
}

static Row *
row_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "np-preference");
}

/* @update is called now and whenever the setting changes, by whomever. */
static void
follow (GtkWidget *widget, NpSettings *settings, const char *key, void (*update) (GtkWidget *widget))
{
  g_autofree char *detailed = g_strconcat ("changed::", key, NULL);

  g_signal_connect_object (settings, detailed, G_CALLBACK (update), widget, G_CONNECT_SWAPPED);
  update (widget);
}

/* --- one of several --- */

static GVariant *
parse_choice (Row *row, gsize i)
{
  g_autoptr (GVariant) kept = np_settings_dup_value (row->settings, row->key);

  return g_variant_ref_sink (g_variant_parse (g_variant_get_type (kept), row->choices[i].value, NULL, NULL, NULL));
}

/* Of a number that is none of the choices, the next smaller one is shown, and the number stays. */
static gboolean
is_at_most (GVariant *choice, GVariant *kept)
{
  return g_variant_is_of_type (kept, G_VARIANT_TYPE_INT32)
         && g_variant_get_int32 (choice) <= g_variant_get_int32 (kept);
}

static guint
find_choice (Row *row)
{
  g_autoptr (GVariant) kept = np_settings_dup_value (row->settings, row->key);
  guint found = GTK_INVALID_LIST_POSITION;

  for (gsize i = 0; i < row->n; i++)
    {
      g_autoptr (GVariant) choice = parse_choice (row, i);

      if (g_variant_equal (choice, kept))
        return (guint) i;
      if (is_at_most (choice, kept))
        found = (guint) i;
    }
  return found;
}

static void
update_choice (GtkWidget *widget)
{
  guint found = find_choice (row_of (widget));

  if (adw_combo_row_get_selected (ADW_COMBO_ROW (widget)) != found)
    adw_combo_row_set_selected (ADW_COMBO_ROW (widget), found);
}

static void
selected_cb (AdwComboRow *widget)
{
  Row *row = row_of (widget);
  guint selected = adw_combo_row_get_selected (widget);

  if (selected != GTK_INVALID_LIST_POSITION && selected != find_choice (row))
    {
      g_autoptr (GVariant) value = parse_choice (row, selected);

      np_settings_set_value (row->settings, row->key, value);
    }
}

/**
 * np_preference_row_new_choice:
 * @settings: the settings
 * @key: one of their keys
 * @title: what it is, for people
 * @choices: (array length=n): the values it may have; static, numbers in rising order
 * @n: how many
 *
 * Returns: (transfer floating): a row that shows and sets @key
 */
GtkWidget *
np_preference_row_new_choice (NpSettings *settings, const char *key, const char *title,
                              const NpPreferenceChoice *choices, gsize n)
{
  GtkWidget *widget = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  Row *row = row_new (widget, settings, key);

  row->choices = choices;
  row->n = n;
  for (gsize i = 0; i < n; i++)
    gtk_string_list_append (labels, _ (choices[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (widget), G_LIST_MODEL (labels));
  follow (widget, settings, key, update_choice);
  g_signal_connect (widget, "notify::selected", G_CALLBACK (selected_cb), NULL);
  return widget;
}

/* --- on or off --- */

static void
update_switch (GtkWidget *widget)
{
  Row *row = row_of (widget);

  gtk_switch_set_active (GTK_SWITCH (widget), np_settings_get_boolean (row->settings, row->key));
}

static void
active_cb (GtkSwitch *widget)
{
  Row *row = row_of (widget);

  np_settings_set_value (row->settings, row->key, g_variant_new_boolean (gtk_switch_get_active (widget)));
}

/* A row with a title and, at its end, @control, which is named as the row is. */
static GtkWidget *
make_row (GtkWidget *control, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  return row;
}

/**
 * np_preference_row_new_switch:
 * @settings: the settings
 * @key: one of their keys, of type "b"
 * @title: what it is, for people
 * @subtitle: (nullable): more about it
 *
 * Returns: (transfer floating): a row that shows and sets @key
 */
GtkWidget *
np_preference_row_new_switch (NpSettings *settings, const char *key, const char *title, const char *subtitle)
{
  GtkWidget *control = gtk_switch_new ();

  row_new (control, settings, key);
  follow (control, settings, key, update_switch);
  g_signal_connect (control, "notify::active", G_CALLBACK (active_cb), NULL);
  return make_row (control, title, subtitle);
}

/* --- a text --- */

static void
update_text (GtkWidget *widget)
{
  Row *row = row_of (widget);
  g_autofree char *text = np_settings_dup_string (row->settings, row->key);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

static void
apply_cb (GtkWidget *widget)
{
  Row *row = row_of (widget);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (widget));

  np_settings_set_value (row->settings, row->key, g_variant_new_string (text));
}

/**
 * np_preference_row_new_text:
 * @settings: the settings
 * @key: one of their keys, of type "s"
 * @title: what it is, for people
 *
 * Returns: (transfer floating): a row that shows @key, and sets it when the user says so
 */
GtkWidget *
np_preference_row_new_text (NpSettings *settings, const char *key, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  row_new (row, settings, key);
  follow (row, settings, key, update_text);
  g_signal_connect (row, "apply", G_CALLBACK (apply_cb), NULL);
  return row;
}

/* --- a number --- */

static gboolean
is_double (Row *row)
{
  g_autoptr (GVariant) kept = np_settings_dup_value (row->settings, row->key);

  return g_variant_is_of_type (kept, G_VARIANT_TYPE_DOUBLE);
}

static double
get_number (Row *row)
{
  g_autoptr (GVariant) kept = np_settings_dup_value (row->settings, row->key);

  return row->scale * (is_double (row) ? g_variant_get_double (kept) : g_variant_get_int32 (kept));
}

static void
update_number (GtkWidget *widget)
{
  double number = get_number (row_of (widget));

  /* What is shown is rounded: it does not set what was kept more finely. */
  if (fabs (gtk_spin_button_get_value (GTK_SPIN_BUTTON (widget)) - number) >= 0.5)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (widget), number);
}

static void
value_cb (GtkSpinButton *widget)
{
  Row *row = row_of (widget);
  double number = gtk_spin_button_get_value (widget);

  if (fabs (number - get_number (row)) < 0.5)
    return;
  np_settings_set_value (row->settings, row->key,
                         is_double (row) ? g_variant_new_double (number / row->scale)
                                         : g_variant_new_int32 ((int) lround (number / row->scale)));
}

/**
 * np_preference_row_new_number:
 * @settings: the settings
 * @key: one of their keys, of type "i" or "d"
 * @title: what it is, for people
 * @subtitle: (nullable): more about it
 * @range: its bounds
 *
 * Returns: (transfer floating): a row that shows and sets @key
 */
GtkWidget *
np_preference_row_new_number (NpSettings *settings, const char *key, const char *title, const char *subtitle,
                              const NpPreferenceRange *range)
{
  GtkWidget *control = gtk_spin_button_new_with_range (range->lower, range->upper, range->step);

  row_new (control, settings, key)->scale = range->scale;
  follow (control, settings, key, update_number);
  g_signal_connect (control, "value-changed", G_CALLBACK (value_cb), NULL);
  return make_row (control, title, subtitle);
}
