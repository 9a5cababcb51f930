/* The texts of feeds, which are markup as often as not, as plain text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_FEED_TEXT_PLAIN,  /* what is written is meant */
  NP_FEED_TEXT_HTML,   /* markup */
  NP_FEED_TEXT_UNSAID, /* markup when it looks like markup */
} NpFeedTextKind;

char *np_feed_text_line (const char *text, NpFeedTextKind kind);
char *np_feed_text_lines (const char *text, NpFeedTextKind kind);

G_END_DECLS
