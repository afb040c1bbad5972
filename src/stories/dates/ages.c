/* SPDX-License-Identifier: Apache-2.0 */
/* Finds relative ages: "5 days ago", "vor 2 Stunden", "2日前", "yesterday 14:05".
 *
 * An age is a number, a unit and a marker before or behind it, glued to a section's name
 * or not ("World5 days ago", "Politikvor 2 Stunden"); or a word for a day; or, where it
 * stands apart, a number and a short unit ("5d"). Tables for all languages at once are in
 * ages_words.c. Where in the text it may stand keeps prose out: a headline that ends in
 * "... five years ago" has no age. Texts are short: what is longer than the token window
 * is looked at in its beginning only. */
#include "stories/dates/ages_words.h"
#include "stories/fields/bylines_words.h"
#include "stories/dates/dates.h"
#include "stories/scene.h"

typedef enum age_kind {
    AGE_NUMBER,  /* number, unit, marker */
    AGE_COMPACT, /* number, short unit */
    AGE_WORD,    /* yesterday */
    AGE_CLOCK,   /* yesterday 14:05 */
} age_kind;

typedef struct age {
    age_kind kind;
    int64_t count[2]; /* "1 hour 20 minutes" */
    int unit[2];
    int parts;
    ngi_moment clock;   /* AGE_CLOCK */
    size_t first, last; /* tokens */
    size_t begin;       /* byte: within token `first` where the marker is glued to a word */
    bool vague;         /* "a few hours ago": the day only */
    bool spelled;       /* its number is a word, or there is none */
} age;

static uint32_t mark_at(const ngi_tokens *t, size_t i)
{
    return i < t->count && t->at[i].kind == NGI_TOKEN_MARK ? t->at[i].value : 0;
}

static bool is_number(const ngi_tokens *t, size_t i)
{
    return i < t->count && t->at[i].kind == NGI_TOKEN_NUMBER;
}

/* ---- phrases ---- */

static int number_word(const ngi_tokens *t, size_t i)
{
    return ngi_words_find(ngi_age_numbers, ngi_age_numbers_count, ngi_token_fold(t, i));
}

/* What a word is as a unit: its number and flags, or -1. */
static int unit_word(ng_slice fold)
{
    return ngi_words_find(ngi_age_units, ngi_age_units_count, fold);
}

/* Letters that stand before a marker glued to them: a word, not a prefix ("be-vor"). */
enum { GLUED_LEAST = 3 };

/* Whether the tokens before i are the words of `phrase`; the first may be glued behind
 * another word: *begin is the byte where it begins. */
static bool phrase_before(const ngi_tokens *t, size_t i, const char *phrase, size_t *first,
                          size_t *begin)
{
    ng_slice all = ngi_slice_of(phrase), word;
    size_t words = 1;
    for (size_t k = 0; k < all.len; k++)
        words += all.ptr[k] == ' ';
    if (i < words)
        return false;
    size_t k = i - words, from = 0;
    for (bool lead = true; ngi_split(&all, ' ', &word); k++, lead = false) {
        ng_slice fold = ngi_token_fold(t, k);
        if (lead && fold.len > word.len && ngi_ends(fold, word) &&
            t->at[k].kind == NGI_TOKEN_WORD) {
            ng_slice stem = ngi_slice_sub(fold, 0, fold.len - word.len);
            if (ngi_utf8_count(stem) < GLUED_LEAST)
                return false;
            /* folding keeps the number of letters, not of bytes: count from the end */
            size_t at = t->at[k].end;
            for (size_t letters = ngi_utf8_count(word); letters > 0 && at > t->at[k].begin;) {
                uint32_t c = ngi_utf8_previous(t->text, &at);
                letters -= ngi_is_letter(c) && c != 0x0640;
            }
            from = at;
        } else if (ngi_equal(fold, word)) {
            if (lead)
                from = t->at[k].begin;
        } else {
            return false;
        }
    }
    *first = i - words;
    *begin = from;
    return true;
}

static bool marker_before(const ngi_tokens *t, size_t i, int kind, age *out)
{
    while (i > 0 && ngi_token_in(t, i - 1,
                                 " etwa rund ca environ cerca de unos unas circa asi "
                                 "okolo около noin kolem um "))
        i--;
    for (size_t k = 0; i > 0 && k < ngi_age_before_count; k++)
        if (ngi_age_before[k].value == kind &&
            phrase_before(t, i, ngi_age_before[k].word, &out->first, &out->begin))
            return true;
    return false;
}

