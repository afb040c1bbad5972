/* SPDX-License-Identifier: Apache-2.0 */
/* Who wrote it: persons out of a byline ("By A and B, Reuters") or out of what metadata say.
 *
 * A line is cut into units (words with their hyphens and dots), separators and things that
 * are neither (numbers, addresses, handles). A phrase that opens a byline is looked for at
 * the start, behind a separator or behind a date; names follow, parted by commas and by
 * "and" in its languages, until a phrase that ends them ("Photo:", "Updated"). Roles and
 * places behind names are cut off; agencies are the credit; desks and houses are nobody.
 * Bylines are short: a text of more than 60 units is none. */
#include "stories/bylines_words.h"
#include "stories/calendar.h"
#include "stories/scene.h"

enum { MOST_UNITS = 160, MOST_NAMES = 24, MOST_NAME_UNITS = 7, LONGEST_BYLINE = 60 };

typedef enum unit_kind { UNIT_WORD, UNIT_SEP, UNIT_OTHER } unit_kind;

typedef struct unit {
    uint16_t begin, end; /* in the text */
    ng_slice fold;
    uint32_t mark; /* UNIT_SEP: which */
    uint8_t kind;
    bool upper, shout; /* first letter; all letters */
    bool no_case;      /* of a script without capitals */
} unit;

typedef struct line {
    ngi_tokens tokens;
    unit at[MOST_UNITS];
    size_t count;
    bool cut; /* the text went on */
} line;

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

/* ---- units ---- */

/* Marks that belong to a word when glued into it. */
static bool joins_words(uint32_t mark)
{
    return mark == '-' || mark == '\'' || mark == '.' || mark == 0xB7 || mark == '`' ||
           mark == 0x00B4 || mark == 0x05F3 || mark == 0x05F4 || mark == 0x2011 || mark == 0x30FB ||
           mark == '_';
}

/* The dot within foreign names in Japanese, unlike that behind "文". */
static bool is_katakana(const ngi_tokens *t, size_t i)
{
    ng_slice fold = ngi_token_fold(t, i);
    uint32_t c = fold.len == 0 ? 0 : ngi_utf8_next(fold, &(size_t){0});
    return c >= 0x30A0 && c <= 0x30FF;
}

/* Whether "X." keeps its dot: initials and titles. */
static bool keeps_dot(const unit *u)
{
    size_t letters = ngi_utf8_count(u->fold);
    return letters <= 1 || (letters <= 3 && u->upper && !u->shout) ||
           (letters <= 4 && u->upper && memchr(u->fold.ptr, '.', u->fold.len) != NULL);
}

/* Whether the word that ends in token i and the one that token i + 1 begins were glued by the
 * markup ("Jane DoeReporter", "Jane Doe5 hours ago"), unlike "McDonald" and "BR24". */
static bool glued_by_markup(const ngi_tokens *t, size_t i)
{
    const ngi_token *left = &t->at[i], *right = &t->at[i + 1];
    size_t letters = ngi_utf8_count(ngi_token_fold(t, i));
    if (left->kind != NGI_TOKEN_WORD || left->shout)
        return false;
    if (right->kind == NGI_TOKEN_NUMBER)
        return letters >= 3;
    if (right->kind != NGI_TOKEN_WORD || !right->upper)
        return false;
    if (!left->upper && ngi_token_in(t, i, " by von par por door di av af "))
        return true;
    return letters >= 4 && !ngi_token_in(t, i, " fitz ") &&
           ngi_utf8_count(ngi_token_fold(t, i + 1)) >= 3;
}

/* Takes the tokens from i on that make one unit; returns the token behind. A claim of
 * metadata has nothing glued by markup: "user123", "TechTeam" stay whole. */
