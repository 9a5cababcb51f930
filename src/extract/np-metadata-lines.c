#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "extract/np-place.h"
#include "extract/np-written-date.h"

#include <string.h>

/* How far from the headline a byline or a date line is looked for, in nodes. */
#define BEFORE 150
#define AFTER  500

/* The longest such line, in letters and signs, and how many lines are read as dates: reading is not cheap. */
#define LINE_MAX_CHARS 160
#define DATES_MAX      40

/* The longest paragraph in which a sentence tells the date, how much of it is read from "posted on", and what it is
 * worth. */
#define SENTENCE_MAX_CHARS 500
#define SENTENCE_CHARS     60
#define SENTENCE           34

/* A line of more words is prose, perhaps with the date before it. */
#define PROSE_MIN_WORDS 16

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

static gboolean
is_elsewhere (const Reader *reader, guint node)
{
  /* A quoted post of a network has the day of that post. */
  return np_place_is_elsewhere (reader->dom, node, reader->heading, NOT_THE_STORY)
         || np_dom_find_above (reader->dom, node, GUMBO_TAG_BLOCKQUOTE) != NP_DOM_NONE;
}

static gboolean
is_line (const NpDom *dom, guint node, guint longest)
{
  const NpDomNode *at = &dom->nodes[node];

  if (!np_dom_is_block (at->tag) || at->chars < 4 || at->chars > longest)
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
  /* The first date is the story's, the next are those of others. */
  trust -= (int) MIN (distance / 50, 8) + (int) (date.other_words + 1) / 2 + (int) MIN (reader->dates / 2, 6);
  np_metadata_add (reader->metadata, NP_FACT_PUBLISHED, date.published, "page", trust);
  np_metadata_add (reader->metadata, NP_FACT_UPDATED, date.updated, "page", trust);
}

/* "29.11.2022 – The government …", "(21. November 2022) …", "Berlin, 29.11.2022 – …", "BERLIN, May 31, 2018 (AGENCY) --
 * …": the date before the first words of a paragraph. */
static void
read_beginning (Reader *reader, const char *text, guint distance, int trust)
{
  static const char *const ends[] = { " - ", " -- ", " (", " /" };
  g_autofree char *start = NULL;
  gboolean ended = FALSE;
  gsize length;

  text += strspn (text, " \t\r\n(");
  length = strcspn (text, "|)\xE2\n");
  /* Hyphens stand in dates too: one between spaces ends this one. */
  start = g_strndup (text, MIN (length, 60));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char *end = strstr (start, ends[i]);

      if (end == NULL || strcspn (start, "0123456789") > (gsize) (end - start))
        continue;
      *end = '\0';
      ended = TRUE;
    }
  if (!ended && length >= 60)
    return;
  if (strlen (start) >= 6 && np_text_count_words (start) <= 7)
    read_date (reader, start, distance, trust);
}

/* Whether a text begins a line that only `<br>` makes, as old pages have them. */
static gboolean
is_after_break (const NpDom *dom, guint node)
{
  guint before = node;

  while (before > 0 && dom->nodes[before].parent == before - 1 && !np_dom_is_block (dom->nodes[before - 1].tag))
    before--;
  return before > 0 && dom->nodes[before - 1].tag == GUMBO_TAG_BR;
}

/* What stands beside lines: a short inline element or text with a date, or a paragraph that begins with one. */
static void
read_beside_lines (Reader *reader, guint node, guint distance, int trust)
{
  const NpDomNode *at = &reader->dom->nodes[node];
  g_autofree char *text = NULL;

  if (at->text == NULL ? np_dom_is_block (at->tag) || at->chars < 6 || at->chars > 60 : at->chars < 6)
    return;
  if ((at->text != NULL && strpbrk (at->text, "0123456789") == NULL && !is_after_break (reader->dom, node))
      || is_elsewhere (reader, node))
    return;
  text = np_dom_dup_text (reader->dom, node);
  if (at->text != NULL && at->chars <= 60 && is_after_break (reader->dom, node))
    read_byline (reader, text, distance + 200);
  if (at->chars <= 60)
    read_date (reader, text, distance, trust - 4);
  else
    read_beginning (reader, text, distance, trust - 6);
}

