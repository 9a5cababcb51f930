#include "ui/reader/np-reader-missing.h"

#include "base/np-text.h"
#include "library/np-correct.h"
#include "library/np-library-error.h"
#include "library/np-words.h"
#include "ui/reader/np-reader-missing-row.h"

#include <glib/gi18n.h>

/* Where what was picked goes, in the order of the list that people choose from. */
typedef enum
{
  PLACE_OF_PAGE,
  PLACE_BEGINNING,
  PLACE_END,
  PLACE_CURSOR, /* only where there is one */
} Place;

struct _NpReaderMissing
{
  AdwWindow parent_instance;

  NpLibrary *library;
  NpArticle *article;
  int block; /* that the cursor was in, -1 = none */
  GPtrArray *parts;
  GtkStack *stack; /* "loading", "list", "none" */
  GtkWidget *none; /* says why there is nothing */
  GtkWidget *list;
  GtkWidget *entry;
  GtkDropDown *place;
  GtkWidget *add;
  char *folded; /* what is looked for */
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (NpReaderMissing, np_reader_missing, ADW_TYPE_WINDOW)

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static NpReaderMissingRow *
get_row (NpReaderMissing *self, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);

  return row != NULL ? NP_READER_MISSING_ROW (row) : NULL;
}

/* The blocks that are picked, in the order of the page. */
static GPtrArray *
list_picked (NpReaderMissing *self, guint *after)
{
  GPtrArray *blocks = g_ptr_array_new ();
  NpReaderMissingRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (np_reader_missing_row_get_picked (row))
      {
        const NpKeptPart *part = np_reader_missing_row_get_part (row);

        if (blocks->len == 0 && after != NULL)
          *after = part->after;
        g_ptr_array_add (blocks, part->block);
      }
  return blocks;
}

static void
update_add (NpReaderMissing *self)
{
  g_autoptr (GPtrArray) picked = list_picked (self, NULL);

  gtk_widget_set_sensitive (self->add, picked->len > 0);
}

static guint
get_after (NpReaderMissing *self, guint of_page)
{
  switch ((Place) gtk_drop_down_get_selected (self->place))
    {
    case PLACE_OF_PAGE:
      return of_page;
    case PLACE_BEGINNING:
      return NP_CORRECT_BEGINNING;
    case PLACE_END:
      return NP_CORRECT_END;
    case PLACE_CURSOR:
      return (guint) self->block;
    }
  return NP_CORRECT_END;
}

static void
on_add (NpReaderMissing *self)
{
  guint of_page = NP_CORRECT_END;
  g_autoptr (GPtrArray) picked = list_picked (self, &of_page);
  g_autoptr (NpChange) change = np_correct_insert (self->article, get_after (self, of_page), picked);

  if (change == NULL)
    return;
  g_signal_emit (self, signals[CHANGE], 0, change);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row)
{
  np_reader_missing_row_toggle (NP_READER_MISSING_ROW (row));
}

static gboolean
is_shown (GtkListBoxRow *row, gpointer user_data)
{
  NpReaderMissing *self = user_data;

  return self->folded == NULL || *self->folded == '\0'
         || np_reader_missing_row_matches (NP_READER_MISSING_ROW (row), self->folded);
}

static void
on_search_changed (NpReaderMissing *self)
{
  g_free (self->folded);
  self->folded = np_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* --- what the page has --- */

static void
show_none (NpReaderMissing *self, const char *title, const char *description)
{
  adw_status_page_set_title (ADW_STATUS_PAGE (self->none), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->none), description);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
show_error (NpReaderMissing *self, const GError *error)
{
  g_autofree char *what = NULL, *next = NULL;

  if (g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NOT_FOUND))
    {
      show_none (self, _ ("No Page Is Kept"),
                 _ ("Only the story itself was saved. Open it in the browser, copy what is missing, and save that."));
      return;
    }
  what = np_words_for_error (error);
  next = np_words_for_next_step (error);
  show_none (self, what, next);
}

static void
show_parts (NpReaderMissing *self)
{
  gboolean missing = FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const NpKeptPart *part = self->parts->pdata[i];
      GtkWidget *row = np_reader_missing_row_new (part);

      missing |= !part->present;
      g_signal_connect_object (row, "notify::picked", G_CALLBACK (update_add), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  if (missing)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_none (self, _ ("Nothing Is Missing"), _ ("All the text of the page that was kept is in the story."));
}

static void
on_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpReaderMissing) self = user_data;
  g_autoptr (GError) error = NULL;

  self->parts = np_kept_page_list_finish (NP_LIBRARY (object), result, &error);
  if (g_cancellable_is_cancelled (self->loading))
    return;
  if (self->parts != NULL)
    show_parts (self);
  else
    show_error (self, error);
}