static size_t take_unit(const ngi_tokens *t, size_t i, bool claim, unit *u)
{
    const ngi_token *first = &t->at[i];
    *u = (unit){.begin = first->begin,
                .end = first->end,
                .upper = first->upper,
                .shout = first->shout,
                .fold = ngi_token_fold(t, i),
                .mark = first->value};
    if (first->kind == NGI_TOKEN_MARK && first->value != '@') {
        u->kind = UNIT_SEP;
        return i + 1;
    }
    u->kind = first->kind == NGI_TOKEN_WORD ? UNIT_WORD : UNIT_OTHER;
    size_t k = i + 1;
    for (; k < t->count && t->at[k].glued && (claim || !glued_by_markup(t, k - 1)); k++) {
        const ngi_token *next = &t->at[k];
        if (next->kind == NGI_TOKEN_MARK) {
            bool in_word = (next->value != 0x30FB || is_katakana(t, k - 1)) &&
                           joins_words(next->value) && k + 1 < t->count && t->at[k + 1].glued &&
                           t->at[k + 1].kind != NGI_TOKEN_MARK;
            bool address = next->value == '@' || (u->kind == UNIT_OTHER && next->value != ',' &&
                                                  next->value != '|' && next->value != ')');
            if (next->value == '@')
                u->kind = UNIT_OTHER;
            if (!in_word && !address)
                break;
            continue;
        }
        if (next->kind == NGI_TOKEN_NUMBER && !claim)
            u->kind = UNIT_OTHER;
        else
            u->shout = u->shout && next->shout;
    }
    u->end = t->at[k - 1].end;
    u->fold = ngi_slice(t->fold + first->fold, (size_t)(t->at[k - 1].fold_end - first->fold));
    u->no_case = u->kind == UNIT_WORD && (unsigned char)u->fold.ptr[0] >= 0xD6;
    if (k < t->count && t->at[k].glued && ngi_token_is_mark(t, k, '.') && u->kind == UNIT_WORD) {
        if (keeps_dot(u))
            u->end = t->at[k].end;
        k++; /* else the end of a sentence or a short form: of no use here */
    }
    return k;
}

static void cut_line(ng_slice text, bool claim, line *out)
{
    const ngi_tokens *t = &out->tokens;
    ngi_tokens_cut(text, &out->tokens);
    out->count = 0;
    for (size_t i = 0; i < t->count && out->count < MOST_UNITS;) {
        bool parted =
            i > 0 && t->at[i].glued && t->at[i - 1].kind != NGI_TOKEN_MARK && t->at[i - 1].upper;
        if (parted) /* two things that the markup has glued */
            out->at[out->count++] = (unit){
                .begin = t->at[i].begin, .end = t->at[i].begin, .kind = UNIT_SEP, .mark = '|'};
        if (out->count < MOST_UNITS)
            i = take_unit(t, i, claim, &out->at[out->count++]);
    }
    out->cut = t->used < text.len || out->count == MOST_UNITS;
}

static bool in_list(const unit *u, const char *list)
{
    ng_slice all = ngi_slice_of(list);
    if (u->kind != UNIT_WORD || u->fold.len == 0)
        return false;
    for (size_t from = 0; from < all.len;) {
        const char *hit = memmem(all.ptr + from, all.len - from, u->fold.ptr, u->fold.len);
        if (hit == NULL)
            return false;
        size_t at = (size_t)(hit - all.ptr);
        if (at > 0 && all.ptr[at - 1] == ' ' && all.ptr[at + u->fold.len] == ' ')
            return true;
        from = at + 1;
    }
    return false;
}

/* The number of units from i on that spell one of the phrases, the longest; or 0. */
static size_t phrase_at(const line *l, size_t i, size_t end, const char *const *list)
{
    size_t best = 0;
    if (i >= end || l->at[i].kind == UNIT_SEP)
        return 0;
    for (; *list != NULL; list++) {
        ng_slice rest = ngi_slice_of(*list), word;
        size_t k = i;
        if (rest.ptr[0] != l->at[i].fold.ptr[0])
            continue;
        while (k < end && l->at[k].kind != UNIT_SEP && ngi_split(&rest, ' ', &word) &&
               ngi_equal(l->at[k].fold, word)) {
            k++;
            if (rest.len == 0)
                break;
        }
        if (rest.len == 0 && k > i && ngi_equal(l->at[k - 1].fold, word) && k - i > best)
            best = k - i;
    }
    return best;
}

static bool is_mark(const line *l, size_t i, uint32_t mark)
{
    return i < l->count && l->at[i].kind == UNIT_SEP && l->at[i].mark == mark;
}

