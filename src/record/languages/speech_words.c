/* SPDX-License-Identifier: Apache-2.0 */
/* The verbs and words by which German, French and Spanish tell who speaks: see speech.h. Lists
 * are sorted by bytes, in small letters (a test checks both). */
#include "record/languages/speech.h"

/* clang-format off */
static const char *const verbs_de[] = {
    "antwortet", "antwortete", "behauptet", "behauptete", "bekräftigt", "bekräftigte",
    "bemängelte", "berichtet", "berichtete", "berichteten", "bestätigt", "bestätigte", "beteuert",
    "beteuerte", "betont", "betonte", "betonten", "bezeichnet", "bezeichnete", "bilanzierte",
    "entgegnete", "ergänzt", "ergänzte", "erinnert", "erinnerte", "erklärt", "erklärte",
    "erklärten", "erläutert", "erläuterte", "erwidert", "erwiderte", "fand", "findet", "fordert",
    "forderte", "forderten", "fragt", "fragte", "fügte", "führte", "gab", "gestand", "glaubt",
    "heißt", "hieß", "hob", "klagt", "klagte", "kommentiert", "kommentierte", "kritisiert",
    "kritisierte", "kündigte", "lobt", "lobte", "mahnt", "mahnte", "meint", "meinte", "monierte",
    "nannte", "nennt", "postete", "resümierte", "rief", "ruft", "räumte", "sagen", "sagt",
    "sagte", "sagten", "schreibt", "schrieb", "schrieben", "sprach", "spricht", "stellte",
    "teilte", "twitterte", "unterstreicht", "unterstrich", "urteilt", "urteilte", "verkündet",
    "verkündete", "vermutete", "versichert", "versicherte", "warnt", "warnte", "warnten",
    "zitiert", "zitierte", "äußerte",
};
static const char *const participles_de[] = {
    "angekündigt", "berichtet", "bestätigt", "betont", "bezeichnet", "erklärt", "gefordert",
    "gemeint", "genannt", "gesagt", "geschrieben", "gewarnt", "geäußert", "kritisiert",
    "mitgeteilt", "versichert",
};

static const char *const verbs_fr[] = {
    "affirma", "affirmait", "affirme", "affirment", "ajouta", "ajoutait", "ajoute", "ajoutent",
    "annonce", "annoncent", "annonçait", "appelle", "assura", "assurait", "assure", "assurent",
    "avertit", "commente", "concluait", "conclut", "confiait", "confie", "cria", "critique",
    "demanda", "demandait", "demande", "disait", "disent", "dit", "déclara", "déclarait",
    "déclare", "déclarent", "dénonce", "dénoncent", "dénonçait", "déplorait", "déplore",
    "détaille", "estimait", "estime", "estiment", "expliqua", "expliquait", "explique",
    "expliquent", "glisse", "indiquait", "indique", "indiquent", "insistait", "insiste",
    "ironise", "juge", "jugeait", "jugent", "lance", "lança", "lançait", "martèle", "murmura",
    "notait", "note", "nuance", "observait", "observe", "plaidait", "plaide", "poursuit",
    "poursuivait", "poursuivit", "promet", "promettait", "précisa", "précisait", "précise",
    "précisent", "prévenait", "prévient", "qualifie", "racontait", "raconte", "racontent",
    "rappelait", "rappelle", "reconnaissait", "reconnaît", "regrettait", "regrette", "relate",
    "relevait", "relève", "renchérit", "reprend", "répliqua", "répond", "répondait", "répondit",
    "résumait", "résume", "saluait", "salue", "souligna", "soulignait", "souligne", "soulignent",
    "soutenait", "soutient", "tempère", "tonne", "tweete", "témoignait", "témoigne", "témoignent",
    "écrit", "écrivait", "écrivit",
};
static const char *const participles_fr[] = {
    "affirmé", "ajouté", "annoncé", "appelé", "assuré", "averti", "commenté", "conclu", "confié",
    "critiqué", "demandé", "dit", "déclaré", "dénoncé", "déploré", "détaillé", "estimé",
    "expliqué", "fustigé", "indiqué", "insisté", "ironisé", "jugé", "lancé", "martelé", "noté",
    "observé", "plaidé", "poursuivi", "promis", "précisé", "prévenu", "qualifié", "raconté",
    "rappelé", "reconnu", "regretté", "relevé", "réagi", "répondu", "résumé", "salué", "souligné",
    "soutenu", "tonné", "tweeté", "témoigné", "écrit",
};

