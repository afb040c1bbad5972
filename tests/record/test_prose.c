/* SPDX-License-Identifier: Apache-2.0 */
/* Texts as words. Each row is a text and how it comes apart: words between spaces, "/" before
 * a sentence, "//" before a paragraph, quotations in braces with their marks inside. */
#include "record/prose.h"
#include "tests.h"

typedef struct row {
    const char *name, *text, *apart;
} row;

static void show(const ngi_prose *p, ngi_buffer *out)
{
    for (uint32_t i = 0; i < p->token_count; i++) {
        const ngi_token *t = &p->tokens[i];
        bool sentence = i > 0 && t->sentence != t[-1].sentence;
        bool paragraph = i > 0 && t->paragraph != t[-1].paragraph;
        if (i > 0 && t[-1].quote >= 0 && t[-1].quote != t->quote)
            ngi_buffer_char(out, '}');
        if (i > 0)
            ngi_buffer_char(out, ' ');
        ngi_buffer_add(out, paragraph ? NGI_LIT("// ") : sentence ? NGI_LIT("/ ") : NGI_LIT(""));
        if (t->quote >= 0 && (i == 0 || t[-1].quote != t->quote))
            ngi_buffer_char(out, '{');
        ngi_buffer_add(out, ngi_token_text(p, i));
        if (i + 1 == p->token_count && t->quote >= 0)
            ngi_buffer_char(out, '}');
    }
}

static void expect_apart(const row *rows, size_t count, const char *language)
{
    for (size_t i = 0; i < count; i++) {
        ngi_arena arena;
        ngi_buffer shown = {0};
        ngi_prose prose;
        ngi_arena_init(&arena, 0);
        assert_true(ngi_prose_make(&arena, ngi_slice_of(rows[i].text), ngi_slice_of(language),
                                   &prose));
        show(&prose, &shown);
        expect_text(rows[i].name, ngi_buffer_slice(&shown), rows[i].apart);
        ngi_buffer_free(&shown);
        ngi_arena_free(&arena);
    }
}

static const row words[] = {
    {"clitics are words", "She didn't say it's Omar's, and I can't.",
     "She did n't say it 's Omar 's , and I ca n't ."},
    {"curly apostrophes too", "They’ve said we’ll see Brandt’s.", "They ’ve said we ’ll see Brandt ’s ."},
    {"two clitics", "He'd've gone.", "He'd 've gone ."},
    {"a name with an apostrophe stays whole", "O'Hara met D'Angelo.", "O'Hara met D'Angelo ."},
    {"a plural's apostrophe stands alone", "the teachers' pay", "the teachers ' pay"},
    {"hyphens stand alone", "a 12-year-old ex-minister", "a 12 - year - old ex - minister"},
    {"numbers keep what separates them", "1,200.50 at 10:30, 3rd in the 1990s, 5bn.",
     "1,200.50 at 10:30 , 3rd in the 1990s , 5bn ."},
    {"a currency stands alone", "$141 million, US$5 and €3.5bn",
     "$ 141 million , US $ 5 and € 3.5bn"},
    {"addresses are words", "See https://example.org/a?b=c, www.example.com.",
     "See https://example.org/a?b=c , www.example.com ."},
    {"tags and handles", "@brandt wrote #harbour now", "@brandt wrote #harbour now"},
    {"dashes", "Yes -- no—maybe – so", "Yes -- no — maybe – so"},
    {"dots left out", "Well... I mean… yes", "Well ... / I mean … yes"},
    {"what an apostrophe leaves out", "Let 'em have the '80s", "Let 'em have the '80s"},
    {"letters with marks are one word", "re\xCC\x81sume\xCC\x81 ok", "re\xCC\x81sume\xCC\x81 ok"},
    {"a soft hyphen does not part", "mini\xC2\xADster said", "mini\xC2\xADster said"},
    {"nothing", "", ""},
    {"white space alone", " \n\t\n ", ""},
    {"control characters are gaps", "one\x01two\x7F" "three", "one two three"},
    {"brackets and slashes", "(left/right) [sic]", "( left / right ) [ sic ]"},
    {"per cent", "5% of 3 per cent", "5 % of 3 per cent"},
    {"a letter and digits", "Covid19 and G7 and MH17", "Covid19 and G7 and MH17"},
};

