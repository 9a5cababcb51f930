#include "extract/np-credit-line.h"

static void
test_judge (void)
{
  static const struct
  {
    const char *line;
    NpCreditLikeness likeness;
    const char *credit;
  } rows[] = {
    { "Bryan R. Smith/AFP/Getty Images", NP_CREDIT_YES, "Bryan R. Smith/AFP/Getty Images" },
    { "Photo: Jane Roe", NP_CREDIT_YES, "Jane Roe" },
    { "PHOTO BY JANE ROE", NP_CREDIT_YES, "JANE ROE" },
    { "(Photo by Jane Roe/Agency)", NP_CREDIT_YES, "Jane Roe/Agency" },
    { "Photograph by Jane Roe", NP_CREDIT_YES, "Jane Roe" },
    { "Image credit: Jane Roe", NP_CREDIT_YES, "Jane Roe" },
    { "Credit...Jane Roe for The Valley Post", NP_CREDIT_YES, "Jane Roe for The Valley Post" },
    { "Image copyright Reuters", NP_CREDIT_YES, "Reuters" },
    { "Courtesy of the Harbour Museum", NP_CREDIT_YES, "the Harbour Museum" },
    { "© Jane Roe", NP_CREDIT_YES, "Jane Roe" },
    { "Foto: dpa", NP_CREDIT_YES, "dpa" },
    { "Bild: Imago", NP_CREDIT_YES, "Imago" },
    { "Bildquelle: Stadt Lindau", NP_CREDIT_YES, "Stadt Lindau" },
    { "Crédit photo : Jeanne Martin", NP_CREDIT_YES, "Jeanne Martin" },
    { "Foto de Ana Gil", NP_CREDIT_MAYBE, NULL },
    { "Fotografía: EFE", NP_CREDIT_YES, "EFE" },
    { "Fot. Jan Nowak / Agencja", NP_CREDIT_YES, NULL },
    { "Kuva: Maija Virtanen", NP_CREDIT_YES, "Maija Virtanen" },
    { "Фото: Иван Петров", NP_CREDIT_YES, "Иван Петров" },
    { "写真：ロイター", NP_CREDIT_YES, "ロイター" },
    { "Fotoğraf: Ayşe Kaya", NP_CREDIT_YES, "Ayşe Kaya" },
    { "Zdroj: ČTK", NP_CREDIT_YES, "ČTK" },
    { "AFP", NP_CREDIT_YES, "AFP" },
    { "Jane Roe", NP_CREDIT_MAYBE, "Jane Roe" },
    { "The ferry leaves the harbour on Monday.", NP_CREDIT_NO, NULL },
    { "a small boat", NP_CREDIT_NO, NULL },
    { "Photos of the ferry show that it was overloaded when it left the harbour on Monday.", NP_CREDIT_NO, NULL },
    { "https://example.org/a/b", NP_CREDIT_NO, NULL },
    { "", NP_CREDIT_NO, NULL },
    { NULL, NP_CREDIT_NO, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *credit = np_credit_line_strip (rows[i].line);

      g_test_message ("%s", rows[i].line);
      g_assert_cmpint (np_credit_line_judge (rows[i].line), ==, rows[i].likeness);
      if (rows[i].credit != NULL)
        g_assert_cmpstr (credit, ==, rows[i].credit);
    }
}

static void
test_split (void)
{
  static const struct
  {
    const char *text, *caption, *credit;
  } rows[] = {
    { "The ferry leaves. (Photo: Jane Roe/AFP)", "The ferry leaves.", "Jane Roe/AFP" },
    { "The ferry leaves. (AP Photo/Jane Roe)", "The ferry leaves.", "AP Photo/Jane Roe" },
    { "The ferry leaves. Photo by Jane Roe", "The ferry leaves.", "Jane Roe" },
    { "The ferry leaves. Photo: Jane R. Roe/AFP", "The ferry leaves.", "Jane R. Roe/AFP" },
    { "The ferry leaves. © Jane Roe", "The ferry leaves.", "Jane Roe" },
    { "The ferry leaves | Foto: Jane Roe", "The ferry leaves |", "Jane Roe" },
    { "The ferry leaves the harbour / AFP", "The ferry leaves the harbour", "AFP" },
    { "The ferry leaves. Jane Roe/AFP", "The ferry leaves.", "Jane Roe/AFP" },
    { "Mayor of Testville, Tilda Brink / AFP", "Mayor of Testville, Tilda Brink", "AFP" },
    { "The ferry leaves the harbour. (Bild: Jane Roe / AP)", "The ferry leaves the harbour.", "Jane Roe / AP" },
    { "Jan Nowak / Agencja Gazeta", NULL, "Jan Nowak / Agencja Gazeta" },
    { "The Ferry. Photo: Jane Roe/AFP", "The Ferry.", "Jane Roe/AFP" },
    { "フェリーが出る＝ロイター", "フェリーが出る", "ロイター" },
    { "The ferry (left) leaves the harbour (right)", "The ferry (left) leaves the harbour (right)", NULL },
    { "Jane Roe (left) and Ann Poe in the harbour. Both are 42.",
      "Jane Roe (left) and Ann Poe in the harbour. Both are 42.", NULL },
    { "Photo: Jane Roe", NULL, "Jane Roe" },
    { "The ferry leaves.", "The ferry leaves.", NULL },
    { "", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *caption = NULL, *credit = NULL;

      np_credit_line_split (rows[i].text, &caption, &credit);
      g_test_message ("%s", rows[i].text);
      if (g_strcmp0 (caption, rows[i].caption) != 0 || g_strcmp0 (credit, rows[i].credit) != 0)
        {
          g_test_message ("caption “%s”, credit “%s”", caption, credit);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/credit-line/judge", test_judge);
  g_test_add_func ("/extract/credit-line/split", test_split);
  return g_test_run ();
}
