#include "extract/np-figure-json-ld.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-caption.h"
#include "extract/np-credit-line.h"
#include "extract/np-image-key.h"
#include "extract/np-json-ld.h"

#include <string.h>

/* The most values of one script that are looked at. */
#define VALUES_MAX 4000

static const char *const addresses[] = { "contentUrl", "url", "@id", "thumbnailUrl" };
static const char *const credits[] = { "creditText", "creator", "author", "copyrightHolder", "copyrightNotice" };

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *one = NULL, *other = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  one = np_text_slug (a, 1024);
  other = np_text_slug (b, 1024);
  return strcmp (one, other) == 0;
}

/* Many programs put the headline there, the alternative text, or the name of the file. */
static gboolean
is_caption (const NpArticle *article, const NpFigure *figure, const char *text)
{
  return text != NULL && np_text_count_words (text) >= 4 && strstr (text, "://") == NULL
         && !g_unichar_islower (g_utf8_get_char (text)) && !is_same (text, article->headline)
         && !is_same (text, figure->alt) && !is_same (text, article->site_name);
}

/* The site itself is named for want of anybody. */
static gboolean
is_credit (const NpArticle *article, const char *text)
{
  return !np_text_is_empty (text) && g_utf8_strlen (text, -1) <= 120 && strstr (text, "://") == NULL
         && !is_same (text, article->site_name) && !is_same (text, article->site_domain);
}

static void
fill (const NpArticle *article, NpFigure *figure, JsonObject *object)
{
  g_autofree char *said = np_json_ld_dup_member (object, "caption");
  g_autofree char *caption = NULL, *credit = NULL;

  np_caption_part (said != NULL ? said : "", "", &caption, &credit);
  if (figure->caption == NULL && is_caption (article, figure, caption))
    figure->caption = g_steal_pointer (&caption);
  for (guint i = 0; credit == NULL && i < G_N_ELEMENTS (credits); i++)
    {
      g_autofree char *value = np_json_ld_dup_member (object, credits[i]);

      if (value != NULL && g_utf8_validate (value, -1, NULL) && is_credit (article, value))
        credit = np_credit_line_strip (value);
    }
  if (figure->credit == NULL && is_credit (article, credit))
    figure->credit = g_steal_pointer (&credit);
}

static gboolean
is_image (JsonObject *object)
{
  g_autofree char *type = np_json_ld_dup_member (object, "@type");

  return type != NULL && (g_str_has_suffix (type, "ImageObject") || g_str_has_suffix (type, "Photograph"));
}

/* (nullable): the figure that @object is about, when there is something to be filled in. */
static NpFigure *
find_figure (const NpArticle *article, JsonObject *object, const char *base)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *value = np_json_ld_dup_member (object, addresses[i]);
      g_autofree char *address = value != NULL ? np_uri_resolve (base, value) : NULL;
      g_autofree char *key = address != NULL ? np_image_key (address) : NULL;

      for (guint j = 0; key != NULL && j < article->figures->len; j++)
        {
          NpFigure *figure = article->figures->pdata[j];
          g_autofree char *other = figure->source != NULL ? np_image_key (figure->source) : NULL;

          if (g_strcmp0 (key, other) == 0)
            return figure->caption == NULL || figure->credit == NULL ? figure : NULL;
        }
    }
  return NULL;
}

/* Goes through all values of a script, without recursion. */
static void
apply_script (NpArticle *article, const char *text, const char *base)
{
  g_autoptr (JsonNode) root = np_json_ld_parse (text);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  if (root != NULL)
    g_ptr_array_add (queue, root);
  for (guint i = 0; i < queue->len && i < VALUES_MAX; i++)
    {
      JsonNode *node = queue->pdata[i];
      g_autoptr (GList) members = NULL;

      if (JSON_NODE_HOLDS_ARRAY (node))
        for (guint j = 0; j < json_array_get_length (json_node_get_array (node)); j++)
          g_ptr_array_add (queue, json_array_get_element (json_node_get_array (node), j));
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObject *object = json_node_get_object (node);
          NpFigure *figure = is_image (object) ? find_figure (article, object, base) : NULL;

          if (figure != NULL)
            fill (article, figure, object);
          members = json_object_get_values (object);
          for (GList *l = members; l != NULL; l = l->next)
            g_ptr_array_add (queue, l->data);
        }
    }
}

static gboolean
lacks_words (const NpArticle *article)
{
  for (guint i = 0; i < article->figures->len; i++)
    {
      const NpFigure *figure = article->figures->pdata[i];

      if (figure->source != NULL && (figure->caption == NULL || figure->credit == NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_say_something (const char *text)
{
  static const char *const members[] = { "\"caption\"", "\"creditText\"", "\"copyrightHolder\"",
                                         "\"copyrightNotice\"" };

  if (strstr (text, "ImageObject") == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (strstr (text, members[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * np_figure_json_ld_apply:
 * @article: an article with its figures; they get the captions and credits that the page does not show with them
 * @dom: its parsed page
 * @base: (nullable): the address that its addresses are relative to
 *
 * Reads caption, creditText, creator, copyrightHolder and copyrightNotice of each ImageObject that is one of the
 * figures.
 */
void
np_figure_json_ld_apply (NpArticle *article, const NpDom *dom, const char *base)
{
  for (guint i = 0; i < dom->n_nodes && lacks_words (article); i++)
    {
      const char *type = dom->nodes[i].tag == GUMBO_TAG_SCRIPT ? np_dom_attribute (dom, i, "type") : NULL;

      if (type != NULL && strstr (type, "ld+json") != NULL && i + 1 < dom->nodes[i].end
          && dom->nodes[i + 1].text != NULL && may_say_something (dom->nodes[i + 1].text))
        apply_script (article, dom->nodes[i + 1].text, base);
    }
}
