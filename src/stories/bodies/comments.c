/* SPDX-License-Identifier: Apache-2.0 */
/* Readers' comments below a story: kept apart from its body.
 *
 * A comment is an element that its class or type calls one; a reply stands inside the one it
 * answers, so a block belongs to the nearest such element above it. Of its blocks those
 * that tell name, date or buttons are no text: they are short, or their class says so. */
#include "stories/scene.h"

#include "base/utf8.h"

/* Names of one comment, with what separates their words left out. */
static bool names_comment(ng_slice name)
{
    static const char *const names[] = {
        "comment",     "commentitem", "commentsitem",  "commententry",  "commentcard",
        "commentpost", "usercomment", "singlecomment", "readercomment", "kommentar",
        "commentaire", "comentario",  "reactie",       "komentarz"};
    char plain[24];
    size_t used = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = (char)(name.ptr[i] | 32);
        if (c < 'a' || c > 'z')
            continue;
        if (used == sizeof plain)
            return false;
        plain[used++] = c;
    }
    for (size_t i = 0; i < NGI_COUNT(names); i++)
        if (ngi_equal_to(ngi_slice(plain, used), names[i]))
            return true;
    return false;
}

static bool is_comment(const ngi_tree *tree, uint32_t node)
{
    const ngi_node *n = &tree->nodes[node];
    for (uint32_t i = 0; i < n->attr_count; i++) {
        const ngi_attr *a = &tree->attrs[n->attr + i];
        ng_slice rest = ngi_slice_sub(a->value, 0, 200), name;
        if (a->name == NGI_ATTR_ITEMTYPE && ngi_ends(a->value, NGI_LIT("/Comment")))
            return true;
        for (int k = 0; a->name == NGI_ATTR_CLASS && k < 8 && ngi_split(&rest, ' ', &name); k++)
            if (names_comment(name))
                return true;
    }
    return false;
}

/* Names of the box that holds all comments. */
static bool names_box(ng_slice name)
{
    static const char *const names[] = {
        "comments",         "commentlist",        "comment-list",      "comments-list",
        "comments-area",    "comment-area",       "comment-section",   "comments-section",
        "commentsection",   "disqus_thread",      "commentssection",   "comment-thread",
        "comments-thread",  "post-comments",      "article-comments",  "comments__list",
        "comments-wrapper", "comments-container", "comment-container", "kommentare",
        "commentaires",     "comentarios",        "commenti",          "reacties",
        "respond",          "comment-respond"};
    for (size_t i = 0; i < NGI_COUNT(names); i++)
        if (ngi_equal_to_nocase(name, names[i]))
            return true;
    return false;
}

static bool is_box(const ngi_tree *tree, uint32_t node)
{
    const ngi_node *n = &tree->nodes[node];
    for (uint32_t i = 0; i < n->attr_count; i++) {
        const ngi_attr *a = &tree->attrs[n->attr + i];
        ng_slice rest = ngi_slice_sub(a->value, 0, 200), name;
        bool named = a->name == NGI_ATTR_CLASS || a->name == NGI_ATTR_ID;
        for (int k = 0; named && k < 8 && ngi_split(&rest, ' ', &name); k++)
            if (names_box(name))
                return true;
    }
    return false;
}

enum { STATE_NEW, STATE_OUTSIDE, STATE_INSIDE };

bool ngi_in_comments(const ngi_scene *scene, uint32_t node)
{
    const ngi_tree *t = scene->tree;
    uint8_t *state = scene->in_comments;
    uint32_t top = node;
    while (top != 0 && state[top] == STATE_NEW && t->nodes[top].tag != NGI_TAG_BODY &&
           !is_comment(t, top) && !is_box(t, top))
        top = t->nodes[top].parent;
    uint8_t found = state[top];
    if (found == STATE_NEW)
        found = top != 0 && t->nodes[top].tag != NGI_TAG_BODY ? STATE_INSIDE : STATE_OUTSIDE;
    for (uint32_t e = node;; e = t->nodes[e].parent) {
        state[e] = found;
        if (e == top)
            return found == STATE_INSIDE;
    }
}

