"""Estonian notes by invented colleagues of many trades, written before the rules were adjusted.

Each line names its author, the kind of slip (or what makes a tactful note hard), and the note.
"""

# marika: hotel desk, 52, Pärnu · rauno: building shop, 29, Tartu · heli: nurse, 44, Tallinn
# kaspar: bar, 23, Tallinn · tiiu: library, 61, Viljandi, formal · sergei: bus station, 47, Narva
# liisbet: call centre, 26, Tallinn · aivar: garage, 55, Rakvere · kadri: pharmacy, 38, Võru
# merle: grocery, 49, Kuressaare · joonas: sports club, 31, Haapsalu · ylle: canteen, 58, Põlva
ACCUSATORY = (
    (
        "marika",
        "accusation",
        "Sa jätsid vanaproua reedel täiesti üksi leti ette seisma ja läksid kohvi tooma.",
    ),
    ("rauno", "accusation", "Vend, sa lihtsalt kõndisid kliendist mööda, ei vaadanud otsagi."),
    ("tiiu", "accusation", "Te nähvasite lugejale, kes küsis ainult, kus on ajalehed."),
    (
        "kadri",
        "accusation",
        "Eile ignoreerisid sa meest, kes retsepti pärast ootas, ja lobisesid edasi.",
    ),
    (
        "aivar",
        "accusation",
        "Lubasid kliendile auto kella kolmeks ja ei viitsinud isegi helistada, et ei jõua.",
    ),
    ("heli", "absolutes", "Sul on alati telefon käes, kui patsient kella annab."),
    ("merle", "absolutes", "Sa ei tereta kunagi kedagi, isegi püsikliente mitte."),
    ("ylle", "absolutes", "Iga jumala kord, kui lapsed rohkem leiba tahavad, on sul pahandamist."),
    ("joonas", "absolutes", "Kogu aeg hilined oma trennidesse ja rahvas ootab ukse taga."),
    (
        "liisbet",
        "mind_reading",
        "Sind ei huvita, kas klient saab vastuse või ei, peaasi et kõne lühike.",
    ),
    ("sergei", "mind_reading", "Sa tegid seda meelega, et ma jääksin järjekorraga üksi."),
    ("tiiu", "mind_reading", "Teil on ilmselgelt ükskõik, mis muljega inimene siit välja läheb."),
    ("kaspar", "mind_reading", "Arvad vist, et oled liiga hea, et laudu koristada."),
    ("kaspar", "labels", "Sa oled ikka uskumatult laisk, isegi klaase ei viitsi ära tuua."),
    ("rauno", "labels", "Käitud nagu täielik tola, klient küsis lihtsalt kruvide kohta."),
    ("ylle", "labels", "Niisugust saamatut inimest pole meie köögis enne olnud kui sina."),
    ("aivar", "labels", "Oled üks paras valetaja, kliendile ütlesid ühte ja mulle teist."),
    ("marika", "blame", "See, et pere ära sõitis, on puhtalt sinu süü."),
    ("liisbet", "blame", "Sinu pärast pidin mina pool tundi vihase kliendi ees vabandama."),
    ("sergei", "blame", "Kui sa oleksid õigel ajal kohal olnud, poleks keegi bussist maha jäänud."),
    ("kadri", "blame", "Mina pean nüüd jälle sinu segadust klaarima ja inimestele otsa vaatama."),
    (
        "kaspar",
        "sarcasm",
        "No aitäh, tõesti, üksi kolmekümne inimesega reede õhtul, mis võiks veel parem olla.",
    ),
    (
        "marika",
        "sarcasm",
        "Tore, et sa ka lõpuks tööle jõudsid, külalised juba jõudsid sind igatsema hakata.",
    ),
    (
        "merle",
        "sarcasm",
        "Küll on mõnel ikka hea elu, istub laos ja loeb telefoni, kui kassas saba.",
    ),
    (
        "heli",
        "sarcasm",
        "Vabandust, et ma su kohvipausi segan, aga palat number viis on juba veerand tundi oodanud.",
    ),
    ("rauno", "sarcasm", "Klient muidugi jumaldab, kui talle seljaga räägitakse, eks ole."),
    ("aivar", "commands", "Tee lõpuks oma tööd ja ära seisa seal nagu post."),
    ("ylle", "commands", "Ära räägi lastega sellise häälega, ütlen ma sulle."),
    ("tiiu", "commands", "Edaspidi olete kella üheksaks leti taga ja punkt."),
    ("joonas", "commands", "Pane see telefon käest ära, kui inimesed sisse tulevad."),
    ("sergei", "threat", "Veel üks selline kord ja ma lähen juhataja juurde."),
    ("marika", "threat", "Kui see kordub, siis siin majas sa enam kaua ei tööta."),
    ("liisbet", "threat", "Ma hoiatan sind, mul on kõik kõned salvestatud."),
    ("merle", "threat", "Eks näis, mis ülemus ütleb, kui ma talle sellest räägin."),
    (
        "heli",
        "public_shaming",
        "Terve osakond nägi, kuidas sa selle omaksega rääkisid, ja kõik arutavad seda.",
    ),
    ("kaspar", "public_shaming", "Panin su tšeki grupivestlusse üles, las kõik näevad."),
    ("ylle", "public_shaming", "Homsel koosolekul räägin kõigile, mis sa eile lastele ütlesid."),
    ("joonas", "public_shaming", "Klientide ees tegid meid kõiki naeruväärseks."),
    ("tiiu", "conclusion", "Teie käitumine oli lihtsalt vastuvõetamatu."),
    ("kadri", "conclusion", "Nii ei räägita inimesega, kes on haige, see oli inetu."),
    ("marika", "conclusion", "Sinu suhtumine klientidesse jätab kõvasti soovida."),
    ("rauno", "conclusion", "Selline teenindus on alla igasugust arvestust."),
    ("merle", "hearsay", "Mitu inimest on mulle juba rääkinud, et sa oled kassas ebaviisakas."),
    ("heli", "hearsay", "Kuuldavasti kadusid sa öövalves jälle kaheks tunniks kuhugi."),
    ("liisbet", "hearsay", "Kolleegid räägivad, et sa viskad kõnesid meelega ära."),
    ("sergei", "hearsay", "Nimesid ma ei nimeta, aga sinu peale on kaevatud rohkem kui üks kord."),
    ("kadri", "should_have", "Oleksid võinud talle vähemalt tooli pakkuda, inimene oli karkudega."),
    (
        "aivar",
        "should_have",
        "Sa oleksid pidanud kohe ütlema, et juppi ei ole, mitte mehel kaks tundi oodata laskma.",
    ),
    ("tiiu", "should_have", "Teie staažiga inimene peaks teadma, et lugejale ei vastata üle õla."),
    ("joonas", "should_have", "Kas tõesti oli nii raske öelda talle, et tund jääb ära?"),
    (
        "merle",
        "passive_aggression",
        "Nagu ma juba korduvalt olen öelnud, kilekotid ei jookse ise kassasse.",
    ),
    ("kaspar", "passive_aggression", "Pole hullu, ma teen siis jälle ise kõik üksi ära."),
    (
        "heli",
        "passive_aggression",
        "Oleks tore, kui mõni siin majas ka vahel kellahelinale reageeriks.",
    ),
    (
        "marika",
        "passive_aggression",
        "Mõned meist töötavad siin, mitte ei käi külalistega lobisemas.",
    ),
    ("liisbet", "loaded_question", "Mida sa endale õige mõtlesid, kui sa tal toru ära viskasid?"),
    ("rauno", "loaded_question", "Miks sa ei võinud lihtsalt minuga kaasa tulla ja talle näidata?"),
    ("ylle", "loaded_question", "Kas sul üldse häbi on või laps peabki nälga jääma?"),
    ("sergei", "loaded_question", "Kui kaua ma pean sulle ühte ja sama asja seletama?"),
    ("kadri", "comparison", "Isegi praktikant oskab inimesele tere öelda."),
    (
        "joonas",
        "comparison",
        "Teised treenerid jõuavad millegipärast alati kohale, ainult sina mitte.",
    ),
    ("tiiu", "comparison", "Teie eelkäija ajal ei kaevanud meil mitte keegi."),
    (
        "aivar",
        "comparison",
        "Võta Martinist eeskuju, tema juures ei pea ükski klient kaks korda küsima.",
    ),
    (
        "merle",
        "cold",
        "Ma panin tähele, et pausi ajal olid sa väga kiire, järjekorra ajal mitte nii väga.",
    ),
    ("heli", "cold", "Patsient küsis minult, kas sa oled siin tööl. Ma ei teadnud, mida vastata."),
)

