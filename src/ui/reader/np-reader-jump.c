#include "ui/reader/np-reader-jump.h"

#include "ui/reader/np-reader-links.h"

#include <glib/gi18n.h>

/* So much of a footnote is shown while the pointer is on its number, characters. */
#define TOOLTIP_CHARACTERS 300

/* What was in sight when somebody jumped away, in characters of the buffer. */
typedef struct
{
  int top, bottom;
} Origin;

struct _NpReaderJump
{
  NpReaderView *view;
  GActionMap *actions; /* "jump" and "jump-back" are in it */
  GtkWidget *button;   /* of the overlay */
  GArray *origins;     /* of Origin, the last one to go back to first */
};

static GtkTextBuffer *
get_buffer (NpReaderJump *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
update (NpReaderJump *self)
{
  GAction *back = g_action_map_lookup_action (self->actions, "jump-back");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (back), self->origins->len > 0);
  gtk_widget_set_visible (self->button, self->origins->len > 0);
}

static Origin
look_where (NpReaderJump *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle visible;
  GtkTextIter top, bottom;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &top, gtk_text_view_get_left_margin (view) + 1, visible.y + 4);
  gtk_text_view_get_line_at_y (view, &bottom, visible.y + visible.height, NULL);
  gtk_text_iter_forward_to_line_end (&bottom);
  return (Origin){ gtk_text_iter_get_offset (&top), gtk_text_iter_get_offset (&bottom) };
}

/* The cursor goes along: who reads with the ears, or selects with the keys, is there too. */
static void
go_to (NpReaderJump *self, int offset, int cursor)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &at, cursor);
  gtk_text_buffer_place_cursor (get_buffer (self), &at);
  np_reader_view_go (self->view, offset);
}

/**
 * np_reader_jump_go:
 * @self: a jumper
 * @name: what a link of the story calls a place
 *
 * Brings that place into sight. When it is one that was in sight before the last jump, that is where it goes back to,
 * with the same line on top.
 */
void
np_reader_jump_go (NpReaderJump *self, const char *name)
{
  Origin here = look_where (self), *last = NULL;
  int at;

  if (!np_reader_map_find_anchor (np_reader_view_get_map (self->view), name, &at))
    return;
  if (self->origins->len > 0)
    last = &g_array_index (self->origins, Origin, self->origins->len - 1);
  if (last != NULL && at >= last->top && at <= last->bottom)
    {
      go_to (self, last->top, at);
      g_array_set_size (self->origins, self->origins->len - 1);
    }
  else
    {
      go_to (self, at, at);
      g_array_append_val (self->origins, here);
    }
  update (self);
}

/**
 * np_reader_jump_back:
 * @self: a jumper
 *
 * Goes back to where the reader was before the last jump.
 */
void
np_reader_jump_back (NpReaderJump *self)
{
  Origin last;

  if (self->origins->len == 0)
    return;
  last = g_array_index (self->origins, Origin, self->origins->len - 1);
  g_array_set_size (self->origins, self->origins->len - 1);
  go_to (self, last.top, last.top);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * np_reader_jump_forget:
 * @self: a jumper
 *
 * Forgets where the reader was: the story is another one.
 */
void
np_reader_jump_forget (NpReaderJump *self)
{
  g_array_set_size (self->origins, 0);
  update (self);
}

static void
on_jump (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_reader_jump_go (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_reader_jump_back (user_data);
}

static gboolean
on_key (NpReaderJump *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_BackSpace || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
      || self->origins->len == 0)
    return FALSE;
  np_reader_jump_back (self);
  return TRUE;
}

/* What the footnote says, without going there. */
static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, NpReaderJump *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  g_autofree char *text = NULL, *words = NULL;
  const char *href;
  GtkTextIter at, end;
  int buffer_x, buffer_y, target;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (keyboard)
    gtk_text_buffer_get_iter_at_mark (get_buffer (self), &at, gtk_text_buffer_get_insert (get_buffer (self)));
  else if (!gtk_text_view_get_iter_at_location (view, &at, buffer_x, buffer_y))
    return FALSE;
  href = np_reader_links_find_at (&at);
  if (!np_reader_link_is_inside (href)
      || !np_reader_map_find_anchor (np_reader_view_get_map (self->view), href + 1, &target))
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &at, target);
  end = at;
  gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_buffer_get_text (get_buffer (self), &at, &end, FALSE);
  if (g_utf8_strlen (text, -1) > TOOLTIP_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (text, 0, TOOLTIP_CHARACTERS);

      words = g_strconcat (start, "…", NULL);
    }
  gtk_tooltip_set_text (tooltip, words != NULL ? words : text);
  return TRUE;
}

static GtkWidget *
make_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Back to Where You Were"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (button, 18);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_tooltip_text (button, _ ("Back from the footnote (Backspace)"));
  gtk_widget_add_css_class (button, "osd");
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.jump-back");
  return button;
}

/**
 * np_reader_jump_new:
 * @view: where stories are shown
 * @overlay: what lies over it: the way back is shown there
 * @actions: gets "jump" and "jump-back"; it outlives this
 *
 * Returns: (transfer full): a jumper
 */
NpReaderJump *
np_reader_jump_new (NpReaderView *view, GtkOverlay *overlay, GActionMap *actions)
{
  static const GActionEntry entries[] = {
    { .name = "jump", .activate = on_jump, .parameter_type = "s" },
    { .name = "jump-back", .activate = on_back },
  };
  NpReaderJump *self = g_new0 (NpReaderJump, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = g_object_ref (view);
  self->actions = actions;
  self->origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  self->button = make_button ();
  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
  gtk_overlay_add_overlay (overlay, self->button);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect (view, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
  update (self);
  return self;
}

/**
 * np_reader_jump_free:
 * @self: (transfer full) (nullable): a jumper
 */
void
np_reader_jump_free (NpReaderJump *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_action_map_remove_action (self->actions, "jump");
  g_action_map_remove_action (self->actions, "jump-back");
  g_object_unref (self->view);
  g_array_unref (self->origins);
  g_free (self);
}
