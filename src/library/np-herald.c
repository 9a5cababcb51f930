#include "library/np-herald.h"

struct _NpHerald
{
  GObject parent_instance;
  GMainContext *context;
  NpHeraldFunc func;
  gpointer user_data;

  GMutex lock; /* of all below */
  guint news;
  GSource *source; /* (nullable) the idle source that brings the news */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (NpHerald, np_herald, G_TYPE_OBJECT)

static void
np_herald_finalize (GObject *object)
{
  NpHerald *self = NP_HERALD (object);

  np_herald_close (self);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (np_herald_parent_class)->finalize (object);
}

static void
np_herald_class_init (NpHeraldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_herald_finalize;
}

static void
np_herald_init (NpHerald *self)
{
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
}

/**
 * np_herald_new:
 * @func: called on the thread that calls this, when its main context runs
 * @user_data: for @func; has to live until np_herald_close()
 *
 * Returns: (transfer full): a herald without news
 */
NpHerald *
np_herald_new (NpHeraldFunc func, gpointer user_data)
{
  NpHerald *self = g_object_new (NP_TYPE_HERALD, NULL);

  self->func = func;
  self->user_data = user_data;
  return self;
}

static gboolean
bring (gpointer data)
{
  NpHerald *self = data;
  guint news;

  g_mutex_lock (&self->lock);
  news = self->news;
  self->news = 0;
  g_clear_pointer (&self->source, g_source_unref);
  g_mutex_unlock (&self->lock);
  self->func (news, self->user_data);
  return G_SOURCE_REMOVE;
}

/**
 * np_herald_tell:
 * @self: a herald
 * @news: bits of which only the receiver knows the meaning
 *
 * Safe from any thread.
 */
void
np_herald_tell (NpHerald *self, guint news)
{
  g_return_if_fail (NP_IS_HERALD (self));

  g_mutex_lock (&self->lock);
  self->news |= news;
  if (self->source == NULL && !self->closed)
    {
      self->source = g_idle_source_new ();
      g_source_set_priority (self->source, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->source, bring, self, NULL);
      g_source_attach (self->source, self->context);
    }
  g_mutex_unlock (&self->lock);
}

/**
 * np_herald_close:
 * @self: a herald
 *
 * Brings no more news. On the main thread.
 */
void
np_herald_close (NpHerald *self)
{
  g_return_if_fail (NP_IS_HERALD (self));

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_mutex_unlock (&self->lock);
}
