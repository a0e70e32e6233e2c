#include "CHardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>

int chardening_forbid_dumps(void) {
  // In C, because prctl takes any number of arguments, which Swift cannot call.
  struct rlimit none = {0, 0};
  int limited = setrlimit(RLIMIT_CORE, &none);
  return limited | prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
