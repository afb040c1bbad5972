/* SPDX-License-Identifier: Apache-2.0 */
/* Bylines and authors' names: the persons, the agency, and nobody else. */
#include "stories/fields/bylines_words.h"
#include "stories/scene.h"
#include "tests.h"

/* Names wanted, joined by " + "; NULL: no byline. */
typedef struct row {
    const char *name, *text, *names, *credit;
} row;

static const row lines[] = {
    {"two and an agency", "By Jane Doe and John Roe, Reuters", "Jane Doe + John Roe", "Reuters"},
    {"several", "By Ann Low, Bo High and Cy Middle", "Ann Low + Bo High + Cy Middle", ""},
    {"an ampersand", "By Ann Low & Bo High", "Ann Low + Bo High", ""},
    {"a slash", "By Ann Low/Bo High", "Ann Low + Bo High", ""},
    {"capitals stay", "BY ANN LOW AND BO HIGH", "ANN LOW + BO HIGH", ""},
    {"written by", "Written by Ann Low", "Ann Low", ""},
    {"by and a colon", "Author: Ann Low", "Ann Low", ""},
    {"glued by the markup", "byAnn Low", "Ann Low", ""},
    {"a role glued behind", "By Ann LowCorrespondent", "Ann Low", ""},
    {"German", "Von Erika Beispiel und Max Muster", "Erika Beispiel + Max Muster", ""},
    {"German, small", "von Dr. Erika Beispiel", "Dr. Erika Beispiel", ""},
    {"a comment by", "Ein Kommentar von Erika Beispiel", "Erika Beispiel", ""},
    {"text and picture", "Text: Erika Beispiel | Foto: Max Muster", "Erika Beispiel", ""},
    {"French", "Par Jean Exemple et Marie Modèle", "Jean Exemple + Marie Modèle", ""},
    {"Spanish", "Por Luna Ejemplo y Alberto Modelo", "Luna Ejemplo + Alberto Modelo", ""},
    {"a Spanish double name", "Por Luis Ejemplo y Gasset", "Luis Ejemplo y Gasset", ""},
    {"Italian", "Di Marco Esempio", "Marco Esempio", ""},
    {"a cura di", "A cura di Marco Esempio", "Marco Esempio", ""},
    {"Dutch", "Door Jan de Vriend", "Jan de Vriend", ""},
    {"Norwegian", "Av Kari Eksempel, Ola Modell", "Kari Eksempel + Ola Modell", ""},
    {"Danish", "Af Mette Eksempel", "Mette Eksempel", ""},
    {"Icelandic", "Eftir Jón Dæmason", "Jón Dæmason", ""},
    {"Czech", "Autor: Radek Příklad", "Radek Příklad", ""},
    {"Czech with its agency", "Autor: Radek Příklad, ČTK", "Radek Příklad", "ČTK"},
    {"Serbian", "Пише: Марко Примерић", "Марко Примерић", ""},
    {"Russian", "Автор: Иван Примеров", "Иван Примеров", ""},
    {"Arabic", "بقلم هاني مثال", "هاني مثال", ""},
    {"Persian", "نوشته شکیب نمونه", "شکیب نمونه", ""},
    {"Indonesian", "Oleh Budi Contoh", "Budi Contoh", ""},
    {"Swahili", "Na Amani Mfano", "Amani Mfano", ""},
    {"Japanese", "文・山田 太郎", "山田 太郎", ""},
    {"Chinese", "文/陳小明", "陳小明", ""},
    {"a Chinese reporter", "記者陳小明", "陳小明", ""},
    {"Korean, the role behind", "김하나 기자", "김하나", ""},
    {"Korean, places before", "순천, 광양 김하나 기자 hana@courier.example", "김하나", ""},
    {"Korean, the word before", "글 김하나", "김하나", ""},
    {"capitals and a role", "JANE DOE Staff Writer", "JANE DOE", ""},
    {"a role behind a comma", "By Jane Doe, Political Editor", "Jane Doe", ""},
    {"a role behind nothing", "By Jane Doe Staff Writer", "Jane Doe", ""},
    {"a role with more behind it",
     "Von Erika Beispiel, Redakteurin für Finanzen 09.09.2024, 15:15 Uhr", "Erika Beispiel", ""},
    {"a city", "By Jane Doe in London", "Jane Doe", ""},
    {"a city behind a comma", "Von Erika Beispiel, Berlin", "Erika Beispiel", ""},
    {"special to", "By Jane Doe Special to The Courier", "Jane Doe", ""},
    {"an address", "By Jane Doe jane@courier.example", "Jane Doe", ""},
    {"a handle", "By Jane Doe @janedoe", "Jane Doe", ""},
    {"a date behind", "By Jane Doe Apr. 28, 2024 1:15 pm", "Jane Doe", ""},
    {"a date behind small letters", "por Luna Ejemplo 11 de septiembre de 2026, 09:45",
     "Luna Ejemplo", ""},
    {"an age behind", "By Jane Doe Updated 5 hours ago", "Jane Doe", ""},
    {"a date in front", "Published 11 December 2024 By Jane Doe", "Jane Doe", ""},
    {"an age in front", "2 hours ago By Jane Doe", "Jane Doe", ""},
    {"a day in front", "Yesterday By Jane Doe", "Jane Doe", ""},
    {"an age in front, in German", "vor 5 Tagen Von Erika Beispiel", "Erika Beispiel", ""},
    {"helpers", "By Jane Doe with additional reporting by John Roe", "Jane Doe", ""},
    {"an agency in brackets", "Von Max Muster (dpa)", "Max Muster", "dpa"},
    {"an agency behind a stroke", "By Jane Doe | Reuters", "Jane Doe", "Reuters"},
    {"an agency behind a dash", "By Jane Doe - Associated Press - Friday, April 28, 2023",
     "Jane Doe", "Associated Press"},
    {"an agency behind nothing", "By Jane Doe and John Roe The Associated Press",
     "Jane Doe + John Roe", "The Associated Press"},
    {"with an agency", "Von Erika Beispiel mit AP", "Erika Beispiel", "AP"},
    {"only an agency", "AFP", "", "AFP"},
    {"by an agency", "By Associated Press", "", "Associated Press"},
    {"two agencies", "dpa/AFP", "", "dpa, AFP"},
    {"an agency in brackets alone", "(dpa)", "", "dpa"},
    {"staff", "By Staff", "", ""},
    {"the house's staff", "By Courier Staff", "", ""},
    {"a name with a dash", "By Claire Model-Sample", "Claire Model-Sample", ""},
    {"a name with an apostrophe", "By Victoria O’Sample", "Victoria O’Sample", ""},
    {"a name of four words", "By Fouzia Van Der Model", "Fouzia Van Der Model", ""},
    {"initials", "By J. R. Sample", "J. R. Sample", ""},
    {"McSample is one name", "By Ann McSample", "Ann McSample", ""},
    {"a note about an author", "Jane Doe is a reporter for the Courier.", NULL, ""},
    {"a date with a particle in it", "martes, 16 de junio de 2026", NULL, ""},
    {"an author's note", "Author Jane Doe is the head of the desk", NULL, ""},
    {"a picture's credit", "(Photo by Jane Doe)", NULL, ""},
    {"a headline", "Von der Leihe zum Kauf: was Mieter wissen", NULL, ""},
    {"a headline with two names in it", "Von Haien und Menschen", NULL, ""},
    {"a phrase", "By the numbers", NULL, ""},
    {"a job", "Content Editor", NULL, ""},
    {"a brand", "DoorDash Flagship Office", NULL, ""},
    {"a button", "Follow", NULL, ""},
    {"a reading time", "5 min read", NULL, ""},
    {"a bare name is no byline", "Jane Doe", NULL, ""},
    {"more of hers", "More from Jane Doe", NULL, ""},
    {"nothing", "", NULL, ""},
};

