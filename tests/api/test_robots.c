/* SPDX-License-Identifier: Apache-2.0 */
/* robots.txt: who is meant, what matches, which rule wins; and what is written of it. */
#include "tests.h"

#include <stdlib.h>

typedef struct robots_case {
    const char *name, *file, *agent, *url;
    int line; /* of the rule that decides: negative where it forbids */
} robots_case;

static const robots_case cases[] = {
    {"an empty file", "", "bot", "/a", 0},
    {"no group", "Disallow: /\n", "bot", "/a", 0},
    {"everybody", "User-agent: *\nDisallow: /\n", "bot", "/a", -2},
    {"an empty rule", "User-agent: *\nDisallow:\n", "bot", "/a", 0},
    {"another agent", "User-agent: spider\nDisallow: /\n", "bot", "/a", 0},
    {"letter case of agents", "user-AGENT: BoT\nDISALLOW: /\n", "bot", "/a", -2},
    {"letter case of paths", "User-agent: *\nDisallow: /A\n", "bot", "/a", 0},
    {"a version behind the token", "User-agent: bot/2.1\nDisallow: /\n", "bot", "/a", -2},
    {"a version of the agent", "User-agent: bot\nDisallow: /\n", "bot/7", "/a", -2},
    {"a longer token", "User-agent: botany\nDisallow: /\n", "bot", "/a", 0},
    {"its own group, not all's", "User-agent: *\nDisallow: /\n\nUser-agent: bot\nDisallow: /x\n",
     "bot", "/a", 0},
    {"any agent", "User-agent: *\nDisallow: /b\n\nUser-agent: bot\nDisallow: /\n", "", "/b", -2},
    {"groups of one agent are one",
     "User-agent: bot\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: bot\nDisallow: "
     "/b\n",
     "bot", "/b", -8},
    {"agents in a row share a group", "User-agent: bot\nUser-agent: x\nDisallow: /a\n", "bot", "/a",
     -3},
    {"an empty line between agents", "User-agent: bot\n\nUser-agent: x\nDisallow: /a\n", "bot",
     "/a", -4},
    {"a delay ends no list", "User-agent: bot\nCrawl-delay: 1\nUser-agent: x\nDisallow: /a\n",
     "bot", "/a", -4},
    {"a rule ends the list", "User-agent: bot\nAllow: /b\nUser-agent: x\nDisallow: /a\n", "bot",
     "/a", 0},
    {"a sitemap in between", "User-agent: *\nSitemap: https://d.example/s\nDisallow: /a\n", "bot",
     "/a", -3},
    {"the longest rule", "User-agent: *\nAllow: /a/b\nDisallow: /a\n", "bot", "/a/b/c", 2},
    {"the longest rule forbids", "User-agent: *\nAllow: /a\nDisallow: /a/b\n", "bot", "/a/b/c", -3},
    {"of two alike the one that allows", "User-agent: *\nDisallow: /a\nAllow: /a\n", "bot", "/a",
     3},
    {"allow stays first", "User-agent: *\nAllow: /a\nDisallow: /a\n", "bot", "/a", 2},
    {"the beginning is enough", "User-agent: *\nDisallow: /fish\n", "bot", "/fishheads/y.html", -2},
    {"a folder", "User-agent: *\nDisallow: /fish/\n", "bot", "/fish", 0},
    {"a star", "User-agent: *\nDisallow: /a*z\n", "bot", "/abcz/1", -2},
    {"a star for nothing", "User-agent: *\nDisallow: /a*\n", "bot", "/a", -2},
    {"stars in a row", "User-agent: *\nDisallow: /**b***c\n", "bot", "/xxbxxc", -2},
    {"pieces do not overlap", "User-agent: *\nDisallow: /*aba*aba\n", "bot", "/xababa", 0},
    {"the end", "User-agent: *\nDisallow: /*.pdf$\n", "bot", "/a/b.pdf", -2},
    {"not the end", "User-agent: *\nDisallow: /*.pdf$\n", "bot", "/a/b.pdf?x", 0},
    {"the end is the last of several", "User-agent: *\nDisallow: /*a$\n", "bot", "/aba", -2},
    {"the end without a star", "User-agent: *\nDisallow: /a$\n", "bot", "/ab", 0},
    {"end and beginning do not overlap", "User-agent: *\nDisallow: /ab*ba$\n", "bot", "/aba", 0},
    {"a dollar inside", "User-agent: *\nDisallow: /a$b\n", "bot", "/a$b", -2},
    {"an escaped star is one", "User-agent: *\nDisallow: /a%2Ab\n", "bot", "/a*b", -2},
    {"an escaped star is no other", "User-agent: *\nDisallow: /a%2Ab\n", "bot", "/axb", 0},
    {"an escaped dollar", "User-agent: *\nDisallow: /a%24\n", "bot", "/a$b", -2},
    {"escapes in either case", "User-agent: *\nDisallow: /%e3%81\n", "bot", "/%E3%81", -2},
    {"letters beyond ASCII", "User-agent: *\nDisallow: /\xC5\x99\n", "bot", "/%C5%99eka", -2},
    {"escapes that need not be", "User-agent: *\nDisallow: /%61%7E\n", "bot", "/a~", -2},
    {"an escaped slash is another", "User-agent: *\nDisallow: /a%2Fb\n", "bot", "/a/b", 0},
    {"half an escape", "User-agent: *\nDisallow: /a%2\n", "bot", "/a%2", -2},
    {"the query counts", "User-agent: *\nDisallow: /*?id=\n", "bot", "https://d.example/a?id=1",
     -2},
    {"the fragment does not", "User-agent: *\nDisallow: /a#b\n", "bot", "/a", -2},
    {"an address without a path", "User-agent: *\nDisallow: /$\n", "bot", "https://d.example", -2},
    {"a query without a path", "User-agent: *\nDisallow: /?q\n", "bot", "https://d.example?q=1",
     -2},
    {"robots.txt itself", "User-agent: *\nDisallow: /\n", "bot", "https://d.example/robots.txt", 0},
    {"comments", "# all\nUser-agent: * # of them\nDisallow: /a # b\n", "bot", "/a", -3},
    {"returns alone", "User-agent: *\rDisallow: /a\r", "bot", "/a", -2},
    {"returns and feeds", "User-agent: *\r\n\r\nDisallow: /a\r\n", "bot", "/a", -3},
    {"a byte order mark", "\xEF\xBB\xBFUser-agent: *\nDisallow: /a\n", "bot", "/a", -2},
    {"no space, much space", "User-agent:*\n\t Disallow \t: \t/a \n", "bot", "/a", -2},
    {"no line's end", "User-agent: *\nDisallow: /a", "bot", "/a", -2},
    {"lines that say nothing", "<html>\n: x\nhello\nUser-agent: *\nDisallow: /a\n", "bot", "/a",
     -5},
};

