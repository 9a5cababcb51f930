#include "extract/np-names.h"

#include <string.h>

#define WORD_MAX  40
#define WORDS_MAX 12

/* Remembers what a whole attribute meant: the same few hundred come again and again on a page. */
struct _NpNameReader
{
  GHashTable *seen; /* char* attribute → NpNames */
};

/* One name cut into words: `articleBody`, `article-body` and `article_body` are all article, body. */
typedef struct
{
  char words[WORDS_MAX][WORD_MAX];
  guint n_words;
} Name;

/**
 * np_name_reader_new:
 *
 * Returns: (transfer full): a reader for the names of one page
 */
NpNameReader *
np_name_reader_new (void)
{
  NpNameReader *reader = g_new0 (NpNameReader, 1);

  reader->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return reader;
}

/**
 * np_name_reader_free:
 * @reader: (transfer full) (nullable): a reader
 */
void
np_name_reader_free (NpNameReader *reader)
{
  if (reader == NULL)
    return;
  g_hash_table_unref (reader->seen);
  g_free (reader);
}

static const char *
split_name (const char *p, Name *name)
{
  guint length = 0;

  memset (name, 0, sizeof *name);
  for (; *p != '\0' && !g_ascii_isspace (*p); p++)
    {
      gboolean letter = g_ascii_isalpha (*p) || (guchar) *p >= 0x80;
      gboolean starts = g_ascii_isupper (*p) && length > 0 && g_ascii_islower (p[-1]);

      if (!letter || starts)
        {
          name->n_words += length > 0;
          length = 0;
        }
      if (letter && name->n_words < WORDS_MAX && length < WORD_MAX - 1)
        name->words[name->n_words][length++] = g_ascii_tolower (*p);
    }
  if (name->n_words < WORDS_MAX)
    name->n_words += length > 0;
  return p;
}

/* "has-sidebar", "no-ads", "js-share": the name says what goes with an element, not what it is. */
static gboolean
is_about_something_else (const Name *name)
{
  static const char *const prefixes[] = { "has",    "with",    "without", "no",  "not",      "is", "show",
                                          "enable", "enabled", "if",      "can", "supports", "u",  "wf" };

  /* What is not printed is no part of the story. */
  if (name->n_words == 2 && strcmp (name->words[1], "print") == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (name->n_words > 1 && strcmp (name->words[0], prefixes[i]) == 0)
      return strcmp (name->words[1], "caption") != 0;
  return FALSE;
}

/* "hidden" hides; "field-label-hidden" and "overflow-hidden" do not hide the element, "hidden-xs" only on a phone. */
static gboolean
hides_something_else (const Name *name, guint i)
{
  static const char *const screens[] = { "xs", "sm", "phone", "mobile", "small", "tablet", "handheld" };

  if (strcmp (name->words[i], "hidden") == 0 && i + 1 < name->n_words)
    for (guint k = 0; k < G_N_ELEMENTS (screens); k++)
      if (strcmp (name->words[i + 1], screens[k]) == 0)
        return TRUE;
  return strcmp (name->words[i], "hidden") == 0 && i > 0 && strcmp (name->words[i - 1], "visually") != 0
         && strcmp (name->words[i - 1], "accessibly") != 0 && strcmp (name->words[i - 1], "element") != 0;
}

/* "hidden md:block", "d-none d-lg-block": hidden on a small screen alone. */
static gboolean
shows_again (const char *names)
{
  static const char *const signs[] = { ":block", ":flex", ":inline", ":grid", "-block", "-flex", "-inline" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (names, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "widget-area" and "widget_text" stand in a sidebar; a "widget" may be any part of a page. */
static gboolean
is_any_part (const Name *name, guint i)
{
  return g_str_has_prefix (name->words[i], "widget")
         && (i > 0 ? strstr (name->words[i - 1], "bar") == NULL : name->n_words == 1);
}

/* What is said of a match while it goes on is the story, though it is called comments. */
static gboolean
is_of_ticker (const Name *name, guint i)
{
  static const char *const before[] = { "live", "match", "ticker", "liveticker", "game" };

  for (guint k = 0; i > 0 && k < G_N_ELEMENTS (before); k++)
    if (strcmp (name->words[i - 1], before[k]) == 0)
      return TRUE;
  return FALSE;
}

static NpNames
read_name (const Name *name)
{
  NpNames names = 0, previous = 0;

  if (is_about_something_else (name))
    return 0;
  for (guint i = 0; i < name->n_words; i++)
    {
      const char *next = i + 1 < name->n_words ? name->words[i + 1] : NULL;
      NpNames word =
          hides_something_else (name, i) || is_any_part (name, i) ? 0 : np_names_table_look_up (name->words[i], next);

      if ((word & NP_NAME_COMMENTS) != 0 && is_of_ticker (name, i))
        word &= ~NP_NAME_COMMENTS;
      /* Only the body *of a story* is where its text lives: "body" alone names every second element. */
      if ((word & NP_NAME_BODY) != 0 && (word & NP_NAME_ARTICLE) == 0 && (previous & NP_NAME_ARTICLE) == 0)
        word &= ~NP_NAME_BODY;
      previous |= word;
      names |= word;
    }
  return names;
}

/**
 * np_name_reader_read:
 * @reader: a reader
 * @names: the value of a class, id or similar attribute
 *
 * Returns: what the names in @names say, together
 */
NpNames
np_name_reader_read (NpNameReader *reader, const char *names)
{
  gpointer known;
  NpNames result = 0;
  const char *p = names;

  if (g_hash_table_lookup_extended (reader->seen, names, NULL, &known))
    return (NpNames) GPOINTER_TO_UINT (known);
  while (*p != '\0')
    {
      Name name;

      while (g_ascii_isspace (*p))
        p++;
      p = split_name (p, &name);
      result |= read_name (&name);
    }
  if ((result & NP_NAME_HIDDEN) != 0 && shows_again (names))
    result &= ~NP_NAME_HIDDEN;
  g_hash_table_insert (reader->seen, g_strdup (names), GUINT_TO_POINTER (result));
  return result;
}
