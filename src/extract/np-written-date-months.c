#include "extract/np-written-date-months.h"

/* Months from January on, separated by ";", other forms of one month by "|". Grammar bends names, so the forms that
 * stand in dates are here too. */
const NpDateMonthRow np_date_month_rows[] = {
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
  { "az", "yanvar|yan;fevral|fev;mart|mar;aprel|apr;may;iyun|iyn;iyul|iyl;avqust|avq;sentyabr|sen;oktyabr|okt;"
          "noyabr|noy;dekabr|dek" },
  { "et", "jaanuar|jaan;veebruar|veebr;märts;aprill|apr;mai;juuni;juuli;august|aug;september|sept;oktoober|okt;"
          "november|nov;detsember|dets" },
  { "lv", "janvāris|janvārī|janv;februāris|februārī|febr;marts|martā;aprīlis|aprīlī|apr;maijs|maijā;jūnijs|jūnijā|jūn;"
          "jūlijs|jūlijā|jūl;augusts|augustā|aug;septembris|septembrī|sept;oktobris|oktobrī|okt;"
          "novembris|novembrī|nov;decembris|decembrī|dec" },
  { "lt", "sausio|sausis|saus;vasario|vasaris|vas;kovo|kovas|kov;balandžio|balandis|bal;gegužės|gegužė|geg;"
          "birželio|birželis|birž;liepos|liepa|liep;rugpjūčio|rugpjūtis|rugp;rugsėjo|rugsėjis|rugs;"
          "spalio|spalis|spal;lapkričio|lapkritis|lapkr;gruodžio|gruodis|gruod" },
  { "id", "Januari|Jan;Februari|Feb|Peb;Maret|Mar;April|Apr;Mei;Juni|Jun;Juli|Jul;Agustus|Agu|Agt|Ags;"
          "September|Sep;Oktober|Okt;November|Nov|Nop;Desember|Des" },
  { "ms", "Januari;Februari;Mac;April;Mei;Jun;Julai;Ogos|Ogo;September;Oktober;November;Disember|Dis" },
  { "fil", "Enero|Ene;Pebrero|Peb;Marso|Mar;Abril|Abr;Mayo|May;Hunyo|Hun;Hulyo|Hul;Agosto|Ago;Setyembre|Set;"
           "Oktubre|Okt;Nobyembre|Nob;Disyembre|Dis" },
  { "vi", "tháng một|tháng giêng;tháng hai;tháng ba;tháng tư|tháng bốn;tháng năm;tháng sáu;tháng bảy|tháng bẩy;"
          "tháng tám;tháng chín;tháng mười;tháng mười một;tháng mười hai|tháng chạp" },
  { "sw", "Januari;Februari;Machi;Aprili;Mei;Juni;Julai;Agosti|Ago;Septemba;Oktoba;Novemba;Desemba" },
  { "af", "Januarie;Februarie;Maart;April;Mei;Junie;Julie;Augustus;September;Oktober;November;Desember" },
  { "ca", "gener|gen;febrer|febr;març;abril|abr;maig;juny;juliol|jul;agost|ag;setembre|set;octubre|oct;novembre|nov;"
          "desembre|des" },
  { "gl", "xaneiro|xan;febreiro|feb;marzo|mar;abril|abr;maio;xuño;xullo;agosto|ago;setembro|set;outubro|out;"
          "novembro|nov;decembro|dec" },
  { "eu", "urtarrilaren|urtarrilak|urtarrila|urt;otsailaren|otsailak|otsaila|ots;martxoaren|martxoak|martxoa|mar;"
          "apirilaren|apirilak|apirila|api;maiatzaren|maiatzak|maiatza|maiatzakren|mai;"
          "ekainaren|ekainak|ekaina|eka;uztailaren|uztailak|uztaila|uzt;abuztuaren|abuztuak|abuztua|abu;"
          "irailaren|irailak|iraila|ira;urriaren|urriak|urria|urr;azaroaren|azaroak|azaroa|aza;"
          "abenduaren|abenduak|abendua|abe" },
  { "sq", "janar|jan;shkurt|shk;mars|mar;prill|pri;maj;qershor|qer;korrik|kor;gusht|gush;shtator|sht;tetor|tet;"
          "nëntor|nën;dhjetor|dhj" },
  { "ka", "იანვარი|იანვრის|იან;თებერვალი|თებერვლის|თებ;მარტი|მარტის|მარ;აპრილი|აპრილის|აპრ;მაისი|მაისის|მაი;"
          "ივნისი|ივნისის|ივნ;ივლისი|ივლისის|ივლ;აგვისტო|აგვისტოს|აგვ;სექტემბერი|სექტემბრის|სექ;"
          "ოქტომბერი|ოქტომბრის|ოქტ;ნოემბერი|ნოემბრის|ნოე;დეკემბერი|დეკემბრის|დეკ" },
  { "hy", "հունվարի|հունվար|հնվ;փետրվարի|փետրվար|փտվ;մարտի|մարտ|մրտ;ապրիլի|ապրիլ|ապր;մայիսի|մայիս|մյս;"
          "հունիսի|հունիս|հնս;հուլիսի|հուլիս|հլս;օգոստոսի|օգոստոս|օգս;սեպտեմբերի|սեպտեմբեր|սեպ;"
          "հոկտեմբերի|հոկտեմբեր|հոկ;նոյեմբերի|նոյեմբեր|նոյ;դեկտեմբերի|դեկտեմբեր|դեկ" },
  { "he", "ינואר|בינואר;פברואר|בפברואר;מרץ|מרס|במרץ|במרס;אפריל|באפריל;מאי|במאי;יוני|ביוני;יולי|ביולי;"
          "אוגוסט|באוגוסט;ספטמבר|בספטמבר;אוקטובר|באוקטובר;נובמבר|בנובמבר;דצמבר|בדצמבר" },
  { "ar", "يناير|كانون الثاني|جانفي;فبراير|شباط|فيفري;مارس|آذار;أبريل|ابريل|إبريل|نيسان|أفريل;مايو|ماي|أيار|ماي;"
          "يونيو|يونيه|حزيران|جوان;يوليو|يوليوز|يوليه|تموز|جويلية;أغسطس|غشت|اغسطس|آب|أوت;سبتمبر|شتنبر|أيلول;"
          "أكتوبر|اكتوبر|تشرين الأول;نوفمبر|نونبر|تشرين الثاني;ديسمبر|دجنبر|كانون الأول" },
  { "fa", "ژانویه|ژانویهٔ;فوریه|فوریهٔ;مارس;آوریل;مه|می;ژوئن;ژوئیه|ژوئیهٔ|جولای;اوت|آگوست;سپتامبر;اکتبر;نوامبر;"
          "دسامبر" },
  { "ur", "جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر" },
  { "hi", "जनवरी|जन;फ़रवरी|फरवरी|फर;मार्च;अप्रैल;मई;जून;जुलाई|जुल;अगस्त|अग;सितंबर|सितम्बर|सित;अक्टूबर|अक्तूबर;"
          "नवंबर|नवम्बर|नव;दिसंबर|दिसम्बर|दिस" },
  { "mr", "जानेवारी;फेब्रुवारी;मार्च;एप्रिल;मे;जून;जुलै;ऑगस्ट|ऑग;सप्टेंबर;ऑक्टोबर;नोव्हेंबर;डिसेंबर" },
  { "bn", "জানুয়ারী|জানুয়ারি|জানু;ফেব্রুয়ারী|ফেব্রুয়ারি|ফেব;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট;সেপ্টেম্বর|সেপ্ট;অক্টোবর|অক্টো;"
          "নভেম্বর|নভে;ডিসেম্বর|ডিসে" },
  { "ta", "ஜனவரி|ஜன;பிப்ரவரி;மார்ச்;ஏப்ரல்;மே;ஜூன்;ஜூலை;ஆகஸ்ட்|ஆக|ஆகஸ்டு;செப்டம்பர்;அக்டோபர்;நவம்பர்;டிசம்பர்" },
  { "te", "జనవరి|జన;ఫిబ్రవరి;మార్చి;ఏప్రిల్;మే;జూన్;జులై|జూలై;ఆగస్టు|ఆగ;సెప్టెంబర్;అక్టోబర్;నవంబర్;డిసెంబర్" },
  { "th", "มกราคม|ม.ค;กุมภาพันธ์|ก.พ;มีนาคม|มี.ค;เมษายน|เม.ย;พฤษภาคม|พ.ค;มิถุนายน|มิ.ย;กรกฎาคม|ก.ค;สิงหาคม|ส.ค;"
          "กันยายน|ก.ย;ตุลาคม|ต.ค;พฤศจิกายน|พ.ย;ธันวาคม|ธ.ค" },
  { "kk", "қаңтар|қаң;ақпан|ақп;наурыз|нау;сәуір|сәу;мамыр|мам;маусым|мау;шілде|шіл;тамыз|там;қыркүйек|қыр;"
          "қазан|қаз;қараша|қар;желтоқсан|жел" },
  { "cy", "Ionawr;Chwefror;Mawrth;Ebrill;Mai;Mehefin;Gorffennaf;Awst;Medi;Hydref;Tachwedd;Rhagfyr" },
  { "ga", "Eanáir|Ean;Feabhra|Feabh;Márta;Aibreán|Aib;Bealtaine|Beal;Meitheamh|Meith;Iúil;Lúnasa|Lún;"
          "Meán Fómhair|MFómh;Deireadh Fómhair|DFómh;Samhain|Samh;Nollaig|Noll" },
  { "uz", "yanvar|yan;fevral|fev;mart|mar;aprel|apr;may;iyun|iyn;iyul|iyl;avgust|avg;sentabr|sentyabr|sen;"
          "oktabr|oktyabr|okt;noyabr|noy;dekabr|dek" },
  { "ky", "январь|янв;февраль|фев;март|мар;апрель|апр;май;июнь|июн;июль|июл;август|авг;сентябрь|сен;октябрь|окт;"
          "ноябрь|ноя;декабрь|дек" },
  { "mn", "нэгдүгээр сарын|нэгдүгээр сар;хоёрдугаар сарын|хоёрдугаар сар;гуравдугаар сарын|гуравдугаар сар;"
          "дөрөвдүгээр сарын|дөрөвдүгээр сар;тавдугаар сарын|тавдугаар сар;зургаадугаар сарын|зургаадугаар сар;"
          "долоодугаар сарын|долоодугаар сар;наймдугаар сарын|наймдугаар сар;есдүгээр сарын|есдүгээр сар;"
          "аравдугаар сарын|аравдугаар сар;арван нэгдүгээр сарын|арван нэгдүгээр сар;"
          "арван хоёрдугаар сарын|арван хоёрдугаар сар" },
  { "mt", "Jannar|Jan;Frar|Fra;Marzu|Mar;April|Apr;Mejju|Mej;Ġunju|Ġun;Lulju|Lul;Awwissu|Aww;Settembru|Set;"
          "Ottubru|Ott;Novembru|Nov;Diċembru|Diċ" },
  { "km", "មករា;កុម្ភៈ;មីនា;មេសា;ឧសភា;មិថុនា;កក្កដា;សីហា;កញ្ញា;តុលា;វិច្ឆិកា;ធ្នូ" },
  { "lo", "ມັງກອນ|ມ.ກ;ກຸມພາ|ກ.ພ;ມີນາ|ມ.ນ;ເມສາ|ມ.ສ;ພຶດສະພາ|ພ.ພ;ມິຖຸນາ|ມິ.ຖ;ກໍລະກົດ|ກ.ລ;ສິງຫາ|ສ.ຫ;ກັນຍາ|ກ.ຍ;ຕຸລາ|ຕ.ລ;"
          "ພະຈິກ|ພ.ຈ;ທັນວາ|ທ.ວ" },
  { "my", "ဇန်နဝါရီ|ဇန်;ဖေဖော်ဝါရီ|ဖေ;မတ်;ဧပြီ;မေ;ဇွန်;ဇူလိုင်|ဇူ;ဩဂုတ်|ဩ|သြဂုတ်;စက်တင်ဘာ|စက်;အောက်တိုဘာ|အောက်;"
          "နိုဝင်ဘာ|နို;ဒီဇင်ဘာ|ဒီ" },
  { "gu", "જાન્યુઆરી|જાન્યુ;ફેબ્રુઆરી|ફેબ્રુ;માર્ચ;એપ્રિલ;મે;જૂન;જુલાઈ;ઑગસ્ટ|ઓગસ્ટ;સપ્ટેમ્બર|સપ્ટે;"
          "ઑક્ટોબર|ઓક્ટોબર|ઑક્ટો;નવેમ્બર|નવે;ડિસેમ્બર|ડિસે" },
  { "pa", "ਜਨਵਰੀ|ਜਨ;ਫ਼ਰਵਰੀ|ਫਰਵਰੀ|ਫ਼ਰ;ਮਾਰਚ;ਅਪ੍ਰੈਲ|ਅਪ੍ਰੈ;ਮਈ;ਜੂਨ;ਜੁਲਾਈ|ਜੁਲਾ;ਅਗਸਤ|ਅਗ;ਸਤੰਬਰ|ਸਤੰ;ਅਕਤੂਬਰ|ਅਕਤੂ;ਨਵੰਬਰ|ਨਵੰ;"
          "ਦਸੰਬਰ|ਦਸੰ" },
  { "kn", "ಜನವರಿ|ಜನ;ಫೆಬ್ರವರಿ|ಫೆಬ್ರ;ಮಾರ್ಚ್;ಏಪ್ರಿಲ್|ಏಪ್ರಿ;ಮೇ;ಜೂನ್;ಜುಲೈ;ಆಗಸ್ಟ್|ಆಗ;ಸೆಪ್ಟೆಂಬರ್|ಸೆಪ್ಟೆಂ;ಅಕ್ಟೋಬರ್|ಅಕ್ಟೋ;"
          "ನವೆಂಬರ್|ನವೆಂ;ಡಿಸೆಂಬರ್|ಡಿಸೆಂ" },
  { "ml", "ജനുവരി|ജനു;ഫെബ്രുവരി|ഫെബ്രു;മാർച്ച്|മാർ;ഏപ്രിൽ|ഏപ്രി;മേയ്|മെയ്;ജൂൺ;ജൂലൈ;ഓഗസ്റ്റ്|ഓഗ;സെപ്റ്റംബർ|സെപ്റ്റം;"
          "ഒക്ടോബർ|ഒക്ടോ;നവംബർ|നവം;ഡിസംബർ|ഡിസം" },
  { "si", "ජනවාරි|ජන;පෙබරවාරි|පෙබ;මාර්තු;අප්රේල්;මැයි;"
          "ජූනි;"
          "ජූලි;"
          "අගෝස්තු|"
          "අගෝ;"
          "සැප්තැම්බර්|"
          "සැප්;"
          "ඔක්තෝබර්|"
          "ඔක්;"
          "නොවැම්බර්|නොවැ;දෙසැම්බර්|දෙසැ" },
  { "ne", "जनवरी;फेब्रुअरी;मार्च;अप्रिल;मे;जुन;जुलाई;अगस्ट|अगस्त;सेप्टेम्बर;अक्टोबर;नोभेम्बर;डिसेम्बर" },
  { "am", "ጃንዩወሪ|ጃንዩ;ፌብሩወሪ|ፌብሩ;ማርች;ኤፕሪል|ኤፕሪ;ሜይ;ጁን;ጁላይ;ኦገስት|ኦገስ;ሴፕቴምበር|ሴፕቴ;ኦክቶበር|ኦክቶ;ኖቬምበር|ኖቬም;ዲሴምበር|ዲሴም" },
  { "lb", "Januar|Jan;Februar|Feb;Mäerz|Mäe;Abrëll|Abr;Mee;Juni;Juli;August|Aug;September|Sep;Oktober|Okt;"
          "November|Nov;Dezember|Dez" },
  { "prs", "جنوری|جنو;فبروری;مارچ;اپریل;می;جون;جولای|جول;اگست;سپتمبر;اکتوبر;نومبر;دسمبر|دسم" },
  { "la", "Ianuarii;Februarii;Martii;Aprilis;Maii;Iunii;Iulii;Augusti;Septembris;Octobris;Novembris;Decembris" },
  { "eo", "januaro|jan;februaro|feb;marto|mar;aprilo|apr;majo|maj;junio|jun;julio|jul;aŭgusto|aŭg;septembro|sep;"
          "oktobro|okt;novembro|nov;decembro|dec" },
  { "fy", "jannewaris|jannewaarje;febrewaris|febrewaarje;maart;april;maaie;juny;july;augustus;septimber;oktober;"
          "novimber;desimber" },
  { NULL, NULL },
};

/* The months of the Persian calendar, in Iran and in Afghanistan. */
const NpDateMonthRow np_date_solar_month_rows[] = {
  { "fa",
    "فروردین;اردیبهشت|اردی‌بهشت;خرداد;تیر;مرداد|امرداد;شهریور;مهر;"
    "آبان;"
    "آذر;"
    "دی;"
    "بهمن;"
    "اسفند" },
  { "prs", "حمل;ثور;جوزا;سرطان;اسد;سنبله;میزان;عقرب;قوس;جدی;دلو;حوت" },
  { NULL, NULL },
};
