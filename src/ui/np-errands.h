/* What other programs and a second start ask for before the window shows the library: done as soon as it does. */
#pragma once

#include "ui/np-home.h"
#include "ui/np-window.h"

G_BEGIN_DECLS

typedef struct _NpErrands NpErrands;

NpErrands *np_errands_new (void);
void np_errands_free (NpErrands *self);
void np_errands_add_word (NpErrands *self, const char *word, gboolean again);
void np_errands_add_file (NpErrands *self, GFile *file);
void np_errands_set_story (NpErrands *self, const char *id);
void np_errands_set_search (NpErrands *self, const char *text);
void np_errands_do (NpErrands *self, NpWindow *window, NpHome *home);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpErrands, np_errands_free)

G_END_DECLS
