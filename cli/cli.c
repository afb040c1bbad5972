/* SPDX-License-Identifier: Apache-2.0 */
/* Results on stdout, words on stderr. Rows are written whole by write(2), so that an
 * interrupted run leaves whole rows and every failure is seen where it happens. */
#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* What signal handlers can reach. */
static volatile int stop_flag;
static volatile sig_atomic_t writing;   /* a row is on its way out */
static volatile sig_atomic_t on_screen; /* stderr is a terminal: progress may stand there */
static const char *volatile part_name;  /* NULL, or what has to be removed */

/* The run has a second to end by itself. An input that keeps it waiting (a terminal, a pipe, a
 * very large page) is then left, but never within a row. */
static void on_signal(int number)
{
    (void)number;
    stop_flag = 1;
    alarm(1);
}

static void on_alarm(int number)
{
    (void)number;
    if (writing) {
        alarm(1);
        return;
    }
    if (on_screen && write(STDERR_FILENO, "\r\033[K", 4) < 0)
        stop_flag = 1; /* nothing to be done about it */
    if (part_name != NULL)
        unlink(part_name);
    _exit(CLI_INTERRUPTED);
}

const volatile int *cli_stop_flag(void)
{
    return &stop_flag;
}

/* A closed descriptor would be given to the next file that is opened. It is filled so that
 * using it fails as if it were closed. */
static void fill_closed(int fd)
{
    if (fcntl(fd, F_GETFD) == -1 && errno == EBADF) {
        int null = open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        if (null >= 0 && null != fd) {
            dup2(null, fd);
            close(null);
        }
    }
}

void cli_start(cli *io)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        fill_closed(fd);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    action = (struct sigaction){.sa_handler = on_alarm};
    sigaction(SIGALRM, &action, NULL);
    /* Caught as an error of write(2), so that all is tidied up before cli_finish() obeys it. */
    bool ignored = signal(SIGPIPE, SIG_IGN) == SIG_IGN;
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    *io = (cli){.out = STDOUT_FILENO, .file = {.fd = -1}, .out_name = "standard output", .pipe_told = ignored};
    io->out_terminal = isatty(STDOUT_FILENO) == 1;
    io->err_terminal = isatty(STDERR_FILENO) == 1;
    on_screen = io->err_terminal;
    io->color = io->out_terminal && (no_color == NULL || *no_color == '\0') &&
                (term == NULL || strcmp(term, "dumb") != 0);
}

/* A name may hold anything; a terminal gets no control character of it. */
static void print_name(const char *name)
{
    if (*name == '\0')
        fputs("\"\"", stderr);
    for (; *name != '\0'; name++) {
        unsigned char c = (unsigned char)*name;
        fputc(c < ' ' || c == 0x7F ? '?' : c, stderr);
    }
}

static void hide_progress(cli *io)
{
    if (io->progress_shown)
        fputs("\r\033[K", stderr);
    io->progress_shown = false;
}

static void not_written(cli *io, int cause)
{
    if (io->code == CLI_NOT_WRITTEN)
        return;
    io->code = CLI_NOT_WRITTEN;
    hide_progress(io);
    io->pipe_gone = cause == EPIPE && !io->pipe_told;
    if (io->pipe_gone)
        return;
    const char *way = cause == ENOSPC || cause == EDQUOT ? "make room or write elsewhere with -o"
                      : cause == EPIPE                   ? "its reader has gone"
                      : cause == EBUSY ? "another run writes it: wait for its end"
                      : cause == ENODATA
                          ? "its part is gone or cut: remove the state to begin anew"
                                                         : "write elsewhere with -o";
    fputs("nutgraf: ", stderr);
    print_name(io->out_name);
    fprintf(stderr, ": cannot be written: %s; %s\n", strerror(cause), way);
}

bool cli_write(void *context, const char *bytes, size_t length)
{
    cli *io = context;
    writing = 1;
    while (length > 0 && io->code != CLI_NOT_WRITTEN) {
        ssize_t done = write(io->out, bytes, length);
        if (done >= 0) {
            bytes += done;
            length -= (size_t)done;
            io->written += (uint64_t)done;
        } else if (errno != EINTR) {
            not_written(io, errno);
        }
    }
    writing = 0;
    return io->code != CLI_NOT_WRITTEN;
}

void cli_print(cli *io, const char *format, ...)
{
    char *text = NULL;
    va_list args;
    va_start(args, format);
    int length = vasprintf(&text, format, args);
    va_end(args);
    if (length < 0) {
        not_written(io, ENOMEM);
        return;
    }
    cli_write(io, text, (size_t)length);
    free(text);
}

bool cli_open_output(cli *io, const char *path)
{
    io->out_name = path;
    io->out_terminal = io->color = false;
    if (!outfile_open(&io->file, path))
        not_written(io, errno);
    io->out = io->file.fd;
    part_name = io->file.part;
    return io->out >= 0;
}

