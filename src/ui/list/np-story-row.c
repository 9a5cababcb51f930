#include "ui/list/np-story-row.h"

#include "base/np-text.h"
#include "ui/np-format.h"
#include "ui/np-row-label.h"
#include "ui/topics/np-topic-color.h"

#include <glib/gi18n.h>

#define THUMBNAIL_SIZE 72
#define MAX_TOPICS     3
/* So many letters fit on a line of the narrowest list, and beside a photo. */
#define LINE_CHARS       36
#define SHORT_LINE_CHARS 26

/* The line of site and date begins where the window's lines do, whatever script the site's name is in: LRM or RLM. */
#define MARK_OF(self) (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? "\u200F" : "\u200E")

struct _NpStoryRow
{
  GtkWidget parent_instance;
  GtkWidget *unread;
  GtkInscription *headline;
  GtkInscription *source;
  GtkWidget *star;
  GtkInscription *deck;
  GtkInscription *topics;
  GtkPicture *thumbnail;
  NpLibrary *library;
  NpThumbnails *thumbnails;
  NpStory *story;
  gulong changed_id;
  GCancellable *cancellable; /* of the picture that is on its way */
  gboolean wants_picture;    /* has one that is not there yet */
};

G_DEFINE_FINAL_TYPE (NpStoryRow, np_story_row, GTK_TYPE_WIDGET)

static void
np_story_row_dispose (GObject *object)
{
  NpStoryRow *self = NP_STORY_ROW (object);

  np_story_row_unbind (self);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->library);
  g_clear_object (&self->thumbnails);
  G_OBJECT_CLASS (np_story_row_parent_class)->dispose (object);
}

static void
np_story_row_class_init (NpStoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_story_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/list/np-story-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NpStoryRow, unread);
  gtk_widget_class_bind_template_child (widget_class, NpStoryRow, headline);
  gtk_widget_class_bind_template_child (widget_class, NpStoryRow, source);
  gtk_widget_class_bind_template_child (widget_class, NpStoryRow, star);
  gtk_widget_class_bind_template_child (widget_class, NpStoryRow, deck);
  gtk_widget_class_bind_template_child (widget_class, NpStoryRow, topics);
  gtk_widget_class_bind_template_child (widget_class, NpStoryRow, thumbnail);
  gtk_widget_class_set_css_name (widget_class, "npstoryrow");
}

