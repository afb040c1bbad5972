/* SPDX-License-Identifier: Apache-2.0 */
/* Slices, the arena, the buffer, errors: see base.h. */
#include "base/base.h"

#include "base/sixteen.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* ---- errors ---- */

const char *ng_version(void)
{
    return "0.1.0";
}

const char *ng_status_name(ng_status status)
{
    static const char *const names[] = {
#define NAME_OF(code, name, text) [code] = name,
        NG_STATUS_LIST(NAME_OF)
#undef NAME_OF
    };
    return (size_t)status < NGI_COUNT(names) ? names[status] : "unknown";
}

const char *ng_status_text(ng_status status)
{
    static const char *const texts[] = {
#define TEXT_OF(code, name, text) [code] = text,
        NG_STATUS_LIST(TEXT_OF)
#undef TEXT_OF
    };
    return (size_t)status < NGI_COUNT(texts) ? texts[status] : "unknown status";
}

const char *ng_kind_name(ng_kind kind)
{
    static const char *const names[] = {"auto", "article", "section", "page", "text",
                                        "feed", "plain",   "sitemap", "opml"};
    return (size_t)kind < NGI_COUNT(names) ? names[kind] : "auto";
}

ng_status ngi_fail(ng_error *error, ng_status status, uint64_t offset, const char *format, ...)
{
    if (error != NULL) {
        va_list args;
        error->status = status;
        error->offset_bytes = offset;
        va_start(args, format);
        vsnprintf(error->text, sizeof error->text, format, args);
        va_end(args);
    }
    return status;
}

/* ---- arena ---- */

/* AddressSanitizer sees a chunk as one piece of memory. It is told what of it is free, and a
 * gap is left behind each piece given out, so that it finds a step over the end of one, and
 * the use of what an earlier page left. */
#ifdef __has_feature
#if __has_feature(address_sanitizer) && !defined(__SANITIZE_ADDRESS__)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
unsigned char ngi_arena_fill = 0xA5; /* tests set it: no result may depend on it */
#else
#define ASAN_POISON_MEMORY_REGION(ptr, size) ((void)(ptr), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(ptr, size) ((void)(ptr), (void)(size))
enum { GAP = 0, ngi_arena_fill = 0 };
#endif

struct ngi_chunk {
    ngi_chunk *older;
    size_t size; /* bytes behind this head */
};

enum { FIRST_CHUNK = 64 * 1024, LARGEST_STEP = 4 * 1024 * 1024, ALIGN = 16 };
enum { PIECES_A_CLOCK = 4096 };

static char *chunk_memory(ngi_chunk *chunk)
{
    return (char *)chunk + (sizeof *chunk + ALIGN - 1) / ALIGN * ALIGN;
}

void ngi_arena_init(ngi_arena *arena, size_t limit)
{
    *arena = (ngi_arena){.limit = limit};
}

void ngi_arena_free(ngi_arena *arena)
{
    for (ngi_chunk *c = arena->chunk; c != NULL;) {
        ngi_chunk *older = c->older;
        ASAN_UNPOISON_MEMORY_REGION(c, c->size);
        free(c);
        c = older;
    }
    ngi_arena_init(arena, arena->limit);
}

void ngi_arena_reset(ngi_arena *arena)
{
    ngi_chunk *kept = NULL;
    for (ngi_chunk *c = arena->chunk; c != NULL;) {
        ngi_chunk *older = c->older;
        ngi_chunk *given_up = c;
        if (c->size <= LARGEST_STEP && (kept == NULL || c->size > kept->size)) {
            given_up = kept;
            kept = c;
        }
        free(given_up);
        c = older;
    }
    *arena = (ngi_arena){.limit = arena->limit};
    if (kept != NULL) {
        kept->older = NULL;
        arena->chunk = kept;
        arena->next = chunk_memory(kept);
        arena->end = arena->next + kept->size;
        arena->total = kept->size;
        ASAN_POISON_MEMORY_REGION(arena->next, kept->size);
    }
}

uint64_t ngi_cpu_nanoseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

bool ngi_arena_is_up(ngi_arena *arena)
{
    if (!arena->failed && arena->deadline != 0 && ngi_cpu_nanoseconds() > arena->deadline)
        arena->failed = arena->late = true;
    return arena->failed;
}

static bool more_memory(ngi_arena *arena, size_t want)
{
    if (ngi_arena_is_up(arena))
        return false;
    size_t size = arena->total < FIRST_CHUNK ? FIRST_CHUNK : arena->total;
    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    if (size < want)
        size = want;
    size_t left = arena->limit == 0 ? SIZE_MAX : arena->limit - arena->total;
    if (size > left) /* close to the limit: no more than what is asked for */
        size = want;
    bool over = size > left;
    ngi_chunk *c = over || size > SIZE_MAX - 64 ? NULL : malloc(size + sizeof *c + ALIGN);
    if (c == NULL) {
        arena->failed = true;
        return false;
    }
    c->older = arena->chunk;
    c->size = size;
    arena->chunk = c;
    arena->next = chunk_memory(c);
    arena->end = arena->next + size;
    arena->total += size;
    ASAN_POISON_MEMORY_REGION(arena->next, size);
    return true;
}

