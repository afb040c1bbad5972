/* SPDX-License-Identifier: Apache-2.0 */
/* No page may run away with lexbor's parser, or into its faults.
 *
 * Against version 3.0.1 stand: errors are not recorded (18 bytes each, without bound); no
 * mutation events (they dereference NULL at <select size><option>, and make options
 * quadratic); a token buffer that never grows (growing, it forgets the sixth byte of
 * &nLt;); at most 512 open elements, 64 active formatting elements, 256 attributes a tag
 * and 8,000 names of the page's own, for in these the parser is quadratic. Of 1,625 real
 * pages the deepest had 56 open elements, the most names were 1,266: no limit was met.
 *
 * The page is one buffer, fed in slices: after each, memory and names are looked at, and
 * every few the clock. A page that meets such a limit gives the tree up to there. Start
 * tags too deep are dropped, and as many end tags, so that their text lands in the deepest
 * element kept. */
#include "parsed/html.h"

#include <lexbor/html/tree/open_elements.h>

enum {
    DEFAULT_DEPTH = 512,
    DEFAULT_MILLISECONDS = 10000,
    MOST_FORMATTING = 64,
    MOST_ATTRS = 256,
    MOST_NAMES = 8000,
    MOST_TOKENS = 20000000,
    LEAST_MEMORY = 32 << 20, /* and 8 bytes for each of the page; real pages take 4 */
    MEMORY_FACTOR = 8,
    LARGE_MEMORY = 96 << 20, /* but never more than this and the page once more: stories of a */
    LARGE_FACTOR = 1,        /* tree of tiny elements take three times its memory again */
    SLICE = 16 * 1024,
    SLICES_A_CLOCK = 8,
    BUFFER_SPARE = 4096,
};

/* ---- tokens ---- */

/* Tags that switch the tokenizer: it waits for what the tree builder makes of them. */
static bool switches_tokenizer(lxb_tag_id_t id)
{
    switch (id) {
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_TITLE:
    case LXB_TAG_TEXTAREA:
    case LXB_TAG_XMP:
    case LXB_TAG_IFRAME:
    case LXB_TAG_NOEMBED:
    case LXB_TAG_NOFRAMES:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_PLAINTEXT: return true;
    default: return false;
    }
}

static void unlink_attr(lxb_html_token_t *token, lxb_html_token_attr_t *a)
{
    if (a->prev != NULL)
        a->prev->next = a->next;
    else
        token->attr_first = a->next;
    if (a->next != NULL)
        a->next->prev = a->prev;
    else
        token->attr_last = a->prev;
}

/* Takes attributes off that the tree won't have anyway (font's colour and size decide
 * whether it may stand in svg), and those beyond the limit. */
static void trim_attrs(ngi_guard *g, lxb_html_token_t *token)
{
    size_t kept = 0;
    for (lxb_html_token_attr_t *a = token->attr_first, *next; a != NULL; a = next) {
        next = a->next;
        bool keep = kept < g->max_attrs &&
                    (token->tag_id == LXB_TAG_FONT || a->name == NULL ||
                     ngi_attr_known(g->names, a->name->attr_id, &a->name->entry) != NGI_ATTR_COUNT);
        if (keep)
            kept++;
        else
            unlink_attr(token, a);
    }
}

/* Whether a tag is dropped for the depth it would have, or for its start tag's sake. */
static bool is_too_deep(ngi_guard *g, const lxb_html_token_t *token)
{
    const lxb_html_tree_t *tree = g->tree;
    if (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) {
        if (g->dropped == 0 || tree->mode == lxb_html_tree_insertion_mode_text)
            return false;
        g->dropped--;
        return true;
    }
    if (tree->open_elements->length < g->max_depth &&
        tree->active_formatting->length < g->max_formatting)
        return false;
    if (switches_tokenizer(token->tag_id) || lxb_html_tag_is_void(token->tag_id))
        return false;
    g->dropped++;
    return true;
}

