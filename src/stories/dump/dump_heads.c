/* SPDX-License-Identifier: Apache-2.0 */
/* Finds where stories start in a dump.
 *
 * Every line that could be a headline is a candidate, with the header around it: a section's
 * name above, a standfirst, byline, date, share bar below. What speaks for it is summed up
 * (weights set by hand on forty dumps of five layouts), and the set of starts with the best
 * sum is taken under one condition: text stands between any two. One page keeps one layout,
 * so a second round holds each candidate against the signs that the starts of the first
 * round have in common: where all stories carry a date, a bare line is a subhead. */
#include "stories/dump/dump.h"

enum {
    SIGN_SECTION = 1,   /* a known section's name above */
    SIGN_NAME = 2,      /* a short name above, not known as one */
    SIGN_RULE = 4,      /* a line drawn above */
    SIGN_GAP = 8,       /* more blank lines above than usual */
    SIGN_TAIL = 16,     /* what ends a story above: tags, comments */
    SIGN_LIST = 32,     /* a list of teasers above */
    SIGN_START = 64,    /* nothing but menus above */
    SIGN_DATE = 128,    /* a date below */
    SIGN_BYLINE = 256,  /* persons below */
    SIGN_BAR = 512,     /* share bar, caption, or a line that comes back below */
    SIGN_ABOVE = 1024,  /* a date above */
    SIGN_TEASER = 2048, /* a teaser has the same headline */
    SIGN_STANDFIRST = 4096,
    SIGN_LEVEL = 8192, /* marked as a heading of the page's highest level */
    SIGN_BARS = 16384, /* the share bar or caption below comes back on the page */
    SIGN_COUNT = 15
};

static const float weight[SIGN_COUNT] = {3.0f, 0.3f, 2.5f, 1.5f, 2.6f, 1.4f, 2.6f, 2.6f,
                                         1.9f, 1.2f, 1.6f, 1.6f, 0.5f, 2.7f, 1.3f};

/* Signs that the starts of one page have in common or not. */
#define LAYOUT_SIGNS                                                                               \
    (SIGN_SECTION | SIGN_RULE | SIGN_GAP | SIGN_TAIL | SIGN_DATE | SIGN_BYLINE | SIGN_BAR |        \
     SIGN_LEVEL | SIGN_ABOVE)

static const ngi_unit *unit_at(const ngi_dump *dump, uint32_t i)
{
    return i < dump->count ? &dump->units[i] : NULL;
}

static bool is_open(const ngi_unit *u)
{
    return u != NULL && u->role == NGI_ROLE_OPEN;
}

static bool is_dated(const ngi_unit *u)
{
    return u->facts != NULL && u->facts->shown.len != 0;
}

bool ngi_dump_is_text(const ngi_unit *u)
{
    return is_open(u) && u->facts == NULL && (u->prose || (u->closed && u->words >= 4)) &&
           (u->saying == NGI_SAYS_NOTHING || u->saying == NGI_SAYS_SECTION);
}

/* Not set like the paragraph behind it, by length or indent. */
static bool is_apart(const ngi_dump *dump, const ngi_head *h, uint32_t i)
{
    const ngi_unit *u = &dump->units[i];
    uint32_t indent = dump->units[h->title].indent + 2u;
    return !u->prose && u->chars <= 200 && !(u->indent >= indent && u[1].indent >= indent);
}

/* What may stand between headline and text and is neither. */
static bool is_bar(const ngi_unit *u)
{
    return is_open(u) && (u->saying == NGI_SAYS_SHARE || u->saying == NGI_SAYS_CREDIT ||
                          u->saying == NGI_SAYS_TIMES || u->saying == NGI_SAYS_COMMENTS);
}

static bool is_recurring(const ngi_unit *u)
{
    return is_open(u) && u->repeats >= 2 && u->chars <= 120 && !u->section &&
           u->mark == NGI_MARK_NONE;
}

