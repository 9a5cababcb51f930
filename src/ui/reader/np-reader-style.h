/* How people like their stories set: font, size, measure and colours. Kept in GSettings where the schema is installed.
 */
#pragma once

#include "ui/np-settings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NP_TYPE_READER_STYLE (np_reader_style_get_type ())
G_DECLARE_FINAL_TYPE (NpReaderStyle, np_reader_style, NP, READER_STYLE, GObject)

/* The measure in characters of prose: what is comfortable to read lies between 60 and 75. */
#define NP_READER_WIDTH_NARROW 60
#define NP_READER_WIDTH_NORMAL 66
#define NP_READER_WIDTH_WIDE   75

/* The height of a line against the size of its letters, per cent. */
#define NP_READER_LEADING_TIGHT  135
#define NP_READER_LEADING_NORMAL 150
#define NP_READER_LEADING_LOOSE  175

/* How fast people read news silently, words a minute. */
#define NP_READER_SPEED_NORMAL 230

/* Properties, all to be read and written, notified when they change:
 *  "font" (string)   "serif", "sans" for the font of the window, or the name of a family
 *  "size" (double)   of the text, 1 = as made; 0.6–3
 *  "width" (int)     characters in a line; 40–100
 *  "leading" (int)   height of a line against the size of its letters, per cent; 110–250
 *  "theme" (string)  "system", "light", "sepia" or "dark"
 *  "speed" (int)     words that are read in a minute; 100–1000 */
NpReaderStyle *np_reader_style_new (void);
void np_reader_style_set_settings (NpReaderStyle *self, NpSettings *settings);
const char *np_reader_style_get_font (NpReaderStyle *self);
double np_reader_style_get_size (NpReaderStyle *self);
int np_reader_style_get_width (NpReaderStyle *self);
int np_reader_style_get_leading (NpReaderStyle *self);
const char *np_reader_style_get_theme (NpReaderStyle *self);
int np_reader_style_get_speed (NpReaderStyle *self);
void np_reader_style_zoom (NpReaderStyle *self, int steps);

G_END_DECLS
