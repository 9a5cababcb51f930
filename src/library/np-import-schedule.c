#include "library/np-import-schedule.h"

/* One host, or what needs none. */
typedef struct
{
  GQueue waiting; /* jobs, in their order */
  guint running;
  gint64 not_before;
  gint64 pause;
  gboolean is_free; /* a file or a text: neither limit nor pause */
} Host;

struct _NpImportSchedule
{
  GHashTable *hosts; /* char* → Host* */
  GQueue order;      /* Host*, whose turn is next first */
  guint max_running;
  guint max_per_host;
  guint running;
};

static void
host_free (gpointer data)
{
  Host *host = data;

  g_queue_clear (&host->waiting);
  g_free (host);
}

/**
 * np_import_schedule_new:
 * @max_running: how many jobs run at the same time
 * @max_per_host: how many of one host
 *
 * Returns: (transfer full): a schedule without jobs
 */
NpImportSchedule *
np_import_schedule_new (guint max_running, guint max_per_host)
{
  NpImportSchedule *self = g_new0 (NpImportSchedule, 1);

  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, host_free);
  g_queue_init (&self->order);
  self->max_running = max_running;
  self->max_per_host = max_per_host;
  return self;
}

/**
 * np_import_schedule_free:
 * @self: (transfer full) (nullable): a schedule; its jobs are somebody else's
 */
void
np_import_schedule_free (NpImportSchedule *self)
{
  if (self == NULL)
    return;
  g_queue_clear (&self->order);
  g_hash_table_unref (self->hosts);
  g_free (self);
}

static Host *
get_host (NpImportSchedule *self, const char *name)
{
  Host *host = g_hash_table_lookup (self->hosts, name);

  if (host != NULL)
    return host;
  host = g_new0 (Host, 1);
  g_queue_init (&host->waiting);
  host->is_free = *name == '\0';
  g_hash_table_insert (self->hosts, g_strdup (name), host);
  g_queue_push_tail (&self->order, host);
  return host;
}

/**
 * np_import_schedule_add:
 * @self: a schedule
 * @host: where the job goes; "" when it goes nowhere
 * @pause: microseconds between the beginnings of two jobs of @host
 * @job: what is to run, after all that wait for @host
 */
void
np_import_schedule_add (NpImportSchedule *self, const char *host, gint64 pause, gpointer job)
{
  Host *at = get_host (self, host);

  at->pause = pause;
  g_queue_push_tail (&at->waiting, job);
}

/**
 * np_import_schedule_put_back:
 * @self: a schedule
 * @host: of the job; np_import_schedule_done() was called for it
 * @job: what is to run again, before all that wait for @host
 * @not_before: when @host may be asked again
 */
void
np_import_schedule_put_back (NpImportSchedule *self, const char *host, gpointer job, gint64 not_before)
{
  Host *at = get_host (self, host);

  g_queue_push_head (&at->waiting, job);
  at->not_before = MAX (at->not_before, not_before);
}

static gboolean
may_start (NpImportSchedule *self, const Host *host, gint64 now, gint64 *when)
{
  if (host->waiting.length == 0 || (!host->is_free && host->running >= self->max_per_host))
    return FALSE;
  if (host->not_before <= now)
    return TRUE;
  *when = *when < 0 ? host->not_before : MIN (*when, host->not_before);
  return FALSE;
}

/**
 * np_import_schedule_next:
 * @self: a schedule
 * @now: the time
 * @when: (out): when to ask again though no job has ended; -1 = there is no need
 *
 * Returns: (nullable): the job that is to start now; `NULL` when none is
 */
gpointer
np_import_schedule_next (NpImportSchedule *self, gint64 now, gint64 *when)
{
  *when = -1;
  if (self->running >= self->max_running)
    return NULL;
  for (GList *l = self->order.head; l != NULL; l = l->next)
    {
      Host *host = l->data;

      if (!may_start (self, host, now, when))
        continue;
      /* The others first, the next time. */
      g_queue_unlink (&self->order, l);
      g_queue_push_tail_link (&self->order, l);
      host->running++;
      self->running++;
      if (!host->is_free)
        host->not_before = now + host->pause;
      return g_queue_pop_head (&host->waiting);
    }
  return NULL;
}

/**
 * np_import_schedule_done:
 * @self: a schedule
 * @host: of a job that np_import_schedule_next() gave, and that has ended
 */
void
np_import_schedule_done (NpImportSchedule *self, const char *host)
{
  Host *at = get_host (self, host);

  at->running -= at->running > 0;
  self->running -= self->running > 0;
  if (at->running > 0 || at->waiting.length > 0 || at->not_before > 0)
    return;
  g_queue_remove (&self->order, at);
  g_hash_table_remove (self->hosts, host);
}

/**
 * np_import_schedule_hurry:
 * @self: a schedule
 *
 * Forgets all pauses: the network is another.
 */
void
np_import_schedule_hurry (NpImportSchedule *self)
{
  for (GList *l = self->order.head; l != NULL; l = l->next)
    ((Host *) l->data)->not_before = 0;
}

/**
 * np_import_schedule_steal:
 * @self: a schedule
 * @is: tells which jobs
 *
 * Returns: (transfer full): the jobs of those that wait, which wait no more
 */
GPtrArray *
np_import_schedule_steal (NpImportSchedule *self, NpImportScheduleIs is)
{
  GPtrArray *stolen = g_ptr_array_new ();

  for (GList *l = self->order.head; l != NULL; l = l->next)
    {
      Host *host = l->data;

      for (GList *j = host->waiting.head, *next; j != NULL; j = next)
        {
          next = j->next;
          if (!is (j->data))
            continue;
          g_ptr_array_add (stolen, j->data);
          g_queue_delete_link (&host->waiting, j);
        }
    }
  return stolen;
}
