#include "extract/np-credit-line.h"

#include "base/np-text.h"
#include "extract/np-credit-words.h"

#include <string.h>

/* A caption longer than this is prose; patterns are not tried on it. */
#define MAX_BYTES        4000
#define MAX_CREDIT_CHARS 120

#define LABEL "(?:" NP_CREDIT_THING NP_CREDIT_ROLE "{0,2}|" NP_CREDIT_CREDIT ")"

/* A label alone proves little; what follows it does. */
#define LABELLED                                                                                                            \
  "(?:" LABEL "\\.? ?(?:[:：=＝|]|\\.{3}|…)|" NP_CREDIT_THING "s?[ -](?:by|courtesy of)\\b|"                                \
  "(?:image|photo) copyright\\b|courtesy of\\b|fot\\. ?|фото (?=@)|фото (?:из|с|предоставлено)\\b|" \
  "(?-i:(?:Credit)+(?=\\p{Lu}))|(?-i:FOTOS?|PHOTOS?|BILD|IMAGEN|FOT) (?=\\p{Lu})|" NP_CREDIT_THING                          \
  " (?=(?-i:" NP_CREDIT_AGENCY "))|"                                                                                        \
  "(?:" NP_CREDIT_THING " ?)?(?:©|\\(c\\)|&copy;)(?: ?" NP_CREDIT_THING " ?[:：])?)"

/* What may stand behind a caption as a credit without any label. */
#define WORDS_OF_A_NAME 3

static GRegex *
get_regex (GRegex **made, const char *pattern)
{
  if (g_once_init_enter (made))
    g_once_init_leave (made, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return *made;
}

static gboolean
begins_with_label (const char *line, int *end)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (get_regex (&regex, "^[\\s(\\[（|/–—•·-]*" LABELLED "\\s*"), line, 0, &match))
    return FALSE;
  return g_match_info_fetch_pos (match, 0, NULL, end);
}

static gboolean
has_agency (const char *line)
{
  static GRegex *regex;

  /* Case counts: "ap" and "tt" are no agencies. */
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (NP_CREDIT_AGENCY, G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, line, 0, NULL);
}

/* Whether there is a sign between a label and what it labels; the colon of an address is none. */
static gboolean
has_colon (const char *text)
{
  for (const char *p = strpbrk (text, ":=|"); p != NULL; p = strpbrk (p + 1, ":=|"))
    if (*p != ':' || strncmp (p, "://", 3) != 0)
      return TRUE;
  return FALSE;
}

/* Whether @text has a sign that goes with labels. Most captions have none, and the long patterns need not be tried. */
static gboolean
may_have_label (const char *text)
{
  static const char *const signs[] = { "：",     "＝",     "…",     "..",  "©",    " by ", "-by ",
                                       "&copy;", "Credit", "redit", "ot.", "фото", "ФОТО" };
  static const char *const capitals[] = { "FOT", "PHOTO", "BILD", "IMAGEN", "Фото", "By ", " BY " };

  if (has_colon (text) || strstr (text, "(c)") != NULL || strstr (text, "(C)") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i]) != NULL)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (capitals); i++)
    if (strstr (text, capitals[i]) != NULL)
      return TRUE;
  return strstr (text, "ourtesy") != NULL || strstr (text, "opyright") != NULL || strstr (text, "OPYRIGHT") != NULL
         || strstr (text, "OURTESY") != NULL || has_agency (text);
}

/**
 * np_credit_line_is_labelled:
 * @text: valid UTF-8
 *
 * Returns: whether @text is a credit, or ends in one, that has a label: "Photo: …", "(© …)", "… Foto: …"
 */
gboolean
np_credit_line_is_labelled (const char *text)
{
  static GRegex *regex;

  return strlen (text) <= MAX_BYTES && may_have_label (text)
         && g_regex_match (get_regex (&regex, "(?:^|[\\s(\\[（.!?…。|/–—])" LABELLED "\\s*\\S"), text, 0, NULL);
}

/**
 * np_credit_line_is_label:
 * @line: valid UTF-8
 *
 * Returns: whether @line is nothing but a label: "Photo:", "Credit...", "Bildquelle"
 */
