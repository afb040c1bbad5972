/* SPDX-License-Identifier: Apache-2.0 */
/* See robots.h. Groups, matching and precedence are those of RFC 9309, sections 2.2.1 to 2.2.3:
 * all groups that name the agent count as one, else those for "*"; the rule with the most octets
 * wins, and of two alike the one that allows. What the RFC leaves open is done as the large
 * crawlers do: a line that is neither a rule nor an agent ends no list of agents. */
#include "parsed/robots.h"

/* ---- lines ---- */

ngi_robots_reader ngi_robots_begin(ng_slice file)
{
    bool cut = file.len > NGI_ROBOTS_BYTES;
    ngi_robots_reader reader = {.rest = ngi_slice_sub(file, 0, NGI_ROBOTS_BYTES)};
    if (ngi_starts(reader.rest, NGI_LIT("\xEF\xBB\xBF")))
        reader.rest = ngi_slice_from(reader.rest, 3);
    while (cut && reader.rest.len != 0 && reader.rest.ptr[reader.rest.len - 1] != '\n' &&
           reader.rest.ptr[reader.rest.len - 1] != '\r')
        reader.rest.len--; /* half a line could say more than the whole */
    return reader;
}

/* Lines end with LF, CR or both. */
static ng_slice next_line(ng_slice *rest)
{
    size_t end = 0;
    while (end < rest->len && rest->ptr[end] != '\n' && rest->ptr[end] != '\r')
        end++;
    ng_slice line = ngi_slice_sub(*rest, 0, end);
    if (ngi_starts(ngi_slice_from(*rest, end), NGI_LIT("\r\n")))
        end++;
    *rest = ngi_slice_from(*rest, end + 1);
    return line;
}

bool ngi_robots_next(ngi_robots_reader *reader, ngi_robots_line *out)
{
    while (reader->rest.len != 0) {
        ng_slice line = next_line(&reader->rest);
        reader->number++;
        size_t comment = ngi_find_char(line, '#');
        line = ngi_trim(ngi_slice_sub(line, 0, comment));
        size_t colon = ngi_find_char(line, ':');
        if (colon == NGI_NONE || colon == 0)
            continue;
        *out = (ngi_robots_line){.key = ngi_trim(ngi_slice_sub(line, 0, colon)),
                                 .value = ngi_trim(ngi_slice_from(line, colon + 1)),
                                 .text = line,
                                 .number = reader->number};
        return true;
    }
    *out = (ngi_robots_line){0};
    return false;
}

/* ---- paths ---- */

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_unreserved(unsigned char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

static void put_escaped(ngi_buffer *out, unsigned char c)
{
    static const char digits[] = "0123456789ABCDEF";
    ngi_buffer_char(out, '%');
    ngi_buffer_char(out, digits[c >> 4]);
    ngi_buffer_char(out, digits[c & 15]);
}

/* Octets in one form, so that they can be compared: what needs no escape has none, what is not
 * ASCII has one. "*" and "$" are escaped where they stand for themselves. */
static void normalise(ngi_buffer *out, ng_slice path, bool is_rule)
{
    ngi_buffer_clear(out);
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        int high = c == '%' && i + 2 < path.len ? hex_value(path.ptr[i + 1]) : -1;
        int low = high >= 0 ? hex_value(path.ptr[i + 2]) : -1;
        if (low >= 0) {
            unsigned char meant = (unsigned char)(high << 4 | low);
            i += 2;
            if (is_unreserved(meant))
                ngi_buffer_char(out, (char)meant);
            else
                put_escaped(out, meant);
        } else if (c <= ' ' || c >= 0x7F || (c == '*' && !is_rule) ||
                   (c == '$' && !(is_rule && i + 1 == path.len))) {
            put_escaped(out, c);
        } else {
            ngi_buffer_char(out, (char)c);
        }
    }
}

ng_slice ngi_robots_target(ngi_buffer *out, ng_slice url)
{
    size_t scheme = ngi_find(url, NGI_LIT("://"));
    ngi_buffer_clear(out);
    if (!ngi_starts(url, NGI_LIT("/"))) {
        if (scheme == NGI_NONE || scheme == 0)
            return (ng_slice){0};
        url = ngi_slice_from(url, scheme + 3);
        size_t end = 0;
        while (end < url.len && url.ptr[end] != '/' && url.ptr[end] != '?' && url.ptr[end] != '#')
            end++;
        if (end == 0)
            return (ng_slice){0};
        url = ngi_slice_from(url, end);
    }
    url = ngi_slice_sub(url, 0, ngi_find_char(url, '#'));
    if (!ngi_starts(url, NGI_LIT("/")))
        ngi_buffer_char(out, '/');
    ngi_buffer_add(out, url);
    return ngi_buffer_slice(out);
}

