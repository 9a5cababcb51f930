#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-metadata-locale.h"

#include <string.h>

/* The most facts of a kind: choosing among them takes time that grows with their square. */
#define FACTS_MAX 200

/* All sources of facts. A new one is one more line here. */
static const NpMetadataReader readers[] = {
  np_metadata_read_json_ld, np_metadata_read_meta,    np_metadata_read_heading, np_metadata_read_microdata,
  np_metadata_read_page,    np_metadata_read_deck,    np_metadata_read_topics,  np_metadata_read_authors,
  np_metadata_read_dates,   np_metadata_read_scripts, np_metadata_read_url,     np_metadata_read_lines,
};

static void
fact_free (gpointer data)
{
  NpFact *fact = data;

  g_free (fact->value);
  g_free (fact);
}

/**
 * np_metadata_new:
 *
 * Returns: (transfer full): no facts
 */
NpMetadata *
np_metadata_new (void)
{
  NpMetadata *metadata = g_new0 (NpMetadata, 1);

  for (guint i = 0; i < NP_N_FACTS; i++)
    metadata->facts[i] = g_ptr_array_new_with_free_func (fact_free);
  metadata->heading = NP_DOM_NONE;
  return metadata;
}

/**
 * np_metadata_free:
 * @metadata: (transfer full) (nullable): facts
 */
void
np_metadata_free (NpMetadata *metadata)
{
  if (metadata == NULL)
    return;
  for (guint i = 0; i < NP_N_FACTS; i++)
    g_ptr_array_unref (metadata->facts[i]);
  g_free (metadata->locale);
  g_free (metadata->slug);
  g_free (metadata);
}

/**
 * np_metadata_add:
 * @metadata: facts
 * @kind: what it is about
 * @value: (nullable): what is said; nothing is added when it is empty
 * @source: (transfer none): a static string
 * @trust: how far to believe it
 */
void
np_metadata_add (NpMetadata *metadata, NpFactKind kind, const char *value, const char *source, int trust)
{
  g_autofree char *clean = kind == NP_FACT_BODY ? g_strdup (value) : np_text_clean (value);
  NpFact *fact;

  if (metadata->facts[kind]->len >= FACTS_MAX || np_text_is_empty (clean))
    return;
  fact = g_new0 (NpFact, 1);
  fact->value = g_steal_pointer (&clean);
  fact->source = source;
  fact->trust = trust;
  g_ptr_array_add (metadata->facts[kind], fact);
}

/**
 * np_metadata_best:
 * @metadata: facts
 * @kind: what about
 *
 * Returns: (transfer none) (nullable): the fact that is trusted most, the first of those
 */
const NpFact *
np_metadata_best (const NpMetadata *metadata, NpFactKind kind)
{
  const NpFact *best = NULL;

  for (guint i = 0; i < metadata->facts[kind]->len; i++)
    {
      const NpFact *fact = metadata->facts[kind]->pdata[i];

      if (best == NULL || fact->trust > best->trust)
        best = fact;
    }
  return best;
}

/* The part of the address with the most words, which are mostly those of the headline. */
static char *
dup_slug (const char *url)
{
  const char *path = url != NULL ? g_strrstr (url, "://") : NULL;
  g_autofree char *whole = NULL, *plain = NULL;
  g_auto (GStrv) parts = NULL;
  guint best = 0;

  path = path != NULL ? strchr (path + 3, '/') : NULL;
  if (path == NULL)
    return NULL;
  whole = g_strndup (path, strcspn (path, "?#"));
  plain = g_uri_unescape_string (whole, NULL);
  parts = g_strsplit (plain != NULL && g_utf8_validate (plain, -1, NULL) ? plain : whole, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (strlen (parts[i]) >= strlen (parts[best]))
      best = i;
  return parts[0] != NULL && strlen (parts[best]) > 8 ? g_strdup (parts[best]) : NULL;
}

/**
 * np_metadata_read:
 * @metadata: facts; gets more
 * @dom: a parsed page
 * @url: (nullable): its address
 *
 * Asks every reader.
 */
void
np_metadata_read (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  const char *language = np_dom_attribute (dom, 0, "lang");
  g_autofree char *domain = np_uri_dup_domain (url);

  metadata->locale =
      np_metadata_dup_locale (language != NULL ? language : np_dom_attribute (dom, 0, "xml:lang"), domain);
  metadata->slug = dup_slug (url);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i](metadata, dom, url);
}
