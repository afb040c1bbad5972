/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the items of a list of teasers: section, age or date, headline, summary.
 *
 * How a list is set is decided for the list as a whole (are first lines sections? does a
 * date stand at the end of headlines?), then each item is read in that light, so that one
 * odd headline with a date in it stays whole. */
#include "stories/dump/dump.h"

static bool is_address(ng_slice s)
{
    return (ngi_starts(s, NGI_LIT("http://")) || ngi_starts(s, NGI_LIT("https://"))) &&
           ngi_find_char(s, ' ') == NGI_NONE;
}

void ngi_item_gather(const ngi_dump *dump, const ngi_item *it, ngi_item_lines *out)
{
    *out = (ngi_item_lines){0};
    for (uint32_t i = it->begin; i < it->end; i++) {
        const ngi_unit *u = &dump->units[i];
        if (u->mark == NGI_MARK_LONE || u->role == NGI_ROLE_RULE)
            continue;
        if (is_address(u->text))
            out->url = u->text;
        else if (u->facts != NULL && out->facts == NULL)
            out->facts = u;
        else if (out->count < NGI_ITEM_LINES && u->facts == NULL && !u->time)
            out->lines[out->count++] = u;
    }
}

/* The next piece between bars, where the line has any: a dash is part of a headline then. */
static bool next_piece(ng_slice *rest, bool bars, ng_slice *piece)
{
    return bars ? ngi_split(rest, '|', piece) : ngi_dump_next_piece(rest, piece);
}

/* Takes a section's name off the end of `side` that was next to the date: the last piece of
 * what stood before it, the first of what stood behind. */
static ng_slice take_edge(ngi_dump *dump, ng_slice side, bool last, ng_slice *section)
{
    ng_slice rest = ngi_dump_trim_joints(side), piece, edge = {0}, others = rest;
    uint32_t pieces = 0;
    bool bars = ngi_find_char(rest, '|') != NGI_NONE;
    while (next_piece(&rest, bars, &piece)) {
        pieces++;
        if (last || pieces == 1)
            edge = piece;
    }
    bool known;
    ng_slice name = ngi_dump_trim_joints(edge);
    if (pieces < 2 || name.len == 0 || !ngi_dump_is_name(dump, name, &known) ||
        (!known && name.len * 2 > others.len)) /* longer than what is left: a headline */
        return others;
    *section = ngi_dump_unframe(name);
    size_t at = (size_t)(edge.ptr - others.ptr);
    others = last ? ngi_slice_sub(others, 0, at) : ngi_slice_from(others, at + edge.len);
    return ngi_dump_trim_joints(others);
}

/* Whether `piece`, a part of `text`, is an age or date and nothing else. */
static bool is_date(ngi_dump *dump, ng_slice text, ng_slice piece, ngi_facts *f, ng_slice *before,
                    ng_slice *behind)
{
    ng_slice left, right;
    piece = ngi_trim_wide(piece);
    if (piece.len == 0 || piece.len > 60 || dump->looks == 0)
        return false;
    dump->looks--;
    if (!ngi_dump_take_date(dump, f, piece, &left, &right) || left.len != 0 || right.len != 0) {
        *f = (ngi_facts){0};
        return false;
    }
    *before = ngi_slice_sub(text, 0, (size_t)(piece.ptr - text.ptr));
    *behind = ngi_slice_from(text, (size_t)(piece.ptr - text.ptr) + piece.len);
    return true;
}

/* The date between joints or in brackets at the end, else one at either end of the line. */
static bool find_date(ngi_dump *dump, ng_slice text, ngi_facts *f, ng_slice *before,
                      ng_slice *behind)
{
    ng_slice rest = text, piece;
    uint32_t pieces = 0;
    while (pieces++ < 6 && ngi_dump_next_piece(&rest, &piece))
        if (piece.len != text.len && is_date(dump, text, piece, f, before, behind))
            return true;
    size_t at = text.len;
    while (at > 0 && text.len - at < 60 && text.ptr[at - 1] != '(' && text.ptr[at - 1] != '[')
        at--;
    char last = text.ptr[text.len - 1];
    if (at > 1 && (last == ')' || last == ']') && text.len - at < 60) {
        const ngi_facts *inside = ngi_dump_facts(dump, ngi_slice_sub(text, at, text.len - 1));
        if (inside != NULL && inside->shown.len != 0) { /* "(World, 5 days ago)" */
            *f = *inside;
            *before = ngi_slice_sub(text, 0, at - 1);
            *behind = (ng_slice){0};
            return true;
        }
    }
    if (dump->looks == 0)
        return false;
    dump->looks--;
    return ngi_dump_take_date(dump, f, text, before, behind);
}

