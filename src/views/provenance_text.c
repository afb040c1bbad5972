/* SPDX-License-Identifier: Apache-2.0 */
/* Where each story comes from, for people: see provenance.h. */
#include "views/provenance.h"
#include "views/wrap.h"

typedef struct page {
    const ngi_answer *answer;
    ngi_buffer *out;
    bool color;
} page;

static void write_name(const page *p, uint32_t rank)
{
    ngi_harmless_line(p->out, ngi_shelved_string(p->answer->stories[rank], NGI_SHELF_IDENTIFIER));
}

static void write_style(const page *p, const char *style)
{
    if (p->color)
        ngi_buffer_format(p->out, "\033[%sm", style);
}

static void write_head(const page *p, uint32_t rank)
{
    const ngi_shelved *k = p->answer->stories[rank];
    ng_slice headline = ngi_shelved_string(k, NGI_SHELF_HEADLINE);
    write_style(p, "1");
    ngi_harmless_line(p->out, headline);
    write_style(p, "0");
    ngi_buffer_add(p->out, headline.len == 0 ? NGI_LIT("") : NGI_LIT("  "));
    write_style(p, "2");
    write_name(p, rank);
    if (ngi_shelved_dated(k)) {
        NGI_BUFFER_LIT(p->out, ", ");
        ngi_view_day(p->out, k);
    }
    write_style(p, "0");
    ngi_buffer_char(p->out, '\n');
}

static void write_reasons(const page *p, uint32_t rank)
{
    ngi_buffer reason = {0};
    for (uint32_t i = 0, n = 0; ngi_view_next_reason(p->answer, rank, &i, &reason); n++) {
        ngi_buffer_add(p->out, n == 0 ? NGI_LIT(": ") : NGI_LIT(", "));
        ngi_harmless_line(p->out, ngi_buffer_slice(&reason));
    }
    p->out->failed |= reason.failed;
    ngi_buffer_free(&reason);
}

/* "  edited, 82 % of it from nordlys-1: credit line with Nordlys, earlier date" */
static void write_source(const page *p, uint32_t rank)
{
    const ngi_verdict *v = &p->answer->verdicts[rank];
    if (v->copy_of != UINT32_MAX) {
        ngi_buffer_format(p->out, "  \xE2\x86\xB3 %s, %.0f %% of it from ", ngi_view_kind(v),
                          (double)v->share * 100);
        write_name(p, v->copy_of);
    } else if (v->group != rank) {
        NGI_BUFFER_LIT(p->out, "  \xE2\x86\xB3 the text of ");
        write_name(p, v->group);
    } else {
        return;
    }
    if (v->also != UINT32_MAX) {
        ngi_buffer_format(p->out, ", %.0f %% from ", (double)v->also_share * 100);
        write_name(p, v->also);
    }
    write_reasons(p, rank);
    ngi_buffer_char(p->out, '\n');
}

static void write_others(const page *p, uint32_t rank)
{
    const ngi_verdict *v = &p->answer->verdicts[rank];
    if (v->first_seen != rank) {
        NGI_BUFFER_LIT(p->out, "  earliest seen here: ");
        write_name(p, v->first_seen);
        ngi_buffer_char(p->out, '\n');
    }
    if (v->event != rank && v->event != v->group) {
        NGI_BUFFER_LIT(p->out, "  of one event with ");
        write_name(p, v->event);
        ngi_buffer_char(p->out, '\n');
    }
}

bool ngi_view_verdict_text(ngi_buffer *out, const ngi_answer *answer, uint32_t rank, bool color)
{
    page p = {answer, out, color};
    write_head(&p, rank);
    write_source(&p, rank);
    write_others(&p, rank);
    return !out->failed;
}
