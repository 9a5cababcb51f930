#include "json/np-json-merge.h"

#include "json/np-json-merge-run.h"
#include "json/np-json-print.h"

#include <string.h>

/* What stands in a digest for a value that is only compared: its SHA-256. */
#define DIGEST "sha256"

/* The user's words about a story or a highlight: of two, both are kept, the newer first. */
#define NOTE_SEPARATOR "\n\n"

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static char *
digest_of (JsonNode *node)
{
  g_autofree char *text = np_json_print_compact (node);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static const char *
get_digest (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL || json_object_get_size (object) != 1 || !json_object_has_member (object, DIGEST))
    return NULL;
  return json_object_get_string_member_with_default (object, DIGEST, NULL);
}

/**
 * np_json_merge_equal:
 * @a: (nullable): a value, or the digest of one
 * @b: (nullable): a value
 *
 * Returns: whether both are the same, or both are missing
 */
gboolean
np_json_merge_equal (JsonNode *a, JsonNode *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (get_digest (a) != NULL && get_digest (b) == NULL)
    {
      g_autofree char *digest = digest_of (b);

      return g_str_equal (get_digest (a), digest);
    }
  return json_node_equal (a, b);
}

/**
 * np_json_merge_win:
 * @run: a merge
 * @values: two values of which one has to go
 *
 * Returns: (transfer full) (nullable): the one that says something or, when both do, the newer
 */
JsonNode *
np_json_merge_win (NpJsonMerge *run, NpJsonTriple values)
{
  gboolean newer = values.newer != NULL && !JSON_NODE_HOLDS_NULL (values.newer);
  gboolean older = values.older != NULL && !JSON_NODE_HOLDS_NULL (values.older);
  JsonNode *winner = newer || (!older && values.newer != NULL) ? values.newer : values.older;

  run->lost_older |= newer && older;
  return winner != NULL ? json_node_copy (winner) : NULL;
}

static JsonNode *
new_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
join_notes (const char *newer, const char *older)
{
  g_autofree char *both = NULL;

  if (strstr (newer, older) != NULL)
    return new_string (newer);
  if (strstr (older, newer) != NULL)
    return new_string (older);
  both = g_strconcat (newer, NOTE_SEPARATOR, older, NULL);
  return new_string (both);
}

/* Two values of which none is an object or an array of a kind that can be both. */
static JsonNode *
merge_plain (NpJsonMerge *run, const char *name, NpJsonTriple values)
{
  if (holds (values.newer, G_TYPE_BOOLEAN) && holds (values.older, G_TYPE_BOOLEAN)) /* read on one machine: read */
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (g_str_equal (name, "note") && holds (values.newer, G_TYPE_STRING) && holds (values.older, G_TYPE_STRING))
    return join_notes (json_node_get_string (values.newer), json_node_get_string (values.older));
  if (holds (values.newer, G_TYPE_STRING) && holds (values.older, G_TYPE_STRING)
      && g_str_equal (json_node_get_string (values.older), "edited")) /* by the user, as `provenance` has it */
    return json_node_copy (values.older);
  if (g_str_equal (name, "place") && values.newer != NULL && values.older != NULL
      && JSON_NODE_HOLDS_VALUE (values.newer) && JSON_NODE_HOLDS_VALUE (values.older)
      && !holds (values.newer, G_TYPE_STRING) && !holds (values.older, G_TYPE_STRING))
    return json_node_copy (json_node_get_double (values.newer) >= json_node_get_double (values.older) ? values.newer
                                                                                                      : values.older);
  return np_json_merge_win (run, values);
}

static JsonNode *
member_of (JsonNode *node, const char *name)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name)
                                                       : NULL;
}

/* Whether the user wrote the member @name of a story by hand. */
static gboolean
is_edited (JsonNode *article, const char *name)
{
  JsonNode *source = member_of (member_of (member_of (article, "provenance"), "fields"), name);

  return holds (source, G_TYPE_STRING) && g_str_equal (json_node_get_string (source), "edited");
}

/* The body and the figures belong together: blocks name figures by number. */
static gboolean
are_one (NpJsonTriple values, const char *name)
{
  NpJsonTriple figures = { member_of (values.base, "figures"), member_of (values.newer, "figures"),
                           member_of (values.older, "figures") };

  return (g_str_equal (name, "body") || g_str_equal (name, "figures")) && figures.newer != NULL && figures.older != NULL
         && !np_json_merge_figures_match (figures.newer, figures.older);
}

/* Both from the version whose figures or body are not those of the base; when that is both, from the newer. */
static JsonNode *
take_one (NpJsonMerge *run, NpJsonTriple values, const char *name)
{
  gboolean newer_is_base = run->has_base, older_is_base = run->has_base;
  static const char *const names[] = { "body", "figures" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *base = member_of (values.base, names[i]);

      newer_is_base = newer_is_base && np_json_merge_equal (base, member_of (values.newer, names[i]));
      older_is_base = older_is_base && np_json_merge_equal (base, member_of (values.older, names[i]));
    }
  if (newer_is_base)
    return json_node_copy (member_of (values.older, name));
  run->lost_older |= !older_is_base;
  return json_node_copy (member_of (values.newer, name));
}

static JsonNode *
merge_member (NpJsonMerge *run, NpJsonTriple values, const char *name)
{
  NpJsonTriple inner = { member_of (values.base, name), member_of (values.newer, name),
                         member_of (values.older, name) };
  gboolean edited = is_edited (values.newer, name);

  if (are_one (values, name) && inner.newer != NULL && inner.older != NULL)
    return take_one (run, values, name);
  /* What a program read out of a page gives way to what the user wrote. */
  if (edited != is_edited (values.older, name) && inner.newer != NULL && inner.older != NULL
      && !np_json_merge_equal (inner.newer, inner.older))
    {
      *(edited ? &run->lost_older : &run->lost_newer) = TRUE;
      return json_node_copy (edited ? inner.newer : inner.older);
    }
  return np_json_merge_value (run, name, inner);
}

