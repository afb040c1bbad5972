/* SPDX-License-Identifier: Apache-2.0 */
/* Reads tags as nearly all are written, in the place of lexbor's tokenizer.
 *
 * lexbor goes through a page character by character, each state a function, and copies what it
 * reads three times: into its buffer, into a token, into the tree. On news pages nine tags of ten
 * are a name and attributes in quotes, and most attributes are none that the tree keeps. So behind
 * each tag a state of our own takes over: it hands on the text up to the next tag and that tag as
 * tokens that point into the page, without what is not kept; only what has references is decoded
 * (references.c). Of all that is not plain (NULs, line ends of old, odd quotes, markup
 * declarations, rare references) nothing is taken: lexbor's own states start where it begins, and
 * the next tag is ours again. A page lies in one piece, so a tag that begins in a slice is read to its
 * end in the next. What comes out is the same, token for token; tests and a fuzz target compare the
 * trees.
 *
 * The tree builder takes an attribute's value as it is, so the values of the tree lie in the
 * page, but for decoded ones. The token's attributes are in use during the call alone, so that one
 * set serves all. */
#include "base/sixteen.h"
#include "parsed/html.h"

/* Classes of bytes within tags and texts. */
enum {
    SPACE = 1,
    NAME_END = 2, /* ends the name of a tag or an attribute */
    ODD = 4,      /* in a name or in a value without quotes: left to lexbor */
    UPPER = 8,
    LETTER = 16,
};

static const uint8_t classes[256] = {
    ['\0'] = ODD,
    ['\t'] = SPACE | NAME_END,
    ['\n'] = SPACE | NAME_END,
    ['\f'] = SPACE | NAME_END,
    ['\r'] = SPACE | NAME_END,
    [' '] = SPACE | NAME_END,
    ['/'] = NAME_END,
    ['>'] = NAME_END,
    ['='] = NAME_END,
    ['"'] = ODD,
    ['\''] = ODD,
    ['<'] = ODD,
    ['`'] = ODD,
    ['&'] = ODD,
#define EACH(low, up) [low] = LETTER, [up] = LETTER | UPPER
    EACH('a', 'A'),
    EACH('b', 'B'),
    EACH('c', 'C'),
    EACH('d', 'D'),
    EACH('e', 'E'),
    EACH('f', 'F'),
    EACH('g', 'G'),
    EACH('h', 'H'),
    EACH('i', 'I'),
    EACH('j', 'J'),
    EACH('k', 'K'),
    EACH('l', 'L'),
    EACH('m', 'M'),
    EACH('n', 'N'),
    EACH('o', 'O'),
    EACH('p', 'P'),
    EACH('q', 'Q'),
    EACH('r', 'R'),
    EACH('s', 'S'),
    EACH('t', 'T'),
    EACH('u', 'U'),
    EACH('v', 'V'),
    EACH('w', 'W'),
    EACH('x', 'X'),
    EACH('y', 'Y'),
    EACH('z', 'Z'),
#undef EACH
};

/* ---- names ---- */

enum { LONGEST_KEPT = 16 }; /* no shorter than any attribute that is kept */

static size_t slot_of(const char *name, size_t len)
{
    return (len * 5 + (unsigned char)name[0] * 3u + (unsigned char)name[len - 1] * 7u +
            (unsigned char)name[len / 2]) %
           NGI_TAGS_NAMES;
}

void ngi_tags_init(ngi_tags *t)
{
    memset(t->names, NGI_ATTR_COUNT, sizeof t->names);
    for (unsigned i = 0; i < NGI_ATTR_COUNT; i++) {
        ng_slice name = ngi_slice_of(ngi_attr_name_text((ngi_attr_name)i));
        size_t slot = slot_of(name.ptr, name.len);
        while (t->names[slot] != NGI_ATTR_COUNT)
            slot = (slot + 1) % NGI_TAGS_NAMES;
        t->names[slot] = (uint8_t)i;
        t->spelled[i] = ngi_sixteen_of(name.ptr, name.len);
    }
}

void ngi_tags_begin(ngi_tags *t)
{
    memset(t->known, 0, sizeof t->known);
}

