#include "ui/reader/np-reader-corrector.h"

#include "library/np-words.h"
#include "ui/np-popup.h"
#include "ui/reader/np-reader-correct-box.h"
#include "ui/reader/np-reader-place.h"
#include "ui/reader/np-reader-point.h"

#include <glib/gi18n.h>

struct _NpReaderCorrector
{
  GtkWidget *page; /* what the popover hangs on; it owns this */
  NpReaderView *view;
  NpReaderHighlighter *highlighter; /* of the page too */
  NpReaderHighlighterFunc func;
  gpointer user_data;
  GtkWidget *popover;
  NpReaderCorrectBox *box;
  GSimpleActionGroup *actions;
  NpArticle *article; /* (nullable) */
  gboolean editable;
  NpPart part; /* what the popover is about */
  guint figure;
};

static int
get_cursor (NpReaderCorrector *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return gtk_text_iter_get_offset (&start);
}

static void
do_change (NpReaderCorrector *self, NpChange *change)
{
  g_autoptr (NpChange) taken = change;

  if (taken != NULL)
    self->func (taken, self->user_data);
}

/* --- the popover --- */

static void
open_part (NpReaderCorrector *self, NpPart part, guint figure)
{
  g_autofree char *text = NULL;
  NpReaderRange range = { 0, 0 };
  GdkRectangle at;

  if (self->article == NULL || !self->editable)
    return;
  text = np_correct_dup_part (self->article, part, figure);
  if (!np_reader_map_get_part (np_reader_view_get_map (self->view), part, figure, &range))
    np_reader_map_get_part (np_reader_view_get_map (self->view), NP_PART_HEADLINE, 0, &range);
  self->part = part;
  self->figure = figure;
  np_reader_view_go (self->view, range.start);
  np_reader_point_to (GTK_TEXT_VIEW (self->view), &range, self->page, &at);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  np_reader_correct_box_show (self->box, part, text);
}

static void
on_save (NpReaderCorrector *self)
{
  g_autofree char *text = np_reader_correct_box_dup_text (self->box);
  g_autoptr (GError) error = NULL;
  NpChange *change = np_correct_part (self->article, self->part, self->figure, text, &error);

  if (error != NULL)
    {
      g_autofree char *what = np_words_for_error (error), *next = np_words_for_next_step (error);
      g_autofree char *message = g_strdup_printf ("%s. %s", what, next);

      np_reader_correct_box_set_error (self->box, message);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  do_change (self, change);
}

static void
on_cancel (NpReaderCorrector *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* --- the actions --- */

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit_by_name (((NpReaderCorrector *) user_data)->view, "copy-clipboard");
}

static void
on_select_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit_by_name (((NpReaderCorrector *) user_data)->view, "select-all", TRUE);
}

static void
on_highlight (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_reader_highlighter_mark (((NpReaderCorrector *) user_data)->highlighter, NULL, FALSE);
}

static void
on_note (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_reader_highlighter_mark (((NpReaderCorrector *) user_data)->highlighter, NULL, TRUE);
}

static void
on_show_highlight (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  np_reader_highlighter_go (((NpReaderCorrector *) user_data)->highlighter, g_variant_get_string (parameter, NULL));
}

/* At the end of a story, on to the next one. */
static void
on_page (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpReaderCorrector *self = user_data;
  int pages = g_variant_get_int32 (parameter);

  if (!np_reader_place_page (GTK_TEXT_VIEW (self->view), pages) && pages > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "win.step", "i", 1);
}

/* What stands where the cursor is. */
static void
on_correct (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpReaderCorrector *self = user_data;
  NpPart part;
  guint figure;

  if (np_reader_map_find_part (np_reader_view_get_map (self->view), get_cursor (self), &part, &figure))
    open_part (self, part, figure);
}

static const struct
{
  const char *name;
  const char *label;
  NpPart part;
} parts[] = {
  { "headline", N_ ("_Headline…"), NP_PART_HEADLINE },
  { "deck", N_ ("_Deck…"), NP_PART_DECK },
  { "byline", N_ ("_Byline…"), NP_PART_BYLINE },
  { "published", N_ ("_Time of Publication…"), NP_PART_PUBLISHED },
};

