/* SPDX-License-Identifier: Apache-2.0 */
/* The names of months in the languages of the news: see calendar.h.
 *
 * Sorted by bytes, for a binary search; words stand as ngi_base_letter() leaves them: small,
 * without diacritics (a test checks both). */
#include "stories/dates/calendar.h"

/* A month of the Persian calendar; an everyday word as well, or a short form that other
 * things share. */
enum { NUMBER = 15, PERSIAN = 16, WEAK = 32 };

/* clang-format off */
const ngi_word ngi_month_names[] = {
    {"abendua", 12}, {"abenduak", 12}, {"abenduaren", 12}, {"abr", 4}, {"abril", 4},
    {"abu", 8 | WEAK}, {"abuztua", 8}, {"abuztuak", 8}, {"abuztuaren", 8}, {"agasti", 8},
    {"ago", 8 | WEAK}, {"agost", 8}, {"agosti", 8}, {"agosto", 8}, {"agt", 8}, {"agu", 8},
    {"agust", 8}, {"agustos", 8}, {"agustus", 8}, {"aibrean", 4}, {"aout", 8}, {"apirila", 4},
    {"apirilak", 4}, {"apirilaren", 4}, {"apr", 4}, {"aprel", 4}, {"april", 4}, {"aprila", 4},
    {"aprile", 4}, {"aprili", 4}, {"aprilie", 4}, {"aprilis", 4}, {"aprill", 4}, {"aprilli", 4},
    {"ara", 12 | WEAK}, {"aralik", 12}, {"aug", 8}, {"august", 8}, {"augusta", 8}, {"augusti", 8},
    {"augusts", 8}, {"augustus", 8}, {"augusztus", 8}, {"avg", 8 | WEAK}, {"avgust", 8},
    {"avgusta", 8}, {"avqust", 8}, {"avr", 4}, {"avril", 4}, {"awst", 8}, {"awwissu", 8},
    {"azaroa", 11}, {"azaroak", 11}, {"azaroaren", 11}, {"bal", 4 | WEAK}, {"balandis", 4},
    {"balandzio", 4}, {"bealtaine", 5}, {"berez", 3}, {"birz", 6}, {"birzelio", 6},
    {"birzelis", 6}, {"bre", 3 | WEAK}, {"brezen", 3}, {"brezna", 3}, {"cerven", 6},
    {"cervence", 7}, {"cervenec", 7}, {"cervna", 6}, {"chwefror", 2}, {"cvc", 7}, {"cze", 6},
    {"czerwca", 6}, {"czerwiec", 6}, {"dec", 12}, {"decembar", 12}, {"december", 12},
    {"decembra", 12}, {"decembre", 12}, {"decembri", 12}, {"decembrie", 12}, {"decembris", 12},
    {"decembro", 12}, {"dekabr", 12}, {"des", 12}, {"desemba", 12}, {"desember", 12},
    {"desembre", 12}, {"dets", 12}, {"detsember", 12}, {"detsembri", 12}, {"dez", 12},
    {"dezember", 12}, {"dezembro", 12}, {"dhjetor", 12}, {"dic", 12}, {"dicembre", 12},
    {"dicembru", 12}, {"diciembre", 12}, {"disemba", 12}, {"disember", 12}, {"disyembre", 12},
    {"dub", 4 | WEAK}, {"duben", 4}, {"dubna", 4}, {"eanair", 1}, {"ebrill", 4}, {"ekaina", 6},
    {"ekainak", 6}, {"ekainaren", 6}, {"eki", 10 | WEAK}, {"ekim", 10}, {"elo", 8 | WEAK},
    {"elokuu", 8}, {"elokuun", 8}, {"elokuuta", 8}, {"ene", 1}, {"enero", 1}, {"ephreli", 4},
    {"eyl", 9}, {"eylul", 9}, {"feabhra", 2}, {"feb", 2}, {"febb", 2}, {"febbraio", 2},
    {"feber", 2}, {"febr", 2}, {"febrer", 2}, {"febrero", 2}, {"februar", 2}, {"februara", 2},
    {"februari", 2}, {"februarie", 2}, {"februaris", 2}, {"februarja", 2}, {"february", 2},
    {"februwari", 2}, {"fev", 2}, {"fevereiro", 2}, {"fevr", 2}, {"fevral", 2}, {"fevrier", 2},
    {"frar", 2}, {"geg", 5 | WEAK}, {"geguze", 5}, {"geguzes", 5}, {"gen", 1 | WEAK},
    {"gener", 1}, {"genn", 1}, {"gennaio", 1}, {"giu", 6}, {"giugno", 6}, {"gorffennaf", 7},
    {"gru", 12 | WEAK}, {"grudnia", 12}, {"grudzien", 12}, {"gruod", 12}, {"gruodis", 12},
    {"gruodzio", 12}, {"gunju", 6}, {"gusht", 8}, {"haz", 6}, {"haziran", 6}, {"heina", 7},
    {"heinakuu", 7}, {"heinakuun", 7}, {"heinakuuta", 7}, {"helmi", 2}, {"helmikuu", 2},
    {"helmikuun", 2}, {"helmikuuta", 2}, {"huhti", 4}, {"huhtikuu", 4}, {"huhtikuun", 4},
    {"huhtikuuta", 4}, {"hulyo", 7}, {"hunyo", 6}, {"hydref", 10}, {"ian", 1}, {"ianuarie", 1},
    {"ionawr", 1}, {"iraila", 9}, {"irailak", 9}, {"irailaren", 9}, {"iuil", 7}, {"iul", 7},
    {"iulie", 7}, {"iun", 6}, {"iunie", 6}, {"iyul", 7}, {"iyun", 6}, {"jaan", 1}, {"jaanuar", 1},
    {"jaanuari", 1}, {"jaen", 1}, {"jan", 1}, {"janar", 1}, {"janeiro", 1}, {"jannar", 1},
    {"janner", 1}, {"januar", 1}, {"januara", 1}, {"januari", 1}, {"januarie", 1},
    {"januarja", 1}, {"january", 1}, {"januwari", 1}, {"janv", 1}, {"janvari", 1},
    {"janvaris", 1}, {"janvier", 1}, {"janwari", 1}, {"joulu", 12}, {"joulukuu", 12},
    {"joulukuun", 12}, {"joulukuuta", 12}, {"juil", 7}, {"juillet", 7}, {"juin", 6}, {"jul", 7},
    {"jula", 7}, {"julai", 7}, {"julayi", 7}, {"julho", 7}, {"juli", 7}, {"julie", 7},
    {"julij", 7}, {"julija", 7}, {"julijs", 7}, {"julio", 7}, {"juliol", 7}, {"julius", 7},
    {"july", 7}, {"jun", 6}, {"juna", 6}, {"june", 6}, {"junho", 6}, {"juni", 6}, {"junie", 6},
    {"junij", 6}, {"junija", 6}, {"junijs", 6}, {"junio", 6}, {"junius", 6}, {"juny", 6},
    {"juuli", 7}, {"juuni", 6}, {"kas", 11 | WEAK}, {"kasim", 11}, {"kesa", 6}, {"kesakuu", 6},
    {"kesakuun", 6}, {"kesakuuta", 6}, {"kol", 8 | WEAK}, {"kolovoz", 8}, {"kolovoza", 8},
    {"korrik", 7}, {"kovas", 3}, {"kovo", 3}, {"kve", 5}, {"kveten", 5}, {"kvetna", 5},
    {"kwi", 4 | WEAK}, {"kwiecien", 4}, {"kwietnia", 4}, {"lapkr", 11}, {"lapkricio", 11},
    {"lapkritis", 11}, {"leden", 1}, {"ledna", 1}, {"liep", 7}, {"liepa", 7}, {"liepos", 7},
    {"lip", 6 | WEAK}, {"lipanj", 6}, {"lipca", 7}, {"lipiec", 7}, {"lipnja", 6},
    {"lis", 11 | WEAK}, {"listopad", 11}, {"listopada", 11}, {"listopadu", 11}, {"loka", 10},
    {"lokakuu", 10}, {"lokakuun", 10}, {"lokakuuta", 10}, {"lug", 7}, {"luglio", 7}, {"lulju", 7},
    {"lunasa", 8}, {"lut", 2 | WEAK}, {"lutego", 2}, {"luty", 2}, {"maalis", 3}, {"maaliskuu", 3},
    {"maaliskuun", 3}, {"maaliskuuta", 3}, {"maart", 3}, {"mac", 3 | WEAK}, {"machi", 3},
    {"maerz", 3}, {"mag", 5 | WEAK}, {"maggio", 5}, {"mai", 5 | WEAK}, {"maiatza", 5},
    {"maiatzak", 5}, {"maiatzaren", 5}, {"maig", 5}, {"maija", 5}, {"maijs", 5}, {"maio", 5},
    {"maj", 5 | WEAK}, {"maja", 5}, {"majus", 5}, {"mar", 3 | WEAK}, {"marc", 3},
    {"marca", 3 | WEAK}, {"march", 3}, {"marcius", 3}, {"marco", 3}, {"marec", 3}, {"maret", 3},
    {"marras", 11}, {"marraskuu", 11}, {"marraskuun", 11}, {"marraskuuta", 11}, {"mars", 3},
    {"marso", 3}, {"mart", 3 | WEAK}, {"marta", 3}, {"martie", 3}, {"marts", 3}, {"martsi", 3},
    {"martxoa", 3}, {"martxoak", 3}, {"martxoaren", 3}, {"marz", 3}, {"marzec", 3}, {"marzo", 3},
    {"marzu", 3}, {"mashi", 3}, {"mawrth", 3}, {"may", 5 | WEAK}, {"mayis", 5}, {"mayo", 5},
    {"medi", 9}, {"mehefin", 6}, {"mei", 5 | WEAK}, {"meitheamh", 6}, {"mejju", 5}, {"meyi", 5},
    {"mrt", 3}, {"mrz", 3}, {"nentor", 11}, {"nis", 4 | WEAK}, {"nisan", 4}, {"nobyembre", 11},
    {"noi", 11}, {"noiembrie", 11}, {"nollaig", 12}, {"nopember", 11}, {"nov", 11},
    {"novemba", 11}, {"novembar", 11}, {"november", 11}, {"novembra", 11}, {"novembre", 11},
    {"novembri", 11}, {"novembris", 11}, {"novembro", 11}, {"novembru", 11}, {"noviembre", 11},
    {"noyabr", 11}, {"oca", 1 | WEAK}, {"ocak", 1}, {"oct", 10}, {"october", 10}, {"octobre", 10},
    {"octombrie", 10}, {"octubre", 10}, {"ogos", 8}, {"okt", 10}, {"oktabr", 10}, {"okthoba", 10},
    {"oktoba", 10}, {"oktobar", 10}, {"oktober", 10}, {"oktobra", 10}, {"oktobri", 10},
    {"oktobris", 10}, {"oktoober", 10}, {"oktoobri", 10}, {"oktubre", 10}, {"oktyabr", 10},
    {"ots", 2 | WEAK}, {"otsaila", 2}, {"otsailak", 2}, {"otsailaren", 2}, {"ott", 10},
    {"ottobre", 10}, {"ottubru", 10}, {"out", 10 | WEAK}, {"outubro", 10}, {"ozu", 3},
    {"ozujak", 3}, {"ozujka", 3}, {"paz", 10}, {"pazdziernik", 10}, {"pazdziernika", 10},
    {"pebrero", 2}, {"prill", 4}, {"pro", 12 | WEAK}, {"prosinac", 12}, {"prosinca", 12},
    {"prosince", 12}, {"prosinec", 12}, {"qershor", 6}, {"rhagfyr", 12}, {"rij", 10},
    {"rijen", 10}, {"rijna", 10}, {"rugp", 8}, {"rugpjucio", 8}, {"rugpjutis", 8}, {"rugs", 9},
    {"rugsejis", 9}, {"rugsejo", 9}, {"ruj", 9 | WEAK}, {"rujan", 9}, {"rujna", 9},
    {"samhain", 11}, {"saus", 1}, {"sausio", 1}, {"sausis", 1}, {"sentabr", 9}, {"sentyabr", 9},
    {"sep", 9 | WEAK}, {"sept", 9}, {"septemba", 9}, {"september", 9}, {"septembra", 9},
    {"septembre", 9}, {"septembri", 9}, {"septembrie", 9}, {"septembris", 9}, {"septhemba", 9},
    {"septiembre", 9}, {"set", 9 | WEAK}, {"setembre", 9}, {"setembro", 9}, {"setiembre", 9},
    {"settembre", 9}, {"settembru", 9}, {"setyembre", 9}, {"shkurt", 2}, {"shtator", 9},
    {"sie", 8 | WEAK}, {"sierpien", 8}, {"sierpnia", 8}, {"sij", 1}, {"sijecanj", 1},
    {"sijecnja", 1}, {"spal", 10 | WEAK}, {"spalio", 10}, {"spalis", 10}, {"srp", 7},
    {"srpanj", 7}, {"srpen", 8}, {"srpna", 8}, {"srpnja", 7}, {"stu", 11 | WEAK}, {"studeni", 11},
    {"studenog", 11}, {"studenoga", 11}, {"studzen", 10}, {"sty", 1 | WEAK}, {"styczen", 1},
    {"stycznia", 1}, {"sub", 2 | WEAK}, {"subat", 2}, {"svi", 5 | WEAK}, {"svibanj", 5},
    {"svibnja", 5}, {"syys", 9}, {"syyskuu", 9}, {"syyskuun", 9}, {"syyskuuta", 9}, {"szept", 9},
    {"szeptember", 9}, {"tachwedd", 11}, {"tammi", 1}, {"tammikuu", 1}, {"tammikuun", 1},
    {"tammikuuta", 1}, {"tem", 7 | WEAK}, {"temmuz", 7}, {"tetor", 10}, {"touko", 5},
    {"toukokuu", 5}, {"toukokuun", 5}, {"toukokuuta", 5}, {"tra", 4 | WEAK}, {"travanj", 4},
    {"travnja", 4}, {"uno", 2}, {"unor", 2}, {"unora", 2}, {"urria", 10}, {"urriak", 10},
    {"urriaren", 10}, {"urt", 1}, {"urtarrila", 1}, {"urtarrilak", 1}, {"urtarrilaren", 1},
    {"uztaila", 7}, {"uztailak", 7}, {"uztailaren", 7}, {"vas", 2 | WEAK}, {"vasario", 2},
    {"vasaris", 2}, {"veebr", 2}, {"veebruar", 2}, {"veebruari", 2}, {"velj", 2}, {"veljaca", 2},
    {"veljace", 2}, {"wrz", 9}, {"wrzesien", 9}, {"wrzesnia", 9}, {"xan", 1}, {"xaneiro", 1},
    {"xebreiro", 2}, {"xullo", 7}, {"xuno", 6}, {"yanvar", 1}, {"zar", 9}, {"zari", 9},
    {"απρ", 4}, {"απριλιοσ", 4}, {"απριλιου", 4}, {"αυγ", 8}, {"αυγουστοσ", 8}, {"αυγουστου", 8},
    {"δεκ", 12}, {"δεκεμβριοσ", 12}, {"δεκεμβριου", 12}, {"ιαν", 1}, {"ιανουαριοσ", 1},
    {"ιανουαριου", 1}, {"ιολ", 7}, {"ιον", 6}, {"ιουλ", 7}, {"ιουλιοσ", 7}, {"ιουλιου", 7}, {"ιουν", 6}, {"ιουνιοσ", 6},
    {"ιουνιου", 6}, {"μαησ", 5}, {"μαι", 5}, {"μαιοσ", 5}, {"μαιου", 5}, {"μαρ", 3},
    {"μαρτιοσ", 3}, {"μαρτιου", 3}, {"μαω", 3}, {"νοε", 11}, {"νοεμ", 11}, {"νοεμβριοσ", 11},
    {"νοεμβριου", 11}, {"οκτ", 10}, {"οκτωβριοσ", 10}, {"οκτωβριου", 10}, {"σεπ", 9}, {"σεπτ", 9},
    {"σεπτεμβριοσ", 9}, {"σεπτεμβριου", 9}, {"φεβ", 2}, {"φεβρ", 2}, {"φεβρουαριοσ", 2},
    {"φεβρουαριου", 2}, {"авг", 8}, {"август", 8}, {"августа", 8}, {"апр", 4}, {"апрель", 4},
    {"апреля", 4}, {"април", 4}, {"априла", 4}, {"аугуст", 8}, {"ақпан", 2}, {"бер", 3},
    {"березень", 3}, {"березня", 3}, {"вер", 9 | WEAK}, {"верасня", 9}, {"вересень", 9},
    {"вересня", 9}, {"гру", 12}, {"грудень", 12}, {"грудня", 12}, {"дек", 12}, {"декабрь", 12},
    {"декабря", 12}, {"декември", 12}, {"дец", 12}, {"децембар", 12}, {"децембра", 12},
    {"желтоқсан", 12}, {"жніўня", 8}, {"жов", 10}, {"жовтень", 10}, {"жовтня", 10}, {"июл", 7},
    {"июль", 7}, {"июля", 7}, {"июн", 6}, {"июнь", 6}, {"июня", 6}, {"кастрычніка", 10},
    {"кві", 4}, {"квітень", 4}, {"квітня", 4}, {"красавіка", 4}, {"липень", 7}, {"липня", 7},
    {"лис", 11 | WEAK}, {"листопад", 11}, {"листопада", 11}, {"лют", 2}, {"лютага", 2},
    {"лютий", 2}, {"лютого", 2}, {"ліпеня", 7}, {"лістапада", 11}, {"май", 5}, {"мамыр", 5},
    {"мар", 3 | WEAK}, {"март", 3}, {"марта", 3}, {"маусым", 6}, {"мая", 5}, {"мај", 5},
    {"маја", 5}, {"наурыз", 3}, {"нов", 11}, {"новембар", 11}, {"новембра", 11}, {"ноември", 11},
    {"ноя", 11}, {"нояб", 11}, {"ноябрь", 11}, {"ноября", 11}, {"окт", 10}, {"октобар", 10},
    {"октобра", 10}, {"октомври", 10}, {"октябрь", 10}, {"октября", 10}, {"сакавіка", 3},
    {"сен", 9}, {"сент", 9}, {"сентябрь", 9}, {"сентября", 9}, {"сеп", 9}, {"септ", 9},
    {"септембар", 9}, {"септембра", 9}, {"септември", 9}, {"сер", 8}, {"серпень", 8},
    {"серпня", 8}, {"снежня", 12}, {"студзеня", 1}, {"січ", 1}, {"січень", 1}, {"січня", 1},
    {"сәуір", 4}, {"тамыз", 8}, {"травень", 5}, {"травня", 5}, {"траўня", 5}, {"феб", 2},
    {"фебруар", 2}, {"фебруара", 2}, {"фев", 2}, {"февр", 2}, {"февраль", 2}, {"февраля", 2},
    {"февруари", 2}, {"хунвар", 1}, {"чер", 6}, {"червень", 6}, {"червня", 6}, {"чэрвеня", 6},
    {"шілде", 7}, {"юли", 7}, {"юни", 6}, {"янв", 1}, {"январь", 1}, {"января", 1}, {"януари", 1},
    {"јан", 1}, {"јануар", 1}, {"јануара", 1}, {"јануари", 1}, {"јул", 7}, {"јула", 7},
    {"јули", 7}, {"јун", 6}, {"јуна", 6}, {"јуни", 6}, {"қазан", 10}, {"қараша", 11},
    {"қаңтар", 1}, {"қыркүйек", 9}, {"ապրիլ", 4}, {"ապրիլի", 4}, {"դեկտեմբեր", 12},
    {"դեկտեմբերի", 12}, {"հոկտեմբեր", 10}, {"հոկտեմբերի", 10}, {"հուլիս", 7}, {"հուլիսի", 7},
    {"հունիս", 6}, {"հունիսի", 6}, {"հունվար", 1}, {"հունվարի", 1}, {"մայիս", 5}, {"մայիսի", 5},
    {"մարտ", 3}, {"մարտի", 3}, {"նոյեմբեր", 11}, {"նոյեմբերի", 11}, {"սեպտեմբեր", 9},
    {"սեպտեմբերի", 9}, {"փետրվար", 2}, {"փետրվարի", 2}, {"օգոստոս", 8}, {"օգոստոսի", 8},
    {"אוגוסט", 8}, {"אוקטובר", 10}, {"אפריל", 4}, {"באוגוסט", 8}, {"באוקטובר", 10}, {"באפריל", 4},
    {"בדצמבר", 12}, {"ביולי", 7}, {"ביוני", 6}, {"בינואר", 1}, {"במאי", 5}, {"במרס", 3},
    {"במרץ", 3}, {"בנובמבר", 11}, {"בספטמבר", 9}, {"בפברואר", 2}, {"דצמבר", 12}, {"יולי", 7},
    {"יוני", 6}, {"ינואר", 1}, {"מאי", 5}, {"מרס", 3}, {"מרץ", 3}, {"נובמבר", 11}, {"ספטמבר", 9},
    {"פברואר", 2}, {"اب", 8}, {"ابان", 8 | PERSIAN}, {"ابریل", 4}, {"اذار", 3},
    {"اذر", 9 | PERSIAN}, {"اردیبهشت", 2 | PERSIAN}, {"اسد", 5 | PERSIAN | WEAK},
    {"اسفند", 12 | PERSIAN}, {"اغسطس", 8}, {"افریل", 4}, {"امرداد", 5 | PERSIAN}, {"اوت", 8},
    {"اوریل", 4}, {"اپریل", 4}, {"اکتبر", 10}, {"اکتوبر", 10}, {"اگست", 8}, {"ایار", 5},
    {"ایلول", 9}, {"بهمن", 11 | PERSIAN}, {"تموز", 7}, {"تیر", 4 | PERSIAN | WEAK},
    {"ثور", 2 | PERSIAN}, {"جانفی", 1}, {"جدی", 10 | PERSIAN}, {"جنوری", 1}, {"جوان", 6},
    {"جوزا", 3 | PERSIAN}, {"جولائی", 7}, {"جون", 6}, {"جویلیة", 7}, {"حزیران", 6},
    {"حمل", 1 | PERSIAN}, {"حوت", 12 | PERSIAN}, {"خرداد", 3 | PERSIAN}, {"دجنبر", 12},
    {"دسامبر", 12}, {"دسمبر", 12}, {"دلو", 11 | PERSIAN}, {"دی", 10 | PERSIAN | WEAK},
    {"دیسمبر", 12}, {"سبتمبر", 9}, {"ستمبر", 9}, {"سرطان", 4 | PERSIAN}, {"سنبله", 6 | PERSIAN},
    {"سپتامبر", 9}, {"شباط", 2}, {"شتنبر", 9}, {"شهریور", 6 | PERSIAN}, {"عقرب", 8 | PERSIAN},
    {"غشت", 8}, {"فبرایر", 2}, {"فروردین", 1 | PERSIAN}, {"فروری", 2}, {"فوریه", 2}, {"فیفری", 2},
    {"قوس", 9 | PERSIAN}, {"مئی", 5}, {"مارس", 3}, {"مارچ", 3}, {"مای", 5}, {"مایو", 5},
    {"مرداد", 5 | PERSIAN}, {"مه", 5 | WEAK}, {"مهر", 7 | PERSIAN | WEAK}, {"میزان", 7 | PERSIAN},
    {"نوامبر", 11}, {"نوفمبر", 11}, {"نومبر", 11}, {"نونبر", 11}, {"نیسان", 4}, {"ژانویه", 1},
    {"ژوئن", 6}, {"ژوئیه", 7}, {"ینایر", 1}, {"یولیه", 7}, {"یولیو", 7}, {"یولیوز", 7},
    {"یونیه", 6}, {"یونیو", 6}, {"अक्टू", 10}, {"अक्टूबर", 10}, {"अक्तूबर", 10}, {"अगस्त", 8},
    {"अप्रैल", 4}, {"एप्रिल", 4}, {"ऑक्टोबर", 10}, {"ऑगस्ट", 8}, {"जन", 1 | WEAK}, {"जनवरी", 1},
    {"जानेवारी", 1}, {"जुलाई", 7}, {"जुलै", 7}, {"जून", 6}, {"डिसेंबर", 12}, {"दिसं", 12},
    {"दिसंबर", 12}, {"दिसम्बर", 12}, {"नवं", 11}, {"नवंबर", 11}, {"नवम्बर", 11},
    {"नोव्हेंबर", 11}, {"फर", 2}, {"फरवरी", 2}, {"फेब्रुवारी", 2}, {"मई", 5}, {"मार्च", 3},
    {"मे", 5 | WEAK}, {"सप्टेंबर", 9}, {"सित", 9}, {"सितंबर", 9}, {"सितम्बर", 9}, {"অক্টোবর", 10},
    {"আগস্ট", 8}, {"এপ্রিল", 4}, {"জানুযারি", 1}, {"জানুযারী", 1}, {"জুন", 6}, {"জুলাই", 7},
    {"ডিসেম্বর", 12}, {"নভেম্বর", 11}, {"ফেব্রুযারি", 2}, {"ফেব্রুযারী", 2}, {"মার্চ", 3},
    {"মে", 5}, {"সেপ্টেম্বর", 9}, {"ਅਕਤੂਬਰ", 10}, {"ਅਗਸਤ", 8}, {"ਅਪ੍ਰੈਲ", 4}, {"ਜਨਵਰੀ", 1},
    {"ਜੁਲਾਈ", 7}, {"ਜੂਨ", 6}, {"ਦਸੰਬਰ", 12}, {"ਨਵੰਬਰ", 11}, {"ਫਰਵਰੀ", 2}, {"ਮਈ", 5}, {"ਮਾਰਚ", 3},
    {"ਸਤੰਬਰ", 9}, {"એપ્રિલ", 4}, {"ઓક્ટોબર", 10}, {"ઓગસ્ટ", 8}, {"જાન્યુઆરી", 1}, {"જુલાઈ", 7},
    {"જૂન", 6}, {"ડિસેમ્બર", 12}, {"નવેમ્બર", 11}, {"ફેબ્રુઆરી", 2}, {"માર્ચ", 3}, {"મે", 5},
    {"સપ્ટેમ્બર", 9}, {"அகஸ்ட்", 8}, {"அக்டோபர்", 10}, {"ஆகஸ்டு", 8}, {"ஆகஸ்ட்", 8},
    {"ஏப்ரல்", 4}, {"செப்டம்பர்", 9}, {"ஜனவரி", 1}, {"ஜூன்", 6}, {"ஜூலை", 7}, {"டிசம்பர்", 12},
    {"நவம்பர்", 11}, {"பிப்ரவரி", 2}, {"மார்ச்", 3}, {"மே", 5 | WEAK}, {"అక్టోబర్", 10},
    {"ఆగస్టు", 8}, {"ఏప్రిల్", 4}, {"జనవరి", 1}, {"జులై", 7}, {"జూన్", 6}, {"జూలై", 7},
    {"డిసెంబర్", 12}, {"నవంబర్", 11}, {"ఫిబ్రవరి", 2}, {"మార్చి", 3}, {"మే", 5 | WEAK},
    {"సెప్టెంబర్", 9}, {"ಅಕ್ಟೋಬರ್", 10}, {"ಆಗಸ್ಟ್", 8}, {"ಏಪ್ರಿಲ್", 4}, {"ಜನವರಿ", 1}, {"ಜುಲೈ", 7},
    {"ಜೂನ್", 6}, {"ಡಿಸೆಂಬರ್", 12}, {"ನವೆಂಬರ್", 11}, {"ಫೆಬ್ರವರಿ", 2}, {"ಮಾರ್ಚ್", 3},
    {"ಮೇ", 5 | WEAK}, {"ಸೆಪ್ಟೆಂಬರ್", 9}, {"ഏപ്രിൽ", 4}, {"ഒക്ടോബർ", 10}, {"ഓഗസ്റ്റ്", 8},
    {"ജനുവരി", 1}, {"ജൂലൈ", 7}, {"ജൂൺ", 6}, {"ഡിസംബർ", 12}, {"നവംബർ", 11}, {"ഫെബ്രുവരി", 2},
    {"മാർച്ച്", 3}, {"മേയ്", 5}, {"സെപ്റ്റംബർ", 9}, {"აგვისტო", 8}, {"აგვისტოს", 8},
    {"აპრილი", 4}, {"აპრილს", 4}, {"დეკემბერი", 12}, {"დეკემბერს", 12}, {"თებერვალი", 2},
    {"თებერვალს", 2}, {"იანვარი", 1}, {"იანვარს", 1}, {"ივლისი", 7}, {"ივლისს", 7}, {"ივნისი", 6},
    {"ივნისს", 6}, {"მაისი", 5}, {"მაისს", 5}, {"მარტი", 3}, {"მარტს", 3}, {"ნოემბერი", 11},
    {"ნოემბერს", 11}, {"ოქტომბერი", 10}, {"ოქტომბერს", 10}, {"სექტემბერი", 9}, {"სექტემბერს", 9},
};
/* clang-format on */
const size_t ngi_month_names_count = NGI_COUNT(ngi_month_names);

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
    int found = ngi_words_find(ngi_month_names, ngi_month_names_count, word);
    if (found >= 0)
        return (ngi_month_name){.month = found & NUMBER,
                                .used = 1,
                                .persian = (found & PERSIAN) != 0,
                                .weak = (found & WEAK) != 0};
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
