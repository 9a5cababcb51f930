/* The application: one library, one window, and what other programs and a second start hand to it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NP_TYPE_APPLICATION (np_application_get_type ())
G_DECLARE_FINAL_TYPE (NpApplication, np_application, NP, APPLICATION, AdwApplication)

NpApplication *np_application_new (void);
int np_application_run (int argc, char **argv);

G_END_DECLS
