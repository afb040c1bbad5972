/* SPDX-License-Identifier: Apache-2.0 */
/* Events as threads: see provenance.h. */
#include "views/json_out.h"
#include "views/provenance.h"
#include "views/wrap.h"

#include <stdlib.h>

typedef struct threads {
    const ngi_answer *answer;
    ngi_buffer *out;
    bool color;
    uint32_t *order; /* stories by event, group, then rank */
} threads;

static ng_slice string_of(const threads *t, uint32_t rank, ngi_shelf_string which)
{
    return ngi_shelved_string(t->answer->stories[rank], which);
}

/* By event; in it groups by their original, which comes before its copies. */
static int in_threads(const void *left, const void *right, void *context)
{
    const ngi_answer *a = context;
    uint32_t x = *(const uint32_t *)left, y = *(const uint32_t *)right;
    const ngi_verdict *v = &a->verdicts[x], *w = &a->verdicts[y];
    if (v->event != w->event)
        return v->event < w->event ? -1 : 1;
    if (v->group != w->group)
        return v->group < w->group ? -1 : 1;
    if ((v->copy_of == UINT32_MAX) != (w->copy_of == UINT32_MAX))
        return v->copy_of == UINT32_MAX ? -1 : 1;
    return x < y ? -1 : x > y;
}

/* The headline of the story that most have taken over; of equals the first that has one. */
static ng_slice title_of(const threads *t, uint32_t begin, uint32_t end)
{
    const ngi_answer *a = t->answer;
    ng_slice best = {0};
    uint32_t most = 0;
    for (uint32_t i = begin, next; i < end; i = next) {
        for (next = i + 1;
             next < end && a->verdicts[t->order[next]].group == a->verdicts[t->order[i]].group;
             next++)
            continue;
        ng_slice headline = string_of(t, t->order[i], NGI_SHELF_HEADLINE);
        if (headline.len != 0 && next - i > most) {
            most = next - i;
            best = headline;
        }
    }
    return best;
}

/* The stories of the thread that are first and last in time. */
static void span_of(const threads *t, uint32_t begin, uint32_t end, uint32_t *first, uint32_t *last)
{
    *first = *last = UINT32_MAX;
    for (uint32_t i = begin; i < end; i++) {
        const ngi_shelved *k = t->answer->stories[t->order[i]];
        if (!ngi_shelved_dated(k))
            continue;
        if (*first == UINT32_MAX || k->first < t->answer->stories[*first]->first)
            *first = t->order[i];
        if (*last == UINT32_MAX || k->last > t->answer->stories[*last]->last)
            *last = t->order[i];
    }
}

/* ---- JSON ---- */

static void write_day(ngi_buffer *out, const char *key, const ngi_shelved *k)
{
    ngi_buffer_format(out, ",\"%s\":\"", key);
    ngi_view_day(out, k);
    ngi_buffer_char(out, '"');
}

static void write_story(const threads *t, uint32_t rank)
{
    const ngi_verdict *v = &t->answer->verdicts[rank];
    ngi_out_open(t->out, NGI_ITEM, '{');
    ngi_out_text(t->out, NGI_KEY("identifier"), string_of(t, rank, NGI_SHELF_IDENTIFIER));
    ngi_out_text_if(t->out, NGI_KEY("headline"), string_of(t, rank, NGI_SHELF_HEADLINE));
    ngi_out_text_if(t->out, NGI_KEY("url"), string_of(t, rank, NGI_SHELF_URL));
    ngi_out_text_if(t->out, NGI_KEY("datePublished"), string_of(t, rank, NGI_SHELF_PUBLISHED));
    ngi_out_text_if(t->out, NGI_KEY("creditText"), string_of(t, rank, NGI_SHELF_CREDIT));
    if (v->copy_of != UINT32_MAX) {
        ngi_out_text(t->out, NGI_KEY("copyOf"), string_of(t, v->copy_of, NGI_SHELF_IDENTIFIER));
        ngi_out_text(t->out, NGI_KEY("kind"), ngi_slice_of(ngi_view_kind(v)));
    }
    ngi_out_close(t->out, '}');
}

