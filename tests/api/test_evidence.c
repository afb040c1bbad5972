/* SPDX-License-Identifier: Apache-2.0 */
/* From every part, headline, author, date and teaser back to the page's bytes: its words
 * must stand there. Pages are entity-laden, in old charsets, cut off, or JSON alone. */
#include "tests.h"

#include "api/api.h"
#include "base/utf8.h"
#include "parsed/tree.h"

#include <iconv.h>
#include <stdlib.h>
#include <yyjson.h>

#define LATIN_BODY                                                                                    \
    "<!doctype html><html lang=fr><head><meta charset=\"%s\">"                                        \
    "<title>La Méduse reprend la mer</title>"                                                        \
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":"                   \
    "\"La Méduse reprend la mer\",\"datePublished\":\"2026-03-04T10:00:00+01:00\","                  \
    "\"author\":{\"@type\":\"Person\",\"name\":\"Zoé Lefèvre\"}}</script></head><body>"             \
    "<nav><ul><li><a href=/>Accueil</a><li><a href=/m>Météo</a></ul></nav><article>"                \
    "<p class=kicker>Société</p><h1>La   M<b>é</b>duse reprend la&nbsp;mer</h1>"                   \
    "<p class=byline>Par <a rel=author href=/z>Zoé Lefèvre</a></p>"                                 \
    "<p>Le navire <i>La&nbsp;Méduse</i> a quitté le port mardi à l&#39;aube, &laquo;&nbsp;sans "   \
    "un bruit&nbsp;&raquo;, après neuf ann&eacute;es pass&#xE9;es à quai, devant "                  \
    "200&#x202F;personnes venues &amp; restées malgré la pluie.</p>"                                \
    "<p>La capitaine, <!-- une note -->qui attendait ce jour depuis l'été <a href=/q>où le vieux " \
    "quai<br>a fermé</a>, promet deux traversées par jour jusqu'aux tempêtes d'automne, et un "    \
    "billet moins cher qu'un repas en ville.</p>"                                                     \
    "<h2>Un quai tout neuf</h2>"                                                                      \
    "<p>Le quai a été refait en pierre claire, avec une rampe, un abri et même une horloge, que "  \
    "les habitants ont payée eux-mêmes, pièce après pièce, pendant quatre hivers.</p>"           \
    "</article></body></html>"

#define JAPANESE_BODY                                                                                                                         \
    "<!doctype html><html lang=ja><head><meta charset=\"%s\"><title>船が戻る</title></head><body>"                                        \
    "<article><h1>九年ぶりに船が港に戻る</h1>"                                                                                     \
    "<p>火曜日の朝、フェリーは九年ぶりに港を出た。二百人の乗客と楽団が乗り込み、岸壁では町の人々" \
    "が手を振って見送った。船は昼過ぎに対岸の島に着いた。</p>"                                                      \
    "<p>港長は、古い桟橋が閉じてからこの日を待っていたと話し、秋の嵐が来るまで一日に二便を"          \
    "運航すると約束した。<b>切符</b>は町の食事より安いという。</p></article></body></html>"

#define RUSSIAN_BODY                                                                                                                                                 \
    "<!doctype html><html lang=ru><head><meta charset=\"%s\"><title>Паром вернулся</title></head>"                                                      \
    "<body><article><h1>Паром вернулся в порт</h1>"                                                                                                \
    "<p>Во вторник утром паром впервые за девять лет вышел из порта: на борту были двести "        \
    "пассажиров и духовой оркестр, а на причале стоял весь город.</p>"                                              \
    "<p>Начальник порта, который ждал этого дня с тех пор, как закрыли старый причал, обещает " \
    "два рейса в день до осенних штормов.</p></article></body></html>"

static const char json_page[] =
    "<!doctype html><html lang=en><head><title>Ferry returns</title>"
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferry "
    "returns to \\u00d8rsund\",\"articleBody\":\"The ferry sailed from \\u00d8rsund on Tuesday "
    "morning, for the first time in nine years, with two hundred people on board.\\n\\nThe harbour "
    "master said that \\\"the line\\\" would run twice a day until the autumn storms come, and "
    "that tickets would cost less than a meal in town.\"}</script></head><body><div id=app></div>"
    "</body></html>";

static const char dump_page[] =
    "World\n\nFerry returns to Orsund\n\nAfter nine years the line is open again.\n\n"
    "By Ada Marlow\n\nThe ferry sailed from Orsund on Tuesday morning, for the first time in nine "
    "years,\nwith two hundred people and a brass band on board.\n\nThe harbour master, who had "
    "waited for the day since the old pier was closed,\nsaid that the line would run twice a day "
    "until the autumn storms come.\n\n- Mill reopens\nBusiness5 days ago\n- Snow on the pass\n"
    "World2 hours ago\n";

