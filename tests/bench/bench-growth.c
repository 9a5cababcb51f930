/* How the time of reading a page grows with the page: doubling it shall double the time. CPU of this process; beside it
 * the bare parse of the same page, which is the parser's share. NP_BENCH_MEGABYTES: the largest page (20). */
#include "extract/np-extract.h"

#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define SMALLEST (640 * 1024)

/* What a page is made of, again and again; %u is a running number. */
static const struct
{
  const char *name;
  const char *head;
  const char *piece;
} shapes[] = {
  { "paragraphs", "<html><body><article><h1>A headline of some words</h1>",
    "<p class=\"text text-%u\">It rained on the square all day, <a href=/x>people</a> said, and then it stopped, and "
    "the "
    "market opened again.</p><div class=share><a href=/s>Share</a></div>\n" },
  { "flat list", "<html><body><article><h1>A headline of some words</h1><ul>",
    "<li>It rained on day %u of the year, people said, and then it stopped.\n" },
  { "table", "<html><body><article><h1>A headline of some words</h1><p>It rained all day on the square.<table>",
    "<tr><td>Day %u<td>5 mm<td>It rained, people said.\n" },
  { "photos", "<html><body><article><h1>A headline of some words</h1><p>It rained all day on the square, people said.",
    "<figure><img src=/p/%u.jpg width=800 height=600><figcaption>The square. Photo: B. Example/AP</figcaption></figure>"
    "<p>It rained, people said, and then it stopped, as it had before.\n" },
  { "one text", "<html><body><article><h1>A headline of some words</h1><p>",
    "It rained on day %u of the year, people said, and <b>then</b> it stopped. " },
  { "links", "<html><body><h1>A headline of some words</h1><p>It rained all day on the square.",
    "<div><h3><a href=/s/%u>Another headline of some words</a></h3><p>It rained.</p></div>\n" },
  { "bare text", "", "It rained on day %u of the year, people said, and then it stopped.\n\n" },
};

static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static GBytes *
make_page (guint shape, gsize size)
{
  GString *page = g_string_new (shapes[shape].head);
  g_auto (GStrv) halves = g_strsplit (shapes[shape].piece, "%u", 2);

  for (guint i = 0; page->len < size; i++)
    g_string_append_printf (page, "%s%u%s", halves[0], i, halves[1]);
  return g_string_free_to_bytes (page);
}

static double
measure_parse (GBytes *bytes)
{
  double start = cpu_ms ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  gumbo_destroy_output (&kGumboDefaultOptions, gumbo_parse_with_options (&kGumboDefaultOptions, data, size));
  return cpu_ms () - start;
}

static double
measure (guint shape, GBytes *bytes, gboolean *read)
{
  g_autoptr (NpPage) page = np_page_new (bytes);
  g_autoptr (NpArticle) article = NULL;
  double start;

  page->url = g_strdup ("https://news.example/story");
  page->content_type = g_strdup (*shapes[shape].head != '\0' ? "text/html" : "text/plain");
  start = cpu_ms ();
  article = np_extract (page, NULL);
  *read = article != NULL;
  return cpu_ms () - start;
}

int
main (int argc, char **argv)
{
  const char *most = g_getenv ("NP_BENCH_MEGABYTES");
  gsize largest = (most != NULL ? (gsize) atoi (most) : 20) * 1024 * 1024;
  struct rusage usage;

  printf ("CPU ms of reading a page, how much more than of half of it (goal: 2), and times the bare parse\n");
  for (guint shape = 0; shape < G_N_ELEMENTS (shapes); shape++)
    {
      double before = 0;

      for (gsize size = SMALLEST; size <= largest; size *= 2)
        {
          g_autoptr (GBytes) bytes = make_page (shape, size);
          gboolean read;
          double ms = measure (shape, bytes, &read);
          gboolean is_html = *shapes[shape].head != '\0';
          double parse = is_html ? measure_parse (bytes) : 0;

          printf ("%-12s %6.2f MB  %8.0f ms  x %-5.2f", shapes[shape].name, (double) size / 1024 / 1024, ms,
                  before > 0 ? ms / before : 0);
          if (is_html)
            printf (" %6.2f x parse", ms / parse);
          printf ("%s\n", read ? "" : "  (no story)");
          before = ms;
        }
    }
  getrusage (RUSAGE_SELF, &usage);
  printf ("peak memory: %ld MiB\n", usage.ru_maxrss / 1024);
  return 0;
}
