#include "passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

/* A signal that comes while a passphrase is typed waits until the terminal is itself again: it is blocked but
 * for the moments of waiting, so that none is lost between two instructions. */
static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
enum { SIGNALS = sizeof signals / sizeof *signals };

static volatile sig_atomic_t caught;

static void note_signal(int number)
{
    caught = number;
}

struct quiet_terminal {
    int fd;
    struct termios before;
    struct sigaction actions[SIGNALS];
    sigset_t mask; /* as it was before */
};

static bool silence(struct quiet_terminal *terminal)
{
    struct sigaction action = {.sa_handler = note_signal};
    sigset_t blocked;
    sigemptyset(&action.sa_mask);
    sigemptyset(&blocked);
    caught = 0;
    for (size_t i = 0; i < SIGNALS; i++)
        sigaddset(&blocked, signals[i]);
    sigprocmask(SIG_BLOCK, &blocked, &terminal->mask);
    for (size_t i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &action, &terminal->actions[i]);
    struct termios quiet;
    if (tcgetattr(terminal->fd, &terminal->before) != 0) return false;
    quiet = terminal->before;
    quiet.c_lflag = (quiet.c_lflag & ~(tcflag_t)(ECHO | ECHONL)) | ICANON | ISIG;
    return tcsetattr(terminal->fd, TCSAFLUSH, &quiet) == 0;
}

static void restore(struct quiet_terminal *terminal, bool silenced)
{
    if (silenced) tcsetattr(terminal->fd, TCSAFLUSH, &terminal->before);
    for (size_t i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &terminal->actions[i], NULL);
    sigprocmask(SIG_SETMASK, &terminal->mask, NULL);
}

static void put(int fd, const char *text)
{
    size_t length = strlen(text);
    if (write(fd, text, length) != (ssize_t)length) errno = 0; /* the prompt is a courtesy */
}

/* Waits for a letter; false at a signal or at the end of the terminal. */
static bool next_letter(const struct quiet_terminal *terminal, char *c)
{
    int ready;
    do {
        fd_set input;
        FD_ZERO(&input);
        FD_SET(terminal->fd, &input);
        ready = pselect(terminal->fd + 1, &input, NULL, NULL, NULL, &terminal->mask);
    } while (ready < 0 && errno == EINTR && !caught);
    return ready > 0 && !caught && read(terminal->fd, c, 1) == 1;
}

/* One line without its end; false if there is none, or it is too long. */
static bool read_line(const struct quiet_terminal *terminal, char *out, size_t size)
{
    size_t length = 0;
    char c;
    bool more;
    while ((more = next_letter(terminal, &c)) && c != '\n') {
        if (length + 1 < size) out[length] = c;
        length++;
    }
    out[length < size ? length : 0] = '\0';
    return more && length < size;
}

static bool ask(struct quiet_terminal *terminal, const char *prompt, const char *path, char *out, size_t size)
{
    bool silenced = silence(terminal);
    bool done = false;
    if (silenced) {
        put(terminal->fd, prompt);
        put(terminal->fd, path);
        put(terminal->fd, ": ");
        done = read_line(terminal, out, size);
        put(terminal->fd, "\n");
    }
    restore(terminal, silenced);
    return done;
}

enum cmd_ask cmd_ask_secret(const char *prompt, const char *path, char *out, size_t size)
{
    struct quiet_terminal terminal = {.fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)};
    if (terminal.fd < 0 || terminal.fd >= FD_SETSIZE) return CMD_ASK_NO_TERMINAL;
    bool done;
    do {
        done = ask(&terminal, prompt, path, out, size);
        if (caught) raise(caught); /* to whoever was there before; a stopped program asks again */
    } while (!done && caught == SIGTSTP);
    close(terminal.fd);
    return done ? CMD_ASK_OK : CMD_ASK_FAILED;
}
