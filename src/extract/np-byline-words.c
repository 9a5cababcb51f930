#include "extract/np-byline-words.h"

#include "base/np-text.h"

#include <string.h>

/* What a part begins with that is neither a name nor a role: dates, counts, buttons. Folded. */
static const char *const noise[] = {
  "published",   "updated",      "posted",         "in ",          "on ",      "at ",       "am ",
  "um ",         "min",          "mins",           "minute",       "minutes",  "read",      "follow",
  "view",        "more",         "share",          "http",         "www.",     "email",     "e-mail",
  "mail",        "comment",      "kommentar",      "last ",        "photo",    "foto",      "image",
  "bild",        "copyright",    "all ",           "minuten",      "stand",    "quelle",    "source",
  "null",        "publiziert",   "veroffentlicht", "geschrieben",  "erstellt", "publicado", "publie",
  "pubblicato",  "opublikowano", "undefined",      "no author",    "unknown",  "zeige ",    "kommentare",
  "comments",    "archiv ",      "user",           "updated:",     "none",     "anonymous", "anonym",
  "n/a",         "tba",          "send an",        "search ",      "see all",  "alle ",     "read more",
  "lesezeit",    "reading",      "listen",         "print",        "drucken",  "click",     "about ",
  "uber ",       "contact",      "kontakt",        "website",      "webseite", "twitter",   "facebook",
  "instagram",   "linkedin",     "subscribe",      "sign ",        "some",     "name",      "this ",
  "actualizado", "aggiornato",   "mis a jour",     "aktualisiert", "temps de", "tiempo de", "tempo di",
  "seguir",      "suivre",       "folgen",         "symbolbild",   "fotos",    "nachricht", "author",
  "autor",       "today",        "yesterday",      "heute",        "gestern",  "report",    "story",
  "article"
};

/* What a part begins with that says what somebody is. Folded. */
static const char *const roles[] = { "staff",
                                     "senior",
                                     "editor",
                                     "reporter",
                                     "correspondent",
                                     "writer",
                                     "contributor",
                                     "columnist",
                                     "associated press",
                                     "political",
                                     "chief",
                                     "special to",
                                     "for the",
                                     "for ",
                                     "redakteur",
                                     "redaktor",
                                     "freie",
                                     "freier",
                                     "ressort",
                                     "bbc news",
                                     "business",
                                     "science",
                                     "health",
                                     "national",
                                     "digital",
                                     "deputy",
                                     "assistant",
                                     "executive",
                                     "managing",
                                     "guest",
                                     "bureau",
                                     "producer",
                                     "multimedia",
                                     "redaktion",
                                     "the author",
                                     "gastautor",
                                     "korrespondent",
                                     "journalist",
                                     "wire",
                                     "news service",
                                     "professor",
                                     "director",
                                     "founder",
                                     "president",
                                     "ceo",
                                     "cofounder",
                                     "co-founder",
                                     "head of",
                                     "leiter",
                                     "leiterin",
                                     "chefredakteur",
                                     "volontar",
                                     "reporterin",
                                     "redactora",
                                     "redactor",
                                     "corresponsal",
                                     "correspondant",
                                     "envoye special",
                                     "enviado especial",
                                     "inviato",
                                     "collaborateur",
                                     "colaborador",
                                     "periodista",
                                     "journaliste",
                                     "giornalista",
                                     "jornalista",
                                     "dziennikarz",
                                     "research scientist",
                                     "vp ",
                                     "vice president",
                                     "lead ",
                                     "international",
                                     "foreign",
                                     "sports",
                                     "sport ",
                                     "technology",
                                     "environment",
                                     "economics",
                                     "culture",
                                     "local",
                                     "projektleiter",
                                     "projektleiterin",
                                     "geschaftsfuhrer",
                                     "vorsitzender",
                                     "sprecher",
                                     "mitarbeiter",
                                     "expert",
                                     "independent",
                                     "freelance",
                                     "author of",
                                     "fellow",
                                     "analyst" };

/* Words of the names of newsrooms and agencies. Folded. */
static const char *const desks[] = { "staff",
                                     "newsroom",
                                     "editor",
                                     "editors",
                                     "editorial",
                                     "team",
                                     "desk",
                                     "agency",
                                     "agencies",
                                     "agenturen",
                                     "wire",
                                     "reports",
                                     "reporters",
                                     "correspondents",
                                     "correspondent",
                                     "contributor",
                                     "contributors",
                                     "writers",
                                     "writer",
                                     "redaktion",
                                     "onlineredaktion",
                                     "redaktionsteam",
                                     "redaction",
                                     "redaccion",
                                     "redacao",
                                     "redazione",
                                     "redactie",
                                     "redakcja",
                                     "redakce",
                                     "redakcia",
                                     "redakcija",
                                     "redaktionen",
                                     "redaksjonen",
                                     "redaksjon",
                                     "toimitus",
                                     "szerkesztoseg",
                                     "redactia",
                                     "toimetus",
                                     "redakcia",
                                     "редакция",
                                     "редакція",
                                     "редакцията",
                                     "σύνταξη",
                                     "haber merkezi",
                                     "redaksi",
                                     "reuters",
                                     "afp",
                                     "dpa",
                                     "ap",
                                     "efe",
                                     "ansa",
                                     "jiji",
                                     "kyodo",
                                     "upi",
                                     "apa",
                                     "sda",
                                     "belga",
                                     "anp",
                                     "pap",
                                     "ctk",
                                     "tass",
                                     "interfax",
                                     "xinhua",
                                     "pti",
                                     "ians",
                                     "bloomberg",
                                     "agencia",
                                     "agencias",
                                     "agences",
                                     "agenzia",
                                     "associated press",
                                     "press association",
                                     "news service",
                                     "gastautor",
                                     "gastbeitrag",
                                     "pressestelle",
                                     "pressemitteilung",
                                     "press release",
                                     "编辑部",
                                     "編集部",
                                     "編輯部",
                                     "本報訊",
                                     "통신" };

