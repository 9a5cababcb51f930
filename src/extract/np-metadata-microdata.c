#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "extract/np-place.h"

#include <string.h>

static const struct
{
  const char *property;
  NpFactKind kind;
  int trust;
} properties[] = {
  { "headline", NP_FACT_HEADLINE, 78 },        { "datePublished", NP_FACT_PUBLISHED, 76 },
  { "dateCreated", NP_FACT_PUBLISHED, 62 },    { "dateModified", NP_FACT_UPDATED, 76 },
  { "articleSection", NP_FACT_SECTION, 60 },   { "author", NP_FACT_AUTHOR, 78 },
  { "creator", NP_FACT_AUTHOR, 70 },           { "inLanguage", NP_FACT_LANGUAGE, 40 },
  { "alternativeHeadline", NP_FACT_DECK, 40 }, { "description", NP_FACT_DECK, 42 },
  { "publisher", NP_FACT_SITE, 48 },
};

static gboolean
has_word (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = list; (at = strstr (at, word)) != NULL; at += length)
    if ((at == list || g_ascii_isspace (at[-1]) || at[-1] == ':')
        && (at[length] == '\0' || g_ascii_isspace (at[length])))
      return TRUE;
  return FALSE;
}

/* The value of a property: its attribute for such elements, else its text; of a person, the name. */
static char *
dup_value (const NpDom *dom, guint node)
{
  static const char *const attributes[] = { "content", "datetime" };
  const char *title;

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = np_dom_attribute (dom, node, attributes[i]);

      if (!np_text_is_empty (value))
        return g_strdup (value);
    }
  if (np_dom_attribute (dom, node, "itemscope") != NULL || np_dom_attribute (dom, node, "typeof") != NULL)
    for (guint i = node + 1; i < dom->nodes[node].end; i++)
      {
        const char *property = dom->nodes[i].text == NULL ? np_dom_attribute (dom, i, "itemprop") : NULL;

        if (property == NULL && dom->nodes[i].text == NULL)
          property = np_dom_attribute (dom, i, "property");
        if (property != NULL && has_word (property, "name"))
          return dup_value (dom, i);
      }
  title = np_dom_attribute (dom, node, "title");
  if (dom->nodes[node].tag == GUMBO_TAG_ABBR && title != NULL)
    return g_strdup (title);
  return np_dom_dup_text (dom, node);
}

/* What is said of a comment is not said of the story. */
static gboolean
is_of_something_else (const NpDom *dom, guint node)
{
  for (guint up = dom->nodes[node].parent; up != NP_DOM_NONE; up = dom->nodes[up].parent)
    {
      const char *type = np_dom_attribute (dom, up, "itemtype");

      if (type == NULL)
        continue;
      return strstr (type, "Comment") != NULL || strstr (type, "Person") != NULL
             || strstr (type, "Organization") != NULL || strstr (type, "ImageObject") != NULL
             || strstr (type, "VideoObject") != NULL || strstr (type, "Review") != NULL
             || strstr (type, "WPSideBar") != NULL;
    }
  return FALSE;
}

/**
 * np_metadata_read_microdata:
 * @metadata: facts; gets those of microdata and RDFa in the page's elements
 * @dom: a parsed page
 * @url: (nullable): its address
 */
void
np_metadata_read_microdata (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const char *property = dom->nodes[i].text == NULL && dom->nodes[i].tag != GUMBO_TAG_META
                                 ? np_dom_attribute (dom, i, "itemprop")
                                 : NULL;

      if (property == NULL && dom->nodes[i].text == NULL && dom->nodes[i].tag != GUMBO_TAG_META)
        property = np_dom_attribute (dom, i, "property");
      for (guint k = 0; property != NULL && k < G_N_ELEMENTS (properties); k++)
        if (has_word (property, properties[k].property) && dom->nodes[i].chars < 400 && !is_of_something_else (dom, i)
            && !np_place_is_elsewhere (dom, i, metadata->heading, NP_NAME_COMMENTS | NP_NAME_RELATED | NP_NAME_SIDE))
          {
            g_autofree char *value = dup_value (dom, i);

            np_metadata_add (metadata, properties[k].kind, value, "microdata", properties[k].trust);
          }
    }
}