static size_t marker_behind(const ngi_tokens *t, size_t i)
{
    size_t from = i;
    if (mark_at(t, i) == '.' && t->at[i].glued)
        i++;
    if (ngi_token_in(t, i, " நேரம் நேரத்திற்கு நேரத்துக்கு "))
        i++;
    int value;
    size_t used = ngi_words_phrase(t, i, ngi_age_after, ngi_age_after_count, &value);
    for (size_t k = 0; used == 0 && ngi_age_after_spelled[k] != NULL; k++)
        used = ngi_token_spell(t, i, ngi_age_after_spelled[k]);
    /* "15일 전남": the beginning of a Korean word is no marker */
    if (used != 0 && ngi_token_spell(t, i, "전") != 0 && i + 1 < t->count && t->at[i + 1].glued &&
        t->at[i + 1].kind == NGI_TOKEN_WORD)
        return from;
    return used == 0 ? from : i + used;
}

/* ---- number and unit ---- */

/* The unit at token i, or -1; *used tokens. */
static int unit_at(const ngi_tokens *t, size_t i, size_t *used)
{
    ng_slice fold = ngi_token_fold(t, i);
    *used = 1;
    if (fold.len == 0 || t->at[i].kind != NGI_TOKEN_WORD)
        return -1;
    int unit = unit_word(fold);
    if (unit >= 0 && (unit & NGI_AGE_DUAL) == 0)
        return unit & NGI_AGE_UNIT_BITS;
    if (!ngi_token_no_case(fold))
        return -1;
    for (const ngi_age_spelling *s = ngi_age_spelled; s->text != NULL; s++)
        if ((*used = ngi_token_spell(t, i, s->text)) != 0)
            return s->unit;
    *used = 1;
    /* without case a word may be glued behind */
    for (size_t len = fold.len - 1; len >= 6 && len < fold.len; len--) {
        if (((unsigned char)fold.ptr[len] & 0xC0) == 0x80 || fold.len - len < 6)
            continue;
        unit = unit_word(ngi_slice(fold.ptr, len));
        if (unit >= 0 && (unit & NGI_AGE_DUAL) == 0)
            return unit & NGI_AGE_UNIT_BITS;
    }
    return -1;
}

/* The count at token i, a number or a word for one, or -1. */
static int64_t count_at(const ngi_tokens *t, size_t i, bool *vague)
{
    *vague = false;
    if (is_number(t, i)) {
        if (i >= 2 && t->at[i].glued && t->at[i - 1].glued && is_number(t, i - 2) &&
            (mark_at(t, i - 1) == '.' || mark_at(t, i - 1) == ',' || mark_at(t, i - 1) == '/' ||
             mark_at(t, i - 1) == ':'))
            return -1; /* the end of 2.5 */
        return t->at[i].value <= 9999 ? (int64_t)t->at[i].value : -1;
    }
    int word = number_word(t, i);
    if (word == NGI_AGE_FEW) {
        *vague = true;
        return 1;
    }
    return word;
}

static bool same_year_word(const ngi_tokens *t, size_t unit_at, size_t marker)
{
    return ngi_token_in(t, unit_at, " год ") && ngi_token_in(t, marker, " тому ");
}

/* Number, unit, and where so a second pair, at token i. The token behind, or 0. */
static size_t pairs_at(const ngi_tokens *t, size_t i, age *out)
{
    size_t used;
    out->count[0] = count_at(t, i, &out->vague);
    out->unit[0] = out->count[0] < 0 ? -1 : unit_at(t, i + 1, &used);
    if (out->unit[0] < 0)
        return 0;
    out->parts = 1;
    out->spelled = !is_number(t, i);
    size_t k = i + 1 + used;
    bool vague;
    size_t next = k + (mark_at(t, k) == ',' || ngi_token_in(t, k, " and und et y e og och "));
    if (is_number(t, next)) {
        out->count[1] = count_at(t, next, &vague);
        out->unit[1] = out->count[1] < 0 ? -1 : unit_at(t, next + 1, &used);
        if (out->unit[1] >= 0 && out->unit[1] < out->unit[0]) {
            out->parts = 2;
            return next + 1 + used;
        }
    }
    return k;
}

