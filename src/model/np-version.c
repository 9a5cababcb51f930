#include "model/np-version.h"

/**
 * np_version_new:
 * @file: (nullable): the file that keeps it
 * @until: (nullable): when another text took its place
 * @why: (nullable): why
 *
 * Returns: (transfer full): a version
 */
NpVersion *
np_version_new (const char *file, const char *until, const char *why)
{
  NpVersion *version = g_new0 (NpVersion, 1);

  version->file = g_strdup (file);
  version->until = g_strdup (until);
  version->why = g_strdup (why);
  return version;
}

/**
 * np_version_copy:
 * @version: a version
 *
 * Returns: (transfer full): a deep copy
 */
NpVersion *
np_version_copy (const NpVersion *version)
{
  NpVersion *copy;

  g_return_val_if_fail (version != NULL, NULL);

  copy = np_version_new (version->file, version->until, version->why);
  copy->unknown = g_strdup (version->unknown);
  return copy;
}

/**
 * np_version_free:
 * @version: (transfer full) (nullable): a version
 */
void
np_version_free (NpVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->file);
  g_free (version->until);
  g_free (version->why);
  g_free (version->unknown);
  g_free (version);
}
