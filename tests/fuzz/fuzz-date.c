/* A date line as people write it, in any language. */
#include "extract/np-date.h"
#include "extract/np-written-date.h"
#include "model/np-time.h"
#include "np-fuzz.h"

static const char *const languages[] = { NULL, "en-US", "en-GB", "de", "ja", "ar", "x" };

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size), *valid = g_utf8_make_valid (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (NpWrittenDate) date = { 0 };
      g_autofree char *parsed = np_date_parse (valid, languages[i]);

      np_written_date_read (valid, languages[i], &date);
      g_assert_true (date.published == NULL || np_time_is_valid (date.published));
      g_assert_true (date.updated == NULL || np_time_is_valid (date.updated));
      g_assert_true ((date.published == NULL && date.updated == NULL) || date.dated);
      g_assert_true (parsed == NULL || np_time_is_valid (parsed));
    }
  return 0;
}