/* A short unit's dot belongs to it: "vor 5 Min." */
static size_t past_dot(const ngi_tokens *t, size_t i)
{
    bool short_word = i > 0 && t->at[i - 1].fold_end - t->at[i - 1].fold <= 4;
    return short_word && mark_at(t, i) == '.' && t->at[i].glued ? i + 1 : i;
}

static bool number_age(const ngi_tokens *t, size_t i, age *out)
{
    size_t end = pairs_at(t, i, out);
    if (end == 0)
        return false;
    out->kind = AGE_NUMBER;
    out->first = i;
    out->begin = t->at[i].begin;
    size_t behind = marker_behind(t, end);
    if (behind != end) {
        if (same_year_word(t, end - 1, behind - 1) && !ngi_token_in(t, behind, " назад "))
            out->unit[out->parts - 1] = NGI_HOUR;
        out->last = behind;
        if (!marker_before(t, i, NGI_AGE_HALF, out))
            marker_before(t, i, 0, out); /* "hace 2 días atrás" */
        return true;
    }
    if (marker_before(t, i, 0, out)) {
        out->last = past_dot(t, end);
        return true;
    }
    int word = unit_word(ngi_token_fold(t, end - 1));
    if (word >= 0 && (word & NGI_AGE_SELF) != 0) {
        out->last = end;
        return true;
    }
    out->kind = AGE_COMPACT;
    out->last = past_dot(t, end);
    const ngi_token *unit = &t->at[end - 1];
    return is_number(t, i) && unit->glued && !unit->upper && out->count[0] > 0 &&
           ngi_token_in(t, end - 1, " d h hr hrs w wk m std hod ч дн ") &&
           !(out->count[0] == 24 && out->unit[0] == NGI_HOUR); /* "24h": round the clock */
}

/* A unit in the singular, or two in one word, beside a marker: "hour ago", "منذ يومين". */
static bool lone_age(const ngi_tokens *t, size_t i, age *out)
{
    ng_slice fold = ngi_token_fold(t, i);
    if (i >= t->count || t->at[i].kind != NGI_TOKEN_WORD)
        return false;
    int word = unit_word(fold);
    if (word < 0 || (word & (NGI_AGE_LONE | NGI_AGE_DUAL)) == 0)
        return false;
    out->count[0] = (word & NGI_AGE_DUAL) != 0 ? 2 : 1;
    out->unit[0] = word & NGI_AGE_UNIT_BITS;
    out->kind = AGE_NUMBER;
    out->parts = 1;
    out->spelled = true;
    out->first = i;
    out->begin = t->at[i].begin;
    size_t behind = marker_behind(t, i + 1);
    out->last = behind;
    if (behind != i + 1)
        return true;
    return marker_before(t, i, 0, out);
}

/* Swahili puts the number behind: "siku 5 zilizopita". */
static bool turned_age(const ngi_tokens *t, size_t i, age *out)
{
    size_t used;
    if (!is_number(t, i + 1) ||
        !ngi_token_in(t, i, " saa masaa siku dakika wiki mwezi miezi mwaka miaka sekunde "))
        return false;
    out->unit[0] = unit_at(t, i, &used);
    out->count[0] = count_at(t, i + 1, &out->vague);
    out->parts = 1;
    out->kind = AGE_NUMBER;
    out->first = i;
    out->begin = t->at[i].begin;
    out->last = marker_behind(t, i + 2);
    return out->unit[0] >= 0 && out->count[0] >= 0 && out->last != i + 2;
}

/* ---- words for days ---- */

enum { GLUED_DAY_LEAST = 6 }; /* short words end others: "fichier", "خامس" */

