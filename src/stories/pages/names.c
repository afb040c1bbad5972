/* SPDX-License-Identifier: Apache-2.0 */
/* The names of a page's sections, as its menus have them: a short text that stands in a story's
 * header and in a menu too is the name of its section, wherever in the header it stands.
 *
 * Gathered when first asked for: most pages tell a story's section in their data. Links of
 * menus are a few hundred at most, each climbed once. */
#include "stories/pages/layout.h"

#include "base/map.h"
#include "base/utf8.h"

enum { MOST_LINKS = 2000, NAME_WORDS = 4, NAME_BYTES = 60 };

struct ngi_section_names {
    ngi_map keys; /* of ngi_text_key() */
};

/* The only text of a link, where it is short; else empty. */
static ng_slice text_of_link(const ngi_tree *tree, uint32_t link)
{
    ng_slice text = {0};
    for (uint32_t i = link + 1; i < tree->nodes[link].end; i++) {
        ng_slice own = tree->nodes[i].tag == NGI_TAG_TEXT ? ngi_trim_wide(tree->nodes[i].text)
                                                          : (ng_slice){0};
        if (own.len != 0 && text.len != 0)
            return (ng_slice){0};
        text = own.len != 0 ? own : text;
    }
    return text.len <= NAME_BYTES && ngi_count_words(text) <= NAME_WORDS ? text : (ng_slice){0};
}

static bool add_name(ngi_scene *scene, struct ngi_section_names *names, ng_slice text)
{
    uint64_t key = ngi_text_key(text);
    char *copy = ngi_arena_chars(scene->arena, sizeof key);
    if (copy == NULL)
        return false;
    memcpy(copy, &key, sizeof key);
    return ngi_map_put(&names->keys, ngi_slice(copy, sizeof key), NULL) != NULL;
}

static const struct ngi_section_names *gather(ngi_scene *scene)
{
    const ngi_tree *tree = scene->tree;
    struct ngi_section_names *names = NGI_NEW(scene->arena, struct ngi_section_names);
    uint32_t links = 0;
    if (names == NULL)
        return NULL;
    ngi_map_init(&names->keys, scene->arena);
    for (uint32_t i = 0; i < tree->count && links < MOST_LINKS; i++) {
        if (tree->nodes[i].tag != NGI_TAG_A)
            continue;
        ng_slice text = text_of_link(tree, i);
        links += text.len != 0;
        if (text.len > 1 && ngi_in_frame(tree, i) && !add_name(scene, names, text))
            return NULL;
    }
    return names;
}

bool ngi_is_section_name(ngi_scene *scene, ng_slice text)
{
    text = ngi_trim_wide(text);
    if (scene->tree == NULL || text.len < 2 || text.len > NAME_BYTES)
        return false;
    if (scene->names == NULL)
        scene->names = gather(scene);
    uint64_t key = ngi_text_key(text);
    return scene->names != NULL &&
           ngi_map_get(&scene->names->keys, ngi_slice((const char *)&key, sizeof key)) != NULL;
}
