/* SPDX-License-Identifier: Apache-2.0 */
/* Guesses the charset of a page that doesn't tell it and isn't UTF-8.
 *
 * Only the words that hold bytes above 0x7F are looked at. Encodings of several bytes a
 * character show themselves by how few of their characters are broken and how many are
 * among the frequent ones of their language. Single bytes are read in each encoding and
 * rated, language by language, by the letters that this language uses: log-likelihoods,
 * with fines for what no text does: symbols and capitals within words, scripts mixed.
 * The page's lang attribute and how common a charset is weigh in like a few letters.
 *
 * Some 30 encodings, 40 languages, 16 kB of words: 3 ms a page, for the few that need it. */
#include "base/utf8.h"
#include "bytes/charset.h"
#include "bytes/letters.h"

#include <math.h>

enum { SAMPLE = 16 * 1024, WORD = 2048 };

static const lxb_encoding_data_t *data_of(lxb_encoding_t encoding)
{
    return lxb_encoding_data(encoding);
}

/* ---- UTF-16 by its NULs ---- */

const lxb_encoding_data_t *ngi_detect_utf16(ng_slice page)
{
    size_t nul[2] = {0, 0}, pairs = page.len / 2 < 32768 ? page.len / 2 : 32768;
    if (pairs == 0 || memchr(page.ptr, 0, pairs * 2) == NULL) /* as with nearly all pages */
        return NULL;
    for (size_t i = 0; i < pairs * 2; i++)
        nul[i & 1] += page.ptr[i] == 0;
    /* Markup, spaces and digits are ASCII, so a tenth at least of the units have a zero half;
     * few characters but U+4E00 have a zero in the other. */
    for (size_t half = 0; half < 2; half++)
        if (nul[half] >= 2 && nul[half] * 10 >= pairs && nul[1 - half] * 8 <= nul[half])
            return data_of(half == 0 ? LXB_ENCODING_UTF_16BE : LXB_ENCODING_UTF_16LE);
    return NULL;
}

/* ---- the sample ---- */

static bool ends_word(char c)
{
    return (unsigned char)c < 0x30 || c == '<' || c == '>';
}

/* Gathers the words that hold bytes above 0x7F, each with the byte behind it. Returns its
 * length. */
static size_t take_sample(ng_slice page, char sample[SAMPLE + WORD])
{
    size_t used = 0;
    for (size_t i = 0; i < page.len && used < SAMPLE; i++) {
        if ((unsigned char)page.ptr[i] < 0x80)
            continue;
        size_t begin = i, end = i;
        while (begin > 0 && i - begin < 64 && !ends_word(page.ptr[begin - 1]))
            begin--;
        while (end < page.len && end - begin < WORD - 2 && !ends_word(page.ptr[end]))
            end++;
        memcpy(sample + used, page.ptr + begin, end - begin);
        used += end - begin;
        sample[used++] = end < page.len && ends_word(page.ptr[end]) ? page.ptr[end] : ' ';
        i = end;
    }
    return used;
}

/* ---- encodings of several bytes ---- */

typedef struct char_set {
    unsigned char bits[65536 / 8];
} char_set;

static void set_add(char_set *set, const char *text)
{
    ng_slice s = ngi_slice_of(text);
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        if (c <= 0xFFFF)
            set->bits[c / 8] |= (unsigned char)(1u << c % 8);
    }
}

static bool set_has(const char_set *set, uint32_t c)
{
    return c <= 0xFFFF && (set->bits[c / 8] >> c % 8 & 1) != 0;
}

typedef struct wide_encoding {
    lxb_encoding_t encoding;
    const char *common; /* characters frequent in its language */
    bool kana;          /* kana are frequent as well */
    const char *langs;
} wide_encoding;

static const wide_encoding wide_encodings[] = {
    {LXB_ENCODING_GB18030, ngi_common_chinese, false, "zh "},
    {LXB_ENCODING_BIG5, ngi_common_chinese, false, "zh "},
    {LXB_ENCODING_SHIFT_JIS, ngi_common_japanese, true, "ja "},
    {LXB_ENCODING_EUC_JP, ngi_common_japanese, true, "ja "},
    {LXB_ENCODING_EUC_KR, ngi_common_korean, false, "ko "},
};

typedef struct wide_count {
    size_t broken, common, others;
} wide_count;

