#include "ui/reader/np-reader-find.h"

#include "ui/np-search-close.h"
#include "ui/reader/np-reader-labels.h"

#include <glib/gi18n.h>

/* More matches than this are not counted: "e" in a long story would mark every word. */
#define MAX_MATCHES 5000

struct _NpReaderFind
{
  GtkWidget parent_instance;
  NpReaderView *view; /* owned by the one who owns this bar as well */
  GtkWidget *bar;     /* GtkSearchBar */
  GtkWidget *entry;
  GtkWidget *label;
  GtkWidget *previous;
  GtkWidget *next;
  GArray *matches; /* of Match, in the order of reading */
  GArray *labels;  /* of NpReaderLabelMatch: those of them that are in tables and cards */
  guint current;   /* from 1, 0 = none */
};

/* Where a match is, in characters; in a table or card, where that stands. */
typedef struct
{
  int start, end;
  int label; /* its number among labels, -1 = it is in the text */
} Match;

G_DEFINE_FINAL_TYPE (NpReaderFind, np_reader_find, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (NpReaderFind *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static GtkTextTag *
get_tag (NpReaderFind *self, gboolean current)
{
  return np_reader_view_get_tag (self->view, current ? NP_READER_TAG_CURRENT_MATCH : NP_READER_TAG_MATCH);
}

static void
unmark (NpReaderFind *self, gboolean current)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), get_tag (self, current), &start, &end);
}

static void
forget_matches (NpReaderFind *self)
{
  np_reader_labels_mark (self->view, self->labels, -2);
  g_array_set_size (self->labels, 0);
  g_array_set_size (self->matches, 0);
}

static void
update_label (NpReaderFind *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *words = NULL;

  if (*text == '\0')
    words = g_strdup ("");
  else if (self->matches->len == 0)
    words = g_strdup (_ ("Not found"));
  else if (self->matches->len >= MAX_MATCHES)
    /* Translators: the number of the match that is shown, and how many were counted before counting stopped */
    words = g_strdup_printf (_ ("%u of more than %u"), self->current, self->matches->len);
  else
    /* Translators: the number of the match that is shown, and how many there are */
    words = g_strdup_printf (_ ("%u of %u"), self->current, self->matches->len);
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_set_sensitive (self->previous, self->matches->len > 0);
  gtk_widget_set_sensitive (self->next, self->matches->len > 0);
  if (*text != '\0' && self->matches->len == 0)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
show_match (NpReaderFind *self, guint number)
{
  GtkTextIter start, end;
  const Match *match = number > 0 ? &g_array_index (self->matches, Match, number - 1) : NULL;
  int label = match != NULL ? match->label : -1;

  unmark (self, TRUE);
  np_reader_labels_mark (self->view, self->labels, label);
  self->current = number;
  if (match != NULL)
    {
      gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, match->start);
      gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, match->end);
      if (label < 0)
        gtk_text_buffer_apply_tag (get_buffer (self), get_tag (self, TRUE), &start, &end);
      gtk_text_buffer_place_cursor (get_buffer (self), &start);
    }
  if (label >= 0)
    np_reader_labels_go (self->view, &g_array_index (self->labels, NpReaderLabelMatch, label));
  else if (match != NULL)
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)), 0.2,
                                  FALSE, 0, 0);
  update_label (self);
}

static void
find_all (NpReaderFind *self, const char *text)
{
  const GtkTextSearchFlags flags = GTK_TEXT_SEARCH_TEXT_ONLY | GTK_TEXT_SEARCH_CASE_INSENSITIVE;
  GtkTextTag *tag = get_tag (self, FALSE);
  GtkTextIter at, start, end;

  gtk_text_buffer_get_start_iter (get_buffer (self), &at);
  while (self->matches->len < MAX_MATCHES && gtk_text_iter_forward_search (&at, text, flags, &start, &end, NULL))
    {
      Match match = { gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end), -1 };

      if (match.end <= match.start)
        break;
      g_array_append_val (self->matches, match);
      gtk_text_buffer_apply_tag (get_buffer (self), tag, &start, &end);
      /* applying a tag leaves iterators valid */
      at = end;
    }
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *first = a, *second = b;

  return first->start != second->start ? first->start - second->start : first->label - second->label;
}

/* What is in tables and cards comes where they stand. */
static void
find_in_labels (NpReaderFind *self, const char *text)
{
  g_array_unref (self->labels);
  self->labels = np_reader_labels_find (self->view, text, MAX_MATCHES - self->matches->len);
  for (guint i = 0; i < self->labels->len; i++)
    {
      int at = g_array_index (self->labels, NpReaderLabelMatch, i).at;
      Match match = { at, at, (int) i };

      g_array_append_val (self->matches, match);
    }
  if (self->labels->len > 0)
    g_array_sort (self->matches, compare_matches);
}

/* The first match from the first line that can be seen, so that finding does not jump back to the beginning. */
static guint
first_in_sight (NpReaderFind *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle visible;
  GtkTextIter top;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &top, visible.y, NULL);
  for (guint i = 0; i < self->matches->len; i++)
    if (g_array_index (self->matches, Match, i).start >= gtk_text_iter_get_offset (&top))
      return i + 1;
  return self->matches->len > 0 ? 1 : 0;
}

static void
on_search_changed (NpReaderFind *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  unmark (self, FALSE);
  forget_matches (self);
  if (*text != '\0')
    {
      find_all (self, text);
      find_in_labels (self, text);
    }
  show_match (self, first_in_sight (self));
}

