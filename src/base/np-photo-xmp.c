#include "base/np-photo-xmp.h"

#include <string.h>

/* The bytes come from strangers. GMarkup reads without recursion, and knows no entities but the five of XML. */

#define LARGEST_PACKET (512 * 1024)
#define DEEPEST        64
#define LONGEST_TEXT   16000

#define DUBLIN_CORE "http://purl.org/dc/elements/1.1/"
#define PHOTOSHOP   "http://ns.adobe.com/photoshop/1.0/"

/* XMP specification part 1, 8.3–8.4; IPTC Photo Metadata, XMP properties. */
static const struct
{
  const char *space;
  const char *name;
  NpPhotoFactKind kind;
} facts_of[] = {
  { DUBLIN_CORE, "description", NP_PHOTO_CAPTION }, { DUBLIN_CORE, "creator", NP_PHOTO_CREATOR },
  { DUBLIN_CORE, "rights", NP_PHOTO_COPYRIGHT },    { PHOTOSHOP, "Credit", NP_PHOTO_CREDIT },
  { PHOTOSHOP, "Source", NP_PHOTO_SOURCE },
};

typedef struct
{
  NpPhotoFacts *facts;
  GHashTable *spaces; /* char* prefix → char* namespace */
  guint depth;
  guint inside; /* the depth of the property that is read, 0 = none */
  NpPhotoFactKind kind;
  GString *text;  /* of the property, or of its item */
  GString *items; /* those before it */
} Reader;

static gboolean
find_kind (Reader *reader, const char *name, NpPhotoFactKind *kind)
{
  const char *colon = strchr (name, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (name, colon - name) : NULL;
  const char *space = prefix != NULL ? g_hash_table_lookup (reader->spaces, prefix) : NULL;

  for (guint i = 0; space != NULL && i < G_N_ELEMENTS (facts_of); i++)
    if (strcmp (facts_of[i].space, space) == 0 && strcmp (facts_of[i].name, colon + 1) == 0)
      {
        *kind = facts_of[i].kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_item (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL && strcmp (colon + 1, "li") == 0;
}

static void
start_element (GMarkupParseContext *context, const char *name, const char **names, const char **values,
               gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  gboolean by_default = FALSE;
  NpPhotoFactKind kind;

  if (++reader->depth > DEEPEST)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "too deep");
      return;
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "xmlns:") && g_hash_table_size (reader->spaces) < 200)
        g_hash_table_insert (reader->spaces, g_strdup (names[i] + strlen ("xmlns:")), g_strdup (values[i]));
      by_default |= strcmp (names[i], "xml:lang") == 0 && strcmp (values[i], "x-default") == 0;
    }
  /* The short form of RDF: properties as attributes. */
  for (guint i = 0; reader->inside == 0 && names[i] != NULL; i++)
    if (find_kind (reader, names[i], &kind))
      np_photo_facts_offer (reader->facts, kind, values[i], strlen (values[i]));
  if (reader->inside == 0 && find_kind (reader, name, &reader->kind))
    {
      reader->inside = reader->depth;
      g_string_truncate (reader->text, 0);
      g_string_truncate (reader->items, 0);
    }
  else if (reader->inside > 0 && is_item (name))
    {
      g_string_truncate (reader->text, 0);
      if (by_default && reader->kind != NP_PHOTO_CREATOR)
        g_string_truncate (reader->items, 0);
    }
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  /* The languages of a text are alternatives; creators are a list. */
  if (reader->inside > 0 && is_item (name))
    {
      if (reader->kind == NP_PHOTO_CREATOR && reader->items->len > 0 && reader->text->len > 0)
        g_string_append (reader->items, ", ");
      if (reader->kind == NP_PHOTO_CREATOR || reader->items->len == 0)
        g_string_append (reader->items, reader->text->str);
      g_string_truncate (reader->text, 0);
    }
  if (reader->inside == reader->depth)
    {
      GString *text = reader->items->len > 0 ? reader->items : reader->text;

      np_photo_facts_offer (reader->facts, reader->kind, text->str, text->len);
      reader->inside = 0;
    }
  reader->depth--;
}

static void
add_text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (reader->inside > 0 && reader->text->len + reader->items->len + length < LONGEST_TEXT)
    g_string_append_len (reader->text, text, (gssize) length);
}

/**
 * np_photo_xmp_read:
 * @facts: gets what is found and was not known
 * @data: an XMP packet in UTF-8
 * @size: its length in bytes
 *
 * Reads dc:description, dc:creator, dc:rights, photoshop:Credit and photoshop:Source (ISO 16684-1). Where a packet is
 * broken, what stands before that place counts.
 */
void
np_photo_xmp_read (NpPhotoFacts *facts, const guint8 *data, gsize size)
{
  static const GMarkupParser parser = { .start_element = start_element, .end_element = end_element, .text = add_text };
  g_autoptr (GHashTable) spaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) text = g_string_new (NULL), items = g_string_new (NULL);
  Reader reader = { .facts = facts, .spaces = spaces, .text = text, .items = items };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *packet = NULL;

  g_return_if_fail (facts != NULL);

  if (data == NULL || size > LARGEST_PACKET)
    return;
  packet = g_utf8_make_valid ((const char *) data, (gssize) strnlen ((const char *) data, size));
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  if (g_markup_parse_context_parse (context, packet, -1, NULL))
    g_markup_parse_context_end_parse (context, NULL);
}