/* Characters of one or two bytes that tell nothing: punctuation, wide forms, Latin. */
static bool tells_nothing(uint32_t c)
{
    return c < 0x80 || (c >= 0x2000 && c < 0x2600) || (c >= 0x3000 && c < 0x3020) ||
           (c >= 0xFF00 && c < 0xFF61) || c == 0xB7 || c == 0x30FB;
}

static void count_wide(const wide_encoding *w, ng_slice text, wide_count *out)
{
    char_set common = {{0}};
    set_add(&common, w->common);
    *out = (wide_count){0};
    for (size_t i = 0; i < text.len;) {
        uint32_t c = ngi_utf8_next(text, &i);
        if (c == 0xFFFD)
            out->broken++;
        else if (set_has(&common, c) || (w->kana && c >= 0x3041 && c < 0x30FF && c != 0x30FB))
            out->common++;
        else if (!tells_nothing(c))
            out->others++;
    }
}

/* Whether `langs` ("da no nb ") names the primary tag of `lang` ("nb-NO"). */
static bool speaks(const char *langs, ng_slice lang)
{
    ng_slice rest = ngi_slice_of(langs), one;
    size_t end = 0;
    while (end < lang.len && ngi_is_letter((unsigned char)lang.ptr[end]))
        end++;
    while (end != 0 && ngi_split(&rest, ' ', &one))
        if (ngi_equal_nocase(one, ngi_slice_sub(lang, 0, end)))
            return true;
    return false;
}

/* The share of frequent characters, less the broken ones; text is room for the decoding. */
static double rate_wide(const wide_encoding *w, ng_slice sample, ng_slice lang, char *text)
{
    wide_count n;
    size_t len = ngi_transcode_piece(data_of(w->encoding), sample, text);
    count_wide(w, ngi_slice(text, len), &n);
    bool hinted = speaks(w->langs, lang);
    double all = (double)(n.broken + n.common + n.others);
    if (all < (hinted ? 1 : 5))
        return 0;
    return ((double)n.common - 4.0 * (double)n.broken) / all + (hinted ? 0.1 : 0);
}

static const lxb_encoding_data_t *best_wide(ng_slice sample, ng_slice lang, char *text)
{
    const lxb_encoding_data_t *best = NULL;
    double top = 0.3; /* real text: 0.5 to 0.95; text read in a wrong encoding: below 0.2 */
    for (size_t i = 0; i < NGI_COUNT(wide_encodings); i++) {
        double rate = rate_wide(&wide_encodings[i], sample, lang, text);
        if (rate > top) {
            top = rate;
            best = data_of(wide_encodings[i].encoding);
        }
    }
    return best;
}

/* ISO-2022-JP is all ASCII bytes, but for its escape sequences. */
bool ngi_detect_iso_2022_jp(ng_slice page)
{
    size_t shifts = 0;
    for (ng_slice s = page; s.len >= 3;) {
        size_t at = ngi_find_char(s, 0x1B);
        if (at == NGI_NONE)
            break;
        s = ngi_slice_from(s, at);
        shifts += ngi_starts(s, NGI_LIT("\x1B$B")) || ngi_starts(s, NGI_LIT("\x1B$@"));
        s = ngi_slice_from(s, 1);
    }
    return shifts != 0;
}

/* ---- single bytes ---- */

typedef struct narrow_encoding {
    lxb_encoding_t encoding;
    double prior; /* log of how much less common it is than windows-1252, in good measure */
} narrow_encoding;

