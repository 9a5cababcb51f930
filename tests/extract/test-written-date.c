#include "extract/np-written-date.h"

#include <string.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *language, *iso;
  } rows[] = {
    { "May 31, 2018, 3:48 PM", NULL, "2018-05-31T15:48" },
    { "Published May 31, 2018 at 3:48 p.m. EDT", NULL, "2018-05-31T15:48-04:00" },
    { "31 May 2018 12:00 AM", NULL, "2018-05-31T00:00" },
    { "31 May 2018 12:30 PM", NULL, "2018-05-31T12:30" },
    { "2018-05-31T15:48:09Z", NULL, "2018-05-31T15:48:09Z" },
    { "2018-05-31T15:48:09.123+02:00", NULL, "2018-05-31T15:48:09+02:00" },
    { "2018-05-31 15:48 -0430", NULL, "2018-05-31T15:48-04:30" },
    { "Thu, 31 May 2018 15:48:09 GMT", NULL, "2018-05-31T15:48:09Z" },
    { "31 May 2018 15:48 GMT+2", NULL, "2018-05-31T15:48+02:00" },
    { "31 May 2018 15:48 UTC-03:30", NULL, "2018-05-31T15:48-03:30" },
    { "16:30 - 12 May 2015", NULL, "2015-05-12T16:30" },
    { "31 May '18", NULL, "2018-05-31" },
    { "31-May-18 15:48", NULL, "2018-05-31T15:48" },
    /* North America: the season tells the offset, and summer began and ended on other days before 2007 */
    { "May 31, 2018 3:48 PM ET", NULL, "2018-05-31T15:48-04:00" },
    { "Jan. 31, 2018, 10 a.m. PT", "en", "2018-01-31T10:00-08:00" },
    { "March 11, 2018 1:59 a.m. ET", NULL, "2018-03-11T01:59-05:00" },
    { "March 11, 2018 3:00 a.m. ET", NULL, "2018-03-11T03:00-04:00" },
    { "Nov. 4, 2018 9:00 a.m. CT", NULL, "2018-11-04T09:00-06:00" },
    { "March 20, 2006 9:00 a.m. ET", NULL, "2006-03-20T09:00-05:00" },
    { "Oct. 28, 2006 9:00 a.m. Eastern Time", NULL, "2006-10-28T09:00-04:00" },
    { "May 31, 1975 9:00 a.m. ET", NULL, "1975-05-31T09:00" },
    { "31 mai 2018 15:48 et modifié", "fr", "2018-05-31T15:48" },
    { "czw 31 maja 2018 15:48 pt", "pl", "2018-05-31T15:48" },
    /* abbreviations that mean several zones: the place of the page tells which, or none is given */
    { "May 31, 2018 3:48 PM IST", NULL, "2018-05-31T15:48" },
    { "May 31, 2018 3:48 PM IST", "en-IN", "2018-05-31T15:48+05:30" },
    { "May 31, 2018 3:48 PM IST", "en-IE", "2018-05-31T15:48+01:00" },
    { "May 31, 2018 3:48 PM CST", "en", "2018-05-31T15:48" },
    { "May 31, 2018 3:48 PM CST", "en-US", "2018-05-31T15:48-06:00" },
    { "2018-05-31 15:48 CST", "zh-Hans-CN", "2018-05-31T15:48+08:00" },
    { "31 May 2018 15:48 EST", "en-AU", "2018-05-31T15:48+10:00" },
    /* and the zone of a city: none */
    { "May 31, 2018 3:48 PM Berlin", NULL, "2018-05-31T15:48" },
    /* figures: certain, and not */
    { "31/05/2018", NULL, "2018-05-31" },
    { "05/31/2018", NULL, "2018-05-31" },
    { "05/06/2018", NULL, NULL },
    { "05/05/2018", NULL, "2018-05-05" },
    { "05/06/2018", "de", "2018-06-05" },
    { "05/06/2018", "en-GB", "2018-06-05" },
    { "05/06/2018", "en-US", "2018-05-06" },
    { "05/06/2018", "en", NULL },
    { "05.06.2018", NULL, NULL },
    { "05.06.2018, 14:00 Uhr", NULL, "2018-06-05T14:00" },
    { "Tuesday, 05/06/2018", NULL, "2018-06-05" },
    { "Sunday, 05/06/2018", NULL, "2018-05-06" },
    { "31.05.18, 9.05 Uhr", NULL, "2018-05-31T09:05" },
    { "05.06.18", "de", "2018-06-05" },
    { "05.06.18", NULL, NULL },
    { "18.05.31", "ko", "2018-05-31" },
    { "Veröffentlicht am 5. April 2017", NULL, "2017-04-05" },
    { "am 5. Mai 2018 um 8 Uhr", NULL, "2018-05-05T08:00" },
    { "Sa 5. Mai 2018", NULL, "2018-05-05" },
    { "em 5 de maio de 2018", NULL, "2018-05-05" },
    { "Apr 042013", NULL, "2013-04-04" },
    { "31.05.2018 (gültig seit: 05.04.2018)", NULL, "2018-05-31" },
    { "07.11.2018", "en-US", NULL },
    { "07.11.2018", "en-CH", "2018-11-07" },
    { "31. maj 2018 kl. 15.48.09", NULL, "2018-05-31T15:48:09" },
    { "08.05.09, 31. tammikuuta 2018", NULL, "2018-01-31T08:05:09" },
    { "05/31/18", NULL, "2018-05-31" },
    { "01/02/03", NULL, NULL },
    { "2018/5/9", NULL, "2018-05-09" },
    /* languages */
    { "Donnerstag, 31. Mai 2018 15.48 Uhr", NULL, "2018-05-31T15:48" },
    { "Publié le 31 mai 2018 à 15h48", NULL, "2018-05-31T15:48" },
    { "1er août 2018", NULL, "2018-08-01" },
    { "jueves, 31 de mayo de 2018 a las 3:48 de la tarde", NULL, "2018-05-31T15:48" },
    { "mar 5 giu 2018", NULL, "2018-06-05" },
    { "Quinta-feira, 31 de maio de 2018, 15h48", NULL, "2018-05-31T15:48" },
    { "31 mei 2018 15:48 uur", NULL, "2018-05-31T15:48" },
    { "Publicerad 31 maj 2018 kl. 15.48", NULL, "2018-05-31T15:48" },
    { "31. maj 2018 kl. 15:48", NULL, "2018-05-31T15:48" },
    { "31. toukokuuta 2018 klo 15.48", NULL, "2018-05-31T15:48" },
    { "31 maja 2018, godz. 15:48", NULL, "2018-05-31T15:48" },
    { "11 listopada 2014", "pl", "2014-11-11" },
    { "11. listopada 2014.", NULL, "2014-10-11" },
    { "11 listopada 2014", NULL, NULL },
    { "čtvrtek 31. května 2018", NULL, "2018-05-31" },
    { "31 мая 2018 г., 15:48 МСК", NULL, "2018-05-31T15:48+03:00" },
    { "31 травня 2018, 15:48", NULL, "2018-05-31T15:48" },
    { "2018. május 31. 15:48", NULL, "2018-05-31T15:48" },
    { "31 Μαΐου 2018", NULL, "2018-05-31" },
    { "31 Mayıs 2018 Perşembe", NULL, "2018-05-31" },
    { "31 Mei 2018, 15:48 WIB", NULL, "2018-05-31T15:48+07:00" },
    { "ngày 31 tháng 5 năm 2018", NULL, "2018-05-31" },
    { "2018年5月31日(木) 15時48分", NULL, "2018-05-31T15:48" },
    { "2018年5月31日 下午3:48", NULL, "2018-05-31T15:48" },
    { "2018년 5월 31일 오후 3:48", NULL, "2018-05-31T15:48" },
    { "입력 2018.05.31. 오후 3:48", NULL, "2018-05-31T15:48" },
    { "31 พฤษภาคม 2561", NULL, "2018-05-31" },
    { "٣١ مايو ٢٠١٨", NULL, "2018-05-31" },
    { "31 במאי 2018", NULL, "2018-05-31" },
    { "۳۱ می ۲۰۱۸ ۱۵:۴۸", "fa", "2018-05-31T15:48" },
    { "३१ मई २०१८ शाम 3:48 बजे", NULL, "2018-05-31T15:48" },
    { "৩১ মে ২০১৮, বিকাল ৩:৪৮", NULL, "2018-05-31T15:48" },
    { "31 மே 2018, பிற்பகல் 3:48", NULL, "2018-05-31T15:48" },
    { "31 มี.ค. 2561 15:48 น.", NULL, "2018-03-31T15:48" },
    { "31 ม.ค. 2561", NULL, "2018-01-31" },
    { "31\u200f/05\u200f/2018 3:48 م", "ar", "2018-05-31T15:48" },
    { "14 d’agost de 2018", NULL, "2018-08-14" },
    { "2018. gada 31. maijs, plkst. 15:48", NULL, "2018-05-31T15:48" },
    { "2018 m. gegužės 31 d.", NULL, "2018-05-31" },
    { "31 maj 2018, 3:48 m.d.", "sq", "2018-05-31T15:48" },
    { "31 Mei 2018, 3:48 PTG", "ms", "2018-05-31T15:48" },
    { "31 thg 5, 2018, 15:48", NULL, "2018-05-31T15:48" },
    { "Thứ năm, 31/5/2018, 15:48 (GMT+7)", NULL, "2018-05-31T15:48+07:00" },
    { "2018 оны 5-р сарын 31", NULL, "2018-05-31" },
    { "2018 ж. 31 мамыр", NULL, "2018-05-31" },
    { "31 мая 2018 года в 3:48 вечера", NULL, "2018-05-31T15:48" },
    { "31 maggio 2018 alle 3:48 del pomeriggio", NULL, "2018-05-31T15:48" },
    { "31 de maio de 2018 às 3:48 da tarde", NULL, "2018-05-31T15:48" },
    { "31/05/2018 a las 15:48 h", NULL, "2018-05-31T15:48" },
    { "31 de mayo de 2018 a las 11 de la noche", NULL, "2018-05-31T23:00" },
    { "31 de mayo de 2018 a la 1 de la noche", NULL, "2018-05-31T01:00" },
    { "2018年5月31日 晚上8点5分", NULL, "2018-05-31T20:05" },
    { "2018年5月31日 15:48 北京时间", NULL, "2018-05-31T15:48+08:00" },
    { "31 мая 2018, 15:48 по московскому времени", NULL, "2018-05-31T15:48+03:00" },
    /* years that are counted from elsewhere */
    { "平成30年5月31日(木) 午後3時48分", NULL, "2018-05-31T15:48" },
    { "令和元年5月31日", NULL, "2019-05-31" },
    { "民國107年5月31日", NULL, "2018-05-31" },
    { "۱۰ خرداد ۱۳۹۷", NULL, "2018-05-31" },
    { "۱۳۹۷/۰۳/۱۰ - ۱۵:۴۸", "fa", "2018-05-31T15:48" },
    { "1 فروردین 1400", NULL, "2021-03-21" },
    { "30 اسفند 1399", NULL, "2021-03-20" },
    { "1397/03/10", NULL, NULL },
    { "1397/13/10", "fa", NULL },
    { "10 رمضان 1439", "ar", NULL },
    { "2075-02-17", "ne", NULL },
    /* nothing that is certain */
    { "May 31", NULL, NULL },
    { "May 2018", NULL, NULL },
    { "3:48 PM", NULL, NULL },
    { "31 February 2018", NULL, NULL },
    { "99/99/2018", NULL, NULL },
    { "12 May 18, 2018", NULL, NULL },
    { "version 10.2.1", NULL, NULL },
    { "Call 555-123-4567", NULL, NULL },
    { "99999999999999999999 May 2018", NULL, NULL },
    { "", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *iso = np_written_date_parse (rows[i].text, rows[i].language);

      if (g_strcmp0 (iso, rows[i].iso) != 0)
        {
          g_test_message ("“%s” gives %s, not %s", rows[i].text, iso, rows[i].iso);
          g_test_fail ();
        }
    }
}