/* Whether a class or role of the element has one of the words in it. */
static bool says(const ngi_tree *tree, uint32_t node, const char *const *words)
{
    ng_slice class = ngi_slice_sub(ngi_attr_value(tree, node, NGI_ATTR_CLASS), 0, 200);
    ng_slice prop = ngi_slice_sub(ngi_attr_value(tree, node, NGI_ATTR_ITEMPROP), 0, 60);
    for (; *words != NULL; words++)
        if (ngi_find_nocase(class, ngi_slice_of(*words)) != NGI_NONE ||
            ngi_find_nocase(prop, ngi_slice_of(*words)) != NGI_NONE)
            return true;
    return false;
}

static const char *const author_words[] = {"author", "user", "name", "nick", "vcard", "fn", NULL};
static const char *const date_words[] = {"date", "time", "ago", "posted", NULL};
static const char *const other_words[] = {"reply", "like",   "vote",   "share",  "action",
                                          "badge", "report", "avatar", "button", "footer",
                                          "meta",  "says",   NULL};

typedef enum role { ROLE_TEXT, ROLE_AUTHOR, ROLE_DATE, ROLE_OTHER } role;

/* What a block is within its comment, by the elements between the two. */
static role role_of(const ngi_tree *tree, const ngi_block *b, uint32_t comment)
{
    bool in_meta = false;
    for (uint32_t e = tree->nodes[b->first].parent; e != comment && e != 0;
         e = tree->nodes[e].parent) {
        uint8_t tag = tree->nodes[e].tag;
        if (tag == NGI_TAG_BUTTON || tag == NGI_TAG_FORM || tag == NGI_TAG_LABEL)
            return ROLE_OTHER;
        if (tag == NGI_TAG_TIME || says(tree, e, date_words))
            return ROLE_DATE;
        if (b->words <= 8 && says(tree, e, author_words))
            return ROLE_AUTHOR;
        in_meta |= tag == NGI_TAG_FOOTER || tag == NGI_TAG_HEADER || says(tree, e, other_words);
    }
    if (in_meta && b->words < 12)
        return ROLE_OTHER;
    return b->link_chars * 2 > b->text.len && b->words < 8 ? ROLE_OTHER : ROLE_TEXT;
}

/* Whether the text node's element, or one between it and the comment, is of this role. */
static bool is_of(const ngi_tree *t, uint32_t node, uint32_t comment, role wanted)
{
    if (t->nodes[node].tag != NGI_TAG_TEXT || ngi_trim_wide(t->nodes[node].text).len == 0)
        return false;
    for (uint32_t e = t->nodes[node].parent; e != comment && e != 0; e = t->nodes[e].parent)
        if (wanted == ROLE_AUTHOR ? says(t, e, author_words)
                                  : t->nodes[e].tag == NGI_TAG_TIME || says(t, e, date_words))
            return true;
    return false;
}

/* The first text of the block that its elements call the author's or the date; 0: none. */
static uint32_t find_of(const ngi_tree *t, const ngi_block *b, uint32_t comment, role wanted)
{
    for (uint32_t i = b->first; i <= b->last; i++)
        if (is_of(t, i, comment, wanted))
            return i;
    return 0;
}

/* The text of the first element that its class calls the author's, without what follows
 * ("says:"). */
static ng_slice author_of(ngi_scene *scene, const ngi_block *b, uint32_t comment)
{
    uint32_t node = find_of(scene->tree, b, comment, ROLE_AUTHOR);
    if (node == 0)
        return (ng_slice){0};
    return ngi_squeeze(scene->arena, ngi_trim_wide(scene->tree->nodes[node].text));
}

