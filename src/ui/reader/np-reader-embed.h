/* Something of another site that the page showed here: a card that says what it was and leads there. */
#pragma once

#include "model/np-block.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *np_reader_embed_new (const NpBlock *embed);

G_END_DECLS
