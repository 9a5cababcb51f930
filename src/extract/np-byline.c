#include "extract/np-byline.h"

#include "base/np-text.h"
#include "extract/np-written-date-words.h"

#include <string.h>

/* Words before the names, folded; each is followed by white space or a colon. */
static const char *const openings[] = { "by",
                                        "von",
                                        "vom",
                                        "par",
                                        "por",
                                        "de",
                                        "di",
                                        "door",
                                        "av",
                                        "af",
                                        "od",
                                        "przez",
                                        "от",
                                        "автор",
                                        "yazan",
                                        "tekst",
                                        "text",
                                        "texte",
                                        "texto",
                                        "testo di",
                                        "words",
                                        "story",
                                        "written",
                                        "reported",
                                        "reporting",
                                        "posted",
                                        "published",
                                        "submitted",
                                        "article",
                                        "author",
                                        "authors",
                                        "autor",
                                        "autorin",
                                        "autoren",
                                        "autorzy",
                                        "autora",
                                        "autores",
                                        "auteur",
                                        "autore",
                                        "redactor",
                                        "redaktion",
                                        "escrito",
                                        "escribe",
                                        "publicado",
                                        "publie",
                                        "propos recueillis",
                                        "a cura",
                                        "pressemitteilung von",
                                        "ein gastbeitrag von",
                                        "ein interview von",
                                        "von unserer redakteurin",
                                        "von unserem redakteur",
                                        "scritto",
                                        "pubblicato da",
                                        "opinion",
                                        "opinion by",
                                        "analysis",
                                        "review",
                                        "interview",
                                        "verfasst",
                                        "geschrieben",
                                        "geschreven",
                                        "opracowanie",
                                        "napisal",
                                        "napsal",
                                        "kirjoittanut",
                                        "skrevet",
                                        "skriven",
                                        "foto",
                                        "from",
                                        "with",
                                        "columnist",
                                        "column",
                                        "commentary",
                                        "words by",
                                        "ein artikel",
                                        "ein beitrag",
                                        "ein kommentar",
                                        "kommentar",
                                        "interview:" };

/* Words that names are joined with. */
static const char *const joints[] = { " and ", " And ",  " AND ", " und ", " et ",   " y ", " e ",   " en ", " og ",
                                      " och ", " oraz ", " i ",   " и ",   " with ", " & ", " mit ", ";",    "|",
                                      "/",     " · ",    " • ",   "\n",    " – ",    " — ", "、" };

/* A part that begins with one of these, folded, is no name but a role, a place or the site's own words. */
static const char *const no_names[] = { "staff",
                                        "senior",
                                        "editor",
                                        "reporter",
                                        "correspondent",
                                        "writer",
                                        "contributor",
                                        "columnist",
                                        "associated press",
                                        "political",
                                        "chief",
                                        "special to",
                                        "for the",
                                        "for ",
                                        "published",
                                        "updated",
                                        "posted",
                                        "in ",
                                        "on ",
                                        "at ",
                                        "am ",
                                        "um ",
                                        "min",
                                        "read",
                                        "follow",
                                        "view",
                                        "more",
                                        "share",
                                        "http",
                                        "www.",
                                        "email",
                                        "e-mail",
                                        "comment",
                                        "kommentar",
                                        "last ",
                                        "redakteur",
                                        "redaktor",
                                        "freie",
                                        "freier",
                                        "ressort",
                                        "photo",
                                        "foto",
                                        "image",
                                        "bild",
                                        "copyright",
                                        "all ",
                                        "bbc news",
                                        "business",
                                        "science",
                                        "health",
                                        "national",
                                        "digital",
                                        "deputy",
                                        "assistant",
                                        "executive",
                                        "managing",
                                        "guest",
                                        "bureau",
                                        "producer",
                                        "multimedia",
                                        "minuten",
                                        "stand",
                                        "quelle",
                                        "source",
                                        "null",
                                        "publiziert",
                                        "veroffentlicht",
                                        "geschrieben",
                                        "erstellt",
                                        "publicado",
                                        "publie",
                                        "pubblicato",
                                        "opublikowano",
                                        "redaktion",
                                        "undefined",
                                        "no author",
                                        "unknown",
                                        "zeige ",
                                        "kommentare",
                                        "comments",
                                        "archiv ",
                                        "user",
                                        "the author",
                                        "updated:",
                                        "gastautor",
                                        "korrespondent",
                                        "journalist",
                                        "wire",
                                        "news service",
                                        "professor",
                                        "director",
                                        "founder",
                                        "president",
                                        "ceo" };

