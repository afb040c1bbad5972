/* SPDX-License-Identifier: Apache-2.0 */
/* The page's tree: lexbor parses, one walk flattens. See tree.h for the form.
 *
 * The walk follows lexbor's sibling and parent pointers, so depth costs no stack. Node and
 * attribute arrays belong to the parser and are used again for the next page. */
#include "parsed/html.h"

#include <stdlib.h>

struct ngi_html_parser {
    lxb_html_parser_t *lexbor;
    lxb_html_document_t *document; /* of the page read last */
    ngi_node *nodes;
    size_t node_capacity, node_count;
    ngi_attr_names names;
    ngi_guard guard;
    ngi_evidence *evidence; /* NULL until a page asks for it */
};

/* ---- names ---- */

static const uint8_t tag_of_lexbor[LXB_TAG__LAST_ENTRY] = {
#define TAG_MAP(id, name) [LXB_TAG_##id] = NGI_TAG_##id,
    NGI_TAG_LIST(TAG_MAP)
#undef TAG_MAP
};

uint8_t ngi_tag_of_lexbor(lxb_tag_id_t id)
{
    return id < LXB_TAG__LAST_ENTRY ? tag_of_lexbor[id] : NGI_TAG_OTHER;
}

static const char *const tag_names[NGI_TAG_COUNT] = {[NGI_TAG_OTHER] = "other",
                                                     [NGI_TAG_TEXT] = "#text",
#define TAG_NAME(id, name) [NGI_TAG_##id] = name,
                                                     NGI_TAG_LIST(TAG_NAME)
#undef TAG_NAME
};

const char *ngi_tag_name(ngi_tag tag)
{
    return (size_t)tag < NGI_TAG_COUNT ? tag_names[tag] : "other";
}

ngi_tag ngi_tag_of(ng_slice name)
{
    for (size_t i = NGI_TAG_TEXT + 1; i < NGI_TAG_COUNT; i++)
        if (ngi_equal_nocase(name, ngi_slice_of(tag_names[i])))
            return (ngi_tag)i;
    return NGI_TAG_OTHER;
}

static const ng_slice attr_names[NGI_ATTR_COUNT] = {
#define ATTR_NAME(id, name) [NGI_ATTR_##id] = {name, sizeof(name) - 1},
    NGI_ATTR_LIST(ATTR_NAME)
#undef ATTR_NAME
};

/* A kept attribute's name, or NGI_ATTR_COUNT. Names differ in length or first letters, so
 * few comparisons reach memcmp. */
static unsigned attr_of(ng_slice name)
{
    for (unsigned i = 0; i < NGI_ATTR_COUNT; i++)
        if (attr_names[i].len == name.len && attr_names[i].ptr[0] == name.ptr[0] &&
            memcmp(attr_names[i].ptr, name.ptr, name.len) == 0)
            return i;
    return NGI_ATTR_COUNT;
}

const char *ngi_attr_name_text(ngi_attr_name name)
{
    return (size_t)name < NGI_ATTR_COUNT ? attr_names[name].ptr : "";
}

uint8_t ngi_attr_known(ngi_attr_names *names, uintptr_t id, const lexbor_hash_entry_t *name)
{
    size_t slot = (id ^ id >> 8) % NGI_COUNT(names->slots);
    if (names->slots[slot].id == id && names->slots[slot].page == names->page)
        return names->slots[slot].name;
    ng_slice text = {(const char *)lexbor_hash_entry_str(name), name->length};
    uint8_t known = text.len == 0 ? NGI_ATTR_COUNT : (uint8_t)attr_of(text);
    names->slots[slot].id = id;
    names->slots[slot].page = names->page;
    names->slots[slot].name = known;
    return known;
}

/* ---- making the flat tree ---- */

static bool keep_attrs(ngi_html_parser *p, lxb_dom_element_t *element, ngi_node *node)
{
    lexbor_hash_t *hash = p->document->dom_document.attrs;
    const ngi_attr_run *run = ngi_nest_attrs(&p->guard.nest, element);
    if (run != NULL) {
        node->attr = run->begin;
        node->attr_count = (uint16_t)run->count;
        return true;
    }
    node->attr = (uint32_t)p->guard.nest.attr_count;
    for (lxb_dom_attr_t *a = element->first_attr; a != NULL; a = a->next) {
        const lxb_dom_attr_data_t *data = lxb_dom_attr_data_by_id(hash, a->node.local_name);
        uint8_t name =
            data == NULL ? NGI_ATTR_COUNT : ngi_attr_known(&p->names, data->attr_id, &data->entry);
        if (name == NGI_ATTR_COUNT)
            continue;
        ng_slice value = {0};
        if (a->value != NULL)
            value = ngi_slice((const char *)a->value->data, a->value->length);
        if (!ngi_nest_attr(&p->guard.nest, (ngi_attr){.value = value, .name = name}))
            return false;
        node->attr_count++;
    }
    return true;
}