/* Separators between whole parts of a line, not between names. */
static bool parts_line(uint32_t mark)
{
    return mark == '|' || mark == 0x2022 || mark == 0xB7 || mark == 0x2014 || mark == 0x2013 ||
           mark == '-' || mark == '(' || mark == ')' || mark == '[' || mark == ']' ||
           mark == 0xFF5C || mark == '*' || mark == 0x25CF || mark == '>' || mark == 0xBB ||
           mark == '!' || mark == '?' || mark == 0xFF08 || mark == 0x3010 || mark == 0x3011;
}

/* ---- one piece: a name, an agency, a house ---- */

static ng_slice shown(const line *l, size_t begin, size_t end)
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
static bool agency_case(const line *l, size_t begin, size_t end, const people *p)
{
    const unit *u = &l->at[begin];
    if (end - begin > 1 || u->no_case || u->fold.len > 4 || p->claim)
        return true;
    return u->shout || in_list(u, " dpa ansa efe tass kna epd dts ats sda ");
}

/* Only agencies, parted by slashes or "and": "AFP/Reuters". Adds them. */
static bool take_agencies(const line *l, size_t begin, size_t end, people *p)
{
    size_t i = begin;
    while (i < end && (l->at[i].kind == UNIT_SEP ||
                       in_list(&l->at[i], " mit material von der with agencies from avec con ")))
        i++;
    size_t from = i;
    for (; i < end;) {
        size_t used = phrase_at(l, i, end, ngi_byline_agencies);
        if (used == 0 || !agency_case(l, i, i + used, p))
            break;
        i += used;
        while (i < end && (l->at[i].kind == UNIT_SEP || in_list(&l->at[i], ngi_byline_joins)))
            i++;
    }
    if (i < end || i == from)
        return false;
    for (i = from; i < end;) {
        size_t used = phrase_at(l, i, end, ngi_byline_agencies);
        if (used != 0)
            add_credit(p, shown(l, i, i + used));
        i += used != 0 ? used : 1;
    }
    return true;
}

static bool has_house(const line *l, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (in_list(&l->at[i], ngi_byline_house))
            return true;
    return false;
}

/* A word that can stand in a name. */
static bool name_word(const unit *u, bool small)
{
    if (u->kind != UNIT_WORD)
        return false;
    if (u->upper || u->no_case)
        return true;
    return in_list(u, ngi_byline_particles) || (small && !in_list(u, ngi_byline_tail)) ||
           (u->fold.len > 2 && (u->fold.ptr[1] == '\'')); /* d'Arc */
}

/* By its ending: "Landespolitische", "Parliamentary". */
static bool is_adjective(const unit *u)
{
    return ngi_ends(u->fold, NGI_LIT("ische")) || ngi_ends(u->fold, NGI_LIT("ischer")) ||
           ngi_ends(u->fold, NGI_LIT("tary")) || ngi_ends(u->fold, NGI_LIT("ical")) ||
           ngi_ends(u->fold, NGI_LIT("ional"));
}

/* Cuts a role off the end ("Jane Doe Staff Writer"), or off the front ("Redakteur X Y"). */
static size_t without_role(const line *l, size_t *begin, size_t end)
{
    for (size_t i = *begin; i < end; i++) {
        if (!in_list(&l->at[i], ngi_byline_roles))
            continue;
        if (i == *begin && end - i > 2 && !l->at[i].no_case) {
            *begin = i + 1; /* "Reporterin Erika Beispiel" */
            continue;
        }
        size_t to = i;
        while (to > *begin && (in_list(&l->at[to - 1], ngi_byline_mods) ||
                               (to > *begin + 2 && is_adjective(&l->at[to - 1]))))
            to--;
        return to;
    }
    return end;
}

