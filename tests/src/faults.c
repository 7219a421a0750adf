/* Makes what a process writes to a SQLite database fail, or ends the process in the middle of it: loaded before the system's library.
 *
 * FAULTS names a file. While it says ENOSPC or EIO, whatever changes the database or its log fails with that. FAULTS_KILL_AT is a number:
 * the process ends, as by SIGKILL, instead of making the change of that number. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long changes;

/* Whether a descriptor is the database's file or its log's. The files of locks and of shared memory aren't. */
static int is_ours(int fd) {
    char name[64], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    const char *file = strstr(path, "tenure.db");
    return file && !strstr(file, ".lock") && !strstr(file, "-shm");
}

/* The error with which a change fails now; none if it doesn't. */
static int fault(int fd) {
    if (!is_ours(fd)) return 0;
    const char *kill_at = getenv("FAULTS_KILL_AT");
    if (kill_at && atomic_fetch_add(&changes, 1) + 1 == atol(kill_at)) kill(getpid(), SIGKILL);
    const char *control = getenv("FAULTS");
    if (!control) return 0;
    int file = open(control, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    char says[16] = {0};
    ssize_t length = read(file, says, sizeof says - 1);
    close(file);
    if (length <= 0) return 0;
    return strncmp(says, "ENOSPC", 6) == 0 ? ENOSPC : strncmp(says, "EIO", 3) == 0 ? EIO : 0;
}

#define INSTEAD(result, name, parameters, arguments)                                      \
    result name parameters {                                                              \
        static result(*real) parameters;                                                  \
        if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name);                  \
        int error = fault(fd);                                                            \
        if (error) {                                                                      \
            errno = error;                                                                \
            return -1;                                                                    \
        }                                                                                 \
        return real arguments;                                                            \
    }

INSTEAD(ssize_t, write, (int fd, const void *bytes, size_t count), (fd, bytes, count))
INSTEAD(ssize_t, pwrite, (int fd, const void *bytes, size_t count, off_t at), (fd, bytes, count, at))
INSTEAD(ssize_t, pwrite64, (int fd, const void *bytes, size_t count, off64_t at), (fd, bytes, count, at))
INSTEAD(int, ftruncate, (int fd, off_t length), (fd, length))
INSTEAD(int, ftruncate64, (int fd, off64_t length), (fd, length))
INSTEAD(int, fsync, (int fd), (fd))
INSTEAD(int, fdatasync, (int fd), (fd))
