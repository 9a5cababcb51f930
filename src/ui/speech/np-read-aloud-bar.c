#include "ui/speech/np-read-aloud-bar.h"

#include <glib/gi18n.h>

#define KEY "reader-speech-rate"

/* How fast, for np_speaker_say(). */
static const struct
{
  int rate;
  const char *label; /* untranslated */
} rates[] = {
  { -60, N_ ("Very slow") }, { -30, N_ ("Slow") },     { 0, N_ ("Normal speed") },
  { 30, N_ ("Fast") },       { 60, N_ ("Very fast") },
};

struct _NpReadAloudBar
{
  GtkWidget parent_instance;

  NpReadAloud *reading;
  NpSettings *settings; /* (nullable) where the rate is kept */
  GtkWidget *revealer;
  GtkStack *stack; /* "buttons", "failed" */
  GtkWidget *play;
  GtkDropDown *rate;
};

G_DEFINE_FINAL_TYPE (NpReadAloudBar, np_read_aloud_bar, GTK_TYPE_WIDGET)

static void
name (GtkWidget *widget, const char *words)
{
  gtk_widget_set_tooltip_text (widget, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
on_state_changed (NpReadAloudBar *self)
{
  NpReadAloudState state = np_read_aloud_get_state (self->reading);
  gboolean speaking = state == NP_READ_ALOUD_SPEAKING;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), state != NP_READ_ALOUD_SILENT);
  gtk_stack_set_visible_child_name (self->stack, state == NP_READ_ALOUD_FAILED ? "failed" : "buttons");
  gtk_button_set_icon_name (GTK_BUTTON (self->play),
                            speaking ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  name (self->play, speaking ? _ ("Pause") : _ ("Read On"));
}

static void
on_rate_chosen (NpReadAloudBar *self)
{
  guint chosen = gtk_drop_down_get_selected (self->rate);

  if (chosen >= G_N_ELEMENTS (rates))
    return;
  g_object_set (self->reading, "rate", rates[chosen].rate, NULL);
  if (self->settings != NULL)
    np_settings_set_value (self->settings, KEY, g_variant_new_int32 (rates[chosen].rate));
}

static void
on_previous (NpReadAloudBar *self)
{
  np_read_aloud_step (self->reading, -1);
}

static void
on_next (NpReadAloudBar *self)
{
  np_read_aloud_step (self->reading, 1);
}

static void
on_play (NpReadAloudBar *self)
{
  np_read_aloud_toggle (self->reading);
}

static void
on_stop (NpReadAloudBar *self)
{
  np_read_aloud_stop (self->reading);
}

static GtkWidget *
add_button (NpReadAloudBar *self, GtkWidget *box, const char *icon, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  name (button, words);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkDropDown *
make_rate (NpReadAloudBar *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *rate;

  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    gtk_string_list_append (labels, _ (rates[i].label));
  rate = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rate), 2);
  name (rate, _ ("How fast to read aloud"));
  g_signal_connect_swapped (rate, "notify::selected", G_CALLBACK (on_rate_chosen), self);
  return GTK_DROP_DOWN (rate);
}

static GtkWidget *
make_buttons (NpReadAloudBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  add_button (self, box, "media-skip-backward-symbolic", _ ("Previous sentence (Alt+Up)"), G_CALLBACK (on_previous));
  self->play = add_button (self, box, "media-playback-start-symbolic", _ ("Read On"), G_CALLBACK (on_play));
  add_button (self, box, "media-skip-forward-symbolic", _ ("Next sentence (Alt+Down)"), G_CALLBACK (on_next));
  self->rate = make_rate (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rate));
  add_button (self, box, "window-close-symbolic", _ ("Stop reading aloud"), G_CALLBACK (on_stop));
  return box;
}

static GtkWidget *
make_failed (NpReadAloudBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ (
      "Nothing on this computer can speak. Install Speech Dispatcher and a voice, such as eSpeak NG, to have stories "
      "read aloud."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 20); /* by itself it asks for half its words in a line */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 6);
  gtk_box_append (GTK_BOX (box), label);
  add_button (self, box, "window-close-symbolic", _ ("Close"), G_CALLBACK (on_stop));
  return box;
}

static void
np_read_aloud_bar_dispose (GObject *object)
{
  NpReadAloudBar *self = NP_READ_ALOUD_BAR (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_object (&self->reading);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (np_read_aloud_bar_parent_class)->dispose (object);
}

static void
np_read_aloud_bar_class_init (NpReadAloudBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_read_aloud_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
np_read_aloud_bar_init (NpReadAloudBar *self)
{
  self->revealer = gtk_revealer_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_buttons (self), "buttons");
  gtk_stack_add_named (self->stack, make_failed (self), "failed");
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "toolbar");
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "np-read-aloud");
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

/**
 * np_read_aloud_bar_new:
 * @reading: what it has the buttons of
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
np_read_aloud_bar_new (NpReadAloud *reading)
{
  NpReadAloudBar *self;

  g_return_val_if_fail (NP_IS_READ_ALOUD (reading), NULL);

  self = g_object_new (NP_TYPE_READ_ALOUD_BAR, NULL);
  self->reading = g_object_ref (reading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reading aloud"), -1);
  g_signal_connect_object (reading, "notify::state", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  on_state_changed (self);
  return GTK_WIDGET (self);
}

/**
 * np_read_aloud_bar_set_settings:
 * @self: a bar
 * @settings: where it is kept how fast people want to hear stories
 */
void
np_read_aloud_bar_set_settings (NpReadAloudBar *self, NpSettings *settings)
{
  g_autoptr (GVariant) kept = NULL;
  guint nearest = 0;

  g_return_if_fail (NP_IS_READ_ALOUD_BAR (self) && NP_IS_SETTINGS (settings));

  kept = np_settings_dup_value (settings, KEY);
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    if (ABS (rates[i].rate - g_variant_get_int32 (kept)) < ABS (rates[nearest].rate - g_variant_get_int32 (kept)))
      nearest = i;
  gtk_drop_down_set_selected (self->rate, nearest);
  g_set_object (&self->settings, settings);
}
