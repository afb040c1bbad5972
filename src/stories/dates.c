/* SPDX-License-Identifier: Apache-2.0 */
/* Reads absolute dates: as machines write them and as pages print them.
 *
 * A short text is cut into numbers, words and marks (calendar.h), in a window of a
 * kilobyte; from each number or month name the forms are tried in turn, then a time and a
 * zone around the date. Digits of any script, month names of some sixty languages, the
 * Persian calendar, Buddhist and Japanese years. What could be a score, a price, a phone
 * number or a range is no date. A time without a zone is given without one: the page does
 * not tell, and a guess would look like knowledge. Fractions of a second are dropped. */
#include "stories/dates.h"
#include "stories/scene.h"

typedef struct reading {
    const ngi_tokens *t;
    const ngi_moment *now; /* NULL where not known */
    int day_first;
    bool machine;          /* written by a program */
    ngi_moment m;
    bool yearless;         /* no year told (yet): from now */
    bool persian, thai;
    bool unsure;           /* day and month of m could be swapped */
    size_t first, last;    /* tokens used: [first, last) */
} reading;

/* ---- small looks at tokens ---- */

static const ngi_token *token(const ngi_tokens *t, size_t i)
{
    return i < t->count ? &t->at[i] : NULL;
}

static bool is_number(const ngi_tokens *t, size_t i, int most_digits)
{
    return i < t->count && t->at[i].kind == NGI_TOKEN_NUMBER && t->at[i].digits <= most_digits;
}

static bool is_glued(const ngi_tokens *t, size_t i)
{
    return i < t->count && t->at[i].glued;
}

static int value(const ngi_tokens *t, size_t i)
{
    return (int)t->at[i].value;
}

static bool is_word(const ngi_tokens *t, size_t i, const char *list)
{
    return ngi_token_in(t, i, list);
}

static uint32_t mark_at(const ngi_tokens *t, size_t i)
{
    return i < t->count && t->at[i].kind == NGI_TOKEN_MARK ? t->at[i].value : 0;
}

/* ---- years ---- */

/* Puts year, month and day into r, whatever calendar the year is of. */
static bool set_day(reading *r, int year, int month, int day)
{
    ngi_moment *m = &r->m;
    if (r->persian || (year >= 1370 && year <= 1479)) {
        if (!ngi_from_persian(year, month, day, m))
            return false;
    } else {
        if (year >= 2480 && year <= 2643) /* Buddhist era */
            year -= 543;
        m->year = year, m->month = month, m->day = day;
    }
    r->yearless = false;
    return ngi_moment_sane(m);
}

/* Two digits of a year. */
static int century(const reading *r, int year)
{
    if (r->thai && year >= 50)
        return 2500 + year;
    return year >= 70 ? 1900 + year : 2000 + year;
}

/* A day without its year: the latest one that is not after now (a day of grace: zones). */
static bool set_without_year(reading *r, int month, int day)
{
    if (r->now == NULL)
        return false;
    int64_t today = ngi_days_of(r->now->year, r->now->month, r->now->day);
    int year = r->persian ? ngi_persian_year(r->now) : r->now->year;
    for (int back = -1; back <= 4; back++) {
        if (set_day(r, year - back, month, day) &&
            ngi_days_of(r->m.year, r->m.month, r->m.day) <= today + 1) {
            r->yearless = true;
            return true;
        }
    }
    return false;
}

/* Whether token i is a number that can be a year in full. */
static bool is_year(const ngi_tokens *t, size_t i)
{
    if (!is_number(t, i, 4) || t->at[i].digits != 4)
        return false;
    int y = value(t, i);
    return (y >= 1990 && y <= 2100) || (y >= 2533 && y <= 2643) || (y >= 1370 && y <= 1479);
}

/* ---- dates in numbers ---- */

/* A number or mark stuck to the left of token i that makes it part of something else:
 * 1.2.3.2024, 555-03-04-24, $3.4.24 */
static bool tied_left(const ngi_tokens *t, size_t i)
{
    if (i == 0 || !is_glued(t, i))
        return false;
    uint32_t mark = mark_at(t, i - 1);
    if (mark == '$' || mark == '#' || mark == 0x20AC || mark == 0xA3 || mark == '+' || mark == '%')
        return true;
    if (mark == '.' || mark == '/' || mark == '-' || mark == ':' || mark == ',')
        return i >= 2 && is_glued(t, i - 1) && t->at[i - 2].kind == NGI_TOKEN_NUMBER;
    return t->at[i - 1].kind == NGI_TOKEN_WORD && is_word(t, i - 1, " v version ");
}

/* The separator between the numbers i and i + 2, or 0: glued, but for "3. 4. 2024". */
static uint32_t separator(const ngi_tokens *t, size_t i)
{
    uint32_t mark = mark_at(t, i + 1);
    if (mark != '.' && mark != '/' && mark != '-' && mark != 0x2013)
        return 0;
    if (i + 2 >= t->count || (mark != '.' && mark != '/' && !is_glued(t, i + 2)))
        return 0;
    if (!is_glued(t, i + 1) && mark != '/')
        return 0;
    return mark == 0x2013 ? '-' : mark;
}