/* "HeadlineWorld": a known section's name glued to the end of a headline. */
static ng_slice take_glued_section(ngi_dump *dump, ng_slice headline, ng_slice *section)
{
    for (size_t at = headline.len; at > 0 && headline.len - at < 60;) {
        size_t end = at;
        uint32_t c = ngi_utf8_previous(headline, &at);
        bool known, starts = at > 0 && headline.ptr[at - 1] != ' ' &&
                             (ngi_is_upper(c) || ngi_is_cjk(c)) && end < headline.len;
        if (starts && ngi_dump_is_name(dump, ngi_slice_from(headline, at), &known) && known) {
            *section = ngi_slice_from(headline, at);
            return ngi_slice_sub(headline, 0, at);
        }
    }
    return headline;
}

/* A date within the line of a headline, at either end of it, a section's name between. */
bool ngi_item_inner_date(ngi_dump *dump, ng_slice text, ngi_facts *f, ng_slice *headline)
{
    ng_slice before, behind;
    *f = (ngi_facts){0};
    *headline = (ng_slice){0};
    if (text.len == 0 || text.len > 500 || !find_date(dump, text, f, &before, &behind))
        return false;
    ng_slice left = ngi_trim_wide(before), right = ngi_trim_wide(behind);
    ng_slice left_bare = ngi_dump_trim_joints(left), right_bare = ngi_dump_trim_joints(right);
    if (left_bare.len != 0 && right_bare.len != 0 && ngi_equal(left_bare, left) &&
        ngi_equal(right_bare, right))
        return false; /* in the midst of a sentence */
    bool last = left_bare.len >= right_bare.len, known;
    ng_slice other = last ? right_bare : left_bare;
    if (other.len != 0 && !ngi_dump_is_name(dump, other, &known))
        return false;
    if (other.len != 0)
        f->section = ngi_dump_unframe(other);
    *headline = f->section.len != 0 ? (last ? left_bare : right_bare)
                                    : take_edge(dump, last ? left : right, last, &f->section);
    if (f->section.len == 0 && last && right_bare.len == 0)
        *headline = take_glued_section(dump, *headline, &f->section);
    return headline->len >= 8;
}

/* "Headline (World)", "Headline | World": a known section's name at the end. */
bool ngi_item_ends_in_section(ngi_dump *dump, ng_slice text, ng_slice *section, ng_slice *headline)
{
    ng_slice rest = text, piece, last = {0};
    bool known, bracket = text.len > 8 && text.ptr[text.len - 1] == ')';
    size_t at = text.len;
    if (bracket) {
        while (at > 0 && text.ptr[at - 1] != '(')
            at--;
        last = at == 0 ? last : ngi_slice_sub(text, at, text.len - 1);
        at = at == 0 ? 0 : at - 1;
    } else {
        while (ngi_dump_next_piece(&rest, &piece))
            last = piece;
        at = (size_t)(last.ptr - text.ptr);
    }
    last = ngi_trim_wide(last);
    if (last.len == 0 || last.len * 2 > text.len || !ngi_dump_is_name(dump, last, &known) || !known)
        return false;
    *section = ngi_dump_unframe(last);
    *headline = ngi_dump_trim_joints(ngi_slice_sub(text, 0, at));
    return headline->len != 0;
}

/* "World | Headline", "[World] Headline", "World: Headline". trust: a name that usage does not
 * know is one, as the other items of the list begin with theirs. */
bool ngi_item_inner_section(ngi_dump *dump, ng_slice text, bool trust, ng_slice *section,
                            ng_slice *headline)
{
    ng_slice rest = text, first;
    bool known;
    if (text.len != 0 && text.ptr[0] == '[' && ngi_find_char(text, ']') != NGI_NONE) {
        size_t at = ngi_find_char(text, ']');
        first = ngi_slice_sub(text, 1, at);
        rest = ngi_slice_from(text, at + 1);
    } else {
        if (!ngi_dump_next_piece(&rest, &first) || rest.len == 0) {
            size_t at = ngi_find(text, NGI_LIT(": "));
            if (at == NGI_NONE)
                return ngi_item_ends_in_section(dump, text, section, headline);
            first = ngi_slice_sub(text, 0, at);
            rest = ngi_slice_from(text, at + 2);
        }
    }
    first = ngi_trim_wide(first);
    rest = ngi_trim_wide(rest);
    if (rest.len < first.len || !ngi_dump_is_name(dump, first, &known) || !(known || trust))
        return ngi_item_ends_in_section(dump, text, section, headline);
    *section = ngi_dump_unframe(first);
    *headline = rest;
    return true;
}

