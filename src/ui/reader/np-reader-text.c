#include "ui/reader/np-reader-text.h"

#include "base/np-text.h"
#include "ui/np-format.h"
#include "ui/reader/np-reader-direction.h"
#include "ui/reader/np-reader-links.h"
#include "ui/reader/np-reader-pen.h"

#include <string.h>

#define SEPARATOR " · "

struct _NpReaderText
{
  NpArticle *article;
  NpReaderPen pen;
  NpReaderMap *map;
  NpReaderChildFunc add_child;
  gpointer user_data;
  guint speed;                /* words a minute */
  GtkTextDirection direction; /* of the story */

  gboolean *shown;  /* for each figure, whether a block shows it */
  gboolean started; /* the head is written */
  guint next;       /* the block, and after the last one the figure, to go on with */
};

/* A block's place in the structure around it. */
typedef struct
{
  char path[NP_BLOCK_MAX_DEPTH * 2 + 2]; /* levels from outside in, for np_reader_tags_get_indent() */
  const char *marker;                    /* (nullable) of the list's item that the next paragraph begins */
} Context;

static void write_blocks (NpReaderText *self, GPtrArray *blocks, Context *context);

static void
mark_figures (NpReaderText *self, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      if (block->type == NP_BLOCK_FIGURE && block->figure < self->article->figures->len)
        self->shown[block->figure] = TRUE;
      mark_figures (self, block->children);
    }
}

/* Writes one paragraph; @context may be NULL for what stands outside the body. Returns where its text begins. */
static int
write_paragraph (NpReaderText *self, NpReaderTag role, const char *text, GArray *spans, Context *context)
{
  const NpReaderParagraph paragraph = { role, text, spans, context != NULL ? context->path : "",
                                        context != NULL ? context->marker : NULL };

  if (context != NULL)
    context->marker = NULL;
  return np_reader_pen_write (&self->pen, &paragraph);
}

/* Writes the text of a block; the blocks come in the order of np_highlight_text_of(). */
static void
write_text (NpReaderText *self, NpReaderTag role, const NpBlock *block, Context *context)
{
  int at;

  if (block->text == NULL)
    return;
  at = write_paragraph (self, role, block->text, block->spans, context);
  np_reader_map_add (self->map, at, block->text);
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const NpSpan *span = &g_array_index (block->spans, NpSpan, i);

      if (span->style == NP_SPAN_ANCHOR && span->href != NULL)
        np_reader_map_add_anchor (self->map, span->href, at + (int) MIN (span->start, (guint) G_MAXINT / 2));
    }
}

/* What is not a sentence follows the story: a name or a date says nothing of its own. */
static gboolean
is_label (NpReaderTag role)
{
  return role == NP_READER_TAG_KICKER || role == NP_READER_TAG_BYLINE || role == NP_READER_TAG_CREDIT;
}

/* Writes what stands around the body. A headline that begins with a name in other letters is set as the rest of it. */
static void
write_optional (NpReaderText *self, NpReaderTag role, const char *text)
{
  g_autofree char *marked = NULL;
  GtkTextDirection direction;

  if (text == NULL || *text == '\0')
    return;
  direction = is_label (role) ? GTK_TEXT_DIR_NONE : np_reader_direction_of_text (text);
  marked = np_reader_direction_mark (text, direction != GTK_TEXT_DIR_NONE ? direction : self->direction);
  write_paragraph (self, role, marked, NULL, NULL);
}

/* The same, of what people may put right. */
static void
write_part (NpReaderText *self, NpReaderTag role, const char *text, NpPart part, guint figure)
{
  int start = np_reader_pen_get_end (&self->pen);

  write_optional (self, role, text);
  if (np_reader_pen_get_end (&self->pen) > start)
    np_reader_map_add_part (self->map, part, figure, start, np_reader_pen_get_end (&self->pen) - 1);
}

static void
write_child (NpReaderText *self, NpReaderChildKind kind, const NpBlock *block, const NpFigure *figure, guint number)
{
  NpReaderChild child = { kind, block, figure, number };
  g_autoptr (GtkTextChildAnchor) anchor = g_object_ref (np_reader_pen_write_anchor (&self->pen));

  self->add_child (anchor, &child, self->user_data);
}

static void
write_figure (NpReaderText *self, guint index)
{
  const NpFigure *figure;
  int start;

  if (index >= self->article->figures->len)
    return;
  figure = self->article->figures->pdata[index];
  write_child (self, NP_READER_CHILD_PHOTO, NULL, figure, index);
  start = np_reader_pen_get_end (&self->pen);
  write_part (self, NP_READER_TAG_CAPTION, figure->caption, NP_PART_CAPTION, index);
  write_part (self, NP_READER_TAG_CREDIT, figure->credit, NP_PART_CREDIT, index);
  /* A little air between the words under a photo and the story that goes on. */
  if (np_reader_pen_get_end (&self->pen) > start)
    np_reader_pen_write_gap (&self->pen);
}