# What makes a note hard: a quotation, praise with "always", first person, a question about process, negation.
TACTFUL = (
    (
        "marika",
        "",
        "Võib-olla sa ei märganudki, aga reedel kella viie paiku seisis üks vanaproua tükk aega leti ees. Ta tundus natuke nõutu. Kuidas sina seda nägid?",
    ),
    (
        "marika",
        "",
        "Meil oli eile tõesti kiire hommik. Üks pere ootas umbes kümme minutit ja läks siis ära. Kas saaksime mõelda, kuidas järgmine kord teineteist appi hüüda?",
    ),
    (
        "marika",
        "quote",
        "Külaline ütles mulle pärast: „Keegi ei vaadanud isegi meie poole.“ Mõtlesin, et sa tahaksid sellest teada.",
    ),
    (
        "marika",
        "praise",
        "Sa oled alati nii kannatlik meie vanemate külalistega, seepärast jäi mulle eilne hetk meelde.",
    ),
    (
        "marika",
        "process",
        "Kas öövahetus jätab võtmed alati sahtlisse või on meil selleks mõni muu koht?",
    ),
    (
        "rauno",
        "",
        "Kuule, väike asi. Eile värviosakonnas küsis üks mees kaks korda, kus on rullid. Mulle tundus, et sa ei kuulnud teda, müra oli suur. Kas oli nii?",
    ),
    (
        "rauno",
        "",
        "Ma nägin ainult lõppu, nii et paranda mind, kui ma eksin. Klient läks tühjade kätega ja paistis pettunud.",
    ),
    ("rauno", "first_person", "Mina oleksin pidanud ise ette astuma, aga olin kärudega kinni."),
    (
        "rauno",
        "negation",
        "Ma ei arva, et sa teda meelega ootama jätsid, tõstuk tegi lihtsalt nii kõva häält.",
    ),
    ("rauno", "praise", "Sul on alati klientide jaoks mõni hea nõu varuks, seda ma hindan."),
    (
        "heli",
        "",
        "Palatis viis helises kell kell kaks öösel umbes veerand tundi. Proua oli pärast üsna ärevil. Mis sul sel hetkel pooleli oli?",
    ),
    (
        "heli",
        "",
        "Tahaksin sinuga ühte asja omavahel jagada. Omaksega rääkides läks su hääl mu kõrva jaoks natuke valjuks ja ta hakkas nutma. Kas soovid sellest rääkida?",
    ),
    (
        "heli",
        "quote",
        "Patsient ütles õele: „Te ei kuula mind kunagi!“ Sina jäid rahulikuks, see oli ilus vaadata.",
    ),
    ("heli", "first_person", "Ma olin ise eile väsinud ja nähvasin sulle, vabandust selle pärast."),
    ("heli", "negation", "See ei olnud sinu viga, süsteem näitas vale palatit."),
    ("heli", "process", "Miks me ravimikappi öösel kahekesti avame, kas see on uus kord?"),
    (
        "kaspar",
        "",
        "Hei, reedel oli baaris täielik hullumaja. Mul jäi üks seltskond teenindamata, sest ma ei jõudnud. Kas saaksid järgmine kord mulle viibata, kui sul hetk on?",
    ),
    (
        "kaspar",
        "",
        "Nägin, et üks tüdruk ootas leti otsas umbes seitse minutit ja läks siis naaberbaari. Mis sa arvad, kas paneme sinna kella?",
    ),
    (
        "kaspar",
        "praise",
        "Sa teed alati nii head nalja klientidega, nad tulevadki sinu pärast tagasi.",
    ),
    (
        "kaspar",
        "first_person",
        "Ma ise ei pane ka vahel tähele, kes järgmine on, nii et ei mingit etteheidet.",
    ),
    (
        "kaspar",
        "quote",
        "Üks klient karjus sulle: „Oled sa loll või?“ ja sa vastasid täitsa rahulikult. Müts maha.",
    ),
    (
        "tiiu",
        "",
        "Ma ei ole kindel, kas te seda märkasite, aga eile pärast lõunat otsis üks lugeja kaua ajalehti. Ta lahkus enne sulgemist. Kuidas teie seda mäletate?",
    ),
    (
        "tiiu",
        "",
        "Lubage, et jagan ühte tähelepanekut. Noor ema küsis lastenurga kohta ja sai vastuse, mis minu kõrva kõlas järsult. Võin ka eksida.",
    ),
    ("tiiu", "praise", "Te oskate alati leida lugejale täpselt õige raamatu, õpin teilt palju."),
    ("tiiu", "process", "Kas te panete tagastatud raamatud kohe riiulisse või alles õhtul?"),
    (
        "tiiu",
        "negation",
        "Te ei teinud midagi valesti, tahaksin lihtsalt mõista, kuidas see kord teie meelest käib.",
    ),
    (
        "sergei",
        "",
        "Kolmapäeval kell seitse oli järjekord ukseni. Mul oli üksi raske. Kas sa saaksid teise kassa lahti teha, kui rohkem kui kümme inimest ootab?",
    ),
    (
        "sergei",
        "",
        "Reisija küsis minult, miks tal piletit ei vahetatud. Ma ei teadnud, mis enne oli. Kas räägid mulle?",
    ),
    (
        "sergei",
        "quote",
        "Mees rääkis mulle, et talle öeldi „mine sinna, kust tulid“. Ma ei kuulnud seda ise, kas sa mäletad, kuidas see läks?",
    ),
    ("sergei", "negation", "Ära muretse, keegi ei süüdista sind, buss läks lihtsalt varem ära."),
    (
        "liisbet",
        "",
        "Kuulasin eile koos sinuga seda kõnet. Kolmandal minutil jäi pikk paus ja klient küsis, kas keegi on veel liinil. Kas otsisid sel ajal midagi?",
    ),
    (
        "liisbet",
        "",
        "Mulle jäi kõnest mulje, et klient ei saanud päris aru, mis edasi juhtub. Kas prooviksime koos ühe lühikese kokkuvõtte lause välja mõelda?",
    ),
    (
        "liisbet",
        "first_person",
        "Ma unustan isegi pidevalt kliendi nime üle küsida, olen seda alles harjutamas.",
    ),
    (
        "liisbet",
        "process",
        "Kuidas sa tavaliselt pikki kõnesid lõpetad? Mul läheb see alati konarlikult.",
    ),
    ("liisbet", "praise", "Sul on iga kord nii soe hääl, et inimene rahuneb kohe maha."),
    (
        "aivar",
        "",
        "Teisipäeval lubati mehele auto kella kolmeks, valmis sai see kuue ajal. Ta istus kogu selle aja ootesaalis. Mis meid aitaks, et järgmine kord varem helistada?",
    ),
    (
        "aivar",
        "",
        "Sul oli eile kolm autot korraga üleval, saan aru. Klient lihtsalt küsis minult kaks korda, kas ta on ununenud. Võin järgmine kord ise välja minna ja seletada.",
    ),
    (
        "aivar",
        "negation",
        "Ei ole vaja kellegi poole näpuga näidata, jupp tuli hilja ja meie mõlemad olime kinni.",
    ),
    (
        "aivar",
        "quote",
        "Klient kirjutas: „Alati sama jama teie juures.“ Tahaksin sinuga koos vastuse läbi mõelda.",
    ),
    (
        "kadri",
        "",
        "Üks mees karkudega seisis eile meie leti ees päris kaua. Ma ei tea, kas sa nägid teda riiuli tagant. Äkki paneme sinna tooli?",
    ),
    (
        "kadri",
        "",
        "Hommikul küsis proua rohu kohta ja jäi natuke segadusse, kui me mõlemad korraga rääkisime. Kas lepime kokku, kes alustab?",
    ),
    ("kadri", "praise", "Sa seletad alati nii rahulikult ja selgelt, inimesed kiidavad sind väga."),
    ("kadri", "first_person", "Oleksin ise pidanud varem appi tulema, vabandust."),
    (
        "kadri",
        "good_intent",
        "Tean, et sa ei mõelnud seda halvasti, aga proua kuulis seda teisiti ja kurvastas.",
    ),
    (
        "merle",
        "",
        "Laupäeval kella kahe ajal oli kassas saba poolde poodi. Ma hõikasin sind kaks korda, aga ladu on kaugel. Kas telefon aitaks?",
    ),
    (
        "merle",
        "",
        "Üks püsiklient ütles, et ta tundis end täna veidi üleliigsena. Ma ei tea, mis juhtus, kas tahad rääkida?",
    ),
    ("merle", "negation", "Ma ei ütle, et sa olid ebaviisakas, ta lihtsalt kuulis seda nii."),
    ("merle", "praise", "Sina märkad alati esimesena, kui kellelgi on abi vaja, aitäh sulle."),
    (
        "merle",
        "process",
        "Kes meil pühapäeviti pudeleid vastu võtab, kas see on alati sama inimene?",
    ),
    (
        "joonas",
        "",
        "Esmaspäeval seisis kuus inimest ukse taga kella kuuest veerand seitsmeni. Nad olid natuke pahased. Kas sinuga oli kõik korras?",
    ),
    (
        "joonas",
        "",
        "Mul on väike palve. Kui tund jääb ära, kas saaksid mulle kirjutada? Siis jõuan inimestele teada anda.",
    ),
    (
        "joonas",
        "quote",
        "Üks liige küsis minult: „Kas teil keegi üldse töötab siin?“ Mul oli piinlik ja ma ei osanud vastata.",
    ),
    (
        "joonas",
        "good_intent",
        "Usun, et sul oli hea põhjus, ja tahaks lihtsalt kuulda, kuidas me seda teinekord lahendame.",
    ),
    (
        "joonas",
        "first_person",
        "Ma ise hilinesin eelmisel nädalal kaks korda, nii et tean, kui kergelt see juhtub.",
    ),
    (
        "ylle",
        "",
        "Eile lõuna ajal küsis üks poiss leiba juurde ja läks siis tagasi ilma. Ta nägi välja kurb. Kas sa nägid seda ka?",
    ),
    (
        "ylle",
        "",
        "Meil oli mõlemal kiire ja lärmi oli palju. Mulle tundus, et üks tüdruk ehmus, kui häält tõsteti. Kas saaksin sulle järgmine kord jagamisel appi tulla?",
    ),
    ("ylle", "praise", "Lapsed naeratavad alati, kui sina jagad, sul on selleks annet."),
    (
        "ylle",
        "quote",
        "Õpetaja ütles mulle, et tema meelest oli toon „kohutav“. Ma ise nii hullu ei kuulnud.",
    ),
    ("ylle", "negation", "Sa ei ole milleski süüdi, tahtsin ainult kuulda, kuidas sul läks."),
    (
        "heli",
        "process",
        "Kas hommikune ülevaatus peaks meie meelest enne või pärast ravimite jagamist olema?",
    ),
    (
        "kaspar",
        "good_intent",
        "Sa kindlasti ei tahtnud teda solvata, ta oli ise ka üsna närvis. Kuidas sul pärast oli?",
    ),
)

