/* SPDX-License-Identifier: Apache-2.0 */
/* What a line of a dump says that it is: a share bar, an advertisement, a list's title.
 *
 * Without markup, words are a second witness beside the shape of a line and its coming back
 * on the page; they are never the only one that a boundary hangs on. The words are those
 * that news sites of some twenty languages have in common, no site's own. Half a thousand
 * phrases are looked for at every character of short lines, so they sit in buckets by
 * their first three bytes: mostly empty, a line costs what its length costs. */
#include "stories/dump.h"

/* How a phrase has to stand in a line (lower-cased, the white space squeezed). */
typedef enum how {
    WHOLE, /* alone, but for digits and punctuation around it */
    LABEL, /* at the start, a colon or the line's end behind it */
    START, /* at the start, as whole words */
    WITHIN /* anywhere; a stem: it need not end its word */
} how;

#define BUCKETS 1024
#define LONGEST_LINE 420 /* bytes: what is longer is a paragraph, whatever it says */

/* Phrases with a bar between them. */
static const struct {
    uint8_t says, how;
    const char *phrases;
} words[] = {
    {NGI_SAYS_SHARE, WHOLE,
     "share|share this|share this article|share this story|share article|share on facebook|"
     "share on x|share on twitter|share on whatsapp|print|print this|save|save article|"
     "save for later|copy link|email|e-mail|tweet|facebook|twitter|whatsapp|telegram|linkedin|"
     "follow|follow us|listen|listen to this article|listen to article|bookmark|gift article|"
     "teilen|artikel teilen|beitrag teilen|drucken|merken|speichern|vorlesen|artikel anhören|"
     "anhören|folgen|link kopieren|auf facebook teilen|partager|partager l'article|imprimer|"
     "enregistrer|écouter|écouter l'article|envoyer|suivre|compartir|compartir en facebook|"
     "imprimir|guardar|escuchar|seguir|condividi|condividi articolo|stampa|salva|ascolta|"
     "partilhar|compartilhar|compartilhe|salvar|ouvir|delen|deel|deel dit artikel|afdrukken|"
     "bewaren|opslaan|luister|del|del artikkelen|del artikel|del artiklen|skriv ut|lagre|lytt|"
     "gem|dela|dela artikeln|spara|lyssna|deila|deila frétt|prenta|vista|jaa|jaa artikkeli|"
     "tulosta|tallenna|kuuntele|sdílet|sdílejte|vytisknout|uložit|poslechnout|zdieľať|udostępnij|"
     "podziel się|drukuj|zapisz|posłuchaj|megosztás|megosztom|nyomtatás|mentés|distribuie|"
     "trimite|salvează|поделиться|поделитесь|поделиться новостью|распечатать|сохранить|"
     "поділитися|поширити|надрукувати|зберегти|сподели|podeli|podijeli|podelite|κοινοποίηση|"
     "μοιραστείτε|paylaş|yazdır|kaydet|dinle|haberi paylaş|شارك|مشاركة|شارك المقال|شارك الخبر|"
     "طباعة|حفظ|استمع|همرسانی|اشتراک‌گذاری|به اشتراک بگذارید|چاپ|ذخیره|شریک کریں|שתף|שתפו|"
     "שיתוף|הדפסה|שמור|שמירה|האזינו|शेयर करें|शेयर|साझा करें|प्रिंट|সেভ|শেয়ার|শেয়ার করুন|"
     "பகிர்|bagikan|bagikan berita|cetak|simpan|kongsi|chia sẻ|in bài|แชร์|แบ่งปัน|シェア|"
     "シェアする|共有|共有する|印刷|保存|記事を保存|ツイート|分享|分享至|打印|收藏|列印|공유하기|공유|"
     "인쇄|인쇄하기|저장|스크랩|기사 공유|기사 듣기|글자크기|글자 크기"},
    {NGI_SAYS_AD, WHOLE,
     "advertisement|advertising|ad|ads|sponsored|sponsored content|paid content|promoted|"
     "article continues below advertisement|story continues below advertisement|"
     "article continues after this ad|story continues after advertisement|"
     "story continues below this ad|story continues below|article continues below|anzeige|anzeigen|werbung|publicité|annonce|annonces|pub|"
     "publicidad|anuncio|pubblicità|annuncio|publicidade|anúncio|advertentie|reclame|annonse|"
     "annons|reklame|reklama|inzerce|reklamy|reklám|hirdetés|publicitate|mainos|auglýsing|"
     "реклама|рекламa|оглас|διαφήμιση|reklam|ilan|إعلان|إعلانات|اعلان|تبلیغات|آگهی|تبلیغ|اشتہار|"
     "פרסומת|פרסום|מודעה|विज्ञापन|বিজ্ঞাপন|விளம்பரம்|iklan|quảng cáo|โฆษณา|広告|スポンサーリンク|"
     "pr|廣告|广告|광고"},
    {NGI_SAYS_READ_ALSO, LABEL,
     "read also|also read|read more|read next|see also|see more|related|related article|"
     "related story|related stories|more on this|recommended|don't miss|watch|watch also|"
     "also on|lesen sie auch|lesen sie dazu|lesen sie mehr|mehr lesen|auch interessant|"
     "lies auch|siehe auch|mehr dazu|lesetipp|zum thema|passend dazu|das könnte sie auch "
     "interessieren|lire aussi|à lire aussi|a lire aussi|lire également|à lire|voir aussi|"
     "sur le même sujet|lea también|lee también|leer también|leer más|te puede interesar|"
     "le puede interesar|vea también|también puede leer|relacionado|leggi anche|leggi pure|"
     "potrebbe interessarti|vedi anche|leia também|leia mais|leia ainda|veja também|ver também|"
     "lees ook|lees meer|bekijk ook|les også|les mer|les meir|se også|læs også|læs mere|"
     "läs också|läs även|läs mer|se även|lesa einnig|lestu einnig|sjá einnig|meira um|"
     "lue myös|lue lisää|čtěte také|čtěte více|čtěte i|přečtěte si|mohlo by vás zajímat|"
     "čítajte aj|čítajte tiež|czytaj także|czytaj też|czytaj więcej|zobacz też|zobacz także|"
     "przeczytaj także|olvassa el|olvasd el|kapcsolódó|citește și|citeşte şi|vezi și|"
     "читайте также|читать также|смотрите также|по теме|читайте ещё|читайте еще|читайте також|"
     "дивіться також|прочетете още|вижте още|pročitajte i|pročitajte još|pročitaj i|"
     "διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|ayrıca okuyun|bunu da okuyun|ilgili haber|"
     "i̇lgili haber|ilginizi çekebilir|okumaya devam et|اقرأ أيضا|اقرأ أيضًا|اقرأ ايضا|إقرأ أيضا|"
     "اقرأ المزيد|اقرأ كذلك|طالع أيضا|مواضيع ذات صلة|این را هم بخوانید|بیشتر بخوانید|"
     "همچنین بخوانید|مطالب مرتبط|مزید پڑھیں|یہ بھی پڑھیں|קראו גם|ראו גם|קרא גם|לקריאה נוספת|"
     "יעניין אתכם|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|আরও পড়ুন|আরো পড়ুন|baca juga|"
     "simak juga|lihat juga|xem thêm|đọc thêm|อ่านเพิ่มเติม|อ่านต่อ|あわせて読みたい|関連記事|"
     "こちらもおすすめ|合わせて読む|併せて読みたい|関連|延伸閱讀|延伸阅读|相关阅读|相關新聞|相关新闻|"
     "推荐阅读|함께 읽기|관련기사|관련 기사|함께 보면 좋은 기사|이 기사도 보세요"},
    {NGI_SAYS_CREDIT, WITHIN,
     "photo: |photos: |photograph: |photo by |photo credit|photo courtesy|picture: |pictures: |"
     "image: |image credit|image source|image caption|images: |file photo|file image|file pic|"
     "getty images|courtesy photo|courtesy of|illustration: |video: |graphic: |foto: |fotos: |"
     "bild: |bilder: |symbolbild|symbolfoto|archivbild|archivfoto|bildquelle|fotografie: |"
     "quelle: dpa|© dpa|photo : |photo d'archive|photo d’archive|image d'archive|crédit photo|"
     "crédit : |crédits : |© afp|foto de archivo|imagen de archivo|fotografía: |imagen: |"
     "crédito: |immagine d'archivio|immagine d’archivio|foto d'archivio|fotografia: |"
     "foto de arquivo|imagem de arquivo|imagem: |beeld: |archieffoto|foto © |arkivbilde|"
     "arkivfoto|illustrasjonsfoto|arkivbild|genrebild|ljósmynd: |ljósmynd/|mynd: |mynd úr safni|"
     "kuva: |arkistokuva|kuvituskuva|archivní snímek|ilustrační foto|ilustrační snímek|"
     "zdroj: |ilustračné foto|fot. |fot.: |zdjęcie: |zdjęcie ilustracyjne|źródło: |fotó: |"
     "illusztráció|foto arhivă|sursa foto|фото: |фото из архива|архивное фото|иллюстрация: |"
     "снимок: |архівне фото|фото ілюстративне|снимка: |φωτογραφία: |φωτογραφία αρχείου|φωτο: |"
     "fotoğraf: |foto: arşiv|arşiv görüntüsü|arşiv fotoğraf|temsili fotoğraf|صورة من الأرشيف|"
     "صورة أرشيفية|أرشيفية|الصورة: |صورة: |تصوير: |تصویر: |عکس: |عکس از|عکس آرشیوی|عکس بایگانی|"
     "تصویر آرشیوی|צילום: |צילום אילוסטרציה|תמונת ארכיון|צילום ארכיון|फाइल फोटो|फोटो: |फ़ोटो: |"
     "तस्वीर: |ছবি: |புகைப்படம்: |foto arsip|foto ilustrasi|(foto: |gambar: |ảnh: |"
     "ảnh minh họa|ภาพ: |แฟ้มภาพ|写真: |写真：|資料写真|＝写真|撮影: |撮影：|(撮影|（撮影|"
     "提供: |提供：|画像: |画像：|图片：|图片来源|图片: |图：|圖：|資料圖|资料图|資料照片|摄影：|攝影：|"
     "사진=|사진: |사진 =|사진제공|사진 제공|자료사진|자료 사진|[사진|그래픽=|© reuters|© ap"},
    {NGI_SAYS_TIMES, WHOLE,
     "published|published on|published at|posted|posted on|updated|last updated|updated on|"
     "first published|date|time|min read|minute read|minutes read|reading time|on|at|as of|"
     "modified|last modified|created|issued|released|"
     "veröffentlicht|veröffentlicht am|aktualisiert|zuletzt aktualisiert|stand|erstellt|"
     "min lesezeit|minuten lesezeit|lesezeit|min. lesezeit|uhr|am|vom|publié|publié le|"
     "publié à|mis à jour|mis à jour le|mise à jour|temps de lecture|min de lecture|le|à|"
     "publicado|publicado el|publicado em|actualizado|actualizado el|atualizado|atualizado em|"
     "min de lectura|min de leitura|pubblicato|pubblicato il|aggiornato|aggiornato il|"
     "min di lettura|gepubliceerd|gepubliceerd op|bijgewerkt|laatste update|leestijd|publisert|"
     "oppdatert|sist oppdatert|publiceret|opdateret|offentliggjort|publicerad|publicerat|"
     "uppdaterad|birt|uppfært|julkaistu|päivitetty|zveřejněno|publikováno|vydáno|aktualizováno|"
     "publikované|aktualizované|zverejnené|opublikowano|data publikacji|aktualizacja|"
     "zaktualizowano|közzétéve|megjelent|frissítve|publicat|publicat la|actualizat|опубликовано|"
     "обновлено|дата публикации|опубліковано|оновлено|публикувано|објављено|објавено|"
     "objavljeno|ažurirano|δημοσιεύθηκε|δημοσιεύτηκε|ενημερώθηκε|yayınlanma|yayınlandı|"
     "yayımlandı|yayınlanma tarihi|giriş|giriş tarihi|güncelleme|güncellendi|son güncelleme|نشر|"
     "نُشر|نشر في|نُشر في|تاريخ النشر|آخر تحديث|تحديث|نشر شده|نشر شده در|تاریخ انتشار|انتشار|"
     "منتشر شده|به‌روزرسانی|به‌روز شده|شائع|اشاعت|פורסם|פורסם ב|עודכן|עדכון אחרון|प्रकाशित|"
     "अपडेटेड|अपडेट|पब्लिश्ड|প্রকাশিত|আপডেট|প্রকাশ|diterbitkan|dipublikasikan|diperbarui|"
     "terbit|cập nhật|đăng|เผยแพร่|อัปเดต|公開|公開日|更新|更新日|配信|掲載|発行|最終更新|发布|"
     "发布时间|發布|發布時間|发表|更新时间|更新於|入力|입력|등록|수정|기사입력|기사 입력|최종수정|"
     "송고|승인|업데이트|게재"},
    {NGI_SAYS_LIST, WHOLE,
     "most read|most read stories|most popular|most viewed|most shared|most commented|"
     "most watched|popular|popular now|popular stories|trending|trending now|trending stories|"
     "top stories|more stories|more news|more on this story|more on this topic|more on this|"
     "more from this section|more like this|related|related stories|related news|"
     "related articles|related content|related topics|latest|latest stories|latest articles|"
     "latest headlines|headlines|more headlines|editors' picks|editor's picks|editor’s picks|"
     "editors’ picks|recommended|recommended for you|recommended stories|you may also like|"
     "you might also like|in case you missed it|also in the news|don't miss|what to read next|"
     "read next|up next|keep reading|in brief|news in brief|recent posts|recent stories|"
     "meistgelesen|meist gelesen|meistgelesene artikel|am meisten gelesen|die meistgelesenen|"
     "beliebt|beliebteste artikel|mehr zum thema|zum thema|weitere artikel|weitere meldungen|"
     "weitere nachrichten|weitere themen|weiteres|das könnte sie auch interessieren|"
     "auch interessant|lesen sie auch|neueste|neueste artikel|aktuelle meldungen|top-themen|"
     "topthemen|empfehlungen|empfehlungen der redaktion|top-news|les plus lus|"
     "les plus consultés|les articles les plus lus|le plus lu|à lire aussi|sur le même sujet|"
     "sur le même thème|dernières actualités|à la une|articles liés|à ne pas manquer|"
     "les plus populaires|lo más leído|lo más visto|lo más popular|las más leídas|los más leídos|"
     "más leídas|más leídos|más noticias|más sobre este tema|más información|noticias "
     "relacionadas|artículos relacionados|te puede interesar|te recomendamos|i più letti|"
     "le più lette|più letti|più lette|più letto|più visti|gli articoli più letti|altre notizie|"
     "notizie correlate|articoli correlati|ultime|leggi anche|da non perdere|"
     "in primo piano|mais lidas|mais lidos|as mais lidas|mais vistas|mais notícias|"
     "notícias relacionadas|artigos relacionados|leia também|veja também|meest gelezen|"
     "meest bekeken|populair|lees ook|meer nieuws|meer over dit onderwerp|gerelateerd|"
     "net binnen|mest lest|mest lese|mest leste|mest sett|siste saker|flere saker|"
     "flere nyheter|mer om saken|mer om dette|les også|anbefalt|relaterte saker|mest læste|"
     "mest læst|mest sete|seneste nyt|flere nyheder|mere om emnet|læs også|mest lästa|"
     "mest läst|mest lästa just nu|populärt|fler nyheter|fler artiklar|mer om ämnet|läs också|"
     "läs mer|läs även|mest lesið|mest lesnar|mest lesnu fréttirnar|mest lesnu|fleiri fréttir|"
     "tengdar fréttir|tengt efni|"
     "luetuimmat|suosituimmat|lisää aiheesta|nejčtenější|nejčtenější články|nejsledovanější|"
     "související|související články|další články|další zprávy|doporučujeme|mohlo by vás zajímat|"
     "najčítanejšie|súvisiace|najczęściej czytane|najpopularniejsze|popularne|"
     "zobacz także|zobacz też|czytaj także|polecane|więcej na ten temat|więcej wiadomości|"
     "powiązane artykuły|legolvasottabb|legolvasottabbak|kapcsolódó cikkek|ajánlott|további "
     "hírek|cele mai citite|cele mai populare|articole similare|самое читаемое|популярное|"
     "самые читаемые|самое популярное|главное|главные новости|ещё по теме|по теме|еще новости|"
     "материалы по теме|рекомендуем|новости по теме|последние новости|"
     "лента новостей|читайте также|найпопулярніше|популярні|популярне|найбільш читані|"
     "читайте також|новини за темою|за темою|останні новини|най-четени|"
     "најчитаније|најчитано|najčitanije|povezane vesti|još vesti|δημοφιλή|πιο δημοφιλή|"
     "τα πιο διαβασμένα|διαβάστε επίσης|σχετικά|περισσότερα|en çok okunanlar|en çok okunan|"
     "en çok okunan haberler|çok okunanlar|popüler|ilgili haberler|i̇lgili haberler|"
     "diğer haberler|öne çıkanlar|son dakika haberleri|الأكثر قراءة|الأكثر مشاهدة|الأكثر تداولا|"
     "الأكثر شعبية|الاكثر قراءة|اقرأ أيضا|أخبار ذات صلة|مواضيع ذات صلة|ذات صلة|المزيد من الأخبار|"
     "مزيد من الأخبار|مقالات ذات صلة|قد يعجبك|أهم الأخبار|آخر الأخبار|پربازدیدترین‌ها|"
     "پربازدیدترین|پربازدیدها|پربیننده‌ترین‌ها|پربیننده‌ترین|پرخواننده‌ترین|مطالب مرتبط|"
     "اخبار مرتبط|بیشتر در این باره|مرتبط|آخرین اخبار|تازه‌ترین‌ها|تازه‌ترین خبرها|محبوب‌ترین|"
     "محبوب‌ترین‌ها|سب سے زیادہ پڑھا گیا|הנקראות ביותר|הנקראים ביותר|הכי נקראים|הנצפים ביותר|"
     "הכי נקראות|כתבות נוספות|עוד בנושא|עוד חדשות|כתבות קשורות|סיפורים נוספים|אולי יעניין אותך|"
     "सबसे ज्यादा पढ़ी गई|सबसे ज्यादा पढ़ा गया|सबसे अधिक पढ़ी गई|लोकप्रिय|सबसे लोकप्रिय|"
     "ज्यादा पढ़ी गई|संबंधित खबरें|और खबरें|ताजा खबरें|ट्रेंडिंग|সর্বাধিক পঠিত|জনপ্রিয়|"
     "আরও খবর|சமீபத்திய|terpopuler|paling populer|paling banyak dibaca|berita terkait|"
     "berita lainnya|berita populer|berita terbaru|terkait|terkini|paling banyak dibaca hari "
     "ini|đọc nhiều|đọc nhiều nhất|xem nhiều|tin liên quan|tin khác|ข่าวที่เกี่ยวข้อง|ยอดนิยม|"
     "アクセスランキング|ランキング|記事ランキング|人気記事|人気記事ランキング|関連記事|関連ニュース|"
     "おすすめ記事|おすすめ|新着記事|よく読まれている記事|よく読まれた記事|最新ニュース|注目記事|"
     "あわせて読みたい|热门文章|热门新闻|热门|阅读排行|点击排行|相关新闻|相关阅读|推荐阅读|更多新闻|"
     "热点新闻|最热|熱門新聞|熱門文章|熱門|點閱排行|相關新聞|延伸閱讀|最多人閱讀|많이 본 뉴스|"
     "많이 본 기사|가장 많이 본 뉴스|가장 많이 읽은 기사|인기 기사|인기기사|인기 뉴스|관련기사|"
     "관련 기사|관련 뉴스|주요 뉴스|추천 기사|최신 뉴스|이 시각 주요뉴스|랭킹뉴스"},
    {NGI_SAYS_TAGS, LABEL,
     "tags|tag|topics|topic|keywords|key words|filed under|categories|more about|"
     "related topics|schlagworte|schlagwörter|stichworte|stichwörter|themen|thema|mots-clés|"
     "mots clés|étiquettes|thèmes|sujets|etiquetas|temas|palabras clave|archivado en|argomenti|"
     "etichette|parole chiave|palavras-chave|tópicos|assuntos|trefwoorden|onderwerpen|stikkord|"
     "emner|emneord|emne|ämnen|nyckelord|taggar|efnisorð|merki|avainsanat|aiheet|štítky|témata|"
     "klíčová slova|kľúčové slová|témy|tagi|tematy|słowa kluczowe|címkék|témák|etichete|"
     "cuvinte cheie|теги|тэги|темы|ключевые слова|метки|теми|ключові слова|тагове|oznake|"
     "tagovi|ετικέτες|etiketler|konular|الوسوم|وسوم|الكلمات المفتاحية|كلمات مفتاحية|"
     "الكلمات الدلالية|برچسب‌ها|برچسب ها|برچسب|کلیدواژه‌ها|کلیدواژه|ٹیگز|תגיות|תגים|נושאים|"
     "टैग|टैग्स|विषय|ট্যাগ|ট্যাগস|topik|kata kunci|từ khóa|chủ đề|แท็ก|タグ|キーワード|関連タグ|"
     "标签|关键词|標籤|關鍵字|태그|키워드|해시태그"},
    {NGI_SAYS_COMMENTS, WHOLE,
     "comment|comments|add a comment|leave a comment|leave a reply|post a comment|no comments|"
     "join the conversation|join the discussion|view comments|show comments|read comments|"
     "comments are closed|write a comment|kommentar|kommentare|kommentar schreiben|"
     "kommentieren|kommentare anzeigen|zu den kommentaren|keine kommentare|diskutieren sie mit|"
     "beitrag kommentieren|commentaire|commentaires|commenter|laisser un commentaire|réagir|"
     "réactions|comentario|comentarios|comentar|deja un comentario|dejar un comentario|"
     "ver comentarios|commento|commenti|commenta|lascia un commento|comentário|comentários|"
     "deixe um comentário|reactie|reacties|reageer|kommentarer|kommenter|kommentér|"
     "skriv en kommentar|legg igjen en kommentar|kommentera|skriv kommentar|athugasemd|"
     "athugasemdir|ummæli|kommentit|kommentti|kommentoi|komentář|komentáře|komentářů|diskuse|"
     "přidat komentář|komentár|komentáre|diskusia|komentarz|komentarze|komentarzy|skomentuj|"
     "dodaj komentarz|hozzászólás|hozzászólások|comentariu|comentarii|комментарий|комментарии|"
     "комментария|комментариев|комментировать|оставить комментарий|обсудить|коментар|коментарі|"
     "коментарів|коментувати|залишити коментар|коментари|коментара|komentar|komentari|"
     "komentara|σχόλιο|σχόλια|yorum|yorumlar|yorum yap|yorum yaz|تعليق|تعليقات|التعليقات|"
     "تعليقان|أضف تعليقا|اترك تعليقا|أضف تعليق|دیدگاه|دیدگاه‌ها|نظر|نظرات|ارسال نظر|نظر دهید|"
     "تبصرے|תגובה|תגובות|הוסף תגובה|הגיבו|לתגובות|टिप्पणी|टिप्पणियां|टिप्पणियाँ|कमेंट|কমেন্ট|"
     "মন্তব্য|கருத்து|கருத்துகள்|komentari|tulis komentar|bình luận|ความคิดเห็น|コメント|"
     "コメントする|コメントを書く|コメント 件|コメント件|件のコメント|评论|条评论|评论 条|发表评论|評論|則評論|留言|"
     "댓글|댓글 개|댓글개|댓글쓰기|댓글 쓰기|댓글 달기"},
    {NGI_SAYS_NEWSLETTER, WITHIN,
     "newsletter|in your inbox|to your inbox|your inbox|unsubscribe|sign up for|"
     "subscribe to|subscribe now|sign up now|daily briefing|in ihr postfach|ihr postfach|"
     "abbestellen|jetzt abonnieren|abonnieren sie|rundbrief|dans votre boîte|votre boîte mail|"
     "désabonner|désinscrire|abonnez-vous|inscrivez-vous|infolettre|notre lettre|en su correo|"
     "en tu correo|darse de baja|suscríb|suscrib|boletín|bandeja de entrada|nella tua casella|"
     "nella tua posta|disiscriver|iscriviti|annullare l'iscrizione|cancelar a inscrição|"
     "na sua caixa|no seu e-mail|inscreva-se|assine a|boletim|nieuwsbrief|je inbox|uw inbox|"
     "afmelden|schrijf je in|nyhetsbrev|i innboksen|melde deg av|meld deg på|abonner på|"
     "nyhedsbrev|i din indbakke|din indbakke|i din inkorg|din inkorg|avsluta när|avprenumerera|"
     "prenumerera på|tilmeld dig|framelde|afmelde dig|póstlista|í pósthólf|afskrá sig|"
     "skráðu þig|uutiskirje|peruuttaa tilauksen|sähköpostiisi|do vaší schránky|do vašeho e-mailu|"
     "odhlásit se|odebírejte|odběr novinek|newsletteru|do vašej schránky|odhlásiť|odoberajte|"
     "na swoją skrzynkę|do twojej skrzynki|wypisać się|zapisz się|subskrybuj|hírlevél|feliratk|"
     "leiratkoz|abonează|dezabon|рассылк|на вашу почту|в вашей почте|отписаться|подпишитесь|"
     "розсилк|відписатися|підпишіться|на вашу пошту|бюлетин|абонирайте|отпишете|pretplat|"
     "εγγραφείτε|ενημερωτικό δελτίο|bülten|e-posta kutunuz|abone ol|abonelikten|نشرتنا|"
     "النشرة البريدية|النشرة الإخبارية|نشرة إخبارية|بريدك|اشترك في|إلغاء الاشتراك|خبرنامه|صندوق پستی|"
     "ایمیل شما|لغو اشتراک|نیوز لیٹر|ניוזלטר|לתיבת|תיבת הדואר|הירשמו|להסיר את עצמכם|"
     "न्यूज़लेटर|न्यूजलेटर|इनबॉक्स|সাবস্ক্রাইব|buletin|kotak surat|berlangganan|đăng ký nhận|"
     "bản tin|hộp thư|จดหมายข่าว|สมัครรับ|ニュースレター|メールマガジン|メルマガ|メールでお届け|"
     "配信登録|邮件订阅|电子报|訂閱電子報|電子報|订阅|뉴스레터|메일로 보내|구독 신청|구독하기|메일로 받아"},
    {NGI_SAYS_AUTHOR, LABEL,
     "about the author|about the writer|about our correspondent|author bio|über den autor|"
     "über die autorin|zur person|zum autor|zur autorin|à propos de l'auteur|"
     "à propos de l’auteur|l'auteur|sobre el autor|sobre la autora|sull'autore|sull’autore|"
     "l'autore|sobre o autor|over de auteur|om forfatteren|om forfatter|om skribenten|"
     "om författaren|um höfundinn|um höfund|kirjoittajasta|o autorovi|o autorce|o autorze|"
     "a szerzőről|despre autor|об авторе|про автора|за автора|o autoru|σχετικά με τον συντάκτη|"
     "yazar hakkında|عن الكاتب|عن المؤلف|درباره نویسنده|על הכותב|על המחבר|लेखक के बारे में|"
     "লেখক সম্পর্কে|tentang penulis|về tác giả|เกี่ยวกับผู้เขียน|著者について|筆者について|"
     "執筆者プロフィール|プロフィール|关于作者|關於作者|作者简介|글쓴이|기자 소개|필자 소개|저자 소개"},
    {NGI_SAYS_AUTHOR, START, "글쓴이는|लेखक 2|筆者は"},
    {NGI_SAYS_MORE, WHOLE,
     "load more|load more stories|load more articles|more|show more|see more|view more|"
     "view all|see all|all news|next|next page|previous|previous page|older posts|newer posts|"
     "back to top|top|continue reading|read more|read full story|full story|"
     "mehr laden|mehr anzeigen|weitere laden|mehr|alle anzeigen|weiter|zurück|nächste seite|"
     "weiterlesen|nach oben|zur startseite|zur übersicht|mehr artikel laden|weitere artikel laden|charger la suite|"
     "charger plus|voir plus|afficher plus|plus d'articles|page suivante|suivant|lire la suite|"
     "tout voir|cargar más|ver más|ver todo|ver todas|mostrar más|siguiente|anterior|"
     "página siguiente|seguir leyendo|leer más|carica altri|carica altro|mostra altro|vedi tutti|"
     "vedi tutte|pagina successiva|successiva|continua a leggere|leggi tutto|carregar mais|"
     "ver mais|mostrar mais|próxima página|laad meer|meer laden|meer tonen|toon meer|"
     "volgende pagina|lees verder|last inn flere|last flere|vis flere|vis mer|se alle|"
     "neste side|les mer|indlæs flere|vis mere|hent flere|næste side|læs mere|ladda fler|"
     "visa fler|visa mer|nästa sida|läs mer|hlaða fleiri|sækja fleiri|sjá meira|sjá fleiri|"
     "næsta síða|lataa lisää|näytä lisää|seuraava sivu|lue lisää|načíst další|zobrazit další|"
     "další|další strana|celý článek|načítať ďalšie|zobraziť viac|załaduj więcej|"
     "pokaż więcej|wczytaj więcej|następna strona|czytaj dalej|továbbiak betöltése|több|"
     "következő oldal|încarcă mai multe|vezi mai multe|загрузить ещё|загрузить еще|показать ещё|"
     "показать еще|ещё|еще|больше новостей|следующая страница|читать далее|все новости|"
     "завантажити ще|показати ще|більше|всі новини|зареди още|још|učitaj još|prikaži više|"
     "περισσότερα|φόρτωση περισσότερων|επόμενη σελίδα|daha fazla yükle|daha fazla|"
     "daha fazla göster|devamını oku|sonraki sayfa|tüm haberler|تحميل المزيد|المزيد|عرض المزيد|"
     "الصفحة التالية|اقرأ المزيد|عرض الكل|بارگذاری بیشتر|بیشتر|نمایش بیشتر|صفحه بعد|ادامه مطلب|"
     "ادامه|مزید|טען עוד|עוד|הצג עוד|לעמוד הבא|המשך לקרוא|और खबरें लोड करें|और लोड करें|"
     "और देखें|और पढ़ें|अगला पेज|আরও দেখুন|আরও|muat lagi|muat lebih banyak|lihat semua|"
     "selengkapnya|lainnya|halaman berikutnya|tải thêm|xem thêm|xem tất cả|โหลดเพิ่มเติม|"
     "ดูเพิ่มเติม|もっと見る|もっと読む|続きを読む|次へ|次のページ|一覧を見る|一覧へ|さらに表示|"
     "加载更多|查看更多|更多|下一页|載入更多|看更多|下一頁|더 보기|더보기|전체보기|다음|다음 페이지|"
     "목록|기사 더보기"},
    {NGI_SAYS_MORE, START,
     "page 1 of|page 2 of|page 3 of|seite 1 von|seite 2 von|page 1 sur|page 2 sur|página 1 de|"
     "página 2 de|pagina 1 di|pagina 1 van|side 1 av|side 1 af|sida 1 av|síða 1 af|sivu 1|"
     "strana 1 z|strona 1 z|1. oldal|страница 1 из|страница 2 из|сторінка 1|sayfa 1|صفحة 1 من|"
     "صفحه ۱ از|صفحه 1 از|עמוד 1 מתוך|पेज 1|halaman 1 dari|trang 1|1ページ目|第1页|第 1 页|第1頁"},
    {NGI_SAYS_RIGHTS, WITHIN,
     "©|all rights reserved|(c) 20|copyright|alle rechte vorbehalten|nachdruck|"
     "tous droits réservés|todos los derechos reservados|tutti i diritti riservati|"
     "riproduzione riservata|todos os direitos reservados|alle rechten voorbehouden|"
     "alle rettigheter|alle rettigheder|alla rättigheter|öll réttindi|kaikki oikeudet|"
     "všechna práva|všetky práva|wszelkie prawa|wszystkie prawa|minden jog|"
     "toate drepturile|все права защищены|права защищены|усі права|всі права|всички права|"
     "sva prava|με επιφύλαξη|tüm hakları|جميع الحقوق|حقوق النشر|تمام حقوق|کلیه حقوق|"
     "جملہ حقوق|כל הזכויות|सर्वाधिकार|সর্বস্বত্ব|hak cipta|bản quyền|สงวนลิขสิทธิ์|無断転載|"
     "著作権|版权所有|版權所有|不得转载|未经授权|무단 전재|무단전재|재배포 금지|저작권자"},
    {NGI_SAYS_COOKIES, WITHIN,
     "we use cookies|uses cookies|use of cookies|accept cookies|accept all|cookie policy|"
     "cookie settings|our cookies|privacy policy|terms of use|terms of service|"
     "verwenden cookies|nutzt cookies|cookies zu|cookies akzeptieren|alle akzeptieren|"
     "datenschutz|cookie-einstellungen|utilisons des cookies|utilise des cookies|"
     "accepter les cookies|tout accepter|confidentialité|utilizamos cookies|usamos cookies|"
     "utiliza cookies|usa cookies|aceptar cookies|aceptar todas|política de privacidad|"
     "utilizza cookie|usiamo i cookie|utilizziamo i cookie|utilizziamo cookie|accetta tutti|"
     "política de privacidade|aceitar todos|gebruiken cookies|gebruikt cookies|"
     "accepteer cookies|informasjonskapsler|bruker cookies|godta alle|bruger cookies|"
     "accepter alle|använder cookies|använder kakor|acceptera alla|vefkökur|vafrakökur|"
     "käytämme evästeitä|evästeitä|používáme cookies|soubory cookie|používa cookies|"
     "souhlasím|plików cookie|pliki cookie|używamy ciasteczek|sütiket|süti|cookie-kat|"
     "folosim cookie|cookie-uri|файлы cookie|использует cookie|используем cookie|"
     "файли cookie|бисквитки|kolačić|χρησιμοποιούμε cookies|çerez|ملفات تعريف الارتباط|"
     "ملفات الارتباط|کوکی|עוגיות|कुकीज़|कुकीज|কুকি|kuki|cookie untuk|sử dụng cookie|คุกกี้|"
     "クッキー|cookieを使用|cookie を使用|使用cookie|使用 cookie|쿠키를"},
    {NGI_SAYS_MENU, WHOLE,
     "home|homepage|menu|search|log in|login|sign in|sign up|register|subscribe|my account|"
     "skip to content|skip to main content|skip to navigation|breaking|live|contact|contact us|"
     "about us|imprint|sitemap|accept|accept all|reject all|settings|close|open menu|"
     "edition|e-paper|epaper|startseite|menü|suche|suchen|anmelden|registrieren|abo|"
     "zum inhalt springen|zum inhalt|impressum|kontakt|konto|accueil|rechercher|recherche|"
     "se connecter|connexion|s'abonner|s’abonner|aller au contenu|inicio|buscar|iniciar sesión|"
     "suscribirse|ir al contenido|menú|cerca|accedi|abbonati|vai al contenuto|início|entrar|"
     "assine|zoeken|inloggen|abonneren|naar inhoud|forsiden|hjem|søk|logg inn|"
     "hopp til innhold|forside|søg|log ind|abonnement|startsidan|hem|sök|logga in|"
     "hoppa till innehåll|forsíða|leita|innskráning|etusivu|haku|kirjaudu|domů|hledat|"
     "přihlásit se|přihlásit|úvod|domov|hľadať|prihlásiť|strona główna|szukaj|zaloguj się|"
     "zaloguj|kezdőlap|címlap|keresés|belépés|acasă|caută|autentificare|главная|поиск|войти|"
     "вход|меню|головна|пошук|увійти|начало|търсене|početna|pretraga|prijava|αρχική|αναζήτηση|"
     "σύνδεση|ana sayfa|anasayfa|arama|ara|giriş yap|üye ol|menü|الرئيسية|بحث|تسجيل الدخول|"
     "القائمة|خانه|صفحه اصلی|جستجو|ورود|منو|ہوم|דף הבית|ראשי|חיפוש|התחברות|כניסה|תפריט|होम|"
     "खोजें|लॉग इन|लॉगिन|मेन्यू|হোম|beranda|cari|masuk|daftar|trang chủ|tìm kiếm|đăng nhập|"
     "หน้าแรก|ค้นหา|ホーム|トップ|検索|ログイン|会員登録|メニュー|首页|搜索|登录|注册|首頁|搜尋|登入|홈|"
     "검색|로그인|회원가입|메뉴"},
    {NGI_SAYS_SECTION, WHOLE,
     "news|world|world news|politics|business|economy|markets|finance|money|companies|"
     "industry|sport|sports|football|soccer|tennis|cricket|rugby|golf|formula 1|f1|culture|"
     "arts|art|entertainment|showbiz|celebrity|celebrities|film|movies|music|books|tv|"
     "television|theatre|theater|health|wellness|science|tech|technology|environment|climate|"
     "opinion|opinions|editorial|editorials|comment is free|columns|columnists|analysis|"
     "local|local news|regional|region|regions|national|nation|international|europe|asia|"
     "africa|americas|middle east|us|u.s.|us news|uk|uk news|usa|canada|australia|india|"
     "china|lifestyle|life|style|fashion|food|travel|weather|education|crime|courts|law|"
     "society|people|obituaries|features|real estate|property|housing|cars|motoring|motors|"
     "gaming|games|video|videos|latest|latest news|top news|breaking news|general|"
     "city|metro|community|communities|religion|history|media|energy|transport|consumer|"
     "jobs|careers|weekend|magazine|investigations|elections|security|defence|defense|"
     "agriculture|farming|royals|family|parenting|"
     "welt|ausland|inland|politik|wirtschaft|finanzen|börse|unternehmen|sport|fußball|kultur|"
     "feuilleton|gesellschaft|panorama|vermischtes|gesundheit|wissen|wissenschaft|technik|"
     "digital|netzwelt|umwelt|klima|meinung|kommentar|kommentare|lokales|lokal|regionales|"
     "regional|deutschland|europa|österreich|schweiz|leben|stil|reise|reisen|auto|mobilität|"
     "bildung|justiz|nachrichten|aktuell|aktuelles|unterhaltung|promis|medien|leute|"
     "blaulicht|wetter|essen|geld|immobilien|karriere|stadt|landkreis|chronik|ratgeber|"
     "monde|international|france|politique|économie|entreprises|sports|football|culture|"
     "cinéma|musique|livres|santé|sciences|environnement|planète|climat|société|justice|"
     "faits divers|opinions|débats|idées|région|régions|régional|local|éducation|tech|high-tech|médias|"
     "voyage|voyages|mode|gastronomie|actualité|actualités|actu|people|afrique|dernières nouvelles|"
     "mundo|internacional|españa|méxico|argentina|colombia|chile|perú|política|economía|"
     "empresas|mercados|negocios|dinero|deportes|deporte|fútbol|cultura|cine|música|libros|"
     "salud|ciencia|tecnología|medio ambiente|clima|sociedad|sucesos|opinión|editorial|"
     "regional|regionales|local|locales|nacional|educación|gente|estilo|viajes|gastronomía|"
     "entretenimiento|espectáculos|noticias|últimas noticias|américa latina|ciudad|justicia|"
     "mondo|esteri|interni|italia|politica|economia|finanza|mercati|lavoro|calcio|"
     "cultura|spettacoli|spettacolo|cinema|musica|libri|salute|scienza|scienze|tecnologia|"
     "ambiente|società|cronaca|cronache|opinioni|editoriale|commenti|regione|regioni|locale|"
     "scuola|istruzione|viaggi|moda|cucina|motori|notizie|ultime notizie|attualità|"
     "mundo|brasil|portugal|política|economia|negócios|mercados|esportes|esporte|desporto|"
     "futebol|saúde|ciência|meio ambiente|sociedade|opinião|polícia|cidades|nacional|local|"
     "educação|viagem|turismo|entretenimento|notícias|últimas notícias|país|"
     "wereld|buitenland|binnenland|politiek|economie|bedrijven|voetbal|cultuur|gezondheid|"
     "wetenschap|techniek|milieu|klimaat|opinie|samenleving|regio|regionaal|lokaal|onderwijs|"
     "nieuws|laatste nieuws|reizen|"
     "verden|utenriks|innenriks|økonomi|næringsliv|næring|helse|kultur|vitenskap|teknologi|"
     "miljø|klima|mening|meninger|debatt|lokalt|distrikt|samfunn|krim|nyheter|siste nytt|"
     "siste nyheter|norge|underholdning|reise|mat|bolig|forbruker|politikk|fotball|"
     "udland|indland|erhverv|sundhed|videnskab|teknologi|debat|samfund|krimi|nyheder|"
     "seneste nyt|danmark|fodbold|politik|mad|livsstil|"
     "världen|utrikes|inrikes|ekonomi|näringsliv|hälsa|vetenskap|teknik|miljö|klimat|åsikt|"
     "ledare|debatt|lokalt|samhälle|brott|nyheter|senaste nytt|senaste nyheterna|sverige|nöje|"
     "fotboll|resor|mat|bostad|familj|"
     "erlent|innlent|viðskipti|heilsa|íþróttir|stjórnmál|menning|vísindi|tækni|umhverfi|"
     "skoðun|skoðanir|fréttir|nýjustu fréttir|fótbolti|lífið|fólk|veður|dægurmál|neytendur|"
     "maailma|ulkomaat|kotimaa|talous|urheilu|terveys|kulttuuri|tiede|tekniikka|ympäristö|"
     "politiikka|mielipide|uutiset|viihde|paikallisuutiset|matkailu|ruoka|"
     "svět|zahraničí|domácí|česko|ekonomika|byznys|zdraví|sport|fotbal|kultura|věda|"
     "technologie|životní prostředí|názory|komentáře|regiony|region|společnost|krimi|"
     "politika|zprávy|poslední zprávy|vzdělání|cestování|média|praha|"
     "svet|slovensko|zahraničie|domáce|zdravie|veda|kultúra|názory|regióny|šport|správy|"
     "świat|polska|kraj|polityka|gospodarka|biznes|zdrowie|sport|piłka nożna|kultura|nauka|"
     "technologia|środowisko|klimat|opinie|społeczeństwo|region|regiony|wiadomości|"
     "najnowsze wiadomości|rozrywka|edukacja|podróże|kryminalne|"
     "külföld|belföld|gazdaság|egészség|kultúra|tudomány|vélemény|közélet|világ|hírek|"
     "politika|foci|futball|bűnügy|tech|"
     "lume|politică|economie|sănătate|cultură|știință|opinii|actualitate|știri|externe|social|"
     "мир|в мире|россия|политика|экономика|бизнес|финансы|спорт|футбол|культура|здоровье|"
     "наука|технологии|экология|общество|мнения|мнение|происшествия|регионы|регион|новости|"
     "последние новости|образование|кино|музыка|армия|недвижимость|авто|путешествия|москва|"
     "світ|україна|політика|економіка|бізнес|культура|здоров'я|здоров’я|технології|"
     "суспільство|регіони|новини|останні новини|наука|війна|події|освіта|погляди|"
     "свят|българия|икономика|общество|здраве|новини|мнения|крими|свет|економија|култура|"
     "здравље|друштво|svijet|svet|ekonomija|zdravlje|društvo|kultura|vesti|vijesti|hronika|"
     "κόσμος|ελλάδα|πολιτική|οικονομία|αθλητισμός|αθλητικά|πολιτισμός|υγεία|επιστήμη|"
     "τεχνολογία|περιβάλλον|απόψεις|κοινωνία|ειδήσεις|διεθνή|"
     "dünya|türkiye|siyaset|politika|ekonomi|iş dünyası|finans|spor|futbol|kültür|"
     "kültür sanat|kültür-sanat|sanat|sağlık|bilim|teknoloji|çevre|iklim|yaşam|yerel|bölge|"
     "bölgesel|gündem|haberler|son dakika|son haberler|eğitim|magazin|seyahat|asayiş|"
     "العالم|عالم|سياسة|السياسة|اقتصاد|الاقتصاد|أعمال|رياضة|الرياضة|ثقافة|الثقافة|صحة|الصحة|"
     "علوم|تكنولوجيا|تقنية|بيئة|مناخ|رأي|آراء|مقالات|مجتمع|محليات|محلي|أخبار|الأخبار|"
     "أخبار محلية|آخر الأخبار|منوعات|فنون|فن|تعليم|سفر|حوادث|دولي|عربي|عرب وعالم|تحقيقات|"
     "جهان|سیاست|سیاسی|اقتصاد|اقتصادی|ورزش|ورزشی|فرهنگ|فرهنگی|فرهنگ و هنر|هنر|صحت|سلامت|"
     "علم|علمی|دانش|فناوری|تکنولوژی|محیط زیست|جامعه|اجتماعی|محلی|ولایات|استان‌ها|اخبار|خبرها|"
     "بین‌الملل|ایران|افغانستان|حوادث|دیدگاه|آموزش|منطقه|آخرین خبرها|تازه‌ها|جدیدترین خبرها|"
     "دنیا|پاکستان|کھیل|کاروبار|سائنس|خبریں|انٹرٹینمنٹ|"
     "עולם|בעולם|בארץ|פוליטיקה|מדיני|כלכלה|עסקים|ספורט|כדורגל|תרבות|בריאות|מדע|טכנולוגיה|"
     "סביבה|אקלים|דעות|חברה|מקומי|חדשות|חדשות אחרונות|חינוך|בידור|רכילות|פלילים|משפט|צבא|"
     "ביטחון|תיירות|אוכל|נדל\"ן|"
     "दुनिया|विदेश|देश|भारत|राजनीति|कारोबार|बिजनेस|अर्थव्यवस्था|खेल|क्रिकेट|संस्कृति|मनोरंजन|"
     "सेहत|स्वास्थ्य|विज्ञान|तकनीक|टेक्नोलॉजी|पर्यावरण|विचार|समाज|प्रदेश|राज्य|स्थानीय|शहर|"
     "समाचार|ताजा खबर|ताज़ा खबर|ताजा समाचार|शिक्षा|अपराध|धर्म|लाइफस्टाइल|"
     "বিশ্ব|আন্তর্জাতিক|রাজনীতি|অর্থনীতি|বাণিজ্য|খেলা|খেলাধুলা|সংস্কৃতি|বিনোদন|স্বাস্থ্য|"
     "বিজ্ঞান|প্রযুক্তি|মতামত|সারাদেশ|জাতীয়|বাংলাদেশ|সংবাদ|শিক্ষা|"
     "உலகம்|இந்தியா|தமிழகம்|அரசியல்|வணிகம்|விளையாட்டு|சினிமா|செய்திகள்|"
     "dunia|internasional|nasional|politik|ekonomi|bisnis|keuangan|olahraga|sepak bola|"
     "budaya|hiburan|kesehatan|sains|teknologi|lingkungan|iklim|opini|masyarakat|daerah|"
     "lokal|berita|berita terkini|pendidikan|hukum|kriminal|gaya hidup|perjalanan|sukan|"
     "thế giới|chính trị|kinh tế|kinh doanh|thể thao|bóng đá|văn hóa|giải trí|sức khỏe|"
     "khoa học|công nghệ|môi trường|xã hội|thời sự|pháp luật|giáo dục|du lịch|tin tức|"
     "โลก|ต่างประเทศ|การเมือง|เศรษฐกิจ|ธุรกิจ|กีฬา|วัฒนธรรม|บันเทิง|สุขภาพ|วิทยาศาสตร์|"
     "เทคโนโลยี|สิ่งแวดล้อม|ข่าว|สังคม|ภูมิภาค|"
     "国際|世界|海外|政治|経済|ビジネス|マネー|企業|市場|スポーツ|サッカー|野球|文化|芸能|エンタメ|"
     "カルチャー|健康|医療|科学|テクノロジー|it|環境|気候|社会|事件|オピニオン|社説|地域|地方|国内|"
     "ニュース|最新ニュース|速報|教育|旅行|暮らし|生活|ライフ|映画|音楽|災害|天気|主要|"
     "国际|要闻|时政|经济|财经|商业|体育|足球|娱乐|科技|社会|评论|观点|地方|国内|中国|新闻|最新|"
     "最新消息|教育|旅游|汽车|房产|军事|國際|財經|經濟|商業|體育|娛樂|評論|觀點|地方|"
     "國內|兩岸|新聞|即時|最新新聞|健康|生活|文化|科学|科學|环境|環境|法治|"
     "국제|세계|정치|경제|비즈니스|금융|증권|산업|부동산|스포츠|축구|야구|문화|연예|엔터테인먼트|"
     "건강|의료|과학|기술|it/과학|테크|환경|기후|사회|사건|오피니언|사설|칼럼|지역|전국|국내|뉴스|"
     "최신 뉴스|최신뉴스|속보|교육|여행|생활|라이프|영화|음악|날씨|북한|외교"},
};

