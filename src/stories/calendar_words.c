/* SPDX-License-Identifier: Apache-2.0 */
/* Names of months, weekdays and time zones in the languages of the news: see calendar.h.
 *
 * Tables are strings: "|3 march mar maerz " gives the words of number 3. They are searched
 * only beside a number that may be a day, so a plain search (some microseconds) will do.
 * Words stand as ngi_base_letter() leaves them: small, without diacritics (a test checks). */
#include "stories/calendar.h"

static const char month_words[] =
    "|1 january jan januar janner jaen janvier janv enero ene gennaio gen janeiro "
    "januari januara leden ledna styczen stycznia sty ianuarie ian janar januarie "
    "januarja sijecanj sijecnja sij януари январь января янв січня січень січ "
    "студзеня јануар јануара јан јануари ιανουαριοσ ιανουαριου ιαν tammikuuta "
    "tammikuu tammikuun tammi jaanuar jaanuari jaan janvaris janvari sausio sausis "
    "saus gener xaneiro xan urtarrila urtarrilak urtarrilaren urt ionawr eanair "
    "jannar januwari janwari ocak oca yanvar қаңтар იანვარი იანვარს հունվար "
    "հունվարի ינואר בינואר ینایر جانفی ژانویه جنوری जनवरी जन जानेवारी জানুযারি "
    "জানুযারী ஜனவரி జనవరి ജനുവരി ಜನವರಿ જાન્યુઆરી ਜਨਵਰੀ genn хунвар "
    "|2 february feb februar feber februara fevrier fevr fev febrero febbraio febb "
    "fevereiro februari febr unor unora uno luty lutego lut februarie shkurt "
    "februarja veljaca veljace velj февруари февраль февраля фев февр лютого лютий "
    "лют лютага фебруар фебруара феб φεβρουαριοσ φεβρουαριου φεβ φεβρ helmikuuta "
    "helmikuu helmikuun helmi veebruar veebruari veebr februaris vasario vasaris "
    "vas febrer xebreiro otsaila otsailak otsailaren ots chwefror feabhra frar "
    "februwari pebrero subat sub fevral ақпан თებერვალი თებერვალს փետրվար փետրվարի "
    "פברואר בפברואר فبرایر فیفری فوریه فروری फरवरी फर फेब्रुवारी ফেব্রুযারি "
    "ফেব্রুযারী பிப்ரவரி ఫిబ్రవరి ഫെബ്രുവരി ಫೆಬ್ರವರಿ ફેબ્રુઆરી ਫਰਵਰੀ شباط "
    "|3 march mar marz mrz maerz mars marzo marco mart maart mrt marts marca marzec "
    "marcius marc martie brezen brezna bre marec ozujak ozujka ozu март марта мар "
    "березня березень бер сакавіка μαρτιοσ μαρτιου μαρ maaliskuuta maaliskuu "
    "maaliskuun maalis martsi kovo kovas martxoa martxoak martxoaren mawrth marta "
    "marzu machi mashi marso maret mac наурыз მარტი მარტს մարտ մարտի מרץ מרס במרץ "
    "במרס مارس مارچ मार्च মার্চ மார்ச் మార్చి മാർച്ച് ಮಾರ್ಚ್ માર્ચ ਮਾਰਚ berez اذار "
    "|4 april apr avril avr abril abr aprile aprilie aprila aprilis duben dubna dub "
    "kwiecien kwietnia kwi prill travanj travnja tra априла април апр апрель апреля "
    "квітня квітень кві красавіка απριλιοσ απριλιου απρ huhtikuuta huhtikuu "
    "huhtikuun huhti aprill aprilli aprili balandzio balandis bal apirila apirilak "
    "apirilaren ebrill aibrean ephreli nisan nis aprel сәуір აპრილი აპრილს ապրիլ "
    "ապրիլի אפריל באפריל ابریل افریل اوریل اپریل अप्रैल एप्रिल এপ্রিল ஏப்ரல் "
    "ఏప్రిల్ ഏപ്രിൽ ಏಪ್ರಿಲ್ એપ્રિલ ਅਪ੍ਰੈਲ نیسان "
    "|5 may mai mayo maggio mag maio mei maj maja majus kveten kvetna kve svibanj "
    "svibnja svi май мая травня травень мај маја траўня μαιοσ μαιου μαησ μαι "
    "toukokuuta toukokuu toukokuun touko maijs maija geguzes geguze geg maig "
    "maiatza maiatzak maiatzaren bealtaine mejju meyi mayis мамыр მაისი მაისს մայիս "
    "մայիսի מאי במאי مایو مای مه مئی मई मे মে மே మే മേയ് ಮೇ મે ਮਈ ایار "
    "|6 june jun juni juin junio giugno giu junho juny junie juna junius cerven "
    "cervna czerwiec czerwca cze iunie iun qershor junij junija lipanj lipnja lip "
    "юни июнь июня июн червня червень чер чэрвеня јун јуна јуни ιουνιοσ ιουνιου "
    "ιουν kesakuuta kesakuu kesakuun kesa juuni junijs birzelio birzelis birz xuno "
    "ekaina ekainak ekainaren mehefin meitheamh gunju hunyo haziran haz iyun маусым "
    "ივნისი ივნისს հունիս հունիսի יוני ביוני یونیو یونیه جوان ژوئن جون जून জুন ஜூன் "
    "జూన్ ജൂൺ ಜೂನ್ જૂન ਜੂਨ حزیران "
    "|7 july jul juli juillet juil julio luglio lug julho juliol julie jula julius "
    "cervenec cervence cvc lipiec lipca iulie iul korrik julij julija srpanj srpnja "
    "srp юли июль июля июл липня липень ліпеня јул јула јули ιουλιοσ ιουλιου ιουλ "
    "heinakuuta heinakuu heinakuun heina juuli julijs liepos liepa liep xullo "
    "uztaila uztailak uztailaren gorffennaf iuil lulju julai julayi hulyo temmuz "
    "tem iyul шілде ივლისი ივლისს հուլիս հուլիսի יולי ביולי یولیو یولیه جویلیة "
    "یولیوز ژوئیه جولائی जुलाई जुलै জুলাই ஜூலை జులై జూలై ജൂലൈ ಜುಲೈ જુલાઈ ਜੁਲਾਈ تموز "
    "|8 august aug aout agosto ago augusti augustus augusta agust agu augusztus "
    "srpen srpna sierpien sierpnia sie gusht avgust avgusta avg kolovoz kolovoza "
    "kol август августа авг серпня серпень сер жніўня аугуст αυγουστοσ αυγουστου "
    "αυγ elokuuta elokuu elokuun elo augusts rugpjucio rugpjutis rugp agost abuztua "
    "abuztuak abuztuaren abu awst lunasa awwissu agosti agasti agustus agt ogos "
    "agustos avqust тамыз აგვისტო აგვისტოს օգոստոս օգոստոսի אוגוסט באוגוסט اغسطس "
    "اوت غشت اب اگست अगस्त ऑगस्ट আগস্ট அகஸ்ட் ஆகஸ்ட் ஆகஸ்டு ఆగస్టు ഓഗസ്റ്റ് ಆಗಸ್ಟ್ "
    "ઓગસ્ટ ਅਗਸਤ "
    "|9 september sep sept septembre septiembre setiembre settembre set setembro "
    "szeptember szept septembra zari zar wrzesien wrzesnia wrz septembrie shtator "
    "rujan rujna ruj септември сентябрь сентября сен сент вересня вересень вер "
    "верасня септембар септембра сеп септ σεπτεμβριοσ σεπτεμβριου σεπ σεπτ "
    "syyskuuta syyskuu syyskuun syys septembri septembris rugsejo rugsejis rugs "
    "setembre iraila irailak irailaren medi settembru septemba septhemba setyembre "
    "eylul eyl sentyabr sentabr қыркүйек სექტემბერი სექტემბერს սեպտեմբեր սեպտեմբերի "
    "ספטמבר בספטמבר سبتمبر شتنبر سپتامبر ستمبر सितंबर सितम्बर सित सप्टेंबर "
    "সেপ্টেম্বর செப்டம்பர் సెప్టెంబర్ സെപ്റ്റംബർ ಸೆಪ್ಟೆಂಬರ್ સપ્ટેમ્બર ਸਤੰਬਰ ایلول "
    "|10 october oct oktober okt octobre octubre ottobre ott outubro out oktobra "
    "rijen rijna rij pazdziernik pazdziernika paz octombrie tetor studzen октомври "
    "октябрь октября окт жовтня жовтень жов кастрычніка октобар октобра οκτωβριοσ "
    "οκτωβριου οκτ lokakuuta lokakuu lokakuun loka oktoober oktoobri oktobris "
    "oktobri spalio spalis spal urria urriak urriaren hydref ottubru oktoba okthoba "
    "oktubre ekim eki oktyabr oktabr қазан ოქტომბერი ოქტომბერს հոկտեմբեր հոկտեմբերի "
    "אוקטובר באוקטובר اکتوبر اکتبر अक्टूबर अक्तूबर अक्टू ऑक्टोबर অক্টোবর அக்டோபர் "
    "అక్టోబర్ ഒക്ടോബർ ಅಕ್ಟೋಬರ್ ઓક્ટોબર ਅਕਤੂਬਰ oktobar "
    "|11 november nov novembre noviembre novembro novembra listopad listopadu "
    "listopada lis noiembrie noi nentor studeni studenoga studenog stu ноември "
    "ноябрь ноября ноя нояб листопада листопад лис лістапада новембар новембра нов "
    "νοεμβριοσ νοεμβριου νοε νοεμ marraskuuta marraskuu marraskuun marras novembri "
    "novembris lapkricio lapkritis lapkr azaroa azaroak azaroaren tachwedd samhain "
    "novembru novemba nobyembre kasim kas noyabr қараша ნოემბერი ნოემბერს նոյեմբեր "
    "նոյեմբերի נובמבר בנובמבר نوفمبر نونبر نوامبر نومبر नवंबर नवम्बर नवं नोव्हेंबर "
    "নভেম্বর நவம்பர் నవంబర్ നവംബർ ನವೆಂಬರ್ નવેમ્બર ਨਵੰਬਰ nopember novembar "
    "|12 december dec dezember dez decembre diciembre dic dicembre dezembro des "
    "desember decembra prosinec prosince pro grudzien grudnia gru decembrie dhjetor "
    "prosinac prosinca декември декабрь декабря дек грудня грудень гру снежня "
    "децембар децембра дец δεκεμβριοσ δεκεμβριου δεκ joulukuuta joulukuu joulukuun "
    "joulu detsember detsembri dets decembris decembri gruodzio gruodis gruod "
    "desembre decembro abendua abenduak abenduaren rhagfyr nollaig dicembru desemba "
    "disemba disyembre aralik ara dekabr желтоқсан დეკემბერი დეკემბერს դեկտեմբեր "
    "դեկտեմբերի דצמבר בדצמבר دیسمبر دجنبر دسامبر دسمبر दिसंबर दिसम्बर दिसं डिसेंबर "
    "ডিসেম্বর டிசம்பர் డిసెంబర్ ഡിസംബർ ಡಿಸೆಂಬರ್ ડિસેમ્બર ਦਸੰਬਰ disember decembar ";

