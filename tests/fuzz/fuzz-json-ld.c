/* The JSON-LD of a page: read by itself, and in a page. */
#include "extract/np-json-ld.h"
#include "np-fuzz-article.h"
#include "np-fuzz.h"

#include <string.h>

static void
visit (JsonObject *object, const char *name, JsonNode *node, gpointer user_data)
{
  g_autofree char *text = np_json_ld_dup_text (node), *member = np_json_ld_dup_member (object, name);

  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  g_assert_true (member == NULL || g_utf8_validate (member, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size), *valid = g_utf8_make_valid (text, -1);
  g_autoptr (JsonNode) node = np_json_ld_parse (valid);
  g_autofree char *page = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      np_json_ld_is_article (json_node_get_object (node));
      json_object_foreach_member (json_node_get_object (node), visit, NULL);
    }
  page =
      g_strdup_printf ("<html><head><script type=\"application/ld+json\">%s</script></head><body><article><h1>Rain</h1>"
                       "<p>It rained on the square all day, people said, and then it stopped.</article>",
                       valid);
  np_fuzz_read_page ((const guint8 *) page, strlen (page), "text/html", "https://news.example/a");
  return 0;
}
