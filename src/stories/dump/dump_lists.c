/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the lists of teasers in a dump: most read, more on this, latest.
 *
 * A list shows by its sameness: items that begin with the same mark, or a line of section
 * and age in turn with a headline. What a list looks like is decided for the list as a
 * whole (are first lines sections? does a date stand at the end of headlines?), then each
 * item is read in that light. Lists inside a story's own text are told apart by having
 * neither sections nor dates nor a list's title. */
#include "stories/dump/dump.h"

static const ngi_unit *unit_at(const ngi_dump *dump, uint32_t i)
{
    return i < dump->count ? &dump->units[i] : NULL;
}

static bool is_furniture(const ngi_unit *u)
{
    return u->saying != NGI_SAYS_NOTHING && u->saying != NGI_SAYS_SECTION;
}

static bool is_dated(const ngi_unit *u)
{
    return u->facts != NULL && u->facts->shown.len != 0;
}

/* ---- lists whose items have marks ---- */

static bool may_belong(const ngi_unit *u)
{
    return u->role == NGI_ROLE_OPEN && u->mark == NGI_MARK_NONE && u->chars <= 600 &&
           (!is_furniture(u) || u->facts != NULL) && u->level == 0;
}

/* Units behind the last mark that are still its item, as the items before were set. */
static uint32_t last_end(const ngi_dump *dump, const ngi_list *l, uint32_t mark)
{
    uint32_t most = 0, inner_gap = 0, start_gap = UINT32_MAX, least_indent = UINT32_MAX;
    for (size_t i = 0; i < l->count; i++) {
        const ngi_item *it = &l->items[i];
        most = it->end - it->begin > most ? it->end - it->begin : most;
        for (uint32_t k = it->begin + 1; k < it->end; k++) {
            inner_gap = dump->units[k].gap > inner_gap ? dump->units[k].gap : inner_gap;
            least_indent =
                dump->units[k].indent < least_indent ? dump->units[k].indent : least_indent;
        }
        if (i > 0 && dump->units[it->begin].gap < start_gap)
            start_gap = dump->units[it->begin].gap;
    }
    const ngi_unit *m = &dump->units[mark];
    if (l->count == 0)
        most = m->mark == NGI_MARK_LONE ? 3 : 2, inner_gap = 0, start_gap = m->gap;
    else if (l->count == 1)
        start_gap = m->gap;
    bool by_gap = start_gap != UINT32_MAX && inner_gap < start_gap;
    bool by_indent = least_indent != UINT32_MAX && least_indent > m->indent;
    uint32_t end = mark + 1;
    while (end < dump->count && end - mark < most && may_belong(&dump->units[end]) &&
           !(by_gap && dump->units[end].gap > inner_gap) &&
           !(by_indent && dump->units[end].indent < least_indent))
        end++;
    return end;
}

/* The item that begins at `mark` and ends before the next; 0 when none of its list follows. */
static uint32_t next_mark(const ngi_dump *dump, uint32_t mark)
{
    const ngi_unit *m = &dump->units[mark];
    uint32_t prose = 0;
    for (uint32_t k = mark + 1; k < dump->count && k - mark <= NGI_ITEM_LINES; k++) {
        const ngi_unit *u = &dump->units[k];
        if (u->mark == m->mark && u->role == NGI_ROLE_OPEN) {
            return m->number == 0 || u->number == m->number + 1 ? k : 0;
        }
        prose += u->prose;
        if (!may_belong(u) || prose > 1)
            return 0;
    }
    return 0;
}

