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
#include <sys/stat.h>
#include <unistd.h>

static Fault armed_fault;
static guint armed_nth; /* 0 = none */
static guint n_calls;
static gboolean armed;

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
  return n_calls;
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

/* Whether this is the call that fails; errno says how. */
static gboolean
fails (gboolean is_write)
{
  static const int numbers[] = { ENOSPC, EIO, EINTR, 0 };

  if (!armed || ++n_calls != armed_nth || (armed_fault == FAULT_SHORT_WRITE && !is_write))
    return FALSE;
  errno = numbers[armed_fault];
  return TRUE;
}

ssize_t
write (int fd, const void *data, size_t length)
{
  ssize_t (*real) (int, const void *, size_t) = next ("write");

  if (fails (TRUE))
    return armed_fault == FAULT_SHORT_WRITE ? real (fd, data, (length + 1) / 2) : -1;
  return real (fd, data, length);
}

/* The power stays on, so nothing is really synced: thousands of syncs take minutes on a slow disk. */
int
fsync (int fd)
{
  return fails (FALSE) ? -1 : MIN (fcntl (fd, F_GETFD), 0);
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

#define DEFINE_READ(function)                                                                                          \
  ssize_t function (int fd, void *data, size_t length)                                                                 \
  {                                                                                                                    \
    ssize_t (*real) (int, void *, size_t) = next (#function);                                                          \
                                                                                                                       \
    return fails (FALSE) ? -1 : real (fd, data, length);                                                               \
  }

DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)
DEFINE_READ (read)
