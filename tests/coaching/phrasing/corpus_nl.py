"""Dutch notes by invented colleagues, from the Netherlands and Flanders: who blames, and who does not.

Each line is: kind or difficulty | who writes | the note.

What the rules made of each batch when they first saw it (severity 2 or more):
first batch   60 of 62 blaming, 1 of 61 tactful; written just before the rules by the same hand,
              so it says little
second batch   5 of 30 blaming, 1 of 30 tactful; written to slip past the rules
third batch    2 of 26 blaming, 1 of 20 tactful; the same, and in near-identical pairs
fresh batch   10 of 20 blaming, 1 of 20 tactful; plain everyday notes
The rules were then adjusted on the first three. They were never adjusted on the fresh batch.
"""

from typing import NamedTuple


class Note(NamedTuple):
    """A note, what makes it hurt or makes it hard to judge, and who might have written it."""

    kind: str
    author: str
    text: str


def notes(lines: str) -> tuple[Note, ...]:
    """The notes of one batch."""
    return tuple(
        Note(*(part.strip() for part in line.split("|", 2)))
        for line in lines.splitlines()
        if line.strip()
    )


ACCUSATORY = notes("""
accusation | receptioniste, 29, Zwolle | Je hebt die meneer aan de balie gisteren gewoon laten staan en bent koffie gaan halen.
accusation | verpleegkundige, 54, Gent | Ge hebt mevrouw op kamer 12 heel den ochtend genegeerd, ze heeft drie keer gebeld.
accusation | ober, 23, Rotterdam | Je snauwde die vrouw af omdat ze vroeg of er noten in zaten.
accusation | filiaalmanager, 47, Eindhoven | U luistert niet naar klanten, u kletst eroverheen tot ze weglopen.
absolutes | kassamedewerker, 19, Almere | Je bent altijd net even weg als er een rij staat.
absolutes | thuiszorg, 38, Hasselt | Het is elke keer hetzelfde liedje met u: te laat, en dan nog chagrijnig ook.
absolutes | baliemedewerker gemeente, 51, Groningen | Jij groet nooit iemand als je binnenkomt, ook de bezoekers niet.
absolutes | magazijn, 33, Mechelen | Ge laat de palletwagen constant in de weg staan en een ander kan het oplossen.
mind_reading | helpdesk, 41, Utrecht | Het interesseert je gewoon niet wat er met die klant gebeurt, dat is wel duidelijk.
mind_reading | kapster, 26, Breda | Je deed dat expres, je wist donders goed dat ze om tien uur een afspraak had.
mind_reading | gastvrouw hotel, 35, Brugge | U had er duidelijk geen zin in en dat hebben de gasten gemerkt.
mind_reading | apotheker, 58, Leiden | Je denkt zeker dat je te goed bent om de telefoon op te nemen.
labels | kok, 44, Antwerpen | Wat zijt gij toch een luierik, die mensen zaten een halfuur zonder water.
labels | bezorger, 22, Den Haag | Sorry maar je bent gewoon een egoïst, je pakt altijd de makkelijke adressen.
labels | winkelbediende, 31, Kortrijk | Je gedraagt je als een verwend kind zodra een klant iets moeilijks vraagt.
labels | conducteur, 49, Amersfoort | Wat een waardeloze collega ben jij, laat mij alleen met een vol perron.
blame | serveerster, 20, Nijmegen | Door jou zat ik tot elf uur met die groep van veertig.
blame | logistiek planner, 45, Venlo | Dat die klant nu bij de concurrent zit is jouw schuld en niet die van de planning.
blame | zorgkundige, 39, Aalst | Ik mocht weer uw rommel opkuisen op kamer 9, ge wordt bedankt.
blame | verkoper bouwmarkt, 28, Tilburg | Als jij die offerte had nagekeken, had die man hier niet staan schreeuwen.
sarcasm | barista, 24, Amsterdam | Fijn dat je rustig je sigaret kon afmaken terwijl wij met z'n tweeën de hele rij deden.
sarcasm | baliemedewerker bank, 56, Arnhem | Heel professioneel hoor, zuchten waar de klant bij staat.
sarcasm | onthaalmedewerker, 42, Leuven | Proficiat, de familie met de kinderwagen is buiten gestapt zonder iets te bestellen.
sarcasm | doktersassistente, 37, Zaandam | Leuk voor je, zo'n lange pauze. De telefoon nam zichzelf wel op zeker?
commands | teamleider callcenter, 34, Maastricht | Leg die telefoon weg als er een klant voor je neus staat.
commands | hoofd huishouding, 60, Oostende | Gij moet eens leren luisteren naar de mensen voor ge antwoordt.
commands | shiftleader, 21, Haarlem | Doe gewoon je werk en laat anderen met rust.
commands | tandartsassistente, 43, Deventer | Voortaan meld je je af als je weggaat, punt.
threat | magazijnchef, 52, Roosendaal | Nog één keer zo'n grap bij een klant en ik stap naar de teamleider.
threat | kassaverantwoordelijke, 40, Sint-Niklaas | Als dit nog eens gebeurt zal ik het aan HR moeten melden, dan weet ge dat.
threat | receptionist, 30, Den Bosch | Dit gaat een staartje krijgen, reken daar maar op.
threat | bewaker, 36, Lelystad | Pas maar op, ik hou precies bij wat je allemaal doet.
public_shaming | verkoopster, 25, Hengelo | Iedereen heeft het gezien hoor, hoe jij die mevrouw wegstuurde.
public_shaming | buschauffeur, 55, Genk | Vraag het maar aan de anderen, niemand wil nog met u op dezelfde dienst.
public_shaming | stagebegeleider, 46, Dordrecht | Je zette ons gisteren allemaal voor schut bij die groep uit Duitsland.
public_shaming | pedagogisch medewerker, 32, Purmerend | Ik ga dit in het teamoverleg op tafel leggen, zodat de rest het ook weet.
conclusion | fysiotherapeut, 48, Alkmaar | De manier waarop jij gisteren met die patiënt omging was ronduit beschamend.
conclusion | vestigingsmanager, 53, Brussel | Uw houding aan de balie is beneden alle peil.
conclusion | verkoper telecom, 27, Emmen | Dat noem jij service?
conclusion | tramconductrice, 50, Antwerpen | Dat was echt niet professioneel van je, zo'n toon tegen een oude mens.
hearsay | apothekersassistente, 33, Gouda | Ik hoor van meerdere mensen dat je zo tegen klanten doet.
hearsay | floormanager, 39, Sittard | Er wordt over gepraat dat je steeds vroeger naar huis gaat.
hearsay | verzorgende, 57, Turnhout | Naar het schijnt hebt ge gisteren weer een bewoner afgesnauwd.
hearsay | baliemedewerker bibliotheek, 44, Assen | De collega's zeggen dat jij de lastige bezoekers altijd doorschuift.
should_have | medewerker klantenservice, 26, Apeldoorn | Je had die klant gewoon terug moeten bellen, zoals je beloofd had.
should_have | verpleger, 35, Kortrijk | Ge had op z'n minst sorry kunnen zeggen tegen haar dochter.
should_have | host restaurant, 22, Leeuwarden | Een goede gastvrouw ziet zoiets meteen.
should_have | loketbediende, 48, Mechelen | Van iemand met jouw ervaring had ik toch meer verwacht.
passive_aggression | administratief medewerker, 41, Hilversum | Zoals ik al drie keer heb uitgelegd gaan de retouren in de blauwe bak.
passive_aggression | winkelmedewerker, 30, Oss | Laat maar, ik doe het wel weer alleen. Zoals altijd.
passive_aggression | poetshulp, 59, Lokeren | Het zou fijn zijn als sommige mensen ook eens een dienblad wegbrachten.
passive_aggression | receptioniste, 45, Middelburg | Grappig dat de telefoon alleen gaat als ik dienst heb.
loaded_question | optometrist, 36, Roermond | Waarom kun jij niet gewoon even goedemorgen zeggen tegen de mensen?
loaded_question | verkoper, 23, Schiedam | Zag je nou echt niet dat die vrouw stond te wachten of wilde je het niet zien?
loaded_question | hotelmedewerker, 38, Knokke | Is het nu echt te veel gevraagd om de gasten naar hun kamer te brengen?
loaded_question | huisartsassistente, 52, Veenendaal | Wat bezielde je om die man zo af te kappen?
comparison | leidinggevende bakkerij, 47, Zutphen | Zelfs de stagiaire weet na twee weken dat je klanten aankijkt.
comparison | verpleegkundige, 31, Aalst | Alle anderen krijgen hun kamers wel op tijd rond.
comparison | kelner, 28, Oostende | Vóór gij hier kwam werken hadden wij nooit klachten over het terras.
comparison | verkoopadviseur, 42, Almelo | Bij Ilse lopen klanten nooit boos weg, bij jou wel.
profanity | keukenhulp, 20, Spijkenisse | Godverdomme man, die klant stond tien minuten aan die klote kassa.
discriminatory | chauffeur, 58, Geleen | Misschien doen ze dat in jouw land zo, maar hier geven we klanten een hand.
""")

