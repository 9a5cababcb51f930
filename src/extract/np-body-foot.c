#include "extract/np-body.h"

#include "base/np-text.h"

#include <string.h>

/* The most blocks at the end that are looked at, and the most words of one that is a line of the foot. */
#define BLOCKS 6
#define WORDS  45

/* The most letters of a notice in scripts that write no spaces. */
#define LONGEST_NOTICE 80

/* The part of a story, from its end, in which a notice about the authors stands. */
#define LAST_PART 0.4

/* Beginnings of lines that say who helped with the story, as of np_text_fold(); and words in the middle of such lines.
 */
static const char *const helpers[] = {
  "reporting by",
  "additional reporting by",
  "with reporting by",
  "with additional reporting",
  "with assistance by",
  "with assistance from",
  "writing by",
  "editing by",
  "compiled by",
  "compilado por",
  "unter mitarbeit",
  "mit material von",
  "mit material der",
  "mit informationen von",
  "mit agenturmaterial",
  "mitarbeit:",
  "con informacion de",
  "con informaciones de",
  "con reportes de",
  "com informacoes d",
  "com agencia",
  "com reuters",
  "com afp",
  "com lusa",
  "avec afp",
  "avec agence",
  "avec reuters",
  "con agenzie",
  "hanno collaborato",
  "ha collaborato",
  "colaborou",
  "colaboraram",
  "met medewerking van",
  "med hjalp av",
  "zrodlo: pap",
  "przy wspolpracy",
  "по материалам",
  "при участии",
  "за матеріалами",
  "ajans haberi",
  "katkida bulunan",
  "责任编辑",
  "責任編輯",
};

static const char *const helping[] = {
  "contributed to this report",       "contributed to this story", "contributed to this article",
  "contributed to the report",        "contributed reporting",     "contributed research",
  "contributed additional reporting",
};

/* Under stories in Korean, Chinese and Japanese, in their own letters: who may not print it again. */
static const char *const rights[] = { "무단전재", "무단 전재", "재배포 금지", "禁止转载",
                                      "严禁转载", "無断転載",  "无断转载" };

/* How one reaches those who wrote it. */
static const char *const contacts[] = {
  "reach the reporter",       "to reach the reporter", "contact the reporter", "contact the writer",
  "email the reporter",       "e-mail the reporter",   "follow the reporter",  "follow ap's",
  "follow our full coverage", "full coverage:",        "puede escribirnos",    "escribe al autor",
  "contatta l'autore",        "kontakt zum autor",     "kontakt zur autorin",  "schreiben sie dem autor",
  "ecrire a l'auteur",
};

/* Headings over a notice about the authors: how they begin, and the word in them. */
static const char *const abouts[] = { "about the ",    "uber d",    "zur person", "zum autor",
                                      "a propos de l", "acerca de", "sobre ",     "informazioni su",
                                      "chi e ",        "over de ",  "om f",       "o autor",
                                      "об ",           "про автор", "o avtor",    "tietoa ",
                                      "sull'aut",      "l'aut" };

static const char *const authors[] = { "author",    "autor",      "auteur",  "autric",     "writer",  "forfatter",
                                       "forfattar", "kirjoittaj", "автор",   "yazar",      "szerzo",  "schrijver",
                                       "redakt",    "person",     "συγγραφ", "journalist", "reporter" };

static gboolean
begins (const char *text, const char *const *beginnings, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (text, beginnings[i]))
      return TRUE;
  return FALSE;
}

/* Nothing but addresses: "jane.doe@example.com", "twitter.com/janedoe". */
static gboolean
is_address (const char *folded)
{
  return strchr (folded, ' ') == NULL && strlen (folded) < 80
         && (strchr (folded, '@') != NULL || g_str_has_prefix (folded, "twitter.com/"));
}

static gboolean
is_line_of_foot (const NpDraft *draft)
{
  const char *text = np_draft_get_text (draft);
  g_autofree char *folded = NULL;
  const char *p;

  if (draft->block->type != NP_BLOCK_PARAGRAPH || np_text_count_words (text) > WORDS)
    return FALSE;
  folded = np_text_fold (text);
  p = folded + strspn (folded, " -*([");
  if (begins (p, helpers, G_N_ELEMENTS (helpers)) || begins (p, contacts, G_N_ELEMENTS (contacts)) || is_address (p))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rights); i++)
    if (strstr (text, rights[i]) != NULL && draft->chars < LONGEST_NOTICE)
      return TRUE;
  /* "홍길동 기자 hong@news.example": a reporter and how one reaches them. */
  if (strstr (text, " 기자") != NULL && strchr (text, '@') != NULL && draft->chars < LONGEST_NOTICE)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (helping); i++)
    if (strstr (p, helping[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "About the author": a heading, or a line that is set as one. */
static gboolean
is_about_author (const NpDraft *draft)
{
  g_autofree char *folded = NULL;

  if ((draft->block->type != NP_BLOCK_HEADING && !draft->bold) || draft->chars > 40)
    return FALSE;
  folded = np_text_fold (np_draft_get_text (draft));
  if (!begins (folded, abouts, G_N_ELEMENTS (abouts)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (authors); i++)
    if (strstr (folded, authors[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
drop_from (GArray *drafts, guint index)
{
  for (guint i = index; i < drafts->len; i++)
    np_draft_drop (&g_array_index (drafts, NpDraft, i));
}

/**
 * np_body_drop_foot:
 * @drafts: (element-type NpDraft): blocks of a page, pruned
 *
 * Leaves out the lines under a story that are about those who made it: who helped, how to reach them, and what else
 * is said of the authors.
 */
void
np_body_drop_foot (GArray *drafts)
{
  guint seen = 0, chars = 0, behind = 0;

  for (guint i = 0; i < drafts->len; i++)
    chars += g_array_index (drafts, NpDraft, i).block != NULL ? g_array_index (drafts, NpDraft, i).chars : 0;
  for (guint i = drafts->len; i-- > 0 && seen < BLOCKS && behind < chars * LAST_PART;)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      if (draft->block == NULL || draft->block->type == NP_BLOCK_FIGURE || draft->block->type == NP_BLOCK_RULE)
        continue;
      seen++;
      behind += draft->chars;
      if (is_about_author (draft))
        drop_from (drafts, i);
    }
  for (guint i = drafts->len; i-- > 0;)
    {
      NpDraft *draft = &g_array_index (drafts, NpDraft, i);

      if (draft->block == NULL || draft->block->type == NP_BLOCK_FIGURE || draft->block->type == NP_BLOCK_RULE)
        continue;
      if (!is_line_of_foot (draft))
        return;
      np_draft_drop (draft);
    }
}
