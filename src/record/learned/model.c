/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a model's file: checks all of it once, so that no later step has to. */
#include "base/map.h"
#include "record/learned/model.h"

static const char magic[8] = {'N', 'U', 'T', 'G', 'R', 'A', 'F', '\n'};

static uint32_t u32_at(ng_slice file, size_t at)
{
    uint32_t v;
    memcpy(&v, file.ptr + at, sizeof v);
    return v;
}

uint64_t ngi_model_checksum(ng_slice body)
{
    return ngi_hash(body);
}

/* Rows and columns that a table of weights has; 0: a list of any length. */
static uint32_t wanted_bytes(ngi_table t)
{
    switch (t) {
    case NGI_TABLE_TAGGER: return (1u << NGI_TAGGER_BITS) * NGI_TAG_ROOM;
    case NGI_TABLE_ARCS: return (1u << NGI_ARCS_BITS) * 4;
    case NGI_TABLE_LABELS: return (1u << NGI_LABELS_BITS) * NGI_LABEL_ROOM;
    case NGI_TABLE_ANCHORS: return 1u << NGI_ANCHORS_BITS;
    case NGI_TABLE_ROLES_NODE: return (1u << NGI_ROLES_NODE_BITS) * 4;
    case NGI_TABLE_ROLES_EDGE: return (1u << NGI_ROLES_EDGE_BITS) * 16;
    case NGI_TABLE_LINKS_NODE: return (1u << NGI_LINKS_NODE_BITS) * 4;
    case NGI_TABLE_LINKS_EDGE: return (1u << NGI_LINKS_EDGE_BITS) * 16;
    case NGI_TABLE_WORTH: return 1u << NGI_WORTH_BITS;
    default: return 0;
    }
}

static bool is_power_of_two(uint32_t n)
{
    return n != 0 && (n & (n - 1)) == 0;
}

/* Children stand behind their parent, so that every way down ends. */
static bool trees_are_sound(const ngi_weights *w)
{
    const ngi_tree_node *nodes = w->rows;
    uint32_t count = w->bytes / (uint32_t)sizeof *nodes;
    for (uint32_t i = 0; i < count; i++)
        if (nodes[i].feature < NGI_TREE_HEAD &&
            (nodes[i].left == 0 || nodes[i].feature >= NGI_WORTH_NUMBERS ||
             (uint64_t)i + nodes[i].left + 1 >= count))
            return false;
    return w->bytes % sizeof *nodes == 0;
}

static bool is_sound(ngi_table t, const ngi_weights *w)
{
    switch (t) {
    case NGI_TABLE_TAG_WORDS:
    case NGI_TABLE_LEMMAS:
    case NGI_TABLE_CUES:
        return w->bytes == 0 || (w->bytes % sizeof(ngi_pair) == 0 &&
                                 is_power_of_two(w->bytes / (uint32_t)sizeof(ngi_pair)));
    case NGI_TABLE_TREES: return trees_are_sound(w);
    case NGI_TABLE_CHANCES: return w->bytes % (2 * sizeof(float)) == 0 && w->bytes >= 16;
    default: return w->bytes == wanted_bytes(t);
    }
}

static bool tags_are_sound(const ngi_weights *w)
{
    const ngi_pair *pairs = w->rows;
    for (uint32_t i = 0; i < w->bytes / sizeof *pairs; i++)
        if (pairs[i].value > NGI_TAG_ROOM)
            return false;
    return true;
}

static void point_into(ng_slice file, ngi_model *out)
{
    for (size_t t = 0; t < NGI_TABLE_COUNT; t++) {
        size_t entry = NGI_MODEL_HEAD + t * NGI_MODEL_ENTRY;
        ngi_weights *w = &out->table[t];
        w->rows = file.ptr + u32_at(file, entry);
        w->bytes = u32_at(file, entry + 4);
        memcpy(&w->scale, file.ptr + entry + 8, sizeof w->scale);
    }
}

static ng_status damaged(ng_error *error, uint64_t at, const char *what)
{
    return ngi_fail(error, NG_ERR_FORMAT, at, "the model %s", what);
}

ng_status ngi_model_read(ng_slice file, ngi_model *out, ng_error *error)
{
    *out = (ngi_model){0};
    const size_t head = NGI_MODEL_HEAD + NGI_TABLE_COUNT * NGI_MODEL_ENTRY;
    if (file.len < sizeof magic || memcmp(file.ptr, magic, sizeof magic) != 0)
        return damaged(error, 0, "is not one of nutgraf's");
    if (file.len < head)
        return damaged(error, file.len, "is cut off");
    if (u32_at(file, 8) != NGI_MODEL_VERSION || u32_at(file, 12) != NGI_TABLE_COUNT)
        return damaged(error, 8, "is of another version: it was made for another nutgraf");
    uint64_t sum;
    memcpy(&sum, file.ptr + 16, sizeof sum);
    ngi_model model;
    for (size_t t = 0; t < NGI_TABLE_COUNT; t++) {
        size_t entry = NGI_MODEL_HEAD + t * NGI_MODEL_ENTRY;
        uint32_t offset = u32_at(file, entry), bytes = u32_at(file, entry + 4);
        if (offset % 8 != 0 || offset < head || offset > file.len || bytes > file.len - offset)
            return damaged(error, entry, "is cut off");
    }
    point_into(file, &model);
    if (ngi_model_checksum(ngi_slice_from(file, NGI_MODEL_HEAD)) != sum)
        return damaged(error, 16, "is damaged: its checksum is another");
    for (size_t t = 0; t < NGI_TABLE_COUNT; t++)
        if (!is_sound((ngi_table)t, &model.table[t]) || !(model.table[t].scale < 1e6f) ||
            !(model.table[t].scale >= 0))
            return damaged(error, NGI_MODEL_HEAD + t * NGI_MODEL_ENTRY, "has a table of no sense");
    if (!tags_are_sound(&model.table[NGI_TABLE_TAG_WORDS]))
        return damaged(error, 0, "has a table of no sense");
    *out = model;
    return NG_OK;
}

/* Embedded by tools/embed.sh. */
extern const char ngi_record_model[], ngi_record_model_end[];

ng_slice ngi_model_builtin_file(void)
{
    return ngi_slice(ngi_record_model, (size_t)(ngi_record_model_end - ngi_record_model));
}

void ngi_model_builtin(ngi_model *out)
{
    point_into(ngi_model_builtin_file(), out);
}
