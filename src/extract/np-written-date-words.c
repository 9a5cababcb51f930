#include "extract/np-written-date-words.h"

#include "base/np-text.h"

#include <string.h>

/* Months from January on, separated by ";", other forms of one month by "|". Grammar bends names, so the forms that
 * stand in dates are here too. */
static const struct
{
  const char *language, *months;
} month_rows[] = {
  { "en", "January|Jan;February|Feb|Febr;March|Mar;April|Apr;May;June|Jun;July|Jul;August|Aug;"
          "September|Sept|Sep;October|Oct;November|Nov;December|Dec" },
  { "de", "Januar|Jänner|Jan;Februar|Feber|Feb;März|Mär|Mrz;April|Apr;Mai;Juni|Jun;Juli|Jul;August|Aug;"
          "September|Sept|Sep;Oktober|Okt;November|Nov;Dezember|Dez" },
  { "fr", "janvier|janv;février|févr|fév;mars;avril|avr;mai;juin;juillet|juil;août;septembre|sept;octobre|oct;"
          "novembre|nov;décembre|déc" },
  { "es", "enero|ene;febrero|feb;marzo|mar;abril|abr;mayo|may;junio|jun;julio|jul;agosto|ago;"
          "septiembre|setiembre|sept|sep|set;octubre|oct;noviembre|nov;diciembre|dic" },
  { "it", "gennaio|gen;febbraio|feb;marzo|mar;aprile|apr;maggio|mag;giugno|giu;luglio|lug;agosto|ago;settembre|set;"
          "ottobre|ott;novembre|nov;dicembre|dic" },
  { "pt", "janeiro|jan;fevereiro|fev;março|mar;abril|abr;maio|mai;junho|jun;julho|jul;agosto|ago;setembro|set;"
          "outubro|out;novembro|nov;dezembro|dez" },
  { "nl", "januari|jan;februari|feb;maart|mrt;april|apr;mei;juni|jun;juli|jul;augustus|aug;september|sept|sep;"
          "oktober|okt;november|nov;december|dec" },
  { "sv", "januari|jan;februari|feb;mars|mar;april|apr;maj;juni|jun;juli|jul;augusti|aug;september|sep;oktober|okt;"
          "november|nov;december|dec" },
  { "da", "januar|jan;februar|feb;marts|mar;april|apr;maj;juni|jun;juli|jul;august|aug;september|sep;oktober|okt;"
          "november|nov;december|dec" },
  { "no", "januar|jan;februar|feb;mars|mar;april|apr;mai;juni|jun;juli|jul;august|aug;september|sep;oktober|okt;"
          "november|nov;desember|des" },
  { "fi", "tammikuuta|tammikuun|tammikuu|tammi;helmikuuta|helmikuun|helmikuu|helmi;"
          "maaliskuuta|maaliskuun|maaliskuu|maalis;huhtikuuta|huhtikuun|huhtikuu|huhti;"
          "toukokuuta|toukokuun|toukokuu|touko;kesäkuuta|kesäkuun|kesäkuu|kesä;heinäkuuta|heinäkuun|heinäkuu|heinä;"
          "elokuuta|elokuun|elokuu|elo;syyskuuta|syyskuun|syyskuu|syys;lokakuuta|lokakuun|lokakuu|loka;"
          "marraskuuta|marraskuun|marraskuu|marras;joulukuuta|joulukuun|joulukuu|joulu" },
  { "is", "janúar|jan;febrúar|feb;mars|mar;apríl|apr;maí;júní|jún;júlí|júl;ágúst|ágú;september|sep;október|okt;"
          "nóvember|nóv;desember|des" },
  { "pl", "stycznia|styczeń|sty;lutego|luty|lut;marca|marzec|mar;kwietnia|kwiecień|kwi;maja|maj;czerwca|czerwiec|cze;"
          "lipca|lipiec|lip;sierpnia|sierpień|sie;września|wrzesień|wrz;października|październik|paź;"
          "listopada|listopad|lis;grudnia|grudzień|gru" },
  { "cs",
    "ledna|leden|led;února|únor|úno;března|březen|bře;dubna|duben|dub;května|květen|kvě;června|červen|čvn;"
    "července|červenec|čvc;srpna|srpen|srp;září|zář;října|říjen|říj;listopadu|listopad|lis;prosince|prosinec|pro" },
  { "sk", "januára|január|jan;februára|február|feb;marca|marec|mar;apríla|apríl|apr;mája|máj;júna|jún;júla|júl;"
          "augusta|august|aug;septembra|september|sep;októbra|október|okt;novembra|november|nov;"
          "decembra|december|dec" },
  { "hr", "siječnja|siječanj|siječnju|sij;veljače|veljača|veljači|velj;ožujka|ožujak|ožujku|ožu;"
          "travnja|travanj|travnju|tra;svibnja|svibanj|svibnju|svi;lipnja|lipanj|lipnju|lip;"
          "srpnja|srpanj|srpnju|srp;kolovoza|kolovoz|kolovozu|kol;rujna|rujan|rujnu|ruj;"
          "listopada|listopad|listopadu|lis;studenoga|studenog|studeni|studenom|stu;prosinca|prosinac|prosincu|pro" },
  { "sl", "januarja|januar;februarja|februar;marca|marec;aprila|april;maja|maj;junija|junij;julija|julij;"
          "avgusta|avgust|avg;septembra|september;oktobra|oktober;novembra|november;decembra|december" },
  { "sr", "januara|јануара|јануар|јан;februara|фебруара|фебруар|феб;marta|марта|март|мар;aprila|априла|април|апр;"
          "maja|maj|маја|мај;juna|jun|јуна|јун;jula|jul|јула|јул;avgusta|avgust|августа|август|авг;"
          "septembra|septembar|септембра|септембар|сеп;oktobra|oktobar|октобра|октобар|окт;"
          "novembra|novembar|новембра|новембар|нов;decembra|decembar|децембра|децембар|дец" },
  { "bg", "януари|ян;февруари|фев;март|мар;април|апр;май;юни;юли;август|авг;септември|септ|сеп;октомври|окт;"
          "ноември|ное;декември|дек" },
  { "mk", "јануари|јан;февруари|фев;март;април;мај;јуни;јули;август;септември;октомври;ноември;декември" },
  { "ru", "января|январь|январе|янв;февраля|февраль|феврале|фев|февр;марта|март|марте|мар;апреля|апрель|апреле|апр;"
          "мая|май|мае;июня|июнь|июне|июн;июля|июль|июле|июл;августа|август|августе|авг;"
          "сентября|сентябрь|сентябре|сен|сент;октября|октябрь|октябре|окт;ноября|ноябрь|ноябре|ноя|нояб;"
          "декабря|декабрь|декабре|дек" },
  { "uk", "січня|січень|січ;лютого|лютий|лют;березня|березень|бер;квітня|квітень|кві|квіт;травня|травень|тра|трав;"
          "червня|червень|чер|черв;липня|липень|лип;серпня|серпень|сер|серп;вересня|вересень|вер;"
          "жовтня|жовтень|жов|жовт;листопада|листопад|лис;грудня|грудень|гру|груд" },
  { "be", "студзеня|студзень;лютага|люты;сакавіка|сакавік;красавіка|красавік;мая|май|траўня;чэрвеня|чэрвень;"
          "ліпеня|ліпень;жніўня|жнівень;верасня|верасень;кастрычніка|кастрычнік;лістапада|лістапад;снежня|снежань" },
  { "ro", "ianuarie|ian;februarie|feb;martie|mar;aprilie|apr;mai;iunie|iun;iulie|iul;august|aug;septembrie|sept;"
          "octombrie|oct;noiembrie|noi|nov;decembrie|dec" },
  { "hu", "január|januárius|jan;február|feb|febr;március|márc|már;április|ápr;május|máj;június|jún;július|júl;"
          "augusztus|aug;szeptember|szept;október|okt;november|nov;december|dec" },
  { "el", "Ιανουαρίου|Ιανουάριος|Ιαν;Φεβρουαρίου|Φεβρουάριος|Φεβ;Μαρτίου|Μάρτιος|Μαρ;Απριλίου|Απρίλιος|Απρ;"
          "Μαΐου|Μάιος|Μάη|Μάι|Μαΐ;Ιουνίου|Ιούνιος|Ιουν;Ιουλίου|Ιούλιος|Ιουλ;Αυγούστου|Αύγουστος|Αυγ;"
          "Σεπτεμβρίου|Σεπτέμβριος|Σεπ|Σεπτ;Οκτωβρίου|Οκτώβριος|Οκτ;Νοεμβρίου|Νοέμβριος|Νοε;"
          "Δεκεμβρίου|Δεκέμβριος|Δεκ" },
  { "tr", "Ocak|Oca;Şubat|Şub;Mart;Nisan|Nis|Ni;Mayıs|May;Haziran|Haz;Temmuz|Tem;Ağustos|Ağu;Eylül|Eyl;Ekim|Eki;"
          "Kasım|Kas;Aralık|Ara" },
  { "az", "yanvar|yan;fevral|fev;mart;aprel|apr;may;iyun;iyul;avqust|avq;sentyabr|sen;oktyabr|okt;noyabr|noy;"
          "dekabr|dek" },
  { "et", "jaanuar|jaan;veebruar|veebr;märts;aprill|apr;mai;juuni;juuli;august|aug;september|sept;oktoober|okt;"
          "november|nov;detsember|dets" },
  { "lv", "janvāris|janvārī|janv;februāris|februārī|febr;marts|martā;aprīlis|aprīlī|apr;maijs|maijā;jūnijs|jūnijā|jūn;"
          "jūlijs|jūlijā|jūl;augusts|augustā|aug;septembris|septembrī|sept;oktobris|oktobrī|okt;"
          "novembris|novembrī|nov;decembris|decembrī|dec" },
  { "lt", "sausio|sausis;vasario|vasaris;kovo|kovas;balandžio|balandis;gegužės|gegužė;birželio|birželis;"
          "liepos|liepa;rugpjūčio|rugpjūtis;rugsėjo|rugsėjis;spalio|spalis;lapkričio|lapkritis;gruodžio|gruodis" },
  { "id", "Januari|Jan;Februari|Feb|Peb;Maret|Mar;April|Apr;Mei;Juni|Jun;Juli|Jul;Agustus|Agu|Agt|Ags;"
          "September|Sep;Oktober|Okt;November|Nov|Nop;Desember|Des" },
  { "ms", "Januari;Februari;Mac;April;Mei;Jun;Julai;Ogos;September;Oktober;November;Disember|Dis" },
  { "fil", "Enero|Ene;Pebrero|Peb;Marso|Mar;Abril|Abr;Mayo|May;Hunyo|Hun;Hulyo|Hul;Agosto|Ago;Setyembre|Set;"
           "Oktubre|Okt;Nobyembre|Nob;Disyembre|Dis" },
  { "vi", "tháng một|tháng giêng;tháng hai;tháng ba;tháng tư|tháng bốn;tháng năm;tháng sáu;tháng bảy|tháng bẩy;"
          "tháng tám;tháng chín;tháng mười;tháng mười một;tháng mười hai|tháng chạp" },
  { "sw", "Januari;Februari;Machi;Aprili;Mei;Juni;Julai;Agosti;Septemba;Oktoba;Novemba;Desemba" },
  { "af", "Januarie;Februarie;Maart;April;Mei;Junie;Julie;Augustus;September;Oktober;November;Desember" },
  { "ca", "gener|gen;febrer|febr;març;abril|abr;maig;juny;juliol|jul;agost|ag;setembre|set;octubre|oct;novembre|nov;"
          "desembre|des" },
  { "gl", "xaneiro|xan;febreiro|feb;marzo|mar;abril|abr;maio;xuño;xullo;agosto|ago;setembro|set;outubro|out;"
          "novembro|nov;decembro|dec" },
  { "eu", "urtarrilaren|urtarrila;otsailaren|otsaila;martxoaren|martxoa;apirilaren|apirila;maiatzaren|maiatza;"
          "ekainaren|ekaina;uztailaren|uztaila;abuztuaren|abuztua;irailaren|iraila;urriaren|urria;"
          "azaroaren|azaroa;abenduaren|abendua" },
  { "sq", "janar;shkurt;mars;prill;maj;qershor;korrik;gusht;shtator;tetor;nëntor;dhjetor" },
  { "ka", "იანვარი|იანვრის|იან;თებერვალი|თებერვლის|თებ;მარტი|მარტის|მარ;აპრილი|აპრილის|აპრ;მაისი|მაისის|მაი;"
          "ივნისი|ივნისის|ივნ;ივლისი|ივლისის|ივლ;აგვისტო|აგვისტოს|აგვ;სექტემბერი|სექტემბრის|სექ;"
          "ოქტომბერი|ოქტომბრის|ოქტ;ნოემბერი|ნოემბრის|ნოე;დეკემბერი|დეკემბრის|დეკ" },
  { "hy", "հունվարի|հունվար;փետրվարի|փետրվար;մարտի|մարտ;ապրիլի|ապրիլ;մայիսի|մայիս;հունիսի|հունիս;հուլիսի|հուլիս;"
          "օգոստոսի|օգոստոս;սեպտեմբերի|սեպտեմբեր;հոկտեմբերի|հոկտեմբեր;նոյեմբերի|նոյեմբեր;դեկտեմբերի|դեկտեմբեր" },
  { "he", "ינואר|בינואר;פברואר|בפברואר;מרץ|מרס|במרץ|במרס;אפריל|באפריל;מאי|במאי;יוני|ביוני;יולי|ביולי;"
          "אוגוסט|באוגוסט;ספטמבר|בספטמבר;אוקטובר|באוקטובר;נובמבר|בנובמבר;דצמבר|בדצמבר" },
  { "ar", "يناير|كانون الثاني|جانفي;فبراير|شباط|فيفري;مارس|آذار;أبريل|ابريل|إبريل|نيسان|أفريل;مايو|أيار|ماي;"
          "يونيو|يونيه|حزيران|جوان;يوليو|يوليه|تموز|جويلية;أغسطس|اغسطس|آب|أوت;سبتمبر|أيلول;"
          "أكتوبر|اكتوبر|تشرين الأول;نوفمبر|تشرين الثاني;ديسمبر|كانون الأول" },
  { "fa", "ژانویه;فوریه;مارس;آوریل;مه|می;ژوئن;ژوئیه|جولای;اوت|آگوست;سپتامبر;اکتبر;نوامبر;دسامبر" },
  { "ur", "جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر" },
  { "hi", "जनवरी|जन;फ़रवरी|फरवरी|फर;मार्च;अप्रैल;मई;जून;जुलाई|जुल;अगस्त|अग;सितंबर|सितम्बर|सित;अक्टूबर|अक्तूबर;"
          "नवंबर|नवम्बर|नव;दिसंबर|दिसम्बर|दिस" },
  { "mr", "जानेवारी;फेब्रुवारी;मार्च;एप्रिल;मे;जून;जुलै;ऑगस्ट;सप्टेंबर;ऑक्टोबर;नोव्हेंबर;डिसेंबर" },
  { "bn", "জানুয়ারী|জানুয়ারি|জানু;ফেব্রুয়ারী|ফেব্রুয়ারি|ফেব;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট;সেপ্টেম্বর|সেপ্ট;অক্টোবর|অক্টো;"
          "নভেম্বর|নভে;ডিসেম্বর|ডিসে" },
  { "ta", "ஜனவரி;பிப்ரவரி;மார்ச்;ஏப்ரல்;மே;ஜூன்;ஜூலை;ஆகஸ்ட்|ஆகஸ்டு;செப்டம்பர்;அக்டோபர்;நவம்பர்;டிசம்பர்" },
  { "te", "జనవరి;ఫిబ్రవరి;మార్చి;ఏప్రిల్;మే;జూన్;జులై|జూలై;ఆగస్టు;సెప్టెంబర్;అక్టోబర్;నవంబర్;డిసెంబర్" },
  { "th", "มกราคม|ม.ค;กุมภาพันธ์|ก.พ;มีนาคม|มี.ค;เมษายน|เม.ย;พฤษภาคม|พ.ค;มิถุนายน|มิ.ย;กรกฎาคม|ก.ค;สิงหาคม|ส.ค;"
          "กันยายน|ก.ย;ตุลาคม|ต.ค;พฤศจิกายน|พ.ย;ธันวาคม|ธ.ค" },
  { "kk", "қаңтар;ақпан;наурыз;сәуір;мамыр;маусым;шілде;тамыз;қыркүйек;қазан;қараша;желтоқсан" },
  { "cy", "Ionawr;Chwefror;Mawrth;Ebrill;Mai;Mehefin;Gorffennaf;Awst;Medi;Hydref;Tachwedd;Rhagfyr" },
  { "ga", "Eanáir;Feabhra;Márta;Aibreán;Bealtaine;Meitheamh;Iúil;Lúnasa;Meán Fómhair;Deireadh Fómhair;Samhain;"
          "Nollaig" },
};

