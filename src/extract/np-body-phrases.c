#include "extract/np-body-phrases.h"

#include "base/np-text.h"

#include <string.h>

/* Lines longer than this are not looked at. */
#define LONGEST_WORDS 45

/* Beginnings of such lines, as of np_text_fold(), which makes й an и too, with the most words that a line may have to
 * be one. */
static const struct
{
  const char *beginning;
  guint words;
} beginnings[] = {
  /* advertisements */
  { "advertisement", 4 },
  { "advertisment", 4 },
  { "advert", 2 },
  { "sponsored", 4 },
  { "article continues below", 8 },
  { "story continues below", 8 },
  { "continue reading below", 8 },
  { "scroll down", 8 },
  { "anzeige", 2 },
  { "werbung", 2 },
  { "publicidad", 2 },
  { "publicidade", 2 },
  { "publicite", 2 },
  { "pubblicita", 2 },
  { "reklama", 2 },
  { "реклама", 2 },
  { "annons", 2 },
  /* signing up, following, sharing */
  { "sign up for", 40 },
  { "sign up to", 40 },
  { "sign up here", 20 },
  { "sign up now", 20 },
  { "subscribe", 30 },
  { "click here to subscribe", 30 },
  { "click here to sign up", 30 },
  { "get the latest", 30 },
  { "get our", 25 },
  { "get breaking news", 30 },
  { "stay up to date", 25 },
  { "stay up-to-date", 25 },
  { "stay informed", 20 },
  { "join our", 25 },
  { "download our", 25 },
  { "follow us", 30 },
  { "follow him on", 20 },
  { "follow her on", 20 },
  { "follow me on", 20 },
  { "follow them on", 20 },
  { "follow @", 14 },
  { "find us on", 20 },
  { "like us on", 20 },
  { "like this story", 15 },
  { "share this", 14 },
  { "share on", 6 },
  { "share via", 6 },
  { "share:", 6 },
  { "share", 2 },
  { "tweet", 2 },
  { "print", 1 },
  { "email", 1 },
  { "loading", 3 },
  /* press releases: before and under the text */
  { "for immediate release", 8 },
  { "###", 1 },
  { "# # #", 3 },
  { "-30-", 1 },
  { "-ends-", 1 },
  { "- ends -", 3 },
  { "want more", 15 },
  { "have a tip", 30 },
  { "got a tip", 30 },
  { "have a story", 30 },
  { "send us", 30 },
  { "let us know", 25 },
  { "tell us what you think", 10 },
  { "what do you think? ", 25 },
  { "leave a comment", 10 },
  { "leave a reply", 10 },
  { "add a comment", 8 },
  { "post a comment", 8 },
  { "comments", 3 },
  { "no comments", 3 },
  { "view comments", 4 },
  { "support our", 30 },
  { "support quality journalism", 30 },
  { "become a member", 25 },
  { "donate", 15 },
  { "contact us at", 20 },
  { "email the author", 12 },
  { "contact the author", 14 },
  { "reach the reporter", 25 },
  { "newsletter", 12 },
  { "abonnieren sie", 25 },
  { "jetzt abonnieren", 15 },
  { "jetzt anmelden", 15 },
  { "folgen sie", 20 },
  { "folge uns", 20 },
  { "teilen", 2 },
  { "kommentare", 3 },
  { "kommentar verfassen", 4 },
  { "schreiben sie einen kommentar", 8 },
  { "siguenos en", 20 },
  { "suscribete", 20 },
  { "compartir", 3 },
  { "comentarios", 3 },
  { "compartilhe", 8 },
  { "siga-nos", 15 },
  { "siga o", 15 },
  { "suivez-nous", 20 },
  { "abonnez-vous", 20 },
  { "partager", 3 },
  { "commentaires", 3 },
  { "seguici su", 15 },
  { "condividi", 4 },
  { "iscriviti", 20 },
  { "udostepnij", 4 },
  { "подписываитесь", 20 },
  { "подпишитесь", 20 },
  { "поделиться", 4 },
  { "комментарии", 3 },
  { "добавить отзыв", 3 },
  { "caption", 1 },
  { "close", 1 },
  { "log out", 2 },
  { "log in", 2 },
  { "menu", 1 },
  { "by subscribing", 30 },
  { "for the latest news", 30 },
  { "for the latest stories", 30 },
  { "for more news", 30 },
  { "the views and opinions expressed", 45 },
  { "the views expressed", 45 },
  { "the opinions expressed", 45 },
  { "tags:", 30 },
  { "tag:", 30 },
  { "tags ", 12 },
  { "filed under", 25 },
  { "posted in", 15 },
  { "category:", 15 },
  { "categories:", 15 },
  { "topics:", 25 },
  { "schlagworter", 20 },
  { "schlagworte", 20 },
  { "kategorien", 12 },
  { "kategorie:", 12 },
  { "etiquetas", 20 },
  { "tagi:", 20 },
  { "теги", 20 },
  /* other stories */
  { "read more", 18 },
  { "read also", 25 },
  { "read next", 25 },
  { "also read", 25 },
  { "also see", 20 },
  { "see also", 20 },
  { "see more", 12 },
  { "related:", 25 },
  { "related roundup", 10 },
  { "related articles", 4 },
  { "related stories", 4 },
  { "related posts", 4 },
  { "related content", 4 },
  { "related coverage", 4 },
  { "related topics", 4 },
  { "related links", 4 },
  { "related news", 4 },
  { "recommended", 4 },
  { "more:", 25 },
  { "more from", 12 },
  { "more stories", 6 },
  { "more great", 6 },
  { "more on this", 8 },
  { "more news", 6 },
  { "don't miss", 20 },
  { "you may also like", 8 },
  { "you might also like", 8 },
  { "most read", 4 },
  { "most popular", 5 },
  { "trending now", 4 },
  { "up next", 4 },
  { "next article", 4 },
  { "previous article", 4 },
  { "next story", 4 },
  { "watch:", 20 },
  { "click here for", 20 },
  { "lesen sie auch", 25 },
  { "lesen sie dazu", 25 },
  { "lesen sie mehr", 25 },
  { "lesen sie hier", 25 },
  { "lies auch", 25 },
  { "lest auch", 25 },
  { "auch interessant", 25 },
  { "das konnte sie auch interessieren", 12 },
  { "das konnte dich auch interessieren", 12 },
  { "mehr zum thema", 20 },
  { "mehr themen", 5 },
  { "mehr dazu", 20 },
  { "mehr von", 6 },
  { "weiterlesen", 8 },
  { "zum thema", 6 },
  { "schon gelesen?", 6 },
  { "siehe auch", 20 },
  { "leer tambien", 25 },
  { "lea tambien", 25 },
  { "lea mas", 25 },
  { "lea:", 25 },
  { "lee tambien", 25 },
  { "lee mas", 25 },
  { "leer mas", 25 },
  { "te puede interesar", 20 },
  { "puede leer", 20 },
  { "mas informacion", 5 },
  { "ver tambien", 20 },
  { "leia tambem", 25 },
  { "leia mais", 25 },
  { "veja tambem", 25 },
  { "saiba mais", 12 },
  { "lire aussi", 25 },
  { "lire la suite", 8 },
  { "a lire aussi", 25 },
  { "a lire egalement", 25 },
  { "voir aussi", 25 },
  { "leggi anche", 25 },
  { "leggi tutto", 6 },
  { "lees ook", 25 },
  { "lees verder", 8 },
  { "les ogsa", 25 },
  { "las ocksa", 25 },
  { "las mer", 12 },
  { "lue myos", 25 },
  { "czytaj tez", 25 },
  { "czytaj takze", 25 },
  { "czytaj wiecej", 12 },
  { "zobacz tez", 25 },
  { "zobacz takze", 25 },
  { "przeczytaj", 20 },
  { "ctete take", 25 },
  { "читаите также", 25 },
  { "читать далее", 8 },
  { "читаите ще", 25 },
  { "читаите також", 25 },
  { "смотрите также", 25 },
  { "ayrica okuyun", 20 },
  { "関連記事", 8 },
  { "相关阅读", 8 },
  { "延伸阅读", 8 },
  { "le puede interesar", 20 },
  { "das thema konnte", 12 },
  { "weitere informationen", 4 },
  { "weiterfuhrende informationen", 5 },
  { "weiterfuhrende links", 4 },
  { "explore further", 3 },
  { "kontakt:", 6 },
  { "temas", 2 },
  { "themen", 2 },
  /* rights and notices of the site */
  { "alle angaben ohne gewahr", 8 },
  { "der beitrag wurde", 30 },
  { "dieser beitrag wurde", 30 },
  { "this article is the copyrighted", 45 },
  { "this document is subject to copyright", 45 },
  { "citation:", 40 },
  { "bitte registrieren", 30 },
  { "titelbild:", 12 },
  { "beitragsbild:", 12 },
  { "all rights reserved", 20 },
  { "alle rechte vorbehalten", 20 },
  { "todos los derechos", 20 },
  { "todos os direitos", 20 },
  { "copyright ", 30 },
  { "© ", 25 },
  { "(c) ", 20 },
  { "javascript", 25 },
  { "please enable javascript", 30 },
  { "your browser does not support", 20 },
  { "this video is", 8 },
  { "last modified", 8 },
  { "last updated", 8 },
  { "source link", 3 },
};

