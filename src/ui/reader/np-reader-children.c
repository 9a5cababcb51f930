#include "ui/reader/np-reader-children.h"

#include "ui/reader/np-reader-direction.h"
#include "ui/reader/np-reader-embed.h"
#include "ui/reader/np-reader-photo.h"
#include "ui/reader/np-reader-table.h"

/* The name of a widget's data: its GtkTextChildAnchor. */
#define ANCHOR "np-reader-anchor"

struct _NpReaderChildren
{
  GtkTextView *view;  /* owns this */
  GPtrArray *widgets; /* GtkWidget* in the text */
  GPtrArray *beside;  /* GtkWidget* over it */
  int width;          /* of each, pixels */
  GtkTextDirection direction;
  NpReaderFindFile find_file;
  gpointer find_file_data;
  GtkAdjustment *adjustment; /* (nullable) of view */
  guint loading;             /* source */
};

static void
on_vadjustment_changed (NpReaderChildren *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (np_reader_children_queue_loading), self);
}

/**
 * np_reader_children_new:
 * @view: a view; it frees this before it goes
 *
 * Returns: (transfer full): what keeps the widgets in the text of @view
 */
NpReaderChildren *
np_reader_children_new (GtkTextView *view)
{
  NpReaderChildren *self = g_new0 (NpReaderChildren, 1);

  self->view = view;
  self->widgets = g_ptr_array_new_with_free_func (g_object_unref);
  self->beside = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (view, "notify::vadjustment", G_CALLBACK (on_vadjustment_changed), self);
  return self;
}

/**
 * np_reader_children_free:
 * @self: (transfer full) (nullable): children, taken out of the text
 */
void
np_reader_children_free (NpReaderChildren *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->view, self);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  np_reader_children_clear (self);
  g_ptr_array_unref (self->widgets);
  g_ptr_array_unref (self->beside);
  g_free (self);
}

/**
 * np_reader_children_set_find_file:
 * @self: children
 * @find_file: (scope forever): says where a figure's file is
 * @user_data: for @find_file
 */
void
np_reader_children_set_find_file (NpReaderChildren *self, NpReaderFindFile find_file, gpointer user_data)
{
  self->find_file = find_file;
  self->find_file_data = user_data;
}

/**
 * np_reader_children_set_width:
 * @self: children
 * @width: of each, pixels
 */
void
np_reader_children_set_width (NpReaderChildren *self, int width)
{
  if (self->width == width)
    return;
  self->width = width;
  for (guint i = 0; i < self->widgets->len; i++)
    gtk_widget_set_size_request (self->widgets->pdata[i], width, -1);
}

/**
 * np_reader_children_set_direction:
 * @self: children
 * @direction: which way the story is written, for those that come into the text from now on
 */
void
np_reader_children_set_direction (NpReaderChildren *self, GtkTextDirection direction)
{
  self->direction = direction;
}

static GtkWidget *
make_photo (NpReaderChildren *self, const NpFigure *figure, guint number)
{
  g_autofree char *file = NULL;

  if (figure->file != NULL && self->find_file != NULL)
    file = self->find_file (figure->file, self->find_file_data);
  return np_reader_photo_new (figure, number, file);
}

static GtkWidget *
make_child (NpReaderChildren *self, const NpReaderChild *child)
{
  switch (child->kind)
    {
    case NP_READER_CHILD_PHOTO:
      return make_photo (self, child->figure, child->number);
    case NP_READER_CHILD_TABLE:
      return np_reader_table_new (child->block);
    case NP_READER_CHILD_EMBED:
      return np_reader_embed_new (child->block);
    case NP_READER_CHILD_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    }
  g_assert_not_reached ();
}

/**
 * np_reader_children_add:
 * @self: children
 * @anchor: a place in the text
 * @child: what to put there
 */
void
np_reader_children_add (NpReaderChildren *self, GtkTextChildAnchor *anchor, const NpReaderChild *child)
{
  np_reader_children_add_widget (self, anchor, make_child (self, child));
}

