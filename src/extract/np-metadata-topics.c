#include "extract/np-metadata.h"

#include "base/np-text.h"
#include "extract/np-place.h"
#include "extract/np-title-key.h"

#include <string.h>

#define NOT_THE_STORY (NP_NAME_COMMENTS | NP_NAME_RELATED | NP_NAME_SIDE | NP_NAME_NAVIGATION | NP_NAME_SITE)

/* The longest topic, and the longest list of topics, in letters. */
#define TOPIC_MAX_CHARS 50
#define LIST_MAX_CHARS  600

/* How far from the headline links to topics are believed that nothing else tells, in nodes. */
#define NEAR 60

static gboolean
has_word (const char *list, const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (list, " \t\n", -1);

  return g_strv_contains ((const char *const *) words, word);
}

/* Whether a link leads to the list of all stories with a topic: "/tag/north-korea", "/rubrik/politik". */
static gboolean
is_address_of_topic (const char *href)
{
  static const char *const folders[] = {
    "/tag/",       "/tags/",     "/category/", "/categories/", "/topic/",     "/topics/",   "/thema/",     "/themen/",
    "/schlagwort", "/stichwort", "/kategorie", "/rubrik/",     "/etiqueta",   "/categoria", "/categorie",  "/motcle",
    "/mots-cles/", "/mot-cle",   "/tema/",     "/temas/",      "/temat/",     "/tagi/",     "/kategoria/", "/keyword",
    "/label/",     "/labels/",   "/etichetta", "/argomento",   "/argomenti/", "/onderwerp", "/emne/",      "/amne/",
    "/aihe/",      "/stitek/",   "/konu/",     "/etiket/",     "/oznaka/",    "/temy/",     "/tegi/",      "/assunto",
    "?tag=",       "&tag=",      "?cat=",      "/cat/"
  };

  for (guint i = 0; href != NULL && i < G_N_ELEMENTS (folders); i++)
    if (strstr (href, folders[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_article (const NpDom *dom, guint node)
{
  const char *class = np_dom_attribute (dom, node, "class");

  return dom->nodes[node].tag == GUMBO_TAG_ARTICLE || (class != NULL && strstr (class, "hentry") != NULL);
}

/* The story's own article, or one of another story. */
static gboolean
is_other_article (const NpMetadata *metadata, const NpDom *dom, guint node)
{
  return metadata->heading != NP_DOM_NONE && !np_place_holds (dom, node, metadata->heading)
         && np_dom_find_above (dom, metadata->heading, GUMBO_TAG_ARTICLE) != NP_DOM_NONE;
}

/* Whether a link stands in the lines around the headline. */
static gboolean
is_near (const NpMetadata *metadata, guint node)
{
  return metadata->heading != NP_DOM_NONE && node + NEAR > metadata->heading && node < metadata->heading + NEAR;
}

/* Whether a link is one of a list of topics of the story: it says so, or the list is named so. Such lists often stand
 * in the footer of the story, but those of the site are not about it. */
static int
weigh_link (const NpMetadata *metadata, const NpDom *dom, guint node)
{
  const char *rel = np_dom_attribute (dom, node, "rel"), *href = np_dom_attribute (dom, node, "href");
  int trust = rel != NULL && has_word (rel, "tag") ? 78 : 0;
  gboolean footer = FALSE;
  guint steps = 0;

  for (guint up = node; up != NP_DOM_NONE && dom->nodes[up].tag != GUMBO_TAG_BODY; up = dom->nodes[up].parent, steps++)
    {
      const NpDomNode *at = &dom->nodes[up];

      if (np_place_holds (dom, up, metadata->heading) || is_article (dom, up))
        {
          footer &= is_other_article (metadata, dom, up);
          if (is_other_article (metadata, dom, up))
            return 0;
          break;
        }
      if ((at->names & NOT_THE_STORY) != 0 || at->tag == GUMBO_TAG_NAV
          || (at->tag == GUMBO_TAG_ASIDE && (at->names & (NP_NAME_TAGS | NP_NAME_META)) == 0))
        return 0;
      footer |= (at->names & NP_NAME_FOOTER) != 0 && (at->names & NP_NAME_ARTICLE) == 0;
      if (steps < 5 && (at->names & NP_NAME_TAGS) != 0 && at->chars < LIST_MAX_CHARS)
        trust = MAX (trust, 78);
      if (steps < 4 && steps > 0 && at->chars < LIST_MAX_CHARS / 2 && is_near (metadata, node)
          && is_address_of_topic (href))
        trust = MAX (trust, 64);
    }
  return footer ? 0 : trust;
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The text of a link, without the number of stories that stands in an element of its own behind it. */
static char *
dup_topic (const NpDom *dom, guint node)
{
  g_autoptr (GString) own = g_string_new (NULL);
  g_autofree char *text = NULL;
  const char *start;

  for (guint i = node + 1; i < dom->nodes[node].end; i++)
    if (dom->nodes[i].text != NULL && dom->nodes[i].parent == node)
      g_string_append (own, dom->nodes[i].text);
  text = has_letters (own->str) ? np_text_clean (own->str) : np_dom_dup_text (dom, node);
  start = text + strspn (text, "#\"'- ");
  for (gsize n = strlen (text); n > 0 && strchr ("\"',;|", text[n - 1]) != NULL; n--)
    text[n - 1] = '\0';
  return np_text_clean (start);
}

/* What links to lists of stories say that name no topic. Folded. */
static gboolean
is_no_topic (const char *text)
{
  static const char *const beginnings[] = { "more ",     "mehr ",    "weiter", "latest ", "all ",  "alle ",
                                            "news zum ", "neueste ", "see ",   "view ",   "zur ",  "zum ",
                                            "read ",     "plus de ", "tous ",  "toutes ", "ver ",  "todos ",
                                            "tutti ",    "tutte ",   "leggi ", "meer ",   "share", "zobacz" };
  static const char *const whole[] = { "tags",     "topics",  "themen",     "categories", "kategorien",
                                       "rubriken", "temas",   "categorias", "etiquetas",  "tag",
                                       "article",  "artikel", "home",       "startseite", "themenubersicht" };
  g_autofree char *folded = np_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    if (strcmp (folded, whole[i]) == 0)
      return TRUE;
  return !has_letters (folded) && strpbrk (folded, "0123456789") == NULL;
}

static void
read_links (NpMetadata *metadata, const NpDom *dom)
{
  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const NpDomNode *at = &dom->nodes[i];
      int trust;

      if (at->tag != GUMBO_TAG_A || at->chars == 0 || at->chars >= TOPIC_MAX_CHARS || (at->flags & NP_DOM_UNSEEN) != 0)
        continue;
      trust = weigh_link (metadata, dom, i);
      if (trust > 0)
        {
          g_autofree char *text = dup_topic (dom, i);

          if (!is_no_topic (text))
            np_metadata_add (metadata, NP_FACT_KEYWORD, text, "page", trust);
        }
    }
}

static gboolean
is_trail (const NpDom *dom, guint node)
{
  const char *class = np_dom_attribute (dom, node, "class"), *id = np_dom_attribute (dom, node, "id");
  const char *type = np_dom_attribute (dom, node, "itemtype"), *label = np_dom_attribute (dom, node, "aria-label");

  return (class != NULL && (strstr (class, "readcrumb") != NULL || strstr (class, "crumbs") != NULL))
         || (id != NULL && (strstr (id, "readcrumb") != NULL || strstr (id, "crumbs") != NULL))
         || (type != NULL && strstr (type, "BreadcrumbList") != NULL)
         || (label != NULL && g_ascii_strncasecmp (label, "breadcrumb", 10) == 0);
}

/* Whether a crumb is the story itself. */
static gboolean
is_headline (const NpMetadata *metadata, const char *text)
{
  g_autofree char *key = np_title_key (text);

  for (guint i = 0; i < metadata->facts[NP_FACT_HEADLINE]->len; i++)
    {
      g_autofree char *headline = np_title_key (((NpFact *) metadata->facts[NP_FACT_HEADLINE]->pdata[i])->value);

      if (strlen (key) > 3 && g_str_has_prefix (headline, key))
        return TRUE;
    }
  return FALSE;
}

/* The last link of the trail that leads here, unless it is the story or the way home. */
static void
read_trail (NpMetadata *metadata, const NpDom *dom)
{
  for (guint i = 0; i < dom->n_nodes; i++)
    {
      g_autofree char *section = NULL;
      guint links = 0;

      if (dom->nodes[i].text != NULL || dom->nodes[i].chars < 4 || dom->nodes[i].chars > 300 || !is_trail (dom, i))
        continue;
      for (guint j = i; j < dom->nodes[i].end; j++)
        if (dom->nodes[j].tag == GUMBO_TAG_A && dom->nodes[j].chars > 1 && dom->nodes[j].chars < TOPIC_MAX_CHARS)
          {
            g_autofree char *text = np_dom_dup_text (dom, j);
            const char *href = np_dom_attribute (dom, j, "href");

            if (links++ == 0 || is_headline (metadata, text) || (href != NULL && strcmp (href, "/") == 0))
              continue;
            g_free (section);
            section = g_steal_pointer (&text);
          }
      np_metadata_add (metadata, NP_FACT_SECTION, section, "page", 55);
      return;
    }
}

/**
 * np_metadata_read_topics:
 * @metadata: facts; gets the topics and the section that links of the page tell
 * @dom: a parsed page
 * @url: (nullable): its address
 */
void
np_metadata_read_topics (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  read_links (metadata, dom);
  read_trail (metadata, dom);
}