typedef struct phrase {
    ng_slice text;
    struct phrase *next;
    uint8_t says, how;
} phrase;

struct ngi_sayings {
    phrase *buckets[BUCKETS];
};

static size_t bucket_of(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;
    return (u[0] * 131u + u[1] * 31u + u[2] * 7u) % BUCKETS;
}

/* Phrases of one or two bytes are none: "pr", "us", "it", "ad" go by their first byte. */
static size_t short_bucket_of(ng_slice s)
{
    unsigned second = s.len > 1 ? (unsigned char)s.ptr[1] : 0;
    return ((unsigned char)s.ptr[0] * 131u + second * 31u) % BUCKETS;
}

static bool add(ngi_sayings *sayings, ngi_arena *arena, ng_slice text, uint8_t says, uint8_t how)
{
    phrase *p = NGI_NEW(arena, phrase);
    if (p == NULL || text.len == 0)
        return p != NULL;
    size_t b = text.len < 3 ? short_bucket_of(text) : bucket_of(text.ptr);
    *p = (phrase){.text = text, .next = sayings->buckets[b], .says = says, .how = how};
    sayings->buckets[b] = p;
    return true;
}

ngi_sayings *ngi_sayings_make(ngi_arena *arena)
{
    ngi_sayings *sayings = NGI_NEW(arena, ngi_sayings);
    for (size_t i = NGI_COUNT(words); sayings != NULL && i-- > 0;) {
        ng_slice rest = ngi_slice_of(words[i].phrases), piece;
        while (ngi_split(&rest, '|', &piece))
            if (!add(sayings, arena, piece, words[i].says, words[i].how))
                return NULL;
    }
    return sayings;
}

