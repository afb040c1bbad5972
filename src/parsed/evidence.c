/* SPDX-License-Identifier: Apache-2.0 */
/* Where in the page each text of the tree stood.
 *
 * lexbor keeps no positions. Texts that nest.c puts into the tree lie in the page and need none.
 * Of the others, a text token points into the page, and after the tree builder took it, the node
 * that it went to is found at the "appropriate place for inserting a node"; how much that node
 * grew tells what was kept of the token. So before the tree builder each text token is noted as a
 * segment: bytes of the page, bytes of the node. A node's segments form a list, for text goes on
 * behind an ignored tag. Text in a table waits in the tree builder until the next tag; it is
 * handed over here, piece by piece, before that tag. Many segments are byte for byte the text,
 * which is noted, so that a place in them is a sum; in the others (entities, line ends, NULs) the
 * bytes are walked again when a place is asked for, references through a tokenizer of lexbor's
 * own, so that no second table of entities is needed.
 *
 * Of 2.29 million text nodes on 1,625 pages all were exact. Most values of plain tags (tags.c)
 * lie in the page: that is their place. Of other elements with attributes the place of the start
 * tag is kept; its attributes are tokenized again when asked for. */
#include "parsed/html.h"

#include <stdlib.h>

enum {
    PLAIN = 1,       /* the bytes are the text */
    RAW = 2,         /* script and the like: no references */
    RCDATA = 4,      /* title, textarea: no tags */
    NUL_DROPPED = 8, /* U+0000 leaves nothing; else it is U+FFFD */
};

typedef struct segment {
    uint32_t begin, end;           /* in the page */
    uint32_t text_begin, text_end; /* in the node's text */
    uint32_t previous;             /* 1 + index of the node's segment before; 0: none */
    uint32_t flags;
} segment;

typedef struct waiting {
    uint32_t begin, end;
    uint32_t length; /* of its text */
    uint32_t flags;
} waiting;

/* A place in a segment: bytes of the page passed, and of the text they make. */
typedef struct spot {
    size_t page, text;
} spot;

struct ngi_evidence {
    ng_slice page;
    lxb_html_tree_t *tree;
    lxb_html_tokenizer_token_f next;
    void *next_context;
    const ngi_tags *plain; /* of plain tags */
    segment *segments;
    uint32_t *tags; /* where the names of start tags begin */
    waiting *table;
    size_t segment_count, segment_capacity, tag_count, tag_capacity, table_count, table_capacity;
    bool failed, in_frameset;
    /* for looking up: */
    lxb_html_tokenizer_t *again; /* tokenizes pieces of the page once more */
    ngi_buffer made;             /* the text that it makes */
    ng_slice wanted_name;        /* the attribute it is to find */
    ng_slice found_value;
    uint32_t *chain; /* the segments of node `chain_node`, in order */
    size_t chain_count, chain_capacity;
    uint32_t chain_node;
    uint32_t last_segment; /* 1 + the segment walked last, and how far */
    spot last_spot;
};

static bool grow(ngi_evidence *e, void *array, size_t *capacity, size_t want, size_t size)
{
    bool grown = ngi_grow(array, capacity, want, size);
    e->failed |= !grown;
    return grown;
}

/* ---- references, by tokenizing them again ---- */

static lxb_html_token_t *on_text(lxb_html_tokenizer_t *tokenizer, lxb_html_token_t *token,
                                 void *context)
{
    ngi_evidence *e = context;
    (void)tokenizer;
    if (token->tag_id == LXB_TAG__TEXT)
        ngi_buffer_add(&e->made, ngi_slice((const char *)token->text_start,
                                           (size_t)(token->text_end - token->text_start)));
    return token;
}

/* The text that a piece of the page makes by itself. */
static ng_slice text_of(ngi_evidence *e, ng_slice piece)
{
    lxb_html_tokenizer_t *t = e->again;
    ngi_buffer_clear(&e->made);
    lxb_html_tokenizer_clean(t);
    lxb_html_tokenizer_callback_token_done_set(t, on_text, e);
    if (!ngi_guard_room(t, piece.len) || lxb_html_tokenizer_begin(t) != LXB_STATUS_OK ||
        lxb_html_tokenizer_chunk(t, (const lxb_char_t *)piece.ptr, piece.len) != LXB_STATUS_OK ||
        lxb_html_tokenizer_end(t) != LXB_STATUS_OK || e->made.failed)
        return piece;
    return ngi_buffer_slice(&e->made);
}

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* What may be a reference at the start of `s`, which begins with '&'. */
static ng_slice reference_at(ng_slice s)
{
    size_t i = 1;
    i += i < s.len && s.ptr[i] == '#';
    while (i < s.len && is_alnum(s.ptr[i]))
        i++;
    i += i < s.len && s.ptr[i] == ';';
    return ngi_slice_sub(s, 0, i);
}

