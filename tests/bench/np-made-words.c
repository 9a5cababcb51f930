#include "np-made-words.h"

#include <math.h>

struct _NpMadeTongue
{
  const char *tag; /* BCP 47 */
  guint share;     /* of a hundred stories */
  const char *common;
  const char *syllables;
  const char *between; /* words */
  const char *stop;    /* of a sentence */
  guint n_words;
  guint max_syllables;
  char **words;
};

/* The common words are real, so that searches can be typed for them. */
static NpMadeTongue tongues[] = {
  { "en", 56,
    "the of to and a in that for is on said with he as was it by at from his an be has are have but will who not they "
    "its had their were more one been this would new about or she government up which when people year also out "
    "percent there two president company state million after first last market city police minister country world war "
    "north korea trade election court law money school health water climate energy oil bank price house party",
    "con re in de com pro ter ma ni sta tra ko pre an ex ser ble tion ment ity al er sal pol mar ker lin ro su va chi "
    "do",
    " ", ". ", 60000, 4, NULL },
  { "de", 11,
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei einer um am sind noch wie einem über einen Regierung Präsident Außenminister Gespräche",
    "ge ver be un schaft ung keit lich stein berg haus mann wirt tag zeit kraft über für grün schön stra ße land ein",
    " ", ". ", 30000, 4, NULL },
  { "fr", 9,
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec président "
    "déclaré réunion pays été où même après très gouvernement élection économie",
    "ré pré tion ment eur ais ère ille ouv gou par con dé bou ché lé mar ne sou vent ique aine", " ", ". ", 30000, 4,
    NULL },
  { "es", 6,
    "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha año gobierno "
    "presidente país elección después también",
    "ción mien to es par ña gob pre si den co mer ran do que lla rro mun dial año ría", " ", ". ", 25000, 4, NULL },
  { "ru", 6, "и в не на что с по как это к он из за но у от так о для же президент правительство страна переговоры",
    "про пре раз ва ни ко сто ение ость ский граж дан пол ит вы бор стра на му", " ", ". ", 25000, 4, NULL },
  { "ja", 5, "の に は を た が で て と し れ さ 首脳会談 北朝鮮 大統領 政府 日本 東京 経済 発表 代表団 選挙",
    "北 朝 鮮 首 脳 会 談 日 本 東 京 経 済 発 表 代 団 選 挙 国 際 米 中 関 係 法 案 予 定 カ ト ラ ン プ 新 聞 社",
    "", "。", 8000, 3, NULL },
  { "zh", 3, "的 是 在 了 和 有 中国 美国 总统 政府 经济 会谈 北京 记者 表示",
    "中 国 美 总 统 政 府 经 济 会 谈 北 京 记 者 表 示 发 展 人 民 银 行 市 场 问 题 合 作 外 交", "", "。", 8000, 3,
    NULL },
  { "ar", 3, "في من على إلى أن التي عن مع هذا كان قال الرئيس المحادثات الحكومة الأسبوع البلدين",
    "ال رئ يس مح اد ثات حك ومة بل دين أس بوع شر طة مد ينة جد يد كب ير", " ", ". ", 15000, 3, NULL },
  { "he", 1, "של את על לא זה עם הוא כי גם אמר הממשלה הנשיא המדינה", "מ של ה נש יא מד ינה ירו ש לים תל אב יב כנ סת", " ",
    ". ", 8000, 3, NULL },
};

/**
 * np_made_dice:
 * @seed: of the library
 * @number: of what is made
 *
 * Returns: dice that fall the same way each time
 */
NpMadeDice
np_made_dice (guint64 seed, guint64 number)
{
  NpMadeDice dice = { seed * 0x9E3779B97F4A7C15u ^ (number + 1) * 0xBF58476D1CE4E5B9u };

  for (guint i = 0; i < 4; i++)
    np_made_roll (&dice, 2);
  return dice;
}

