/* SPDX-License-Identifier: Apache-2.0 */
/* Opens the file of the name tagger's numbers. See model.h. */
#include "record/names/model.h"

/* models/names.bin, put into the library by tools/embed.sh. */
extern const char ngi_name_model_file[], ngi_name_model_file_end[];

ng_slice ngi_name_model_bytes(void)
{
    return ngi_slice(ngi_name_model_file, (size_t)(ngi_name_model_file_end - ngi_name_model_file));
}

static const char magic[8] = {'N', 'G', 'N', 'A', 'M', 'E', 'S', '1'};

/* Least and most powers of two that are believed. */
enum { FEWEST_BITS = 4, MOST_BITS = 24 };

static bool fits(uint32_t bits)
{
    return bits >= FEWEST_BITS && bits <= MOST_BITS;
}

bool ngi_name_model_open(ng_slice bytes, ngi_name_model *out)
{
    *out = (ngi_name_model){0};
    if (bytes.len < sizeof(ngi_name_model_head) || (uintptr_t)bytes.ptr % 4 != 0)
        return false;
    const ngi_name_model_head *head = (const void *)bytes.ptr;
    if (memcmp(head->magic, magic, sizeof magic) != 0 || !fits(head->row_bits) ||
        !fits(head->lexicon_bits))
        return false;
    size_t rows = (size_t)1 << head->row_bits, entries = (size_t)1 << head->lexicon_bits;
    size_t need = sizeof *head + rows * (sizeof(uint16_t) + NGI_NAME_WEIGHTS) +
                  entries * sizeof(ngi_known_entry);
    if (bytes.len != need)
        return false;
    const char *at = bytes.ptr + sizeof *head;
    out->moves = head->moves;
    out->lexicon = (ngi_name_lexicon){(const void *)at, (uint32_t)entries - 1};
    at += entries * sizeof(ngi_known_entry);
    out->checks = (const void *)at;
    at += rows * sizeof(uint16_t);
    out->weights = (const void *)at;
    out->row_mask = (uint32_t)rows - 1;
    return true;
}

uint32_t ngi_name_model_sum(ng_slice bytes)
{
    uint32_t sum = 2166136261u;
    for (size_t i = sizeof(ngi_name_model_head); i < bytes.len; i++)
        sum = (sum ^ (unsigned char)bytes.ptr[i]) * 16777619u;
    return sum;
}

bool ngi_name_model_check(ng_slice bytes)
{
    ngi_name_model model;
    if (!ngi_name_model_open(bytes, &model))
        return false;
    const ngi_name_model_head *head = (const void *)bytes.ptr;
    return head->checksum == ngi_name_model_sum(bytes);
}
