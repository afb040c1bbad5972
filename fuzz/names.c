/* SPDX-License-Identifier: Apache-2.0 */
/* Any text read for names and relations, and any bytes read as the tagger's model; the first
 * byte chooses. What must hold: mentions lie in their field in order, on whole words; a name has
 * a mention, no alias twice; relations lie in their field; the same text gives the same names
 * again; what is taken for a model is safe to tag with. */
#include "base/utf8.h"
#include "record/names/names.h"
#include "record/names/tagger.h"
#include "record/relations/relations.h"

#include "watch.h"

static void must_be_name(const ngi_prose *p, const ngi_name *n)
{
    uint32_t last = 0;
    must(n->mention_count > 0 && n->name.len > 0 && n->type < 4, "a name is mentioned");
    for (uint32_t i = 0; i < n->mention_count; i++) {
        ngi_extent at = n->mentions[i].at;
        must(n->mentions[i].in == NGI_FIELD_BODY && at.begin < at.end && at.end <= p->text.len &&
                 at.begin >= last,
             "mentions in order, in their field");
        last = at.end;
    }
    for (uint32_t i = 0; i < n->alias_count; i++)
        for (uint32_t k = 0; k < i; k++)
            must(!ngi_equal(n->aliases[i], n->aliases[k]), "no alias twice");
}

static uint32_t find(ngi_arena *arena, ng_slice text)
{
    ngi_prose prose[NGI_FIELD_COUNT] = {0};
    ngi_name *names;
    ngi_relation *relations;
    uint32_t count, relation_count;
    must(ngi_prose_make(arena, text, NGI_LIT("en"), &prose[NGI_FIELD_BODY]), "words");
    must(ngi_names_find(arena, prose, &names, &count), "names");
    for (uint32_t i = 0; i < count; i++)
        must_be_name(&prose[NGI_FIELD_BODY], &names[i]);
    must(ngi_relations_find(arena, prose, names, count, &relations, &relation_count), "relations");
    for (uint32_t i = 0; i < relation_count; i++)
        must(relations[i].at.begin < relations[i].at.end && relations[i].at.end <= text.len,
             "a relation lies in its field");
    return count;
}

static void read_text(ng_slice bytes)
{
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ng_slice text = ngi_utf8_repair(&arena, bytes);
    must(find(&arena, text) == find(&arena, text), "the same names again");
    ngi_arena_free(&arena);
}

static void read_model(ng_slice bytes)
{
    static const char text[] = "Marta Lindqvist of the Harbor Institute met Mr. Brask in Paris.";
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ng_slice aligned = ngi_slice(ngi_arena_alloc(&arena, bytes.len + 1, 1), bytes.len);
    memcpy((char *)aligned.ptr, bytes.ptr, bytes.len);
    ngi_name_model model;
    ngi_prose prose;
    if (ngi_name_model_open(aligned, &model)) {
        must(ngi_prose_make(&arena, ngi_slice_of(text), NGI_LIT("en"), &prose), "words");
        uint8_t *labels = ngi_arena_zero(&arena, prose.token_count, 1);
        must(ngi_names_tag(&arena, &model, &prose, labels), "labels");
        for (uint32_t i = 0; i < prose.token_count; i++)
            must(labels[i] < NGI_NAME_LABELS, "a label");
    }
    (void)ngi_name_model_check(aligned);
    ngi_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    watch_begin();
    ng_slice rest = {(const char *)data + 1, size - 1};
    if (data[0] & 1)
        read_model(rest);
    else
        read_text(rest);
    watch_end(size);
    return 0;
}
