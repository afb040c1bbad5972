/* SPDX-License-Identifier: Apache-2.0 */
/* Which of the signs of a charset wins, and what is no text at all. */
#include "base/utf8.h"
#include "bytes/bytes.h"
#include "tests.h"

#define XML(cs) "<?xml version=\"1.0\" encoding=\"" cs "\"?>"
#define META(cs) "<html><head><meta charset=\"" cs "\"></head><body>"

static const struct {
    const char *name;
    ng_slice page;
    const char *hint;
    const char *text; /* NULL: not looked at */
    const char *charset, *source;
} cases[] = {
    {"nothing", {"", 0}, "", "", "utf-8", "default"},
    {"plain ASCII", NGI_LIT("Ferry to return"), "", "Ferry to return", "utf-8", "default"},
    {"UTF-8 needs no declaration", NGI_LIT("caf\xC3\xA9"), "", "caf\xC3\xA9", "utf-8", "utf-8"},
    {"UTF-8 wins over an old meta", NGI_LIT(META("iso-8859-1") "caf\xC3\xA9"), "",
     META("iso-8859-1") "caf\xC3\xA9", "utf-8", "utf-8"},
    {"UTF-8 wins over the header", NGI_LIT("caf\xC3\xA9"), "windows-1252", "caf\xC3\xA9", "utf-8",
     "utf-8"},
    {"a mark is no text",
     NGI_LIT("\xEF\xBB\xBF"
             "caf\xC3\xA9"),
     "", "caf\xC3\xA9", "utf-8", "bom"},
    {"a mark wins over broken bytes",
     NGI_LIT("\xEF\xBB\xBF"
             "caf\xE9 x"),
     "", "caf\xEF\xBF\xBD x", "utf-8", "bom"},
    {"little-endian with a mark",
     NGI_LIT("\xFF\xFE"
             "a\0\xE9\0"),
     "", "a\xC3\xA9", "utf-16le", "bom"},
    {"big-endian with a mark",
     NGI_LIT("\xFE\xFF"
             "\0a\0\xE9"),
     "", "a\xC3\xA9", "utf-16be", "bom"},
    {"little-endian told by its NULs", NGI_LIT("<\0p\0>\0\xE9\0"), "", "<p>\xC3\xA9", "utf-16le",
     "detected"},
    {"big-endian told by its NULs", NGI_LIT("\0<\0p\0>\0\xE9"), "", "<p>\xC3\xA9", "utf-16be",
     "detected"},
    {"UTF-16 with half a character at its end",
     NGI_LIT("\xFF\xFE"
             "a\0b"),
     "", "a\xEF\xBF\xBD", "utf-16le", "bom"},
    {"half a surrogate pair",
     NGI_LIT("\xFF\xFE"
             "\x3D\xD8"
             "a\0"),
     "",
     "\xEF\xBF\xBD"
     "a",
     "utf-16le", "bom"},
    {"a whole surrogate pair",
     NGI_LIT("\xFF\xFE"
             "\x3D\xD8\xA2\xDE"),
     "", "\xF0\x9F\x9A\xA2", "utf-16le", "bom"},
    {"the header before the meta", NGI_LIT(META("koi8-r") "\xEF\xF0"), "windows-1251",
     META("koi8-r") "\xD0\xBF\xD1\x80", "windows-1251", "http"},
    {"the header where there is no meta", NGI_LIT("caf\xE9"), "iso-8859-1", "caf\xC3\xA9",
     "windows-1252", "http"},
    {"a header that names nothing", NGI_LIT(META("koi8-r") "\xD0\xD2"), "x-unknown",
     META("koi8-r") "\xD0\xBF\xD1\x80", "koi8-r", "meta"},
    {"meta in the old form",
     NGI_LIT("<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>\xD0\xD2"), "",
     "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>\xD0\xBF\xD1\x80",
     "koi8-r", "meta"},
    {"meta without quotes", NGI_LIT("<META CHARSET=koi8-r>\xD0\xD2"), "",
     "<META CHARSET=koi8-r>\xD0\xBF\xD1\x80", "koi8-r", "meta"},
    {"meta in a comment is none",
     NGI_LIT("<!-- <meta charset=koi8-r> --><meta charset=cp1251>\xEF"), "", NULL, "windows-1251",
     "meta"},
    {"meta in a script is none",
     NGI_LIT("<script>'<meta charset=koi8-r>'</script><meta charset=cp1251>\xEF"), "", NULL,
     "windows-1251", "meta"},
    {"a word charset elsewhere is none", NGI_LIT("<meta name=a content='charset=koi8-r'>caf\xE9 x"),
     "", NULL, "windows-1252", "detected"},
    {"an XML declaration", NGI_LIT("<?xml version=\"1.0\" encoding=\"koi8-r\"?>\xD0\xD2"), "", NULL,
     "koi8-r", "meta"},
    {"UTF-32, little-endian with a mark", NGI_LIT("\xFF\xFE\0\0a\0\0\0\xA2\xF6\x01\0"), "",
     "a\xF0\x9F\x9A\xA2", "utf-32le", "bom"},
    {"UTF-32, big-endian with a mark", NGI_LIT("\0\0\xFE\xFF\0\0\0a\0\0\0\xE9"), "", "a\xC3\xA9",
     "utf-32be", "bom"},
    {"UTF-32, little-endian by its first tag", NGI_LIT("<\0\0\0\xE9\0\0\0"), "", "<\xC3\xA9",
     "utf-32le", "detected"},
    {"UTF-32, big-endian by its first tag", NGI_LIT("\0\0\0<\0\0\0\xE9"), "", "<\xC3\xA9",
     "utf-32be", "detected"},
    {"UTF-32 with half a character, half a pair, and no character",
     NGI_LIT("<\0\0\0\0\xD8\0\0\0\0\x11\0a\0"), "", "<\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
     "utf-32le", "detected"},
    {"a DOS page", NGI_LIT(XML("cp850") "caf\x82"), "", XML("cp850") "caf\xC3\xA9", "cp850",
     "meta"},
    {"a DOS page by IBM's name", NGI_LIT(XML("IBM-852") "\xA9"), "", XML("IBM-852") "\xC4\x99",
     "cp852", "meta"},
    {"a DOS page by its number", NGI_LIT("caf\x82"), "437", "caf\xC3\xA9", "cp437", "http"},
    {"a page of the Macintosh", NGI_LIT(XML("mac_latin2") "\x88"), "", XML("mac_latin2") "\xC4\x85",
     "mac-centraleurope", "meta"},
    {"underscores in a name", NGI_LIT(XML("iso8859_15") "\xA4"), "",
     XML("iso8859_15") "\xE2\x82\xAC", "iso-8859-15", "meta"},
    {"Korean by a page's number", NGI_LIT(XML("cp949") "\xB3\xE2"), "", XML("cp949") "\xEB\x85\x84",
     "euc-kr", "meta"},
    {"Japanese by a page's number", NGI_LIT(XML("cp932") "\x88\xA4"), "",
     XML("cp932") "\xE6\x84\x9B", "shift_jis", "meta"},
    {"a name that nobody knows",
     NGI_LIT(XML("x-none-such-and-a-very-long-name-it-is") "caf\xC3\xA9"), "",
     XML("x-none-such-and-a-very-long-name-it-is") "caf\xC3\xA9", "utf-8", "utf-8"},
    {"EBCDIC", NGI_LIT("\x4C\x6F\xA7\x94\x93\x6F\x6E\x83\x81\x86\x51"), "", "<?xml?>caf\xC3\xA9",
     "cp037", "detected"},
    {"EBCDIC of another country, as declared",
     NGI_LIT("\x4C\x6F\xA7\x94\x93\x40\x85\x95\x83\x96\x84\x89\x95\x87\x7E\x7F\x83\x97\xF5\xF0\xF0"
             "\x7F\x6F\x6E\x4A"),
     "", "<?xml encoding=\"cp500\"?>[", "cp500", "detected"},
    {"UTF-16 can't be declared in ASCII", NGI_LIT(META("utf-16") "plain"), "",
     META("utf-16") "plain", "utf-8", "meta"},
    {"a charset that browsers refuse", NGI_LIT(META("iso-2022-kr") "caf\xE9 cr\xE8me"), "", NULL,
     "windows-1252", "detected"},
    {"declared UTF-8, but it is Latin",
     NGI_LIT(META("utf-8") "Stra\xDF"
                           "e, M\xFCnchen, sch\xF6n"),
     "", NULL, "windows-1252", "detected"},
    {"declared Shift_JIS, but it is Latin",
     NGI_LIT(META("shift_jis") "d\xE9j\xE0 \xE0 l\xE9t\xE9 r\xE9serv\xE9 \xE0 No\xEBl, \xE7\xE0"),
     "", NULL, "windows-1252", "detected"},
    {"UTF-8 with one broken byte",
     NGI_LIT("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xE9!"), "",
     "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xEF\xBF\xBD!",
     "utf-8", "utf-8"},
    {"UTF-8 cut off within a character",
     NGI_LIT("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xE2\x82"),
     "", "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xEF\xBF\xBD",
     "utf-8", "utf-8"},
    {"declared UTF-8 with as much broken as whole", NGI_LIT(META("utf-8") "\xC3\xA9\xC3\xA9 \xE9"),
     "", META("utf-8") "\xC3\xA9\xC3\xA9 \xEF\xBF\xBD", "utf-8", "meta"},
    {"escape sequences of ISO-2022-JP", NGI_LIT("a \x1B$B$\"$$\x1B(B z"), "",
     "a \xE3\x81\x82\xE3\x81\x84 z", "iso-2022-jp", "detected"},
    {"ISO-2022-JP that declares UTF-8", NGI_LIT(META("utf-8") "\x1B$B$\"\x1B(B"), "",
     META("utf-8") "\xE3\x81\x82", "iso-2022-jp", "detected"},
    {"ISO-2022-JP that ends in an escape", NGI_LIT("\x1B$B$\"\x1B(B"), "", "\xE3\x81\x82",
     "iso-2022-jp", "detected"},
    {"Shift_JIS beyond its first half", NGI_LIT(META("shift_jis") "\xE6\x5D\x95\xF1"), "",
     META("shift_jis") "\xE8\xA8\x83\xE5\xA0\xB1", "shift_jis", "meta"},
    {"Shift_JIS cut off within a character", NGI_LIT(META("shift_jis") "\x95\xF1\x95"), "",
     META("shift_jis") "\xE5\xA0\xB1\xEF\xBF\xBD", "shift_jis", "meta"},
    {"a NUL in markup", NGI_LIT("<p>a\0b</p>"), "", NULL, "utf-8", "default"},
};

