/* SPDX-License-Identifier: Apache-2.0 */
/* Moments, their arithmetic, and the cutting of short texts into tokens: see calendar.h.
 *
 * Days are counted with the algorithms of "chrono-Compatible Low-Level Date Algorithms"
 * (Howard Hinnant); the Persian calendar uses the 33-year rule, exact for 1343 to 1472. */
#include "stories/dates/calendar.h"

#include <stdio.h>

/* ---- moments ---- */

int64_t ngi_days_of(int year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void ngi_days_to(int64_t days, int *year, int *month, int *day)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
    int64_t m = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * m + 2) / 5 + 1);
    *month = (int)(m < 10 ? m + 3 : m - 9);
    *year = (int)(y + era * 400 + (*month <= 2));
}

int ngi_month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return lengths[month - 1] + (month == 2 && leap);
}

bool ngi_moment_sane(const ngi_moment *m)
{
    return m->year >= 1990 && m->year <= 2100 && m->day >= 1 &&
           m->day <= ngi_month_length(m->year, m->month);
}

/* The Gregorian day of 1 Farvardin: 33-year cycles have leap years at these places. */
static int64_t persian_new_year(int year)
{
    int past = year - 1343; /* 1343 began on 1964-03-21 */
    static const int leaps[] = {4, 8, 12, 16, 20, 24, 28, 33};
    int64_t days = ngi_days_of(1964, 3, 21) + (int64_t)365 * past;
    int cycles = past / 33, rest = past % 33;
    days += (int64_t)cycles * 8;
    for (size_t i = 0; i < NGI_COUNT(leaps); i++)
        days += rest >= leaps[i];
    return days;
}

bool ngi_from_persian(int year, int month, int day, ngi_moment *out)
{
    if (year < 1343 || year > 1479 || month < 1 || month > 12 || day < 1 ||
        day > (month <= 6 ? 31 : 30))
        return false;
    int64_t days =
        persian_new_year(year) + (month <= 6 ? (month - 1) * 31 : (month - 1) * 30 + 6) + day - 1;
    if (days >= persian_new_year(year + 1))
        return false;
    ngi_days_to(days, &out->year, &out->month, &out->day);
    return true;
}

int ngi_persian_year(const ngi_moment *m)
{
    int year = m->year - 621;
    return ngi_days_of(m->year, m->month, m->day) >= persian_new_year(year) ? year : year - 1;
}

bool ngi_us_summer(int year, int month, int day)
{
    int64_t march = ngi_days_of(year, 3, 1), november = ngi_days_of(year, 11, 1);
    int64_t today = ngi_days_of(year, month, day);
    int64_t begin = march + (7 - (march + 4) % 7) % 7 + 7; /* second Sunday of March */
    int64_t end = november + (7 - (november + 4) % 7) % 7; /* first Sunday of November */
    return today >= begin && today < end;
}

void ngi_moment_months_back(ngi_moment *m, int64_t months)
{
    int64_t n = (int64_t)m->year * 12 + m->month - 1 - months;
    m->year = (int)(n / 12);
    m->month = (int)(n % 12) + 1;
    int most = ngi_month_length(m->year, m->month);
    m->day = m->day > most ? most : m->day;
}

void ngi_moment_seconds_back(ngi_moment *m, int64_t seconds)
{
    int64_t days = ngi_days_of(m->year, m->month, m->day);
    int64_t at = days * 86400 + m->hour * 3600 + m->minute * 60 + m->second - seconds;
    int64_t day = at >= 0 ? at / 86400 : (at - 86399) / 86400;
    ngi_days_to(day, &m->year, &m->month, &m->day);
    at -= day * 86400;
    m->hour = (int)(at / 3600), m->minute = (int)(at / 60 % 60), m->second = (int)(at % 60);
}

static bool digits_at(ng_slice s, size_t at, size_t count, int *out)
{
    *out = 0;
    if (s.len < at + count)
        return false;
    for (size_t i = at; i < at + count; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        *out = *out * 10 + (s.ptr[i] - '0');
    }
    return true;
}

