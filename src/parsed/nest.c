/* SPDX-License-Identifier: Apache-2.0 */
/* Puts plain elements and texts into lexbor's tree, in the place of its tree builder.
 *
 * The standard's tree construction has a rule for each tag in each of twenty-three modes, and
 * lexbor goes through all of them for each token: some 600 instructions, a sixth of all work. On
 * news pages four tokens of five need none of it: in the body, a div is put into the current
 * element and becomes the current one; its end tag goes back; text is put there. So what is just
 * that is done here, and all else is left to lexbor: other modes, foreign elements, formats that
 * must be opened again, paragraphs that a start tag ends, end tags of what is not the current
 * element. Both work on one tree and one stack, so each token may go either way; tests and a fuzz
 * target compare the trees.
 *
 * An attribute costs lexbor three pieces of memory. Those of elements made here are written where
 * the flat tree wants them, and lexbor never sees them. It would read some: where it opens a
 * link again it copies the link's, so before a token goes to lexbor the links that are open get
 * theirs. Formats (b, em) are compared by their attributes when they are opened: they have them
 * from the start.
 *
 * Texts that stand for themselves are not copied: those of the tree lie in the page, so that
 * their place is known. lexbor would write behind such a text; before it gets a token that may
 * end in text, those that it could go on with are copied. */
#include "parsed/html.h"

#include <lexbor/html/tree/active_formatting.h>
#include <lexbor/html/tree/open_elements.h>

#include <stdlib.h>

/* What lexbor would look at before it opens an element, and what the element is. */
enum {
    LEFT = 0,        /* to lexbor */
    PARAGRAPH = 1,   /* it may end a paragraph, */
    HEADING = 2,     /* a heading too, */
    ITEM = 4,        /* or an item of a list */
    FORMATTED = 8,   /* formats may have to be opened again */
    EMPTY = 16,      /* has no content, */
    SHOWN = 32,      /* and makes a page one that has something to show */
    FORMATTING = 64, /* is a format itself, */
    LINK = 128,      /* or a link */
    BLOCK = PARAGRAPH,
    INLINE = FORMATTED,
    FORMAT = FORMATTED | FORMATTING,
};

static const uint8_t kinds[LXB_TAG__LAST_ENTRY] = {
    [LXB_TAG_ADDRESS] = BLOCK,
    [LXB_TAG_ARTICLE] = BLOCK,
    [LXB_TAG_ASIDE] = BLOCK,
    [LXB_TAG_BLOCKQUOTE] = BLOCK,
    [LXB_TAG_DIV] = BLOCK,
    [LXB_TAG_DL] = BLOCK,
    [LXB_TAG_FIGCAPTION] = BLOCK,
    [LXB_TAG_FIGURE] = BLOCK,
    [LXB_TAG_FOOTER] = BLOCK,
    [LXB_TAG_HEADER] = BLOCK,
    [LXB_TAG_MAIN] = BLOCK,
    [LXB_TAG_NAV] = BLOCK,
    [LXB_TAG_OL] = BLOCK,
    [LXB_TAG_P] = BLOCK,
    [LXB_TAG_SECTION] = BLOCK,
    [LXB_TAG_UL] = BLOCK,
    [LXB_TAG_H1] = PARAGRAPH | HEADING,
    [LXB_TAG_H2] = PARAGRAPH | HEADING,
    [LXB_TAG_H3] = PARAGRAPH | HEADING,
    [LXB_TAG_H4] = PARAGRAPH | HEADING,
    [LXB_TAG_H5] = PARAGRAPH | HEADING,
    [LXB_TAG_H6] = PARAGRAPH | HEADING,
    [LXB_TAG_LI] = PARAGRAPH | ITEM,
    [LXB_TAG_ABBR] = INLINE,
    [LXB_TAG_CITE] = INLINE,
    [LXB_TAG_LABEL] = INLINE,
    [LXB_TAG_PICTURE] = INLINE,
    [LXB_TAG_SPAN] = INLINE,
    [LXB_TAG_TIME] = INLINE,
    [LXB_TAG_VIDEO] = INLINE,
    [LXB_TAG_BR] = FORMATTED | EMPTY | SHOWN,
    [LXB_TAG_IMG] = FORMATTED | EMPTY | SHOWN,
    [LXB_TAG_WBR] = FORMATTED | EMPTY | SHOWN,
    [LXB_TAG_SOURCE] = EMPTY,
    [LXB_TAG_A] = FORMAT | LINK,
    [LXB_TAG_B] = FORMAT,
    [LXB_TAG_EM] = FORMAT,
    [LXB_TAG_I] = FORMAT,
    [LXB_TAG_SMALL] = FORMAT,
    [LXB_TAG_STRONG] = FORMAT,
    [LXB_TAG_U] = FORMAT,
};

