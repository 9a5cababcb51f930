/* The New shelf in the window: when it is shown, and its actions. */
#pragma once

#include "ui/feeds/np-new-page.h"
#include "ui/list/np-list-page.h"
#include "ui/sidebar/np-sidebar.h"

G_BEGIN_DECLS

/* What of the window the shelf has to do with; lives as long as the window. */
typedef struct
{
  GtkWidget *window;
  NpSidebar *sidebar;
  GtkWidget *searches; /* emits "activated" */
  GtkStack *middle;    /* the second pane: */
  NpListPage *list;
  NpNewPage *page;
  void (*show_list) (gpointer body); /* brings the second pane into view */
  gpointer body;                     /* for show_list */
} NpWindowShelf;

void np_window_feeds_install (const NpWindowShelf *shelf, NpLibrary *library, NpChanger *changer);

G_END_DECLS
