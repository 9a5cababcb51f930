#include "extract/np-caption.h"

#include "base/np-text.h"
#include "extract/np-credit-line.h"
#include "extract/np-written-date.h"

#include <string.h>

/* More lines are no caption. */
#define LINES_MAX 40

/**
 * np_caption_is_furniture:
 * @line: valid UTF-8
 *
 * Returns: whether @line is what programs put beside captions: "1/12", "View Images", "Enlarge", "more", a date
 */
gboolean
np_caption_is_furniture (const char *line)
{
  static const char *const labels[] = { "info",
                                        "pin",
                                        "pin it",
                                        "view images",
                                        "view image",
                                        "enlarge",
                                        "close",
                                        "share",
                                        "zoom",
                                        "caption",
                                        "photos",
                                        "less",
                                        "more",
                                        "hide caption",
                                        "show caption",
                                        "+",
                                        "-",
                                        "x",
                                        "advertisement",
                                        "open image",
                                        "view gallery",
                                        "expand",
                                        "×",
                                        "toggle caption",
                                        "bild vergrößern",
                                        "agrandir",
                                        "ampliar",
                                        "powiększ",
                                        "ingrandisci",
                                        "zum vergrößern anklicken",
                                        "image caption",
                                        "vergrößern",
                                        "увеличить",
                                        "media caption",
                                        "read more",
                                        "show more",
                                        "show less",
                                        "mehr",
                                        "weniger",
                                        "[+]",
                                        "caption close",
                                        "captions",
                                        "full screen",
                                        "replay",
                                        "watch",
                                        "play video",
                                        "enlarge image",
                                        "lightbox",
                                        "download",
                                        "herunterladen",
                                        "click to enlarge",
                                        "image removed.",
                                        "save",
                                        "image",
                                        "this image",
                                        "photo gallery" };
  g_autofree char *lower = g_utf8_strdown (line, -1);
  g_auto (NpWrittenDate) date = { 0 };

  g_strstrip (lower);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (lower, labels[i]) == 0)
      return TRUE;
  if (strspn (line, "0123456789/: .") == strlen (line) || g_str_has_prefix (lower, "media playback is "))
    return TRUE;
  if (strpbrk (line, "0123456789") == NULL || strlen (line) > 40)
    return FALSE;
  np_written_date_read (line, NULL, &date);
  return date.dated && date.other_words == 0;
}

/* "Image caption The bridge" begins with what only names the words. */
static char *
without_label (char *line)
{
  static const char *const before[] = { "Image caption", "Media caption", "Caption:", "Bildunterschrift:", "Legende:" };

  gsize counter = strspn (line, "0123456789");

  /* "1/5 The ferry leaves" */
  if (counter > 0 && counter < 4 && line[counter] == '/' && strspn (line + counter + 1, "0123456789") > 0)
    {
      char *rest = line + counter + 1;

      rest += strspn (rest, "0123456789");
      if (*rest == ' ' || *rest == ':')
        memmove (line, rest + 1, strlen (rest));
    }
  memmove (line, line + strspn (line, " :|"), strlen (line + strspn (line, " :|")) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (line, before[i]) && line[strlen (before[i])] != '\0')
      {
        char *rest = g_strdup (line + strlen (before[i]));

        g_free (line);
        return g_strstrip (rest);
      }
  return line;
}

/* "The bridge. Photo" ends with the label of a credit that stands in an element of its own. */
static void
cut_label_behind (char *caption)
{
  static const char *const after[] = { "Foto",
                                       "Foto:",
                                       "Photo",
                                       "Photo:",
                                       "Bild",
                                       "Bild:",
                                       "Image",
                                       "Image:",
                                       "Credit",
                                       "Credit:",
                                       "©",
                                       "/",
                                       "|",
                                       "(Foto:",
                                       "(Photo:",
                                       "Photo by",
                                       "Fot.",
                                       "Photograph by",
                                       "Credit…",
                                       "Crédit :",
                                       "Image credit:",
                                       "Fonte:",
                                       "Courtesy of",
                                       "Quelle:",
                                       "Source:",
                                       "Фото:",
                                       "–",
                                       "-",
                                       "—" };

  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    if (g_str_has_suffix (caption, after[i]))
      {
        gsize length = strlen (caption) - strlen (after[i]);

        if (length > 0 && caption[length - 1] == ' ')
          {
            caption[length] = '\0';
            g_strchomp (caption);
          }
      }
}

/* Where a page keeps its captions twice, they stand there twice. */
static void
cut_repeat (char *caption)
{
  gsize length = strlen (caption);

  for (gsize half = length / 2; half > 20 && half + 2 >= length / 2; half--)
    if (caption[half] == ' ' && strncmp (caption, caption + half + 1, half) == 0)
      {
        caption[half] = '\0';
        break;
      }
}

/**
 * np_caption_cut_credit:
 * @caption: (nullable): a caption; it is shortened in place
 * @credit: (nullable): its credit
 *
 * Cuts the credit off the end of the caption, where it stands again: "The ferry leaves (Jane Roe)", "The ferry
 * leavesJane Roe".
 */
