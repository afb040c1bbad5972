/* SPDX-License-Identifier: Apache-2.0 */
/* See provenance.h. Passages become code points of the bodies here. */
#include "views/provenance.h"
#include "stories/dates/calendar.h"
#include "views/json_out.h"
#include "views/record_json.h"

const char *ngi_view_kind(const ngi_verdict *v)
{
    static const char *const kinds[] = {"",       "verbatim", "cut",  "edited",
                                        "update", "merged",   "brief"};
    return kinds[v->kind];
}

static ng_slice name_of(const ngi_answer *a, uint32_t rank)
{
    return ngi_shelved_string(a->stories[rank], NGI_SHELF_IDENTIFIER);
}

/* ---- passages ---- */

static void write_span(ngi_buffer *out, ng_slice key, const ngi_points *points, ngi_extent place)
{
    ngi_out_open(out, key, '[');
    ngi_out_number(out, NGI_ITEM, ngi_points_at(points, place.begin));
    ngi_out_number(out, NGI_ITEM, ngi_points_at(points, place.end));
    ngi_out_close(out, ']');
}

static bool write_pair(ngi_buffer *out, const ngi_answer *a, uint32_t rank, uint32_t index)
{
    const ngi_pair *p = &a->pairs[index];
    uint32_t other = ngi_pair_other(p, rank);
    bool later = ngi_pair_side(p, rank) == 1;
    ngi_points mine = {0}, theirs = {0};
    bool ok = ngi_points_make(&theirs, ngi_shelved_string(a->stories[other], NGI_SHELF_BODY)) &&
              ngi_points_make(&mine, ngi_shelved_string(a->stories[rank], NGI_SHELF_BODY));
    for (uint32_t i = 0; ok && i < p->passage_count; i++) {
        const ngi_passage *q = &a->passages[p->passage + i];
        ngi_out_open(out, NGI_ITEM, '{');
        ngi_out_text(out, NGI_KEY("with"), name_of(a, other));
        write_span(out, NGI_KEY("from"), &theirs, later ? q->place_from : q->place_to);
        write_span(out, NGI_KEY("to"), &mine, later ? q->place_to : q->place_from);
        ngi_out_close(out, '}');
    }
    ngi_points_free(&theirs);
    ngi_points_free(&mine);
    return ok;
}

static bool write_passages(ngi_buffer *out, const ngi_answer *a, uint32_t rank)
{
    const ngi_verdict *v = &a->verdicts[rank];
    if (v->copy_of == UINT32_MAX || v->pair == UINT32_MAX)
        return true;
    ngi_out_open(out, NGI_KEY("passages"), '[');
    bool ok = write_pair(out, a, rank, v->pair);
    if (ok && v->also != UINT32_MAX)
        ok = write_pair(out, a, rank, v->also_pair);
    ngi_out_close(out, ']');
    return ok;
}

/* ---- the row ---- */

void ngi_view_seen(ngi_buffer *out, ng_slice key, const ngi_answer *a, uint32_t rank)
{
    const ngi_shelved *k = a->stories[rank];
    ng_slice date = ngi_shelved_string(k, NGI_SHELF_PUBLISHED);
    ng_slice fetched = ngi_shelved_string(k, NGI_SHELF_FETCHED);
    bool dated = ngi_shelved_dated(k);
    ngi_out_open(out, key, '{');
    ngi_out_text(out, NGI_KEY("identifier"), name_of(a, rank));
    if (dated && date.len != 0) {
        ngi_out_text(out, NGI_KEY("datePublished"), date);
    } else if (dated) {
        NGI_BUFFER_LIT(out, ",\"datePublished\":\"");
        ngi_view_day(out, k);
        ngi_buffer_char(out, '"');
    } else {
        ngi_out_text_if(out, NGI_KEY("fetched"), fetched);
    }
    ngi_out_text(out, NGI_KEY("basis"),
                 dated              ? NGI_LIT("published")
                 : fetched.len != 0 ? NGI_LIT("fetched")
                                    : NGI_LIT("order"));
    ngi_out_close(out, '}');
}

