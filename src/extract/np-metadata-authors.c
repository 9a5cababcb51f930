#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "extract/np-byline-opening.h"
#include "extract/np-byline.h"
#include "extract/np-place.h"

#include <string.h>

#define NOT_THE_STORY (NP_NAME_COMMENTS | NP_NAME_RELATED | NP_NAME_SIDE | NP_NAME_SITE)

/* The furthest that links to several authors of one story stand from one another, in nodes. */
#define NEXT 40

/* How far from the headline a label is looked for, in nodes. */
#define BEFORE 150
#define AFTER  500

/* The most letters of a byline; longer elements are boxes about the author. */
#define BYLINE_MAX_CHARS 120

/* What stands in bylines besides names: a date, buttons, the author's accounts. */
static gboolean
is_beside_name (const NpDom *dom, guint node)
{
  static const char *const accounts[] = { "twitter.com",  "x.com/",          "facebook.com", "mailto:", "instagram.com",
                                          "linkedin.com", "plus.google.com", "tel:",         "t.me/",   "mastodon" };
  const NpDomNode *at = &dom->nodes[node];
  const char *href = at->tag == GUMBO_TAG_A ? np_dom_attribute (dom, node, "href") : NULL;

  for (guint i = 0; href != NULL && i < G_N_ELEMENTS (accounts); i++)
    if (strstr (href, accounts[i]) != NULL)
      return TRUE;
  return at->tag == GUMBO_TAG_BUTTON || at->tag == GUMBO_TAG_TIME || at->tag == GUMBO_TAG_FIGURE
         || at->tag == GUMBO_TAG_STYLE
         || (at->names & (NP_NAME_SHARE | NP_NAME_SIGN_UP | NP_NAME_CAPTION | NP_NAME_TAGS)) != 0
         || ((at->names & NP_NAME_DATE) != 0 && (at->names & (NP_NAME_AUTHOR | NP_NAME_BYLINE)) == 0);
}

/* Whether a text begins a new word behind another though no space stands between: the style sheet makes it. */
static gboolean
is_glued (const GString *before, const char *text)
{
  gunichar last = before->len > 0 ? g_utf8_get_char (g_utf8_prev_char (before->str + before->len)) : 0;

  return (g_unichar_islower (last) && g_unichar_isupper (g_utf8_get_char (text)));
}

/* The text of a byline: what is no name is left out, and its lines are told apart. */
static char *
dup_byline (const NpDom *dom, guint node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint last = NP_DOM_NONE;

  for (guint i = node; i < dom->nodes[node].end; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      guint block = at->parent;

      if (i != node && ((at->flags & (NP_DOM_UNSEEN | NP_DOM_HIDDEN)) != 0 || is_beside_name (dom, i)))
        {
          i = at->end - 1;
          continue;
        }
      if (at->tag == GUMBO_TAG_BR)
        g_string_append (text, " " NP_BYLINE_LINE " ");
      if (at->text == NULL || at->chars == 0)
        {
          if (at->text != NULL)
            g_string_append (text, at->text);
          continue;
        }
      while (block != NP_DOM_NONE && block > node && !np_dom_is_block (dom->nodes[block].tag))
        block = dom->nodes[block].parent;
      if ((block != last && last != NP_DOM_NONE) || is_glued (text, at->text))
        g_string_append (text, np_byline_is_label (text->str) ? " " : " " NP_BYLINE_LINE " ");
      last = block;
      g_string_append (text, at->text);
    }
  return np_text_clean (text->str);
}

