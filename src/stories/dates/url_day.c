/* SPDX-License-Identifier: Apache-2.0 */
/* The day that an address names: "/2024/05/03/". */
#include "parsed/url.h"
#include "stories/dates/calendar.h"

static bool digits_at(ng_slice s, size_t at, size_t most, int *value, size_t *used)
{
    *value = 0;
    *used = 0;
    while (*used < most && at + *used < s.len && s.ptr[at + *used] >= '0' &&
           s.ptr[at + *used] <= '9')
        *value = *value * 10 + (s.ptr[at + (*used)++] - '0');
    return *used != 0;
}

/* "2024/05/03", "2024-5-3", "20240503" at `at`, with no digit before or behind. */
static bool url_day_at(ng_slice s, size_t at, ngi_moment *out)
{
    size_t used, i = at;
    int value[3];
    static const size_t most[3] = {4, 2, 2};
    bool compact = at + 8 <= s.len && s.ptr[at + 4] >= '0' && s.ptr[at + 4] <= '9';
    for (int k = 0; k < 3; k++) {
        if (!digits_at(s, i, most[k], &value[k], &used) || (k == 0 && used != 4) ||
            (compact && k > 0 && used != 2))
            return false;
        i += used;
        if (k < 2 && !compact) {
            if (i >= s.len || strchr("/-_.", s.ptr[i]) == NULL)
                return false;
            i++;
        }
    }
    if (i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9')
        return false;
    *out = (ngi_moment){.year = value[0], .month = value[1], .day = value[2]};
    return ngi_moment_sane(out);
}

bool ngi_url_day(ng_slice url, ngi_moment *out)
{
    ng_slice path = ngi_url_path(url);
    for (size_t i = 0; i + 8 <= path.len && i < 2000; i++) {
        bool start = (path.ptr[i] == '1' || path.ptr[i] == '2') &&
                     (i == 0 || path.ptr[i - 1] < '0' || path.ptr[i - 1] > '9');
        if (start && url_day_at(path, i, out))
            return true;
    }
    return false;
}
