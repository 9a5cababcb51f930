#include "ui/list/np-story-face.h"

#include "base/np-text.h"
#include "ui/list/np-marked-text.h"
#include "ui/np-format.h"
#include "ui/topics/np-topic-color.h"

#include <glib/gi18n.h>

/* A list view keeps two hundred rows, and a long way scrolled gives each of them another story within one frame. So a
 * row is one widget that draws; its text is laid out only once it is in sight. How high it is must be known before, and
 * is told by how many letters there are: measuring two hundred texts takes longer than many frames. */

#define PHOTO_SIZE   72
#define PHOTO_RADIUS 6
#define GAP          10 /* between mark, text and photo */
#define LINE_GAP     3
#define TOPICS_GAP   2 /* besides */
#define MARK_SIZE    8
#define MARK_TOP     6
#define STAR_SIZE    12
#define STAR_GAP     6
#define STAR_COLOR   "#e5a50a"
#define MAX_TOPICS   3
/* So many letters fit on a line of the narrowest list, and beside a photo. */
#define LINE_CHARS       36
#define SHORT_LINE_CHARS 26

struct _NpStoryFace
{
  NpStory *story;                       /* (nullable) */
  char *dots;                           /* (nullable) its topics, as markup */
  guint lines[NP_N_ROW_TEXTS];          /* 0 for what is not shown */
  PangoLayout *layouts[NP_N_ROW_TEXTS]; /* (nullable) each, made when it is drawn */
  int width;                            /* that they are made for */
  guint serial;                         /* of the fonts that they are made with */
};

/**
 * np_story_face_new:
 *
 * Returns: (transfer full): the face of no story
 */
NpStoryFace *
np_story_face_new (void)
{
  return g_new0 (NpStoryFace, 1);
}

/**
 * np_story_face_forget:
 * @self: a face
 *
 * Has its text laid out anew: colours or the direction are others.
 */
void
np_story_face_forget (NpStoryFace *self)
{
  for (NpRowText text = 0; text < NP_N_ROW_TEXTS; text++)
    g_clear_object (&self->layouts[text]);
}

/**
 * np_story_face_free:
 * @self: (transfer full) (nullable): a face
 */
void
np_story_face_free (NpStoryFace *self)
{
  if (self == NULL)
    return;
  np_story_face_forget (self);
  g_clear_object (&self->story);
  g_free (self->dots);
  g_free (self);
}

/**
 * np_story_face_find_title:
 * @story: a story
 *
 * Returns: its headline, or what stands for it
 */
const char *
np_story_face_find_title (NpStory *story)
{
  const char *headline = np_story_get_headline (story);

  return !np_text_is_empty (headline)       ? headline
         : np_story_get_url (story) != NULL ? np_story_get_url (story)
                                            : _ ("Story without a headline");
}

/**
 * np_story_face_dup_source:
 * @story: a story
 *
 * Returns: (transfer full): its site and its date
 */
char *
np_story_face_dup_source (NpStory *story)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *time = np_story_get_published (story), *site = np_story_get_site (story);
  g_autofree char *date = np_format_date (time != NULL ? time : np_story_get_saved (story), now);

  return np_text_is_empty (site) ? g_steal_pointer (&date)
         : *date == '\0'         ? g_strdup (site)
                                 : g_strdup_printf ("%s · %s", site, date);
}

static guint
count_lines (const char *words, NpStory *story)
{
  glong one_line = np_story_get_thumbnail (story) != NULL ? SHORT_LINE_CHARS : LINE_CHARS;

  return np_text_is_empty (words) ? 0 : g_utf8_strlen (words, -1) > one_line ? 2 : 1;
}

/**
 * np_story_face_show:
 * @self: a face
 * @story: (nullable): the story to show
 * @topics: the topics
 *
 * Returns: whether its height may be another now
 */
gboolean
np_story_face_show (NpStoryFace *self, NpStory *story, NpTopicTree *topics)
{
  guint lines[NP_N_ROW_TEXTS] = { 0 };
  gboolean other;

  np_story_face_forget (self);
  g_set_object (&self->story, story);
  g_clear_pointer (&self->dots, g_free);
  if (story == NULL)
    return FALSE;
  self->dots = np_topic_color_dup_dots (topics, np_story_get_topics (story), MAX_TOPICS);
  lines[NP_ROW_TEXT_HEADLINE] = count_lines (np_story_face_find_title (story), story);
  lines[NP_ROW_TEXT_SOURCE] = 1;
  lines[NP_ROW_TEXT_DECK] = np_story_get_snippet (story) != NULL ? 2 : count_lines (np_story_get_deck (story), story);
  lines[NP_ROW_TEXT_TOPICS] = self->dots != NULL;
  other = memcmp (lines, self->lines, sizeof lines) != 0;
  memcpy (self->lines, lines, sizeof lines);
  return other;
}

