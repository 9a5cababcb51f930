#include "model/np-query-parser.h"

#include "model/np-query-builder.h"

#include "base/np-text.h"

#include <stdio.h>
#include <string.h>

static const struct
{
  const char *name;
  NpTermKind kind;
  NpTermField field;
} fields[] = {
  { "headline", NP_TERM_TEXT, NP_FIELD_HEADLINE }, { "caption", NP_TERM_TEXT, NP_FIELD_CAPTION },
  { "credit", NP_TERM_TEXT, NP_FIELD_CREDIT },     { "by", NP_TERM_TEXT, NP_FIELD_BY },
  { "note", NP_TERM_TEXT, NP_FIELD_NOTE },         { "topic", NP_TERM_TOPIC, NP_FIELD_ANY },
  { "site", NP_TERM_SITE, NP_FIELD_ANY },          { "before", NP_TERM_BEFORE, NP_FIELD_ANY },
  { "after", NP_TERM_AFTER, NP_FIELD_ANY },        { "is", NP_TERM_IS, NP_FIELD_ANY },
};

/* Of the longest of their names. */
#define MAX_FIELD 8

static const char *const states[] = { "unread", "read", "starred", "archived", "highlighted", "trashed" };

typedef struct
{
  const char *at;
  guint column;
  NpQueryBuilder *builder;
} Parser;

static gunichar
peek (const Parser *parser)
{
  return g_utf8_get_char (parser->at);
}

static void
skip (Parser *parser)
{
  parser->at = g_utf8_next_char (parser->at);
  parser->column++;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E;
}

/* Reads "…"; at its first quote. Up to the end when there is no second one. */
static char *
read_quoted (Parser *parser)
{
  guint column = parser->column;
  const char *start;
  char *text;

  skip (parser);
  start = parser->at;
  while (*parser->at != '\0' && !is_quote (peek (parser)))
    skip (parser);
  text = g_strndup (start, (gsize) (parser->at - start));
  if (*parser->at == '\0')
    np_query_builder_add_mistake (parser->builder, column, NP_QUERY_OPEN_QUOTE);
  else
    skip (parser);
  return text;
}

static char *
read_word (Parser *parser)
{
  const char *start = parser->at;

  while (*parser->at != '\0' && !g_unichar_isspace (peek (parser)) && !is_quote (peek (parser)) && *parser->at != '('
         && *parser->at != ')')
    skip (parser);
  return g_strndup (start, (gsize) (parser->at - start));
}

/* Whether there is anything in @text to look for: letters, digits, or a picture. */
static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || (g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL && c != 0xFFFD))
        return TRUE;
    }
  return FALSE;
}

static void
add_text (Parser *parser, NpTermField field, char *text, gboolean quoted)
{
  g_autofree char *own = text;
  gboolean prefix = FALSE;
  NpTerm *term;

  if (!quoted && g_str_has_suffix (own, "*"))
    {
      prefix = TRUE;
      own[strlen (own) - 1] = '\0';
    }
  else if (quoted && *parser->at == '*')
    {
      prefix = TRUE;
      skip (parser);
    }
  else /* the word that is being typed; what is shut out is not guessed at */
    prefix = !quoted && *parser->at == '\0' && !np_query_builder_is_negated (parser->builder);
  if (!has_letters (own))
    {
      np_query_builder_drop_minus (parser->builder, TRUE);
      return;
    }
  term = np_term_new (NP_TERM_TEXT, own);
  term->field = field;
  term->prefix = prefix;
  np_query_builder_add (parser->builder, term);
}

