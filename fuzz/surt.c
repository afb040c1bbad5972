/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as an address to be a key of an index. What must hold: a key is ASCII without blanks
 * and capitals, so that a line of an index can be cut at its blanks; it does not grow beyond its
 * escapes; and letter case changes nothing. */
#include "parsed/surt.h"

#include "watch.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ng_slice url = {size == 0 ? "" : (const char *)bytes, size};
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    watch_begin();
    ng_slice key = ngi_surt(&arena, url);
    watch_end(size);
    for (size_t i = 0; i < key.len; i++) {
        char c = key.ptr[i];
        must(c > ' ' && c < 0x7F && !(c >= 'A' && c <= 'Z'), "a key is one word in lower case");
    }
    must(key.len <= 3 * size + 3, "a key is no longer than all escaped");
    char *other = ngi_arena_chars(&arena, size + 1);
    must(other != NULL, "memory");
    for (size_t i = 0; i < size; i++) {
        char c = url.ptr[i];
        other[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    must(ngi_equal(key, ngi_surt(&arena, ngi_slice(other, size))), "letter case changes nothing");
    ngi_arena_free(&arena);
    return 0;
}
