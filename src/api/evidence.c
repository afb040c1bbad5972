/* SPDX-License-Identifier: Apache-2.0 */
/* From the places that reading noted down to byte ranges of the page.
 *
 * Reading works on squeezed text; a place says between which offsets of it a text stands.
 * The text nodes are walked once more as blocks.c squeezed them, the parser's evidence leads
 * from characters of a node to the decoded text, and the decoder's map to the page's bytes.
 * Parts of one block come in order, so the walk goes on where the one before ended: a page
 * of one huge block stays linear. */
#include "api/api.h"
#include "api/record_evidence.h"
#include "base/sixteen.h"
#include "base/utf8.h"

enum { LONGEST_NARROWED = 4096, MARK_EVERY = 4096, LONGEST_SEARCHED = 1 << 16 };

typedef struct walk {
    uint32_t first; /* the place's first node; UINT32_MAX: nothing walked yet */
    uint32_t node;  /* where to go on: node, and byte of its text */
    size_t at;
    uint64_t used; /* squeezed characters (bytes) before that */
    bool gap;      /* white space waits */
} walk;

typedef struct filler {
    const ngi_scene *scene;
    const ngi_decoded *decoded;
    walk walk;
    walk *marks; /* of the block at hand, some kB apart: where a walk can begin again */
    size_t mark_count, mark_room;
    ng_range *ranges; /* of the text at hand */
    size_t count, capacity;
} filler;

static void add_range(filler *f, uint64_t start, uint64_t end)
{
    ng_range range = {ngi_source_offset(f->decoded, start), ngi_source_offset(f->decoded, end)};
    if (range.end <= range.start)
        return;
    if (f->count > 0 && f->ranges[f->count - 1].end == range.start) {
        f->ranges[f->count - 1].end = range.end;
        return;
    }
    if (ngi_arena_grow(f->scene->arena, &f->ranges, &f->capacity, f->count + 1, sizeof(*f->ranges)))
        f->ranges[f->count++] = range;
}

static void add_node(filler *f, uint32_t node, size_t begin, size_t end)
{
    ng_range range;
    for (size_t next; begin < end; begin = next) { /* several where an ignored tag stands within */
        next = ngi_tree_locate_run(f->scene->tree, node, begin, end, &range);
        if (next == begin)
            return;
        add_range(f, range.start, range.end);
    }
}

static bool is_visible(char c)
{
    return c > ' ' && c < 0x7F;
}

enum { LONGEST_RUN = 2048 }; /* so that walks can begin again within a huge text */

static ngi_sixteen are_visible(ngi_sixteen v)
{
    return ngi_is_between(v, ' ' + 1, 0x7E);
}

/* Passes visible characters, and single spaces before one. */
static size_t pass_visible(ng_slice s, size_t from)
{
    size_t at = from;
    for (; at + 17 <= s.len && at + 16 <= from + LONGEST_RUN; at += 16) {
        ngi_sixteen v = ngi_sixteen_at(s.ptr + at), next = ngi_sixteen_at(s.ptr + at + 1);
        uint32_t bits = ngi_bits_of(are_visible(v) | (ngi_is_each(v, ' ') & are_visible(next)));
        if (bits != 0xFFFF)
            return at + ngi_first_bit(~bits);
    }
    while (at < s.len && at - from < LONGEST_RUN &&
           (is_visible(s.ptr[at]) ||
            (s.ptr[at] == ' ' && at + 1 < s.len && is_visible(s.ptr[at + 1]))))
        at++;
    return at;
}

/* The next run that squeezing left as it is, words with single spaces between: its bytes
 * [*from, w->at). False at the end of the text. */
static bool next_run(walk *w, ng_slice s, size_t *from)
{
    while (w->at < s.len) {
        *from = w->at;
        if (is_visible(s.ptr[w->at])) {
            w->at = pass_visible(s, w->at);
            return true;
        }
        uint32_t c = ngi_utf8_next(s, &w->at);
        if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF)
            continue;
        if (!ngi_is_wide_space(c) && c >= ' ')
            return true;
        w->gap = w->used > 0;
    }
    return false;
}

