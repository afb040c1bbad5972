/* SPDX-License-Identifier: Apache-2.0 */
/* Settles which blocks of a story on a section page are its text, where structure knows
 * better than the block model.
 *
 * The model has learned from pages with one story. On a page with several it doubts the later
 * ones, and what frames each story (a caption, a note on the author, buttons) it has not seen
 * ten times on one page. So the paragraphs of a story that share the shape of most of its
 * prose are taken whole, with the subheads among them; what stands between headline and
 * byline is no body; and what is printed in two stories, or in a list, belongs to none. Pages
 * with one story are left to the model. One pass over the blocks of each span: linear. */
#include "stories/pages/heads.h"

#include "base/map.h"
#include "base/utf8.h"

enum {
    META_REACH = 7, /* blocks from the headline to its date or byline */
    META_WORDS = 14,
    STANDFIRST_WORDS = 70,
};

static const float SURE = 0.97f;

/* The first of the characters that make a text's key, folded; 0 where there is none. */
static uint32_t first_letter(ng_slice text)
{
    for (size_t i = 0; i < text.len;) {
        uint32_t c = ngi_utf8_next(text, &i);
        if (ngi_is_letter(c) || ngi_is_digit(c))
            return ngi_fold(c);
    }
    return 0;
}

/* What stands for "advertisement" alone in a line, in the scripts and languages of news. */
static bool is_ad_label(ng_slice text)
{
    static const char *const labels[] = {
        "advertisement", "advertising", "ad",         "anzeige",     "werbung",   "publicité",
        "publicidad",    "publicidade", "pubblicità", "annonse",     "annons",    "annonce",
        "reklame",       "reklam",      "reklama",    "mainos",      "hirdetés",  "oglas",
        "reclamă",       "publicitate", "reclame",    "advertentie", "διαφήμιση", "реклама",
        "إعلان",         "اعلان",       "تبلیغات",    "آگهی",        "広告",      "广告",
        "廣告",          "광고",        "विज्ञापन",    "iklan",       "quảng cáo", "โฆษณา",
        "פרסומת",        "auglýsing",   "sponsored",  "reklaam",     "reklāma",   "oglasi",
        "matangazo",     "publicitat",  "iragarkia",  "hysbyseb",    "рэклама",   "реклама:"};
    if (text.len > 40)
        return false;
    uint64_t key = ngi_text_key(text);
    uint32_t first = first_letter(text); /* told sooner than the whole key */
    for (size_t i = 0; i < NGI_COUNT(labels); i++) {
        ng_slice label = ngi_slice_of(labels[i]);
        if (first_letter(label) == first && ngi_text_key(label) == key)
            return true;
    }
    return false;
}

static bool ends_sentence(ng_slice text)
{
    size_t at = text.len;
    while (at > 0) {
        uint32_t c = ngi_utf8_previous(text, &at);
        if (c == '"' || c == '\'' || c == ')' || c == 0x201D || c == 0x201C || c == 0xBB ||
            c == 0xAB || c == 0x2019 || c == 0x300D)
            continue;
        return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0x2026 || c == 0x61F ||
               c == 0x6D4 || c == 0x964 || c == ':' || c == 0xFF01 || c == 0xFF1F;
    }
    return false;
}

/* "8:45 p.m." */
static bool ends_clock(ng_slice text)
{
    return ngi_ends(text, NGI_LIT(" a.m.")) || ngi_ends(text, NGI_LIT(" p.m."));
}

static bool is_meta(ngi_splitter *s, uint32_t b)
{
    const ngi_block *k = &s->scene->blocks.items[b];
    if (ngi_heads_signed(s, b))
        return true;
    if (k->words >= 6 && ends_sentence(k->text) && !ends_clock(k->text))
        return false; /* "The hearing is on June 26 at nine." */
    return k->words <= META_WORDS && s->layout->rank[b] == 0 && s->layout->prose[b] == 0 &&
           (ngi_heads_time(s, b) || ngi_heads_author(s, b));
}

static bool is_caption(const ngi_splitter *s, uint32_t b)
{
    const ngi_tree *tree = s->scene->tree;
    uint32_t node = s->scene->blocks.items[b].node;
    for (int up = 0; up < 4 && node != 0; up++, node = tree->nodes[node].parent)
        if (tree->nodes[node].tag == NGI_TAG_FIGURE || tree->nodes[node].tag == NGI_TAG_FIGCAPTION)
            return true;
    return s->scene->blocks.items[b].images != 0;
}

