#include "extract/np-page-leads.h"

#include "base/np-uri-page.h"
#include "base/np-uri.h"

#include <string.h>

/* Longer addresses are none. */
#define ADDRESS_MAX 4096

/* A page that goes on later than this is one to be read. */
#define MAX_SECONDS 30

/* So many links are looked at closely; a page has one or two that matter. */
#define MAX_LINKS 200

/* The words of a link to the next page are few. */
#define LINK_CHARS 40

static gboolean
has_word (const char *list, const char *word)
{
  g_auto (GStrv) words = list != NULL ? g_strsplit_set (list, " \t\r\n\f", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* An address of the web that is another than @url but for its fragment. */
static char *
resolve_other (const char *base, const char *url, const char *reference)
{
  g_autofree char *address =
      reference != NULL && strlen (reference) < ADDRESS_MAX ? np_uri_resolve (base, reference) : NULL;
  g_autofree char *bare = np_uri_without_fragment (address), *here = np_uri_without_fragment (url);

  return np_uri_is_web (bare) && g_strcmp0 (bare, here) != 0 && g_utf8_validate (bare, -1, NULL)
             ? g_steal_pointer (&bare)
             : NULL;
}

/* HTML, 4.2.5.3: seconds, a mark, "url=" or not, the address in quotes or not. */
static char *
read_refresh (const char *content, guint *seconds)
{
  const char *p = content + strspn (content, " \t\r\n\f");
  gsize digits = strspn (p, "0123456789");
  char quote;

  if (digits == 0 && *p != '.')
    return NULL;
  *seconds = digits < 6 ? (guint) g_ascii_strtoull (p, NULL, 10) : G_MAXUINT;
  p += digits;
  p += strspn (p, "0123456789.");
  p += strspn (p, " \t\r\n\f");
  if (*p != ';' && *p != ',')
    return NULL;
  p++;
  p += strspn (p, " \t\r\n\f");
  if (g_ascii_strncasecmp (p, "url", 3) == 0 && p[3 + strspn (p + 3, " \t\r\n\f")] == '=')
    {
      p += 3 + strspn (p + 3, " \t\r\n\f") + 1;
      p += strspn (p, " \t\r\n\f");
    }
  quote = *p == '"' || *p == '\'' ? *p++ : '\0';
  return g_strndup (p, quote != '\0' ? strcspn (p, quote == '"' ? "\"" : "'") : strlen (p));
}

static void
try_refresh (const NpDom *dom, guint node, const char *url, const char *base, NpLeads *leads)
{
  const char *content = np_dom_attribute (dom, node, "content"), *name = np_dom_attribute (dom, node, "http-equiv");
  g_autofree char *reference = NULL;
  guint seconds;

  /* what stands in noscript is for readers without scripts: a page that cannot be read without any says so itself */
  if (leads->refresh != NULL || name == NULL || content == NULL || g_ascii_strcasecmp (name, "refresh") != 0
      || np_dom_find_above (dom, node, GUMBO_TAG_NOSCRIPT) != NP_DOM_NONE)
    return;
  reference = read_refresh (content, &seconds);
  if (reference == NULL || seconds > MAX_SECONDS)
    return;
  leads->refresh = resolve_other (base, url, reference);
  leads->refresh_seconds = seconds;
}

static gboolean
is_amp (const NpDom *dom)
{
  return np_dom_attribute (dom, 0, "amp") != NULL || np_dom_attribute (dom, 0, "\xe2\x9a\xa1") != NULL;
}

/* No page says of itself that it is for printing; the addresses of those that are do. */
static gboolean
is_for_print (const char *url)
{
  static const char *const signs[] = { "/print/", "/print.",   "/print?",       "/printable", "/printer-friendly",
                                       "-print.", "_print.",   "/print-view",   "?print=",    "&print=",
                                       "=print&", "printview", "printfriendly", "?print&",    "&print&" };
  g_autofree char *low = url != NULL ? g_ascii_strdown (url, -1) : NULL;
  /* the end counts as a mark of its own */
  g_autofree char *path = low != NULL ? g_strconcat (low, strchr (low, '?') != NULL ? "&" : "?", NULL) : NULL;

  for (gsize i = 0; path != NULL && i < G_N_ELEMENTS (signs); i++)
    if (strstr (path, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_front_page (const char *address)
{
  g_autofree char *key = np_uri_compare_key (address);

  return key == NULL || strchr (key, '/') == NULL;
}

static gboolean
is_same_site (const char *a, const char *b)
{
  g_autofree char *one = np_uri_dup_domain (a), *other = np_uri_dup_domain (b);
  const char *name = one != NULL ? g_strrstr (one, ".") : NULL;

  if (one == NULL || other == NULL)
    return FALSE;
  if (strcmp (one, other) == 0)
    return TRUE;
  /* print.example.org and www.example.org */
  while (name != NULL && name > one && name[-1] != '.')
    name--;
  return name != NULL && strchr (name, '.') != NULL && g_str_has_suffix (other, name)
         && (strlen (other) == strlen (name) || other[strlen (other) - strlen (name) - 1] == '.');
}

static void
try_canonical (const NpDom *dom, guint node, const char *url, const char *base, NpLeads *leads)
{
  gboolean amp = is_amp (dom);
  g_autofree char *address = NULL, *key = NULL, *here = NULL;

  if (leads->canonical != NULL || (!amp && !is_for_print (url))
      || !has_word (np_dom_attribute (dom, node, "rel"), "canonical"))
    return;
  address = resolve_other (base, url, np_dom_attribute (dom, node, "href"));
  key = np_uri_compare_key (address);
  here = np_uri_compare_key (url);
  if (key != NULL && g_strcmp0 (key, here) != 0 && !is_front_page (address) && (amp || is_same_site (url, address)))
    leads->canonical = g_steal_pointer (&address);
}

static gboolean
says_next (const char *text)
{
  static const char *const words[] = { "next",     "weiter",  "nächste",  "suivant", "siguiente", "seguinte",
                                       "volgende", "nästa",   "continue", "page",    "seite",     "página",
                                       "pagina",   "следующ", "далее",    "הבא",     "下一页",    "次" };
  g_autofree char *low = g_utf8_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (low, words[i]) != NULL)
      return TRUE;
  return *text != '\0' && strspn (text, "0123456789») >›→") == strlen (text);
}

/* A link of the head says that it is the next page; one of the text has to look like it. Either is believed only when
 * its address says so too: "next" often means the next story. */
static void
try_next (const NpDom *dom, guint node, const char *url, const char *base, guint *looked_at, NpLeads *leads)
{
  gboolean told = has_word (np_dom_attribute (dom, node, "rel"), "next");
  g_autofree char *address = NULL, *text = NULL;

  if (leads->next != NULL || *looked_at >= MAX_LINKS)
    return;
  if (!told)
    {
      if (dom->nodes[node].tag != GUMBO_TAG_A || dom->nodes[node].chars > LINK_CHARS)
        return;
      text = np_dom_dup_text (dom, node);
      if (text == NULL || !says_next (g_strstrip (text)))
        return;
    }
  ++*looked_at;
  address = resolve_other (base, url, np_dom_attribute (dom, node, "href"));
  if (address != NULL && np_uri_page_is_after (url, address))
    leads->next = g_steal_pointer (&address);
}

/**
 * np_page_leads_read:
 * @dom: a parsed page
 * @url: (nullable): its address
 * @base: (nullable): what its relative addresses start from
 * @leads: (out caller-allocates): zeroed before; where it leads
 *
 * What is there is said; whether to go there is not decided here.
 */
void
np_page_leads_read (const NpDom *dom, const char *url, const char *base, NpLeads *leads)
{
  guint looked_at = 0;

  if (dom->n_nodes == 0 || !np_uri_is_web (url))
    return;
  for (guint i = 0; i < dom->n_nodes; i++)
    switch ((int) dom->nodes[i].tag)
      {
      case GUMBO_TAG_META:
        try_refresh (dom, i, url, base, leads);
        break;
      case GUMBO_TAG_LINK:
        try_canonical (dom, i, url, base, leads);
        try_next (dom, i, url, base, &looked_at, leads);
        break;
      case GUMBO_TAG_A:
        try_next (dom, i, url, base, &looked_at, leads);
        break;
      }
}
