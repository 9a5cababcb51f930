/* Where the address of a feed is typed, and where the feeds are that are followed. */
#pragma once

#include "ui/np-changer.h"

G_BEGIN_DECLS

#define NP_TYPE_FOLLOW_POPOVER (np_follow_popover_get_type ())
G_DECLARE_FINAL_TYPE (NpFollowPopover, np_follow_popover, NP, FOLLOW_POPOVER, GtkPopover)

void np_follow_popover_set_library (NpFollowPopover *self, NpLibrary *library, NpChanger *changer);

G_END_DECLS
