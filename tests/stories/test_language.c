/* SPDX-License-Identifier: Apache-2.0 */
/* The language of a text, declared rightly, wrongly, or not at all. */
#include "base/utf8.h"
#include "stories/language/language_words.h"
#include "stories/scene.h"
#include "tests.h"

static const struct {
    const char *tag, *text;
} texts[] = {
    {"en", "The town council said on Monday that the old bridge will be closed for repairs until "
           "the end of the year, and that buses have to take another way."},
    {"de", "Der Stadtrat hat am Montag beschlossen, dass die alte Brücke bis zum Ende des Jahres "
           "gesperrt wird und die Busse einen anderen Weg nehmen müssen."},
    {"fr", "Le conseil municipal a décidé lundi que le vieux pont sera fermé pour des travaux "
           "jusqu’à la fin de l’année et que les bus prendront une autre route."},
    {"es", "El ayuntamiento decidió el lunes que el viejo puente se cerrará por obras hasta el "
           "final del año y que los autobuses tomarán otro camino."},
    {"it", "Il consiglio comunale ha deciso lunedì che il vecchio ponte sarà chiuso per lavori "
           "fino alla fine dell’anno e che gli autobus faranno un’altra strada."},
    {"pt", "A câmara municipal decidiu na segunda-feira que a ponte velha vai fechar para obras "
           "até ao fim do ano e que os autocarros não vão passar por lá."},
    {"gl", "O concello decidiu o luns que a vella ponte estará pechada por obras ata o final do "
           "ano e que os autobuses irán por unha estrada que xa está aberta."},
    {"ca", "L’ajuntament va decidir dilluns que el pont vell estarà tancat per obres fins a final "
           "d’any i que els autobusos faran un altre camí, segons l’alcaldessa."},
    {"nl", "De gemeenteraad heeft maandag besloten dat de oude brug tot het einde van het jaar "
           "dicht gaat en dat de bussen een andere weg moeten nemen."},
    {"af", "Die stadsraad het Maandag besluit dat die ou brug tot die einde van die jaar gesluit "
           "sal wees en dat die busse ’n ander pad moet neem."},
    {"sv", "Kommunen beslutade på måndagen att den gamla bron ska vara stängd till slutet av året "
           "och att bussarna får köra en annan väg."},
    {"da", "Kommunen besluttede mandag, at den gamle bro bliver lukket indtil slutningen af året, "
           "og at busserne må køre en anden vej efter jul."},
    {"no", "Kommunen vedtok mandag at den gamle brua blir stengt fram til slutten av året, og at "
           "bussene må kjøre en annen vei etter jul."},
    {"nn", "Kommunen vedtok måndag at den gamle brua vert stengd fram til slutten av året, og at "
           "bussane må køyre ein annan veg, men eg veit ikkje kvifor."},
    {"is", "Bæjarstjórnin ákvað á mánudag að gamla brúin verði lokuð til loka ársins og að "
           "strætisvagnar fari aðra leið, en það er ekki víst."},
    {"fi", "Kaupunginvaltuusto päätti maanantaina, että vanha silta on suljettu vuoden loppuun "
           "asti ja että bussit ajavat toista tietä, mutta se ei ole varmaa."},
    {"et", "Linnavolikogu otsustas esmaspäeval, et vana sild on aasta lõpuni suletud ja et bussid "
           "sõidavad teist teed, kuid see ei ole veel kindel."},
    {"lv", "Pilsētas dome pirmdien nolēma, ka vecais tilts būs slēgts līdz gada beigām un ka "
           "autobusi brauks pa citu ceļu, bet tas nav viss."},
    {"lt", "Miesto taryba pirmadienį nusprendė, kad senasis tiltas bus uždarytas iki metų pabaigos "
           "ir kad autobusai važiuos kitu keliu, bet tai dar ne viskas."},
    {"pl", "Rada miasta zdecydowała w poniedziałek, że stary most będzie zamknięty do końca roku i "
           "że autobusy pojadą inną drogą, ale to nie jest pewne."},
    {"cs", "Zastupitelstvo v pondělí rozhodlo, že starý most bude do konce roku uzavřen a že "
           "autobusy pojedou jinou cestou, ale ještě to není jisté."},
    {"sk", "Zastupiteľstvo v pondelok rozhodlo, že starý most bude do konca roka uzavretý a že "
           "autobusy pôjdu inou cestou, ale ešte to nie je isté."},
    {"hu", "A városi tanács hétfőn úgy döntött, hogy a régi híd az év végéig zárva lesz, és hogy a "
           "buszok más úton mennek, de ez még nem biztos."},
    {"ro", "Consiliul local a decis luni că podul vechi va fi închis până la sfârșitul anului și "
           "că autobuzele vor merge pe un alt drum, dar nu este sigur."},
    {"sl", "Mestni svet je v ponedeljek sklenil, da bo stari most zaprt do konca leta in da bodo "
           "avtobusi vozili po drugi poti, vendar to še ni gotovo."},
    {"hr", "Gradsko vijeće odlučilo je u ponedjeljak da će stari most biti zatvoren do kraja "
           "godine i da će autobusi voziti drugim putem, rekao je također."},
    {"sq", "Këshilli i qytetit vendosi të hënën që ura e vjetër do të jetë e mbyllur deri në fund "
           "të vitit dhe që autobusët do të shkojnë nga një rrugë tjetër."},
    {"tr", "Belediye meclisi pazartesi günü eski köprünün yıl sonuna kadar kapalı olacağını ve "
           "otobüslerin başka bir yoldan gideceğini, ancak bu kararın değişebileceğini söyledi."},
    {"az", "Şəhər şurası köhnə körpünün ilin sonuna qədər bağlı olacağını və avtobusların başqa "
           "yolla gedəcəyini bildirib, amma bu hələ dəqiq deyil."},
    {"id", "Dewan kota memutuskan pada hari Senin bahwa jembatan tua itu akan ditutup untuk "
           "perbaikan hingga akhir tahun dan bus tidak bisa lewat karena berbahaya."},
    {"ms",
     "Majlis bandaran memutuskan pada hari Isnin bahawa jambatan lama itu akan ditutup "
     "sehingga akhir tahun kerana kerja pembaikan, katanya, serta bas boleh ikut jalan lain."},
    {"vi", "Hội đồng thành phố hôm thứ Hai đã quyết định rằng cây cầu cũ sẽ đóng cửa cho đến cuối "
           "năm và các xe buýt phải đi đường khác."},
    {"tl", "Nagpasya ang konseho ng lungsod noong Lunes na isasara ang lumang tulay hanggang sa "
           "dulo ng taon at hindi na ito madadaanan ng mga bus."},
    {"sw", "Baraza la mji limeamua Jumatatu kuwa daraja la zamani litafungwa hadi mwisho wa mwaka "
           "na mabasi yatapita katika njia nyingine, alisema kwa ajili ya usalama."},
    {"eu", "Udalak astelehenean erabaki du zubi zaharra itxita egongo dela urte amaiera arte, eta "
           "autobusak beste bide batetik joango dira, baina ez da ziurra."},
    {"cy", "Mae’r cyngor wedi penderfynu ddydd Llun y bydd yr hen bont ar gau hyd at ddiwedd y "
           "flwyddyn ac y bydd y bysiau yn mynd ar hyd ffordd arall."},
    {"ga", "Shocraigh an chomhairle Dé Luain go mbeidh an seandroichead dúnta go dtí deireadh na "
           "bliana agus go mbeidh na busanna ag dul ar bhóthar eile."},
    {"ru", "Городской совет решил в понедельник, что старый мост будет закрыт до конца года и что "
           "автобусы поедут по другой дороге, но это еще не точно."},
    {"uk", "Міська рада вирішила у понеділок, що старий міст буде закритий до кінця року і що "
           "автобуси поїдуть іншою дорогою, але це ще не точно."},
    {"be", "Гарадскі савет вырашыў у панядзелак, што стары мост будзе зачынены да канца года і што "
           "аўтобусы пойдуць па іншай дарозе, але гэта яшчэ не дакладна."},
    {"bg", "Общинският съвет реши в понеделник, че старият мост ще бъде затворен до края на "
           "годината и че автобусите ще минават по друг път, но това не е сигурно."},
    {"sr", "Градско веће је у понедељак одлучило да ће стари мост бити затворен до краја године и "
           "да ће аутобуси ићи другим путем, али то још није сигурно."},
    {"mk", "Градскиот совет во понеделникот одлучи дека стариот мост ќе биде затворен до крајот на "
           "годината и дека автобусите ќе одат по друг пат."},
    {"kk", "Қалалық кеңес дүйсенбіде ескі көпір жыл соңына дейін жабық болады және автобустар "
           "басқа жолмен жүреді деп шешті, бірақ бұл туралы әлі белгісіз."},
    {"el", "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα ότι η παλιά γέφυρα θα μείνει κλειστή."},
    {"ar", "قرر المجلس البلدي يوم الاثنين أن الجسر القديم سيغلق حتى نهاية العام وأن الحافلات "
           "ستسلك طريقا آخر من أجل سلامة الركاب"},
    {"fa", "شورای شهر روز دوشنبه تصمیم گرفت که پل قدیمی تا پایان سال بسته شود و اتوبوس‌ها "
           "از "
           "راه "
           "دیگری بروند، اما این هنوز قطعی نیست"},
    {"ur", "شہر کی کونسل نے پیر کو فیصلہ کیا کہ پرانا پل سال کے آخر تک بند رہے گا اور بسیں دوسرے "
           "راستے سے جائیں گی لیکن یہ ابھی یقینی نہیں ہے"},
    {"he", "מועצת העיר החליטה ביום שני כי הגשר הישן ייסגר עד סוף השנה"},
    {"hi", "नगर परिषद ने सोमवार को कहा कि पुराना पुल साल के अंत तक बंद रहेगा और बसें दूसरे "
           "रास्ते से जाएंगी"},
    {"mr", "नगर परिषदेने सोमवारी सांगितले की जुना पूल वर्षाच्या अखेरपर्यंत बंद राहणार आहे आणि "
           "बस दुसऱ्या मार्गाने जातील असे ते म्हणाले"},
    {"ne", "नगर परिषदले सोमबार पुरानो पुल वर्षको अन्त्यसम्म बन्द हुने र बसहरू अर्को बाटो जाने "
           "बताएको छ भने यो निर्णय भएको हो"},
    {"bn", "সিটি কাউন্সিল সোমবার সিদ্ধান্ত নিয়েছে যে পুরনো সেতু বন্ধ থাকবে"},
    {"pa", "ਸ਼ਹਿਰ ਦੀ ਕੌਂਸਲ ਨੇ ਸੋਮਵਾਰ ਨੂੰ ਫੈਸਲਾ ਕੀਤਾ"},
    {"ta", "நகர சபை திங்கட்கிழமை பழைய பாலம் மூடப்படும் என்று முடிவு செய்தது"},
    {"te", "పాత వంతెనను మూసివేయాలని నగర మండలి సోమవారం నిర్ణయించింది"},
    {"th", "สภาเมืองตัดสินใจเมื่อวันจันทร์ว่าสะพานเก่าจะปิดจนถึงสิ้นปี"},
    {"ja", "市議会は月曜日、古い橋を年末まで閉鎖することを決めた。"},
    {"zh", "市议会星期一决定，旧桥将关闭到年底，公共汽车改走其他道路。"},
    {"ko", "시의회는 월요일에 오래된 다리를 연말까지 폐쇄하기로 결정했다."},
    {"ka", "საკრებულომ ორშაბათს გადაწყვიტა ძველი ხიდის დახურვა"},
    {"hy", "Ավագանին երկուշաբթի որոշեց փակել հին կամուրջը"},
    {"am", "የከተማው ምክር ቤት አሮጌው ድልድይ እንዲዘጋ ወሰነ"},
};

