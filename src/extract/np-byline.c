#include "extract/np-byline.h"

#include "base/np-text.h"
#include "extract/np-byline-opening.h"
#include "extract/np-byline-words.h"
#include "extract/np-written-date-words.h"

#include <string.h>

/* Words that names are joined with. */
static const char *const joints[] = { " and ", " And ",  " AND ", " und ", " et ",  " y ",    " e ",  " og ",
                                      " och ", " oraz ", " i ",   " и ",   " та ",  " ja ",   " és ", " și ",
                                      " şi ",  " dan ",  " và ",  " ve ",  " και ", " with ", " & ",  " mit ",
                                      ";",     "|",      "/",     "／",    " · ",   " • ",    "\n",   " – ",
                                      " — ",   "、",     "，",    "・",    " und: " };

static char *
strip_openings (char *text)
{
  for (guint round = 0; round < 4; round++)
    {
      gsize length = np_byline_measure_opening (text);
      const char *rest = text + length;

      /* "De Niro" and "Di Maio" are names, "von Trotta" alone is too. */
      if (length == 0
          || (length <= 4 && g_ascii_isupper (text[0]) && text[length - 1] == ' ' && strchr (rest, ' ') == NULL
              && g_ascii_strncasecmp (text, "by", 2) != 0 && g_ascii_strncasecmp (text, "par", 3) != 0
              && g_ascii_strncasecmp (text, "por", 3) != 0 && g_ascii_strncasecmp (text, "von", 3) != 0))
        break;
      memmove (text, rest, strlen (rest) + 1);
    }
  return text;
}

/* A name has capitals where its script has any, but for particles and the names of accounts. */
static gboolean
has_words_of_name (const char *part)
{
  g_auto (GStrv) words = g_strsplit (part, " ", -1);
  guint n = g_strv_length (words);

  for (guint i = 0; n > 1 && i < n; i++)
    {
      gunichar first = g_utf8_get_char (words[i]);

      if (g_unichar_islower (first) && !np_byline_is_particle (words[i]))
        return FALSE;
    }
  return n > 0 && !g_unichar_ispunct (g_utf8_get_char (part)) && strchr (part, '?') == NULL
         && strchr (part, '!') == NULL;
}

/* "January", "on", "Updated": left over from a date. "May" and "Dan" are names as well. */
static gboolean
is_of_date (const char *folded)
{
  const NpDateWord *word = np_date_words_lookup (folded);
  const guint names = NP_DATE_WORD_MONTH | NP_DATE_WORD_WEEKDAY | NP_DATE_WORD_SOLAR_MONTH;

  return word != NULL && ((word->kinds & names) == 0 || strlen (folded) > 4);
}

/* "blog.example.com" */
static gboolean
is_domain (const char *part)
{
  const char *dot = strrchr (part, '.');

  return dot != NULL && strchr (part, ' ') == NULL && strlen (dot) >= 3 && strlen (dot) <= 5 && g_ascii_islower (dot[1])
         && dot - part > 3;
}

/* What may stand behind names and is none: a month, an employer, and one word behind a name of two, which is a place, a
 * section or a button. */
static gboolean
is_behind_names (const char *first, const char *part)
{
  g_autofree char *folded = np_date_words_fold (part);

  return np_date_words_lookup (folded) != NULL || np_byline_is_employer (part) || is_domain (part)
         || (strchr (first, ' ') != NULL && strchr (part, ' ') == NULL && (guchar) *part < 0x80
             && !np_byline_is_desk (part));
}

