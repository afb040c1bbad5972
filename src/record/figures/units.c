/* SPDX-License-Identifier: Apache-2.0 */
/* Units and money. A unit is named one way whatever the spelling: "km" for kilometres, singular
 * words where no sign is usual ("hectare", "day"), ISO 4217 codes for money. */
#include "record/figures/reading.h"

/* ---- money ---- */

/* Signs of money that are one character. */
static const char *sign_unit(uint32_t c)
{
    switch (c) {
    case '$': return "USD";
    case 0xA3: return "GBP";
    case 0xA5: return "JPY";
    case 0x20AC: return "EUR";
    case 0x20B9:
    case 0x20A8: return "INR";
    case 0x20BD: return "RUB";
    case 0x20A9: return "KRW";
    case 0x20BA: return "TRY";
    case 0x20B4: return "UAH";
    case 0x20A6: return "NGN";
    case 0x20AA: return "ILS";
    case 0x20AB: return "VND";
    case 0x20B1: return "PHP";
    case 0xA2: return "cent";
    default: return NULL;
    }
}

/* Letters before "$". */
static const struct {
    const char *letters, *unit;
} dollars[] = {{"US", "USD"}, {"A", "AUD"}, {"AU", "AUD"}, {"C", "CAD"}, {"CA", "CAD"},
               {"CAD", "CAD"}, {"NZ", "NZD"}, {"HK", "HKD"}, {"S", "SGD"}, {"SG", "SGD"},
               {"NT", "TWD"}, {"R", "BRL"}, {"MX", "MXN"}, {"AUD", "AUD"}, {"U", "USD"}};

/* Money of a nation, where its word alone is used by several. */
static const struct {
    const char *word, *nation, *unit;
} nationals[] = {
    {"USD", "CA", "CAD"}, {"USD", "AU", "AUD"}, {"USD", "NZ", "NZD"}, {"USD", "HK", "HKD"},
    {"USD", "SG", "SGD"}, {"USD", "TW", "TWD"}, {"USD", "US", "USD"}, {"franc", "CH", "CHF"},
    {"franc", "XO", "XOF"}, {"peso", "MX", "MXN"}, {"peso", "AR", "ARS"}, {"peso", "CL", "CLP"},
    {"peso", "CO", "COP"}, {"peso", "PH", "PHP"}, {"peso", "CU", "CUP"}, {"peso", "UY", "UYU"},
    {"peso", "DO", "DOP"}, {"krone", "NO", "NOK"}, {"krone", "DK", "DKK"}, {"krone", "SE", "SEK"},
    {"SEK", "SE", "SEK"}, {"pound", "GB", "GBP"}, {"pound", "EG", "EGP"}, {"pound", "LB", "LBP"},
    {"pound", "SY", "SYP"}, {"INR", "IN", "INR"}, {"INR", "PK", "PKR"}, {"INR", "LK", "LKR"},
    {"INR", "NP", "NPR"}, {"dinar", "IQ", "IQD"}, {"dinar", "KW", "KWD"}, {"dinar", "JO", "JOD"},
    {"riyal", "SA", "SAR"}, {"riyal", "QA", "QAR"}, {"dirham", "AE", "AED"},
    {"shilling", "KE", "KES"}, {"shilling", "UG", "UGX"}, {"shilling", "TZ", "TZS"},
    {"rial", "IR", "IRR"}, {"TRY", "TR", "TRY"}, {"RUB", "RU", "RUB"},
};

static ng_slice of_nation(const char *word, const char *nation)
{
    for (size_t k = 0; k < NGI_COUNT(nationals); k++)
        if (ngi_equal(ngi_slice_of(nationals[k].word), ngi_slice_of(word)) &&
            ngi_equal(ngi_slice_of(nationals[k].nation), ngi_slice_of(nation)))
            return ngi_slice_of(nationals[k].unit);
    return ngi_slice_of(word);
}