TACTFUL = notes("""
quote | receptioniste, 29, Zwolle | De gast zei tegen mij: "Jullie luisteren nooit, het is een schande." Ik wilde het je zelf vertellen. Wat was er gebeurd?
quote | verpleegkundige, 54, Gent | De dochter van mevrouw riep "gij zijt allemaal lui volk" en ik zag u schrikken. Gaat het?
quote | ober, 23, Rotterdam | Een man aan tafel 4 vroeg: "Waarom helpt niemand mij?" Ik wist niet wat ik moest zeggen. Hoe doe jij dat?
quote | helpdesk, 41, Utrecht | De beller schreeuwde "u bent onbeschoft" terwijl je rustig bleef. Ik vond dat knap.
quote | kassamedewerker, 19, Almere | Ik hoorde je zeggen "dat is mijn probleem niet", en de mevrouw werd stil. Klopt dat zo?
praise | thuiszorg, 38, Hasselt | Ge zijt altijd zo geduldig met meneer Claes, daar leer ik van.
praise | filiaalmanager, 47, Eindhoven | Je staat altijd voor iedereen klaar en dat waardeer ik enorm. Zaterdag rond vier uur bleef de kassa even leeg; was er iets?
praise | kapster, 26, Breda | Jij blijft altijd vriendelijk, ook bij lastige klanten. Bij de dame van elf uur klonk het iets korter dan anders.
praise | baliemedewerker gemeente, 51, Groningen | Je legt het formulier elke keer weer zo helder uit, niemand vraagt het me daarna nog.
praise | bezorger, 22, Den Haag | Nooit eerder iemand zo goed met een boze klant zien omgaan, echt knap gedaan.
first_person | apotheker, 58, Leiden | Ik had zelf eerder moeten bijspringen toen de rij zo lang werd.
first_person | kok, 44, Antwerpen | Ik was gisteren kortaf tegen u en daar heb ik spijt van. Het was mijn fout.
first_person | gastvrouw hotel, 35, Brugge | Ik voelde me dom toen ik de vraag van de gast niet kon beantwoorden. Kunt u het mij eens tonen?
first_person | logistiek planner, 45, Venlo | Ik vergeet zelf ook altijd de bon mee te geven, dus ik zeg het met schroom.
first_person | serveerster, 20, Nijmegen | Ik heb je dinsdag laten zitten met die grote groep, sorry daarvoor.
question | magazijn, 33, Mechelen | Waarom gaan de retouren eigenlijk in de blauwe bak? Ik wil het goed doen.
question | conducteur, 49, Amersfoort | Hoe vaak moet de kassa per dag geteld worden, weet jij dat?
question | verkoper bouwmarkt, 28, Tilburg | Waarom sluit de balie op vrijdag al om vier uur? Een klant vroeg ernaar.
question | zorgkundige, 39, Aalst | Wie had de sleutel van het medicijnkastje gisterenavond? Ik zocht hem voor kamer 7.
question | barista, 24, Amsterdam | Moet ik de nieuwe melk links of rechts zetten?
negation | baliemedewerker bank, 56, Arnhem | Het was niet jouw schuld dat het systeem plat lag, de klant wist dat ook wel.
negation | onthaalmedewerker, 42, Leuven | Ik denk niet dat je het expres deed, het was gewoon druk.
negation | doktersassistente, 37, Zaandam | Je was helemaal niet onbeleefd, die man had gewoon een slechte dag.
negation | teamleider callcenter, 34, Maastricht | Niemand zegt dat je lui bent, echt niet. Ik maak me vooral zorgen of het niet te veel is.
negation | hoofd huishouding, 60, Oostende | Ge had dat onmogelijk kunnen weten, de lijst was nog niet aangepast.
customer | shiftleader, 21, Haarlem | Die klant was ronduit onbeschoft tegen je en je bleef er rustig onder.
customer | tandartsassistente, 43, Deventer | De mevrouw vond dat er niet geluisterd werd. Ik weet dat jij er alles aan deed. Zullen we haar samen bellen?
customer | magazijnchef, 52, Roosendaal | De chauffeur van de leverancier negeerde ons allebei, dus ik snap dat je even klaar was.
offer | kassaverantwoordelijke, 40, Sint-Niklaas | Als dit nog eens gebeurt, roep mij dan gerust, ik kom direct helpen.
offer | receptionist, 30, Den Bosch | De volgende keer neem ik met plezier de telefoon over als jij met een gast bezig bent.
fact | bewaker, 36, Lelystad | Maandag rond tien uur stond een oudere heer ongeveer acht minuten bij de ingang. Heb jij hem gezien?
fact | verkoopster, 25, Hengelo | Gisteren om half drie vroeg een klant twee keer naar maat 42 en ging daarna weg zonder iets te kopen.
fact | buschauffeur, 55, Genk | Dinsdag aan de halte bij het station hoorde ik u zeggen dat de bus vol was; er waren volgens mij nog vier plaatsen vrij.
fact | stagebegeleider, 46, Dordrecht | De klant in de blauwe jas wachtte een kwartier bij de pashokjes.
fact | pedagogisch medewerker, 32, Purmerend | Vanmorgen zag ik dat de moeder van Bram nog iets wilde vragen toen de deur dichtging.
opener | fysiotherapeut, 48, Alkmaar | Ik weet niet of je het gemerkt hebt, maar de patiënt na jou leek wat in de war over zijn afspraak.
opener | vestigingsmanager, 53, Brussel | Het kan zijn dat ik iets gemist heb. Op mij kwam het gesprek aan het loket wat gespannen over. Hoe was het voor u?
opener | verkoper telecom, 27, Emmen | Mag ik je iets vertellen wat me opviel? Bij de oudere man vorige week ging het best snel.
opener | tramconductrice, 50, Antwerpen | Onder ons: de mevrouw met de wandelstok stond nog recht toen de tram vertrok. Zoiets overkomt mij ook.
opener | apothekersassistente, 33, Gouda | Misschien zag ik alleen het einde. Het klonk voor mij een beetje kortaf.
intent | floormanager, 39, Sittard | Ik weet dat je het goed bedoelde en dat je je handen vol had. De familie aan tafel 6 wachtte wel lang op de kaart.
intent | verzorgende, 57, Turnhout | Ge hadt het druk met de nieuwe bewoner, dat begrijp ik heel goed. Mevrouw Peeters vroeg nog naar haar thee.
intent | baliemedewerker bibliotheek, 44, Assen | Ik snap dat je zaterdag alleen stond. Twee ouders vroegen me waar ze zich konden inschrijven.
thanks | medewerker klantenservice, 26, Apeldoorn | Bedankt dat je zondag voor me inviel. Zal ik donderdag jouw late dienst doen?
thanks | verpleger, 35, Kortrijk | Merci voor uw hulp vannacht. Eén ding: de overdracht van kamer 3 had ik niet gekregen.
thanks | host restaurant, 22, Leeuwarden | Dankjewel voor gisteren, ik had het zonder jou niet gered.
process | loketbediende, 48, Mechelen | Zullen we afspreken wie de bel opneemt als we allebei met iemand bezig zijn?
process | administratief medewerker, 41, Hilversum | Het rooster voor zaterdag klopt niet, er staat maar één iemand op de balie. Hebben we daar iets over afgesproken?
process | winkelmedewerker, 30, Oss | De printer deed het weer niet, dus de klant moest wachten op zijn bon.
process | poetshulp, 59, Lokeren | Er stonden deze week drie keer borden op de gang. Hoe kunnen we dat oplossen?
impact | receptioniste, 45, Middelburg | De gast keek teleurgesteld toen ze hoorde dat het ontbijt voorbij was. Ik vond het ook lastig.
impact | optometrist, 36, Roermond | Ik voelde me wat alleen aan de balie vrijdag. Kunnen we het er eens over hebben?
impact | verkoper, 23, Schiedam | Hij ging weg zonder pakje en dat bleef bij me hangen. Wat had volgens jou geholpen?
manager | hotelmedewerker, 38, Knokke | We kunnen samen naar de manager gaan om te zeggen dat het rooster te krap is.
manager | huisartsassistente, 52, Veenendaal | Ik heb dit aan niemand verteld, het blijft tussen ons.
weather | leidinggevende bakkerij, 47, Zutphen | Wat een vreselijke drukte was het zaterdag, en jij hield het hoofd koel.
weather | verpleegkundige, 31, Aalst | Het was een verschrikkelijke nacht met vijf opnames. De patiënt in 12 vroeg twee keer om pijnstilling.
apology | kelner, 28, Oostende | Excuses dat ik gisteren zo reageerde waar de gasten bij stonden. Dat had ik anders moeten doen.
apology | verkoopadviseur, 42, Almelo | Sorry dat ik je stoor in je pauze, ik heb een vraag over de klant van twee uur.
advice | keukenhulp, 20, Spijkenisse | Je moet je vooral niet schuldig voelen, het overkomt iedereen. Wil je er morgen over praten?
advice | chauffeur, 58, Geleen | Je hoeft niet te antwoorden hoor, ik wilde het alleen met je delen.
""")

