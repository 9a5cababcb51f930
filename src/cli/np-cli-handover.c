#include "cli/np-cli-handover.h"

#include "cli/np-cli-source.h"
#include "library/np-library-error.h"

#include "np-config.h"

#define PATIENCE_MS 10000

/* The window at the other end may show another library than the one that is asked for, so its process has to be the one
 * that holds the lock. */
static gboolean
check_owner (GDBusConnection *bus, const char *name, NpLibrary *library, GError **error)
{
  g_autofree char *holder = np_library_dup_lock_holder (library);
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
      g_variant_new ("(s)", name), G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, error);
  g_autofree char *owner = NULL;
  guint32 pid;

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(u)", &pid);
  owner = g_strdup_printf ("pid %u ", pid);
  if (holder != NULL && g_str_has_prefix (holder, owner))
    return TRUE;
  g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED,
               "another process has the library open, not the window");
  return FALSE;
}

/* Where a GApplication of this name puts itself. */
static char *
dup_object_path (const char *name)
{
  return g_strdelimit (g_strconcat ("/", name, NULL), ".", '/');
}

static GVariant *
list_addresses (GPtrArray *sources, GError **error)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < sources->len; i++)
    {
      const NpCliSource *source = sources->pdata[i];
      g_autofree char *uri = source->story != NULL ? g_strdup (source->story)
                             : source->file != NULL && g_path_is_absolute (source->file)
                                 ? g_filename_to_uri (source->file, NULL, NULL)
                                 : g_strdup (source->url != NULL ? source->url : source->file);

      if (uri == NULL || !g_utf8_validate (uri, -1, NULL))
        {
          g_set_error (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED,
                       "only addresses and files can be handed to the window that has it open");
          return NULL;
        }
      g_variant_builder_add (builder, "s", uri);
    }
  return g_variant_builder_end (builder);
}

/**
 * np_cli_hand_over:
 * @library: the library that another process has open
 * @sources: (element-type NpCliSource): what to import
 * @error: why that cannot be
 *
 * Asks the window over D-Bus to import, or to look for new versions (org.gtk.Actions: the actions "import" and "update"
 * of the application, both of type `as`). It shows there what becomes of it.
 *
 * Returns: whether the window took it
 */
gboolean
np_cli_hand_over (NpLibrary *library, GPtrArray *sources, GError **error)
{
  g_autofree char *name = np_library_dup_bus_name (NP_APPLICATION_ID, np_library_get_folder (library));
  g_autofree char *path = NULL;
  g_autoptr (GVariant) addresses = list_addresses (sources, error);
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GVariant) answer = NULL;
  const NpCliSource *first = sources->pdata[0];
  GVariantBuilder parameters;

  if (addresses == NULL)
    return FALSE;
  g_variant_ref_sink (addresses);
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  if (bus == NULL || !check_owner (bus, name, library, error))
    return FALSE;
  path = dup_object_path (name);
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", addresses);
  answer = g_dbus_connection_call_sync (
      bus, name, path, "org.gtk.Actions", "Activate",
      g_variant_new ("(sava{sv})", first->again || first->story != NULL ? "update" : "import", &parameters, NULL), NULL,
      G_DBUS_CALL_FLAGS_NO_AUTO_START, PATIENCE_MS, NULL, error);
  return answer != NULL;
}
