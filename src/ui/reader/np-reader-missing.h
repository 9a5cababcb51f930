/* "This part is missing": all the text of the page that was kept of a story, to pick from what the story lacks. */
#pragma once

#include "library/np-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_MISSING (np_reader_missing_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderMissing, np_reader_missing, NP, READER_MISSING, AdwWindow)

/* Signals:
 *  "change" (NpChange *change)   people picked something: the change puts it into the story
 */
GtkWidget *np_reader_missing_new (GtkWindow *parent, NpLibrary *library, NpArticle *article, int block);

G_END_DECLS