static const narrow_encoding narrow_encodings[] = {
    {LXB_ENCODING_WINDOWS_1252, 0},  {LXB_ENCODING_WINDOWS_1251, -1},
    {LXB_ENCODING_WINDOWS_1250, -1}, {LXB_ENCODING_ISO_8859_2, -1.5},
    {LXB_ENCODING_WINDOWS_1253, -1}, {LXB_ENCODING_ISO_8859_7, -1.5},
    {LXB_ENCODING_WINDOWS_1254, -1}, {LXB_ENCODING_WINDOWS_1255, -1},
    {LXB_ENCODING_WINDOWS_1256, -1}, {LXB_ENCODING_ISO_8859_6, -3},
    {LXB_ENCODING_WINDOWS_1257, -1}, {LXB_ENCODING_ISO_8859_13, -4},
    {LXB_ENCODING_ISO_8859_4, -5},   {LXB_ENCODING_ISO_8859_10, -8},
    {LXB_ENCODING_ISO_8859_15, -1},  {LXB_ENCODING_KOI8_R, -1},
    {LXB_ENCODING_KOI8_U, -1.5},     {LXB_ENCODING_ISO_8859_5, -3},
    {LXB_ENCODING_IBM866, -6},       {LXB_ENCODING_X_MAC_CYRILLIC, -9},
    {LXB_ENCODING_WINDOWS_874, -3},  {LXB_ENCODING_WINDOWS_1258, -3},
    {LXB_ENCODING_ISO_8859_16, -8},  {LXB_ENCODING_ISO_8859_3, -8},
    {LXB_ENCODING_ISO_8859_14, -8},  {LXB_ENCODING_ISO_8859_8_I, -4},
    {LXB_ENCODING_MACINTOSH, -9},
};

/* What a character is for the fines. */
enum class { SPACE, LOWER, UPPER, UNCASED, MARK, SYMBOL, BROKEN };

typedef struct glyph {
    uint32_t c, small;                 /* small: its small letter */
    unsigned char class, script, mark; /* mark: its rank among marks */
} glyph;

enum script { NO_SCRIPT, LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, THAI, OTHER_SCRIPT };

static enum script script_of(uint32_t c)
{
    if (c < 0x250)
        return LATIN;
    if (c >= 0x370 && c < 0x400)
        return GREEK;
    if (c >= 0x400 && c < 0x530)
        return CYRILLIC;
    if (c >= 0x590 && c < 0x600)
        return HEBREW;
    if (c >= 0x600 && c < 0x700)
        return ARABIC;
    return c >= 0xE00 && c < 0xE80 ? THAI : OTHER_SCRIPT;
}

/* Quotation marks, dashes and other signs of any language's text, by falling frequency. */
static const uint16_t marks[] = {0x2019, 0xA0,   0x201C, 0x201D, 0x2013, 0x2014, 0x2026, 0x2022,
                                 0xBB,   0xAB,   0xB7,   0x2018, 0xAE,   0xA9,   0x20AC, 0xA3,
                                 0xB0,   0x201E, 0x2122, 0xAD,   0xA7,   0x201A, 0x203A, 0x2039,
                                 0xD7,   0xB4,   0xB2,   0xBD,   0xA5};

/* The rank of a mark, or their number. */
static size_t mark_rank(uint32_t c)
{
    size_t i = 0;
    while (i < NGI_COUNT(marks) && marks[i] != c)
        i++;
    return i;
}

static glyph glyph_of(uint32_t c)
{
    glyph g = {.c = c, .class = SYMBOL, .mark = (unsigned char)mark_rank(c)};
    g.small = c == 0x130 ? 0x131 : ngi_fold(c); /* Turkish: I with dot */
    if (c == 0xFFFD || c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c < 0xF900))
        g.class = BROKEN;
    else if ((c != 0xA0 && ngi_is_wide_space(c)) || (c < 0x80 && !ngi_is_letter(c)))
        g.class = SPACE;
    else if (ngi_is_upper(c))
        g.class = UPPER;
    else if (ngi_is_lower(c))
        g.class = LOWER;
    else if (ngi_is_letter(c) || script_of(c) == THAI || (c >= 0x591 && c <= 0x5C7) ||
             (c >= 0x64B && c <= 0x652) || (c >= 0x300 && c < 0x370))
        g.class = c == 0xAA || c == 0xBA ? SYMBOL : UNCASED; /* ordinals are signs here */
    else if (g.mark < NGI_COUNT(marks))
        g.class = MARK;
    bool letter = g.class == UPPER || g.class == LOWER || g.class == UNCASED;
    g.script = letter ? script_of(c) : NO_SCRIPT;
    return g;
}

static bool is_letter_class(unsigned char class)
{
    return class == LOWER || class == UPPER || class == UNCASED;
}

