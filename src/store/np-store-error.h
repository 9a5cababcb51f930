/* What can go wrong with a library on disk. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_STORE_ERROR_READ_ONLY, /* the library was opened read-only, or lies where nothing can be written */
  NP_STORE_ERROR_NO_SPACE,
  NP_STORE_ERROR_PERMISSION,
  NP_STORE_ERROR_NOT_FOUND,
  NP_STORE_ERROR_DAMAGED, /* a file cannot be parsed; it was moved to damaged/ when the library can be written */
  NP_STORE_ERROR_VERSION, /* written by a later Newsprint */
  NP_STORE_ERROR_NOT_A_LIBRARY,
  NP_STORE_ERROR_IO /* anything else the disk answered */
} NpStoreError;

#define NP_STORE_ERROR (np_store_error_quark ())
GQuark np_store_error_quark (void);

G_END_DECLS
