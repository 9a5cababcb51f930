#include "np-made-page.h"

#include "np-made-story.h"
#include "np-made-words.h"

#include <string.h>

/* Of all pages; another than that of the libraries that are made. */
#define SEED 7

static void
add_head (GString *page, guint number, const char *headline, const char *deck, const char *time)
{
  g_string_append_printf (
      page,
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s | Harbour Post</title>\n"
      "<meta name=\"description\" content=\"%s\"><meta property=\"og:type\" content=\"article\">"
      "<meta property=\"og:title\" content=\"%s\"><meta property=\"og:site_name\" content=\"Harbour Post\">"
      "<link rel=\"stylesheet\" href=\"/site.css\"><link rel=\"icon\" href=\"/icon.png\">\n"
      "<script "
      "type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":"
      "\"%s\",\"datePublished\":\"%s\",\"author\":{\"@type\":\"Person\",\"name\":\"Writer "
      "%u\"},\"keywords\":[\"ports\","
      "\"ferries\"]}</script>\n<script>window.settings={\"page\":%u,\"slots\":[",
      headline, deck, headline, headline, time, number % 97, number);
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (page, "{\"slot\":\"s%u\",\"size\":[300,%u],\"where\":\"story/%u\"},", i, 50 + i, number);
  g_string_append (page, "]};</script>\n<style>.story p{margin:0 0 1em}.side{float:right}</style></head><body>\n");
}

static void
add_links (GString *page, const char *name, guint n, const NpMadeTongue *tongue, NpMadeDice *dice)
{
  g_string_append_printf (page, "<div class=\"%s\"><ul>\n", name);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = np_made_words (tongue, 2 + np_made_roll (dice, 8), FALSE, dice);

      g_string_append_printf (page, "<li class=\"%s-item\"><a href=\"/%s/%u\"><span>%s</span></a></li>\n", name, name,
                              np_made_roll (dice, 99999), words);
    }
  g_string_append (page, "</ul></div>\n");
}

static void
add_photo (GString *page, guint number, guint which, const NpMadeTongue *tongue, NpMadeDice *dice)
{
  g_autofree char *caption = np_made_words (tongue, 8 + np_made_roll (dice, 20), TRUE, dice);

  g_string_append_printf (page,
                          "<figure><img src=\"/photo/%u/%u.png\" width=\"496\" height=\"279\" alt=\"\"><figcaption>%s "
                          "<span class=\"credit\">Photographer %u/Harbour Post</span></figcaption></figure>\n",
                          number, which, caption, np_made_roll (dice, 300));
}

static void
add_story (GString *page, guint number, const NpMadeTongue *tongue, NpMadeDice *dice)
{
  guint n = 6 + np_made_roll (dice, 16), n_photos = np_made_roll (dice, NP_MADE_PAGE_PHOTOS + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = np_made_words (tongue, 20 + np_made_roll (dice, 50), TRUE, dice);

      if (i % 3 == 0 && i / 3 < n_photos)
        add_photo (page, number, i / 3, tongue, dice);
      if (i % 7 == 6)
        g_string_append_printf (page, "<h2>About number %u</h2>\n", i);
      g_string_append_printf (page, "<p class=\"text\">%s <a href=\"/more/%u\">%u</a>.</p>\n", words,
                              np_made_roll (dice, 9999), i);
      if (i == 4)
        add_links (page, "related", 4, tongue, dice);
    }
}

/**
 * np_made_page:
 * @number: of the story
 *
 * Returns: (transfer full): the page as HTML, the same each time; its photos are /photo/NUMBER/WHICH.png of its site
 */
char *
np_made_page (guint number)
{
  NpMadeDice dice = np_made_dice (SEED, number);
  const NpMadeTongue *tongue = np_made_tongue_pick (&dice);
  g_autofree char *words = np_made_words (tongue, 6 + np_made_roll (&dice, 6), FALSE, &dice);
  g_autofree char *headline = g_strdup_printf ("%s %u", words, number);
  g_autofree char *deck = np_made_words (tongue, 14, TRUE, &dice);
  g_autofree char *time =
      g_strdup_printf ("20%02u-%02u-%02uT%02u:30:00Z", 10 + number % 12, 1 + number % 12, 1 + number % 28, number % 24);
  GString *page = g_string_new (NULL);

  add_head (page, number, headline, deck, time);
  add_links (page, "sections", 30, tongue, &dice);
  g_string_append_printf (page,
                          "<main><article class=\"story\"><h1>%s</h1><p class=\"deck\">%s</p>"
                          "<p class=\"byline\">By Writer %u</p><time datetime=\"%s\">%s</time>\n",
                          headline, deck, number % 97, time, time);
  add_story (page, number, tongue, &dice);
  g_string_append (page, "</article></main>\n");
  add_links (page, "most-read", 40 + np_made_roll (&dice, 60), tongue, &dice);
  add_links (page, "footer", 50, tongue, &dice);
  g_string_append (page, "</body></html>\n");
  return g_string_free (page, FALSE);
}

/**
 * np_made_page_photo:
 * @number: of the story
 * @which: of its photos
 *
 * Returns: (transfer full): a PNG that no other story has
 */
GBytes *
np_made_page_photo (guint number, guint which)
{
  static GBytes *pictures[NP_MADE_PICTURES]; /* of one thread; they are many bytes to make */
  guint picture = (number * NP_MADE_PAGE_PHOTOS + which) % NP_MADE_PICTURES;
  g_autofree char *mark = g_strdup_printf ("%u/%u", number, which); /* behind the end, where no reader looks */
  GByteArray *bytes = g_byte_array_new ();
  gsize length;
  gconstpointer data;

  if (pictures[picture] == NULL)
    pictures[picture] = np_made_picture (picture);
  data = g_bytes_get_data (pictures[picture], &length);
  g_byte_array_append (bytes, data, (guint) length);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) strlen (mark));
  return g_byte_array_free_to_bytes (bytes);
}
