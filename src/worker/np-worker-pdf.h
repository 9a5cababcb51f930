/* Poppler's pdftotext, which turns a PDF into lines with their places: a program of its own, with few rights. */
#pragma once

#include "model/np-page.h"
#include "worker/np-worker-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean np_worker_pdf_is_needed (const NpPage *page);
NpPage *np_worker_pdf_to_layout (const NpPage *page, guint wall_seconds, GCancellable *cancellable, GError **error);

G_END_DECLS
