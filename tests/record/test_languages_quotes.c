/* SPDX-License-Identifier: Apache-2.0 */
/* Direct speech by rule, and quoted passages of languages without rules. */
#include "rendered.h"
#include "tests.h"

/* clang-format off */
static const rendered_row german[] = {
    {"„Wir haben keine Wahl“, sagte die Ministerin Anna Weber am Montag.",
     "die Ministerin Anna Weber | sagte | „Wir haben keine Wahl“"},
    {"„Das Geld ist weg“, sagte er.", "er | sagte | „Das Geld ist weg“"},
    {"„Das ist absurd“, so Meier.", "Meier | so | „Das ist absurd“"},
    {"„Das ist absurd!“, rief Karl Lorenz.", "Karl Lorenz | rief | „Das ist absurd!“"},
    {"„Warum nicht?“, fragte sie.", "sie | fragte | „Warum nicht?“"},
    {"Der Sprecher erklärte: „Niemand wurde verletzt.“",
     "Der Sprecher | erklärte | „Niemand wurde verletzt.“"},
    {"Am Dienstag sagte Meier der Nordpost: „Ich gehe nicht.“",
     "Meier | sagte | „Ich gehe nicht.“"},
    {"Die Firma hat mitgeteilt: „Wir prüfen den Fall.“",
     "Die Firma | mitgeteilt | „Wir prüfen den Fall.“"},
    {"Müller nannte den Plan „einen großen und teuren Fehler“.",
     "Müller | nannte | „einen großen und teuren Fehler“ (mixed)"},
    {"»Nein«, sagte er, »das stimmt so nicht.«", "er | sagte | »Nein« + »das stimmt so nicht.«"},
    {"„Es war laut“, sagte Karl Lorenz der „Nordpost“ am Abend.",
     "Karl Lorenz | sagte | „Es war laut“"},
    {"„Wir bleiben hier“, sagte der Sprecher der Polizei, Hans Orth.",
     "der Sprecher der Polizei, Hans Orth | sagte | „Wir bleiben hier“"},
    {"„Es gibt Hinweise“, hieß es.", " | hieß | „Es gibt Hinweise“"},
    {"„Wir gehen“, erklärte die Gewerkschaft. „Es reicht uns jetzt.“",
     "die Gewerkschaft | erklärte | „Wir gehen“ + „Es reicht uns jetzt.“"},
    {"\"Wir gehen morgen\", sagte Weber.", "Weber | sagte | \"Wir gehen morgen\""},
    {"„Wir gehen heim“, betonte Dr. Eva Lind im Rathaus.",
     "Dr. Eva Lind | betonte | „Wir gehen heim“"},
    {"Laut Weber ist die Lage „sehr ernst und schlimm“.",
     "Weber | Laut | „sehr ernst und schlimm“ (mixed)"},
    {"Lind warnte: „Das Eis ist dünn.“", "Lind | warnte | „Das Eis ist dünn.“"},
    {"Er lobte das Haus „Zur Post“.", ""},
    {"„Ich war es nicht“, beteuerte der Angeklagte vor Gericht.",
     "der Angeklagte | beteuerte | „Ich war es nicht“"},
    {"Die Stadt schrieb auf ihrer Seite: „Das Bad bleibt zu.“",
     "Die Stadt | schrieb | „Das Bad bleibt zu.“"},
    {"„Wir danken allen Helfern“, schrieb der Verein.",
     "der Verein | schrieb | „Wir danken allen Helfern“"},
    {"«Wir bleiben dabei», sagte Regierungsrätin Mia Keller.",
     "Regierungsrätin Mia Keller | sagte | «Wir bleiben dabei»"},
    {"„Es war dunkel“, berichtete eine Anwohnerin.",
     "eine Anwohnerin | berichtete | „Es war dunkel“"},
    {"„Wir fordern mehr Geld“, sagte Gewerkschaftschef Jan Rohde.",
     "Gewerkschaftschef Jan Rohde | sagte | „Wir fordern mehr Geld“"},
    {"Weber sagte am Montag in Orvel: „Wir schaffen das.“", "Weber | sagte | „Wir schaffen das.“"},
    {"„Das Werk bleibt“, sagte Weber, „aber kleiner als bisher.“",
     "Weber | sagte | „Das Werk bleibt“ + „aber kleiner als bisher.“"},
    {"„Mehr weiß ich nicht“, sagte ein Sprecher des Ministeriums.",
     "ein Sprecher des Ministeriums | sagte | „Mehr weiß ich nicht“"},
    {"„Das wird teuer“, meinte sie weiter.", "sie | meinte | „Das wird teuer“"},
    {"„Das war gut und richtig so.“", " |  | „Das war gut und richtig so.“"},
    {"„Die Bahn kommt“, versicherte Vorstand Tim Auer den Gästen.",
     "Vorstand Tim Auer | versicherte | „Die Bahn kommt“"},
};