SECOND_ACCUSATORY = notes("""
accusation | nachtportier, 61, Vlissingen | Die gasten met hun koffers stonden buiten te kleumen en jij deed de deur pas open toen ze belden.
accusation | optieker, 29, Roeselare | Toen die jongen zijn bril kwam ophalen heb je hem afgewimpeld met een smoes over het atelier.
accusation | makelaar, 45, Hoofddorp | Je hebt die mensen dingen beloofd die helemaal niet kunnen.
absolutes | trambestuurder, 39, Gent | Altijd weer diezelfde zucht als er iemand een kaartje wil.
absolutes | helpdeskmedewerker, 25, Ede | Bij jou moeten bellers standaard drie keer worden doorverbonden.
mind_reading | verkoopster schoenen, 33, Weert | Volgens mij had je allang besloten dat die vrouw toch niets zou kopen.
mind_reading | griffier, 50, Leeuwarden | Je wilde gewoon op tijd weg, de rest kon barsten.
labels | tuincentrum, 27, Boom | Ge zijt een echte zagevent, de klanten worden er zot van.
labels | baliemedewerker, 36, Heerlen | Zo'n bot iemand als jij hoort niet aan een balie.
blame | cateraar, 41, Delft | Twintig broodjes te weinig en wie staat er met rode konen bij de klant? Ik, terwijl jij de bestelling deed.
blame | apotheker, 34, Dendermonde | Die klacht hebben we aan u te danken.
blame | tandarts, 55, Wageningen | Omdat jij de agenda niet bijhield zat de wachtkamer vol.
sarcasm | kapper, 30, Den Helder | Ik wist niet dat we een zelfbedieningszaak waren geworden.
sarcasm | stadsgids, 48, Brugge | Schitterend onthaal, de groep heeft het nog een uur over uw gezicht gehad.
sarcasm | bioscoop, 19, Zoetermeer | Ik zal de volgende keer een afspraak maken als ik je nodig heb.
commands | ploegbaas, 56, Aalst | Als de bel gaat, staat ge recht en gaat ge kijken. Zo simpel is het.
threat | restauranthouder, 49, Hilvarenbeek | Ik ben benieuwd wat Karin hiervan vindt als ik het haar vertel.
threat | coördinator, 44, Kampen | Je proeftijd loopt nog, dus ik zou maar oppassen.
public_shaming | winkelmanager, 38, Mol | Aan de koffietafel ging het weer over niks anders dan jouw stunt van vrijdag.
conclusion | podotherapeut, 42, Zeist | Zo ga je gewoon niet met mensen om.
conclusion | busreisleider, 53, Genk | Beschamend hoe ge die oude mens hebt laten sukkelen met haar valies.
hearsay | teamassistent, 31, Meppel | Ik heb het niet zelf gezien, maar ze zeggen dat je tegen een klant hebt staan schreeuwen.
should_have | pompbediende, 24, Kortrijk | Ge kon toch wel even bellen dat ge later waart, die klant zat te wachten.
should_have | stewardess, 37, Haarlemmermeer | Een simpel "goedemorgen" was al genoeg geweest.
passive_aggression | bloemist, 46, Goes | Ik heb de klant maar geholpen, jij was zo te zien druk met iets anders.
passive_aggression | archiefmedewerker, 58, Tongeren | Fijn dat het weekend voor jou al om drie uur begint.
loaded_question | begeleider, 28, Almere | Hoe moeilijk kan het zijn om iemand aan te kijken als hij tegen je praat?
loaded_question | fietsenmaker, 40, Kampenhout | Had je echt geen vijf minuten voor die man met zijn lekke band?
comparison | juwelier, 51, Breda | Toen Marijke nog op jouw plek zat, kwamen klanten met taart langs.
comparison | verpleeghulp, 22, Waregem | De rest van de ploeg slaagt er wel in om voor tien uur rond te zijn.
""")

