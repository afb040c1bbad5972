/* SPDX-License-Identifier: Apache-2.0 */
/* Quotations that stand in several stories: see provenance.h. */
#include "views/json_out.h"
#include "views/provenance.h"
#include "views/wrap.h"

#include <stdlib.h>

typedef struct quotes {
    const ngi_answer *answer;
    const ngi_quoted_list *list;
    ngi_buffer *out;
    bool color;
    uint32_t *order; /* quotations by set, then story and place */
    ngi_word_row longest, place;
    ngi_aligner aligner;
} quotes;

static int by_set(const void *left, const void *right, void *context)
{
    const ngi_quoted_list *list = context;
    uint32_t x = *(const uint32_t *)left, y = *(const uint32_t *)right;
    if (list->items[x].set != list->items[y].set)
        return list->items[x].set < list->items[y].set ? -1 : 1;
    return x < y ? -1 : x > y;
}

static const ngi_quoted *at(const quotes *q, uint32_t i)
{
    return &q->list->items[q->order[i]];
}

static ng_slice text_of(const quotes *q, const ngi_quoted *quoted)
{
    return ngi_slice_sub(ngi_shelved_string(q->answer->stories[quoted->story], NGI_SHELF_BODY),
                         quoted->at.begin, quoted->at.end);
}

static uint32_t words_in(const ngi_quoted *q)
{
    return q->at.word_end - q->at.word;
}

static uint32_t longest_of(const quotes *q, uint32_t begin, uint32_t end)
{
    uint32_t best = begin;
    for (uint32_t i = begin; i < end; i++)
        if (words_in(at(q, i)) > words_in(at(q, best)))
            best = i;
    return best;
}

static uint32_t stories_in(const quotes *q, uint32_t begin, uint32_t end)
{
    uint32_t n = 0;
    for (uint32_t i = begin; i < end; i++)
        n += i == begin || at(q, i)->story != at(q, i - 1)->story;
    return n;
}

/* Ranks go by the latest moment at which a story may have come out; this is by the earliest. */
static uint32_t earliest_of(const quotes *q, uint32_t begin, uint32_t end)
{
    const ngi_answer *a = q->answer;
    uint32_t best = at(q, begin)->story;
    for (uint32_t i = begin; i < end; i++)
        if (ngi_shelved_dated(a->stories[at(q, i)->story]) && ngi_shelved_dated(a->stories[best]) &&
            a->stories[at(q, i)->story]->first < a->stories[best]->first)
            best = at(q, i)->story;
    return best;
}

static ng_slice speaker_in(const quotes *q, uint32_t begin, uint32_t end)
{
    ng_slice found = {0};
    for (uint32_t i = begin; i < end && found.len == 0; i++)
        found = at(q, i)->speaker;
    return found;
}

/* ---- how a place differs from the longest form ---- */

typedef enum form { WHOLE, CUT, ALTERED } form;

static const char *const FORMS[] = {"whole", "cut", "altered"};

/* Aligns a place with the longest form, which is indexed. */
static form form_of(quotes *q, uint32_t key, ng_slice place)
{
    if (!ngi_word_row_cut(&q->place, place) ||
        !ngi_align(&q->aligner, &q->longest, key + 1, &q->place))
        return ALTERED;
    uint32_t same = 0;
    for (uint32_t i = 0; i < q->aligner.run_count; i++)
        same += q->aligner.runs[i].length;
    if (same < q->place.count)
        return ALTERED;
    return same == q->longest.count && q->aligner.run_count == 1 ? WHOLE : CUT;
}

/* The words of a row [begin, end) as they stand in the text. */
static ng_slice stretch(const ngi_word_row *row, ng_slice text, uint32_t begin, uint32_t end)
{
    if (begin >= end || end > row->count)
        return (ng_slice){0};
    return ngi_slice_sub(text, row->items[begin].begin, row->items[end - 1].end);
}

/* Words [from, from_end) of the longest form and [to, to_end) that stand there in their place. */
typedef struct swapped {
    uint32_t from, from_end, to, to_end;
} swapped;