/* --- the window --- */

static GtkWidget *
make_header (NpReaderMissing *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->add = gtk_button_new_with_mnemonic (_ ("_Add"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  gtk_widget_set_sensitive (self->add, FALSE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->add);
  return header;
}

static GtkWidget *
make_list (NpReaderMissing *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_shown, self, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->list, 12);
  gtk_widget_set_margin_end (self->list, 12);
  gtk_widget_set_margin_bottom (self->list, 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text of the Page"),
                                  -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_place (NpReaderMissing *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (_ ("Place"));
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);

  gtk_string_list_append (places, _ ("As on the page"));
  gtk_string_list_append (places, _ ("At the beginning"));
  gtk_string_list_append (places, _ ("At the end"));
  if (self->block >= 0)
    gtk_string_list_append (places, _ ("After the paragraph with the cursor"));
  self->place = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&places)), NULL));
  gtk_drop_down_set_selected (self->place, self->block >= 0 ? PLACE_CURSOR : PLACE_OF_PAGE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->place), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Place"), -1);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 12);
  gtk_widget_set_margin_start (row, 12);
  gtk_widget_set_margin_end (row, 12);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->place));
  return row;
}

static GtkWidget *
make_list_page (NpReaderMissing *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Find on the page"), NULL);
  gtk_widget_set_margin_top (self->entry, 6);
  gtk_widget_set_margin_bottom (self->entry, 12);
  gtk_widget_set_margin_start (self->entry, 12);
  gtk_widget_set_margin_end (self->entry, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find on the page"),
                                  -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_search_changed), self);
  gtk_box_append (GTK_BOX (page), self->entry);
  gtk_box_append (GTK_BOX (page), make_list (self));
  gtk_box_append (GTK_BOX (page), make_place (self));
  return page;
}

static void
make_content (NpReaderMissing *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *spinner = gtk_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->none = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->none), "text-x-generic-symbolic");
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reading the page"), -1);
  gtk_stack_add_named (self->stack, spinner, "loading");
  gtk_stack_add_named (self->stack, make_list_page (self), "list");
  gtk_stack_add_named (self->stack, self->none, "none");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
np_reader_missing_dispose (GObject *object)
{
  NpReaderMissing *self = NP_READER_MISSING (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_reader_missing_parent_class)->dispose (object);
}

static void
np_reader_missing_finalize (GObject *object)
{
  NpReaderMissing *self = NP_READER_MISSING (object);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  np_article_unref (self->article);
  g_object_unref (self->loading);
  g_free (self->folded);
  G_OBJECT_CLASS (np_reader_missing_parent_class)->finalize (object);
}

static void
np_reader_missing_class_init (NpReaderMissingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = np_reader_missing_dispose;
  G_OBJECT_CLASS (klass)->finalize = np_reader_missing_finalize;
  signals[CHANGE] = g_signal_new ("change", NP_TYPE_READER_MISSING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, NP_TYPE_CHANGE);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
np_reader_missing_init (NpReaderMissing *self)
{
  self->loading = g_cancellable_new ();
}

/**
 * np_reader_missing_new:
 * @parent: (nullable): the window of the story
 * @library: where its page is kept
 * @article: the story
 * @block: the block of text that the cursor is in, as np_highlight_text_of() has them; -1 for none
 *
 * Returns: (transfer none): a window to pick from; GTK owns it
 */
GtkWidget *
np_reader_missing_new (GtkWindow *parent, NpLibrary *library, NpArticle *article, int block)
{
  NpReaderMissing *self;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && article != NULL, NULL);

  self = g_object_new (NP_TYPE_READER_MISSING, "transient-for", parent, "modal", TRUE, "title",
                       _ ("Add What Is Missing"), "default-width", 560, "default-height", 640, NULL);
  self->library = g_object_ref (library);
  self->article = np_article_ref (article);
  self->block = block;
  make_content (self);
  np_kept_page_list_async (library, article, self->loading, on_listed, g_object_ref (self));
  return GTK_WIDGET (self);
}
