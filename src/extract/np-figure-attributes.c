#include "extract/np-figure-attributes.h"

#include "base/np-text.h"
#include "extract/np-caption.h"
#include "extract/np-credit-line.h"
#include "extract/np-json-ld.h"

#include <string.h>

/* A longer value is no caption. */
#define VALUE_MAX 4000

/* So many nodes around an image the element is looked for that it names. */
#define NEAR 200

/* So many elements around an image may say something about it. */
#define STEPS 4

/* Where galleries and scripts keep the words they show with a photo. */
static const char *const captions[] = { "data-caption",          "data-image-caption",     "data-img-caption",
                                        "data-photo-caption",    "data-lightbox-caption",  "data-sub-html",
                                        "data-fancybox-caption", "data-image-description", "data-legend" };
static const char *const credits[] = { "data-credit",       "data-credits",      "data-copyright",
                                       "data-photo-credit", "data-image-credit", "data-img-credit",
                                       "data-photographer", "data-attribution",  "data-photo-author",
                                       "data-image-author" };
static const char *const caption_members[] = { "caption", "legend", "description" };
static const char *const credit_members[] = { "credit", "creditText", "copyright", "photographer", "attribution" };

/* Some values are markup. */
static char *
without_tags (const char *value)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = value; *p != '\0'; p++)
    if (*p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/'))
      {
        inside = TRUE;
        g_string_append_c (out, '\n');
      }
    else if (inside)
      inside = *p != '>';
    else
      g_string_append_c (out, *p == '\n' ? ' ' : *p);
  return g_strdup (out->str);
}

/* The first of the attributes @names that says something, as lines. */
static char *
dup_first (const NpDom *dom, guint node, const char *const *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    {
      const char *value = np_dom_attribute (dom, node, names[i]);
      g_autofree char *text = value != NULL && strlen (value) < VALUE_MAX ? without_tags (value) : NULL;

      if (!np_text_is_empty (text) && np_text_count_words (text) > 0)
        return g_steal_pointer (&text);
    }
  return NULL;
}

static char *
dup_member (JsonObject *object, const char *const *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    {
      g_autofree char *value =
          json_object_has_member (object, names[i]) ? np_json_ld_dup_member (object, names[i]) : NULL;

      if (!np_text_is_empty (value) && strlen (value) < VALUE_MAX)
        return without_tags (value);
    }
  return NULL;
}

/* Data for a script: {"src": "…", "copyright": "…", "caption": "…"}. */
static gboolean
read_json (const char *value, char **caption, char **credit)
{
  g_autoptr (JsonNode) root = NULL;

  if (*value != '{' || strlen (value) > 4 * VALUE_MAX || strstr (value, "\"c") == NULL)
    return FALSE;
  root = np_json_ld_parse (value);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  *caption = dup_member (json_node_get_object (root), caption_members, G_N_ELEMENTS (caption_members));
  *credit = dup_member (json_node_get_object (root), credit_members, G_N_ELEMENTS (credit_members));
  return *caption != NULL || *credit != NULL;
}

static void
read_data (const NpDom *dom, guint node, char **caption, char **credit)
{
  const GumboVector *attributes = &dom->nodes[node].source->v.element.attributes;

  *caption = dup_first (dom, node, captions, G_N_ELEMENTS (captions));
  *credit = dup_first (dom, node, credits, G_N_ELEMENTS (credits));
  for (guint i = 0; *caption == NULL && *credit == NULL && i < attributes->length; i++)
    if (read_json (((const GumboAttribute *) attributes->data[i])->value, caption, credit))
      return;
}

/* "The ferry leaves | © Jane Roe": a tooltip or an alternative text that ends in a credit. What stands before it is a
 * caption in a tooltip, which readers see. */
static void
read_credit_behind (const char *text, gboolean is_seen, NpFigure *figure)
{
  g_autofree char *caption = NULL, *credit = NULL;

  if (text == NULL || strlen (text) > VALUE_MAX || !np_credit_line_is_labelled (text))
    return;
  np_credit_line_split (text, &caption, &credit);
  /* "PHOTO: The ferry leaves", "Image: a ferry": alternative texts begin so, and mean no credit. */
  if (!is_seen && caption == NULL && !g_str_has_prefix (text, "©"))
    return;
  if (is_seen && credit != NULL && figure->caption == NULL
      && (figure->credit == NULL || strcmp (figure->credit, credit) == 0))
    figure->caption = g_steal_pointer (&caption);
  if (figure->credit == NULL)
    figure->credit = g_steal_pointer (&credit);
}

static guint
find_near (const NpDom *dom, guint node, const char *id)
{
  for (guint i = node - MIN (node, NEAR); i < MIN (dom->n_nodes, node + NEAR); i++)
    if (g_strcmp0 (np_dom_attribute (dom, i, "id"), id) == 0)
      return i;
  return NP_DOM_NONE;
}

/* `<img aria-describedby=words>` … `<p id=words class=sr-only>`: what nobody sees is no text of the story, but the
 * image names it as its own words. */
static void
read_described (const NpDom *dom, guint image, NpFigure *figure)
{
  const char *id = np_dom_attribute (dom, image, "aria-describedby");
  guint node = id != NULL && figure->caption == NULL ? find_near (dom, image, id) : NP_DOM_NONE;
  g_autofree char *text = NULL;

  if (node == NP_DOM_NONE
      || ((dom->nodes[node].flags & NP_DOM_HIDDEN) == 0 && (dom->nodes[node].names & NP_NAME_HIDDEN) == 0))
    return;
  text = np_dom_dup_text (dom, node);
  if (np_text_count_words (text) == 0 || strlen (text) > VALUE_MAX)
    return;
  if (figure->credit == NULL)
    np_credit_line_split (text, &figure->caption, &figure->credit);
  else
    figure->caption = g_steal_pointer (&text);
}

/**
 * np_figure_attributes_read:
 * @dom: a parsed page
 * @image: an image element
 * @figure: gets the caption and the credit that are not known yet
 *
 * Reads the words of a photo out of the attributes of its image and of the elements around it: data for galleries, a
 * title or an alternative text that ends in a credit.
 */
void
np_figure_attributes_read (const NpDom *dom, guint image, NpFigure *figure)
{
  guint end = dom->nodes[image].end;

  for (guint node = image, steps = 0; node != NP_DOM_NONE && steps < STEPS; node = dom->nodes[node].parent, steps++)
    {
      g_autofree char *words = NULL, *named = NULL, *caption = NULL, *credit = NULL;

      /* An element with more in it than this photo. */
      if (dom->nodes[node].end - node > 40 + end - image || dom->nodes[node].tag == GUMBO_TAG_BODY)
        break;
      read_data (dom, node, &words, &named);
      if (words != NULL || named != NULL)
        {
          np_caption_part (words != NULL ? words : "", named != NULL ? named : "", &caption, &credit);
          if (figure->caption == NULL)
            figure->caption = g_steal_pointer (&caption);
          if (figure->credit == NULL)
            figure->credit = g_steal_pointer (&credit);
        }
      read_credit_behind (np_dom_attribute (dom, node, "title"), TRUE, figure);
    }
  read_described (dom, image, figure);
  read_credit_behind (np_dom_attribute (dom, image, "alt"), FALSE, figure);
  np_caption_cut_credit (figure->caption, figure->credit);
}
