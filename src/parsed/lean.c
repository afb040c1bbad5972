/* SPDX-License-Identifier: Apache-2.0 */
/* What never reaches the tree: comments, style sheets, drawings, and scripts that hold no
 * data. On news pages that is half of the bytes; not copying it pays for the walk.
 *
 * Scripts are kept where their type or id says that they are data, or where an inline one
 * holds the text of an article: pages of several publishing systems have it nowhere else.
 * Telling that costs a search through all scripts, sixteen bytes at a time.
 *
 * lexbor would go through a script byte by byte, a sixth of all its work. So behind the
 * start tag of one that is dropped a state of our own takes the tokenizer's place: it leaps
 * to the end tag and gives back. Of one that is kept it hands on the text as it stands. Scripts
 * with "<!--" are left to lexbor: in these an end tag may be none (HTML standard, 13.2.5.20 to
 * 31).
 *
 * The tags of frames are dropped: what frames hold is in other files, and what stands there for
 * those who see no frames is this page, as markup and not as the raw text that the standard
 * makes of it.
 *
 * An svg element stays, without content. As in the standard, a tag that is none of svg's
 * (<p>, </div>) ends it, also where its end tag is missing; but not within the elements of
 * svg that may hold HTML. */
#include "base/sixteen.h"
#include "parsed/html.h"

enum script { SCRIPT_DROP, SCRIPT_LOOK, SCRIPT_KEEP };
enum { NEEDLE = 11, PAIR = 6 };

/* ---- scripts ---- */

/* Whether one of the strings that scripts with an article's text hold begins at `p`: articleBody
 * is schema.org's name, content_elements the key of Arc's stories. */
static bool begins_article(const char *p)
{
    return memcmp(p, "articleBody", NEEDLE) == 0 || memcmp(p, "content_ele", NEEDLE) == 0;
}

/* Looks for the bytes "eB" or "t_" at their places in the two. */
static bool holds_article(ng_slice text)
{
    size_t i = 0;
    for (; i + PAIR + 1 + 16 <= text.len; i += 16) {
        ngi_sixteen v = ngi_sixteen_at(text.ptr + i + PAIR);
        ngi_sixteen next = ngi_sixteen_at(text.ptr + i + PAIR + 1);
        uint32_t bits = ngi_bits_of((ngi_is_each(v, 'e') & ngi_is_each(next, 'B')) |
                                    (ngi_is_each(v, 't') & ngi_is_each(next, '_')));
        for (; bits != 0; bits &= bits - 1) {
            size_t at = i + ngi_first_bit(bits);
            if (at + NEEDLE <= text.len && begins_article(text.ptr + at))
                return true;
        }
    }
    for (; i + NEEDLE <= text.len; i++)
        if (begins_article(text.ptr + i))
            return true;
    return false;
}

/* The state that a page's program starts from is assigned at the start of its script. */
static bool is_state(ng_slice text)
{
    static const char *const names[] = {"_STATE__",   "__NUXT__",     "__APOLLO_", "__NEXT_DATA__",
                                        "__INITIAL_", "__PRELOADED_", "__DATA__",  "globalContent"};
    ng_slice start = ngi_slice_sub(text, 0, 256);
    if (ngi_find_char(start, '=') == NGI_NONE)
        return false;
    for (size_t i = 0; i < start.len; i += 16) { /* all begin with "_" or "g" */
        ngi_sixteen v = ngi_sixteen_of(start.ptr + i, start.len - i);
        uint32_t bits = ngi_bits_of(ngi_is_each(v, '_') | ngi_is_each(v, 'g'));
        for (; bits != 0; bits &= bits - 1)
            for (size_t n = 0; n < NGI_COUNT(names); n++)
                if (ngi_starts_with(ngi_slice_from(start, i + ngi_first_bit(bits)), names[n]))
                    return true;
    }
    return false;
}

static ng_slice attr_value(const lxb_html_token_attr_t *a)
{
    return ngi_slice((const char *)a->value, a->value == NULL ? 0 : a->value_size);
}

