/* Bytes that came from a stranger as a feed: RSS, RDF, Atom, CDF or JSON Feed. Pure; safe from any thread. */
#pragma once

#include "extract/np-extract.h"
#include "model/np-feed.h"

G_BEGIN_DECLS

/* The most entries that are read of one feed. */
#define NP_FEED_MAX_ENTRIES 2000

NpFeed *np_feed_read (const NpPage *page, GError **error);
void np_feed_reader_warm_up (void);

G_END_DECLS