static const char persian_words[] = "|1 فروردین حمل "
                                    "|2 اردیبهشت ثور "
                                    "|3 خرداد جوزا "
                                    "|4 تیر سرطان "
                                    "|5 مرداد امرداد اسد "
                                    "|6 شهریور سنبله "
                                    "|7 مهر میزان "
                                    "|8 ابان عقرب "
                                    "|9 اذر قوس "
                                    "|10 دی جدی "
                                    "|11 بهمن دلو "
                                    "|12 اسفند حوت ";

static const char weekday_words[] =
    "|0 monday mon montag lundi lunes lunedi maandag mandag manudagur maanantai "
    "maanantaina pondeli pondelok hetfo luni poniedzialek понедельник пн понеділок "
    "понедељак ponedjeljak ponedeljek понеделник пон δευτερα δευ pazartesi pzt "
    "الاثنین دوشنبه सोमवार সোমবার திங்கள் సోమవారం esmaspaev pirmdiena pirmadienis "
    "dilluns astelehena senin isnin jumatatu پیر luns dylun hene понедељник "
    "|1 tuesday tue tues dienstag mardi martes martedi dinsdag tisdag tirsdag tir "
    "þriðjudagur tiistai tiistaina utery utorok kedd marti wtorek вторник вт "
    "вівторок уторак utorak torek вто τριτη τρι sali الثلاثاء سهشنبه मंगलवार "
    "মঙ্গলবার செவ்வாய் మంగళవారం teisipaev otrdiena antradienis dimarts asteartea "
    "selasa jumanne منگل "
    "|2 wednesday wed mittwoch mercredi miercoles mie mercoledi woensdag onsdag "
    "miðvikudagur keskiviikko keskiviikkona streda szerda miercuri sroda среда ср "
    "середа сријeda srijeda sreda сряда τεταρτη τετ carsamba الاربعاء چهارشنبه "
    "बुधवार বুধবার புதன் బుధవారం kolmapaev tresdiena treciadienis dimecres "
    "asteazkena rabu jumatano بدھ "
    "|3 thursday thu thur thurs donnerstag jeudi jeu jueves jue giovedi donderdag "
    "torsdag fimmtudagur torstai torstaina ctvrtek stvrtok csutortok joi czwartek "
    "czw четверг чт четвер четвртак cetvrtak cetrtek четвъртък πεμπτη πεμ persembe "
    "الخمیس پنجشنبه गुरुवार গুরুবার বৃহস্পতিবার வியாழன் గురువారం neljapaev "
    "ceturtdiena ketvirtadienis dijous osteguna kamis khamis alhamisi جمعرات "
    "|4 friday fri freitag vendredi viernes venerdi vrijdag fredag fostudagur "
    "perjantai perjantaina patek piatok pentek vineri piatek пятница пт п'ятниця "
    "петак petak petek петък παρασκευη παρ الجمعة جمعه शुक्रवार শুক্রবার வெள்ளி "
    "శుక్రవారం reede piektdiena penktadienis divendres ostirala jumat ijumaa جمعہ "
    "|5 saturday samstag sonnabend samedi sabado sab sabato zaterdag lordag lor "
    "laugardagur lauantai lauantaina sobota szombat sambata суббота сб субота "
    "subota събота σαββατο σαβ cumartesi السبت شنبه שבת शनिवार শনিবার சனி శనివారం "
    "laupaev sestdiena sestadienis dissabte larunbata sabtu jumamosi ہفتہ "
    "|6 sunday sonntag dimanche domingo domenica zondag sondag son sunnudagur "
    "sunnuntai sunnuntaina nedele nedela vasarnap duminica niedziela воскресенье вс "
    "неділя недеља nedjelja nedelja неделя κυριακη κυρ pazar الاحد یکشنبه रविवार "
    "इतवार রবিবার ஞாயிறு ఆదివారం puhapaev svetdiena sekmadienis diumenge igandea "
    "minggu jumapili اتوار ";