SECOND_TACTFUL = notes("""
fact | nachtportier, 61, Vlissingen | Rond half twaalf stonden er twee gasten met koffers voor de deur. Ik hoorde de bel pas laat en jij misschien ook?
fact | optieker, 29, Roeselare | De jongen van de blauwe bril is gisteren zonder bril vertrokken. Was die nog niet klaar?
quote | makelaar, 45, Hoofddorp | De koper zei letterlijk: "Je hebt me iets beloofd wat niet kan." Ik wilde eerst jouw kant horen.
praise | trambestuurder, 39, Gent | Ge blijft altijd zo kalm met toeristen, chapeau.
praise | helpdeskmedewerker, 25, Ede | Je lost altijd zelf alles op, dat vind ik knap. Die van elf uur mag je best eens doorverbinden naar mij.
first_person | verkoopster schoenen, 33, Weert | Ik had zelf al besloten dat die vrouw niets zou kopen, en toen kocht ze drie paar. Daar leerde ik van.
first_person | griffier, 50, Leeuwarden | Ik wilde zelf gewoon op tijd weg en heb je toen te kort te woord gestaan. Mijn excuses.
first_person | tuincentrum, 27, Boom | Ik ben zelf soms een zagevent, zeg het mij gerust.
quote | baliemedewerker, 36, Heerlen | Iemand schreef in de enquête: "Altijd onvriendelijk aan de balie." Dat ging volgens mij over ons allebei.
question | cateraar, 41, Delft | Hoeveel broodjes staan er op de bestelling van donderdag? Vorige keer kwamen we er twintig te kort.
negation | apotheker, 34, Dendermonde | Die klacht ging niet over u maar over de wachttijd.
question | tandarts, 55, Wageningen | Wie houdt deze week de agenda bij? De wachtkamer zat maandag vol.
process | kapper, 30, Den Helder | Zullen we iemand vooraan zetten op zaterdag? Klanten lopen nu soms zelf door naar achteren.
praise | stadsgids, 48, Brugge | De groep had het nog een uur over uw verhaal bij de Markt, schitterend.
offer | bioscoop, 19, Zoetermeer | Roep me gerust als de rij tot buiten staat, dan maak ik kassa twee open.
process | ploegbaas, 56, Aalst | Als de bel gaat en we staan allebei achter, wie gaat er dan kijken? Ik wil het graag afspreken.
intent | restauranthouder, 49, Hilvarenbeek | Ik ben benieuwd hoe jij het zag, want van buitenaf leek het heftiger dan het misschien was.
impact | coördinator, 44, Kampen | De mevrouw had tranen in haar ogen toen ze wegging. Ik denk niet dat iemand dat zo wilde.
negation | winkelmanager, 38, Mol | Ik heb er met niemand over gesproken en dat ga ik ook niet doen.
opener | podotherapeut, 42, Zeist | Mag ik iets voorleggen waar ik over twijfel? Het gaat over de meneer met de krukken.
impact | busreisleider, 53, Genk | De mevrouw met de zware valies kreeg haar koffer niet de bus in; ik zag het te laat en gij waart bezig met de lijst.
negation | teamassistent, 31, Meppel | Je hoeft je nergens voor te verontschuldigen, het was een misverstand.
first_person | pompbediende, 24, Kortrijk | Ik had even moeten bellen dat ik later was, sorry, ge stond er alleen voor.
customer | stewardess, 37, Haarlemmermeer | De passagier vond dat hij genegeerd werd. Hij zat op rij 22 en ik denk dat niemand hem kon zien.
thanks | bloemist, 46, Goes | Dankjewel dat je die klant overnam toen ik aan de telefoon zat.
weather | archiefmedewerker, 58, Tongeren | Wat een gekke week, drie groepen op één dag. Fijn dat het weekend is.
advice | begeleider, 28, Almere | Je moet echt aan jezelf denken na zo'n nacht, ga lekker naar huis.
process | fietsenmaker, 40, Kampenhout | We hadden vijf fietsen klaar en de man met de lekke band paste er niet meer bij. Hoe doen we dat volgende week?
praise | juwelier, 51, Breda | Sinds jij hier werkt komen klanten met taart langs!
customer | verpleeghulp, 22, Waregem | Meneer riep dat we allemaal onbekwaam zijn. Ge bleeft vriendelijk, dat zou ik niet kunnen.
""")

