#include "extract/np-metadata-choose-authors.h"

#include "base/np-text.h"
#include "extract/np-byline-words.h"
#include "extract/np-byline.h"
#include "extract/np-title-key.h"

#include <string.h>

/* What each further witness counts that names one of the same people. */
#define AGREEMENT 5

/* Facts below are lines that are read only for what they say, not for what the page calls them. */
#define VISIBLE 45

/* The authors that one source gives together. */
typedef struct
{
  const NpFact *fact; /* the first of its facts */
  GPtrArray *names;   /* of char* */
  GPtrArray *keys;    /* their np_title_key() */
  gboolean desk;      /* a newsroom or an agency */
  int worth;
} Group;

static void
group_clear (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->names);
  g_ptr_array_unref (group->keys);
}

static gboolean
has_key (const Group *group, const char *key)
{
  for (guint i = 0; i < group->keys->len; i++)
    if (strcmp (group->keys->pdata[i], key) == 0)
      return TRUE;
  return FALSE;
}

static void
add_name (Group *group, const char *name)
{
  g_autofree char *key = np_title_key (name);

  if (*key == '\0' || has_key (group, key))
    return;
  g_ptr_array_add (group->names, g_strdup (name));
  g_ptr_array_add (group->keys, g_steal_pointer (&key));
}

/* Authors come as one fact each from some sources: facts of one source with one trust are a list. */
static GArray *
list_groups (const NpMetadata *metadata, const char *site)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  for (guint i = 0; i < metadata->facts[NP_FACT_AUTHOR]->len; i++)
    {
      const NpFact *fact = metadata->facts[NP_FACT_AUTHOR]->pdata[i];
      g_autoptr (GPtrArray) names = np_byline_parse (fact->value, site);
      g_autofree char *desk = names->len == 0 ? np_byline_dup_desk (fact->value) : NULL;
      Group *group = NULL;

      if (names->len == 0 && desk == NULL)
        continue;
      for (guint j = 0; j < groups->len && group == NULL; j++)
        {
          Group *other = &g_array_index (groups, Group, j);

          if (strcmp (other->fact->source, fact->source) == 0 && other->fact->trust == fact->trust
              && fact->trust > VISIBLE + 10)
            group = other;
        }
      if (group == NULL)
        {
          Group fresh = { fact, g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free), TRUE,
                          0 };

          g_array_append_val (groups, fresh);
          group = &g_array_index (groups, Group, groups->len - 1);
        }
      for (guint j = 0; j < names->len; j++)
        add_name (group, names->pdata[j]);
      if (desk != NULL)
        add_name (group, desk);
      group->desk &= desk != NULL;
    }
  return groups;
}

/* The domain without what stands before and behind its own name: "valleypost" of "www.valley-post.co.uk". */
static char *
dup_core (const char *domain)
{
  g_auto (GStrv) parts = g_strsplit (domain != NULL ? domain : "", ".", -1);
  guint n = g_strv_length (parts), best = 0;

  if (n == 0)
    return g_strdup ("");
  for (guint i = 1; i + 1 < n; i++)
    if (strlen (parts[i]) > strlen (parts[best]))
      best = i;
  return np_title_key (parts[best]);
}

/* A site that names itself as the author knows no better, or hides one. */
static gboolean
is_site (const char *key, const NpArticle *article, const char *core)
{
  g_autofree char *site = article->site_name != NULL ? np_title_key (article->site_name) : g_strdup ("");
  gsize length = strlen (key);

  if (length < 3)
    return FALSE;
  if (strcmp (key, site) == 0 || (length > 5 && *site != '\0' && strncmp (key, site, strlen (site)) == 0))
    return TRUE;
  return *core != '\0'
         && ((strstr (core, key) != NULL && length * 3 >= strlen (core) * 2)
             || (strlen (core) > 4 && strncmp (key, core, strlen (core)) == 0));
}

/* Words and marks of the names of companies and societies. */
static gboolean
is_organisation (const char *name)
{
  static const char *const words[] = {
    "gmbh",        "ag",     "inc",        "llc",         "ltd",         "e.v",       "ev",
    "stiftung",    "verlag", "verein",     "verband",     "bund",        "gruppe",    "group",
    "company",     "corp",   "university", "universitat", "institut",    "institute", "foundation",
    "ministerium", "media",  "magazin",    "magazine",    "online",      "news",      "zeitung",
    "presse",      "tv",     "radio",      "blog",        "association", "council",   "sa",
    "s.a",         "srl",    "s.r.l",      "bv",          "ab",          "oy"
  };
  g_autofree char *folded = np_text_fold (name);
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,-", -1);
  gboolean capitals = strlen (name) <= 4;

  for (const char *p = name; *p != '\0' && capitals; p++)
    capitals = g_ascii_isupper (*p);
  if (capitals)
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_suffix (parts[i], "."))
        parts[i][strlen (parts[i]) - 1] = '\0';
      if (g_strv_contains ((const char *const *) parts, "www"))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strv_contains ((const char *const *) parts, words[i]))
      return TRUE;
  return strstr (folded, "www.") != NULL || strstr (folded, ".de") != NULL || strstr (folded, ".com") != NULL;
}

