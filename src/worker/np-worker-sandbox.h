/* Gives up the rights of this process, for good. For the worker's child. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CPU seconds that a page may take. */
#define NP_WORKER_PAGE_SECONDS 5

/* A worker that has read so many pages makes room for a fresh one. */
#define NP_WORKER_MAX_PAGES 1024

/* Bytes that it may have beyond the program itself. */
#define NP_WORKER_MEMORY_BYTES (256ul * 1024 * 1024)

/* The exit status of a child that had no memory left. */
#define NP_WORKER_EXIT_MEMORY 112

gboolean np_worker_sandbox_enter (void);
void np_worker_sandbox_enter_tool (void);
void np_worker_sandbox_start_page (void);
void np_worker_sandbox_end_page (void);

G_END_DECLS
