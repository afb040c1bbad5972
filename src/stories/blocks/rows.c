/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of numbers that the block model reads, one a block: see features.h. Everything
 * that several blocks share is computed before, so a row costs a fixed number of steps and
 * one for each of the block's first words. */
#include "stories/blocks/features_work.h"

#include <math.h>

enum { LEVELS = 5 };

static void tag_features(const ngi_work *w, uint32_t i, float *f)
{
    const ngi_tree *t = w->tree;
    uint32_t e = w->blocks[i].node;
    uint32_t up = w->ancestors[t->nodes[e].parent];
    switch (t->nodes[e].tag) {
    case NGI_TAG_P: f[NGI_F_t_p] = 1; break;
    case NGI_TAG_DIV: f[NGI_F_t_div] = 1; break;
    case NGI_TAG_LI: f[NGI_F_t_li] = 1; break;
    case NGI_TAG_H1: f[NGI_F_t_h1] = 1; break;
    case NGI_TAG_H2: f[NGI_F_t_h2] = 1; break;
    case NGI_TAG_H3: f[NGI_F_t_h3] = 1; break;
    case NGI_TAG_H4:
    case NGI_TAG_H5:
    case NGI_TAG_H6: f[NGI_F_t_h4] = 1; break;
    case NGI_TAG_TD:
    case NGI_TAG_TH: f[NGI_F_t_td] = 1; break;
    case NGI_TAG_FIGCAPTION:
    case NGI_TAG_CAPTION: f[NGI_F_t_figcap] = 1; break;
    case NGI_TAG_BLOCKQUOTE: f[NGI_F_t_quote] = 1; break;
    case NGI_TAG_PRE: f[NGI_F_t_pre] = 1; break;
    case NGI_TAG_DD:
    case NGI_TAG_DT: f[NGI_F_t_dd] = 1; break;
    case NGI_TAG_BUTTON:
    case NGI_TAG_LABEL: f[NGI_F_t_button] = 1; break;
    case NGI_TAG_SECTION:
    case NGI_TAG_ARTICLE: f[NGI_F_t_section] = 1; break;
    default: f[NGI_F_t_other] = 1;
    }
    switch (t->nodes[t->nodes[e].parent].tag) {
    case NGI_TAG_DIV: f[NGI_F_pt_div] = 1; break;
    case NGI_TAG_SECTION: f[NGI_F_pt_section] = 1; break;
    case NGI_TAG_ARTICLE: f[NGI_F_pt_article] = 1; break;
    case NGI_TAG_MAIN: f[NGI_F_pt_main] = 1; break;
    case NGI_TAG_LI: f[NGI_F_pt_li] = 1; break;
    case NGI_TAG_UL:
    case NGI_TAG_OL:
    case NGI_TAG_DL: f[NGI_F_pt_list] = 1; break;
    case NGI_TAG_TR:
    case NGI_TAG_TD:
    case NGI_TAG_TBODY: f[NGI_F_pt_row] = 1; break;
    case NGI_TAG_BLOCKQUOTE: f[NGI_F_pt_quote] = 1; break;
    case NGI_TAG_FIGURE: f[NGI_F_pt_figure] = 1; break;
    case NGI_TAG_ASIDE: f[NGI_F_pt_aside] = 1; break;
    case NGI_TAG_HEADER: f[NGI_F_pt_header] = 1; break;
    case NGI_TAG_FOOTER: f[NGI_F_pt_footer] = 1; break;
    case NGI_TAG_NAV: f[NGI_F_pt_nav] = 1; break;
    case NGI_TAG_FORM: f[NGI_F_pt_form] = 1; break;
    case NGI_TAG_BODY: f[NGI_F_pt_body] = 1; break;
    default: break;
    }
    for (int k = 0; k < NGI_A_COUNT; k++)
        f[NGI_F_a_article + k] = (float)(up >> k & 1);
    f[NGI_F_hid] = w->blocks[i].hidden;
    f[NGI_F_ib] = (w->state[e] & 2) != 0;
    f[NGI_F_depth] = t->nodes[e].depth;
    f[NGI_F_kids] = ngi_log1(w->kids[e]);
    f[NGI_F_sibs] = ngi_log1(w->kids[t->nodes[e].parent]);
    f[NGI_F_firstc] = t->nodes[e].parent + 1 == e || w->before[e] == w->before[t->nodes[e].parent];
    f[NGI_F_lastc] = w->before[t->nodes[e].end] == w->before[t->nodes[t->nodes[e].parent].end];
}

