#include "base/np-photo-facts.h"

#include "base/np-text.h"

#include <string.h>

/* Longer texts are no captions (IPTC-IIM allows 2,000 bytes) and no names. */
#define LONGEST_CAPTION 4000
#define LONGEST_NAME    200

/**
 * np_photo_facts_new:
 *
 * Returns: (transfer full): facts of which none is known
 */
NpPhotoFacts *
np_photo_facts_new (void)
{
  return g_new0 (NpPhotoFacts, 1);
}

/**
 * np_photo_facts_free:
 * @facts: (transfer full) (nullable): facts
 */
void
np_photo_facts_free (NpPhotoFacts *facts)
{
  if (facts == NULL)
    return;
  for (guint i = 0; i < NP_PHOTO_N_FACTS; i++)
    g_free (facts->values[i]);
  g_free (facts);
}

/* "OLYMPUS DIGITAL CAMERA", "SONY DSC", "DSC_0012", "Created with GIMP": what cameras and programs write there. */
static gboolean
is_caption (const char *text)
{
  static const char *const made[] = { "created with ",    "processed with ", "made with ", "edited with ",
                                      "file written by ", "screenshot",      "exif_",      "digital still camera" };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gboolean small = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    if (g_str_has_prefix (lower, made[i]))
      return FALSE;
  if (strstr (lower, "://") != NULL && strchr (lower, ' ') == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    small |= g_unichar_isalpha (g_utf8_get_char (p)) && !g_unichar_isupper (g_utf8_get_char (p));
  return small && np_text_count_words (text) >= 3;
}

static gboolean
is_name (const char *text)
{
  static const char *const nobody[] = {
    "unknown", "none",  "n/a",     "author", "photographer", "camera", "owner",
    "default", "admin", "user",    "picasa", "untitled",     "photo",  "image",
    "windows", "test",  "unnamed", "null",   "undefined",    "credit", "copyright"
  };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    if (strcmp (lower, nobody[i]) == 0)
      return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return strstr (text, "://") == NULL;
  return FALSE;
}

/**
 * np_photo_facts_offer:
 * @facts: facts
 * @kind: which
 * @text: what a photo says, in UTF-8 or, where it is not valid UTF-8, in windows-1252; need not be terminated
 * @length: its length in bytes
 *
 * Sets the fact when it is not known yet and @text says something: no default of a camera, nothing endless.
 */
void
np_photo_facts_offer (NpPhotoFacts *facts, NpPhotoFactKind kind, const char *text, gsize length)
{
  g_autofree char *whole = NULL, *clean = NULL;

  g_return_if_fail (facts != NULL && kind < NP_PHOTO_N_FACTS);

  length = text != NULL ? strnlen (text, length) : 0;
  if (facts->values[kind] != NULL || length == 0 || length > 4 * LONGEST_CAPTION)
    return;
  if (!g_utf8_validate_len (text, length, NULL))
    whole = g_convert (text, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  if (whole == NULL)
    whole = g_utf8_make_valid (text, (gssize) length);
  clean = np_text_clean (whole);
  if (kind == NP_PHOTO_CAPTION ? !is_caption (clean) : g_utf8_strlen (clean, -1) > LONGEST_NAME || !is_name (clean))
    return;
  facts->values[kind] = np_text_shorten (clean, LONGEST_CAPTION);
}

/* "© 2017 The Valley Post. All rights reserved." → "The Valley Post". */
static char *
dup_owner (const char *copyright)
{
  static const char *const before[] = { "copyright", "©", "(c)", "by " };
  static const char *const after[] = { "all rights reserved",       "alle rechte vorbehalten",
                                       "tous droits réservés",      "todos los derechos reservados",
                                       "tutti i diritti riservati", "todos os direitos reservados" };
  g_autofree char *text = g_strdup (copyright), *lower = g_utf8_strdown (copyright, -1);
  const char *start = text;
  gboolean again = TRUE;

  /* Where lower case has other lengths, nothing is cut off the end. */
  for (guint i = 0; strlen (lower) == strlen (text) && i < G_N_ELEMENTS (after); i++)
    {
      const char *found = strstr (lower, after[i]);

      if (found != NULL)
        text[found - lower] = '\0';
    }
  while (again)
    {
      start += strspn (start, " .,;:-0123456789");
      again = FALSE;
      for (guint i = 0; !again && i < G_N_ELEMENTS (before); i++)
        if (g_ascii_strncasecmp (start, before[i], strlen (before[i])) == 0)
          {
            start += strlen (before[i]);
            again = TRUE;
          }
    }
  for (gsize n = strlen (start); n > 0 && strchr (" .,;-", start[n - 1]) != NULL; n--)
    text[(start - text) + n - 1] = '\0';
  return np_text_is_empty (start) ? NULL : g_strdup (start);
}

static gboolean
names (const char *text, const char *name)
{
  g_autofree char *a = np_text_fold (text), *b = np_text_fold (name);

  return strstr (a, b) != NULL;
}

/**
 * np_photo_facts_dup_credit:
 * @facts: facts
 *
 * Returns: (transfer full) (nullable): the credit as papers print it: the creator and the credit line, else the source,
 *   else the owner of the copyright
 */
char *
np_photo_facts_dup_credit (const NpPhotoFacts *facts)
{
  const char *creator, *line;

  g_return_val_if_fail (facts != NULL, NULL);

  creator = facts->values[NP_PHOTO_CREATOR];
  line = facts->values[NP_PHOTO_CREDIT] != NULL ? facts->values[NP_PHOTO_CREDIT] : facts->values[NP_PHOTO_SOURCE];
  if (creator != NULL && line != NULL)
    {
      if (names (line, creator))
        return g_strdup (line);
      return names (creator, line) ? g_strdup (creator) : g_strdup_printf ("%s/%s", creator, line);
    }
  if (creator != NULL || line != NULL)
    return g_strdup (creator != NULL ? creator : line);
  return facts->values[NP_PHOTO_COPYRIGHT] != NULL ? dup_owner (facts->values[NP_PHOTO_COPYRIGHT]) : NULL;
}