static unsigned kind_of(lxb_tag_id_t id)
{
    return id < LXB_TAG__LAST_ENTRY ? kinds[id] : INLINE; /* a name of the page's own */
}

bool ngi_nest_knows(lxb_tag_id_t id)
{
    return kind_of(id) != LEFT;
}

/* ---- memory ---- */

/* One of many that were taken at once, as lexbor's memory has a price a piece. */
static void *take_one(ngi_nest_pieces *p, lexbor_mraw_t *memory, size_t size)
{
    enum { FEW = 16, MANY = 128 };
    if (p->left == 0) {
        size_t count = p->next == NULL ? FEW : MANY;
        p->next = lexbor_mraw_alloc(memory, count * size);
        if (p->next == NULL)
            return NULL;
        p->left = count;
    }
    void *one = p->next;
    p->next += size;
    p->left--;
    return one;
}

bool ngi_nest_attr(ngi_nest *n, ngi_attr attr)
{
    if (!ngi_grow(&n->attrs, &n->attr_capacity, n->attr_count + 1, sizeof *n->attrs))
        return false;
    n->attrs[n->attr_count++] = attr;
    return true;
}

void ngi_nest_begin(ngi_nest *n, ng_slice page)
{
    n->page = page;
    n->elements = n->texts = (ngi_nest_pieces){0};
    n->attr_count = n->run_count = 0;
    n->clear = NULL;
}

void ngi_nest_forget(ngi_nest *n)
{
    free(n->attrs);
    free(n->runs);
    n->attrs = NULL;
    n->runs = NULL;
    n->attr_capacity = n->attr_count = n->run_capacity = n->run_count = 0;
}

/* ---- attributes ---- */

const ngi_attr_run *ngi_nest_attrs(const ngi_nest *n, const lxb_dom_element_t *element)
{
    return element->list == NULL ? NULL : &n->runs[(uintptr_t)element->list - 1];
}

static void drop_attrs(ngi_nest *n, size_t run)
{
    n->attr_count = n->runs[run].begin;
    n->run_count = run;
}

/* Keeps the attributes of the tag at hand. *run: 1 + their place, 0 where there are none. */
static bool keep_attrs(ngi_guard *g, const lxb_html_token_t *token, uintptr_t *run)
{
    ngi_nest *n = &g->nest;
    *run = 0;
    if (token->attr_first == NULL)
        return true;
    if (!ngi_grow(&n->runs, &n->run_capacity, n->run_count + 1, sizeof *n->runs))
        return false;
    size_t at = n->run_count++;
    n->runs[at] = (ngi_attr_run){.begin = (uint32_t)n->attr_count};
    for (const lxb_html_token_attr_t *a = token->attr_first; a != NULL; a = a->next) {
        ngi_attr attr = {.value = {(const char *)a->value, a->value_size},
                         .name = g->tags.kept[a - g->tags.attrs]};
        if (!ngi_nest_attr(n, attr)) {
            drop_attrs(n, at);
            return false;
        }
        n->runs[at].count++;
    }
    *run = at + 1;
    return true;
}

