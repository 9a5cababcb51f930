#include "index/np-index-entry.h"

#include "base/np-text.h"

/**
 * np_index_entry_new:
 * @article: an article with an id, which nobody changes any more
 * @file: its file
 *
 * Safe from any thread.
 *
 * Returns: (transfer full): what np_index_put_entry() writes
 */
NpIndexEntry *
np_index_entry_new (const NpArticle *article, const NpIndexFile *file)
{
  NpIndexEntry *entry = g_new0 (NpIndexEntry, 1);

  entry->article = np_article_ref ((NpArticle *) article);
  entry->path = g_strdup (file->path);
  entry->file = *file;
  entry->file.path = entry->path;
  entry->text = np_story_text_new (article);
  entry->packed = np_story_text_pack (entry->text);
  entry->n_words = (guint) np_text_count_words (entry->text->parts[NP_PART_BODY]);
  return entry;
}

/**
 * np_index_entry_free:
 * @entry: (transfer full) (nullable): an entry
 */
void
np_index_entry_free (NpIndexEntry *entry)
{
  if (entry == NULL)
    return;
  np_article_unref (entry->article);
  np_story_text_free (entry->text);
  g_bytes_unref (entry->packed);
  g_clear_pointer (&entry->pairs, g_bytes_unref);
  g_free (entry->path);
  g_free (entry->words);
  g_free (entry->fields);
  g_free (entry);
}

/**
 * np_index_entry_cut:
 * @entry: an entry
 *
 * Cuts the text into words, if it was not done yet. A story whose text the index has already needs it not; one that is
 * new can have it done before it is the writer's turn.
 */
void
np_index_entry_cut (NpIndexEntry *entry)
{
  if (entry->words == NULL)
    entry->words = np_story_text_to_words (entry->text, &entry->pairs);
  if (entry->fields == NULL)
    entry->fields = np_story_text_to_fields (entry->text);
}

/**
 * np_index_entry_get_id:
 * @entry: an entry
 *
 * Returns: the id of its story
 */
const char *
np_index_entry_get_id (const NpIndexEntry *entry)
{
  return entry->article->id;
}
