/* SPDX-License-Identifier: Apache-2.0 */
/* Times of day and zones beside dates. See dates.h. */
#include "stories/dates/dates_parts.h"

/* ---- times ---- */

enum half { WHOLE_DAY, BEFORE_NOON, AFTER_NOON };

/* a.m. and p.m. in its languages, at token i; *used tokens. */
static enum half half_at(const ngi_tokens *t, size_t i, size_t *used)
{
    static const struct {
        const char *text;
        enum half half;
    } names[] = {
        {"a.m.", BEFORE_NOON},    {"p.m.", AFTER_NOON},  {"a. m.", BEFORE_NOON},
        {"p. m.", AFTER_NOON},    {"a.m", BEFORE_NOON},  {"p.m", AFTER_NOON},
        {"am", BEFORE_NOON},      {"pm", AFTER_NOON},    {"π.μ.", BEFORE_NOON},
        {"μ.μ.", AFTER_NOON},     {"πμ", BEFORE_NOON},   {"μμ", AFTER_NOON},
        {"上午", BEFORE_NOON},    {"下午", AFTER_NOON},  {"午前", BEFORE_NOON},
        {"午後", AFTER_NOON},     {"오전", BEFORE_NOON}, {"오후", AFTER_NOON},
        {"晚上", AFTER_NOON},     {"凌晨", BEFORE_NOON}, {"早上", BEFORE_NOON},
        {"صباحا", BEFORE_NOON},   {"مساء", AFTER_NOON},  {"ص", BEFORE_NOON},
        {"م", AFTER_NOON},        {"ق.ظ", BEFORE_NOON},  {"ب.ظ", AFTER_NOON},
        {"بعدازظهر", AFTER_NOON}, {"oo", BEFORE_NOON},   {"os", AFTER_NOON},
        {"de", WHOLE_DAY},
    };
    for (size_t k = 0; i < t->count && k < NGI_COUNT(names); k++)
        if ((*used = ngi_token_spell(t, i, names[k].text)) != 0)
            return names[k].half;
    *used = 0;
    return WHOLE_DAY;
}

/* A zone at token i, in brackets or not; moves *at behind it. */
bool ngi_zone_at(ngi_reading *r, size_t *at, bool seconds)
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
    } else if (is_word(t, i + 1, " h hs u ") || ngi_is_unit(t, i + 1, "時", "시") ||
               ngi_is_unit(t, i + 1, "时", "點") || ngi_is_unit(t, i + 1, "点", "시")) {
        *end = i + 2;
        if (is_number(t, i + 2, 2) && (is_glued(t, i + 1) || t->at[i + 2].digits == 2)) {
            hms[1] = value(t, i + 2);
            *end = i + 3;
            if (ngi_is_unit(t, i + 3, "分", "분"))
                *end = i + 4;
            if (*end == i + 4 && is_number(t, i + 4, 2) && ngi_is_unit(t, i + 5, "秒", "초")) {
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
bool ngi_time_at(ngi_reading *r, size_t *at, bool led, bool two_digits)
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
        ngi_zone_at(r, at, end > i + 3);
    return true;
}

/* Words and marks that may stand between a date and its time. */
const char ngi_time_words[] =
    " at um a as kl klo kello alle alla ore ora o в у ve saat jam pukul ob om den godz v "
    "о ωρα στισ الساعة ساعت ساعة بوقت בשעה שעה t la las los el le h luc hora время от the "
    "on de ura u klokken klukkan stund plkst val годин saa ngay pkl dne ";

/* Skips at most six such tokens, weekdays and zones among them. */
ngi_gap ngi_gap_skip(ngi_reading *r, size_t i)
{
    const ngi_tokens *t = r->t;
    ngi_gap g = {.end = i};
    for (int skipped = 0; skipped < 6 && g.end < t->count; skipped++) {
        uint32_t mark = mark_at(t, g.end);
        size_t used = 1;
        if (mark == '|' || mark == 0xB7 || mark == 0x2022) {
            g.parted = true;
        } else if (ngi_month_at(t, g.end).month != 0 && is_number(t, g.end + 1, 2)) {
            break; /* "mar 5": a month here, a Tuesday elsewhere */
        } else if (is_word(t, g.end, ngi_time_words)) {
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
    ngi_reading r = {.t = tokens, .m = *moment};
    ngi_gap g = ngi_gap_skip(&r, i);
    size_t at = g.end;
    if (!ngi_time_at(&r, &at, g.led, g.parted) || r.m.zone > NGI_ZONE_US / 2)
        return i;
    *moment = r.m;
    return at;
}
