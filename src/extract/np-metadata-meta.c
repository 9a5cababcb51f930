#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "extract/np-byline-opening.h"
#include "extract/np-byline-words.h"
#include "extract/np-entities.h"

#include <string.h>

/* Facts from meta elements: Open Graph (ogp.me), Dublin Core, Twitter cards, Parse.ly, Sailthru, Highwire (citation_*),
 * and the names of the HTML standard and of habit. A name that ends in `*` stands for every beginning. */
static const struct
{
  const char *name;
  NpFactKind kind;
  const char *source;
  int trust;
} names[] = {
  { "og:title", NP_FACT_HEADLINE, "open-graph", 60 },
  { "twitter:title", NP_FACT_HEADLINE, "meta", 50 },
  { "parsely-title", NP_FACT_HEADLINE, "meta", 70 },
  { "sailthru.title", NP_FACT_HEADLINE, "meta", 65 },
  { "citation_title", NP_FACT_HEADLINE, "meta", 75 },
  { "dc.title", NP_FACT_HEADLINE, "meta", 50 },
  { "dcterms.title", NP_FACT_HEADLINE, "meta", 50 },
  { "dc:title", NP_FACT_HEADLINE, "meta", 50 },
  { "headline", NP_FACT_HEADLINE, "meta", 60 },
  { "hdl", NP_FACT_HEADLINE, "meta", 60 },
  { "title", NP_FACT_TITLE, "meta", 10 },

  { "og:description", NP_FACT_DECK, "open-graph", 60 },
  { "description", NP_FACT_DECK, "meta", 65 },
  { "twitter:description", NP_FACT_DECK, "meta", 50 },
  { "sailthru.description", NP_FACT_DECK, "meta", 50 },
  { "dc.description", NP_FACT_DECK, "meta", 45 },
  { "dcterms.description", NP_FACT_DECK, "meta", 45 },

  { "author", NP_FACT_AUTHOR, "meta", 60 },
  { "article:author", NP_FACT_AUTHOR, "open-graph", 55 },
  { "article:author_name", NP_FACT_AUTHOR, "open-graph", 58 },
  { "og:article:author", NP_FACT_AUTHOR, "open-graph", 55 },
  { "parsely-author", NP_FACT_AUTHOR, "meta", 75 },
  { "sailthru.author", NP_FACT_AUTHOR, "meta", 72 },
  { "citation_author", NP_FACT_AUTHOR, "meta", 80 },
  { "dc.creator", NP_FACT_AUTHOR, "meta", 65 },
  { "dc:creator", NP_FACT_AUTHOR, "meta", 65 },
  { "dcterms.creator", NP_FACT_AUTHOR, "meta", 65 },
  { "dcsext.author", NP_FACT_AUTHOR, "meta", 60 },
  { "byl", NP_FACT_AUTHOR, "meta", 78 },
  { "byline", NP_FACT_AUTHOR, "meta", 70 },
  { "shareaholic:article_author_name", NP_FACT_AUTHOR, "meta", 60 },
  { "rnews:author", NP_FACT_AUTHOR, "meta", 60 },
  { "cxenseparse:author", NP_FACT_AUTHOR, "meta", 60 },
  { "og:author", NP_FACT_AUTHOR, "open-graph", 55 },
  { "author_name", NP_FACT_AUTHOR, "meta", 58 },
  { "article.author", NP_FACT_AUTHOR, "meta", 58 },
  { "bt:author", NP_FACT_AUTHOR, "meta", 60 },

  { "article:published_time", NP_FACT_PUBLISHED, "open-graph", 80 },
  { "article:published", NP_FACT_PUBLISHED, "open-graph", 78 },
  { "og:article:published_time", NP_FACT_PUBLISHED, "open-graph", 78 },
  { "og:published_time", NP_FACT_PUBLISHED, "open-graph", 78 },
  { "og:pubdate", NP_FACT_PUBLISHED, "open-graph", 70 },
  { "parsely-pub-date", NP_FACT_PUBLISHED, "meta", 78 },
  { "sailthru.date", NP_FACT_PUBLISHED, "meta", 60 },
  { "citation_publication_date", NP_FACT_PUBLISHED, "meta", 70 },
  { "citation_date", NP_FACT_PUBLISHED, "meta", 65 },
  { "dc.date.issued", NP_FACT_PUBLISHED, "meta", 70 },
  { "dc.date.created", NP_FACT_PUBLISHED, "meta", 62 },
  { "dc.date", NP_FACT_PUBLISHED, "meta", 60 },
  { "dc:date", NP_FACT_PUBLISHED, "meta", 60 },
  { "dcterms.date", NP_FACT_PUBLISHED, "meta", 60 },
  { "dcterms.created", NP_FACT_PUBLISHED, "meta", 62 },
  { "dcterms.issued", NP_FACT_PUBLISHED, "meta", 66 },
  { "date", NP_FACT_PUBLISHED, "meta", 60 },
  { "pubdate", NP_FACT_PUBLISHED, "meta", 68 },
  { "publishdate", NP_FACT_PUBLISHED, "meta", 66 },
  { "publish-date", NP_FACT_PUBLISHED, "meta", 66 },
  { "publish_date", NP_FACT_PUBLISHED, "meta", 66 },
  { "publication_date", NP_FACT_PUBLISHED, "meta", 66 },
  { "publicationdate", NP_FACT_PUBLISHED, "meta", 66 },
  { "published_date", NP_FACT_PUBLISHED, "meta", 66 },
  { "article.published", NP_FACT_PUBLISHED, "meta", 66 },
  { "article.created", NP_FACT_PUBLISHED, "meta", 60 },
  { "article_date_original", NP_FACT_PUBLISHED, "meta", 66 },
  { "originalpublicationdate", NP_FACT_PUBLISHED, "meta", 66 },
  { "datepublished", NP_FACT_PUBLISHED, "microdata", 72 },
  { "prism.publicationdate", NP_FACT_PUBLISHED, "meta", 70 },
  { "cxenseparse:recs:publishtime", NP_FACT_PUBLISHED, "meta", 66 },
  { "gsa_publish_date", NP_FACT_PUBLISHED, "meta", 55 },
  { "bt:pubdate", NP_FACT_PUBLISHED, "meta", 66 },
  { "published-date", NP_FACT_PUBLISHED, "meta", 66 },
  { "published_at", NP_FACT_PUBLISHED, "meta", 66 },
  { "pub_date", NP_FACT_PUBLISHED, "meta", 66 },
  { "dateposted", NP_FACT_PUBLISHED, "meta", 62 },
  { "date.created", NP_FACT_PUBLISHED, "meta", 60 },
  { "datecreated", NP_FACT_PUBLISHED, "meta", 60 },
  { "created", NP_FACT_PUBLISHED, "meta", 55 },
  { "dcterms.available", NP_FACT_PUBLISHED, "meta", 60 },
  { "dc.date.available", NP_FACT_PUBLISHED, "meta", 60 },
  { "displaydate", NP_FACT_PUBLISHED, "meta", 60 },
  { "ptime", NP_FACT_PUBLISHED, "meta", 60 },
  { "pdate", NP_FACT_PUBLISHED, "meta", 50 },
  { "release_date", NP_FACT_PUBLISHED, "meta", 60 },
  { "last-modified", NP_FACT_PUBLISHED, "meta", 5 },
  { "article:modified_time", NP_FACT_UPDATED, "open-graph", 80 },
  { "og:updated_time", NP_FACT_UPDATED, "open-graph", 60 },
  { "datemodified", NP_FACT_UPDATED, "microdata", 70 },
  { "dcterms.modified", NP_FACT_UPDATED, "meta", 60 },
  { "dc.date.modified", NP_FACT_UPDATED, "meta", 60 },
  { "lastmod", NP_FACT_UPDATED, "meta", 60 },
  { "utime", NP_FACT_UPDATED, "meta", 50 },
  { "og:article:modified_time", NP_FACT_UPDATED, "open-graph", 75 },
  { "article:modified", NP_FACT_UPDATED, "open-graph", 75 },
  { "article.updated", NP_FACT_UPDATED, "meta", 60 },
  { "article_date_updated", NP_FACT_UPDATED, "meta", 60 },
  { "last-update", NP_FACT_UPDATED, "meta", 55 },
  { "lastupdate", NP_FACT_UPDATED, "meta", 55 },
  { "revised", NP_FACT_UPDATED, "meta", 50 },
  { "dc.modified", NP_FACT_UPDATED, "meta", 60 },
  { "dateupdate", NP_FACT_UPDATED, "microdata", 60 },

  { "og:site_name", NP_FACT_SITE, "open-graph", 80 },
  { "application-name", NP_FACT_SITE, "meta", 50 },
  { "citation_journal_title", NP_FACT_SITE, "meta", 60 },
  { "apple-mobile-web-app-title", NP_FACT_SITE, "meta", 45 },
  { "dc.publisher", NP_FACT_SITE, "meta", 50 },
  { "al:android:app_name", NP_FACT_SITE, "meta", 30 },
  { "twitter:app:name:iphone", NP_FACT_SITE, "meta", 25 },

  { "article:section", NP_FACT_SECTION, "open-graph", 80 },
  { "parsely-section", NP_FACT_SECTION, "meta", 75 },
  { "section", NP_FACT_SECTION, "meta", 60 },
  { "og:section", NP_FACT_SECTION, "open-graph", 60 },
  { "cxenseparse:category", NP_FACT_SECTION, "meta", 40 },
  { "prism.section", NP_FACT_SECTION, "meta", 60 },
  { "article.section", NP_FACT_SECTION, "meta", 60 },
  { "category", NP_FACT_SECTION, "meta", 40 },

  { "language", NP_FACT_LANGUAGE, "meta", 40 },
  { "content-language", NP_FACT_LANGUAGE, "meta", 45 },
  { "og:locale", NP_FACT_LANGUAGE, "open-graph", 30 },
  { "dc.language", NP_FACT_LANGUAGE, "meta", 40 },
  { "dcterms.language", NP_FACT_LANGUAGE, "meta", 40 },

  { "og:url", NP_FACT_CANONICAL, "open-graph", 60 },
  { "og:image", NP_FACT_PHOTO, "open-graph", 80 },
  { "og:image:url", NP_FACT_PHOTO, "open-graph", 78 },
  { "og:image:secure_url", NP_FACT_PHOTO, "open-graph", 75 },
  { "twitter:image", NP_FACT_PHOTO, "meta", 60 },
  { "twitter:image:src", NP_FACT_PHOTO, "meta", 60 },
  { "sailthru.image.full", NP_FACT_PHOTO, "meta", 50 },
  { "parsely-image-url", NP_FACT_PHOTO, "meta", 55 },
  { "thumbnail", NP_FACT_PHOTO, "meta", 30 },
};

