/* SPDX-License-Identifier: Apache-2.0 */
/* The words of relative ages in the languages of the news, for ages.c: units, what stands
 * before ("vor", "il y a") and behind ("ago"), days ("yesterday"), small numbers. One table
 * for all languages: a unit of one and a marker of another never meet in print. Words stand
 * as ngi_base_letter() leaves them: small, without diacritics (a test checks). */
#include "stories/ages_words.h"

/* Numbered as ngi_age_unit. */
const char ngi_age_units[] =
    "|0 s sec secs second seconds sek sekunde sekunden seconde secondes segundo "
    "segundos seg secondo secondi seconden sekund sekunder sekundum sekundur "
    "sekuntia sekuntti sekundu sekundy sekundami sekundou sekundach masodperce "
    "masodperccel secunde secunda секунд секунды секунду секунда сек секунди saniye "
    "sn ثانیة ثوان ثوانی ثانیه שניות सेकंड सेकेंड সেকেন্ড سیکنڈ வினாடிகள் detik "
    "giay sekundi sekundeliu sekundes sekundit segon segons segundu sekunda "
    "δευτερολεπτα δευτ "
    "|1 m min mins minute minutes minuten minut minuto minutos minuti minuut "
    "minuter minutter minutum minutu minutur minuuttia minuutti minuty minutou "
    "minutami perce perccel percce minutach минут минуты минуту минута мин хв "
    "хвилин хвилини хвилину хвилина минути минуте minuta minutama λεπτα λεπτο "
    "λεπτων λ dakika dk دقیقة دقائق دقیقه דקות דקה मिनट মিনিট منٹ நிமிடங்கள் "
    "நிமிடம் நிமிடங்களுக்கு phut minit menit minutit minuutit minutem min. minuciu "
    "minuuti dq ҳавилин dəqiqə daqiqa минутын dakike kuaʻ நிமி నిమిషాల నిమిషాలు "
    "మినిట్ മിനിറ്റ് ನಿಮಿಷಗಳ મિનિટ ਮਿੰਟ मिनिटे मिनिटांपूर्वी मिनेट წუთის րոպե мінут "
    "|2 h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur "
    "uren timme timmar tim time timer t klukkustund klukkustundum klukkutima "
    "klukkutimum klst tuntia tunti tunnin hodinou hodinami hodin hodiny hod hodinu "
    "godzin godziny godzine godzina godz oraja oraval час часа часов часове ч часу "
    "година години годину годин год сата сати сат sata sati sat ur uro urami urama "
    "ωρεσ ωρα ωρων saat sa ساعة ساعات ساعت שעות שעה घंटे घंटा घण्टे घंटों ঘণ্টা "
    "ঘন্টা گھنٹے گھنٹہ گھنٹوں மணி மணிநேரம் gio tieng jam saa masaa tundi tund tunni "
    "stundam stundas stundu stunda valandas valandu valanda val hores ordu сағат "
    "soat цагийн तासांपूर्वी तास गन्टा घण्टा గంటల గంటలు മണിക്കൂർ ಗಂಟೆಗಳ કલાક ਘੰਟੇ "
    "საათის ժամ гадзін oras ура "
    "|3 d day days tag tage tagen tg jour jours j dia dias giorno giorni gg dag "
    "dagen dagar dage dager dogum degi dagur daga paivaa paiva paivan pv pva dnem "
    "dny dni den dnom dnami dzien dnia napja nappal zile zi день дня дней дн дні "
    "днів ден дни дана дан dana dan dnevi dnevom μερεσ ημερεσ μερα ημερα ημερων gun "
    "یوم ایام روز ימים יום दिन দিন دن நாட்கள் நாள் நாட்களுக்கு ngay hari siku paeva "
    "paev dienam dienas dienu diena dies egun күн kun өдрийн dite दिवसांपूर्वी दिवस "
    "రోజుల రోజులు ദിവസം ದಿನಗಳ દિવસ ਦਿਨ დღის օր дзен araw napos "
    "|4 w wk wks week weeks woche wochen wo sem semaine semaines semana semanas "
    "settimana settimane weken vecka veckor v uge uger uke uker vikum viku vikur "
    "viikkoa viikko viikon vk tydnem tydny tydnu tyden tyzdnom tyzdnami tyzdne "
    "tydzien tygodnie tygodni tyg hete hettel saptamani saptamana неделю недели "
    "недель нед неделя тиждень тижні тижнів седмици седмица недеље недеља nedjelja "
    "nedjelje tjedna tjedan tjedana sedmica sedmice nedelje nedelja tedni teden "
    "tednom tedna εβδομαδεσ εβδομαδα hafta اسبوع اسابیع هفته שבועות שבוע हफ्ते "
    "सप्ताह সপ্তাহ ہفتے ہفتہ வாரங்கள் வாரம் tuan minggu pekan wiki nadalat nadala "
    "nedelam nedelas nedelu savaites savaiciu savaite setmana setmanes aste апта "
    "həftə jave आठवड्यांपूर्वी linggo "
    "|5 mo mos month months monat monate monaten mon mois mes meses mese mesi maand "
    "maanden mnd manad manader man maned maneder manuðum manuði manuður kuukautta "
    "kuukausi kuukauden kk mesicem mesici mesicu mesic mesiacom mesiacmi mesiace "
    "miesiac miesiace miesiecy mies honapja honappal luni luna месяц месяца месяцев "
    "мес місяць місяці місяців месеца месец месеци месецa mjeseca mjesec mjeseci "
    "meseca mesec meseci mesecem μηνεσ μηνα μηνασ ay شهر اشهر شهور ماه חודשים חודש "
    "महीने महीना মাস مہینے ماہ மாதங்கள் மாதம் thang bulan miezi mwezi kuud kuu "
    "menesiem menesa menesi menesius menesiu mesos hilabete ай "
    "|6 y yr yrs year years jahr jahre jahren an ans annee annees ano anos anno "
    "anni jaar jaren ar arum ari ara vuotta vuosi vuoden rokem lety let rok lata "
    "roku rokmi rokom roky eve evvel ani год года лет рік роки років godina godine "
    "godinu leti letom χρονια ετη χρονο yil sene سنة سنوات اعوام عام سال שנים שנה "
    "साल वर्ष বছর ஆண்டுகள் ஆண்டு nam tahun miaka mwaka aastat aasta gadiem gada "
    "gadu metus metu anys any urte жыл il ";

