/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what is learned from: articles with their attributions (JSON lines, spans in code
 * points), and treebanks (CoNLL-U, gzipped). */
#include "base/utf8.h"
#include "bytes/bytes.h"
#include "learn.h"
#include "parsed/json.h"
#include "record/text/text.h"

#include <dirent.h>
#include <stdlib.h>

/* ---- articles ---- */

static ng_slice file_read(ngi_arena *arena, const char *path)
{
    ngi_buffer bytes = {0};
    ng_error error;
    if (ngi_file_read(path, 0, &bytes, &error) != NG_OK)
        die(path, error.text);
    ng_slice copy = ngi_arena_copy(arena, ngi_buffer_slice(&bytes));
    ngi_buffer_free(&bytes);
    return copy;
}

static void note_places(article *a)
{
    a->places = need(ngi_arena_alloc(&a->arena, a->text.len + 2, sizeof *a->places));
    uint32_t n = 0;
    for (size_t at = 0; at < a->text.len; ngi_utf8_next(a->text, &at))
        a->places[n++] = (uint32_t)at;
    a->places[n] = (uint32_t)a->text.len;
}

/* The tokens that share a character with the spans, as runs. */
static ngi_stretch *runs_of(article *a, const ngi_json *spans, uint32_t *count)
{
    ngi_stretch *runs = need(ngi_arena_alloc(&a->arena, ngi_json_size(spans) + 1, sizeof *runs));
    *count = 0;
    for (ngi_json_walk w = ngi_json_each(spans); ngi_json_step(&w);) {
        int64_t edge[2] = {0, 0};
        int k = 0;
        for (ngi_json_walk e = ngi_json_each(w.value); k < 2 && ngi_json_step(&e);)
            ngi_json_number(e.value, &edge[k++]);
        uint32_t begin = a->places[edge[0]], end = a->places[edge[1]], low = 0,
                 high = a->prose.token_count;
        while (low < high) {
            uint32_t middle = (low + high) / 2;
            if (a->prose.tokens[middle].end <= begin)
                low = middle + 1;
            else
                high = middle;
        }
        for (high = low; high < a->prose.token_count && a->prose.tokens[high].begin < end;)
            high++;
        if (high == low)
            continue;
        if (*count > 0 && low <= runs[*count - 1].end)
            runs[*count - 1].end = high > runs[*count - 1].end ? high : runs[*count - 1].end;
        else
            runs[(*count)++] = (ngi_stretch){low, high};
    }
    return runs;
}

static void article_fill(article *a, const ngi_json *row, const ngi_model *model)
{
    const ngi_json *golds = ngi_json_get(row, "attributions");
    ngi_arena_init(&a->arena, 0);
    a->id = ngi_arena_copy(&a->arena, ngi_json_string(ngi_json_get(row, "id")));
    a->publisher = ngi_arena_copy(&a->arena, ngi_json_string(ngi_json_get(row, "publisher")));
    a->text = ngi_arena_copy(&a->arena, ngi_json_string(ngi_json_get(row, "text")));
    note_places(a);
    if (!ngi_prose_make(&a->arena, a->text, NGI_LIT("en"), &a->prose) ||
        !ngi_syntax_by(&a->arena, model, &a->prose, false, false, &a->syntax) ||
        !ngi_reading_make(&a->arena, model, &a->prose, &a->syntax, false, &a->reading))
        die("memory", "out");
    a->golds = need(ngi_arena_zero(&a->arena, ngi_json_size(golds) + 1, sizeof *a->golds));
    for (ngi_json_walk w = ngi_json_each(golds); golds != NULL && ngi_json_step(&w);) {
        gold *g = &a->golds[a->gold_count++];
        g->anchor = -1;
        g->source = runs_of(a, ngi_json_get(w.value, "source"), &g->sources);
        g->cue = runs_of(a, ngi_json_get(w.value, "cue"), &g->cues);
        g->content = runs_of(a, ngi_json_get(w.value, "content"), &g->contents);
    }
}

articles articles_read(const char *path, const ngi_model *model)
{
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    ng_slice rest = file_read(&arena, path), line;
    articles all = {need(calloc(4096, sizeof *all.items)), 0};
    while (ngi_split(&rest, '\n', &line)) {
        ngi_json_text json = {0};
        if (!ngi_json_read(&arena, line, false, &json) || json.count == 0)
            continue;
        article_fill(&all.items[all.count++], json.roots[0].value, model);
    }
    ngi_arena_free(&arena);
    return all;
}

/* ---- treebanks ---- */

static uint8_t tag_of(ng_slice name)
{
    static const char *const same[][2] = {{"``", "''"}, {"GW", "FW"}, {"XX", "FW"}, {"NFP", "SYM"},
                                          {"AFX", "JJ"}};
    for (size_t i = 0; i < NGI_COUNT(same); i++)
        if (ngi_equal(name, ngi_slice_of(same[i][0])))
            name = ngi_slice_of(same[i][1]);
    for (uint8_t t = 0; t < NGI_TAG_COUNT; t++)
        if (ngi_equal(name, ngi_slice_of(ngi_pos_name(t))))
            return t;
    return NGI_TAG_FW;
}

