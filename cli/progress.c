/* SPDX-License-Identifier: Apache-2.0 */
/* See progress.h. Nothing shows in the first second, then five times a second at most. */
#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double now_seconds(void)
{
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

bool progress_wanted(const cli *io)
{
    return io->err_terminal && !io->out_terminal && tcgetpgrp(STDERR_FILENO) == getpgrp();
}

void progress_start(progress *p, cli *io, size_t total)
{
    *p = (progress){.io = io, .wanted = progress_wanted(io), .total = total};
    p->begin = p->shown = now_seconds();
}

static void show(progress *p, double now)
{
    double rate = (double)p->done / (now - p->begin);
    fprintf(stderr, "\r\033[K%zu", p->done);
    if (p->total > 0)
        fprintf(stderr, " of %zu", p->total);
    fprintf(stderr, " pages, %.0f pages/s", rate);
    if (p->total > p->done && rate > 0) {
        double left = (double)(p->total - p->done) / rate;
        if (left >= 90)
            fprintf(stderr, ", %.0f min left", left / 60);
        else
            fprintf(stderr, ", %.0f s left", left);
    }
    fflush(stderr);
    p->io->progress_shown = true;
}

void progress_step(progress *p)
{
    p->done++;
    if (!p->wanted)
        return;
    double now = now_seconds();
    if (now - p->begin < 1 || now - p->shown < 0.2)
        return;
    p->shown = now;
    show(p, now);
}

void progress_end(progress *p)
{
    if (p->io->progress_shown)
        fputs("\r\033[K", stderr);
    p->io->progress_shown = false;
}
