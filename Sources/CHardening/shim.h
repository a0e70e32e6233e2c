#pragma once
#include <sys/prctl.h>
#include <sys/resource.h>

// Nothing of what is in memory (keys, people's data) is ever written to a core file, nor read by a debugger of the same user.
// prctl takes any number of arguments, which Swift cannot call.
static inline int chardening_forbid_dumps(void) {
  struct rlimit none = {0, 0};
  int limited = setrlimit(RLIMIT_CORE, &none);
  return limited | prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
