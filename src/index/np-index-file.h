/* The index's file: opened, made anew, taken away. */
#pragma once

#include "index/np-db.h"

G_BEGIN_DECLS

NpDb *np_index_file_open (const char *path, const char *library_id, gboolean *fresh, GError **error);
void np_index_file_remove (const char *path);
gint64 np_index_file_last_row (NpDb *db);
void np_index_file_skip_rows (NpDb *db, gint64 last_row);

G_END_DECLS
