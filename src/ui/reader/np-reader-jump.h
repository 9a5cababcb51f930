/* From a footnote's number to the footnote and back: links that lead to another place of the same story. */
#pragma once

#include "ui/reader/np-reader-view.h"

G_BEGIN_DECLS

typedef struct _NpReaderJump NpReaderJump;

NpReaderJump *np_reader_jump_new (NpReaderView *view, GtkOverlay *overlay, GActionMap *actions);
void np_reader_jump_free (NpReaderJump *self);
void np_reader_jump_forget (NpReaderJump *self);
void np_reader_jump_go (NpReaderJump *self, const char *name);
void np_reader_jump_back (NpReaderJump *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderJump, np_reader_jump_free)

G_END_DECLS
