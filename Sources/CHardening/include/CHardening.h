#pragma once

#include <sys/types.h>

// Nothing of what is in memory (keys, people's data) is ever written to a core file, nor read by a debugger of the same
// user. Returns 0 when the system agreed.
int chardening_forbid_dumps(void);

// Starts a program with these three standard streams and this environment, in the root folder. Nothing else of this process goes with
// it: no other open file, no signal that is held back or ignored here. The streams must not be numbers 0 to 2. Returns -1 with errno set
// if it cannot be started. In C, because Swift does not see two of the calls that it takes.
pid_t chardening_start_helper(const char *path, char *const arguments[], char *const environment[], const int streams[3]);
