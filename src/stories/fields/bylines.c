/* SPDX-License-Identifier: Apache-2.0 */
/* Who wrote it: persons out of a byline ("By A and B, Reuters") or out of what metadata say.
 *
 * A line is cut into units (words with their hyphens and dots), separators and things that
 * are neither (numbers, addresses, handles). A phrase that opens a byline is looked for at
 * the start, behind a separator or behind a date; names follow, parted by commas and by
 * "and" in its languages, until a phrase that ends them ("Photo:", "Updated"). Roles and
 * places behind names are cut off; agencies are the credit; desks and houses are nobody.
 * Bylines are short: a text of more than 60 units is none. */
#include "stories/fields/bylines_line.h"
#include "stories/fields/bylines_words.h"
#include "stories/scene.h"

enum {
    MOST_NAMES = 24,
    MOST_NAME_UNITS = 7,
    LONGEST_BYLINE = 60,
    LONGEST_TEXT = 320,
    FIRST_BYTES = 72
};

typedef struct people {
    ngi_arena *arena;
    ng_slice names[MOST_NAMES];
    uint32_t count;
    ng_slice credit;
    bool nobody;  /* a house or a desk was named */
    bool invalid; /* something that can't be a name stood in a name's place */
    bool full;    /* a name of at least two units */
    bool lone;    /* known to be a byline: small letters will do */
    bool claim;   /* out of metadata: written by people, but meant to be names */
} people;

/* Separators between whole parts of a line, not between names. */
static bool parts_line(uint32_t mark)
{
    return mark == '|' || mark == 0x2022 || mark == 0xB7 || mark == 0x2014 || mark == 0x2013 ||
           mark == '-' || mark == '(' || mark == ')' || mark == '[' || mark == ']' ||
           mark == 0xFF5C || mark == '*' || mark == 0x25CF || mark == '>' || mark == 0xBB ||
           mark == '!' || mark == '?' || mark == 0xFF08 || mark == 0x3010 || mark == 0x3011;
}

/* ---- one piece: a name, an agency, a house ---- */

static ng_slice shown(const ngi_line *l, size_t begin, size_t end)
{
    return ngi_slice_sub(l->tokens.text, l->at[begin].begin, l->at[end - 1].end);
}

static void add_credit(people *p, ng_slice agency)
{
    if (p->credit.len == 0) {
        p->credit = agency;
        return;
    }
    if (ngi_find(p->credit, agency) != NGI_NONE)
        return;
    char *text = ngi_arena_chars(p->arena, p->credit.len + agency.len + 2);
    if (text == NULL)
        return;
    memcpy(text, p->credit.ptr, p->credit.len);
    memcpy(text + p->credit.len, ", ", 2);
    memcpy(text + p->credit.len + 2, agency.ptr, agency.len);
    p->credit = ngi_slice(text, p->credit.len + agency.len + 2);
}

static void add_name(people *p, ng_slice name)
{
    for (uint32_t i = 0; i < p->count; i++)
        if (ngi_equal_nocase(p->names[i], name))
            return;
    if (p->count < MOST_NAMES)
        p->names[p->count++] = ngi_squeeze(p->arena, name);
}

/* An agency's short name is in capitals; as a small word it is something else. */
static bool agency_case(const ngi_line *l, size_t begin, size_t end, const people *p)
{
    const ngi_unit *u = &l->at[begin];
    if (end - begin > 1 || u->no_case || u->fold.len > 4 || p->claim)
        return true;
    return u->shout || ngi_unit_in(u, " dpa ansa efe tass kna epd dts ats sda ");
}

/* Only agencies, parted by slashes or "and": "AFP/Reuters". Adds them. */
static bool take_agencies(const ngi_line *l, size_t begin, size_t end, people *p)
{
    size_t i = begin;
    while (i < end &&
           (l->at[i].kind == NGI_UNIT_SEP ||
            ngi_unit_in(&l->at[i], " mit material von der with agencies from avec con ")))
        i++;
    size_t from = i;
    for (; i < end;) {
        size_t used = ngi_phrase_at(l, i, end, NGI_BYLINE_AGENCY);
        if (used == 0 || !agency_case(l, i, i + used, p))
            break;
        i += used;
        while (i < end && (l->at[i].kind == NGI_UNIT_SEP || (l->at[i].is & NGI_BYLINE_JOIN) != 0))
            i++;
    }
    if (i < end || i == from)
        return false;
    for (i = from; i < end;) {
        size_t used = ngi_phrase_at(l, i, end, NGI_BYLINE_AGENCY);
        if (used != 0)
            add_credit(p, shown(l, i, i + used));
        i += used != 0 ? used : 1;
    }
    return true;
}

