/* SPDX-License-Identifier: Apache-2.0 */
/* From the starts found in a dump to its stories: headline, standfirst, section, persons,
 * date and body of each; the same story twice becomes one. Tens of stories a page. */
#include "stories/dump/dump.h"

static ngi_text text_of(const ngi_unit *u, ng_slice text)
{
    return (ngi_text){.text = text,
                      .place = {.kind = NGI_PLACE_TEXT, .begin = u->inner, .end = u->end}};
}

static bool set_authors(ngi_dump *dump, ngi_story *story, const ngi_unit *u, const ng_slice *names,
                        uint32_t count)
{
    if (story->author_count != 0 || count == 0)
        return true;
    story->authors = NGI_NEW_ARRAY(dump->arena, ngi_author, count);
    if (story->authors == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++)
        story->authors[i].name = text_of(u, names[i]);
    story->author_count = count;
    return true;
}

/* What stands beside a date without a byline's words: a section's name or a person's. */
static bool name_beside_date(ngi_dump *dump, ngi_story *story, const ngi_unit *u)
{
    ng_slice name = u->facts->section, *names, credit;
    uint32_t count = 0;
    bool known;
    ngi_dump_is_name(dump, name, &known);
    bool apart = ngi_find_char(name, ' ') != NGI_NONE ||
                 (ngi_find(u->text, NGI_LIT(" ")) != NGI_NONE && ngi_dump_is_name_sized(name));
    if (!known && apart && story->author_count == 0 &&
        ngi_byline_parse(dump->arena, name, true, &names, &count, &credit) && count != 0)
        return set_authors(dump, story, u, names, count);
    if (known && story->section.text.len == 0)
        story->section = text_of(u, name);
    return true;
}

static bool take_facts(ngi_dump *dump, ngi_story *story, const ngi_unit *u)
{
    const ngi_facts *f = u->facts;
    if (f->date.len != 0 && story->date_published.text.len == 0) {
        story->date_published = text_of(u, f->date);
        story->date_source = NGI_LIT("text");
    }
    if (f->credit.len != 0 && story->credit.len == 0)
        story->credit = f->credit;
    if (!set_authors(dump, story, u, f->names, f->name_count))
        return false;
    return f->section.len == 0 || name_beside_date(dump, story, u);
}

/* "By jane doe": a name in small letters is one where its line stands in a header. */
static bool small_name(ngi_dump *dump, ngi_story *story, const ngi_unit *u)
{
    ng_slice copy = ngi_arena_copy(dump->arena, u->text), *names, credit;
    uint32_t count = 0;
    if (copy.len == 0 || copy.len > 80 || u->closed || u->words > 6)
        return true;
    char *to = (char *)(uintptr_t)copy.ptr; /* our own copy: its words get ASCII capitals */
    for (size_t i = 0; i < copy.len; i++)
        if ((i == 0 || to[i - 1] == ' ') && to[i] >= 'a' && to[i] <= 'z')
            to[i] = (char)(to[i] - 32);
    if (!ngi_byline_parse(dump->arena, copy, false, &names, &count, &credit))
        return true;
    for (uint32_t i = 0; i < count; i++) { /* as printed */
        if (names[i].ptr < copy.ptr || names[i].ptr >= copy.ptr + copy.len)
            return true;
        names[i].ptr = u->text.ptr + (names[i].ptr - copy.ptr);
    }
    return set_authors(dump, story, u, names, count);
}

/* A header's line that is no line of facts by itself. */
static bool name_alone(ngi_dump *dump, ngi_story *story, const ngi_unit *u)
{
    ng_slice *names, credit;
    uint32_t count = 0;
    if (ngi_dump_is_bare_name(dump, u) && ngi_dump_people(dump, u->text, &names, &count))
        return set_authors(dump, story, u, names, count);
    if (ngi_dump_is_bare_name(dump, u) &&
        ngi_byline_parse(dump->arena, ngi_dump_without_role(u->text), true, &names, &count,
                         &credit))
        return set_authors(dump, story, u, names, count);
    return small_name(dump, story, u);
}