/* Letters glued before a "$" at atom i. */
static uint32_t letters_before(const ngi_atoms *a, uint32_t i, ng_slice *unit)
{
    if (i == 0 || !ngi_atom_mark(a, i, '$') || !ngi_atom_glued(a, i) ||
        a->items[i - 1].kind != NGI_ATOM_WORD)
        return 0;
    for (size_t k = 0; k < NGI_COUNT(dollars); k++)
        if (ngi_equal(ngi_atom_text(a, i - 1), ngi_slice_of(dollars[k].letters))) {
            *unit = ngi_slice_of(dollars[k].unit);
            return 1;
        }
    return 0;
}

static bool is_code(const ngi_atoms *a, uint32_t i)
{
    if (!ngi_atom_has(a, i, NGI_W_CURRENCY) || (a->items[i].classes & NGI_W_PLURAL) != 0)
        return false;
    bool rupees = ngi_atom_is(a, i, "rs");
    return rupees || ((a->items[i].flags & NGI_ATOM_SHOUT) != 0 &&
                      a->items[i].end - a->items[i].begin == 3);
}

uint32_t ngi_figure_money_before(const ngi_atoms *a, uint32_t i, ng_slice *unit)
{
    if (i == 0)
        return i;
    const ngi_atom *before = &a->items[i - 1];
    const char *sign = before->kind == NGI_ATOM_MARK ? sign_unit(before->mark) : NULL;
    if (sign != NULL) {
        *unit = ngi_slice_of(sign);
        return i - 1 - letters_before(a, i - 1, unit);
    }
    if (is_code(a, i - 1)) {
        *unit = ngi_slice_of(before->entry->unit);
        return i - 1;
    }
    if (before->mark == '.' && ngi_atom_glued(a, i - 1) && i > 1 && ngi_atom_is(a, i - 2, "rs")) {
        *unit = NGI_LIT("INR");
        return i - 2;
    }
    return i;
}

uint32_t ngi_figure_money_at(const ngi_atoms *a, uint32_t i, ng_slice *unit)
{
    for (uint32_t at = i; at < i + 3 && at < a->count; at++) {
        if (a->items[at].kind == NGI_ATOM_NUMBER)
            return ngi_figure_money_before(a, at, unit) == i ? at - i : 0;
        if (at > i && (a->items[at].flags & NGI_ATOM_SPACE) != 0 && !is_code(a, at - 1))
            return 0;
    }
    return 0;
}

/* ---- units behind ---- */

static uint32_t percent(const ngi_atoms *a, uint32_t i, ng_slice *unit)
{
    uint32_t used = 0;
    if (ngi_atom_mark(a, i, '%') || ngi_atom_is(a, i, "percent") || ngi_atom_is(a, i, "pct") ||
        ngi_atom_is(a, i, "prozent"))
        used = 1;
    else if ((ngi_atom_is(a, i, "per") && ngi_atom_is(a, i + 1, "cent")) ||
             (ngi_atom_is(a, i, "pour") && ngi_atom_is(a, i + 1, "cent")) ||
             (ngi_atom_is(a, i, "por") && ngi_atom_is(a, i + 1, "ciento")))
        used = 2;
    if (used != 0) {
        *unit = NGI_LIT("%");
        return used;
    }
    if ((ngi_atom_is(a, i, "percentage") &&
         (ngi_atom_is(a, i + 1, "points") || ngi_atom_is(a, i + 1, "point"))) ||
        (ngi_atom_is(a, i, "puntos") && ngi_atom_is(a, i + 1, "porcentuales"))) {
        *unit = NGI_LIT("percentage point");
        return 2;
    }
    if (ngi_atom_is(a, i, "points") && ngi_atom_is(a, i + 1, "de") &&
        (ngi_atom_is(a, i + 2, "pourcentage") || ngi_atom_is(a, i + 2, "base"))) {
        *unit = ngi_atom_is(a, i + 2, "base") ? NGI_LIT("basis point") : NGI_LIT("percentage point");
        return 3;
    }
    if (ngi_atom_is(a, i, "prozentpunkte") || ngi_atom_is(a, i, "prozentpunkten") ||
        ngi_atom_is(a, i, "prozentpunkt")) {
        *unit = NGI_LIT("percentage point");
        return 1;
    }
    if (ngi_atom_is(a, i, "basispunkte") || ngi_atom_is(a, i, "basispunkten")) {
        *unit = NGI_LIT("basis point");
        return 1;
    }
    if ((ngi_atom_is(a, i, "basis") &&
         (ngi_atom_is(a, i + 1, "points") || ngi_atom_is(a, i + 1, "point"))) ||
        (ngi_atom_is(a, i, "puntos") && ngi_atom_is(a, i + 1, "b\xC3\xA1sicos"))) {
        *unit = NGI_LIT("basis point");
        return 2;
    }
    return 0;
}

