#include "extract/np-byline-opening.h"

#include <string.h>

/* Words before names, in lower case; several may follow one another: "Ein Beitrag von". */
static const char *const openings[] = {
  /* by */
  "by", "von", "vom", "par", "por", "de", "di", "door", "av", "af", "od", "przez", "от", "від", "από", "του", "της",
  "tarafından", "yazan", "oleh", "bởi", "ni", "oleh:", "por:", "from", "with", "mit", "a cura", "a cura di",
  /* who wrote */
  "written", "reported", "reporting", "posted", "published", "submitted", "compiled", "edited", "contributed",
  "created", "geschrieben", "verfasst", "eingestellt", "veröffentlicht", "publiziert", "gepostet", "erstellt",
  "hinzugefügt", "écrit", "rédigé", "publié", "proposé", "propos recueillis", "posté", "escrito", "escribe",
  "publicado", "redactado", "enviado", "escreve", "postado", "scritto", "pubblicato", "pubblicato da", "inserito da",
  "geschreven", "geplaatst", "gepubliceerd", "skrevet", "skriven", "skrevet av", "kirjoittanut", "napisał", "napisała",
  "dodał", "opracowanie", "napsal", "napsala", "napísal", "napisao", "piše", "napisal", "írta", "scris", "publicat",
  "написал", "написала", "опубликовал", "писал", "γράφει", "γράφει η", "γράφει ο", "ditulis", "viết", "yazdı",
  "bbc news by",
  /* who writes */
  "author", "authors", "the author", "autor", "autorin", "autor:in", "autor/in", "autor*in", "autoren", "autor/-in",
  "autorinnen", "autorzy", "autorka", "autora", "autores", "autor/a", "auteur", "auteure", "auteurs", "autore",
  "autori", "autrice", "redactor", "redaktør", "redaktör", "redaktion", "redakteur", "redakteurin",
  "von unserer redakteurin", "von unserem redakteur", "forfatter", "författare", "skribent", "kirjoittaja", "szerző",
  "автор", "автори", "текст", "автор:", "συντάκτης", "yazar", "haber", "penulis", "tác giả", "작성자", "글", "작성",
  "מאת", "كتب", "بقلم", "کاتب", "نویسنده", "लेखक", "লেখক", "ผู้เขียน", "writer", "reporter", "gastautor", "gastautorin",
  "texto de", "foto e testo", "beitragvon", "re", "作者", "撰文", "记者", "記者", "責任編輯", "责任编辑", "文",
  "取材・文", "文・写真", "執筆", "文責", "筆者"
};

/* What was written: words before names only in longer openings, or with a colon. */
static const char *const kinds[] = { "text",
                                     "texte",
                                     "texto",
                                     "testo",
                                     "testo di",
                                     "tekst",
                                     "words",
                                     "story",
                                     "article",
                                     "opinion",
                                     "analysis",
                                     "review",
                                     "interview",
                                     "column",
                                     "columnist",
                                     "commentary",
                                     "essay",
                                     "report",
                                     "feature",
                                     "kolumne",
                                     "kommentar",
                                     "beitrag",
                                     "artikel",
                                     "ein artikel",
                                     "ein beitrag",
                                     "ein kommentar",
                                     "ein gastbeitrag",
                                     "gastbeitrag",
                                     "ein interview",
                                     "ein essay",
                                     "eine analyse",
                                     "eine kolumne",
                                     "eine reportage",
                                     "eine rezension",
                                     "pressemitteilung",
                                     "meinung",
                                     "bericht",
                                     "ein bericht",
                                     "analyse",
                                     "entretien",
                                     "chronique",
                                     "tribune",
                                     "enquête",
                                     "reportage",
                                     "artículo",
                                     "columna",
                                     "entrevista",
                                     "análisis",
                                     "artigo",
                                     "coluna",
                                     "análise",
                                     "articolo",
                                     "intervista",
                                     "foto",
                                     "text und foto",
                                     "text und fotos",
                                     "text & fotos",
                                     "im wortlaut",
                                     "a note",
                                     "about the author",
                                     "über den autor",
                                     "über die autorin",
                                     "à propos de l'auteur",
                                     "sobre el autor" };

/* What an opening of one word has to be followed by, since names and sentences begin with it too. */
static const char *const nouns[] = {
  "re", "haber", "글", "작성", "文", "foto", "report", "feature", "story", "tribune"
};

static gboolean
is_noun (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (strcmp (word, nouns[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The longest opening, in bytes. */
#define OPENING_MAX 64

/* The beginning of a text in lower case; "" when that has another length, which no opening has. */
static char *
dup_lower_start (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *lower = NULL;

  if (length > OPENING_MAX)
    for (length = OPENING_MAX; length > 0 && (text[length] & 0xC0) == 0x80;)
      length--;
  lower = g_utf8_strdown (text, (gssize) length);
  return g_strdup (strlen (lower) == length ? lower : "");
}

static gsize
measure (const char *text, const char *lower, const char *const *words, gsize n)
{
  gsize best = 0;

  for (gsize i = 0; i < n; i++)
    {
      gsize length, after;

      /* Most words differ in their first letter: the rest of the work is for few. */
      if (*lower != *words[i])
        continue;
      length = strlen (words[i]);
      if (length < best || strncmp (lower, words[i], length) != 0 || text[length] == '\0')
        continue;
      after = strspn (text + length, " :-");
      if (strncmp (text + length + after, "：", strlen ("：")) == 0
          || strncmp (text + length + after, "／", strlen ("／")) == 0
          || strncmp (text + length + after, "●", strlen ("●")) == 0)
        after += strlen ("：");
      if (after == 0 || text[length] == '-' || text[length + after] == '\0'
          || (is_noun (words[i]) && text[length] != ':' && after < 2))
        continue;
      best = length + after;
    }
  return best;
}

/**
 * np_byline_measure_opening:
 * @text: a byline
 *
 * Returns: the bytes of the words before its names, with what separates them: 4 for "von Jana Muster"; 0 when there are
 *   none
 */
gsize
np_byline_measure_opening (const char *text)
{
  g_autofree char *lower = dup_lower_start (text);
  gsize who = measure (text, lower, openings, G_N_ELEMENTS (openings));
  gsize what = measure (text, lower, kinds, G_N_ELEMENTS (kinds));

  return MAX (who, what);
}
/**
 * np_byline_is_label:
 * @text: the text of an element
 *
 * Returns: whether it is nothing but a word that names stand behind: "By", "Geschrieben von", "Author:"
 */
gboolean
np_byline_is_label (const char *text)
{
  g_autofree char *rest = NULL;
  gboolean who = FALSE;

  if (strlen (text) > 40)
    return FALSE;
  /* An opening is one only before something. */
  rest = g_strconcat (text, g_str_has_suffix (text, ":") ? " X" : ": X", NULL);
  for (guint round = 0; round < 3; round++)
    {
      const char *start = rest + strspn (rest, " |-");
      gsize length = np_byline_measure_opening (start);
      g_autofree char *lower = NULL;

      if (length == 0)
        break;
      lower = dup_lower_start (start);
      who |= measure (start, lower, openings, G_N_ELEMENTS (openings)) == length;
      memmove (rest, start + length, strlen (start + length) + 1);
    }
  return who && strcmp (rest, "X") == 0;
}