/* Of two attributes of a name, which lexbor's tokenizer hands on, the first counts. */
static uint8_t judge_script(const lxb_html_token_t *token)
{
    uint8_t wish = SCRIPT_LOOK;
    bool typed = false, named = false;
    for (const lxb_html_token_attr_t *a = token->attr_first; a != NULL; a = a->next) {
        uintptr_t id = a->name == NULL ? LXB_DOM_ATTR__UNDEF : a->name->attr_id;
        if (id == LXB_DOM_ATTR_TYPE && !typed &&
            ngi_find_nocase(attr_value(a), NGI_LIT("json")) != NGI_NONE)
            return SCRIPT_KEEP;
        if (id == LXB_DOM_ATTR_ID && !named && ngi_starts(attr_value(a), NGI_LIT("__N")))
            return SCRIPT_KEEP; /* __NEXT_DATA__, __NUXT_DATA__ */
        if (id == LXB_DOM_ATTR_SRC)
            wish = SCRIPT_DROP;
        typed |= id == LXB_DOM_ATTR_TYPE;
        named |= id == LXB_DOM_ATTR_ID;
    }
    return wish;
}

/* Text within an element whose content is no markup. */
static bool drops_raw_text(const ngi_lean *lean, lxb_html_tree_t *tree,
                           const lxb_html_token_t *token)
{
    if (tree->mode != lxb_html_tree_insertion_mode_text)
        return false;
    lxb_tag_id_t id = lxb_html_tree_current_node(tree)->local_name;
    if (id == LXB_TAG_STYLE)
        return true;
    if (id != LXB_TAG_SCRIPT || lean->script == SCRIPT_KEEP)
        return false;
    ng_slice text = {(const char *)token->text_start,
                     (size_t)(token->text_end - token->text_start)};
    return lean->script == SCRIPT_DROP || (!is_state(text) && !holds_article(text));
}

/* The next "</" or "<!" of a text from `i` on, or the text's end. */
static size_t find_tag(ng_slice s, size_t i)
{
    for (const char *at; i < s.len; i++) {
        at = memchr(s.ptr + i, '<', s.len - i);
        i = at == NULL ? s.len : (size_t)(at - s.ptr);
        if (i + 1 < s.len && (s.ptr[i + 1] == '/' || s.ptr[i + 1] == '!'))
            return i;
    }
    return s.len;
}

/* Where the end tag of a script or style begins, or the end of the page. *escapes: whether
 * "<!--" stands before. */
static const lxb_char_t *find_end_tag(ng_slice rest, ng_slice name, bool *escapes)
{
    for (size_t i = 0; (i = find_tag(rest, i)) != rest.len; i++) {
        ng_slice tag = ngi_slice_from(rest, i + 1);
        *escapes = *escapes || ngi_starts(tag, NGI_LIT("!--"));
        if (tag.len <= name.len || !ngi_starts_nocase(tag, name))
            continue;
        char behind = tag.ptr[name.len];
        if (behind == '>' || behind == '/' || (ngi_is_space(behind) && behind != '\v'))
            return (const lxb_char_t *)rest.ptr + i;
    }
    return (const lxb_char_t *)rest.ptr + rest.len;
}

/* Decides on the text of the element at hand. True where it can be leapt over. */
static bool may_leap(ngi_lean *lean, ng_slice text, lxb_tag_id_t id, bool escapes)
{
    if (id == LXB_TAG_STYLE)
        return true;
    if (lean->script == SCRIPT_LOOK)
        lean->script = is_state(text) || holds_article(text) ? SCRIPT_KEEP : SCRIPT_DROP;
    return lean->script == SCRIPT_DROP && !escapes;
}

/* Hands on the text of a script that is kept, where it is the page's bytes as they stand: lexbor
 * would copy it byte by byte. */
