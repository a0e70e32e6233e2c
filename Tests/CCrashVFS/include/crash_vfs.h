#ifndef CRASH_VFS_H
#define CRASH_VFS_H

#include <stdint.h>

/// Is told of all that SQLite does to files, in order, each time after it was done. A file is known by the number that `opened` gave
/// it; what has no number (below 0) is not told of.
typedef struct {
  int64_t (*opened)(const char *path, int isCreated);
  void (*wrote)(int64_t file, const void *bytes, int64_t count, int64_t offset);
  void (*truncated)(int64_t file, int64_t size);
  void (*synced)(int64_t file);
  void (*removed)(const char *path);
  /// The names in the folder of this path are on the disk.
  void (*syncedFolder)(const char *path);
} crash_vfs_observer;

/// Puts a file system around SQLite's own and makes it the default of this process. Nothing waits for the real disk any more: what
/// would be on it is what the observer was told.
///
/// Returns SQLite's result code.
int crash_vfs_register(const crash_vfs_observer *observer);

#endif
