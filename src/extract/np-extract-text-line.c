#include "extract/np-extract-text-line.h"

#include "base/np-text.h"
#include "extract/np-extract-text-page.h"
#include "extract/np-written-date.h"
#include "model/np-article.h"

#include <string.h>

/* Patterns are tried on nothing longer: such lines are prose. */
#define MAX_BYTES 400

static gboolean
matches (GRegex **made, const char *pattern, const char *line, GMatchInfo **match)
{
  if (g_once_init_enter (made))
    g_once_init_leave (made, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return strlen (line) <= MAX_BYTES && g_regex_match (*made, line, 0, match);
}

/**
 * np_text_line_is_furniture:
 * @line: a unit of a pasted text
 *
 * Returns: whether it belongs to the page, not to the story: buttons, advertisements, calls to read on
 */
gboolean
np_text_line_is_furniture (const char *line)
{
  static GRegex *whole, *start;

  return np_text_page_is_small_print (line)
         || matches (
             &whole,
             "^[\\W_]*(?:share(?: this)?(?: (?:article|story|page|post))?|share (?:on|via|to) [\\w "
             "]+|(?:tweet|facebook|twitter|"
             "x|whatsapp|e-?mail|print|linkedin|reddit|pinterest|flipboard|messenger|telegram|copy link|link "
             "copied!?|copy)"
             "(?: this)?(?: article| story| page)?|save(?: article| story| for later)?|bookmark|gift(?: this)? article|"
             "listen(?: to (?:this )?article)?|advertisement|advertising|ads? ?(?:feedback)?|sponsored|promoted|"
             "(?:story|article) continues (?:below|after)[\\w ]*|continue reading(?: the main story)?|read more|"
             "show more|load more|see more|view (?:all )?comments|(?:\\d+ )?comments?|leave a comment|skip to [\\w ]+|"
             "menu|search|home|close|sign in|log ?in|subscribe(?: now)?|sign up|newsletters?|follow us?|"
             "follow|loading\\W*|play|watch(?: live| video)?|\\d+ ?(?:min(?:ute)?s?)(?: read)?|back to top|"
             "image caption|photo gallery|hide caption|toggle caption|enlarge(?: this)? image|getty images embed|"
             "anzeige|werbung|teilen|drucken|merken|kommentare?|zur startseite|publicit[ée]|partager|imprimer|"
             "commentaires?|publicidad|compartir|imprimir|comentarios|pubblicit[àa]|condividi|stampa|commenti|"
             "publicidade|compartilhar|partilhar|comentários|advertentie|delen|reacties|annons|dela|annonse|annonce|"
             "del|mainos|jaa|reklama|reklam|udostępnij|komentarze|sdílet|реклама|поделиться|комментарии|поділитися|"
             "広告|シェア|分享|广告|廣告|공유|광고)[\\W_]*$",
             line, NULL)
         || matches (
             &start,
             "^[\\W_]*(?:read(?: more| also| next)?|also read|more|related(?: (?:article|story|stories|coverage))?|see "
             "also|"
             "watch(?: now| more)?|listen|must read|don't miss|lesen sie (?:auch|mehr)|mehr (?:zum thema|dazu)|"
             "lire (?:aussi|également)|à lire(?: aussi)?|lea también|le puede interesar|lee también|leia "
             "(?:também|mais)|"
             "leggi anche|lees ook|läs (?:också|även|mer)|les også|læs også|lue myös|czytaj (?:także|też|więcej)|"
             "čtěte (?:také|též)|читайте (?:также|також)|ayrıca bakın|baca juga|xem thêm|関連記事)\\s*[:：|»>→-]\\s*\\S"
             "|^(?:sign up (?:for|to)|subscribe to|click here (?:to|for)|tap here to|download (?:our|the) app|"
             "follow [\\w ]{2,40} on (?:twitter|facebook|instagram|x)\\b|get (?:our|the) [\\w ]{0,40}newsletter|"
             "this (?:article|story) (?:originally|first) appeared)",
             line, NULL);
}

/**
 * np_text_line_opens_links:
 * @line: a unit of a pasted text
 *
 * Returns: whether it is the title of a list of other stories
 */
gboolean
np_text_line_opens_links (const char *line)
{
  static GRegex *regex;

  return matches (
      &regex,
      "^[\\W_]*(?:related (?:stories|articles|links|content|coverage|news)|more (?:on this story|stories|news|from "
      "[\\w ]{2,40})|"
      "most (?:read|popular|viewed)|recommended(?: for you| stories)?|trending(?: now)?|you (?:may|might) (?:also "
      ")?like|"
      "top stories|latest (?:news|stories)|editors?['’]s? picks?|read more|see also|mehr zum thema|meistgelesen|"
      "das könnte sie auch interessieren|à lire aussi|sur le même sujet|los? más leídos?|te puede interesar|"
      "mais lidas|veja também|più letti|leggi anche|meest gelezen|mest lästa|mest leste|mest læste|"
      "najczęściej czytane|читайте также|популярное|関連記事)[\\W_]*$",
      line, NULL);
}

/**
 * np_text_line_opens_topics:
 * @line: a unit of a pasted text
 * @rest: (out) (transfer none): what stands behind the label in the same line, "" when nothing does
 *
 * Returns: whether it labels the topics that the page gives its story
 */
gboolean
np_text_line_opens_topics (const char *line, const char **rest)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (!matches (
          &regex,
          "^\\W*(?:(?:related )?(?:topics|tags|keywords|subjects)|(?:filed under|tagged(?: with)?|in this article|more "
          "about|"
          "explore more)|(?:ähnliche )?themen|schlagw[oö]rt(?:er|e)|schlagworte|sujets|mots[- ]cl[ée]s|(?:más "
          ")?temas|etiquetas|palabras clave|"
          "argomenti|tópicos|assuntos|onderwerpen|trefwoorden|ämnen|emner|aiheet|avainsanat|tematy|tagi|témata|štítky|"
          "теги|темы|теми|etiketler|kata kunci|タグ|标签|標籤|태그)\\s*(?:$|[:：]\\s*)",
          line, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  *rest = line + end;
  return TRUE;
}

/**
 * np_text_line_opens_photo:
 * @line: a unit of a pasted text
 * @rest: (out) (transfer none): what stands behind the label
 *
 * Returns: whether it is the first line of a photo, "PHOTO: …"
 */
gboolean
np_text_line_opens_photo (const char *line, const char **rest)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  /* In lower case "Photo: Name" is more often a credit than the beginning of a photo. */
  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex, g_regex_new ("^(?:PHOTO|IMAGE|PICTURE|FOTO|BILD|IMAGEN|IMAGEM|IMMAGINE|KUVA|ФОТО|写真)S?\\s*[:：]\\s+",
                             G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, line, 0, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  *rest = line + end;
  return **rest != '\0';
}

/**
 * np_text_line_is_sentence:
 * @line: a unit of a pasted text
 *
 * Returns: whether it ends as prose ends
 */
gboolean
np_text_line_is_sentence (const char *line)
{
  const char *end = line + strlen (line);
  gunichar last = 0;

  while (end > line)
    {
      end = g_utf8_find_prev_char (line, end);
      last = g_utf8_get_char (end);
      if (strchr ("\"')]", (int) MIN (last, 127)) == NULL && last != 0x201D && last != 0x2019 && last != 0x00BB
          && last != 0x201C)
        break;
    }
  return last == '.' || last == '!' || last == '?' || last == 0x2026 || last == 0x3002 || last == 0x0964
         || last == 0xFF01 || last == 0xFF1F || last == 0x061F || last == 0x06D4;
}

/* A name: two to five words, each capitalised or a particle; scripts without capitals have one word at least. */
static gboolean
is_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0, capital = 0, lower = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar first = g_utf8_get_char (words[i]);

      if (first == 0)
        continue;
      if (!g_unichar_isalpha (first))
        return FALSE;
      n++;
      if (g_unichar_islower (first))
        lower++;
      else
        capital++;
    }
  return n >= 1 && n <= 5 && capital > 0 && lower <= 3 && strpbrk (text, "0123456789:;!?\"()@/") == NULL;
}