static void
test_line (void)
{
  static const struct
  {
    const char *text, *published, *updated;
    gboolean dated;
    guint others;
  } rows[] = {
    { "Published May 31, 2018, 3:48 PM | Updated June 1, 2018", "2018-05-31T15:48", "2018-06-01", TRUE, 0 },
    { "Available until May 31, 2018", NULL, NULL, TRUE, 0 },
    { "May 30, 2018, until May 31, 2018", "2018-05-30", NULL, TRUE, 0 },
    { "Updated 4:03 PM EDT May 31, 2018", NULL, "2018-05-31T16:03-04:00", TRUE, 0 },
    { "Stand - 31.05.2018", NULL, "2018-05-31", TRUE, 0 },
    { "最終更新日：2018年5月31日", NULL, "2018-05-31", TRUE, 1 },
    { "Última actualización: 31 de mayo de 2018, 15:48", NULL, "2018-05-31T15:48", TRUE, 0 },
    { "31.05.2018 – Aktualisiert: 01.06.2018, 08:00 Uhr", "2018-05-31", "2018-06-01T08:00", TRUE, 0 },
    { "By Jane Roe, May 31, 2018", "2018-05-31", NULL, TRUE, 2 },
    { "2 hours ago", NULL, NULL, TRUE, 0 },
    { "The house was built on May 31, 2018, by a man", "2018-05-31", NULL, TRUE, 4 },
    { "Headline without any number", NULL, NULL, FALSE, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (NpWrittenDate) date = { 0 };

      np_written_date_read (rows[i].text, NULL, &date);
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (date.published, ==, rows[i].published);
      g_assert_cmpstr (date.updated, ==, rows[i].updated);
      g_assert_cmpint (date.dated, ==, rows[i].dated);
      g_assert_cmpuint (date.other_words, ==, rows[i].others);
    }
}

/* The shared list, where it is there: a line `"text": "…",` is followed by `"iso": "…"`. */
static void
test_shared (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NP_SHARED_DIR"), "eval", "dates", "dates.json", NULL);
  g_autofree char *json = NULL, *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint all = 0, right = 0, wrong = 0;

  if (g_getenv ("NP_SHARED_DIR") == NULL || !g_file_get_contents (path, &json, NULL, NULL))
    return;
  lines = g_strsplit (json, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\"", -1);
      g_autofree char *iso = NULL;

      if (g_strv_length (parts) < 5)
        continue;
      if (g_str_equal (parts[1], "text"))
        {
          g_free (text);
          text = g_strdup (parts[3]);
          continue;
        }
      iso = np_written_date_parse (text, NULL);
      all++;
      right += iso != NULL && g_str_has_prefix (iso, parts[3]);
      wrong += iso != NULL && !g_str_has_prefix (iso, parts[3]);
      if (iso == NULL || !g_str_has_prefix (iso, parts[3]))
        g_test_message ("“%s” gives %s, not %s", text, iso, parts[3]);
    }
  g_test_message ("%u of %u written dates right, %u wrong", right, all, wrong);
  g_assert_cmpuint (wrong, ==, 0);
  g_assert_cmpuint (right * 100, >=, all * 95);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/extract/written-date/parse", test_parse);
  g_test_add_func ("/extract/written-date/line", test_line);
  g_test_add_func ("/extract/written-date/shared", test_shared);
  return g_test_run ();
}