/* How far below the text before it a text begins. */
static int
gap_above (NpRowText text)
{
  return text == NP_ROW_TEXT_HEADLINE ? 0 : text == NP_ROW_TEXT_TOPICS ? LINE_GAP + TOPICS_GAP : LINE_GAP;
}

static int
get_text_height (NpStoryFace *self, NpRowLook *look, NpRowText text)
{
  int height = (int) self->lines[text] * np_row_look_get_line_height (look, text);

  return text == NP_ROW_TEXT_SOURCE ? MAX (height, STAR_SIZE) : height;
}

/**
 * np_story_face_get_height:
 * @self: a face
 * @look: how the rows look, brought up to date
 *
 * Returns: how much room it takes, in pixels, with a photo or without: rows of one kind are of one height
 */
int
np_story_face_get_height (NpStoryFace *self, NpRowLook *look)
{
  int height = 0;

  for (NpRowText text = 0; text < NP_N_ROW_TEXTS; text++)
    if (self->lines[text] > 0)
      height += gap_above (text) + get_text_height (self, look, text);
  return self->story != NULL && np_story_get_thumbnail (self->story) != NULL ? MAX (height, PHOTO_SIZE) : height;
}

/* The line of site and date begins where the window's lines do, whatever script the site's name is in: LRM or RLM. */
static char *
dup_directed_source (NpStory *story, GtkWidget *row)
{
  g_autofree char *source = np_story_face_dup_source (story);

  return g_strconcat (gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL ? "\u200F" : "\u200E", source, NULL);
}

static char *
dup_words (NpStoryFace *self, NpRowLook *look, GtkWidget *row, NpRowText text, PangoAttrList *attributes)
{
  const char *marked = NULL;
  GdkRGBA accent;

  switch (text)
    {
    case NP_ROW_TEXT_HEADLINE:
      marked = np_story_get_marked_headline (self->story);
      break;
    case NP_ROW_TEXT_SOURCE:
      return dup_directed_source (self->story, row);
    case NP_ROW_TEXT_DECK:
      marked = np_story_get_snippet (self->story);
      break;
    case NP_ROW_TEXT_TOPICS:
    case NP_N_ROW_TEXTS:
      return NULL;
    }
  if (marked == NULL)
    return text == NP_ROW_TEXT_HEADLINE ? g_strdup (np_story_face_find_title (self->story))
                                        : np_text_clean (np_story_get_deck (self->story));
  np_row_look_get_accent (look, &accent);
  return np_marked_text_strip (marked, attributes, &accent);
}

static void
set_font (NpStoryFace *self, PangoLayout *layout, NpRowText text)
{
  const PangoFontDescription *font = pango_context_get_font_description (pango_layout_get_context (layout));
  g_autoptr (PangoFontDescription) scaled = pango_font_description_copy (font);
  double size = pango_font_description_get_size (font) * np_row_look_get_scale (text);

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (scaled, size);
  else
    pango_font_description_set_size (scaled, (int) size);
  if (text == NP_ROW_TEXT_HEADLINE)
    pango_font_description_set_weight (scaled,
                                       np_story_get_read (self->story) ? PANGO_WEIGHT_MEDIUM : PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, scaled);
}

static PangoLayout *
make_layout (NpStoryFace *self, NpRowLook *look, GtkWidget *row, NpRowText text, int width)
{
  PangoLayout *layout = pango_layout_new (np_row_look_get_context (look));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *words = dup_words (self, look, row, text, attributes);

  if (text == NP_ROW_TEXT_TOPICS)
    pango_layout_set_markup (layout, self->dots, -1);
  else
    {
      pango_layout_set_text (layout, words != NULL ? words : "", -1);
      pango_layout_set_attributes (layout, attributes);
    }
  set_font (self, layout, text);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, -(int) self->lines[text]);
  return layout;
}

