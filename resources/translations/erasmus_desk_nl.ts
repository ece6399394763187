<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n probleem</numerusform>
            <numerusform>%n problemen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to go</source>
        <translation>
            <numerusform>nog %n antwoord</numerusform>
            <numerusform>nog %n antwoorden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to the deadline</source>
        <translation>
            <numerusform>nog %n dag tot de deadline</numerusform>
            <numerusform>nog %n dagen tot de deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deadline was %n day(s) ago</source>
        <translation>
            <numerusform>deadline was %n dag geleden</numerusform>
            <numerusform>deadline was %n dagen geleden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n teken te veel</numerusform>
            <numerusform>%n tekens te veel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>nog %n teken</numerusform>
            <numerusform>nog %n tekens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) parked</source>
        <translation>
            <numerusform>%n antwoord geparkeerd</numerusform>
            <numerusform>%n antwoorden geparkeerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) found</source>
        <translation>
            <numerusform>%n antwoord gevonden</numerusform>
            <numerusform>%n antwoorden gevonden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) newer than the file</source>
        <translation>
            <numerusform>%n antwoord nieuwer dan het bestand</numerusform>
            <numerusform>%n antwoorden nieuwer dan het bestand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n point(s)</source>
        <translation>
            <numerusform>tot %n punt</numerusform>
            <numerusform>tot %n punten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>%n organisatie</numerusform>
            <numerusform>%n organisaties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n described</source>
        <translation>
            <numerusform>%n beschreven</numerusform>
            <numerusform>%n beschreven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) could not be computed and stand in no sum</source>
        <translation>
            <numerusform>%n bedrag kon niet worden berekend en staat in geen totaal</numerusform>
            <numerusform>%n bedragen konden niet worden berekend en staan in geen totaal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n te beslissen</numerusform>
            <numerusform>%n te beslissen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n opmerking</numerusform>
            <numerusform>%n opmerkingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) away</source>
        <translation>
            <numerusform>%n bestand onderweg</numerusform>
            <numerusform>%n bestanden onderweg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) came back unchanged</source>
        <translation>
            <numerusform>%n antwoord kwam ongewijzigd terug</numerusform>
            <numerusform>%n antwoorden kwamen ongewijzigd terug</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) without a place</source>
        <translation>
            <numerusform>%n stuk zonder plaats</numerusform>
            <numerusform>%n stukken zonder plaats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to take in</source>
        <translation>
            <numerusform>%n wijziging om op te nemen</numerusform>
            <numerusform>%n wijzigingen om op te nemen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left for later: kept on the page of feedback</source>
        <translation>
            <numerusform>%n blijft voor later: bewaard op de pagina met reacties</numerusform>
            <numerusform>%n blijven voor later: bewaard op de pagina met reacties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Erasmus Desk</source>
        <translation>Over Erasmus Desk</translation>
    </message>
    <message>
        <source>Erasmus Desk {}</source>
        <translation>Erasmus Desk {}</translation>
    </message>
    <message>
        <source>A desk for Erasmus+ partnership proposals: guided writing, drafts on your own computer, a Word file at the end.</source>
        <translation>Een schrijftafel voor voorstellen voor Erasmus+-partnerschappen: schrijven met begeleiding, ontwerpen op je eigen computer, een Word-bestand op het einde.</translation>
    </message>
    <message>
        <source>It is not an official form, and no part of the European Commission or of a national agency made it. What counts is the official form and the Programme Guide of the call.</source>
        <translation>Dit is geen officieel formulier; noch de Europese Commissie, noch een nationaal agentschap heeft het gemaakt. Wat telt, zijn het officiële formulier en de programmagids van de oproep.</translation>
    </message>
    <message>
        <source>It opens no network connection. What you write stays where you save it.</source>
        <translation>Het programma maakt geen verbinding met een netwerk. Wat je schrijft, blijft waar je het bewaart.</translation>
    </message>
    <message>
        <source>It is free software under the MIT licence, without any warranty.</source>
        <translation>Het is vrije software onder de MIT-licentie, zonder enige garantie.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gemaakt met</translation>
    </message>
    <message>
        <source>{0} ({1} licence)</source>
        <translation>{0} (licentie: {1})</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Activities</name>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
</context>
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>Kinds of activities, and the timeline</source>
        <translation>Soorten activiteiten, en de tijdlijn</translation>
    </message>
    <message>
        <source>Your present choices ask for no activities of their own.</source>
        <translation>Bij je huidige keuzes worden geen aparte activiteiten gevraagd.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
