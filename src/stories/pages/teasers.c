/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the entries of a page's lists: headline, summary, section, age or date, address.
 *
 * lists.c says which blocks an entry has. Here its text is cut into pieces (where a block, a
 * line, a link or an inline element begins or ends), since markup glues what readers see
 * apart: "<span>World</span><span>5 days ago</span>" is "World5 days ago" as one line. Pieces
 * that tell a time are found first, also glued to the section in one text; then the headline
 * (a heading, else the link's first long piece); what is left is section when short and
 * summary when long. A few pieces an entry, looked at a fixed number of times: linear. */
#include "stories/pages/layout.h"

#include "base/map.h"
#include "base/utf8.h"
#include "parsed/url.h"

enum {
    MAX_PIECES = 24,
    MAX_PIECE_BYTES = 4096,
    SECTION_WORDS = 4,
    SUMMARY_WORDS = 5,
    MAX_HEADLINE_BYTES = 400
};

typedef enum piece_use { UNUSED, HEADLINE, SUMMARY, TIME, SECTION, OTHER } piece_use;

typedef struct piece {
    uint32_t first, last; /* text nodes, inclusive */
    uint32_t block;
    uint32_t words;
    ng_slice text;
    uint8_t use; /* piece_use */
    bool linked, heading;
} piece;

typedef struct entry {
    piece pieces[MAX_PIECES];
    uint32_t count;
    uint32_t link;
    bool full; /* a piece did not go in: what follows is left out, not looked at piece by piece */
    ngi_teaser teaser;
} entry;

typedef struct reader {
    ngi_scene *scene;
    const ngi_layout *layout;
    ngi_teaser *out;
    size_t count, capacity;
    ngi_map seen;  /* key of the headline -> index in out */
    ngi_map names; /* key of a short text that is linked or stands in an entry -> how often */
    bool learned;
    int day_first; /* as ngi_date_parse() wants it */
} reader;

/* ---- pieces ---- */

/* Whether the text of an inline element of this tag stands for itself. */
static bool stands_apart(const ngi_tree *tree, uint32_t node)
{
    switch (tree->nodes[node].tag) {
    case NGI_TAG_SPAN:
    case NGI_TAG_TIME:
    case NGI_TAG_SMALL:
    case NGI_TAG_LABEL:
    case NGI_TAG_OTHER:
    case NGI_TAG_B:
    case NGI_TAG_STRONG:
    case NGI_TAG_EM:
    case NGI_TAG_I:
    case NGI_TAG_FONT:
    case NGI_TAG_A: return true;
    default: return false;
    }
}

static ng_slice join(ngi_arena *arena, ng_slice a, ng_slice b)
{
    char *text = ngi_arena_chars(arena, a.len + b.len);
    if (text == NULL)
        return a;
    memcpy(text, a.ptr, a.len);
    memcpy(text + a.len, b.ptr, b.len);
    return ngi_slice(text, a.len + b.len);
}

static bool break_between(const ngi_tree *tree, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (tree->nodes[i].tag == NGI_TAG_BR)
            return true;
    return false;
}

static bool is_blank(ng_slice s)
{
    return ngi_trim_wide(s).len == 0;
}

/* A lone capital, and the word that goes on behind it in an element of its own. */
static bool is_initial(ng_slice before, ng_slice text)
{
    size_t end = 0;
    return before.len != 0 && ngi_is_upper(ngi_utf8_next(before, &end)) && end == before.len &&
           text.len != 0 && ngi_is_lower(ngi_utf8_next(text, &(size_t){0}));
}

/* Adds text node `node` of block `b`, to the piece before where nothing parts the two. */
static void add_text(reader *r, entry *e, uint32_t b, uint32_t node, uint32_t link)
{
    const ngi_tree *tree = r->scene->tree;
    ng_slice text = tree->nodes[node].text;
    bool linked = link < node && node < tree->nodes[link].end;
    piece *last = e->count == 0 ? NULL : &e->pieces[e->count - 1];
    if (last != NULL && last->block == b && last->linked == linked &&
        !break_between(tree, last->last, node)) {
        uint32_t p = tree->nodes[last->last].parent, q = tree->nodes[node].parent;
        if (p == q || is_initial(last->text, text) || !(stands_apart(tree, p) || stands_apart(tree, q)) ||
            (linked && (p == link || q == link) && tree->nodes[p].tag != NGI_TAG_SPAN &&
             tree->nodes[q].tag != NGI_TAG_SPAN && tree->nodes[p].tag != NGI_TAG_TIME &&
             tree->nodes[q].tag != NGI_TAG_TIME)) {
            if (last->text.len < MAX_PIECE_BYTES) {
                last->text = join(r->scene->arena, last->text, text);
                last->last = node;
            } else {
                e->full = true;
            }
            return;
        }
    }
    e->full = e->count == MAX_PIECES;
    if (e->full)
        return;
    e->pieces[e->count++] = (piece){.first = node,
                                    .last = node,
                                    .block = b,
                                    .text = text,
                                    .linked = linked,
                                    .heading = r->layout->rank[b] != 0};
}

static void cut_pieces(reader *r, entry *e, const ngi_item *item)
{
    const ngi_tree *tree = r->scene->tree;
    const ngi_item *items = r->layout->items, *end = items + r->layout->item_count;
    /* Headlines of other entries in the same block, in lines of their own, bound this one. */
    uint32_t from = item > items && item[-1].end > item->begin ? tree->nodes[item[-1].link].end : 0;
    uint32_t to = item + 1 < end && item[1].begin < item->end && item[1].link > item->link
                      ? item[1].link
                      : tree->count;
    for (uint32_t b = item->begin; b < item->end; b++) {
        const ngi_block *k = &r->scene->blocks.items[b];
        if (k->hidden)
            continue;
        for (uint32_t i = k->first; i <= k->last && !e->full;) {
            const ngi_node *n = &tree->nodes[i];
            if (n->tag != NGI_TAG_TEXT && ngi_block_skips((ngi_tag)n->tag)) {
                i = n->end;
                continue;
            }
            if (n->tag == NGI_TAG_TEXT && i >= from && i < to && !is_blank(n->text))
                add_text(r, e, b, i, item->link);
            i++;
        }
    }
    for (uint32_t i = 0; i < e->count; i++) {
        e->pieces[i].text = ngi_squeeze(r->scene->arena, e->pieces[i].text);
        e->pieces[i].words = ngi_count_words(e->pieces[i].text);
    }
}

/* ---- times and sections ---- */

static ngi_text text_of(const piece *p, size_t begin, size_t end)
{
    ngi_text t = {.text = ngi_slice_sub(p->text, begin, end)};
    t.place = (ngi_place){p->first,        p->last,
                          (uint32_t)begin, end == p->text.len ? UINT32_MAX : (uint32_t)end,
                          NGI_PLACE_NODES, 0};
    return t;
}

/* "Read also:" in front of a headline. */
static bool is_label(ng_slice text)
{
    text = ngi_trim_wide(text);
    return ngi_ends(text, NGI_LIT(":")) || ngi_ends(text, NGI_LIT("："));
}

static bool has_letter(ng_slice text)
{
    for (size_t i = 0; i < text.len;)
        if (ngi_is_letter(ngi_utf8_next(text, &i)))
            return true;
    return false;
}

/* "in", "à", "em": what stands between an age and the section's name. */
static bool is_particle(ng_slice text)
{
    return ngi_utf8_count(text) <= 3 && ngi_is_lower(ngi_utf8_next(text, &(size_t){0})) &&
           ngi_find_char(text, ' ') == NGI_NONE;
}

static void set_section(entry *e, const piece *p, size_t begin, size_t end)
{
    ngi_strip_marks(p->text, &begin, &end);
    ng_slice s = ngi_slice_sub(p->text, begin, end);
    uint32_t words = ngi_count_words(s);
    if (is_label(p->text) || !has_letter(s) || is_particle(s))
        return;
    if (e->teaser.section.text.len == 0 && words != 0 && words <= SECTION_WORDS && s.len <= 60)
        e->teaser.section = text_of(p, begin, end);
}

static bool has_digit(ng_slice text)
{
    for (size_t i = 0; i < text.len;)
        if (ngi_is_digit(ngi_utf8_next(text, &i)))
            return true;
    return false;
}

/* "Yesterday in" without its last word, where that is a particle. */
static bool without_particle(ng_slice *text)
{
    size_t at = text->len;
    while (at > 0 && text->ptr[at - 1] != ' ')
        at--;
    if (at < 2 || !is_particle(ngi_slice_from(*text, at)))
        return false;
    *text = ngi_slice_sub(*text, 0, at - 1);
    return true;
}

/* A piece that tells when: the time, and beside it at most a section. Long pieces that hold
 * a date are headlines or summaries. */
static void take_time(reader *r, entry *e, piece *p)
{
    size_t begin = 0, end = 0;
    ng_slice date = {0};
    bool age = false;
    if (p->words > 16 || p->text.len > 160 || (p->linked && p->words > 7))
        return;
    ng_slice text = p->text;
    age = ngi_age_find(r->scene->arena, text, r->scene->now, &begin, &end, &date) ||
          (without_particle(&text) &&
           ngi_age_find(r->scene->arena, text, r->scene->now, &begin, &end, &date));
    if (!age && (!has_digit(p->text) || !ngi_date_parse(r->scene->arena, p->text, r->scene->now,
                                                        r->day_first, &date, &begin, &end)))
        return;
    uint32_t others = ngi_count_words(ngi_slice_sub(p->text, 0, begin)) +
                      ngi_count_words(ngi_slice_from(p->text, end));
    if (others > (p->heading ? 0u : 5u))
        return;
    if (!age && (p->heading || (p->linked && others > SECTION_WORDS)))
        return;
    p->use = TIME;
    if (e->teaser.date_published.len == 0 || (age && e->teaser.age.text.len == 0)) {
        e->teaser.date_published = date;
        if (age)
            e->teaser.age = text_of(p, begin, end);
    }
    set_section(e, p, 0, begin);
    set_section(e, p, end, p->text.len);
}

/* ---- headline and the rest ---- */

/* The piece where the headline begins. */
static piece *find_headline(entry *e)
{
    piece *best = NULL;
    for (uint32_t i = 0; i < e->count; i++)
        if (e->pieces[i].use == UNUSED && e->pieces[i].heading && e->pieces[i].words != 0 &&
            (best == NULL || (!best->linked && e->pieces[i].linked)))
            best = &e->pieces[i];
    for (uint32_t words = 3; words != 0 && best == NULL; words--)
        for (uint32_t i = 0; i < e->count && best == NULL; i++)
            if (e->pieces[i].use == UNUSED && e->pieces[i].linked && e->pieces[i].words >= words)
                best = &e->pieces[i];
    return best;
}

/* Whether two texts stand in elements of their own with no space between them: "<em>World</em>
 * <strong>Headline</strong>" in one line of markup is set apart by the style. */
static bool is_glued(const ngi_tree *tree, const piece *p, const piece *q)
{
    uint32_t a = tree->nodes[p->last].parent, b = tree->nodes[q->first].parent;
    ng_slice left = tree->nodes[p->last].text, right = tree->nodes[q->first].text;
    return q->first > p->last + 1 && tree->nodes[a].end <= b && stands_apart(tree, a) &&
           stands_apart(tree, b) && ngi_trim_wide(left).len == left.len &&
           ngi_trim_wide(right).len == right.len;
}

/* Takes the headline: the piece and those beside it in the same block and link. A short piece
 * before a longer one is a section line only where it stands in no heading. */
static void take_headline(reader *r, entry *e)
{
    piece *p = find_headline(e);
    if (p == NULL)
        return;
    ng_slice text = p->text;
    uint32_t last = p->last;
    p->use = HEADLINE;
    for (piece *q = p + 1; q < e->pieces + e->count; q++) {
        if (q->block != p->block || q->linked != p->linked || q->use != UNUSED)
            break;
        bool touching = !break_between(r->scene->tree, last, q->first);
        if (!touching || (!p->heading && is_glued(r->scene->tree, q - 1, q)) || (!p->heading && q->words > 8 && p->words >= 4))
            break;
        const ngi_tree *tree = r->scene->tree;
        bool space = ngi_trim_wide(tree->nodes[last].text).len != tree->nodes[last].text.len ||
                     q->first > last + 1;
        text = join(r->scene->arena, text, space ? NGI_LIT(" ") : (ng_slice){"", 0});
        text = join(r->scene->arena, text, q->text);
        last = q->last;
        q->use = HEADLINE;
    }
    e->teaser.headline.text = ngi_squeeze(r->scene->arena, text);
    e->teaser.headline.place = (ngi_place){p->first, last, 0, UINT32_MAX, NGI_PLACE_NODES, 0};
}

/* ---- section names ---- */

static uint32_t *name_count(reader *r, ng_slice text, bool add)
{
    uint64_t key = ngi_text_key(text);
    if (!add)
        return ngi_map_get(&r->names, ngi_slice((const char *)&key, sizeof key));
    char *copy = ngi_arena_chars(r->scene->arena, sizeof key);
    if (copy == NULL)
        return NULL;
    memcpy(copy, &key, sizeof key);
    return ngi_map_put(&r->names, ngi_slice(copy, sizeof key), NULL);
}

/* Counts the short linked texts of the page (menus name the sections) and the short texts of
 * its lists: a section is named more than once. */
static bool learn_names(reader *r)
{
    const ngi_tree *tree = r->scene->tree;
    for (uint32_t i = 0; i + 1 < tree->count; i++) {
        const ngi_node *n = &tree->nodes[i];
        ng_slice text = n->tag == NGI_TAG_TEXT ? ngi_trim_wide(n->text) : (ng_slice){0};
        if (text.len == 0 || text.len > 60 || ngi_count_words(text) > SECTION_WORDS)
            continue;
        uint32_t *count = name_count(r, text, true);
        if (count == NULL)
            return false;
        ++*count;
    }
    return true;
}

static bool is_name(reader *r, ng_slice text)
{
    if (!r->learned) { /* few pages need it */
        r->learned = true;
        if (!learn_names(r))
            return false;
    }
    uint32_t *count = name_count(r, text, false);
    return count != NULL && *count >= 2;
}

static bool is_byline_text(reader *r, ng_slice text)
{
    ng_slice *names, credit = {0};
    uint32_t count = 0;
    return ngi_byline_parse(r->scene->arena, text, false, &names, &count, &credit) && count != 0;
}

/* A byline, or the word before a name that is a link of its own: "by <a>Jane Doe</a>". */
static bool is_byline(reader *r, const entry *e, const piece *p)
{
    const piece *next = p + 1;
    if (p->words > 10)
        return false;
    if (is_byline_text(r, p->text))
        return true;
    if (p->words > 2 || next >= e->pieces + e->count || next->block != p->block ||
        next->words > 6 || next->use != UNUSED)
        return false;
    ng_slice both = join(r->scene->arena, p->text, NGI_LIT(" "));
    return !is_byline_text(r, next->text) &&
           is_byline_text(r, join(r->scene->arena, both, next->text));
}

/* A short link at the end of a summary that leads where the headline does. */
static bool is_more(reader *r, const entry *e, const piece *p)
{
    const ngi_tree *tree = r->scene->tree;
    uint32_t a = tree->nodes[p->first].parent;
    while (a != 0 && tree->nodes[a].tag != NGI_TAG_A)
        a = tree->nodes[a].parent;
    return a != 0 && p->words <= 5 &&
           ngi_equal(ngi_trim(ngi_attr_value(tree, a, NGI_ATTR_HREF)),
                     ngi_trim(ngi_attr_value(tree, e->link, NGI_ATTR_HREF)));
}

/* The text of a block's pieces from `p` up to `end`, which is left out (NULL: to its end). */
static ng_slice text_upto(reader *r, const piece *p, const piece *end)
{
    ng_slice text = r->scene->blocks.items[p->block].text;
    size_t at = ngi_find(text, p->text);
    text = at == NGI_NONE ? text : ngi_slice_from(text, at);
    if (end != NULL && ngi_ends(text, end->text))
        text.len -= end->text.len;
    return ngi_trim_wide(text);
}

static void take_rest(reader *r, entry *e)
{
    bool seen_headline = false;
    for (uint32_t i = 0; i < e->count; i++) {
        piece *p = &e->pieces[i];
        seen_headline |= p->use == HEADLINE;
        if (p->use != UNUSED || p->words == 0)
            continue;
        if (is_byline(r, e, p)) {
            bool two = p + 1 < e->pieces + e->count && !is_byline_text(r, p->text);
            p->use = OTHER;
            p[two].use = OTHER; /* "by", and the name */
            continue;
        }
        if (p->words >= SUMMARY_WORDS && seen_headline && e->teaser.description.text.len == 0) {
            piece *end = p;
            while (end + 1 < e->pieces + e->count && end[1].block == p->block &&
                   end[1].use == UNUSED)
                end++;
            const piece *whole = end;
            end -= end != p && is_more(r, e, end); /* "Continue reading" */
            ng_slice text = end == p ? p->text : text_upto(r, p, end == whole ? NULL : whole);
            for (piece *q = p; q <= end; q++)
                q->use = SUMMARY;
            e->teaser.description.text = text;
            e->teaser.description.place =
                (ngi_place){p->first, end->last, 0, UINT32_MAX, NGI_PLACE_NODES, 0};
        } else if (p->words <= SECTION_WORDS && !seen_headline) {
            p->use = SECTION;
            set_section(e, p, 0, p->text.len);
        }
    }
    /* A section behind the headline counts beside a time, or where the page names it again. */
    for (uint32_t i = 0; i < e->count && e->teaser.section.text.len == 0; i++)
        if (e->pieces[i].use == UNUSED && e->pieces[i].words <= SECTION_WORDS &&
            is_name(r, e->pieces[i].text) && !is_byline(r, e, &e->pieces[i]))
            set_section(e, &e->pieces[i], 0, e->pieces[i].text.len);
    for (uint32_t i = 0; i + 1 < e->count; i++)
        for (uint32_t k = 0; k < 2; k++) {
            const piece *p = &e->pieces[i + k], *q = &e->pieces[i + 1 - k];
            if (p->use == UNUSED && q->use == TIME && p->block == q->block &&
                p->words <= SECTION_WORDS && !is_byline(r, e, p))
                set_section(e, p, 0, p->text.len);
        }
}

/* ---- the page ---- */

static bool keep(reader *r, const ngi_teaser *t)
{
    uint64_t key = ngi_text_key(t->headline.text);
    char *copy = ngi_arena_chars(r->scene->arena, sizeof key);
    bool is_new = false;
    if (copy == NULL)
        return false;
    memcpy(copy, &key, sizeof key);
    uint32_t *at = ngi_map_put(&r->seen, ngi_slice(copy, sizeof key), &is_new);
    if (at == NULL)
        return false;
    if (!is_new) { /* printed again: what the first print lacked is taken over */
        ngi_teaser *first = &r->out[*at];
        if (first->section.text.len == 0)
            first->section = t->section;
        if (first->description.text.len == 0)
            first->description = t->description;
        if (first->date_published.len == 0) {
            first->age = t->age;
            first->date_published = t->date_published;
        }
        return true;
    }
    *at = (uint32_t)r->count;
    if (!ngi_arena_grow(r->scene->arena, &r->out, &r->capacity, r->count + 1, sizeof *t))
        return false;
    r->out[r->count++] = *t;
    return true;
}

static bool read_item(reader *r, const ngi_item *item)
{
    entry e = {.link = item->link};
    cut_pieces(r, &e, item);
    for (uint32_t i = 0; i < e.count; i++)
        take_time(r, &e, &e.pieces[i]);
    take_headline(r, &e);
    take_rest(r, &e);
    ng_slice headline = e.teaser.headline.text;
    if (headline.len < 6 || headline.len > MAX_HEADLINE_BYTES || ngi_count_words(headline) < 2)
        return true;
    e.teaser.url = ngi_url_resolve(r->scene->arena, r->scene->base,
                                   ngi_attr_value(r->scene->tree, item->link, NGI_ATTR_HREF));
    return keep(r, &e.teaser);
}

/* Whether an entry's text went into a story's body. */
static bool is_taken(const ngi_item *item, const uint8_t *chosen)
{
    uint32_t taken = 0;
    for (uint32_t b = item->begin; b < item->end; b++)
        taken += chosen[b];
    return taken * 2 > item->end - item->begin;
}

bool ngi_teasers_find(ngi_scene *scene, const ngi_span *spans, uint32_t count,
                      const uint8_t *chosen, ngi_teaser **out, uint32_t *out_count)
{
    reader r = {.scene = scene, .day_first = ngi_day_first(scene)};
    (void)spans;
    *out = NULL;
    *out_count = 0;
    if (scene->tree == NULL)
        return true;
    r.layout = ngi_layout_of(scene);
    if (r.layout == NULL)
        return false;
    ngi_map_init(&r.seen, scene->arena);
    ngi_map_init(&r.names, scene->arena);
    for (uint32_t i = 0; i < r.layout->item_count; i++)
        if ((count == 0 || !is_taken(&r.layout->items[i], chosen)) &&
            !read_item(&r, &r.layout->items[i]))
            return false;
    *out = r.out;
    *out_count = (uint32_t)r.count;
    return !scene->arena->failed;
}