static const char *const verbs_es[] = {
    "aclara", "aclaró", "admite", "admitió", "advierte", "advirtieron", "advirtió", "afirma",
    "afirman", "afirmaron", "afirmó", "agrega", "agregaron", "agregó", "alerta", "alertó",
    "anuncia", "anunciaron", "anunció", "apunta", "apuntó", "argumenta", "argumentó", "asegura",
    "aseguran", "aseguraron", "aseguró", "añade", "añadieron", "añadió", "calificó", "comenta",
    "comentaron", "comentó", "concluye", "concluyó", "confirma", "confirmó", "considera",
    "consideró", "contaron", "contestó", "contó", "critica", "criticó", "cuenta", "cuentan",
    "declara", "declararon", "declaró", "decía", "denuncia", "denunciaron", "denunció", "destaca",
    "destacó", "detalla", "detalló", "dice", "dicen", "dijeron", "dijo", "escribe", "escribió",
    "exclamó", "exige", "exigió", "explica", "explican", "explicaron", "explicó", "expresa",
    "expresaron", "expresó", "gritó", "indica", "indicaron", "indicó", "insiste", "insistió",
    "lamenta", "lamentó", "lanzó", "manifestaron", "manifestó", "manifiesta", "matizó", "murmuró",
    "opina", "opinó", "pide", "pidió", "precisa", "precisó", "pregunta", "preguntó", "prometió",
    "puntualizó", "recalca", "recalcó", "reconoce", "reconoció", "recordó", "recuerda", "reitera",
    "reiteró", "relata", "relató", "remarcó", "responde", "respondió", "resumió", "sentenció",
    "señala", "señalan", "señalaron", "señaló", "sostiene", "sostuvieron", "sostuvo", "subraya",
    "subrayó", "tuiteó", "zanjó",
};
static const char *const participles_es[] = {
    "aclarado", "admitido", "advertido", "afirmado", "agregado", "anunciado", "apuntado",
    "asegurado", "añadido", "comentado", "concluido", "confirmado", "contado", "contestado",
    "criticado", "declarado", "denunciado", "destacado", "detallado", "dicho", "escrito",
    "exigido", "explicado", "expresado", "indicado", "insistido", "lamentado", "manifestado",
    "opinado", "pedido", "precisado", "preguntado", "prometido", "recalcado", "reconocido",
    "recordado", "reiterado", "relatado", "respondido", "señalado", "sostenido", "subrayado",
};

/* clang-format on */

const ngi_speech_words ngi_speech_de = {
    .verbs = verbs_de,
    .verb_count = NGI_COUNT(verbs_de),
    .participles = participles_de,
    .participle_count = NGI_COUNT(participles_de),
    .auxiliaries = " hat haben hatte hatten habe ",
    .according = " laut so nach zufolge ",
    .pronouns = " er sie es wir ich man ",
    .ends = " am im in an auf aus bei beim mit nach vor zu zum zur über gegen gegenüber "
            "während seit für unter nachdem als und wenn weil dass ob noch auch dazu "
            "dabei zuvor später weiter heute gestern hinzu mit fest aus hervor vor zur "
            "laut gegenüber jedoch indes wiederum ",
    .links = " von van der des zu vom de di ",
    .articles = " der die das ein eine ",
};

const ngi_speech_words ngi_speech_fr = {
    .verbs = verbs_fr,
    .verb_count = NGI_COUNT(verbs_fr),
    .participles = participles_fr,
    .participle_count = NGI_COUNT(participles_fr),
    .auxiliaries = " a ont avait avaient aurait ",
    .according = " selon suivant ",
    .pronouns = " il elle ils elles on je nous ",
    .ends = " à au aux dans lors sur devant en après avant pour qui dont que lundi mardi "
            "mercredi jeudi vendredi samedi dimanche hier aujourd ce cette mais et "
            "alors tout par avec depuis pendant sans auprès vers chez ",
    .links = " de du des d l la le les von van ben el al ",
    .articles = " le la les un une l son sa ses leur leurs notre ",
};

const ngi_speech_words ngi_speech_es = {
    .verbs = verbs_es,
    .verb_count = NGI_COUNT(verbs_es),
    .participles = participles_es,
    .participle_count = NGI_COUNT(participles_es),
    .auxiliaries = " ha han había habían ",
    .according = " según ",
    .pronouns = " él ella ellos ellas yo ",
    .ends = " a al en durante tras ante sobre para que quien con por cuando mientras "
            "este esta hoy ayer lunes martes miércoles jueves viernes sábado domingo y "
            "pero desde antes después luego entre sin hacia hasta ",
    .links = " de del la las los el y ",
    .articles = " el la los las un una su sus nuestro ",
};
