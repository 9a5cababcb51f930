#include "model/np-query.h"

#include <string.h>

/* Writes a tree so that it can be read: (a & b), (a | b), !a, "word", word*, field:word. */
static void
write_term (const NpTerm *term, GString *out)
{
  static const char *const kinds[] = { "&", "|", "!", "", "site=", "topic=", "before=", "after=", "is=" };
  static const char *const fields[] = { "", "headline:", "caption:", "credit:", "by:", "note:" };

  if (term->kind == NP_TERM_NOT)
    g_string_append_c (out, '!');
  if (term->kind == NP_TERM_NOT)
    {
      write_term (term->children->pdata[0], out);
      return;
    }
  if (term->kind == NP_TERM_AND || term->kind == NP_TERM_OR)
    {
      g_assert_cmpuint (term->children->len, >=, 2);
      g_string_append_c (out, '(');
      for (guint i = 0; i < term->children->len; i++)
        {
          if (i > 0)
            g_string_append_printf (out, " %s ", kinds[term->kind]);
          write_term (term->children->pdata[i], out);
        }
      g_string_append_c (out, ')');
      return;
    }
  g_string_append_printf (out, "%s%s[%s]%s", kinds[term->kind], fields[term->field], term->text,
                          term->prefix ? "*" : "");
}

static const char *const mistake_names[] = { "quote", "open", "lone", "empty", "date", "state", "operator" };

static const struct
{
  const char *text, *tree, *mistakes;
} rows[] = {
  { "", "", "" },
  { "   ", "", "" },
  { "korea ", "[korea]", "" },
  { "korea", "[korea]*", "" },
  { "north korea", "([north] & [korea]*)", "" },
  { "kor* x ", "([kor]* & [x])", "" },
  { "\"north korea\"", "[north korea]", "" },
  { "\"north kor\"* ", "[north kor]*", "" },
  { "“north korea” x ", "([north korea] & [x])", "" },
  { "„Nord Korea“ ", "[Nord Korea]", "" },
  { "a OR b ", "([a] | [b])", "" },
  { "a b OR c d ", "(([a] & [b]) | ([c] & [d]))", "" },
  { "a or b ", "([a] & [or] & [b])", "" },
  { "ORDER ", "[ORDER]", "" },
  { "-a ", "![a]", "" },
  { "-a", "![a]", "" },
  { "--a ", "[a]", "" },
  { "-\"a b\" c ", "(![a b] & [c])", "" },
  { "-(a OR b) c ", "(!([a] | [b]) & [c])", "" },
  { "a-b ", "[a-b]", "" },
  { "(a OR b) c ", "(([a] | [b]) & [c])", "" },
  { "((a)) ", "[a]", "" },
  { "()", "", "" },
  { "a OR (b c) ", "([a] | ([b] & [c]))", "" },
  { "a (b OR c) d OR e ", "(([a] & ([b] | [c]) & [d]) | [e])", "" },
  /* fields */
  { "headline:korea ", "headline:[korea]", "" },
  { "headline:kor", "headline:[kor]*", "" },
  { "HeadLine:korea ", "headline:[korea]", "" },
  { "by:\"Kim Smith\" ", "by:[Kim Smith]", "" },
  { "credit:AFP/Getty ", "credit:[AFP/Getty]", "" },
  { "topic:\"North Korea\"", "topic=[North Korea]", "" },
  { "topic:north-korea x ", "(topic=[north-korea] & [x])", "" },
  { "site:abcnews.go.com", "site=[abcnews.go.com]", "" },
  { "-site:x ", "!site=[x]", "" },
  { "is:UNREAD", "is=[unread]", "" },
  { "before:2018 after:2017-02 ", "(before=[2018] & after=[2017-02])", "" },
  { "after:2018-05-31", "after=[2018-05-31]", "" },
  { "https://example.org ", "[https://example.org]", "" },
  { "unknown:x ", "[unknown:x]", "" },
  { "(site:x) ", "site=[x]", "" },
  /* mistakes */
  { "\"north korea", "[north korea]", "0:quote" },
  { "a \"b", "([a] & [b])", "2:quote" },
  { "\"", "", "0:quote" },
  { "é \"", "[é]", "2:quote" },
  { "(a b ", "([a] & [b])", "0:open" },
  { "((a ", "[a]", "0:open 1:open" },
  { "a) b ", "([a] & [b])", "1:lone" },
  { ")", "", "0:lone" },
  { "site: a ", "[a]", "0:empty" },
  { "a headline:\"\" ", "[a]", "2:empty" },
  { "-topic:", "", "1:empty" },
  { "before:yesterday a ", "[a]", "7:date" },
  { "before:2018-13", "", "7:date" },
  { "before:2018-02-30", "", "7:date" },
  { "before:201", "", "7:date" },
  { "after:2018-5-31", "", "6:date" },
  { "after:20180531", "", "6:date" },
  { "before:0000", "", "7:date" },
  { "before:-999", "", "7:date" },
  { "is:purple a ", "[a]", "3:state" },
  { "OR a ", "[a]", "0:operator" },
  { "a OR ", "[a]", "2:operator" },
  { "a OR OR b ", "([a] | [b])", "5:operator" },
  { "(a OR) b ", "([a] & [b])", "3:operator" },
  { "- a ", "[a]", "0:operator" },
  { "a -", "[a]", "2:operator" },
  { "a - b ", "([a] & [b])", "2:operator" },
  { "--", "", "1:operator" },
  { "(-) a ", "[a]", "1:operator" },
  { "\"a\" is:x OR ", "[a]", "7:state 9:operator" },
  /* other scripts and signs */
  { "北朝鮮 首脳", "([北朝鮮] & [首脳]*)", "" },
  { "كوريا الشمالية ", "([كوريا] & [الشمالية])", "" },
  { "🚀 ", "[🚀]", "" },
  { "… — & ", "", "" },
  { "a　b ", "([a] & [b])", "" },
  { "*", "", "" },
  { "a\tb\n", "([a] & [b])", "" },
  { "\xff\xfe a ", "[a]", "" },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, rows[i].text);
      g_autoptr (GString) tree = g_string_new (NULL), mistakes = g_string_new (NULL);

      if (query->term != NULL)
        write_term (query->term, tree);
      for (guint j = 0; j < query->mistakes->len; j++)
        {
          NpQueryMistake *mistake = &g_array_index (query->mistakes, NpQueryMistake, j);

          g_string_append_printf (mistakes, "%s%u:%s", j > 0 ? " " : "", mistake->column, mistake_names[mistake->kind]);
        }
      if (strcmp (tree->str, rows[i].tree) != 0 || strcmp (mistakes->str, rows[i].mistakes) != 0)
        g_error ("“%s” became “%s” with “%s”, not “%s” with “%s”", rows[i].text, tree->str, mistakes->str, rows[i].tree,
                 rows[i].mistakes);
    }
}

