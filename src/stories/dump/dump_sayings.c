/* SPDX-License-Identifier: Apache-2.0 */
/* What a line of a dump says that it is: a share bar, an advertisement, a list's title.
 *
 * Without markup, words (dump_words.c) are a second witness beside the shape of a line and
 * its coming back on the page; they are never the only one that a boundary hangs on. Some
 * thousands of phrases are looked for at every character of short lines, so they sit in
 * buckets by their first three bytes: a line costs what its length costs. */
#include "stories/dump/dump.h"

#define BUCKETS 4096
#define LONGEST_LINE 420 /* bytes: what is longer is a paragraph, whatever it says */

typedef struct phrase {
    ng_slice text;
    struct phrase *next;
    uint8_t says, how;
} phrase;

struct ngi_sayings {
    phrase *buckets[BUCKETS];
};

static size_t bucket_of(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;
    return (u[0] * 131u + u[1] * 31u + u[2] * 7u) % BUCKETS;
}

/* Phrases of one or two bytes are none: "pr", "us", "it", "ad" go by their first byte. */
static size_t short_bucket_of(ng_slice s)
{
    unsigned second = s.len > 1 ? (unsigned char)s.ptr[1] : 0;
    return ((unsigned char)s.ptr[0] * 131u + second * 31u) % BUCKETS;
}

static bool add(ngi_sayings *sayings, ngi_arena *arena, ng_slice text, uint8_t says, uint8_t how)
{
    phrase *p = NGI_NEW(arena, phrase);
    if (p == NULL || text.len == 0)
        return p != NULL;
    size_t b = text.len < 3 ? short_bucket_of(text) : bucket_of(text.ptr);
    *p = (phrase){.text = text, .next = sayings->buckets[b], .says = says, .how = how};
    sayings->buckets[b] = p;
    return true;
}

static ngi_sayings *make_sayings(ngi_arena *arena)
{
    ngi_sayings *sayings = NGI_NEW(arena, ngi_sayings);
    for (size_t i = ngi_dump_words_count; sayings != NULL && i-- > 0;) {
        ng_slice rest = ngi_slice_of(ngi_dump_words[i].phrases), piece;
        while (ngi_split(&rest, '|', &piece))
            if (!add(sayings, arena, piece, ngi_dump_words[i].says, ngi_dump_words[i].how))
                return NULL;
    }
    return sayings;
}

const ngi_sayings *ngi_sayings_of(const ngi_scene *scene)
{
    ngi_kept *kept = scene->kept;
    if (kept == NULL)
        return make_sayings(scene->arena);
    if (kept->sayings == NULL)
        kept->sayings = make_sayings(&kept->arena);
    if (kept->sayings == NULL) { /* the next page may have more luck */
        scene->arena->failed = true;
        ngi_arena_free(&kept->arena);
    }
    return kept->sayings;
}

/* The line without what is no letter at its ends: "2 comments", "» Share". */
static ng_slice letters_of(ng_slice s)
{
    while (s.len != 0) {
        size_t at = s.len;
        uint32_t c = ngi_utf8_previous(s, &at);
        if (ngi_is_letter(c) || (c > 0x7F && !ngi_is_digit(c) && ngi_is_word(c)))
            break;
        if (c >= 0x900 && c < 0xE00 && !ngi_is_digit(c) && c != 0x964)
            break; /* vowel signs of India's scripts */
        s.len = at;
    }
    while (s.len != 0) {
        size_t at = 0;
        uint32_t c = ngi_utf8_next(s, &at);
        if (ngi_is_letter(c))
            break;
        s = ngi_slice_from(s, at);
    }
    return s;
}

/* The line without its numbers: "コメント3件", "12 min read". */
static ng_slice without_digits(ng_slice s, char out[96])
{
    size_t used = 0;
    for (size_t i = 0; i < s.len && s.len <= 90;) {
        size_t from = i;
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_digit(c) || (c == ' ' && used != 0 && out[used - 1] == ' '))
            continue;
        memcpy(out + used, s.ptr + from, i - from);
        used += i - from;
    }
    return ngi_slice(out, used);
}