/* 2024-03-05, 2024/3/5, 2024. 3. 5., 2024-Mar-05 */
static bool year_first(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    uint32_t mark = is_year(t, i) ? separator(t, i) : 0;
    if (mark == 0)
        return false;
    ngi_month_name name = ngi_month_at(t, i + 2);
    size_t k = i + 2 + (name.month != 0 ? name.used : 1);
    int month = name.month;
    if (month == 0) {
        if (!is_number(t, i + 2, 2))
            return false;
        month = value(t, i + 2);
    }
    r->persian = name.persian;
    if (!is_number(t, k + 1, 2) || separator(t, k - 1) != mark ||
        !set_day(r, value(t, i), month, value(t, k + 1)))
        return false;
    if (mark == '.' && mark_at(t, k + 2) == '.' && is_number(t, k + 3, 9) && is_glued(t, k + 3) &&
        is_glued(t, k + 2))
        return false;
    r->last = k + 2;
    if (mark == '.' && mark_at(t, k + 2) == '.' && is_glued(t, k + 2))
        r->last++; /* Korean and Hungarian end it with a dot */
    return true;
}

/* Which of two numbers is the day? Both may be: the caller's language, then habits. */
static bool day_comes_first(reading *r, int a, int b, uint32_t mark)
{
    if (a > 12 || b > 12)
        return a > 12;
    r->unsure = a != b && r->day_first < 0 && mark == '/';
    return r->day_first != 0 || mark == '.';
}

/* 03/04/2024, 3.4.24, 3. 4. 2024, 03-04-2024, 14/12/1402 */
static bool year_last(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    uint32_t mark = is_number(t, i, 2) && is_number(t, i + 2, 2) ? separator(t, i) : 0;
    if (mark == 0 || separator(t, i + 2) != mark)
        return false;
    int a = value(t, i), b = value(t, i + 2);
    int year;
    if (is_year(t, i + 4)) {
        year = value(t, i + 4);
    } else {
        if (!is_number(t, i + 4, 2) || t->at[i + 4].digits != 2 || !is_glued(t, i + 4) ||
            (mark == '-' && (t->at[i].digits != 2 || t->at[i + 2].digits != 2)))
            return false;
        year = century(r, value(t, i + 4));
        if (year < 1990 || (r->now != NULL && year > r->now->year + 1))
            return false;
    }
    if (mark != '/' && mark_at(t, i + 5) == mark && is_glued(t, i + 5) && is_glued(t, i + 6) &&
        is_number(t, i + 6, 9))
        return false;
    if (mark == '.' && mark_at(t, i + 5) == '%')
        return false;
    bool first = day_comes_first(r, a, b, mark);
    if (!set_day(r, year, first ? b : a, first ? a : b))
        return false;
    r->last = i + 5;
    return true;
}

/* What follows token i is a time of the form 14:05. */
static bool clock_follows(const ngi_tokens *t, size_t i)
{
    while (mark_at(t, i) == ',' || mark_at(t, i) == '.' || mark_at(t, i) == '|' ||
           mark_at(t, i) == '-' || is_word(t, i, " um kl klo at a ore alle h v в о u ob "))
        i++;
    return is_number(t, i, 2) && mark_at(t, i + 1) == ':' && is_number(t, i + 2, 2) &&
           t->at[i + 2].digits == 2 && is_glued(t, i + 2);
}

/* 03.04. 14:05, 03/04 14:05, 03-05 14:22 (month first): two digits each, before a time. */
static bool numbers_without_year(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    uint32_t mark = is_number(t, i, 2) && is_number(t, i + 2, 2) ? separator(t, i) : 0;
    if (mark == 0 || t->at[i].digits != 2 || t->at[i + 2].digits != 2 || !is_glued(t, i + 2) ||
        !clock_follows(t, i + 3))
        return false;
    int a = value(t, i), b = value(t, i + 2);
    bool first = mark == '-' ? a > 12 : day_comes_first(r, a, b, mark);
    r->unsure = false;
    if (!set_without_year(r, first ? b : a, first ? a : b))
        return false;
    r->last = i + 3 + (mark_at(t, i + 3) == '.');
    return true;
}

/* 20240305, as machines write it; in print only where a T and a time follow. */
static bool run_of_digits(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    if (!is_number(t, i, 8) || t->at[i].digits != 8 ||
        !(r->machine || (is_word(t, i + 1, " t ") && is_glued(t, i + 1))))
        return false;
    int v = value(t, i);
    r->last = i + 1;
    return v / 10000 >= 1990 && set_day(r, v / 10000, v / 100 % 100, v % 100);
}

/* ---- dates in Chinese, Japanese, Korean ---- */

static bool is_unit(const ngi_tokens *t, size_t i, const char *han, const char *hangul)
{
    return ngi_token_spell(t, i, han) != 0 || ngi_token_spell(t, i, hangul) != 0;
}

