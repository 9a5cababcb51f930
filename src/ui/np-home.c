#include "ui/np-home.h"

struct _NpHome
{
  GObject parent_instance;
  char *folder;         /* (nullable) of the library; NULL until somebody asks */
  gboolean fixed;       /* it was named on the command line */
  char *previous;       /* (nullable) the folder of the library before, once another was chosen */
  NpLibrary *library;   /* (nullable) */
  gboolean started;     /* np_library_start() was called */
  NpSettings *settings; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (NpHome, np_home, G_TYPE_OBJECT)

static void
np_home_dispose (GObject *object)
{
  g_clear_object (&NP_HOME (object)->library);
  g_clear_object (&NP_HOME (object)->settings);
  G_OBJECT_CLASS (np_home_parent_class)->dispose (object);
}

static void
np_home_finalize (GObject *object)
{
  g_free (NP_HOME (object)->folder);
  g_free (NP_HOME (object)->previous);
  G_OBJECT_CLASS (np_home_parent_class)->finalize (object);
}

static void
np_home_class_init (NpHomeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_home_dispose;
  G_OBJECT_CLASS (klass)->finalize = np_home_finalize;
}

static void
np_home_init (NpHome *self)
{
}

/**
 * np_home_new:
 *
 * Returns: (transfer full): a home whose library is not open yet
 */
NpHome *
np_home_new (void)
{
  return g_object_new (NP_TYPE_HOME, NULL);
}

static void
follow_photos (NpHome *self)
{
  if (self->library != NULL && self->settings != NULL)
    np_library_set_photos (self->library, np_settings_get_boolean (self->settings, "save-photos"));
}

static void
follow_network (NpHome *self)
{
  g_autofree char *user_agent = NULL;

  if (self->library == NULL || self->settings == NULL)
    return;
  user_agent = np_settings_dup_string (self->settings, "user-agent");
  np_library_set_user_agent (self->library, user_agent);
  np_library_set_own_network (self->library, np_settings_get_boolean (self->settings, "own-network"));
}

static void
follow_interval (NpHome *self)
{
  if (self->started && self->settings != NULL)
    np_feeds_set_interval (np_library_get_feeds (self->library),
                           (guint) np_settings_get_int (self->settings, "refresh-feeds"));
}

/**
 * np_home_set_settings:
 * @self: a home without settings
 * @settings: what the library follows: whether photos are saved, how the network is used, how
 *   often feeds are looked at
 */
void
np_home_set_settings (NpHome *self, NpSettings *settings)
{
  g_return_if_fail (NP_IS_HOME (self) && self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::save-photos", G_CALLBACK (follow_photos), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::user-agent", G_CALLBACK (follow_network), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::own-network", G_CALLBACK (follow_network), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::refresh-feeds", G_CALLBACK (follow_interval), self, G_CONNECT_SWAPPED);
}

/**
 * np_home_fix_folder:
 * @self: a home whose library is not open
 * @folder: the folder of the library, as the command line names it
 *
 * Makes it the library until the program ends.
 */
void
np_home_fix_folder (NpHome *self, const char *folder)
{
  g_return_if_fail (NP_IS_HOME (self) && self->library == NULL);

  g_free (self->folder);
  self->folder = g_canonicalize_filename (folder, NULL);
  self->fixed = TRUE;
}

/**
 * np_home_is_fixed:
 * @self: a home
 *
 * Returns: whether the folder was named on the command line
 */
gboolean
np_home_is_fixed (NpHome *self)
{
  g_return_val_if_fail (NP_IS_HOME (self), FALSE);

  return self->fixed;
}

/**
 * np_home_get_folder:
 * @self: a home
 *
 * Returns: the folder of the library, open or not
 */
const char *
np_home_get_folder (NpHome *self)
{
  g_return_val_if_fail (NP_IS_HOME (self), NULL);

  if (self->folder == NULL)
    self->folder = np_library_dup_default_folder ();
  return self->folder;
}

/**
 * np_home_get_library:
 * @self: a home
 *
 * Returns: (transfer none) (nullable): the library, `NULL` while it is not open
 */
NpLibrary *
np_home_get_library (NpHome *self)
{
  g_return_val_if_fail (NP_IS_HOME (self), NULL);

  return self->library;
}

/**
 * np_home_open:
 * @self: a home
 * @error: of `NP_LIBRARY_ERROR`
 *
 * Opens the library when it is not open yet.
 *
 * Returns: (transfer none) (nullable): the library
 */
NpLibrary *
np_home_open (NpHome *self, GError **error)
{
  g_return_val_if_fail (NP_IS_HOME (self), NULL);

  if (self->library == NULL)
    self->library = np_library_open (np_home_get_folder (self), NP_LIBRARY_NONE, error);
  follow_photos (self);
  follow_network (self);
  return self->library;
}

/**
 * np_home_start:
 * @self: a home whose library is open
 *
 * Calls np_library_start(), once: there is a window that shows what it does.
 */
void
np_home_start (NpHome *self)
{
  g_return_if_fail (NP_IS_HOME (self) && self->library != NULL);

  if (self->started)
    return;
  self->started = TRUE;
  follow_interval (self);
  np_library_start (self->library);
}

/**
 * np_home_open_other:
 * @self: a home
 * @folder: the folder of another library, which is made when there is none
 * @error: of `NP_LIBRARY_ERROR`, or why the choice cannot be noted
 *
 * Opens another library and notes that it is the one from now on, for the window and for the command line. The present
 * one stays open until np_home_move().
 *
 * Returns: (transfer full) (nullable): the other library; `NULL` without @error when it is the present one, or that was
 *   named on the command line
 */
NpLibrary *
np_home_open_other (NpHome *self, const char *folder, GError **error)
{
  g_autofree char *whole = NULL;
  g_autoptr (NpLibrary) library = NULL;

  g_return_val_if_fail (NP_IS_HOME (self) && folder != NULL, NULL);

  whole = g_canonicalize_filename (folder, NULL);
  if (self->fixed || (self->library != NULL && g_str_equal (whole, np_home_get_folder (self))))
    return NULL;
  library = np_library_open (whole, NP_LIBRARY_NONE, error);
  if (library == NULL)
    return NULL;
  if (!np_library_set_default_folder (whole, error))
    {
      np_library_close (library);
      return NULL;
    }
  return g_steal_pointer (&library);
}

/**
 * np_home_move:
 * @self: a home whose library no window shows any more
 * @library: what np_home_open_other() gave
 *
 * Closes the present library and takes the other in its place.
 */
void
np_home_move (NpHome *self, NpLibrary *library)
{
  g_return_if_fail (NP_IS_HOME (self) && NP_IS_LIBRARY (library));

  g_free (self->previous);
  self->previous = g_strdup (np_home_get_folder (self));
  np_home_close (self);
  self->library = g_object_ref (library);
  g_free (self->folder);
  self->folder = g_strdup (np_library_get_folder (library));
  follow_photos (self);
  follow_network (self);
}

/**
 * np_home_get_previous:
 * @self: a home
 *
 * Returns: (nullable): the folder of the library before the last np_home_move()
 */
const char *
np_home_get_previous (NpHome *self)
{
  g_return_val_if_fail (NP_IS_HOME (self), NULL);

  return self->previous;
}

/**
 * np_home_close:
 * @self: a home
 *
 * Closes the library when it is open.
 */
void
np_home_close (NpHome *self)
{
  g_return_if_fail (NP_IS_HOME (self));

  if (self->library != NULL)
    np_library_close (self->library);
  g_clear_object (&self->library);
  self->started = FALSE;
}