static const row sentences[] = {
    {"a stop, a question, an exclamation", "It rained. Why? Because! So it is.",
     "It rained . / Why ? / Because ! / So it is ."},
    {"titles", "Mr. Okafor met Dr. Ilse Brandt and Gov. Reyes. He left.",
     "Mr. Okafor met Dr. Ilse Brandt and Gov. Reyes . / He left ."},
    {"initials", "Anna K. Lind met J. R. Moss. Both left.",
     "Anna K. Lind met J. R. Moss . / Both left ."},
    {"a single letter that ends a sentence", "They chose plan B. The other failed.",
     "They chose plan B . / The other failed ."},
    {"U.S. within", "The U.S. Treasury and the U.N. agency agree.",
     "The U.S. Treasury and the U.N. agency agree ."},
    {"U.S. at the end", "He left the U.S. The ministry regretted it.",
     "He left the U.S. / The ministry regretted it ."},
    {"a firm's Inc. at the end", "It bought Tarn Inc. The price is secret.",
     "It bought Tarn Inc. / The price is secret ."},
    {"a firm's Inc. within", "Tarn Inc. Chairman Bo Lund left.", "Tarn Inc. Chairman Bo Lund left ."},
    {"a.m. at the end", "It began at 5 a.m. In the hall it was cold.",
     "It began at 5 a.m. / In the hall it was cold ."},
    {"months cut short", "On Sept. 5 and Jan. 2, 2021, it snowed.",
     "On Sept. 5 and Jan. 2 , 2021 , it snowed ."},
    {"No. before a number", "It is No. 5 of ten. No. It is not.",
     "It is No. 5 of ten . / No . / It is not ."},
    {"decimals", "It fell 2.5 points. Then 3.", "It fell 2.5 points . / Then 3 ."},
    {"a number that begins", "It grew. 300 people came.", "It grew . / 300 people came ."},
    {"e.g. and vs.", "Some, e.g. Brandt vs. Moss, left.", "Some , e.g. Brandt vs. Moss , left ."},
    {"a bracket closes", "It rained (as it does.) Then it stopped.",
     "It rained ( as it does . ) / Then it stopped ."},
    {"a numbered line", "1. Read the law", "1 . Read the law"},
    {"lines are paragraphs", "One line\nAnother. One", "One line // Another . / One"},
    {"a degree", "Lena Moss, Ph.D., spoke.", "Lena Moss , Ph.D. , spoke ."},
    {"no gap, no end", "Write to desk.example.Now", "Write to desk . example . Now"},
    {"Arabic question mark", "لماذا؟ ذهب", "لماذا ؟ / ذهب"},
    {"Chinese", "他说。我们走了。", "他 说 。 / 我 们 走 了 。"},
};

static const row datelines[] = {
    {"city, date and agency", "PORT ELLEN, March 3 (Tarn News) - The ferry sank.",
     "PORT ELLEN , March 3 ( Tarn News ) - / The ferry sank ."},
    {"a long dash without gaps", "OSLO—The king said no.", "OSLO — / The king said no ."},
    {"a city in small letters with an agency", "Lisbon (Tarn) -- Rain fell.",
     "Lisbon ( Tarn ) -- / Rain fell ."},
    {"a dash in a sentence is none", "Moss - a tall man - left.", "Moss - a tall man - left ."},
    {"a headline with a dash is none", "Brandt – Moss talks fail", "Brandt – Moss talks fail"},
};

