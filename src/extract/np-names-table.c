#include "extract/np-names-table.h"

#include <string.h>

/* Words of names, by what they say. One that ends in `*` stands for all words that begin so. */
static const struct
{
  NpNames names;
  const char *words;
} lists[] = {
  { NP_NAME_ARTICLE, "article story post entry hentry news artikel articulo articolo artigo artykul nota noticia "
                     "notizia beitrag blog blogpost materia main maincontent commentary" },
  { NP_NAME_BODY, "body content contents text copy inhalt cuerpo contenido corpo conteudo contenu texte texto "
                  "testo tekst tresc" },
  { NP_NAME_BODY | NP_NAME_ARTICLE,
    "articlebody articletext articlecontent storybody storytext storycontent postcontent postbody "
    "posttext entrycontent bodytext bodycopy artikeltext fliesstext newstext" },
  { NP_NAME_LEAD, "lead lede leadtext intro introduction einleitung anreisser ingress zajawka perex vorspann "
                  "teasertext chapo chapeau copete bajada entradilla sumario occhiello summary excerpt gancho" },
  { NP_NAME_HEADLINE, "headline title titel titulo titre titolo ueberschrift" },
  { NP_NAME_DECK, "deck dek standfirst strapline subtitle subtitulo sottotitolo subhead subheadline subheading "
                  "untertitel unterzeile catenaccio volanta" },
  { NP_NAME_NAVIGATION, "nav navi navbar navigat* navigation subnav topnav menu menus submenu breadcrumb* brotkrum* "
                        "ariane crumbs pager paging paginat* toc tocs inhaltsverzeichnis toolbar" },
  { NP_NAME_SHARE, "toolbox tools share shares sharing sharebar sharebox sharebuttons sharelinks sharetools "
                   "sharethis sharedaddy shariff social socials socialmedia socialbar sociales addthis addtoany "
                   "sumo ssba sassy follow followus teilen compartir compartilhar compartilhe partage partager "
                   "condividi udostepnij redes likes rating ratings postratings" },
  { NP_NAME_SITE, "masthead topbar" },
  { NP_NAME_FOOTER, "footer foot noprint colophon disclaimer impressum" },
  { NP_NAME_RELATED, "related relatedposts relatedarticles relatedstories relatednews relatedcontent relatedlinks "
                     "relatedtopics related* relacionad* correlat* verwandt* aehnlich* powiazane similar suggested "
                     "suggestions recirc* recommend* recomendad* empfehlung* trending popular popularposts mostread "
                     "mostpopular bestseller nextstory nextpost readmore readnext readalso seealso upnext morefrom "
                     "moreon teaser teasers "
                     "interlink* outbrain taboola zergnet revcontent plista yarpp linkbox" },
  { NP_NAME_SIGN_UP, "newsletter* subscri* suscri* signup signin login loginbox register registration optin mailchimp "
                     "mailmunch paywall piano abo abonn* donat* donation spenden membership cta" },
  { NP_NAME_ADVERT, "promo promos promobox promotion ad ads adv advert* adsense adsbygoogle adslot adunit adbox "
                    "adwrap* sponsor* dfp gpt werbung anzeige publicidad publicidade publicite reklama affiliate "
                    "commercial banner" },
  { NP_NAME_COMMENTS, "comment comments commentlist comment* komment* comentari* disqus respond replies livefyre "
                      "discussion" },
  { NP_NAME_TAGS, "tag tags tagged taglist tagcloud posttags topics keywords keyword categories taxonom* "
                  "schlagwort* schlagworte etiquetas tagi temas" },
  { NP_NAME_AUTHOR, "author authors authorbox autor autoren autore autores auteur redactor firma contributor "
                    "contributors writer bio biography vcard contact contacts contactbox kontakt kontakte kontaktbox "
                    "ansprechpartner* contatti contacto contactos" },
  { NP_NAME_BYLINE, "byline bylines byl verfasser" },
  { NP_NAME_DATE,
    "date publishingdate dates dateline datetime timestamp pubdate published publish publishdate publication "
    "updated datum fecha datetimes" },
  { NP_NAME_META,
    "meta metadata metas metainfo postmeta entrymeta postmetadata entrymetadata readtime lesezeit kicker eyebrow" },
  { NP_NAME_CAPTION,
    "caption captions captiontext figcaption imagecaption bildunterschrift bildtext bu legende "
    "leyenda legenda epigrafe piedefoto piefoto didascalia storyimage bildbeschreibung fotoonderschrift "
    "onderschrift bijschrift billedtekst bildetekst kuvateksti popisek fototext fototekst fotolegende" },
  { NP_NAME_CREDIT,
    "credit credits imagecredit photocredit bildquelle bildnachweis fotograf photographer credito "
    "copyright quelle attribution source fotocredit fotocredits photocredits fotokredit bildrechte bildautor "
    "fotoautor autorfoto photographe fotografo fotograaf kuvaaja rechteinhaber crediti" },
  { NP_NAME_HIDDEN, "hidden invisible lineno* linenumber* gutter visuallyhidden screenreader printonly" },
  { NP_NAME_EMBED, "embed tweet instagram" },
  { NP_NAME_GALLERY, "gallery galeria galerie slideshow carousel slider swiper lightbox bildstrecke fotostrecke" },
  { NP_NAME_SIDE, "sidebar* sidebox* sidecol* sidenav* sidemenu* sidepanel* siderail* rightcol rightcolumn rightbar "
                  "rightside rightrail rightbox aside rail widget widgets" },
  { NP_NAME_INFO_BOX, "infobox infokasten factbox" },
  { NP_NAME_DIALOG, "cookie* consent* gdpr modal popup overlay dialog tooltip flyout dropdown skiptranslate" },
  { NP_NAME_PULL_QUOTE, "pullquote" },
  { NP_NAME_PLAYER, "player videoplayer jwplayer audioplayer brightcove" },
  { NP_NAME_ICON, "icon icons logo avatar gravatar emoji smiley headshot" },
  { NP_NAME_PHOTO, "image photo picture bild foto figure media img" },
};