/* The year of an era: 令和6年 is 2024. */
static int era_year(const ngi_tokens *t, size_t i)
{
    static const struct {
        const char *name;
        int zero;
    } eras[] = {{"令和", 2018}, {"平成", 1988}, {"民國", 1911}, {"民国", 1911}};
    for (size_t e = 0; i >= 2 && e < NGI_COUNT(eras); e++)
        if (ngi_token_spell(t, i - 2, eras[e].name) == 2)
            return eras[e].zero + value(t, i);
    return 0;
}

/* 2024年3月5日, 令和6年3月5日, 3月5日, 2024년 3월 5일 */
static bool with_units(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    int year = 0;
    size_t k = i;
    if (is_number(t, i, 4) && is_unit(t, i + 1, "年", "년")) {
        year = is_year(t, i) ? value(t, i) : t->at[i].digits <= 3 ? era_year(t, i) : 0;
        if (year == 0)
            return false;
        k = i + 2;
    }
    if (!is_number(t, k, 2) || !is_unit(t, k + 1, "月", "월") || !is_number(t, k + 2, 2) ||
        !(is_unit(t, k + 3, "日", "일") || ngi_token_spell(t, k + 3, "号") != 0 ||
          ngi_token_spell(t, k + 3, "號") != 0))
        return false;
    r->last = k + 4;
    return year != 0 ? set_day(r, year, value(t, k), value(t, k + 2))
                     : set_without_year(r, value(t, k), value(t, k + 2));
}

/* ---- dates with a named month ---- */

static const char joining_words[] =
    " of de del di da d' do v ze i a ال den der the ko eko от год gada m na mes bulan ta ";
static const char ordinal_words[] =
    " st nd rd th er o a e re eme te ste de ος η го е е-го й ий ой ين ום º ª ";
static const char year_words[] = " de del of anno год г року nam ngay پ سال ";

static bool is_day(const ngi_tokens *t, size_t i)
{
    return is_number(t, i, 2) && value(t, i) >= 1 && value(t, i) <= 31;
}

/* Past "." and ordinal endings behind a day: "3.", "3rd", "1er", "1º". */
static size_t past_ordinal(const ngi_tokens *t, size_t i)
{
    if (is_glued(t, i) && (mark_at(t, i) == 0xBA || mark_at(t, i) == 0xAA || mark_at(t, i) == 0xB0))
        return i + 1;
    if (is_glued(t, i) && is_word(t, i, ordinal_words))
        i++;
    if (is_glued(t, i) && mark_at(t, i) == '.')
        i++;
    return i;
}

/* The year behind a named month: ", 2024", "de 2024", "'24", "24" where short forms rule. */
static bool year_behind(reading *r, size_t k, bool short_form, int *year, size_t *end)
{
    const ngi_tokens *t = r->t;
    while (mark_at(t, k) == ',' || mark_at(t, k) == '.' || mark_at(t, k) == '-' ||
           mark_at(t, k) == '/' || is_word(t, k, year_words))
        k++;
    bool quote = mark_at(t, k) == '\'' || mark_at(t, k) == 0x2019;
    k += quote;
    if (is_year(t, k) && !(mark_at(t, k + 1) == ':' && is_glued(t, k + 1))) {
        *year = value(t, k);
    } else if (is_number(t, k, 2) && t->at[k].digits == 2 && (quote || short_form) &&
               !(mark_at(t, k + 1) == ':' && is_glued(t, k + 1)) && mark_at(t, k + 1) != '.') {
        *year = century(r, value(t, k));
        if (r->now != NULL && *year > (r->thai ? 2600 : r->now->year + 1))
            return false;
    } else {
        return false;
    }
    *end = k + 1;
    if (is_word(t, *end, " г год года р року r g م л ") && (is_glued(t, *end) || *end < t->count))
        *end += 1 + (mark_at(t, *end + 1) == '.' && is_glued(t, *end + 1));
    return true;
}

/* Sets the day from a month name at k (read) and the year, if any, behind `rest`. */
static bool set_named(reading *r, ngi_month_name name, int day, size_t month_at, size_t rest,
                      bool short_form)
{
    int year;
    r->persian = name.persian;
    r->thai = name.thai;
    if (year_behind(r, rest, short_form, &year, &r->last)) {
        if (name.persian && !(year >= 1370 && year <= 1479))
            return false;
        if (!name.persian && year <= 1479)
            return false;
        return set_day(r, year, name.month, day);
    }
    r->last = rest;
    const ngi_token *word = &r->t->at[month_at];
    if (name.weak && !(word->upper && !name.persian))
        return false;
    return set_without_year(r, name.month, day);
}

/* Whether the number at i ends a range of days: "3-5 March", "3.–5. März". */
static bool ends_range(const ngi_tokens *t, size_t i)
{
    uint32_t mark = i == 0 ? 0 : mark_at(t, i - 1);
    if ((mark != '-' && mark != 0x2013 && mark != '/') || i < 2 || !is_glued(t, i - 1))
        return false;
    size_t k = i - 2;
    if (mark_at(t, k) == '.' && k > 0)
        k--;
    return is_day(t, k) && !(k > 0 && mark_at(t, k - 1) == ':');
}

