/* SPDX-License-Identifier: Apache-2.0 */
/* Words that tell whether a full stop ends a sentence. Lists of a few dozen words a language,
 * looked at only where a full stop stands, so they are gone through from end to end. */
#include "base/utf8.h"
#include "record/text/text.h"

/* Each list: words between single spaces, a space at both ends. */
static const struct {
    const char *titles, *numbers, *free, *openers, *sayings;
} words[] = {
    [NGI_ENGLISH] =
        {
            " mr mrs ms dr sen sens rep reps gov govs gen lt col sgt capt maj adm cmdr brig cpl pvt "
            "rev hon pres prof st ste mt ft supt det insp messrs vs v atty asst dep dist e.g i.e cf "
            "approx est ",
            " no nos fig figs vol pp p sec art ch jan feb mar apr jun jul aug sept sep oct nov dec ",
            " jr sr co corp inc ltd bros plc llc etc al ave blvd rd calif mass conn ariz fla ill ind "
            "kan ky md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo del "
            "ala ark colo ga u.s u.n u.k e.u d.c a.m p.m n.j n.y n.h n.c s.c ph.d b.c a.d u.a.e "
            "u.s.a l.a s.p.a s.a n.v g.o.p ",
            " the he she it they but and in a an this that these those we i if as at on for so when "
            "while after before there his her its their our my you what who how why mr mrs ms dr "
            "some many most one two no not now then also with by from to both all since although "
            "however asked among under last next ",
            " said says asked told wrote tweeted added replied wondered shouted yelled recalled "
            "exclaimed inquired demanded explained continued noted argued quipped joked responded "
            "answered declared cried insisted concluded admitted warned posted read reads went goes ",
        },
    [NGI_GERMAN] =
        {
            " dr prof hr fr st z.b z d.h d u.a u o.ä bzw ca vgl geb gen lt inkl bspw sog evtl ggf max "
            "min dipl ing mag frl jr sr b h a ",
            " nr s abs art kap tel jan feb mär apr jun jul aug sep sept okt nov dez ",
            " usw etc co str mio mrd tsd u.s ",
            " der die das er sie es wir ich ein eine in im am auf an bei mit nach und aber doch denn "
            "für von zu zum zur so dies diese dieser dieses auch als wenn was wer wie da dort hier "
            "sein seine ihr ihre man nun seit trotz ",
            " sagte sagt fragte fragt schrieb erklärte betonte rief ruft meinte ergänzte antwortete ",
        },
    [NGI_FRENCH] =
        {
            " m mm mme mmes mlle dr pr me mgr st ste gén col cf p.ex ex env av ",
            " no n art p pp vol chap janv févr avr juil sept oct nov déc ",
            " etc cie bd u.s s.a ",
            " le la les l il elle ils elles on nous je vous un une des ce cet cette ces dans en au aux "
            "à mais et pour par sur avec sans selon après avant depuis son sa ses leur leurs d si "
            "quand comme tout tous puis ensuite alors ",
            " dit déclaré demande demandé lance lancé écrit assure assuré affirme affirmé ajoute ajouté "
            "explique expliqué crie crié répond répondu interroge interrogé exclame exclamé ",
        },
    [NGI_SPANISH] =
        {
            " sr sra srta sres dr dra d da dña lic ing arq prof gral cnel tte cap mons sto sta fr vs "
            "p.ej ej ",
            " no núm art pág págs vol cap ene feb mar abr jun jul ago sept sep oct nov dic ",
            " etc cía ud uds ee.uu s.a av avda u.s ",
            " el la los las él ella ellos ellas un una unos unas en de del al por para con sin según "
            "pero y este esta estos estas ese esa eso lo su sus se no si cuando como tras desde "
            "hasta entre también además ",
            " dijo dice preguntó escribió afirmó aseguró señaló explicó añadió gritó respondió exclamó ",
        },
};

/* Whether a list has the word, its letters in either case. */
static bool has(const char *list, ng_slice word)
{
    char lower[24];
    size_t len = 1, at = 0;
    lower[0] = ' ';
    while (at < word.len) {
        if (len + 6 > sizeof lower)
            return false;
        uint32_t c = ngi_utf8_next(word, &at);
        len += ngi_utf8_put(ngi_fold(c), lower + len);
    }
    lower[len++] = ' ';
    return ngi_find(ngi_slice_of(list), ngi_slice(lower, len)) != NGI_NONE;
}

ngi_abbreviation ngi_abbreviation_of(ng_slice word, ngi_tongue tongue)
{
    if (word.len == 0)
        return NGI_ABBREVIATION_NONE;
    if (has(words[tongue].titles, word))
        return NGI_ABBREVIATION_TITLE;
    if (has(words[tongue].numbers, word))
        return NGI_ABBREVIATION_NUMBER;
    if (tongue == NGI_GERMAN && ngi_ends(word, NGI_LIT("str")))
        return NGI_ABBREVIATION_NUMBER; /* "Hauptstr. 12" */
    return has(words[tongue].free, word) ? NGI_ABBREVIATION_FREE : NGI_ABBREVIATION_NONE;
}

bool ngi_is_opener(ng_slice word, ngi_tongue tongue)
{
    return has(words[tongue].openers, word);
}

bool ngi_is_saying(ng_slice word, ngi_tongue tongue)
{
    return has(words[tongue].sayings, word);
}
