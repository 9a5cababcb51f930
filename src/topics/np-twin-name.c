#include "topics/np-twin-name.h"

#include "base/np-text.h"
#include "topics/np-suggest-token.h"

#include <string.h>

/* Words that two names of one thing may have or not. */
static const char *const small_words[] = { "the", "of",  "and", "for", "in", "a",   "an", "&",  "der", "die", "das",
                                           "und", "von", "des", "la",  "le", "les", "de", "du", "des", "et",  "el",
                                           "los", "las", "y",   "del", "il", "lo",  "di", "do", "da",  "van", NULL };

/* What names of places are made of, in languages that put it together otherwise. The last column is ours. */
static const struct
{
  const char *word;
  const char *english;
} common[] = {
  { "nord", "north" },         { "norte", "north" },       { "norden", "north" },      { "noord", "north" },
  { "sud", "south" },          { "sur", "south" },         { "zuid", "south" },        { "sul", "south" },
  { "ost", "east" },           { "est", "east" },          { "este", "east" },         { "oost", "east" },
  { "west", "west" },          { "ouest", "west" },        { "oeste", "west" },        { "neu", "new" },
  { "nouvelle", "new" },       { "nueva", "new" },         { "republik", "republic" }, { "republique", "republic" },
  { "republica", "republic" }, { "vereinigte", "united" }, { "staaten", "states" },    { "etats", "states" },
  { "estados", "states" },     { "unis", "united" },       { "unidos", "united" },     { "insel", "island" },
  { "inseln", "islands" },     { "meer", "sea" },          { "see", "sea" },           { "mer", "sea" },
  { "konigreich", "kingdom" },
};

static gboolean
is_small (const char *word)
{
  return g_strv_contains (small_words, word);
}

static char **
dup_words (const char *key)
{
  g_auto (GStrv) all = g_strsplit_set (key, " ,/()\"", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  gboolean some = FALSE;

  for (guint i = 0; all[i] != NULL; i++)
    some |= *all[i] != '\0' && !is_small (all[i]);
  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0' && (!some || !is_small (all[i])))
      g_strv_builder_add (kept, all[i]);
  return g_strv_builder_end (kept);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_words (char **words)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (sorted, words[i]);
  g_ptr_array_sort (sorted, compare_words);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (" ", (char **) sorted->pdata);
}

/* By form alone, of languages whose plural ends in -s, -es, -ies, -en. */
static char *
to_singular (const char *word)
{
  gsize length = strlen (word);

  if (g_str_equal (word, "news") || g_str_equal (word, "series") || g_str_equal (word, "species"))
    return g_strdup (word);
  if (length > 4 && g_str_has_suffix (word, "ies"))
    return g_strdup_printf ("%.*sy", (int) length - 3, word);
  if (length > 5
      && (g_str_has_suffix (word, "ches") || g_str_has_suffix (word, "shes") || g_str_has_suffix (word, "xes")
          || g_str_has_suffix (word, "sses")))
    return g_strndup (word, length - 2);
  if (length > 3 && word[length - 1] == 's' && word[length - 2] != 's' && word[length - 2] != 'u'
      && word[length - 2] != 'i')
    return g_strndup (word, length - 1);
  if (length > 6 && (g_str_has_suffix (word, "ungen") || g_str_has_suffix (word, "heiten")))
    return g_strndup (word, length - 2);
  return g_strdup (word);
}

static char *
join_each (char **words, char *(*change) (const char *) )
{
  g_autoptr (GStrvBuilder) changed = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *one = change (words[i]);

      g_strv_builder_add (changed, one);
    }
  list = g_strv_builder_end (changed);
  return g_strjoinv (" ", list);
}

/* "nordkorea" and "nord" become "north korea" and "north"; c is k. */
static char *
to_common (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    {
      gsize length = strlen (common[i].word);

      if (g_str_equal (word, common[i].word))
        return g_strdup (common[i].english);
      if (length >= 3 && g_str_has_prefix (word, common[i].word) && strlen (word) >= length + 4
          && (i < 12 || g_str_equal (common[i].english, "new")))
        return g_strconcat (common[i].english, " ", word + length, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    {
      gsize length = strlen (common[i].english);

      /* "southkorea" */
      if (i < 16 && g_str_has_prefix (word, common[i].english) && strlen (word) >= length + 4
          && !g_str_has_prefix (word + length, "ern"))
        return g_strconcat (common[i].english, " ", word + length, NULL);
    }
  return g_strdup (word);
}

static char *
dup_common (char **words)
{
  g_autofree char *joined = join_each (words, to_common);
  g_auto (GStrv) parts = g_strsplit (joined, " ", -1);
  g_autofree char *sorted = sort_words (parts);

  g_strdelimit (sorted, "c", 'k');
  return g_steal_pointer (&sorted);
}

static char *
dup_initials (char **words)
{
  g_autoptr (GString) initials = g_string_new (NULL);

  if (g_strv_length (words) < 2)
    return NULL;
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_unichar (initials, g_utf8_get_char (words[i]));
  return g_string_free (g_steal_pointer (&initials), FALSE);
}

static gboolean
is_acronym (const char *name)
{
  guint letters = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.')
        continue;
      if (!g_unichar_isupper (c))
        return FALSE;
      letters++;
    }
  return letters >= 2 && letters <= 8;
}

/**
 * np_twin_name_new:
 * @name: the name of a topic
 *
 * Returns: (transfer full): @name taken apart
 */
NpTwinName *
np_twin_name_new (const char *name)
{
  NpTwinName *self = g_new0 (NpTwinName, 1);
  g_autofree char *folded = np_text_fold (name);

  self->name = g_strdup (name);
  self->key = np_suggest_key (name);
  self->words = dup_words (self->key);
  self->squeezed = g_strjoinv ("", self->words);
  self->sorted = sort_words (self->words);
  self->singular = join_each (self->words, to_singular);
  self->common = dup_common (self->words);
  self->initials = dup_initials (self->words);
  self->acronym = is_acronym (name);
  g_strdelimit (folded, "-,", ' ');
  self->letters = g_strsplit_set (folded, " ", -1);
  for (guint i = 0; self->letters[i] != NULL; i++)
    self->cut |= g_str_has_suffix (self->letters[i], ".") && strchr (self->letters[i], '.')[1] == '\0';
  return self;
}

/**
 * np_twin_name_free:
 * @self: (transfer full) (nullable): a name
 */
void
np_twin_name_free (NpTwinName *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->key);
  g_strfreev (self->words);
  g_free (self->squeezed);
  g_free (self->sorted);
  g_free (self->singular);
  g_free (self->common);
  g_free (self->initials);
  g_strfreev (self->letters);
  g_free (self);
}

/**
 * np_twin_name_is_cut_of:
 * @self: a name with a word that is cut short
 * @whole: another
 *
 * Returns: whether every word of @self is that of @whole in its place, or its beginning and a point: "N. Korea"
 */
gboolean
np_twin_name_is_cut_of (const NpTwinName *self, const NpTwinName *whole)
{
  guint n = g_strv_length (self->letters);

  if (!self->cut || whole->cut || n < 2 || g_strv_length (whole->letters) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *cut = self->letters[i], *word = whole->letters[i];
      gsize length = strlen (cut);

      if (g_str_has_suffix (cut, ".")
              ? length < 2 || strncmp (cut, word, length - 1) != 0 || strlen (word) <= length - 1
              : !g_str_equal (cut, word))
        return FALSE;
    }
  return TRUE;
}
