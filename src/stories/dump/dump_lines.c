/* SPDX-License-Identifier: Apache-2.0 */
/* Cuts a plain-text dump into units: paragraphs, headlines, date lines.
 *
 * A line is a unit, unless the dump was hard-wrapped. That is told from the whole text by
 * the rule that wrapping programs follow: a line was ended where the next word would not
 * have fitted. Where most pairs of lines keep to it for one width, lines are joined by the
 * same rule, so that a headline and the paragraph right below stay apart. Two passes, no line is looked at more than twice. */
#include "stories/dump/dump.h"

#define WIDEST 140u /* columns: nobody wraps wider than that */
#define NARROWEST 30u
#define WIDEST_HEAD 64u
#define NARROWEST_HEAD 22u
#define LONGEST_ROW 400u   /* bytes of a line that may be a row of a table */
#define MOST_UNITS 400000u /* beyond, a text is no dump of a news page */

typedef struct line {
    uint32_t begin, end; /* trimmed */
    uint32_t width;      /* characters, with the indent, without what is invisible */
    uint32_t columns;    /* the same as a terminal has them: wide characters are two */
    uint16_t first;      /* characters of the first word */
    uint16_t first_columns;
    uint16_t gap; /* blank lines before */
    uint8_t indent;
    uint8_t mark;
    bool cjk;         /* its last character is one that needs no space behind */
    bool closed;      /* ends with a mark of sentence end */
    bool caps, small; /* capitals alone; has several small letters */
    bool date;        /* short, and mostly digits */
    bool apart;       /* a rule or a marked heading: never joined */
} line;

static bool ends_sentence(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0x061F || c == 0x06D4 || c == 0x0964 || c == ':';
}

static bool closes_quote(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || (c >= 0x2018 && c <= 0x201F) ||
           c == 0xBB || c == 0xAB || c == 0x300D || c == 0x300F || c == 0xFF09;
}

static bool joins_tight(uint32_t c)
{
    return ngi_is_cjk(c) ? !(c >= 0xAC00 && c <= 0xD7AF)
                         : (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
}

/* Takes two columns of a terminal. */
static bool is_wide(uint32_t c)
{
    return ngi_is_cjk(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
}

static void measure(ng_slice text, line *l)
{
    ng_slice s = ngi_slice_sub(text, l->begin, l->end);
    uint32_t n = 0, first = 0, last = 0, digits = 0, letters = 0, lower = 0, upper = 0, wide = 0;
    uint32_t first_wide = 0;
    bool in_first = true, has_word = false;
    for (size_t i = 0; i < s.len; n++) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_invisible(c) && c != 0x200C && c != 0x200D) { /* wrapping programs count those */
            n--;
            continue;
        }
        in_first = in_first && !ngi_is_wide_space(c) && !(n != 0 && joins_tight(c));
        first += in_first;
        wide += is_wide(c);
        first_wide += in_first && is_wide(c);
        has_word = has_word || (ngi_is_word(c) && c != '_');
        digits += ngi_is_digit(c);
        letters += ngi_is_letter(c);
        lower += ngi_is_lower(c);
        upper += ngi_is_upper(c);
        if (!(closes_quote(c) && ends_sentence(last)))
            last = c;
    }
    l->width = n + l->indent;
    l->columns = l->width + wide;
    l->first = (uint16_t)(first > 60 ? 60 : first);
    l->first_columns = (uint16_t)(l->first + (first_wide > 60 ? 60 : first_wide));
    l->cjk = joins_tight(last);
    l->closed = ends_sentence(last);
    size_t len;
    uint32_t number;
    l->mark = (uint8_t)ngi_dump_mark_of(s, &len, &number);
    l->apart = !has_word || s.ptr[0] == '#';
    l->caps = upper >= 5 && lower == 0;
    l->small = lower >= 5;
    l->date = n < 40 && digits >= 3 && digits * 2 >= letters;
}

