#include "ui/reader/np-wrap-layout.h"

struct _NpWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing; /* pixels between widgets and between lines */
};

G_DEFINE_FINAL_TYPE (NpWrapLayout, np_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* How far the layout has come. */
typedef struct
{
  int x, y, line_height;
} Pen;

/* A line begins with one widget, however wide that is. */
static void
place (NpWrapLayout *self, GtkWidget *child, int width, Pen *pen, GdkRectangle *area)
{
  int minimum, natural, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  natural = MAX (minimum, MIN (natural, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, &height, NULL, NULL, NULL);
  if (pen->x > 0 && pen->x + natural > width)
    {
      pen->x = 0;
      pen->y += pen->line_height + self->spacing;
      pen->line_height = 0;
    }
  *area = (GdkRectangle){ pen->x, pen->y, natural, height };
  pen->x += natural + self->spacing;
  pen->line_height = MAX (pen->line_height, height);
}

static void
np_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  NpWrapLayout *self = NP_WRAP_LAYOUT (manager);
  Pen pen = { 0, 0, 0 };
  int widest = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GdkRectangle area;
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      sum += child_natural + (sum > 0 ? self->spacing : 0);
      place (self, child, for_size < 0 ? G_MAXINT / 2 : for_size, &pen, &area);
    }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? widest : pen.y + pen.line_height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? sum : pen.y + pen.line_height;
}

static GtkSizeRequestMode
np_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
np_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  NpWrapLayout *self = NP_WRAP_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { 0, 0, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GdkRectangle area;

      if (!gtk_widget_should_layout (child))
        continue;
      place (self, child, width, &pen, &area);
      if (rtl)
        area.x = width - area.x - area.width;
      gtk_widget_size_allocate (child, &area, -1);
    }
}

static void
np_wrap_layout_class_init (NpWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = np_wrap_layout_measure;
  manager_class->get_request_mode = np_wrap_layout_get_request_mode;
  manager_class->allocate = np_wrap_layout_allocate;
}

static void
np_wrap_layout_init (NpWrapLayout *self)
{
}

/**
 * np_wrap_layout_new:
 * @spacing: between widgets and between lines, pixels
 *
 * Returns: (transfer full): a layout for a widget's children
 */
GtkLayoutManager *
np_wrap_layout_new (int spacing)
{
  NpWrapLayout *self = g_object_new (NP_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
