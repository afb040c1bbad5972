/* SPDX-License-Identifier: Apache-2.0 */
/* What can be seen of each line of a dump by itself: how long, how it ends, whether it is
 * a date, a byline, the name of a section, a rule, a paragraph for sure, and whether the
 * same line stands elsewhere on the page. Decisions that need neighbours are made later
 * (dump_lists.c, dump_heads.c); here every unit costs what its length costs. */
#include "stories/dump.h"

#define LONGEST_FACTS 140u /* bytes of a line of facts: "By A, B and C | World | 3 h ago" */
#define LONGEST_KEY 400u   /* bytes: longer lines are not compared */

static bool ends_sentence(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0xFF0E || c == 0x0965;
}

static bool closes_quote(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || (c >= 0x2018 && c <= 0x201F) ||
           c == 0xBB || c == 0xAB || c == 0x300D || c == 0x300F || c == 0xFF09 || c == '*' ||
           c == '_' || c == 0x3011;
}

static bool opens(uint32_t c)
{
    return closes_quote(c) || c == '(' || c == '[' || c == 0x300C || c == 0x300E || c == 0xFF08;
}

/* What one walk over a unit's text counts. */
typedef struct tally {
    uint32_t chars, words, cjk, letters, upper, lower, sentences;
    uint32_t first, last; /* first letter or digit; last character, quotes put aside */
    uint32_t before_last;
} tally;

static tally count_text(ng_slice s)
{
    tally t = {0};
    bool in_word = false, end = false;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_invisible(c))
            continue;
        t.chars++;
        bool word = ngi_is_word(c), cjk = ngi_is_cjk(c) && !(c >= 0xAC00 && c <= 0xD7AF);
        t.cjk += cjk;
        t.words += word && !in_word && !cjk;
        in_word = word && !cjk;
        t.upper += ngi_is_upper(c);
        t.lower += ngi_is_lower(c);
        t.letters += ngi_is_letter(c);
        if (t.first == 0 && word)
            t.first = c;
        if (end && (ngi_is_wide_space(c) || cjk))
            t.sentences++;
        if (ends_sentence(c))
            end = true;
        else if (!closes_quote(c))
            end = false;
        if (!ngi_is_wide_space(c) && !closes_quote(c)) {
            t.before_last = t.last;
            t.last = c;
        }
    }
    t.sentences += end;
    t.words += t.cjk / 2;
    return t;
}

/* A line drawn with signs: "---", "* * *", "=====". */
static bool is_rule(ng_slice s)
{
    uint32_t signs = 0, first = 0;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_wide_space(c) || ngi_is_invisible(c))
            continue;
        if (ngi_is_word(c) && c != '_')
            return false;
        if (first == 0)
            first = c;
        if (c != first || ++signs > 400)
            return false;
    }
    bool drawn = first == '*' || first == '_' || !opens(first);
    return (signs >= 3 && first != '.' && first != '?' && first != '!' && drawn) ||
           (signs != 0 && (first == 0x2042 || (first >= 0x2500 && first <= 0x257F) ||
                           first == 0x2756 || first == 0x3030));
}

/* A time of day alone: "13:02", "08.42 Uhr", "1:02 p.m.". */
static bool is_time(ng_slice s)
{
    uint32_t left = 0, right = 0, letters = 0;
    bool mark = false;
    if (s.len > 24)
        return false;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_digit(c)) {
            if (letters > 4 || (mark ? ++right : ++left) > 2)
                return false;
        } else if (!mark && left != 0 && (c == ':' || c == '.' || c == 0xFF1A || c == 'h')) {
            mark = true;
        } else if (ngi_is_letter(c)) {
            letters++;
        } else if (c != ' ' && c != '.' && c != 0xA0 && !ngi_is_invisible(c)) {
            return false;
        }
    }
    return left != 0 && right == 2 && letters <= 5;
}

/* ---- sections' names ---- */