/* Whether a node and all below it is left out. Scripts that are to be kept have text. */
static bool is_left_out(lxb_dom_node_t *n)
{
    if (n->type == LXB_DOM_NODE_TYPE_TEXT)
        return false;
    if (n->type != LXB_DOM_NODE_TYPE_ELEMENT)
        return true;
    switch (n->local_name) {
    case LXB_TAG_STYLE:
    case LXB_TAG_SVG:
    case LXB_TAG_MATH:
    case LXB_TAG_CANVAS: return true;
    case LXB_TAG_SCRIPT: return n->first_child == NULL;
    case LXB_TAG_TEMPLATE:
        return lxb_dom_element_attr_by_name(lxb_dom_interface_element(n),
                                            (const lxb_char_t *)"shadowrootmode", 14) == NULL;
    default: return false;
    }
}

/* What lies within a declarative shadow root. */
static uint8_t shadow_of(const ngi_node *parent)
{
    return parent->tag == NGI_TAG_TEMPLATE ? NGI_NODE_SHADOW : parent->flags & NGI_NODE_SHADOW;
}

static bool keep_node(ngi_html_parser *p, lxb_dom_node_t *n, uint32_t parent, unsigned depth)
{
    if (!ngi_grow(&p->nodes, &p->node_capacity, p->node_count + 1, sizeof *p->nodes))
        return false;
    ngi_node *node = &p->nodes[p->node_count++];
    *node = (ngi_node){.parent = parent,
                       .depth = (uint16_t)(depth > 65535 ? 65535 : depth),
                       .evidence = (uint32_t)(uintptr_t)n->user};
    node->flags = depth == 0 ? 0 : shadow_of(&p->nodes[parent]);
    if (n->type == LXB_DOM_NODE_TYPE_TEXT) {
        lexbor_str_t *s = &lxb_dom_interface_character_data(n)->data;
        node->tag = NGI_TAG_TEXT;
        node->text = ngi_slice((const char *)s->data, s->length);
        return true;
    }
    node->tag = ngi_tag_of_lexbor(n->local_name);
    if (node->tag == NGI_TAG_OTHER) {
        size_t len = 0;
        const lxb_char_t *name = lxb_dom_element_local_name(lxb_dom_interface_element(n), &len);
        node->text = ngi_slice((const char *)name, len);
    }
    return keep_attrs(p, lxb_dom_interface_element(n), node);
}

static lxb_dom_node_t *children_of(lxb_dom_node_t *n)
{
    if (n->type == LXB_DOM_NODE_TYPE_ELEMENT && n->local_name == LXB_TAG_TEMPLATE &&
        n->ns == LXB_NS_HTML)
        return lxb_html_interface_template(n)->content->node.first_child;
    return n->first_child;
}

/* Walks in document order. `open` is the stack of kept elements as indexes into nodes. */
static bool flatten(ngi_html_parser *p, ngi_arena *arena, lxb_dom_node_t *root)
{
    struct level {
        lxb_dom_node_t *next; /* next sibling to visit */
        uint32_t index;
    } *open = NULL;
    size_t room = 0, depth = 0;
    if (!keep_node(p, root, 0, 0) || !ngi_arena_grow(arena, &open, &room, 1, sizeof *open))
        return false;
    open[depth++] = (struct level){children_of(root), 0};
    while (depth != 0) {
        lxb_dom_node_t *n = open[depth - 1].next;
        if (n == NULL) {
            p->nodes[open[depth - 1].index].end = (uint32_t)p->node_count;
            depth--;
            continue;
        }
        open[depth - 1].next = n->next;
        if (is_left_out(n))
            continue;
        uint32_t index = (uint32_t)p->node_count;
        if (!keep_node(p, n, open[depth - 1].index, (unsigned)depth))
            return false;
        p->nodes[index].end = index + 1;
        lxb_dom_node_t *below = children_of(n);
        if (below == NULL)
            continue;
        if (!ngi_arena_grow(arena, &open, &room, depth + 1, sizeof *open))
            return false;
        open[depth++] = (struct level){below, index};
    }
    return true;
}

