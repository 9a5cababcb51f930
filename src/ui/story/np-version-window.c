#include "ui/story/np-version-window.h"

#include "library/np-words.h"
#include "ui/np-format.h"
#include "ui/story/np-diff-view.h"

#include <glib/gi18n.h>

struct _NpVersionWindow
{
  AdwWindow parent_instance;

  NpLibrary *library;
  char *id;
  GPtrArray *versions; /* NpStoryVersion, newest first */
  guint number;        /* of the one that is shown */
  AdwWindowTitle *title;
  GtkStack *stack; /* "loading", "text", "error" */
  NpDiffView *view;
  AdwStatusPage *error;
  GtkDropDown *with;
  GtkLabel *status;
  GtkWidget *previous, *next, *restore;
  GCancellable *loading; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NpVersionWindow, np_version_window, ADW_TYPE_WINDOW)

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is shown --- */

static void
show_comparison (NpVersionWindow *self, const NpComparison *comparison)
{
  g_autofree char *words = np_format_changes (comparison->added, comparison->removed, comparison->photos);
  gboolean any;

  np_diff_view_show (self->view, comparison);
  any = np_diff_view_get_n_changes (self->view) > 0;
  adw_window_title_set_subtitle (self->title, words);
  gtk_label_set_label (self->status, words);
  gtk_widget_set_sensitive (self->previous, any);
  gtk_widget_set_sensitive (self->next, any);
  gtk_stack_set_visible_child_name (self->stack, "text");
}

static void
show_error (NpVersionWindow *self, const GError *error)
{
  g_autofree char *what = np_words_for_error (error), *next = np_words_for_next_step (error);

  adw_status_page_set_title (self->error, what);
  adw_status_page_set_description (self->error, next);
  gtk_widget_set_sensitive (self->previous, FALSE);
  gtk_widget_set_sensitive (self->next, FALSE);
  gtk_widget_set_sensitive (self->restore, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
on_compared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpVersionWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpComparison) comparison = np_library_compare_versions_finish (NP_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (comparison != NULL)
    show_comparison (self, comparison);
  else
    show_error (self, error);
}

static const NpStoryVersion *
get_version (NpVersionWindow *self, guint number)
{
  return self->versions->pdata[number];
}

/* The list offers the newer ones, the next first; after the last of them comes the present text. */
static void
load (NpVersionWindow *self)
{
  guint further = gtk_drop_down_get_selected (self->with);
  const char *other = further < self->number ? get_version (self, self->number - 1 - further)->file : NULL;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "loading");
  np_library_compare_versions_async (self->library, self->id, get_version (self, self->number)->file, other,
                                     self->loading, on_compared, g_object_ref (self));
}

/* --- what can be done --- */

static void
go (NpVersionWindow *self, int step)
{
  g_autofree char *what = np_diff_view_go (self->view, step);

  if (what != NULL)
    gtk_label_set_label (self->status, what);
}

static void
on_previous (NpVersionWindow *self)
{
  go (self, -1);
}

static void
on_next (NpVersionWindow *self)
{
  go (self, 1);
}

static gboolean
on_step (GtkWidget *widget, GVariant *step, gpointer user_data)
{
  go (NP_VERSION_WINDOW (widget), g_variant_get_int32 (step));
  return TRUE;
}

static void
on_restore (NpVersionWindow *self)
{
  g_autoptr (NpChange) change = np_change_new_restore_version (self->id, get_version (self, self->number)->file);

  g_signal_emit (self, signals[CHANGE], 0, change);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the window --- */

static void
np_version_window_dispose (GObject *object)
{
  NpVersionWindow *self = NP_VERSION_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->library);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (np_version_window_parent_class)->dispose (object);
}

static void
np_version_window_class_init (NpVersionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_version_window_dispose;
  signals[CHANGE] = g_signal_new ("change", NP_TYPE_VERSION_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, NP_TYPE_CHANGE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, on_step, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_step, "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
np_version_window_init (NpVersionWindow *self)
{
}

static GtkWidget *
make_button (NpVersionWindow *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_header (NpVersionWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("What Changed"), NULL));
  self->previous = make_button (self, "go-up-symbolic", _ ("Previous Change"), G_CALLBACK (on_previous));
  self->next = make_button (self, "go-down-symbolic", _ ("Next Change"), G_CALLBACK (on_next));
  self->restore = gtk_button_new_with_mnemonic (_ ("_Restore"));
  gtk_widget_set_tooltip_text (self->restore, _ ("Make this version the present text again"));
  gtk_widget_set_sensitive (self->restore, np_library_is_writable (self->library, NULL));
  g_signal_connect_swapped (self->restore, "clicked", G_CALLBACK (on_restore), self);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->previous);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->next);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->restore);
  return header;
}

/* Nothing to choose where there is only the present text. */
static GtkWidget *
make_choice (NpVersionWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8),
            *label = gtk_label_new_with_mnemonic (_ ("C_ompare with"));
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = self->number; i-- > 0;)
    {
      g_autofree char *name = np_format_until (get_version (self, i)->until);

      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, _ ("Present text"));
  self->with = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->with), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->with));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->with), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Compare with"), -1);
  g_signal_connect_swapped (self->with, "notify::selected", G_CALLBACK (load), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->with));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_visible (box, self->number > 0);
  return box;
}

static GtkWidget *
make_status (NpVersionWindow *self)
{
  /* A role that is read out when it changes. */
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap",
                               TRUE, "margin-start", 24, "margin-end", 24, "margin-top", 8, "margin-bottom", 8, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "dim-label");
  return GTK_WIDGET (self->status);
}

static GtkWidget *
make_stack (NpVersionWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *spinner = gtk_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->view = NP_DIFF_VIEW (np_diff_view_new ());
  self->error = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->error, "dialog-warning-symbolic");
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_stack_add_named (self->stack, spinner, "loading");
  gtk_stack_add_named (self->stack, scroller, "text");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->error), "error");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

/**
 * np_version_window_new:
 * @parent: the window that it is opened from
 * @library: a library
 * @id: the id of a story
 * @versions: (element-type NpStoryVersion): its versions, newest first, at least one
 * @number: which of them
 *
 * Returns: (transfer none): a window that shows what changed after that version; GTK owns it
 */
GtkWidget *
np_version_window_new (GtkWindow *parent, NpLibrary *library, const char *id, GPtrArray *versions, guint number)
{
  NpVersionWindow *self;
  GtkWidget *box;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && id != NULL && versions != NULL && number < versions->len, NULL);

  self = g_object_new (NP_TYPE_VERSION_WINDOW, "transient-for", parent, "modal", TRUE, "title", _ ("What Changed"),
                       "default-width", 640, "default-height", 720, NULL);
  self->library = g_object_ref (library);
  self->id = g_strdup (id);
  self->versions = g_ptr_array_ref (versions);
  self->number = number;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_choice (self));
  gtk_box_append (GTK_BOX (box), make_stack (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_status (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  load (self);
  return GTK_WIDGET (self);
}
