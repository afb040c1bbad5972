/* SPDX-License-Identifier: Apache-2.0 */
/* See credits.h. */
#include "provenance/credits.h"
#include "base/utf8.h"

#include <stdlib.h>

/* Letters of a text, folded: "apnews.com" as "apnews". At most 64 bytes. */
typedef struct letters {
    char text[64];
    size_t len;
} letters;

static void add_letter(letters *l, uint32_t c)
{
    if (l->len + 4 <= sizeof(l->text))
        l->len += ngi_utf8_put(ngi_fold(c), l->text + l->len);
}

static letters letters_of(ng_slice text)
{
    letters l = {.len = 0};
    for (size_t at = 0; at < text.len;) {
        uint32_t c = ngi_utf8_next(text, &at);
        if (ngi_is_letter(c))
            add_letter(&l, c);
    }
    return l;
}

static ng_slice slice(const letters *l)
{
    return ngi_slice(l->text, l->len);
}

/* The host without what stands behind its last dot. */
static ng_slice host_name(ng_slice host)
{
    size_t dot = host.len;
    while (dot > 0 && host.ptr[dot - 1] != '.')
        dot--;
    return dot > 1 ? ngi_slice_sub(host, 0, dot - 1) : host;
}

bool ngi_credit_owns(ng_slice credit, ng_slice host)
{
    letters name = letters_of(host_name(host)), initials = {.len = 0}, longest = {.len = 0};
    letters all = letters_of(credit);
    ng_slice rest = credit, word;
    uint32_t number = 0;
    while (ngi_split(&rest, ' ', &word)) {
        letters l = letters_of(word);
        if (l.len == 0 || ngi_equal(slice(&l), NGI_LIT("the")))
            continue;
        if (number++ == 0 && ngi_equal(slice(&l), NGI_LIT("with")))
            return false;
        size_t at = 0;
        add_letter(&initials, ngi_utf8_next(slice(&l), &at));
        if (l.len > longest.len)
            longest = l;
    }
    return (all.len > 1 && ngi_starts(slice(&name), slice(&all))) ||
           (initials.len > 1 && ngi_starts(slice(&name), slice(&initials))) ||
           (longest.len > 3 && ngi_starts(slice(&name), slice(&longest)));
}

static int rising(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

bool ngi_agencies_find(ngi_answer *a, ngi_agencies *out)
{
    size_t room = 0;
    *out = (ngi_agencies){0};
    for (uint32_t i = 0; i < a->count; i++) {
        const ngi_shelved *k = a->stories[i];
        ng_slice credit = ngi_shelved_string(k, NGI_SHELF_CREDIT);
        if (k->site == 0 || credit.len == 0 ||
            !ngi_credit_owns(credit, ngi_shelved_string(k, NGI_SHELF_SITE)))
            continue;
        if (!ngi_arena_grow(&a->arena, &out->sites, &room, out->count + 1, sizeof(uint64_t)))
            return false;
        out->sites[out->count++] = k->site;
    }
    if (out->count > 1)
        qsort(out->sites, out->count, sizeof(uint64_t), rising);
    return true;
}

bool ngi_is_agency(const ngi_agencies *agencies, const ngi_shelved *story)
{
    return story->site != 0 && agencies->count > 0 &&
           bsearch(&story->site, agencies->sites, agencies->count, sizeof(uint64_t), rising) !=
               NULL;
}

bool ngi_has_dateline(const ngi_shelved *story)
{
    ng_slice start = ngi_slice_sub(ngi_shelved_string(story, NGI_SHELF_BODY), 0, 80);
    size_t open = ngi_find_char(start, '('), close = ngi_find_char(start, ')');
    if (open == NGI_NONE || close == NGI_NONE || close < open + 3)
        return false;
    size_t at = open + 1;
    ng_slice behind = ngi_trim(ngi_slice_sub(start, close + 1, start.len));
    return start.ptr[at] >= 'A' && start.ptr[at] <= 'Z' &&
           (ngi_starts(behind, NGI_LIT("-")) || ngi_starts(behind, NGI_LIT("\xE2\x80\x94")) ||
            ngi_starts(behind, NGI_LIT("\xE2\x80\x93")) || ngi_starts(behind, NGI_LIT(":")));
}
