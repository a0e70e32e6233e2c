#ifndef CRASH_VFS_H
#define CRASH_VFS_H

#include <stdint.h>

/// Receives all changes that SQLite makes to files, in order, each after it was made. A file is identified by the
/// number that `opened` returned; changes of files with a number below 0 are not reported.
typedef struct {
  int64_t (*opened)(const char *path, int isCreated);
  void (*wrote)(int64_t file, const void *bytes, int64_t count, int64_t offset);
  void (*truncated)(int64_t file, int64_t size);
  void (*synced)(int64_t file);
  void (*removed)(const char *path);
  /// The names in the folder of this path are durable.
  void (*syncedFolder)(const char *path);
} crash_vfs_observer;

/// Puts a file system around SQLite's own and makes it the default of this process. Syncs no longer wait for the real
/// disk; the durable state follows only from the calls of the observer.
///
/// Returns SQLite's result code.
int crash_vfs_register(const crash_vfs_observer *observer);

#endif
