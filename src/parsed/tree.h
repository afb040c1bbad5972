/* SPDX-License-Identifier: Apache-2.0 */
/* A page as a flat tree: nodes in document order, each with its parent and the index
 * behind its last descendant.
 *
 * lexbor builds the WHATWG tree; one walk makes this array of it. Sums over subtrees are
 * then one pass back, sums over ancestors one pass forth, and nothing recurses. Left out:
 * comments, style, svg, math, canvas, template (but for declarative shadow roots), script
 * unless its type is JSON. A news page has 3,000 to 20,000 nodes. */
#ifndef NGI_TREE_H
#define NGI_TREE_H

#include "base/base.h"

/* Elements that rules and features tell apart; all others are NGI_TAG_OTHER (their name
 * is in node->text then, so that custom elements can be looked at). */
#define NGI_TAG_LIST(X)                                                                  \
    X(A, "a") X(ABBR, "abbr") X(ADDRESS, "address") X(ARTICLE, "article")                \
    X(ASIDE, "aside") X(AUDIO, "audio") X(B, "b") X(BLOCKQUOTE, "blockquote")            \
    X(BODY, "body") X(BR, "br") X(BUTTON, "button") X(CAPTION, "caption")                \
    X(CENTER, "center") X(CITE, "cite") X(CODE, "code") X(DD, "dd") X(DEL, "del")        \
    X(DETAILS, "details") X(DIALOG, "dialog") X(DIR, "dir") X(DIV, "div") X(DL, "dl")    \
    X(DT, "dt") X(EM, "em") X(EMBED, "embed") X(FIELDSET, "fieldset")                    \
    X(FIGCAPTION, "figcaption") X(FIGURE, "figure") X(FONT, "font") X(FOOTER, "footer")  \
    X(FORM, "form") X(H1, "h1") X(H2, "h2") X(H3, "h3") X(H4, "h4") X(H5, "h5")          \
    X(H6, "h6") X(HEAD, "head") X(HEADER, "header") X(HGROUP, "hgroup") X(HR, "hr")      \
    X(HTML, "html") X(I, "i") X(IFRAME, "iframe") X(IMG, "img") X(INPUT, "input")        \
    X(INS, "ins") X(KBD, "kbd") X(LABEL, "label") X(LEGEND, "legend") X(LI, "li")        \
    X(LINK, "link") X(MAIN, "main") X(MARK, "mark") X(MENU, "menu") X(META, "meta")      \
    X(NAV, "nav") X(NOSCRIPT, "noscript") X(OBJECT, "object") X(OL, "ol")                \
    X(OPTION, "option") X(P, "p") X(PICTURE, "picture") X(PRE, "pre") X(Q, "q")          \
    X(RP, "rp") X(RT, "rt") X(RUBY, "ruby") X(S, "s") X(SCRIPT, "script")                \
    X(SECTION, "section") X(SELECT, "select") X(SMALL, "small") X(SOURCE, "source")      \
    X(SPAN, "span") X(STRONG, "strong") X(SUB, "sub") X(SUMMARY, "summary")              \
    X(SUP, "sup") X(TABLE, "table") X(TBODY, "tbody") X(TD, "td")                        \
    X(TEMPLATE, "template") X(TEXTAREA, "textarea") X(TFOOT, "tfoot") X(TH, "th")        \
    X(THEAD, "thead") X(TIME, "time") X(TITLE, "title") X(TR, "tr") X(U, "u")            \
    X(UL, "ul") X(VAR, "var") X(VIDEO, "video") X(WBR, "wbr")

typedef enum ngi_tag {
    NGI_TAG_OTHER,
    NGI_TAG_TEXT, /* a text node */
#define NGI_TAG_ENUM(id, name) NGI_TAG_##id,
    NGI_TAG_LIST(NGI_TAG_ENUM)
#undef NGI_TAG_ENUM
        NGI_TAG_COUNT
} ngi_tag;

/* Attributes that are kept; all others are dropped. */
#define NGI_ATTR_LIST(X)                                                                 \
    X(CLASS, "class") X(ID, "id") X(ROLE, "role") X(HREF, "href") X(SRC, "src")          \
    X(SRCSET, "srcset") X(DATETIME, "datetime") X(CONTENT, "content")                    \
    X(PROPERTY, "property") X(NAME, "name") X(REL, "rel") X(TYPE, "type")                \
    X(STYLE, "style") X(HIDDEN, "hidden") X(LANG, "lang") X(DIR, "dir") X(ALT, "alt")    \
    X(TITLE, "title") X(ITEMPROP, "itemprop") X(ITEMTYPE, "itemtype")                    \
    X(ITEMSCOPE, "itemscope") X(TYPEOF, "typeof") X(VALUE, "value") X(COLSPAN, "colspan") \
    X(OPEN, "open") X(CHARSET, "charset") X(HTTP_EQUIV, "http-equiv")                    \
    X(ARIA_HIDDEN, "aria-hidden") X(ARIA_LABEL, "aria-label")                            \
    X(DATA_TESTID, "data-testid") X(DATA_COMPONENT, "data-component")                    \
    X(DATA_TYPE, "data-type") X(DATA_SRC, "data-src") X(DATA_HREF, "data-href")          \
    X(DATA_URL, "data-url") X(DATA_DATE, "data-date") X(DATA_TIME, "data-time")          \
    X(DATA_DATETIME, "data-datetime") X(DATA_TIMESTAMP, "data-timestamp")                \
    X(DATA_PUBLISHED, "data-published") X(DATA_AUTHOR, "data-author")                    \
    X(SHADOWROOTMODE, "shadowrootmode") X(ARIA_LEVEL, "aria-level")