/* Where the line at `at` ends; *next: where the one behind begins. */
static size_t line_end(ng_slice text, size_t at, size_t *next)
{
    size_t i = at;
    for (; i < text.len; i++) {
        unsigned char b = (unsigned char)text.ptr[i];
        if (b == '\n' || b == '\r' || b == '\f' || b == '\v')
            break;
        if (b == 0xE2 && i + 2 < text.len && (unsigned char)text.ptr[i + 1] == 0x80 &&
            ((unsigned char)text.ptr[i + 2] & 0xFE) == 0xA8) { /* U+2028, U+2029 */
            *next = i + 3;
            return i;
        }
    }
    *next = i < text.len ? i + 1 : i;
    if (i + 1 < text.len && text.ptr[i] == '\r' && text.ptr[i + 1] == '\n')
        *next = i + 2;
    return i;
}

static uint8_t indent_of(ng_slice raw, ng_slice trimmed)
{
    uint32_t columns = 0;
    for (const char *p = raw.ptr; p < trimmed.ptr && columns < 240; p++)
        columns += *p == '\t' ? 4 : *p == ' ';
    return (uint8_t)columns;
}

static bool cut_lines(ngi_dump *dump, line **out, uint32_t *count)
{
    ng_slice text = dump->scene->text;
    size_t room = 0, used = 0, gap = 0;
    line *lines = NULL;
    for (size_t at = 0, next; at < text.len; at = next) {
        size_t end = line_end(text, at, &next);
        ng_slice raw = ngi_slice_sub(text, at, end), s = ngi_trim_wide(raw);
        if (s.len == 0) {
            gap++;
            continue;
        }
        if (used == MOST_UNITS ||
            !ngi_arena_grow(dump->arena, &lines, &room, used + 1, sizeof *lines))
            return false;
        line *l = &lines[used++];
        *l = (line){.begin = (uint32_t)(s.ptr - text.ptr),
                    .indent = indent_of(raw, s),
                    .gap = (uint16_t)(gap > 1000 ? 1000 : gap)};
        l->end = l->begin + (uint32_t)s.len;
        measure(text, l);
        gap = 0;
    }
    *out = lines;
    *count = (uint32_t)used;
    return true;
}

/* Whether the first word of `b` would not have fitted behind `a`. */
static bool is_full(const line *a, const line *b, uint32_t width)
{
    return a->width <= width && a->width + !a->cjk + b->first > width;
}

static bool may_join(const line *a, const line *b)
{
    return b->gap == 0 && b->mark == NGI_MARK_NONE && a->mark != NGI_MARK_LONE &&
           (b->indent <= a->indent + 1 || a->mark != NGI_MARK_NONE) && !a->apart && !b->apart &&
           !(a->caps && b->small);
}

/* The width at which most pairs of lines look wrapped, and how many do: a pair speaks for
 * each width at which its first line fits and the next word would not have. */
static uint32_t find_width(const line *lines, uint32_t count, uint32_t *support)
{
    int32_t change[WIDEST + 2] = {0};
    for (uint32_t i = 0; i + 1 < count; i++) {
        const line *a = &lines[i], *b = &lines[i + 1];
        uint32_t to = a->width + !a->cjk + b->first; /* the first width it would have fitted */
        if (!may_join(a, b) || a->width > WIDEST)
            continue;
        change[a->width]++;
        change[to > WIDEST + 1 ? WIDEST + 1 : to]--;
    }
    uint32_t best = 0;
    int32_t now = 0;
    *support = 0;
    for (uint32_t w = 0; w <= WIDEST; w++) {
        now += change[w];
        if (w >= NARROWEST && now >= (int32_t)*support) {
            *support = (uint32_t)now;
            best = w;
        }
    }
    return best;
}

/* Text browsers count columns, other programs characters. Where more lines look wrapped by
 * columns, widths are columns from here on. */