/* The fine for a character between two others, as a log-likelihood. */
static double fine(const glyph *before, const glyph *g, const glyph *after)
{
    bool in_word = is_letter_class(before->class) && is_letter_class(after->class);
    double sum = 0;
    if (g->class == SYMBOL)
        sum -= in_word                                                           ? 6
               : is_letter_class(before->class) || is_letter_class(after->class) ? 2
                                                                                 : 0;
    if (g->class == MARK && in_word && g->c != 0x2019 && g->c != 0xAD && g->c != 0xB7 &&
        g->c != 0xA0)
        sum -= 1.5;
    if (is_letter_class(g->class) && g->c >= 0x80 && g->script != THAI &&
        !is_letter_class(before->class) && !is_letter_class(after->class))
        sum -= 1.5; /* there are words of one letter, but few */
    if ((g->c == 0x2019 || g->c == 0x201D) && before->class == SPACE &&
        is_letter_class(after->class))
        sum -= 4; /* a closing mark that opens a word */
    if (before->class == LOWER && g->class == UPPER)
        sum -= 4;
    if (before->class == UPPER && g->class == LOWER && before->c >= 0x80 && after->class == UPPER)
        sum -= 2;
    if (before->script != NO_SCRIPT && g->script != NO_SCRIPT && before->script != g->script)
        sum -= 6;
    return sum;
}

/* Fines for the whole sample, read with `table`. */
static double fines(ng_slice sample, const glyph glyphs[256])
{
    const glyph *before = &glyphs[' '];
    double sum = 0;
    for (size_t i = 0; i < sample.len; i++) {
        const glyph *g = &glyphs[(unsigned char)sample.ptr[i]];
        const glyph *after =
            i + 1 < sample.len ? &glyphs[(unsigned char)sample.ptr[i + 1]] : &glyphs[' '];
        if (g->c >= 0x80 || before->c >= 0x80)
            sum += fine(before, g, after);
        before = g;
    }
    return sum;
}

/* An encoding under trial, with the bytes that the sample has. */
typedef struct trial {
    glyph glyphs[256];
    double fines, best; /* best: of all languages, so far */
} trial;

/* A language: the rank of each of its letters. Characters beyond the table have none. */
typedef struct language {
    unsigned char rank[0x1000]; /* 1 + rank; 0: no letter of it */
    double letters;             /* log-likelihood of its letters all together ... */
    double marks;               /* ... and of marks, each less the sum of its weights */
} language;

/* The log of the sum of 1 / (rank + 2) over `count` ranks. */
static double log_weights(size_t count)
{
    double sum = 0;
    for (size_t rank = 0; rank < count; rank++)
        sum += 1.0 / ((double)rank + 2);
    return log(sum);
}

/* English has marks only, but for names; of the characters beyond ASCII of other languages
 * a fifth are marks. */
static void load_language(language *l, const ngi_letters *from)
{
    ng_slice letters = ngi_slice_of(from->letters);
    double share = ngi_equal(ngi_slice_of(from->lang), NGI_LIT("en ")) ? 0.15 : 0.8;
    unsigned char count = 0;
    memset(l->rank, 0, sizeof l->rank);
    for (size_t at = 0; at < letters.len;) {
        uint32_t c = ngi_utf8_next(letters, &at);
        count++;
        if (c < sizeof l->rank && l->rank[c] == 0)
            l->rank[c] = count;
    }
    l->letters = log(share) - log_weights(count);
    l->marks = log(1 - share) - log_weights(NGI_COUNT(marks));
}

/* The log-likelihood of a character beyond ASCII in a language. */
static double rate_glyph(const glyph *g, const language *l, const double logs[256])
{
    unsigned char rank = g->small < sizeof l->rank ? l->rank[g->small] : 0;
    if (g->class == BROKEN)
        return -14;
    if (rank != 0)
        return l->letters - logs[rank + 1] - (g->class == UPPER ? 2.5 : 0);
    if (g->mark < NGI_COUNT(marks))
        return l->marks - logs[g->mark + 2];
    if (g->class == SYMBOL || g->class == SPACE)
        return -8.5;
    return g->script != LATIN ? -11 : g->c < 0x100 ? -6.5 : -8; /* western names are everywhere */
}

static void start_trial(trial *t, const narrow_encoding *e, ng_slice sample)
{
    uint32_t table[128];
    ngi_single_byte_table(data_of(e->encoding), table);
    for (uint32_t i = 0; i < 256; i++)
        t->glyphs[i] = glyph_of(i < 128 ? (i < ' ' ? ' ' : i) : table[i - 128]);
    t->fines = fines(sample, t->glyphs) + e->prior;
    t->best = -INFINITY;
}