static bool read_zone(ng_slice s, size_t at, ngi_moment *out)
{
    int hours, minutes = 0;
    if (at >= s.len)
        return true;
    out->has_zone = true;
    if (s.ptr[at] == 'Z' || s.ptr[at] == 'z')
        return at + 1 == s.len;
    if ((s.ptr[at] != '+' && s.ptr[at] != '-') || !digits_at(s, at + 1, 2, &hours))
        return false;
    size_t rest = at + 3 + (at + 3 < s.len && s.ptr[at + 3] == ':');
    if (rest < s.len && !digits_at(s, rest, 2, &minutes))
        return false;
    out->zone = (hours * 60 + minutes) * (s.ptr[at] == '-' ? -1 : 1);
    return hours <= 14 && minutes < 60;
}

bool ngi_moment_read(ng_slice s, ngi_moment *out)
{
    *out = (ngi_moment){0};
    if (!digits_at(s, 0, 4, &out->year) || !digits_at(s, 5, 2, &out->month) ||
        !digits_at(s, 8, 2, &out->day) || s.ptr[4] != '-' || s.ptr[7] != '-' ||
        !ngi_moment_sane(out))
        return false;
    if (s.len == 10)
        return true;
    if ((s.ptr[10] != 'T' && s.ptr[10] != ' ') || !digits_at(s, 11, 2, &out->hour) ||
        !digits_at(s, 14, 2, &out->minute) || s.ptr[13] != ':' || out->hour > 23 ||
        out->minute > 59)
        return false;
    out->has_time = true;
    size_t at = 16;
    if (at < s.len && s.ptr[at] == ':') {
        if (!digits_at(s, 17, 2, &out->second) || out->second > 60)
            return false;
        at = 19;
        if (at < s.len && (s.ptr[at] == '.' || s.ptr[at] == ','))
            do
                at++;
            while (at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9');
    }
    return read_zone(s, at, out);
}

ng_slice ngi_moment_print(ngi_arena *arena, const ngi_moment *m)
{
    char text[64];
    int n = snprintf(text, sizeof text, "%04d-%02d-%02d", m->year, m->month, m->day);
    if (m->has_time)
        n += snprintf(text + n, sizeof text - (size_t)n, "T%02d:%02d:%02d", m->hour, m->minute,
                      m->second);
    if (m->has_time && m->has_zone) {
        int zone = m->zone < 0 ? -m->zone : m->zone;
        n += snprintf(text + n, sizeof text - (size_t)n, "%c%02d:%02d", m->zone < 0 ? '-' : '+',
                      zone / 60, zone % 60);
    }
    return ngi_arena_copy(arena, ngi_slice(text, (size_t)n));
}

/* ---- tokens ---- */

/* Letters of a word: marks that Indic and Arabic scripts put on letters belong to it. */
static bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return ngi_is_letter(c);
    if (c >= 0x0900 && c <= 0x0DFF)
        return c != 0x0964 && c != 0x0965 && !ngi_is_digit(c);
    if (c >= 0x0E00 && c <= 0x0EFF)
        return c != 0x0E3F && !ngi_is_digit(c);
    return ngi_is_letter(c) || (c >= 0x0300 && c <= 0x036F) || (c >= 0x102B && c <= 0x103E) ||
           (c >= 0x17B6 && c <= 0x17D3);
}

/* Dropped when folding: direction marks, joiners, Arabic and Hebrew vowel signs, tatweel,
 * the dot below Indic letters. */
static bool is_dropped(uint32_t c)
{
    return ngi_is_invisible(c) || c == 0x200C || c == 0x200D || c == 0x061C ||
           (c >= 0x064B && c <= 0x0652) || c == 0x0640 || c == 0x0670 ||
           (c >= 0x0591 && c <= 0x05C7) || (c >= 0x0300 && c <= 0x036F) || c == 0x093C ||
           c == 0x09BC || c == 0x0A3C;
}

/* Marks of the wide and of other kinds as ASCII ones. */
static uint32_t plain_mark(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    switch (c) {
    case 0x060C:
    case 0x3001: return ',';
    case 0x2010:
    case 0x2011:
    case 0x2212: return '-';
    case 0x06D4:
    case 0x3002: return '.';
    case 0x2044:
    case 0x2215: return '/';
    case 0x2236: return ':';
    case 0x2018:
    case 0x2019:
    case 0x02BC: return '\'';
    default: return c;
    }
}

static bool stands_alone(uint32_t c)
{
    return ngi_is_cjk(c);
}

typedef struct cutter {
    ngi_tokens *out;
    size_t at;
    bool gap;     /* white space since the last token */
    bool was_low; /* the last letter was a small one */
} cutter;

