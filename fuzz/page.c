/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a page: the first byte chooses how it is read (kind, evidence, comments, form),
 * the rest is the page. What must hold: a document or an error that says something; output in
 * valid UTF-8; a JSON row in one line; the same input gives the same output, whatever its reader
 * has read before. */
#include "nutgraf.h"

#include "watch.h"

#include <string.h>

typedef struct output {
    char *ptr;
    size_t len, room;
} output;

static bool collect(void *context, const char *bytes, size_t length)
{
    output *out = context;
    if (out->len + length > out->room) {
        size_t room = (out->len + length) * 2;
        char *bigger = realloc(out->ptr, room);
        if (bigger == NULL)
            return false;
        out->ptr = bigger;
        out->room = room;
    }
    if (length != 0)
        memcpy(out->ptr + out->len, bytes, length);
    out->len += length;
    return true;
}

/* RFC 3629, written apart from the library's own. */
static bool is_utf8(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n;) {
        unsigned char lead = p[i];
        size_t more = lead < 0x80                    ? 0
                      : lead >= 0xC2 && lead <= 0xDF ? 1
                      : lead >= 0xE0 && lead <= 0xEF ? 2
                      : lead >= 0xF0 && lead <= 0xF4 ? 3
                                                     : 9;
        if (more == 9 || more >= n - i)
            return false;
        for (size_t k = 1; k <= more; k++)
            if ((p[i + k] & 0xC0) != 0x80)
                return false;
        if ((lead == 0xE0 && p[i + 1] < 0xA0) || (lead == 0xED && p[i + 1] > 0x9F) ||
            (lead == 0xF0 && p[i + 1] < 0x90) || (lead == 0xF4 && p[i + 1] > 0x8F))
            return false;
        i += more + 1;
    }
    return true;
}

static void read_once(ng_reader *reader, ng_slice page, unsigned choice, output *out)
{
    static const ng_kind kinds[] = {NG_KIND_AUTO,    NG_KIND_AUTO, NG_KIND_AUTO, NG_KIND_ARTICLE,
                                    NG_KIND_SECTION, NG_KIND_PAGE, NG_KIND_TEXT, NG_KIND_PLAIN};
    ng_read_options options = NG_READ_OPTIONS;
    ng_write_options form = NG_WRITE_OPTIONS;
    ng_document *document = NULL;
    ng_error error = {.status = NG_OK};
    options.kind = kinds[choice & 7];
    options.evidence = (choice & 8) != 0;
    options.comments = (choice & 16) != 0;
    if ((choice & 32) != 0) {
        options.url = (ng_slice){"https://courier.example/a/b?c=1", 31};
        options.now = (ng_slice){"2024-05-08T10:00:00+02:00", 25};
    }
    form.format = (ng_format)(choice >> 6 & 3);
    form.file = (ng_slice){"page.html", 9};
    ng_status status = ng_reader_read_page(reader, page, &options, &document, &error);
    if (status == NG_OK) {
        must(document != NULL, "a page that was read gives a document");
        status = ng_document_write(document, &form, collect, out, &error);
        must(status == NG_OK || status == NG_ERR_MEMORY || status == NG_ERR_WRITE, "it is written");
    } else {
        must(document == NULL && error.status == status && error.text[0] != '\0', "errors say why");
        must(ng_error_write(&error, &form, collect, out, NULL) == NG_OK, "an error has its row");
    }
    ng_document_free(document);
    must(is_utf8((const unsigned char *)out->ptr, out->len), "output is UTF-8");
    if (form.format == NG_FORMAT_JSONL)
        must(out->len > 2 && out->ptr[0] == '{' &&
                 memchr(out->ptr, '\n', out->len) == out->ptr + out->len - 1,
             "a row is one line");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static ng_reader *reader; /* kept from input to input, as in a long run */
    output first = {0}, second = {0};
    if (reader == NULL)
        must(ng_reader_new(&reader, NULL) == NG_OK, "a reader is made");
    watch_begin();
    unsigned choice = size != 0 ? bytes[0] : 0;
    ng_slice page = {size > 1 ? (const char *)bytes + 1 : "", size > 1 ? size - 1 : 0};
    read_once(reader, page, choice, &first);
    watch_end(size);
    if (size % 16 == 0) { /* some of them twice: it costs as much again */
        ng_reader *fresh;
        must(ng_reader_new(&fresh, NULL) == NG_OK, "another reader is made");
        read_once(fresh, page, choice, &second);
        ng_reader_free(fresh);
        must(first.len == second.len &&
                 (first.len == 0 || memcmp(first.ptr, second.ptr, first.len) == 0),
             "the same input gives the same output");
    }
    free(first.ptr);
    free(second.ptr);
    return 0;
}
