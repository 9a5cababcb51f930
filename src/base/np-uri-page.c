#include "base/np-uri-page.h"

#include "base/np-uri.h"

#include <string.h>

#define WORDS "page|seite|pagina|part|teil|p"

/* Where a number in an address counts pages; the last two say so by a word or not. */
static const char *const path_patterns[] = {
  "^(?<base>.*)/(?<word>" WORDS ")[-_]?(?<number>[0-9]{1,3})(?:\\.[a-z]{2,5})?$",
  "^(?<base>.*?)(?:/(?<word>" WORDS "))?/(?<number>[0-9]{1,2})$",
  "^(?<base>.*[^/])[-_,.](?:(?<word>" WORDS ")[-_]?)?(?<number>[0-9]{1,2})(?<end>\\.(?:x?html?|shtml|php|aspx?|jsp))?$",
};

static const char *const parameters[] = { "page",  "p",      "pg",   "pagenum", "pageno", "pagenumber",
                                          "seite", "pagina", "part", "paged",   "pn" };

/* What an address says of the page it is. */
typedef struct
{
  char *base; /* the key of the address without its number */
  guint number;
  gboolean named; /* it is called a page, not just numbered */
} Split;

static gboolean
read_number (const char *text, guint *number)
{
  gsize length = strlen (text);

  if (length == 0 || length > 3 || strspn (text, "0123456789") != length)
    return FALSE;
  *number = (guint) g_ascii_strtoull (text, NULL, 10);
  return TRUE;
}

static gboolean
is_parameter (const char *name, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parameters); i++)
    if (strlen (parameters[i]) == length && g_ascii_strncasecmp (name, parameters[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
split_query (const char *path, const char *query, Split *split)
{
  g_auto (GStrv) pairs = g_strsplit (query, "&", -1);
  g_autoptr (GString) rest = g_string_new (path);
  gboolean found = FALSE;

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      gsize length = strcspn (pairs[i], "=");

      if (!found && pairs[i][length] == '=' && is_parameter (pairs[i], length)
          && read_number (pairs[i] + length + 1, &split->number))
        found = TRUE;
      else
        g_string_append_printf (rest, "%c%s", strchr (rest->str, '?') != NULL ? '&' : '?', pairs[i]);
    }
  split->named = TRUE;
  split->base = found ? g_strdup (rest->str) : NULL;
  return found;
}

static const GRegex *
get_pattern (gsize i)
{
  static GRegex *patterns[G_N_ELEMENTS (path_patterns)];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (gsize j = 0; j < G_N_ELEMENTS (path_patterns); j++)
        patterns[j] = g_regex_new (path_patterns[j], G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  return patterns[i];
}

static gboolean
split_path (const char *path, const char *query, Split *split)
{
  for (gsize i = 0; i < G_N_ELEMENTS (path_patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *base = NULL, *word = NULL, *number = NULL, *end = NULL;

      if (!g_regex_match (get_pattern (i), path, 0, &match))
        continue;
      base = g_match_info_fetch_named (match, "base");
      word = g_match_info_fetch_named (match, "word");
      number = g_match_info_fetch_named (match, "number");
      end = g_match_info_fetch_named (match, "end");
      split->number = (guint) g_ascii_strtoull (number, NULL, 10);
      split->named = word != NULL && *word != '\0';
      split->base = g_strconcat (base, end != NULL ? end : "", query != NULL ? "?" : NULL, query, NULL);
      return TRUE;
    }
  return FALSE;
}

/* Of the front page of a site nothing is a page: there such numbers are of other things. */
static gboolean
has_path (const char *key)
{
  const char *path = strchr (key, '/');

  return path != NULL && path[1] != '\0' && path[1] != '?';
}

static gboolean
split_key (const char *key, Split *split)
{
  const char *mark = strchr (key, '?');
  g_autofree char *path = g_strndup (key, strcspn (key, "?"));

  *split = (Split){ 0 };
  if ((mark != NULL && split_query (path, mark + 1, split)) || split_path (path, mark != NULL ? mark + 1 : NULL, split))
    {
      if (has_path (split->base))
        return TRUE;
      g_clear_pointer (&split->base, g_free);
    }
  return FALSE;
}

/* Whether @key is page @number of what @first begins. */
static gboolean
is_page_of (const char *first, guint number, const char *key)
{
  Split split, start = { 0 };
  gboolean found = split_key (key, &split) && split.number == number;

  /* "/story/1" may be another story than "/story/2"; "/story?page=1" says that it is not */
  if (found && strcmp (first, split.base) != 0)
    found = split_key (first, &start) && start.named && start.number <= 1 && strcmp (start.base, split.base) == 0;
  g_free (split.base);
  g_free (start.base);
  return found;
}

/**
 * np_uri_page_follows:
 * @first: the address of the first page of a story
 * @number: which page is looked for, from 2 on
 * @other: an address
 *
 * Tells by the addresses alone; "/story-2.html", "/story/2", "/story/page/2" and "/story?page=2" follow "/story.html"
 * or
 * "/story", while "/stories/18" does not follow "/stories/17".
 *
 * Returns: whether @other is page @number of the same story
 */
gboolean
np_uri_page_follows (const char *first, guint number, const char *other)
{
  g_autofree char *first_key = np_uri_compare_key (first), *key = np_uri_compare_key (other);

  return first_key != NULL && key != NULL && is_page_of (first_key, number, key);
}

/**
 * np_uri_page_is_after:
 * @page: the address of any page of a story
 * @other: an address
 *
 * As np_uri_page_follows(), for one who does not know the first page: the number of @page is believed to count pages.
 *
 * Returns: whether @other is the page after @page
 */
gboolean
np_uri_page_is_after (const char *page, const char *other)
{
  g_autofree char *page_key = np_uri_compare_key (page), *key = np_uri_compare_key (other);
  Split split = { 0 };
  gboolean after;

  if (page_key == NULL || key == NULL)
    return FALSE;
  if (is_page_of (page_key, 2, key))
    return TRUE;
  after = split_key (page_key, &split) && is_page_of (split.base, split.number + 1, key);
  g_free (split.base);
  return after;
}