/* Facts that are lists, written with commas. */
static const struct
{
  const char *name;
  const char *source;
  int trust;
} lists[] = {
  { "article:tag", "open-graph", 80 },
  { "og:article:tag", "open-graph", 75 },
  { "parsely-tags", "meta", 60 },
  { "news_keywords", "meta", 62 },
  { "keywords", "meta", 50 },
  { "sailthru.tags", "meta", 55 },
  { "citation_keywords", "meta", 60 },
  { "dc.subject", "meta", 50 },
  { "dcterms.subject", "meta", 50 },
  { "prism.keyword", "meta", 55 },
  { "tags", "meta", 50 },
};

static void
add_list (NpMetadata *metadata, const char *value, const char *source, int trust)
{
  g_auto (GStrv) parts =
      g_strsplit_set (value, strchr (value, ';') != NULL && strchr (value, ',') == NULL ? ";" : ",", 100);

  for (guint i = 0; parts[i] != NULL; i++)
    np_metadata_add (metadata, NP_FACT_KEYWORD, parts[i], source, trust);
}

/* "Doe, Jane": lists of references have the family's name first. */
static char *
dup_in_order (const char *name)
{
  const char *comma = strchr (name, ',');
  g_autofree char *family = comma != NULL ? g_strstrip (g_strndup (name, (gsize) (comma - name))) : NULL;

  if (comma == NULL || strchr (comma + 1, ',') != NULL || strchr (comma + 1, ';') != NULL
      || np_text_count_words (family) > 3 || np_text_count_words (comma + 1) > 3
      || np_byline_is_suffix (comma + 1 + strspn (comma + 1, " ")))
    return g_strdup (name);
  return g_strconcat (comma + 1, " ", family, NULL);
}