/* A date in the heading itself: `<h1>Headline <small>31.05.2018</small></h1>`. */
static void
read_heading (Reader *reader)
{
  const NpDom *dom = reader->dom;

  for (guint i = reader->heading + 1; i < dom->nodes[reader->heading].end; i++)
    if (dom->nodes[i].text == NULL && dom->nodes[i].chars >= 6 && dom->nodes[i].chars <= 60)
      {
        g_autofree char *text = np_dom_dup_text (dom, i);

        read_date (reader, text, 0, 44);
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
      if (!is_line (dom, i, LINE_MAX_CHARS))
        {
          read_beside_lines (reader, i, distance, trust);
          continue;
        }
      if (i != reader->heading && !is_elsewhere (reader, i))
        {
          text = np_dom_dup_text (dom, i);
          read_byline (reader, text, distance);
          read_date (reader, text, distance, trust);
          if (np_text_count_words (text) > PROSE_MIN_WORDS)
            read_beginning (reader, text, distance, trust - 6);
        }
      i = dom->nodes[i].end - 1;
    }
}

static gboolean
is_undated (const NpMetadata *metadata)
{
  const NpFact *best = np_metadata_best (metadata, NP_FACT_PUBLISHED);

  return best == NULL || best->trust <= NP_METADATA_LAST_RESORT;
}

/* "This entry was posted on May 19, 2010 at 11:03 pm and is filed under …", as many blogs have it under a story, and
 * "This page was last modified on …" at the foot of a page. */
static void
read_sentence (Reader *reader, const char *text)
{
  static const char *const openings_of_dates[] = {
    "posted on ",    "published on ",  "last modified on ", "Last modified on ", "last edited on ",
    "wurde am ",     "bearbeitet am ", "geändert am ",      "publié le ",        "posté le ",
    "publicado el ", "publicada el ",  "pubblicato il ",    "pubblicata il ",    "geplaatst op ",
    "publicado em ", "publicada em ",  "modifié le ",       "dodano ",           "opublikowano ",
    "опубликована ", "опубликовано ",  "publicerades ",     "投稿日:",           "投稿日："
  };

  for (guint i = 0; i < G_N_ELEMENTS (openings_of_dates); i++)
    {
      const char *at = strstr (text, openings_of_dates[i]);
      g_autofree char *date = NULL;

      if (at == NULL)
        continue;
      date = g_utf8_substring (at, 0, MIN (g_utf8_strlen (at, -1), SENTENCE_CHARS));
      read_date (reader, date, 0, SENTENCE);
      return;
    }
}

static void
read_sentences (Reader *reader)
{
  const NpDom *dom = reader->dom;

  for (guint i = 0; i < dom->n_nodes; i++)
    {
      g_autofree char *text = NULL;

      if (!is_line (dom, i, SENTENCE_MAX_CHARS) || (np_dom_names_above (dom, i, NP_DOM_NONE) & NP_NAME_COMMENTS) != 0)
        continue;
      text = np_dom_dup_text (dom, i);
      read_sentence (reader, text);
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
  Reader reader = { .metadata = metadata, .dom = dom, .language = metadata->locale, .heading = metadata->heading };
  guint first;

  if (reader.heading != NP_DOM_NONE)
    read_heading (&reader);
  first = reader.heading == NP_DOM_NONE ? 0 : reader.heading - MIN (reader.heading, BEFORE);
  read_lines (
      &reader, first,
      reader.heading == NP_DOM_NONE ? MIN (dom->n_nodes, 3 * AFTER) : MIN (dom->n_nodes, reader.heading + AFTER), 47);
  /* With no date at all, a sentence that tells when the story was published; else any line that is nothing but a date.
   */
  if (is_undated (metadata))
    {
      reader.dates = 0;
      reader.bylines = 2;
      read_sentences (&reader);
      if (is_undated (metadata))
        read_lines (&reader, 0, dom->n_nodes, 20);
    }
}
