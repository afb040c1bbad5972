/* SPDX-License-Identifier: Apache-2.0 */
/* From mentions to names: the fullest form, the other forms, descriptions. See names.h. */
#include "record/names/names.h"

#include "base/utf8.h"
#include "record/names/found.h"

enum { MOST_ALIASES = 32, MOST_DESCRIPTIONS = 16 };

typedef struct gatherer {
    ngi_found_list list;
    ngi_name *names;
    uint32_t *fullest; /* of each name the mention whose words it is called by */
} gatherer;

static ng_slice text_of(const ngi_found_list *list, const ngi_found *f)
{
    const ngi_prose *p = &list->prose[f->in];
    return ngi_slice_sub(p->text, p->tokens[f->first].begin, p->tokens[f->last - 1].end);
}

/* How well a mention stands for its name: more words first, then more letters; what a headline
 * shouts last. */
static uint64_t fullness(const ngi_found_list *list, const ngi_found *f)
{
    const ngi_prose *p = &list->prose[f->in];
    uint32_t letters = p->tokens[f->last - 1].end - p->tokens[f->first].begin;
    bool loud = f->shouted && (f->word_count > 1 || letters > 5);
    bool calm = !loud || (f->in == NGI_FIELD_BODY && f->word_count > 1);
    return ((uint64_t)calm << 48) + ((uint64_t)f->word_count << 40) + ((uint64_t)!loud << 32) + letters;
}

/* A place that a dateline has in capitals alone: "SANDMARK" is Sandmark. Small letters after each
 * word's first; a letter that takes other bytes stays. */
static ng_slice calmed(ngi_arena *arena, ng_slice text)
{
    char *out = ngi_arena_chars(arena, text.len);
    bool inside = false;
    if (out == NULL)
        return text;
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = ngi_utf8_next(text, &at), small = ngi_fold(c);
        char bytes[4];
        size_t len = ngi_utf8_put(inside ? small : c, bytes);
        bool same = len == at - from;
        memcpy(out + from, same ? bytes : text.ptr + from, at - from);
        inside = ngi_is_letter(c);
    }
    return ngi_slice(out, text.len);
}

static void choose_fullest(gatherer *g)
{
    for (uint32_t i = 0; i < g->list.count; i++) {
        const ngi_found *f = &g->list.items[i];
        uint32_t *best = &g->fullest[f->group];
        if (*best == 0 || fullness(&g->list, f) > fullness(&g->list, &g->list.items[*best - 1]))
            *best = i + 1;
    }
}

static bool same_form(ng_slice a, ng_slice b)
{
    size_t i = 0, k = 0;
    while (i < a.len && k < b.len)
        if (ngi_fold(ngi_utf8_next(a, &i)) != ngi_fold(ngi_utf8_next(b, &k)))
            return false;
    return i == a.len && k == b.len;
}

static void add_form(ng_slice *items, uint32_t *count, uint32_t most, ng_slice text)
{
    for (uint32_t i = 0; i < *count; i++)
        if (same_form(items[i], text))
            return;
    if (*count < most)
        items[(*count)++] = text;
}

static bool same_words(const ngi_found *a, const ngi_found *b)
{
    return a->key == b->key;
}

/* Counts what each name will hold, then makes room. */
static bool make_room(gatherer *g)
{
    ngi_arena *arena = g->list.arena;
    for (uint32_t i = 0; i < g->list.count; i++)
        g->names[g->list.items[i].group].mention_count++;
    for (uint32_t n = 0; n < g->list.groups; n++) {
        ngi_name *name = &g->names[n];
        uint32_t all = name->mention_count;
        uint32_t aliases = all - 1 < MOST_ALIASES ? all - 1 : MOST_ALIASES;
        uint32_t said = all < MOST_DESCRIPTIONS / 4 ? all * 4 : MOST_DESCRIPTIONS;
        name->mentions = NGI_NEW_ARRAY(arena, ngi_mention, all);
        name->aliases = NGI_NEW_ARRAY(arena, ng_slice, (size_t)aliases + 1);
        name->descriptions = NGI_NEW_ARRAY(arena, ng_slice, (size_t)said + 1);
        if (name->mentions == NULL || name->aliases == NULL || name->descriptions == NULL)
            return false;
        const ngi_found *f = &g->list.items[g->fullest[n] - 1];
        name->name = text_of(&g->list, f);
        name->type = f->type;
        if (name->type == NGI_NAME_PLACE && f->shouted && name->name.len > 3)
            name->name = calmed(arena, name->name);
        name->mention_count = 0;
    }
    return true;
}

