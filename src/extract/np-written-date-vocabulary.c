#include "extract/np-written-date-vocabulary.h"

/* Weekdays from Monday on. */
const char *const np_date_weekday_rows[] = {
  "Monday|Mon;Tuesday|Tue|Tues;Wednesday|Wed;Thursday|Thu|Thur|Thurs;Friday|Fri;Saturday|Sat;Sunday|Sun",
  "Montag|Mo;Dienstag|Di;Mittwoch|Mi;Donnerstag|Do;Freitag|Fr;Samstag|Sonnabend|Sa;Sonntag|So",
  "lundi|lun;mardi|mar;mercredi|mer;jeudi|jeu;vendredi|ven;samedi|sam;dimanche|dim",
  "lunes;martes|mar;miércoles|mié;jueves|jue;viernes|vie;sábado|sáb;domingo|dom",
  "lunedì;martedì|mar;mercoledì|mer;giovedì|gio;venerdì|ven;sabato|sab;domenica|dom",
  "segunda|segunda feira;terça|terça feira;quarta|quarta feira;quinta|quinta feira;sexta|sexta feira;sábado;domingo",
  "maandag|ma;dinsdag|di;woensdag|wo;donderdag|do;vrijdag|vr;zaterdag|za;zondag|zo",
  "måndag|mån;tisdag|tis;onsdag|ons;torsdag|tors|tor;fredag|fre;lördag|lör;söndag|sön",
  "mandag|man;tirsdag|tir;onsdag;torsdag;fredag;lørdag|lør;søndag|søn",
  "maanantai|maanantaina|ma;tiistai|tiistaina|ti;keskiviikko|keskiviikkona|ke;torstai|torstaina|to;"
  "perjantai|perjantaina|pe;lauantai|lauantaina|la;sunnuntai|sunnuntaina|su",
  "poniedziałek|pon;wtorek|wt;środa|śr;czwartek|czw;piątek|pt;sobota|sob;niedziela|niedz|nd",
  "pondělí|po;úterý|út;středa|stř;čtvrtek|čt;pátek|pá;sobota|so;neděle|ne",
  "pondelok;utorok;streda;štvrtok;piatok;sobota;nedeľa",
  "ponedjeljak|ponedeljak|ponedeljek;utorak|torek;srijeda|sreda;četvrtak|četrtek;petak|petek;subota|sobota;"
  "nedjelja|nedelja",
  "понедељак;уторак;среда;четвртак;петак;субота;недеља",
  "понеделник;вторник;сряда;четвъртък;петък;събота;неделя",
  "понедельник|пн|пнд;вторник|вт|втр;среда|ср|срд;четверг|чт|чтв;пятница|пт|птн;суббота|сб|сбт;воскресенье|вс|вск",
  "понеділок;вівторок;середа;четвер;п'ятниця|пятниця;субота;неділя",
  "luni;marți;miercuri;joi;vineri;sâmbătă;duminică",
  "hétfő;kedd;szerda;csütörtök;péntek;szombat;vasárnap",
  "Δευτέρα|Δευ;Τρίτη|Τρι;Τετάρτη|Τετ;Πέμπτη|Πεμ;Παρασκευή|Παρ;Σάββατο|Σαβ;Κυριακή|Κυρ",
  "Pazartesi|Pzt;Salı;Çarşamba|Çar;Perşembe|Per;Cuma;Cumartesi|Cmt;Pazar",
  "esmaspäev;teisipäev;kolmapäev;neljapäev;reede;laupäev;pühapäev",
  "pirmdiena;otrdiena;trešdiena;ceturtdiena;piektdiena;sestdiena;svētdiena",
  "pirmadienis;antradienis;trečiadienis;ketvirtadienis;penktadienis;šeštadienis;sekmadienis",
  "Senin;Selasa;Rabu;Kamis;Jumat;Sabtu;Minggu",
  "Lunes;Martes;Miyerkules;Huwebes;Biyernes;Sabado;Linggo",
  "Thứ hai;Thứ ba;Thứ tư;Thứ năm;Thứ sáu;Thứ bảy;Chủ nhật",
  "dilluns;dimarts;dimecres;dijous;divendres;dissabte;diumenge",
  "ორშაბათი;სამშაბათი;ოთხშაბათი;ხუთშაბათი;პარასკევი;შაბათი;კვირა",
  "יום שני;יום שלישי;יום רביעי;יום חמישי;יום שישי;שבת;יום ראשון",
  "الاثنين|الإثنين;الثلاثاء;الأربعاء;الخميس;الجمعة;السبت;الأحد",
  "सोमवार|सोम;मंगलवार|मंगल;बुधवार|बुध;गुरुवार|गुरु;शुक्रवार|शुक्र;शनिवार|शनि;रविवार|रवि",
  "সোমবার|সোম;মঙ্গলবার|মঙ্গল;বুধবার|বুধ;বৃহস্পতিবার|বৃহস্পতি;শুক্রবার|শুক্র;শনিবার|শনি;রবিবার|রবি",
  "วันจันทร์|จันทร์;วันอังคาร|อังคาร;วันพุธ|พุธ;วันพฤหัสบดี|พฤหัสบดี;วันศุกร์|ศุกร์;วันเสาร์|เสาร์;วันอาทิตย์|อาทิตย์",
  "月曜日|星期一|周一|월요일;火曜日|星期二|周二|화요일;水曜日|星期三|周三|수요일;木曜日|星期四|周四|목요일;"
  "金曜日|星期五|周五|금요일;土曜日|星期六|周六|토요일;日曜日|星期日|星期天|周日|일요일",
  "astelehena;asteartea;asteazkena;osteguna;ostirala;larunbata;igandea",
  "e hënë;e martë;e mërkurë;e enjte;e premte;e shtunë;e diel",
  "mánudagur|mánudag;þriðjudagur|þriðjudag;miðvikudagur|miðvikudag;fimmtudagur|fimmtudag;föstudagur|föstudag;"
  "laugardagur|laugardag;sunnudagur|sunnudag",
  "luns;martes;mércores;xoves;venres;sábado;domingo",
  "понеделник;вторник;среда;четврток;петок;сабота;недела",
  "панядзелак;аўторак;серада;чацвер;пятніца;субота;нядзеля",
  "дүйсенбі;сейсенбі;сәрсенбі;бейсенбі;жұма;сенбі;жексенбі",
  "даваа;мягмар|мягмар;лхагва;пүрэв;баасан;бямба;ням",
  "dushanba;seshanba;chorshanba;payshanba;juma;shanba;yakshanba",
  "bazar ertəsi;çərşənbə axşamı;çərşənbə;cümə axşamı;cümə;şənbə;bazar",
  "երկուշաբթի;երեքշաբթի;չորեքշաբթի;հինգշաբթի;ուրբաթ;շաբաթ;կիրակի",
  "دوشنبه;سه شنبه|سه‌شنبه;چهارشنبه|چهار شنبه;پنجشنبه|پنج "
  "شنبه|پنج‌شنبه;جمعه;شنبه;یکشنبه|یک "
  "شنبه",
  "پیر;منگل;بدھ;جمعرات;جمعہ;ہفتہ;اتوار",
  "திங்கள்;செவ்வாய்;புதன்;வியாழன்;வெள்ளி;சனி;ஞாயிறு",
  "సోమవారం;మంగళవారం;బుధవారం;గురువారం;శుక్రవారం;శనివారం;ఆదివారం",
  "ಸೋಮವಾರ;ಮಂಗಳವಾರ;ಬುಧವಾರ;ಗುರುವಾರ;ಶುಕ್ರವಾರ;ಶನಿವಾರ;ಭಾನುವಾರ",
  "തിങ്കളാഴ്ച|തിങ്കൾ;ചൊവ്വാഴ്ച|ചൊവ്വ;ബുധനാഴ്ച|ബുധൻ;വ്യാഴാഴ്ച|വ്യാഴം;വെള്ളിയാഴ്ച|വെള്ളി;ശനിയാഴ്ച|ശനി;ഞായറാഴ്ച|ഞായർ",
  "સોમવાર;મંગળવાર;બુધવાર;ગુરુવાર;શુક્રવાર;શનિવાર;રવિવાર",
  "ਸੋਮਵਾਰ;ਮੰਗਲਵਾਰ;ਬੁੱਧਵਾਰ;ਵੀਰਵਾਰ;ਸ਼ੁੱਕਰਵਾਰ;ਸ਼ਨਿੱਚਰਵਾਰ;ਐਤਵਾਰ",
  "सोमवार;मंगळवार;बुधवार;गुरुवार;शुक्रवार;शनिवार;रविवार",
  "सोमबार;मङ्गलबार;बुधबार;बिहीबार|बिहिबार;शुक्रबार;शनिबार;आइतबार",
  "සඳුදා;අඟහරුවාදා;බදාදා;බ්‍රහස්පතින්දා;"
  "සිකුරාදා;"
  "සෙනසුරාදා;"
  "ඉරිදා",
  "ច័ន្ទ;អង្គារ;ពុធ;ព្រហស្បតិ៍;សុក្រ;សៅរ៍;អាទិត្យ",
  "ວັນຈັນ;ວັນອັງຄານ;ວັນພຸດ;ວັນພະຫັດ;ວັນສຸກ;ວັນເສົາ;ວັນອາທິດ",
  "တနင်္လာ;အင်္ဂါ;ဗုဒ္ဓဟူး;ကြာသပတေး;သောကြာ;စနေ;တနင်္ဂနွေ",
  "Isnin;Selasa;Rabu;Khamis;Jumaat;Sabtu;Ahad",
  "Jumatatu;Jumanne;Jumatano;Alhamisi;Ijumaa;Jumamosi;Jumapili",
  "Maandag;Dinsdag;Woensdag;Donderdag;Vrydag;Saterdag;Sondag",
  "Dydd Llun;Dydd Mawrth;Dydd Mercher;Dydd Iau;Dydd Gwener;Dydd Sadwrn;Dydd Sul",
  "Dé Luain;Dé Máirt;Dé Céadaoin;Déardaoin;Dé hAoine;Dé Sathairn;Dé Domhnaigh",
  "Méindeg;Dënschdeg;Mëttwoch;Donneschdeg;Freideg;Samschdeg;Sonndeg",
  "ሰኞ;ማክሰኞ;ረቡዕ;ሐሙስ;ዓርብ;ቅዳሜ;እሑድ",
  NULL,
};

