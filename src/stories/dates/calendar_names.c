/* SPDX-License-Identifier: Apache-2.0 */
/* The names of weekdays and time zones: see calendar.h. Sorted and spelled as the months in
 * calendar_words.c. */
#include "stories/dates/calendar.h"

/* Short forms, which are other words elsewhere: a sign only beside a date. */
enum { DAY = 15, SHORT = 16 };

/* clang-format off */
const ngi_word ngi_weekday_names[] = {
    {"ahad", 6 | SHORT}, {"alhamisi", 3}, {"antradienis", 1}, {"asteartea", 1}, {"asteazkena", 2},
    {"astelehena", 0}, {"carsamba", 2}, {"cetrtek", 3}, {"ceturtdiena", 3}, {"cetvrtak", 3},
    {"csutortok", 3}, {"ct", 3 | SHORT}, {"ctvrtek", 3}, {"cuma", 4 | SHORT}, {"cumartesi", 5},
    {"czw", 3}, {"czwartek", 3}, {"di", 1 | SHORT}, {"dienstag", 1}, {"dijous", 3},
    {"dilluns", 0}, {"dim", 6 | SHORT}, {"dimanche", 6}, {"dimarts", 1}, {"dimecres", 2},
    {"dinsdag", 1}, {"dissabte", 5}, {"diumenge", 6}, {"divendres", 4}, {"do", 3 | SHORT},
    {"dom", 6 | SHORT}, {"domenica", 6}, {"domingo", 6}, {"donderdag", 3}, {"donnerstag", 3},
    {"duminica", 6}, {"dydd", 1 | SHORT}, {"dylun", 0}, {"esmaspaev", 0}, {"fimmtudagur", 3},
    {"fostudagur", 4}, {"fr", 4 | SHORT}, {"fre", 4 | SHORT}, {"fredag", 4}, {"freitag", 4},
    {"fri", 4}, {"friday", 4}, {"giovedi", 3}, {"hene", 0}, {"hetfo", 0}, {"igandea", 6},
    {"ijumaa", 4}, {"isnin", 0}, {"jeu", 3}, {"jeudi", 3}, {"joi", 3}, {"jue", 3}, {"jueves", 3},
    {"jumamosi", 5}, {"jumanne", 1}, {"jumapili", 6}, {"jumat", 4}, {"jumatano", 2},
    {"jumatatu", 0}, {"kamis", 3}, {"kedd", 1}, {"keskiviikko", 2}, {"keskiviikkona", 2},
    {"ketvirtadienis", 3}, {"khamis", 3}, {"kolmapaev", 2}, {"larunbata", 5}, {"lauantai", 5},
    {"lauantaina", 5}, {"laugardagur", 5}, {"laupaev", 5}, {"lor", 5}, {"lordag", 5},
    {"lun", 0 | SHORT}, {"lundi", 0}, {"lunedi", 0}, {"lunes", 0}, {"luni", 0}, {"luns", 0},
    {"ma", 0 | SHORT}, {"maanantai", 0}, {"maanantaina", 0}, {"maandag", 0}, {"man", 0 | SHORT},
    {"mandag", 0}, {"manudagur", 0}, {"mar", 1 | SHORT}, {"mardi", 1}, {"martedi", 1},
    {"martes", 1}, {"marti", 1}, {"mer", 2 | SHORT}, {"mercoledi", 2}, {"mercredi", 2},
    {"mi", 2 | SHORT}, {"mie", 2}, {"miercoles", 2}, {"miercuri", 2}, {"minggu", 6},
    {"mittwoch", 2}, {"miðvikudagur", 2}, {"mo", 0 | SHORT}, {"mon", 0}, {"monday", 0},
    {"montag", 0}, {"nd", 6 | SHORT}, {"ne", 6 | SHORT}, {"nedela", 6}, {"nedele", 6},
    {"nedelja", 6}, {"nedjelja", 6}, {"neljapaev", 3}, {"niedziela", 6}, {"ons", 2 | SHORT},
    {"onsdag", 2}, {"osteguna", 3}, {"ostirala", 4}, {"otrdiena", 1}, {"pa", 4 | SHORT},
    {"patek", 4}, {"pazar", 6}, {"pazartesi", 0}, {"penktadienis", 4}, {"pentek", 4},
    {"perjantai", 4}, {"perjantaina", 4}, {"persembe", 3}, {"petak", 4}, {"petek", 4},
    {"piatek", 4}, {"piatok", 4}, {"piektdiena", 4}, {"pirmadienis", 0}, {"pirmdiena", 0},
    {"po", 0 | SHORT}, {"pon", 0 | SHORT}, {"pondeli", 0}, {"pondelok", 0}, {"ponedeljek", 0},
    {"ponedjeljak", 0}, {"poniedzialek", 0}, {"pt", 4 | SHORT}, {"puhapaev", 6}, {"pzt", 0},
    {"quarta", 2 | SHORT}, {"quinta", 3 | SHORT}, {"rabu", 2}, {"reede", 4}, {"sa", 5 | SHORT},
    {"sab", 5}, {"sabado", 5}, {"sabato", 5}, {"sabtu", 5}, {"sali", 1}, {"sam", 5 | SHORT},
    {"sambata", 5}, {"samedi", 5}, {"samstag", 5}, {"sat", 5 | SHORT}, {"saturday", 5},
    {"segunda", 0 | SHORT}, {"sekmadienis", 6}, {"selasa", 1}, {"senin", 0}, {"sestadienis", 5},
    {"sestdiena", 5}, {"sexta", 4 | SHORT}, {"so", 6 | SHORT}, {"sobota", 5}, {"son", 6},
    {"sondag", 6}, {"sonnabend", 5}, {"sonntag", 6}, {"sr", 2 | SHORT}, {"sreda", 2},
    {"srijeda", 2}, {"sroda", 2}, {"streda", 2}, {"stvrtok", 3}, {"subota", 5},
    {"sun", 6 | SHORT}, {"sunday", 6}, {"sunnudagur", 6}, {"sunnuntai", 6}, {"sunnuntaina", 6},
    {"svetdiena", 6}, {"szerda", 2}, {"szombat", 5}, {"teisipaev", 1}, {"terca", 1 | SHORT},
    {"thu", 3}, {"thur", 3}, {"thurs", 3}, {"thursday", 3}, {"tiistai", 1}, {"tiistaina", 1},
    {"tir", 1}, {"tirsdag", 1}, {"tis", 1 | SHORT}, {"tisdag", 1}, {"tor", 3 | SHORT},
    {"torek", 1}, {"torsdag", 3}, {"torstai", 3}, {"torstaina", 3}, {"treciadienis", 2},
    {"tresdiena", 2}, {"tue", 1}, {"tues", 1}, {"tuesday", 1}, {"ut", 1 | SHORT}, {"utery", 1},
    {"utorak", 1}, {"utorok", 1}, {"vasarnap", 6}, {"ven", 4 | SHORT}, {"vendredi", 4},
    {"venerdi", 4}, {"vie", 4 | SHORT}, {"viernes", 4}, {"vineri", 4}, {"vr", 4 | SHORT},
    {"vrijdag", 4}, {"wed", 2}, {"wednesday", 2}, {"wo", 2 | SHORT}, {"woensdag", 2},
    {"wt", 1 | SHORT}, {"wtorek", 1}, {"za", 5 | SHORT}, {"zaterdag", 5}, {"zo", 6 | SHORT},
    {"zondag", 6}, {"þriðjudagur", 1}, {"δευ", 0}, {"δευτερα", 0}, {"κυρ", 6}, {"κυριακη", 6},
    {"παρ", 4}, {"παρασκευη", 4}, {"πεμ", 3}, {"πεμπτη", 3}, {"σαβ", 5}, {"σαββατο", 5},
    {"τετ", 2}, {"τεταρτη", 2}, {"τρι", 1}, {"τριτη", 1}, {"воскресенье", 6}, {"вс", 6},
    {"вт", 1}, {"вто", 1}, {"вторник", 1}, {"вівторок", 1}, {"неделя", 6}, {"недеља", 6},
    {"неділя", 6}, {"п'ятниця", 4}, {"петак", 4}, {"петък", 4}, {"пн", 0}, {"пон", 0},
    {"понеделник", 0}, {"понедельник", 0}, {"понедељак", 0}, {"понедељник", 0}, {"понеділок", 0},
    {"пт", 4}, {"пятница", 4}, {"сб", 5}, {"середа", 2}, {"ср", 2}, {"среда", 2}, {"сријeda", 2},
    {"сряда", 2}, {"суббота", 5}, {"субота", 5}, {"събота", 5}, {"уторак", 1}, {"четвер", 3},
    {"четверг", 3}, {"четвртак", 3}, {"четвъртък", 3}, {"чт", 3}, {"חמישי", 3 | SHORT},
    {"ראשון", 6 | SHORT}, {"רביעי", 2 | SHORT}, {"שבת", 5}, {"שישי", 4 | SHORT},
    {"שלישי", 1 | SHORT}, {"שני", 0 | SHORT}, {"اتوار", 6}, {"الاثنین", 0}, {"الاحد", 6},
    {"الاربعاء", 2}, {"الثلاثاء", 1}, {"الجمعة", 4}, {"الخمیس", 3}, {"السبت", 5}, {"بدھ", 2},
    {"جمعرات", 3}, {"جمعه", 4}, {"جمعہ", 4}, {"دوشنبه", 0}, {"سهشنبه", 1}, {"شنبه", 5},
    {"منگل", 1}, {"پنجشنبه", 3}, {"پیر", 0}, {"چهارشنبه", 2}, {"ہفتہ", 5}, {"یکشنبه", 6},
    {"इतवार", 6}, {"गुरुवार", 3}, {"पीर", 0 | SHORT}, {"पेर", 0 | SHORT}, {"बुधवार", 2},
    {"मंगलवार", 1}, {"रविवार", 6}, {"शनिवार", 5}, {"शुक्रवार", 4}, {"सोमवार", 0}, {"গুরুবার", 3},
    {"বুধবার", 2}, {"বৃহস্পতিবার", 3}, {"মঙ্গলবার", 1}, {"রবিবার", 6}, {"শনিবার", 5},
    {"শুক্রবার", 4}, {"সোমবার", 0}, {"சனி", 5}, {"செவ்வாய்", 1}, {"ஞாயிறு", 6}, {"திங்கள்", 0},
    {"புதன்", 2}, {"வியாழன்", 3}, {"வெள்ளி", 4}, {"ఆదివారం", 6}, {"గురువారం", 3}, {"బుధవారం", 2},
    {"మంగళవారం", 1}, {"శనివారం", 5}, {"శుక్రవారం", 4}, {"సోమవారం", 0},
};
/* clang-format on */
const size_t ngi_weekday_names_count = NGI_COUNT(ngi_weekday_names);

