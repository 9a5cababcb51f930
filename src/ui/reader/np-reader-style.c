#include "ui/reader/np-reader-style.h"

#include <math.h>

#define TEXT_SIZE_MIN  0.6
#define TEXT_SIZE_MAX  3.0
#define TEXT_SIZE_STEP 1.1
#define WIDTH_MIN      40
#define WIDTH_MAX      100
#define LEADING_MIN    110
#define LEADING_MAX    250
#define SPEED_MIN      100
#define SPEED_MAX      1000

struct _NpReaderStyle
{
  GObject parent_instance;

  NpSettings *settings; /* (nullable) where it is kept */
  char *font;
  char *theme;
  double size;
  int width;
  int leading;
  int speed;
};

G_DEFINE_FINAL_TYPE (NpReaderStyle, np_reader_style, G_TYPE_OBJECT)

typedef enum
{
  PROP_FONT = 1,
  PROP_SIZE,
  PROP_WIDTH,
  PROP_LEADING,
  PROP_THEME,
  PROP_SPEED
} NpReaderStyleProperty;

static GParamSpec *properties[PROP_SPEED + 1];

/* A string that is none of @words, from a settings file of another version, changes nothing; %NULL allows any. */
static void
set_word (NpReaderStyle *self, char **field, const char *word, const char *const *words, guint property)
{
  if (word == NULL || *word == '\0' || (words != NULL && !g_strv_contains (words, word))
      || g_strcmp0 (*field, word) == 0)
    return;
  g_free (*field);
  *field = g_strdup (word);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_size (NpReaderStyle *self, double size)
{
  size = CLAMP (size, TEXT_SIZE_MIN, TEXT_SIZE_MAX);
  if (fabs (self->size - size) < 0.001)
    return;
  self->size = size;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
}

static void
set_width (NpReaderStyle *self, int width)
{
  width = CLAMP (width, WIDTH_MIN, WIDTH_MAX);
  if (self->width == width)
    return;
  self->width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}

static void
set_leading (NpReaderStyle *self, int leading)
{
  leading = CLAMP (leading, LEADING_MIN, LEADING_MAX);
  if (self->leading == leading)
    return;
  self->leading = leading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEADING]);
}

static void
set_speed (NpReaderStyle *self, int speed)
{
  speed = CLAMP (speed, SPEED_MIN, SPEED_MAX);
  if (self->speed == speed)
    return;
  self->speed = speed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

static void
np_reader_style_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  NpReaderStyle *self = NP_READER_STYLE (object);

  switch ((NpReaderStyleProperty) property)
    {
    case PROP_FONT:
      g_value_set_string (value, self->font);
      break;
    case PROP_SIZE:
      g_value_set_double (value, self->size);
      break;
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    case PROP_LEADING:
      g_value_set_int (value, self->leading);
      break;
    case PROP_THEME:
      g_value_set_string (value, self->theme);
      break;
    case PROP_SPEED:
      g_value_set_int (value, self->speed);
      break;
    }
}

static void
np_reader_style_set_property (GObject *object, guint property, const GValue *value, GParamSpec *spec)
{
  static const char *const themes[] = { "system", "light", "sepia", "dark", NULL };
  NpReaderStyle *self = NP_READER_STYLE (object);

  switch ((NpReaderStyleProperty) property)
    {
    case PROP_FONT:
      set_word (self, &self->font, g_value_get_string (value), NULL, PROP_FONT);
      break;
    case PROP_SIZE:
      set_size (self, g_value_get_double (value));
      break;
    case PROP_WIDTH:
      set_width (self, g_value_get_int (value));
      break;
    case PROP_LEADING:
      set_leading (self, g_value_get_int (value));
      break;
    case PROP_THEME:
      set_word (self, &self->theme, g_value_get_string (value), themes, PROP_THEME);
      break;
    case PROP_SPEED:
      set_speed (self, g_value_get_int (value));
      break;
    }
}

/* What is kept of each property. */
static const struct
{
  const char *property, *key;
} keys[] = {
  { "font", "reader-font" },       { "size", "reader-size" },   { "width", "reader-width" },
  { "leading", "reader-leading" }, { "theme", "reader-theme" }, { "speed", "reading-speed" },
};

/* @key: (nullable): NULL for all. */
static void
restore (NpReaderStyle *self, const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (key == NULL || g_str_equal (keys[i].key, key))
      {
        g_autoptr (GVariant) kept = np_settings_dup_value (self->settings, keys[i].key);
        g_auto (GValue) value = G_VALUE_INIT;

        g_dbus_gvariant_to_gvalue (kept, &value);
        g_object_set_property (G_OBJECT (self), keys[i].property, &value);
      }
}

static void
keep (NpReaderStyle *self, GParamSpec *spec)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].property, spec->name))
      {
        g_autoptr (GVariant) fallback = np_settings_dup_default (keys[i].key);
        g_autoptr (GVariant) kept = NULL;
        g_auto (GValue) value = G_VALUE_INIT;

        g_object_get_property (G_OBJECT (self), spec->name, &value);
        kept = g_dbus_gvalue_to_gvariant (&value, g_variant_get_type (fallback));
        np_settings_set_value (self->settings, keys[i].key, kept);
      }
}