/* Most tokens: texts and plain elements in the body. */
static bool is_sure_to_stay(const ngi_guard *g, const lxb_html_token_t *token)
{
    return g->lean.svg == 0 && (token->tag_id == LXB_TAG__TEXT || ngi_nest_knows(token->tag_id)) &&
           g->tree->mode == lxb_html_tree_insertion_mode_in_body;
}

static lxb_html_token_t *pass_token(ngi_guard *g, lxb_html_tokenizer_t *tokenizer,
                                    lxb_html_token_t *token)
{
    if (++g->tokens > g->max_tokens) {
        tokenizer->status = LXB_STATUS_STOPPED;
        return NULL;
    }
    if (!is_sure_to_stay(g, token) && ngi_lean_drops(&g->lean, g->tree, token))
        return token;
    if (token->tag_id >= LXB_TAG_A || token->tag_id == LXB_TAG__UNDEF) {
        if (is_too_deep(g, token))
            return token;
        if (token->attr_first != NULL && token->attr_first != g->tags.attrs)
            trim_attrs(g, token);
    }
    lxb_tag_id_t id = token->tag_id;
    bool opens = !(token->type & LXB_HTML_TOKEN_TYPE_CLOSE);
    token = ngi_nest_token(g, tokenizer, token);
    if ((id == LXB_TAG_SCRIPT || id == LXB_TAG_STYLE) && opens)
        ngi_lean_opened(&g->lean, g->tree, tokenizer, id);
    return token;
}

static lxb_html_token_t *on_token(lxb_html_tokenizer_t *tokenizer, lxb_html_token_t *token,
                                  void *context)
{
    ngi_guard *g = context;
    token = pass_token(g, tokenizer, token);
    if (tokenizer->state == lxb_html_tokenizer_state_data_before && !g->by_lexbor)
        tokenizer->state = ngi_tags_state;
    return token;
}

void ngi_guard_init(ngi_guard *g, lxb_html_parser_t *parser, ngi_attr_names *names)
{
    lxb_html_tokenizer_t *t = parser->tkz;
    *g = (ngi_guard){.tree = parser->tree,
                     .build = t->callback_token_done,
                     .build_context = t->callback_token_ctx,
                     .names = names,
                     .max_formatting = MOST_FORMATTING,
                     .max_attrs = MOST_ATTRS,
                     .max_names = MOST_NAMES,
                     .max_tokens = MOST_TOKENS};
    ngi_tags_init(&g->tags);
    t->parse_errors = lexbor_array_obj_destroy(t->parse_errors, true);
    parser->tree->parse_errors = lexbor_array_obj_destroy(parser->tree->parse_errors, true);
    lxb_html_parser_dom_opt_set(parser, LXB_DOM_DOCUMENT_OPT_WO_EVENTS);
    lxb_html_tokenizer_callback_token_done_set(t, on_token, g);
}

/* ---- slices ---- */

bool ngi_guard_room(lxb_html_tokenizer_t *t, size_t size)
{
    if (size > SIZE_MAX / 4 - BUFFER_SPARE)
        return false;
    size_t want = 3 * size + BUFFER_SPARE; /* U+0000 becomes U+FFFD: three bytes for one */
    size_t has = (size_t)(t->end - t->start);
    if (has >= want && has / 16 <= want)
        return true; /* and after a page far larger, it shrinks again */
    lxb_char_t *buffer = lexbor_realloc(t->start, want + 64);
    if (buffer == NULL)
        return false;
    t->start = t->pos = buffer;
    t->end = buffer + want;
    return true;
}

/* Adds the chunks that an arena of lexbor got since it was last looked at. */
static void count_memory(ngi_guard *g, const lexbor_mem_t *mem, const lexbor_mem_chunk_t **counted)
{
    const lexbor_mem_chunk_t *c = *counted == NULL ? mem->chunk_first : (*counted)->next;
    for (; c != NULL; c = c->next) {
        g->memory += c->size;
        *counted = c;
    }
}

