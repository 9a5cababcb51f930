/* Saved pages for tests: photos of which there is no more than the first bytes, and files with them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SAVED_FILE_PARAGRAPH                                                                                           \
  "<p>It rained on the square all day, people said, and then it stopped, and the market opened again at noon.</p>"

GBytes *saved_file_make_photo (guint width, guint height, guint8 fill);
char *saved_file_to_base64 (GBytes *bytes, gboolean lines);
char *saved_file_make_mhtml (GBytes *first, GBytes *second);

G_END_DECLS
