/* What a drop on a row of the sidebar means, and the doing of it. */
#pragma once

#include "ui/np-changer.h"
#include "ui/sidebar/np-sidebar-row.h"

G_BEGIN_DECLS

/* Where over a row something is carried. */
typedef enum
{
  NP_DROP_NONE,
  NP_DROP_ONTO,
  NP_DROP_ABOVE,
  NP_DROP_BELOW
} NpDropZone;

typedef struct
{
  NpDropZone zone; /* NP_DROP_NONE: it means nothing here */
  GdkDragAction action;
} NpDropMeaning;

NpDropMeaning np_sidebar_drop_find (NpSidebarRow *row, NpLibrary *library, GdkDrop *drop, double y);
gboolean np_sidebar_drop_do (NpSidebarRow *row, NpLibrary *library, NpChanger *changer, const GValue *value,
                             NpDropMeaning meaning);

G_END_DECLS