/* The shape, with one element above, that has most prose words in the span. */
static uint64_t main_shape(ngi_splitter *s, const ngi_span *span, bool *failed)
{
    uint32_t count = span->end - span->begin, most = 0;
    uint64_t *shapes = NGI_NEW_ARRAY(s->scene->arena, uint64_t, count + 1), best = 0;
    ngi_map words;
    ngi_map_init(&words, s->scene->arena);
    *failed = shapes == NULL;
    for (uint32_t i = 0; i < count && !*failed; i++) {
        uint32_t b = span->begin + i;
        if (s->layout->prose[b] == 0 || s->layout->listed[b])
            continue;
        shapes[i] = ngi_block_shape(s->scene->tree, &s->scene->blocks.items[b], 1);
        uint32_t *sum = ngi_map_put(&words, ngi_slice((const char *)&shapes[i], 8), NULL);
        if (sum == NULL) {
            *failed = true;
            break;
        }
        *sum += s->layout->prose[b];
        if (*sum > most) {
            most = *sum;
            best = shapes[i];
        }
    }
    return best;
}

/* A few words with capitals, or few characters of a script without: a name, by all signs. */
static bool looks_like_name(const ngi_block *k)
{
    ng_slice rest = k->text, word;
    uint32_t words = 0, capitals = 0;
    bool cased = false;
    if (k->text.len > 60 || ends_sentence(k->text))
        return false;
    while (ngi_split(&rest, ' ', &word)) {
        uint32_t c = word.len == 0 ? ' ' : ngi_utf8_next(word, &(size_t){0});
        words += word.len != 0;
        capitals += ngi_is_upper(c);
        cased = cased || ngi_is_upper(c) || ngi_is_lower(c);
    }
    return words <= 5 && (cased ? capitals == words : ngi_utf8_count(k->text) <= 14);
}

/* Whether a block reads like a sentence or more, beside the story's text. */
static bool is_sentence(const ngi_splitter *s, uint32_t b)
{
    const ngi_block *k = &s->scene->blocks.items[b];
    if (looks_like_name(k))
        return false;
    return k->words >= (ends_sentence(k->text) ? 3u : 4u) && !k->hidden && !s->layout->listed[b] &&
           k->link_chars * 2 <= k->text.len;
}

/* The last block of the main shape that is prose; UINT32_MAX: none. */
static uint32_t last_of(ngi_splitter *s, const ngi_span *span, uint32_t from, uint64_t shape)
{
    const ngi_block *blocks = s->scene->blocks.items;
    uint32_t last = UINT32_MAX;
    for (uint32_t b = from; b < span->end; b++)
        if (s->layout->prose[b] != 0 && !s->layout->listed[b] && blocks[b].p >= 0 &&
            ngi_block_shape(s->scene->tree, &blocks[b], 1) == shape)
            last = b;
    /* Short sentences behind it belong to it. */
    while (last != UINT32_MAX && last + 1 < span->end && !s->layout->listed[last + 1] &&
           blocks[last + 1].link_chars == 0 && blocks[last + 1].p >= 0 &&
           ends_sentence(blocks[last + 1].text) && !is_meta(s, last + 1) &&
           ngi_block_shape(s->scene->tree, &blocks[last + 1], 1) == shape)
        last++;
    return last;
}

/* A first paragraph in bold before others that are not: a standfirst. */
static bool is_bold_lead(const ngi_splitter *s, uint32_t b, uint32_t end)
{
    const ngi_block *k = &s->scene->blocks.items[b];
    return b + 1 < end && k->bold_chars * 10 >= k->text.len * 9 && k->words >= 8 &&
           k->words <= STANDFIRST_WORDS && s->layout->rank[b] == 0 &&
           k[1].bold_chars * 2 < k[1].text.len;
}

/* Behind what stands between `start` and the first paragraph of the main shape, where one comes
 * soon: a standfirst, long or short. A heading there is one only where most stories of the page
 * have it (s->lead). */
