/* Which import begins when: so many at a time, few of them from one host, in their order. Of the main thread; knows no
 * thread, no network and no clock but the times it is told. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpImportSchedule NpImportSchedule;

typedef gboolean (*NpImportScheduleIs) (gpointer job);

NpImportSchedule *np_import_schedule_new (guint max_running, guint max_per_host);
void np_import_schedule_free (NpImportSchedule *self);
void np_import_schedule_add (NpImportSchedule *self, const char *host, gint64 pause, gpointer job);
void np_import_schedule_put_back (NpImportSchedule *self, const char *host, gpointer job, gint64 not_before);
gpointer np_import_schedule_next (NpImportSchedule *self, gint64 now, gint64 *when);
void np_import_schedule_done (NpImportSchedule *self, const char *host);
void np_import_schedule_hurry (NpImportSchedule *self);
GPtrArray *np_import_schedule_steal (NpImportSchedule *self, NpImportScheduleIs is);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpImportSchedule, np_import_schedule_free)

G_END_DECLS
