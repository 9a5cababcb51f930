/* Reads the story that is wanted, the newest wish alone, and reads it again when the library changes. */
#pragma once

#include "library/np-library.h"

G_BEGIN_DECLS

typedef struct _NpReaderLoader NpReaderLoader;

/* What comes of it. */
typedef struct
{
  void (*loaded) (NpArticle *article, gpointer user_data);
  void (*failed) (const GError *error, gpointer user_data);
  void (*slow) (gpointer user_data); /* it takes long enough to say so */
} NpReaderLoaderFuncs;

NpReaderLoader *np_reader_loader_new (NpLibrary *library, const NpReaderLoaderFuncs *funcs, gpointer user_data);
void np_reader_loader_free (NpReaderLoader *self);
void np_reader_loader_want (NpReaderLoader *self, const char *id);
void np_reader_loader_again (NpReaderLoader *self);
const char *np_reader_loader_get_id (NpReaderLoader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpReaderLoader, np_reader_loader_free)

G_END_DECLS
