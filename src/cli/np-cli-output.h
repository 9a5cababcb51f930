/* What the commands print, and how they end. Everything is UTF-8, whatever the locale says. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The exit status; --help lists them. */
typedef enum
{
  NP_CLI_OK = 0,
  NP_CLI_FAILED = 1,
  NP_CLI_USAGE = 2,
  NP_CLI_NOTHING = 3,
  NP_CLI_NOT_WRITABLE = 4
} NpCliStatus;

void np_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void np_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
NpCliStatus np_cli_worse (NpCliStatus a, NpCliStatus b);
NpCliStatus np_cli_complain_of (const char *thing, const GError *error);
void np_cli_print_json (JsonBuilder *builder);
void np_cli_add_string (JsonBuilder *builder, const char *name, const char *value);
void np_cli_add_error (JsonBuilder *builder, const GError *error);

G_END_DECLS
