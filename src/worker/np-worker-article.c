#include "worker/np-worker-article.h"

#include "json/np-json-body.h"
#include "model/np-time.h"

#include <string.h>

/* The members that are strings, or lists of them, in the order in which they travel. A number is four bytes as this
 * machine has them, a string its length and one (0 = NULL) and its bytes, a list its length and what is in it. */
static const gsize np_worker_article_strings[] = {
  G_STRUCT_OFFSET (NpArticle, url),
  G_STRUCT_OFFSET (NpArticle, canonical_url),
  G_STRUCT_OFFSET (NpArticle, image),
  G_STRUCT_OFFSET (NpArticle, headline),
  G_STRUCT_OFFSET (NpArticle, deck),
  G_STRUCT_OFFSET (NpArticle, byline),
  G_STRUCT_OFFSET (NpArticle, dateline),
  G_STRUCT_OFFSET (NpArticle, site_name),
  G_STRUCT_OFFSET (NpArticle, site_domain),
  G_STRUCT_OFFSET (NpArticle, section),
  G_STRUCT_OFFSET (NpArticle, language),
  G_STRUCT_OFFSET (NpArticle, published),
  G_STRUCT_OFFSET (NpArticle, updated),
  G_STRUCT_OFFSET (NpArticle, provenance.final_url),
  G_STRUCT_OFFSET (NpArticle, provenance.content_type),
  G_STRUCT_OFFSET (NpArticle, provenance.extractor),
};

static const gsize np_worker_article_lists[] = {
  G_STRUCT_OFFSET (NpArticle, authors),
  G_STRUCT_OFFSET (NpArticle, suggested_topics),
  G_STRUCT_OFFSET (NpArticle, keywords),
  G_STRUCT_OFFSET (NpArticle, diagnostics),
};

static const gsize np_worker_figure_strings[] = {
  G_STRUCT_OFFSET (NpFigure, source),
  G_STRUCT_OFFSET (NpFigure, alt),
  G_STRUCT_OFFSET (NpFigure, caption),
  G_STRUCT_OFFSET (NpFigure, credit),
};

static void
write_number (GByteArray *out, guint number)
{
  guint32 value = number;

  g_byte_array_append (out, (const guint8 *) &value, sizeof value);
}

static void
write_string (GByteArray *out, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  write_number (out, text != NULL ? (guint) length + 1 : 0);
  g_byte_array_append (out, (const guint8 *) text, (guint) length);
}

static void
write_strings (GByteArray *out, gconstpointer record, const gsize *offsets, guint n)
{
  for (guint i = 0; i < n; i++)
    write_string (out, G_STRUCT_MEMBER (const char *, record, offsets[i]));
}

static void
write_list (GByteArray *out, GPtrArray *list)
{
  write_number (out, list->len);
  for (guint i = 0; i < list->len; i++)
    write_string (out, list->pdata[i]);
}

static void
write_bytes (GByteArray *out, GBytes *bytes)
{
  gsize size = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  write_number (out, (guint) size);
  g_byte_array_append (out, data, (guint) size);
}

static void
write_figure (GByteArray *out, const NpFigure *figure)
{
  write_strings (out, figure, np_worker_figure_strings, G_N_ELEMENTS (np_worker_figure_strings));
  write_number (out, figure->width);
  write_number (out, figure->height);
  write_bytes (out, figure->bytes);
}

static void
write_blocks (GByteArray *out, GPtrArray *blocks)
{
  write_number (out, blocks != NULL ? blocks->len : 0);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];
      guint n_spans = block->spans != NULL ? block->spans->len : 0;

      write_number (out, block->type);
      write_number (out, block->level);
      write_number (out, block->figure);
      write_number (out, (block->ordered ? 1 : 0) | (block->header ? 2 : 0));
      write_string (out, block->text);
      write_string (out, block->href);
      write_number (out, n_spans);
      for (guint j = 0; j < n_spans; j++)
        {
          const NpSpan *span = &g_array_index (block->spans, NpSpan, j);

          write_number (out, span->start);
          write_number (out, span->end);
          write_number (out, span->style);
          write_string (out, span->href);
        }
      write_blocks (out, block->children); /* no deeper than NP_BLOCK_MAX_DEPTH */
    }
}

static void
write_fields (GByteArray *out, GHashTable *fields)
{
  GHashTableIter iter;
  gpointer field, source;

  write_number (out, g_hash_table_size (fields));
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &field, &source))
    {
      write_string (out, field);
      write_string (out, source);
    }
}

