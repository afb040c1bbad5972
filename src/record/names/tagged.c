/* SPDX-License-Identifier: Apache-2.0 */
/* Mentions as the tagger sees them, with even edges: no titles before people, no clitics and
 * marks at the end, brackets and quotation marks in pairs. */
#include "record/names/found.h"
#include "record/names/tagger.h"

static bool is_text(const ngi_prose *p, uint32_t i, ng_slice word)
{
    return ngi_equal_nocase(ngi_token_text(p, i), word);
}

static bool is_clitic(const ngi_prose *p, uint32_t i)
{
    ng_slice t = ngi_token_text(p, i);
    return is_text(p, i, NGI_LIT("'s")) || ngi_equal(t, NGI_LIT("’s")) ||
           ngi_equal(t, NGI_LIT("'")) || ngi_equal(t, NGI_LIT("’"));
}

static bool is_mark(const ngi_prose *p, uint32_t i)
{
    return !(p->tokens[i].shape & NGI_SHAPE_WORD);
}

/* Titles that stand before a person and are no part of the name. A name keeps one word. */
static bool is_title(const ngi_found_list *list, const ngi_prose *p, uint32_t i)
{
    uint32_t known = ngi_found_known(list, p, i);
    return (known & NGI_KNOWN_TITLE) && !(known & (NGI_KNOWN_FIRST | NGI_KNOWN_LAST));
}

static void cut_title(const ngi_found_list *list, const ngi_prose *p, ngi_stretch *s, uint8_t type)
{
    if (type != NGI_NAME_PERSON)
        return;
    uint32_t from = s->begin;
    while (from + 1 < s->end && (is_title(list, p, from) || is_mark(p, from)))
        from++;
    s->begin = from;
}

static void cut_marks(const ngi_prose *p, ngi_stretch *s)
{
    while (s->end > s->begin && (is_mark(p, s->end - 1) || is_clitic(p, s->end - 1))) {
        ng_slice last = ngi_token_text(p, s->end - 1);
        bool shout = ngi_equal(last, NGI_LIT("!")) && s->end - s->begin > 1 &&
                     !(p->tokens[s->end - 1].shape & NGI_SHAPE_SPACE);
        if (shout && ngi_equal(ngi_token_text(p, s->end - 2), NGI_LIT("Yahoo")))
            break;
        s->end--;
    }
    while (s->begin < s->end && (is_mark(p, s->begin) || is_clitic(p, s->begin)))
        s->begin++;
}

/* "Harbor Holdings of Singapore": a company's name ends before where it is at home. */
static void cut_home(const ngi_found_list *list, const ngi_prose *p, ngi_stretch *s)
{
    static const char *const companies[] = {"Holdings", "Holding", "Group", "Inc", "Inc.", "Corp",
                                            "Corp.", "Ltd", "Ltd.", "Limited", "LLC", "AG", "GmbH",
                                            "plc", "PLC", "SA", "Trading", "Shipping", "Logistics",
                                            "Industries", "Airlines", "Motors", "Systems"};
    for (uint32_t i = s->begin + 2; i + 1 < s->end; i++) {
        if (!is_text(p, i, NGI_LIT("of")) ||
            !(ngi_found_known(list, p, i + 1) & (NGI_KNOWN_COUNTRY | NGI_KNOWN_PLACE)))
            continue;
        for (size_t k = 0; k < NGI_COUNT(companies); k++)
            if (ngi_equal(ngi_token_text(p, i - 1), ngi_slice_of(companies[k]))) {
                s->end = i;
                return;
            }
    }
}

/* What lists know of a whole phrase. */
static uint32_t phrase_known(const ngi_found_list *list, const ngi_prose *p, ngi_stretch s)
{
    if (s.end - s.begin > 1 && is_text(p, s.begin, NGI_LIT("the")))
        s.begin++;
    uint32_t hash = p->tokens[s.begin].hash | 1;
    for (uint32_t i = s.begin + 1; i < s.end; i++)
        hash = ngi_known_join(hash, p->tokens[i].hash);
    return ngi_known(&list->model->lexicon, hash);
}