/* "The Harbour Post > World", "Home>World": where on the site a reader is. */
static bool is_trail(const ngi_unit *u)
{
    return u->chars <= 60 && !u->closed && !u->prose &&
           (ngi_find_char(u->text, '>') != NGI_NONE ||
            ngi_find_nocase(u->text, NGI_LIT(" » ")) != NGI_NONE ||
            ngi_find_nocase(u->text, NGI_LIT(" › ")) != NGI_NONE);
}

static bool starts_candidate(const ngi_unit *u)
{
    if (is_trail(u))
        return false;
    return is_open(u) && u->title && u->facts == NULL && !u->time && u->words >= 1 &&
           (u->mark == NGI_MARK_NONE || u->mark == NGI_MARK_DASH || u->mark == NGI_MARK_NUMBER) &&
           (u->saying == NGI_SAYS_NOTHING || u->saying == NGI_SAYS_SECTION);
}

bool ngi_dump_is_bare_name(ngi_dump *dump, const ngi_unit *u)
{
    ng_slice *names, credit;
    uint32_t count = 0;
    if (!is_open(u) || u->section || u->closed || u->words > 8 || u->facts != NULL ||
        u->level != 0 || (u->mark != NGI_MARK_NONE && u->mark != NGI_MARK_DASH) ||
        u->saying != NGI_SAYS_NOTHING)
        return false;
    ng_slice name = ngi_dump_without_role(u->text);
    if (!ngi_dump_is_name_sized(name))
        return u->words >= 4 && ngi_dump_people(dump, u->text, &names, &count);
    return ngi_byline_parse(dump->arena, name, true, &names, &count, &credit) && count != 0;
}

/* Whether the unit behind a supposed standfirst shows that it is one. */
static bool header_goes_on(const ngi_dump *dump, uint32_t i)
{
    const ngi_unit *u = unit_at(dump, i);
    if (is_open(u) && u->saying == NGI_SAYS_AD)
        u = unit_at(dump, ++i);
    /* Something short that only its place tells: a name in small letters, a length of text. */
    bool odd = is_open(u) && u->facts == NULL && !is_bar(u) && !u->closed && !u->section &&
               u->words <= 5 && u->chars <= 40 && u->level == 0;
    if (odd && is_open(unit_at(dump, i + 1)) && unit_at(dump, i + 1)->facts != NULL)
        return true;
    return is_open(u) && (u->facts != NULL || is_bar(u));
}

/* Below a person's name: what the person is, a few words before the text or more of the header. */
static bool is_role_line(const ngi_dump *dump, uint32_t i)
{
    const ngi_unit *u = unit_at(dump, i), *next = unit_at(dump, i + 1);
    return is_open(u) && u->facts == NULL && !u->closed && !u->colon && !u->cut && !u->section &&
           u->words <= 4 && u->chars <= 40 && u->level == 0 && u->mark == NGI_MARK_NONE &&
           u->saying == NGI_SAYS_NOTHING && next != NULL && is_open(next) &&
           (next->facts != NULL || is_bar(next) || next->section ||
            (ngi_dump_is_text(next) && next->prose));
}

/* Whether a name alone at `i` stands where a byline does: a header goes on below it, or those
 * of the page are set so, or text follows right below and the header had facts before. */
static bool is_name_line(ngi_dump *dump, const ngi_head *h, uint32_t i)
{
    const ngi_unit *next;
    bool role = ngi_dump_without_role(dump->units[i].text).len < dump->units[i].text.len;
    uint32_t behind = i + 1;
    behind += is_role_line(dump, behind);
    if (is_open(unit_at(dump, behind)) && unit_at(dump, behind)->section)
        behind++;
    next = unit_at(dump, behind);
    bool ends = next != NULL && ngi_dump_is_text(next) && next->prose &&
                ((h->signs & (SIGN_DATE | SIGN_ABOVE | SIGN_SECTION | SIGN_BAR)) || role ||
                 h->standfirst + 1 == i);
    return (header_goes_on(dump, i + 1) || dump->signed_heads || ends) &&
           ngi_dump_is_bare_name(dump, &dump->units[i]);
}

/* A standfirst that nothing follows but text: it ends like a headline. */
static bool is_open_standfirst(const ngi_dump *dump, uint32_t i)
{
    const ngi_unit *u = &dump->units[i], *next = unit_at(dump, i + 1);
    return !u->closed && !u->cut && !u->colon && u->words >= 4 && u->chars <= 400 && !u->section &&
           next != NULL && ngi_dump_is_text(next);
}

