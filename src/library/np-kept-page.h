/* The page that was kept of a story: all the text on it, so that people can pick what the story lacks. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

/* A part of a kept page. A plain record. */
typedef struct
{
  NpBlock *block;
  gboolean present; /* the story has it already */
  guint after;      /* the block of the story that it stands after on the page, for np_correct_insert() */
} NpKeptPart;

void np_kept_part_free (NpKeptPart *part);
GPtrArray *np_kept_page_list (NpLibrary *library, const NpArticle *article, GCancellable *cancellable, GError **error);
void np_kept_page_list_async (NpLibrary *library, NpArticle *article, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *np_kept_page_list_finish (NpLibrary *library, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpKeptPart, np_kept_part_free)

G_END_DECLS
