/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of indexes: addresses that mean the same have the same key, whatever they look like. */
#include "parsed/surt.h"
#include "tests.h"

#define HEX32 "0123456789abcdef0123456789ABCDEF"

static const struct {
    const char *name, *url, *key;
} cases[] = {
    {"host turned round", "http://daily.example/a", "example,daily)/a"},
    {"no path", "http://daily.example", "example,daily)/"},
    {"case", "HTTP://Daily.EXAMPLE/News", "example,daily)/news"},
    {"www", "http://www.daily.example/", "example,daily)/"},
    {"www with a number", "http://www12.daily.example/", "example,daily)/"},
    {"a name that begins so", "http://wwwhale.example/", "example,wwwhale)/"},
    {"the scheme's own port", "https://daily.example:443/", "example,daily)/"},
    {"another port", "http://daily.example:443/", "example,daily:443)/"},
    {"a user", "http://me:secret@daily.example/", "example,daily)/"},
    {"a fragment", "http://daily.example/a#b?c", "example,daily)/a"},
    {"a slash at the end", "http://daily.example/a/", "example,daily)/a"},
    {"slashes and dots", "http://daily.example//a/./b/../c", "example,daily)/a/c"},
    {"more dots than path", "http://daily.example/../../a", "example,daily)/a"},
    {"escapes of escapes", "http://daily.example/%2541%20b", "example,daily)/a%20b"},
    {"a percent sign", "http://daily.example/100%", "example,daily)/100%25"},
    {"letters that are escaped", "http://daily.example/\xC3\xA4", "example,daily)/%c3%a4"},
    {"arguments in order", "http://daily.example/?b=1&a=2&B=0", "example,daily)/?a=2&b=0&b=1"},
    {"a name before its longer one", "http://daily.example/?ab=1&a=2", "example,daily)/?a=2&ab=1"},
    {"an argument without a value", "http://daily.example/?a=&a", "example,daily)/?a&a="},
    {"an empty query", "http://daily.example/a?", "example,daily)/a"},
    {"a session in the path", "http://daily.example/a;jsessionid=" HEX32, "example,daily)/a"},
    {"a session in the query", "http://daily.example/a?x=1&PHPSESSID=" HEX32,
     "example,daily)/a?x=1"},
    {"a session alone", "http://daily.example/a?sid=" HEX32, "example,daily)/a"},
    {"a name like a session's", "http://daily.example/a?sid=5", "example,daily)/a?sid=5"},
    {"a number for a host", "http://10.0.0.1:80/x", "10.0.0.1)/x"},
    {"no host to turn", "dns:Daily.example", "dns:daily.example"},
    {"nothing", "", ""},
};

static void test_keys(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_arena arena;
        ngi_arena_init(&arena, 0);
        expect_text(cases[i].name, ngi_surt(&arena, ngi_slice_of(cases[i].url)), cases[i].key);
        ngi_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
