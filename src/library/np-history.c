#include "library/np-history.h"

#include "library/np-change-variant.h"
#include "library/np-library-error.h"

#define JOURNAL_VARIANT "(ua(" NP_CHANGE_VARIANT NP_EFFECT_VARIANT ")u)"
#define JOURNAL_VERSION 3

/* Above this the oldest changes are forgotten: a journal that large comes from changes of very many stories. */
#define JOURNAL_BYTES (16 * 1024 * 1024)

typedef struct
{
  NpChange *change;
  NpEffect *effect;
} Entry;

struct _NpHistory
{
  GObject parent_instance;
  GMutex lock;
  char *journal;      /* (nullable) */
  GPtrArray *entries; /* of Entry, oldest first */
  guint done;         /* entries before this are done, the others undone */
};

G_DEFINE_FINAL_TYPE (NpHistory, np_history, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->change);
  np_effect_free (entry->effect);
  g_free (entry);
}

static void
np_history_finalize (GObject *object)
{
  NpHistory *self = NP_HISTORY (object);

  g_ptr_array_unref (self->entries);
  g_free (self->journal);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (np_history_parent_class)->finalize (object);
}

static void
np_history_class_init (NpHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = np_history_finalize;
}

static void
np_history_init (NpHistory *self)
{
  g_mutex_init (&self->lock);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

static void
read_journal (NpHistory *self)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) journal = NULL, entries = NULL;
  gsize length;
  guint version, done;

  if (self->journal == NULL || !g_file_get_contents (self->journal, &data, &length, NULL))
    return;
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  journal = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (JOURNAL_VARIANT), bytes, FALSE));
  if (!g_variant_is_normal_form (journal))
    return;
  g_variant_get (journal, "(u@a(" NP_CHANGE_VARIANT NP_EFFECT_VARIANT ")u)", &version, &entries, &done);
  if (version != JOURNAL_VERSION || done > g_variant_n_children (entries))
    return;
  for (gsize i = 0; i < g_variant_n_children (entries); i++)
    {
      g_autoptr (GVariant) change = NULL, effect = NULL;
      Entry *entry = g_new0 (Entry, 1);

      g_variant_get_child (entries, i, "(@" NP_CHANGE_VARIANT "@" NP_EFFECT_VARIANT ")", &change, &effect);
      entry->change = np_change_new_from_variant (change);
      entry->effect = np_effect_new_from_variant (effect);
      g_ptr_array_add (self->entries, entry);
      if (entry->change == NULL)
        {
          g_ptr_array_set_size (self->entries, 0);
          return;
        }
    }
  self->done = done;
}

/* Writes the journal whole; called with the lock held. A journal that cannot be written costs the undo of the next
 * session, never the change itself. */
static void
write_journal (NpHistory *self)
{
  GVariantBuilder entries = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(" NP_CHANGE_VARIANT NP_EFFECT_VARIANT ")"));
  g_autoptr (GVariant) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  if (self->journal == NULL)
    return;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      g_variant_builder_add (&entries, "(@" NP_CHANGE_VARIANT "@" NP_EFFECT_VARIANT ")",
                             np_change_to_variant (entry->change), np_effect_to_variant (entry->effect));
    }
  journal = g_variant_ref_sink (g_variant_new ("(u@a(" NP_CHANGE_VARIANT NP_EFFECT_VARIANT ")u)", JOURNAL_VERSION,
                                               g_variant_builder_end (&entries), self->done));
  if (g_variant_get_size (journal) > JOURNAL_BYTES && self->entries->len > 1)
    {
      g_ptr_array_remove_index (self->entries, 0);
      self->done -= self->done > 0;
      write_journal (self);
      return;
    }
  folder = g_path_get_dirname (self->journal);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (self->journal, g_variant_get_data (journal), (gssize) g_variant_get_size (journal),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    g_message ("the undo journal cannot be written: %s", error->message);
}

/**
 * np_history_new:
 * @journal: (nullable): the file to keep it in, `NULL` to keep it in memory
 *
 * Returns: (transfer full): the history as @journal has it; empty when there is none or it cannot be read
 */
NpHistory *
np_history_new (const char *journal)
{
  NpHistory *self = g_object_new (NP_TYPE_HISTORY, NULL);

  self->journal = g_strdup (journal);
  read_journal (self);
  return self;
}

/**
 * np_history_push:
 * @self: a history
 * @change: what was done
 * @effect: (transfer full): what it did
 *
 * Adds what was just done; what had been undone can no more be done again.
 */
void
np_history_push (NpHistory *self, NpChange *change, NpEffect *effect)
{
  Entry *entry = g_new0 (Entry, 1);

  g_return_if_fail (NP_IS_HISTORY (self) && NP_IS_CHANGE (change) && effect != NULL);

  entry->change = g_object_ref (change);
  entry->effect = effect;
  g_mutex_lock (&self->lock);
  g_ptr_array_set_size (self->entries, (int) self->done);
  g_ptr_array_add (self->entries, entry);
  while (self->entries->len > NP_HISTORY_LENGTH)
    g_ptr_array_remove_index (self->entries, 0);
  self->done = self->entries->len;
  write_journal (self);
  g_mutex_unlock (&self->lock);
}

static Entry *
peek (NpHistory *self, gboolean backwards)
{
  if (backwards)
    return self->done > 0 ? self->entries->pdata[self->done - 1] : NULL;
  return self->done < self->entries->len ? self->entries->pdata[self->done] : NULL;
}

static NpChange *
dup_change (NpHistory *self, gboolean backwards)
{
  NpChange *change;
  Entry *entry;

  g_mutex_lock (&self->lock);
  entry = peek (self, backwards);
  change = entry != NULL ? g_object_ref (entry->change) : NULL;
  g_mutex_unlock (&self->lock);
  return change;
}

/**
 * np_history_dup_undo:
 * @self: a history
 *
 * Returns: (transfer full) (nullable): the change that undo would take back
 */
NpChange *
np_history_dup_undo (NpHistory *self)
{
  g_return_val_if_fail (NP_IS_HISTORY (self), NULL);

  return dup_change (self, TRUE);
}

/**
 * np_history_dup_redo:
 * @self: a history
 *
 * Returns: (transfer full) (nullable): the change that redo would do again
 */
NpChange *
np_history_dup_redo (NpHistory *self)
{
  g_return_val_if_fail (NP_IS_HISTORY (self), NULL);

  return dup_change (self, FALSE);
}

/**
 * np_history_step:
 * @self: a history
 * @catalog: the library
 * @backwards: undo, else redo
 * @error: of `NP_LIBRARY_ERROR`; the history is then as it was, and undo can be tried again
 *
 * Never at the same time as np_history_push() or itself: the library does one change at a time.
 *
 * Returns: (transfer full) (nullable): the change that was taken back or done again; `NULL` without @error when there
 * is none
 */
NpChange *
np_history_step (NpHistory *self, NpCatalog *catalog, gboolean backwards, GError **error)
{
  Entry *entry;

  g_return_val_if_fail (NP_IS_HISTORY (self) && NP_IS_CATALOG (catalog), NULL);

  /* Only readers may come in between: the one who calls this is the one who pushes. */
  g_mutex_lock (&self->lock);
  entry = peek (self, backwards);
  g_mutex_unlock (&self->lock);
  if (entry == NULL || !np_effect_apply (entry->effect, catalog, backwards, error))
    return NULL;
  g_mutex_lock (&self->lock);
  self->done += backwards ? -1 : 1;
  write_journal (self);
  g_mutex_unlock (&self->lock);
  return g_object_ref (entry->change);
}