/* Two words together that say what neither says alone. */
static const struct
{
  const char *first, *second;
  NpNames names;
} pairs[] = {
  { "sr", "only", NP_NAME_HIDDEN },
  { "screen", "reader", NP_NAME_HIDDEN },
  { "visually", "hidden", NP_NAME_HIDDEN },
  { "d", "none", NP_NAME_HIDDEN },
  { "print", "only", NP_NAME_HIDDEN },
  { "print", "header", NP_NAME_HIDDEN },
  { "skip", "link", NP_NAME_HIDDEN },
  { "skip", "to", NP_NAME_HIDDEN },
  { "right", "column", NP_NAME_SIDE },
  { "right", "col", NP_NAME_SIDE },
  { "right", "block", NP_NAME_SIDE },
  { "right", "box", NP_NAME_SIDE },
  { "right", "bar", NP_NAME_SIDE },
  { "right", "rail", NP_NAME_SIDE },
  { "right", "side", NP_NAME_SIDE },
  { "third", "party", NP_NAME_DIALOG },
  { "no", "print", NP_NAME_META },
  { "print", "none", NP_NAME_META },
  { "pull", "quote", NP_NAME_PULL_QUOTE },
  { "read", "more", NP_NAME_RELATED },
  { "read", "next", NP_NAME_RELATED },
  { "read", "also", NP_NAME_RELATED },
  { "see", "also", NP_NAME_RELATED },
  { "also", "read", NP_NAME_RELATED },
  { "most", "read", NP_NAME_RELATED },
  { "most", "popular", NP_NAME_RELATED },
  { "more", "from", NP_NAME_RELATED },
  { "more", "stories", NP_NAME_RELATED },
  { "more", "news", NP_NAME_RELATED },
  { "more", "on", NP_NAME_RELATED },
  { "more", "articles", NP_NAME_RELATED },
  { "more", "posts", NP_NAME_RELATED },
  { "latest", "news", NP_NAME_RELATED },
  { "latest", "posts", NP_NAME_RELATED },
  { "latest", "stories", NP_NAME_RELATED },
  { "recent", "posts", NP_NAME_RELATED },
  { "recent", "articles", NP_NAME_RELATED },
  { "recent", "stories", NP_NAME_RELATED },
  { "next", "article", NP_NAME_RELATED },
  { "next", "post", NP_NAME_RELATED },
  { "next", "story", NP_NAME_RELATED },
  { "prev", "next", NP_NAME_RELATED },
  { "lire", "aussi", NP_NAME_RELATED },
  { "inline", "link", NP_NAME_RELATED },
  { "sign", "up", NP_NAME_SIGN_UP },
  { "sign", "in", NP_NAME_SIGN_UP },
  { "log", "in", NP_NAME_SIGN_UP },
  { "follow", "us", NP_NAME_SHARE },
  { "read", "time", NP_NAME_META },
  { "reading", "time", NP_NAME_META },
  { "info", "box", NP_NAME_INFO_BOX },
  { "fact", "box", NP_NAME_INFO_BOX },
  { "key", "points", NP_NAME_INFO_BOX },
  { "key", "takeaways", NP_NAME_INFO_BOX },
  { "key", "facts", NP_NAME_INFO_BOX },
  { "pop", "up", NP_NAME_DIALOG },
  { "tag", "list", NP_NAME_TAGS },
  { "about", "author", NP_NAME_AUTHOR },
  { "sub", "title", NP_NAME_DECK },
  { "sub", "headline", NP_NAME_DECK },
  { "sub", "heading", NP_NAME_DECK },
  { "site", "header", NP_NAME_SITE },
  { "site", "title", NP_NAME_SITE },
  { "site", "name", NP_NAME_SITE },
  { "page", "header", NP_NAME_SITE },
  { "site", "footer", NP_NAME_FOOTER },
  { "pie", "foto", NP_NAME_CAPTION },
  { "image", "text", NP_NAME_CAPTION },
  { "image", "description", NP_NAME_CAPTION },
  { "img", "description", NP_NAME_CAPTION },
  { "photo", "description", NP_NAME_CAPTION },
  { "picture", "description", NP_NAME_CAPTION },
  { "photo", "text", NP_NAME_CAPTION },
  { "picture", "text", NP_NAME_CAPTION },
  { "image", "legend", NP_NAME_CAPTION },
  { "bild", "text", NP_NAME_CAPTION },
  { "bild", "beschreibung", NP_NAME_CAPTION },
  { "foto", "text", NP_NAME_CAPTION },
  { "foto", "tekst", NP_NAME_CAPTION },
  { "image", "description", NP_NAME_CAPTION },
  { "img", "description", NP_NAME_CAPTION },
  { "photo", "description", NP_NAME_CAPTION },
  { "image", "desc", NP_NAME_CAPTION },
  { "img", "desc", NP_NAME_CAPTION },
  { "photo", "desc", NP_NAME_CAPTION },
  { "pie", "imagen", NP_NAME_CAPTION },
  { "photo", "by", NP_NAME_CREDIT },
  { "table", "contents", NP_NAME_NAVIGATION },
};