/* Whether a link leads to the page of an author: "/author/jane-doe", "/autoren/muster". */
static gboolean
is_address_of_author (const char *href)
{
  static const char *const folders[] = {
    "/author/",   "/authors/",  "/autor/",   "/autoren/",    "/autores/",  "/auteur/",     "/auteurs/",
    "/autore/",   "/autori/",   "/autorin/", "/by/",         "/byline/",   "/contributor", "/journalist",
    "/columnist", "/writers/",  "/writer/",  "/reporters/",  "/reporter/", "/redakteur",   "/staff/",
    "/bio/",      "/profil/",   "/profile/", "/autor-",      "/author-",   "/firmas/",     "/periodista",
    "/skribent",  "/forfatter", "/yazar",    "/penulis/",    "/avtor",     "/redaktion/",  "/kolumnist",
    "/team/",     "/users/",    "author=",   "/journaliste", "/colunista", "/firma/",      "/signature/"
  };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (strstr (href, folders[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Links in the prose of the story lead to the people that it is about. */
static gboolean
is_in_prose (const NpDom *dom, guint node)
{
  guint block = dom->nodes[node].parent;

  while (block != NP_DOM_NONE && !np_dom_is_block (dom->nodes[block].tag))
    block = dom->nodes[block].parent;
  return block != NP_DOM_NONE && dom->nodes[block].chars > 2 * BYLINE_MAX_CHARS;
}

static int
weigh_link (const NpDom *dom, guint node)
{
  const char *rel = np_dom_attribute (dom, node, "rel"), *href = np_dom_attribute (dom, node, "href");

  if (dom->nodes[node].tag != GUMBO_TAG_A || dom->nodes[node].chars == 0 || dom->nodes[node].chars > 60)
    return 0;
  if (rel != NULL && strstr (rel, "author") != NULL)
    return 76;
  return href != NULL && is_address_of_author (href) && !is_in_prose (dom, node) ? 58 : 0;
}

/* Links that say they lead to the author: the first, and those beside it. */
static void
read_links (NpMetadata *metadata, const NpDom *dom)
{
  guint last = NP_DOM_NONE;
  int best = 0;

  for (guint i = 0; i < dom->n_nodes; i++)
    {
      int trust = dom->nodes[i].text == NULL && (dom->nodes[i].flags & NP_DOM_UNSEEN) == 0 ? weigh_link (dom, i) : 0;
      g_autofree char *text = NULL;

      if (trust < MAX (best, 1) || (trust == best && last != NP_DOM_NONE && i - last > NEXT)
          || np_place_is_elsewhere (dom, i, metadata->heading,
                                    NOT_THE_STORY | NP_NAME_NAVIGATION | NP_NAME_FOOTER | NP_NAME_ADVERT))
        continue;
      text = dup_byline (dom, i);
      np_metadata_add (metadata, NP_FACT_AUTHOR, text, "page", trust);
      best = trust;
      last = i;
    }
}

static gboolean
is_elsewhere (const NpMetadata *metadata, const NpDom *dom, guint node)
{
  for (guint up = dom->nodes[node].parent;
       up != NP_DOM_NONE && dom->nodes[up].tag != GUMBO_TAG_BODY && !np_place_holds (dom, up, metadata->heading);
       up = dom->nodes[up].parent)
    if ((dom->nodes[up].names & NOT_THE_STORY) != 0 || dom->nodes[up].tag == GUMBO_TAG_NAV
        || (dom->nodes[up].tag == GUMBO_TAG_ASIDE
            && (dom->nodes[up].names & (NP_NAME_META | NP_NAME_AUTHOR | NP_NAME_BYLINE)) == 0))
      return TRUE;
  return FALSE;
}

/* The name at the head of a box about the author. */
static char *
dup_name_in_box (const NpDom *dom, guint box)
{
  for (guint i = box + 1; i < dom->nodes[box].end; i++)
    {
      GumboTag tag = dom->nodes[i].tag;
      gboolean heads = (tag >= GUMBO_TAG_H2 && tag <= GUMBO_TAG_H6) || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_A
                       || tag == GUMBO_TAG_B || (dom->nodes[i].names & NP_NAME_HEADLINE) != 0;
      g_autofree char *text = NULL;

      if (!heads || dom->nodes[i].chars <= 3 || dom->nodes[i].chars >= 60 || (dom->nodes[i].flags & NP_DOM_UNSEEN) != 0
          || is_beside_name (dom, i))
        continue;
      text = dup_byline (dom, i);
      if (!np_byline_is_label (text))
        return g_steal_pointer (&text);
    }
  return NULL;
}

/* Elements that are named as author or byline. */
static void
read_named (NpMetadata *metadata, const NpDom *dom)
{
  int n = 0;

  for (guint i = 0; i < dom->n_nodes && n < 12; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      g_autofree char *text = NULL;
      int trust = (at->names & NP_NAME_BYLINE) != 0 ? 52 : 50;

      if (at->text != NULL || at->chars == 0 || at->chars > 1500 || (at->flags & NP_DOM_UNSEEN) != 0
          || (at->names & (NP_NAME_AUTHOR | NP_NAME_BYLINE)) == 0 || is_elsewhere (metadata, dom, i))
        continue;
      text = at->chars < BYLINE_MAX_CHARS ? dup_byline (dom, i) : dup_name_in_box (dom, i);
      np_metadata_add (metadata, NP_FACT_AUTHOR, text, "page",
                       (at->chars >= BYLINE_MAX_CHARS ? 40 : trust) - MIN (n, 10));
      n++;
    }
}

/* Whether a text is the first of a short block. */
static gboolean
heads_block (const NpDom *dom, guint node)
{
  guint block = dom->nodes[node].parent;

  while (block != NP_DOM_NONE && !np_dom_is_block (dom->nodes[block].tag))
    block = dom->nodes[block].parent;
  if (block == NP_DOM_NONE || dom->nodes[block].chars > BYLINE_MAX_CHARS)
    return FALSE;
  for (guint i = block + 1; i < node; i++)
    if (dom->nodes[i].text != NULL && dom->nodes[i].chars > 1)
      return FALSE;
  return TRUE;
}

/* "By", and then the name in an element of its own. */
static void
read_labels (NpMetadata *metadata, const NpDom *dom)
{
  guint heading = metadata->heading != NP_DOM_NONE ? metadata->heading : 0;
  guint first = heading - MIN (heading, BEFORE), last = MIN (dom->n_nodes, heading + AFTER), at = 0;
  const char *label = NULL;

  for (guint i = first; i < last; i++)
    {
      const NpDomNode *node = &dom->nodes[i];

      if (node->text == NULL || node->chars == 0 || (node->flags & NP_DOM_UNSEEN) != 0)
        continue;
      if (label != NULL && i - at <= 12 && node->chars >= 3 && node->chars <= 60 && !is_elsewhere (metadata, dom, i))
        {
          g_autofree char *text = g_strconcat (label, " ", node->text, NULL);

          np_metadata_add (metadata, NP_FACT_AUTHOR, text, "page", 54);
          return;
        }
      label = NULL;
      if (node->chars <= 16 && heads_block (dom, i) && np_byline_is_label (node->text))
        {
          label = node->text;
          at = i;
        }
    }
}

/**
 * np_metadata_read_authors:
 * @metadata: facts; gets the authors that links, names of elements and labels tell
 * @dom: a parsed page
 * @url: (nullable): its address
 */
void
np_metadata_read_authors (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  read_links (metadata, dom);
  read_named (metadata, dom);
  read_labels (metadata, dom);
}