/* Gives lexbor the attributes of an element of ours. */
static bool hand_over_attrs(ngi_guard *g, lxb_dom_element_t *element)
{
    const ngi_attr_run *run = ngi_nest_attrs(&g->nest, element);
    lxb_html_token_attr_t list[NGI_ATTR_COUNT] = {0};
    lxb_html_token_t token = {.attr_first = list};
    for (uint32_t i = 0; i < run->count; i++) {
        const ngi_attr *a = &g->nest.attrs[run->begin + i];
        list[i].name = g->tags.known[a->name];
        list[i].value = (lxb_char_t *)(uintptr_t)a->value.ptr;
        list[i].value_begin = list[i].value;
        list[i].value_size = a->value.len;
        list[i].next = i + 1 < run->count ? &list[i + 1] : NULL;
    }
    return lxb_html_tree_append_attributes(g->tree, element, &token, LXB_NS_HTML) == LXB_STATUS_OK;
}

static bool is_marker(const void *formatting)
{
    return formatting == lxb_html_tree_active_formatting_marker();
}

/* Before a token goes to lexbor: it may open links again. */
static bool hand_over_links(ngi_guard *g)
{
    const lexbor_array_t *open = g->tree->active_formatting;
    for (size_t i = 0; i < open->length; i++) {
        lxb_dom_element_t *e = open->list[i];
        if (!is_marker(e) && e->list != NULL && e->first_attr == NULL && !hand_over_attrs(g, e))
            return false;
    }
    return true;
}

/* ---- texts ---- */

static bool lies_in_page(const ngi_guard *g, const lxb_char_t *text)
{
    return (uintptr_t)text - (uintptr_t)g->nest.page.ptr < g->nest.page.len;
}

static bool copy_text(lxb_dom_document_t *document, ng_slice text, lexbor_str_t *out)
{
    lexbor_str_t copy = {0};
    lexbor_str_init(&copy, document->text, text.len + 1);
    if (copy.data == NULL)
        return false;
    memcpy(copy.data, text.ptr, text.len);
    copy.data[text.len] = '\0';
    copy.length = text.len;
    *out = copy;
    return true;
}

/* Copies the text of a node that lies in the page. */
static bool own_text(ngi_guard *g, lxb_dom_node_t *n)
{
    if (n == NULL || n->local_name != LXB_TAG__TEXT)
        return true;
    lexbor_str_t *text = &lxb_dom_interface_character_data(n)->data;
    ng_slice own = {(const char *)text->data, text->length};
    if (own.ptr == NULL || !lies_in_page(g, text->data))
        return true;
    return copy_text(&g->tree->document->dom_document, own, text) &&
           (g->evidence == NULL || ngi_evidence_note(g->evidence, n, own));
}

/* Before a token goes to lexbor: text that it holds, or that waits in a table, may go on with the
 * last text of any open element, or with one before a table. */
static bool own_texts(ngi_guard *g, const lxb_html_token_t *token)
{
    const lexbor_array_t *open = g->tree->open_elements;
    if (token->tag_id != LXB_TAG__TEXT &&
        g->tree->mode != lxb_html_tree_insertion_mode_in_table_text)
        return true;
    for (size_t i = 0; i < open->length; i++) {
        lxb_dom_node_t *n = open->list[i];
        if (!own_text(g, n->last_child) ||
            (n->local_name == LXB_TAG_TABLE && !own_text(g, n->prev)))
            return false;
    }
    return true;
}

/* ---- looking at what is open ---- */

static lxb_dom_node_t *current(const lxb_html_tree_t *tree)
{
    return tree->open_elements->list[tree->open_elements->length - 1];
}

static bool is_category(const lxb_dom_node_t *n, lxb_html_tag_category_t category)
{
    return n->local_name < LXB_TAG__LAST_ENTRY &&
           lxb_html_tag_is_category(n->local_name, LXB_NS_HTML, category);
}

/* Whether a start tag would end a paragraph ("in button scope"), or lexbor is to see. Most tags
 * stand where the one before did: from the element on that was clear of paragraphs then, the
 * stack is not looked at again. Below an element that is still open no paragraph is opened. */
