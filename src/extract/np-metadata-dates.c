#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "extract/np-place.h"
#include "extract/np-written-date.h"

#include <string.h>

#define NOT_THE_STORY                                                                                                  \
  (NP_NAME_COMMENTS | NP_NAME_RELATED | NP_NAME_SIDE | NP_NAME_FOOTER | NP_NAME_NAVIGATION | NP_NAME_ADVERT            \
   | NP_NAME_SITE)

/* How far from the headline a time in the line of the path is looked for, in nodes. */
#define BESIDE_HEADING 40

/* The most dates of a page that are read from its elements. */
#define DATES_MAX 20

static gboolean
has_any (const char *name, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_change (const char *name)
{
  static const char *const words[] = { "modif", "updat", "edited", "chang", NULL };

  return has_any (name, words);
}

/* The moment that a date line carries for scripts in attributes of its own: data-time, data-published, datetime. */
static void
read_attributes (NpMetadata *metadata, const NpDom *dom, guint node, int trust)
{
  static const char *const words[] = { "date", "time", "publish", "posted", "created", "stamp", "epoch", NULL };
  const GumboVector *attributes = &dom->nodes[node].source->v.element.attributes;

  for (guint i = 0; i < attributes->length; i++)
    {
      const GumboAttribute *attribute = attributes->data[i];
      gboolean exact = strcmp (attribute->name, "datetime") == 0 || strcmp (attribute->name, "content") == 0
                       || strcmp (attribute->name, "title") == 0;

      if ((!exact && (!g_str_has_prefix (attribute->name, "data-") || !has_any (attribute->name, words)))
          || strpbrk (attribute->value, "0123456789") == NULL || strlen (attribute->value) > 80)
        continue;
      np_metadata_add (metadata, is_of_change (attribute->name) ? NP_FACT_UPDATED : NP_FACT_PUBLISHED, attribute->value,
                       "page", trust);
    }
}

/* Whether a time element says that it is the time of a change: by its name, or by the label right before it. */
static gboolean
is_updated (const NpDom *dom, guint node)
{
  const char *class = np_dom_attribute (dom, node, "class");
  g_autofree char *lower = class != NULL ? g_ascii_strdown (class, -1) : NULL;

  return lower != NULL && is_of_change (lower) && strstr (lower, "publish") == NULL;
}

static gboolean
is_time_element (const NpDom *dom, guint node)
{
  return dom->nodes[node].tag == GUMBO_TAG_TIME || np_dom_is_named (dom, node, "relative-time")
         || np_dom_is_named (dom, node, "time-ago");
}

/* The text of a date; `<time>31 May 2018</time> <time>15:48</time>` are day and hour of one. */
static char *
dup_shown (const NpMetadata *metadata, const NpDom *dom, guint node)
{
  g_autofree char *text = np_dom_dup_text (dom, node), *beside = NULL;
  g_auto (NpWrittenDate) hour = { 0 };
  guint next = dom->nodes[node].end;

  while (next < dom->n_nodes && dom->nodes[next].text != NULL && dom->nodes[next].chars <= 1
         && dom->nodes[next].parent == dom->nodes[node].parent)
    next++;
  if (next >= dom->n_nodes || dom->nodes[next].parent != dom->nodes[node].parent || dom->nodes[next].chars > 12
      || (!is_time_element (dom, next) && (dom->nodes[next].names & NP_NAME_DATE) == 0))
    return g_steal_pointer (&text);
  beside = np_dom_dup_text (dom, next);
  np_written_date_read (beside, metadata->locale, &hour);
  if (!hour.dated || hour.published != NULL || hour.updated != NULL || hour.other_words > 0)
    return g_steal_pointer (&text);
  return g_strconcat (text, " ", beside, NULL);
}

static void
read_date (NpMetadata *metadata, const NpDom *dom, guint node, int moment, int shown)
{
  gboolean updated = is_updated (dom, node);
  g_autofree char *text = dom->nodes[node].chars < 90 ? dup_shown (metadata, dom, node) : NULL;
  guint before = metadata->facts[NP_FACT_PUBLISHED]->len;

  read_attributes (metadata, dom, node, moment);
  np_metadata_add (metadata, NP_FACT_PUBLISHED, text, "page", shown);
  while (updated && metadata->facts[NP_FACT_PUBLISHED]->len > before)
    {
      NpFact *fact = g_ptr_array_steal_index (metadata->facts[NP_FACT_PUBLISHED], before);

      g_ptr_array_add (metadata->facts[NP_FACT_UPDATED], fact);
    }
}

/* An attribute of any element near the top: data-published-at, data-post-published. */
static gboolean
has_attribute_of_story (const NpDom *dom, guint node)
{
  static const char *const words[] = { "publish", "pubdate", NULL };
  const GumboVector *attributes = &dom->nodes[node].source->v.element.attributes;

  for (guint i = 0; i < attributes->length; i++)
    {
      const GumboAttribute *attribute = attributes->data[i];

      if (g_str_has_prefix (attribute->name, "data-") && has_any (attribute->name, words))
        return TRUE;
    }
  return FALSE;
}

/* The path to a story and its time may share a line above or below the headline. */
static gboolean
is_at_heading (const NpMetadata *metadata, guint node)
{
  return metadata->heading != NP_DOM_NONE && node + BESIDE_HEADING > metadata->heading
         && node < metadata->heading + BESIDE_HEADING;
}

/**
 * np_metadata_read_dates:
 * @metadata: facts; gets the dates of elements that are times, or are named so
 * @dom: a parsed page
 * @url: (nullable): its address
 */
void
np_metadata_read_dates (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  int times = 0, named = 0;

  for (guint i = 0; i < dom->n_nodes && times < DATES_MAX && named < DATES_MAX; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      gboolean is_time = is_time_element (dom, i);
      gboolean is_named = (at->names & NP_NAME_DATE) != 0 && at->chars > 0 && at->chars < 90;

      if (at->text != NULL || at->tag == GUMBO_TAG_META || (at->flags & NP_DOM_UNSEEN) != 0)
        continue;
      if (!is_time && !is_named)
        {
          if (times + named < 3 && has_attribute_of_story (dom, i)
              && !np_place_is_elsewhere (dom, i, metadata->heading, NOT_THE_STORY))
            read_attributes (metadata, dom, i, 55 - named++);
          continue;
        }
      if (np_place_is_elsewhere (dom, i, metadata->heading,
                                 is_time && is_at_heading (metadata, i) ? NOT_THE_STORY & ~NP_NAME_NAVIGATION
                                                                        : NOT_THE_STORY))
        continue;
      if (is_time)
        read_date (metadata, dom, i, 64 - times, 58 - times);
      else
        read_date (metadata, dom, i, 62 - named, 50 - named);
      times += is_time;
      named += is_named;
    }
}