static gboolean
is_name (const char *part, const char *site)
{
  g_autofree char *folded = np_text_fold (part);
  gsize words = np_text_count_words (part);
  guint digits = 0, letters = 0;

  if (*folded == '\0' || words == 0 || words > 6 || strlen (part) > 80 || np_byline_is_label (part)
      || is_of_date (folded))
    return FALSE;
  for (const char *p = part; *p != '\0'; p++)
    {
      digits += g_ascii_isdigit (*p);
      letters += !g_ascii_isdigit (*p) && !g_ascii_isspace (*p);
    }
  if ((digits > 0 && letters < 2) || digits > 3 || (digits > 0 && strchr (part, ' ') != NULL) || g_ascii_isdigit (*part)
      || strstr (part, "://") != NULL || strchr (part, '@') > part || strpbrk (part, "{}<>=") != NULL
      || strchr (part, ':') != NULL || strstr (part, "»") != NULL || strstr (part, "«") != NULL)
    return FALSE;
  return !np_byline_is_noise (folded) && !np_byline_is_role (folded) && has_words_of_name (part);
}

static char *
tidy (const char *part)
{
  g_autofree char *clean = np_text_clean (part);
  char *p = clean;
  gsize n;

  while (*p != '\0' && strchr (" ,.:-|*(", *p) != NULL)
    p++;
  if (*p == '@')
    p++;
  n = strlen (p);
  while (n > 0 && strchr (" ,:-|*(", p[n - 1]) != NULL)
    n--;
  if (n > 2 && p[n - 1] == '.' && !g_ascii_isupper (p[n - 2]) && g_ascii_islower (p[n - 2]) && !np_byline_is_suffix (p))
    n--;
  return g_strndup (p, n);
}

/* "Jane Doe on Friday, May", "Jana Muster Le": what is left of a date in front of its figures goes as well. */
static void
cut_words_of_date (char *text)
{
  for (guint n = 0; n < 4; n++)
    {
      char *last;
      g_autofree char *folded = NULL;
      const NpDateWord *word;

      g_strchomp (text);
      last = strrchr (text, ' ');
      if (last == NULL)
        return;
      folded = np_date_words_fold (last + 1);
      for (char *p = folded; *p != '\0'; p++)
        if (strchr (".,:", *p) != NULL)
          *p = '\0';
      word = np_date_words_lookup (folded);
      if (*folded != '\0' && word == NULL)
        return;
      *last = '\0';
    }
}

/* Cuts at what follows the names in the same line: a date, a note in brackets, "for …", "Published …". */
static void
cut_rest (char *text)
{
  static const char *const ends[] = {
    " published", " updated",    " posted",  " Published",  " Updated",  " Posted",   " for The ", " For The ",
    " Stand",     " Publiziert", " Zeige ",  " Kommentare", " Comments", " for the ", " (",        " [",
    " on ",       " | ",         " - ",      " in ",        " @",        " at ",      " am ",      " vom ",
    " für ",      " special ",   " is a ",   " is the ",    " is an ",   " — ",       " – ",       " , ",
    " from the ", " Symbolbild", " Foto",    " Photo",      " Follow",   " ist ",     " est ",     " er ",
    " um ",       " Lesezeit",   " Search ", " Email",      " E-Mail",   " Twitter",  " Facebook", " Last ",
    " en ",       " em ",        " à "
  };
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
    if (g_ascii_isdigit (p[0]) && p > text + 3 && p[-1] == ' ')
      {
        *p = '\0';
        cut_words_of_date (text);
        break;
      }
}

/* "ByJane Doe": the space is made by the style sheet. */
static const char *
skip_glued_by (const char *text)
{
  return g_str_has_prefix (text, "By") && g_ascii_isupper (text[2]) && g_ascii_islower (text[3]) ? text + 2 : text;
}

/* "Jan Jansen en Piet de Vries" are two; "Juana Pérez en Bogotá" is one. */
static void
split_at_en (GString *text)
{
  for (char *at = strstr (text->str, " en "); at != NULL; at = strstr (at + 1, " en "))
    if (strchr (at + 4, ' ') != NULL && g_unichar_isupper (g_utf8_get_char (at + 4)))
      memcpy (at, " ,  ", 4);
}

static char **
split_names (const char *text)
{
  g_autoptr (GString) joined = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    g_string_replace (joined, joints[i], ",", 0);
  split_at_en (joined);
  return g_strsplit (joined->str, ",", 40);
}