static bool take_script(const ngi_lean *lean, lxb_html_tokenizer_t *tokenizer, ng_slice text)
{
    return lean->script == SCRIPT_KEEP && ngi_find_char(text, '\r') == NGI_NONE &&
           ngi_find_char(text, '\0') == NGI_NONE && ngi_tags_hand_on(tokenizer, text);
}

/* Finds where the text of the element at hand is passed: its end, or where it begins. */
static const lxb_char_t *pass_text(ngi_guard *guard, lxb_html_tokenizer_t *tokenizer,
                                   const lxb_char_t *data)
{
    ngi_lean *lean = &guard->lean;
    lxb_tag_id_t id = lean->leaping;
    ng_slice rest = {(const char *)data, (size_t)(lean->page_end - data)};
    ng_slice name = id == LXB_TAG_STYLE ? NGI_LIT("/style") : NGI_LIT("/script");
    bool escapes = false;
    const lxb_char_t *to = find_end_tag(rest, name, &escapes);
    ng_slice text = ngi_slice_sub(rest, 0, (size_t)(to - data));
    if (may_leap(lean, text, id, escapes))
        return to;
    bool whole = !guard->by_lexbor && !escapes && to != lean->page_end;
    return whole && take_script(lean, tokenizer, text) ? to : data;
}

/* A state of the tokenizer: leaps over the text, also where it ends in a later slice. */
static const lxb_char_t *leap(lxb_html_tokenizer_t *tokenizer, const lxb_char_t *data,
                              const lxb_char_t *end)
{
    ngi_guard *guard = tokenizer->callback_token_ctx;
    ngi_lean *lean = &guard->lean;
    if (!tokenizer->is_eof && lean->leap_to == NULL)
        lean->leap_to = pass_text(guard, tokenizer, data);
    if (tokenizer->token == NULL)
        return end; /* the page has failed */
    if (!tokenizer->is_eof && lean->leap_to >= end)
        return end;
    if (!tokenizer->is_eof)
        data = lean->leap_to;
    tokenizer->state = lean->resume;
    return data;
}

void ngi_lean_opened(ngi_lean *lean, lxb_html_tree_t *tree, lxb_html_tokenizer_t *tokenizer,
                     lxb_tag_id_t id)
{
    if (tree->mode != lxb_html_tree_insertion_mode_text || tokenizer->state == leap ||
        lxb_html_tree_current_node(tree)->local_name != id)
        return;
    lean->resume = tokenizer->state;
    lean->leaping = id;
    lean->leap_to = NULL;
    tokenizer->state = leap;
}

/* ---- drawings ---- */

/* Start tags that end foreign content (HTML standard, 13.2.6.5). */
static const bool breaks_out[LXB_TAG__LAST_ENTRY] = {
    [LXB_TAG_B] = true,       [LXB_TAG_BIG] = true,  [LXB_TAG_BLOCKQUOTE] = true,
    [LXB_TAG_BODY] = true,    [LXB_TAG_BR] = true,   [LXB_TAG_CENTER] = true,
    [LXB_TAG_CODE] = true,    [LXB_TAG_DD] = true,   [LXB_TAG_DIV] = true,
    [LXB_TAG_DL] = true,      [LXB_TAG_DT] = true,   [LXB_TAG_EM] = true,
    [LXB_TAG_EMBED] = true,   [LXB_TAG_H1] = true,   [LXB_TAG_H2] = true,
    [LXB_TAG_H3] = true,      [LXB_TAG_H4] = true,   [LXB_TAG_H5] = true,
    [LXB_TAG_H6] = true,      [LXB_TAG_HEAD] = true, [LXB_TAG_HR] = true,
    [LXB_TAG_I] = true,       [LXB_TAG_IMG] = true,  [LXB_TAG_LI] = true,
    [LXB_TAG_LISTING] = true, [LXB_TAG_MENU] = true, [LXB_TAG_META] = true,
    [LXB_TAG_NOBR] = true,    [LXB_TAG_OL] = true,   [LXB_TAG_P] = true,
    [LXB_TAG_PRE] = true,     [LXB_TAG_RUBY] = true, [LXB_TAG_S] = true,
    [LXB_TAG_SMALL] = true,   [LXB_TAG_SPAN] = true, [LXB_TAG_STRONG] = true,
    [LXB_TAG_STRIKE] = true,  [LXB_TAG_SUB] = true,  [LXB_TAG_SUP] = true,
    [LXB_TAG_TABLE] = true,   [LXB_TAG_TT] = true,   [LXB_TAG_U] = true,
    [LXB_TAG_UL] = true,      [LXB_TAG_VAR] = true,
};

