#include "ui/speech/np-read-aloud.h"

#include "ui/speech/np-sentences.h"

struct _NpReadAloud
{
  GObject parent_instance;

  NpReaderView *view;
  NpSpeaker *speaker;
  char *id;         /* (nullable) of the story */
  char *language;   /* (nullable) of the story */
  GArray *passages; /* of NpSentence: the sentences in characters of the buffer */
  gboolean whole;   /* all of the story is in passages */
  guint at;         /* which of them */
  int rate;
  NpReadAloudState state;
};

G_DEFINE_FINAL_TYPE (NpReadAloud, np_read_aloud, G_TYPE_OBJECT)

typedef enum
{
  PROP_STATE = 1,
  PROP_RATE
} NpReadAloudProperty;

static GParamSpec *properties[PROP_RATE + 1];

static GtkTextBuffer *
get_buffer (NpReadAloud *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
set_state (NpReadAloud *self, NpReadAloudState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* --- what there is to say --- */

static char *
dup_text (NpReadAloud *self, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &from, start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &to, end);
  return gtk_text_buffer_get_slice (get_buffer (self), &from, &to, FALSE);
}

static void
add_paragraph (NpReadAloud *self, int start, int end)
{
  g_autofree char *text = dup_text (self, start, end);
  g_autoptr (GArray) sentences = np_sentences_split (text, self->language);

  for (guint i = 0; i < sentences->len; i++)
    {
      NpSentence sentence = g_array_index (sentences, NpSentence, i);

      sentence.start += start;
      sentence.end += start;
      g_array_append_val (self->passages, sentence);
    }
}

/* Headline, deck and text; what stands around them is for the eyes. */
static void
list_passages (NpReadAloud *self)
{
  static const NpPart head[] = { NP_PART_HEADLINE, NP_PART_DECK };
  NpReaderMap *map = np_reader_view_get_map (self->view);
  g_autoptr (GArray) ranges = np_reader_map_list_ranges (map, 0, G_MAXUINT);
  NpReaderRange range;

  g_array_set_size (self->passages, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (head); i++)
    if (np_reader_map_get_part (map, head[i], 0, &range))
      add_paragraph (self, range.start, range.end);
  for (guint i = 0; i < ranges->len; i++)
    {
      range = g_array_index (ranges, NpReaderRange, i);
      add_paragraph (self, range.start, range.end);
    }
  self->whole = np_reader_view_is_written (self->view);
}

/* --- the sentence in the text --- */

static void
unmark (NpReadAloud *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), np_reader_view_get_tag (self->view, NP_READER_TAG_SPOKEN), &start,
                              &end);
}

/* From the top of the view, when it is not all in sight: what is said next comes into sight with it. */
static void
show (NpReadAloud *self, const NpSentence *sentence)
{
  GdkRectangle visible, first, last;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, sentence->start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, sentence->end);
  gtk_text_buffer_apply_tag (get_buffer (self), np_reader_view_get_tag (self->view, NP_READER_TAG_SPOKEN), &start,
                             &end);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &visible);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &end, &last);
  if (first.y < visible.y || last.y + last.height > visible.y + visible.height)
    np_reader_view_go (self->view, sentence->start);
}

static void
say (NpReadAloud *self)
{
  const NpSentence *sentence = &g_array_index (self->passages, NpSentence, self->at);
  g_autofree char *text = dup_text (self, sentence->start, sentence->end);

  unmark (self);
  show (self, sentence);
  set_state (self, NP_READ_ALOUD_SPEAKING);
  np_speaker_say (self->speaker, text, self->language, self->rate);
}

/* The first sentence that ends after @offset. */
static guint
find_sentence (NpReadAloud *self, int offset)
{
  guint i = 0;

  while (i + 1 < self->passages->len && g_array_index (self->passages, NpSentence, i).end <= offset)
    i++;
  return i;
}

/* Where people begin: at the cursor, when they can see it, else at what they see first. */
static int
find_beginning (NpReadAloud *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle visible, cursor;
  GtkTextIter at, end;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &at, &end);
  gtk_text_view_get_iter_location (view, &at, &cursor);
  if (gtk_text_iter_get_offset (&at) == 0 || cursor.y < visible.y || cursor.y > visible.y + visible.height)
    gtk_text_view_get_line_at_y (view, &at, visible.y + 4, NULL);
  return gtk_text_iter_get_offset (&at);
}

static void
go_on (NpReadAloud *self)
{
  int last = g_array_index (self->passages, NpSentence, self->at).end;

  if (self->at + 1 >= self->passages->len && !self->whole)
    {
      list_passages (self);
      self->at = find_sentence (self, last);
      if (g_array_index (self->passages, NpSentence, self->at).end > last)
        {
          say (self);
          return;
        }
    }
  if (self->at + 1 >= self->passages->len)
    {
      np_read_aloud_stop (self);
      return;
    }
  self->at++;
  say (self);
}

static void
on_ended (NpReadAloud *self, int how)
{
  if (self->state != NP_READ_ALOUD_SPEAKING)
    return;
  switch ((NpSpeakerEnd) how)
    {
    case NP_SPEAKER_SAID:
      go_on (self);
      break;
    case NP_SPEAKER_INTERRUPTED:
      set_state (self, NP_READ_ALOUD_PAUSED);
      break;
    case NP_SPEAKER_FAILED:
      unmark (self);
      set_state (self, NP_READ_ALOUD_FAILED);
      break;
    }
}

/* --- what people do --- */

/**
 * np_read_aloud_toggle:
 * @self: a reader
 *
 * Begins to read where people are in the story, pauses, or goes on with the sentence that was broken off.
 */