/* A word for a day at the end of another word, glued to it: its days, or -1. */
static int glued_day(const ngi_tokens *t, size_t i, size_t *begin)
{
    ng_slice fold = ngi_token_fold(t, i);
    if (i + 1 < t->count && t->at[i + 1].kind == NGI_TOKEN_WORD)
        return -1; /* such a word ends its line, or a time follows */
    if (fold.len < GLUED_LEAST + 6)
        return -1;
    size_t stem = 0, from = 0, letters = ngi_utf8_count(fold);
    for (; letters > 0; letters--, stem++, ngi_utf8_next(fold, &from)) { /* the longest first */
        if (stem < GLUED_LEAST || (letters < GLUED_DAY_LEAST && letters != 3))
            continue;
        int days = ngi_words_find(ngi_age_days, ngi_age_days_count, ngi_slice_from(fold, from));
        size_t at = t->at[i].end;
        for (size_t k = letters; days >= 0 && k > 0; k--)
            ngi_utf8_previous(t->text, &at);
        if (days < 0 || days == NGI_AGE_NOW || at <= t->at[i].begin)
            continue;
        if (letters >= GLUED_DAY_LEAST ||
            ngi_equal(ngi_slice_sub(t->text, at, t->at[i].end), NGI_LIT("أمس"))) {
            *begin = at;
            return days;
        }
    }
    return -1;
}

static bool word_age(const ngi_tokens *t, size_t i, age *out)
{
    int days = -1;
    if (t->at[i].kind != NGI_TOKEN_WORD)
        return false;
    out->begin = t->at[i].begin;
    size_t used = ngi_words_phrase(t, i, ngi_age_days, ngi_age_days_count, &days);
    if (used == 0 && (days = glued_day(t, i, &out->begin)) < 0)
        return false;
    used = used == 0 ? 1 : used;
    out->kind = AGE_WORD;
    out->parts = 1;
    out->first = i;
    out->last = i + used;
    out->unit[0] = NGI_DAY;
    if (days == NGI_AGE_NOW) {
        out->unit[0] = NGI_SECOND;
        return true;
    }
    out->count[0] = days;
    out->last = ngi_time_behind(t, i + used, &out->clock);
    if (out->clock.has_time)
        out->kind = AGE_CLOCK;
    return true;
}

/* ---- where it may stand ---- */

static bool is_separator(uint32_t mark)
{
    return mark == '|' || mark == 0xB7 || mark == 0x2022 || mark == '-' || mark == 0x2013 ||
           mark == 0x2014 || mark == '/' || mark == ':' || mark == '*' || mark == '(' ||
           mark == ')' || mark == '[' || mark == ']' || mark == 0x25CF || mark == '>' ||
           mark == 0x203A || mark == 0xBB || mark == '<' || mark == 0xAB || mark == ';';
}

static size_t words_between(const ngi_tokens *t, size_t from, size_t to)
{
    size_t words = 0;
    for (size_t i = from; i < to; i++)
        words += t->at[i].kind != NGI_TOKEN_MARK && !(i > from && t->at[i].glued);
    return words;
}

static bool is_lead(const ngi_tokens *t, size_t i)
{
    return ngi_words_find(ngi_age_lead, ngi_age_lead_count, ngi_token_fold(t, i)) >= 0;
}

/* Only words such as "Updated" and marks before token i. */
static bool only_lead_before(const ngi_tokens *t, size_t i)
{
    while (i > 0)
        if (t->at[--i].kind == NGI_TOKEN_NUMBER ||
            (t->at[i].kind == NGI_TOKEN_WORD && !is_lead(t, i)))
            return false;
    return true;
}

typedef enum side { SIDE_OPEN, SIDE_COMMA, SIDE_PROSE } side;

static side left_of(const ngi_tokens *t, const age *a)
{
    size_t i = a->first;
    if (a->begin != t->at[i].begin || only_lead_before(t, i) || is_separator(mark_at(t, i - 1)))
        return SIDE_OPEN;
    if (t->at[i].glued && t->at[i - 1].kind == NGI_TOKEN_WORD)
        return SIDE_OPEN;
    return mark_at(t, i - 1) != 0 ? SIDE_COMMA : SIDE_PROSE;
}

/* "Yesterday By Jo Harrow": a byline follows. */
static bool opens_byline(const ngi_tokens *t, size_t i)
{
    int phrase =
        i + 2 < t->count && t->at[i].kind == NGI_TOKEN_WORD && t->at[i + 1].upper
            ? ngi_words_find(ngi_byline_phrases, ngi_byline_phrases_count, ngi_token_fold(t, i))
            : -1;
    return phrase >= 0 && (phrase & (NGI_BYLINE_OPEN | NGI_BYLINE_MAYBE)) != 0;
}

