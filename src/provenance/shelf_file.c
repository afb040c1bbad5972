/* SPDX-License-Identifier: Apache-2.0 */
/* See shelf_file.h. The sum finds damage, not malice: every story is looked through before it is
 * taken, whatever the sum says. */
#include "provenance/shelf_file.h"
#include "base/map.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { VERSION = 1 };

static const int64_t FAR = INT64_C(1) << 40; /* seconds from 1970, beyond any date of news */

static const char MAGIC[8] = "NGSHELF";

uint64_t ngi_shelf_sum(uint64_t sum, const ngi_shelved *story)
{
    return ngi_shape_hash(ngi_slice((const char *)story, story->size), sum);
}

/* ---- the head ---- */

/* A hash of what shingles and terms of a known text come to. */
static uint32_t measures(ngi_shelf *shelf)
{
    ngi_row_story story = {
        .identifier = NGI_LIT("measures"),
        .headline = NGI_LIT("Ministers denied the strikes"),
        .body = NGI_LIT("Hundreds of workers walked out of harbours and railways on Tuesday, "
                        "striking for higher wages, their unions said. Companies had offered 3.5 "
                        "per cent, and negotiations collapsed hours before the deadline."),
        .language = NGI_LIT("en"),
    };
    ngi_shelved *kept;
    if (ngi_shelved_make(shelf, &story, &kept, NULL) != NG_OK)
        return 0;
    size_t size = ((size_t)kept->shingle_count + kept->term_count) * sizeof(uint32_t);
    uint32_t hash = (uint32_t)ngi_hash(ngi_slice((const char *)kept->data, size));
    free(kept);
    return hash;
}

ngi_shelf_head ngi_shelf_head_make(ngi_shelf *shelf)
{
    ngi_shelf_head head = {.version = VERSION, .measures = measures(shelf)};
    memcpy(head.magic, MAGIC, sizeof(MAGIC));
    return head;
}

static ng_status check_head(ngi_shelf *shelf, ng_slice bytes, ngi_shelf_head *head, ng_error *error)
{
    if (bytes.len < sizeof(*head) || memcmp(bytes.ptr, MAGIC, sizeof(MAGIC)) != 0)
        return ngi_fail(error, NG_ERR_FORMAT, 0, "no index of stories; make one with --index");
    memcpy(head, bytes.ptr, sizeof(*head));
    if (head->version != VERSION)
        return ngi_fail(error, NG_ERR_FORMAT, 8,
                        "an index of version %u, %d is known; make it anew", head->version,
                        VERSION);
    if (head->size != bytes.len - sizeof(*head))
        return ngi_fail(error, NG_ERR_FORMAT, bytes.len,
                        "%llu bytes are there of %llu: the file was cut; make it anew",
                        (unsigned long long)(bytes.len - sizeof(*head)),
                        (unsigned long long)head->size);
    if (head->measures != measures(shelf))
        return ngi_fail(error, NG_ERR_FORMAT, 12,
                        "an index made with other stemmers or measures; make it anew");
    return NG_OK;
}

/* ---- a story ---- */

static bool rises(const uint32_t *items, uint32_t count, unsigned shift)
{
    for (uint32_t i = 1; i < count; i++)
        if (items[i] >> shift <= items[i - 1] >> shift)
            return false;
    return true;
}

/* Whether `k`, which begins `rest` (aligned), is a story as ngi_shelved_make() makes them. */
static bool is_sound(const ngi_shelved *k, size_t rest)
{
    if (rest < sizeof(*k) || k->size > rest || k->size < sizeof(*k) || k->size % 8 != 0)
        return false;
    uint64_t numbers = (uint64_t)k->shingle_count + k->term_count, begin = 0;
    if (k->shingle_count > NGI_SHINGLES_MOST || k->term_count > NGI_TERMS_MOST ||
        sizeof(*k) + numbers * sizeof(uint32_t) > k->size || k->last < k->first ||
        (k->first == NGI_NO_MOMENT) != (k->last == NGI_NO_MOMENT) ||
        (k->first != NGI_NO_MOMENT && (k->first < -FAR || k->last > FAR)))
        return false;
    for (size_t i = 0; i < NGI_SHELF_STRINGS; begin = k->ends[i++])
        if (k->ends[i] < begin)
            return false;
    if (sizeof(*k) + numbers * sizeof(uint32_t) + begin > k->size ||
        !rises(ngi_shelved_shingles(k), k->shingle_count, 0) ||
        !rises(ngi_shelved_terms(k), k->term_count, 8))
        return false;
    for (int i = 0; i < NGI_SHELF_SAYINGS; i++) {
        ng_slice s = ngi_shelved_string(k, (ngi_shelf_string)i);
        if (ngi_utf8_valid(s, NULL) != s.len)
            return false;
    }
    return k->words <= ngi_shelved_string(k, NGI_SHELF_BODY).len;
}

ng_status ngi_shelf_load(ngi_shelf *shelf, ng_slice bytes, ng_error *error)
{
    ngi_shelf_head head;
    ng_status status = check_head(shelf, bytes, &head, error);
    if (status != NG_OK)
        return status;
    uint64_t sum = 0;
    size_t at = sizeof(head);
    for (uint64_t i = 0; i < head.stories; i++) {
        const ngi_shelved *k = (const ngi_shelved *)(const void *)(bytes.ptr + at);
        if (!is_sound(k, bytes.len - at))
            return ngi_fail(error, NG_ERR_FORMAT, at, "damaged at story %llu; make it anew",
                            (unsigned long long)i + 1);
        sum = ngi_shelf_sum(sum, k);
        status = ngi_shelf_add(shelf, k, false, error);
        if (status != NG_OK)
            return status == NG_ERR_MEMORY
                       ? status
                       : ngi_fail(error, NG_ERR_FORMAT, at, "damaged: a story is there twice");
        at += k->size;
    }
    if (at != bytes.len || sum != head.sum)
        return ngi_fail(error, NG_ERR_FORMAT, at, "damaged: its sum is another; make it anew");
    return NG_OK;
}
