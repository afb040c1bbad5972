/* SPDX-License-Identifier: Apache-2.0 */
/* French words for dates and figures: see words.h. Sorted by bytes, as folded (a test checks it). */
#include "record/languages/words.h"

/* clang-format off */
#define ABOUT NGI_W_ABOUT
#define AGED NGI_W_AGED
#define AND NGI_W_AND
#define ARTICLE NGI_W_ARTICLE
#define BE NGI_W_BE
#define BETWEEN NGI_W_BETWEEN
#define CURRENCY NGI_W_CURRENCY
#define DONE NGI_W_DONE
#define EARLIER NGI_W_EARLIER
#define EARLY NGI_W_EARLY
#define END NGI_W_END
#define FRACTION NGI_W_FRACTION
#define FROM NGI_W_FROM
#define FUTURE NGI_W_FUTURE
#define HALF NGI_W_HALF
#define HOLIDAY NGI_W_HOLIDAY
#define IN NGI_W_IN
#define LABEL NGI_W_LABEL
#define LAST NGI_W_LAST
#define LATER NGI_W_LATER
#define MANY NGI_W_MANY
#define MEASURE NGI_W_MEASURE
#define MID NGI_W_MID
#define MONTH NGI_W_MONTH
#define NAMED NGI_W_NAMED
#define NATION NGI_W_NATION
#define NEXT NGI_W_NEXT
#define NUMBER NGI_W_NUMBER
#define OF NGI_W_OF
#define ORDINAL NGI_W_ORDINAL
#define PART NGI_W_PART
#define PAST_N NGI_W_PAST_N
#define PLURAL NGI_W_PLURAL
#define POWER NGI_W_POWER
#define REPORT NGI_W_REPORT
#define SEASON NGI_W_SEASON
#define SHORT NGI_W_SHORT
#define SINCE NGI_W_SINCE
#define STOP NGI_W_STOP
#define THAT NGI_W_THAT
#define THE NGI_W_THE
#define THIS NGI_W_THIS
#define TO NGI_W_TO
#define TODAY NGI_W_TODAY
#define UNDER NGI_W_UNDER
#define UNIT NGI_W_UNIT
#define UNTIL NGI_W_UNTIL
#define VAGUE NGI_W_VAGUE
#define WEEKDAY NGI_W_WEEKDAY
#define WITHIN NGI_W_WITHIN
#define YEARLY NGI_W_YEARLY