/* How the list as a whole is set. */
static void judge(ngi_dump *dump, ngi_list *l)
{
    size_t sections = 0, two = 0, dates = 0, inner = 0, one = 0, last = 0;
    for (size_t i = 0; i < l->count && i < 60; i++) {
        ngi_item_lines t;
        ngi_facts f;
        ng_slice a, b;
        ngi_item_gather(dump, &l->items[i], &t);
        if (t.count == 0)
            continue;
        const ngi_unit *first = t.lines[0];
        if (t.count >= 2) {
            two++;
            sections += first->name && !t.lines[1]->cut &&
                        (first->section || t.lines[1]->words > first->words);
            last += t.lines[t.count - 1]->section;
        }
        one++;
        dates += t.facts == NULL && ngi_item_inner_date(dump, first->text, &f, &a);
        inner += ngi_item_inner_section(dump, first->text, false, &a, &b);
    }
    l->sections = two != 0 && sections * 10 >= two * 6;
    l->last_sections = !l->sections && last != 0 && last * 10 >= two * 6;
    l->inner_dates = dates != 0 && dates * 10 >= one * 6;
    l->inner_section = inner != 0 && inner * 10 >= one * 6;
}

static ngi_place place_of(const ngi_unit *u)
{
    return (ngi_place){.kind = NGI_PLACE_TEXT, .begin = u->inner, .end = u->end};
}

static ngi_text text_of(const ngi_unit *u, ng_slice text)
{
    return (ngi_text){.text = text, .place = place_of(u)};
}

bool ngi_teaser_keep(ngi_dump *dump, const ngi_teaser *teaser)
{
    ng_slice key = ngi_plain(dump->arena, teaser->headline.text);
    bool fresh;
    if (key.len == 0)
        return true;
    uint32_t *at = ngi_map_put(&dump->heads, key, &fresh);
    if (at == NULL)
        return false;
    if (!fresh)
        return true; /* a teaser printed twice is one */
    if (!ngi_arena_grow(dump->arena, &dump->teasers, &dump->teaser_room, dump->teaser_count + 1,
                        sizeof *dump->teasers))
        return false;
    dump->teasers[dump->teaser_count++] = *teaser;
    *at = (uint32_t)dump->teaser_count;
    return true;
}

static void fill_facts(ngi_teaser *teaser, const ngi_unit *u, const ngi_facts *f)
{
    if (f->section.len != 0 && teaser->section.text.len == 0)
        teaser->section = text_of(u, f->section);
    if (f->age.len != 0)
        teaser->age = text_of(u, f->age);
    teaser->date_published = f->date;
}

static bool read_item(ngi_dump *dump, const ngi_list *l, const ngi_item *it)
{
    ngi_item_lines t;
    ngi_teaser teaser = {0};
    ngi_item_gather(dump, it, &t);
    uint32_t at = 0;
    if (l->sections && t.count >= 2 && t.lines[0]->name)
        teaser.section = text_of(t.lines[at], ngi_dump_unframe(t.lines[at]->text)), at++;
    if (l->last_sections && t.count >= 2 && t.lines[t.count - 1]->name)
        t.count--,
            teaser.section = text_of(t.lines[t.count], ngi_dump_unframe(t.lines[t.count]->text));
    if (at == t.count)
        return true;
    const ngi_unit *head = t.lines[at];
    ng_slice headline = head->text, rest;
    ngi_facts inner;
    if (t.facts != NULL)
        fill_facts(&teaser, t.facts, t.facts->facts);
    else if (l->inner_dates && ngi_item_inner_date(dump, headline, &inner, &rest))
        headline = rest, fill_facts(&teaser, head, &inner);
    ng_slice section;
    if (l->inner_section && teaser.section.text.len == 0 &&
        ngi_item_inner_section(dump, headline, true, &section, &rest))
        headline = rest, teaser.section = text_of(head, section);
    teaser.headline = text_of(head, headline);
    if (at + 1 < t.count)
        teaser.description = text_of(t.lines[at + 1], t.lines[at + 1]->text);
    teaser.url = t.url;
    if (teaser.section.text.len != 0 && !ngi_dump_know(dump, teaser.section.text))
        return false;
    return ngi_teaser_keep(dump, &teaser);
}

/* The last item is a section's name with nothing below: it heads the story that follows. */
static bool ends_in_label(const ngi_dump *dump, const ngi_list *l)
{
    ngi_item_lines t;
    ngi_item_gather(dump, &l->items[l->count - 1], &t);
    return l->count > 1 && l->sections && t.count == 1 && t.facts == NULL && t.lines[0]->section;
}

bool ngi_list_accept(ngi_dump *dump, ngi_list *l)
{
    judge(dump, l);
    if (ends_in_label(dump, l))
        l->count--;
    for (size_t i = 0; i < l->count; i++) {
        if (!read_item(dump, l, &l->items[i]))
            return false;
        for (uint32_t k = l->items[i].begin; k < l->items[i].end; k++)
            dump->units[k].role = NGI_ROLE_LIST;
    }
    if (l->title != UINT32_MAX)
        dump->units[l->title].role = NGI_ROLE_LIST;
    return !dump->arena->failed;
}
