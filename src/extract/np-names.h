/* What the names that a page gives its elements (class, id, role, …) say about their content. */
#pragma once

#include "extract/np-names-table.h"

G_BEGIN_DECLS

typedef struct _NpNameReader NpNameReader;

NpNameReader *np_name_reader_new (void);
void np_name_reader_free (NpNameReader *reader);
NpNames np_name_reader_read (NpNameReader *reader, const char *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpNameReader, np_name_reader_free)

G_END_DECLS
