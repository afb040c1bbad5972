/* SPDX-License-Identifier: Apache-2.0 */
/* See sieve.h. A filter that is not set lets all through.
 *
 * The language is first told from a sample: the text of the longest paragraphs in the page's
 * source, some kilobytes, which takes a hundredth of the time of reading the page. Only a
 * sample long enough to be sure turns a page away; the language that reading finds decides. */
#include "api/sieve.h"

#include "base/utf8.h"
#include "parsed/fragment.h"
#include "stories/scene.h"

enum { SAMPLE_BYTES = 4096, LEAST_SAMPLE = 400, LONG_RUN = 80 };

/* Whether one piece of a list, parted by commas, is what is looked for. */
typedef bool matches(ng_slice wanted, ng_slice value);

static bool one_of(ng_slice list, ng_slice value, matches *match)
{
    ng_slice piece;
    while (ngi_split(&list, ',', &piece)) {
        piece = ngi_trim(piece);
        if (piece.len > 0 && match(piece, value))
            return true;
    }
    return false;
}

/* ---- dates ---- */

/* Compares as far as `limit` goes: "2026-03" with "2026-03-04T10:00:00Z" is 0. */
static int compare_date(ng_slice date, ng_slice limit)
{
    size_t len = limit.len < date.len ? limit.len : date.len;
    return len == 0 ? 0 : memcmp(date.ptr, limit.ptr, len);
}

/* "2026", "2026-03", "2026-03-04T12:30:00Z": as far as it is wished. */
bool ngi_sieve_is_date(ng_slice text)
{
    static const char least[] = "0000-00-00T00:00:00Z", most[] = "9999-19-39T29:59:69Z";
    size_t i = 0;
    for (; i < text.len && i < sizeof least - 1; i++)
        if (text.ptr[i] < least[i] || text.ptr[i] > most[i])
            return false;
    ng_slice month = ngi_slice_sub(text, 5, 7), day = ngi_slice_sub(text, 8, 10);
    bool no_month = month.len == 2 && (memcmp(month.ptr, "01", 2) < 0 || memcmp(month.ptr, "12", 2) > 0);
    bool no_day = day.len == 2 && (memcmp(day.ptr, "01", 2) < 0 || memcmp(day.ptr, "31", 2) > 0);
    return i == text.len && (i == 0 || i >= 4) && !no_month && !no_day;
}

bool ngi_sieve_date(const ng_filter *f, ng_slice date)
{
    if (f->from.len == 0 && f->to.len == 0)
        return true;
    return date.len >= 4 && compare_date(date, f->from) >= 0 && compare_date(date, f->to) <= 0;
}

/* ---- hosts ---- */

static ng_slice host_of(ng_slice url)
{
    size_t scheme = ngi_find(url, NGI_LIT("://"));
    if (scheme == NGI_NONE)
        return (ng_slice){0};
    ng_slice rest = ngi_slice_from(url, scheme + 3);
    size_t end = 0;
    while (end < rest.len && rest.ptr[end] != '/' && rest.ptr[end] != '?' && rest.ptr[end] != '#')
        end++;
    rest = ngi_slice_sub(rest, 0, end);
    size_t user = ngi_find_char(rest, '@');
    rest = user == NGI_NONE ? rest : ngi_slice_from(rest, user + 1);
    size_t port = ngi_find_char(rest, ':');
    return port == NGI_NONE ? rest : ngi_slice_sub(rest, 0, port);
}

static bool is_below(ng_slice wanted, ng_slice host)
{
    if (host.len <= wanted.len)
        return ngi_equal_nocase(wanted, host);
    size_t dot = host.len - wanted.len - 1;
    return host.ptr[dot] == '.' && ngi_equal_nocase(ngi_slice_from(host, dot + 1), wanted);
}

bool ngi_sieve_host(const ng_filter *f, ng_slice url)
{
    return f->hosts.len == 0 || one_of(f->hosts, host_of(url), is_below);
}

/* ---- words ---- */

static bool stands_in(ng_slice wanted, ng_slice text)
{
    return ngi_find(text, wanted) != NGI_NONE;
}

bool ngi_sieve_words(ngi_arena *arena, const ng_filter *f, ng_slice source)
{
    if (f->words.len == 0)
        return true;
    ng_slice words = ngi_lower(arena, f->words), text = ngi_lower(arena, source);
    return arena->failed || one_of(words, text, stands_in);
}

/* ---- languages ---- */

static bool is_language(ng_slice wanted, ng_slice tag)
{
    return ngi_equal_nocase(wanted, tag);
}

bool ngi_sieve_language(const ng_filter *f, ng_slice language)
{
    return f->languages.len == 0 || one_of(f->languages, language, is_language);
}

/* The longer runs of text between tags, up to the sample's size. Script and style have few: a
 * run with braces is none of text. */
static void take_sample(ng_slice source, bool html, ngi_buffer *out)
{
    size_t at = 0;
    while (at < source.len && out->len < SAMPLE_BYTES) {
        ng_slice rest = ngi_slice_from(source, at);
        size_t end = html ? ngi_find_char(rest, '<') : NGI_NONE;
        ng_slice run = ngi_slice_sub(rest, 0, end);
        bool words = run.len >= LONG_RUN && ngi_find_char(run, '{') == NGI_NONE &&
                     ngi_find_char(run, ';') == NGI_NONE;
        if (words || !html) {
            ngi_buffer_add(out, ngi_slice_sub(run, 0, SAMPLE_BYTES));
            ngi_buffer_char(out, ' ');
        }
        size_t close = end == NGI_NONE ? NGI_NONE : ngi_find_char(ngi_slice_from(rest, end), '>');
        if (close == NGI_NONE)
            break;
        at += end + close + 1;
    }
}

bool ngi_sieve_sample(ngi_arena *arena, const ng_filter *f, ng_slice source, bool html)
{
    ngi_buffer sample = {0};
    if (f->languages.len == 0)
        return true;
    take_sample(source, html, &sample);
    bool good = true;
    if (!sample.failed && sample.len >= LEAST_SAMPLE) {
        ng_slice text = ngi_utf8_repair(arena, ngi_buffer_slice(&sample));
        ng_slice language = ngi_language_find(arena, text, (ng_slice){0});
        good = language.len == 0 || ngi_sieve_language(f, language);
    }
    ngi_buffer_free(&sample);
    return good;
}

/* ---- kinds ---- */

bool ngi_sieve_kind(const ng_filter *f, ng_kind kind)
{
    return f->kinds == 0 || (f->kinds >> kind & 1) != 0;
}
