/* SPDX-License-Identifier: Apache-2.0 */
/* The body of a story in a dump: its paragraphs and subheads, without the lines between
 * them that are not its own (advertisement, read also, captions, times of a live blog) and
 * without what stands below its end (tags, comments, newsletter, rights).
 *
 * A line is left out for its words where it is short or stands among others of its kind,
 * or because it comes back in other stories of the page; a paragraph is never left out for
 * a word in it. One pass over the units of the story. */
#include "stories/dump/dump.h"

static bool is_furniture(const ngi_unit *u)
{
    return u->saying != NGI_SAYS_NOTHING && u->saying != NGI_SAYS_SECTION;
}

/* How much text may stand behind a line that ends stories and still be no part of one:
 * readers' words below "2 comments", the blurb below a newsletter's title. -1: it ends none. */
static int text_behind(const ngi_unit *u)
{
    if (u->role != NGI_ROLE_OPEN)
        return -1;
    switch (u->saying) {
    case NGI_SAYS_TAGS:
    case NGI_SAYS_COMMENTS:
    case NGI_SAYS_RIGHTS: return 3;
    case NGI_SAYS_MORE:
    case NGI_SAYS_LIST: return 1;
    case NGI_SAYS_NEWSLETTER:
    case NGI_SAYS_AUTHOR:
    case NGI_SAYS_SHARE:
    case NGI_SAYS_MENU:
    case NGI_SAYS_COOKIES: return 0;
    default: return -1;
    }
}

/* A paragraph with a suspicious word in it is furniture only among furniture. */
static bool has_company(const ngi_dump *dump, uint32_t i)
{
    const ngi_unit *before = i == 0 ? NULL : &dump->units[i - 1];
    const ngi_unit *behind = i + 1 < dump->count ? &dump->units[i + 1] : NULL;
    return (before != NULL && before->role == NGI_ROLE_OPEN && is_furniture(before)) ||
           (behind != NULL && behind->role == NGI_ROLE_OPEN && is_furniture(behind));
}

static bool is_left_out(const ngi_dump *dump, uint32_t i, uint32_t ending, const uint8_t *seen)
{
    const ngi_unit *u = &dump->units[i];
    if (u->role != NGI_ROLE_OPEN || u->mark == NGI_MARK_LONE || u->time)
        return true;
    if (i == ending)
        return true;
    if (u->chars <= 200 && (seen[u->same] & NGI_SEEN_COUNT) >= 2)
        return true;
    if (u->mark == NGI_MARK_NUMBER && ngi_starts(u->text, NGI_LIT("http")) &&
        ngi_find_char(u->text, ' ') == NGI_NONE)
        return true; /* a text browser's list of addresses */
    switch (u->saying) {
    case NGI_SAYS_NOTHING:
    case NGI_SAYS_SECTION: return u->facts != NULL && u->facts->age.len != 0 && !u->facts->weekday;
    case NGI_SAYS_RIGHTS: return u->chars <= 130 || has_company(dump, i);
    case NGI_SAYS_NEWSLETTER:
    case NGI_SAYS_COOKIES: return !u->prose || has_company(dump, i);
    default: return true;
    }
}

static bool is_stray(const ngi_unit *u)
{
    return u->role == NGI_ROLE_OPEN && u->title && !u->closed && !u->prose && !u->cut &&
           u->chars <= 60 && u->mark == NGI_MARK_NONE && u->level == 0 && u->facts == NULL &&
           ngi_find_char(u->text, '.') == NGI_NONE; /* addresses of sites are sources */
}

/* Short lines in a row at the end of the page, in words not known: no story ends with two
 * subheads. */
static bool starts_footer(const ngi_dump *dump, const ngi_head *h, uint32_t i)
{
    return i + 1 < h->end && is_stray(&dump->units[i]) && is_stray(&dump->units[i + 1]);
}

/* "Get the briefing in your inbox. Sign up now.": short, with nothing of the story behind. */
static bool is_closing_note(const ngi_dump *dump, const ngi_head *h, uint32_t i)
{
    const ngi_unit *u = &dump->units[i];
    return (u->saying == NGI_SAYS_NEWSLETTER || u->saying == NGI_SAYS_COOKIES) && u->chars <= 120 &&
           (i + 1 >= h->end || u[1].role != NGI_ROLE_OPEN || is_furniture(u + 1));
}

/* "The day's stories in your inbox.": one short sentence right below a newsletter's title. */
static bool has_blurb(const ngi_unit *title, uint32_t chars)
{
    uint32_t most = title[1].words * 3 > title[1].chars ? 40 : 130; /* two characters a word */
    return title->saying == NGI_SAYS_NEWSLETTER && !title->prose && chars <= most &&
           ngi_dump_is_text(title + 1);
}

/* Where the story's text ends: before the first line of a tail behind which hardly any
 * text stands. */