static void
np_story_row_init (NpStoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
topics_changed_cb (NpStoryRow *self)
{
  g_autoptr (NpTopicTree) tree = NULL;
  g_autofree char *dots = NULL;

  if (self->story == NULL)
    return;
  tree = np_library_get_topics (self->library);
  dots = np_topic_color_dup_dots (tree, np_story_get_topics (self->story), MAX_TOPICS);
  gtk_inscription_set_markup (self->topics, dots);
  gtk_widget_set_visible (GTK_WIDGET (self->topics), dots != NULL);
}

/**
 * np_story_row_new:
 * @library: the library of the stories
 * @thumbnails: where pictures come from
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
np_story_row_new (NpLibrary *library, NpThumbnails *thumbnails)
{
  NpStoryRow *self = g_object_new (NP_TYPE_STORY_ROW, NULL);

  self->library = g_object_ref (library);
  self->thumbnails = g_object_ref (thumbnails);
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (topics_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * np_story_row_markup_snippet:
 * @snippet: the words around a search's matches, each match between \x02 and \x03
 *
 * Returns: (transfer full): the same as Pango markup, the matches bold
 */
char *
np_story_row_markup_snippet (const char *snippet)
{
  g_autofree char *escaped = NULL;
  GString *markup = g_string_new (NULL);
  gboolean open = FALSE;

  g_return_val_if_fail (snippet != NULL, g_string_free (markup, FALSE));

  for (const char *p = snippet; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\x02' && !open)
      {
        g_string_append (markup, "<b>");
        open = TRUE;
      }
    else if (*p == '\x03' && open)
      {
        g_string_append (markup, "</b>");
        open = FALSE;
      }
    else if (*p != '\x02' && *p != '\x03')
      {
        g_autofree char *one = g_markup_escape_text (p, g_utf8_next_char (p) - p);

        g_string_append (markup, one);
      }
  if (open)
    g_string_append (markup, "</b>");
  return g_string_free (markup, FALSE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPaintable) picture = np_thumbnails_load_finish (NP_THUMBNAILS (source), result, &error);
  NpStoryRow *self = user_data;

  /* Cancelled: the row shows another story by now, or is gone. A photo that cannot be read just is not shown. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_picture_set_paintable (self->thumbnail, picture);
  gtk_widget_set_visible (GTK_WIDGET (self->thumbnail), picture != NULL);
}

static void
show_thumbnail (NpStoryRow *self)
{
  const char *path = np_story_get_thumbnail (self->story);
  g_autofree char *file = path != NULL ? np_library_get_file (self->library, path) : NULL;
  GdkPaintable *picture = file != NULL ? np_thumbnails_get (self->thumbnails, file) : NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_picture_set_paintable (self->thumbnail, picture);
  gtk_widget_set_visible (GTK_WIDGET (self->thumbnail), file != NULL);
  self->wants_picture = file != NULL && picture == NULL;
}

static const char *
title_of (NpStory *story)
{
  const char *headline = np_story_get_headline (story);

  return !np_text_is_empty (headline)       ? headline
         : np_story_get_url (story) != NULL ? np_story_get_url (story)
                                            : _ ("Story without a headline");
}

/* "headline, site, date, unread" for those who hear the list. */
static void
describe (NpStoryRow *self, const char *source)
{
  GString *words = g_string_new (title_of (self->story));

  if (*source != '\0')
    g_string_append_printf (words, ", %s", source);
  if (!np_story_get_read (self->story))
    g_string_append_printf (words, ", %s", _ ("unread"));
  if (np_story_get_starred (self->story))
    g_string_append_printf (words, ", %s", _ ("starred"));
  np_row_label_set (GTK_WIDGET (self), words->str);
  g_string_free (words, TRUE);
}

/* A text that is not measured has to be told how many lines it gets: measuring two hundred rows, as a list view makes,
 * takes longer than many frames. */
static void
set_lines (GtkInscription *text, guint lines)
{
  gtk_inscription_set_min_lines (text, lines);
  gtk_inscription_set_nat_lines (text, lines);
}

static void
set_text (GtkInscription *text, const char *words, glong one_line)
{
  if (g_strcmp0 (gtk_inscription_get_text (text), words) == 0 && gtk_inscription_get_attributes (text) == NULL)
    return;
  gtk_inscription_set_attributes (text, NULL); /* what the markup of a match left */
  gtk_inscription_set_text (text, words);
  set_lines (text, g_utf8_strlen (words, -1) > one_line ? 2 : 1);
}

static void
update (NpStoryRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *time = np_story_get_published (self->story);
  g_autofree char *date = np_format_date (time != NULL ? time : np_story_get_saved (self->story), now);
  g_autofree char *source = NULL, *directed = NULL, *markup = NULL,
                  *deck = np_text_clean (np_story_get_deck (self->story));
  const char *site = np_story_get_site (self->story);
  gboolean read = np_story_get_read (self->story);
  glong line;

  source = np_text_is_empty (site) ? g_strdup (date)
           : *date == '\0'         ? g_strdup (site)
                                   : g_strdup_printf ("%s · %s", site, date);
  directed = g_strconcat (MARK_OF (self), source, NULL);
  line = np_story_get_thumbnail (self->story) != NULL ? SHORT_LINE_CHARS : LINE_CHARS;
  set_text (self->headline, title_of (self->story), line);
  gtk_inscription_set_text (self->source, directed);
  if (np_story_get_snippet (self->story) != NULL)
    {
      markup = np_story_row_markup_snippet (np_story_get_snippet (self->story));
      gtk_inscription_set_markup (self->deck, markup);
      set_lines (self->deck, 2);
    }
  else
    set_text (self->deck, deck != NULL ? deck : "", line);
  gtk_widget_set_visible (GTK_WIDGET (self->deck), !np_text_is_empty (gtk_inscription_get_text (self->deck)));
  gtk_widget_set_opacity (self->unread, read ? 0 : 1);
  gtk_widget_set_visible (self->star, np_story_get_starred (self->story));
  if (read)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unread");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "unread");
  topics_changed_cb (self);
  show_thumbnail (self);
  describe (self, source);
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