static void
on_correct_part (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].name, name))
      open_part (user_data, parts[i].part, 0);
}

static int
get_block (NpReaderCorrector *self)
{
  return np_reader_map_find_block (np_reader_view_get_map (self->view), get_cursor (self));
}

static void
on_drop (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpReaderCorrector *self = user_data;

  if (get_block (self) >= 0)
    do_change (self, np_correct_drop_block (self->article, (guint) get_block (self)));
}

static void
on_make_caption (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NpReaderCorrector *self = user_data;

  if (get_block (self) >= 0)
    do_change (self, np_correct_make_caption (self->article, (guint) get_block (self)));
}

static const GActionEntry entries[] = {
  { .name = "copy", .activate = on_copy },
  { .name = "select-all", .activate = on_select_all },
  { .name = "highlight", .activate = on_highlight },
  { .name = "note", .activate = on_note },
  { .name = "page", .activate = on_page, .parameter_type = "i" },
  { .name = "show-highlight", .activate = on_show_highlight, .parameter_type = "s" },
  { .name = "correct", .activate = on_correct },
  { .name = "correct-part", .activate = on_correct_part, .parameter_type = "s" },
  { .name = "drop", .activate = on_drop },
  { .name = "make-caption", .activate = on_make_caption },
};

static void
enable (NpReaderCorrector *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (NpReaderCorrector *self)
{
  NpReaderMap *map = np_reader_view_get_map (self->view);
  int at = get_cursor (self), block = np_reader_map_find_block (map, at);
  gboolean selected = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
  gboolean marked = np_reader_highlights_find_at (np_reader_view_get_highlights (self->view), at) != NULL;
  gboolean editable = self->editable && self->article != NULL;
  NpPart part;
  guint figure;

  enable (self, "copy", selected);
  enable (self, "highlight", editable && (selected || marked));
  enable (self, "note", editable && (selected || marked));
  enable (self, "correct", editable && np_reader_map_find_part (map, at, &part, &figure));
  enable (self, "correct-part", editable);
  enable (self, "drop", editable && block >= 0);
  enable (self, "make-caption", editable && block >= 0 && self->article->figures->len > 0);
}

static void
append (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_text_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) back = g_menu_new (), copy = g_menu_new (), mark = g_menu_new (), correct = g_menu_new ();

  append (back, _ ("_Back to Where You Were"), "reader.jump-back");
  append (copy, _ ("_Copy"), "reader.copy");
  append (copy, _ ("Select _All"), "reader.select-all");
  append (mark, _ ("_Highlight"), "reader.highlight");
  append (mark, _ ("Add a _Note…"), "reader.note");
  append (correct, _ ("Co_rrect…"), "reader.correct");
  append (correct, _ ("_Remove This Paragraph"), "reader.drop");
  append (correct, _ ("Make It a _Caption"), "reader.make-caption");
  append (correct, _ ("Add What Is _Missing…"), "reader.add-missing(true)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (back));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (mark));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (correct));
  return G_MENU_MODEL (menu);
}

/* A text view's own menu is for text that is typed; this one is for text that is read. */
static void
open_menu (NpReaderCorrector *self, int x, int y)
{
  g_autoptr (GMenuModel) menu = new_text_menu ();
  double page_x = 0, page_y = 0;
  GdkRectangle at;

  update (self);
  /* A text view gives a popover too little height. */
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), self->page, x, y, &page_x, &page_y);
  at = (GdkRectangle){ (int) page_x, (int) page_y, 1, 1 };
  np_popup_open (np_popup_new_menu (menu), self->page, &at);
}