static char *
strip_openings (char *text)
{
  for (guint round = 0; round < 3; round++)
    {
      gboolean cut = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (openings) && !cut; i++)
        {
          gsize length = strlen (openings[i]);
          g_autofree char *head = NULL;
          const char *rest;

          if (strlen (text) <= length)
            continue;
          head = g_utf8_strdown (text, MIN (strlen (text), length));
          if (strncmp (head, openings[i], length) != 0 || (text[length] != ' ' && text[length] != ':'))
            continue;
          rest = text + length;
          rest += strspn (rest, " :");
          /* "De Niro" and "Di Maio" are names. */
          if (*rest == '\0'
              || ((strcmp (openings[i], "de") == 0 || strcmp (openings[i], "di") == 0
                   || strcmp (openings[i], "von") == 0)
                  && g_ascii_isupper (text[0]) && text[length] == ' ' && strchr (rest, ' ') == NULL))
            continue;
          memmove (text, rest, strlen (rest) + 1);
          cut = TRUE;
        }
      if (!cut)
        break;
    }
  return text;
}

static gboolean
is_suffix (const char *part)
{
  static const char *const suffixes[] = { "jr",  "jr.",   "sr",   "sr.", "ii",   "iii", "iv",  "md",  "m.d.",
                                          "phd", "ph.d.", "ph.d", "esq", "esq.", "mba", "rn",  "dds", "msc",
                                          "ma",  "ba",    "mph",  "rd",  "cpa",  "jd",  "lcsw" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_ascii_strcasecmp (part, suffixes[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_name (const char *part, const char *site)
{
  g_autofree char *folded = np_text_fold (part);
  gsize words = np_text_count_words (part);
  guint digits = 0, letters = 0;

  if (strcmp (folded, "by") == 0 || strcmp (folded, "von") == 0)
    return FALSE;
  if (*folded == '\0' || words == 0 || words > 6 || strlen (part) > 80)
    return FALSE;
  for (const char *p = part; *p != '\0'; p++)
    {
      digits += g_ascii_isdigit (*p);
      letters += !g_ascii_isdigit (*p) && !g_ascii_isspace (*p);
    }
  if ((digits > 0 && letters < 2) || digits > 3 || (digits > 0 && words > 1) || strstr (part, "://") != NULL
      || strchr (part, '@') > part || strchr (part, '{') != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (no_names); i++)
    if (g_str_has_prefix (folded, no_names[i])
        && (no_names[i][strlen (no_names[i]) - 1] == ' ' || !g_ascii_isalpha (folded[strlen (no_names[i])])))
      return FALSE;
  return TRUE;
}

static char *
tidy (const char *part)
{
  g_autofree char *clean = np_text_clean (part);
  char *p = clean;
  gsize n;

  while (*p != '\0' && strchr (" ,.:-|*", *p) != NULL)
    p++;
  if (*p == '@')
    p++;
  n = strlen (p);
  while (n > 0 && strchr (" ,:-|*", p[n - 1]) != NULL)
    n--;
  if (n > 2 && p[n - 1] == '.' && !g_ascii_isupper (p[n - 2]) && g_ascii_islower (p[n - 2]) && !is_suffix (p))
    n--;
  return g_strndup (p, n);
}

/* Cuts at what follows the names in the same line: a date, a note in brackets, "for …", "Published …". */
static void
cut_rest (char *text)
{
  static const char *const ends[] = { " published", " updated",  " posted", " Published",  " Updated", " Posted",
                                      " for The ",  " For The ", " Stand",  " Publiziert", " Zeige ",  " Kommentare",
                                      " Comments",  " for the ", " (",      " [",          " on ",     " | ",
                                      " - ",        " in ",      " @",      " at ",        " am ",     " vom ",
                                      " für ",      ", special", " is a ",  " is the ",    " is an ",  " — ",
                                      " – ",        " , " };
  char *end = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char *at = strstr (text, ends[i]);

      if (at != NULL && at > text && (end == NULL || at < end))
        end = at;
    }
  if (end != NULL)
    *end = '\0';
  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && p > text + 3)
      {
        *p = '\0';
        /* "Jan. 12": the month goes with it. */
        if ((p = strrchr (text, ',')) != NULL)
          *p = '\0';
        break;
      }
}

/* "Jane Doe May 31, 2018" was cut before the day: the month goes as well. */
static void
cut_month (char *text)
{
  char *last = strrchr (text, ' ');
  g_autofree char *folded = np_text_fold (last != NULL ? last + 1 : text);

  for (char *p = folded; *p != '\0'; p++)
    if (strchr (".,", *p) != NULL)
      *p = '\0';
  if (*folded != '\0' && np_date_words_lookup_month (folded, "en") != 0 && strcmp (folded, "may") != 0
      && strcmp (folded, "mai") != 0 && strcmp (folded, "august") != 0)
    *(last != NULL ? last : text) = '\0';
}

/* "ByJane Doe": the space is made by the style sheet. */
static const char *
skip_glued_by (const char *text)
{
  return g_str_has_prefix (text, "By") && g_ascii_isupper (text[2]) && g_ascii_islower (text[3]) ? text + 2 : text;
}

/* What stands behind a name: the paper that the author is with, in words or as an abbreviation. */
static gboolean
is_employer (const char *part)
{
  static const char *const words[] = { "media",     "news",       "press",   "times",    "post",
                                       "journal",   "agency",     "staff",   "magazine", "reuters",
                                       "bloomberg", "university", "network", "tribune",  "herald",
                                       "online",    "redaktion",  "today",   "gazette" };
  g_autofree char *folded = np_text_fold (part);
  g_auto (GStrv) parts = g_strsplit_set (folded, " .", -1);
  gboolean capitals = strlen (part) >= 2 && strlen (part) <= 4;

  for (const char *p = part; *p != '\0'; p++)
    capitals &= g_ascii_isupper (*p);
  if (capitals)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strv_contains ((const char *const *) parts, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * np_byline_parse:
 * @text: what a page gives as its author or byline
 * @site: (nullable): the site's name, which is nobody's
 *
 * Returns: (transfer full) (element-type utf8): the names in order, none when there are none
 */
GPtrArray *
np_byline_parse (const char *text, const char *site)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *clean = np_text_clean (text != NULL ? skip_glued_by (text) : NULL);
  g_autoptr (GString) joined = NULL;
  g_auto (GStrv) parts = NULL;

  if (np_text_is_empty (clean) || strlen (clean) > 400 || g_str_has_prefix (clean, "http"))
    return names;
  strip_openings (clean);
  joined = g_string_new (clean);
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    g_string_replace (joined, joints[i], ",", 0);
  parts = g_strsplit (joined->str, ",", 40);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = NULL;

      strip_openings (g_strstrip (parts[i]));
      cut_rest (parts[i]);
      cut_month (parts[i]);
      part = tidy (parts[i]);
      if (names->len > 0 && is_suffix (part))
        {
          char *last = names->pdata[names->len - 1];

          names->pdata[names->len - 1] = g_strdup_printf ("%s, %s", last, part);
          g_free (last);
        }
      else if (is_name (part, site) && names->len < 20 && !(names->len > 0 && is_employer (part)))
        g_ptr_array_add (names, g_steal_pointer (&part));
    }
  return names;
}