bool cli_go_on_output(cli *io, const char *path, uint64_t bytes)
{
    io->out_name = path;
    io->out_terminal = io->color = false;
    if (!outfile_go_on(&io->file, path, bytes))
        not_written(io, errno);
    io->out = io->file.fd;
    io->written = bytes;
    return io->out >= 0;
}

bool cli_sync(cli *io)
{
    if (fdatasync(io->out) != 0 && errno != EINVAL && errno != EROFS)
        not_written(io, errno);
    return io->code != CLI_NOT_WRITTEN;
}

void cli_give_up(cli *io)
{
    io->code = CLI_NOT_WRITTEN;
}

bool cli_write_file(cli *io, const char *path, bool (*write)(cli *file, void *context),
                    void *context)
{
    cli side = {.out_name = path};
    bool good = outfile_open(&side.file, path);
    if (!good)
        not_written(&side, errno);
    side.out = side.file.fd;
    if (good && write(&side, context) && side.code == CLI_OK) {
        if (!outfile_complete(&side.file))
            not_written(&side, errno);
    } else if (good) {
        outfile_give_up(&side.file);
        side.code = CLI_NOT_WRITTEN;
    }
    if (side.code != CLI_OK)
        io->code = CLI_NOT_WRITTEN;
    return side.code == CLI_OK;
}

/* Closes the output. A file gets its name where all of it was written. */
static void close_output(cli *io)
{
    bool is_file = io->file.fd >= 0 && io->file.fd == io->out;
    if (is_file && (io->code == CLI_NOT_WRITTEN || io->code == CLI_USAGE ||
                    (stop_flag && io->file.part != NULL))) {
        outfile_give_up(&io->file);
    } else if (is_file) {
        if (!outfile_complete(&io->file))
            not_written(io, errno);
    } else if (io->out >= 0 && close(io->out) != 0 && io->code != CLI_NOT_WRITTEN &&
               errno != EINTR) {
        not_written(io, errno);
    }
    io->out = -1;
    part_name = NULL;
}

int cli_finish(cli *io)
{
    close_output(io);
    if (io->pipe_gone) {
        signal(SIGPIPE, SIG_DFL);
        raise(SIGPIPE); /* goes on only where the signal is blocked */
    }
    if (stop_flag && io->code != CLI_NOT_WRITTEN)
        return CLI_INTERRUPTED;
    return io->code;
}

/* ---- complaints ---- */

/* Limits by the options that raise them. */
static const char *limit_way_out(const char *text)
{
    if (strstr(text, "larger") != NULL || strstr(text, "unpacks") != NULL)
        return "raise --max-size";
    if (strstr(text, "time") != NULL)
        return "raise --max-time";
    return "its markup is beyond what pages need: look whether it is one";
}

static const char *way_out(const ng_error *error)
{
    switch (error->status) {
    case NG_ERR_MEMORY: return "allow more memory, or lower -j or --max-size";
    case NG_ERR_LIMIT: return limit_way_out(error->text);
    case NG_ERR_FORMAT: return "give HTML or text, or read it as it is with --as plain";
    case NG_ERR_IO: return "check its name and rights";
    case NG_ERR_WRITE: return "write elsewhere with -o";
    case NG_ERR_ARGUMENT: return "see nutgraf help";
    case NG_ERR_STOPPED: return "run it again";
    default: return "report it";
    }
}

/* The fault and the way out: the library's own where it told one, but limits by the names
 * of their options. */
static void print_fault(const ng_error *error)
{
    const char *text = error->text[0] != '\0' ? error->text : ng_status_text(error->status);
    const char *way = strstr(text, "; ");
    if (way == NULL || error->status == NG_ERR_LIMIT) {
        char fault[sizeof(error->text)];
        int length = way != NULL ? (int)(way - text) : (int)strlen(text);
        snprintf(fault, sizeof(fault), "%.*s", length, text);
        print_name(fault);
        fprintf(stderr, "; %s\n", way_out(error));
    } else {
        print_name(text);
        fputc('\n', stderr);
    }
}

void cli_complain(cli *io, const char *name, const ng_error *error)
{
    hide_progress(io);
    fputs("nutgraf: ", stderr);
    print_name(name);
    fputs(": ", stderr);
    print_fault(error);
    if (io->code == CLI_OK)
        io->code = CLI_SOME_FAILED;
}

void cli_warn(cli *io, const char *name, const char *text)
{
    hide_progress(io);
    fputs("nutgraf: ", stderr);
    print_name(name);
    fputs(": warning: ", stderr);
    print_name(text);
    fputc('\n', stderr);
}

int cli_misused(cli *io, const char *format, ...)
{
    char *text = NULL;
    va_list args;
    va_start(args, format);
    int length = vasprintf(&text, format, args);
    va_end(args);
    fputs("nutgraf: ", stderr);
    print_name(length >= 0 ? text : format);
    fputc('\n', stderr);
    if (length >= 0)
        free(text);
    io->code = CLI_USAGE;
    return CLI_USAGE;
}

unsigned cli_columns(void)
{
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}
