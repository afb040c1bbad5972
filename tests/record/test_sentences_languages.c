/* SPDX-License-Identifier: Apache-2.0 */
/* Where sentences begin in languages other than English. Each row is a text with " / " where a
 * new sentence must begin and nowhere else; the mark is taken out before the text is read. A
 * bare "/" stands for a border without a space between (Chinese, Japanese). */
#include "record/prose.h"
#include "tests.h"

/* clang-format off */
static const char *const german[] = {
    "Am 3. März kam er. / Dann ging er.",
    "Das ist z.B. Dr. Brandt bzw. Moss. / Er ging.",
    "Die Brücke ist zu. / Niemand weiß, warum.",
    "Prof. Dr. Eva Lind kam um 14.30 Uhr. / Sie blieb bis 18 Uhr.",
    "Der Bau kostet 5,5 Mio. Euro. / Das ist viel Geld.",
    "Laut § 5 Abs. 2 ist das verboten. / Die Stadt prüft den Fall.",
    "Am 5.3. kam er an. / Am 6. März ging er.",
    "„Es ist so“, sagte Brandt. / „Wirklich.“",
    "„Warum?“, fragte sie. / Er schwieg.",
    "„Warum nur?“ fragte Weber. / Er schwieg.",
    "»Nein!«, rief er. / »Niemals!«",
    "Er rief: „Halt!“ / Dann lief er weg.",
    "Im 19. Jahrhundert stand hier ein Schloss. / Heute ist es ein Park.",
    "König Karl XII. starb im Krieg. / Sein Bruder folgte.",
    "Ludwig II. von Bayern baute Schlösser. / Er starb im See.",
    "Die Firma Lind & Co. zahlt nicht. / Der Vertrag ist nichtig.",
    "Sie wohnt in der Hauptstr. 12 in Orvel. / Dort brannte es.",
    "Der Verein hat ca. 300 Mitglieder. / Er sucht neue.",
    "Er war u.a. in Bern und Wien. / Nun kehrt er zurück.",
    "Das gilt für Hunde, Katzen usw. / Die Stadt kontrolliert das.",
    "Der 1. Vorsitzende trat zurück. / Der 2. blieb.",
    "Platz 1 ging an Moss, Platz 2 an Lind. / Beide freuten sich.",
    "Er fragte: Wer war das? / Niemand antwortete.",
    "Sie gewannen 3:1. / Das Stadion jubelte.",
    "Das Amt (Tel. 0123 4567) hat zu. / Es öffnet am Montag.",
    "Der Minister trat zurück (am Abend). / Sein Nachfolger ist jung.",
    "Wir warten … / Vielleicht kommt er noch.",
    "Der Wald brannte. / 300 Helfer kamen.",
    "Er kommt aus St. Ellen. / Dort kennt ihn jeder.",
    "ORVEL (nw) - / Die Fähre ist gesunken. / Niemand starb.",
    "Das Gesetz, Art. 12 Nr. 3, bleibt. / Die Opposition klagt.",
    "„Wir gehen.“ / Mehr sagte er nicht.",
    "Herr J. Weber kam. / Frau A. Lind nicht.",
};