static const struct {
    const char *text;
    int day;
} spelled_days[] = {
    {"月曜日", 0},    {"火曜日", 1},   {"水曜日", 2},  {"木曜日", 3},    {"金曜日", 4},
    {"土曜日", 5},    {"日曜日", 6},   {"月曜", 0},    {"火曜", 1},      {"水曜", 2},
    {"木曜", 3},      {"金曜", 4},     {"土曜", 5},    {"日曜", 6},      {"星期一", 0},
    {"星期二", 1},    {"星期三", 2},   {"星期四", 3},  {"星期五", 4},    {"星期六", 5},
    {"星期日", 6},    {"星期天", 6},   {"周一", 0},    {"周二", 1},      {"周三", 2},
    {"周四", 3},      {"周五", 4},     {"周六", 5},    {"周日", 6},      {"週一", 0},
    {"週二", 1},      {"週三", 2},     {"週四", 3},    {"週五", 4},      {"週六", 5},
    {"週日", 6},      {"월요일", 0},   {"화요일", 1},  {"수요일", 2},    {"목요일", 3},
    {"금요일", 4},    {"토요일", 5},   {"일요일", 6},  {"วันจันทร์", 0},    {"วันอังคาร", 1},
    {"วันพุธ", 2},      {"วันพฤหัสบดี", 3}, {"วันศุกร์", 4},   {"วันเสาร์", 5},    {"วันอาทิตย์", 6},
    {"thu hai", 0},   {"thu ba", 1},   {"thu tu", 2},  {"thu nam", 3},   {"thu sau", 4},
    {"thu bay", 5},   {"chu nhat", 6}, {"سه شنبه", 1}, {"چهار شنبه", 2}, {"پنج شنبه", 3},
    {"یک شنبه", 6},   {"دو شنبه", 0},  {"יום שני", 0}, {"יום שלישי", 1}, {"יום רביעי", 2},
    {"יום חמישי", 3}, {"יום שישי", 4}, {"יום שבת", 5}, {"יום ראשון", 6},
};