static const struct {
    const char *name, *page, *declared, *charset; /* charset: for iconv; NULL: bytes as they are */
    unsigned least;                               /* texts with a place that must be there */
} pages[] = {
    {"UTF-8", LATIN_BODY, "utf-8", "UTF-8", 4},
    {"windows-1252", LATIN_BODY, "windows-1252", "WINDOWS-1252", 4},
    {"UTF-16, with a byte order mark", LATIN_BODY, "utf-16", "UTF-16", 4},
    {"Shift_JIS", JAPANESE_BODY, "shift_jis", "SHIFT_JIS", 2},
    {"EUC-JP", JAPANESE_BODY, "euc-jp", "EUC-JP", 2},
    {"GB18030", JAPANESE_BODY, "gb18030", "GB18030", 2},
    {"KOI8-R", RUSSIAN_BODY, "koi8-r", "KOI8-R", 2},
    {"windows-1251", RUSSIAN_BODY, "windows-1251", "WINDOWS-1251", 2},
    {"JSON alone", json_page, NULL, NULL, 2},
    {"a dump", dump_page, NULL, NULL, 2},
};

/* ---- pages ---- */

static ngi_buffer made(const char *page, const char *declared, const char *charset)
{
    ngi_buffer utf8 = {0}, out = {0};
    if (declared == NULL) {
        ngi_buffer_add(&out, ngi_slice_of(page));
        return out;
    }
    ng_slice rest = ngi_slice_of(page);
    size_t at = ngi_find(rest, NGI_LIT("%s"));
    ngi_buffer_add(&utf8, ngi_slice_sub(rest, 0, at));
    ngi_buffer_add(&utf8, ngi_slice_of(declared));
    ngi_buffer_add(&utf8, ngi_slice_from(rest, at + 2));
    iconv_t to = iconv_open(charset, "UTF-8");
    assert_true(to != (iconv_t)-1);
    assert_true(ngi_buffer_reserve(&out, utf8.len * 4 + 16));
    char *from = utf8.ptr, *into = out.ptr;
    size_t from_left = utf8.len, room = utf8.len * 4 + 16;
    assert_true(iconv(to, &from, &from_left, &into, &room) != (size_t)-1);
    out.len = (size_t)(into - out.ptr);
    iconv_close(to);
    ngi_buffer_free(&utf8);
    return out;
}

/* ---- words ---- */

typedef struct checker {
    const char *name;
    ng_slice page;
    ngi_decoded decoded; /* for its charset */
    ngi_arena arena;
    ngi_html_parser *parser;
    unsigned checked;
} checker;

/* Letters and digits alone, folded. */
static ng_slice tight(ngi_arena *arena, ng_slice text)
{
    ng_slice plain = ngi_plain(arena, text);
    char *out = ngi_arena_chars(arena, plain.len + 1);
    size_t used = 0;
    for (size_t i = 0; i < plain.len; i++)
        if (plain.ptr[i] != ' ')
            out[used++] = plain.ptr[i];
    return ngi_slice(out, used);
}

/* Undoes the escapes of a stretch of a JSON string. */
static ng_slice unescaped(ngi_arena *arena, ng_slice text)
{
    ngi_buffer quoted = {0};
    ngi_buffer_char(&quoted, '"');
    ngi_buffer_add(&quoted, text);
    ngi_buffer_char(&quoted, '"');
    yyjson_doc *doc = yyjson_read(quoted.ptr, quoted.len, 0);
    ngi_buffer_free(&quoted);
    if (doc == NULL)
        return text;
    yyjson_val *value = yyjson_doc_get_root(doc);
    ng_slice copy = ngi_arena_copy(arena, ngi_slice(yyjson_get_str(value), yyjson_get_len(value)));
    yyjson_doc_free(doc);
    return copy;
}

/* What a reader of the bytes of a range would see. */
static void add_seen(checker *c, ngi_buffer *seen, ng_range range)
{
    ngi_decoded piece;
    ng_slice bytes = ngi_slice_sub(c->page, range.start, range.end);
    assert_true(range.start < range.end && range.end <= c->page.len);
    assert_int_equal(
        ngi_decode(&c->arena, bytes, ngi_slice_of(c->decoded.charset), false, &piece, NULL), NG_OK);
    ngi_tree tree;
    assert_int_equal(ngi_html_parse(c->parser, &c->arena, unescaped(&c->arena, piece.text), NULL,
                                    false, &tree, NULL),
                     NG_OK);
    for (uint32_t i = 0; i < tree.count; i++)
        if (tree.nodes[i].tag == NGI_TAG_TEXT)
            ngi_buffer_add(seen, tree.nodes[i].text);
}