static const char *const employers[] = { "media",   "news",        "press",     "times",    "post",      "journal",
                                         "agency",  "staff",       "magazine",  "reuters",  "bloomberg", "university",
                                         "network", "tribune",     "herald",    "online",   "redaktion", "today",
                                         "gazette", "universitat", "institute", "institut", "research" };

static const char *const particles[] = { "von", "van", "vom", "zu",  "zur", "der", "den",  "de",  "del", "della",
                                         "di",  "da",  "dal", "das", "dos", "do",  "du",   "des", "la",  "le",
                                         "les", "lo",  "el",  "al",  "bin", "ibn", "bint", "ter", "ten", "te",
                                         "op",  "y",   "e",   "i",   "af",  "av",  "und",  "of",  "d",   "ben" };

static const char *const suffixes[] = { "jr",  "jr.",   "sr",   "sr.", "ii",   "iii", "iv",   "md",  "m.d.",
                                        "phd", "ph.d.", "ph.d", "esq", "esq.", "mba", "rn",   "dds", "msc",
                                        "ma",  "ba",    "mph",  "rd",  "cpa",  "jd",  "lcsw", "mp",  "llm" };

static gboolean
is_one_of (const char *word, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Whether @folded begins with one of @words, as a whole word; one that ends in a space stands before anything. */
static gboolean
begins_with_one_of (const char *folded, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      gsize length = strlen (words[i]);

      if (strncmp (folded, words[i], length) == 0
          && (words[i][length - 1] == ' ' || !g_unichar_isalpha (g_utf8_get_char (folded + length))))
        return TRUE;
    }
  return FALSE;
}

/**
 * np_byline_is_noise:
 * @folded: a part of a byline, folded
 *
 * Returns: whether it is a date, a count, the label of a button or the like
 */
gboolean
np_byline_is_noise (const char *folded)
{
  return begins_with_one_of (folded, noise, G_N_ELEMENTS (noise));
}

/**
 * np_byline_is_role:
 * @folded: a part of a byline, folded
 *
 * Returns: whether it says what somebody is, not who
 */
gboolean
np_byline_is_role (const char *folded)
{
  return begins_with_one_of (folded, roles, G_N_ELEMENTS (roles));
}

/**
 * np_byline_is_desk:
 * @text: a byline without its opening
 *
 * Returns: whether it is a newsroom or an agency: "Redaktion", "Staff and wire reports"
 */
gboolean
np_byline_is_desk (const char *text)
{
  g_autofree char *folded = np_text_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " -/,.", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (desks); i++)
    if (g_strv_contains ((const char *const *) words, desks[i])
        || ((strchr (desks[i], ' ') != NULL || (guchar) *desks[i] >= 0x80) && strstr (folded, desks[i]) != NULL))
      return TRUE;
  return FALSE;
}

/**
 * np_byline_is_employer:
 * @part: what stands behind a name
 *
 * Returns: whether it is the paper that the author is with, in words or as an abbreviation
 */
gboolean
np_byline_is_employer (const char *part)
{
  g_autofree char *folded = np_text_fold (part);
  g_auto (GStrv) words = g_strsplit_set (folded, " .", -1);
  gboolean capitals = strlen (part) >= 2 && strlen (part) <= 4;

  for (const char *p = part; *p != '\0'; p++)
    capitals &= g_ascii_isupper (*p);
  for (gsize i = 0; !capitals && i < G_N_ELEMENTS (employers); i++)
    capitals = g_strv_contains ((const char *const *) words, employers[i]);
  return capitals;
}

/**
 * np_byline_is_particle:
 * @word: a word in lower case
 *
 * Returns: whether it stands within names: "von", "de la"
 */
gboolean
np_byline_is_particle (const char *word)
{
  return is_one_of (word, particles, G_N_ELEMENTS (particles));
}

/**
 * np_byline_is_suffix:
 * @part: what stands behind a name and a comma
 *
 * Returns: whether it belongs to the name: "Jr.", "PhD"
 */
gboolean
np_byline_is_suffix (const char *part)
{
  return is_one_of (part, suffixes, G_N_ELEMENTS (suffixes));
}
