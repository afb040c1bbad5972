/* SPDX-License-Identifier: Apache-2.0 */
/* The commonest small words of languages, and the letters that their alphabets have beyond
 * a to z, for language.c. Words as ngi_fold() leaves them, one space on each side of each (a
 * test checks). Kin share a number: languages that are told apart by a few words only. */
#include "stories/language/language_words.h"

#include <stddef.h>

const ngi_language ngi_languages[] = {
    {"en", NGI_LATIN, 0, "é",
     " the of and to in a is that for it was on with as be at by this have from or had "
     "not but are his they she he which you an were their been has more who will its "
     "would there about said after when than one out up what over also could new people "
     "we "},
    {"de", NGI_LATIN, 0, "äöüß",
     " der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als "
     "auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie "
     "einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein "
     "wurde sei "},
    {"fr", NGI_LATIN, 0, "àâçéèêëîïôùûüœæÿ",
     " de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se "
     "ce il sont mais avec cette ou aux elle ses son ont été ces leur sa comme après "
     "nous être fait même deux d'un d'une qu'il c'est n'est l'on "},
    {"es", NGI_LATIN, 1, "áéíóúüñ",
     " de la que el en y a los se del las un por con no una su para es al lo como más o "
     "pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también "
     "fue había era muy años hasta desde está según "},
    {"it", NGI_LATIN, 0, "àèéìòù",
     " di e il la che in un a per è una sono del si della non con da i le al dei nel "
     "anche alla più come ha lo ma dal gli delle nella ed se su degli questo stato "
     "essere o due tra dalla stata ai anni ci dell "},
    {"pt", NGI_LATIN, 1, "áâãàçéêíóôõú",
     " de a o que e do da em um para é com não uma os no se na por mais as dos como mas "
     "foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo "
     "pela até isso ela entre era depois são segundo foram "},
    {"nl", NGI_LATIN, 2, "éëïóèöü",
     " de van het een en in is dat op te zijn met voor die niet aan er om ook als bij "
     "maar dan nog door heeft over hij werd uit worden naar wordt was tot ze zich meer "
     "deze hebben of kan geen wel al zo had we wat na "},
    {"sv", NGI_LATIN, 3, "åäöé",
     " och i att det som en på är av för med till den har de inte om ett han men var jag "
     "sig från vi så kan man när år säger under också efter eller nu hade hon där mot "
     "vid ska skulle alla bara blir över vara mycket ut "},
    {"da", NGI_LATIN, 3, "æøåé",
     " og i at det er en til af på for med den der de som ikke har et han var men sig fra "
     "om så vi kan jeg efter også blev hun år nu ved eller hvor siger skal da mod over "
     "være bliver kun nogle meget noget hvad ud selv mig "},
    {"no", NGI_LATIN, 3, "æøåéòóô",
     " og i det er på en til som for av at med de har ikke den et han om var fra men seg "
     "vi så kan etter jeg også ble hun år nå ved eller hvor sier skal mot over være blir "
     "bare noen mye hva ut selv meg opp inn da "},
    {"nn", NGI_LATIN, 3, "æøåéòóô",
     " og i det er på ein til som for av at med dei har ikkje den eit han om var frå men "
     "seg vi så kan etter eg også vart ho år no ved eller kor seier skal mot over vere "
     "blir berre nokon mykje kva ut sjølv meg òg då "},
    {"fo", NGI_LATIN, 3, "áðíóúýæø",
     " og at í ein er á til sum av við hava ikki tað frá skulu hevur fyri teir hesum ella "
     "øll rætt hjá "},
    {"is", NGI_LATIN, 0, "áðéíóúýþæö",
     " og að í á sem er til um við var en hann af það ekki fyrir með hún þá eru frá ég "
     "segir þetta hefur þar verið verður eftir því þess sé sér eða ár vera svo upp hafa "},
    {"fi", NGI_LATIN, 4, "äöåé",
     " ja on ei se että hän oli ovat myös kun mutta jos tai mukaan sekä vuoden kuin joka "
     "ollut sen niin vain jo olisi hänen nyt ole jälkeen voi mitä jotka tämän kanssa "
     "vuonna sitä siitä sanoo ennen kertoo noin "},
    {"et", NGI_LATIN, 4, "äõöüšž",
     " ja on ei et ta oli kui see ka aga mis või oma kes siis selle ning veel pärast nii "
     "sest aasta tema pole ütles saab olla juba seda kuid ole üle välja meie mida kõik "
     "aastal "},
    {"lv", NGI_LATIN, 0, "āčēģīķļņšūž",
     " un ir ar no kas par uz ka lai bet gan pēc arī tika vai to kā bija nav tiek ne tas "
     "līdz pie gada jau šo savu tikai viņa būs var kad ko latvijas viņš sacīja "},
    {"lt", NGI_LATIN, 0, "ąčęėįšųūž",
     " ir kad su iš į tai yra bet buvo už apie ne kaip tik jau dėl po pat prie metų o jis "
     "bus gali jo savo ar nuo per turi taip jie sako lietuvos šį šis "},
    {"pl", NGI_LATIN, 0, "ąćęłńóśźż",
     " w i na z do się nie że to jest o jak po co dla od za ale przez tym są przy już tak "
     "być może oraz był jego który tego czy która było został roku także ze które będzie "
     "ich tylko jednak "},
    {"cs", NGI_LATIN, 5, "áčďéěíňóřšťúůýž",
     " a v se na je že s z o do to i ve si za pro po by k jako od jsou jeho byl už ale "
     "tak ze které který jsem také podle však když při než jen nebo bylo bude která před "
     "roku jak "},
    {"sk", NGI_LATIN, 5, "áäčďéíĺľňóôŕšťúýž",
     " a v sa na je že s z o do to aj vo si za pre po by k ako od sú jeho bol už ale tak "
     "zo ktoré ktorý som tiež podľa však keď pri než len alebo bolo bude ktorá pred roku "},
    {"hu", NGI_LATIN, 0, "áéíóöőúüű",
     " a az és hogy nem is egy meg ez el van de azt volt csak már vagy mint ha még ki be "
     "lehet szerint kell ezt után s amely fel magyar aki között pedig majd nagyon lesz "
     "valamint "},
    {"ro", NGI_LATIN, 0, "ăâîșțşţ",
     " de și în a la cu nu că o pe din se pentru mai un au este care ce fost sunt dar "
     "prin fi al să după am sau sa despre lui spus acest anul când către mult ar va fără "
     "între unui "},
    {"hr", NGI_LATIN, 6, "čćđšž",
     " i u je da se na su za od s o a ne koji što će to kao iz bi nije koja do ali koje "
     "prema samo više bio nakon po te ili kako rekao također bit već biti kazao tijekom "
     "prije zbog gdje sve tko ima "},
    {"bs", NGI_LATIN, 6, "čćđšž",
     " i u je da se na su za od s o a ne koji što će to kao iz bi nije koja do ali koje "
     "prema samo više bio nakon po te ili kako rekao također već biti kazao tokom prije "
     "zbog gdje sve šta ko bosne bih "},
    {"sr", NGI_LATIN, 6, "čćđšž",
     " i u je da se na su za od sa o a ne koji što će to kao iz bi nije koja do ali koje "
     "prema samo više bio nakon po te ili kako rekao takođe već biti tokom pre zbog gde "
     "sve posle srbije šta li "},
    {"sl", NGI_LATIN, 6, "čšž",
     " in v je da na se za so ki pa z s ni tudi kot bi po od o iz pri še lahko bo ter ali "
     "le več že med kar do ob ima kako bil ne pred to bodo leta smo sem kjer zaradi "},
    {"sq", NGI_LATIN, 0, "çë",
     " të e në dhe për një me nga është që i se u ka nuk më si por kjo janë do ky kanë "
     "tha duke ndërsa këtë mund edhe pas kishte shqipërisë gjatë sipas vetëm së "},
    {"tr", NGI_LATIN, 7, "çğıöşüâî",
     " ve bir bu da de için ile olarak çok olan gibi daha en kadar sonra ne o ancak var "
     "ise dedi olduğunu göre değil yeni iki türkiye her diye ki ya büyük ilk olduğu etti "
     "tarafından üzere bin "},
    {"az", NGI_LATIN, 7, "çəğıöşü",
     " və bir bu ilə də üçün edib olan edən olub olaraq daha ki isə sonra azərbaycan "
     "edilib bildirib görə həm ilk onun var amma deyib çox hər kimi bunu "},
    {"uz", NGI_LATIN, 0, "",
     " va bilan bu uchun bir ham bo'lgan ning edi bo'lib haqida uning u esa har deb o'z "
     "qilish bo'yicha keyin oʻzbekiston yili boʻlgan ekan kerak "},
    {"tk", NGI_LATIN, 0, "äçžňöşüý",
     " we bilen bu üçin bir hem bolan her hukugy bolup öz ýa ynsan hukuklary adam "
     "türkmenistanyň "},
    {"id", NGI_LATIN, 8, "",
     " yang dan di ini untuk dengan dari itu pada tidak dalam akan ke juga adalah oleh "
     "ada bisa saat telah tersebut kata karena mereka sebagai lebih saya ia menjadi "
     "hingga bahwa kepada seperti para agar hanya atau usai "},
    {"ms", NGI_LATIN, 8, "",
     " yang dan di ini untuk dengan dari itu pada tidak dalam akan ke juga adalah oleh "
     "ada boleh katanya telah tersebut kata kerana mereka sebagai lebih saya beliau "
     "menjadi bahawa kepada seperti para hanya atau berkata daripada serta turut negeri "
     "pihak manakala iaitu "},
    {"jv", NGI_LATIN, 0, "",
     " lan ing kang saka marang iku ora kanthi wong saben duwe uga dadi wis ana karo "
     "nganti kudu iki "},
    {"su", NGI_LATIN, 0, "",
     " jeung anu dina ka nu teu eta sarta pikeun ku ieu aya unggal boga jelema atawa oge "
     "jadi hiji "},
    {"tl", NGI_LATIN, 9, "",
     " ang ng sa na mga at ay si para ni hindi kay ito siya niya may ko mula lang nang pa "
     "kung ako sila dahil kanyang isang naman din rin po ating ayon noong "},
    {"ceb", NGI_LATIN, 9, "",
     " ang sa mga ug nga og kay ni sila iyang usa dili ka niini nila adunay walay kini "
     "tanan bisan "},
    {"vi", NGI_LATIN, 0, NULL,
     " và của là có được cho trong các một không với những người khi đã này để từ đến "
     "cũng về vào sẽ tại như ông nhiều năm ra theo đó trên sau bị làm phải nhưng còn lại "},
    {"sw", NGI_LATIN, 0, "",
     " na ya wa kwa ni katika la za hiyo kuwa huo hilo huyo ambao wake yake cha kama pia "
     "hivyo mwaka watu nchi wakati amesema lakini ili baada serikali hata yao hii vya "
     "kufanya huku alisema "},
    {"zu", NGI_LATIN, 10, "",
     " ukuthi futhi uma kanye nje ngoba kodwa lapho umuntu yini lokhu emva unelungelo "
     "kumele noma ngesikhathi kwenza kusho abantu uthe wathi ngo ngemuva kepha "},
    {"xh", NGI_LATIN, 10, "",
     " ukuba okanye kunye kwaye xa nje ngoku kodwa umntu apho oku wonke unelungelo "
     "kufuneka ngexesha abantu uthe wathi emva into ukuze esithi "},
    {"st", NGI_LATIN, 11, "", " le ya ho ea hore tsa ba ka ke ha e o na la batho oa motho tokelo "},
    {"tn", NGI_LATIN, 11, "",
     " le ya go gore tsa ba ka ke ga e o na mo la batho wa motho fa kgotsa tshwanelo "
     "mongwe "},
    {"ts", NGI_LATIN, 0, "",
     " na ya ku leswaku wa va ka ni hi munhu tsa un'wana timfanelo laha swi kumbe "},
    {"af", NGI_LATIN, 2, "êëéèôîïûü",
     " die van en in is het n dat te nie met wat op vir aan sy as om hy was ook by deur "
     "hulle kan maar sal uit word na of meer oor ons ná moet sê daar tot jaar haar een "},
    {"so", NGI_LATIN, 0, "",
     " iyo oo ka ku in ee uu waa ay u la si ah wax ama leh loo sida kale qof kasta dadka "},
    {"ha", NGI_LATIN, 0, "ɓɗƙ",
     " da na a ya ta ba ko wani kuma shi cikin wata ne domin zai don daga yana kan ga sun "
     "ce kowa hakkin "},
    {"yo", NGI_LATIN, 0, NULL,
     " ní àti ti ó tí láti sí ń jẹ́ ṣe fún kan náà pé gbogbo ẹ̀tọ́ tàbí wọn ènìyàn kí bí "},
    {"ig", NGI_LATIN, 0, "ịọụṅ",
     " na nke ndị ya n'ime nwere bụ ka ga onye ikike ọ maọbụ niile ihe mmadụ "},
    {"rw", NGI_LATIN, 0, "",
     " mu no kandi ku ko ya n cyangwa bya kugira uburenganzira umuntu iyo bose wa buri "
     "abantu "},
    {"sn", NGI_LATIN, 0, "",
     " kuti ne nekuti vanhu zvino munhu wese uye kana pa iri kodzero kwete asi iyi mu "},
    {"ny", NGI_LATIN, 0, "",
     " ndi ya kuti pa za m munthu aliyense ali kapena wa ufulu anthu ndipo koma ku "},
    {"mg", NGI_LATIN, 0, "àôé",
     " ny sy ary dia amin'ny izay tsy ho manana olona fa an'ny ao rehetra amin na "},
    {"ca", NGI_LATIN, 1, "àçéèíïóòúü",
     " de la i el que a en els per les un una amb del no és al va es com més han ha són "
     "dels pel o aquest aquesta ser també però si seva s'ha d'un fins segons l "},
    {"gl", NGI_LATIN, 1, "áéíóúñü",
     " de a e o que do da en un para con non unha os no se na por máis as dos como pero "
     "foi ao polo súa seu das tamén pola está á ten xa sobre nos esta este galicia entre "
     "onde coa "},
    {"eu", NGI_LATIN, 0, "ñ",
     " eta da ez du dute ere bat izan dira zuen hori baina egin dela edo zen baino duen "
     "beste dituzte izango bere dago haren hala den zituen gaur egiten hau orain arte "},
    {"cy", NGI_LATIN, 0, "âêîôûŵŷ",
     " yn y a i o ar yr ei wedi mae am fod bod gan eu gyda ond hefyd oedd gyfer hyn cael "
     "fel bydd sydd un na roedd neu bob "},
    {"ga", NGI_LATIN, 0, "áéíóú",
     " na an a ar go i agus le is ag do sé sin bhí ní tá don chun ina nó leis gur mar ó "
     "faoi iad acu atá san bheith den féin "},
    {"gd", NGI_LATIN, 0, "àèìòù",
     " an a na agus air ann e is gu do le tha nach airson aig bha mar sin chan gach no "
     "còir do'n "},
    {"mt", NGI_LATIN, 0, "ċġħż",
     " ta li il u l f ma biex għal għall minn dan jew fil huwa lil din kull dritt mill "
     "tal se kien fl bil "},
    {"lb", NGI_LATIN, 0, "äëéüö",
     " de an den d vun a mat op dat fir net ass eng et och no huet sech ze en wéi awer um "
     "oder wann nach sinn si gouf déi hien am beim dass "},
    {"ht", NGI_LATIN, 0, "èòà",
     " nan yo ak pou moun la ki pa te gen tout nou sou yon li se dwa tou ou "},
    {"br", NGI_LATIN, 0, "ñùêü",
     " ar da ha a hag en gant eo an un evit ur e d'ar pe zo war ma hen pep den "},
    {"fy", NGI_LATIN, 0, "âêôûú",
     " de en fan yn it in op dy te is foar mei net ta hy oan wurde dat alle as of troch "},
    {"ku", NGI_LATIN, 0, "çêîşû",
     " û li ku ji bi di de xwe ye wî bo jî her mafê an ne yên hemû kes "},
    {"mi", NGI_LATIN, 0, "āēīōū",
     " te o ki ngā nga ka e i he me rā ko tangata mō aua tana kia ana nō "},
    {"om", NGI_LATIN, 0, "",
     " fi kan akka ykn nama qaba kanaaf irraa keessatti ni hin mirga isaa itti hunda "},
    {"ln", NGI_LATIN, 0, "",
     " ya na ba mpe bato moto nyonso ezali to ndenge ye mpo azali likoki oyo te "},
    {"wo", NGI_LATIN, 0, "ëñóéà", " ak ci mu bu na ñu yi bi ni la te ngir am nit ku wala di lu "},
    {"ru", NGI_CYRILLIC, 12, NULL,
     " и в не на что с по как это он из для к от его за но был о у же так то все если при "
     "до мы а может было также были только будет еще после года ее или чтобы который "
     "которые "},
    {"uk", NGI_CYRILLIC, 12, NULL,
     " і в не на що з у та за до це як від про для його а але й було він є по так бути "
     "або буде після року під час також які який вона україни ще вже через цього щодо "
     "того "},
    {"be", NGI_CYRILLIC, 12, NULL,
     " і ў не на што з у да як за гэта па для пра ад яго але быў так ён яна таксама які "
     "было ці пасля або года якія быць "},
    {"bg", NGI_CYRILLIC, 12, NULL,
     " на и да се за в от не с че е са по как това като ще при до след което които си му "
     "или беше има но през той само може която към който бе заяви още все "},
    {"mk", NGI_CYRILLIC, 12, NULL,
     " на и да се за во од не со дека е ќе што како сѐ или го ги но беше има биде овој "
     "која кој ја тоа по при кои нивните "},
    {"sr", NGI_CYRILLIC, 12, NULL,
     " и у је да се на су за од са о не који што ће то као из би није која до али које "
     "према само више био након по те или како рекао такође већ бити током пре због где "
     "све после "},
    {"kk", NGI_CYRILLIC, 0, NULL,
     " және мен бұл бір үшін да де бойынша болып деп қазақстан ол осы туралы деген болған "
     "соң бар жылы ғана оның "},
    {"ky", NGI_CYRILLIC, 0, NULL,
     " жана бул бир үчүн менен да деп болуп кыргыз ал ошол тууралуу болгон эле бар жылы "
     "анын боюнча укуктуу "},
    {"tg", NGI_CYRILLIC, 0, NULL,
     " ва дар аз ба ки ин бо барои аст то он буд ҳам як шуд кард дорад низ тоҷикистон "},
    {"mn", NGI_CYRILLIC, 0, NULL,
     " нь энэ байна юм бөгөөд болон оны тухай байсан гэж хүн монгол улсын дээр бол тус "
     "эрхтэй "},
    {"tt", NGI_CYRILLIC, 0, NULL,
     " һәм белән бу бер өчен дә да булган дип татарстан ул шул кеше яки "},
    {"ar", NGI_ARABIC, 13, NULL,
     " في من على أن إلى التي عن مع هذا ما لا كان بعد هذه الذي أو قد كما بين خلال قال لم "
     "وقال أنه ذلك عام يوم غير حتى قبل منذ عند "},
    {"fa", NGI_ARABIC, 13, NULL,
     " و در به از که این را با است برای آن خود یک کرد شده تا بر شد می نیز هم گفت اما بود "
     "اند کند دارد باید او وی پیش ما بین شود هر های ها "},
    {"ur", NGI_ARABIC, 13, NULL,
     " کے کی میں اور سے ہے کا کو نے کہ پر یہ ہیں اس گیا ایک بھی نہیں کر تھا کیا جس وہ تو "
     "لیے ان کہا پاکستان رہے کرنے ہو تھے "},
    {"ps", NGI_ARABIC, 13, NULL,
     " د په چې او له دا سره شي شوي کې یې نه یا کړي هم کوي باندې خپل دی ته وي هر حق لري "},
    {"ckb", NGI_ARABIC, 0, NULL,
     " و لە بە کە بۆ ئەو لەگەڵ ئەم هەموو خۆی یان ناوە نەک کوردستان دەکات مافی کەس "},
    {"ug", NGI_ARABIC, 0, NULL,
     " ۋە بىلەن بۇ بىر ئۈچۈن ھەر ئۇ دەپ قىلىش بولغان ئادەم ياكى ھوقۇقى "},
    {"sd", NGI_LATIN, 0, "", " ۽ جي جو ۾ کي سان آهي تي جا کان ڪري هن لاءِ نه جنهن "},
    {"hi", NGI_DEVANAGARI, 14, NULL,
     " के में की है और से को का ने पर कि भी यह नहीं हैं इस एक हो गया लिए कर था रहा साथ "
     "बाद तो वह थे रहे कहा किया गई थी जो ये अपने "},
    {"mr", NGI_DEVANAGARI, 14, NULL,
     " आहे आणि या च्या ते ही हा तर मध्ये नाही आहेत साठी करण्यात केली होते होता असे "
     "त्यांनी एक की पण केले झाली यांनी म्हणाले काय तो "},
    {"ne", NGI_DEVANAGARI, 14, NULL,
     " र को मा छ ले हो भएको पनि गर्ने गरेको छन् यो लागि थियो उनले भने नेपाल गर्न वा हुने "
     "एक तथा गरेका "},
    {"el", NGI_GREEK, 0, NULL,
     " και το να του η της ο με για την που από τον στο είναι τα στην θα ότι οι σε των "
     "δεν τους μια τη ένα "},
    {"he", NGI_HEBREW, 15, NULL, " של את על לא הוא כי זה עם גם או אל היא אבל יש "},
    {"yi", NGI_HEBREW, 15, NULL, " און אין פון צו איז די דער מיט וואס נישט האט אויף "},
    {{0}, 0, 0, NULL, NULL},
};