static ng_slice find(ngi_arena *arena, const char *text, const char *declared)
{
    return ngi_language_find(arena, ngi_slice_of(text), ngi_slice_of(declared));
}

static void test_not_declared(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(texts); i++)
        expect_text(texts[i].text, find(&arena, texts[i].text, ""), texts[i].tag);
    ngi_arena_free(&arena);
}

static void test_declared_rightly(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(texts); i++)
        expect_text(texts[i].text, find(&arena, texts[i].text, texts[i].tag), texts[i].tag);
    ngi_arena_free(&arena);
}

/* A template's "en", or another page's "de", does not hold against the text. */
static void test_declared_wrongly(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(texts); i++) {
        expect_text(texts[i].text, find(&arena, texts[i].text, "en-US"), texts[i].tag);
        expect_text(texts[i].text, find(&arena, texts[i].text, "de"), texts[i].tag);
    }
    ngi_arena_free(&arena);
}

static const struct {
    const char *name, *text, *declared, *tag;
} declarations[] = {
    {"a region is dropped", "The bridge is closed until the end of the year.", "en-GB", "en"},
    {"an underscore too", "The bridge is closed until the end of the year.", "EN_us", "en"},
    {"Norwegian bokmål is Norwegian", "Brua er stengt fram til slutten av året.", "nb-NO", "no"},
    {"an old tag", "הגשר הישן ייסגר עד סוף השנה", "iw", "he"},
    {"a country for a language", "古い橋を年末まで閉鎖する。", "jp", "ja"},
    {"a name for a tag", "The bridge is closed until the end of the year.", "English", "en"},
    {"near kin keep what they declare", "Stari most je zatvoren do kraja godine.", "bs", "bs"},
    {"a script of two languages", "পুৰণি দলংখন বন্ধ থাকিব", "as", "as"},
    {"a language without a table", "Ffa bbo kkala mmu nnto zzare ddime kkoro ssalu ttipe llona",
     "xx", "xx"},
    {"a short text follows the declaration", "Sport", "de", "de"},
    {"no text", "", "fr-CA", "fr"},
    {"no letters", "12:30 — 14:05", "it", "it"},
    {"no text, no declaration", "", "", ""},
    {"a broken declaration", "", "<?= lang ?>", ""},
    {"declared Latin, written otherwise", "Старый мост закрыт до конца года", "en", "ru"},
    {"some Latin in Japanese", "JR東日本は5日、Suicaの新しいサービスを始めると発表した。", "en",
     "ja"},
    {"a quotation at the start",
     "“Never again”, sagte der Bürgermeister am Montag, als die alte "
     "Brücke wieder für die Busse und den Verkehr geöffnet wurde.",
     "de", "de"},
};

static void test_declarations(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_COUNT(declarations); i++)
        expect_text(declarations[i].name,
                    find(&arena, declarations[i].text, declarations[i].declared),
                    declarations[i].tag);
    ngi_arena_free(&arena);
}

static void test_table_is_folded(void **state)
{
    (void)state;
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    for (const ngi_language *l = ngi_languages; l->tag[0] != '\0'; l++) {
        ng_slice words = ngi_slice_of(l->words);
        expect_slice(l->tag, ngi_lower(&arena, words), words);
        expect_int(l->tag, words.ptr[0] == ' ' && words.ptr[words.len - 1] == ' ', 1);
        for (size_t i = 1; i < words.len; i++)
            if (words.ptr[i] == ' ' && words.ptr[i - 1] == ' ')
                fail_msg("%s: two spaces", l->tag);
    }
    ngi_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_not_declared),     cmocka_unit_test(test_declared_rightly),
        cmocka_unit_test(test_declared_wrongly), cmocka_unit_test(test_declarations),
        cmocka_unit_test(test_table_is_folded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