/* Weekdays from Monday on. */
static const char *const weekday_rows[] = {
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
};

static const struct
{
  guint kinds;
  const char *words;
} plain_rows[] = {
  { NP_DATE_WORD_AM,
    "am|a m|prijepodne|vormittags|mañana|पूर्वाह्न|sa|পূর্বাহ্ণ|πμ|ص|上午|午前|오전|öö|ก่อนเที่ยง|dop|fm|ráno" },
  { NP_DATE_WORD_PM,
    "pm|p m|poslijepodne|nachmittags|abends|tarde|noche|अपराह्न|ch|অপরাহ্ণ|μμ|م|下午|午後|오후|ös|หลังเที่ยง|"
    "odp|em" },
  { NP_DATE_WORD_PM | NP_DATE_WORD_DAY_FIRST, "ip" },
  { NP_DATE_WORD_AM | NP_DATE_WORD_DAY_FIRST, "ap" },
  { NP_DATE_WORD_NOON, "noon|midday|podne|mittags|mezzogiorno|midi|mediodía|正午|полдень|południe|poledne" },
  { NP_DATE_WORD_HOUR, "h|hs|hrs|hr|시|時|点|點|ώρα|น" },
  { NP_DATE_WORD_HOUR | NP_DATE_WORD_DAY_FIRST, "uhr|uur" },
  { NP_DATE_WORD_FILLER | NP_DATE_WORD_DAY_FIRST, "klo|kello|kl|um|alle|ore|pukul|às|godz|klokken" },
  { NP_DATE_WORD_PUBLISHED,
    "published|posted|first published|originally published|veröffentlicht|erstellt|publié|publiée|publicado|publicada|"
    "pubblicato|pubblicata|gepubliceerd|publicerad|publicerat|publiceret|publisert|julkaistu|opublikowano|publikacja|"
    "publikováno|zveřejněno|objavljeno|опубликовано|опубліковано|публикуван|publicat|közzétéve|megjelent|"
    "δημοσίευση|δημοσιεύτηκε|yayınlanma|yayinlanma|diterbitkan|發布|发布|掲載|公開|配信|입력|등록|প্রকাশ|प्रकाशित|"
    "đăng|เผยแพร่|نشر|פורסם" },
  { NP_DATE_WORD_UPDATED,
    "updated|last updated|modified|last modified|revised|edited|aktualisiert|geändert|zuletzt aktualisiert|stand|"
    "mis à jour|modifié|actualizado|actualizada|atualizado|atualizada|aggiornato|aggiornata|aggiornamento|bijgewerkt|"
    "gewijzigd|uppdaterad|uppdaterat|opdateret|oppdatert|päivitetty|muokattu|zaktualizowano|aktualizacja|"
    "aktualizováno|aktualizované|ažurirano|ažurirano u|обновлено|изменено|оновлено|актуализиран|actualizat|"
    "frissítve|ενημέρωση|ενημερώθηκε|güncelleme|güncellenme|diperbarui|更新|수정|আপডেট|अपडेट|cập nhật|อัปเดต|"
    "تحديث|עודכן|actualitzat" },
  { NP_DATE_WORD_FILLER,
    "of|at|on|the|in|date|time|local time|st|nd|rd|th|er|e|den|der|am|vom|le|à|de|del|el|en|a|las|los|dia|día|do|da|"
    "di|il|og|och|och|u|o|года|год|г|гг|р|року|в|на|года в|година|წ|წლის|წელს|年|日|月|분|일|년|월|分|秒|초|ngày|năm|"
    "lúc|thứ|বার|লা|রা|ঠা|ই|শে|গো|go|го|е|й|ой|га|έτους|στις|στο|tarihinde|saat|wib|gmt|midnight|ponoć|minuit|"
    "mitternacht|ago|hour|hours|minute|minutes|min|mins|day|days|week|weeks|month|months|year|years|yesterday|today|"
    "just now|now|vor|stunde|stunden|minuten|tag|tagen|il y a|heure|heures|hace|hora|horas|et|pt|ct|mt|tid|"
    "เวลา|พ ศ|ค ศ|พศ|วันที่|वजे|बजे|को|টা|ו|ב|и|й|ю|y|v|ve|ob|dne|dnia|roku|r|yil|yılı|evi|m|t|read|min read" },
};

