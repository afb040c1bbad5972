/* SPDX-License-Identifier: Apache-2.0 */
/* German, French and Spanish figures, and what is none. */
#include "rendered.h"
#include "tests.h"

/* clang-format off */
static const rendered_row german[] = {
    {"Sie starteten rund 140.000 Drohnen.", "[rund 140.000 Drohnen] 140000 of Drohnen ~"},
    {"Das kostet 1.200,50 Euro.", "[1.200,50 Euro] 1200.5 EUR"},
    {"Die Leitung ist 2.000 Kilometer (1.200 Meilen) lang.",
     "[2.000 Kilometer (1.200 Meilen)] 2000 km = 1200 mile"},
    {"Der Vertrag kostet 141 Millionen Dollar.", "[141 Millionen Dollar] 141000000 USD"},
    {"Es dauerte zwölf Tage.", "[zwölf Tage] 12 day"},
    {"Es war eine 12-tägige Offensive.", "[12-tägige Offensive] 12 day of Offensive"},
    {"30 bis 40 Prozent der Wähler blieben daheim.",
     "[30 bis 40 Prozent der Wähler] % of Wähler min 30 max 40"},
    {"Es waren 30-40 Prozent.", "[30-40 Prozent] % min 30 max 40"},
    {"Mehr als 200 Menschen starben.", "[Mehr als 200 Menschen] 200 of Menschen min 200 ~"},
    {"Mindestens zwölf Tote wurden gezählt.", "[Mindestens zwölf Tote] 12 of Tote min 12"},
    {"Sie nahmen dreiundzwanzig Dörfer ein.", "[dreiundzwanzig Dörfer] 23 of Dörfer"},
    {"Dutzende Häuser brannten.", "[Dutzende Häuser] of Häuser min 24 ~"},
    {"Zwei Drittel der Abgeordneten stimmten zu.",
     "[Zwei Drittel der Abgeordneten] 0.6666666667 of Abgeordneten"},
    {"Die Hälfte der Bevölkerung floh.", "[Die Hälfte der Bevölkerung] 0.5 of Bevölkerung"},
    {"Das Feld misst 80 Hektar.", "[80 Hektar] 80 hectare"},
    {"Es kostet 5,5 Mio. Euro.", "[5,5 Mio. Euro] 5500000 EUR"},
    {"Es kostet 3 Mrd. Euro.", "[3 Mrd. Euro] 3000000000 EUR"},
    {"Ein 25-jähriger Mann kam.", ""},
    {"Er kam um 14.30 Uhr.", ""},
    {"Hunderttausende Menschen flohen.", "[Hunderttausende Menschen] of Menschen min 200000 ~"},
    {"Knapp 20.000 Soldaten kamen.", "[Knapp 20.000 Soldaten] 20000 of Soldaten max 20000 ~"},
    {"Zwischen 30 und 40 Menschen starben.",
     "[Zwischen 30 und 40 Menschen] of Menschen min 30 max 40"},
    {"Die Zinsen sanken um 25 Basispunkte.", "[25 Basispunkte] 25 basis point"},
    {"Es stieg um 0,5 Prozentpunkte.", "[0,5 Prozentpunkte] 0.5 percentage point"},
    {"Es wurde 30 Grad warm.", "[30 Grad] 30 degree"},
    {"Der Wind erreichte 120 km/h.", "[120 km/h] 120 km/h"},
    {"Sie zahlten 500 Schweizer Franken.", "[500 Schweizer Franken] 500 CHF"},
    {"Bis zu 50 Gäste kamen.", "[Bis zu 50 Gäste] 50 of Gäste max 50"},
    {"Er gewann 3:1.", ""},
    {"Artikel 5 gilt.", ""},
    {"Fünf Häuser brannten.", "[Fünf Häuser] 5 of Häuser"},
    {"Das Land misst 1.200 Quadratkilometer.", "[1.200 Quadratkilometer] 1200 square km"},
    {"Er hat 1.500 Mitarbeiter.", "[1.500 Mitarbeiter] 1500 of Mitarbeiter"},
    {"Eine halbe Million Menschen floh.", "[Eine halbe Million Menschen] 500000 of Menschen"},
    {"Am 3. März 2024 kam er.", ""},
};

