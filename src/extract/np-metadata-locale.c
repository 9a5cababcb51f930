#include "extract/np-metadata-locale.h"

#include <string.h>

/* The language that pages of a country are mostly in, for those that name none; "" where there are several. */
static const struct
{
  const char *domain, *language;
} countries[] = {
  { "de", "de" }, { "at", "de" }, { "ch", "" },   { "li", "de" }, { "fr", "fr" }, { "be", "" },   { "lu", "" },
  { "nl", "nl" }, { "es", "es" }, { "pt", "pt" }, { "it", "it" }, { "uk", "en" }, { "ie", "en" }, { "dk", "da" },
  { "se", "sv" }, { "no", "nb" }, { "fi", "fi" }, { "is", "is" }, { "pl", "pl" }, { "cz", "cs" }, { "sk", "sk" },
  { "si", "sl" }, { "hr", "hr" }, { "rs", "sr" }, { "ba", "bs" }, { "mk", "mk" }, { "al", "sq" }, { "bg", "bg" },
  { "ro", "ro" }, { "md", "ro" }, { "hu", "hu" }, { "gr", "el" }, { "cy", "el" }, { "tr", "tr" }, { "ru", "ru" },
  { "ua", "uk" }, { "by", "ru" }, { "ee", "et" }, { "lv", "lv" }, { "lt", "lt" }, { "mt", "en" }, { "il", "he" },
  { "eg", "ar" }, { "sa", "ar" }, { "ae", "" },   { "ma", "" },   { "ir", "fa" }, { "in", "" },   { "pk", "" },
  { "bd", "bn" }, { "lk", "" },   { "np", "ne" }, { "th", "th" }, { "vn", "vi" }, { "id", "id" }, { "my", "" },
  { "sg", "en" }, { "ph", "en" }, { "hk", "" },   { "tw", "zh" }, { "cn", "zh" }, { "jp", "ja" }, { "kr", "ko" },
  { "au", "en" }, { "nz", "en" }, { "za", "en" }, { "ng", "en" }, { "ke", "en" }, { "gh", "en" }, { "us", "en" },
  { "ca", "" },   { "mx", "es" }, { "ar", "es" }, { "br", "pt" }, { "cl", "es" }, { "co", "es" }, { "pe", "es" },
  { "uy", "es" }, { "ve", "es" }, { "bo", "es" }, { "ec", "es" }, { "py", "es" }, { "cr", "es" },
};

/* Domains of countries that serve everyone: they tell nothing alone. */
static gboolean
is_for_everyone (const char *domain, const char *country)
{
  return strcmp (country, "co") == 0 && !g_str_has_suffix (domain, ".com.co");
}

static char *
dup_region (const char *language)
{
  g_auto (GStrv) parts = g_strsplit_set (language != NULL ? language : "", "-_", -1);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (strlen (parts[i]) == 2)
      return g_ascii_strup (parts[i], -1);
  return NULL;
}

/**
 * np_metadata_dup_locale:
 * @language: (nullable): what the page says its language is, BCP 47 or "en_US"
 * @domain: (nullable): of the page's address
 *
 * Returns: (transfer full) (nullable): the language, with the region where it is known: as "en-GB". The domain of a
 *   country is believed before the region of @language, which programs often set to their own; "und-CH" when only that
 *   is known, `NULL` when neither is
 */
char *
np_metadata_dup_locale (const char *language, const char *domain)
{
  g_autofree char *region = dup_region (language);
  g_autofree char *primary = language != NULL ? g_ascii_strdown (language, (gssize) strcspn (language, "-_;, ")) : NULL;
  const char *country = domain != NULL ? strrchr (domain, '.') : NULL, *usual = NULL;

  for (gsize i = 0; country != NULL && i < G_N_ELEMENTS (countries); i++)
    if (strcmp (country + 1, countries[i].domain) == 0 && !is_for_everyone (domain, country + 1))
      {
        g_free (region);
        region = strcmp (country, ".uk") == 0 ? g_strdup ("GB") : g_ascii_strup (country + 1, -1);
        usual = countries[i].language;
      }
  if (primary != NULL && (strlen (primary) < 2 || strlen (primary) > 3))
    g_clear_pointer (&primary, g_free);
  if (primary == NULL && usual != NULL && *usual != '\0')
    primary = g_strdup (usual);
  if (primary == NULL && region == NULL)
    return NULL;
  if (primary == NULL)
    primary = g_strdup ("und");
  return region != NULL ? g_strconcat (primary, "-", region, NULL) : g_steal_pointer (&primary);
}
