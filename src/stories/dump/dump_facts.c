/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of facts: what a line says when it is made of a section's name, a date or an age,
 * persons, and nothing else ("World | By A. Person | 5 days ago", "World5 days ago"). A
 * line is cut at its joints, the date is taken out first, and every piece left must be
 * something known. Dates, ages and bylines themselves are read elsewhere (dates.c, ages.c,
 * bylines.c); lines are short, some tens a page. */
#include "stories/dump/dump.h"

#include <string.h>

#define LONGEST_FACTS 140u /* bytes: "By A, B and C | World | Updated 3 hours ago" */

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
    ngi_tally t = ngi_dump_count(s);
    if (*known)
        return true;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_digit(c) || ngi_dump_ends_sentence(c) || ngi_dump_closes_quote(c) || c == ':' ||
            c == '>' || c == ',' || c == 0x3001 || c == 0x300C)
            return false;
    }
    return t.letters >= 2 && t.words <= 4 && t.chars <= 32 && t.cjk <= 10;
}

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

bool ngi_dump_is_capitalised(ng_slice text)
{
    ng_slice word;
    uint32_t small = 0, words = 0;
    while (ngi_split(&text, ' ', &word)) {
        if (word.len == 0)
            continue;
        words++;
        if (!ngi_is_upper(ngi_utf8_next(word, &(size_t){0})))
            small += word.len <= 4 ? 1 : 4; /* "de", "van", "bin" */
    }
    return words >= 2 && small < 2;
}

bool ngi_dump_is_name_sized(ng_slice name)
{
    ngi_tally t = ngi_dump_count(name);
    if (t.digits != 0 || t.chars > 40 || t.chars < 2 || ngi_find_char(name, ',') != NGI_NONE)
        return false;
    if (t.upper + t.lower != 0)
        return t.words >= 2 && t.words <= 4 && ngi_dump_is_capitalised(name);
    if (t.cjk != 0)
        return t.chars <= 7 || (t.first >= 0xE00 && t.first < 0xE80 && t.chars <= 24);
    bool hangul = t.first >= 0xAC00 && t.first <= 0xD7AF;
    return hangul ? t.chars <= 5 : t.words >= 2 && t.words <= 3 && t.chars <= 24;
}

ng_slice ngi_dump_without_role(ng_slice line)
{
    static const char *const writes[] = {" skrifar", " skrifa"}; /* "Jón Jónsson skrifar" */
    ng_slice rest = line, name;
    for (size_t i = 0; i < NGI_COUNT(writes); i++)
        if (ngi_ends(line, ngi_slice_of(writes[i])))
            return ngi_slice_sub(line, 0, line.len - strlen(writes[i]));
    size_t dash = ngi_find(line, NGI_LIT(" — "));
    if (dash == NGI_NONE)
        dash = ngi_find(line, NGI_LIT(" – "));
    if (dash != NGI_NONE && ngi_find_char(line, ',') == NGI_NONE) {
        name = ngi_slice_sub(line, 0, dash);
        rest = ngi_slice_from(line, dash + strlen(" — "));
    } else if (!ngi_split(&rest, ',', &name) || rest.len == 0) {
        return line;
    }
    ngi_tally n = ngi_dump_count(name), r = ngi_dump_count(rest);
    return n.words >= 2 && r.digits == 0 && r.words != 0 && r.words <= 4 ? name : line;
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

/* "Jane Doe, Staff Reporter" beside a date: a name, a comma, a few words without digits. */
static bool take_role(ngi_dump *dump, ngi_facts *f, ng_slice piece)
{
    ng_slice name = ngi_dump_without_role(piece), *names = NULL, credit = {0};
    uint32_t count = 0;
    if (f->name_count != 0 || name.len == piece.len || !ngi_dump_is_name_sized(name) ||
        !ngi_byline_parse(dump->arena, name, true, &names, &count, &credit) || count == 0)
        return false;
    f->names = names;
    f->name_count = count;
    return true;
}

bool ngi_dump_people(ngi_dump *dump, ng_slice text, ng_slice **names, uint32_t *count)
{
    ng_slice credit = {0};
    size_t total = 0;
    if (text.len > LONGEST_FACTS ||
        !ngi_byline_parse(dump->arena, text, true, names, count, &credit) || *count < 2)
        return false;
    for (uint32_t i = 0; i < *count; i++) {
        ngi_tally t = ngi_dump_count((*names)[i]);
        if (!ngi_dump_is_name_sized((*names)[i]) || (t.cjk != 0 && t.chars > 5))
            return false;
        total += (*names)[i].len;
    }
    return total * 10 >= text.len * 7;
}

static bool take_people(ngi_dump *dump, ngi_facts *f, ng_slice piece)
{
    ng_slice *names;
    uint32_t count;
    if (f->name_count != 0 || !ngi_dump_people(dump, piece, &names, &count))
        return false;
    f->names = names;
    f->name_count = count;
    return true;
}

/* "Jane Doe, Monday" before "3 May 2026": without the name of a day at its end. */
static ng_slice without_weekday(ngi_dump *dump, ng_slice text)
{
    ng_slice s = ngi_dump_trim_joints(text), date = {0};
    size_t at = s.len, begin, end;
    while (at > 0 && s.ptr[at - 1] != ' ')
        at--;
    ng_slice last = ngi_slice_from(s, at);
    if (last.len == 0 || last.len > 40 ||
        !ngi_weekday_find(dump->arena, last, dump->scene->now, &begin, &end, &date) || begin != 0 ||
        end != last.len)
        return text;
    return ngi_slice_sub(s, 0, at);
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
        ngi_dump_is_time(piece))
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
    bool known = false, name = ngi_dump_is_name(dump, piece, &known);
    if (dated && !known && (take_people(dump, f, piece) || take_role(dump, f, piece)))
        return true;
    if (dated && !known && f->section.len != 0 && f->name_count == 0 &&
        ngi_dump_is_name_sized(piece) &&
        ngi_byline_parse(dump->arena, piece, true, &names, &count, &credit) && count != 0) {
        f->names = names; /* behind the section's name */
        f->name_count = count;
        return true;
    }
    if (!dated && known && f->section.len == 0) { /* beside a byline */
        f->section = ngi_dump_unframe(piece);
        return true;
    }
    if (dated && name && f->section.len == 0) {
        f->section = ngi_dump_unframe(piece);
        return true;
    }
    return false;
}

