/* Removing what is in the trash: the one thing that cannot be undone. */
#pragma once

#include "library/np-library.h"
#include "library/np-trash-run-result.h"

G_BEGIN_DECLS

/* Of all: @ids is NULL-terminated, the ids of stories in the trash; NULL means everything that is in it. */
gboolean np_trash_delete (NpLibrary *library, const char *const *ids, NpTrashResult *result, GError **error);
gboolean np_trash_weigh (NpLibrary *library, const char *const *ids, NpTrashResult *result, GCancellable *cancellable,
                         GError **error);

void np_trash_delete_async (NpLibrary *library, const char *const *ids, GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean np_trash_delete_finish (NpLibrary *library, GAsyncResult *result, NpTrashResult *gone, GError **error);
void np_trash_weigh_async (NpLibrary *library, const char *const *ids, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
gboolean np_trash_weigh_finish (NpLibrary *library, GAsyncResult *result, NpTrashResult *would_go, GError **error);

G_END_DECLS