/* A line that only headers have: after a byline, too, what stands above it is no text. */
static bool is_header_line(const ngi_unit *u)
{
    return is_open(u) && ((u->facts != NULL && is_dated(u)) || u->saying == NGI_SAYS_SHARE ||
                          u->saying == NGI_SAYS_TIMES);
}

/* Whether the section's name at `i` stands below its headline: more of the header follows, or
 * text, but no headline of its own. */
static bool section_below(const ngi_dump *dump, uint32_t i)
{
    const ngi_unit *next = unit_at(dump, i + 1);
    return next != NULL && is_open(next) &&
           ((next->facts != NULL && is_dated(next)) || (ngi_dump_is_text(next) && next->prose));
}

/* Whether the name at `i` is one of several in a row: of a menu, not of the story below. */
static bool is_in_row(const ngi_dump *dump, uint32_t i)
{
    return i > 0 && is_open(&dump->units[i - 1]) && dump->units[i - 1].section &&
           dump->units[i - 1].gap == dump->units[i].gap;
}

/* A byline without a date, or a person's name alone. */
static bool names_someone(ngi_dump *dump, uint32_t i)
{
    const ngi_unit *u = &dump->units[i];
    return u->facts != NULL ? u->facts->name_count != 0 && !is_dated(u)
                            : ngi_dump_is_bare_name(dump, u);
}

/* Walks down from the headline to the text. */
static void read_below(ngi_dump *dump, ngi_head *h)
{
    uint32_t i = h->title + 1, first = i, top = i; /* top: behind captions, too */
    for (; i < dump->count && i < h->title + 12; i++) {
        const ngi_unit *u = &dump->units[i];
        if (!is_open(u) && !(u->role == NGI_ROLE_RULE && u->level != 0))
            break;
        bool signed_above =
            i > h->title + 1 && (h->signs & SIGN_BYLINE) && names_someone(dump, i - 1);
        if (u->facts != NULL) {
            h->signs |=
                (is_dated(u) ? SIGN_DATE : 0u) | (u->facts->name_count != 0 ? SIGN_BYLINE : 0u);
        } else if (is_bar(u)) {
            top += i == top;
            h->signs |= u->saying == NGI_SAYS_COMMENTS ? 0u
                        : u->repeats >= 2              ? SIGN_BAR | SIGN_BARS
                                                       : SIGN_BAR;
        } else if (u->saying == NGI_SAYS_AD || u->role == NGI_ROLE_RULE ||
                   (u->same == dump->units[h->title].same && i == first)) {
            top += i == top;
            first += i == first; /* drawn below the headline, or the headline again */
            continue;
        } else if (u->section && u->mark == NGI_MARK_NONE && section_below(dump, i) &&
                   (h->section == UINT32_MAX || is_in_row(dump, h->section))) {
            h->section = i;
            h->signs |= SIGN_SECTION;
        } else if (signed_above && is_role_line(dump, i)) {
            continue;
        } else if (h->standfirst == UINT32_MAX && ngi_dump_may_be_standfirst(u) &&
                   (i == top || !u->prose || is_header_line(unit_at(dump, i + 1))) &&
                   (header_goes_on(dump, i + 1) ||
                    (is_open_standfirst(dump, i) && (i == first || is_apart(dump, h, i))) ||
                    is_name_line(dump, h, i) ||
                    (i + 1 < dump->count && is_name_line(dump, h, i + 1)))) {
            if (is_name_line(dump, h, i)) {
                h->signs |= SIGN_BYLINE;
                continue;
            }
            h->standfirst = i;
            h->signs |= header_goes_on(dump, i + 1) ? SIGN_STANDFIRST : 0u;
        } else if (is_name_line(dump, h, i)) {
            h->signs |= SIGN_BYLINE;
        } else if (h->standfirst != UINT32_MAX && h->standfirst + 1 == i && !u->closed &&
                   u->words <= 5 && header_goes_on(dump, i + 1) && !is_open_standfirst(dump, i)) {
            continue;
        } else if (is_recurring(u) && !u->prose && i + 1 < dump->count &&
                   u->same != dump->units[h->title].same && !u->lower) {
            h->signs |= SIGN_BAR | SIGN_BARS;
        } else {
            break;
        }
    }
    h->body = i;
}

