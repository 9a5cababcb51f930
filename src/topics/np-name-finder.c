#include "topics/np-name-finder.h"

#include <string.h>

/* The names are a trie of units: a word in lower case and without its accents, or one character of a script that writes
 * no spaces. At each word of a text the trie is followed as far as it goes, and the longest name that ends on the way
 * counts; so a text costs as much as it is long, however many names there are. */

#define NONE G_MAXUINT

/* A unit more than this ends every name. */
#define MAX_UNITS 16

typedef struct
{
  guint topic;      /* of the name that ends here, NONE for none */
  gboolean shouted; /* that name is short and in capitals throughout: "US" is not "us" */
} Node;

struct _NpNameFinder
{
  GHashTable *units;  /* char* → number of the unit, from 1 */
  GHashTable *edges;  /* node and unit → node */
  GArray *nodes;      /* of Node; the first is the root */
  GPtrArray *keys;    /* char* of topics */
  GHashTable *names;  /* np_suggest_key() of a name → index into keys, from 1 */
  GStringChunk *text; /* what the tables point to */
};

static guint
hash_edge (gconstpointer edge)
{
  guint64 value = *(const guint64 *) edge * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint) (value >> 32);
}

static gboolean
is_wide (const char *p)
{
  return (guchar) *p >= 0xE1 && g_unichar_iswide (g_utf8_get_char (p));
}

/* The end of the unit that begins at @p. */
static const char *
unit_end (const char *p)
{
  if (is_wide (p))
    return g_utf8_next_char (p);
  while (*p != '\0' && *p != ' ' && !is_wide (p))
    p = g_utf8_next_char (p);
  return p;
}

static guint
get_unit (const NpNameFinder *self, const char *start, const char *end)
{
  char unit[128];
  gsize length = (gsize) (end - start);

  if (length >= sizeof unit)
    return 0;
  memcpy (unit, start, length);
  unit[length] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->units, unit));
}

static guint
add_unit (NpNameFinder *self, const char *start, const char *end)
{
  guint unit = get_unit (self, start, end);

  if (unit == 0 && end - start < 128)
    {
      unit = g_hash_table_size (self->units) + 1;
      g_hash_table_insert (self->units, g_string_chunk_insert_len (self->text, start, end - start),
                           GUINT_TO_POINTER (unit));
    }
  return unit;
}

static guint
follow (const NpNameFinder *self, guint node, guint unit)
{
  guint64 edge = (guint64) node << 32 | unit;
  gpointer next = unit != 0 ? g_hash_table_lookup (self->edges, &edge) : NULL;

  return next != NULL ? GPOINTER_TO_UINT (next) : NONE;
}

static guint
grow (NpNameFinder *self, guint node, guint unit)
{
  guint next = follow (self, node, unit);
  Node empty = { NONE, FALSE };
  guint64 *edge;

  if (next != NONE)
    return next;
  next = self->nodes->len;
  g_array_append_val (self->nodes, empty);
  edge = g_new (guint64, 1);
  *edge = (guint64) node << 32 | unit;
  g_hash_table_insert (self->edges, edge, GUINT_TO_POINTER (next));
  return next;
}

static gboolean
is_shouted (const char *name)
{
  gboolean letters = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c) || c == ' ')
        return FALSE;
      letters |= g_unichar_isupper (c);
    }
  return letters && g_utf8_strlen (name, -1) <= 5;
}

static void
add_name (NpNameFinder *self, const char *name, guint topic, gboolean own)
{
  g_autofree char *key = np_suggest_key (name);
  guint node = 0, n = 0;
  Node *last;

  if (*key == '\0')
    return;
  if (own || !g_hash_table_contains (self->names, key))
    g_hash_table_insert (self->names, g_string_chunk_insert (self->text, key), GUINT_TO_POINTER (topic + 1));
  for (const char *p = key; *p != '\0'; n++)
    {
      const char *end = unit_end (p);
      guint unit = add_unit (self, p, end);

      if (unit == 0 || n >= MAX_UNITS)
        return;
      node = grow (self, node, unit);
      p = *end == ' ' ? end + 1 : end;
    }
  last = &g_array_index (self->nodes, Node, node);
  if (last->topic != NONE && !own)
    return;
  last->topic = topic;
  last->shouted = is_shouted (name);
}

/**
 * np_name_finder_new:
 * @tree: (nullable): topics
 *
 * Returns: (transfer full): a finder of their names and of those of their aliases
 */
NpNameFinder *
np_name_finder_new (const NpTopicTree *tree)
{
  NpNameFinder *self = g_atomic_rc_box_new0 (NpNameFinder);
  g_autoptr (GPtrArray) keys = tree != NULL ? np_topic_tree_list_keys (tree) : g_ptr_array_new ();
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  Node root = { NONE, FALSE };

  self->units = g_hash_table_new (g_str_hash, g_str_equal);
  self->edges = g_hash_table_new_full (hash_edge, g_int64_equal, g_free, NULL);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->keys = g_ptr_array_new ();
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->text = g_string_chunk_new (4096);
  g_array_append_val (self->nodes, root);
  for (guint i = 0; i < keys->len; i++)
    {
      const NpTopic *topic = np_topic_tree_get (tree, keys->pdata[i]);
      const NpTopic *real = np_topic_tree_resolve (tree, topic->key);
      guint place = real != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (places, real)) : 0;

      if (real == NULL)
        continue;
      if (place == 0)
        {
          g_ptr_array_add (self->keys, g_string_chunk_insert (self->text, real->key));
          place = self->keys->len;
          g_hash_table_insert (places, (gpointer) real, GUINT_TO_POINTER (place));
        }
      add_name (self, topic->name, place - 1, topic == real);
    }
  return self;
}