static guint
depth_of (const NpTerm *term)
{
  guint deepest = 0;

  for (guint i = 0; term->children != NULL && i < term->children->len; i++)
    {
      guint depth = depth_of (term->children->pdata[i]);

      deepest = MAX (deepest, depth);
    }
  return deepest + 1;
}

static void
test_deep (void)
{
  static const char *const pieces[] = { "(", "-(", "(a OR ", "(a (", ")", "-", "\"", "OR ", "site:", "- ( " };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (NpQuery) query = NULL;

      for (guint j = 0; j < 10000; j++)
        g_string_append (text, pieces[i]);
      g_string_append (text, "end");
      query = np_query_new (NP_PLACE_ALL, NULL, text->str);
      if (query->term != NULL)
        {
          g_autoptr (NpTerm) copy = np_term_copy (query->term);

          g_assert_cmpuint (depth_of (copy), <, 200);
        }
    }
}

/* Any text at all is a search, and its mistakes are inside of it. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "a", " ",       "(", ")",  "\"", "-",    "OR", "is:",
                                        "é", "before:", "*", "北", "“",  "\xf0", ":",  "2018" };

  for (guint seed = 0; seed < 3000; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (NpQuery) query = NULL;

      for (gint n = g_rand_int_range (random, 0, 30); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      query = np_query_new (NP_PLACE_ALL, NULL, text->str);
      for (guint i = 0; i < query->mistakes->len; i++)
        g_assert_cmpuint (g_array_index (query->mistakes, NpQueryMistake, i).column, <=, text->len);
    }
}

static void
test_has_words (void)
{
  static const struct
  {
    const char *text;
    gboolean has;
  } words[] = { { "", FALSE },       { "a", TRUE },        { "-a", FALSE },
                { "site:x", FALSE }, { "site:x a", TRUE }, { "-(a b) c", TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (NpQuery) query = np_query_new (NP_PLACE_ALL, NULL, words[i].text);

      g_assert_cmpint (np_query_has_words (query), ==, words[i].has);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/query-parser/parse", test_parse);
  g_test_add_func ("/model/query-parser/deep", test_deep);
  g_test_add_func ("/model/query-parser/anything", test_anything);
  g_test_add_func ("/model/query-parser/has-words", test_has_words);
  return g_test_run ();
}
