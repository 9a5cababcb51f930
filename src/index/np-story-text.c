#include "index/np-story-text.h"

#include "index/np-pairs.h"
#include "index/np-token.h"

#include <string.h>

/* A part longer than this is no story; the rest of it is not searched. */
#define MAX_PART (8 * 1024 * 1024)
/* The largest packed text that is believed to be ours. */
#define MAX_TEXT (NP_N_PARTS * (MAX_PART + 1))

/* zlib's: further up it takes twice the time for a thirtieth less. */
#define PACK_LEVEL 5

/**
 * np_valid_text:
 * @text: (nullable): what a file says
 * @max_bytes: the most to keep of it
 *
 * Returns: (transfer full): @text as valid UTF-8, cut between two characters, "" for `NULL`
 */
char *
np_valid_text (const char *text, gsize max_bytes)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length > max_bytes)
    for (length = max_bytes; length > 0 && ((guchar) text[length] & 0xC0) == 0x80;)
      length--;
  return text != NULL ? g_utf8_make_valid (text, (gssize) length) : g_strdup ("");
}

static void
add (GString *list, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (list->len > 0)
    g_string_append_c (list, '\n');
  g_string_append (list, text);
}

static char *
finish (GString *list)
{
  char *valid = np_valid_text (list->str, MAX_PART);

  g_string_free (list, TRUE);
  return valid;
}

static char *
list_captions (const NpArticle *article, gboolean credits)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < article->figures->len; i++)
    {
      NpFigure *figure = article->figures->pdata[i];

      add (list, credits ? figure->credit : figure->caption);
      if (!credits)
        add (list, figure->alt);
    }
  return finish (list);
}

static char *
list_people (const NpArticle *article)
{
  GString *list = g_string_new (article->byline);

  for (guint i = 0; i < article->authors->len; i++)
    if (strstr (list->str, article->authors->pdata[i]) == NULL)
      add (list, article->authors->pdata[i]);
  return finish (list);
}

static char *
list_notes (const NpArticle *article)
{
  GString *list = g_string_new (article->note);

  for (guint i = 0; i < article->highlights->len; i++)
    add (list, ((const NpHighlight *) article->highlights->pdata[i])->note);
  return finish (list);
}

static char *
list_other (const NpArticle *article)
{
  GString *list = g_string_new (article->site_name);

  add (list, article->site_domain);
  add (list, article->section);
  add (list, article->dateline);
  for (guint i = 0; i < article->keywords->len; i++)
    add (list, article->keywords->pdata[i]);
  return finish (list);
}

/**
 * np_story_text_new:
 * @article: an article
 *
 * Returns: (transfer full): its words
 */
NpStoryText *
np_story_text_new (const NpArticle *article)
{
  NpStoryText *text = g_new0 (NpStoryText, 1);
  g_autofree char *body = np_article_dup_text (article);

  text->parts[NP_PART_HEADLINE] = np_valid_text (article->headline, MAX_PART);
  text->parts[NP_PART_DECK] = np_valid_text (article->deck, MAX_PART);
  text->parts[NP_PART_CAPTIONS] = list_captions (article, FALSE);
  text->parts[NP_PART_CREDITS] = list_captions (article, TRUE);
  text->parts[NP_PART_BY] = list_people (article);
  text->parts[NP_PART_BODY] = np_valid_text (body, MAX_PART);
  text->parts[NP_PART_NOTE] = list_notes (article);
  text->parts[NP_PART_OTHER] = list_other (article);
  return text;
}

/**
 * np_story_text_free:
 * @text: (transfer full) (nullable): a text
 */
void
np_story_text_free (NpStoryText *text)
{
  if (text == NULL)
    return;
  for (guint i = 0; i < NP_N_PARTS; i++)
    g_free (text->parts[i]);
  g_free (text);
}

