#include "network.h"

typedef struct
{
  GObject parent_instance;
  gboolean available;
} Monitor;

typedef GObjectClass MonitorClass;

GType monitor_get_type (void);

static gboolean
initialize (GInitable *initable, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
initable_init (GInitableIface *iface)
{
  iface->init = initialize;
}

static void
network_monitor_init (GNetworkMonitorInterface *iface)
{
}

G_DEFINE_TYPE_WITH_CODE (Monitor, monitor, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, initable_init)
                             G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, network_monitor_init))

static void
monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  Monitor *self = (Monitor *) object;

  if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, g_str_equal (pspec->name, "network-available") && self->available);
  else
    g_value_set_enum (value, self->available ? G_NETWORK_CONNECTIVITY_FULL : G_NETWORK_CONNECTIVITY_LOCAL);
}

static void
monitor_class_init (MonitorClass *class)
{
  class->get_property = monitor_get_property;
  g_object_class_override_property (class, 1, "network-available");
  g_object_class_override_property (class, 2, "network-metered");
  g_object_class_override_property (class, 3, "connectivity");
}

static void
monitor_init (Monitor *self)
{
}

/* Before anybody asks for the system's. */
void
network_init (void)
{
  g_io_extension_point_register (G_NETWORK_MONITOR_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, monitor_get_type (), "comes-and-goes", 1000);
}

void
network_set (gboolean available)
{
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  g_assert_cmpstr (G_OBJECT_TYPE_NAME (monitor), ==, "Monitor");
  ((Monitor *) monitor)->available = available;
  g_signal_emit_by_name (monitor, "network-changed", available);
}
