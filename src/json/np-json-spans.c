#include "json/np-json-body.h"

#include "base/np-uri.h"
#include "json/np-json-object.h"

/**
 * np_json_href_is_safe:
 * @href: (nullable): what a file says
 *
 * A link is opened when somebody clicks on it, so nothing passes that could run or read local files.
 *
 * Returns: whether @href is an absolute http, https or mailto address
 */
gboolean
np_json_href_is_safe (const char *href)
{
  if (href == NULL || !g_utf8_validate (href, -1, NULL))
    return FALSE;
  return np_uri_is_web (href) || (g_ascii_strncasecmp (href, "mailto:", 7) == 0 && href[7] != '\0');
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const NpSpan *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* Gives whether @object is a span of this version. One that marks nothing of the text, or a link that leads nowhere
 * good, is one too, and is passed over; one that ends behind the text (somebody shortened it by hand) is cut. */
static gboolean
read_span (JsonObject *object, NpBlock *block, guint length)
{
  JsonNode *style_node = json_object_get_member (object, "style"), *href_node;
  guint start, end;
  NpSpanStyle style;
  const char *href = NULL;

  if (style_node == NULL || !JSON_NODE_HOLDS_VALUE (style_node)
      || !np_span_style_from_string (json_node_get_string (style_node), &style)
      || !np_json_get_uint (object, "start", G_MAXUINT, &start) || !np_json_get_uint (object, "end", G_MAXUINT, &end))
    return FALSE;
  href_node = json_object_get_member (object, "href");
  if (style == NP_SPAN_LINK)
    {
      href = href_node != NULL && JSON_NODE_HOLDS_VALUE (href_node) ? json_node_get_string (href_node) : NULL;
      if (!np_json_href_is_safe (href))
        return TRUE;
    }
  np_block_add_span (block, start, MIN (end, length), style, href);
  return TRUE;
}

/**
 * np_json_take_spans:
 * @object: a block on disk
 * @block: the same under construction, its text set
 *
 * Reads the member "spans", sorted by their start. Those of a style that is not known stay in the member.
 */
void
np_json_take_spans (JsonObject *object, NpBlock *block)
{
  JsonArray *array = np_json_get_array (object, "spans");
  g_autoptr (JsonArray) others = json_array_new ();
  guint length = block->text != NULL ? (guint) g_utf8_strlen (block->text, -1) : 0;

  np_json_take_null (object, "spans");
  if (array == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (node) || !read_span (json_node_get_object (node), block, length))
        json_array_add_element (others, json_node_copy (node));
    }
  if (block->spans != NULL)
    g_array_sort (block->spans, compare_spans);
  if (json_array_get_length (others) > 0)
    json_object_set_array_member (object, "spans", g_steal_pointer (&others));
  else
    json_object_remove_member (object, "spans");
}

/**
 * np_json_spans_to_array:
 * @block: a block
 *
 * Returns: (transfer full): its spans
 */
JsonArray *
np_json_spans_to_array (const NpBlock *block)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const NpSpan *span = &g_array_index (block->spans, NpSpan, i);
      JsonObject *object;

      if (span->style == NP_SPAN_LINK && !np_json_href_is_safe (span->href))
        continue;
      object = json_object_new ();
      json_object_set_int_member (object, "start", span->start);
      json_object_set_int_member (object, "end", span->end);
      json_object_set_string_member (object, "style", np_span_style_to_string (span->style));
      if (span->style == NP_SPAN_LINK)
        json_object_set_string_member (object, "href", span->href);
      json_array_add_object_element (array, object);
    }
  return array;
}