static void text_features(const ngi_work *w, uint32_t i, float *f)
{
    const ngi_block *b = &w->blocks[i];
    const ngi_look *k = &w->looks[i];
    float s = (float)b->words, bytes = (float)b->text.len, runs = (float)k->word_count;
    uint32_t upper = 0, fun = 0, seen = 0;
    for (uint32_t j = 0; j < k->word_count && j < 80; j++) {
        const ngi_text_word *x = &w->words[k->first_word + j];
        fun += x->length < 6 && (x->bits & NGI_IS_FUNCTION);
        upper += j < 60 && x->upper;
        seen++;
    }
    f[NGI_F_lw] = w->log_words[i];
    f[NGI_F_lc] = ngi_log1((float)k->chars);
    f[NGI_F_avgw] = ngi_share_of((float)k->chars, runs);
    f[NGI_F_ld] = w->link_share[i];
    f[NGI_F_nlinks] = ngi_least(b->links, 20);
    f[NGI_F_bold] = ngi_share_of((float)b->bold_chars, bytes);
    f[NGI_F_em] = ngi_share_of((float)b->em_chars, bytes);
    f[NGI_F_time] = b->in_time;
    f[NGI_F_endp] = k->ends;
    f[NGI_F_colon] = k->colon;
    f[NGI_F_ell] = k->ellipsis;
    f[NGI_F_comma] = ngi_share_of((float)k->commas, s);
    f[NGI_F_digit] = ngi_share_of((float)k->digits, ngi_least((float)k->chars, 300));
    f[NGI_F_upper] = ngi_share_of((float)upper, ngi_least((float)seen, 60));
    f[NGI_F_allcap] = k->letters > 1 && k->capitals == k->letters;
    f[NGI_F_quote] = k->quote;
    f[NGI_F_sent] = ngi_least((float)k->sentences, 20);
    f[NGI_F_sym] = ngi_share_of((float)k->symbols, s);
    f[NGI_F_date] = k->date;
    f[NGI_F_lowst] = k->lower_start;
    f[NGI_F_quest] = k->question;
    f[NGI_F_fun] = ngi_share_of((float)fun, (float)seen);
    f[NGI_F_paren] = k->paren;
    f[NGI_F_at] = k->at;
}

/* How the block's words stand to the title, the descriptions and the claimed body. */
static void claim_features(const ngi_work *w, uint32_t i, float *f)
{
    const ngi_look *k = &w->looks[i];
    uint32_t title = 0, described[NGI_DESCRIPTIONS] = {0}, grams = 0;
    uint32_t limit = k->word_count < 200 ? k->word_count : 200;
    for (uint32_t j = 0; j < limit; j++) {
        uint8_t bits = w->words[k->first_word + j].bits;
        if ((bits & ~NGI_IS_FUNCTION) == 0)
            continue;
        title += (bits & NGI_IN_TITLE) != 0;
        for (uint32_t d = 0; d < w->description_count; d++)
            described[d] += (bits & (NGI_IN_DESCRIPTION << d)) != 0;
    }
    float words = (float)(limit == 0 ? 1 : limit);
    f[NGI_F_tin] = (float)title / words;
    f[NGI_F_tsim] =
        ngi_least(1, ngi_share_of((float)title, words + (float)w->title_words - (float)title));
    for (uint32_t d = 0; d < w->description_count; d++) {
        float in = (float)described[d] / words;
        float like =
            ngi_least(1, ngi_share_of((float)described[d], words + (float)w->description_words[d] -
                                                               (float)described[d]));
        f[NGI_F_din] = in > f[NGI_F_din] ? in : f[NGI_F_din];
        f[NGI_F_dsim] = like > f[NGI_F_dsim] ? like : f[NGI_F_dsim];
    }
    f[NGI_F_istitle] = (int64_t)i == w->titled;
    f[NGI_F_jb] = -1;
    if (w->body_grams != NULL && k->word_count > 2) {
        for (uint32_t j = 0; j + 2 < limit; j++) {
            const ngi_text_word *x = &w->words[k->first_word + j];
            grams += ngi_body_has(w, x);
        }
        f[NGI_F_jb] = (float)grams / (float)(limit - 2);
    }
}

