#include "ui/list/np-story-row.h"

#include "base/np-text.h"
#include "ui/list/np-story-face.h"
#include "ui/np-row-label.h"

#include <glib/gi18n.h>

#define THUMBNAIL_SIZE 72

struct _NpStoryRow
{
  GtkWidget parent_instance;
  NpStoryFace *face;
  NpRowLook *look; /* (nullable) until it is needed */
  NpLibrary *library;
  NpThumbnails *thumbnails;
  NpStory *story;
  gulong changed_id;
  GdkPaintable *picture;     /* (nullable) */
  GCancellable *cancellable; /* of the picture that is on its way */
  gboolean wants_picture;    /* has one that is not there yet */
};

G_DEFINE_FINAL_TYPE (NpStoryRow, np_story_row, GTK_TYPE_WIDGET)

/* A row that is in no list looks as it would by itself. */
static NpRowLook *
get_look (NpStoryRow *self)
{
  if (self->look == NULL)
    self->look = np_row_look_new (GTK_WIDGET (self));
  np_row_look_update (self->look);
  return self->look;
}

static void
np_story_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  NpStoryRow *self = NP_STORY_ROW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? np_row_look_get_min_width (get_look (self)) + THUMBNAIL_SIZE
                            : np_story_face_get_height (self->face, get_look (self));
}

static void
np_story_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NpStoryRow *self = NP_STORY_ROW (widget);

  np_story_face_snapshot (self->face, get_look (self), widget, self->picture, snapshot);
}

static void
np_story_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  np_story_face_forget (NP_STORY_ROW (widget)->face);
  GTK_WIDGET_CLASS (np_story_row_parent_class)->css_changed (widget, change);
}

static void
np_story_row_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  np_story_face_forget (NP_STORY_ROW (widget)->face);
  GTK_WIDGET_CLASS (np_story_row_parent_class)->direction_changed (widget, previous);
}

static void
np_story_row_dispose (GObject *object)
{
  NpStoryRow *self = NP_STORY_ROW (object);

  np_story_row_unbind (self);
  g_clear_pointer (&self->look, np_row_look_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->thumbnails);
  G_OBJECT_CLASS (np_story_row_parent_class)->dispose (object);
}

static void
np_story_row_finalize (GObject *object)
{
  np_story_face_free (NP_STORY_ROW (object)->face);
  G_OBJECT_CLASS (np_story_row_parent_class)->finalize (object);
}

static void
np_story_row_class_init (NpStoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = np_story_row_dispose;
  object_class->finalize = np_story_row_finalize;
  widget_class->measure = np_story_row_measure;
  widget_class->snapshot = np_story_row_snapshot;
  widget_class->css_changed = np_story_row_css_changed;
  widget_class->direction_changed = np_story_row_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "npstoryrow");
}

static void
np_story_row_init (NpStoryRow *self)
{
  self->face = np_story_face_new ();
}

/* Of the two hundred rows of a list most stay as high as they are. */
static void
show_face (NpStoryRow *self)
{
  g_autoptr (NpTopicTree) topics = np_library_get_topics (self->library);

  if (np_story_face_show (self->face, self->story, topics))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
topics_changed_cb (NpStoryRow *self)
{
  if (self->story != NULL)
    show_face (self);
}

/**
 * np_story_row_new:
 * @library: the library of the stories
 * @thumbnails: where pictures come from
 * @look: how the rows of its list look
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
np_story_row_new (NpLibrary *library, NpThumbnails *thumbnails, NpRowLook *look)
{
  NpStoryRow *self = g_object_new (NP_TYPE_STORY_ROW, NULL);

  self->library = g_object_ref (library);
  self->thumbnails = g_object_ref (thumbnails);
  self->look = np_row_look_ref (look);
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (topics_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPaintable) picture = np_thumbnails_load_finish (NP_THUMBNAILS (source), result, &error);
  NpStoryRow *self = user_data;

  /* Cancelled: the row shows another story by now, or is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_set_object (&self->picture, picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
find_picture (NpStoryRow *self)
{
  const char *path = np_story_get_thumbnail (self->story);
  g_autofree char *file = path != NULL ? np_library_get_file (self->library, path) : NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->picture);
  if (file != NULL && np_thumbnails_get (self->thumbnails, file) != NULL)
    self->picture = g_object_ref (np_thumbnails_get (self->thumbnails, file));
  self->wants_picture = file != NULL && self->picture == NULL;
}

/* "headline, site, date, unread" for those who hear the list. */
static void
describe (NpStoryRow *self)
{
  g_autofree char *source = np_story_face_dup_source (self->story);
  GString *words = g_string_new (np_story_face_find_title (self->story));

  if (*source != '\0')
    g_string_append_printf (words, ", %s", source);
  if (!np_story_get_read (self->story))
    g_string_append_printf (words, ", %s", _ ("unread"));
  if (np_story_get_starred (self->story))
    g_string_append_printf (words, ", %s", _ ("starred"));
  np_row_label_set (GTK_WIDGET (self), words->str);
  g_string_free (words, TRUE);
}

static void
update (NpStoryRow *self)
{
  show_face (self);
  find_picture (self);
  describe (self);
}

/**
 * np_story_row_bind:
 * @self: a row
 * @story: a story
 *
 * Shows @story and follows it.
 */
void
np_story_row_bind (NpStoryRow *self, NpStory *story)
{
  g_return_if_fail (NP_IS_STORY_ROW (self) && NP_IS_STORY (story));

  np_story_row_unbind (self);
  self->story = g_object_ref (story);
  self->changed_id = g_signal_connect_swapped (story, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * np_story_row_show_picture:
 * @self: a row that is in sight
 *
 * Reads the photo of its story, if it is not there yet.
 */
void
np_story_row_show_picture (NpStoryRow *self)
{
  g_autofree char *file = NULL;

  g_return_if_fail (NP_IS_STORY_ROW (self));

  if (self->story == NULL || !self->wants_picture)
    return;
  self->wants_picture = FALSE;
  file = np_library_get_file (self->library, np_story_get_thumbnail (self->story));
  self->cancellable = g_cancellable_new ();
  np_thumbnails_load_async (self->thumbnails, file, THUMBNAIL_SIZE * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                            self->cancellable, loaded_cb, self);
}

/**
 * np_story_row_unbind:
 * @self: a row
 *
 * Lets go of what it shows.
 */
void
np_story_row_unbind (NpStoryRow *self)
{
  g_return_if_fail (NP_IS_STORY_ROW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->story == NULL)
    return;
  g_clear_signal_handler (&self->changed_id, self->story);
  self->wants_picture = FALSE;
  g_clear_object (&self->picture);
  g_clear_object (&self->story);
}

/**
 * np_story_row_get_story:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
NpStory *
np_story_row_get_story (NpStoryRow *self)
{
  g_return_val_if_fail (NP_IS_STORY_ROW (self), NULL);

  return self->story;
}
