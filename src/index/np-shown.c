#include "index/np-shown.h"

#include "base/np-text.h"
#include "base/np-uri.h"

#define DECK_CHARS 180
#define KEY_BYTES  64

/**
 * np_shown_sort_key:
 * @text: (nullable): a name or headline
 *
 * Returns: (transfer full): what it is put in order by: case, accents and what stands before the first letter aside;
 *   unknown ones come last
 */
char *
np_shown_sort_key (const char *text)
{
  g_autofree char *valid = np_valid_text (text, 4 * KEY_BYTES), *folded = np_text_fold (valid);
  const char *p = folded;

  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    p = *folded != '\0' ? folded : "\xF4\x8F\xBF\xBF";
  return np_valid_text (p, KEY_BYTES);
}

/**
 * np_shown_deck:
 * @text: a story's text
 *
 * Returns: (transfer full) (nullable): its deck, or else the beginning of its body
 */
char *
np_shown_deck (const NpStoryText *text)
{
  const char *from = *text->parts[NP_PART_DECK] != '\0' ? text->parts[NP_PART_DECK] : text->parts[NP_PART_BODY];
  g_autofree char *begin = np_valid_text (from, DECK_CHARS * 6), *clean = np_text_clean (begin);

  return np_text_shorten (clean, DECK_CHARS);
}

/**
 * np_shown_thumbnail:
 * @article: an article
 *
 * Returns: (nullable): the file of its first photo that was saved
 */
const char *
np_shown_thumbnail (const NpArticle *article)
{
  for (guint i = 0; i < article->figures->len; i++)
    if (((NpFigure *) article->figures->pdata[i])->file != NULL)
      return ((NpFigure *) article->figures->pdata[i])->file;
  return NULL;
}

/**
 * np_shown_site:
 * @article: an article
 *
 * Returns: (transfer full) (nullable): the name of its site, or else its domain
 */
char *
np_shown_site (const NpArticle *article)
{
  if (!np_text_is_empty (article->site_name))
    return np_valid_text (article->site_name, 1024);
  if (!np_text_is_empty (article->site_domain))
    return np_valid_text (article->site_domain, 1024);
  return np_uri_dup_domain (article->canonical_url != NULL ? article->canonical_url : article->url);
}

/**
 * np_shown_byline:
 * @article: an article
 *
 * Returns: (transfer full) (nullable): its byline, or else its authors
 */
char *
np_shown_byline (const NpArticle *article)
{
  GString *names;

  if (!np_text_is_empty (article->byline) || article->authors->len == 0)
    return article->byline != NULL ? np_valid_text (article->byline, 1024) : NULL;
  names = g_string_new (article->authors->pdata[0]);
  for (guint i = 1; i < article->authors->len && names->len < 1024; i++)
    g_string_append_printf (names, ", %s", (char *) article->authors->pdata[i]);
  return g_string_free (names, FALSE);
}