void
np_caption_cut_credit (char *caption, const char *credit)
{
  gsize length = caption != NULL ? strlen (caption) : 0, tail = credit != NULL ? strlen (credit) : 0;
  gboolean in_brackets = length > tail + 2 && g_str_has_suffix (caption, ")") && caption[length - tail - 2] == '(';

  if (tail < 5 || length < tail + 10)
    return;
  if (in_brackets ? strncmp (caption + length - tail - 1, credit, tail) != 0 : !g_str_has_suffix (caption, credit))
    return;
  caption[length - tail - (in_brackets ? 2 : 0)] = '\0';
  g_strchomp (caption);
}

static gboolean
is_said (const char *words, const char *part)
{
  g_autofree char *a = NULL, *b = NULL;

  if (words == NULL || part == NULL)
    return FALSE;
  a = np_text_slug (words, 4096);
  b = np_text_slug (part, 4096);
  return strstr (a, b) != NULL;
}

/* Whether a line of its own, under a caption, is a credit: labelled, an agency's, or nothing but a name. */
static gboolean
is_credit_line (const char *line, const char *caption, gboolean last)
{
  NpCreditLikeness likeness = np_credit_line_judge (line);

  if (likeness == NP_CREDIT_YES)
    return last || np_credit_line_is_labelled (line);
  return likeness == NP_CREDIT_MAYBE && last && caption != NULL && np_text_count_words (caption) >= 5
         && np_text_count_words (line) >= 2 && np_text_count_words (line) <= 4;
}

static void
add (GString *out, const char *part)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, part);
}

/* "The ferry leaves the … more": the beginning of what another line says in full. */
static gboolean
is_cut_short (GPtrArray *lines, guint index)
{
  const char *line = lines->pdata[index];
  const char *cut = strstr (line, "...") != NULL ? strstr (line, "...") : strstr (line, "…");
  gsize length = cut != NULL ? (gsize) (cut - line) : strlen (line);

  while (length > 0 && line[length - 1] == ' ')
    length--;
  if (cut != NULL && strlen (cut) > 20)
    return FALSE;
  for (guint i = 0; length > 20 && i < lines->len; i++)
    if (i != index && strncmp (lines->pdata[i], line, length) == 0
        && (strlen (lines->pdata[i]) > strlen (line) || (i < index && strcmp (lines->pdata[i], line) == 0)))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_lines (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", LINES_MAX);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = without_label (np_text_clean (lines[i]));

      if (*line != '\0' && !np_caption_is_furniture (line))
        g_ptr_array_add (kept, line);
      else
        g_free (line);
    }
  for (guint i = kept->len; i-- > 0;)
    if (is_cut_short (kept, i))
      g_ptr_array_remove_index (kept, i);
  return kept;
}

/* Parts the lines of a caption that are credits from the others. */
static void
part_lines (const char *words, GString *caption, char **credit)
{
  g_autoptr (GPtrArray) lines = list_lines (words);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = lines->pdata[i], *next = i + 1 < lines->len ? lines->pdata[i + 1] : NULL;

      if (np_credit_line_is_label (line))
        {
          /* The label is an element of its own. */
          if (next == NULL || *credit != NULL || np_text_count_words (next) > 12)
            continue;
          *credit = np_credit_line_strip (next);
          i++;
        }
      else if (lines->len > 1 && *credit == NULL
               && is_credit_line (line, caption->len > 0 ? caption->str : NULL, next == NULL))
        *credit = np_credit_line_strip (line);
      else
        add (caption, line);
    }
}

/**
 * np_caption_part:
 * @words: the words around a photo but for those that are named as its credit; line breaks part what stands in elements
 *   of its own
 * @named_credit: the words that are named as its credit
 * @caption: (out) (transfer full) (nullable): the caption
 * @credit: (out) (transfer full) (nullable): the credit, without a label
 */
void
np_caption_part (const char *words, const char *named_credit, char **caption, char **credit)
{
  g_autoptr (GString) own = g_string_new (NULL);
  g_autofree char *said = NULL;

  *caption = *credit = NULL;
  part_lines (words, own, credit);
  if (!np_text_is_empty (named_credit) && own->len == 0 && *credit == NULL)
    part_lines (named_credit, own, credit);
  else if (!np_text_is_empty (named_credit))
    {
      g_free (*credit);
      *credit = np_credit_line_strip (named_credit);
    }
  if (*credit == NULL)
    np_credit_line_split (own->str, caption, credit);
  else
    np_credit_line_split (own->str, caption, &said);
  /* A credit at the end of the caption as well: the longer of the two says more. */
  if (said != NULL && *credit != NULL && is_said (said, *credit))
    {
      g_free (*credit);
      *credit = g_steal_pointer (&said);
    }
  /* What is named as a credit, and has no mark of one. */
  if (*credit == NULL && *caption != NULL && !np_text_is_empty (named_credit) && np_text_is_empty (words))
    {
      *credit = np_credit_line_strip (*caption);
      g_clear_pointer (caption, g_free);
    }
  if (*caption != NULL)
    {
      cut_label_behind (*caption);
      cut_repeat (*caption);
      np_caption_cut_credit (*caption, *credit);
    }
  if (np_text_is_empty (*caption) || is_said (*credit, *caption))
    g_clear_pointer (caption, g_free);
  if (np_text_is_empty (*credit))
    g_clear_pointer (credit, g_free);
}