static bool has_house(const ngi_line *l, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if ((l->at[i].is & NGI_BYLINE_HOUSE) != 0)
            return true;
    return false;
}

/* A word that can stand in a name. */
static bool name_word(const ngi_unit *u, bool small)
{
    if (u->kind != NGI_UNIT_WORD)
        return false;
    if (u->upper || u->no_case)
        return true;
    return (u->is & NGI_BYLINE_PARTICLE) != 0 || (small && (u->is & NGI_BYLINE_TAIL) == 0) ||
           (u->fold.len > 2 && (u->fold.ptr[1] == '\'')); /* d'Arc */
}

/* By its ending: "Landespolitische", "Parliamentary". */
static bool is_adjective(const ngi_unit *u)
{
    return ngi_ends(u->fold, NGI_LIT("ische")) || ngi_ends(u->fold, NGI_LIT("ischer")) ||
           ngi_ends(u->fold, NGI_LIT("tary")) || ngi_ends(u->fold, NGI_LIT("ical")) ||
           ngi_ends(u->fold, NGI_LIT("ional"));
}

/* Cuts a role off the end ("Jane Doe Staff Writer"), or off the front ("Redakteur X Y"). */
static size_t without_role(const ngi_line *l, size_t *begin, size_t end)
{
    for (size_t i = *begin; i < end; i++) {
        if ((l->at[i].is & NGI_BYLINE_ROLE) == 0)
            continue;
        if (i == *begin && end - i > 2 && !l->at[i].no_case) {
            *begin = i + 1; /* "Reporterin Erika Beispiel" */
            continue;
        }
        if (i > *begin && (l->at[*begin].is & NGI_BYLINE_MOD) != 0)
            return *begin; /* "Certified Harbour Consultant" */
        size_t to = i;
        while (to > *begin && ((l->at[to - 1].is & NGI_BYLINE_MOD) != 0 ||
                               (to > *begin + 2 && is_adjective(&l->at[to - 1]))))
            to--;
        return to;
    }
    return end;
}

/* Cuts off what stands behind a name in small words: "in London", "for the Courier". */
static size_t without_tail(const ngi_line *l, size_t begin, size_t end)
{
    for (size_t i = begin + 1; i < end; i++) {
        const ngi_unit *u = &l->at[i];
        if (u->kind == NGI_UNIT_WORD && !u->upper && (u->is & NGI_BYLINE_TAIL) != 0 &&
            (u->is & NGI_BYLINE_PARTICLE) == 0)
            return i;
    }
    /* JANE DOE Staff Writer: capitals end where the name ends */
    if (end - begin >= 3 && l->at[begin].shout && l->at[begin + 1].shout &&
        l->at[begin].fold.len > 2 && l->at[begin + 1].fold.len > 2)
        for (size_t i = begin + 2; i < end; i++)
            if (l->at[i].kind == NGI_UNIT_WORD && l->at[i].upper && !l->at[i].shout)
                return i;
    return end;
}

/* "구현모 기자", "記者陳某": marks of the trade in scripts where they are glued. */
static ng_slice without_glued_role(ng_slice name)
{
    static const char *const tails[] = {" 기자", "기자", "記者", "记者", " 특파원"};
    static const char *const heads[] = {"記者", "记者", "本報", "本报"};
    for (size_t i = 0; i < NGI_COUNT(tails); i++) {
        ng_slice tail = ngi_slice_of(tails[i]);
        if (name.len > tail.len + 5 && ngi_ends(name, tail))
            name.len -= tail.len;
    }
    for (size_t i = 0; i < NGI_COUNT(heads); i++) {
        ng_slice head = ngi_slice_of(heads[i]);
        size_t behind = head.len;
        if (name.len > head.len + 5 && ngi_starts(name, head) &&
            ngi_utf8_next(name, &behind) >= 0x3400)
            name = ngi_slice_from(name, head.len);
    }
    return name;
}

