#include "ui/reader/np-reader-links.h"

#include "ui/reader/np-reader-tags.h"

/**
 * np_reader_link_is_safe:
 * @href: (nullable): an address from a page
 *
 * Returns: whether @href may be handed to the desktop: a page's `file:` or `javascript:` addresses may not
 */
gboolean
np_reader_link_is_safe (const char *href)
{
  static const char *const schemes[] = { "http", "https", "mailto", NULL };
  g_autofree char *scheme = href != NULL ? g_uri_parse_scheme (href) : NULL;
  g_autofree char *lower = scheme != NULL ? g_ascii_strdown (scheme, -1) : NULL;

  return lower != NULL && g_strv_contains (schemes, lower);
}

/**
 * np_reader_link_is_inside:
 * @href: (nullable): an address from a page
 *
 * Returns: whether @href leads to another place of the same story: "#" and the name of an anchor
 */
gboolean
np_reader_link_is_inside (const char *href)
{
  return href != NULL && href[0] == '#' && href[1] != '\0';
}

/**
 * np_reader_link_is_known:
 * @href: (nullable): an address from a page
 *
 * Returns: whether @href may be shown as a link: it is safe, or leads to another place of the same story
 */
gboolean
np_reader_link_is_known (const char *href)
{
  return np_reader_link_is_inside (href) || np_reader_link_is_safe (href);
}

/**
 * np_reader_link_open:
 * @widget: the widget that was clicked
 * @href: (nullable): an address
 *
 * Opens @href in the browser, or in the mail program, or goes there where it is in the story. Does nothing when it is
 * not safe.
 */
void
np_reader_link_open (GtkWidget *widget, const char *href)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (np_reader_link_is_inside (href))
    gtk_widget_activate_action (widget, "reader.jump", "s", href + 1);
  else if (np_reader_link_is_safe (href))
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, href, GDK_CURRENT_TIME);
}

static GtkTextTag *
find_tag (const GtkTextIter *at)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (at);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (np_reader_link_is_known (np_reader_tags_get_href (l->data)))
      return l->data;
  return NULL;
}

/**
 * np_reader_links_find_at:
 * @at: a place in the text
 *
 * Returns: (nullable): the address of the link there
 */
const char *
np_reader_links_find_at (const GtkTextIter *at)
{
  GtkTextTag *tag = find_tag (at);

  return tag != NULL ? np_reader_tags_get_href (tag) : NULL;
}

static void
get_bounds (GtkTextTag *tag, const GtkTextIter *inside, GtkTextIter *start, GtkTextIter *end)
{
  *start = *end = *inside;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_forward_to_tag_toggle (end, tag);
}

/**
 * np_reader_links_find_next:
 * @buffer: a story
 * @backward: whether to look backward
 * @start: (out): where the link starts
 * @end: (out): where it ends
 *
 * Looks for the next link from the selection, or else from the cursor.
 *
 * Returns: whether there is one
 */
gboolean
np_reader_links_find_next (GtkTextBuffer *buffer, gboolean backward, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter from, to, at;

  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  at = backward ? from : to;
  if (!backward && gtk_text_iter_equal (&from, &to) && find_tag (&at) != NULL
      && gtk_text_iter_starts_tag (&at, find_tag (&at)))
    {
      get_bounds (find_tag (&at), &at, start, end);
      return TRUE;
    }
  /* Each link has a tag of its own: the next place where one starts is a toggle of some tag. */
  while (backward ? gtk_text_iter_backward_to_tag_toggle (&at, NULL) : TRUE)
    {
      GtkTextTag *tag = find_tag (&at);

      if (tag != NULL && gtk_text_iter_starts_tag (&at, tag))
        {
          get_bounds (tag, &at, start, end);
          return TRUE;
        }
      if (!backward && !gtk_text_iter_forward_to_tag_toggle (&at, NULL))
        break;
    }
  return FALSE;
}

static gboolean
get_iter_at (GtkTextView *view, double x, double y, GtkTextIter *at)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  return gtk_text_view_get_iter_at_location (view, at, buffer_x, buffer_y);
}

/**
 * np_reader_links_find_at_point:
 * @view: a story
 * @x: a point of it, pixels
 * @y: the same
 *
 * Returns: (nullable): the address of the link there
 */
const char *
np_reader_links_find_at_point (GtkTextView *view, double x, double y)
{
  GtkTextIter at;

  return get_iter_at (view, x, y, &at) ? np_reader_links_find_at (&at) : NULL;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  gboolean link = np_reader_links_find_at_point (view, x, y) != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (view), link ? "pointer" : "text");
}

static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  const char *href = NULL;
  GtkTextIter at;

  if (keyboard)
    gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  if (keyboard || get_iter_at (view, x, y, &at))
    href = np_reader_links_find_at (&at);
  /* What a footnote says is told by who knows where it is: the next handler. */
  if (np_reader_link_is_inside (href))
    return FALSE;
  gtk_tooltip_set_text (tooltip, href);
  return href != NULL;
}

/* Only a click without a selection follows a link. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));

  if (n_press == 1 && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (view)))
    np_reader_link_open (GTK_WIDGET (view), np_reader_links_find_at_point (view, x, y));
}

/* A middle click saves the story that the link leads to. */
static void
on_middle_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  const char *words[] = { np_reader_links_find_at_point (view, x, y), NULL };

  if (words[0] != NULL && g_ascii_strncasecmp (words[0], "http", 4) == 0)
    gtk_widget_activate_action (GTK_WIDGET (view), "app.import", "^as", words);
}

static gboolean
move_to_link (GtkTextView *view, gboolean backward)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  if (!np_reader_links_find_next (buffer, backward, &start, &end))
    return FALSE;
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
  return TRUE;
}

/* Tab goes from link to link and only then out of the text; Enter follows the link that is selected. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  const char *href;

  if (!gtk_widget_is_focus (GTK_WIDGET (view)) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return FALSE;
  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
    return move_to_link (view, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK));
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  href = np_reader_links_find_at (&start);
  np_reader_link_open (GTK_WIDGET (view), href);
  return href != NULL;
}

/**
 * np_reader_links_attach:
 * @view: the view of a story
 *
 * Makes the links of @view answer to mouse and keyboard.
 *
 * Returns: (transfer none): what follows a link that is clicked
 */
GtkGesture *
np_reader_links_attach (GtkTextView *view)
{
  GtkWidget *widget = GTK_WIDGET (view);
  GtkEventController *motion = gtk_event_controller_motion_new (), *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new (), *middle = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), NULL);
  gtk_widget_add_controller (widget, motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), NULL);
  gtk_widget_add_controller (widget, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  /* Before the text view, as what drags a link: both go together. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (on_released), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (middle), GDK_BUTTON_MIDDLE);
  g_signal_connect (middle, "released", G_CALLBACK (on_middle_released), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (middle));
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  return click;
}
