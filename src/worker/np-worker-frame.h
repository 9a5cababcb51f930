/* What parent and child say to each other: the child a hello, then the parent pages and the child an answer to each. A
 * frame is eight bytes, its mark and its length, and a GVariant of that length. Both ends are the same program on the
 * same machine; all the same the parent takes whatever the child says for something a stranger wrote. */
#pragma once

#include "model/np-article.h"
#include "model/np-page.h"

G_BEGIN_DECLS

#define NP_WORKER_HEAD_BYTES 8

/* The longest frame, either way. */
#define NP_WORKER_FRAME_BYTES (64u * 1024 * 1024)

void np_worker_frame_write_head (guint8 *head, gsize length);
gboolean np_worker_frame_read_head (const guint8 *head, gsize *length);

GBytes *np_worker_frame_from_page (const NpPage *page);
NpPage *np_worker_frame_to_page (GBytes *frame);
GBytes *np_worker_frame_from_answer (const NpArticle *article, const GError *error);
gboolean np_worker_frame_to_answer (GBytes *frame, NpArticle **article, GError **error);

G_END_DECLS
