/* Reads many stories whole, in a thread: for what is shown of all of them together. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

GPtrArray *np_gather (NpLibrary *library, NpQuery *query, guint limit, GCancellable *cancellable, GError **error);
void np_gather_async (NpLibrary *library, NpQuery *query, guint limit, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *np_gather_finish (NpLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
