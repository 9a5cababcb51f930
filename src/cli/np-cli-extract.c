#include "cli/np-cli-extract.h"

#include "base/np-text.h"
#include "library/np-extractor.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* What the command line asked for. */
typedef struct
{
  gboolean json;
  char *url;
  char *charset;
  char *batch;
  int passes;
  char **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->url);
  g_free (options->charset);
  g_free (options->batch);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (np_text_is_empty (value))
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static char *
dup_byline (const NpArticle *article)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < article->authors->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) article->authors->pdata[i]);
  return names->len > 0 ? g_strdup (names->str) : g_strdup (article->byline);
}

/* The contract has seconds in every time of day. */
static char *
dup_time (const char *time)
{
  if (time != NULL && strlen (time) >= 16 && time[13] == ':' && time[16] != ':')
    return g_strdup_printf ("%.16s:00%s", time, time + 16);
  return g_strdup (time);
}

static void
add_figures (JsonBuilder *builder, const NpArticle *article)
{
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < article->figures->len; i++)
    {
      const NpFigure *figure = article->figures->pdata[i];

      json_builder_begin_object (builder);
      add_string (builder, "image", figure->source);
      add_string (builder, "caption", figure->caption);
      add_string (builder, "credit", figure->credit);
      add_string (builder, "alt", figure->alt);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_topics (JsonBuilder *builder, const NpArticle *article)
{
  json_builder_set_member_name (builder, "topics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < article->keywords->len; i++)
    json_builder_add_string_value (builder, article->keywords->pdata[i]);
  if (article->section != NULL && !np_strings_contain (article->keywords, article->section))
    json_builder_add_string_value (builder, article->section);
  json_builder_end_array (builder);
}

static void
add_diagnostics (JsonBuilder *builder, const NpArticle *article)
{
  json_builder_set_member_name (builder, "diagnostics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < article->diagnostics->len; i++)
    json_builder_add_string_value (builder, article->diagnostics->pdata[i]);
  json_builder_end_array (builder);
}

/* The one that the page names as its own, else the first whose address is known. */
static const char *
get_lead_photo (const NpArticle *article)
{
  if (article->image != NULL)
    return article->image;
  for (guint i = 0; i < article->figures->len; i++)
    if (((NpFigure *) article->figures->pdata[i])->source != NULL)
      return ((NpFigure *) article->figures->pdata[i])->source;
  return NULL;
}

static void
add_article (JsonBuilder *builder, const NpArticle *article)
{
  g_autofree char *byline = dup_byline (article), *published = dup_time (article->published);
  g_autofree char *updated = dup_time (article->updated), *text = np_article_dup_text (article);

  add_string (builder, "headline", article->headline);
  add_string (builder, "deck", article->deck);
  add_string (builder, "byline", byline);
  add_string (builder, "dateline", article->dateline);
  add_string (builder, "published", published);
  add_string (builder, "updated", updated);
  add_string (builder, "site", article->site_name);
  add_string (builder, "language", article->language);
  add_string (builder, "lead_image", get_lead_photo (article));
  add_topics (builder, article);
  add_string (builder, "text", text);
  add_figures (builder, article);
  add_diagnostics (builder, article);
}

/* Gives the story, or else an error; of a page that holds none, what was found besides, when that is wanted. */
static NpArticle *
read_story (const char *file, const char *url, const char *charset, NpArticle **found, GError **error)
{
  g_autoptr (NpPage) page = NULL;
  NpArticle *article;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_canonicalize_filename (file, NULL);
  char *content;
  gsize length;

  if (!g_file_get_contents (file, &content, &length, error))
    return NULL;
  bytes = g_bytes_new_take (content, length);
  page = np_page_new (bytes);
  page->url = np_text_is_empty (url) ? g_filename_to_uri (path, NULL, NULL) : g_strdup (url);
  page->charset = np_text_is_empty (charset) ? NULL : g_strdup (charset);
  article = np_extractor_extract (page, error);
  if (article == NULL && found != NULL)
    *found = np_extractor_read_facts (page);
  return article;
}

/* A page without a story is an answer too: what was found on it, and what it is instead of one. */
static void
add_no_story (JsonBuilder *builder, const NpArticle *found, const GError *error)
{
  add_article (builder, found);
  json_builder_set_member_name (builder, "story");
  json_builder_add_boolean_value (builder, FALSE);
  add_string (builder, "reason", error->message);
}

static void
print_object (const char *id, const NpArticle *article, const NpArticle *found, const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "id", id);
  if (article != NULL)
    add_article (builder, article);
  else if (found != NULL)
    add_no_story (builder, found, error);
  else
    add_string (builder, "error", error->message);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);
  puts (json);
}

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static int
run_batch (const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *manifest = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (options->batch, &manifest, NULL, &error))
    {
      g_printerr ("newsprint extract: %s\n", error->message);
      return 1;
    }
  lines = g_strsplit (manifest, "\n", -1);
  for (int pass = 1; pass <= options->passes; pass++)
    {
      double cpu = cpu_ms ();
      gint64 wall = g_get_monotonic_time ();
      guint pages = 0;

      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 4);
          g_autoptr (NpArticle) article = NULL, found = NULL;
          g_autoptr (GError) page_error = NULL;
          guint n = g_strv_length (fields);

          if (n < 2)
            continue;
          article = read_story (fields[1], n > 2 ? fields[2] : NULL, n > 3 ? fields[3] : NULL,
                                pass == 1 ? &found : NULL, &page_error);
          if (pass == 1)
            print_object (fields[0], article, found, page_error);
          pages++;
        }
      if (options->passes > 1)
        {
          char a[G_ASCII_DTOSTR_BUF_SIZE], b[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (a, sizeof a, "%.3f", cpu_ms () - cpu);
          g_ascii_formatd (b, sizeof b, "%.3f", (double) (g_get_monotonic_time () - wall) / 1000);
          printf ("{\"pass\":%d,\"pages\":%u,\"cpu_ms\":%s,\"wall_ms\":%s}\n", pass, pages, a, b);
        }
      fflush (stdout);
    }
  return 0;
}