static uint32_t degrees(const ngi_atoms *a, uint32_t i, ng_slice *unit)
{
    bool sign = ngi_atom_mark(a, i, 0xB0);
    bool word = ngi_atom_has(a, i, NGI_W_MEASURE) && a->items[i].entry->unit != NULL &&
                ngi_equal(ngi_slice_of(a->items[i].entry->unit), NGI_LIT("degree"));
    uint32_t at = i + (sign || word);
    bool glued = at == i && ngi_atom_glued(a, at); /* "30C" */
    if (!sign && !word && !glued)
        return 0;
    if (word && ngi_atom_is(a, at, "centigrados"))
        at++;
    bool celsius = ngi_atom_is(a, at, "c") || ngi_atom_is(a, at, "celsius");
    bool fahrenheit = ngi_atom_is(a, at, "f") || ngi_atom_is(a, at, "fahrenheit");
    if (celsius || fahrenheit) {
        *unit = celsius ? ngi_slice_of("\xC2\xB0" "C") : ngi_slice_of("\xC2\xB0" "F");
        return at + 1 - i;
    }
    if (at > i)
        *unit = NGI_LIT("degree");
    return at - i;
}

/* "kilometers per hour", "miles an hour", "km/h". */
static uint32_t per_hour(const ngi_atoms *a, uint32_t i, ng_slice *unit)
{
    bool km = ngi_equal(*unit, NGI_LIT("km")), mile = ngi_equal(*unit, NGI_LIT("mile"));
    uint32_t used = 0;
    if ((ngi_atom_mark(a, i, '/') || ngi_atom_is(a, i, "per") || ngi_atom_is(a, i, "an") ||
         ngi_atom_is(a, i, "pro") || ngi_atom_is(a, i, "por")) &&
        (ngi_atom_is(a, i + 1, "h") || ngi_atom_is(a, i + 1, "hr") || ngi_atom_is(a, i + 1, "hour") ||
         ngi_atom_is(a, i + 1, "stunde") || ngi_atom_is(a, i + 1, "hora")))
        used = 2;
    else if (ngi_atom_mark(a, i, '-') && ngi_atom_is(a, i + 1, "per") && ngi_atom_mark(a, i + 2, '-'))
        used = ngi_atom_is(a, i + 3, "hour") ? 4 : 0;
    else if (ngi_atom_is(a, i, "heure") || ngi_atom_is(a, i, "stundenkilometer"))
        used = 1;
    else if (ngi_atom_mark(a, i, '-') && ngi_atom_is(a, i + 1, "heure"))
        used = 2;
    if (used == 0 || (!km && !mile))
        return 0;
    *unit = km ? NGI_LIT("km/h") : NGI_LIT("mph");
    return used;
}

static const struct {
    const char *unit, *square, *cubic;
} powers[] = {
    {"km", "square km", "cubic km"},       {"m", "square m", "cubic m"},
    {"mile", "square mile", "cubic mile"}, {"foot", "square foot", "cubic foot"},
    {"yard", "square yard", "cubic yard"}, {"inch", "square inch", "cubic inch"},
    {"cm", "square cm", "cubic cm"},
};