/* The last step of "The Harbour Post > World"; a section's name as it is. */
static ng_slice last_step(ng_slice text)
{
    text = ngi_dump_unframe(text);
    for (size_t at = text.len, end = at; at > 0; end = at) {
        uint32_t c = ngi_utf8_previous(text, &at);
        if (c == '>' || c == 0xBB || c == 0x203A)
            return ngi_trim_wide(ngi_slice_from(text, end));
    }
    return text;
}

static bool read_header(ngi_dump *dump, const ngi_head *h, ngi_story *story)
{
    if (h->title == UINT32_MAX)
        return true;
    const ngi_unit *t = &dump->units[h->title];
    story->headline = text_of(t, t->text);
    if (h->standfirst != UINT32_MAX)
        story->description = text_of(&dump->units[h->standfirst], dump->units[h->standfirst].text);
    if (h->section != UINT32_MAX && dump->units[h->section].facts == NULL)
        story->section = text_of(&dump->units[h->section], last_step(dump->units[h->section].text));
    for (uint32_t pass = 0; pass < 2; pass++) { /* below the headline first */
        uint32_t from = pass == 0 ? h->title + 1 : h->begin, to = pass == 0 ? h->body : h->title;
        for (uint32_t i = from; i < to; i++) {
            const ngi_unit *u = &dump->units[i];
            if (u->facts != NULL && !take_facts(dump, story, u))
                return false;
            if (pass == 0 && u->facts == NULL && i != h->standfirst &&
                u->saying == NGI_SAYS_NOTHING && !name_alone(dump, story, u))
                return false;
        }
    }
    if (h->ending == UINT32_MAX)
        return true;
    const ngi_unit *end = &dump->units[h->ending];
    return end->facts != NULL ? take_facts(dump, story, end) : name_alone(dump, story, end);
}

static ng_slice key_of(const ngi_dump *dump, const ngi_head *h)
{
    return h->title == UINT32_MAX ? NGI_LIT("-")
                                  : ngi_plain(dump->arena, dump->units[h->title].text);
}

static void mark_behind(const ngi_dump *dump, const ngi_head *h, uint8_t *seen)
{
    for (uint32_t i = h->end; i-- > h->body;) {
        const ngi_unit *u = &dump->units[i];
        bool again = (seen[u->same] & NGI_SEEN_COUNT) >= 2;
        if (ngi_dump_is_text(u) && !again)
            break;
        if (again && u->role == NGI_ROLE_OPEN)
            seen[u->same] |= NGI_SEEN_BEHIND;
    }
}

/* For each line, in how many different stories it stands, and whether behind their text. */
static uint8_t *count_lines(ngi_dump *dump, const ngi_head *heads, uint32_t count)
{
    uint8_t *seen = NGI_NEW_ARRAY(dump->arena, uint8_t, dump->count + 1);
    uint32_t *last = NGI_NEW_ARRAY(dump->arena, uint32_t, dump->count + 1);
    ngi_map titles;
    ngi_map_init(&titles, dump->arena);
    for (uint32_t k = 0; seen != NULL && last != NULL && k < count; k++) {
        bool fresh;
        uint32_t *story = ngi_map_put(&titles, key_of(dump, &heads[k]), &fresh);
        if (story == NULL)
            return NULL;
        if (!fresh)
            continue; /* the same story again */
        *story = k + 1;
        for (uint32_t i = heads[k].body; i < heads[k].end; i++) {
            uint32_t same = dump->units[i].same;
            if (last[same] != k + 1 && seen[same] < NGI_SEEN_COUNT)
                seen[same]++;
            last[same] = k + 1;
        }
    }
    for (uint32_t k = 0; seen != NULL && k < count; k++) /* lines behind the text of stories */
        mark_behind(dump, &heads[k], seen);
    return last == NULL ? NULL : seen;
}

static bool is_again(const ngi_dump *dump, const ngi_story *stories, uint32_t count,
                     ngi_map *titles, const ngi_story *story, bool *again)
{
    bool fresh;
    ng_slice key = ngi_plain(dump->arena, story->headline.text);
    *again = false;
    if (key.len == 0)
        return true;
    uint32_t *at = ngi_map_put(titles, key, &fresh);
    if (at == NULL)
        return false;
    if (fresh)
        *at = count;
    else if (*at < count && story->part_count != 0 && stories[*at].part_count != 0)
        *again = ngi_equal(stories[*at].parts[0].text.text, story->parts[0].text.text);
    return true;
}