static void test_what_wins(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
        ngi_decoded d;
        ng_error error;
        const char *name = cases[i].name;
        ng_status status =
            ngi_decode(&arena, cases[i].page, ngi_slice_of(cases[i].hint), true, &d, &error);
        expect_int(name, status, NG_OK);
        if (cases[i].text != NULL)
            expect_text(name, d.text, cases[i].text);
        expect_int(name, strcasecmp(d.charset, cases[i].charset), 0);
        expect_text(name, ngi_slice_of(d.source), cases[i].source);
        expect_int(name, (int64_t)ngi_utf8_valid(d.text, NULL), (int64_t)d.text.len);
        expect_int(name, (int64_t)ngi_source_offset(&d, d.text.len), (int64_t)cases[i].page.len);
    }
    ngi_arena_free(&arena);
}

static const struct {
    const char *name;
    ng_slice bytes;
    const char *says; /* a part of the message */
} binaries[] = {
    {"PDF", NGI_LIT("%PDF-1.7 plain"), "pdftotext"},
    {"PNG", NGI_LIT("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), "PNG image"},
    {"JPEG", NGI_LIT("\xFF\xD8\xFF\xE0\0\x10JFIF\0"), "JPEG"},
    {"ZIP", NGI_LIT("PK\x03\x04\x14\0\0\0\x08\0\0\0"), "ZIP"},
    {"xz",
     NGI_LIT("\xFD"
             "7zXZ\0\0\x04"),
     "xz -d"},
    {"gzip within gzip", NGI_LIT("\x1F\x8B\x08\0\0\0\0\0\0\x03"), "gzip -d"},
    {"zeros", NGI_LIT("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), "binary data from byte 0"},
    {"controls later on", NGI_LIT("a text, then \x01\x02\x03\x04\x05"), "from byte 13"},
};

static void test_binary_is_refused(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(binaries); i++) {
        ngi_decoded d;
        ng_error error = {0};
        ng_status status = ngi_decode(&arena, binaries[i].bytes, (ng_slice){0}, true, &d, &error);
        expect_int(binaries[i].name, status, NG_ERR_FORMAT);
        if (strstr(error.text, binaries[i].says) == NULL)
            fail_msg("%s: says \"%s\"", binaries[i].name, error.text);
    }
    ngi_arena_free(&arena);
}

/* Offsets of a page that is its own text. */
static void test_offsets_of_plain_text(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_decoded d;
    ngi_arena_init(&arena, 0);
    assert_int_equal(ngi_decode(&arena,
                                NGI_LIT("\xEF\xBB\xBF"
                                        "abc"),
                                (ng_slice){0}, false, &d, NULL),
                     NG_OK);
    assert_int_equal(d.skipped, 3);
    assert_int_equal(ngi_source_offset(&d, 0), 3);
    assert_int_equal(ngi_source_offset(&d, 3), 6);
    ngi_arena_free(&arena);
}

/* Each allocation fails in turn: an error, and nothing else. */
static void test_out_of_memory(void **state)
{
    (void)state;
    for (size_t limit = 1; limit < 1000000; limit *= 2) {
        ngi_arena arena;
        ngi_decoded d;
        ngi_arena_init(&arena, limit);
        ng_status status =
            ngi_decode(&arena, NGI_LIT("caf\xE9 cr\xE8me"), (ng_slice){0}, true, &d, NULL);
        assert_true(status == NG_OK || status == NG_ERR_MEMORY);
        ngi_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_wins),
        cmocka_unit_test(test_binary_is_refused),
        cmocka_unit_test(test_offsets_of_plain_text),
        cmocka_unit_test(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
