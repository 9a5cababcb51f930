/* Reads dates and times as people write them, in many languages. Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a line such as "Published May 31, 2018, 3:48 PM | Updated June 1, 2018" says. A plain record. */
typedef struct
{
  char *published;   /* (nullable) ISO 8601; a zone only where one is written */
  char *updated;     /* (nullable) the same; of a date that is labelled as that of a change */
  gboolean dated;    /* a date, a time of day or a span ("2 hours ago") is written, even one that is not certain */
  guint other_words; /* words and numbers that belong to no date: 0 in a line that is nothing but a date line */
} NpWrittenDate;

void np_written_date_read (const char *text, const char *language, NpWrittenDate *date);
void np_written_date_clear (NpWrittenDate *date);
char *np_written_date_parse (const char *text, const char *language);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NpWrittenDate, np_written_date_clear)

G_END_DECLS
