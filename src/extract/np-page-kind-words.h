/* What pages that are no stories say of themselves, in many languages. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean np_page_kind_words_are_error (const char *title);
gboolean np_page_kind_words_are_check (const char *title);
gboolean np_page_kind_words_are_consent (const char *title);

G_END_DECLS
