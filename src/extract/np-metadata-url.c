#include "extract/np-metadata.h"

#include <string.h>

static gboolean
is_number (const char *text, gsize length, int lowest, int highest, int *number)
{
  int n = 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    else
      n = n * 10 + (text[i] - '0');
  *number = n;
  return length > 0 && n >= lowest && n <= highest;
}

/**
 * np_metadata_read_url:
 * @metadata: facts; gets what the address says
 * @dom: a parsed page
 * @url: (nullable): its address
 *
 * Many addresses have the day: /2018/05/31/, /2018-05-31-, /20180531/.
 */
void
np_metadata_read_url (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  const char *path = url != NULL ? strstr (url, "://") : NULL;

  for (const char *p = path != NULL ? strchr (path + 3, '/') : NULL; p != NULL && *p != '\0' && *p != '?' && *p != '#';
       p++)
    {
      const char *digits = p + 1;
      int year, month, day;
      g_autofree char *date = NULL;

      if (strchr ("/-_", *p) == NULL || strlen (digits) < 8 || !is_number (digits, 4, 1990, 2100, &year))
        continue;
      if (strchr ("/-_", digits[4]) != NULL && strlen (digits) >= 10 && digits[7] == digits[4]
          && is_number (digits + 5, 2, 1, 12, &month) && is_number (digits + 8, 2, 1, 31, &day)
          && !g_ascii_isdigit (digits[10]))
        date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
      else if (is_number (digits + 4, 2, 1, 12, &month) && is_number (digits + 6, 2, 1, 31, &day)
               && !g_ascii_isdigit (digits[8]))
        date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
      if (date != NULL && g_date_valid_dmy (day, month, year))
        {
          np_metadata_add (metadata, NP_FACT_PUBLISHED, date, "url", 40);
          return;
        }
    }
}
