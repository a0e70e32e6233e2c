// Preloaded by soak.py: the wall clock of one process runs RATE times as fast from its first reading on. Clocks that measure
// durations stay as they are.
#define _GNU_SOURCE
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#ifndef RATE
#define RATE 60
#endif

static const int64_t second = 1000000000;
static int64_t began;

int clock_gettime(clockid_t clock, struct timespec *time) {
  int failed = (int)syscall(SYS_clock_gettime, clock, time);
  if (failed || clock != CLOCK_REALTIME) return failed;
  int64_t now = time->tv_sec * second + time->tv_nsec;
  int64_t nothing = 0;
  if (__atomic_compare_exchange_n(&began, &nothing, now, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) nothing = now;
  now = nothing + (now - nothing) * RATE;
  time->tv_sec = now / second;
  time->tv_nsec = now % second;
  return 0;
}