static void choose_measure(line *lines, uint32_t count)
{
    uint32_t by_characters, by_columns, wide = 0;
    for (uint32_t i = 0; i < count; i++)
        wide += lines[i].columns != lines[i].width;
    if (wide * 4 < count)
        return;
    find_width(lines, count, &by_characters);
    for (uint32_t round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < count; i++) {
            uint32_t width = lines[i].width;
            uint16_t first = lines[i].first;
            lines[i].width = lines[i].columns;
            lines[i].first = lines[i].first_columns;
            lines[i].columns = width;
            lines[i].first_columns = first;
        }
        find_width(lines, count, &by_columns);
        if (round == 1 || by_columns > by_characters)
            return;
    }
}

/* Whether the text was hard-wrapped, and at what width; 0: it was not. */
static uint32_t wrap_width(const line *lines, uint32_t count)
{
    uint32_t support, open = 0, full = 0, pairs = 0, beyond = 0;
    uint32_t width = find_width(lines, count, &support);
    if (support < 2)
        return 0;
    for (uint32_t i = 0; i < count; i++) {
        beyond += lines[i].width > width;
        if (i + 1 == count || !may_join(&lines[i], &lines[i + 1]))
            continue;
        bool is = is_full(&lines[i], &lines[i + 1], width);
        pairs += is || lines[i].mark == NGI_MARK_NONE; /* an item's own lines tell nothing */
        if (is) {
            full++;
            open += !lines[i].closed;
        }
    }
    bool enough = full * 3 >= pairs && full * 6 >= count && beyond * 8 <= count && full >= 3;
    if (full * 2 >= pairs && beyond == 0 &&
        (open == full || (full * 3 >= pairs * 2 && full >= 5 && open * 10 >= full * 8)))
        enough = true; /* little to go by, but nothing against it */
    return enough && open * 10 >= full * 6 ? width : 0;
}

/* A line of facts, a date or byline: it begins a unit though the line before, `a`, was full, but
 * not where a joint ("Headline |" / "3 hours ago") or bracket holds the two together. */
static bool is_facts(ngi_dump *dump, const line *a, const line *l)
{
    ng_slice text = ngi_slice_sub(dump->scene->text, l->begin, l->end);
    ng_slice above = ngi_slice_sub(dump->scene->text, a->begin, a->end);
    uint32_t last = ngi_utf8_previous(above, &(size_t){above.len});
    bool framed = text.ptr[0] == '[' && ngi_find_char(text, ']') + 1 == text.len;
    bool inside = ngi_find_char(text, ')') != NGI_NONE || ngi_find_char(text, ']') != NGI_NONE ||
                  text.ptr[0] == '(' || text.ptr[0] == '[';
    if ((inside && !framed) || text.ptr[0] == '|' ||
        (!ngi_is_word(last) && !ends_sentence(last) && !closes_quote(last)))
        return false;
    const ngi_facts *facts = ngi_dump_facts(dump, ngi_squeeze(dump->arena, text));
    return facts != NULL && (facts->shown.len != 0 || facts->name_count != 0);
}

/* Whether line `i` begins a block, behind blank lines, that narrow columns have broken at `width`:
 * its first line is full. */
static bool breaks_at(const line *lines, uint32_t count, uint32_t i, uint32_t width)
{
    return i + 1 < count && (i == 0 || lines[i].gap != 0) && lines[i].mark == NGI_MARK_NONE &&
           !lines[i].closed && may_join(&lines[i], &lines[i + 1]) && lines[i + 1].width <= width &&
           is_full(&lines[i], &lines[i + 1], width);
}

/* A block of several lines, all of them short. */
static bool is_short_block(const line *lines, uint32_t count, uint32_t i, uint32_t widest)
{
    if (i + 1 >= count || (i != 0 && lines[i].gap == 0) || lines[i + 1].gap != 0)
        return false;
    for (; i < count; i++) {
        if (lines[i].width > widest || lines[i].mark != NGI_MARK_NONE)
            return false;
        if (i + 1 == count || lines[i + 1].gap != 0)
            return true;
    }
    return true;
}