static void
enter (Context *inner, const Context *outer, char level)
{
  gsize depth = strlen (outer->path);

  *inner = *outer;
  if (depth + 1 < sizeof inner->path)
    {
      inner->path[depth] = level;
      inner->path[depth + 1] = '\0';
    }
}

static void
write_list (NpReaderText *self, const NpBlock *list, Context *context)
{
  static const char *const bullets[] = { "•", "◦", "▪" };
  guint depth = 0;
  Context inner;

  for (const char *p = context->path; *p != '\0'; p++)
    depth += *p == 'L';
  for (guint i = 0; list->children != NULL && i < list->children->len; i++)
    {
      const NpBlock *item = list->children->pdata[i];
      g_autofree char *number = list->ordered ? g_strdup_printf ("%u.", i + 1) : NULL;

      enter (&inner, context, 'L');
      inner.marker = list->ordered ? number : bullets[depth % G_N_ELEMENTS (bullets)];
      write_text (self, NP_READER_TAG_ITEM, item, &inner);
      if (item->children != NULL)
        write_blocks (self, item->children, &inner);
      if (inner.marker != NULL)
        write_paragraph (self, NP_READER_TAG_ITEM, "", NULL, &inner);
    }
}

/* What is not a paragraph does not stand behind a list's marker: the marker gets a line of its own. */
static void
flush_marker (NpReaderText *self, Context *context)
{
  if (context->marker != NULL)
    write_paragraph (self, NP_READER_TAG_ITEM, "", NULL, context);
}

static void
write_quote (NpReaderText *self, const NpBlock *quote, Context *context)
{
  Context inner;

  flush_marker (self, context);
  enter (&inner, context, 'Q');
  write_text (self, NP_READER_TAG_PARAGRAPH, quote, &inner);
  if (quote->children != NULL)
    write_blocks (self, quote->children, &inner);
}

static NpReaderTag
role_of_text (const NpBlock *block, const Context *context)
{
  if (block->type == NP_BLOCK_HEADING)
    return NP_READER_TAG_HEADING_2 + CLAMP (block->level, 2, 6) - 2;
  if (block->type == NP_BLOCK_PREFORMATTED)
    return NP_READER_TAG_PREFORMATTED;
  return strchr (context->path, 'L') != NULL ? NP_READER_TAG_ITEM : NP_READER_TAG_PARAGRAPH;
}

static void
write_block (NpReaderText *self, const NpBlock *block, Context *context)
{
  switch (block->type)
    {
    case NP_BLOCK_PREFORMATTED:
      flush_marker (self, context);
      G_GNUC_FALLTHROUGH;
    case NP_BLOCK_PARAGRAPH:
    case NP_BLOCK_HEADING:
      write_text (self, role_of_text (block, context), block, context);
      break;
    case NP_BLOCK_QUOTE:
      write_quote (self, block, context);
      break;
    case NP_BLOCK_LIST:
      flush_marker (self, context);
      write_list (self, block, context);
      break;
    case NP_BLOCK_TABLE:
      flush_marker (self, context);
      write_child (self, NP_READER_CHILD_TABLE, block, NULL, 0);
      break;
    case NP_BLOCK_RULE:
      flush_marker (self, context);
      write_child (self, NP_READER_CHILD_RULE, block, NULL, 0);
      break;
    case NP_BLOCK_FIGURE:
      flush_marker (self, context);
      write_figure (self, block->figure);
      break;
    case NP_BLOCK_EMBED:
      flush_marker (self, context);
      write_child (self, NP_READER_CHILD_EMBED, block, NULL, 0);
      break;
    case NP_BLOCK_ITEM:
    case NP_BLOCK_ROW:
    case NP_BLOCK_CELL:
    case NP_BLOCK_UNKNOWN: /* of a later version: kept in the file, not shown */
      break;
    }
}

static void
write_blocks (NpReaderText *self, GPtrArray *blocks, Context *context)
{
  for (guint i = 0; i < blocks->len; i++)
    write_block (self, blocks->pdata[i], context);
}

static char *
join_authors (NpArticle *article)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < article->authors->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) article->authors->pdata[i]);
  return g_strdup (names->str);
}

/* Each item stands by itself, in the order of the story: in one from right to left, marks keep the items of a language
 * from left to right from being set as one, and their numbers at their place (UAX #9, 2.6). */
static void
add_item (NpReaderText *self, GString *line, const char *item)
{
  gboolean rtl = self->direction == GTK_TEXT_DIR_RTL;

  if (item == NULL)
    return;
  if (line->len > 0)
    g_string_append (line, rtl ? "\u200F" SEPARATOR : SEPARATOR);
  if (rtl && np_reader_direction_of_start (item) != GTK_TEXT_DIR_RTL)
    g_string_append (line, "\u200E");
  g_string_append (line, item);
}