/* Ends of words: "imgcaption", "insertcaption", "photocredit". */
static const struct
{
  const char *ending;
  NpNames names;
} endings[] = {
  { "caption", NP_NAME_CAPTION },
  { "credit", NP_NAME_CREDIT },
  { "credits", NP_NAME_CREDIT },
  { "copyright", NP_NAME_CREDIT },
};

/* The beginning of a word. */
typedef struct
{
  char *beginning;
  NpNames names;
} Start;

typedef struct
{
  GHashTable *exact;  /* char* → NpNames */
  GArray *starts[26]; /* of Start, by first letter */
} Table;

static void
add_word (Table *table, const char *word, NpNames names)
{
  Start start = { NULL, names };

  if (!g_str_has_suffix (word, "*"))
    {
      g_hash_table_insert (table->exact, g_strdup (word), GUINT_TO_POINTER (names));
      return;
    }
  start.beginning = g_strndup (word, strlen (word) - 1);
  g_array_append_val (table->starts[word[0] - 'a'], start);
}

static gpointer
build_table (gpointer unused)
{
  Table *table = g_new0 (Table, 1);

  table->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < 26; i++)
    table->starts[i] = g_array_new (FALSE, FALSE, sizeof (Start));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) words = g_strsplit (lists[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        add_word (table, words[j], lists[i].names);
    }
  return table;
}

/* Made once, never changed, the same for every page: sharing it between threads is safe. */
static const Table *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, build_table, NULL);
}

/**
 * np_names_table_look_up:
 * @word: one word of a name, in lower case
 * @next: (nullable): the word after it
 *
 * Returns: what @word says, together with @next
 */
NpNames
np_names_table_look_up (const char *word, const char *next)
{
  const Table *table = get_table ();
  gpointer found = g_hash_table_lookup (table->exact, word);
  NpNames names = 0;

  for (guint i = 0; next != NULL && i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (pairs[i].first, word) == 0 && strcmp (pairs[i].second, next) == 0)
      names |= pairs[i].names;
  if (found != NULL)
    return names | (NpNames) GPOINTER_TO_UINT (found);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i].ending))
      return names | endings[i].names;
  if (*word < 'a' || *word > 'z')
    return names;
  for (guint i = 0; i < table->starts[*word - 'a']->len; i++)
    {
      const Start *start = &g_array_index (table->starts[*word - 'a'], Start, i);

      if (g_str_has_prefix (word, start->beginning))
        names |= start->names;
    }
  return names;
}