/* The limit that is met, or NULL. */
static const char *met_limit(ngi_guard *g, const lxb_html_document_t *document, size_t slices)
{
    const lxb_dom_document_t *d = &document->dom_document;
    count_memory(g, d->mraw->mem, &g->counted[0]);
    count_memory(g, d->text->mem, &g->counted[1]);
    if (g->memory > g->max_memory)
        return "memory";
    if (lexbor_dobject_allocated(d->attrs->entries) + lexbor_dobject_allocated(d->tags->entries) >
        g->max_names)
        return "names";
    if (slices % SLICES_A_CLOCK == 0 &&
        ngi_cpu_nanoseconds() - g->started_nanoseconds > g->max_nanoseconds)
        return "time";
    return NULL;
}

static void begin_page(ngi_guard *g, ng_slice text, const ngi_html_limits *limits)
{
    uint32_t depth = limits == NULL ? 0 : limits->max_depth;
    uint32_t ms = limits == NULL ? 0 : limits->max_milliseconds;
    g->max_depth = depth == 0 ? DEFAULT_DEPTH : depth < 8 ? 8 : depth;
    g->max_nanoseconds = (uint64_t)(ms == 0 ? DEFAULT_MILLISECONDS : ms) * 1000000;
    g->max_memory = LEAST_MEMORY + MEMORY_FACTOR * text.len;
    if (g->max_memory > LARGE_MEMORY + LARGE_FACTOR * text.len)
        g->max_memory = LARGE_MEMORY + LARGE_FACTOR * text.len;
    g->tokens = g->dropped = g->memory = 0;
    g->counted[0] = g->counted[1] = NULL;
    g->lean.svg = g->lean.links = 0;
    g->lean.holder = 0;
    g->lean.leap_to = NULL;
    g->lean.page_end = (const lxb_char_t *)text.ptr + text.len;
    g->lean.script = 0;
    ngi_tags_begin(&g->tags);
    ngi_nest_begin(&g->nest, text);
    g->started_nanoseconds = ngi_cpu_nanoseconds();
}

lxb_html_document_t *ngi_guard_parse(ngi_guard *g, lxb_html_parser_t *parser, ng_slice text,
                                     const ngi_html_limits *limits, ngi_tree *out)
{
    begin_page(g, text, limits);
    if (!ngi_guard_room(parser->tkz, text.len))
        return NULL;
    lxb_html_document_t *document = lxb_html_parse_chunk_begin(parser);
    lxb_status_t status = document == NULL ? LXB_STATUS_ERROR_MEMORY_ALLOCATION : LXB_STATUS_OK;
    const char *why = NULL;
    size_t at = 0;
    if (!g->by_lexbor)
        parser->tkz->state = ngi_tags_state;
    for (size_t slices = 1; at < text.len && status == LXB_STATUS_OK && why == NULL; slices++) {
        size_t len = text.len - at < SLICE ? text.len - at : SLICE;
        status = lxb_html_parse_chunk_process(parser, (const lxb_char_t *)text.ptr + at, len);
        at += len;
        why = at < text.len ? met_limit(g, document, slices) : NULL;
    }
    if (status == LXB_STATUS_STOPPED)
        why = "tokens";
    if (why != NULL)
        lxb_html_tree_open_elements_pop_all(parser->tree);
    else if (status == LXB_STATUS_OK)
        status = lxb_html_parse_chunk_end(parser);
    if (why == NULL && status == LXB_STATUS_STOPPED)
        why = "tokens"; /* met by the last text of the page */
    out->cut = why != NULL;
    out->cut_why = why;
    out->cut_at = out->cut ? at : 0;
    if (document != NULL && why == NULL && status != LXB_STATUS_OK) {
        lxb_html_document_destroy(document);
        return NULL;
    }
    return document;
}
