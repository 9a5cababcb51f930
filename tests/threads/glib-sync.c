/* What GLib does to keep threads apart, told to ThreadSanitizer: GLib itself is not built with it, and its locks are
 * futexes that the sanitizer does not know, so that it would take everything they protect for races. Linked into each
 * program of a build with -Db_sanitize=thread by build-aux/test-threads, these functions stand before those of GLib.
 * What GLib calls inside itself does not come by here, so whatever hands something on is told at its outer face. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gio/gio.h>
#include <stdlib.h>

void __tsan_acquire (void *at);
void __tsan_release (void *at);

static gpointer
next (const char *name)
{
  gpointer function = dlsym (RTLD_NEXT, name);

  if (function == NULL)
    abort ();
  return function;
}

/* The real function, looked up once. */
#define REAL(result, name, ...)                                                                                        \
  static result (*real) (__VA_ARGS__);                                                                                 \
  if (__atomic_load_n (&real, __ATOMIC_ACQUIRE) == NULL)                                                               \
  __atomic_store_n (&real, next (#name), __ATOMIC_RELEASE)

#define TAKES(name, type)                                                                                              \
  void (name) (type * object)                                                                                          \
  {                                                                                                                    \
    REAL (void, name, type *);                                                                                         \
    real (object);                                                                                                     \
    __tsan_acquire (object);                                                                                           \
  }
#define TRIES(name, type)                                                                                              \
  gboolean (name) (type * object)                                                                                      \
  {                                                                                                                    \
    REAL (gboolean, name, type *);                                                                                     \
    gboolean taken = real (object);                                                                                    \
                                                                                                                       \
    if (taken)                                                                                                         \
      __tsan_acquire (object);                                                                                         \
    return taken;                                                                                                      \
  }
#define GIVES(name, type)                                                                                              \
  void (name) (type * object)                                                                                          \
  {                                                                                                                    \
    REAL (void, name, type *);                                                                                         \
    __tsan_release (object);                                                                                           \
    real (object);                                                                                                     \
  }

TAKES (g_mutex_lock, GMutex)
TRIES (g_mutex_trylock, GMutex)
GIVES (g_mutex_unlock, GMutex)
TAKES (g_rec_mutex_lock, GRecMutex)
TRIES (g_rec_mutex_trylock, GRecMutex)
GIVES (g_rec_mutex_unlock, GRecMutex)
TAKES (g_rw_lock_writer_lock, GRWLock)
GIVES (g_rw_lock_writer_unlock, GRWLock)
TAKES (g_rw_lock_reader_lock, GRWLock)
GIVES (g_rw_lock_reader_unlock, GRWLock)

/* A wait gives the mutex and takes it again. */
void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  REAL (void, g_cond_wait, GCond *, GMutex *);
  __tsan_release (mutex);
  real (cond, mutex);
  __tsan_acquire (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end)
{
  REAL (gboolean, g_cond_wait_until, GCond *, GMutex *, gint64);
  gboolean told;

  __tsan_release (mutex);
  told = real (cond, mutex, end);
  __tsan_acquire (mutex);
  return told;
}

gboolean (g_once_init_enter) (volatile void *location)
{
  REAL (gboolean, g_once_init_enter, volatile void *);
  gboolean first = real (location);

  if (!first)
    __tsan_acquire ((void *) location);
  return first;
}

void (g_once_init_leave) (volatile void *location, gsize value)
{
  REAL (void, g_once_init_leave, volatile void *, gsize);
  __tsan_release ((void *) location);
  real (location, value);
}

gpointer
g_once_impl (GOnce *once, GThreadFunc func, gpointer data)
{
  REAL (gpointer, g_once_impl, GOnce *, GThreadFunc, gpointer);
  gpointer value = real (once, func, data);

  __tsan_acquire (once);
  return value;
}

/* Who lets go of something has done all it will do with it before somebody else frees it. */
#define COUNTS(name_ref, name_unref, type)                                                                             \
  void (name_unref) (type * object)                                                                                    \
  {                                                                                                                    \
    REAL (void, name_unref, type *);                                                                                   \
    if (object == NULL)                                                                                                \
      return;                                                                                                          \
    __tsan_release (object);                                                                                           \
    __tsan_acquire (object);                                                                                           \
    real (object);                                                                                                     \
  }

COUNTS (g_object_ref, g_object_unref, void)
COUNTS (g_bytes_ref, g_bytes_unref, GBytes)
COUNTS (g_variant_ref, g_variant_unref, GVariant)
COUNTS (g_hash_table_ref, g_hash_table_unref, GHashTable)
COUNTS (g_date_time_ref, g_date_time_unref, GDateTime)

void
g_atomic_rc_box_release_full (gpointer block, GDestroyNotify clear)
{
  REAL (void, g_atomic_rc_box_release_full, gpointer, GDestroyNotify);
  __tsan_release (block);
  __tsan_acquire (block);
  real (block, clear);
}

gboolean (g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  REAL (gboolean, g_atomic_ref_count_dec, gatomicrefcount *);
  gboolean last;

  __tsan_release (count);
  last = real (count);
  if (last)
    __tsan_acquire (count);
  return last;
}

/* What is reached by a pointer that another thread put somewhere. */
void
g_async_queue_push (GAsyncQueue *queue, gpointer data)
{
  REAL (void, g_async_queue_push, GAsyncQueue *, gpointer);
  __tsan_release (queue);
  real (queue, data);
}

gpointer
g_async_queue_pop (GAsyncQueue *queue)
{
  REAL (gpointer, g_async_queue_pop, GAsyncQueue *);
  gpointer data = real (queue);

  __tsan_acquire (queue);
  return data;
}

/* A thread begins with all that was done before it was made, and who joins it knows all that it did; the sanitizer sees
 * this of pthread_create(), but the closure that a pool or a task hands over passes through GLib. */
typedef struct
{
  GThreadFunc func;
  gpointer data;
} Start;

static gpointer
start_thread (gpointer data)
{
  Start *start = data, mine;

  __tsan_acquire (start);
  mine = *start;
  free (start);
  return mine.func (mine.data);
}

GThread *
g_thread_new (const char *name, GThreadFunc func, gpointer data)
{
  REAL (GThread *, g_thread_new, const char *, GThreadFunc, gpointer);
  Start *start = malloc (sizeof *start);

  *start = (Start){ func, data };
  __tsan_release (start);
  return real (name, start_thread, start);
}

typedef struct
{
  GFunc func;
  gpointer data;
} Pool;

static void
run_pool (gpointer item, gpointer data)
{
  Pool *pool = data;

  __tsan_acquire (item);
  pool->func (item, pool->data);
  __tsan_release (pool);
}

GThreadPool *
g_thread_pool_new (GFunc func, gpointer data, int most, gboolean exclusive, GError **error)
{
  REAL (GThreadPool *, g_thread_pool_new, GFunc, gpointer, int, gboolean, GError **);
  Pool *pool = malloc (sizeof *pool); /* as long as the program */

  *pool = (Pool){ func, data };
  return real (run_pool, pool, most, exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer data, GError **error)
{
  REAL (gboolean, g_thread_pool_push, GThreadPool *, gpointer, GError **);
  __tsan_release (pool->user_data);
  __tsan_release (data);
  return real (pool, data, error);
}

void
g_thread_pool_free (GThreadPool *pool, gboolean immediate, gboolean wait)
{
  REAL (void, g_thread_pool_free, GThreadPool *, gboolean, gboolean);
  Pool *mine = pool->user_data;

  real (pool, immediate, wait);
  __tsan_acquire (mine);
}

/* A task's function runs in another thread, and its callback comes back by the main context. */
static GTaskThreadFunc
func_of (GTask *task)
{
  return (GTaskThreadFunc) g_object_get_data (G_OBJECT (task), "glib-sync");
}

static void
run_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  __tsan_acquire (task);
  func_of (task) (task, source, data, cancellable);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  REAL (void, g_task_run_in_thread, GTask *, GTaskThreadFunc);
  g_object_set_data (G_OBJECT (task), "glib-sync", (gpointer) func);
  __tsan_release (task);
  real (task, run_task);
}

typedef struct
{
  GAsyncReadyCallback func;
  gpointer data;
} Ready;

static void
run_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  Ready ready;

  __tsan_acquire (result);
  ready = *(Ready *) data;
  free (data);
  ready.func (source, result, ready.data);
}

GTask *
g_task_new (gpointer source, GCancellable *cancellable, GAsyncReadyCallback func, gpointer data)
{
  REAL (GTask *, g_task_new, gpointer, GCancellable *, GAsyncReadyCallback, gpointer);
  Ready *ready;

  if (func == NULL)
    return real (source, cancellable, NULL, data);
  ready = malloc (sizeof *ready);
  *ready = (Ready){ func, data };
  return real (source, cancellable, run_ready, ready);
}

#define RETURNS(name, type)                                                                                            \
  void name (GTask *task, type value)                                                                                  \
  {                                                                                                                    \
    REAL (void, name, GTask *, type);                                                                                  \
    __tsan_release (task);                                                                                             \
    real (task, value);                                                                                                \
  }

RETURNS (g_task_return_boolean, gboolean)
RETURNS (g_task_return_int, gssize)
RETURNS (g_task_return_error, GError *)

void
g_task_return_pointer (GTask *task, gpointer value, GDestroyNotify free_value)
{
  REAL (void, g_task_return_pointer, GTask *, gpointer, GDestroyNotify);
  __tsan_release (task);
  real (task, value, free_value);
}

/* A source's function is called in the thread of its context. */
typedef struct
{
  GSourceFunc func;
  gpointer data;
  GDestroyNotify notify;
} Callback;

static gboolean
run_callback (gpointer data)
{
  Callback *callback = data;

  __tsan_acquire (callback);
  return callback->func (callback->data);
}

static void
free_callback (gpointer data)
{
  Callback *callback = data;

  __tsan_acquire (callback);
  if (callback->notify != NULL)
    callback->notify (callback->data);
  free (callback);
}

static Callback *
new_callback (GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  Callback *callback = malloc (sizeof *callback);

  *callback = (Callback){ func, data, notify };
  __tsan_release (callback);
  return callback;
}

/* Whether a call comes from the program itself: functions of other libraries' sources take more than their data. */
static gboolean
is_ours (const void *caller)
{
  Dl_info mine, theirs;

  return dladdr ((void *) is_ours, &mine) != 0 && dladdr (caller, &theirs) != 0 && mine.dli_fbase == theirs.dli_fbase;
}

void
g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  REAL (void, g_source_set_callback, GSource *, GSourceFunc, gpointer, GDestroyNotify);
  if (is_ours (__builtin_return_address (0)))
    real (source, run_callback, new_callback (func, data, notify), free_callback);
  else
    real (source, func, data, notify);
}

guint
g_idle_add_full (int priority, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  REAL (guint, g_idle_add_full, int, GSourceFunc, gpointer, GDestroyNotify);
  return real (priority, run_callback, new_callback (func, data, notify), free_callback);
}

guint
g_idle_add (GSourceFunc func, gpointer data)
{
  return g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, func, data, NULL);
}

guint
g_timeout_add_full (int priority, guint interval, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  REAL (guint, g_timeout_add_full, int, guint, GSourceFunc, gpointer, GDestroyNotify);
  return real (priority, interval, run_callback, new_callback (func, data, notify), free_callback);
}
