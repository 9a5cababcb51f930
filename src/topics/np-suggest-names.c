#include "topics/np-suggest-names.h"

#include "topics/np-suggest-words.h"

#include <string.h>

/* Longer runs of capitals are headlines and lists, not names. */
#define MAX_WORDS 6

typedef struct
{
  GArray *tokens;
  GHashTable *names; /* key → NpSuggestName */
  GPtrArray *all;    /* NpSuggestName in the order of the text */
  GHashTable *lower; /* folded words that stand in lower case somewhere */
  GHashTable *runs;  /* keys of whole runs */
  gboolean german;
} Finder;

/**
 * np_suggest_name_free:
 * @name: (transfer full) (nullable): a name
 */
void
np_suggest_name_free (NpSuggestName *name)
{
  if (name == NULL)
    return;
  g_free (name->key);
  g_free (name->name);
  g_free (name);
}

static NpSuggestToken *
token_at (const Finder *f, guint i)
{
  return &g_array_index (f->tokens, NpSuggestToken, i);
}

static char *
join (const Finder *f, guint first, guint end)
{
  GString *name = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append_printf (name, "%s%s", i > first ? " " : "", token_at (f, i)->word);
  return g_string_free (name, FALSE);
}

/* "I'm", "It's", "Don't" begin like their first half. */
static gboolean
is_function_word (const NpSuggestToken *token)
{
  gsize length = strcspn (token->folded, "'");
  g_autofree char *half = g_strndup (token->folded, length);

  return np_suggest_is_function_word (half) && (token->folded[length] == '\0' || length <= 6);
}

static gboolean
is_name_word (const Finder *f, guint i)
{
  const NpSuggestToken *token = token_at (f, i);

  return token->capital && !np_suggest_is_calendar_word (token->folded)
         && !(is_function_word (token)
              && (token->start || strlen (token->word) == 1 || strchr (token->folded, '\'') != NULL
                  || g_str_equal (token->folded, "the")));
}

/* The end of the run of capitalised words that begins at @first, particles between them included. */
static guint
run_end (const Finder *f, guint first)
{
  guint end = first + 1;

  while (end < f->tokens->len)
    {
      guint next = end;

      while (next < f->tokens->len && next < end + 2 && !token_at (f, next)->apart && !token_at (f, next)->capital
             && np_suggest_is_particle (token_at (f, next)->word)
             && (!g_str_equal (token_at (f, next)->word, "the") || next > end))
        next++;
      if (next >= f->tokens->len || token_at (f, next)->apart || token_at (f, next)->block != token_at (f, first)->block
          || !is_name_word (f, next))
        break;
      /* German puts "der", "die" between any two nouns. */
      if (f->german && next > end && !g_str_equal (token_at (f, end)->word, "von")
          && !g_str_equal (token_at (f, end)->word, "van"))
        break;
      end = next + 1;
    }
  return end;
}

/* A word that begins a sentence is capital anyway: it counts when it never stands in lower case. */
static gboolean
is_only_sentence_start (const Finder *f, guint i)
{
  const NpSuggestToken *token = token_at (f, i);

  return token->start
         && (np_suggest_is_function_word (token->folded) || g_hash_table_contains (f->lower, token->folded));
}

/* In German every noun is capital. What a determiner or an adjective stands before is a noun, not a name. */
static gboolean
is_german_noun (const Finder *f, guint first, guint end)
{
  const NpSuggestToken *before = first > 0 && !token_at (f, first)->apart ? token_at (f, first - 1) : NULL;
  const char *folded;

  if (before != NULL && g_ascii_isdigit (*before->word))
    return TRUE;
  if (end - first == 1 && np_suggest_ends_like_german_noun (token_at (f, first)->folded))
    return TRUE;
  if (before == NULL || before->capital)
    return FALSE;
  folded = before->folded;
  return np_suggest_is_determiner (folded) || np_suggest_is_german_adjective (folded);
}