static bool may_end_paragraph(ngi_nest *nest, const lxb_html_tree_t *tree)
{
    const lexbor_array_t *open = tree->open_elements;
    for (size_t i = open->length; i-- > 0;) {
        const lxb_dom_node_t *n = open->list[i];
        if (n == nest->clear)
            break;
        if (n->local_name == LXB_TAG_P || n->ns != LXB_NS_HTML)
            return true;
        if (kind_of(n->local_name) == LEFT && is_category(n, LXB_HTML_TAG_CATEGORY_SCOPE_BUTTON))
            break;
    }
    nest->clear = current(tree);
    return false;
}

/* The same of an item of a list. */
static bool may_end_item(const lxb_html_tree_t *tree)
{
    for (size_t i = tree->open_elements->length; i-- > 0;) {
        const lxb_dom_node_t *n = tree->open_elements->list[i];
        if (n->local_name == LXB_TAG_LI || n->ns != LXB_NS_HTML)
            return true;
        bool passed = n->local_name == LXB_TAG_DIV || n->local_name == LXB_TAG_P ||
                      n->local_name == LXB_TAG_ADDRESS;
        if (!passed && is_category(n, LXB_HTML_TAG_CATEGORY_SPECIAL))
            return false;
    }
    return false;
}

/* Whether formats must be opened again before text and inline elements. */
static bool lacks_formats(const lxb_html_tree_t *tree)
{
    const lexbor_array_t *formats = tree->active_formatting, *open = tree->open_elements;
    if (formats->length == 0 || is_marker(formats->list[formats->length - 1]))
        return false;
    for (size_t i = open->length; i-- > 0;)
        if (open->list[i] == formats->list[formats->length - 1])
            return false;
    return true;
}

static bool has_open_link(lxb_html_tree_t *tree)
{
    return tree->active_formatting->length != 0 &&
           lxb_html_tree_active_formatting_between_last_marker(tree, LXB_TAG_A, NULL) != NULL;
}

/* ---- tokens ---- */

static void insert(lxb_html_tree_t *tree, lxb_dom_node_t *node, lxb_tag_id_t id)
{
    lxb_dom_node_t *parent = current(tree);
    node->local_name = id;
    node->ns = LXB_NS_HTML;
    node->owner_document = lxb_html_document_original_ref(tree->document);
    node->parent = parent;
    node->prev = parent->last_child;
    if (parent->last_child != NULL)
        parent->last_child->next = node;
    else
        parent->first_child = node;
    parent->last_child = node;
}

/* Whether lexbor would do no more than to open the element. */
static bool just_opens(ngi_nest *nest, lxb_html_tree_t *tree, unsigned kind)
{
    if (kind & FORMATTED)
        return !lacks_formats(tree) && !(kind & LINK && has_open_link(tree));
    if (!(kind & PARAGRAPH))
        return true;
    if ((kind & HEADING && kind_of(current(tree)->local_name) & HEADING) ||
        (kind & ITEM && may_end_item(tree)))
        return false;
    return !may_end_paragraph(nest, tree);
}

static bool open_element(ngi_guard *g, lxb_html_token_t *token, unsigned kind)
{
    lxb_html_tree_t *tree = g->tree;
    lexbor_array_t *open = tree->open_elements;
    uintptr_t run = 0;
    bool compared = (kind & FORMATTING) && !(kind & LINK); /* by its attributes */
    bool plain = token->attr_first == NULL ||
                 (token->attr_first == g->tags.attrs && !(g->tags.decoded && g->evidence != NULL));
    if (!plain || open->length == open->size || !just_opens(&g->nest, tree, kind))
        return false;
    if (!compared && !keep_attrs(g, token, &run))
        return false;
    lxb_dom_element_t *e =
        take_one(&g->nest.elements, tree->document->dom_document.mraw, sizeof *e);
    if (e == NULL)
        return false;
    *e = (lxb_dom_element_t){.node.type = LXB_DOM_NODE_TYPE_ELEMENT, .list = (void *)run};
    insert(tree, &e->node, token->tag_id);
    if (kind & (SHOWN | ITEM))
        tree->frameset_ok = false;
    if (kind & EMPTY)
        return true;
    open->list[open->length++] = e;
    if (compared)
        tree->status = lxb_html_tree_append_attributes(tree, e, token, LXB_NS_HTML);
    if (kind & FORMATTING)
        lxb_html_tree_active_formatting_push_with_check_dupl(tree, &e->node);
    return true;
}