static bool all_words(const ngi_line *l, size_t begin, size_t end, const people *p)
{
    size_t capitals = 0;
    for (size_t i = begin; i < end; i++)
        capitals += l->at[i].upper || l->at[i].no_case;
    bool small = p->claim || (p->lone && capitals == 0 && end - begin >= 2 && end - begin <= 3);
    for (size_t i = begin; i < end; i++)
        if (!name_word(&l->at[i], small))
            return false;
    return capitals != 0 || small;
}

/* A name of one word that is a month or a weekday is what is left of a date. */
static bool is_calendar(const ngi_line *l, size_t i)
{
    size_t used;
    for (size_t k = 0; k < l->tokens.count; k++)
        if (l->tokens.at[k].begin == l->at[i].begin)
            return ngi_month_at(&l->tokens, k).month != 0 ||
                   ngi_weekday_at(&l->tokens, k, &used) >= 0;
    return false;
}

/* Behind a name and its tail no sentence goes on. Degrees are short. */
enum { LONGEST_TAIL = 6, LONGEST_DEGREE = 6 };

/* An agency behind a name with nothing between: "Jane Doe The Associated Press". */
static size_t without_agency(const ngi_line *l, size_t begin, size_t end, people *p)
{
    for (size_t i = begin + 2; i < end; i++)
        if (ngi_phrase_at(l, i, end, NGI_BYLINE_AGENCY) == end - i && agency_case(l, i, end, p)) {
            add_credit(p, shown(l, i, end));
            return i;
        }
    return end;
}

/* A piece between separators. `later`: names came before it in the same list. */
static void take_piece(const ngi_line *l, size_t begin, size_t end, bool later, people *p)
{
    while (begin < end &&
           (l->at[begin].kind == NGI_UNIT_SEP || ngi_unit_in(&l->at[begin], " by von and ")))
        begin++;
    while (end > begin && (l->at[end - 1].kind == NGI_UNIT_SEP ||
                           (end - begin > 2 && end < l->count &&
                            l->at[end].kind == NGI_UNIT_OTHER && is_calendar(l, end - 1))))
        end--; /* "Jane Doe Apr. 28" */
    if (end - begin > 2 && l->at[end - 1].no_case && (l->at[end - 1].is & NGI_BYLINE_JOIN) != 0)
        end--; /* "and", its second name set apart by a link */
    if (begin == end || take_agencies(l, begin, end, p))
        return;
    end = without_agency(l, begin, end, p);
    size_t first = begin;
    if (later && (l->at[first].is & NGI_BYLINE_ROLE) != 0)
        return;
    size_t stop = without_role(l, &first, end);
    if (stop == first || (stop < end && stop - first < 2 && !l->at[first].no_case && later))
        return; /* a role alone */
    if (stop < end && l->at[first].no_case && stop - first >= 2) {
        first = stop - 1; /* Korean puts places before: "순천, 광양 구현모 기자" */
        p->count = 0;
    }
    size_t tail = without_tail(l, first, stop);
    if (stop - tail > LONGEST_TAIL) {
        p->invalid = true;
        return;
    }
    stop = tail;
    if (has_house(l, first, stop)) {
        p->nobody = true;
        return;
    }
    while (stop > first + 2 && ngi_unit_in(&l->at[stop - 1], " in on at for "))
        stop--;
    const ngi_unit *head = &l->at[first];
    if (!head->upper && !head->no_case && !p->claim &&
        ((head->is & NGI_BYLINE_TAIL) != 0 || (head->is & NGI_BYLINE_JOIN) != 0))
        return; /* "i Paris" */
    size_t units = stop - first;
    if (units > MOST_NAME_UNITS || !all_words(l, first, stop, p)) {
        p->invalid = true;
        return;
    }
    if ((units == 1 || !head->upper) && is_calendar(l, first))
        return; /* "16 de junio de 2026" */
    if (units == 1 && later && p->full && head->shout && head->fold.len <= LONGEST_DEGREE &&
        !head->no_case)
        return; /* "Jane Doe, MD" */
    ng_slice name = without_glued_role(shown(l, first, stop));
    size_t letters = ngi_utf8_count(name);
    if (letters < 2 || letters > 64 || (units == 1 && later && !p->claim && !l->at[first].no_case))
        return; /* a place behind a name */
    p->full = p->full || units >= 2 || l->at[first].no_case;
    add_name(p, name);
}