/* 3 March 2024, 3. März 2024, 3 de marzo de 2024, 3rd of March, 3-Mar-2024, 5 tháng 3 */
static bool day_then_name(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    if (!is_day(t, i) || ends_range(t, i))
        return false;
    size_t k = past_ordinal(t, i + 1);
    bool dot = k > i + 1 && mark_at(t, k - 1) == '.';
    uint32_t mark = mark_at(t, k);
    bool dashed = (mark == '-' || mark == '/' || mark == 0x2013) && is_glued(t, k);
    k += dashed || mark == ',';
    if (is_word(t, k, joining_words) && ngi_month_at(t, k).month == 0)
        k++;
    ngi_month_name name = ngi_month_at(t, k);
    if (name.month == 0)
        return false;
    /* In Croatian the listopad is October, and days have their dot. */
    if (dot && is_word(t, k, " listopad listopada "))
        name.month = 10;
    size_t rest = k + name.used;
    bool short_form = dashed || (t->at[rest - 1].fold_end - t->at[k].fold <= 4) || name.thai;
    if (mark_at(t, rest) == '.' && is_glued(t, rest))
        rest++;
    if (mark_at(t, rest) == '/' && ngi_month_at(t, rest + 1).month == name.month)
        rest += 1 + ngi_month_at(t, rest + 1).used; /* Arabic pages give both names */
    return set_named(r, name, value(t, i), k, rest, short_form);
}

/* March 3, 2024; Mar. 3rd; kovo 5 d. */
static bool name_then_day(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    ngi_month_name name = ngi_month_at(t, i);
    if (name.month == 0)
        return false;
    size_t k = i + name.used;
    if (mark_at(t, k) == '.' && is_glued(t, k))
        k++;
    if (mark_at(t, k) == '-' && is_glued(t, k) && is_glued(t, k + 1))
        k++;
    if (!is_day(t, k) || (mark_at(t, k + 1) == ':' && is_glued(t, k + 1)) ||
        (is_glued(t, k + 1) && mark_at(t, k + 1) == '%'))
        return false;
    if (is_glued(t, k) && t->at[k - 1].kind == NGI_TOKEN_WORD && is_glued(t, k - 1))
        return false;
    size_t rest = past_ordinal(t, k + 1);
    return set_named(r, name, value(t, k), i, rest, false);
}

/* 2024. március 5.; 2024 m. kovo 5 d.; 2024. gada 5. marts; 2024 March 5; 2024ko martxoaren 5a */
static bool year_then_name(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    if (!is_year(t, i))
        return false;
    size_t k = i + 1;
    for (int skipped = 0; skipped < 3; skipped++)
        if (mark_at(t, k) == '.' || mark_at(t, k) == ',' || is_word(t, k, " m gada ko eko "))
            k++;
    bool day_before = is_day(t, k);
    size_t day_at = k;
    if (day_before)
        k = past_ordinal(t, k + 1);
    ngi_month_name name = ngi_month_at(t, k);
    if (name.month == 0)
        return false;
    k += name.used;
    if (!day_before) {
        k += mark_at(t, k) == '.' && is_glued(t, k);
        if (!is_day(t, k) || (mark_at(t, k + 1) == ':' && is_glued(t, k + 1)))
            return false;
        day_at = k;
        k = past_ordinal(t, k + 1);
        if (is_word(t, k, " d a an en "))
            k += 1 + (mark_at(t, k + 1) == '.');
    }
    r->persian = name.persian;
    r->last = k;
    return set_day(r, value(t, i), name.month, value(t, day_at));
}

/* A date that begins at token i. */
static bool date_at(reading *r, size_t i)
{
    static bool (*const forms[])(reading *, size_t) = {
        year_first, with_units, year_last, day_then_name, year_then_name, numbers_without_year,
        run_of_digits,
    };
    const ngi_tokens *t = r->t;
    ngi_moment before = r->m;
    if (t->at[i].kind == NGI_TOKEN_MARK || tied_left(t, i))
        return false;
    if (t->at[i].kind == NGI_TOKEN_WORD) {
        r->first = i;
        if (name_then_day(r, i))
            return true;
        r->m = before;
        return false;
    }
    for (size_t f = 0; f < NGI_COUNT(forms); f++) {
        r->persian = r->thai = r->unsure = false;
        r->first = i;
        if (forms[f](r, i))
            return true;
        r->m = before;
    }
    return false;
}

/* ---- times ---- */

enum half { WHOLE_DAY, BEFORE_NOON, AFTER_NOON };

