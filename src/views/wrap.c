/* SPDX-License-Identifier: Apache-2.0 */
/* See wrap.h. Greedy: a unit (a word, or one character of a script without spaces) goes to
 * the next line where it does not fit on this one; a unit wider than a line is cut. */
#include "views/wrap.h"

#include "base/utf8.h"

typedef struct setter {
    ngi_buffer *out;
    const ngi_lines *lines;
    uint32_t column; /* where the next character goes */
    uint32_t margin; /* columns of the prefix */
    bool open;       /* a line was begun */
    bool first;      /* it is the first */
} setter;

static bool turns_direction(uint32_t c)
{
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

static bool is_control(uint32_t c)
{
    return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/* Adds one character, made harmless; returns its columns. */
static uint32_t add_character(ngi_buffer *out, ng_slice s, size_t *at)
{
    size_t from = *at;
    uint32_t c = ngi_utf8_next(s, at);
    if (turns_direction(c))
        return 0;
    if (is_control(c)) {
        NGI_BUFFER_LIT(out, "\xEF\xBF\xBD");
        return 1;
    }
    ngi_buffer_add(out, ngi_slice_sub(s, from, *at));
    return ngi_columns(c);
}

void ngi_harmless(ngi_buffer *out, ng_slice text)
{
    for (size_t i = 0; i < text.len;) {
        if (text.ptr[i] == '\n' || text.ptr[i] == '\t')
            ngi_buffer_char(out, text.ptr[i++]);
        else
            add_character(out, text, &i);
    }
}

void ngi_harmless_line(ngi_buffer *out, ng_slice text)
{
    while (text.len != 0) {
        size_t valid = ngi_utf8_valid(text, NULL);
        for (size_t i = 0; i < valid;)
            add_character(out, text, &i);
        if (valid < text.len)
            NGI_BUFFER_LIT(out, "\xEF\xBF\xBD");
        text = ngi_slice_from(text, valid + 1);
    }
}

static uint32_t columns_of(ng_slice s)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        sum += is_control(c) ? 1 : ngi_columns(c);
    }
    return sum;
}

static void begin_line(setter *s)
{
    ng_slice prefix = s->first ? s->lines->first : s->lines->following;
    if (s->lines->right_to_left)
        NGI_BUFFER_LIT(s->out, "\xE2\x80\x8F");
    ngi_buffer_add(s->out, prefix);
    ngi_buffer_add(s->out, s->lines->style);
    s->margin = s->column = columns_of(prefix);
    s->open = true;
    s->first = false;
}

static void end_line(setter *s)
{
    if (s->open && s->lines->style.len > 0)
        NGI_BUFFER_LIT(s->out, "\033[0m");
    ngi_buffer_char(s->out, '\n');
    s->open = false;
}

static bool closes(uint32_t c)
{
    static const uint32_t closing[] = {0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF01, 0xFF1F, 0xFF1A,
                                       0xFF1B, 0x300D, 0x300F, 0x3011, 0xFF09, 0x201D, 0x2019,
                                       0x30FC, 0x3009, 0x300B, ')',    ',',    '.',    '!',
                                       '?',    ':',    ';',    ']',    '"',    '%'};
    for (size_t i = 0; i < NGI_COUNT(closing); i++)
        if (closing[i] == c)
            return true;
    return false;
}

/* No line ends with it. */
static bool opens(uint32_t c)
{
    static const uint32_t opening[] = {0x300C, 0x300E, 0x3010, 0xFF08, 0x3008, 0x300A,
                                       0x3014, 0xFF3B, 0x201C, 0x2018, '(',    '['};
    for (size_t i = 0; i < NGI_COUNT(opening); i++)
        if (opening[i] == c)
            return true;
    return false;
}

static bool stands_alone(uint32_t c)
{
    return ngi_is_cjk(c) && ngi_columns(c) == 2 && !(c >= 0xAC00 && c <= 0xD7AF);
}

/* The end of the unit that begins at `at`. */
static size_t unit_end(ng_slice text, size_t at)
{
    bool alone = false, opened = false;
    size_t from = at;
    while (at < text.len && !ngi_is_space(text.ptr[at])) {
        size_t next = at;
        uint32_t c = ngi_utf8_next(text, &next);
        bool single = stands_alone(c);
        bool joins = closes(c) || ngi_columns(c) == 0;
        if (at > from && !joins && !opened && (alone || single))
            break;
        alone = single || (alone && joins);
        opened = opens(c);
        at = next;
    }
    return at;
}

static void set_unit(setter *s, ng_slice unit, bool spaced)
{
    uint32_t width = columns_of(unit);
    bool gap = spaced && s->open && s->column > s->margin;
    if (s->open && s->column > s->margin && s->column + gap + width > s->lines->width) {
        end_line(s);
        gap = false;
    }
    if (!s->open)
        begin_line(s);
    if (gap) {
        ngi_buffer_char(s->out, ' ');
        s->column++;
    }
    for (size_t i = 0; i < unit.len;) {
        size_t peek = i;
        uint32_t columns = ngi_columns(ngi_utf8_next(unit, &peek));
        if (s->column + columns > s->lines->width && s->column > s->margin) {
            end_line(s);
            begin_line(s);
        }
        s->column += add_character(s->out, unit, &i);
    }
}

void ngi_wrap(ngi_buffer *out, ng_slice text, const ngi_lines *lines)
{
    setter s = {.out = out, .lines = lines, .first = true};
    bool spaced = false;
    for (size_t i = 0; i < text.len && !out->failed;) {
        if (ngi_is_space(text.ptr[i])) {
            if (text.ptr[i] == '\n')
                end_line(&s);
            spaced = true;
            i++;
            continue;
        }
        size_t end = unit_end(text, i);
        set_unit(&s, ngi_slice_sub(text, i, end), spaced);
        spaced = false;
        i = end;
    }
    if (s.open)
        end_line(&s);
}
