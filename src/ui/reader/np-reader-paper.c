#include "ui/reader/np-reader-paper.h"

#include "ui/reader/np-reader-direction.h"
#include "ui/reader/np-reader-pen.h"
#include "ui/reader/np-reader-text.h"

/* A first screen has less than this many characters, and a piece of this size is written well within a frame. */
#define FIRST_PIECE 8000
#define NEXT_PIECE  16000

/* Stories that come closer together than this only pass by, as while somebody holds down a key. */
#define PASSING_MS 150

struct _NpReaderPaper
{
  GtkTextView *view; /* owns this */
  NpReaderPaperWritten written;
  gpointer user_data;
  NpReaderTags *tags;
  NpReaderChildren *children;
  NpReaderMap *map;
  NpReaderHighlights *highlights;
  GtkWidget *end;     /* (nullable) what comes after the story */
  NpArticle *article; /* (nullable) */
  NpReaderText *text; /* (nullable) while the story is being written */
  char *id;           /* (nullable) of the story that came last */
  gint64 came;        /* when it did, monotonic time */
  gboolean passing;   /* it is one of many that come and go */
  guint writing;      /* source */
  guint ending;       /* source */
  int body_end;       /* where the story ends in the buffer, characters */
};

static GtkTextBuffer *
get_buffer (NpReaderPaper *self)
{
  return gtk_text_view_get_buffer (self->view);
}

/**
 * np_reader_paper_new:
 * @view: an empty view; it frees this before it goes
 * @written: called when a story is in the buffer, whole
 * @user_data: for @written
 *
 * Returns: (transfer full): paper with nothing on it
 */
NpReaderPaper *
np_reader_paper_new (GtkTextView *view, NpReaderPaperWritten written, gpointer user_data)
{
  NpReaderPaper *self = g_new0 (NpReaderPaper, 1);

  self->view = view;
  self->written = written;
  self->user_data = user_data;
  self->children = np_reader_children_new (view);
  self->tags = np_reader_tags_new (gtk_text_buffer_get_tag_table (get_buffer (self)));
  self->map = np_reader_map_new ();
  self->highlights = np_reader_highlights_new (get_buffer (self), self->tags, self->map);
  return self;
}

/**
 * np_reader_paper_free:
 * @self: (transfer full) (nullable): paper
 */
void
np_reader_paper_free (NpReaderPaper *self)
{
  if (self == NULL)
    return;
  np_reader_paper_clear (self);
  np_reader_children_free (self->children);
  np_reader_highlights_free (self->highlights);
  np_reader_map_free (self->map);
  np_reader_tags_free (self->tags);
  g_clear_object (&self->end);
  g_free (self->id);
  g_free (self);
}

/**
 * np_reader_paper_set_end:
 * @self: paper
 * @end: (transfer floating): what comes after each story, as wide as the column
 */
void
np_reader_paper_set_end (NpReaderPaper *self, GtkWidget *end)
{
  g_return_if_fail (self->end == NULL);

  self->end = g_object_ref_sink (end);
}

/**
 * np_reader_paper_clear:
 * @self: paper
 *
 * Takes the story away.
 */
void
np_reader_paper_clear (NpReaderPaper *self)
{
  g_clear_handle_id (&self->writing, g_source_remove);
  g_clear_handle_id (&self->ending, g_source_remove);
  g_clear_pointer (&self->text, np_reader_text_free);
  np_reader_children_clear (self->children);
  gtk_text_buffer_set_text (get_buffer (self), "", -1);
  np_reader_tags_clear_links (self->tags);
  np_reader_map_clear (self->map);
  np_reader_highlights_show (self->highlights, NULL);
  g_clear_pointer (&self->article, np_article_unref);
  self->body_end = 0;
}

static void
on_child (GtkTextChildAnchor *anchor, const NpReaderChild *child, gpointer user_data)
{
  NpReaderPaper *self = user_data;

  np_reader_children_add (self->children, anchor, child);
}

static gboolean
add_end (gpointer user_data)
{
  NpReaderPaper *self = user_data;
  const NpReaderPen pen = { get_buffer (self), self->tags };

  self->ending = 0;
  np_reader_children_add_widget (self->children, np_reader_pen_write_anchor (&pen), self->end);
  return G_SOURCE_REMOVE;
}