/* Whether a line of facts has an author: by a byline's words, or a name where a section's could
 * stand. */
static bool names_author(ngi_dump *dump, const ngi_facts *f)
{
    bool known;
    if (f->name_count != 0 || f->section.len == 0)
        return f->name_count != 0;
    ngi_dump_is_name(dump, f->section, &known);
    return !known && ngi_dump_count(f->section).upper != 0 && ngi_dump_is_name_sized(f->section);
}

/* Walks up from the headline: date line, section's name. */
static void read_above(ngi_dump *dump, ngi_head *h)
{
    uint32_t i = h->title;
    for (int k = 0; k < 3 && i > 0; k++) {
        const ngi_unit *u = &dump->units[i - 1];
        if (!is_open(u) || u->mark == NGI_MARK_LONE)
            break;
        bool ends = is_dated(u) && i > 1 && dump->units[i].gap > u->gap &&
                    ngi_dump_is_text(u - 1); /* it stands closer to the text above */
        if (ends)
            break;
        if (is_dated(u) && !(h->signs & SIGN_ABOVE) && !names_author(dump, u->facts)) {
            h->signs |= SIGN_ABOVE;
            if (u->facts->section.len != 0)
                h->section = i - 1, h->signs |= SIGN_SECTION;
        } else if ((u->name || is_trail(u)) && h->section == UINT32_MAX) {
            h->section = i - 1;
            h->signs |= u->section ? SIGN_SECTION : SIGN_NAME;
        } else {
            break;
        }
        i--;
    }
    h->begin = i;
}

static bool is_tail(const ngi_unit *u)
{
    return u->saying == NGI_SAYS_TAGS || u->saying == NGI_SAYS_COMMENTS ||
           u->saying == NGI_SAYS_MORE || u->saying == NGI_SAYS_RIGHTS ||
           u->saying == NGI_SAYS_AUTHOR;
}

/* What stands above the header. */
static void read_context(const ngi_dump *dump, ngi_head *h, bool nothing_above)
{
    uint32_t i = h->begin;
    while (i > 0 && dump->units[i - 1].role == NGI_ROLE_OPEN &&
           dump->units[i - 1].saying == NGI_SAYS_AD)
        i--;
    if (nothing_above)
        h->signs |= SIGN_START;
    if (dump->units[h->begin].gap > dump->usual_gap)
        h->signs |= SIGN_GAP;
    if (i == 0)
        return;
    const ngi_unit *u = &dump->units[i - 1];
    if (u->role == NGI_ROLE_RULE && u->level == 0)
        h->signs |= SIGN_RULE;
    if (u->role == NGI_ROLE_LIST)
        h->signs |= SIGN_LIST;
    if (u->role == NGI_ROLE_OPEN && (is_tail(u) || is_dated(u)))
        h->signs |= SIGN_TAIL;
}

