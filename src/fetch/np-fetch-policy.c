#include "fetch/np-fetch-policy.h"

#include "fetch/np-fetch-address.h"
#include "fetch/np-fetch-uri.h"

/* Longer names are none. */
#define MAX_USER_AGENT 256

struct _NpFetchPolicy
{
  GMutex lock;
  char *user_agent;          /* (nullable) NULL: the program's */
  gboolean own_network;      /* whether the user may ask for addresses of it */
  GHashTable *private_hosts; /* char* hosts of this computer's network that the user asked for */
};

/**
 * np_fetch_policy_new:
 *
 * Returns: (transfer full): the user may ask for everything, by the program's name
 */
NpFetchPolicy *
np_fetch_policy_new (void)
{
  NpFetchPolicy *self = g_new0 (NpFetchPolicy, 1);

  g_mutex_init (&self->lock);
  self->own_network = TRUE;
  self->private_hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * np_fetch_policy_free:
 * @self: (transfer full) (nullable): a policy
 */
void
np_fetch_policy_free (NpFetchPolicy *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->private_hosts);
  g_free (self->user_agent);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * np_fetch_policy_set_user_agent:
 * @self: a policy
 * @user_agent: (nullable): what to call the program; `NULL` or empty: by its name
 *
 * What may not stand in a header (RFC 9110, section 5.5) is left out.
 */
void
np_fetch_policy_set_user_agent (NpFetchPolicy *self, const char *user_agent)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = user_agent; p != NULL && *p != '\0' && clean->len < MAX_USER_AGENT; p++)
    if (g_ascii_isprint (*p))
      g_string_append_c (clean, *p);
  g_mutex_lock (&self->lock);
  g_free (self->user_agent);
  self->user_agent = g_strstrip (g_string_free (clean, FALSE));
  g_mutex_unlock (&self->lock);
}

/**
 * np_fetch_policy_set_own_network:
 * @self: a policy
 * @allowed: whether the user may ask for addresses of this computer and its network
 */
void
np_fetch_policy_set_own_network (NpFetchPolicy *self, gboolean allowed)
{
  g_mutex_lock (&self->lock);
  self->own_network = allowed;
  g_mutex_unlock (&self->lock);
}

/**
 * np_fetch_policy_apply:
 * @self: a policy
 * @seat: where a fetch is to run
 */
void
np_fetch_policy_apply (NpFetchPolicy *self, NpFetchSeat *seat)
{
  g_mutex_lock (&self->lock);
  np_fetch_seat_set_user_agent (seat, self->user_agent);
  g_mutex_unlock (&self->lock);
}

/* A page of the user's own network may refer to that network; a public one may not. Looking its name up again would
 * let a public page change its mind about where it lies, so what counts is where it was fetched from. */
static gboolean
page_is_private (NpFetchPolicy *self, const char *referring_page)
{
  g_autoptr (GUri) page = np_fetch_uri_parse (referring_page, NULL);
  g_autofree char *host = page != NULL ? np_fetch_uri_dup_host (page) : NULL;

  return host != NULL && (np_fetch_host_is_private (host) || g_hash_table_contains (self->private_hosts, host));
}

/**
 * np_fetch_policy_may_be_private:
 * @self: a policy
 * @referring_page: (nullable): the page that refers to what is to be fetched; `NULL`: the user asks for it
 *
 * Returns: whether that may lie in the user's own network
 */
gboolean
np_fetch_policy_may_be_private (NpFetchPolicy *self, const char *referring_page)
{
  gboolean allowed;

  g_mutex_lock (&self->lock);
  allowed = self->own_network && (referring_page == NULL || page_is_private (self, referring_page));
  g_mutex_unlock (&self->lock);
  return allowed;
}

/**
 * np_fetch_policy_add_private:
 * @self: a policy
 * @uri: an address that the user asked for, and that was found in the user's own network
 */
void
np_fetch_policy_add_private (NpFetchPolicy *self, GUri *uri)
{
  g_mutex_lock (&self->lock);
  g_hash_table_add (self->private_hosts, np_fetch_uri_dup_host (uri));
  g_mutex_unlock (&self->lock);
}
