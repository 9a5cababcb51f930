#include "json/np-json-article.h"

#include "json/np-json-body.h"
#include "json/np-json-figure.h"
#include "json/np-json-highlight.h"
#include "json/np-json-object.h"
#include "json/np-json-print.h"
#include "json/np-json-provenance.h"
#include "json/np-json-syntax.h"
#include "json/np-json-version.h"
#include "model/np-time.h"

#include <string.h>

#define FORMAT "newsprint-article"

/* The members that are plain strings, by their place in the record. */
typedef struct
{
  const char *name;
  gsize offset;
  gboolean is_time;
} Member;

#define MEMBER(name, field)                                                                                            \
  {                                                                                                                    \
    name, G_STRUCT_OFFSET (NpArticle, field), FALSE                                                                    \
  }
#define TIME(name, field)                                                                                              \
  {                                                                                                                    \
    name, G_STRUCT_OFFSET (NpArticle, field), TRUE                                                                     \
  }

static const Member names_members[] = { MEMBER ("url", url), MEMBER ("canonicalUrl", canonical_url),
                                        MEMBER ("headline", headline), MEMBER ("deck", deck) };
static const Member place_members[] = { MEMBER ("byline", byline), MEMBER ("dateline", dateline) };
static const Member more_members[] = { MEMBER ("section", section), MEMBER ("language", language),
                                       TIME ("published", published), TIME ("updated", updated),
                                       TIME ("saved", saved) };
static const Member site_members[] = { MEMBER ("name", site_name), MEMBER ("domain", site_domain) };

#define FIELD(article, member) G_STRUCT_MEMBER (char *, article, (member)->offset)

static void
take_members (JsonObject *object, NpArticle *article, const Member *members, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_object_get_member (object, members[i].name);
      const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (text != NULL && members[i].is_time && !np_time_is_valid (text))
        continue;
      FIELD (article, members + i) = np_json_take_string (object, members[i].name);
    }
}

static void
put_members (JsonObject *object, JsonObject *rest, const NpArticle *article, const Member *members, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *text = FIELD (article, members + i);

      if (text != NULL && members[i].is_time && !np_time_is_valid (text))
        text = NULL;
      np_json_put_string (object, rest, members[i].name, text);
    }
}

static void
take_id (JsonObject *object, NpArticle *article)
{
  JsonNode *node = json_object_get_member (object, "id");
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (text != NULL && !g_uuid_string_is_valid (text))
    return;
  article->id = np_json_take_string (object, "id");
  for (char *p = article->id; p != NULL && *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
}

static void
take_site (JsonObject *object, NpArticle *article)
{
  JsonObject *site = np_json_get_object (object, "site");

  if (site != NULL)
    take_members (site, article, site_members, G_N_ELEMENTS (site_members));
  np_json_drop_if_empty (object, "site");
}

static void
take_state (JsonObject *object, NpArticle *article)
{
  JsonObject *state = np_json_get_object (object, "state");
  JsonNode *place = state != NULL ? json_object_get_member (state, "place") : NULL;

  if (state != NULL)
    {
      article->read = np_json_take_boolean (state, "read");
      article->starred = np_json_take_boolean (state, "starred");
      article->archived = np_json_take_boolean (state, "archived");
    }
  if (place != NULL && JSON_NODE_HOLDS_VALUE (place) && json_node_get_value_type (place) != G_TYPE_STRING
      && json_node_get_value_type (place) != G_TYPE_BOOLEAN)
    {
      article->place = CLAMP (json_node_get_double (place), 0, 1);
      json_object_remove_member (state, "place");
    }
  np_json_drop_if_empty (object, "state");
}

/**
 * np_json_article_from_bytes:
 * @bytes: a file
 * @error: any of `NP_JSON_ERROR`
 *
 * Reads an article. Members that are absent or null are unknown; what this version does not understand is kept in
 * `unknown` of the article, of its blocks and of its figures. Text, addresses and paths are valid: whatever the file
 * says, no link leads to anything but http, https and mailto, and no file of it lies outside the library. Of a file
 * that a later version wrote it gives what is understood, and `later`: that is to be looked at, not to be written.
 *
 * Returns: (transfer full) (nullable): the article
 */
NpArticle *
np_json_article_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  NpArticle *article;
  guint version;

  g_return_val_if_fail (bytes != NULL, NULL);

  object = np_json_parse_document (bytes, FORMAT, NP_JSON_ARTICLE_VERSION, &version, error);
  if (object == NULL)
    return NULL;
  article = np_article_new ();
  article->later = version > NP_JSON_ARTICLE_VERSION;
  take_id (object, article);
  take_members (object, article, names_members, G_N_ELEMENTS (names_members));
  article->image = np_json_take_string (object, "image");
  np_json_take_strings (object, "authors", article->authors);
  take_members (object, article, place_members, G_N_ELEMENTS (place_members));
  take_site (object, article);
  take_members (object, article, more_members, G_N_ELEMENTS (more_members));
  np_json_take_figures (object, "figures", article->figures);
  np_json_take_blocks (object, "body", article->figures->len, article->body);
  np_json_take_strings (object, "topics", article->topics);
  np_json_take_strings (object, "suggestedTopics", article->suggested_topics);
  np_json_take_strings (object, "keywords", article->keywords);
  np_json_take_strings (object, "diagnostics", article->diagnostics);
  take_state (object, article);
  np_json_take_highlights (object, "highlights", article->highlights);
  article->note = np_json_take_string (object, "note");
  np_json_take_provenance (object, &article->provenance);
  np_json_take_versions (object, "versions", article->versions);
  article->unknown = np_json_take_rest (object);
  return article;
}