/* ---- lists of names ---- */

/* How many words the piece before (or behind) a join has: "y", "e", "i" and "a" part names
 * only where whole names stand on both sides. */
static bool can_join(const ngi_line *l, size_t begin, size_t i, size_t end)
{
    const ngi_unit *u = &l->at[i];
    if ((u->is & NGI_BYLINE_JOIN) == 0 || i == begin || i + 1 >= end)
        return false;
    if (u->upper && !u->shout)
        return false;
    if (u->fold.len > 1 && !ngi_unit_in(u, " en ja va ve ir es un "))
        return true;
    size_t behind = 0;
    for (size_t k = i + 1;
         k < end && l->at[k].kind == NGI_UNIT_WORD && (l->at[k].is & NGI_BYLINE_JOIN) == 0; k++)
        behind++;
    return (i - begin >= 2 && behind >= 2) || u->no_case;
}

static bool name_separator(const ngi_line *l, size_t i)
{
    uint32_t mark = l->at[i].kind == NGI_UNIT_SEP ? l->at[i].mark : 0;
    return mark == ',' || mark == ';' || mark == '&' || mark == '/' || mark == '+' ||
           mark == 0xFF0F || mark == 0x30FB || mark == 0x3001 || mark == 0x061B || mark == ':' ||
           mark == '=';
}

/* Units [begin, end): pieces parted by commas and joins. */
static void take_list(const ngi_line *l, size_t begin, size_t end, people *p)
{
    size_t from = begin;
    bool later = false, joined = false;
    for (size_t i = begin; i <= end; i++) {
        bool join = i < end && can_join(l, from, i, end);
        if (i < end && !join && !name_separator(l, i))
            continue;
        if (i > from)
            take_piece(l, from, i, later && !joined, p);
        later = later || p->count != 0 || p->credit.len != 0;
        joined = join;
        from = i + 1;
    }
}

/* The part of a line from `begin` on: ends at numbers, at separators of parts and at
 * phrases that end a byline. */
static size_t part_end(const ngi_line *l, size_t begin)
{
    size_t i = begin;
    for (; i < l->count; i++) {
        const ngi_unit *u = &l->at[i];
        if (u->kind == NGI_UNIT_OTHER || (u->kind == NGI_UNIT_SEP && parts_line(u->mark)))
            break;
        bool fresh = i == begin || l->at[i - 1].kind == NGI_UNIT_SEP || i > begin + 1;
        if (fresh && ngi_phrase_at(l, i, l->count, NGI_BYLINE_STOP) != 0 &&
            (!u->upper || i == begin || l->at[i - 1].kind == NGI_UNIT_SEP || u->fold.len > 4))
            break;
    }
    return i;
}

/* ---- whole lines ---- */

/* Parts that follow the names: agencies in them are the credit; where the line is known to
 * be a byline, names too. */
static void take_rest(const ngi_line *l, size_t i, bool names, people *p)
{
    while (i < l->count) {
        if (l->at[i].kind != NGI_UNIT_WORD) {
            i++;
            continue;
        }
        if (ngi_phrase_at(l, i, l->count, NGI_BYLINE_STOP) != 0) {
            while (i < l->count && !(l->at[i].kind == NGI_UNIT_SEP && parts_line(l->at[i].mark)))
                i++;
            continue;
        }
        size_t end = part_end(l, i);
        people tail = {.arena = p->arena, .claim = p->claim};
        take_list(l, i, end, &tail);
        if (tail.credit.len != 0)
            add_credit(p, tail.credit);
        bool bracket = i > 0 && (ngi_line_mark(l, i - 1, '(') || ngi_line_mark(l, i - 1, '['));
        if (names && !bracket && !tail.invalid && tail.full && (l->at[i].upper || l->at[i].no_case))
            for (uint32_t k = 0; k < tail.count; k++)
                add_name(p, tail.names[k]);
        i = end > i ? end : i + 1;
    }
}

static bool all_shout(const ngi_line *l, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (l->at[i].kind == NGI_UNIT_WORD && !l->at[i].shout)
            return false;
    return true;
}