/* square: 2, cubic: 3. */
static ng_slice of_power(const char *unit, int power)
{
    for (size_t k = 0; k < NGI_COUNT(powers); k++)
        if (ngi_equal(ngi_slice_of(powers[k].unit), ngi_slice_of(unit)))
            return ngi_slice_of(power == 2 ? powers[k].square : powers[k].cubic);
    return (ng_slice){0};
}

/* What makes a length an area: a word before ("square miles") or behind ("metros cuadrados"),
 * or a small figure. *before: atoms before the unit. */
static int power_before(const ngi_atoms *a, uint32_t i, uint32_t *before)
{
    *before = 1;
    if (ngi_atom_is(a, i, "square") || ngi_atom_is(a, i, "sq"))
        *before += ngi_atom_is(a, i, "sq") && ngi_atom_mark(a, i + 1, '.');
    else if (!ngi_atom_is(a, i, "cubic"))
        *before = 0;
    if (*before != 0 && ngi_atom_mark(a, i + *before, '-'))
        (*before)++;
    return *before == 0 ? 0 : ngi_atom_is(a, i, "cubic") ? 3 : 2;
}

static int power_behind(const ngi_atoms *a, uint32_t i)
{
    static const struct {
        const char *word;
        int power;
    } words[] = {{"carr\xC3\xA9s", 2}, {"carr\xC3\xA9", 2}, {"cuadrados", 2}, {"cuadrado", 2},
                 {"cubes", 3}, {"c\xC3\xBA" "bicos", 3}};
    for (size_t k = 0; k < NGI_COUNT(words); k++)
        if (ngi_atom_is(a, i, words[k].word))
            return words[k].power;
    return ngi_atom_mark(a, i, 0xB2) && ngi_atom_glued(a, i)   ? 2
           : ngi_atom_mark(a, i, 0xB3) && ngi_atom_glued(a, i) ? 3
                                                               : 0;
}

static uint32_t measure(const ngi_atoms *a, uint32_t i, const ngi_quantity *q, ng_slice *unit)
{
    uint32_t before, at;
    int power = power_before(a, i, &before);
    at = i + before;
    if (before == 0 && ngi_atom_is(a, at, "nautical")) {
        *unit = NGI_LIT("nautical mile");
        return ngi_atom_has(a, at + 1, NGI_W_MEASURE) ? 2 : 0;
    }
    if (before == 0 && (ngi_atom_is(a, at, "metric") || ngi_atom_is(a, at, "short")) &&
        (ngi_atom_is(a, at + 1, "tons") || ngi_atom_is(a, at + 1, "ton") ||
         ngi_atom_is(a, at + 1, "tonnes"))) {
        *unit = ngi_atom_is(a, at, "metric") ? NGI_LIT("tonne") : NGI_LIT("ton");
        return 2;
    }
    if (before == 0 && (ngi_atom_is(a, at, "light")) && ngi_atom_mark(a, at + 1, '-') &&
        ngi_atom_is(a, at + 2, "years")) {
        *unit = NGI_LIT("light-year");
        return 3;
    }
    if (!ngi_atom_has(a, at, NGI_W_MEASURE))
        return 0;
    const ngi_entry *entry = a->items[at].entry;
    if (entry->unit == NULL)
        return 0;
    bool letter = a->items[at].end - a->items[at].begin == 1;
    if (letter && (a->items[at].flags & NGI_ATOM_CAPITAL) != 0)
        return 0;
    if (letter && ngi_atom_mark(a, at + 1, '.') && q->spelled)
        return 0;
    *unit = ngi_slice_of(entry->unit);
    at++;
    if (power == 0 && (power = power_behind(a, at)) != 0)
        at++;
    if (power != 0) {
        *unit = of_power(entry->unit, power);
        return unit->len != 0 ? at - i : 0;
    }
    return at - i + per_hour(a, at, unit);
}

