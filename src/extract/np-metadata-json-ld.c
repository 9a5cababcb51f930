#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-json-ld.h"

#include <string.h>

/* The most objects of one script that are looked at. */
#define OBJECTS_MAX 2000

static const struct
{
  const char *member;
  NpFactKind kind;
  int trust;
} members[] = {
  { "headline", NP_FACT_HEADLINE, 90 },
  { "name", NP_FACT_HEADLINE, 62 },
  { "description", NP_FACT_DECK, 55 },
  { "datePublished", NP_FACT_PUBLISHED, 85 },
  { "dateCreated", NP_FACT_PUBLISHED, 70 },
  { "dateModified", NP_FACT_UPDATED, 85 },
  { "inLanguage", NP_FACT_LANGUAGE, 45 },
  { "articleBody", NP_FACT_BODY, 60 },
  { "text", NP_FACT_BODY, 50 },
  { "publisher", NP_FACT_SITE, 70 },
};

static const struct
{
  const char *member;
  NpFactKind kind;
  int trust;
} lists[] = {
  { "author", NP_FACT_AUTHOR, 85 },
  { "creator", NP_FACT_AUTHOR, 74 },
  { "articleSection", NP_FACT_SECTION, 70 },
  { "keywords", NP_FACT_KEYWORD, 58 },
};

static void
add_items (NpMetadata *metadata, NpFactKind kind, JsonNode *node, int trust)
{
  g_autofree char *text = NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && i < 60; i++)
        {
          g_autofree char *one = np_json_ld_dup_text (json_array_get_element (array, i));

          np_metadata_add (metadata, kind, one, "json-ld", trust);
        }
      return;
    }
  text = np_json_ld_dup_text (node);
  if (text != NULL && kind == NP_FACT_KEYWORD)
    {
      g_auto (GStrv) parts = g_strsplit (text, ",", 60);

      for (guint i = 0; parts[i] != NULL; i++)
        np_metadata_add (metadata, kind, parts[i], "json-ld", trust);
    }
  else
    np_metadata_add (metadata, kind, text, "json-ld", trust);
}

static char *
dup_photo (JsonNode *node)
{
  for (guint steps = 0; node != NULL && steps < 8; steps++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          node = json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObject *object = json_node_get_object (node);
          JsonNode *url = json_object_get_member (object, "url");

          node = url != NULL ? url : json_object_get_member (object, "contentUrl");
        }
      else
        return np_json_ld_dup_text (node);
    }
  return NULL;
}

static void
add_article (NpMetadata *metadata, JsonObject *object, int less)
{
  g_autofree char *photo = dup_photo (json_object_get_member (object, "image"));

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *value = np_json_ld_dup_member (object, members[i].member);

      np_metadata_add (metadata, members[i].kind, value, "json-ld", members[i].trust - less);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_items (metadata, lists[i].kind, json_object_get_member (object, lists[i].member), lists[i].trust - less);
  np_metadata_add (metadata, NP_FACT_PHOTO, photo, "json-ld", 65 - less);
}

static gboolean
is_about (JsonObject *object, const char *url)
{
  static const char *const names[] = { "url", "mainEntityOfPage", "@id" };
  g_autofree char *here = np_uri_compare_key (url);

  for (guint i = 0; here != NULL && i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = json_object_get_member (object, names[i]);
      g_autofree char *address = NULL, *there = NULL;

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), "@id");
      address = np_json_ld_dup_text (node);
      there = np_uri_compare_key (address);
      if (there != NULL && strcmp (here, there) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Goes through all objects of a script, without recursion, and collects the articles and what else is of use. */
static void
collect (JsonNode *root, GPtrArray *articles, GPtrArray *others)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, root);
  for (guint i = 0; i < queue->len && i < OBJECTS_MAX; i++)
    {
      JsonNode *node = queue->pdata[i];

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint j = 0; j < json_array_get_length (array); j++)
            g_ptr_array_add (queue, json_array_get_element (array, j));
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          static const char *const below[] = { "@graph", "mainEntity", "mainEntityOfPage", "itemListElement",
                                               "item",   "hasPart",    "subjectOf" };
          JsonObject *object = json_node_get_object (node);

          g_ptr_array_add (np_json_ld_is_article (object) ? articles : others, object);
          for (guint j = 0; j < G_N_ELEMENTS (below); j++)
            if (json_object_has_member (object, below[j]))
              g_ptr_array_add (queue, json_object_get_member (object, below[j]));
        }
    }
}

/* The object that {"@id": …} means. */
static JsonObject *
find_by_id (JsonNode *reference, GPtrArray *others)
{
  g_autofree char *id = NULL;

  if (reference == NULL || !JSON_NODE_HOLDS_OBJECT (reference)
      || json_object_has_member (json_node_get_object (reference), "name"))
    return NULL;
  id = np_json_ld_dup_member (json_node_get_object (reference), "@id");
  for (guint i = 0; id != NULL && i < others->len; i++)
    {
      g_autofree char *other = np_json_ld_dup_member (others->pdata[i], "@id");

      if (other != NULL && strcmp (id, other) == 0 && json_object_has_member (others->pdata[i], "name"))
        return others->pdata[i];
    }
  return NULL;
}

