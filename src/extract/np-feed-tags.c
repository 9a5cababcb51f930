#include "extract/np-feed-tags.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-feed-date.h"

#include <string.h>

/* More than any feed says of a story. */
#define MAX_TAGS 64

/* What is being filled: a feed or an entry, and the rank of what is in each of its members. */
typedef struct
{
  const NpFeedXml *xml;
  gpointer record;
  NpFeedEntry *entry; /* (nullable) the same, when it is one */
  char *language;     /* (nullable) for dates */
  guint ranks[32];
} Target;

static gboolean
has_elements (xmlNode *node)
{
  return np_feed_xml_first (node) != NULL;
}

/* Markup that stands in an element, whichever way it stands there. */
static char *
dup_markup (xmlNode *node)
{
  return has_elements (node) ? np_feed_xml_dup_html (node) : np_feed_xml_dup_text (node);
}

static char *
dup_base64 (const char *text)
{
  gsize length = 0;
  g_autofree guchar *bytes = g_base64_decode (text, &length);

  return g_utf8_make_valid ((const char *) bytes, (gssize) length);
}

/* An Atom text construct or content element (RFC 4287, 3.1 and 4.1.3; Atom 0.3, 3.1): what it holds, and of what kind.
 */
static char *
dup_construct (xmlNode *node, NpFeedTextKind *kind)
{
  g_autofree char *type = np_feed_xml_dup_attribute (node, "type"), *mode = np_feed_xml_dup_attribute (node, "mode");
  g_autofree char *text = NULL;
  gboolean escaped = g_strcmp0 (mode, "escaped") == 0;

  if (type != NULL)
    {
      char *down = g_ascii_strdown (type, -1);

      g_free (type);
      type = g_strstrip (down);
    }
  *kind = NP_FEED_TEXT_HTML;
  if (has_elements (node) && !escaped)
    return np_feed_xml_dup_html (node);
  text = np_feed_xml_dup_text (node);
  if (np_text_is_empty (type))
    *kind = NP_FEED_TEXT_UNSAID;
  else if (g_str_equal (type, "text") || (g_str_has_prefix (type, "text/") && !g_str_has_prefix (type, "text/html")))
    *kind = NP_FEED_TEXT_PLAIN;
  if (g_strcmp0 (mode, "base64") == 0
      || (!np_text_is_empty (type) && strchr (type, '/') != NULL && !g_str_has_prefix (type, "text/")
          && !g_str_has_suffix (type, "xml") && !escaped))
    {
      if (*kind == NP_FEED_TEXT_HTML && !g_str_has_prefix (type, "text/html"))
        *kind = NP_FEED_TEXT_UNSAID;
      return dup_base64 (text);
    }
  return g_steal_pointer (&text);
}

static char *
dup_child_line (const NpFeedXml *xml, xmlNode *node, const char *name)
{
  for (xmlNode *child = np_feed_xml_first (node); child != NULL; child = np_feed_xml_next (child))
    if (g_ascii_strcasecmp (np_feed_xml_name (child), name) == 0)
      {
        g_autofree char *text = np_feed_xml_dup_text (child);

        return np_feed_text_line (text, NP_FEED_TEXT_UNSAID);
      }
  return NULL;
}

/* "Name (address)" of an Atom person, or what else is written. */
static char *
dup_person (const NpFeedXml *xml, xmlNode *node)
{
  g_autofree char *name = dup_child_line (xml, node, "name"), *email = dup_child_line (xml, node, "email"),
                  *text = NULL;

  if (!np_text_is_empty (name) && !np_text_is_empty (email))
    return g_strdup_printf ("%s (%s)", name, email);
  if (!np_text_is_empty (name) || !np_text_is_empty (email))
    return !np_text_is_empty (name) ? g_steal_pointer (&name) : g_steal_pointer (&email);
  text = has_elements (node) ? np_feed_xml_dup_html (node) : np_feed_xml_dup_text (node);
  return np_feed_text_line (text, has_elements (node) ? NP_FEED_TEXT_HTML : NP_FEED_TEXT_UNSAID);
}