/* Where the markup says that it is a byline. */
static const row lone[] = {
    {"a bare name", "Jane Doe", "Jane Doe", ""},
    {"small letters", "jane doe", "jane doe", ""},
    {"two by a stroke", "Jane Doe | John Roe", "Jane Doe + John Roe", ""},
    {"two by a dot", "Jane Doe · John Roe", "Jane Doe + John Roe", ""},
    {"an agency behind", "Jane Doe, Reuters", "Jane Doe", "Reuters"},
    {"a role behind a dash", "Kari Eksempel – Journalist", "Kari Eksempel", ""},
    {"a date behind", "Jane Doe 5 March 2024", "Jane Doe", ""},
    {"a date glued behind", "Jane Doe5 hours ago", "Jane Doe", ""},
    {"published, glued behind", "Jane DoePublished Jul 17, 2024, 11:21am", "Jane Doe", ""},
    {"a time in front", "9. September 2024 um 15:46 Uhr / Erika Beispiel", "Erika Beispiel", ""},
    {"a button behind", "Jane Doe Follow", "Jane Doe", ""},
    {"an agency and its city", "AFP, MANILA", "", "AFP"},
    {"two scripts", "大渡 太郎", "大渡 太郎", ""},
    {"staff", "Staff", "", ""},
    {"a desk", "News Desk", "", ""},
    {"a date", "March 5, 2024", NULL, ""},
    {"a note", "Jane Doe is a reporter", NULL, ""},
    {"more of hers", "More from Jane Doe", NULL, ""},
    {"the owner's sign", "© Jane Doe", NULL, ""},
};

