/* SPDX-License-Identifier: Apache-2.0 */
/* What dates.c, ages.c and bylines.c share: moments and their arithmetic, a text cut into
 * numbers, words and marks, and the names of months, weekdays and time zones. */
#ifndef NGI_CALENDAR_H
#define NGI_CALENDAR_H

#include "base/utf8.h"

/* ---- moments ---- */

typedef struct ngi_moment {
    int year, month, day;
    int hour, minute, second;
    int zone; /* minutes east of Greenwich */
    bool has_time, has_zone;
} ngi_moment;

/* Reads what ngi_moment_print() writes ("2024-03-05", "2024-03-05T14:05:00+01:00"; Z and
 * fractions of a second too). */
bool ngi_moment_read(ng_slice iso, ngi_moment *out);
/* ISO 8601: a date alone without a time; no zone where none is known. */
ng_slice ngi_moment_print(ngi_arena *arena, const ngi_moment *moment);
/* Days since 1970-01-01 of the Gregorian calendar, and back. */
int64_t ngi_days_of(int year, int month, int day);
void ngi_days_to(int64_t days, int *year, int *month, int *day);
int ngi_month_length(int year, int month);
/* The same day (or the month's last) some months before; the moment some seconds before. */
void ngi_moment_months_back(ngi_moment *moment, int64_t months);
void ngi_moment_seconds_back(ngi_moment *moment, int64_t seconds);
/* A real day of the years in which news is dated: 1990 to 2100. */
bool ngi_moment_sane(const ngi_moment *moment);
/* A day of the Persian (Solar Hijri) calendar in the Gregorian one. False for no day. */
bool ngi_from_persian(int year, int month, int day, ngi_moment *out);
/* The year of the Persian calendar in which a Gregorian day lies. */
int ngi_persian_year(const ngi_moment *moment);
/* The first day that an address names ("/2024/05/03/", "20240503"). False: it names none. */
bool ngi_url_day(ng_slice url, ngi_moment *out);
/* Whether summer time is kept in the United States on that day. */
bool ngi_us_summer(int year, int month, int day);

/* ---- tokens ---- */

typedef enum ngi_token_kind { NGI_TOKEN_NUMBER, NGI_TOKEN_WORD, NGI_TOKEN_MARK } ngi_token_kind;

typedef struct ngi_token {
    uint16_t begin, end;     /* in the text */
    uint16_t fold, fold_end; /* in ngi_tokens.fold */
    uint32_t value;          /* number: up to nine digits, else UINT32_MAX; mark: the character */
    uint8_t kind, digits;
    bool glued; /* no white space before it */
    bool upper; /* begins with a capital */
    bool shout; /* has capitals only */
} ngi_token;

/* A window into a text. A word ends where script, letters or case say so ("World5",
 * "WorldMarch"); characters of scripts without spaces stand alone. */
enum { NGI_TOKENS_BYTES = 1024, NGI_TOKENS_MOST = 384 };
typedef struct ngi_tokens {
    ng_slice text;
    size_t used; /* bytes of the text that are cut; less than text.len where room ran out */
    uint16_t count;
    ngi_token at[NGI_TOKENS_MOST];
    char fold[NGI_TOKENS_BYTES * 2 + 8]; /* letters by ngi_base_letter(), one space for many */
    uint16_t fold_len;
} ngi_tokens;

void ngi_tokens_cut(ng_slice text, ngi_tokens *out);
/* The folded text of a token. */
ng_slice ngi_token_fold(const ngi_tokens *tokens, size_t i);
/* Whether a folded word is of a script without capitals. */
bool ngi_token_no_case(ng_slice fold);
/* Whether `word` stands in `list`: words with a space on each side of each. */
bool ngi_word_in(ng_slice word, const char *list);
/* Whether token i exists and is a word of `list`. */
bool ngi_token_in(const ngi_tokens *tokens, size_t i, const char *list);
bool ngi_token_is_mark(const ngi_tokens *tokens, size_t i, uint32_t mark);
/* The number of tokens, from i on, that spell `literal` (folded), or 0. */
size_t ngi_token_spell(const ngi_tokens *tokens, size_t i, const char *literal);

/* ---- tables of words ---- */

typedef struct ngi_word {
    const char *word;
    int value;
} ngi_word;

/* The value of `word` in a table sorted by bytes, or -1. */
int ngi_words_find(const ngi_word *table, size_t count, ng_slice word);
/* The first entry that begins with `word`: a phrase whose first word it may be, or `count`. */
size_t ngi_words_first(const ngi_word *table, size_t count, ng_slice word);

/* The longest phrase of a sorted table that begins at token i: tokens used, or 0. In scripts
 * without case a word that follows may be glued to it. */
size_t ngi_words_phrase(const ngi_tokens *tokens, size_t i, const ngi_word *table, size_t count,
                        int *value);

/* ---- names (calendar_words.c, calendar_names.c) ---- */

/* The tables, for their test. */
extern const ngi_word ngi_month_names[], ngi_weekday_names[];
extern const size_t ngi_month_names_count, ngi_weekday_names_count;

typedef struct ngi_month_name {
    int month;    /* 1 to 12 */
    size_t used;  /* tokens */
    bool persian; /* a month of the Persian calendar */
    bool thai;    /* years may be Buddhist */
    bool weak;    /* also a common word ("ago", "out", "may"): not without a year */
} ngi_month_name;

/* The month that token i begins; .month 0 where it is none. */
ngi_month_name ngi_month_at(const ngi_tokens *tokens, size_t i);
/* The weekday that token i names, 0 (Monday) to 6, or -1. *used: tokens. */
int ngi_weekday_at(const ngi_tokens *tokens, size_t i, size_t *used);
/* Whether token i is a short form of a weekday ("Mo", "Tue"): a sign only beside a date. */
bool ngi_weekday_short(const ngi_tokens *tokens, size_t i);
enum { NGI_ZONE_US = 10000 }; /* "ET", "PT": standard time + this, summer time to be found */
/* A time zone by its name as folded ("est"); false where unknown. */
bool ngi_zone_named(ng_slice fold, int *minutes);

#endif