static uint32_t behind_lead(const ngi_splitter *s, const ngi_span *span, uint32_t start,
                            uint32_t limit, uint64_t shape)
{
    const ngi_block *blocks = s->scene->blocks.items;
    for (uint32_t b = start; b < span->end && b < limit; b++) {
        const ngi_block *k = &blocks[b];
        if (s->layout->prose[b] != 0 && ngi_block_shape(s->scene->tree, k, 1) == shape)
            return b;
        if (s->layout->listed[b] || s->layout->prose[b] > STANDFIRST_WORDS ||
            ngi_block_shape(s->scene->tree, k, 1) == shape ||
            (s->layout->rank[b] != 0 && ngi_block_shape(s->scene->tree, k, 1) != s->lead))
            break;
    }
    return start;
}

/* What stands between the headline and the text proper is none of it: up to the date or
 * byline, and a standfirst of another shape. Returns the first block of the text. */
static uint32_t settle_head(ngi_splitter *s, ngi_span *span, uint64_t shape)
{
    ngi_block *blocks = s->scene->blocks.items;
    uint32_t from = span->headline == UINT32_MAX ? span->begin : span->headline + 1;
    uint32_t start = from;
    for (uint32_t b = from, prose = 0; b < span->end && b < from + META_REACH && prose < 2; b++) {
        prose += s->layout->prose[b] != 0;
        if (is_meta(s, b))
            start = b + 1;
    }
    uint32_t header = start;
    start = behind_lead(s, span, start, from + META_REACH, shape);
    if (last_of(s, span, start, shape) == UINT32_MAX) /* what was found stands below the text */
        start = from;
    if (start == header && is_bold_lead(s, start, span->end))
        start++;
    for (uint32_t b = from; b < start && span->standfirst == 0; b++)
        if (is_sentence(s, b) && !is_meta(s, b) && !is_caption(s, b))
            span->standfirst = b + 1;
    for (uint32_t b = span->begin; b < start; b++)
        blocks[b].p = 0;
    return start;
}

/* The first prose of the span from `b` on within reach of the header; UINT32_MAX: none. */
static uint32_t prose_from(const ngi_splitter *s, const ngi_span *span, uint32_t b)
{
    uint32_t limit = b + META_REACH < span->end ? b + META_REACH : span->end;
    while (b < limit && (s->layout->prose[b] == 0 || s->layout->listed[b]))
        b++;
    return b < limit ? b : UINT32_MAX;
}

/* A page with one story: a date or byline above its first paragraph is no part of the text, nor
 * is a paragraph above these that is not set as the text below them. */
void ngi_heads_settle_own(ngi_splitter *s, ngi_span *span)
{
    ngi_block *blocks = s->scene->blocks.items;
    if (span->headline == UINT32_MAX)
        return;
    uint32_t lead = prose_from(s, span, span->headline + 1), meta = UINT32_MAX;
    if (lead == UINT32_MAX)
        return;
    for (uint32_t b = span->headline + 1; b < lead; b++)
        if (is_meta(s, b))
            blocks[b].p = 0;
    if (s->layout->prose[lead] > STANDFIRST_WORDS)
        return;
    uint32_t text = lead + 1 < span->end ? prose_from(s, span, lead + 1) : UINT32_MAX;
    for (uint32_t b = lead + 1; b < text && text != UINT32_MAX; b++)
        if (is_meta(s, b))
            meta = b;
    if (meta == UINT32_MAX || ngi_block_shape(s->scene->tree, &blocks[lead], 1) ==
                                  ngi_block_shape(s->scene->tree, &blocks[text], 1))
        return;
    for (uint32_t b = span->headline + 1; b <= meta; b++)
        blocks[b].p = 0;
}

/* Two links or more: a menu, tags, buttons to share. */
static bool has_links(const ngi_tree *tree, const ngi_block *k)
{
    uint32_t links = 0;
    for (uint32_t i = k->first; i <= k->last; i++)
        links += tree->nodes[i].tag == NGI_TAG_A;
    return links + (tree->nodes[tree->nodes[k->first].parent].tag == NGI_TAG_A) > 1;
}

static bool is_button(const ngi_tree *tree, const ngi_block *k)
{
    uint32_t node = tree->nodes[k->first].parent;
    for (int up = 0; up < 3 && node != 0; up++, node = tree->nodes[node].parent)
        if (tree->nodes[node].tag == NGI_TAG_BUTTON)
            return true;
    return false;
}

