/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies as data scripts hold them: see databody.h.
 *
 * Three forms: a string of HTML or plain lines; an array whose elements are blocks, each
 * with its kind and text ({"type": "text", "content": "..."}); a tree of rich text whose
 * leaves carry pieces of a sentence ({"nodeType": "paragraph", "content": [{"value":
 * "..."}]}). An element is a block when it stands in the body's array or in a container;
 * what lies below a block is joined. */
#include "stories/meta/databody.h"

#include "base/utf8.h"
#include "parsed/fragment.h"

enum { MAX_NESTING = 24, MAX_PARTS = 5000 };

typedef struct bodying {
    ngi_arena *arena;
    const ngi_json_text *text; /* NULL: no places */
    uint32_t node;
    ngi_data_story *out;
    size_t room;
    char *joined; /* the text of a block under way */
    size_t joined_len, joined_room;
} bodying;

uint32_t ngi_databody_words(ng_slice text)
{
    uint32_t words = 0, wide = 0;
    bool in = false;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = ngi_utf8_next(text, &i);
        bool cjk = ngi_is_cjk(c), word = !cjk && ngi_is_word(c);
        words += word && !in;
        wide += cjk;
        in = word;
    }
    return words + wide / 2;
}

static bool add_part(bodying *b, ng_slice text, ngi_part_type type, int level, ngi_place place)
{
    ngi_data_story *out = b->out;
    if (text.len == 0 || out->part_count >= MAX_PARTS)
        return true;
    if (!ngi_arena_grow(b->arena, &out->parts, &b->room, out->part_count + 1u, sizeof *out->parts))
        return false;
    out->parts[out->part_count++] = (ngi_part){.text = {.text = text, .place = place},
                                               .type = (uint8_t)type, .level = (uint8_t)level};
    if (type != NGI_PART_CAPTION)
        out->words += ngi_databody_words(text);
    return true;
}

/* ---- strings ---- */

static ngi_part_type type_of_tag(uint8_t tag, int *level)
{
    *level = 0;
    if (tag >= NGI_TAG_H1 && tag <= NGI_TAG_H6) {
        *level = tag - NGI_TAG_H1 + 1;
        return NGI_PART_HEADING;
    }
    if (tag == NGI_TAG_LI)
        *level = 1;
    return tag == NGI_TAG_LI           ? NGI_PART_LIST_ITEM
           : tag == NGI_TAG_BLOCKQUOTE ? NGI_PART_QUOTE
           : tag == NGI_TAG_FIGCAPTION ? NGI_PART_CAPTION
           : tag == NGI_TAG_TD         ? NGI_PART_TABLE
           : tag == NGI_TAG_PRE        ? NGI_PART_CODE
                                       : NGI_PART_PARAGRAPH;
}

/* Whether each line of a text is a paragraph: it has line breaks, but neither empty lines
 * nor markup of its own. */
static bool breaks_at_lines(ng_slice s)
{
    return ngi_find(s, NGI_LIT("\n\n")) == NGI_NONE && ngi_find(s, NGI_LIT("\n\r\n")) == NGI_NONE &&
           ngi_find_nocase(s, NGI_LIT("<p")) == NGI_NONE &&
           ngi_find_nocase(s, NGI_LIT("<br")) == NGI_NONE;
}

/* Markup that was escaped once more than it should be. */
static ng_slice unescaped(ngi_arena *arena, ng_slice s)
{
    if (ngi_find_char(s, '<') != NGI_NONE || ngi_find(s, NGI_LIT("&lt;p")) == NGI_NONE)
        return s;
    char *out = ngi_arena_chars(arena, s.len);
    size_t used = 0;
    for (size_t i = 0; out != NULL && i < s.len;) {
        ng_slice rest = ngi_slice_from(s, i);
        bool less = ngi_starts(rest, NGI_LIT("&lt;")), more = ngi_starts(rest, NGI_LIT("&gt;"));
        out[used++] = less ? '<' : more ? '>' : s.ptr[i];
        i += less || more ? 4 : 1;
    }
    return (ng_slice){out, used};
}

/* "Read also: <a>...</a>", and the label of an advertisement. */
static bool is_aside(const ngi_fragment *piece)
{
    static const char *const labels[] = {"advertisement", "anzeige", "werbung", "publicidad",
                                         "publicité", "pubblicità", "reklame", "annons",
                                         "publicidade", "iklan", "реклама", "広告"};
    if (piece->link_bytes * 10 > piece->text.len * 6 && ngi_databody_words(piece->text) < 40)
        return true;
    for (size_t i = 0; i < NGI_COUNT(labels); i++)
        if (ngi_equal_nocase(piece->text, ngi_slice_of(labels[i])))
            return true;
    return false;
}