/**
 * np_reader_children_add_widget:
 * @self: children
 * @anchor: a place in the text
 * @widget: what to put there
 */
void
np_reader_children_add_widget (NpReaderChildren *self, GtkTextChildAnchor *anchor, GtkWidget *widget)
{
  gtk_widget_set_size_request (widget, self->width, -1);
  gtk_widget_set_cursor_from_name (widget, "default");
  np_reader_direction_set (widget, self->direction);
  gtk_text_view_add_child_at_anchor (self->view, widget, anchor);
  g_object_set_data_full (G_OBJECT (widget), ANCHOR, g_object_ref (anchor), g_object_unref);
  g_ptr_array_add (self->widgets, g_object_ref (widget));
}

/**
 * np_reader_children_get:
 * @self: children
 * @number: which of those in the text, from 0 in the order of the text
 * @at: (out): where it stands, in characters
 *
 * Returns: (transfer none) (nullable): the widget; %NULL when there are not so many
 */
GtkWidget *
np_reader_children_get (NpReaderChildren *self, guint number, int *at)
{
  GtkTextChildAnchor *anchor;
  GtkTextIter iter;

  if (number >= self->widgets->len)
    return NULL;
  anchor = g_object_get_data (self->widgets->pdata[number], ANCHOR);
  gtk_text_buffer_get_iter_at_child_anchor (gtk_text_view_get_buffer (self->view), &iter, anchor);
  *at = gtk_text_iter_get_offset (&iter);
  return self->widgets->pdata[number];
}

/**
 * np_reader_children_add_beside:
 * @self: children
 * @widget: what stands over the page and not in its text; the caller places it with gtk_text_view_move_overlay()
 *
 * It stays as long as the view: a text view can't let go of what lies over it (GTK 4.8). Hide what is not needed.
 */
void
np_reader_children_add_beside (NpReaderChildren *self, GtkWidget *widget)
{
  gtk_widget_set_cursor_from_name (widget, "default");
  gtk_text_view_add_overlay (self->view, widget, 0, 0);
  g_ptr_array_add (self->beside, g_object_ref (widget));
}

/**
 * np_reader_children_clear:
 * @self: children
 *
 * Takes all widgets out of the text.
 */
void
np_reader_children_clear (NpReaderChildren *self)
{
  g_clear_handle_id (&self->loading, g_source_remove);
  for (guint i = 0; i < self->widgets->len; i++)
    {
      gtk_text_view_remove (self->view, self->widgets->pdata[i]);
      g_object_set_data (self->widgets->pdata[i], ANCHOR, NULL);
    }
  g_ptr_array_set_size (self->widgets, 0);
}

static gboolean
load_near_photos (gpointer user_data)
{
  NpReaderChildren *self = user_data;
  float height = gtk_widget_get_height (GTK_WIDGET (self->view));

  self->loading = 0;
  for (guint i = 0; i < self->widgets->len; i++)
    {
      GtkWidget *child = self->widgets->pdata[i];
      graphene_rect_t bounds;

      if (NP_IS_READER_PHOTO (child) && gtk_widget_compute_bounds (child, GTK_WIDGET (self->view), &bounds)
          && bounds.origin.y < 2 * height && bounds.origin.y + bounds.size.height > -height)
        np_reader_photo_load (NP_READER_PHOTO (child));
    }
  return G_SOURCE_REMOVE;
}

/**
 * np_reader_children_queue_loading:
 * @self: children
 *
 * Has the photos decoded, when there is time, that are within a screen of what is seen.
 */
void
np_reader_children_queue_loading (NpReaderChildren *self)
{
  if (self->loading == 0)
    self->loading = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, load_near_photos, self, NULL);
}

