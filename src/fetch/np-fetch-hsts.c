#include "fetch/np-fetch-hsts.h"

#include <gio/gio.h>
#include <string.h>

/* More sites than this are more than anyone reads; those that end soonest are forgotten first. */
#define MAX_SITES 5000

/* No site is believed for longer: two years, in seconds. */
#define LONGEST (2 * 365 * 24 * 3600)

/* A site says it with each answer; what it says is written anew when its end has moved by this much, in seconds. */
#define WORTH_WRITING (24 * 3600)

#define HEAD "newsprint-hsts 1"

/* RFC 6797, section 5.3: for how long, and whether for what is below it as well. */
typedef struct
{
  gint64 ends; /* seconds since 1970 */
  gboolean below;
} Site;

struct _NpFetchHsts
{
  GMutex lock;
  GHashTable *sites; /* char* host → Site* */
  char *path;        /* (nullable) */
};

/**
 * np_fetch_hsts_new:
 *
 * Returns: (transfer full): knows no site, and keeps nothing on disk
 */
NpFetchHsts *
np_fetch_hsts_new (void)
{
  NpFetchHsts *self = g_new0 (NpFetchHsts, 1);

  g_mutex_init (&self->lock);
  self->sites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * np_fetch_hsts_free:
 * @self: (transfer full) (nullable): what is known
 */
void
np_fetch_hsts_free (NpFetchHsts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sites);
  g_free (self->path);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
put (NpFetchHsts *self, const char *host, gint64 ends, gboolean below)
{
  Site *site = g_new (Site, 1);

  *site = (Site){ ends, below };
  g_hash_table_insert (self->sites, g_strdup (host), site);
}

/* One line: when it ends, "+" or "-" for what is below, the host. What is no such line is passed over. Of two that
 * know a site, the one that knows it for longer was told last. */
static void
read_line (NpFetchHsts *self, const char *line)
{
  char *rest;
  gint64 ends = g_ascii_strtoll (line, &rest, 10);
  const Site *known;

  if (rest == line || *rest != ' ' || (rest[1] != '+' && rest[1] != '-') || rest[2] != ' ' || rest[3] == '\0')
    return;
  known = g_hash_table_lookup (self->sites, rest + 3);
  if (known == NULL || known->ends < ends)
    put (self, rest + 3, ends, rest[1] == '+');
}

/* Reads what is in the file, besides what is known; another Newsprint may have learned something. */
static void
read_file (NpFetchHsts *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (self->path == NULL || !g_file_get_contents (self->path, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  if (lines[0] == NULL || !g_str_equal (lines[0], HEAD))
    return;
  for (guint i = 1; lines[i] != NULL && g_hash_table_size (self->sites) < 2 * MAX_SITES; i++)
    read_line (self, lines[i]);
}

static gint
compare_ends (gconstpointer a, gconstpointer b, gpointer sites)
{
  const Site *one = g_hash_table_lookup (sites, *(const char *const *) a);
  const Site *other = g_hash_table_lookup (sites, *(const char *const *) b);

  return (one->ends < other->ends) - (one->ends > other->ends);
}

/* That it cannot be written is no reason not to fetch: the site says it again. */
static void
write_file (NpFetchHsts *self, gint64 now)
{
  g_autoptr (GString) text = g_string_new (HEAD "\n");
  g_autofree gpointer *hosts = g_hash_table_get_keys_as_array (self->sites, NULL);
  guint n = g_hash_table_size (self->sites);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) error = NULL;

  g_qsort_with_data (hosts, (gint) n, sizeof *hosts, compare_ends, self->sites);
  for (guint i = 0; i < n && i < MAX_SITES; i++)
    {
      const Site *site = g_hash_table_lookup (self->sites, hosts[i]);

      if (site->ends > now)
        g_string_append_printf (text, "%" G_GINT64_FORMAT " %c %s\n", site->ends, site->below ? '+' : '-',
                                (const char *) hosts[i]);
    }
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (self->path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    g_message ("which sites want https is not remembered: %s", error->message);
}

/**
 * np_fetch_hsts_set_file:
 * @self: what is known
 * @path: a file, or where there is to be one
 *
 * Knows from now on what is in the file as well, and keeps it there. A file that is damaged counts as none.
 */
void
np_fetch_hsts_set_file (NpFetchHsts *self, const char *path)
{
  g_mutex_lock (&self->lock);
  g_free (self->path);
  self->path = g_strdup (path);
  read_file (self);
  g_mutex_unlock (&self->lock);
}

static gboolean
read_seconds (const char *value, gint64 *seconds)
{
  gsize digits;

  if (*value == '"')
    value++;
  digits = strspn (value, "0123456789");
  if (digits == 0)
    return FALSE;
  *seconds = (gint64) MIN (g_ascii_strtoull (value, NULL, 10), LONGEST);
  return TRUE;
}

/* Section 6.1. Gives whether there is a max-age, without which the header says nothing. */
static gboolean
parse (const char *header, gint64 *seconds, gboolean *below)
{
  g_auto (GStrv) directives = g_strsplit (header, ";", 16);
  gboolean found = FALSE;

  *below = FALSE;
  for (guint i = 0; directives[i] != NULL; i++)
    {
      char *name = g_strstrip (directives[i]), *value = strchr (name, '=');

      if (value != NULL)
        *value++ = '\0';
      g_strchomp (name);
      if (g_ascii_strcasecmp (name, "includeSubDomains") == 0)
        *below = TRUE;
      else if (g_ascii_strcasecmp (name, "max-age") == 0 && !found)
        {
          if (value == NULL || !read_seconds (g_strchug (value), seconds))
            return FALSE;
          found = TRUE;
        }
    }
  return found;
}

/* A site's name goes into a line of the file. */
static gboolean
is_name (const char *host)
{
  if (*host == '\0' || strlen (host) > 255 || g_hostname_is_ip_address (host))
    return FALSE;
  for (const char *p = host; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;
  return TRUE;
}

/**
 * np_fetch_hsts_learn:
 * @self: what is known
 * @host: who said it, over a connection without any fault; in lower case
 * @header: the Strict-Transport-Security of the answer
 * @now: seconds since 1970
 *
 * Remembers what a site wants. An address in figures has no say in it (section 8.1.1); a max-age of 0 takes it back.
 */
void
np_fetch_hsts_learn (NpFetchHsts *self, const char *host, const char *header, gint64 now)
{
  gint64 seconds;
  gboolean below, news;
  const Site *site;

  if (!is_name (host) || !parse (header, &seconds, &below))
    return;
  g_mutex_lock (&self->lock);
  site = g_hash_table_lookup (self->sites, host);
  news = seconds == 0 ? site != NULL
                      : site == NULL || site->below != below || ABS (now + seconds - site->ends) > WORTH_WRITING;
  if (news && self->path != NULL)
    read_file (self);
  if (seconds == 0)
    g_hash_table_remove (self->sites, host);
  else
    put (self, host, now + seconds, below);
  if (news && self->path != NULL)
    write_file (self, now);
  g_mutex_unlock (&self->lock);
}

/**
 * np_fetch_hsts_has:
 * @self: what is known
 * @host: a host, in lower case
 * @now: seconds since 1970
 *
 * Returns: whether @host, or a domain above it for all below, wants to be asked over https alone (section 8.2)
 */
gboolean
np_fetch_hsts_has (NpFetchHsts *self, const char *host, gint64 now)
{
  gboolean known = FALSE;

  g_mutex_lock (&self->lock);
  for (const char *name = host; name != NULL && !known; name = strchr (name, '.'))
    {
      const Site *site;

      name += *name == '.';
      site = g_hash_table_lookup (self->sites, name);
      known = site != NULL && site->ends > now && (name == host || site->below);
    }
  g_mutex_unlock (&self->lock);
  return known;
}