static void
add_members (NpJsonMerge *run, NpJsonTriple values, JsonNode *of, JsonObject *result)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, json_node_get_object (of));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!json_object_has_member (result, name))
      {
        JsonNode *merged = merge_member (run, values, name);

        if (merged != NULL)
          json_object_set_member (result, name, merged);
      }
}

static JsonNode *
merge_objects (NpJsonMerge *run, NpJsonTriple values)
{
  JsonObject *result = json_object_new ();
  JsonNode *node = json_node_init_object (json_node_alloc (), result);

  json_object_unref (result);
  if (values.base != NULL && (!JSON_NODE_HOLDS_OBJECT (values.base) || get_digest (values.base) != NULL))
    values.base = NULL;
  add_members (run, values, values.newer, result);
  add_members (run, values, values.older, result);
  return node;
}

static JsonNode *
new_array (void)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, json_array_new ());
  return node;
}

/* One side has nothing: it took it away, or never had it. */
static JsonNode *
merge_with_nothing (NpJsonMerge *run, const char *name, NpJsonTriple values)
{
  g_autoptr (JsonNode) nothing = new_array ();
  JsonNode *left = values.newer != NULL ? values.newer : values.older;

  if (!run->has_base || values.base == NULL)
    return json_node_copy (left);
  if (JSON_NODE_HOLDS_ARRAY (left) && JSON_NODE_HOLDS_ARRAY (values.base)) /* a list of nothing is left out of files */
    {
      *(values.newer == NULL ? &values.newer : &values.older) = nothing;
      return np_json_merge_arrays (run, name, values);
    }
  if (!np_json_merge_equal (values.base, left))
    return json_node_copy (left);
  *(values.newer != NULL ? &run->lost_newer : &run->lost_older) = TRUE;
  return NULL;
}

/**
 * np_json_merge_value:
 * @run: a merge
 * @name: what the value is called
 * @values: a value and what it was
 *
 * Returns: (transfer full) (nullable): what becomes of it; `NULL`: it is gone
 */
JsonNode *
np_json_merge_value (NpJsonMerge *run, const char *name, NpJsonTriple values)
{
  if (np_json_merge_equal (values.newer, values.older))
    return values.newer != NULL ? json_node_copy (values.newer) : NULL;
  if (values.newer == NULL || values.older == NULL)
    return merge_with_nothing (run, name, values);
  if (JSON_NODE_HOLDS_OBJECT (values.newer) && JSON_NODE_HOLDS_OBJECT (values.older))
    return merge_objects (run, values);
  if (run->has_base && values.base != NULL && np_json_merge_equal (values.base, values.newer))
    {
      run->lost_newer |= np_json_merge_takes_away (name, values.newer, values.older);
      return json_node_copy (values.older);
    }
  if (run->has_base && values.base != NULL && np_json_merge_equal (values.base, values.older))
    {
      run->lost_older |= np_json_merge_takes_away (name, values.older, values.newer);
      return json_node_copy (values.newer);
    }
  if (JSON_NODE_HOLDS_ARRAY (values.newer) && JSON_NODE_HOLDS_ARRAY (values.older))
    return np_json_merge_arrays (run, name, values);
  return merge_plain (run, name, values);
}

static gboolean
is_newer (const NpJsonVersion *a, const NpJsonVersion *b)
{
  g_autofree char *first = NULL, *second = NULL;

  if (a->time != b->time)
    return a->time > b->time;
  first = np_json_print_compact (a->document);
  second = np_json_print_compact (b->document);
  return strcmp (first, second) >= 0;
}

/**
 * np_json_merge:
 * @base: (nullable): the version that both came from, or np_json_merge_digest() of it; better one that is too old than
 *   one that is too new
 * @a: a version
 * @b: another; which is which makes no difference
 *
 * Topics, keywords, highlights, searches and the like are merged as sets. What was read, starred or archived in one is
 * so. Of two notes both are kept. What the user wrote by hand wins over what a program read out of a page.
 *
 * Returns: (transfer full): the merged document; merging @a or @b into it once more changes nothing
 */
JsonNode *
np_json_merge (JsonNode *base, NpJsonVersion *a, NpJsonVersion *b)
{
  gboolean a_is_newer = is_newer (a, b);
  NpJsonVersion *newer = a_is_newer ? a : b, *older = a_is_newer ? b : a;
  NpJsonMerge run = { .has_base = base != NULL };
  JsonNode *result;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  result = np_json_merge_value (&run, "", (NpJsonTriple){ base, newer->document, older->document });
  newer->lost = run.lost_newer;
  older->lost = run.lost_older;
  return result;
}

/**
 * np_json_merge_digest:
 * @document: a document
 *
 * Returns: (transfer full): what np_json_merge() has to know of it when it is the base: long texts only as a checksum
 */
JsonNode *
np_json_merge_digest (JsonNode *document)
{
  static const char *const long_members[] = { "body", "figures", NULL };
  JsonNode *digest;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (document))
    return json_node_copy (document);
  digest = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (digest, json_object_new ());
  json_object_iter_init_ordered (&iter, json_node_get_object (document));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (g_strv_contains (long_members, name))
      {
        g_autofree char *checksum = digest_of (member);
        JsonObject *object = json_object_new ();

        json_object_set_string_member (object, DIGEST, checksum);
        json_object_set_object_member (json_node_get_object (digest), name, object);
      }
    else
      json_object_set_member (json_node_get_object (digest), name, json_node_copy (member));
  return digest;
}
