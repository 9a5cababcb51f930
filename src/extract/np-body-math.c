#include "extract/np-body.h"

#include "base/np-text.h"

#include <string.h>

/* A formula that is longer was not written by a person. */
#define LONGEST_TEX 4000

/* The elements that a formula stands in are named after what draws it: so many of them at most. */
#define WRAPPERS 6

/* TeX that an element names as what it shows. */
static const char *
get_own_tex (const NpDom *dom, guint node)
{
  static const char *const attributes[] = { "data-math", "data-latex", "data-tex" };
  const char *tex = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (attributes) && tex == NULL; i++)
    tex = np_dom_attribute (dom, node, attributes[i]);
  return tex;
}

static gboolean
is_mathml (const NpDom *dom, guint node)
{
  return dom->nodes[node].tag == GUMBO_TAG_MATH;
}

/* MathML Core, "annotation": the same formula in another notation. */
static gboolean
is_tex_annotation (const NpDom *dom, guint node)
{
  const char *encoding;

  if (!np_dom_is_named (dom, node, "annotation"))
    return FALSE;
  encoding = np_dom_attribute (dom, node, "encoding");
  return encoding != NULL && (strstr (encoding, "x-tex") != NULL || g_ascii_strcasecmp (encoding, "TeX") == 0);
}

/* MathJax 2 keeps each formula as a script behind what it has drawn. */
static gboolean
is_tex_script (const NpDom *dom, guint node)
{
  const char *type = dom->nodes[node].tag == GUMBO_TAG_SCRIPT ? np_dom_attribute (dom, node, "type") : NULL;

  return type != NULL && g_str_has_prefix (type, "math/tex");
}

static char *
dup_all_text (const NpDom *dom, guint node)
{
  GString *text = g_string_new (NULL);

  for (guint i = node; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].text != NULL)
      g_string_append (text, dom->nodes[i].text);
  return g_string_free (text, FALSE);
}

/* Without the order to set it large, which is said of most formulas and is no part of any. */
static char *
clean_tex (const char *tex)
{
  g_autofree char *line = np_text_clean (tex);
  gsize length = strlen (line);

  if (g_str_has_prefix (line, "{\\displaystyle ") && line[length - 1] == '}')
    {
      line[length - 1] = '\0';
      return np_text_clean (line + strlen ("{\\displaystyle "));
    }
  return np_text_clean (g_str_has_prefix (line, "\\displaystyle ") ? line + strlen ("\\displaystyle ") : line);
}

/**
 * np_body_math_dup_tex:
 * @dom: a parsed page
 * @node: an element
 *
 * Returns: (transfer full) (nullable): the TeX of the formula that @node shows, on one line; `NULL` when none is told
 */
char *
np_body_math_dup_tex (const NpDom *dom, guint node)
{
  g_autofree char *tex = g_strdup (get_own_tex (dom, node));

  for (guint i = node; i < dom->nodes[node].end && tex == NULL; i++)
    if (is_tex_annotation (dom, i) || is_tex_script (dom, i))
      tex = dup_all_text (dom, i);
  for (guint i = node; i < dom->nodes[node].end && tex == NULL; i++)
    if (is_mathml (dom, i))
      tex = g_strdup (np_dom_attribute (dom, i, "alttext"));
  if (np_text_is_empty (tex) || strlen (tex) > LONGEST_TEX)
    return NULL;
  return clean_tex (tex);
}

static gboolean
is_named_math (const NpDom *dom, guint node)
{
  static const char *const words[] = { "katex", "math", "MathJax", "mjx", "equation", "formula" };
  const char *class = np_dom_attribute (dom, node, "class");

  if (np_dom_is_block (dom->nodes[node].tag))
    return FALSE;
  if (np_dom_is_named (dom, node, "mjx-container"))
    return TRUE;
  for (guint i = 0; class != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (class, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The outermost element that holds the formula at @node and nothing else. */
static guint
find_whole (const NpDom *dom, guint node)
{
  guint whole = node;

  for (guint i = 0, at = dom->nodes[node].parent; i < WRAPPERS && at != NP_DOM_NONE; i++, at = dom->nodes[at].parent)
    if (is_named_math (dom, at))
      whole = at;
  return whole;
}

/* What MathJax 2 has drawn stands before the script, in elements of its name, but behind the script @since. */
static void
mark_drawn_before (NpBody *body, guint script, guint since)
{
  const NpDom *dom = body->dom;
  guint parent = dom->nodes[script].parent;
  gboolean is_sibling = dom->nodes[since].parent == parent;

  for (guint i = is_sibling ? dom->nodes[since].end : parent + 1; i < script; i = dom->nodes[i].end)
    {
      const char *class = np_dom_attribute (dom, i, "class");

      if (class != NULL && strstr (class, "MathJax") != NULL && dom->nodes[i].end <= script)
        body->marks[i] |= NP_BODY_GONE;
    }
}

/**
 * np_body_mark_math:
 * @body: a page
 *
 * Marks the elements that show a formula whose TeX the page tells. Formulas without it stay the text that they show.
 */
void
np_body_mark_math (NpBody *body)
{
  const NpDom *dom = body->dom;
  guint last_script = 0;

  for (guint i = 1; i < dom->n_nodes; i++)
    {
      gboolean is_script = is_tex_script (dom, i), is_math = is_mathml (dom, i);
      g_autofree char *tex = NULL;
      guint whole;

      if (dom->nodes[i].text != NULL || (!is_script && !is_math && get_own_tex (dom, i) == NULL))
        continue;
      tex = np_body_math_dup_tex (dom, i);
      if (tex == NULL)
        continue;
      whole = is_script ? i : find_whole (dom, i);
      if (is_script)
        {
          mark_drawn_before (body, i, last_script);
          last_script = i;
        }
      if ((body->marks[whole] & NP_BODY_MATH) == 0)
        body->marks[whole] = NP_BODY_MATH;
      i = MAX (i, dom->nodes[whole].end - 1);
    }
}
