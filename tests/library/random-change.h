/* Any change that a user can make, of a seed; and what a library holds, to compare it. */
#pragma once

#include "library/np-library.h"

void random_library_new (const char *folder, guint n_stories);
NpChange *random_change (GRand *random, NpLibrary *library);
GHashTable *user_data_of (const char *folder);