</context>
<context>
    <name>AdvicePanel</name>
    <message>
        <source>Your answers speak for: {}</source>
        <translation>Je antwoorden pleiten voor: {}</translation>
    </message>
    <message>
        <source>Your answers speak for both kinds alike.</source>
        <translation>Je antwoorden pleiten evenveel voor beide soorten.</translation>
    </message>
    <message>
        <source>Answer as many questions as you like.</source>
        <translation>Beantwoord zoveel vragen als je wilt.</translation>
    </message>
    <message>
        <source>Choose {}</source>
        <translation>Kies {}</translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>Bring a Word file home</source>
        <translation>Een Word-bestand thuisbrengen</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Word-bestanden (*.docx)</translation>
    </message>
    <message>
        <source>Reading {} …</source>
        <translation>{} wordt gelezen …</translation>
    </message>
    <message>
        <source>Open the proposal that {} belongs to; then it can come home.</source>
        <translation>Open het voorstel waar {} bij hoort; dan kan het thuiskomen.</translation>
    </message>
    <message>
        <source>It is home. One undo takes all of it back.</source>
        <translation>Het is thuis. Eén keer ongedaan maken draait alles terug.</translation>
    </message>
    <message>
        <source>It is home; what is left to decide is on the page of feedback.</source>
        <translation>Het is thuis; wat nog te beslissen is, staat op de pagina met reacties.</translation>
    </message>
</context>
<context>
    <name>BudgetPage</name>
    <message>
        <source>Line by line</source>
        <translation>Regel per regel</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Waar het geld naartoe gaat</translation>
    </message>
    <message>
        <source>By head</source>
        <translation>Per post</translation>
    </message>
    <message>
        <source>By partner</source>
        <translation>Per partner</translation>
    </message>
    <message>
        <source>By activity</source>
        <translation>Per activiteit</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Per jaar</translation>
    </message>
    <message>
        <source>Grant asked for</source>
        <translation>Gevraagde subsidie</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>nog niet bekend</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Ten hoogste</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>Te veel</translation>
    </message>
    <message>
        <source>Not part of an activity</source>
        <translation>Niet bij een activiteit</translation>
    </message>
</context>
<context>
    <name>CallScreen</name>
    <message>
        <source>For which call?</source>
        <translation>Voor welke oproep?</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>voorlopig</translation>
    </message>
    <message>
        <source>Call {0}: {1}</source>
        <translation>Oproep {0}: {1}</translation>
    </message>
    <message>
        <source>Good for practice and for comparing; no longer for sending.</source>
        <translation>Goed om mee te oefenen en te vergelijken; indienen kan niet meer.</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Uiterste data</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>last edited {}</source>
        <translation>laatst bewerkt op {}</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>{0} van {1} verplichte antwoorden</translation>
    </message>
    <message>
        <source>away with {}</source>
        <translation>onderweg bij {}</translation>
    </message>
    <message>
        <source>answer by {}</source>
        <translation>antwoord tegen {}</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Voorstel zonder titel</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose …</source>
        <translation>Kies …</translation>
    </message>
    <message>
        <source>{} (not offered now)</source>
        <translation>{} (nu niet in de lijst)</translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Beslist</translation>
    </message>
    <message>
        <source>What came home</source>
        <translation>Wat thuisgekomen is</translation>
    </message>
    <message>
        <source>Take all changes</source>
        <translation>Alle wijzigingen overnemen</translation>
    </message>
    <message>
        <source>Take {}</source>
        <translation>{} overnemen</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Het mijne houden</translation>
    </message>
    <message>
        <source>Write it myself …</source>
        <translation>Zelf schrijven …</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Later beslissen</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Do not add it</source>
        <translation>Niet toevoegen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behouden</translation>
    </message>
    <message>
        <source>Changed by them only</source>
        <translation>Alleen door hen gewijzigd</translation>
    </message>
    <message>
        <source>Several of them changed it, each in another way</source>
        <translation>Verschillende mensen wijzigden dit, ieder op een andere manier</translation>
    </message>
    <message>
        <source>Changed here and by them</source>
        <translation>Hier en door hen gewijzigd</translation>
    </message>
    <message>
        <source>Changed here only: it stays as it is</source>
        <translation>Alleen hier gewijzigd: het blijft zoals het is</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>het mijne</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>het hunne</translation>
    </message>
    <message>
        <source>take</source>
        <translation>overnemen</translation>
    </message>
    <message>
        <source>own words</source>
        <translation>eigen woorden</translation>
    </message>
    <message>
        <source>later</source>
        <translation>later</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>laten</translation>
    </message>
    <message>
        <source>As it was sent</source>
        <translation>Zoals het verstuurd is</translation>
    </message>
    <message>
        <source>As it is here now</source>
        <translation>Zoals het hier nu staat</translation>
    </message>
    <message>
        <source>With all changes</source>
        <translation>Met alle wijzigingen</translation>
    </message>
