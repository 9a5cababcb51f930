#include "extract/np-dom.h"

#include "base/np-text.h"
#include "extract/np-attribute.h"

#include <string.h>

/* The fewest letters of an element of a site's own making that is a block by them. */
#define PARAGRAPH 80

/* Where the walk over the parser's tree stands: an element and which of its children comes next. */
typedef struct
{
  const GumboNode *source;
  guint index; /* of the element in the array */
  guint next;
} Step;

static void *
allocate (void *arena, size_t size)
{
  return np_arena_allocate (arena, size);
}

static void
keep (void *arena, void *memory)
{
  /* Everything goes with the arena. */
}

static NpNames
read_role (const char *role)
{
  static const struct
  {
    const char *role;
    NpNames names;
  } roles[] = { { "navigation", NP_NAME_NAVIGATION }, { "menu", NP_NAME_NAVIGATION },
                { "menubar", NP_NAME_NAVIGATION },    { "dialog", NP_NAME_DIALOG },
                { "alertdialog", NP_NAME_DIALOG },    { "contentinfo", NP_NAME_FOOTER },
                { "complementary", NP_NAME_SIDE },    { "search", NP_NAME_NAVIGATION },
                { "tooltip", NP_NAME_DIALOG } };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (role, roles[i].role) == 0)
      return roles[i].names;
  return 0;
}

static NpNames
read_names (NpNameReader *reader, const GumboNode *source)
{
  static const char *const attributes[] = { "class",          "id",           "data-testid",
                                            "data-component", "data-module",  "data-type",
                                            "data-qa",        "data-gu-name", "data-component-type",
                                            "data-block",     "data-widget",  "data-name",
                                            "aria-label" };
  const GumboElement *element = &source->v.element;
  NpNames names = 0;

  for (guint i = 0; i < element->attributes.length; i++)
    {
      const GumboAttribute *attribute = element->attributes.data[i];

      if (*attribute->value == '\0')
        continue;
      if (strcmp (attribute->name, "role") == 0)
        names |= read_role (attribute->value);
      else if (strcmp (attribute->name, "itemprop") == 0 && strstr (attribute->value, "articleBody") != NULL)
        names |= NP_NAME_ARTICLE | NP_NAME_BODY;
      /* Of an ImageObject: copyrightHolder, creditText, caption. */
      else if (strcmp (attribute->name, "itemprop") == 0)
        names |= np_name_reader_read (reader, attribute->value) & (NP_NAME_CAPTION | NP_NAME_CREDIT);
      else
        for (guint j = 0; j < G_N_ELEMENTS (attributes); j++)
          if (strcmp (attribute->name, attributes[j]) == 0)
            {
              if (j < 12 || strlen (attribute->value) < 24)
                names |= np_name_reader_read (reader, attribute->value);
              break;
            }
    }
  if (element->tag == GUMBO_TAG_UNKNOWN && element->original_tag.length > 2)
    {
      GumboStringPiece name = element->original_tag;
      char own[48] = { 0 };

      gumbo_tag_from_original_text (&name);
      memcpy (own, name.data, MIN (name.length, sizeof own - 1));
      names |= np_name_reader_read (reader, own);
    }
  return names;
}

/**
 * np_dom_count_seen:
 * @text: a text
 *
 * Returns: its letters and signs, without white space
 */
guint
np_dom_count_seen (const char *text)
{
  guint n = 0;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    n += *p > ' ' && (*p & 0xC0) != 0x80;
  return n;
}

static guint
append_node (GArray *nodes, NpNameReader *reader, const GumboNode *source, guint parent)
{
  NpDomNode node = { .source = source, .parent = parent, .tag = NP_DOM_TEXT };

  if (parent != NP_DOM_NONE)
    node.flags = g_array_index (nodes, NpDomNode, parent).flags;
  if (source->type == GUMBO_NODE_ELEMENT || source->type == GUMBO_NODE_TEMPLATE)
    {
      node.tag = source->v.element.tag;
      node.flags |= np_dom_seen_read (source, node.tag);
      if ((node.flags & NP_DOM_UNSEEN) == 0)
        node.names = read_names (reader, source);
    }
  else
    {
      node.text = source->v.text.text;
      if ((node.flags & (NP_DOM_UNSEEN | NP_DOM_HIDDEN)) == 0)
        node.chars = np_dom_count_seen (node.text);
      node.links = (node.flags & NP_DOM_IN_LINK) != 0 ? node.chars : 0;
    }
  node.end = nodes->len + 1;
  g_array_append_val (nodes, node);
  return nodes->len - 1;
}

/* `<story-paragraph>`: elements that a site has made are inline until its style says otherwise. With a paragraph in it
 * one is a block; those of AMP and of formulas are known by their names. */