/* Where a list stands, or what it holds, shows that it is one of teasers. */
static bool is_teasers(ngi_dump *dump, const ngi_list *l)
{
    uint32_t first = l->items[0].begin;
    const ngi_unit *m = &dump->units[first];
    const ngi_unit *before = first == 0 ? NULL : &dump->units[first - 1];
    bool titled = before != NULL &&
                  (before->saying == NGI_SAYS_LIST || before->saying == NGI_SAYS_READ_ALSO) &&
                  before->mark == NGI_MARK_NONE;
    size_t dated = 0, named = 0, open = 0, several = 0, words = 0, inner = 0, labelled = 0;
    for (size_t i = 0; i < l->count; i++) {
        ngi_item_lines t;
        ngi_item_gather(dump, &l->items[i], &t);
        dated += t.facts != NULL && t.facts->facts->shown.len != 0;
        if (t.count == 0)
            continue;
        bool first = t.lines[0]->section, last = t.count >= 2 && t.lines[1]->section;
        named += t.count >= 2 && ((first && t.lines[0]->name) || last);
        several += t.count >= 2;
        open += !t.lines[0]->closed && !t.lines[0]->colon;
        words += t.lines[t.count > 1 && !last]->words;
        ngi_facts f;
        ng_slice a;
        ng_slice b;
        inner += i < 40 && ngi_item_inner_date(dump, t.lines[0]->text, &f, &a);
        labelled += i < 40 && ngi_item_inner_section(dump, t.lines[0]->text, false, &a, &b);
    }
    size_t n = l->count;
    /* "1. Subhead" and its text: numbered subheads of a story. */
    bool numbers_prose = m->mark == NGI_MARK_NUMBER && several * 2 >= n && !titled;
    if (words < n * 2 || (numbers_prose && dated * 2 < n && named * 2 < n))
        return false;
    if (dated * 2 >= n)
        return n >= 2 || m->mark == NGI_MARK_LONE || titled;
    if (n < 2)
        return titled && m->mark != NGI_MARK_DASH;
    if (titled || named * 2 >= n || (m->mark == NGI_MARK_LONE && several * 2 >= n))
        return true;
    if ((inner * 10 >= n * 6 || labelled * 10 >= n * 9) && n >= 3)
        return true;
    if (n < 3 || open * 10 < n * 8 || m->mark == NGI_MARK_DASH)
        return false;
    /* Headlines alone: a list of teasers stands outside of the stories' texts. */
    const ngi_unit *behind = unit_at(dump, l->items[n - 1].end);
    bool starts = before == NULL || before->role == NGI_ROLE_RULE || is_furniture(before) ||
                  (before->title && !before->closed && before->words <= 5 && !before->prose);
    bool ends =
        behind == NULL || behind->role == NGI_ROLE_RULE || is_furniture(behind) || behind->section;
    bool own = before == NULL || !before->colon; /* not what a sentence has announced */
    return words >= n * 4 &&
           (starts ? ends || behind->title : n >= 4 && own && (ends || m->mark == NGI_MARK_LONE));
}

/* A short line right before a list names it. */
static uint32_t title_before(const ngi_dump *dump, uint32_t first)
{
    if (first == 0)
        return UINT32_MAX;
    const ngi_unit *u = &dump->units[first - 1];
    if (u->role != NGI_ROLE_OPEN || u->facts != NULL || u->prose || u->closed)
        return UINT32_MAX;
    if (u->saying == NGI_SAYS_LIST || u->saying == NGI_SAYS_READ_ALSO)
        return first - 1;
    return u->title && !is_furniture(u) && u->words <= 6 ? first - 1 : UINT32_MAX;
}

static bool marked_lists(ngi_dump *dump)
{
    for (uint32_t i = 0; i < dump->count; i++) {
        ngi_unit *u = &dump->units[i];
        if (u->mark == NGI_MARK_NONE || u->role != NGI_ROLE_OPEN || u->level != 0)
            continue;
        ngi_list l = {.title = UINT32_MAX};
        uint32_t at = i, next;
        do {
            next = next_mark(dump, at);
            if (!ngi_arena_grow(dump->arena, &l.items, &l.room, l.count + 1, sizeof *l.items))
                return false;
            uint32_t end = next != 0 ? next : last_end(dump, &l, at);
            l.items[l.count++] = (ngi_item){at, end};
            at = next != 0 ? next : at;
        } while (next != 0);
        if (u->mark == NGI_MARK_NUMBER && u->number > 1)
            l.count = 0;
        if (l.count != 0 && is_teasers(dump, &l)) {
            l.title = title_before(dump, i);
            if (!ngi_list_accept(dump, &l))
                return false;
        }
        i = at; /* the last mark: what follows it is looked at again */
    }
    return true;
}

/* ---- lists without marks ---- */

static bool is_headline(const ngi_unit *u)
{
    return u != NULL && u->role == NGI_ROLE_OPEN && u->title && u->mark == NGI_MARK_NONE &&
           u->facts == NULL && u->words >= 2 && !is_furniture(u) && !(u->name && u->section);
}

static bool is_label(const ngi_unit *u)
{
    return u != NULL && u->role == NGI_ROLE_OPEN && u->mark == NGI_MARK_NONE &&
           (is_dated(u) || (u->name && u->section));
}