static const rendered_row french[] = {
    {"« Nous n'avons pas le choix », a déclaré la ministre Anne Maurel lundi.",
     "la ministre Anne Maurel | a déclaré | « Nous n'avons pas le choix »"},
    {"« L'argent manque », dit-il.", "il | dit | « L'argent manque »"},
    {"« C'est absurde », a-t-il ajouté.", "il | ajouté | « C'est absurde »"},
    {"« C'est absurde ! », lance Paul Girard.", "Paul Girard | lance | « C'est absurde ! »"},
    {"« Pourquoi pas ? », demande-t-elle.", "elle | demande | « Pourquoi pas ? »"},
    {"Le porte-parole a affirmé : « Personne n'a été blessé. »",
     "Le porte-parole | a affirmé | « Personne n'a été blessé. »"},
    {"Lundi, le maire a déclaré : « Je ne pars pas. »",
     "le maire | a déclaré | « Je ne pars pas. »"},
    {"Selon Anne Maurel, « rien n'a changé depuis dix ans ».",
     "Anne Maurel | Selon | « rien n'a changé depuis dix ans » (mixed)"},
    {"« Non », explique-t-elle, « ce n'est pas vrai ».",
     "elle | explique | « Non » + « ce n'est pas vrai »"},
    {"« C'est fini », lance le maire, Paul Girard, devant la foule.",
     "le maire, Paul Girard | lance | « C'est fini »"},
    {"— Je ne sais pas, répondit Anne Maurel.", "Anne Maurel | répondit | Je ne sais pas"},
    {"« Nous partons », a indiqué le syndicat. « Cela suffit maintenant. »",
     "le syndicat | a indiqué | « Nous partons » + « Cela suffit maintenant. »"},
    {"\"Nous partons demain\", a dit Maurel.", "Maurel | a dit | \"Nous partons demain\""},
    {"“Nous partons demain”, a dit Maurel.", "Maurel | a dit | “Nous partons demain”"},
    {"« Le pont est fermé », précise la préfecture de l'Orne.",
     "la préfecture de l'Orne | précise | « Le pont est fermé »"},
    {"« Il faisait noir », raconte une voisine.", "une voisine | raconte | « Il faisait noir »"},
    {"Maurel a qualifié le plan de « grosse et coûteuse erreur ».",
     "Maurel | a qualifié | « grosse et coûteuse erreur » (mixed)"},
    {"Paul Girard prévient : « La glace est mince. »",
     "Paul Girard | prévient | « La glace est mince. »"},
    {"« Je n'ai rien fait », a assuré l'accusé devant le tribunal.",
     "l'accusé | a assuré | « Je n'ai rien fait »"},
    {"« Nous remercions les secours », écrit la ville sur son site.",
     "la ville | écrit | « Nous remercions les secours »"},
    {"« Il faut plus d'argent », estime Jean-Marc Tissot.",
     "Jean-Marc Tissot | estime | « Il faut plus d'argent »"},
    {"« Le projet avance », souligne le directeur de l'usine.",
     "le directeur de l'usine | souligne | « Le projet avance »"},
    {"« C'est grave », a reconnu le ministre de l'Intérieur Jean Morel.",
     "le ministre de l'Intérieur Jean Morel | a reconnu | « C'est grave »"},
    {"« On verra bien », conclut-elle.", "elle | conclut | « On verra bien »"},
    {"« L'usine reste », a promis Girard, « mais plus petite qu'avant ».",
     "Girard | a promis | « L'usine reste » + « mais plus petite qu'avant »"},
    {"Elle explique : « Tout va bien ici. »", "Elle | explique | « Tout va bien ici. »"},
    {"« Il a menti », affirme l'avocat de la famille.",
     "l'avocat de la famille | affirme | « Il a menti »"},
    {"« Nous avons peur », témoignent les habitants.",
     "les habitants | témoignent | « Nous avons peur »"},
    {"« C'était une très bonne journée. »", " |  | « C'était une très bonne journée. »"},
    {"« Le train arrive », annonce un porte-parole.",
     "un porte-parole | annonce | « Le train arrive »"},
    {"« Nous irons au bout », a insisté M. Tissot.",
     "M. Tissot | a insisté | « Nous irons au bout »"},
};

