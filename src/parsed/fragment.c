/* SPDX-License-Identifier: Apache-2.0 */
/* HTML inside strings: see fragment.h.
 *
 * The few dozen entities that occur in news texts are resolved by name, all by number;
 * unknown ones stay as they are printed. */
#include "parsed/fragment.h"

#include "base/utf8.h"

/* ---- entities ---- */

static const struct {
    const char *name;
    uint16_t character;
} entities[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},     {"nbsp", 0xA0},     {"ndash", 0x2013},  {"mdash", 0x2014},
    {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},  {"ldquo", 0x201C},
    {"rdquo", 0x201D},  {"bdquo", 0x201E},  {"laquo", 0xAB},    {"raquo", 0xBB},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"hellip", 0x2026}, {"bull", 0x2022},
    {"middot", 0xB7},   {"shy", 0xAD},      {"copy", 0xA9},     {"reg", 0xAE},
    {"trade", 0x2122},  {"euro", 0x20AC},   {"pound", 0xA3},    {"yen", 0xA5},
    {"cent", 0xA2},     {"sect", 0xA7},     {"para", 0xB6},     {"deg", 0xB0},
    {"plusmn", 0xB1},   {"times", 0xD7},    {"frac12", 0xBD},   {"frac14", 0xBC},
    {"frac34", 0xBE},   {"sup2", 0xB2},     {"sup3", 0xB3},     {"ordm", 0xBA},
    {"ordf", 0xAA},     {"iexcl", 0xA1},    {"iquest", 0xBF},   {"minus", 0x2212},
    {"prime", 0x2032},  {"thinsp", 0x2009}, {"ensp", 0x2002},   {"emsp", 0x2003},
    {"zwnj", 0x200C},   {"zwj", 0x200D},    {"lrm", 0x200E},    {"rlm", 0x200F},
    {"dagger", 0x2020}, {"permil", 0x2030}, {"rarr", 0x2192},   {"larr", 0x2190},
    {"Agrave", 0xC0},   {"Aacute", 0xC1},   {"Acirc", 0xC2},    {"Atilde", 0xC3},
    {"Auml", 0xC4},     {"Aring", 0xC5},    {"AElig", 0xC6},    {"Ccedil", 0xC7},
    {"Egrave", 0xC8},   {"Eacute", 0xC9},   {"Ecirc", 0xCA},    {"Euml", 0xCB},
    {"Igrave", 0xCC},   {"Iacute", 0xCD},   {"Icirc", 0xCE},    {"Iuml", 0xCF},
    {"Ntilde", 0xD1},   {"Ograve", 0xD2},   {"Oacute", 0xD3},   {"Ocirc", 0xD4},
    {"Otilde", 0xD5},   {"Ouml", 0xD6},     {"Oslash", 0xD8},   {"Ugrave", 0xD9},
    {"Uacute", 0xDA},   {"Ucirc", 0xDB},    {"Uuml", 0xDC},     {"szlig", 0xDF},
    {"agrave", 0xE0},   {"aacute", 0xE1},   {"acirc", 0xE2},    {"atilde", 0xE3},
    {"auml", 0xE4},     {"aring", 0xE5},    {"aelig", 0xE6},    {"ccedil", 0xE7},
    {"egrave", 0xE8},   {"eacute", 0xE9},   {"ecirc", 0xEA},    {"euml", 0xEB},
    {"igrave", 0xEC},   {"iacute", 0xED},   {"icirc", 0xEE},    {"iuml", 0xEF},
    {"eth", 0xF0},      {"ntilde", 0xF1},   {"ograve", 0xF2},   {"oacute", 0xF3},
    {"ocirc", 0xF4},    {"otilde", 0xF5},   {"ouml", 0xF6},     {"oslash", 0xF8},
    {"ugrave", 0xF9},   {"uacute", 0xFA},   {"ucirc", 0xFB},    {"uuml", 0xFC},
    {"yacute", 0xFD},   {"thorn", 0xFE},    {"yuml", 0xFF},     {"oelig", 0x153},
    {"scaron", 0x161},  {"Scaron", 0x160},  {"zcaron", 0x17E},  {"ccaron", 0x10D},
};

enum { MAX_ENTITY = 10, MAX_TAG = 2000 /* keeps many '<' without '>' linear */ };

static uint32_t number_entity(ng_slice digits)
{
    uint32_t value = 0;
    bool hex = digits.len > 0 && (digits.ptr[0] | 32) == 'x';
    if (digits.len == (size_t)hex)
        return 0;
    for (size_t i = hex; i < digits.len; i++) {
        char c = digits.ptr[i], low = (char)(c | 32);
        uint32_t digit = c >= '0' && c <= '9'               ? (uint32_t)(c - '0')
                         : hex && low >= 'a' && low <= 'f' ? (uint32_t)(low - 'a') + 10
                                                            : 99;
        if (digit == 99 || value > 0x110000)
            return 0;
        value = value * (hex ? 16 : 10) + digit;
    }
    if (value >= 0x80 && value <= 0x9F) { /* meant as windows-1252, as HTML has it */
        static const uint16_t quotes[] = {0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014};
        return value == 0x80 ? 0x20AC : value == 0x84 ? 0x201E : value == 0x85 ? 0x2026
               : value >= 0x91 && value <= 0x97       ? quotes[value - 0x91]
                                                      : ' ';
    }
    bool bad = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ||
               value < 0x20;
    return bad ? ' ' : value;
}

