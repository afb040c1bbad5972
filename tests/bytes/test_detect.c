/* SPDX-License-Identifier: Apache-2.0 */
/* Pages in legacy charsets, whether they tell it or not, read as in UTF-8. Each text is
 * written in a charset of its language, as a page that says nothing of it. */
#include "base/utf8.h"
#include "bytes/charset.h"
#include "tests.h"

static const struct {
    const char *lang, *text, *charsets;
} texts[] = {
    {"pl",
     "Rada miejska w Brzozowie przyjęła we wtorek uchwałę o budowie nowej pętli "
     "tramwajowej. Według burmistrzyni Łucji Wąsik prace ruszą już w "
     "październiku, a koszty sięgną czterdziestu milionów złotych. „Mieszkańcy "
     "czekali na to dziesięć lat” – powiedziała. Źródła w ratuszu twierdzą, "
     "że część środków może pochodzić z pożyczki. Ścieżki rowerowe "
     "również zostaną przebudowane.",
     "windows-1250 iso-8859-2 "},
    {"hu",
     "A városi tanács kedden elfogadta az új villamosvonal megépítéséről "
     "szóló határozatot. Kőszegi Ágnes polgármester szerint a munkálatok már "
     "októberben megkezdődnek, a költségek elérhetik a negyvenmilliárd forintot. "
     "„Az itt élők tíz éve várnak erre” – mondta. A közlekedők közül "
     "többen attól tartanak, hogy a zöldfelületek eltűnnek, és a fűtőmű "
     "körüli utak zsúfoltabbak lesznek.",
     "windows-1250 iso-8859-2 "},
    {"ro",
     "Consiliul local a adoptat marţi hotărârea privind construirea unei noi linii "
     "de tramvai. Primăriţa Ana Lăzărescu spune că lucrările vor începe în "
     "octombrie, iar costurile ar putea ajunge la patruzeci de milioane de lei. "
     "„Locuitorii aşteaptă de zece ani”, a declarat ea. Şcolile din cartier vor "
     "rămâne deschise în această perioadă, însă circulaţia va fi îngreunată.",
     "windows-1250 iso-8859-2 "},
    {"hr",
     "Gradsko vijeće u utorak je usvojilo odluku o gradnji nove tramvajske pruge. "
     "Gradonačelnica Željka Šimić kaže da će radovi početi već u listopadu, a "
     "troškovi bi mogli dosegnuti četrdeset milijuna eura. „Građani na to čekaju "
     "deset godina“, rekla je. Škole u četvrti ostat će otvorene, ali će promet "
     "biti otežan.",
     "windows-1250 iso-8859-2 "},
    {"sk",
     "Mestské zastupiteľstvo v utorok schválilo výstavbu novej električkovej "
     "trate. Primátorka Ľubica Šťastná tvrdí, že práce sa začnú už v "
     "októbri a náklady môžu dosiahnuť štyridsať miliónov eur. „Obyvatelia "
     "na to čakajú desať rokov,“ povedala. Školy v štvrti ostanú otvorené, "
     "doprava však bude sťažená.",
     "windows-1250 iso-8859-2 "},
    {"sl",
     "Mestni svet je v torek sprejel odlok o gradnji nove tramvajske proge. Županja "
     "Špela Žagar pravi, da se bodo dela začela že oktobra, stroški pa bi lahko "
     "dosegli štirideset milijonov evrov. »Prebivalci čakajo deset let,« je "
     "dejala. Šole v četrti bodo ostale odprte.",
     "windows-1250 iso-8859-2 "},
    {"el",
     "Το δημοτικό συμβούλιο ενέκρινε την Τρίτη "
     "την κατασκευή νέας γραμμής τραμ. Η δήμαρχος "
     "Άννα Κωνσταντίνου δήλωσε ότι οι εργασίες θα "
     "αρχίσουν τον Οκτώβριο και το κόστος μπορεί "
     "να φτάσει τα σαράντα εκατομμύρια ευρώ. «Οι "
     "κάτοικοι περιμένουν δέκα χρόνια», είπε. "
     "Άλλοι φοβούνται ότι η κυκλοφορία θα "
     "δυσκολέψει.",
     "windows-1253 iso-8859-7 "},
    {"he",
     "מועצת העיר אישרה ביום שלישי את בניית קו "
     "הרכבת הקלה החדש. ראשת העיר יעל ברקוביץ אמרה "
     "כי העבודות יחלו כבר באוקטובר והעלות עשויה "
     "להגיע לארבעים מיליון שקלים. \"התושבים מחכים "
     "לזה עשר שנים\", אמרה. בתי הספר בשכונה יישארו "
     "פתוחים.",
     "windows-1255 iso-8859-8 "},
    {"ar",
     "وافق مجلس المدينة يوم الثلاثاء على بناء خط "
     "ترام جديد. وقالت رئيسة البلدية سلمى الحداد "
     "إن الأعمال ستبدأ في أكتوبر وإن التكلفة قد "
     "تصل إلى أربعين مليونا. \"السكان ينتظرون منذ "
     "عشر سنوات\"، أضافت في مؤتمر صحفي. وستبقى "
     "المدارس مفتوحة.",
     "windows-1256 iso-8859-6 "},
    {"fa",
     "شوراي شهر روز سه‌شنبه ساخت خط تراموا را "
     "تصويب کرد. شهردار مريم پناهي گفت که کارها از "
     "مهر آغاز مي‌شود و هزينه آن به چهل ميليارد "
     "تومان مي‌رسد. مردم ده سال است که چشم به راه "
     "اين خط هستند. مدرسه‌هاي محله باز خواهند "
     "ماند.",
     "windows-1256 "},
    {"lt",
     "Miesto taryba antradienį pritarė naujos tramvajaus linijos statybai. Merė "
     "Živilė Čepaitė sako, kad darbai prasidės jau spalį, o išlaidos gali "
     "siekti keturiasdešimt milijonų eurų. „Gyventojai to laukia dešimt "
     "metų“, – teigė ji. Šalia esančios mokyklos bus atidarytos, tačiau "
     "eismą teks riboti.",
     "windows-1257 iso-8859-13 iso-8859-4 "},
    {"lv",
     "Pilsētas dome otrdien apstiprināja jaunās tramvaja līnijas būvniecību. "
     "Mēre Žanna Ķirse saka, ka darbi sāksies jau oktobrī, bet izmaksas var "
     "sasniegt četrdesmit miljonus eiro. „Iedzīvotāji to gaida desmit gadus,” "
     "viņa teica. Skolas šajā apkaimē paliks atvērtas.",
     "windows-1257 iso-8859-13 iso-8859-4 "},
    {"et",
     "Linnavolikogu kiitis teisipäeval heaks uue trammiliini ehituse. Linnapea Ülle "
     "Põldmäe sõnul algavad tööd juba oktoobris ja kulud võivad ulatuda "
     "neljakümne miljoni euroni. „Elanikud on seda oodanud kümme aastat,“ ütles "
     "ta. Koolid jäävad avatuks. Žürii valib töövõtja šokeerivalt kiiresti.",
     "windows-1257 windows-1252 iso-8859-15 iso-8859-13 "},
    {"uk",
     "Міська рада у вівторок схвалила "
     "будівництво нової трамвайної лінії. Мерка "
     "Оксана Ґудзь каже, що роботи почнуться вже в "
     "жовтні, а їхня вартість може сягнути сорока "
     "мільйонів. «Мешканці чекають на це десять "
     "років», – сказала вона. Школи в цьому районі "
     "залишаться відкритими.",
     "windows-1251 koi8-u iso-8859-5 "},
    {"bg",
     "Общинският съвет одобри във вторник "
     "строежа на нова трамвайна линия. Кметът Яна "
     "Желева заяви, че работата ще започне още "
     "през октомври, а разходите могат да стигнат "
     "четиридесет милиона лева. „Жителите чакат "
     "десет години“, каза тя. Училищата в "
     "квартала ще останат отворени.",
     "windows-1251 iso-8859-5 koi8-r "},
    {"ru",
     "Городской совет во вторник одобрил "
     "строительство новой трамвайной линии. Мэр "
     "Ольга Щеглова сообщила, что работы начнутся "
     "уже в октябре, а расходы могут достичь "
     "сорока миллионов. «Жители ждут этого десять "
     "лет», — сказала она. Школы района останутся "
     "открытыми.",
     "windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic "},
    {"sr",
     "Градско веће је у уторак усвојило одлуку о "
     "градњи нове трамвајске пруге. "
     "Градоначелница Љиљана Ђурић каже да ће "
     "радови почети већ у октобру, а да би "
     "трошкови могли достићи четрдесет милиона. "
     "„Грађани на то чекају десет година“, рекла "
     "је. Школе ће остати отворене.",
     "windows-1251 iso-8859-5 "},
    {"th",
     "สภาเมืองอนุมัติการก่อสร้างรถรางสายใหม่เมื่อวันอังคาร "
     "นายกเทศมนตรีกล่าวว่าการก่อสร้างจะเริ่มในเดือนตุลาคม "
     "และค่าใช้จ่ายอาจสูงถึงสี่สิบล้านบาท "
     "\"ชาวบ้านรอมาสิบปีแล้ว\" "
     "เธอกล่าว "
     "โรงเรียนในย่านนี้ยังเปิดตามปกติ",
     "windows-874 "},
    {"zh",
     "市议会周二批准修建新的有轨电车线路。市长林秋雯表示，工程将于十月开工，费用可能达到四千万元。“"
     "居民们已经等了十年，”她说。附近的学校仍将开放，但交通会受到影响。有人担心绿地会减少，希望政府"
     "公布更多细节。",
     "gb18030 utf-16le utf-16be "},
    {"zh-TW",
     "市議會週二批准興建新的電車路線。市長林秋雯表示，工程將於十月開工，費用可能達到四千萬元。「居"
     "民們已經等了十年，」她說。附近的學校仍將開放，但交通會受到影響。有人擔心綠地會減少，希望政府"
     "公布更多細節。",
     "big5 utf-16le gb18030 "},
    {"ja",
     "市議会は火曜日、新しい路面電車の建設を承認した。市長の森田さつきさんは、工事は十月に始まり、"
     "費用は四十億円に達する可能性があると述べた。「住民は十年も待っている」と話した。近くの学校は"
     "開いたままだが、交通には影響が出る見通しだ。",
     "shift_jis euc-jp iso-2022-jp utf-16le "},
    {"ko",
     "시의회는 화요일 새로운 전차 노선 건설을 승인했다. 박서연 "
     "시장은 공사가 10월에 시작되며 비용이 사백억 원에 이를 수 "
     "있다고 밝혔다. \"주민들은 십 년을 기다렸다\"고 그는 "
     "말했다. 인근 학교는 계속 문을 열지만 교통에는 영향이 "
     "있을 전망이다.",
     "euc-kr utf-16le "},
    {"tr",
     "Belediye meclisi salı günü yeni tramvay hattının yapımını onayladı. "
     "Başkan Şule Çağlayan, çalışmaların ekim ayında başlayacağını, "
     "maliyetin kırk milyon lirayı bulabileceğini söyledi. “Halk on yıldır "
     "bunu bekliyor” dedi. İlçedeki okullar açık kalacak, ancak ulaşım "
     "güçleşecek.",
     "windows-1254 iso-8859-9 "},
    {"fr",
     "Le conseil municipal a approuvé mardi la construction d’une nouvelle ligne de "
     "tramway. La maire Hélène Lefèvre précise que les travaux débuteront dès "
     "octobre et que le coût pourrait atteindre quarante millions d’euros. « Les "
     "habitants attendent depuis dix ans », a-t-elle déclaré. Les écoles du "
     "quartier, où l’on craint le bruit, resteront ouvertes ; un vœu du cœur.",
     "windows-1252 iso-8859-1 iso-8859-15 macintosh "},
    {"de",
     "Der Stadtrat hat am Dienstag den Bau einer neuen Straßenbahnlinie beschlossen. "
     "Bürgermeisterin Grete Höß sagt, die Arbeiten würden schon im Oktober "
     "beginnen, die Kosten könnten vierzig Millionen Euro erreichen. „Die Bürger "
     "warten seit zehn Jahren darauf“, sagte sie.",
     "windows-1252 iso-8859-1 iso-8859-15 macintosh "},
    {"es",
     "El concejo municipal aprobó el martes la construcción de una nueva línea de "
     "tranvía. La alcaldesa Begoña Núñez afirma que las obras comenzarán en "
     "octubre y que el coste podría alcanzar cuarenta millones de euros. «¿Cuánto "
     "más debemos esperar?», preguntó una vecina.",
     "windows-1252 iso-8859-1 iso-8859-15 "},
    {"pt",
     "A câmara municipal aprovou na terça-feira a construção de uma nova linha de "
     "elétrico. A presidente Conceição Galvão diz que as obras começarão já em "
     "outubro e que os custos poderão atingir quarenta milhões de euros. Os "
     "moradores esperam há dez anos; as escolas não serão fechadas.",
     "windows-1252 iso-8859-1 iso-8859-15 "},
    {"is",
     "Borgarstjórn samþykkti á þriðjudag lagningu nýrrar sporvagnalínu. "
     "Borgarstjórinn Þóra Ægisdóttir segir að framkvæmdir hefjist þegar í "
     "október og að kostnaðurinn geti orðið fjörutíu milljónir. „Íbúar "
     "hafa beðið í tíu ár,“ sagði hún.",
     "windows-1252 iso-8859-1 "},
    {"sv",
     "Kommunfullmäktige godkände på tisdagen bygget av en ny spårvägslinje. "
     "Kommunalrådet Åsa Öberg säger att arbetet börjar redan i oktober och att "
     "kostnaden kan nå fyrtio miljoner.",
     "windows-1252 iso-8859-1 iso-8859-15 "},
    {"fi",
     "Kaupunginvaltuusto hyväksyi tiistaina uuden raitiotielinjan rakentamisen. "
     "Pormestari Päivi Mäkelän mukaan työt alkavat jo lokakuussa ja kustannukset "
     "voivat nousta neljäänkymmeneen miljoonaan euroon.",
     "windows-1252 iso-8859-15 "},
    {"cs",
     "Zastupitelstvo v úterý schválilo stavbu nové tramvajové trati. Primátorka "
     "Šárka Žižková říká, že práce začnou už v říjnu a náklady mohou "
     "dosáhnout čtyřiceti milionů. „Obyvatelé na to čekají deset let,“ "
     "řekla. Školy ve čtvrti zůstanou otevřené, doprava však bude ztížena.",
     "windows-1250 iso-8859-2 "},
    {"vi",
     "Hội đồng thành phố hôm thứ Ba đã thông qua việc xây dựng "
     "một tuyến xe điện mới. Thị trưởng nói công trình sẽ bắt "
     "đầu vào tháng Mười và chi phí có thể lên tới bốn mươi "
     "triệu.",
     "windows-1258 "},
    {"en",
     "The city council approved a new tram line on Tuesday. Mayor Zoë Fiancé said "
     "work would start in October – and that costs “could reach £40m”. It’s "
     "what residents have waited for.",
     "windows-1252 iso-8859-1 iso-8859-15 "},
};