</context>
<context>
    <name>ComingPage</name>
    <message>
        <source>Coming home</source>
        <translation>Thuisgekomen</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>In het voorstel opnemen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>The draft stays as it is, and so do the files.</source>
        <translation>Het ontwerp blijft zoals het is, en de bestanden ook.</translation>
    </message>
    <message>
        <source>Changed here and by them</source>
        <translation>Hier en door hen gewijzigd</translation>
    </message>
    <message>
        <source>Changed by them</source>
        <translation>Door hen gewijzigd</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Changed here only</source>
        <translation>Alleen hier gewijzigd</translation>
    </message>
    <message>
        <source>{}: a row more</source>
        <translation>{}: een rij meer</translation>
    </message>
    <message>
        <source>{}: a row less</source>
        <translation>{}: een rij minder</translation>
    </message>
    <message>
        <source>No answer was changed.</source>
        <translation>Geen enkel antwoord is gewijzigd.</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>[− …] is only on the left, [+ …] only on the right.</source>
        <translation>[− …] staat alleen links, [+ …] alleen rechts.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Later beslissen</translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message>
        <source>no organisation</source>
        <translation>geen organisatie</translation>
    </message>
    <message>
        <source>no year known</source>
        <translation>jaar niet bekend</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>dd-mm-jjjj</translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation>Kies een datum</translation>
    </message>
</context>
<context>
    <name>DatesTable</name>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Hoe lang</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation>Tijdlijn als tabel</translation>
    </message>
    <message>
        <source>outside the project</source>
        <translation>buiten het project</translation>
    </message>
    <message>
        <source>ends before it begins</source>
        <translation>eindigt voor het begint</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>What was changed</source>
        <translation>Wat gewijzigd is</translation>
    </message>
    <message>
        <source>A row was added.</source>
        <translation>Er is een rij toegevoegd.</translation>
    </message>
    <message>
        <source>A row was taken out.</source>
        <translation>Er is een rij weggehaald.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ga erheen</translation>
    </message>
    <message>
        <source>Next one</source>
        <translation>Volgende</translation>
    </message>
</context>
<context>
    <name>DeskWork</name>
    <message>
        <source>{} is in the partner book now.</source>
        <translation>{} staat nu in het partnerboek.</translation>
    </message>
</context>
<context>
    <name>Dispatch</name>
    <message>
        <source>The file lies at {}.</source>
        <translation>Het bestand staat in {}.</translation>
    </message>
</context>
<context>
    <name>ElsewhereLines</name>
    <message>
        <source>{0} ({1}): described under Activities</source>
        <translation>{0} ({1}): beschreven bij Activiteiten</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ga erheen</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>Feedback</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>Word files that others have, what they wrote beside your answers, and what came back and waits for you.</source>
        <translation>Word-bestanden die anderen hebben, wat zij bij je antwoorden schreven, en wat terugkwam en op je wacht.</translation>
    </message>
    <message>
        <source>Bring a Word file home …</source>
        <translation>Een Word-bestand thuisbrengen …</translation>
    </message>
    <message>
        <source>Nothing is away, and nothing waits.</source>
        <translation>Er is niets onderweg en er wacht niets.</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Wacht op een beslissing</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>Files that are away</source>
        <translation>Bestanden die onderweg zijn</translation>
    </message>
    <message>
        <source>Comments that are resolved</source>
        <translation>Afgehandelde opmerkingen</translation>
    </message>
    <message>
        <source>The whole proposal</source>
        <translation>Het hele voorstel</translation>
    </message>
</context>
<context>
    <name>FieldScreen</name>
    <message>
        <source>Which field is most affected?</source>
        <translation>Welk veld heeft er het meest mee te maken?</translation>
    </message>
    <message>
        <source>Choose the field.</source>
        <translation>Kies het veld.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Stap {0} van {1}</translation>
    </message>
</context>
<context>
    <name>Gantt</name>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>{0}: {1} to {2}</source>
        <translation>{0}: {1} tot {2}</translation>
    </message>
    <message>
        <source>outside the project</source>
        <translation>buiten het project</translation>
    </message>
</context>
<context>
    <name>GapList</name>
    <message>
        <source>Not computed</source>
        <translation>Niet berekend</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Naar het antwoord</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>Guidance</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Put the cursor into a question to see what it is about.</source>
        <translation>Zet de cursor in een vraag om te zien waar ze over gaat.</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Wat er gevraagd wordt</translation>
    </message>
    <message>
        <source>What assessors look for</source>
        <translation>Waar beoordelaars op letten</translation>
    </message>
    <message>
        <source>A way to build the answer</source>
        <translation>Zo kun je het antwoord opbouwen</translation>
    </message>
    <message>
        <source>Elements to mention</source>
        <translation>Wat je kunt vermelden</translation>
    </message>
    <message>
        <source>Counts for</source>
        <translation>Telt mee voor</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Erasmus Desk</source>
        <translation>Erasmus Desk</translation>
    </message>
    <message>
        <source>Write your Erasmus+ partnership proposal offline, and hand it over in Word.</source>
        <translation>Schrijf je voorstel voor een Erasmus+-partnerschap offline en lever het af in Word.</translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation>Nieuw voorstel</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Openen …</translation>
    </message>
    <message>
        <source>Your proposals</source>
        <translation>Je voorstellen</translation>
    </message>
    <message>
        <source>None yet. Begin with New proposal, or look at an example first.</source>
        <translation>Nog geen. Begin met Nieuw voorstel, of bekijk eerst een voorbeeld.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Voorbeelden</translation>
    </message>
    <message>
        <source>Complete, invented proposals. You get a copy to play with.</source>
        <translation>Volledige, verzonnen voorstellen. Je krijgt een kopie om mee te spelen.</translation>
    </message>