/* The people that stand elsewhere in the graph, and those whose name is in parts. */
static void
add_graph_authors (NpMetadata *metadata, JsonObject *object, GPtrArray *others, int trust)
{
  JsonNode *author = json_object_get_member (object, "author");
  JsonArray *authors = author != NULL && JSON_NODE_HOLDS_ARRAY (author) ? json_node_get_array (author) : NULL;
  guint n = authors != NULL ? json_array_get_length (authors) : author != NULL ? 1 : 0;

  for (guint i = 0; i < n && i < 20; i++)
    {
      JsonNode *one = authors != NULL ? json_array_get_element (authors, i) : author;
      JsonObject *person = find_by_id (one, others);
      g_autofree char *name = person != NULL ? np_json_ld_dup_member (person, "name") : NULL;

      if (name == NULL && JSON_NODE_HOLDS_OBJECT (one))
        {
          g_autofree char *given = np_json_ld_dup_member (json_node_get_object (one), "givenName");
          g_autofree char *family = np_json_ld_dup_member (json_node_get_object (one), "familyName");

          if (given != NULL && family != NULL && !json_object_has_member (json_node_get_object (one), "name"))
            name = g_strconcat (given, " ", family, NULL);
        }
      np_metadata_add (metadata, NP_FACT_AUTHOR, name, "json-ld", trust);
    }
}

/* What is said of the page and of the site is worth less than what is said of the article. */
static void
add_others (NpMetadata *metadata, GPtrArray *others)
{
  static const char *const sites[] = { "WebSite", "NewsMediaOrganization", "Newspaper", "Periodical", "Blog" };

  for (guint i = 0; i < others->len; i++)
    {
      JsonObject *object = others->pdata[i];

      if (np_json_ld_has_type (object, "WebPage") || np_json_ld_has_type (object, "ItemPage"))
        {
          g_autofree char *published = np_json_ld_dup_member (object, "datePublished");
          g_autofree char *updated = np_json_ld_dup_member (object, "dateModified");
          g_autofree char *language = np_json_ld_dup_member (object, "inLanguage");

          np_metadata_add (metadata, NP_FACT_PUBLISHED, published, "json-ld", 66);
          np_metadata_add (metadata, NP_FACT_UPDATED, updated, "json-ld", 66);
          np_metadata_add (metadata, NP_FACT_LANGUAGE, language, "json-ld", 35);
          add_graph_authors (metadata, object, others, 70);
        }
      if (np_json_ld_has_type (object, "VideoObject"))
        {
          g_autofree char *uploaded = np_json_ld_dup_member (object, "uploadDate");

          np_metadata_add (metadata, NP_FACT_PUBLISHED, uploaded, "json-ld", NP_METADATA_LAST_RESORT);
        }
      for (guint j = 0; j < G_N_ELEMENTS (sites); j++)
        if (np_json_ld_has_type (object, sites[j]))
          {
            g_autofree char *name = np_json_ld_dup_member (object, "name");

            np_metadata_add (metadata, NP_FACT_SITE, name, "json-ld", j < 2 ? 60 : 50);
          }
    }
}

static void
read_script (NpMetadata *metadata, const char *text, const char *url)
{
  g_autoptr (JsonNode) root = np_json_ld_parse (text);
  g_autoptr (GPtrArray) articles = g_ptr_array_new (), others = g_ptr_array_new ();
  JsonObject *best = NULL;

  if (root == NULL)
    return;
  collect (root, articles, others);
  for (guint i = 0; i < articles->len && best == NULL; i++)
    if (is_about (articles->pdata[i], url))
      best = articles->pdata[i];
  if (best == NULL && articles->len > 0)
    best = articles->pdata[0];
  if (best != NULL)
    {
      add_article (metadata, best, is_about (best, url) || articles->len == 1 ? 0 : 20);
      add_graph_authors (metadata, best, others, 86);
    }
  add_others (metadata, others);
}

/**
 * np_metadata_read_json_ld:
 * @metadata: facts; gets those of JSON-LD (schema.org's kinds of Article, also in a @graph and in arrays)
 * @dom: a parsed page
 * @url: (nullable): its address
 */
void
np_metadata_read_json_ld (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const char *type = dom->nodes[i].tag == GUMBO_TAG_SCRIPT ? np_dom_attribute (dom, i, "type") : NULL;

      if (type != NULL && strstr (type, "ld+json") != NULL && i + 1 < dom->nodes[i].end
          && dom->nodes[i + 1].text != NULL)
        read_script (metadata, dom->nodes[i + 1].text, url);
    }
}