/* ---- the parser ---- */

ngi_html_parser *ngi_html_parser_new(void)
{
    ngi_html_parser *p = calloc(1, sizeof *p);
    if (p == NULL)
        return NULL;
    p->lexbor = lxb_html_parser_create();
    if (lxb_html_parser_init(p->lexbor) != LXB_STATUS_OK) {
        ngi_html_parser_free(p);
        return NULL;
    }
    ngi_guard_init(&p->guard, p->lexbor, &p->names);
    return p;
}

void ngi_html_parser_free(ngi_html_parser *p)
{
    if (p == NULL)
        return;
    if (p->document != NULL)
        lxb_html_document_destroy(p->document);
    lxb_html_parser_destroy(p->lexbor);
    ngi_evidence_free(p->evidence);
    ngi_nest_forget(&p->guard.nest);
    free(p->nodes);
    free(p);
}

void ngi_html_parser_by_lexbor(ngi_html_parser *p, bool all)
{
    p->guard.by_lexbor = all;
}

static void forget_page(ngi_html_parser *p)
{
    if (p->document != NULL)
        lxb_html_document_destroy(p->document);
    p->document = NULL;
    p->node_count = 0;
    p->names.page++;
    if (p->node_capacity > 1 << 20) { /* after a huge page, memory goes back */
        ngi_nest_forget(&p->guard.nest);
        free(p->nodes);
        p->nodes = NULL;
        p->node_capacity = 0;
    }
}

static bool parse(ngi_html_parser *p, ng_slice text, const ngi_html_limits *limits, bool evidence,
                  ngi_tree *out)
{
    if (evidence && p->evidence == NULL && (p->evidence = ngi_evidence_new()) == NULL)
        return false;
    if (evidence)
        ngi_evidence_begin(p->evidence, &p->guard, text);
    p->document = ngi_guard_parse(&p->guard, p->lexbor, text, limits, out);
    bool complete = !evidence || ngi_evidence_end(p->evidence, &p->guard);
    out->evidence = evidence ? p->evidence : NULL;
    return p->document != NULL && complete;
}

/* The html element; a page that was cut before it has one made up. */
static bool flatten_page(ngi_html_parser *p, ngi_arena *arena)
{
    lxb_dom_node_t *root = lxb_dom_interface_node(p->document)->first_child;
    while (root != NULL && root->type != LXB_DOM_NODE_TYPE_ELEMENT)
        root = root->next;
    if (root != NULL)
        return flatten(p, arena, root);
    if (!ngi_grow(&p->nodes, &p->node_capacity, 1, sizeof *p->nodes))
        return false;
    p->nodes[p->node_count++] = (ngi_node){.tag = NGI_TAG_HTML, .end = 1};
    return true;
}

ng_status ngi_html_parse(ngi_html_parser *p, ngi_arena *arena, ng_slice text,
                         const ngi_html_limits *limits, bool evidence, ngi_tree *out,
                         ng_error *error)
{
    *out = (ngi_tree){0};
    forget_page(p);
    if (text.len >= UINT32_MAX - 64)
        return ngi_fail(error, NG_ERR_LIMIT, UINT32_MAX, "HTML of 4 GiB and more can't be read");
    if (!parse(p, text, limits, evidence, out) || !flatten_page(p, arena)) {
        *out = (ngi_tree){0};
        return ngi_fail(error, NG_ERR_MEMORY, 0, "out of memory while parsing");
    }
    out->nodes = p->nodes;
    out->count = (uint32_t)p->node_count;
    out->attrs = p->guard.nest.attrs;
    out->attr_count = (uint32_t)p->guard.nest.attr_count;
    return NG_OK;
}

/* ---- looking at it ---- */

const ng_slice *ngi_attr_get(const ngi_tree *tree, uint32_t node, ngi_attr_name name)
{
    const ngi_node *n = &tree->nodes[node];
    for (uint32_t i = 0; i < n->attr_count; i++)
        if (tree->attrs[n->attr + i].name == name)
            return &tree->attrs[n->attr + i].value;
    return NULL;
}

ng_slice ngi_attr_value(const ngi_tree *tree, uint32_t node, ngi_attr_name name)
{
    const ng_slice *value = ngi_attr_get(tree, node, name);
    return value == NULL ? (ng_slice){0} : *value;
}