/* The line without what is no letter at its ends: "2 comments", "» Share". */
static ng_slice letters_of(ng_slice s)
{
    while (s.len != 0) {
        size_t at = s.len;
        uint32_t c = ngi_utf8_previous(s, &at);
        if (ngi_is_letter(c) || (c > 0x7F && !ngi_is_digit(c) && ngi_is_word(c)))
            break;
        if (c >= 0x900 && c < 0xE00 && !ngi_is_digit(c) && c != 0x964)
            break; /* vowel signs of India's scripts */
        s.len = at;
    }
    while (s.len != 0) {
        size_t at = 0;
        uint32_t c = ngi_utf8_next(s, &at);
        if (ngi_is_letter(c))
            break;
        s = ngi_slice_from(s, at);
    }
    return s;
}

/* The line without its numbers: "コメント3件", "12 min read". */
static ng_slice without_digits(ng_slice s, char out[96])
{
    size_t used = 0;
    for (size_t i = 0; i < s.len && s.len <= 90;) {
        size_t from = i;
        uint32_t c = ngi_utf8_next(s, &i);
        if (ngi_is_digit(c) || (c == ' ' && used != 0 && out[used - 1] == ' '))
            continue;
        memcpy(out + used, s.ptr + from, i - from);
        used += i - from;
    }
    return ngi_slice(out, used);
}

