#include "crash_vfs.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  sqlite3_file base;
  int64_t number;
  const char *path;
  // Like SQLite's own file system: the first sync of a new log also makes its name durable.
  int syncsFolder;
} crash_file;

static crash_vfs_observer told;
static sqlite3_vfs *unix_vfs;
static sqlite3_vfs crash_vfs;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((crash_file *)file + 1); }
static int64_t number(sqlite3_file *file) { return ((crash_file *)file)->number; }

static int close_file(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }

static int read_file(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  return real(file)->pMethods->xRead(real(file), bytes, count, offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  int code = real(file)->pMethods->xWrite(real(file), bytes, count, offset);
  if (code == SQLITE_OK && number(file) >= 0) told.wrote(number(file), bytes, count, offset);
  return code;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
  int code = real(file)->pMethods->xTruncate(real(file), size);
  if (code == SQLITE_OK && number(file) >= 0) told.truncated(number(file), size);
  return code;
}

static int sync_file(sqlite3_file *file, int flags) {
  (void)flags;
  crash_file *own = (crash_file *)file;
  if (own->number < 0) return SQLITE_OK;
  told.synced(own->number);
  if (own->syncsFolder) told.syncedFolder(own->path);
  own->syncsFolder = 0;
  return SQLITE_OK;
}

static int size_file(sqlite3_file *file, sqlite3_int64 *size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
static int lock_file(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
static int unlock_file(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
static int is_reserved(sqlite3_file *file, int *result) {
  return real(file)->pMethods->xCheckReservedLock(real(file), result);
}
static int control_file(sqlite3_file *file, int operation, void *argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
static int sector_size(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
static int characteristics(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
static int map_shared(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
  return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}
static int lock_shared(sqlite3_file *file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
static void barrier_shared(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
static int unmap_shared(sqlite3_file *file, int deletes) {
  return real(file)->pMethods->xShmUnmap(real(file), deletes);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = size_file,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = is_reserved,
  .xFileControl = control_file,
  .xSectorSize = sector_size,
  .xDeviceCharacteristics = characteristics,
  .xShmMap = map_shared,
  .xShmLock = lock_shared,
  .xShmBarrier = barrier_shared,
  .xShmUnmap = unmap_shared,
};

static int open_file(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out) {
  (void)vfs;
  crash_file *own = (crash_file *)file;
  memset(own, 0, sizeof *own);
  own->number = -1;
  // SQLite's own check for existence is not used, because it treats an empty log as missing.
  int wasThere = name && access(name, F_OK) == 0;
  int code = unix_vfs->xOpen(unix_vfs, name, real(file), flags, out);
  if (!real(file)->pMethods) return code;
  own->base.pMethods = &methods;
  if (code != SQLITE_OK || !name) return code;
  own->path = name;
  own->number = told.opened(name, !wasThere);
  own->syncsFolder = (flags & SQLITE_OPEN_CREATE) && (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL));
  return code;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int syncsFolder) {
  (void)vfs;
  int code = unix_vfs->xDelete(unix_vfs, name, 0);
  if (code != SQLITE_OK) return code;
  told.removed(name);
  if (syncsFolder) told.syncedFolder(name);
  return code;
}

int crash_vfs_register(const crash_vfs_observer *observer) {
  int code = sqlite3_initialize();
  if (code != SQLITE_OK) return code;
  unix_vfs = sqlite3_vfs_find(0);
  if (!unix_vfs) return SQLITE_ERROR;
  told = *observer;
  // All other functions are those of SQLite's own file system. They get this one as their first argument, but do not
  // use it.
  crash_vfs = *unix_vfs;
  crash_vfs.zName = "crash";
  crash_vfs.szOsFile = (int)sizeof(crash_file) + unix_vfs->szOsFile;
  crash_vfs.xOpen = open_file;
  crash_vfs.xDelete = delete_file;
  crash_vfs.pNext = 0;
  return sqlite3_vfs_register(&crash_vfs, 1);
}
