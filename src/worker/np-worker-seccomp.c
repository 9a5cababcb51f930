#include "worker/np-worker-seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* An allow-list: what is not named here answers EPERM, so that a library that asks for something at a late hour goes
 * without, and a page that took over the process gets nowhere: no file, no socket, no process, no other process's
 * memory, and no code that was not there before. See Documentation/userspace-api/seccomp_filter.rst of Linux. */

#if defined(__x86_64__) && !defined(__ILP32__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCHITECTURE AUDIT_ARCH_RISCV64
#elif defined(__powerpc64__) && G_BYTE_ORDER == G_LITTLE_ENDIAN
#define ARCHITECTURE AUDIT_ARCH_PPC64LE
#endif

#ifdef ARCHITECTURE

static const guint32 allowed[] = {
  /* what is open already */
  SYS_read,
  SYS_readv,
  SYS_write,
  SYS_writev,
  SYS_close,
  SYS_fstat,
  /* memory; mmap() and mprotect() have rows of their own below */
  SYS_brk,
  SYS_munmap,
  SYS_mremap,
  SYS_madvise,
  /* clocks; the timer stops a page that takes too long */
  SYS_clock_gettime,
  SYS_clock_getres,
  SYS_clock_nanosleep,
  SYS_nanosleep,
  SYS_gettimeofday,
  SYS_setitimer,
  /* threads and signals */
  SYS_futex,
  SYS_sched_yield,
  SYS_set_robust_list,
  SYS_rt_sigaction,
  SYS_rt_sigprocmask,
  SYS_rt_sigreturn,
  SYS_sigaltstack,
  SYS_restart_syscall,
  SYS_getpid,
  SYS_getppid,
  SYS_gettid,
  SYS_getuid,
  SYS_sched_getaffinity,
#ifdef SYS_rseq
  SYS_rseq,
#endif
#ifdef SYS_time
  SYS_time,
#endif
  SYS_getrandom,
  SYS_exit,
  SYS_exit_group,
};

/* What a program that is started, with its libraries and its data, needs besides; open() only for reading. */
static const guint32 allowed_of_tool[] = {
  SYS_execve,     SYS_mmap,       SYS_mprotect,  SYS_pread64, SYS_lseek,     SYS_statx,           SYS_newfstatat,
  SYS_getdents64, SYS_readlinkat, SYS_faccessat, SYS_ioctl,   SYS_prlimit64, SYS_set_tid_address, SYS_uname,
  SYS_sysinfo,    SYS_geteuid,    SYS_getgid,    SYS_getegid,
#ifdef SYS_faccessat2
  SYS_faccessat2,
#endif
#ifdef SYS_access
  SYS_access,
#endif
#ifdef SYS_stat
  SYS_stat,       SYS_lstat,      SYS_readlink,
#endif
#ifdef SYS_arch_prctl
  SYS_arch_prctl,
#endif
};

/* The bits of open() that make or change something (asm-generic/fcntl.h; O_TMPFILE without the bit that it shares). */
#define WRITING_BITS (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | 020000000)

#define LOAD(field)    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, field))
#define RETURN(action) BPF_STMT (BPF_RET | BPF_K, (action))
#define DENY           RETURN (SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA))

/* The lower half of an argument: all the architectures above are little-endian. */
#define LOAD_ARGUMENT(n) LOAD (args[n])

/* Five steps: system call @call is allowed unless its argument @n has any of @bits. */
#define ALLOW_WITHOUT(call, n, bits)                                                                                   \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 4), LOAD_ARGUMENT (n),                                               \
      BPF_JUMP (BPF_JMP | BPF_JSET | BPF_K, (bits), 0, 1), DENY, RETURN (SECCOMP_RET_ALLOW)

/* Five steps: system call @call is allowed when its argument @n is @value. */
#define ALLOW_WITH(call, n, value)                                                                                     \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 4), LOAD_ARGUMENT (n),                                               \
      BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (value), 1, 0), DENY, RETURN (SECCOMP_RET_ALLOW)

static gboolean
load_filter (GArray *steps)
{
  struct sock_fprog program = { (unsigned short) steps->len, (struct sock_filter *) (gpointer) steps->data };

  if (syscall (SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0)
    return TRUE;
  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

#endif

#ifdef ARCHITECTURE
/* Rows that let each of @calls pass. */
static void
add_allowed (GArray *steps, const guint32 *calls, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const struct sock_filter row[] = { BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, calls[i], 0, 1),
                                         RETURN (SECCOMP_RET_ALLOW) };

      g_array_append_vals (steps, row, G_N_ELEMENTS (row));
    }
}
#endif

/**
 * np_worker_seccomp_enter_tool:
 *
 * As np_worker_seccomp_enter(), for a program that is started now: it may also open files to read them, and load code.
 *
 * Returns: whether it is so; `FALSE` where the kernel cannot or may not
 */
gboolean
np_worker_seccomp_enter_tool (void)
{
#ifdef ARCHITECTURE
  const struct sock_filter head[] = {
    LOAD (arch),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    RETURN (SECCOMP_RET_KILL_PROCESS),
    LOAD (nr),
    ALLOW_WITHOUT (SYS_openat, 2, WRITING_BITS),
    LOAD (nr),
  };
  const struct sock_filter tail = DENY;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (struct sock_filter));

  g_array_append_vals (steps, head, G_N_ELEMENTS (head));
  add_allowed (steps, allowed, G_N_ELEMENTS (allowed));
  add_allowed (steps, allowed_of_tool, G_N_ELEMENTS (allowed_of_tool));
  g_array_append_val (steps, tail);
  return load_filter (steps);
#else
  return FALSE;
#endif
}

/**
 * np_worker_seccomp_enter:
 *
 * Lets this process make no system calls from now on but those that reading a page takes. Needs `PR_SET_NO_NEW_PRIVS`.
 *
 * Returns: whether it is so; `FALSE` where the kernel cannot or may not
 */
gboolean
np_worker_seccomp_enter (void)
{
#ifdef ARCHITECTURE
  const struct sock_filter head[] = {
    LOAD (arch),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    RETURN (SECCOMP_RET_KILL_PROCESS),
    LOAD (nr), /* numbers of x32 have a bit set that none in the list has */
    ALLOW_WITHOUT (SYS_mmap, 2, PROT_EXEC),
    LOAD (nr),
    ALLOW_WITHOUT (SYS_mprotect, 2, PROT_EXEC),
    LOAD (nr),
    ALLOW_WITH (SYS_tgkill, 0, (guint32) getpid ()), /* abort() */
    LOAD (nr),
  };
  const struct sock_filter tail = DENY;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (struct sock_filter));

  g_array_append_vals (steps, head, G_N_ELEMENTS (head));
  add_allowed (steps, allowed, G_N_ELEMENTS (allowed));
  g_array_append_val (steps, tail);
  return load_filter (steps);
#else
  return FALSE;
#endif
}
