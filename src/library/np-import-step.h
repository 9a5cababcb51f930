/* How far an import has come. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  NP_IMPORT_WAITING,
  NP_IMPORT_FETCHING,
  NP_IMPORT_READING, /* the page becomes an article */
  NP_IMPORT_PHOTOS,
  NP_IMPORT_SAVING,
  NP_IMPORT_DONE,      /* story-id is set */
  NP_IMPORT_ALREADY,   /* it was saved before; story-id is that story's */
  NP_IMPORT_UPDATED,   /* it was saved before, and has a new version now */
  NP_IMPORT_UNCHANGED, /* it was saved before, and a new version was looked for: there is none */
  NP_IMPORT_FAILED,    /* error is set */
  NP_IMPORT_CANCELLED
} NpImportStep;

#define NP_TYPE_IMPORT_STEP (np_import_step_get_type ())
GType np_import_step_get_type (void) G_GNUC_CONST;

G_END_DECLS
