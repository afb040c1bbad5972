/* SPDX-License-Identifier: Apache-2.0 */
/* A story's record, made of its parts: the fields as words, attributions, their speakers,
 * names, dates, figures, relations. */
#include "record/record.h"
#include "record/attributions/attributions.h"
#include "record/figures/figures.h"
#include "record/languages/quotes.h"
#include "record/names/names.h"
#include "record/relations/relations.h"
#include "record/speakers/speakers.h"
#include "record/when/when.h"

/* Headline, description, body: the order of everything in a record. */
static const uint8_t order[NGI_FIELD_COUNT] = {NGI_FIELD_HEADLINE, NGI_FIELD_DESCRIPTION,
                                               NGI_FIELD_BODY};

static ng_slice language_of(const ngi_story *story)
{
    return story->language.len > 0 ? story->language : NGI_LIT("en");
}

static bool is_english(ng_slice language)
{
    return ngi_starts_nocase(language, NGI_LIT("en"));
}

/* ---- the fields as words ---- */

static bool make_words(ngi_arena *arena, const ngi_story *story, ng_slice language, bool tags,
                       bool fast, const struct ngi_model *model, ngi_story_words *out)
{
    *out = (ngi_story_words){.story = story, .model = model};
    if (!ngi_lexicon_make(arena, &out->lexicon))
        return false;
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++) {
        ng_slice text = ngi_field_text(story, i);
        if (text.len == 0 || text.len >= UINT32_MAX)
            continue;
        if (!ngi_prose_make(arena, text, language, &out->prose[i]) ||
            (tags && !ngi_syntax_make(arena, &out->prose[i], fast, model, &out->syntax[i])))
            return false;
        out->bits[i] = ngi_lexicon_look(arena, &out->lexicon, &out->prose[i]);
        if (out->bits[i] == NULL)
            return false;
        out->bits[i][out->prose[i].token_count] = 0;
    }
    out->tagged = tags && out->syntax[NGI_FIELD_BODY].tag != NULL;
    return true;
}

/* ---- joining the fields' lists ---- */

typedef struct joined {
    void *items;
    size_t capacity;
    uint32_t count;
} joined;

static bool join(ngi_arena *arena, joined *all, const void *items, uint32_t count, size_t size)
{
    if (count == 0)
        return true;
    if (!ngi_arena_grow(arena, &all->items, &all->capacity, (size_t)all->count + count, size))
        return false;
    memcpy((char *)all->items + all->count * size, items, count * size);
    all->count += count;
    return true;
}

static bool make_dates(ngi_arena *arena, const ngi_story_words *words, ng_slice base,
                       ngi_record *out)
{
    joined all = {0};
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++) {
        ngi_when *items = NULL;
        uint32_t count = 0;
        const ngi_prose *prose = &words->prose[order[i]];
        if (prose->token_count > 0 &&
            (!ngi_dates_find(arena, prose, order[i], base, out->language, &items, &count) ||
             !join(arena, &all, items, count, sizeof(*items))))
            return false;
    }
    out->dates = all.items;
    out->date_count = all.count;
    return true;
}

static bool make_figures(ngi_arena *arena, const ngi_story_words *words, ngi_record *out)
{
    joined all = {0};
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++) {
        ngi_figure *items = NULL;
        uint32_t count = 0;
        const ngi_prose *prose = &words->prose[order[i]];
        if (prose->token_count > 0 &&
            (!ngi_figures_find(arena, prose, order[i], out->language, &items, &count) ||
             !join(arena, &all, items, count, sizeof(*items))))
            return false;
    }
    out->figures = all.items;
    out->figure_count = all.count;
    return true;
}

/* ---- attributions ---- */

/* Languages without a model: direct quotations by rules, their speakers as they stand. */
static bool make_quotations(ngi_arena *arena, const ngi_story_words *words, ngi_record *out)
{
    joined all = {0};
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++) {
        ngi_attribution *items = NULL;
        uint32_t count = 0;
        const ngi_prose *prose = &words->prose[order[i]];
        if (prose->token_count == 0)
            continue;
        if (!ngi_quotes_by_rule(arena, prose, out->language, &items, &count))
            return false;
        for (uint32_t k = 0; k < count; k++) {
            ngi_attribution *a = &items[k];
            a->in = order[i];
            a->parent = NGI_NO_PARENT;
            if (a->source.count == 0)
                continue;
            a->speaker.mention = a->source.items[0];
            a->speaker.mention_in = order[i];
            a->speaker.kind = NGI_SPEAKER_PERSON;
            a->speaker.name =
                ngi_slice_sub(prose->text, a->speaker.mention.begin, a->speaker.mention.end);
        }
        if (!join(arena, &all, items, count, sizeof(*items)))
            return false;
    }
    out->attributions = all.items;
    out->attribution_count = all.count;
    return true;
}

static bool make_attributions(ngi_arena *arena, const ngi_story_words *words, bool fast,
                              const ngi_name *names, uint32_t name_count, ngi_record *out)
{
    ngi_draft *drafts;
    if (!is_english(out->language))
        return make_quotations(arena, words, out);
    return ngi_attributions_make(arena, words, fast, &out->attributions, &drafts,
                                 &out->attribution_count) &&
           ngi_speakers_find(arena, words, names, name_count, out->attributions, drafts,
                             out->attribution_count);
}

/* ---- all of it ---- */

static bool make(ngi_arena *arena, const ngi_story *story, ng_slice now, bool fast,
                 const struct ngi_model *model, ngi_record *out)
{
    ngi_story_words words;
    ngi_name *names = NULL;
    uint32_t name_count = 0, with = out->with;
    bool english = is_english(out->language), said = (with & NGI_WITH_ATTRIBUTIONS) != 0;
    ng_slice base = story->date_published.text.len > 0 ? story->date_published.text : now;
    if (!make_words(arena, story, out->language, english && said, fast, model, &words))
        return false;
    if (english && (with & (NGI_WITH_ATTRIBUTIONS | NGI_WITH_NAMES | NGI_WITH_RELATIONS)) != 0 &&
        !ngi_names_find(arena, words.prose, &names, &name_count))
        return false;
    if (said && !make_attributions(arena, &words, fast, names, name_count, out))
        return false;
    if ((with & NGI_WITH_NAMES) != 0) {
        out->names = names;
        out->name_count = name_count;
    }
    if (english && (with & NGI_WITH_RELATIONS) != 0 &&
        !ngi_relations_find(arena, words.prose, names, name_count, &out->relations,
                            &out->relation_count))
        return false;
    if ((with & NGI_WITH_DATES) != 0 && !make_dates(arena, &words, base, out))
        return false;
    return (with & NGI_WITH_FIGURES) == 0 || make_figures(arena, &words, out);
}

bool ngi_record_make(ngi_arena *arena, const ngi_story *story, ng_slice now, uint32_t with,
                     bool fast, const struct ngi_model *model, ngi_record *out)
{
    *out = (ngi_record){.with = with, .language = language_of(story)};
    return make(arena, story, now, fast, model, out) && !arena->failed;
}
