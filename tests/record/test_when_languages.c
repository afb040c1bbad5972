/* SPDX-License-Identifier: Apache-2.0 */
/* German, French and Spanish dates, resolved against a story of Wednesday, 20 November 2024. */
#include "rendered.h"
#include "tests.h"

/* clang-format off */
static const rendered_row german[] = {
    {"Die Armee nahm am Dienstag die Stadt ein.", "[Dienstag] 2024-11-19"},
    {"Am Sonntag wird gewählt.", "[Sonntag] 2024-11-24"},
    {"Er starb in der Nacht zum Montag.", "[Montag] 2024-11-18"},
    {"Das Treffen soll am Freitag stattfinden.", "[Freitag] 2024-11-22"},
    {"Letzte Woche sank die Fähre.", "[Letzte Woche] 2024-11-11..2024-11-17"},
    {"Er kam am vergangenen Freitag.", "[vergangenen Freitag] 2024-11-15"},
    {"Sie reist am kommenden Montag ab.", "[kommenden Montag] 2024-11-25"},
    {"Nächstes Jahr öffnet das Werk.", "[Nächstes Jahr] 2025-01-01..2025-12-31"},
    {"In diesem Jahr regnete es viel.", "[diesem Jahr] 2024-01-01..2024-12-31"},
    {"Im vergangenen Monat fielen die Preise.", "[vergangenen Monat] 2024-10-01..2024-10-31"},
    {"Im Dezember 2023 begann der Bau.", "[Dezember 2023] 2023-12-01..2023-12-31"},
    {"Am 3. März 2024 fiel die Brücke ein.", "[3. März 2024] 2024-03-03"},
    {"Am 3. März wurde er gewählt.", "[3. März] 2024-03-03"},
    {"Die Messe lief vom 3. bis 5. März 2024.", "[vom 3. bis 5. März 2024] 2024-03-03..2024-03-05"},
    {"Das Fest war am 05.03.2024.", "[05.03.2024] 2024-03-05"},
    {"Am 5.3. kam er an.", "[5.3.] 2024-03-05"},
    {"Seit 2014 herrscht Krieg.", "[Seit 2014] 2014-01-01..2024-11-20"},
    {"Die Frist läuft bis zum 1. März.", "[bis zum 1. März] ..2025-03-01"},
    {"Bis Ende März soll es fertig sein.", "[Bis Ende März] ..2025-03-31~"},
    {"Sie müssen innerhalb von acht Monaten zahlen.",
     "[innerhalb von acht Monaten] 2024-11-20..2025-07-20"},
    {"In zwei Wochen kehrt er zurück.", "[In zwei Wochen] 2024-12-02..2024-12-08~"},
    {"Seit drei Jahren steht das Haus leer.", "[Seit drei Jahren] 2021-11-20..2024-11-20~"},
    {"Im ersten Quartal 2025 stieg der Gewinn.", "[ersten Quartal 2025] 2025-01-01..2025-03-31"},
    {"Zwischen 2019 und 2021 sank die Zahl.", "[Zwischen 2019 und 2021] 2019-01-01..2021-12-31"},
    {"In den 1990er Jahren war es still.", "[den 1990er Jahren] 1990-01-01..1999-12-31"},
    {"In den 90er-Jahren war es laut.", "[den 90er-Jahren] 1990-01-01..1999-12-31"},
    {"Vor drei Jahren zog er weg.", "[Vor drei Jahren] 2021-01-01..2021-12-31~"},
    {"Gestern Abend brannte es.", "[Gestern Abend] 2024-11-19"},
    {"Er kommt heute.", "[heute] 2024-11-20"},
    {"Am Montagabend fiel Regen.", "[Montagabend] 2024-11-18"},
    {"Anfang Juni fiel Schnee.", "[Anfang Juni] 2024-06-01..2024-06-10~"},
    {"Mitte Oktober fiel Schnee.", "[Mitte Oktober] 2024-10-11..2024-10-20~"},
    {"Ende des Jahres geht er.", "[Ende des Jahres] 2024-12-01..2024-12-31~"},
    {"2014 gewann er die Wahl.", "[2014] 2014-01-01..2014-12-31"},
    {"2014 Menschen kamen.", ""},
    {"Das Haus stammt aus dem 19. Jahrhundert.", "[dem 19. Jahrhundert] 1801-01-01..1900-12-31"},
    {"Am Wochenende wurde gefeiert.", "[Wochenende] 2024-11-16..2024-11-17"},
    {"Von 2014 bis 2016 war er Chef.", "[Von 2014 bis 2016] 2014-01-01..2016-12-31"},
};