static void *take(ngi_arena *arena, size_t wanted, size_t align)
{
    if (arena->failed || (++arena->pieces % PIECES_A_CLOCK == 0 && ngi_arena_is_up(arena)))
        return NULL;
    if (wanted > SIZE_MAX / 2)
        return arena->failed = true, NULL;
    size_t bytes = wanted + GAP;
    if (GAP != 0)
        align = ALIGN;
    size_t pad = arena->next == NULL ? 0 : (size_t)(-(uintptr_t)arena->next) & (align - 1);
    if (arena->next == NULL || bytes > (size_t)(arena->end - arena->next) ||
        pad > (size_t)(arena->end - arena->next) - bytes) {
        if (!more_memory(arena, bytes + align))
            return NULL;
        pad = (size_t)(-(uintptr_t)arena->next) & (align - 1);
    }
    void *p = arena->next + pad;
    arena->next += pad + bytes;
    ASAN_UNPOISON_MEMORY_REGION(p, wanted);
    if (GAP != 0)
        memset(p, ngi_arena_fill, wanted);
    return p;
}

void *ngi_arena_alloc(ngi_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size)
        return arena->failed = true, NULL;
    return take(arena, count * size, ALIGN);
}

void *ngi_arena_zero(ngi_arena *arena, size_t count, size_t size)
{
    void *p = ngi_arena_alloc(arena, count, size);
    if (p != NULL)
        memset(p, 0, count * size);
    return p;
}

char *ngi_arena_chars(ngi_arena *arena, size_t len)
{
    return take(arena, len, 1);
}

bool ngi_arena_grow(ngi_arena *arena, void *items_pointer, size_t *capacity, size_t want,
                    size_t item_size)
{
    void *items;
    memcpy(&items, items_pointer, sizeof items); /* any pointer type, without aliasing */
    if (want <= *capacity)
        return true;
    size_t room = *capacity < 8 ? 8 : *capacity;
    while (room < want)
        room = room > SIZE_MAX / 4 ? want : room * 2;
    void *bigger = ngi_arena_alloc(arena, room, item_size);
    if (bigger == NULL)
        return false;
    if (*capacity != 0)
        memcpy(bigger, items, *capacity * item_size);
    memcpy(items_pointer, &bigger, sizeof bigger);
    *capacity = room;
    return true;
}

bool ngi_grow(void *items_pointer, size_t *capacity, size_t want, size_t item_size)
{
    enum { LEAST = 1024 }; /* what is kept from page to page may as well begin large */
    void *items;
    memcpy(&items, items_pointer, sizeof items);
    if (want <= *capacity)
        return true;
    size_t room = *capacity < LEAST ? LEAST : *capacity * 2;
    room = room < want ? want : room;
    void *bigger = realloc(items, room * item_size);
    if (bigger == NULL)
        return false;
    memcpy(items_pointer, &bigger, sizeof bigger);
    *capacity = room;
    return true;
}

ng_slice ngi_arena_copy(ngi_arena *arena, ng_slice text)
{
    char *copy = ngi_arena_chars(arena, text.len);
    if (copy == NULL)
        return (ng_slice){0};
    if (text.len != 0)
        memcpy(copy, text.ptr, text.len);
    return (ng_slice){copy, text.len};
}

/* ---- slices ---- */

