/* Rows of the preferences: each shows one setting and sets it at once. */
#pragma once

#include "ui/np-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One of the values that a setting may have. */
typedef struct
{
  const char *value; /* GVariant text of the key's type */
  const char *label; /* untranslated */
} NpPreferenceChoice;

/* The bounds of a number, in what people see. A plain record. */
typedef struct
{
  double lower, upper, step;
  double scale; /* what is seen against what is kept */
} NpPreferenceRange;

GtkWidget *np_preference_row_new_choice (NpSettings *settings, const char *key, const char *title,
                                         const NpPreferenceChoice *choices, gsize n);
GtkWidget *np_preference_row_new_switch (NpSettings *settings, const char *key, const char *title,
                                         const char *subtitle);
GtkWidget *np_preference_row_new_text (NpSettings *settings, const char *key, const char *title);
GtkWidget *np_preference_row_new_number (NpSettings *settings, const char *key, const char *title, const char *subtitle,
                                         const NpPreferenceRange *range);

G_END_DECLS