static const struct {
    char name[8];
    int minutes;
} zones[] = {
    {"z", 0},
    {"gmt", 0},
    {"utc", 0},
    {"wet", 0},
    {"west", 60},
    {"bst", 60},
    {"cet", 60},
    {"mez", 60},
    {"hec", 60},
    {"wat", 60},
    {"cest", 120},
    {"mesz", 120},
    {"eet", 120},
    {"cat", 120},
    {"sast", 120},
    {"eest", 180},
    {"msk", 180},
    {"мск", 180},
    {"trt", 180},
    {"eat", 180},
    {"tsi", 180},
    {"gst", 240},
    {"pkt", 300},
    {"uzt", 300},
    {"ist", 330},
    {"npt", 345},
    {"bdt", 360},
    {"wib", 420},
    {"ict", 420},
    {"wita", 480},
    {"hkt", 480},
    {"sgt", 480},
    {"myt", 480},
    {"pht", 480},
    {"awst", 480},
    {"wit", 540},
    {"jst", 540},
    {"kst", 540},
    {"acst", 570},
    {"aest", 600},
    {"acdt", 630},
    {"aedt", 660},
    {"nzst", 720},
    {"nzdt", 780},
    {"brt", -180},
    {"art", -180},
    {"clt", -240},
    {"clst", -180},
    {"nst", -210},
    {"ndt", -150},
    {"ast", -240},
    {"adt", -180},
    {"est", -300},
    {"edt", -240},
    {"cst", -360},
    {"cdt", -300},
    {"mst", -420},
    {"mdt", -360},
    {"pst", -480},
    {"pdt", -420},
    {"akst", -540},
    {"akdt", -480},
    {"hst", -600},
    {"et", NGI_ZONE_US - 300},
    {"ct", NGI_ZONE_US - 360},
    {"mt", NGI_ZONE_US - 420},
    {"pt", NGI_ZONE_US - 480},
};