static ng_slice date_of(ngi_scene *scene, const ngi_block *b, uint32_t comment)
{
    const ngi_tree *t = scene->tree;
    ng_slice out = {0}, now = scene->now;
    uint32_t node = find_of(t, b, comment, ROLE_DATE);
    size_t begin, end;
    if (node == 0)
        return out;
    for (uint32_t e = t->nodes[node].parent; e != comment && e != 0; e = t->nodes[e].parent) {
        ng_slice machine = ngi_attr_value(t, e, NGI_ATTR_DATETIME);
        if (machine.len != 0)
            return ngi_date_normal(scene->arena, machine);
    }
    if (ngi_age_find(scene->arena, b->text, now, &begin, &end, &out))
        return out;
    ngi_date_parse(scene->arena, b->text, now, -1, &out, &begin, &end);
    return out;
}

static bool add_text(ngi_arena *arena, ngi_comment *c, const ngi_block *b)
{
    if (c->text.text.len == 0) {
        c->text = (ngi_text){
            .text = b->text,
            .place = {
                .kind = NGI_PLACE_NODES, .first = b->first, .last = b->last, .end = UINT32_MAX}};
        return true;
    }
    ng_slice before = c->text.text;
    if (before.len > NGI_COMMENT_MOST)
        return true;
    char *joined = ngi_arena_chars(arena, before.len + 1 + b->text.len);
    if (joined == NULL)
        return false;
    memcpy(joined, before.ptr, before.len);
    joined[before.len] = '\n';
    memcpy(joined + before.len + 1, b->text.ptr, b->text.len);
    c->text.text = ngi_slice(joined, before.len + 1 + b->text.len);
    c->text.place.last = b->last;
    return true;
}

/* Per node: the nearest comment at or above it; 0: none. */
static uint32_t *nearest_comments(ngi_scene *scene, bool *any)
{
    const ngi_tree *t = scene->tree;
    uint32_t *nearest = NGI_NEW_ARRAY(scene->arena, uint32_t, t->count);
    for (uint32_t i = 1; nearest != NULL && i < t->count; i++) {
        nearest[i] = nearest[t->nodes[i].parent];
        if (t->nodes[i].tag != NGI_TAG_TEXT && is_comment(t, i)) {
            nearest[i] = i;
            *any = true;
        }
    }
    return nearest;
}

bool ngi_comments_find(ngi_scene *scene, const uint8_t *chosen, ngi_story *story)
{
    bool any = false;
    uint32_t *nearest = nearest_comments(scene, &any), last = 0;
    uint32_t *slot = NGI_NEW_ARRAY(scene->arena, uint32_t, scene->tree->count);
    ngi_comment *found = NULL;
    size_t count = 0, room = 0;
    for (uint32_t i = 0; any && slot != NULL && i < scene->blocks.count; i++) {
        const ngi_block *b = &scene->blocks.items[i];
        uint32_t c = nearest[b->node];
        if (c == 0 || chosen[i])
            continue;
        if (slot[c] == 0) {
            if (!ngi_arena_grow(scene->arena, &found, &room, count + 1, sizeof *found))
                return false;
            found[count++] = (ngi_comment){0};
            slot[c] = (uint32_t)count;
        }
        last = slot[c] - 1;
        role r = role_of(scene->tree, b, c);
        bool line = r == ROLE_AUTHOR || r == ROLE_DATE; /* both may stand in one */
        if (line && found[last].author.len == 0)
            found[last].author = author_of(scene, b, c);
        if (line && found[last].date.len == 0)
            found[last].date = date_of(scene, b, c);
        if (r == ROLE_TEXT && !add_text(scene->arena, &found[last], b))
            return false;
    }
    for (size_t i = 0; i < count; i++) /* what has no text was a frame */
        if (found[i].text.text.len != 0)
            found[story->comment_count++] = found[i];
    story->comments = found;
    return !scene->arena->failed;
}
