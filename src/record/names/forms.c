/* SPDX-License-Identifier: Apache-2.0 */
/* The forms of a mention's words: by what two mentions can be the same name. See found.h. */
#include "base/utf8.h"
#include "record/names/found.h"

const uint8_t ngi_found_order[NGI_FIELD_COUNT] = {NGI_FIELD_HEADLINE, NGI_FIELD_DESCRIPTION,
                                                  NGI_FIELD_BODY};

/* ---- index ---- */

static ngi_index_entry *place(const ngi_index *index, uint32_t hash)
{
    uint32_t at = (hash * 0x9E3779B1u >> 7) & index->mask;
    while (index->entries[at].hash != 0 && index->entries[at].hash != hash)
        at = (at + 1) & index->mask;
    return &index->entries[at];
}

static bool grow(ngi_index *index)
{
    ngi_index old = *index;
    uint32_t places = old.entries == NULL ? 64 : (old.mask + 1) * 2;
    index->entries = NGI_NEW_ARRAY(index->arena, ngi_index_entry, places);
    if (index->entries == NULL)
        return false;
    index->mask = places - 1;
    for (uint32_t i = 0; old.entries != NULL && i <= old.mask; i++)
        if (old.entries[i].hash != 0)
            *place(index, old.entries[i].hash) = old.entries[i];
    return true;
}

uint32_t *ngi_index_put(ngi_index *index, uint32_t hash)
{
    hash = hash == 0 ? 1 : hash;
    if ((index->entries == NULL || index->count * 2 > index->mask) && !grow(index))
        return NULL;
    ngi_index_entry *entry = place(index, hash);
    if (entry->hash == 0) {
        entry->hash = hash;
        index->count++;
    }
    return &entry->value;
}

uint32_t ngi_index_get(const ngi_index *index, uint32_t hash)
{
    return index->entries == NULL ? 0 : place(index, hash == 0 ? 1 : hash)->value;
}

/* ---- words ---- */

enum { LETTERS = 32 }; /* of a word are compared */

/* Letters and digits of a word in base letters. */
static size_t plain_letters(ng_slice word, uint32_t *out)
{
    size_t count = 0;
    for (size_t at = 0; at < word.len && count < LETTERS;) {
        uint32_t c = ngi_base_letter(ngi_utf8_next(word, &at));
        if (ngi_is_word(c) && c != '_')
            out[count++] = c;
    }
    return count;
}

static uint32_t hash_letters(const uint32_t *letters, size_t count)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < count; i++)
        h = (h ^ letters[i]) * 16777619u;
    return h == 0 ? 1 : h;
}

uint32_t ngi_found_word(ng_slice word)
{
    uint32_t letters[LETTERS];
    return hash_letters(letters, plain_letters(word, letters));
}

static bool is_vowel(uint32_t c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* Doubled letters once; "q" and "c" as "k", "ph" as "f"; an "h" behind a consonant is left
 * out. What is left of Mohammed, Mohamed and Muhammad differs in vowels alone. */
static size_t sound_letters(ng_slice word, uint32_t *out)
{
    uint32_t letters[LETTERS];
    size_t count = plain_letters(word, letters), kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t c = letters[i];
        if (c == 'p' && i + 1 < count && letters[i + 1] == 'h') {
            c = 'f';
            i++;
        }
        c = c == 'q' || c == 'c' ? 'k' : c == 'y' ? 'i' : c == 'w' ? 'v' : c;
        if (c == 'h' && kept > 0 && !is_vowel(out[kept - 1]))
            continue;
        if (kept == 0 || out[kept - 1] != c)
            out[kept++] = c;
    }
    return kept;
}

/* Consonants in order, and whether it ends in a vowel: Maria and Mario are two. */
static uint32_t sound_of(ng_slice word)
{
    uint32_t letters[LETTERS], bones[LETTERS];
    size_t count = sound_letters(word, letters), kept = 0;
    if (count < 5)
        return 0;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !is_vowel(letters[i]))
            bones[kept++] = letters[i];
    if (is_vowel(letters[count - 1]))
        bones[kept < LETTERS ? kept++ : kept - 1] = letters[count - 1];
    return hash_letters(bones, kept);
}