/* "14/03/2026" at `at`: 1 the day stands first for sure, 0 the month, -1 either may be. */
static int order_at(ng_slice s, size_t at)
{
    unsigned part[2] = {0}, digits = 0, k = 0;
    for (; at < s.len && k < 2; at++) {
        if (s.ptr[at] >= '0' && s.ptr[at] <= '9' && digits < 2) {
            part[k] = part[k] * 10 + (unsigned)(s.ptr[at] - '0');
            digits++;
        } else if (s.ptr[at] == '/' && digits != 0) {
            digits = 0;
            k++;
        } else {
            return -1;
        }
    }
    if (k < 2 || at + 4 > s.len || s.ptr[at] != '2' || s.ptr[at + 1] != '0')
        return -1;
    return part[0] > 12 && part[1] <= 12 ? 1 : part[1] > 12 && part[0] <= 12 ? 0 : -1;
}

void ngi_dump_find_day_order(ngi_dump *dump)
{
    ng_slice s = ngi_slice_sub(dump->scene->text, 0, 1u << 20);
    dump->day_first = -1;
    for (size_t i = 1; i + 8 < s.len && dump->day_first < 0; i++)
        if (s.ptr[i] == '/' && s.ptr[i - 1] >= '0' && s.ptr[i - 1] <= '9')
            dump->day_first =
                order_at(s, i > 1 && s.ptr[i - 2] >= '0' && s.ptr[i - 2] <= '9' ? i - 2 : i - 1);
    if (dump->day_first >= 0)
        return;
    s = ngi_slice_sub(s, 0, 20000);
    while (s.len != 0 && ((unsigned char)s.ptr[s.len - 1] & 0xC0) == 0x80)
        s.len--; /* not in the midst of a character */
    s.len -= s.len != 0 && (unsigned char)s.ptr[s.len - 1] >= 0xC0;
    ng_slice language = ngi_language_find(dump->arena, s, (ng_slice){0});
    if (language.len != 0 && !ngi_equal(language, NGI_LIT("en")))
        dump->day_first = 1; /* of those that write the year last, only English is divided */
}

