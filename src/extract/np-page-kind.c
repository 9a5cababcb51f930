#include "extract/np-page-kind.h"

#include "base/np-text.h"
#include "base/np-uri.h"
#include "extract/np-page-kind-words.h"

#include <string.h>

/* Letters of text. Nothing; a few words; what an error, a log-in or a consent wall says at most; a story's first lines.
 */
#define NOTHING   3
#define FEW       140
#define NOTICE    700
#define BEGINNING 1500

/* The letters of prose in one run that a story has, and the linked headings that a listing has. */
#define RUN             400
#define LINKED_HEADINGS 8

/* The words that the name of a section has not. */
#define TITLE_WORDS 5

/* The most letters of text for each story that a listing leads to. */
#define TEASER 250

/* What was seen on the page. */
typedef struct
{
  const NpDom *dom;
  const NpPage *page;
  const NpArticle *article;
  guint letters; /* of the text that was read */
  guint run;     /* of the longest stretch of paragraphs in it */
  guint links, buttons, passwords, scripts, videos, linked_headings;
  gboolean has_title;  /* a first heading of some words, which leads nowhere: the headline of a story */
  gboolean root;       /* the address is that of a site */
  gboolean says_story; /* its data say that it is an article */
  gboolean says_list;  /* … a listing */
  gboolean says_video; /* … a video */
  gboolean says_paid;  /* … not free to read */
} Evidence;

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const guchar *p = (const guchar *) text; p != NULL && *p != '\0'; p++)
    n += *p > ' ' && (*p & 0xC0) != 0x80;
  return n;
}

static void
measure_text (Evidence *evidence)
{
  g_autofree char *text = np_article_dup_text (evidence->article);
  guint run = 0;

  evidence->letters = count_letters (text);
  for (guint i = 0; i < evidence->article->body->len; i++)
    {
      const NpBlock *block = evidence->article->body->pdata[i];
      guint letters = count_letters (block->text);

      if (block->type == NP_BLOCK_HEADING || block->type == NP_BLOCK_RULE)
        run = 0;
      else if (block->type == NP_BLOCK_PARAGRAPH && letters >= 40)
        run += letters;
      evidence->run = MAX (evidence->run, run);
    }
}

/* "isAccessibleForFree": false, in any spelling of it. */
static gboolean
says_not_free (const char *json)
{
  const char *at = strstr (json, "isAccessibleForFree");

  if (at == NULL)
    return FALSE;
  at += strlen ("isAccessibleForFree");
  at += strspn (at, "\"': \t\r\n");
  return g_ascii_strncasecmp (at, "false", 5) == 0;
}

static void
read_data (Evidence *evidence, const char *json)
{
  evidence->says_paid |= says_not_free (json);
  evidence->says_story |= strstr (json, "Article\"") != NULL || strstr (json, "BlogPosting\"") != NULL;
  evidence->says_list |= strstr (json, "\"CollectionPage\"") != NULL || strstr (json, "\"ItemList\"") != NULL;
  evidence->says_video |= strstr (json, "\"VideoObject\"") != NULL;
}

static void
read_meta (Evidence *evidence, guint node)
{
  const char *property = np_dom_attribute (evidence->dom, node, "property");
  const char *content = np_dom_attribute (evidence->dom, node, "content");

  if (property == NULL || content == NULL)
    return;
  if (strcmp (property, "og:type") == 0)
    {
      evidence->says_story |= strcmp (content, "article") == 0;
      evidence->says_video |= g_str_has_prefix (content, "video");
    }
  else if (strcmp (property, "article:published_time") == 0)
    evidence->says_story = TRUE;
}

static gboolean
is_captcha (const NpDom *dom, guint node)
{
  static const char *const signs[] = { "captcha", "cf-challenge", "challenge-form", "cf-turnstile", "px-block" };
  static const char *const attributes[] = { "id", "class", "src" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = np_dom_attribute (dom, node, attributes[i]);

      for (guint j = 0; value != NULL && j < G_N_ELEMENTS (signs); j++)
        if (strstr (value, signs[j]) != NULL)
          return TRUE;
    }
  return FALSE;
}