static gboolean
is_custom_block (const NpDomNode *node)
{
  GumboStringPiece name;

  if (node->tag != GUMBO_TAG_UNKNOWN || node->chars < PARAGRAPH || node->source->type != GUMBO_NODE_ELEMENT
      || node->source->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
    return FALSE;
  name = node->source->v.element.original_tag;
  gumbo_tag_from_original_text (&name);
  return name.length > 4 && memchr (name.data, '-', name.length) != NULL
         && g_ascii_strncasecmp (name.data, "amp-", 4) != 0 && g_ascii_strncasecmp (name.data, "mjx-", 4) != 0;
}

static void
close_node (GArray *nodes, guint index)
{
  NpDomNode *node = &g_array_index (nodes, NpDomNode, index);

  node->end = nodes->len;
  if (is_custom_block (node))
    node->tag = GUMBO_TAG_DIV;
  if (node->parent == NP_DOM_NONE)
    return;
  g_array_index (nodes, NpDomNode, node->parent).chars += node->chars;
  g_array_index (nodes, NpDomNode, node->parent).links += node->links;
}

static void
flatten (GArray *nodes, const GumboNode *root)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (NpNameReader) reader = np_name_reader_new ();
  Step first = { root, append_node (nodes, reader, root, NP_DOM_NONE), 0 };

  g_array_append_val (steps, first);
  while (steps->len > 0)
    {
      Step *step = &g_array_index (steps, Step, steps->len - 1);
      const GumboVector *children = &step->source->v.element.children;
      const GumboNode *child;
      guint index;

      if (step->next >= children->length)
        {
          close_node (nodes, step->index);
          g_array_set_size (steps, steps->len - 1);
          continue;
        }
      child = children->data[step->next++];
      if (child->type == GUMBO_NODE_COMMENT || child->type == GUMBO_NODE_DOCUMENT)
        continue;
      index = append_node (nodes, reader, child, step->index);
      if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE)
        {
          Step below = { child, index, 0 };

          g_array_append_val (steps, below);
        }
      else
        close_node (nodes, index);
    }
}

/**
 * np_dom_parse:
 * @html: valid UTF-8; np_nesting_tame() holds for it
 * @length: its bytes
 *
 * Parses a page (HTML Living Standard, scripting off). The result refers to @html, which has to outlive it.
 *
 * Returns: (transfer full): the page's nodes
 */
NpDom *
np_dom_parse (const char *html, gsize length)
{
  NpDom *dom = g_new0 (NpDom, 1);
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput *output;
  GArray *nodes;

  dom->arena = np_arena_new ();
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = dom->arena;
  options.max_errors = 0;
  output = gumbo_parse_with_options (&options, html, length);

  nodes = g_array_sized_new (FALSE, FALSE, sizeof (NpDomNode), 4096);
  flatten (nodes, output->root);
  dom->n_nodes = nodes->len;
  dom->nodes = (NpDomNode *) (void *) g_array_free (nodes, FALSE);
  dom->body = dom->head = dom->heading = NP_DOM_NONE;
  for (guint i = 1; i < dom->n_nodes; i = dom->nodes[i].end)
    if (dom->nodes[i].tag == GUMBO_TAG_BODY)
      dom->body = i;
    else if (dom->nodes[i].tag == GUMBO_TAG_HEAD)
      dom->head = i;
  for (guint i = 0; i < dom->n_nodes && dom->heading == NP_DOM_NONE; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_H1 && dom->nodes[i].chars > 10)
      dom->heading = i;
  return dom;
}

/**
 * np_dom_free:
 * @dom: (transfer full) (nullable): a parsed page
 */
void
np_dom_free (NpDom *dom)
{
  if (dom == NULL)
    return;
  np_arena_free (dom->arena);
  g_free (dom->nodes);
  g_free (dom);
}

/**
 * np_dom_attribute:
 * @dom: a parsed page
 * @node: a node
 * @name: an attribute's name in lower case
 *
 * Returns: (transfer none) (nullable): the attribute's value; `NULL` when @node has none, or is text
 */
const char *
np_dom_attribute (const NpDom *dom, guint node, const char *name)
{
  return dom->nodes[node].text == NULL ? np_attribute_find (dom->nodes[node].source, name) : NULL;
}

/**
 * np_dom_is_named:
 * @dom: a parsed page
 * @node: a node
 * @tag_name: a tag in lower case that not every version of gumbo has a number for: "picture", "amp-img"
 *
 * Returns: whether @node is an element of that name
 */
gboolean
np_dom_is_named (const NpDom *dom, guint node, const char *tag_name)
{
  GumboStringPiece name;

  if (dom->nodes[node].text != NULL)
    return FALSE;
  if (dom->nodes[node].tag != GUMBO_TAG_UNKNOWN)
    return g_str_equal (gumbo_normalized_tagname (dom->nodes[node].tag), tag_name);
  name = dom->nodes[node].source->v.element.original_tag;
  if (name.length < 3)
    return FALSE;
  gumbo_tag_from_original_text (&name);
  return name.length == strlen (tag_name) && g_ascii_strncasecmp (name.data, tag_name, name.length) == 0;
}