static void
add_name (Finder *f, guint first, guint end)
{
  g_autofree char *name = NULL, *key = NULL;
  NpSuggestName *found;
  const NpSuggestToken *before = first > 0 ? token_at (f, first - 1) : NULL;

  while (end > first && !token_at (f, end - 1)->capital)
    end--;
  if (end <= first || end - first > MAX_WORDS)
    return;
  name = join (f, first, end);
  key = np_suggest_key (name);
  if (g_utf8_strlen (key, -1) < 2 || g_ascii_isdigit (*key))
    return;
  found = g_hash_table_lookup (f->names, key);
  if (found == NULL)
    {
      found = g_new0 (NpSuggestName, 1);
      found->words = end - first;
      found->block = token_at (f, first)->block;
      found->name = g_steal_pointer (&name);
      found->key = g_steal_pointer (&key);
      g_hash_table_insert (f->names, found->key, found);
      g_ptr_array_add (f->all, found);
    }
  found->count++;
  found->inside += !token_at (f, first)->start;
  found->at_place += before != NULL && !token_at (f, first)->apart && np_suggest_is_place_word (before->folded);
  if (f->german && is_german_noun (f, first, end))
    found->at_place = found->inside = 0, found->words = G_MAXUINT; /* a noun: taken out at the end */
}

static gboolean
is_title_word (const Finder *f, guint i)
{
  g_auto (GStrv) parts = g_strsplit (token_at (f, i)->folded, "-", 2);

  return np_suggest_is_title (token_at (f, i)->folded)
         || (parts[0] != NULL && parts[1] != NULL && np_suggest_is_title (parts[0]) && np_suggest_is_title (parts[1]));
}

static void add_run (Finder *f, guint first, guint end);

/* "Edda Halvard of Valmere" is two names where the first stands alone elsewhere, "Bank of England" one. */
static gboolean
split_at_of (Finder *f, guint first, guint end)
{
  for (guint i = first + 2; i + 1 < end; i++)
    {
      g_autofree char *name = NULL, *key = NULL;

      if (!g_str_equal (token_at (f, i)->word, "of"))
        continue;
      name = join (f, first, i);
      key = np_suggest_key (name);
      if (!g_hash_table_contains (f->runs, key))
        continue;
      add_run (f, first, i);
      while (i < end && !token_at (f, i)->capital)
        i++;
      add_name (f, i, end);
      return TRUE;
    }
  return FALSE;
}

/* Behind a title: its office ("of State", "of the Central Committee") is left off, the name of the person stays. */
static void
add_titled (Finder *f, guint first, guint end)
{
  guint person = first;

  if (person < end && !token_at (f, person)->capital)
    {
      guint office;

      while (person < end && !token_at (f, person)->capital)
        person++;
      office = person;
      for (; person + 1 < end; person++)
        {
          g_autofree char *name = join (f, person, end);
          g_autofree char *key = np_suggest_key (name);

          if (person > office && g_hash_table_contains (f->runs, key) && end - person >= 2)
            break;
        }
      if (person + 1 >= end)
        person = MIN (office + 1, end);
      if (person - office >= 2)
        add_name (f, office, person);
    }
  if (person < end && !split_at_of (f, person, end))
    add_name (f, person, end);
}

static gboolean
is_shouted (const Finder *f, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      g_autofree char *upper = g_utf8_strup (token_at (f, i)->word, -1);

      if (!g_str_equal (upper, token_at (f, i)->word))
        return FALSE;
    }
  return end - first >= 2;
}

static void
add_run (Finder *f, guint first, guint end)
{
  guint title = first;

  if (is_shouted (f, first, end) || split_at_of (f, first, end))
    return;

  while (title < end && !is_title_word (f, title))
    title++;
  if (title > first && title < end)
    add_name (f, first, title);
  if (title >= end)
    {
      add_name (f, first, end);
      return;
    }
  while (title < end && is_title_word (f, title))
    title++;
  add_titled (f, title, end);
}

static void
each_run (Finder *f, gboolean count)
{
  for (guint i = 0; i < f->tokens->len;)
    {
      guint end;

      /* A headline may be capital throughout: names are not found there, only looked for. */
      if (token_at (f, i)->block == 0 || !is_name_word (f, i))
        {
          i++;
          continue;
        }
      end = run_end (f, i);
      if (is_only_sentence_start (f, i))
        {
          g_autofree char *whole = join (f, i, end);
          g_autofree char *key = np_suggest_key (whole);

          if (!count || !g_hash_table_contains (f->runs, key))
            {
              i++;
              continue;
            }
        }
      if (count)
        add_run (f, i, end);
      else
        {
          g_autofree char *name = join (f, i, end);
          g_hash_table_add (f->runs, np_suggest_key (name));
        }
      i = end;
    }
}