bool ngi_equal(ng_slice a, ng_slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static char lower_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool ngi_starts_nocase(ng_slice s, ng_slice prefix)
{
    if (s.len < prefix.len)
        return false;
    for (size_t i = 0; i < prefix.len; i++)
        if (lower_ascii(s.ptr[i]) != lower_ascii(prefix.ptr[i]))
            return false;
    return true;
}

bool ngi_equal_nocase(ng_slice a, ng_slice b)
{
    return a.len == b.len && ngi_starts_nocase(a, b);
}

bool ngi_equal_to(ng_slice s, const char *text)
{
    for (size_t i = 0; i < s.len; i++)
        if (text[i] == '\0' || s.ptr[i] != text[i])
            return false;
    return text[s.len] == '\0';
}

bool ngi_equal_to_nocase(ng_slice s, const char *text)
{
    for (size_t i = 0; i < s.len; i++)
        if (text[i] == '\0' || lower_ascii(s.ptr[i]) != lower_ascii(text[i]))
            return false;
    return text[s.len] == '\0';
}

bool ngi_starts_with(ng_slice s, const char *prefix)
{
    size_t i = 0;
    while (i < s.len && prefix[i] != '\0' && s.ptr[i] == prefix[i])
        i++;
    return prefix[i] == '\0';
}

bool ngi_starts_with_nocase(ng_slice s, const char *prefix)
{
    size_t i = 0;
    while (i < s.len && prefix[i] != '\0' && lower_ascii(s.ptr[i]) == lower_ascii(prefix[i]))
        i++;
    return prefix[i] == '\0';
}

bool ngi_starts(ng_slice s, ng_slice prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

bool ngi_ends(ng_slice s, ng_slice suffix)
{
    return s.len >= suffix.len && ngi_starts(ngi_slice_from(s, s.len - suffix.len), suffix);
}

size_t ngi_find(ng_slice s, ng_slice what)
{
    if (what.len == 0)
        return 0;
    if (s.len < what.len)
        return NGI_NONE;
    const char *found = memmem(s.ptr, s.len, what.ptr, what.len);
    return found == NULL ? NGI_NONE : (size_t)(found - s.ptr);
}

/* Where two letters may stand, whatever their case, in sixteen places of seventeen. */
static uint32_t pair_bits(const char *p, char first, char second)
{
    const ngi_sixteen small = ngi_each(0x20);
    return ngi_bits_of(ngi_is_each(ngi_sixteen_at(p) | small, (uint8_t)first | 0x20) &
                       ngi_is_each(ngi_sixteen_at(p + 1) | small, (uint8_t)second | 0x20));
}

size_t ngi_find_nocase(ng_slice s, ng_slice what)
{
    size_t i = 0;
    if (what.len == 0)
        return 0;
    for (; what.len > 1 && i + 17 <= s.len; i += 16)
        for (uint32_t bits = pair_bits(s.ptr + i, what.ptr[0], what.ptr[1]); bits != 0;
             bits &= bits - 1) {
            size_t at = i + ngi_first_bit(bits);
            if (ngi_starts_nocase(ngi_slice_from(s, at), what))
                return at;
        }
    char first = lower_ascii(*what.ptr);
    for (; i + what.len <= s.len; i++)
        if (lower_ascii(s.ptr[i]) == first && ngi_starts_nocase(ngi_slice_from(s, i), what))
            return i;
    return NGI_NONE;
}

size_t ngi_find_char(ng_slice s, char c)
{
    const char *found = s.len == 0 ? NULL : memchr(s.ptr, c, s.len);
    return found == NULL ? NGI_NONE : (size_t)(found - s.ptr);
}

ng_slice ngi_trim(ng_slice s)
{
    while (s.len != 0 && ngi_is_space(s.ptr[s.len - 1]))
        s.len--;
    while (s.len != 0 && ngi_is_space(*s.ptr))
        s.ptr++, s.len--;
    return s;
}

bool ngi_split(ng_slice *rest, char separator, ng_slice *piece)
{
    if (rest->ptr == NULL)
        return false;
    size_t at = ngi_find_char(*rest, separator);
    if (at == NGI_NONE) {
        *piece = *rest;
        *rest = (ng_slice){0};
        return piece->len != 0;
    }
    *piece = ngi_slice_sub(*rest, 0, at);
    *rest = ngi_slice_from(*rest, at + 1);
    return true;
}

/* ---- buffer ---- */

void ngi_buffer_free(ngi_buffer *buffer)
{
    free(buffer->ptr);
    *buffer = (ngi_buffer){.limit = buffer->limit};
}

void ngi_buffer_clear(ngi_buffer *buffer)
{
    buffer->len = 0;
    buffer->failed = false;
}

bool ngi_buffer_reserve(ngi_buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (more <= buffer->capacity - buffer->len)
        return true;
    bool over = more > SIZE_MAX / 4 || buffer->len > SIZE_MAX / 4 ||
                (buffer->limit != 0 && buffer->len + more > buffer->limit);
    size_t room = buffer->capacity < 256 ? 256 : buffer->capacity * 2;
    if (buffer->limit != 0 && room > buffer->limit)
        room = buffer->limit; /* so that len never passes it either */
    if (!over && room < buffer->len + more)
        room = buffer->len + more;
    char *bigger = over ? NULL : realloc(buffer->ptr, room);
    if (bigger == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->ptr = bigger;
    buffer->capacity = room;
    return true;
}

void ngi_buffer_add(ngi_buffer *buffer, ng_slice text)
{
    if (text.len == 0 || !ngi_buffer_reserve(buffer, text.len))
        return;
    memcpy(buffer->ptr + buffer->len, text.ptr, text.len);
    buffer->len += text.len;
}

void ngi_buffer_char(ngi_buffer *buffer, char c)
{
    if (ngi_buffer_reserve(buffer, 1))
        buffer->ptr[buffer->len++] = c;
}

void ngi_buffer_format(ngi_buffer *buffer, const char *format, ...)
{
    char small[256];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int want = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (want < 0) {
        buffer->failed = true;
    } else if ((size_t)want < sizeof small) {
        ngi_buffer_add(buffer, (ng_slice){small, (size_t)want});
    } else if (ngi_buffer_reserve(buffer, (size_t)want + 1)) {
        vsnprintf(buffer->ptr + buffer->len, (size_t)want + 1, format, again);
        buffer->len += (size_t)want;
    }
    va_end(again);
}
