/* SPDX-License-Identifier: Apache-2.0 */
/* robots.txt for callers. */
#include "parsed/robots.h"
#include "api/api.h"
#include "views/views.h"

ng_status ng_robots_check(ng_slice robots, ng_slice url, ng_slice agent, ng_robots_answer *out,
                          ng_error *error)
{
    ng_slice token = agent.len == 0 ? NGI_LIT("*") : ngi_robots_token(agent);
    ngi_buffer place = {0};
    ngi_robots_ruling ruling;
    *out = (ng_robots_answer){.allowed = true, .delay_seconds = -1};
    if (token.len == 0)
        return ngi_fail(error, NG_ERR_ARGUMENT, 0,
                        "the agent's name must begin with letters, \"-\" or \"_\"");
    size_t binary = ngi_find_char(ngi_slice_sub(robots, 0, NGI_ROBOTS_BYTES), '\0');
    if (binary != NGI_NONE) /* no rules would mean that all is allowed */
        return ngi_fail(error, NG_ERR_FORMAT, binary, "no robots.txt, but binary data");
    if (url.len > NGI_ROBOTS_URL_BYTES)
        return ngi_fail(error, NG_ERR_LIMIT, 0, "the address is longer than %d bytes",
                        NGI_ROBOTS_URL_BYTES);
    ng_slice target = ngi_robots_target(&place, url);
    bool known = target.len != 0 || place.failed;
    bool done = known && !place.failed && ngi_robots_rule(robots, target, token, &ruling);
    ngi_buffer_free(&place);
    if (!known)
        return ngi_fail(error, NG_ERR_ARGUMENT, 0,
                        "no absolute address; it begins with https://HOST/ or /");
    if (!done)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the rules");
    *out = (ng_robots_answer){.allowed = ruling.allowed,
                              .line = ruling.rule.number,
                              .rule = ruling.rule.text,
                              .group = ruling.group,
                              .delay_seconds = ngi_robots_seconds(ruling.delay)};
    return NG_OK;
}

bool ng_robots_sitemap(ng_slice robots, size_t *at, ng_slice *url)
{
    ngi_robots_reader reader = ngi_robots_begin(robots);
    ngi_robots_line line;
    size_t whole = reader.rest.len;
    reader.rest = ngi_slice_from(reader.rest, *at);
    while (ngi_robots_next(&reader, &line)) {
        *at = whole - reader.rest.len;
        if (ngi_equal_nocase(line.key, NGI_LIT("sitemap")) && line.value.len != 0) {
            *url = line.value;
            return true;
        }
    }
    *at = whole;
    *url = (ng_slice){0};
    return false;
}

ng_status ng_robots_write(ng_slice robots, ng_slice url, ng_slice agent,
                          const ng_write_options *given, ng_sink *sink, void *context,
                          ng_robots_answer *out, ng_error *error)
{
    ng_write_options options = ngi_write_options_of(given);
    ng_robots_answer answer;
    ngi_buffer text = {0};
    ng_status status = ng_robots_check(robots, url, agent, &answer, error);
    if (out != NULL)
        *out = answer;
    if (status != NG_OK)
        return status;
    ngi_view_robots(&text, &answer, robots, url, agent.len == 0 ? NGI_LIT("*") : agent, &options);
    if (text.failed)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the answer");
    else if (!sink(context, text.ptr, text.len))
        status = ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    ngi_buffer_free(&text);
    return status;
}