gboolean
np_credit_line_is_label (const char *line)
{
  static GRegex *regex;

  return strlen (line) < 60
         && g_regex_match (get_regex (&regex, "^[\\s(\\[（]*(?:" LABEL "|©|\\(c\\))\\s*[:：.…|]*\\s*$"), line, 0, NULL);
}

/* "pixelmaker.at": a dot that ends no sentence. */
static gboolean
is_domain (const char *word)
{
  const char *dot = strchr (word, '.');

  return dot != NULL && dot > word && g_ascii_isalpha (dot[1]);
}

/* Whether every word is a name's: capitalised, a particle, or in a script without capitals. */
static gboolean
is_made_of_names (const char *line, guint *words)
{
  static const char *const small[] = { "de",   "da",   "di",    "del", "der", "van", "von", "den", "la",
                                       "le",   "el",   "al",    "bin", "y",   "e",   "of",  "the", "and",
                                       "for",  "via",  "und",   "et",  "och", "og",  "i",   "dos", "do",
                                       "file", "pool", "photo", "zu",  "per", "dei", "du",  "des" };
  g_auto (GStrv) list = g_strsplit_set (line, " \t/|,+&-", -1);

  *words = 0;
  for (guint i = 0; list[i] != NULL; i++)
    {
      gunichar first = g_utf8_get_char (list[i]);
      gboolean known = FALSE;

      if (first == 0 || (!g_unichar_isalnum (first) && list[i][1] == '\0'))
        continue;
      (*words)++;
      for (gsize j = 0; j < G_N_ELEMENTS (small); j++)
        known |= strcmp (small[j], list[i]) == 0;
      if (g_unichar_islower (first) && !known && !(g_unichar_isalpha (first) && is_domain (list[i])))
        return FALSE;
    }
  return *words > 0;
}

/* "PHOTO: The ferry leaves the harbour": in capitals the label also goes before captions. */
static gboolean
tells_what_it_shows (const char *line, int end)
{
  guint words;

  return g_str_has_prefix (line, "PHOTO:") && np_text_count_words (line + end) > 4 && strchr (line, '/') == NULL
         && !has_agency (line) && !is_made_of_names (line + end, &words);
}

/**
 * np_credit_line_judge:
 * @line: (nullable): a line, valid UTF-8
 *
 * Returns: whether @line by itself is the credit of a photo
 */
NpCreditLikeness
np_credit_line_judge (const char *line)
{
  g_autofree char *clean = np_text_clean (line);
  gboolean slashed, sentence;
  glong length;
  guint words;
  int end = 0;

  if (clean == NULL || *clean == '\0' || strlen (clean) > MAX_BYTES)
    return NP_CREDIT_NO;
  length = g_utf8_strlen (clean, -1);
  if (length > MAX_CREDIT_CHARS)
    return NP_CREDIT_NO;
  sentence = g_utf8_strchr (".!?…。", -1, g_utf8_get_char (g_utf8_prev_char (clean + strlen (clean)))) != NULL
             && np_text_count_words (clean) > 6;
  if (begins_with_label (clean, &end) && clean[end] != '\0' && !sentence && np_text_count_words (clean + end) <= 14
      && !tells_what_it_shows (clean, end))
    return NP_CREDIT_YES;
  if (sentence || strstr (clean, "://") != NULL || !is_made_of_names (clean, &words) || words > 12)
    return has_agency (clean) && np_text_count_words (clean) <= 3 && !sentence ? NP_CREDIT_YES : NP_CREDIT_NO;
  slashed = strchr (clean, '/') != NULL && g_ascii_isdigit (clean[0]) == FALSE;
  if (slashed || has_agency (clean))
    return NP_CREDIT_YES;
  return words <= 5 && length <= 60 && clean[np_text_span_without (clean, ":;\"“?!0123456789")] == '\0'
             ? NP_CREDIT_MAYBE
             : NP_CREDIT_NO;
}

/**
 * np_credit_line_strip:
 * @line: (nullable): a credit as it is written: "(Photo: Jane Roe/AFP)"
 *
 * Returns: (transfer full) (nullable): the credit without label, brackets and "©": "Jane Roe/AFP"; `NULL` when nothing
 *   is left
 */
