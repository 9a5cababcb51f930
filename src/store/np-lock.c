#define _GNU_SOURCE
#include "store/np-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCK_NAME ".lock"

/* A program that is killed while it starts another leaves a copy of itself behind, which has the lock until it becomes
 * the other one: for so many looks, so many microseconds apart, a lock of a process that is gone is waited for. */
#define LOOKS      100
#define LOOK_EVERY 10000

struct _NpLock
{
  int file;
  int folder;
};

static gboolean
is_busy (int number)
{
  return number == EAGAIN || number == EACCES || number == EWOULDBLOCK;
}

/* Gives 0 or an errno. Locks of open file descriptions are not lost when some other part of the program opens and
 * closes the file, as those of processes are; file systems without them have flock(). */
static int
lock_file (int file)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  if (TEMP_FAILURE_RETRY (fcntl (file, F_OFD_SETLK, &lock)) == 0)
    return 0;
  if (is_busy (errno))
    return EAGAIN;
  return TEMP_FAILURE_RETRY (flock (file, LOCK_EX | LOCK_NB)) == 0 ? 0 : errno;
}

/* A sync tool may put a file of another machine in the place of the lock file, so the folder itself is locked too. Not
 * every file system can; the file is enough then. */
static gboolean
lock_folder (int folder)
{
  return TEMP_FAILURE_RETRY (flock (folder, LOCK_EX | LOCK_NB)) == 0 || !is_busy (errno);
}

static char *
read_holder (int file)
{
  char text[256];
  gssize n = TEMP_FAILURE_RETRY (pread (file, text, sizeof text - 1, 0));

  text[MAX (n, 0)] = '\0';
  return g_strstrip (g_utf8_make_valid (text, -1));
}

/* A full disk does not matter: the text is for people. But that there is one tells that the holder lives or was killed,
 * so the file is at no moment empty. */
static void
write_holder (int file)
{
  g_autofree char *text = g_strdup_printf ("pid %d on %s\n", (int) getpid (), g_get_host_name ());
  gsize length = strlen (text);

  if (pwrite (file, text, length, 0) == (gssize) length && ftruncate (file, (off_t) length) != 0)
    errno = 0;
}

/* Whether the process that has the lock is of this machine and has ended. */
static gboolean
is_gone (const char *holder)
{
  g_autofree char *here = g_strdup_printf (" on %s", g_get_host_name ());
  int pid = 0;

  return g_str_has_suffix (holder, here) && sscanf (holder, "pid %d on", &pid) == 1 && pid > 0
         && kill ((pid_t) pid, 0) != 0 && errno == ESRCH;
}

/* Gives 0 or an errno, and who has the lock when it is busy. */
static int
take_both (int folder, int file, char **holder)
{
  int number = lock_file (file);

  if (number == 0 && !lock_folder (folder))
    number = EAGAIN;
  if (is_busy (number))
    *holder = read_holder (file);
  return number;
}

/**
 * np_lock_take:
 * @folder: the library's folder, open as long as the lock
 * @lock: (out) (nullable): the lock, when it was taken
 * @holder: (out) (nullable): who has it, "pid 123 on host", when somebody has
 * @unclean: (out): whether its last holder was killed
 *
 * Returns: whether it was taken; for `NP_LOCK_IMPOSSIBLE`, `errno` says why not
 */
NpLockResult
np_lock_take (int folder, NpLock **lock, char **holder, gboolean *unclean)
{
  g_autofree char *last = NULL;
  int file = TEMP_FAILURE_RETRY (openat (folder, LOCK_NAME, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
  int number = file >= 0 ? 0 : errno;

  *lock = NULL;
  *holder = NULL;
  *unclean = FALSE;
  if (number == 0)
    number = take_both (folder, file, holder);
  for (guint look = 0; *holder != NULL && is_gone (*holder) && look < LOOKS; look++)
    {
      g_clear_pointer (holder, g_free);
      g_usleep (LOOK_EVERY);
      number = take_both (folder, file, holder);
    }
  if (number != 0)
    {
      gboolean busy = *holder != NULL;

      if (file >= 0)
        close (file);
      errno = number;
      return busy ? NP_LOCK_BUSY : NP_LOCK_IMPOSSIBLE;
    }
  last = read_holder (file);
  *unclean = *last != '\0';
  write_holder (file);
  *lock = g_new0 (NpLock, 1);
  (*lock)->file = file;
  (*lock)->folder = folder;
  return NP_LOCK_TAKEN;
}

/**
 * np_lock_release:
 * @lock: (transfer full) (nullable): a lock
 */
void
np_lock_release (NpLock *lock)
{
  if (lock == NULL)
    return;
  if (ftruncate (lock->file, 0) != 0)
    errno = 0;
  flock (lock->folder, LOCK_UN);
  close (lock->file);
  g_free (lock);
}