/* Passes '&': a reference, or only the character. Behind a reference the rest of the piece
 * is text as it is, so what both ends share is that rest. */
static spot pass_reference(ngi_evidence *e, ng_slice rest)
{
    ng_slice piece = reference_at(rest), text = text_of(e, piece);
    size_t same = 0;
    if (ngi_equal(piece, text))
        return (spot){1, 1};
    while (same + 1 < text.len && same + 1 < piece.len &&
           piece.ptr[piece.len - 1 - same] == text.ptr[text.len - 1 - same])
        same++;
    return (spot){piece.len - same, text.len - same};
}

/* ---- walking a segment ---- */

/* Passes one item at the start of `rest`: bytes that stand for themselves, at most `most`
 * of them, or something that is not its own text. */
static spot pass_item(ngi_evidence *e, ng_slice rest, uint32_t flags, size_t most)
{
    size_t i = 0;
    while (i < rest.len && i < most && rest.ptr[i] != '&' && rest.ptr[i] != '\r' &&
           rest.ptr[i] != '\0' && rest.ptr[i] != '<')
        i++;
    if (i != 0 || rest.len == 0)
        return (spot){i, i};
    switch (*rest.ptr) {
    case '\r': return (spot){rest.len > 1 && rest.ptr[1] == '\n' ? 2 : 1, 1};
    case '\0': return (spot){1, flags & NUL_DROPPED ? 0 : 3};
    case '<': /* "</>" is nothing at all */
        return ngi_starts(rest, NGI_LIT("</>")) && !(flags & (RAW | RCDATA)) ? (spot){3, 0}
                                                                             : (spot){1, 1};
    case '&': return flags & RAW ? (spot){1, 1} : pass_reference(e, rest);
    default: return (spot){1, 1}; /* `most` was 0 */
    }
}

/* Walks on from `at` while the text stays short of `want`. before: where the item that
 * passes `want` began. */
static spot walk(ngi_evidence *e, ng_slice bytes, uint32_t flags, spot at, size_t want,
                 spot *before)
{
    *before = at;
    while (at.page < bytes.len && at.text < want) {
        spot item = pass_item(e, ngi_slice_from(bytes, at.page), flags, want - at.text);
        *before = at;
        at.page += item.page;
        at.text += item.text;
    }
    return at;
}

/* ---- noting segments ---- */

/* The text node that the tree builder would append text to. */
static lxb_dom_node_t *open_text(lxb_html_tree_t *tree)
{
    lxb_html_tree_insertion_position_t where;
    if (tree->open_elements->length == 0)
        return NULL;
    if (!tree->foster_parenting) { /* then only a template is no place by itself */
        lxb_dom_node_t *current = lxb_html_tree_current_node(tree), *last = current->last_child;
        if (current->local_name != LXB_TAG_TEMPLATE)
            return last != NULL && last->local_name == LXB_TAG__TEXT ? last : NULL;
    }
    lxb_dom_node_t *place = lxb_html_tree_appropriate_place_inserting_node(tree, NULL, &where);
    if (place == NULL)
        return NULL;
    lxb_dom_node_t *n =
        where == LXB_HTML_TREE_INSERTION_POSITION_BEFORE ? place->prev : place->last_child;
    return n != NULL && n->local_name == LXB_TAG__TEXT ? n : NULL;
}

