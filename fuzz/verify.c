/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a row to verify. The first byte chooses: a row, up to the first line end, and
 * behind it the page that it is said to be of; or a page alone, whose own row is held to it. What
 * must hold: the row is refused with a word of why, or each fault that is counted was told, with
 * a place that begins in a row; the same again gives the same; a page's own row has no fault. */
#include "nutgraf.h"

#include "watch.h"

#include <string.h>

typedef struct told {
    ng_slice page;
    uint64_t faults;
    bool shown;
} told;

static bool give_page(void *context, ng_slice file, ng_slice *page)
{
    (void)file;
    *page = ((told *)context)->page;
    return true;
}

static void take_fault(void *context, const char *where, const char *what)
{
    told *t = context;
    must(where[0] != '\0' && what[0] != '\0', "a fault has a place and words");
    t->faults++;
    if (t->shown)
        fprintf(stderr, "%s: %s\n", where, what);
}

static ng_check verify(ng_slice row, told *t, ng_status *status)
{
    ng_check found = {0};
    ng_error error = {0};
    t->faults = 0;
    *status = ng_row_verify(row, give_page, take_fault, t, &found, &error);
    must(*status == NG_OK || error.text[0] != '\0', "a row is refused with a word of why");
    must(*status != NG_OK || found.faults == t->faults, "each fault is told");
    must(found.places <= found.spans, "places are of spans");
    return found;
}

/* ---- a row of its own ---- */

typedef struct output {
    char *ptr;
    size_t len;
} output;

static bool collect(void *context, const char *bytes, size_t length)
{
    output *out = context;
    char *bigger = realloc(out->ptr, out->len + length + 1);
    if (bigger == NULL)
        return false;
    out->ptr = bigger;
    memcpy(out->ptr + out->len, bytes, length);
    out->len += length;
    return true;
}

static void own_row(ng_slice page, bool plain)
{
    ng_reader *reader;
    ng_document *document;
    output row = {0};
    told t = {.page = page, .shown = true};
    ng_read_options options = NG_READ_OPTIONS;
    ng_write_options form = NG_WRITE_OPTIONS;
    options.evidence = true;
    options.with = NG_WITH_ALL;
    options.kind = plain ? NG_KIND_PLAIN : NG_KIND_ARTICLE;
    form.file = (ng_slice){"page", 4};
    if (ng_reader_new(&reader, NULL) != NG_OK)
        return;
    if (ng_reader_read_page(reader, page, &options, &document, NULL) == NG_OK) {
        if (ng_document_write(document, &form, collect, &row, NULL) == NG_OK) {
            ng_status status;
            ng_check found = verify((ng_slice){row.ptr, row.len}, &t, &status);
            must(status != NG_OK || found.faults == 0, "a page's own row has no fault");
        }
        ng_document_free(document);
    }
    ng_reader_free(reader);
    free(row.ptr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    watch_begin();
    const char *text = (const char *)data + 1;
    size_t length = size - 1;
    if (data[0] % 4 < 2) {
        own_row((ng_slice){text, length}, data[0] % 4 == 1);
    } else {
        const char *end = memchr(text, '\n', length);
        size_t row = end != NULL ? (size_t)(end - text) : length;
        told t = {.page = {text + row, length - row}};
        ng_status status, again;
        ng_check first = verify((ng_slice){text, row}, &t, &status);
        ng_check second = verify((ng_slice){text, row}, &t, &again);
        must(status == again && memcmp(&first, &second, sizeof first) == 0, "the same again");
    }
    watch_end(size);
    return 0;
}