/* a.m. and p.m. in its languages, at token i; *used tokens. */
static enum half half_at(const ngi_tokens *t, size_t i, size_t *used)
{
    static const struct {
        const char *text;
        enum half half;
    } names[] = {
        {"a.m.", BEFORE_NOON}, {"p.m.", AFTER_NOON}, {"a. m.", BEFORE_NOON}, {"p. m.", AFTER_NOON},
        {"a.m", BEFORE_NOON}, {"p.m", AFTER_NOON}, {"am", BEFORE_NOON}, {"pm", AFTER_NOON},
        {"π.μ.", BEFORE_NOON}, {"μ.μ.", AFTER_NOON}, {"πμ", BEFORE_NOON}, {"μμ", AFTER_NOON},
        {"上午", BEFORE_NOON}, {"下午", AFTER_NOON}, {"午前", BEFORE_NOON}, {"午後", AFTER_NOON},
        {"오전", BEFORE_NOON}, {"오후", AFTER_NOON}, {"晚上", AFTER_NOON}, {"凌晨", BEFORE_NOON},
        {"早上", BEFORE_NOON}, {"صباحا", BEFORE_NOON}, {"مساء", AFTER_NOON}, {"ص", BEFORE_NOON},
        {"م", AFTER_NOON}, {"ق.ظ", BEFORE_NOON}, {"ب.ظ", AFTER_NOON}, {"بعدازظهر", AFTER_NOON},
        {"oo", BEFORE_NOON}, {"os", AFTER_NOON}, {"de", WHOLE_DAY},
    };
    for (size_t k = 0; i < t->count && k < NGI_COUNT(names); k++)
        if ((*used = ngi_token_spell(t, i, names[k].text)) != 0)
            return names[k].half;
    *used = 0;
    return WHOLE_DAY;
}

/* A zone at token i, in brackets or not; moves *at behind it. */
static bool zone_at(reading *r, size_t *at, bool seconds)
{
    const ngi_tokens *t = r->t;
    size_t i = *at;
    bool bracket = mark_at(t, i) == '(';
    i += bracket;
    int minutes = 0;
    bool named = false;
    if (i < t->count && t->at[i].kind == NGI_TOKEN_WORD &&
        ngi_zone_named(ngi_token_fold(t, i), &minutes)) {
        /* "et" and "west" are words of their own */
        if (!t->at[i].shout && !(is_glued(t, i) && is_word(t, i, " z ")) &&
            !is_word(t, i, " мск utc gmt "))
            return false;
        named = true;
        i++;
    }
    uint32_t sign = mark_at(t, i);
    bool glued = is_glued(t, i) || !named;
    if ((sign == '+' || sign == '-') && glued && is_number(t, i + 1, 4) && is_glued(t, i + 1)) {
        int digits = t->at[i + 1].digits, v = value(t, i + 1);
        bool colon = digits <= 2 && mark_at(t, i + 2) == ':' && is_glued(t, i + 2) &&
                     is_number(t, i + 3, 2) && is_glued(t, i + 3) && t->at[i + 3].digits == 2;
        int offset = digits >= 3 ? v / 100 * 60 + v % 100 : v * 60 + (colon ? value(t, i + 3) : 0);
        bool sure = named || sign == '+' || digits >= 3 || seconds || r->machine;
        if (sure && offset <= 14 * 60 && offset % 15 == 0) {
            minutes = sign == '-' ? -offset : offset;
            named = true;
            i += colon ? 4 : 2;
        }
    }
    if (!named)
        return false;
    r->m.has_zone = true;
    r->m.zone = minutes;
    if (bracket && mark_at(t, i) == ')')
        i++;
    *at = i;
    return true;
}

/* Hours, minutes and seconds at token i. *end: behind them. *loose: the form is weak ("14.05"). */
static bool clock_at(const ngi_tokens *t, size_t i, int hms[3], size_t *end, bool *loose)
{
    hms[0] = hms[1] = hms[2] = 0;
    *loose = false;
    if (is_number(t, i, 6) && t->at[i].digits >= 6 && is_glued(t, i)) { /* T140500 */
        hms[0] = value(t, i) / 10000, hms[1] = value(t, i) / 100 % 100, hms[2] = value(t, i) % 100;
        *end = i + 1;
        return i > 0 && is_word(t, i - 1, " t ") && hms[0] < 24 && hms[1] < 60 && hms[2] <= 60;
    }
    if (!is_number(t, i, 2))
        return false;
    hms[0] = value(t, i);
    uint32_t mark = is_glued(t, i + 1) ? mark_at(t, i + 1) : 0;
    bool minutes = (mark == ':' || mark == '.') && is_number(t, i + 2, 2) &&
                   t->at[i + 2].digits == 2 && is_glued(t, i + 2);
    if (minutes) {
        hms[1] = value(t, i + 2);
        *end = i + 3;
        *loose = mark == '.';
        if (is_glued(t, i + 3) && mark_at(t, i + 3) == mark && is_number(t, i + 4, 2) &&
            is_glued(t, i + 4)) {
            hms[2] = value(t, i + 4);
            *end = i + 5;
            if (is_glued(t, *end) && (mark_at(t, *end) == '.' || mark_at(t, *end) == ',') &&
                is_number(t, *end + 1, 9) && is_glued(t, *end + 1))
                *end += 2; /* a fraction */
        }
    } else if (is_word(t, i + 1, " h hs u ") || is_unit(t, i + 1, "時", "시") ||
               is_unit(t, i + 1, "时", "點") || is_unit(t, i + 1, "点", "시")) {
        *end = i + 2;
        if (is_number(t, i + 2, 2) && (is_glued(t, i + 1) || t->at[i + 2].digits == 2)) {
            hms[1] = value(t, i + 2);
            *end = i + 3;
            if (is_unit(t, i + 3, "分", "분"))
                *end = i + 4;
            if (*end == i + 4 && is_number(t, i + 4, 2) && is_unit(t, i + 5, "秒", "초")) {
                hms[2] = value(t, i + 4);
                *end = i + 6;
            }
        }
    } else {
        *end = i + 1;
        *loose = true;
    }
    return hms[0] <= 24 && hms[1] < 60 && hms[2] <= 60;
}

