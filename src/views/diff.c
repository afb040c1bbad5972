/* SPDX-License-Identifier: Apache-2.0 */
/* See diff.h. */
#include "views/diff.h"
#include "views/json_out.h"
#include "views/record_json.h"
#include "views/wrap.h"

static const char *const KINDS[] = {"gone",      "added",    "changed",
                                    "shortened", "unquoted", "unattributed"};
static const char *const STANCES[] = {"states",    "denies",  "declines", "unknown",
                                      "questions", "intends", "requests"};

static ng_slice words_at(const ngi_diff *d, int side, ngi_extent e)
{
    return ngi_slice_sub(d->sides[side]->body, e.begin, e.end);
}

static ngi_extent place_of(const ngi_change *c, int side)
{
    return side == 0 ? c->before : c->after;
}

/* The statement of a side, or else of the other one. */
static const ngi_attribution *statement_of(const ngi_diff *d, const ngi_change *c, int side)
{
    side = c->index[side] != NGI_NOWHERE ? side : 1 - side;
    return &d->records[side].attributions[c->index[side]];
}

static ng_slice speaker_of(const ngi_attribution *a)
{
    return a->speaker.name.len != 0 ? a->speaker.name : a->speaker.description;
}

/* ---- JSON ---- */

typedef struct writer {
    ngi_buffer *out;
    const ngi_diff *diff;
    ngi_points points[2];
} writer;

typedef void value_of(const writer *w, int side, uint32_t index);

static void figure_value(const writer *w, int side, uint32_t index)
{
    const ngi_figure *f = &w->diff->records[side].figures[index];
    if (f->has_value)
        ngi_out_real(w->out, NGI_KEY("value"), f->value);
    ngi_out_text_if(w->out, NGI_KEY("unit"), f->unit);
    ngi_out_text_if(w->out, NGI_KEY("of"), f->of);
}

static void date_value(const writer *w, int side, uint32_t index)
{
    const ngi_when *d = &w->diff->records[side].dates[index];
    ngi_out_text_if(w->out, NGI_KEY("start"), d->start);
    ngi_out_text_if(w->out, NGI_KEY("end"), d->end);
}

static void write_side(const writer *w, const ngi_change *c, int side, value_of *value)
{
    ngi_extent e = place_of(c, side);
    if (e.begin >= e.end)
        return;
    ngi_out_open(w->out, side == 0 ? NGI_KEY("before") : NGI_KEY("after"), '{');
    ngi_out_text(w->out, NGI_KEY("text"), words_at(w->diff, side, e));
    ngi_out_open(w->out, NGI_KEY("span"), '[');
    ngi_out_number(w->out, NGI_ITEM, ngi_points_at(&w->points[side], e.begin));
    ngi_out_number(w->out, NGI_ITEM, ngi_points_at(&w->points[side], e.end));
    ngi_out_close(w->out, ']');
    if (value != NULL && c->index[side] != NGI_NOWHERE)
        value(w, side, c->index[side]);
    ngi_out_close(w->out, '}');
}

static void said_value(const writer *w, int side, uint32_t index)
{
    const ngi_attribution *a = &w->diff->records[side].attributions[index];
    ngi_out_text_if(w->out, NGI_KEY("speaker"), speaker_of(a));
    ngi_out_text(w->out, NGI_KEY("stance"), ngi_slice_of(STANCES[a->stance]));
}

static void write_list(const writer *w, ng_slice key, const ngi_changes *list, value_of *value,
                       bool statements)
{
    ngi_out_open(w->out, key, '[');
    for (uint32_t i = 0; i < list->count; i++) {
        const ngi_change *c = &list->items[i];
        ngi_out_open(w->out, NGI_ITEM, '{');
        ngi_out_text(w->out, NGI_KEY("change"), ngi_slice_of(KINDS[c->kind]));
        if (statements && c->index[0] == NGI_NOWHERE)
            said_value(w, 1, c->index[1]);
        else if (statements)
            said_value(w, 0, c->index[0]);
        write_side(w, c, 0, value);
        write_side(w, c, 1, value);
        ngi_out_close(w->out, '}');
    }
    ngi_out_close(w->out, ']');
}

static void write_field(const writer *w, ng_slice key, bool changed, ng_slice before,
                        ng_slice after)
{
    if (!changed)
        return;
    ngi_out_open(w->out, key, '{');
    ngi_out_text(w->out, NGI_KEY("before"), before);
    ngi_out_text(w->out, NGI_KEY("after"), after);
    ngi_out_close(w->out, '}');
}

static void write_story(const writer *w, int side)
{
    const ngi_row_story *s = w->diff->sides[side];
    ngi_out_open(w->out, side == 0 ? NGI_KEY("before") : NGI_KEY("after"), '{');
    ngi_out_text_if(w->out, NGI_KEY("identifier"), s->identifier);
    ngi_out_text_if(w->out, NGI_KEY("url"), s->url);
    ngi_out_text_if(w->out, NGI_KEY("datePublished"), s->published);
    ngi_out_text_if(w->out, NGI_KEY("dateModified"), s->modified);
    ngi_out_close(w->out, '}');
}