static uint32_t body_end(const ngi_dump *dump, const ngi_head *h, const uint8_t *seen)
{
    uint32_t end = h->end, chars = 0;
    int texts = 0;
    for (uint32_t i = h->end; i-- > h->body && texts <= 3;) {
        const ngi_unit *u = &dump->units[i];
        int most = text_behind(u);
        if (most < 0 && u->chars <= 200 && (seen[u->same] & NGI_SEEN_BEHIND))
            most = 3; /* other stories end with this line */
        if (most < 0 && h->end == dump->count && texts <= 2 && chars <= 260 &&
            starts_footer(dump, h, i))
            most = texts;
        if (i + 1 < h->end && texts == 1 && has_blurb(u, chars))
            most = 1;
        if (most >= texts && (!u->prose || has_company(dump, i) || is_closing_note(dump, h, i)))
            end = i;
        if (ngi_dump_is_text(u) && most < 0) {
            texts++;
            chars += u->chars;
        }
    }
    return end;
}

static bool has_mark(const ngi_dump *dump, uint32_t i, const ngi_head *h)
{
    return i >= h->body && i < h->end && dump->units[i].role == NGI_ROLE_OPEN &&
           dump->units[i].mark == NGI_MARK_BULLET;
}

static uint8_t type_of(const ngi_dump *dump, const ngi_head *h, uint32_t i, bool last)
{
    const ngi_unit *u = &dump->units[i];
    if (u->level != 0)
        return NGI_PART_HEADING;
    if (u->mark == NGI_MARK_BULLET)
        return has_mark(dump, i + 1, h) || (i > 0 && has_mark(dump, i - 1, h)) ? NGI_PART_LIST_ITEM
                                                                               : NGI_PART_PARAGRAPH;
    if (u->mark == NGI_MARK_DASH)
        return NGI_PART_PARAGRAPH;
    bool heading = u->title && !u->prose && !u->closed && !u->cut && u->chars <= 160 && !last;
    return heading ? NGI_PART_HEADING : NGI_PART_PARAGRAPH;
}

static ngi_part part_of(const ngi_dump *dump, const ngi_unit *u, uint8_t type)
{
    bool bare = u->mark == NGI_MARK_NONE || type == NGI_PART_LIST_ITEM;
    ng_slice text = u->text;
    uint32_t begin = bare ? u->inner : u->begin;
    if (!bare) /* the dash or number is the text's own */
        text = ngi_squeeze(dump->arena, ngi_slice_sub(dump->scene->text, u->begin, u->end));
    return (ngi_part){
        .text = {.text = text, .place = {.kind = NGI_PLACE_TEXT, .begin = begin, .end = u->end}},
        .type = type,
        .level = type == NGI_PART_HEADING     ? (uint8_t)(u->level != 0 ? u->level : 2)
                 : type == NGI_PART_LIST_ITEM ? 1
                                              : 0};
}

static bool add_part(ngi_dump *dump, ngi_story *story, size_t *room, ngi_part part)
{
    if (part.text.text.len == 0)
        return true;
    if (!ngi_arena_grow(dump->arena, &story->parts, room, story->part_count + 1,
                        sizeof *story->parts))
        return false;
    story->parts[story->part_count++] = part;
    return true;
}

/* A label alone ("Read also") takes the headline below it along. */
static bool is_label_of_next(const ngi_dump *dump, uint32_t i)
{
    const ngi_unit *u = &dump->units[i];
    if (u->role != NGI_ROLE_OPEN || i + 2 >= dump->count ||
        !(u->saying == NGI_SAYS_READ_ALSO || u->saying == NGI_SAYS_LIST) || u->words > 4)
        return false;
    const ngi_unit *next = &dump->units[i + 1], *behind = &dump->units[i + 2];
    return next->role == NGI_ROLE_OPEN && next->title && !next->prose && !is_furniture(next) &&
           ngi_dump_is_text(behind);
}

static bool join_body(ngi_dump *dump, ngi_story *story)
{
    size_t total = 0, used = 0;
    for (uint32_t i = 0; i < story->part_count; i++)
        total += story->parts[i].text.text.len + 2;
    char *out = ngi_arena_chars(dump->arena, total + 1);
    for (uint32_t i = 0; out != NULL && i < story->part_count; i++) {
        ng_slice s = story->parts[i].text.text;
        if (story->parts[i].type == NGI_PART_CAPTION)
            continue;
        if (used != 0)
            out[used++] = '\n', out[used++] = '\n';
        memcpy(out + used, s.ptr, s.len);
        used += s.len;
    }
    story->body = ngi_slice(out, used);
    return out != NULL;
}

bool ngi_dump_body(ngi_dump *dump, const ngi_head *h, const uint8_t *seen, ngi_story *story)
{
    uint32_t end = body_end(dump, h, seen), last = h->body;
    size_t room = 0;
    for (uint32_t i = h->body; i < end; i++)
        if (!is_left_out(dump, i, h->ending, seen))
            last = i;
    for (uint32_t i = h->title == UINT32_MAX ? h->body : h->title + 1; i < end; i++) {
        const ngi_unit *u = &dump->units[i];
        bool caption = u->role == NGI_ROLE_OPEN && u->saying == NGI_SAYS_CREDIT;
        if (!caption && (i < h->body || is_left_out(dump, i, h->ending, seen))) {
            i += i >= h->body && is_label_of_next(dump, i);
            continue;
        }
        uint8_t type = caption ? NGI_PART_CAPTION : type_of(dump, h, i, i == last);
        if (!add_part(dump, story, &room, part_of(dump, u, type)))
            return false;
    }
    return join_body(dump, story);
}