void ngi_view_day(ngi_buffer *out, const ngi_shelved *k)
{
    ngi_moment told;
    ng_slice date = ngi_shelved_string(k, NGI_SHELF_PUBLISHED);
    int year, month, day;
    if (!ngi_shelved_dated(k))
        return;
    if (ngi_moment_read(date, &told)) {
        ngi_buffer_add(out, ngi_slice_sub(date, 0, 10));
        return;
    }
    ngi_days_to((k->first + k->last) / 2 / 86400, &year, &month, &day); /* a day's middle */
    ngi_buffer_format(out, "%04d-%02d-%02d", year, month, day);
}

bool ngi_view_next_reason(const ngi_answer *a, uint32_t rank, uint32_t *at, ngi_buffer *out)
{
    static const struct {
        uint8_t bit;
        const char *text;
    } reasons[] = {
        {NGI_WHY_CREDIT, "credit line "},
        {NGI_WHY_AGENCY, "on the agency's own site"},
        {NGI_WHY_DATELINE, "dateline"},
        {NGI_WHY_EARLIEST, "earlier date"},
        {NGI_WHY_CONTAINS, "the source has more"},
        {NGI_WHY_SAME_SITE, "same site"},
        {NGI_WHY_NOT_TOLD, "order not told"},
    };
    while (*at < NGI_COUNT(reasons) && (a->verdicts[rank].why & reasons[*at].bit) == 0)
        ++*at;
    if (*at == NGI_COUNT(reasons))
        return false;
    ngi_buffer_clear(out);
    ngi_buffer_add(out, ngi_slice_of(reasons[*at].text));
    if (reasons[(*at)++].bit == NGI_WHY_CREDIT)
        ngi_buffer_add(out, ngi_shelved_string(a->stories[rank], NGI_SHELF_CREDIT));
    return true;
}

static void write_why(ngi_buffer *out, const ngi_answer *a, uint32_t rank)
{
    ngi_buffer reason = {0};
    if (a->verdicts[rank].why == 0)
        return;
    ngi_out_open(out, NGI_KEY("why"), '[');
    for (uint32_t i = 0; ngi_view_next_reason(a, rank, &i, &reason);)
        ngi_out_text(out, NGI_ITEM, ngi_buffer_slice(&reason));
    ngi_out_close(out, ']');
    out->failed |= reason.failed;
    ngi_buffer_free(&reason);
}

static void write_also(ngi_buffer *out, const ngi_answer *a, const ngi_verdict *v)
{
    if (v->also == UINT32_MAX)
        return;
    ngi_out_open(out, NGI_KEY("also"), '[');
    ngi_out_open(out, NGI_ITEM, '{');
    ngi_out_text(out, NGI_KEY("identifier"), name_of(a, v->also));
    ngi_out_real(out, NGI_KEY("share"), (double)v->also_share);
    ngi_out_close(out, '}');
    ngi_out_close(out, ']');
}

bool ngi_view_verdict(ngi_buffer *out, const ngi_answer *a, uint32_t rank)
{
    const ngi_verdict *v = &a->verdicts[rank];
    ngi_out_open(out, NGI_ITEM, '{');
    ngi_out_text(out, NGI_KEY("identifier"), name_of(a, rank));
    ngi_out_text(out, NGI_KEY("event"), name_of(a, v->event));
    ngi_out_text(out, NGI_KEY("copyGroup"), name_of(a, v->group));
    if (v->copy_of == UINT32_MAX) {
        NGI_BUFFER_LIT(out, ",\"copyOf\":null");
    } else {
        ngi_out_text(out, NGI_KEY("copyOf"), name_of(a, v->copy_of));
        ngi_out_text(out, NGI_KEY("kind"), ngi_slice_of(ngi_view_kind(v)));
        ngi_out_share(out, NGI_KEY("share"), v->share);
    }
    write_also(out, a, v);
    bool ok = write_passages(out, a, rank);
    ngi_view_seen(out, NGI_KEY("firstSeen"), a, v->first_seen);
    ngi_out_share(out, NGI_KEY("confidence"), v->confidence);
    write_why(out, a, rank);
    ngi_out_close(out, '}');
    ngi_buffer_char(out, '\n');
    return ok && !out->failed;
}
