#include "topics/np-suggest-words.h"

#include "base/np-text.h"

#include <string.h>

static const char function_words[] =
    /* English */
    "a an the this that these those i you he she it we they me him her us them my your his its our their mine who whom "
    "whose what "
    "which when where why how and or but nor so yet for of in on at to from by with without about after before during "
    "since until "
    "while as if then than though although because unless despite between among over under above below into onto "
    "through across "
    "against within along around behind beyond near off out up down upon amid is are was were be been being am do does "
    "did done has "
    "have had having will would shall should can could may might must not no yes never ever always often also too very "
    "just only "
    "even still already again once here there now today tomorrow yesterday tonight later earlier meanwhile however "
    "moreover instead "
    "perhaps maybe both either neither each every all any some many much most more less few several other another such "
    "same one two "
    "three four five six seven eight nine ten first second third well oh ok let get go "
    "see like said "
    "says asked according asking officials people police experts critics scientists researchers authorities thousands "
    "hundreds "
    "millions nobody everyone nothing something anyone someone everything during like unlike including photo image "
    "video read more "
    "share advertisement related topics updated published "
    /* German */
    "der die das den dem des ein eine einer eines einem einen kein keine und oder aber denn sondern ich du er sie es "
    "wir ihr ihn ihm "
    "uns euch mein dein sein unser wer was wann wo warum wie nicht auch nur noch schon sehr mehr als wenn weil dass ob "
    "damit da "
    "dort hier nun dann doch so zu im am um auf aus bei mit nach seit von vor durch für gegen ohne über unter zwischen "
    "ist sind war "
    "waren wird werden wurde wurden hat haben hatte hatten kann können soll sollen muss müssen will wollen zum zur "
    "beim vom ins ans "
    "dabei dazu dafür danach deshalb jedoch allerdings zudem zwar etwa bereits sowie diese dieser dieses jeder jede "
    "alle viele "
    /* French */
    "le la les un une des du au aux et ou mais donc car ni je tu il elle on nous vous ils elles mon ton son notre "
    "votre leur ce cet "
    "cette ces qui que quoi dont où quand comment pourquoi ne pas plus dans sur sous avec sans pour par en entre vers "
    "chez depuis "
    "est sont était étaient sera a ont avait si comme selon après avant pendant mais aussi "
    /* Spanish, Portuguese, Italian */
    "el los las una unos unas del al y o pero sino porque yo tú él ella nosotros ellos ellas mi su sus este esta estos "
    "estas ese esa "
    "eso que quien cuando donde como no sí más muy también para por con sin sobre entre desde hasta según tras es son "
    "era fue ha han "
    "os as um uma do da dos das no na nos nas e mas ou eu ele ela nós eles seu sua não mais também com sem ao aos à às "
    "foi "
    "il lo gli uno di dei degli delle della dello nel nella ma anche però io lui lei noi loro questo questa quello che "
    "chi non più "
    "con su per tra fra dal dalla "
    /* Dutch, Swedish, Danish, Norwegian */
    "het een en maar ik jij hij zij wij niet ook met voor van naar bij aan om dat dit deze die er wordt werd is was "
    "zijn heeft "
    "ett och men jag du han hon vi de inte också med för från till som är var har det den denna efter "
    "et og jeg hun ikke også af til fra er var har dette disse efter etter "
    /* Polish, Russian, Ukrainian */
    "i w z na do nie to jest się że ale jak od po za przez dla oraz "
    "и в на с по к из у о от за не но а что как это он она они мы вы я его ее их для при после до так же если когда "
    "также "
    "та й із від що як це він вона вони ми ви я його її їх для під після";

static const char calendar_words[] =
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mondays "
    "sundays january "
    "february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober "
    "dezember "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre "
    "octobre novembre "
    "décembre lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto "
    "septiembre "
    "octubre noviembre diciembre maandag dinsdag woensdag donderdag vrijdag zaterdag zondag uhr edt est pdt pst gmt "
    "utc am pm "
    "christmas easter thanksgiving spring summer autumn winter weihnachten ostern frühling sommer herbst";

static const char titles[] = "president vice prime minister secretary chairman chairwoman chair chief senator sen rep "
                             "gov governor mayor king queen prince "
                             "princess pope dr mr mrs ms miss prof professor general gen colonel col lt lieutenant sgt "
                             "sergeant capt captain major adm admiral "
                             "judge justice sheriff officer director foreign defense defence deputy leader ambassador "
                             "representative congressman "
                             "congresswoman sir lord lady rev reverend bishop archbishop cardinal father sister coach "
                             "ceo cfo attorney speaker chancellor "
                             "premier commissioner spokesman spokeswoman correspondent undersecretary counselor "
                             "inspector detective commander envoy "
                             "negotiator former acting interim first envoy author professor dame baron count countess "
                             "emperor sultan sheikh ayatollah imam "
                             "rabbi saint "
                             "herr frau président présidente ministre monsieur madame mme presidente presidenta "
                             "ministro ministra señor señora don doña "
                             "signor signora onorevole senhor senhora dona herre fru pan pani prezydent premier "
                             "minister президент министр премьер "
                             "президента министра";