static const phrase *whole_line(const ngi_sayings *sayings, ng_slice line)
{
    if (line.len == 0 || line.len > 90)
        return NULL;
    size_t b = line.len < 3 ? short_bucket_of(line) : bucket_of(line.ptr);
    for (const phrase *p = sayings->buckets[b]; p != NULL; p = p->next)
        if (ngi_equal(p->text, line) && (p->how == WHOLE || p->how == LABEL))
            return p;
    return NULL;
}

static bool word_ends(ng_slice line, size_t at)
{
    return at >= line.len || !ngi_is_word(ngi_utf8_next(line, &(size_t){at}));
}

static bool label_ends(ng_slice line, size_t at)
{
    ng_slice rest = ngi_slice_from(line, at);
    while (rest.len != 0 && rest.ptr[0] == ' ')
        rest = ngi_slice_from(rest, 1);
    return rest.len == 0 || rest.ptr[0] == ':' || rest.ptr[0] == '|' || rest.ptr[0] == '>' ||
           ngi_starts(rest, NGI_LIT("：")) || ngi_starts(rest, NGI_LIT("»")) ||
           ngi_starts(rest, NGI_LIT("►")) || ngi_starts(rest, NGI_LIT("→"));
}

/* A caption's label stands at the start, behind a sentence or bracket, or near the end. */
static bool credit_stands(const phrase *p, ng_slice line, size_t at)
{
    while (at > 0 && line.ptr[at - 1] == ' ')
        at--;
    if (at == 0 || !ngi_ends(p->text, NGI_LIT(": ")))
        return true;
    uint32_t c = ngi_utf8_previous(line, &(size_t){at});
    return !ngi_is_word(c) || (at > 40 && line.len - at < 40);
}

