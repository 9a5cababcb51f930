/* A file of records that is only ever added to: one small write a record, whatever came before. A record that was not
 * written to its end, because the power failed, ends the file. For one process and one thread at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpJournal NpJournal;

/* @data: a copy of what was written, or NULL for a record of its kind alone. FALSE ends the file here. */
typedef gboolean (*NpJournalFunc) (char kind, GBytes *data, gpointer user_data);

NpJournal *np_journal_new (const char *path, const char *format);
void np_journal_free (NpJournal *self);
void np_journal_read (NpJournal *self, NpJournalFunc func, gpointer user_data);
gboolean np_journal_add (NpJournal *self, char kind, GBytes *data);
gboolean np_journal_replace (NpJournal *self, const char *kinds, GPtrArray *data);
gsize np_journal_get_size (NpJournal *self);
guint np_journal_get_n_records (NpJournal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpJournal, np_journal_free)

G_END_DECLS
