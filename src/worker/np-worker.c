#include "worker/np-worker.h"

#include "json/np-json-feed.h"
#include "worker/np-worker-article.h"
#include "worker/np-worker-child.h"
#include "worker/np-worker-frame.h"
#include "worker/np-worker-pdf.h"
#include "worker/np-worker-sandbox.h"
#include "worker/np-worker-serve.h"

/* By the clock on the wall, how long a child may take for a page, and to get ready. Machines that are busy with other
 * things are given more than the CPU seconds of a page. */
#define WALL_SECONDS  20
#define START_SECONDS 20

struct _NpWorker
{
  GObject parent_instance;
  char **command;
  guint wall_seconds;
  GMutex mutex;
  NpWorkerChild *child; /* (nullable) of the mutex, as is: */
  guint pages;          /* how many it has read */
};

G_DEFINE_FINAL_TYPE (NpWorker, np_worker, G_TYPE_OBJECT)

static void
np_worker_finalize (GObject *object)
{
  NpWorker *self = NP_WORKER (object);

  np_worker_child_end (self->child);
  g_strfreev (self->command);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (np_worker_parent_class)->finalize (object);
}

static void
np_worker_class_init (NpWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_worker_finalize;
}

static void
np_worker_init (NpWorker *self)
{
  g_mutex_init (&self->mutex);
  self->wall_seconds = WALL_SECONDS;
}

/**
 * np_worker_new_with_command:
 * @command: the program that is to be the child, and its arguments
 *
 * Returns: (transfer full): a worker; its child is started for its first page
 */
NpWorker *
np_worker_new_with_command (const char *const *command)
{
  NpWorker *self;

  g_return_val_if_fail (command != NULL && command[0] != NULL, NULL);

  self = g_object_new (NP_TYPE_WORKER, NULL);
  self->command = g_strdupv ((char **) command);
  return self;
}

/**
 * np_worker_new:
 *
 * A worker whose child is this program once more: its main() has to give np_worker_is_asked() a look.
 *
 * Returns: (transfer full): a worker; its child is started for its first page
 */
NpWorker *
np_worker_new (void)
{
  /* Still this program when an update has put another in its place. */
  static const char *const command[] = { "/proc/self/exe", NP_WORKER_WORD, NULL };

  return np_worker_new_with_command (command);
}

/**
 * np_worker_set_wall_seconds:
 * @self: a worker that reads no page
 * @seconds: how long a page may take, by the clock on the wall
 */
void
np_worker_set_wall_seconds (NpWorker *self, guint seconds)
{
  g_return_if_fail (NP_IS_WORKER (self));

  self->wall_seconds = seconds;
}

static gint64
in_seconds (guint seconds)
{
  return g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
}

static void
end_child (NpWorker *self)
{
  g_clear_pointer (&self->child, np_worker_child_end);
  self->pages = 0;
}

/* A child that waits for a page: the kept one, unless it has died meanwhile or done its share. */
static gboolean
ready_child (NpWorker *self, GCancellable *cancellable, GError **error)
{
  if (self->child != NULL && (self->pages >= NP_WORKER_MAX_PAGES || !np_worker_child_is_ready (self->child)))
    end_child (self);
  if (self->child == NULL)
    self->child =
        np_worker_child_start ((const char *const *) self->command, in_seconds (START_SECONDS), cancellable, error);
  return self->child != NULL;
}

/* With the mutex. NULL when the child is to be ended. */
static GBytes *
ask (NpWorker *self, GBytes *request, GCancellable *cancellable, GError **error)
{
  GBytes *frame;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !ready_child (self, cancellable, error))
    return NULL;
  self->pages++;
  frame = np_worker_child_ask (self->child, request, in_seconds (self->wall_seconds), cancellable, error);
  if (frame == NULL)
    end_child (self);
  return frame;
}

/* Puts the page's name before what is said of it. */
static void
name_page (const NpPage *page, GError *error)
{
  const char *name = page->final_url != NULL ? page->final_url : page->url;

  if (error->domain != NP_WORKER_ERROR || error->code == NP_WORKER_ERROR_START)
    return;
  g_prefix_error (&error, "%s: ", name != NULL ? name : "This page");
}