static void test_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        const robots_case *c = &cases[i];
        ng_robots_answer answer;
        ng_error error;
        ng_slice file = {c->file, strlen(c->file)}, url = {c->url, strlen(c->url)};
        assert_int_equal(
            ng_robots_check(file, url, (ng_slice){c->agent, strlen(c->agent)}, &answer, &error),
            NG_OK);
        expect_int(c->name, answer.allowed ? (int)answer.line : -(int)answer.line, c->line);
        expect_int(c->name, answer.allowed, c->line >= 0);
        expect_int(c->name, answer.rule.len != 0, c->line != 0);
    }
}

static ng_slice slice(const char *text)
{
    return (ng_slice){text, strlen(text)};
}

static void test_what_can_not_be_asked(void **state)
{
    (void)state;
    static const char *const urls[] = {"", "a/b", "daily.example/a", "https://", "://x/a", "?q"};
    ng_robots_answer answer;
    ng_error error;
    for (size_t i = 0; i < ARRAY_COUNT(urls); i++) {
        assert_int_equal(ng_robots_check(slice(""), slice(urls[i]), slice("bot"), &answer, &error),
                         NG_ERR_ARGUMENT);
        assert_true(strlen(error.text) > 10);
    }
    assert_int_equal(ng_robots_check(slice(""), slice("/"), slice("7bot"), &answer, &error),
                     NG_ERR_ARGUMENT);
    assert_int_equal(ng_robots_check((ng_slice){"User-agent: *\n\0", 15}, slice("/"), slice("bot"),
                                     &answer, &error),
                     NG_ERR_FORMAT);
    char *url = calloc(1, 20000);
    memset(url, '/', 19999);
    assert_int_equal(ng_robots_check(slice(""), slice(url), slice("bot"), &answer, &error),
                     NG_ERR_LIMIT);
    free(url);
}

static void test_delays(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double seconds;
    } table[] = {{"2", 2},   {"0.5", 0.5}, {"10.25", 10.25}, {"", -1},
                 {"-3", -1}, {"1s", -1},   {"1.2.3", -1},    {"99999999999999999999", -1}};
    for (size_t i = 0; i < ARRAY_COUNT(table); i++) {
        char file[128];
        ng_robots_answer answer;
        snprintf(file, sizeof file, "User-agent: bot\nCrawl-delay: %s\nUser-agent: *\n",
                 table[i].text);
        assert_int_equal(ng_robots_check(slice(file), slice("/"), slice("bot"), &answer, NULL),
                         NG_OK);
        if (answer.delay_seconds != table[i].seconds)
            fail_msg("\"%s\": %f", table[i].text, answer.delay_seconds);
        expect_text(table[i].text, answer.group, "bot");
    }
}

