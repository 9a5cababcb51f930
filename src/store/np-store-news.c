#include "store/np-store-news.h"

#define N_KINDS (NP_STORE_NEWS_LATER + 1)

struct _NpStoreNews
{
  GMutex lock;               /* of all below */
  GPtrArray *lists[N_KINDS]; /* char* */
  GPtrArray *told;           /* char*: files of a later version that somebody was told of */
};

/**
 * np_store_news_new:
 *
 * Returns: (transfer full): no news
 */
NpStoreNews *
np_store_news_new (void)
{
  NpStoreNews *news = g_new0 (NpStoreNews, 1);

  g_mutex_init (&news->lock);
  for (guint i = 0; i < N_KINDS; i++)
    news->lists[i] = g_ptr_array_new_with_free_func (g_free);
  news->told = g_ptr_array_new_with_free_func (g_free);
  return news;
}

/**
 * np_store_news_free:
 * @news: (transfer full) (nullable): news
 */
void
np_store_news_free (NpStoreNews *news)
{
  if (news == NULL)
    return;
  for (guint i = 0; i < N_KINDS; i++)
    g_ptr_array_unref (news->lists[i]);
  g_ptr_array_unref (news->told);
  g_mutex_clear (&news->lock);
  g_free (news);
}

static gboolean
add (GPtrArray *list, const char *path)
{
  if (g_ptr_array_find_with_equal_func (list, path, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (list, g_strdup (path));
  return TRUE;
}

/**
 * np_store_news_add:
 * @news: news
 * @kind: what happened to a file
 * @path: the file
 */
void
np_store_news_add (NpStoreNews *news, NpStoreNewsKind kind, const char *path)
{
  g_mutex_lock (&news->lock);
  if (kind != NP_STORE_NEWS_LATER || add (news->told, path))
    add (news->lists[kind], path);
  g_mutex_unlock (&news->lock);
}

/**
 * np_store_news_take:
 * @news: news
 * @kind: what happened to files
 *
 * Returns: (transfer full) (element-type utf8): the files it happened to since the last time
 */
GPtrArray *
np_store_news_take (NpStoreNews *news, NpStoreNewsKind kind)
{
  GPtrArray *list;

  g_mutex_lock (&news->lock);
  list = g_steal_pointer (&news->lists[kind]);
  news->lists[kind] = g_ptr_array_new_with_free_func (g_free);
  g_mutex_unlock (&news->lock);
  return list;
}