/* What becomes of an answer: a record, or NULL. */
typedef gpointer (*Open) (GBytes *answer);

static gpointer
open_article (GBytes *answer)
{
  return np_worker_article_from_bytes (answer);
}

static gpointer
open_feed (GBytes *answer)
{
  return np_json_feed_from_bytes (answer, NULL);
}

/* Has the child do @task, and opens what it says. */
static gpointer
do_task (NpWorker *self, const NpPage *page, NpWorkerTask task, Open open, NpLeads *leads, GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GBytes) request = np_worker_frame_from_page (page, task), frame = NULL, answer = NULL;
  g_autoptr (GError) local = NULL;
  g_auto (NpLeads) said = { 0 };
  gpointer result = NULL;

  if (g_bytes_get_size (request) > NP_WORKER_FRAME_BYTES)
    g_set_error_literal (&local, NP_WORKER_ERROR, NP_WORKER_ERROR_MEMORY, "it is too large to read");
  else
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

      frame = ask (self, request, cancellable, &local);
      if (frame != NULL && np_worker_frame_to_answer (frame, &answer, &said, &local) && answer != NULL)
        result = open (answer);
      if (frame != NULL && result == NULL && local == NULL)
        {
          end_child (self);
          g_set_error_literal (&local, NP_WORKER_ERROR, NP_WORKER_ERROR_CRASHED, "its reader talks nonsense");
        }
    }
  if (leads != NULL)
    {
      np_leads_clear (leads);
      *leads = said;
      said = (NpLeads){ 0 };
    }
  if (result != NULL)
    return result;
  name_page (page, local);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * np_worker_extract_with_leads:
 * @self: a worker
 * @page: what was fetched or opened
 * @leads: (out caller-allocates) (nullable): zeroed before; where the page leads, also when there is no story
 * @cancellable: (nullable): ends the child at once
 * @error: of `NP_EXTRACT_ERROR`, what np_extract() says of the page; of `NP_WORKER_ERROR`, naming the page's address;
 * or cancelled
 *
 * Reads the story of a page or text as np_extract_with_leads() does, in the child; a PDF by np_worker_pdf_to_layout()
 * first. After an error of the worker the next page gets a fresh child.
 *
 * Returns: (transfer full) (nullable): the article
 */
NpArticle *
np_worker_extract_with_leads (NpWorker *self, const NpPage *page, NpLeads *leads, GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (NpPage) layout = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (NP_IS_WORKER (self) && page != NULL, NULL);

  if (np_worker_pdf_is_needed (page))
    {
      layout = np_worker_pdf_to_layout (page, self->wall_seconds, cancellable, &local);
      if (layout == NULL)
        {
          name_page (page, local);
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  return do_task (self, layout != NULL ? layout : page, page->whole ? NP_WORKER_TASK_WHOLE : NP_WORKER_TASK_STORY,
                  open_article, leads, cancellable, error);
}

/**
 * np_worker_extract:
 * @self: a worker
 * @page: what was fetched or opened
 * @cancellable: (nullable): ends the child at once
 * @error: as np_worker_extract_with_leads()
 *
 * As np_worker_extract_with_leads(), of one page alone.
 *
 * Returns: (transfer full) (nullable): the article
 */
NpArticle *
np_worker_extract (NpWorker *self, const NpPage *page, GCancellable *cancellable, GError **error)
{
  return np_worker_extract_with_leads (self, page, NULL, cancellable, error);
}

/**
 * np_worker_read_feed:
 * @self: a worker
 * @page: what was fetched or opened
 * @cancellable: (nullable): ends the child at once
 * @error: of `NP_EXTRACT_ERROR`, what np_feed_read() says of the page; or as np_worker_extract()
 *
 * Reads a feed as np_feed_read() does, in the child.
 *
 * Returns: (transfer full) (nullable): the feed
 */
NpFeed *
np_worker_read_feed (NpWorker *self, const NpPage *page, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (NP_IS_WORKER (self) && page != NULL, NULL);

  return do_task (self, page, NP_WORKER_TASK_FEED, open_feed, NULL, cancellable, error);
}
