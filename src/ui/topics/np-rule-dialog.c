#include "ui/topics/np-rule-dialog.h"

#include "library/np-library-topics.h"
#include "ui/np-format.h"
#include "ui/topics/np-topic-chooser.h"

#include <glib/gi18n.h>

/* As many stories as are shown of those that would get the topic. */
#define MAX_SHOWN 50
/* How long typing has to rest until it is looked for. */
#define ASK_AFTER_MS 250

struct _NpRuleDialog
{
  AdwWindow parent_instance;
  NpLibrary *library;
  GtkWidget *from;    /* where actions are activated; a widget of the main window */
  char *old;          /* (nullable) the search of the rule that is changed */
  char *key;          /* (nullable) of the topic */
  GPtrArray *stories; /* (nullable) NpStory: what would get it; NULL until that is known */
  GtkWidget *save, *search, *topic, *chooser, *there, *group, *list;
  GCancellable *asking;
  guint ask_id;
};

G_DEFINE_FINAL_TYPE (NpRuleDialog, np_rule_dialog, ADW_TYPE_WINDOW)

static const char *
get_search (NpRuleDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static void
update_save (NpRuleDialog *self)
{
  g_autofree char *clean = g_strstrip (g_strdup (get_search (self)));

  gtk_widget_set_sensitive (self->save, self->key != NULL && *clean != '\0' && self->stories != NULL
                                            && np_library_is_writable (self->library, NULL));
}

static GtkWidget *
make_row (NpStory *story)
{
  GtkWidget *row = adw_action_row_new ();
  const char *headline = np_story_get_headline (story), *site = np_story_get_site (story);
  g_autofree char *day = np_format_published (np_story_get_published (story));
  g_autofree char *where = g_strjoin (site != NULL && *day != '\0' ? " · " : "", site != NULL ? site : "", day, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), headline != NULL ? headline : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  return row;
}

static void
show_stories (NpRuleDialog *self)
{
  GtkListBoxRow *row;
  g_autofree char *count = np_format_stories (self->stories->len);

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < MIN (self->stories->len, MAX_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self->stories->pdata[i]));
  gtk_widget_set_visible (self->list, self->stories->len > 0);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), count);
  update_save (self);
}

static void
on_stories (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *stories = np_library_preview_rule_finish (NP_LIBRARY (source), result, &error);
  NpRuleDialog *self = user_data;

  if (stories == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* asked anew, or closed */
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  self->stories = stories != NULL ? stories : g_ptr_array_new_with_free_func (g_object_unref);
  show_stories (self);
}

static void
stop_asking (NpRuleDialog *self)
{
  g_clear_handle_id (&self->ask_id, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static gboolean
ask_cb (gpointer user_data)
{
  NpRuleDialog *self = user_data;

  self->ask_id = 0;
  self->asking = g_cancellable_new ();
  np_library_preview_rule_async (self->library, self->key, get_search (self), self->asking, on_stories, self);
  return G_SOURCE_REMOVE;
}

/* What was found no longer is what the rule says. */
static void
ask_anew (NpRuleDialog *self)
{
  stop_asking (self);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  update_save (self);
  self->ask_id = g_timeout_add (ASK_AFTER_MS, ask_cb, self);
}

static void
set_topic (NpRuleDialog *self, const char *key)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  const NpTopic *topic = np_topic_tree_resolve (tree, key);

  g_free (self->key);
  self->key = topic != NULL ? g_strdup (topic->key) : NULL;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->topic), topic != NULL ? topic->name : _ ("Choose a Topic"));
}

static void
chosen_cb (NpRuleDialog *self, const char *key)
{
  set_topic (self, key);
  ask_anew (self);
}

static void
show_chooser_cb (NpRuleDialog *self)
{
  np_topic_chooser_show_pick (NP_TOPIC_CHOOSER (self->chooser), _ ("Stories that are found get"), NULL);
}

static void
save_cb (NpRuleDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autofree char *search = g_strstrip (g_strdup (get_search (self)));

  for (guint i = 0; gtk_switch_get_active (GTK_SWITCH (self->there)) && i < self->stories->len; i++)
    g_strv_builder_add (builder, np_story_get_id (self->stories->pdata[i]));
  ids = g_strv_builder_end (builder);
  gtk_widget_activate_action (self->from, "topic.rule", "(sss^as)", self->key, self->old != NULL ? self->old : "",
                              search, ids);
  gtk_window_close (GTK_WINDOW (self));
}

/* Enter in the search: it is done, once it is whole. */
static void
entered_cb (NpRuleDialog *self)
{
  if (gtk_widget_get_sensitive (self->save))
    save_cb (self);
}

static void
np_rule_dialog_dispose (GObject *object)
{
  NpRuleDialog *self = NP_RULE_DIALOG (object);

  if (self->library != NULL)
    stop_asking (self);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  g_clear_object (&self->from);
  g_clear_object (&self->library);
  g_clear_pointer (&self->old, g_free);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (np_rule_dialog_parent_class)->dispose (object);
}

static void
np_rule_dialog_class_init (NpRuleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_rule_dialog_dispose;
  g_type_ensure (NP_TYPE_TOPIC_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/topics/np-rule-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NpRuleDialog, save);
  gtk_widget_class_bind_template_child (widget_class, NpRuleDialog, search);
  gtk_widget_class_bind_template_child (widget_class, NpRuleDialog, topic);
  gtk_widget_class_bind_template_child (widget_class, NpRuleDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, NpRuleDialog, there);
  gtk_widget_class_bind_template_child (widget_class, NpRuleDialog, group);
  gtk_widget_class_bind_template_child (widget_class, NpRuleDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_anew);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_chooser_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
np_rule_dialog_init (NpRuleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_rule_dialog_new:
 * @from: a widget of the main window; the action `topic.rule` is activated there
 * @parent: the window that it stands over
 * @library: the library
 * @key: (nullable): key of the topic
 * @search: (nullable): the search
 * @there: whether there is a rule of @key and @search, which is changed; else one is made
 *
 * Returns: (transfer none): a window that asks for a rule; not yet shown
 */
GtkWindow *
np_rule_dialog_new (GtkWidget *from, GtkWindow *parent, NpLibrary *library, const char *key, const char *search,
                    gboolean there)
{
  NpRuleDialog *self = g_object_new (NP_TYPE_RULE_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  self->library = g_object_ref (library);
  self->from = g_object_ref (from);
  self->old = there ? g_strdup (search) : NULL;
  np_topic_chooser_set_library (NP_TOPIC_CHOOSER (self->chooser), library);
  gtk_window_set_title (GTK_WINDOW (self), there ? _ ("Change Rule") : _ ("New Rule"));
  set_topic (self, key);
  gtk_widget_set_sensitive (self->topic, !there);
  gtk_editable_set_text (GTK_EDITABLE (self->search), search != NULL ? search : "");
  gtk_widget_grab_focus (self->search);
  ask_anew (self);
  return GTK_WINDOW (self);
}