/* Four digits before a zone or "hrs": "0021 GMT", "1405hrs". */
static bool military_at(const ngi_tokens *t, size_t i, int hms[3], size_t *end)
{
    int minutes;
    if (!is_number(t, i, 4) || t->at[i].digits != 4)
        return false;
    bool zone = i + 1 < t->count && t->at[i + 1].shout && t->at[i + 1].kind == NGI_TOKEN_WORD &&
                ngi_zone_named(ngi_token_fold(t, i + 1), &minutes);
    if (!zone && !is_word(t, i + 1, " hrs hours h "))
        return false;
    hms[0] = value(t, i) / 100, hms[1] = value(t, i) % 100, hms[2] = 0;
    *end = i + 1;
    return hms[0] <= 23 && hms[1] < 60;
}

/* A time at token i: sets it in r->m and moves *at behind it. `led`: a word before it says
 * that a time comes ("kl.", "um"), so "14.05" and "15 Uhr" will do. */
static bool time_at(reading *r, size_t *at, bool led, bool two_digits)
{
    const ngi_tokens *t = r->t;
    size_t i = *at, end = 0, used = 0;
    int hms[3];
    bool loose = false;
    enum half half = half_at(t, i, &used);
    if (half != WHOLE_DAY && used != 0)
        i += used;
    if (!military_at(t, i, hms, &end) && !clock_at(t, i, hms, &end, &loose))
        return false;
    if (half == WHOLE_DAY) {
        half = half_at(t, end, &used);
        end += half != WHOLE_DAY ? used : 0;
    }
    bool bare = end == i + 1;
    bool named = is_word(t, end, " uhr hrs hod uur godz น h ч ur val ") ||
                 (mark_at(t, end) == 0 && ngi_token_spell(t, end, "น") != 0);
    size_t behind = end + named + (named && mark_at(t, end + 1) == '.' && is_glued(t, end + 1));
    if (loose && half == WHOLE_DAY && !named && !(led && !bare) &&
        !(!bare && t->at[i].digits == 2 && hms[0] < 24))
        return false;
    if (two_digits && t->at[i].digits < 2 && half == WHOLE_DAY && !named)
        return false;
    if ((half != WHOLE_DAY && hms[0] > 12 && hms[0] > 23) || hms[0] > 23)
        return false;
    if (half == AFTER_NOON && hms[0] < 12)
        hms[0] += 12;
    if (half == BEFORE_NOON && hms[0] == 12)
        hms[0] = 0;
    r->m.hour = hms[0], r->m.minute = hms[1], r->m.second = hms[2];
    r->m.has_time = true;
    *at = behind;
    if (!r->m.has_zone)
        zone_at(r, at, end > i + 3);
    return true;
}

/* Words and marks that may stand between a date and its time. */
static const char time_words[] =
    " at um a as kl klo kello alle alla ore ora o в у ve saat jam pukul ob om den godz v о ωρα στις "
    "الساعه ساعت بوقت בשעה שעה t la las los el le à h ore luc lucc hora время от the on de ura u "
    "klokken klukkan kl. stund orā plkst val в. годин о. ώρα saa às ngay pkl dne sat ";

typedef struct gap {
    bool led;      /* a word says that a time comes */
    bool parted;   /* by | or a dot: a duration might follow */
    size_t end;
} gap;

/* Skips at most six such tokens, weekdays and zones among them. */
static gap skip_gap(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    gap g = {.end = i};
    for (int skipped = 0; skipped < 6 && g.end < t->count; skipped++) {
        uint32_t mark = mark_at(t, g.end);
        size_t used = 1;
        if (mark == '|' || mark == 0xB7 || mark == 0x2022) {
            g.parted = true;
        } else if (ngi_month_at(t, g.end).month != 0 && is_number(t, g.end + 1, 2)) {
            break; /* "mar 5": a month here, a Tuesday elsewhere */
        } else if (is_word(t, g.end, time_words)) {
            g.led = true;
        } else if (mark != ',' && mark != '-' && mark != 0x2013 && mark != 0x2014 && mark != '@' &&
                   mark != '(' && mark != ')' && mark != '.' && mark != '/' && mark != ';' &&
                   mark != ':' && mark != '_' && !ngi_weekday_short(t, g.end) &&
                   ngi_weekday_at(t, g.end, &used) < 0) {
            break;
        }
        g.end += used;
    }
    return g;
}