/* Offices, agencies and papers stand beside names. */
static gboolean
is_role (const char *text)
{
  static GRegex *regex;

  return matches (
      &regex,
      "\\b(?:staff|reporters?|correspondents?|editors?|writers?|press|news|times|post|journal|bureau|chief|"
      "reuters|afp|dpa|agency|producer|contributors?|columnist|photographer|redaktion|redakteur\\w*|"
      "korrespondent\\w*|redacci[oó]n|corresponsal|journaliste|rédaction|redazione|reda[cç][aã]o|updated|published)\\b",
      text, NULL);
}

static void
add_authors (const char *names, GPtrArray *authors)
{
  static GRegex *separator;
  g_auto (GStrv) list = NULL;

  if (g_once_init_enter (&separator))
    g_once_init_leave (
        &separator,
        g_regex_new ("\\s*(?:,|;|\\||/"
                     "|&|·|•|\\s–\\s|\\s-\\s|\\s(?:and|und|et|y|e|en|och|og|ja|i|и|with|mit|avec|con|for|in)\\s)\\s*",
                     G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  list = g_regex_split (separator, names, 0);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *name = np_text_clean (list[i]);

      if (is_name (name) && !is_role (name) && !np_strings_contain (authors, name))
        g_ptr_array_add (authors, g_steal_pointer (&name));
    }
}

/* "By Jane Roe | May 31, 2018": the byline ends where the date begins. */
static char *
cut_at_date (const char *line)
{
  g_auto (GStrv) parts = g_regex_split_simple (
      "\\s+[|•·–—]\\s+|,\\s+(?=\\w+ \\d)|\\s+(?=(?:updated|published|posted)\\b)", line, G_REGEX_CASELESS, 0);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (NpWrittenDate) date = { 0 };

      np_written_date_read (parts[i], NULL, &date);
      if (i > 0 && (date.dated || *parts[i] == '\0'))
        break;
      g_string_append_printf (kept, "%s%s", i > 0 ? ", " : "", parts[i]);
    }
  return np_text_clean (kept->str);
}

