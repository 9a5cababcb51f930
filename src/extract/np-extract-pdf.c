#include "extract/np-date.h"
#include "extract/np-extract-text-line.h"
#include "extract/np-extract.h"
#include "extract/np-pdf-layout.h"

#include "base/np-text.h"

#include <math.h>
#include <string.h>

/* Letters that are so much larger than those of the text make a heading, and a headline. */
#define HEADING_SIZE  1.12
#define HEADLINE_SIZE 1.25

/* What is nearer to the edge of a page than this part of it can be its running title or its number. */
#define MARGIN 0.09

typedef struct
{
  NpPdfLayout *layout;
  gboolean *dropped; /* of each line */
  double size;       /* of the letters of the text */
  GString *out;
} Reader;

static const NpPdfLine *
get_line (const Reader *r, guint i)
{
  return &g_array_index (r->layout->lines, NpPdfLine, i);
}

/* The size that most letters have, in tenths of a point. */
static double
find_size (const NpPdfLayout *layout)
{
  g_autofree gsize *letters = g_new0 (gsize, 1000);
  guint best = 100;

  for (guint i = 0; i < layout->lines->len; i++)
    {
      const NpPdfLine *line = &g_array_index (layout->lines, NpPdfLine, i);
      guint tenths = (guint) CLAMP (line->size * 10, 0, 999);

      letters[tenths] += strlen (line->text);
      if (letters[tenths] > letters[best])
        best = tenths;
    }
  return MAX (best, 1) / 10.0;
}

/* A line without its numbers: the same on every page. */
static char *
without_numbers (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isdigit (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static gboolean
is_in_margin (const Reader *r, const NpPdfLine *line)
{
  double height = g_array_index (r->layout->heights, double, line->page);

  return line->bottom < height * MARGIN || line->top > height * (1 - MARGIN);
}

/* Takes out what stands at the edges of several pages, and the numbers of pages. */
static void
drop_running_lines (Reader *r)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < r->layout->lines->len; i++)
      {
        const NpPdfLine *line = get_line (r, i);
        g_autofree char *key = is_in_margin (r, line) ? without_numbers (line->text) : NULL;
        guint pages;

        if (key == NULL)
          continue;
        pages = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
        if (pass == 1)
          r->dropped[i] = pages > 1 || (np_text_count_words (key) <= 3 && strlen (key) < strlen (line->text));
        else
          g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (pages + 1));
      }
}

/* What programs put there for want of a title. */
static gboolean
is_title (const char *title)
{
  static const char *const endings[] = { ".doc", ".docx", ".odt", ".indd", ".pdf", ".qxd", ".txt", ".rtf" };
  g_autofree char *lower = title != NULL ? g_utf8_strdown (title, -1) : NULL;

  if (lower == NULL || np_text_count_words (lower) < 2 || g_str_has_prefix (lower, "microsoft ")
      || strstr (lower, "untitled") != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_size (double a, double b)
{
  return fabs (a - b) < 0.06 * MAX (a, b);
}

/* The largest letters of the first page, when they are large; their lines are dropped. */
static char *
take_headline (Reader *r)
{
  g_autoptr (GString) headline = g_string_new (NULL);
  double largest = 0;
  guint first = 0;

  for (guint i = 0; i < r->layout->lines->len && get_line (r, i)->page == 0; i++)
    if (!r->dropped[i] && get_line (r, i)->size > largest && np_text_count_words (get_line (r, i)->text) > 1)
      {
        largest = get_line (r, i)->size;
        first = i;
      }
  if (largest < r->size * HEADLINE_SIZE)
    return is_title (r->layout->title) ? g_strdup (r->layout->title) : NULL;
  for (guint i = first; i < r->layout->lines->len && headline->len < 300; i++)
    {
      if (get_line (r, i)->page != 0 || !is_same_size (get_line (r, i)->size, largest))
        break;
      g_string_append_printf (headline, "%s%s", headline->len > 0 ? " " : "", get_line (r, i)->text);
      r->dropped[i] = TRUE;
    }
  return g_strdup (headline->str);
}

static gunichar
last_char (const GString *text)
{
  return text->len > 0 ? g_utf8_get_char (g_utf8_prev_char (text->str + text->len)) : 0;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x00AD || c == 0x2010;
}

/* Adds a line to the paragraph that is open: a word that was broken is made whole, and scripts without spaces get none.
 */
static void
join (GString *out, const char *text)
{
  gunichar last = last_char (out), first = g_utf8_get_char (text);

  if (is_hyphen (last) && g_unichar_islower (first))
    {
      const char *hyphen = g_utf8_prev_char (out->str + out->len);

      if (hyphen > out->str && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (hyphen))))
        g_string_truncate (out, (gsize) (hyphen - out->str));
    }
  else if (!is_hyphen (last) && !(g_unichar_iswide (last) && g_unichar_iswide (first)))
    g_string_append_c (out, ' ');
  g_string_append (out, text);
}

