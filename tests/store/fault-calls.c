/* The functions below stand in the program itself, so it finds them before those of the C library. They are defined
 * under the names that files of any size use, too. */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS
#include "fault-calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static Fault armed_fault;
static guint armed_nth; /* 0 = none */
static gint n_calls;    /* atomic: threads make some of them */
static gboolean armed;
static gboolean lasting;   /* from that call on all fail, as on a disk that is full or dead */
static const char *passed; /* (nullable) what lies in this folder is neither counted nor fails */

/* Makes the @nth call from now fail. */
void
fault_arm (Fault fault, guint nth)
{
  armed_fault = fault;
  armed_nth = nth;
  n_calls = 0;
  armed = TRUE;
}

/* Gives how many calls there were. */
guint
fault_disarm (void)
{
  armed = FALSE;
  return (guint) n_calls;
}

/* While @pause, nothing is counted and nothing fails. */
void
fault_pause (gboolean pause)
{
  armed = !pause;
}

/* Whether all calls after the one that fails do, too. */
void
fault_last (gboolean last)
{
  lasting = last;
}

/* Leaves alone what is in @folder (nullable), which has to live on. */
void
fault_pass_over (const char *folder)
{
  passed = folder;
}

const char *
fault_to_string (Fault fault)
{
  static const char *const names[] = { "no-space", "disk-error", "interrupted", "short-write" };

  return names[fault];
}

static gpointer
next (const char *name)
{
  gpointer function = dlsym (RTLD_NEXT, name);

  if (function == NULL)
    abort ();
  return function;
}

static gboolean
is_passed (const char *path)
{
  return passed != NULL && path != NULL && strncmp (path, passed, strlen (passed)) == 0;
}

static gboolean
is_passed_fd (int fd)
{
  char link[64], path[4096];
  ssize_t n;

  if (!armed || passed == NULL)
    return FALSE;
  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  n = readlink (link, path, sizeof path - 1);
  path[MAX (n, 0)] = '\0';
  return is_passed (path);
}

/* Whether this is the call that fails; errno says how. */
static gboolean
fails (gboolean is_write)
{
  static const int numbers[] = { ENOSPC, EIO, EINTR, 0 };
  guint number;

  if (!armed)
    return FALSE;
  number = (guint) g_atomic_int_add (&n_calls, 1) + 1;
  if (armed_nth == 0 || (lasting ? number < armed_nth : number != armed_nth)
      || (armed_fault == FAULT_SHORT_WRITE && !is_write))
    return FALSE;
  errno = numbers[armed_fault];
  return TRUE;
}

ssize_t
write (int fd, const void *data, size_t length)
{
  ssize_t (*real) (int, const void *, size_t) = next ("write");

  if (!is_passed_fd (fd) && fails (TRUE))
    return armed_fault == FAULT_SHORT_WRITE ? real (fd, data, (length + 1) / 2) : -1;
  return real (fd, data, length);
}

/* The power stays on, so nothing is really synced: thousands of syncs take minutes on a slow disk. */
int
fsync (int fd)
{
  return !is_passed_fd (fd) && fails (FALSE) ? -1 : MIN (fcntl (fd, F_GETFD), 0);
}

int
fdatasync (int fd)
{
  return fsync (fd);
}

int
ftruncate (int fd, off_t length)
{
  return !is_passed_fd (fd) && fails (FALSE) ? -1 : (int) syscall (SYS_ftruncate, fd, length);
}

int
unlinkat (int folder, const char *name, int flags)
{
  return fails (FALSE) ? -1 : (int) syscall (SYS_unlinkat, folder, name, flags);
}

int
unlink (const char *path)
{
  return !is_passed (path) && fails (FALSE) ? -1 : (int) syscall (SYS_unlinkat, AT_FDCWD, path, 0);
}

int
rename (const char *from, const char *to)
{
  return !is_passed (to) && fails (FALSE) ? -1 : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

/* A file as memory; memory alone is not ours. */
static void *
map (void *at, size_t length, int protection, int flags, int fd, off_t offset)
{
  if (fd >= 0 && armed_fault <= FAULT_IO && !is_passed_fd (fd) && fails (FALSE))
    return MAP_FAILED;
  return (void *) syscall (SYS_mmap, at, length, protection, flags, fd, offset);
}

void *
mmap (void *at, size_t length, int protection, int flags, int fd, off_t offset)
{
  return map (at, length, protection, flags, fd, offset);
}

void *
mmap64 (void *at, size_t length, int protection, int flags, int fd, off_t offset)
{
  return map (at, length, protection, flags, fd, offset);
}

int
renameat (int from, const char *name, int to, const char *new_name)
{
  int (*real) (int, const char *, int, const char *) = next ("renameat");

  return fails (FALSE) ? -1 : real (from, name, to, new_name);
}

int
renameat2 (int from, const char *name, int to, const char *new_name, unsigned int flags)
{
  int (*real) (int, const char *, int, const char *, unsigned int) = next ("renameat2");

  return fails (FALSE) ? -1 : real (from, name, to, new_name, flags);
}

int
mkdirat (int folder, const char *name, mode_t mode)
{
  int (*real) (int, const char *, mode_t) = next ("mkdirat");

  return fails (FALSE) ? -1 : real (folder, name, mode);
}

static mode_t
mode_of (int flags, va_list arguments)
{
  return flags & O_CREAT ? va_arg (arguments, mode_t) : 0;
}

#define DEFINE_OPENAT(function)                                                                                        \
  int function (int folder, const char *name, int flags, ...)                                                          \
  {                                                                                                                    \
    int (*real) (int, const char *, int, ...) = next (#function);                                                      \
    va_list arguments;                                                                                                 \
    mode_t mode;                                                                                                       \
                                                                                                                       \
    va_start (arguments, flags);                                                                                       \
    mode = mode_of (flags, arguments);                                                                                 \
    va_end (arguments);                                                                                                \
    return fails (FALSE) ? -1 : real (folder, name, flags, mode);                                                      \
  }

#define DEFINE_OPEN(function)                                                                                          \
  int function (const char *path, int flags, ...)                                                                      \
  {                                                                                                                    \
    va_list arguments;                                                                                                 \
    mode_t mode;                                                                                                       \
                                                                                                                       \
    va_start (arguments, flags);                                                                                       \
    mode = mode_of (flags, arguments);                                                                                 \
    va_end (arguments);                                                                                                \
    return !is_passed (path) && fails (FALSE) ? -1 : (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);          \
  }

#define DEFINE_READ(function)                                                                                          \
  ssize_t function (int fd, void *data, size_t length)                                                                 \
  {                                                                                                                    \
    ssize_t (*real) (int, void *, size_t) = next (#function);                                                          \
                                                                                                                       \
    return !is_passed_fd (fd) && fails (FALSE) ? -1 : real (fd, data, length);                                         \
  }

DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)
DEFINE_OPEN (open)
DEFINE_OPEN (open64)
DEFINE_READ (read)
