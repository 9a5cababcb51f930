/* Tells caption and credit of a photo apart, as they are written in many languages. Pure; safe from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NP_CREDIT_NO,
  NP_CREDIT_MAYBE, /* one or two names: a credit where one is expected, else anything */
  NP_CREDIT_YES    /* labelled, or with the marks of one: "Name/Agency", "© Name", the name of an agency */
} NpCreditLikeness;

NpCreditLikeness np_credit_line_judge (const char *line);
gboolean np_credit_line_is_label (const char *line);
gboolean np_credit_line_is_labelled (const char *text);
char *np_credit_line_strip (const char *line);
void np_credit_line_split (const char *text, char **caption, char **credit);

G_END_DECLS