/* Whether an end tag can't be of an element within svg (links of svg are counted). */
static bool is_html_end(lxb_tag_id_t id)
{
    uint8_t tag = ngi_tag_of_lexbor(id);
    return tag != NGI_TAG_OTHER && tag != NGI_TAG_TITLE && tag != NGI_TAG_SCRIPT &&
           tag != NGI_TAG_AUDIO && tag != NGI_TAG_VIDEO && tag != NGI_TAG_IFRAME;
}

/* Elements of svg within which HTML may stand. */
static bool holds_html(lxb_tag_id_t id)
{
    return id == LXB_TAG_FOREIGNOBJECT || id == LXB_TAG_DESC || id == LXB_TAG_TITLE;
}

static void leave_drawing(ngi_lean *lean, unsigned open)
{
    lean->svg = open;
    if (open == 0)
        lean->holder = lean->links = 0;
}

static void end_in_drawing(ngi_lean *lean, lxb_tag_id_t id)
{
    if (id == LXB_TAG_SVG)
        leave_drawing(lean, lean->svg - 1);
    else if (id == lean->holder)
        lean->holder = 0;
    else if (id == LXB_TAG_A && lean->links != 0)
        lean->links--;
    else if (lean->holder == 0 && is_html_end(id))
        leave_drawing(lean, 0);
}

static void start_in_drawing(ngi_lean *lean, const lxb_html_token_t *token)
{
    lxb_tag_id_t id = token->tag_id;
    bool opens = !(token->type & LXB_HTML_TOKEN_TYPE_CLOSE_SELF);
    if (id == LXB_TAG_SVG)
        lean->svg += opens;
    else if (id == LXB_TAG_A)
        lean->links += opens;
    else if (lean->holder == 0 && holds_html(id))
        lean->holder = opens ? id : 0;
    else if (lean->holder == 0 && id < LXB_TAG__LAST_ENTRY && breaks_out[id])
        leave_drawing(lean, 0);
}

/* A token within svg. */
static bool drops_drawing(ngi_lean *lean, const lxb_html_token_t *token)
{
    if (token->tag_id == LXB_TAG__END_OF_FILE)
        leave_drawing(lean, 0);
    else if (token->type & LXB_HTML_TOKEN_TYPE_CLOSE)
        end_in_drawing(lean, token->tag_id);
    else
        start_in_drawing(lean, token);
    return lean->svg != 0;
}

bool ngi_lean_drops(ngi_lean *lean, lxb_html_tree_t *tree, const lxb_html_token_t *token)
{
    if (lean->svg != 0)
        return drops_drawing(lean, token);
    switch (token->tag_id) {
    case LXB_TAG__TEXT: return drops_raw_text(lean, tree, token);
    case LXB_TAG__EM_COMMENT:
    case LXB_TAG_FRAMESET:
    case LXB_TAG_FRAME:
    case LXB_TAG_NOFRAMES: return true;
    case LXB_TAG_SVG:
        lean->svg =
            (token->type & (LXB_HTML_TOKEN_TYPE_CLOSE | LXB_HTML_TOKEN_TYPE_CLOSE_SELF)) == 0;
        return false;
    case LXB_TAG_SCRIPT:
        if (!(token->type & LXB_HTML_TOKEN_TYPE_CLOSE))
            lean->script = judge_script(token);
        return false;
    default: return false;
    }
}
