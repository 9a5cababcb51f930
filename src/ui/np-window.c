#include "ui/np-window.h"

#include "ui/np-window-body.h"
#include "ui/np-window-state.h"
#include "ui/np-window-trouble.h"

struct _NpWindow
{
  AdwApplicationWindow parent_instance;
  GtkStack *views;
  GtkWidget *first;   /* (nullable) what is there before anything else */
  NpWindowBody *body; /* (nullable) until somebody asks for what is in it */
  GtkWidget *failed;  /* (nullable) */
  NpSettings *settings;
};

G_DEFINE_FINAL_TYPE (NpWindow, np_window, ADW_TYPE_APPLICATION_WINDOW)

static guint changed_signal;

static void
emit_changed (NpWindow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* The panes are many widgets: making them would take as long as all else that the first frame of the window waits for.
 */
static NpWindowBody *
get_body (NpWindow *self)
{
  if (self->body != NULL)
    return self->body;
  self->body = NP_WINDOW_BODY (np_window_body_new (self->settings));
  gtk_stack_add_child (self->views, GTK_WIDGET (self->body));
  np_window_body_attach (self->body);
  g_signal_connect_object (self->body, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return self->body;
}

/* What the window showed before goes away: a screen reader would find its header and its buttons next to the new ones.
 */
static void
leave (NpWindow *self, GtkWidget **page)
{
  if (*page != NULL)
    gtk_stack_remove (self->views, *page);
  *page = NULL;
}

static gboolean
np_window_close_request (GtkWindow *window)
{
  NpWindow *self = NP_WINDOW (window);

  if (self->body != NULL)
    np_window_body_keep (self->body);
  return GTK_WINDOW_CLASS (np_window_parent_class)->close_request (window);
}

static void
np_window_dispose (GObject *object)
{
  NpWindow *self = NP_WINDOW (object);

  G_OBJECT_CLASS (np_window_parent_class)->dispose (object);
  g_clear_object (&self->settings);
}

static void
np_window_class_init (NpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = np_window_close_request;
  changed_signal = g_signal_new ("changed", NP_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/np-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NpWindow, views);
  gtk_widget_class_bind_template_child (widget_class, NpWindow, first);
}

static void
np_window_init (NpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * np_window_new:
 * @application: the application it belongs to
 * @settings: what it remembers
 *
 * Returns: (transfer none): a window without a library; GTK owns it
 */
NpWindow *
np_window_new (GtkApplication *application, NpSettings *settings)
{
  NpWindow *self = g_object_new (NP_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  np_window_state_restore_size (GTK_WINDOW (self), settings);
  return self;
}

/**
 * np_window_set_library:
 * @self: a window without a library
 * @library: the library to show
 *
 * Fills the window; once.
 */
void
np_window_set_library (NpWindow *self, NpLibrary *library)
{
  g_return_if_fail (NP_IS_WINDOW (self) && np_window_get_library (self) == NULL);

  np_window_body_set_library (get_body (self), library);
  gtk_stack_set_visible_child (self->views, GTK_WIDGET (self->body));
  leave (self, &self->first);
  leave (self, &self->failed);
}

/**
 * np_window_show_error:
 * @self: a window without a library
 * @error: why there is none
 * @folder: its folder
 *
 * Says that the library cannot be opened, and what to do.
 */
void
np_window_show_error (NpWindow *self, const GError *error, const char *folder)
{
  g_return_if_fail (NP_IS_WINDOW (self) && error != NULL);

  leave (self, &self->failed);
  self->failed = np_window_trouble_page_new (error, folder);
  gtk_stack_add_child (self->views, self->failed);
  gtk_stack_set_visible_child (self->views, self->failed);
  leave (self, &self->first);
}

/**
 * np_window_get_library:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the library that it shows
 */
NpLibrary *
np_window_get_library (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return self->body != NULL ? np_window_body_get_library (self->body) : NULL;
}

/**
 * np_window_get_changer:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what does changes; `NULL` without a library
 */
NpChanger *
np_window_get_changer (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return self->body != NULL ? np_window_body_get_changer (self->body) : NULL;
}

/**
 * np_window_get_sidebar:
 * @self: a window
 *
 * Returns: (transfer none): the first pane
 */
NpSidebar *
np_window_get_sidebar (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return np_window_body_get_sidebar (get_body (self));
}

/**
 * np_window_get_list:
 * @self: a window
 *
 * Returns: (transfer none): the second pane
 */
NpListPage *
np_window_get_list (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return np_window_body_get_list (get_body (self));
}

/**
 * np_window_get_story_page:
 * @self: a window
 *
 * Returns: (transfer none): the third pane
 */
NpStoryPage *
np_window_get_story_page (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return np_window_body_get_story_page (get_body (self));
}

/**
 * np_window_get_body:
 * @self: a window
 *
 * Returns: (transfer none): all of it that shows the library
 */
GtkWidget *
np_window_get_body (NpWindow *self)
{
  g_return_val_if_fail (NP_IS_WINDOW (self), NULL);

  return GTK_WIDGET (get_body (self));
}

/**
 * np_window_open_story:
 * @self: a window with a library
 * @id: id of a story
 *
 * Shows the story, whatever place is shown, and selects it when it is in the list.
 */
void
np_window_open_story (NpWindow *self, const char *id)
{
  g_return_if_fail (NP_IS_WINDOW (self));

  np_window_body_open_story (get_body (self), id);
}

/**
 * np_window_show_place:
 * @self: a window with a library
 * @place: a place
 * @topic: (nullable): key of a topic
 *
 * Shows another place or topic.
 */
void
np_window_show_place (NpWindow *self, NpPlace place, const char *topic)
{
  g_return_if_fail (NP_IS_WINDOW (self));

  np_window_body_show_place (get_body (self), place, topic);
}

/**
 * np_window_show_pane:
 * @self: a window
 * @pane: 0, 1 or 2, from the start
 *
 * Brings a pane into view where not all are.
 */
void
np_window_show_pane (NpWindow *self, guint pane)
{
  g_return_if_fail (NP_IS_WINDOW (self));

  np_window_body_show_pane (get_body (self), pane);
}

/**
 * np_window_back:
 * @self: a window
 *
 * Goes to the pane before, where one hides the other.
 */
void
np_window_back (NpWindow *self)
{
  g_return_if_fail (NP_IS_WINDOW (self));

  np_window_body_back (get_body (self));
}

/**
 * np_window_open_add:
 * @self: a window
 *
 * Opens the popover to save stories, in the pane that is in view.
 */
void
np_window_open_add (NpWindow *self)
{
  g_return_if_fail (NP_IS_WINDOW (self));

  np_window_body_open_add (get_body (self));
}