static void test_sitemaps(void **state)
{
    (void)state;
    ng_slice file =
        slice("Sitemap: https://d.example/1\nUser-agent: *\nSITEMAP:https://d.example/2 # x\n"
              "sitemap:\nSitemaps: no\nSitemap: https://d.example/3");
    static const char *const wanted[] = {"https://d.example/1", "https://d.example/2",
                                         "https://d.example/3"};
    size_t at = 0, count = 0;
    ng_slice url;
    while (ng_robots_sitemap(file, &at, &url)) {
        assert_true(count < ARRAY_COUNT(wanted));
        expect_text("sitemap", url, wanted[count++]);
    }
    assert_int_equal(count, ARRAY_COUNT(wanted));
    assert_false(ng_robots_sitemap(file, &at, &url));
}

/* What lies beyond 500 KiB says nothing, nor does a line that is cut there. */
static void test_only_the_beginning_counts(void **state)
{
    (void)state;
    static const char rule[] = "User-agent: *\nDisallow: /a/b\n";
    size_t limit = 500 * 1024;
    char *file = malloc(limit + sizeof rule);
    for (int cut = 0; cut < 6; cut++) {
        memset(file, '\n', limit + sizeof rule - 1);
        memcpy(file + limit - sizeof rule + 1 + cut, rule, sizeof rule - 1);
        ng_robots_answer answer;
        ng_slice all = {file, limit + (size_t)cut};
        assert_int_equal(ng_robots_check(all, slice("/a/b"), slice("bot"), &answer, NULL), NG_OK);
        expect_int("allowed", answer.allowed, cut > 0);
        assert_int_equal(ng_robots_check(all, slice("/a"), slice("bot"), &answer, NULL), NG_OK);
        expect_int("half a rule", answer.allowed, true);
    }
    free(file);
}

typedef struct collected {
    char text[4096];
    size_t length;
} collected;

static bool collect(void *context, const char *bytes, size_t length)
{
    collected *c = context;
    if (c->length + length >= sizeof c->text)
        return false;
    memcpy(c->text + c->length, bytes, length);
    c->length += length;
    return true;
}

static bool refuse(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return false;
}

static void test_what_is_written(void **state)
{
    (void)state;
    ng_slice file = slice("User-agent: bot\nCrawl-delay: 1.5\nDisallow: /\x1B[2J\xFF\n"
                          "Sitemap: https://d.example/\"s\"\n");
    ng_write_options options = NG_WRITE_OPTIONS;
    ng_error error;
    options.file = slice("robots.txt");
    collected row = {.length = 0}, line = {.length = 0};
    assert_int_equal(ng_robots_write(file, slice("/%1b%5b2J%FF"), slice("bot"), &options, collect,
                                     &row, NULL, &error),
                     NG_OK);
    expect_text(
        "row", (ng_slice){row.text, row.length},
        "{\"file\":\"robots.txt\",\"url\":\"/%1b%5b2J%FF\",\"agent\":\"bot\",\"allowed\":true,"
        "\"group\":\"bot\",\"crawlDelay\":1.5,"
        "\"sitemaps\":[\"https://d.example/\\\"s\\\"\"]}\n");
    options.format = NG_FORMAT_TEXT;
    assert_int_equal(ng_robots_write(file, slice("/\x1B[2J\xFFx\xC2\x9B\xE2\x80\xAE\n"),
                                     slice("bot"), &options, collect, &line, NULL, &error),
                     NG_OK);
    expect_text(
        "line", (ng_slice){line.text, line.length},
        "/\xEF\xBF\xBD[2J\xEF\xBF\xBDx\xEF\xBF\xBD\xEF\xBF\xBD: not allowed by line 3: Disallow: "
        "/\xEF\xBF\xBD[2J\xEF\xBF\xBD (group bot)\n");
    assert_int_equal(
        ng_robots_write(file, slice("/"), slice(""), &options, refuse, NULL, NULL, &error),
        NG_ERR_WRITE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_what_can_not_be_asked),
        cmocka_unit_test(test_delays),
        cmocka_unit_test(test_sitemaps),
        cmocka_unit_test(test_only_the_beginning_counts),
        cmocka_unit_test(test_what_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
