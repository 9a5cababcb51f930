#include "extract/np-extract-text-photo.h"

#include "base/np-text.h"
#include "extract/np-credit-line.h"
#include "extract/np-extract-text-line.h"
#include "extract/np-extract-text-page.h"

#include <string.h>

#define MAX_CAPTION_CHARS 600

static const NpTextUnit *
get_plain (GPtrArray *units, guint i)
{
  const NpTextUnit *unit = i < units->len ? units->pdata[i] : NULL;
  const char *rest;

  return unit != NULL && unit->block == NULL && unit->photo == NULL && !np_text_line_opens_photo (unit->text, &rest)
             ? unit
             : NULL;
}

/* Pages show the alt text again as caption, at times longer or with the credit behind it. */
static gboolean
repeats (const char *caption, const char *alt)
{
  g_autofree char *first = np_text_fold (caption), *second = np_text_fold (alt);
  gsize length = MIN (strlen (first), strlen (second));

  return length >= 20 && strncmp (first, second, length * 9 / 10) == 0;
}

static gboolean
is_credit (GPtrArray *units, guint i, NpCreditLikeness least)
{
  const NpTextUnit *unit = get_plain (units, i);

  return unit != NULL && np_credit_line_judge (unit->text) >= least;
}

static NpFigure *
take_labelled (GPtrArray *units, guint *next, const char *alt)
{
  const NpTextUnit *first = units->pdata[*next], *unit;
  guint i = *next + 1;
  gboolean apart = units->len > 1 && first->group != ((NpTextUnit *) units->pdata[units->len - 1])->group;
  g_autoptr (NpFigure) figure = np_figure_new ();
  gboolean sure = FALSE;

  figure->alt = np_text_clean (alt);
  unit = get_plain (units, i);
  if (unit != NULL && np_credit_line_judge (unit->text) != NP_CREDIT_YES
      && strlen (unit->text) <= MAX_CAPTION_CHARS * 4)
    {
      gboolean same = apart && unit->group == first->group && g_utf8_strlen (unit->text, -1) <= MAX_CAPTION_CHARS;

      sure = repeats (unit->text, alt);
      /* Where no blank line parts the photo from the story, only a repeat or a credit behind it shows a caption. */
      if (sure || same || (!apart && is_credit (units, i + 1, NP_CREDIT_YES)))
        {
          np_credit_line_split (unit->text, &figure->caption, &figure->credit);
          sure |= same;
          i++;
        }
    }
  unit = get_plain (units, i);
  if (figure->credit == NULL && unit != NULL
      && is_credit (units, i, sure || (apart && unit->group == first->group) ? NP_CREDIT_MAYBE : NP_CREDIT_YES))
    {
      figure->credit = np_credit_line_strip (unit->text);
      i++;
    }
  if (figure->caption == NULL)
    {
      g_autofree char *credit = NULL;

      np_credit_line_split (alt, &figure->caption, &credit);
      if (figure->credit == NULL)
        figure->credit = g_steal_pointer (&credit);
      if (i == *next + 1)
        g_clear_pointer (&figure->alt, g_free); /* one line alone is the caption */
    }
  *next = i;
  return g_steal_pointer (&figure);
}

/* The labels of screen readers: a credit, a caption, or both in either order. */
static NpFigure *
take_spoken (GPtrArray *units, guint *next)
{
  g_autoptr (NpFigure) figure = np_figure_new ();

  for (guint n = 0; n < 2; n++)
    {
      const NpTextUnit *unit = get_plain (units, *next);
      gboolean is_credit;
      const char *rest;

      if (unit == NULL || !np_text_page_read_photo_label (unit->text, &is_credit, &rest)
          || (is_credit ? figure->credit : figure->caption) != NULL)
        break;
      if (is_credit)
        figure->credit = np_text_clean (rest);
      else
        {
          g_autofree char *credit = NULL;

          np_credit_line_split (rest, &figure->caption, &credit);
          if (figure->credit == NULL)
            figure->credit = g_steal_pointer (&credit);
        }
      (*next)++;
    }
  return figure->caption != NULL || figure->credit != NULL ? g_steal_pointer (&figure) : NULL;
}

