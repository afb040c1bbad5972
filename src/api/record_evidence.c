/* SPDX-License-Identifier: Apache-2.0 */
/* From the spans of a record to the bytes of the page: body to part, part to bytes. */
#include "api/record_evidence.h"

enum { BETWEEN = 2 }; /* bytes between parts of a body: a blank line */

typedef struct finder {
    ngi_arena *arena;
    ngi_story *story;
    uint32_t *begins; /* where in the body each part begins; captions: where the next does */
    ngi_span_finder *find;
    void *context;
    ng_range *ranges;
    size_t count, capacity;
} finder;

static bool place_parts(finder *f)
{
    size_t at = 0;
    f->begins = NGI_NEW_ARRAY(f->arena, uint32_t, (size_t)f->story->part_count + 1);
    if (f->begins == NULL)
        return false;
    for (uint32_t i = 0; i < f->story->part_count; i++) {
        f->begins[i] = (uint32_t)at;
        if (f->story->parts[i].type != NGI_PART_CAPTION)
            at += f->story->parts[i].text.text.len + BETWEEN;
    }
    return at == f->story->body.len + BETWEEN; /* else the body was put together otherwise */
}

/* The first part that ends behind `offset`. */
static uint32_t part_at(const finder *f, uint32_t offset)
{
    uint32_t low = 0, high = f->story->part_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const ngi_part *part = &f->story->parts[middle];
        size_t length = part->type == NGI_PART_CAPTION ? 0 : part->text.text.len;
        if (f->begins[middle] + length <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void add(finder *f, const ngi_bytes *bytes)
{
    for (uint32_t i = 0; i < bytes->count; i++)
        if (ngi_arena_grow(f->arena, &f->ranges, &f->capacity, f->count + 1, sizeof(*f->ranges)))
            f->ranges[f->count++] = bytes->ranges[i];
}

/* Adds the bytes of one span of the body; false where some of them are not known. */
static bool in_body(finder *f, ngi_extent at)
{
    for (uint32_t i = part_at(f, at.begin); i < f->story->part_count; i++) {
        const ngi_part *part = &f->story->parts[i];
        size_t length = part->text.text.len;
        ngi_bytes bytes = {0};
        if (part->type == NGI_PART_CAPTION)
            continue;
        if (f->begins[i] >= at.end)
            break;
        if (part->type == NGI_PART_TABLE)
            return false;
        uint32_t begin = at.begin > f->begins[i] ? at.begin - f->begins[i] : 0;
        uint32_t end = at.end - f->begins[i] < length ? at.end - f->begins[i] : (uint32_t)length;
        if (begin >= end)
            continue;
        f->find(f->context, &part->text, false, (ngi_extent){begin, end}, &bytes);
        if (bytes.count == 0)
            return false;
        add(f, &bytes);
    }
    return true;
}

static bool in_field(finder *f, uint8_t in, ngi_extent at)
{
    ngi_bytes bytes = {0};
    if (in == NGI_FIELD_BODY)
        return in_body(f, at);
    f->find(f->context, in == NGI_FIELD_HEADLINE ? &f->story->headline : &f->story->description,
            true, at, &bytes);
    add(f, &bytes);
    return bytes.count > 0;
}

static void fill(finder *f, uint8_t in, const ngi_extent *items, uint32_t count, ngi_bytes *out)
{
    f->ranges = NULL;
    f->count = f->capacity = 0;
    bool known = true;
    for (uint32_t i = 0; i < count && known; i++)
        known = items[i].end > items[i].begin && in_field(f, in, items[i]);
    if (known)
        *out = (ngi_bytes){f->ranges, (uint32_t)f->count};
}

void ngi_record_evidence(ngi_arena *arena, ngi_story *story, ngi_span_finder *find, void *context)
{
    ngi_record *r = story->record;
    finder f = {.arena = arena, .story = story, .find = find, .context = context};
    if (r == NULL || !place_parts(&f))
        return;
    for (uint32_t i = 0; i < r->attribution_count; i++) {
        ngi_attribution *a = &r->attributions[i];
        ngi_extents *lists[] = {&a->source, &a->cue, &a->content};
        for (size_t k = 0; k < NGI_COUNT(lists); k++)
            fill(&f, a->in, lists[k]->items, lists[k]->count, &lists[k]->bytes);
        fill(&f, a->speaker.mention_in, &a->speaker.mention, 1, &a->speaker.bytes);
    }
    for (uint32_t i = 0; i < r->name_count; i++)
        for (uint32_t k = 0; k < r->names[i].mention_count; k++) {
            ngi_mention *m = &r->names[i].mentions[k];
            fill(&f, m->in, &m->at, 1, &m->bytes);
        }
    for (uint32_t i = 0; i < r->date_count; i++)
        fill(&f, r->dates[i].in, &r->dates[i].at, 1, &r->dates[i].bytes);
    for (uint32_t i = 0; i < r->figure_count; i++)
        fill(&f, r->figures[i].in, &r->figures[i].at, 1, &r->figures[i].bytes);
    for (uint32_t i = 0; i < r->relation_count; i++)
        fill(&f, r->relations[i].in, &r->relations[i].at, 1, &r->relations[i].bytes);
}

void ngi_evidence_plain(void *context, const ngi_text *text, bool wide, ngi_extent at,
                        ngi_bytes *out)
{
    ng_range *range = NGI_NEW((ngi_arena *)context, ng_range);
    (void)text, (void)wide;
    if (range == NULL)
        return;
    *range = (ng_range){at.begin, at.end};
    *out = (ngi_bytes){range, 1};
}