/* Runs all of @in through @converter, which is new or reset; NULL when it is damaged or larger than can be ours. */
static GByteArray *
convert (GConverter *converter, gconstpointer in, gsize size, gsize guess)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize done = 0, used = 0;

  g_byte_array_set_size (out, (guint) guess);
  for (;;)
    {
      gsize n_read = 0, n_written = 0;
      GConverterResult result;
      g_autoptr (GError) error = NULL;

      result = g_converter_convert (converter, (const char *) in + done, size - done, out->data + used, out->len - used,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error);
      done += n_read;
      used += n_written;
      if (result == G_CONVERTER_FINISHED)
        break;
      if (result == G_CONVERTER_ERROR && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
        return NULL;
      if (out->len >= MAX_TEXT)
        return NULL;
      g_byte_array_set_size (out, out->len * 2);
    }
  g_byte_array_set_size (out, (guint) used);
  return g_steal_pointer (&out);
}

/**
 * np_story_text_pack:
 * @text: a text
 *
 * Returns: (transfer full): its bytes for np_story_text_unpack(); the same text gives the same bytes
 */
GBytes *
np_story_text_pack (const NpStoryText *text)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, PACK_LEVEL);
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  GByteArray *packed;

  for (guint i = 0; i < NP_N_PARTS; i++)
    g_byte_array_append (plain, (const guint8 *) text->parts[i], (guint) strlen (text->parts[i]) + 1);
  packed = convert (G_CONVERTER (compressor), plain->data, plain->len, plain->len / 2 + 128);
  return packed != NULL ? g_byte_array_free_to_bytes (packed) : g_bytes_new (NULL, 0);
}

/**
 * np_story_text_unpack:
 * @data: bytes of np_story_text_pack()
 * @size: their number
 * @decompressor: what to unpack them with
 *
 * Returns: (transfer full) (nullable): the text, `NULL` when the bytes are damaged
 */
NpStoryText *
np_story_text_unpack (gconstpointer data, gsize size, GConverter *decompressor)
{
  g_autoptr (GByteArray) plain = NULL;
  g_autoptr (NpStoryText) text = g_new0 (NpStoryText, 1);
  const guint8 *part, *end;

  g_converter_reset (decompressor);
  if (data != NULL)
    plain = convert (decompressor, data, size, size * 3 + 128);
  if (plain == NULL)
    return NULL;
  part = plain->data;
  end = plain->data + plain->len;
  for (guint i = 0; i < NP_N_PARTS; i++)
    {
      const guint8 *stop = part < end ? memchr (part, '\0', (gsize) (end - part)) : NULL;

      if (stop == NULL || !g_utf8_validate ((const char *) part, stop - part, NULL))
        return NULL;
      text->parts[i] = g_strndup ((const char *) part, (gsize) (stop - part));
      part = stop + 1;
    }
  return g_steal_pointer (&text);
}

/* Distinct words in the order they came, and a table of where they stand: each slot holds an offset plus one. */
typedef struct
{
  GString *words;
  guint32 *slots;
  gsize n_slots;
  gsize n_words;
  GArray *pairs; /* (nullable) of guint32: np_pairs_join() of each word and the one before it */
} WordBag;

/* @hash: of np_pairs_hash_word() for the @length bytes at @offset */
static gboolean
bag_place (WordBag *bag, guint64 hash, gsize offset, gsize length)
{
  gsize slot = (gsize) (hash ^ hash >> 32) & (bag->n_slots - 1);

  for (; bag->slots[slot] != 0; slot = (slot + 1) & (bag->n_slots - 1))
    {
      const char *other = bag->words->str + bag->slots[slot] - 1;

      if (strncmp (other, bag->words->str + offset, length) == 0 && other[length] == ' ')
        return FALSE;
    }
  bag->slots[slot] = (guint32) offset + 1;
  bag->n_words++;
  return TRUE;
}

static void
bag_grow (WordBag *bag)
{
  g_free (bag->slots);
  bag->n_slots *= 2;
  bag->slots = g_new0 (guint32, bag->n_slots);
  bag->n_words = 0;
  for (gsize offset = 0; offset < bag->words->len;)
    {
      gsize length = strcspn (bag->words->str + offset, " ");

      bag_place (bag, np_pairs_hash_word (bag->words->str + offset, length), offset, length);
      offset += length + 1;
    }
}