const NpDateWordRow np_date_word_rows[] = {
  { NP_DATE_WORD_AM,
    "am|a m|a.m|morning|in the morning|vormittags|morgens|früh|mañana|madrugada|manhã|matin|mattina|mattino|matí|"
    "goizeko|ochtends|voormiddag|förmiddag|formiddag|fm|aamulla|aamupäivällä|hommikul|rano|ráno|dop|dopoledne|"
    "dopoludnia|dopoldne|zjutraj|ujutro|ujutru|jutro|prijepodne|pre podne|утра|утро|дп|ранку|сутринта|пр.об|прет|"
    "претпл|délelőtt|reggel|dimineața|dimineata|paradite|p.d|πμ|öö|sabah|səhər|priekšp|no rīta|priešpiet|ryto|ص|"
    "صباحا|صباحاً|صبح|قبل از "
    "ظهر|ق.ظ|قبل‌ازظهر|بامداد|בבוקר|पूर्वाह्न|सुबह|सकाळी|"
    "बिहान|"
    "পূর্বাহ্ণ|"
    "পূর্বাহ্ন|"
    "সকাল|"
    "காலை|முற்பகல்|ఉదయం|ಬೆಳಗ್ಗೆ|ಪೂರ್ವಾಹ್ನ|രാവിലെ|સવારે|ਸਵੇਰੇ|ਪੂ.ਦੁ|පෙ.ව|ጥዋት|asubuhi|umaga|pagi|pg|gh|sa|sáng|"
    "เช้า|ก่อนเที่ยง|ກ່ອນທ່ຽງ|ព្រឹក|နံနက်|上午|午前|早上|早晨|清晨|凌晨|오전|아침|새벽|ү.ө|таңкы|таңғы|r.n|yb|moies" },
  { NP_DATE_WORD_PM,
    "pm|p m|p.m|in the afternoon|in the evening|afternoon|evening|nachmittags|abends|tarde|soir|après midi|"
    "pomeriggio|sera|vespre|arratsaldeko|middags|namiddag|avonds|eftermiddag|ettermiddag|em|illalla|iltapäivällä|"
    "õhtul|wieczorem|po południu|večer|odp|odpoledne|popoludní|popoldne|popoldan|pop|zvečer|navečer|uveče|"
    "popodne|poslijepodne|вечера|вечером|дня|пп|сл.об|следобед|вечерта|попл|délután|este|după amiaza|după amiază|"
    "seara|pasdite|m.d|μμ|ös|öğleden sonra|akşam|axşam|pēcp|popiet|vakaro|م|مساء|مساءً|عصرا|ظهرا|بعد از ظهر|"
    "بعدازظهر|ب.ظ|عصر|בערב|אחר הצהריים|בצהריים|अपराह्न|शाम|संध्याकाळी|दुपारी|दोपहर|बेलुकी|অপরাহ্ণ|অপরাহ্ন|বিকাল|"
    "বিকেল|সন্ধ্যা|দুপুর|மாலை|பிற்பகல்|సాయంత్రం|ಸಂಜೆ|ಅಪರಾಹ್ನ|വൈകുന്നേരം|ഉച്ചയ്ക്ക്|સાંજે|બપોરે|ਸ਼ਾਮੀਂ|ਬਾ.ਦੁ|ප.ව|"
    "ከሰዓት|mchana|alasiri|jioni|hapon|sore|siang|petang|ptg|gd|ch|chiều|tối|บ่าย|หลังเที่ยง|ຫຼັງທ່ຽງ|ល្ងាច|ညနေ|下午|"
    "午後|傍晚|晚上|晚間|晚间|中午|오후|저녁|ү.х|түштөн кийинки|кешкі|i.n|yh|nomëttes" },
  { NP_DATE_WORD_NIGHT,
    "night|at night|nachts|noche|noite|notte|nit|nuit|snachts|natten|yöllä|w nocy|v noci|ночи|ночі|noaptea|éjjel|"
    "gece|gecə|בלילה|रात|রাত|இரவு|రాత్రి|ರಾತ್ರಿ|രാത്രി|રાત્રે|ਰਾਤੀਂ|usiku|gabi|malam|đêm|夜|深夜|밤" },
  { NP_DATE_WORD_PM | NP_DATE_WORD_DAY_FIRST, "ip" },
  { NP_DATE_WORD_AM | NP_DATE_WORD_DAY_FIRST, "ap" },
  { NP_DATE_WORD_NOON,
    "noon|midday|podne|mittags|mezzogiorno|midi|mediodía|meio dia|migdia|middag|middagstid|正午|полдень|południe|"
    "poledne|dél|amiază|öğle|ظهر|צהריים" },
  { NP_DATE_WORD_HOUR,
    "h|hs|hrs|hr|hours|시|時|时|点|點|ώρα|น|ч|час|часа|часов|hod|óra|ora|वजे|बजे|টা|টায়|மணி|గంటలకు|ម៉ោង|ໂມງ|giờ|godz|"
    "uras|ur|val" },
  { NP_DATE_WORD_HOUR | NP_DATE_WORD_DAY_FIRST, "uhr|uur" },
  { NP_DATE_WORD_MINUTE, "분|分|мин|минут|хв|хвилин|phút|perc|minut|មិ|นาที|ນາທີ|नि|মিনিট" },
  { NP_DATE_WORD_FILLER | NP_DATE_WORD_DAY_FIRST, "klo|kello|kl|um|alle|alle ore|ore|pukul|às|godz|klokken|klukkan" },
  { NP_DATE_WORD_PUBLISHED,
    "published|posted|first published|originally published|veröffentlicht|erstellt|publié|publiée|publicado|"
    "publicada|pubblicato|pubblicata|gepubliceerd|publicerad|publicerat|publiceret|publisert|julkaistu|"
    "opublikowano|publikacja|publikováno|zveřejněno|objavljeno|опубликовано|опубліковано|публикуван|publicat|"
    "közzétéve|megjelent|δημοσίευση|δημοσιεύτηκε|yayınlanma|yayinlanma|diterbitkan|發布|发布|掲載|公開|配信|입력|등록|"
    "প্রকাশ|"
    "प्रकाशित|đăng|เผยแพร่|نشر|פורסם|released|issued|release date|publication date|date published|publiziert|"
    "erschienen|online seit|eingestellt|freigegeben|mis en ligne|mise en ligne|paru|parue|créé|"
    "date de publication|creado|subido|fecha de publicación|criado|data de publicação|inserito|creato|"
    "data di pubblicazione|geplaatst|aangemaakt|publicatiedatum|skapad|publicerades|oprettet|offentliggjort|"
    "opprettet|luotu|julkaisupäivä|dodano|dodane|utworzono|data publikacji|vytvořeno|vydáno|datum publikace|"
    "publikované|pridané|objavljena|datum objave|објављено|публикувано|публикация|дата публикации|опубликована|"
    "опубликован|размещено|дата публікації|апублікавана|data publicării|közzétett|αναρτήθηκε|δημοσιεύθηκε|"
    "ημερομηνία δημοσίευσης|yayınlandı|yayın tarihi|eklenme tarihi|dərc edilib|avaldatud|publicēts|publicēta|"
    "paskelbta|publikuota|argitaratua|dipublikasikan|tayang|disiarkan|nai publish|ngày đăng|xuất bản|"
    "تاریخ انتشار|منتشر شده|تاريخ "
    "النشر|شائع|வெளியிடப்பட்டது|প্রকাশিত|प्रकाशन|게재|작성|발행|投稿|発表|公表|发表|發表|刊登|發佈|發稿" },
  { NP_DATE_WORD_UPDATED,
    "updated|last updated|modified|last modified|revised|edited|aktualisiert|geändert|zuletzt aktualisiert|stand|"
    "mis à jour|modifié|actualizado|actualizada|atualizado|atualizada|aggiornato|aggiornata|aggiornamento|"
    "bijgewerkt|gewijzigd|uppdaterad|uppdaterat|opdateret|oppdatert|päivitetty|muokattu|zaktualizowano|"
    "aktualizacja|aktualizováno|aktualizované|ažurirano|ažurirano u|обновлено|изменено|оновлено|актуализиран|"
    "actualizat|frissítve|ενημέρωση|ενημερώθηκε|güncelleme|güncellenme|diperbarui|更新|수정|আপডেট|अपडेट|cập nhật|"
    "อัปเดต|تحديث|עודכן|actualitzat|last update|last edited|date modified|letzte aktualisierung|letzte änderung|"
    "zuletzt geändert|bearbeitet|dernière mise à jour|mise à jour|mise à jour le|última actualización|"
    "actualización|modificado|modificada|última atualização|atualização|ultimo aggiornamento|ultima modifica|"
    "modificato|laatst bijgewerkt|laatste update|laatst gewijzigd|senast uppdaterad|ändrad|sidst opdateret|"
    "sist oppdatert|endret|viimeksi päivitetty|ostatnia aktualizacja|data aktualizacji|zmodyfikowano|"
    "poslední aktualizace|aktualizace|posledná aktualizácia|aktualizácia|posodobljeno|ažurirana|izmijenjeno|"
    "измењено|ажурирано|последна актуализация|обновена|последнее обновление|обновление|обновлена|обновлен|"
    "обновлён|изменен|оновлення|змінено|абноўлена|ultima actualizare|actualizare|modificat|frissült|módosítva|"
    "τελευταία ενημέρωση|güncellendi|son güncelleme|güncelleme tarihi|yenilənib|uuendatud|muudetud|atjaunināts|"
    "atnaujinta|eguneratua|përditësuar|diperbaharui|dikemas kini|kemas kini|na update|lần "
    "cuối|به‌روزرسانی|"
    "بروزرسانی|آخرین بروزرسانی|آخر تحديث|تم التحديث|עדכון אחרון|अद्यतन|अपडेट किया गया|সর্বশেষ আপডেট|হালনাগাদ|修改|"
    "改訂|修正|편집|갱신|imesasishwa" },
  { NP_DATE_WORD_UNTIL,
    "until|available until|expires|expires on|valid until|bis|verfügbar bis|gültig bis|läuft ab am|hasta|"
    "disponible hasta|jusqu'au|disponible jusqu'au|fino al|disponibile fino al|até|disponível até|tot en met|"
    "beschikbaar tot|tillgänglig till|tilgjengelig til|tilgængelig til|доступно до|dostępne do" },
  { NP_DATE_WORD_FILLER,
    "of|at|on|the|em|sa|la|lo|das|dos|in|date|time|local "
    "time|st|nd|rd|th|er|e|den|der|am|vom|le|à|de|del|el|en|a|las|los|dia|día|do|"
    "da|di|il|og|och|u|o|года|год|г|гг|р|року|в|на|года в|година|წ|წლის|წელს|年|日|月|일|년|월|秒|초|ngày|năm|lúc|thứ|"
    "বার|লা|রা|ঠা|ই|শে|গো|go|го|е|й|ой|га|έτους|στις|στο|tarihinde|midnight|ponoć|minuit|mitternacht|ago|hour|"
    "hours|minute|minutes|min|mins|day|days|week|weeks|month|months|year|years|yesterday|today|just now|now|vor|"
    "stunde|stunden|minuten|tag|tagen|il y a|heure|heures|hace|hora|horas|et|tid|เวลา|พ ศ|ค ศ|พศ|วันที่|वजे|बजे|"
    "को|টা|ו|ב|и|ю|y|v|ve|ob|dne|dnia|roku|r|yil|yılı|evi|m|t|read|min read|gada|gads|ko|kl|ж|жылы|жыл|оны|ны|"
    "сарын|сар|өдөр|թ|թվական|թվականի|m.|metų|mėn|d|l|dell|nell|dels|ta|ta’|ra|të|më|në|ngay|ค.ศ|คศ|พ.ศ|ที่|ថ្ងៃ|"
    "ថ្ងៃទី|ខែ|ឆ្នាំ|ທີ|ວັນທີ|ເດືອນ|ปี|เดือน|號|号|an|án|én|jen|jan|ren|ak|a las|si|ya|tanggal|tgl|taun|tahun|"
    "bulan|ili|yilda|yili|ci|cı|cu|cü|nci|ncı|nji|njy|tarihi|tarih|anno|anni|dated|as of|as at|since|local|ساعت|"
    "سنة|سنه|سال|مورخ|يوم|في|روز|والساعة|الساعة|ب|ה|ל|בשעה|שעה|तारीख|தேதி|అన్న|அன்று|న|ಗೆ|ന്|ના|ਨੂੰ|తేదీ|ቀን|"
    "eftir|kan|godina|godine|год.|лета|роки|hodin|hod|óra|órakor|ora|orele|als|va|ho|de l|dan|i" },
  { 0, NULL },
};