static float score_of(const ngi_dump *dump, const ngi_head *h)
{
    const ngi_unit *t = &dump->units[h->title];
    const ngi_unit *above = h->begin == 0 ? NULL : &dump->units[h->begin - 1];
    const ngi_unit *below = unit_at(dump, h->body);
    float s = -2.4f;
    for (int k = 0; k < SIGN_COUNT; k++)
        if (h->signs >> k & 1)
            s += weight[k];
    if ((h->signs & SIGN_NAME) && h->section != UINT32_MAX && dump->units[h->section].repeats >= 2)
        s += 1.2f;
    if ((h->signs & SIGN_NAME) && (h->signs & SIGN_SECTION))
        s -= 1.5f; /* a section's name stands above what was taken for one: a short headline */
    if (dump->signed_heads && (h->signs & SIGN_BYLINE))
        s += 1.0f;
    if (t->closed && t->sentences <= 1)
        s -= 0.6f;
    if (t->closed && (h->signs & (SIGN_DATE | SIGN_BYLINE)) &&
        !(below != NULL && is_open(below) && ngi_dump_is_text(below)))
        s -= 2.0f; /* the last sentences of a story, and the date that ends it */
    if (h->begin < h->title && t->closed && is_open(above) && above->title && !above->closed &&
        !above->section && above->saying == NGI_SAYS_NOTHING)
        s -= 2.5f; /* section and date stand below the headline, and this is its standfirst */
    if (t->prose)
        s -= 0.9f;
    if (t->lower)
        s -= 0.8f;
    if (t->words < 2)
        s -= 0.7f;
    if (t->mark != NGI_MARK_NONE)
        s -= 1.0f;
    if (t->section)
        s -= 2.0f;
    bool below_menu =
        h->begin < h->title ||
        (is_open(above) && (above->section || above->name || above->saying == NGI_SAYS_MENU));
    if (h->standfirst != UINT32_MAX && t->words <= 4 && !t->closed && !below_menu) {
        const ngi_unit *d = &dump->units[h->standfirst];
        bool page = (h->signs & SIGN_START) && t->name;
        if (d->title && !d->closed && d->chars * 3 > t->chars * (page ? 2 : 4))
            s -= page ? 2.2f : 1.2f; /* rather the page's name */
    }
    if (is_open(above) && above->colon)
        s -= 1.5f;
    if (!is_open(below))
        s -= 2.5f; /* no text, no story */
    if (!is_open(below) || !(ngi_dump_is_text(below) || below->title || below->time ||
                             below->colon || below->mark != NGI_MARK_NONE))
        s -= 1.5f;
    else if (below->title && !ngi_dump_is_text(below) && below->mark == NGI_MARK_NONE)
        s -= 0.9f; /* hardly ever does a story begin with a subhead */
    return s;
}

/* Whether a heading stands above others without text between: the page's name. */
static bool names_page(const ngi_dump *dump, uint32_t i)
{
    const ngi_unit *next = unit_at(dump, i + 1);
    while (next != NULL && next->role == NGI_ROLE_RULE && next->level != 0)
        next = unit_at(dump, ++i + 1);
    return next == NULL || next->role != NGI_ROLE_OPEN || next->level != 0 || next->section;
}

/* The highest level of marked headings that stories may have; 0: none is marked, or text
 * stands above the first of them, so that they are subheads. */
static uint8_t highest_level(const ngi_dump *dump)
{
    uint32_t levels[8] = {0}, first[8] = {0}, text = dump->count;
    for (uint32_t i = 0; i < dump->count; i++) {
        const ngi_unit *u = &dump->units[i];
        if (text == dump->count && ngi_dump_is_text(u) && u->prose)
            text = i;
        if (u->role == NGI_ROLE_OPEN && !u->section && levels[u->level & 7]++ == 0)
            first[u->level & 7] = i;
    }
    for (uint8_t l = 1; l < 8; l++) {
        if (levels[l] == 0 || (levels[l] == 1 && names_page(dump, first[l])))
            continue;
        return first[l] < text ? l : 0;
    }
    return 0;
}

/* Whether names stand alone below headlines: seen twice, each with text right behind, as no
 * subhead does. */
static void find_signed_heads(ngi_dump *dump)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i + 2 < dump->count && found < 2; i++) {
        const ngi_unit *u = &dump->units[i];
        if (!starts_candidate(u) || u->section || u->words < 2 || u->prose)
            continue;
        bool below = (ngi_dump_is_text(u + 2) || is_bar(u + 2)) && u[1].repeats < 4 &&
                     ngi_dump_is_bare_name(dump, u + 1);
        bool behind = i + 3 < dump->count && ngi_dump_is_text(u + 3) && !ngi_dump_is_text(u + 1) &&
                      ngi_dump_may_be_standfirst(u + 1) && ngi_dump_is_bare_name(dump, u + 2);
        found += below || behind;
    }
    dump->signed_heads = found >= 2;
}