char *
np_credit_line_strip (const char *line)
{
  static GRegex *bare;
  g_autofree char *clean = np_text_clean (line);
  char *start = clean;
  int end;
  gsize length;

  if (clean == NULL || strlen (clean) > MAX_BYTES)
    return NULL;
  while (begins_with_label (start, &end) && end > 0)
    start += end;
  if (g_regex_match (get_regex (&bare, "^(?-i:Fotos?|Bilder|Bild|Photos?|Kuva|Beeld|Billede|Bilde|Image)(?: "
                                       "(?:von|by|av|af|door|par|por))? (?=\\p{Lu}\\S* \\S)"),
                     start, 0, NULL))
    start = strchr (start, ' ') + 1;
  length = strlen (start);
  if (length > 1 && (start[0] == '(' || start[0] == '[') && strchr (")]", start[length - 1]) != NULL)
    start[--length] = '\0', start++;
  else if (length > 0 && strchr (")]", start[length - 1]) != NULL && strpbrk (start, "([") == NULL)
    start[--length] = '\0';
  g_strstrip (start);
  if (g_str_has_suffix (start, ".") && strchr (start, '.') == start + strlen (start) - 1)
    start[strlen (start) - 1] = '\0';
  return np_text_is_empty (start) ? NULL : g_strdup (start);
}

/* How sure it must be that what stands behind the caption is a credit. */
typedef enum
{
  NEEDS_NOTHING, /* the pattern is proof */
  NEEDS_PROOF,
  NEEDS_NAME /* proof, or nothing but a short name */
} Need;

static gboolean
is_short_name (const char *text)
{
  gsize words = np_text_count_words (text);

  return np_credit_line_judge (text) == NP_CREDIT_MAYBE && !g_str_has_prefix (text, "The ")
         && !g_str_has_prefix (text, "A ") && words >= 2 && words <= WORDS_OF_A_NAME
         && g_unichar_isupper (g_utf8_get_char (text));
}

static gboolean
try_split (GRegex *regex, const char *text, Need need, char **caption, char **credit)
{
  static const char *const seams[] = { " |", " /", " -", " –", " —", " •", " ·" };
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *before = NULL, *behind = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  before = g_match_info_fetch (match, 1);
  behind = g_match_info_fetch (match, 2);
  if (g_utf8_strlen (behind, -1) > MAX_CREDIT_CHARS
      || (need != NEEDS_NOTHING && np_credit_line_judge (behind) != NP_CREDIT_YES
          && !(need == NEEDS_NAME && is_short_name (behind))))
    return FALSE;
  *credit = np_credit_line_strip (behind);
  if (*credit == NULL)
    return FALSE;
  g_strchomp (before);
  for (guint i = 0; i < G_N_ELEMENTS (seams); i++)
    if (g_str_has_suffix (before, seams[i]))
      before[strlen (before) - strlen (seams[i])] = '\0';
  g_strchomp (before);
  *caption = *before != '\0' ? g_steal_pointer (&before) : NULL;
  return TRUE;
}

