/* SPDX-License-Identifier: Apache-2.0 */
/* Cuts a text into atoms and looks its words up: see atoms.h. One pass; a word costs a short
 * binary search among the rows of its first letter. */
#include "record/languages/atoms.h"

enum { WORD_MOST = 40 }; /* longer words are in no table */

ngi_tongue ngi_tongue_of(ng_slice language)
{
    static const char *const tags[] = {"en", "de", "fr", "es"};
    if (language.len == 0)
        return NGI_EN;
    for (int i = 0; i < NGI_TONGUES; i++)
        if (ngi_starts_nocase(language, ngi_slice_of(tags[i])) &&
            (language.len == 2 || language.ptr[2] == '-' || language.ptr[2] == '_'))
            return (ngi_tongue)i;
    return NGI_OTHER;
}

void ngi_atoms_begin(ngi_atoms *atoms, ng_slice text, ngi_tongue tongue)
{
    static const ngi_lexicon *const lexicons[] = {&ngi_words_en, &ngi_words_de, &ngi_words_fr,
                                                  &ngi_words_es};
    atoms->text = text;
    atoms->tongue = tongue;
    atoms->lexicon = lexicons[tongue < NGI_TONGUES ? tongue : NGI_EN];
    atoms->at = 0;
    atoms->count = 0;
    atoms->paragraph = true;
    atoms->line = true;
    size_t row = 0;
    for (int letter = 0; letter < 27; letter++) {
        while (row < atoms->lexicon->count &&
               (unsigned char)atoms->lexicon->entries[row].word[0] < 'a' + letter)
            row++;
        atoms->first[letter] = (uint16_t)row;
    }
    atoms->first[27] = (uint16_t)row;
}

static int compare(const char *word, const char *fold, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (word[i] != fold[i]) /* the NUL of a shorter word is smaller than any letter */
            return (unsigned char)word[i] < (unsigned char)fold[i] ? -1 : 1;
    return word[len] == 0 ? 0 : 1;
}