/* "JANE DOE Staff Writer", "구현모 기자": a name known by the role behind it. */
static bool name_by_role(const ngi_line *l, people *p)
{
    size_t end = part_end(l, 0), begin = 0;
    if (end == 0 || end > 10)
        return false;
    size_t stop = without_role(l, &begin, end);
    bool role = stop < end || (l->at[0].no_case && end == 1);
    if (!role || begin != 0)
        return false;
    if (stop == 0 ||
        (!l->at[0].no_case && !(stop >= 2 && all_shout(l, 0, stop) && !all_shout(l, stop, end))))
        return false; /* "Content Editor" is nobody's name */
    for (size_t i = 0; i < end; i++)
        if (l->at[i].kind == NGI_UNIT_WORD && !l->at[i].upper && !l->at[i].no_case &&
            (l->at[i].is & NGI_BYLINE_PARTICLE) == 0 && (l->at[i].is & NGI_BYLINE_ROLE) == 0 &&
            (l->at[i].is & NGI_BYLINE_MOD) == 0)
            return false; /* "Jane Doe is a reporter" */
    ng_slice whole = shown(l, 0, stop), name = without_glued_role(whole);
    if (l->at[0].no_case && end == 1 && name.len == whole.len)
        return false;
    take_list(l, 0, end, p);
    return p->count != 0 && !p->invalid;
}

/* A sentence about its author is a note, not a byline. */
static bool is_note(const ngi_line *l)
{
    for (size_t i = 1; i + 2 < l->count; i++)
        if (ngi_unit_in(&l->at[i],
                        " is was ist est es era writes schreibt covers joined studied has "
                        "arbeitet lives reports works hat ") &&
            !l->at[i].upper && l->at[i - 1].kind == NGI_UNIT_WORD)
            return true;
    return false;
}

static bool give(people *p, ng_slice **names, uint32_t *count, ng_slice *credit)
{
    *credit = p->credit;
    *names = NULL;
    *count = 0;
    if (p->count != 0) {
        *names = NGI_NEW_ARRAY(p->arena, ng_slice, p->count);
        if (*names == NULL)
            return false;
        memcpy(*names, p->names, p->count * sizeof **names);
        *count = p->count;
    }
    return true;
}

/* Whether a line that nobody calls a byline can be one, by its first words: pages have
 * thousands of lines, and few are. */
static bool may_be_byline(const ngi_line *l)
{
    size_t i = 0;
    while (i < l->count && l->at[i].kind == NGI_UNIT_SEP)
        i++;
    if (i == l->count)
        return false;
    return ngi_phrase_at(l, i, l->count, NGI_BYLINE_AGENCY) != 0 ||
           ngi_unit_in(&l->at[i], " mit with ") || l->at[i].no_case ||
           (i + 2 < l->count && l->at[i].shout && l->at[i + 1].shout) || ngi_line_opening(l).found;
}

/* "（佐藤恵子）", "(Jane Doe)": what is all in brackets, without them. */
static ng_slice without_brackets(ng_slice text)
{
    size_t begin = 0, end = text.len;
    uint32_t open = text.len == 0 ? 0 : ngi_utf8_next(text, &begin);
    uint32_t close = text.len == 0 ? 0 : ngi_utf8_previous(text, &end);
    bool both = (open == '(' && close == ')') || (open == '[' && close == ']') ||
                (open == 0xFF08 && close == 0xFF09) || (open == 0x3010 && close == 0x3011);
    return both && begin < end ? ngi_slice_sub(text, begin, end) : text;
}

/* Cuts a line that may be a byline. A long one has its opening in its beginning. */
static bool cut_byline(ng_slice text, bool lone, ngi_line *l)
{
    size_t first = FIRST_BYTES;
    if (text.len > LONGEST_TEXT || text.len == 0)
        return false;
    while (first < text.len && ((unsigned char)text.ptr[first] & 0xC0) == 0x80)
        first++;
    if (!lone && text.len > 2 * FIRST_BYTES) {
        ngi_line_cut(ngi_slice_sub(text, 0, first), false, l);
        if (!ngi_line_opening(l).found)
            return false;
    }
    ngi_line_cut(text, false, l);
    if (l->cut || l->count == 0 || l->count > LONGEST_BYLINE || (!lone && !may_be_byline(l)))
        return false;
    ngi_line_know(l);
    return true;
}

