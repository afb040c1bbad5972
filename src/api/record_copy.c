/* SPDX-License-Identifier: Apache-2.0 */
/* A record copied out of its reader's arena, with the page that it belongs to. */
#include "api/api.h"
#include "api/copy.h"

static void copy_bytes(ngi_arena *arena, ngi_bytes *bytes)
{
    bytes->ranges = ngi_copy_array(arena, bytes->ranges, bytes->count, sizeof(*bytes->ranges));
}

static void copy_extents(ngi_arena *arena, ngi_extents *e)
{
    e->items = ngi_copy_array(arena, e->items, e->count, sizeof(*e->items));
    copy_bytes(arena, &e->bytes);
}

static void copy_attribution(ngi_arena *arena, ngi_attribution *a)
{
    ngi_speaker *s = &a->speaker;
    ng_slice *slices[] = {&s->name, &s->description, &s->organization, &s->reason};
    for (size_t i = 0; i < NGI_COUNT(slices); i++)
        ngi_copy_slice(arena, slices[i]);
    copy_bytes(arena, &s->bytes);
    copy_extents(arena, &a->source);
    copy_extents(arena, &a->cue);
    copy_extents(arena, &a->content);
}

static void copy_mention(ngi_arena *arena, ngi_mention *mention)
{
    copy_bytes(arena, &mention->bytes);
}

static void copy_name(ngi_arena *arena, ngi_name *name)
{
    ngi_copy_slice(arena, &name->name);
    NGI_COPY_ITEMS(arena, name->aliases, name->alias_count, ngi_copy_slice);
    NGI_COPY_ITEMS(arena, name->descriptions, name->description_count, ngi_copy_slice);
    NGI_COPY_ITEMS(arena, name->mentions, name->mention_count, copy_mention);
}

static void copy_date(ngi_arena *arena, ngi_when *date)
{
    ngi_copy_slice(arena, &date->start);
    ngi_copy_slice(arena, &date->end);
    copy_bytes(arena, &date->bytes);
}

static void copy_figure(ngi_arena *arena, ngi_figure *figure)
{
    ngi_copy_slice(arena, &figure->unit);
    ngi_copy_slice(arena, &figure->of);
    ngi_copy_slice(arena, &figure->conversion_unit);
    copy_bytes(arena, &figure->bytes);
}

static void copy_relation(ngi_arena *arena, ngi_relation *relation)
{
    ngi_copy_slice(arena, &relation->subject);
    ngi_copy_slice(arena, &relation->relation);
    ngi_copy_slice(arena, &relation->object);
    copy_bytes(arena, &relation->bytes);
}

ngi_record *ngi_record_copy(ngi_arena *arena, const ngi_record *record)
{
    ngi_record *out = record != NULL ? ngi_copy_array(arena, record, 1, sizeof(*out)) : NULL;
    if (out == NULL)
        return NULL;
    ngi_copy_slice(arena, &out->language);
    NGI_COPY_ITEMS(arena, out->attributions, out->attribution_count, copy_attribution);
    NGI_COPY_ITEMS(arena, out->names, out->name_count, copy_name);
    NGI_COPY_ITEMS(arena, out->dates, out->date_count, copy_date);
    NGI_COPY_ITEMS(arena, out->figures, out->figure_count, copy_figure);
    NGI_COPY_ITEMS(arena, out->relations, out->relation_count, copy_relation);
    return out;
}
