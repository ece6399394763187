<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n zu beantworten</numerusform>
            <numerusform>%n zu beantworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to the deadline</source>
        <translation>
            <numerusform>Antragsfrist endet in %n&#xa0;Tag</numerusform>
            <numerusform>Antragsfrist endet in %n&#xa0;Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>noch %n&#xa0;Tag</numerusform>
            <numerusform>noch %n&#xa0;Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deadline was %n day(s) ago</source>
        <translation>
            <numerusform>Antragsfrist seit %n&#xa0;Tag abgelaufen</numerusform>
            <numerusform>Antragsfrist seit %n&#xa0;Tagen abgelaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) over the limit</source>
        <translation>
            <numerusform>%Ln&#xa0;Zeichen zu viel</numerusform>
            <numerusform>%Ln&#xa0;Zeichen zu viel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) left</source>
        <translation>
            <numerusform>noch %Ln&#xa0;Zeichen</numerusform>
            <numerusform>noch %Ln&#xa0;Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) over the limit</source>
        <translation>
            <numerusform>%Ln&#xa0;Wort zu viel</numerusform>
            <numerusform>%Ln&#xa0;Wörter zu viel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>noch %Ln&#xa0;Wort</numerusform>
            <numerusform>noch %Ln&#xa0;Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to copy</source>
        <translation>
            <numerusform>noch %n</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed after copying</source>
        <translation>
            <numerusform>%n&#xa0;Antwort nach dem Kopieren geändert</numerusform>
            <numerusform>%n&#xa0;Antworten nach dem Kopieren geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) set aside</source>
        <translation>
            <numerusform>%n&#xa0;Antwort beiseitegelegt</numerusform>
            <numerusform>%n&#xa0;Antworten beiseitegelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at again</source>
        <translation>
            <numerusform>%n noch anzusehen</numerusform>
            <numerusform>%n noch anzusehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) moved</source>
        <translation>
            <numerusform>%n&#xa0;Antwort übertragen</numerusform>
            <numerusform>%n&#xa0;Antworten übertragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) found</source>
        <translation>
            <numerusform>%n&#xa0;Antwort gefunden</numerusform>
            <numerusform>%n&#xa0;Antworten gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>%n&#xa0;Stelle ersetzt</numerusform>
            <numerusform>%n&#xa0;Stellen ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you go on, you lose your latest text in %n answer(s): {}</source>
        <translation>
            <numerusform>Wenn Sie fortfahren, verlieren Sie Ihren neuesten Text in %n&#xa0;Antwort: {}</numerusform>
            <numerusform>Wenn Sie fortfahren, verlieren Sie Ihren neuesten Text in %n&#xa0;Antworten: {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) newer than the saved file</source>
        <translation>
            <numerusform>%n&#xa0;Antwort, die neuer ist als die gespeicherte Datei</numerusform>
            <numerusform>%n&#xa0;Antworten, die neuer sind als die gespeicherte Datei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text question(s)</source>
        <translation>
            <numerusform>%n&#xa0;Textfrage</numerusform>
            <numerusform>%n&#xa0;Textfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n country(ies)</source>
        <translation>
            <numerusform>%n&#xa0;Land</numerusform>
            <numerusform>%n&#xa0;Länder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n National Agency(ies) to choose from</source>
        <translation>
            <numerusform>%n&#xa0;Nationale Agentur zur Auswahl</numerusform>
            <numerusform>%n&#xa0;Nationale Agenturen zur Auswahl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n priority(ies) advised</source>
        <translation>
            <numerusform>Empfohlen: höchstens %n&#xa0;Priorität</numerusform>
            <numerusform>Empfohlen: höchstens %n&#xa0;Prioritäten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) missing</source>
        <translation>
            <numerusform>%n&#xa0;Antwort fehlt</numerusform>
            <numerusform>%n&#xa0;Antworten fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s) cannot change it.</source>
        <translation>
            <numerusform>%n&#xa0;offene Frage kann daran nichts ändern.</numerusform>
            <numerusform>%n&#xa0;offene Fragen können daran nichts ändern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>%n&#xa0;Organisation</numerusform>
            <numerusform>%n&#xa0;Organisationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n countries</source>
        <translation>
            <numerusform>%n&#xa0;Land</numerusform>
            <numerusform>%n&#xa0;Länder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n row(s)</source>
        <translation>
            <numerusform>%n&#xa0;Zeile hinzufügen</numerusform>
            <numerusform>%n&#xa0;Zeilen hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) pasted.</source>
        <translation>
            <numerusform>%n&#xa0;Zeile eingefügt.</numerusform>
            <numerusform>%n&#xa0;Zeilen eingefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n&#xa0;Eintrag</numerusform>
            <numerusform>%n&#xa0;Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies)</source>
        <translation>
            <numerusform>%n&#xa0;Aktivität</numerusform>
            <numerusform>%n&#xa0;Aktivitäten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n traveller(s)</source>
        <translation>
            <numerusform>%n&#xa0;reisende Person</numerusform>
            <numerusform>%n&#xa0;Reisende</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n&#xa0;Person</numerusform>
            <numerusform>%n&#xa0;Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) had no place here and were left out.</source>
        <translation>
            <numerusform>%n&#xa0;Wert hatte hier keinen Platz und wurde weggelassen.</numerusform>
            <numerusform>%n&#xa0;Werte hatten hier keinen Platz und wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) could not be calculated. They are not in the total.</source>
        <translation>
            <numerusform>%n&#xa0;Betrag konnte nicht berechnet werden. Er ist nicht im Gesamtbetrag enthalten.</numerusform>
            <numerusform>%n&#xa0;Beträge konnten nicht berechnet werden und sind nicht im Gesamtbetrag enthalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) not in the total</source>
        <translation>
            <numerusform>%n&#xa0;Betrag nicht im Gesamtbetrag</numerusform>
            <numerusform>%n&#xa0;Beträge nicht im Gesamtbetrag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n zu entscheiden</numerusform>
            <numerusform>%n zu entscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n&#xa0;Kommentar</numerusform>
            <numerusform>%n&#xa0;Kommentare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting for reply</source>
        <translation>
            <numerusform>%n&#xa0;Datei wartet auf Antwort</numerusform>
            <numerusform>%n&#xa0;Dateien warten auf Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) unchanged</source>
        <translation>
            <numerusform>%n&#xa0;Antwort unverändert</numerusform>
            <numerusform>%n&#xa0;Antworten unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed only by you</source>
        <translation>
            <numerusform>%n&#xa0;Antwort nur von Ihnen geändert</numerusform>
            <numerusform>%n&#xa0;Antworten nur von Ihnen geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) unchanged</source>
        <translation>
            <numerusform>%n&#xa0;Satz unverändert</numerusform>
            <numerusform>%n&#xa0;Sätze unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) not placed yet</source>
        <translation>
            <numerusform>%n&#xa0;Text noch nicht zugeordnet</numerusform>
            <numerusform>%n&#xa0;Texte noch nicht zugeordnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n decision(s)</source>
        <translation>
            <numerusform>%n&#xa0;Entscheidung übernehmen</numerusform>
            <numerusform>%n&#xa0;Entscheidungen übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) still need your decision: see Comments and files.</source>
        <translation>
            <numerusform>Über %n&#xa0;Änderung müssen Sie noch entscheiden: siehe „Kommentare und Dateien“.</numerusform>
            <numerusform>Über %n&#xa0;Änderungen müssen Sie noch entscheiden: siehe „Kommentare und Dateien“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weak point(s)</source>
        <translation>
            <numerusform>%n&#xa0;Schwachstelle</numerusform>
            <numerusform>%n&#xa0;Schwachstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of style</source>
        <translation>
            <numerusform>%n&#xa0;Hinweis zum Stil</numerusform>
            <numerusform>%n&#xa0;Hinweise zum Stil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n&#xa0;Tag</numerusform>
            <numerusform>%n&#xa0;Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n&#xa0;Monat</numerusform>
            <numerusform>%n&#xa0;Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %n point(s) needed</source>
        <translation>
            <numerusform>{} von %n&#xa0;Punkt nötig</numerusform>
            <numerusform>{} von %n&#xa0;Punkten nötig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without dates</source>
        <translation>
            <numerusform>%n ohne Termine</numerusform>
            <numerusform>%n ohne Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s) of {} not confirmed</source>
        <translation>
            <numerusform>%n&#xa0;Angabe zu {} nicht bestätigt</numerusform>
            <numerusform>%n&#xa0;Angaben zu {} nicht bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n&#xa0;Zeichen</numerusform>
            <numerusform>%n&#xa0;Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) cannot be seen. They are shown here as “�”.</source>
        <translation>
            <numerusform>%n&#xa0;Zeichen ist nicht sichtbar. Hier steht dafür „�“.</numerusform>
            <numerusform>%n&#xa0;Zeichen sind nicht sichtbar. Hier steht dafür „�“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like the page footer of a PDF form: {}</source>
        <translation>
            <numerusform>%n&#xa0;Zeile sieht aus wie die Fußzeile eines PDF-Formulars: {}</numerusform>
            <numerusform>%n&#xa0;Zeilen sehen aus wie die Fußzeile eines PDF-Formulars: {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an amount</source>
        <translation>
            <numerusform>%n&#xa0;Zeile ohne Betrag</numerusform>
            <numerusform>%n&#xa0;Zeilen ohne Betrag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of the guidance to do</source>
        <translation>
            <numerusform>noch %n&#xa0;Punkt aus den Hinweisen</numerusform>
            <numerusform>noch %n&#xa0;Punkte aus den Hinweisen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} and %n more</source>
        <translation>
            <numerusform>{} und %n weitere</numerusform>
            <numerusform>{} und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n&#xa0;Antwort</numerusform>
            <numerusform>%n&#xa0;Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n&#xa0;Version</numerusform>
            <numerusform>%n&#xa0;Versionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) differ</source>
        <translation>
            <numerusform>%n&#xa0;Antwort unterscheidet sich</numerusform>
            <numerusform>%n&#xa0;Antworten unterscheiden sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are the same</source>
        <translation>
            <numerusform>%n ist gleich</numerusform>
            <numerusform>%n sind gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) more</source>
        <translation>
            <numerusform>%n&#xa0;Zeichen mehr</numerusform>
            <numerusform>%n&#xa0;Zeichen mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) fewer</source>
        <translation>
            <numerusform>%n&#xa0;Zeichen weniger</numerusform>
            <numerusform>%n&#xa0;Zeichen weniger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s)</source>
        <translation>
            <numerusform>%n&#xa0;Antrag</numerusform>
            <numerusform>%n&#xa0;Anträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n backup(s)</source>
        <translation>
            <numerusform>%n&#xa0;Sicherungskopie zeigen</numerusform>
            <numerusform>Alle %n&#xa0;Sicherungskopien zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n&#xa0;Wort</numerusform>
            <numerusform>%n&#xa0;Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n&#xa0;Stunde</numerusform>
            <numerusform>vor %n&#xa0;Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n&#xa0;Tag</numerusform>
            <numerusform>vor %n&#xa0;Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of {} merged into your proposal.</source>
        <translation>
            <numerusform>%n&#xa0;Änderung aus {} mit Ihrem Antrag zusammengeführt.</numerusform>
            <numerusform>%n&#xa0;Änderungen aus {} mit Ihrem Antrag zusammengeführt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting for reply, %n day(s)</source>
        <translation>
            <numerusform>wartet seit %n&#xa0;Tag auf Antwort</numerusform>
            <numerusform>wartet seit %n&#xa0;Tagen auf Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n zu beheben</numerusform>
            <numerusform>%n zu beheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <comment>step</comment>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>This version is of {}.</source>
        <translation>Diese Version ist vom {}.</translation>
    </message>
    <message>
        <source>It is more than a year old. Calls and rules change every year: look for a newer version.</source>
        <translation>Sie ist mehr als ein Jahr alt. Aufrufe und Regeln ändern sich jedes Jahr: Suchen Sie eine neuere Version.</translation>
    </message>
</context>
<context>
    <name>AboutCallPage</name>
    <message>
        <source>About this call</source>
        <translation>Über diesen Aufruf</translation>
    </message>
    <message>
        <source>What the sources say, in our own words. Each fact names its source. A dot means that we found no source from the year of the call. Only the official form and the Programme Guide count.</source>
        <translation>Was die Quellen sagen, in unseren eigenen Worten. Jede Angabe nennt ihre Quelle. Ein Punkt bedeutet, dass wir keine Quelle aus dem Jahr des Aufrufs gefunden haben. Nur das amtliche Formular und der Programmleitfaden gelten.</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Erasmus Desk</source>
        <translation>Über Erasmus Desk</translation>
    </message>
    <message>
        <source>Erasmus Desk {}</source>
        <translation>Erasmus Desk {}</translation>
    </message>
    <message>
        <source>Write Erasmus+ partnership proposals offline: guided questions, a calculated budget, and a Word file at the end.</source>
        <translation>Anträge für Erasmus+-Partnerschaften ohne Internet schreiben: Hinweise zu jeder Frage, ein berechnetes Budget und am Ende eine Word-Datei.</translation>
    </message>
    <message>
        <source>This is not an official form. It was not made by the European Commission or a National Agency. Only the official form and the Programme Guide count.</source>
        <translation>Dies ist kein amtliches Formular. Es stammt nicht von der Europäischen Kommission und nicht von einer Nationalen Agentur. Nur das amtliche Formular und der Programmleitfaden gelten.</translation>
    </message>
    <message>
        <source>Erasmus Desk does not use the internet. Your text stays where you save it.</source>
        <translation>Erasmus Desk benutzt das Internet nicht. Ihr Text bleibt dort, wo Sie ihn speichern.</translation>
    </message>
    <message>
        <source>It is free software under the MIT licence, without any warranty.</source>
        <translation>Es ist freie Software unter der MIT-Lizenz, ohne jede Gewähr.</translation>
    </message>
    <message>
        <source>Calls included</source>
        <translation>Enthaltene Aufrufe</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>{0} ({1} licence)</source>
        <translation>{0} (Lizenz: {1})</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>This project type has no activities to fill in.</source>
        <translation>Bei dieser Projektart sind keine Aktivitäten auszufüllen.</translation>
    </message>
</context>
<context>
    <name>ActivityEditor</name>
    <message>
        <source>{0} {1} of {2}</source>
        <translation>{0} {1} von {2}</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>City and country come from the host</source>
        <translation>Ort und Land sind die der aufnehmenden Organisation</translation>
    </message>
</context>
<context>
    <name>ActivityKinds</name>
    <message>
        <source>also answers “Yes” in the form</source>
        <translation>setzt im Formular auch die Antwort „Ja“</translation>
    </message>
    <message>
        <source>Not with the present answer to “{}”</source>
        <translation>Nicht mit der jetzigen Antwort auf „{}“</translation>
    </message>
</context>
<context>
    <name>ActivityListView</name>
    <message>
        <source>Nothing in the list contains these words.</source>
        <translation>Nichts in der Liste enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>öffnet</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>fügt hinzu</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>removes</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Number it before the one above</source>
        <translation>Eine Nummer früher</translation>
    </message>
    <message>
        <source>Number it after the one below</source>
        <translation>Eine Nummer später</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>No {} yet</source>
        <translation>Noch keine {}</translation>
    </message>
    <message>
        <source>The budget grows with all that you plan.</source>
        <translation>Das Budget wächst mit allem, was Sie planen.</translation>
    </message>
    <message>
        <source>Add an activity</source>
        <translation>Aktivität hinzufügen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