static const char *const french[] = {
    "« C'est vrai », a dit M. Moreau. / Il part.",
    "Le pont est fermé. / Personne ne sait pourquoi.",
    "Mme Anne Maurel et le Dr Tissot sont venus. / Ils sont repartis tard.",
    "MM. Girard et Morel ont signé. / La foule a applaudi.",
    "Il habite av. de la Gare, à Orvel. / La maison a brûlé.",
    "L'art. 12 du code l'interdit. / La ville enquête.",
    "« Pourquoi ? », demande-t-elle. / Il se tait.",
    "« Pourquoi ? » demande Maurel. / Il se tait.",
    "« Non ! », crie-t-il. / « Jamais ! »",
    "Il a crié : « Halte ! » / Puis il a fui.",
    "Le chantier coûte 5,5 millions d'euros. / C'est beaucoup.",
    "Le Mgr. Paul est mort. / Il avait 80 ans.",
    "Elle aime les chats, les chiens, etc. / Le maire, lui, non.",
    "Qui est venu ? / Personne.",
    "C'est fini ! / La fête commence.",
    "On attend… / Peut-être viendra-t-il.",
    "Le 1er mars, il est parti. / Le 3 mars, il est revenu.",
    "La forêt a brûlé. / 300 pompiers sont venus.",
    "Ils ont gagné 3-1. / Le stade a chanté.",
    "Le ministre est parti (dans la nuit). / Son successeur est jeune.",
    "Il est né à St. Ellen. / Tout le monde le connaît.",
    "J. Morel est venu. / P. Girard non.",
    "Le train de 14 h 30 est annulé. / Le suivant aussi.",
    "ORVEL (nw) - / Le bac a coulé. / Personne n'est mort.",
    "« Nous partons. » / Il n'a rien dit de plus.",
    "Voir p. 12 du rapport. / Tout y est.",
    "La société Lind et Cie. ne paie plus. / Le contrat est nul.",
    "Au XIXe siècle, un château était ici. / Aujourd'hui, c'est un parc.",
    "Selon le n° 2 du parti, rien ne presse. / Les autres en doutent.",
    "Louis XIV. est mort. / Son fils aussi.",
    "Il pleut. / À Orvel, il neige.",
    "Que faire ?! / Nul ne le sait.",
    "Le maire l'a promis. / Écoutez-le.",
};

static const char *const spanish[] = {
    "¿Por qué? / ¡No! / La Sra. Ruiz dijo «sí».",
    "El puente está cerrado. / Nadie sabe por qué.",
    "El Dr. Lozano y la Dra. Robles llegaron. / Se fueron tarde.",
    "El Sr. Pérez firmó. / La multitud aplaudió.",
    "Vive en la avda. Central, en Orvel. / La casa ardió.",
    "El art. 12 lo prohíbe. / La ciudad investiga.",
    "«¿Por qué?», preguntó ella. / Él calló.",
    "«¿Por qué?» preguntó Ferrán. / Él calló.",
    "«¡No!», gritó. / «¡Nunca!»",
    "Gritó: «¡Alto!» / Después huyó.",
    "La obra cuesta 5,5 millones de euros. / Es mucho.",
    "Le gustan los gatos, los perros, etc. / El alcalde, no.",
    "¿Quién vino? / Nadie.",
    "¡Se acabó! / La fiesta empieza.",
    "Esperamos… / Quizá venga.",
    "El 3 de marzo se fue. / El 5 volvió.",
    "El bosque ardió. / 300 bomberos llegaron.",
    "Ganaron 3-1. / El estadio cantó.",
    "El ministro se fue (de noche). / Su sucesor es joven.",
    "Nació en Sta. Elena. / Todos lo conocen.",
    "J. Pérez vino. / P. Girón no.",
    "El tren de las 14.30 no salió. / El siguiente tampoco.",
    "ORVEL (nw) - / El barco se hundió. / Nadie murió.",
    "«Nos vamos.» / No dijo más.",
    "Véase la pág. 12 del informe. / Ahí está todo.",
    "El núm. 2 del partido calla. / Los demás dudan.",
    "Viajó a EE.UU. en marzo. / Volvió en mayo.",
    "Trabajó en EE.UU. / El año pasado volvió.",
    "¿Qué hacer? / ¿A quién llamar?",
    "Llueve. / En Orvel nieva.",
    "Uds. lo saben. / Nosotros no.",
    "El alcalde lo prometió. / Óiganlo.",
    "La empresa pagó 1.200,50 euros. / Debía más.",
};