/* Singular: "an hour" is in these words alone, beside a marker. */
const char ngi_age_lone[] =
    "|1 minute minuto minuut minut minuta minutu minutou minuti минуту минута "
    "хвилину دقیقة דקה dakika मिनट "
    "|2 hour heure hora ora uur timme klukkustund tunti hodinou hodinu godzine "
    "час годину сат ur uro ωρα saat ساعة ساعت שעה घंटा tund stundas valanda ordu "
    "ordubete oraja "
    "|3 day jour dia giorno dag degi paiva dnem dnom dzien день дан ημερα μερα gun "
    "یوم روز יום दिन paev dienas egun "
    "|4 week semaine semana settimana vecka uge uke viku viikko tydnem tyzdnom "
    "tydzien неделю тиждень hafta اسبوع هفته שבוע nadal saptamana "
    "|5 month mois mes mese maand manad maned manuði kuukausi mesicem mesiacom "
    "miesiac месяц місяць ay شهر ماه חודש "
    "|6 year annee ano anno jaar ar vuosi rokem rokom rok год рік yil سنة عام سال "
    "שנה ";

/* Two of them in one word. */
const char ngi_age_dual[] = "|1 دقیقتین دقیقتان "
                            "|2 ساعتین ساعتان שעתיים "
                            "|3 یومین یومان יומיים "
                            "|4 اسبوعین اسبوعان שבועיים "
                            "|5 شهرین شهران חודשיים "
                            "|6 سنتین عامین سنتان שנתיים ";

const char ngi_age_numbers[] =
    "|1 a an one ein eine einem einer eines un une uno una um uma een en et ett "
    "eitt einni einum yksi jedna jeden одну один одна jednu bir یک एक egy o unu uks "
    "viens vienas viena μια ενα ενασ isang "
    "|2 two zwei deux dos due dois duas twee tva to tvo tveimur kaksi dva dve dwa "
    "dwie два две дві iki دو दो ket doua kaks divas du δυο "
    "|3 three drei trois tres tre drie tri trzy три uc سه तीन harom trei kolm tris "
    "τρεισ τρια "
    "|4 four vier quatre cuatro quattro quatro fyra fire ctyri cztery четыре dort "
    "|5 five funf cinq cinco cinque vijf fem pet piec пять bes "
    "|6 six sechs seis sei zes sex seks sest "
    "|7 seven sieben sept siete sette sete zeven sju syv "
    "|8 eight acht huit ocho otto oito atta otte "
    "|9 nine neun neuf nueve nove negen nio "
    "|10 ten zehn dix diez dieci dez tien tio ";
