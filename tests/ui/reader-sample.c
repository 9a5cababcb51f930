#include "reader-sample.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* A picture of a shore: sky, sun, sea and two hills, so that scaling and cutting can be seen. */
static void
write_photo (const char *folder, const char *name, int width, int height)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GdkPixbuf) photo = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  guchar *pixels = gdk_pixbuf_get_pixels (photo);
  int stride = gdk_pixbuf_get_rowstride (photo);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guchar *p = pixels + (gsize) y * (gsize) stride + (gsize) x * 3;
        double u = (double) x / width, v = (double) y / height;
        gboolean sun = (u - .72) * (u - .72) + (v - .3) * (v - .3) * height * height / width / width < .004;
        gboolean hill = v > .62 - .25 * (1 - (u - .3) * (u - .3) * 9) || v > .6 - .15 * (1 - (u - .7) * (u - .7) * 7);

        p[0] = sun ? 255 : v > .6 ? 40 : hill ? 70 : 250 - v * 160;
        p[1] = sun ? 240 : v > .6 ? 90 + v * 30 : hill ? 90 : 190 + v * 40;
        p[2] = sun ? 190 : v > .6 ? 130 + v * 30 : hill ? 85 : 150 + v * 130;
      }
  gdk_pixbuf_save (photo, path, g_str_has_suffix (name, "png") ? "png" : "jpeg", &error, NULL);
  g_assert_no_error (error);
}

/**
 * reader_sample_write_photos:
 * @folder: a library's folder
 *
 * Writes the photos of the sample stories; one of them stays missing.
 */
void
reader_sample_write_photos (const char *folder)
{
  g_autofree char *media = g_build_filename (folder, "media", NULL);

  g_assert_cmpint (g_mkdir_with_parents (media, 0700), ==, 0);
  write_photo (media, "wide.jpg", 1600, 900);
  write_photo (media, "tall.png", 500, 700);
  write_photo (media, "small.png", 240, 160);
}

static NpFigure *
make_figure (const char *file, guint width, guint height, const char *alt, const char *caption, const char *credit)
{
  NpFigure *figure = np_figure_new ();

  figure->file = g_strdup (file);
  figure->source = g_strconcat ("https://island.example/", file, NULL);
  figure->width = width;
  figure->height = height;
  figure->alt = g_strdup (alt);
  figure->caption = g_strdup (caption);
  figure->credit = g_strdup (credit);
  return figure;
}

static NpBlock *
add (NpArticle *article, NpBlockType type, const char *text)
{
  NpBlock *block = np_block_new_text (type, text);

  g_ptr_array_add (article->body, block);
  return block;
}

/* The span over the words @of in the block's text. */
static void
mark (NpBlock *block, const char *of, NpSpanStyle style, const char *href)
{
  const char *at = strstr (block->text, of);
  guint start;

  g_assert_nonnull (at);
  start = (guint) g_utf8_pointer_to_offset (block->text, at);
  np_block_add_span (block, start, start + (guint) g_utf8_strlen (of, -1), style, href);
}

/* The one character after the words @of. */
static void
mark_after (NpBlock *block, const char *of, NpSpanStyle style)
{
  const char *at = strstr (block->text, of);
  guint start;

  g_assert_nonnull (at);
  start = (guint) g_utf8_pointer_to_offset (block->text, at + strlen (of));
  np_block_add_span (block, start, start + 1, style, NULL);
}

static void
add_heading (NpArticle *article, guint level, const char *text)
{
  add (article, NP_BLOCK_HEADING, text)->level = level;
}

static NpBlock *
add_item (NpBlock *list, const char *text)
{
  NpBlock *item = np_block_add_child (list, np_block_new (NP_BLOCK_ITEM));

  np_block_add_child (item, np_block_new_text (NP_BLOCK_PARAGRAPH, text));
  return item;
}

static void
add_lists (NpArticle *article)
{
  NpBlock *list = add (article, NP_BLOCK_LIST, NULL), *inner, *item;

  add_item (list, "The pilots go back on board at six in the morning, when the tide turns.");
  item = add_item (list, "The two largest ferries stay at the quay until the inspection is over, which the harbour "
                         "office expects to take three weeks at least:");
  inner = np_block_add_child (item, np_block_new (NP_BLOCK_LIST));
  inner->ordered = TRUE;
  add_item (inner, "hull and rudder");
  add_item (inner,
            "engines, pumps and everything below the water line, including the tanks that were welded in spring");
  add_item (list, "Everyone else sails by the winter timetable.");
}

static void
add_quote (NpArticle *article)
{
  NpBlock *quote = add (article, NP_BLOCK_QUOTE, NULL), *inner;

  np_block_add_child (quote, np_block_new_text (NP_BLOCK_PARAGRAPH,
                                                "Nobody here remembers a summer like it. We painted the boats twice "
                                                "and the paint would not dry."));
  inner = np_block_add_child (quote, np_block_new (NP_BLOCK_QUOTE));
  np_block_add_child (inner, np_block_new_text (NP_BLOCK_PARAGRAPH, "It did dry in the end, his sister says."));
  np_block_add_child (quote, np_block_new_text (NP_BLOCK_PARAGRAPH, "— Ada Holm, ferry captain"));
}