/* Only abbreviations that mean one offset wherever they are written in news; "IST", "CST" and "ET" do not. */
static const struct
{
  const char *name;
  int minutes;
} zone_rows[] = {
  { "z", 0 },      { "utc", 0 },    { "gmt", 0 },    { "edt", -240 }, { "est", -300 }, { "cdt", -300 }, { "mdt", -360 },
  { "pst", -480 }, { "pdt", -420 }, { "bst", 60 },   { "cet", 60 },   { "cest", 120 }, { "mez", 60 },   { "mesz", 120 },
  { "eet", 120 },  { "eest", 180 }, { "west", 60 },  { "msk", 180 },  { "мск", 180 },  { "sast", 120 }, { "eat", 180 },
  { "pkt", 300 },  { "wib", 420 },  { "hkt", 480 },  { "sgt", 480 },  { "jst", 540 },  { "kst", 540 },  { "aest", 600 },
  { "aedt", 660 }, { "nzst", 720 }, { "nzdt", 780 },
};

typedef struct
{
  GHashTable *words;  /* folded word → NpDateWord */
  GHashTable *months; /* "language folded word" → bits */
  GHashTable *starts; /* folded beginnings of months → NpDateWord */
} Tables;

static NpDateWord *
get_word (GHashTable *words, const char *folded)
{
  NpDateWord *word = g_hash_table_lookup (words, folded);

  if (word == NULL)
    {
      word = g_new0 (NpDateWord, 1);
      g_hash_table_insert (words, g_strdup (folded), word);
    }
  return word;
}