/* The kept attribute of a name that may have capitals, or NGI_ATTR_COUNT. */
static unsigned kept_name(const ngi_tags *t, const lxb_char_t *name, size_t len, bool capitals)
{
    char low[LONGEST_KEPT];
    const char *s = (const char *)name;
    if (len > LONGEST_KEPT)
        return NGI_ATTR_COUNT;
    if (capitals) {
        for (size_t i = 0; i < len; i++)
            low[i] = (char)(classes[name[i]] & UPPER ? name[i] + 32 : name[i]);
        s = low;
    }
    size_t slot = slot_of(s, len);
    if (t->names[slot] == NGI_ATTR_COUNT)
        return NGI_ATTR_COUNT;
    ngi_sixteen spelled = ngi_sixteen_of(s, len);
    for (; t->names[slot] != NGI_ATTR_COUNT; slot = (slot + 1) % NGI_TAGS_NAMES)
        if (ngi_bits_of((ngi_sixteen)(spelled == t->spelled[t->names[slot]])) == 0xFFFF)
            return t->names[slot];
    return NGI_ATTR_COUNT;
}

/* lexbor's id of an element's name; those of HTML are kept by their bytes. LXB_TAG__UNDEF: it
 * has not seen this name yet. */
static lxb_tag_id_t tag_of(ngi_tags *t, lexbor_hash_t *tags, const lxb_char_t *name, size_t len,
                           uint64_t bytes)
{
    if (len > sizeof bytes)
        return lxb_tag_id_by_name(tags, name, len);
    size_t slot = (size_t)((bytes * UINT64_C(0x9E3779B97F4A7C15)) >> 56) % NGI_TAGS_SLOTS;
    if (t->slots[slot].bytes == bytes)
        return t->slots[slot].id;
    lxb_tag_id_t id = lxb_tag_id_by_name(tags, name, len);
    if (id != LXB_TAG__UNDEF && id < LXB_TAG__LAST_ENTRY) {
        t->slots[slot].bytes = bytes;
        t->slots[slot].id = id;
    }
    return id;
}

/* ---- looking ahead ---- */

/* The first of [p, end) that is no plain text, or end; `stop` ends it. */
static const lxb_char_t *pass_plain(const lxb_char_t *p, const lxb_char_t *end, lxb_char_t stop)
{
    for (; end - p >= 16; p += 16) {
        ngi_sixteen v = ngi_sixteen_at(p);
        uint32_t bits = ngi_bits_of(ngi_is_each(v, stop) | ngi_is_each(v, '&') |
                                    ngi_is_each(v, '\r') | ngi_is_each(v, '\0'));
        if (bits != 0)
            return p + ngi_first_bit(bits);
    }
    while (p < end && *p != stop && *p != '&' && *p != '\r' && *p != '\0')
        p++;
    return p;
}

/* The first `stop` of [p, end), or end. */
static const lxb_char_t *pass_any(const lxb_char_t *p, const lxb_char_t *end, lxb_char_t stop)
{
    for (; end - p >= 16; p += 16) {
        uint32_t bits = ngi_bits_of(ngi_is_each(ngi_sixteen_at(p), stop));
        if (bits != 0)
            return p + ngi_first_bit(bits);
    }
    while (p < end && *p != stop)
        p++;
    return p;
}

/* Behind a comment that begins at p ("<!--"), or NULL where it does not end before `end`. */
static const lxb_char_t *pass_comment(const lxb_char_t *p, const lxb_char_t *end)
{
    ng_slice s = {(const char *)p, (size_t)(end - p)};
    if (!ngi_starts(s, NGI_LIT("<!--")))
        return NULL;
    s = ngi_slice_from(s, 4);
    if (ngi_starts(s, NGI_LIT(">")) || ngi_starts(s, NGI_LIT("->")))
        return NULL;
    for (const char *last = s.ptr + s.len, *at = s.ptr;
         (at = memchr(at, '-', (size_t)(last - at))) != NULL; at++) {
        ng_slice rest = {at, (size_t)(last - at)};
        if (ngi_starts(rest, NGI_LIT("-->")))
            return (const lxb_char_t *)at + 3;
        if (ngi_starts(rest, NGI_LIT("--!")))
            return NULL;
    }
    return NULL;
}