/* How the text of a node was tokenized. */
static uint32_t kind_of(const ngi_evidence *e, const lxb_dom_node_t *text, size_t begin)
{
    const lxb_dom_node_t *parent = text->parent;
    if (parent == NULL || parent->ns != LXB_NS_HTML)
        return begin >= 9 && memcmp(e->page.ptr + begin - 9, "<![CDATA[", 9) == 0 ? RAW : 0;
    switch (parent->local_name) {
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_XMP:
    case LXB_TAG_IFRAME:
    case LXB_TAG_NOEMBED:
    case LXB_TAG_NOFRAMES:
    case LXB_TAG_PLAINTEXT: return RAW;
    case LXB_TAG_NOSCRIPT: return e->tree->scripting ? RAW : 0;
    case LXB_TAG_TITLE:
    case LXB_TAG_TEXTAREA: return RCDATA;
    default: return 0;
    }
}

/* Notes that the token [begin, end), of `length` bytes of text, was taken. */
static void note(ngi_evidence *e, uint32_t begin, uint32_t end, size_t length, uint32_t flags)
{
    lxb_dom_node_t *n = open_text(e->tree);
    if (n == NULL)
        return;
    size_t has = lxb_dom_interface_character_data(n)->data.length;
    uint32_t last = (uint32_t)(uintptr_t)n->user;
    size_t had = last == 0 ? 0 : e->segments[last - 1].text_end;
    if (has <= had)
        return; /* nothing was kept */
    if (!(flags & PLAIN))
        flags |= kind_of(e, n, begin);
    if (e->in_frameset)
        return; /* of this text white space was kept, from anywhere in it */
    if (has - had > length)
        had = has - length; /* something went there that was not noted */
    size_t lost = has - had < length ? length - (has - had) : 0; /* always at the start */
    if (lost != 0 && flags & PLAIN) {
        begin += (uint32_t)lost;
    } else if (lost != 0 && !(flags & NUL_DROPPED)) {
        spot before;
        begin += (uint32_t)walk(e, ngi_slice_sub(e->page, begin, end), flags, (spot){0, 0}, lost,
                                &before)
                     .page;
    }
    if (!grow(e, &e->segments, &e->segment_capacity, e->segment_count + 1, sizeof(segment)))
        return;
    e->segments[e->segment_count++] =
        (segment){begin, end, (uint32_t)had, (uint32_t)has, last, flags};
    n->user = (void *)(uintptr_t)e->segment_count;
}

bool ngi_evidence_note(ngi_evidence *e, lxb_dom_node_t *node, ng_slice text)
{
    uint32_t begin = (uint32_t)(text.ptr - e->page.ptr), len = (uint32_t)text.len;
    if (!grow(e, &e->segments, &e->segment_capacity, e->segment_count + 1, sizeof(segment)))
        return false;
    e->segments[e->segment_count++] = (segment){begin, begin + len, 0, len, 0, PLAIN};
    node->user = (void *)(uintptr_t)e->segment_count;
    return true;
}

static bool is_frameset(lxb_html_tree_insertion_mode_f mode)
{
    return mode == lxb_html_tree_insertion_mode_in_frameset ||
           mode == lxb_html_tree_insertion_mode_after_frameset ||
           mode == lxb_html_tree_insertion_mode_after_after_frameset;
}

static lxb_html_token_t *take_text(ngi_evidence *e, lxb_html_tokenizer_t *tokenizer,
                                   lxb_html_token_t *token, uint32_t begin, uint32_t end)
{
    size_t length = (size_t)(token->text_end - token->text_start), nuls = token->null_count;
    lexbor_array_obj_t *list = e->tree->pending_table.text_list;
    size_t waited = e->tree->mode == lxb_html_tree_insertion_mode_in_table_text ? list->length : 0;
    uint32_t flags = 0;
    e->in_frameset = is_frameset(e->tree->mode);
    if (length == end - begin && nuls == 0 &&
        ((const char *)token->text_start == e->page.ptr + begin ||
         memcmp(token->text_start, e->page.ptr + begin, length) == 0))
        flags = PLAIN;
    token = e->next(tokenizer, token, e->next_context);
    if (e->tree->mode != lxb_html_tree_insertion_mode_in_table_text) {
        const lxb_dom_node_t *current =
            e->tree->open_elements->length == 0 ? NULL : lxb_html_tree_current_node(e->tree);
        if (nuls != 0 && (current == NULL || current->ns == LXB_NS_HTML))
            flags |= NUL_DROPPED;
        note(e, begin, end, length, flags);
        return token;
    }
    if (list->length <= waited) /* nothing but NULs */
        return token;
    e->table_count = list->length - 1;
    if (!grow(e, &e->table, &e->table_capacity, list->length, sizeof(waiting)))
        return token;
    e->table[e->table_count++] =
        (waiting){begin, end, (uint32_t)length, flags | (nuls != 0 ? NUL_DROPPED : 0)};
    return token;
}

