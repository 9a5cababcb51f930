#include "ui/reader/np-reader-tags.h"

#include <math.h>
#include <string.h>

/* How far one level of a quote or a list moves the text in, in ems. */
#define QUOTE_STEP 1.1
#define LIST_STEP  1.5

struct _NpReaderTags
{
  GtkTextTagTable *table;
  GtkTextTag *tags[NP_READER_N_TAGS];
  GHashTable *indents; /* char* "path/marker/rtl" → GtkTextTag* */
  GPtrArray *links;    /* GtkTextTag* */
  NpReaderLook look;
};

/* The type scale: sizes against the body's, spaces in ems of the body. */
typedef struct
{
  double scale;
  double above;
  double below;
  double leading; /* line height against the size of the font */
  int weight;
  gboolean dim;
} Measure;

static const Measure measures[NP_READER_N_TAGS] = {
  [NP_READER_TAG_BASE] = { 1, 0, 0, 1.5, 0, FALSE },
  [NP_READER_TAG_KICKER] = { 0.72, 0, 0.2, 1.3, 700, TRUE },
  [NP_READER_TAG_HEADLINE] = { 1.85, 0.1, 0.35, 1.2, 700, FALSE },
  [NP_READER_TAG_DECK] = { 1.15, 0, 0.6, 1.4, 0, TRUE },
  [NP_READER_TAG_BYLINE] = { 0.8, 0, 0.15, 1.4, 0, TRUE },
  [NP_READER_TAG_PARAGRAPH] = { 1, 0, 0.8, 1.5, 0, FALSE },
  [NP_READER_TAG_HEADING_2] = { 1.4, 0.9, 0.45, 1.25, 700, FALSE },
  [NP_READER_TAG_HEADING_3] = { 1.2, 0.7, 0.4, 1.3, 700, FALSE },
  [NP_READER_TAG_HEADING_4] = { 1.05, 0.5, 0.35, 1.4, 700, FALSE },
  [NP_READER_TAG_HEADING_5] = { 1, 0.5, 0.3, 1.4, 700, FALSE },
  [NP_READER_TAG_HEADING_6] = { 0.9, 0.5, 0.3, 1.4, 700, TRUE },
  [NP_READER_TAG_ITEM] = { 1, 0, 0.35, 1.5, 0, FALSE },
  [NP_READER_TAG_PREFORMATTED] = { 0.85, 0.6, 1.2, 1.4, 0, FALSE },
  [NP_READER_TAG_CHILD] = { 1, 0.7, 0.6, 0, 0, FALSE },
  [NP_READER_TAG_CAPTION] = { 0.82, 0, 0.1, 1.4, 0, FALSE },
  [NP_READER_TAG_CREDIT] = { 0.72, 0, 0.1, 1.4, 0, TRUE },
};

static GQuark
bars_quark (void)
{
  return g_quark_from_static_string ("np-reader-bars");
}

static GQuark
href_quark (void)
{
  return g_quark_from_static_string ("np-reader-href");
}

/* Where the bars of the quotes around a block stand. */
typedef struct
{
  guint n;
  gboolean rtl;
  int offsets[];
} Bars;

static GtkTextTag *
add_tag (NpReaderTags *self, const char *name)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);

  gtk_text_tag_table_add (self->table, tag);
  return tag;
}

static int
pixels (const NpReaderLook *look, double ems)
{
  return (int) round (look->em * ems);
}

/* Lines of a wrapped paragraph are set apart by what the leading adds to a font's own height, about 1.17 of its size.
 */
static int
pixels_inside_wrap (const NpReaderLook *look, const Measure *measure)
{
  double leading = measure->leading * look->leading;

  return leading > 1.17 ? pixels (look, measure->scale * (leading - 1.17)) : 0;
}

static gboolean
is_dark (const NpReaderLook *look)
{
  return look->color.red * 0.3 + look->color.green * 0.59 + look->color.blue * 0.11 > 0.5;
}