static bool is_summary(const ngi_unit *u)
{
    return u != NULL && u->role == NGI_ROLE_OPEN && u->mark == NGI_MARK_NONE &&
           (u->cut || u->closed) && u->words >= 5 && u->chars <= 320 && !is_furniture(u);
}

/* How the items of an unmarked list are made up: a label (section, age) above the headline, a
 * date or a section's name below it or below the summary. Summaries come and go. */
typedef struct shape {
    bool label_first, label_last, dated;
    bool section_last; /* the label below is a section's name, without a date */
} shape;

/* Behind the summary at `i`, where one stands there that belongs to an item. */
static uint32_t behind_summary(const ngi_dump *dump, uint32_t i, bool labelled)
{
    const ngi_unit *u = unit_at(dump, i), *next = unit_at(dump, i + 1);
    return is_summary(u) && (labelled ? is_label(next) || u->cut : u->cut) ? i + 1 : i;
}

static bool shape_at(const ngi_dump *dump, uint32_t i, shape *out)
{
    const ngi_unit *a = unit_at(dump, i);
    *out = (shape){0};
    bool first = is_label(a);
    if (!is_headline(unit_at(dump, i + first)))
        return false;
    const ngi_unit *last = unit_at(dump, behind_summary(dump, i + first + 1, true));
    out->label_first = first;
    out->label_last =
        last != NULL && last->role == NGI_ROLE_OPEN && is_dated(last) && !(first && is_dated(a));
    out->dated = out->label_last || (first && is_dated(a));
    out->section_last = !first && !out->label_last && is_label(last);
    return true;
}

/* The end of an item of this shape at `i`, or 0. */
static uint32_t item_end(const ngi_dump *dump, uint32_t i, const shape *s)
{
    const ngi_unit *a = unit_at(dump, i);
    if (s->label_first) {
        if (!is_label(a) || (s->dated && !s->label_last && !is_dated(a)))
            return 0;
        i++;
    }
    if (!is_headline(unit_at(dump, i)))
        return 0;
    i = behind_summary(dump, i + 1, s->label_first || s->label_last || s->section_last);
    if (s->section_last)
        return is_label(unit_at(dump, i)) ? i + 1 : 0;
    if (!s->label_last)
        return i;
    return unit_at(dump, i) != NULL && is_dated(&dump->units[i]) ? i + 1 : 0;
}

/* Whether a story goes on behind `i`: what looked like an item is its headline. */
static bool story_follows(const ngi_dump *dump, uint32_t i)
{
    const ngi_unit *u = unit_at(dump, i);
    if (u == NULL || u->role != NGI_ROLE_OPEN)
        return false;
    return (u->prose && !is_furniture(u)) || u->facts != NULL || u->saying == NGI_SAYS_SHARE ||
           u->saying == NGI_SAYS_CREDIT || u->time;
}

/* Collects items of one shape from `i` on. */
static bool collect(ngi_dump *dump, uint32_t i, const shape *s, ngi_list *l)
{
    for (;;) {
        uint32_t end = item_end(dump, i, s);
        if (end == 0)
            break;
        if (!ngi_arena_grow(dump->arena, &l->items, &l->room, l->count + 1, sizeof *l->items))
            return false;
        l->items[l->count++] = (ngi_item){i, end};
        i = end;
    }
    if (l->count != 0 && story_follows(dump, l->items[l->count - 1].end))
        l->count--; /* its label, or title, heads the story below */
    return true;
}

/* Whether what looked like a headline with its label below is the list's title, and labels stand
 * above: a headline is left at the end that would have none. */
static bool is_titled(const ngi_dump *dump, const ngi_list *l, const shape *s)
{
    if (s->label_first || !s->label_last || l->count < 2)
        return false;
    const ngi_unit *title = &dump->units[l->items[0].begin];
    uint32_t end = l->items[l->count - 1].end;
    return title->words <= 5 && title->chars <= 40 && is_headline(unit_at(dump, end)) &&
           !story_follows(dump, end + 1) && !is_label(unit_at(dump, end + 1)) &&
           dump->units[end].gap <= title[1].gap + 1u;
}