size_t ngi_time_behind(const ngi_tokens *tokens, size_t i, ngi_moment *moment)
{
    reading r = {.t = tokens, .m = *moment};
    gap g = skip_gap(&r, i);
    size_t at = g.end;
    if (!time_at(&r, &at, g.led, g.parted) || r.m.zone > NGI_ZONE_US / 2)
        return i;
    *moment = r.m;
    return at;
}

/* The time behind the date, and what of the date may stand behind it ("Mar 5 14:00 2024"). */
static void time_behind(reading *r)
{
    const ngi_tokens *t = r->t;
    gap g = skip_gap(r, r->last);
    size_t at = g.end;
    size_t zone = r->last;
    if (zone_at(r, &zone, true) && is_number(t, zone, 2) && mark_at(t, zone + 1) == ':')
        at = zone; /* 2024-03-05EST14:00:00 */
    else
        r->m.has_zone = false;
    if (!time_at(r, &at, g.led, g.parted)) {
        r->m.has_time = r->m.has_zone = false;
        return;
    }
    r->last = at;
    if (r->yearless && is_year(t, at) && value(t, at) >= 1990 &&
        set_day(r, value(t, at), r->m.month, r->m.day))
        r->last = at + 1;
}

/* Between a time and a date behind it: weekdays and marks. True when a date follows. */
static bool time_then_date(reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    size_t at = i;
    if (tied_left(t, i) || !(is_number(t, i, 2) || (is_number(t, i, 4) && t->at[i].digits == 4)))
        return false;
    bool led = i > 0 && is_word(t, i - 1 - (mark_at(t, i - 1) == '.' && i > 1), time_words);
    if (!time_at(r, &at, led, false))
        return false;
    gap g = skip_gap(r, at);
    ngi_moment time = r->m;
    if (g.end < t->count && date_at(r, g.end)) {
        r->m.hour = time.hour, r->m.minute = time.minute, r->m.second = time.second;
        r->m.has_time = true, r->m.has_zone = time.has_zone, r->m.zone = time.zone;
        r->first = i;
        return true;
    }
    r->m = (ngi_moment){0};
    return false;
}

/* ---- putting it together ---- */

/* 03/04/2024 in a language not known: not the future, else with a.m. the American way. */
static void settle_order(reading *r, ng_slice text)
{
    if (!r->unsure || r->m.month > 12 || r->m.day > 12)
        return;
    ngi_moment other = r->m;
    other.month = r->m.day, other.day = r->m.month;
    const ngi_token *from = token(r->t, r->first), *to = token(r->t, r->last - 1);
    ng_slice shown = ngi_slice_sub(text, from->begin, to->end);
    bool american = ngi_find_nocase(shown, NGI_LIT("pm")) != NGI_NONE ||
                    ngi_find_nocase(shown, NGI_LIT("am")) != NGI_NONE ||
                    ngi_find_nocase(shown, NGI_LIT("p.m")) != NGI_NONE ||
                    ngi_find_nocase(shown, NGI_LIT("a.m")) != NGI_NONE;
    if (r->now != NULL) {
        int64_t now = ngi_days_of(r->now->year, r->now->month, r->now->day) + 1;
        bool ahead = ngi_days_of(r->m.year, r->m.month, r->m.day) > now;
        bool other_ahead = ngi_days_of(other.year, other.month, other.day) > now;
        if (ahead != other_ahead) {
            if (ahead)
                r->m = other;
            return;
        }
    }
    if (american)
        r->m = other;
}

/* "ET" is standard or summer time, by the day. */
static void settle_zone(reading *r)
{
    if (r->m.has_zone && r->m.zone > NGI_ZONE_US / 2) {
        r->m.zone -= NGI_ZONE_US;
        if (ngi_us_summer(r->m.year, r->m.month, r->m.day))
            r->m.zone += 60;
    }
}

/* The first date of a window. */
static bool find_in_window(reading *r)
{
    const ngi_tokens *t = r->t;
    for (size_t i = 0; i < t->count; i++) {
        if (t->at[i].kind == NGI_TOKEN_MARK)
            continue;
        r->m = (ngi_moment){0};
        r->unsure = r->yearless = false;
        if (t->at[i].kind == NGI_TOKEN_NUMBER && time_then_date(r, i))
            return true;
        r->m = (ngi_moment){0};
        if (date_at(r, i)) {
            time_behind(r);
            return true;
        }
    }
    return false;
}

