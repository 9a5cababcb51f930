#include "json/np-json-path.h"

#include <string.h>

/* Longer ones are nobody's: PATH_MAX is 4096 and the folder of the library stands before it. */
#define MAX_PATH 1024

static gboolean
is_name (const char *name)
{
  if (*name == '\0' || g_str_equal (name, ".") || g_str_equal (name, "..") || strlen (name) > 255)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7F || *p == '\\')
      return FALSE;
  return TRUE;
}

/**
 * np_json_path_is_inside:
 * @path: (nullable): what a file or a caller says
 * @folder: (nullable): a folder of the library, "media"; `NULL` for the library itself
 *
 * Paths in files may be anybody's, so one that leads out of the library (absolute, "..") or that names the same file in
 * another way ("a//b", "./a") is no path of the library.
 *
 * Returns: whether @path is a path of something in @folder, relative to the library's folder
 */
gboolean
np_json_path_is_inside (const char *path, const char *folder)
{
  g_auto (GStrv) names = NULL;

  if (path == NULL || strlen (path) > MAX_PATH || !g_utf8_validate (path, -1, NULL))
    return FALSE;
  names = g_strsplit (path, "/", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (!is_name (names[i]))
      return FALSE;
  return folder == NULL ? names[0] != NULL : g_strcmp0 (names[0], folder) == 0 && names[1] != NULL;
}
