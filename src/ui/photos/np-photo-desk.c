#include "ui/photos/np-photo-desk.h"

#include "base/np-text.h"
#include "library/np-gather.h"
#include "ui/np-drop-down.h"
#include "ui/photos/np-desk-cell.h"
#include "ui/photos/np-photo-viewer.h"

#include <glib/gi18n.h>

/* The photos of more stories than these are too many to look through. */
#define MAX_STORIES 1000

struct _NpPhotoDesk
{
  AdwWindow parent_instance;

  NpLibrary *library;
  NpThumbnails *thumbnails;
  GListStore *photos;
  GtkFilter *filter;
  GtkSingleSelection *shown;
  GtkDropDown *credits;
  GtkWidget *entry;
  GtkStack *stack; /* "loading", "grid", "empty" */
  GtkWidget *uses; /* the stories of the photo that is selected */
  char *folded;    /* what is looked for */
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (NpPhotoDesk, np_photo_desk, ADW_TYPE_WINDOW)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is shown --- */

static const char *
get_wanted_credit (NpPhotoDesk *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->credits);

  return chosen != NULL && gtk_drop_down_get_selected (self->credits) > 0 ? gtk_string_object_get_string (chosen)
                                                                          : NULL;
}

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  NpPhotoDesk *self = user_data;
  const char *credit = get_wanted_credit (self);

  if (credit != NULL && !np_strings_contain (np_desk_photo_get_credits (item), credit))
    return FALSE;
  return self->folded == NULL || *self->folded == '\0' || np_desk_photo_matches (item, self->folded);
}

static void
update_stack (NpPhotoDesk *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0 ? "grid" : "empty");
}

static void
on_filter_changed (NpPhotoDesk *self)
{
  g_free (self->folded);
  self->folded = np_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
fill_credits (NpPhotoDesk *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) credits = g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->photos)); i++)
    {
      g_autoptr (NpDeskPhoto) photo = g_list_model_get_item (G_LIST_MODEL (self->photos), i);
      GPtrArray *its = np_desk_photo_get_credits (photo);

      for (guint j = 0; j < its->len; j++)
        if (g_hash_table_add (known, its->pdata[j]))
          g_ptr_array_add (credits, its->pdata[j]);
    }
  g_ptr_array_sort (credits, compare_strings);
  gtk_string_list_append (names, _ ("All Credits"));
  for (guint i = 0; i < credits->len; i++)
    gtk_string_list_append (names, credits->pdata[i]);
  gtk_drop_down_set_model (self->credits, G_LIST_MODEL (names));
}

/* The same file in several stories is one photo. */
static void
take_stories (NpPhotoDesk *self, GPtrArray *articles)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) photos = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < articles->len; i++)
    {
      const NpArticle *article = articles->pdata[i];

      for (guint j = 0; j < article->figures->len; j++)
        {
          const NpFigure *figure = article->figures->pdata[j];
          NpDeskPhoto *photo = figure->file != NULL ? g_hash_table_lookup (known, figure->file) : NULL;

          if (figure->file == NULL)
            continue;
          if (photo == NULL)
            {
              photo = np_desk_photo_new (figure->file);
              g_ptr_array_add (photos, photo);
              g_hash_table_insert (known, (gpointer) np_desk_photo_get_file (photo), photo);
            }
          np_desk_photo_add (photo, article, figure);
        }
    }
  g_list_store_splice (self->photos, 0, g_list_model_get_n_items (G_LIST_MODEL (self->photos)), photos->pdata,
                       photos->len);
}

static void
on_gathered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NpPhotoDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = np_gather_finish (NP_LIBRARY (object), result, &error);

  if (articles == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (articles != NULL)
    take_stories (self, articles);
  fill_credits (self);
  update_stack (self);
}

/* --- what people do --- */

static void
on_open_story (GtkWidget *button, NpPhotoDesk *self)
{
  g_signal_emit (self, signals[OPEN], 0, g_object_get_data (G_OBJECT (button), "story"));
}

static void
on_selected (NpPhotoDesk *self)
{
  NpDeskPhoto *photo = gtk_single_selection_get_selected_item (self->shown);
  GPtrArray *uses = photo != NULL ? np_desk_photo_get_uses (photo) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->uses)) != NULL)
    gtk_box_remove (GTK_BOX (self->uses), child);
  for (guint i = 0; uses != NULL && i < MIN (uses->len, 5); i++)
    {
      const NpDeskUse *use = uses->pdata[i];
      GtkWidget *button = gtk_button_new_with_label (use->headline);
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Open the story"));
      g_object_set_data_full (G_OBJECT (button), "story", g_strdup (use->id), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (on_open_story), self);
      gtk_box_append (GTK_BOX (self->uses), button);
    }
}