bool ngi_dump_next_piece(ng_slice *rest, ng_slice *piece)
{
    ng_slice s = *rest;
    bool quotes = ngi_find(s, NGI_LIT("«")) != NGI_NONE;
    bool bars = ngi_find_char(s, '|') != NGI_NONE; /* then a dash is part of a headline */
    if (s.len == 0)
        return false;
    for (size_t at = 0; at < s.len;) {
        size_t next = at;
        uint32_t c = ngi_utf8_next(s, &next);
        bool spaced = at != 0 && s.ptr[at - 1] == ' ' && next < s.len && s.ptr[next] == ' ';
        if (c == 0xBB && quotes)
            c = 'x'; /* closes a quotation */
        if (is_joint(c) && (c == '|' || !bars) &&
            (spaced || c == '|' || c == 0xB7 || c == 0x2022 || c == 0xFF5C)) {
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
    if (!age &&
        !ngi_date_parse(dump->arena, text, dump->scene->now, dump->day_first, &date, &begin, &end))
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

/* "Tuesday", "Politics | Tuesday": as the date of a teaser. */
static bool take_weekday(ngi_dump *dump, ngi_facts *f, ng_slice text, ng_slice *before,
                         ng_slice *behind)
{
    size_t begin = 0, end = 0;
    ng_slice date = {0};
    if (text.len > 60 ||
        !ngi_weekday_find(dump->arena, text, dump->scene->now, &begin, &end, &date) ||
        end <= begin || end > text.len)
        return false;
    f->shown = f->age = ngi_slice_sub(text, begin, end);
    f->date = date;
    f->weekday = true;
    *before = ngi_slice_sub(text, 0, begin);
    *behind = ngi_slice_from(text, end);
    return true;
}

/* A section's name and an age that share a script, with nothing between: the name has to be
 * a known one, the age the rest ("PolitikGestern" in scripts without capitals). */
static bool take_glued(ngi_dump *dump, ngi_facts *f, ng_slice text)
{
    size_t begin, end;
    bool known;
    if (text.len > 60)
        return false;
    for (size_t at = 0; at < text.len;) {
        ngi_utf8_next(text, &at);
        ng_slice name = ngi_slice_sub(text, 0, at), rest = ngi_slice_from(text, at), date = {0};
        if (rest.len < 2 || rest.ptr[0] == ' ' || !ngi_dump_is_name(dump, name, &known) || !known)
            continue;
        if (ngi_age_find(dump->arena, rest, dump->scene->now, &begin, &end, &date) && begin == 0 &&
            end == rest.len) {
            f->section = ngi_dump_unframe(name);
            f->shown = f->age = rest;
            f->date = date;
            return true;
        }
    }
    return false;
}

/* "Jane Doe Yesterday": a name and, as last word or two, an age that is none in prose. */
static bool take_name_and_day(ngi_dump *dump, ngi_facts *f, ng_slice text)
{
    size_t begin, end, at = text.len;
    for (int words = 0; words < 2 && at > 0; words++) {
        do
            at--;
        while (at > 0 && text.ptr[at] != ' ');
        ng_slice name = ngi_trim_wide(ngi_slice_sub(text, 0, at)), day = text, date = {0};
        day = ngi_trim_wide(ngi_slice_from(text, at));
        if (name.len == 0 ||
            !ngi_age_find(dump->arena, day, dump->scene->now, &begin, &end, &date) || begin != 0 ||
            end != day.len)
            continue;
        ng_slice *names, credit = {0};
        uint32_t count = 0;
        bool alone = ngi_dump_is_name_sized(name) &&
                     ngi_byline_parse(dump->arena, name, true, &names, &count, &credit);
        if (!alone && !take_piece(dump, f, name, true))
            return false;
        if (alone && count != 0) {
            f->names = names;
            f->name_count = count;
        }
        f->shown = f->age = day;
        f->date = date;
        return true;
    }
    return false;
}

/* "Jane Doe | Reuters", "Jane Doe, dpa": bare names beside an agency. */
static bool take_names_and_agency(ngi_dump *dump, ngi_facts *f, ng_slice text)
{
    ng_slice *names, agency = {0}, credit = {0};
    uint32_t count = 0;
    size_t at = text.len;
    while (at > 0 && text.ptr[at - 1] != '|' && text.ptr[at - 1] != '/' && text.ptr[at - 1] != ',')
        at--;
    ng_slice before =
        at == 0 ? (ng_slice){0} : ngi_dump_trim_joints(ngi_slice_sub(text, 0, at - 1));
    ng_slice behind = ngi_trim_wide(ngi_slice_from(text, at));
    if (before.len == 0 || behind.len == 0 ||
        !ngi_byline_parse(dump->arena, behind, true, &names, &count, &agency) || count != 0 ||
        agency.len == 0)
        return false;
    if (!ngi_dump_people(dump, before, &names, &count) &&
        !(ngi_dump_is_name_sized(before) &&
          ngi_byline_parse(dump->arena, before, true, &names, &count, &credit) && count == 1))
        return false;
    f->names = names;
    f->name_count = count;
    f->credit = agency;
    return true;
}

/* Where a second name begins that is joined by a letter alone, as Arabic and Hebrew do
 * ("Samir Haddad wa-Layla Nasser"): behind two words, with two or more to come; 0: nowhere. */
static size_t glued_join(ng_slice name)
{
    size_t words = 1, join = 0;
    for (size_t at = 0; at < name.len;) {
        uint32_t c = ngi_utf8_next(name, &at);
        if (c != ' ')
            continue;
        words++;
        uint32_t next = at < name.len ? ngi_utf8_next(name, &(size_t){at}) : 0;
        if (words == 3 && (next == 0x0648 || next == 0x05D5))
            join = at;
    }
    return words == 4 ? join : 0;
}

/* One name that is two is cut in two. */
static bool part_glued_names(ngi_dump *dump, ngi_facts *f)
{
    size_t at = f->name_count == 1 ? glued_join(f->names[0]) : 0;
    if (at == 0)
        return true;
    ng_slice *names = NGI_NEW_ARRAY(dump->arena, ng_slice, 2);
    if (names == NULL)
        return false;
    names[0] = ngi_trim_wide(ngi_slice_sub(f->names[0], 0, at));
    names[1] = ngi_slice_from(f->names[0], at + 2); /* both letters have two bytes */
    f->names = names;
    f->name_count = 2;
    return true;
}

/* "BY JANE DOE AND JOHN ROE", not a headline in capitals: two names of two words at least. */
static bool is_shouted_byline(ngi_dump *dump, ng_slice text)
{
    ng_slice *names, credit = {0};
    uint32_t count = 0;
    if (!ngi_byline_parse(dump->arena, text, false, &names, &count, &credit) || count < 2)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!ngi_dump_is_name_sized(names[i]))
            return false;
    return true;
}

/* "[Jane Doe, Reporter]" without its brackets. */
static ng_slice without_brackets(ng_slice s)
{
    size_t at = 0, end = s.len;
    uint32_t open = ngi_utf8_next(s, &at), close = ngi_utf8_previous(s, &end);
    bool framed = (open == '[' && close == ']') || (open == 0x3010 && close == 0x3011);
    return framed && at < end ? ngi_trim_wide(ngi_slice_sub(s, at, end)) : s;
}

/* A line without a date: a byline's words, or names beside an agency. */
static bool take_undated(ngi_dump *dump, ngi_facts *f, ng_slice text)
{
    text = without_brackets(text);
    if (take_pieces(dump, f, text, false) && (f->name_count != 0 || f->credit.len != 0))
        return true;
    *f = (ngi_facts){0};
    return take_names_and_agency(dump, f, text);
}

ngi_facts *ngi_dump_facts(ngi_dump *dump, ng_slice text)
{
    ngi_facts f = {0};
    ng_slice before, behind;
    if (text.len == 0 || text.len > LONGEST_FACTS || dump->looks == 0)
        return NULL;
    dump->looks--;
    ngi_tally t = ngi_dump_count(text);
    bool may_date = t.digits != 0 || t.words <= 7; /* no date, no age has more words */
    bool dated = may_date && (ngi_dump_take_date(dump, &f, text, &before, &behind) ||
                              take_weekday(dump, &f, text, &before, &behind));
    if (!dated && t.words <= 8 && t.sentences == 0 && take_name_and_day(dump, &f, text)) {
        ;
    } else if (!dated && t.upper + t.lower == 0 && take_glued(dump, &f, text)) {
        ;
    } else if (!dated) {
        bool shouted = t.upper > 8 && t.lower == 0 && t.words > 5;
        if (t.words > 16 || (shouted && !is_shouted_byline(dump, text)))
            return NULL; /* a headline in capitals */
        if (!take_undated(dump, &f, text))
            return NULL;
    } else {
        ng_slice more_before, more_behind; /* "Published ..., updated ..." */
        if (behind.len > 3 && ngi_dump_take_date(dump, &f, behind, &more_before, &more_behind)) {
            if (!take_pieces(dump, &f, more_before, true))
                return NULL;
            behind = more_behind;
        }
        before = without_weekday(dump, before);
        if (!take_pieces(dump, &f, before, true) || !take_pieces(dump, &f, behind, true))
            return NULL;
    }
    ngi_facts *out = NGI_NEW(dump->arena, ngi_facts);
    if (out == NULL || !part_glued_names(dump, &f))
        return NULL;
    *out = f;
    return out;
}