static const rendered_row french[] = {
    {"Ils ont lancé environ 140 000 drones.", "[environ 140 000 drones] 140000 of drones ~"},
    {"Cela coûte 1 200,50 euros.", "[1 200,50 euros] 1200.5 EUR"},
    {"Le tuyau mesure 2 000 kilomètres (1 200 miles).",
     "[2 000 kilomètres (1 200 miles)] 2000 km = 1200 mile"},
    {"Le contrat vaut 141 millions de dollars.", "[141 millions de dollars] 141000000 USD"},
    {"Cela a duré douze jours.", "[douze jours] 12 day"},
    {"De 30 à 40 % des électeurs sont venus.",
     "[30 à 40 % des électeurs] % of électeurs min 30 max 40"},
    {"Entre 30 et 40 personnes sont mortes.",
     "[Entre 30 et 40 personnes] of personnes min 30 max 40"},
    {"Plus de 200 personnes sont mortes.", "[Plus de 200 personnes] 200 of personnes min 200 ~"},
    {"Au moins douze soldats sont morts.", "[Au moins douze soldats] 12 of soldats min 12"},
    {"Ils ont pris vingt-trois villages.", "[vingt-trois villages] 23 of villages"},
    {"Des dizaines de maisons ont brûlé.", "[dizaines de maisons] of maisons min 20 ~"},
    {"Deux tiers des députés ont dit oui.", "[Deux tiers des députés] 0.6666666667 of députés"},
    {"La moitié de la population a fui.", "[La moitié de la population] 0.5 of population"},
    {"Le champ fait 80 hectares.", "[80 hectares] 80 hectare"},
    {"Cela coûte 5,5 millions d'euros.", "[5,5 millions d'euros] 5500000 EUR"},
    {"Cela coûte 3 milliards d'euros.", "[3 milliards d'euros] 3000000000 EUR"},
    {"Il est venu à 14h30.", ""},
    {"Des centaines de milliers de réfugiés ont fui.",
     "[centaines de milliers de réfugiés] of réfugiés min 200000 ~"},
    {"Près de 20 000 soldats sont venus.", "[Près de 20 000 soldats] 20000 of soldats max 20000 ~"},
    {"Les taux ont baissé de 25 points de base.", "[25 points de base] 25 basis point"},
    {"Il faisait 30 degrés.", "[30 degrés] 30 degree"},
    {"Le vent a atteint 120 km/h.", "[120 km/h] 120 km/h"},
    {"Ils ont payé 500 francs suisses.", "[500 francs suisses] 500 CHF"},
    {"Jusqu'à 50 invités sont venus.", "[Jusqu'à 50 invités] 50 of invités max 50"},
    {"Jean Morel, 43 ans, a parlé.", ""},
    {"Un homme âgé de 43 ans est venu.", ""},
    {"Cinq maisons ont brûlé.", "[Cinq maisons] 5 of maisons"},
    {"Le pays mesure 1 200 kilomètres carrés.", "[1 200 kilomètres carrés] 1200 square km"},
    {"L'usine emploie 1 500 salariés.", "[1 500 salariés] 1500 of salariés"},
    {"Un million de personnes ont fui.", "[Un million de personnes] 1000000 of personnes"},
    {"Quatre-vingt-dix-sept personnes sont venues.",
     "[Quatre-vingt-dix-sept personnes] 97 of personnes"},
    {"Moins de 10 élèves sont venus.", "[Moins de 10 élèves] 10 of élèves max 10 ~"},
    {"Il a gagné 3-1.", ""},
    {"L'article 5 s'applique.", ""},
    {"Le 3 mars 2024, il est venu.", ""},
    {"Une vingtaine de maisons ont brûlé.", "[Une vingtaine de maisons] 20 of maisons ~"},
};