static const rendered_row french[] = {
    {"L'armée a pris la ville mardi.", "[mardi] 2024-11-19"},
    {"Le vote aura lieu dimanche.", "[dimanche] 2024-11-24"},
    {"Il est mort dans la nuit de lundi à mardi.", "[de lundi à mardi] 2024-11-18..2024-11-19"},
    {"La semaine dernière, le bac a coulé.", "[La semaine dernière] 2024-11-11..2024-11-17"},
    {"Il est arrivé vendredi dernier.", "[vendredi dernier] 2024-11-15"},
    {"Elle partira lundi prochain.", "[lundi prochain] 2024-11-25"},
    {"L'année prochaine, l'usine ouvrira.", "[L'année prochaine] 2025-01-01..2025-12-31"},
    {"Cette année, il a beaucoup plu.", "[Cette année] 2024-01-01..2024-12-31"},
    {"Le mois dernier, les prix ont baissé.", "[Le mois dernier] 2024-10-01..2024-10-31"},
    {"Le chantier a commencé en décembre 2023.", "[décembre 2023] 2023-12-01..2023-12-31"},
    {"Le pont est tombé le 3 mars 2024.", "[3 mars 2024] 2024-03-03"},
    {"Il a été élu le 3 mars.", "[3 mars] 2024-03-03"},
    {"La foire a eu lieu du 3 au 5 mars 2024.", "[du 3 au 5 mars 2024] 2024-03-03..2024-03-05"},
    {"La fête était le 1er mai 2023.", "[1er mai 2023] 2023-05-01"},
    {"Le texte date du 05/03/2024.", "[05/03/2024] 2024-03-05"},
    {"La guerre dure depuis 2014.", "[depuis 2014] 2014-01-01..2024-11-20"},
    {"Le délai court jusqu'au 1er mars.", "[jusqu'au 1er mars] ..2025-03-01"},
    {"Ce sera prêt d'ici la fin de l'année.", "[d'ici la fin de l'année] ..2024-12-31~"},
    {"Il doit payer d'ici deux ans.", "[d'ici deux ans] 2024-11-20..2026-11-20"},
    {"Ils doivent payer dans les huit mois.", "[dans les huit mois] 2024-11-20..2025-07-20"},
    {"Il reviendra dans deux semaines.", "[dans deux semaines] 2024-12-02..2024-12-08~"},
    {"La maison est vide depuis trois ans.", "[depuis trois ans] 2021-11-20..2024-11-20~"},
    {"Le bénéfice a augmenté au premier trimestre 2025.",
     "[premier trimestre 2025] 2025-01-01..2025-03-31"},
    {"Le nombre a baissé entre 2019 et 2021.", "[entre 2019 et 2021] 2019-01-01..2021-12-31"},
    {"C'était calme dans les années 1990.", "[les années 1990] 1990-01-01..1999-12-31"},
    {"C'était bruyant dans les années 90.", "[les années 90] 1990-01-01..1999-12-31"},
    {"Il est parti il y a trois ans.", "[il y a trois ans] 2021-01-01..2021-12-31~"},
    {"Il y a deux jours, il pleuvait.", "[Il y a deux jours] 2024-11-18"},
    {"Un incendie a éclaté hier soir.", "[hier soir] 2024-11-19"},
    {"Il arrive aujourd'hui.", "[aujourd'hui] 2024-11-20"},
    {"Il a neigé début juin.", "[début juin] 2024-06-01..2024-06-10~"},
    {"Il a neigé à la mi-octobre.", "[mi-octobre] 2024-10-11..2024-10-20~"},
    {"Il part fin mars 2025.", "[fin mars 2025] 2025-03-21..2025-03-31~"},
    {"De 2014 à 2016, il était chef.", "[De 2014 à 2016] 2014-01-01..2016-12-31"},
    {"La maison date du XIXe siècle.", "[XIXe siècle] 1801-01-01..1900-12-31"},
    {"Le week-end dernier, on a dansé.", "[Le week-end dernier] 2024-11-16..2024-11-17"},
    {"Les dégâts de ces trois dernières années sont grands.",
     "[ces trois dernières années] 2021-11-20..2024-11-20"},
    {"Il a vu 2014 personnes.", ""},
};

