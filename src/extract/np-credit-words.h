/* The words that stand before and in the credits of photos, in many languages, as parts of regular expressions. */
#pragma once

/* "Photo", "Bild", "写真": what a credit is of. English, German, Dutch, Scandinavian, Finnish, Romance, Slavic, Baltic,
 * Hungarian, Greek, Turkish, Semitic, Indian, of South-East and East Asia. */
#define NP_CREDIT_THING                                                                                                                                                                                          \
  "(?:(?:handout |file |staff |stock |ap |afp |all |top |main |lead |header |cover |banner |featured |hero )?"                                                                                                   \
  "(?:photo(?:s|graph(?:s|y|ie|er|ers|e)?)?|pictures?|pics?\\.?|images?)|illustrations?|illustrator|graphics?|"                                                                                                  \
  "artwork|screen ?(?:shot|grab)s?|(?:symbol|archiv|beispiel|titel|aufmacher|teaser|arkiv|illustrasjons)?"                                                                                                       \
  "(?:foto|bild)(?:s|er|quellen?|nachweis|rechte|autor|credits?|kredit|grafie|graf(?:in)?|montage)?|"                                                                                                            \
  "foto(?:graf[ií]as?|grafie|graf[oa]?|graaf|grafija|ğraf)|fotók?|quellen?|grafik|"                                                                                                                           \
  "beeld|afbeelding|bron|billede|bilde|kilde|källa|kuvat?|kuvaaja|valokuva(?:aja)?|kuvituskuva|lähde|"                                                                                                         \
  "im[aá]gene?s?|imagem|imagens|imatge|immagini?e?|fuente|fonte|fot[oó]grafo|ilustraci[oó]n|ilustração|gráfico|ph\\.|"                                                                                     \
  "zdj(?:ęci[ea])?|źródło|ilustracja|grafika|zdroj|sn[ií]m(?:ek|ka)|ilustrační foto|(?:képek )?forrása?|kép(?:ek)?|"                                                                                   \
  "fénykép|surs[aă]|imagine|izvor|slika|vir|nuotr|pilt|allikas|argazkia|görsel|kaynak|resim|"                                                                                                                \
  "фото|снимок|фотография|снимк[аи]|слика|світлина|фотографія|иллюстрация|источник|изображение|скриншот|джерело|" \
  "ілюстрація|зображення|извор|източник|автор(?: фото)?|"                                                                                                              \
  "φωτ(?:ο(?:γραφ[ίι]α|γραφ[ίι]ες|γρ[άα]φος)?)?|πηγ[ήη]|εικ[όο]να|"                                                                                                        \
  "צילום|צילומים|תמונה|קרדיט|صورة|تصوير|الصورة|مصدر الصورة|المصدر|عکس|منبع|"                                                                         \
  "फोटो|तस्वीर|चित्र|स्रोत|साभार|ছবি|সূত্র|ภาพ|ที่มา|เครดิต|ảnh|nguồn|hình|gambar|sumber|dok|"                \
  "写真|撮影|画像|資料写真|提供|出典|照片|图片|圖片|攝影|摄影|图源|圖源|图|圖|来源|來源|资料图|사진|사진제공|"                                                        \
  "사진출처|"                                                                                                                                                                                                \
  "자료사진|출처|이미지|그래픽)"

/* What that word may be joined with. */
#define NP_CREDIT_ROLE                                                                                                 \
  "(?: ?[./-]? ?(?:credits?|cr[eéè]dit[oi]?s?|by|courtesy(?: of)?|copyright|sources?|provided by|supplied "          \
  "by|from|via|"                                                                                                       \
  "foto|photo|de|di|von|av|af|door|por|par|του|提供|来源|來源))"

/* What is a label by itself. */
#define NP_CREDIT_CREDIT                                                                                                  \
  "(?:(?:photo ?|image ?)?credits?(?: photos?)?|cr[eéè]dit[oi]?s?(?: photos?| foto| fotogr[aá]fico| d['e] ?images?)?|" \
  "courtesy(?: of)?|sources?|copyright|autor(?: zdj[eę]cia)?|picture agency)"

/* Agencies, archives, and what stands for a name where there is none. Case counts. */
#define NP_CREDIT_AGENCY                                                                                                                                                \
  "\\b(?:AFP|AP|AP Photo|Associated Press|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|EFE|dpa|DPA|ANSA|TASS|"                                                        \
  "Xinhua|Bloomberg|Shutterstock|Alamy|iStock(?:photo)?|PA Wire|PA Images|PA Media|PAP|ČTK|CTK|ČTK|TASR|TT|NTB|"                                                      \
  "Scanpix|Ritzau|Lehtikuva|Keystone|KEYSTONE|APA|ANP|Belga|Imago|imago|IMAGO|MAGO|ZUMA(?: Press)?|SIPA|Sipa|MTI|"                                                      \
  "Kyodo|Yonhap|Unsplash|Pexels|Pixabay|Wikimedia(?: Commons)?|Flickr|LaPresse|Europa Press|CC[ -]BY(?:-SA)?|"                                                          \
  "[Hh]andout|NurPhoto|Anadolu|UPI|PTI|ANI|Antara|MAXPPP|Abaca|Hans Lucas|Profimedia|Adobe "                                                                            \
  "?Stock|stock\\.adobe\\.com|"                                                                                                                                         \
  "Fotolia|123RF|Dreamstime|Depositphotos|picture[ -]alliance|East News|Agencja \\p{Lu}\\p{Ll}+|Pixsell|Tanjug|Hina|"                                                   \
  "(?:Télam|Telam)|Agência \\p{Lu}\\p{Ll}+|Agencia \\p{Lu}\\p{Ll}+|Divulgação|Reprodução|Cortes[ií]a|Cedida|Archivo|"                                            \
  "Arquivo|Archiv|Archives|AA|İHA|DHA|УНИАН|УНІАН|Укрінформ|Интерфакс|[Аа]рхив|РИА Новости|ТАСС|[Сс]кріншот|" \
  "(?:[Ss]ubmitted|[Cc]ontributed|[Cc]ourtesy|[Pp]rovided|[Ss]upplied) photos?|USA TODAY "                                                                              \
  "Sports)\\b|ロイター|共同|時事|中央社|新华社|新華社|연합뉴스|뉴시스|뉴스1"