static const rendered_row spanish[] = {
    {"Lanzaron unos 140.000 drones.", "[unos 140.000 drones] 140000 of drones ~"},
    {"Cuesta 1.200,50 euros.", "[1.200,50 euros] 1200.5 EUR"},
    {"El tubo mide 2.000 kilómetros (1.200 millas).",
     "[2.000 kilómetros (1.200 millas)] 2000 km = 1200 mile"},
    {"El contrato vale 141 millones de dólares.", "[141 millones de dólares] 141000000 USD"},
    {"Duró doce días.", "[doce días] 12 day"},
    {"Vino entre el 30 y el 40 % de los votantes.",
     "[entre el 30 y el 40 % de los votantes] % of votantes min 30 max 40"},
    {"Murieron entre 30 y 40 personas.", "[entre 30 y 40 personas] of personas min 30 max 40"},
    {"Murieron más de 200 personas.", "[más de 200 personas] 200 of personas min 200 ~"},
    {"Murieron al menos doce soldados.", "[al menos doce soldados] 12 of soldados min 12"},
    {"Tomaron treinta y tres pueblos.", "[treinta y tres pueblos] 33 of pueblos"},
    {"Ardieron decenas de casas.", "[decenas de casas] of casas min 20 ~"},
    {"Dos tercios de los diputados dijeron sí.",
     "[Dos tercios de los diputados] 0.6666666667 of diputados"},
    {"La mitad de la población huyó.", "[La mitad de la población] 0.5 of población"},
    {"El campo mide 80 hectáreas.", "[80 hectáreas] 80 hectare"},
    {"Cuesta 5,5 millones de euros.", "[5,5 millones de euros] 5500000 EUR"},
    {"Cuesta mil millones de euros.", "[mil millones de euros] 1000000000 EUR"},
    {"Vino a las 14:30.", ""},
    {"Huyeron cientos de miles de refugiados.",
     "[cientos de miles de refugiados] of refugiados min 200000 ~"},
    {"Vinieron casi 20.000 soldados.", "[casi 20.000 soldados] 20000 of soldados max 20000 ~"},
    {"Los tipos bajaron 25 puntos básicos.", "[25 puntos básicos] 25 basis point"},
    {"Subió 0,5 puntos porcentuales.", "[0,5 puntos porcentuales] 0.5 percentage point"},
    {"Hubo 30 grados.", "[30 grados] 30 degree"},
    {"El viento llegó a 120 km/h.", "[120 km/h] 120 km/h"},
    {"Pagaron 500 pesos mexicanos.", "[500 pesos mexicanos] 500 MXN"},
    {"Vinieron hasta 50 invitados.", "[hasta 50 invitados] 50 of invitados max 50"},
    {"Subió un 25 por ciento.", "[25 por ciento] 25 %"},
    {"Ardieron cinco casas.", "[cinco casas] 5 of casas"},
    {"El país mide 1.200 kilómetros cuadrados.", "[1.200 kilómetros cuadrados] 1200 square km"},
    {"La planta emplea a 1.500 trabajadores.", "[1.500 trabajadores] 1500 of trabajadores"},
    {"Huyó un millón de personas.", "[un millón de personas] 1000000 of personas"},
    {"Vinieron 1,200 personas.", "[1,200 personas] 1200 of personas"},
    {"Vinieron menos de 10 alumnos.", "[menos de 10 alumnos] 10 of alumnos max 10 ~"},
    {"Ganó 3-1.", ""},
    {"Rige el artículo 5.", ""},
    {"El 3 de marzo de 2024 vino.", ""},
    {"Quinientos soldados vinieron.", "[Quinientos soldados] 500 of soldados"},
};

/* clang-format on */

static void test_german(void **state)
{
    (void)state;
    check_rendered(german, ARRAY_COUNT(german), 'f', "de");
}

static void test_french(void **state)
{
    (void)state;
    check_rendered(french, ARRAY_COUNT(french), 'f', "fr");
}

static void test_spanish(void **state)
{
    (void)state;
    check_rendered(spanish, ARRAY_COUNT(spanish), 'f', "es");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_german),
        cmocka_unit_test(test_french),
        cmocka_unit_test(test_spanish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