/* The menu is about what was clicked, unless that is selected. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  NpReaderCorrector *self = user_data;
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at, start, end;
  int buffer_x, buffer_y;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &at, buffer_x, buffer_y);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end) || !gtk_text_iter_in_range (&at, &start, &end))
    gtk_text_buffer_place_cursor (buffer, &at);
  open_menu (self, (int) x, (int) y);
}

static gboolean
on_key (NpReaderCorrector *self, guint key, guint code, GdkModifierType state)
{
  NpReaderRange range = { get_cursor (self), get_cursor (self) };
  GdkRectangle at;

  if (key != GDK_KEY_Menu && (key != GDK_KEY_F10 || !(state & GDK_SHIFT_MASK)))
    return FALSE;
  np_reader_point_to (GTK_TEXT_VIEW (self->view), &range, GTK_WIDGET (self->view), &at);
  open_menu (self, at.x, at.y + at.height);
  return TRUE;
}

static void
make_popover (NpReaderCorrector *self)
{
  self->popover = gtk_popover_new ();
  self->box = NP_READER_CORRECT_BOX (np_reader_correct_box_new ());
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->box));
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (self->popover, "np-highlight-popover");
  gtk_widget_set_parent (self->popover, self->page);
  g_signal_connect_swapped (self->box, "save", G_CALLBACK (on_save), self);
  g_signal_connect_swapped (self->box, "cancel", G_CALLBACK (on_cancel), self);
}

/**
 * np_reader_corrector_new:
 * @page: what the popover hangs on, and where the actions are; it frees this before it goes
 * @view: where stories are shown
 * @highlighter: marks what is selected
 * @func: does the changes
 * @user_data: for @func
 *
 * Returns: (transfer full): a pencil
 */
NpReaderCorrector *
np_reader_corrector_new (GtkWidget *page, NpReaderView *view, NpReaderHighlighter *highlighter,
                         NpReaderHighlighterFunc func, gpointer user_data)
{
  NpReaderCorrector *self = g_new0 (NpReaderCorrector, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->page = page;
  self->view = g_object_ref (view);
  self->highlighter = highlighter;
  self->func = func;
  self->user_data = user_data;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (page, "reader", G_ACTION_GROUP (self->actions));
  make_popover (self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "notify::cursor-position",
                            G_CALLBACK (update), self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "notify::has-selection",
                            G_CALLBACK (update), self);
  update (self);
  return self;
}

/**
 * np_reader_corrector_free:
 * @self: (transfer full) (nullable): a pencil
 */
void
np_reader_corrector_free (NpReaderCorrector *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), self);
  gtk_widget_insert_action_group (self->page, "reader", NULL);
  g_signal_handlers_disconnect_by_data (self->box, self);
  gtk_widget_unparent (self->popover);
  g_clear_pointer (&self->article, np_article_unref);
  g_object_unref (self->actions);
  g_object_unref (self->view);
  g_free (self);
}

/**
 * np_reader_corrector_set_article:
 * @self: a pencil
 * @article: (nullable): the story that is shown
 * @editable: whether it may be changed
 */
void
np_reader_corrector_set_article (NpReaderCorrector *self, NpArticle *article, gboolean editable)
{
  if (article == NULL || self->article == NULL || g_strcmp0 (self->article->id, article->id) != 0)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->article, np_article_unref);
  self->article = article != NULL ? np_article_ref (article) : NULL;
  self->editable = editable;
  update (self);
}

/**
 * np_reader_corrector_get_actions:
 * @self: a pencil
 *
 * Returns: (transfer none): its actions, for a header bar beside the page
 */
GActionGroup *
np_reader_corrector_get_actions (NpReaderCorrector *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * np_reader_corrector_new_menu:
 *
 * Returns: (transfer full): a menu of `reader.` actions: what can be put right around a story's text
 */
GMenuModel *
np_reader_corrector_new_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (parts[i].label), NULL);

      g_menu_item_set_action_and_target (item, "reader.correct-part", "s", parts[i].name);
      g_menu_append_item (menu, item);
    }
  g_menu_append (menu, _ ("Add What Is _Missing…"), "reader.add-missing(false)");
  return G_MENU_MODEL (menu);
}
