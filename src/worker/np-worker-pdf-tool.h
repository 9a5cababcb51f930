/* The child's end of np-worker-pdf: it becomes pdftotext. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the variable that marks a worker says when it is to become that program. */
#define NP_WORKER_PDF_MARK "pdf"

/* The exit status when there is no such program, as of a shell. */
#define NP_WORKER_PDF_NOT_FOUND 127

int np_worker_pdf_become (void);

G_END_DECLS
