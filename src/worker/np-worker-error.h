/* What can go wrong with a worker. What `extract` itself says of a page comes through as its own NP_EXTRACT_ERROR. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_WORKER_ERROR_START,        /* there is no worker to be had on this system */
  NP_WORKER_ERROR_CRASHED,      /* the page killed it, or made it talk nonsense */
  NP_WORKER_ERROR_TIMEOUT,      /* the page took too long */
  NP_WORKER_ERROR_MEMORY,       /* the page, or what became of it, took too much memory */
  NP_WORKER_ERROR_NO_PDF_READER /* it is a PDF, and the program that reads those is not installed */
} NpWorkerError;

#define NP_WORKER_ERROR (np_worker_error_quark ())
GQuark np_worker_error_quark (void);

G_END_DECLS