</context>
<context>
    <name>IdentityScreen</name>
    <message>
        <source>What is it called, and who applies?</source>
        <translation>Hoe heet het, en wie vraagt het aan?</translation>
    </message>
</context>
<context>
    <name>ItemField</name>
    <message>
        <source>(no longer in the list)</source>
        <translation>(niet meer in de lijst)</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Search the list</source>
        <translation>Zoek in de lijst</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>From the book</source>
        <translation>Uit het partnerboek</translation>
    </message>
    <message>
        <source>Take an organisation from the partner book</source>
        <translation>Neem een organisatie uit het partnerboek</translation>
    </message>
    <message>
        <source>Keep in the partner book</source>
        <translation>In het partnerboek bewaren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(nog geen naam)</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>KindScreen</name>
    <message>
        <source>Which kind of partnership?</source>
        <translation>Welke soort partnerschap?</translation>
    </message>
    <message>
        <source>Help me choose</source>
        <translation>Help me kiezen</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Wat er verwacht wordt</translation>
    </message>
    <message>
        <source>What may be funded</source>
        <translation>Wat subsidie kan krijgen</translation>
    </message>
    <message>
        <source>Only asked for this kind</source>
        <translation>Alleen bij deze soort gevraagd</translation>
    </message>
    <message>
        <source>What is barred</source>
        <translation>Wat niet kan</translation>
    </message>
    <message>
        <source>Choose one of the kinds.</source>
        <translation>Kies een van de soorten.</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>Head</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activiteit</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Bedrag</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Tarieven</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>na te kijken</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Search the lines</source>
        <translation>Zoek in de regels</translation>
    </message>
    <message>
        <source>Lines of the budget</source>
        <translation>Regels van het budget</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Naar het antwoord</translation>
    </message>
</context>
<context>
    <name>MadeBox</name>
    <message>
        <source>Open it</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>De map tonen</translation>
    </message>
</context>
<context>
    <name>ManyField</name>
    <message>
        <source>Filter the list</source>
        <translation>Filter de lijst</translation>
    </message>
    <message>
        <source>Filter: {}</source>
        <translation>Filter voor: {}</translation>
    </message>
</context>
<context>
    <name>Membership</name>
    <message>
        <source>{}: programme country</source>
        <translation>{}: programmaland</translation>
    </message>
    <message>
        <source>{}: partner country.</source>
        <translation>{}: partnerland.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Recent proposals</source>
        <translation>Recente voorstellen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>B&amp;ewerken</translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation>&amp;Zoeken …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw uitvoeren</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;New proposal …</source>
        <translation>&amp;Nieuw voorstel …</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>&amp;Openen …</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>N&amp;u bewaren</translation>
    </message>
    <message>
        <source>Save a &amp;copy …</source>
        <translation>&amp;Kopie bewaren …</translation>
    </message>
    <message>
        <source>&amp;Word file …</source>
        <translation>&amp;Word-bestand …</translation>
    </message>
    <message>
        <source>Pre&amp;view and PDF …</source>
        <translation>Afdrukvoorbeel&amp;d en pdf …</translation>
    </message>
    <message>
        <source>&amp;Bring a Word file home …</source>
        <translation>Een Word-bestand &amp;thuisbrengen …</translation>
    </message>
    <message>
        <source>&amp;Home page</source>
        <translation>&amp;Beginpagina</translation>
    </message>
    <message>
        <source>C&amp;lose the proposal</source>
        <translation>Voorstel &amp;sluiten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ga naar</translation>
    </message>
    <message>
        <source>&amp;Previous step</source>
        <translation>&amp;Vorige stap</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>V&amp;olgende stap</translation>
    </message>
    <message>
        <source>&amp;List of steps, or page</source>
        <translation>&amp;Lijst met stappen, of pagina</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Controleren</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>&amp;Uitleg</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>&amp;Voorkeuren …</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Toetsen</translation>
    </message>
    <message>
        <source>&amp;About Erasmus Desk</source>
        <translation>&amp;Over Erasmus Desk</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Steps of the proposal</source>
        <translation>Stappen van het voorstel</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>{0} has this draft open on {1} since {2}. Both can work; whoever saves second is asked, and nothing is overwritten.</source>
        <translation>{0} heeft dit ontwerp open op {1} sinds {2}. Jullie kunnen allebei werken; wie als tweede bewaart, krijgt een vraag, en niets wordt overschreven.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Bericht sluiten</translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>Something went wrong inside Erasmus Desk ({}).</source>
        <translation>Er ging iets mis in Erasmus Desk ({}).</translation>
    </message>
    <message>
        <source>Your answers are saved.</source>
        <translation>Je antwoorden zijn bewaard.</translation>
    </message>
    <message>
        <source>If it happens again, start the program anew; the log has the details.</source>
        <translation>Gebeurt het nog eens, start het programma dan opnieuw; de details staan in het logbestand.</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Voorstel zonder titel</translation>
    </message>
    <message>
        <source>Open a proposal</source>
        <translation>Een voorstel openen</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Een kopie bewaren</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Er is een kopie bewaard als {}.</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>The answer as it shall be</source>
        <translation>Het antwoord zoals het moet worden</translation>
    </message>
    <message>
        <source>This is the answer</source>
        <translation>Dit is het antwoord</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Tab goes through the answers in sight, Enter takes you to one of them.</source>
        <translation>Met Tab ga je langs de zichtbare antwoorden, met Enter ga je naar een ervan.</translation>
    </message>
    <message>
        <source>Pages of the proposal</source>
        <translation>Bladzijden van het voorstel</translation>
    </message>