static void
set_measures (NpReaderTags *self)
{
  const NpReaderLook *look = &self->look;
  GdkRGBA dim = look->color;

  dim.alpha *= 0.8;
  for (guint i = NP_READER_TAG_KICKER; i <= NP_READER_TAG_CREDIT; i++)
    {
      const Measure *measure = &measures[i];
      double scale = measure->scale;

      /* On a telephone a headline of full size would break after every other word. */
      if (i == NP_READER_TAG_HEADLINE && look->column < 24 * look->em)
        scale = 1.5;
      g_object_set (self->tags[i], "scale", scale, "pixels-above-lines", pixels (look, measure->above),
                    "pixels-below-lines", pixels (look, measure->below), "pixels-inside-wrap",
                    pixels_inside_wrap (look, measure), NULL);
      if (measure->weight != 0)
        g_object_set (self->tags[i], "weight", measure->weight, NULL);
      if (measure->dim)
        g_object_set (self->tags[i], "foreground-rgba", &dim, NULL);
    }
  g_object_set (self->tags[NP_READER_TAG_PREFORMATTED], "left-margin", pixels (look, 0.8), "right-margin",
                pixels (look, 0.8), NULL);
}

/* The ground under marked words, in the order of np_highlight_list_colors(): the text on it keeps its own colour, and
 * at least 4.5:1 against it. */
static void
set_highlight_colors (NpReaderTags *self, gboolean dark)
{
  static const char *const light_grounds[] = { "#fff2a8", "#c9f2c7", "#cfe4ff", "#ffd6e7" };
  static const char *const dark_grounds[] = { "#5c4d00", "#1f5130", "#1f4372", "#6a2846" };

  for (guint i = 0; i < G_N_ELEMENTS (light_grounds); i++)
    {
      GdkRGBA ground;

      gdk_rgba_parse (&ground, dark ? dark_grounds[i] : light_grounds[i]);
      g_object_set (self->tags[NP_READER_TAG_HIGHLIGHT + i], "background-rgba", &ground, NULL);
    }
}

static void
set_colors (NpReaderTags *self)
{
  gboolean dark = is_dark (&self->look);
  GdkRGBA link, sought, match, current, text, spoken, code = self->look.color;

  gdk_rgba_parse (&link, dark ? "#99c1f1" : "#1a5fb4");
  gdk_rgba_parse (&sought, dark ? "#4d4413" : "#fdf7c4");
  gdk_rgba_parse (&match, dark ? "#7a5c00" : "#f9f06b");
  gdk_rgba_parse (&current, dark ? "#ff7800" : "#ffa348");
  gdk_rgba_parse (&text, "#000000");
  gdk_rgba_parse (&spoken, dark ? "#453a78" : "#e2daff");
  set_highlight_colors (self, dark);
  code.alpha = 0.08;
  g_object_set (self->tags[NP_READER_TAG_LINK], "foreground-rgba", &link, NULL);
  g_object_set (self->tags[NP_READER_TAG_SOUGHT], "background-rgba", &sought, NULL);
  g_object_set (self->tags[NP_READER_TAG_SPOKEN], "background-rgba", &spoken, NULL);
  g_object_set (self->tags[NP_READER_TAG_MATCH], "background-rgba", &match, NULL);
  g_object_set (self->tags[NP_READER_TAG_CURRENT_MATCH], "background-rgba", &current, "foreground-rgba", &text, NULL);
  g_object_set (self->tags[NP_READER_TAG_CODE], "background-rgba", &code, NULL);
}

static double
step_of (char level)
{
  return level == 'Q' ? QUOTE_STEP : LIST_STEP;
}

/* An indent's key is its path of levels from outside in ('Q' a quote, 'L' a list), "/", whether it is the paragraph
 * with the list's marker, "/", and whether it is set from right to left. */
