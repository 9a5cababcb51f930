#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "extract/np-written-date.h"

#include <string.h>

/* How far from the headline a byline or a date line is looked for, in nodes. */
#define BEFORE 150
#define AFTER  500

/* The longest such line, in letters and signs, and how many lines are read as dates: reading is not cheap. */
#define LINE_MAX_CHARS 160
#define DATES_MAX      40

#define NOT_THE_STORY                                                                                                  \
  (NP_NAME_COMMENTS | NP_NAME_RELATED | NP_NAME_SIDE | NP_NAME_FOOTER | NP_NAME_NAVIGATION | NP_NAME_ADVERT            \
   | NP_NAME_CAPTION)

/* Words that a byline begins with, folded, each with what has to follow. */
static const char *const openings[] = { "by ",
                                        "by: ",
                                        "von ",
                                        "von: ",
                                        "par ",
                                        "por ",
                                        "por: ",
                                        "door ",
                                        "av ",
                                        "af ",
                                        "przez ",
                                        "text: ",
                                        "texto: ",
                                        "testo: ",
                                        "texte: ",
                                        "tekst: ",
                                        "autor: ",
                                        "autorin: ",
                                        "autoren: ",
                                        "autora: ",
                                        "auteur : ",
                                        "auteur: ",
                                        "autore: ",
                                        "di ",
                                        "written by ",
                                        "posted by ",
                                        "story by ",
                                        "words by ",
                                        "author: ",
                                        "автор: ",
                                        "текст: ",
                                        "reported by ",
                                        "ein beitrag von ",
                                        "ein artikel von ",
                                        "ein kommentar von ",
                                        "ein gastbeitrag von ",
                                        "interview: ",
                                        "von unserer redakteurin ",
                                        "von unserem redakteur ",
                                        "文●",
                                        "文：",
                                        "文 ",
                                        "取材・文" };

typedef struct
{
  NpMetadata *metadata;
  const NpDom *dom;
  const char *language;
  guint heading; /* or NP_DOM_NONE */
  guint dates;
  guint bylines;
} Reader;

/* "teaser-meta": what is named after the date is about the date. */
static gboolean
is_named_elsewhere (NpNames names)
{
  return (names & NOT_THE_STORY) != 0 && (names & (NP_NAME_DATE | NP_NAME_META | NP_NAME_BYLINE)) == 0;
}