# A second batch by other authors, first measured (3 of 22 met, 2 of 18 held up wrongly), then used as well.
# helju: dentist's desk, 63, Paide · timo: courier, 27, Tallinn · anneli: spa, 41, Kuressaare
# margus: ferry, 50, Virtsu · ruta: bank, 34, Narva, formal · kerttu: café, 20, Tartu
SECOND_ACCUSATORY = (
    (
        "helju",
        "accusation",
        "Patsient istus nelikümmend minutit koridoris ja sina ei läinud talle kordagi ütlema, et arst hilineb.",
    ),
    ("helju", "sarcasm", "Ma ei teadnudki, et meil on nüüd iseteenindusega vastuvõtt."),
    ("helju", "conclusion", "Haige inimesega räägitakse soojemalt kui laohoidjaga."),
    (
        "timo",
        "accusation",
        "Viskasid paki lihtsalt ukse taha ja panid kirja, et klienti polnud kodus.",
    ),
    ("timo", "labels", "Mölakas oled, sorri, aga muud sõna mul pole."),
    ("timo", "loaded_question", "Uksekella vajutamine on siis nii suur vaev või?"),
    ("timo", "comparison", "Mina teen sama ringi kolme tunniga ja keegi ei kaeba."),
    (
        "anneli",
        "passive_aggression",
        "Saunamajas oli jälle vaikus ja rahu, aga mitte külaliste, vaid sinu jaoks.",
    ),
    ("anneli", "mind_reading", "Tundub, et sulle on külalised üks suur tüli."),
    ("anneli", "should_have", "Rätikud oleks võinud ju enne hommikusööki ära viia."),
    ("anneli", "absolutes", "Mitte kunagi ei näe sind siis, kui abi vaja."),
    ("margus", "commands", "Rohkem sa reisijatega niimoodi ei räägi, said aru?"),
    ("margus", "threat", "Ühe korra veel ja ma kirjutan ettekande."),
    ("margus", "blame", "Laev väljus kümme minutit hiljem, sest sul oli vaja suitsu teha."),
    (
        "ruta",
        "accusation",
        "Te saatsite vanema härra kolmandat korda numbrit võtma, ilma et oleksite ta ära kuulanud.",
    ),
    ("ruta", "conclusion", "Meie pangas nii ei töötata, seda peaksite te juba teadma."),
    ("ruta", "hearsay", "Räägitakse, et te lahkute enne sulgemist ja jätate kassa lahti."),
    ("ruta", "public_shaming", "Kogu saal kuulis, kuidas te kliendi kontojääki kommenteerisite."),
    ("kerttu", "sarcasm", "Wow, klient sai lausa ühe pilgu, milline au."),
    (
        "kerttu",
        "passive_aggression",
        "Ma siis koristasin ise kõik üksteist lauda, pole tänu väärt.",
    ),
    ("kerttu", "absolutes", "Sul on iga vahetus mingi drama ja meie teised rabame."),
    ("kerttu", "cold", "Klient ütles aitäh ja head päeva. Sina ei öelnud midagi. Nagu tavaliselt."),
)
SECOND_TACTFUL = (
    (
        "helju",
        "",
        "Eile istus proua koridoris umbes nelikümmend minutit. Ma ei tea, kas keegi jõudis talle öelda, et arst hilineb. Kuidas sul hommik läks?",
    ),
    ("helju", "praise", "Patsiendid ütlevad alati, et sinu juures nad ei karda."),
    (
        "helju",
        "first_person",
        "Jätsin ise eile telefoni kaks korda vastamata, nii et ära võta seda etteheitena.",
    ),
    (
        "timo",
        "",
        "Klient helistas ja ütles, et pakk oli vihma käes. Kas sa mäletad, kuhu see jäi? Võin homme ise üle vaadata.",
    ),
    (
        "timo",
        "quote",
        "Mees hõikas trepikojas: „Miks te kunagi kella ei lase!“ Sa jäid viisakaks, respekt.",
    ),
    ("timo", "process", "Kas me jätame paki alati naabrile või ainult siis, kui klient lubab?"),
    (
        "anneli",
        "",
        "Märkasin, et kella üheksa paiku olid saunas rätikud otsas ja üks paar läks tuppa tagasi. Äkki paneme kapi ukse juurde, siis on meil mõlemal kergem?",
    ),
    ("anneli", "negation", "See ei olnud kellegi süü, pesumaja auto tuli hilja."),
    (
        "anneli",
        "good_intent",
        "Tean, et sa tahtsid kiiresti, ja külaline ei saanud ilmselt sellest aru.",
    ),
    (
        "margus",
        "",
        "Reedel väljusime kümme minutit hiljem. Ootasin sind trapi juures ja ei teadnud, kas alustada. Mis sul pooleli oli?",
    ),
    ("margus", "negation", "Ma ei ütle, et sa valesti tegid, tahan lihtsalt aru saada."),
    (
        "margus",
        "quote",
        "Reisija karjus „te olete kõik laisad“ ja sina kutsusid ta rahulikult kõrvale.",
    ),
    (
        "ruta",
        "",
        "Kas teil oleks täna hetk? Tahaksin rääkida eilsest vanemast härrast, kes kolm korda numbri võttis. Võib-olla oleksin pidanud ise appi tulema.",
    ),
    (
        "ruta",
        "process",
        "Miks peab klient meil uue numbri võtma, kui dokument puudub, kas see on kuskil kirjas?",
    ),
    (
        "ruta",
        "praise",
        "Te olete klientidega alati väga viisakas, seepärast üllatas mind see üks lause.",
    ),
    (
        "kerttu",
        "",
        "Hei, laupäeval koristasin üksteist lauda ja jäin natuke jänni. Kas saaksime pooleks teha?",
    ),
    ("kerttu", "first_person", "Ma olen ise hommikuti alati tujust ära, nii et täitsa mõistan."),
    (
        "kerttu",
        "quote",
        "Klient küsis, kas me oleme kurdid. Ütlesin, et masin on vali. Kas sina kuulsid teda?",
    ),
)

