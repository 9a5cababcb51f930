#include "ui/np-settings.h"

#include "np-config.h"

/* A window that runs from the build folder, or from a copy of it, has no schema: GSettings would abort. It then keeps
 * the same keys in a key file, each value as GVariant text. */

#define GROUP "window"

static const struct
{
  const char *key;
  const char *type;
  const char *value;
} defaults[] = {
  { "color-scheme", "s", "'follow'" },  { "window-width", "i", "1180" },   { "window-height", "i", "780" },
  { "window-maximized", "b", "false" }, { "place", "s", "'inbox'" },       { "story", "s", "''" },
  { "sorts", "a{s(sb)}", "{}" },        { "expanded-topics", "as", "[]" }, { "reader-font", "s", "'serif'" },
  { "reader-leading", "i", "150" },     { "reader-size", "d", "1.0" },     { "reader-width", "i", "66" },
  { "reader-theme", "s", "'system'" },  { "refresh-feeds", "i", "60" },    { "pinned-topics", "as", "[]" },
  { "reading-speed", "i", "230" },      { "notify-imports", "b", "true" }, { "save-photos", "b", "true" },
  { "reader-speech-rate", "i", "0" },   { "sidebar-width", "i", "230" },   { "list-width", "i", "350" },
  { "user-agent", "s", "''" },          { "own-network", "b", "true" },
};

struct _NpSettings
{
  GObject parent_instance;
  GSettings *settings; /* or: */
  GKeyFile *file;
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (NpSettings, np_settings, G_TYPE_OBJECT)

static guint changed_signal;

/* Another program may have set it: dconf-editor, a second Newsprint. */
static void
changed_cb (NpSettings *self, const char *key)
{
  g_signal_emit (self, changed_signal, g_quark_from_string (key), key);
}

static char *
dup_file_name (void)
{
  return g_build_filename (g_get_user_state_dir (), "newsprint", "window.ini", NULL);
}

static void
np_settings_finalize (GObject *object)
{
  NpSettings *self = NP_SETTINGS (object);

  np_settings_flush (self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->file, g_key_file_unref);
  G_OBJECT_CLASS (np_settings_parent_class)->finalize (object);
}

static void
np_settings_class_init (NpSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_settings_finalize;
  changed_signal = g_signal_new ("changed", NP_TYPE_SETTINGS, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* The schema of an older Newsprint may lie in the way of this one's. */
static gboolean
has_all_keys (GSettingsSchema *schema)
{
  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (!g_settings_schema_has_key (schema, defaults[i].key))
      return FALSE;
  return TRUE;
}

static void
np_settings_init (NpSettings *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autofree char *name = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, NP_APPLICATION_ID, TRUE);
  if (schema != NULL && has_all_keys (schema))
    {
      self->settings = g_settings_new_full (schema, NULL, NULL);
      g_signal_connect_object (self->settings, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  self->file = g_key_file_new ();
  name = dup_file_name ();
  /* None yet, or one that cannot be read: the defaults serve. */
  g_key_file_load_from_file (self->file, name, G_KEY_FILE_NONE, NULL);
}

/**
 * np_settings_new:
 *
 * Returns: (transfer full): the settings of this user
 */
NpSettings *
np_settings_new (void)
{
  return g_object_new (NP_TYPE_SETTINGS, NULL);
}

/**
 * np_settings_dup_default:
 * @key: a key of the schema
 *
 * Returns: (transfer full) (nullable): what @key is before anyone sets it, `NULL` when there is no such key
 */
GVariant *
np_settings_dup_default (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (g_str_equal (defaults[i].key, key))
      return g_variant_ref_sink (
          g_variant_parse (G_VARIANT_TYPE (defaults[i].type), defaults[i].value, NULL, NULL, NULL));
  return NULL;
}

/**
 * np_settings_dup_value:
 * @self: the settings
 * @key: a key of the schema
 *
 * Returns: (transfer full): its value
 */
GVariant *
np_settings_dup_value (NpSettings *self, const char *key)
{
  g_autoptr (GVariant) fallback = NULL;
  g_autofree char *text = NULL;
  GVariant *value;

  g_return_val_if_fail (NP_IS_SETTINGS (self) && key != NULL, NULL);

  if (self->settings != NULL)
    return g_settings_get_value (self->settings, key);
  fallback = np_settings_dup_default (key);
  g_return_val_if_fail (fallback != NULL, NULL);
  text = g_key_file_get_string (self->file, GROUP, key, NULL);
  value = text != NULL ? g_variant_parse (g_variant_get_type (fallback), text, NULL, NULL, NULL) : NULL;
  return value != NULL ? g_variant_ref_sink (value) : g_steal_pointer (&fallback);
}

/**
 * np_settings_set_value:
 * @self: the settings
 * @key: a key of the schema
 * @value: its value, of the key's type; a floating reference is taken
 *
 * Sets it, and tells so when it is another value than before.
 */
void
np_settings_set_value (NpSettings *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) taken = NULL, before = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (NP_IS_SETTINGS (self) && key != NULL && value != NULL);

  taken = g_variant_ref_sink (value);
  before = np_settings_dup_value (self, key);
  if (g_variant_equal (before, taken))
    return;
  if (self->settings != NULL)
    {
      /* FALSE when an administrator locked the key: then it stays as it is. */
      g_settings_set_value (self->settings, key, taken);
      return;
    }
  text = g_variant_print (taken, FALSE);
  g_key_file_set_string (self->file, GROUP, key, text);
  self->dirty = TRUE;
  changed_cb (self, key);
}

/**
 * np_settings_dup_string:
 * @self: the settings
 * @key: a key of type "s"
 *
 * Returns: (transfer full): its value
 */
char *
np_settings_dup_string (NpSettings *self, const char *key)
{
  g_autoptr (GVariant) value = np_settings_dup_value (self, key);

  return g_variant_dup_string (value, NULL);
}

/**
 * np_settings_get_int:
 * @self: the settings
 * @key: a key of type "i"
 *
 * Returns: its value
 */
int
np_settings_get_int (NpSettings *self, const char *key)
{
  g_autoptr (GVariant) value = np_settings_dup_value (self, key);

  return g_variant_get_int32 (value);
}

/**
 * np_settings_get_boolean:
 * @self: the settings
 * @key: a key of type "b"
 *
 * Returns: its value
 */
gboolean
np_settings_get_boolean (NpSettings *self, const char *key)
{
  g_autoptr (GVariant) value = np_settings_dup_value (self, key);

  return g_variant_get_boolean (value);
}

/**
 * np_settings_flush:
 * @self: the settings
 *
 * Writes what was set since the last time. Losing it would lose no work, so that trouble is only logged.
 */
void
np_settings_flush (NpSettings *self)
{
  g_autofree char *name = NULL, *folder = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (NP_IS_SETTINGS (self));

  if (self->settings != NULL)
    {
      g_settings_sync ();
      return;
    }
  if (!self->dirty)
    return;
  name = dup_file_name ();
  folder = g_path_get_dirname (name);
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (self->file, name, &error))
    g_info ("The window's state is not kept: %s", error->message);
  self->dirty = FALSE;
}