static void
add_table (NpArticle *article)
{
  static const char *const rows[][6] = {
    { "Line", "Crossings", "Passengers", "Late", "Cancelled", "What the harbour office says about it" },
    { "North quay", "1,204", "96,310", "31", "2", "The old timetable stays" },
    { "Lighthouse", "988", "71,002", "12", "0", "One more boat on Sundays and holidays" },
    { "Outer isles", "310", "8,415", "44", "19", "Under review" }
  };
  NpBlock *table = add (article, NP_BLOCK_TABLE, NULL);

  for (gsize y = 0; y < G_N_ELEMENTS (rows); y++)
    {
      NpBlock *row = np_block_add_child (table, np_block_new (NP_BLOCK_ROW));

      for (gsize x = 0; x < 6; x++)
        np_block_add_child (row, np_block_new_text (NP_BLOCK_CELL, rows[y][x]))->header = y == 0;
    }
}

static void
add_figures (NpArticle *article)
{
  np_article_add_figure (article, make_figure ("media/wide.jpg", 1600, 900, "A bay at sunset",
                                               "The bay of Linnea on the last evening of the season; the lighthouse "
                                               "is behind the second hill.",
                                               "Marta Quist/Newsprint Samples"));
  np_article_add_figure (article,
                         make_figure ("media/tall.png", 500, 700, "A hill", "The hill from the north quay.", NULL));
  np_article_add_figure (article, make_figure ("media/small.png", 240, 160, "A small picture", NULL, "Archive"));
  np_article_add_figure (article,
                         make_figure ("media/gone.jpg", 800, 300, "Two boats in fog", "Boats in fog.", "No One"));
}

static void
add_words (NpArticle *article)
{
  NpBlock *block =
      add (article, NP_BLOCK_PARAGRAPH,
           "The last ferry of the season left Linnea on Thursday with eleven passengers, four bicycles and "
           "a piano, and with it ended the longest summer timetable that the island has had since boats "
           "were counted. The harbour office put the numbers on its door the same evening.");

  mark (block, "harbour office", NP_SPAN_LINK, "https://harbour.example/office");
  mark (block, "longest summer timetable", NP_SPAN_EMPHASIS, NULL);
  block = add (
      article, NP_BLOCK_PARAGRAPH,
      "“We had counted on September,” said Ada Holm, who has been a captain for 31 years. “Not on "
      "November.” Her ship, the Linnea II, burned 2.4 t of fuel a day; CO2 per head fell by a third.1 You may write "
      "to her or run ferry --winter to see the times.");
  mark (block, "Linnea II", NP_SPAN_EMPHASIS, NULL);
  mark (block, "2.4 t", NP_SPAN_STRONG, NULL);
  mark_after (block, "CO", NP_SPAN_SUBSCRIPT);
  mark_after (block, "a third.", NP_SPAN_SUPERSCRIPT);
  mark (block, "write to her", NP_SPAN_LINK, "mailto:ada@ferry.example");
  mark (block, "ferry --winter", NP_SPAN_CODE, NULL);
}

/**
 * reader_sample_new:
 *
 * Returns: (transfer full): a story with every kind of block
 */
NpArticle *
reader_sample_new (void)
{
  NpArticle *article = np_article_new ();
  NpBlock *block;

  article->id = g_strdup ("11111111-1111-4111-8111-111111111111");
  article->url = g_strdup ("https://island.example/ferries/last-boat");
  article->headline = g_strdup ("Last ferry leaves Linnea after the longest summer on record");
  article->deck =
      g_strdup ("The island goes over to its winter timetable six weeks late, and the captain is not sorry.");
  article->section = g_strdup ("Islands");
  article->byline = g_strdup ("By Jonas Ek and Marta Quist");
  article->site_name = g_strdup ("The Island Post");
  article->published = g_strdup ("2018-05-31T15:48");
  article->language = g_strdup ("en");
  add_figures (article);
  add_words (article);
  add (article, NP_BLOCK_FIGURE, NULL)->figure = 1;
  add_heading (article, 2, "What changes on Monday");
  add_lists (article);
  add_heading (article, 3, "In their own words");
  add_quote (article);
  add_table (article);
  add_heading (article, 4, "How it was counted");
  add (article, NP_BLOCK_PREFORMATTED, "for boat in $(cat boats); do\n    count \"$boat\" >> numbers\ndone");
  add (article, NP_BLOCK_FIGURE, NULL)->figure = 2;
  block = add (article, NP_BLOCK_PARAGRAPH, "A line\nand another in one paragraph. A bad link and a good link.");
  mark (block, "bad link", NP_SPAN_LINK, "javascript:alert(1)");
  mark (block, "good link", NP_SPAN_LINK, "https://good.example/");
  add (article, NP_BLOCK_RULE, NULL);
  block = add (article, NP_BLOCK_EMBED, "Video: the piano goes on board");
  block->href = g_strdup ("https://www.video.example/watch?v=1");
  add (article, NP_BLOCK_FIGURE, NULL)->figure = 99;
  add (article, NP_BLOCK_UNKNOWN, NULL);
  block = add (article, NP_BLOCK_PARAGRAPH, "The winter timetable hangs at the north quay.");
  mark (block, "winter timetable", NP_SPAN_LINK, "https://ferry.example/winter");
  np_block_add_span (block, 40, 4000, NP_SPAN_STRONG, NULL);
  return article;
}

