/* SPDX-License-Identifier: Apache-2.0 */
/* The moment from which relative ages count, as callers give it: ISO 8601 and nothing else,
 * so that a typing error is told rather than guessed at. */
#include "api/api.h"

typedef struct moment {
    int year, month, day, hour, minute, second, zone_minutes;
} moment;

/* Reads exactly `count` digits. */
static bool digits(ng_slice *rest, size_t count, int *out)
{
    if (rest->len < count)
        return false;
    int n = 0;
    for (size_t i = 0; i < count; i++) {
        if (rest->ptr[i] < '0' || rest->ptr[i] > '9')
            return false;
        n = n * 10 + (rest->ptr[i] - '0');
    }
    *rest = ngi_slice_from(*rest, count);
    *out = n;
    return true;
}

static bool skip(ng_slice *rest, char c)
{
    if (rest->len == 0 || rest->ptr[0] != c)
        return false;
    *rest = ngi_slice_from(*rest, 1);
    return true;
}

static bool read_date(ng_slice *rest, moment *m)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!digits(rest, 4, &m->year))
        return false;
    bool dashes = skip(rest, '-');
    if (!digits(rest, 2, &m->month) || (dashes && !skip(rest, '-')) || !digits(rest, 2, &m->day))
        return false;
    if (m->month < 1 || m->month > 12)
        return false;
    bool leap = (m->year % 4 == 0 && m->year % 100 != 0) || m->year % 400 == 0;
    return m->day >= 1 && m->day <= days[m->month - 1] + (m->month == 2 && leap);
}

static bool read_time(ng_slice *rest, moment *m)
{
    if (!digits(rest, 2, &m->hour))
        return false;
    bool colons = skip(rest, ':');
    if (!digits(rest, 2, &m->minute))
        return false;
    bool more = rest->len > 0 &&
                (colons ? rest->ptr[0] == ':' : rest->ptr[0] >= '0' && rest->ptr[0] <= '9');
    if (more && ((colons && !skip(rest, ':')) || !digits(rest, 2, &m->second)))
        return false;
    if (more && (skip(rest, '.') || skip(rest, ','))) { /* parts of a second are let go */
        int ignored;
        if (!digits(rest, 1, &ignored))
            return false;
        while (digits(rest, 1, &ignored))
            continue;
    }
    return m->hour <= 23 && m->minute <= 59 && m->second <= 60;
}

static bool read_zone(ng_slice *rest, moment *m)
{
    if (rest->len == 0 || skip(rest, 'Z') || skip(rest, 'z'))
        return true;
    bool west = skip(rest, '-');
    if (!west && !skip(rest, '+'))
        return false;
    int hours, minutes = 0;
    if (!digits(rest, 2, &hours))
        return false;
    skip(rest, ':');
    if (rest->len > 0 && !digits(rest, 2, &minutes))
        return false;
    m->zone_minutes = (west ? -1 : 1) * (hours * 60 + minutes);
    return hours <= 18 && minutes <= 59;
}

static bool read_moment(ng_slice text, moment *m)
{
    ng_slice rest = ngi_trim(text);
    *m = (moment){0};
    if (!read_date(&rest, m))
        return false;
    if (rest.len == 0)
        return true;
    if (!skip(&rest, 'T') && !skip(&rest, 't') && !skip(&rest, ' '))
        return false;
    if (!read_time(&rest, m))
        return false;
    skip(&rest, ' '); /* "2026-03-04 15:06:07 +01:00" */
    return read_zone(&rest, m) && rest.len == 0;
}

ng_slice ngi_moment_normal(ngi_arena *arena, ng_slice text)
{
    moment m;
    if (!read_moment(text, &m))
        return (ng_slice){0};
    int zone = m.zone_minutes < 0 ? -m.zone_minutes : m.zone_minutes;
    ngi_buffer out = {0};
    ngi_buffer_format(&out, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", m.year, m.month, m.day,
                      m.hour, m.minute, m.second > 59 ? 59 : m.second,
                      m.zone_minutes < 0 ? '-' : '+', zone / 60, zone % 60);
    ng_slice copy = out.failed ? (ng_slice){0} : ngi_arena_copy(arena, ngi_buffer_slice(&out));
    ngi_buffer_free(&out);
    return copy;
}

ng_status ng_moment_check(ng_slice now, ng_error *error)
{
    moment m;
    if (read_moment(now, &m))
        return NG_OK;
    int shown = now.len > 40 ? 40 : (int)now.len;
    return ngi_fail(error, NG_ERR_ARGUMENT, 0, "\"%.*s\" is no ISO 8601 moment", shown,
                    shown > 0 ? now.ptr : "");
}