/**
 * np_made_roll:
 * @dice: dice
 * @sides: more than 0
 *
 * Returns: a number below @sides
 */
guint
np_made_roll (NpMadeDice *dice, guint sides)
{
  dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
  return (guint) ((dice->state >> 33) * (guint64) sides >> 31);
}

/**
 * np_made_chance:
 * @dice: dice
 *
 * Returns: a number from 0 to below 1
 */
double
np_made_chance (NpMadeDice *dice)
{
  return np_made_roll (dice, 1 << 30) / (double) (1 << 30);
}

static char *
make_word (char *const *syllables, guint n_syllables, guint most, NpMadeDice *dice)
{
  GString *word = g_string_new (NULL);

  for (guint n = 1 + np_made_roll (dice, most); n > 0; n--)
    g_string_append (word, syllables[np_made_roll (dice, n_syllables)]);
  return g_string_free (word, FALSE);
}

/**
 * np_made_tongues_init:
 *
 * Makes the words; before any other thread asks for some.
 */
void
np_made_tongues_init (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tongues); i++)
    {
      NpMadeTongue *tongue = &tongues[i];
      NpMadeDice dice = np_made_dice (4711, i);
      g_auto (GStrv) common = g_strsplit (tongue->common, " ", -1), syllables = g_strsplit (tongue->syllables, " ", -1);
      guint n_common = g_strv_length (common), n_syllables = g_strv_length (syllables);

      tongue->words = g_new0 (char *, tongue->n_words + 1);
      for (guint j = 0; j < tongue->n_words; j++)
        tongue->words[j] =
            j < n_common ? g_strdup (common[j]) : make_word (syllables, n_syllables, tongue->max_syllables, &dice);
    }
}

/**
 * np_made_tongue_pick:
 * @dice: dice
 *
 * Returns: a language, the common ones more often
 */
const NpMadeTongue *
np_made_tongue_pick (NpMadeDice *dice)
{
  guint at = np_made_roll (dice, 100), i = 0;

  while (i + 1 < G_N_ELEMENTS (tongues) && at >= tongues[i].share)
    at -= tongues[i++].share;
  return &tongues[i];
}

/**
 * np_made_tongue_get_tag:
 * @tongue: a language
 *
 * Returns: its tag (BCP 47)
 */
const char *
np_made_tongue_get_tag (const NpMadeTongue *tongue)
{
  return tongue->tag;
}

/* Zipf's law: the word of rank r comes about 1/r as often as the first. */
static const char *
pick_word (const NpMadeTongue *tongue, NpMadeDice *dice)
{
  guint rank = (guint) exp (np_made_chance (dice) * log (tongue->n_words)) - 1;

  return tongue->words[MIN (rank, tongue->n_words - 1)];
}

/**
 * np_made_words:
 * @tongue: a language
 * @n_words: how many
 * @sentences: whether they end in a stop now and then
 * @dice: dice
 *
 * Now and then there is a word that no other story has, as names and misprints are.
 *
 * Returns: (transfer full): a text
 */
char *
np_made_words (const NpMadeTongue *tongue, guint n_words, gboolean sentences, NpMadeDice *dice)
{
  GString *text = g_string_new (NULL);
  guint left = 4 + np_made_roll (dice, 24);

  for (guint i = 0; i < n_words; i++)
    {
      const char *word = pick_word (tongue, dice);

      if (i > 0)
        g_string_append (text, sentences && left == 0 ? tongue->stop : tongue->between);
      if (np_made_roll (dice, 700) == 0)
        g_string_append_printf (text, "%s%s%u", word, tongue->words[np_made_roll (dice, tongue->n_words)],
                                np_made_roll (dice, 10000));
      else
        g_string_append (text, word);
      left = left == 0 ? 4 + np_made_roll (dice, 24) : left - 1;
    }
  if (sentences && *tongue->stop != ' ')
    g_string_append_unichar (text, g_utf8_get_char (tongue->stop));
  return g_string_free (text, FALSE);
}
