/* SPDX-License-Identifier: Apache-2.0 */
/* Spanish words for dates and figures: see words.h. Sorted by bytes, as folded (a test checks it). */
#include "record/languages/words.h"

/* clang-format off */
#define ABOUT NGI_W_ABOUT
#define AGED NGI_W_AGED
#define AGO NGI_W_AGO
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
    {"a", TO | IN | STOP, 0, 0, NULL}, {"abr", MONTH | SHORT, 4, 0, NULL},
    {"abril", MONTH, 4, 0, NULL}, {"afirmo", DONE | REPORT, 0, 0, NULL},
    {"ago", MONTH | SHORT, 8, 0, NULL}, {"agosto", MONTH, 8, 0, NULL},
    {"al", TO | IN | STOP, 0, 0, NULL}, {"ano", UNIT | MEASURE | IN, NGI_UNIT_YEAR, 0, "year"},
    {"anoche", TODAY, -1, 0, NULL}, {"anos", UNIT | MEASURE | PLURAL, NGI_UNIT_YEAR, 0, "year"},
    {"ante", STOP, 0, 0, NULL}, {"anteayer", TODAY, -2, 0, NULL},
    {"anterior", LAST | THAT, 0, 0, NULL}, {"antes", EARLIER | IN, 0, 0, NULL},
    {"antier", TODAY, -2, 0, NULL}, {"anuncio", DONE | REPORT, 0, 0, NULL},
    {"aproximadamente", ABOUT, 0, 0, NULL}, {"aquel", STOP, 0, 0, NULL},
    {"argentinos", NATION, 0, 0, "AR"}, {"articulo", LABEL, 0, 0, NULL},
    {"aseguro", DONE | REPORT, 0, 0, NULL}, {"aud", CURRENCY, 0, 0, "AUD"},
    {"aun", STOP, 0, 0, NULL}, {"australianos", NATION, 0, 0, "AU"}, {"ayer", TODAY, -1, 0, NULL},
    {"bajo", STOP, 0, 0, NULL}, {"barril", MEASURE, 0, 0, "barrel"},
    {"barriles", MEASURE, 0, 0, "barrel"}, {"billon", POWER, 0, 1e12, NULL},
    {"billones", POWER, 0, 1e12, NULL}, {"bolivares", CURRENCY, 0, 0, "VES"},
    {"brl", CURRENCY, 0, 0, "BRL"}, {"cad", CURRENCY, 0, 0, "CAD"}, {"cada", STOP, 0, 0, NULL},
    {"canadienses", NATION, 0, 0, "CA"}, {"canal", LABEL, 0, 0, NULL},
    {"capitulo", LABEL, 0, 0, NULL}, {"casi", UNDER, 0, 0, NULL}, {"catorce", NUMBER, 0, 14, NULL},
    {"cayo", DONE, 0, 0, NULL}, {"centavo", CURRENCY, 0, 0, "cent"},
    {"centavos", CURRENCY, 0, 0, "cent"}, {"centenar", POWER | ABOUT, 0, 100, NULL},
    {"centenares", MANY, 0, 100, NULL}, {"centimetro", MEASURE, 0, 0, "cm"},
    {"centimetros", MEASURE, 0, 0, "cm"}, {"centimos", CURRENCY, 0, 0, "cent"},
    {"cero", NUMBER, 0, 0, NULL}, {"chf", CURRENCY, 0, 0, "CHF"}, {"chilenos", NATION, 0, 0, "CL"},
    {"cien", POWER, 0, 100, NULL}, {"ciento", POWER, 0, 100, NULL}, {"cientos", MANY, 0, 100, NULL},
    {"cinco", NUMBER, 0, 5, NULL}, {"cincuenta", NUMBER, 0, 50, NULL}, {"clase", LABEL, 0, 0, NULL},
    {"cm", MEASURE, 0, 0, "cm"}, {"cny", CURRENCY, 0, 0, "CNY"},
    {"colombianos", NATION, 0, 0, "CO"}, {"comenzara", FUTURE, 0, 0, NULL},
    {"comenzo", DONE, 0, 0, NULL}, {"comienzos", EARLY, 0, 0, NULL}, {"como", STOP, 0, 0, NULL},
    {"con", STOP, 0, 0, NULL}, {"contra", STOP, 0, 0, NULL}, {"coronas", CURRENCY, 0, 0, "krone"},
    {"cual", STOP, 0, 0, NULL}, {"cuando", STOP, 0, 0, NULL}, {"cuarenta", NUMBER, 0, 40, NULL},
    {"cuarta", ORDINAL | FRACTION, 4, 0.25, NULL}, {"cuartas", FRACTION, 0, 0.25, NULL},
    {"cuarto", ORDINAL | FRACTION, 4, 0.25, NULL}, {"cuatro", NUMBER, 0, 4, NULL},
    {"cuatrocientas", NUMBER, 0, 400, NULL}, {"cuatrocientos", NUMBER, 0, 400, NULL},
    {"cubanos", NATION, 0, 0, "CU"}, {"cuyo", STOP, 0, 0, NULL}, {"czk", CURRENCY, 0, 0, "CZK"},
    {"danesas", NATION, 0, 0, "DK"}, {"de", OF | IN | FROM | STOP, 0, 0, NULL},
    {"debe", FUTURE, 0, 0, NULL}, {"deben", FUTURE, 0, 0, NULL},
    {"decada", UNIT | MEASURE, NGI_UNIT_DECADE, 0, "decade"},
    {"decadas", UNIT | MEASURE | PLURAL, NGI_UNIT_DECADE, 0, "decade"},
    {"decena", POWER | ABOUT, 0, 10, NULL}, {"decenas", MANY, 0, 10, NULL},
    {"decima", ORDINAL | FRACTION, 10, 0.1, NULL}, {"decimo", ORDINAL, 10, 0, NULL},
    {"declaro", DONE | REPORT, 0, 0, NULL}, {"del", OF | IN | FROM | STOP, 0, 0, NULL},
    {"dentro", WITHIN, 0, 0, NULL}, {"desde", SINCE | FROM | IN | STOP, 0, 0, NULL},
    {"despues", LATER, 0, 0, NULL}, {"dia", UNIT | MEASURE, NGI_UNIT_DAY, 0, "day"},
    {"dias", UNIT | MEASURE | PLURAL, NGI_UNIT_DAY, 0, "day"}, {"dic", MONTH | SHORT, 12, 0, NULL},
    {"diciembre", MONTH, 12, 0, NULL}, {"diecinueve", NUMBER, 0, 19, NULL},
    {"dieciocho", NUMBER, 0, 18, NULL}, {"dieciseis", NUMBER, 0, 16, NULL},
    {"diecisiete", NUMBER, 0, 17, NULL}, {"diez", NUMBER, 0, 10, NULL},
    {"dijo", DONE | REPORT, 0, 0, NULL}, {"dkk", CURRENCY, 0, 0, "DKK"},
    {"doce", NUMBER, 0, 12, NULL}, {"docena", POWER | ABOUT, 0, 12, NULL},
    {"docenas", MANY, 0, 12, NULL}, {"dolar", CURRENCY, 0, 0, "USD"},
    {"dolares", CURRENCY, 0, 0, "USD"}, {"domingo", WEEKDAY | NAMED, 6, 0, NULL},
    {"dominicanos", NATION, 0, 0, "DO"}, {"donde", STOP, 0, 0, NULL}, {"dos", NUMBER, 0, 2, NULL},
    {"doscientas", NUMBER, 0, 200, NULL}, {"doscientos", NUMBER, 0, 200, NULL},
    {"durante", IN | STOP, 0, 0, NULL}, {"e", AND | STOP, 0, 0, NULL}, {"edad", AGED, 0, 0, NULL},
    {"el", THE | STOP, 0, 0, NULL}, {"eleccion", YEARLY, 0, 0, NULL},
    {"elecciones", YEARLY, 0, 0, NULL}, {"empezara", FUTURE, 0, 0, NULL},
    {"empezo", DONE, 0, 0, NULL}, {"en", IN | STOP, 0, 0, NULL}, {"ene", MONTH | SHORT, 1, 0, NULL},
    {"enero", MONTH, 1, 0, NULL}, {"entre", BETWEEN | STOP, 0, 0, NULL},
    {"era", DONE | STOP, 0, 0, NULL}, {"eran", DONE | STOP, 0, 0, NULL}, {"es", STOP, 0, 0, NULL},
    {"esa", STOP, 0, 0, NULL}, {"ese", STOP, 0, 0, NULL}, {"espera", FUTURE, 0, 0, NULL},
    {"esta", THIS | STOP, 0, 0, NULL}, {"estadounidenses", NATION, 0, 0, "US"},
    {"estan", STOP, 0, 0, NULL}, {"estar", STOP, 0, 0, NULL}, {"este", THIS | STOP, 0, 0, NULL},
    {"esterlinas", NATION, 0, 0, "GB"}, {"etapa", LABEL, 0, 0, NULL},
    {"eur", CURRENCY, 0, 0, "EUR"}, {"euro", CURRENCY, 0, 0, "EUR"},
    {"euros", CURRENCY, 0, 0, "EUR"}, {"explico", DONE | REPORT, 0, 0, NULL},
    {"fase", LABEL, 0, 0, NULL}, {"feb", MONTH | SHORT, 2, 0, NULL}, {"febrero", MONTH, 2, 0, NULL},
    {"fin", END | NAMED, 0, 0, NULL}, {"final", END, 0, 0, NULL}, {"finales", END, 0, 0, NULL},
    {"fines", END, 0, 0, NULL}, {"formula", LABEL, 0, 0, NULL},
    {"francos", CURRENCY, 0, 0, "franc"}, {"fue", DONE | STOP, 0, 0, NULL},
    {"fueron", DONE | STOP, 0, 0, NULL}, {"g", MEASURE, 0, 0, "g"}, {"gano", DONE, 0, 0, NULL},
    {"gb", MEASURE, 0, 0, "GB"}, {"gbp", CURRENCY, 0, 0, "GBP"}, {"gente", PLURAL, 0, 0, NULL},
    {"gigavatio", MEASURE, 0, 0, "GW"}, {"gigavatios", MEASURE, 0, 0, "GW"},
    {"grado", MEASURE, 0, 0, "degree"}, {"grados", MEASURE, 0, 0, "degree"},
    {"gramo", MEASURE, 0, 0, "g"}, {"gramos", MEASURE, 0, 0, "g"}, {"grupo", LABEL, 0, 0, NULL},
    {"guaranies", CURRENCY, 0, 0, "PYG"}, {"gw", MEASURE, 0, 0, "GW"},
    {"gwh", MEASURE, 0, 0, "GWh"}, {"ha", DONE | MEASURE | STOP, 0, 0, "hectare"},
    {"habia", DONE | STOP, 0, 0, NULL}, {"habian", DONE, 0, 0, NULL},
    {"habitacion", LABEL, 0, 0, NULL}, {"hace", AGO, 0, 0, NULL}, {"hacia", IN | STOP, 0, 0, NULL},
    {"halloween", HOLIDAY, NGI_HALLOWEEN, 0, NULL}, {"han", DONE | STOP, 0, 0, NULL},
    {"hara", FUTURE, 0, 0, NULL}, {"haran", FUTURE, 0, 0, NULL},
    {"hasta", UNTIL | TO | STOP, 0, 0, NULL}, {"hectarea", MEASURE, 0, 0, "hectare"},
    {"hectareas", MEASURE, 0, 0, "hectare"}, {"hkd", CURRENCY, 0, 0, "HKD"},
    {"hora", UNIT | MEASURE, NGI_UNIT_HOUR, 0, "hour"},
    {"horas", UNIT | MEASURE | PLURAL, NGI_UNIT_HOUR, 0, "hour"}, {"hoy", TODAY, 0, 0, NULL},
    {"hubo", DONE, 0, 0, NULL}, {"ils", CURRENCY, 0, 0, "ILS"},
    {"informo", DONE | REPORT, 0, 0, NULL}, {"inicios", EARLY, 0, 0, NULL},
    {"inr", CURRENCY, 0, 0, "INR"}, {"invierno", SEASON, 3, 0, NULL},
    {"jpy", CURRENCY, 0, 0, "JPY"}, {"jueves", WEEKDAY, 3, 0, NULL},
    {"jul", MONTH | SHORT, 7, 0, NULL}, {"julio", MONTH, 7, 0, NULL},
    {"jun", MONTH | SHORT, 6, 0, NULL}, {"junio", MONTH, 6, 0, NULL}, {"kg", MEASURE, 0, 0, "kg"},
    {"kgs", MEASURE, 0, 0, "kg"}, {"kilo", MEASURE, 0, 0, "kg"}, {"kilogramo", MEASURE, 0, 0, "kg"},
    {"kilogramos", MEASURE, 0, 0, "kg"}, {"kilometro", MEASURE, 0, 0, "km"},
    {"kilometros", MEASURE, 0, 0, "km"}, {"kilos", MEASURE, 0, 0, "kg"},
    {"kilovatio", MEASURE, 0, 0, "kW"}, {"kilovatios", MEASURE, 0, 0, "kW"},
    {"km", MEASURE, 0, 0, "km"}, {"kmh", MEASURE, 0, 0, "km/h"}, {"kms", MEASURE, 0, 0, "km"},
    {"kph", MEASURE, 0, 0, "km/h"}, {"krw", CURRENCY, 0, 0, "KRW"}, {"kw", MEASURE, 0, 0, "kW"},
    {"kwh", MEASURE, 0, 0, "kWh"}, {"la", THE | STOP, 0, 0, NULL}, {"las", THE | STOP, 0, 0, NULL},
    {"le", STOP, 0, 0, NULL}, {"les", STOP, 0, 0, NULL}, {"libras", CURRENCY, 0, 0, "GBP"},
    {"linea", LABEL, 0, 0, NULL}, {"litro", MEASURE, 0, 0, "litre"},
    {"litros", MEASURE, 0, 0, "litre"}, {"lo", STOP, 0, 0, NULL}, {"los", THE | STOP, 0, 0, NULL},
    {"lunes", WEEKDAY, 0, 0, NULL}, {"m", MEASURE, 0, 0, "m"}, {"madrugada", PART, 0, 0, NULL},
    {"manana", TODAY | PART, 1, 0, NULL}, {"mar", MONTH | SHORT, 3, 0, NULL},
    {"martes", WEEKDAY, 1, 0, NULL}, {"marzo", MONTH, 3, 0, NULL}, {"mas", STOP, 0, 0, NULL},
    {"mayo", MONTH, 5, 0, NULL}, {"mb", MEASURE, 0, 0, "MB"}, {"media", HALF, 0, 0.5, NULL},
    {"mediados", MID, 0, 0, NULL}, {"medianoche", PART, 0, 0, NULL}, {"mediante", STOP, 0, 0, NULL},
    {"medio", HALF, 0, 0.5, NULL}, {"mediodia", PART, 0, 0, NULL},
    {"megavatio", MEASURE, 0, 0, "MW"}, {"megavatios", MEASURE, 0, 0, "MW"},
    {"menos", STOP, 0, 0, NULL}, {"mes", UNIT | MEASURE, NGI_UNIT_MONTH, 0, "month"},
    {"meses", UNIT | MEASURE | PLURAL, NGI_UNIT_MONTH, 0, "month"}, {"metro", MEASURE, 0, 0, "m"},
    {"metros", MEASURE, 0, 0, "m"}, {"mexicanos", NATION, 0, 0, "MX"},
    {"miercoles", WEEKDAY, 2, 0, NULL}, {"mil", POWER, 0, 1000, NULL},
    {"miles", MANY, 0, 1000, NULL}, {"milimetro", MEASURE, 0, 0, "mm"},
    {"milimetros", MEASURE, 0, 0, "mm"}, {"milla", MEASURE, 0, 0, "mile"},
    {"millar", POWER | ABOUT, 0, 1000, NULL}, {"millas", MEASURE, 0, 0, "mile"},
    {"millon", POWER, 0, 1e6, NULL}, {"millones", POWER, 0, 1e6, NULL},
    {"minuto", UNIT | MEASURE, NGI_UNIT_MINUTE, 0, "minute"},
    {"minutos", UNIT | MEASURE | PLURAL, NGI_UNIT_MINUTE, 0, "minute"}, {"misma", THAT, 0, 0, NULL},
    {"mismo", THAT, 0, 0, NULL}, {"mitad", FRACTION, 0, 0.5, NULL}, {"mm", MEASURE, 0, 0, "mm"},
    {"murieron", DONE, 0, 0, NULL}, {"murio", DONE, 0, 0, NULL}, {"muy", STOP, 0, 0, NULL},
    {"mw", MEASURE, 0, 0, "MW"}, {"mwh", MEASURE, 0, 0, "MWh"}, {"mxn", CURRENCY, 0, 0, "MXN"},
    {"navidad", HOLIDAY, NGI_CHRISTMAS, 0, NULL}, {"nivel", LABEL, 0, 0, NULL},
    {"no", STOP, 0, 0, NULL}, {"noche", PART, 0, 0, NULL},
    {"nochebuena", HOLIDAY, NGI_CHRISTMAS_EVE, 0, NULL},
    {"nochevieja", HOLIDAY, NGI_NEW_YEAR_EVE, 0, NULL}, {"nok", CURRENCY, 0, 0, "NOK"},
    {"noruegas", NATION, 0, 0, "NO"}, {"nos", STOP, 0, 0, NULL},
    {"nov", MONTH | SHORT, 11, 0, NULL}, {"novecientas", NUMBER, 0, 900, NULL},
    {"novecientos", NUMBER, 0, 900, NULL}, {"novena", ORDINAL, 9, 0, NULL},
    {"noveno", ORDINAL, 9, 0, NULL}, {"noventa", NUMBER, 0, 90, NULL},
    {"noviembre", MONTH, 11, 0, NULL}, {"nudos", MEASURE, 0, 0, "knot"},
    {"nueve", NUMBER, 0, 9, NULL}, {"numero", LABEL, 0, 0, NULL}, {"nzd", CURRENCY, 0, 0, "NZD"},
    {"o", STOP, 0, 0, NULL}, {"ochenta", NUMBER, 0, 80, NULL}, {"ocho", NUMBER, 0, 8, NULL},
    {"ochocientas", NUMBER, 0, 800, NULL}, {"ochocientos", NUMBER, 0, 800, NULL},
    {"oct", MONTH | SHORT, 10, 0, NULL}, {"octava", ORDINAL, 8, 0, NULL},
    {"octavo", ORDINAL, 8, 0, NULL}, {"octubre", MONTH, 10, 0, NULL}, {"once", NUMBER, 0, 11, NULL},
    {"otono", SEASON, 2, 0, NULL}, {"pagina", LABEL, 0, 0, NULL}, {"par", VAGUE, 0, 2, NULL},
    {"para", IN | STOP, 0, 0, NULL}, {"pasada", LAST | PAST_N, 0, 0, NULL},
    {"pasadas", LAST | PAST_N, 0, 0, NULL}, {"pasado", LAST | PAST_N, 0, 0, NULL},
    {"pasados", LAST | PAST_N, 0, 0, NULL}, {"pentecostes", HOLIDAY, NGI_PENTECOST, 0, NULL},
    {"perdio", DONE, 0, 0, NULL}, {"pero", STOP, 0, 0, NULL}, {"peso", CURRENCY, 0, 0, "peso"},
    {"pesos", CURRENCY, 0, 0, "peso"}, {"pie", MEASURE, 0, 0, "foot"},
    {"pies", MEASURE, 0, 0, "foot"}, {"planea", FUTURE, 0, 0, NULL}, {"plazo", NAMED, 0, 0, NULL},
    {"pln", CURRENCY, 0, 0, "PLN"}, {"pocas", VAGUE, 0, 0, NULL}, {"pocos", VAGUE, 0, 0, NULL},
    {"podria", FUTURE, 0, 0, NULL}, {"podrian", FUTURE, 0, 0, NULL}, {"por", STOP, 0, 0, NULL},
    {"presupuesto", YEARLY, 0, 0, NULL}, {"preve", FUTURE, 0, 0, NULL},
    {"preven", FUTURE, 0, 0, NULL}, {"prevista", FUTURE, 0, 0, NULL},
    {"previsto", FUTURE, 0, 0, NULL}, {"previstos", FUTURE, 0, 0, NULL},
    {"primavera", SEASON, 0, 0, NULL}, {"primer", ORDINAL, 1, 0, NULL},
    {"primera", ORDINAL, 1, 0, NULL}, {"primero", ORDINAL, 1, 0, NULL},
    {"principios", EARLY, 0, 0, NULL}, {"programada", FUTURE, 0, 0, NULL},
    {"programado", FUTURE, 0, 0, NULL}, {"proxima", NEXT, 0, 0, NULL},
    {"proximas", NEXT, 0, 0, NULL}, {"proximo", NEXT, 0, 0, NULL}, {"proximos", NEXT, 0, 0, NULL},
    {"puerta", LABEL, 0, 0, NULL}, {"puesto", LABEL, 0, 0, NULL}, {"que", STOP, 0, 0, NULL},
    {"quetzales", CURRENCY, 0, 0, "GTQ"}, {"quien", STOP, 0, 0, NULL},
    {"quince", NUMBER, 0, 15, NULL},
    {"quincena", UNIT | MEASURE, NGI_UNIT_FORTNIGHT, 0, "fortnight"},
    {"quincenas", UNIT | MEASURE | PLURAL, NGI_UNIT_FORTNIGHT, 0, "fortnight"},
    {"quinientas", NUMBER, 0, 500, NULL}, {"quinientos", NUMBER, 0, 500, NULL},
    {"quinta", ORDINAL | FRACTION, 5, 0.2, NULL}, {"quinto", ORDINAL | FRACTION, 5, 0.2, NULL},
    {"reales", CURRENCY, 0, 0, "BRL"}, {"renminbi", CURRENCY, 0, 0, "CNY"},
    {"resolucion", LABEL, 0, 0, NULL}, {"rub", CURRENCY, 0, 0, "RUB"},
    {"rublo", CURRENCY, 0, 0, "RUB"}, {"rublos", CURRENCY, 0, 0, "RUB"},
    {"rupia", CURRENCY, 0, 0, "INR"}, {"rupias", CURRENCY, 0, 0, "INR"},
    {"ruta", LABEL, 0, 0, NULL}, {"sabado", WEEKDAY, 5, 0, NULL}, {"sala", LABEL, 0, 0, NULL},
    {"se", STOP, 0, 0, NULL}, {"segun", STOP, 0, 0, NULL}, {"segunda", ORDINAL, 2, 0, NULL},
    {"segundo", UNIT | MEASURE | ORDINAL, NGI_UNIT_SECOND, 0, "second"},
    {"segundos", UNIT | MEASURE | PLURAL, NGI_UNIT_SECOND, 0, "second"},
    {"seis", NUMBER, 0, 6, NULL}, {"seiscientas", NUMBER, 0, 600, NULL},
    {"seiscientos", NUMBER, 0, 600, NULL}, {"sek", CURRENCY, 0, 0, "SEK"},
    {"semana", UNIT | MEASURE, NGI_UNIT_WEEK, 0, "week"},
    {"semanas", UNIT | MEASURE | PLURAL, NGI_UNIT_WEEK, 0, "week"},
    {"senalo", DONE | REPORT, 0, 0, NULL}, {"sep", MONTH | SHORT, 9, 0, NULL},
    {"sept", MONTH | SHORT, 9, 0, NULL}, {"septiembre", MONTH, 9, 0, NULL},
    {"septima", ORDINAL, 7, 0, NULL}, {"septimo", ORDINAL, 7, 0, NULL},
    {"ser", BE | STOP, 0, 0, NULL}, {"sera", FUTURE | STOP, 0, 0, NULL},
    {"seran", FUTURE | STOP, 0, 0, NULL}, {"sesenta", NUMBER, 0, 60, NULL},
    {"setecientas", NUMBER, 0, 700, NULL}, {"setecientos", NUMBER, 0, 700, NULL},
    {"setenta", NUMBER, 0, 70, NULL}, {"setiembre", MONTH, 9, 0, NULL},
    {"sexta", ORDINAL, 6, 0, NULL}, {"sexto", ORDINAL, 6, 0, NULL}, {"sgd", CURRENCY, 0, 0, "SGD"},
    {"si", STOP, 0, 0, NULL}, {"sido", BE, 0, 0, NULL}, {"siete", NUMBER, 0, 7, NULL},
    {"siglo", UNIT | MEASURE, NGI_UNIT_CENTURY, 0, "century"},
    {"siglos", UNIT | MEASURE | PLURAL, NGI_UNIT_CENTURY, 0, "century"},
    {"siguiente", NEXT | THAT, 0, 0, NULL}, {"sin", STOP, 0, 0, NULL}, {"sobre", STOP, 0, 0, NULL},
    {"soles", CURRENCY, 0, 0, "PEN"}, {"solo", STOP, 0, 0, NULL}, {"son", STOP, 0, 0, NULL},
    {"su", STOP, 0, 0, NULL}, {"subio", DONE, 0, 0, NULL}, {"suecas", NATION, 0, 0, "SE"},
    {"suizos", NATION, 0, 0, "CH"}, {"sus", STOP, 0, 0, NULL}, {"tambien", STOP, 0, 0, NULL},
    {"tarde", PART, 0, 0, NULL}, {"tb", MEASURE, 0, 0, "TB"}, {"temporada", YEARLY, 0, 0, NULL},
    {"tendra", FUTURE, 0, 0, NULL}, {"tendran", FUTURE, 0, 0, NULL},
    {"tercer", ORDINAL, 3, 0, NULL}, {"tercera", ORDINAL, 3, 0, NULL},
    {"tercero", ORDINAL, 3, 0, NULL}, {"tercio", FRACTION, 0, 0.3333333333333333, NULL},
    {"tercios", FRACTION, 0, 0.3333333333333333, NULL}, {"tipo", LABEL, 0, 0, NULL},
    {"tonelada", MEASURE, 0, 0, "tonne"}, {"toneladas", MEASURE, 0, 0, "tonne"},
    {"tras", IN | STOP, 0, 0, NULL}, {"trece", NUMBER, 0, 13, NULL},
    {"treinta", NUMBER, 0, 30, NULL}, {"treintena", POWER | ABOUT, 0, 30, NULL},
    {"tres", NUMBER, 0, 3, NULL}, {"trescientas", NUMBER, 0, 300, NULL},
    {"trescientos", NUMBER, 0, 300, NULL},
    {"trimestre", UNIT | MEASURE, NGI_UNIT_QUARTER, 0, "quarter"},
    {"trimestres", UNIT | MEASURE | PLURAL, NGI_UNIT_QUARTER, 0, "quarter"},
    {"twh", MEASURE, 0, 0, "TWh"}, {"u", STOP, 0, 0, NULL}, {"uah", CURRENCY, 0, 0, "UAH"},
    {"ultima", LAST | PAST_N, 0, 0, NULL}, {"ultimas", LAST | PAST_N, 0, 0, NULL},
    {"ultimo", LAST | PAST_N, 0, 0, NULL}, {"ultimos", LAST | PAST_N, 0, 0, NULL},
    {"un", STOP | ARTICLE, 0, 0, NULL}, {"una", STOP | ARTICLE, 0, 0, NULL},
    {"unas", ABOUT | STOP, 0, 0, NULL}, {"uno", ARTICLE, 0, 0, NULL},
    {"unos", ABOUT | STOP, 0, 0, NULL}, {"uruguayos", NATION, 0, 0, "UY"},
    {"usd", CURRENCY, 0, 0, "USD"}, {"va", FUTURE, 0, 0, NULL}, {"van", FUTURE, 0, 0, NULL},
    {"varias", VAGUE, 0, 0, NULL}, {"varios", VAGUE, 0, 0, NULL}, {"veinte", NUMBER, 0, 20, NULL},
    {"veintena", POWER | ABOUT, 0, 20, NULL}, {"veinticinco", NUMBER, 0, 25, NULL},
    {"veinticuatro", NUMBER, 0, 24, NULL}, {"veintidos", NUMBER, 0, 22, NULL},
    {"veintinueve", NUMBER, 0, 29, NULL}, {"veintiocho", NUMBER, 0, 28, NULL},
    {"veintiseis", NUMBER, 0, 26, NULL}, {"veintisiete", NUMBER, 0, 27, NULL},
    {"veintitres", NUMBER, 0, 23, NULL}, {"veintiun", NUMBER, 0, 21, NULL},
    {"veintiuna", NUMBER, 0, 21, NULL}, {"veintiuno", NUMBER, 0, 21, NULL},
    {"verano", SEASON, 1, 0, NULL}, {"version", LABEL, 0, 0, NULL},
    {"viernes", WEEKDAY | NAMED, 4, 0, NULL}, {"vuelo", LABEL, 0, 0, NULL},
    {"y", AND | STOP, 0, 0, NULL}, {"ya", STOP, 0, 0, NULL}, {"yen", CURRENCY, 0, 0, "JPY"},
    {"yenes", CURRENCY, 0, 0, "JPY"}, {"yuan", CURRENCY, 0, 0, "CNY"},
    {"yuanes", CURRENCY, 0, 0, "CNY"}, {"zar", CURRENCY, 0, 0, "ZAR"},
};
/* clang-format on */

const ngi_lexicon ngi_words_es = {entries, NGI_COUNT(entries)};
