#include "extract/np-metadata.h"

#include <string.h>

/* Data for scripts that are not JSON-LD: `"publishedAt": "2018-05-31T15:48:00Z"` in a script or in an attribute. */

/* The longest name and value that are read, and the most of them. */
#define NAME_LENGTH  40
#define VALUE_LENGTH 60
#define FOUND_MAX    12

static const struct
{
  const char *name; /* letters alone, in lower case */
  NpFactKind kind;
} keys[] = {
  { "datepublished", NP_FACT_PUBLISHED },
  { "publisheddate", NP_FACT_PUBLISHED },
  { "publishedat", NP_FACT_PUBLISHED },
  { "publishedon", NP_FACT_PUBLISHED },
  { "publishdate", NP_FACT_PUBLISHED },
  { "publishedtime", NP_FACT_PUBLISHED },
  { "publishtime", NP_FACT_PUBLISHED },
  { "publicationdate", NP_FACT_PUBLISHED },
  { "publicationtime", NP_FACT_PUBLISHED },
  { "pubdate", NP_FACT_PUBLISHED },
  { "firstpublished", NP_FACT_PUBLISHED },
  { "firstpublishedat", NP_FACT_PUBLISHED },
  { "firstpublisheddate", NP_FACT_PUBLISHED },
  { "firstpublicationdate", NP_FACT_PUBLISHED },
  { "articlepublicationdate", NP_FACT_PUBLISHED },
  { "articlepublisheddate", NP_FACT_PUBLISHED },
  { "articlepubdate", NP_FACT_PUBLISHED },
  { "publishingdate", NP_FACT_PUBLISHED },
  { "cmspublishingdate", NP_FACT_PUBLISHED },
  { "datemodified", NP_FACT_UPDATED },
  { "updatedat", NP_FACT_UPDATED },
  { "modifieddate", NP_FACT_UPDATED },
};

typedef struct
{
  NpMetadata *metadata;
  guint found;
} Reader;

/* The name that ends in the byte before @end: letters, digits, `_`, `-`, `.` and `:` between quotes or none. */
static gboolean
read_name (const char *start, const char *p, char *name, const char **behind)
{
  const char *from = p, *to = p;
  guint length = 0;

  while (from > start && (g_ascii_isalnum (from[-1]) || from[-1] == '_' || from[-1] == '-') && to - from < NAME_LENGTH)
    from--;
  while (g_ascii_isalnum (*to) || *to == '_' || *to == '-')
    to++;
  if (to - from > NAME_LENGTH)
    return FALSE;
  for (; from < to; from++)
    if (g_ascii_isalpha (*from))
      name[length++] = g_ascii_tolower (*from);
  name[length] = '\0';
  *behind = to;
  return TRUE;
}

/* What stands behind a name: `":"…"`, `\":\"…\"`, `: 1527781680`. */
static char *
dup_value (const char *p)
{
  const char *end;

  p += strspn (p, "\\\"' ");
  if (*p != ':' && *p != '=')
    return NULL;
  p++;
  p += strspn (p, "\\\"' ");
  end = p + strcspn (p, "\\\"'<>{}[];\n");
  /* A number ends at the comma; dates hold some. */
  if (g_ascii_isdigit (*p) && p[strspn (p, "0123456789")] == ',')
    end = p + strspn (p, "0123456789");
  return end - p >= 8 && end - p <= VALUE_LENGTH && strpbrk (p, "0123456789") != NULL ? g_strndup (p, end - p) : NULL;
}

static void
read_data (Reader *reader, const char *text)
{
  const char *p = text;

  while (reader->found < FOUND_MAX && (p = strpbrk (p, "puPUmM")) != NULL)
    {
      char name[NAME_LENGTH + 1];
      g_autofree char *value = NULL;
      const char *behind;

      if (g_ascii_strncasecmp (p, "pub", 3) != 0 && g_ascii_strncasecmp (p, "updated", 7) != 0
          && g_ascii_strncasecmp (p, "modified", 8) != 0)
        {
          p++;
          continue;
        }
      if (!read_name (text, p, name, &behind))
        {
          p += 3;
          continue;
        }
      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        if (strcmp (name, keys[i].name) == 0)
          {
            value = dup_value (behind);
            np_metadata_add (reader->metadata, keys[i].kind, value, "script", 44 - (int) reader->found);
            reader->found += value != NULL;
          }
      p = MAX (behind, p + 3);
    }
}

static void
read_attributes (Reader *reader, const NpDom *dom, guint node)
{
  const GumboVector *attributes = &dom->nodes[node].source->v.element.attributes;

  for (guint i = 0; i < attributes->length; i++)
    {
      const GumboAttribute *attribute = attributes->data[i];

      if (*attribute->value == '{' || *attribute->value == '[')
        read_data (reader, attribute->value);
    }
}

/**
 * np_metadata_read_scripts:
 * @metadata: facts; gets the dates in data for scripts
 * @dom: a parsed page
 * @url: (nullable): its address
 */
void
np_metadata_read_scripts (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  Reader reader = { metadata, 0 };

  for (guint i = 0; i < dom->n_nodes && reader.found < FOUND_MAX; i++)
    {
      const char *type;

      if (dom->nodes[i].text != NULL)
        continue;
      read_attributes (&reader, dom, i);
      if (dom->nodes[i].tag != GUMBO_TAG_SCRIPT)
        continue;
      type = np_dom_attribute (dom, i, "type");
      if ((type == NULL || strstr (type, "ld+json") == NULL) && i + 1 < dom->nodes[i].end
          && dom->nodes[i + 1].text != NULL)
        read_data (&reader, dom->nodes[i + 1].text);
    }
}
