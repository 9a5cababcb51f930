#include "extract/np-credit-line.h"

#include "base/np-text.h"

#include <string.h>

/* A caption longer than this is prose; patterns are not tried on it. */
#define MAX_BYTES        4000
#define MAX_CREDIT_CHARS 120

/* "Photo", "Foto de", "Image credit", "Bildquelle", "写真": what stands before a credit. */
#define THING                                                                                                                                                               \
  "(?:(?:handout |file |staff |ap |afp )?photo(?:s|graph(?:y|ie)?)?|pictures?|pics?|images?|illustrations?|graphics?|"                                                      \
  "fotos?|foto(?:gra(?:f[ií]as?|fie|f)|ğraf)|fot|fotó|bild(?:er|quelle|nachweis|rechte)?|(?:symbol|archiv)bild|"                                                         \
  "quelle|kuvat?|valokuva|kuvituskuva|im[aá]gene?s?|imagem|immagini?e?|zdj(?:ęcie)?|źródło|zdroj|sn[ií]mek|kép|"                                                     \
  "forrás|görsel|kaynak|ảnh|gambar|sumber|nuotr|фото|снимок|фотография|снимка|снимки|слика|світлина|фотографія|" \
  "φωτ(?:ογραφία|ο)?|foto "                                                                                                                                      \
  "kredit|צילום|צילומים|صورة|تصوير|الصورة|फोटो|ছবি|ภาพ|写真|撮影|画像|照片|图片|圖片|攝影|摄影|"             \
  "图源|사진|사진제공)"
#define ROLE                                                                                                            \
  "(?: ?[./-]? ?(?:credits?|cr[eé]dit[oi]?s?|by|courtesy(?: of)?|copyright|sources?|provided by|supplied by|from|via|" \
  "de|di|von|av|af|door|por|par|του|提供))"
#define CREDIT                                                                                                           \
  "(?:(?:photo ?|image ?)?credits?(?: photos?)?|cr[eé]dit[oi]?s?(?: photos?| foto| fotogr[aá]fico)?|courtesy(?: of)?|" \
  "copyright|autor(?: zdj[eę]cia)?|picture agency)"
#define LABEL "(?:" THING ROLE "{0,2}|" CREDIT ")"
/* A label alone proves little; what follows it does. */
#define LABELLED                                                                                                       \
  "(?:" LABEL "\\.? ?(?:[:：]|\\.{3}|[|])|" THING "s?[ -](?:by|courtesy of)\\b|(?:image|photo) copyright\\b|courtesy " \
  "of\\b|fot\\. ?|фото (?=@)|(?:©|\\(c\\)|&copy;)(?: ?" THING "[:：]?)?)"
#define AGENCY                                                                                                         \
  "\\b(?:AFP|AP|AP Photo|Associated Press|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|EFE|dpa|ANSA|TASS|Xinhua|Bloomberg|"  \
  "Shutterstock|Alamy|iStock(?:photo)?|PA Wire|PA Images|PAP|ČTK|CTK|TT|NTB|Scanpix|Ritzau|Lehtikuva|Keystone|APA|"   \
  "Imago|MAGO|ZUMA(?: Press)?|SIPA|MTI|Kyodo|Yonhap|Unsplash|Pexels|Wikimedia(?: Commons)?|Flickr|LaPresse|"           \
  "Europa Press|CC[ -]BY(?:-SA)?|handout|архив|РИА Новости|ТАСС)\\b|ロイター|共同|新华社|新華社|연합뉴스|뉴시스"

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

  if (!g_regex_match (get_regex (&regex, "^[\\s(\\[（]*" LABELLED "\\s*"), line, 0, &match))
    return FALSE;
  return g_match_info_fetch_pos (match, 0, NULL, end);
}

static gboolean
has_agency (const char *line)
{
  static GRegex *regex;

  /* Case counts: "ap" and "tt" are no agencies. */
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (AGENCY, G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, line, 0, NULL);
}

/* Whether every word is a name's: capitalised, a particle, or in a script without capitals. */
static gboolean
is_made_of_names (const char *line, guint *words)
{
  static const char *const small[] = { "de",  "da",  "di",  "del", "der", "van", "von", "den", "la",
                                       "le",  "el",  "al",  "bin", "y",   "e",   "of",  "the", "and",
                                       "for", "via", "und", "et",  "och", "og",  "i",   "dos", "do" };
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
      if (g_unichar_islower (first) && !known && !(g_unichar_isalpha (first) && strstr (list[i], ".") != NULL))
        return FALSE;
    }
  return *words > 0;
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
  if (begins_with_label (clean, &end) && clean[end] != '\0' && !sentence && np_text_count_words (clean + end) <= 14)
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
  g_autofree char *clean = np_text_clean (line);
  char *start = clean;
  int end;
  gsize length;

  if (clean == NULL || strlen (clean) > MAX_BYTES)
    return NULL;
  while (begins_with_label (start, &end) && end > 0)
    start += end;
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

static gboolean
try_split (GRegex *regex, const char *text, gboolean needs_proof, char **caption, char **credit)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *before = NULL, *behind = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  before = g_match_info_fetch (match, 1);
  behind = g_match_info_fetch (match, 2);
  if (g_utf8_strlen (behind, -1) > MAX_CREDIT_CHARS || (needs_proof && np_credit_line_judge (behind) != NP_CREDIT_YES))
    return FALSE;
  *credit = np_credit_line_strip (behind);
  if (*credit == NULL)
    return FALSE;
  g_strstrip (before);
  *caption = *before != '\0' ? g_steal_pointer (&before) : NULL;
  return TRUE;
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
  static GRegex *bracket, *label, *slash, *sentence, *equals, *agency, *inside;
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
  if (try_split (get_regex (&equals, "^(.*\\S)[＝=](\\S{2,20})$"), clean, TRUE, caption, credit))
    return;
  /* "The mayor of Testville / AFP": all of it may be names, but four words before an agency are a caption. */
  if (try_split (get_regex (&agency, "^((?:\\S+\\s+){3,}\\S+)\\s+[/|–—]\\s*([^/|]{2,20})$"), clean, TRUE, caption,
                 credit))
    {
      if (has_agency (*credit) && strpbrk (*caption, "/([:.") == NULL && !begins_with_label (clean, &end))
        return;
      g_clear_pointer (caption, g_free);
      g_clear_pointer (credit, g_free);
    }
  if (np_credit_line_judge (clean) == NP_CREDIT_YES
      && !g_regex_match (get_regex (&inside, "^[^:]*[.!?…。][\"”’»)]?\\s+" THING ROLE "?\\s?:"), clean, 0, NULL)
      && (*credit = np_credit_line_strip (clean)) != NULL)
    return;
  if (try_split (get_regex (&bracket, "^(.*?)\\s*[(\\[（]([^()\\[\\]]{2,120})[)\\]）][.。]?$"), clean, TRUE, caption,
                 credit)
      || try_split (get_regex (&label, "^(.*(?:[.!?…。\"”»)\\]]|\\s[|–—-]|\\s))\\s*(" LABELLED
                                       "\\s*[^.!?:：]*(?:\\.[^.!?:：]+)*\\.?)$"),
                    clean, FALSE, caption, credit)
      || try_split (get_regex (&slash, "^(.*\\S)\\s+[/|–—-]\\s*([^/|]{2,60})$"), clean, TRUE, caption, credit)
      || try_split (get_regex (&sentence, "^(.*[.!?…。][\"”’»)]?)\\s+([^!?]{2,100})$"), clean, TRUE, caption, credit))
    return;
  *caption = g_steal_pointer (&clean);
}
