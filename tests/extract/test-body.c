#include "extract/np-body-phrases.h"
#include "story.h"

typedef struct
{
  const char *name;
  const char *html;
  const char *expected;
} TextRow;

static const TextRow text_rows[] = {
  { "story alone", "<body>" STORY, STORY_TEXT },
  { "menus around it",
    "<body><nav><a href=/>Home</a></nav><article>" STORY "</article><footer>All rights reserved</footer>", STORY_TEXT },
  { "share bar in it",
    "<article>" STORY "<div class='share-buttons'><a href=x>Share this on a network</a></div></article>", STORY_TEXT },
  { "related links in it",
    "<article>" STORY "<ul class=related><li><a href=a>Another story</a><li><a href=b>Yet another</a></ul></article>",
    STORY_TEXT },
  { "links without a class", "<article>" STORY "<p><a href=/a>MORE ON BRIDGES AND TUNNELS</a></p></article>",
    STORY_TEXT },
  { "hidden",
    "<article>" STORY
    "<p style='display: none'>Nobody sees this paragraph, so it is not part of the story.</p></article>",
    STORY_TEXT },
  { "inline elements",
    "<article>" STORY
    "<p>It is <b>un</b>believable, <a href=/x>say</a> those who<br>live there, H<sub>2</sub>O.</p></article>",
    STORY_TEXT "\n\nIt is unbelievable, say those who\nlive there, H2O." },
  { "breaks as paragraphs",
    "<article>" STORY "<div>One more sentence of the story.<br><br>And a last one that ends it.</div></article>",
    STORY_TEXT "\n\nOne more sentence of the story.\n\nAnd a last one that ends it." },
  { "caption is no text",
    "<article>" STORY "<figure><img src=a.jpg><figcaption>The bridge</figcaption></figure></article>", STORY_TEXT },
  { "a row of other stories",
    "<article>" STORY "<div><div><h3><a href=/a>A story of another day</a></h3>About it.</div><div><h3><a href=/b>"
    "A second story</a></h3>About it.</div><div><h3><a href=/c>A third story</a></h3>About it.</div></div></article>",
    STORY_TEXT },
  { "sidebar with more prose than the story",
    "<article>" STORY "</article><aside><p>This long column has opinions about everything, and it goes "
    "on and on, much longer than the story, so that it would win by its length alone.</p><p>It even has "
    "a second paragraph, in which the columnist explains once more why the town should have built a tunnel, "
    "and what the mayor ought to have known, had she only read last week's column with due care.</p></aside>",
    STORY_TEXT },
  { "story in two parts",
    "<div class=part>" STORY
    "</div><div class=advert>Buy now</div><div class=part><p>In the second part of the story, which "
    "stands in an element of its own, the engineers explain the costs.</p></div>",
    STORY_TEXT
    "\n\nIn the second part of the story, which stands in an element of its own, the engineers explain the costs." },
  { "lead outside the body",
    "<main><h1>Old bridge closes in town</h1><div class=lead><p>The old bridge of Testville closes for repairs; "
    "drivers face "
    "long detours until winter.</p></div><div class=article-body>" STORY "</div></main>",
    "The old bridge of Testville closes for repairs; drivers face long detours until winter.\n\n" STORY_TEXT },
  { "invitations",
    "<article>" STORY
    "<p>Sign up for our newsletter and never miss a bridge.</p><p>Follow us on everything.</p></article>",
    STORY_TEXT },
  { "headline and byline again",
    "<article><h1>Old bridge closes in town</h1><p>By Jane Doe</p><p>May 31, 2018</p>" STORY "</article>", STORY_TEXT },
  { "quoted post",
    "<article>" STORY
    "<div class=social-embed><blockquote class=tweet><p>I saw the bridge fall today.</p></blockquote></div></article>",
    STORY_TEXT "\n\nI saw the bridge fall today." },
  { "link to a topic in a sentence",
    "<article>" STORY "<p>It was <a class=auto-tag href=/t>Testville</a> that built it, long ago.</p></article>",
    STORY_TEXT "\n\nIt was Testville that built it, long ago." },
  { "layout that is hidden on phones",
    "<article>" STORY "<p class='hidden md:block'>Only phones do not show this sentence of the story.</p></article>",
    STORY_TEXT "\n\nOnly phones do not show this sentence of the story." },
  { "deck above the byline",
    "<meta name=description content='The council votes on Friday. Fishers fear for their berths.'><article><h1>Old "
    "bridge closes</h1><p class=vorspann>The council votes on Friday. Fishers fear for their berths.</p><p "
    "class=autor>Von Jonna Brink</p><p><time datetime=2024-04-03>Mittwoch, 3. April 2024, 7.30 Uhr</time></p>" STORY
    "</article>",
    STORY_TEXT },
  { "long lead that is set as a deck",
    "<article><h1>Old bridge closes in town</h1><h2 class=subtitle>The council votes on Friday, fishers fear for their "
    "berths, and the ferry that was to run between the banks until the end of the year has not even been ordered, "
    "because nobody asked for the money.</h2>" STORY "</article>",
    "The council votes on Friday, fishers fear for their berths, and the ferry that was to run between the banks until "
    "the end of the year has not even been ordered, because nobody asked for the money.\n\n" STORY_TEXT },
  { "headline that is no heading",
    "<title>Old bridge closes in town</title><body><div class=top><div class=title>Old bridge closes in "
    "town</div><div class=intro><p>Drivers face long detours until winter, says the council of the small town on the "
    "river."
    "</p></div><div class=article-body>" STORY "</div></div>",
    "Drivers face long detours until winter, says the council of the small town on the river.\n\n" STORY_TEXT },
  { "words before a long list",
    "<div class=text><p>This is what the town recommends to all who cross the river.</p><ul><li>Take the road along "
    "the "
    "river, which is open day and night, and take some time with you, as the police have set a limit there.<li>Take "
    "the "
    "ferry at the old mill, which runs from five in the morning to ten in the evening, but not when there is ice.<li>"
    "Stay at home if you can, as the mayor does, and wait until the bridge is open again, which may be "
    "soon.</ul></div>",
    "This is what the town recommends to all who cross the river.\n\nTake the road along the river, which is open day "
    "and night, and take some time with you, as the police have set a limit there.\n\nTake the ferry at the old mill, "
    "which runs from five in the morning to ten in the evening, but not when there is ice.\n\nStay at home if you can, "
    "as the mayor does, and wait until the bridge is open again, which may be soon." },
  { "first paragraph that the description repeats",
    "<meta name=description content='The council of Testville votes on Friday. Fishers fear for their berths.'>"
    "<article><h1>Old bridge closes</h1><p>The council of Testville votes on Friday. Fishers fear for their berths."
    "</p>" STORY "</article>",
    "The council of Testville votes on Friday. Fishers fear for their berths.\n\n" STORY_TEXT },
  { "time under a first paragraph",
    "<article><h1>Old bridge closes</h1><p>Drivers face long detours until winter, says the council of the town.</p>"
    "<p><time>3 April 2024</time></p>" STORY "</article>",
    "Drivers face long detours until winter, says the council of the town.\n\n" STORY_TEXT },
  { "caption of a photo without an address",
    "<article>" STORY "<figure><img class=lazy alt='A bridge'><figcaption>The bridge</figcaption></figure></article>",
    STORY_TEXT },
  { "short story over a wordy foot",
    "<body><div class=site><h1>Old bridge closes in town</h1><div class=text><p>The old bridge of Testville closes for "
    "repairs on Friday, the mayor said, and nobody knows for how long.</p></div></div><div class=site-footer><div "
    "class=footer-text>The customers' desk of the Times can be reached with any question by telephone, by letter or in "
    "person between seven in the morning and six in the evening, from Monday to Thursday, and on Friday until noon. "
    "Customers in other countries write to the same address and are answered within the week, or, when the post is "
    "late, the week after that; the desk asks for their patience and thanks them for reading.</div></div></body>",
    "The old bridge of Testville closes for repairs on Friday, the mayor said, and nobody knows for how long." },
  { "labels and a line of facts above it",
    "<article><div><p>3 April 2024 - <a href=/by>Jonna Brink</a> - <a href=/s>Local news</a></p><p>Summary:</p>" STORY
    "</div></article>",
    STORY_TEXT },
  { "key points above it",
    "<article><div class=key-points><b>In short</b><ul><li>The bridge closes for the year.<li>Nobody knows how to "
    "cross.</ul></div>" STORY "</article>",
    STORY_TEXT },
  { "what one can choose from above it",
    "<body><h1>Old bridge closes in town</h1><div class=pick>Choose a placeAldermoorBrinkfieldCorbridgeDunholm"
    "EastwickFarleyGlenfordHarwellInverleighJutlandKirkbyLindholm</div><div class=article-body>" STORY "</div></body>",
    STORY_TEXT },
  { "helpers below it",
    "<article>" STORY "<p><i>(Reporting by Jane Doe in Testville; editing by John Smith)</i></p></article>",
    STORY_TEXT },
  { "helpers and addresses below it",
    "<article>" STORY
    "<p>Ann Lee of the Times contributed to this report.</p><p>jane.doe@news.example.com</p></article>",
    STORY_TEXT },
  { "helpers in other languages",
    "<article>" STORY "<p>Con información de la agencia de Testville</p><p>(avec AFP)</p><p>Mit Material von zwei "
    "Agenturen</p></article>",
    STORY_TEXT },
  { "notices below it, in other scripts",
    "<article>" STORY
    "<p>홍길동 기자 hong@news.example.com</p><p>저작권자 © 뉴스, 무단전재 및 재배포 금지</p><p>（责任编辑：李安）</p>"
    "</article>",
    STORY_TEXT },
  { "indented by a wide space",
    "<article>" STORY
    "<p>\343\200\200\343\200\200市长周五表示，老桥将关闭维修至年底，司机必须走沿河公路，车程增加二十分钟。</p></"
    "article>",
    STORY_TEXT "\n\n市长周五表示，老桥将关闭维修至年底，司机必须走沿河公路，车程增加二十分钟。" },
  { "helpers within it",
    "<article><p>Reporting by hand was the rule in Testville until the old bridge was built.</p>" STORY "</article>",
    "Reporting by hand was the rule in Testville until the old bridge was built.\n\n" STORY_TEXT },
  { "headline with a kicker in the text",
    "<title>Old bridge closes in town</title><meta property='og:title' content='Old bridge closes in town'><meta "
    "name='twitter:title' content='Old bridge closes in town'><article><h1><small>Testville</small><br>Old bridge "
    "closes in town</h1>" STORY "</article>",
    STORY_TEXT },
  { "part of the headline as a heading of the first rank",
    "<title>jane/bridgecount: Counts the bridges of a town</title><article><h1>bridgecount</h1>" STORY "</article>",
    STORY_TEXT },
  { "a section that begins with words of the headline",
    "<title>Bridges and tunnels of the valley</title><article><h1>Bridges and tunnels of the valley</h1><h2>Bridges "
    "and "
    "tunnels</h2>" STORY "</article>",
    "Bridges and tunnels\n\n" STORY_TEXT },
  { "names in a line of their own",
    "<meta name='author' content='Jane Doe, John Smith'><article><h1>Old bridge closes in town</h1><div>Text: Jane "
    "Doe, "
    "photos: John Smith</div>" STORY "</article>",
    STORY_TEXT },
  { "press release",
    "<article><h1>Old bridge closes in town</h1><p>FOR IMMEDIATE RELEASE</p>" STORY "<p>###</p></article>",
    STORY_TEXT },
  { "notice about the author",
    "<article><h1>Old bridge closes in town</h1>" STORY STORY
    "<h3>Über die Autorin</h3><p>Jonna Brink schreibt seit zwanzig Jahren über Brücken.</p>"
    "</article>",
    STORY_TEXT "\n\n" STORY_TEXT },
  { "elements of the site's own making",
    "<news-app><news-story><h1>Old bridge closes in town</h1><news-text><news-line>The mayor of Testville said on "
    "Friday that the old bridge will be closed until the end of the year.</news-line><news-line>Drivers will have to "
    "take the road along the river, says <news-name>the council</news-name> of the town, which adds twenty minutes."
    "</news-line></news-text></news-story></news-app>",
    "The mayor of Testville said on Friday that the old bridge will be closed until the end of the year.\n\nDrivers "
    "will have to take the road along the river, says the council of the town, which adds twenty minutes." },
  { "a hard space between breaks",
    "<article>" STORY "<div>One more sentence of the story.<br>&nbsp;<br>And a last one that ends it.</div></article>",
    STORY_TEXT "\n\nOne more sentence of the story.\n\nAnd a last one that ends it." },
  { "a list around text alone", "<article>" STORY "<ul>" STORY "</ul></article>", STORY_TEXT "\n\n" STORY_TEXT },
  { "heading with nothing behind it",
    "<article>" STORY "<h2>Related</h2><ul class=related><li><a href=a>Story</a></ul></article>", STORY_TEXT },
};

static void
test_text (gconstpointer data)
{
  const TextRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NpArticle) article = extract_story (row->html, "text/html", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = np_article_dup_text (article);
  g_assert_cmpstr (text, ==, row->expected);
}

/* Lines of the site, as they are written in their languages. */
static void
test_phrases (void)
{
  static const struct
  {
    const char *text;
    guint words;
    gboolean furniture;
  } rows[] = {
    { "Sign up for our newsletter", 5, TRUE },
    { "Читайте также: паром вернулся", 4, TRUE },
    { "ЧИТАЙТЕ ЩЕ: пором повернувся", 4, TRUE },
    { "Читайте також: пором повернувся", 4, TRUE },
    { "Подписывайтесь на наш канал", 4, TRUE },
    { "Читатели ждали парома до утра.", 5, FALSE },
    { "", 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (np_body_phrases_is_furniture (rows[i].text, rows[i].words), ==, rows[i].furniture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (text_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/body/%s", text_rows[i].name);

      g_test_add_data_func (path, &text_rows[i], test_text);
    }
  g_test_add_func ("/extract/body/phrases", test_phrases);
  return g_test_run ();
}