</context>
<context>
    <name>ParkedPage</name>
    <message>
        <source>Parked answers</source>
        <translation>Geparkeerde antwoorden</translation>
    </message>
    <message>
        <source>These answers belong to questions that your present choices do not ask. They stay in the draft, are left out of the Word file, and come back by themselves when the choices ask for them again.</source>
        <translation>Deze antwoorden horen bij vragen die met je huidige keuzes niet worden gesteld. Ze blijven in het ontwerp, komen niet in het Word-bestand en keren vanzelf terug als je keuzes er weer om vragen.</translation>
    </message>
    <message>
        <source>The form has no question for these answers any more. They stay in the draft and are left out of the Word file; copy from them what you need.</source>
        <translation>Het formulier heeft voor deze antwoorden geen vraag meer. Ze blijven in het ontwerp en komen niet in het Word-bestand; neem eruit over wat je nodig hebt.</translation>
    </message>
</context>
<context>
    <name>PartnerBookDialog</name>
    <message>
        <source>Partner book</source>
        <translation>Partnerboek</translation>
    </message>
    <message>
        <source>Organisations you have kept, from all your proposals. The answers of the one you choose are copied into this proposal.</source>
        <translation>Organisaties die je hebt bewaard, uit al je voorstellen. De antwoorden van de organisatie die je kiest, worden in dit voorstel overgenomen.</translation>
    </message>
    <message>
        <source>Name, city, PIC or country</source>
        <translation>Naam, plaats, PIC of land</translation>
    </message>
    <message>
        <source>Search the partner book</source>
        <translation>In het partnerboek zoeken</translation>
    </message>
    <message>
        <source>Organisations in the book</source>
        <translation>Organisaties in het boek</translation>
    </message>
    <message>
        <source>Remove from the book</source>
        <translation>Uit het boek verwijderen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Put into the proposal</source>
        <translation>In het voorstel zetten</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>The book is empty. On the page of the organisations you can keep one.</source>
        <translation>Het boek is leeg. Op de pagina van de organisaties kun je er een bewaren.</translation>
    </message>
    <message>
        <source>PIC {}</source>
        <translation>PIC {}</translation>
    </message>
    <message>
        <source>{} is no longer in the book.</source>
        <translation>{} staat niet meer in het boek.</translation>
    </message>
    <message>
        <source>Others are still out of the book.</source>
        <translation>Er zijn nog andere uit het boek genomen.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Add a row</source>
        <translation>Rij toevoegen</translation>
    </message>
</context>
<context>
    <name>PathScreen</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Wat wil je doen?</translation>
    </message>
    <message>
        <source>You can go on here all the same.</source>
        <translation>Je kunt hier toch verdergaan.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Voorkeuren</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Taal van het venster</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tekstgrootte</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <source>Show guidance beside the page</source>
        <translation>Uitleg naast de pagina tonen</translation>
    </message>
    <message>
        <source>The language of the proposal is another setting: it belongs to each proposal and is chosen there.</source>
        <translation>De taal van het voorstel is een andere instelling: ze hoort bij elk voorstel en wordt daar gekozen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