/* A headline with one short paragraph and nothing else: a brief, or an item of a list. */
static bool is_thin(const ngi_story *story)
{
    const ng_slice s = story->body;
    return story->headline.text.len != 0 && story->part_count == 1 && s.len <= 420 &&
           ngi_utf8_count(s) <= 260 && story->author_count == 0 && story->description.text.len == 0;
}

static bool is_cut(ng_slice s)
{
    return ngi_ends(s, NGI_LIT("...")) || ngi_ends(s, NGI_LIT("…"));
}

static bool make_teaser(ngi_dump *dump, const ngi_story *story, const ngi_head *h)
{
    ngi_teaser t = {.headline = story->headline,
                    .description = story->parts[0].text,
                    .section = story->section,
                    .date_published = story->date_published.text};
    for (uint32_t i = h->begin; i < h->body; i++) {
        const ngi_unit *u = &dump->units[i];
        if (u->facts != NULL && u->facts->age.len != 0)
            t.age = text_of(u, u->facts->age);
    }
    return ngi_teaser_keep(dump, &t);
}

/* Thin stories in a row are a list of teasers with summaries: four, or three where most
 * are cut off. heads: of each story. */
static bool take_lists(ngi_dump *dump, ngi_page *out, const ngi_head *heads)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < out->story_count;) {
        uint32_t end = i, cut = 0;
        for (; end < out->story_count && is_thin(&out->stories[end]); end++)
            cut += is_cut(out->stories[end].body);
        if (end - i >= 4 || (end - i == 3 && cut >= 2)) {
            for (; i < end; i++)
                if (!make_teaser(dump, &out->stories[i], &heads[i]))
                    return false;
            continue;
        }
        for (end += end == i; i < end; i++)
            out->stories[kept++] = out->stories[i];
    }
    out->story_count = kept;
    return true;
}

static bool join_texts(ngi_dump *dump, ngi_page *out)
{
    size_t total = 1, used = 0;
    for (uint32_t i = 0; i < out->story_count; i++)
        total += out->stories[i].body.len + 2;
    for (uint32_t i = 0; i < out->teaser_count; i++)
        total += out->teasers[i].headline.text.len + out->teasers[i].description.text.len + 4;
    char *to = ngi_arena_chars(dump->arena, total);
    bool list = out->story_count == 0;
    uint32_t count = list ? out->teaser_count * 2 : out->story_count;
    for (uint32_t i = 0; to != NULL && i < count; i++) {
        ng_slice s = !list        ? out->stories[i].body
                     : i % 2 == 0 ? out->teasers[i / 2].headline.text
                                  : out->teasers[i / 2].description.text;
        if (s.len == 0)
            continue;
        if (used != 0)
            to[used++] = '\n', to[used++] = '\n';
        memcpy(to + used, s.ptr, s.len);
        used += s.len;
    }
    out->text = ngi_slice(to, used);
    return to != NULL;
}

bool ngi_dump_stories(ngi_dump *dump, ngi_head *heads, uint32_t count, ngi_page *out)
{
    uint8_t *seen = count_lines(dump, heads, count);
    ngi_map titles;
    ngi_map_init(&titles, dump->arena);
    out->stories = NGI_NEW_ARRAY(dump->arena, ngi_story, count + 1);
    if (seen == NULL || out->stories == NULL)
        return false;
    for (uint32_t k = 0; k < count; k++) {
        ngi_story story = {0};
        bool again;
        if (!read_header(dump, &heads[k], &story) ||
            !ngi_dump_body(dump, &heads[k], seen, &story) ||
            !is_again(dump, out->stories, out->story_count, &titles, &story, &again))
            return false;
        if (again || story.body.len == 0)
            continue;
        heads[out->story_count] = heads[k]; /* of the stories that are kept */
        out->stories[out->story_count++] = story;
    }
    if (!take_lists(dump, out, heads))
        return false;
    out->teasers = dump->teasers;
    out->teaser_count = (uint32_t)dump->teaser_count;
    return join_texts(dump, out);
}
