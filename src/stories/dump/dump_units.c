/* SPDX-License-Identifier: Apache-2.0 */
/* What can be seen of each line of a dump by itself: how long, how it ends, whether it is
 * a date, a byline, the name of a section, a rule, a paragraph for sure, and whether the
 * same line stands elsewhere on the page. Decisions that need neighbours are made later
 * (dump_lists.c, dump_heads.c); here every unit costs what its length costs. */
#include "stories/dump/dump.h"

#define LONGEST_DATE 140u /* bytes of a line that may be a date behind a number */
#define LONGEST_KEY 400u  /* bytes: longer lines are not compared */
#define BOLD 6u           /* the level of a line in bold: below those of headings */
#define MOST_DOTTED 100u  /* characters of a line of facts that ends like a sentence */

bool ngi_dump_ends_sentence(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0xFF0E || c == 0x0965;
}

bool ngi_dump_closes_quote(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || (c >= 0x2018 && c <= 0x201F) ||
           c == 0xBB || c == 0xAB || c == 0x300D || c == 0x300F || c == 0xFF09 || c == '*' ||
           c == '_' || c == 0x3011;
}

static bool opens(uint32_t c)
{
    return ngi_dump_closes_quote(c) || c == '(' || c == '[' || c == 0x300C || c == 0x300E ||
           c == 0xFF08;
}

ngi_tally ngi_dump_count(ng_slice s)
{
    ngi_tally t = {0};
    bool in_word = false, end = false;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_invisible(c))
            continue;
        t.chars++;
        bool word = ngi_is_word(c) || (in_word && ngi_is_mark(c)),
             cjk = ngi_is_cjk(c) && !(c >= 0xAC00 && c <= 0xD7AF);
        t.cjk += cjk;
        t.words += word && !in_word && !cjk;
        in_word = word && !cjk;
        t.upper += ngi_is_upper(c);
        t.lower += ngi_is_lower(c);
        t.letters += ngi_is_letter(c);
        t.digits += ngi_is_digit(c);
        if (t.first == 0 && word)
            t.first = c;
        if (end && (ngi_is_wide_space(c) || cjk))
            t.sentences++;
        if (ngi_dump_ends_sentence(c))
            end = true;
        else if (!ngi_dump_closes_quote(c))
            end = false;
        if (!ngi_is_wide_space(c) && !ngi_dump_closes_quote(c)) {
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

bool ngi_dump_is_time(ng_slice s)
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
            u->level = BOLD;
    }
}

/* "_By Jane Doe_", "*Jane Doe*": a line printed in italics as a whole. */
static void strip_emphasis(ngi_unit *u)
{
    ng_slice s = u->text;
    char sign = s.len > 4 ? s.ptr[0] : 0;
    if ((sign != '_' && sign != '*') || s.ptr[s.len - 1] != sign || s.ptr[1] == sign ||
        ngi_find_char(ngi_slice_sub(s, 1, s.len - 1), sign) != NGI_NONE)
        return;
    u->text = ngi_trim(ngi_slice_sub(s, 1, s.len - 1));
    u->set_off = true;
}

