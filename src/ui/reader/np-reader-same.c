#include "ui/reader/np-reader-same.h"

static gboolean same_blocks (GPtrArray *a, GPtrArray *b);

static gboolean
same_spans (GArray *a, GArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const NpSpan *x = &g_array_index (a, NpSpan, i), *y = &g_array_index (b, NpSpan, i);

      if (x->start != y->start || x->end != y->end || x->style != y->style || g_strcmp0 (x->href, y->href) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_block (const NpBlock *a, const NpBlock *b)
{
  return a->type == b->type && a->level == b->level && a->figure == b->figure && a->ordered == b->ordered
         && a->header == b->header && g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->href, b->href) == 0
         && same_spans (a->spans, b->spans) && same_blocks (a->children, b->children);
}

static gboolean
same_blocks (GPtrArray *a, GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!same_block (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
same_figures (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const NpFigure *x = a->pdata[i], *y = b->pdata[i];

      if (x->width != y->width || x->height != y->height || g_strcmp0 (x->file, y->file) != 0
          || g_strcmp0 (x->alt, y->alt) != 0 || g_strcmp0 (x->caption, y->caption) != 0
          || g_strcmp0 (x->credit, y->credit) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * np_reader_same_strings:
 * @a: (nullable) (element-type utf8): strings
 * @b: (nullable) (element-type utf8): other strings
 *
 * Returns: whether the two are the same, in the same order; none is as %NULL
 */
gboolean
np_reader_same_strings (GPtrArray *a, GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/**
 * np_reader_same_text:
 * @a: a story
 * @b: the same story, read again
 *
 * Returns: whether the two look the same on the page
 */
gboolean
np_reader_same_text (const NpArticle *a, const NpArticle *b)
{
  return g_strcmp0 (a->headline, b->headline) == 0 && g_strcmp0 (a->deck, b->deck) == 0
         && g_strcmp0 (a->byline, b->byline) == 0 && g_strcmp0 (a->section, b->section) == 0
         && g_strcmp0 (a->site_name, b->site_name) == 0 && g_strcmp0 (a->site_domain, b->site_domain) == 0
         && g_strcmp0 (a->published, b->published) == 0 && g_strcmp0 (a->url, b->url) == 0
         && g_strcmp0 (a->canonical_url, b->canonical_url) == 0 && np_reader_same_strings (a->authors, b->authors)
         && same_figures (a->figures, b->figures) && same_blocks (a->body, b->body);
}
