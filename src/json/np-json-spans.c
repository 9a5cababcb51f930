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

/**
 * np_json_span_has_href:
 * @style: of a span
 *
 * Returns: whether such a span leads somewhere, or is led to
 */
gboolean
np_json_span_has_href (NpSpanStyle style)
{
  return style == NP_SPAN_LINK || style == NP_SPAN_ANCHOR;
}

/* "#" and the name of an anchor: it leads nowhere but to another place of the same story. */
static gboolean
leads_inside (const char *href)
{
  return href != NULL && href[0] == '#' && href[1] != '\0' && g_utf8_validate (href, -1, NULL);
}

/**
 * np_json_span_is_whole:
 * @style: of a span
 * @href: (nullable): where it leads, or its name
 *
 * Returns: whether the span means something: a link that may be followed, an anchor with a name, or any other style
 */
gboolean
np_json_span_is_whole (NpSpanStyle style, const char *href)
{
  if (style == NP_SPAN_LINK)
    return leads_inside (href) || np_json_href_is_safe (href);
  return style != NP_SPAN_ANCHOR || (href != NULL && *href != '\0' && g_utf8_validate (href, -1, NULL));
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const NpSpan *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* Gives the parts of a span of this version. */
static gboolean
read_parts (JsonNode *node, NpSpan *span)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *style = object != NULL ? json_object_get_member (object, "style") : NULL;

  return style != NULL && JSON_NODE_HOLDS_VALUE (style)
         && np_span_style_from_string (json_node_get_string (style), &span->style)
         && np_json_get_uint (object, "start", G_MAXUINT, &span->start)
         && np_json_get_uint (object, "end", G_MAXUINT, &span->end);
}

/* Where a link leads stands in another member than what an anchor is called. */
static const char *
name_of_href (NpSpanStyle style)
{
  return style == NP_SPAN_ANCHOR ? "name" : "href";
}

static const char *
get_href (JsonObject *object, NpSpanStyle style)
{
  JsonNode *node = json_object_get_member (object, name_of_href (style));

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/* A block under construction, and how long its text is in characters. */
typedef struct
{
  NpBlock *block;
  guint length;
} Reading;

/* Gives whether nothing of the span has to be kept besides what @block holds now. A span that marks nothing of the
 * text, or a link that leads nowhere good, is passed over; one that ends behind the text (somebody shortened it by
 * hand) is cut. */
static gboolean
read_span (JsonNode *node, gpointer to)
{
  const Reading *reading = to;
  NpSpan span;
  JsonObject *object;
  guint n_known;

  if (!read_parts (node, &span))
    return FALSE;
  object = json_node_get_object (node);
  if (!np_json_span_is_whole (span.style, get_href (object, span.style)))
    return TRUE;
  np_block_add_span (reading->block, span.start, MIN (span.end, reading->length), span.style,
                     np_json_span_has_href (span.style) ? get_href (object, span.style) : NULL);
  n_known = np_json_span_has_href (span.style) ? 4 : 3;
  return json_object_get_size (object) == n_known;
}

/**
 * np_json_take_spans:
 * @object: a block on disk
 * @block: the same under construction, its text set
 *
 * Reads the member "spans", sorted by their start. Those of a style or with members that are not known stay in the
 * member as well.
 */
void
np_json_take_spans (JsonObject *object, NpBlock *block)
{
  Reading reading = { block, block->text != NULL ? (guint) g_utf8_strlen (block->text, -1) : 0 };

  np_json_take_elements (object, "spans", read_span, &reading);
  if (block->spans != NULL)
    g_array_sort (block->spans, compare_spans);
}

/* Gives what was kept of a span, or a new object. */
static JsonObject *
take_kept (JsonArray *kept, const NpSpan *span)
{
  for (guint i = 0; kept != NULL && i < json_array_get_length (kept); i++)
    {
      JsonNode *node = json_array_get_element (kept, i);
      NpSpan other;

      if (read_parts (node, &other) && other.start == span->start && other.end == span->end
          && other.style == span->style)
        {
          JsonObject *object = json_node_dup_object (node);

          json_array_remove_element (kept, i);
          return object;
        }
    }
  return json_object_new ();
}

/* What was kept of spans that are no more goes with them. */
static void
drop_known (JsonArray *kept)
{
  NpSpan span;

  for (guint i = kept != NULL ? json_array_get_length (kept) : 0; i > 0; i--)
    if (read_parts (json_array_get_element (kept, i - 1), &span))
      json_array_remove_element (kept, i - 1);
}

static JsonObject *
write_span (const NpSpan *span, JsonArray *kept)
{
  g_autoptr (JsonObject) rest = take_kept (kept, span);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "start", span->start);
  json_object_set_int_member (object, "end", span->end);
  json_object_set_string_member (object, "style", np_span_style_to_string (span->style));
  if (np_json_span_has_href (span->style))
    json_object_set_string_member (object, name_of_href (span->style), span->href);
  np_json_put_rest (object, rest);
  return object;
}

/**
 * np_json_spans_to_array:
 * @block: a block
 * @rest: what was kept of it
 *
 * Returns: (transfer full): its spans; what was kept of them is taken out of @rest
 */
JsonArray *
np_json_spans_to_array (const NpBlock *block, JsonObject *rest)
{
  JsonArray *array = json_array_new (), *kept = np_json_get_array (rest, "spans");

  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const NpSpan *span = &g_array_index (block->spans, NpSpan, i);

      if (np_json_span_is_whole (span->style, span->href))
        json_array_add_object_element (array, write_span (span, kept));
    }
  drop_known (kept);
  return array;
}
