/* An older text of a story, by the file that keeps it: the story as it was, without what is the user's own. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Why the text became another. */
#define NP_VERSION_UPDATE    "update"    /* the page was fetched again */
#define NP_VERSION_REEXTRACT "reextract" /* the kept page was read anew */
#define NP_VERSION_RESTORE   "restore"   /* an earlier version took its place again */

typedef struct _NpVersion NpVersion;

/* A plain record: see NpBlock for who may change it. */
struct _NpVersion
{
  char *file;    /* in the library: "versions/ab/ab34….json" */
  char *until;   /* (nullable) RFC 3339, UTC: when another text took its place */
  char *why;     /* (nullable) one of the above, or a word of a later version */
  char *unknown; /* (nullable) JSON object: members this version does not know */
};

NpVersion *np_version_new (const char *file, const char *until, const char *why);
NpVersion *np_version_copy (const NpVersion *version);
void np_version_free (NpVersion *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpVersion, np_version_free)

G_END_DECLS