ng_slice ngi_dump_unframe(ng_slice s)
{
    for (bool more = true; more && s.len != 0;) {
        more = false;
        size_t at = 0, end = s.len;
        uint32_t c = ngi_utf8_next(s, &at);
        if (c == '[' || c == '#' || c == 0x3010 || c == '|' || c == 0xBB || c == '>' || c == '/' ||
            c == ' ' || c == 0x25A0 || c == 0x25CF || c == '*' || c == '=' || c == '-' ||
            c == 0x2022 || c == 0xB7 || ngi_is_invisible(c) || c == '<' || c == 0x2013 ||
            c == 0x2014 || c == 0xFF1A || c == ':' || c == ',' || c == ';' || c == '(') {
            s = ngi_slice_from(s, at);
            more = s.len != 0;
            if (!more)
                break;
            end = s.len;
        }
        c = ngi_utf8_previous(s, &end);
        if (c == ']' || c == 0x3011 || c == '|' || c == ':' || c == 0xBB || c == '>' || c == ' ' ||
            c == 0xFF1A || c == '*' || c == '=' || c == '#' || c == 0x203A || c == '/' ||
            c == '-' || c == 0x2022 || c == 0xB7 || ngi_is_invisible(c) || c == ',' || c == ';' ||
            c == 0x2013 || c == 0x2014 || c == '(' || c == ')' || c == '<' || c == 0x3001) {
            s.len = end;
            more = s.len != 0;
        }
    }
    return s;
}

bool ngi_dump_is_name(ngi_dump *dump, ng_slice text, bool *known)
{
    ng_slice s = ngi_dump_unframe(text);
    *known = false;
    if (s.len == 0 || s.len > 100)
        return false;
    ng_slice low = ngi_lower(dump->arena, s);
    *known = ngi_map_get(&dump->sections, low) != NULL ||
             ngi_saying_of(dump->sayings, low) == NGI_SAYS_SECTION;
    tally t = count_text(s);
    if (*known)
        return true;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_digit(c) || ends_sentence(c) || closes_quote(c) || c == ':' || c == ',' ||
            c == 0x3001 || c == 0x300C)
            return false;
    }
    return t.letters >= 2 && t.words <= 4 && t.chars <= 32 && t.cjk <= 10;
}

/* ---- facts: dates, ages, bylines ---- */

static bool is_joint(uint32_t c)
{
    return c == '|' || c == 0xB7 || c == 0x2022 || c == 0x2013 || c == 0x2014 || c == '/' ||
           c == '-' || c == 0x2015 || c == 0x203A || c == 0xBB || c == '>' || c == 0xFF5C ||
           c == 0x30FB || c == ';';
}

ng_slice ngi_dump_trim_joints(ng_slice s)
{
    for (;;) {
        s = ngi_trim_wide(s);
        size_t at = 0, end = s.len;
        if (s.len == 0)
            return s;
        uint32_t c = ngi_utf8_next(s, &at);
        if (is_joint(c) || c == ',' || c == ')' || c == ':' || c == '.' || c == ']' ||
            c == 0x060C || c == 0x3001 || c == 0xFF09 || c == 0xFF1A) {
            s = ngi_slice_from(s, at);
            continue;
        }
        c = ngi_utf8_previous(s, &end);
        if (c == 0xBB && ngi_find(s, NGI_LIT("«")) != NGI_NONE)
            return s; /* closes a quotation */
        if (is_joint(c) || c == ',' || c == '(' || c == ':' || c == '[' || c == 0x060C ||
            c == 0x3001 || c == 0xFF08 || c == 0xFF1A) {
            s.len = end;
            continue;
        }
        return s;
    }
}

/* Whether the names are what the piece is about, not words in the midst of a headline. */
static bool names_fill(ng_slice piece, const ng_slice *names, uint32_t count, ng_slice credit)
{
    size_t total = credit.len;
    for (uint32_t i = 0; i < count; i++)
        total += names[i].len;
    if (count != 0 && names[0].ptr > piece.ptr + 26 && names[0].ptr < piece.ptr + piece.len)
        return false;
    return total * 5 >= piece.len;
}