static bool close_element(lxb_html_tree_t *tree, const lxb_html_token_t *token, unsigned kind)
{
    lexbor_array_t *formats = tree->active_formatting;
    lxb_dom_node_t *n = current(tree);
    if (n->local_name != token->tag_id || kind & EMPTY)
        return false;
    if (kind & FORMATTING) {
        if (formats->length == 0 || formats->list[formats->length - 1] != n)
            return false;
        formats->length--;
    }
    lxb_html_tree_open_elements_pop(tree);
    return true;
}

static bool is_space(const lxb_char_t *p, const lxb_char_t *end)
{
    while (p < end && (*p == ' ' || (*p >= '\t' && *p <= '\r' && *p != '\v')))
        p++;
    return p == end;
}

static bool add_text(ngi_guard *g, const lxb_html_token_t *token)
{
    lxb_html_tree_t *tree = g->tree;
    lxb_dom_document_t *document = &tree->document->dom_document;
    const lxb_dom_node_t *last = current(tree)->last_child;
    size_t len = (size_t)(token->text_end - token->text_start);
    if (token->null_count != 0 || len == 0 || lacks_formats(tree) ||
        (last != NULL && last->local_name == LXB_TAG__TEXT) ||
        (tree->frameset_ok && !is_space(token->text_start, token->text_end)))
        return false;
    bool in_page = token->text_start == token->begin && lies_in_page(g, token->text_start);
    if (!in_page && g->evidence != NULL)
        return false; /* it notes the place */
    lexbor_str_t text = {.data = (lxb_char_t *)(uintptr_t)token->text_start, .length = len};
    if (!in_page && !copy_text(document, ngi_slice((const char *)token->text_start, len), &text))
        return false;
    lxb_dom_text_t *t = take_one(&g->nest.texts, document->mraw, sizeof *t);
    if (t == NULL)
        return false;
    *t = (lxb_dom_text_t){.char_data = {.data = text, .node.type = LXB_DOM_NODE_TYPE_TEXT}};
    insert(tree, &t->char_data.node, LXB_TAG__TEXT);
    return true;
}

static bool take(ngi_guard *g, lxb_html_token_t *token)
{
    const lxb_html_tree_t *tree = g->tree;
    if (g->by_lexbor || tree->mode != lxb_html_tree_insertion_mode_in_body ||
        tree->open_elements->length == 0 || tree->foster_parenting)
        return false;
    const lxb_dom_node_t *n = current(tree);
    if (n->ns != LXB_NS_HTML || n->local_name == LXB_TAG_TEMPLATE)
        return false;
    if (token->tag_id == LXB_TAG__TEXT)
        return add_text(g, token);
    unsigned kind = kind_of(token->tag_id);
    if (kind == LEFT)
        return false;
    return token->type & LXB_HTML_TOKEN_TYPE_CLOSE ? close_element(g->tree, token, kind)
                                                   : open_element(g, token, kind);
}

lxb_html_token_t *ngi_nest_token(ngi_guard *g, lxb_html_tokenizer_t *tokenizer,
                                 lxb_html_token_t *token)
{
    if (take(g, token)) {
        if (g->tree->status == LXB_STATUS_OK)
            return token;
        tokenizer->status = g->tree->status;
        return NULL;
    }
    if (!hand_over_links(g) || !own_texts(g, token)) {
        tokenizer->status = LXB_STATUS_ERROR_MEMORY_ALLOCATION;
        return NULL;
    }
    return g->build(tokenizer, token, g->build_context);
}