static void add_fold(ngi_tokens *out, uint32_t c)
{
    if (c < 0x80)
        out->fold[out->fold_len++] = (char)c;
    else
        out->fold_len = (uint16_t)(out->fold_len + ngi_utf8_put(c, out->fold + out->fold_len));
}

/* Puts one character into the token that is open, or opens one. */
static void take(cutter *cut, uint32_t c, size_t begin, size_t end)
{
    ngi_tokens *out = cut->out;
    ngi_token *open = out->count == 0 || cut->gap ? NULL : &out->at[out->count - 1];
    int digit = c >= 0x80 ? ngi_digit_value(c) : c >= '0' && c <= '9' ? (int)(c - '0') : -1;
    bool letter = digit < 0 && is_letter(c), upper = letter && ngi_is_upper(c);
    uint8_t kind = digit >= 0 ? NGI_TOKEN_NUMBER : letter ? NGI_TOKEN_WORD : NGI_TOKEN_MARK;
    bool joins = open != NULL && open->kind == kind && kind != NGI_TOKEN_MARK &&
                 !(letter && upper && cut->was_low) && !(letter && stands_alone(c)) &&
                 !(kind == NGI_TOKEN_WORD && open->value == 1);
    if (!joins) {
        if (cut->gap && out->count != 0)
            add_fold(out, ' ');
        open = &out->at[out->count++];
        *open = (ngi_token){.begin = (uint16_t)begin,
                            .fold = out->fold_len,
                            .kind = kind,
                            .glued = !cut->gap && out->count > 1,
                            .upper = upper,
                            .shout = upper};
        if (letter)
            open->value = stands_alone(c); /* nothing joins it */
    }
    if (digit >= 0) {
        open->digits = (uint8_t)(open->digits < 255 ? open->digits + 1 : 255);
        open->value = open->digits > 9 ? UINT32_MAX : open->value * 10 + (uint32_t)digit;
        add_fold(out, (uint32_t)('0' + digit));
    } else if (letter) {
        open->shout = open->shout && upper;
        add_fold(out, c < 0x80 ? ngi_fold(c) : ngi_base_letter(c));
    } else {
        open->value = c < 0x80 ? c : plain_mark(c);
        add_fold(out, open->value);
    }
    open->end = (uint16_t)end;
    open->fold_end = out->fold_len;
    cut->gap = false;
    cut->was_low = letter && ngi_is_lower(c);
}

/* The small ASCII letters that go on a word, most of a text, in a loop of their own. */
static void take_small_letters(cutter *cut, ng_slice text)
{
    ngi_tokens *out = cut->out;
    ngi_token *open = out->count == 0 ? NULL : &out->at[out->count - 1];
    size_t at = cut->at, end = text.len < NGI_TOKENS_BYTES ? text.len : NGI_TOKENS_BYTES;
    if (open == NULL || cut->gap || open->kind != NGI_TOKEN_WORD || open->value == 1 ||
        out->count == NGI_TOKENS_MOST)
        return;
    while (at < end && text.ptr[at] >= 'a' && text.ptr[at] <= 'z')
        out->fold[out->fold_len++] = text.ptr[at++];
    if (at == cut->at)
        return;
    open->shout = false;
    open->end = (uint16_t)at;
    open->fold_end = out->fold_len;
    cut->was_low = true;
    cut->at = at;
}

void ngi_tokens_cut(ng_slice text, ngi_tokens *out)
{
    cutter cut = {.out = out};
    out->text = text;
    out->count = 0;
    out->fold_len = 0;
    while (cut.at < text.len && cut.at < NGI_TOKENS_BYTES) {
        size_t begin = cut.at;
        uint32_t c = ngi_utf8_next(text, &cut.at);
        if (cut.at > NGI_TOKENS_BYTES || out->count == NGI_TOKENS_MOST) {
            cut.at = begin;
            break;
        }
        if (c < 0x80 ? ngi_is_space((char)c) : ngi_is_wide_space(c))
            cut.gap = true;
        else if (c < 0x80 || !is_dropped(c))
            take(&cut, c, begin, cut.at);
        take_small_letters(&cut, text);
    }
    out->used = cut.at;
}

bool ngi_token_no_case(ng_slice fold)
{
    return fold.len != 0 && (unsigned char)fold.ptr[0] >= 0xD6; /* Hebrew and beyond */
}

