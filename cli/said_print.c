/* SPDX-License-Identifier: Apache-2.0 */
/* The forms of nutgraf said: text for people, JSON lines, CSV, Markdown. Control characters of
 * a page never reach a terminal or a table. */
#include "said.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 4 };

/* ---- a growing text ---- */

void said_add(said_text *out, const char *bytes, size_t length)
{
    if (out->failed || length == 0)
        return;
    if (out->len + length > out->capacity) {
        size_t capacity = (out->len + length) * 2;
        char *grown = realloc(out->ptr, capacity);
        if (grown == NULL) {
            out->failed = true;
            return;
        }
        out->ptr = grown;
        out->capacity = capacity;
    }
    memcpy(out->ptr + out->len, bytes, length);
    out->len += length;
}

void said_put(said_text *out, const char *text)
{
    said_add(out, text, strlen(text));
}

void said_free(said_text *out)
{
    free(out->ptr);
    *out = (said_text){0};
}

static void add_slice(said_text *out, ng_slice s)
{
    said_add(out, s.ptr, s.len);
}

/* White space as one space, other control characters as '?'. */
static void add_plain(said_text *out, ng_slice s)
{
    bool space = false;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        bool c1 = c == 0xC2 && i + 1 < s.len && (unsigned char)s.ptr[i + 1] < 0xA0;
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            space = true;
            continue;
        }
        if (space)
            said_put(out, " ");
        space = false;
        if (c < ' ' || c == 0x7F || c1) {
            said_put(out, "?");
            i += c1;
        } else {
            said_add(out, s.ptr + i, 1);
        }
    }
}

void said_words(said_text *out, ng_slice text, const ng_span *spans, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (spans[i].end > text.len)
            continue;
        if (i > 0)
            said_put(out, " ... ");
        add_plain(out, (ng_slice){text.ptr + spans[i].start, spans[i].end - spans[i].start});
    }
}

/* What is printed of a statement: what was said; of an answer that was not given, a denial or a
 * wish the cue as well ("did not respond to ..."), as it says more than its stance. */
static void add_told(said_text *out, const said_statement *s)
{
    bool states = s->found.stance.len == 6 && memcmp(s->found.stance.ptr, "states", 6) == 0;
    bool cue = s->found.content_count == 0 || (!states && s->found.cue_count > 0 &&
                                               s->found.cue[0].start < s->found.content[0].start);
    if (cue) {
        said_words(out, s->text, s->found.cue, s->found.cue_count);
        said_put(out, s->found.content_count > 0 ? " " : "");
    }
    said_words(out, s->text, s->found.content, s->found.content_count);
}

/* ---- who ---- */

static bool is(ng_slice s, const char *text)
{
    return s.len == strlen(text) && memcmp(s.ptr, text, s.len) == 0;
}

void said_speaker(said_text *out, const said_statement *s)
{
    const ng_speaker *speaker = &s->found.speaker;
    char number[24];
    if (speaker->name.len > 0) {
        add_plain(out, speaker->name);
        return;
    }
    if (speaker->description.len == 0) {
        if (s->found.source_count > 0)
            said_words(out, s->text, s->found.source, s->found.source_count);
        else
            said_put(out, "not named");
        return;
    }
    if (speaker->count > 1) {
        snprintf(number, sizeof(number), "%u ", speaker->count);
        said_put(out, number);
    }
    add_plain(out, speaker->description);
    if (speaker->organization.len > 0) {
        said_put(out, " (");
        add_plain(out, speaker->organization);
        said_put(out, ")");
    }
}

/* What stands behind the speaker's name. */
static void add_remarks(said_text *out, const said_statement *s)
{
    const ng_speaker *speaker = &s->found.speaker;
    if (speaker->name.len > 0 && speaker->description.len > 0) {
        said_put(out, ", ");
        add_plain(out, speaker->description);
    }
    if (is(speaker->kind, "unnamed"))
        said_put(out, ", unnamed");
    if (speaker->reason.len > 0) {
        said_put(out, " (");
        add_plain(out, speaker->reason);
        said_put(out, ")");
    }
    if (speaker->open)
        said_put(out, " [which one is left open]");
}

