/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as JSON of a page, and as a line of a manifest; the first byte chooses whether the
 * text is a program. What must hold: strings are valid UTF-8; the values of a root are as many
 * as it says; the way back from a string leads through the text, forward; the same text gives
 * the same values again. */
#include "base/utf8.h"
#include "parsed/json.h"
#include "parsed/manifest.h"

#include "watch.h"

static void must_be_string(const ngi_json_text *text, const ngi_json *value)
{
    ng_slice string = ngi_json_string(value);
    must(ngi_utf8_valid(string, NULL) == string.len, "a string is UTF-8");
    ngi_json_trace trace = ngi_json_trace_of(text, value);
    uint32_t last = 0;
    for (size_t i = 0; i <= string.len && trace.text != NULL; i++) {
        uint32_t at = ngi_json_trace_to(&trace, i);
        must(at >= last && at <= text->source.len, "the way back leads through the text, forward");
        last = at;
    }
}

static void must_be_value(const ngi_json_text *text, const ngi_json *value)
{
    int64_t number;
    bool truth;
    uint32_t span = ngi_json_span(value);
    must(span >= 1, "a value counts itself");
    must_be_string(text, value);
    (void)ngi_json_number(value, &number);
    (void)ngi_json_truth(value, &truth);
    if (!ngi_json_is_object(value))
        return;
    size_t pairs = 0;
    for (ngi_json_walk w = ngi_json_pairs(value); ngi_json_step(&w); pairs++)
        must(w.key != NULL && w.value != NULL, "a pair has both");
    must(pairs == ngi_json_size(value), "an object has as many pairs as it says");
    must(ngi_json_get(NULL, "name") == NULL, "nothing has no members");
}

static uint32_t read_all(ngi_arena *arena, ng_slice source, bool code)
{
    ngi_json_text text;
    uint32_t values = 0;
    if (!ngi_json_read(arena, source, code, &text))
        return 0;
    for (uint32_t r = 0; r < text.count; r++) {
        const ngi_json_root *root = &text.roots[r];
        must(root->count >= 1 && ngi_json_span(root->value) == root->count,
             "a root has as many values as it says");
        for (uint32_t i = 0; i < root->count; i++)
            must_be_value(&text, ngi_json_at(root->value, i));
        values += root->count;
    }
    return values;
}

static void read_line(ngi_arena *arena, ng_slice line)
{
    ngi_manifest_line read;
    ng_error error;
    if (ngi_manifest_parse(arena, line, &read, &error) != NG_OK) {
        must(error.text[0] != '\0', "an error says why");
        return;
    }
    must(read.file.len != 0 && ngi_find_char(read.file, '\0') == NGI_NONE, "a file has a name");
    must(ngi_utf8_valid(read.file, NULL) == read.file.len, "a name is UTF-8");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ngi_arena arena;
    bool code = size != 0 && (bytes[0] & 1);
    ng_slice raw = {size > 1 ? (const char *)bytes + 1 : "", size > 1 ? size - 1 : 0};
    ngi_arena_init(&arena, 0);
    ng_slice source = ngi_utf8_repair(&arena, raw);
    watch_begin();
    uint32_t values = read_all(&arena, source, code);
    read_line(&arena, raw);
    watch_end(size);
    if (size % 16 == 0)
        must(read_all(&arena, source, code) == values, "the same text gives the same values");
    ngi_arena_free(&arena);
    return 0;
}