static void description_features(const ngi_work *w, uint32_t i, float *f)
{
    const ngi_block *b = &w->blocks[i];
    if (b->words < 4 || w->description_count == 0 || f[NGI_F_din] < 0.5f)
        return;
    ng_slice own =
        ngi_plain(w->arena, ngi_slice_sub(b->text, 0, b->text.len < 400 ? b->text.len : 400));
    for (uint32_t d = 0; d < w->description_count; d++) {
        ng_slice other = w->description_plain[d];
        size_t same = 0, shorter = own.len < other.len ? own.len : other.len;
        while (same < shorter && own.ptr[same] == other.ptr[same])
            same++;
        if (same >= 60 || same == shorter)
            f[NGI_F_dpre] = (float)same > f[NGI_F_dpre] ? (float)same : f[NGI_F_dpre];
        f[NGI_F_deq] = f[NGI_F_deq] != 0 || ngi_equal(own, other);
    }
}

/* Steps from `a` up to the lowest common ancestor with `b`; *other: from `b`. */
static float common(const ngi_tree *t, uint32_t a, uint32_t b, float *other, uint32_t *top)
{
    uint32_t up = 0, down = 0;
    while (a != b) {
        if (t->nodes[a].depth >= t->nodes[b].depth && a != 0) {
            a = t->nodes[a].parent;
            up++;
        } else {
            b = t->nodes[b].parent;
            down++;
        }
    }
    *other = ngi_least((float)down, 30);
    *top = a;
    return ngi_least((float)up, 30);
}

static void container_features(const ngi_work *w, uint32_t i, float *f)
{
    const ngi_tree *t = w->tree;
    uint32_t e = w->blocks[i].node, top = 0;
    for (int k = 0; k < LEVELS; k++) {
        f[NGI_F_pm0 + k] = ngi_sum_below(w, w->long_mass, e) / w->long_total;
        f[NGI_F_al0 + k] =
            ngi_share_of(ngi_sum_below(w, w->link_mass, e), ngi_sum_below(w, w->mass, e));
        f[NGI_F_n0 + k] = ngi_log1((float)(w->before[t->nodes[e].end] - w->before[e]));
        f[NGI_F_pc0 + k] = ngi_log1(ngi_sum_below(w, w->long_count, e));
        e = t->nodes[e].parent;
    }
    f[NGI_F_c_up] = f[NGI_F_c_down] = 30;
    f[NGI_F_c_pos] = -9;
    if (w->c0 < 0)
        return;
    e = w->blocks[i].node;
    f[NGI_F_c_up] = common(t, e, w->container, &f[NGI_F_c_down], &top);
    f[NGI_F_c_par] = t->nodes[e].parent == w->container || e == w->container;
    f[NGI_F_c_before] = (int64_t)i < w->c0;
    f[NGI_F_c_after] = (int64_t)i > w->c1;
    f[NGI_F_c_pos] = (float)((int64_t)i - w->c0) / (float)(w->c1 > w->c0 ? w->c1 - w->c0 : 1);
    f[NGI_F_c_end] =
        (int64_t)i <= w->c1 ? ngi_log1((float)(w->c1 - i)) : -ngi_log1((float)(i - w->c1));
    f[NGI_F_c_beg] =
        (int64_t)i >= w->c0 ? ngi_log1((float)(i - w->c0)) : -ngi_log1((float)(w->c0 - i));
}

static void place_features(const ngi_work *w, uint32_t i, float *f)
{
    f[NGI_F_pos] = (float)i / (float)w->n;
    f[NGI_F_mpos] = w->long_mass[i] / w->long_total;
    f[NGI_F_h1d] = 99;
    f[NGI_F_h1m] = -1;
    f[NGI_F_byb] = -1;
    if (w->headline >= 0) {
        float d = (float)((int64_t)i - w->headline);
        float m = w->long_mass[i] - w->long_mass[w->headline];
        f[NGI_F_h1d] = d >= 0 ? ngi_log1(d) : -ngi_log1(-d);
        f[NGI_F_h1m] = d >= 0 ? ngi_log1(m) : -ngi_log1(-m);
        if (d > 0)
            f[NGI_F_byb] = ngi_least(4, w->date_count[i] - w->date_count[w->headline + 1]);
    }
    uint32_t from = i < 5 ? 0 : i - 5, to = i + 6 > w->n ? w->n : i + 6;
    f[NGI_F_win] = ngi_log1(w->long_mass[to] - w->long_mass[from]);
}

