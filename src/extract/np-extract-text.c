#include "extract/np-extract.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-credit-line.h"
#include "extract/np-extract-text-line.h"
#include "extract/np-extract-text-lists.h"
#include "extract/np-extract-text-markdown.h"
#include "extract/np-extract-text-page.h"
#include "extract/np-extract-text-photo.h"
#include "extract/np-written-date.h"

#include "np-config.h"

#include <string.h>

#define MAX_BYTES          (32 * 1024 * 1024)
#define MAX_HEADLINE_CHARS 200
#define MAX_DECK_CHARS     320
/* A text of fewer words, in one line, is no story. */
#define LEAST_WORDS 12

/* What reads a text: the units, and how far it got. */
typedef struct
{
  NpArticle *article;
  GPtrArray *units;
  guint next;
} Reader;

static void
set_string (Reader *r, char **place, const char *field, char *value)
{
  if (value == NULL || *place != NULL)
    {
      g_free (value);
      return;
    }
  *place = value;
  np_article_set_field_source (r->article, field, "text");
}

static const NpTextUnit *
peek (const Reader *r, guint ahead)
{
  return r->next + ahead < r->units->len ? r->units->pdata[r->next + ahead] : NULL;
}

static gboolean
take_url (Reader *r, const char *text)
{
  g_autofree char *bare = NULL;
  const char *colon = strstr (text, "http");

  if (colon == NULL || colon - text > 12)
    return FALSE;
  if (colon != text && g_ascii_strncasecmp (text, "source:", 7) != 0 && g_ascii_strncasecmp (text, "url:", 4) != 0
      && g_ascii_strncasecmp (text, "link:", 5) != 0 && *text != '<')
    return FALSE;
  bare = g_strdup (colon);
  if (*text == '<' && g_str_has_suffix (bare, ">"))
    bare[strlen (bare) - 1] = '\0';
  if (strchr (bare, ' ') != NULL || !np_uri_is_web (bare))
    return FALSE;
  if (r->article->url == NULL)
    {
      r->article->site_domain = np_uri_dup_domain (bare);
      np_article_set_field_source (r->article, "site", "text");
    }
  set_string (r, &r->article->url, "url", g_steal_pointer (&bare));
  return TRUE;
}

/* There is none without a digit; other scripts have their own. */
static gboolean
may_have_digit (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text) || (guchar) *text >= 0x80)
      return TRUE;
  return FALSE;
}

static gboolean
take_date (Reader *r, const char *text, guint others)
{
  g_auto (NpWrittenDate) date = { 0 };

  if (strlen (text) > 200 || !may_have_digit (text))
    return FALSE;
  /* Prose that nothing but a date may stand in: not worth the reading. */
  if (others == 0 && np_text_line_is_sentence (text) && np_text_count_words (text) > 8)
    return FALSE;
  np_written_date_read (text, NULL, &date);
  if (!date.dated || date.other_words > others)
    return FALSE;
  set_string (r, &r->article->published, "published", g_steal_pointer (&date.published));
  set_string (r, &r->article->updated, "updated", g_steal_pointer (&date.updated));
  return TRUE;
}

static gboolean
is_date (const NpTextUnit *unit)
{
  g_auto (NpWrittenDate) date = { 0 };

  if (!np_text_unit_is_plain (unit) || strlen (unit->text) > 200)
    return FALSE;
  np_written_date_read (unit->text, NULL, &date);
  return date.dated && date.other_words <= 2;
}

static gboolean
is_byline (const NpTextUnit *unit)
{
  g_autoptr (GPtrArray) authors = np_strings_new ();

  return np_text_unit_is_plain (unit) && np_text_line_read_byline (unit->text, NULL, authors);
}

static gboolean
take_byline (Reader *r, const NpTextUnit *unit)
{
  g_autoptr (GPtrArray) authors = np_strings_new ();
  g_autofree char *byline = NULL;

  if (r->article->byline != NULL)
    return FALSE;
  if (!np_text_line_read_byline (unit->text, &byline, authors))
    {
      /* A name alone is a byline right before the date. */
      if (r->article->headline == NULL || !is_date (peek (r, 1)) || is_date (unit)
          || np_credit_line_judge (unit->text) != NP_CREDIT_MAYBE || np_text_count_words (unit->text) > 4)
        return FALSE;
      byline = g_strdup (unit->text);
      g_ptr_array_add (authors, g_strdup (unit->text));
    }
  take_date (r, unit->text, G_MAXUINT);
  for (guint i = 0; i < authors->len; i++)
    if (!np_strings_contain (r->article->authors, authors->pdata[i]))
      g_ptr_array_add (r->article->authors, g_strdup (authors->pdata[i]));
  set_string (r, &r->article->byline, "byline", g_steal_pointer (&byline));
  return TRUE;
}