/* Text begins where the row does, whichever way it is written itself. */
static void
draw_text (NpStoryFace *self, NpRowLook *look, GtkWidget *row, NpRowText text, const graphene_rect_t *at,
           GtkSnapshot *snapshot)
{
  int width = (int) at->size.width;
  PangoRectangle extents;
  GdkRGBA color;
  float x;

  if (self->layouts[text] == NULL)
    self->layouts[text] = make_layout (self, look, row, text, width);
  pango_layout_get_pixel_extents (self->layouts[text], NULL, &extents);
  x = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL ? (float) (width - extents.width - extents.x)
                                                         : (float) -extents.x;
  np_row_look_get_color (look, row, text, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at->origin.x + x, at->origin.y));
  gtk_snapshot_append_layout (snapshot, self->layouts[text], &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_star (NpRowLook *look, const graphene_rect_t *at, GtkSnapshot *snapshot)
{
  GtkSymbolicPaintable *star = np_row_look_get_star (look);
  GdkRGBA color;

  if (star == NULL)
    return;
  gdk_rgba_parse (&color, STAR_COLOR);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at->origin);
  gtk_symbolic_paintable_snapshot_symbolic (star, snapshot, at->size.width, at->size.height, &color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_round (const graphene_rect_t *at, float radius, const GdkRGBA *color, GdkPaintable *picture, GtkSnapshot *snapshot)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, at, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, at);
  if (picture != NULL && gdk_paintable_get_intrinsic_width (picture) > 0
      && gdk_paintable_get_intrinsic_height (picture) > 0)
    {
      float width = (float) gdk_paintable_get_intrinsic_width (picture),
            height = (float) gdk_paintable_get_intrinsic_height (picture),
            scale = MAX (at->size.width / width, at->size.height / height);

      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at->origin.x + (at->size.width - width * scale) / 2,
                                                              at->origin.y + (at->size.height - height * scale) / 2));
      gdk_paintable_snapshot (picture, snapshot, (double) (width * scale), (double) (height * scale));
    }
  gtk_snapshot_pop (snapshot);
}

/* A rectangle counted from where lines begin. */
static graphene_rect_t
place (GtkWidget *row, int x, int y, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;

  return GRAPHENE_RECT_INIT ((float) (rtl ? gtk_widget_get_width (row) - x - width : x), (float) y, (float) width,
                             (float) height);
}

static void
draw_texts (NpStoryFace *self, NpRowLook *look, GtkWidget *row, int x, int width, GtkSnapshot *snapshot)
{
  int y = 0;

  for (NpRowText text = 0; text < NP_N_ROW_TEXTS; text++)
    {
      gboolean star = text == NP_ROW_TEXT_SOURCE && np_story_get_starred (self->story);
      int height = get_text_height (self, look, text), room = star ? width - STAR_SIZE - STAR_GAP : width;
      graphene_rect_t at;

      if (self->lines[text] == 0)
        continue;
      y += gap_above (text);
      at = place (row, x, y, room, height);
      draw_text (self, look, row, text, &at, snapshot);
      if (star)
        {
          at = place (row, x + width - STAR_SIZE, y + (height - STAR_SIZE) / 2, STAR_SIZE, STAR_SIZE);
          draw_star (look, &at, snapshot);
        }
      /* A line that was kept free for words that then needed none is left below all, not between them. */
      y += height
           - (int) (self->lines[text] - (guint) pango_layout_get_line_count (self->layouts[text]))
                 * np_row_look_get_line_height (look, text);
    }
}

/**
 * np_story_face_snapshot:
 * @self: a face
 * @look: how the rows look
 * @row: the row
 * @picture: (nullable): the photo, once it is there
 * @snapshot: where to draw
 *
 * Draws it over all of @row.
 */
void
np_story_face_snapshot (NpStoryFace *self, NpRowLook *look, GtkWidget *row, GdkPaintable *picture,
                        GtkSnapshot *snapshot)
{
  gboolean photo = self->story != NULL && np_story_get_thumbnail (self->story) != NULL;
  int from = MARK_SIZE + GAP, width = gtk_widget_get_width (row) - from - (photo ? PHOTO_SIZE + GAP : 0);
  guint serial = np_row_look_update (look);
  graphene_rect_t at;
  GdkRGBA color;

  if (self->story == NULL || np_row_look_get_context (look) == NULL)
    return;
  if (self->width != width || self->serial != serial)
    np_story_face_forget (self);
  self->width = width;
  self->serial = serial;
  if (!np_story_get_read (self->story))
    {
      at = place (row, 0, MARK_TOP, MARK_SIZE, MARK_SIZE);
      np_row_look_get_accent (look, &color);
      draw_round (&at, (float) MARK_SIZE / 2, &color, NULL, snapshot);
    }
  draw_texts (self, look, row, from, width, snapshot);
  if (photo)
    {
      at = place (row, gtk_widget_get_width (row) - PHOTO_SIZE, 0, PHOTO_SIZE, PHOTO_SIZE);
      np_row_look_get_color (look, row, NP_ROW_TEXT_HEADLINE, &color);
      color.alpha *= 0.08f;
      draw_round (&at, PHOTO_RADIUS, &color, picture, snapshot);
    }
}
