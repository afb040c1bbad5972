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

void progress_start(progress *p, cli *io, uint64_t total, uint64_t total_bytes)
{
    *p = (progress){
        .io = io, .wanted = progress_wanted(io), .total = total, .total_bytes = total_bytes};
    p->begin = p->shown = now_seconds();
}

static void show_left(double share, double seconds)
{
    double left = share > 0 && share < 1 ? seconds / share - seconds : 0;
    if (left >= 90)
        fprintf(stderr, ", %.0f min left", left / 60);
    else if (left > 0)
        fprintf(stderr, ", %.0f s left", left);
}

static void show(progress *p, const ng_counts *c, double now)
{
    double seconds = now - p->begin;
    uint64_t inputs = c->inputs;
    fputs("\r\033[K", stderr);
    if (c->records > 0)
        fprintf(stderr, "%llu records, %llu pages", (unsigned long long)c->records,
                (unsigned long long)c->pages);
    else if (p->total > 0)
        fprintf(stderr, "%llu of %llu pages", (unsigned long long)inputs,
                (unsigned long long)p->total);
    else
        fprintf(stderr, "%llu pages", (unsigned long long)inputs);
    fprintf(stderr, ", %.0f pages/s, %llu stories, %.1f MB/s",
            (double)(c->records > 0 ? c->pages : inputs) / seconds,
            (unsigned long long)c->stories, (double)c->bytes / 1e6 / seconds);
    if (p->total_bytes > 0)
        show_left((double)c->bytes / (double)p->total_bytes, seconds);
    else if (p->total > 0 && c->records == 0)
        show_left((double)inputs / (double)p->total, seconds);
    fflush(stderr);
    p->io->progress_shown = true;
}

/* Whether it is time for the line again. */
static bool is_due(progress *p)
{
    double now = p->wanted ? now_seconds() : 0;
    if (!p->wanted || now - p->begin < 1 || now - p->shown < 0.2)
        return false;
    p->shown = now;
    return true;
}

void progress_step(progress *p, const ng_counts *counts)
{
    if (is_due(p))
        show(p, counts, p->shown);
}

void progress_stories(progress *p, const char *doing, uint32_t done, uint32_t all)
{
    if (!is_due(p))
        return;
    fprintf(stderr, "\r\033[K%s: %u", doing, done);
    if (all > 0)
        fprintf(stderr, " of %u", all);
    fputs(" stories", stderr);
    if (all > 0)
        show_left((double)done / all, p->shown - p->begin);
    fflush(stderr);
    p->io->progress_shown = true;
}

void progress_end(progress *p)
{
    if (p->io->progress_shown)
        fputs("\r\033[K", stderr);
    p->io->progress_shown = false;
}