static const phrase *whole_line(const ngi_sayings *sayings, ng_slice line)
{
    if (line.len == 0 || line.len > 90)
        return NULL;
    size_t b = line.len < 3 ? short_bucket_of(line) : bucket_of(line.ptr);
    for (const phrase *p = sayings->buckets[b]; p != NULL; p = p->next)
        if (ngi_equal(p->text, line) && (p->how == NGI_HOW_WHOLE || p->how == NGI_HOW_LABEL))
            return p;
    return NULL;
}

static bool word_ends(ng_slice line, size_t at)
{
    return at >= line.len || !ngi_is_word(ngi_utf8_next(line, &(size_t){at}));
}

static bool label_ends(ng_slice line, size_t at)
{
    ng_slice rest = ngi_slice_from(line, at);
    while (rest.len != 0 && rest.ptr[0] == ' ')
        rest = ngi_slice_from(rest, 1);
    return rest.len == 0 || rest.ptr[0] == ':' || rest.ptr[0] == '|' || rest.ptr[0] == '>' ||
           ngi_starts(rest, NGI_LIT("：")) || ngi_starts(rest, NGI_LIT("»")) ||
           ngi_starts(rest, NGI_LIT("►")) || ngi_starts(rest, NGI_LIT("→"));
}

/* A caption's label stands at the start, behind a sentence or bracket, or near the end. */
static bool credit_stands(const phrase *p, ng_slice line, size_t at)
{
    while (at > 0 && line.ptr[at - 1] == ' ')
        at--;
    if (at == 0 || !ngi_ends(p->text, NGI_LIT(": ")))
        return true;
    uint32_t c = ngi_utf8_previous(line, &(size_t){at});
    return !ngi_is_word(c) || (at > 40 && line.len - at < 40);
}

static bool fits(const phrase *p, ng_slice line, size_t at, size_t letters)
{
    size_t end = at + p->text.len;
    if (!ngi_starts(ngi_slice_from(line, at), p->text))
        return false;
    if (p->how == NGI_HOW_WITHIN) {
        size_t before = at;
        if (p->says == NGI_SAYS_CREDIT && !credit_stands(p, line, at))
            return false;
        return at == 0 || p->text.ptr[0] == '(' || p->text.ptr[0] == '[' ||
               !ngi_is_word(ngi_utf8_previous(line, &before)) ||
               ngi_is_cjk(ngi_utf8_next(line, &(size_t){at}));
    }
    if (p->how == NGI_HOW_START)
        return at == letters && word_ends(line, end);
    return p->how == NGI_HOW_LABEL && at == letters && label_ends(line, end);
}

ngi_saying ngi_saying_of(const ngi_sayings *sayings, ng_slice line)
{
    if (line.len == 0 || line.len > LONGEST_LINE)
        return NGI_SAYS_NOTHING;
    ng_slice letters = letters_of(line);
    char bare[96];
    const phrase *whole = whole_line(sayings, letters);
    if (whole == NULL)
        whole = whole_line(sayings, letters_of(without_digits(letters, bare)));
    if (whole != NULL)
        return (ngi_saying)whole->says;
    size_t start = letters.len == 0 ? 0 : (size_t)(letters.ptr - line.ptr);
    for (size_t i = 0; i + 2 < line.len; i++) {
        if (((unsigned char)line.ptr[i] & 0xC0) == 0x80)
            continue;
        for (const phrase *p = sayings->buckets[bucket_of(line.ptr + i)]; p != NULL; p = p->next)
            if (p->how != NGI_HOW_WHOLE && fits(p, line, i, start))
                return (ngi_saying)p->says;
    }
    if (ngi_starts(line, NGI_LIT("©")))
        return NGI_SAYS_RIGHTS;
    return NGI_SAYS_NOTHING;
}
