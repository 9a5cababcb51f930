#include "extract/np-written-date-words.h"

#include "base/np-text.h"
#include "extract/np-written-date-months.h"

#include <string.h>

typedef struct
{
  GHashTable *words;  /* folded word → NpDateWord */
  GHashTable *months; /* "language folded word" → bits */
  GHashTable *starts; /* folded beginnings of months → NpDateWord */
} Tables;

static NpDateWord *
get_word (GHashTable *words, const char *folded)
{
  NpDateWord *word = g_hash_table_lookup (words, folded);

  if (word == NULL)
    {
      word = g_new0 (NpDateWord, 1);
      g_hash_table_insert (words, g_strdup (folded), word);
    }
  return word;
}

/* Text is split at dots and spaces before it is looked up, and Thai abbreviations are joined again. */
static char *
fold_entry (const char *name)
{
  g_autofree char *folded = np_date_words_fold (name);
  g_auto (GStrv) parts = g_strsplit (folded, ".", -1);

  return g_strjoinv ("", parts);
}

static void
add_starts (Tables *tables, const char *folded, guint month)
{
  glong length = g_utf8_strlen (folded, -1);

  for (glong n = 3; n < length && length >= 5; n++)
    {
      g_autofree char *start = g_utf8_substring (folded, 0, n);
      NpDateWord *word = get_word (tables->starts, start);

      word->kinds |= NP_DATE_WORD_MONTH;
      word->months |= 1u << month;
    }
}

static void
add_month (Tables *tables, const char *language, const char *name, guint month, guint kind)
{
  g_autofree char *folded = fold_entry (name);
  char *key = g_strconcat (language, " ", folded, NULL);
  guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (tables->months, key));
  NpDateWord *word = get_word (tables->words, folded);

  word->kinds |= kind;
  word->months |= 1u << month;
  if (kind == NP_DATE_WORD_SOLAR_MONTH)
    {
      g_free (key);
      return;
    }
  g_hash_table_insert (tables->months, key, GUINT_TO_POINTER (bits | 1u << month));
  add_starts (tables, folded, month);
}

static void
add_words (Tables *tables, const char *names, guint kinds, guint weekday)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *folded = fold_entry (list[i]);
      NpDateWord *word = get_word (tables->words, folded);

      word->kinds |= kinds;
      if (kinds & NP_DATE_WORD_WEEKDAY)
        word->weekdays |= 1u << weekday;
    }
}

static void
add_weekdays (Tables *tables, const char *row)
{
  g_auto (GStrv) groups = g_strsplit (row, ";", -1);

  for (guint i = 0; groups[i] != NULL; i++)
    add_words (tables, groups[i], NP_DATE_WORD_WEEKDAY, i);
}

static void
add_months (Tables *tables, const NpDateMonthRow *row, guint kind)
{
  g_auto (GStrv) groups = g_strsplit (row->months, ";", -1);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (groups[i], "|", -1);

      for (guint j = 0; names[j] != NULL; j++)
        add_month (tables, row->language, names[j], i + 1, kind);
    }
}

static void
add_eras (Tables *tables)
{
  static const struct
  {
    const char *names;
    int before; /* the year before its first */
  } eras[] = { { "令和", 2018 }, { "平成", 1988 }, { "昭和", 1925 }, { "大正", 1911 }, { "民國|民国|中華民國", 1911 } };

  for (gsize i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      g_auto (GStrv) names = g_strsplit (eras[i].names, "|", -1);

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *folded = fold_entry (names[j]);
          NpDateWord *word = get_word (tables->words, folded);

          word->kinds |= NP_DATE_WORD_ERA;
          word->offset = eras[i].before;
        }
    }
}

static const Tables *
get_tables (void)
{
  static Tables *made;

  if (g_once_init_enter (&made))
    {
      Tables *tables = g_new0 (Tables, 1);

      tables->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      tables->months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      tables->starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      for (const NpDateMonthRow *row = np_date_month_rows; row->months != NULL; row++)
        add_months (tables, row, NP_DATE_WORD_MONTH);
      for (const NpDateMonthRow *row = np_date_solar_month_rows; row->months != NULL; row++)
        add_months (tables, row, NP_DATE_WORD_SOLAR_MONTH);
      for (gsize i = 0; np_date_weekday_rows[i] != NULL; i++)
        add_weekdays (tables, np_date_weekday_rows[i]);
      for (const NpDateWordRow *row = np_date_word_rows; row->words != NULL; row++)
        add_words (tables, row->words, row->kinds, 0);
      add_eras (tables);
      g_once_init_leave (&made, tables);
    }
  return made;
}

/* Accents and points that are left out in writing; vowels of other scripts are marks too, but tell words apart. */
static gboolean
is_accent (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7) || (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

/**
 * np_date_words_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text as words of dates are compared: compatibility decomposed, case folded, without
 * accents and without the signs that only tell how letters are joined or in which direction they run
 */
char *
np_date_words_fold (const char *text)
{
  g_autofree char *clean = np_text_clean (text);
  g_autofree char *normal = g_utf8_normalize (clean, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup (clean);
  GString *out = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_accent (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
        c = '-';
      else if (c == 0x2018 || c == 0x2019 || c == 0x02BC)
        c = '\'';
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * np_date_words_lookup:
 * @folded: a word, or several with one space between, as np_date_words_fold() gives them
 *
 * Returns: (nullable): what the word can be in a date, `NULL` when it has no place in one
 */
const NpDateWord *
np_date_words_lookup (const char *folded)
{
  return g_hash_table_lookup (get_tables ()->words, folded);
}

/**
 * np_date_words_lookup_start:
 * @folded: a word as np_date_words_fold() gives it
 *
 * Returns: (nullable): the months whose names begin with these three or more letters: people shorten them freely
 */
const NpDateWord *
np_date_words_lookup_start (const char *folded)
{
  return g_hash_table_lookup (get_tables ()->starts, folded);
}

/**
 * np_date_words_lookup_month:
 * @folded: a word as np_date_words_fold() gives it
 * @language: a language, BCP 47
 *
 * Returns: the months that the word names in that language as bits, bit 1 for January; 0 when it names none there
 */
guint
np_date_words_lookup_month (const char *folded, const char *language)
{
  g_autofree char *primary = g_ascii_strdown (language, (gssize) strcspn (language, "-_"));
  g_autofree char *key = g_strconcat (primary, " ", folded, NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (get_tables ()->months, key));
}
