/* SPDX-License-Identifier: Apache-2.0 */
/* A story's record, made of its parts: the fields as words, attributions, their speakers,
 * names, dates, figures, relations. */
#include "record/attributions/attributions.h"
#include "record/record.h"

static ng_slice language_of(const ngi_story *story)
{
    return story->language.len > 0 ? story->language : NGI_LIT("en");
}

static bool make_words(ngi_arena *arena, const ngi_story *story, ng_slice language,
                       ngi_story_words *out)
{
    *out = (ngi_story_words){.story = story};
    if (!ngi_lexicon_make(arena, &out->lexicon))
        return false;
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++) {
        ng_slice text = ngi_field_text(story, i);
        if (text.len == 0 || text.len > UINT32_MAX)
            continue;
        if (!ngi_prose_make(arena, text, language, &out->prose[i]))
            return false;
        out->bits[i] = ngi_lexicon_look(arena, &out->lexicon, &out->prose[i]);
        if (out->bits[i] == NULL)
            return false;
        out->bits[i][out->prose[i].token_count] = 0;
    }
    return true;
}

bool ngi_record_make(ngi_arena *arena, const ngi_story *story, ng_slice now, uint32_t with,
                     bool fast, ngi_record *out)
{
    ngi_story_words words;
    ngi_draft *drafts;
    (void)now;
    *out = (ngi_record){.with = with, .language = language_of(story)};
    if (!make_words(arena, story, out->language, &words))
        return false;
    if ((with & NGI_WITH_ATTRIBUTIONS) != 0 &&
        !ngi_attributions_make(arena, &words, fast, &out->attributions, &drafts,
                               &out->attribution_count))
        return false;
    return !arena->failed;
}