static ngi_arena arena;
static char page[64 * 1024];

static int set_up(void **state)
{
    (void)state;
    ngi_arena_init(&arena, 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    ngi_arena_free(&arena);
    return 0;
}

static const lxb_encoding_data_t *named(ng_slice name)
{
    return lxb_encoding_data_by_pre_name((const lxb_char_t *)name.ptr, name.len);
}

/* Writes `text` in an encoding, what it lacks as numeric references. */
static size_t encode(const lxb_encoding_data_t *encoding, ng_slice text, char *out)
{
    lxb_encoding_encode_t e;
    lxb_char_t *p = (lxb_char_t *)out;
    lxb_encoding_encode_init_single(&e, encoding);
    for (size_t i = 0; i < text.len;) {
        uint32_t c = ngi_utf8_next(text, &i);
        lxb_char_t *q = p;
        if (encoding->encode_single(&e, &q, q + 16, c) > 0)
            p = q;
        else
            p += snprintf((char *)p, 16, "&#%u;", (unsigned)c);
    }
    return (size_t)((char *)p - out);
}

/* What the charset can hold of a text, the rest as references: what reading has to give. */
static ng_slice wanted_text(const lxb_encoding_data_t *encoding, ng_slice text)
{
    char *out = ngi_arena_chars(&arena, text.len * 8);
    lxb_encoding_encode_t e;
    lxb_char_t bytes[16];
    size_t used = 0;
    lxb_encoding_encode_init_single(&e, encoding);
    for (size_t i = 0; i < text.len;) {
        lxb_char_t *q = bytes;
        uint32_t c = ngi_utf8_next(text, &i);
        if (encoding->encode_single(&e, &q, q + sizeof bytes, c) > 0)
            used += ngi_utf8_put(c, out + used);
        else
            used += (size_t)snprintf(out + used, 16, "&#%u;", (unsigned)c);
    }
    return ngi_slice(out, used);
}

static ng_slice page_of(const char *lang, const char *text, const char *charset)
{
    char *out = ngi_arena_chars(&arena, 8192);
    int length = snprintf(out, 8192,
                          "<!DOCTYPE html><html%s%s%s><head>%s%s%s<title>%.20s</title></head>"
                          "<body class=\"news\"><p>%s</p></body></html>",
                          lang ? " lang=\"" : "", lang ? lang : "", lang ? "\"" : "",
                          charset ? "<meta charset=\"" : "", charset ? charset : "",
                          charset ? "\">" : "", "tram", text);
    return ngi_slice(out, (size_t)length);
}

static void check_page(const char *charset, ng_slice html, const char *wanted_source)
{
    const lxb_encoding_data_t *encoding = named(ngi_slice_of(charset));
    ngi_decoded decoded;
    ng_error error;
    size_t length = encode(encoding, html, page);
    ng_status status =
        ngi_decode(&arena, ngi_slice(page, length), (ng_slice){0}, true, &decoded, &error);
    expect_int(charset, status, NG_OK);
    expect_slice(charset, decoded.text, wanted_text(encoding, html));
    if (wanted_source != NULL)
        expect_text(charset, ngi_slice_of(decoded.source), wanted_source);
}

/* Calls `check` with each text in each of its charsets. */
static void each_text(void (*check)(const char *lang, const char *text, const char *charset))
{
    for (size_t i = 0; i < ARRAY_COUNT(texts); i++) {
        ng_slice rest = ngi_slice_of(texts[i].charsets), one;
        while (ngi_split(&rest, ' ', &one)) {
            char name[32];
            snprintf(name, sizeof name, "%.*s", (int)one.len, one.ptr);
            check(texts[i].lang, texts[i].text, name);
            ngi_arena_reset(&arena);
        }
    }
}

static void check_declared(const char *lang, const char *text, const char *charset)
{
    bool wide = charset[0] == 'u'; /* UTF-16: its NULs tell more than a <meta> could */
    check_page(charset, page_of(lang, text, charset), wide ? "detected" : "meta");
}

static void check_silent(const char *lang, const char *text, const char *charset)
{
    check_page(charset, page_of(lang, text, NULL), "detected");
}

static void check_without_lang(const char *lang, const char *text, const char *charset)
{
    (void)lang;
    check_page(charset, page_of(NULL, text, NULL), "detected");
}

static void test_declared(void **state)
{
    (void)state;
    each_text(check_declared);
}

static void test_silent(void **state)
{
    (void)state;
    each_text(check_silent);
}

static void test_without_lang(void **state)
{
    (void)state;
    each_text(check_without_lang);
}

/* Each character's bytes, decoded alone, are the character. */
static void check_offsets(const char *lang, const char *text, const char *charset)
{
    const lxb_encoding_data_t *encoding = named(ngi_slice_of(charset));
    ng_slice html = page_of(lang, text, charset);
    ngi_decoded d;
    size_t length = encode(encoding, html, page);
    assert_int_equal(ngi_decode(&arena, ngi_slice(page, length), (ng_slice){0}, true, &d, NULL),
                     NG_OK);
    for (size_t at = 0; at < d.text.len;) {
        char alone[64];
        size_t next = at;
        ngi_utf8_next(d.text, &next);
        uint64_t begin = ngi_source_offset(&d, at), end = ngi_source_offset(&d, next);
        assert_true(begin < end && end <= length);
        assert_int_equal(ngi_source_offset(&d, next - 1), begin);
        if (encoding->encoding != LXB_ENCODING_ISO_2022_JP) {
            ng_slice bytes = {page + begin, (size_t)(end - begin)};
            size_t made = ngi_transcode_piece(encoding, bytes, alone);
            expect_slice(charset, ngi_slice(alone, made), ngi_slice_sub(d.text, at, next));
        }
        at = next;
    }
    assert_int_equal(ngi_source_offset(&d, d.text.len), length);
}

static void test_offsets(void **state)
{
    (void)state;
    each_text(check_offsets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_declared),
        cmocka_unit_test(test_silent),
        cmocka_unit_test(test_without_lang),
        cmocka_unit_test(test_offsets),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