static void write_change(const quotes *q, ng_slice longest, ng_slice place, swapped s)
{
    const ngi_row_word *a = q->longest.items, *b = q->place.items;
    for (; s.from < s.from_end && s.to < s.to_end && a[s.from].hash == b[s.to].hash; s.from++)
        s.to++;
    for (; s.from < s.from_end && s.to < s.to_end && a[s.from_end - 1].hash == b[s.to_end - 1].hash;
         s.from_end--)
        s.to_end--;
    if (s.to >= s.to_end)
        return; /* left out only: the text shows it */
    ngi_out_open(q->out, NGI_ITEM, '{');
    ngi_out_text(q->out, NGI_KEY("from"), stretch(&q->longest, longest, s.from, s.from_end));
    ngi_out_text(q->out, NGI_KEY("to"), stretch(&q->place, place, s.to, s.to_end));
    ngi_out_close(q->out, '}');
}

/* What stands before the first run, and behind the last: as many words on the other side. */
static swapped head_of(const ngi_run *first)
{
    uint32_t n = first->to < first->from ? first->to : first->from;
    return (swapped){first->from - n, first->from, 0, first->to};
}

static swapped tail_of(const quotes *q, const ngi_run *last)
{
    uint32_t from = last->from + last->length, to = last->to + last->length;
    uint32_t left = q->longest.count - from, n = q->place.count - to;
    return (swapped){from, from + (n < left ? n : left), to, q->place.count};
}

/* Words that stand here in place of others. */
static void write_changes(const quotes *q, ng_slice longest, ng_slice place)
{
    const ngi_run *runs = q->aligner.runs;
    uint32_t n = q->aligner.run_count;
    ngi_out_open(q->out, NGI_KEY("changes"), '[');
    if (n > 0)
        write_change(q, longest, place, head_of(&runs[0]));
    for (uint32_t i = 1; i < n; i++)
        write_change(q, longest, place,
                     (swapped){runs[i - 1].from + runs[i - 1].length, runs[i].from,
                               runs[i - 1].to + runs[i - 1].length, runs[i].to});
    if (n > 0)
        write_change(q, longest, place, tail_of(q, &runs[n - 1]));
    ngi_out_close(q->out, ']');
}

/* ---- JSON ---- */

static void write_place(quotes *q, uint32_t i, uint32_t key, ng_slice longest)
{
    const ngi_quoted *quoted = at(q, i);
    const ngi_shelved *k = q->answer->stories[quoted->story];
    ng_slice text = text_of(q, quoted);
    form f = form_of(q, key, text);
    ngi_out_open(q->out, NGI_ITEM, '{');
    ngi_out_text(q->out, NGI_KEY("identifier"), ngi_shelved_string(k, NGI_SHELF_IDENTIFIER));
    ngi_out_text_if(q->out, NGI_KEY("datePublished"), ngi_shelved_string(k, NGI_SHELF_PUBLISHED));
    ngi_out_open(q->out, NGI_KEY("span"), '[');
    ngi_out_number(q->out, NGI_ITEM, quoted->point);
    ngi_out_number(q->out, NGI_ITEM, quoted->point_end);
    ngi_out_close(q->out, ']');
    ngi_out_text(q->out, NGI_KEY("form"), ngi_slice_of(FORMS[f]));
    if (f != WHOLE)
        ngi_out_text(q->out, NGI_KEY("text"), text);
    if (f == ALTERED)
        write_changes(q, longest, text);
    ngi_out_text_if(q->out, NGI_KEY("speaker"), quoted->speaker);
    ngi_out_close(q->out, '}');
}

