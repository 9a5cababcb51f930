/* What comes after a story: its topics and the stories that have to do with it. */
#pragma once

#include "library/np-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_END (np_reader_end_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderEnd, np_reader_end, NP, READER_END, GtkWidget)

/* Signals: "change" (NpChange *), "search-topic" (const char *key), "open-story" (const char *id), as of NpReader. */
NpReaderEnd *np_reader_end_new (NpLibrary *library);
void np_reader_end_clear (NpReaderEnd *self);
void np_reader_end_show (NpReaderEnd *self, NpArticle *article);

G_END_DECLS
