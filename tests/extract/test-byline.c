#include "extract/np-byline.h"

typedef struct
{
  const char *text;
  const char *names; /* joined with " + " */
} Row;

static const Row rows[] = {
  { "Jane Doe", "Jane Doe" },
  { "By Jane Doe", "Jane Doe" },
  { "by JANE DOE and John Smith", "JANE DOE + John Smith" },
  { "By Jane Doe, John Smith and Ann Lee", "Jane Doe + John Smith + Ann Lee" },
  { "Von Jana Muster und Karl Beispiel", "Jana Muster + Karl Beispiel" },
  { "Par Jeanne Dupont", "Jeanne Dupont" },
  { "Por Juana Pérez y Luis Gómez", "Juana Pérez + Luis Gómez" },
  { "By Jane Doe, Staff Writer", "Jane Doe" },
  { "By Jane Doe | Senior Correspondent", "Jane Doe" },
  { "Martin King, Jr.", "Martin King, Jr." },
  { "By Jane Doe May 31, 2018", "Jane Doe" },
  { "By Jane Doe (Reuters)", "Jane Doe" },
  { "https://www.example.com/author/jane", "" },
  { "", "" },
  { "   ", "" },
  { "Updated 3 hours ago", "" },
  { "Jane Doe, Valley Post", "Jane Doe" },
  { "Jane Doe, CNN", "Jane Doe" },
  { "ByJane Doe", "Jane Doe" },
  { "By", "" },
  { "Jane Doe 31. Oktober 2021", "Jane Doe" },
  { "Jane Doe AND John Smith For The Valley Post", "Jane Doe + John Smith" },
  { "Robert De Niro", "Robert De Niro" },
  { "Written by: Jane Doe", "Jane Doe" },
  { "@jane", "jane" },
  { "Eingestellt von Jana Muster", "Jana Muster" },
  { "Ein Gastbeitrag von Jana Muster", "Jana Muster" },
  { "Escrito por Juana Pérez en Bogotá", "Juana Pérez" },
  { "Door Jan Jansen en Piet de Vries", "Jan Jansen + Piet de Vries" },
  { "Autor: Jana Muster", "Jana Muster" },
  { "Автор: Анна Иванова", "Анна Иванова" },
  { "Γράφει η: Άννα Δήμου", "Άννα Δήμου" },
  { "作者：王小明", "王小明" },
  { "記者 王小明", "王小明" },
  { "文● 山田太郎", "山田太郎" },
  { "Jane Doe on Friday, May 4", "Jane Doe" },
  { "Jeanne Dupont Le 17/02/2020", "Jeanne Dupont" },
  { "Jane Doe, June 11, 2018", "Jane Doe" },
  { "Jane Doe ‖ Staff Writer ‖ Valley", "Jane Doe" },
  { "Recipe by ‖ Jane Doe ‖ Print", "Jane Doe" },
  { "Head of Economics ‖ By Jane Doe", "Jane Doe" },
  { "By Jane Doe and ‖ John Smith ‖ Photos", "Jane Doe + John Smith" },
  { "Jane Doe, Economics", "Jane Doe" },
  { "Jane Doe, blog.example.com", "Jane Doe" },
  { "Jane Doe, Vice President, and John Smith, Fellow", "Jane Doe + John Smith" },
  { "By Jane Doe. Last updated: June 2018", "Jane Doe" },
  { "von 4 Minuten", "" },
  { "January", "" },
  { "on", "" },
  { "Publiziert am", "" },
  { "Search for more papers by this author", "" },
  { "Staff and wire reports", "" },
  { "Redaktion", "" },
  { "Zoë Müller", "Zoë Müller" },
  { "Ursula von der Leyen", "Ursula von der Leyen" },
  { "der Michel", "der Michel" },
  { "jane_doe21", "jane_doe21" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GPtrArray) names = np_byline_parse (row->text, NULL);
  g_autofree char *joined = NULL;

  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (" + ", (char **) names->pdata);
  if (g_strcmp0 (joined, row->names) != 0)
    {
      g_test_message ("“%s” gives “%s”, not “%s”", row->text, joined, row->names);
      g_test_fail ();
    }
}

static void
test_desk (void)
{
  static const Row desks[] = {
    { "Redaktion", "Redaktion" },
    { "Von Redaktion -", "Redaktion" },
    { "By Staff Writer", "Staff Writer" },
    { "By Staff and wire reports", "Staff and wire reports" },
    { "dpa/afp", "dpa/afp" },
    { "La rédaction", "La rédaction" },
    { "Redacción", "Redacción" },
    { "Редакция", "Редакция" },
    { "Jane Doe", NULL },
    { "12 reports", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    {
      g_autofree char *desk = np_byline_dup_desk (desks[i].text);

      g_test_message ("%s", desks[i].text);
      g_assert_cmpstr (desk, ==, desks[i].names);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/byline/%u %s", i, rows[i].text);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/extract/byline/desk", test_desk);
  return g_test_run ();
}