/* ---- text for people ---- */

static bool opens_quote(const char *p, size_t left, size_t *length)
{
    static const char *const marks[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\"",
                                        "\xC2\xAB",     "\xC2\xBB",     "\xE2\x80\x9E"};
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
        *length = strlen(marks[i]);
        if (*length <= left && memcmp(p, marks[i], *length) == 0)
            return true;
    }
    *length = 1;
    return false;
}

/* Wraps words at `width`; what stands in quotation marks is bold where there are colours. */
static void add_wrapped(said_text *out, const char *text, size_t length, bool color, unsigned width,
                        unsigned column)
{
    bool quoted = false;
    for (size_t i = 0; i < length;) {
        size_t end = i;
        unsigned columns = 0;
        while (end < length && text[end] != ' ')
            columns += ((unsigned char)text[end++] & 0xC0) != 0x80;
        if (column + 1 + columns > width && column > INDENT) {
            said_put(out, "\n    ");
            column = INDENT;
        } else if (i > 0) {
            said_put(out, " ");
            column++;
        }
        column += columns;
        for (size_t at = i; at < end;) {
            size_t mark;
            bool is_mark = opens_quote(text + at, end - at, &mark);
            if (is_mark && color && !quoted)
                said_put(out, "\033[1m");
            said_add(out, text + at, mark);
            if (is_mark && color && quoted)
                said_put(out, "\033[22m");
            quoted = quoted != is_mark;
            at += mark;
        }
        i = end < length ? end + 1 : end;
    }
    if (quoted && color)
        said_put(out, "\033[22m");
}

static void print_text(said_text *out, const said_statement *s, bool color, unsigned width,
                       bool heading)
{
    said_text words = {0};
    if (heading) {
        said_put(out, color ? "\033[1;36m" : "");
        said_speaker(out, s);
        said_put(out, color ? "\033[0m" : "");
        add_remarks(out, s);
        said_put(out, "\n");
    }
    bool states = is(s->found.stance, "states");
    said_put(out, "    ");
    if (!states) {
        said_put(out, color ? "\033[33m" : "");
        add_slice(out, s->found.stance);
        said_put(out, color ? ":\033[0m " : ": ");
    }
    add_told(&words, s);
    unsigned column = INDENT + (states ? 0 : (unsigned)s->found.stance.len + 2);
    add_wrapped(out, words.ptr, words.len, color, width, column);
    said_put(out, "\n");
    out->failed = out->failed || words.failed;
    said_free(&words);
}

/* ---- JSON, CSV, Markdown ---- */

static void add_json(said_text *out, const char *key, const char *text, size_t length)
{
    char code[8];
    if (length == 0)
        return;
    said_put(out, out->len > 0 && out->ptr[out->len - 1] == '{' ? "\"" : ",\"");
    said_put(out, key);
    said_put(out, "\":\"");
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\' || c < ' ' || c == 0x7F) {
            snprintf(code, sizeof(code), c < ' ' || c == 0x7F ? "\\u%04x" : "\\%c", c);
            said_put(out, code);
        } else {
            said_add(out, text + i, 1);
        }
    }
    said_put(out, "\"");
}

static void add_json_slice(said_text *out, const char *key, ng_slice s)
{
    add_json(out, key, s.ptr, s.len);
}

static void add_json_words(said_text *out, const char *key, const said_statement *s,
                           const ng_span *spans, size_t count)
{
    said_text words = {0};
    said_words(&words, s->text, spans, count);
    add_json(out, key, words.ptr, words.len);
    out->failed = out->failed || words.failed;
    said_free(&words);
}

static void add_json_number(said_text *out, const char *format, double number)
{
    char text[48];
    snprintf(text, sizeof(text), format, number);
    said_put(out, text);
}

