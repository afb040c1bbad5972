/* SPDX-License-Identifier: Apache-2.0 */
/* Finds quotations by their marks and joins what one speaker says: see quotes.h.
 *
 * A window of atoms is a paragraph. Its quotations are paired in one pass; each asks the words
 * between it and its neighbours for a cue, first those behind it, then those before. What has
 * no cue of its own carries on the one before, also over paragraphs. */
#include "record/languages/quotes.h"

#include "record/languages/speech.h"

enum { SPANS = 512, NEAR = 12, LOOK_BEHIND = 40 };

typedef struct span {
    uint32_t begin, end; /* atoms, marks included */
    bool open;           /* its closing mark is missing */
} span;

typedef struct maker {
    ngi_arena *arena;
    ngi_atoms *atoms;
    ngi_attribution *items;
    size_t count, capacity;
    bool speakers;      /* the language has rules */
    bool carries;       /* the last attribution went on to the end of its paragraph */
    bool unclosed;      /* with a quotation whose closing mark is missing */
    bool waits;         /* the last has no cue yet: its next paragraph may tell */
    uint32_t last_end;  /* atoms of this window that the last attribution has used */
    bool last_here;     /* it stands in this window */
    bool failed;
} maker;

/* ---- marks ---- */

/* The closing marks of an opening one, at most two; 0 where it opens nothing. */
static uint32_t closing(uint32_t open, ngi_tongue tongue, uint32_t *other)
{
    *other = 0;
    switch (open) {
    case 0x201E: *other = 0x201D; return 0x201C; /* „ “ or „ ” */
    case 0x2018: return tongue == NGI_OTHER ? '\'' : 0; /* ‘ ’ of Dutch */
    case 0x201F:
    case 0x201C: return 0x201D; /* “ ” */
    case 0x201D: return tongue == NGI_OTHER ? 0x201D : 0; /* ” ” of the north */
    case 0xAB: return 0xBB;     /* « » */
    case 0xBB: *other = tongue == NGI_OTHER ? 0xBB : 0; return tongue == NGI_DE || tongue == NGI_OTHER ? 0xAB : 0;
    case 0x300C: return 0x300D;
    case 0x300E: return 0x300F;
    case 0xFE41: return 0xFE42;
    case 0x301D: *other = 0x301F; return 0x301E;
    case 0xFF02: return 0xFF02;
    case '"': return '"';
    default: return 0;
    }
}

static bool opens(const ngi_atoms *a, uint32_t i)
{
    uint32_t other;
    const ngi_atom *atom = &a->items[i];
    if (atom->kind != NGI_ATOM_MARK || closing(atom->mark, a->tongue, &other) == 0)
        return false;
    if (atom->mark != '"' && atom->mark != 0x201D && atom->mark != 0xBB)
        return true;
    return !ngi_atom_glued(a, i) || i == 0 || a->items[i - 1].kind == NGI_ATOM_MARK;
}

/* The quotations of a window, outer ones only. */
static uint32_t pair(const ngi_atoms *a, span *spans)
{
    uint32_t count = 0, close = 0, other = 0, open = 0, depth = 0;
    for (uint32_t i = 0; i < a->count; i++) {
        if (a->items[i].kind != NGI_ATOM_MARK)
            continue;
        uint32_t mark = a->items[i].mark;
        if (depth == 0) {
            if (count < SPANS && opens(a, i)) {
                open = mark;
                close = closing(mark, a->tongue, &other);
                spans[count] = (span){i, a->count, true};
                depth = 1;
            }
        } else if (mark == '\'' && i + 1 < a->count && ngi_atom_glued(a, i + 1) &&
                   a->items[i + 1].kind != NGI_ATOM_MARK) {
            continue; /* an apostrophe */
        } else if (mark == close || (other != 0 && mark == other)) {
            if (--depth == 0) {
                spans[count].end = i + 1;
                spans[count++].open = false;
            }
        } else if (mark == open) {
            depth++;
        }
    }
    if (depth != 0 && open != 0x2018) /* else it was an apostrophe */
        spans[count++].end = a->count;
    return count;
}

/* ---- attributions ---- */

static ngi_extent extent(const ngi_atoms *a, uint32_t begin, uint32_t end)
{
    return (ngi_extent){a->items[begin].begin, a->items[end - 1].end};
}

static ngi_extents one(maker *m, uint32_t begin, uint32_t end)
{
    ngi_extents list = {0};
    if (end <= begin)
        return list;
    list.items = NGI_NEW(m->arena, ngi_extent);
    if (list.items == NULL) {
        m->failed = true;
        return list;
    }
    list.items[0] = extent(m->atoms, begin, end);
    list.count = 1;
    return list;
}

