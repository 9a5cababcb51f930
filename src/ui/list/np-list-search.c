#include "ui/list/np-list-search.h"

#include "base/np-text.h"
#include "ui/list/np-search-words.h"

struct _NpListSearch
{
  GtkWidget parent_instance;
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (NpListSearch, np_list_search, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ACTIVE = 1,
  N_PROPS
} Property;

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATED,
  SIGNAL_NEXT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
changed_cb (NpListSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activate_cb (NpListSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
next_match_cb (NpListSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
mode_cb (NpListSearch *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
np_list_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, np_list_search_get_active (NP_LIST_SEARCH (object)));
      break;
    case N_PROPS:
      break;
    }
}

static void
np_list_search_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_ACTIVE:
      gtk_search_bar_set_search_mode (NP_LIST_SEARCH (object)->bar, g_value_get_boolean (value));
      break;
    case N_PROPS:
      break;
    }
}

static void
np_list_search_dispose (GObject *object)
{
  while (gtk_widget_get_first_child (GTK_WIDGET (object)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (object)));
  G_OBJECT_CLASS (np_list_search_parent_class)->dispose (object);
}

static void
np_list_search_class_init (NpListSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = np_list_search_get_property;
  object_class->set_property = np_list_search_set_property;
  object_class->dispose = np_list_search_dispose;
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/page/newsprint/Newsprint/list/np-list-search.ui");
  gtk_widget_class_bind_template_child (widget_class, NpListSearch, bar);
  gtk_widget_class_bind_template_child (widget_class, NpListSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, NpListSearch, hint);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", NP_TYPE_LIST_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", NP_TYPE_LIST_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NEXT] =
      g_signal_new ("next", NP_TYPE_LIST_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
np_list_search_init (NpListSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}

/**
 * np_list_search_get_text:
 * @self: a search
 *
 * Returns: (nullable): what is looked for; `NULL` when the bar is closed or nothing is typed
 */
const char *
np_list_search_get_text (NpListSearch *self)
{
  const char *text;

  g_return_val_if_fail (NP_IS_LIST_SEARCH (self), NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  return np_list_search_get_active (self) && !np_text_is_empty (text) ? text : NULL;
}

/**
 * np_list_search_get_active:
 * @self: a search
 *
 * Returns: whether the bar is open
 */
gboolean
np_list_search_get_active (NpListSearch *self)
{
  g_return_val_if_fail (NP_IS_LIST_SEARCH (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar);
}

/**
 * np_list_search_start:
 * @self: a search
 *
 * Opens the bar and puts the focus in it.
 */
void
np_list_search_start (NpListSearch *self)
{
  g_return_if_fail (NP_IS_LIST_SEARCH (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * np_list_search_show:
 * @self: a search
 * @text: what is looked for
 *
 * Opens the bar with words in it; the focus stays where it is.
 */
void
np_list_search_show (NpListSearch *self, const char *text)
{
  g_return_if_fail (NP_IS_LIST_SEARCH (self) && text != NULL);

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/**
 * np_list_search_stop:
 * @self: a search
 *
 * Closes the bar; nothing is looked for.
 */
void
np_list_search_stop (NpListSearch *self)
{
  g_return_if_fail (NP_IS_LIST_SEARCH (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

/* The bytes of the word that begins at the column of a mistake. */
static void
locate (const char *text, guint column, guint *start, guint *end)
{
  const char *at = text, *stop;

  for (guint i = 0; i < column && *at != '\0'; i++)
    at = g_utf8_next_char (at);
  for (stop = at; *stop != '\0' && !g_unichar_isspace (g_utf8_get_char (stop));)
    stop = g_utf8_next_char (stop);
  *start = (guint) (at - text);
  *end = (guint) (stop - text);
}

/* Underlines each place where something is wrong, as a speller does. */
static void
mark_mistakes (NpListSearch *self, const NpQuery *query)
{
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  for (guint i = 0; query->text != NULL && i < query->mistakes->len; i++)
    {
      PangoAttribute *mark = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

      locate (query->text, g_array_index (query->mistakes, NpQueryMistake, i).column, &mark->start_index,
              &mark->end_index);
      pango_attr_list_insert (marks, mark);
    }
  if (GTK_IS_TEXT (text))
    gtk_text_set_attributes (GTK_TEXT (text), marks);
}

/**
 * np_list_search_tell_mistakes:
 * @self: a search
 * @query: what was made of the words
 *
 * Says under the bar what is wrong with the words, if anything is.
 */
void
np_list_search_tell_mistakes (NpListSearch *self, const NpQuery *query)
{
  g_autofree char *hint = NULL;

  g_return_if_fail (NP_IS_LIST_SEARCH (self) && query != NULL);

  mark_mistakes (self, query);
  hint = np_search_words_for_mistakes (query);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

/**
 * np_list_search_set_capture:
 * @self: a search
 * @widget: the window
 *
 * Lets typing anywhere in @widget start a search.
 */
void
np_list_search_set_capture (NpListSearch *self, GtkWidget *widget)
{
  g_return_if_fail (NP_IS_LIST_SEARCH (self));

  gtk_search_bar_set_key_capture_widget (self->bar, widget);
}