/* Whether @node stands beside what the page is about. */
static gboolean
is_beside (const NpDom *dom, guint node)
{
  return np_dom_find_above (dom, node, GUMBO_TAG_ASIDE) != NP_DOM_NONE
         || np_dom_find_above (dom, node, GUMBO_TAG_FOOTER) != NP_DOM_NONE
         || np_dom_find_above (dom, node, GUMBO_TAG_NAV) != NP_DOM_NONE
         || (np_dom_names_above (dom, node, dom->body)
             & (NP_NAME_SIDE | NP_NAME_RELATED | NP_NAME_FOOTER | NP_NAME_NAVIGATION | NP_NAME_COMMENTS))
                != 0;
}

static gboolean
is_linked_heading (const NpDomNode *at)
{
  return ((at->tag >= GUMBO_TAG_H1 && at->tag <= GUMBO_TAG_H6) || (at->names & NP_NAME_HEADLINE) != 0)
         && at->chars >= 15 && at->chars < 250 && at->links * 10 >= at->chars * 8;
}

static void
look_at (Evidence *evidence, guint node)
{
  const NpDomNode *at = &evidence->dom->nodes[node];
  const char *type;

  switch ((int) at->tag)
    {
    case GUMBO_TAG_SCRIPT:
      type = np_dom_attribute (evidence->dom, node, "type");
      evidence->scripts += type == NULL || strstr (type, "json") == NULL;
      if (type != NULL && strstr (type, "ld+json") != NULL && node + 1 < at->end
          && evidence->dom->nodes[node + 1].text != NULL)
        read_data (evidence, evidence->dom->nodes[node + 1].text);
      break;
    case GUMBO_TAG_META:
      read_meta (evidence, node);
      break;
    case GUMBO_TAG_A:
      evidence->links++;
      break;
    case GUMBO_TAG_BUTTON:
      evidence->buttons++;
      break;
    case GUMBO_TAG_INPUT:
      type = np_dom_attribute (evidence->dom, node, "type");
      evidence->passwords += type != NULL && g_ascii_strcasecmp (type, "password") == 0;
      evidence->buttons += type != NULL && g_ascii_strcasecmp (type, "submit") == 0;
      break;
    case GUMBO_TAG_VIDEO:
      evidence->videos++;
      break;
    default:
      break;
    }
}

