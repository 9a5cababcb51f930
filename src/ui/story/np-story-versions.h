/* The older versions of a story, as rows: until when each was the present text, and what changed then. */
#pragma once

#include "library/np-versions.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_STORY_VERSIONS (np_story_versions_get_type ())
G_DECLARE_FINAL_TYPE (NpStoryVersions, np_story_versions, NP, STORY_VERSIONS, AdwPreferencesGroup)

/* Signals: "change" (NpChange *change) as of NpVersionWindow. */
GtkWidget *np_story_versions_new (NpLibrary *library, const char *id);

G_END_DECLS