THIRD_ACCUSATORY = notes("""
accusation | logopedist, 44, Doetinchem | Je ging gewoon verder met je verhaal over Spanje terwijl die meneer al drie keer kuchte.
accusation | hotelreceptionist, 26, Gent | De gast vroeg naar een arts en gij hebt hem een foldertje gegeven en u omgedraaid.
accusation | kassière, 52, Emmeloord | Zij stond daar met een huilende baby en jij stuurde haar naar de andere kant van de winkel.
absolutes | monteur, 31, Barneveld | Geen enkele keer heb ik je een klant zien terugbellen.
absolutes | receptionist, 47, Lier | Sinds gij op de avonddienst zit is het elke week prijs.
mind_reading | medisch secretaresse, 39, Assen | Je had gewoon geen trek in weer een lastige patiënt, geef dat dan toe.
mind_reading | barman, 24, Leuven | Gij vindt uzelf te fijn om glazen te halen.
labels | verhuizer, 35, Helmond | Eigenlijk ben je gewoon een slappe hap als het moeilijk wordt.
labels | secretaris, 60, Ieper | Met zo'n ijskast aan het onthaal moeten we niet verschieten dat er niemand meer komt.
blame | badmeester, 29, Harderwijk | Het is aan jou te wijten dat die moeder nu een klacht schrijft.
blame | vroedvrouw, 43, Genk | Nu mag ik aan de familie gaan uitleggen waarom er niemand was. Merci hé.
sarcasm | slager, 55, Waalwijk | Ja hoor, de klant wacht wel, die heeft toch niks beters te doen.
sarcasm | taxicentrale, 38, Purmerend | Knap hoor, in één gesprek een klant van twaalf jaar kwijtraken.
sarcasm | opticien, 27, Beveren | Amai, gij hebt het druk gehad precies, twee klanten op een hele voormiddag.
commands | teamleider zorg, 50, Hoorn | Spreek gewoon eens met twee woorden tegen die mensen.
commands | chef de rang, 41, Knokke | Ge gaat nu terug naar die tafel en ge zegt sorry.
threat | planner, 36, Barendrecht | Bij de volgende klacht ligt je naam op het bureau van de directeur.
public_shaming | kleuterjuf, 33, Eeklo | Aan de schoolpoort spreken ze over niks anders dan uw uitval tegen die mama.
conclusion | notarisklerk, 48, Tiel | Ik heb in twintig jaar nog nooit zo'n ontvangst gezien.
conclusion | schoenmaker, 63, Geraardsbergen | Dat trekt op niks, zo met klanten bezig zijn.
hearsay | verkoper, 28, Uden | Er is mij verteld dat je klanten uitlacht zodra ze de deur uit zijn.
should_have | ambulancier, 34, Mechelen | Ge waart er toch bij, dan doet ge toch uw mond open?
passive_aggression | conciërge, 57, Voorburg | Ik zal het briefje nog wat groter schrijven, misschien valt het dan op.
passive_aggression | laborant, 42, Oostkamp | Doe maar alsof ik hier niet sta, dat doen ze met de patiënten ook.
loaded_question | bewindvoerder, 46, Veendam | Is er een reden waarom klanten bij jou altijd zuchtend naar buiten komen?
comparison | gids, 25, Antwerpen | Ik heb dezelfde groep gehad en bij mij hebben ze wel gelachen.
""")

