#include "ui/speech/np-sentences.h"

/* Sentences are told apart by "|". */
static const struct
{
  const char *name, *language, *text, *expected;
} rows[] = {
  { "none", "en", "", "" },
  { "white space", "en", "  \n ", "" },
  { "one", "en", "The ferry left.", "The ferry left." },
  { "two", "en", "The ferry left. Nobody saw it!", "The ferry left.|Nobody saw it!" },
  { "no end", "en", "The ferry left. Nobody saw", "The ferry left.|Nobody saw" },
  { "a title", "en", "Mr. Holm saw it. Dr. Quist did not.", "Mr. Holm saw it.|Dr. Quist did not." },
  { "initials", "en", "J. R. Ek of the U.S. Navy spoke. He left.", "J. R. Ek of the U.S. Navy spoke.|He left." },
  { "a number", "en", "It burned 2.4 t a day. Then it stopped.", "It burned 2.4 t a day.|Then it stopped." },
  { "quotes", "en", "“We left.” “Did you?” she asked.", "“We left.”|“Did you?” she asked." },
  { "dots alone", "en", "The ferry left. … Nobody saw it.", "The ferry left.|… Nobody saw it." },
  { "Chinese", "zh", "渡轮离开海岛。没有人看见。", "渡轮离开海岛。|没有人看见。" },
  { "Arabic", "ar", "غادرت العبّارة. هل رآها أحد؟ لا.", "غادرت العبّارة.|هل رآها أحد؟|لا." },
  { "Hindi", "hi", "नाव चली गई। किसी ने नहीं देखा।", "नाव चली गई।|किसी ने नहीं देखा।" },
  { "a language that is none", "x-\"\n", "One. Two.", "One.|Two." },
  { "no language", NULL, "One. Two.", "One.|Two." },
};

static void
test_row (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (GArray) sentences = np_sentences_split (rows[row].text, rows[row].language);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      const NpSentence *sentence = &g_array_index (sentences, NpSentence, i);
      g_autofree char *words = g_utf8_substring (rows[row].text, sentence->start, sentence->end);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", words);
    }
  g_assert_cmpstr (found->str, ==, rows[row].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sentences/%s", rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}
