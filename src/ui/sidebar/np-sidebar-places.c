#include "ui/sidebar/np-sidebar-places.h"

#include "ui/sidebar/np-sidebar-item.h"

#include <glib/gi18n.h>

/**
 * np_sidebar_places_new:
 *
 * Returns: (transfer full): the rows of the places, in their order
 */
GListStore *
np_sidebar_places_new (void)
{
  const struct
  {
    NpPlace place;
    const char *name;
    const char *icon;
  } places[] = { { NP_PLACE_INBOX, _ ("Inbox"), "np-inbox-symbolic" },
                 { NP_PLACE_STARRED, _ ("Starred"), "starred-symbolic" },
                 { NP_PLACE_ARCHIVE, _ ("Archive"), "np-archive-symbolic" },
                 { NP_PLACE_ALL, _ ("All Stories"), "view-list-symbolic" },
                 { NP_PLACE_TRASH, _ ("Trash"), "user-trash-symbolic" } };
  GListStore *rows = g_list_store_new (NP_TYPE_SIDEBAR_ITEM);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (NpSidebarItem) item = np_sidebar_item_new_place (places[i].place, places[i].name, places[i].icon);

      g_list_store_append (rows, item);
    }
  return rows;
}

static guint
count_of_place (const NpCounts *counts, NpPlace place)
{
  switch (place)
    {
    case NP_PLACE_ALL:
      return counts->all;
    case NP_PLACE_INBOX:
      return counts->inbox;
    case NP_PLACE_STARRED:
      return counts->starred;
    case NP_PLACE_ARCHIVE:
      return counts->archive;
    case NP_PLACE_TRASH:
      return counts->trash;
    }
  g_return_val_if_reached (0);
}

/**
 * np_sidebar_places_set_counts:
 * @places: the rows of the places
 * @counts: how many stories there are in each
 */
void
np_sidebar_places_set_counts (GListStore *places, const NpCounts *counts)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (places)); i++)
    {
      g_autoptr (NpSidebarItem) item = g_list_model_get_item (G_LIST_MODEL (places), i);

      np_sidebar_item_set_count (item, count_of_place (counts, np_sidebar_item_get_place (item)));
    }
}