static void
set_indent (NpReaderTags *self, GtkTextTag *tag, const char *key)
{
  const char *end = strchr (key, '/');
  gboolean marker = end[1] == '1', rtl = end[3] == '1';
  double ems = 0;
  Bars *bars = g_malloc0 (sizeof (Bars) + (end - key) * sizeof (int));

  bars->rtl = rtl;
  for (const char *level = key; level < end; level++)
    {
      if (*level == 'Q')
        bars->offsets[bars->n++] = pixels (&self->look, ems);
      if (!marker || level + 1 < end)
        ems += step_of (*level);
    }
  g_object_set_qdata_full (G_OBJECT (tag), bars_quark (), bars, g_free);
  g_object_set (tag, "accumulative-margin", TRUE, rtl ? "right-margin" : "left-margin", pixels (&self->look, ems),
                NULL);
  if (marker)
    {
      int hang = pixels (&self->look, LIST_STEP);
      PangoTabArray *tabs = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, hang);

      g_object_set (tag, "indent", -hang, "tabs", tabs, NULL);
      pango_tab_array_free (tabs);
    }
}

static void
make_fixed_tags (NpReaderTags *self)
{
  GtkTextTag **tags = self->tags;

  g_object_set (tags[NP_READER_TAG_KICKER], "text-transform", PANGO_TEXT_TRANSFORM_UPPERCASE, "letter-spacing",
                PANGO_SCALE, NULL);
  g_object_set (tags[NP_READER_TAG_PREFORMATTED], "family", "monospace", "accumulative-margin", TRUE, "wrap-mode",
                GTK_WRAP_WORD_CHAR, "insert-hyphens", FALSE, NULL);
  g_object_set (tags[NP_READER_TAG_STRONG], "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (tags[NP_READER_TAG_EMPHASIS], "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (tags[NP_READER_TAG_CODE], "family", "monospace", "scale", 0.9, "insert-hyphens", FALSE, NULL);
  g_object_set (tags[NP_READER_TAG_LINK], "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

/* Raised by the size of the text, a footnote's number would push its line away from the one above. */
static void
set_scripts (NpReaderTags *self)
{
  int rise = pixels (&self->look, 0.3) * PANGO_SCALE;

  g_object_set (self->tags[NP_READER_TAG_SUPERSCRIPT], "scale", 0.7, "rise", rise, NULL);
  g_object_set (self->tags[NP_READER_TAG_SUBSCRIPT], "scale", 0.7, "rise", -rise / 2, NULL);
}

/**
 * np_reader_tags_new:
 * @table: the empty tag table of the buffer that they are for
 *
 * Returns: (transfer full): tags without a look
 */
NpReaderTags *
np_reader_tags_new (GtkTextTagTable *table)
{
  NpReaderTags *self = g_new0 (NpReaderTags, 1);

  self->table = g_object_ref (table);
  self->indents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->links = g_ptr_array_new ();
  for (guint i = 0; i < NP_READER_N_TAGS; i++)
    self->tags[i] = add_tag (self, NULL);
  make_fixed_tags (self);
  return self;
}

/**
 * np_reader_tags_free:
 * @self: (transfer full) (nullable): tags
 */
void
np_reader_tags_free (NpReaderTags *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->indents);
  g_ptr_array_unref (self->links);
  g_object_unref (self->table);
  g_free (self);
}

/**
 * np_reader_tags_get:
 * @self: tags
 * @tag: a role
 *
 * Returns: (transfer none): the tag of that role
 */
GtkTextTag *
np_reader_tags_get (NpReaderTags *self, NpReaderTag tag)
{
  return self->tags[tag];
}

/**
 * np_reader_tags_get_indent:
 * @self: tags
 * @path: the levels around a block from outside in: 'Q' a quote, 'L' a list
 * @marker: whether the block begins with the marker of a list's item
 * @rtl: whether it is set from right to left
 *
 * Returns: (transfer none) (nullable): the tag that moves a block in; %NULL where there is no level
 */
GtkTextTag *
np_reader_tags_get_indent (NpReaderTags *self, const char *path, gboolean marker, gboolean rtl)
{
  g_autofree char *key = g_strdup_printf ("%s/%d/%d", path, marker != FALSE, rtl != FALSE);
  GtkTextTag *tag = g_hash_table_lookup (self->indents, key);

  if (*path == '\0' || tag != NULL)
    return tag;
  tag = add_tag (self, NULL);
  set_indent (self, tag, key);
  g_hash_table_insert (self->indents, g_steal_pointer (&key), tag);
  return tag;
}

/**
 * np_reader_tags_add_link:
 * @self: tags
 * @href: where the link leads
 *
 * Returns: (transfer none): a new tag that knows @href; it lives until np_reader_tags_clear_links()
 */
GtkTextTag *
np_reader_tags_add_link (NpReaderTags *self, const char *href)
{
  GtkTextTag *tag = add_tag (self, NULL);

  g_object_set_qdata_full (G_OBJECT (tag), href_quark (), g_strdup (href), g_free);
  g_ptr_array_add (self->links, tag);
  return tag;
}

/**
 * np_reader_tags_clear_links:
 * @self: tags
 *
 * Forgets the links of the last story, after its text was taken away.
 */
void
np_reader_tags_clear_links (NpReaderTags *self)
{
  /* From the last one back: taking a tag out of the middle of the table renumbers all above it. */
  for (guint i = self->links->len; i > 0; i--)
    gtk_text_tag_table_remove (self->table, self->links->pdata[i - 1]);
  g_ptr_array_set_size (self->links, 0);
}

/**
 * np_reader_tags_set_language:
 * @self: tags
 * @language: (nullable): BCP 47; chooses glyphs where languages write one character differently
 */
void
np_reader_tags_set_language (NpReaderTags *self, const char *language)
{
  gboolean known = language != NULL && *language != '\0';

  if (known)
    g_object_set (self->tags[NP_READER_TAG_BASE], "language", language, NULL);
  g_object_set (self->tags[NP_READER_TAG_BASE], "language-set", known, NULL);
}

static gboolean
look_equal (const NpReaderLook *a, const NpReaderLook *b)
{
  return fabs (a->em - b->em) < 0.01 && fabs (a->scale - b->scale) < 0.001 && a->family == b->family
         && fabs (a->leading - b->leading) < 0.001 && gdk_rgba_equal (&a->color, &b->color)
         && (a->column < 24 * a->em) == (b->column < 24 * b->em);
}

/**
 * np_reader_tags_set_look:
 * @self: tags
 * @look: what they are for
 *
 * Sizes and colours all tags. Does nothing when nothing would change, since each change lays the whole text out again.
 */
void
np_reader_tags_set_look (NpReaderTags *self, const NpReaderLook *look)
{
  GHashTableIter iter;
  gpointer key, tag;
  gboolean same = look_equal (&self->look, look);

  self->look = *look;
  if (same)
    return;
  g_object_set (self->tags[NP_READER_TAG_BASE], "scale", look->scale, "family", look->family, "family-set",
                look->family != NULL, NULL);
  set_measures (self);
  set_scripts (self);
  set_colors (self);
  g_hash_table_iter_init (&iter, self->indents);
  while (g_hash_table_iter_next (&iter, &key, &tag))
    set_indent (self, tag, key);
}

/**
 * np_reader_tags_get_look:
 * @self: tags
 *
 * Returns: (transfer none): what they are for at present
 */
const NpReaderLook *
np_reader_tags_get_look (NpReaderTags *self)
{
  return &self->look;
}

/**
 * np_reader_tags_get_bars:
 * @tag: any tag
 * @offsets: (out) (transfer none): how far from the column's start each bar stands, pixels
 * @rtl: (out): whether the column starts at the right
 *
 * Returns: how many bars stand beside a paragraph of this tag: one for each quote that it is in
 */
guint
np_reader_tags_get_bars (GtkTextTag *tag, const int **offsets, gboolean *rtl)
{
  Bars *bars = g_object_get_qdata (G_OBJECT (tag), bars_quark ());

  if (bars == NULL)
    return 0;
  *offsets = bars->offsets;
  *rtl = bars->rtl;
  return bars->n;
}

/**
 * np_reader_tags_get_href:
 * @tag: any tag
 *
 * Returns: (nullable): where the link of this tag leads; %NULL when it is not a link's
 */
const char *
np_reader_tags_get_href (GtkTextTag *tag)
{
  return g_object_get_qdata (G_OBJECT (tag), href_quark ());
}
