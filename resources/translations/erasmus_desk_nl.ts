<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>nog %n te beantwoorden</numerusform>
            <numerusform>nog %n te beantwoorden</numerusform>
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
        <source>%n day(s) left</source>
        <translation>
            <numerusform>nog %n dag</numerusform>
            <numerusform>nog %n dagen</numerusform>
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
        <source>%Ln character(s) over the limit</source>
        <translation>
            <numerusform>%Ln teken te veel</numerusform>
            <numerusform>%Ln tekens te veel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) left</source>
        <translation>
            <numerusform>nog %Ln teken</numerusform>
            <numerusform>nog %Ln tekens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) over the limit</source>
        <translation>
            <numerusform>%Ln woord te veel</numerusform>
            <numerusform>%Ln woorden te veel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>nog %Ln woord</numerusform>
            <numerusform>nog %Ln woorden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to copy</source>
        <translation>
            <numerusform>nog %n</numerusform>
            <numerusform>nog %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed after copying</source>
        <translation>
            <numerusform>%n antwoord gewijzigd na het overnemen</numerusform>
            <numerusform>%n antwoorden gewijzigd na het overnemen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) set aside</source>
        <translation>
            <numerusform>%n antwoord apart gezet</numerusform>
            <numerusform>%n antwoorden apart gezet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at again</source>
        <translation>
            <numerusform>nog %n te bekijken</numerusform>
            <numerusform>nog %n te bekijken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) moved</source>
        <translation>
            <numerusform>%n antwoord overgezet</numerusform>
            <numerusform>%n antwoorden overgezet</numerusform>
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
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>%n plaats vervangen</numerusform>
            <numerusform>%n plaatsen vervangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you go on, you lose your latest text in %n answer(s): {}</source>
        <translation>
            <numerusform>Als u doorgaat, verliest u uw laatste tekst in %n antwoord: {}</numerusform>
            <numerusform>Als u doorgaat, verliest u uw laatste tekst in %n antwoorden: {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) newer than the saved file</source>
        <translation>
            <numerusform>%n antwoord nieuwer dan het opgeslagen bestand</numerusform>
            <numerusform>%n antwoorden nieuwer dan het opgeslagen bestand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text question(s)</source>
        <translation>
            <numerusform>%n tekstvraag</numerusform>
            <numerusform>%n tekstvragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n country(ies)</source>
        <translation>
            <numerusform>%n land</numerusform>
            <numerusform>%n landen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n National Agency(ies) to choose from</source>
        <translation>
            <numerusform>%n nationaal agentschap om uit te kiezen</numerusform>
            <numerusform>%n nationale agentschappen om uit te kiezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gekozen</numerusform>
            <numerusform>%n gekozen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n priority(ies) advised</source>
        <translation>
            <numerusform>Liefst hoogstens %n prioriteit</numerusform>
            <numerusform>Liefst hoogstens %n prioriteiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) missing</source>
        <translation>
            <numerusform>%n antwoord ontbreekt</numerusform>
            <numerusform>%n antwoorden ontbreken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s) cannot change it.</source>
        <translation>
            <numerusform>%n open vraag kan daar niets aan veranderen.</numerusform>
            <numerusform>%n open vragen kunnen daar niets aan veranderen.</numerusform>
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
        <source>%n countries</source>
        <translation>
            <numerusform>%n land</numerusform>
            <numerusform>%n landen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n row(s)</source>
        <translation>
            <numerusform>%n rij toevoegen</numerusform>
            <numerusform>%n rijen toevoegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) pasted.</source>
        <translation>
            <numerusform>%n rij geplakt.</numerusform>
            <numerusform>%n rijen geplakt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n onderdeel</numerusform>
            <numerusform>%n onderdelen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies)</source>
        <translation>
            <numerusform>%n activiteit</numerusform>
            <numerusform>%n activiteiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n traveller(s)</source>
        <translation>
            <numerusform>%n reiziger</numerusform>
            <numerusform>%n reizigers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persoon</numerusform>
            <numerusform>%n personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) had no place here and were left out.</source>
        <translation>
            <numerusform>%n waarde had hier geen plaats en is weggelaten.</numerusform>
            <numerusform>%n waarden hadden hier geen plaats en zijn weggelaten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) could not be calculated. They are not in the total.</source>
        <translation>
            <numerusform>%n bedrag kon niet worden berekend en is niet meegerekend in het totaal.</numerusform>
            <numerusform>%n bedragen konden niet worden berekend en zijn niet meegerekend in het totaal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) not in the total</source>
        <translation>
            <numerusform>%n bedrag niet in het totaal</numerusform>
            <numerusform>%n bedragen niet in het totaal</numerusform>
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
        <source>%n file(s) waiting for reply</source>
        <translation>
            <numerusform>%n bestand verstuurd</numerusform>
            <numerusform>%n bestanden verstuurd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) unchanged</source>
        <translation>
            <numerusform>%n antwoord ongewijzigd</numerusform>
            <numerusform>%n antwoorden ongewijzigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed only by you</source>
        <translation>
            <numerusform>%n antwoord alleen door u gewijzigd</numerusform>
            <numerusform>%n antwoorden alleen door u gewijzigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) unchanged</source>
        <translation>
            <numerusform>%n zin ongewijzigd</numerusform>
            <numerusform>%n zinnen ongewijzigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) not placed yet</source>
        <translation>
            <numerusform>%n tekst nog niet geplaatst</numerusform>
            <numerusform>%n teksten nog niet geplaatst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n decision(s)</source>
        <translation>
            <numerusform>%n beslissing toepassen</numerusform>
            <numerusform>%n beslissingen toepassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) still need your decision: see Comments and files.</source>
        <translation>
            <numerusform>Over %n wijziging moet u nog beslissen: zie Opmerkingen en bestanden.</numerusform>
            <numerusform>Over %n wijzigingen moet u nog beslissen: zie Opmerkingen en bestanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weak point(s)</source>
        <translation>
            <numerusform>%n zwak punt</numerusform>
            <numerusform>%n zwakke punten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of style</source>
        <translation>
            <numerusform>%n stijlkwestie</numerusform>
            <numerusform>%n stijlkwesties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n maand</numerusform>
            <numerusform>%n maanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %n point(s) needed</source>
        <translation>
            <numerusform>{} van %n punt nodig</numerusform>
            <numerusform>{} van %n punten nodig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without dates</source>
        <translation>
            <numerusform>%n zonder datums</numerusform>
            <numerusform>%n zonder datums</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s) of {} not confirmed</source>
        <translation>
            <numerusform>%n gegeven van {} is niet bevestigd</numerusform>
            <numerusform>%n gegevens van {} zijn niet bevestigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n teken</numerusform>
            <numerusform>%n tekens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) cannot be seen. They are shown here as “�”.</source>
        <translation>
            <numerusform>%n teken is niet zichtbaar. Het staat hier als “�”.</numerusform>
            <numerusform>%n tekens zijn niet zichtbaar. Ze staan hier als “�”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like the page footer of a PDF form: {}</source>
        <translation>
            <numerusform>%n regel lijkt op de voettekst van een pdf-formulier: {}</numerusform>
            <numerusform>%n regels lijken op de voettekst van een pdf-formulier: {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an amount</source>
        <translation>
            <numerusform>%n rij zonder bedrag</numerusform>
            <numerusform>%n rijen zonder bedrag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of the guidance to do</source>
        <translation>
            <numerusform>nog %n punt uit de uitleg</numerusform>
            <numerusform>nog %n punten uit de uitleg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} and %n more</source>
        <translation>
            <numerusform>{} en nog %n</numerusform>
            <numerusform>{} en nog %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n antwoord</numerusform>
            <numerusform>%n antwoorden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n versie</numerusform>
            <numerusform>%n versies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) differ</source>
        <translation>
            <numerusform>%n antwoord verschilt</numerusform>
            <numerusform>%n antwoorden verschillen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are the same</source>
        <translation>
            <numerusform>%n is gelijk</numerusform>
            <numerusform>%n zijn gelijk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) more</source>
        <translation>
            <numerusform>%n teken meer</numerusform>
            <numerusform>%n tekens meer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) fewer</source>
        <translation>
            <numerusform>%n teken minder</numerusform>
            <numerusform>%n tekens minder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s)</source>
        <translation>
            <numerusform>%n voorstel</numerusform>
            <numerusform>%n voorstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n backup(s)</source>
        <translation>
            <numerusform>%n reservekopie tonen</numerusform>
            <numerusform>Alle %n reservekopieën tonen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n woord</numerusform>
            <numerusform>%n woorden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n uur geleden</numerusform>
            <numerusform>%n uur geleden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n dag geleden</numerusform>
            <numerusform>%n dagen geleden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of {} merged into your proposal.</source>
        <translation>
            <numerusform>%n wijziging uit {} in uw voorstel opgenomen.</numerusform>
            <numerusform>%n wijzigingen uit {} in uw voorstel opgenomen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting for reply, %n day(s)</source>
        <translation>
            <numerusform>wacht op antwoord, %n dag</numerusform>
            <numerusform>wacht op antwoord, %n dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n fout</numerusform>
            <numerusform>%n fouten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <comment>step</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>This version is of {}.</source>
        <translation>Deze versie is van {}.</translation>
    </message>
    <message>
        <source>It is more than a year old. Calls and rules change every year: look for a newer version.</source>
        <translation>Ze is meer dan een jaar oud. Oproepen en regels veranderen elk jaar: zoek een nieuwere versie.</translation>
    </message>
</context>
<context>
    <name>AboutCallPage</name>
    <message>
        <source>About this call</source>
        <translation>Over deze oproep</translation>
    </message>
    <message>
        <source>What the sources say, in our own words. Each fact names its source. A dot means that we found no source from the year of the call. Only the official form and the Programme Guide count.</source>
        <translation>Wat de bronnen zeggen, in onze eigen woorden. Elk feit noemt zijn bron. Een stip betekent dat we geen bron uit het jaar van de oproep vonden. Alleen het officiële formulier en de programmagids tellen.</translation>
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
        <source>Write Erasmus+ partnership proposals offline: guided questions, a calculated budget, and a Word file at the end.</source>
        <translation>Schrijf voorstellen voor Erasmus+-partnerschappen op uw eigen computer: met uitleg bij elke vraag, een berekende begroting en een Word-bestand als resultaat.</translation>
    </message>
    <message>
        <source>This is not an official form. It was not made by the European Commission or a National Agency. Only the official form and the Programme Guide count.</source>
        <translation>Dit is geen officieel formulier. Het is niet gemaakt door de Europese Commissie of een nationaal agentschap. Alleen het officiële formulier en de programmagids tellen.</translation>
    </message>
    <message>
        <source>Erasmus Desk does not use the internet. Your text stays where you save it.</source>
        <translation>Erasmus Desk gebruikt geen internet. Uw tekst blijft waar u hem opslaat.</translation>
    </message>
    <message>
        <source>It is free software under the MIT licence, without any warranty.</source>
        <translation>Het is vrije software onder de MIT-licentie, zonder enige garantie.</translation>
    </message>
    <message>
        <source>Calls included</source>
        <translation>Oproepen in het programma</translation>
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
    <name>ActivitiesPage</name>
    <message>
        <source>This project type has no activities to fill in.</source>
        <translation>Bij dit soort project vult u geen activiteiten in.</translation>
    </message>
</context>
<context>
    <name>ActivityEditor</name>
    <message>
        <source>{0} {1} of {2}</source>
        <translation>{0} {1} van {2}</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>City and country come from the host</source>
        <translation>Plaats en land komen van de ontvangende organisatie</translation>
    </message>
</context>
<context>
    <name>ActivityKinds</name>
    <message>
        <source>also answers “Yes” in the form</source>
        <translation>antwoordt ook “Ja” in het formulier</translation>
    </message>
    <message>
        <source>Not with the present answer to “{}”</source>
        <translation>Niet met het huidige antwoord op “{}”</translation>
    </message>
</context>
<context>
    <name>ActivityListView</name>
    <message>
        <source>Nothing in the list contains these words.</source>
        <translation>Niets in de lijst bevat deze woorden.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>toevoegen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>removes</source>
        <translation>verwijderen</translation>
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
        <source>Number it before the one above</source>
        <translation>Eén nummer eerder</translation>
    </message>
    <message>
        <source>Number it after the one below</source>
        <translation>Eén nummer later</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Zoeken in de lijst</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>activiteiten</translation>
    </message>
    <message>
        <source>No {} yet</source>
        <translation>Nog geen {}</translation>
    </message>
    <message>
        <source>The budget grows with all that you plan.</source>
        <translation>De begroting groeit mee met alles wat u plant.</translation>
    </message>
    <message>
        <source>Add an activity</source>
        <translation>Activiteit toevoegen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
</context>
<context>
    <name>AddCallDialog</name>
    <message>
        <source>Add this call?</source>
        <translation>Deze oproep toevoegen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Add the call</source>
        <translation>Oproep toevoegen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>Project types</source>
        <translation>Soorten projecten</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Sectoren</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Talen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Facts without a source</source>
        <translation>Feiten zonder bron</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>This is revision {0} of a call that you have. New proposals will use it. Your proposals stay on the revision they have now.</source>
        <translation>Dit is revisie {0} van een oproep die u al hebt. Nieuwe voorstellen gebruiken die. Uw voorstellen blijven op de revisie die ze nu hebben.</translation>
    </message>
    <message>
        <source>The call is added to those of Erasmus Desk. No proposal is changed. Add it only if you trust who sent it.</source>
        <translation>De oproep komt bij die van Erasmus Desk. Er wordt geen voorstel gewijzigd. Voeg hem alleen toe als u de afzender vertrouwt.</translation>
    </message>
    <message>
        <source>Open.</source>
        <translation>Open.</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Gesloten.</translation>
    </message>
    <message>
        <source>Provisional.</source>
        <translation>Voorlopig.</translation>
    </message>
</context>
<context>
    <name>AddMenu</name>
    <message>
        <source>Add an activity</source>
        <translation>Activiteit toevoegen</translation>
    </message>
    <message>
        <source>Change “{}”</source>
        <translation>“{}” wijzigen</translation>
    </message>
</context>
<context>
    <name>AddedCalls</name>
    <message>
        <source>Add a call</source>
        <translation>Oproep toevoegen</translation>
    </message>
    <message>
        <source>Calls (*{})</source>
        <translation>Oproepen (*{})</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>{} wordt gelezen&#xa0;…</translation>
    </message>
    <message>
        <source>The call was added. It is offered when you begin a new proposal.</source>
        <translation>De oproep is toegevoegd. U kunt hem kiezen als u een nieuw voorstel begint.</translation>
    </message>
    <message>
        <source>{} is in Erasmus Desk already.</source>
        <translation>{} staat al in Erasmus Desk.</translation>
    </message>
</context>
<context>
    <name>AdviceQuestions</name>
    <message>
        <source>{0} of {1} answered. Skip what you like.</source>
        <translation>{0} van {1} beantwoord. Sla over wat u wilt.</translation>
    </message>
