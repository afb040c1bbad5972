/* SPDX-License-Identifier: Apache-2.0 */
/* The words of bylines in the languages of the news, for bylines.c: what opens one ("By"),
 * what ends it ("Photo"), agencies, houses and desks, roles behind names. General words of
 * the trade; no site is named. Words stand as ngi_base_letter() leaves them (a test checks). */
#include "stories/bylines_words.h"

/* Open a byline. */
const char ngi_byline_open[] =
    "by|written by|words by|story by|reported by|reporting by|report by|posted by|"
    "published by|analysis by|review by|text by|authored by|author|authors|text|texte|"
    "texto|testo|tekst|teksti|text und fotos|autor|autorin|autoren|autora|autores|autorka|"
    "autorzy|autori|autore|auteur|auteurs|verfasser|verfasst von|geschrieben von|"
    "ein kommentar von|ein gastbeitrag von|eine analyse von|ein interview von|"
    "eine kolumne von|interview von|kommentar von|kolumne von|essay von|ein essay von|"
    "gastbeitrag von|gastkommentar von|reportage von|analyse von|bericht von|rezension von|"
    "ein gastkommentar von|ein leitartikel von|protokoll von|eine glosse von|"
    "eine reportage von|ein bericht von|publie par|ecrit par|propos recueillis par|"
    "redige par|escrito por|publicado por|redactado por|scritto da|a cura di|pubblicato da|"
    "geschreven door|skrevet av|skriven av|skrevet af|skrifað af|hofundur|kirjoittanut|"
    "kirjoittaja|toimittaja|tekija|napsal|napsala|pripravil|pripravila|napisal|napisala|"
    "opracowal|opracowala|irta|szerzo|szoveg|scris de|un articol de|pise|pisu|napisao|"
    "autor teksta|пише|пишу|автор|авторы|автори|текст|аўтар|γραφει ο|γραφει η|γραφουν οι|"
    "γραφουν|γραφει|του|τησ|yazan|haber|haberi hazirlayan|بقلم|کتب|کتبت|کتبه|کتبهها|تحریر|"
    "نوشته|نویسنده|نویسندگان|گزارش|مترجم و نویسنده|מאת|כתב|लेखक|लेखिका|द्वारा|रिपोर्ट|লেখক|"
    "oleh|penulis|reporter|wartawan|pewarta|laporan|boi|tac gia|โดย|เรื่องโดย|mwandishi|"
    "na mwandishi wetu|imeandikwa na|autors|autorius|parenge|teksts|kirjutas|文|文字|撰文|作者|"
    "作者名|記者|记者|本報記者|本报记者|글|글쓴이|기자|執筆|取材・文|取材|文責|";

/* Open one where full names follow: prepositions. */
const char ngi_byline_maybe[] =
    "von|par|por|di|da|door|av|af|eftir|de|od|от|від|przez|napisal|napisala|egilea|per|na|"
    "ni|tarafindan|از|text von|kutoka|nga|";

/* End one: credits of pictures, dates, buttons, helpers. */
const char ngi_byline_stop[] =
    "photo|photos|photo by|photos by|photograph|photographs|photography|photography by|"
    "picture|pictures|foto|fotos|fotograf|fotografie|fotografia|fotografias|bild|bilder|"
    "bildquelle|image|images|illustration|illustrations|ilustracion|grafik|video|kuva|"
    "kuvat|kuvaaja|zdjecia|fot|фото|фотографии|снимка|snimek|写真|撮影|사진|图|摄影|攝影|published|"
    "updated|posted|last updated|first published|last modified|edited|edited by|editing by|"
    "reviewed by|fact checked by|medically reviewed|translated|translated by|translation|"
    "additional reporting|with additional reporting|with reporting|with contributions|"
    "contributions by|additional research|produced by|veroffentlicht|aktualisiert|stand|"
    "ubersetzt|ubersetzung|redaktion:|follow|follow us|share|shares|listen|comments|"
    "comment|kommentare|read|reading time|min|minutes|minuten|lesezeit|lesedauer|publie|"
    "publie le|mis a jour|modifie|traduit|publicado|actualizado|atualizado|pubblicato|"
    "aggiornato|gepubliceerd|bijgewerkt|publisert|oppdatert|publicerad|uppdaterad|"
    "publiceret|opdateret|julkaistu|paivitetty|опубликовано|обновлено|yayinlanma|"
    "guncelleme|entered|input|입력|수정|نشر|تحدیث|©|copyright|source|quelle|fonte|fuente|kalla|"
    "kilde|bron|zdroj|zrodlo|източник|источник|xu ly|sign up|subscribe|newsletter|"
    "special to|exclusive|contact|email|e-mail|twitter|facebook|instagram|telegram|bluesky|"
    "audio|hear|save|print|leave|";