/**
 * np_worker_article_to_bytes:
 * @article: what was read of a page
 *
 * Returns: (transfer full): what np_worker_article_from_bytes() reads
 */
GBytes *
np_worker_article_to_bytes (const NpArticle *article)
{
  GByteArray *out = g_byte_array_sized_new (16 * 1024);

  write_strings (out, article, np_worker_article_strings, G_N_ELEMENTS (np_worker_article_strings));
  for (guint i = 0; i < G_N_ELEMENTS (np_worker_article_lists); i++)
    write_list (out, G_STRUCT_MEMBER (GPtrArray *, article, np_worker_article_lists[i]));
  write_number (out, article->provenance.status);
  write_fields (out, article->provenance.fields);
  write_number (out, article->figures->len);
  for (guint i = 0; i < article->figures->len; i++)
    write_figure (out, article->figures->pdata[i]);
  write_blocks (out, article->body);
  return g_byte_array_free_to_bytes (out);
}

/* Blocks, spans and whatever else there are many of, all together. A story of that many words would fill a shelf; it
 * bounds what a child that was taken over can make the parent do. */
#define MAX_THINGS 1000000u

/* What is read, and whether it still can be an article. After the first thing that cannot, everything reads as empty.
 */
typedef struct
{
  GBytes *all;
  guint things; /* how many were read */
  const guint8 *start;
  const guint8 *at;
  const guint8 *end;
  guint n_figures;
  gboolean wrong;
} Reader;

static guint
read_number (Reader *r)
{
  guint32 number = 0;

  if (r->wrong || (gsize) (r->end - r->at) < sizeof number)
    {
      r->wrong = TRUE;
      return 0;
    }
  memcpy (&number, r->at, sizeof number);
  r->at += sizeof number;
  return number;
}

/* A number that is at most @most. */
static guint
read_small (Reader *r, guint most)
{
  guint number = read_number (r);

  r->wrong |= number > most;
  return r->wrong ? 0 : number;
}

/* How many things of at least @size bytes follow: what is promised must be there before anything is made of it. */
static guint
read_count (Reader *r, gsize size)
{
  guint n = read_number (r);

  r->wrong |= n > (gsize) (r->end - r->at) / size || n > MAX_THINGS - r->things;
  if (r->wrong)
    return 0;
  r->things += n;
  return n;
}

static char *
read_string (Reader *r)
{
  gsize length = read_number (r);
  char *text;

  if (r->wrong || length == 0)
    return NULL;
  length--;
  if (length > (gsize) (r->end - r->at) || !g_utf8_validate_len ((const char *) r->at, length, NULL))
    {
      r->wrong = TRUE;
      return NULL;
    }
  text = g_strndup ((const char *) r->at, length);
  r->at += length;
  return text;
}

static void
read_strings (Reader *r, gpointer record, const gsize *offsets, guint n)
{
  for (guint i = 0; i < n; i++)
    G_STRUCT_MEMBER (char *, record, offsets[i]) = read_string (r);
}

static void
read_list (Reader *r, GPtrArray *list)
{
  for (guint n = read_count (r, 4); n > 0; n--)
    {
      char *text = read_string (r);

      r->wrong |= text == NULL;
      if (text != NULL)
        g_ptr_array_add (list, text);
    }
}

static void
read_fields (Reader *r, NpArticle *article)
{
  for (guint n = read_count (r, 8); n > 0; n--)
    {
      g_autofree char *field = read_string (r), *source = read_string (r);

      if (field != NULL && source != NULL)
        np_article_set_field_source (article, field, source);
    }
}

static GBytes *
read_bytes (Reader *r)
{
  gsize size = read_number (r);

  r->wrong |= size > (gsize) (r->end - r->at);
  if (r->wrong)
    return NULL;
  r->at += size;
  return size > 0 ? g_bytes_new_from_bytes (r->all, (gsize) (r->at - r->start) - size, size) : NULL;
}

static void
read_figure (Reader *r, NpArticle *article)
{
  NpFigure *figure = np_figure_new ();

  read_strings (r, figure, np_worker_figure_strings, G_N_ELEMENTS (np_worker_figure_strings));
  figure->width = read_small (r, G_MAXINT);
  figure->height = read_small (r, G_MAXINT);
  figure->bytes = read_bytes (r);
  np_article_add_figure (article, figure);
}