/* How many letters differ, at most `most` + 1. Both at most LETTERS long. */
static unsigned distance(const uint32_t *a, size_t n, const uint32_t *b, size_t m, unsigned most)
{
    unsigned rows[2][LETTERS + 1];
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned *now = rows[i % 2], *last = rows[(i + 1) % 2];
        now[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned change = last[j - 1] + (a[i - 1] != b[j - 1]);
            unsigned best = last[j] < now[j - 1] ? last[j] + 1 : now[j - 1] + 1;
            now[j] = change < best ? change : best;
        }
    }
    unsigned found = rows[n % 2][m];
    return found > most ? most + 1 : found;
}

bool ngi_spelled_alike(ng_slice a, ng_slice b)
{
    uint32_t x[LETTERS], y[LETTERS];
    uint32_t sound = sound_of(a);
    if (sound == 0 || sound != sound_of(b))
        return false;
    size_t n = sound_letters(a, x), m = sound_letters(b, y);
    return distance(x, n, y, m, 2) <= (n < 6 || m < 6 ? 1u : 2u);
}

/* ---- mentions ---- */

static bool is_small(const ngi_prose *p, uint32_t i)
{
    return !(p->tokens[i].shape & NGI_SHAPE_CAPITAL);
}

/* Letters that the capitalised words begin with: "European Border Agency" gives "eba". */
static void look_at_initials(const ngi_prose *p, ngi_found *f)
{
    uint32_t letters[LETTERS];
    size_t count = 0;
    for (uint32_t i = f->first; i < f->last && count < LETTERS; i++) {
        if (is_small(p, i))
            continue;
        size_t at = 0;
        letters[count++] = ngi_base_letter(ngi_utf8_next(ngi_token_text(p, i), &at));
    }
    f->initials = count >= 2 ? hash_letters(letters, count) : 0;
}

static void look_at_letters(const ngi_prose *p, ngi_found *f)
{
    uint32_t letters[LETTERS];
    bool one = f->last - f->first == 1;
    f->letters = 0;
    if (!one || !(p->tokens[f->first].shape & NGI_SHAPE_ALL_CAPITALS))
        return;
    size_t count = plain_letters(ngi_token_text(p, f->first), letters);
    if (count >= 2 && count <= 8)
        f->letters = hash_letters(letters, count);
}

void ngi_found_look(const ngi_found_list *list, ngi_found *f)
{
    const ngi_prose *p = &list->prose[f->in];
    uint32_t key = 0, capitals = 0, words = 0;
    f->word_count = 0;
    for (uint32_t i = f->first; i < f->last; i++) {
        const ngi_token *t = &p->tokens[i];
        if (!(t->shape & NGI_SHAPE_WORD))
            continue;
        ng_slice text = ngi_token_text(p, i);
        if (i == f->first && f->last - f->first > 1 && ngi_equal_nocase(text, NGI_LIT("the")))
            continue;
        uint32_t hash = ngi_found_word(text);
        key = ngi_known_join(key, hash);
        words++;
        capitals += (t->shape & NGI_SHAPE_ALL_CAPITALS) != 0;
        if (f->word_count < NGI_FOUND_WORDS) {
            f->words[f->word_count] = hash;
            f->sounds[f->word_count++] = sound_of(text);
        }
    }
    f->key = key == 0 ? 1 : key;
    f->shouted = capitals == words && (words > 1 || p->tokens[f->last - 1].end -
                                                            p->tokens[f->first].begin > 5);
    look_at_initials(p, f);
    look_at_letters(p, f);
}

bool ngi_found_add(ngi_found_list *list, uint8_t in, uint32_t first, uint32_t last, uint8_t type)
{
    if (!ngi_arena_grow(list->arena, &list->items, &list->capacity, (size_t)list->count + 1,
                        sizeof *list->items))
        return false;
    ngi_found *f = &list->items[list->count++];
    *f = (ngi_found){.first = first, .last = last, .in = in, .type = type};
    ngi_found_look(list, f);
    for (uint32_t i = first; i < last; i++)
        list->name_of[in][i] = list->count;
    return true;
}