/* Whether a line goes on with the paragraph of the line before it. */
static gboolean
goes_on (const Reader *r, const NpPdfLine *before, const NpPdfLine *line)
{
  gboolean ended = np_text_line_is_sentence (before->text);
  gunichar first = g_utf8_get_char (line->text);

  if (!is_same_size (before->size, line->size))
    return FALSE;
  if (line->size > r->size * HEADING_SIZE)
    return before->block == line->block;
  /* Over the edge of a column or a page a sentence goes on. */
  if (before->block != line->block)
    return !ended && (g_unichar_islower (first) || is_hyphen (last_char (r->out)))
           && np_text_count_words (before->text) > 3;
  /* An indent, or a gap, begins a paragraph; and so does what follows a line that ends early. */
  if (line->left > before->left + line->size * 0.8 && line->top > before->top)
    return !ended;
  return !(line->top - before->bottom > line->size * 0.9) && !(ended && before->right < line->right - line->size * 6);
}

static void
write_lines (Reader *r)
{
  const NpPdfLine *before = NULL;

  for (guint i = 0; i < r->layout->lines->len; i++)
    {
      const NpPdfLine *line = get_line (r, i);

      if (r->dropped[i])
        continue;
      if (before != NULL && goes_on (r, before, line))
        join (r->out, line->text);
      else
        g_string_append_printf (r->out, "%s%s", r->out->len > 0 ? "\n\n" : "", line->text);
      before = line;
    }
}

static void
set_facts (NpArticle *article, const NpPage *page, const NpPdfLayout *layout)
{
  g_autofree char *created = layout->created != NULL ? np_date_parse (layout->created, NULL) : NULL;

  if (article->authors->len == 0 && layout->author != NULL && np_text_count_words (layout->author) > 1)
    {
      g_ptr_array_add (article->authors, g_strdup (layout->author));
      np_article_set_field_source (article, "authors", "pdf");
    }
  if (article->published == NULL && created != NULL)
    {
      article->published = g_steal_pointer (&created);
      np_article_set_field_source (article, "published", "pdf");
    }
  if (article->url == NULL)
    article->url = g_strdup (page->url);
  article->provenance.final_url = g_strdup (page->final_url);
  article->provenance.status = page->status;
  article->provenance.content_type = g_strdup ("application/pdf");
}

/**
 * np_extract_pdf:
 * @page: what `pdftotext -bbox-layout` wrote of a PDF, with the PDF's own addresses
 * @error: return location for a `NP_EXTRACT_ERROR`
 *
 * Reads the story of a PDF: the headline by its size or the document's title, the paragraphs joined over lines, columns
 * and pages, without running titles; byline and date as the text has them, else as the document says.
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
NpArticle *
np_extract_pdf (const NpPage *page, GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (page->bytes, &size);
  g_autoptr (NpPdfLayout) layout = np_pdf_layout_read (bytes, size);
  g_autofree gboolean *dropped = g_new0 (gboolean, layout->lines->len + 1);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *headline = NULL;
  Reader reader = { layout, dropped, find_size (layout), out };
  NpArticle *article;

  if (layout->lines->len == 0)
    {
      g_set_error (error, NP_EXTRACT_ERROR, NP_EXTRACT_ERROR_NO_STORY,
                   "There is no text in this PDF, only pictures of its %u pages", layout->heights->len);
      return NULL;
    }
  drop_running_lines (&reader);
  headline = take_headline (&reader);
  if (headline != NULL)
    g_string_append (out, headline);
  write_lines (&reader);
  article = np_extract_text (out->str, error);
  if (article != NULL)
    set_facts (article, page, layout);
  return article;
}