/* A string as blocks of its own. own: the kind that the element around it has. */
static bool add_string(bodying *b, ng_slice string, const ngi_json *value, int own_type,
                       int own_level)
{
    ngi_fragment *pieces;
    uint32_t count;
    ng_slice source = unescaped(b->arena, string);
    ngi_json_trace trace = {0};
    if (value != NULL && b->text != NULL && source.ptr == string.ptr)
        trace = ngi_json_trace_of(b->text, value);
    if (!ngi_fragment_cut(b->arena, source, breaks_at_lines(source), &pieces, &count))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if (is_aside(&pieces[i]))
            continue;
        int level = own_level;
        ngi_part_type type = own_type >= 0 ? (ngi_part_type)own_type
                                           : type_of_tag(pieces[i].tag, &level);
        ngi_place place = {0};
        if (trace.text != NULL && b->node != 0) {
            place = (ngi_place){.first = b->node, .last = b->node, .kind = NGI_PLACE_SCRIPT};
            place.begin = ngi_json_trace_to(&trace, pieces[i].begin);
            place.end = ngi_json_trace_to(&trace, pieces[i].end);
        }
        if (!add_part(b, pieces[i].text, type, level, place))
            return false;
    }
    return true;
}

/* ---- elements ---- */

/* What an element is, by its "type" in whatever spelling. */
typedef enum element_kind {
    ELEMENT_UNKNOWN,
    ELEMENT_TEXT,
    ELEMENT_HEADING,
    ELEMENT_QUOTE,
    ELEMENT_LIST,
    ELEMENT_ITEM,
    ELEMENT_CONTAINER,
    ELEMENT_NOT, /* pictures, links to other stories, advertisements */
} element_kind;

static ng_slice type_name(const ngi_json *e)
{
    static const char *const keys[] = {"type", "nodeType", "_type", "__typename", "kind",
                                       "tag", "tagName", "component", "style"};
    for (size_t i = 0; i < NGI_COUNT(keys); i++) {
        ng_slice s = ngi_json_string(ngi_json_get(e, keys[i]));
        if (s.len != 0 && !ngi_equal(s, NGI_LIT("block")))
            return s;
    }
    return (ng_slice){0};
}

static bool is_heading(ng_slice type)
{
    return ngi_find_nocase(type, NGI_LIT("head")) != NGI_NONE ||
           ngi_find_nocase(type, NGI_LIT("subhead")) != NGI_NONE ||
           ngi_find_nocase(type, NGI_LIT("crosshead")) != NGI_NONE ||
           (type.len == 2 && (*type.ptr | 32) == 'h' && type.ptr[1] >= '1' && type.ptr[1] <= '6');
}

static element_kind kind_of(const ngi_json *e)
{
    static const struct {
        const char *part;
        element_kind kind;
    } parts[] = {
        {"image", ELEMENT_NOT},      {"video", ELEMENT_NOT},    {"gallery", ELEMENT_NOT},
        {"interstitial", ELEMENT_NOT}, {"oembed", ELEMENT_NOT}, {"newsletter", ELEMENT_NOT},
        {"related", ELEMENT_NOT},    {"advert", ELEMENT_NOT},   {"photo", ELEMENT_NOT},
        {"picture", ELEMENT_NOT},    {"link_list", ELEMENT_NOT}, {"promo", ELEMENT_NOT},
        {"audio", ELEMENT_NOT},      {"divider", ELEMENT_NOT},  {"teaser", ELEMENT_NOT},
        {"social", ELEMENT_NOT},     {"iframe", ELEMENT_NOT},   {"script", ELEMENT_NOT},
        {"listitem", ELEMENT_ITEM},  {"list-item", ELEMENT_ITEM}, {"list_item", ELEMENT_ITEM},
        {"list", ELEMENT_LIST},      {"quote", ELEMENT_QUOTE},  {"document", ELEMENT_CONTAINER},
        {"root", ELEMENT_CONTAINER}, {"section", ELEMENT_CONTAINER}, {"group", ELEMENT_CONTAINER},
        {"paragraph", ELEMENT_TEXT}, {"text", ELEMENT_TEXT},    {"html", ELEMENT_TEXT},
    };
    ng_slice type = type_name(e);
    ng_slice style = ngi_json_string(ngi_json_get(e, "style"));
    if (is_heading(type) || is_heading(style))
        return ELEMENT_HEADING;
    if (ngi_equal(type, NGI_LIT("doc")) || ngi_equal(type, NGI_LIT("ul")) ||
        ngi_equal(type, NGI_LIT("ol")))
        return ngi_equal(type, NGI_LIT("doc")) ? ELEMENT_CONTAINER : ELEMENT_LIST;
    if (ngi_equal(type, NGI_LIT("li")))
        return ELEMENT_ITEM;
    for (size_t i = 0; i < NGI_COUNT(parts) && type.len != 0; i++)
        if (ngi_find_nocase(type, ngi_slice_of(parts[i].part)) != NGI_NONE)
            return parts[i].kind;
    return ELEMENT_UNKNOWN;
}

static int level_of(const ngi_json *e)
{
    int64_t level;
    ng_slice type = type_name(e);
    if (ngi_json_number(ngi_json_get(e, "level"), &level) && level >= 1 && level <= 6)
        return (int)level;
    char last = type.len == 0 ? '2' : type.ptr[type.len - 1];
    return last >= '1' && last <= '6' ? last - '0' : 2;
}

