/* SPDX-License-Identifier: Apache-2.0 */
/* What the learned steps find in plain sentences, the way of "SOURCE | CUE | CONTENT", several
 * attributions on a line each, pieces of one span joined by " + "; and that hostile texts come
 * through with spans that hold. */
#include "record/learned/candidates.h"
#include "tests.h"

typedef struct row {
    const char *name, *text, *found;
} row;

static const row sentences[] = {
    {"content first", "The harbour will reopen on Monday, the ministry said.",
     "the ministry | said | The harbour will reopen on Monday\n"},
    {"a quotation", "“We will rebuild the bridge,” Ilse Brandt said.",
     "Ilse Brandt | said | “We will rebuild the bridge,”\n"},
    {"a quotation on both sides",
     "\"It was a quiet night,\" said Omar Reyes, the mayor of Tarn. \"Nobody was hurt.\"",
     "Omar Reyes, the mayor of Tarn | said | \"It was a quiet night,\" + \"Nobody was hurt.\"\n"},
    {"a denial", "The company denied that it had sold the engines.",
     "The company | denied | that it had sold the engines\n"},
    {"a cue that is no verb", "The talks have failed, according to two officials.",
     "two officials | according to | The talks have failed\n"},
    {"an addressee", "Brandt told reporters that the vote would be held in May.",
     "Brandt | told | that the vote would be held in May\n"},
    {"a document", "The report found that the dam had been weakened for years.",
     "The report | found | that the dam had been weakened for years\n"},
    {"two in one sentence",
     "She said the plan was a disaster and urged the council to drop it.",
     "She | said | the plan was a disaster\nShe | urged | the council to drop it\n"},
    {"paragraphs", "“The road is closed,” the sheriff said.\n“It will stay closed,” he added.",
     "the sheriff | said | “The road is closed,”\nhe | added | “It will stay closed,”\n"},
    {"nothing said", "Rescue teams reached the valley on Friday after two days of rain.", ""},
    {"no text", "", ""},
};

static void put_span(ngi_buffer *out, ng_slice text, ngi_extents e)
{
    for (uint32_t k = 0; k < e.count; k++) {
        ngi_buffer_add(out, k == 0 ? NGI_LIT("") : NGI_LIT(" + "));
        ngi_buffer_add(out, ngi_slice_sub(text, e.items[k].begin, e.items[k].end));
    }
}

static void test_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(sentences); i++) {
        ngi_arena arena;
        ngi_prose prose;
        ngi_syntax syntax;
        ngi_attribution *found;
        uint32_t count;
        ngi_buffer shown = {0};
        ng_slice text = ngi_slice_of(sentences[i].text);
        ngi_arena_init(&arena, 0);
        assert_true(ngi_prose_make(&arena, text, NGI_LIT("en"), &prose));
        assert_true(ngi_syntax_make(&arena, &prose, false, NULL, &syntax));
        assert_true(ngi_attributions_learned(&arena, &prose, &syntax, false, NULL, &found, &count));
        for (uint32_t k = 0; k < count; k++) {
            put_span(&shown, text, found[k].source);
            ngi_buffer_add(&shown, NGI_LIT(" | "));
            put_span(&shown, text, found[k].cue);
            ngi_buffer_add(&shown, NGI_LIT(" | "));
            put_span(&shown, text, found[k].content);
            ngi_buffer_char(&shown, '\n');
            assert_true(found[k].confidence > 0.2f && found[k].confidence <= 1);
        }
        expect_text(sentences[i].name, ngi_buffer_slice(&shown), sentences[i].found);
        ngi_buffer_free(&shown);
        ngi_arena_free(&arena);
    }
}

static const struct {
    const char *word, *tag, *label;
} parsed[] = { /* NULL: not looked at */
    {"The", "DT", "det"}, {"mayor", "NN", NULL}, {"said", "VBD", NULL}, {"she", "PRP", NULL},
    {"would", "MD", "aux"}, {"open", "VB", NULL}, {"the", "DT", "det"}, {"old", "JJ", "amod"},
    {"bridge", "NN", "obj"}, {".", ".", "punct"},
};

