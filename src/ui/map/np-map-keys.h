/* What keys mean on the map. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  NP_MAP_STEP_NONE,
  NP_MAP_STEP_GO,     /* to the next circle that way */
  NP_MAP_STEP_ZOOM,   /* nearer or farther */
  NP_MAP_STEP_FIT,    /* all of it */
  NP_MAP_STEP_PICK,   /* shows the stories of the circle */
  NP_MAP_STEP_LET_GO, /* of what is carried */
} NpMapStepKind;

typedef struct
{
  NpMapStepKind kind;
  double dx, dy, zoom;
} NpMapStep;

NpMapStep np_map_keys_find (guint key, GdkModifierType state);

G_END_DECLS