static gboolean
is_root (const char *url)
{
  static const char *const names[] = {
    "", "index.html", "index.htm", "index.php", "home", "home.html", "default.aspx"
  };
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *path = uri != NULL ? g_uri_get_path (uri) : NULL;

  if (path == NULL || !np_uri_is_web (url) || g_uri_get_query (uri) != NULL)
    return FALSE;
  while (*path == '/')
    path++;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (path, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
gather (Evidence *evidence)
{
  const NpDom *dom = evidence->dom;

  for (guint i = 0; i < dom->n_nodes; i++)
    {
      const NpDomNode *at = &dom->nodes[i];

      if (at->text != NULL)
        continue;
      look_at (evidence, i);
      if (is_linked_heading (at))
        {
          evidence->linked_headings += !is_beside (dom, i);
          i = at->end - 1;
        }
    }
  if (dom->heading != NP_DOM_NONE && dom->nodes[dom->heading].links * 2 < dom->nodes[dom->heading].chars)
    {
      g_autofree char *heading = np_dom_dup_text (dom, dom->heading);

      evidence->has_title = np_text_count_words (heading) >= TITLE_WORDS;
    }
  evidence->root = is_root (evidence->page->final_url != NULL ? evidence->page->final_url : evidence->page->url);
  measure_text (evidence);
}

static char *
dup_title (const NpDom *dom)
{
  for (guint i = 0; i < dom->n_nodes; i++)
    if (dom->nodes[i].tag == GUMBO_TAG_TITLE && i + 1 < dom->nodes[i].end && dom->nodes[i + 1].text != NULL)
      return np_text_clean (dom->nodes[i + 1].text);
  return NULL;
}

/* Asks @are of what the page calls itself: its headline, its title, its first heading. */
static gboolean
calls_itself (const Evidence *evidence, gboolean (*are) (const char *title))
{
  g_autofree char *title = dup_title (evidence->dom);
  g_autofree char *heading =
      evidence->dom->heading != NP_DOM_NONE ? np_dom_dup_text (evidence->dom, evidence->dom->heading) : NULL;

  return are (evidence->article->headline) || are (title) || are (heading);
}

static gboolean
is_error (const Evidence *evidence)
{
  if (evidence->letters > NOTICE)
    return FALSE;
  return evidence->page->status >= 400
         || (!evidence->says_story && calls_itself (evidence, np_page_kind_words_are_error));
}

/* A riddle for persons. */
static gboolean
has_captcha (const NpDom *dom)
{
  for (guint i = 0; i < dom->n_nodes; i++)
    if ((dom->nodes[i].tag == GUMBO_TAG_FORM || dom->nodes[i].tag == GUMBO_TAG_DIV
         || dom->nodes[i].tag == GUMBO_TAG_IFRAME)
        && is_captcha (dom, i))
      return TRUE;
  return FALSE;
}

static gboolean
is_check (const Evidence *evidence)
{
  if (evidence->letters > NOTICE || evidence->says_story)
    return FALSE;
  return calls_itself (evidence, np_page_kind_words_are_check)
         || (evidence->letters < FEW && evidence->links < 12 && has_captcha (evidence->dom));
}

static gboolean
is_consent (const Evidence *evidence)
{
  return evidence->letters < BEGINNING && !evidence->says_story && evidence->article->published == NULL
         && evidence->buttons > 0 && calls_itself (evidence, np_page_kind_words_are_consent);
}

static gboolean
is_log_in (const Evidence *evidence)
{
  return evidence->passwords > 0 && evidence->letters < FEW * 2 && !evidence->says_story;
}

static gboolean
is_pay_wall (const Evidence *evidence)
{
  return evidence->says_paid && evidence->letters < BEGINNING;
}

static gboolean
is_front (const Evidence *evidence)
{
  return evidence->root && !evidence->has_title && evidence->linked_headings >= LINKED_HEADINGS
         && evidence->run < RUN * 2;
}

static gboolean
is_listing (const Evidence *evidence)
{
  return evidence->linked_headings >= LINKED_HEADINGS && evidence->run < RUN && !evidence->says_story
         && !evidence->has_title && evidence->letters < evidence->linked_headings * TEASER
         && (evidence->says_list || evidence->article->published == NULL);
}

static gboolean
is_video (const Evidence *evidence)
{
  return evidence->letters < FEW && (evidence->videos > 0 || evidence->says_video);
}

static gboolean
is_script (const Evidence *evidence)
{
  guint body = evidence->dom->body;

  return evidence->letters < FEW && evidence->scripts > 0
         && (body == NP_DOM_NONE || evidence->dom->nodes[body].chars < NOTICE);
}

static gboolean
is_empty (const Evidence *evidence)
{
  return evidence->letters < NOTHING;
}

/* In the order in which they are asked; the first that recognizes the page names it. */
static const struct
{
  NpPageKind kind;
  gboolean (*is) (const Evidence *evidence);
  const char *words; /* "The page is …" */
  NpExtractError error;
} kinds[] = {
  { NP_PAGE_KIND_ERROR, is_error, "an error page", NP_EXTRACT_ERROR_NO_STORY },
  { NP_PAGE_KIND_CHECK, is_check, "a check whether a person reads it", NP_EXTRACT_ERROR_CHECK },
  { NP_PAGE_KIND_CONSENT, is_consent, "a question for consent", NP_EXTRACT_ERROR_CONSENT },
  { NP_PAGE_KIND_LOG_IN, is_log_in, "a log-in", NP_EXTRACT_ERROR_LOG_IN },
  { NP_PAGE_KIND_PAY_WALL, is_pay_wall, "behind a pay wall", NP_EXTRACT_ERROR_PAY_WALL },
  { NP_PAGE_KIND_FRONT, is_front, "the front page of a site", NP_EXTRACT_ERROR_LISTING },
  { NP_PAGE_KIND_LISTING, is_listing, "a list of stories", NP_EXTRACT_ERROR_LISTING },
  { NP_PAGE_KIND_VIDEO, is_video, "a video", NP_EXTRACT_ERROR_NO_STORY },
  { NP_PAGE_KIND_SCRIPT, is_script, "empty until a script fills it", NP_EXTRACT_ERROR_SCRIPT },
  { NP_PAGE_KIND_EMPTY, is_empty, "without text", NP_EXTRACT_ERROR_NO_STORY },
};

/**
 * np_page_kind_read:
 * @dom: a parsed page
 * @page: what the transport said of it
 * @article: what was read of it
 *
 * Looks for signs that a page is no story: what it calls itself, what its data say, its forms, how little prose it has
 * and how many headings that lead elsewhere. What its data call an article is one unless hardly any text was found.
 *
 * Returns: what the page is
 */
NpPageKind
np_page_kind_read (const NpDom *dom, const NpPage *page, const NpArticle *article)
{
  Evidence evidence = { .dom = dom, .page = page, .article = article };

  gather (&evidence);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].is (&evidence))
      return kinds[i].kind;
  return NP_PAGE_KIND_STORY;
}