static const struct {
    const char *language, *text;
} others[] = {
    {"nl", "De brug is dicht. / Niemand weet waarom."},
    {"nl", "„Waarom?” vroeg zij. / Hij zweeg."},
    {"pt", "A ponte está fechada. / Ninguém sabe porquê."},
    {"it", "Il ponte è chiuso. / Nessuno sa perché."},
    {"pl", "Most jest zamknięty. / Nikt nie wie dlaczego."},
    {"ru", "Мост закрыт. / Никто не знает почему. / «Это плохо», — сказал он."},
    {"uk", "Міст закрито. / Ніхто не знає чому."},
    {"el", "Η γέφυρα έκλεισε. / Κανείς δεν ξέρει γιατί."},
    {"tr", "Köprü kapalı. / Kimse nedenini bilmiyor."},
    {"ar", "الجسر مغلق. / لا أحد يعرف السبب. / هل هذا صحيح؟ / نعم."},
    {"fa", "پل بسته است. / هیچ‌کس نمی‌داند چرا. / آیا درست است؟ / بله."},
    {"he", "הגשר סגור. / איש אינו יודע מדוע."},
    {"ur", "پل بند ہے۔ / کوئی نہیں جانتا کیوں۔"},
    {"hi", "पुल बंद है। / कोई नहीं जानता क्यों।"},
    {"zh", "大桥关闭了。/没有人知道为什么。/真的吗？/是的。"},
    {"zh", "他说：“我们只能等待。”/然后他走了。"},
    {"ja", "橋は閉鎖された。/理由は誰も知らない。/本当か？/はい。"},
    {"ko", "다리가 폐쇄됐다. / 아무도 이유를 모른다."},
    {"id", "Jembatan itu ditutup. / Tidak ada yang tahu mengapa."},
    {"sv", "Bron är stängd. / Ingen vet varför."},
};
/* clang-format on */

/* The text without its marks; where they stood, bytes of that text. */
static size_t take_marks(const char *marked, char *text, size_t *at, size_t *marks)
{
    size_t len = 0;
    *marks = 0;
    for (const char *c = marked; *c != '\0'; c++) {
        if (*c != '/') {
            text[len++] = *c;
            continue;
        }
        if (c[1] == ' ')
            c++; /* " / ": the space before it stays */
        at[(*marks)++] = len;
    }
    return len;
}

static void expect_sentences(const char *marked, const char *language)
{
    char text[512];
    size_t at[16], marks;
    assert_true(strlen(marked) < sizeof(text));
    size_t len = take_marks(marked, text, at, &marks);
    ngi_arena arena;
    ngi_prose prose;
    ngi_arena_init(&arena, 0);
    assert_true(ngi_prose_make(&arena, ngi_slice(text, len), ngi_slice_of(language), &prose));
    bool same = prose.sentence_count == marks + 1;
    for (size_t i = 0; same && i < marks; i++)
        same = prose.tokens[prose.sentences[i + 1].begin].begin == at[i];
    if (!same) {
        ngi_buffer found = {0};
        for (uint32_t i = 0; i < prose.sentence_count; i++) {
            ngi_stretch s = prose.sentences[i];
            ngi_buffer_add(&found, i > 0 ? NGI_LIT(" / ") : (ng_slice){0});
            ngi_buffer_add(&found, ngi_slice_sub(prose.text, prose.tokens[s.begin].begin,
                                                 prose.tokens[s.end - 1].end));
        }
        print_error("%s: %s\n found: %.*s\n", language, marked, (int)found.len, found.ptr);
        ngi_buffer_free(&found);
    }
    ngi_arena_free(&arena);
    assert_true(same);
}

static void test_german(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(german); i++)
        expect_sentences(german[i], "de");
}

static void test_french(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(french); i++)
        expect_sentences(french[i], "fr");
}

static void test_spanish(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(spanish); i++)
        expect_sentences(spanish[i], "es");
}

static void test_others(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_COUNT(others); i++)
        expect_sentences(others[i].text, others[i].language);
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