static void write_row(quotes *q, uint32_t begin, uint32_t end)
{
    uint32_t best = longest_of(q, begin, end);
    ng_slice longest = text_of(q, at(q, best));
    if (!ngi_word_row_cut(&q->longest, longest))
        return;
    ngi_out_open(q->out, NGI_ITEM, '{');
    ngi_out_text(q->out, NGI_KEY("quotation"), longest);
    ngi_out_number(q->out, NGI_KEY("words"), words_in(at(q, best)));
    ngi_out_text_if(q->out, NGI_KEY("speaker"), speaker_in(q, begin, end));
    ngi_out_number(q->out, NGI_KEY("stories"), stories_in(q, begin, end));
    ngi_view_seen(q->out, NGI_KEY("earliest"), q->answer, earliest_of(q, begin, end));
    ngi_out_open(q->out, NGI_KEY("places"), '[');
    for (uint32_t i = begin; i < end; i++)
        write_place(q, i, q->order[best], longest);
    ngi_out_close(q->out, ']');
    ngi_out_close(q->out, '}');
    ngi_buffer_char(q->out, '\n');
}

/* ---- text ---- */

static void write_text(quotes *q, uint32_t begin, uint32_t end)
{
    uint32_t best = longest_of(q, begin, end), seen = earliest_of(q, begin, end);
    ng_slice longest = text_of(q, at(q, best)), speaker = speaker_in(q, begin, end);
    if (!ngi_word_row_cut(&q->longest, longest))
        return;
    ngi_buffer_add(q->out, q->color ? NGI_LIT("\033[1m\xE2\x80\x9C") : NGI_LIT("\xE2\x80\x9C"));
    ngi_harmless_line(q->out, longest);
    ngi_buffer_add(q->out, q->color ? NGI_LIT("\xE2\x80\x9D\033[0m") : NGI_LIT("\xE2\x80\x9D"));
    if (speaker.len != 0) {
        NGI_BUFFER_LIT(q->out, "  \xE2\x80\x94 ");
        ngi_harmless_line(q->out, speaker);
    }
    ngi_buffer_char(q->out, '\n');
    for (uint32_t i = begin; i < end; i++) {
        const ngi_shelved *k = q->answer->stories[at(q, i)->story];
        form f = form_of(q, q->order[best], text_of(q, at(q, i)));
        NGI_BUFFER_LIT(q->out, "  ");
        ngi_view_day(q->out, k);
        NGI_BUFFER_LIT(q->out, " ");
        ngi_harmless_line(q->out, ngi_shelved_string(k, NGI_SHELF_IDENTIFIER));
        ngi_buffer_format(q->out, "  %s", FORMS[f]);
        if (at(q, i)->story == seen)
            NGI_BUFFER_LIT(q->out, ", earliest seen here");
        if (f != WHOLE) {
            NGI_BUFFER_LIT(q->out, ": ");
            ngi_harmless_line(q->out, text_of(q, at(q, i)));
        }
        ngi_buffer_char(q->out, '\n');
    }
}

bool ngi_view_quotes(ngi_buffer *out, const ngi_answer *a, const ngi_quoted_list *list, bool text,
                     bool color, ngi_view_flush *flush, void *context)
{
    quotes q = {
        .answer = a, .list = list, .out = out, .color = color, .aligner = {.keeps_runs = true}};
    uint32_t written = 0;
    bool ok = (q.order = malloc((list->count + 1) * sizeof(uint32_t))) != NULL;
    for (uint32_t i = 0; ok && i < list->count; i++)
        q.order[i] = i;
    if (ok)
        qsort_r(q.order, list->count, sizeof(*q.order), by_set, (void *)list);
    for (uint32_t i = 0, end; ok && i < list->count; i = end) {
        for (end = i + 1; end < list->count && at(&q, end)->set == at(&q, i)->set; end++)
            continue;
        if (stories_in(&q, i, end) < 2)
            continue;
        if (text && written++ > 0)
            ngi_buffer_char(out, '\n');
        if (text)
            write_text(&q, i, end);
        else
            write_row(&q, i, end);
        ok = !out->failed && !q.aligner.failed && flush(context, out);
    }
    free(q.order);
    ngi_word_row_free(&q.longest);
    ngi_word_row_free(&q.place);
    ngi_aligner_free(&q.aligner);
    return ok;
}