static bool fits(const phrase *p, ng_slice line, size_t at, size_t letters)
{
    size_t end = at + p->text.len;
    if (!ngi_starts(ngi_slice_from(line, at), p->text))
        return false;
    if (p->how == WITHIN) {
        size_t before = at;
        if (p->says == NGI_SAYS_CREDIT && !credit_stands(p, line, at))
            return false;
        return at == 0 || p->text.ptr[0] == '(' || p->text.ptr[0] == '[' ||
               !ngi_is_word(ngi_utf8_previous(line, &before)) ||
               ngi_is_cjk(ngi_utf8_next(line, &(size_t){at}));
    }
    if (p->how == START)
        return at == letters && word_ends(line, end);
    return p->how == LABEL && at == letters && label_ends(line, end);
}

ngi_saying ngi_saying_of(const ngi_sayings *sayings, ng_slice line)
{
    if (line.len == 0 || line.len > LONGEST_LINE)
        return NGI_SAYS_NOTHING;
    ng_slice letters = letters_of(line);
    char bare[96];
    const phrase *whole = whole_line(sayings, letters);
    if (whole == NULL)
        whole = whole_line(sayings, letters_of(without_digits(letters, bare)));
    if (whole != NULL)
        return (ngi_saying)whole->says;
    size_t start = letters.len == 0 ? 0 : (size_t)(letters.ptr - line.ptr);
    for (size_t i = 0; i + 2 < line.len; i++) {
        if (((unsigned char)line.ptr[i] & 0xC0) == 0x80)
            continue;
        for (const phrase *p = sayings->buckets[bucket_of(line.ptr + i)]; p != NULL; p = p->next)
            if (p->how != WHOLE && fits(p, line, i, start))
                return (ngi_saying)p->says;
    }
    if (ngi_starts(line, NGI_LIT("©")))
        return NGI_SAYS_RIGHTS;
    return NGI_SAYS_NOTHING;
}