static gboolean
is_date (const char *text)
{
  gsize length = strlen (text);
  guint year = 0, month = 1, day = 1;
  int end = 0;

  for (gsize i = 0; i < length; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (length == 4)
    return sscanf (text, "%4u%n", &year, &end) == 1 && end == 4 && year > 0;
  if (length == 7)
    return sscanf (text, "%4u-%2u%n", &year, &month, &end) == 2 && end == 7 && year > 0 && month >= 1 && month <= 12;
  return length == 10 && sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &end) == 3 && end == 10
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
is_state (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (strcmp (text, states[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A term of another kind than text; @column is that of its value. */
static void
add_fact (Parser *parser, NpTermKind kind, char *text, guint column)
{
  g_autofree char *own = g_strstrip (text);
  gboolean dated = kind == NP_TERM_BEFORE || kind == NP_TERM_AFTER;

  if (kind == NP_TERM_IS)
    for (char *p = own; *p != '\0'; p++)
      *p = g_ascii_tolower (*p);
  if ((dated && !is_date (own)) || (kind == NP_TERM_IS && !is_state (own)))
    {
      np_query_builder_add_mistake (parser->builder, column, dated ? NP_QUERY_BAD_DATE : NP_QUERY_BAD_STATE);
      np_query_builder_drop_minus (parser->builder, FALSE);
      return;
    }
  np_query_builder_add (parser->builder, np_term_new (kind, own));
}

/* How many letters stand here, up to one more than a field has: looking further at each word would make a long text
 * slow. */
static gsize
count_letters (const char *text)
{
  gsize length = 0;

  while (length <= MAX_FIELD && g_ascii_isalpha (text[length]))
    length++;
  return length;
}

/* Reads `field:value` when there is one here. */
static gboolean
read_field (Parser *parser)
{
  gsize length = count_letters (parser->at);
  guint start = parser->column, column;
  g_autofree char *value = NULL;
  gboolean quoted;
  gsize i = 0;

  while (i < G_N_ELEMENTS (fields)
         && (strlen (fields[i].name) != length || g_ascii_strncasecmp (fields[i].name, parser->at, length) != 0))
    i++;
  if (i == G_N_ELEMENTS (fields) || parser->at[length] != ':')
    return FALSE;
  parser->at += length + 1;
  parser->column += (guint) length + 1;
  column = parser->column;
  quoted = is_quote (peek (parser));
  value = quoted ? read_quoted (parser) : read_word (parser);
  if (np_text_is_empty (value))
    {
      np_query_builder_add_mistake (parser->builder, start, NP_QUERY_EMPTY_FIELD);
      np_query_builder_drop_minus (parser->builder, FALSE);
    }
  else if (fields[i].kind == NP_TERM_TEXT)
    add_text (parser, fields[i].field, g_steal_pointer (&value), quoted);
  else
    add_fact (parser, fields[i].kind, g_steal_pointer (&value), column);
  return TRUE;
}

static gboolean
ends_here (const char *text)
{
  return *text == '\0' || *text == '(' || *text == ')' || g_unichar_isspace (g_utf8_get_char (text));
}

static gboolean
read_or (Parser *parser)
{
  if (np_query_builder_is_negated (parser->builder) || strncmp (parser->at, "OR", 2) != 0
      || !ends_here (parser->at + 2))
    return FALSE;
  np_query_builder_or (parser->builder, parser->column);
  parser->at += 2;
  parser->column += 2;
  return TRUE;
}

/* A - belongs to what follows it without a space. */
static void
read_minus (Parser *parser)
{
  np_query_builder_negate (parser->builder, parser->column);
  skip (parser);
  if (*parser->at == '(' || !ends_here (parser->at))
    return;
  if (!np_query_builder_is_negated (parser->builder))
    np_query_builder_negate (parser->builder, parser->column - 1);
  np_query_builder_drop_minus (parser->builder, TRUE);
}

static void
read_next (Parser *parser)
{
  gunichar c = peek (parser);

  if (g_unichar_isspace (c))
    skip (parser);
  else if (c == '(')
    {
      np_query_builder_open (parser->builder, parser->column);
      skip (parser);
    }
  else if (c == ')')
    {
      np_query_builder_close (parser->builder, parser->column);
      skip (parser);
    }
  else if (c == '-')
    read_minus (parser);
  else if (is_quote (c))
    add_text (parser, NP_FIELD_ANY, read_quoted (parser), TRUE);
  else if (!read_or (parser) && !read_field (parser))
    add_text (parser, NP_FIELD_ANY, read_word (parser), FALSE);
}

static int
compare_mistakes (gconstpointer a, gconstpointer b)
{
  const NpQueryMistake *first = a, *second = b;

  return first->column < second->column ? -1 : first->column > second->column;
}

/**
 * np_query_parse:
 * @text: a search as it was typed
 * @mistakes: (element-type NpQueryMistake): where to add what is wrong with it, in the order of the columns
 *
 * Reads words that all have to be there, "phrases", prefix*, -not, OR between what stands left and right of it,
 * parentheses, and fields (`headline:`, `caption:`, `credit:`, `by:`, `note:`, `topic:`, `site:`, `before:`, `after:`,
 * `is:`) with a word or a "phrase" behind them. A word that ends where @text ends is still being typed: it counts as a
 * prefix. Whatever is wrong, the rest is still a search; any text at all is.
 *
 * Returns: (transfer full) (nullable): what @text means, `NULL` when it asks for nothing
 */
NpTerm *
np_query_parse (const char *text, GArray *mistakes)
{
  g_autofree char *valid = NULL;
  Parser parser = { 0 };
  NpTerm *term;

  g_return_val_if_fail (text != NULL && mistakes != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  parser.at = valid;
  parser.builder = np_query_builder_new (mistakes);
  while (*parser.at != '\0')
    read_next (&parser);
  term = np_query_builder_end (parser.builder);
  g_array_sort (mistakes, compare_mistakes);
  return term;
}
