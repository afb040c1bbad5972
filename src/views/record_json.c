/* SPDX-License-Identifier: Apache-2.0 */
/* A story's record as members of its JSON object: attributions, names, dates, figures and
 * relations (docs/attributions.md). Places count in code points of the field they lie in: the text
 * is gone through once, with a count kept every few dozen bytes, so that each place is then a
 * look and a short walk, in whatever order they come. */
#include "views/record_json.h"
#include "base/utf8.h"
#include "record/record_names.h"
#include "views/json_out.h"

#include <stdlib.h>

enum { STEP = 64 };

/* ---- code points ---- */

bool ngi_points_make(ngi_points *p, ng_slice text)
{
    bool wide = false;
    *p = (ngi_points){.text = text};
    (void)ngi_utf8_valid(text, &wide);
    if (!wide)
        return true; /* bytes are code points */
    p->counts = malloc((text.len / STEP + 1) * sizeof(*p->counts));
    if (p->counts == NULL)
        return false;
    uint32_t count = 0;
    for (size_t i = 0; i <= text.len; i++) {
        if (i % STEP == 0)
            p->counts[i / STEP] = count;
        if (i < text.len && ((unsigned char)text.ptr[i] & 0xC0) != 0x80)
            count++;
    }
    return true;
}

uint32_t ngi_points_at(const ngi_points *p, uint32_t offset)
{
    if (p->counts == NULL)
        return offset;
    uint32_t count = p->counts[offset / STEP];
    for (uint32_t i = offset - offset % STEP; i < offset; i++)
        count += ((unsigned char)p->text.ptr[i] & 0xC0) != 0x80;
    return count;
}

void ngi_points_free(ngi_points *p)
{
    free(p->counts);
    *p = (ngi_points){0};
}

/* ---- spans ---- */

typedef struct writer {
    ngi_buffer *out;
    const ngi_story *story;
    ngi_points points[NGI_FIELD_COUNT];
} writer;

static ng_slice words(const writer *w, ngi_extent at, uint8_t in)
{
    return ngi_slice_sub(ngi_field_text(w->story, in), at.begin, at.end);
}

static void span(const writer *w, ng_slice key, ngi_extent at, uint8_t in)
{
    ngi_out_open(w->out, key, '[');
    ngi_out_number(w->out, NGI_ITEM, ngi_points_at(&w->points[in], at.begin));
    ngi_out_number(w->out, NGI_ITEM, ngi_points_at(&w->points[in], at.end));
    ngi_out_close(w->out, ']');
}

static void field(const writer *w, ng_slice key, uint8_t in)
{
    if (in != NGI_FIELD_BODY)
        ngi_out_text(w->out, key, ngi_field_name(in));
}

static void bytes(const writer *w, ng_slice key, const ngi_bytes *bytes)
{
    if (bytes->count == 0)
        return;
    ngi_out_open(w->out, key, '[');
    for (uint32_t i = 0; i < bytes->count; i++) {
        ngi_out_open(w->out, NGI_ITEM, '[');
        ngi_out_number(w->out, NGI_ITEM, bytes->ranges[i].start);
        ngi_out_number(w->out, NGI_ITEM, bytes->ranges[i].end);
        ngi_out_close(w->out, ']');
    }
    ngi_out_close(w->out, ']');
}

static void spans(const writer *w, ng_slice key, const ngi_extents *list, uint8_t in)
{
    if (list->count == 0)
        return;
    ngi_out_open(w->out, key, '[');
    for (uint32_t i = 0; i < list->count; i++)
        span(w, NGI_ITEM, list->items[i], in);
    ngi_out_close(w->out, ']');
}

/* The words of the spans, joined by a space. */
static void spans_text(const writer *w, ng_slice key, const ngi_extents *list, uint8_t in)
{
    if (list->count == 0)
        return;
    ngi_buffer joined = {0};
    for (uint32_t i = 0; i < list->count; i++) {
        if (i > 0)
            ngi_buffer_char(&joined, ' ');
        ngi_buffer_add(&joined, words(w, list->items[i], in));
    }
    w->out->failed = w->out->failed || joined.failed;
    ngi_out_text(w->out, key, ngi_buffer_slice(&joined));
    ngi_buffer_free(&joined);
}

static void text_member(const writer *w, ng_slice key, ng_slice text)
{
    ngi_out_text_if(w->out, key, text);
}

/* ---- attributions ---- */

