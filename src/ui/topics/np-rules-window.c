#include "ui/topics/np-rules-window.h"

#include "ui/topics/np-rule-dialog.h"
#include "ui/topics/np-topic-color.h"

#include <glib/gi18n.h>

struct _NpRulesWindow
{
  AdwWindow parent_instance;
  NpLibrary *library;
  GtkWidget *from; /* where actions are activated; a widget of the main window */
  GtkWidget *stack, *list, *add;
};

G_DEFINE_FINAL_TYPE (NpRulesWindow, np_rules_window, ADW_TYPE_WINDOW)

/* One rule, as its row has it. */
typedef struct
{
  NpRulesWindow *self;
  char *key;
  char *search;
} Rule;

static void
rule_free (gpointer data, GClosure *closure)
{
  Rule *rule = data;

  g_free (rule->key);
  g_free (rule->search);
  g_free (rule);
}

static Rule *
rule_new (NpRulesWindow *self, const char *key, const char *search)
{
  Rule *rule = g_new0 (Rule, 1);

  rule->self = self;
  rule->key = g_strdup (key);
  rule->search = g_strdup (search);
  return rule;
}

static void
change_cb (GtkWidget *widget, gpointer user_data)
{
  Rule *rule = user_data;

  gtk_window_present (np_rule_dialog_new (rule->self->from, GTK_WINDOW (rule->self), rule->self->library, rule->key,
                                          rule->search, TRUE));
}

static void
delete_cb (GtkButton *button, gpointer user_data)
{
  Rule *rule = user_data;

  gtk_widget_activate_action (rule->self->from, "topic.unrule", "(ss)", rule->key, rule->search);
}

static void
add_cb (NpRulesWindow *self)
{
  gtk_window_present (np_rule_dialog_new (self->from, GTK_WINDOW (self), self->library, NULL, NULL, FALSE));
}

static void
add_button (NpRulesWindow *self, GtkWidget *row, const char *icon, const char *label, GCallback callback, Rule *rule)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (button, np_library_is_writable (self->library, NULL));
  g_signal_connect_data (button, "clicked", callback, rule, rule_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (NpRulesWindow *self, const NpTopic *topic, const char *search)
{
  GtkWidget *row = adw_action_row_new (), *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), search);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), topic->name);
  gtk_widget_add_css_class (dot, "np-dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  np_topic_color_apply (dot, topic->color);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), dot);
  add_button (self, row, "document-edit-symbolic", _ ("Change Rule"), G_CALLBACK (change_cb),
              rule_new (self, topic->key, search));
  add_button (self, row, "user-trash-symbolic", _ ("Delete Rule"), G_CALLBACK (delete_cb),
              rule_new (self, topic->key, search));
  return row;
}

/* They are few: all rows are made anew. */
static void
fill (NpRulesWindow *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  g_autoptr (GPtrArray) topics = np_topic_tree_list_all (tree);
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < topics->len; i++)
    {
      const NpTopic *topic = topics->pdata[i];

      for (guint j = 0; j < topic->rules->len; j++, n++)
        gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, topic, topic->rules->pdata[j]));
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "list" : "empty");
}

static void
np_rules_window_dispose (GObject *object)
{
  NpRulesWindow *self = NP_RULES_WINDOW (object);

  g_clear_object (&self->from);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_rules_window_parent_class)->dispose (object);
}

static void
np_rules_window_class_init (NpRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_rules_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/topics/np-rules-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NpRulesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NpRulesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, NpRulesWindow, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
np_rules_window_init (NpRulesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_rules_window_new:
 * @from: a widget of the main window; actions are activated there
 * @library: the library
 *
 * Returns: (transfer none): a window with all rules, which follows the library; not yet shown
 */
GtkWindow *
np_rules_window_new (GtkWidget *from, NpLibrary *library)
{
  NpRulesWindow *self = g_object_new (NP_TYPE_RULES_WINDOW, "transient-for", gtk_widget_get_root (from),
                                      "destroy-with-parent", TRUE, NULL);

  self->library = g_object_ref (library);
  self->from = g_object_ref (from);
  gtk_widget_set_sensitive (self->add, np_library_is_writable (library, NULL));
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WINDOW (self);
}
