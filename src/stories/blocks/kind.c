/* SPDX-License-Identifier: Apache-2.0 */
/* Tells articles from lists and from all other pages, by two small forests over sums of the
 * labelled blocks, and finds the cut of a page.
 *
 * On news pages the blocks are nearly all plain cases and a fixed cut does. Lists and forums
 * are full of doubtful blocks: there the cut is the one with the best expected word F1, by
 * the blocks' own chances once those of like shape were brought together (Lewis 1995, "Evaluating and optimizing autonomous text
 * classification systems", for the measure). */
#include "stories/blocks/kind.h"

#include <math.h>

static float ratio(float a, float b)
{
    return b == 0 ? 0 : a / b;
}

typedef struct choice {
    float p;
    uint32_t words;
} choice;

/* One pass of sorting by chance, by a byte of the numbers' bits. False, and nothing done, where
 * all have the same. */
static bool sort_by_byte(const choice *items, choice *out, uint32_t count, unsigned shift)
{
    uint32_t at[256] = {0}, bits = 0, sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        memcpy(&bits, &items[i].p, sizeof bits);
        at[~bits >> shift & 255]++;
    }
    if (count == 0 || at[~bits >> shift & 255] == count)
        return false;
    for (unsigned v = 0; v < 256; v++) {
        uint32_t some = at[v];
        at[v] = sum;
        sum += some;
    }
    for (uint32_t i = 0; i < count; i++) {
        memcpy(&bits, &items[i].p, sizeof bits);
        out[at[~bits >> shift & 255]++] = items[i];
    }
    return true;
}

/* Sorts by chance, the highest first, by the bits of the numbers, which order as they do where
 * none is below 0. Stable, in four passes; returns which of the two has the result. */
static const choice *sort_by_chance(choice *items, choice *spare, uint32_t count)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        if (sort_by_byte(items, spare, count, shift)) {
            choice *sorted = spare;
            spare = items;
            items = sorted;
        }
    return items;
}

/* A chance with its log odds times `faith`: nearer to even where that is below 1. */
static float tempered(float p, float faith)
{
    return faith == 1 ? p : 1 / (1 + powf((1 - p + 1e-6f) / (p + 1e-6f), faith));
}

/* The highest expected word F1 over all cuts; *cut: where. 0 when memory is out. */
static float best_expected(ngi_arena *arena, const ngi_blocks *blocks, float faith, float *cut)
{
    choice *all = ngi_arena_alloc(arena, (size_t)blocks->count + 1, sizeof *all);
    choice *spare = ngi_arena_alloc(arena, (size_t)blocks->count + 1, sizeof *all);
    float expected = 0, hit = 0, taken = 0, best = 0;
    *cut = 0.5f;
    if (all == NULL || spare == NULL)
        return 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const ngi_block *b = &blocks->items[i];
        all[i] = (choice){b->p, b->words == 0 ? 1 : b->words};
        expected += tempered(b->p, faith) * (float)all[i].words;
    }
    const choice *sorted = sort_by_chance(all, spare, blocks->count);
    for (uint32_t i = 0; i < blocks->count; i++) {
        hit += tempered(sorted[i].p, faith) * (float)sorted[i].words;
        taken += (float)sorted[i].words;
        if (2 * hit > best * (taken + expected)) {
            best = 2 * hit / (taken + expected);
            *cut = sorted[i].p - 1e-6f;
        }
    }
    return best;
}

/* Sums over chosen blocks, by words and by blocks. */
typedef struct sums {
    float words, all_words, blocks, links, items, cells, paragraphs, ends, headings, linked;
    float dates, times, inside, doubt, chance, questions, code, digits, classes, texts, bold;
    float link_blocks, titled, alike;
} sums;

/* Every block counts by what is known without its row. */
static void add_block(sums *s, const ngi_block *b, bool dated)
{
    float w = (float)b->words;
    s->all_words += w;
    s->dates += dated && b->words < 25;
    s->times += b->in_time;
    s->link_blocks += b->link_chars * 2 > b->text.len;
    s->doubt += w * b->p * (1 - b->p);
    s->chance += w * b->p;
}

static void add_row(sums *s, const ngi_block *b, const float *f)
{
    float w = (float)b->words;
    s->titled = f[NGI_F_tsim] > s->titled ? f[NGI_F_tsim] : s->titled;
    if (b->p <= 0.5f)
        return;
    s->words += w;
    s->blocks++;
    s->links += w * f[NGI_F_ld];
    s->items += w * (f[NGI_F_t_li] != 0 || f[NGI_F_a_li] != 0);
    s->cells += w * f[NGI_F_a_table];
    s->paragraphs += w * f[NGI_F_t_p];
    s->ends += w * f[NGI_F_endp];
    bool heading = f[NGI_F_t_h2] + f[NGI_F_t_h3] + f[NGI_F_t_h4] != 0;
    s->headings += heading;
    s->linked += heading && f[NGI_F_ld] > 0.5f;
    s->inside += w * (f[NGI_F_c_pos] >= 0 && f[NGI_F_c_pos] <= 1);
    s->questions += f[NGI_F_quest];
    s->code += w * f[NGI_F_t_pre];
    s->digits += w * f[NGI_F_digit];
    s->classes += w * f[NGI_F_x2mean];
    s->texts += w * f[NGI_F_wmean];
    s->bold += w * f[NGI_F_bold];
    s->alike = f[NGI_F_s2n] > s->alike ? f[NGI_F_s2n] : s->alike;
}

