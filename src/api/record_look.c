/* SPDX-License-Identifier: Apache-2.0 */
/* Looking at a document's records: the public form of what record.h holds. */
#include "api/api.h"
#include "record/record_names.h"

_Static_assert(sizeof(ng_span) == sizeof(ngi_extent), "spans are handed out as they lie");

static const ngi_record *record_at(const ng_document *document, size_t index)
{
    const ngi_page *page = &document->page;
    return index < page->story_count ? page->stories[index].record : NULL;
}

static ng_story_field field_of(uint8_t in)
{
    return in == NGI_FIELD_HEADLINE      ? NG_STORY_HEADLINE
           : in == NGI_FIELD_DESCRIPTION ? NG_STORY_DESCRIPTION
                                         : NG_STORY_BODY;
}

static ng_mention mention_of(ngi_extent at, uint8_t in)
{
    return (ng_mention){field_of(in), {at.begin, at.end}};
}

static const ng_span *spans_of(const ngi_extents *extents)
{
    return extents->count > 0 ? (const ng_span *)(const void *)extents->items : NULL;
}

static ng_speaker speaker_of(const ngi_speaker *s)
{
    return (ng_speaker){.kind = ngi_speaker_kind_name(s->kind),
                        .name = s->name,
                        .description = s->description,
                        .organization = s->organization,
                        .reason = s->reason,
                        .count = s->count,
                        .open = s->open,
                        .mention_in = field_of(s->mention_in),
                        .mention = {s->mention.begin, s->mention.end}};
}

size_t ng_document_attribution_count(const ng_document *document, size_t index)
{
    const ngi_record *record = record_at(document, index);
    return record != NULL ? record->attribution_count : 0;
}

ng_attribution ng_document_attribution(const ng_document *document, size_t index,
                                       size_t attribution)
{
    const ngi_record *record = record_at(document, index);
    if (record == NULL || attribution >= record->attribution_count)
        return (ng_attribution){0};
    const ngi_attribution *a = &record->attributions[attribution];
    return (ng_attribution){.in = field_of(a->in),
                            .source = spans_of(&a->source),
                            .cue = spans_of(&a->cue),
                            .content = spans_of(&a->content),
                            .source_count = a->source.count,
                            .cue_count = a->cue.count,
                            .content_count = a->content.count,
                            .form = ngi_form_name(a->form),
                            .stance = ngi_stance_name(a->stance),
                            .speaker = speaker_of(&a->speaker),
                            .depth = a->depth,
                            .parent = a->parent,
                            .confidence = a->confidence};
}

size_t ng_document_name_count(const ng_document *document, size_t index)
{
    const ngi_record *record = record_at(document, index);
    return record != NULL ? record->name_count : 0;
}

ng_name ng_document_name(const ng_document *document, size_t index, size_t name)
{
    const ngi_record *record = record_at(document, index);
    if (record == NULL || name >= record->name_count)
        return (ng_name){0};
    const ngi_name *n = &record->names[name];
    return (ng_name){.name = n->name,
                     .type = ngi_name_type_name(n->type),
                     .aliases = n->aliases,
                     .descriptions = n->descriptions,
                     .alias_count = n->alias_count,
                     .description_count = n->description_count,
                     .mention_count = n->mention_count};
}

ng_mention ng_document_mention(const ng_document *document, size_t index, size_t name,
                               size_t mention)
{
    const ngi_record *record = record_at(document, index);
    if (record == NULL || name >= record->name_count ||
        mention >= record->names[name].mention_count)
        return (ng_mention){0};
    const ngi_mention *m = &record->names[name].mentions[mention];
    return mention_of(m->at, m->in);
}

size_t ng_document_date_count(const ng_document *document, size_t index)
{
    const ngi_record *record = record_at(document, index);
    return record != NULL ? record->date_count : 0;
}

ng_date ng_document_date(const ng_document *document, size_t index, size_t date)
{
    const ngi_record *record = record_at(document, index);
    if (record == NULL || date >= record->date_count)
        return (ng_date){0};
    const ngi_when *d = &record->dates[date];
    return (ng_date){mention_of(d->at, d->in), d->start, d->end, d->approximate};
}

size_t ng_document_figure_count(const ng_document *document, size_t index)
{
    const ngi_record *record = record_at(document, index);
    return record != NULL ? record->figure_count : 0;
}

ng_figure ng_document_figure(const ng_document *document, size_t index, size_t figure)
{
    const ngi_record *record = record_at(document, index);
    if (record == NULL || figure >= record->figure_count)
        return (ng_figure){0};
    const ngi_figure *f = &record->figures[figure];
    return (ng_figure){.at = mention_of(f->at, f->in),
                       .has_value = f->has_value,
                       .has_min = f->has_min,
                       .has_max = f->has_max,
                       .has_conversion = f->has_conversion,
                       .approximate = f->approximate,
                       .value = f->value,
                       .min = f->min,
                       .max = f->max,
                       .unit = f->unit,
                       .of = f->of,
                       .conversion_value = f->conversion_value,
                       .conversion_unit = f->conversion_unit};
}

size_t ng_document_relation_count(const ng_document *document, size_t index)
{
    const ngi_record *record = record_at(document, index);
    return record != NULL ? record->relation_count : 0;
}

ng_relation ng_document_relation(const ng_document *document, size_t index, size_t relation)
{
    const ngi_record *record = record_at(document, index);
    if (record == NULL || relation >= record->relation_count)
        return (ng_relation){0};
    const ngi_relation *r = &record->relations[relation];
    return (ng_relation){r->subject, r->relation, r->object, mention_of(r->at, r->in)};
}

ng_slice ng_document_record_language(const ng_document *document, size_t index)
{
    const ngi_record *record = record_at(document, index);
    return record != NULL ? record->language : (ng_slice){0};
}