</context>
<context>
    <name>AddCallDialog</name>
    <message>
        <source>Add this call?</source>
        <translation>Diesen Aufruf hinzufügen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add the call</source>
        <translation>Aufruf hinzufügen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Antragsfristen</translation>
    </message>
    <message>
        <source>Project types</source>
        <translation>Projektarten</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Facts without a source</source>
        <translation>Angaben ohne Quelle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>This is revision {0} of a call that you have. New proposals will use it. Your proposals stay on the revision they have now.</source>
        <translation>Das ist Revision {0} eines Aufrufs, den Sie bereits haben. Neue Anträge verwenden sie. Ihre Anträge bleiben bei der Revision, die sie jetzt haben.</translation>
    </message>
    <message>
        <source>The call is added to those of Erasmus Desk. No proposal is changed. Add it only if you trust who sent it.</source>
        <translation>Der Aufruf kommt zu denen von Erasmus Desk hinzu. Kein Antrag wird geändert. Fügen Sie ihn nur hinzu, wenn Sie dem Absender vertrauen.</translation>
    </message>
    <message>
        <source>Open.</source>
        <translation>Offen.</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Geschlossen.</translation>
    </message>
    <message>
        <source>Provisional.</source>
        <translation>Vorläufig.</translation>
    </message>
</context>
<context>
    <name>AddMenu</name>
    <message>
        <source>Add an activity</source>
        <translation>Aktivität hinzufügen</translation>
    </message>
    <message>
        <source>Change “{}”</source>
        <translation>„{}“ ändern</translation>
    </message>
</context>
<context>
    <name>AddedCalls</name>
    <message>
        <source>Add a call</source>
        <translation>Aufruf hinzufügen</translation>
    </message>
    <message>
        <source>Calls (*{})</source>
        <translation>Aufrufe (*{})</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>{} wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>The call was added. It is offered when you begin a new proposal.</source>
        <translation>Der Aufruf wurde hinzugefügt. Er steht zur Auswahl, wenn Sie einen neuen Antrag beginnen.</translation>
    </message>
    <message>
        <source>{} is in Erasmus Desk already.</source>
        <translation>{} ist bereits in Erasmus Desk.</translation>
    </message>
</context>
<context>
    <name>AdviceQuestions</name>
    <message>
        <source>{0} of {1} answered. Skip what you like.</source>
        <translation>{0} von {1} beantwortet. Überspringen Sie, was Sie möchten.</translation>
    </message>
</context>
<context>
    <name>AdviceResult</name>
    <message>
        <source>Result so far</source>
        <translation>Ergebnis bisher</translation>
    </message>
    <message>
        <source>Choose {}</source>
        <translation>{} wählen</translation>
    </message>
    <message>
        <source>Your answers suggest: {}</source>
        <translation>Ihre Antworten sprechen für: {}</translation>
    </message>
    <message>
        <source>Your answers fit both types.</source>
        <translation>Ihre Antworten passen zu beiden Arten.</translation>
    </message>
    <message>
        <source>Answer as many questions as you like, or choose directly.</source>
        <translation>Beantworten Sie so viele Fragen, wie Sie möchten, oder wählen Sie gleich.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>In favour of: {}</source>
        <translation>Spricht für: {}</translation>
    </message>
    <message>
        <source>Fits both types</source>
        <translation>Passt zu beiden Arten</translation>
    </message>
    <message>
        <source>This is advice. You decide.</source>
        <translation>Das ist ein Rat. Sie entscheiden.</translation>
    </message>
</context>
<context>
    <name>AmountChart</name>
    <message>
        <source>{0}: {1}, {2} of the grant</source>
        <translation>{0}: {1}, {2} des Zuschusses</translation>
    </message>
</context>
<context>
    <name>AnswerPageView</name>
    <message>
        <source>Press Tab to move between answers, and Enter to open one.</source>
        <translation>Mit der Tabulatortaste gehen Sie von Antwort zu Antwort, mit der Eingabetaste öffnen Sie eine.</translation>
    </message>
    <message>
        <source>Pages of the proposal</source>
        <translation>Seiten des Antrags</translation>
    </message>
</context>
<context>
    <name>ApplicationController</name>
    <message>
        <source>Something went wrong in Erasmus Desk ({}).</source>
        <translation>In Erasmus Desk ist ein Fehler aufgetreten ({}).</translation>
    </message>
    <message>
        <source>Your answers are saved.</source>
        <translation>Ihre Antworten sind gespeichert.</translation>
    </message>
    <message>
        <source>If it happens again, restart Erasmus Desk and report it. Attach the log file: {}</source>
        <translation>Geschieht das noch einmal, starten Sie Erasmus Desk neu, und melden Sie den Fehler. Fügen Sie die Protokolldatei bei: {}</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Antrag ohne Titel</translation>
    </message>
    <message>
        <source>Open a proposal</source>
        <translation>Einen Antrag öffnen</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Eine Kopie wurde als {} gespeichert.</translation>
    </message>
    <message>
        <source>{} was opened. A window shows one proposal: open the others one by one.</source>
        <translation>{} wurde geöffnet. Ein Fenster zeigt nur einen Antrag: Öffnen Sie die anderen einzeln.</translation>
    </message>
</context>
<context>
    <name>BackLine</name>
    <message>
        <source>Back to Check</source>
        <translation>Zurück zur Prüfung</translation>
    </message>
    <message>
        <source>Close the line</source>
        <translation>Diese Zeile schließen</translation>
    </message>
    <message>
        <source>Done: {}</source>
        <translation>Erledigt: {}</translation>
    </message>
</context>
<context>
    <name>BackupChoice</name>
    <message>
        <source>Erasmus Desk can also copy your proposals to a second place while you work: a USB stick, a network drive, or a folder on another disk. If this computer breaks, your work is there.</source>
        <translation>Erasmus Desk kann Ihre Anträge beim Arbeiten auch an einen zweiten Ort kopieren: auf einen USB-Stick, auf ein Netzlaufwerk oder in einen Ordner auf einem anderen Datenträger. Wenn dieser Computer ausfällt, ist Ihre Arbeit dort gesichert.</translation>
    </message>
    <message>
        <source>It keeps one backup of each of the last {0} hours, {1} days and {2} weeks in which you worked: {3} files of a proposal at most, about {4}. While it cannot be reached, you work as usual, and the backup is made when it is back.</source>
        <translation>Dort bleibt für jede der letzten {0}&#xa0;Stunden, {1}&#xa0;Tage und {2}&#xa0;Wochen, in denen Sie gearbeitet haben, eine Sicherungskopie: höchstens {3}&#xa0;Dateien je Antrag, etwa {4}. Ist der Ort nicht erreichbar, arbeiten Sie wie gewohnt weiter, und die Sicherungskopie entsteht, sobald er wieder da ist.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Make no more backups there</source>
        <translation>Dort keine Sicherungskopien mehr</translation>
    </message>
    <message>
        <source>Backups in a second place</source>
        <translation>Sicherungskopien an einem zweiten Ort</translation>
    </message>
    <message>
        <source>{} is full. Choose another folder.</source>
        <translation>{} ist voll. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>You may not write in {}. Choose another folder.</source>
        <translation>Sie dürfen in {} nicht schreiben. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{} cannot be used for backups. Choose another folder.</source>
        <translation>{} kann nicht für Sicherungskopien verwendet werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>Ordner für Sicherungskopien wählen</translation>
    </message>
    <message>
        <source>Off: there are backups on this computer only.</source>
        <translation>Aus: Sicherungskopien gibt es nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Folder: {}</source>
        <translation>Ordner: {}</translation>
    </message>
    <message>
        <source>Checking this folder…</source>
        <translation>Der Ordner wird geprüft …</translation>
    </message>
    <message>
        <source>No backups yet.</source>
        <translation>Noch keine Sicherungskopien.</translation>
    </message>
    <message>
        <source>This folder cannot be reached now.</source>
        <translation>Dieser Ordner ist jetzt nicht erreichbar.</translation>
    </message>
    <message>
        <source>No backups yet. This folder is on the disk of your other files: a stick or a network drive also helps when that disk breaks.</source>
        <translation>Noch keine Sicherungskopien. Dieser Ordner liegt auf dem Datenträger Ihrer anderen Dateien: Ein Stick oder ein Netzlaufwerk hilft auch, wenn dieser Datenträger ausfällt.</translation>
    </message>
    <message>
        <source>Backups of {0} take {1}. The newest is from {2}.</source>
        <translation>Sicherungskopien: {0}, {1}. Die neueste ist vom {2}.</translation>
    </message>
</context>
<context>
    <name>BackupNotices</name>
    <message>
        <source>The place for backups cannot be reached now: {}. Your proposal is saved as usual. The backup is made when the place is back.</source>
        <translation>Der Ort für Sicherungskopien ist jetzt nicht erreichbar: {}. Ihr Antrag wird wie gewohnt gespeichert. Die Sicherungskopie entsteht, sobald der Ort wieder da ist.</translation>
    </message>
    <message>
        <source>The place for backups is full: {}. Your proposal is saved as usual, and the backups there are all kept. Make room, or choose another place in Preferences.</source>
        <translation>Der Ort für Sicherungskopien ist voll: {}. Ihr Antrag wird wie gewohnt gespeichert, und alle Sicherungskopien dort bleiben erhalten. Schaffen Sie Platz, oder wählen Sie in den Einstellungen einen anderen Ort.</translation>
    </message>
    <message>
        <source>You may not write in the place for backups: {}. Your proposal is saved as usual. You can choose another place in Preferences.</source>
        <translation>Sie dürfen am Ort für Sicherungskopien nicht schreiben: {}. Ihr Antrag wird wie gewohnt gespeichert. In den Einstellungen können Sie einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The place for backups reports an error: {}. Your proposal is saved as usual. The backup is tried again each minute.</source>
        <translation>Der Ort für Sicherungskopien meldet einen Fehler: {}. Ihr Antrag wird wie gewohnt gespeichert. Die Sicherungskopie wird jede Minute erneut versucht.</translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>BackupSummary</name>
    <message>
        <source>{0}: {1} of {2} answered</source>
        <translation>{0}: {1} von {2} beantwortet</translation>
    </message>
</context>
<context>
    <name>BudgetPage</name>
    <message>
        <source>Search the budget</source>
        <translation>Im Budget suchen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>unfolds</source>
        <translation>klappt auf</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>opens where it is planned</source>
        <translation>öffnet, wo es geplant ist</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>Nach Organisation</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Nach Jahr</translation>
    </message>
</context>
<context>
    <name>BudgetTexts</name>
    <message>
        <source>no organisation</source>
        <translation>keine Organisation</translation>
    </message>
    <message>
        <source>year unknown</source>
        <translation>Jahr unbekannt</translation>
    </message>
    <message>
        <source>not in the total</source>
        <translation>nicht im Gesamtbetrag</translation>
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
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>Call {0}: {1}</source>
        <translation>Aufruf {0}: {1}</translation>
    </message>
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>As in Word</source>
        <translation>Wie in Word</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie erstellen</translation>
    </message>
    <message>
        <source>Rename or move…</source>
        <translation>Umbenennen oder verschieben&#xa0;…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Eine Kopie wurde als {} gespeichert.</translation>
    </message>
    <message>
        <source>Rename or move</source>
        <translation>Umbenennen oder verschieben</translation>
    </message>
    <message>
        <source>{} is no longer on this list. The file was not changed.</source>
        <translation>{} steht nicht mehr in dieser Liste. Die Datei wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>CardTexts</name>
    <message>
        <source>last edited {}</source>
        <translation>zuletzt bearbeitet am {}</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>{0} von {1} Pflichtantworten</translation>
    </message>
    <message>
        <source>sent to {}, waiting for reply</source>
        <translation>gesendet an {}, wartet auf Antwort</translation>
    </message>
    <message>
        <source>reply by {}</source>
        <translation>Antwort bis {}</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Antrag ohne Titel</translation>
    </message>
    <message>
        <source>You stopped at “{}”</source>
        <translation>Sie haben bei „{}“ aufgehört</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>aus {}</translation>
    </message>
    <message>
        <source>No title yet</source>
        <translation>Noch kein Titel</translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation>Antragsfrist abgelaufen</translation>
    </message>
    <message>
        <source>deadline today</source>
        <translation>Antragsfrist endet heute</translation>
    </message>
    <message>
        <source>Unfinished new proposal</source>
        <translation>Noch nicht angelegter Antrag</translation>
    </message>
</context>
<context>
    <name>CarriedPage</name>
    <message>
        <source>From another proposal</source>
        <translation>Aus einem anderen Antrag</translation>
    </message>
    <message>
        <source>You have looked at everything.</source>
        <translation>Sie haben alles angesehen.</translation>
    </message>
    <message>
        <source>This proposal was made from one for {}, which is not changed. Look at what is listed here. Change it, or say that you have seen it.</source>
        <translation>Dieser Antrag entstand aus einem Antrag für {}, der unverändert bleibt. Sehen Sie sich an, was hier steht. Ändern Sie es, oder bestätigen Sie, dass Sie es gesehen haben.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Unit costs and other costs</source>
        <translation>Einheitskosten und andere Kosten</translation>
    </message>
    <message>
        <source>Priorities and topics</source>
        <translation>Prioritäten und Themen</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Wer was macht</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>The new question asks something else</source>
        <translation>Die neue Frage fragt nach etwas anderem</translation>
    </message>
    <message>
        <source>Formalities</source>
        <translation>Formalitäten</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Alles gesehen</translation>
    </message>
    <message>
        <source>All seen: {}</source>
        <translation>Alles gesehen: {}</translation>
    </message>
    <message>
        <source>{0} ({1} times)</source>
        <translation>{0} ({1}-mal)</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Zur Antwort</translation>
    </message>
    <message>
        <source>Go to “{}”</source>
        <translation>Zu „{}“</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Seen: {}</source>
        <translation>Gesehen: {}</translation>
    </message>
    <message>
        <source>They have no place in this call, and stay in your proposal.</source>
        <translation>Diese Antworten haben in diesem Aufruf keinen Platz und bleiben in Ihrem Antrag.</translation>
    </message>
    <message>
        <source>Show what is set aside</source>
        <translation>Beiseitegelegtes zeigen</translation>
    </message>
</context>
<context>
    <name>CarryChoicePage</name>
    <message>
        <source>Carry to another call</source>
        <translation>Auf einen anderen Aufruf übertragen</translation>
    </message>
    <message>
        <source>You get a new proposal. What fits the new call moves. What you must write again is marked until you have looked at it. What has no place is set aside in it.</source>
        <translation>Sie erhalten einen neuen Antrag. Was zum neuen Aufruf passt, wird übertragen. Was Sie neu schreiben müssen, ist gekennzeichnet, bis Sie es angesehen haben. Was keinen Platz hat, wird darin beiseitegelegt.</translation>
    </message>
    <message>
        <source>The proposal that is open stays as it is.</source>
        <translation>Der geöffnete Antrag bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Another call</source>
        <translation>Ein anderer Aufruf</translation>
    </message>
    <message>
        <source>The same call another time</source>
        <translation>Derselbe Aufruf noch einmal</translation>
    </message>
    <message>
        <source>A proposal for this call cannot be carried to any call in this program.</source>
        <translation>Ein Antrag für diesen Aufruf lässt sich auf keinen Aufruf in diesem Programm übertragen.</translation>
    </message>
</context>
<context>
    <name>CarryController</name>
    <message>
        <source>This is a new proposal for {0}. “{1}” is not changed.</source>
        <translation>Das ist ein neuer Antrag für {0}. „{1}“ ist unverändert.</translation>
    </message>