/* Cuts off what stands behind a name in small words: "in London", "for the Courier". */
static size_t without_tail(const line *l, size_t begin, size_t end)
{
    for (size_t i = begin + 1; i < end; i++) {
        const unit *u = &l->at[i];
        if (u->kind == UNIT_WORD && !u->upper && in_list(u, ngi_byline_tail) &&
            !in_list(u, ngi_byline_particles))
            return i;
    }
    /* JANE DOE Staff Writer: capitals end where the name ends */
    if (end - begin >= 3 && l->at[begin].shout && l->at[begin + 1].shout &&
        l->at[begin].fold.len > 2 && l->at[begin + 1].fold.len > 2)
        for (size_t i = begin + 2; i < end; i++)
            if (l->at[i].kind == UNIT_WORD && l->at[i].upper && !l->at[i].shout)
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

static bool all_words(const line *l, size_t begin, size_t end, const people *p)
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
static bool is_calendar(const line *l, size_t i)
{
    size_t used;
    for (size_t k = 0; k < l->tokens.count; k++)
        if (l->tokens.at[k].begin == l->at[i].begin)
            return ngi_month_at(&l->tokens, k).month != 0 ||
                   ngi_weekday_at(&l->tokens, k, &used) >= 0;
    return false;
}

/* Behind a name and its tail no sentence goes on. */
enum { LONGEST_TAIL = 6 };

/* An agency behind a name with nothing between: "Jane Doe The Associated Press". */
static size_t without_agency(const line *l, size_t begin, size_t end, people *p)
{
    for (size_t i = begin + 2; i < end; i++)
        if (phrase_at(l, i, end, ngi_byline_agencies) == end - i && agency_case(l, i, end, p)) {
            add_credit(p, shown(l, i, end));
            return i;
        }
    return end;
}

/* A piece between separators. `later`: names came before it in the same list. */
static void take_piece(const line *l, size_t begin, size_t end, bool later, people *p)
{
    while (begin < end &&
           (l->at[begin].kind == UNIT_SEP ||
            phrase_at(l, begin, end, (const char *const[]){"by", "von", "and", NULL}) != 0))
        begin++;
    while (end > begin && (l->at[end - 1].kind == UNIT_SEP ||
                           (end - begin > 2 && end < l->count && l->at[end].kind == UNIT_OTHER &&
                            is_calendar(l, end - 1))))
        end--; /* "Jane Doe Apr. 28" */
    if (begin == end || take_agencies(l, begin, end, p))
        return;
    end = without_agency(l, begin, end, p);
    size_t first = begin;
    if (later && in_list(&l->at[first], ngi_byline_roles))
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
    while (stop > first + 2 && in_list(&l->at[stop - 1], " in on at for "))
        stop--;
    const unit *head = &l->at[first];
    if (!head->upper && !head->no_case && !p->claim &&
        (in_list(head, ngi_byline_tail) || in_list(head, ngi_byline_joins)))
        return; /* "i Paris" */
    size_t units = stop - first;
    if (units > MOST_NAME_UNITS || !all_words(l, first, stop, p)) {
        p->invalid = true;
        return;
    }
    if (units == 1 && is_calendar(l, first))
        return;
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
static bool can_join(const line *l, size_t begin, size_t i, size_t end)
{
    const unit *u = &l->at[i];
    if (!in_list(u, ngi_byline_joins) || i == begin || i + 1 >= end)
        return false;
    if (u->upper && !u->shout)
        return false;
    if (u->fold.len > 1 && !in_list(u, " en ja va ve ir es un "))
        return true;
    size_t behind = 0;
    for (size_t k = i + 1;
         k < end && l->at[k].kind == UNIT_WORD && !in_list(&l->at[k], ngi_byline_joins); k++)
        behind++;
    return (i - begin >= 2 && behind >= 2) || u->no_case;
}

static bool name_separator(const line *l, size_t i)
{
    uint32_t mark = l->at[i].kind == UNIT_SEP ? l->at[i].mark : 0;
    return mark == ',' || mark == ';' || mark == '&' || mark == '/' || mark == '+' ||
           mark == 0xFF0F || mark == 0x30FB || mark == 0x3001 || mark == 0x061B || mark == ':' ||
           mark == '=';
}

/* Units [begin, end): pieces parted by commas and joins. */
static void take_list(const line *l, size_t begin, size_t end, people *p)
{
    size_t from = begin;
    bool later = false, joined = false;
    for (size_t i = begin; i <= end; i++) {
        bool join = i < end && can_join(l, from, i, end);
        if (i < end && !join && !name_separator(l, i))
            continue;
        if (i > from)
            take_piece(l, from, i, later && !joined, p);
        later = later || p->count != 0;
        joined = join;
        from = i + 1;
    }
}

/* The part of a line from `begin` on: ends at numbers, at separators of parts and at
 * phrases that end a byline. */
static size_t part_end(const line *l, size_t begin)
{
    size_t i = begin;
    for (; i < l->count; i++) {
        const unit *u = &l->at[i];
        if (u->kind == UNIT_OTHER || (u->kind == UNIT_SEP && parts_line(u->mark)))
            break;
        bool fresh = i == begin || l->at[i - 1].kind == UNIT_SEP || i > begin + 1;
        if (fresh && phrase_at(l, i, l->count, ngi_byline_stop) != 0 &&
            (!u->upper || i == begin || l->at[i - 1].kind == UNIT_SEP || u->fold.len > 4))
            break;
    }
    return i;
}

/* ---- the opening ---- */

/* Whether a byline may open at unit i: at the start, behind a separator or a date. */
static bool may_open(const line *l, size_t i)
{
    if (i == 0 || l->at[i - 1].kind != UNIT_WORD)
        return true;
    size_t used;
    const unit *before = &l->at[i - 1];
    for (size_t k = 0; k < l->tokens.count; k++)
        if (l->tokens.at[k].begin == before->begin)
            return ngi_month_at(&l->tokens, k).month != 0 ||
                   ngi_weekday_at(&l->tokens, k, &used) >= 0 ||
                   in_list(before, " ago siden sedan uhr gmt am pm h ");
    return false;
}

enum { SHORT_LINE = 8 };

typedef struct opening {
    size_t at, behind;
    bool found, sure;
} opening;

/* "Text:", "文/", "文｜": marks behind an opening; not those that cut_line() made. */
static bool may_follow_opening(const line *l, size_t i)
{
    const unit *u = &l->at[i];
    bool wide = l->at[i - 1].no_case && (u->mark == '/' || u->mark == 0x30FB || u->mark == '|');
    return u->end > u->begin && (u->mark == ':' || u->mark == ';' || wide);
}

static opening find_opening(const line *l)
{
    opening out = {0};
    for (size_t i = 0; i < l->count && !out.found; i++) {
        if (l->at[i].kind != UNIT_WORD || !may_open(l, i))
            continue;
        size_t used = phrase_at(l, i, l->count, ngi_byline_open);
        out.sure = used != 0;
        if (used == 0)
            used = phrase_at(l, i, l->count, ngi_byline_maybe);
        if (used == 0)
            continue;
        if (!out.sure && i == 0 && !l->at[i].upper && !l->at[i].no_case && l->count > SHORT_LINE)
            continue;
        if (!out.sure && i + used < l->count &&
            in_list(&l->at[i + used], " la los las der den dem das die le les "))
            continue; /* "De la Cruz", "Von der Leyen" */
        out.found = true;
        out.at = i;
        out.behind = i + used;
        while (out.behind < l->count && l->at[out.behind].kind == UNIT_SEP &&
               may_follow_opening(l, out.behind))
            out.behind++;
        /* "Text: Von Erika Beispiel" */
        used = phrase_at(l, out.behind, l->count, ngi_byline_open);
        if (used == 0)
            used = phrase_at(l, out.behind, l->count, ngi_byline_maybe);
        if (used != 0 && out.behind + used + 1 < l->count)
            out.behind += used;
    }
    return out;
}

/* Parts that follow the names: agencies in them are the credit; where the line is known to
 * be a byline, names too. */
static void take_rest(const line *l, size_t i, bool names, people *p)
{
    while (i < l->count) {
        if (l->at[i].kind != UNIT_WORD) {
            i++;
            continue;
        }
        if (phrase_at(l, i, l->count, ngi_byline_stop) != 0) {
            while (i < l->count && !(l->at[i].kind == UNIT_SEP && parts_line(l->at[i].mark)))
                i++;
            continue;
        }
        size_t end = part_end(l, i);
        people tail = {.arena = p->arena, .claim = p->claim};
        take_list(l, i, end, &tail);
        if (tail.credit.len != 0)
            add_credit(p, tail.credit);
        bool bracket = i > 0 && (is_mark(l, i - 1, '(') || is_mark(l, i - 1, '['));
        if (names && !bracket && !tail.invalid && tail.full && (l->at[i].upper || l->at[i].no_case))
            for (uint32_t k = 0; k < tail.count; k++)
                add_name(p, tail.names[k]);
        i = end > i ? end : i + 1;
    }
}

static bool all_shout(const line *l, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (l->at[i].kind == UNIT_WORD && !l->at[i].shout)
            return false;
    return true;
}

/* "JANE DOE Staff Writer", "구현모 기자": a name known by the role behind it. */
static bool name_by_role(const line *l, people *p)
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
        if (l->at[i].kind == UNIT_WORD && !l->at[i].upper && !l->at[i].no_case &&
            !in_list(&l->at[i], ngi_byline_particles) && !in_list(&l->at[i], ngi_byline_roles) &&
            !in_list(&l->at[i], ngi_byline_mods))
            return false; /* "Jane Doe is a reporter" */
    ng_slice whole = shown(l, 0, stop), name = without_glued_role(whole);
    if (l->at[0].no_case && end == 1 && name.len == whole.len)
        return false;
    take_list(l, 0, end, p);
    return p->count != 0 && !p->invalid;
}

/* A sentence about its author is a note, not a byline. */
static bool is_note(const line *l)
{
    for (size_t i = 1; i + 2 < l->count; i++)
        if (in_list(&l->at[i], " is was ist est es era writes schreibt covers joined studied has "
                               "arbeitet lives reports works hat ") &&
            !l->at[i].upper && l->at[i - 1].kind == UNIT_WORD)
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

bool ngi_byline_parse(ngi_arena *arena, ng_slice text, bool lone, ng_slice **names, uint32_t *count,
                      ng_slice *credit)
{
    line l;
    people p = {.arena = arena, .lone = lone};
    *names = NULL;
    *count = 0;
    *credit = (ng_slice){0};
    cut_line(text, false, &l);
    if (l.cut || l.count == 0 || l.count > LONGEST_BYLINE)
        return false;
    if (take_agencies(&l, 0, l.count, &p))
        return give(&p, names, count, credit);
    if (is_mark(&l, 0, 0xA9) ||
        in_list(&l.at[0], " more mehr mas plus view contact read all alle "))
        return false; /* links to an author's other stories */
    if (phrase_at(&l, 0, l.count, ngi_byline_stop) != 0 && find_opening(&l).at == 0)
        return false;
    opening open = find_opening(&l);
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
static bool take_turned(const line *l, people *p)
{
    if (l->count < 3 || l->count > 4 || !is_mark(l, 1, ',') || l->at[2].shout ||
        !name_word(&l->at[0], false) || !name_word(&l->at[2], false) ||
        (l->count == 4 && (l->at[3].kind != UNIT_WORD || ngi_utf8_count(l->at[3].fold) > 2)) ||
        in_list(&l->at[2], ngi_byline_roles) || in_list(&l->at[2], ngi_byline_house) ||
        phrase_at(l, 0, 1, ngi_byline_agencies) != 0 ||
        phrase_at(l, 2, 3, ngi_byline_agencies) != 0)
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
    line l;
    people p = {.arena = arena, .claim = true};
    *names = NULL;
    *count = 0;
    *credit = (ng_slice){0};
    value = ngi_trim_wide(value);
    if (value.len == 0 || ngi_starts_nocase(value, NGI_LIT("http")) ||
        ngi_starts_nocase(value, NGI_LIT("www.")) || value.ptr[0] == '/')
        return true;
    cut_line(value, true, &l);
    if (l.count == 0 || take_agencies(&l, 0, l.count, &p) || take_turned(&l, &p))
        return give(&p, names, count, credit);
    opening open = find_opening(&l);
    size_t begin =
        open.found && open.at == 0 && (open.sure || l.count - open.behind >= 2) ? open.behind : 0;
    take_list(&l, begin, part_end(&l, begin), &p);
    take_rest(&l, part_end(&l, begin), true, &p);
    return give(&p, names, count, credit);
}