/**
 * np_text_line_read_byline:
 * @line: a unit of a pasted text that stands between headline and story
 * @byline: (out) (transfer full) (optional): the line without a date that stands in it
 * @authors: gets the names
 *
 * Returns: whether @line says who wrote the story: "By Jane Roe and Ann Poe, Staff Writers"
 */
gboolean
np_text_line_read_byline (const char *line, char **byline, GPtrArray *authors)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *cut = NULL;
  guint before = authors->len;
  int end = 0;

  if (strlen (line) > 200
      || !matches (
          &regex,
          "^(?:(?:written |reporting |analysis |story |text |words )?by|von|ein (?:artikel|bericht) "
          "von|par|por|di|da|door|av|af|tekst|"
          "autor(?:in|a|es)?|auteurs?|authors?|écrit par|text|texto|testo|kirjoittanut|автор|текст|от|oleh|yazan|"
          "作者|記者|文|기자)\\s*[:：]?\\s+(?=\\S)",
          line, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  cut = cut_at_date (line);
  if ((int) strlen (cut) <= end)
    return FALSE;
  add_authors (cut + end, authors);
  if (authors->len == before)
    return FALSE;
  if (byline != NULL)
    *byline = g_steal_pointer (&cut);
  return TRUE;
}

/**
 * np_text_line_dup_dateline:
 * @line: the first paragraph of a story
 *
 * Returns: (transfer full) (nullable): the place that it begins with: "NEW YORK" of "NEW YORK (AP) — The …"
 */
char *
np_text_line_dup_dateline (const char *line)
{
  static GRegex *regex;
  g_autofree char *beginning = g_strndup (line, MIN (strlen (line), 160));
  g_autofree char *valid = g_utf8_make_valid (beginning, -1);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex,
        g_regex_new (
            "^(?:(\\p{Lu}[\\p{Lu}\\p{M}.’' -]{2,40})(?:, ?[\\p{L}. ]{2,25}?(?: \\d{1,2})?)?(?: ?\\([^()]{2,40}\\))?"
            "|(\\p{Lu}[\\p{L}\\p{M}.’' -]{2,40}?)(?:, ?[\\p{L}. ]{2,25}?(?: \\d{1,2})?)? "
            "?\\((?:\\p{Lu}{2,6}|dpa|Reuters|Xinhua|ots|sda)[^()]{0,20}\\))"
            " ?(?:—|–|--|-)\\s*(?=\\S)",
            G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, valid, 0, &match))
    return NULL;
  for (int i = 1; i <= 2; i++)
    {
      g_autofree char *place = g_match_info_fetch (match, i);

      if (place != NULL && *place != '\0')
        return np_text_clean (place);
    }
  return NULL;
}

/**
 * np_text_line_dup_headline:
 * @text: a paragraph
 *
 * Returns: (transfer full): a headline for a story that has none: its first sentence, shortened
 */
char *
np_text_line_dup_headline (const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *sentence = NULL;
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("^.{20,400}?[.!?。][\"”’»)]?(?=\\s+[\\p{Lu}\"“«„]|$)", G_REGEX_OPTIMIZE, 0, NULL));
  if (g_regex_match (regex, text, 0, &match))
    sentence = g_match_info_fetch (match, 0);
  if (sentence != NULL && g_str_has_suffix (sentence, "."))
    sentence[strlen (sentence) - 1] = '\0';
  return np_text_shorten (sentence != NULL ? sentence : text, 110);
}