static gboolean
take_photo (Reader *r)
{
  NpFigure *figure = np_text_photo_take (r->units, &r->next);
  NpBlock *block;

  if (figure == NULL)
    return FALSE;
  block = np_block_new (NP_BLOCK_FIGURE);
  block->figure = np_article_add_figure (r->article, figure);
  g_ptr_array_add (r->article->body, block);
  np_article_set_field_source (r->article, "figures", "text");
  return TRUE;
}

/* Takes what may stand around the headline: address, buttons, date, byline, photo. */
static gboolean
take_around (Reader *r)
{
  const NpTextUnit *unit = peek (r, 0);

  if (take_photo (r))
    return TRUE;
  if (np_text_unit_is_plain (unit)
      && (take_url (r, unit->text) || np_text_line_is_furniture (unit->text) || take_date (r, unit->text, 2)
          || take_byline (r, unit)))
    {
      r->next++;
      return TRUE;
    }
  return FALSE;
}

/* One or two words over the headline: an entry of the menu, the section. */
static gboolean
is_label (const NpTextUnit *unit)
{
  return np_text_unit_is_plain (unit) && *unit->text != '\0' && np_text_count_words (unit->text) <= 2
         && g_utf8_strlen (unit->text, -1) <= 24 && !np_text_line_is_sentence (unit->text);
}

/* Whether a line is a headline rather than what it stands under is. Scripts without spaces write a whole headline as
 * one word or two. */
static gboolean
is_under_label (const NpTextUnit *unit)
{
  return np_text_unit_is_plain (unit) && np_text_count_words (unit->text) >= 4 && !np_text_line_is_sentence (unit->text)
         && g_utf8_strlen (unit->text, -1) <= MAX_HEADLINE_CHARS && !is_date (unit) && !is_byline (unit)
         && !g_unichar_iswide (g_utf8_get_char (unit->text));
}

/* Takes what of the page stands over the headline: cookie notice, trail, menu; one label alone is the story's section.
 */
static void
read_page_head (Reader *r)
{
  const NpTextUnit *unit;
  guint labels = 0;

  do
    {
      r->next += labels;
      while ((unit = peek (r, 0)) != NULL && np_text_unit_is_plain (unit)
             && (np_text_page_is_consent (unit->text) || np_text_page_is_trail (unit->text) || take_around (r)))
        if (peek (r, 0) == unit)
          r->next++;
      for (labels = 0; (unit = peek (r, labels)) != NULL && is_label (unit);)
        labels++;
    }
  while (labels > 1 && np_text_unit_is_plain (unit) && np_text_page_is_consent (unit->text));
  if (labels == 0 || !is_under_label (unit))
    return;
  if (labels == 1)
    set_string (r, &r->article->section, "section", g_strdup (peek (r, 0)->text));
  r->next += labels;
}

static void
read_headline (Reader *r)
{
  const NpTextUnit *unit;
  glong chars;

  read_page_head (r);
  while (r->next < r->units->len && take_around (r))
    ;
  unit = peek (r, 0);
  if (unit == NULL || *unit->text == '\0' || r->article->headline != NULL)
    return;
  chars = g_utf8_strlen (unit->text, -1);
  if (chars > MAX_HEADLINE_CHARS || (chars > 140 && np_text_line_is_sentence (unit->text))
      || !(np_text_unit_is_plain (unit) || unit->block->type == NP_BLOCK_HEADING))
    {
      set_string (r, &r->article->headline, "headline", np_text_line_dup_headline (unit->text));
      return;
    }
  set_string (r, &r->article->headline, "headline", g_strdup (unit->text));
  r->next++;
}

/* A deck is told from the first paragraph by what follows it, or by its missing full stop. */
static gboolean
is_deck (const Reader *r, const NpTextUnit *unit)
{
  const NpTextUnit *behind = NULL;
  gboolean marked;

  if (r->article->deck != NULL || g_utf8_strlen (unit->text, -1) > MAX_DECK_CHARS
      || !(np_text_unit_is_plain (unit) || unit->block->type == NP_BLOCK_HEADING))
    return FALSE;
  for (guint i = 1; (behind = peek (r, i)) != NULL; i++)
    if (!np_text_unit_is_plain (behind) || !np_text_line_is_furniture (behind->text))
      break;
  if (behind == NULL)
    return FALSE;
  marked = (r->article->published == NULL && r->article->byline == NULL) && (is_date (behind) || is_byline (behind));
  return marked
         || (np_text_unit_is_plain (unit) && np_text_unit_is_plain (behind) && !np_text_line_is_sentence (unit->text)
             && g_utf8_strlen (unit->text, -1) > 30 && np_text_line_is_sentence (behind->text));
}

static void
read_head (Reader *r)
{
  read_headline (r);
  while (r->next < r->units->len)
    {
      const NpTextUnit *unit = peek (r, 0);

      if (take_around (r))
        continue;
      if (!is_deck (r, unit))
        break;
      set_string (r, &r->article->deck, "deck", g_strdup (unit->text));
      r->next++;
    }
}