/* Hands the text that waits in a table over as the tree builder would, but one by one. */
static void hand_over_table_text(ngi_evidence *e)
{
    lxb_html_tree_t *tree = e->tree;
    lexbor_array_obj_t *list = tree->pending_table.text_list;
    bool foster = tree->pending_table.have_non_ws;
    tree->foster_parenting = foster;
    for (size_t i = 0; i < list->length; i++) {
        lexbor_str_t *text = lexbor_array_obj_get(list, i);
        if (foster)
            lxb_html_tree_insertion_mode_in_body_text_append(tree, text);
        else
            tree->status = lxb_html_tree_insert_character_for_data(tree, text, NULL);
        if (i < e->table_count)
            note(e, e->table[i].begin, e->table[i].end, e->table[i].length, e->table[i].flags);
    }
    tree->foster_parenting = false;
    tree->pending_table.have_non_ws = false;
    list->length = 0;
    e->table_count = 0;
}

/* Modes in which all of a text goes to one node, or is not noted. In others leading white
 * space and the rest may get different parents. */
static bool keeps_text_whole(lxb_html_tree_insertion_mode_f mode)
{
    return mode == lxb_html_tree_insertion_mode_in_body ||
           mode == lxb_html_tree_insertion_mode_text ||
           mode == lxb_html_tree_insertion_mode_in_cell ||
           mode == lxb_html_tree_insertion_mode_in_table_text ||
           mode == lxb_html_tree_insertion_mode_in_table ||
           mode == lxb_html_tree_insertion_mode_in_row || is_frameset(mode);
}

static lxb_html_token_t *on_text_token(ngi_evidence *e, lxb_html_tokenizer_t *tokenizer,
                                       lxb_html_token_t *token)
{
    uint32_t begin = (uint32_t)(token->begin - (const lxb_char_t *)e->page.ptr);
    uint32_t end = (uint32_t)(token->end - (const lxb_char_t *)e->page.ptr);
    if (keeps_text_whole(e->tree->mode))
        return take_text(e, tokenizer, token, begin, end);
    lxb_html_token_t space = {0}, rest = *token;
    lxb_html_token_data_split_ws_begin(&rest, &space);
    if (space.text_start == NULL || rest.text_start == rest.text_end)
        return take_text(e, tokenizer, token, begin, end);
    spot before;
    size_t spaces = (size_t)(space.text_end - space.text_start);
    uint32_t middle = begin + (uint32_t)walk(e, ngi_slice_sub(e->page, begin, end), 0, (spot){0, 0},
                                             spaces, &before)
                                  .page;
    space.null_count = 0;
    space.begin = token->begin;
    space.end = (const lxb_char_t *)e->page.ptr + middle;
    if (take_text(e, tokenizer, &space, begin, middle) == NULL)
        return NULL;
    token->begin = space.end;
    token->text_start = rest.text_start;
    return take_text(e, tokenizer, token, middle, end);
}

/* The element that a start tag made: the current node, or its last child where it is void
 * or closed at once. */
static lxb_dom_node_t *made_element(lxb_html_tree_t *tree, lxb_tag_id_t id)
{
    if (tree->open_elements->length == 0)
        return NULL;
    lxb_dom_node_t *n = lxb_html_tree_current_node(tree);
    if (n->local_name == id && n->user == NULL)
        return n;
    lxb_dom_node_t *last = n->last_child;
    if (n->local_name == LXB_TAG_TEMPLATE && n->ns == LXB_NS_HTML)
        last = lxb_html_interface_template(n)->content->node.last_child;
    return last != NULL && last->local_name == id && last->user == NULL ? last : NULL;
}