static bool gather_candidates(ngi_dump *dump, ngi_head **out, uint32_t *count)
{
    size_t room = 0, used = 0;
    ngi_head *heads = NULL;
    uint8_t level = highest_level(dump);
    bool above = true; /* nothing but menus and the like so far */
    for (uint32_t i = 0; i < dump->count; i++) {
        const ngi_unit *u = &dump->units[i];
        /* A section's name above a headline is never one itself. */
        bool label = u->section && !(i + 1 < dump->count && ngi_dump_is_text(u + 1));
        if (starts_candidate(u) && !label) {
            ngi_head h = {
                .title = i, .standfirst = UINT32_MAX, .section = UINT32_MAX, .ending = UINT32_MAX};
            read_above(dump, &h);
            read_below(dump, &h);
            read_context(dump, &h, above);
            if (level != 0 && u->level == level)
                h.signs |= SIGN_LEVEL;
            if (ngi_map_get(&dump->heads, ngi_plain(dump->arena, u->text)) != NULL)
                h.signs |= SIGN_TEASER;
            h.score = score_of(dump, &h);
            if (!ngi_arena_grow(dump->arena, &heads, &room, used + 1, sizeof *heads))
                return false;
            heads[used++] = h;
        }
        if (ngi_dump_is_text(u) && u->prose && u->saying == NGI_SAYS_NOTHING)
            above = false;
    }
    *out = heads;
    *count = (uint32_t)used;
    return true;
}

/* Signs that a header has which says more than a headline. */
#define TELLING (SIGN_SECTION | SIGN_DATE | SIGN_BYLINE | SIGN_ABOVE | SIGN_BARS | SIGN_LEVEL)

/* Where headlines stand bare, more blank lines than usual may be all that parts stories. They do
 * where text follows below each line that stands so, and the lines are long for subheads. */
static void trust_gaps(const ngi_dump *dump, ngi_head *heads, uint32_t count)
{
    uint32_t wide = 0, bare = 0, words = 0;
    for (uint32_t i = 1; i < dump->count; i++) {
        const ngi_unit *u = &dump->units[i];
        bool other = u->role != NGI_ROLE_OPEN || u->mark != NGI_MARK_NONE ||
                     (u->saying != NGI_SAYS_NOTHING && u->saying != NGI_SAYS_SECTION);
        wide += u->gap > dump->usual_gap && !other;
    }
    for (uint32_t i = 0; i < count; i++) {
        if ((heads[i].signs & SIGN_START) && (heads[i].signs & TELLING))
            return; /* the page's headers are not bare */
        bool is = (heads[i].signs & SIGN_GAP) && !(heads[i].signs & (TELLING | SIGN_START)) &&
                  heads[i].begin == heads[i].title && heads[i].body < dump->count &&
                  ngi_dump_is_text(&dump->units[heads[i].body]);
        bare += is;
        words += is ? dump->units[heads[i].title].words : 0;
    }
    if (bare == 0 || bare * 5 < wide * 4 || words < bare * 6)
        return;
    for (uint32_t i = 0; i < count; i++)
        if ((heads[i].signs & SIGN_GAP) && !(heads[i].signs & SIGN_START))
            heads[i].score += 1.6f;
}

/* Marks in `taken` the set of candidates with the best sum of scores. */
static bool choose(ngi_dump *dump, const ngi_head *heads, uint32_t count, uint8_t *taken)
{
    uint32_t *texts = NGI_NEW_ARRAY(dump->arena, uint32_t, dump->count + 1);
    float *best = NGI_NEW_ARRAY(dump->arena, float, count + 1);
    int32_t *from = NGI_NEW_ARRAY(dump->arena, int32_t, count + 1);
    int32_t *upto = NGI_NEW_ARRAY(dump->arena, int32_t, count + 1); /* best of [0, i] */
    if (texts == NULL || best == NULL || from == NULL || upto == NULL)
        return false;
    for (uint32_t i = 0; i < dump->count; i++)
        texts[i + 1] = texts[i] + ngi_dump_is_text(&dump->units[i]);
    int32_t end = -1;
    uint32_t ready = 0; /* candidates that end, with some text, before the one looked at */
    for (uint32_t i = 0; i < count; i++) {
        while (ready < i && heads[ready].body <= heads[i].begin &&
               texts[heads[i].begin] > texts[heads[ready].body])
            ready++;
        from[i] = ready == 0 ? -1 : upto[ready - 1];
        best[i] = heads[i].score + (from[i] >= 0 ? best[from[i]] : 0);
        upto[i] = i > 0 && (upto[i - 1] >= 0) && best[upto[i - 1]] >= best[i] ? upto[i - 1]
                  : heads[i].score > 0                                        ? (int32_t)i
                  : i > 0                                                     ? upto[i - 1]
                                                                              : -1;
        end = upto[i];
    }
    memset(taken, 0, count);
    for (; end >= 0; end = from[end])
        taken[end] = 1;
    return true;
}