static void set_shape(ngi_unit *u, const ngi_tally *t)
{
    uint32_t c = t->last;
    u->chars = t->chars;
    u->words = t->words;
    u->sentences = (uint8_t)(t->sentences > 255 ? 255 : t->sentences);
    u->cut = c == 0x2026 || (c == '.' && t->before_last == '.');
    u->closed = ngi_dump_ends_sentence(c) && !u->cut;
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
    if (u->mark != NGI_MARK_NUMBER || whole.len > LONGEST_DATE)
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

/* The saying of the words of `line` from `*at` on, up to three of them; moves *at behind. */
static ngi_saying next_saying(const ngi_dump *dump, ng_slice line, size_t *at)
{
    size_t ends[3] = {0};
    uint32_t words = 0;
    for (size_t i = *at; i <= line.len && words < 3; i++)
        if (i == line.len || line.ptr[i] == ' ')
            ends[words++] = i;
    for (uint32_t k = words; k-- > 0;) {
        ngi_saying says = ngi_saying_of(dump->sayings, ngi_slice_sub(line, *at, ends[k]));
        if (says == NGI_SAYS_SHARE || says == NGI_SAYS_MENU) {
            *at = ends[k] + 1;
            return says;
        }
    }
    *at = ends[0] + 1;
    return NGI_SAYS_NOTHING;
}

/* Buttons in one line: "Share Tweet Email Copy link", "Teilen | Drucken", "Imprint Contact". */
static ngi_saying bar_of(const ngi_dump *dump, ng_slice low)
{
    uint32_t pieces = 0, share = 0, menu = 0, tail = 0;
    char part = ngi_find_char(low, '|') != NGI_NONE ? '|' : ' ';
    ng_slice piece;
    for (size_t at = 0; part == ' ' && at < low.len && pieces < 12; pieces++) {
        ngi_saying says = next_saying(dump, low, &at);
        share += says == NGI_SAYS_SHARE;
        menu += says == NGI_SAYS_MENU;
    }
    while (part == '|' && ngi_split(&low, part, &piece) && pieces < 12) {
        ngi_saying says = ngi_saying_of(dump->sayings, ngi_trim_wide(piece));
        pieces++;
        share += says == NGI_SAYS_SHARE;
        menu += says == NGI_SAYS_MENU;
        tail += says == NGI_SAYS_TAGS || says == NGI_SAYS_COMMENTS;
    }
    if (pieces >= 2 && tail * 2 > pieces)
        return NGI_SAYS_TAGS; /* "Posted in World | Tags: Sea | Leave a comment" */
    return share >= 2 && share * 10 >= pieces * 6 ? NGI_SAYS_SHARE
           : menu >= 2 && menu * 10 >= pieces * 8 ? NGI_SAYS_MENU
                                                  : NGI_SAYS_NOTHING;
}

/* "佐藤恵子撮影", "김민수 제공": whose picture it is, in languages that say so at the end. */
static bool ends_in_credit(const ngi_unit *u)
{
    static const char *const words[] = {"撮影", "提供", "摄", "攝", "摄影", "攝影", "제공", "촬영"};
    for (size_t i = 0; u->chars <= 24 && u->mark == NGI_MARK_NONE && i < NGI_COUNT(words); i++)
        if (ngi_ends(u->text, ngi_slice_of(words[i])))
            return true;
    return false;
}

/* "Listen to this article (6 min)", "Lesezeit: 5 Minuten": few words, one short number, and the
 * word for minutes at the end. */
static bool is_length(const ngi_unit *u, ng_slice low, const ngi_tally *t)
{
    static const char *const minutes[] = {
        "min",     "mins",  "minute", "minutes", "minuten", "minuter", "minutter",  "minuti",
        "minutos", "minut", "minuty", "minuta",  "mín",     "mínútur", "minuuttia", "dk",
        "dakika",  "menit", "мин",    "минут",   "минуты",  "хв",      "хвилин",    "λεπτά",
        "دقيقة",   "دقائق", "دقیقه",  "דקות",    "मिनट",    "分",      "分钟",      "分鐘",
        "분",      "phút",  "นาที",    "perc"};
    if (u->words > 7 || t->digits == 0 || t->digits > 2 || u->chars > 48)
        return false;
    low = ngi_dump_unframe(low);
    while (low.len != 0 && low.ptr[low.len - 1] == '.')
        low.len--;
    for (size_t i = 0; i < NGI_COUNT(minutes); i++) {
        ng_slice word = ngi_slice_of(minutes[i]);
        size_t at = low.len - word.len;
        if (!ngi_ends(low, word) || at == 0)
            continue;
        uint32_t before = ngi_utf8_previous(low, &(size_t){at});
        if (ngi_is_digit(before) || ngi_is_wide_space(before))
            return true;
    }
    return ngi_ends(low, NGI_LIT("分で読めます"));
}

/* The words in the last pair of brackets; empty where the line does not end in one. */
static ng_slice last_bracket(ng_slice s)
{
    size_t end = s.len, at;
    if (s.len < 4)
        return (ng_slice){0};
    uint32_t c = ngi_utf8_previous(s, &end), open = 0;
    if (c == '.')
        c = ngi_utf8_previous(s, &end);
    if (c != ')' && c != ']' && c != 0xFF09)
        return (ng_slice){0};
    for (at = end; at > 0 && open == 0;) {
        uint32_t d = ngi_utf8_previous(s, &at);
        open = d == '(' || d == '[' || d == 0xFF08;
    }
    size_t from = at;
    ngi_utf8_next(s, &from);
    return open && from <= end ? ngi_slice_sub(s, from, end) : (ng_slice){0};
}

/* "The quay [File: Ana Bell/Reuters]", "The quay. / ANA BELL": a caption that ends in who took
 * the picture, an agency in brackets or a person behind a stroke. */
static bool ends_in_source(ngi_dump *dump, const ngi_unit *u)
{
    ng_slice *names, credit = {0}, inner = last_bracket(u->text);
    uint32_t count = 0;
    if (u->chars > 200 || u->mark != NGI_MARK_NONE || u->level != 0 || u->sentences > 2 ||
        ngi_byline_parse(dump->arena, u->text, false, &names, &count, &credit))
        return false;
    credit = (ng_slice){0};
    if (inner.len != 0 && inner.len <= 80 && inner.ptr != u->text.ptr + 1) {
        size_t colon = ngi_find(inner, NGI_LIT(": ")), stroke = ngi_find_char(inner, '/');
        if (stroke != NGI_NONE && colon != NGI_NONE)
            return true;
        return ngi_dump_count(inner).words <= 3 &&
               ngi_byline_parse(dump->arena, inner, true, &names, &count, &credit) &&
               credit.len != 0 && count == 0;
    }
    size_t at = ngi_find(u->text, NGI_LIT(". / "));
    return at != NGI_NONE && ngi_dump_count(ngi_slice_from(u->text, at + 4)).words <= 3;
}

static bool look_at(ngi_dump *dump, ngi_unit *u)
{
    if (is_rule(ngi_slice_sub(dump->scene->text, u->begin, u->end)) && u->mark != NGI_MARK_NUMBER) {
        u->role = NGI_ROLE_RULE;
        u->mark = NGI_MARK_NONE;
        return true;
    }
    unmark_dates(dump, u);
    strip_heading_mark(u);
    strip_emphasis(u);
    ngi_tally t = ngi_dump_count(u->text);
    set_shape(u, &t);
    if (u->mark == NGI_MARK_LONE) {
        u->title = u->prose = false;
        return true;
    }
    if (u->level == BOLD && u->closed && u->words >= 7) {
        u->level = 0; /* a sentence: a standfirst rather than a heading */
        u->set_off = true;
    }
    if (u->level != 0 && u->chars <= 300) { /* said to be a heading */
        u->title = true;
        u->prose = false;
    }
    u->time = ngi_dump_is_time(u->text);
    if (u->text.len <= 420) {
        ng_slice low = ngi_lower(dump->arena, u->text);
        u->saying = (uint8_t)ngi_saying_of(dump->sayings, low);
        if ((u->saying == NGI_SAYS_NOTHING && u->words >= 2 && u->words <= 10) ||
            (!u->closed && u->words <= 24 && ngi_find_char(low, '|') != NGI_NONE)) {
            ngi_saying bar = bar_of(dump, low);
            u->saying = bar == NGI_SAYS_NOTHING ? u->saying : (uint8_t)bar;
        }
        if (u->saying == NGI_SAYS_NOTHING && (ends_in_credit(u) || ends_in_source(dump, u)))
            u->saying = NGI_SAYS_CREDIT;
        if ((u->saying == NGI_SAYS_NOTHING || u->saying == NGI_SAYS_SHARE) && is_length(u, low, &t))
            u->saying = NGI_SAYS_TIMES;
        if (u->chars > 250 || u->sentences > 3)
            u->saying = NGI_SAYS_NOTHING; /* a paragraph that has the words in it */
    }
    bool known = false;
    bool dotted = u->prose && u->chars <= MOST_DOTTED && t.digits >= 3; /* "..., 5:45 p.m." */
    if (!u->time && (!u->prose || dotted) && u->saying != NGI_SAYS_TAGS &&
        u->saying != NGI_SAYS_CREDIT && u->saying != NGI_SAYS_RIGHTS && u->sentences <= 3)
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
        if ((c != '=' && c != '-' && c != '~') || rule->gap != 0 || above->role == NGI_ROLE_RULE ||
            above->chars > 200)
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
        /* Four words are rather a headline, with its section above or below. */
        bool in_row = u->name && u->mark == NGI_MARK_NONE && (u->words <= 3 || u->section);
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

/* Now that the page's sections are known, short lines may be facts that were not before. */
static bool look_again(ngi_dump *dump)
{
    for (uint32_t i = 0; i < dump->count; i++) {
        ngi_unit *u = &dump->units[i];
        if (u->facts != NULL || !u->name || u->section || u->role != NGI_ROLE_OPEN || u->time ||
            u->saying != NGI_SAYS_NOTHING)
            continue;
        u->facts = ngi_dump_facts(dump, u->text);
        if (u->facts != NULL)
            u->title = u->name = false;
    }
    return !dump->arena->failed;
}

/* The label of "Label: a headline": a few words before a colon; empty where there is none. */
static ng_slice label_of(const ngi_unit *u)
{
    size_t at = u->chars > 200 || u->closed || u->prose || u->role != NGI_ROLE_OPEN ||
                        u->saying != NGI_SAYS_NOTHING || u->mark != NGI_MARK_NONE
                    ? NGI_NONE
                    : ngi_find(u->text, NGI_LIT(": "));
    ng_slice label = at == NGI_NONE || at > 60 ? (ng_slice){0} : ngi_slice_sub(u->text, 0, at);
    return label.len != 0 && ngi_dump_count(label).words <= 4 ? label : (ng_slice){0};
}

/* Lines between paragraphs that begin with the same label, in words not known: "read also". */
static bool find_labels(ngi_dump *dump)
{
    ngi_map seen;
    ngi_map_init(&seen, dump->arena);
    for (int round = 0; round < 2; round++)
        for (uint32_t i = 1; i + 1 < dump->count; i++) {
            ngi_unit *u = &dump->units[i];
            ng_slice label = u[-1].prose && u[1].prose ? label_of(u) : (ng_slice){0};
            if (label.len == 0)
                continue;
            uint32_t *count = ngi_map_put(&seen, ngi_lower(dump->arena, label), NULL);
            if (count == NULL)
                return false;
            *count += round == 0;
            if (round == 1 && *count >= 2)
                u->saying = NGI_SAYS_READ_ALSO;
        }
    return true;
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
    return find_labels(dump) && find_repeats(dump) && learn_sections(dump) && look_again(dump);
}
