/* The wire to speech-dispatcher: commands go out one after the other, replies and events come in. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NpSsipLink NpSsipLink;

/* What is told. None of these may free the link. */
typedef struct
{
  /* detail: (nullable) the line before the last */
  void (*reply) (const char *command, int code, const char *detail, gpointer user_data);
  /* message: (nullable) the id of what was said */
  void (*event) (int code, const char *message, gpointer user_data);
  /* there is no wire, or no longer */
  void (*lost) (gpointer user_data);
} NpSsipLinkFuncs;

NpSsipLink *np_ssip_link_new (const NpSsipLinkFuncs *funcs, gpointer user_data);
void np_ssip_link_free (NpSsipLink *self);
void np_ssip_link_send (NpSsipLink *self, const char *command);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpSsipLink, np_ssip_link_free)

G_END_DECLS
