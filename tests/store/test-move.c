/* Folders of a library may lie on several file systems: a file that cannot be renamed from one to the other is copied.
 */
#define _GNU_SOURCE
#include "store/np-store.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

static gboolean other_disk;

/* Stand before those of the C library. */
int
renameat2 (int from, const char *name, int to, const char *new_name, unsigned int flags)
{
  int (*real) (int, const char *, int, const char *, unsigned int) = dlsym (RTLD_NEXT, "renameat2");

  if (other_disk && from != to)
    {
      errno = EXDEV;
      return -1;
    }
  return real (from, name, to, new_name, flags);
}

static void
test_other_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("np-move-XXXXXX", NULL);
  g_autoptr (NpStore) store = np_store_open (folder, NP_STORE_NONE, NULL);
  g_autoptr (NpArticle) article = np_article_new (), read = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *trashed = NULL, *restored = NULL;

  article->headline = g_strdup ("Story");
  path = np_store_add_article (store, article, &error);
  g_assert_no_error (error);
  other_disk = TRUE;
  trashed = np_store_trash_article (store, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (trashed, "trash/"));
  g_assert_false (np_store_stat_article (store, path, NULL, NULL, NULL));
  read = np_store_read_article (store, trashed, &error);
  g_assert_cmpstr (read->headline, ==, "Story");
  restored = np_store_restore_article (store, trashed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (restored, ==, path);
  g_assert_false (np_store_stat_article (store, trashed, NULL, NULL, NULL));
  again = np_store_read_article (store, restored, &error);
  g_assert_cmpstr (again->id, ==, article->id);
  other_disk = FALSE;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/move/other-disk", test_other_disk);
  return g_test_run ();
}