</context>
<context>
    <name>Press</name>
    <message>
        <source>The PDF lies at {}.</source>
        <translation>De pdf staat op {}.</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>Fit to send</source>
        <translation>Om te versturen</translation>
    </message>
    <message>
        <source>For working</source>
        <translation>Om aan te werken</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Wat erin komt</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Paginabreedte</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Hele pagina</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>Answers on this page</source>
        <translation>Antwoorden op deze pagina</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Opslaan als pdf …</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Pagina {0} van {1}</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>Afdrukvoorbeeld</translation>
    </message>
    <message>
        <source>The pages as they will be. Click an answer to go to where it is written.</source>
        <translation>De pagina’s zoals ze worden. Klik op een antwoord om te gaan naar waar het geschreven wordt.</translation>
    </message>
    <message>
        <source>The pages are being laid out …</source>
        <translation>De pagina’s worden opgemaakt …</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>Pagina’s opmaken</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Opslaan als pdf</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Pdf-bestanden (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PrioritiesScreen</name>
    <message>
        <source>Which priorities?</source>
        <translation>Welke prioriteiten?</translation>
    </message>
</context>
<context>
    <name>PrioritiesView</name>
    <message>
        <source>Horizontal priorities</source>
        <translation>Horizontale prioriteiten</translation>
    </message>
    <message>
        <source>Priorities of the field</source>
        <translation>Prioriteiten van het veld</translation>
    </message>
    <message>
        <source>European priorities in the national context</source>
        <translation>Europese prioriteiten in de nationale context</translation>
    </message>
</context>
<context>
    <name>PriorityCard</name>
    <message>
        <source>Main priority</source>
        <translation>Hoofdprioriteit</translation>
    </message>
    <message>
        <source>Main priority: {}</source>
        <translation>Hoofdprioriteit: {}</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Wat dit inhoudt</translation>
    </message>
    <message>
        <source>What it means: {}</source>
        <translation>Wat dit inhoudt: {}</translation>
    </message>
</context>
<context>
    <name>RecipientBox</name>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Which partner</source>
        <translation>Welke partner</translation>
    </message>
    <message>
        <source>Answer by (optional)</source>
        <translation>Antwoord tegen (niet verplicht)</translation>
    </message>
    <message>
        <source>Second language of the questions</source>
        <translation>Tweede taal van de vragen</translation>
    </message>
    <message>
        <source>Who gets it (optional)</source>
        <translation>Wie krijgt het (niet verplicht)</translation>
    </message>
    <message>
        <source>The file then counts as away until it comes home.</source>
        <translation>Het bestand telt dan als onderweg tot het thuiskomt.</translation>
    </message>
    <message>
        <source>Every partner: a file for each</source>
        <translation>Elke partner: een eigen bestand voor ieder</translation>
    </message>
    <message>
        <source>The day to answer by is no day.</source>
        <translation>De dag om te antwoorden is geen geldige dag.</translation>
    </message>
    <message>
        <source>The day to answer by has passed.</source>
        <translation>De dag om te antwoorden is voorbij.</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Search the list</source>
        <translation>Zoek in de lijst</translation>
    </message>
    <message>
        <source>Search: {}</source>
        <translation>Zoeken: {}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>RecordsView</name>
    <message>
        <source>Nothing here yet: add the first one.</source>
        <translation>Hier staat nog niets: voeg het eerste toe.</translation>
    </message>
</context>
<context>
    <name>RescueDesk</name>
    <message>
        <source>Somebody else changed this draft since you opened it. Your words are safe and nothing was overwritten. Both versions can be kept:</source>
        <translation>Iemand anders heeft dit ontwerp gewijzigd sinds jij het opende. Je tekst is veilig en er is niets overschreven. Beide versies kunnen blijven:</translation>
    </message>
    <message>
        <source>Show the differences</source>
        <translation>Toon de verschillen</translation>
    </message>
    <message>
        <source>Go on with mine, as a new file</source>
        <translation>Verder met de mijne, als nieuw bestand</translation>
    </message>
    <message>
        <source>Go on with theirs, keep mine as a new file</source>
        <translation>Verder met de andere; de mijne wordt een nieuw bestand</translation>
    </message>
    <message>
        <source>The last run ended badly, and {0} cannot be read any more. What you typed until {1} is safe and can be saved as a new file.</source>
        <translation>Het programma is de vorige keer fout afgelopen en {0} kan niet meer worden gelezen. Wat je tot {1} hebt getypt, is veilig en kan als nieuw bestand worden bewaard.</translation>
    </message>
    <message>
        <source>Save it as a new file</source>
        <translation>Als nieuw bestand bewaren</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laten rusten</translation>
    </message>
    <message>
        <source>The last run ended badly. For {0} there is: {1}, typed until {2}.</source>
        <translation>Het programma is de vorige keer fout afgelopen. Voor {0} is er: {1}, getypt tot {2}.</translation>
    </message>
    <message>
        <source>Look …</source>
        <translation>Bekijken …</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Niet overnemen</translation>
    </message>
    <message>
        <source>Newer than the file</source>
        <translation>Nieuwer dan het bestand</translation>
    </message>
    <message>
        <source>Left: as in {}. Right: as typed last.</source>
        <translation>Links: zoals in {}. Rechts: zoals het laatst getypt.</translation>
    </message>
    <message>
        <source>Your version lies beside it as {}.</source>
        <translation>Jouw versie staat ernaast als {}.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>Left: as the other saved it. Right: yours.</source>
        <translation>Links: zoals de ander het heeft bewaard. Rechts: die van jou.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Award criteria and what feeds them</source>
        <translation>Toekenningscriteria en wat ertoe bijdraagt</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ga erheen</translation>
    </message>
    <message>
        <source>Blocks sending</source>
        <translation>Houdt het indienen tegen</translation>
    </message>
    <message>
        <source>Weakens the proposal</source>
        <translation>Verzwakt het voorstel</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stijl</translation>
    </message>
    <message>
        <source>Nothing blocks sending.</source>
        <translation>Niets houdt het indienen tegen.</translation>
    </message>
    <message>
        <source>{} before sending.</source>
        <translation>{} voor het indienen.</translation>
    </message>
    <message>
        <source>{0} of {1} questions answered that feed it</source>
        <translation>{0} van de {1} vragen die meetellen, zijn beantwoord</translation>
    </message>
    <message>
        <source>Still open: {}</source>
        <translation>Nog open: {}</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Remove row {}</source>
        <translation>Rij {} verwijderen</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Rij {0}</translation>
    </message>
    <message>
        <source>something to mend in it</source>
        <translation>hier is iets te verbeteren</translation>
    </message>
</context>
<context>
    <name>RowsBox</name>
    <message>
        <source>One row for each</source>
        <translation>Een rij voor elk</translation>
    </message>
</context>
<context>
    <name>SavingDesk</name>
    <message>
        <source>Your last words are saved nowhere yet: neither the draft nor anything beside it can be written. Free some space, or save a copy in another place, before you close.</source>
        <translation>Je laatste woorden zijn nog nergens bewaard: noch het ontwerp, noch iets ernaast kan worden geschreven. Maak ruimte vrij of bewaar een kopie op een andere plaats voor je sluit.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Toch sluiten</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Find in all answers</source>
        <translation>Zoeken in alle antwoorden</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Zoeken sluiten</translation>
    </message>
    <message>
        <source>Answers found</source>
        <translation>Gevonden antwoorden</translation>
    </message>
    <message>
        <source>{0}; the first {1} are shown</source>
        <translation>{0}; de eerste {1} worden getoond</translation>
    </message>
    <message>
        <source>{} (parked)</source>
        <translation>{} (geparkeerd)</translation>
    </message>
</context>
<context>
    <name>SendingCard</name>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>sent {}</source>
        <translation>verstuurd op {}</translation>
    </message>
    <message>
        <source>The answer was due on {}.</source>
        <translation>Het antwoord werd verwacht op {}.</translation>
    </message>
    <message>
        <source>Answer by {}</source>
        <translation>Antwoord tegen {}</translation>
    </message>
    <message>
        <source>Wait for it no longer</source>
        <translation>Er niet langer op wachten</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>{} (Brussels time)</source>
        <translation>{} (tijd in Brussel)</translation>
    </message>
</context>
<context>
    <name>StartWizard</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Make the draft</source>
        <translation>Ontwerp maken</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Question {0} of {1}</source>
        <translation>Vraag {0} van {1}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Parked</source>
        <translation>Geparkeerd</translation>
    </message>
    <message>
        <source>nothing blocks sending</source>
        <translation>klaar om in te dienen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Word file</source>
        <translation>Word-bestand</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>Coming home</source>
        <translation>Thuisgekomen</translation>
    </message>
    <message>
        <source>all decided</source>
        <translation>alles beslist</translation>
    </message>
    <message>
        <source>{0} by {1}: see the guidance (F1)</source>
        <translation>{0} van {1}: zie de toelichting (F1)</translation>
    </message>
    <message>
        <source>none asked for</source>
        <translation>niet gevraagd</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>om te lezen</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>niet begonnen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
</context>
<context>
    <name>SummaryScreen</name>
    <message>
        <source>Your choices</source>
        <translation>Je keuzes</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Oproep</translation>
    </message>
    <message>
        <source>The draft is kept in {}. Everything can be changed later, and every step can be reached at any time.</source>
        <translation>Het ontwerp wordt bewaard in {}. Alles kan later nog veranderen, en elke stap is altijd bereikbaar.</translation>
    </message>
</context>
<context>
    <name>SumsTable</name>
    <message>
        <source>Amount</source>
        <translation>Bedrag</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} % of the grant</source>
        <translation>{0}: {1}, {2} % van de subsidie</translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation>ten hoogste {}</translation>
    </message>
