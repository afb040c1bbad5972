/* SPDX-License-Identifier: Apache-2.0 */
/* See moments.h. A day begins 14 hours before it does at Greenwich and ends 12 hours after. */
#include "provenance/moments.h"
#include "stories/dates/calendar.h"

enum { HOUR = 3600, DAY = 24 * HOUR, EAST = 14 * HOUR, WEST = 12 * HOUR };

void ngi_moments_of(ng_slice published, ng_slice url, int64_t *first, int64_t *last)
{
    ngi_moment m;
    *first = *last = NGI_NO_MOMENT;
    if (!(ngi_moment_read(published, &m) && ngi_moment_sane(&m)) && !ngi_url_day(url, &m))
        return;
    int64_t day = ngi_days_of(m.year, m.month, m.day) * DAY;
    int64_t second = day + m.hour * HOUR + m.minute * 60 + m.second - (int64_t)m.zone * 60;
    if (!m.has_time) {
        *first = day - EAST;
        *last = day + DAY + WEST;
    } else if (!m.has_zone) {
        *first = second - EAST;
        *last = second + WEST;
    } else {
        *first = second;
        *last = second + 60;
    }
}