</context>
<context>
    <name>ChangeStrip</name>
    <message>
        <source>Changes in the returned file</source>
        <translation>Änderungen in der zurückgesendeten Datei</translation>
    </message>
    <message>
        <source>{} before</source>
        <translation>{} davor</translation>
    </message>
    <message>
        <source>{} more</source>
        <translation>{} weitere</translation>
    </message>
</context>
<context>
    <name>ChangedNotice</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Show one organisation</source>
        <translation>Eine Organisation zeigen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the problems</source>
        <translation>In den Punkten suchen</translation>
    </message>
    <message>
        <source>Ready to send to partners</source>
        <translation>Bereit für die Partner</translation>
    </message>
    <message>
        <source>Objectives, partners and dates are there.</source>
        <translation>Ziele, Partner und Termine sind da.</translation>
    </message>
    <message>
        <source>Ready to show to your National Agency</source>
        <translation>Bereit für die Beratung durch Ihre Nationale Agentur</translation>
    </message>
    <message>
        <source>All texts, activities and the budget are there.</source>
        <translation>Alle Texte, die Aktivitäten und das Budget sind da.</translation>
    </message>
    <message>
        <source>Ready to submit</source>
        <translation>Bereit zum Einreichen</translation>
    </message>
    <message>
        <source>What you have not answered yet is counted. It is nowhere marked as wrong.</source>
        <translation>Was Sie noch nicht beantwortet haben, wird gezählt. Es ist nirgends als falsch gekennzeichnet.</translation>
    </message>
    <message>
        <source>How far you are</source>
        <translation>Wie weit Sie sind</translation>
    </message>
    <message>
        <source>Checked at {}</source>
        <translation>Geprüft um {}</translation>
    </message>
    <message>
        <source>All organisations</source>
        <translation>Alle Organisationen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Nichts fehlt, und nichts ist falsch.</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>{} (not available)</source>
        <translation>{} (nicht möglich)</translation>
    </message>
</context>
<context>
    <name>CityField</name>
    <message>
        <source>Places: {}</source>
        <translation>Orte: {}</translation>
    </message>
    <message>
        <source>Places that begin with what you typed</source>
        <translation>Orte, die mit Ihrer Eingabe beginnen</translation>
    </message>
    <message>
        <source>We do not know this place.</source>
        <translation>Dieser Ort ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The distance is measured from {}.</source>
        <translation>Die Entfernung wird ab {} gemessen.</translation>
    </message>
    <message>
        <source>Understood as {}.</source>
        <translation>Verstanden als {}.</translation>
    </message>
    <message>
        <source>Understood as {}. Choose another one from the list while you type.</source>
        <translation>Verstanden als {}. Wählen Sie beim Schreiben einen anderen Ort aus der Liste.</translation>
    </message>
    <message>
        <source>Understood as the small place {}.</source>
        <translation>Verstanden als der kleine Ort {}.</translation>
    </message>
    <message>
        <source>Understood as {}. The rest is not known.</source>
        <translation>Verstanden als {}. Der Rest ist nicht bekannt.</translation>
    </message>
    <message>
        <source>There is also: {}.</source>
        <translation>Es gibt auch: {}.</translation>
    </message>
</context>
<context>
    <name>CommentThreadCard</name>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>On “{}”</source>
        <translation>Zu „{}“</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Zur Antwort</translation>
    </message>