</context>
<context>
    <name>AdviceResult</name>
    <message>
        <source>Result so far</source>
        <translation>Resultaat tot nu toe</translation>
    </message>
    <message>
        <source>Choose {}</source>
        <translation>Kies {}</translation>
    </message>
    <message>
        <source>Your answers suggest: {}</source>
        <translation>Uw antwoorden wijzen op: {}</translation>
    </message>
    <message>
        <source>Your answers fit both types.</source>
        <translation>Uw antwoorden passen bij beide soorten.</translation>
    </message>
    <message>
        <source>Answer as many questions as you like, or choose directly.</source>
        <translation>Beantwoord zoveel vragen als u wilt. U kunt ook meteen kiezen.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
    <message>
        <source>In favour of: {}</source>
        <translation>Pleit voor: {}</translation>
    </message>
    <message>
        <source>Fits both types</source>
        <translation>Past bij beide soorten</translation>
    </message>
    <message>
        <source>This is advice. You decide.</source>
        <translation>Dit is advies. U beslist.</translation>
    </message>
</context>
<context>
    <name>AmountChart</name>
    <message>
        <source>{0}: {1}, {2} of the grant</source>
        <translation>{0}: {1}, {2} van de subsidie</translation>
    </message>
</context>
<context>
    <name>AnswerPageView</name>
    <message>
        <source>Press Tab to move between answers, and Enter to open one.</source>
        <translation>Met Tab gaat u van antwoord naar antwoord, met Enter opent u er een.</translation>
    </message>
    <message>
        <source>Pages of the proposal</source>
        <translation>Pagina’s van het voorstel</translation>
    </message>
</context>
<context>
    <name>ApplicationController</name>
    <message>
        <source>Something went wrong in Erasmus Desk ({}).</source>
        <translation>Er ging iets mis in Erasmus Desk ({}).</translation>
    </message>
    <message>
        <source>Your answers are saved.</source>
        <translation>Uw antwoorden zijn opgeslagen.</translation>
    </message>
    <message>
        <source>If it happens again, restart Erasmus Desk and report it. Attach the log file: {}</source>
        <translation>Gebeurt het nog eens, start Erasmus Desk dan opnieuw en meld het. Voeg het logbestand toe: {}</translation>
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
        <translation>Een kopie opslaan</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Er is een kopie opgeslagen als {}.</translation>
    </message>
    <message>
        <source>{} was opened. A window shows one proposal: open the others one by one.</source>
        <translation>{} is geopend. Een venster toont één voorstel: open de andere een voor een.</translation>
    </message>
</context>
<context>
    <name>BackLine</name>
    <message>
        <source>Back to Check</source>
        <translation>Terug naar Controle</translation>
    </message>
    <message>
        <source>Close the line</source>
        <translation>Deze regel sluiten</translation>
    </message>
    <message>
        <source>Done: {}</source>
        <translation>Opgelost: {}</translation>
    </message>
</context>
<context>
    <name>BackupChoice</name>
    <message>
        <source>Erasmus Desk can also copy your proposals to a second place while you work: a USB stick, a network drive, or a folder on another disk. If this computer breaks, your work is there.</source>
        <translation>Erasmus Desk kan uw voorstellen tijdens het werk ook naar een tweede plaats kopiëren: een usb-stick, een netwerkschijf of een map op een andere schijf. Gaat deze computer stuk, dan staat uw werk daar.</translation>
    </message>
    <message>
        <source>It keeps one backup of each of the last {0} hours, {1} days and {2} weeks in which you worked: {3} files of a proposal at most, about {4}. While it cannot be reached, you work as usual, and the backup is made when it is back.</source>
        <translation>Van elk van de laatste {0} uren, {1} dagen en {2} weken waarin u werkte, blijft één reservekopie bewaard: hoogstens {3} bestanden per voorstel, ongeveer {4}. Is de plaats er even niet, dan werkt u gewoon door. De reservekopie wordt gemaakt zodra de plaats er weer is.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Map kiezen&#xa0;…</translation>
    </message>
    <message>
        <source>Make no more backups there</source>
        <translation>Daar geen reservekopieën meer maken</translation>
    </message>
    <message>
        <source>Backups in a second place</source>
        <translation>Reservekopieën op een tweede plaats</translation>
    </message>
    <message>
        <source>{} is full. Choose another folder.</source>
        <translation>{} is vol. Kies een andere map.</translation>
    </message>
    <message>
        <source>You may not write in {}. Choose another folder.</source>
        <translation>U mag niet schrijven in {}. Kies een andere map.</translation>
    </message>
    <message>
        <source>{} cannot be used for backups. Choose another folder.</source>
        <translation>{} kan niet worden gebruikt voor reservekopieën. Kies een andere map.</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>Kies een map voor reservekopieën</translation>
    </message>
    <message>
        <source>Off: there are backups on this computer only.</source>
        <translation>Uit: er zijn alleen reservekopieën op deze computer.</translation>
    </message>
    <message>
        <source>Folder: {}</source>
        <translation>Map: {}</translation>
    </message>
    <message>
        <source>Checking this folder…</source>
        <translation>Deze map wordt gecontroleerd&#xa0;…</translation>
    </message>
    <message>
        <source>No backups yet.</source>
        <translation>Nog geen reservekopieën.</translation>
    </message>
    <message>
        <source>This folder cannot be reached now.</source>
        <translation>Deze map is nu niet bereikbaar.</translation>
    </message>
    <message>
        <source>No backups yet. This folder is on the disk of your other files: a stick or a network drive also helps when that disk breaks.</source>
        <translation>Nog geen reservekopieën. Deze map staat op dezelfde schijf als uw andere bestanden. Een usb-stick of een netwerkschijf helpt ook als die schijf stukgaat.</translation>
    </message>
    <message>
        <source>Backups of {0} take {1}. The newest is from {2}.</source>
        <translation>De reservekopieën van {0} nemen {1} in. De nieuwste is van {2}.</translation>
    </message>
</context>
<context>
    <name>BackupNotices</name>
    <message>
        <source>The place for backups cannot be reached now: {}. Your proposal is saved as usual. The backup is made when the place is back.</source>
        <translation>De plaats voor reservekopieën is nu niet bereikbaar: {}. Uw voorstel is gewoon opgeslagen. De reservekopie wordt gemaakt zodra de plaats er weer is.</translation>
    </message>
    <message>
        <source>The place for backups is full: {}. Your proposal is saved as usual, and the backups there are all kept. Make room, or choose another place in Preferences.</source>
        <translation>De plaats voor reservekopieën is vol: {}. Uw voorstel is gewoon opgeslagen, en de reservekopieën daar zijn er allemaal nog. Maak ruimte, of kies een andere plaats in Instellingen.</translation>
    </message>
    <message>
        <source>You may not write in the place for backups: {}. Your proposal is saved as usual. You can choose another place in Preferences.</source>
        <translation>U mag niet schrijven op de plaats voor reservekopieën: {}. Uw voorstel is gewoon opgeslagen. U kunt een andere plaats kiezen in Instellingen.</translation>
    </message>
    <message>
        <source>The place for backups reports an error: {}. Your proposal is saved as usual. The backup is tried again each minute.</source>
        <translation>De plaats voor reservekopieën meldt een fout: {}. Uw voorstel is gewoon opgeslagen. De reservekopie wordt elke minuut opnieuw geprobeerd.</translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>Restore</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>BackupSummary</name>
    <message>
        <source>{0}: {1} of {2} answered</source>
        <translation>{0}: {1} van {2} beantwoord</translation>
    </message>
</context>
<context>
    <name>BudgetPage</name>
    <message>
        <source>Search the budget</source>
        <translation>Zoeken in de begroting</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles uitklappen</translation>
    </message>
    <message>
        <source>unfolds</source>
        <translation>uitklappen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>opens where it is planned</source>
        <translation>openen waar het gepland is</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>Per organisatie</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Per jaar</translation>
    </message>
</context>
<context>
    <name>BudgetTexts</name>
    <message>
        <source>no organisation</source>
        <translation>geen organisatie</translation>
    </message>
    <message>
        <source>year unknown</source>
        <translation>jaar onbekend</translation>
    </message>
    <message>
        <source>not in the total</source>
        <translation>niet in het totaal</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
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
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>As in Word</source>
        <translation>Zoals in Word</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie maken</translation>
    </message>
    <message>
        <source>Rename or move…</source>
        <translation>Hernoemen of verplaatsen&#xa0;…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Uit deze lijst halen</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Er is een kopie opgeslagen als {}.</translation>
    </message>
    <message>
        <source>Rename or move</source>
        <translation>Hernoemen of verplaatsen</translation>
    </message>
    <message>
        <source>{} is no longer on this list. The file was not changed.</source>
        <translation>{} staat niet meer in deze lijst. Het bestand is niet gewijzigd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>CardTexts</name>
    <message>
        <source>last edited {}</source>
        <translation>laatst bewerkt op {}</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>{0} van {1} verplichte antwoorden</translation>
    </message>
    <message>
        <source>sent to {}, waiting for reply</source>
        <translation>verstuurd naar {}</translation>
    </message>
    <message>
        <source>reply by {}</source>
        <translation>antwoord uiterlijk op {}</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Voorstel zonder titel</translation>
    </message>
    <message>
        <source>You stopped at “{}”</source>
        <translation>U stopte bij “{}”</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>op basis van {}</translation>
    </message>
    <message>
        <source>No title yet</source>
        <translation>Nog geen titel</translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation>deadline voorbij</translation>
    </message>
    <message>
        <source>deadline today</source>
        <translation>deadline vandaag</translation>
    </message>
    <message>
        <source>Unfinished new proposal</source>
        <translation>Nog niet aangemaakt</translation>
    </message>
</context>
<context>
    <name>CarriedPage</name>
    <message>
        <source>From another proposal</source>
        <translation>Uit een ander voorstel</translation>
    </message>
    <message>
        <source>You have looked at everything.</source>
        <translation>U hebt alles bekeken.</translation>
    </message>
    <message>
        <source>This proposal was made from one for {}, which is not changed. Look at what is listed here. Change it, or say that you have seen it.</source>
        <translation>Dit voorstel is gemaakt van een voorstel voor {}, dat niet gewijzigd is. Bekijk wat hier staat. Pas het aan, of geef aan dat u het bekeken hebt.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datums</translation>
    </message>
    <message>
        <source>Unit costs and other costs</source>
        <translation>Tarieven en andere kosten</translation>
    </message>
    <message>
        <source>Priorities and topics</source>
        <translation>Prioriteiten en onderwerpen</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Wie wat doet</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Bedragen</translation>
    </message>
    <message>
        <source>The new question asks something else</source>
        <translation>De nieuwe vraag vraagt iets anders</translation>
    </message>
    <message>
        <source>Formalities</source>
        <translation>Formaliteiten</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Alles bekeken</translation>
    </message>
    <message>
        <source>All seen: {}</source>
        <translation>Alles bekeken: {}</translation>
    </message>
    <message>
        <source>{0} ({1} times)</source>
        <translation>{0} ({1} keer)</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Naar de vraag</translation>
    </message>
    <message>
        <source>Go to “{}”</source>
        <translation>Naar “{}”</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Bekeken</translation>
    </message>
    <message>
        <source>Seen: {}</source>
        <translation>Bekeken: {}</translation>
    </message>
    <message>
        <source>They have no place in this call, and stay in your proposal.</source>
        <translation>Ze hebben in deze oproep geen plaats en blijven in uw voorstel.</translation>
    </message>
    <message>
        <source>Show what is set aside</source>
        <translation>Tonen wat apart gezet is</translation>
    </message>
</context>
<context>
    <name>CarryChoicePage</name>
    <message>
        <source>Carry to another call</source>
        <translation>Overzetten naar een andere oproep</translation>
    </message>
    <message>
        <source>You get a new proposal. What fits the new call moves. What you must write again is marked until you have looked at it. What has no place is set aside in it.</source>
        <translation>U krijgt een nieuw voorstel. Wat in de nieuwe oproep past, gaat mee. Wat u opnieuw moet schrijven, is gemarkeerd tot u het bekeken hebt. Wat er geen plaats in heeft, wordt apart gezet.</translation>
    </message>
    <message>
        <source>The proposal that is open stays as it is.</source>
        <translation>Het voorstel dat open is, blijft zoals het is.</translation>
    </message>
    <message>
        <source>Another call</source>
        <translation>Een andere oproep</translation>
    </message>
    <message>
        <source>The same call another time</source>
        <translation>Dezelfde oproep een volgende keer</translation>
    </message>
    <message>
        <source>A proposal for this call cannot be carried to any call in this program.</source>
        <translation>Een voorstel voor deze oproep kunt u naar geen enkele oproep in dit programma overzetten.</translation>
    </message>
</context>
<context>
    <name>CarryController</name>
    <message>
        <source>This is a new proposal for {0}. “{1}” is not changed.</source>
        <translation>Dit is een nieuw voorstel voor {0}. “{1}” is niet gewijzigd.</translation>
    </message>
</context>
<context>
    <name>ChangeStrip</name>
    <message>
        <source>Changes in the returned file</source>
        <translation>Lijst van wijzigingen</translation>
    </message>
    <message>
        <source>{} before</source>
        <translation>{} ervoor</translation>
    </message>
    <message>
        <source>{} more</source>
        <translation>nog {}</translation>
    </message>
</context>
<context>
    <name>ChangedNotice</name>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Check</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Show one organisation</source>
        <translation>Eén organisatie tonen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Find in the problems</source>
        <translation>Zoeken in de lijst</translation>
    </message>
    <message>
        <source>Ready to send to partners</source>
        <translation>Klaar voor de partners</translation>
    </message>
    <message>
        <source>Objectives, partners and dates are there.</source>
        <translation>De doelstellingen, de partners en de datums zijn er.</translation>
    </message>
    <message>
        <source>Ready to show to your National Agency</source>
        <translation>Klaar voor advies van het nationaal agentschap</translation>
    </message>
    <message>
        <source>All texts, activities and the budget are there.</source>
        <translation>Alle teksten, de activiteiten en de begroting zijn er.</translation>
    </message>
    <message>
        <source>Ready to submit</source>
        <translation>Klaar om in te dienen</translation>
    </message>
    <message>
        <source>What you have not answered yet is counted. It is nowhere marked as wrong.</source>
        <translation>Wat u nog niet hebt beantwoord, wordt geteld, maar nergens als fout gemarkeerd.</translation>
    </message>
    <message>
        <source>How far you are</source>
        <translation>Hoe ver u staat</translation>
    </message>
    <message>
        <source>Checked at {}</source>
        <translation>Gecontroleerd om {}</translation>
    </message>
    <message>
        <source>All organisations</source>
        <translation>Alle organisaties</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Er ontbreekt niets en er zijn geen fouten.</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose…</source>
        <translation>Kies&#xa0;…</translation>
    </message>
    <message>
        <source>{} (not available)</source>
        <translation>{} (niet beschikbaar)</translation>
    </message>
</context>
<context>
    <name>CityField</name>
    <message>
        <source>Places: {}</source>
        <translation>Plaatsen: {}</translation>
    </message>
    <message>
        <source>Places that begin with what you typed</source>
        <translation>Plaatsen die beginnen met wat u typte</translation>
    </message>
    <message>
        <source>We do not know this place.</source>
        <translation>Deze plaats is niet bekend.</translation>
    </message>
    <message>
        <source>The distance is measured from {}.</source>
        <translation>De afstand wordt gemeten vanaf {}.</translation>
    </message>
    <message>
        <source>Understood as {}.</source>
        <translation>Gelezen als {}.</translation>
    </message>
    <message>
        <source>Understood as {}. Choose another one from the list while you type.</source>
        <translation>Gelezen als {}. Kies een andere uit de lijst terwijl u typt.</translation>
    </message>
    <message>
        <source>Understood as the small place {}.</source>
        <translation>Gelezen als de kleine plaats {}.</translation>
    </message>
    <message>
        <source>Understood as {}. The rest is not known.</source>
        <translation>Gelezen als {}. De rest is niet bekend.</translation>
    </message>
    <message>
        <source>There is also: {}.</source>
        <translation>Er is ook: {}.</translation>
    </message>
