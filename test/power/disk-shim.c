/*
 * Stands between a server and its disk (LD_PRELOAD), for the files below SHIM_DIR:
 *
 *   SHIM_TRACE   a file that every write, truncation, sync, creation, removal and renaming is added to, and every byte
 *                that left on a socket, in the order in which they happened
 *   SHIM_FAULTS  a file of `struct faults`, which may be changed at any time, that says what the disk does wrong
 *
 * A record of the trace, little-endian: u8 op, u64 id, u64 offset, u32 length, the bytes. `id` is the inode, or the
 * other end's port for op N.
 *
 *   W write  T truncate to offset  S sync (also of a folder)  C created (bytes: path)  U unlinked (path)
 *   R renamed (from, 0, to)  L linked (from, 0, to)  N sent on a socket
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

struct faults {
  int32_t write_errno, sync_errno, read_errno, open_errno; /* 0: it works */
  int32_t sync_hangs; /* a sync takes until this is 0 again */
  int32_t unused;
  int64_t space_left; /* bytes by which files may still grow; below 0: no end of it */
};

enum { MAX_FD = 65536 };
static uint64_t file_of[MAX_FD]; /* the inode of a file of ours, 0 for others */
static uint16_t port_of[MAX_FD]; /* the other end's port of a socket that was accepted */
static const char *dir;
static size_t dir_length;
static int trace = -1;
static volatile struct faults none = {0, 0, 0, 0, 0, 0, -1};
static volatile struct faults *faults = &none;
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void start(void) {
  const char *path;
  dir = getenv("SHIM_DIR");
  if (!dir) return;
  dir_length = strlen(dir);
  if ((path = getenv("SHIM_TRACE"))) trace = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CLOEXEC);
  if ((path = getenv("SHIM_FAULTS"))) {
    int fd = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
    void *at = fd < 0 ? MAP_FAILED : mmap(0, sizeof none, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (at != MAP_FAILED) faults = at;
  }
}

static int is_ours(const char *path) {
  return dir && !strncmp(path, dir, dir_length) && (path[dir_length] == '/' || !path[dir_length]);
}

/* The inode of a file of ours, or 0. Asked of the system too: a descriptor may have been closed behind our back. */
static uint64_t ours(int fd) {
  struct stat now;
  if (fd < 0 || fd >= MAX_FD || !file_of[fd]) return 0;
  if (fstat(fd, &now) || now.st_ino != file_of[fd]) file_of[fd] = 0;
  return file_of[fd];
}

/* Call with `order` held, so that the trace is in the order of what happened. */
static void record(char op, uint64_t id, uint64_t offset, const struct iovec *parts, int count, size_t length) {
  if (trace < 0) return;
  unsigned char head[21];
  uint32_t size = length;
  head[0] = op;
  memcpy(head + 1, &id, 8);
  memcpy(head + 9, &offset, 8);
  memcpy(head + 17, &size, 4);
  struct iovec all[IOV_MAX];
  all[0] = (struct iovec){head, sizeof head};
  int used = 1;
  for (int at = 0; at < count && length > 0 && used < IOV_MAX; at++) {
    size_t part = parts[at].iov_len < length ? parts[at].iov_len : length;
    all[used++] = (struct iovec){parts[at].iov_base, part};
    length -= part;
  }
  if (syscall(SYS_writev, trace, all, used) < 0) abort();
}

static void record_bytes(char op, uint64_t id, uint64_t offset, const void *bytes, size_t length) {
  struct iovec part = {(void *)bytes, length};
  record(op, id, offset, &part, 1, length);
}

static int fails(int32_t code) {
  if (!code) return 0;
  errno = code;
  return 1;
}

/* Whether a file may be written up to `end`; takes what it grows by from the space that is left. */
static int has_no_room(int fd, uint64_t end) {
  struct stat now;
  if (faults->space_left < 0 || fstat(fd, &now) || end <= (uint64_t)now.st_size) return 0;
  int64_t more = end - now.st_size;
  if (more > faults->space_left) return fails(ENOSPC);
  faults->space_left -= more;
  return 0;
}

static void give_back(int64_t size) {
  if (faults->space_left >= 0) faults->space_left += size;
}

static int opened(int fd, const char *path, int flags, int was_there) {
  if (fd < 0 || fd >= MAX_FD) return fd;
  file_of[fd] = 0, port_of[fd] = 0;
  struct stat now;
  char whole[PATH_MAX];
  if (!realpath(path, whole) || !is_ours(whole) || fstat(fd, &now)) return fd;
  file_of[fd] = now.st_ino;
  pthread_mutex_lock(&order);
  if (!was_there && (flags & O_CREAT)) record_bytes('C', now.st_ino, 0, whole, strlen(whole));
  else if (flags & O_TRUNC) record_bytes('T', now.st_ino, 0, 0, 0);
  pthread_mutex_unlock(&order);
  return fd;
}