static void
add_tag (NpFeedEntry *entry, char *take_tag)
{
  g_autofree char *tag = take_tag;

  if (entry == NULL || tag == NULL || *tag == '\0' || entry->tags->len >= MAX_TAGS)
    return;
  for (guint i = 0; i < entry->tags->len; i++)
    if (g_str_equal (entry->tags->pdata[i], tag))
      return;
  g_ptr_array_add (entry->tags, g_steal_pointer (&tag));
}

static void
read_tag (Target *target, xmlNode *node, gboolean several)
{
  static const char *const attributes[] = { "label", "term", "text" };
  g_autofree char *text = np_feed_xml_dup_text (node);
  g_auto (GStrv) parts = several ? g_strsplit (text, ",", MAX_TAGS) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    add_tag (target->entry, np_feed_text_line (parts[i], NP_FEED_TEXT_UNSAID));
  if (several)
    return;
  for (guint i = 0; np_text_is_empty (text) && i < G_N_ELEMENTS (attributes); i++)
    {
      g_free (text);
      text = np_feed_xml_dup_attribute (node, attributes[i]);
    }
  add_tag (target->entry, np_feed_text_line (text, NP_FEED_TEXT_UNSAID));
}

static void
read_file (Target *target, xmlNode *node)
{
  g_autofree char *said = np_feed_xml_dup_attribute (node, "url"), *href = np_feed_xml_dup_attribute (node, "href");
  g_autofree char *url = np_feed_xml_dup_url (target->xml, node, said != NULL ? said : href);
  g_autofree char *length = np_feed_xml_dup_attribute (node, "length"),
                  *size = np_feed_xml_dup_attribute (node, "filesize");
  NpFeedEnclosure *file;

  if (target->entry == NULL || url == NULL || target->entry->enclosures->len >= MAX_TAGS)
    return;
  file = np_feed_enclosure_new (url);
  file->type = np_feed_xml_dup_attribute (node, "type");
  if (length != NULL || size != NULL)
    file->length = g_ascii_strtoull (length != NULL ? length : size, NULL, 10);
  g_ptr_array_add (target->entry->enclosures, file);
}

/* RSS writes the address as text, Atom as an attribute, and feeds either way in both. */
static char *
dup_link (Target *target, xmlNode *node, guint *rank)
{
  g_autofree char *text = np_feed_xml_dup_text (node), *clean = np_text_clean (text);
  g_autofree char *href = np_feed_xml_dup_attribute (node, "href"), *rel = np_feed_xml_dup_attribute (node, "rel");
  g_autofree char *type = np_feed_xml_dup_attribute (node, "type");

  if (g_strcmp0 (rel, "enclosure") == 0)
    {
      read_file (target, node);
      return NULL;
    }
  if (rel != NULL && *rel != '\0' && !g_str_has_suffix (rel, "alternate"))
    return NULL;
  if (type != NULL && strstr (type, "html") == NULL)
    *rank += 1;
  return np_feed_xml_dup_url (target->xml, node, !np_text_is_empty (href) ? href : clean);
}

static char *
dup_value (Target *target, const NpFeedTag *tag, xmlNode *node, guint *rank)
{
  g_autofree char *text = NULL;
  NpFeedTextKind kind;

  switch (tag->as)
    {
    case NP_FEED_AS_LINE:
      text = dup_markup (node);
      return np_feed_text_line (text, has_elements (node) ? NP_FEED_TEXT_HTML : NP_FEED_TEXT_UNSAID);
    case NP_FEED_AS_ID:
      text = np_feed_xml_dup_text (node);
      return np_feed_text_line (text, NP_FEED_TEXT_PLAIN);
    case NP_FEED_AS_HTML:
      text = dup_markup (node);
      return np_feed_text_line (text, NP_FEED_TEXT_HTML);
    case NP_FEED_AS_STORY:
      text = dup_markup (node);
      return np_feed_text_lines (text, NP_FEED_TEXT_HTML);
    case NP_FEED_AS_TEXT:
      text = dup_construct (node, &kind);
      return np_feed_text_line (text, kind);
    case NP_FEED_AS_BODY:
      text = dup_construct (node, &kind);
      return np_feed_text_lines (text, kind);
    case NP_FEED_AS_DATE:
      text = np_feed_xml_dup_text (node);
      return np_feed_date_parse (text, target->language);
    case NP_FEED_AS_PERSON:
      return dup_person (target->xml, node);
    case NP_FEED_AS_LINK:
      return dup_link (target, node, rank);
    case NP_FEED_AS_TAG:
    case NP_FEED_AS_TAGS:
      read_tag (target, node, tag->as == NP_FEED_AS_TAGS);
      return NULL;
    case NP_FEED_AS_FILE:
      read_file (target, node);
      return NULL;
    }
  return NULL;
}