uint32_t ngi_entity_at(ng_slice s, size_t at, size_t *length)
{
    size_t end = at + 1;
    while (end < s.len && end < at + 2 + MAX_ENTITY && s.ptr[end] != ';' && s.ptr[end] != '&' &&
           !ngi_is_space(s.ptr[end]))
        end++;
    if (end >= s.len || s.ptr[end] != ';')
        return 0;
    ng_slice name = ngi_slice_sub(s, at + 1, end);
    *length = end + 1 - at;
    if (name.len > 1 && name.ptr[0] == '#')
        return number_entity(ngi_slice_from(name, 1));
    for (size_t i = 0; i < NGI_COUNT(entities); i++)
        if (ngi_equal_to(name, entities[i].name))
            return entities[i].character;
    return 0;
}

/* ---- tags ---- */

/* The tag that begins at s[at] ('<'): its length, 0 where it is none. */
static size_t tag_at(ng_slice s, size_t at, ng_slice *name, bool *closes)
{
    size_t i = at + 1;
    *closes = i < s.len && s.ptr[i] == '/';
    if (*closes)
        i++;
    size_t begin = i;
    if (i < s.len && s.ptr[i] == '!')
        i++;
    else
        while (i < s.len && (((s.ptr[i] | 32) >= 'a' && (s.ptr[i] | 32) <= 'z') ||
                             (i > begin && s.ptr[i] >= '0' && s.ptr[i] <= '9')))
            i++;
    if (i == begin)
        return 0;
    *name = ngi_slice_sub(s, begin, i);
    char next = i < s.len ? s.ptr[i] : '\0';
    if (next != '>' && next != '/' && !ngi_is_space(next) && s.ptr[begin] != '!')
        return 0;
    size_t end = ngi_find_char(ngi_slice_sub(s, i, i + MAX_TAG), '>');
    return end == NGI_NONE ? 0 : i + end + 1 - at;
}

static ngi_tag low_tag(ng_slice name)
{
    char low[12];
    if (name.len > sizeof low)
        return NGI_TAG_OTHER;
    for (size_t i = 0; i < name.len; i++)
        low[i] = name.ptr[i] >= 'A' && name.ptr[i] <= 'Z' ? (char)(name.ptr[i] + 32) : name.ptr[i];
    return ngi_tag_of(ngi_slice(low, name.len));
}

/* ---- short texts ---- */

static ng_slice resolve(ngi_arena *arena, ng_slice s)
{
    char *out = ngi_arena_chars(arena, s.len + 1);
    size_t used = 0;
    if (out == NULL)
        return (ng_slice){0};
    for (size_t i = 0; i < s.len;) {
        size_t length = 0;
        ng_slice name;
        bool closes;
        uint32_t c = s.ptr[i] == '&' ? ngi_entity_at(s, i, &length) : 0;
        if (c != 0) {
            used += ngi_utf8_put(c, out + used); /* never longer than "&#..;" */
            i += length;
        } else if (s.ptr[i] == '<' && (length = tag_at(s, i, &name, &closes)) != 0) {
            ngi_tag tag = low_tag(name);
            if (tag == NGI_TAG_BR || tag == NGI_TAG_P || tag == NGI_TAG_DIV)
                out[used++] = ' ';
            i += length;
        } else {
            out[used++] = s.ptr[i++];
        }
    }
    return (ng_slice){out, used};
}

static ng_slice text_of(ngi_arena *arena, ng_slice source, int rounds)
{
    ng_slice s = source;
    for (int round = 0; round < rounds; round++) {
        bool markup = ngi_find_char(s, '&') != NGI_NONE || ngi_find_char(s, '<') != NGI_NONE;
        if (!markup)
            break;
        s = resolve(arena, s);
    }
    return ngi_trim_wide(ngi_squeeze(arena, s));
}

ng_slice ngi_fragment_text(ngi_arena *arena, ng_slice source)
{
    return text_of(arena, source, 2);
}

ng_slice ngi_fragment_text_once(ngi_arena *arena, ng_slice source)
{
    return text_of(arena, source, 1);
}

/* ---- longer texts ---- */

typedef struct cutting {
    ngi_arena *arena;
    ng_slice source;
    ngi_fragment *items;
    size_t room;
    uint32_t count;
    size_t begin; /* of the block under way */
    size_t link;  /* behind the <a> that is open; 0: none */
    size_t link_bytes;
    ngi_tag tag;
} cutting;