bool ngi_kind_features(ngi_arena *arena, const ngi_blocks *blocks, const ngi_sketch *sketch,
                       float *out)
{
    sums s = {0};
    float n = (float)blocks->count, cut;
    memset(out, 0, NGI_KIND_FEATURE_COUNT * sizeof *out);
    if (blocks->count == 0)
        return true;
    for (uint32_t i = 0; i < blocks->count; i++)
        add_block(&s, &blocks->items[i], sketch->dated[i]);
    for (uint32_t r = 0; r < sketch->row_count; r++)
        add_row(&s, &blocks->items[sketch->row_block[r]],
                sketch->rows + (size_t)r * NGI_FEATURE_COUNT);
    out[NGI_K_words] = log1pf(s.words);
    out[NGI_K_share] = ratio(s.words, s.all_words);
    out[NGI_K_certain] = best_expected(arena, blocks, 1, &cut);
    out[NGI_K_blocks] = log1pf(s.blocks);
    out[NGI_K_length] = log1pf(ratio(s.words, s.blocks));
    out[NGI_K_links] = ratio(s.links, s.words);
    out[NGI_K_items] = ratio(s.items, s.words);
    out[NGI_K_cells] = ratio(s.cells, s.words);
    out[NGI_K_paragraphs] = ratio(s.paragraphs, s.words);
    out[NGI_K_ends] = ratio(s.ends, s.words);
    out[NGI_K_headings] = ratio(s.headings, s.blocks);
    out[NGI_K_linked] = ratio(s.linked, s.blocks);
    out[NGI_K_titled] = s.titled;
    out[NGI_K_dates] = ratio(s.dates, n);
    out[NGI_K_times] = ratio(s.times, n);
    out[NGI_K_inside] = ratio(s.inside, s.words);
    out[NGI_K_doubt] = ratio(s.doubt, s.chance);
    out[NGI_K_alike] = s.alike;
    out[NGI_K_questions] = ratio(s.questions, s.blocks);
    out[NGI_K_code] = ratio(s.code, s.words);
    out[NGI_K_digits] = ratio(s.digits, s.words);
    out[NGI_K_classes] = ratio(s.classes, s.words);
    out[NGI_K_texts] = ratio(s.texts, s.words);
    out[NGI_K_bold] = ratio(s.bold, s.words);
    out[NGI_K_linkblocks] = ratio(s.link_blocks, n);
    const float *page = sketch->page + NGI_F_pg_n;
    memcpy(out + NGI_K_pg_n, page, (NGI_K_pg_h - NGI_K_pg_n + 1) * sizeof *out);
    return !arena->failed;
}

static float chance(const ngi_forest *forest, const float *row)
{
    float log_odds = 0;
    ngi_forest_score(forest, row, NGI_KIND_FEATURE_COUNT, 1, &log_odds);
    return 1 / (1 + expf(-log_odds));
}

/* Short articles are few among those learned from. A page with a few paragraphs is one where
 * its metadata says so, or where its headline is its title and a date stands on it, unless
 * it is for sale or talked on. */
static bool says_article(const float *row)
{
    bool other = row[NGI_K_pg_product] != 0 || row[NGI_K_pg_forum] != 0;
    bool told = row[NGI_K_pg_article] != 0 || row[NGI_K_pg_og] != 0;
    bool dated = row[NGI_K_dates] > 0 || row[NGI_K_times] > 0;
    bool prose = row[NGI_K_blocks] >= 1.3f && row[NGI_K_words] >= 3.7f && row[NGI_K_ends] > 0.5f &&
                 row[NGI_K_links] < 0.3f;
    return prose && !other && (told || (row[NGI_K_titled] >= 0.6f && dated));
}

bool ngi_kind_find(ngi_arena *arena, const ngi_blocks *blocks, const ngi_sketch *sketch,
                   ngi_kind_guess *out)
{
    float row[NGI_KIND_FEATURE_COUNT];
    *out = (ngi_kind_guess){0};
    if (!ngi_kind_features(arena, blocks, sketch, row))
        return false;
    out->article = chance(&ngi_article_forest, row);
    out->list = chance(&ngi_list_forest, row);
    out->says_article = says_article(row);
    return true;
}

/* Where the page is an article beyond much doubt, the fixed cut. Of 1,497 pages of all kinds,
 * by models that had not seen the sites, word F1 is 0.003 higher than with the fixed cut
 * wherever an article is likelier than not; forums gain 0.018, articles lose nothing. */
static const float PLAIN_ARTICLE = 0.6f, FIXED_CUT = 0.6f, LOWEST_CUT = 0.12f;
/* On lists the chances are too sure of themselves: nearer to even they give a lower cut. On the
 * same pages, blocks alone: collections 0.021 higher, listings 0.003. */
static const float EVEN = 0.5f, FAITH_ON_LIST = 0.8f, LOWEST_ON_LIST = 0.08f;
/* A page of fewer words that says it is an article: too few blocks for a cut of its own. */
static const float SHORT_PAGE = 1000;

bool ngi_kind_cuts(ngi_arena *arena, const ngi_blocks *blocks, ngi_kind_guess *guess)
{
    bool list = guess->list >= EVEN;
    float cut, words = 0, lowest = list ? LOWEST_ON_LIST : LOWEST_CUT;
    best_expected(arena, blocks, list ? FAITH_ON_LIST : 1, &cut);
    for (uint32_t i = 0; i < blocks->count; i++)
        words += (float)blocks->items[i].words;
    guess->cut_page = cut < lowest ? lowest : cut > FIXED_CUT ? FIXED_CUT : cut;
    bool fixed = guess->article > PLAIN_ARTICLE || (guess->says_article && words < SHORT_PAGE);
    guess->cut_article = fixed ? FIXED_CUT : guess->cut_page;
    return !arena->failed;
}
