#define _GNU_SOURCE
#include "CHardening.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>

pid_t chardening_start_helper(const char *path, char *const arguments[], char *const environment[],
                              const int streams[3]) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  pid_t process = -1;

  sigemptyset(&none);
  sigfillset(&all);
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure) {
    errno = failure;
    return -1;
  }
  failure = posix_spawnattr_init(&attributes);
  if (!failure) {
    for (int place = 0; place < 3 && !failure; place++)
      failure = posix_spawn_file_actions_adddup2(&actions, streams[place], place);
    if (!failure) failure = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    if (!failure) failure = posix_spawn_file_actions_addchdir_np(&actions, "/");
    if (!failure) failure = posix_spawnattr_setsigmask(&attributes, &none);
    if (!failure) failure = posix_spawnattr_setsigdefault(&attributes, &all);
    if (!failure) failure = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    if (!failure) failure = posix_spawn(&process, path, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  errno = failure;
  return failure ? -1 : process;
}
