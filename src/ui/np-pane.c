#include "ui/np-pane.h"

struct _NpPane
{
  GtkWidget parent_instance;
  GtkWidget *child;
  int width;
};

typedef enum
{
  PROP_CHILD = 1,
  PROP_WIDTH,
  N_PROPS
} Property;

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NpPane, np_pane, GTK_TYPE_WIDGET)

/* With large text a pane has to be wider, for as many words to stand in a line; half of that is enough. */
static double
find_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (0.5 + dpi / (2 * 96.0 * PANGO_SCALE), 1, 2) : 1;
}

static void
np_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  NpPane *self = NP_PANE (widget);

  *minimum = *natural = 0;
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, (int) (self->width * find_scale (widget)));
}

static void
np_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NpPane *self = NP_PANE (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
np_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
np_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NpPane *self = NP_PANE (object);

  switch ((Property) id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    case N_PROPS:
      break;
    }
}

static void
np_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NpPane *self = NP_PANE (object);

  switch ((Property) id)
    {
    case PROP_CHILD:
      np_pane_set_child (self, g_value_get_object (value));
      break;
    case PROP_WIDTH:
      np_pane_set_width (self, g_value_get_int (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
np_pane_dispose (GObject *object)
{
  NpPane *self = NP_PANE (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (np_pane_parent_class)->dispose (object);
}

static void
np_pane_class_init (NpPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = np_pane_get_property;
  object_class->set_property = np_pane_set_property;
  object_class->dispose = np_pane_dispose;
  widget_class->measure = np_pane_measure;
  widget_class->size_allocate = np_pane_size_allocate;
  widget_class->get_request_mode = np_pane_get_request_mode;
  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDTH] =
      g_param_spec_int ("width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
np_pane_init (NpPane *self)
{
}

/**
 * np_pane_set_child:
 * @self: a pane
 * @child: (nullable): what is in it
 */
void
np_pane_set_child (NpPane *self, GtkWidget *child)
{
  g_return_if_fail (NP_IS_PANE (self));

  g_clear_pointer (&self->child, gtk_widget_unparent);
  if (child == NULL)
    return;
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * np_pane_get_width:
 * @self: a pane
 *
 * Returns: how wide it wants to be, pixels, at the usual size of text
 */
int
np_pane_get_width (NpPane *self)
{
  g_return_val_if_fail (NP_IS_PANE (self), 0);

  return self->width;
}

/**
 * np_pane_set_width:
 * @self: a pane
 * @width: how wide it wants to be, pixels, at the usual size of text
 */
void
np_pane_set_width (NpPane *self, int width)
{
  g_return_if_fail (NP_IS_PANE (self));

  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
