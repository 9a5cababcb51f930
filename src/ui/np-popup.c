#include "ui/np-popup.h"

/**
 * np_popup_new_menu:
 * @menu: what is in it
 *
 * Returns: (transfer floating): a menu that opens beside the pointer
 */
GtkWidget *
np_popup_new_menu (GMenuModel *menu)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  return popover;
}

/**
 * np_popup_find_page:
 * @row: something in a list that scrolls, or in one that is a part of a page as it is
 *
 * A popover hangs on the page around a list, not on a row or the list: a row may show something else before the popover
 * closes, and a list view gives a popover too little height.
 *
 * Returns: (transfer none) (nullable): the page
 */
GtkWidget *
np_popup_find_page (GtkWidget *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW);

  if (scroller != NULL)
    return gtk_widget_get_parent (scroller);
  return list != NULL ? gtk_widget_get_parent (gtk_widget_get_parent (list)) : NULL;
}

/**
 * np_popup_locate:
 * @widget: a widget
 * @page: an ancestor of it
 * @at: (out): where it is in @page
 *
 * Returns: whether that is known
 */
gboolean
np_popup_locate (GtkWidget *widget, GtkWidget *page, GdkRectangle *at)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, page, &bounds))
    return FALSE;
  *at =
      (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  return TRUE;
}

/* Where the focus is to be once a popover on @page has closed: in the list it was in, which knows the row by itself. A
 * menu that opened the popover is gone by then: what it would have gone back to counts. */
static void
keep_home (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *list;

  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return;
  list = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW);
  g_object_set_data_full (G_OBJECT (page), "np-popup-home", g_object_ref (list != NULL ? list : focus), g_object_unref);
}

/* When the row that had the focus is gone by the time its popover closes, GTK gives the focus to some button. Nobody
 * else does: a press that closes a popover does nothing more. */
static gboolean
was_pushed (GtkWidget *focus, GtkWidget *home)
{
  return GTK_IS_LIST_VIEW (home) && GTK_IS_BUTTON (focus) && !gtk_widget_is_ancestor (focus, home)
         && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL;
}

/* Unless it is somewhere else by now: what was chosen may have taken it, or another popover. */
static void
go_home (GtkWidget *popover)
{
  GtkWidget *page = gtk_widget_get_parent (popover);
  GtkWidget *home = g_object_get_data (G_OBJECT (page), "np-popup-home");
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (home == NULL || gtk_widget_get_root (home) != root || !gtk_widget_get_mapped (home))
    return;
  if (focus == NULL || !gtk_widget_get_mapped (focus) || gtk_widget_is_ancestor (focus, popover)
      || was_pushed (focus, home))
    gtk_widget_grab_focus (home);
}

static gboolean
unparent_cb (gpointer popover)
{
  /* The page may have let go of it by now. */
  if (gtk_widget_get_parent (popover) != NULL)
    {
      go_home (popover);
      gtk_widget_unparent (popover);
    }
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover)
{
  /* Its action is activated after this, and has to find its way up the widgets. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * np_popup_open:
 * @popover: (transfer floating): a popover that is nowhere yet
 * @page: what it hangs on
 * @at: what it points to, in @page
 *
 * Opens @popover. When it closes, it is gone, and the focus is where it was.
 */
void
np_popup_open (GtkWidget *popover, GtkWidget *page, const GdkRectangle *at)
{
  g_return_if_fail (GTK_IS_POPOVER (popover) && GTK_IS_WIDGET (page));

  keep_home (page);
  gtk_widget_set_parent (popover, page);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