static float tag_rank(uint8_t tag)
{
    switch (tag) {
    case NGI_TAG_P: return 1;
    case NGI_TAG_H1:
    case NGI_TAG_H2:
    case NGI_TAG_H3:
    case NGI_TAG_H4: return 2;
    case NGI_TAG_LI: return 3;
    case NGI_TAG_FIGCAPTION: return 4;
    case NGI_TAG_TD: return 5;
    case NGI_TAG_DIV: return 6;
    default: return 0;
    }
}

static void neighbour_features(const ngi_work *w, uint32_t i, float *f)
{
    static const int8_t steps[] = {-3, -2, -1, 1, 2, 3};
    const ngi_tree *t = w->tree;
    uint32_t parent = t->nodes[w->blocks[i].node].parent;
    for (int k = 0; k < 6; k++) {
        int64_t j = (int64_t)i + steps[k];
        bool there = j >= 0 && j < (int64_t)w->n;
        uint32_t node = there ? w->blocks[j].node : 0;
        f[NGI_F_lwb3 + k] = there ? w->log_words[j] : -1;
        f[NGI_F_ldb3 + k] = there ? w->link_share[j] : -1;
        f[NGI_F_spb3 + k] = there ? (float)((t->nodes[node].parent == parent) +
                                            2 * (w->shape1_id[i] == w->shape1_id[j]))
                                  : -1;
        if (k == 0 || k == 5)
            continue;
        f[NGI_F_tpb2 + k - 1] = there ? tag_rank(t->nodes[node].tag) : 0;
        f[NGI_F_epb2 + k - 1] = there ? (float)w->looks[j].ends : -1;
    }
}

static void nearest_features(const ngi_work *w, uint32_t i, float *f)
{
    uint32_t node = w->blocks[i].node, top;
    for (int side = 0; side < 2; side++) {
        int32_t j = side == 0 ? w->long_before[i] : w->long_after[i];
        float *out = &f[side == 0 ? NGI_F_pld : NGI_F_nld]; /* distance, up, other side, in C */
        if (j < 0) {
            out[0] = 9;
            out[1] = out[2] = 30;
            continue;
        }
        out[0] = ngi_log1((float)(side == 0 ? (int32_t)i - j : j - (int32_t)i));
        out[1] = common(w->tree, node, w->blocks[j].node, &out[2], &top);
        out[3] = w->c0 >= 0 && top == w->container;
    }
    int32_t next = w->long_after[i];
    f[NGI_F_bya] = f[NGI_F_imgn] = -1;
    if (next > (int32_t)i) {
        f[NGI_F_bya] = ngi_least(4, w->date_count[next] - w->date_count[i + 1]);
        f[NGI_F_nls1] = w->shape1_id[next] == w->shape1_id[i];
        f[NGI_F_nls2] = w->shape2_id[next] == w->shape2_id[i];
        f[NGI_F_imgn] = w->blocks[next].images;
    }
    f[NGI_F_imgb] = ngi_least(4, w->blocks[i].images);
    f[NGI_F_imga] = i + 1 < w->n ? ngi_least(4, w->blocks[i + 1].images) : 0;
}

static void shape_features(const ngi_work *w, uint32_t i, float *f)
{
    const ngi_majority *m = &w->majority;
    uint32_t a = w->shape1_id[i], b = w->shape2_id[i], e = w->blocks[i].node;
    f[NGI_F_dup] = ngi_least(5, w->dup.count[w->dup_id[i]] - 1);
    f[NGI_F_s1n] = ngi_log1(w->tally1.count[a]);
    f[NGI_F_s1m] = w->tally1.mass[a] / w->total;
    f[NGI_F_s2n] = ngi_log1(w->tally2.count[b]);
    f[NGI_F_s2m] = w->tally2.mass[b] / w->total;
    f[NGI_F_s2len] = ngi_log1(ngi_share_of(w->tally2.mass[b], w->tally2.count[b]));
    f[NGI_F_s2ld] = ngi_share_of(w->tally2.link_mass[b], w->tally2.mass[b]);
    f[NGI_F_mpar] = 9;
    f[NGI_F_mrel] = (float)w->blocks[i].words;
    if (!m->known)
        return;
    f[NGI_F_mk1] = a == m->shape1;
    f[NGI_F_mk2] = b == m->shape2;
    f[NGI_F_mrel] = ngi_share_of((float)w->blocks[i].words, m->length);
    f[NGI_F_mkb] = ngi_log1(w->majority_count[i]);
    f[NGI_F_mka] = ngi_log1(w->majority_count[w->n] - w->majority_count[i + 1]);
    for (int k = 0; k < 8; k++, e = w->tree->nodes[e].parent)
        if (e == m->parent) {
            f[NGI_F_mpar] = (float)k;
            break;
        }
}