static gboolean
has_any (const char *text, const char *const *signs)
{
  for (guint i = 0; signs[i] != NULL; i++)
    if (strstr (text, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What parts a credit from what stands before it; without one of these the patterns need not be tried. */
static gboolean
has_slash (const char *text)
{
  static const char *const slashes[] = { "/", "|", "–", "—", " -", NULL };

  return has_any (text, slashes);
}

static gboolean
ends_in_bracket (const char *text)
{
  static const char *const ends[] = { ")", "]", "）", ").", "].", "）.", ")。", "]。", "）。" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
ends_in_picture (const char *text)
{
  static const char *const ends[] = { "photo", "photos", "image", "images" };
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (length >= strlen (ends[i]) && g_ascii_strcasecmp (text + length - strlen (ends[i]), ends[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "The mayor of Testville / AFP": all of it may be names, but four words before an agency are a caption. */
static gboolean
try_agency (const char *text, char **caption, char **credit)
{
  static GRegex *agency;
  int end;

  if (!has_slash (text))
    return FALSE;
  if (!try_split (get_regex (&agency, "^((?:\\S+\\s+){3,}\\S+)\\s+[/|–—]\\s*([^/|]{2,20})$"), text, NEEDS_PROOF,
                  caption, credit))
    return FALSE;
  if (*caption != NULL && has_agency (*credit) && strpbrk (*caption, "/([:.") == NULL && strstr (*caption, "©") == NULL
      && !begins_with_label (text, &end))
    return TRUE;
  g_clear_pointer (caption, g_free);
  g_clear_pointer (credit, g_free);
  return FALSE;
}

/* "Jane Roe Submitted photo": who is on it, and where it is from. */
static gboolean
try_submitted (const char *text, char **caption, char **credit)
{
  static GRegex *regex;

  return ends_in_picture (text)
         && try_split (
             get_regex (&regex,
                        "^(.*\\S)\\s+((?:submitted|contributed|provided|supplied|handout) (?:photos?|images?))$"),
             text, NEEDS_PROOF, caption, credit);
}

/* A credit in brackets, or one with a label. */
static gboolean
try_marked (const char *text, char **caption, char **credit)
{
  static GRegex *bracket, *told, *named, *label;

  if (ends_in_bracket (text)
      && (try_split (get_regex (&bracket, "^(.*?)\\s*[(\\[（]([^()\\[\\]]{2,120})[)\\]）][.。]?$"), text, NEEDS_PROOF,
                     caption, credit)
          /* "(Foto Prensa Libre: Ana Gil)" */
          || try_split (get_regex (&told, "^(.*\\S)\\s*[(\\[（](?:" NP_CREDIT_THING
                                          ") ((?-i:\\p{Lu})[^():]{2,40}: ?[^():]{3,60})[)\\]）][.。]?$"),
                        text, NEEDS_NOTHING, caption, credit)
          || try_split (get_regex (&named, "^(.*[.!?…。][\"”’»]?)\\s*[(\\[（]([^()\\[\\]]{2,60})[)\\]）]$"), text,
                        NEEDS_NAME, caption, credit)))
    return TRUE;
  return may_have_label (text)
         && try_split (get_regex (&label, "^(.*?(?:[.!?…。\"”»)\\]]|\\s[|–—-]|\\s))\\s*(" LABELLED
                                          "\\s*[^.!?:：]*(?:\\.[^.!?:：]+)*\\.?)$"),
                       text, NEEDS_PROOF, caption, credit);
}

/**
 * np_credit_line_split:
 * @text: (nullable): the text under a photo, valid UTF-8
 * @caption: (out) (transfer full) (nullable): its caption
 * @credit: (out) (transfer full) (nullable): its credit without a label
 *
 * Parts a caption from the credit that is run on after it: "(Name/AFP)", "Photo: Name", "© Name", "… / AFP".
 */
void
np_credit_line_split (const char *text, char **caption, char **credit)
{
  static const char *const equal_signs[] = { "=", "＝", NULL };
  static GRegex *slash, *sentence, *equals;
  g_autofree char *clean = np_text_clean (text);
  int end;

  *caption = *credit = NULL;
  if (clean == NULL || *clean == '\0')
    return;
  if (strlen (clean) > MAX_BYTES)
    {
      *caption = g_steal_pointer (&clean);
      return;
    }
  /* "Ann Poe © Jane Roe / AFP" has the marks of a credit as a whole, and is more. */
  if (!begins_with_label (clean, &end) && np_credit_line_is_labelled (clean) && try_marked (clean, caption, credit))
    return;
  if ((has_any (clean, equal_signs)
       && try_split (get_regex (&equals, "^(.*\\S)[＝=](\\S{2,20})$"), clean, NEEDS_PROOF, caption, credit))
      || try_agency (clean, caption, credit) || try_submitted (clean, caption, credit))
    return;
  if (np_credit_line_judge (clean) == NP_CREDIT_YES && (*credit = np_credit_line_strip (clean)) != NULL)
    return;
  if (try_marked (clean, caption, credit)
      || (has_slash (clean)
          && try_split (get_regex (&slash, "^(.*\\S)\\s+[/|–—-]\\s*([^/|]{2,60})$"), clean, NEEDS_PROOF, caption,
                        credit))
      || try_split (get_regex (&sentence, "^(.*[.!?…。][\"”’»)]?)\\s+([^!?]{2,100})$"), clean, NEEDS_NAME, caption,
                    credit))
    return;
  *caption = g_steal_pointer (&clean);
}