static side right_of(const ngi_tokens *t, const age *a)
{
    size_t i = a->last;
    while (mark_at(t, i) == '.' || mark_at(t, i) == '!')
        i++;
    if (i >= t->count || is_separator(mark_at(t, i)))
        return SIDE_OPEN;
    if (t->at[i].glued && t->at[i].kind == NGI_TOKEN_WORD)
        return SIDE_OPEN;
    if (opens_byline(t, i))
        return SIDE_OPEN;
    return mark_at(t, i) != 0 ? SIDE_COMMA : SIDE_PROSE;
}

/* More words than this are prose, whatever stands in them. */
enum { MOST_WORDS = 20, MOST_BEHIND = 8, OLDEST_YEARS = 25 };

static bool number_stands(const ngi_tokens *t, const age *a, side left, side right)
{
    size_t before = words_between(t, 0, a->first);
    size_t behind = words_between(t, a->last, t->count);
    bool years = a->unit[0] == NGI_YEAR;
    if (before + behind != 0 && (years && (a->count[0] > OLDEST_YEARS || left == SIDE_PROSE)))
        return false; /* "died 50 years ago", "100 years ago: how they lived" */
    if (left != SIDE_OPEN)
        return right != SIDE_PROSE && before <= (a->spelled ? 2 : 5) && behind <= MOST_BEHIND;
    if (right == SIDE_OPEN)
        return before + behind <= MOST_WORDS || before == 0;
    return !a->spelled && before + behind <= MOST_BEHIND;
}

/* A word such as "today" is also a name, a label, the beginning of a phrase. */
static bool word_stands(const ngi_tokens *t, const age *a, side left, side right)
{
    const ngi_token *word = &t->at[a->first];
    size_t before = words_between(t, 0, a->first);
    bool range = a->first >= 2 && mark_at(t, a->first - 1) != 0 && is_number(t, a->first - 2);
    if (right != SIDE_OPEN || range)
        return false;
    bool behind_glued = a->last < t->count && t->at[a->last].glued && mark_at(t, a->last) == 0;
    bool before_glued =
        a->begin != word->begin || (a->first > 0 && word->glued && mark_at(t, a->first - 1) == 0);
    bool no_case = ngi_token_no_case(ngi_token_fold(t, a->first));
    if (a->count[0] == 0)
        return left == SIDE_OPEN && !behind_glued && !(before_glued && !no_case) &&
               !(word->shout && word->end - word->begin > 2 && !no_case);
    if (behind_glued && no_case && a->first == 0)
        return false;
    return left == SIDE_OPEN || (before == 1 && (word->upper || no_case)) ||
           (before <= 2 && left == SIDE_COMMA);
}

/* Whether an age can stand here, by how sure its form is. */
static bool stands_apart(const ngi_tokens *t, const age *a)
{
    side left = left_of(t, a), right = right_of(t, a);
    size_t before = words_between(t, 0, a->first);
    switch (a->kind) {
    case AGE_NUMBER: return number_stands(t, a, left, right);
    case AGE_CLOCK: return left == SIDE_OPEN || (right != SIDE_PROSE && before <= 4);
    case AGE_WORD: return word_stands(t, a, left, right);
    default:
        return left == SIDE_OPEN && right == SIDE_OPEN && mark_at(t, a->last) != '/' &&
               !(a->last < t->count && t->at[a->last].glued && mark_at(t, a->last) == 0) &&
               !(a->first > 0 && ngi_token_in(t, a->first - 1, " a to bis "));
    }
}

/* ---- arithmetic ---- */

/* What an age comes to: hours and less keep the time, all else is a day. */
static ng_slice count_back(ngi_arena *arena, const age *a, ng_slice now)
{
    static const int64_t lengths[] = {1, 60, 3600, 86400, 7 * 86400};
    ngi_moment m;
    if (!ngi_moment_read(now, &m))
        return (ng_slice){0};
    bool keep = !a->vague;
    for (int i = 0; i < a->parts; i++) {
        if (a->unit[i] == NGI_MONTH || a->unit[i] == NGI_YEAR)
            ngi_moment_months_back(&m, a->count[i] * (a->unit[i] == NGI_YEAR ? 12 : 1));
        else
            ngi_moment_seconds_back(&m, a->count[i] * lengths[a->unit[i]]);
        keep = keep && a->unit[i] <= NGI_HOUR;
    }
    if (a->kind == AGE_CLOCK) {
        m.hour = a->clock.hour, m.minute = a->clock.minute, m.second = a->clock.second;
        if (a->clock.has_zone)
            m.zone = a->clock.zone, m.has_zone = true;
        m.has_time = true;
    } else if (!keep) {
        m.has_time = false;
    }
    return ngi_moment_sane(&m) ? ngi_moment_print(arena, &m) : (ng_slice){0};
}

