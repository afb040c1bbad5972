/* SPDX-License-Identifier: Apache-2.0 */
/* News of our own for the tests of dumps: four stories, one with a subhead, and eight
 * teasers, in four languages. All persons, places and outlets are invented. */
#ifndef NUTGRAF_TESTS_DUMP_NEWS_H
#define NUTGRAF_TESTS_DUMP_NEWS_H

typedef struct news_story {
    const char *section, *headline, *standfirst, *byline, *author, *shown, *date;
    const char *parts[8]; /* a subhead begins with '#' */
} news_story;

typedef struct news_teaser {
    const char *section, *age, *date, *headline;
} news_teaser;

typedef struct news {
    const char *language;
    const char *menu[6];
    const char *list_title, *share, *tags, *comments, *caption;
    news_story stories[4];
    news_teaser teasers[8];
} news;

#define NEWS_NOW "2026-05-04T18:00:00+02:00"

static const news all_news[] = {
    {"en",
     {"World", "Business", "Science", "Sport", "Culture", "Health"},
     "Most read",
     "Share",
     "Tags: bridges, storms",
     "3 comments",
     "The bridge at Velmora in an earlier year. Photo: Harbour archive",
     {{"World",
       "Harbour bridge at Velmora reopens a week after the storm",
       "Ferries stay in port until the weekend, the council says",
       "By Ida Marsh",
       "Ida Marsh",
       "4 May 2026, 09:30",
       "2026-05-04",
       {"VELMORA, May 4 (Northwire) - The harbour bridge at Velmora was opened to cars on Monday, "
        "a week after a storm had torn away part of its eastern ramp.",
        "Engineers worked through three nights to replace eleven of the steel plates, the port "
        "authority said. Lorries of more than eight tonnes must wait until Thursday.",
        "\"We could have opened on Saturday, but we wanted to test the joints twice,\" said Lena "
        "Ortqvist, who led the works."}},
      {"Business",
       "Tern Mills to close its oldest paper plant",
       "Some 340 people in Osterby will lose their jobs by the autumn",
       "By Paul Adeyemi-Roth",
       "Paul Adeyemi-Roth",
       "4 May 2026, 08:05",
       "2026-05-04",
       {"OSTERBY, May 4 (Northwire) - Paper maker Tern Mills will close its plant in Osterby at "
        "the end of September, the company said in a statement on Monday.",
        "The plant has made newsprint since 1911 and lost money in each of the last four years. "
        "Demand for newsprint has halved since then.",
        "#Workers learned of it by letter",
        "The works council said that most of the 340 workers had read of the decision in a letter "
        "on Monday morning. A meeting is planned for Wednesday.",
        "Shares in Tern Mills rose by 2.3 percent in early trading."}},
      {"Science",
       "Old lake core tells of three dry centuries",
       "Pollen from the mud of Lake Sarn puts the great drought earlier than thought",
       "By Mina Okafor",
       "Mina Okafor",
       "3 May 2026, 17:40",
       "2026-05-03",
       {"SARN, May 3 (Northwire) - A column of mud eleven metres long has shown researchers that "
        "the great drought of the northern plains began around the year 980.",
        "The team counted grains of pollen in 2,400 thin slices. Where grass took over from "
        "birch, the lake had been falling for decades.",
        "The study will appear in a journal of the university in June."}},
      {"Sport",
       "Kestrels win the cup on penalties",
       "Goalkeeper Bo Lindqvist saves three of five",
       "By Tomas Varga",
       "Tomas Varga",
       "3 May 2026, 22:15",
       "2026-05-03",
       {"HALDEN, May 3 (Northwire) - The Kestrels have won the cup for the first time in 28 years, "
        "beating the Harbour Boys 4-2 on penalties on Sunday night.",
        "The match had ended 1-1 after extra time. The winners had played with ten men from the "
        "61st minute on.",
        "Captain Rosa Imhof said that the team would share the prize with its youth teams."}}},
     {{"World", "5 days ago", "2026-04-29", "Night trains return to the coast line"},
      {"Culture", "2 hours ago", "2026-05-04", "Lost film of the silent era found in a cellar"},
      {"Health", "3 weeks ago", "2026-04-13", "Clinics in the hills get a travelling doctor"},
      {"Sport", "1 day ago", "2026-05-03", "Marathon route to leave out the old town"},
      {"Business", "40 minutes ago", "2026-05-04", "Bakers ask for a pause in energy charges"},
      {"Science", "6 days ago", "2026-04-28", "A beetle that eats plastic, but slowly"},
      {"World", "Yesterday", "2026-05-03", "Two islands agree on a shared fishing ground"},
      {"Culture", "2 weeks ago", "2026-04-20", "Museum shows letters that were never sent"}}},
    {"de",
     {"Politik", "Wirtschaft", "Wissen", "Sport", "Kultur", "Panorama"},
     "Meistgelesen",
     "Teilen",
     "Schlagworte: Brücken, Sturm",
     "3 Kommentare",
     "Die Brücke in einem früheren Jahr. Foto: Hafenarchiv",
     {{"Politik",
       "Rat von Wellmar stimmt für die neue Hafenbrücke",
       "Nach neun Stunden gab eine einzige Stimme den Ausschlag",
       "Von Ida Marsch",
       "Ida Marsch",
       "4. Mai 2026, 09:30 Uhr",
       "2026-05-04",
       {"Wellmar (nwd) - Der Rat der Stadt Wellmar hat in der Nacht zu Montag den Bau einer neuen "
        "Brücke über den Hafen beschlossen. Sie soll 84 Millionen Euro kosten.",
        "Die Sitzung dauerte neun Stunden. Am Ende stimmten 23 Mitglieder dafür und 22 dagegen, "
        "wie die Verwaltung mitteilte.",
        "„Wir haben lange genug auf die Fähre gewartet“, sagte Ratsherr Jonas Petrick."}},
      {"Wirtschaft",
       "Papierfabrik in Osterby schließt nach 115 Jahren",
       "Rund 340 Menschen verlieren bis zum Herbst ihre Arbeit",
       "Von Paula Radtke",
       "Paula Radtke",
       "4. Mai 2026, 08:05 Uhr",
       "2026-05-04",
       {"Osterby (nwd) - Der Papierhersteller Seeschwalbe schließt Ende September sein Werk in "
        "Osterby. Das teilte das Unternehmen am Montag mit.",
        "Das Werk stellt seit 1911 Zeitungspapier her und schrieb in den vergangenen vier Jahren "
        "Verluste. Die Nachfrage hat sich seither halbiert.",
        "#Nachricht kam mit der Post",
        "Nach Angaben des Betriebsrats erfuhren die meisten der 340 Beschäftigten am Montagmorgen "
        "aus einem Brief davon. Für Mittwoch ist eine Versammlung geplant.",
        "Die Aktie des Unternehmens stieg im frühen Handel um 2,3 Prozent."}},
      {"Wissen",
       "Schlamm aus dem Sarnsee erzählt von drei trockenen Jahrhunderten",
       "Die große Dürre begann früher als gedacht",
       "Von Mina Okafor",
       "Mina Okafor",
       "3. Mai 2026, 17:40 Uhr",
       "2026-05-03",
       {"Sarn (nwd) - Eine elf Meter lange Säule aus Schlamm zeigt Forschern, dass die große Dürre "
        "im Norden schon um das Jahr 980 begann.",
        "Die Gruppe zählte Pollen in 2400 dünnen Scheiben. Wo Gras an die Stelle der Birken trat, "
        "war der See seit Jahrzehnten gesunken.",
        "Die Arbeit erscheint im Juni in einer Zeitschrift der Universität."}},
      {"Sport",
       "Turmfalken gewinnen den Pokal im Elfmeterschießen",
       "Torhüter Bo Lindquist hält drei von fünf Schüssen",
       "Von Thomas Varga",
       "Thomas Varga",
       "3. Mai 2026, 22:15 Uhr",
       "2026-05-03",
       {"Halden (nwd) - Die Turmfalken haben zum ersten Mal seit 28 Jahren den Pokal gewonnen. Sie "
        "schlugen am Sonntagabend die Hafenjungs mit 4:2 im Elfmeterschießen.",
        "Nach der Verlängerung hatte es 1:1 gestanden. Die Sieger spielten von der 61. Minute an "
        "mit zehn Leuten.",
        "Kapitänin Rosa Imhof sagte, die Mannschaft werde das Preisgeld mit der Jugend teilen."}}},
     {{"Politik", "vor 5 Tagen", "2026-04-29", "Nachtzüge fahren wieder an die Küste"},
      {"Kultur", "vor 2 Stunden", "2026-05-04", "Verschollener Stummfilm lag im Keller"},
      {"Panorama", "vor 3 Wochen", "2026-04-13", "Fahrende Ärztin für die Dörfer am Berg"},
      {"Sport", "vor 1 Tag", "2026-05-03", "Marathon läuft künftig an der Altstadt vorbei"},
      {"Wirtschaft", "vor 40 Minuten", "2026-05-04", "Bäcker bitten um Aufschub beim Strompreis"},
      {"Wissen", "vor 6 Tagen", "2026-04-28", "Ein Käfer frisst Plastik, aber langsam"},
      {"Politik", "Gestern", "2026-05-03", "Zwei Inseln teilen sich die Fischgründe"},
      {"Kultur", "vor 2 Wochen", "2026-04-20", "Museum zeigt nie verschickte Briefe"}}},
    {"fa",
     {"جهان", "اقتصاد", "دانش", "ورزش", "فرهنگ", "صحت"},
     "پربازدیدترین‌ها",
     "همرسانی",
     "برچسب‌ها: پل، توفان",
     "۳ دیدگاه",
     "پل بندر در سال گذشته. عکس: آرشیف بندر",
     {{"جهان",
       "پل بندر ولمورا یک هفته پس از توفان باز شد",
       "شورای شهر می‌گوید کشتی‌ها تا پایان هفته در بندر "
       "می‌مانند",
       "نویسنده: آیدا مرادی",
       "آیدا مرادی",
       "2026-05-04",
       "2026-05-04",
       {"پل بندر ولمورا روز دوشنبه، یک هفته پس از آن که توفان بخشی از آن را ویران کرده بود، به روی "
        "موترها باز شد.",
        "مسئولان بندر گفتند که مهندسان سه شب پی هم کار کردند و یازده صفحه آهنی را عوض کردند. "
        "لاری‌های سنگین باید تا روز پنج‌شنبه صبر کنند.",
        "لینا اورتکی، سرپرست کار، گفت: «می‌توانستیم شنبه باز کنیم، اما خواستیم بندها را دو "
        "بار "
        "بیازماییم.»"}},
      {"اقتصاد",
       "کهن‌ترین کارخانه کاغذ در اوستربی بسته می‌شود",
       "نزدیک به ۳۴۰ تن تا خزان کار خود را از دست می‌دهند",
       "نویسنده: پروین رادمنش",
       "پروین رادمنش",
       "2026-05-04",
       "2026-05-04",
       {"شرکت کاغذسازی ترن روز دوشنبه اعلام کرد که کارخانه خود در اوستربی را در پایان ماه سپتمبر "
        "می‌بندد.",
        "این کارخانه از سال ۱۹۱۱ کاغذ روزنامه می‌سازد و در چهار سال گذشته زیان کرده است. تقاضا "
        "از "
        "آن زمان نصف شده است.",
        "#کارگران با نامه آگاه شدند",
        "شورای کارگران گفت که بیشتر ۳۴۰ کارگر صبح دوشنبه با نامه‌ای از این تصمیم خبر شدند. "
        "نشستی "
        "برای چهارشنبه برنامه‌ریزی شده است.",
        "سهام این شرکت در آغاز داد و ستد دو درصد بالا رفت."}},
      {"دانش",
       "گل دریاچه سارن از سه سده خشک‌سالی می‌گوید",
       "خشک‌سالی بزرگ زودتر از آنچه گمان می‌رفت آغاز شد",
       "نویسنده: مینا اکبری",
       "مینا اکبری",
       "2026-05-03",
       "2026-05-03",
       {"ستونی از گل به درازای یازده متر به پژوهشگران نشان داد که خشک‌سالی بزرگ شمال در نزدیکی "
        "سال "
        "۹۸۰ آغاز شده است.",
        "این گروه دانه‌های گرده را در ۲۴۰۰ برش نازک شمرد. هر جا که علف جای درخت را گرفت، "
        "آب "
        "دریاچه از دهه‌ها پیش پایین رفته بود.",
        "این پژوهش در ماه جون در مجله دانشگاه چاپ می‌شود."}},
      {"ورزش",
       "تیم شاهین در ضربات پنالتی جام را برد",
       "دروازه‌بان سه توپ از پنج توپ را گرفت",
       "نویسنده: توماس ورگا",
       "توماس ورگا",
       "2026-05-03",
       "2026-05-03",
       {"تیم شاهین شام یک‌شنبه پس از ۲۸ سال برای نخستین بار جام را برد و در ضربات پنالتی چهار بر "
        "دو "
        "پیروز شد.",
        "بازی پس از وقت اضافی یک بر یک برابر بود. برنده از دقیقه ۶۱ با ده بازیکن بازی کرد.",
        "روزا ایمهوف، سرگروه تیم، گفت که جایزه را با تیم جوانان شریک "
        "می‌کنند."}}},
     {{"جهان", "۵ روز پیش", "2026-04-29",
       "قطارهای شبانه به ساحل بر می‌گردند"},
      {"فرهنگ", "۲ ساعت پیش", "2026-05-04",
       "فیلم گم‌شده دوران خاموش پیدا شد"},
      {"صحت", "۳ هفته پیش", "2026-04-13",
       "داکتر سیار برای کلینیک‌های کوهستان"},
      {"ورزش", "۱ روز پیش", "2026-05-03",
       "مسیر ماراتن از شهر کهنه نمی‌گذرد"},
      {"اقتصاد", "۴۰ دقیقه پیش", "2026-05-04", "نانوایان خواهان توقف افزایش بهای برق شدند"},
      {"دانش", "۶ روز پیش", "2026-04-28",
       "سوسکی که پلاستیک می‌خورد، اما آهسته"},
      {"جهان", "دیروز", "2026-05-03",
       "دو جزیره بر سر آب‌های ماهی‌گیری سازش کردند"},
      {"فرهنگ", "۲ هفته پیش", "2026-04-20",
       "موزیم نامه‌های نفرستاده را نشان می‌دهد"}}},
    {"ja",
     {"国際", "経済", "科学", "スポーツ", "文化", "健康"},
     "アクセスランキング",
     "シェア",
     "タグ：橋、台風",
     "コメント3件",
     "昨年の港の橋（資料写真）",
     {{"国際",
       "ベルモラ港の橋、嵐から一週間で通行再開",
       "渡し船は週末まで港に留まると市議会",
       "文・港 一子",
       "港 一子",
       "2026年5月4日 09:30",
       "2026-05-04",
       {"【ベルモラ北信】嵐で東側の取り付け道路の一部が流された港の橋が四日、一週間ぶりに開通した"
        "。",
        "港湾当局によると、技術者らは三晩をかけて鋼板十一枚を取り替えた。八トンを超えるトラックは木"
        "曜日まで待たなければならない。",
        "「土曜日に開けることもできたが、継ぎ目を二度試したかった」と工事責任者は話した。"}},
      {"経済",
       "製紙のアジサシ社、最古の工場を閉鎖へ",
       "秋までにおよそ三百四十人が職を失う",
       "文・紙谷 太郎",
       "紙谷 太郎",
       "2026年5月4日 08:05",
       "2026-05-04",
       {"製紙大手のアジサシ社は四日、オスタビーの工場を九月末に閉鎖すると発表した。",
        "工場は千九百十一年から新聞用紙を作ってきたが、この四年は赤字が続いていた。新聞用紙の需要は"
        "当時の半分に減っている。",
        "#従業員は手紙で知る",
        "労働組合によると、従業員の多くは四日朝に届いた手紙で決定を知った。水曜日に集会が開かれる予"
        "定だ。",
        "同社の株価は朝の取引で二・三パーセント上がった。"}},
      {"科学",
       "湖の泥が語る三百年の干ばつ",
       "大干ばつの始まりは考えられていたより早かった",
       "文・泉 美奈",
       "泉 美奈",
       "2026年5月3日 17:40",
       "2026-05-03",
       {"サルン湖の底から採られた長さ十一メートルの泥の柱から、北部の大干ばつは九百八十年ごろに始ま"
        "ったことが分かった。",
        "研究班は二千四百枚の薄片で花粉を数えた。草がカバノキに取って代わったところでは、湖の水位は"
        "数十年前から下がっていた。",
        "研究は六月に大学の雑誌に載る。"}},
      {"スポーツ",
       "チョウゲンボウがPK戦で優勝",
       "守護神が五本のうち三本を止める",
       "文・原 健",
       "原 健",
       "2026年5月3日 22:15",
       "2026-05-03",
       {"チョウゲンボウは三日夜、PK戦四対二で港の少年を破り、二十八年ぶりに優勝した。",
        "試合は延長を終えて一対一だった。勝者は後半十六分から十人で戦っていた。",
        "主将は、賞金を若手のチームと分け合うと語った。"}}},
     {{"国際", "5日前", "2026-04-29", "夜行列車が海岸線に戻る"},
      {"文化", "2時間前", "2026-05-04", "失われた無声映画が地下室で見つかる"},
      {"健康", "3週間前", "2026-04-13", "山の診療所に巡回医師"},
      {"スポーツ", "1日前", "2026-05-03", "マラソンの道筋、旧市街を外れる"},
      {"経済", "40分前", "2026-05-04", "パン屋が電気代の据え置きを求める"},
      {"科学", "6日前", "2026-04-28", "プラスチックを食べる甲虫、ただしゆっくり"},
      {"国際", "昨日", "2026-05-03", "二つの島が漁場の共有で合意"},
      {"文化", "2週間前", "2026-04-20", "博物館が出されなかった手紙を展示"}}},
};

#endif