static void write_row(const threads *t, uint32_t begin, uint32_t end)
{
    const ngi_answer *a = t->answer;
    uint32_t first, last;
    span_of(t, begin, end, &first, &last);
    ngi_out_open(t->out, NGI_ITEM, '{');
    ngi_out_text(t->out, NGI_KEY("thread"),
                 string_of(t, a->verdicts[t->order[begin]].event, NGI_SHELF_IDENTIFIER));
    ngi_out_text_if(t->out, NGI_KEY("title"), title_of(t, begin, end));
    if (first != UINT32_MAX) {
        write_day(t->out, "from", a->stories[first]);
        write_day(t->out, "to", a->stories[last]);
    }
    ngi_out_open(t->out, NGI_KEY("stories"), '[');
    for (uint32_t i = begin; i < end; i++)
        write_story(t, t->order[i]);
    ngi_out_close(t->out, ']');
    ngi_out_close(t->out, '}');
    ngi_buffer_char(t->out, '\n');
}

/* ---- text ---- */

static void write_line(const threads *t, uint32_t rank)
{
    const ngi_verdict *v = &t->answer->verdicts[rank];
    ng_slice site = string_of(t, rank, NGI_SHELF_SITE);
    ng_slice headline = string_of(t, rank, NGI_SHELF_HEADLINE);
    bool copy = v->group != rank || v->copy_of != UINT32_MAX;
    ngi_buffer_add(t->out, copy ? NGI_LIT("    \xE2\x86\xB3 ") : NGI_LIT("  "));
    ngi_buffer_add(t->out, t->color ? NGI_LIT("\033[2m") : NGI_LIT(""));
    ngi_view_day(t->out, t->answer->stories[rank]);
    ngi_buffer_add(t->out, t->color ? NGI_LIT("\033[0m ") : NGI_LIT(" "));
    ngi_harmless_line(t->out, site.len != 0 ? site : string_of(t, rank, NGI_SHELF_IDENTIFIER));
    if (v->copy_of != UINT32_MAX)
        ngi_buffer_format(t->out, " (%s, %.0f %%)", ngi_view_kind(v), (double)v->share * 100);
    else if (copy)
        NGI_BUFFER_LIT(t->out, " (the same text; which came first is not told)");
    NGI_BUFFER_LIT(t->out, "  ");
    ngi_harmless_line(t->out, headline);
    ngi_buffer_char(t->out, '\n');
}

static void write_text(const threads *t, uint32_t begin, uint32_t end)
{
    uint32_t first, last;
    span_of(t, begin, end, &first, &last);
    ngi_buffer_add(t->out, t->color ? NGI_LIT("\033[1m") : NGI_LIT(""));
    ngi_harmless_line(t->out, title_of(t, begin, end));
    ngi_buffer_add(t->out, t->color ? NGI_LIT("\033[0m") : NGI_LIT(""));
    ngi_buffer_format(t->out, "  (%u %s", end - begin, end - begin == 1 ? "story" : "stories");
    if (first != UINT32_MAX) {
        NGI_BUFFER_LIT(t->out, ", ");
        ngi_view_day(t->out, t->answer->stories[first]);
        if (first != last) {
            NGI_BUFFER_LIT(t->out, " to ");
            ngi_view_day(t->out, t->answer->stories[last]);
        }
    }
    NGI_BUFFER_LIT(t->out, ")\n");
    for (uint32_t i = begin; i < end; i++)
        write_line(t, t->order[i]);
}

static bool has_new(const threads *t, uint32_t begin, uint32_t end, uint32_t known)
{
    for (uint32_t i = begin; i < end; i++)
        if (t->answer->handles[t->order[i]] >= known)
            return true;
    return false;
}

bool ngi_view_threads(ngi_buffer *out, const ngi_answer *a, uint32_t known, bool text, bool color,
                      ngi_view_flush *flush, void *context)
{
    bool any = false;
    threads t = {a, out, color, malloc((a->count + 1) * sizeof(uint32_t))};
    bool ok = t.order != NULL;
    for (uint32_t i = 0; ok && i < a->count; i++)
        t.order[i] = i;
    if (ok)
        qsort_r(t.order, a->count, sizeof(*t.order), in_threads, (void *)a);
    for (uint32_t i = 0, end; ok && i < a->count; i = end) {
        for (end = i + 1;
             end < a->count && a->verdicts[t.order[end]].event == a->verdicts[t.order[i]].event;
             end++)
            continue;
        if (!has_new(&t, i, end, known))
            continue;
        if (text && any)
            ngi_buffer_char(out, '\n');
        any = true;
        if (text)
            write_text(&t, i, end);
        else
            write_row(&t, i, end);
        ok = !out->failed && flush(context, out);
    }
    free(t.order);
    return ok;
}
