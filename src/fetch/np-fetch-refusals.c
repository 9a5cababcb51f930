#include "fetch/np-fetch-refusals.h"

/* Those that nobody asks about are forgotten. */
#define MAX_REFUSALS 256

struct _NpFetchRefusals
{
  GMutex lock;
  GHashTable *refusals; /* char* addresses → Refusal* */
};

typedef struct
{
  guint status;
  guint retry_after;
} Refusal;

/**
 * np_fetch_refusals_new:
 *
 * Returns: (transfer full): none
 */
NpFetchRefusals *
np_fetch_refusals_new (void)
{
  NpFetchRefusals *self = g_new0 (NpFetchRefusals, 1);

  g_mutex_init (&self->lock);
  self->refusals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * np_fetch_refusals_free:
 * @self: (transfer full) (nullable): refusals
 */
void
np_fetch_refusals_free (NpFetchRefusals *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->refusals);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * np_fetch_refusals_add:
 * @self: refusals
 * @url: the address that was asked for
 * @status: HTTP
 * @retry_after: seconds; 0 = not said
 */
void
np_fetch_refusals_add (NpFetchRefusals *self, const char *url, guint status, guint retry_after)
{
  Refusal refusal = { status, retry_after };

  g_mutex_lock (&self->lock);
  if (g_hash_table_size (self->refusals) >= MAX_REFUSALS)
    g_hash_table_remove_all (self->refusals);
  g_hash_table_insert (self->refusals, g_strdup (url), g_memdup2 (&refusal, sizeof refusal));
  g_mutex_unlock (&self->lock);
}

/**
 * np_fetch_refusals_take:
 * @self: refusals
 * @url: the address that was asked for
 * @status: (out): HTTP
 * @retry_after: (out): seconds; 0 = not said
 *
 * Returns: whether it was refused; that is forgotten then
 */
gboolean
np_fetch_refusals_take (NpFetchRefusals *self, const char *url, guint *status, guint *retry_after)
{
  const Refusal *refusal;
  gboolean known;

  g_mutex_lock (&self->lock);
  refusal = g_hash_table_lookup (self->refusals, url);
  known = refusal != NULL;
  if (known)
    {
      *status = refusal->status;
      *retry_after = refusal->retry_after;
      g_hash_table_remove (self->refusals, url);
    }
  g_mutex_unlock (&self->lock);
  return known;
}