static void
finish_writing (NpReaderPaper *self)
{
  self->body_end = gtk_text_buffer_get_char_count (get_buffer (self));
  g_clear_pointer (&self->text, np_reader_text_free);
  if (self->end != NULL && self->passing)
    self->ending = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PASSING_MS, add_end, self, NULL);
  else if (self->end != NULL)
    add_end (self);
  np_reader_highlights_show (self->highlights, self->article);
  self->written (self->user_data);
}

static gboolean
write_more (gpointer user_data)
{
  NpReaderPaper *self = user_data;

  np_reader_children_queue_loading (self->children);
  if (np_reader_text_write (self->text, NEXT_PIECE))
    return G_SOURCE_CONTINUE;
  self->writing = 0;
  finish_writing (self);
  return G_SOURCE_REMOVE;
}

/* What comes after a story costs as much as the story: it is not brought along from one to the next, but the one that
 * stays gets it. */
static void
note_coming (NpReaderPaper *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean other = g_strcmp0 (self->id, self->article->id) != 0;

  self->passing = other && self->id != NULL && now < self->came + PASSING_MS * 1000;
  if (!other)
    return;
  g_free (self->id);
  self->id = g_strdup (self->article->id);
  self->came = now;
}

/**
 * np_reader_paper_show:
 * @self: paper with nothing on it
 * @article: a story
 * @speed: how many words are read in a minute
 *
 * Writes the beginning of a story; the rest is written when there is time. What comes after it waits until it is clear
 * that the story stays.
 */
void
np_reader_paper_show (NpReaderPaper *self, NpArticle *article, guint speed)
{
  g_return_if_fail (self->article == NULL);

  self->article = np_article_ref (article);
  note_coming (self);
  np_reader_children_set_direction (self->children, np_reader_direction_of_story (article));
  self->text = np_reader_text_new (article, get_buffer (self), self->tags, self->map, speed, on_child, self);
  if (!np_reader_text_write (self->text, FIRST_PIECE))
    {
      finish_writing (self);
      return;
    }
  np_reader_highlights_show (self->highlights, article);
  self->writing = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, write_more, self, NULL);
}

/**
 * np_reader_paper_set_article:
 * @self: paper
 * @article: the story on it, read again: its text is the same, what is marked in it may be other than before
 */
void
np_reader_paper_set_article (NpReaderPaper *self, NpArticle *article)
{
  np_article_ref (article);
  g_clear_pointer (&self->article, np_article_unref);
  self->article = article;
  np_reader_highlights_show (self->highlights, article);
}

/**
 * np_reader_paper_get_article:
 * @self: paper
 *
 * Returns: (transfer none) (nullable): the story on it
 */
NpArticle *
np_reader_paper_get_article (NpReaderPaper *self)
{
  return self->article;
}

/**
 * np_reader_paper_get_tags:
 * @self: paper
 *
 * Returns: (transfer none): the looks of its text
 */
NpReaderTags *
np_reader_paper_get_tags (NpReaderPaper *self)
{
  return self->tags;
}

/**
 * np_reader_paper_get_children:
 * @self: paper
 *
 * Returns: (transfer none): what is in the text that is not text
 */
NpReaderChildren *
np_reader_paper_get_children (NpReaderPaper *self)
{
  return self->children;
}

/**
 * np_reader_paper_get_map:
 * @self: paper
 *
 * Returns: (transfer none): which character of the buffer is which of the story's text
 */
NpReaderMap *
np_reader_paper_get_map (NpReaderPaper *self)
{
  return self->map;
}

/**
 * np_reader_paper_get_highlights:
 * @self: paper
 *
 * Returns: (transfer none): what is marked in the story
 */
NpReaderHighlights *
np_reader_paper_get_highlights (NpReaderPaper *self)
{
  return self->highlights;
}

/**
 * np_reader_paper_is_writing:
 * @self: paper
 *
 * Returns: whether there is more of the story to come
 */
gboolean
np_reader_paper_is_writing (NpReaderPaper *self)
{
  return self->text != NULL;
}

/**
 * np_reader_paper_get_end:
 * @self: paper
 *
 * Returns: where the story ends in the buffer, in characters; 0 until it is written
 */
int
np_reader_paper_get_end (NpReaderPaper *self)
{
  return self->body_end;
}