/* "Canadian dollars", "Hong Kong dollars", "dollars canadiens", "pesos mexicanos". */
static uint32_t money(const ngi_atoms *a, uint32_t i, const ngi_quantity *q, ng_slice *unit)
{
    uint32_t at = i;
    const char *nation = NULL;
    if (ngi_atom_has(a, at, NGI_W_NATION)) {
        nation = a->items[at++].entry->unit;
    } else if (ngi_atom_is(a, at, "u") && ngi_atom_mark(a, at + 1, '.') && ngi_atom_is(a, at + 2, "s")) {
        nation = "US";
        at += 4;
    } else if (i < a->count && (a->items[i].flags & NGI_ATOM_CAPITAL) != 0 &&
               ngi_atom_has(a, i + 1, NGI_W_NATION)) {
        nation = a->items[i + 1].entry->unit; /* "New Zealand", "Hong Kong" */
        at += 2;
    }
    if (nation == NULL && i < a->count && a->items[i].kind == NGI_ATOM_MARK) {
        const char *sign = sign_unit(a->items[i].mark);
        if (sign == NULL || a->tongue == NGI_EN)
            return 0;
        *unit = ngi_slice_of(sign);
        return 1;
    }
    if (nation == NULL && a->tongue == NGI_DE && ngi_atom_is(a, at, "us") && ngi_atom_mark(a, at + 1, '-'))
        at += 2; /* "US-Dollar" */
    if (!ngi_atom_has(a, at, NGI_W_CURRENCY))
        return 0;
    const ngi_entry *entry = a->items[at].entry;
    if (ngi_equal(ngi_slice_of(entry->unit), NGI_LIT("KRW")) && ngi_atom_is(a, at, "won") &&
        !(q->value >= 1000))
        return 0; /* "12 won" is a verb */
    bool weight = (entry->classes & NGI_W_MEASURE) != 0;
    at++;
    if (nation == NULL && ngi_atom_has(a, at, NGI_W_NATION) && a->tongue != NGI_EN)
        nation = a->items[at++].entry->unit;
    if (weight && ngi_atom_is(a, at, "sterling"))
        at++, nation = "GB";
    if (weight && nation == NULL) {
        if (!q->power)
            return 0;
        nation = "GB"; /* millions of pounds are money */
    }
    *unit = nation != NULL ? of_nation(entry->unit, nation) : ngi_slice_of(entry->unit);
    return at - i;
}

static uint32_t of_time(const ngi_atoms *a, uint32_t i, const ngi_quantity *q, ng_slice *unit)
{
    if (!ngi_atom_has(a, i, NGI_W_UNIT) || a->items[i].entry->unit == NULL)
        return 0;
    if (q->value > 1 && !ngi_atom_has(a, i, NGI_W_PLURAL) && i > 0 && !ngi_atom_mark(a, i - 1, '-') &&
        a->tongue == NGI_EN)
        return 0;
    *unit = ngi_slice_of(a->items[i].entry->unit);
    return 1;
}

uint32_t ngi_figure_unit(const ngi_atoms *a, uint32_t i, const ngi_quantity *q, ng_slice *unit,
                         bool *hyphen, bool *share)
{
    uint32_t at = i;
    *hyphen = ngi_atom_dash(a, i) && ngi_atom_glued(a, i) && ngi_atom_glued(a, i + 1);
    at += *hyphen;
    bool linked = !*hyphen && q->power && a->tongue != NGI_EN && ngi_atom_has(a, at, NGI_W_OF) &&
                  a->tongue != NGI_DE; /* "millions de dollars", "milliards d'euros" */
    if (linked)
        at += 1 + ngi_atom_mark(a, at + 1, '\'');
    uint32_t used = percent(a, at, unit);
    *share = used != 0;
    if (used == 0)
        used = degrees(a, at, unit);
    if (used == 0)
        used = money(a, at, q, unit);
    if (used == 0)
        used = measure(a, at, q, unit);
    if (used == 0 && a->tongue == NGI_EN && ngi_atom_is(a, at, "in") && ngi_atom_glued(a, at)) {
        *unit = NGI_LIT("inch"); /* "4in" */
        used = 1;
    }
    if (used == 0)
        used = of_time(a, at, q, unit);
    if (used == 0) {
        *hyphen = false;
        return 0;
    }
    return at + used - i;
}