/* @letter: goes before each word; 0 for none. */
static void
bag_add (WordBag *bag, const char *part, char letter)
{
  NpTokenReader reader;
  NpToken token;
  guint64 before = 0;

  np_token_reader_init (&reader, part);
  while (np_token_reader_next (&reader, &token))
    {
      gsize offset = bag->words->len;
      guint64 hash;

      if (bag->n_words * 2 >= bag->n_slots)
        bag_grow (bag);
      if (letter != 0)
        g_string_append_c (bag->words, letter);
      g_string_append_len (bag->words, token.word, (gssize) token.length);
      g_string_append_c (bag->words, ' ');
      hash = np_pairs_hash_word (bag->words->str + offset, bag->words->len - 1 - offset);
      if (bag->pairs != NULL && token.position > 0)
        {
          guint32 pair = np_pairs_join (before, hash);

          g_array_append_val (bag->pairs, pair);
        }
      before = hash;
      if (!bag_place (bag, hash, offset, bag->words->len - 1 - offset))
        g_string_truncate (bag->words, offset);
    }
}

static void
bag_init (WordBag *bag)
{
  *bag = (WordBag){ g_string_new (NULL), g_new0 (guint32, 1024), 1024, 0, NULL };
}

static char *
bag_end (WordBag *bag)
{
  g_free (bag->slots);
  return g_string_free (bag->words, FALSE);
}

/**
 * np_story_text_to_words:
 * @text: a text
 * @pairs: (out) (optional) (transfer full): bits of np_pairs_pack() for its words
 *
 * Returns: (transfer full): every word of it once, as NpToken has them, separated by spaces
 */
char *
np_story_text_to_words (const NpStoryText *text, GBytes **pairs)
{
  g_autoptr (GArray) found = pairs != NULL ? g_array_new (FALSE, FALSE, sizeof (guint32)) : NULL;
  WordBag bag;

  bag_init (&bag);
  bag.pairs = found;
  for (NpPart part = 0; part < NP_N_PARTS; part++)
    bag_add (&bag, text->parts[part], 0);
  if (pairs != NULL)
    *pairs = np_pairs_pack (found);
  return bag_end (&bag);
}

/**
 * np_story_text_to_fields:
 * @text: a text
 *
 * Returns: (transfer full): every word of each part that np_part_letter() has a letter for, once, the letter before it
 */
char *
np_story_text_to_fields (const NpStoryText *text)
{
  WordBag bag;

  bag_init (&bag);
  for (NpPart part = 0; part < NP_N_PARTS; part++)
    if (np_part_letter (part) != 0)
      bag_add (&bag, text->parts[part], np_part_letter (part));
  return bag_end (&bag);
}

/**
 * np_part_to_words:
 * @part: valid UTF-8
 *
 * Returns: (transfer full): every word of it once, as NpToken has them, separated by spaces
 */
char *
np_part_to_words (const char *part)
{
  WordBag bag;

  bag_init (&bag);
  bag_add (&bag, part, 0);
  return bag_end (&bag);
}

/**
 * np_part_letter:
 * @part: a part of a story
 *
 * Returns: the letter that stands before its words in np_story_text_to_fields(), 0 for a part that is not among them
 */
char
np_part_letter (NpPart part)
{
  static const char letters[NP_N_PARTS] = { [NP_PART_HEADLINE] = 'h', [NP_PART_DECK] = 'd', [NP_PART_CAPTIONS] = 'c',
                                            [NP_PART_CREDITS] = 'r',  [NP_PART_BY] = 'b',   [NP_PART_NOTE] = 'n' };

  return part < NP_N_PARTS ? letters[part] : 0;
}

/**
 * np_part_of_field:
 * @field: a field of a search
 *
 * Returns: the part it is about, `NP_N_PARTS` for any
 */
NpPart
np_part_of_field (NpTermField field)
{
  switch (field)
    {
    case NP_FIELD_HEADLINE:
      return NP_PART_HEADLINE;
    case NP_FIELD_CAPTION:
      return NP_PART_CAPTIONS;
    case NP_FIELD_CREDIT:
      return NP_PART_CREDITS;
    case NP_FIELD_BY:
      return NP_PART_BY;
    case NP_FIELD_NOTE:
      return NP_PART_NOTE;
    case NP_FIELD_ANY:
      break;
    }
  return NP_N_PARTS;
}