/* The text or the children of an element. */
static const ngi_json *inside(const ngi_json *e)
{
    static const char *const keys[] = {"content", "text", "html", "value", "children", "body",
                                       "items", "content_elements", "elements", "data", "copy",
                                       "bodyHtml", "paragraphs", "nodes"};
    for (size_t i = 0; i < NGI_COUNT(keys); i++) {
        const ngi_json *v = ngi_json_get(e, keys[i]);
        if (ngi_json_string(v).len != 0 || ngi_json_size(v) != 0)
            return v;
    }
    return NULL;
}

/* Joins the pieces of a sentence below `v`. */
static bool join(bodying *b, const ngi_json *v, int depth)
{
    ng_slice s = ngi_json_string(v);
    if (s.len != 0) {
        if (!ngi_arena_grow(b->arena, &b->joined, &b->joined_room, b->joined_len + s.len, 1))
            return false;
        memcpy(b->joined + b->joined_len, s.ptr, s.len);
        b->joined_len += s.len;
        return true;
    }
    if (depth >= MAX_NESTING)
        return true;
    for (ngi_json_walk w = ngi_json_each(v); ngi_json_step(&w);) {
        const ngi_json *next = ngi_json_is_object(w.value) ? inside(w.value) : w.value;
        if (ngi_json_is_object(w.value) && kind_of(w.value) == ELEMENT_NOT)
            continue;
        if (next != NULL && next != v && !join(b, next, depth + 1))
            return false;
    }
    return true;
}

/* Whether children are blocks of their own rather than pieces of one. */
static bool holds_blocks(const ngi_json *children)
{
    for (ngi_json_walk w = ngi_json_each(children); ngi_json_step(&w);) {
        element_kind kind = kind_of(w.value);
        const ngi_json *in = ngi_json_is_object(w.value) ? inside(w.value) : NULL;
        if (kind == ELEMENT_HEADING || kind == ELEMENT_ITEM || kind == ELEMENT_LIST ||
            kind == ELEMENT_CONTAINER)
            return true;
        if (ngi_json_is_array(in) && ngi_find_nocase(type_name(w.value), NGI_LIT("paragraph")) !=
                                         NGI_NONE)
            return true;
    }
    return false;
}

static bool add_elements(bodying *b, const ngi_json *list, int own_type, int depth);

static bool add_element(bodying *b, const ngi_json *e, int own_type, int depth)
{
    if (ngi_json_is_string(e))
        return add_string(b, ngi_json_string(e), e, own_type, 1);
    if (depth >= MAX_NESTING)
        return true;
    if (ngi_json_is_array(e))
        return add_elements(b, e, own_type, depth + 1);
    if (!ngi_json_is_object(e))
        return true;
    element_kind kind = kind_of(e);
    const ngi_json *in = inside(e);
    if (kind == ELEMENT_NOT || in == NULL)
        return true;
    int type = kind == ELEMENT_HEADING ? NGI_PART_HEADING
               : kind == ELEMENT_QUOTE ? NGI_PART_QUOTE
               : kind == ELEMENT_ITEM || kind == ELEMENT_LIST ? NGI_PART_LIST_ITEM
                                                              : own_type;
    int level = kind == ELEMENT_HEADING ? level_of(e) : 1;
    if (ngi_json_is_string(in))
        return add_string(b, ngi_json_string(in), in, type, level);
    if (ngi_json_is_object(in))
        return add_element(b, in, type, depth + 1);
    if (kind == ELEMENT_LIST || kind == ELEMENT_CONTAINER || holds_blocks(in))
        return add_elements(b, in, type, depth + 1);
    b->joined_len = 0;
    if (!join(b, in, depth + 1))
        return false;
    ng_slice text = ngi_arena_copy(b->arena, ngi_fragment_text(b->arena,
                                                ngi_slice(b->joined, b->joined_len)));
    return add_part(b, text, type >= 0 ? (ngi_part_type)type : NGI_PART_PARAGRAPH, level,
                    (ngi_place){0});
}

static bool add_elements(bodying *b, const ngi_json *list, int own_type, int depth)
{
    for (ngi_json_walk w = ngi_json_each(list); ngi_json_step(&w);)
        if (!add_element(b, w.value, own_type, depth))
            return false;
    return true;
}

bool ngi_databody_parts(ngi_arena *arena, const ngi_json_text *text, const ngi_json *body,
                        uint32_t node, ngi_data_story *out)
{
    bodying b = {.arena = arena, .text = text, .node = node, .out = out};
    return add_element(&b, body, -1, 0) && !arena->failed;
}

bool ngi_databody_claim(ngi_arena *arena, const ngi_claim *claim, ngi_data_story *out)
{
    bodying b = {
        .arena = arena, .text = claim->body_text, .node = claim->body_script, .out = out};
    return add_string(&b, claim->body, claim->body_value, -1, 0) && !arena->failed;
}
