/* Stories for other programs: as text, as HTML, or as HTML files. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

typedef enum
{
  NP_SHARE_TEXT, /* UTF-8 */
  NP_SHARE_HTML, /* one page, in UTF-8, with its photos in it */
  NP_SHARE_FILES /* the addresses of such pages as files, a line each (text/uri-list, RFC 2483) */
} NpShareForm;

GBytes *np_share_stories (NpLibrary *library, const char *const *ids, NpShareForm form, GCancellable *cancellable,
                          GError **error);
void np_share_stories_async (NpLibrary *library, const char *const *ids, NpShareForm form, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
GBytes *np_share_stories_finish (NpLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