/* A text without words, such as one that is but a picture, is not the same as none. */
static gboolean
may_be_empty (NpFeedAs as)
{
  return as == NP_FEED_AS_LINE || as == NP_FEED_AS_HTML || as == NP_FEED_AS_STORY || as == NP_FEED_AS_TEXT
         || as == NP_FEED_AS_BODY;
}

/* Gives @node's value to its field if it counts more than what is there. */
static void
read_element (Target *target, const NpFeedTag *tag, xmlNode *node)
{
  guint rank = tag->rank + 1; /* 0 = nothing yet */
  g_autofree char *value = dup_value (target, tag, node, &rank);
  char **field = G_STRUCT_MEMBER_P (target->record, tag->field);
  guint *held = &target->ranks[tag->field / sizeof (char *)];

  if (value == NULL || (*value == '\0' && !may_be_empty (tag->as)))
    return;
  if (*value == '\0')
    rank = G_MAXUINT; /* anything says more */
  if (*held == rank && tag->as == NP_FEED_AS_PERSON)
    {
      char *joined = g_strdup_printf ("%s, %s", *field, value);

      g_free (*field);
      *field = joined;
      return;
    }
  if (*held != 0 && (rank > *held || (rank == *held && tag->as != NP_FEED_AS_DATE)))
    return;
  g_free (*field);
  *field = g_steal_pointer (&value);
  *held = rank;
}

static void
read_by (Target *target, const NpFeedTag *tags, xmlNode *node)
{
  NpFeedNs ns = np_feed_xml_ns (target->xml, node);
  const char *name = np_feed_xml_name (node);

  for (; tags != NULL && tags->name != NULL; tags++)
    if (tags->ns == ns && g_ascii_strcasecmp (tags->name, name) == 0)
      read_element (target, tags, node);
}

static void
read_children (Target *target, xmlNode *parent, const NpFeedTag *tags, const NpFeedTag *modules)
{
  for (xmlNode *node = np_feed_xml_first (parent); node != NULL; node = np_feed_xml_next (node))
    {
      read_by (target, tags, node);
      read_by (target, modules, node);
      /* A group is as if it were not there. */
      if (np_feed_xml_is (target->xml, node, NP_FEED_NS_MEDIA, "group"))
        for (xmlNode *inner = np_feed_xml_first (node); inner != NULL; inner = np_feed_xml_next (inner))
          read_by (target, modules, inner);
    }
}

/**
 * np_feed_tags_read_feed:
 * @xml: a document
 * @parent: the element that holds what is said of the feed
 * @tags: the format's
 * @modules: (nullable): those of other namespaces
 * @feed: what to fill
 *
 * Reads what the children of @parent say of the feed, by the tables.
 */
void
np_feed_tags_read_feed (const NpFeedXml *xml, xmlNode *parent, const NpFeedTag *tags, const NpFeedTag *modules,
                        NpFeed *feed)
{
  Target target = { .xml = xml, .record = feed };

  target.language = np_feed_xml_dup_language (parent);
  read_children (&target, parent, tags, modules);
  if (feed->language == NULL)
    feed->language = g_steal_pointer (&target.language);
  g_free (target.language);
}

/**
 * np_feed_tags_read_entry:
 * @xml: a document
 * @parent: the element of an entry
 * @tags: the format's
 * @modules: (nullable): those of other namespaces
 * @entry: what to fill
 *
 * Reads what the children of @parent say of the entry, by the tables.
 */
void
np_feed_tags_read_entry (const NpFeedXml *xml, xmlNode *parent, const NpFeedTag *tags, const NpFeedTag *modules,
                         NpFeedEntry *entry)
{
  Target target = { .xml = xml, .record = entry, .entry = entry };

  target.language = np_feed_xml_dup_language (parent);
  read_children (&target, parent, tags, modules);
  if (entry->language == NULL)
    entry->language = g_steal_pointer (&target.language);
  g_free (target.language);
}
