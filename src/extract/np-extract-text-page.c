#include "extract/np-extract-text-page.h"

#include "base/np-text.h"

#include <string.h>

/* Patterns are tried on nothing longer: such lines are prose. */
#define MAX_BYTES 400

/* A menu's entry, a part of a trail. */
#define MAX_PART_CHARS 30

static gboolean
matches (GRegex **made, const char *pattern, const char *line, GMatchInfo **match)
{
  if (g_once_init_enter (made))
    g_once_init_leave (made, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return strlen (line) <= MAX_BYTES && g_regex_match (*made, line, 0, match);
}

/**
 * np_text_page_is_small_print:
 * @line: a unit of a pasted text
 *
 * Returns: whether it is what stands at the foot of every page of a site, a mail program's last line, or a button of a
 *   cookie notice or of something embedded
 */
gboolean
np_text_page_is_small_print (const char *line)
{
  static GRegex *whole, *start;

  return matches (
             &whole,
             "^[\\W_]*(?:(?:©|\\(c\\)|copyright)[^.]{0,40}\\b(?:19|20)\\d\\d\\b.{0,120}|.{0,60}all rights reserved\\W*|"
             "(?:terms|conditions)(?: (?:of|and) (?:use|service|conditions))?|privacy(?: (?:policy|notice|statement))?|"
             "cookie (?:policy|settings|preferences|notice)|about us|contact(?: us)?|careers|help(?: cent(?:er|re))?|"
             "accept(?: all)?(?: cookies)?|reject all|(?:manage|cookie) (?:preferences|options|choices|cookies)|i "
             "agree|"
             "agree|got it|no,? thanks|maybe later|"
             ".{0,60}alle rechte vorbehalten|impressum|datenschutz(?:erklärung)?|agb|kontakt|alle(?:s)? akzeptieren|"
             "zustimmen|einverstanden|ablehnen|(?:newsletter|jetzt) abonnieren|kommentare? ?\\(?\\d+\\)?|\\d+ "
             "kommentare?|"
             "empfohlener redaktioneller inhalt|externe[nr]? inhalt(?:e)?(?: anzeigen| laden)?|inhalte? anzeigen|"
             "artikel (?:anhören|merken|drucken|teilen|speichern)|"
             ".{0,60}tous droits réservés|mentions légales|tout (?:accepter|refuser)|j['’]accepte|s['’]abonner|"
             ".{0,60}todos los derechos reservados|aviso legal|aceptar(?: tod[oa]s?)?|rechazar(?: "
             "tod[oa]s?)?|suscr[ií]bete|"
             ".{0,60}tutti i diritti riservati|accetta(?: tutt[oi])?|rifiuta|abbonati|"
             ".{0,60}todos os direitos reservados|aceitar(?: todos)?|recusar|assine(?: já)?|"
             ".{0,60}alle rechten voorbehouden|alles accepteren|.{0,60}wszelkie prawa zastrzeżone|akceptuj(?:ę)?|"
             ".{0,60}все права защищены|принять(?: "
             "все)?|.{0,60}無断転載.{0,40}|.{0,60}版权所有.{0,40}|利用規約|同意する|"
             "sent from my .{2,40}|von meinem .{2,40} gesendet|envoyé de mon .{2,40}|enviado desde mi .{2,40}|"
             "inviato da(?:l mio)? .{2,40})[\\W_]*$",
             line, NULL)
         || matches (&start,
                     "^(?:an dieser stelle (?:finden sie|befindet sich) (?:einen )?externe[nr]? inhalt|"
                     "ich bin damit einverstanden, dass mir externe inhalte|"
                     "this content is (?:provided|hosted) by|to view this (?:content|video|post),? (?:please )?"
                     "(?:enable|accept|click)|this video (?:can ?not|cannot) be played)",
                     line, NULL);
}

/**
 * np_text_page_is_consent:
 * @line: a unit above a story
 *
 * Returns: whether it asks for leave to keep cookies. In the story itself the same words may be its subject.
 */
gboolean
np_text_page_is_consent (const char *line)
{
  static GRegex *regex;

  return matches (
      &regex,
      "(?=.*(?:\\bcookies?\\b|куки|クッキー))(?=.*(?:\\bwe\\b|\\bour\\b|\\byour\\b|\\bthis (?:web)?site\\b|"
      "\\bwir\\b|\\bunsere|\\bihre|\\bnous\\b|\\bnotre\\b|\\bvotre\\b|\\bnuestr|\\bsu\\b|\\butilizamos\\b|"
      "\\busamos\\b|\\bquesto sito\\b|\\butilizziamo\\b|\\bnosso|\\bwij\\b|\\bonze\\b|\\bnasz|мы\\b|наш|当サイト))",
      line, NULL);
}

/**
 * np_text_page_is_trail:
 * @line: a unit above a story
 *
 * Returns: whether it says where on the site the story stands: "Home > News > Weather"
 */
gboolean
np_text_page_is_trail (const char *line)
{
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  if (strlen (line) > MAX_BYTES)
    return FALSE;
  parts = g_regex_split_simple ("\\s*[>›»→]\\s*|\\s+/\\s+|\\s+\\|\\s+", line, 0, 0);
  for (; parts[n] != NULL; n++)
    if (g_utf8_strlen (parts[n], -1) > MAX_PART_CHARS || np_text_count_words (parts[n]) > 3)
      return FALSE;
  return n >= 3 || (n == 2 && strpbrk (line, ">") != NULL);
}

/**
 * np_text_page_read_photo_label:
 * @line: a unit of a pasted text
 * @is_credit: (out): whether a credit follows the label, or a caption
 * @rest: (out) (transfer none): what follows
 *
 * Reads the labels that pages write for screen readers, which are seen only in what was copied: "Image source, Getty
 * Images", "Image caption, The square".
 *
 * Returns: whether @line begins with one
 */
gboolean
np_text_page_read_photo_label (const char *line, gboolean *is_credit, const char **rest)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *credit = NULL;
  int end = 0;

  if (strlen (line) > 4 * MAX_BYTES)
    return FALSE;
  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex,
        g_regex_new (
            "^(?:(image source|image copyright|image credit|bildquelle|fuente de la imagen|crédit photo|crédito|автор "
            "фото|"
            "джерело зображення|صدر الصورة|图像来源|画像提供)|image caption|photo caption|bildunterschrift|pie de foto|"
            "légende image|légende|legenda da foto|legenda|подпись к фото|підпис до фото|التعليق على الصورة|"
            "图像加注文字|画像説明)\\s*(?:,|:|،|，|、|：)\\s*(?=\\S)",
            G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, line, 0, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  credit = g_match_info_fetch (match, 1);
  *is_credit = credit != NULL && *credit != '\0';
  *rest = line + end;
  return TRUE;
}
