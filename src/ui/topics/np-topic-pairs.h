/* A window of pairs of topics with what speaks for each: what one is related to, or what may be one and the same. Each
 * is confirmed or dismissed with one click. */
#pragma once

#include "library/np-library-topics.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_TOPIC_PAIRS (np_topic_pairs_get_type ())
G_DECLARE_FINAL_TYPE (NpTopicPairs, np_topic_pairs, NP, TOPIC_PAIRS, AdwWindow)

GtkWindow *np_topic_pairs_new_related (GtkWidget *from, NpLibrary *library, const char *key);
GtkWindow *np_topic_pairs_new_twins (GtkWidget *from, NpLibrary *library);

G_END_DECLS
