#include "ui/reader/np-reader-labels.h"

/* How much of the view is left above a match, as gtk_text_view_scroll_to_mark() does it for those in the text. */
#define MARGIN 0.2

/* One search. */
typedef struct
{
  GRegex *regex;
  GArray *matches;
  guint most;
  int at;
} Search;

static void
match_clear (gpointer data)
{
  g_object_unref (((NpReaderLabelMatch *) data)->label);
}

static void
find_in_label (Search *search, GtkLabel *label)
{
  g_autoptr (GMatchInfo) info = NULL;

  g_regex_match (search->regex, gtk_label_get_text (label), 0, &info);
  while (search->matches->len < search->most && g_match_info_matches (info))
    {
      NpReaderLabelMatch match = { label, search->at, 0, 0 };

      if (g_match_info_fetch_pos (info, 0, &match.start, &match.end) && match.end > match.start)
        {
          g_object_ref (label);
          g_array_append_val (search->matches, match);
        }
      if (!g_match_info_next (info, NULL))
        break;
    }
}

static void
find_below (Search *search, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    find_in_label (search, GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_below (search, child);
}

/* Photos have their words in the buffer, and what comes after the story is no part of it. */
static gboolean
has_words (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "np-table") || gtk_widget_has_css_class (widget, "np-embed");
}

/**
 * np_reader_labels_find:
 * @view: a view
 * @text: what is looked for, in letters large or small
 * @most: how many matches at most
 *
 * Returns: (transfer full) (element-type NpReaderLabelMatch): where it is in tables and cards, in the order of reading
 */
GArray *
np_reader_labels_find (NpReaderView *view, const char *text, guint most)
{
  g_autofree char *pattern = g_regex_escape_string (text, -1);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  Search search = { regex, g_array_new (FALSE, FALSE, sizeof (NpReaderLabelMatch)), most, 0 };
  NpReaderChildren *children = np_reader_view_get_children (view);
  GtkWidget *widget;

  g_array_set_clear_func (search.matches, match_clear);
  for (guint i = 0; regex != NULL && (widget = np_reader_children_get (children, i, &search.at)) != NULL; i++)
    if (has_words (widget))
      find_below (&search, widget);
  return search.matches;
}

static void
add_ground (PangoAttrList *list, NpReaderView *view, NpReaderTag role, const NpReaderLabelMatch *match)
{
  g_autoptr (GdkRGBA) color = NULL;
  PangoAttribute *ground;

  g_object_get (np_reader_view_get_tag (view, role), "background-rgba", &color, NULL);
  ground = pango_attr_background_new ((guint16) (color->red * G_MAXUINT16), (guint16) (color->green * G_MAXUINT16),
                                      (guint16) (color->blue * G_MAXUINT16));
  ground->start_index = (guint) match->start;
  ground->end_index = (guint) match->end;
  pango_attr_list_change (list, ground);
}

/**
 * np_reader_labels_mark:
 * @view: a view
 * @matches: (element-type NpReaderLabelMatch): what was found; labels of which there is none are left alone
 * @current: the number of the match that was gone to; -1 for none, -2 to mark nothing any more
 */
void
np_reader_labels_mark (NpReaderView *view, GArray *matches, int current)
{
  for (guint i = 0; i < matches->len;)
    {
      GtkLabel *label = g_array_index (matches, NpReaderLabelMatch, i).label;
      g_autoptr (PangoAttrList) list = pango_attr_list_new ();

      for (; i < matches->len && g_array_index (matches, NpReaderLabelMatch, i).label == label; i++)
        if (current > -2)
          add_ground (list, view, (int) i == current ? NP_READER_TAG_CURRENT_MATCH : NP_READER_TAG_MATCH,
                      &g_array_index (matches, NpReaderLabelMatch, i));
      gtk_label_set_attributes (label, current > -2 ? list : NULL);
    }
}

/* To the side, in a table that is wider than the page. */
static void
scroll_table (GtkWidget *label)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = scroller != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  GtkWidget *inside = GTK_IS_VIEWPORT (viewport) ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_rect_t bounds;

  if (inside != NULL && gtk_widget_compute_bounds (label, inside, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)), bounds.origin.x,
                               bounds.origin.x + bounds.size.width);
}

/**
 * np_reader_labels_go:
 * @view: a view
 * @match: what was found
 *
 * Brings a match into sight.
 */
void
np_reader_labels_go (NpReaderView *view, const NpReaderLabelMatch *match)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double page = gtk_adjustment_get_page_size (adjustment);
  GdkRectangle area, visible;

  scroll_table (GTK_WIDGET (match->label));
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (view), &visible);
  if (!np_reader_children_find (np_reader_view_get_children (view), GTK_WIDGET (match->label), &area)
      || (area.y >= visible.y && area.y + area.height <= visible.y + visible.height))
    return;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + area.y - visible.y - page * MARGIN);
}
