/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the verb of saying and the speaker beside a quotation: see speech.h.
 *
 * The three languages turn verb and speaker around behind a quotation ("…", sagte Anna Weber;
 * a déclaré le ministre; dijo la alcaldesa), and keep their order before one. So: behind, the
 * verb comes first and the name runs to the next comma or preposition; before, the last verb of
 * the sentence is the cue and what stands before it the speaker. Looks are bounded. */
#include "record/languages/speech.h"

enum { BACK = 48, NAME = 14, ADVERBS = 2 };

static const ngi_speech_words *words_of(const ngi_atoms *a)
{
    return a->tongue == NGI_DE ? &ngi_speech_de : a->tongue == NGI_FR ? &ngi_speech_fr : &ngi_speech_es;
}

static bool is_word(const ngi_atoms *a, uint32_t i)
{
    return i < a->count && a->items[i].kind == NGI_ATOM_WORD;
}

static int order(ng_slice word, const char *entry)
{
    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i], e = (unsigned char)entry[i];
        c = c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
        if (c != e)
            return c < e ? -1 : 1;
    }
    return entry[word.len] == 0 ? 0 : -1;
}

static bool in_array(const ngi_atoms *a, uint32_t i, const char *const *array, size_t count)
{
    if (!is_word(a, i))
        return false;
    ng_slice word = ngi_atom_text(a, i);
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int o = order(word, array[middle]);
        if (o == 0)
            return true;
        if (o < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

/* Whether the word at atom i stands in a list of words with a space on each side of each. */
static bool in_list(const ngi_atoms *a, uint32_t i, const char *list)
{
    if (!is_word(a, i) || a->items[i].end - a->items[i].begin > 20)
        return false;
    char key[24];
    ng_slice word = ngi_atom_text(a, i);
    key[0] = ' ';
    for (size_t k = 0; k < word.len; k++)
        key[k + 1] = (char)(word.ptr[k] >= 'A' && word.ptr[k] <= 'Z' ? word.ptr[k] + 32 : word.ptr[k]);
    key[word.len + 1] = ' ';
    return ngi_find(ngi_slice_of(list), ngi_slice(key, word.len + 2)) != NGI_NONE;
}

static bool is_verb(const ngi_atoms *a, uint32_t i)
{
    const ngi_speech_words *w = words_of(a);
    return in_array(a, i, w->verbs, w->verb_count);
}

static bool is_participle(const ngi_atoms *a, uint32_t i)
{
    const ngi_speech_words *w = words_of(a);
    return in_array(a, i, w->participles, w->participle_count);
}

static bool is_capital(const ngi_atoms *a, uint32_t i)
{
    return is_word(a, i) && (a->items[i].flags & NGI_ATOM_CAPITAL) != 0;
}

/* ---- names ---- */

/* Marks inside a name: hyphens, apostrophes, the point of "Dr." or of an initial. */
static bool inside_name(const ngi_atoms *a, uint32_t i, uint32_t high)
{
    if (ngi_atom_mark(a, i, '\''))
        return true;
    if (i + 1 >= high || !is_word(a, i + 1))
        return false;
    if (ngi_atom_mark(a, i, '-'))
        return ngi_atom_glued(a, i) && ngi_atom_glued(a, i + 1);
    return ngi_atom_mark(a, i, '.') && i > 0 && is_capital(a, i + 1) &&
           a->items[i - 1].end - a->items[i - 1].begin <= 4 && is_capital(a, i - 1);
}

/* ", Juan Perez," or ", Hans Meier." behind a title: part of the name. */
static uint32_t apposition(const ngi_atoms *a, uint32_t i, uint32_t high)
{
    if (!ngi_atom_mark(a, i, ','))
        return i;
    uint32_t at = i + 1;
    while (at < high && at < i + 6 &&
           (is_capital(a, at) || (at > i + 1 && in_list(a, at, words_of(a)->links)) ||
            (at > i + 1 && inside_name(a, at, high))))
        at++;
    bool whole = at > i + 2 && is_capital(a, at - 1) &&
                 (at >= high || ngi_atom_mark(a, at, ',') || ngi_atom_mark(a, at, '.'));
    return whole ? at : i;
}

/* The speaker that begins at atom i: "die Ministerin Anna Weber", "il", "la alcaldesa". */
static ngi_atom_span name_at(const ngi_atoms *a, uint32_t i, uint32_t high)
{
    const ngi_speech_words *w = words_of(a);
    ngi_atom_span span = {i, i};
    if (in_list(a, i, w->pronouns)) {
        span.end = ngi_atom_is(a, i, "es") && a->tongue == NGI_DE ? i : i + 1; /* "hieß es" */
        return span;
    }
    uint32_t at = i, nouns = 0;
    bool article = in_list(a, i, w->articles) || ngi_atom_is(a, i, "l");
    while (at < high && at < i + NAME) {
        if (!is_word(a, at)) {
            if (at == i || !inside_name(a, at, high))
                break;
            at++;
            continue;
        }
        if (at > i && in_list(a, at, w->ends))
            break;
        if (at == i && (in_list(a, at, w->ends) || is_verb(a, at)) && !is_capital(a, at))
            return span;
        bool inner = at > i && in_list(a, at, w->articles);
        if (inner && a->tongue == NGI_DE && (nouns != 1 || !article || ngi_atom_is(a, at, "die") ||
                                             ngi_atom_is(a, at, "das")))
            break; /* "sagte Anna Weber der Zeitung" */
        if (a->tongue == NGI_DE && at > i && !is_capital(a, at) && nouns > 0 && !in_list(a, at, w->links))
            break;
        nouns += is_capital(a, at);
        at++;
    }
    while (at > i && (!is_word(a, at - 1) || in_list(a, at - 1, w->links) ||
                      (at > i + 1 && in_list(a, at - 1, w->articles))))
        at--;
    span.end = at;
    if (at == i + 1 && article)
        span.end = i; /* an article alone */
    if (span.end > i)
        span.end = apposition(a, at, high);
    return span;
}

/* ---- behind a quotation ---- */

/* "-t-il", "-elle" behind a French verb: atoms used; *pronoun where it stands. */
static uint32_t inversion(const ngi_atoms *a, uint32_t i, uint32_t *pronoun)
{
    if (a->tongue != NGI_FR || !ngi_atom_mark(a, i, '-') || !ngi_atom_glued(a, i))
        return 0;
    uint32_t at = i + 1;
    if (ngi_atom_is(a, at, "t") && ngi_atom_mark(a, at + 1, '-'))
        at += 2;
    if (!in_list(a, at, words_of(a)->pronouns))
        return 0;
    *pronoun = at;
    return at + 1 - i;
}

/* A compound past: "a déclaré", "a-t-il encore dit", "ha dicho". */
static uint32_t compound(const ngi_atoms *a, uint32_t i, uint32_t *pronoun)
{
    if (!in_list(a, i, words_of(a)->auxiliaries))
        return 0;
    uint32_t at = i + 1;
    at += inversion(a, at, pronoun);
    for (int k = 0; k <= ADVERBS; k++, at++) {
        if (is_participle(a, at))
            return at + 1 - i;
        if (!is_word(a, at) || is_capital(a, at))
            break;
    }
    return 0;
}

static ngi_speech with_name(const ngi_atoms *a, uint32_t begin, uint32_t end, uint32_t pronoun,
                            uint32_t high)
{
    ngi_speech s = {.cue = {begin, end}, .found = true};
    if (pronoun != 0) {
        s.source = (ngi_atom_span){pronoun, pronoun + 1};
        if (pronoun < end) /* "a-t-il dit": the pronoun stands inside the cue */
            s.cue.begin = end - 1;
        return s;
    }
    uint32_t at = end;
    while (at < high && at < end + 2 && is_word(a, at) && !is_capital(a, at) &&
           !in_list(a, at, words_of(a)->articles) && !in_list(a, at, words_of(a)->pronouns) &&
           in_list(a, at, " auch weiter dazu noch zudem ferner ainsi encore aussi alors encore "
                          "notamment también además hoy ayer sich "))
        at++;
    s.source = name_at(a, at, high);
    return s;
}

ngi_speech ngi_speech_behind(const ngi_atoms *a, uint32_t end, uint32_t high)
{
    const ngi_speech_words *w = words_of(a);
    uint32_t at = end, pronoun = 0;
    while (at < high && at < end + 2 && (ngi_atom_mark(a, at, ',') || ngi_atom_dash(a, at)))
        at++;
    ngi_speech none = {0};
    if (at >= high || !is_word(a, at))
        return none;
    if ((ngi_atom_is(a, at, "wie") || ngi_atom_is(a, at, "como") || ngi_atom_is(a, at, "comme")) &&
        at + 1 < high) {
        uint32_t verb = at + 1; /* "wie Anna Weber sagte" */
        while (verb < high && verb < at + NAME && is_word(a, verb) && !is_verb(a, verb))
            verb++;
        if (is_verb(a, verb) && verb < high && verb > at + 1)
            return (ngi_speech){{verb, verb + 1}, {at + 1, verb}, true};
    }
    if (in_list(a, at, w->according) && !ngi_atom_is(a, at, "nach")) {
        ngi_speech s = {.cue = {at, at + 1}, .source = name_at(a, at + 1, high)};
        s.found = s.source.end > s.source.begin;
        return s;
    }
    if (ngi_atom_is(a, at, "se") || ngi_atom_is(a, at, "s") || ngi_atom_is(a, at, "le"))
        at += 1 + ngi_atom_mark(a, at + 1, '\'');
    if (in_list(a, at, " y und et puis ") && at + 1 < high)
        at++;
    uint32_t used = compound(a, at, &pronoun);
    if (used == 0 && is_verb(a, at)) {
        used = 1;
        uint32_t inverted = inversion(a, at + 1, &pronoun);
        if (inverted != 0) {
            ngi_speech s = {.cue = {at, at + 1}, .source = {pronoun, pronoun + 1}, .found = true};
            return s;
        }
    }
    return used == 0 || at + used > high ? none : with_name(a, at, at + used, pronoun, high);
}

/* ---- before a quotation ---- */

static uint32_t sentence_begin(const ngi_atoms *a, uint32_t low, uint32_t begin)
{
    uint32_t at = begin;
    while (at > low && begin - at < BACK && !ngi_atom_ends_sentence(a, at - 1))
        at--;
    return at;
}

/* The speaker before the verb at atom `verb`; empty where a preposition opens the sentence. */
static ngi_atom_span subject(const ngi_atoms *a, uint32_t low, uint32_t verb)
{
    const ngi_speech_words *w = words_of(a);
    uint32_t at = verb, commas = 0;
    while (at > low) {
        bool comma = ngi_atom_mark(a, at - 1, ',');
        bool stop = a->items[at - 1].kind == NGI_ATOM_MARK && !comma && !inside_name(a, at - 1, verb);
        if (stop || (comma && at != verb && commas == 0) || (comma && commas == 1 && at != verb &&
                                                              !is_capital(a, low)))
            break;
        commas += comma;
        at--;
    }
    while (at < verb && (in_list(a, at, " und aber doch et mais or y pero e que dass ") ||
                         (a->items[at].kind == NGI_ATOM_MARK)))
        at++;
    ngi_atom_span span = {at, verb};
    while (span.end > span.begin && ngi_atom_mark(a, span.end - 1, ','))
        span.end--;
    while (span.end > span.begin + 1 &&
           in_list(a, span.end - 1, " se lui leur nous me le les la lo también auch en y ne n s "))
        span.end--;
    bool opens = in_list(a, at, w->articles) || in_list(a, at, w->pronouns) || is_capital(a, at) ||
                 ngi_atom_is(a, at, "l");
    bool preposition = in_list(a, at, w->ends) && !in_list(a, at, w->articles);
    if (!opens || preposition || span.end - span.begin > 2 * NAME || ngi_atom_has(a, at, NGI_W_WEEKDAY))
        span.end = span.begin;
    return span;
}

ngi_speech ngi_speech_before(const ngi_atoms *a, uint32_t low, uint32_t begin)
{
    const ngi_speech_words *w = words_of(a);
    ngi_speech none = {0};
    uint32_t from = sentence_begin(a, low, begin);
    for (uint32_t k = begin; k > from; k--) {
        uint32_t at = k - 1, pronoun = 0, cue_begin = at;
        if (is_participle(a, at)) {
            uint32_t aux = at;
            for (int b = 0; b <= ADVERBS + 1 && aux > from; b++) {
                aux--;
                if (in_list(a, aux, w->auxiliaries))
                    break;
            }
            if (!in_list(a, aux, w->auxiliaries)) {
                if (!is_verb(a, at))
                    continue;
            } else {
                cue_begin = a->tongue == NGI_DE ? at : aux;
                if (a->tongue == NGI_DE) {
                    ngi_speech s = {.cue = {at, at + 1}, .source = subject(a, from, aux), .found = true};
                    if (s.source.end == s.source.begin)
                        s.source = name_at(a, aux + 1, at);
                    return s;
                }
            }
        } else if (!is_verb(a, at)) {
            continue;
        }
        ngi_speech s = {.cue = {cue_begin, at + 1}, .source = subject(a, from, cue_begin), .found = true};
        if (s.source.end == s.source.begin)
            s.source = name_at(a, at + 1, begin);
        (void)pronoun;
        return s;
    }
    for (uint32_t k = from; k < begin; k++)
        if (in_list(a, k, w->according) && !ngi_atom_is(a, k, "so") && !ngi_atom_is(a, k, "nach")) {
            ngi_speech s = {.cue = {k, k + 1}, .source = name_at(a, k + 1, begin)};
            s.found = s.source.end > s.source.begin;
            return s;
        }
    return none;
}