/* Holds every candidate against what the chosen ones have in common. */
static void compare(ngi_head *heads, uint32_t count, const uint8_t *taken)
{
    uint32_t chosen = 0, have[SIGN_COUNT] = {0};
    for (uint32_t i = 0; i < count; i++) {
        chosen += taken[i];
        for (int k = 0; taken[i] && k < SIGN_COUNT; k++)
            have[k] += heads[i].signs >> k & 1;
    }
    if (chosen < 2)
        return;
    for (uint32_t i = 0; i < count; i++) {
        for (int k = 0; k < SIGN_COUNT; k++) {
            unsigned sign = 1u << k;
            if (!(LAYOUT_SIGNS & sign))
                continue;
            /* What stands above is missing, for good reason, from the first of the page. */
            bool above = sign & (SIGN_RULE | SIGN_GAP | SIGN_TAIL);
            uint32_t of = above ? chosen - 1 : chosen;
            bool lacks =
                !(heads[i].signs & sign) && !(above && (heads[i].signs & (SIGN_START | SIGN_LIST)));
            if (of >= 1 && have[k] * 10 >= of * 8 && lacks)
                heads[i].score -= of == 1 ? 0.8f : 1.6f;
            if (of >= 2 && have[k] * 10 >= of * 8 && sign == SIGN_RULE && (heads[i].signs & sign))
                heads[i].score += 1.0f; /* what parts all others parts this one as well */
        }
    }
}

/* The first story may lack what the others have: where two paragraphs stand above the first
 * start that was taken, the best candidate above them all is taken as well. */
static void take_first(const ngi_dump *dump, const ngi_head *heads, uint32_t count, uint8_t *taken)
{
    uint32_t first = 0, best = UINT32_MAX, texts = 0;
    while (first < count && !taken[first])
        first++;
    for (uint32_t i = 0; i < first && first < count; i++)
        if ((heads[i].signs & SIGN_START) &&
            (best == UINT32_MAX || heads[i].score > heads[best].score))
            best = i;
    if (best == UINT32_MAX || heads[best].body >= heads[first].begin)
        return;
    for (uint32_t i = heads[best].body; i < heads[first].begin; i++)
        texts += ngi_dump_is_text(&dump->units[i]) && dump->units[i].prose;
    if (texts >= 2)
        taken[best] = 1;
}

bool ngi_dump_heads(ngi_dump *dump, ngi_head **out, uint32_t *count)
{
    ngi_head *heads = NULL;
    uint32_t n = 0, kept = 0;
    *count = 0;
    find_signed_heads(dump);
    if (!gather_candidates(dump, &heads, &n))
        return false;
    trust_gaps(dump, heads, n);
    uint8_t *taken = NGI_NEW_ARRAY(dump->arena, uint8_t, n + 1);
    if (taken == NULL || !choose(dump, heads, n, taken))
        return false;
    compare(heads, n, taken);
    if (!choose(dump, heads, n, taken))
        return false;
    take_first(dump, heads, n, taken);
    for (uint32_t i = 0; i < n; i++)
        if (taken[i])
            heads[kept++] = heads[i];
    for (uint32_t i = 0; i < kept; i++)
        heads[i].end = i + 1 < kept ? heads[i + 1].begin : dump->count;
    ngi_dump_find_ends(dump, heads, kept);
    *out = heads;
    *count = kept;
    return ngi_dump_find_standfirsts(dump, heads, kept);
}
