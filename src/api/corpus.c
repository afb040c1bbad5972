/* SPDX-License-Identifier: Apache-2.0 */
/* Rows into a corpus, and what is near a story. */
#include "api/corpus.h"
#include "base/map.h"
#include "provenance/near.h"
#include "stories/scene.h"

#include <stdlib.h>
#include <sys/mman.h>

ng_status ng_corpus_new(ng_corpus **out, ng_error *error)
{
    *out = calloc(1, sizeof **out);
    if (*out == NULL)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the stories");
    ngi_arena_init(&(*out)->arena, 0);
    ng_status status = ngi_shelf_init(&(*out)->shelf, error);
    if (status != NG_OK) {
        free(*out);
        *out = NULL;
    }
    return status;
}

void ng_corpus_free(ng_corpus *corpus)
{
    if (corpus == NULL)
        return;
    ngi_shelf_free(&corpus->shelf);
    ngi_arena_free(&corpus->arena);
    ngi_aligner_free(&corpus->aligner);
    ngi_word_row_free(&corpus->words);
    if (corpus->map != NULL)
        munmap(corpus->map, corpus->map_size);
    free(corpus);
}

/* ---- adding ---- */

/* NAME; where that ends in "#" the story's address or, where it has none, NAME with a hash of the
 * text behind it: the same story has the same name in any file. */
static ng_slice name_of(ng_corpus *c, ng_slice name, const ngi_row_story *story)
{
    ngi_buffer out = {0};
    if (name.len == 0 || name.ptr[name.len - 1] != '#')
        return name;
    if (story->url.len != 0)
        return story->url;
    ngi_buffer_add(&out, name);
    ngi_buffer_format(&out, "%08x", (unsigned)(ngi_hash(story->body) >> 32));
    c->arena.failed |= out.failed;
    name = ngi_arena_copy(&c->arena, ngi_buffer_slice(&out));
    ngi_buffer_free(&out);
    return name;
}

/* The stories of a row, each with an identifier and a language. */
static ng_status read_row(ng_corpus *c, ng_slice row, ng_slice name, ngi_row_story **stories,
                          uint32_t *count, ng_error *error)
{
    ngi_arena_reset(&c->arena);
    ng_status status = ngi_story_row_parse(&c->arena, row, stories, count, error);
    for (uint32_t i = 0; status == NG_OK && i < *count; i++) {
        ngi_row_story *s = &(*stories)[i];
        if (s->identifier.len == 0)
            s->identifier = name_of(c, name, s);
        if (s->language.len == 0)
            s->language = ngi_language_find(&c->arena, s->body, (ng_slice){0});
    }
    if (status == NG_OK && c->arena.failed)
        return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a row");
    return status;
}

/* Whether it is a story that came before, with the same text. Two of one run whose names are not
 * their own are two, such as a page that was saved twice. */
static bool is_same(const ng_corpus *c, uint32_t handle, const ngi_row_story *story)
{
    const ngi_shelved *k = c->shelf.stories[handle];
    return (handle < c->known || !story->is_named) &&
           ngi_equal(ngi_shelved_string(k, NGI_SHELF_BODY), story->body) &&
           ngi_equal(ngi_shelved_string(k, NGI_SHELF_HEADLINE), story->headline);
}

enum { VERSIONS = 32 }; /* that are numbered; those beyond are named by their text, so that very many
                           of one name are not gone through for each */

/* The name of a story whose identifier another has: "IDENTIFIER@2" and so on. Empty where one of
 * these versions has its text, or where no name is left. */
static ng_slice version_of(ng_corpus *c, const ngi_row_story *story)
{
    ngi_buffer name = {0};
    uint32_t handle = ngi_shelf_find(&c->shelf, story->identifier);
    ng_slice out = {0};
    for (unsigned n = 2; !name.failed && n <= VERSIONS + 2; n++) {
        if (handle == UINT32_MAX) {
            out = ngi_arena_copy(&c->arena, ngi_buffer_slice(&name));
            break;
        }
        if (is_same(c, handle, story))
            break;
        ngi_buffer_clear(&name);
        ngi_buffer_add(&name, story->identifier);
        if (n <= VERSIONS)
            ngi_buffer_format(&name, "@%u", n);
        else
            ngi_buffer_format(&name, "@%016llx", (unsigned long long)ngi_hash(story->body));
        handle = ngi_shelf_find(&c->shelf, ngi_buffer_slice(&name));
    }
    c->arena.failed |= name.failed;
    ngi_buffer_free(&name);
    return out;
}