/* Whether @name, in lower case, is known. */
static gboolean
add_meta (NpMetadata *metadata, const char *name, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i].name) == 0)
      {
        gboolean reference = g_str_has_prefix (name, "citation_") || g_str_has_prefix (name, "dc");
        g_autofree char *ordered =
            reference && names[i].kind == NP_FACT_AUTHOR ? dup_in_order (value) : g_strdup (value);

        np_metadata_add (metadata, names[i].kind, ordered, names[i].source, names[i].trust);
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (name, lists[i].name) == 0)
      {
        add_list (metadata, value, lists[i].source, lists[i].trust);
        return TRUE;
      }
  return FALSE;
}

/* An attribute may hold several names: `property="dc:creator twitter:creator"`. */
static gboolean
add_names (NpMetadata *metadata, const char *attribute, const char *value)
{
  g_autofree char *lower = g_ascii_strdown (attribute, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\n\r", 8);
  gboolean known = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    known |= *words[i] != '\0' && add_meta (metadata, words[i], value);
  return known;
}

/* Twitter's cards have pairs of a label and what stands behind it: "Written by", "Jane Doe". */
static void
read_labelled (NpMetadata *metadata, const NpDom *dom)
{
  const char *labels[3] = { NULL }, *values[3] = { NULL };

  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const char *name = dom->nodes[i].tag == GUMBO_TAG_META ? np_dom_attribute (dom, i, "name") : NULL;

      for (guint n = 1; name != NULL && n <= 2; n++)
        {
          if (g_str_has_prefix (name, "twitter:label") && name[13] == (char) ('0' + n))
            labels[n] = np_dom_attribute (dom, i, "content");
          else if (g_str_has_prefix (name, "twitter:data") && name[12] == (char) ('0' + n))
            values[n] = np_dom_attribute (dom, i, "content");
        }
    }
  for (guint n = 1; n <= 2; n++)
    if (labels[n] != NULL && values[n] != NULL && np_byline_is_label (labels[n]))
      np_metadata_add (metadata, NP_FACT_AUTHOR, values[n], "meta", 66);
}

/**
 * np_metadata_read_meta:
 * @metadata: facts; gets those of meta elements
 * @dom: a parsed page
 * @url: (nullable): its address
 */
void
np_metadata_read_meta (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  static const char *const keys[] = { "property", "name", "itemprop", "http-equiv" };

  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const char *value;

      if (dom->nodes[i].tag != GUMBO_TAG_META)
        continue;
      value = np_dom_attribute (dom, i, "content");
      if (value == NULL)
        value = np_dom_attribute (dom, i, "value");
      for (guint k = 0; value != NULL && k < G_N_ELEMENTS (keys); k++)
        {
          const char *name = np_dom_attribute (dom, i, keys[k]);
          g_autofree char *decoded = name != NULL ? np_entities_decode (value) : NULL;

          if (name != NULL && add_names (metadata, name, decoded))
            break;
        }
    }
  read_labelled (metadata, dom);
}
