/* What the list says when it has nothing to show. */
#pragma once

#include "model/np-query.h"

#include <adwaita.h>

G_BEGIN_DECLS

void np_list_empty_describe (AdwStatusPage *page, const NpQuery *query, gboolean library_empty);

G_END_DECLS