static const ngi_entry *look_up(const ngi_atoms *atoms, const char *fold, size_t len)
{
    if (len == 0 || fold[0] < 'a' || fold[0] > 'z')
        return NULL;
    size_t low = atoms->first[fold[0] - 'a'], high = atoms->first[fold[0] - 'a' + 1];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare(atoms->lexicon->entries[middle].word, fold, len);
        if (order == 0)
            return &atoms->lexicon->entries[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* German joins what other languages write apart: "Montagabend", "Fruehjahr" stands alone. */
static const ngi_entry *compound(const ngi_atoms *atoms, const char *fold, size_t len)
{
    static const char *const parts[] = {"abend", "morgen", "nacht", "nachmittag", "vormittag",
                                        "mittag", "fruh"};
    for (size_t i = 0; i < NGI_COUNT(parts); i++) {
        ng_slice part = ngi_slice_of(parts[i]);
        if (len > part.len + 5 && ngi_ends(ngi_slice(fold, len), part)) {
            const ngi_entry *day = look_up(atoms, fold, len - part.len);
            if (day != NULL && (day->classes & NGI_W_WEEKDAY) != 0)
                return day;
        }
    }
    return NULL;
}

static bool is_ascii_letter(unsigned char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_ascii_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

/* Reads the word at `at`; returns its end. */
static size_t read_word(ngi_atoms *atoms, size_t at, ngi_atom *out)
{
    ng_slice s = atoms->text;
    char fold[WORD_MOST + 4];
    size_t used = 0, begin = at, letters = 0, capitals = 0;
    bool fits = true;
    while (at < s.len) {
        unsigned char c = (unsigned char)s.ptr[at];
        if (c < 0x80) {
            if (!is_ascii_letter(c) && !is_ascii_digit(c) && c != '_')
                break;
            capitals += c >= 'A' && c <= 'Z';
            if (used < WORD_MOST)
                fold[used++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
            else
                fits = false;
            at++;
        } else {
            size_t next = at;
            uint32_t wide = ngi_utf8_next_wide(s, &next);
            if (!ngi_is_word_wide(wide) && !(wide >= 0x300 && wide < 0x370))
                break;
            capitals += ngi_is_upper_wide(wide);
            if (used < WORD_MOST)
                used += wide < 0x370 && wide >= 0x300 ? 0 : ngi_utf8_put(ngi_base_letter(wide),
                                                                         fold + used);
            else
                fits = false;
            at = next;
        }
        letters++;
        if (letters == 1 && capitals == 1)
            out->flags |= NGI_ATOM_CAPITAL;
    }
    if (letters > 1 && capitals == letters)
        out->flags |= NGI_ATOM_SHOUT;
    out->kind = NGI_ATOM_WORD;
    out->begin = (uint32_t)begin;
    out->end = (uint32_t)at;
    if (fits && used <= WORD_MOST) {
        out->entry = look_up(atoms, fold, used);
        if (out->entry == NULL && atoms->tongue == NGI_DE)
            out->entry = compound(atoms, fold, used);
        if (out->entry != NULL)
            out->classes = out->entry->classes;
    }
    return at;
}

/* The length of a separator of thousands at `at`, given that a digit stands before it: 0 for
 * none. *point: it may as well be the decimal point. */
static size_t separator(const ngi_atoms *atoms, size_t at, bool *point)
{
    ng_slice s = atoms->text;
    unsigned char c = (unsigned char)s.ptr[at];
    bool english = atoms->tongue == NGI_EN || atoms->tongue == NGI_OTHER;
    *point = false;
    if (c == ',' || c == '.') {
        *point = english ? c == '.' : c == ',';
        return 1;
    }
    if (c == '\'' && atoms->tongue == NGI_DE)
        return 1;
    if (c == ' ' && atoms->tongue == NGI_FR)
        return 1;
    if (english)
        return 0;
    if (c == 0xC2 && at + 1 < s.len && (unsigned char)s.ptr[at + 1] == 0xA0)
        return 2; /* no-break space */
    if (c == 0xE2 && at + 2 < s.len && (unsigned char)s.ptr[at + 1] == 0x80 &&
        ((unsigned char)s.ptr[at + 2] == 0xAF || (unsigned char)s.ptr[at + 2] == 0x89 ||
         ((unsigned char)s.ptr[at + 2] == 0x99 && atoms->tongue == NGI_DE)))
        return 3; /* narrow no-break space, thin space, the Swiss apostrophe */
    return 0;
}

static size_t digits_at(ng_slice s, size_t at, double *number)
{
    size_t count = 0;
    for (; at + count < s.len && is_ascii_digit((unsigned char)s.ptr[at + count]); count++)
        if (count < 18)
            *number = *number * 10 + (s.ptr[at + count] - '0');
    return count;
}

/* The decimals behind a point; the last number whose digits are not all read is not exact. */
static size_t read_decimals(ng_slice s, size_t at, double *number)
{
    double part = 0, scale = 1;
    size_t count = digits_at(s, at, &part);
    for (size_t i = 0; i < count && i < 18; i++)
        scale *= 10;
    *number += part / scale;
    return count;
}

/* Whether the separator at `at` groups thousands: three digits and no fourth behind it. */
static bool groups(const ngi_atoms *atoms, size_t at, size_t width, bool point, size_t before,
                   bool grouped)
{
    ng_slice s = atoms->text;
    double ignored = 0;
    if (digits_at(s, at + width, &ignored) != 3 || before == 0 || before > 3)
        return false;
    if (!point)
        return !(s.ptr[at] == ' ' && before == 3 && s.ptr[at - 3] == '0');
    /* "1,200" in Spanish is a thousand in half of its countries; "0,125" nowhere. */
    return atoms->tongue == NGI_ES && !grouped && s.ptr[at - before] != '0';
}

static size_t read_number(ngi_atoms *atoms, size_t at, ngi_atom *out)
{
    ng_slice s = atoms->text;
    double number = 0;
    size_t begin = at, before = digits_at(s, at, &number), width;
    bool point, leading_zero = before > 1 && s.ptr[at] == '0';
    out->digits = (uint8_t)(before < 200 ? before : 200);
    at += before;
    char kind = 0; /* the separator in use: another one ends the number */
    while (at < s.len && (width = separator(atoms, at, &point)) != 0) {
        if ((kind != 0 && kind != s.ptr[at]) || leading_zero ||
            !groups(atoms, at, width, point, kind != 0 ? 3 : before, kind != 0))
            break;
        kind = s.ptr[at];
        out->flags |= NGI_ATOM_GROUPED;
        at += width;
        double more = 0;
        digits_at(s, at, &more);
        number = number * 1000 + more;
        at += 3;
    }
    if (at + 1 < s.len && (s.ptr[at] == '.' || s.ptr[at] == ',') &&
        is_ascii_digit((unsigned char)s.ptr[at + 1])) {
        bool usual = separator(atoms, at, &point) != 0 && point;
        bool foreign = !usual && s.ptr[at] == '.' && kind != '.' && atoms->tongue != NGI_EN;
        if (usual || foreign) {
            at += 1 + read_decimals(s, at + 1, &number);
            out->flags |= NGI_ATOM_DECIMAL;
        }
    }
    if (at + 1 < s.len && (s.ptr[at] == '.' || s.ptr[at] == ':') &&
        is_ascii_digit((unsigned char)s.ptr[at + 1]) && (out->flags & NGI_ATOM_DECIMAL) != 0)
        out->flags |= NGI_ATOM_STRANGE; /* "1.2.3" */
    out->kind = NGI_ATOM_NUMBER;
    out->number = number;
    out->begin = (uint32_t)begin;
    out->end = (uint32_t)at;
    return at;
}

static size_t read_mark(ngi_atoms *atoms, size_t at, ngi_atom *out)
{
    size_t begin = at;
    uint32_t c = ngi_utf8_next(atoms->text, &at);
    out->kind = NGI_ATOM_MARK;
    out->mark = c == 0x2019 || c == 0x2BC ? '\'' : c;
    out->begin = (uint32_t)begin;
    out->end = (uint32_t)at;
    return at;
}

/* Skips white space and what is not seen. *line: a line ended. */
static size_t skip_space(ng_slice s, size_t at, bool *line)
{
    while (at < s.len) {
        unsigned char c = (unsigned char)s.ptr[at];
        if (c == '\n' || c == '\r')
            *line = true;
        if (c <= ' ' || c == 0x7F) {
            at++;
        } else if (c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF || c == 0xE1) {
            size_t next = at;
            uint32_t wide = ngi_utf8_next_wide(s, &next);
            if (!ngi_is_wide_space(wide) && !ngi_is_invisible(wide))
                break;
            at = next;
        } else {
            break;
        }
    }
    return at;
}

bool ngi_atoms_next(ngi_atoms *atoms)
{
    ng_slice s = atoms->text;
    size_t at = atoms->at;
    bool line = false, space = true;
    at = skip_space(s, at, &line);
    atoms->paragraph = atoms->line || line;
    atoms->count = 0;
    while (at < s.len && atoms->count < NGI_ATOMS_MOST) {
        ngi_atom *atom = &atoms->items[atoms->count++];
        *atom = (ngi_atom){.flags = space ? NGI_ATOM_SPACE : 0};
        unsigned char c = (unsigned char)s.ptr[at];
        if (is_ascii_letter(c)) {
            at = read_word(atoms, at, atom);
        } else if (is_ascii_digit(c)) {
            at = read_number(atoms, at, atom);
        } else if (c < 0x80) {
            at = read_mark(atoms, at, atom);
        } else {
            size_t next = at;
            bool word = ngi_is_letter_wide(ngi_utf8_next_wide(s, &next));
            at = word ? read_word(atoms, at, atom) : read_mark(atoms, at, atom);
        }
        line = false;
        size_t next = skip_space(s, at, &line);
        space = next != at;
        at = next;
        if (line)
            break;
    }
    atoms->line = line;
    atoms->at = (uint32_t)at;
    return atoms->count != 0;
}

bool ngi_atom_dash(const ngi_atoms *a, uint32_t i)
{
    if (i >= a->count || a->items[i].kind != NGI_ATOM_MARK)
        return false;
    uint32_t c = a->items[i].mark;
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool ngi_atom_ends_sentence(const ngi_atoms *a, uint32_t i)
{
    if (i >= a->count || a->items[i].kind != NGI_ATOM_MARK)
        return false;
    uint32_t c = a->items[i].mark;
    if (c == '!' || c == '?' || c == 0x2026)
        return true;
    if (c != '.')
        return false;
    if (i + 1 >= a->count)
        return true;
    const ngi_atom *next = &a->items[i + 1];
    if (next->kind == NGI_ATOM_MARK) /* the closing mark of a quotation */
        return next->mark != ',' && next->mark != ';' && next->mark != '-' && next->mark != '.';
    if ((next->flags & NGI_ATOM_SPACE) == 0 || (next->flags & NGI_ATOM_CAPITAL) == 0)
        return next->kind == NGI_ATOM_NUMBER && i > 0 && (next->flags & NGI_ATOM_SPACE) != 0 &&
               (a->items[i - 1].classes & NGI_W_SHORT) == 0 && a->tongue != NGI_DE;
    if (i == 0)
        return false;
    const ngi_atom *before = &a->items[i - 1];
    if (before->kind == NGI_ATOM_NUMBER)
        return a->tongue != NGI_DE || (next->classes & (NGI_W_MONTH | NGI_W_UNIT)) == 0;
    return before->end - before->begin > 3 ||
           ((before->classes & NGI_W_SHORT) == 0 && before->end - before->begin > 2 &&
            (before->flags & NGI_ATOM_CAPITAL) == 0);
}