/* News agencies: general, of many countries. */
const char ngi_byline_agencies[] =
    "reuters|thomson reuters|thomson reuters foundation|afp|afp factcheck|"
    "agence france-presse|agence france presse|ap|associated press|the associated press|"
    "dpa|dpa-infocom|dpa/tmn|dpa-afx|deutsche presse-agentur|deutsche presse agentur|ansa|"
    "agenzia ansa|adnkronos|agi|askanews|italpress|efe|agencia efe|europa press|ep|"
    "europapress|tass|тасс|xinhua|新华社|新華社|pa|pa media|press association|pa news agency|apa|"
    "sda|keystone-sda|keystone|ats|sid|kna|epd|belga|anp|ntb|tt|tt nyhetsbyran|ritzau|stt|"
    "lannen media|ctk|tasr|sita|pap|polska agencja prasowa|mti|agerpres|mediafax|bta|бта|"
    "tanjug|танјуг|fena|hina|ana-mpe|αμπε|απε-μπε|αα|aa|anadolu|anadolu agency|"
    "anadolu ajansi|الاناضول|iha|dha|mena|ا ش ا|wam|وام|spa|واس|qna|kuna|petra|رویترز|"
    "ا ف ب|وکالات|فرانس برس|د ب ا|irna|ایرنا|isna|ایسنا|tasnim|تسنیم|pti|"
    "press trust of india|ani|ians|bss|unb|bernama|antara|vna|ttxvn|yonhap|"
    "yonhap news agency|연합뉴스|뉴시스|뉴스1|kyodo|kyodo news|共同|共同通信|jiji|jiji "
    "press|時事|時事通信|cna|"
    "中央社|中新社|中国新闻网|新华网|bloomberg|bloomberg news|upi|tns|tribune news service|lusa|"
    "agencia lusa|agencia brasil|estadao conteudo|folhapress|telam|notimex|prensa latina|"
    "dts|dts nachrichtenagentur|spot on news|unian|уніан|ukrinform|укрінформ|укринформ|"
    "interfax|интерфакс|interfax-ukraine|ria|риа новости|ria novosti|belta|белта|kazinform|"
    "казинформ|azertac|armenpress|aap|australian associated press|canadian press|"
    "the canadian press|la presse canadienne|presse canadienne|cp|inter press service|ips|"
    "ani news|afp/reuters|ap/afp|sapa|nampa|nan|news agency of nigeria|ghana news agency|"
    "kyodo/jiji|delfi/bns|bns|elta|leta|baltic news service|pna|philippine news agency|"
    "agencia andina|andina|colprensa|acn|agencia catalana de noticies|cihan|dw/afp|ina|"
    "beta|app|sta|uni|gna|fars|";