static void
print_line (const char *label, const char *value)
{
  if (!np_text_is_empty (value))
    printf ("%s: %s\n", label, value);
}

static void
print_story (const NpArticle *article)
{
  g_autofree char *byline = dup_byline (article), *text = np_article_dup_text (article);

  if (article->headline != NULL)
    printf ("%s\n\n", article->headline);
  if (article->deck != NULL)
    printf ("%s\n\n", article->deck);
  print_line (_ ("By"), byline);
  print_line (_ ("Published"), article->published);
  print_line (_ ("Site"), article->site_name);
  printf ("\n%s\n", text);
  for (guint i = 0; i < article->figures->len; i++)
    {
      const NpFigure *figure = article->figures->pdata[i];

      printf ("\n%s: %s\n", _ ("Photo"), figure->source != NULL ? figure->source : "");
      print_line (_ ("Caption"), figure->caption);
      print_line (_ ("Credit"), figure->credit);
    }
}

static int
run_one (const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) found = NULL;
  g_autoptr (NpArticle) article =
      read_story (options->files[0], options->url, options->charset, options->json ? &found : NULL, &error);

  if (article == NULL && error->domain == G_FILE_ERROR)
    {
      g_printerr ("newsprint extract: %s\n", error->message);
      return 1;
    }
  if (options->json)
    {
      print_object (NULL, article, found, error);
      if (article == NULL)
        g_printerr ("newsprint extract: %s: %s\n", options->files[0], error->message);
      return 0;
    }
  if (article == NULL)
    {
      g_printerr ("newsprint extract: %s: %s\n", options->files[0], error->message);
      return 1;
    }
  print_story (article);
  return 0;
}

/**
 * np_cli_extract:
 * @argc: the number of arguments
 * @argv: the command's name, then its arguments
 *
 * Reads the story of one file, or with `--batch` of every file that a manifest names, and prints it.
 *
 * Returns: the exit status: 0, 1 when a file cannot be read or, without `--json`, has no story; 2 when the arguments
 * are wrong
 */
int
np_cli_extract (int argc, char **argv)
{
  g_auto (Options) options = { .passes = 1 };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("FILE"));
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    { "url", 0, 0, G_OPTION_ARG_STRING, &options.url, N_ ("The address the page came from"), N_ ("URL") },
    { "charset", 0, 0, G_OPTION_ARG_STRING, &options.charset, N_ ("The charset that the server said"), N_ ("NAME") },
    { "batch", 0, 0, G_OPTION_ARG_FILENAME, &options.batch,
      N_ ("Read a list of pages: id, file, address and charset, separated by tabs"), N_ ("FILE") },
    { "passes", 0, 0, G_OPTION_ARG_INT, &options.passes, N_ ("Go through the list so many times, and tell the time"),
      N_ ("N") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    { NULL },
  };

  g_option_context_set_summary (context, _ ("Read the story of a page and print it."));
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("newsprint extract: %s\n", error->message);
      return 2;
    }
  if (options.batch != NULL && options.files == NULL && options.passes > 0)
    return run_batch (&options);
  if (options.batch != NULL || options.files == NULL || options.files[1] != NULL)
    {
      g_printerr (_ ("newsprint extract: exactly one file is needed, or --batch\n"));
      return 2;
    }
  return run_one (&options);
}
