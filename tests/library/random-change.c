#include "random-change.h"

#include "store/np-store.h"

#include <string.h>

static const char *const names[] = { "Korea", "Trade", "Summits", "Ferries", "Läuse", "日本" };
static const char *const colors[] = { "blue", "red", NULL };

#define PICK(random, list) (list)[g_rand_int_range (random, 0, G_N_ELEMENTS (list))]

/* Makes a library with some stories in it. */
void
random_library_new (const char *folder, guint n_stories)
{
  g_autoptr (NpStore) store = np_store_open (folder, NP_STORE_NONE, NULL);

  g_assert_nonnull (store);
  for (guint i = 0; i < n_stories; i++)
    {
      g_autoptr (NpArticle) article = np_article_new ();
      g_autofree char *path = NULL;

      article->headline = g_strdup_printf ("Story %u", i);
      article->saved = g_strdup ("2020-01-31T08:00:00Z");
      g_ptr_array_add (article->body, np_block_new_text (NP_BLOCK_PARAGRAPH, "All of it was written."));
      np_article_add_figure (article, np_figure_new ());
      path = np_store_add_article (store, article, NULL);
      g_assert_nonnull (path);
    }
}

static GPtrArray *
list_stories (NpLibrary *library, NpPlace place)
{
  g_autoptr (NpQuery) query = np_query_new (place, NULL, NULL);

  return np_library_find_stories (library, query, G_MAXUINT, NULL);
}

