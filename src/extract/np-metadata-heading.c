#include "extract/np-metadata.h"

#include "base/np-uri.h"
#include "extract/np-place.h"
#include "extract/np-title-key.h"

#include <string.h>

/* The most headings that are compared: it is not cheap. */
#define HEADINGS_MAX 60

/* A shorter title is in many headings by chance. */
#define TITLE_MIN 12

static GPtrArray *
list_titles (const NpMetadata *metadata)
{
  static const NpFactKind kinds[] = { NP_FACT_HEADLINE, NP_FACT_TITLE };
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < metadata->facts[kinds[k]]->len && i < 20; i++)
      g_ptr_array_add (titles, np_title_key (((NpFact *) metadata->facts[kinds[k]]->pdata[i])->value));
  return titles;
}

/* Whether a title of the page is this text, or this text and the site's name. */
static gboolean
is_title (GPtrArray *titles, const char *key)
{
  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = titles->pdata[i];

      if (strcmp (title, key) == 0
          || (strlen (key) >= TITLE_MIN && strlen (key) * 2 >= strlen (title) && strstr (title, key) != NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_heading (const NpDomNode *node)
{
  return ((node->tag >= GUMBO_TAG_H1 && node->tag <= GUMBO_TAG_H6)
          || (node->text == NULL && (node->names & NP_NAME_HEADLINE) != 0))
         && node->chars > 2 && node->chars < 300 && (node->flags & NP_DOM_UNSEEN) == 0;
}

/* The document's own title, among what the readers before have not read. */
static void
add_document_title (const NpDom *dom, GPtrArray *titles)
{
  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_TITLE && i + 1 < dom->nodes[i].end && dom->nodes[i + 1].text != NULL)
      {
        g_ptr_array_add (titles, np_title_key (dom->nodes[i + 1].text));
        return;
      }
}

/* Whether a heading is the site's own: it names the site, or the domain. */
static gboolean
names_site (const NpMetadata *metadata, const char *domain, const char *key)
{
  if (domain != NULL && strstr (domain, key) != NULL)
    return TRUE;
  for (guint i = 0; i < metadata->facts[NP_FACT_SITE]->len; i++)
    {
      g_autofree char *site = np_title_key (((NpFact *) metadata->facts[NP_FACT_SITE]->pdata[i])->value);

      if (strcmp (site, key) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * np_metadata_read_heading:
 * @metadata: facts; learns which element shows the headline
 * @dom: a parsed page
 * @url: (nullable): its address
 *
 * That is the first heading that one of the page's titles names, of the highest rank, or else the first h1.
 */
void
np_metadata_read_heading (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  g_autoptr (GPtrArray) titles = list_titles (metadata);
  g_autofree char *host = np_uri_dup_domain (url), *domain = host != NULL ? np_title_key (host) : NULL;
  GumboTag best = GUMBO_TAG_LAST;
  guint seen = 0;

  add_document_title (dom, titles);
  metadata->heading = dom->heading;
  for (guint i = 0; i < dom->n_nodes && seen < HEADINGS_MAX && best != GUMBO_TAG_H1; i++)
    {
      g_autofree char *text = NULL, *key = NULL;
      GumboTag rank = dom->nodes[i].tag;

      if (!is_heading (&dom->nodes[i]) || np_place_shows_site (dom, i))
        continue;
      if (rank < GUMBO_TAG_H1 || rank > GUMBO_TAG_H6)
        rank = GUMBO_TAG_H6 + 1;
      if (rank >= best)
        continue;
      seen++;
      text = np_dom_dup_text (dom, i);
      key = np_title_key (text);
      if (*key == '\0' || !is_title (titles, key) || names_site (metadata, domain, key))
        continue;
      metadata->heading = i;
      best = rank;
    }
}
