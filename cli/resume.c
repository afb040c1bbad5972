/* SPDX-License-Identifier: Apache-2.0 */
/* See resume.h. Rows go to FILE.part. Four times a second what was written is brought to the
 * disk, then the state that knows its length is kept. Whenever the process ends, the rows
 * behind that length are cut off by the next one and written again. When all is done the state
 * says so first, then FILE.part becomes FILE: of the two, one is always there. On standard output
 * nothing can be cut: what the state does not know of is written once more. */
#include "resume.h"

#include <errno.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double now_seconds(void)
{
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int refuse(cli *io, const char *name, const ng_error *error)
{
    cli_complain(io, name, error);
    io->code = error->status == NG_ERR_ARGUMENT || error->status == NG_ERR_FORMAT
                   ? CLI_USAGE
                   : CLI_NOT_WRITTEN;
    return cli_finish(io);
}

/* A run that was complete: its part may still wait for its name. */
static int open_complete(resume *r, const char *output)
{
    struct stat about;
    uint64_t bytes = ng_state_output_bytes(r->state);
    outfile file;
    r->complete = true;
    if (outfile_go_on(&file, output, bytes)) {
        if (bytes > 0 || stat(output, &about) != 0) {
            r->io->file = file;
            r->io->out = file.fd;
            r->io->out_name = output;
        } else {
            unlink(file.part); /* of an output without rows, made just now */
            outfile_give_up(&file);
        }
        return CLI_GO_ON;
    }
    if (errno == ENODATA && stat(output, &about) == 0)
        return CLI_GO_ON;
    return cli_go_on_output(r->io, output, bytes) ? CLI_GO_ON : cli_finish(r->io);
}

int resume_open(resume *r, cli *io, const char *state, const char *output,
                const ng_run_options *run)
{
    ng_error error;
    *r = (resume){.io = io, .name = state, .saved = now_seconds()};
    if (ng_state_open(state, run, &r->state, &error) != NG_OK)
        return refuse(io, state, &error);
    if (output == NULL) {
        io->written = ng_state_output_bytes(r->state);
        r->complete = ng_state_complete(r->state);
        return CLI_GO_ON;
    }
    if (ng_state_complete(r->state))
        return open_complete(r, output);
    if (!cli_go_on_output(io, output, ng_state_output_bytes(r->state)))
        return cli_finish(io);
    return CLI_GO_ON;
}

static bool save(resume *r, bool complete)
{
    ng_error error;
    if (!cli_sync(r->io))
        return false;
    if (ng_state_save(r->state, r->io->written, complete, &error) == NG_OK)
        return true;
    cli_complain(r->io, r->name, &error);
    cli_give_up(r->io);
    return false;
}

bool resume_step(resume *r)
{
    double now = now_seconds();
    if (now - r->saved < 0.25)
        return true;
    r->saved = now;
    return save(r, false);
}

void resume_end(resume *r, bool complete)
{
    if (r->io->code != CLI_NOT_WRITTEN)
        save(r, complete);
}

void resume_close(resume *r)
{
    ng_state_free(r->state);
}
