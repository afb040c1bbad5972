/* SPDX-License-Identifier: Apache-2.0 */
/* Words of class names and ids, and of short texts, as 32-bit hashes (FNV-1a). */
#include "stories/blocks/features.h"

#include "base/utf8.h"
#include "stories/blocks/lexicon.h"

const int8_t *ngi_lexicon_get(uint32_t hash)
{
    uint32_t mask = ngi_lexicon_size - 1;
    for (uint32_t i = hash & mask; ngi_lexicon[i].hash != 0; i = (i + 1) & mask)
        if (ngi_lexicon[i].hash == hash)
            return ngi_lexicon[i].odds;
    return NULL;
}

#define FNV_START 2166136261u
#define FNV_PRIME 16777619u

uint32_t ngi_pair_token(uint32_t a, uint32_t b)
{
    uint32_t h = (a ^ (b * 0x9E3779B1u)) * FNV_PRIME;
    return h ^ h >> 15;
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The next word of a name in camelCase, kebab-case or snake_case: a capital may begin it, or
 * capitals stand alone ("HTMLBody": HTML, Body). Returns its length, 0 at the end. */
static size_t next_word(ng_slice s, size_t *at, uint32_t *hash)
{
    size_t i = *at;
    while (i < s.len && !is_lower(s.ptr[i]) && !is_upper(s.ptr[i]))
        i++;
    size_t from = i;
    while (i < s.len && is_upper(s.ptr[i]))
        i++;
    size_t capitals = i - from;
    if (i < s.len && is_lower(s.ptr[i])) {
        if (capitals > 1)
            i--; /* the last capital begins the next word */
        else
            while (i < s.len && is_lower(s.ptr[i]))
                i++;
    }
    uint32_t h = FNV_START;
    for (size_t k = from; k < i; k++)
        h = (h ^ (unsigned char)(s.ptr[k] | 32)) * FNV_PRIME;
    *hash = h;
    *at = i;
    return i - from;
}

static uint32_t words_of_name(ng_slice name, uint32_t *out, uint32_t room)
{
    uint32_t words[8], count = 0, made = 0;
    size_t at = 0, len;
    uint32_t hash;
    while (count < 8 && (len = next_word(name, &at, &hash)) != 0)
        if (len > 2 && len < 18)
            words[count++] = hash;
    for (uint32_t i = 0; i < count && made < room; i++) {
        out[made++] = words[i];
        if (i + 1 < count && made < room)
            out[made++] = ngi_pair_token(words[i], words[i + 1]);
    }
    return made;
}

bool ngi_names_element(uint8_t name, uint8_t tag)
{
    switch (name) {
    case NGI_ATTR_CLASS:
    case NGI_ATTR_DATA_TESTID:
    case NGI_ATTR_DATA_COMPONENT:
    case NGI_ATTR_ITEMPROP:
    case NGI_ATTR_ROLE:
    case NGI_ATTR_DATA_TYPE: return true;
    case NGI_ATTR_ID: /* a heading's is made of its own words */
        return tag < NGI_TAG_H1 || tag > NGI_TAG_H6;
    default: return false;
    }
}

uint32_t ngi_tokens_of(const ngi_tree *tree, uint32_t node, uint32_t out[NGI_TOKENS_MAX])
{
    const ngi_node *n = &tree->nodes[node];
    uint32_t count = 0;
    if (n->tag == NGI_TAG_OTHER) /* a custom element's name tells as much as a class */
        count += words_of_name(ngi_slice_sub(n->text, 0, 60), out, NGI_TOKENS_MAX);
    for (uint32_t i = 0; i < n->attr_count; i++) {
        const ngi_attr *a = &tree->attrs[n->attr + i];
        if (!ngi_names_element(a->name, n->tag))
            continue;
        ng_slice rest = ngi_slice_sub(a->value, 0, 400), name;
        for (int k = 0; k < 12 && ngi_split(&rest, ' ', &name); k++)
            count += words_of_name(name, out + count, NGI_TOKENS_MAX - count);
    }
    return count;
}

uint32_t ngi_text_tokens(ng_slice text, uint32_t out[NGI_WORDS_MAX])
{
    uint32_t count = 0, before = 0, words = 0, h = FNV_START;
    bool in = false;
    text = ngi_slice_sub(text, 0, NGI_WORDS_BYTES);
    for (size_t i = 0; i <= text.len && words < NGI_WORDS_MAX / 2;) {
        uint32_t c = i < text.len ? ngi_utf8_next(text, &i) : (i++, ' ');
        bool digit = c >= '0' && c <= '9';
        if (c == '_' || ngi_is_word(c)) {
            h = (h ^ (digit ? '0' : ngi_fold(c))) * FNV_PRIME; /* all numbers of a length alike */
            in = true;
            continue;
        }
        if (!in)
            continue;
        if (count < NGI_WORDS_MAX)
            out[count++] = h;
        if (words != 0 && count < NGI_WORDS_MAX)
            out[count++] = ngi_pair_token(before, h);
        before = h;
        h = FNV_START;
        in = false;
        words++;
    }
    return count;
}