/* The first lines of short blocks, but for a line above a byline or date. */
static uint32_t *short_blocks(ngi_dump *dump, const line *lines, uint32_t count, uint32_t widest,
                              uint32_t *found)
{
    uint32_t *blocks = NGI_NEW_ARRAY(dump->arena, uint32_t, count / 2 + 1);
    *found = 0;
    for (uint32_t i = 0; blocks != NULL && i + 1 < count; i++)
        if (is_short_block(lines, count, i, widest) && !is_facts(dump, &lines[i], &lines[i + 1]))
            blocks[(*found)++] = i;
    return blocks;
}

/* Headlines may be broken in narrower lines than the text below: at what width; 0: they are not.
 * Most blocks of short lines have to look so, three at least. */
static uint32_t head_width(ngi_dump *dump, const line *lines, uint32_t count, uint32_t width)
{
    uint32_t widest = width == 0 || width - 8 > WIDEST_HEAD ? WIDEST_HEAD : width - 8;
    uint32_t best = 0, most = 2, all;
    const uint32_t *blocks = short_blocks(dump, lines, count, widest, &all);
    for (uint32_t w = NARROWEST_HEAD; blocks != NULL && all > 2 && w <= widest; w++) {
        uint32_t found = 0;
        for (uint32_t b = 0; b < all; b++)
            found +=
                is_short_block(lines, count, blocks[b], w) && breaks_at(lines, count, blocks[b], w);
        if (found >= most)
            most = found, best = w;
    }
    return most > 2 && most * 10 >= all * 6 ? best : 0;
}

/* Adds the line to a unit's text, with a space before where its script has one. */
static size_t join(char *out, size_t used, ng_slice add, bool tight)
{
    if (used >= 2 && (unsigned char)out[used - 2] == 0xC2 && (unsigned char)out[used - 1] == 0xAD)
        used -= 2, tight = true; /* a soft hyphen */
    else if (used >= 2 && out[used - 1] == '-' && out[used - 2] != ' ')
        tight = true; /* wrapped behind a word's own hyphen */
    if (used != 0 && !tight)
        out[used++] = ' ';
    memcpy(out + used, add.ptr, add.len);
    return used + add.len;
}

/* The cells of a copied table are joined by a bar, as the pieces of a line of facts are. */
static ng_slice join_cells(ngi_dump *dump, ng_slice text)
{
    ng_slice rest = text, cell;
    char *out = ngi_arena_chars(dump->arena, text.len * 3 + 1);
    size_t used = 0;
    while (out != NULL && ngi_split(&rest, '\t', &cell)) {
        cell = ngi_trim_wide(cell);
        if (cell.len == 0)
            continue;
        if (used != 0) {
            memcpy(out + used, " | ", 3);
            used += 3;
        }
        memcpy(out + used, cell.ptr, cell.len);
        used += cell.len;
    }
    return ngi_squeeze(dump->arena, ngi_slice(out, used));
}

static ng_slice line_text(const ngi_dump *dump, const line *l)
{
    return ngi_slice_sub(dump->scene->text, l->begin, l->end);
}

static bool has_cells(const ngi_dump *dump, const line *l)
{
    ng_slice s = line_text(dump, l);
    return s.len <= LONGEST_ROW && ngi_find_char(s, '\t') != NGI_NONE;
}

/* Three rows of a table make one. */
static bool has_table(const ngi_dump *dump, const line *lines, uint32_t count)
{
    uint32_t rows = 0;
    for (uint32_t i = 0; i < count && rows < 3; i++)
        rows += has_cells(dump, &lines[i]);
    return rows >= 3;
}