/* Whether a tag begins and ends blocks; *kind: what its block is. */
static bool cuts(ngi_tag tag, ngi_tag *kind)
{
    switch (tag) {
    case NGI_TAG_H1: case NGI_TAG_H2: case NGI_TAG_H3: case NGI_TAG_H4: case NGI_TAG_H5:
    case NGI_TAG_H6: case NGI_TAG_LI: case NGI_TAG_PRE: case NGI_TAG_BLOCKQUOTE:
    case NGI_TAG_FIGCAPTION: case NGI_TAG_TD:
        *kind = tag;
        return true;
    case NGI_TAG_TH:
        *kind = NGI_TAG_TD;
        return true;
    case NGI_TAG_P: case NGI_TAG_DIV: case NGI_TAG_SECTION: case NGI_TAG_ARTICLE: case NGI_TAG_UL:
    case NGI_TAG_OL: case NGI_TAG_TABLE: case NGI_TAG_TR: case NGI_TAG_FIGURE: case NGI_TAG_ASIDE:
    case NGI_TAG_HEADER: case NGI_TAG_FOOTER: case NGI_TAG_HR:
        *kind = NGI_TAG_P;
        return true;
    default:
        return false;
    }
}

static bool end_block(cutting *c, size_t end)
{
    ng_slice text = ngi_fragment_text(c->arena, ngi_slice_sub(c->source, c->begin, end));
    if (text.len == 0)
        return !c->arena->failed;
    if (!ngi_arena_grow(c->arena, &c->items, &c->room, c->count + 1u, sizeof *c->items))
        return false;
    c->items[c->count++] = (ngi_fragment){
        .text = text, .begin = c->begin, .end = end, .tag = (uint8_t)c->tag,
        .link_bytes = c->link_bytes + (c->link != 0 && end > c->link ? end - c->link : 0)};
    return true;
}

/* A quotation keeps its kind over the paragraphs in it. */
static void enter(cutting *c, ngi_tag kind, bool closes, bool *quote)
{
    if (kind == NGI_TAG_BLOCKQUOTE)
        *quote = !closes;
    c->tag = closes || kind == NGI_TAG_P ? (*quote ? NGI_TAG_BLOCKQUOTE : NGI_TAG_P) : kind;
}

static void note_link(cutting *c, size_t begin, size_t end, bool closes)
{
    if (c->link != 0)
        c->link_bytes += begin - c->link;
    c->link = closes ? 0 : end;
}

/* Begins a block at `begin`. */
static void start_block(cutting *c, size_t begin)
{
    c->begin = begin;
    c->link_bytes = 0;
    if (c->link != 0)
        c->link = begin;
}

/* The offset behind </name>, for elements whose text is no text. */
static size_t behind(ng_slice s, size_t at, ng_slice end)
{
    size_t found = ngi_find_nocase(ngi_slice_from(s, at), end);
    return found == NGI_NONE ? s.len : at + found;
}

/* Whether the line break at i ends a block: always (breaks), or before an empty line. */
static bool line_ends(ng_slice s, size_t i, bool breaks)
{
    for (i++; !breaks && i < s.len && (ngi_is_space(s.ptr[i])); i++)
        if (s.ptr[i] == '\n')
            return true;
    return breaks;
}

bool ngi_fragment_cut(ngi_arena *arena, ng_slice source, bool breaks, ngi_fragment **out,
                      uint32_t *count)
{
    cutting c = {.arena = arena, .source = source, .tag = NGI_TAG_P};
    bool quote = false, ok = true;
    size_t br = NGI_NONE; /* the end of the <br> just before */
    for (size_t i = 0; i < source.len && ok;) {
        size_t length = 0;
        ng_slice name;
        bool closes;
        if (source.ptr[i] == '\n' && line_ends(source, i, breaks)) {
            ok = end_block(&c, i);
            start_block(&c, ++i);
            continue;
        }
        if (source.ptr[i] != '<' || (length = tag_at(source, i, &name, &closes)) == 0) {
            if (!ngi_is_space(source.ptr[i]))
                br = NGI_NONE;
            i++;
            continue;
        }
        ngi_tag tag = low_tag(name), kind = NGI_TAG_P;
        bool twice = tag == NGI_TAG_BR && br != NGI_NONE;
        if (cuts(tag, &kind) || twice) {
            ok = end_block(&c, i);
            start_block(&c, i + length);
            if (!twice)
                enter(&c, kind, closes, &quote);
        } else if (!closes && (tag == NGI_TAG_SCRIPT || ngi_equal_nocase(name, NGI_LIT("style")))) {
            ok = end_block(&c, i);
            length = behind(source, i, tag == NGI_TAG_SCRIPT ? NGI_LIT("</script")
                                                             : NGI_LIT("</style")) - i;
            start_block(&c, i + length);
        }
        if (tag == NGI_TAG_A)
            note_link(&c, i, i + length, closes);
        br = tag == NGI_TAG_BR ? i + length : NGI_NONE;
        i += length;
    }
    ok = ok && end_block(&c, source.len);
    *out = c.items;
    *count = c.count;
    return ok && !arena->failed;
}