/* The weekday and the like before the date belong to it. */
static size_t begin_of(const ngi_tokens *t, size_t first)
{
    size_t i = first, used;
    while (i > 0 && first - i < 2 && (mark_at(t, i - 1) == ',' || mark_at(t, i - 1) == '.'))
        i--;
    if (i > 0 && (ngi_weekday_short(t, i - 1) || ngi_weekday_at(t, i - 1, &used) >= 0))
        return t->at[i - 1].begin;
    return t->at[first].begin;
}

static size_t first_digit(ng_slice text, size_t from)
{
    for (size_t i = from; i < text.len;) {
        size_t at = i;
        unsigned char b = (unsigned char)text.ptr[i];
        if (b < 0x80) {
            i++;
            if (b >= '0' && b <= '9')
                return at;
        } else if (ngi_is_digit(ngi_utf8_next(text, &i))) {
            return at;
        }
    }
    return NGI_NONE;
}

/* Moves `at` back by up to `most` bytes to the beginning of a character. */
static size_t step_back(ng_slice text, size_t at, size_t most)
{
    size_t to = at > most ? at - most : 0;
    while (to > 0 && to < text.len && ((unsigned char)text.ptr[to] & 0xC0) == 0x80)
        to--;
    return to;
}

enum { LEAD_BYTES = 48, OVERLAP_BYTES = 160 };

static bool find_date(reading *r, ngi_tokens *tokens, ng_slice text, size_t *begin, size_t *end)
{
    r->t = tokens;
    for (size_t from = 0;;) {
        size_t digit = first_digit(text, from);
        if (digit == NGI_NONE)
            return false;
        size_t start = step_back(text, digit, LEAD_BYTES);
        start = start > from ? start : from;
        ng_slice window = ngi_slice_from(text, start);
        ngi_tokens_cut(window, tokens);
        if (find_in_window(r)) {
            settle_order(r, window);
            settle_zone(r);
            *begin = start + begin_of(tokens, r->first);
            *end = start + tokens->at[r->last - 1].end;
            return true;
        }
        if (tokens->used >= window.len)
            return false;
        size_t next = step_back(text, start + tokens->used, OVERLAP_BYTES);
        from = next > digit ? next : start + tokens->used;
    }
}

bool ngi_date_parse(ngi_arena *arena, ng_slice text, ng_slice now, int day_first, ng_slice *out,
                    size_t *begin, size_t *end)
{
    ngi_moment moment;
    reading r = {.day_first = day_first};
    size_t from, to;
    ngi_tokens tokens;
    *out = (ng_slice){0};
    if (ngi_moment_read(now, &moment))
        r.now = &moment;
    if (!find_date(&r, &tokens, text, &from, &to))
        return false;
    if (begin != NULL)
        *begin = from;
    if (end != NULL)
        *end = to;
    *out = ngi_moment_print(arena, &r.m);
    return out->len != 0;
}

/* Seconds, milliseconds or microseconds since 1970, or digits of a date and time in a row. */
static bool digits_only(ng_slice text, ngi_moment *out)
{
    int64_t v = 0;
    *out = (ngi_moment){.has_time = true};
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || i == 18)
            return false;
        v = v * 10 + (text.ptr[i] - '0');
    }
    if (text.len == 14 || text.len == 12) {
        if (text.len == 12)
            v *= 100;
        *out = (ngi_moment){.year = (int)(v / 10000000000), .month = (int)(v / 100000000 % 100),
                            .day = (int)(v / 1000000 % 100), .hour = (int)(v / 10000 % 100),
                            .minute = (int)(v / 100 % 100), .second = (int)(v % 100),
                            .has_time = true};
        return ngi_moment_sane(out) && out->hour < 24 && out->minute < 60 && out->second < 61;
    }
    if (text.len == 16)
        v /= 1000000;
    else if (text.len == 13)
        v /= 1000;
    else if (text.len != 9 && text.len != 10)
        return false;
    ngi_days_to(v / 86400, &out->year, &out->month, &out->day);
    out->hour = (int)(v % 86400 / 3600), out->minute = (int)(v / 60 % 60), out->second = (int)(v % 60);
    out->has_zone = true;
    return ngi_moment_sane(out);
}

ng_slice ngi_date_normal(ngi_arena *arena, ng_slice text)
{
    ngi_moment m;
    text = ngi_trim_wide(text);
    if (text.len > NGI_TOKENS_BYTES || text.len < 6)
        return (ng_slice){0};
    while (text.len > 2 && (text.ptr[0] == '"' || text.ptr[0] == '\''))
        text = ngi_slice_sub(text, 1, text.len - (text.ptr[text.len - 1] == text.ptr[0]));
    size_t dot = ngi_find_char(text, '.'); /* 1709640000.123 */
    if (digits_only(dot == 10 ? ngi_slice_sub(text, 0, 10) : text, &m))
        return ngi_moment_print(arena, &m);
    reading r = {.day_first = -1, .machine = true};
    ngi_tokens tokens;
    size_t begin, end;
    if (!find_date(&r, &tokens, text, &begin, &end))
        return (ng_slice){0};
    return ngi_moment_print(arena, &r.m);
}
