#include "ui/highlights/np-highlights-window.h"

#include "base/np-text.h"
#include "library/np-gather.h"
#include "ui/highlights/np-highlight-item.h"
#include "ui/np-drop-down.h"

#include <glib/gi18n.h>

/* More stories than anybody marked are not read at once. */
#define MAX_STORIES 2000

/* Where highlights are looked for: what the list at the top offers. */
typedef enum
{
  SCOPE_LIBRARY,
  SCOPE_TOPIC,
  SCOPE_STORY
} Scope;

struct _NpHighlightsWindow
{
  AdwWindow parent_instance;

  NpLibrary *library;
  char *topic; /* (nullable) */
  char *story; /* (nullable) */
  GArray *scopes;
  GtkDropDown *scope;
  GtkWidget *entry;
  GtkStack *stack; /* "list", "empty", "none" */
  GListStore *items;
  GtkFilter *filter;
  char *folded;          /* what is looked for */
  GCancellable *loading; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NpHighlightsWindow, np_highlights_window, ADW_TYPE_WINDOW)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is shown --- */

static void
update_stack (NpHighlightsWindow *self)
{
  GtkWidget *list = gtk_stack_get_child_by_name (self->stack, "list");
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (list));
  GtkSelectionModel *shown = gtk_list_view_get_model (GTK_LIST_VIEW (view));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      g_list_model_get_n_items (G_LIST_MODEL (shown)) > 0 ? "list" : "none");
}

static void
append_highlights (NpHighlightsWindow *self, const NpArticle *article)
{
  for (guint i = 0; i < article->highlights->len; i++)
    {
      g_autoptr (NpHighlightItem) item = np_highlight_item_new (article, article->highlights->pdata[i]);

      g_list_store_append (self->items, item);
    }
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpHighlightsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = np_library_read_article_finish (NP_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_list_store_remove_all (self->items);
  if (article != NULL)
    append_highlights (self, article);
  update_stack (self);
}

static void
on_gathered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpHighlightsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = np_gather_finish (NP_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_list_store_remove_all (self->items);
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    append_highlights (self, articles->pdata[i]);
  update_stack (self);
}

static NpQuery *
new_query (NpHighlightsWindow *self)
{
  Scope scope = g_array_index (self->scopes, Scope, gtk_drop_down_get_selected (self->scope));

  return np_query_new (NP_PLACE_ALL, scope == SCOPE_TOPIC ? self->topic : NULL, "is:highlighted");
}

static void
load (NpHighlightsWindow *self)
{
  Scope scope = g_array_index (self->scopes, Scope, gtk_drop_down_get_selected (self->scope));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  if (scope == SCOPE_STORY)
    np_library_read_article_async (self->library, self->story, self->loading, on_read, g_object_ref (self));
  else
    {
      g_autoptr (NpQuery) query = new_query (self);

      np_gather_async (self->library, query, MAX_STORIES, self->loading, on_gathered, g_object_ref (self));
    }
}

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  NpHighlightsWindow *self = user_data;

  return self->folded == NULL || *self->folded == '\0' || np_highlight_item_matches (item, self->folded);
}

static void
on_search_changed (NpHighlightsWindow *self)
{
  g_free (self->folded);
  self->folded = np_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
on_activate (NpHighlightsWindow *self, guint position, GtkListView *view)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr (NpHighlightItem) item = g_list_model_get_item (model, position);

  if (item != NULL)
    g_signal_emit (self, signals[OPEN], 0, np_highlight_item_get_story_id (item),
                   np_highlight_item_get_highlight (item)->id);
}

/* --- rows --- */

static GtkWidget *
append_label (GtkWidget *box, const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (bar, "np-highlight-bar");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), words);
  append_label (words, NULL, 6);
  append_label (words, "np-highlight-note", 6);
  append_label (words, "dim-label", 1);
  gtk_widget_add_css_class (box, "np-highlight-row");
  gtk_list_item_set_child (row, box);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_list_item_get_child (row), *bar = gtk_widget_get_first_child (box);
  GtkWidget *text = gtk_widget_get_first_child (gtk_widget_get_next_sibling (bar));
  GtkWidget *note = gtk_widget_get_next_sibling (text), *story = gtk_widget_get_next_sibling (note);
  NpHighlightItem *item = gtk_list_item_get_item (row);
  const NpHighlight *highlight = np_highlight_item_get_highlight (item);
  const char *classes[] = { "np-highlight-bar", highlight->color != NULL ? highlight->color : "yellow", NULL };

  gtk_widget_set_css_classes (bar, classes);
  gtk_label_set_label (GTK_LABEL (text), highlight->text);
  gtk_label_set_label (GTK_LABEL (note), highlight->note != NULL ? highlight->note : "");
  gtk_widget_set_visible (note, highlight->note != NULL && *highlight->note != '\0');
  gtk_label_set_label (GTK_LABEL (story), np_highlight_item_get_story_name (item));
}