void
np_read_aloud_toggle (NpReadAloud *self)
{
  g_return_if_fail (NP_IS_READ_ALOUD (self));

  switch (self->state)
    {
    case NP_READ_ALOUD_SPEAKING:
      np_speaker_stop (self->speaker);
      set_state (self, NP_READ_ALOUD_PAUSED);
      return;
    case NP_READ_ALOUD_PAUSED:
      say (self);
      return;
    case NP_READ_ALOUD_SILENT:
    case NP_READ_ALOUD_FAILED:
      break;
    }
  if (self->id == NULL)
    return;
  list_passages (self);
  if (self->passages->len == 0)
    return;
  self->at = find_sentence (self, find_beginning (self));
  say (self);
}

/**
 * np_read_aloud_step:
 * @self: a reader
 * @sentences: how many further, below 0 back
 *
 * Goes on with another sentence, while it reads or has paused.
 */
void
np_read_aloud_step (NpReadAloud *self, int sentences)
{
  gboolean speaking;

  g_return_if_fail (NP_IS_READ_ALOUD (self));

  speaking = self->state == NP_READ_ALOUD_SPEAKING;
  if (!speaking && self->state != NP_READ_ALOUD_PAUSED)
    return;
  np_speaker_stop (self->speaker);
  self->at = (guint) CLAMP ((int) self->at + sentences, 0, (int) self->passages->len - 1);
  if (speaking)
    {
      say (self);
      return;
    }
  unmark (self);
  show (self, &g_array_index (self->passages, NpSentence, self->at));
}

/**
 * np_read_aloud_stop:
 * @self: a reader
 *
 * Is silent, and marks nothing any more.
 */
void
np_read_aloud_stop (NpReadAloud *self)
{
  g_return_if_fail (NP_IS_READ_ALOUD (self));

  if (self->state == NP_READ_ALOUD_SILENT)
    return;
  np_speaker_stop (self->speaker);
  unmark (self);
  set_state (self, NP_READ_ALOUD_SILENT);
}

/**
 * np_read_aloud_get_state:
 * @self: a reader
 *
 * Returns: what it does
 */
NpReadAloudState
np_read_aloud_get_state (NpReadAloud *self)
{
  g_return_val_if_fail (NP_IS_READ_ALOUD (self), NP_READ_ALOUD_SILENT);

  return self->state;
}

/**
 * np_read_aloud_set_article:
 * @self: a reader
 * @article: (nullable): the story that is shown; when it is another one, or its text is, reading ends
 */
void
np_read_aloud_set_article (NpReadAloud *self, NpArticle *article)
{
  g_return_if_fail (NP_IS_READ_ALOUD (self));

  np_read_aloud_stop (self);
  g_free (self->id);
  g_free (self->language);
  self->id = article != NULL ? g_strdup (article->id) : NULL;
  self->language = article != NULL ? g_strdup (article->language) : NULL;
}

/* --- the object --- */

static void
set_rate (NpReadAloud *self, int rate)
{
  rate = CLAMP (rate, -NP_SPEAKER_RATE_MAX, NP_SPEAKER_RATE_MAX);
  if (self->rate == rate)
    return;
  self->rate = rate;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATE]);
  if (self->state == NP_READ_ALOUD_SPEAKING) /* at once, with this sentence */
    say (self);
}

static void
np_read_aloud_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  NpReadAloud *self = NP_READ_ALOUD (object);

  switch ((NpReadAloudProperty) property)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_RATE:
      g_value_set_int (value, self->rate);
      break;
    }
}

static void
np_read_aloud_set_property (GObject *object, guint property, const GValue *value, GParamSpec *spec)
{
  switch ((NpReadAloudProperty) property)
    {
    case PROP_RATE:
      set_rate (NP_READ_ALOUD (object), g_value_get_int (value));
      break;
    case PROP_STATE:
      break;
    }
}

static void
np_read_aloud_dispose (GObject *object)
{
  NpReadAloud *self = NP_READ_ALOUD (object);

  if (self->speaker != NULL)
    np_speaker_stop (self->speaker);
  g_clear_object (&self->speaker);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (np_read_aloud_parent_class)->dispose (object);
}

static void
np_read_aloud_finalize (GObject *object)
{
  NpReadAloud *self = NP_READ_ALOUD (object);

  g_array_unref (self->passages);
  g_free (self->id);
  g_free (self->language);
  G_OBJECT_CLASS (np_read_aloud_parent_class)->finalize (object);
}

static void
np_read_aloud_class_init (NpReadAloudClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = np_read_aloud_get_property;
  object_class->set_property = np_read_aloud_set_property;
  object_class->dispose = np_read_aloud_dispose;
  object_class->finalize = np_read_aloud_finalize;
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, NP_READ_ALOUD_SILENT, NP_READ_ALOUD_FAILED,
                                             NP_READ_ALOUD_SILENT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RATE] = g_param_spec_int ("rate", NULL, NULL, G_MININT, G_MAXINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
np_read_aloud_init (NpReadAloud *self)
{
  self->passages = g_array_new (FALSE, FALSE, sizeof (NpSentence));
}

/**
 * np_read_aloud_new:
 * @view: where stories are shown
 * @speaker: who speaks
 *
 * Returns: (transfer full): a reader, silent
 */
NpReadAloud *
np_read_aloud_new (NpReaderView *view, NpSpeaker *speaker)
{
  NpReadAloud *self;

  g_return_val_if_fail (NP_IS_READER_VIEW (view) && NP_IS_SPEAKER (speaker), NULL);

  self = g_object_new (NP_TYPE_READ_ALOUD, NULL);
  self->view = g_object_ref (view);
  self->speaker = g_object_ref (speaker);
  g_signal_connect_object (speaker, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  return self;
}