static const ngi_entry entries[] = {
    {"a", TO | IN | DONE | STOP, 0, 0, NULL}, {"affirme", DONE | REPORT, 0, 0, NULL},
    {"afin", STOP, 0, 0, NULL}, {"age", AGED, 0, 0, NULL}, {"agee", AGED, 0, 0, NULL},
    {"agees", AGED, 0, 0, NULL}, {"ages", AGED, 0, 0, NULL}, {"ainsi", STOP, 0, 0, NULL},
    {"algeriens", NATION, 0, 0, "DZ"}, {"alinea", LABEL, 0, 0, NULL},
    {"americains", NATION, 0, 0, "US"}, {"an", UNIT | MEASURE | IN, NGI_UNIT_YEAR, 0, "year"},
    {"annee", UNIT | MEASURE | IN, NGI_UNIT_YEAR, 0, "year"},
    {"annees", UNIT | MEASURE | PLURAL, NGI_UNIT_YEAR, 0, "year"},
    {"annonce", DONE | REPORT, 0, 0, NULL},
    {"ans", UNIT | MEASURE | PLURAL, NGI_UNIT_YEAR, 0, "year"}, {"aout", MONTH, 8, 0, NULL},
    {"apres", LATER | STOP | IN, 0, 0, NULL}, {"article", LABEL, 0, 0, NULL},
    {"attendu", FUTURE, 0, 0, NULL}, {"attendue", FUTURE, 0, 0, NULL},
    {"au", TO | IN | STOP, 0, 0, NULL}, {"aud", CURRENCY, 0, 0, "AUD"},
    {"aujourd", TODAY, 0, 0, NULL}, {"auparavant", EARLIER, 0, 0, NULL},
    {"aura", FUTURE, 0, 0, NULL}, {"auront", FUTURE, 0, 0, NULL}, {"aussi", STOP, 0, 0, NULL},
    {"australiens", NATION, 0, 0, "AU"}, {"automne", SEASON, 2, 0, NULL},
    {"autoroute", LABEL, 0, 0, NULL}, {"autour", ABOUT, 0, 0, NULL},
    {"aux", TO | IN | STOP, 0, 0, NULL}, {"avaient", DONE | STOP, 0, 0, NULL},
    {"avait", DONE | STOP, 0, 0, NULL}, {"avant", EARLIER | IN | STOP | NAMED, 0, 0, NULL},
    {"avanthier", TODAY, -2, 0, NULL}, {"avec", STOP, 0, 0, NULL},
    {"avr", MONTH | SHORT, 4, 0, NULL}, {"avril", MONTH, 4, 0, NULL},
    {"baril", MEASURE, 0, 0, "barrel"}, {"barils", MEASURE, 0, 0, "barrel"},
    {"billion", POWER, 0, 1e12, NULL}, {"billions", POWER, 0, 1e12, NULL},
    {"blesses", STOP | PLURAL, 0, 0, NULL}, {"brl", CURRENCY, 0, 0, "BRL"},
    {"budget", YEARLY, 0, 0, NULL}, {"cad", CURRENCY, 0, 0, "CAD"},
    {"canadiens", NATION, 0, 0, "CA"}, {"canal", LABEL, 0, 0, NULL},
    {"ce", THIS | STOP, 0, 0, NULL}, {"cent", POWER, 0, 100, NULL},
    {"centaine", POWER | ABOUT, 0, 100, NULL}, {"centaines", MANY, 0, 100, NULL},
    {"centime", CURRENCY, 0, 0, "cent"}, {"centimes", CURRENCY, 0, 0, "cent"},
    {"centimetre", MEASURE, 0, 0, "cm"}, {"centimetres", MEASURE, 0, 0, "cm"},
    {"cents", POWER, 0, 100, NULL}, {"ces", THIS | STOP, 0, 0, NULL},
    {"cet", THIS | STOP, 0, 0, NULL}, {"cette", THIS | STOP, 0, 0, NULL},
    {"cfa", NATION, 0, 0, "XO"}, {"chambre", LABEL, 0, 0, NULL}, {"chapitre", LABEL, 0, 0, NULL},
    {"chez", STOP, 0, 0, NULL}, {"chf", CURRENCY, 0, 0, "CHF"}, {"cinq", NUMBER, 0, 5, NULL},
    {"cinquantaine", POWER | ABOUT, 0, 50, NULL}, {"cinquante", NUMBER, 0, 50, NULL},
    {"cinquieme", ORDINAL | FRACTION, 5, 0.2, NULL}, {"cinquiemes", FRACTION, 0, 0.2, NULL},
    {"classe", LABEL, 0, 0, NULL}, {"cm", MEASURE, 0, 0, "cm"}, {"cny", CURRENCY, 0, 0, "CNY"},
    {"comme", STOP, 0, 0, NULL}, {"compte", FUTURE, 0, 0, NULL}, {"contre", STOP, 0, 0, NULL},
    {"courant", IN, 0, 0, NULL}, {"couronne", CURRENCY, 0, 0, "krone"},
    {"couronnes", CURRENCY, 0, 0, "krone"}, {"czk", CURRENCY, 0, 0, "CZK"},
    {"d", OF | STOP, 0, 0, NULL}, {"danoises", NATION, 0, 0, "DK"}, {"dans", IN | STOP, 0, 0, NULL},
    {"de", FROM | OF | IN | STOP, 0, 0, NULL}, {"debut", EARLY, 0, 0, NULL},
    {"dec", MONTH | SHORT, 12, 0, NULL}, {"decembre", MONTH, 12, 0, NULL},
    {"decennie", UNIT | MEASURE, NGI_UNIT_DECADE, 0, "decade"},
    {"decennies", UNIT | MEASURE | PLURAL, NGI_UNIT_DECADE, 0, "decade"},
    {"declare", DONE | REPORT, 0, 0, NULL}, {"degre", MEASURE, 0, 0, "degree"},
    {"degres", MEASURE, 0, 0, "degree"}, {"deja", STOP, 0, 0, NULL}, {"demain", TODAY, 1, 0, NULL},
    {"demi", HALF, 0, 0.5, NULL}, {"demie", HALF, 0, 0.5, NULL},
    {"depuis", SINCE | IN | STOP, 0, 0, NULL}, {"dernier", LAST | PAST_N, 0, 0, NULL},
    {"derniere", LAST | PAST_N, 0, 0, NULL}, {"dernieres", LAST | PAST_N, 0, 0, NULL},
    {"derniers", LAST | PAST_N, 0, 0, NULL}, {"des", OF | IN | STOP, 0, 0, NULL},
    {"deux", NUMBER, 0, 2, NULL}, {"deuxieme", ORDINAL, 2, 0, NULL},
    {"devraient", FUTURE, 0, 0, NULL}, {"devrait", FUTURE, 0, 0, NULL},
    {"dimanche", WEEKDAY, 6, 0, NULL}, {"dinar", CURRENCY, 0, 0, "dinar"},
    {"dinars", CURRENCY, 0, 0, "dinar"}, {"dirham", CURRENCY, 0, 0, "dirham"},
    {"dirhams", CURRENCY, 0, 0, "dirham"}, {"dit", DONE | REPORT, 0, 0, NULL},
    {"dix", NUMBER, 0, 10, NULL}, {"dixieme", ORDINAL | FRACTION, 10, 0.1, NULL},
    {"dixiemes", FRACTION, 0, 0.1, NULL}, {"dizaine", POWER | ABOUT, 0, 10, NULL},
    {"dizaines", MANY, 0, 10, NULL}, {"dkk", CURRENCY, 0, 0, "DKK"}, {"doit", FUTURE, 0, 0, NULL},
    {"doivent", FUTURE, 0, 0, NULL}, {"dollar", CURRENCY, 0, 0, "USD"},
    {"dollars", CURRENCY, 0, 0, "USD"}, {"dont", STOP, 0, 0, NULL},
    {"douzaine", POWER | ABOUT, 0, 12, NULL}, {"douzaines", MANY, 0, 12, NULL},
    {"douze", NUMBER, 0, 12, NULL}, {"du", FROM | OF | IN | STOP, 0, 0, NULL},
    {"durant", IN, 0, 0, NULL}, {"ecoule", LAST | PAST_N, 0, 0, NULL},
    {"ecoulee", LAST | PAST_N, 0, 0, NULL}, {"election", YEARLY, 0, 0, NULL},
    {"elections", YEARLY, 0, 0, NULL}, {"elle", STOP, 0, 0, NULL}, {"elles", STOP, 0, 0, NULL},
    {"en", IN | STOP, 0, 0, NULL}, {"encore", STOP, 0, 0, NULL}, {"entend", FUTURE, 0, 0, NULL},
    {"entre", BETWEEN | STOP, 0, 0, NULL}, {"environ", ABOUT | STOP, 0, 0, NULL},
    {"est", DONE | STOP, 0, 0, NULL}, {"et", AND | STOP, 0, 0, NULL},
    {"etaient", DONE | STOP, 0, 0, NULL}, {"etait", DONE | STOP, 0, 0, NULL},
    {"etape", LABEL, 0, 0, NULL}, {"ete", SEASON | DONE | STOP, 1, 0, NULL},
    {"etre", BE | STOP, 0, 0, NULL}, {"eu", DONE, 0, 0, NULL}, {"eur", CURRENCY, 0, 0, "EUR"},
    {"euro", CURRENCY, 0, 0, "EUR"}, {"euros", CURRENCY, 0, 0, "EUR"},
    {"fevr", MONTH | SHORT, 2, 0, NULL}, {"fevrier", MONTH, 2, 0, NULL}, {"fin", END, 0, 0, NULL},
    {"formule", LABEL, 0, 0, NULL}, {"franc", CURRENCY, 0, 0, "franc"},
    {"francs", CURRENCY, 0, 0, "franc"}, {"furent", DONE, 0, 0, NULL}, {"fut", DONE, 0, 0, NULL},
    {"g", MEASURE, 0, 0, "g"}, {"gb", MEASURE, 0, 0, "GB"}, {"gbp", CURRENCY, 0, 0, "GBP"},
    {"gens", PLURAL, 0, 0, NULL}, {"gigaoctets", MEASURE, 0, 0, "GB"},
    {"gigawatt", MEASURE, 0, 0, "GW"}, {"gigawatts", MEASURE, 0, 0, "GW"},
    {"gramme", MEASURE, 0, 0, "g"}, {"grammes", MEASURE, 0, 0, "g"}, {"groupe", LABEL, 0, 0, NULL},
    {"gw", MEASURE, 0, 0, "GW"}, {"gwh", MEASURE, 0, 0, "GWh"}, {"ha", MEASURE, 0, 0, "hectare"},
    {"halloween", HOLIDAY, NGI_HALLOWEEN, 0, NULL}, {"hectare", MEASURE, 0, 0, "hectare"},
    {"hectares", MEASURE, 0, 0, "hectare"}, {"heure", UNIT | MEASURE, NGI_UNIT_HOUR, 0, "hour"},
    {"heures", UNIT | MEASURE | PLURAL, NGI_UNIT_HOUR, 0, "hour"}, {"hier", TODAY, -1, 0, NULL},
    {"hiver", SEASON, 3, 0, NULL}, {"hkd", CURRENCY, 0, 0, "HKD"},
    {"hryvnia", CURRENCY, 0, 0, "UAH"}, {"hryvnias", CURRENCY, 0, 0, "UAH"},
    {"huit", NUMBER, 0, 8, NULL}, {"huitante", NUMBER, 0, 80, NULL},
    {"huitieme", ORDINAL, 8, 0, NULL}, {"ici", UNTIL, 0, 0, NULL}, {"il", STOP | NAMED, 0, 0, NULL},
    {"ils", CURRENCY | STOP, 0, 0, "ILS"}, {"indique", DONE | REPORT, 0, 0, NULL},
    {"inr", CURRENCY, 0, 0, "INR"}, {"janv", MONTH | SHORT, 1, 0, NULL},
    {"janvier", MONTH, 1, 0, NULL}, {"je", STOP, 0, 0, NULL}, {"jeudi", WEEKDAY, 3, 0, NULL},
    {"jour", UNIT | MEASURE, NGI_UNIT_DAY, 0, "day"},
    {"journee", UNIT | MEASURE, NGI_UNIT_DAY, 0, "day"},
    {"jours", UNIT | MEASURE | PLURAL, NGI_UNIT_DAY, 0, "day"}, {"jpy", CURRENCY, 0, 0, "JPY"},
    {"juil", MONTH | SHORT, 7, 0, NULL}, {"juillet", MONTH, 7, 0, NULL},
    {"juin", MONTH, 6, 0, NULL}, {"jusqu", UNTIL, 0, 0, NULL}, {"kg", MEASURE, 0, 0, "kg"},
    {"kgs", MEASURE, 0, 0, "kg"}, {"kilo", MEASURE, 0, 0, "kg"},
    {"kilogramme", MEASURE, 0, 0, "kg"}, {"kilogrammes", MEASURE, 0, 0, "kg"},
    {"kilometre", MEASURE, 0, 0, "km"}, {"kilometres", MEASURE, 0, 0, "km"},
    {"kilos", MEASURE, 0, 0, "kg"}, {"kilowatt", MEASURE, 0, 0, "kW"},
    {"kilowatts", MEASURE, 0, 0, "kW"}, {"km", MEASURE, 0, 0, "km"}, {"kmh", MEASURE, 0, 0, "km/h"},
    {"kms", MEASURE, 0, 0, "km"}, {"kph", MEASURE, 0, 0, "km/h"}, {"krw", CURRENCY, 0, 0, "KRW"},
    {"kw", MEASURE, 0, 0, "kW"}, {"kwh", MEASURE, 0, 0, "kWh"}, {"l", THE | STOP, 0, 0, NULL},
    {"la", THE | STOP, 0, 0, NULL}, {"le", THE | IN | STOP, 0, 0, NULL},
    {"legislatives", YEARLY, 0, 0, NULL}, {"les", THE | STOP, 0, 0, NULL},
    {"leur", STOP, 0, 0, NULL}, {"leurs", STOP, 0, 0, NULL}, {"ligne", LABEL, 0, 0, NULL},
    {"litre", MEASURE, 0, 0, "litre"}, {"litres", MEASURE, 0, 0, "litre"},
    {"livres", CURRENCY, 0, 0, "GBP"}, {"lors", STOP, 0, 0, NULL}, {"lorsque", STOP, 0, 0, NULL},
    {"lundi", WEEKDAY, 0, 0, NULL}, {"m", MEASURE, 0, 0, "m"}, {"mai", MONTH, 5, 0, NULL},
    {"mais", STOP, 0, 0, NULL}, {"mardi", WEEKDAY, 1, 0, NULL}, {"marocains", NATION, 0, 0, "MA"},
    {"mars", MONTH, 3, 0, NULL}, {"matin", PART, 0, 0, NULL}, {"matinee", PART, 0, 0, NULL},
    {"mb", MEASURE, 0, 0, "MB"}, {"megaoctets", MEASURE, 0, 0, "MB"},
    {"megawatt", MEASURE, 0, 0, "MW"}, {"megawatts", MEASURE, 0, 0, "MW"},
    {"meme", THAT, 0, 0, NULL}, {"mercredi", WEEKDAY, 2, 0, NULL}, {"metre", MEASURE, 0, 0, "m"},
    {"metres", MEASURE, 0, 0, "m"}, {"mexicains", NATION, 0, 0, "MX"}, {"mi", MID, 0, 0, NULL},
    {"midi", PART, 0, 0, NULL}, {"mile", MEASURE, 0, 0, "mile"}, {"miles", MEASURE, 0, 0, "mile"},
    {"milieu", MID, 0, 0, NULL}, {"mille", POWER, 0, 1000, NULL}, {"milliard", POWER, 0, 1e9, NULL},
    {"milliards", POWER, 0, 1e9, NULL}, {"millier", POWER | ABOUT, 0, 1000, NULL},
    {"milliers", MANY, 0, 1000, NULL}, {"millimetre", MEASURE, 0, 0, "mm"},
    {"millimetres", MEASURE, 0, 0, "mm"}, {"million", POWER, 0, 1e6, NULL},
    {"millions", POWER, 0, 1e6, NULL}, {"minute", UNIT | MEASURE, NGI_UNIT_MINUTE, 0, "minute"},
    {"minutes", UNIT | MEASURE | PLURAL, NGI_UNIT_MINUTE, 0, "minute"}, {"mm", MEASURE, 0, 0, "mm"},
    {"moins", STOP, 0, 0, NULL}, {"mois", UNIT | MEASURE, NGI_UNIT_MONTH, 0, "month"},
    {"moitie", FRACTION, 0, 0.5, NULL}, {"mort", DONE, 0, 0, NULL},
    {"morts", STOP | PLURAL, 0, 0, NULL}, {"mw", MEASURE, 0, 0, "MW"},
    {"mwh", MEASURE, 0, 0, "MWh"}, {"mxn", CURRENCY, 0, 0, "MXN"}, {"n", LABEL, 0, 0, NULL},
    {"ne", STOP, 0, 0, NULL}, {"neuf", NUMBER, 0, 9, NULL}, {"neuvieme", ORDINAL, 9, 0, NULL},
    {"niveau", LABEL, 0, 0, NULL}, {"noel", HOLIDAY, NGI_CHRISTMAS, 0, NULL},
    {"noeuds", MEASURE, 0, 0, "knot"}, {"nok", CURRENCY, 0, 0, "NOK"},
    {"nonante", NUMBER, 0, 90, NULL}, {"norvegiennes", NATION, 0, 0, "NO"},
    {"nous", STOP, 0, 0, NULL}, {"nov", MONTH | SHORT, 11, 0, NULL},
    {"novembre", MONTH, 11, 0, NULL}, {"nuit", PART, 0, 0, NULL}, {"numero", LABEL, 0, 0, NULL},
    {"nzd", CURRENCY, 0, 0, "NZD"}, {"nœuds", MEASURE, 0, 0, "knot"},
    {"oct", MONTH | SHORT, 10, 0, NULL}, {"octante", NUMBER, 0, 80, NULL},
    {"octobre", MONTH, 10, 0, NULL}, {"on", STOP, 0, 0, NULL}, {"ont", DONE | STOP, 0, 0, NULL},
    {"onze", NUMBER, 0, 11, NULL}, {"ou", STOP, 0, 0, NULL}, {"page", LABEL, 0, 0, NULL},
    {"paques", HOLIDAY, NGI_EASTER, 0, NULL}, {"par", STOP, 0, 0, NULL},
    {"parmi", STOP, 0, 0, NULL}, {"pas", STOP, 0, 0, NULL}, {"passe", LAST | PAST_N, 0, 0, NULL},
    {"passee", LAST | PAST_N, 0, 0, NULL}, {"passees", LAST | PAST_N, 0, 0, NULL},
    {"passes", LAST | PAST_N, 0, 0, NULL}, {"pct", MEASURE, 0, 0, "%"},
    {"pendant", IN | STOP, 0, 0, NULL}, {"pentecote", HOLIDAY, NGI_PENTECOST, 0, NULL},
    {"peso", CURRENCY, 0, 0, "peso"}, {"pesos", CURRENCY, 0, 0, "peso"},
    {"phase", LABEL, 0, 0, NULL}, {"pied", MEASURE, 0, 0, "foot"}, {"pieds", MEASURE, 0, 0, "foot"},
    {"place", LABEL, 0, 0, NULL}, {"pln", CURRENCY, 0, 0, "PLN"}, {"plus", STOP, 0, 0, NULL},
    {"plusieurs", VAGUE, 0, 0, NULL}, {"porte", LABEL, 0, 0, NULL}, {"pour", STOP, 0, 0, NULL},
    {"pourraient", FUTURE, 0, 0, NULL}, {"pourrait", FUTURE, 0, 0, NULL},
    {"precedent", LAST | THAT, 0, 0, NULL}, {"precedente", LAST | THAT, 0, 0, NULL},
    {"premier", ORDINAL, 1, 0, NULL}, {"premiere", ORDINAL, 1, 0, NULL},
    {"presidentielle", YEARLY, 0, 0, NULL}, {"presque", UNDER, 0, 0, NULL},
    {"prevoient", FUTURE, 0, 0, NULL}, {"prevoit", FUTURE, 0, 0, NULL},
    {"prevu", FUTURE, 0, 0, NULL}, {"prevue", FUTURE, 0, 0, NULL}, {"prevues", FUTURE, 0, 0, NULL},
    {"prevus", FUTURE, 0, 0, NULL}, {"printemps", SEASON, 0, 0, NULL},
    {"prochain", NEXT, 0, 0, NULL}, {"prochaine", NEXT, 0, 0, NULL},
    {"prochaines", NEXT, 0, 0, NULL}, {"prochains", NEXT, 0, 0, NULL}, {"quai", LABEL, 0, 0, NULL},
    {"quand", STOP, 0, 0, NULL}, {"quarantaine", POWER | ABOUT, 0, 40, NULL},
    {"quarante", NUMBER, 0, 40, NULL}, {"quart", FRACTION, 0, 0.25, NULL},
    {"quarts", FRACTION, 0, 0.25, NULL}, {"quatorze", NUMBER, 0, 14, NULL},
    {"quatre", NUMBER, 0, 4, NULL}, {"quatrieme", ORDINAL, 4, 0, NULL}, {"que", STOP, 0, 0, NULL},
    {"quelque", ABOUT, 0, 0, NULL}, {"quelques", VAGUE, 0, 0, NULL}, {"qui", STOP, 0, 0, NULL},
    {"quinzaine", POWER | ABOUT, 0, 15, NULL}, {"quinze", NUMBER, 0, 15, NULL},
    {"renminbi", CURRENCY, 0, 0, "CNY"}, {"resolution", LABEL, 0, 0, NULL},
    {"rouble", CURRENCY, 0, 0, "RUB"}, {"roubles", CURRENCY, 0, 0, "RUB"},
    {"roupie", CURRENCY, 0, 0, "INR"}, {"roupies", CURRENCY, 0, 0, "INR"},
    {"route", LABEL, 0, 0, NULL}, {"rub", CURRENCY, 0, 0, "RUB"}, {"s", STOP, 0, 0, NULL},
    {"sa", STOP, 0, 0, NULL}, {"saison", YEARLY, 0, 0, NULL}, {"salle", LABEL, 0, 0, NULL},
    {"samedi", WEEKDAY, 5, 0, NULL}, {"sans", STOP, 0, 0, NULL}, {"se", STOP, 0, 0, NULL},
    {"second", ORDINAL, 2, 0, NULL},
    {"seconde", UNIT | MEASURE | ORDINAL, NGI_UNIT_SECOND, 0, "second"},
    {"secondes", UNIT | MEASURE | PLURAL, NGI_UNIT_SECOND, 0, "second"},
    {"seize", NUMBER, 0, 16, NULL}, {"sek", CURRENCY, 0, 0, "SEK"}, {"selon", STOP, 0, 0, NULL},
    {"semaine", UNIT | MEASURE, NGI_UNIT_WEEK, 0, "week"},
    {"semaines", UNIT | MEASURE | PLURAL, NGI_UNIT_WEEK, 0, "week"},
    {"sept", MONTH | SHORT | NUMBER, 9, 7, NULL}, {"septante", NUMBER, 0, 70, NULL},
    {"septembre", MONTH, 9, 0, NULL}, {"septieme", ORDINAL, 7, 0, NULL},
    {"sera", FUTURE | STOP, 0, 0, NULL}, {"seront", FUTURE | STOP, 0, 0, NULL},
    {"ses", STOP, 0, 0, NULL}, {"sgd", CURRENCY, 0, 0, "SGD"}, {"si", STOP, 0, 0, NULL},
    {"siecle", UNIT | MEASURE, NGI_UNIT_CENTURY, 0, "century"},
    {"siecles", UNIT | MEASURE | PLURAL, NGI_UNIT_CENTURY, 0, "century"},
    {"six", NUMBER, 0, 6, NULL}, {"sixieme", ORDINAL, 6, 0, NULL}, {"soir", PART, 0, 0, NULL},
    {"soiree", PART, 0, 0, NULL}, {"soit", STOP, 0, 0, NULL},
    {"soixantaine", POWER | ABOUT, 0, 60, NULL}, {"soixante", NUMBER, 0, 60, NULL},
    {"son", STOP, 0, 0, NULL}, {"sont", DONE | STOP, 0, 0, NULL},
    {"sous", IN | WITHIN | STOP, 0, 0, NULL}, {"sterling", NATION, 0, 0, "GB"},
    {"suedoises", NATION, 0, 0, "SE"}, {"suisses", NATION, 0, 0, "CH"},
    {"suivant", NEXT | THAT, 0, 0, NULL}, {"suivante", NEXT | THAT, 0, 0, NULL},
    {"sur", STOP, 0, 0, NULL}, {"tard", STOP, 0, 0, NULL}, {"tb", MEASURE, 0, 0, "TB"},
    {"teraoctets", MEASURE, 0, 0, "TB"}, {"tiers", FRACTION, 0, 0.3333333333333333, NULL},
    {"tonne", MEASURE, 0, 0, "tonne"}, {"tonnes", MEASURE, 0, 0, "tonne"},
    {"treize", NUMBER, 0, 13, NULL}, {"trentaine", POWER | ABOUT, 0, 30, NULL},
    {"trente", NUMBER, 0, 30, NULL}, {"trimestre", UNIT | MEASURE, NGI_UNIT_QUARTER, 0, "quarter"},
    {"trimestres", UNIT | MEASURE | PLURAL, NGI_UNIT_QUARTER, 0, "quarter"},
    {"trois", NUMBER, 0, 3, NULL}, {"troisieme", ORDINAL, 3, 0, NULL}, {"tue", DONE, 0, 0, NULL},
    {"tues", STOP | PLURAL, 0, 0, NULL}, {"tunisiens", NATION, 0, 0, "TN"},
    {"twh", MEASURE, 0, 0, "TWh"}, {"type", LABEL, 0, 0, NULL}, {"uah", CURRENCY, 0, 0, "UAH"},
    {"un", STOP | ARTICLE, 0, 0, NULL}, {"une", STOP | ARTICLE, 0, 0, NULL},
    {"usd", CURRENCY, 0, 0, "USD"}, {"va", FUTURE | STOP, 0, 0, NULL},
    {"vendredi", WEEKDAY, 4, 0, NULL}, {"vers", IN | STOP, 0, 0, NULL},
    {"version", LABEL, 0, 0, NULL}, {"vingt", NUMBER, 0, 20, NULL},
    {"vingtaine", POWER | ABOUT, 0, 20, NULL}, {"vingtaines", MANY, 0, 20, NULL},
    {"vingts", NUMBER, 0, 20, NULL}, {"vol", LABEL, 0, 0, NULL},
    {"vont", FUTURE | STOP, 0, 0, NULL}, {"vous", STOP, 0, 0, NULL},
    {"week", UNIT, NGI_UNIT_WEEKEND, 0, "weekend"},
    {"weekend", UNIT, NGI_UNIT_WEEKEND, 0, "weekend"}, {"yen", CURRENCY, 0, 0, "JPY"},
    {"yens", CURRENCY, 0, 0, "JPY"}, {"yuan", CURRENCY, 0, 0, "CNY"},
    {"yuans", CURRENCY, 0, 0, "CNY"}, {"zar", CURRENCY, 0, 0, "ZAR"}, {"zero", NUMBER, 0, 0, NULL},
    {"zloty", CURRENCY, 0, 0, "PLN"}, {"zlotys", CURRENCY, 0, 0, "PLN"},
};
/* clang-format on */

const ngi_lexicon ngi_words_fr = {entries, NGI_COUNT(entries)};