/* The bytes from 0x80 up that the sample has. */
typedef struct byte_counts {
    size_t used;
    struct {
        unsigned char byte;
        size_t count;
    } bytes[128];
} byte_counts;

static void count_bytes(ng_slice sample, byte_counts *out)
{
    size_t counts[128] = {0};
    for (size_t i = 0; i < sample.len; i++)
        if ((unsigned char)sample.ptr[i] >= 128)
            counts[(unsigned char)sample.ptr[i] - 128]++;
    out->used = 0;
    for (size_t i = 0; i < 128; i++)
        if (counts[i] != 0) {
            out->bytes[out->used].byte = (unsigned char)(i + 128);
            out->bytes[out->used++].count = counts[i];
        }
}

/* Rates all encodings in one language. */
static void try_language(trial *trials, const language *l, double bonus, const byte_counts *n,
                         const double logs[256])
{
    for (size_t i = 0; i < NGI_COUNT(narrow_encodings); i++) {
        double sum = bonus;
        for (size_t b = 0; b < n->used; b++)
            sum += (double)n->bytes[b].count *
                   rate_glyph(&trials[i].glyphs[n->bytes[b].byte], l, logs);
        trials[i].best = sum > trials[i].best ? sum : trials[i].best;
    }
}

static const lxb_encoding_data_t *best_narrow(ngi_arena *arena, ng_slice sample, ng_slice lang)
{
    trial *trials = NGI_NEW_ARRAY(arena, trial, NGI_COUNT(narrow_encodings));
    language *l = NGI_NEW(arena, language);
    byte_counts counts;
    size_t best = 0;
    double logs[256];
    if (trials == NULL || l == NULL)
        return data_of(LXB_ENCODING_WINDOWS_1252);
    for (size_t i = 0; i < 256; i++)
        logs[i] = log((double)(i == 0 ? 1 : i));
    count_bytes(sample, &counts);
    for (size_t i = 0; i < NGI_COUNT(narrow_encodings); i++)
        start_trial(&trials[i], &narrow_encodings[i], sample);
    for (size_t i = 0; i < ngi_letters_count; i++) {
        load_language(l, &ngi_letters_table[i]);
        /* a hint counts like a letter or two that no other language has */
        try_language(trials, l, speaks(ngi_letters_table[i].lang, lang) ? 12 : 0, &counts, logs);
    }
    for (size_t i = 1; i < NGI_COUNT(narrow_encodings); i++)
        if (trials[i].best + trials[i].fines > trials[best].best + trials[best].fines)
            best = i;
    return data_of(narrow_encodings[best].encoding);
}

const lxb_encoding_data_t *ngi_detect_charset(ngi_arena *arena, ng_slice page, ng_slice lang)
{
    char *bytes = ngi_arena_chars(arena, SAMPLE + WORD);
    char *text = ngi_arena_chars(arena, (SAMPLE + WORD) * 3 + 16);
    if (bytes == NULL || text == NULL)
        return data_of(LXB_ENCODING_WINDOWS_1252);
    ng_slice sample = ngi_slice(bytes, take_sample(page, bytes));
    if (sample.len == 0)
        return data_of(ngi_detect_iso_2022_jp(page) ? LXB_ENCODING_ISO_2022_JP
                                                    : LXB_ENCODING_WINDOWS_1252);
    const lxb_encoding_data_t *wide = best_wide(sample, lang, text);
    return wide != NULL ? wide : best_narrow(arena, sample, lang);
}

bool ngi_detect_refutes(ngi_arena *arena, ng_slice page, const lxb_encoding_data_t *encoding)
{
    if (ngi_is_single_byte(encoding))
        return false;
    char *bytes = ngi_arena_chars(arena, SAMPLE + WORD);
    char *text = ngi_arena_chars(arena, (SAMPLE + WORD) * 3 + 16);
    if (bytes == NULL || text == NULL)
        return false;
    ng_slice s = {text,
                  ngi_transcode_piece(encoding, ngi_slice(bytes, take_sample(page, bytes)), text)};
    size_t broken = 0, whole = 0;
    for (size_t i = 0; i < s.len;) {
        uint32_t c = ngi_utf8_next(s, &i);
        broken += c == 0xFFFD;
        whole += c >= 0x80 && c != 0xFFFD;
    }
    return broken > 2 && broken * 5 > whole;
}