static int open_any(int at, const char *path, int flags, mode_t mode) {
  struct stat before;
  int was_there = !fstatat(at, path, &before, 0);
  if (is_ours(path) && (flags & (O_WRONLY | O_RDWR | O_CREAT)) && fails(faults->open_errno)) return -1;
  return opened(syscall(SYS_openat, at, path, flags, mode), path, flags, was_there);
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    return open_any(AT_FDCWD, path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int at, const char *path, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    return open_any(at, path, flags, mode); \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(close);
  if (fd >= 0 && fd < MAX_FD) file_of[fd] = 0, port_of[fd] = 0;
  return real(fd);
}

#define PREAD(name) \
  ssize_t name(int fd, void *to, size_t length, off_t offset) { \
    REAL(name); \
    if (ours(fd) && fails(faults->read_errno)) return -1; \
    return real(fd, to, length, offset); \
  }
PREAD(pread)
PREAD(pread64)

static ssize_t written(int fd, const void *bytes, ssize_t done, uint64_t offset) {
  if (done > 0) record_bytes('W', ours(fd), offset, bytes, done);
  return done;
}

#define PWRITE(name) \
  ssize_t name(int fd, const void *bytes, size_t length, off_t offset) { \
    REAL(name); \
    if (!ours(fd)) return real(fd, bytes, length, offset); \
    if (fails(faults->write_errno) || has_no_room(fd, offset + length)) return -1; \
    pthread_mutex_lock(&order); \
    ssize_t done = written(fd, bytes, real(fd, bytes, length, offset), offset); \
    pthread_mutex_unlock(&order); \
    return done; \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

static ssize_t sent(int fd, const struct iovec *parts, int count, ssize_t done) {
  if (done > 0 && port_of[fd]) record('N', port_of[fd], 0, parts, count, done);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(write);
  int is_file = ours(fd) != 0;
  if (!is_file && !(fd >= 0 && fd < MAX_FD && port_of[fd])) return real(fd, bytes, length);
  uint64_t offset = is_file ? lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR) : 0;
  if (is_file && (fails(faults->write_errno) || has_no_room(fd, offset + length))) return -1;
  struct iovec part = {(void *)bytes, length};
  pthread_mutex_lock(&order);
  ssize_t done = real(fd, bytes, length);
  if (is_file) written(fd, bytes, done, offset);
  else sent(fd, &part, 1, done);
  pthread_mutex_unlock(&order);
  return done;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(writev);
  if (fd < 0 || fd >= MAX_FD || !port_of[fd]) return real(fd, parts, count);
  pthread_mutex_lock(&order);
  ssize_t done = sent(fd, parts, count, real(fd, parts, count));
  pthread_mutex_unlock(&order);
  return done;
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
  REAL(sendmsg);
  if (fd < 0 || fd >= MAX_FD || !port_of[fd]) return real(fd, message, flags);
  pthread_mutex_lock(&order);
  ssize_t done = sent(fd, message->msg_iov, message->msg_iovlen, real(fd, message, flags));
  pthread_mutex_unlock(&order);
  return done;
}

int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags) {
  REAL(accept4);
  int got = real(fd, address, length, flags);
  struct sockaddr_storage peer;
  socklen_t size = sizeof peer;
  if (got < 0 || got >= MAX_FD) return got;
  file_of[got] = 0, port_of[got] = 0;
  if (getpeername(got, (struct sockaddr *)&peer, &size)) return got;
  if (peer.ss_family == AF_INET) port_of[got] = ntohs(((struct sockaddr_in *)&peer)->sin_port);
  if (peer.ss_family == AF_INET6) port_of[got] = ntohs(((struct sockaddr_in6 *)&peer)->sin6_port);
  return got;
}

#define FTRUNCATE(name) \
  int name(int fd, off_t length) { \
    REAL(name); \
    struct stat before; \
    if (!ours(fd) || fstat(fd, &before)) return real(fd, length); \
    if (fails(faults->write_errno)) return -1; \
    pthread_mutex_lock(&order); \
    int failed = real(fd, length); \
    if (!failed) record_bytes('T', ours(fd), length, 0, 0); \
    pthread_mutex_unlock(&order); \
    if (!failed && length < before.st_size) give_back(before.st_size - length); \
    return failed; \
  }
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)

#define SYNC(name) \
  int name(int fd) { \
    REAL(name); \
    if (!ours(fd)) return real(fd); \
    while (faults->sync_hangs) usleep(2000); \
    if (fails(faults->sync_errno)) return -1; \
    int failed = real(fd); \
    pthread_mutex_lock(&order); \
    if (!failed) record_bytes('S', ours(fd), 0, 0, 0); \
    pthread_mutex_unlock(&order); \
    return failed; \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  REAL(unlink);
  struct stat before = {0};
  if (!is_ours(path) || stat(path, &before)) return real(path);
  if (fails(faults->open_errno)) return -1;
  pthread_mutex_lock(&order);
  int failed = real(path);
  if (!failed) record_bytes('U', before.st_ino, 0, path, strlen(path));
  pthread_mutex_unlock(&order);
  if (!failed) give_back(before.st_size);
  return failed;
}

#define TWO_NAMES(name, op) \
  int name(const char *from, const char *to) { \
    REAL(name); \
    if (!is_ours(from)) return real(from, to); \
    if (fails(faults->open_errno)) return -1; \
    struct iovec parts[2] = {{(void *)from, strlen(from) + 1}, {(void *)to, strlen(to)}}; \
    pthread_mutex_lock(&order); \
    int failed = real(from, to); \
    if (!failed) record(op, 0, 0, parts, 2, parts[0].iov_len + parts[1].iov_len); \
    pthread_mutex_unlock(&order); \
    return failed; \
  }
TWO_NAMES(rename, 'R')
TWO_NAMES(link, 'L')

#define STATFS(name, type) \
  int name(const char *path, struct type *to) { \
    REAL(name); \
    int failed = real(path, to); \
    if (!failed && is_ours(path) && faults->space_left >= 0) to->f_bavail = to->f_bfree = faults->space_left / to->f_bsize; \
    return failed; \
  }
STATFS(statfs, statfs)
STATFS(statfs64, statfs64)