/* Short, without a full stop, with room around it, and prose before and behind. */
static gboolean
is_subheading (const Reader *r, const NpTextUnit *unit)
{
  const NpTextUnit *before = r->next > 0 ? r->units->pdata[r->next - 1] : NULL, *behind = peek (r, 1);
  gunichar first = g_utf8_get_char (unit->text);
  char last = unit->text[strlen (unit->text) - 1];

  return before != NULL && behind != NULL && before->group != unit->group && behind->group != unit->group
         && g_utf8_strlen (unit->text, -1) <= 80 && np_text_count_words (unit->text) <= 12
         && !np_text_line_is_sentence (unit->text) && strchr (",;:-\"", last) == NULL
         && (g_unichar_isupper (first) || g_unichar_isdigit (first)
             || (g_unichar_isalpha (first) && !g_unichar_islower (first)))
         && np_text_line_is_sentence (behind->text) && np_text_line_is_sentence (before->text)
         && g_utf8_strlen (behind->text, -1) > 80;
}

static NpBlock *
block_from_unit (const Reader *r, const NpTextUnit *unit)
{
  NpBlock *block;

  if (unit->block != NULL)
    return np_block_copy (unit->block);
  if (is_subheading (r, unit))
    {
      block = np_block_new_text (NP_BLOCK_HEADING, unit->text);
      block->level = 2;
      return block;
    }
  return np_text_units_new_paragraph (unit->text);
}

static void
read_body (Reader *r)
{
  while (r->next < r->units->len)
    {
      const NpTextUnit *unit = peek (r, 0);
      gboolean plain = np_text_unit_is_plain (unit) || (unit->block != NULL && unit->block->type == NP_BLOCK_HEADING);

      if (take_photo (r) || (plain && np_text_lists_take (r->units, &r->next, r->article)))
        continue;
      if (plain
          && (np_text_line_is_furniture (unit->text) || take_date (r, unit->text, 0)
              || (r->next + 1 == r->units->len && (take_url (r, unit->text) || take_byline (r, unit)))))
        {
          r->next++;
          continue;
        }
      g_ptr_array_add (r->article->body, block_from_unit (r, unit));
      r->next++;
    }
}

static gboolean
check (Reader *r, GError **error)
{
  NpArticle *article = r->article;
  gsize words;

  if (article->headline == NULL)
    {
      g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_NO_STORY,
                   "the text has no headline and no paragraph, only %u short lines of a page", r->units->len);
      return FALSE;
    }
  words = np_text_count_words (article->headline);
  if (article->body->len == 0 && article->deck != NULL)
    {
      g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, article->deck));
      g_clear_pointer (&article->deck, g_free);
      g_hash_table_remove (article->provenance.fields, "deck");
    }
  if (article->body->len == 0 && words < LEAST_WORDS)
    {
      g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_NO_STORY,
                   "the text is a single line of %" G_GSIZE_FORMAT
                   " words; a story has a headline and at least one paragraph",
                   words);
      return FALSE;
    }
  if (article->body->len == 0)
    g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, article->headline));
  return TRUE;
}

static void
read_dateline (NpArticle *article)
{
  for (guint i = 0; i < article->body->len; i++)
    {
      const NpBlock *block = article->body->pdata[i];

      if (block->type == NP_BLOCK_FIGURE)
        continue;
      if (block->type == NP_BLOCK_PARAGRAPH)
        article->dateline = np_text_line_dup_dateline (block->text);
      break;
    }
  if (article->dateline != NULL)
    np_article_set_field_source (article, "dateline", "text");
}

/**
 * np_extract_text:
 * @text: a story as people paste it: plain text or Markdown; need not be valid UTF-8
 * @error: `NP_EXTRACT_ERROR_EMPTY`, `NP_EXTRACT_ERROR_NO_STORY`, `NP_EXTRACT_ERROR_TOO_DEEP` (more than 32 MiB)
 *
 * Reads headline, deck, byline, times, paragraphs and photos from a text without markup, or with Markdown's, and leaves
 * out what belongs to the page it was copied from. Nothing is given that is not written there.
 *
 * Returns: (transfer full) (nullable): the story
 */
NpArticle *
np_extract_text (const char *text, GError **error)
{
  g_autoptr (NpArticle) article = NULL;
  g_autofree char *normal = NULL;
  Reader reader = { 0 };
  gboolean found;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > MAX_BYTES)
    {
      g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_TOO_DEEP, "a text of more than 32 MiB is no story");
      return NULL;
    }
  normal = np_text_units_normalize (text);
  if (np_text_is_empty (normal))
    {
      g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_EMPTY, "the text is empty");
      return NULL;
    }
  article = np_article_new ();
  reader.article = article;
  reader.units =
      np_markdown_is_likely (normal) ? np_markdown_to_units (normal, article) : np_text_units_from_plain (normal);
  read_head (&reader);
  read_body (&reader);
  found = check (&reader, error);
  g_ptr_array_unref (reader.units);
  if (!found)
    return NULL;
  read_dateline (article);
  np_article_set_field_source (article, "body", "text");
  article->provenance.extractor = g_strdup ("newsprint " NP_VERSION);
  return g_steal_pointer (&article);
}