/* whole: nothing else may stand there. A byline's place may hold more than a name. */
static void check_words(checker *c, const ngi_text *text, bool whole)
{
    ngi_buffer seen = {0};
    if (text->range_count == 0)
        return;
    for (uint32_t i = 0; i < text->range_count; i++)
        add_seen(c, &seen, text->ranges[i]);
    ng_slice is = tight(&c->arena, ngi_buffer_slice(&seen)), wanted = tight(&c->arena, text->text);
    if (whole || ngi_find(is, wanted) == NGI_NONE)
        expect_slice(c->name, is, wanted);
    ngi_buffer_free(&seen);
    c->checked++;
}

static void check_story(checker *c, const ngi_story *story)
{
    check_words(c, &story->headline, false);
    check_words(c, &story->description, false);
    check_words(c, &story->section, false);
    for (uint32_t i = 0; i < story->author_count; i++)
        check_words(c, &story->authors[i].name, false);
    for (uint32_t i = 0; i < story->part_count; i++) {
        if (story->parts[i].text.range_count == 0)
            fail_msg("%s: no place for \"%.*s\"", c->name, (int)story->parts[i].text.text.len,
                     story->parts[i].text.text.ptr);
        check_words(c, &story->parts[i].text, true);
    }
    for (uint32_t i = 0; i < story->date_published.range_count; i++)
        assert_true(story->date_published.ranges[i].end <= c->page.len);
}

/* Reads a page with evidence and checks all; returns how many texts were checked. */
static unsigned check_page(ng_reader *reader, const char *name, ng_slice bytes)
{
    ngi_page page;
    ng_error error;
    ng_read_options options = NG_READ_OPTIONS;
    checker c = {.name = name, .page = bytes};
    options.evidence = true;
    options.now = NGI_LIT("2026-03-05T08:00:00Z");
    if (ngi_reader_page(reader, bytes, &options, &page, &error) != NG_OK)
        return 0;
    assert_true(page.evidence);
    assert_int_equal(strlen(page.sha256), 64);
    ngi_arena_init(&c.arena, 0);
    c.parser = ngi_html_parser_new();
    assert_int_equal(ngi_decode(&c.arena, bytes, (ng_slice){0}, true, &c.decoded, &error), NG_OK);
    for (uint32_t i = 0; i < page.story_count; i++)
        check_story(&c, &page.stories[i]);
    for (uint32_t i = 0; i < page.teaser_count; i++) {
        check_words(&c, &page.teasers[i].headline, false);
        check_words(&c, &page.teasers[i].description, false);
        check_words(&c, &page.teasers[i].section, false);
        check_words(&c, &page.teasers[i].age, false);
    }
    ngi_html_parser_free(c.parser);
    ngi_arena_free(&c.arena);
    return c.checked;
}

static void test_words_stand_where_evidence_says(void **state)
{
    (void)state;
    ng_reader *reader;
    assert_int_equal(ng_reader_new(&reader, NULL), NG_OK);
    for (size_t i = 0; i < ARRAY_COUNT(pages); i++) {
        ngi_buffer page = made(pages[i].page, pages[i].declared, pages[i].charset);
        unsigned checked = check_page(reader, pages[i].name, ngi_buffer_slice(&page));
        if (checked < pages[i].least)
            fail_msg("%s: only %u texts have places", pages[i].name, checked);
        ngi_buffer_free(&page);
    }
    ng_reader_free(reader);
}

static void test_cut_pages_have_places_too(void **state)
{
    (void)state;
    ng_reader *reader;
    assert_int_equal(ng_reader_new(&reader, NULL), NG_OK);
    for (size_t i = 0; i < ARRAY_COUNT(pages); i++) {
        ngi_buffer page = made(pages[i].page, pages[i].declared, pages[i].charset);
        for (size_t tenths = 1; tenths < 40; tenths++)
            check_page(reader, pages[i].name,
                       ngi_slice_sub(ngi_buffer_slice(&page), 0, page.len * tenths / 40));
        ngi_buffer_free(&page);
    }
    ng_reader_free(reader);
}

static void test_without_the_wish_there_is_none(void **state)
{
    (void)state;
    ng_reader *reader;
    ngi_page page;
    assert_int_equal(ng_reader_new(&reader, NULL), NG_OK);
    assert_int_equal(ngi_reader_page(reader, ngi_slice_of(json_page), NULL, &page, NULL), NG_OK);
    assert_false(page.evidence);
    for (uint32_t i = 0; i < page.story_count; i++)
        assert_int_equal(page.stories[i].headline.range_count, 0);
    ng_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_stand_where_evidence_says),
        cmocka_unit_test(test_cut_pages_have_places_too),
        cmocka_unit_test(test_without_the_wish_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