/* Words anywhere in a line that make it one; the same limits. */
static const struct
{
  const char *words_in_it;
  guint words;
} middles[] = {
  { "sign up for our", 40 },
  { "subscribe to our", 40 },
  { "subscribe to the", 25 },
  { "our newsletter", 40 },
  { "free newsletter", 40 },
  { "weekly newsletter", 40 },
  { "daily newsletter", 40 },
  { "your inbox", 40 },
  { "follow us on", 40 },
  { "on twitter and facebook", 25 },
  { "on facebook and twitter", 25 },
  { "like us on facebook", 40 },
  { "download the app", 25 },
  { "delivered through your letterbox", 40 },
  { "all rights reserved", 40 },
  { "we may earn a commission", 40 },
  { "this story continues", 10 },
  { "unseren newsletter", 30 },
  { "nuestro boletin", 30 },
  { "nossa newsletter", 30 },
  { "notre newsletter", 30 },
  { "this material may not be published", 45 },
};

/* "Image 1 of 5", "1/12", "3 of 20". */
static gboolean
is_counter (const char *folded)
{
  const char *p = folded;

  for (guint i = 0; i < 2; i++)
    {
      p += strspn (p, " ");
      if (g_str_has_prefix (p, "image ") || g_str_has_prefix (p, "photo ") || g_str_has_prefix (p, "bild ")
          || g_str_has_prefix (p, "slide ") || g_str_has_prefix (p, "foto "))
        p += strcspn (p, " ") + 1;
      if (strspn (p, "0123456789") == 0)
        return FALSE;
      p += strspn (p, "0123456789");
      if (i == 1)
        break;
      p += strspn (p, " ");
      if (*p == '/')
        p++;
      else if (g_str_has_prefix (p, "of ") || g_str_has_prefix (p, "de "))
        p += 3;
      else if (g_str_has_prefix (p, "von "))
        p += 4;
      else
        return FALSE;
    }
  return *p == '\0';
}

