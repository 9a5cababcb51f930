#include "extract/np-dom.h"

#include "extract/np-attribute.h"

#include <string.h>

static gboolean
is_unseen (GumboTag tag)
{
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_NOSCRIPT || tag == GUMBO_TAG_TEMPLATE
         || tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_SELECT
         || tag == GUMBO_TAG_OPTION || tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_NOEMBED || tag == GUMBO_TAG_NOFRAMES
         || tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_OBJECT || tag == GUMBO_TAG_AUDIO || tag == GUMBO_TAG_VIDEO
         || tag == GUMBO_TAG_CANVAS || tag == GUMBO_TAG_DATALIST || tag == GUMBO_TAG_RP || tag == GUMBO_TAG_RT;
}

/* Whether one of the declarations of a style attribute hides. A property that only ends like one ("--menu-display") is
 * another. */
static gboolean
style_hides (const char *style)
{
  static const struct
  {
    const char *property, *value;
  } hiding[] = { { "display", "none" }, { "visibility", "hidden" } };

  for (const char *at = style; at != NULL; at = strchr (at, ';'))
    {
      at += strspn (at, "; \t\n\r\f");
      for (guint i = 0; i < G_N_ELEMENTS (hiding); i++)
        {
          gsize length = strlen (hiding[i].property);
          const char *value = at + length;

          if (g_ascii_strncasecmp (at, hiding[i].property, length) != 0)
            continue;
          value += strspn (value, " ");
          if (*value == ':'
              && g_ascii_strncasecmp (value + 1 + strspn (value + 1, " "), hiding[i].value, strlen (hiding[i].value))
                     == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* `<div hidden id="S:1a">`: where React streams a part of a page, for a script to put into its place at once. */
static gboolean
is_streamed (const GumboNode *source, GumboTag tag)
{
  const char *id = tag == GUMBO_TAG_DIV ? np_attribute_find (source, "id") : NULL;

  if (id == NULL || !g_str_has_prefix (id, "S:"))
    return FALSE;
  for (id += 2; g_ascii_isxdigit (*id); id++)
    ;
  return *id == '\0';
}

/**
 * np_dom_seen_read:
 * @source: an element of the parser's tree
 * @tag: its tag
 *
 * Returns: whether the element is seen by a reader, and whether it is a link, by itself alone
 */
NpDomFlags
np_dom_seen_read (const GumboNode *source, GumboTag tag)
{
  NpDomFlags flags = 0;
  const char *value;

  if (is_unseen (tag))
    {
      /* A declarative shadow root is shown in the place of its host. */
      if (tag != GUMBO_TAG_TEMPLATE
          || (np_attribute_find (source, "shadowrootmode") == NULL && np_attribute_find (source, "shadowroot") == NULL))
        flags |= NP_DOM_UNSEEN;
    }
  if (tag == GUMBO_TAG_A && np_attribute_find (source, "href") != NULL)
    flags |= NP_DOM_IN_LINK;
  if (np_attribute_find (source, "hidden") != NULL && !is_streamed (source, tag))
    flags |= NP_DOM_HIDDEN;
  if ((value = np_attribute_find (source, "style")) != NULL && style_hides (value))
    flags |= NP_DOM_HIDDEN;
  if ((value = np_attribute_find (source, "aria-hidden")) != NULL && strcmp (value, "true") == 0)
    flags |= NP_DOM_HIDDEN;
  return flags;
}
