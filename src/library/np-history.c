#include "library/np-history.h"

#include "library/np-change-variant.h"
#include "library/np-journal.h"

#define ENTRY_VARIANT "(" NP_CHANGE_VARIANT NP_EFFECT_VARIANT ")"

/* Raised with each change of what is written: the journal of another version is not read. */
#define FORMAT "newsprint-undo 4"

/* The records of the journal. */
#define DONE   'd' /* with its change and effect */
#define UNDONE 'u'
#define REDONE 'r'

/* Above these the journal is written anew, with what can still be undone. */
#define MAX_RECORDS (5 * NP_HISTORY_LENGTH)
#define MAX_BYTES   ((gsize) 32 << 20)

/* Of more than this the oldest changes are forgotten then: such come from changes of very many stories. */
#define KEPT_BYTES ((gsize) 16 << 20)

typedef struct
{
  NpChange *change;
  NpEffect *effect;
} Entry;

struct _NpHistory
{
  GObject parent_instance;
  GMutex lock;
  NpJournal *journal; /* (nullable) */
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
  g_clear_pointer (&self->journal, np_journal_free);
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

/* What was undone can no more be done again, and the oldest can no more be undone. */
static void
add_entry (NpHistory *self, Entry *entry)
{
  g_ptr_array_set_size (self->entries, (int) self->done);
  g_ptr_array_add (self->entries, entry);
  while (self->entries->len > NP_HISTORY_LENGTH)
    g_ptr_array_remove_index (self->entries, 0);
  self->done = self->entries->len;
}

static gboolean
read_entry (NpHistory *self, GBytes *data)
{
  g_autoptr (GVariant) variant = NULL, change = NULL, effect = NULL;
  Entry *entry;

  if (data == NULL)
    return FALSE;
  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ENTRY_VARIANT), data, FALSE));
  if (!g_variant_is_normal_form (variant))
    return FALSE;
  g_variant_get (variant, "(@" NP_CHANGE_VARIANT "@" NP_EFFECT_VARIANT ")", &change, &effect);
  entry = g_new0 (Entry, 1);
  entry->change = np_change_new_from_variant (change);
  entry->effect = np_effect_new_from_variant (effect);
  if (entry->change == NULL)
    {
      entry_free (entry);
      return FALSE;
    }
  add_entry (self, entry);
  return TRUE;
}

static gboolean
read_record (char kind, GBytes *data, gpointer user_data)
{
  NpHistory *self = user_data;

  if (kind == DONE)
    return read_entry (self, data);
  if (kind == UNDONE && self->done > 0)
    self->done--;
  else if (kind == REDONE && self->done < self->entries->len)
    self->done++;
  else
    return FALSE;
  return TRUE;
}

static GBytes *
entry_to_bytes (const Entry *entry)
{
  g_autoptr (GVariant) variant =
      g_variant_ref_sink (g_variant_new ("(@" NP_CHANGE_VARIANT "@" NP_EFFECT_VARIANT ")",
                                         np_change_to_variant (entry->change), np_effect_to_variant (entry->effect)));

  return g_variant_get_data_as_bytes (variant);
}

static void
bytes_unref (gpointer data)
{
  if (data != NULL)
    g_bytes_unref (data);
}

/* Writes what can be undone or done again. */
static void
replace_journal (NpHistory *self)
{
  g_autoptr (GPtrArray) data = g_ptr_array_new_with_free_func (bytes_unref);
  g_autoptr (GString) kinds = g_string_new (NULL);
  gsize size = 0;

  for (guint i = self->entries->len; i-- > 0;)
    {
      GBytes *bytes = entry_to_bytes (self->entries->pdata[i]);

      size += g_bytes_get_size (bytes);
      if (size > KEPT_BYTES && data->len > 0 && i < self->done)
        {
          g_bytes_unref (bytes);
          g_ptr_array_remove_range (self->entries, 0, i + 1);
          self->done -= i + 1;
          break;
        }
      g_ptr_array_insert (data, 0, bytes);
      g_string_append_c (kinds, DONE);
    }
  for (guint i = self->done; i < self->entries->len; i++)
    {
      g_string_append_c (kinds, UNDONE);
      g_ptr_array_add (data, NULL);
    }
  np_journal_replace (self->journal, kinds->str, data);
}

/* Adds a record for what just happened; called with the lock held, after it happened. A journal that cannot be written
 * costs the undo of the next session, never the change itself. */
static void
write_record (NpHistory *self, char kind, const Entry *entry)
{
  g_autoptr (GBytes) data = entry != NULL ? entry_to_bytes (entry) : NULL;

  if (self->journal == NULL)
    return;
  if (np_journal_get_n_records (self->journal) >= MAX_RECORDS || np_journal_get_size (self->journal) >= MAX_BYTES
      || !np_journal_add (self->journal, kind, data))
    replace_journal (self);
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

  if (journal != NULL)
    {
      self->journal = np_journal_new (journal, FORMAT);
      np_journal_read (self->journal, read_record, self);
    }
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
  add_entry (self, entry);
  write_record (self, DONE, entry);
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
  write_record (self, backwards ? UNDONE : REDONE, NULL);
  g_mutex_unlock (&self->lock);
  return g_object_ref (entry->change);
}