ng_slice ngi_token_fold(const ngi_tokens *tokens, size_t i)
{
    if (i >= tokens->count)
        return (ng_slice){0};
    const ngi_token *t = &tokens->at[i];
    return ngi_slice(tokens->fold + t->fold, (size_t)(t->fold_end - t->fold));
}

bool ngi_word_in(ng_slice word, const char *list)
{
    if (word.len == 0)
        return false;
    for (const char *p = list; *p != '\0'; p++) {
        size_t k = 0;
        if (*p != ' ' || p[1] != word.ptr[0])
            continue;
        while (k < word.len && p[1 + k] != '\0' && p[1 + k] == word.ptr[k])
            k++;
        if (k == word.len && p[1 + k] == ' ')
            return true;
    }
    return false;
}

bool ngi_token_in(const ngi_tokens *tokens, size_t i, const char *list)
{
    return i < tokens->count && tokens->at[i].kind == NGI_TOKEN_WORD &&
           ngi_word_in(ngi_token_fold(tokens, i), list);
}

bool ngi_token_is_mark(const ngi_tokens *tokens, size_t i, uint32_t mark)
{
    return i < tokens->count && tokens->at[i].kind == NGI_TOKEN_MARK && tokens->at[i].value == mark;
}

size_t ngi_token_spell(const ngi_tokens *tokens, size_t i, const char *literal)
{
    ng_slice want = ngi_slice_of(literal);
    if (i >= tokens->count || want.len > (size_t)(tokens->fold_len - tokens->at[i].fold) ||
        memcmp(tokens->fold + tokens->at[i].fold, want.ptr, want.len) != 0)
        return 0;
    size_t end = tokens->at[i].fold + want.len;
    for (size_t k = i; k < tokens->count && tokens->at[k].fold < end; k++)
        if (tokens->at[k].fold_end == end)
            return k - i + 1;
    return 0;
}

/* ---- tables of words ---- */

/* The order of `entry` and `word`, as far as the word goes. A loop: most differ at once. */
static int order_of(const char *entry, ng_slice word)
{
    for (size_t i = 0; i < word.len; i++) {
        unsigned char a = (unsigned char)entry[i], b = (unsigned char)word.ptr[i];
        if (a != b)
            return a < b ? -1 : 1; /* the entry's end is a NUL: smaller */
    }
    return 0;
}

size_t ngi_words_first(const ngi_word *table, size_t count, ng_slice word)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (order_of(table[middle].word, word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && order_of(table[low].word, word) == 0 ? low : count;
}

int ngi_words_find(const ngi_word *table, size_t count, ng_slice word)
{
    /* the word itself sorts before all that begin with it */
    size_t at = word.len == 0 ? count : ngi_words_first(table, count, word);
    return at < count && table[at].word[word.len] == '\0' ? table[at].value : -1;
}

/* Whether the tokens from i on are the words of `phrase`; returns how many. */
static size_t phrase_fits(const ngi_tokens *t, size_t i, const char *phrase)
{
    ng_slice rest = ngi_slice_of(phrase), word;
    size_t k = i, spelled = ngi_token_spell(t, i, phrase);
    if (spelled != 0)
        return spelled;
    while (ngi_split(&rest, ' ', &word))
        if (!ngi_equal(ngi_token_fold(t, k++), word))
            return 0;
    return k - i;
}

size_t ngi_words_phrase(const ngi_tokens *t, size_t i, const ngi_word *table, size_t count,
                        int *value)
{
    ng_slice word = ngi_token_fold(t, i);
    size_t best = 0;
    if (word.len == 0 || t->at[i].kind != NGI_TOKEN_WORD)
        return 0;
    for (size_t k = ngi_words_first(table, count, word);
         k < count && order_of(table[k].word, word) == 0; k++) {
        size_t used = phrase_fits(t, i, table[k].word);
        if (used > best) {
            best = used;
            *value = table[k].value;
        }
    }
    if (best != 0 || !ngi_token_no_case(word))
        return best;
    for (size_t len = word.len - 1; len >= 6; len--) {
        if (((unsigned char)word.ptr[len] & 0xC0) == 0x80 || word.len - len < 4)
            continue;
        int found = ngi_words_find(table, count, ngi_slice(word.ptr, len));
        if (found >= 0) {
            *value = found;
            return 1;
        }
    }
    return 0;
}
