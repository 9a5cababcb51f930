/* A web site on loopback for tests, in a thread of its own. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Called in the thread of the site. */
typedef void (*SiteAnswer) (SoupServerMessage *message, const char *path, gpointer user_data);

typedef struct
{
  char *root; /* its address, without a slash at the end */
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  SoupServer *server; /* of the thread, as is: */
  SiteAnswer answer;
  gpointer user_data;
} Site;

Site *site_new (SiteAnswer answer, gpointer user_data);
void site_stop (Site *site);
void site_free (Site *site);

G_END_DECLS
