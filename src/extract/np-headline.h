/* Chooses headline, deck and the site's name among what the page says. */
#pragma once

#include "extract/np-metadata.h"

G_BEGIN_DECLS

char *np_headline_choose_site (const NpMetadata *metadata, const char *domain, const char **source);
char *np_headline_choose (const NpMetadata *metadata, const char *site, const char *domain, const char **source);
char *np_headline_choose_deck (const NpMetadata *metadata, const char *headline, const char **source);
char *np_headline_without_site (const char *title, const char *site, const char *domain);

G_END_DECLS
