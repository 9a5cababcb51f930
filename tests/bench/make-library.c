/* Writes a library of many varied stories, as the store would have written them, but without waiting for the disk.
 * usage: make-library NUMBER FOLDER [SEED]
 * The stories of a smaller library are the first of a larger one of the same seed. */
#include "np-made-story.h"
#include "np-made-words.h"

#include "base/np-text.h"
#include "json/np-json-article.h"
#include "json/np-json-library.h"
#include "json/np-json-topics.h"

#include <stdio.h>
#include <stdlib.h>

/* So many stories are one piece of work. */
#define PORTION 500

typedef struct
{
  const char *folder;
  guint64 seed;
  guint n_stories;
  char *pictures[NP_MADE_PICTURES];
} Job;

static void
write_file (const Job *job, const char *path, GBytes *bytes)
{
  g_autofree char *file = g_build_filename (job->folder, path, NULL), *folder = g_path_get_dirname (file);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents_full (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_NONE, 0600, &error))
    return;
  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

static void
write_pictures (Job *job)
{
  for (guint i = 0; i < NP_MADE_PICTURES; i++)
    {
      g_autoptr (GBytes) bytes = np_made_picture (i);
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      job->pictures[i] = g_strdup_printf ("media/%.2s/%s.png", sum, sum);
      write_file (job, job->pictures[i], bytes);
    }
}

static void
write_stories (gpointer data, gpointer user_data)
{
  const Job *job = user_data;
  guint from = (GPOINTER_TO_UINT (data) - 1) * PORTION;

  for (guint i = from; i < MIN (from + PORTION, job->n_stories); i++)
    {
      g_autoptr (NpArticle) article = np_made_story (job->seed, i, job->pictures);
      g_autoptr (GBytes) bytes = np_json_article_to_bytes (article);
      g_autofree char *slug = np_text_slug (article->headline, 80), *path = NULL;

      path = g_strdup_printf ("articles/%.4s/%.2s/%s-%.8s.json", article->saved, article->saved + 5, slug, article->id);
      write_file (job, path, bytes);
    }
}

static void
write_all_stories (Job *job)
{
  GThreadPool *pool = g_thread_pool_new (write_stories, job, (int) g_get_num_processors (), TRUE, NULL);

  for (guint i = 0; i * PORTION < job->n_stories; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

int
main (int argc, char **argv)
{
  Job job = { .seed = 1 };
  g_autoptr (NpTopicTree) tree = NULL;
  g_autoptr (GBytes) library = NULL, topics = NULL;

  if (argc < 3 || argc > 4)
    {
      fputs ("usage: make-library NUMBER FOLDER [SEED]\n", stderr);
      return 2;
    }
  job.n_stories = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  job.folder = argv[2];
  if (argc > 3)
    job.seed = g_ascii_strtoull (argv[3], NULL, 10);
  np_made_tongues_init ();
  write_pictures (&job);
  write_all_stories (&job);
  tree = np_made_topics ();
  topics = np_json_topics_to_bytes (tree);
  write_file (&job, "topics.json", topics);
  library = np_json_library_to_bytes ("7b1d3f60-5a2c-4e8d-9f01-2b3c4d5e6f70", NULL);
  write_file (&job, "library.json", library);
  for (guint i = 0; i < NP_MADE_PICTURES; i++)
    g_free (job.pictures[i]);
  return 0;
}
