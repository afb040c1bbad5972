/* SPDX-License-Identifier: Apache-2.0 */
/* What every room stands on: slices, an arena, a growing buffer, errors, checked sizes.
 *
 * Slices borrow, buffers own. One arena per document, freed whole; an arena that failed
 * once keeps failing, so a phase checks once, at its end. */
#ifndef NGI_BASE_H
#define NGI_BASE_H

#include "nutgraf.h"

#include <string.h>

#define NGI_COUNT(a) (sizeof(a) / sizeof *(a))

/* ---- errors ---- */

/* Fills `error` (may be NULL) in the manner of printf and returns `status`. */
ng_status ngi_fail(ng_error *error, ng_status status, uint64_t offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* ---- arena ---- */

typedef struct ngi_chunk ngi_chunk;
typedef struct ngi_arena {
    ngi_chunk *chunk;  /* newest first */
    char *next, *end;  /* free space of the newest chunk */
    size_t total;      /* bytes taken from the system */
    size_t limit;      /* most bytes it may take; 0: no limit */
    bool failed;       /* an allocation failed: all later ones do too */
    bool late;         /* failed for the time, not for memory */
    uint32_t pieces;   /* given out; the clock is looked at now and then */
    uint64_t deadline; /* ngi_cpu_nanoseconds() at which it fails; 0: none */
} ngi_arena;

void ngi_arena_init(ngi_arena *arena, size_t limit);
void ngi_arena_free(ngi_arena *arena);
/* Forgets everything but keeps a chunk, of a few MiB at most, for the next document. */
void ngi_arena_reset(ngi_arena *arena);
/* Uninitialised memory for count * size bytes, aligned for any type; NULL when failed. */
void *ngi_arena_alloc(ngi_arena *arena, size_t count, size_t size);
/* The same, zeroed. */
void *ngi_arena_zero(ngi_arena *arena, size_t count, size_t size);
/* Unaligned memory for characters. */
char *ngi_arena_chars(ngi_arena *arena, size_t len);
/* Grows an array in the arena so that it holds at least `want` items. *items and
 * *capacity are updated. False when memory is out. */
bool ngi_arena_grow(ngi_arena *arena, void *items_pointer, size_t *capacity, size_t want,
                    size_t item_size);
/* The same of an array that is its owner's to free(). False when memory is out: it stays as it was. */
bool ngi_grow(void *items_pointer, size_t *capacity, size_t want, size_t item_size);
ng_slice ngi_arena_copy(ngi_arena *arena, ng_slice text);

/* CPU time of this thread. */
uint64_t ngi_cpu_nanoseconds(void);
/* Whether the arena has failed, or fails now since its deadline has passed. A document's time is
 * bounded by its arena: allocations look at the clock now and then, and long loops that make none
 * ask here (a quarter of a microsecond). */
bool ngi_arena_is_up(ngi_arena *arena);
#define NGI_NEW(arena, type) ((type *)ngi_arena_zero((arena), 1, sizeof(type)))
#define NGI_NEW_ARRAY(arena, type, n) ((type *)ngi_arena_zero((arena), (n), sizeof(type)))

/* ---- slices ---- */

#define NGI_LIT(s) ((ng_slice){(s), sizeof(s) - 1})
static inline ng_slice ngi_slice(const char *ptr, size_t len)
{
    return (ng_slice){ptr, len};
}
/* Of a NUL-terminated constant, not of input. Inline: the length of a literal costs nothing. */
static inline ng_slice ngi_slice_of(const char *text)
{
    return (ng_slice){text, text == NULL ? 0 : __builtin_strlen(text)};
}
static inline ng_slice ngi_slice_from(ng_slice s, size_t begin)
{
    if (begin > s.len)
        begin = s.len;
    return (ng_slice){begin == 0 ? s.ptr : s.ptr + begin, s.len - begin}; /* ptr may be NULL */
}
static inline ng_slice ngi_slice_sub(ng_slice s, size_t begin, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (begin > end)
        begin = end;
    return (ng_slice){begin == 0 ? s.ptr : s.ptr + begin, end - begin};
}

/* Bytes [begin, end) of a text. */
typedef struct ngi_extent {
    uint32_t begin, end;
} ngi_extent;

static inline bool ngi_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool ngi_equal(ng_slice a, ng_slice b);
bool ngi_equal_nocase(ng_slice a, ng_slice b); /* ASCII letters in either case */
/* The same with a constant that ends in NUL, whose length need not be known: most differ in
 * their first letters. */
bool ngi_equal_to(ng_slice s, const char *text);
bool ngi_equal_to_nocase(ng_slice s, const char *text);
bool ngi_starts_with(ng_slice s, const char *prefix);
bool ngi_starts_with_nocase(ng_slice s, const char *prefix);
bool ngi_starts(ng_slice s, ng_slice prefix);
bool ngi_starts_nocase(ng_slice s, ng_slice prefix);
bool ngi_ends(ng_slice s, ng_slice suffix);
#define NGI_NONE ((size_t)-1)
size_t ngi_find(ng_slice s, ng_slice what); /* offset or NGI_NONE */
/* ASCII letters in either case; for short constants: time is s.len * what.len at worst. */
size_t ngi_find_nocase(ng_slice s, ng_slice what);
size_t ngi_find_char(ng_slice s, char c);
ng_slice ngi_trim(ng_slice s); /* ASCII white space off both ends */
/* Cuts the next piece before `separator` off *rest. False when nothing is left: an empty
 * piece at the end is not given, those before it are. */
bool ngi_split(ng_slice *rest, char separator, ng_slice *piece);

/* ---- buffer ---- */

typedef struct ngi_buffer {
    char *ptr;
    size_t len, capacity;
    size_t limit; /* largest len allowed; 0: no limit */
    bool failed;  /* out of memory or over the limit: later additions do nothing */
} ngi_buffer;

void ngi_buffer_free(ngi_buffer *buffer);
void ngi_buffer_clear(ngi_buffer *buffer); /* keeps the memory */
bool ngi_buffer_reserve(ngi_buffer *buffer, size_t more);
void ngi_buffer_add(ngi_buffer *buffer, ng_slice text);
void ngi_buffer_char(ngi_buffer *buffer, char c);
void ngi_buffer_format(ngi_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
#define NGI_BUFFER_LIT(b, s) ngi_buffer_add((b), NGI_LIT(s))
static inline ng_slice ngi_buffer_slice(const ngi_buffer *b)
{
    return (ng_slice){b->ptr, b->len};
}

#include "base/banned.h"

#endif