static lxb_html_token_t *on_token(lxb_html_tokenizer_t *tokenizer, lxb_html_token_t *token,
                                  void *context)
{
    ngi_evidence *e = context;
    if (token->tag_id == LXB_TAG__TEXT)
        return on_text_token(e, tokenizer, token);
    if (e->tree->mode == lxb_html_tree_insertion_mode_in_table_text)
        hand_over_table_text(e);
    if (token->attr_first == NULL || token->type & LXB_HTML_TOKEN_TYPE_CLOSE ||
        (token->attr_first == e->plain->attrs && !e->plain->decoded))
        return e->next(tokenizer, token, e->next_context);
    lxb_tag_id_t id = token->tag_id;
    size_t begin = (size_t)(token->begin - (const lxb_char_t *)e->page.ptr);
    token = e->next(tokenizer, token, e->next_context);
    lxb_dom_node_t *n = made_element(e->tree, id);
    if (n != NULL && grow(e, &e->tags, &e->tag_capacity, e->tag_count + 1, sizeof *e->tags)) {
        e->tags[e->tag_count++] = (uint32_t)begin;
        n->user = (void *)(uintptr_t)e->tag_count;
    }
    return token;
}

/* ---- begin and end ---- */

ngi_evidence *ngi_evidence_new(void)
{
    ngi_evidence *e = calloc(1, sizeof *e);
    if (e == NULL)
        return NULL;
    e->again = lxb_html_tokenizer_create();
    if (lxb_html_tokenizer_init(e->again) != LXB_STATUS_OK) {
        ngi_evidence_free(e);
        return NULL;
    }
    e->again->parse_errors = lexbor_array_obj_destroy(e->again->parse_errors, true);
    lxb_html_tokenizer_keep_duplicate_set(e->again, true);
    return e;
}

void ngi_evidence_free(ngi_evidence *e)
{
    if (e == NULL)
        return;
    lxb_html_tokenizer_destroy(e->again);
    ngi_buffer_free(&e->made);
    free(e->segments);
    free(e->tags);
    free(e->table);
    free(e->chain);
    free(e);
}

void ngi_evidence_begin(ngi_evidence *e, ngi_guard *guard, ng_slice text)
{
    e->page = text;
    e->tree = guard->tree;
    e->plain = &guard->tags;
    e->segment_count = e->tag_count = e->table_count = e->chain_count = 0;
    e->chain_node = UINT32_MAX;
    e->last_segment = 0;
    e->failed = false;
    e->next = guard->build;
    e->next_context = guard->build_context;
    guard->build = on_token;
    guard->build_context = e;
    guard->evidence = e;
}

bool ngi_evidence_end(ngi_evidence *e, ngi_guard *guard)
{
    guard->build = e->next;
    guard->build_context = e->next_context;
    guard->evidence = NULL;
    return !e->failed;
}

/* ---- looking up ---- */

/* The segments of a node, in order. Kept for the next question, mostly about the same one. */
static bool load_chain(ngi_evidence *e, uint32_t node, uint32_t newest)
{
    size_t count = 0;
    if (e->chain_node == node)
        return true;
    for (uint32_t i = newest; i != 0; i = e->segments[i - 1].previous)
        count++;
    if (!grow(e, &e->chain, &e->chain_capacity, count, sizeof *e->chain)) {
        e->failed = false; /* the next question may have better luck */
        return false;
    }
    e->chain_count = count;
    e->chain_node = node;
    for (uint32_t i = newest; i != 0; i = e->segments[i - 1].previous)
        e->chain[--count] = i - 1;
    return true;
}