double ngi_robots_seconds(ng_slice delay)
{
    double number = 0, unit = 1;
    bool point = false;
    for (size_t i = 0; i < delay.len; i++) {
        char c = delay.ptr[i];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            unit *= point ? 10 : 1;
        } else {
            return -1;
        }
    }
    return delay.len == 0 || delay.len > 12 ? -1 : number / unit;
}

/* Whether a path begins as the rule has it, "*" standing for anything, "$" for the end. Each piece
 * between stars is taken where it is found first: that leaves most for the others. */
static bool matches(ng_slice rule, ng_slice path)
{
    bool to_end = rule.len != 0 && rule.ptr[rule.len - 1] == '$';
    rule.len -= to_end;
    size_t star = ngi_find_char(rule, '*');
    ng_slice piece = ngi_slice_sub(rule, 0, star);
    if (!ngi_starts(path, piece))
        return false;
    size_t at = piece.len;
    if (star == NGI_NONE)
        return !to_end || at == path.len;
    while (star != NGI_NONE) {
        rule = ngi_slice_from(rule, star + 1);
        star = ngi_find_char(rule, '*');
        piece = ngi_slice_sub(rule, 0, star);
        if (star == NGI_NONE && to_end)
            return path.len - at >= piece.len && ngi_ends(path, piece);
        size_t found = ngi_find(ngi_slice_from(path, at), piece);
        if (found == NGI_NONE)
            return false;
        at += found + piece.len;
    }
    return true;
}

/* ---- groups ---- */

ng_slice ngi_robots_token(ng_slice agent)
{
    size_t end = 0;
    agent = ngi_trim(agent);
    if (ngi_starts(agent, NGI_LIT("*")))
        return NGI_LIT("*");
    while (end < agent.len && (((agent.ptr[end] | 32) >= 'a' && (agent.ptr[end] | 32) <= 'z') ||
                               agent.ptr[end] == '-' || agent.ptr[end] == '_'))
        end++;
    return ngi_slice_sub(agent, 0, end);
}

/* The groups for one agent, taken as one. */
typedef struct group {
    ngi_robots_ruling ruling;
    size_t octets; /* of the rule that wins so far */
    bool named;    /* there is such a group */
    bool open;     /* the lines that are read now belong to it */
} group;

static void take_agent(group *g, ng_slice token, const ngi_robots_line *line)
{
    if (!ngi_equal_nocase(ngi_robots_token(line->value), token))
        return;
    if (!g->named)
        g->ruling.group = line->value;
    g->named = g->open = true;
}

static void take_rule(group *g, const ngi_robots_line *line, bool allows, size_t octets)
{
    if (octets < g->octets || (octets == g->octets && (!allows || g->ruling.allowed)))
        return; /* of those alike, the first that allows */
    g->octets = octets;
    g->ruling.allowed = allows;
    g->ruling.rule = *line;
}

bool ngi_robots_rule(ng_slice file, ng_slice target, ng_slice token, ngi_robots_ruling *out)
{
    group groups[2] = {{.ruling.allowed = true}, {.ruling.allowed = true}};
    const ng_slice tokens[2] = {token, NGI_LIT("*")};
    ngi_buffer path = {0}, rule = {0};
    ngi_robots_reader reader = ngi_robots_begin(file);
    ngi_robots_line line;
    bool in_agents = false;
    normalise(&path, target, false);
    while (ngi_robots_next(&reader, &line)) {
        bool allow = ngi_equal_nocase(line.key, NGI_LIT("allow"));
        if (ngi_equal_nocase(line.key, NGI_LIT("user-agent"))) {
            for (int i = 0; i < 2; i++) {
                groups[i].open = groups[i].open && in_agents;
                take_agent(&groups[i], tokens[i], &line);
            }
            in_agents = true;
        } else if (allow || ngi_equal_nocase(line.key, NGI_LIT("disallow"))) {
            in_agents = false;
            if (line.value.len == 0 || (!groups[0].open && !groups[1].open))
                continue; /* an empty rule matches nothing */
            normalise(&rule, line.value, true);
            for (int i = 0; i < 2; i++)
                if (groups[i].open && matches(ngi_buffer_slice(&rule), ngi_buffer_slice(&path)))
                    take_rule(&groups[i], &line, allow, rule.len);
        } else if (ngi_equal_nocase(line.key, NGI_LIT("crawl-delay"))) {
            for (int i = 0; i < 2; i++)
                if (groups[i].open && groups[i].ruling.delay.len == 0)
                    groups[i].ruling.delay = line.value;
        }
    }
    *out = groups[groups[0].named ? 0 : 1].ruling;
    if (ngi_equal(target, NGI_LIT("/robots.txt")) && !out->allowed) {
        out->allowed = true; /* section 2.2.2: it is never forbidden itself */
        out->rule = (ngi_robots_line){0};
    }
    bool failed = path.failed || rule.failed;
    ngi_buffer_free(&path);
    ngi_buffer_free(&rule);
    return !failed;
}
