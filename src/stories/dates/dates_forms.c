/* SPDX-License-Identifier: Apache-2.0 */
/* The forms of dates: in numbers, with units (年月日), with the names of months. See dates.h. */
#include "stories/dates/dates_parts.h"

/* ---- years ---- */

/* Puts year, month and day into r, whatever calendar the year is of. */
bool ngi_set_day(ngi_reading *r, int year, int month, int day)
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
static int century(const ngi_reading *r, int year)
{
    if (r->thai && year >= 50)
        return 2500 + year;
    return year >= 70 ? 1900 + year : 2000 + year;
}

/* A day without its year: the latest one that is not after now (a day of grace: zones). */
static bool set_without_year(ngi_reading *r, int month, int day)
{
    if (r->now == NULL)
        return false;
    int64_t today = ngi_days_of(r->now->year, r->now->month, r->now->day);
    int year = r->persian ? ngi_persian_year(r->now) : r->now->year;
    for (int back = -1; back <= 4; back++) {
        if (ngi_set_day(r, year - back, month, day) &&
            ngi_days_of(r->m.year, r->m.month, r->m.day) <= today + 1) {
            r->yearless = true;
            return true;
        }
    }
    return false;
}

/* Whether token i is a number that can be a year in full. */
bool ngi_is_year(const ngi_tokens *t, size_t i)
{
    if (!is_number(t, i, 4) || t->at[i].digits != 4)
        return false;
    int y = value(t, i);
    return (y >= 1990 && y <= 2100) || (y >= 2533 && y <= 2643) || (y >= 1370 && y <= 1479);
}

/* ---- dates in numbers ---- */

/* A number or mark stuck to the left of token i that makes it part of something else:
 * 1.2.3.2024, 555-03-04-24, $3.4.24 */
bool ngi_tied_left(const ngi_tokens *t, size_t i)
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
static bool year_first(ngi_reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    uint32_t mark = ngi_is_year(t, i) ? separator(t, i) : 0;
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
        !ngi_set_day(r, value(t, i), month, value(t, k + 1)))
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
static bool day_comes_first(ngi_reading *r, int a, int b, uint32_t mark)
{
    if (a > 12 || b > 12)
        return a > 12;
    r->unsure = a != b && r->day_first < 0 && mark == '/';
    return r->day_first != 0 || mark == '.';
}

/* 03/04/2024, 3.4.24, 3. 4. 2024, 03-04-2024, 14/12/1402 */
static bool year_last(ngi_reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    uint32_t mark = is_number(t, i, 2) && is_number(t, i + 2, 2) ? separator(t, i) : 0;
    if (mark == 0 || separator(t, i + 2) != mark)
        return false;
    int a = value(t, i), b = value(t, i + 2);
    int year;
    if (ngi_is_year(t, i + 4)) {
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
    if (!ngi_set_day(r, year, first ? b : a, first ? a : b))
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
static bool numbers_without_year(ngi_reading *r, size_t i)
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
static bool run_of_digits(ngi_reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    if (!is_number(t, i, 8) || t->at[i].digits != 8 ||
        !(r->machine || (is_word(t, i + 1, " t ") && is_glued(t, i + 1))))
        return false;
    int v = value(t, i);
    r->last = i + 1;
    return v / 10000 >= 1990 && ngi_set_day(r, v / 10000, v / 100 % 100, v % 100);
}

/* ---- dates in Chinese, Japanese, Korean ---- */

bool ngi_is_unit(const ngi_tokens *t, size_t i, const char *han, const char *hangul)
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
static bool with_units(ngi_reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    int year = 0;
    size_t k = i;
    if (is_number(t, i, 4) && ngi_is_unit(t, i + 1, "年", "년")) {
        year = ngi_is_year(t, i) ? value(t, i) : t->at[i].digits <= 3 ? era_year(t, i) : 0;
        if (year == 0)
            return false;
        k = i + 2;
    }
    if (!is_number(t, k, 2) || !ngi_is_unit(t, k + 1, "月", "월") || !is_number(t, k + 2, 2) ||
        !(ngi_is_unit(t, k + 3, "日", "일") || ngi_token_spell(t, k + 3, "号") != 0 ||
          ngi_token_spell(t, k + 3, "號") != 0))
        return false;
    r->last = k + 4;
    return year != 0 ? ngi_set_day(r, year, value(t, k), value(t, k + 2))
                     : set_without_year(r, value(t, k), value(t, k + 2));
}

/* ---- dates with a named month ---- */

static const char joining_words[] =
    " of de del di da do v ze i a den der the ko eko от год m na mes bulan ta ";
static const char ordinal_words[] = " st nd rd th er o a e re eme te ste de οσ η го е й ий ой ";
static const char year_words[] = " de del of anno год г року nam ngay سال ";

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
static bool year_behind(ngi_reading *r, size_t k, bool short_form, int *year, size_t *end)
{
    const ngi_tokens *t = r->t;
    while (mark_at(t, k) == ',' || mark_at(t, k) == '.' || mark_at(t, k) == '-' ||
           mark_at(t, k) == '/' || is_word(t, k, year_words))
        k++;
    bool quote = mark_at(t, k) == '\'' || mark_at(t, k) == 0x2019;
    k += quote;
    if (ngi_is_year(t, k) && !(mark_at(t, k + 1) == ':' && is_glued(t, k + 1))) {
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
static bool set_named(ngi_reading *r, ngi_month_name name, int day, size_t month_at, size_t rest,
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
        return ngi_set_day(r, year, name.month, day);
    }
    size_t number = rest + (mark_at(r->t, rest) == ',');
    if (is_number(r->t, number, 4) && r->t->at[number].digits == 4 &&
        !is_word(r->t, number + 1, " hrs hours h gmt utc est edt "))
        return false; /* some year of long ago */
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
static bool day_then_name(ngi_reading *r, size_t i)
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
static bool name_then_day(ngi_reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    if (!is_number(t, i + 1, 2) && !is_number(t, i + 2, 2) && !is_number(t, i + 3, 2))
        return false; /* before the costlier look */
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
static bool year_then_name(ngi_reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    if (!ngi_is_year(t, i))
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
    return ngi_set_day(r, value(t, i), name.month, value(t, day_at));
}

/* A date that begins at token i. */
bool ngi_date_at(ngi_reading *r, size_t i)
{
    static bool (*const forms[])(ngi_reading *, size_t) = {
        year_first,     with_units,           year_last,     day_then_name,
        year_then_name, numbers_without_year, run_of_digits,
    };
    const ngi_tokens *t = r->t;
    ngi_moment before = r->m;
    if (t->at[i].kind == NGI_TOKEN_MARK || ngi_tied_left(t, i))
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