static void speaker(const writer *w, const ngi_speaker *s, uint8_t in)
{
    bool mentioned = s->mention.end > s->mention.begin;
    ngi_out_open(w->out, NGI_KEY("speaker"), '{');
    text_member(w, NGI_KEY("name"), s->name);
    text_member(w, NGI_KEY("description"), s->description);
    text_member(w, NGI_KEY("kind"), ngi_speaker_kind_name(s->kind));
    if (s->count > 0)
        ngi_out_number(w->out, NGI_KEY("count"), s->count);
    text_member(w, NGI_KEY("organization"), s->organization);
    text_member(w, NGI_KEY("reason"), s->reason);
    if (s->open)
        ngi_out_bool(w->out, NGI_KEY("open"), true);
    if (mentioned) {
        span(w, NGI_KEY("mention"), s->mention, s->mention_in);
        if (s->mention_in != in)
            ngi_out_text(w->out, NGI_KEY("mentionIn"), ngi_field_name(s->mention_in));
        bytes(w, NGI_KEY("bytes"), &s->bytes);
    }
    ngi_out_close(w->out, '}');
}

/* A probability with three decimals. */
static void chance(ngi_buffer *out, ng_slice key, double value)
{
    ngi_out_real(out, key, (double)(int)(value * 1000 + 0.5) / 1000);
}

static void attribution(const writer *w, const ngi_attribution *a, uint32_t index)
{
    const struct {
        ng_slice key;
        const ngi_extents *list;
    } roles[] = {{NGI_KEY("source"), &a->source},
                 {NGI_KEY("cue"), &a->cue},
                 {NGI_KEY("content"), &a->content}};
    bool placed = false;
    ngi_out_open(w->out, NGI_ITEM, '{');
    ngi_out_id(w->out, NGI_KEY("id"), 'a', index + 1);
    field(w, NGI_KEY("in"), a->in);
    for (size_t i = 0; i < NGI_COUNT(roles); i++) {
        spans(w, roles[i].key, roles[i].list, a->in);
        placed = placed || roles[i].list->bytes.count > 0;
    }
    ngi_out_open(w->out, NGI_KEY("text"), '{');
    for (size_t i = 0; i < NGI_COUNT(roles); i++)
        spans_text(w, roles[i].key, roles[i].list, a->in);
    ngi_out_close(w->out, '}');
    if (placed) {
        ngi_out_open(w->out, NGI_KEY("bytes"), '{');
        for (size_t i = 0; i < NGI_COUNT(roles); i++)
            bytes(w, roles[i].key, &roles[i].list->bytes);
        ngi_out_close(w->out, '}');
    }
    ngi_out_text(w->out, NGI_KEY("form"), ngi_form_name(a->form));
    ngi_out_text(w->out, NGI_KEY("stance"), ngi_stance_name(a->stance));
    if (a->speaker.kind != NGI_SPEAKER_NONE || a->speaker.open || a->speaker.description.len > 0)
        speaker(w, &a->speaker, a->in);
    ngi_out_number(w->out, NGI_KEY("depth"), a->depth);
    if (a->parent != NGI_NO_PARENT)
        ngi_out_id(w->out, NGI_KEY("parent"), 'a', a->parent + 1);
    chance(w->out, NGI_KEY("confidence"), a->confidence);
    ngi_out_close(w->out, '}');
}

/* ---- names, dates, figures, relations ---- */

static void slices(const writer *w, ng_slice key, const ng_slice *list, uint32_t count)
{
    ngi_out_open(w->out, key, '[');
    for (uint32_t i = 0; i < count; i++)
        ngi_out_text(w->out, NGI_ITEM, list[i]);
    ngi_out_close(w->out, ']');
}

/* The mentions in one field, under `key`; nothing where there are none, but for the body. */
static void mentions(const writer *w, ng_slice key, const ngi_name *name, uint8_t in)
{
    bool open = in == NGI_FIELD_BODY;
    if (open)
        ngi_out_open(w->out, key, '[');
    for (uint32_t i = 0; i < name->mention_count; i++) {
        if (name->mentions[i].in != in)
            continue;
        if (!open)
            ngi_out_open(w->out, key, '[');
        open = true;
        span(w, NGI_ITEM, name->mentions[i].at, in);
    }
    if (open)
        ngi_out_close(w->out, ']');
}

static void mention_bytes(const writer *w, const ngi_name *name)
{
    bool any = false;
    for (uint32_t i = 0; i < name->mention_count; i++)
        any = any || (name->mentions[i].in == NGI_FIELD_BODY && name->mentions[i].bytes.count > 0);
    if (!any)
        return;
    ngi_out_open(w->out, NGI_KEY("bytes"), '[');
    for (uint32_t i = 0; i < name->mention_count; i++) {
        const ngi_bytes *b = &name->mentions[i].bytes;
        if (name->mentions[i].in != NGI_FIELD_BODY)
            continue;
        if (b->count > 0) {
            bytes(w, NGI_ITEM, b);
        } else {
            ngi_out_open(w->out, NGI_ITEM, '[');
            ngi_out_close(w->out, ']');
        }
    }
    ngi_out_close(w->out, ']');
}

