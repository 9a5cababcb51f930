#include "worker/np-worker-serve.h"

#include "extract/np-extract.h"
#include "extract/np-feed-reader.h"
#include "json/np-json-feed.h"
#include "worker/np-worker-article.h"
#include "worker/np-worker-frame.h"
#include "worker/np-worker-pdf-tool.h"
#include "worker/np-worker-sandbox.h"

#include <errno.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

/* After an answer of this many bytes, or a page, memory goes back to the system. */
#define LARGE (1024 * 1024)

/* Memory that a page left and the next one takes: handing it back in between makes the kernel clear it each time. */
#define KEPT_BYTES (16 * 1024 * 1024)

/* Everything the C library loads a module for when it is first asked; the encodings of the WHATWG Encoding Standard. */
static const char *const charsets[] = {
  "big5-hkscs",   "cp932",        "cp949",        "euc-jp",       "euc-kr",       "gb18030",      "gbk",
  "big5",         "ibm866",       "iso-2022-jp",  "iso-2022-kr",  "iso-8859-1",   "iso-8859-2",   "iso-8859-3",
  "iso-8859-4",   "iso-8859-5",   "iso-8859-6",   "iso-8859-7",   "iso-8859-8",   "iso-8859-9",   "iso-8859-10",
  "iso-8859-13",  "iso-8859-14",  "iso-8859-15",  "iso-8859-16",  "koi8-r",       "koi8-u",       "macintosh",
  "mac-cyrillic", "shift_jis",    "utf-16",       "utf-16be",     "utf-16le",     "windows-1250", "windows-1251",
  "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258",
  "windows-874",
};

/* A page and a text that ask for what is made once and kept: tables, patterns. */
static const char *const warm_pages[] = {
  "<!DOCTYPE html><html lang=en><head><title>One headline of a story</title>"
  "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"One headline of a story\"}</script>"
  "<body><article><h1>One headline of a story</h1><p>By Ann Example, May 31, 2018</p><figure><img src=/a.jpg width=800>"
  "<figcaption>A square. Photo: B. Example/AP</figcaption></figure><p>It rained on the square all day, people said, "
  "and "
  "then it stopped, and the market opened again.</p></article>",
  "One headline of a story\n\nBy Ann Example and Ben Example, May 31, 2018, 3:48 PM\n\nPHOTO: The square. (B. "
  "Example/AP)"
  "\n\nNEW YORK (AP) \xE2\x80\x94 It rained on the square all day, people said. Then it stopped.\n\n## "
  "Heading\n\n**And** "
  "_then_ the market opened again.\n\nRelated Topics\n\nRain\n",
};

/* The same for feeds: one that is well-formed and one that has to be mended. */
static const char *const warm_feeds[] = {
  "<rss version='2.0'><channel><title>Rain</title><item><title>Market &amp; square</title><pubDate>Thu, 31 May 2018 "
  "15:48:00 GMT</pubDate><description>&lt;p>It &amp;eacute;rained</description></item></channel></rss>",
  "<rss><channel><title>Rain & wind<br></title><item><link>https://example.org/</channel>",
};

/**
 * np_worker_is_asked:
 * @argc: of main()
 * @argv: of main()
 *
 * Returns: whether this process is to be a worker
 */
gboolean
np_worker_is_asked (int argc, char **argv)
{
  return argc > 1 && strcmp (argv[1], NP_WORKER_WORD) == 0;
}