static void fill(gatherer *g, const ngi_found *f)
{
    ngi_name *name = &g->names[f->group];
    const ngi_prose *p = &g->list.prose[f->in];
    name->mentions[name->mention_count++] = (ngi_mention){
        .at = {p->tokens[f->first].begin, p->tokens[f->last - 1].end}, .in = f->in};
    const ngi_found *full = &g->list.items[g->fullest[f->group] - 1];
    if (!same_words(f, full) && !same_form(text_of(&g->list, f), name->name))
        add_form(name->aliases, &name->alias_count, MOST_ALIASES, text_of(&g->list, f));
    ngi_found_said said = {.count = 0};
    ngi_found_describe(&g->list, f, &said);
    for (uint32_t i = 0; i < said.count; i++)
        add_form(name->descriptions, &name->description_count, MOST_DESCRIPTIONS, said.text[i]);
}

/* Mentions were found in several passes; their order is that of the text. */
static void in_text_order(ngi_found_list *list, ngi_found *sorted)
{
    uint32_t count = 0;
    for (size_t k = 0; k < NGI_FIELD_COUNT; k++) {
        uint8_t in = ngi_found_order[k];
        uint32_t *name_of = list->name_of[in];
        for (uint32_t i = 0; i < list->prose[in].token_count; i++) {
            if (name_of[i] == 0)
                continue;
            ngi_found f = list->items[name_of[i] - 1];
            sorted[count++] = f;
            for (uint32_t t = f.first; t < f.last; t++)
                name_of[t] = count;
            i = f.last - 1;
        }
    }
    list->items = sorted;
    list->count = count;
    list->capacity = count;
}

static bool find_mentions(ngi_found_list *list)
{
    if (!ngi_found_tag(list) || !ngi_found_dateline(list) || !ngi_found_nouns(list) ||
        !ngi_found_cues(list) ||
        !ngi_found_brackets(list) || !ngi_found_spread(list))
        return false;
    ngi_found *sorted = NGI_NEW_ARRAY(list->arena, ngi_found, (size_t)list->count + 1);
    if (sorted == NULL)
        return false;
    in_text_order(list, sorted);
    return ngi_found_merge(list);
}

bool ngi_names_find(ngi_arena *arena, const ngi_prose prose[NGI_FIELD_COUNT], ngi_name **out,
                    uint32_t *count)
{
    ngi_name_model model;
    *out = NULL;
    *count = 0;
    return ngi_name_model_open(ngi_name_model_bytes(), &model) &&
           ngi_names_find_by(arena, &model, prose, out, count);
}

bool ngi_names_find_by(ngi_arena *arena, const ngi_name_model *model,
                       const ngi_prose prose[NGI_FIELD_COUNT], ngi_name **out, uint32_t *count)
{
    gatherer g = {.list = {.arena = arena, .prose = prose, .model = model}};
    *out = NULL;
    *count = 0;
    if (!find_mentions(&g.list))
        return false;
    g.names = NGI_NEW_ARRAY(arena, ngi_name, (size_t)g.list.groups + 1);
    g.fullest = NGI_NEW_ARRAY(arena, uint32_t, (size_t)g.list.groups + 1);
    if (g.names == NULL || g.fullest == NULL)
        return false;
    choose_fullest(&g);
    if (!make_room(&g))
        return false;
    for (uint32_t i = 0; i < g.list.count; i++)
        fill(&g, &g.list.items[i]);
    *out = g.names;
    *count = g.list.groups;
    return !arena->failed;
}
