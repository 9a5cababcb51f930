#include "ui/reader/np-reader-related.h"

#include "library/np-words-topics.h"
#include "ui/np-format.h"

#include <glib/gi18n.h>

struct _NpReaderRelated
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *list;
  char *shown; /* (nullable) what the rows show, as of describe() */
};

G_DEFINE_FINAL_TYPE (NpReaderRelated, np_reader_related, GTK_TYPE_WIDGET)

enum
{
  OPEN_STORY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_label (const char *text, const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (const NpRelatedStory *related)
{
  NpStory *story = related->story;
  g_autofree char *why = np_words_for_related_story (related);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *published = np_format_published (np_story_get_published (story));
  const char *site = np_story_get_site (story), *headline = np_story_get_headline (story);
  g_autofree char *source = g_strjoin (" · ", site != NULL ? site : published, site != NULL ? published : NULL, NULL);

  if (headline == NULL || *headline == '\0')
    headline = _ ("Without a headline");
  gtk_box_append (GTK_BOX (box), make_label (headline, "headline", 2));
  if (*source != '\0')
    gtk_box_append (GTK_BOX (box), make_label (source, "caption", 1));
  if (*why != '\0')
    gtk_box_append (GTK_BOX (box), make_label (why, "np-reason", 1));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (np_story_get_id (story)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, headline,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  return row;
}

static void
on_row_activated (NpReaderRelated *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  g_signal_emit (self, signals[OPEN_STORY], 0, id);
}

static void
np_reader_related_dispose (GObject *object)
{
  NpReaderRelated *self = NP_READER_RELATED (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (np_reader_related_parent_class)->dispose (object);
}

static void
np_reader_related_finalize (GObject *object)
{
  g_free (NP_READER_RELATED (object)->shown);
  G_OBJECT_CLASS (np_reader_related_parent_class)->finalize (object);
}

static void
np_reader_related_class_init (NpReaderRelatedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_reader_related_dispose;
  G_OBJECT_CLASS (klass)->finalize = np_reader_related_finalize;
  signals[OPEN_STORY] = g_signal_new ("open-story", NP_TYPE_READER_RELATED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
np_reader_related_init (NpReaderRelated *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->title = make_label (_ ("Related Stories"), "title", 1);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "np-related");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Related Stories"),
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * np_reader_related_new:
 *
 * Returns: (transfer floating): a list without stories
 */
GtkWidget *
np_reader_related_new (void)
{
  return g_object_new (NP_TYPE_READER_RELATED, NULL);
}

/* What the rows show, as one string: the same rows are not made anew, so that focus and pointer stay on them. */
static char *
describe (GPtrArray *stories)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; stories != NULL && i < stories->len; i++)
    {
      NpStory *story = ((NpRelatedStory *) stories->pdata[i])->story;
      g_autofree char *why = np_words_for_related_story (stories->pdata[i]);
      const char *parts[] = { np_story_get_id (story), np_story_get_headline (story), np_story_get_site (story),
                              np_story_get_published (story), why };

      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        g_string_append_printf (text, "%s\t", parts[j] != NULL ? parts[j] : "");
    }
  return g_string_free (text, FALSE);
}

/**
 * np_reader_related_show:
 * @self: a list
 * @stories: (nullable) (element-type NpRelatedStory): what it shows from now on
 */
void
np_reader_related_show (NpReaderRelated *self, GPtrArray *stories)
{
  g_autofree char *shown = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (NP_IS_READER_RELATED (self));

  shown = describe (stories);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; stories != NULL && i < stories->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (stories->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), stories != NULL && stories->len > 0);
}