/**
 * np_dom_is_block:
 * @tag: a tag
 *
 * Returns: whether browsers begin a new line for such an element
 */
gboolean
np_dom_is_block (GumboTag tag)
{
  static const GumboTag blocks[] = { GUMBO_TAG_HTML,      GUMBO_TAG_BODY,     GUMBO_TAG_ARTICLE,  GUMBO_TAG_SECTION,
                                     GUMBO_TAG_NAV,       GUMBO_TAG_ASIDE,    GUMBO_TAG_H1,       GUMBO_TAG_H2,
                                     GUMBO_TAG_H3,        GUMBO_TAG_H4,       GUMBO_TAG_H5,       GUMBO_TAG_H6,
                                     GUMBO_TAG_HGROUP,    GUMBO_TAG_HEADER,   GUMBO_TAG_FOOTER,   GUMBO_TAG_ADDRESS,
                                     GUMBO_TAG_P,         GUMBO_TAG_HR,       GUMBO_TAG_PRE,      GUMBO_TAG_BLOCKQUOTE,
                                     GUMBO_TAG_OL,        GUMBO_TAG_UL,       GUMBO_TAG_LI,       GUMBO_TAG_DL,
                                     GUMBO_TAG_DT,        GUMBO_TAG_DD,       GUMBO_TAG_FIGURE,   GUMBO_TAG_FIGCAPTION,
                                     GUMBO_TAG_MAIN,      GUMBO_TAG_DIV,      GUMBO_TAG_TABLE,    GUMBO_TAG_CAPTION,
                                     GUMBO_TAG_TBODY,     GUMBO_TAG_THEAD,    GUMBO_TAG_TFOOT,    GUMBO_TAG_TR,
                                     GUMBO_TAG_TD,        GUMBO_TAG_TH,       GUMBO_TAG_FORM,     GUMBO_TAG_FIELDSET,
                                     GUMBO_TAG_LEGEND,    GUMBO_TAG_DETAILS,  GUMBO_TAG_SUMMARY,  GUMBO_TAG_CENTER,
                                     GUMBO_TAG_DIR,       GUMBO_TAG_MENU,     GUMBO_TAG_LISTING,  GUMBO_TAG_XMP,
                                     GUMBO_TAG_PLAINTEXT, GUMBO_TAG_OPTGROUP, GUMBO_TAG_FRAMESET, GUMBO_TAG_NOFRAMES };
  static guint64 bits[4];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
        bits[blocks[i] / 64] |= G_GUINT64_CONSTANT (1) << (blocks[i] % 64);
      g_once_init_leave (&ready, 1);
    }
  return (guint) tag < 256 && (bits[tag / 64] >> (tag % 64) & 1) != 0;
}

/**
 * np_dom_find_above:
 * @dom: a parsed page
 * @node: where to begin
 * @tag: a tag
 *
 * Returns: @node or the nearest element above it of that tag, or `NP_DOM_NONE`
 */
guint
np_dom_find_above (const NpDom *dom, guint node, GumboTag tag)
{
  while (node != NP_DOM_NONE && dom->nodes[node].tag != tag)
    node = dom->nodes[node].parent;
  return node;
}

/**
 * np_dom_names_above:
 * @dom: a parsed page
 * @node: where to begin
 * @up_to: an element above @node, or `NP_DOM_NONE`
 *
 * Returns: what the names of @node and of the elements above it say, without those of @up_to and above
 */
NpNames
np_dom_names_above (const NpDom *dom, guint node, guint up_to)
{
  NpNames names = 0;

  for (; node != NP_DOM_NONE && node != up_to; node = dom->nodes[node].parent)
    names |= dom->nodes[node].names;
  return names;
}

/**
 * np_dom_append_text:
 * @dom: a parsed page
 * @node: a node
 * @text: where to write
 *
 * Appends the text of @node as it stands in the page, a space between blocks and for each line break.
 */
void
np_dom_append_text (const NpDom *dom, guint node, GString *text)
{
  guint end = dom->nodes[node].end, last = NP_DOM_NONE;

  for (guint i = node; i < end; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      guint block = at->parent;

      if (i != node && (at->flags & NP_DOM_UNSEEN) != 0)
        {
          i = at->end - 1;
          continue;
        }
      if (at->tag == GUMBO_TAG_BR)
        g_string_append_c (text, ' ');
      if (at->text == NULL)
        continue;
      while (block != NP_DOM_NONE && block > node && !np_dom_is_block (dom->nodes[block].tag))
        block = dom->nodes[block].parent;
      if (block != last)
        g_string_append_c (text, ' ');
      last = block;
      g_string_append (text, at->text);
    }
}

/**
 * np_dom_dup_text:
 * @dom: a parsed page
 * @node: a node
 *
 * Returns: (transfer full): the text of @node on one line, as of np_text_clean()
 */
char *
np_dom_dup_text (const NpDom *dom, guint node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  np_dom_append_text (dom, node, text);
  return np_text_clean (text->str);
}