static const char weekday_short[] = "|0 mo lun segunda ma man po pon שני पीर पेर "
                                    "|1 di mar terca tis ut wt שלישי dydd "
                                    "|2 mi mer quarta wo ons sr רביעי "
                                    "|3 do quinta tor ct חמישי "
                                    "|4 fr ven vie sexta vr fre pa pt cuma שישי "
                                    "|5 sat sa sam za "
                                    "|6 sun so dim dom zo ne nd ראשון ahad ";

/* Months that are everyday words as well, or short forms that other things share. */
static const char weak_words[] =
    " ago ara bal bre die dub eki elo geg gen kas kol kwi lip lis lut mac mag maj mar marca mart "
    "may med mei mai nis oca ots out pro ruj sep set sie spal stu sty sub svi tem tra vas ver вер "
    "лис мар اسد تیر دی مه مهر जन मे మే மே ಮೇ gru abu avg ";

static const struct {
    const char *text;
    int month;
} spelled_months[] = {
    {"มกราคม", 1},       {"กุมภาพันธ์", 2},      {"มีนาคม", 3},        {"เมษายน", 4},
    {"พฤษภาคม", 5},      {"มิถุนายน", 6},       {"กรกฎาคม", 7},      {"สิงหาคม", 8},
    {"กันยายน", 9},       {"ตุลาคม", 10},       {"พฤศจิกายน", 11},    {"ธันวาคม", 12},
    {"ม.ค", 1},          {"ก.พ", 2},          {"มี.ค", 3},          {"เม.ย", 4},
    {"พ.ค", 5},          {"มิ.ย", 6},          {"ก.ค", 7},          {"ส.ค", 8},
    {"ก.ย", 9},          {"ต.ค", 10},         {"พ.ย", 11},         {"ธ.ค", 12},
    {"کانون الثانی", 1}, {"کانون الاول", 12}, {"تشرین الاول", 10}, {"تشرین الثانی", 11},
    {"کانون ثانی", 1},   {"کانون اول", 12},   {"تشرین اول", 10},   {"تشرین ثانی", 11},
};

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