/**
 * np_name_finder_ref:
 * @self: a finder
 *
 * Returns: (transfer full): @self
 */
NpNameFinder *
np_name_finder_ref (NpNameFinder *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finder_clear (gpointer data)
{
  NpNameFinder *self = data;

  g_hash_table_unref (self->units);
  g_hash_table_unref (self->edges);
  g_hash_table_unref (self->names);
  g_array_unref (self->nodes);
  g_ptr_array_unref (self->keys);
  g_string_chunk_free (self->text);
}

/**
 * np_name_finder_unref:
 * @self: (transfer full) (nullable): a finder
 */
void
np_name_finder_unref (NpNameFinder *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, finder_clear);
}

/**
 * np_name_finder_get_key:
 * @self: a finder
 * @name: a name
 *
 * Returns: (nullable): the key of the topic that goes by this name, however it is written
 */
const char *
np_name_finder_get_key (const NpNameFinder *self, const char *name)
{
  g_autofree char *key = NULL;
  guint topic;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  key = np_suggest_key (name);
  topic = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, key));
  return topic > 0 ? self->keys->pdata[topic - 1] : NULL;
}

/* One unit of a text. */
typedef struct
{
  guint unit;  /* 0: in no name */
  guint token; /* the word it is of */
  guint block;
  gboolean apart;
} Place;

/* The form that np_suggest_key() gives most words by itself. */
static gboolean
is_plain (const char *folded)
{
  for (; *folded != '\0'; folded++)
    if ((guchar) *folded >= 0x80 || *folded == '-' || *folded == '.' || *folded == '\'')
      return FALSE;
  return TRUE;
}

static GArray *
to_units (const NpNameFinder *self, GArray *tokens)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), tokens->len + 16);

  for (guint i = 0; i < tokens->len; i++)
    {
      const NpSuggestToken *token = &g_array_index (tokens, NpSuggestToken, i);
      g_autofree char *made = is_plain (token->folded) ? NULL : np_suggest_key (token->folded);
      gboolean apart = token->apart;

      for (const char *p = made != NULL ? made : token->folded; *p != '\0';)
        {
          const char *end = unit_end (p);
          Place place = { get_unit (self, p, end), i, token->block, apart };

          g_array_append_val (places, place);
          apart = FALSE;
          p = *end == ' ' ? end + 1 : end;
        }
    }
  return places;
}

static gboolean
all_upper (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_islower (g_utf8_get_char (word)))
      return FALSE;
  return TRUE;
}

/* How many units the longest name has that begins at @i, 0 for none; @topic is whose it is. */
static guint
match_at (const NpNameFinder *self, GArray *places, GArray *tokens, guint i, guint *topic)
{
  const Place *start = &g_array_index (places, Place, i);
  guint node = 0, found = 0;

  for (guint n = i; n < places->len; n++)
    {
      const Place *place = &g_array_index (places, Place, n);
      const Node *reached;

      if (n > i && (place->apart || place->block != start->block))
        break;
      node = follow (self, node, place->unit);
      if (node == NONE)
        break;
      reached = &g_array_index (self->nodes, Node, node);
      if (reached->topic == NONE
          || (reached->shouted && !all_upper (g_array_index (tokens, NpSuggestToken, start->token).word)))
        continue;
      found = n - i + 1;
      *topic = reached->topic;
    }
  return found;
}

/**
 * np_name_finder_find:
 * @self: a finder
 * @tokens: (element-type NpSuggestToken): the words of a story
 *
 * Of names that begin at one word the longest counts, and within it no other.
 *
 * Returns: (transfer full) (element-type NpNameMention): the topics that are named, in the order of the text
 */
GArray *
np_name_finder_find (const NpNameFinder *self, GArray *tokens)
{
  GArray *mentions = g_array_new (FALSE, TRUE, sizeof (NpNameMention));
  g_autoptr (GArray) places = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL); /* topic + 1 → index into mentions */

  g_return_val_if_fail (self != NULL && tokens != NULL, mentions);

  if (self->keys->len == 0)
    return mentions;
  places = to_units (self, tokens);
  for (guint i = 0, n; i < places->len; i += MAX (n, 1))
    {
      const Place *place = &g_array_index (places, Place, i);
      guint topic = NONE;
      gpointer at;

      n = place->unit != 0 ? match_at (self, places, tokens, i, &topic) : 0;
      if (n == 0)
        continue;
      if (!g_hash_table_lookup_extended (seen, GUINT_TO_POINTER (topic + 1), NULL, &at))
        {
          NpNameMention mention = { self->keys->pdata[topic], 0, 0, place->token };

          at = GUINT_TO_POINTER (mentions->len);
          g_array_append_val (mentions, mention);
          g_hash_table_insert (seen, GUINT_TO_POINTER (topic + 1), at);
        }
      g_array_index (mentions, NpNameMention, GPOINTER_TO_UINT (at)).count++;
      g_array_index (mentions, NpNameMention, GPOINTER_TO_UINT (at)).headline += place->block == 0;
    }
  return mentions;
}
