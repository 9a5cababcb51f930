#include "worker/np-worker-sandbox.h"

#include "worker/np-worker-seccomp.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

/* The sanitizers reserve terabytes of addresses for their shadow and handle deadly signals themselves: with them there
 * can be no limit on addresses. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static pid_t parent;

/* The kernel sends this when the thread that started us ends, which need not be the end of the process. */
static void
on_parent_gone (int number)
{
  if (getppid () != parent)
    _exit (0);
}

/* Dying with more than half of the memory used up is dying for want of memory: what grows does so by doubling. Only
 * system calls here, on a stack of its own. */
static void
on_deadly (int number)
{
  void *probe = mmap (NULL, NP_WORKER_MEMORY_BYTES / 2, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  if (probe == MAP_FAILED)
    _exit (NP_WORKER_EXIT_MEMORY);
  raise (number); /* the handler is gone by now (SA_RESETHAND) */
}

static void
set_handlers (void)
{
  static const int deadly[] = { SIGSEGV, SIGBUS, SIGABRT, SIGTRAP, SIGILL, SIGFPE };
  static char stack[64 * 1024];
  const stack_t other = { .ss_sp = stack, .ss_size = sizeof stack };
  struct sigaction action = { .sa_handler = on_deadly, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER };

  signal (SIGINT, SIG_IGN);  /* Ctrl+C is for the parent; we follow when it ends */
  signal (SIGXFSZ, SIG_IGN); /* a message to a log file is lost, nothing else */
  signal (SIGPROF, SIG_DFL);
  signal (SIGPIPE, SIG_DFL);
  signal (SIGTERM, SIG_DFL);
  if (SANITIZED)
    return;
  sigaltstack (&other, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (deadly); i++)
    sigaction (deadly[i], &action, NULL);
}

/* Reading the socket's end is what ends a worker whose parent is gone; this is for one that is at a page just then. */
static void
follow_parent (void)
{
  struct sigaction action = { .sa_handler = on_parent_gone, .sa_flags = SA_RESTART };

  parent = getppid ();
  sigaction (SIGHUP, &action, NULL);
  prctl (PR_SET_PDEATHSIG, SIGHUP, 0, 0, 0);
}

/* The addresses the program takes as it is: the toolkit's libraries are mapped, though a worker uses none of them. */
static gsize
count_mapped (void)
{
  g_autofree char *statm = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    return 256ul * 1024 * 1024;
  return strtoul (statm, NULL, 10) * (gsize) sysconf (_SC_PAGESIZE);
}

static void
limit (int what, gsize most)
{
  struct rlimit now, wanted = { most, most };

  if (getrlimit (what, &now) == 0 && now.rlim_max != RLIM_INFINITY && now.rlim_max < most)
    wanted.rlim_cur = wanted.rlim_max = now.rlim_max;
  setrlimit (what, &wanted);
}

static void
set_limits (void)
{
  if (!SANITIZED)
    {
      limit (RLIMIT_AS, count_mapped () + NP_WORKER_MEMORY_BYTES);
      limit (RLIMIT_DATA, NP_WORKER_MEMORY_BYTES + 64ul * 1024 * 1024); /* the libraries' own data is in it */
    }
  /* The whole life; each page has a timer besides. */
  limit (RLIMIT_CPU, (NP_WORKER_MAX_PAGES + 8) * NP_WORKER_PAGE_SECONDS);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_NPROC, 0);
  limit (RLIMIT_NOFILE, 3); /* in, out and messages: all there are */
}

/**
 * np_worker_sandbox_enter:
 *
 * Takes from this process all that reading pages does not need: no file is opened, no socket made, no process started,
 * no more than `NP_WORKER_MEMORY_BYTES` used, from here on. Whatever is loaded late must have been loaded before.
 *
 * Returns: whether the kernel filters its system calls; where it cannot, the other limits stand all the same
 */
gboolean
np_worker_sandbox_enter (void)
{
  set_handlers ();
  follow_parent ();
  set_limits ();
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && np_worker_seccomp_enter ();
}

/**
 * np_worker_sandbox_enter_tool:
 *
 * For a process that is to become a program of somebody else's: it may open files to read them, and has the limits of a
 * worker at one page, but writes nowhere, talks to nobody and starts nothing.
 */
void
np_worker_sandbox_enter_tool (void)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (!SANITIZED)
    limit (RLIMIT_AS, 2 * NP_WORKER_MEMORY_BYTES);
  limit (RLIMIT_CPU, 2 * NP_WORKER_PAGE_SECONDS);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_NPROC, 0);
  limit (RLIMIT_NOFILE, 64);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
    np_worker_seccomp_enter_tool ();
}

static void
set_timer (time_t seconds)
{
  const struct itimerval timer = { .it_value = { .tv_sec = seconds } };

  setitimer (ITIMER_PROF, &timer, NULL);
}

/**
 * np_worker_sandbox_start_page:
 *
 * From here on `NP_WORKER_PAGE_SECONDS` of CPU end this process by SIGPROF.
 */
void
np_worker_sandbox_start_page (void)
{
  set_timer (NP_WORKER_PAGE_SECONDS);
}

/**
 * np_worker_sandbox_end_page:
 *
 * The page is done.
 */
void
np_worker_sandbox_end_page (void)
{
  set_timer (0);
}
