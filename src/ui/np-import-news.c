#include "ui/np-import-news.h"

#include <glib/gi18n.h>

/* There is one notification at a time: what comes later is added to it, until somebody looks. */
#define NOTIFICATION "imports"

struct _NpImportNews
{
  GObject parent_instance;
  GtkApplication *application; /* not owned: it owns this */
  GListModel *imports;
  NpSettings *settings;
  guint n_saved, n_failed; /* since somebody looked */
  char *title, *id;        /* (nullable) of the story that was saved last */
};

G_DEFINE_FINAL_TYPE (NpImportNews, np_import_news, G_TYPE_OBJECT)

static void
forget (NpImportNews *self)
{
  self->n_saved = self->n_failed = 0;
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->id, g_free);
}

static gboolean
is_watched (NpImportNews *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (gtk_window_is_active (l->data))
      return TRUE;
  return FALSE;
}

static gboolean
is_busy (NpImportNews *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->imports); i++)
    {
      g_autoptr (NpImport) import = g_list_model_get_item (self->imports, i);

      if (np_import_is_running (import))
        return TRUE;
    }
  return FALSE;
}

static void
tell (NpImportNews *self)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *title = NULL, *body = NULL;

  if (self->n_saved == 1)
    title = g_strdup (_ ("Story saved"));
  else if (self->n_saved > 1)
    title = g_strdup_printf (ngettext ("%u story saved", "%u stories saved", self->n_saved), self->n_saved);
  if (self->n_failed > 0)
    body = g_strdup_printf (ngettext ("%u story could not be saved", "%u stories could not be saved", self->n_failed),
                            self->n_failed);
  else if (self->n_saved == 1)
    body = g_strdup (self->title);
  notification = g_notification_new (title != NULL ? title : _ ("Not saved"));
  if (body != NULL)
    g_notification_set_body (notification, body);
  if (self->n_saved == 1)
    {
      g_notification_set_default_action_and_target (notification, "app.open-story", "s", self->id);
      g_notification_add_button_with_target (notification, _ ("Open"), "app.open-story", "s", self->id);
    }
  g_application_send_notification (G_APPLICATION (self->application), NOTIFICATION, notification);
}

/* The last of them is told with all that were on their way at the same time. */
static void
ended_cb (NpImportNews *self, GParamSpec *pspec, NpImport *import)
{
  NpImportStep step = np_import_get_step (import);

  if (np_import_is_running (import) || step == NP_IMPORT_CANCELLED)
    return;
  g_signal_handlers_disconnect_by_func (import, ended_cb, self);
  if (is_watched (self) || !np_settings_get_boolean (self->settings, "notify-imports"))
    {
      forget (self);
      return;
    }
  if (step == NP_IMPORT_FAILED)
    self->n_failed++;
  else if (np_import_get_story_id (import) != NULL && step != NP_IMPORT_UNCHANGED)
    {
      self->n_saved++;
      g_free (self->title);
      g_free (self->id);
      self->title = g_strdup (np_import_get_title (import));
      self->id = g_strdup (np_import_get_story_id (import));
    }
  if (self->n_saved + self->n_failed > 0 && !is_busy (self))
    tell (self);
}

static void
imports_changed_cb (NpImportNews *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (NpImport) import = g_list_model_get_item (self->imports, i);

      /* One that failed the last time is no news. */
      if (np_import_is_running (import))
        g_signal_connect_object (import, "notify::step", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
    }
}

/* Whoever looks at the window sees what came. */
static void
active_cb (NpImportNews *self, GParamSpec *pspec, GtkWindow *window)
{
  if (!gtk_window_is_active (window))
    return;
  forget (self);
  g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION);
}

static void
window_added_cb (NpImportNews *self, GtkWindow *window)
{
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}

static void
np_import_news_dispose (GObject *object)
{
  NpImportNews *self = NP_IMPORT_NEWS (object);

  forget (self);
  g_clear_object (&self->imports);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (np_import_news_parent_class)->dispose (object);
}

static void
np_import_news_class_init (NpImportNewsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_import_news_dispose;
}

static void
np_import_news_init (NpImportNews *self)
{
}

/**
 * np_import_news_new:
 * @application: the application; its action "open-story" of type "s" opens what was saved. It outlives this
 * @library: whose imports are told of
 * @settings: whether they are, "notify-imports"
 *
 * Returns: (transfer full): what tells, from now on until it is freed
 */
NpImportNews *
np_import_news_new (GtkApplication *application, NpLibrary *library, NpSettings *settings)
{
  NpImportNews *self = g_object_new (NP_TYPE_IMPORT_NEWS, NULL);

  self->application = application;
  self->imports = g_object_ref (np_library_get_imports (library));
  self->settings = g_object_ref (settings);
  g_signal_connect_object (self->imports, "items-changed", G_CALLBACK (imports_changed_cb), self, G_CONNECT_SWAPPED);
  imports_changed_cb (self, 0, 0, g_list_model_get_n_items (self->imports));
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    window_added_cb (self, l->data);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self, G_CONNECT_SWAPPED);
  return self;
}