typedef enum ngi_attr_name {
#define NGI_ATTR_ENUM(id, name) NGI_ATTR_##id,
    NGI_ATTR_LIST(NGI_ATTR_ENUM)
#undef NGI_ATTR_ENUM
        NGI_ATTR_COUNT
} ngi_attr_name;

typedef struct ngi_attr {
    ng_slice value; /* characters, entities resolved; empty for a bare attribute */
    uint8_t name;   /* ngi_attr_name */
} ngi_attr;

typedef struct ngi_node {
    ng_slice text;     /* text node, title, JSON script's text child: characters;
                          NGI_TAG_OTHER: the element's name; else empty */
    uint32_t parent;   /* index; the root's parent is itself, 0 */
    uint32_t end;      /* one past the last descendant */
    uint32_t attr;     /* first attribute in tree->attrs */
    uint32_t evidence; /* 1 + index of the newest segment (text) or tag (element); 0: none */
    uint16_t attr_count;
    uint16_t depth;
    uint8_t tag; /* ngi_tag */
    uint8_t flags; /* NGI_NODE_... */
} ngi_node;

enum { NGI_NODE_SHADOW = 1 /* came out of a declarative shadow root */ };

typedef struct ngi_tree {
    ngi_node *nodes; /* nodes[0] is the document root (html element) */
    uint32_t count;
    ngi_attr *attrs;
    uint32_t attr_count;
    struct ngi_evidence *evidence; /* NULL unless asked for */
    bool cut; /* a limit stopped the parse: the rest of the page is missing */
    const char *cut_why; /* "time", "memory", "names", "tokens"; static storage */
    uint64_t cut_at; /* offset in the text where reading stopped */
} ngi_tree;

typedef struct ngi_html_limits {
    uint32_t max_depth, max_milliseconds; /* 0: the defaults */
} ngi_html_limits;

/* Keeps lexbor's parser from page to page. */
typedef struct ngi_html_parser ngi_html_parser;
ngi_html_parser *ngi_html_parser_new(void); /* NULL when memory is out */
void ngi_html_parser_free(ngi_html_parser *parser);

/* Parses valid UTF-8 text under the guard against hostile pages. The tree lives in `arena`
 * and in the parser: it is valid until the parser's next page. A page that hits a limit
 * gives the tree so far with `cut` set.
 *   NG_ERR_MEMORY  an allocation failed */
ng_status ngi_html_parse(ngi_html_parser *parser, ngi_arena *arena, ng_slice text,
                         const ngi_html_limits *limits, bool evidence, ngi_tree *out,
                         ng_error *error);

/* The value of an attribute, or NULL where the node has none. */
const ng_slice *ngi_attr_get(const ngi_tree *tree, uint32_t node, ngi_attr_name name);
/* The same, an empty slice where there is none. */
ng_slice ngi_attr_value(const ngi_tree *tree, uint32_t node, ngi_attr_name name);
const char *ngi_tag_name(ngi_tag tag);
const char *ngi_attr_name_text(ngi_attr_name name); /* "href" */
ngi_tag ngi_tag_of(ng_slice name); /* NGI_TAG_OTHER where unknown */

/* Where the bytes [begin, end) of text node `node` stand in the text that was parsed, as
 * offsets of that text: from the start of the first to the end of the last of them. Needs
 * tree->evidence. False where that is not known. */
bool ngi_tree_locate(const ngi_tree *tree, uint32_t node, size_t begin, size_t end,
                     ng_range *out);
/* The same for as many bytes from `begin` on as stand together: a text that goes on behind
 * an ignored tag has several runs. Returns where the next run begins, `begin` itself where
 * the place is not known. */
size_t ngi_tree_locate_run(const ngi_tree *tree, uint32_t node, size_t begin, size_t end,
                           ng_range *out);
/* The same for an attribute's value: the bytes between its quotes. */
bool ngi_tree_locate_attr(const ngi_tree *tree, uint32_t node, ngi_attr_name name,
                          ng_range *out);

#endif