/* Whether a line goes on in the next: "Jane Doe and". */
static gboolean
goes_on (const char *line)
{
  static const char *const ends[] = { ",", "&", " and", " und", " et", " y", " e", " og", " och", " with", " mit" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (line, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_joint (const char *line)
{
  return g_str_has_prefix (line, "and ") || g_str_has_prefix (line, "& ") || g_str_has_prefix (line, "und ")
         || g_str_has_prefix (line, ", ") || g_str_has_prefix (line, "et ");
}

/* "Mehr von", "A recipe by": the name stands in the next line. */
static gboolean
announces_name (const char *line)
{
  static const char *const ends[] = { " von", " Von",  " by", " By", " BY",    " par", " por",
                                      " di",  " door", " av", " af", " przez", ":" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (line, ends[i]))
      return TRUE;
  return np_byline_is_label (line);
}

/* The line of a byline that has the names: the one that begins with "By", or the first one, with what belongs to it. */
static char *
dup_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, NP_BYLINE_LINE, 20);
  GString *out;
  guint first = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  for (guint i = 0; lines[i] != NULL && lines[1] != NULL; i++)
    if (np_byline_measure_opening (lines[i]) > 0 && !announces_name (lines[i]) && !np_byline_is_label (lines[i]))
      {
        first = i;
        break;
      }
  while (lines[first] != NULL && lines[first + 1] != NULL && (*lines[first] == '\0' || announces_name (lines[first])))
    first++;
  out = g_string_new (lines[first]);
  for (guint i = first + 1; lines[first] != NULL && lines[i] != NULL; i++)
    {
      if (!goes_on (out->str) && !begins_with_joint (lines[i]))
        break;
      g_string_append_printf (out, " %s", lines[i]);
    }
  return g_string_free (out, FALSE);
}

/* The text of a byline without its opening, `NULL` when it cannot be one. */
static char *
dup_after_opening (const char *text)
{
  g_autofree char *line = text != NULL ? dup_line (text) : NULL;
  g_autofree char *clean = np_text_clean (line != NULL ? skip_glued_by (line) : NULL);

  if (np_text_is_empty (clean) || strlen (clean) > 400 || g_str_has_prefix (clean, "http"))
    return NULL;
  return g_strdup (strip_openings (clean));
}

/**
 * np_byline_parse:
 * @text: what a page gives as its author or byline
 * @site: (nullable): the site's name, which is nobody's
 *
 * Returns: (transfer full) (element-type utf8): the names of people in order, none when there are none
 */
GPtrArray *
np_byline_parse (const char *text, const char *site)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *clean = dup_after_opening (text);
  g_auto (GStrv) parts = clean != NULL ? split_names (clean) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *part = NULL;

      strip_openings (g_strstrip (parts[i]));
      cut_rest (parts[i]);
      part = tidy (parts[i]);
      if (names->len > 0 && np_byline_is_suffix (part))
        {
          char *last = names->pdata[names->len - 1];

          names->pdata[names->len - 1] = g_strdup_printf ("%s, %s", last, part);
          g_free (last);
        }
      else if (is_name (part, site) && names->len < 20 && !(names->len > 0 && is_behind_names (names->pdata[0], part)))
        g_ptr_array_add (names, g_steal_pointer (&part));
    }
  return names;
}

/**
 * np_byline_dup_desk:
 * @text: what a page gives as its author or byline
 *
 * Returns: (transfer full) (nullable): the newsroom or agency that it names instead of people, `NULL` when it names
 * none
 */
char *
np_byline_dup_desk (const char *text)
{
  g_autofree char *clean = dup_after_opening (text), *part = NULL;

  if (clean == NULL)
    return NULL;
  cut_rest (clean);
  part = tidy (clean);
  return np_byline_is_desk (part) && np_text_count_words (part) <= 6 && strpbrk (part, "0123456789@:") == NULL
             ? g_steal_pointer (&part)
             : NULL;
}
