/* SPDX-License-Identifier: Apache-2.0 */
/* See credits.h. */
#include "provenance/credits.h"
#include "base/utf8.h"

#include <stdlib.h>

/* Letters of a text, folded: "apnews.com" as "apnews". At most 64 bytes. */
typedef struct letters {
    char text[64];
    size_t len;
} letters;

static void add_letter(letters *l, uint32_t c)
{
    if (l->len + 4 <= sizeof(l->text))
        l->len += ngi_utf8_put(ngi_fold(c), l->text + l->len);
}

static letters letters_of(ng_slice text)
{
    letters l = {.len = 0};
    for (size_t at = 0; at < text.len;) {
        uint32_t c = ngi_utf8_next(text, &at);
        if (ngi_is_letter(c))
            add_letter(&l, c);
    }
    return l;
}

static ng_slice slice(const letters *l)
{
    return ngi_slice(l->text, l->len);
}

/* Whether a label of a host is a name, alone or with a word of the trade behind it. */
static bool is_named(ng_slice label, ng_slice name)
{
    static const char *const trades[] = {"", "news", "wire", "press", "media", "agency", "agentur"};
    if (name.len < 2 || !ngi_starts(label, name))
        return false;
    ng_slice rest = ngi_slice_from(label, name.len);
    for (size_t i = 0; i < NGI_COUNT(trades); i++)
        if (ngi_equal(rest, ngi_slice_of(trades[i])))
            return true;
    return name.len > 3; /* a whole name is not by chance at the beginning of another */
}

/* Whether any label but the last ("com") is one of the names. */
static bool host_has(ng_slice host, const letters *names, size_t count)
{
    ng_slice rest = host, label;
    while (ngi_split(&rest, '.', &label)) {
        letters l = letters_of(label);
        for (size_t i = 0; rest.len > 0 && i < count; i++)
            if (is_named(slice(&l), slice(&names[i])))
                return true;
    }
    return false;
}

/* Cuts the next word, or part of one that has a hyphen. */
static bool next_word(ng_slice *rest, ng_slice *word)
{
    size_t end = 0;
    while (rest->len > 0 && (rest->ptr[0] == ' ' || rest->ptr[0] == '-'))
        *rest = ngi_slice_from(*rest, 1);
    while (end < rest->len && rest->ptr[end] != ' ' && rest->ptr[end] != '-')
        end++;
    *word = ngi_slice_sub(*rest, 0, end);
    *rest = ngi_slice_from(*rest, end);
    return end > 0;
}

/* "PA", "UPI": how a name is known. */
static bool is_short_form(ng_slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return false;
    return word.len >= 2 && word.len <= 5;
}

bool ngi_credit_owns(ng_slice credit, ng_slice host)
{
    enum { WHOLE, INITIALS, LONGEST, SHORT, NAMES };
    letters names[NAMES] = {letters_of(credit), {.len = 0}, {.len = 0}, {.len = 0}};
    ng_slice rest = credit, word;
    uint32_t number = 0;
    while (next_word(&rest, &word)) {
        letters l = letters_of(word);
        if (l.len == 0 || ngi_equal(slice(&l), NGI_LIT("the")))
            continue;
        if (number++ == 0 && ngi_equal(slice(&l), NGI_LIT("with")))
            return false;
        size_t at = 0;
        add_letter(&names[INITIALS], ngi_utf8_next(slice(&l), &at));
        if (l.len > names[LONGEST].len)
            names[LONGEST] = l;
        if (names[SHORT].len == 0 && is_short_form(word))
            names[SHORT] = l;
    }
    if (names[LONGEST].len < 4)
        names[LONGEST].len = 0;
    return host_has(host, names, NAMES);
}

static int rising(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

bool ngi_agencies_find(ngi_answer *a, ngi_agencies *out)
{
    size_t room = 0;
    *out = (ngi_agencies){0};
    for (uint32_t i = 0; i < a->count; i++) {
        const ngi_shelved *k = a->stories[i];
        ng_slice credit = ngi_credit_of(k);
        if (k->site == 0 || credit.len == 0 ||
            !ngi_credit_owns(credit, ngi_shelved_string(k, NGI_SHELF_SITE)))
            continue;
        if (!ngi_arena_grow(&a->arena, &out->sites, &room, out->count + 1, sizeof(uint64_t)))
            return false;
        out->sites[out->count++] = k->site;
    }
    if (out->count > 1)
        qsort(out->sites, out->count, sizeof(uint64_t), rising);
    return true;
}

bool ngi_is_agency(const ngi_agencies *agencies, const ngi_shelved *story)
{
    return story->site != 0 && agencies->count > 0 &&
           bsearch(&story->site, agencies->sites, agencies->count, sizeof(uint64_t), rising) !=
               NULL;
}

/* Whether a text that goes before a source in brackets may be a place and a day: no small words but
 * the shortest ("Rio de Janeiro, March 3"). */
static bool is_place(ng_slice text)
{
    ng_slice word;
    while (next_word(&text, &word))
        if (word.len > 3 && word.ptr[0] >= 'a' && word.ptr[0] <= 'z')
            return false;
    return true;
}

ng_slice ngi_dateline_source(const ngi_shelved *story)
{
    ng_slice start = ngi_slice_sub(ngi_shelved_string(story, NGI_SHELF_BODY), 0, 80);
    size_t open = ngi_find_char(start, '('), close = ngi_find_char(start, ')');
    if (open == NGI_NONE || close == NGI_NONE || close < open + 3 ||
        !is_place(ngi_slice_sub(start, 0, open)))
        return (ng_slice){0};
    ng_slice source = ngi_slice_sub(start, open + 1, close);
    ng_slice behind = ngi_trim(ngi_slice_sub(start, close + 1, start.len));
    bool small = source.len <= 5; /* "(dpa)" */
    if (!(source.ptr[0] >= 'A' && source.ptr[0] <= 'Z') &&
        !(small && source.ptr[0] >= 'a' && source.ptr[0] <= 'z'))
        return (ng_slice){0};
    bool ends = ngi_starts(behind, NGI_LIT("-")) || ngi_starts(behind, NGI_LIT("\xE2\x80\x94")) ||
                ngi_starts(behind, NGI_LIT("\xE2\x80\x93")) || ngi_starts(behind, NGI_LIT(":"));
    return ends ? source : (ng_slice){0};
}

ng_slice ngi_credit_of(const ngi_shelved *story)
{
    ng_slice credit = ngi_shelved_string(story, NGI_SHELF_CREDIT);
    return credit.len != 0 ? credit : ngi_dateline_source(story);
}
