/* SPDX-License-Identifier: Apache-2.0 */
/* See json_out.h. Text is copied in runs between the few bytes that JSON escapes; eight
 * bytes are tested at once, so that a body is written at about the speed of memcpy. */
#include "views/json_out.h"

#include <stdio.h>
#include <stdlib.h>

static bool must_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

/* Whether one of eight bytes must be escaped: the "has a zero byte" and "has a byte less
 * than" tests on words. May say yes for bytes above 0x7F next to one, never no wrongly. */
static bool eight_have_escape(const char *p)
{
    const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    uint64_t v;
    memcpy(&v, p, sizeof(v));
    uint64_t quote = v ^ (ones * '"'), slash = v ^ (ones * '\\');
    uint64_t hit = ((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((v - ones * 0x20) & ~v);
    return (hit & tops) != 0;
}

static size_t clean_run(ng_slice s)
{
    size_t i = 0;
    for (;;) {
        while (i + 8 <= s.len && !eight_have_escape(s.ptr + i))
            i += 8;
        size_t stop = i + 8 < s.len ? i + 8 : s.len;
        for (; i < stop; i++)
            if (must_escape((unsigned char)s.ptr[i]))
                return i;
        if (i == s.len)
            return i;
    }
}

static void escape(ngi_buffer *out, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    char code[6] = {'\\', 0, '0', '0', hex[c >> 4], hex[c & 15]};
    switch (c) {
    case '"':
    case '\\': code[1] = (char)c; break;
    case '\n': code[1] = 'n'; break;
    case '\r': code[1] = 'r'; break;
    case '\t': code[1] = 't'; break;
    default: code[1] = 'u';
    }
    ngi_buffer_add(out, ngi_slice(code, code[1] == 'u' ? 6 : 2));
}

static void quoted(ngi_buffer *out, ng_slice text)
{
    if (!ngi_buffer_reserve(out, text.len + 2))
        return;
    ngi_buffer_char(out, '"');
    while (text.len > 0) {
        size_t run = clean_run(text);
        ngi_buffer_add(out, ngi_slice(text.ptr, run));
        if (run < text.len)
            escape(out, (unsigned char)text.ptr[run++]);
        text = ngi_slice_from(text, run);
    }
    ngi_buffer_char(out, '"');
}

/* The comma, where a value stands before, and the key. */
static void lead(ngi_buffer *out, ng_slice key)
{
    char last = out->len > 0 ? out->ptr[out->len - 1] : '[';
    if (last != '{' && last != '[' && last != '\n')
        ngi_buffer_char(out, ',');
    if (key.len > 0) {
        ngi_buffer_char(out, '"');
        ngi_buffer_add(out, key);
        NGI_BUFFER_LIT(out, "\":");
    }
}

void ngi_out_open(ngi_buffer *out, ng_slice key, char bracket)
{
    lead(out, key);
    ngi_buffer_char(out, bracket);
}

void ngi_out_text(ngi_buffer *out, ng_slice key, ng_slice text)
{
    lead(out, key);
    quoted(out, text);
}

void ngi_out_text_if(ngi_buffer *out, ng_slice key, ng_slice text)
{
    if (text.len > 0)
        ngi_out_text(out, key, text);
}

void ngi_out_number(ngi_buffer *out, ng_slice key, uint64_t number)
{
    char digits[20];
    size_t at = sizeof(digits);
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    lead(out, key);
    ngi_buffer_add(out, ngi_slice(digits + at, sizeof(digits) - at));
}

void ngi_out_written(ngi_buffer *out, ng_slice key, ng_slice number)
{
    if (number.len == 0)
        return;
    lead(out, key);
    ngi_buffer_add(out, number);
}

void ngi_out_bool(ngi_buffer *out, ng_slice key, bool value)
{
    lead(out, key);
    ngi_buffer_add(out, value ? NGI_LIT("true") : NGI_LIT("false"));
}

void ngi_out_digits(ngi_buffer *out, double number)
{
    char digits[40];
    int len = snprintf(digits, sizeof(digits), "%.15g", number);
    if (strtod(digits, NULL) != number)
        len = snprintf(digits, sizeof(digits), "%.17g", number);
    if (!(number - number == 0)) /* JSON has no infinity */
        len = snprintf(digits, sizeof(digits), "0");
    for (int i = 0; i < len; i++)
        digits[i] = digits[i] == ',' ? '.' : digits[i];
    ngi_buffer_add(out, ngi_slice(digits, (size_t)len));
}

void ngi_out_real(ngi_buffer *out, ng_slice key, double number)
{
    lead(out, key);
    ngi_out_digits(out, number);
}

void ngi_out_share(ngi_buffer *out, ng_slice key, float share)
{
    ngi_out_real(out, key, (double)(uint32_t)((double)share * 10000 + 0.5) / 10000);
}

void ngi_out_id(ngi_buffer *out, ng_slice key, char kind, uint32_t number)
{
    lead(out, key);
    ngi_buffer_format(out, "\"%c%u\"", kind, number);
}