/* ---- tags ---- */

typedef struct scan {
    ngi_tags *tags;
    lxb_html_tokenizer_t *tokenizer;
    const lxb_char_t *at, *end;
    uint64_t seen; /* attributes that the tag has: of two of a name the first counts */
    size_t count;
    lxb_html_tree_t *tree;
} scan;

/* The value of an attribute: its place in the page, and what it stands for. */
typedef struct value {
    const lxb_char_t *begin, *last, *text;
    size_t len;
} value;

static void pass_space(scan *s)
{
    while (s->at < s->end && classes[*s->at] & SPACE)
        s->at++;
}

/* The same where references may stand in it. *references: whether one may. */
static const lxb_char_t *pass_referring(const lxb_char_t *p, const lxb_char_t *end, lxb_char_t stop,
                                        bool *references)
{
    while ((p = pass_plain(p, end, stop)) < end && *p == '&') {
        *references = true;
        p++;
    }
    return p;
}

/* Decodes a value into memory of the page's. */
static bool decode_value(scan *s, value *v)
{
    ng_slice raw = {(const char *)v->begin, (size_t)(v->last - v->begin)};
    lexbor_mraw_t *memory = s->tree->document->dom_document.text;
    char *text = lexbor_mraw_alloc(memory, raw.len + 1);
    size_t len = text == NULL ? NGI_NONE : ngi_references_decode(raw, true, text);
    if (len == NGI_NONE)
        return false;
    text[len] = '\0';
    v->text = (const lxb_char_t *)text;
    v->len = len;
    s->tags->decoded = true;
    return true;
}

/* Finds a value and passes it. False where it is not plain; those of attributes that are not
 * `wanted` may hold anything. */
static bool pass_value(scan *s, bool wanted, value *v)
{
    bool references = false;
    if (s->at == s->end)
        return false;
    lxb_char_t quote = *s->at;
    if (quote == '"' || quote == '\'') {
        v->begin = v->text = ++s->at;
        s->at = wanted ? pass_referring(s->at, s->end, quote, &references)
                       : pass_any(s->at, s->end, quote);
        if (s->at == s->end || *s->at != quote)
            return false;
        v->last = s->at++;
        v->len = (size_t)(v->last - v->begin);
        return !references || decode_value(s, v);
    }
    v->begin = v->text = s->at;
    while (s->at < s->end && *s->at != '>' && !(classes[*s->at] & (SPACE | ODD)) && *s->at != '=')
        s->at++;
    v->last = s->at;
    v->len = (size_t)(v->last - v->begin);
    return s->at < s->end && *s->at != '=' && !(classes[*s->at] & ODD) && v->len != 0;
}

static bool add_attr(scan *s, unsigned name, const lxb_char_t *from, size_t len, const value *v)
{
    ngi_tags *t = s->tags;
    lxb_html_token_t *token = s->tokenizer->token;
    if (t->known[name] == NULL)
        t->known[name] = lxb_dom_attr_data_by_local_name(s->tokenizer->attrs, from, len);
    if (t->known[name] == NULL)
        return false; /* the page's first one: lexbor makes its entry */
    t->kept[s->count] = (uint8_t)name;
    lxb_html_token_attr_t *a = &t->attrs[s->count++];
    *a = (lxb_html_token_attr_t){.name_begin = from,
                                 .name_end = from + len,
                                 .value_begin = v->begin,
                                 .value_end = v->last,
                                 .name = t->known[name],
                                 .value = (lxb_char_t *)(uintptr_t)v->text,
                                 .value_size = v->len,
                                 .prev = token->attr_last};
    if (token->attr_last != NULL)
        token->attr_last->next = a;
    else
        token->attr_first = a;
    token->attr_last = a;
    return true;
}

