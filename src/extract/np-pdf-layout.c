#include "extract/np-pdf-layout.h"

#include "base/np-text.h"

#include <string.h>

/* More than any story has. */
#define MAX_LINES 100000

typedef struct
{
  NpPdfLayout *layout;
  NpPdfLine line; /* that is open; text is in @words */
  GString *words;
  GArray *sizes;    /* double: of its words */
  GString *text;    /* of the element that is open */
  gboolean in_text; /* whether it is one whose text counts */
  guint block;
} Reader;

static void
line_clear (gpointer data)
{
  g_free (((NpPdfLine *) data)->text);
}

/**
 * np_pdf_layout_free:
 * @layout: (transfer full) (nullable): a layout
 */
void
np_pdf_layout_free (NpPdfLayout *layout)
{
  if (layout == NULL)
    return;
  g_free (layout->title);
  g_free (layout->author);
  g_free (layout->created);
  g_array_unref (layout->lines);
  g_array_unref (layout->heights);
  g_free (layout);
}

static double
read_number (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      {
        double number = g_ascii_strtod (values[i], NULL);

        return number > -1e6 && number < 1e6 ? number : 0;
      }
  return 0;
}

static void
read_meta (NpPdfLayout *layout, const char **names, const char **values)
{
  const char *name = NULL, *content = NULL;
  char **place = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "name") == 0)
      name = values[i];
    else if (strcmp (names[i], "content") == 0)
      content = values[i];
  if (name == NULL || content == NULL)
    return;
  if (strcmp (name, "Author") == 0)
    place = &layout->author;
  else if (strcmp (name, "CreationDate") == 0)
    place = &layout->created;
  if (place != NULL && *place == NULL && !np_text_is_empty (content))
    *place = np_text_clean (content);
}

static void
on_start (GMarkupParseContext *context, const char *element, const char **names, const char **values,
          gpointer user_data, GError **error)
{
  Reader *r = user_data;

  if (strcmp (element, "page") == 0)
    {
      double height = read_number (names, values, "height");

      g_array_append_val (r->layout->heights, height);
    }
  else if (strcmp (element, "block") == 0)
    r->block++;
  else if (strcmp (element, "line") == 0)
    {
      r->line.left = read_number (names, values, "xMin");
      r->line.top = read_number (names, values, "yMin");
      r->line.right = read_number (names, values, "xMax");
      r->line.bottom = read_number (names, values, "yMax");
      g_string_truncate (r->words, 0);
      g_array_set_size (r->sizes, 0);
    }
  else if (strcmp (element, "word") == 0)
    {
      double size = read_number (names, values, "yMax") - read_number (names, values, "yMin");

      g_array_append_val (r->sizes, size);
    }
  else if (strcmp (element, "meta") == 0)
    read_meta (r->layout, names, values);
  r->in_text = strcmp (element, "word") == 0 || strcmp (element, "title") == 0;
  g_string_truncate (r->text, 0);
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reader *r = user_data;

  if (r->in_text)
    g_string_append_len (r->text, text, (gssize) length);
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
end_line (Reader *r)
{
  NpPdfLine line = r->line;

  line.text = np_text_clean (r->words->str);
  if (*line.text == '\0' || r->layout->lines->len >= MAX_LINES || r->layout->heights->len == 0)
    {
      g_free (line.text);
      return;
    }
  g_array_sort (r->sizes, compare_sizes);
  line.size = r->sizes->len > 0 ? g_array_index (r->sizes, double, r->sizes->len / 2) : line.bottom - line.top;
  line.page = r->layout->heights->len - 1;
  line.block = r->block;
  g_array_append_val (r->layout->lines, line);
}

static void
on_end (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reader *r = user_data;

  if (strcmp (element, "word") == 0)
    {
      if (r->words->len > 0)
        g_string_append_c (r->words, ' ');
      g_string_append_len (r->words, r->text->str, (gssize) r->text->len);
    }
  else if (strcmp (element, "line") == 0)
    end_line (r);
  else if (strcmp (element, "title") == 0 && r->layout->title == NULL && !np_text_is_empty (r->text->str))
    r->layout->title = np_text_clean (r->text->str);
  r->in_text = FALSE;
}

/* Characters that XML does not have, and that the tool writes all the same, become spaces. */
static char *
mend (const char *text, gsize length)
{
  char *valid = g_utf8_make_valid (text, (gssize) length);

  for (char *p = valid; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\n' && *p != '\t' && *p != '\r')
      *p = ' ';
  return valid;
}

/**
 * np_pdf_layout_read:
 * @text: what the tool wrote
 * @length: of it
 *
 * Returns: (transfer full): what could be read of it; no lines when it is nothing of the kind
 */
NpPdfLayout *
np_pdf_layout_read (const char *text, gsize length)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end, .text = on_text };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GString) words = g_string_new (NULL), open = g_string_new (NULL);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *valid = mend (text, length);
  NpPdfLayout *layout = g_new0 (NpPdfLayout, 1);
  Reader reader = { .layout = layout, .words = words, .text = open, .sizes = sizes };

  layout->lines = g_array_new (FALSE, FALSE, sizeof (NpPdfLine));
  g_array_set_clear_func (layout->lines, line_clear);
  layout->heights = g_array_new (FALSE, FALSE, sizeof (double));
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  /* One that is cut off gives what is there. */
  if (g_markup_parse_context_parse (context, valid, -1, NULL))
    g_markup_parse_context_end_parse (context, NULL);
  return layout;
}