/* Notes the walk, once it is some kB behind the last note. */
static void mark(filler *f, const walk *w)
{
    uint64_t last = f->mark_count > 0 ? f->marks[f->mark_count - 1].used : 0;
    if (w->used < last + MARK_EVERY)
        return;
    if (ngi_arena_grow(f->scene->arena, &f->marks, &f->mark_room, f->mark_count + 1,
                       sizeof(*f->marks)))
        f->marks[f->mark_count++] = *w;
}

/* Puts the walk before the place: on from where it is, from a note, or from the first node. */
static void go_to(filler *f, const ngi_place *place)
{
    walk *w = &f->walk;
    if (w->first == place->first && place->begin >= w->used)
        return;
    if (w->first != place->first)
        f->mark_count = 0;
    *w = (walk){.first = place->first, .node = place->first};
    size_t low = 0, high = f->mark_count; /* the last note at or before the place */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->marks[middle].used <= place->begin)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > 0)
        *w = f->marks[low - 1];
}

/* What of a text node lies in the place's [begin, end). Returns false once the end of the
 * place was reached; the walk then stands before the run that ends it. */
static bool walk_node(filler *f, const ngi_place *place)
{
    walk *w = &f->walk;
    ng_slice s = f->scene->tree->nodes[w->node].text;
    size_t low = NGI_NONE, high = 0, from;
    bool more = true;
    for (walk before = *w; more && next_run(w, s, &from); before = *w) {
        uint64_t start = w->used + w->gap, len = w->at - from;
        if (start >= place->end) {
            *w = before;
            more = false;
            break;
        }
        uint64_t skip = place->begin > start ? place->begin - start : 0;
        uint64_t keep = place->end - start < len ? place->end - start : len;
        if (skip < keep) {
            low = low == NGI_NONE ? from + skip : low;
            high = from + keep;
        }
        w->used = start + keep;
        w->gap = false;
        if (keep < len) { /* the next place may begin in this run */
            w->at = from + keep;
            more = false;
            break;
        }
        mark(f, w);
    }
    if (low != NGI_NONE)
        add_node(f, w->node, low, high);
    return more;
}

static void fill_nodes(filler *f, const ngi_place *place)
{
    const ngi_tree *tree = f->scene->tree;
    walk *w = &f->walk;
    go_to(f, place);
    while (w->node <= place->last && w->node < tree->count) {
        const ngi_node *node = &tree->nodes[w->node];
        if (node->tag == NGI_TAG_TEXT) {
            if (!walk_node(f, place))
                return;
        } else if (ngi_block_skips(node->tag)) {
            w->node = node->end;
            continue;
        } else if (node->tag == NGI_TAG_BR) {
            w->gap = w->used > 0;
        }
        w->node++;
        w->at = 0;
    }
}

/* The squeezed text of the place's nodes, from its first on, up to some kB. */
static void squeezed(const filler *f, const ngi_place *place, ngi_buffer *out)
{
    const ngi_tree *tree = f->scene->tree;
    walk w = {.node = place->first};
    size_t from;
    while (w.node <= place->last && w.node < tree->count && out->len < LONGEST_NARROWED) {
        const ngi_node *node = &tree->nodes[w.node];
        if (node->tag != NGI_TAG_TEXT && ngi_block_skips(node->tag)) {
            w.node = node->end;
            continue;
        }
        w.gap = w.gap || (node->tag == NGI_TAG_BR && w.used > 0);
        while (node->tag == NGI_TAG_TEXT && next_run(&w, node->text, &from)) {
            if (w.gap)
                ngi_buffer_char(out, ' ');
            w.gap = false;
            ngi_buffer_add(out, ngi_slice_sub(node->text, from, w.at));
            w.used = out->len;
        }
        w.node++;
        w.at = 0;
    }
}

/* A place may be wider than its text ("By Ada Marlow"): the text itself is looked for. */
static void narrow(const filler *f, ngi_place *place, ng_slice wanted)
{
    ngi_buffer text = {0};
    ng_slice around = f->scene->text;
    if (place->kind == NGI_PLACE_NODES) {
        squeezed(f, place, &text);
        around = ngi_buffer_slice(&text);
    }
    around = ngi_slice_sub(around, place->begin, place->end);
    size_t within = text.failed ? NGI_NONE : ngi_find(around, wanted);
    if (within != NGI_NONE && wanted.len < around.len) {
        place->begin += (uint32_t)within;
        place->end = place->begin + (uint32_t)wanted.len;
    }
    ngi_buffer_free(&text);
}