static void
put_site (JsonObject *object, JsonObject *rest, const NpArticle *article)
{
  g_autoptr (JsonObject) site_rest = np_json_open_rest_of (rest, "site");
  JsonObject *site = json_object_new ();

  put_members (site, site_rest, article, site_members, G_N_ELEMENTS (site_members));
  np_json_put_rest (site, site_rest);
  np_json_put_object (object, rest, "site", site);
}

static void
put_state (JsonObject *object, JsonObject *rest, const NpArticle *article)
{
  g_autoptr (JsonObject) state_rest = np_json_open_rest_of (rest, "state");
  JsonObject *state = json_object_new ();
  double place = CLAMP (article->place, 0, 1);
  gboolean give_back = place == 0 && json_object_has_member (state_rest, "place");

  np_json_put_boolean (state, state_rest, "read", article->read);
  np_json_put_boolean (state, state_rest, "starred", article->starred);
  np_json_put_boolean (state, state_rest, "archived", article->archived);
  np_json_put (state, state_rest, "place", give_back ? NULL : json_node_init_double (json_node_alloc (), place));
  np_json_put_rest (state, state_rest);
  np_json_put_object (object, rest, "state", state);
}

static void
put_strings_if_any (JsonObject *object, JsonObject *rest, const char *name, GPtrArray *strings)
{
  if (strings->len > 0)
    np_json_put_strings (object, rest, name, strings);
}

/**
 * np_json_article_to_bytes:
 * @article: an article
 *
 * Writes an article with everything that was kept of its file. The same article gives the same bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
np_json_article_to_bytes (const NpArticle *article)
{
  g_autoptr (JsonObject) object = json_object_new (), rest = NULL;

  g_return_val_if_fail (article != NULL, NULL);

  rest = np_json_open_rest (article->unknown);
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", NP_JSON_ARTICLE_VERSION);
  np_json_put_string (object, rest, "id", article->id);
  put_members (object, rest, article, names_members, G_N_ELEMENTS (names_members));
  if (article->image != NULL)
    np_json_put_string (object, rest, "image", article->image);
  np_json_put_strings (object, rest, "authors", article->authors);
  put_members (object, rest, article, place_members, G_N_ELEMENTS (place_members));
  put_site (object, rest, article);
  put_members (object, rest, article, more_members, G_N_ELEMENTS (more_members));
  np_json_put_array (object, rest, "body", np_json_blocks_to_array (article->body));
  np_json_put_array (object, rest, "figures", np_json_figures_to_array (article->figures));
  np_json_put_strings (object, rest, "topics", article->topics);
  np_json_put_strings (object, rest, "suggestedTopics", article->suggested_topics);
  put_strings_if_any (object, rest, "keywords", article->keywords);
  put_strings_if_any (object, rest, "diagnostics", article->diagnostics);
  put_state (object, rest, article);
  np_json_put_array (object, rest, "highlights", np_json_highlights_to_array (article->highlights));
  np_json_put_string (object, rest, "note",
                      article->note == NULL && !json_object_has_member (rest, "note") ? "" : article->note);
  np_json_put_provenance (object, rest, &article->provenance);
  if (article->versions->len > 0)
    np_json_put_array (object, rest, "versions", np_json_versions_to_array (article->versions));
  np_json_put_rest (object, rest);
  return np_json_print_document (object);
}