static const rendered_row spanish[] = {
    {"El ejército tomó la ciudad el martes.", "[martes] 2024-11-19"},
    {"La votación será el domingo.", "[domingo] 2024-11-24"},
    {"Murió en la noche del lunes.", "[lunes] 2024-11-18"},
    {"La semana pasada se hundió el barco.", "[La semana pasada] 2024-11-11..2024-11-17"},
    {"Llegó el viernes pasado.", "[viernes pasado] 2024-11-15"},
    {"Partirá el próximo lunes.", "[próximo lunes] 2024-11-25"},
    {"El año que viene abrirá la planta.", "[El año que viene] 2025-01-01..2025-12-31"},
    {"Este año llovió mucho.", "[Este año] 2024-01-01..2024-12-31"},
    {"El mes pasado bajaron los precios.", "[El mes pasado] 2024-10-01..2024-10-31"},
    {"La obra comenzó en diciembre de 2023.", "[diciembre de 2023] 2023-12-01..2023-12-31"},
    {"El puente cayó el 3 de marzo de 2024.", "[3 de marzo de 2024] 2024-03-03"},
    {"Fue elegido el 3 de marzo.", "[3 de marzo] 2024-03-03"},
    {"La feria fue del 3 al 5 de marzo de 2024.",
     "[del 3 al 5 de marzo de 2024] 2024-03-03..2024-03-05"},
    {"La fiesta fue el 1 de mayo de 2023.", "[1 de mayo de 2023] 2023-05-01"},
    {"El texto es del 05/03/2024.", "[05/03/2024] 2024-03-05"},
    {"La guerra dura desde 2014.", "[desde 2014] 2014-01-01..2024-11-20"},
    {"El plazo corre hasta el 1 de marzo.", "[hasta el 1 de marzo] ..2025-03-01"},
    {"Debe pagar en un plazo de ocho meses.", "[en un plazo de ocho meses] 2024-11-20..2025-07-20"},
    {"Volverá dentro de dos semanas.", "[dentro de dos semanas] 2024-12-02..2024-12-08~"},
    {"La casa está vacía desde hace tres años.", "[desde hace tres años] 2021-11-20..2024-11-20~"},
    {"El beneficio subió en el primer trimestre de 2025.",
     "[el primer trimestre de 2025] 2025-01-01..2025-03-31"},
    {"La cifra bajó entre 2019 y 2021.", "[entre 2019 y 2021] 2019-01-01..2021-12-31"},
    {"Era tranquilo en los años 90.", "[los años 90] 1990-01-01..1999-12-31"},
    {"Era ruidoso en la década de 1990.", "[la década de 1990] 1990-01-01..1999-12-31"},
    {"Se fue hace tres años.", "[hace tres años] 2021-01-01..2021-12-31~"},
    {"Anoche hubo un incendio.", "[Anoche] 2024-11-19"},
    {"Ayer llovió.", "[Ayer] 2024-11-19"},
    {"Llega hoy.", "[hoy] 2024-11-20"},
    {"Nevó a principios de junio.", "[principios de junio] 2024-06-01..2024-06-10~"},
    {"Nevó a mediados de octubre.", "[mediados de octubre] 2024-10-11..2024-10-20~"},
    {"Se va a finales de año.", "[finales de año] 2024-12-01..2024-12-31~"},
    {"De 2014 a 2016 fue jefe.", "[De 2014 a 2016] 2014-01-01..2016-12-31"},
    {"La casa es del siglo XIX.", "[siglo XIX] 1801-01-01..1900-12-31"},
    {"Este fin de semana habrá fiesta.", "[Este fin de semana] 2024-11-23..2024-11-24"},
    {"Los daños de los últimos tres años son grandes.",
     "[los últimos tres años] 2021-11-20..2024-11-20"},
    {"Por la mañana llovió.", ""},
    {"Vinieron 2014 personas.", ""},
    {"Mañana habrá sol.", "[Mañana] 2024-11-21"},
};

/* clang-format on */

static void test_german(void **state)
{
    (void)state;
    check_rendered(german, ARRAY_COUNT(german), 'd', "de");
}

static void test_french(void **state)
{
    (void)state;
    check_rendered(french, ARRAY_COUNT(french), 'd', "fr");
}

static void test_spanish(void **state)
{
    (void)state;
    check_rendered(spanish, ARRAY_COUNT(spanish), 'd', "es");
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
