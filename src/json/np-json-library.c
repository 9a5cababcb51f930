#include "json/np-json-library.h"

#include "json/np-json-error.h"
#include "json/np-json-object.h"
#include "json/np-json-print.h"
#include "json/np-json-syntax.h"

#define FORMAT "newsprint-library"

/**
 * np_json_library_to_bytes:
 * @id: the library's UUID
 * @unknown: (nullable): a JSON object: what was kept of the file
 *
 * Returns: (transfer full): library.json
 */
GBytes *
np_json_library_to_bytes (const char *id, const char *unknown)
{
  g_autoptr (JsonObject) object = json_object_new (), rest = np_json_open_rest (unknown);

  g_return_val_if_fail (id != NULL, NULL);

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", NP_JSON_LIBRARY_VERSION);
  np_json_put_string (object, rest, "id", id);
  np_json_put_rest (object, rest);
  return np_json_print_document (object);
}

/**
 * np_json_library_from_bytes:
 * @bytes: library.json
 * @id: (out): the library's UUID
 * @version: (out): the version of its files; a later one than `NP_JSON_LIBRARY_VERSION` is no error: such a library can
 *   be looked at but must not be written
 * @unknown: (out) (nullable): a JSON object of the members this version does not know
 * @error: `NP_JSON_ERROR_SYNTAX`, `NP_JSON_ERROR_FORMAT`
 *
 * Returns: whether it could be read
 */
gboolean
np_json_library_from_bytes (GBytes *bytes, char **id, guint *version, char **unknown, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *found = NULL;

  g_return_val_if_fail (bytes != NULL && id != NULL && version != NULL && unknown != NULL, FALSE);

  object = np_json_parse_document (bytes, FORMAT, NP_JSON_LIBRARY_VERSION, version, error);
  if (object == NULL)
    return FALSE;
  found = np_json_take_string (object, "id");
  if (found == NULL || !g_uuid_string_is_valid (found))
    {
      g_set_error (error, NP_JSON_ERROR, NP_JSON_ERROR_FORMAT, "it has no id");
      return FALSE;
    }
  *id = g_ascii_strdown (found, -1);
  *unknown = np_json_take_rest (object);
  return TRUE;
}