/* A caption with its credit run on, or on a line of its own within the same group. */
static NpFigure *
take_unlabelled (GPtrArray *units, guint *next)
{
  const NpTextUnit *unit = get_plain (units, *next), *second = get_plain (units, *next + 1);
  gboolean alone;
  g_autofree char *caption = NULL, *credit = NULL;
  NpFigure *figure;
  guint taken = 1;

  if (unit == NULL)
    return NULL; /* a label with nothing like a photo behind it */
  alone = *next == 0 || ((NpTextUnit *) units->pdata[*next - 1])->group != unit->group;
  if (!alone || g_utf8_strlen (unit->text, -1) > MAX_CAPTION_CHARS)
    return NULL;
  if (second != NULL && second->group == unit->group
      && (get_plain (units, *next + 2) == NULL || ((NpTextUnit *) units->pdata[*next + 2])->group != unit->group)
      && np_credit_line_judge (second->text) == NP_CREDIT_YES && np_credit_line_judge (unit->text) == NP_CREDIT_NO)
    {
      caption = g_strdup (unit->text);
      credit = np_credit_line_strip (second->text);
      taken = 2;
    }
  else if (second == NULL || second->group != unit->group)
    {
      np_credit_line_split (unit->text, &caption, &credit);
      /* "… he said. (AP)" ends a story as well: only a label or a name with an agency makes a photo of it. */
      if (caption == NULL || credit == NULL
          || (strlen (unit->text) - strlen (caption) - strlen (credit) <= 4 && strchr (credit, '/') == NULL))
        return NULL;
    }
  if (caption == NULL || credit == NULL)
    return NULL;
  figure = np_figure_new ();
  figure->caption = g_steal_pointer (&caption);
  figure->credit = g_steal_pointer (&credit);
  *next += taken;
  return figure;
}

/**
 * np_text_photo_take:
 * @units: the units of a text
 * @next: (inout): the unit to look at; afterwards the one behind the photo
 *
 * Takes a photo that begins at unit @next.
 *
 * Returns: (transfer full) (nullable): the photo with what is known of it, `NULL` when none begins there
 */
NpFigure *
np_text_photo_take (GPtrArray *units, guint *next)
{
  NpTextUnit *unit = units->pdata[*next];
  NpFigure *spoken;
  const char *alt;

  if (unit->photo != NULL)
    {
      NpFigure *figure = g_steal_pointer (&unit->photo);
      const NpTextUnit *caption = *next + 1 < units->len ? units->pdata[*next + 1] : NULL;

      (*next)++;
      /* Under a picture of Markdown stands its caption in italics. */
      if (caption != NULL && caption->block != NULL && caption->block->spans != NULL && caption->block->spans->len > 0
          && g_array_index (caption->block->spans, NpSpan, 0).style == NP_SPAN_EMPHASIS
          && g_array_index (caption->block->spans, NpSpan, 0).start == 0
          && g_array_index (caption->block->spans, NpSpan, 0).end + 1 >= g_utf8_strlen (caption->text, -1))
        {
          g_clear_pointer (&figure->caption, g_free);
          np_credit_line_split (caption->text, &figure->caption, &figure->credit);
          (*next)++;
        }
      return figure;
    }
  if (unit->block != NULL)
    return NULL;
  spoken = take_spoken (units, next);
  if (spoken != NULL)
    return spoken;
  /* "PHOTO: Jane Roe/AFP" is a credit, not a photo. */
  if (np_text_line_opens_photo (unit->text, &alt) && g_utf8_strlen (alt, -1) <= 2 * MAX_CAPTION_CHARS
      && (np_credit_line_judge (alt) != NP_CREDIT_YES || np_text_count_words (alt) > 6))
    return take_labelled (units, next, alt);
  return take_unlabelled (units, next);
}