/* In the name of a house or a desk, not of a person. */
const char ngi_byline_house[] =
    " center centre university institute association society foundation council committee "
    "department ministry office uhr am pm gmt est edt hrs staff redaktion redaktionen "
    "redaktionsteam onlineredaktion "
    "newsredaktion redaccion "
    "redaction redazione redacao redactie redaksjon redaksjonen toimitus redakce redakcia "
    "redakcja szerkesztoseg редакция редакцията редакція редакција redakcija redakcji "
    "редколлегия urednistvo redactia redaccio erredakzioa ritstjorn συνταξη συντακτικη "
    "newsroom desk team editorial editors editorials webdesk webmaster admin administrator "
    "editor editeur agencies agenturen agentur agences agencias agenzie agentury ajanslar "
    "agency newsdesk bureau website site online digital tv radio magazine zeitung "
    "newspaper correspondents reporters contributors contributor writers journalists "
    "anonymous unknown user nachrichten news noticias nyheter uutiset haberleri haber "
    "الموقع التحریر وکالات تحریریه תחריר מערכת 編集部 編集局 デジタル 新聞 社説 编辑部 編輯部 "
    "편집부 온라인뉴스팀 "
    "디지털뉴스팀 뉴스팀 डेस्क टीम न्यूज company gmbh inc ltd media network group verlag follow "
    "share published updated advertisement promoted sponsored ";

/* What persons are. */
const char ngi_byline_roles[] =
    " reporter reporters correspondent correspondents editor editors writer writers "
    "journalist journalists columnist contributor producer anchor presenter host author "
    "authors blogger critic analyst fellow professor lecturer researcher director "
    "redakteur redakteurin redaktor redaktorin reporterin korrespondent korrespondentin "
    "volontar volontarin journalistin autorin chefredakteur chefredakteurin ressortleiter "
    "ressortleiterin leiter leiterin redacteur redactrice journaliste correspondant "
    "correspondante envoye envoyee reporteur chef cheffe corresponsal redactor redactora "
    "periodista enviado enviada especial jefe jefa directora subdirector giornalista "
    "inviato inviata corrispondente redattore caporedattore direttore correspondente "
    "jornalista redator colunista verslaggever verslaggeefster journalisti toimittaja "
    "kirjeenvaihtaja korespondent redaktorka dziennikarz dziennikarka ujsagiro szerkeszto "
    "tudosito jurnalist novinar novinarka корреспондент обозреватель журналист редактор "
    "журналистка кореспондент muhabir muhabiri editoru gazeteci yazar مراسل مراسلة صحفی "
    "صحفیة خبرنگار नامہ संवाददाता रिपोर्टर 기자 특파원 논설위원 선임기자 인턴기자 전문기자 記者 记者 "
    "編集委員 論説委員 特派員 "
    "支局長 通讯员 通訊員 wartawan jurnalis kontributor mwandishi gastautor gastautorin intern "
    "trainee freelance freelancer ceo founder photographer fotograf fotografin fotografo "
    "photographe ";

/* Stand before roles. */
const char ngi_byline_mods[] =
    " staff senior political chief sports sport business health science foreign world "
    "national deputy associate special europe us uk asia africa washington lead managing "
    "executive contributing investigative local crime education technology tech climate "
    "environment environmental economics economic finance financial defense defence "
    "security legal justice courts court royal showbiz entertainment culture arts food "
    "travel consumer video digital audience features feature news data politics night "
    "weekend day assistant general assignment breaking trending home affairs diplomatic "
    "white house religion medical property transport midlands northern scotland wales "
    "ireland data-driven opinion guest multimedia junior principal group global online "
    "social media print us-based and & leitender leitende freier freie stellvertretender "
    "stellvertretende politischer unser our notre nuestro the a an multi-platform audio "
    "web page city regional community government ";

/* Small words within names. */
const char ngi_byline_particles[] =
    " de del der den des di da do dos das du d' della dello degli van von vom zu zum zur "
    "la le les el al bin ibn ben bint ter ten te 't op af av y e i los las lo san st ul "
    "abu ould mac mc of auf dal dalla de' het und ";

/* Behind a name: where, for whom. */
const char ngi_byline_tail[] =
    " in aus a en for at from i w v z ze na из в fra fran uit te dans pour per para with "
    "mit avec con og och and who which is was are has have ist war hat est es era e the "
    "this that der die das to on as um bei nach uber nel nella alle fur zum zur ";

/* Between names. */
const char ngi_byline_joins[] =
    " and und et y e och og ja i a и і й та en ve və va & plus with mit sowie or ir un es "
    "dan και si eta ac kaj agus नि और এবং اور و ו והוא ";