static const row quotations[] = {
    {"straight", "\"It is so,\" he said. \"Really.\"",
     "{\" It is so , \"} he said . / {\" Really . \"}"},
    {"curly", "“It is so,” she said, “today.”", "{“ It is so , ”} she said , {“ today . ”}"},
    {"two single marks", "''It is so,'' he said.", "{'' It is so , ''} he said ."},
    {"backquotes", "``It is so,'' he said.", "{`` It is so , ''} he said ."},
    {"single marks", "‘It is so,’ he said.", "{‘ It is so , ’} he said ."},
    {"single straight ones", "He called it 'a day of joy' in May.",
     "He called it {' a day of joy '} in May ."},
    {"a question asked by a name goes on", "“Why?” Ilse Brandt asked. “Why not?” He left.",
     "{“ Why ? ”} Ilse Brandt asked . / {“ Why not ? ”} / He left ."},
    {"nested", "“He said ‘never’ to me,” she said.", "{“ He said ‘ never ’ to me , ”} she said ."},
    {"nested double ones", "“He said “never” to me,” she said.",
     "{“ He said “ never ” to me , ”} she said ."},
    {"over paragraphs, each opened", "“One.\n“Two.\n“Three,” he said.",
     "{“ One .} // {“ Two .} // {“ Three , ”} he said ."},
    {"carried on without a mark", "“One.\nTwo,” he said.", "{“ One .} // {Two , ”} he said ."},
    {"left open", "He said “so it is.\nThey left.", "He said {“ so it is .} // They left ."},
    {"opened again before it closes", "“One “two” three.", "{“ One} {“ two ”} three ."},
    {"closed but never opened", "So it is,” he said.", "So it is , ” he said ."},
    {"inches", "He is 6' 2\" tall.", "He is 6 ' 2 \" tall ."},
    {"apostrophes open nothing", "the boys' and girls' rooms", "the boys ' and girls ' rooms"},
    {"a single word", "the “quick” one", "the {“ quick ”} one"},
    {"in brackets", "(“so”) they say", "( {“ so ”} ) they say"},
    {"a sentence begins with its mark", "He left. “So it is.”", "He left . / {“ So it is . ”}"},
    {"marks without words", "\"\" “”", "{\" \"} {“ ”}"},
    {"angled", "Er sagte «nein» und ging", "Er sagte {« nein »} und ging"},
};

static const row german[] = {
    {"low and high marks", "„Es ist so“, sagte Brandt. „Wirklich.“",
     "{„ Es ist so “} , sagte Brandt . / {„ Wirklich . “}"},
    {"pointed inwards", "»Es ist so«, sagte Brandt.", "{» Es ist so «} , sagte Brandt ."},
    {"days", "Am 3. März kam er. Dann ging er.", "Am 3. März kam er . / Dann ging er ."},
    {"abbreviations", "Das ist z.B. Dr. Brandt bzw. Moss. Er ging.",
     "Das ist z.B. Dr. Brandt bzw. Moss . / Er ging ."},
};

static const row french[] = {
    {"elision", "L'homme qu'il a vu s'appelle d'Orval.",
     "L' homme qu' il a vu s' appelle d' Orval ."},
    {"angled marks with gaps", "« C'est vrai », a dit M. Moreau. Il part.",
     "{« C' est vrai »} , a dit M. Moreau . / Il part ."},
};

static const row spanish[] = {
    {"marks that open", "¿Por qué? ¡No! La Sra. Ruiz dijo «sí».",
     "¿ Por qué ? / ¡ No ! / La Sra. Ruiz dijo {« sí »} ."},
};

static void test_words(void **state)
{
    (void)state;
    expect_apart(words, ARRAY_COUNT(words), "en");
}

static void test_sentences(void **state)
{
    (void)state;
    expect_apart(sentences, ARRAY_COUNT(sentences), "en");
    expect_apart(datelines, ARRAY_COUNT(datelines), "en");
}

static void test_quotations(void **state)
{
    (void)state;
    expect_apart(quotations, ARRAY_COUNT(quotations), "");
}

