#include "CNcurses.h"
#include <signal.h>
#include <termios.h>
#include <unistd.h>

static int guarded = -1;
static struct termios modes;
static const char *reset_text;
static unsigned long reset_length;

static void restore_and_die(int signal_number) {
  if (guarded >= 0) {
    tcsetattr(guarded, TCSANOW, &modes);
    if (write(guarded, reset_text, reset_length) < 0) { /* nothing more can be done */ }
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void cn_guard_terminal(int fd, const char *reset, unsigned long length) {
  static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGTRAP, SIGFPE};
  if (tcgetattr(fd, &modes) != 0) return;
  guarded = fd;
  reset_text = reset;
  reset_length = length;
  for (unsigned i = 0; i < sizeof crashes / sizeof crashes[0]; i++) signal(crashes[i], restore_and_die);
}