</context>
<context>
    <name>CommentThreadCard</name>
    <message>
        <source>Resolved</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>On “{}”</source>
        <translation>Bij “{}”</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Opnieuw openen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Afhandelen</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Naar de vraag</translation>
    </message>
</context>
<context>
    <name>CommentsView</name>
    <message>
        <source>Comment</source>
        <translation>Opmerking</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>[− …] is only on the left, [+ …] only on the right.</source>
        <translation>[−&#xa0;…] staat alleen links, [+&#xa0;…] alleen rechts.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Later beslissen</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Show all</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>Restore this answer</source>
        <translation>Dit antwoord terugzetten</translation>
    </message>
    <message>
        <source>Restore this entry</source>
        <translation>Dit onderdeel terugzetten</translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message>
        <source>All versions</source>
        <translation>Alle versies</translation>
    </message>
    <message>
        <source>Current version</source>
        <translation>Huidige versie</translation>
    </message>
    <message>
        <source>the version before it</source>
        <translation>de versie daarvoor</translation>
    </message>
    <message>
        <source>Both versions are the same.</source>
        <translation>Beide versies zijn gelijk.</translation>
    </message>
    <message>
        <source>This version cannot be read any more. The others are not affected.</source>
        <translation>Deze versie kan niet meer worden gelezen. De andere versies zijn in orde.</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>vergeleken met</translation>
    </message>
    <message>
        <source>Restoring is one step. Undo reverses it.</source>
        <translation>Terugzetten is één stap. Met Ongedaan maken draait u die terug.</translation>
    </message>
    <message>
        <source>Open as a new proposal</source>
        <translation>Openen als nieuw voorstel</translation>
    </message>
    <message>
        <source>Restore the whole proposal</source>
        <translation>Hele voorstel terugzetten naar deze versie</translation>
    </message>
</context>
<context>
    <name>ConflictCopiesController</name>
    <message>
        <source>“{0}” is a copy of this proposal, saved {1}.</source>
        <translation>“{0}” is een kopie van dit voorstel (opgeslagen: {1}).</translation>
    </message>
    <message>
        <source>“{0}” is a copy of this proposal, by {2}, saved {1}.</source>
        <translation>“{0}” is een kopie van dit voorstel, van {2} (opgeslagen: {1}).</translation>
    </message>
    <message>
        <source>A program that synchronises folders makes one when two people save at the same time. It has changes that are not in yours.</source>
        <translation>Een programma dat mappen synchroniseert, maakt zo’n kopie wanneer twee mensen tegelijk opslaan. Er staan wijzigingen in die uw voorstel niet heeft.</translation>
    </message>
    <message>
        <source>Merge it…</source>
        <translation>Samenvoegen&#xa0;…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laten staan</translation>
    </message>
</context>
<context>
    <name>ContinueCard</name>
    <message>
        <source>Continue</source>
        <translation>Verdergaan</translation>
    </message>
    <message>
        <source>Continue where you stopped</source>
        <translation>Verdergaan waar u gebleven was</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Begin hier</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>Who has a copy</source>
        <translation>Wie heeft een exemplaar?</translation>
    </message>
    <message>
        <source>Nobody has a copy of this proposal yet.</source>
        <translation>Nog niemand heeft een exemplaar van dit voorstel.</translation>
    </message>
</context>
<context>
    <name>CopyButtons</name>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy and next</source>
        <translation>Kopiëren en verder</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Overslaan</translation>
    </message>
</context>
<context>
    <name>CopyDesk</name>
    <message>
        <source>Copy to the online form</source>
        <translation>Overnemen in het portaal</translation>
    </message>
    <message>
        <source>Online form</source>
        <translation>Portaal</translation>
    </message>
    <message>
        <source>{0} of {1} copied</source>
        <translation>{0} van {1} overgenomen</translation>
    </message>
    <message>
        <source>In the online form: {}</source>
        <translation>In het portaal: {}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>geen antwoord</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>overgenomen</translation>
    </message>
    <message>
        <source>changed after copying</source>
        <translation>gewijzigd na het overnemen</translation>
    </message>
    <message>
        <source>{0} of {1} characters, as the online form counts them</source>
        <translation>{0} van {1} tekens, geteld zoals in het portaal</translation>
    </message>
    <message>
        <source>{0} of {1} words, as the online form counts them</source>
        <translation>{0} van {1} woorden, geteld zoals in het portaal</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>past</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
</context>
<context>
    <name>CopyDeskPage</name>
    <message>
        <source>Small window on top</source>
        <translation>Klein venster op de voorgrond</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Lijst met velden</translation>
    </message>
    <message>
        <source>There is nothing to copy yet.</source>
        <translation>Er is nog niets om over te nemen.</translation>
    </message>
    <message>
        <source>Erasmus Desk does not connect to the online form. Log in there and paste field by field. Line breaks and “- ” lists are kept; everything else is plain text.</source>
        <translation>Erasmus Desk maakt geen verbinding met het portaal. Meld u daar aan en plak veld voor veld. Regeleinden en lijsten met “- ” blijven behouden; al het andere is platte tekst.</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Someone</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>their own questions</source>
        <translation>de eigen vragen</translation>
    </message>
    <message>
        <source>whole proposal</source>
        <translation>hele voorstel</translation>
    </message>
    <message>
        <source>returned {}</source>
        <translation>teruggekregen op {}</translation>
    </message>
    <message>
        <source>reply was due {}</source>
        <translation>verwacht op {}</translation>
    </message>
    <message>
        <source>reply by {}</source>
        <translation>antwoord uiterlijk op {}</translation>
    </message>
</context>
<context>
    <name>CriteriaCard</name>
    <message>
        <source>How many of the questions that count for each are answered</source>
        <translation>Hoeveel vragen die voor elk criterium tellen, beantwoord zijn</translation>
    </message>
    <message>
        <source>Award criteria</source>
        <translation>Toekenningscriteria</translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
</context>
<context>
    <name>CustomTextEditor</name>
    <message>
        <source>Your version of the answer</source>
        <translation>Uw versie van het antwoord</translation>
    </message>
    <message>
        <source>Use this text</source>
        <translation>Deze tekst gebruiken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
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
        <translation>Datum kiezen</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>today, {}</source>
        <translation>vandaag, {}</translation>
    </message>
    <message>
        <source>yesterday, {}</source>
        <translation>gisteren, {}</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Accept all</source>
        <translation>Alles accepteren</translation>
    </message>
    <message>
        <source>Accepts what only reviewers changed. Conflicts and guesses wait for you.</source>
        <translation>Accepteert wat alleen nalezers wijzigden. Over conflicten en vermoedens beslist u zelf.</translation>
    </message>
    <message>
        <source>Accepts what only the other version changed. Conflicts wait for you.</source>
        <translation>Accepteert wat alleen in de andere versie is gewijzigd. Over conflicten beslist u zelf.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>{0} of {1} decided</source>
        <translation>{0} van {1} beslist</translation>
    </message>
    <message>
        <source>No answer was changed.</source>
        <translation>Geen enkel antwoord is gewijzigd.</translation>
    </message>
    <message>
        <source>{} accepted</source>
        <translation>{} geaccepteerd</translation>
    </message>
    <message>
        <source>{} rejected</source>
        <translation>{} genegeerd</translation>
    </message>
</context>
<context>
    <name>DecisionButton</name>
    <message>
        <source>Key {}</source>
        <translation>Toets {}</translation>
    </message>
</context>
<context>
    <name>DecisionButtons</name>
    <message>
        <source>Next change</source>
        <translation>Volgende wijziging</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Naar de vraag</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gekozen</translation>
    </message>
</context>
<context>
    <name>DistancesNote</name>
    <message>
        <source>Distances</source>
        <translation>Afstanden</translation>
    </message>
    <message>
        <source>Measured in a straight line from city to city. Type your own kilometres where they are wrong; a note is then asked.</source>
        <translation>Gemeten in vogelvlucht van plaats tot plaats. Vul zelf kilometers in waar ze niet kloppen; dan wordt een toelichting gevraagd.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>down</source>
        <translation>omlaag</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Ctrl+V</translation>
    </message>
    <message>
        <source>paste a block</source>
        <translation>een blok plakken</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>The menu key shows what else you can do.</source>
        <translation>De menutoets toont wat u nog meer kunt doen.</translation>
    </message>
</context>
<context>
    <name>EditActions</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>K&amp;nippen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Plakken</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles selecteren</translation>
    </message>
</context>
<context>
    <name>EditingController</name>
    <message>
        <source>{} is saved. You can add it to any proposal.</source>
        <translation>{} is bewaard en staat klaar voor elk voorstel.</translation>
    </message>
    <message>
        <source>You removed {}.</source>
        <translation>U hebt {} verwijderd.</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Terug naar de lijst (Esc)</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>De vorige</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>De volgende</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation>(nog geen titel)</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
</context>
<context>
    <name>EstimateCard</name>
    <message>
        <source>Whole proposal</source>
        <translation>Hele voorstel</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Word file</source>
        <translation>Word-bestand</translation>
    </message>
    <message>
        <source>Save your proposal as a Word file and send it to your partners.</source>
        <translation>Sla uw voorstel op als Word-bestand en verstuur het naar uw partners.</translation>
    </message>
    <message>
        <source>Clean proposal</source>
        <translation>Om te versturen</translation>
    </message>
    <message>
        <source>Questions and answers only, to read and to send</source>
        <translation>Alleen vragen en antwoorden, om te lezen en te versturen</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Werkexemplaar</translation>
    </message>
    <message>
        <source>With guidance and character counts, for colleagues who write too</source>
        <translation>Met uitleg en tekentelling, voor collega’s die meeschrijven</translation>
    </message>
    <message>
        <source>For one partner</source>
        <translation>Voor één partner</translation>
    </message>
    <message>
        <source>Only their own questions, with a date to reply by</source>
        <translation>Alleen de eigen vragen, met een antwoorddatum</translation>
    </message>
    <message>
        <source>What is the file for?</source>
        <translation>Waarvoor is het bestand?</translation>
    </message>
    <message>
        <source>See what is missing</source>
        <translation>Bekijk wat er ontbreekt</translation>
    </message>
    <message>
        <source>{} before you submit.</source>
        <translation>Voordat u indient: {}.</translation>
    </message>
    <message>
        <source>Totals only; the Excel workbook has every line</source>
        <translation>Alleen totalen; in de Excel-werkmap staat elke regel</translation>
    </message>
    <message>
        <source>Every line, at the end</source>
        <translation>Elke regel, achteraan</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Begroting</translation>
    </message>
    <message>
        <source>Language of headings and questions</source>
        <translation>Taal van koppen en vragen</translation>
    </message>
    <message>
        <source>Papers for the partners</source>
        <translation>Documenten voor de partners</translation>
    </message>
    <message>
        <source>Letters to sign, the annexes, or one page for each partner</source>
        <translation>Brieven om te ondertekenen, de bijlagen, of één pagina voor elke partner</translation>
    </message>
    <message>
        <source>Your school’s template (optional)</source>
        <translation>Sjabloon van uw school (niet verplicht)</translation>
    </message>
    <message>
        <source>Its styles, header, logo and margins are used.</source>
        <translation>De stijlen, de koptekst, het logo en de marges ervan worden gebruikt.</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Opslaan als Word&#xa0;…</translation>
    </message>
    <message>
        <source>Save budget as Excel…</source>
        <translation>Begroting opslaan als Excel&#xa0;…</translation>
    </message>
    <message>
        <source>An Excel workbook with formulas.</source>
        <translation>Een Excel-werkmap met werkende formules.</translation>
    </message>
    <message>
        <source>Preview and PDF…</source>
        <translation>Afdrukvoorbeeld en pdf&#xa0;…</translation>
    </message>
    <message>
        <source>See the pages, and save them as a PDF.</source>
        <translation>Bekijk de pagina’s en sla ze op als pdf.</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Er ontbreekt niets en er zijn geen fouten.</translation>
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
        <source>Save as Word</source>
        <translation>Opslaan als Word</translation>
    </message>
    <message>
        <source>Save budget as Excel</source>
        <translation>Begroting opslaan als Excel</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-werkmappen (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>ExportResultBox</name>
    <message>
        <source>Open the file</source>
        <translation>Bestand openen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>This is not confirmed.</source>
        <translation>Dit is niet bevestigd.</translation>
    </message>
</context>
<context>
    <name>FeedbackActions</name>
    <message>
        <source>Coordinator</source>
        <translation>Coördinator</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>Comments and returned files</source>
        <translation>Opmerkingen en teruggestuurde bestanden</translation>
    </message>
    <message>
        <source>See who has a Word file, read comments, and decide on changes.</source>
        <translation>Hier ziet u wie een Word-bestand heeft, leest u opmerkingen en beslist u over wijzigingen.</translation>
    </message>
    <message>
        <source>Import reviewed Word file…</source>
        <translation>Nagelezen Word-bestand importeren&#xa0;…</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Opslaan als Word&#xa0;…</translation>
    </message>
    <message>
        <source>No files are waiting for a reply. Nothing to decide.</source>
        <translation>Er zijn geen verstuurde bestanden en er valt niets te beslissen.</translation>
    </message>
    <message>
        <source>Send your proposal to your partners. Their comments and changes come here.</source>
        <translation>Stuur uw voorstel naar uw partners. Hun opmerkingen en wijzigingen komen hier.</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Nog te beslissen</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>Sent, waiting for reply</source>
        <translation>Verstuurd, wacht op antwoord</translation>
    </message>
    <message>
        <source>Resolved comments</source>
        <translation>Afgehandelde opmerkingen</translation>
    </message>
    <message>
        <source>The whole proposal</source>
        <translation>Het hele voorstel</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>Mark as not copied</source>
        <translation>Markeren als niet overgenomen</translation>
    </message>
    <message>
        <source>No answer: there is nothing to copy.</source>
        <translation>Geen antwoord: er is niets om over te nemen.</translation>
    </message>
    <message>
        <source>You emptied this answer after copying it: empty the field there too.</source>
        <translation>Dit antwoord is leeggemaakt na het overnemen: maak ook daar het veld leeg.</translation>
    </message>
</context>
<context>
    <name>FieldPage</name>
    <message>
        <source>Choose the field.</source>
        <translation>Kies de sector.</translation>
    </message>
</context>
<context>
    <name>FieldTree</name>
    <message>
        <source>Fields of the online form</source>
        <translation>Velden van het portaal</translation>
    </message>
</context>
<context>
    <name>FileChangesController</name>
    <message>
        <source>Save again as “{}”</source>
        <translation>Opnieuw opslaan als “{}”</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie opslaan&#xa0;…</translation>
    </message>
    <message>
        <source>Show the differences</source>
        <translation>Verschillen tonen</translation>
    </message>
    <message>
        <source>Merge both versions…</source>
        <translation>Beide versies samenvoegen&#xa0;…</translation>
    </message>
    <message>
        <source>Save mine as a new file</source>
        <translation>Mijn versie als nieuw bestand opslaan</translation>
    </message>
    <message>
        <source>Someone else changed this file after you opened it. Nothing was overwritten. Choose how to keep both versions.</source>
        <translation>Iemand anders heeft dit bestand gewijzigd nadat u het opende. Er is niets overschreven. Kies hoe u beide versies wilt behouden.</translation>
    </message>
    <message>
        <source>Open theirs, and save mine as a copy</source>
        <translation>Verder met de andere versie; mijn versie als nieuw bestand opslaan</translation>
    </message>
    <message>
        <source>Open the newer version</source>
        <translation>De nieuwere versie openen</translation>
    </message>
    <message>
        <source>Go on with “{}”</source>
        <translation>Verder met “{}”</translation>
    </message>
    <message>
        <source>Save mine again as “{}”</source>
        <translation>Mijn versie opnieuw opslaan als “{}”</translation>
    </message>
    <message>
        <source>Your version is saved in the same folder as {}.</source>
        <translation>Uw versie is in dezelfde map opgeslagen als {}.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie opslaan</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>Left: the version on disk. Right: your version.</source>
        <translation>Links: de versie op de schijf. Rechts: uw versie.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>“{}” is no longer in its folder. Someone moved or deleted it.</source>
        <translation>“{}” staat niet meer in zijn map. Iemand heeft het verplaatst of verwijderd.</translation>
    </message>
    <message>
        <source>The folder of “{}” is not there. A drive may be unplugged or disconnected.</source>
        <translation>De map van “{}” is er niet. Misschien is een schijf losgekoppeld.</translation>
    </message>
    <message>
        <source>When the folder is back, saving goes on.</source>
        <translation>Zodra de map er weer is, wordt er weer opgeslagen.</translation>
    </message>
    <message>
        <source>Someone else saved a newer version of this file. You see the version before it.</source>
        <translation>Iemand anders heeft een nieuwere versie van dit bestand opgeslagen. U ziet de vorige versie.</translation>
    </message>
    <message>
        <source>That version is kept on this computer.</source>
        <translation>Die blijft op deze computer bewaard.</translation>
    </message>
    <message>
        <source>That version is only in this window.</source>
        <translation>Die staat alleen in dit venster.</translation>
    </message>
    <message>
        <source>Someone renamed “{0}” to “{1}”.</source>
        <translation>Iemand heeft “{0}” hernoemd tot “{1}”.</translation>
    </message>
    <message>
        <source>Your text is safe on this computer.</source>
        <translation>Uw tekst is veilig op deze computer.</translation>
    </message>
    <message>
        <source>Your latest text is only in this window: this computer could not save it anywhere else.</source>
        <translation>Uw laatste tekst staat alleen in dit venster: deze computer kon hem nergens anders opslaan.</translation>
    </message>
    <message>
        <source>Nothing is saved in a file until you choose.</source>
        <translation>Er wordt niets in een bestand opgeslagen tot u kiest.</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Saving {}…</source>
        <translation>{} wordt opgeslagen&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing was saved yet. First choose above which version to use.</source>
        <translation>Er is nog niets opgeslagen. Kies eerst hierboven welke versie u gebruikt.</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Opgeslagen als {}.</translation>
    </message>
    <message>
        <source>{} was changed after it was exported, so it was not overwritten. To use what was changed, import that file.</source>
        <translation>{} is gewijzigd na het exporteren en is daarom niet overschreven. Importeer dat bestand om de wijzigingen te gebruiken.</translation>
    </message>
</context>
<context>
    <name>FilteredListField</name>
    <message>
        <source>Filter the list</source>
        <translation>Lijst filteren</translation>
    </message>
    <message>
        <source>Filter: {}</source>
        <translation>Filter voor: {}</translation>
    </message>
</context>
<context>
    <name>FinishLineRow</name>
    <message>
        <source>Reached. {}</source>
        <translation>Bereikt. {}</translation>
    </message>
    <message>
        <source>Also: {}</source>
        <translation>Ook: {}</translation>
    </message>
</context>
<context>
    <name>FocusFoot</name>
    <message>
        <source>questions</source>
        <translation>vragen</translation>
    </message>
    <message>
        <source>find and replace</source>
        <translation>zoeken en vervangen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
</context>
<context>
    <name>FocusPage</name>
    <message>
        <source>Previous question</source>
        <translation>Vorige vraag</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Volgende vraag</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Question {0} of {1}</source>
        <translation>Vraag {0} van {1}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>FoldHead</name>
    <message>
        <source>unfolded</source>
        <translation>uitgeklapt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>ingeklapt</translation>
    </message>
</context>
<context>
    <name>FoldedSentences</name>
    <message>
        <source>folded</source>
        <translation>ingeklapt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>uitgeklapt</translation>
    </message>
</context>
<context>
    <name>GanttChart</name>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>{0}: {1} to {2}</source>
        <translation>{0}: {1} tot {2}</translation>
    </message>
</context>
<context>
    <name>GrantCard</name>
    <message>
        <source>Grant for {}</source>
        <translation>Subsidie voor {}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
    <message>
        <source>All {}</source>
        <translation>Alle {}</translation>
    </message>
    <message>
        <source>Whole proposal</source>
        <translation>Hele voorstel</translation>
    </message>
</context>
<context>
    <name>GrantHead</name>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Save budget as Excel</source>
        <translation>Begroting opslaan als Excel</translation>
    </message>
    <message>
        <source>maximum not known yet</source>
        <translation>maximum nog niet bekend</translation>
    </message>
    <message>
        <source>of {}</source>
        <translation>van {}</translation>
    </message>
    <message>
        <source>{} over the maximum</source>
        <translation>{} boven het maximum</translation>
    </message>
    <message>
        <source>{} remaining</source>
        <translation>nog {} beschikbaar</translation>
    </message>
    <message>
        <source>{} still to distribute</source>
        <translation>nog {} te verdelen</translation>
    </message>
</context>
<context>
    <name>GrantModel</name>
    <message>
        <source>Category, activity, organisation</source>
        <translation>Post, activiteit, organisatie</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
    <message>
        <source>Grant requested</source>
        <translation>Gevraagde subsidie</translation>
    </message>
</context>
<context>
    <name>GrantTree</name>
    <message>
        <source>Budget</source>
        <translation>Begroting</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Remove row</source>
        <translation>Rij verwijderen</translation>
    </message>
    <message>
        <source>Another group from {}</source>
        <translation>Nog een groep van {}</translation>
    </message>
    <message>
        <source>A group from {}</source>
        <translation>Een groep van {}</translation>
    </message>
</context>
<context>
    <name>GrowingTextEdit</name>
    <message>
        <source>History of this answer</source>
        <translation>Geschiedenis van dit antwoord</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>Guidance</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Close the guidance (F1)</source>
        <translation>Uitleg sluiten (F1)</translation>
    </message>
    <message>
        <source>Click in a question to see its guidance.</source>
        <translation>Klik in een vraag om de uitleg te zien.</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Opmerkingen</translation>
    </message>
    <message>
        <source>What the question asks</source>
        <translation>Wat er gevraagd wordt</translation>
    </message>
    <message>
        <source>What assessors look for</source>
        <translation>Waar beoordelaars op letten</translation>
    </message>
    <message>
        <source>Questions to help you write</source>
        <translation>Vragen die u helpen bij het schrijven</translation>
    </message>
    <message>
        <source>Points to include</source>
        <translation>Wat u kunt vermelden</translation>
    </message>
    <message>
        <source>Award criterion</source>
        <translation>Toekenningscriterium</translation>
    </message>
</context>
<context>
    <name>GuidedStart</name>
    <message>
        <source>If you go on, you lose what you chose for this new proposal.</source>
        <translation>Als u doorgaat, verliest u wat u voor dit nieuwe voorstel hebt gekozen.</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Doorgaan zonder op te slaan</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier blijven</translation>
    </message>
    <message>
        <source>The earlier proposal “{0}” is not in {1} now. Put it back to use its answers, or go on without them.</source>
        <translation>Het eerdere voorstel “{0}” staat nu niet in {1}. Zet het terug om de antwoorden te gebruiken, of ga verder zonder die antwoorden.</translation>
    </message>
</context>
<context>
    <name>HiddenAnswersPage</name>
    <message>
        <source>Answers set aside</source>
        <translation>Apart gezette antwoorden</translation>
    </message>
    <message>
        <source>These answers are not used with your current choices, such as the project type and field. They stay in your proposal, but not in the Word file. If you change back, they return.</source>
        <translation>Deze antwoorden worden niet gebruikt bij uw huidige keuzes, zoals het soort project en de sector. Ze blijven in uw voorstel, maar komen niet in het Word-bestand. Maakt u zo’n keuze ongedaan, dan verschijnen ze opnieuw.</translation>
    </message>
    <message>
        <source>What this belongs to is no longer in the proposal.</source>
        <translation>Waar dit bij hoort, staat niet meer in het voorstel.</translation>
    </message>
    <message>
        <source>Go to “{}”</source>
        <translation>Naar “{}”</translation>
    </message>
    <message>
        <source>Asked only of the first of the list.</source>
        <translation>Wordt alleen gevraagd bij de eerste van de lijst.</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Not asked if “{0}” is {1}.</source>
        <translation>Wordt niet gevraagd bij “{0}”: {1}.</translation>
    </message>
    <message>
        <source>Asked only if “{0}” is {1}.</source>
        <translation>Wordt alleen gevraagd bij “{0}”: {1}.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} tot {1}</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>minstens {}</translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation>hoogstens {}</translation>
    </message>
    <message>
        <source>The form no longer has a question for these answers. They stay in your proposal, but not in the Word file. Copy what you need.</source>
        <translation>Het formulier heeft geen vraag meer voor deze antwoorden. Ze blijven in uw voorstel, maar komen niet in het Word-bestand. Kopieer wat u nodig hebt.</translation>
    </message>
</context>
<context>
    <name>HintsFold</name>
    <message>
        <source>Show our examples and hints</source>
        <translation>Onze voorbeelden en tips tonen</translation>
    </message>
    <message>
        <source>Hide our examples and hints</source>
        <translation>Onze voorbeelden en tips verbergen</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Today, {}</source>
        <translation>Vandaag, {}</translation>
    </message>
    <message>
        <source>new since then</source>
        <translation>sindsdien nieuw</translation>
    </message>
    <message>
        <source>removed since then</source>
        <translation>sindsdien verwijderd</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>empty since then</source>
        <translation>sindsdien leeg</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>uitgeklapt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>ingeklapt</translation>
    </message>
    <message>
        <source>Current version</source>
        <translation>Huidige versie</translation>
    </message>
    <message>
        <source>Backup of the whole proposal</source>
        <translation>Reservekopie van het hele voorstel</translation>
    </message>
    <message>
        <source>First opened</source>
        <translation>Voor het eerst geopend</translation>
    </message>
    <message>
        <source>Changed outside this window</source>
        <translation>Gewijzigd buiten dit venster</translation>
    </message>
    <message>
        <source>Saved by you</source>
        <translation>Door u opgeslagen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verstuurd</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Geëxporteerd</translation>
    </message>
    <message>
        <source>Changes imported</source>
        <translation>Wijzigingen geïmporteerd</translation>
    </message>
    <message>
        <source>Project type changed</source>
        <translation>Soort project gewijzigd</translation>
    </message>
    <message>
        <source>Carried from another proposal</source>
        <translation>Overgezet uit een ander voorstel</translation>
    </message>
    <message>
        <source>Newer text that you did not recover</source>
        <translation>Nieuwere tekst die u niet hebt teruggezet</translation>
    </message>
    <message>
        <source>Other version, merged</source>
        <translation>Andere versie, samengevoegd</translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>Name this version</source>
        <translation>Deze versie een naam geven</translation>
    </message>
    <message>
        <source>A version with a name is always kept, for example “before the meeting”.</source>
        <translation>Een versie met een naam wordt altijd bewaard, bijvoorbeeld “vóór de vergadering”.</translation>
    </message>
    <message>
        <source>Restored from {}.</source>
        <translation>Teruggezet uit {}.</translation>
    </message>
    <message>
        <source>This is a new proposal: “{0}”. “{1}” is not changed.</source>
        <translation>Dit is een nieuw voorstel: “{0}”. “{1}” is niet gewijzigd.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Version history</source>
        <translation>Versiegeschiedenis</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>Deze versie een naam geven&#xa0;…</translation>
    </message>
    <message>
        <source>Show all answers</source>
        <translation>Alle antwoorden tonen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versies</translation>
    </message>
    <message>
        <source>Only versions in which this changed: {}</source>
        <translation>Alleen versies waarin dit is gewijzigd: {}</translation>
    </message>
    <message>
        <source>Everything of the last two days is here, then one version an hour, a day, and a week. Versions with a name stay.</source>
        <translation>Van de laatste twee dagen staat alles hier, daarna één versie per uur, per dag en per week. Versies met een naam blijven.</translation>
    </message>
    <message>
        <source>This history takes {0}, that of all proposals {1} of {2} at most.</source>
        <translation>Deze geschiedenis neemt {0} in, die van alle voorstellen {1} van hoogstens {2}.</translation>
    </message>
    <message>
        <source>Autosave is not working now. Only backups are listed.</source>
        <translation>Automatisch opslaan werkt nu niet. Hier staan alleen reservekopieën.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
</context>
<context>
    <name>HistorySpace</name>
    <message>
        <source>The earlier versions of all proposals take {0} now, and {1} at most. Beyond that, the oldest go first when you close Erasmus Desk. Versions with a name always stay.</source>
        <translation>De eerdere versies van alle voorstellen nemen nu {0} in, en hoogstens {1}. Wordt het meer, dan verdwijnen bij het afsluiten van Erasmus Desk de oudste het eerst. Versies met een naam blijven altijd.</translation>
    </message>
    <message>
        <source>Copies of what could not be saved take {0}, and {1} at most. The oldest go first, but never the last of a proposal. “Restore from a backup…” on the home page lists them.</source>
        <translation>Kopieën van wat niet kon worden opgeslagen nemen {0} in, en hoogstens {1}. De oudste verdwijnen het eerst, maar nooit de laatste van een voorstel. “Reservekopie terugzetten&#xa0;…” op de startpagina toont ze.</translation>
    </message>
    <message>
        <source>Those with a name alone take {}. They are never removed, so the history is larger.</source>
        <translation>Alleen al de versies met een naam nemen {} in. Die worden nooit verwijderd, dus de geschiedenis is groter.</translation>
    </message>
    <message>
        <source>Version history</source>
        <translation>Versiegeschiedenis</translation>
    </message>
</context>
<context>
    <name>HomeController</name>
    <message>
        <source>Choose an earlier proposal</source>
        <translation>Een eerder voorstel kiezen</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Word-bestanden (*.docx)</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>Write your Erasmus+ partnership proposal offline and save it as a Word file.</source>
        <translation>Schrijf uw voorstel voor een Erasmus+-partnerschap offline en sla het op als Word-bestand.</translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation>Nieuw voorstel</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Openen&#xa0;…</translation>
    </message>
    <message>
        <source>Start from an earlier Word proposal…</source>
        <translation>Beginnen met een eerder Word-voorstel&#xa0;…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Reservekopie terugzetten&#xa0;…</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Everything is on this computer, in {}.</source>
        <translation>Alles staat op deze computer, in {}.</translation>
    </message>
    <message>
        <source>You can drop a proposal, a reviewed Word file or a call on this window.</source>
        <translation>U kunt een voorstel, een nagelezen Word-bestand of een oproep naar dit venster slepen.</translation>
    </message>
    <message>
        <source>Backups are also in {}.</source>
        <translation>Er staan ook reservekopieën in {}.</translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message>
        <source>Calls included</source>
        <translation>Oproepen in het programma</translation>
    </message>
    <message>
        <source>Add a call…</source>
        <translation>Oproep toevoegen&#xa0;…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Voorbeelden</translation>
    </message>
    <message>
        <source>Complete example proposals with invented data. You open a copy.</source>
        <translation>Volledige voorbeelden met verzonnen gegevens. U opent een kopie.</translation>
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
    <name>ItemTools</name>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Add saved organisation</source>
        <translation>Uit bewaarde organisaties</translation>
    </message>
    <message>
        <source>Add an organisation that you saved before</source>
        <translation>Een organisatie toevoegen die u eerder hebt bewaard</translation>
    </message>
    <message>
        <source>Paste rows from Excel</source>
        <translation>Rijen uit Excel plakken</translation>
    </message>
    <message>
        <source>Paste rows from Excel (Ctrl+V in the table)</source>
        <translation>Rijen uit Excel plakken (Ctrl+V in de tabel)</translation>
    </message>
    <message>
        <source>Save for other proposals</source>
        <translation>Organisatie bewaren voor later</translation>
    </message>
    <message>
        <source>Move up (Ctrl+Shift+↑)</source>
        <translation>Omhoog (Ctrl+Shift+↑)</translation>
    </message>
    <message>
        <source>Move down (Ctrl+Shift+↓)</source>
        <translation>Omlaag (Ctrl+Shift+↓)</translation>
    </message>
    <message>
        <source>Remove (Ctrl+Delete)</source>
        <translation>Verwijderen (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>Fold (Space)</source>
        <translation>Inklappen (spatiebalk)</translation>
    </message>
    <message>
        <source>Unfold (Space)</source>
        <translation>Uitklappen (spatiebalk)</translation>
    </message>
</context>
<context>
    <name>ItemsHolder</name>
    <message>
        <source>Details of {}</source>
        <translation>Gegevens van {}</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>(no name yet)</source>
        <translation>(nog geen naam)</translation>
    </message>
    <message>
        <source>Type a name, or paste rows from Excel</source>
        <translation>Typ een naam of plak rijen uit Excel</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Volledig</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>Help me choose</source>
        <translation>Hulp bij het kiezen</translation>
    </message>
    <message>
        <source>The project types</source>
        <translation>De soorten projecten</translation>
    </message>
    <message>
        <source>You can change the type later. What it does not use is set aside.</source>
        <translation>U kunt het soort later wijzigen. Wat daar niet bij hoort, wordt apart gezet.</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Wat er verwacht wordt</translation>
    </message>
    <message>
        <source>What can be funded</source>
        <translation>Waarvoor u subsidie kunt vragen</translation>
    </message>
    <message>
        <source>Extra questions for this type</source>
        <translation>Extra vragen bij dit soort</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Niet toegestaan</translation>
    </message>
    <message>
        <source>Choose a project type.</source>
        <translation>Kies een soort project.</translation>
    </message>
</context>
<context>
    <name>KindTable</name>
    <message>
        <source>chosen</source>
        <translation>gekozen</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
</context>
<context>
    <name>LastHoursCard</name>
    <message>
        <source>The last hours</source>
        <translation>De laatste uren</translation>
    </message>
    <message>
        <source>Dates of the papers</source>
        <translation>Datums van de documenten</translation>
    </message>
    <message>
        <source>The deadline is {}.</source>
        <translation>De deadline is {}.</translation>
    </message>
    <message>
        <source>The deadline was {}.</source>
        <translation>De deadline was {}.</translation>
    </message>
    <message>
        <source>By the clock of this computer: {}</source>
        <translation>Op de klok van deze computer: {}</translation>
    </message>
</context>
<context>
    <name>LeavingController</name>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Een kopie ergens anders opslaan&#xa0;…</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Doorgaan zonder op te slaan</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Toch sluiten</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier blijven</translation>
    </message>
    <message>
        <source>Your latest text is not saved.</source>
        <translation>Uw laatste tekst is niet opgeslagen.</translation>
    </message>
    <message>
        <source>“{}” does not contain your latest text. It is kept safe on this computer, and is offered when you start Erasmus Desk again.</source>
        <translation>“{}” bevat uw laatste tekst niet. Die is veilig bewaard op deze computer en wordt u aangeboden wanneer u Erasmus Desk opnieuw start.</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>Een kopie ergens anders opslaan</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Er is een kopie opgeslagen als {}.</translation>
    </message>
</context>
<context>
    <name>LeftBar</name>
    <message>
        <source>{} too much</source>
        <translation>{} te veel</translation>
    </message>
    <message>
        <source>Still to distribute: {}</source>
        <translation>Nog te verdelen: {}</translation>
    </message>
    <message>
        <source>Everything is distributed</source>
        <translation>Alles is verdeeld</translation>
    </message>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation>{0}: {1} van {2}</translation>
    </message>
    <message>
        <source>Choose a lump sum first</source>
        <translation>Kies eerst een forfaitair bedrag</translation>
    </message>
</context>
<context>
    <name>ListModel</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datums</translation>
    </message>
    <message>
        <source>Who and where</source>
        <translation>Wie en waar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation>(nog geen titel)</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Search the list</source>
        <translation>Zoeken in de lijst</translation>
    </message>
    <message>
        <source>{0} of {1} complete</source>
        <translation>{0} van {1} volledig</translation>
    </message>
</context>
<context>
    <name>LockController</name>
    <message>
        <source>We both work on it</source>
        <translation>We werken er allebei aan</translation>
    </message>
    <message>
        <source>Nobody works there: take over</source>
        <translation>Daar werkt niemand: overnemen</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>{} Esc cancels.</source>
        <translation>{} Esc annuleert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Geannuleerd. Er is niets gewijzigd.</translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <source>The file is gone</source>
        <translation>Het bestand is weg</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Terugzetten&#xa0;…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>LostFiles</name>
    <message>
        <source>Last saved: {}</source>
        <translation>Laatst opgeslagen: {}</translation>
    </message>
    <message>
        <source>It was in {}</source>
        <translation>Het stond in {}</translation>
    </message>
    <message>
        <source>Its text is kept on this computer.</source>
        <translation>De tekst is bewaard op deze computer.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>“{}” is back. Earlier versions are in its version history.</source>
        <translation>“{}” is terug. Eerdere versies staan in de versiegeschiedenis.</translation>
    </message>
</context>
<context>
    <name>LumpSumHelp</name>
    <message>
        <source>Which lump sum suits?</source>
        <translation>Welk forfaitair bedrag past?</translation>
    </message>
    <message>
        <source>This shows what speaks for each amount. You choose.</source>
        <translation>Hier ziet u wat voor elk bedrag pleit. U kiest.</translation>
    </message>
    <message>
        <source>The estimate is {} above it</source>
        <translation>De raming ligt er {} boven</translation>
    </message>
    <message>
        <source>The estimate is {} below it</source>
        <translation>De raming ligt er {} onder</translation>
    </message>
    <message>
        <source>The estimate of {} is above every lump sum.</source>
        <translation>De raming van {} ligt boven elk forfaitair bedrag.</translation>
    </message>
    <message>
        <source>The estimate of {0} is below every lump sum; the nearest is {1}.</source>
        <translation>De raming van {0} ligt onder elk forfaitair bedrag; het dichtstbijzijnde is {1}.</translation>
    </message>
    <message>
        <source>The estimate of {0} is above {1}; the nearest lump sum above it is {2}.</source>
        <translation>De raming van {0} ligt boven {1}; het eerstvolgende forfaitaire bedrag daarboven is {2}.</translation>
    </message>
    <message>
        <source>It is not complete yet.</source>
        <translation>Ze is nog niet volledig.</translation>
    </message>
</context>
<context>
    <name>MarkedText</name>
    <message>
        <source>deleted: {}</source>
        <translation>verwijderd: {}</translation>
    </message>
    <message>
        <source>inserted: {}</source>
        <translation>toegevoegd: {}</translation>
    </message>
</context>
<context>
    <name>MatrixCells</name>
    <message>
        <source>Share of the lump sum</source>
        <translation>Aandeel in het forfaitaire bedrag</translation>
    </message>
    <message>
        <source>Still to distribute</source>
        <translation>Nog te verdelen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
</context>
<context>
    <name>MatrixNotice</name>
    <message>
        <source>{0}: {1} too much.</source>
        <translation>{0}: {1} te veel.</translation>
    </message>
    <message>
        <source>The lump sum is {0}. Now {1}.</source>
        <translation>Het forfaitaire bedrag is {0}. Nu {1}.</translation>
    </message>
    <message>
        <source>Shares of {0}: {1} too much.</source>
        <translation>Delen van {0}: {1} te veel.</translation>
    </message>
    <message>
        <source>{0} is {1}. The shares are {2}.</source>
        <translation>{0} is {1}. De delen zijn samen {2}.</translation>
    </message>
    <message>
        <source>{0} is {1} too high.</source>
        <translation>{0} is {1} te hoog.</translation>
    </message>
    <message>
        <source>At most {0} of the lump sum: {1}.</source>
        <translation>Hoogstens {0} van het forfaitaire bedrag: {1}.</translation>
    </message>
    <message>
        <source>Now {}.</source>
        <translation>Nu {}.</translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation>{0} op {1} zetten</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>down</source>
        <translation>omlaag</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>right</source>
        <translation>naar rechts</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Ctrl+V</translation>
    </message>
    <message>
        <source>paste a block from Excel</source>
        <translation>een blok uit Excel plakken</translation>
    </message>
    <message>
        <source>No {} yet.</source>
        <translation>Nog geen {}.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
</context>
<context>
    <name>MatrixTexts</name>
    <message>
        <source>(no title yet)</source>
        <translation>(nog geen titel)</translation>
    </message>
    <message>
        <source>Amount per {}</source>
        <translation>Bedrag per {}</translation>
    </message>
    <message>
        <source>applicant</source>
        <translation>aanvrager</translation>
    </message>
</context>
<context>
    <name>MatrixTools</name>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Save budget as Excel</source>
        <translation>Begroting opslaan als Excel</translation>
    </message>
</context>
<context>
    <name>Meaning</name>
    <message>
        <source>You can still continue here.</source>
        <translation>U kunt hier toch verdergaan.</translation>
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
        <source>This call is closed. You can practise with it, but you cannot apply.</source>
        <translation>Deze oproep is gesloten. U kunt ermee oefenen, maar geen aanvraag indienen.</translation>
    </message>
    <message>
        <source>In all; which of them you answer depends on your choices.</source>
        <translation>In totaal; welke u beantwoordt, hangt af van uw keuzes.</translation>
    </message>
    <message>
        <source>{0} to {1} months</source>
        <translation>{0} tot {1} maanden</translation>
    </message>
    <message>
        <source>You submit to the National Agency in the country of the applicant.</source>
        <translation>U dient de aanvraag in bij het nationaal agentschap in het land van de aanvrager.</translation>
    </message>
    <message>
        <source>The grant is calculated from your activities.</source>
        <translation>De subsidie wordt berekend op basis van uw activiteiten.</translation>
    </message>
    <message>
        <source>At most {}</source>
        <translation>Hoogstens {}</translation>
    </message>
    <message>
        <source>At most {} a month</source>
        <translation>Hoogstens {} per maand</translation>
    </message>
    <message>
        <source>Up to {} characters if you use all the room.</source>
        <translation>Tot {} tekens als u alle ruimte gebruikt.</translation>
    </message>
    <message>
        <source>At least {0} from {1}</source>
        <translation>Minstens {0} uit {1}</translation>
    </message>
    <message>
        <source>For most projects {}.</source>
        <translation>Voor de meeste projecten {}.</translation>
    </message>
</context>
<context>
    <name>MeaningPane</name>
    <message>
        <source>What this means for your proposal</source>
        <translation>Wat dit betekent voor uw voorstel</translation>
    </message>
    <message>
        <source>About this call</source>
        <translation>Over deze oproep</translation>
    </message>
    <message>
        <source>Our advice</source>
        <translation>Ons advies</translation>
    </message>
</context>
<context>
    <name>Membership</name>
    <message>
        <source>{}: takes full part in Erasmus+</source>
        <translation>{}: neemt volledig aan Erasmus+ deel</translation>
    </message>
    <message>
        <source>{}: does not take full part in Erasmus+.</source>
        <translation>{}: neemt niet volledig aan Erasmus+ deel.</translation>
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
        <source>Version &amp;history</source>
        <translation>Versie&amp;geschiedenis</translation>
    </message>
    <message>
        <source>&amp;Merge both versions…</source>
        <translation>&amp;Beide versies samenvoegen&#xa0;…</translation>
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
        <source>&amp;New proposal…</source>
        <translation>&amp;Nieuw voorstel&#xa0;…</translation>
    </message>
    <message>
        <source>Carry to &amp;another call…</source>
        <translation>Over&amp;zetten naar een andere oproep&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Openen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup…</source>
        <translation>&amp;Reservekopie terugzetten&#xa0;…</translation>
    </message>
    <message>
        <source>A&amp;dd a call…</source>
        <translation>O&amp;proep toevoegen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>N&amp;u opslaan</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>&amp;Kopie opslaan&#xa0;…</translation>
    </message>
    <message>
        <source>Save as &amp;Word…</source>
        <translation>Opslaan als &amp;Word&#xa0;…</translation>
    </message>
    <message>
        <source>Pre&amp;view and PDF…</source>
        <translation>Afdrukvoorbeel&amp;d en pdf&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Import reviewed Word file…</source>
        <translation>Nagelezen Word-bestand &amp;importeren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Home page</source>
        <translation>Startpa&amp;gina</translation>
    </message>
    <message>
        <source>C&amp;lose the proposal</source>
        <translation>Voorstel &amp;sluiten</translation>
    </message>
    <message>
        <source>E&amp;xit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Zoeken&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Vervangen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
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
        <source>&amp;Move between steps and page</source>
        <translation>&amp;Wisselen tussen stappen en pagina</translation>
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
        <source>&amp;Focus on one answer</source>
        <translation>&amp;Focus op één antwoord</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Instellingen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Sneltoetsen</translation>
    </message>
    <message>
        <source>About this &amp;call</source>
        <translation>Over deze op&amp;roep</translation>
    </message>
    <message>
        <source>&amp;Report a problem</source>
        <translation>Een &amp;probleem melden</translation>
    </message>
    <message>
        <source>&amp;About Erasmus Desk</source>
        <translation>&amp;Over Erasmus Desk</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
</context>
<context>
    <name>NewProposalWizard</name>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Stap {0} van {1}</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>All in Check</source>
        <translation>Alles in Controle</translation>
    </message>
    <message>
        <source>Next questions to answer</source>
        <translation>Volgende vragen om te beantwoorden</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Er ontbreekt niets en er zijn geen fouten.</translation>
    </message>
    <message>
        <source>Save as Word</source>
        <translation>Opslaan als Word</translation>
    </message>
    <message>
        <source>Copy to the online form</source>
        <translation>Overnemen in het portaal</translation>
    </message>
</context>
<context>
    <name>NoAmountsCard</name>
    <message>
        <source>Go to “{}”</source>
        <translation>Naar “{}”</translation>
    </message>
    <message>
        <source>No amounts yet</source>
        <translation>Nog geen bedragen</translation>
    </message>
    <message>
        <source>They follow from your organisations, dates and activities.</source>
        <translation>Ze volgen uit uw organisaties, datums en activiteiten.</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>{0} has had this proposal open on {1} since {2} ({3}). You can both work. The second person to save chooses how to keep both versions.</source>
        <translation>{0} heeft dit voorstel open op {1} sinds {2} ({3}). U kunt er allebei aan werken. Wie als tweede opslaat, kiest hoe beide versies bewaard blijven.</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>less than an hour ago</source>
        <translation>minder dan een uur geleden</translation>
    </message>
</context>
<context>
    <name>NotificationBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Bericht sluiten</translation>
    </message>
</context>
<context>
    <name>OfferButton</name>
    <message>
        <source>Give the {0} of {1} to…</source>
        <translation>De {0} van {1} geven aan&#xa0;…</translation>
    </message>
    <message>
        <source>Give {0} to…</source>
        <translation>{0} geven aan&#xa0;…</translation>
    </message>
    <message>
        <source>Take {0} of {1} from…</source>
        <translation>{0} van {1} weghalen bij&#xa0;…</translation>
    </message>
    <message>
        <source>Take {0} from…</source>
        <translation>{0} weghalen bij&#xa0;…</translation>
    </message>
</context>
<context>
    <name>OtherCallsView</name>
    <message>
        <source>These answers have no place in this call. They stay in your proposal, but not in the Word file. Copy what you need. If you carry the proposal back to {}, they return.</source>
        <translation>Deze antwoorden hebben in deze oproep geen plaats. Ze blijven in uw voorstel, maar komen niet in het Word-bestand. Kopieer wat u nodig hebt. Zet u het voorstel weer over naar {}, dan verschijnen ze opnieuw.</translation>
    </message>
    <message>
        <source>From {}</source>
        <translation>Uit {}</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>Andere antwoorden</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Passed</source>
        <translation>Verstreken</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>to fix</source>
        <translation>te verbeteren</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Dates and eligibility</source>
        <translation>Datums en subsidiabiliteit</translation>
    </message>
    <message>
        <source>Questions of the form</source>
        <translation>Vragen van het formulier</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>{0} van {1} verplichte antwoorden</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Previous change</source>
        <translation>Vorige wijziging</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Volgende wijziging</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>Close without importing. Your proposal does not change.</source>
        <translation>Sluiten zonder te importeren. Uw voorstel verandert niet.</translation>
    </message>
    <message>
        <source>Close without merging. Your proposal does not change.</source>
        <translation>Sluiten zonder samen te voegen. Uw voorstel verandert niet.</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>Wijziging {0} van {1}</translation>
    </message>
</context>
<context>
    <name>PageWithBack</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>PapersBox</name>
    <message>
        <source>Letters for the partners to sign</source>
        <translation>Brieven die de partners ondertekenen</translation>
    </message>
    <message>
        <source>List of annexes, and who owes what</source>
        <translation>Lijst van bijlagen, en wie wat nog moet bezorgen</translation>
    </message>
    <message>
        <source>Partner sheets: tasks, money and dates on one page</source>
        <translation>Partnerbladen: taken, geld en datums op één pagina</translation>
    </message>
    <message>
        <source>Which papers</source>
        <translation>Welke documenten</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Sent</source>
        <translation>Verstuurd</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Ondertekend</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>{0} of {1} received.</source>
        <translation>{0} van {1} ontvangen.</translation>
    </message>
    <message>
        <source>Missing: {}.</source>
        <translation>Ontbreekt: {}.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verstuurd</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>ondertekend</translation>
    </message>
    <message>
        <source>Papers to be signed</source>
        <translation>Te ondertekenen documenten</translation>
    </message>
    <message>
        <source>Dates are for you alone: they are in no Word file and not in the form.</source>
        <translation>De datums zijn alleen voor u: ze staan in geen Word-bestand en niet in het formulier.</translation>
    </message>
</context>
<context>
    <name>PartForm</name>
    <message>
        <source>More fields: {}</source>
        <translation>Meer velden: {}</translation>
    </message>
</context>
<context>
    <name>PartLine</name>
    <message>
        <source>{0}, {1}, folded</source>
        <translation>{0}, {1}, ingeklapt</translation>
    </message>
</context>
<context>
    <name>PartnerBookDialog</name>
    <message>
        <source>Saved organisations</source>
        <translation>Bewaarde organisaties</translation>
    </message>
    <message>
        <source>Name, city, number or country</source>
        <translation>Naam, plaats, nummer of land</translation>
    </message>
    <message>
        <source>Search the saved organisations</source>
        <translation>Zoeken in bewaarde organisaties</translation>
    </message>
    <message>
        <source>List of saved organisations</source>
        <translation>Lijst van bewaarde organisaties</translation>
    </message>
    <message>
        <source>Remove organisation</source>
        <translation>Organisatie verwijderen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Add to proposal</source>
        <translation>Aan het voorstel toevoegen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Organisations you saved in any of your proposals. Click one to copy its answers into this proposal. The right mouse button only marks it.</source>
        <translation>Organisaties die u in een van uw voorstellen hebt bewaard. Klik op een organisatie om haar antwoorden in dit voorstel over te nemen. Met de rechtermuisknop selecteert u alleen.</translation>
    </message>
    <message>
        <source>No saved organisations yet. On the page of the organisations, choose “Save for other proposals”.</source>
        <translation>Nog geen bewaarde organisaties. Kies op de pagina van de organisaties “Organisatie bewaren voor later”.</translation>
    </message>
    <message>
        <source>You removed {} from the saved organisations.</source>
        <translation>{} is verwijderd uit de bewaarde organisaties.</translation>
    </message>
    <message>
        <source>You removed other organisations too.</source>
        <translation>Er zijn nog andere organisaties uit de lijst verwijderd.</translation>
    </message>
</context>
<context>
    <name>PasteArea</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>There are no rows in the clipboard. Copy them in Excel first.</source>
        <translation>Er staan geen rijen op het klembord. Kopieer ze eerst in Excel.</translation>
    </message>
    <message>
        <source>Not understood: {}.</source>
        <translation>Niet begrepen: {}.</translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message>
        <source>Which column is what?</source>
        <translation>Wat staat er in welke kolom?</translation>
    </message>
    <message>
        <source>Columns without a choice are left out.</source>
        <translation>Kolommen zonder keuze worden niet overgenomen.</translation>
    </message>
    <message>
        <source>Column {0}: {1}</source>
        <translation>Kolom {0}: {1}</translation>
    </message>
    <message>
        <source>The first row has headings</source>
        <translation>De eerste rij bevat koppen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>PathPage</name>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
</context>
<context>
    <name>PointList</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} van {1}</translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Weergavetaal</translation>
    </message>
    <message>
        <source>Same as system</source>
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
        <source>Text size</source>
        <translation>Tekstgrootte</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{}&#xa0;%</translation>
    </message>
    <message>
        <source>Show guidance beside the page</source>
        <translation>Uitleg naast de pagina tonen</translation>
    </message>
    <message>
        <source>You choose the proposal language in each proposal.</source>
        <translation>De taal van het voorstel kiest u in elk voorstel apart.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>Clean</source>
        <translation>Om te versturen</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Werkexemplaar</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
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
        <source>Save as PDF…</source>
        <translation>Opslaan als pdf&#xa0;…</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{}&#xa0;%</translation>
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
        <source>Click an answer to edit it.</source>
        <translation>Zo zien de pagina’s eruit. Klik op een antwoord om het te bewerken.</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>De pagina’s worden opgemaakt&#xa0;…</translation>
    </message>
    <message>
        <source>Preparing the pages</source>
        <translation>Pagina’s opmaken</translation>
    </message>
    <message>
        <source>{} (page {})</source>
        <translation>{} (pagina {})</translation>
    </message>
    <message>
        <source>No font on this computer has these characters, so the PDF would show boxes: {}. Write them in another way, or send the Word file.</source>
        <translation>Geen enkel lettertype op deze computer heeft deze tekens, dus de pdf zou vakjes tonen: {}. Schrijf ze anders, of verstuur het Word-bestand.</translation>
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
    <message>
        <source>Our examples and hints</source>
        <translation>Onze voorbeelden en tips</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Must fix</source>
        <translation>Fouten</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Niet beantwoord</translation>
    </message>
    <message>
        <source>Weak points</source>
        <translation>Zwakke punten</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stijl</translation>
    </message>
    <message>
        <source>before you submit</source>
        <translation>voordat u indient</translation>
    </message>
    <message>
        <source>by section, in the order of the form</source>
        <translation>per onderdeel, in de volgorde van het formulier</translation>
    </message>
    <message>
        <source>may cost points</source>
        <translation>kan punten kosten</translation>
    </message>
    <message>
        <source>how it reads</source>
        <translation>leesbaarheid</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Beantwoorden</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>Improve</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Er ontbreekt niets en er zijn geen fouten.</translation>
    </message>
    <message>
        <source>Nothing found. Clear the filter to see all problems.</source>
        <translation>Niets gevonden. Wis het filter om alles te zien.</translation>
    </message>
</context>
<context>
    <name>ProgramDialogs</name>
    <message>
        <source>The version of the program and of your system was copied. Paste it into your message, and attach the file {}. It contains no text of your proposals.</source>
        <translation>De versie van het programma en van uw systeem is gekopieerd. Plak die in uw bericht en voeg het bestand {} toe. Daarin staat geen tekst van uw voorstellen.</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>Show all</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>No proposal has these words.</source>
        <translation>Geen enkel voorstel bevat deze woorden.</translation>
    </message>
    <message>
        <source>Your proposals</source>
        <translation>Uw voorstellen</translation>
    </message>
    <message>
        <source>last edited first</source>
        <translation>laatst bewerkte eerst</translation>
    </message>
    <message>
        <source>Search your proposals</source>
        <translation>Zoeken in uw voorstellen</translation>
    </message>
    <message>
        <source>Choose New proposal, or open an example first.</source>
        <translation>Kies Nieuw voorstel, of open eerst een voorbeeld.</translation>
    </message>
    <message>
        <source>No proposals yet</source>
        <translation>Nog geen voorstellen</translation>
    </message>
</context>
<context>
    <name>QuestionText</name>
    <message>
        <source>Source: {}</source>
        <translation>Bron: {}</translation>
    </message>
</context>
<context>
    <name>QuestionWidgets</name>
    <message>
        <source>Add a row</source>
        <translation>Rij toevoegen</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>“{}”</source>
        <translation>“{}”</translation>
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
        <source>Reply by (optional)</source>
        <translation>Antwoord uiterlijk op (niet verplicht)</translation>
    </message>
    <message>
        <source>Second language of the questions</source>
        <translation>Tweede taal van de vragen</translation>
    </message>
    <message>
        <source>Sent to (optional)</source>
        <translation>Verstuurd naar (niet verplicht)</translation>
    </message>
    <message>
        <source>This name appears in your list of files waiting for reply.</source>
        <translation>Het bestand staat dan als verstuurd in de lijst tot u het antwoord importeert.</translation>
    </message>
    <message>
        <source>All partners: one file for each</source>
        <translation>Alle partners: voor elk een eigen bestand</translation>
    </message>
    <message>
        <source>Enter a real date, for example 31-01-2027.</source>
        <translation>Deze antwoorddatum bestaat niet. Vul een geldige datum in, bijvoorbeeld 31-01-2027.</translation>
    </message>
    <message>
        <source>The reply date is in the past. Enter a later date.</source>
        <translation>De antwoorddatum is al voorbij. Vul een latere datum in.</translation>
    </message>
</context>
<context>
    <name>RecoveryController</name>
    <message>
        <source>Another proposal has text that is newer than its file: {}.</source>
        <translation>Een ander voorstel heeft tekst die nieuwer is dan het bestand: {}.</translation>
    </message>
    <message>
        <source>Show on the home page</source>
        <translation>Tonen op de startpagina</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Left: as it is now in {}. Right: your newer text.</source>
        <translation>Links: zoals het nu in {} staat. Rechts: uw nieuwere tekst.</translation>
    </message>
    <message>
        <source>Newer than the saved file</source>
        <translation>Nieuwer dan het opgeslagen bestand</translation>
    </message>
</context>
<context>
    <name>RecoveryTexts</name>
    <message>
        <source>Last typed: {}.</source>
        <translation>Laatst getypt: {}.</translation>
    </message>
    <message>
        <source>Newer: {}.</source>
        <translation>Nieuwer: {}.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergelijken&#xa0;…</translation>
    </message>
    <message>
        <source>Recover newer answers</source>
        <translation>Nieuwere antwoorden terugzetten</translation>
    </message>
    <message>
        <source>Keep the saved file</source>
        <translation>Opgeslagen bestand behouden</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Niet opslaan</translation>
    </message>
    <message>
        <source>Erasmus Desk closed unexpectedly. “{0}” has {1}.</source>
        <translation>Erasmus Desk is onverwacht gesloten. In “{0}”: {1}.</translation>
    </message>
    <message>
        <source>The file was changed since. Nothing of that is lost.</source>
        <translation>Het bestand is daarna gewijzigd. Daarvan gaat niets verloren.</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but another proposal is in its place.</source>
        <translation>De tekst van “{}” is veilig, maar op die plaats staat een ander voorstel.</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but the file is damaged.</source>
        <translation>De tekst van “{}” is veilig, maar het bestand is beschadigd.</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but the file is gone.</source>
        <translation>De tekst van “{}” is veilig, maar het bestand is weg.</translation>
    </message>
    <message>
        <source>Save again as “{}”</source>
        <translation>Opnieuw opslaan als “{}”</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but its folder is not there. If it is on a drive, connect it and start again.</source>
        <translation>De tekst van “{}” is veilig, maar de map is er niet. Staat die op een schijf of stick, sluit die dan aan en start opnieuw.</translation>
    </message>
    <message>
        <source>Save as a new file</source>
        <translation>Opslaan als nieuw bestand</translation>
    </message>
    <message>
        <source>You did not recover the newer text of “{}”.</source>
        <translation>U hebt de nieuwere tekst van “{}” niet teruggezet.</translation>
    </message>
    <message>
        <source>It is kept in the version history.</source>
        <translation>Die tekst blijft bewaard in de versiegeschiedenis.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>The newer answers are in “{}” now. Undo reverses this.</source>
        <translation>De nieuwere antwoorden staan nu in “{}”. Met Ongedaan maken draait u dat terug.</translation>
    </message>
    <message>
        <source>Your text is saved as “{}”.</source>
        <translation>Uw tekst is opgeslagen als “{}”.</translation>
    </message>
</context>
<context>
    <name>RestoreController</name>
    <message>
        <source>“{0}” is restored from the backup of {1}. It is a new file in {2}. Nothing was replaced.</source>
        <translation>“{0}” is teruggezet uit de reservekopie van {1}. Het is een nieuw bestand in {2}. Er is niets vervangen.</translation>
    </message>
    <message>
        <source>Choose a folder with backups</source>
        <translation>Kies een map met reservekopieën</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>deze computer</translation>
    </message>
    <message>
        <source>This place cannot be reached now: {}.</source>
        <translation>Deze plaats is nu niet bereikbaar: {}.</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>op deze computer</translation>
    </message>
    <message>
        <source>recovery copy: the file could not be saved</source>
        <translation>herstelkopie: het bestand kon niet worden opgeslagen</translation>
    </message>
    <message>
        <source>in {}</source>
        <translation>in {}</translation>
    </message>
    <message>
        <source>Damaged: this backup cannot be opened</source>
        <translation>Beschadigd: deze reservekopie kan niet worden geopend</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>{0} van {1} verplichte antwoorden</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore from a backup</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
        <source>A backup is restored as a new file. Your proposals stay as they are, and the backup too.</source>
        <translation>Een reservekopie wordt teruggezet als nieuw bestand. Uw voorstellen blijven zoals ze zijn, en de reservekopie ook.</translation>
    </message>
    <message>
        <source>Look in another folder…</source>
        <translation>In een andere map kijken&#xa0;…</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>Reservekopieën zoeken&#xa0;…</translation>
    </message>
    <message>
        <source>Places: {}</source>
        <translation>Plaatsen: {}</translation>
    </message>
    <message>
        <source>There are no backups here. Erasmus Desk makes one a day on this computer, and more in a second place that you choose in Preferences.</source>
        <translation>Hier zijn geen reservekopieën. Erasmus Desk maakt er elke dag een op deze computer, en meer op een tweede plaats die u in Instellingen kiest.</translation>
    </message>
</context>
<context>
    <name>ReviewImport</name>
    <message>
        <source>The table in it is now text, a row on a line: {}</source>
        <translation>De tabel erin is nu tekst, een rij per regel: {}</translation>
    </message>
    <message>
        <source>“{}” has lost its superscript.</source>
        <translation>In “{}” staat niets meer in superscript.</translation>
    </message>
    <message>
        <source>“{}” has lost its subscript.</source>
        <translation>In “{}” staat niets meer in subscript.</translation>
    </message>
    <message>
        <source>Accept all changes</source>
        <translation>Alle wijzigingen accepteren</translation>
    </message>
    <message>
        <source>Accept {}</source>
        <translation>Nr.&#xa0;{} accepteren</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Wijziging accepteren</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bewerken&#xa0;…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Later beslissen</translation>
    </message>
    <message>
        <source>Add the row</source>
        <translation>Rij toevoegen</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Rij verwijderen</translation>
    </message>
    <message>
        <source>Do not add the row</source>
        <translation>Rij niet toevoegen</translation>
    </message>
    <message>
        <source>Accept the reviewer’s text</source>
        <translation>Tekst van de nalezer accepteren</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Wijziging negeren</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Mijn tekst behouden</translation>
    </message>
    <message>
        <source>Your text stays as it is.</source>
        <translation>Uw tekst blijft staan.</translation>
    </message>
    <message>
        <source>Accept the other version</source>
        <translation>Andere versie accepteren</translation>
    </message>
    <message>
        <source>Keep the row</source>
        <translation>Rij behouden</translation>
    </message>
    <message>
        <source>Looks like a new row. Please check.</source>
        <translation>Dit lijkt een nieuwe rij. Kijk het na.</translation>
    </message>
    <message>
        <source>Conflict: you removed this row, and the other version changed it.</source>
        <translation>Conflict: u hebt deze rij verwijderd, en in de andere versie is ze gewijzigd.</translation>
    </message>
    <message>
        <source>A row was added.</source>
        <translation>Er is een rij toegevoegd.</translation>
    </message>
    <message>
        <source>A row seems to be gone. Please check.</source>
        <translation>Er lijkt een rij weg te zijn. Kijk het na.</translation>
    </message>
    <message>
        <source>Conflict: a row was removed that was changed since.</source>
        <translation>Conflict: er is een rij verwijderd die intussen gewijzigd is.</translation>
    </message>
    <message>
        <source>A row was removed.</source>
        <translation>Er is een rij verwijderd.</translation>
    </message>
    <message>
        <source>Looks like the answer to this question. Please check.</source>
        <translation>Dit lijkt het antwoord op deze vraag. Kijk het na.</translation>
    </message>
    <message>
        <source>Changed only by the reviewer</source>
        <translation>Alleen door de nalezer gewijzigd</translation>
    </message>
    <message>
        <source>Conflict: several reviewers changed this in different ways</source>
        <translation>Conflict: meerdere nalezers wijzigden dit, elk op een andere manier</translation>
    </message>
    <message>
        <source>Conflict: changed by you and the reviewer</source>
        <translation>Conflict: door u en door de nalezer gewijzigd</translation>
    </message>
    <message>
        <source>Changed only in the other version</source>
        <translation>Alleen in de andere versie gewijzigd</translation>
    </message>
    <message>
        <source>Conflict: changed in both versions</source>
        <translation>Conflict: in beide versies gewijzigd</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>nog te beslissen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>genegeerd</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>geaccepteerd</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>door u bewerkt</translation>
    </message>
    <message>
        <source>The text you sent</source>
        <translation>De tekst die u verstuurde</translation>
    </message>
    <message>
        <source>Your text now</source>
        <translation>Uw tekst nu</translation>
    </message>
    <message>
        <source>With all changes</source>
        <translation>Met alle wijzigingen</translation>
    </message>
    <message>
        <source>Before both changes</source>
        <translation>Vóór beide wijzigingen</translation>
    </message>
    <message>
        <source>{}: added</source>
        <translation>{}: toegevoegd</translation>
    </message>
    <message>
        <source>{}: removed</source>
        <translation>{}: verwijderd</translation>
    </message>
    <message>
        <source>{}: 1 row added</source>
        <translation>{}: 1 rij toegevoegd</translation>
    </message>
    <message>
        <source>{}: 1 row removed</source>
        <translation>{}: 1 rij verwijderd</translation>
    </message>
    <message>
        <source>Not placed yet</source>
        <translation>Nog niet geplaatst</translation>
    </message>
    <message>
        <source>The other version has nothing that yours does not have.</source>
        <translation>De andere versie bevat niets wat uw versie niet heeft.</translation>
    </message>
    <message>
        <source>Nobody changed an answer. If you import the file, its comments are kept, and it no longer counts as waiting for reply.</source>
        <translation>Niemand heeft een antwoord gewijzigd. Als u het bestand importeert, blijven de opmerkingen bewaard en wacht het niet langer op antwoord.</translation>
    </message>
    <message>
        <source>Nothing in your proposal changes until you apply. Applying is one step, which Undo reverses. What you have not decided is kept under Comments and files, and all of the other version under Version history.</source>
        <translation>In uw voorstel verandert niets totdat u de beslissingen toepast. Toepassen is één stap, die u ongedaan kunt maken. Wat u nog niet besliste, vindt u terug bij Opmerkingen en bestanden, en de hele andere versie bij Versiegeschiedenis.</translation>
    </message>
    <message>
        <source>Nothing in your proposal changes until you apply. Applying is one step, which Undo reverses. Comments and what you have not decided are kept under Comments and files.</source>
        <translation>In uw voorstel verandert niets totdat u de beslissingen toepast. Toepassen is één stap, die u ongedaan kunt maken. Opmerkingen en wat u nog niet besliste, vindt u terug bij Opmerkingen en bestanden.</translation>
    </message>
    <message>
        <source>from {0}, sent {1}</source>
        <translation>van {0}, verstuurd op {1}</translation>
    </message>
    <message>
        <source>The reviewer changed a heading or a question. These texts are fixed.</source>
        <translation>De nalezer wijzigde een kop of een vraag. Die tekst van het formulier ligt vast.</translation>
    </message>
    <message>
        <source>Nothing to decide: it is kept for later.</source>
        <translation>Hier valt nu niets te beslissen: de tekst blijft bewaard.</translation>
    </message>
    <message>
        <source>{0} → {1} of {2} characters</source>
        <translation>{0} → {1} van {2} tekens</translation>
    </message>
</context>
<context>
    <name>ReviewImportController</name>
    <message>
        <source>Import reviewed Word file</source>
        <translation>Nagelezen Word-bestand importeren</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Word-bestanden (*.docx)</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>{} wordt gelezen&#xa0;…</translation>
    </message>
    <message>
        <source>First open the proposal that {} was made from. Then import the file again.</source>
        <translation>Open eerst het voorstel waar {} bij hoort. Daarna kunt u het importeren.</translation>
    </message>
    <message>
        <source>Start a new proposal from it</source>
        <translation>Er een nieuw voorstel mee beginnen</translation>
    </message>
    <message>
        <source>Your decisions on the reviewed file are not applied yet.</source>
        <translation>Uw beslissingen over het nagelezen bestand zijn nog niet toegepast.</translation>
    </message>
    <message>
        <source>Leave without applying them</source>
        <translation>Weggaan zonder ze toe te passen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier blijven</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>De wijzigingen zijn overgenomen.</translation>
    </message>
</context>
<context>
    <name>ReviewImportPage</name>
    <message>
        <source>Review changes</source>
        <translation>Wijzigingen bekijken</translation>
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
        <source>has a problem</source>
        <translation>hier klopt iets niet</translation>
    </message>
</context>
<context>
    <name>RowCardList</name>
    <message>
        <source>Add all partners</source>
        <translation>Alle partners toevoegen</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>Proposals (*{})</source>
        <translation>Voorstellen (*{})</translation>
    </message>
</context>
<context>
    <name>SaveTrouble</name>
    <message>
        <source>Save elsewhere…</source>
        <translation>Ergens anders opslaan&#xa0;…</translation>
    </message>
    <message>
        <source>Not saved: someone else changed the file</source>
        <translation>Niet opgeslagen: iemand anders heeft het bestand gewijzigd</translation>
    </message>
    <message>
        <source>Not saved: the file is no longer there</source>
        <translation>Niet opgeslagen: het bestand is er niet meer</translation>
    </message>
    <message>
        <source>Not saved: another program uses the file</source>
        <translation>Niet opgeslagen: een ander programma gebruikt het bestand</translation>
    </message>
    <message>
        <source>Cannot reach drive {}</source>
        <translation>Schijf {} is niet bereikbaar</translation>
    </message>
    <message>
        <source>Cannot reach {}</source>
        <translation>{} is niet bereikbaar</translation>
    </message>
    <message>
        <source>Not saved: the disk is full</source>
        <translation>Niet opgeslagen: de schijf is vol</translation>
    </message>
    <message>
        <source>Not saved: you may not save in this folder</source>
        <translation>Niet opgeslagen: u mag in deze map niet opslaan</translation>
    </message>
    <message>
        <source>Not saved: the file name is not allowed</source>
        <translation>Niet opgeslagen: deze bestandsnaam is niet toegestaan</translation>
    </message>
    <message>
        <source>Not saved: the disk reports an error</source>
        <translation>Niet opgeslagen: de schijf meldt een fout</translation>
    </message>
    <message>
        <source>kept safe on this computer</source>
        <translation>veilig bewaard op deze computer</translation>
    </message>
    <message>
        <source>kept safe on this computer, trying again</source>
        <translation>veilig bewaard op deze computer, er wordt opnieuw geprobeerd</translation>
    </message>
    <message>
        <source>the latest text is only in this window</source>
        <translation>de laatste tekst staat alleen in dit venster</translation>
    </message>
    <message>
        <source>the latest text is only in this window, trying again</source>
        <translation>de laatste tekst staat alleen in dit venster, er wordt opnieuw geprobeerd</translation>
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
        <source>Replace with</source>
        <translation>Vervangen door</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervangen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alles vervangen</translation>
    </message>
    <message>
        <source>{0}; the first {1} are shown</source>
        <translation>{0}; de eerste {1} worden getoond</translation>
    </message>
    <message>
        <source>{} (set aside)</source>
        <translation>{} (apart gezet)</translation>
    </message>
</context>
<context>
    <name>SectionLinks</name>
    <message>
        <source>{0}: {1} planned</source>
        <translation>{0}: {1} gepland</translation>
    </message>
    <message>
        <source>Edit in “{}”</source>
        <translation>Bewerken in “{}”</translation>
    </message>
</context>
<context>
    <name>SectionProgress</name>
    <message>
        <source>{0} of {1} answered</source>
        <translation>{0} van {1} beantwoord</translation>
    </message>
</context>
<context>
    <name>ShareCard</name>
    <message>
        <source>How the lump sum is shared out</source>
        <translation>Hoe het forfaitaire bedrag verdeeld is</translation>
    </message>
    <message>
        <source>{0} {1} of {2}</source>
        <translation>{0} {1} van {2}</translation>
    </message>
    <message>
        <source>{0}, the most for {1}</source>
        <translation>{0}, het maximum voor {1}</translation>
    </message>
</context>
<context>
    <name>SharedCopyCard</name>
    <message>
        <source>Someone</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>sent {}</source>
        <translation>verstuurd op {}</translation>
    </message>
    <message>
        <source>The reply was due on {}.</source>
        <translation>Het antwoord werd verwacht op {}.</translation>
    </message>
    <message>
        <source>Reply by {}</source>
        <translation>Antwoord uiterlijk op {}</translation>
    </message>
    <message>
        <source>Stop waiting for this file</source>
        <translation>Niet meer op antwoord wachten</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>The answer that is next</source>
        <translation>Het antwoord dat aan de beurt is</translation>
    </message>
</context>
<context>
    <name>SourceDot</name>
    <message>
        <source>Where this comes from</source>
        <translation>Waar dit vandaan komt</translation>
    </message>
    <message>
        <source>This is not confirmed. Check it in the Programme Guide before you submit.</source>
        <translation>Dit is niet bevestigd. Kijk het na in de programmagids voordat u indient.</translation>
    </message>
</context>
<context>
    <name>SpellingChoice</name>
    <message>
        <source>Show spelling mistakes while you write</source>
        <translation>Spelfouten tonen terwijl u schrijft</translation>
    </message>
    <message>
        <source>Count unknown words in the checks</source>
        <translation>Onbekende woorden tellen bij de controles</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Spell check</source>
        <translation>Spelling</translation>
    </message>
    <message>
        <source>The spelling cannot be checked on this computer: there is no version of Hunspell for it. Everything else works.</source>
        <translation>Op deze computer kan de spelling niet worden nagekeken: Hunspell bestaat er niet voor. Al het andere werkt.</translation>
    </message>
    <message>
        <source>Each answer is checked in the language of its proposal; right-click in an answer to choose another one. There are dictionaries for {0}. For another language, put its two files (.aff and .dic), as LibreOffice has them, into the folder {1}. No word is sent anywhere.</source>
        <translation>Elk antwoord wordt nagekeken in de taal van het voorstel; met een rechtermuisklik in een antwoord kiest u een andere. Er zijn woordenboeken voor {0}. Zet voor een andere taal de twee bestanden (.aff en .dic), zoals LibreOffice ze heeft, in de map {1}. Geen enkel woord wordt ergens naartoe gestuurd.</translation>
    </message>
</context>
<context>
    <name>SpellingController</name>
    <message>
        <source>The spelling of {0} is not checked: the dictionary {1} cannot be used. Your text is not touched. Replace or remove that file and open the proposal again.</source>
        <translation>De spelling van het {0} wordt niet nagekeken: het woordenboek {1} is onbruikbaar. Uw tekst blijft zoals hij is. Vervang of verwijder dat bestand en open het voorstel opnieuw.</translation>
    </message>
</context>
<context>
    <name>SpellingMenu</name>
    <message>
        <source>Next unknown word</source>
        <translation>Volgend onbekend woord</translation>
    </message>
    <message>
        <source>Remove from dictionary</source>
        <translation>Uit woordenboek verwijderen</translation>
    </message>
    <message>
        <source>No longer known in this project</source>
        <translation>Niet meer bekend in dit project</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Suggesties zoeken&#xa0;…</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Geen suggesties</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Aan woordenboek toevoegen</translation>
    </message>
    <message>
        <source>Known in this project</source>
        <translation>Bekend in dit project</translation>
    </message>
    <message>
        <source>Spelling language of this answer</source>
        <translation>Spellingtaal van dit antwoord</translation>
    </message>
    <message>
        <source>As the proposal ({})</source>
        <translation>Zoals het voorstel ({})</translation>
    </message>
    <message>
        <source>Do not check</source>
        <translation>Niet nakijken</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Continue</source>
        <translation>Verdergaan</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>StartFoot</name>
    <message>
        <source>Finish later</source>
        <translation>Stoppen en op de startpagina bewaren</translation>
    </message>
    <message>
        <source>Create proposal now</source>
        <translation>Voorstel nu aanmaken</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Startpagina</translation>
    </message>
    <message>
        <source>Create proposal</source>
        <translation>Voorstel aanmaken</translation>
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
    <name>StartList</name>
    <message>
        <source>shown now</source>
        <translation>nu getoond</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation>Nieuw voorstel</translation>
    </message>
    <message>
        <source>Every answer can be changed later. Nothing chosen is lost.</source>
        <translation>U kunt elk antwoord later wijzigen. Niets van wat u kiest, gaat verloren.</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Wat wilt u doen?</translation>
    </message>
    <message>
        <source>For which call?</source>
        <translation>Voor welke oproep?</translation>
    </message>
    <message>
        <source>Which project type?</source>
        <translation>Welk soort project?</translation>
    </message>
    <message>
        <source>Which field is the project mainly for?</source>
        <translation>In welke sector heeft het project het meeste effect?</translation>
    </message>
    <message>
        <source>Which priorities?</source>
        <translation>Welke prioriteiten?</translation>
    </message>
    <message>
        <source>Title and applicant</source>
        <translation>Titel en aanvrager</translation>
    </message>
    <message>
        <source>Your choices</source>
        <translation>Uw keuzes</translation>
    </message>
    <message>
        <source>The right action</source>
        <translation>De juiste actie</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Oproep</translation>
    </message>
    <message>
        <source>Project type</source>
        <translation>Soort project</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>Prioriteiten</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
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
    <name>StepList</name>
    <message>
        <source>Steps of the proposal</source>
        <translation>Stappen van het voorstel</translation>
    </message>
</context>
<context>
    <name>StepStatus</name>
    <message>
        <source>Set aside</source>
        <translation>Apart gezet</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>geen fouten gevonden</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Comments and files</source>
        <translation>Opmerkingen en bestanden</translation>
    </message>
    <message>
        <source>Activities</source>
        <comment>one word</comment>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>everything copied</source>
        <translation>alles overgenomen</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>Wijzigingen</translation>
    </message>
    <message>
        <source>all decided</source>
        <translation>alles beslist</translation>
    </message>
    <message>
        <source>{0} by {1}: see the guidance (F1)</source>
        <translation>{0} van {1}: zie de uitleg (F1)</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>niet nodig</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>niet begonnen</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>volledig</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>Basisgegevens</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>{} and budget</source>
        <translation>{} en begroting</translation>
    </message>
    <message>
        <source>Basics</source>
        <comment>one word</comment>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Project text</source>
        <translation>Projecttekst</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>one word</comment>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Formalities</source>
        <translation>Formaliteiten</translation>
    </message>
    <message>
        <source>Forms</source>
        <comment>one word</comment>
        <translation>Papieren</translation>
    </message>
    <message>
        <source>Check and send</source>
        <translation>Controleren en versturen</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>one word</comment>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>From another proposal</source>
        <translation>Uit een ander voorstel</translation>
    </message>
    <message>
        <source>Word and preview</source>
        <translation>Word en voorbeeld</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Your proposal will be saved in {}. You can change every answer later.</source>
        <translation>Het voorstel wordt opgeslagen in {}. U kunt alles later nog wijzigen en elke stap op elk moment openen.</translation>
    </message>
    <message>
        <source>You can create the proposal now and answer later: {}.</source>
        <translation>U kunt het voorstel nu aanmaken en later beantwoorden: {}.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Change: {}</source>
        <translation>Wijzigen: {}</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>nog niet beantwoord</translation>
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
    <name>TemplateField</name>
    <message>
        <source>Browse…</source>
        <translation>Bladeren&#xa0;…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Sjabloon</translation>
    </message>
    <message>
        <source>Word files and templates (*.docx *.dotx *.docm *.dotm)</source>
        <translation>Word-bestanden en -sjablonen (*.docx *.dotx *.docm *.dotm)</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>{0} of {1} characters</source>
        <translation>{0} van {1} tekens</translation>
    </message>
    <message>
        <source>{0} of {1} words</source>
        <translation>{0} van {1} woorden</translation>
    </message>
</context>
<context>
    <name>TextOffers</name>
    <message>
        <source>Remove them</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove these lines</source>
        <translation>Deze regels verwijderen</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>of {} questions</source>
        <translation>van {} vragen</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisaties</translation>
    </message>
    <message>
        <source>of {} complete</source>
        <translation>van {} volledig</translation>
    </message>
    <message>
        <source>Grant requested</source>
        <translation>Gevraagde subsidie</translation>
    </message>
    <message>
        <source>is being calculated</source>
        <translation>wordt berekend</translation>
    </message>
    <message>
        <source>maximum not known yet</source>
        <translation>maximum nog niet bekend</translation>
    </message>
    <message>
        <source>{} over the maximum</source>
        <translation>{} boven het maximum</translation>
    </message>
    <message>
        <source>maximum {}</source>
        <translation>maximum {}</translation>
    </message>
    <message>
        <source>{} still to distribute</source>
        <translation>nog {} te verdelen</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>nog niet bekend</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>moves 1 day</source>
        <translation>1 dag verplaatsen</translation>
    </message>
    <message>
        <source>moves 1 week</source>
        <translation>1 week verplaatsen</translation>
    </message>
    <message>
        <source>No activity has dates yet. Give each one a first and a last day.</source>
        <translation>Nog geen enkele activiteit heeft datums. Geef elke activiteit een eerste en een laatste dag.</translation>
    </message>
    <message>
        <source>Go to “{}”</source>
        <translation>Naar “{}”</translation>
    </message>
    <message>
        <source>longer, shorter</source>
        <translation>langer, korter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Muis</translation>
    </message>
    <message>
        <source>drags</source>
        <translation>verslepen</translation>
    </message>
    <message>
        <source>No dates yet</source>
        <translation>Nog geen datums</translation>
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
        <source>Save as picture…</source>
        <translation>Opslaan als afbeelding&#xa0;…</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Opslaan als afbeelding</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Afbeeldingen (*.png)</translation>
    </message>
    <message>
        <source>the end date is before the start date</source>
        <translation>de einddatum valt vóór de begindatum</translation>
    </message>
    <message>
        <source>outside the project</source>
        <translation>buiten het project</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>deadline {}</source>
        <translation>deadline {}</translation>
    </message>
    <message>
        <source>project starts</source>
        <translation>start project</translation>
    </message>
    <message>
        <source>project ends</source>
        <translation>einde project</translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Type</source>
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
        <source>Duration</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation>Tijdlijn als tabel</translation>
    </message>
    <message>
        <source>“{}” is not a date</source>
        <translation>“{}” is geen datum</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Home</source>
        <translation>Startpagina</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Versies</translation>
    </message>
    <message>
        <source>Version history</source>
        <translation>Versiegeschiedenis</translation>
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
        <source>Saved {0} {1}</source>
        <translation>Opgeslagen {0} {1}</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Opgeslagen: {}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet opgeslagen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wordt opgeslagen&#xa0;…</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation>Opgeslagen om {}</translation>
    </message>
    <message>
        <source>deadline today at {}</source>
        <translation>deadline vandaag om {}</translation>
    </message>
    <message>
        <source>deadline passed today at {}</source>
        <translation>deadline was vandaag om {}</translation>
    </message>
    <message>
        <source>deadline passed on {}</source>
        <translation>deadline was op {}</translation>
    </message>
</context>
<context>
    <name>Travellers</name>
    <message>
        <source>(no organisation)</source>
        <translation>(geen organisatie)</translation>
    </message>
    <message>
        <source>{0}: {1} km</source>
        <translation>{0}: {1} km</translation>
    </message>
    <message>
        <source>{0}: {1} km, was {2}</source>
        <translation>{0}: {1} km, was {2}</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{0} van {1}</translation>
    </message>
</context>
<context>
    <name>TravellersBox</name>
    <message>
        <source>Add all partners</source>
        <translation>Alle partners toevoegen</translation>
    </message>
    <message>
        <source>People of each partner</source>
        <translation>Personen per partner</translation>
    </message>
    <message>
        <source>people each</source>
        <translation>personen elk</translation>
    </message>
    <message>
        <source>All partners are in the list.</source>
        <translation>Alle partners staan in de lijst.</translation>
    </message>
</context>
<context>
    <name>TravellersModel</name>
    <message>
        <source>Sending organisation</source>
        <translation>Uitzendende organisatie</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanuit</translation>
    </message>
    <message>
        <source>each</source>
        <translation>elk</translation>
    </message>
    <message>
        <source>{} each</source>
        <translation>{} elk</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>km one way</source>
        <translation>km enkel</translation>
    </message>
    <message>
        <source>Host: no travel grant for its own staff</source>
        <translation>Ontvangende organisatie: geen reissubsidie voor eigen personeel</translation>
    </message>
</context>
<context>
    <name>UnconfirmedLine</name>
    <message>
        <source>Hide the list</source>
        <translation>Lijst verbergen</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Lijst tonen</translation>
    </message>
</context>
<context>
    <name>UncountedLine</name>
    <message>
        <source>Show them</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Not funded: {}, not in the total</source>
        <translation>Niet gesubsidieerd: {}, niet in het totaal</translation>
    </message>
</context>
<context>
    <name>UndoOffer</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>UnfinishedStartsController</name>
    <message>
        <source>You removed {}.</source>
        <translation>U hebt {} verwijderd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>UnresolvedItemCard</name>
    <message>
        <source>Not placed yet</source>
        <translation>Nog niet geplaatst</translation>
    </message>
    <message>
        <source>The text you sent:</source>
        <translation>De tekst die u verstuurde:</translation>
    </message>
    <message>
        <source>The text you sent</source>
        <translation>De tekst die u verstuurde</translation>
    </message>
    <message>
        <source>The text in the returned file:</source>
        <translation>De tekst in het teruggestuurde bestand:</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(verwijderd)</translation>
    </message>
    <message>
        <source>The text in the returned file</source>
        <translation>De tekst in het teruggestuurde bestand</translation>
    </message>
    <message>
        <source>We could not find the question for this text. Add it to an answer, or mark it as done.</source>
        <translation>Bij deze tekst is geen vraag gevonden. Voeg hem toe aan een antwoord, of markeer hem als afgehandeld.</translation>
    </message>
    <message>
        <source>The reviewer changed a heading or a question. These texts are fixed.</source>
        <translation>De nalezer wijzigde een kop of een vraag. Die tekst van het formulier ligt vast.</translation>
    </message>
    <message>
        <source>You have not decided on this change yet.</source>
        <translation>U hebt over deze wijziging nog niet beslist.</translation>
    </message>
    <message>
        <source>This looks like the answer to this question. Check it before you use it.</source>
        <translation>Dit lijkt het antwoord op deze vraag. Kijk het na voordat u het gebruikt.</translation>
    </message>
    <message>
        <source>This answer does not fit the question. Enter the answer yourself.</source>
        <translation>Dit antwoord past niet bij de vraag. Vul het antwoord zelf in.</translation>
    </message>
    <message>
        <source>The file contains a picture or object. It is not imported. Open the Word file to see it.</source>
        <translation>Het bestand bevat ook een afbeelding of object. Dat wordt niet geïmporteerd. Open het Word-bestand om het te zien.</translation>
    </message>
    <message>
        <source>Add to the answer</source>
        <translation>Aan het antwoord toevoegen</translation>
    </message>
    <message>
        <source>Replace the answer</source>
        <translation>Het antwoord hierdoor vervangen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>De tekst kopiëren</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Naar de vraag</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Als afgehandeld markeren</translation>
    </message>
    <message>
        <source>What this text belongs to is no longer in the proposal. Copy the text to where you need it, or mark it as done.</source>
        <translation>Waar deze tekst bij hoort, staat niet meer in het voorstel. Kopieer de tekst naar waar u hem nodig hebt, of markeer hem als afgehandeld.</translation>
    </message>
    <message>
        <source>This text is at this question, but not in its answer. Decide what becomes of it, and mark it as done.</source>
        <translation>Deze tekst staat bij deze vraag, maar niet in het antwoord. Beslis wat ermee gebeurt en markeer hem als afgehandeld.</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
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
        <translation>{} (Brusselse tijd)</translation>
    </message>
</context>
<context>
    <name>VersionMergeController</name>
    <message>
        <source>Merging “{}”…</source>
        <translation>“{}” wordt samengevoegd&#xa0;…</translation>
    </message>
    <message>
        <source>Your answers stay as they are. The other version is in the version history.</source>
        <translation>Uw antwoorden blijven zoals ze zijn. De andere versie staat in de versiegeschiedenis.</translation>
    </message>
    <message>
        <source>The copy is still in the folder.</source>
        <translation>De kopie staat nog in de map.</translation>
    </message>
    <message>
        <source>Move the copy to the trash</source>
        <translation>Kopie naar de prullenbak</translation>
    </message>
    <message>
        <source>“{}” is in the trash.</source>
        <translation>“{}” ligt in de prullenbak.</translation>
    </message>
    <message>
        <source>“{}” could not be moved to the trash. It is still in the folder.</source>
        <translation>“{}” kon niet naar de prullenbak worden verplaatst. Het bestand staat nog in de map.</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Your text now</source>
        <translation>Uw tekst nu</translation>
    </message>
    <message>
        <source>The text in the returned file</source>
        <translation>De tekst in het teruggestuurde bestand</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Wat gewijzigd is</translation>
    </message>
</context>
<context>
    <name>WizardPrioritiesPage</name>
    <message>
        <source>Main priority</source>
        <translation>Hoofdprioriteit</translation>
    </message>
    <message>
        <source>You can choose them later, on the page with the priorities.</source>
        <translation>U kunt ze later kiezen, op de pagina met de prioriteiten.</translation>
    </message>
    <message>
        <source>None chosen yet</source>
        <translation>Nog geen gekozen</translation>
    </message>
</context>
<context>
    <name>WordSearch</name>
    <message>
        <source>There is no unknown word in this answer.</source>
        <translation>Er is geen onbekend woord in dit antwoord.</translation>
    </message>
    <message>
        <source>Unknown word: {}</source>
        <translation>Onbekend woord: {}</translation>
    </message>
</context>
<context>
    <name>WritingHead</name>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Focus</translation>
    </message>
    <message>
        <source>Write this answer with nothing else on the screen</source>
        <translation>Dit antwoord schrijven, met niets anders op het scherm</translation>
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
</TS>