</context>
<context>
    <name>CommentsView</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>[− …] is only on the left, [+ …] only on the right.</source>
        <translation>[−&#xa0;…] steht nur links, [+&#xa0;…] nur rechts.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Restore this answer</source>
        <translation>Diese Antwort wiederherstellen</translation>
    </message>
    <message>
        <source>Restore this entry</source>
        <translation>Diesen Eintrag wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message>
        <source>All versions</source>
        <translation>Alle Versionen</translation>
    </message>
    <message>
        <source>Current version</source>
        <translation>Aktuelle Version</translation>
    </message>
    <message>
        <source>the version before it</source>
        <translation>die Version davor</translation>
    </message>
    <message>
        <source>Both versions are the same.</source>
        <translation>Beide Versionen sind gleich.</translation>
    </message>
    <message>
        <source>This version cannot be read any more. The others are not affected.</source>
        <translation>Diese Version kann nicht mehr gelesen werden. Die anderen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>verglichen mit</translation>
    </message>
    <message>
        <source>Restoring is one step. Undo reverses it.</source>
        <translation>Das Wiederherstellen ist ein einziger Schritt. „Rückgängig“ nimmt ihn zurück.</translation>
    </message>
    <message>
        <source>Open as a new proposal</source>
        <translation>Als neuen Antrag öffnen</translation>
    </message>
    <message>
        <source>Restore the whole proposal</source>
        <translation>Den ganzen Antrag wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ConflictCopiesController</name>
    <message>
        <source>“{0}” is a copy of this proposal, saved {1}.</source>
        <translation>„{0}“ ist eine Kopie dieses Antrags, gespeichert: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a copy of this proposal, by {2}, saved {1}.</source>
        <translation>„{0}“ ist eine Kopie dieses Antrags von {2}, gespeichert: {1}.</translation>
    </message>
    <message>
        <source>A program that synchronises folders makes one when two people save at the same time. It has changes that are not in yours.</source>
        <translation>Ein Programm, das Ordner abgleicht, legt eine solche Kopie an, wenn zwei Personen gleichzeitig speichern. Sie enthält Änderungen, die in Ihrem Antrag nicht stehen.</translation>
    </message>
    <message>
        <source>Merge it…</source>
        <translation>Zusammenführen&#xa0;…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>ContinueCard</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue where you stopped</source>
        <translation>Weitermachen, wo Sie aufgehört haben</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Hier beginnen</translation>
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
        <translation>Senden</translation>
    </message>
    <message>
        <source>Who has a copy</source>
        <translation>Exemplare</translation>
    </message>
    <message>
        <source>Nobody has a copy of this proposal yet.</source>
        <translation>Bisher hat niemand ein Exemplar dieses Antrags.</translation>
    </message>
</context>
<context>
    <name>CopyButtons</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy and next</source>
        <translation>Kopieren und weiter</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>CopyDesk</name>
    <message>
        <source>Copy to the online form</source>
        <translation>Ins Online-Formular kopieren</translation>
    </message>
    <message>
        <source>Online form</source>
        <translation>Online-Formular</translation>
    </message>
    <message>
        <source>{0} of {1} copied</source>
        <translation>{0} von {1} kopiert</translation>
    </message>
    <message>
        <source>In the online form: {}</source>
        <translation>Im Online-Formular: {}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>changed after copying</source>
        <translation>nach dem Kopieren geändert</translation>
    </message>
    <message>
        <source>{0} of {1} characters, as the online form counts them</source>
        <translation>{0} von {1}&#xa0;Zeichen, gezählt wie im Online-Formular</translation>
    </message>
    <message>
        <source>{0} of {1} words, as the online form counts them</source>
        <translation>{0} von {1}&#xa0;Wörtern, gezählt wie im Online-Formular</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>CopyDeskPage</name>
    <message>
        <source>Small window on top</source>
        <translation>Kleines Fenster im Vordergrund</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message>
        <source>There is nothing to copy yet.</source>
        <translation>Es gibt noch nichts zu kopieren.</translation>
    </message>
    <message>
        <source>Erasmus Desk does not connect to the online form. Log in there and paste field by field. Line breaks and “- ” lists are kept; everything else is plain text.</source>
        <translation>Erasmus Desk stellt keine Verbindung zum Online-Formular her. Melden Sie sich dort an, und fügen Sie Feld für Feld ein. Zeilenumbrüche und Aufzählungsstriche bleiben erhalten; alles andere ist reiner Text.</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Someone</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>their own questions</source>
        <translation>die eigenen Fragen</translation>
    </message>
    <message>
        <source>whole proposal</source>
        <translation>ganzer Antrag</translation>
    </message>
    <message>
        <source>returned {}</source>
        <translation>zurück am {}</translation>
    </message>
    <message>
        <source>reply was due {}</source>
        <translation>Antwort war am {} fällig</translation>
    </message>
    <message>
        <source>reply by {}</source>
        <translation>Antwort bis {}</translation>
    </message>
</context>
<context>
    <name>CriteriaCard</name>
    <message>
        <source>How many of the questions that count for each are answered</source>
        <translation>Wie viele der Fragen, die für jedes Kriterium zählen, beantwortet sind</translation>
    </message>
    <message>
        <source>Award criteria</source>
        <translation>Gewährungskriterien</translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>CustomTextEditor</name>
    <message>
        <source>Your version of the answer</source>
        <translation>Ihre Fassung der Antwort</translation>
    </message>
    <message>
        <source>Use this text</source>
        <translation>Diesen Text verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>TT.MM.JJJJ</translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation>Datum wählen</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>today, {}</source>
        <translation>heute, {}</translation>
    </message>
    <message>
        <source>yesterday, {}</source>
        <translation>gestern, {}</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Accept all</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>Accepts what only reviewers changed. Conflicts and guesses wait for you.</source>
        <translation>Nimmt an, was nur in der Durchsicht geändert wurde. Konflikte und Vermutungen warten auf Sie.</translation>
    </message>
    <message>
        <source>Accepts what only the other version changed. Conflicts wait for you.</source>
        <translation>Nimmt an, was nur in der anderen Version geändert wurde. Konflikte warten auf Sie.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>{0} of {1} decided</source>
        <translation>{0} von {1} entschieden</translation>
    </message>
    <message>
        <source>No answer was changed.</source>
        <translation>Keine Antwort wurde geändert.</translation>
    </message>
    <message>
        <source>{} accepted</source>
        <translation>{} angenommen</translation>
    </message>
    <message>
        <source>{} rejected</source>
        <translation>{} abgelehnt</translation>
    </message>
</context>
<context>
    <name>DecisionButton</name>
    <message>
        <source>Key {}</source>
        <translation>Taste {}</translation>
    </message>
</context>
<context>
    <name>DecisionButtons</name>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Zur Antwort</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>DistancesNote</name>
    <message>
        <source>Distances</source>
        <translation>Entfernungen</translation>
    </message>
    <message>
        <source>Measured in a straight line from city to city. Type your own kilometres where they are wrong; a note is then asked.</source>
        <translation>In Luftlinie von Ort zu Ort gemessen. Geben Sie eigene Kilometer ein, wo die Entfernung nicht stimmt; dann wird nach einer Anmerkung gefragt.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>down</source>
        <translation>abwärts</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Strg+V</translation>
    </message>
    <message>
        <source>paste a block</source>
        <translation>fügt einen Block ein</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>The menu key shows what else you can do.</source>
        <translation>Die Menütaste zeigt, was Sie sonst noch tun können.</translation>
    </message>
</context>
<context>
    <name>EditActions</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>A&amp;usschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>EditingController</name>
    <message>
        <source>{} is saved. You can add it to any proposal.</source>
        <translation>{} ist gespeichert. Sie können die Organisation jedem Antrag hinzufügen.</translation>
    </message>
    <message>
        <source>You removed {}.</source>
        <translation>Sie haben {} entfernt.</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>Vorheriger Eintrag</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Nächster Eintrag</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation>(noch kein Titel)</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>EstimateCard</name>
    <message>
        <source>Whole proposal</source>
        <translation>Ganzer Antrag</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Word file</source>
        <translation>Word-Datei</translation>
    </message>
    <message>
        <source>Save your proposal as a Word file and send it to your partners.</source>
        <translation>Speichern Sie Ihren Antrag als Word-Datei, und senden Sie ihn Ihren Partnern.</translation>
    </message>
    <message>
        <source>Clean proposal</source>
        <translation>Reinschrift</translation>
    </message>
    <message>
        <source>Questions and answers only, to read and to send</source>
        <translation>Nur Fragen und Antworten, zum Lesen und Versenden</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Arbeitsfassung</translation>
    </message>
    <message>
        <source>With guidance and character counts, for colleagues who write too</source>
        <translation>Mit Hinweisen und Zeichenzahlen, für alle, die mitschreiben</translation>
    </message>
    <message>
        <source>For one partner</source>
        <translation>Für einen Partner</translation>
    </message>
    <message>
        <source>Only their own questions, with a date to reply by</source>
        <translation>Nur die eigenen Fragen, mit einer Antwortfrist</translation>
    </message>
    <message>
        <source>What is the file for?</source>
        <translation>Wofür ist die Datei?</translation>
    </message>
    <message>
        <source>See what is missing</source>
        <translation>Zeigen, was fehlt</translation>
    </message>
    <message>
        <source>{} before you submit.</source>
        <translation>{}, bevor Sie einreichen.</translation>
    </message>
    <message>
        <source>Totals only; the Excel workbook has every line</source>
        <translation>Nur Summen; die Excel-Arbeitsmappe enthält jede Zeile</translation>
    </message>
    <message>
        <source>Every line, at the end</source>
        <translation>Jede Zeile, am Ende</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Language of headings and questions</source>
        <translation>Sprache der Überschriften und Fragen</translation>
    </message>
    <message>
        <source>Papers for the partners</source>
        <translation>Unterlagen für die Partner</translation>
    </message>
    <message>
        <source>Letters to sign, the annexes, or one page for each partner</source>
        <translation>Schreiben zum Unterschreiben, die Anhänge oder eine Seite für jeden Partner</translation>
    </message>
    <message>
        <source>Your school’s template (optional)</source>
        <translation>Vorlage Ihrer Schule (optional)</translation>
    </message>
    <message>
        <source>Its styles, header, logo and margins are used.</source>
        <translation>Formatvorlagen, Kopfzeile, Logo und Seitenränder werden übernommen.</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Als Word speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save budget as Excel…</source>
        <translation>Budget als Excel speichern&#xa0;…</translation>
    </message>
    <message>
        <source>An Excel workbook with formulas.</source>
        <translation>Eine Excel-Arbeitsmappe mit Formeln.</translation>
    </message>
    <message>
        <source>Preview and PDF…</source>
        <translation>Vorschau und PDF&#xa0;…</translation>
    </message>
    <message>
        <source>See the pages, and save them as a PDF.</source>
        <translation>Die Seiten ansehen und als PDF speichern.</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Nichts fehlt, und nichts ist falsch.</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Word-Dateien (*.docx)</translation>
    </message>
    <message>
        <source>A folder for the files</source>
        <translation>Ein Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Save as Word</source>
        <translation>Als Word speichern</translation>
    </message>
    <message>
        <source>Save budget as Excel</source>
        <translation>Budget als Excel speichern</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-Arbeitsmappen (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>ExportResultBox</name>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>This is not confirmed.</source>
        <translation>Das ist nicht bestätigt.</translation>
    </message>
</context>
<context>
    <name>FeedbackActions</name>
    <message>
        <source>Coordinator</source>
        <translation>Koordinator</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>Comments and returned files</source>
        <translation>Kommentare und zurückgesendete Dateien</translation>
    </message>
    <message>
        <source>See who has a Word file, read comments, and decide on changes.</source>
        <translation>Sehen Sie, wer eine Word-Datei hat, lesen Sie Kommentare, und entscheiden Sie über Änderungen.</translation>
    </message>
    <message>
        <source>Import reviewed Word file…</source>
        <translation>Durchgesehene Word-Datei importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Als Word speichern&#xa0;…</translation>
    </message>
    <message>
        <source>No files are waiting for a reply. Nothing to decide.</source>
        <translation>Keine Datei wartet auf Antwort. Es gibt nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Send your proposal to your partners. Their comments and changes come here.</source>
        <translation>Senden Sie Ihren Antrag Ihren Partnern. Deren Kommentare und Änderungen erscheinen hier.</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Sent, waiting for reply</source>
        <translation>Gesendet, wartet auf Antwort</translation>
    </message>
    <message>
        <source>Resolved comments</source>
        <translation>Erledigte Kommentare</translation>
    </message>
    <message>
        <source>The whole proposal</source>
        <translation>Der ganze Antrag</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>Mark as not copied</source>
        <translation>Als nicht kopiert kennzeichnen</translation>
    </message>
    <message>
        <source>No answer: there is nothing to copy.</source>
        <translation>Keine Antwort: Es gibt nichts zu kopieren.</translation>
    </message>
    <message>
        <source>You emptied this answer after copying it: empty the field there too.</source>
        <translation>Sie haben diese Antwort nach dem Kopieren geleert: Leeren Sie auch dort das Feld.</translation>
    </message>
</context>
<context>
    <name>FieldPage</name>
    <message>
        <source>Choose the field.</source>
        <translation>Wählen Sie den Bereich.</translation>
    </message>
</context>
<context>
    <name>FieldTree</name>
    <message>
        <source>Fields of the online form</source>
        <translation>Felder des Online-Formulars</translation>
    </message>
</context>
<context>
    <name>FileChangesController</name>
    <message>
        <source>Save again as “{}”</source>
        <translation>Erneut als „{}“ speichern</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Show the differences</source>
        <translation>Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Merge both versions…</source>
        <translation>Beide Versionen zusammenführen&#xa0;…</translation>
    </message>
    <message>
        <source>Save mine as a new file</source>
        <translation>Meine Version als neue Datei speichern</translation>
    </message>
    <message>
        <source>Someone else changed this file after you opened it. Nothing was overwritten. Choose how to keep both versions.</source>
        <translation>Jemand anders hat diese Datei geändert, nachdem Sie sie geöffnet hatten. Nichts wurde überschrieben. Wählen Sie, wie Sie beide Versionen behalten.</translation>
    </message>
    <message>
        <source>Open theirs, and save mine as a copy</source>
        <translation>Die andere öffnen, meine als Kopie speichern</translation>
    </message>
    <message>
        <source>Open the newer version</source>
        <translation>Die neuere Version öffnen</translation>
    </message>
    <message>
        <source>Go on with “{}”</source>
        <translation>Mit „{}“ weiterarbeiten</translation>
    </message>
    <message>
        <source>Save mine again as “{}”</source>
        <translation>Meine Version erneut als „{}“ speichern</translation>
    </message>
    <message>
        <source>Your version is saved in the same folder as {}.</source>
        <translation>Ihre Version ist im selben Ordner als {} gespeichert.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Left: the version on disk. Right: your version.</source>
        <translation>Links: die Version auf dem Datenträger. Rechts: Ihre Version.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>“{}” is no longer in its folder. Someone moved or deleted it.</source>
        <translation>„{}“ ist nicht mehr in seinem Ordner. Jemand hat die Datei verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>The folder of “{}” is not there. A drive may be unplugged or disconnected.</source>
        <translation>Der Ordner von „{}“ ist nicht da. Vielleicht ist ein Laufwerk abgezogen oder nicht verbunden.</translation>
    </message>
    <message>
        <source>When the folder is back, saving goes on.</source>
        <translation>Sobald der Ordner wieder da ist, wird weiter gespeichert.</translation>
    </message>
    <message>
        <source>Someone else saved a newer version of this file. You see the version before it.</source>
        <translation>Jemand anders hat eine neuere Version dieser Datei gespeichert. Sie sehen die Version davor.</translation>
    </message>
    <message>
        <source>That version is kept on this computer.</source>
        <translation>Diese Version bleibt auf diesem Computer erhalten.</translation>
    </message>
    <message>
        <source>That version is only in this window.</source>
        <translation>Diese Version ist nur in diesem Fenster.</translation>
    </message>
    <message>
        <source>Someone renamed “{0}” to “{1}”.</source>
        <translation>Jemand hat „{0}“ in „{1}“ umbenannt.</translation>
    </message>
    <message>
        <source>Your text is safe on this computer.</source>
        <translation>Ihr Text ist auf diesem Computer gesichert.</translation>
    </message>
    <message>
        <source>Your latest text is only in this window: this computer could not save it anywhere else.</source>
        <translation>Ihr neuester Text ist nur in diesem Fenster: Dieser Computer konnte ihn nirgends sonst speichern.</translation>
    </message>
    <message>
        <source>Nothing is saved in a file until you choose.</source>
        <translation>In keiner Datei wird etwas gespeichert, bis Sie wählen.</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Saving {}…</source>
        <translation>{} wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing was saved yet. First choose above which version to use.</source>
        <translation>Es wurde noch nichts gespeichert. Wählen Sie zuerst oben, welche Version Sie verwenden.</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Gespeichert als {}.</translation>
    </message>
    <message>
        <source>{} was changed after it was exported, so it was not overwritten. To use what was changed, import that file.</source>
        <translation>{} wurde nach dem Exportieren geändert und deshalb nicht überschrieben. Importieren Sie diese Datei, um die Änderungen zu übernehmen.</translation>
    </message>
</context>
<context>
    <name>FilteredListField</name>
    <message>
        <source>Filter the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Filter: {}</source>
        <translation>Filter: {}</translation>
    </message>
</context>
<context>
    <name>FinishLineRow</name>
    <message>
        <source>Reached. {}</source>
        <translation>Erreicht. {}</translation>
    </message>
    <message>
        <source>Also: {}</source>
        <translation>Auch: {}</translation>
    </message>
</context>
<context>
    <name>FocusFoot</name>
    <message>
        <source>questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>find and replace</source>
        <translation>Suchen und Ersetzen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>FocusPage</name>
    <message>
        <source>Previous question</source>
        <translation>Vorherige Frage</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Nächste Frage</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Question {0} of {1}</source>
        <translation>Frage {0} von {1}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>FoldHead</name>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>FoldedSentences</name>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
</context>
<context>
    <name>GanttChart</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitstrahl</translation>
    </message>
    <message>
        <source>{0}: {1} to {2}</source>
        <translation>{0}: {1} bis {2}</translation>
    </message>
</context>
<context>
    <name>GrantCard</name>
    <message>
        <source>Grant for {}</source>
        <translation>Zuschuss für {}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>All {}</source>
        <translation>Alle {}</translation>
    </message>
    <message>
        <source>Whole proposal</source>
        <translation>Ganzer Antrag</translation>
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
        <translation>Budget als Excel speichern</translation>
    </message>
    <message>
        <source>maximum not known yet</source>
        <translation>Höchstbetrag noch nicht bekannt</translation>
    </message>
    <message>
        <source>of {}</source>
        <translation>von {}</translation>
    </message>
    <message>
        <source>{} over the maximum</source>
        <translation>{} über dem Höchstbetrag</translation>
    </message>
    <message>
        <source>{} remaining</source>
        <translation>noch {} verfügbar</translation>
    </message>
    <message>
        <source>{} still to distribute</source>
        <translation>noch {} zu verteilen</translation>
    </message>
</context>
<context>
    <name>GrantModel</name>
    <message>
        <source>Category, activity, organisation</source>
        <translation>Kategorie, Aktivität, Organisation</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Grant requested</source>
        <translation>Beantragter Zuschuss</translation>
    </message>
</context>
<context>
    <name>GrantTree</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Remove row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Another group from {}</source>
        <translation>Noch eine Gruppe von {}</translation>
    </message>
    <message>
        <source>A group from {}</source>
        <translation>Eine Gruppe von {}</translation>
    </message>
</context>
<context>
    <name>GrowingTextEdit</name>
    <message>
        <source>History of this answer</source>
        <translation>Verlauf dieser Antwort</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>Guidance</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Close the guidance (F1)</source>
        <translation>Hinweise schließen (F1)</translation>
    </message>
    <message>
        <source>Click in a question to see its guidance.</source>
        <translation>Klicken Sie in eine Frage, um die Hinweise dazu zu sehen.</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>What the question asks</source>
        <translation>Wonach gefragt wird</translation>
    </message>
    <message>
        <source>What assessors look for</source>
        <translation>Worauf Gutachter achten</translation>
    </message>
    <message>
        <source>Questions to help you write</source>
        <translation>Fragen, die beim Schreiben helfen</translation>
    </message>
    <message>
        <source>Points to include</source>
        <translation>Was hineingehört</translation>
    </message>
    <message>
        <source>Award criterion</source>
        <translation>Gewährungskriterium</translation>
    </message>
</context>
<context>
    <name>GuidedStart</name>
    <message>
        <source>If you go on, you lose what you chose for this new proposal.</source>
        <translation>Wenn Sie fortfahren, verlieren Sie, was Sie für diesen neuen Antrag gewählt haben.</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Ohne Speichern fortfahren</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hierbleiben</translation>
    </message>
    <message>
        <source>The earlier proposal “{0}” is not in {1} now. Put it back to use its answers, or go on without them.</source>
        <translation>Der frühere Antrag „{0}“ ist jetzt nicht in {1}. Legen Sie ihn zurück, um seine Antworten zu verwenden, oder fahren Sie ohne sie fort.</translation>
    </message>
</context>
<context>
    <name>HiddenAnswersPage</name>
    <message>
        <source>Answers set aside</source>
        <translation>Beiseitegelegte Antworten</translation>
    </message>
    <message>
        <source>These answers are not used with your current choices, such as the project type and field. They stay in your proposal, but not in the Word file. If you change back, they return.</source>
        <translation>Diese Antworten werden bei Ihrer jetzigen Auswahl nicht verwendet, zum Beispiel wegen der Projektart oder des Bereichs. Die Antworten bleiben in Ihrem Antrag, stehen aber nicht in der Word-Datei. Wenn Sie zurückwechseln, kommen sie wieder.</translation>
    </message>
    <message>
        <source>What this belongs to is no longer in the proposal.</source>
        <translation>Der Eintrag, zu dem das gehört, ist nicht mehr im Antrag.</translation>
    </message>
    <message>
        <source>Go to “{}”</source>
        <translation>Zu „{}“</translation>
    </message>
    <message>
        <source>Asked only of the first of the list.</source>
        <translation>Wird nur beim ersten Eintrag der Liste gefragt.</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} oder {1}</translation>
    </message>
    <message>
        <source>Not asked if “{0}” is {1}.</source>
        <translation>Wird nicht gefragt, wenn bei „{0}“ {1} steht.</translation>
    </message>
    <message>
        <source>Asked only if “{0}” is {1}.</source>
        <translation>Wird nur gefragt, wenn bei „{0}“ {1} steht.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>mindestens {}</translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation>höchstens {}</translation>
    </message>
    <message>
        <source>The form no longer has a question for these answers. They stay in your proposal, but not in the Word file. Copy what you need.</source>
        <translation>Das Formular hat für diese Antworten keine Frage mehr. Die Antworten bleiben in Ihrem Antrag, stehen aber nicht in der Word-Datei. Kopieren Sie, was Sie brauchen.</translation>
    </message>
</context>
<context>
    <name>HintsFold</name>
    <message>
        <source>Show our examples and hints</source>
        <translation>Unsere Beispiele und Tipps zeigen</translation>
    </message>
    <message>
        <source>Hide our examples and hints</source>
        <translation>Unsere Beispiele und Tipps ausblenden</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Today, {}</source>
        <translation>Heute, {}</translation>
    </message>
    <message>
        <source>new since then</source>
        <translation>seitdem neu</translation>
    </message>
    <message>
        <source>removed since then</source>
        <translation>seitdem entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>empty since then</source>
        <translation>seitdem leer</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>Current version</source>
        <translation>Aktuelle Version</translation>
    </message>
    <message>
        <source>Backup of the whole proposal</source>
        <translation>Sicherungskopie des ganzen Antrags</translation>
    </message>
    <message>
        <source>First opened</source>
        <translation>Zum ersten Mal geöffnet</translation>
    </message>
    <message>
        <source>Changed outside this window</source>
        <translation>Außerhalb dieses Fensters geändert</translation>
    </message>
    <message>
        <source>Saved by you</source>
        <translation>Von Ihnen gespeichert</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>Changes imported</source>
        <translation>Änderungen importiert</translation>
    </message>
    <message>
        <source>Project type changed</source>
        <translation>Projektart geändert</translation>
    </message>
    <message>
        <source>Carried from another proposal</source>
        <translation>Aus einem anderen Antrag übertragen</translation>
    </message>
    <message>
        <source>Newer text that you did not recover</source>
        <translation>Neuerer Text, den Sie nicht wiederhergestellt haben</translation>
    </message>
    <message>
        <source>Other version, merged</source>
        <translation>Andere Version, zusammengeführt</translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>Name this version</source>
        <translation>Diese Version benennen</translation>
    </message>
    <message>
        <source>A version with a name is always kept, for example “before the meeting”.</source>
        <translation>Eine Version mit Namen bleibt immer erhalten, zum Beispiel „vor der Besprechung“.</translation>
    </message>
    <message>
        <source>Restored from {}.</source>
        <translation>Wiederhergestellt: {}.</translation>
    </message>
    <message>
        <source>This is a new proposal: “{0}”. “{1}” is not changed.</source>
        <translation>Das ist ein neuer Antrag: „{0}“. „{1}“ ist unverändert.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Version history</source>
        <translation>Versionsverlauf</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>Diese Version benennen&#xa0;…</translation>
    </message>
    <message>
        <source>Show all answers</source>
        <translation>Alle Antworten zeigen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Only versions in which this changed: {}</source>
        <translation>Nur Versionen, in denen sich das geändert hat: {}</translation>
    </message>
    <message>
        <source>Everything of the last two days is here, then one version an hour, a day, and a week. Versions with a name stay.</source>
        <translation>Aus den letzten zwei Tagen ist alles hier, davor eine Version je Stunde, je Tag und je Woche. Versionen mit Namen bleiben.</translation>
    </message>
    <message>
        <source>This history takes {0}, that of all proposals {1} of {2} at most.</source>
        <translation>Dieser Verlauf belegt {0}, der aller Anträge {1} von höchstens {2}.</translation>
    </message>
    <message>
        <source>Autosave is not working now. Only backups are listed.</source>
        <translation>Das automatische Speichern funktioniert gerade nicht. Hier stehen nur Sicherungskopien.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>HistorySpace</name>
    <message>
        <source>The earlier versions of all proposals take {0} now, and {1} at most. Beyond that, the oldest go first when you close Erasmus Desk. Versions with a name always stay.</source>
        <translation>Die früheren Versionen aller Anträge belegen jetzt {0}, höchstens {1}. Darüber hinaus werden beim Schließen von Erasmus Desk die ältesten zuerst entfernt. Versionen mit Namen bleiben immer.</translation>
    </message>
    <message>
        <source>Copies of what could not be saved take {0}, and {1} at most. The oldest go first, but never the last of a proposal. “Restore from a backup…” on the home page lists them.</source>
        <translation>Kopien von dem, was nicht gespeichert werden konnte, belegen {0}, höchstens {1}. Die ältesten werden zuerst entfernt, die letzte eines Antrags nie. „Sicherungskopie wiederherstellen&#xa0;…“ auf der Startseite zeigt sie.</translation>
    </message>
    <message>
        <source>Those with a name alone take {}. They are never removed, so the history is larger.</source>
        <translation>Allein die mit Namen belegen {}. Diese werden nie entfernt, daher ist der Verlauf größer.</translation>
    </message>
    <message>
        <source>Version history</source>
        <translation>Versionsverlauf</translation>
    </message>
</context>
<context>
    <name>HomeController</name>
    <message>
        <source>Choose an earlier proposal</source>
        <translation>Einen früheren Antrag wählen</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Word-Dateien (*.docx)</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>Write your Erasmus+ partnership proposal offline and save it as a Word file.</source>
        <translation>Schreiben Sie Ihren Antrag für eine Erasmus+-Partnerschaft ohne Internet, und speichern Sie ihn als Word-Datei.</translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation>Neuer Antrag</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Start from an earlier Word proposal…</source>
        <translation>Aus Word-Datei beginnen&#xa0;…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Sicherungskopie wiederherstellen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Everything is on this computer, in {}.</source>
        <translation>Alles ist auf diesem Computer, in {}.</translation>
    </message>
    <message>
        <source>You can drop a proposal, a reviewed Word file or a call on this window.</source>
        <translation>Sie können einen Antrag, eine durchgesehene Word-Datei oder einen Aufruf auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Backups are also in {}.</source>
        <translation>Sicherungskopien liegen auch in {}.</translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message>
        <source>Calls included</source>
        <translation>Enthaltene Aufrufe</translation>
    </message>
    <message>
        <source>Add a call…</source>
        <translation>Aufruf hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Complete example proposals with invented data. You open a copy.</source>
        <translation>Vollständige Beispielanträge mit erfundenen Angaben. Sie öffnen eine Kopie.</translation>
    </message>
</context>
<context>
    <name>ItemField</name>
    <message>
        <source>(no longer in the list)</source>
        <translation>(nicht mehr in der Liste)</translation>
    </message>
</context>
<context>
    <name>ItemTools</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add saved organisation</source>
        <translation>Gespeicherte hinzufügen</translation>
    </message>
    <message>
        <source>Add an organisation that you saved before</source>
        <translation>Eine früher gespeicherte Organisation hinzufügen</translation>
    </message>
    <message>
        <source>Paste rows from Excel</source>
        <translation>Zeilen aus Excel einfügen</translation>
    </message>
    <message>
        <source>Paste rows from Excel (Ctrl+V in the table)</source>
        <translation>Zeilen aus Excel einfügen (Strg+V in der Tabelle)</translation>
    </message>
    <message>
        <source>Save for other proposals</source>
        <translation>Für andere Anträge speichern</translation>
    </message>
    <message>
        <source>Move up (Ctrl+Shift+↑)</source>
        <translation>Nach oben (Strg+Umschalt+↑)</translation>
    </message>
    <message>
        <source>Move down (Ctrl+Shift+↓)</source>
        <translation>Nach unten (Strg+Umschalt+↓)</translation>
    </message>
    <message>
        <source>Remove (Ctrl+Delete)</source>
        <translation>Entfernen (Strg+Entf)</translation>
    </message>
    <message>
        <source>Fold (Space)</source>
        <translation>Zuklappen (Leertaste)</translation>
    </message>
    <message>
        <source>Unfold (Space)</source>
        <translation>Aufklappen (Leertaste)</translation>
    </message>
</context>
<context>
    <name>ItemsHolder</name>
    <message>
        <source>Details of {}</source>
        <translation>Angaben zu {}</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>(no name yet)</source>
        <translation>(noch kein Name)</translation>
    </message>
    <message>
        <source>Type a name, or paste rows from Excel</source>
        <translation>Geben Sie einen Namen ein, oder fügen Sie Zeilen aus Excel ein</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>Help me choose</source>
        <translation>Bei der Auswahl helfen</translation>
    </message>
    <message>
        <source>The project types</source>
        <translation>Die Projektarten</translation>
    </message>
    <message>
        <source>You can change the type later. What it does not use is set aside.</source>
        <translation>Sie können die Art später ändern. Was die neue Art nicht verwendet, wird beiseitegelegt.</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Was erwartet wird</translation>
    </message>
    <message>
        <source>What can be funded</source>
        <translation>Was gefördert werden kann</translation>
    </message>
    <message>
        <source>Extra questions for this type</source>
        <translation>Zusätzliche Fragen bei dieser Art</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht zugelassen</translation>
    </message>
    <message>
        <source>Choose a project type.</source>
        <translation>Wählen Sie eine Projektart.</translation>
    </message>
</context>
<context>
    <name>KindTable</name>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>LastHoursCard</name>
    <message>
        <source>The last hours</source>
        <translation>Die letzten Stunden</translation>
    </message>
    <message>
        <source>Dates of the papers</source>
        <translation>Stand der Unterlagen</translation>
    </message>
    <message>
        <source>The deadline is {}.</source>
        <translation>Die Antragsfrist endet am {}.</translation>
    </message>
    <message>
        <source>The deadline was {}.</source>
        <translation>Die Antragsfrist endete am {}.</translation>
    </message>
    <message>
        <source>By the clock of this computer: {}</source>
        <translation>Nach der Uhr dieses Computers: {}</translation>
    </message>
</context>
<context>
    <name>LeavingController</name>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Kopie an anderem Ort speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Ohne Speichern fortfahren</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hierbleiben</translation>
    </message>
    <message>
        <source>Your latest text is not saved.</source>
        <translation>Ihr neuester Text ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>“{}” does not contain your latest text. It is kept safe on this computer, and is offered when you start Erasmus Desk again.</source>
        <translation>„{}“ enthält Ihren neuesten Text nicht. Dieser Text ist auf diesem Computer gesichert und wird Ihnen beim nächsten Start von Erasmus Desk angeboten.</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>Kopie an anderem Ort speichern</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Eine Kopie wurde als {} gespeichert.</translation>
    </message>
</context>
<context>
    <name>LeftBar</name>
    <message>
        <source>{} too much</source>
        <translation>{} zu viel</translation>
    </message>
    <message>
        <source>Still to distribute: {}</source>
        <translation>Noch zu verteilen: {}</translation>
    </message>
    <message>
        <source>Everything is distributed</source>
        <translation>Alles ist verteilt</translation>
    </message>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation>{0}: {1} von {2}</translation>
    </message>
    <message>
        <source>Choose a lump sum first</source>
        <translation>Wählen Sie zuerst einen Pauschalbetrag</translation>
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
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Who and where</source>
        <translation>Wer und wo</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation>(noch kein Titel)</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Search the list</source>
        <translation>Die Liste durchsuchen</translation>
    </message>
    <message>
        <source>{0} of {1} complete</source>
        <translation>{0} von {1} vollständig</translation>
    </message>
</context>
<context>
    <name>LockController</name>
    <message>
        <source>We both work on it</source>
        <translation>Wir arbeiten beide daran</translation>
    </message>
    <message>
        <source>Nobody works there: take over</source>
        <translation>Dort arbeitet niemand: übernehmen</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>{} Esc cancels.</source>
        <translation>{} Esc bricht ab.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <source>The file is gone</source>
        <translation>Die Datei ist weg</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Zurückholen&#xa0;…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>LostFiles</name>
    <message>
        <source>Last saved: {}</source>
        <translation>Zuletzt gespeichert: {}</translation>
    </message>
    <message>
        <source>It was in {}</source>
        <translation>Sie war in {}</translation>
    </message>
    <message>
        <source>Its text is kept on this computer.</source>
        <translation>Der Text ist auf diesem Computer gesichert.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>“{}” is back. Earlier versions are in its version history.</source>
        <translation>„{}“ ist wieder da. Frühere Versionen stehen im Versionsverlauf.</translation>
    </message>
</context>
<context>
    <name>LumpSumHelp</name>
    <message>
        <source>Which lump sum suits?</source>
        <translation>Welcher Pauschalbetrag passt?</translation>
    </message>
    <message>
        <source>This shows what speaks for each amount. You choose.</source>
        <translation>Hier steht, was wofür spricht. Sie wählen.</translation>
    </message>
    <message>
        <source>The estimate is {} above it</source>
        <translation>Die Schätzung liegt {} darüber</translation>
    </message>
    <message>
        <source>The estimate is {} below it</source>
        <translation>Die Schätzung liegt {} darunter</translation>
    </message>
    <message>
        <source>The estimate of {} is above every lump sum.</source>
        <translation>Die Schätzung von {} liegt über jedem Pauschalbetrag.</translation>
    </message>
    <message>
        <source>The estimate of {0} is below every lump sum; the nearest is {1}.</source>
        <translation>Die Schätzung von {0} liegt unter jedem Pauschalbetrag; der nächste ist {1}.</translation>
    </message>
    <message>
        <source>The estimate of {0} is above {1}; the nearest lump sum above it is {2}.</source>
        <translation>Die Schätzung von {0} liegt über {1}; der nächsthöhere Pauschalbetrag ist {2}.</translation>
    </message>
    <message>
        <source>It is not complete yet.</source>
        <translation>Sie ist noch nicht vollständig.</translation>
    </message>
</context>
<context>
    <name>MarkedText</name>
    <message>
        <source>deleted: {}</source>
        <translation>gelöscht: {}</translation>
    </message>
    <message>
        <source>inserted: {}</source>
        <translation>eingefügt: {}</translation>
    </message>
</context>
<context>
    <name>MatrixCells</name>
    <message>
        <source>Share of the lump sum</source>
        <translation>Anteil am Pauschalbetrag</translation>
    </message>
    <message>
        <source>Still to distribute</source>
        <translation>Noch zu verteilen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
</context>
<context>
    <name>MatrixNotice</name>
    <message>
        <source>{0}: {1} too much.</source>
        <translation>{0}: {1} zu viel.</translation>
    </message>
    <message>
        <source>The lump sum is {0}. Now {1}.</source>
        <translation>Der Pauschalbetrag beträgt {0}. Jetzt sind es {1}.</translation>
    </message>
    <message>
        <source>Shares of {0}: {1} too much.</source>
        <translation>Anteile von {0}: {1} zu viel.</translation>
    </message>
    <message>
        <source>{0} is {1}. The shares are {2}.</source>
        <translation>{0}: {1}. Die Anteile ergeben {2}.</translation>
    </message>
    <message>
        <source>{0} is {1} too high.</source>
        <translation>{0} ist um {1} zu hoch.</translation>
    </message>
    <message>
        <source>At most {0} of the lump sum: {1}.</source>
        <translation>Höchstens {0} des Pauschalbetrags: {1}.</translation>
    </message>
    <message>
        <source>Now {}.</source>
        <translation>Jetzt {}.</translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation>{0} auf {1} setzen</translation>
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
        <translation>abwärts</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>right</source>
        <translation>nach rechts</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Strg+V</translation>
    </message>
    <message>
        <source>paste a block from Excel</source>
        <translation>fügt einen Block aus Excel ein</translation>
    </message>
    <message>
        <source>No {} yet.</source>
        <translation>Noch keine {}.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>MatrixTexts</name>
    <message>
        <source>(no title yet)</source>
        <translation>(noch kein Titel)</translation>
    </message>
    <message>
        <source>Amount per {}</source>
        <translation>Betrag je {}</translation>
    </message>
    <message>
        <source>applicant</source>
        <translation>Antragsteller</translation>
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
        <translation>Budget als Excel speichern</translation>
    </message>
</context>
<context>
    <name>Meaning</name>
    <message>
        <source>You can still continue here.</source>
        <translation>Sie können hier trotzdem weitermachen.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>This call is closed. You can practise with it, but you cannot apply.</source>
        <translation>Dieser Aufruf ist geschlossen. Sie können damit üben, aber keinen Antrag einreichen.</translation>
    </message>
    <message>
        <source>In all; which of them you answer depends on your choices.</source>
        <translation>Insgesamt; welche Sie beantworten, hängt von Ihrer Auswahl ab.</translation>
    </message>
    <message>
        <source>{0} to {1} months</source>
        <translation>{0} bis {1}&#xa0;Monate</translation>
    </message>
    <message>
        <source>You submit to the National Agency in the country of the applicant.</source>
        <translation>Sie reichen bei der Nationalen Agentur im Land des Antragstellers ein.</translation>
    </message>
    <message>
        <source>The grant is calculated from your activities.</source>
        <translation>Der Zuschuss wird aus Ihren Aktivitäten berechnet.</translation>
    </message>
    <message>
        <source>At most {}</source>
        <translation>Höchstens {}</translation>
    </message>
    <message>
        <source>At most {} a month</source>
        <translation>Höchstens {} im Monat</translation>
    </message>
    <message>
        <source>Up to {} characters if you use all the room.</source>
        <translation>Bis zu {}&#xa0;Zeichen, wenn Sie allen Platz nutzen.</translation>
    </message>
    <message>
        <source>At least {0} from {1}</source>
        <translation>Mindestens {0}, mindestens {1}</translation>
    </message>
    <message>
        <source>For most projects {}.</source>
        <translation>Für die meisten Projekte {}.</translation>
    </message>
</context>
<context>
    <name>MeaningPane</name>
    <message>
        <source>What this means for your proposal</source>
        <translation>Was das für Ihren Antrag bedeutet</translation>
    </message>
    <message>
        <source>About this call</source>
        <translation>Über diesen Aufruf</translation>
    </message>
    <message>
        <source>Our advice</source>
        <translation>Unser Rat</translation>
    </message>
</context>
<context>
    <name>Membership</name>
    <message>
        <source>{}: takes full part in Erasmus+</source>
        <translation>{}: nimmt voll an Erasmus+ teil</translation>
    </message>
    <message>
        <source>{}: does not take full part in Erasmus+.</source>
        <translation>{}: nimmt nicht voll an Erasmus+ teil.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Recent proposals</source>
        <translation>Zuletzt verwendete Anträge</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Version &amp;history</source>
        <translation>&amp;Versionsverlauf</translation>
    </message>
    <message>
        <source>&amp;Merge both versions…</source>
        <translation>&amp;Beide Versionen zusammenführen&#xa0;…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New proposal…</source>
        <translation>&amp;Neuer Antrag&#xa0;…</translation>
    </message>
    <message>
        <source>Carry to &amp;another call…</source>
        <translation>Auf anderen Aufruf über&amp;tragen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup…</source>
        <translation>Sicherun&amp;gskopie wiederherstellen&#xa0;…</translation>
    </message>
    <message>
        <source>A&amp;dd a call…</source>
        <translation>Aufruf &amp;hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>Jetzt &amp;speichern</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>&amp;Kopie speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save as &amp;Word…</source>
        <translation>Als &amp;Word speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Pre&amp;view and PDF…</source>
        <translation>&amp;Vorschau und PDF&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Import reviewed Word file…</source>
        <translation>Durchgesehene Word-Datei &amp;importieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Home page</source>
        <translation>Sta&amp;rtseite</translation>
    </message>
    <message>
        <source>C&amp;lose the proposal</source>
        <translation>Antrag s&amp;chließen</translation>
    </message>
    <message>
        <source>E&amp;xit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>E&amp;rsetzen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Previous step</source>
        <translation>&amp;Vorheriger Schritt</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>&amp;Nächster Schritt</translation>
    </message>
    <message>
        <source>&amp;Move between steps and page</source>
        <translation>&amp;Zwischen Schritten und Seite wechseln</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>&amp;Hinweise</translation>
    </message>
    <message>
        <source>&amp;Focus on one answer</source>
        <translation>&amp;Fokus auf eine Antwort</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>About this &amp;call</source>
        <translation>Über diesen &amp;Aufruf</translation>
    </message>
    <message>
        <source>&amp;Report a problem</source>
        <translation>Ein &amp;Problem melden</translation>
    </message>
    <message>
        <source>&amp;About Erasmus Desk</source>
        <translation>Über E&amp;rasmus Desk</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>NewProposalWizard</name>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Schritt {0} von {1}</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>All in Check</source>
        <translation>Alles in der Prüfung</translation>
    </message>
    <message>
        <source>Next questions to answer</source>
        <translation>Die nächsten Fragen</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Nichts fehlt, und nichts ist falsch.</translation>
    </message>
    <message>
        <source>Save as Word</source>
        <translation>Als Word speichern</translation>
    </message>
    <message>
        <source>Copy to the online form</source>
        <translation>Ins Online-Formular kopieren</translation>
    </message>
</context>
<context>
    <name>NoAmountsCard</name>
    <message>
        <source>Go to “{}”</source>
        <translation>Zu „{}“</translation>
    </message>
    <message>
        <source>No amounts yet</source>
        <translation>Noch keine Beträge</translation>
    </message>
    <message>
        <source>They follow from your organisations, dates and activities.</source>
        <translation>Die Beträge ergeben sich aus Ihren Organisationen, Terminen und Aktivitäten.</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>{0} has had this proposal open on {1} since {2} ({3}). You can both work. The second person to save chooses how to keep both versions.</source>
        <translation>{0} hat diesen Antrag {3} auf {1} geöffnet ({2}). Sie können beide daran arbeiten. Wer als Zweites speichert, wählt, wie beide Versionen erhalten bleiben.</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>less than an hour ago</source>
        <translation>vor weniger als einer Stunde</translation>
    </message>
</context>
<context>
    <name>NotificationBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>OfferButton</name>
    <message>
        <source>Give the {0} of {1} to…</source>
        <translation>{0} von {1} geben an&#xa0;…</translation>
    </message>
    <message>
        <source>Give {0} to…</source>
        <translation>{0} geben an&#xa0;…</translation>
    </message>
    <message>
        <source>Take {0} of {1} from…</source>
        <translation>{0} von {1} abziehen bei&#xa0;…</translation>
    </message>
    <message>
        <source>Take {0} from…</source>
        <translation>{0} abziehen bei&#xa0;…</translation>
    </message>
</context>
<context>
    <name>OtherCallsView</name>
    <message>
        <source>These answers have no place in this call. They stay in your proposal, but not in the Word file. Copy what you need. If you carry the proposal back to {}, they return.</source>
        <translation>Diese Antworten haben in diesem Aufruf keinen Platz. Die Antworten bleiben in Ihrem Antrag, stehen aber nicht in der Word-Datei. Kopieren Sie, was Sie brauchen. Wenn Sie den Antrag zurück auf {} übertragen, kommen sie wieder.</translation>
    </message>
    <message>
        <source>From {}</source>
        <translation>Aus {}</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>Andere Antworten</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Passed</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>to fix</source>
        <translation>zu beheben</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Finanzen</translation>
    </message>
    <message>
        <source>Dates and eligibility</source>
        <translation>Termine und Förderfähigkeit</translation>
    </message>
    <message>
        <source>Questions of the form</source>
        <translation>Fragen des Formulars</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>{0} von {1} Pflichtantworten</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Previous change</source>
        <translation>Vorherige Änderung</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Close without importing. Your proposal does not change.</source>
        <translation>Ohne Import schließen. Ihr Antrag ändert sich nicht.</translation>
    </message>
    <message>
        <source>Close without merging. Your proposal does not change.</source>
        <translation>Schließen, ohne zusammenzuführen. Ihr Antrag ändert sich nicht.</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>Änderung {0} von {1}</translation>
    </message>
</context>
<context>
    <name>PageWithBack</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>PapersBox</name>
    <message>
        <source>Letters for the partners to sign</source>
        <translation>Schreiben, die die Partner unterschreiben</translation>
    </message>
    <message>
        <source>List of annexes, and who owes what</source>
        <translation>Liste der Anhänge: von wem noch was fehlt</translation>
    </message>
    <message>
        <source>Partner sheets: tasks, money and dates on one page</source>
        <translation>Partnerblätter: Aufgaben, Zuschuss und Termine auf einer Seite</translation>
    </message>
    <message>
        <source>Which papers</source>
        <translation>Welche Unterlagen</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Unterschrieben</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>{0} of {1} received.</source>
        <translation>{0} von {1} eingegangen.</translation>
    </message>
    <message>
        <source>Missing: {}.</source>
        <translation>Noch offen: {}.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>unterschrieben</translation>
    </message>
    <message>
        <source>Papers to be signed</source>
        <translation>Zu unterschreibende Unterlagen</translation>
    </message>
    <message>
        <source>Dates are for you alone: they are in no Word file and not in the form.</source>
        <translation>Die Datumsangaben sind nur für Sie; sie stehen weder in einer Word-Datei noch im Formular.</translation>
    </message>
</context>
<context>
    <name>PartForm</name>
    <message>
        <source>More fields: {}</source>
        <translation>Weitere Felder: {}</translation>
    </message>
</context>
<context>
    <name>PartLine</name>
    <message>
        <source>{0}, {1}, folded</source>
        <translation>{0}, {1}, zugeklappt</translation>
    </message>
</context>
<context>
    <name>PartnerBookDialog</name>
    <message>
        <source>Saved organisations</source>
        <translation>Gespeicherte Organisationen</translation>
    </message>
    <message>
        <source>Name, city, number or country</source>
        <translation>Name, Ort, Nummer oder Land</translation>
    </message>
    <message>
        <source>Search the saved organisations</source>
        <translation>Gespeicherte Organisationen durchsuchen</translation>
    </message>
    <message>
        <source>List of saved organisations</source>
        <translation>Liste der gespeicherten Organisationen</translation>
    </message>
    <message>
        <source>Remove organisation</source>
        <translation>Organisation entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add to proposal</source>
        <translation>Zum Antrag hinzufügen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Organisations you saved in any of your proposals. Click one to copy its answers into this proposal. The right mouse button only marks it.</source>
        <translation>Organisationen, die Sie in einem Ihrer Anträge gespeichert haben. Ein Klick kopiert die Antworten in diesen Antrag. Die rechte Maustaste markiert nur.</translation>
    </message>
    <message>
        <source>No saved organisations yet. On the page of the organisations, choose “Save for other proposals”.</source>
        <translation>Noch keine gespeicherten Organisationen. Wählen Sie auf der Seite der Organisationen „Für andere Anträge speichern“.</translation>
    </message>
    <message>
        <source>You removed {} from the saved organisations.</source>
        <translation>Sie haben {} aus den gespeicherten Organisationen entfernt.</translation>
    </message>
    <message>
        <source>You removed other organisations too.</source>
        <translation>Sie haben auch andere Organisationen entfernt.</translation>
    </message>
</context>
<context>
    <name>PasteArea</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>There are no rows in the clipboard. Copy them in Excel first.</source>
        <translation>In der Zwischenablage sind keine Zeilen. Kopieren Sie sie zuerst in Excel.</translation>
    </message>
    <message>
        <source>Not understood: {}.</source>
        <translation>Nicht verstanden: {}.</translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message>
        <source>Which column is what?</source>
        <translation>Welche Spalte ist was?</translation>
    </message>
    <message>
        <source>Columns without a choice are left out.</source>
        <translation>Spalten ohne Auswahl werden weggelassen.</translation>
    </message>
    <message>
        <source>Column {0}: {1}</source>
        <translation>Spalte {0}: {1}</translation>
    </message>
    <message>
        <source>The first row has headings</source>
        <translation>Überschriften in Zeile 1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PathPage</name>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
</context>
<context>
    <name>PointList</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Sprache der Oberfläche</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{}&#xa0;%</translation>
    </message>
    <message>
        <source>Show guidance beside the page</source>
        <translation>Hinweise neben der Seite zeigen</translation>
    </message>
    <message>
        <source>You choose the proposal language in each proposal.</source>
        <translation>Die Sprache des Antrags wählen Sie im jeweiligen Antrag.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>Clean</source>
        <translation>Reinschrift</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Arbeitsfassung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Seitenbreite</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Answers on this page</source>
        <translation>Antworten auf dieser Seite</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern&#xa0;…</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{}&#xa0;%</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Seite {0} von {1}</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Click an answer to edit it.</source>
        <translation>Klicken Sie auf eine Antwort, um sie zu bearbeiten.</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>Die Seiten werden vorbereitet&#xa0;…</translation>
    </message>
    <message>
        <source>Preparing the pages</source>
        <translation>Die Seiten werden vorbereitet</translation>
    </message>
    <message>
        <source>{} (page {})</source>
        <translation>{} (Seite {})</translation>
    </message>
    <message>
        <source>No font on this computer has these characters, so the PDF would show boxes: {}. Write them in another way, or send the Word file.</source>
        <translation>Keine Schriftart auf diesem Computer hat diese Zeichen; die PDF-Datei würde Kästchen zeigen: {}. Schreiben Sie sie anders, oder verschicken Sie die Word-Datei.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PriorityCard</name>
    <message>
        <source>Main priority</source>
        <translation>Hauptpriorität</translation>
    </message>
    <message>
        <source>Main priority: {}</source>
        <translation>Hauptpriorität: {}</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>What it means: {}</source>
        <translation>Was das bedeutet: {}</translation>
    </message>
    <message>
        <source>Our examples and hints</source>
        <translation>Unsere Beispiele und Tipps</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Must fix</source>
        <translation>Zu beheben</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Weak points</source>
        <translation>Schwachstellen</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>before you submit</source>
        <translation>bevor Sie einreichen</translation>
    </message>
    <message>
        <source>by section, in the order of the form</source>
        <translation>nach Abschnitten, in der Reihenfolge des Formulars</translation>
    </message>
    <message>
        <source>may cost points</source>
        <translation>kann Punkte kosten</translation>
    </message>
    <message>
        <source>how it reads</source>
        <translation>wie es sich liest</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Beantworten</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Improve</source>
        <translation>Verbessern</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Nichts fehlt, und nichts ist falsch.</translation>
    </message>
    <message>
        <source>Nothing found. Clear the filter to see all problems.</source>
        <translation>Nichts gefunden. Leeren Sie den Filter, um alles zu sehen.</translation>
    </message>
</context>
<context>
    <name>ProgramDialogs</name>
    <message>
        <source>The version of the program and of your system was copied. Paste it into your message, and attach the file {}. It contains no text of your proposals.</source>
        <translation>Die Version des Programms und Ihres Systems wurde kopiert. Fügen Sie sie in Ihre Nachricht ein, und hängen Sie die Datei {} an. Sie enthält keinen Text Ihrer Anträge.</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>No proposal has these words.</source>
        <translation>Kein Antrag enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Your proposals</source>
        <translation>Ihre Anträge</translation>
    </message>
    <message>
        <source>last edited first</source>
        <translation>zuletzt bearbeitete zuerst</translation>
    </message>
    <message>
        <source>Search your proposals</source>
        <translation>Ihre Anträge durchsuchen</translation>
    </message>
    <message>
        <source>Choose New proposal, or open an example first.</source>
        <translation>Wählen Sie „Neuer Antrag“, oder öffnen Sie zuerst ein Beispiel.</translation>
    </message>
    <message>
        <source>No proposals yet</source>
        <translation>Noch keine Anträge</translation>
    </message>
</context>
<context>
    <name>QuestionText</name>
    <message>
        <source>Source: {}</source>
        <translation>Quelle: {}</translation>
    </message>
</context>
<context>
    <name>QuestionWidgets</name>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>“{}”</source>
        <translation>„{}“</translation>
    </message>
</context>
<context>
    <name>RecipientBox</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Which partner</source>
        <translation>Welcher Partner</translation>
    </message>
    <message>
        <source>Reply by (optional)</source>
        <translation>Antwort bis (optional)</translation>
    </message>
    <message>
        <source>Second language of the questions</source>
        <translation>Zweite Sprache der Fragen</translation>
    </message>
    <message>
        <source>Sent to (optional)</source>
        <translation>Gesendet an (optional)</translation>
    </message>
    <message>
        <source>This name appears in your list of files waiting for reply.</source>
        <translation>Dieser Name steht dann in der Liste der Dateien, die auf Antwort warten.</translation>
    </message>
    <message>
        <source>All partners: one file for each</source>
        <translation>Alle Partner: je eine Datei</translation>
    </message>
    <message>
        <source>Enter a real date, for example 31-01-2027.</source>
        <translation>Geben Sie ein gültiges Datum ein, zum Beispiel 31.01.2027.</translation>
    </message>
    <message>
        <source>The reply date is in the past. Enter a later date.</source>
        <translation>Die Antwortfrist liegt in der Vergangenheit. Geben Sie ein späteres Datum ein.</translation>
    </message>
</context>
<context>
    <name>RecoveryController</name>
    <message>
        <source>Another proposal has text that is newer than its file: {}.</source>
        <translation>Ein anderer Antrag hat Text, der neuer ist als seine Datei: {}.</translation>
    </message>
    <message>
        <source>Show on the home page</source>
        <translation>Auf der Startseite zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Left: as it is now in {}. Right: your newer text.</source>
        <translation>Links: wie es jetzt in {} steht. Rechts: Ihr neuerer Text.</translation>
    </message>
    <message>
        <source>Newer than the saved file</source>
        <translation>Neuer als die gespeicherte Datei</translation>
    </message>
</context>
<context>
    <name>RecoveryTexts</name>
    <message>
        <source>Last typed: {}.</source>
        <translation>Zuletzt geschrieben: {}.</translation>
    </message>
    <message>
        <source>Newer: {}.</source>
        <translation>Neuer: {}.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen&#xa0;…</translation>
    </message>
    <message>
        <source>Recover newer answers</source>
        <translation>Neuere Antworten wiederherstellen</translation>
    </message>
    <message>
        <source>Keep the saved file</source>
        <translation>Gespeicherte Datei behalten</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Erasmus Desk closed unexpectedly. “{0}” has {1}.</source>
        <translation>Erasmus Desk wurde unerwartet beendet. „{0}“ hat {1}.</translation>
    </message>
    <message>
        <source>The file was changed since. Nothing of that is lost.</source>
        <translation>Die Datei wurde seitdem geändert. Davon geht nichts verloren.</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but another proposal is in its place.</source>
        <translation>Der Text von „{}“ ist gesichert, aber an seiner Stelle liegt ein anderer Antrag.</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but the file is damaged.</source>
        <translation>Der Text von „{}“ ist gesichert, aber die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but the file is gone.</source>
        <translation>Der Text von „{}“ ist gesichert, aber die Datei ist weg.</translation>
    </message>
    <message>
        <source>Save again as “{}”</source>
        <translation>Erneut als „{}“ speichern</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but its folder is not there. If it is on a drive, connect it and start again.</source>
        <translation>Der Text von „{}“ ist gesichert, aber der Ordner ist nicht da. Liegt er auf einem Laufwerk, schließen Sie es an, und starten Sie neu.</translation>
    </message>
    <message>
        <source>Save as a new file</source>
        <translation>Als neue Datei speichern</translation>
    </message>
    <message>
        <source>You did not recover the newer text of “{}”.</source>
        <translation>Sie haben den neueren Text von „{}“ nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>It is kept in the version history.</source>
        <translation>Er bleibt im Versionsverlauf erhalten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The newer answers are in “{}” now. Undo reverses this.</source>
        <translation>Die neueren Antworten stehen jetzt in „{}“. „Rückgängig“ nimmt sie zurück.</translation>
    </message>
    <message>
        <source>Your text is saved as “{}”.</source>
        <translation>Ihr Text ist als „{}“ gespeichert.</translation>
    </message>
</context>
<context>
    <name>RestoreController</name>
    <message>
        <source>“{0}” is restored from the backup of {1}. It is a new file in {2}. Nothing was replaced.</source>
        <translation>„{0}“ ist wiederhergestellt (Sicherungskopie: {1}), als neue Datei in {2}. Nichts wurde ersetzt.</translation>
    </message>
    <message>
        <source>Choose a folder with backups</source>
        <translation>Ordner mit Sicherungskopien wählen</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>This place cannot be reached now: {}.</source>
        <translation>Dieser Ort ist jetzt nicht erreichbar: {}.</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>recovery copy: the file could not be saved</source>
        <translation>Rettungskopie: Die Datei ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>in {}</source>
        <translation>in {}</translation>
    </message>
    <message>
        <source>Damaged: this backup cannot be opened</source>
        <translation>Beschädigt: Diese Sicherungskopie lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>{0} von {1} Pflichtantworten</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore from a backup</source>
        <translation>Sicherungskopie wiederherstellen</translation>
    </message>
    <message>
        <source>A backup is restored as a new file. Your proposals stay as they are, and the backup too.</source>
        <translation>Eine Sicherungskopie wird als neue Datei wiederhergestellt. Ihre Anträge bleiben, wie sie sind, und die Sicherungskopie auch.</translation>
    </message>
    <message>
        <source>Look in another folder…</source>
        <translation>In anderem Ordner nachsehen&#xa0;…</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>Sicherungskopien werden gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>Places: {}</source>
        <translation>Orte: {}</translation>
    </message>
    <message>
        <source>There are no backups here. Erasmus Desk makes one a day on this computer, and more in a second place that you choose in Preferences.</source>
        <translation>Hier gibt es keine Sicherungskopien. Erasmus Desk legt auf diesem Computer täglich eine an, und weitere an einem zweiten Ort, den Sie in den Einstellungen wählen.</translation>
    </message>
</context>
<context>
    <name>ReviewImport</name>
    <message>
        <source>The table in it is now text, a row on a line: {}</source>
        <translation>Die Tabelle darin ist jetzt Text, mit einer Textzeile je Tabellenzeile: {}</translation>
    </message>
    <message>
        <source>“{}” has lost its superscript.</source>
        <translation>In „{}“ ist nichts mehr hochgestellt.</translation>
    </message>
    <message>
        <source>“{}” has lost its subscript.</source>
        <translation>In „{}“ ist nichts mehr tiefgestellt.</translation>
    </message>
    <message>
        <source>Accept all changes</source>
        <translation>Alle Änderungen annehmen</translation>
    </message>
    <message>
        <source>Accept {}</source>
        <translation>{} annehmen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Add the row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Do not add the row</source>
        <translation>Zeile nicht hinzufügen</translation>
    </message>
    <message>
        <source>Accept the reviewer’s text</source>
        <translation>Text aus der Durchsicht annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Your text stays as it is.</source>
        <translation>Ihr Text bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Accept the other version</source>
        <translation>Andere Version annehmen</translation>
    </message>
    <message>
        <source>Keep the row</source>
        <translation>Zeile behalten</translation>
    </message>
    <message>
        <source>Looks like a new row. Please check.</source>
        <translation>Sieht aus wie eine neue Zeile. Bitte prüfen.</translation>
    </message>
    <message>
        <source>Conflict: you removed this row, and the other version changed it.</source>
        <translation>Konflikt: Sie haben diese Zeile entfernt, und die andere Version hat sie geändert.</translation>
    </message>
    <message>
        <source>A row was added.</source>
        <translation>Eine Zeile wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>A row seems to be gone. Please check.</source>
        <translation>Eine Zeile scheint zu fehlen. Bitte prüfen.</translation>
    </message>
    <message>
        <source>Conflict: a row was removed that was changed since.</source>
        <translation>Konflikt: Eine Zeile wurde entfernt, die seitdem geändert wurde.</translation>
    </message>
    <message>
        <source>A row was removed.</source>
        <translation>Eine Zeile wurde entfernt.</translation>
    </message>
    <message>
        <source>Looks like the answer to this question. Please check.</source>
        <translation>Sieht aus wie die Antwort auf diese Frage. Bitte prüfen.</translation>
    </message>
    <message>
        <source>Changed only by the reviewer</source>
        <translation>Nur in der Durchsicht geändert</translation>
    </message>
    <message>
        <source>Conflict: several reviewers changed this in different ways</source>
        <translation>Konflikt: mehrfach durchgesehen und unterschiedlich geändert</translation>
    </message>
    <message>
        <source>Conflict: changed by you and the reviewer</source>
        <translation>Konflikt: von Ihnen und in der Durchsicht geändert</translation>
    </message>
    <message>
        <source>Changed only in the other version</source>
        <translation>Nur in der anderen Version geändert</translation>
    </message>
    <message>
        <source>Conflict: changed in both versions</source>
        <translation>Konflikt: in beiden Versionen geändert</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>zu entscheiden</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>von Ihnen bearbeitet</translation>
    </message>
    <message>
        <source>The text you sent</source>
        <translation>Der Text, den Sie gesendet haben</translation>
    </message>
    <message>
        <source>Your text now</source>
        <translation>Ihr Text jetzt</translation>
    </message>
    <message>
        <source>With all changes</source>
        <translation>Mit allen Änderungen</translation>
    </message>
    <message>
        <source>Before both changes</source>
        <translation>Vor beiden Änderungen</translation>
    </message>
    <message>
        <source>{}: added</source>
        <translation>{}: hinzugefügt</translation>
    </message>
    <message>
        <source>{}: removed</source>
        <translation>{}: entfernt</translation>
    </message>
    <message>
        <source>{}: 1 row added</source>
        <translation>{}: 1&#xa0;Zeile hinzugefügt</translation>
    </message>
    <message>
        <source>{}: 1 row removed</source>
        <translation>{}: 1&#xa0;Zeile entfernt</translation>
    </message>
    <message>
        <source>Not placed yet</source>
        <translation>Noch nicht zugeordnet</translation>
    </message>
    <message>
        <source>The other version has nothing that yours does not have.</source>
        <translation>Die andere Version enthält nichts, was Ihre nicht auch enthält.</translation>
    </message>
    <message>
        <source>Nobody changed an answer. If you import the file, its comments are kept, and it no longer counts as waiting for reply.</source>
        <translation>Niemand hat eine Antwort geändert. Wenn Sie die Datei importieren, bleiben ihre Kommentare erhalten, und sie wartet nicht mehr auf Antwort.</translation>
    </message>
    <message>
        <source>Nothing in your proposal changes until you apply. Applying is one step, which Undo reverses. What you have not decided is kept under Comments and files, and all of the other version under Version history.</source>
        <translation>In Ihrem Antrag ändert sich nichts, bis Sie die Entscheidungen übernehmen. Das ist ein einziger Schritt, den „Rückgängig“ zurücknimmt. Nicht Entschiedenes bleibt unter „Kommentare und Dateien“, die ganze andere Version im Versionsverlauf.</translation>
    </message>
    <message>
        <source>Nothing in your proposal changes until you apply. Applying is one step, which Undo reverses. Comments and what you have not decided are kept under Comments and files.</source>
        <translation>In Ihrem Antrag ändert sich nichts, bis Sie die Entscheidungen übernehmen. Das ist ein einziger Schritt, den „Rückgängig“ zurücknimmt. Kommentare und nicht Entschiedenes bleiben unter „Kommentare und Dateien“.</translation>
    </message>
    <message>
        <source>from {0}, sent {1}</source>
        <translation>von {0}, gesendet am {1}</translation>
    </message>
    <message>
        <source>The reviewer changed a heading or a question. These texts are fixed.</source>
        <translation>In der Durchsicht wurde eine Überschrift oder eine Frage geändert. Diese Texte stehen fest.</translation>
    </message>
    <message>
        <source>Nothing to decide: it is kept for later.</source>
        <translation>Nichts zu entscheiden: Es bleibt für später erhalten.</translation>
    </message>
    <message>
        <source>{0} → {1} of {2} characters</source>
        <translation>{0} → {1} von {2}&#xa0;Zeichen</translation>
    </message>
</context>
<context>
    <name>ReviewImportController</name>
    <message>
        <source>Import reviewed Word file</source>
        <translation>Durchgesehene Word-Datei importieren</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Word-Dateien (*.docx)</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>{} wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>First open the proposal that {} was made from. Then import the file again.</source>
        <translation>Öffnen Sie zuerst den Antrag, aus dem {} erstellt wurde. Importieren Sie die Datei dann noch einmal.</translation>
    </message>
    <message>
        <source>Start a new proposal from it</source>
        <translation>Damit einen neuen Antrag beginnen</translation>
    </message>
    <message>
        <source>Your decisions on the reviewed file are not applied yet.</source>
        <translation>Ihre Entscheidungen zur durchgesehenen Datei sind noch nicht übernommen.</translation>
    </message>
    <message>
        <source>Leave without applying them</source>
        <translation>Verlassen, ohne sie zu übernehmen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hierbleiben</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importiert.</translation>
    </message>
</context>
<context>
    <name>ReviewImportPage</name>
    <message>
        <source>Review changes</source>
        <translation>Änderungen ansehen</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Remove row {}</source>
        <translation>Zeile {} entfernen</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>has a problem</source>
        <translation>hier stimmt etwas nicht</translation>
    </message>
</context>
<context>
    <name>RowCardList</name>
    <message>
        <source>Add all partners</source>
        <translation>Alle Partner hinzufügen</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>Proposals (*{})</source>
        <translation>Anträge (*{})</translation>
    </message>
</context>
<context>
    <name>SaveTrouble</name>
    <message>
        <source>Save elsewhere…</source>
        <translation>An anderem Ort speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Not saved: someone else changed the file</source>
        <translation>Nicht gespeichert: Jemand anders hat die Datei geändert</translation>
    </message>
    <message>
        <source>Not saved: the file is no longer there</source>
        <translation>Nicht gespeichert: Die Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>Not saved: another program uses the file</source>
        <translation>Nicht gespeichert: Ein anderes Programm benutzt die Datei</translation>
    </message>
    <message>
        <source>Cannot reach drive {}</source>
        <translation>Laufwerk {} nicht erreichbar</translation>
    </message>
    <message>
        <source>Cannot reach {}</source>
        <translation>{} nicht erreichbar</translation>
    </message>
    <message>
        <source>Not saved: the disk is full</source>
        <translation>Nicht gespeichert: Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Not saved: you may not save in this folder</source>
        <translation>Nicht gespeichert: Sie dürfen in diesem Ordner nicht speichern</translation>
    </message>
    <message>
        <source>Not saved: the file name is not allowed</source>
        <translation>Nicht gespeichert: Der Dateiname ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Not saved: the disk reports an error</source>
        <translation>Nicht gespeichert: Der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>kept safe on this computer</source>
        <translation>auf diesem Computer gesichert</translation>
    </message>
    <message>
        <source>kept safe on this computer, trying again</source>
        <translation>auf diesem Computer gesichert, neuer Versuch läuft</translation>
    </message>
    <message>
        <source>the latest text is only in this window</source>
        <translation>der neueste Text ist nur in diesem Fenster</translation>
    </message>
    <message>
        <source>the latest text is only in this window, trying again</source>
        <translation>der neueste Text ist nur in diesem Fenster, neuer Versuch läuft</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Find in all answers</source>
        <translation>In allen Antworten suchen</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Answers found</source>
        <translation>Gefundene Antworten</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>{0}; the first {1} are shown</source>
        <translation>{0}; die ersten {1} werden gezeigt</translation>
    </message>
    <message>
        <source>{} (set aside)</source>
        <translation>{} (beiseitegelegt)</translation>
    </message>
</context>
<context>
    <name>SectionLinks</name>
    <message>
        <source>{0}: {1} planned</source>
        <translation>{0}: {1} geplant</translation>
    </message>
    <message>
        <source>Edit in “{}”</source>
        <translation>Bearbeiten in „{}“</translation>
    </message>
</context>
<context>
    <name>SectionProgress</name>
    <message>
        <source>{0} of {1} answered</source>
        <translation>{0} von {1} beantwortet</translation>
    </message>
</context>
<context>
    <name>ShareCard</name>
    <message>
        <source>How the lump sum is shared out</source>
        <translation>Wie der Pauschalbetrag aufgeteilt ist</translation>
    </message>
    <message>
        <source>{0} {1} of {2}</source>
        <translation>{0} {1} von {2}</translation>
    </message>
    <message>
        <source>{0}, the most for {1}</source>
        <translation>{1}: höchstens {0}</translation>
    </message>
</context>
<context>
    <name>SharedCopyCard</name>
    <message>
        <source>Someone</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>sent {}</source>
        <translation>gesendet am {}</translation>
    </message>
    <message>
        <source>The reply was due on {}.</source>
        <translation>Die Antwort war am {} fällig.</translation>
    </message>
    <message>
        <source>Reply by {}</source>
        <translation>Antwort bis {}</translation>
    </message>
    <message>
        <source>Stop waiting for this file</source>
        <translation>Nicht mehr auf diese Datei warten</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>The answer that is next</source>
        <translation>Die nächste Antwort</translation>
    </message>
</context>
<context>
    <name>SourceDot</name>
    <message>
        <source>Where this comes from</source>
        <translation>Woher das stammt</translation>
    </message>
    <message>
        <source>This is not confirmed. Check it in the Programme Guide before you submit.</source>
        <translation>Das ist nicht bestätigt. Sehen Sie vor dem Einreichen im Programmleitfaden nach.</translation>
    </message>
</context>
<context>
    <name>SpellingChoice</name>
    <message>
        <source>Show spelling mistakes while you write</source>
        <translation>Rechtschreibfehler beim Schreiben anzeigen</translation>
    </message>
    <message>
        <source>Count unknown words in the checks</source>
        <translation>Unbekannte Wörter bei den Prüfungen zählen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Spell check</source>
        <translation>Rechtschreibung</translation>
    </message>
    <message>
        <source>The spelling cannot be checked on this computer: there is no version of Hunspell for it. Everything else works.</source>
        <translation>Die Rechtschreibung kann auf diesem Computer nicht geprüft werden: Es gibt dafür keine Version von Hunspell. Alles andere funktioniert.</translation>
    </message>
    <message>
        <source>Each answer is checked in the language of its proposal; right-click in an answer to choose another one. There are dictionaries for {0}. For another language, put its two files (.aff and .dic), as LibreOffice has them, into the folder {1}. No word is sent anywhere.</source>
        <translation>Jede Antwort wird in der Sprache des Antrags geprüft; mit einem Rechtsklick in eine Antwort wählen Sie eine andere. Es gibt Wörterbücher für {0}. Legen Sie für eine andere Sprache ihre beiden Dateien (.aff und .dic), wie LibreOffice sie hat, in den Ordner {1}. Kein Wort wird irgendwohin gesendet.</translation>
    </message>
</context>
<context>
    <name>SpellingController</name>
    <message>
        <source>The spelling of {0} is not checked: the dictionary {1} cannot be used. Your text is not touched. Replace or remove that file and open the proposal again.</source>
        <translation>Die Rechtschreibung wird für die Sprache {0} nicht geprüft: Das Wörterbuch {1} ist nicht zu gebrauchen. Ihr Text bleibt, wie er ist. Ersetzen oder entfernen Sie diese Datei, und öffnen Sie den Antrag erneut.</translation>
    </message>
</context>
<context>
    <name>SpellingMenu</name>
    <message>
        <source>Next unknown word</source>
        <translation>Nächstes unbekanntes Wort</translation>
    </message>
    <message>
        <source>Remove from dictionary</source>
        <translation>Aus dem Wörterbuch entfernen</translation>
    </message>
    <message>
        <source>No longer known in this project</source>
        <translation>In diesem Projekt nicht mehr bekannt</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Vorschläge werden gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Zum Wörterbuch hinzufügen</translation>
    </message>
    <message>
        <source>Known in this project</source>
        <translation>In diesem Projekt bekannt</translation>
    </message>
    <message>
        <source>Spelling language of this answer</source>
        <translation>Sprache der Rechtschreibung dieser Antwort</translation>
    </message>
    <message>
        <source>As the proposal ({})</source>
        <translation>Wie im Antrag ({})</translation>
    </message>
    <message>
        <source>Do not check</source>
        <translation>Nicht prüfen</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>StartFoot</name>
    <message>
        <source>Finish later</source>
        <translation>Später fertigstellen</translation>
    </message>
    <message>
        <source>Create proposal now</source>
        <translation>Antrag jetzt anlegen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Create proposal</source>
        <translation>Antrag anlegen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Schritt {0} von {1}</translation>
    </message>
</context>
<context>
    <name>StartList</name>
    <message>
        <source>shown now</source>
        <translation>jetzt gezeigt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation>Neuer Antrag</translation>
    </message>
    <message>
        <source>Every answer can be changed later. Nothing chosen is lost.</source>
        <translation>Jede Antwort lässt sich später ändern. Nichts Gewähltes geht verloren.</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>For which call?</source>
        <translation>Für welchen Aufruf?</translation>
    </message>
    <message>
        <source>Which project type?</source>
        <translation>Welche Projektart?</translation>
    </message>
    <message>
        <source>Which field is the project mainly for?</source>
        <translation>Für welchen Bereich ist das Projekt vor allem gedacht?</translation>
    </message>
    <message>
        <source>Which priorities?</source>
        <translation>Welche Prioritäten?</translation>
    </message>
    <message>
        <source>Title and applicant</source>
        <translation>Titel und Antragsteller</translation>
    </message>
    <message>
        <source>Your choices</source>
        <translation>Ihre Auswahl</translation>
    </message>
    <message>
        <source>The right action</source>
        <translation>Die richtige Aktion</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Project type</source>
        <translation>Projektart</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>Prioritäten</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Schritt {0} von {1}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps of the proposal</source>
        <translation>Schritte des Antrags</translation>
    </message>
</context>
<context>
    <name>StepStatus</name>
    <message>
        <source>Set aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>keine Probleme</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Comments and files</source>
        <translation>Kommentare und Dateien</translation>
    </message>
    <message>
        <source>Activities</source>
        <comment>one word</comment>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>everything copied</source>
        <translation>alles kopiert</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>all decided</source>
        <translation>alles entschieden</translation>
    </message>
    <message>
        <source>{0} by {1}: see the guidance (F1)</source>
        <translation>{0} von {1}: siehe Hinweise (F1)</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>Grunddaten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>{} and budget</source>
        <translation>{} und Budget</translation>
    </message>
    <message>
        <source>Basics</source>
        <comment>one word</comment>
        <translation>Grunddaten</translation>
    </message>
    <message>
        <source>Project text</source>
        <translation>Projekttext</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>one word</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Formalities</source>
        <translation>Formalitäten</translation>
    </message>
    <message>
        <source>Forms</source>
        <comment>one word</comment>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>Check and send</source>
        <translation>Prüfen und senden</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>one word</comment>
        <translation>Senden</translation>
    </message>
    <message>
        <source>From another proposal</source>
        <translation>Aus einem anderen Antrag</translation>
    </message>
    <message>
        <source>Word and preview</source>
        <translation>Word und Vorschau</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Your proposal will be saved in {}. You can change every answer later.</source>
        <translation>Ihr Antrag wird in {} gespeichert. Sie können jede Antwort später ändern.</translation>
    </message>
    <message>
        <source>You can create the proposal now and answer later: {}.</source>
        <translation>Sie können den Antrag jetzt anlegen und dies später beantworten: {}.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change: {}</source>
        <translation>Ändern: {}</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>noch nicht beantwortet</translation>
    </message>
</context>
<context>
    <name>TableBox</name>
    <message>
        <source>Remove row {}</source>
        <translation>Zeile {} entfernen</translation>
    </message>
</context>
<context>
    <name>TemplateField</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen&#xa0;…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Word files and templates (*.docx *.dotx *.docm *.dotm)</source>
        <translation>Word-Dateien und -Vorlagen (*.docx *.dotx *.docm *.dotm)</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>{0} of {1} characters</source>
        <translation>{0} von {1}&#xa0;Zeichen</translation>
    </message>
    <message>
        <source>{0} of {1} words</source>
        <translation>{0} von {1}&#xa0;Wörtern</translation>
    </message>
</context>
<context>
    <name>TextOffers</name>
    <message>
        <source>Remove them</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove these lines</source>
        <translation>Diese Zeilen entfernen</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>of {} questions</source>
        <translation>von {} Fragen</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>of {} complete</source>
        <translation>von {} vollständig</translation>
    </message>
    <message>
        <source>Grant requested</source>
        <translation>Zuschuss</translation>
    </message>
    <message>
        <source>is being calculated</source>
        <translation>wird berechnet</translation>
    </message>
    <message>
        <source>maximum not known yet</source>
        <translation>Höchstbetrag noch nicht bekannt</translation>
    </message>
    <message>
        <source>{} over the maximum</source>
        <translation>{} über dem Höchstbetrag</translation>
    </message>
    <message>
        <source>maximum {}</source>
        <translation>höchstens {}</translation>
    </message>
    <message>
        <source>{} still to distribute</source>
        <translation>noch {} zu verteilen</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Antragsfrist</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitstrahl</translation>
    </message>
    <message>
        <source>moves 1 day</source>
        <translation>verschiebt um 1&#xa0;Tag</translation>
    </message>
    <message>
        <source>moves 1 week</source>
        <translation>verschiebt um 1&#xa0;Woche</translation>
    </message>
    <message>
        <source>No activity has dates yet. Give each one a first and a last day.</source>
        <translation>Noch keine Aktivität hat Termine. Geben Sie jeder einen ersten und einen letzten Tag.</translation>
    </message>
    <message>
        <source>Go to “{}”</source>
        <translation>Zu „{}“</translation>
    </message>
    <message>
        <source>longer, shorter</source>
        <translation>länger, kürzer</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>öffnet</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>drags</source>
        <translation>zieht</translation>
    </message>
    <message>
        <source>No dates yet</source>
        <translation>Noch keine Termine</translation>
    </message>
    <message>
        <source>Without dates</source>
        <translation>Ohne Termine</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Quarters</source>
        <translation>Quartale</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Als Bild speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Als Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>the end date is before the start date</source>
        <translation>das Enddatum liegt vor dem Anfangsdatum</translation>
    </message>
    <message>
        <source>outside the project</source>
        <translation>außerhalb des Projekts</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>deadline {}</source>
        <translation>Antragsfrist {}</translation>
    </message>
    <message>
        <source>project starts</source>
        <translation>Projektbeginn</translation>
    </message>
    <message>
        <source>project ends</source>
        <translation>Projektende</translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation>Zeitstrahl als Tabelle</translation>
    </message>
    <message>
        <source>“{}” is not a date</source>
        <translation>„{}“ ist kein Datum</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Home</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Version history</source>
        <translation>Versionsverlauf</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Antrag ohne Titel</translation>
    </message>
    <message>
        <source>Saved {0} {1}</source>
        <translation>Gespeichert: {0} {1}</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Gespeichert: {}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation>Gespeichert um {}</translation>
    </message>
    <message>
        <source>deadline today at {}</source>
        <translation>Antragsfrist endet heute um {}</translation>
    </message>
    <message>
        <source>deadline passed today at {}</source>
        <translation>Antragsfrist heute um {} abgelaufen</translation>
    </message>
    <message>
        <source>deadline passed on {}</source>
        <translation>Antragsfrist abgelaufen am {}</translation>
    </message>
</context>
<context>
    <name>Travellers</name>
    <message>
        <source>(no organisation)</source>
        <translation>(keine Organisation)</translation>
    </message>
    <message>
        <source>{0}: {1} km</source>
        <translation>{0}: {1}&#xa0;km</translation>
    </message>
    <message>
        <source>{0}: {1} km, was {2}</source>
        <translation>{0}: {1}&#xa0;km, vorher {2}</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{0} aus {1}</translation>
    </message>
</context>
<context>
    <name>TravellersBox</name>
    <message>
        <source>Add all partners</source>
        <translation>Alle Partner hinzufügen</translation>
    </message>
    <message>
        <source>People of each partner</source>
        <translation>Personen von jedem Partner</translation>
    </message>
    <message>
        <source>people each</source>
        <translation>Personen je Partner</translation>
    </message>
    <message>
        <source>All partners are in the list.</source>
        <translation>Alle Partner sind in der Liste.</translation>
    </message>
</context>
<context>
    <name>TravellersModel</name>
    <message>
        <source>Sending organisation</source>
        <translation>Entsendende Organisation</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>each</source>
        <translation>je Person</translation>
    </message>
    <message>
        <source>{} each</source>
        <translation>{} je Person</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>km one way</source>
        <translation>km einfach</translation>
    </message>
    <message>
        <source>Host: no travel grant for its own staff</source>
        <translation>Aufnehmende Organisation: kein Reisekostenzuschuss für eigenes Personal</translation>
    </message>
</context>
<context>
    <name>UnconfirmedLine</name>
    <message>
        <source>Hide the list</source>
        <translation>Liste ausblenden</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Liste zeigen</translation>
    </message>
</context>
<context>
    <name>UncountedLine</name>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Not funded: {}, not in the total</source>
        <translation>Nicht gefördert: {}, nicht im Gesamtbetrag</translation>
    </message>
</context>
<context>
    <name>UndoOffer</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>UnfinishedStartsController</name>
    <message>
        <source>You removed {}.</source>
        <translation>Sie haben {} entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>UnresolvedItemCard</name>
    <message>
        <source>Not placed yet</source>
        <translation>Noch nicht zugeordnet</translation>
    </message>
    <message>
        <source>The text you sent:</source>
        <translation>Der Text, den Sie gesendet haben:</translation>
    </message>
    <message>
        <source>The text you sent</source>
        <translation>Der Text, den Sie gesendet haben</translation>
    </message>
    <message>
        <source>The text in the returned file:</source>
        <translation>Der Text in der zurückgesendeten Datei:</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(gelöscht)</translation>
    </message>
    <message>
        <source>The text in the returned file</source>
        <translation>Der Text in der zurückgesendeten Datei</translation>
    </message>
    <message>
        <source>We could not find the question for this text. Add it to an answer, or mark it as done.</source>
        <translation>Zu diesem Text wurde keine Frage gefunden. Fügen Sie ihn einer Antwort hinzu, oder kennzeichnen Sie ihn als erledigt.</translation>
    </message>
    <message>
        <source>The reviewer changed a heading or a question. These texts are fixed.</source>
        <translation>In der Durchsicht wurde eine Überschrift oder eine Frage geändert. Diese Texte stehen fest.</translation>
    </message>
    <message>
        <source>You have not decided on this change yet.</source>
        <translation>Über diese Änderung haben Sie noch nicht entschieden.</translation>
    </message>
    <message>
        <source>This looks like the answer to this question. Check it before you use it.</source>
        <translation>Das sieht aus wie die Antwort auf diese Frage. Prüfen Sie es, bevor Sie es verwenden.</translation>
    </message>
    <message>
        <source>This answer does not fit the question. Enter the answer yourself.</source>
        <translation>Diese Antwort passt nicht zur Frage. Geben Sie die Antwort selbst ein.</translation>
    </message>
    <message>
        <source>The file contains a picture or object. It is not imported. Open the Word file to see it.</source>
        <translation>Die Datei enthält ein Bild oder ein Objekt. Es wird nicht importiert. Öffnen Sie die Word-Datei, um es zu sehen.</translation>
    </message>
    <message>
        <source>Add to the answer</source>
        <translation>Zur Antwort hinzufügen</translation>
    </message>
    <message>
        <source>Replace the answer</source>
        <translation>Die Antwort ersetzen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Den Text kopieren</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Zur Antwort</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Als erledigt kennzeichnen</translation>
    </message>
    <message>
        <source>What this text belongs to is no longer in the proposal. Copy the text to where you need it, or mark it as done.</source>
        <translation>Der Eintrag, zu dem dieser Text gehört, ist nicht mehr im Antrag. Kopieren Sie den Text dorthin, wo Sie ihn brauchen, oder kennzeichnen Sie ihn als erledigt.</translation>
    </message>
    <message>
        <source>This text is at this question, but not in its answer. Decide what becomes of it, and mark it as done.</source>
        <translation>Dieser Text steht bei dieser Frage, aber nicht in ihrer Antwort. Entscheiden Sie, was daraus wird, und kennzeichnen Sie ihn als erledigt.</translation>
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
        <translation>Nein</translation>
    </message>
    <message>
        <source>{} (Brussels time)</source>
        <translation>{} (Brüsseler Zeit)</translation>
    </message>
</context>
<context>
    <name>VersionMergeController</name>
    <message>
        <source>Merging “{}”…</source>
        <translation>„{}“ wird zusammengeführt&#xa0;…</translation>
    </message>
    <message>
        <source>Your answers stay as they are. The other version is in the version history.</source>
        <translation>Ihre Antworten bleiben, wie sie sind. Die andere Version steht im Versionsverlauf.</translation>
    </message>
    <message>
        <source>The copy is still in the folder.</source>
        <translation>Die Kopie liegt noch im Ordner.</translation>
    </message>
    <message>
        <source>Move the copy to the trash</source>
        <translation>Kopie in den Papierkorb legen</translation>
    </message>
    <message>
        <source>“{}” is in the trash.</source>
        <translation>„{}“ liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>“{}” could not be moved to the trash. It is still in the folder.</source>
        <translation>„{}“ ließ sich nicht in den Papierkorb legen. Die Datei liegt noch im Ordner.</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Your text now</source>
        <translation>Ihr Text jetzt</translation>
    </message>
    <message>
        <source>The text in the returned file</source>
        <translation>Der Text in der zurückgesendeten Datei</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
</context>
<context>
    <name>WizardPrioritiesPage</name>
    <message>
        <source>Main priority</source>
        <translation>Hauptpriorität</translation>
    </message>
    <message>
        <source>You can choose them later, on the page with the priorities.</source>
        <translation>Sie können sie später wählen, auf der Seite mit den Prioritäten.</translation>
    </message>
    <message>
        <source>None chosen yet</source>
        <translation>Noch keine gewählt</translation>
    </message>
</context>
<context>
    <name>WordSearch</name>
    <message>
        <source>There is no unknown word in this answer.</source>
        <translation>In dieser Antwort gibt es kein unbekanntes Wort.</translation>
    </message>
    <message>
        <source>Unknown word: {}</source>
        <translation>Unbekanntes Wort: {}</translation>
    </message>
</context>
<context>
    <name>WritingHead</name>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>Write this answer with nothing else on the screen</source>
        <translation>Diese Antwort schreiben, mit nichts anderem auf dem Bildschirm</translation>
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
        <translation>Nein</translation>
    </message>
</context>
</TS>
