#include "ui/map/np-map-view.h"

#include "ui/map/np-map-draw.h"
#include "ui/map/np-map-drops.h"
#include "ui/map/np-map-hit.h"
#include "ui/map/np-map-keys.h"
#include "ui/map/np-map-menu.h"
#include "ui/map/np-map-words.h"

#include <math.h>

/* How far beside a line or a circle the pointer may be, in pixels. */
#define SLACK 6

struct _NpMapView
{
  GtkWidget parent_instance;
  NpLibrary *library;
  NpTopicMap *map;
  NpMapDraw *draw;
  NpMapSight sight;
  NpMapMarks marks;
  gboolean fitted;         /* the user has not chosen what to see */
  GtkGesture *drag, *line; /* of the two buttons; not owned: this owns them */
  guint dragged;           /* node under the left button, and nothing else moves; G_MAXUINT: the map itself */
  double from_x, from_y, pointer_x, pointer_y;
  char *selected; /* (nullable) key */
};

G_DEFINE_FINAL_TYPE (NpMapView, np_map_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED,
  SIGNAL_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
node_at (NpMapView *self, double wx, double wy, guint without)
{
  double x, y;

  np_map_sight_from_widget (GTK_WIDGET (self), &self->sight, wx, wy, &x, &y);
  return np_map_hit_node (self->map, x, y, SLACK / self->sight.zoom, without);
}

static const char *
key_of (NpMapView *self, guint node)
{
  guint n;
  const NpMapNode *nodes = np_topic_map_get_nodes (self->map, &n);

  return node < n ? nodes[node].key : NULL;
}

/**
 * np_map_view_select:
 * @self: a map
 * @key: (nullable): the key of a topic
 *
 * Marks a topic, and says nothing of it.
 */
void
np_map_view_select (NpMapView *self, const char *key)
{
  g_autofree char *copy = g_strdup (key);

  g_return_if_fail (NP_IS_MAP_VIEW (self));

  g_free (self->selected);
  self->selected = g_steal_pointer (&copy);
  self->marks.selected = np_topic_map_find (self->map, self->selected);
  np_map_words_set (GTK_WIDGET (self), self->library, self->selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pick (NpMapView *self, guint node)
{
  g_autofree char *key = g_strdup (key_of (self, node));

  if (key == NULL)
    return;
  np_map_view_select (self, key);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, key);
}

static void
tell_edge (NpMapView *self, int edge)
{
  guint n;
  const NpMapEdge *edges = np_topic_map_get_edges (self->map, &n);

  if (edge == self->marks.hovered_edge)
    return;
  self->marks.hovered_edge = edge;
  if (edge >= 0 && (guint) edge < n)
    g_signal_emit (self, signals[SIGNAL_ASKED], 0, key_of (self, edges[edge].a), key_of (self, edges[edge].b));
  else
    g_signal_emit (self, signals[SIGNAL_ASKED], 0, "", "");
}

static void
hover (NpMapView *self, double wx, double wy)
{
  double x, y;

  self->pointer_x = wx;
  self->pointer_y = wy;
  self->marks.hovered = node_at (self, wx, wy, G_MAXUINT);
  np_map_sight_from_widget (GTK_WIDGET (self), &self->sight, wx, wy, &x, &y);
  tell_edge (self, self->marks.hovered == G_MAXUINT ? np_map_hit_edge (self->map, x, y, SLACK / self->sight.zoom) : -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (NpMapView *self)
{
  self->marks.hovered = G_MAXUINT;
  tell_edge (self, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (NpMapView *self, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragged = node_at (self, x, y, G_MAXUINT);
  self->from_x = self->sight.x;
  self->from_y = self->sight.y;
}

static gboolean
is_drag (GtkWidget *widget, double dx, double dy)
{
  return gtk_drag_check_threshold (widget, 0, 0, (int) dx, (int) dy);
}

static void
drag_update_cb (NpMapView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double wx, wy, x, y;

  if (self->dragged == G_MAXUINT)
    {
      self->sight.x = self->from_x - dx / self->sight.zoom;
      self->sight.y = self->from_y - dy / self->sight.zoom;
      self->fitted = FALSE;
    }
  else if (is_drag (GTK_WIDGET (self), dx, dy))
    {
      np_map_sight_find_end (gesture, dx, dy, &wx, &wy);
      self->marks.target = node_at (self, wx, wy, self->dragged);
      np_map_sight_from_widget (GTK_WIDGET (self), &self->sight, wx, wy, &x, &y);
      np_topic_map_hold (self->map, self->dragged, (float) x, (float) y);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (NpMapView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  guint node = self->dragged, target = self->marks.target;
  double x, y;

  self->dragged = self->marks.target = G_MAXUINT;
  np_topic_map_let_go (self->map);
  if (node == G_MAXUINT)
    return;
  if (!is_drag (GTK_WIDGET (self), dx, dy))
    {
      pick (self, node);
      return;
    }
  np_map_sight_find_end (gesture, dx, dy, &x, &y);
  if (target != G_MAXUINT)
    np_map_drops_open_menu (GTK_WIDGET (self), self->library, key_of (self, node), key_of (self, target), x, y);
}

/* The right button draws a line from one topic to another: they are related from then on. */
static void
line_begin_cb (NpMapView *self, double x, double y)
{
  self->marks.line_from = node_at (self, x, y, G_MAXUINT);
  self->marks.line_x = x;
  self->marks.line_y = y;
}

static void
line_update_cb (NpMapView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  np_map_sight_find_end (gesture, dx, dy, &self->marks.line_x, &self->marks.line_y);
  self->marks.target = node_at (self, self->marks.line_x, self->marks.line_y, self->marks.line_from);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
line_end_cb (NpMapView *self)
{
  const char *from = key_of (self, self->marks.line_from), *to = key_of (self, self->marks.target);

  if (from != NULL && to != NULL)
    np_map_drops_relate (GTK_WIDGET (self), from, to);
  self->marks.line_from = self->marks.target = G_MAXUINT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
zoom_at (NpMapView *self, double factor, double wx, double wy)
{
  np_map_sight_zoom_at (GTK_WIDGET (self), &self->sight, factor, wx, wy);
  self->fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * np_map_view_zoom_by:
 * @self: a map
 * @factor: how many times larger than now
 */
void
np_map_view_zoom_by (NpMapView *self, double factor)
{
  g_return_if_fail (NP_IS_MAP_VIEW (self) && factor > 0);

  zoom_at (self, factor, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/* What is under the pointer stays there. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, NpMapView *self)
{
  zoom_at (self, pow (1.15, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

/**
 * np_map_view_fit:
 * @self: a map
 *
 * Shows all of it, and goes on doing so until something else is chosen.
 */
void
np_map_view_fit (NpMapView *self)
{
  guint n;
  const NpMapNode *nodes;

  g_return_if_fail (NP_IS_MAP_VIEW (self));

  nodes = np_topic_map_get_nodes (self->map, &n);
  self->fitted = TRUE;
  np_map_sight_fit (GTK_WIDGET (self), &self->sight, nodes, n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Escape lets go of what is under the pointer, and nothing comes of it. */
static gboolean
let_go (NpMapView *self)
{
  if (!gtk_gesture_is_active (self->drag) && !gtk_gesture_is_active (self->line))
    return FALSE;
  self->dragged = self->marks.target = self->marks.line_from = G_MAXUINT;
  np_topic_map_let_go (self->map);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->line));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
key_cb (NpMapView *self, guint key, guint code, GdkModifierType state)
{
  NpMapStep step = np_map_keys_find (key, state);

  switch (step.kind)
    {
    case NP_MAP_STEP_NONE:
      return GDK_EVENT_PROPAGATE;
    case NP_MAP_STEP_GO:
      np_map_view_select (self, key_of (self, np_map_hit_next (self->map, self->marks.selected, step.dx, step.dy)));
      break;
    case NP_MAP_STEP_ZOOM:
      np_map_view_zoom_by (self, step.zoom);
      break;
    case NP_MAP_STEP_FIT:
      np_map_view_fit (self);
      break;
    case NP_MAP_STEP_PICK:
      pick (self, self->marks.selected);
      break;
    case NP_MAP_STEP_LET_GO:
      return let_go (self);
    }
  return GDK_EVENT_STOP;
}

static void
topics_changed_cb (NpMapView *self)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (self->library);

  np_map_draw_set_topics (self->draw, tree);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (NpMapView *self)
{
  if (self->fitted && self->dragged == G_MAXUINT)
    np_map_view_fit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
changed_cb (NpMapView *self)
{
  self->marks = (NpMapMarks){ G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT, 0, 0, -1 };
  self->marks.selected = np_topic_map_find (self->map, self->selected);
  self->dragged = G_MAXUINT;
  moved_cb (self);
}

/* What the map is dropped on: the topic that is marked while something is over it. */
static const char *
find_target (GtkWidget *widget, double x, double y, gboolean mark)
{
  NpMapView *self = NP_MAP_VIEW (widget);
  guint node = node_at (self, x, y, G_MAXUINT);

  self->marks.target = mark ? node : G_MAXUINT;
  gtk_widget_queue_draw (widget);
  return key_of (self, node);
}

static void
np_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NpMapView *self = NP_MAP_VIEW (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  np_map_draw_snapshot (self->draw, snapshot, &self->sight, &self->marks);
  gtk_snapshot_pop (snapshot);
}

static void
np_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  if (NP_MAP_VIEW (widget)->fitted)
    np_map_view_fit (NP_MAP_VIEW (widget));
}

static void
np_map_view_dispose (GObject *object)
{
  NpMapView *self = NP_MAP_VIEW (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_pointer (&self->draw, np_map_draw_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_object (&self->map);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_map_view_parent_class)->dispose (object);
}

static void
np_map_view_class_init (NpMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = np_map_view_dispose;
  widget_class->snapshot = np_map_view_snapshot;
  widget_class->size_allocate = np_map_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "npmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[SIGNAL_PICKED] =
      g_signal_new ("picked", NP_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ASKED] = g_signal_new ("asked", NP_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        2, G_TYPE_STRING, G_TYPE_STRING);
}

static GtkGesture *
add_drag (NpMapView *self, guint button, GCallback begin, GCallback update, GCallback end)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  g_signal_connect_swapped (gesture, "drag-begin", begin, self);
  g_signal_connect_swapped (gesture, "drag-update", update, self);
  g_signal_connect_swapped (gesture, "drag-end", end, self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  return gesture;
}

static void
np_map_view_init (NpMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new (), *key = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->sight.zoom = 1;
  self->fitted = TRUE;
  self->dragged = G_MAXUINT;
  self->marks = (NpMapMarks){ G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT, 0, 0, -1 };
  g_object_set (self, "focusable", TRUE, "hexpand", TRUE, "vexpand", TRUE, NULL);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (hover), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  self->drag = add_drag (self, GDK_BUTTON_PRIMARY, G_CALLBACK (drag_begin_cb), G_CALLBACK (drag_update_cb),
                         G_CALLBACK (drag_end_cb));
  self->line = add_drag (self, GDK_BUTTON_SECONDARY, G_CALLBACK (line_begin_cb), G_CALLBACK (line_update_cb),
                         G_CALLBACK (line_end_cb));
}

/**
 * np_map_view_new:
 * @library: the library
 * @map: the map of its topics
 *
 * Returns: (transfer floating): the map to look at and to work on
 */
GtkWidget *
np_map_view_new (NpLibrary *library, NpTopicMap *map)
{
  NpMapView *self = g_object_new (NP_TYPE_MAP_VIEW, NULL);

  self->library = g_object_ref (library);
  self->map = g_object_ref (map);
  self->draw = np_map_draw_new (GTK_WIDGET (self), map);
  g_signal_connect_object (library, "topics-changed", G_CALLBACK (topics_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  np_map_drops_attach (GTK_WIDGET (self), library, find_target);
  np_map_menu_attach (GTK_WIDGET (self), library, find_target);
  topics_changed_cb (self);
  np_map_words_set (GTK_WIDGET (self), self->library, self->selected);
  return GTK_WIDGET (self);
}