/**
 * np_body_phrases_is_furniture:
 * @text: a paragraph
 * @words: how many words it has
 *
 * Returns: whether it is a line of the site, not of the story: an invitation to subscribe, to follow, to read something
 *   else, a notice of rights
 */
gboolean
np_body_phrases_is_furniture (const char *text, guint words)
{
  g_autofree char *folded = NULL;
  const char *p;

  if (words > LONGEST_WORDS || *text == '\0')
    return FALSE;
  folded = np_text_fold (text);
  p = folded + strspn (folded, " >*-[(\"");
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (p[0] == beginnings[i].beginning[0] && words <= beginnings[i].words
        && g_str_has_prefix (p, beginnings[i].beginning))
      {
        const char *rest = p + strlen (beginnings[i].beginning);

        /* "Sharing" does not begin with the word "share". */
        if (!g_unichar_isalpha (g_utf8_get_char (rest))
            || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (rest))))
          return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (middles); i++)
    if (words <= middles[i].words && strstr (p, middles[i].words_in_it) != NULL)
      return TRUE;
  if (g_str_has_prefix (p, "follow ")
      && (strstr (p, " on twitter") != NULL || strstr (p, " on facebook") != NULL
          || strstr (p, " on instagram") != NULL))
    return TRUE;
  /* Markup that a script was to replace. */
  if ((*folded == '<' && g_str_has_suffix (p, ">"))
      || (*folded == '[' && strchr (p, '=') != NULL && g_str_has_suffix (p, "]")))
    return TRUE;
  return is_counter (p);
}