/**
 * np_page_kind_get_error:
 * @kind: what a page without a story is
 *
 * Returns: the class of trouble that this is: what can be done about it differs
 */
NpExtractError
np_page_kind_get_error (NpPageKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].error;
  return NP_EXTRACT_ERROR_NO_STORY;
}

/**
 * np_page_kind_dup_message:
 * @kind: what the page is
 * @dom: the page
 * @article: what was read of it
 *
 * Returns: (transfer full): what to say of a page without a story: what it is, and what was found on it
 */
char *
np_page_kind_dup_message (NpPageKind kind, const NpDom *dom, const NpArticle *article)
{
  g_autofree char *text = np_article_dup_text (article);
  const char *what = "a page without a story";
  guint links = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      what = kinds[i].words;
  for (guint i = 0; i < dom->n_nodes; i++)
    links += dom->nodes[i].tag == GUMBO_TAG_A;
  return g_strdup_printf (
      "There is no story on the page: it is %s. Found: %s%s%s, %u letters of text, %u photos, %u links", what,
      article->headline != NULL ? "“" : "no headline", article->headline != NULL ? article->headline : "",
      article->headline != NULL ? "”" : "", count_letters (text), article->figures->len, links);
}

/**
 * np_page_kind_get_doubt:
 * @kind: what the page is
 *
 * Returns: (nullable): what to note with a story that was read from such a page all the same; `NULL` when the page is
 * not read as a story, or nothing is to be noted
 */
const char *
np_page_kind_get_doubt (NpPageKind kind)
{
  switch (kind)
    {
    case NP_PAGE_KIND_PAY_WALL:
      return "text may not be whole: the page is behind a pay wall";
    case NP_PAGE_KIND_VIDEO:
      return "only a few words of text: the page is a video";
    case NP_PAGE_KIND_SCRIPT:
      return "only a few words of text: the rest of the page comes by a script";
    case NP_PAGE_KIND_STORY:
    case NP_PAGE_KIND_ERROR:
    case NP_PAGE_KIND_CHECK:
    case NP_PAGE_KIND_CONSENT:
    case NP_PAGE_KIND_LOG_IN:
    case NP_PAGE_KIND_FRONT:
    case NP_PAGE_KIND_LISTING:
    case NP_PAGE_KIND_EMPTY:
      break;
    }
  return NULL;
}