/* One piece of a line of facts, between joints. False: it is none. */
static bool take_piece(ngi_dump *dump, ngi_facts *f, ng_slice piece, bool dated)
{
    piece = ngi_dump_trim_joints(piece);
    if (piece.len == 0)
        return true;
    ng_slice low = ngi_lower(dump->arena, piece);
    ngi_saying says = ngi_saying_of(dump->sayings, low);
    if (says == NGI_SAYS_TIMES || says == NGI_SAYS_COMMENTS || says == NGI_SAYS_SHARE ||
        is_time(piece))
        return true;
    ng_slice *names = NULL, credit = {0};
    uint32_t count = 0;
    if (ngi_byline_parse(dump->arena, piece, false, &names, &count, &credit) &&
        (count != 0 || credit.len != 0) && names_fill(piece, names, count, credit)) {
        if (f->name_count == 0) {
            f->names = names;
            f->name_count = count;
        }
        f->credit = credit;
        return true;
    }
    bool known;
    if (dated && ngi_dump_is_name(dump, piece, &known) && f->section.len == 0) {
        f->section = ngi_dump_unframe(piece);
        return true;
    }
    return false;
}

bool ngi_dump_next_piece(ng_slice *rest, ng_slice *piece)
{
    ng_slice s = *rest;
    bool quotes = ngi_find(s, NGI_LIT("«")) != NGI_NONE;
    if (s.len == 0)
        return false;
    for (size_t at = 0; at < s.len;) {
        size_t next = at;
        uint32_t c = ngi_utf8_next(s, &next);
        bool spaced = at != 0 && s.ptr[at - 1] == ' ' && next < s.len && s.ptr[next] == ' ';
        if (c == 0xBB && quotes)
            c = 'x'; /* closes a quotation */
        if (is_joint(c) && (spaced || c == '|' || c == 0xB7 || c == 0x2022 || c == 0xFF5C)) {
            *piece = ngi_slice_sub(s, 0, at);
            *rest = ngi_slice_from(s, next);
            return true;
        }
        at = next;
    }
    *piece = s;
    *rest = ngi_slice_from(s, s.len);
    return true;
}

static bool take_pieces(ngi_dump *dump, ngi_facts *f, ng_slice rest, bool dated)
{
    ng_slice piece;
    while (ngi_dump_next_piece(&rest, &piece))
        if (!take_piece(dump, f, piece, dated))
            return false;
    return true;
}

/* Takes one age or date out of `text`: what stands before and behind it. */
bool ngi_dump_take_date(ngi_dump *dump, ngi_facts *f, ng_slice text, ng_slice *before,
                        ng_slice *behind)
{
    size_t begin = 0, end = 0;
    ng_slice date = {0};
    bool age = ngi_age_find(dump->arena, text, dump->scene->now, &begin, &end, &date);
    if (!age && !ngi_date_parse(dump->arena, text, dump->scene->now, -1, &date, &begin, &end))
        return false;
    if (end <= begin || end > text.len)
        return false;
    if (f->shown.len == 0) {
        f->shown = ngi_slice_sub(text, begin, end);
        f->date = date;
        if (age)
            f->age = f->shown;
    }
    *before = ngi_slice_sub(text, 0, begin);
    *behind = ngi_slice_from(text, end);
    return true;
}