/**
 * reader_sample_new_arabic:
 *
 * Returns: (transfer full): a story that is read from right to left
 */
NpArticle *
reader_sample_new_arabic (void)
{
  NpArticle *article = np_article_new ();
  NpBlock *quote, *list;

  article->headline = g_strdup ("آخر عبّارة تغادر الجزيرة بعد أطول صيف");
  article->deck = g_strdup ("تنتقل الجزيرة إلى مواعيد الشتاء متأخرة ستة أسابيع.");
  article->section = g_strdup ("الجزر");
  article->site_name = g_strdup ("بريد الجزيرة");
  article->published = g_strdup ("2018-05-31");
  article->language = g_strdup ("ar");
  add (article, NP_BLOCK_PARAGRAPH,
       "غادرت آخر عبّارة في الموسم يوم الخميس وعلى متنها أحد عشر راكبًا وأربع دراجات وبيانو، وبذلك انتهى أطول موسم صيفي "
       "عرفته الجزيرة منذ بدء عدّ القوارب. وعلّق مكتب الميناء الأرقام على بابه في المساء نفسه (Linnea II).");
  quote = add (article, NP_BLOCK_QUOTE, NULL);
  np_block_add_child (quote, np_block_new_text (NP_BLOCK_PARAGRAPH, "لا أحد هنا يتذكر صيفًا مثله. دهنّا القوارب مرتين "
                                                                    "ولم يجف الدهان حتى نهاية الموسم الطويل."));
  list = add (article, NP_BLOCK_LIST, NULL);
  add_item (list,
            "يعود المرشدون إلى القوارب في السادسة صباحًا عندما ينقلب المد، ثم تبدأ الرحلات كلها من الرصيف الشمالي.");
  add_item (list, "تبقى العبّارتان الكبيرتان في الميناء.");
  return article;
}

/**
 * reader_sample_new_chinese:
 *
 * Returns: (transfer full): a story without spaces between its words
 */
NpArticle *
reader_sample_new_chinese (void)
{
  NpArticle *article = np_article_new ();

  article->headline = g_strdup ("最后一班渡轮驶离海岛");
  article->deck = g_strdup ("海岛比往年晚六周改用冬季时刻表。");
  article->site_name = g_strdup ("海岛邮报");
  article->language = g_strdup ("zh-Hans");
  add (article, NP_BLOCK_PARAGRAPH,
       "本季最后一班渡轮星期四载着十一名乘客、四辆自行车和一架钢琴离开海岛，这个有记录以来最长的夏季就此结束。"
       "港务办公室当晚就把数字贴在了门上。船长说，他们原来只打算开到九月，没有想到会一直开到十一月。");
  add (article, NP_BLOCK_PARAGRAPH, "冬季时刻表挂在北码头。");
  return article;
}

/**
 * reader_sample_new_footnotes:
 *
 * Returns: (transfer full): a story with a footnote a long way below where it is called
 */
NpArticle *
reader_sample_new_footnotes (void)
{
  NpArticle *article = reader_sample_new_long (3000);
  NpBlock *block = article->body->pdata[20], *notes, *note;

  g_free (article->headline);
  article->headline = g_strdup ("What the boats were called");
  mark (block, "boat", NP_SPAN_LINK, "#n1");
  mark (block, "boat", NP_SPAN_ANCHOR, "r1");
  add_heading (article, 2, "Notes");
  notes = add (article, NP_BLOCK_LIST, NULL);
  notes->ordered = TRUE;
  note = add_item (notes, "The Linnea II, which was built for lakes. Back");
  mark (note->children->pdata[0], "T", NP_SPAN_ANCHOR, "n1");
  mark (note->children->pdata[0], "Back", NP_SPAN_LINK, "#r1");
  return article;
}

/**
 * reader_sample_new_long:
 * @words: about how many words
 *
 * Returns: (transfer full): a story of @words words
 */
NpArticle *
reader_sample_new_long (guint words)
{
  NpArticle *article = np_article_new ();

  article->headline = g_strdup ("A long story");
  article->site_name = g_strdup ("The Island Post");
  for (guint i = 0; i * 50 < words; i++)
    {
      g_autofree char *text = g_strdup_printf ("Paragraph %u: the boat went out in the morning and came back in the "
                                               "evening, and in between it was seen from "
                                               "the hill by two people who had nothing else to do that day but to look "
                                               "at boats and to count them, which they "
                                               "wrote down in a small book.",
                                               i + 1);

      add (article, NP_BLOCK_PARAGRAPH, text);
    }
  return article;
}