</context>
<context>
    <name>TableBox</name>
    <message>
        <source>Remove row {}</source>
        <translation>Rij {} verwijderen</translation>
    </message>
</context>
<context>
    <name>ThreadCard</name>
    <message>
        <source>Resolved</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>On “{}”</source>
        <translation>Bij ‘{}’</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Opnieuw openen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Afhandelen</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ga erheen</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Q{}</source>
        <translation>K{}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Arrows choose, Shift with left or right moves by a day (with Ctrl by a week), plus and minus change the length, Enter opens. Or drag with the mouse.</source>
        <translation>Kies met de pijlen, verschuif met Shift en links of rechts een dag (met Ctrl erbij een week), maak langer of korter met plus en min, open met Enter. Of sleep met de muis.</translation>
    </message>
    <message>
        <source>Without dates</source>
        <translation>Zonder datums</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Maanden</translation>
    </message>
    <message>
        <source>Quarters</source>
        <translation>Kwartalen</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als tabel</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>deadline</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Home</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controleren</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Voorstel zonder titel</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet bewaard</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Bewaren …</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation>Bewaard om {}</translation>
    </message>
    <message>
        <source>deadline passed on {}</source>
        <translation>deadline was op {}</translation>
    </message>
</context>
<context>
    <name>TrayCard</name>
    <message>
        <source>No question could be found for this</source>
        <translation>Hiervoor is geen vraag gevonden</translation>
    </message>
    <message>
        <source>As it was sent:</source>
        <translation>Zoals het verstuurd is:</translation>
    </message>
    <message>
        <source>As it was sent</source>
        <translation>Zoals het verstuurd is</translation>
    </message>
    <message>
        <source>As it came back:</source>
        <translation>Zoals het terugkwam:</translation>
    </message>
    <message>
        <source>(nothing: it was taken out)</source>
        <translation>(niets: het is weggehaald)</translation>
    </message>
    <message>
        <source>As it came back</source>
        <translation>Zoals het terugkwam</translation>
    </message>
    <message>
        <source>This text stands in the file, but belongs to no answer.</source>
        <translation>Deze tekst staat in het bestand, maar hoort bij geen enkel antwoord.</translation>
    </message>
    <message>
        <source>Words of the form or of the program were changed.</source>
        <translation>Woorden van het formulier of van het programma zijn gewijzigd.</translation>
    </message>
    <message>
        <source>This change was left for later.</source>
        <translation>Deze wijziging is voor later bewaard.</translation>
    </message>
    <message>
        <source>The question takes no answer like this one.</source>
        <translation>Zo’n antwoord past niet bij de vraag.</translation>
    </message>
    <message>
        <source>Something that is no text came along; only the file has it.</source>
        <translation>Er kwam iets mee dat geen tekst is; alleen het bestand heeft het.</translation>
    </message>
    <message>
        <source>Add to the answer</source>
        <translation>Aan het antwoord toevoegen</translation>
    </message>
    <message>
        <source>Put in place of the answer</source>
        <translation>In de plaats van het antwoord zetten</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>De tekst kopiëren</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ga erheen</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Afgehandeld</translation>
    </message>