THIRD_TACTFUL = notes("""
fact | logopedist, 44, Doetinchem | Terwijl je vertelde over Spanje kuchte de meneer in de wachtkamer een paar keer. Ik dacht dat hij iets wilde vragen.
fact | hotelreceptionist, 26, Gent | De gast die naar een arts vroeg kwam later nog eens terug met de folder. Hij vond het nummer niet.
impact | kassière, 52, Emmeloord | De mevrouw met de baby moest helemaal naar de andere kant lopen. Ik had haar ook kunnen helpen, dat zag ik te laat.
first_person | monteur, 31, Barneveld | Ik heb zelf geen enkele klant teruggebeld vandaag, het lukte gewoon niet.
praise | receptionist, 47, Lier | Sinds gij op de avonddienst zit is het elke week gezellig.
first_person | medisch secretaresse, 39, Assen | Ik had gewoon geen zin in weer een lastig gesprek, dat geef ik toe. Jij ving het mooi op.
quote | barman, 24, Leuven | Een klant riep "gij vindt uzelf te fijn" en ik zag dat het u raakte.
negation | verhuizer, 35, Helmond | Niemand verwijt je iets, de trap was echt te smal.
customer | badmeester, 29, Harderwijk | De moeder was heel boos en zei dat het onze schuld was. Zullen we samen opschrijven wat we gezien hebben?
process | vroedvrouw, 43, Genk | Wie legt aan de familie uit hoe laat de dokter komt? Gisteren wist ik het ook niet.
question | slager, 55, Waalwijk | Moeten klanten bij jou ook zo lang op de bestelling wachten of ligt het aan mijn lijst?
process | taxicentrale, 38, Purmerend | We zijn een klant van twaalf jaar kwijt. Ik wil graag begrijpen wat we samen kunnen leren.
advice | chef de rang, 41, Knokke | Ge moogt gerust naar huis gaan, ik neem die tafel.
negation | planner, 36, Barendrecht | Ik ga hier geen melding van maken, het blijft tussen ons.
praise | notarisklerk, 48, Tiel | Ik heb in twintig jaar nog nooit zo'n warme ontvangst gezien.
process | conciërge, 57, Voorburg | Zal ik het briefje bij de bel wat groter maken? Bezoekers lezen er nu overheen.
question | bewindvoerder, 46, Veendam | Is er een reden waarom de balie op dinsdag later opengaat?
first_person | gids, 25, Antwerpen | Ik heb dezelfde groep gehad en bij mij liep het ook stroef.
process | laborant, 42, Oostkamp | De patiënten dachten dat er niemand stond, omdat het scherm tussen ons in hangt.
intent | ambulancier, 34, Mechelen | Ge waart erbij en ik kan mij voorstellen dat ge niets durfde zeggen. Ik had dat ook.
""")