/* "wordpressadmin", "mikecason": the name of an account. */
static int
weigh_account (const char *name, gboolean shown)
{
  static const char *const nobody[] = { "admin",     "administrator", "webmaster", "root", "wordpress", "editor",
                                        "superuser", "wpadmin",       "default",   "test", "user" };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gboolean plain = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    if (strcmp (lower, nobody[i]) == 0 || (strlen (nobody[i]) > 4 && strstr (lower, "admin") != NULL))
      return -60;
  for (const char *p = name; *p != '\0' && plain; p++)
    plain = g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '_' || *p == '.';
  return !plain ? 0 : shown ? -8 : -25;
}

/* "Bio" behind "Jane Doe". */
static gboolean
is_one_word (const char *first, const char *name)
{
  return strchr (first, ' ') != NULL && strchr (name, ' ') == NULL && (guchar) *name < 0x80;
}

/* In a list with people the site and its newsroom are not authors too. */
static void
drop_others (Group *group, const NpArticle *article, const char *core)
{
  if (np_byline_is_desk (group->names->pdata[0]) || is_site (group->keys->pdata[0], article, core))
    return;
  for (guint i = group->names->len; i-- > 1;)
    if (is_site (group->keys->pdata[i], article, core) || np_byline_is_desk (group->names->pdata[i])
        || is_one_word (group->names->pdata[0], group->names->pdata[i]))
      {
        g_ptr_array_remove_index (group->names, i);
        g_ptr_array_remove_index (group->keys, i);
      }
}

static int
weigh (GArray *groups, guint index, const NpArticle *article, const char *core)
{
  const Group *one = &g_array_index (groups, Group, index);
  const char *name = one->names->pdata[0];
  gboolean shown = strcmp (one->fact->source, "page") == 0 || strcmp (one->fact->source, "microdata") == 0;
  int worth = one->fact->trust, agreeing = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *other = &g_array_index (groups, Group, i);
      gboolean agrees = FALSE;

      for (guint j = 0; i != index && j < one->keys->len && !agrees; j++)
        agrees = has_key (other, one->keys->pdata[j]);
      agreeing += agrees;
    }
  worth += MIN (agreeing, 3) * AGREEMENT;
  if (is_site (one->keys->pdata[0], article, core))
    worth -= shown ? 15 : 40;
  else if (is_organisation (name))
    worth -= shown ? 10 : 30;
  if (one->desk)
    worth -= 35;
  if (one->names->len > 6)
    worth -= 10;
  return worth + weigh_account (name, shown);
}

static gboolean
holds_all (const Group *group, const Group *other)
{
  for (guint i = 0; i < other->keys->len; i++)
    if (!has_key (group, other->keys->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Whether all names are of two words or three, as people's mostly are. */
static gboolean
are_people (const Group *group)
{
  for (guint i = 0; i < group->names->len; i++)
    {
      gsize words = np_text_count_words (group->names->pdata[i]);

      if (words < 2 || words > 3)
        return FALSE;
    }
  return TRUE;
}

/* The byline that is shown may name more people than the page's data. */
static const Group *
find_fuller (GArray *groups, const Group *best)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *other = &g_array_index (groups, Group, i);

      if (!other->desk && strcmp (other->fact->source, "page") == 0 && other->fact->trust >= VISIBLE
          && other->names->len > best->names->len && other->names->len <= 4 && are_people (other)
          && holds_all (other, best))
        return other;
    }
  return best;
}

/* "Chief Expert Jane Doe", where elsewhere on the page "Jane Doe" stands alone: a shorter name that is at the beginning
 * or the end of this one. */
static const char *
find_shorter (GArray *groups, const char *name)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *other = &g_array_index (groups, Group, i);

      for (guint j = 0; !other->desk && j < other->names->len; j++)
        {
          const char *shorter = other->names->pdata[j];
          gsize length = strlen (shorter), whole = strlen (name);

          if (length < whole && np_text_count_words (shorter) >= 2 && other->fact->trust >= VISIBLE
              && ((g_str_has_prefix (name, shorter) && name[length] == ' ')
                  || (g_str_has_suffix (name, shorter) && name[whole - length - 1] == ' ')))
            return shorter;
        }
    }
  return name;
}

/**
 * np_metadata_choose_authors:
 * @metadata: facts
 * @article: an article whose site is known; gets the authors, and the byline that joins them
 *
 * Each group counts what its source is worth, and more for every other one that names one of the same people; less when
 * it names the site, an organisation, a newsroom or an account.
 */
void
np_metadata_choose_authors (const NpMetadata *metadata, NpArticle *article)
{
  g_autoptr (GArray) groups = list_groups (metadata, article->site_name);
  g_autofree char *core = dup_core (article->site_domain);
  const Group *best = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      drop_others (group, article, core);
      group->worth = weigh (groups, i, article, core);
      if (best == NULL || group->worth > best->worth)
        best = group;
    }
  if (best == NULL)
    return;
  np_article_set_field_source (article, "authors", best->fact->source);
  np_article_set_field_source (article, "byline", best->fact->source);
  best = find_fuller (groups, best);
  for (guint i = 0; i < best->names->len; i++)
    {
      const char *name = find_shorter (groups, best->names->pdata[i]);

      if (!g_ptr_array_find_with_equal_func (article->authors, name, g_str_equal, NULL))
        g_ptr_array_add (article->authors, g_strdup (name));
    }
  g_ptr_array_add (article->authors, NULL);
  article->byline = g_strjoinv (", ", (char **) article->authors->pdata);
  g_ptr_array_set_size (article->authors, (int) article->authors->len - 1);
}