/* A story that is there already is passed over (*added stays); a changed one is a version of its
 * own where it could have changed: since the corpus was saved, or as its name is not its own. */
static ng_status add_story(ng_corpus *c, ngi_row_story *story, uint32_t *added, ng_error *error)
{
    ngi_shelved *kept;
    uint32_t there = ngi_shelf_find(&c->shelf, story->identifier);
    if (there != UINT32_MAX && is_same(c, there, story))
        return NG_OK;
    if (there != UINT32_MAX && (there < c->known || story->is_named)) {
        story->identifier = version_of(c, story);
        if (c->arena.failed)
            return ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for a row");
        if (story->identifier.len == 0)
            return NG_OK;
    }
    ng_status status = ngi_shelved_make(&c->shelf, story, &kept, error);
    if (status == NG_OK)
        status = ngi_shelf_add(&c->shelf, kept, true, error);
    *added += status == NG_OK;
    if (status != NG_OK)
        free(kept);
    return status;
}

ng_status ng_corpus_add(ng_corpus *corpus, ng_slice row, ng_slice name, uint32_t *added,
                        ng_error *error)
{
    ngi_row_story *stories;
    uint32_t count, done = 0;
    ng_status status = read_row(corpus, row, name, &stories, &count, error);
    for (uint32_t i = 0; i < count && status != NG_ERR_MEMORY; i++) {
        ng_error why;
        ng_status one = add_story(corpus, &stories[i], &done, &why);
        if (one != NG_OK && (status == NG_OK || one == NG_ERR_MEMORY)) {
            status = one;
            if (error != NULL)
                *error = why;
        }
    }
    if (added != NULL)
        *added = done;
    return status;
}

bool ng_corpus_remove(ng_corpus *corpus, ng_slice identifier)
{
    return ngi_shelf_remove(&corpus->shelf, identifier);
}

uint32_t ng_corpus_count(const ng_corpus *corpus)
{
    return corpus->shelf.living;
}

uint64_t ng_corpus_bytes(const ng_corpus *corpus)
{
    return ngi_shelf_bytes(&corpus->shelf);
}

/* ---- what is near ---- */

static int by_share(const void *left, const void *right)
{
    const ng_near *a = left, *b = right;
    if (a->share != b->share)
        return a->share > b->share ? -1 : 1;
    size_t shorter = a->identifier.len < b->identifier.len ? a->identifier.len : b->identifier.len;
    int order = memcmp(a->identifier.ptr, b->identifier.ptr, shorter);
    return order != 0
               ? order
               : (a->identifier.len > b->identifier.len) - (a->identifier.len < b->identifier.len);
}

static uint32_t near_story(ng_corpus *c, const ngi_shelved *asking, ng_near *out, uint32_t most)
{
    uint32_t handles[NGI_NEAR_MOST], n = ngi_near_find(&c->shelf, asking, handles), filled = 0;
    uint64_t key = ++c->asked; /* the row is cut anew: no index of an earlier one serves */
    if (!ngi_word_row_cut(&c->shelf.words, ngi_shelved_string(asking, NGI_SHELF_BODY)))
        return 0;
    for (uint32_t i = 0; i < n && filled < most; i++) {
        const ngi_shelved *k = c->shelf.stories[handles[i]];
        if (!ngi_word_row_cut(&c->words, ngi_shelved_string(k, NGI_SHELF_BODY)) ||
            !ngi_align(&c->aligner, &c->shelf.words, key, &c->words))
            continue;
        const ngi_passage *p = c->aligner.passages;
        double mine = ngi_passages_from(p, c->aligner.count);
        double theirs = ngi_passages_to(p, c->aligner.count);
        if (c->aligner.count > 0)
            out[filled++] = (ng_near){ngi_shelved_string(k, NGI_SHELF_IDENTIFIER),
                                      mine / asking->words, theirs / k->words};
    }
    return filled;
}

ng_status ng_corpus_near(ng_corpus *corpus, ng_slice row, ng_near *out, uint32_t most,
                         uint32_t *count, ng_error *error)
{
    ngi_row_story *stories;
    uint32_t stories_count;
    *count = 0;
    ng_status status = read_row(corpus, row, NGI_LIT("asking"), &stories, &stories_count, error);
    for (uint32_t i = 0; i < stories_count && status == NG_OK; i++) {
        ngi_shelved *asking;
        status = ngi_shelved_make(&corpus->shelf, &stories[i], &asking, error);
        if (status == NG_OK)
            *count += near_story(corpus, asking, out + *count, most - *count);
        free(asking);
    }
    if (*count > 1)
        qsort(out, *count, sizeof(*out), by_share);
    return status;
}