static const rendered_row spanish[] = {
    {"«No tenemos otra opción», dijo la ministra Lucía Ferrán el lunes.",
     "la ministra Lucía Ferrán | dijo | «No tenemos otra opción»"},
    {"«Falta dinero», dijo.", " | dijo | «Falta dinero»"},
    {"\"Es absurdo\", señaló Pérez.", "Pérez | señaló | \"Es absurdo\""},
    {"«¡Es absurdo!», gritó Ana Robles.", "Ana Robles | gritó | «¡Es absurdo!»"},
    {"«¿Por qué no?», preguntó ella.", "ella | preguntó | «¿Por qué no?»"},
    {"El portavoz afirmó: «Nadie resultó herido».",
     "El portavoz | afirmó | «Nadie resultó herido»"},
    {"El lunes, el alcalde declaró: «No me voy».", "el alcalde | declaró | «No me voy»"},
    {"Según el alcalde, «nada ha cambiado en diez años».",
     "el alcalde | Según | «nada ha cambiado en diez años» (mixed)"},
    {"«No», explicó ella, «eso no es verdad».", "ella | explicó | «No» + «eso no es verdad»"},
    {"«Se acabó», lanzó el alcalde, Pablo Girón, ante la multitud.",
     "el alcalde, Pablo Girón | lanzó | «Se acabó»"},
    {"—No lo sé —dijo Ana Robles—. Ya veremos mañana.",
     "Ana Robles | dijo | No lo sé + Ya veremos mañana."},
    {"«Nos vamos», indicó el sindicato. «Ya basta de promesas».",
     "el sindicato | indicó | «Nos vamos» + «Ya basta de promesas»"},
    {"\"Nos vamos mañana\", ha dicho Ferrán.", "Ferrán | ha dicho | \"Nos vamos mañana\""},
    {"“Nos vamos mañana”, ha dicho Ferrán.", "Ferrán | ha dicho | “Nos vamos mañana”"},
    {"«El puente está cerrado», precisó la alcaldía de Orvel.",
     "la alcaldía de Orvel | precisó | «El puente está cerrado»"},
    {"«Estaba oscuro», relató una vecina.", "una vecina | relató | «Estaba oscuro»"},
    {"Ferrán calificó el plan de «grande y costoso error».",
     "Ferrán | calificó | «grande y costoso error» (mixed)"},
    {"Pablo Girón advirtió: «El hielo es fino».", "Pablo Girón | advirtió | «El hielo es fino»"},
    {"«No hice nada», aseguró el acusado ante el tribunal.",
     "el acusado | aseguró | «No hice nada»"},
    {"«Damos las gracias a todos», escribió la ciudad en su página.",
     "la ciudad | escribió | «Damos las gracias a todos»"},
    {"«Hace falta más dinero», opina Juan Marcos Tiedra.",
     "Juan Marcos Tiedra | opina | «Hace falta más dinero»"},
    {"«El proyecto avanza», subrayó el director de la planta.",
     "el director de la planta | subrayó | «El proyecto avanza»"},
    {"«Es grave», reconoció la ministra de Hacienda, Lucía Ferrán, en Madrid.",
     "la ministra de Hacienda, Lucía Ferrán | reconoció | «Es grave»"},
    {"«Ya se verá», concluyó.", " | concluyó | «Ya se verá»"},
    {"«La planta se queda», prometió Girón, «pero más pequeña que antes».",
     "Girón | prometió | «La planta se queda» + «pero más pequeña que antes»"},
    {"Ella explicó: «Todo va bien aquí».", "Ella | explicó | «Todo va bien aquí»"},
    {"«Él mintió», sostiene el abogado de la familia.",
     "el abogado de la familia | sostiene | «Él mintió»"},
    {"«Tenemos miedo», cuentan los vecinos.", "los vecinos | cuentan | «Tenemos miedo»"},
    {"«Fue un día muy bueno para todos.»", " |  | «Fue un día muy bueno para todos.»"},
    {"«El tren llega», anunció un portavoz.", "un portavoz | anunció | «El tren llega»"},
    {"«Iremos hasta el final», insistió el señor Tiedra.",
     "el señor Tiedra | insistió | «Iremos hasta el final»"},
};