static void test_light_syntax(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_prose prose;
    ngi_syntax syntax;
    ngi_arena_init(&arena, 0);
    ng_slice text = NGI_LIT("The mayor said she would open the old bridge.");
    assert_true(ngi_prose_make(&arena, text, NGI_LIT("en"), &prose));
    assert_true(ngi_syntax_make(&arena, &prose, false, NULL, &syntax));
    assert_int_equal(prose.token_count, ARRAY_COUNT(parsed));
    for (uint32_t i = 0; i < prose.token_count; i++) {
        assert_string_equal(ngi_pos_name(syntax.tag[i]), parsed[i].tag);
        if (parsed[i].label != NULL)
            assert_string_equal(ngi_label_name(syntax.label[i]), parsed[i].label);
    }
    assert_int_equal(syntax.head[0], 1);
    assert_int_equal(syntax.head[7], 8);
    assert_int_equal(syntax.head[8], 5);
    assert_string_equal(ngi_pos_name(255), "");
    assert_string_equal(ngi_label_name(255), "");
    ngi_arena_free(&arena);
}

static void expect_spans(ng_slice text, ngi_extents e)
{
    for (uint32_t k = 0; k < e.count; k++) {
        assert_true(e.items[k].begin < e.items[k].end && e.items[k].end <= text.len);
        assert_true(k == 0 || e.items[k - 1].end <= e.items[k].begin);
    }
}

static void test_hostile_texts(void **state)
{
    (void)state;
    static const char *const pieces[] = {"\"", "“", "said ", "said that ", "\"a\" said b ",
                                         "he said: ", "nospaces", "中", "said\n", "A (B) ", ", "};
    enum { BYTES = 40000 };
    for (size_t k = 0; k < ARRAY_COUNT(pieces) * 2; k++) {
        ngi_arena arena;
        ngi_buffer text = {0};
        ngi_prose prose;
        ngi_syntax syntax;
        ngi_attribution *found;
        uint32_t count;
        bool fast = k % 2 == 1;
        ngi_arena_init(&arena, 0);
        while (text.len < BYTES)
            ngi_buffer_add(&text, ngi_slice_of(pieces[k / 2]));
        assert_true(ngi_prose_make(&arena, ngi_buffer_slice(&text), NGI_LIT("en"), &prose));
        assert_true(ngi_syntax_make(&arena, &prose, fast, NULL, &syntax));
        assert_true(ngi_attributions_learned(&arena, &prose, &syntax, fast, NULL, &found, &count));
        for (uint32_t i = 0; i < count; i++) {
            expect_spans(prose.text, found[i].source);
            expect_spans(prose.text, found[i].cue);
            expect_spans(prose.text, found[i].content);
        }
        ngi_buffer_free(&text);
        ngi_arena_free(&arena);
    }
}

/* Few words are looked at closely, however many look like anchors. */
static void test_anchors_are_bounded(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_buffer text = {0};
    ngi_prose prose;
    ngi_syntax syntax;
    ngi_reading reading;
    ngi_candidates all;
    ngi_model model;
    ngi_model_builtin(&model);
    ngi_arena_init(&arena, 0);
    for (int i = 0; i < 2000; i++)
        NGI_BUFFER_LIT(&text, "he said she said ");
    assert_true(ngi_prose_make(&arena, ngi_buffer_slice(&text), NGI_LIT("en"), &prose));
    assert_true(ngi_syntax_make(&arena, &prose, true, NULL, &syntax));
    assert_true(ngi_reading_make(&arena, &model, &prose, &syntax, true, &reading));
    for (uint32_t i = 0; i < prose.token_count; i++)
        reading.anchor[i] = i % 2 == 0 ? 0.5f : 0.9f;
    assert_true(ngi_candidates_find(&arena, &reading, 0.2f, &all));
    assert_true(all.count <= 2 * (prose.token_count / 8 + 16)); /* two readings each */
    ngi_buffer_free(&text);
    ngi_arena_free(&arena);
}

static void test_memory_that_runs_out(void **state)
{
    (void)state;
    ng_slice text = NGI_LIT("“One,” he said. “Two,” said Ilse Brandt.\nMoss denied that it was so.");
    for (size_t limit = 1000; limit < 400000; limit += 7000) {
        ngi_arena arena;
        ngi_prose prose;
        ngi_syntax syntax;
        ngi_attribution *found;
        uint32_t count;
        ngi_arena_init(&arena, limit);
        if (ngi_prose_make(&arena, text, NGI_LIT("en"), &prose) &&
            ngi_syntax_make(&arena, &prose, false, NULL, &syntax) &&
            !ngi_attributions_learned(&arena, &prose, &syntax, false, NULL, &found, &count))
            assert_int_equal(count, 0);
        ngi_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),         cmocka_unit_test(test_light_syntax),
        cmocka_unit_test(test_hostile_texts),     cmocka_unit_test(test_anchors_are_bounded),
        cmocka_unit_test(test_memory_that_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
