#include "extract/np-extract-text-front.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-written-date.h"

#include <string.h>

static const char *
skip_blanks (const char *line)
{
  return line + strspn (line, " \t");
}

static void
take_value (NpArticle *article, char **place, const char *field, const char *value)
{
  if (*place != NULL || *value == '\0')
    return;
  *place = np_text_clean (value);
  np_article_set_field_source (article, field, "text");
}

static void
read_front_line (NpArticle *article, const char *name, const char *value)
{
  if (g_str_equal (name, "title") || g_str_equal (name, "headline"))
    take_value (article, &article->headline, "headline", value);
  else if (g_str_equal (name, "description") || g_str_equal (name, "deck") || g_str_equal (name, "subtitle"))
    take_value (article, &article->deck, "deck", value);
  else if (g_str_equal (name, "lang") || g_str_equal (name, "language"))
    take_value (article, &article->language, "language", value);
  else if ((g_str_equal (name, "url") || g_str_equal (name, "source") || g_str_equal (name, "link"))
           && np_uri_is_web (value))
    take_value (article, &article->url, "url", value);
  else if (g_str_equal (name, "author") || g_str_equal (name, "authors") || g_str_equal (name, "byline"))
    take_value (article, &article->byline, "byline", value);
  else if (g_str_equal (name, "date") || g_str_equal (name, "published"))
    {
      g_autofree char *time = np_written_date_parse (value, NULL);
      take_value (article, &article->published, "published", time != NULL ? time : "");
    }
}

/* Adds the items of "[a, b]", "a, b" or, line by line, "- a". */
static void
add_list (GPtrArray *list, const char *value)
{
  g_auto (GStrv) items = g_strsplit_set (value, ",[]", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *clean = np_text_clean (items[i]);
      gsize length = strlen (clean);

      if (length >= 2 && (*clean == '"' || *clean == '\'') && clean[length - 1] == *clean)
        {
          clean[length - 1] = '\0';
          memmove (clean, clean + 1, length - 1);
        }
      if (*clean != '\0' && !np_strings_contain (list, clean))
        g_ptr_array_add (list, g_steal_pointer (&clean));
    }
}

/**
 * np_front_matter_read:
 * @lines: the lines of a text
 * @n: how many there are
 * @article: gets what is said
 *
 * Reads the YAML that may stand above a Markdown text, as far as stories use it: "name: value" and flat lists.
 *
 * Returns: the number of the first line behind it, 0 when there is none
 */
guint
np_front_matter_read (char **lines, guint n, NpArticle *article)
{
  g_autofree char *name = NULL;
  guint end = 1;

  if (n < 3 || strcmp (lines[0], "---") != 0)
    return 0;
  while (end < n && strcmp (lines[end], "---") != 0)
    end++;
  if (end >= n || end > 200)
    return 0;
  for (guint i = 1; i < end; i++)
    {
      const char *colon = strchr (lines[i], ':'), *bare = skip_blanks (lines[i]);
      g_autofree char *value = NULL;
      GPtrArray *list = NULL;

      if (*bare != '-' && colon != NULL && bare == lines[i])
        {
          g_free (name);
          name = g_ascii_strdown (lines[i], colon - lines[i]);
          value = g_strstrip (g_strdup (colon + 1));
        }
      else
        value = g_strstrip (g_strdup (*bare == '-' ? bare + 1 : bare));
      if (strlen (value) >= 2 && (*value == '"' || *value == '\'') && value[strlen (value) - 1] == *value)
        {
          value[strlen (value) - 1] = '\0';
          memmove (value, value + 1, strlen (value));
        }
      if (name == NULL)
        continue;
      if (g_str_equal (name, "tags") || g_str_equal (name, "keywords") || g_str_equal (name, "topics")
          || g_str_equal (name, "categories"))
        list = article->keywords;
      else if (g_str_equal (name, "author") || g_str_equal (name, "authors"))
        list = article->authors;
      if (list != NULL)
        add_list (list, value);
      if (list != article->keywords)
        read_front_line (article, name, value);
    }
  if (article->keywords->len > 0)
    np_article_set_field_source (article, "keywords", "text");
  return end + 1;
}