/* "ABC News · May 31, 2018, 3:48 PM · 4 min"; the site's name leads to the page that the story came from. */
static void
write_source (NpReaderText *self)
{
  NpArticle *article = self->article;
  const char *site = article->site_name != NULL ? article->site_name : article->site_domain;
  const char *address = article->canonical_url != NULL ? article->canonical_url : article->url;
  g_autofree char *published = np_format_published (article->published);
  g_autofree char *length = np_format_reading_time (np_article_count_words (article), self->speed);
  g_autoptr (GString) line = g_string_new (site);
  int start = np_reader_pen_get_end (&self->pen), marks;

  add_item (self, line, published);
  add_item (self, line, length);
  write_part (self, NP_READER_TAG_BYLINE, line->str, NP_PART_PUBLISHED, 0);
  /* Before the site's name may be a mark of direction, after the line is its end. */
  marks = np_reader_pen_get_end (&self->pen) - start - (int) g_utf8_strlen (line->str, -1) - 1;
  if (site != NULL && np_reader_link_is_safe (address))
    np_reader_pen_mark_link (&self->pen, address, start + marks, start + marks + (int) g_utf8_strlen (site, -1));
}

/* Whether the story begins with its own deck: pages without one give the beginning of the text for it. */
static gboolean
begins_with_deck (NpArticle *article)
{
  const NpBlock *first = NULL;
  g_autofree char *deck = NULL, *text = NULL;

  for (guint i = 0; i < article->body->len && (first == NULL || first->type == NP_BLOCK_FIGURE); i++)
    first = article->body->pdata[i];
  if (article->deck == NULL || first == NULL || first->text == NULL)
    return FALSE;
  deck = np_text_fold (article->deck);
  text = np_text_fold (first->text);
  while (g_str_has_suffix (deck, ".")) /* also what an ellipsis folds to */
    deck[strlen (deck) - 1] = '\0';
  return g_str_has_prefix (text, g_strchomp (deck));
}

static void
write_head (NpReaderText *self)
{
  NpArticle *article = self->article;
  g_autofree char *authors = join_authors (article);

  np_reader_tags_set_language (self->pen.tags, article->language);
  write_optional (self, NP_READER_TAG_KICKER, article->section);
  write_part (self, NP_READER_TAG_HEADLINE, article->headline, NP_PART_HEADLINE, 0);
  if (!begins_with_deck (article))
    write_part (self, NP_READER_TAG_DECK, article->deck, NP_PART_DECK, 0);
  write_part (self, NP_READER_TAG_BYLINE, article->byline != NULL ? article->byline : authors, NP_PART_BYLINE, 0);
  write_source (self);
  if (article->figures->len > 0 && !self->shown[0])
    {
      self->shown[0] = TRUE;
      write_figure (self, 0);
    }
  else
    np_reader_pen_write_gap (&self->pen); /* as a photo would bring it */
}

/**
 * np_reader_text_new:
 * @article: what to write
 * @buffer: an empty buffer
 * @tags: the tags of @buffer
 * @map: an empty map, filled with what is written; it outlives this
 * @speed: how many words are read in a minute
 * @add_child: called for each thing that is not text
 * @user_data: for @add_child
 *
 * Returns: (transfer full): a writer that has written nothing yet
 */
NpReaderText *
np_reader_text_new (NpArticle *article, GtkTextBuffer *buffer, NpReaderTags *tags, NpReaderMap *map, guint speed,
                    NpReaderChildFunc add_child, gpointer user_data)
{
  NpReaderText *self = g_new0 (NpReaderText, 1);

  self->article = np_article_ref (article);
  self->pen.buffer = g_object_ref (buffer);
  self->pen.tags = tags;
  self->map = map;
  self->add_child = add_child;
  self->user_data = user_data;
  self->speed = speed;
  self->direction = np_reader_direction_of_story (article);
  self->shown = g_new0 (gboolean, article->figures->len + 1);
  mark_figures (self, article->body);
  return self;
}

/**
 * np_reader_text_free:
 * @self: (transfer full) (nullable): a writer
 */
void
np_reader_text_free (NpReaderText *self)
{
  if (self == NULL)
    return;
  np_article_unref (self->article);
  g_object_unref (self->pen.buffer);
  g_free (self->shown);
  g_free (self);
}

/**
 * np_reader_text_write:
 * @self: a writer
 * @characters: about how much to write
 *
 * Writes on: whole blocks, until @characters are written. Photos that no block shows come last: nothing that was saved
 * stays unseen.
 *
 * Returns: whether there is more
 */
gboolean
np_reader_text_write (NpReaderText *self, guint characters)
{
  GPtrArray *body = self->article->body, *figures = self->article->figures;
  int limit = np_reader_pen_get_end (&self->pen) + (int) MIN (characters, (guint) G_MAXINT / 2);

  if (!self->started)
    {
      self->started = TRUE;
      write_head (self);
    }
  for (; self->next < body->len + figures->len && np_reader_pen_get_end (&self->pen) < limit; self->next++)
    {
      Context context = { "", NULL };

      if (self->next < body->len)
        write_block (self, body->pdata[self->next], &context);
      else if (!self->shown[self->next - body->len])
        write_figure (self, self->next - body->len);
    }
  return self->next < body->len + figures->len;
}