/* The viewer shows what the desk shows, from this photo on. */
static void
on_activate (NpPhotoDesk *self, guint position)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) np_figure_free);
  GtkWidget *viewer;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (NpDeskPhoto) photo = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      g_ptr_array_add (figures, np_desk_photo_new_figure (photo));
    }
  viewer = np_photo_viewer_new (GTK_WINDOW (self), self->library, _ ("Photos"), figures, position);
  if (viewer != NULL)
    gtk_window_present (GTK_WINDOW (viewer));
}

/* --- the window --- */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *cell, NpPhotoDesk *self)
{
  gtk_list_item_set_child (cell, np_desk_cell_new (self->library, self->thumbnails));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *cell)
{
  np_desk_cell_show (NP_DESK_CELL (gtk_list_item_get_child (cell)), gtk_list_item_get_item (cell));
}

static GtkWidget *
make_grid (NpPhotoDesk *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *grid;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->photos)), self->filter);
  self->shown = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  grid = gtk_grid_view_new (GTK_SELECTION_MODEL (self->shown), factory);
  gtk_grid_view_set_max_columns (GTK_GRID_VIEW (grid), 8);
  gtk_widget_add_css_class (grid, "np-desk");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Photos"), -1);
  g_signal_connect_object (self->shown, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (grid, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scroller;
}

static GtkWidget *
make_header (NpPhotoDesk *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->entry = gtk_search_entry_new ();
  self->credits = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search captions and credits"), -1);
  np_drop_down_name (self->credits, _ ("Only photos of this credit"));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_filter_changed), self);
  g_signal_connect_swapped (self->credits, "notify::selected", G_CALLBACK (on_filter_changed), self);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->entry);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->credits));
  return header;
}

static void
make_content (NpPhotoDesk *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = make_header (self);
  GtkWidget *spinner = gtk_spinner_new (), *empty = adw_status_page_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->uses = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_spinner_start (GTK_SPINNER (spinner));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "image-x-generic-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No Photos"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("The stories that are shown have none, or none that fits."));
  gtk_stack_add_named (self->stack, spinner, "loading");
  gtk_stack_add_named (self->stack, make_grid (self), "grid");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_add_css_class (self->uses, "np-desk-uses");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), self->uses);
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
np_photo_desk_dispose (GObject *object)
{
  NpPhotoDesk *self = NP_PHOTO_DESK (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (np_photo_desk_parent_class)->dispose (object);
}

static void
np_photo_desk_finalize (GObject *object)
{
  NpPhotoDesk *self = NP_PHOTO_DESK (object);

  g_object_unref (self->loading);
  g_object_unref (self->thumbnails);
  g_object_unref (self->photos);
  g_free (self->folded);
  G_OBJECT_CLASS (np_photo_desk_parent_class)->finalize (object);
}

static void
np_photo_desk_class_init (NpPhotoDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = np_photo_desk_dispose;
  object_class->finalize = np_photo_desk_finalize;
  signals[OPEN] =
      g_signal_new ("open", NP_TYPE_PHOTO_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
np_photo_desk_init (NpPhotoDesk *self)
{
  self->photos = g_list_store_new (NP_TYPE_DESK_PHOTO);
  self->thumbnails = np_thumbnails_new ();
  self->loading = g_cancellable_new ();
}

/**
 * np_photo_desk_new:
 * @parent: the window
 * @library: a library
 * @query: which stories' photos
 *
 * Returns: (transfer none): a window of these photos; GTK owns it
 */
GtkWidget *
np_photo_desk_new (GtkWindow *parent, NpLibrary *library, NpQuery *query)
{
  NpPhotoDesk *self;

  g_return_val_if_fail (NP_IS_LIBRARY (library) && query != NULL, NULL);

  self = g_object_new (NP_TYPE_PHOTO_DESK, "transient-for", parent, "title", _ ("Photos"), "default-width", 900,
                       "default-height", 680, NULL);
  self->library = g_object_ref (library);
  make_content (self);
  np_gather_async (library, query, MAX_STORIES, self->loading, on_gathered, g_object_ref (self));
  return GTK_WIDGET (self);
}