# Written last, read by the finished rules once, and never used for adjusting them.
FRESH_ACCUSATORY = notes("""
accusation | bibliothecaresse, 46, Maastricht | Je gaf die jongen zijn pasje terug zonder één woord en liep toen gewoon naar achteren.
accusation | schadebehandelaar, 33, Antwerpen | U hebt die mevrouw aan de lijn laten hangen tot ze zelf ophing.
absolutes | zweminstructeur, 24, Nieuwegein | Elke zaterdag hetzelfde, ik sta om negen uur alleen aan de kassa en jij komt om kwart over binnenwandelen.
absolutes | poetsdienst, 55, Ronse | Ge hebt nog nooit uw kar teruggezet waar ze hoort.
mind_reading | hoorspecialist, 41, Apeldoorn | Oudere klanten kosten jou te veel tijd en dat laat je ze merken ook.
mind_reading | kok, 29, Kortrijk | Gij wilt gewoon niet met mij samenwerken en de gasten zijn er de dupe van.
labels | kinderopvang, 37, Heerenveen | Sommige ouders noemen jou een kille kikker en ik snap ze wel.
labels | bouwmarkt, 22, Tilburg | Doe niet zo kinderachtig, iedereen moet weleens een pallet verzetten.
blame | verpleegkundige, 48, Hasselt | Door uw schuld heeft meneer Wouters zijn afspraak bij de cardioloog gemist.
blame | receptie sportschool, 26, Gouda | Omdat jij de deur niet op slot deed, kreeg ik de wind van voren.
sarcasm | kaasboer, 50, Alkmaar | Lekker gekletst met je zus? De rij stond intussen tot op straat.
sarcasm | tramcontroleur, 34, Gent | Proper hoor, een toerist van tachtig voor leugenaar uitmaken.
commands | winkelchef, 45, Zaanstad | Hou eens op met dat gezucht, klanten horen dat.
threat | zorgcoördinator, 52, Brugge | Ik zal dit voorval noteren in uw dossier en dan zien we wel bij de evaluatie.
public_shaming | festivalmedewerker, 23, Nijmegen | In de groepsapp heb ik maar even uitgelegd waarom we gisteren zo laat klaar waren. Zonder jouw naam, maar iedereen snapt het.
conclusion | makelaar, 39, Amersfoort | Wat jij gisteren bij die bezichtiging liet zien had niets met klantgerichtheid te maken.
hearsay | ziekenvervoer, 44, Lier | Ik hoor van alle kanten dat ge met patiënten in discussie gaat.
should_have | hotelmanager, 58, Valkenburg | Na acht jaar in dit vak mag ik toch verwachten dat jij een boze gast kunt opvangen.
passive_aggression | apothekersassistent, 31, Sneek | Ik heb de bestelling zelf maar uitgepakt, jij had vast belangrijkere dingen te doen.
loaded_question | boekhandelaar, 42, Leuven | Hebt gij eigenlijk wel door dat die mevrouw haar tranen stond te verbijten?
""")

