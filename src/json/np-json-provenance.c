#include "json/np-json-provenance.h"

#include "json/np-json-object.h"
#include "json/np-json-path.h"

#include <string.h>

static void
take_fields (JsonObject *object, GHashTable *fields)
{
  JsonObject *inner = np_json_get_object (object, "fields");
  g_autoptr (GList) names = inner != NULL ? json_object_get_members (inner) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *name = g_strdup (l->data);
      char *source = np_json_take_string (inner, name);

      if (source != NULL)
        g_hash_table_insert (fields, g_steal_pointer (&name), source);
    }
  np_json_drop_if_empty (object, "fields");
}

static char *
take_page (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "page");
  const char *path = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (path != NULL && !np_json_path_is_inside (path, "pages"))
    return NULL;
  return np_json_take_string (object, "page");
}

/* What is no path of a page is left where it is, and the rest with it: the order counts. */
static void
take_next_pages (JsonObject *object, GPtrArray *pages)
{
  JsonArray *array = np_json_get_array (object, "nextPages");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || !np_json_path_is_inside (json_node_get_string (node), "pages"))
        return;
    }
  np_json_take_strings (object, "nextPages", pages);
}

static GPtrArray *
list_next_pages (const NpProvenance *provenance)
{
  GPtrArray *pages = np_strings_new ();

  for (guint i = 0; i < provenance->next_pages->len; i++)
    if (np_json_path_is_inside (provenance->next_pages->pdata[i], "pages"))
      g_ptr_array_add (pages, g_strdup (provenance->next_pages->pdata[i]));
  return pages;
}

/**
 * np_json_take_provenance:
 * @object: an article on disk
 * @provenance: where to put its member "provenance"
 */
void
np_json_take_provenance (JsonObject *object, NpProvenance *provenance)
{
  JsonObject *inner = np_json_get_object (object, "provenance");

  if (inner != NULL)
    {
      provenance->fetched = np_json_take_string (inner, "fetched");
      provenance->final_url = np_json_take_string (inner, "finalUrl");
      provenance->status = np_json_take_uint (inner, "status", 999);
      provenance->content_type = np_json_take_string (inner, "contentType");
      provenance->page = take_page (inner);
      take_next_pages (inner, provenance->next_pages);
      provenance->extractor = np_json_take_string (inner, "extractor");
      take_fields (inner, provenance->fields);
    }
  np_json_drop_if_empty (object, "provenance");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static JsonObject *
fields_to_object (GHashTable *fields, JsonObject *rest)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (fields), compare_names);

  for (GList *l = names; l != NULL; l = l->next)
    np_json_put_string (object, rest, l->data, g_hash_table_lookup (fields, l->data));
  np_json_put_rest (object, rest);
  return object;
}

/**
 * np_json_put_provenance:
 * @object: an article under construction
 * @rest: what was kept of the article
 * @provenance: where it came from
 */
void
np_json_put_provenance (JsonObject *object, JsonObject *rest, const NpProvenance *provenance)
{
  g_autoptr (JsonObject) inner_rest = np_json_open_rest_of (rest, "provenance");
  g_autoptr (JsonObject) fields_rest = np_json_open_rest_of (inner_rest, "fields");
  g_autoptr (GPtrArray) next_pages = list_next_pages (provenance);
  JsonObject *inner = json_object_new ();

  np_json_put_string (inner, inner_rest, "fetched", provenance->fetched);
  np_json_put_string (inner, inner_rest, "finalUrl", provenance->final_url);
  np_json_put_uint (inner, inner_rest, "status", provenance->status);
  np_json_put_string (inner, inner_rest, "contentType", provenance->content_type);
  np_json_put_string (inner, inner_rest, "page",
                      np_json_path_is_inside (provenance->page, "pages") ? provenance->page : NULL);
  if (next_pages->len > 0)
    np_json_put_strings (inner, inner_rest, "nextPages", next_pages);
  np_json_put_string (inner, inner_rest, "extractor", provenance->extractor);
  np_json_put_object (inner, inner_rest, "fields", fields_to_object (provenance->fields, fields_rest));
  np_json_put_rest (inner, inner_rest);
  np_json_put_object (object, rest, "provenance", inner);
}