static const rendered_row others[] = {
    {"彼は「これはとても大きな問題だと思います」と話した。", " |  | 「これはとても大きな問題だと思います」"},
    {"他说：“我们没有别的选择，只能等待。”", " |  | “我们没有别的选择，只能等待。”"},
    {"«Это очень плохо», — сказал он.", " |  | «Это очень плохо»"},
    {"„To bardzo źle dla nas”, powiedział.", " |  | „To bardzo źle dla nas”"},
    {"”Det var bra så”, sa hon.", " |  | ”Det var bra så”"},
    {"»Det var godt nok«, sagde hun.", " |  | »Det var godt nok«"},
    {"“Isso é muito ruim”, disse ela.", " |  | “Isso é muito ruim”"},
    {"\"Dit is heel slecht\", zei hij.", " |  | \"Dit is heel slecht\""},
    {"‘Dit is heel erg slecht nieuws’, zei hij.", " |  | ‘Dit is heel erg slecht nieuws’"},
    {"Er is geen citaat in deze zin.", ""},
    {"قال الوزير: «لن نترك أحدا وراءنا».", " |  | «لن نترك أحدا وراءنا»"},
    {"وأضاف: \"لا نعرف عدد الضحايا\".", " |  | \"لا نعرف عدد الضحايا\""},
    {"او گفت: «ما راه دیگری نداریم».", " |  | «ما راه دیگری نداریم»"},
    {"\"אין לנו ברירה אחרת\", אמרה השרה.", " |  | \"אין לנו ברירה אחרת\""},
    {"他說：「我們沒有別的選擇。」", " |  | 「我們沒有別的選擇。」"},
    {"“我们会继续搜救”，部长说。", " |  | “我们会继续搜救”"},
    {"장관은 “우리는 선택의 여지가 없다”고 말했다.", " |  | “우리는 선택의 여지가 없다”"},
    {"«Non abbiamo scelta», ha detto la ministra.", " |  | «Non abbiamo scelta»"},
    {"“Başka seçeneğimiz yok” dedi.", " |  | “Başka seçeneğimiz yok”"},
    {"«Δεν έχουμε άλλη επιλογή», είπε.", " |  | «Δεν έχουμε άλλη επιλογή»"},
    {"मंत्री ने कहा, “हमारे पास कोई विकल्प नहीं है।”", " |  | “हमारे पास कोई विकल्प नहीं है।”"},
};

/* clang-format on */

static void test_german(void **state)
{
    (void)state;
    check_rendered(german, ARRAY_COUNT(german), 'q', "de");
}

static void test_french(void **state)
{
    (void)state;
    check_rendered(french, ARRAY_COUNT(french), 'q', "fr");
}

static void test_spanish(void **state)
{
    (void)state;
    check_rendered(spanish, ARRAY_COUNT(spanish), 'q', "es");
}

static void test_others(void **state)
{
    (void)state;
    check_rendered(others, ARRAY_COUNT(others), 'q', "ja");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_german),
        cmocka_unit_test(test_french),
        cmocka_unit_test(test_spanish),
        cmocka_unit_test(test_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