/* Whether @node is in a part of the page that is not about its story. What holds the headline is. */
static gboolean
is_elsewhere (const Reader *reader, guint node)
{
  const NpDom *dom = reader->dom;

  for (guint up = node; up != NP_DOM_NONE && dom->nodes[up].tag != GUMBO_TAG_BODY; up = dom->nodes[up].parent)
    {
      if (reader->heading != NP_DOM_NONE && up <= reader->heading && reader->heading < dom->nodes[up].end)
        return FALSE;
      if (is_named_elsewhere (dom->nodes[up].names) || dom->nodes[up].tag == GUMBO_TAG_FOOTER
          || dom->nodes[up].tag == GUMBO_TAG_NAV || dom->nodes[up].tag == GUMBO_TAG_FIGURE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_line (const NpDom *dom, guint node)
{
  const NpDomNode *at = &dom->nodes[node];

  if (!np_dom_is_block (at->tag) || at->chars < 4 || at->chars > LINE_MAX_CHARS)
    return FALSE;
  for (guint i = node + 1; i < at->end; i++)
    if (np_dom_is_block (dom->nodes[i].tag) && dom->nodes[i].chars > 0)
      return FALSE;
  return TRUE;
}

static void
read_byline (Reader *reader, const char *text, guint distance)
{
  g_autofree char *folded = NULL;

  if (reader->bylines >= 2 || np_text_count_words (text) > 16)
    return;
  folded = np_text_fold (text);
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      const char *rest;

      if (!g_str_has_prefix (folded, openings[i]))
        continue;
      /* A name begins with a capital letter, where the script has such. */
      rest = strchr (text, ' ');
      rest = rest != NULL ? rest + 1 : text;
      if (g_unichar_islower (g_utf8_get_char (rest)) && strchr (openings[i], ':') == NULL
          && strchr (openings[i], ' ') == strrchr (openings[i], ' '))
        return;
      np_metadata_add (reader->metadata, NP_FACT_AUTHOR, text, "page", 57 - (int) MIN (distance / 50, 8));
      reader->bylines++;
      return;
    }
}

/* "Published on May 31, 2018 by Jane Doe": the name in a date line. */
static void
read_name_in_date_line (Reader *reader, const char *text)
{
  static const char *const words[] = { " by ", " von ", " par ", " por ", " door ", " di " };

  if (reader->bylines >= 2 || np_text_count_words (text) > 16)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = g_strrstr (text, words[i]);

      if (at != NULL && at > text)
        {
          np_metadata_add (reader->metadata, NP_FACT_AUTHOR, at + 1, "page", 46);
          reader->bylines++;
          return;
        }
    }
}

static void
read_date (Reader *reader, const char *text, guint distance, int trust)
{
  g_auto (NpWrittenDate) date = { 0 };

  if (strpbrk (text, "0123456789") == NULL || reader->dates >= DATES_MAX)
    return;
  reader->dates++;
  np_written_date_read (text, reader->language, &date);
  if (date.other_words > 12)
    return;
  if (date.dated && date.other_words > 0)
    read_name_in_date_line (reader, text);
  trust -= (int) MIN (distance / 50, 8) + (int) date.other_words;
  np_metadata_add (reader->metadata, NP_FACT_PUBLISHED, date.published, "page", trust);
  np_metadata_add (reader->metadata, NP_FACT_UPDATED, date.updated, "page", trust);
}

/* A date in an inline element of a longer text, or before its first words: "29.11.2022 – The government …". */
static void
read_beginning (Reader *reader, guint node, guint distance, int trust)
{
  const NpDomNode *at = &reader->dom->nodes[node];
  g_autofree char *text = NULL;

  if (at->text == NULL && !np_dom_is_block (at->tag) && at->chars >= 6 && at->chars <= 60
      && !is_elsewhere (reader, node))
    {
      text = np_dom_dup_text (reader->dom, node);
      read_date (reader, text, distance, trust - 4);
    }
  else if (at->text != NULL && at->chars > LINE_MAX_CHARS && !is_elsewhere (reader, node))
    {
      const char *start = at->text + strspn (at->text, " \t\r\n");

      if (!g_ascii_isdigit (*start))
        return;
      text = g_strndup (start, strcspn (start, "|\xE2-\n"));
      if (strlen (text) < 40 && strlen (text) >= 6)
        read_date (reader, text, distance, trust - 6);
    }
}

static void
read_lines (Reader *reader, guint start, guint end, int trust)
{
  const NpDom *dom = reader->dom;

  for (guint i = start; i < end; i++)
    {
      guint distance = reader->heading == NP_DOM_NONE ? 0
                       : i > reader->heading          ? i - reader->heading
                                                      : reader->heading - i;
      g_autofree char *text = NULL;

      if ((dom->nodes[i].flags & (NP_DOM_UNSEEN | NP_DOM_HIDDEN)) != 0)
        {
          i = dom->nodes[i].end - 1;
          continue;
        }
      if (!is_line (dom, i))
        {
          read_beginning (reader, i, distance, trust);
          continue;
        }
      if (i != reader->heading && !is_elsewhere (reader, i))
        {
          text = np_dom_dup_text (dom, i);
          read_byline (reader, text, distance);
          read_date (reader, text, distance, trust);
        }
      i = dom->nodes[i].end - 1;
    }
}

/**
 * np_metadata_read_lines:
 * @metadata: facts; gets those of visible lines around the headline
 * @dom: a parsed page
 * @url: (nullable): its address
 *
 * Reads bylines and date lines that nothing but their words and place tells.
 */
void
np_metadata_read_lines (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  Reader reader = {
    .metadata = metadata, .dom = dom, .language = np_dom_attribute (dom, 0, "lang"), .heading = dom->heading
  };
  guint first;

  first = reader.heading == NP_DOM_NONE ? 0 : reader.heading - MIN (reader.heading, BEFORE);
  read_lines (
      &reader, first,
      reader.heading == NP_DOM_NONE ? MIN (dom->n_nodes, 3 * AFTER) : MIN (dom->n_nodes, reader.heading + AFTER), 47);
  /* With no date at all, any line of the page that is nothing but one. */
  if (metadata->facts[NP_FACT_PUBLISHED]->len == 0)
    {
      reader.dates = 0;
      reader.bylines = 2;
      read_lines (&reader, 0, dom->n_nodes, 20);
    }
}