static gboolean
has_edge_word (const NpSuggestName *name, const char *word, gboolean last)
{
  gsize length = strlen (word), whole = strlen (name->key);

  if (name->words < 2 || name->words > 4 || whole <= length + 1)
    return FALSE;
  return last ? g_str_has_suffix (name->key, word) && name->key[whole - length - 1] == ' '
              : g_str_has_prefix (name->key, word) && name->key[length] == ' ';
}

/* "Pompeo" is Mike Pompeo where only one name ends so; "Kim" alone is nobody when two begin so. */
static void
give_to_full_name (GPtrArray *names, NpSuggestName *single)
{
  for (int last = 1; last >= 0; last--)
    {
      NpSuggestName *owner = NULL;
      guint owners = 0;

      for (guint i = 0; i < names->len; i++)
        {
          NpSuggestName *name = names->pdata[i];

          if (!has_edge_word (name, single->key, last == 1))
            continue;
          owners++;
          if (owner == NULL || name->count > owner->count)
            owner = name;
        }
      if (owners == 0 || (last == 0 && owners == 1 && single->at_place * 2 > single->count))
        continue;
      if (owners == 1)
        owner->count += single->count;
      owner->block = MIN (owner->block, single->block);
      single->count = 0;
      return;
    }
}

/* "North Korean" and "North Koreans" speak of North Korea. */
static void
give_to_country (GHashTable *names, NpSuggestName *name)
{
  static const char *const endings[] = { "ans", "ian", "ians", "an", "ns", "n", "s", "ese", "er", "ern" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *stem = NULL;
      NpSuggestName *country;

      if (!g_str_has_suffix (name->key, endings[i]))
        continue;
      stem = g_strndup (name->key, strlen (name->key) - strlen (endings[i]));
      country = strlen (stem) >= 4 ? g_hash_table_lookup (names, stem) : NULL;
      if (country == NULL && strlen (stem) >= 4)
        {
          g_autofree char *with_e = g_strconcat (stem, "e", NULL);
          country = g_hash_table_lookup (names, with_e);
        }
      if (country == NULL || country == name || country->count == 0)
        continue;
      country->count += name->count;
      country->inside += name->inside;
      name->count = 0;
      return;
    }
}

static GPtrArray *
settle (Finder *f)
{
  GPtrArray *all = f->all;
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) np_suggest_name_free);

  for (guint i = 0; i < all->len; i++)
    {
      NpSuggestName *name = all->pdata[i];

      if (name->words == G_MAXUINT || (name->words == 1 && (name->inside == 0 || np_suggest_is_title (name->key)))
          || (f->german && name->words == 1 && name->count < 2))
        name->count = 0;
    }
  for (guint i = 0; i < all->len; i++)
    if (((NpSuggestName *) all->pdata[i])->count > 0 && ((NpSuggestName *) all->pdata[i])->words == 1)
      give_to_full_name (all, all->pdata[i]);
  for (guint i = 0; i < all->len; i++)
    if (((NpSuggestName *) all->pdata[i])->count > 0)
      give_to_country (f->names, all->pdata[i]);
  for (guint i = 0; i < all->len; i++)
    {
      NpSuggestName *name = all->pdata[i];

      if (name->count > 0)
        g_ptr_array_add (kept, name);
      else
        np_suggest_name_free (name);
    }
  return kept;
}

/**
 * np_suggest_find_names:
 * @tokens: (element-type NpSuggestToken): the words of a story
 *
 * Returns: (transfer full) (element-type NpSuggestName): the names in it, in the order in which they appear
 */
GPtrArray *
np_suggest_find_names (GArray *tokens)
{
  Finder f = { .tokens = tokens };
  guint german = 0;
  GPtrArray *names;

  f.all = g_ptr_array_new ();
  f.names = g_hash_table_new (g_str_hash, g_str_equal);
  f.lower = g_hash_table_new (g_str_hash, g_str_equal);
  f.runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < tokens->len; i++)
    {
      if (!token_at (&f, i)->capital)
        g_hash_table_add (f.lower, token_at (&f, i)->folded);
      german += np_suggest_is_german (token_at (&f, i)->folded);
    }
  f.german = german * 10 > tokens->len;
  each_run (&f, FALSE);
  each_run (&f, TRUE);
  names = settle (&f);
  g_ptr_array_unref (f.all);
  g_hash_table_unref (f.names);
  g_hash_table_unref (f.lower);
  g_hash_table_unref (f.runs);
  return names;
}
