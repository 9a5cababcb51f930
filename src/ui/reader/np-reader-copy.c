#include "ui/reader/np-reader-copy.h"

#include "ui/reader/np-reader-links.h"
#include "ui/reader/np-reader-photo.h"

#include <string.h>

/**
 * np_reader_copy_text:
 * @buffer: a story
 * @start: where to begin
 * @end: where to end
 *
 * Returns: (transfer full): the words between, without places of photos; inside a paragraph a line break is a line
 *   break again, for which the buffer has U+2028 (see np-reader-pen.c) that other programs do not know
 */
char *
np_reader_copy_text (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_buffer_get_text (buffer, start, end, FALSE);
  g_autoptr (GString) out = g_string_new (text);

  g_string_replace (out, "\xe2\x80\xa8", "\n", 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* --- HTML: one element for each paragraph, by its role --- */

static const struct
{
  NpReaderTag role;
  const char *element;
} roles[] = {
  { NP_READER_TAG_HEADLINE, "h1" },      { NP_READER_TAG_HEADING_2, "h2" }, { NP_READER_TAG_HEADING_3, "h3" },
  { NP_READER_TAG_HEADING_4, "h4" },     { NP_READER_TAG_HEADING_5, "h5" }, { NP_READER_TAG_HEADING_6, "h6" },
  { NP_READER_TAG_PREFORMATTED, "pre" }, { NP_READER_TAG_CAPTION, "p" },    { NP_READER_TAG_ITEM, "p" },
};

static const struct
{
  NpReaderTag role;
  const char *element;
} styles[] = {
  { NP_READER_TAG_STRONG, "strong" }, { NP_READER_TAG_EMPHASIS, "em" },     { NP_READER_TAG_CODE, "code" },
  { NP_READER_TAG_SUBSCRIPT, "sub" }, { NP_READER_TAG_SUPERSCRIPT, "sup" },
};

static const char *
element_of (NpReaderTags *tags, const GtkTextIter *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (gtk_text_iter_has_tag (at, np_reader_tags_get (tags, roles[i].role)))
      return roles[i].element;
  return "p";
}

static void
append_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (GString) breaks = g_string_new (escaped);

  g_string_replace (breaks, "\xe2\x80\xa8", "<br>", 0);
  g_string_append (html, breaks->str);
}

static void
append_attribute (GString *html, const char *name, const char *value)
{
  g_autofree char *escaped = value != NULL ? g_markup_escape_text (value, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (html, " %s=\"%s\"", name, escaped);
}

/* A stretch in which no tag begins or ends. */
static void
append_run (GString *html, NpReaderTags *tags, const GtkTextIter *from, const GtkTextIter *to)
{
  const char *href = np_reader_links_find_at (from);
  g_autofree char *text = gtk_text_iter_get_text (from, to);
  gsize n = 0, open[G_N_ELEMENTS (styles)];

  if (np_reader_link_is_inside (href)) /* to a place that may not be copied */
    href = NULL;
  if (href != NULL)
    {
      g_string_append (html, "<a");
      append_attribute (html, "href", href);
      g_string_append_c (html, '>');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (gtk_text_iter_has_tag (from, np_reader_tags_get (tags, styles[i].role)))
      {
        g_string_append_printf (html, "<%s>", styles[i].element);
        open[n++] = i;
      }
  append_escaped (html, text);
  while (n > 0)
    g_string_append_printf (html, "</%s>", styles[open[--n]].element);
  if (href != NULL)
    g_string_append (html, "</a>");
}

static void
append_text (GString *html, NpReaderTags *tags, const GtkTextIter *from, const GtkTextIter *to)
{
  GtkTextIter at = *from;

  while (gtk_text_iter_compare (&at, to) < 0)
    {
      GtkTextIter next = at;

      if (!gtk_text_iter_forward_to_tag_toggle (&next, NULL) || gtk_text_iter_compare (&next, to) > 0)
        next = *to;
      append_run (html, tags, &at, &next);
      at = next;
    }
}

/* Whether a photo stands at @at; it is written from where it came, since the file here is nobody else's. */
static gboolean
append_photo (GString *html, const GtkTextIter *at)
{
  GtkTextChildAnchor *anchor = gtk_text_iter_get_child_anchor (at);
  guint n = 0;
  g_autofree GtkWidget **widgets = anchor != NULL ? gtk_text_child_anchor_get_widgets (anchor, &n) : NULL;

  if (n == 0 || !NP_IS_READER_PHOTO (widgets[0]))
    return FALSE;
  g_string_append (html, "<p><img");
  append_attribute (html, "src", np_reader_photo_get_source (NP_READER_PHOTO (widgets[0])));
  append_attribute (html, "alt", np_reader_photo_get_alt (NP_READER_PHOTO (widgets[0])));
  g_string_append (html, "></p>\n");
  return TRUE;
}

static void
append_paragraph (GString *html, NpReaderTags *tags, const GtkTextIter *from, const GtkTextIter *to)
{
  const char *element = element_of (tags, from);

  g_string_append_printf (html, "<%s>", element);
  append_text (html, tags, from, to);
  g_string_append_printf (html, "</%s>\n", element);
}

/* A photo that goes elsewhere says where it is from. */
static void
append_source (GString *html, const NpArticle *article)
{
  const char *url = article->canonical_url != NULL ? article->canonical_url : article->url;
  const char *site = article->site_name != NULL ? article->site_name : article->site_domain;

  g_string_append (html, "<p><small>");
  append_escaped (html, article->headline != NULL ? article->headline : "");
  if (site != NULL)
    {
      g_string_append (html, ", ");
      append_escaped (html, site);
    }
  if (np_reader_link_is_safe (url))
    {
      g_string_append (html, ", <a");
      append_attribute (html, "href", url);
      g_string_append_c (html, '>');
      append_escaped (html, url);
      g_string_append (html, "</a>");
    }
  g_string_append (html, "</small></p>\n");
}

/**
 * np_reader_copy_html:
 * @tags: the tags of the buffer
 * @article: the story in it
 * @start: where to begin
 * @end: where to end
 *
 * Returns: (transfer full): what is between as a piece of HTML; where a photo is in it, with its caption and where it
 * is from
 */
char *
np_reader_copy_html (NpReaderTags *tags, const NpArticle *article, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autoptr (GString) html = g_string_new (NULL);
  GtkTextIter at = *start;
  gboolean photo = FALSE;

  while (gtk_text_iter_compare (&at, end) < 0)
    {
      GtkTextIter stop = at;

      if (!gtk_text_iter_ends_line (&stop))
        gtk_text_iter_forward_to_line_end (&stop);
      if (gtk_text_iter_compare (&stop, end) > 0)
        stop = *end;
      if (gtk_text_iter_get_child_anchor (&at) != NULL)
        photo |= append_photo (html, &at);
      else if (gtk_text_iter_compare (&at, &stop) < 0)
        append_paragraph (html, tags, &at, &stop);
      at = stop;
      if (!gtk_text_iter_forward_char (&at))
        break;
    }
  if (photo)
    append_source (html, article);
  return g_string_free (g_steal_pointer (&html), FALSE);
}

/**
 * np_reader_copy_new_content:
 * @tags: the tags of @buffer
 * @article: the story in @buffer
 * @buffer: where it is shown
 * @start: where to begin
 * @end: where to end
 *
 * Returns: (transfer full): what is between for a clipboard or a drag: programs take it as text or as HTML
 */
GdkContentProvider *
np_reader_copy_new_content (NpReaderTags *tags, const NpArticle *article, GtkTextBuffer *buffer,
                            const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *text = np_reader_copy_text (buffer, start, end);
  char *html = np_reader_copy_html (tags, article, start, end);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                      gdk_content_provider_new_typed (G_TYPE_STRING, text) };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
