/* Lays circles and lines out on a plane by forces: lines pull, circles push. Pure and the same each time; for one
 * thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NpLayout NpLayout;

typedef struct
{
  float x, y; /* of its middle */
  float radius;
  gboolean fixed; /* held where it is */
} NpLayoutNode;

typedef struct
{
  guint a, b;
  float strength; /* 0–1 */
} NpLayoutEdge;

NpLayout *np_layout_new (guint n_nodes);
void np_layout_free (NpLayout *self);
guint np_layout_get_size (const NpLayout *self);
NpLayoutNode *np_layout_get_node (NpLayout *self, guint node);
void np_layout_add_edge (NpLayout *self, guint a, guint b, float strength);
void np_layout_place (NpLayout *self, guint node, float x, float y);
void np_layout_scatter (NpLayout *self);
void np_layout_warm (NpLayout *self, float heat);
gboolean np_layout_step (NpLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NpLayout, np_layout_free)

G_END_DECLS