static gboolean
read_all (int fd, guint8 *to, gsize length)
{
  while (length > 0)
    {
      gssize n = read (fd, to, length);

      if (n == 0 || (n < 0 && errno != EINTR))
        return FALSE;
      to += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

static gboolean
write_all (int fd, const guint8 *from, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, from, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      from += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

static gboolean
write_frame (int fd, GBytes *frame)
{
  guint8 head[NP_WORKER_HEAD_BYTES];
  gsize length;
  const guint8 *data = g_bytes_get_data (frame, &length);

  np_worker_frame_write_head (head, length);
  return write_all (fd, head, sizeof head) && write_all (fd, data, length);
}

static NpPage *
read_page (int fd, NpWorkerTask *task)
{
  guint8 head[NP_WORKER_HEAD_BYTES];
  g_autoptr (GBytes) frame = NULL;
  guint8 *data;
  gsize length;

  if (!read_all (fd, head, sizeof head) || !np_worker_frame_read_head (head, &length))
    return NULL;
  data = g_malloc (length);
  frame = g_bytes_new_take (data, length);
  return read_all (fd, data, length) ? np_worker_frame_to_page (frame, task) : NULL;
}

static GBytes *
read_story (const NpPage *page, NpLeads *leads, GError **error)
{
  g_autoptr (NpArticle) article = np_extract_with_leads (page, leads, error);

  return article != NULL ? np_worker_article_to_bytes (article) : NULL;
}

static GBytes *
read_feed (const NpPage *page, GError **error)
{
  g_autoptr (NpFeed) feed = np_feed_read (page, error);

  return feed != NULL ? np_json_feed_to_bytes (feed) : NULL;
}

static GBytes *
answer (const NpPage *page, NpWorkerTask task)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) result = NULL;
  g_auto (NpLeads) leads = { 0 };

  switch (task)
    {
    case NP_WORKER_TASK_STORY:
    case NP_WORKER_TASK_WHOLE:
      result = read_story (page, &leads, &error);
      break;
    case NP_WORKER_TASK_FEED:
      result = read_feed (page, &error);
      break;
    }
  return np_worker_frame_from_answer (result, &leads, error);
}

static void
warm_up_with (const char *text, NpWorkerTask task)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (NpPage) page = np_page_new (bytes);
  g_autoptr (GBytes) frame = answer (page, task);

  g_assert (g_bytes_get_size (frame) > 0);
}

static void
warm_up (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      /* Never closed: the C library would unload the module, and could not load it again. */
      GIConv kept = g_iconv_open ("UTF-8", charsets[i]);

      if (kept == (GIConv) -1)
        continue; /* not on this system */
    }
  for (guint i = 0; i < G_N_ELEMENTS (warm_pages); i++)
    warm_up_with (warm_pages[i], NP_WORKER_TASK_STORY);
  for (guint i = 0; i < G_N_ELEMENTS (warm_feeds); i++)
    warm_up_with (warm_feeds[i], NP_WORKER_TASK_FEED);
}

/**
 * np_worker_serve:
 * @in_fd: where pages come from
 * @out_fd: where articles go
 *
 * Gives up all rights, says hello, and reads pages until there are no more. The caller ends the process by _exit().
 *
 * Returns: the exit status
 */
int
np_worker_serve (int in_fd, int out_fd)
{
  g_autoptr (GBytes) hello = g_bytes_new_static ("", 0);

  if (g_strcmp0 (g_getenv (NP_WORKER_MARK_VARIABLE), NP_WORKER_PDF_MARK) == 0)
    return np_worker_pdf_become ();
  mallopt (M_MMAP_THRESHOLD, KEPT_BYTES / 4);
  mallopt (M_TRIM_THRESHOLD, KEPT_BYTES);
  warm_up ();
  np_worker_sandbox_enter ();
  if (!write_frame (out_fd, hello))
    return 1;
  for (;;)
    {
      NpWorkerTask task;
      g_autoptr (NpPage) page = read_page (in_fd, &task);
      g_autoptr (GBytes) frame = NULL;
      gboolean large;

      if (page == NULL)
        return 0;
      np_worker_sandbox_start_page ();
      frame = answer (page, task);
      np_worker_sandbox_end_page ();
      large = g_bytes_get_size (page->bytes) + g_bytes_get_size (frame) > LARGE;
      if (g_bytes_get_size (frame) > NP_WORKER_FRAME_BYTES)
        return NP_WORKER_EXIT_MEMORY;
      if (!write_frame (out_fd, frame))
        return 1;
      if (large)
        malloc_trim (0);
    }
}