ngi_facts *ngi_dump_facts(ngi_dump *dump, ng_slice text)
{
    ngi_facts f = {0};
    ng_slice before, behind;
    if (text.len == 0 || text.len > LONGEST_FACTS)
        return NULL;
    bool dated = ngi_dump_take_date(dump, &f, text, &before, &behind);
    if (!dated) {
        tally t = count_text(text);
        if (t.words > 16 || (t.upper > 8 && t.lower == 0 && t.words > 5))
            return NULL; /* a headline in capitals */
        if (!take_pieces(dump, &f, text, false) || (f.name_count == 0 && f.credit.len == 0))
            return NULL;
    } else {
        ng_slice more_before, more_behind; /* "Published ..., updated ..." */
        if (behind.len > 3 && ngi_dump_take_date(dump, &f, behind, &more_before, &more_behind)) {
            if (!take_pieces(dump, &f, more_before, true))
                return NULL;
            behind = more_behind;
        }
        if (!take_pieces(dump, &f, before, true) || !take_pieces(dump, &f, behind, true))
            return NULL;
    }
    ngi_facts *out = NGI_NEW(dump->arena, ngi_facts);
    if (out != NULL)
        *out = f;
    return out;
}

/* ---- one unit ---- */

static void strip_heading_mark(ngi_unit *u)
{
    size_t n = 0;
    while (n < u->text.len && n < 6 && u->text.ptr[n] == '#')
        n++;
    if (n != 0 && n < u->text.len && u->text.ptr[n] == ' ') {
        u->level = (uint8_t)n;
        u->text = ngi_trim(ngi_slice_from(u->text, n));
    }
    ng_slice s = u->text;
    if (s.len > 4 && ngi_starts(s, NGI_LIT("**")) && ngi_ends(s, NGI_LIT("**")) &&
        ngi_find(ngi_slice_sub(s, 2, s.len - 2), NGI_LIT("**")) == NGI_NONE) {
        u->text = ngi_slice_sub(s, 2, s.len - 2);
        if (u->level == 0)
            u->level = 6;
    }
}

static void set_shape(ngi_unit *u, const tally *t)
{
    uint32_t c = t->last;
    u->chars = t->chars;
    u->words = t->words;
    u->sentences = (uint8_t)(t->sentences > 255 ? 255 : t->sentences);
    u->cut = c == 0x2026 || (c == '.' && t->before_last == '.');
    u->closed = ends_sentence(c) && !u->cut;
    u->colon = c == ':' || c == ',' || c == 0xFF1A || c == ';' || c == 0x060C || c == 0x3001;
    u->lower = ngi_is_lower(t->first);
    u->caps = t->upper >= 3 && t->lower == 0;
    bool asks = u->closed && c != '.' && c != 0x3002 && c != 0x0964;
    bool one = t->sentences <= 1;
    uint32_t most = 8;
    if (t->cjk * 2 > t->letters)
        most = 10;
    u->prose = t->chars > 260 || (t->cjk * 2 > t->letters && t->chars > 90) ||
               (t->sentences >= 2 && u->closed && t->words >= 12) ||
               (u->closed && t->words >= most && !(asks && one && t->words < 18));
    u->title = t->letters >= 2 && t->chars <= 230 && !u->colon &&
               (!u->prose || (one && t->words <= 22) || asks);
}

/* "5. November 2025" has no list's number: the mark goes back into the text. */
static void unmark_dates(ngi_dump *dump, ngi_unit *u)
{
    ng_slice whole = ngi_slice_sub(dump->scene->text, u->begin, u->end);
    if (u->mark != NGI_MARK_NUMBER || whole.len > LONGEST_FACTS)
        return;
    whole = ngi_squeeze(dump->arena, whole);
    ngi_facts *facts = ngi_dump_facts(dump, whole);
    if (facts == NULL || facts->shown.ptr != whole.ptr)
        return;
    u->mark = NGI_MARK_NONE;
    u->text = whole;
    u->inner = u->begin;
    u->number = 0;
}

