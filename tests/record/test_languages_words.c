/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of words: in order, each word once, and as the reader folds them. */
#include "record/languages/speech.h"
#include "tests.h"

static const struct {
    const char *name;
    const ngi_lexicon *lexicon;
} lexicons[] = {{"English", &ngi_words_en}, {"German", &ngi_words_de}, {"French", &ngi_words_fr},
                {"Spanish", &ngi_words_es}};

static void test_tables_are_in_order(void **state)
{
    (void)state;
    for (size_t l = 0; l < ARRAY_COUNT(lexicons); l++)
        for (size_t i = 1; i < lexicons[l].lexicon->count; i++) {
            const char *before = lexicons[l].lexicon->entries[i - 1].word;
            const char *word = lexicons[l].lexicon->entries[i].word;
            if (strcmp(before, word) >= 0)
                fail_msg("%s: \"%s\" stands before \"%s\"", lexicons[l].name, before, word);
        }
}

static void test_words_are_folded(void **state)
{
    (void)state;
    for (size_t l = 0; l < ARRAY_COUNT(lexicons); l++)
        for (size_t i = 0; i < lexicons[l].lexicon->count; i++) {
            ng_slice word = ngi_slice_of(lexicons[l].lexicon->entries[i].word);
            char folded[64];
            size_t used = 0;
            for (size_t at = 0; at < word.len && used + 4 < sizeof folded;)
                used += ngi_utf8_put(ngi_base_letter(ngi_utf8_next(word, &at)), folded + used);
            expect_slice(lexicons[l].name, ngi_slice(folded, used), word);
        }
}

/* Each word is found as the atom reader looks it up. */
static void test_words_are_found(void **state)
{
    (void)state;
    ngi_atoms *atoms = calloc(1, sizeof *atoms);
    assert_non_null(atoms);
    for (size_t l = 0; l < ARRAY_COUNT(lexicons); l++)
        for (size_t i = 0; i < lexicons[l].lexicon->count; i++) {
            const ngi_entry *entry = &lexicons[l].lexicon->entries[i];
            ngi_atoms_begin(atoms, ngi_slice_of(entry->word), (ngi_tongue)l);
            assert_true(ngi_atoms_next(atoms));
            if (atoms->items[0].entry != entry)
                fail_msg("%s: \"%s\" is not found", lexicons[l].name, entry->word);
        }
    free(atoms);
}

static void check_array(const char *name, const char *const *words, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (strcmp(words[i - 1], words[i]) >= 0)
            fail_msg("%s: \"%s\" stands before \"%s\"", name, words[i - 1], words[i]);
}

static void test_verbs_are_in_order(void **state)
{
    (void)state;
    const ngi_speech_words *words[] = {&ngi_speech_de, &ngi_speech_fr, &ngi_speech_es};
    for (size_t l = 0; l < ARRAY_COUNT(words); l++) {
        check_array(lexicons[l + 1].name, words[l]->verbs, words[l]->verb_count);
        check_array(lexicons[l + 1].name, words[l]->participles, words[l]->participle_count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_are_in_order),
        cmocka_unit_test(test_words_are_folded),
        cmocka_unit_test(test_words_are_found),
        cmocka_unit_test(test_verbs_are_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
