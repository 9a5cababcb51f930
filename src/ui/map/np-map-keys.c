#include "ui/map/np-map-keys.h"

/**
 * np_map_keys_find:
 * @key: a key
 * @state: what is held with it
 *
 * Returns: what it means on the map
 */
NpMapStep
np_map_keys_find (guint key, GdkModifierType state)
{
  static const struct
  {
    guint key;
    NpMapStep step;
  } keys[] = {
    { GDK_KEY_Left, { NP_MAP_STEP_GO, -1, 0, 0 } },      { GDK_KEY_Right, { NP_MAP_STEP_GO, 1, 0, 0 } },
    { GDK_KEY_Up, { NP_MAP_STEP_GO, 0, -1, 0 } },        { GDK_KEY_Down, { NP_MAP_STEP_GO, 0, 1, 0 } },
    { GDK_KEY_plus, { NP_MAP_STEP_ZOOM, 0, 0, 1.25 } },  { GDK_KEY_KP_Add, { NP_MAP_STEP_ZOOM, 0, 0, 1.25 } },
    { GDK_KEY_minus, { NP_MAP_STEP_ZOOM, 0, 0, 0.8 } },  { GDK_KEY_KP_Subtract, { NP_MAP_STEP_ZOOM, 0, 0, 0.8 } },
    { GDK_KEY_0, { NP_MAP_STEP_FIT, 0, 0, 0 } },         { GDK_KEY_Return, { NP_MAP_STEP_PICK, 0, 0, 0 } },
    { GDK_KEY_KP_Enter, { NP_MAP_STEP_PICK, 0, 0, 0 } }, { GDK_KEY_Escape, { NP_MAP_STEP_LET_GO, 0, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys) && !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK)); i++)
    if (keys[i].key == key)
      return keys[i].step;
  return (NpMapStep){ NP_MAP_STEP_NONE, 0, 0, 0 };
}