static void test_other_languages(void **state)
{
    (void)state;
    expect_apart(german, ARRAY_COUNT(german), "de");
    expect_apart(french, ARRAY_COUNT(french), "fr");
    expect_apart(spanish, ARRAY_COUNT(spanish), "es");
}

static void test_states_and_shapes(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_prose p;
    ngi_arena_init(&arena, 0);
    assert_true(ngi_prose_make(&arena, NGI_LIT("“One.\n“NATO 5,” he"), NGI_LIT("en"), &p));
    static const uint8_t states[] = {1, 2, 2, 1, 2, 2, 2, 3, 0};
    assert_int_equal(p.token_count, ARRAY_COUNT(states));
    for (uint32_t i = 0; i < p.token_count; i++)
        assert_int_equal(p.tokens[i].quote_state, states[i]);
    assert_false(ngi_quote_carried(&p, 0));
    assert_true(ngi_quote_carried(&p, 1));
    assert_int_equal(p.tokens[4].shape & 15, NGI_SHAPE_CAPITAL | NGI_SHAPE_ALL_CAPITALS | NGI_SHAPE_WORD);
    assert_int_equal(p.tokens[5].shape, NGI_SHAPE_DIGIT | NGI_SHAPE_WORD | NGI_SHAPE_SPACE);
    assert_int_equal(p.tokens[8].hash, ngi_word_hash(NGI_LIT("HE")));
    assert_int_equal(ngi_word_hash(NGI_LIT("“")), ngi_word_hash(NGI_LIT("\"")));
    assert_int_equal(ngi_word_hash(NGI_LIT("''")), ngi_word_hash(NGI_LIT("\"")));
    assert_int_equal(ngi_word_hash(NGI_LIT("’S")), ngi_word_hash(NGI_LIT("'s")));
    ngi_arena_free(&arena);
}

/* Stretches cover what they say, and words stand in order. */
static void expect_whole(const ngi_prose *p)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < p->token_count; i++) {
        const ngi_token *t = &p->tokens[i];
        assert_true(t->begin >= last && t->begin < t->end && t->end <= p->text.len);
        last = t->end;
        assert_true(i >= p->sentences[t->sentence].begin && i < p->sentences[t->sentence].end);
        assert_true(i >= p->paragraphs[t->paragraph].begin && i < p->paragraphs[t->paragraph].end);
        if (t->quote >= 0)
            assert_true(i >= p->quotes[t->quote].begin && i < p->quotes[t->quote].end);
    }
}

static void test_hostile_texts_come_apart(void **state)
{
    (void)state;
    static const char *const pieces[] = {"\"", "“", "”", "'a", "a'", ") ", "(\"", "a", "U.S. ",
                                         ". A", "中", "?” Moss "};
    enum { TIMES = 100000 };
    for (size_t k = 0; k < ARRAY_COUNT(pieces); k++) {
        ngi_arena arena;
        ngi_buffer text = {0};
        ngi_prose p;
        ngi_arena_init(&arena, 0);
        for (size_t i = 0; i < TIMES; i++)
            ngi_buffer_add(&text, ngi_slice_of(pieces[k]));
        assert_true(ngi_prose_make(&arena, ngi_buffer_slice(&text), NGI_LIT("en"), &p));
        expect_whole(&p);
        ngi_buffer_free(&text);
        ngi_arena_free(&arena);
    }
}

static void test_memory_that_runs_out(void **state)
{
    (void)state;
    static const char text[] = "“One,” he said. “Two,” said Ilse Brandt.\nThree (four) ‘five’.";
    for (size_t limit = 1; limit < 60000; limit += 1000) {
        ngi_arena arena;
        ngi_prose p;
        ngi_arena_init(&arena, limit);
        if (!ngi_prose_make(&arena, ngi_slice_of(text), NGI_LIT("en"), &p))
            assert_int_equal(p.token_count, 0);
        ngi_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_other_languages),
        cmocka_unit_test(test_states_and_shapes),
        cmocka_unit_test(test_hostile_texts_come_apart),
        cmocka_unit_test(test_memory_that_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