/* The section line: a short block just above the headline, its age or date cut off. */
static void find_section(ngi_splitter *s, ngi_span *span)
{
    const ngi_block *blocks = s->scene->blocks.items;
    if (span->headline == UINT32_MAX)
        return;
    for (uint32_t b = span->headline; b-- > span->begin && span->headline - b <= 3;) {
        size_t begin = 0, end = blocks[b].text.len, from = 0, to = 0;
        ng_slice text = blocks[b].text, date;
        if (blocks[b].words > 12 || s->layout->rank[b] != 0 ||
            is_button(s->scene->tree, &blocks[b]) ||
            ngi_in_frame(s->scene->tree, blocks[b].node) ||
            has_links(s->scene->tree, &blocks[b]))
            return;
        if (ngi_age_find(s->scene->arena, text, s->scene->now, &from, &to, &date) ||
            ngi_date_parse(s->scene->arena, text, s->scene->now, -1, &date, &from, &to)) {
            if (from != 0)
                end = from;
            else
                begin = to;
        }
        ngi_strip_marks(text, &begin, &end);
        text = ngi_slice_sub(text, begin, end);
        if (text.len != 0 && text.len <= 60 && ngi_count_words(text) <= 4 &&
            !ngi_heads_author(s, b)) {
            span->section.text = text;
            span->section.place =
                (ngi_place){blocks[b].first, blocks[b].last,
                            (uint32_t)begin, end == blocks[b].text.len ? UINT32_MAX : (uint32_t)end,
                            NGI_PLACE_NODES, 0};
            return;
        }
    }
}

/* "Read also: ...": a few words and a colon before the link. */
static bool leads_to_link(const ngi_tree *tree, const ngi_block *k)
{
    uint32_t link = k->first;
    while (link <= k->last && tree->nodes[link].tag != NGI_TAG_A)
        link++;
    for (uint32_t i = k->first; i < link && i <= k->last; i++) {
        ng_slice text = ngi_trim_wide(tree->nodes[i].text);
        if (tree->nodes[i].tag == NGI_TAG_TEXT && text.len != 0 && text.len < 40 &&
            (text.ptr[text.len - 1] == ':' || ngi_ends(text, NGI_LIT("："))))
            return true;
    }
    return false;
}

/* A short line of its own shape right before a paragraph: a subhead that is no heading. */
static bool is_plain_subhead(const ngi_splitter *s, uint32_t b, uint64_t shape)
{
    const ngi_block *k = &s->scene->blocks.items[b];
    return k->words >= 2 && k->words <= META_WORDS && k->link_chars == 0 && !k->hidden &&
           !ends_sentence(k->text) && !is_caption(s, b) && s->layout->prose[b + 1] != 0 &&
           ngi_block_shape(s->scene->tree, k + 1, 1) == shape &&
           (ngi_block_shape(s->scene->tree, k, 1) != shape ||
            k->bold_chars * 10 >= k->text.len * 9);
}

/* Whether the element that holds block `b` holds the paragraphs around it as well. */
static bool in_column(const ngi_splitter *s, uint32_t b, uint32_t before)
{
    const ngi_tree *tree = s->scene->tree;
    const ngi_block *blocks = s->scene->blocks.items;
    uint32_t up = tree->nodes[blocks[b].node].parent;
    return up <= blocks[before].first && tree->nodes[up].end > blocks[b + 1].last &&
           s->layout->prose[b + 1] != 0;
}

static void settle_block(ngi_splitter *s, uint32_t b, uint32_t last, uint64_t shape,
                         uint32_t column, uint32_t before)
{
    ngi_block *k = &s->scene->blocks.items[b];
    const ngi_tree *tree = s->scene->tree;
    if (s->layout->listed[b] || is_ad_label(k->text) || k->p < 0) {
        k->p = 0;
        return;
    }
    if (k->link_chars * 2 > k->text.len) { /* "Read also", or a sentence that links */
        if (!ends_sentence(k->text) || leads_to_link(tree, k) ||
            k->link_chars * 10 > k->text.len * 9)
            k->p = 0;
        return;
    }
    if (is_meta(s, b)) {
        k->p = 0;
        return;
    }
    if (b > last)
        return;
    bool same = ngi_block_shape(tree, k, 1) == shape;
    if (same && (s->layout->prose[b] != 0 || (ends_sentence(k->text) && !is_meta(s, b))))
        k->p = SURE;
    /* A subhead beside the paragraphs. */
    if (b != last && (tree->nodes[k->node].parent == column || in_column(s, b, before)) &&
        (s->layout->rank[b] != 0 || is_plain_subhead(s, b, shape)))
        k->p = ngi_heads_clock(k->text) || (ngi_heads_time(s, b) && k->words <= 3) ? 0 : SURE;
}

