#pragma once

// Nothing of what is in memory (keys, people's data) is ever written to a core file, nor read by a debugger of the same
// user. Returns 0 when the system agreed.
int chardening_forbid_dumps(void);
