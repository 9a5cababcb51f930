/* Reading stories anew from the pages that were kept of them, with what extracts stories now. */
#pragma once

#include "library/np-library.h"
#include "model/np-article-fields.h"

G_BEGIN_DECLS

/* What became of one story. A plain record. */
typedef struct
{
  char *id;
  char *headline;          /* (nullable) as it was before */
  NpArticleFields changed; /* what reads differently now, but for what the user put right; 0 = nothing */
  GError *error;           /* (nullable) of `NP_LIBRARY_ERROR`: why it was left as it was */
} NpReextraction;

/* Called in the thread of np_library_reextract() after each story. */
typedef void (*NpReextractProgress) (guint done, guint total, gpointer user_data);

void np_reextraction_free (NpReextraction *reextraction);
GPtrArray *np_library_reextract (NpLibrary *self, const char *const *ids, gboolean dry_run,
                                 NpReextractProgress progress, gpointer user_data, GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReextraction, np_reextraction_free)

G_END_DECLS