# A third batch, by yet other authors, first measured (5 of 20 and 3 of 20) and then used as well.
# piret: optician, 45, Tartu · olev: hardware depot, 60, Valga · sirli: hostel, 24, Tallinn
# vaike: post office, 57, Jõgeva, formal · denis: phone shop, 30, Kohtla-Järve · triin: vet, 36, Keila
THIRD_ACCUSATORY = (
    (
        "piret",
        "accusation",
        "Vanahärra küsis kolm korda prillivarre kohta ja sina tegid samal ajal oma Instagrami.",
    ),
    ("piret", "passive_aggression", "Ega minu käest ei pea küsima, kas ma ka lõunale saan."),
    (
        "piret",
        "conclusion",
        "Meie kliendid väärivad midagi paremat kui see, mida nad eile sinult said.",
    ),
    ("piret", "sarcasm", "Sinu heatujulisus oli eile lausa nakkav, kolm klienti jõudis ära minna."),
    ("olev", "labels", "Sa oled üks kuradi laiskvorst, muud midagi."),
    ("olev", "commands", "Hakka juba inimese moodi kliente vastu võtma."),
    ("olev", "comparison", "Andres laadis selle ajaga kolm autot, sina ühe."),
    ("olev", "loaded_question", "Kas laadimine peaks ise toimuma või kuidas?"),
    (
        "sirli",
        "sarcasm",
        "Respekt, kuidas sa suudad päevast päeva kõige kiiremal ajal tualetti ära kaduda.",
    ),
    (
        "sirli",
        "mind_reading",
        "Sul on kogu sellest kohast nii savi, et isegi külalised saavad aru.",
    ),
    ("sirli", "hearsay", "Koristajad rääkisid, et sa magad öösiti diivanil."),
    ("sirli", "blame", "Halb arvustus tuli su vahetuse kohta, ole siis uhke."),
    ("vaike", "accusation", "Te virutasite akna kinni otse inimese nina ees."),
    (
        "vaike",
        "should_have",
        "Pakikese oleksite võinud talle ise kätte tõsta, ta on üle kaheksakümne.",
    ),
    ("vaike", "absolutes", "Teie juures on järjekord alati kõige pikem ja ega see juhus ole."),
    ("denis", "threat", "Teine kord ma enam vait ei ole, siis saab juhtkond kõike teada."),
    ("denis", "public_shaming", "Kõik poisid naersid, kui ma rääkisin, mis sa kliendile müüsid."),
    ("denis", "loaded_question", "Kes sulle õpetas, et inimesele võib selja keerata?"),
    ("triin", "accusation", "Koera omanik nuttis ja sina hakkasid talle arvet seletama."),
    ("triin", "cold", "Sa läksid täpselt kell viis. Kass ärkas narkoosist kolm minutit hiljem."),
)
THIRD_TACTFUL = (
    (
        "piret",
        "",
        "Eile küsis vanahärra mitu korda prillivarre kohta. Ma ei saanud ise tulla, sest olin mõõtmas. Kas sa kuulsid teda?",
    ),
    ("piret", "praise", "Sa leiad alati igale näole õiged raamid, kliendid räägivad sellest."),
    ("piret", "first_person", "Olin eile ise nii kärsitu, et ei lasknud kliendil lõpuni rääkida."),
    (
        "piret",
        "process",
        "Kes paneb õhtul mõõteseadmed kinni ja kas keegi kontrollib seda alati üle?",
    ),
    (
        "olev",
        "",
        "Kuule, hommikul ootas üks auto väravas pool tundi. Mul oli tõstuk laadimata. Mis sul pooleli oli?",
    ),
    ("olev", "negation", "Ega see sinu süü ole, et paberid puudu olid."),
    (
        "olev",
        "quote",
        "Juht ütles mulle näkku: „Teil siin keegi tööd ei tee!“ Ma ei osanud midagi kosta, mis sina oleksid öelnud?",
    ),
    (
        "sirli",
        "",
        "Kella kolme ajal öösel helistas üks külaline ja ütles, et kedagi polnud all. Kas sa olid sel ajal teisel korrusel? Võime panna letile sildi.",
    ),
    (
        "sirli",
        "good_intent",
        "Ma tean, et su vahetus oli üksi ja pikk, nii et palun ära võta seda pahasti.",
    ),
    ("sirli", "praise", "Külalised küsivad alati, millal sina jälle tööl oled."),
    (
        "vaike",
        "",
        "Tahtsin teilt küsida, kuidas teie eilset hetke akna juures mäletate. Üks proua jäi ukse taha ja oli kurb.",
    ),
    ("vaike", "process", "Kas suured pakid antakse meil alati tagauksest välja?"),
    (
        "vaike",
        "negation",
        "Te ei pea midagi selgitama, tahan lihtsalt, et meil mõlemal oleks kergem.",
    ),
    ("vaike", "first_person", "Ma ise jätan vahel ka akna liiga vara kinni, kui käed on täis."),
    (
        "denis",
        "",
        "Eile müüsime ühele naisele vale laadija. Ta tuli täna tagasi ja oli pettunud. Kas vaatame koos, kuidas seda järgmine kord kontrollida?",
    ),
    (
        "denis",
        "quote",
        "Klient sõimas meid: „Petised olete!“ Sa jäid viisakaks, aga nägin, et see läks sulle hinge.",
    ),
    ("denis", "negation", "Ära arva, et ma sind süüdistan, ma tahan ainult aru saada."),
    (
        "triin",
        "",
        "Koera omanik hakkas arve juures nutma. Mul oli endal ka raske. Kas järgmine kord võiks arve natuke hiljem anda, mis sa arvad?",
    ),
    ("triin", "praise", "Loomad rahunevad sinu käes alati, ma ei tea, kuidas sa seda teed."),
    (
        "triin",
        "good_intent",
        "Sul oli kindlasti põhjus viiest ära minna. Kass ärkas varsti pärast seda, ja ma oleksin abi vajanud.",
    ),
)