static bool settle_span(ngi_splitter *s, ngi_span *span)
{
    bool failed = false;
    uint64_t shape = main_shape(s, span, &failed);
    if (failed || shape == 0)
        return !failed;
    find_section(s, span);
    uint32_t start = settle_head(s, span, shape);
    uint32_t last = last_of(s, span, start, shape);
    if (last == UINT32_MAX)
        return true;
    uint32_t column = s->scene->tree->nodes[s->scene->blocks.items[last].node].parent;
    uint32_t before = start;
    for (uint32_t b = start; b < span->end; b++) {
        settle_block(s, b, last, shape, column, before);
        if (s->layout->prose[b] != 0 && !s->layout->listed[b])
            before = b;
    }
    return true;
}

/* The times of a live blog's posts are no part of it. */
void ngi_heads_drop_clocks(ngi_splitter *s)
{
    uint32_t clocks = 0;
    for (int round = 0; round < 2; round++)
        for (uint32_t b = 0; b < s->scene->blocks.count; b++)
            if (ngi_heads_clock(s->scene->blocks.items[b].text)) {
                clocks++;
                if (round == 1 && clocks > 2)
                    s->scene->blocks.items[b].p = 0;
            }
}

/* Marks (p below 0) what is printed in two stories: it is about neither. */
static bool mark_repeats(ngi_splitter *s, const ngi_span *spans, uint32_t count)
{
    ngi_block *blocks = s->scene->blocks.items;
    uint64_t *keys = NGI_NEW_ARRAY(s->scene->arena, uint64_t, s->scene->blocks.count + 1);
    ngi_map seen;
    ngi_map_init(&seen, s->scene->arena);
    if (keys == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t b = spans[i].begin; b < spans[i].end; b++) {
            bool is_new = false;
            if (s->layout->rank[b] != 0)
                continue;
            keys[b] = ngi_text_key(blocks[b].text);
            uint32_t *at = ngi_map_put(&seen, ngi_slice((const char *)&keys[b], 8), &is_new);
            if (at == NULL)
                return false;
            if (is_new)
                *at = i << 1; /* story, and whether it was seen elsewhere */
            else if (*at >> 1 != i)
                *at |= 1;
        }
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t b = spans[i].begin; b < spans[i].end; b++) {
            const uint32_t *at = ngi_map_get(&seen, ngi_slice((const char *)&keys[b], 8));
            if (s->layout->rank[b] == 0 && at != NULL && (*at & 1) != 0)
                blocks[b].p = -1;
        }
    return true;
}

/* The shape of the headings that stand right below the headlines of most stories: standfirsts.
 * 0: there is none. */
static uint64_t lead_shape(const ngi_splitter *s, const ngi_span *spans, uint32_t count)
{
    uint64_t shape = 0;
    uint32_t same = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t b = spans[i].headline == UINT32_MAX ? spans[i].begin : spans[i].headline + 1;
        uint32_t limit = b + META_REACH < spans[i].end ? b + META_REACH : spans[i].end;
        while (b < limit && s->layout->rank[b] == 0 && s->layout->prose[b] == 0)
            b++;
        if (b >= limit || s->layout->rank[b] == 0)
            continue;
        uint64_t own = ngi_block_shape(s->scene->tree, &s->scene->blocks.items[b], 1);
        if (same == 0)
            shape = own;
        same += own == shape;
    }
    return same >= 2 && same * 2 >= count ? shape : 0;
}

bool ngi_heads_settle(ngi_splitter *s, ngi_span *spans, uint32_t count)
{
    if (!mark_repeats(s, spans, count))
        return false;
    s->lead = lead_shape(s, spans, count);
    for (uint32_t i = 0; i < count; i++)
        if (!settle_span(s, &spans[i]))
            return false;
    return true;
}
