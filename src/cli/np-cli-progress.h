/* A line at the foot of the terminal that says how far a long command is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A moment of it. A plain record; the strings are somebody else's. */
typedef struct
{
  guint done;
  guint total;
  double seconds;    /* since it began */
  const char *step;  /* (nullable) words for what happens now */
  const char *title; /* (nullable) to what */
} NpCliMoment;

typedef struct _NpCliProgress NpCliProgress;

NpCliProgress *np_cli_progress_new (guint total);
void np_cli_progress_free (NpCliProgress *self);
void np_cli_progress_show (NpCliProgress *self, guint done, const char *step, const char *title);
void np_cli_progress_clear (NpCliProgress *self);
char *np_cli_progress_dup_line (const NpCliMoment *moment, guint columns, gboolean plain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpCliProgress, np_cli_progress_free)

G_END_DECLS