/* Some stories, NULL-terminated; at least one where there is any. */
static GPtrArray *
some_ids (GRand *random, NpLibrary *library, NpPlace place)
{
  g_autoptr (GPtrArray) stories = list_stories (library, place);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  guint n = stories->len > 0 ? (guint) g_rand_int_range (random, 1, MIN (4, (int) stories->len) + 1) : 0;

  for (guint i = 0, at = (guint) g_rand_int_range (random, 0, MAX (1, (int) stories->len)); i < n; i++)
    g_ptr_array_add (ids, g_strdup (np_story_get_id (stories->pdata[(at + i) % stories->len])));
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* Lent by the tree; NULL where there is none. */
static const char *
some_topic (GRand *random, NpTopicTree *tree)
{
  g_autoptr (GPtrArray) topics = np_topic_tree_list_all (tree);

  return topics->len > 0 ? ((NpTopic *) topics->pdata[g_rand_int_range (random, 0, (int) topics->len)])->key : NULL;
}

static NpChange *
change_topics (GRand *random, NpLibrary *library)
{
  g_autoptr (NpTopicTree) tree = np_library_get_topics (library);
  g_autoptr (GPtrArray) ids = some_ids (random, library, NP_PLACE_ALL);
  const char *const *stories = (const char *const *) ids->pdata;
  const char *key = some_topic (random, tree), *other = some_topic (random, tree);

  if (key == NULL)
    return np_change_new_topic (PICK (random, names), NULL, stories);
  switch (g_rand_int_range (random, 0, 11))
    {
    case 0:
      return np_change_new_for_topic (NP_CHANGE_ADD_TOPIC, key, stories);
    case 1:
      return np_change_new_for_topic (NP_CHANGE_REMOVE_TOPIC, key, stories);
    case 2:
      return np_change_new_rename (key, PICK (random, names));
    case 3:
      return np_change_new_move (key, g_rand_boolean (random) ? other : NULL, g_rand_int_range (random, -1, 3));
    case 4:
      return np_change_new_pair (NP_CHANGE_MERGE_TOPIC, key, other);
    case 5:
      return np_change_new_pair (g_rand_boolean (random) ? NP_CHANGE_RELATE_TOPIC : NP_CHANGE_UNRELATE_TOPIC, key,
                                 other);
    case 6:
      return np_change_new_color (key, PICK (random, colors));
    case 7:
      return np_change_new_for_topic (NP_CHANGE_DROP_TOPIC, key, NULL);
    case 8:
      return np_change_new_pair (g_rand_boolean (random) ? NP_CHANGE_DISMISS_TOPIC : NP_CHANGE_OTHER_TOPIC, key, other);
    case 9:
      return np_change_new_rule (g_rand_boolean (random) ? NP_CHANGE_ADD_RULE : NP_CHANGE_REMOVE_RULE, key, "ferry",
                                 stories);
    default:
      return np_change_new_topic (PICK (random, names), g_rand_boolean (random) ? other : NULL, stories);
    }
}

static NpChange *
change_searches (GRand *random, NpLibrary *library)
{
  g_autoptr (NpSearches) searches = np_library_get_searches (library);
  guint n = np_searches_get_size (searches);
  const NpSearch *search = n > 0 ? np_searches_get (searches, (guint) g_rand_int_range (random, 0, (int) n)) : NULL;
  g_autoptr (NpQuery) query = NULL;
  g_autoptr (NpSearch) kept = NULL;

  switch (search != NULL ? g_rand_int_range (random, 0, 4) : 3)
    {
    case 0:
      return np_change_new_rename_search (search->id, PICK (random, names));
    case 1:
      return np_change_new_move_search (search->id, g_rand_int_range (random, 0, 3));
    case 2:
      return np_change_new_drop_search (search->id);
    default:
      query = np_query_new (NP_PLACE_ALL, NULL, PICK (random, names));
      kept = np_search_new_for (query, PICK (random, names));
      return np_change_new_keep_search (kept, -1);
    }
}

static NpChange *
edit (GRand *random, NpLibrary *library)
{
  static const NpArticleFields fields[] = { NP_ARTICLE_HEADLINE, NP_ARTICLE_DECK, NP_ARTICLE_BODY,
                                            NP_ARTICLE_FIGURES,  NP_ARTICLE_NOTE, NP_ARTICLE_HIGHLIGHTS,
                                            NP_ARTICLE_KEYWORDS };
  g_autoptr (GPtrArray) ids = some_ids (random, library, NP_PLACE_ALL);
  g_autoptr (NpArticle) before = NULL, after = NULL;

  if (ids->pdata[0] == NULL)
    return NULL;
  before = np_library_read_article (library, ids->pdata[0], NULL);
  after = np_article_copy (before);
  g_free (after->headline);
  after->headline = g_strdup_printf ("Story, edited %u", g_rand_int_range (random, 0, 9));
  g_free (after->deck);
  after->deck = g_rand_boolean (random) ? g_strdup ("A deck") : NULL;
  g_free (after->note);
  after->note = g_rand_boolean (random) ? g_strdup (PICK (random, names)) : NULL;
  g_ptr_array_add (after->body, np_block_new_text (NP_BLOCK_PARAGRAPH, PICK (random, names)));
  g_ptr_array_add (after->highlights, np_highlight_new ("All of it was written.", 14, 21, "yellow"));
  g_ptr_array_add (after->keywords, g_strdup (PICK (random, names)));
  ((NpFigure *) after->figures->pdata[0])->width += 1;
  return np_change_new_edit (after, PICK (random, fields));
}

/* The story as its page reads now, or one of its earlier versions. */
static NpChange *
change_version (GRand *random, NpLibrary *library)
{
  g_autoptr (GPtrArray) ids = some_ids (random, library, NP_PLACE_ALL);
  g_autoptr (NpArticle) before = NULL, after = NULL;

  if (ids->pdata[0] == NULL)
    return NULL;
  before = np_library_read_article (library, ids->pdata[0], NULL);
  if (before->versions->len > 0 && g_rand_boolean (random))
    {
      const NpVersion *version = before->versions->pdata[g_rand_int_range (random, 0, (gint32) before->versions->len)];

      return np_change_new_restore_version (before->id, version->file);
    }
  after = np_article_copy (before);
  g_free (after->image);
  after->image = g_strdup_printf ("https://example.org/%u.jpg", g_rand_int_range (random, 0, 9));
  g_ptr_array_add (after->body, np_block_new_text (NP_BLOCK_PARAGRAPH, PICK (random, names)));
  if (g_rand_boolean (random))
    return np_change_new_update (after);
  g_ptr_array_set_size (ids, 0);
  g_ptr_array_set_free_func (ids, NULL);
  g_ptr_array_add (ids, after);
  return np_change_new_reextract (ids);
}

/* Gives NULL where nothing of the kind can be done. */
NpChange *
random_change (GRand *random, NpLibrary *library)
{
  static const NpChangeKind kinds[] = { NP_CHANGE_STAR, NP_CHANGE_UNSTAR, NP_CHANGE_ARCHIVE, NP_CHANGE_UNARCHIVE,
                                        NP_CHANGE_READ, NP_CHANGE_UNREAD, NP_CHANGE_TRASH,   NP_CHANGE_RESTORE };
  NpChangeKind kind = PICK (random, kinds);
  g_autoptr (GPtrArray) ids = some_ids (random, library, kind == NP_CHANGE_RESTORE ? NP_PLACE_TRASH : NP_PLACE_ALL);

  switch (g_rand_int_range (random, 0, 9))
    {
    case 0:
    case 1:
    case 2:
      return change_topics (random, library);
    case 3:
      return change_searches (random, library);
    case 4:
      return edit (random, library);
    case 5:
      return change_version (random, library);
    default:
      return ids->pdata[0] != NULL ? np_change_new_for_stories (kind, (const char *const *) ids->pdata) : NULL;
    }
}

static void
add_files (const char *folder, const char *path, GHashTable *contents)
{
  g_autofree char *full = g_build_filename (folder, path, NULL), *text = NULL;
  g_autoptr (GDir) listing = g_dir_open (full, 0, NULL);
  const char *name;

  if (listing == NULL && g_file_get_contents (full, &text, NULL, NULL))
    g_hash_table_insert (contents, g_strdup (path), g_steal_pointer (&text));
  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (*name != '.')
        add_files (folder, inner, contents);
    }
}

/* What is in the files of the user: stories, those in the trash, and what is at the top; by path. */
GHashTable *
user_data_of (const char *folder)
{
  static const char *const parts[] = {
    "articles", "trash", "topics.json", "searches.json", "feeds.json", "library.json"
  };
  GHashTable *contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_files (folder, parts[i], contents);
  return contents;
}
