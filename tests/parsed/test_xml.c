/* SPDX-License-Identifier: Apache-2.0 */
/* What bounds the reading of XML: depth, time. What is read is tested with feeds. */
#include "parsed/xml.h"
#include "tests.h"

#include <stdlib.h>

typedef struct seen {
    size_t opened, closed, deepest, depth, text;
} seen;

static void on_open(void *context, const ngi_xml_name *name, const ngi_xml_attr *attrs,
                    size_t count)
{
    seen *s = context;
    (void)name, (void)attrs, (void)count;
    s->opened++;
    if (++s->depth > s->deepest)
        s->deepest = s->depth;
}

static void on_close(void *context)
{
    seen *s = context;
    s->closed++;
    s->depth--;
}

static void on_text(void *context, ng_slice text)
{
    ((seen *)context)->text += text.len;
}

static const ngi_xml_events events = {on_open, on_close, on_text};

static char *repeated(const char *head, const char *item, size_t times, const char *tail)
{
    ngi_buffer out = {0};
    ngi_buffer_add(&out, ngi_slice_of(head));
    for (size_t i = 0; i < times; i++)
        ngi_buffer_add(&out, ngi_slice_of(item));
    ngi_buffer_add(&out, ngi_slice_of(tail));
    ngi_buffer_char(&out, '\0');
    assert_false(out.failed);
    return out.ptr;
}

static void test_depth(void **state)
{
    static const struct {
        const char *name;
        size_t times, deepest;
        const char *fault;
    } cases[] = {
        {"as feeds are", 10, 11, ""},
        {"the deepest", 999, 1000, ""},
        {"one more", 1000, 1000, "too deep; what is deeper was left out"},
        {"a million", 1000000, 1000, "too deep; what is deeper was left out"},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        seen s = {0};
        ngi_arena arena;
        ngi_xml_report report;
        ngi_buffer all = {0};
        char *open = repeated("<r>", "<a>", cases[i].times, "x");
        char *close = repeated("", "</a>", cases[i].times, "y</r>");
        ngi_buffer_add(&all, ngi_slice_of(open));
        ngi_buffer_add(&all, ngi_slice_of(close));
        ngi_arena_init(&arena, 0);
        assert_true(ngi_xml_read(&arena, ngi_buffer_slice(&all), &events, &s, &report));
        expect_int(cases[i].name, (int64_t)s.deepest, (int64_t)cases[i].deepest);
        expect_int(cases[i].name, (int64_t)s.closed, (int64_t)s.opened);
        expect_text(cases[i].name, ngi_slice_of(report.reason), cases[i].fault);
        expect_int(cases[i].name, (int64_t)s.text, cases[i].fault[0] == '\0' ? 2 : 1);
        ngi_arena_free(&arena);
        ngi_buffer_free(&all);
        free(open);
        free(close);
    }
}

/* A deadline that has passed ends the reading at the first look at the clock. */
static void test_time(void **state)
{
    static const struct {
        const char *name, *head, *item;
    } cases[] = {
        {"elements", "<r>", "<a/>"},
        {"lone ampersands", "<r>", "&"},
        {"entities that nobody knows", "<r>", "&x;"},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        seen s = {0};
        ngi_arena arena;
        ngi_xml_report report;
        char *text = repeated(cases[i].head, cases[i].item, 500000, "</r>");
        ngi_arena_init(&arena, 0);
        arena.deadline = 1;
        assert_false(ngi_xml_read(&arena, ngi_slice_of(text), &events, &s, &report));
        assert_true(arena.late);
        assert_true(s.opened < 100000 && s.opened == s.closed);
        ngi_arena_free(&arena);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