const size_t ngi_age_units_len = sizeof ngi_age_units - 1,
             ngi_age_lone_len = sizeof ngi_age_lone - 1, ngi_age_dual_len = sizeof ngi_age_dual - 1,
             ngi_age_numbers_len = sizeof ngi_age_numbers - 1;

/* Say alone that an age follows. */
const char *const ngi_age_before[] = {
    "vor", "il y a", "hace",     "hai",   "ha",    "fa",         "acum",     "pred", "prije",
    "pre", "пре",    "пред",     "преди", "pries", "pirms",      "πριν απο", "πριν", "منذ",
    "قبل", "לפני",   "cach day", "fyrir", "duela", "orain dela", "перед",    NULL,
};

/* Need a word behind as well. */
const char *const ngi_age_half[] = {
    "for",
    "for",
    NULL,
};

/* Say alone that an age stands before. */
const char *const ngi_age_after[] = {
    "ago",
    "fa",
    "geleden",
    "sedan",
    "siden",
    "siðan",
    "sidan",
    "назад",
    "тому назад",
    "тому",
    "once",
    "evvel",
    "پیش",
    "قبل",
    "پہلے",
    "पहले",
    "पूर्व",
    "আগে",
    "முன்",
    "முன்பு",
    "முன்னர்",
    "yang lalu",
    "lalu",
    "yang lepas",
    "lepas",
    "truoc",
    "temu",
    "sitten",
    "tagasi",
    "ezelott",
    "me pare",
    "o shin",
    "iliyopita",
    "zilizopita",
    "yaliyopita",
    "uliopita",
    "iliopita",
    "gelede",
    "ang nakalipas",
    "ang nakararaan",
    "na ang nakalipas",
    "na ang nakalilipas",
    "nakalipas",
    "nakaraan",
    "əvvəl",
    "бұрын",
    "oldin",
    "өмнө",
    "წინ",
    "առաջ",
    "अघि",
    "క్రితం",
    "മുമ്പ്",
    "ಹಿಂದೆ",
    "પહેલા",
    "ਪਹਿਲਾਂ",
    "atras",
    "nazaj",
    "hen",
    "yn ol",
    "berye",
    "ilu",
    "таму",
    "पूर्वी",
    NULL,
};

const char *const ngi_age_yesterday[] = {
    "yesterday", "gestern", "hier",    "ayer",   "ieri",    "ontem",   "gisteren",  "igar",
    "i gar",     "i gær",   "eilen",   "vcera",  "wczoraj", "tegnap",  "вчера",     "вчора",
    "јуче",      "juce",    "jucer",   "vceraj", "χθεσ",    "χτεσ",    "εχθεσ",     "dun",
    "امس",       "بالامس",  "امس",     "دیروز",  "אתמול",   "গতকাল",   "گزشتہ روز", "நேற்று",
    "నిన్న",       "ഇന്നലെ",   "ನಿನ್ನೆ",     "ગઈકાલે",  "hom qua", "kemarin", "semalam",   "昨日",
    "昨天",      "어제",    "เมื่อวานนี้", "เมื่อวาน", "jana",    "eile",    "vakar",     "ahir",
    "atzo",      "onte",    "dje",     "inne",   "gister",  "kahapon", "dunən",     "кеше",
    "kecha",     "өчигдөр", "გუშინ",   "երեկ",   "учора",   NULL,
};

const char *const ngi_age_today[] = {
    "today",  "heute",    "aujourd'hui", "hoy",   "oggi",    "hoje",  "vandaag", "idag",
    "i dag",  "i dag",    "tanaan",      "dnes",  "dzisiaj", "dzis",  "azi",     "сегодня",
    "днес",   "сьогодні", "данас",       "денес", "danas",   "danes", "σημερα",  "bugun",
    "الیوم",  "امروز",    "היום",        "आज",    "আজ",      "اج",    "இன்று",    "ఈరోజు",
    "วันนี้",    "hom nay",  "hari ini",    "今日",  "今天",    "오늘",  "tana",    "siandien",
    "sodien", "avui",     "gaur",        "hoxe",  "sot",     "inniu", "vandag",  "ngayong araw",
    "бүгін",  "bugun",    "өнөөдөр",     "დღეს",  "այսօր",   "сення", NULL,
};

const char *const ngi_age_before_yesterday[] = {
    "vorgestern",   "avant-hier",
    "anteayer",     "antes de ayer",
    "l'altro ieri", "altro ieri",
    "anteontem",    "eergisteren",
    "i forrgar",    "i forgars",
    "i fyrradag",   "toissapaivana",
    "predevcirem",  "predvcerom",
    "przedwczoraj", "tegnapelott",
    "alaltaieri",   "позавчера",
    "позавчора",    "prekjuce",
    "prekjucer",    "predvcerajsnjim",
    "προχθεσ",      "evvelsi gun",
    "پریروز",       "שלשום",
    "परसों",         "一昨日",
    "前天",         "그저께",
    "kemarin lusa", "day before yesterday",
    "اول امس",      NULL,
};