static void fill_text(filler *f, const ngi_place *place)
{
    ng_slice text = f->scene->text;
    size_t begin = place->begin, end = place->end < text.len ? place->end : text.len;
    while (begin < end && ngi_is_space(text.ptr[begin]))
        begin++;
    while (end > begin && ngi_is_space(text.ptr[end - 1]))
        end--;
    if (begin < end)
        add_range(f, begin, end);
}

/* The same for a value that stands in one stretch, where it needs no escapes there. */
static void add_narrowed(filler *f, ng_range range, ng_slice wanted)
{
    size_t within = ngi_find(ngi_slice_sub(f->scene->text, range.start, range.end), wanted);
    if (within != NGI_NONE)
        range = (ng_range){range.start + within, range.start + within + wanted.len};
    add_range(f, range.start, range.end);
}

static void fill_attr(filler *f, const ngi_place *place, ng_slice wanted)
{
    ng_range range;
    if (ngi_tree_locate_attr(f->scene->tree, place->first, place->attr, &range))
        add_narrowed(f, range, wanted);
}

static void fill_script(filler *f, const ngi_place *place, ng_slice wanted)
{
    ng_range range;
    if (place->end - place->begin < LONGEST_NARROWED &&
        ngi_tree_locate(f->scene->tree, place->first, place->begin, place->end, &range))
        add_narrowed(f, range, wanted);
    else
        add_node(f, place->first, place->begin, place->end);
}

/* wide: the place may hold more than the text. */
static void fill(filler *f, ngi_text *text, bool wide)
{
    ngi_place place = text->place;
    bool tree = f->scene->tree != NULL && place.first < f->scene->tree->count;
    f->ranges = NULL;
    f->count = f->capacity = 0;
    if (text->text.len == 0)
        return;
    if (wide && (place.kind == NGI_PLACE_TEXT || (place.kind == NGI_PLACE_NODES && tree)))
        narrow(f, &place, text->text);
    if (place.kind == NGI_PLACE_TEXT)
        fill_text(f, &place);
    else if (place.kind == NGI_PLACE_NODES && tree)
        fill_nodes(f, &place);
    else if (place.kind == NGI_PLACE_ATTR && tree)
        fill_attr(f, &place, text->text);
    else if (place.kind == NGI_PLACE_SCRIPT && tree)
        fill_script(f, &place, text->text);
    text->ranges = f->ranges;
    text->range_count = (uint32_t)f->count;
}

/* ---- spans of the record ---- */

/* Where the words [at.begin, at.end) of a plain-text dump stand: as squeezing went along. */
static void span_in_dump(filler *f, const ngi_place *place, ngi_extent at)
{
    ng_slice s = ngi_slice_sub(f->scene->text, place->begin, place->end);
    walk *w = &f->walk;
    uint32_t key = UINT32_MAX - 1 - place->begin % (UINT32_MAX / 2); /* no node has this number */
    size_t low = NGI_NONE, high = 0, from;
    go_to(f, &(ngi_place){.first = key, .begin = at.begin});
    for (walk before = *w; next_run(w, s, &from); before = *w) {
        uint64_t start = w->used + w->gap, len = w->at - from;
        if (start >= at.end || start + len > at.end) {
            if (start < at.end) {
                low = low == NGI_NONE ? from + (at.begin > start ? at.begin - start : 0) : low;
                high = from + (at.end - start);
            }
            *w = before;
            break;
        }
        if (start + len > at.begin) {
            low = low == NGI_NONE ? from + (at.begin > start ? at.begin - start : 0) : low;
            high = from + len;
        }
        w->used = start + len;
        w->gap = false;
        mark(f, w);
    }
    if (low != NGI_NONE && low < high)
        add_range(f, place->begin + low, place->begin + high);
}

/* In a script or an attribute: where the words stand there as they are. */
static void span_in_value(filler *f, const ngi_text *text, ngi_extent at)
{
    ng_slice wanted = ngi_slice_sub(text->text, at.begin, at.end);
    if (text->range_count != 1 || f->decoded->offsets != NULL ||
        text->ranges[0].end - text->ranges[0].start > LONGEST_SEARCHED)
        return;
    uint64_t begin = text->ranges[0].start - f->decoded->skipped;
    ng_slice around =
        ngi_slice_sub(f->scene->text, begin, text->ranges[0].end - f->decoded->skipped);
    size_t within = around.len == text->text.len ? at.begin : ngi_find(around, wanted);
    if (within != NGI_NONE && ngi_equal(ngi_slice_sub(around, within, within + wanted.len), wanted))
        add_range(f, begin + within, begin + within + wanted.len);
}

