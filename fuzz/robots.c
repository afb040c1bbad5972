/* SPDX-License-Identifier: Apache-2.0 */
/* Any file as robots.txt: its first line is the address, the second the agent. What must hold:
 * a rule that decides is a line of the file, robots.txt itself is allowed, and the row and the
 * sentence are UTF-8 without control characters. */
#include "base/utf8.h"
#include "nutgraf.h"

#include "watch.h"

static bool look(void *context, const char *bytes, size_t length)
{
    (void)context;
    ng_slice text = {bytes, length};
    must(ngi_utf8_valid(text, NULL) == length, "output is UTF-8");
    must(length != 0 && ngi_find_char(text, '\n') == length - 1, "an answer is one line");
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ng_slice rest = {size == 0 ? "" : (const char *)data, size}, url = {"", 0}, agent = {"", 0};
    ng_write_options options = NG_WRITE_OPTIONS;
    ng_robots_answer answer;
    ng_slice sitemap;
    size_t at = 0;
    (void)ngi_split(&rest, '\n', &url);
    (void)ngi_split(&rest, '\n', &agent);
    watch_begin();
    for (int format = 0; format < 2; format++) {
        options.format = format == 0 ? NG_FORMAT_JSONL : NG_FORMAT_TEXT;
        ng_status status = ng_robots_write(rest, url, agent, &options, look, NULL, &answer, NULL);
        must(status == NG_OK || status == NG_ERR_ARGUMENT || status == NG_ERR_LIMIT ||
                 status == NG_ERR_FORMAT,
             "answered");
        must(answer.line == 0 ? answer.allowed : answer.rule.len != 0, "a rule decides");
        must(answer.rule.len == 0 || (answer.rule.ptr >= rest.ptr &&
                                      answer.rule.ptr + answer.rule.len <= rest.ptr + rest.len),
             "the rule stands in the file");
    }
    while (ng_robots_sitemap(rest, &at, &sitemap))
        must(sitemap.len != 0, "a sitemap has an address");
    must(ng_robots_check(rest, NGI_LIT("/robots.txt"), agent, &answer, NULL) != NG_OK ||
             answer.allowed,
         "robots.txt itself is allowed");
    watch_end(size);
    return 0;
}