static bool age_at(const ngi_tokens *t, size_t i, age *out)
{
    static bool (*const forms[])(const ngi_tokens *, size_t, age *) = {number_age, turned_age,
                                                                       lone_age, word_age};
    if (t->at[i].kind == NGI_TOKEN_MARK)
        return false;
    for (size_t k = 0; k < NGI_COUNT(forms); k++) {
        *out = (age){0};
        if (forms[k](t, i, out) && stands_apart(t, out))
            return true;
    }
    return false;
}

/* Longer texts are prose; without a digit, those of more words than "a few hours ago" and a
 * section have. A text of many words has its age in its first words. */
enum { LONGEST_TEXT = 600, LONGEST_IN_WORDS = 100, MOST_GAPS_IN_WORDS = 7, FIRST_BYTES = 32 };

/* A look that is cheaper than tokens: pages have thousands of blocks. */
static bool may_have_age(ng_slice text)
{
    size_t gaps = 0, digit = NGI_NONE;
    for (size_t i = 0; i < text.len;) {
        size_t at = i;
        unsigned char b = (unsigned char)text.ptr[i];
        i += b < 0x80;
        gaps += b == ' ';
        if (b >= 0x80 ? ngi_is_digit(ngi_utf8_next(text, &i)) : b >= '0' && b <= '9')
            digit = digit == NGI_NONE ? at : digit;
    }
    if (digit == NGI_NONE)
        return text.len <= LONGEST_IN_WORDS && gaps <= MOST_GAPS_IN_WORDS;
    return gaps <= MOST_WORDS + 4 || digit <= FIRST_BYTES;
}

bool ngi_age_find(ngi_arena *arena, ng_slice text, ng_slice now, size_t *begin, size_t *end,
                  ng_slice *date)
{
    ngi_tokens tokens;
    age found;
    *date = (ng_slice){0};
    if (text.len > LONGEST_TEXT || !may_have_age(text))
        return false;
    ngi_tokens_cut(text, &tokens);
    bool numbers_only = words_between(&tokens, 0, tokens.count) > MOST_WORDS;
    for (size_t i = 0; i < tokens.count; i++) {
        if ((numbers_only && !is_number(&tokens, i)) || !age_at(&tokens, i, &found))
            continue;
        *begin = found.begin;
        *end = tokens.at[found.last - 1].end;
        *date = count_back(arena, &found, now);
        return true;
    }
    return false;
}

bool ngi_weekday_find(ngi_arena *arena, ng_slice text, ng_slice now, size_t *begin, size_t *end,
                      ng_slice *date)
{
    ngi_tokens t;
    ngi_moment m;
    size_t used = 0, i = 0;
    *date = (ng_slice){0};
    if (text.len > 160)
        return false;
    ngi_tokens_cut(text, &t);
    int day = -1;
    for (; i < t.count && day < 0; i++)
        day = ngi_weekday_at(&t, i, &used);
    if (day < 0)
        return false;
    i--;
    age shape = {.kind = AGE_WORD, .first = i, .last = i + used, .begin = t.at[i].begin};
    ngi_moment clock = {0};
    size_t behind = ngi_time_behind(&t, shape.last, &clock);
    if (clock.has_time)
        shape.kind = AGE_CLOCK, shape.last = behind;
    if (!stands_apart(&t, &shape))
        return false;
    *begin = shape.begin;
    *end = t.at[shape.last - 1].end;
    if (!ngi_moment_read(now, &m))
        return true;
    int64_t today = ngi_days_of(m.year, m.month, m.day);
    ngi_days_to(today - ((today + 3) % 7 - day + 7) % 7, &m.year, &m.month, &m.day);
    m.has_time = clock.has_time;
    m.hour = clock.hour, m.minute = clock.minute, m.second = clock.second;
    if (clock.has_zone)
        m.zone = clock.zone, m.has_zone = true;
    *date = ngi_moment_print(arena, &m);
    return true;
}