static void name(const writer *w, const ngi_name *n)
{
    ngi_out_open(w->out, NGI_ITEM, '{');
    ngi_out_text(w->out, NGI_KEY("name"), n->name);
    ngi_out_text(w->out, NGI_KEY("type"), ngi_name_type_name(n->type));
    slices(w, NGI_KEY("aliases"), n->aliases, n->alias_count);
    mentions(w, NGI_KEY("mentions"), n, NGI_FIELD_BODY);
    mentions(w, NGI_KEY("inHeadline"), n, NGI_FIELD_HEADLINE);
    mentions(w, NGI_KEY("inDescription"), n, NGI_FIELD_DESCRIPTION);
    slices(w, NGI_KEY("descriptions"), n->descriptions, n->description_count);
    mention_bytes(w, n);
    ngi_out_close(w->out, '}');
}

/* What dates, figures and relations have in common: where they stand. */
static void place(const writer *w, ngi_extent at, uint8_t in, const ngi_bytes *b)
{
    field(w, NGI_KEY("in"), in);
    ngi_out_text(w->out, NGI_KEY("text"), words(w, at, in));
    span(w, NGI_KEY("span"), at, in);
    bytes(w, NGI_KEY("bytes"), b);
}

static void date(const writer *w, const ngi_when *d)
{
    ngi_out_open(w->out, NGI_ITEM, '{');
    place(w, d->at, d->in, &d->bytes);
    text_member(w, NGI_KEY("start"), d->start);
    text_member(w, NGI_KEY("end"), d->end);
    ngi_out_bool(w->out, NGI_KEY("approximate"), d->approximate);
    ngi_out_close(w->out, '}');
}

static void figure(const writer *w, const ngi_figure *f)
{
    ngi_out_open(w->out, NGI_ITEM, '{');
    place(w, f->at, f->in, &f->bytes);
    if (f->has_value)
        ngi_out_real(w->out, NGI_KEY("value"), f->value);
    text_member(w, NGI_KEY("unit"), f->unit);
    text_member(w, NGI_KEY("of"), f->of);
    ngi_out_bool(w->out, NGI_KEY("approximate"), f->approximate);
    if (f->has_min)
        ngi_out_real(w->out, NGI_KEY("min"), f->min);
    if (f->has_max)
        ngi_out_real(w->out, NGI_KEY("max"), f->max);
    if (f->has_conversion) {
        ngi_out_open(w->out, NGI_KEY("conversion"), '{');
        ngi_out_real(w->out, NGI_KEY("value"), f->conversion_value);
        text_member(w, NGI_KEY("unit"), f->conversion_unit);
        ngi_out_close(w->out, '}');
    }
    ngi_out_close(w->out, '}');
}

static void relation(const writer *w, const ngi_relation *r)
{
    ngi_out_open(w->out, NGI_ITEM, '{');
    ngi_out_text(w->out, NGI_KEY("subject"), r->subject);
    ngi_out_text(w->out, NGI_KEY("relation"), r->relation);
    ngi_out_text(w->out, NGI_KEY("object"), r->object);
    place(w, r->at, r->in, &r->bytes);
    ngi_out_close(w->out, '}');
}

/* ---- the whole ---- */

#define LIST(w, bit, key, count, each, items)                                                      \
    do {                                                                                           \
        if ((r->with & (bit)) == 0)                                                                \
            break;                                                                                 \
        ngi_out_open((w)->out, NGI_KEY(key), '[');                                                 \
        for (uint32_t i_ = 0; i_ < (count); i_++)                                                  \
            each((w), &(items)[i_]);                                                               \
        ngi_out_close((w)->out, ']');                                                              \
    } while (0)

static void record(const writer *w, const ngi_record *r)
{
    ngi_out_text_if(w->out, NGI_KEY("recordLanguage"), r->language);
    if ((r->with & NGI_WITH_ATTRIBUTIONS) != 0) {
        ngi_out_open(w->out, NGI_KEY("attributions"), '[');
        for (uint32_t i = 0; i < r->attribution_count; i++)
            attribution(w, &r->attributions[i], i);
        ngi_out_close(w->out, ']');
    }
    LIST(w, NGI_WITH_NAMES, "names", r->name_count, name, r->names);
    LIST(w, NGI_WITH_DATES, "dates", r->date_count, date, r->dates);
    LIST(w, NGI_WITH_FIGURES, "figures", r->figure_count, figure, r->figures);
    LIST(w, NGI_WITH_RELATIONS, "relations", r->relation_count, relation, r->relations);
}

void ngi_record_json(ngi_buffer *out, const ngi_story *story)
{
    if (story->record == NULL)
        return;
    writer w = {.out = out, .story = story};
    bool made = true;
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++)
        made = ngi_points_make(&w.points[i], ngi_field_text(story, i)) && made;
    if (made)
        record(&w, story->record);
    else
        out->failed = true;
    for (uint8_t i = 0; i < NGI_FIELD_COUNT; i++)
        ngi_points_free(&w.points[i]);
}