/* The hashed words of a block's text and each two that follow one another, as
 * ngi_text_tokens() gives them: made of what its look has found, unless that is cut. */
static uint32_t tokens_of_block(const ngi_work *w, uint32_t i, uint32_t out[NGI_WORDS_MAX])
{
    const ngi_look *k = &w->looks[i];
    uint32_t count = 0;
    if (w->blocks[i].text.len > NGI_WORDS_BYTES)
        return ngi_text_tokens(w->blocks[i].text, out);
    for (uint32_t j = 0; j < k->word_count && j < NGI_WORDS_MAX / 2; j++) {
        uint32_t token = w->words[k->first_word + j].token;
        out[count++] = token;
        if (j != 0)
            out[count++] = ngi_pair_token(w->words[k->first_word + j - 1].token, token);
    }
    return count;
}

static void odds_features(const ngi_work *w, uint32_t i, float *f)
{
    uint32_t e = w->blocks[i].node, up = w->tree->nodes[e].parent;
    const ngi_odds all[] = {w->odds[0][e], w->odds[1][up], w->odds[2][up]};
    for (int k = 0; k < 3; k++) {
        f[NGI_F_x0min + 3 * k] = all[k].min;
        f[NGI_F_x0max + 3 * k] = all[k].max;
        f[NGI_F_x0mean + 3 * k] = ngi_share_of(all[k].sum, (float)all[k].count);
    }
    if (w->blocks[i].words > 40)
        return;
    uint32_t hashes[NGI_WORDS_MAX];
    ngi_odds o = ngi_odds_of(hashes, tokens_of_block(w, i, hashes), 3);
    f[NGI_F_wmin] = o.min;
    f[NGI_F_wmax] = o.max;
    f[NGI_F_wmean] = ngi_share_of(o.sum, (float)o.count);
}

static bool any_type(const ngi_meta *m, const char *what)
{
    for (uint32_t i = 0; i < m->type_count; i++)
        if (ngi_find(m->types[i], ngi_slice_of(what)) != NGI_NONE)
            return true;
    return false;
}

static bool has_hint(const ngi_meta *m, ngi_hint_kind kind)
{
    for (uint32_t i = 0; i < m->hint_count; i++)
        if (m->hints[i].kind == kind)
            return true;
    return false;
}

void ngi_page_features(const ngi_work *w, float *f)
{
    const ngi_meta *m = w->meta;
    bool known = w->c0 >= 0;
    f[NGI_F_pg_n] = ngi_log1((float)w->n);
    f[NGI_F_pg_tot] = ngi_log1(w->total);
    f[NGI_F_pg_ptot] = w->long_total / w->total;
    f[NGI_F_pg_body] = ngi_log1((float)w->body_words);
    f[NGI_F_pg_article] = any_type(m, "Article") || any_type(m, "BlogPosting");
    f[NGI_F_pg_product] = any_type(m, "Product");
    f[NGI_F_pg_forum] = any_type(m, "DiscussionForumPosting") || any_type(m, "QAPage");
    f[NGI_F_pg_og] = ngi_equal_nocase(ngi_trim(m->og_type), NGI_LIT("article"));
    f[NGI_F_pg_sc] = known ? sqrtf(w->score[w->container]) : 0;
    f[NGI_F_pg_cm] = known ? ngi_sum_below(w, w->long_mass, w->container) / w->long_total : 0;
    f[NGI_F_pg_long] = w->long_count[w->n] / (float)(w->n == 0 ? 1 : w->n);
    f[NGI_F_pg_cc] = known ? ngi_log1(ngi_sum_below(w, w->long_count, w->container)) : 0;
    f[NGI_F_pg_h] = w->headline >= 0;
    f[NGI_F_pg_news] = any_type(m, "NewsArticle");
    f[NGI_F_pg_dated] = has_hint(m, NGI_HINT_PUBLISHED);
    f[NGI_F_pg_times] = ngi_least((float)m->time_count, 5);
}

void ngi_row_make(ngi_work *w, uint32_t i, float *f)
{
    text_features(w, i, f);
    tag_features(w, i, f);
    claim_features(w, i, f);
    description_features(w, i, f);
    container_features(w, i, f);
    place_features(w, i, f);
    neighbour_features(w, i, f);
    nearest_features(w, i, f);
    shape_features(w, i, f);
    odds_features(w, i, f);
}