static GtkWidget *
get_focus (NpReaderChildren *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
contains (GtkWidget *widget, GtkWidget *inside)
{
  return inside != NULL && (inside == widget || gtk_widget_is_ancestor (inside, widget));
}

/* Those beside the text come after those in it. */
static GtkWidget *
get_widget (NpReaderChildren *self, int i)
{
  int n = (int) self->widgets->len;

  return i < n ? self->widgets->pdata[i] : self->beside->pdata[i - n];
}

static int
count_widgets (NpReaderChildren *self)
{
  return (int) (self->widgets->len + self->beside->len);
}

/* Whether the focus goes to, or on inside, widget number @i. A GtkScrolledWindow says yes even if it does not. */
static gboolean
try_focus (NpReaderChildren *self, int i, GtkDirectionType direction)
{
  GtkWidget *widget = get_widget (self, i), *before = get_focus (self);

  return gtk_widget_child_focus (widget, direction) && get_focus (self) != before
         && contains (widget, get_focus (self));
}

/* The number of the widget that the focus is in, -1 = none. */
static int
find_focused (NpReaderChildren *self)
{
  GtkWidget *focus = get_focus (self);

  for (int i = 0; i < count_widgets (self); i++)
    if (contains (get_widget (self, i), focus))
      return i;
  return -1;
}

/**
 * np_reader_children_focus:
 * @self: children
 * @direction: where the focus goes
 *
 * Moves the focus on among the widgets: from the text, or from outside when it goes backward, into them; from one to
 * the next; and out again. By itself a GtkTextView lets the focus in but not on.
 *
 * Returns: whether a widget took the focus
 */
gboolean
np_reader_children_focus (NpReaderChildren *self, GtkDirectionType direction)
{
  int n = count_widgets (self), focused = find_focused (self);

  if (direction == GTK_DIR_TAB_BACKWARD)
    {
      for (int i = focused >= 0 ? focused : n - 1; i >= 0; i--)
        if (try_focus (self, i, direction))
          return TRUE;
      return FALSE;
    }
  if (direction != GTK_DIR_TAB_FORWARD)
    return focused >= 0 && try_focus (self, focused, direction);

  for (int i = MAX (focused, 0); i < n; i++)
    if (try_focus (self, i, direction))
      return TRUE;
  return FALSE;
}

/* What stands over the page is where it is drawn. */
static gboolean
find_beside (NpReaderChildren *self, GtkWidget *inside, GdkRectangle *area)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (inside, GTK_WIDGET (self->view), &bounds))
    return FALSE;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) bounds.origin.x,
                                         (int) bounds.origin.y, &area->x, &area->y);
  area->width = (int) bounds.size.width;
  area->height = (int) bounds.size.height;
  return TRUE;
}

/**
 * np_reader_children_find:
 * @self: children
 * @inside: one of them, or a widget inside one
 * @area: (out): where it is, in buffer coordinates
 *
 * Says where a widget belongs by the lines of the text: a text view moves widgets there only when they come to sight.
 *
 * Returns: whether @inside is in the text
 */
gboolean
np_reader_children_find (NpReaderChildren *self, GtkWidget *inside, GdkRectangle *area)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  for (guint i = 0; i < self->widgets->len; i++)
    {
      GtkTextChildAnchor *anchor = g_object_get_data (self->widgets->pdata[i], ANCHOR);
      graphene_rect_t bounds;
      GtkTextIter at;

      if (!contains (self->widgets->pdata[i], inside) || gtk_text_child_anchor_get_deleted (anchor)
          || !gtk_widget_compute_bounds (inside, self->widgets->pdata[i], &bounds))
        continue;
      gtk_text_buffer_get_iter_at_child_anchor (buffer, &at, anchor);
      gtk_text_view_get_iter_location (self->view, &at, area);
      area->x += (int) bounds.origin.x;
      area->y += (int) bounds.origin.y;
      area->width = (int) bounds.size.width;
      area->height = (int) bounds.size.height;
      return TRUE;
    }
  for (guint i = 0; i < self->beside->len; i++)
    if (contains (self->beside->pdata[i], inside))
      return find_beside (self, inside, area);
  return FALSE;
}
