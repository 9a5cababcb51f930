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
    { "PHOTO: The ferry leaves the harbour on Monday", NP_CREDIT_NO, NULL },
    { "PHOTO: Jane Roe/AFP", NP_CREDIT_YES, "Jane Roe/AFP" },
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
    { "The ferry leaves | Foto: Jane Roe", "The ferry leaves", "Jane Roe" },
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

/* One caption with the habits of each language, and of those who write without a label. */
static void
test_languages (void)
{
  static const struct
  {
    const char *language, *text, *caption, *credit;
  } rows[] = {
    { "en", "The ferry leaves. Photograph by Jane Roe", "The ferry leaves.", "Jane Roe" },
    { "en", "The ferry leaves. Image credit: Jane Roe", "The ferry leaves.", "Jane Roe" },
    { "en", "The ferry leaves. Courtesy of the Harbour Museum", "The ferry leaves.", "the Harbour Museum" },
    { "en", "The ferry leaves (Jane Roe/AFP)", "The ferry leaves", "Jane Roe/AFP" },
    { "en", "The ferry leaves. (Jane Roe)", "The ferry leaves.", "Jane Roe" },
    { "en", "The ferry leaves. Photographer: Jane Roe/Bloomberg", "The ferry leaves.", "Jane Roe/Bloomberg" },
    { "en", "The ferry leaves. CreditJane Roe for The Valley Post", "The ferry leaves.",
      "Jane Roe for The Valley Post" },
    { "en", "The mayor, Ann Poe © Jane Roe / AFP", "The mayor, Ann Poe", "Jane Roe / AFP" },
    { "en", "The ferry leaves. Submitted photo", "The ferry leaves.", "Submitted photo" },
    { "de", "Die Fähre legt ab. Foto: Jana Roth/dpa", "Die Fähre legt ab.", "Jana Roth/dpa" },
    { "de", "Die Fähre legt ab (Symbolbild). Bild: Jana Roth", "Die Fähre legt ab (Symbolbild).", "Jana Roth" },
    { "de", "Die Fähre legt ab. Bildquelle: Stadt Lindau", "Die Fähre legt ab.", "Stadt Lindau" },
    { "de", "Die Fähre legt ab. Bildrechte: IMAGO", "Die Fähre legt ab.", "IMAGO" },
    { "de", "Die Fähre legt ab. Quelle: Stadt Lindau", "Die Fähre legt ab.", "Stadt Lindau" },
    { "fr", "Le bac quitte le port. Crédits : Jeanne Martin", "Le bac quitte le port.", "Jeanne Martin" },
    { "fr", "Le bac quitte le port. © Jeanne Martin", "Le bac quitte le port.", "Jeanne Martin" },
    { "fr", "Le bac quitte le port. Photo : Jeanne Martin", "Le bac quitte le port.", "Jeanne Martin" },
    { "es", "El barco deja el puerto. FOTO: Ana Gil", "El barco deja el puerto.", "Ana Gil" },
    { "es", "El barco deja el puerto. Cedida", "El barco deja el puerto.", "Cedida" },
    { "es", "El barco deja el puerto. Fuente: Ana Gil", "El barco deja el puerto.", "Ana Gil" },
    { "es", "El barco deja el puerto | Foto EFE", "El barco deja el puerto", "EFE" },
    { "es", "El barco deja el puerto. (Foto Prensa Norte: Ana Gil)", "El barco deja el puerto.",
      "Prensa Norte: Ana Gil" },
    { "pt", "O barco deixa o porto. Foto: Ana Reis/Divulgação", "O barco deixa o porto.", "Ana Reis/Divulgação" },
    { "pt", "O barco deixa o porto — Foto: Reprodução", "O barco deixa o porto", "Reprodução" },
    { "it", "Il traghetto lascia il porto. Immagine: ANSA", "Il traghetto lascia il porto.", "ANSA" },
    { "it", "Il traghetto lascia il porto (Ansa/Anna Rossi)", "Il traghetto lascia il porto", "Ansa/Anna Rossi" },
    { "nl", "De pont vertrekt. Beeld: ANP", "De pont vertrekt.", "ANP" },
    { "sv", "Färjan lämnar hamnen. Foto: Anna Berg/TT", "Färjan lämnar hamnen.", "Anna Berg/TT" },
    { "da", "Færgen sejler. Arkivfoto: Ritzau Scanpix", "Færgen sejler.", "Ritzau Scanpix" },
    { "no", "Ferga går. Foto: Anne Lie / NTB", "Ferga går.", "Anne Lie / NTB" },
    { "fi", "Lautta lähtee. Kuva: Maija Virtanen", "Lautta lähtee.", "Maija Virtanen" },
    { "pl", "Prom wypływa z portu. Fot. Jan Nowak", "Prom wypływa z portu.", "Jan Nowak" },
    { "pl", "Prom wypływa z portu. Źródło: PAP", "Prom wypływa z portu.", "PAP" },
    { "cs", "Přívoz opouští přístav. Zdroj: ČTK", "Přívoz opouští přístav.", "ČTK" },
    { "hu", "A komp elindul. Forrás: MTI", "A komp elindul.", "MTI" },
    { "ro", "Bacul pleacă. Sursa foto: Agerpres", "Bacul pleacă.", "Agerpres" },
    { "hr", "Trajekt isplovljava. Izvor: Hina", "Trajekt isplovljava.", "Hina" },
    { "bg", "Фериботът тръгва. Снимка: БТА", "Фериботът тръгва.", "БТА" },
    { "ru", "Паром уходит. Фото: Иван Петров / ТАСС", "Паром уходит.", "Иван Петров / ТАСС" },
    { "uk", "Пором відходить. Джерело: Укрінформ", "Пором відходить.", "Укрінформ" },
    { "el", "Το πλοίο φεύγει. Πηγή: ΑΠΕ", "Το πλοίο φεύγει.", "ΑΠΕ" },
    { "tr", "Vapur kalkıyor. Fotoğraf: Ayşe Kaya", "Vapur kalkıyor.", "Ayşe Kaya" },
    { "ar", "العبّارة تغادر الميناء. تصوير: ليلى", "العبّارة تغادر الميناء.", "ليلى" },
    { "he", "המעבורת יוצאת. צילום: דנה", "המעבורת יוצאת.", "דנה" },
    { "hi", "नाव निकलती है. फोटो: PTI", "नाव निकलती है.", "PTI" },
    { "vi", "Phà rời bến. Ảnh: TTXVN", "Phà rời bến.", "TTXVN" },
    { "id", "Kapal berangkat. Sumber: Antara", "Kapal berangkat.", "Antara" },
    { "ja", "港を出る船。写真：山田太郎", "港を出る船。", "山田太郎" },
    { "ja", "港を出る船（撮影：山田太郎）", "港を出る船", "山田太郎" },
    { "zh", "渡輪離港。圖片來源：中央社", "渡輪離港。", "中央社" },
    { "ko", "항구를 떠나는 배. 사진=연합뉴스", "항구를 떠나는 배.", "연합뉴스" },
    /* no credits */
    { "en", "The ferry (built 1924) leaves.", "The ferry (built 1924) leaves.", NULL },
    { "en", "The photo shows Jane Roe on Monday.", "The photo shows Jane Roe on Monday.", NULL },
    { "en", "A source of light. The Moon", "A source of light. The Moon", NULL },
    { "de", "Das Bild hängt im Museum von Lindau.", "Das Bild hängt im Museum von Lindau.", NULL },
    { "es", "Foto de familia en el puerto", "Foto de familia en el puerto", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *caption = NULL, *credit = NULL;

      np_credit_line_split (rows[i].text, &caption, &credit);
      if (g_strcmp0 (caption, rows[i].caption) == 0 && g_strcmp0 (credit, rows[i].credit) == 0)
        continue;
      g_test_message ("%s: %s: caption “%s”, credit “%s”", rows[i].language, rows[i].text, caption, credit);
      g_test_fail ();
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/credit-line/judge", test_judge);
  g_test_add_func ("/extract/credit-line/split", test_split);
  g_test_add_func ("/extract/credit-line/languages", test_languages);
  return g_test_run ();
}