static void print_json(said_text *out, const said_statement *s)
{
    const ng_speaker *speaker = &s->found.speaker;
    said_text who = {0};
    said_put(out, "{");
    add_json_slice(out, "file", s->file);
    add_json_slice(out, "story", s->story);
    add_json_slice(out, "date", s->date);
    said_speaker(&who, s);
    add_json(out, "speaker", who.ptr, who.len);
    out->failed = out->failed || who.failed;
    said_free(&who);
    add_json_slice(out, "description", speaker->description);
    add_json_slice(out, "kind", speaker->kind);
    if (speaker->count > 0)
        add_json_number(out, ",\"count\":%.0f", speaker->count);
    add_json_slice(out, "organization", speaker->organization);
    add_json_slice(out, "reason", speaker->reason);
    if (speaker->open)
        said_put(out, ",\"open\":true");
    add_json_slice(out, "stance", s->found.stance);
    add_json_slice(out, "form", s->found.form);
    add_json_words(out, "source", s, s->found.source, s->found.source_count);
    add_json_words(out, "cue", s, s->found.cue, s->found.cue_count);
    add_json_words(out, "words", s, s->found.content, s->found.content_count);
    add_json_number(out, ",\"depth\":%.0f", s->found.depth);
    add_json_number(out, ",\"confidence\":0.%03.0f", s->found.confidence * 999);
    add_json_slice(out, "link", s->link);
    said_put(out, "}\n");
}

/* A cell of CSV: quoted; what a spreadsheet would take for a formula begins with a quote. */
static void add_cell(said_text *out, const char *text, size_t length, bool last)
{
    said_put(out, "\"");
    if (length > 0 && memchr("=+-@", text[0], 4) != NULL)
        said_put(out, "'");
    for (size_t i = 0; i < length; i++)
        if (text[i] == '"')
            said_put(out, "\"\"");
        else
            said_add(out, text + i, 1);
    said_put(out, last ? "\"\r\n" : "\",");
}

/* A cell of a Markdown table. */
static void add_table_cell(said_text *out, const char *text, size_t length, bool last)
{
    said_put(out, "| ");
    for (size_t i = 0; i < length; i++) {
        if (memchr("|\\`*_<>[]", text[i], 9) != NULL)
            said_put(out, "\\");
        said_add(out, text + i, 1);
    }
    said_put(out, last ? " |\n" : " ");
}

static void print_row(said_text *out, const said_statement *s, bool csv)
{
    void (*cell)(said_text *, const char *, size_t, bool) = csv ? add_cell : add_table_cell;
    const ng_slice before[] = {s->story, s->date};
    said_text words = {0};
    for (size_t i = 0; i < 2; i++) {
        words.len = 0;
        add_plain(&words, before[i]);
        cell(out, words.ptr, words.len, false);
    }
    words.len = 0;
    said_speaker(&words, s);
    cell(out, words.ptr, words.len, false);
    cell(out, s->found.stance.ptr, s->found.stance.len, false);
    words.len = 0;
    add_told(&words, s);
    cell(out, words.ptr, words.len, false);
    words.len = 0;
    add_plain(&words, s->link);
    cell(out, words.ptr, words.len, true);
    out->failed = out->failed || words.failed;
    said_free(&words);
}

/* ---- the forms ---- */

void said_print(said_text *out, const said_statement *s, said_format format, bool color,
                unsigned width, bool heading)
{
    switch (format) {
    case SAID_TEXT: print_text(out, s, color, width, heading); break;
    case SAID_JSONL: print_json(out, s); break;
    case SAID_CSV: print_row(out, s, true); break;
    case SAID_MARKDOWN: print_row(out, s, false); break;
    }
}

void said_head(said_text *out, said_format format)
{
    if (format == SAID_CSV)
        said_put(out, "story,date,speaker,stance,words,link\r\n");
    if (format == SAID_MARKDOWN)
        said_put(out, "| story | date | speaker | stance | words | link |\n"
                      "| --- | --- | --- | --- | --- | --- |\n");
}

void said_story(said_text *out, const said_statement *s, said_format format, bool color)
{
    if (format != SAID_TEXT)
        return;
    said_put(out, color ? "\033[1m" : "");
    add_plain(out, s->story.len > 0 ? s->story : s->file);
    said_put(out, color ? "\033[0m" : "");
    if (s->date.len > 0) {
        said_put(out, "  ");
        add_plain(out, s->date);
    }
    said_put(out, "\n\n");
}
