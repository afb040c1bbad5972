/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a weekday or a month is the last one or the next one: told by the verb beside it.
 *
 * News puts a date behind its verb ("said on Tuesday", "will meet on Friday"), so the words
 * before the date are asked first, nearest first, and those behind it where they say nothing
 * ("On Thursday, voters will ..."). A look is a few dozen words at most. */
#include "record/when/reading.h"

enum { LOOK = 24 };

/* A regular past of English: "announced". The words that only look so do no harm: past is
 * what is meant where nothing is said. */
static bool is_regular_past(const ngi_atoms *a, uint32_t i)
{
    const ngi_atom *atom = &a->items[i];
    if (a->tongue != NGI_EN || atom->kind != NGI_ATOM_WORD ||
        (atom->flags & NGI_ATOM_CAPITAL) != 0 || atom->end - atom->begin < 5)
        return false;
    return a->text.ptr[atom->end - 1] == 'd' && a->text.ptr[atom->end - 2] == 'e' &&
           a->text.ptr[atom->end - 3] != 'e' &&
           (atom->classes & (NGI_W_FUTURE | NGI_W_POWER | NGI_W_MEASURE)) == 0;
}

static bool is_done(const ngi_atoms *a, uint32_t i)
{
    return ngi_atom_has(a, i, NGI_W_DONE) || is_regular_past(a, i);
}

/* "to" with a verb behind it, as far as the next word tells. */
static bool is_infinitive(const ngi_atoms *a, uint32_t i)
{
    return a->tongue == NGI_EN && ngi_atom_is(a, i, "to") && i + 1 < a->count &&
           a->items[i + 1].kind == NGI_ATOM_WORD &&
           (a->items[i + 1].flags & NGI_ATOM_CAPITAL) == 0 &&
           (!ngi_atom_has(a, i + 1, NGI_W_STOP | NGI_W_THE | NGI_W_THIS | NGI_W_NUMBER) ||
            ngi_atom_is(a, i + 1, "be") || ngi_atom_is(a, i + 1, "have"));
}

/* Verbs whose infinitive is done, not planned. */
static bool leads_to_done(const ngi_atoms *a, uint32_t i)
{
    static const char *const verbs[] = {"had", "used", "forced", "began", "continued", "started",
                                        "managed", "failed", "refused", "helped", "tried", "able",
                                        "led", "went", "came", "rushed", "gathered", "declined"};
    for (size_t k = 0; k < NGI_COUNT(verbs); k++)
        if (ngi_atom_is(a, i, verbs[k]))
            return true;
    return false;
}

/* "due to rain" tells nothing; "due to meet" does. The same for "expected" behind "than". */
static bool is_future(const ngi_atoms *a, uint32_t i)
{
    if (!ngi_atom_has(a, i, NGI_W_FUTURE))
        return false;
    if (a->tongue != NGI_EN)
        return true;
    if (ngi_atom_has(a, i, NGI_W_MONTH) && (a->items[i].flags & NGI_ATOM_CAPITAL) != 0)
        return false; /* "May" */
    if (ngi_atom_is(a, i + 1, "have") ||
        (ngi_atom_is(a, i + 1, "not") && (ngi_atom_is(a, i, "could") || ngi_atom_is(a, i, "would"))))
        return false; /* "could not be reached on Tuesday" */
    if (i > 0 && (ngi_atom_is(a, i - 1, "than") || ngi_atom_is(a, i - 1, "as")))
        return false;
    if (ngi_atom_is(a, i, "due") && ngi_atom_is(a, i + 1, "to"))
        return ngi_atom_has(a, i + 2, NGI_W_OPENS | NGI_W_BE);
    if (ngi_atom_is(a, i, "going") && !ngi_atom_is(a, i + 1, "to"))
        return false;
    return true;
}

static bool ends_clause(const ngi_atoms *a, uint32_t i)
{
    return ngi_atom_mark(a, i, ';') || ngi_atom_ends_sentence(a, i);
}

/* Whether the participle at atom i belongs to a verb that tells more: "will be held". */
static bool is_participle(const ngi_atoms *a, uint32_t i)
{
    if (i == 0)
        return false;
    if (ngi_atom_has(a, i - 1, NGI_W_BE))
        return true;
    return i > 1 && ngi_atom_has(a, i - 2, NGI_W_BE) &&
           ngi_atom_has(a, i - 1, NGI_W_FUTURE | NGI_W_STOP);
}

/* "is presented in June": neither past nor plan. */
static bool is_present_passive(const ngi_atoms *a, uint32_t i)
{
    return is_done(a, i) && is_participle(a, i) &&
           (ngi_atom_is(a, i - 1, "is") || ngi_atom_is(a, i - 1, "are"));
}

/* What the word at i says of a date behind it. */
static ngi_tense before(const ngi_atoms *a, uint32_t i, uint32_t near)
{
    if (is_future(a, i) || (near <= 5 && ngi_atom_has(a, i, NGI_W_UNTIL)))
        return NGI_TENSE_FUTURE;
    if (is_infinitive(a, i)) {
        if (i > 0 && ngi_atom_has(a, i - 1, NGI_W_BE))
            return NGI_TENSE_FUTURE; /* "is to speak" */
        if (i > 0 && is_done(a, i - 1))
            return leads_to_done(a, i - 1) ? NGI_TENSE_PAST : NGI_TENSE_FUTURE;
        return NGI_TENSE_NONE;
    }
    if (near <= 2 && (ngi_atom_is(a, i, "is") || ngi_atom_is(a, i, "are")))
        return NGI_TENSE_FUTURE; /* "the vote is on Sunday" */
    if (near <= 3 && ngi_atom_has(a, i, NGI_W_OPENS) &&
        (a->items[i].flags & NGI_ATOM_CAPITAL) == 0 && !(i > 0 && ngi_atom_has(a, i - 1, NGI_W_THE)))
        return NGI_TENSE_FUTURE; /* "the talks open on Friday" */
    if (is_done(a, i) && !is_participle(a, i))
        return NGI_TENSE_PAST;
    return NGI_TENSE_NONE;
}

ngi_tense ngi_when_tense(const ngi_when_reader *r, uint32_t begin, uint32_t end)
{
    const ngi_atoms *a = r->atoms;
    if (r->forced != NGI_TENSE_NONE)
        return r->forced;
    for (uint32_t k = begin, near = 1; k > r->sentence && near < LOOK; k--, near++) {
        if (ends_clause(a, k - 1))
            break;
        if (is_present_passive(a, k - 1))
            return NGI_TENSE_NONE;
        ngi_tense tense = before(a, k - 1, near);
        if (tense != NGI_TENSE_NONE)
            return tense;
    }
    for (uint32_t k = end, near = 1; k < a->count && near < LOOK && !ends_clause(a, k);
         k++, near++) {
        if (is_future(a, k) || (ngi_atom_has(a, k, NGI_W_BE) && is_infinitive(a, k + 1)))
            return NGI_TENSE_FUTURE;
        if (is_done(a, k))
            return NGI_TENSE_PAST;
    }
    return NGI_TENSE_NONE;
}