static const char particles[] =
    "de da di del della der den des dos du van von zu zum zur bin ibn ben al el la le y of the";
static const char place_words[] =
    "in to from at near into outside toward towards across en à vers hacia desde em para a nach aus von bei i "
    "till från til fra naar uit do na w we z в из на у";
static const char determiners[] =
    "der die das den dem des ein eine einer eines einem einen kein keine keinen keiner keinem im am ins ans zum "
    "zur beim vom fürs diese dieser dieses diesem diesen jede jeder jedes jeden jedem alle allen aller "
    "viele vielen mehrere einige sein seine seinen seiner seinem seines ihr ihre ihren ihrer ihrem ihres "
    "unser unsere unseren mein meine meinen dein deine welche welcher kein ohne pro per je zwei drei "
    "vier fünf sechs sieben acht neun zehn hundert tausend mehr weniger";
static const char german_words[] =
    "der die das und nicht ist mit auf für ein eine sich auch nach wird bei dem den im zu werden wurde";

static gboolean
contains (GHashTable **made, const char *words, const char *folded)
{
  if (g_once_init_enter (made))
    {
      g_auto (GStrv) list = g_strsplit (words, " ", -1);
      GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; list[i] != NULL; i++)
        if (*list[i] != '\0')
          g_hash_table_add (set, np_text_fold (list[i]));
      g_once_init_leave (made, set);
    }
  return g_hash_table_contains (*made, folded);
}

/**
 * np_suggest_is_function_word:
 * @folded: a word as np_text_fold() gives it
 *
 * Returns: whether it is a word that any sentence can begin with
 */
gboolean
np_suggest_is_function_word (const char *folded)
{
  static GHashTable *set;

  return contains (&set, function_words, folded);
}

/**
 * np_suggest_is_calendar_word:
 * @folded: a word as np_text_fold() gives it
 *
 * Returns: whether it is a day, a month, a season or part of a time
 */
gboolean
np_suggest_is_calendar_word (const char *folded)
{
  static GHashTable *set;

  return contains (&set, calendar_words, folded);
}

/**
 * np_suggest_is_title:
 * @folded: a word as np_text_fold() gives it
 *
 * Returns: whether it stands before a name and is not part of it
 */
gboolean
np_suggest_is_title (const char *folded)
{
  static GHashTable *set;
  static const char *const endings[] = { "minister",     "ministerin", "prasident",  "prasidentin", "kanzler",
                                         "kanzlerin",    "sprecher",   "sprecherin", "chef",        "chefin",
                                         "sekretar",     "sekretarin", "meister",    "meisterin",   "vorsitzende",
                                         "vorsitzender", "leiter",     "leiterin",   "chairman",    "president",
                                         "secretary",    "director",   "in-chief",   "fuhrer",      "kommissar",
                                         "kommissarin",  "direktor",   "direktorin", "forscher",    "forscherin" };

  if (contains (&set, titles, folded))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}

/**
 * np_suggest_is_particle:
 * @word: a word as it is written
 *
 * Returns: whether it can stand in lower case within a name: "Ursula von der Leyen", "Bank of England"
 */
gboolean
np_suggest_is_particle (const char *word)
{
  static GHashTable *set;

  return contains (&set, particles, word);
}

/**
 * np_suggest_is_place_word:
 * @folded: a word as np_text_fold() gives it
 *
 * Returns: whether what follows it is often a place
 */
gboolean
np_suggest_is_place_word (const char *folded)
{
  static GHashTable *set;

  return contains (&set, place_words, folded);
}

/**
 * np_suggest_is_determiner:
 * @folded: a word as np_text_fold() gives it
 *
 * Returns: whether a German noun, and hardly ever a name, follows it
 */
gboolean
np_suggest_is_determiner (const char *folded)
{
  static GHashTable *set;

  return contains (&set, determiners, folded);
}

/**
 * np_suggest_is_german:
 * @folded: a word as np_text_fold() gives it
 *
 * Returns: whether it is one of the most frequent German words
 */
gboolean
np_suggest_is_german (const char *folded)
{
  static GHashTable *set;

  return contains (&set, german_words, folded);
}

/**
 * np_suggest_ends_like_german_noun:
 * @folded: a German word as np_text_fold() gives it
 *
 * Returns: whether its ending is one of common nouns
 */
gboolean
np_suggest_ends_like_german_noun (const char *folded)
{
  static const char *const endings[] = { "ung",   "ungen",    "heit", "keit", "schaft", "tion",    "tionen",
                                         "tat",   "ismus",    "zeit", "tag",  "jahr",   "jahre",   "jahren",
                                         "leute", "menschen", "nis",  "chen", "stunde", "stunden", "uhr" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}

/**
 * np_suggest_is_german_adjective:
 * @folded: a German word as np_text_fold() gives it, in lower case
 *
 * Verbs before a name end in -te and -ten, as in "sagte Halvard".
 *
 * Returns: whether it may be an adjective, so that a noun follows it
 */
gboolean
np_suggest_is_german_adjective (const char *folded)
{
  static const char *const endings[] = { "e", "en", "er", "es", "em" };

  if (np_suggest_is_function_word (folded) || g_str_has_suffix (folded, "te") || g_str_has_suffix (folded, "ten"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}