/* The segment of the chain in which byte `at` of the node's text lies. */
static size_t find_in_chain(const ngi_evidence *e, size_t at)
{
    size_t low = 0, high = e->chain_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (e->segments[e->chain[middle]].text_begin <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Where byte `at` of the text of segment `index` begins in the page (is_end: where the text
 * before it ends). */
static size_t place_in(ngi_evidence *e, uint32_t index, size_t at, bool is_end)
{
    const segment *s = &e->segments[index];
    size_t want = at - s->text_begin;
    if (s->flags & PLAIN)
        return s->begin + want;
    ng_slice bytes = ngi_slice_sub(e->page, s->begin, s->end);
    spot from = {0, 0}, before;
    if (e->last_segment == index + 1 && e->last_spot.text <= want)
        from = e->last_spot;
    spot to = walk(e, bytes, s->flags, from, want, &before);
    bool within = to.text > want; /* one reference made several bytes */
    if (within && !is_end)
        to = before;
    for (spot item; !is_end && !within && to.page < bytes.len; to.page += item.page) {
        item = pass_item(e, ngi_slice_from(bytes, to.page), s->flags, 1);
        if (item.text != 0)
            break; /* what leaves no text before the place is passed */
    }
    e->last_segment = index + 1;
    e->last_spot = within ? before : to;
    return s->begin + to.page;
}

/* The place of a text or value that is not copied. */
static bool lies_in_page(const ngi_evidence *e, ng_slice value, ng_range *out)
{
    uintptr_t at = (uintptr_t)value.ptr - (uintptr_t)e->page.ptr;
    if (value.ptr == NULL || at > e->page.len)
        return false;
    *out = (ng_range){at, at + value.len};
    return true;
}

size_t ngi_tree_locate_run(const ngi_tree *tree, uint32_t node, size_t begin, size_t end,
                           ng_range *out)
{
    ngi_evidence *e = tree->evidence;
    const ngi_node *n = &tree->nodes[node];
    *out = (ng_range){0};
    if (e == NULL || n->tag != NGI_TAG_TEXT || begin >= end || end > n->text.len)
        return begin;
    if (lies_in_page(e, ngi_slice_sub(n->text, begin, end), out))
        return end;
    if (n->evidence == 0 || !load_chain(e, node, n->evidence))
        return begin;
    uint32_t index = e->chain[find_in_chain(e, begin)];
    const segment *s = &e->segments[index];
    if (begin < s->text_begin || begin >= s->text_end)
        return begin;
    size_t last = end < s->text_end ? end : s->text_end;
    out->start = place_in(e, index, begin, false);
    out->end = place_in(e, index, last, true);
    return last;
}

bool ngi_tree_locate(const ngi_tree *tree, uint32_t node, size_t begin, size_t end, ng_range *out)
{
    ng_range all = {0}, run;
    for (size_t at = begin, next; at < end; at = next) {
        next = ngi_tree_locate_run(tree, node, at, end, &run);
        if (next == at) {
            *out = (ng_range){0};
            return false;
        }
        if (at == begin || run.start < all.start)
            all.start = run.start;
        if (run.end > all.end)
            all.end = run.end;
    }
    *out = all;
    return begin < end;
}

/* ---- attributes ---- */

static lxb_html_token_t *on_tag(lxb_html_tokenizer_t *tokenizer, lxb_html_token_t *token,
                                void *context)
{
    ngi_evidence *e = context;
    for (lxb_html_token_attr_t *a = token->attr_first; a != NULL; a = a->next) {
        size_t len = 0;
        const lxb_char_t *name = lxb_html_token_attr_name(a, &len);
        if (name == NULL || !ngi_equal_nocase(ngi_slice((const char *)name, len), e->wanted_name))
            continue;
        if (a->value_begin != NULL) /* else it is bare; of several the first counts */
            e->found_value =
                ngi_slice((const char *)a->value_begin, (size_t)(a->value_end - a->value_begin));
        break;
    }
    tokenizer->status = LXB_STATUS_STOPPED; /* one tag is enough */
    return NULL;
}

bool ngi_tree_locate_attr(const ngi_tree *tree, uint32_t node, ngi_attr_name name, ng_range *out)
{
    enum { MOST_TAG = 256 * 1024 };
    ngi_evidence *e = tree->evidence;
    const ngi_node *n = &tree->nodes[node];
    *out = (ng_range){0};
    if (e == NULL || n->tag == NGI_TAG_TEXT)
        return false;
    if (lies_in_page(e, ngi_attr_value(tree, node, name), out))
        return true;
    if (n->evidence == 0)
        return false;
    size_t begin = e->tags[n->evidence - 1] - 1; /* from '<' */
    ng_slice piece = ngi_slice_sub(e->page, begin, begin + MOST_TAG);
    lxb_html_tokenizer_t *t = e->again;
    e->wanted_name = ngi_slice_of(ngi_attr_name_text(name));
    e->found_value = (ng_slice){0};
    lxb_html_tokenizer_clean(t);
    lxb_html_tokenizer_callback_token_done_set(t, on_tag, e);
    if (ngi_guard_room(t, piece.len) && lxb_html_tokenizer_begin(t) == LXB_STATUS_OK)
        lxb_html_tokenizer_chunk(t, (const lxb_char_t *)piece.ptr, piece.len);
    if (e->found_value.ptr == NULL)
        return false;
    out->start = (uint64_t)(e->found_value.ptr - e->page.ptr);
    out->end = out->start + e->found_value.len;
    return true;
}
