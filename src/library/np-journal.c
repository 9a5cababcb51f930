#define _GNU_SOURCE
#include "library/np-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Each record is its head and its data; numbers are little-endian. */
#define HEAD 13

struct _NpJournal
{
  char *path;
  char *format; /* the first line, with its line break */
  gsize size;   /* of what is good in the file; 0 = it has to be made anew */
  guint n_records;
  gboolean later; /* the file is of a later version, and stays as it is */
};

/**
 * np_journal_new:
 * @path: the file; made with its folder when there is something to write
 * @format: a line that says what is in it, and in its last word which version of that; a file that begins with another
 * is made anew, unless it is of a later version
 *
 * Returns: (transfer full): a journal, to be read before it is added to
 */
NpJournal *
np_journal_new (const char *path, const char *format)
{
  NpJournal *self = g_new0 (NpJournal, 1);

  self->path = g_strdup (path);
  self->format = g_strconcat (format, "\n", NULL);
  return self;
}

/**
 * np_journal_free:
 * @self: (transfer full) (nullable): a journal
 */
void
np_journal_free (NpJournal *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->format);
  g_free (self);
}

static void
put_number (guint8 *at, gsize number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    at[i] = (guint8) (number >> (8 * i));
}

static gsize
get_number (const guint8 *at, guint n_bytes)
{
  gsize number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (gsize) at[i] << (8 * i);
  return number;
}

/* Enough to tell a record from what a disk has in its place after a power cut. */
static gsize
checksum (char kind, const guint8 *data, gsize length)
{
  guint64 sum = 14695981039346656037u ^ (guint8) kind;

  for (gsize i = 0; i < length; i++)
    sum = (sum ^ data[i]) * 1099511628211u;
  return (gsize) (sum ^ sum >> 32);
}

static void
append_record (GByteArray *to, char kind, GBytes *data)
{
  gsize length = data != NULL ? g_bytes_get_size (data) : 0;
  const guint8 *bytes = data != NULL ? g_bytes_get_data (data, NULL) : NULL;
  guint8 head[HEAD];

  head[0] = (guint8) kind;
  put_number (head + 1, length, 4);
  put_number (head + 5, checksum (kind, bytes, length), 8);
  g_byte_array_append (to, head, HEAD);
  if (length > 0)
    g_byte_array_append (to, bytes, (guint) length);
}

/* "newsprint-undo 5" is later than "newsprint-undo 4". */
static gboolean
is_later (NpJournal *self, const char *text)
{
  gsize stem = (gsize) (strrchr (self->format, ' ') + 1 - self->format);

  return strncmp (text, self->format, stem) == 0
         && g_ascii_strtoull (text + stem, NULL, 10) > g_ascii_strtoull (self->format + stem, NULL, 10);
}

/**
 * np_journal_read:
 * @self: a journal
 * @func: called for each record, oldest first
 * @user_data: for @func
 *
 * Reads the journal up to the first record that is not whole, or that @func does not take; what follows is written
 * over. A file of a later version is not read and never written.
 */
void
np_journal_read (NpJournal *self, NpJournalFunc func, gpointer user_data)
{
  g_autofree char *text = NULL;
  gsize size, at = strlen (self->format);

  self->size = self->n_records = 0;
  self->later = FALSE;
  if (!g_file_get_contents (self->path, &text, &size, NULL))
    return;
  self->later = is_later (self, text);
  if (self->later)
    g_message ("“%s” was written by a later version: what is done now is kept until the end only", self->path);
  if (!g_str_has_prefix (text, self->format))
    return;
  while (size - at >= HEAD)
    {
      const guint8 *head = (const guint8 *) text + at;
      gsize length = get_number (head + 1, 4);
      g_autoptr (GBytes) data = NULL;

      if (length > size - at - HEAD || get_number (head + 5, 8) != checksum ((char) head[0], head + HEAD, length))
        break;
      if (length > 0)
        data = g_bytes_new (head + HEAD, length);
      if (!func ((char) head[0], data, user_data))
        break;
      at += HEAD + length;
      self->n_records++;
    }
  self->size = at;
}

static gboolean
write_all (int file, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      gssize n = TEMP_FAILURE_RETRY (write (file, data, length));

      if (n <= 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return TEMP_FAILURE_RETRY (fdatasync (file)) == 0;
}

/**
 * np_journal_add:
 * @self: a journal that was read
 * @kind: what kind of record it is
 * @data: (nullable): what is in it, at most 4 GiB
 *
 * Returns: whether it is on disk; when not, the journal is as it was, or has to be replaced
 */
gboolean
np_journal_add (NpJournal *self, char kind, GBytes *data)
{
  g_autoptr (GByteArray) record = g_byte_array_new ();
  int file;
  gboolean done;

  if (self->size == 0)
    return FALSE;
  append_record (record, kind, data);
  file = TEMP_FAILURE_RETRY (open (self->path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
  /* What comes after the good part is half a record. */
  done = file >= 0 && ftruncate (file, (off_t) self->size) == 0 && lseek (file, (off_t) self->size, SEEK_SET) >= 0
         && write_all (file, record->data, record->len);
  if (file >= 0)
    close (file);
  if (done)
    {
      self->size += record->len;
      self->n_records++;
    }
  return done;
}

/**
 * np_journal_replace:
 * @self: a journal
 * @kinds: the kind of each record
 * @data: (element-type GBytes): what is in each; %NULL for none
 *
 * Writes the journal anew, as a whole; not over one of a later version.
 *
 * Returns: whether it is on disk
 */
gboolean
np_journal_replace (NpJournal *self, const char *kinds, GPtrArray *data)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) error = NULL;

  if (self->later)
    return FALSE;
  g_byte_array_append (all, (const guint8 *) self->format, (guint) strlen (self->format));
  for (guint i = 0; kinds[i] != '\0'; i++)
    append_record (all, kinds[i], data->pdata[i]);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (self->path, (const char *) all->data, all->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    {
      g_message ("the undo journal cannot be written: %s", error->message);
      self->size = 0;
      return FALSE;
    }
  self->size = all->len;
  self->n_records = (guint) strlen (kinds);
  return TRUE;
}

/**
 * np_journal_get_size:
 * @self: a journal
 *
 * Returns: how many bytes it has; 0 when it has to be replaced before it can be added to
 */
gsize
np_journal_get_size (NpJournal *self)
{
  return self->size;
}

/**
 * np_journal_get_n_records:
 * @self: a journal
 *
 * Returns: how many records it has
 */
guint
np_journal_get_n_records (NpJournal *self)
{
  return self->n_records;
}