static ng_slice unit_text(ngi_dump *dump, const line *lines, uint32_t from, uint32_t to, bool table)
{
    ng_slice all = dump->scene->text;
    if (to == from + 1 && table && has_cells(dump, &lines[from]))
        return join_cells(dump, line_text(dump, &lines[from]));
    if (to == from + 1)
        return ngi_squeeze(dump->arena, ngi_slice_sub(all, lines[from].begin, lines[from].end));
    char *out = ngi_arena_chars(dump->arena, lines[to - 1].end - lines[from].begin + (to - from));
    size_t used = 0;
    for (uint32_t i = from; i < to && out != NULL; i++) {
        ng_slice s = ngi_slice_sub(all, lines[i].begin, lines[i].end);
        size_t at = 0;
        bool tight = i > from && lines[i - 1].cjk && joins_tight(ngi_utf8_next(s, &at));
        used = join(out, used, s, tight);
    }
    return ngi_squeeze(dump->arena, ngi_slice(out, used));
}

/* "[12]World": the number of a link, as text browsers print it. */
static size_t link_number(ng_slice s, size_t at)
{
    size_t i = at + 1;
    while (i < s.len && i < at + 5 && s.ptr[i] >= '0' && s.ptr[i] <= '9')
        i++;
    bool is = s.ptr[at] == '[' && i > at + 1 && i + 1 < s.len && s.ptr[i] == ']' &&
              s.ptr[i + 1] != ' ' && s.ptr[i + 1] != '.' && s.ptr[i + 1] != ',';
    return is ? i + 1 - at : 0;
}

/* Whether the text numbers its links: three lines begin with one at least. */
static bool has_link_numbers(const ngi_dump *dump)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < dump->count && found < 3; i++)
        found += dump->units[i].text.len > 4 && link_number(dump->units[i].text, 0) != 0;
    return found >= 3;
}

static void drop_link_numbers(ngi_dump *dump)
{
    for (uint32_t i = 0; i < dump->count; i++) {
        ng_slice s = dump->units[i].text;
        if (ngi_find_char(s, '[') == NGI_NONE)
            continue;
        char *out = ngi_arena_chars(dump->arena, s.len);
        size_t used = 0;
        for (size_t k = 0; out != NULL && k < s.len;) {
            size_t skip = link_number(s, k);
            k += skip;
            if (skip == 0)
                out[used++] = s.ptr[k++];
        }
        dump->units[i].text = ngi_slice(out, used);
    }
}

static void set_mark(ngi_dump *dump, ngi_unit *u)
{
    size_t len;
    ng_slice raw = ngi_slice_sub(dump->scene->text, u->begin, u->end);
    u->inner = u->begin;
    u->mark = (uint8_t)ngi_dump_mark_of(u->text, &len, &u->number);
    if (u->mark == NGI_MARK_NONE)
        return;
    if (u->mark != NGI_MARK_LONE)
        u->text = ngi_slice_from(u->text, len);
    size_t raw_len;
    uint32_t number;
    ngi_dump_mark_of(raw, &raw_len, &number);
    u->inner = u->begin + (uint32_t)(u->mark == NGI_MARK_LONE ? 0 : raw_len);
}

/* A dash or number that begins a line only because the line before was full: "in Gameweek" /
 * "3", "a long headline" / "- and what it means", "in der" / "61. Minute". marks: of each
 * mark, how many lines have it that must be its own. */
static bool is_inner(const line *a, const line *b, const uint32_t *marks)
{
    return marks[b->mark] < 3 && b->gap == 0 && b->mark != NGI_MARK_NONE &&
           (b->first <= 2 || b->mark == NGI_MARK_NUMBER) && !a->closed && !a->apart &&
           a->mark != NGI_MARK_LONE && b->indent >= a->indent;
}