static void
on_mode_changed (NpReaderFind *self)
{
  if (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    return;
  unmark (self, FALSE);
  unmark (self, TRUE);
  forget_matches (self);
  self->current = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_next (NpReaderFind *self)
{
  np_reader_find_go (self, FALSE);
}

static void
on_previous (NpReaderFind *self)
{
  np_reader_find_go (self, TRUE);
}

/* Shift+Enter goes back, as in other programs; GtkSearchEntry itself knows Ctrl+Shift+G alone. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, NpReaderFind *self)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(state & GDK_SHIFT_MASK))
    return FALSE;
  np_reader_find_go (self, TRUE);
  return TRUE;
}

static GtkWidget *
make_button (const char *icon, const char *name, GCallback clicked, NpReaderFind *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_entry (NpReaderFind *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (entry, "placeholder-text", _ ("Find in story"), NULL);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find in story"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (entry, "next-match", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (entry, "previous-match", G_CALLBACK (on_previous), self);
  return entry;
}

static void
np_reader_find_dispose (GObject *object)
{
  NpReaderFind *self = NP_READER_FIND (object);

  if (self->bar != NULL)
    g_signal_handlers_disconnect_by_data (self->bar, self);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (np_reader_find_parent_class)->dispose (object);
}

static void
np_reader_find_finalize (GObject *object)
{
  g_array_unref (NP_READER_FIND (object)->matches);
  g_array_unref (NP_READER_FIND (object)->labels);
  G_OBJECT_CLASS (np_reader_find_parent_class)->finalize (object);
}

static void
np_reader_find_class_init (NpReaderFindClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_reader_find_dispose;
  G_OBJECT_CLASS (klass)->finalize = np_reader_find_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
np_reader_find_init (NpReaderFind *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *moves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  self->labels = g_array_new (FALSE, FALSE, sizeof (NpReaderLabelMatch));
  self->bar = gtk_search_bar_new ();
  self->entry = make_entry (self);
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_add_css_class (self->label, "numeric");
  self->previous = make_button ("go-up-symbolic", _ ("Previous match"), G_CALLBACK (on_previous), self);
  self->next = make_button ("go-down-symbolic", _ ("Next match"), G_CALLBACK (on_next), self);
  gtk_widget_add_css_class (moves, "linked");
  gtk_box_append (GTK_BOX (moves), self->previous);
  gtk_box_append (GTK_BOX (moves), self->next);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), moves);
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->bar), box);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
  np_search_close_add (GTK_SEARCH_BAR (self->bar));
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (on_mode_changed), self);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

/**
 * np_reader_find_new:
 * @view: where to find
 *
 * Returns: (transfer floating): a bar, closed
 */
GtkWidget *
np_reader_find_new (NpReaderView *view)
{
  NpReaderFind *self = g_object_new (NP_TYPE_READER_FIND, NULL);

  self->view = g_object_ref (view);
  /* What was not written yet when people typed is found once it is. */
  g_signal_connect_object (view, "written", G_CALLBACK (np_reader_find_update), self, G_CONNECT_SWAPPED);
  update_label (self);
  return GTK_WIDGET (self);
}

/**
 * np_reader_find_start:
 * @self: a bar
 *
 * Opens the bar with the focus in it and its words selected; a short selection in the story becomes the words.
 */
void
np_reader_find_start (NpReaderFind *self)
{
  GtkTextIter start, end;

  g_return_if_fail (NP_IS_READER_FIND (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end)
      && gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end)
      && gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) <= 100)
    {
      g_autofree char *text = gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);

      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
    }
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * np_reader_find_stop:
 * @self: a bar
 *
 * Closes the bar; nothing is marked any more.
 */
void
np_reader_find_stop (NpReaderFind *self)
{
  g_return_if_fail (NP_IS_READER_FIND (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), FALSE);
}

/**
 * np_reader_find_update:
 * @self: a bar
 *
 * Finds again, after the text has become another. Does nothing while the bar is closed.
 */
void
np_reader_find_update (NpReaderFind *self)
{
  g_return_if_fail (NP_IS_READER_FIND (self));

  if (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    on_search_changed (self);
}

/**
 * np_reader_find_set_text:
 * @self: a bar
 * @text: what to find
 *
 * Finds @text at once, as if it had been typed.
 */
void
np_reader_find_set_text (NpReaderFind *self, const char *text)
{
  g_return_if_fail (NP_IS_READER_FIND (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  on_search_changed (self);
}

/**
 * np_reader_find_go:
 * @self: a bar
 * @backward: to the match before
 *
 * Goes to the next match, after the last one to the first.
 */
void
np_reader_find_go (NpReaderFind *self, gboolean backward)
{
  guint n;

  g_return_if_fail (NP_IS_READER_FIND (self));

  n = self->matches->len;
  if (n == 0)
    return;
  if (backward)
    show_match (self, self->current <= 1 ? n : self->current - 1);
  else
    show_match (self, self->current >= n ? 1 : self->current + 1);
}

/**
 * np_reader_find_get_count:
 * @self: a bar
 *
 * Returns: how many matches there are
 */
guint
np_reader_find_get_count (NpReaderFind *self)
{
  g_return_val_if_fail (NP_IS_READER_FIND (self), 0);

  return self->matches->len;
}

/**
 * np_reader_find_get_current:
 * @self: a bar
 *
 * Returns: the number of the match that is shown, from 1; 0 = none
 */
guint
np_reader_find_get_current (NpReaderFind *self)
{
  g_return_val_if_fail (NP_IS_READER_FIND (self), 0);

  return self->current;
}