</context>
<context>
    <name>WordPage</name>
    <message>
        <source>Word file</source>
        <translation>Word-bestand</translation>
    </message>
    <message>
        <source>The proposal as a formatted Word file, fit to send round.</source>
        <translation>Het voorstel als opgemaakt Word-bestand, klaar om rond te sturen.</translation>
    </message>
    <message>
        <source>See what is missing</source>
        <translation>Bekijk wat er ontbreekt</translation>
    </message>
    <message>
        <source>Fit to send: questions and answers only</source>
        <translation>Om te versturen: alleen vragen en antwoorden</translation>
    </message>
    <message>
        <source>For working: with guidance and character counts</source>
        <translation>Om aan te werken: met uitleg en tekentelling</translation>
    </message>
    <message>
        <source>For one partner: only its own part, to fill in</source>
        <translation>Voor één partner: alleen het eigen deel, om in te vullen</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Wat erin komt</translation>
    </message>
    <message>
        <source>Language of the headings</source>
        <translation>Taal van de koppen</translation>
    </message>
    <message>
        <source>Your school&apos;s template (optional)</source>
        <translation>Sjabloon van je school (niet verplicht)</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Bladeren …</translation>
    </message>
    <message>
        <source>Its styles, header, logo and margins are used.</source>
        <translation>De stijlen, de koptekst, het logo en de marges ervan worden gebruikt.</translation>
    </message>
    <message>
        <source>Make the Word file …</source>
        <translation>Word-bestand maken …</translation>
    </message>
    <message>
        <source>Make the budget sheet …</source>
        <translation>De begroting als rekenblad maken …</translation>
    </message>
    <message>
        <source>The budget as a workbook with live formulas.</source>
        <translation>De begroting als rekenblad met levende formules.</translation>
    </message>
    <message>
        <source>Preview and PDF …</source>
        <translation>Afdrukvoorbeeld en pdf …</translation>
    </message>
    <message>
        <source>The pages as they will be, also as a PDF.</source>
        <translation>De pagina’s zoals ze worden, ook als pdf.</translation>
    </message>
    <message>
        <source>Nothing blocks sending.</source>
        <translation>Niets houdt het indienen tegen.</translation>
    </message>
    <message>
        <source>{} before sending; the Word file can be made all the same.</source>
        <translation>{} voor het indienen; het Word-bestand kan toch al worden gemaakt.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Sjabloon</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Word-bestanden (*.docx)</translation>
    </message>
    <message>
        <source>A folder for the files</source>
        <translation>Een map voor de bestanden</translation>
    </message>
    <message>
        <source>Make the Word file</source>
        <translation>Word-bestand maken</translation>
    </message>
    <message>
        <source>Make the budget sheet</source>
        <translation>De begroting als rekenblad maken</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Rekenbladen (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>check in the Programme Guide</source>
        <translation>na te kijken in de programmagids</translation>
    </message>
    <message>
        <source>Confidence {0}. Source: {1}</source>
        <translation>Zekerheid {0}. Bron: {1}</translation>
    </message>
</context>
<context>
    <name>YesNoField</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
</context>
<context>
    <name>_CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
</TS>