int ngi_weekday_at(const ngi_tokens *t, size_t i, size_t *used)
{
    ng_slice word = ngi_token_fold(t, i);
    *used = 1;
    if (word.len == 0 || t->at[i].kind != NGI_TOKEN_WORD)
        return -1;
    int found = ngi_words_find(ngi_weekday_names, ngi_weekday_names_count, word);
    if (found >= 0)
        return (found & SHORT) != 0 ? -1 : found & DAY;
    for (size_t k = 0; k < NGI_COUNT(spelled_days); k++)
        if (spelled_days[k].text[0] == word.ptr[0] &&
            (*used = ngi_token_spell(t, i, spelled_days[k].text)) != 0)
            return spelled_days[k].day;
    return -1;
}

bool ngi_weekday_short(const ngi_tokens *t, size_t i)
{
    return i < t->count && t->at[i].kind == NGI_TOKEN_WORD &&
           ngi_words_find(ngi_weekday_names, ngi_weekday_names_count, ngi_token_fold(t, i)) >=
               SHORT;
}

bool ngi_zone_named(ng_slice fold, int *minutes)
{
    if (fold.len == 0 || fold.len > 6)
        return false;
    for (size_t i = 0; i < NGI_COUNT(zones); i++)
        if (ngi_equal_to(fold, zones[i].name)) {
            *minutes = zones[i].minutes;
            return true;
        }
    return false;
}
