/* What parent and child say to each other: the child a hello, then the parent pages and the child an answer to each. A
 * frame is eight bytes, its mark and its length, and a GVariant of that length. Both ends are the same program on the
 * same machine; all the same the parent takes whatever the child says for something a stranger wrote. */
#pragma once

#include "model/np-leads.h"
#include "model/np-page.h"

G_BEGIN_DECLS

#define NP_WORKER_HEAD_BYTES 8

/* The longest frame, either way. */
#define NP_WORKER_FRAME_BYTES (64u * 1024 * 1024)

/* What the child is to read in a page. */
typedef enum
{
  NP_WORKER_TASK_STORY, /* the answer is an article, as np-worker-article has it */
  NP_WORKER_TASK_FEED,  /* the answer is a feed as JSON */
  NP_WORKER_TASK_WHOLE  /* the answer is an article of all the text that is on the page */
} NpWorkerTask;

void np_worker_frame_write_head (guint8 *head, gsize length);
gboolean np_worker_frame_read_head (const guint8 *head, gsize *length);

GBytes *np_worker_frame_from_page (const NpPage *page, NpWorkerTask task);
NpPage *np_worker_frame_to_page (GBytes *frame, NpWorkerTask *task);
GBytes *np_worker_frame_from_answer (GBytes *result, const NpLeads *leads, const GError *error);
gboolean np_worker_frame_to_answer (GBytes *frame, GBytes **result, NpLeads *leads, GError **error);

G_END_DECLS