static void add(maker *m, uint32_t begin, uint32_t end, const ngi_speech *speech, bool whole,
                float confidence)
{
    m->last_end = end;
    m->last_here = true;
    if (m->count >= NGI_QUOTES_MOST)
        return;
    if (!ngi_arena_grow(m->arena, &m->items, &m->capacity, m->count + 1, sizeof *m->items)) {
        m->failed = true;
        return;
    }
    ngi_attribution *made = &m->items[m->count++];
    *made = (ngi_attribution){.parent = NGI_NO_PARENT, .confidence = confidence};
    made->content = one(m, begin, end);
    made->form = whole ? NGI_FORM_DIRECT : NGI_FORM_MIXED;
    m->last_end = end;
    if (speech != NULL && speech->found) {
        made->cue = one(m, speech->cue.begin, speech->cue.end);
        made->source = one(m, speech->source.begin, speech->source.end);
        if (speech->cue.end > m->last_end)
            m->last_end = speech->cue.end;
        if (speech->source.end > m->last_end)
            m->last_end = speech->source.end;
    }
    m->last_here = true;
}

/* Adds a stretch to what the last attribution says. Doubled room: many stretches stay linear. */
static void append(maker *m, uint32_t begin, uint32_t end)
{
    ngi_extents *content = &m->items[m->count - 1].content;
    bool full = content->count != 0 && (content->count & (content->count - 1)) == 0;
    if (full) {
        ngi_extent *more = NGI_NEW_ARRAY(m->arena, ngi_extent, (size_t)content->count * 2);
        if (more == NULL) {
            m->failed = true;
            return;
        }
        memcpy(more, content->items, content->count * sizeof *more);
        content->items = more;
    }
    content->items[content->count++] = extent(m->atoms, begin, end);
    if (end > m->last_end)
        m->last_end = end;
    m->last_here = true;
}

/* ---- one quotation ---- */

static uint32_t words_in(const ngi_atoms *a, const span *s)
{
    uint32_t words = 0;
    for (uint32_t i = s->begin; i < s->end && words < 8; i++) {
        words += a->items[i].kind != NGI_ATOM_MARK;
        if (a->items[i].kind == NGI_ATOM_WORD && a->items[i].end - a->items[i].begin >= 18 &&
            (unsigned char)a->text.ptr[a->items[i].begin] >= 0xE0)
            words += 3; /* scripts without spaces */
    }
    return words;
}

static bool is_statement(const ngi_atoms *a, const span *s)
{
    if (s->end < s->begin + 3)
        return false;
    uint32_t mark = a->items[s->end - (s->open ? 1 : 2)].mark;
    return mark == '.' || mark == '!' || mark == '?' || mark == ',' || mark == 0x2026 || mark == 0x3002;
}

static bool begins_small(const ngi_atoms *a, const span *s)
{
    return s->begin + 1 < s->end && a->items[s->begin + 1].kind == NGI_ATOM_WORD &&
           (a->items[s->begin + 1].flags & NGI_ATOM_CAPITAL) == 0;
}

/* Whether this quotation goes on with what the last one said. */
static bool goes_on(const maker *m, const span *s, uint32_t low)
{
    if (m->count == 0)
        return false;
    if (m->last_here)
        return m->items[m->count - 1].cue.count != 0 && s->begin - low <= 2 * NEAR;
    return m->carries && s->begin == 0 && (m->unclosed || !s->open);
}

/* The paragraphs of one quotation whose cue stands behind its last: what waited is its begin. */
static void take_over(maker *m, const span *s, const ngi_speech *speech)
{
    ngi_extents content = m->items[m->count - 1].content;
    m->count--;
    add(m, s->begin, s->end, speech, true, 0.8f);
    if (m->failed)
        return;
    ngi_attribution *made = &m->items[m->count - 1];
    ngi_extent last = made->content.items[0];
    made->content = content;
    append(m, s->begin, s->end);
    if (!m->failed)
        made->content.items[made->content.count - 1] = last;
}