bool ngi_view_diff_json(ngi_buffer *out, const ngi_diff *d)
{
    writer w = {.out = out, .diff = d};
    bool ok = ngi_points_make(&w.points[0], d->sides[0]->body) &&
              ngi_points_make(&w.points[1], d->sides[1]->body);
    ngi_out_open(out, NGI_ITEM, '{');
    write_story(&w, 0);
    write_story(&w, 1);
    ngi_out_bool(out, NGI_KEY("changed"), ngi_diff_changed(d));
    ngi_out_share(out, NGI_KEY("kept"), d->kept);
    ngi_out_share(out, NGI_KEY("share"), d->share);
    write_field(&w, NGI_KEY("headline"), d->headline, d->sides[0]->headline, d->sides[1]->headline);
    write_field(&w, NGI_KEY("description"), d->description, d->sides[0]->description,
                d->sides[1]->description);
    if (ok) {
        write_list(&w, NGI_KEY("paragraphs"), &d->paragraphs, NULL, false);
        write_list(&w, NGI_KEY("figures"), &d->figures, figure_value, false);
        write_list(&w, NGI_KEY("dates"), &d->dates, date_value, false);
        write_list(&w, NGI_KEY("quotations"), &d->quotations, NULL, false);
        write_list(&w, NGI_KEY("attributions"), &d->statements, said_value, true);
        write_list(&w, NGI_KEY("sentences"), &d->sentences, NULL, false);
    }
    ngi_out_close(out, '}');
    ngi_buffer_char(out, '\n');
    ngi_points_free(&w.points[0]);
    ngi_points_free(&w.points[1]);
    return ok && !out->failed;
}

/* ---- text ---- */

typedef struct painter {
    ngi_buffer *out;
    const ngi_diff *diff;
    bool color;
} painter;

static void line(const painter *p, bool added, ng_slice note, ng_slice text)
{
    if (text.len == 0)
        return;
    if (p->color)
        ngi_buffer_add(p->out, added ? NGI_LIT("\033[32m") : NGI_LIT("\033[31m"));
    ngi_buffer_add(p->out, added ? NGI_LIT("+ ") : NGI_LIT("- "));
    ngi_harmless_line(p->out, note);
    if (note.len != 0)
        NGI_BUFFER_LIT(p->out, ": ");
    ngi_harmless_line(p->out, text);
    if (p->color)
        NGI_BUFFER_LIT(p->out, "\033[0m");
    ngi_buffer_char(p->out, '\n');
}

static void title(const painter *p, const char *text)
{
    if (p->out->len > 0)
        ngi_buffer_char(p->out, '\n');
    ngi_buffer_format(p->out, p->color ? "\033[1m%s\033[0m\n" : "%s\n", text);
}

static void field(const painter *p, const char *name, bool changed, ng_slice before, ng_slice after)
{
    if (!changed)
        return;
    title(p, name);
    line(p, false, (ng_slice){0}, before);
    line(p, true, (ng_slice){0}, after);
}

/* "changed", "shortened" ...: gone and added show by themselves. */
static ng_slice note_of(const ngi_change *c)
{
    return c->kind <= NGI_CHANGE_CHANGED ? (ng_slice){0} : ngi_slice_of(KINDS[c->kind]);
}

static void list(const painter *p, const char *name, const ngi_changes *changes)
{
    if (changes->count > 0)
        title(p, name);
    for (uint32_t i = 0; i < changes->count; i++) {
        const ngi_change *c = &changes->items[i];
        line(p, false, note_of(c), words_at(p->diff, 0, c->before));
        line(p, true, (ng_slice){0}, words_at(p->diff, 1, c->after));
    }
}

static void statement(const painter *p, const ngi_change *c, int side)
{
    const ngi_attribution *a = statement_of(p->diff, c, side);
    ng_slice speaker = speaker_of(a);
    ngi_buffer note = {0};
    ngi_buffer_add(&note, speaker.len != 0 ? speaker : NGI_LIT("not named"));
    ngi_buffer_format(&note, " %s", STANCES[a->stance]);
    if (c->kind == NGI_CHANGE_UNATTRIBUTED)
        NGI_BUFFER_LIT(&note, " (told on nobody's word now)");
    line(p, side == 1, ngi_buffer_slice(&note), words_at(p->diff, side, place_of(c, side)));
    p->out->failed |= note.failed;
    ngi_buffer_free(&note);
}

static void statements(const painter *p)
{
    const ngi_changes *changes = &p->diff->statements;
    if (changes->count > 0)
        title(p, "Statements");
    for (uint32_t i = 0; i < changes->count; i++)
        for (int side = 0; side < 2; side++)
            statement(p, &changes->items[i], side);
}

void ngi_view_diff_text(ngi_buffer *out, const ngi_diff *d, bool color)
{
    painter p = {out, d, color};
    field(&p, "Headline", d->headline, d->sides[0]->headline, d->sides[1]->headline);
    field(&p, "Standfirst", d->description, d->sides[0]->description, d->sides[1]->description);
    list(&p, "Paragraphs", &d->paragraphs);
    list(&p, "Figures", &d->figures);
    list(&p, "Dates", &d->dates);
    list(&p, "Quotations", &d->quotations);
    statements(&p);
    list(&p, "Sentences", &d->sentences);
    if (out->len == 0 && d->words)
        NGI_BUFFER_LIT(out, "No fact changed, but words or their order did.\n");
    else if (out->len == 0)
        NGI_BUFFER_LIT(out, "No fact changed.\n");
    ngi_buffer_format(out,
                      "\n%.0f %% of the first is in the second, %.0f %% of the second from "
                      "the first\n",
                      (double)d->kept * 100, (double)d->share * 100);
}