/* Addresses that nobody may follow are left out, as they are of the library's files, and what is behind the text. */
static void
read_spans (Reader *r, NpBlock *block)
{
  guint n = read_count (r, 16), before = 0;
  glong length = n > 0 && block->text != NULL ? g_utf8_strlen (block->text, -1) : 0;

  for (; n > 0; n--)
    {
      guint start = read_number (r), end = read_number (r), style = read_small (r, NP_SPAN_ANCHOR);
      g_autofree char *href = read_string (r);

      /* They are kept in this order: finding the place of each again would take the square of their number. */
      r->wrong |= start < before;
      if (r->wrong)
        return;
      before = start;
      if (np_json_span_is_whole (style, href))
        np_block_add_span (block, start, MIN (end, (guint) length), style, np_json_span_has_href (style) ? href : NULL);
    }
}

/* What may stand in what: items in lists, rows in tables, cells in rows, and nothing but those. */
static gboolean
fits (const NpBlock *parent, NpBlockType type)
{
  if (parent->type == NP_BLOCK_LIST)
    return type == NP_BLOCK_ITEM;
  if (parent->type == NP_BLOCK_TABLE)
    return type == NP_BLOCK_ROW;
  if (parent->type == NP_BLOCK_ROW)
    return type == NP_BLOCK_CELL;
  return (parent->type == NP_BLOCK_QUOTE || parent->type == NP_BLOCK_ITEM) && type != NP_BLOCK_ITEM
         && type != NP_BLOCK_ROW && type != NP_BLOCK_CELL;
}

static void
read_members (Reader *r, NpBlock *block)
{
  guint flags;

  block->level = read_small (r, G_MAXINT);
  block->figure = read_small (r, G_MAXINT);
  flags = read_small (r, 3);
  block->ordered = (flags & 1) != 0;
  block->header = (flags & 2) != 0;
  block->text = read_string (r);
  block->href = read_string (r);
  if (block->href != NULL && !np_json_href_is_safe (block->href))
    g_clear_pointer (&block->href, g_free);
  if (block->type == NP_BLOCK_HEADING)
    block->level = CLAMP (block->level, 2, 6);
  r->wrong |= block->type == NP_BLOCK_FIGURE && block->figure >= r->n_figures;
}

static void
read_blocks (Reader *r, NpBlock *parent, guint depth)
{
  guint n = read_count (r, 32);

  r->wrong |= n > 0 && depth > NP_BLOCK_MAX_DEPTH * 2; /* a list and its item are one level of what a reader sees */
  for (; n > 0 && !r->wrong; n--)
    {
      NpBlockType type = read_small (r, NP_BLOCK_EMBED);
      NpBlock *block;

      r->wrong |= !fits (parent, type);
      if (r->wrong)
        return;
      block = np_block_add_child (parent, np_block_new (type));
      read_members (r, block);
      read_spans (r, block);
      read_blocks (r, block, depth + 1);
    }
}

static void
read_body (Reader *r, NpArticle *article)
{
  NpBlock all = { .type = NP_BLOCK_QUOTE, .children = article->body };

  r->n_figures = article->figures->len;
  read_blocks (r, &all, 0);
}

static void
drop_if_no_time (char **time)
{
  if (*time != NULL && !np_time_is_valid (*time))
    g_clear_pointer (time, g_free);
}

/**
 * np_worker_article_from_bytes:
 * @bytes: what np_worker_article_to_bytes() wrote, or anything
 *
 * Returns: (transfer full) (nullable): the article; `NULL` when there is none in @bytes
 */
NpArticle *
np_worker_article_from_bytes (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Reader r = { .all = bytes };
  g_autoptr (NpArticle) article = NULL;

  if (size == 0)
    return NULL;
  r.start = r.at = data;
  r.end = data + size;
  article = np_article_new ();
  read_strings (&r, article, np_worker_article_strings, G_N_ELEMENTS (np_worker_article_strings));
  for (guint i = 0; i < G_N_ELEMENTS (np_worker_article_lists); i++)
    read_list (&r, G_STRUCT_MEMBER (GPtrArray *, article, np_worker_article_lists[i]));
  article->provenance.status = read_small (&r, 999);
  read_fields (&r, article);
  for (guint n = read_count (&r, 28); n > 0 && !r.wrong; n--)
    read_figure (&r, article);
  read_body (&r, article);
  drop_if_no_time (&article->published);
  drop_if_no_time (&article->updated);
  if (r.wrong || r.at != r.end)
    return NULL;
  return g_steal_pointer (&article);
}