static uint8_t label_of(ng_slice name)
{
    static const char *const same[][2] = {{"csubj", "nsubj"}, {"iobj", "obj"}, {"fixed", "flat"},
                                          {"csubj:pass", "nsubj:pass"}, {"nsubj:outer", "nsubj"}};
    for (size_t i = 0; i < NGI_COUNT(same); i++)
        if (ngi_equal(name, ngi_slice_of(same[i][0])))
            name = ngi_slice_of(same[i][1]);
    for (int round = 0; round < 2; round++) {
        for (uint8_t l = 0; l < NGI_DEP_COUNT; l++)
            if (ngi_equal(name, ngi_slice_of(ngi_label_name(l))))
                return l;
        size_t colon = ngi_find_char(name, ':');
        name = ngi_slice_sub(name, 0, colon);
    }
    return NGI_DEP_DEP;
}

typedef struct builder {
    ngi_arena *arena;
    treebank *bank;
    ngi_buffer text;
    size_t tokens, sentences, tags, labels, heads, lemmas;
} builder;

static void grow(builder *b, void *items, size_t *room, size_t want, size_t size)
{
    if (!ngi_arena_grow(b->arena, items, room, want, size))
        die("memory", "out");
}

static int64_t number_of(ng_slice s)
{
    int64_t v = 0;
    for (size_t i = 0; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
        v = v * 10 + (s.ptr[i] - '0');
    return v;
}

static void put_word(builder *b, ng_slice line, uint32_t sentence)
{
    ng_slice field[8] = {{0}};
    for (int k = 0; k < 8 && ngi_split(&line, '\t', &field[k]);)
        k++;
    for (size_t i = 0; i < field[0].len; i++)
        if (field[0].ptr[i] == '-' || field[0].ptr[i] == '.')
            return; /* of several words, or an empty one */
    treebank *t = b->bank;
    ngi_prose *p = &t->prose;
    size_t n = (size_t)p->token_count + 1;
    grow(b, &p->tokens, &b->tokens, n, sizeof *p->tokens);
    grow(b, &t->tag, &b->tags, n, 1);
    grow(b, &t->label, &b->labels, n, 1);
    grow(b, &t->head, &b->heads, n, sizeof *t->head);
    grow(b, &t->lemma, &b->lemmas, n, sizeof *t->lemma);
    uint32_t i = p->token_count++, begin = (uint32_t)b->text.len;
    ngi_buffer_add(&b->text, field[1]);
    p->tokens[i] = (ngi_token){.begin = begin, .end = (uint32_t)b->text.len,
                               .hash = ngi_word_hash(field[1]), .sentence = sentence, .quote = -1,
                               .shape = ngi_word_shape(field[1]) | NGI_SHAPE_SPACE};
    ngi_buffer_char(&b->text, ' ');
    t->lemma[i] = ngi_lower(b->arena, ngi_arena_copy(b->arena, field[2]));
    t->tag[i] = tag_of(field[4]);
    uint32_t first = p->sentences[sentence].begin, head = (uint32_t)number_of(field[6]);
    t->head[i] = head == 0 ? -1 : (int32_t)(first + head - 1);
    t->label[i] = head == 0 ? NGI_DEP_ROOT : label_of(field[7]);
    p->sentences[sentence].end = i + 1;
}

static void put_file(builder *b, ng_slice rest)
{
    ng_slice line;
    ngi_prose *p = &b->bank->prose;
    bool inside = false;
    while (ngi_split(&rest, '\n', &line)) {
        if (line.len == 0 || line.ptr[0] == '#') {
            inside = inside && line.len != 0;
            continue;
        }
        if (!inside) {
            grow(b, &p->sentences, &b->sentences, (size_t)p->sentence_count + 1,
                 sizeof *p->sentences);
            p->sentences[p->sentence_count++] = (ngi_stretch){p->token_count, p->token_count};
            inside = true;
        }
        put_word(b, line, p->sentence_count - 1);
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

treebank treebank_read(ngi_arena *arena, const char *folder, const char *part)
{
    treebank bank = {0};
    builder b = {.arena = arena, .bank = &bank};
    char *names[64];
    size_t count = 0;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        die(folder, "cannot be opened");
    for (struct dirent *e; (e = readdir(dir)) != NULL && count < NGI_COUNT(names);)
        if (ngi_starts(ngi_slice_of(e->d_name), ngi_slice_of(part)))
            names[count++] = need(strdup(e->d_name));
    closedir(dir);
    qsort(names, count, sizeof *names, by_name);
    for (size_t i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        put_file(&b, file_read(arena, path));
        free(names[i]);
    }
    bank.prose.text = ngi_arena_copy(arena, ngi_buffer_slice(&b.text));
    bank.prose.paragraphs = need(ngi_arena_alloc(arena, 1, sizeof(ngi_stretch)));
    bank.prose.paragraphs[0] = (ngi_stretch){0, bank.prose.token_count};
    bank.prose.paragraph_count = 1;
    ngi_buffer_free(&b.text);
    bank.words = need(ngi_lexemes_make(arena, &bank.prose));
    return bank;
}
