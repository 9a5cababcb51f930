/* What a worker's child cannot do once it has given up its rights. Each row is tried in a process of its own. */
#include "worker/np-worker-sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Before the name of a row that is tried with the rights of a tool. */
#define TOOL "tool:"

/* Exit statuses of a try: it was denied, it went through. */
enum
{
  DENIED = 10,
  DONE = 11
};

static int
verdict (long result)
{
  return result < 0 ? DENIED : DONE;
}

static int
try_open (int flags, const char *path)
{
  return verdict (open (path, flags, 0600));
}

static int
try_read (void)
{
  return try_open (O_RDONLY, "/etc/passwd");
}

static int
try_write (void)
{
  return try_open (O_WRONLY | O_CREAT, g_getenv ("NP_TRY_FILE"));
}

static int
try_append (void)
{
  return try_open (O_RDWR | O_APPEND, g_getenv ("NP_TRY_FILE"));
}

static int
try_unlink (void)
{
  return verdict (unlink (g_getenv ("NP_TRY_FILE")));
}

static int
try_socket (void)
{
  return verdict (socket (AF_INET, SOCK_STREAM, 0));
}

static int
try_socketpair (void)
{
  int fds[2];

  return verdict (socketpair (AF_UNIX, SOCK_STREAM, 0, fds));
}

static int
try_fork (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);
  return verdict (pid);
}

static int
try_exec (void)
{
  execl ("/bin/true", "true", NULL);
  return DENIED;
}

static int
try_spawn (void)
{
  static char *argv[] = { (char *) "true", NULL };
  pid_t pid;

  return posix_spawn (&pid, "/bin/true", NULL, NULL, argv, NULL) != 0 ? DENIED : DONE;
}

static int
try_ptrace (void)
{
  return verdict (ptrace (PTRACE_TRACEME, 0, NULL, NULL));
}

static int
try_kill (void)
{
  return verdict (kill (getppid (), 0));
}

static int
try_code (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
             ? DENIED
             : DONE;
}

static int
try_more_rights (void)
{
  const struct rlimit more = { 100, 100 };

  return verdict (setrlimit (RLIMIT_NOFILE, &more));
}

static int
try_dump (void)
{
  return verdict (prctl (PR_SET_DUMPABLE, 1, 0, 0, 0));
}

static int
try_number_of_x32 (void)
{
  return verdict (syscall (0x40000000 | 2, "/etc/passwd", O_RDONLY));
}

/* May be done: what reading a page takes. */
static int
use_memory (void)
{
  g_autofree char *memory = g_malloc (64 * 1024 * 1024);

  memset (memory, 1, 64 * 1024 * 1024);
  return memory[12345] == 1 ? DONE : DENIED;
}

static int
use_charsets (void)
{
  static const char *const names[] = { "windows-1251", "gb18030", "cp932", "utf-16le", "koi8-r" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GIConv converter = g_iconv_open ("UTF-8", names[i]);

      if (converter != (GIConv) -1)
        g_iconv_close (converter);
    }
  return DONE;
}

/* Ends by a signal or a status of its own. */
static int
take_memory (void)
{
  for (gsize size = 1024 * 1024;; size *= 2)
    memset (g_malloc (size), 1, size);
  return DONE;
}

static int
take_time (void)
{
  volatile guint64 n = 0;

  np_worker_sandbox_start_page ();
  for (;;)
    n++;
  return DONE;
}

static const struct
{
  const char *name;
  int (*run) (void);
  int expected;
  gboolean by_filter; /* only the filter of system calls denies it */
  int of_tool;        /* what a program of somebody else's may (np_worker_sandbox_enter_tool()); 0 = not tried */
} rows[] = {
  { "read-file", try_read, DENIED, FALSE, DONE },
  { "write-file", try_write, DENIED, FALSE, DENIED },
  { "append-file", try_append, DENIED, FALSE, DENIED },
  { "unlink", try_unlink, DENIED, TRUE, DENIED },
  { "socket", try_socket, DENIED, FALSE, DENIED },
  { "socketpair", try_socketpair, DENIED, FALSE, DENIED },
  { "fork", try_fork, DENIED, TRUE, DENIED },
  { "exec", try_exec, DENIED, TRUE },
  { "spawn", try_spawn, DENIED, TRUE, DENIED },
  { "ptrace", try_ptrace, DENIED, TRUE, DENIED },
  { "kill", try_kill, DENIED, TRUE, DENIED },
  { "code", try_code, DENIED, TRUE },
  { "more-rights", try_more_rights, DENIED, TRUE },
  { "dump", try_dump, DENIED, TRUE },
  { "x32", try_number_of_x32, DENIED, TRUE, DENIED },
  { "memory", use_memory, DONE, FALSE, DONE },
  { "charsets", use_charsets, DONE, FALSE },
};

static int
try_row (const char *name)
{
  gboolean filtered = FALSE;

  if (g_str_has_prefix (name, TOOL))
    np_worker_sandbox_enter_tool ();
  else
    filtered = np_worker_sandbox_enter ();
  name += g_str_has_prefix (name, TOOL) ? strlen (TOOL) : 0;
  if (g_str_equal (name, "is-filtered"))
    return filtered ? DONE : DENIED;
  if (g_str_equal (name, "take-memory"))
    return take_memory ();
  if (g_str_equal (name, "take-time"))
    return take_time ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      return rows[i].run ();
  return 1;
}

/* The wait status of a process that tries @name. */
static int
run (const char *name)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "/proc/self/exe", "--try", name, NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_status (process);
}

static void
check_row (const char *name, int expected)
{
  int status = run (name);

  g_test_message ("%s: %x", name, (guint) status);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, expected);
}

static void
test_rows (void)
{
  g_autofree char *file = g_build_filename (g_get_user_data_dir (), "kept", NULL);
  gboolean filtered = run ("is-filtered") == W_EXITCODE (DONE, 0);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "kept", -1, NULL));
  g_assert_true (g_setenv ("NP_TRY_FILE", file, TRUE));
  if (!filtered)
    g_test_message ("This kernel filters no system calls");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *of_tool = g_strconcat (TOOL, rows[i].name, NULL);

      if (!rows[i].by_filter || filtered)
        check_row (rows[i].name, rows[i].expected);
      if (rows[i].of_tool != 0 && filtered)
        check_row (of_tool, rows[i].of_tool);
    }
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
test_time (void)
{
  int status = run ("take-time");

  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGPROF);
}

#ifndef __SANITIZE_ADDRESS__
static void
test_memory (void)
{
  int status = run ("take-memory");

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, NP_WORKER_EXIT_MEMORY);
}
#endif

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--try"))
    _exit (try_row (argv[2]));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/worker/sandbox/rows", test_rows);
  g_test_add_func ("/worker/sandbox/time", test_time);
#ifndef __SANITIZE_ADDRESS__ /* the sanitizers need addresses without limit */
  g_test_add_func ("/worker/sandbox/memory", test_memory);
#endif
  return g_test_run ();
}
