/* Where a page is from. Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *np_metadata_dup_locale (const char *language, const char *domain);

G_END_DECLS
