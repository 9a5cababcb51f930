/* The looks of a story's text: one GtkTextTag for each role, sized and coloured together. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  NP_READER_TAG_EVEN, /* of each second paragraph, without a look: see np-reader-pen.c */
  NP_READER_TAG_ODD,  /* of those between */
  NP_READER_TAG_BASE, /* over everything: font, size, language */
  NP_READER_TAG_KICKER,
  NP_READER_TAG_HEADLINE,
  NP_READER_TAG_DECK,
  NP_READER_TAG_BYLINE,
  NP_READER_TAG_PARAGRAPH,
  NP_READER_TAG_HEADING_2,
  NP_READER_TAG_HEADING_3,
  NP_READER_TAG_HEADING_4,
  NP_READER_TAG_HEADING_5,
  NP_READER_TAG_HEADING_6,
  NP_READER_TAG_ITEM, /* a paragraph of a list */
  NP_READER_TAG_PREFORMATTED,
  NP_READER_TAG_CHILD, /* the line of a photo, table, … */
  NP_READER_TAG_CAPTION,
  NP_READER_TAG_CREDIT,
  NP_READER_TAG_STRONG,
  NP_READER_TAG_EMPHASIS,
  NP_READER_TAG_CODE,
  NP_READER_TAG_SUBSCRIPT,
  NP_READER_TAG_SUPERSCRIPT,
  NP_READER_TAG_LINK,
  NP_READER_TAG_HIGHLIGHT, /* one for each of np_highlight_list_colors() */
  NP_READER_TAG_HIGHLIGHT_LAST = NP_READER_TAG_HIGHLIGHT + 3,
  NP_READER_TAG_SOUGHT, /* what the search in the list found */
  NP_READER_TAG_SPOKEN, /* the sentence that is read aloud */
  NP_READER_TAG_MATCH,
  NP_READER_TAG_CURRENT_MATCH,
  NP_READER_N_TAGS
} NpReaderTag;

/* What the tags are made for. A plain record. */
typedef struct
{
  double em;          /* height of the body's font, pixels */
  double scale;       /* of the body's font against the widget's */
  const char *family; /* (nullable) interned; NULL = the widget's own */
  double leading;     /* height of the body's lines against 1.5 times its size */
  GdkRGBA color;      /* of the text */
  int column;         /* width of the text, pixels */
} NpReaderLook;

typedef struct _NpReaderTags NpReaderTags;

NpReaderTags *np_reader_tags_new (GtkTextTagTable *table);
void np_reader_tags_free (NpReaderTags *self);
GtkTextTag *np_reader_tags_get (NpReaderTags *self, NpReaderTag tag);
GtkTextTag *np_reader_tags_get_indent (NpReaderTags *self, const char *path, gboolean marker, gboolean rtl);
GtkTextTag *np_reader_tags_add_link (NpReaderTags *self, const char *href);
void np_reader_tags_clear_links (NpReaderTags *self);
void np_reader_tags_set_language (NpReaderTags *self, const char *language);
void np_reader_tags_set_look (NpReaderTags *self, const NpReaderLook *look);
const NpReaderLook *np_reader_tags_get_look (NpReaderTags *self);
guint np_reader_tags_get_bars (GtkTextTag *tag, const int **offsets, gboolean *rtl);
const char *np_reader_tags_get_href (GtkTextTag *tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderTags, np_reader_tags_free)

G_END_DECLS