/* Collects the items from `begin` on in the shape they show; *s: which that is. */
static bool collect_shape(ngi_dump *dump, uint32_t begin, shape *s, ngi_list *l)
{
    if (!collect(dump, begin, s, l) || !is_titled(dump, l, s))
        return !dump->arena->failed;
    shape first;
    if (!shape_at(dump, begin + 1, &first) || !first.label_first)
        return true;
    ngi_list below = {.title = begin};
    if (!collect(dump, begin + 1, &first, &below))
        return false;
    if (below.count >= l->count) {
        *l = below;
        *s = first;
    }
    return true;
}

static bool unmarked_list(ngi_dump *dump, uint32_t begin, uint32_t title)
{
    shape s;
    ngi_list l = {.title = title};
    if (!shape_at(dump, begin, &s) || (title == UINT32_MAX && !s.dated))
        return true;
    if (!(title == UINT32_MAX ? collect_shape(dump, begin, &s, &l) : collect(dump, begin, &s, &l)))
        return false;
    /* Two headlines with a date below each, and no text: no stories. */
    size_t least = title != UINT32_MAX || (s.label_last && s.dated) ? 2 : 3;
    if (l.count < least)
        return true;
    if (l.title == UINT32_MAX)
        l.title = title_before(dump, begin);
    return ngi_list_accept(dump, &l);
}

/* "Read also" alone on a line, above items with a section or an age each. */
static bool heads_labels(const ngi_dump *dump, uint32_t i)
{
    const ngi_unit *u = &dump->units[i];
    shape s;
    return u->saying == NGI_SAYS_READ_ALSO && u->words <= 4 && u->chars <= 30 &&
           shape_at(dump, i + 1, &s) && (s.label_first || s.label_last || s.section_last);
}

static bool unmarked_lists(ngi_dump *dump)
{
    for (uint32_t i = 0; i < dump->count; i++) {
        ngi_unit *u = &dump->units[i];
        if (u->role != NGI_ROLE_OPEN)
            continue;
        bool titled = (u->saying == NGI_SAYS_LIST || heads_labels(dump, i)) && u->facts == NULL &&
                      u->mark == NGI_MARK_NONE;
        if (titled && !unmarked_list(dump, i + 1, i))
            return false;
        if (u->role == NGI_ROLE_OPEN && !titled && u->mark == NGI_MARK_NONE &&
            !unmarked_list(dump, i, UINT32_MAX))
            return false;
    }
    return true;
}

/* A line that is a whole teaser: "World | Headline | 5 days ago", "[World] Headline". */
static bool is_whole(ngi_dump *dump, const ngi_unit *u)
{
    ngi_facts f;
    ng_slice headline, section;
    if (u == NULL || u->role != NGI_ROLE_OPEN || u->facts != NULL || u->prose ||
        u->mark != NGI_MARK_NONE || is_furniture(u) || u->words < (u->text.ptr[0] == '[' ? 2 : 4))
        return false;
    return ngi_item_inner_date(dump, u->text, &f, &headline) ||
           ((u->text.ptr[0] == '[' ||
             ngi_item_ends_in_section(dump, u->text, &section, &headline)) &&
            ngi_item_inner_section(dump, u->text, false, &section, &headline));
}

static bool inline_lists(ngi_dump *dump)
{
    ngi_list l = {.title = UINT32_MAX};
    for (uint32_t i = 0; i <= dump->count; i++) {
        if (is_whole(dump, unit_at(dump, i))) {
            uint32_t end = i + 1; /* a summary may stand below each */
            if (is_summary(unit_at(dump, end)) && (unit_at(dump, end)->cut || l.count != 0) &&
                (is_whole(dump, unit_at(dump, end + 1)) || unit_at(dump, end)->cut))
                end++;
            if (!ngi_arena_grow(dump->arena, &l.items, &l.room, l.count + 1, sizeof *l.items))
                return false;
            l.items[l.count++] = (ngi_item){i, end};
            i = end - 1;
            continue;
        }
        uint32_t before = l.count == 0 ? 0 : l.items[0].begin;
        bool titled = before != 0 && dump->units[before - 1].saying == NGI_SAYS_LIST;
        if (l.count >= 3 || (titled && l.count == 2)) {
            l.title = title_before(dump, before);
            if (!ngi_list_accept(dump, &l))
                return false;
        }
        l = (ngi_list){.title = UINT32_MAX};
    }
    return true;
}

bool ngi_dump_lists(ngi_dump *dump)
{
    bool fine = marked_lists(dump) && inline_lists(dump) && unmarked_lists(dump);
    ngi_dump_apply_names(dump);
    return fine && !dump->arena->failed;
}