/* Text is split at dots and spaces before it is looked up, and Thai abbreviations are joined again. */
static char *
fold_entry (const char *name)
{
  g_autofree char *folded = np_text_fold (name);
  g_auto (GStrv) parts = g_strsplit (folded, ".", -1);

  return g_strjoinv ("", parts);
}

static void
add_starts (Tables *tables, const char *folded, guint month)
{
  glong length = g_utf8_strlen (folded, -1);

  for (glong n = 3; n < length && length >= 5; n++)
    {
      g_autofree char *start = g_utf8_substring (folded, 0, n);
      NpDateWord *word = get_word (tables->starts, start);

      word->kinds |= NP_DATE_WORD_MONTH;
      word->months |= 1u << month;
    }
}

static void
add_month (Tables *tables, const char *language, const char *name, guint month)
{
  g_autofree char *folded = fold_entry (name);
  char *key = g_strconcat (language, " ", folded, NULL);
  guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (tables->months, key));
  NpDateWord *word = get_word (tables->words, folded);

  word->kinds |= NP_DATE_WORD_MONTH;
  word->months |= 1u << month;
  g_hash_table_insert (tables->months, key, GUINT_TO_POINTER (bits | 1u << month));
  add_starts (tables, folded, month);
}

static void
add_words (Tables *tables, const char *names, guint kinds, guint weekday)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *folded = fold_entry (list[i]);
      NpDateWord *word = get_word (tables->words, folded);

      word->kinds |= kinds;
      if (kinds & NP_DATE_WORD_WEEKDAY)
        word->weekdays |= 1u << weekday;
    }
}