int ngi_words_find(const char *table, size_t table_len, ng_slice word)
{
    for (size_t from = 0; word.len != 0;) {
        const char *hit = memmem(table + from, table_len - from, word.ptr, word.len);
        if (hit == NULL)
            return -1;
        size_t at = (size_t)(hit - table), end = at + word.len;
        from = at + 1;
        if (at == 0 || table[at - 1] != ' ' || end >= table_len || table[end] != ' ')
            continue;
        while (table[at] != '|') /* each word stands behind its number */
            at--;
        int number = 0;
        for (at++; table[at] >= '0' && table[at] <= '9'; at++)
            number = number * 10 + (table[at] - '0');
        return number;
    }
    return -1;
}

/* "tháng 3", "thg 3" */
static ngi_month_name vietnamese_month(const ngi_tokens *t, size_t i)
{
    ngi_month_name out = {0};
    size_t k = i + 1 + ngi_token_is_mark(t, i + 1, '.');
    if (ngi_token_in(t, i, " thang thg ") && k < t->count && t->at[k].kind == NGI_TOKEN_NUMBER &&
        t->at[k].value >= 1 && t->at[k].value <= 12)
        out = (ngi_month_name){.month = (int)t->at[k].value, .used = k - i + 1};
    return out;
}

ngi_month_name ngi_month_at(const ngi_tokens *t, size_t i)
{
    ngi_month_name out = {0};
    if (i >= t->count || t->at[i].kind != NGI_TOKEN_WORD)
        return out;
    ng_slice word = ngi_token_fold(t, i);
    int month = ngi_words_find(month_words, sizeof month_words - 1, word);
    if (month > 0) {
        out = (ngi_month_name){.month = month, .used = 1};
        out.weak = ngi_token_in(t, i, weak_words);
        return out;
    }
    month = ngi_words_find(persian_words, sizeof persian_words - 1, word);
    if (month > 0) {
        out = (ngi_month_name){.month = month, .used = 1, .persian = true};
        out.weak = ngi_token_in(t, i, weak_words);
        return out;
    }
    if ((unsigned char)word.ptr[0] >= 0xD8) /* Arabic letters and beyond */
        for (size_t k = 0; k < NGI_COUNT(spelled_months); k++) {
            size_t used = ngi_token_spell(t, i, spelled_months[k].text);
            if (used == 0)
                continue;
            bool thai = (unsigned char)word.ptr[0] >= 0xE0;
            return (ngi_month_name){.month = spelled_months[k].month, .used = used, .thai = thai};
        }
    return vietnamese_month(t, i);
}

int ngi_weekday_at(const ngi_tokens *t, size_t i, size_t *used)
{
    ng_slice word = ngi_token_fold(t, i);
    *used = 1;
    if (word.len == 0 || t->at[i].kind != NGI_TOKEN_WORD)
        return -1;
    int day = ngi_words_find(weekday_words, sizeof weekday_words - 1, word);
    if (day >= 0)
        return day;
    for (size_t k = 0; k < NGI_COUNT(spelled_days); k++)
        if ((*used = ngi_token_spell(t, i, spelled_days[k].text)) != 0)
            return spelled_days[k].day;
    return -1;
}

bool ngi_weekday_short(const ngi_tokens *t, size_t i)
{
    return i < t->count && t->at[i].kind == NGI_TOKEN_WORD &&
           ngi_words_find(weekday_short, sizeof weekday_short - 1, ngi_token_fold(t, i)) >= 0;
}

bool ngi_zone_named(ng_slice fold, int *minutes)
{
    if (fold.len == 0 || fold.len > 6)
        return false;
    for (size_t i = 0; i < NGI_COUNT(zones); i++)
        if (ngi_equal(fold, ngi_slice_of(zones[i].name))) {
            *minutes = zones[i].minutes;
            return true;
        }
    return false;
}