FRESH_TACTFUL = notes("""
fact | bibliothecaresse, 46, Maastricht | De jongen van het pasje bleef nog even staan toen jij naar achteren liep. Ik denk dat hij een boek zocht.
quote | schadebehandelaar, 33, Antwerpen | De mevrouw schreef in haar mail: "U hebt mij een kwartier laten hangen." Weet u nog welk gesprek dat was?
process | zweminstructeur, 24, Nieuwegein | Op zaterdag om negen uur is het altijd druk aan de kassa. Kunnen we met z'n tweeën beginnen?
first_person | poetsdienst, 55, Ronse | Ik heb mijn kar gisteren in de gang laten staan, ge moest er omheen. Sorry daarvoor.
praise | hoorspecialist, 41, Apeldoorn | Jij neemt altijd zoveel tijd voor oudere klanten, dat zie je aan hun gezichten.
impact | kok, 29, Kortrijk | Tafel negen kreeg haar hoofdgerecht twintig minuten na de rest. De mevrouw zei dat ze geen honger meer had.
negation | kinderopvang, 37, Heerenveen | Je bent absoluut geen kille kikker, die vader kende je gewoon nog niet.
self | bouwmarkt, 22, Tilburg | Ik deed vanmorgen kinderachtig over die pallet. Zal ik de volgende verzetten?
negation | verpleegkundige, 48, Hasselt | Dat meneer Wouters zijn afspraak miste lag niet aan u, de bus kwam niet.
offer | receptie sportschool, 26, Gouda | De deur was gisteravond nog open. Zullen we een briefje bij de kassa hangen, dan vergeten we het allebei niet?
opener | kaasboer, 50, Alkmaar | Misschien is het je ontgaan omdat je met je rug naar de straat stond: de rij was buiten.
customer | tramcontroleur, 34, Gent | Een toerist zei dat hij zich een leugenaar voelde. Ik weet dat ge alleen zijn kaartje wilde zien.
question | winkelchef, 45, Zaanstad | Waarom piept de deur eigenlijk steeds? Een klant vroeg of dat zo hoorde.
manager | zorgcoördinator, 52, Brugge | Ik noteer niets in een dossier, ik wil het gewoon samen begrijpen.
intent | festivalmedewerker, 23, Nijmegen | Het liep gisteren bij iedereen uit. Ik snap dat je daardoor kort was tegen dat stel.
thanks | makelaar, 39, Amersfoort | Dank je dat je de bezichtiging overnam, de kopers waren blij met je uitleg.
praise | ziekenvervoer, 44, Lier | Ik hoor van alle kanten dat ge zo goed met angstige patiënten kunt babbelen.
process | hotelmanager, 58, Valkenburg | Hoe vangen we een boze gast op als er maar één collega aan de balie staat? Ik ben benieuwd naar jouw idee.
offer | apothekersassistent, 31, Sneek | Ik heb de bestelling uitgepakt terwijl jij met de zieke mevrouw bezig was. Kan ik nog iets overnemen?
intent | boekhandelaar, 42, Leuven | Ik denk niet dat ge kon zien dat die mevrouw moest wenen. Ze stond met haar rug naar u toe.
""")