/* "Headline | World | 5 days ago": complete, though the line chanced to be full. */
static bool ends_in_date(ngi_dump *dump, const line *l)
{
    ng_slice rest = ngi_slice_sub(dump->scene->text, l->begin, l->end), piece, last = {0};
    if (ngi_find_char(rest, '|') == NGI_NONE && ngi_find(rest, NGI_LIT("·")) == NGI_NONE)
        return false;
    while (ngi_dump_next_piece(&rest, &piece))
        last = ngi_trim_wide(piece);
    const ngi_facts *facts = last.len == 0 ? NULL : ngi_dump_facts(dump, last);
    return facts != NULL && facts->shown.ptr == last.ptr && facts->shown.len == last.len;
}

/* Lines [from, *) that are one unit: where it ends. */
static uint32_t unit_end(ngi_dump *dump, const line *lines, uint32_t count, uint32_t from,
                         uint32_t width, bool dense, const uint32_t *marks)
{
    uint32_t to = from + 1;
    while (to < count && width != 0 && is_full(&lines[to - 1], &lines[to], width) &&
           (may_join(&lines[to - 1], &lines[to]) || is_inner(&lines[to - 1], &lines[to], marks))) {
        const line *b = &lines[to], *c = to + 1 < count ? b + 1 : NULL;
        bool goes_on = c != NULL && may_join(b, c) && is_full(b, c, width);
        if (ends_in_date(dump, &lines[to - 1]))
            break;
        if (dense && !b->closed && !goes_on && (lines[to - 1].closed || b->date))
            break; /* a short line without an end, behind one that chanced to be full */
        if (!goes_on && !b->closed && b->width <= 45 && is_facts(dump, &lines[to - 1], b))
            break;
        to++;
    }
    return to;
}

/* Where a headline ends that begins at `from` and is broken at `width`. */
static uint32_t head_end(ngi_dump *dump, const line *lines, uint32_t count, uint32_t from,
                         uint32_t width)
{
    uint32_t to = from + 1;
    if (width == 0 || !breaks_at(lines, count, from, width))
        return from;
    while (to < count && may_join(&lines[to - 1], &lines[to]) && !lines[to - 1].closed &&
           is_full(&lines[to - 1], &lines[to], width) &&
           !is_facts(dump, &lines[to - 1], &lines[to]))
        to++;
    return to;
}

/* Whether hardly any blank lines stand between the paragraphs. */
static bool is_dense(const line *lines, uint32_t count)
{
    uint32_t gaps = 0;
    for (uint32_t i = 1; i < count; i++)
        gaps += lines[i].gap != 0;
    return gaps * 12 < count;
}

bool ngi_dump_cut(ngi_dump *dump)
{
    line *lines = NULL;
    uint32_t count = 0, made = 0;
    if (!cut_lines(dump, &lines, &count))
        return false;
    choose_measure(lines, count);
    uint32_t width = wrap_width(lines, count);
    bool dense = width != 0 && is_dense(lines, count);
    bool table = has_table(dump, lines, count);
    uint32_t narrow = head_width(dump, lines, count, width);
    uint32_t marks[NGI_MARK_LONE + 1] = {0};
    for (uint32_t i = 0; i < count; i++)
        marks[lines[i].mark] += lines[i].date
                                    ? 0
                                    : i == 0 || lines[i].gap != 0 || lines[i - 1].closed ||
                                          !is_full(&lines[i - 1], &lines[i], width);
    dump->units = NGI_NEW_ARRAY(dump->arena, ngi_unit, count + 1);
    if (dump->units == NULL)
        return false;
    for (uint32_t i = 0; i < count;) {
        uint32_t to = head_end(dump, lines, count, i, narrow);
        if (to == i)
            to = unit_end(dump, lines, count, i, width, dense, marks);
        ngi_unit *u = &dump->units[made++];
        *u = (ngi_unit){.begin = lines[i].begin,
                        .end = lines[to - 1].end,
                        .gap = lines[i].gap,
                        .indent = lines[i].indent,
                        .text = unit_text(dump, lines, i, to, table)};
        set_mark(dump, u);
        i = to;
    }
    dump->count = made;
    if (has_link_numbers(dump))
        drop_link_numbers(dump);
    return !dump->arena->failed;
}
