/* Stories for the reader's tests, of every kind of block. */
#pragma once

#include "model/np-article.h"

G_BEGIN_DECLS

/* What the sample story has, for the tests to count. */
#define SAMPLE_LINKS  5 /* in its text, the site's name among them */
#define SAMPLE_PHOTOS 4 /* one of them missing */

void reader_sample_write_photos (const char *folder);
NpArticle *reader_sample_new (void);
NpArticle *reader_sample_new_arabic (void);
NpArticle *reader_sample_new_chinese (void);
NpArticle *reader_sample_new_long (guint words);
NpArticle *reader_sample_new_footnotes (void);

G_END_DECLS