void ngi_evidence_span(void *context, const ngi_text *text, bool wide, ngi_extent at,
                       ngi_bytes *out)
{
    filler *f = context;
    ngi_place place = text->place;
    bool tree = f->scene->tree != NULL && place.first < f->scene->tree->count;
    f->ranges = NULL;
    f->count = f->capacity = 0;
    if (wide && (place.kind == NGI_PLACE_TEXT || (place.kind == NGI_PLACE_NODES && tree)))
        narrow(f, &place, text->text);
    if (place.kind == NGI_PLACE_NODES && tree) {
        place.end = place.begin + at.end;
        place.begin += at.begin;
        fill_nodes(f, &place);
    } else if (place.kind == NGI_PLACE_TEXT) {
        span_in_dump(f, &place, at);
    } else if (tree && (place.kind == NGI_PLACE_ATTR || place.kind == NGI_PLACE_SCRIPT)) {
        span_in_value(f, text, at);
    }
    out->ranges = f->ranges;
    out->count = (uint32_t)f->count;
}

static void fill_story(filler *f, ngi_story *story)
{
    ngi_text *texts[] = {&story->headline, &story->description, &story->date_published,
                         &story->date_modified, &story->section};
    for (size_t i = 0; i < NGI_COUNT(texts); i++)
        fill(f, texts[i], true);
    for (uint32_t i = 0; i < story->author_count; i++)
        fill(f, &story->authors[i].name, true);
    for (uint32_t i = 0; i < story->part_count; i++)
        fill(f, &story->parts[i].text, false);
    for (uint32_t i = 0; i < story->comment_count; i++)
        fill(f, &story->comments[i].text, false);
    ngi_record_evidence(f->scene->arena, story, ngi_evidence_span, f);
}

/* The first of four lists whose next range starts earliest; 4 where all are at their end. */
static size_t earliest(ngi_text *const *texts, const uint32_t *next)
{
    size_t best = 4;
    for (size_t i = 0; i < 4; i++)
        if (next[i] < texts[i]->range_count &&
            (best == 4 || texts[i]->ranges[next[i]].start < texts[best]->ranges[next[best]].start))
            best = i;
    return best;
}

/* A teaser's places: those of all that is printed of it, in page order. */
static void join_teaser(filler *f, ngi_teaser *teaser, ngi_text *const *texts)
{
    uint32_t next[4] = {0};
    f->ranges = NULL;
    f->count = f->capacity = 0;
    for (size_t i; (i = earliest(texts, next)) < 4; next[i]++) {
        ng_range range = texts[i]->ranges[next[i]];
        ng_range *last = f->count > 0 ? &f->ranges[f->count - 1] : NULL;
        if (last != NULL && range.start <= last->end)
            last->end = range.end > last->end ? range.end : last->end;
        else if (ngi_arena_grow(f->scene->arena, &f->ranges, &f->capacity, f->count + 1,
                                sizeof(*f->ranges)))
            f->ranges[f->count++] = range;
    }
    teaser->ranges = f->ranges;
    teaser->range_count = (uint32_t)f->count;
}

static void fill_teaser(filler *f, ngi_teaser *teaser)
{
    ngi_text *texts[] = {&teaser->headline, &teaser->description, &teaser->section, &teaser->age};
    for (size_t i = 0; i < NGI_COUNT(texts); i++)
        fill(f, texts[i], true);
    join_teaser(f, teaser, texts);
}

bool ngi_evidence_fill(const ngi_scene *scene, const ngi_decoded *decoded, ngi_page *page)
{
    filler f = {.scene = scene, .decoded = decoded, .walk.first = UINT32_MAX};
    for (uint32_t i = 0; i < page->story_count; i++)
        fill_story(&f, &page->stories[i]);
    for (uint32_t i = 0; i < page->teaser_count; i++)
        fill_teaser(&f, &page->teasers[i]);
    return !scene->arena->failed;
}