/* --- the window --- */

static GtkWidget *
make_list (NpHighlightsWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *view;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), self->filter);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (filtered))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Highlights"), -1);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_status (const char *icon, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static void
make_content (NpHighlightsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_margin_start (self->entry, 12);
  gtk_widget_set_margin_end (self->entry, 12);
  gtk_widget_set_margin_bottom (self->entry, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search highlights and notes"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_search_changed), self);
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack,
                       make_status ("document-edit-symbolic", _ ("No Highlights"),
                                    _ ("Select words in a story and press H to mark them.")),
                       "empty");
  gtk_stack_add_named (self->stack, make_status ("system-search-symbolic", _ ("Nothing Found"), _ ("Try other words.")),
                       "none");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->scope));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
add_scope (NpHighlightsWindow *self, GtkStringList *names, Scope scope, const char *name)
{
  g_array_append_val (self->scopes, scope);
  gtk_string_list_append (names, name);
}

static void
make_scopes (NpHighlightsWindow *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);
  const NpTopic *topic = self->topic != NULL ? np_topic_tree_resolve (tree, self->topic) : NULL;
  GtkStringList *names = gtk_string_list_new (NULL);

  add_scope (self, names, SCOPE_LIBRARY, _ ("All Highlights"));
  if (topic != NULL)
    add_scope (self, names, SCOPE_TOPIC, topic->name);
  if (self->story != NULL)
    add_scope (self, names, SCOPE_STORY, _ ("This Story"));
  self->scope = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_drop_down_set_selected (self->scope, topic != NULL ? 1 : 0);
  np_drop_down_name (self->scope, _ ("Where to look for highlights"));
  g_signal_connect_swapped (self->scope, "notify::selected", G_CALLBACK (load), self);
}

static void
np_highlights_window_dispose (GObject *object)
{
  NpHighlightsWindow *self = NP_HIGHLIGHTS_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_highlights_window_parent_class)->dispose (object);
}

static void
np_highlights_window_finalize (GObject *object)
{
  NpHighlightsWindow *self = NP_HIGHLIGHTS_WINDOW (object);

  g_array_unref (self->scopes);
  g_object_unref (self->items);
  g_free (self->topic);
  g_free (self->story);
  g_free (self->folded);
  G_OBJECT_CLASS (np_highlights_window_parent_class)->finalize (object);
}

static void
np_highlights_window_class_init (NpHighlightsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = np_highlights_window_dispose;
  object_class->finalize = np_highlights_window_finalize;
  signals[OPEN] = g_signal_new ("open", NP_TYPE_HIGHLIGHTS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
np_highlights_window_init (NpHighlightsWindow *self)
{
  self->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
  self->items = g_list_store_new (NP_TYPE_HIGHLIGHT_ITEM);
}

/**
 * np_highlights_window_new:
 * @parent: the window
 * @library: a library
 * @topic: (nullable): key of a topic to begin with
 * @story: (nullable): id of the story that is shown, to be offered too
 *
 * Returns: (transfer none): a window that follows the library; GTK owns it
 */
GtkWidget *
np_highlights_window_new (GtkWindow *parent, NpLibrary *library, const char *topic, const char *story)
{
  NpHighlightsWindow *self;

  g_return_val_if_fail (NP_IS_LIBRARY (library), NULL);

  self = g_object_new (NP_TYPE_HIGHLIGHTS_WINDOW, "transient-for", parent, "title", _ ("Highlights"), "default-width",
                       460, "default-height", 640, NULL);
  self->library = g_object_ref (library);
  self->topic = g_strdup (topic);
  self->story = g_strdup (story);
  make_scopes (self);
  make_content (self);
  g_signal_connect_object (library, "stories-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