static void
add_rows_of_seven_or_twelve (Tables *tables, const char *row, const char *language)
{
  g_auto (GStrv) groups = g_strsplit (row, ";", -1);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) names = language != NULL ? g_strsplit (groups[i], "|", -1) : NULL;

      if (language == NULL)
        add_words (tables, groups[i], NP_DATE_WORD_WEEKDAY, i);
      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        add_month (tables, language, names[j], i + 1);
    }
}

static const Tables *
get_tables (void)
{
  static Tables *made;

  if (g_once_init_enter (&made))
    {
      Tables *tables = g_new0 (Tables, 1);

      tables->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      tables->months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      tables->starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      for (gsize i = 0; i < G_N_ELEMENTS (month_rows); i++)
        add_rows_of_seven_or_twelve (tables, month_rows[i].months, month_rows[i].language);
      for (gsize i = 0; i < G_N_ELEMENTS (weekday_rows); i++)
        add_rows_of_seven_or_twelve (tables, weekday_rows[i], NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (plain_rows); i++)
        add_words (tables, plain_rows[i].words, plain_rows[i].kinds, 0);
      for (gsize i = 0; i < G_N_ELEMENTS (zone_rows); i++)
        {
          NpDateWord *word = get_word (tables->words, zone_rows[i].name);

          word->kinds |= NP_DATE_WORD_ZONE;
          word->offset = zone_rows[i].minutes;
        }
      g_once_init_leave (&made, tables);
    }
  return made;
}

/**
 * np_date_words_lookup:
 * @folded: a word, or several with one space between, as np_text_fold() gives them
 *
 * Returns: (nullable): what the word can be in a date, `NULL` when it has no place in one
 */
const NpDateWord *
np_date_words_lookup (const char *folded)
{
  return g_hash_table_lookup (get_tables ()->words, folded);
}

/**
 * np_date_words_lookup_start:
 * @folded: a word as np_text_fold() gives it
 *
 * Returns: (nullable): the months whose names begin with these three or more letters: people shorten them freely
 */
const NpDateWord *
np_date_words_lookup_start (const char *folded)
{
  return g_hash_table_lookup (get_tables ()->starts, folded);
}

/**
 * np_date_words_lookup_month:
 * @folded: a word as np_text_fold() gives it
 * @language: a language, BCP 47
 *
 * Returns: the months that the word names in that language as bits, bit 1 for January; 0 when it names none there
 */
guint
np_date_words_lookup_month (const char *folded, const char *language)
{
  g_autofree char *primary = g_ascii_strdown (language, (gssize) strcspn (language, "-_"));
  g_autofree char *key = g_strconcat (primary, " ", folded, NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (get_tables ()->months, key));
}