/* Passes the name of an attribute; what it holds is joined. Most end within sixteen bytes. */
static uint8_t pass_name(scan *s)
{
    uint8_t all = 0;
    while (s->end - s->at >= 16) {
        ngi_sixteen v = ngi_sixteen_at(s->at);
        uint32_t ends = ngi_bits_of(ngi_is_between(v, 0, ' ') | ngi_is_each(v, '=') |
                                    ngi_is_each(v, '>') | ngi_is_each(v, '/'));
        uint32_t before = ends == 0 ? 0xFFFF : (ends & -ends) - 1;
        uint32_t odd = ngi_bits_of(ngi_is_each(v, '"') | ngi_is_each(v, '\'') |
                                   ngi_is_each(v, '<') | ngi_is_each(v, '`') | ngi_is_each(v, '&'));
        all |= (odd & before) != 0 ? ODD : 0;
        all |= (ngi_bits_of(ngi_is_between(v, 'A', 'Z')) & before) != 0 ? UPPER : 0;
        s->at += ends == 0 ? 16 : ngi_first_bit(ends);
        if (ends != 0)
            return classes[*s->at] & NAME_END ? all : all | ODD; /* a control */
    }
    for (uint8_t c; s->at < s->end && !((c = classes[*s->at]) & NAME_END); s->at++)
        all |= c;
    return all;
}

static bool pass_attr(scan *s)
{
    const lxb_char_t *name = s->at;
    value v = {0};
    uint8_t all = pass_name(s);
    size_t len = (size_t)(s->at - name);
    if (len == 0 || all & ODD)
        return false;
    unsigned kept = kept_name(s->tags, name, len, (all & UPPER) != 0);
    bool wanted = kept != NGI_ATTR_COUNT && !(s->seen >> kept & 1);
    pass_space(s);
    if (s->at < s->end && *s->at == '=') {
        s->at++;
        pass_space(s);
        if (!pass_value(s, wanted, &v))
            return false;
    }
    if (!wanted)
        return true;
    s->seen |= UINT64_C(1) << kept;
    return add_attr(s, kept, name, len, &v);
}

/* Reads the tag whose name begins at s->at into the tokenizer's token and passes it. False
 * where it is not plain. */
static bool pass_tag(scan *s, bool closes)
{
    lxb_html_token_t *token = s->tokenizer->token;
    const lxb_char_t *name = s->at;
    uint8_t all = 0;
    uint64_t bytes = 0; /* the last eight */
    for (uint8_t c; s->at < s->end && !((c = classes[*s->at]) & NAME_END); s->at++) {
        all |= c;
        bytes = bytes << 8 | *s->at;
    }
    if (s->at == s->end || all & ODD || *s->at == '=')
        return false;
    token->begin = name;
    token->tag_id = tag_of(s->tags, s->tokenizer->tags, name, (size_t)(s->at - name), bytes);
    if (token->tag_id == LXB_TAG__UNDEF || token->tag_id == LXB_TAG_FONT)
        return false; /* all attributes of font are looked at */
    for (;;) {
        pass_space(s);
        if (s->at == s->end)
            return false;
        if (*s->at == '>')
            break;
        if (closes)
            return false;
        if (*s->at == '/') {
            if (++s->at == s->end || *s->at != '>')
                return false;
            token->type |= LXB_HTML_TOKEN_TYPE_CLOSE_SELF;
            break;
        }
        if (!pass_attr(s))
            return false;
    }
    token->type |= closes ? LXB_HTML_TOKEN_TYPE_CLOSE : 0;
    token->end = s->at++;
    return true;
}

/* ---- the state ---- */

/* Hands the token on, as the tokenizer does. */
static bool hand_on(lxb_html_tokenizer_t *tokenizer)
{
    tokenizer->token =
        tokenizer->callback_token_done(tokenizer, tokenizer->token, tokenizer->callback_token_ctx);
    if (tokenizer->token == NULL) {
        if (tokenizer->status == LXB_STATUS_OK)
            tokenizer->status = LXB_STATUS_ERROR;
        return false;
    }
    lxb_html_token_clean(tokenizer->token);
    return true;
}