static bool look_at(ngi_dump *dump, ngi_unit *u)
{
    if (is_rule(ngi_slice_sub(dump->scene->text, u->begin, u->end)) &&
        u->mark != NGI_MARK_NUMBER) {
        u->role = NGI_ROLE_RULE;
        u->mark = NGI_MARK_NONE;
        return true;
    }
    unmark_dates(dump, u);
    strip_heading_mark(u);
    tally t = count_text(u->text);
    set_shape(u, &t);
    if (u->mark == NGI_MARK_LONE) {
        u->title = u->prose = false;
        return true;
    }
    if (u->level != 0 && u->chars <= 300) { /* said to be a heading */
        u->title = true;
        u->prose = false;
    }
    u->time = is_time(u->text);
    if (u->text.len <= 420) {
        ng_slice low = ngi_lower(dump->arena, u->text);
        u->saying = (uint8_t)ngi_saying_of(dump->sayings, low);
        if (u->chars > 250 || u->sentences > 3)
            u->saying = NGI_SAYS_NOTHING; /* a paragraph that has the words in it */
    }
    bool known = false;
    if (!u->time && !u->prose && u->saying != NGI_SAYS_TAGS && u->saying != NGI_SAYS_CREDIT &&
        u->saying != NGI_SAYS_RIGHTS && u->sentences <= 3)
        u->facts = ngi_dump_facts(dump, u->text);
    if (u->facts != NULL || u->time)
        u->title = u->prose = false;
    else if (u->saying == NGI_SAYS_NOTHING || u->saying == NGI_SAYS_SECTION)
        u->name = ngi_dump_is_name(dump, u->text, &known);
    u->section = known;
    return !dump->arena->failed;
}

/* Numbers the lines that are the same: of each, its first and how many there are. */
static bool find_repeats(ngi_dump *dump)
{
    ngi_map seen;
    ngi_map_init(&seen, dump->arena);
    for (uint32_t i = 0; i < dump->count; i++) {
        ngi_unit *u = &dump->units[i];
        u->same = i;
        u->repeats = 1;
        if (u->text.len > LONGEST_KEY || u->role == NGI_ROLE_RULE)
            continue;
        ng_slice key = ngi_plain(dump->arena, u->text);
        if (key.len == 0)
            continue;
        bool fresh;
        uint32_t *first = ngi_map_put(&seen, key, &fresh);
        if (first == NULL)
            return false;
        if (fresh)
            *first = i;
        else
            dump->units[*first].repeats++;
        u->same = *first;
    }
    for (uint32_t i = 0; i < dump->count; i++)
        dump->units[i].repeats = dump->units[dump->units[i].same].repeats;
    return true;
}

/* "Headline" with "=====" or "-----" of about its length right below. */
static void find_underlines(ngi_dump *dump)
{
    for (uint32_t i = 1; i < dump->count; i++) {
        ngi_unit *rule = &dump->units[i], *above = &dump->units[i - 1];
        uint32_t len = rule->end - rule->begin;
        char c = rule->role == NGI_ROLE_RULE ? dump->scene->text.ptr[rule->begin] : 0;
        if ((c != '=' && c != '-' && c != '~') || rule->gap != 0 ||
            above->role == NGI_ROLE_RULE || above->chars > 200)
            continue;
        bool fits = len * 4 >= above->chars * 3 && len <= above->chars * 2;
        bool long_one = len >= 40 && above->title && !above->closed && above->words >= 4;
        if (fits || long_one) {
            above->title = true;
            above->prose = false;
            rule->level = 1; /* no rule between things, but part of a heading */
            above->level = c == '=' ? 1 : 2;
        }
    }
}

bool ngi_dump_know(ngi_dump *dump, ng_slice name)
{
    name = ngi_dump_unframe(name);
    ng_slice low = ngi_lower(dump->arena, name);
    return low.len == 0 || ngi_map_put(&dump->sections, low, NULL) != NULL;
}

/* A menu in one line: "World Business Health Sport". Names of it that are words of usage
 * are known anyway; the others are learned when the line has joints between them. */
