// What Swift cannot import from ncurses by itself: macros, global variables, and term.h, whose macros are named like
// common variables. And the one thing that must be written in C: putting the terminal back from a signal handler.
#ifndef CNCURSES_H
#define CNCURSES_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <sys/signalfd.h>

char *tigetstr(const char *name);
int memfd_create(const char *name, unsigned int flags);
static inline int cn_memory_file(const char *name) { return memfd_create(name, 1 /* MFD_CLOEXEC */); }

static inline void cn_attr_set(unsigned int attributes, int pair) { attr_set((attr_t)attributes, (short)pair, &pair); }
static inline unsigned int cn_bold(void) { return (unsigned int)A_BOLD; }
static inline unsigned int cn_underline(void) { return (unsigned int)A_UNDERLINE; }
static inline unsigned int cn_reverse(void) { return (unsigned int)A_REVERSE; }
static inline unsigned int cn_dim(void) { return (unsigned int)A_DIM; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }
static inline const char *cn_codeset(void) { return nl_langinfo(CODESET); }
static inline void cn_redraw_all(void) { clearok(curscr, TRUE); }
static inline void cn_no_scroll(void) { scrollok(stdscr, FALSE); idlok(stdscr, FALSE); }

static inline WINDOW *cnStandardScreen(void) { return stdscr; }

/// Remembers the terminal's present modes and, on a crash signal, restores them, writes `reset` and dies of the signal.
/// `reset` must stay valid. Call before the modes are changed.
void cn_guard_terminal(int fd, const char *reset, unsigned long length);

#endif