static bool keep(ngi_found_list *list, uint8_t in, ngi_stretch s, uint8_t type)
{
    const ngi_prose *p = &list->prose[in];
    cut_marks(p, &s);
    cut_title(list, p, &s, type);
    ngi_stretch home = {s.end, s.end};
    if (type == NGI_NAME_ORGANIZATION) {
        cut_home(list, p, &s);
        home.begin = s.end + (s.end < home.end); /* behind the "of" */
    }
    if (s.begin >= s.end)
        return true;
    if (home.begin < home.end && !ngi_found_add(list, in, home.begin, home.end, NGI_NAME_PLACE))
        return false;
    /* What a country does, its government does: the name is that of a place all the same. */
    if (type == NGI_NAME_ORGANIZATION && (phrase_known(list, p, s) & NGI_KNOWN_COUNTRY))
        type = NGI_NAME_PLACE;
    bool only_title = type == NGI_NAME_PERSON && s.end - s.begin == 1 && is_title(list, p, s.begin);
    return only_title || ngi_found_add(list, in, s.begin, s.end, type);
}

/* Is token i a hyphen that joins two words, the one behind it with a capital? */
static bool joins(const ngi_prose *p, uint32_t i)
{
    return i > 0 && i + 1 < p->token_count && p->tokens[i].end - p->tokens[i].begin == 1 &&
           p->text.ptr[p->tokens[i].begin] == '-' && !(p->tokens[i].shape & NGI_SHAPE_SPACE) &&
           !(p->tokens[i + 1].shape & NGI_SHAPE_SPACE) &&
           (p->tokens[i + 1].shape & NGI_SHAPE_CAPITAL);
}

static bool is_place_label(uint8_t label)
{
    return label == 1 + 2 * NGI_NAME_PLACE || label == 2 + 2 * NGI_NAME_PLACE;
}

static uint8_t inner(uint8_t label)
{
    return label + label % 2;
}

/* Words with a hyphen are in a name as a whole: "Solberg-Lie", "Mahmoud al-Hadi". Two places
 * with one between them stay two. */
static void heal_hyphens(const ngi_prose *p, uint8_t *labels)
{
    for (uint32_t i = 1; i + 1 < p->token_count; i++) {
        if (!joins(p, i) || (labels[i - 1] == 0 && labels[i + 1] == 0))
            continue;
        bool small = !(p->tokens[i - 1].shape & NGI_SHAPE_CAPITAL);
        bool article = is_text(p, i - 1, NGI_LIT("al")) || is_text(p, i - 1, NGI_LIT("el"));
        if (labels[i - 1] == 0 && labels[i + 1] % 2 == 1 && article) {
            uint8_t type = labels[i + 1];
            bool goes_on = i > 1 && labels[i - 2] != 0 && inner(labels[i - 2]) == inner(type) && small;
            labels[i - 1] = goes_on ? inner(type) : type;
            labels[i] = labels[i + 1] = inner(type);
        } else if (labels[i - 1] != 0 && (!small || article) &&
                   !(is_place_label(labels[i - 1]) && labels[i + 1] != 0)) {
            bool same = inner(labels[i + 1]) == inner(labels[i - 1]);
            labels[i] = inner(labels[i - 1]);
            uint8_t was = labels[i + 1];
            labels[i + 1] = labels[i];
            for (uint32_t k = i + 2; k < p->token_count && was != 0 && !same && labels[k] == inner(was);
                 k++)
                labels[k] = labels[i];
        }
    }
}

static bool tag_field(ngi_found_list *list, uint8_t in)
{
    const ngi_prose *p = &list->prose[in];
    list->name_of[in] = NGI_NEW_ARRAY(list->arena, uint32_t, (size_t)p->token_count + 1);
    uint8_t *labels = NGI_NEW_ARRAY(list->arena, uint8_t, (size_t)p->token_count + 1);
    if (list->name_of[in] == NULL || labels == NULL ||
        !ngi_names_tag(list->arena, list->model, p, labels))
        return false;
    heal_hyphens(p, labels);
    for (uint32_t i = 0; i < p->token_count;) {
        uint8_t label = labels[i];
        uint32_t end = i + 1;
        while (label != 0 && end < p->token_count && labels[end] == label + (label % 2))
            end++;
        if (label != 0 && !keep(list, in, (ngi_stretch){i, end}, (uint8_t)((label - 1) / 2)))
            return false;
        i = end;
    }
    return true;
}

bool ngi_found_tag(ngi_found_list *list)
{
    for (size_t k = 0; k < NGI_FIELD_COUNT; k++)
        if (!tag_field(list, ngi_found_order[k]))
            return false;
    return true;
}