const char *const ngi_age_now[] = {
    "just now",     "moments ago", "a moment ago",  "few seconds ago", "gerade eben",
    "soeben",       "a l'instant", "ahora mismo",   "justo ahora",     "proprio ora",
    "poco fa",      "agora mesmo", "zojuist",       "zonet",           "just nu",
    "nyss",         "akkurat na",  "na nettopp",    "lige nu",         "juuri nyt",
    "hetki sitten", "prave ted",   "pred chvili",   "pred chvilou",    "przed chwila",
    "epp most",     "chiar acum",  "только что",    "щойно",           "току-що",
    "upravo sada",  "ravnokar",    "μολισ τωρα",    "az once",         "biraz once",
    "الان",         "لحظاتی پیش",  "هماکنون",       "עכשיו",           "अभी",
    "अभी अभी",      "এইমাত্র",      "ابھی",          "たった今",        "ついさっき",
    "刚刚",         "剛剛",        "방금",          "방금 전",         "เมื่อสักครู่",
    "vua xong",     "baru saja",   "sebentar tadi", "sasa hivi",       "asja",
    "ka tik",       "tikko",       "ara mateix",    "oraintxe",        NULL,
};

/* Units of scripts without spaces, the longer first. */
const ngi_age_spelling ngi_age_spelled[] = {
    {"分钟", 1}, {"分鐘", 1},  {"分", 1},   {"小时", 2}, {"小時", 2}, {"時間", 2},  {"时", 2},
    {"天", 3},   {"日", 3},    {"星期", 4}, {"週間", 4}, {"周", 4},   {"週", 4},    {"个月", 5},
    {"個月", 5}, {"か月", 5},  {"ヶ月", 5}, {"カ月", 5}, {"ケ月", 5}, {"ヵ月", 5},  {"年", 6},
    {"秒", 0},   {"초", 0},    {"분", 1},   {"시간", 2}, {"일", 3},   {"주일", 4},  {"주", 4},
    {"개월", 5}, {"달", 5},    {"년", 6},   {"วินาที", 0}, {"นาที", 1},  {"ชั่วโมง", 2}, {"ชม.", 2},
    {"วัน", 3},   {"สัปดาห์", 4}, {"เดือน", 5}, {"ปี", 6},    {NULL, 0},
};

const char *const ngi_age_after_spelled[] = {
    "前", "之前", "以前", "전", "ที่แล้ว", "ที่ผ่านมา", "ก่อน", "มาแล้ว", NULL,
};

/* May stand before an age without being prose. */
const char ngi_age_lead[] =
    " updated published posted last modified on about aktualisiert zuletzt veroffentlicht "
    "stand publie mis a jour actualise modifie publicado actualizado atualizado pubblicato "
    "aggiornato gepubliceerd bijgewerkt geplaatst publicerad uppdaterad publisert "
    "oppdatert publiceret opdateret julkaistu paivitetty publikovano aktualizovano "
    "zverejneno publikovane aktualizovane opublikowano aktualizacja frissitve kozzeteve "
    "publicat actualizat опубликовано обновлено публикувано обновена оновлено објављено "
    "objavljeno azurirano δημοσιευτηκε ενημερωθηκε guncellendi guncelleme yayinlandi نشر "
    "تحدیث اخر منتشر شده בתאריך עודכן פורסם अपडेटेड प्रकाशित diterbitkan diperbarui "
    "dikemaskini cap nhat 発信 更新 公開 发布 更新于 입력 수정 le el the am um vor by il era "
    "environ etwa "
    "rund ca cerca de unos unas circa asi okolo около noin omtrent cirka approximately "
    "over almost nearly more than less ";

/* More than one, not told how many. */
const char ngi_age_few[] =
    " few einigen wenigen quelques unos unas algunos pochi poche alguns algumas enkele "
    "nagra noen nogle muutama nekolika kilka nehany cateva несколько кілька няколко "
    "nekoliko λιγα birkac قلیلة چند מספר कुछ beberapa vai ";

/* Words that are an age with the number before them alone: endings do the marker's work. */
const char ngi_age_self[] =
    " oraja napja perce hete honapja eve masodperce तासांपूर्वी दिवसांपूर्वी मिनिटांपूर्वी आठवड्यांपूर्वी ";
