/* A network that comes and goes as a test says, in the place of the system's. */
#pragma once

#include <gio/gio.h>

void network_init (void);
void network_set (gboolean available);
