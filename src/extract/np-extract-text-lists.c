#include "extract/np-extract-text-lists.h"

#include "base/np-text.h"
#include "extract/np-extract-text-line.h"

#include <string.h>

/* Where the units are read. */
typedef struct
{
  NpArticle *article;
  GPtrArray *units;
  guint next;
} Lists;

static const NpTextUnit *
peek (const Lists *r)
{
  return r->next < r->units->len ? r->units->pdata[r->next] : NULL;
}

static gboolean
add_topic (Lists *r, const char *text)
{
  g_autofree char *clean = np_text_clean (text);
  gsize skip = np_text_span (clean, "#•-* ");

  if (clean[skip] == '\0' || np_strings_contain (r->article->keywords, clean + skip))
    return FALSE;
  g_ptr_array_add (r->article->keywords, g_strdup (clean + skip));
  np_article_set_field_source (r->article, "keywords", "text");
  return TRUE;
}

static gboolean
looks_like_topic (const char *text)
{
  return g_utf8_strlen (text, -1) <= 60 && np_text_count_words (text) <= 6 && !np_text_line_is_sentence (text)
         && !np_text_line_is_furniture (text);
}

static gboolean
take_topics (Lists *r, const NpTextUnit *unit)
{
  const char *rest;
  g_auto (GStrv) list = NULL;

  if (!np_text_line_opens_topics (unit->text, &rest))
    return FALSE;
  list = g_strsplit_set (rest, ",;|", -1);
  for (guint i = 0; list[i] != NULL; i++)
    if (!looks_like_topic (list[i]))
      return FALSE;
  for (guint i = 0; list[i] != NULL; i++)
    add_topic (r, list[i]);
  r->next++;
  while (*rest == '\0' && (unit = peek (r)) != NULL && unit->photo == NULL)
    {
      const char *ignored;

      if (unit->block != NULL && unit->block->type == NP_BLOCK_LIST)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          g_auto (GStrv) items = NULL;

          np_block_append_plain_text (unit->block, text);
          items = g_strsplit (text->str, "\n", -1);
          for (guint i = 0; items[i] != NULL; i++)
            add_topic (r, items[i]);
        }
      else if (np_text_unit_is_plain (unit) && looks_like_topic (unit->text) && !np_text_line_opens_links (unit->text)
               && !np_text_line_opens_photo (unit->text, &ignored))
        add_topic (r, unit->text);
      else
        break;
      r->next++;
    }
  return TRUE;
}

static gboolean
take_links (Lists *r, const NpTextUnit *unit)
{
  const char *ignored;

  if (!np_text_line_opens_links (unit->text))
    return FALSE;
  r->next++;
  while ((unit = peek (r)) != NULL && np_text_unit_is_plain (unit) && g_utf8_strlen (unit->text, -1) <= 160
         && !np_text_line_is_sentence (unit->text) && !np_text_line_opens_photo (unit->text, &ignored)
         && !np_text_line_opens_topics (unit->text, &ignored))
    r->next++;
  return TRUE;
}

/**
 * np_text_lists_take:
 * @units: (element-type NpTextUnit): a text
 * @next: (inout): the unit to look at, a line or a heading; behind the list afterwards
 * @article: gets the topics
 *
 * Takes a list of topics, or one of links, that the page had around the story.
 *
 * Returns: whether there is one at @next
 */
gboolean
np_text_lists_take (GPtrArray *units, guint *next, NpArticle *article)
{
  Lists lists = { article, units, *next };
  const NpTextUnit *unit = peek (&lists);

  if (unit == NULL || !(take_topics (&lists, unit) || take_links (&lists, unit)))
    return FALSE;
  *next = lists.next;
  return TRUE;
}
