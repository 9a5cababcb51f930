#include "extract/np-anchors.h"

#include "base/np-uri.h"

#include <string.h>

struct _NpAnchors
{
  const NpDom *dom;
  char *page;          /* (nullable) the address of the page, without a fragment */
  GHashTable *targets; /* char* names that links of the page lead to */
};

/* The name that a fragment means: escapes are those of addresses (WHATWG HTML, "find a potential indicated element").
 */
static char *
dup_name (const char *fragment)
{
  char *name = g_uri_unescape_string (fragment, NULL);

  return name != NULL && g_utf8_validate (name, -1, NULL) ? name : (g_free (name), g_strdup (fragment));
}

/**
 * np_anchors_new:
 * @dom: a parsed page; it outlives this
 * @base: (nullable): the address that its links are relative to
 *
 * Returns: (transfer full): which places of the page its own links lead to
 */
NpAnchors *
np_anchors_new (const NpDom *dom, const char *base)
{
  NpAnchors *anchors = g_new0 (NpAnchors, 1);

  anchors->dom = dom;
  anchors->page = base != NULL ? np_uri_without_fragment (base) : NULL;
  anchors->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const char *href = dom->nodes[i].tag == GUMBO_TAG_A ? np_dom_attribute (dom, i, "href") : NULL;
      char *link = href != NULL && strchr (href, '#') != NULL ? np_anchors_dup_link (anchors, href) : NULL;

      if (link != NULL)
        g_hash_table_add (anchors->targets, g_strdup (link + 1));
      g_free (link);
    }
  return anchors;
}

/**
 * np_anchors_free:
 * @anchors: (transfer full) (nullable): anchors
 */
void
np_anchors_free (NpAnchors *anchors)
{
  if (anchors == NULL)
    return;
  g_free (anchors->page);
  g_hash_table_unref (anchors->targets);
  g_free (anchors);
}

/**
 * np_anchors_dup_link:
 * @anchors: anchors
 * @href: a link as it stands in the page
 *
 * Returns: (transfer full) (nullable): "#" and the name of the place of the same page that it leads to; %NULL for a
 * link to elsewhere, or to the top
 */
char *
np_anchors_dup_link (const NpAnchors *anchors, const char *href)
{
  const char *fragment = strchr (href, '#');
  g_autofree char *name = NULL;

  if (fragment == NULL || fragment[1] == '\0')
    return NULL;
  if (fragment != href
      && (anchors->page == NULL || strlen (anchors->page) != (gsize) (fragment - href)
          || strncmp (anchors->page, href, (gsize) (fragment - href)) != 0))
    return NULL;
  name = dup_name (fragment + 1);
  return *name != '\0' ? g_strconcat ("#", name, NULL) : NULL;
}

/**
 * np_anchors_list_names:
 * @anchors: anchors
 * @node: an element
 * @names: (element-type utf8): gets the names by which links lead to @node
 */
void
np_anchors_list_names (const NpAnchors *anchors, guint node, GPtrArray *names)
{
  const char *id, *name;

  if (g_hash_table_size (anchors->targets) == 0 || anchors->dom->nodes[node].text != NULL)
    return;
  id = np_dom_attribute (anchors->dom, node, "id");
  name = anchors->dom->nodes[node].tag == GUMBO_TAG_A ? np_dom_attribute (anchors->dom, node, "name") : NULL;
  if (id != NULL && g_hash_table_contains (anchors->targets, id))
    g_ptr_array_add (names, g_strdup (id));
  if (name != NULL && g_strcmp0 (id, name) != 0 && g_hash_table_contains (anchors->targets, name))
    g_ptr_array_add (names, g_strdup (name));
}

/* --- what is left of them in the story --- */

static void
collect (GPtrArray *blocks, GHashTable *anchors, GHashTable *links)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const NpBlock *block = blocks->pdata[i];

      for (guint j = 0; block->spans != NULL && j < block->spans->len; j++)
        {
          const NpSpan *span = &g_array_index (block->spans, NpSpan, j);

          if (span->style == NP_SPAN_ANCHOR)
            g_hash_table_add (anchors, span->href);
          else if (span->style == NP_SPAN_LINK && span->href[0] == '#')
            g_hash_table_add (links, span->href + 1);
        }
      collect (block->children, anchors, links);
    }
}

/* Gives whether the span stays. */
static gboolean
settle_span (NpSpan *span, GHashTable *anchors, GHashTable *links, const char *base)
{
  char *href;

  if (span->style == NP_SPAN_ANCHOR)
    return g_hash_table_contains (links, span->href);
  if (span->style != NP_SPAN_LINK || span->href[0] != '#' || g_hash_table_contains (anchors, span->href + 1))
    return TRUE;
  href = base != NULL ? np_uri_resolve (base, span->href) : NULL;
  if (!np_uri_is_web (href))
    {
      g_free (href);
      return FALSE;
    }
  g_free (span->href);
  span->href = href;
  return TRUE;
}

static void
settle (GPtrArray *blocks, GHashTable *anchors, GHashTable *links, const char *base)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      NpBlock *block = blocks->pdata[i];

      for (guint j = block->spans != NULL ? block->spans->len : 0; j > 0; j--)
        if (!settle_span (&g_array_index (block->spans, NpSpan, j - 1), anchors, links, base))
          g_array_remove_index (block->spans, j - 1);
      if (block->spans != NULL && block->spans->len == 0)
        g_clear_pointer (&block->spans, g_array_unref);
      settle (block->children, anchors, links, base);
    }
}

static GHashTable *
new_names (GHashTable *of)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, of);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (names, g_strdup (name));
  return names;
}

/**
 * np_anchors_settle:
 * @blocks: (element-type NpBlock): the story that became of the page
 * @base: (nullable): the address that its links are relative to
 *
 * Links to what did not come into the story lead to the page; places that no link of the story leads to are forgotten.
 */
void
np_anchors_settle (GPtrArray *blocks, const char *base)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) links = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kept_anchors = NULL, kept_links = NULL;

  collect (blocks, anchors, links);
  if (g_hash_table_size (anchors) == 0 && g_hash_table_size (links) == 0)
    return;
  /* The names go with the spans that they are of. */
  kept_anchors = new_names (anchors);
  kept_links = new_names (links);
  settle (blocks, kept_anchors, kept_links, base);
}
