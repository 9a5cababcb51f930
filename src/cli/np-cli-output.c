#include "cli/np-cli-output.h"

#include "json/np-json-print.h"
#include "library/np-library-error.h"
#include "library/np-words.h"

#include <stdarg.h>
#include <stdio.h>

/* Text of stories comes from strangers: a terminal must not take any of it for orders. */
static void
put (FILE *stream, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) safe = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (safe, c);
    }
  fwrite (safe->str, 1, safe->len, stream);
  fflush (stream);
}

/**
 * np_cli_print:
 * @format: a printf format
 * @...: its arguments
 *
 * Prints to standard output, without what a terminal would obey.
 */
void
np_cli_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  put (stdout, text);
}

/**
 * np_cli_complain:
 * @format: a printf format: one line, without its end
 * @...: its arguments
 *
 * Prints a line to standard error that begins with the name of the program.
 */
void
np_cli_complain (const char *format, ...)
{
  g_autofree char *text = NULL, *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = g_strconcat ("newsprint: ", text, "\n", NULL);
  put (stderr, line);
}

static gboolean
is_about_writing (const GError *error)
{
  return g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_READ_ONLY)
         || g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_LOCKED);
}

static gboolean
is_about_finding (const GError *error)
{
  return g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_STORY)
         || g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_TOPIC)
         || g_error_matches (error, NP_LIBRARY_ERROR, NP_LIBRARY_ERROR_NO_SUCH_FEED);
}

/**
 * np_cli_complain_of:
 * @thing: what could not be had or done
 * @error: of `NP_LIBRARY_ERROR`: why
 *
 * Prints `newsprint: THING: cause. next step` to standard error.
 *
 * Returns: the exit status for @error
 */
NpCliStatus
np_cli_complain_of (const char *thing, const GError *error)
{
  g_autofree char *cause = np_words_for_error (error);
  g_autofree char *next = np_words_for_next_step (error);

  np_cli_complain ("%s: %s (%s).%s%s", thing, cause, error->message, next != NULL ? " " : "", next != NULL ? next : "");
  return is_about_writing (error) ? NP_CLI_NOT_WRITABLE : is_about_finding (error) ? NP_CLI_NOTHING : NP_CLI_FAILED;
}

/**
 * np_cli_worse:
 * @a: an exit status
 * @b: another
 *
 * Returns: the one that says more of what went wrong
 */
NpCliStatus
np_cli_worse (NpCliStatus a, NpCliStatus b)
{
  return MAX (a, b);
}

/**
 * np_cli_print_json:
 * @builder: a builder with one whole value
 *
 * Prints the value on a line of its own and empties @builder.
 */
void
np_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = np_json_print_compact (root);

  fputs (text, stdout);
  fputc ('\n', stdout);
  fflush (stdout);
  json_builder_reset (builder);
}

/**
 * np_cli_add_string:
 * @builder: a builder in an object
 * @name: a member
 * @value: (nullable): its value, `NULL` for null
 */
void
np_cli_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  json_builder_set_member_name (builder, name);
  if (valid != NULL)
    json_builder_add_string_value (builder, valid);
  else
    json_builder_add_null_value (builder);
}

/**
 * np_cli_add_error:
 * @builder: a builder in an object
 * @error: (nullable): of `NP_LIBRARY_ERROR`
 *
 * Adds the member `error`: null, or an object with `code` (it never changes), `message`, `detail` and `hint`.
 */
void
np_cli_add_error (JsonBuilder *builder, const GError *error)
{
  g_autofree char *message = error != NULL ? np_words_for_error (error) : NULL;
  g_autofree char *hint = error != NULL ? np_words_for_next_step (error) : NULL;

  json_builder_set_member_name (builder, "error");
  if (error == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  np_cli_add_string (builder, "code", np_library_error_to_code (error));
  np_cli_add_string (builder, "message", message);
  np_cli_add_string (builder, "detail", error->message);
  np_cli_add_string (builder, "hint", hint);
  json_builder_end_object (builder);
}
