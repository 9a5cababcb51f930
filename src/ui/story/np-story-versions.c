#include "ui/story/np-story-versions.h"

#include "library/np-words.h"
#include "ui/np-format.h"
#include "ui/story/np-version-window.h"

#include <glib/gi18n.h>

struct _NpStoryVersions
{
  AdwPreferencesGroup parent_instance;

  NpLibrary *library;
  char *id;
  GPtrArray *versions; /* (nullable) NpStoryVersion, newest first */
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (NpStoryVersions, np_story_versions, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_change (NpStoryVersions *self, NpChange *change)
{
  g_signal_emit (self, signals[CHANGE], 0, change);
}

static void
on_activated (NpStoryVersions *self, AdwActionRow *row)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "np-number"));
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *window = np_version_window_new (parent, self->library, self->id, self->versions, number);

  g_signal_connect_object (window, "change", G_CALLBACK (on_change), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static const char *
words_for_reason (const char *why)
{
  static const struct
  {
    const char *why, *words;
  } reasons[] = {
    { NP_VERSION_UPDATE, N_ ("Then the page had a new version") },
    { NP_VERSION_REEXTRACT, N_ ("Then the kept page was read anew") },
    { NP_VERSION_RESTORE, N_ ("Then an earlier version was restored") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reasons[i].why, why) == 0)
      return _ (reasons[i].words);
  return NULL;
}

static char *
describe (const NpStoryVersion *version)
{
  const char *reason = words_for_reason (version->why);
  g_autofree char *changes = version->error != NULL
                                 ? np_words_for_error (version->error)
                                 : np_format_changes (version->added, version->removed, version->photos);

  return reason != NULL ? g_strdup_printf ("%s\n%s", reason, changes) : g_steal_pointer (&changes);
}

static void
add_row (NpStoryVersions *self, const NpStoryVersion *version, guint number)
{
  GtkWidget *row = adw_action_row_new (), *arrow;
  g_autofree char *title = np_format_until (version->until), *text = describe (version);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (version->error == NULL)
    {
      arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "np-number", GUINT_TO_POINTER (number));
      g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
on_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpStoryVersions) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = np_library_list_versions_finish (NP_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (versions == NULL)
    {
      g_autofree char *words = np_words_for_error (error);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), words);
      return;
    }
  self->versions = versions;
  for (guint i = 0; i < versions->len; i++)
    add_row (self, versions->pdata[i], i);
}

static void
np_story_versions_dispose (GObject *object)
{
  NpStoryVersions *self = NP_STORY_VERSIONS (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->library);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (np_story_versions_parent_class)->dispose (object);
}

static void
np_story_versions_class_init (NpStoryVersionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_story_versions_dispose;
  signals[CHANGE] = g_signal_new ("change", NP_TYPE_STORY_VERSIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, NP_TYPE_CHANGE);
}

static void
np_story_versions_init (NpStoryVersions *self)
{
  self->loading = g_cancellable_new ();
}

/**
 * np_story_versions_new:
 * @library: a library
 * @id: the id of a story that has older versions
 *
 * Returns: (transfer floating): a group of rows, which come when the versions are read
 */
GtkWidget *
np_story_versions_new (NpLibrary *library, const char *id)
{
  NpStoryVersions *self;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && id != NULL, NULL);

  self = g_object_new (NP_TYPE_STORY_VERSIONS, "title", _ ("Older Versions"), NULL);
  self->library = g_object_ref (library);
  self->id = g_strdup (id);
  np_library_list_versions_async (library, id, self->loading, on_listed, g_object_ref (self));
  return GTK_WIDGET (self);
}
