#include "extract/np-metadata.h"

#include <string.h>

/* One number of an address, and the mark behind it. */
static const char *
read_number (const char *p, gsize *digits, int *number)
{
  *number = 0;
  *digits = strspn (p, "0123456789");
  for (gsize i = 0; i < *digits && i < 9; i++)
    *number = *number * 10 + (p[i] - '0');
  return p + *digits;
}

static gboolean
is_year (gsize digits, int year)
{
  return digits == 4 && year >= 1990 && year <= 2069;
}

/* 2018/05/31, 2018-5-31, 31-05-2018: three numbers with the same mark between them. */
static char *
dup_separated (const char *p)
{
  int number[3];
  gsize digits[3];
  char mark;

  p = read_number (p, &digits[0], &number[0]);
  mark = *p;
  if (mark == '\0' || strchr ("/-_.", mark) == NULL)
    return NULL;
  p = read_number (p + 1, &digits[1], &number[1]);
  if (*p != mark || digits[1] < 1 || digits[1] > 2)
    return NULL;
  p = read_number (p + 1, &digits[2], &number[2]);
  /* "2018/05/31st-birthday" is no day. */
  if (g_ascii_isalpha (*p))
    return NULL;
  if (is_year (digits[0], number[0]) && digits[2] >= 1 && digits[2] <= 2)
    return g_strdup_printf ("%04d-%02d-%02d", number[0], number[1], number[2]);
  return digits[0] >= 1 && digits[0] <= 2 && is_year (digits[2], number[2])
             ? g_strdup_printf ("%02d/%02d/%04d", number[0], number[1], number[2])
             : NULL;
}

/* 20180531 */
static char *
dup_packed (const char *p)
{
  gsize digits;
  int number;

  read_number (p, &digits, &number);
  return digits == 8 && is_year (4, number / 10000)
             ? g_strdup_printf ("%04d-%02d-%02d", number / 10000, number / 100 % 100, number % 100)
             : NULL;
}

/**
 * np_metadata_read_url:
 * @metadata: facts; gets what the address says
 * @dom: a parsed page
 * @url: (nullable): its address
 *
 * Many addresses have the day: /2018/05/31/, /2018-05-31-, /20180531, /31-05-2018-.
 */
void
np_metadata_read_url (NpMetadata *metadata, const NpDom *dom, const char *url)
{
  /* An archive's address ends in that of the page it keeps. */
  const char *path = url != NULL ? g_strrstr (url, "://") : NULL;

  for (const char *p = path != NULL ? strchr (path + 3, '/') : NULL; p != NULL && *p != '\0' && *p != '?' && *p != '#';
       p++)
    {
      g_autofree char *date = NULL;

      if (strchr ("/-_.", *p) == NULL || !g_ascii_isdigit (p[1]))
        continue;
      date = dup_separated (p + 1);
      if (date == NULL)
        date = dup_packed (p + 1);
      if (date != NULL)
        {
          np_metadata_add (metadata, NP_FACT_PUBLISHED, date, "url", 40);
          return;
        }
    }
}
