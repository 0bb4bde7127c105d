/* Laid before the C library (LD_PRELOAD): the n-th touch of a file on the disk fails.

   Counted are what writes, syncs, resizes, renames or makes a regular file. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long at = 0, count = 0;
static int number = 0, for_ever = 0;

/* at 0: no more faults. number 0: the process is killed instead. */
void fault_arm(long n, int error_number, int from_then_on) {
    at = n; count = 0; number = error_number; for_ever = from_then_on;
}
long fault_count(void) { return count; }

static int fails(void) {
    if (!at) return 0;
    count++;
    if (count != at && !(for_ever && count > at)) return 0;
    if (!number) kill(getpid(), SIGKILL);
    errno = number;
    return 1;
}
static int regular(int fd) {
    struct stat found;
    int kept = errno;
    int is = !fstat(fd, &found) && S_ISREG(found.st_mode);
    errno = kept;
    return is;
}
#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *bytes, size_t size) {
    REAL(write); return regular(fd) && fails() ? -1 : real(fd, bytes, size);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t where) {
    REAL(pwrite); return regular(fd) && fails() ? -1 : real(fd, bytes, size, where);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t where) {
    REAL(pwrite64); return regular(fd) && fails() ? -1 : real(fd, bytes, size, where);
}
ssize_t sendfile(int out, int in, off_t *where, size_t size) {
    REAL(sendfile); return regular(out) && fails() ? -1 : real(out, in, where, size);
}
ssize_t sendfile64(int out, int in, off64_t *where, size_t size) {
    REAL(sendfile64); return regular(out) && fails() ? -1 : real(out, in, where, size);
}
int fsync(int fd) { REAL(fsync); return fails() ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return fails() ? -1 : real(fd); }
int ftruncate(int fd, off_t size) { REAL(ftruncate); return fails() ? -1 : real(fd, size); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); return fails() ? -1 : real(fd, size); }
int rename(const char *from, const char *to) {
    REAL(rename); return fails() ? -1 : real(from, to);
}
int open(const char *path, int flags, ...) {
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more);
    REAL(open); return (flags & O_CREAT) && fails() ? -1 : real(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more);
    REAL(open64); return (flags & O_CREAT) && fails() ? -1 : real(path, flags, mode);
}