static const row claims[] = {
    {"a name", "Jane Doe", "Jane Doe", ""},
    {"capitals stay", "JANE DOE", "JANE DOE", ""},
    {"small letters stay", "jane doe", "jane doe", ""},
    {"one small word", "kesm", "kesm", ""},
    {"turned around", "Doe, Jane", "Jane Doe", ""},
    {"turned around, with an initial", "Doe, Jane T.", "Jane T. Doe", ""},
    {"a list", "Ann Low, Bo High and Cy Middle", "Ann Low + Bo High + Cy Middle", ""},
    {"with by", "By Jane Doe", "Jane Doe", ""},
    {"with a degree", "Jane Doe, MD", "Jane Doe", ""},
    {"with a role", "Jane Doe, CEO of TestWorks", "Jane Doe", ""},
    {"a user", "user123", "user123", ""},
    {"joined words", "JaneWDoe", "JaneWDoe", ""},
    {"an agency", "Deutsche Presse-Agentur", "", "Deutsche Presse-Agentur"},
    {"an agency and a person", "Jane Doe, Reuters", "Jane Doe", "Reuters"},
    {"an address of the web", "https://courier.example/authors/jane-doe", "", ""},
    {"an address of mail", "jane@courier.example", "", ""},
    {"the desk", "News Desk", "", ""},
    {"the editors", "Redaktion", "", ""},
    {"nothing", "", "", ""},
};

static void check_names(const row *r, const ng_slice *names, uint32_t count, ng_slice credit)
{
    char joined[400] = "";
    size_t used = 0;
    for (uint32_t i = 0; i < count; i++)
        used += (size_t)snprintf(joined + used, sizeof joined - used, "%s%.*s", i ? " + " : "",
                                 (int)names[i].len, names[i].ptr);
    expect_text(r->name, ngi_slice(joined, used), r->names != NULL ? r->names : "");
    expect_text(r->name, credit, r->credit);
}

static void check_rows(const row *rows, size_t count, bool is_lone)
{
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < count; i++) {
        ng_slice *names, credit;
        uint32_t found;
        bool is =
            ngi_byline_parse(&arena, ngi_slice_of(rows[i].text), is_lone, &names, &found, &credit);
        expect_int(rows[i].name, is, rows[i].names != NULL);
        check_names(&rows[i], names, found, credit);
    }
    ngi_arena_free(&arena);
}

static void test_lines(void **state)
{
    (void)state;
    check_rows(lines, ARRAY_COUNT(lines), false);
}

static void test_lines_known_to_be_bylines(void **state)
{
    (void)state;
    check_rows(lone, ARRAY_COUNT(lone), true);
}

static void test_claims(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(claims); i++) {
        ng_slice *names, credit;
        uint32_t count;
        assert_true(
            ngi_author_clean(&arena, ngi_slice_of(claims[i].text), &names, &count, &credit));
        check_names(&claims[i], names, count, credit);
    }
    ngi_arena_free(&arena);
}

static void check_table(const ngi_word *table, size_t count)
{
    ngi_tokens tokens;
    for (size_t i = 0; i < count; i++) {
        ng_slice word = ngi_slice_of(table[i].word);
        ngi_tokens_cut(word, &tokens);
        expect_slice(table[i].word, ngi_slice(tokens.fold, tokens.fold_len), word);
        if (i > 0 && strcmp(table[i - 1].word, table[i].word) >= 0)
            fail_msg("%s stands behind %s", table[i].word, table[i - 1].word);
    }
}

static void test_tables_are_folded_and_sorted(void **state)
{
    (void)state;
    check_table(ngi_byline_phrases, ngi_byline_phrases_count);
    check_table(ngi_byline_units, ngi_byline_units_count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_lines_known_to_be_bylines),
        cmocka_unit_test(test_claims),
        cmocka_unit_test(test_tables_are_folded_and_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