# The last batch, by yet other authors, written after all adjusting and only ever measured
# (6 of 20 met, none of 20 held up wrongly).
# eha: flower shop, 54, Otepää · raigo: bike hire, 22, Pärnu · valve: registry office, 59, Tallinn, formal
# oksana: cleaner and host at a clinic, 43, Sillamäe · mihkel: museum, 37, Tartu · leelo: call centre, 29, Võru
FRESH_ACCUSATORY = (
    (
        "eha",
        "accusation",
        "Sa pakkisid leinajale kimbu kokku nii, nagu oleks see hunnik porgandeid.",
    ),
    ("eha", "passive_aggression", "Huvitav, miks lilled ainult minu vahetuses vett saavad."),
    (
        "eha",
        "sarcasm",
        "Jah, muidugi, klient tuli vihmaga viis kilomeetrit selleks, et su selga vaadata.",
    ),
    ("eha", "should_have", "Oleksid sa korrakski üles vaadanud, oleksid näinud, et ta nutab."),
    ("raigo", "accusation", "Andsid lastele katkise ratta ja isegi ei kontrollinud pidureid."),
    ("raigo", "labels", "Täielik amatöör oled, päriselt."),
    ("raigo", "comparison", "Isegi mu väikevend oskab ketti peale panna."),
    ("raigo", "commands", "Lõpeta see telefonis istumine ja tule tööle."),
    ("valve", "conclusion", "Teie toon selle noorpaari vastu oli täiesti lubamatu."),
    (
        "valve",
        "loaded_question",
        "Kas te tõesti arvate, et inimesed ei märka, kui neile peale haigutatakse?",
    ),
    ("valve", "hearsay", "Mulle on korduvalt kurdetud teie ülbuse üle."),
    (
        "valve",
        "absolutes",
        "Teiega juhtub niisuguseid asju iga nädal ja süüdi on alati keegi teine.",
    ),
    ("oksana", "blame", "Patsient kukkus, sest sina jätsid põranda märjaks."),
    (
        "oksana",
        "threat",
        "Ma enam ei kannata, lähen homme peaarsti juurde ja räägin sinust kõik ära.",
    ),
    (
        "oksana",
        "mind_reading",
        "Sa mõtled, et kui ma olen koristaja, siis minuga võib nii rääkida.",
    ),
    ("oksana", "public_shaming", "Kõigi patsientide ees karjusid sa minu peale."),
    ("mihkel", "cold", "Grupp ootas giidi. Giid olid sina. Tuur algas ilma sinuta."),
    (
        "mihkel",
        "sarcasm",
        "Õnneks on meil muuseumis vaikus hinnas, muidu oleks keegi sinult veel vastust oodanud.",
    ),
    (
        "leelo",
        "passive_aggression",
        "Tundub, et ainult mul on siin peas, et klient tagasi helistamist ootab.",
    ),
    ("leelo", "accusation", "Panid kliendi ootele ja läksid ise sööma."),
)
FRESH_TACTFUL = (
    (
        "eha",
        "",
        "Eile ostis üks leinaja kimbu ja tundus pärast väga kurb. Ma ei tea, mida te rääkisite. Kas võin küsida, kuidas see sinu jaoks oli?",
    ),
    ("eha", "praise", "Sinu kimbud on alati nii ilusad, et inimesed jäävad akna taha seisma."),
    ("eha", "first_person", "Unustasin eile ise roosid kastmata, palun anna andeks."),
    ("eha", "process", "Kes hommikul vett vahetab, kas see, kes avab, või see, kes tellib?"),
    (
        "raigo",
        "",
        "Kuule, ühel lasterattal olid pidurid lahti. Isa märkas seda enne sõitu ja oli natuke ehmunud. Kas teeme koos väikese kontroll-lehe?",
    ),
    (
        "raigo",
        "quote",
        "Klient ütles: „Siin ei kontrolli keegi kunagi midagi.“ Tahtsin sulle rääkida, enne kui ta arvustuse kirjutab.",
    ),
    ("raigo", "negation", "Ma ei väida, et sa oled lohakas, kett oli juba hommikul katki."),
    (
        "valve",
        "",
        "Kas tohin teiega midagi nelja silma all jagada? Noorpaar lahkus eile üsna vaikselt ja ma jäin mõtlema, kas saime neile kõik ära seletada.",
    ),
    ("valve", "praise", "Teie juurest lähevad inimesed alati ära naeratades, seda on rõõm näha."),
    ("valve", "process", "Kas tunnistused trükime alati samal päeval või oleneb see järjekorrast?"),
    ("valve", "negation", "Teid ei süüdista keegi, arvuti seisis tõesti terve hommiku."),
    (
        "oksana",
        "",
        "Kolmapäeval oli teise korruse põrand märg ja üks patsient libises. Mina ei pannud ka silti. Kuidas me saame järgmine kord paremini?",
    ),
    ("oksana", "first_person", "Ma olin eile kuri ja rääkisin sinuga liiga valjult, vabandust."),
    (
        "oksana",
        "good_intent",
        "Ma usun, et sa ei tahtnud halba, lihtsalt mulle tegi see natuke haiget.",
    ),
    (
        "mihkel",
        "",
        "Laupäeval kell kaks ootas fuajees kaksteist inimest. Alustasin ise tuuri, sest ei saanud sind kätte. Kas kõik oli korras?",
    ),
    (
        "mihkel",
        "quote",
        "Üks õpilane pomises, et siin on igav nagu hauas, ja sina panid ta naerma.",
    ),
    ("mihkel", "negation", "Sa ei jäänud hiljaks, grupp tuli lihtsalt vara."),
    (
        "leelo",
        "",
        "Kuulsin, et klient jäi ootele umbes üheksaks minutiks. Ma ei tea, kas süsteem näitas seda sulle. Kuidas sina seda nägid?",
    ),
    ("leelo", "process", "Kuidas me teame, kes peab kliendile tagasi helistama, kui kõne katkeb?"),
    ("leelo", "praise", "Sa kuulad inimesed alati lõpuni ära, seda oskavad vähesed."),
)