static void read_quotation(maker *m, const span *s, uint32_t low, uint32_t high)
{
    const ngi_atoms *a = m->atoms;
    uint32_t words = words_in(a, s);
    bool small = begins_small(a, s);
    if (!m->speakers) {
        if (words >= 2)
            add(m, s->begin, s->end, NULL, true, 0.5f);
        return;
    }
    if (high > s->end + LOOK_BEHIND)
        high = s->end + LOOK_BEHIND;
    ngi_speech behind = {0}, before = {0};
    if (!s->open)
        behind = ngi_speech_behind(a, s->end, high);
    if (behind.found) {
        if (m->waits && s->begin == 0)
            take_over(m, s, &behind);
        else
            add(m, s->begin, s->end, &behind, !small || is_statement(a, s), 0.85f);
        return;
    }
    uint32_t from = m->last_here && m->last_end > low ? m->last_end : low;
    bool colon = s->begin > 0 && ngi_atom_mark(a, s->begin - 1, ':');
    if (s->begin > from)
        before = ngi_speech_before(a, from, s->begin);
    if (before.found && (colon || words >= 3)) {
        add(m, s->begin, s->end, &before, colon || !small, colon ? 0.85f : 0.6f);
        return;
    }
    bool waited = m->waits && s->begin == 0;
    if (waited || (goes_on(m, s, low) && (words >= 3 || is_statement(a, s))))
        append(m, s->begin, s->end);
    else if (words >= 4 || (is_statement(a, s) && words >= 2))
        add(m, s->begin, s->end, NULL, !small, 0.5f);
}

/* ---- dashes ---- */

static bool is_long_dash(const ngi_atoms *a, uint32_t i)
{
    return i < a->count && a->items[i].kind == NGI_ATOM_MARK &&
           (a->items[i].mark == 0x2014 || a->items[i].mark == 0x2013 || a->items[i].mark == 0x2015);
}

/* "— Je ne sais pas, dit Anne." and "—No lo sé —dijo Ana—. Ya veremos." */
static void read_dashes(maker *m)
{
    const ngi_atoms *a = m->atoms;
    bool attributed = false;
    uint32_t begin = 1;
    for (uint32_t i = 2; i < a->count && !m->failed; i++) {
        bool dash = is_long_dash(a, i);
        if (!dash && !(ngi_atom_mark(a, i, ',') || ngi_atom_mark(a, i, '?') || ngi_atom_mark(a, i, '!')))
            continue;
        uint32_t high = i + LOOK_BEHIND < a->count ? i + LOOK_BEHIND : a->count;
        ngi_speech said = attributed ? (ngi_speech){0} : ngi_speech_behind(a, i + 1, high);
        if (!said.found || said.source.end == said.source.begin)
            continue;
        uint32_t end = ngi_atom_mark(a, i, '?') || ngi_atom_mark(a, i, '!') ? i + 1 : i;
        add(m, begin, end, &said, true, 0.75f);
        attributed = true;
        i = m->last_end;
        while (i < a->count && !is_long_dash(a, i))
            i++;
        begin = i + 1;
        if (begin < a->count && a->items[begin].kind == NGI_ATOM_MARK)
            begin++; /* the point behind the second dash */
        if (i < a->count && begin < a->count)
            append(m, begin, a->count);
        break;
    }
}

/* ---- a paragraph ---- */

static void read_window(maker *m)
{
    const ngi_atoms *a = m->atoms;
    span spans[SPANS + 1];
    uint32_t count = pair(a, spans);
    m->last_here = false;
    m->last_end = 0;
    if (count == 0 && m->speakers && a->tongue != NGI_DE && a->paragraph && is_long_dash(a, 0))
        read_dashes(m);
    for (uint32_t i = 0; i < count && !m->failed; i++) {
        uint32_t low = i == 0 ? 0 : spans[i - 1].end;
        uint32_t high = i + 1 < count ? spans[i + 1].begin : a->count;
        read_quotation(m, &spans[i], low, high);
    }
    bool to_end = count != 0 && (spans[count - 1].end + 1 >= a->count || spans[count - 1].open);
    m->carries = m->last_here && m->items[m->count - 1].cue.count != 0 &&
                 (to_end || m->last_end + NEAR > a->count);
    m->unclosed = count != 0 && spans[count - 1].open;
    m->waits = m->unclosed && m->last_here && m->items[m->count - 1].cue.count == 0 &&
               m->last_end == a->count;
}

bool ngi_quotes_by_rule(ngi_arena *arena, const ngi_prose *prose, ng_slice language,
                        ngi_attribution **out, uint32_t *count)
{
    *out = NULL;
    *count = 0;
    ngi_tongue tongue = ngi_tongue_of(language);
    maker m = {.arena = arena, .atoms = ngi_arena_alloc(arena, 1, sizeof *m.atoms)};
    if (m.atoms == NULL)
        return false;
    m.speakers = tongue == NGI_DE || tongue == NGI_FR || tongue == NGI_ES;
    ngi_atoms_begin(m.atoms, prose->text, tongue);
    while (!m.failed && ngi_atoms_next(m.atoms))
        read_window(&m);
    *out = m.items;
    *count = (uint32_t)m.count;
    return !m.failed && !arena->failed;
}