/* The text [begin, end) of the page, which stands for `text`. */
static bool hand_on_text(lxb_html_tokenizer_t *tokenizer, const lxb_char_t *begin,
                         const lxb_char_t *end, ng_slice text)
{
    lxb_html_token_t *token = tokenizer->token;
    if (begin == end)
        return true;
    token->tag_id = LXB_TAG__TEXT;
    token->begin = begin;
    token->end = end;
    token->text_start = (const lxb_char_t *)text.ptr;
    token->text_end = token->text_start + text.len;
    return hand_on(tokenizer);
}

bool ngi_tags_hand_on(lxb_html_tokenizer_t *tokenizer, ng_slice text)
{
    const lxb_char_t *begin = (const lxb_char_t *)text.ptr;
    return hand_on_text(tokenizer, begin, begin + text.len, text);
}

/* Decodes a text into the buffer of lexbor's tokenizer, which is free between its tokens and has
 * room for all of the page. */
static bool decode_text(lxb_html_tokenizer_t *tokenizer, ng_slice *text)
{
    char *out = (char *)tokenizer->start;
    size_t len = ngi_references_decode(*text, false, out);
    if (len == NGI_NONE)
        return false;
    *text = ngi_slice(out, len);
    return true;
}

static bool is_letter(const lxb_char_t *p, const lxb_char_t *end)
{
    return p < end && (classes[*p] & LETTER) != 0;
}

/* A state of the tokenizer: waits for the slice that holds what was read ahead of. */
static const lxb_char_t *catch_up(lxb_html_tokenizer_t *tokenizer, const lxb_char_t *data,
                                  const lxb_char_t *end)
{
    const ngi_tags *t = &((ngi_guard *)tokenizer->callback_token_ctx)->tags;
    if (!tokenizer->is_eof && t->read_to >= end)
        return end;
    tokenizer->state = t->resume;
    return tokenizer->is_eof ? data : t->read_to;
}

/* Reads plain text and tags from `data` on, those that begin before `end`. Returns where it
 * stopped, NULL on failure. */
static const lxb_char_t *pass_all(lxb_html_tokenizer_t *tokenizer, const lxb_char_t *data,
                                  const lxb_char_t *end)
{
    ngi_guard *guard = tokenizer->callback_token_ctx;
    const lxb_char_t *last = guard->lean.page_end;
    while (tokenizer->state == ngi_tags_state && data < end) {
        bool references = false;
        const lxb_char_t *tag = pass_referring(data, last, '<', &references), *behind;
        ng_slice text = {(const char *)data, (size_t)(tag - data)};
        if (tag == last || *tag != '<' || (references && !decode_text(tokenizer, &text)))
            break;
        bool closes = tag + 1 < last && tag[1] == '/';
        if (!is_letter(tag + 1 + closes, last)) {
            behind = pass_comment(tag, last);
            if (behind == NULL)
                break;
            if (!hand_on_text(tokenizer, data, tag, text))
                return NULL;
            data = behind;
            continue;
        }
        if (!hand_on_text(tokenizer, data, tag, text))
            return NULL;
        scan s = {.tags = &guard->tags,
                  .tokenizer = tokenizer,
                  .tree = guard->tree,
                  .at = tag + 1 + closes,
                  .end = last};
        guard->tags.decoded = false;
        data = tag;
        if (!pass_tag(&s, closes)) {
            lxb_html_token_clean(tokenizer->token);
            break;
        }
        data = s.at;
        if (!hand_on(tokenizer))
            return NULL;
    }
    return data;
}

const lxb_char_t *ngi_tags_state(lxb_html_tokenizer_t *tokenizer, const lxb_char_t *data,
                                 const lxb_char_t *end)
{
    ngi_tags *t = &((ngi_guard *)tokenizer->callback_token_ctx)->tags;
    const lxb_char_t *at = tokenizer->is_eof ? data : pass_all(tokenizer, data, end);
    if (at == NULL)
        return end;
    if (tokenizer->state == ngi_tags_state && (at < end || tokenizer->is_eof))
        tokenizer->state = lxb_html_tokenizer_state_data_before;
    if (at <= end)
        return at;
    t->read_to = at;
    t->resume = tokenizer->state;
    tokenizer->state = catch_up;
    return end;
}
