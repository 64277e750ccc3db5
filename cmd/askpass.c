#include "passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* A signal that comes while a passphrase is typed waits until the terminal is itself again. */
static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
enum { SIGNALS = sizeof signals / sizeof *signals };

static volatile sig_atomic_t caught;

static void catch (int number)
{
    caught = number;
}

struct quiet_terminal {
    int fd;
    struct termios before;
    struct sigaction actions[SIGNALS];
};

static bool silence(struct quiet_terminal *terminal)
{
    struct sigaction action = {.sa_handler = catch};
    sigemptyset(&action.sa_mask);
    caught = 0;
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
}

static void put(int fd, const char *text)
{
    size_t length = strlen(text);
    if (write(fd, text, length) != (ssize_t)length) errno = 0; /* the prompt is a courtesy */
}

/* One line without its end; false at a signal, the end of the terminal, or a line that is too long. */
static bool read_line(int fd, char *out, size_t size)
{
    size_t length = 0;
    char c;
    ssize_t n;
    while ((n = read(fd, &c, 1)) == 1 && c != '\n') {
        if (length + 1 < size) out[length] = c;
        length++;
    }
    out[length < size ? length : 0] = '\0';
    return n == 1 && length < size;
}

static bool ask(struct quiet_terminal *terminal, const char *prompt, const char *path, char *out, size_t size)
{
    bool silenced = silence(terminal);
    bool done = false;
    if (silenced) {
        put(terminal->fd, prompt);
        put(terminal->fd, path);
        put(terminal->fd, ": ");
        done = read_line(terminal->fd, out, size);
        put(terminal->fd, "\n");
    }
    restore(terminal, silenced);
    return done;
}

enum cmd_ask cmd_ask_secret(const char *prompt, const char *path, char *out, size_t size)
{
    struct quiet_terminal terminal = {.fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)};
    if (terminal.fd < 0) return CMD_ASK_NO_TERMINAL;
    bool done;
    do {
        done = ask(&terminal, prompt, path, out, size);
        if (caught) raise(caught); /* to whoever was there before; a stopped program asks again */
    } while (!done && caught == SIGTSTP);
    close(terminal.fd);
    return done ? CMD_ASK_OK : CMD_ASK_FAILED;
}