bool ngi_byline_parse(ngi_arena *arena, ng_slice text, bool lone, ng_slice **names, uint32_t *count,
                      ng_slice *credit)
{
    ngi_line l;
    people p = {.arena = arena, .lone = lone};
    *names = NULL;
    *count = 0;
    *credit = (ng_slice){0};
    if (lone)
        text = without_brackets(text);
    if (!cut_byline(text, lone, &l))
        return false;
    if (take_agencies(&l, 0, l.count, &p))
        return give(&p, names, count, credit);
    if (ngi_line_mark(&l, 0, 0xA9) ||
        ngi_unit_in(&l.at[0], " more mehr mas plus view contact read all alle "))
        return false; /* links to an author's other stories */
    if (ngi_phrase_at(&l, 0, l.count, NGI_BYLINE_STOP) != 0 && ngi_line_opening(&l).at == 0)
        return false;
    ngi_opening open = ngi_line_opening(&l);
    if (open.sure && open.behind == l.count)
        return false; /* "Written by", and no name */
    if (open.found) {
        size_t end = part_end(&l, open.behind);
        take_list(&l, open.behind, end, &p);
        bool good = !p.invalid && (p.full || p.credit.len != 0 || (p.nobody && open.sure) ||
                                   (lone && p.count != 0));
        if (good && !is_note(&l)) {
            take_rest(&l, end, lone, &p);
            return give(&p, names, count, credit);
        }
        p = (people){.arena = arena, .lone = lone};
    }
    if (!lone) {
        if (!name_by_role(&l, &p))
            return false;
        take_rest(&l, part_end(&l, 0), false, &p);
        return give(&p, names, count, credit);
    }
    if (is_note(&l))
        return false;
    take_list(&l, 0, part_end(&l, 0), &p);
    if (p.invalid)
        p.count = 0;
    take_rest(&l, part_end(&l, 0), true, &p);
    return (p.count != 0 || p.credit.len != 0 || p.nobody) && give(&p, names, count, credit);
}

/* "Doe, Jane": turned around, as catalogues do. */
static bool take_turned(const ngi_line *l, people *p)
{
    if (l->count < 3 || l->count > 4 || !ngi_line_mark(l, 1, ',') || l->at[2].shout ||
        !name_word(&l->at[0], false) || !name_word(&l->at[2], false) ||
        (l->count == 4 && (l->at[3].kind != NGI_UNIT_WORD || ngi_utf8_count(l->at[3].fold) > 2)) ||
        (l->at[2].is & NGI_BYLINE_ROLE) != 0 || (l->at[2].is & NGI_BYLINE_HOUSE) != 0 ||
        ngi_phrase_at(l, 0, 1, NGI_BYLINE_AGENCY) != 0 ||
        ngi_phrase_at(l, 2, 3, NGI_BYLINE_AGENCY) != 0)
        return false;
    ng_slice given = shown(l, 2, l->count), family = shown(l, 0, 1);
    char *name = ngi_arena_chars(p->arena, given.len + family.len + 1);
    if (name == NULL)
        return false;
    memcpy(name, given.ptr, given.len);
    name[given.len] = ' ';
    memcpy(name + given.len + 1, family.ptr, family.len);
    add_name(p, ngi_slice(name, given.len + family.len + 1));
    return true;
}

bool ngi_author_clean(ngi_arena *arena, ng_slice value, ng_slice **names, uint32_t *count,
                      ng_slice *credit)
{
    ngi_line l;
    people p = {.arena = arena, .claim = true};
    *names = NULL;
    *count = 0;
    *credit = (ng_slice){0};
    value = ngi_trim_wide(value);
    if (value.len == 0 || ngi_starts_nocase(value, NGI_LIT("http")) ||
        ngi_starts_nocase(value, NGI_LIT("www.")) || value.ptr[0] == '/')
        return true;
    ngi_line_cut(value, true, &l);
    ngi_line_know(&l);
    if (l.count == 0 || take_agencies(&l, 0, l.count, &p) || take_turned(&l, &p))
        return give(&p, names, count, credit);
    ngi_opening open = ngi_line_opening(&l);
    size_t begin =
        open.found && open.at == 0 && (open.sure || l.count - open.behind >= 2) ? open.behind : 0;
    take_list(&l, begin, part_end(&l, begin), &p);
    take_rest(&l, part_end(&l, begin), true, &p);
    return give(&p, names, count, credit);
}