static bool learn_menu_line(ngi_dump *dump, ng_slice text)
{
    size_t from = 0, at = 0;
    uint32_t pieces = 0;
    while (at < text.len) {
        size_t next = at;
        uint32_t c = ngi_utf8_next(text, &next);
        if ((c == '|' || c == 0xB7 || c == 0x2022 || c == '/' || c == 0xFF5C) && pieces < 40) {
            if (!ngi_dump_know(dump, ngi_trim_wide(ngi_slice_sub(text, from, at))))
                return false;
            from = next;
            pieces++;
        }
        at = next;
    }
    return pieces < 2 || ngi_dump_know(dump, ngi_trim_wide(ngi_slice_from(text, from)));
}

/* Of a line without joints: its words that usage knows as sections. */
static uint32_t sections_within(ngi_dump *dump, ng_slice text)
{
    uint32_t found = 0;
    ng_slice rest = text, word;
    while (ngi_split(&rest, ' ', &word)) {
        bool known;
        found += word.len != 0 && ngi_dump_is_name(dump, word, &known) && known;
    }
    return found;
}

/* In a menu line, a name that stands elsewhere on the page alone is one too. */
static bool learn_from_menus(ngi_dump *dump, const ng_slice *menus, uint32_t count)
{
    for (uint32_t i = 0; i < dump->count; i++) {
        ngi_unit *u = &dump->units[i];
        for (uint32_t m = 0; u->name && !u->section && m < count; m++) {
            size_t at = ngi_find(menus[m], u->text), end = at + u->text.len;
            if (at == NGI_NONE || (at != 0 && menus[m].ptr[at - 1] != ' ') ||
                (end < menus[m].len && menus[m].ptr[end] != ' '))
                continue;
            if (!ngi_dump_know(dump, u->text))
                return false;
            u->section = true;
        }
    }
    return true;
}

void ngi_dump_apply_names(ngi_dump *dump)
{
    for (uint32_t i = 0; i < dump->count; i++) {
        bool known = false;
        if (dump->units[i].name)
            dump->units[i].name = ngi_dump_is_name(dump, dump->units[i].text, &known);
        dump->units[i].section = known;
    }
}

/* The menu: names in a row, before anything else, or several in one line. */
static bool learn_sections(ngi_dump *dump)
{
    ng_slice menus[3];
    uint32_t menu_count = 0, row = 0;
    for (uint32_t i = 0; i < dump->count && i < 400; i++) {
        ngi_unit *u = &dump->units[i];
        if (!u->closed && u->words >= 4 && u->words <= 60 && u->facts == NULL &&
            u->text.len < 600 && menu_count < NGI_COUNT(menus) &&
            sections_within(dump, u->text) * 2 >= u->words) {
            menus[menu_count++] = u->text;
            u->saying = NGI_SAYS_MENU;
            u->title = u->name = false;
            if (!learn_menu_line(dump, u->text))
                return false;
        }
        bool in_row = u->name && u->mark == NGI_MARK_NONE;
        row = in_row ? row + 1 : 0;
        if (row < 4)
            continue;
        /* Not the last of the row: it may be a short headline below its section. */
        for (uint32_t k = row == 4 ? i - 3 : i - 1; k < i; k++) {
            if (!ngi_dump_know(dump, dump->units[k].text))
                return false;
        }
    }
    ngi_dump_apply_names(dump);
    return learn_from_menus(dump, menus, menu_count);
}

static void find_usual_gap(ngi_dump *dump)
{
    uint32_t gaps[4] = {0}, best = 0;
    for (uint32_t i = 1; i < dump->count; i++)
        gaps[dump->units[i].gap > 3 ? 3 : dump->units[i].gap]++;
    for (uint32_t g = 1; g < 4; g++)
        if (gaps[g] > gaps[best])
            best = g;
    dump->usual_gap = (uint16_t)best;
}

bool ngi_dump_look(ngi_dump *dump)
{
    ngi_map_init(&dump->sections, dump->arena);
    ngi_map_init(&dump->heads, dump->arena);
    for (uint32_t i = 0; i < dump->count; i++)
        if (!look_at(dump, &dump->units[i]))
            return false;
    find_underlines(dump);
    find_usual_gap(dump);
    return find_repeats(dump) && learn_sections(dump);
}