static void
np_reader_style_dispose (GObject *object)
{
  g_clear_object (&NP_READER_STYLE (object)->settings);
  G_OBJECT_CLASS (np_reader_style_parent_class)->dispose (object);
}

static void
np_reader_style_finalize (GObject *object)
{
  NpReaderStyle *self = NP_READER_STYLE (object);

  g_free (self->font);
  g_free (self->theme);
  G_OBJECT_CLASS (np_reader_style_parent_class)->finalize (object);
}

static void
np_reader_style_class_init (NpReaderStyleClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = np_reader_style_get_property;
  object_class->set_property = np_reader_style_set_property;
  object_class->dispose = np_reader_style_dispose;
  object_class->finalize = np_reader_style_finalize;
  properties[PROP_FONT] = g_param_spec_string ("font", NULL, NULL, "serif", flags);
  properties[PROP_SIZE] = g_param_spec_double ("size", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 1, flags);
  properties[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, G_MININT, G_MAXINT, NP_READER_WIDTH_NORMAL, flags);
  properties[PROP_LEADING] =
      g_param_spec_int ("leading", NULL, NULL, G_MININT, G_MAXINT, NP_READER_LEADING_NORMAL, flags);
  properties[PROP_THEME] = g_param_spec_string ("theme", NULL, NULL, "system", flags);
  properties[PROP_SPEED] = g_param_spec_int ("speed", NULL, NULL, G_MININT, G_MAXINT, NP_READER_SPEED_NORMAL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
np_reader_style_init (NpReaderStyle *self)
{
  self->font = g_strdup ("serif");
  self->theme = g_strdup ("system");
  self->size = 1;
  self->width = NP_READER_WIDTH_NORMAL;
  self->leading = NP_READER_LEADING_NORMAL;
  self->speed = NP_READER_SPEED_NORMAL;
}

/**
 * np_reader_style_new:
 *
 * Returns: (transfer full): the style as made
 */
NpReaderStyle *
np_reader_style_new (void)
{
  return g_object_new (NP_TYPE_READER_STYLE, NULL);
}

/**
 * np_reader_style_set_settings:
 * @self: a style that has none yet
 * @settings: where the style is kept
 *
 * Makes @self as people last left it, keeps what they change from now on, and follows what is changed elsewhere.
 */
void
np_reader_style_set_settings (NpReaderStyle *self, NpSettings *settings)
{
  g_return_if_fail (NP_IS_READER_STYLE (self) && NP_IS_SETTINGS (settings));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  restore (self, NULL);
  g_signal_connect (self, "notify", G_CALLBACK (keep), NULL);
  /* Set in the preferences, or in another window with a story. */
  g_signal_connect_object (settings, "changed", G_CALLBACK (restore), self, G_CONNECT_SWAPPED);
}

/**
 * np_reader_style_get_font:
 * @self: a style
 *
 * Returns: "serif", "sans" for the font of the window, or the name of a family
 */
const char *
np_reader_style_get_font (NpReaderStyle *self)
{
  g_return_val_if_fail (NP_IS_READER_STYLE (self), "serif");

  return self->font;
}

/**
 * np_reader_style_get_size:
 * @self: a style
 *
 * Returns: how much larger than it was made the text is, 1 = as made
 */
double
np_reader_style_get_size (NpReaderStyle *self)
{
  g_return_val_if_fail (NP_IS_READER_STYLE (self), 1);

  return self->size;
}

/**
 * np_reader_style_get_width:
 * @self: a style
 *
 * Returns: how many characters a line may hold
 */
int
np_reader_style_get_width (NpReaderStyle *self)
{
  g_return_val_if_fail (NP_IS_READER_STYLE (self), NP_READER_WIDTH_NORMAL);

  return self->width;
}

/**
 * np_reader_style_get_leading:
 * @self: a style
 *
 * Returns: how high a line is against the size of its letters, per cent
 */
int
np_reader_style_get_leading (NpReaderStyle *self)
{
  g_return_val_if_fail (NP_IS_READER_STYLE (self), NP_READER_LEADING_NORMAL);

  return self->leading;
}

/**
 * np_reader_style_get_theme:
 * @self: a style
 *
 * Returns: "system", "light", "sepia" or "dark"
 */
const char *
np_reader_style_get_theme (NpReaderStyle *self)
{
  g_return_val_if_fail (NP_IS_READER_STYLE (self), "system");

  return self->theme;
}

/**
 * np_reader_style_get_speed:
 * @self: a style
 *
 * Returns: how many words are read in a minute
 */
int
np_reader_style_get_speed (NpReaderStyle *self)
{
  g_return_val_if_fail (NP_IS_READER_STYLE (self), NP_READER_SPEED_NORMAL);

  return self->speed;
}

/**
 * np_reader_style_zoom:
 * @self: a style
 * @steps: how many steps larger, or smaller when below 0; 0 goes back to the size as made
 */
void
np_reader_style_zoom (NpReaderStyle *self, int steps)
{
  g_return_if_fail (NP_IS_READER_STYLE (self));

  set_size (self, steps == 0 ? 1 : self->size * pow (TEXT_SIZE_STEP, steps));
}
