<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n à corriger</numerusform>
            <numerusform>%n à corriger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n sans réponse</numerusform>
            <numerusform>%n sans réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <comment>step</comment>
        <translation>
            <numerusform>%n sans réponse</numerusform>
            <numerusform>%n sans réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to the deadline</source>
        <translation>
            <numerusform>%n jour avant la date limite</numerusform>
            <numerusform>%n jours avant la date limite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>encore %n jour</numerusform>
            <numerusform>encore %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deadline was %n day(s) ago</source>
        <translation>
            <numerusform>la date limite est passée depuis %n jour</numerusform>
            <numerusform>la date limite est passée depuis %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) over the limit</source>
        <translation>
            <numerusform>%Ln caractère de trop</numerusform>
            <numerusform>%Ln caractères de trop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) left</source>
        <translation>
            <numerusform>encore %Ln caractère</numerusform>
            <numerusform>encore %Ln caractères</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) over the limit</source>
        <translation>
            <numerusform>%Ln mot de trop</numerusform>
            <numerusform>%Ln mots de trop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>encore %Ln mot</numerusform>
            <numerusform>encore %Ln mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to copy</source>
        <translation>
            <numerusform>%n à copier</numerusform>
            <numerusform>%n à copier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed after copying</source>
        <translation>
            <numerusform>%n réponse modifiée après la copie</numerusform>
            <numerusform>%n réponses modifiées après la copie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) set aside</source>
        <translation>
            <numerusform>%n réponse mise de côté</numerusform>
            <numerusform>%n réponses mises de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at again</source>
        <translation>
            <numerusform>%n à revoir</numerusform>
            <numerusform>%n à revoir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) moved</source>
        <translation>
            <numerusform>%n réponse reprise</numerusform>
            <numerusform>%n réponses reprises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) found</source>
        <translation>
            <numerusform>%n réponse trouvée</numerusform>
            <numerusform>%n réponses trouvées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>%n endroit remplacé</numerusform>
            <numerusform>%n endroits remplacés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you go on, you lose your latest text in %n answer(s): {}</source>
        <translation>
            <numerusform>Si vous continuez, vous perdrez vos dernières modifications dans %n réponse&#x202f;: {}</numerusform>
            <numerusform>Si vous continuez, vous perdrez vos dernières modifications dans %n réponses&#x202f;: {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) newer than the saved file</source>
        <translation>
            <numerusform>%n réponse plus récente que le fichier enregistré</numerusform>
            <numerusform>%n réponses plus récentes que le fichier enregistré</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text question(s)</source>
        <translation>
            <numerusform>%n réponse à rédiger</numerusform>
            <numerusform>%n réponses à rédiger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n country(ies)</source>
        <translation>
            <numerusform>%n pays</numerusform>
            <numerusform>%n pays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n National Agency(ies) to choose from</source>
        <translation>
            <numerusform>%n agence nationale au choix</numerusform>
            <numerusform>%n agences nationales au choix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n choisie</numerusform>
            <numerusform>%n choisies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n priority(ies) advised</source>
        <translation>
            <numerusform>Au plus %n priorité conseillée</numerusform>
            <numerusform>Au plus %n priorités conseillées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) missing</source>
        <translation>
            <numerusform>%n réponse manquante</numerusform>
            <numerusform>%n réponses manquantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s) cannot change it.</source>
        <translation>
            <numerusform>%n question restante n’y changera rien.</numerusform>
            <numerusform>%n questions restantes n’y changeront rien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %n point(s) needed</source>
        <translation>
            <numerusform>Minimum&#x202f;: {} sur %n point</numerusform>
            <numerusform>Minimum&#x202f;: {} points sur %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>%n organisme</numerusform>
            <numerusform>%n organismes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n countries</source>
        <translation>
            <numerusform>%n pays</numerusform>
            <numerusform>%n pays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n row(s)</source>
        <translation>
            <numerusform>Ajouter %n ligne</numerusform>
            <numerusform>Ajouter %n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) pasted.</source>
        <translation>
            <numerusform>%n ligne collée.</numerusform>
            <numerusform>%n lignes collées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies)</source>
        <translation>
            <numerusform>%n activité</numerusform>
            <numerusform>%n activités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n traveller(s)</source>
        <translation>
            <numerusform>%n voyageur</numerusform>
            <numerusform>%n voyageurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) had no place here and were left out.</source>
        <translation>
            <numerusform>%n valeur n’a pas trouvé place ici et a été ignorée.</numerusform>
            <numerusform>%n valeurs n’ont pas trouvé place ici et ont été ignorées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) could not be calculated. They are not in the total.</source>
        <translation>
            <numerusform>%n montant n’a pas pu être calculé. Il n’est pas compris dans le total.</numerusform>
            <numerusform>%n montants n’ont pas pu être calculés. Ils ne sont pas compris dans le total.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) not in the total</source>
        <translation>
            <numerusform>%n montant hors total</numerusform>
            <numerusform>%n montants hors total</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n à décider</numerusform>
            <numerusform>%n à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting for reply</source>
        <translation>
            <numerusform>%n fichier en attente de réponse</numerusform>
            <numerusform>%n fichiers en attente de réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) unchanged</source>
        <translation>
            <numerusform>%n réponse inchangée</numerusform>
            <numerusform>%n réponses inchangées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed only by you</source>
        <translation>
            <numerusform>%n réponse modifiée uniquement par vous</numerusform>
            <numerusform>%n réponses modifiées uniquement par vous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) unchanged</source>
        <translation>
            <numerusform>%n phrase inchangée</numerusform>
            <numerusform>%n phrases inchangées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) not placed yet</source>
        <translation>
            <numerusform>%n texte pas encore placé</numerusform>
            <numerusform>%n textes pas encore placés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n decision(s)</source>
        <translation>
            <numerusform>Appliquer %n décision</numerusform>
            <numerusform>Appliquer %n décisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) still need your decision: see Comments and files.</source>
        <translation>
            <numerusform>%n modification attend encore votre décision&#x202f;: voir «&#x202f;Commentaires et fichiers&#x202f;».</numerusform>
            <numerusform>%n modifications attendent encore votre décision&#x202f;: voir «&#x202f;Commentaires et fichiers&#x202f;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weak point(s)</source>
        <translation>
            <numerusform>%n point faible</numerusform>
            <numerusform>%n points faibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of style</source>
        <translation>
            <numerusform>%n remarque de style</numerusform>
            <numerusform>%n remarques de style</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without dates</source>
        <translation>
            <numerusform>%n sans dates</numerusform>
            <numerusform>%n sans dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s) of {} not confirmed</source>
        <translation>
            <numerusform>%n détail de {} non confirmé</numerusform>
            <numerusform>%n détails de {} non confirmés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n caractère</numerusform>
            <numerusform>%n caractères</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) cannot be seen. They are shown here as “�”.</source>
        <translation>
            <numerusform>%n caractère est invisible. Il s’affiche ici sous la forme «&#x202f;�&#x202f;».</numerusform>
            <numerusform>%n caractères sont invisibles. Ils s’affichent ici sous la forme «&#x202f;�&#x202f;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like the page footer of a PDF form: {}</source>
        <translation>
            <numerusform>%n ligne ressemble au pied de page d’un formulaire PDF&#x202f;: {}</numerusform>
            <numerusform>%n lignes ressemblent au pied de page d’un formulaire PDF&#x202f;: {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an amount</source>
        <translation>
            <numerusform>%n ligne sans montant</numerusform>
            <numerusform>%n lignes sans montant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of the guidance to do</source>
        <translation>
            <numerusform>%n point des conseils à traiter</numerusform>
            <numerusform>%n points des conseils à traiter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} and %n more</source>
        <translation>
            <numerusform>{} et %n autre</numerusform>
            <numerusform>{} et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) differ</source>
        <translation>
            <numerusform>%n réponse diffère</numerusform>
            <numerusform>%n réponses diffèrent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are the same</source>
        <translation>
            <numerusform>%n est identique</numerusform>
            <numerusform>%n sont identiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) more</source>
        <translation>
            <numerusform>%n caractère de plus</numerusform>
            <numerusform>%n caractères de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) fewer</source>
        <translation>
            <numerusform>%n caractère de moins</numerusform>
            <numerusform>%n caractères de moins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s)</source>
        <translation>
            <numerusform>%n proposition</numerusform>
            <numerusform>%n propositions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n backup(s)</source>
        <translation>
            <numerusform>Afficher %n sauvegarde</numerusform>
            <numerusform>Afficher les %n sauvegardes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of {} merged into your proposal.</source>
        <translation>
            <numerusform>%n modification de {} fusionnée dans votre proposition.</numerusform>
            <numerusform>%n modifications de {} fusionnées dans votre proposition.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting for reply, %n day(s)</source>
        <translation>
            <numerusform>en attente de réponse, %n jour</numerusform>
            <numerusform>en attente de réponse, %n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>This version is of {}.</source>
        <translation>Cette version est du {}.</translation>
    </message>
    <message>
        <source>It is more than a year old. Calls and rules change every year: look for a newer version.</source>
        <translation>Elle a plus d’un an. Les appels et les règles changent chaque année&#x202f;: cherchez une version plus récente.</translation>
    </message>
</context>
<context>
    <name>AboutCallPage</name>
    <message>
        <source>About this call</source>
        <translation>À propos de cet appel</translation>
    </message>
    <message>
        <source>What the sources say, in our own words. Each fact names its source. A dot means that we found no source from the year of the call. Only the official form and the Programme Guide count.</source>
        <translation>Ce que disent les sources, avec nos mots. Chaque information cite sa source. Une pastille signale que nous n’avons trouvé aucune source de l’année de l’appel. Seuls le formulaire officiel et le Guide du programme font foi.</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Erasmus Desk</source>
        <translation>À propos d’Erasmus Desk</translation>
    </message>
    <message>
        <source>Erasmus Desk {}</source>
        <translation>Erasmus Desk {}</translation>
    </message>
    <message>
        <source>Write Erasmus+ partnership proposals offline: guided questions, a calculated budget, and a Word file at the end.</source>
        <translation>Rédigez hors ligne des propositions de partenariat Erasmus+&#x202f;: des questions guidées, un budget calculé, et un fichier Word à la fin.</translation>
    </message>
    <message>
        <source>This is not an official form. It was not made by the European Commission or a National Agency. Only the official form and the Programme Guide count.</source>
        <translation>Ceci n’est pas un formulaire officiel. Il n’émane ni de la Commission européenne ni d’une agence nationale. Seuls le formulaire officiel et le Guide du programme font foi.</translation>
    </message>
    <message>
        <source>Erasmus Desk does not use the internet. Your text stays where you save it.</source>
        <translation>Erasmus Desk n’utilise pas Internet. Votre texte reste là où vous l’enregistrez.</translation>
    </message>
    <message>
        <source>It is free software under the MIT licence, without any warranty.</source>
        <translation>C’est un logiciel libre sous licence MIT, sans aucune garantie.</translation>
    </message>
    <message>
        <source>Calls included</source>
        <translation>Appels inclus</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Réalisé avec</translation>
    </message>
    <message>
        <source>{0} ({1} licence)</source>
        <translation>{0} (licence {1})</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>This project type has no activities to fill in.</source>
        <translation>Ce type de projet n’a pas d’activités à remplir.</translation>
    </message>
</context>
<context>
    <name>ActivityEditor</name>
    <message>
        <source>{0} {1} of {2}</source>
        <translation>{0} {1} sur {2}</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>City and country come from the host</source>
        <translation>La ville et le pays sont ceux de l’organisme d’accueil</translation>
    </message>
</context>
<context>
    <name>ActivityKinds</name>
    <message>
        <source>also answers “Yes” in the form</source>
        <translation>répond aussi «&#x202f;Oui&#x202f;» dans le formulaire</translation>
    </message>
    <message>
        <source>Not with the present answer to “{}”</source>
        <translation>Impossible avec la réponse actuelle à «&#x202f;{}&#x202f;»</translation>
    </message>
</context>
<context>
    <name>ActivityListView</name>
    <message>
        <source>Nothing in the list contains these words.</source>
        <translation>Aucun élément de la liste ne contient ces mots.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>ouvrir</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Inser</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>ajouter</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>removes</source>
        <translation>retirer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Number it before the one above</source>
        <translation>Avancer d’un rang</translation>
    </message>
    <message>
        <source>Number it after the one below</source>
        <translation>Reculer d’un rang</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Rechercher dans la liste</translation>
    </message>
    <message>
        <source>No {} yet</source>
        <translation>{}&#x202f;: rien pour l’instant</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>activités</translation>
    </message>
    <message>
        <source>The budget grows with all that you plan.</source>
        <translation>Le budget augmente avec tout ce que vous prévoyez.</translation>
    </message>
    <message>
        <source>Add an activity</source>
        <translation>Ajouter une activité</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Activities</source>
        <translation>Activités</translation>
    </message>
</context>
<context>
    <name>AddCallDialog</name>
    <message>
        <source>Add this call?</source>
        <translation>Ajouter cet appel&#x202f;?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Add the call</source>
        <translation>Ajouter l’appel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Dates limites</translation>
    </message>
    <message>
        <source>Project types</source>
        <translation>Types de projet</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Domaines</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Facts without a source</source>
        <translation>Informations sans source</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>This is revision {0} of a call that you have. New proposals will use it. Your proposals stay on the revision they have now.</source>
        <translation>C’est la révision {0} d’un appel que vous avez déjà. Les nouvelles propositions l’utiliseront. Vos propositions gardent leur révision actuelle.</translation>
    </message>
    <message>
        <source>The call is added to those of Erasmus Desk. No proposal is changed. Add it only if you trust who sent it.</source>
        <translation>L’appel s’ajoute à ceux d’Erasmus Desk. Aucune proposition n’est modifiée. Ne l’ajoutez que si vous faites confiance à l’expéditeur.</translation>
    </message>
    <message>
        <source>Open.</source>
        <translation>Ouvert.</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Clos.</translation>
    </message>
    <message>
        <source>Provisional.</source>
        <translation>Provisoire.</translation>
    </message>
</context>
<context>
    <name>AddMenu</name>
    <message>
        <source>Add an activity</source>
        <translation>Ajouter une activité</translation>
    </message>
    <message>
        <source>Change “{}”</source>
        <translation>Modifier «&#x202f;{}&#x202f;»</translation>
    </message>
</context>
<context>
    <name>AddedCalls</name>
    <message>
        <source>Add a call</source>
        <translation>Ajouter un appel</translation>
    </message>
    <message>
        <source>Calls (*{})</source>
        <translation>Appels (*{})</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>Lecture de {}…</translation>
    </message>
    <message>
        <source>The call was added. It is offered when you begin a new proposal.</source>
        <translation>L’appel a été ajouté. Vous pouvez le choisir quand vous commencez une nouvelle proposition.</translation>
    </message>
    <message>
        <source>{} is in Erasmus Desk already.</source>
        <translation>{} est déjà dans Erasmus Desk.</translation>
    </message>
</context>
<context>
    <name>AdviceQuestions</name>
    <message>
        <source>{0} of {1} answered. Skip what you like.</source>
        <translation>Réponses&#x202f;: {0} sur {1}. Vous pouvez sauter des questions.</translation>
    </message>
</context>
<context>
    <name>AdviceResult</name>
    <message>
        <source>Result so far</source>
        <translation>Résultat actuel</translation>
    </message>
    <message>
        <source>Choose {}</source>
        <translation>Choisir {}</translation>
    </message>
    <message>
        <source>Your answers suggest: {}</source>
        <translation>Vos réponses plaident pour&#x202f;: {}</translation>
    </message>
    <message>
        <source>Your answers fit both types.</source>
        <translation>Vos réponses conviennent aux deux types.</translation>
    </message>
    <message>
        <source>Answer as many questions as you like, or choose directly.</source>
        <translation>Répondez à autant de questions que vous voulez, ou choisissez directement.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>In favour of: {}</source>
        <translation>En faveur de&#x202f;: {}</translation>
    </message>
    <message>
        <source>Fits both types</source>
        <translation>Convient aux deux types</translation>
    </message>
    <message>
        <source>This is advice. You decide.</source>
        <translation>C’est un conseil. C’est vous qui décidez.</translation>
    </message>
</context>
<context>
    <name>AmountChart</name>
    <message>
        <source>{0}: {1}, {2} of the grant</source>
        <translation>{0}&#x202f;: {1}, {2} de la subvention</translation>
    </message>
</context>
<context>
    <name>AnswerPageView</name>
    <message>
        <source>Press Tab to move between answers, and Enter to open one.</source>
        <translation>Appuyez sur Tab pour passer d’une réponse à l’autre, et sur Entrée pour en ouvrir une.</translation>
    </message>
    <message>
        <source>Pages of the proposal</source>
        <translation>Pages de la proposition</translation>
    </message>
</context>
<context>
    <name>ApplicationController</name>
    <message>
        <source>Something went wrong in Erasmus Desk ({}).</source>
        <translation>Une erreur s’est produite dans Erasmus Desk ({}).</translation>
    </message>
    <message>
        <source>Your answers are saved.</source>
        <translation>Vos réponses sont enregistrées.</translation>
    </message>
    <message>
        <source>If it happens again, restart Erasmus Desk and report it. Attach the log file: {}</source>
        <translation>Si cela se reproduit, redémarrez Erasmus Desk et signalez-le. Joignez le fichier journal&#x202f;: {}</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Proposition sans titre</translation>
    </message>
    <message>
        <source>Open a proposal</source>
        <translation>Ouvrir une proposition</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Une copie a été enregistrée sous {}.</translation>
    </message>
    <message>
        <source>{} was opened. A window shows one proposal: open the others one by one.</source>
        <translation>{} est ouvert. Une fenêtre affiche une seule proposition&#x202f;: ouvrez les autres une à une.</translation>
    </message>
</context>
<context>
    <name>BackLine</name>
    <message>
        <source>Back to Check</source>
        <translation>Retour à la vérification</translation>
    </message>
    <message>
        <source>Close the line</source>
        <translation>Fermer la ligne</translation>
    </message>
    <message>
        <source>Done: {}</source>
        <translation>Fait&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>BackupChoice</name>
    <message>
        <source>Erasmus Desk can also copy your proposals to a second place while you work: a USB stick, a network drive, or a folder on another disk. If this computer breaks, your work is there.</source>
        <translation>Erasmus Desk peut aussi copier vos propositions dans un second emplacement pendant que vous travaillez&#x202f;: une clé USB, un lecteur réseau ou un dossier sur un autre disque. Si cet ordinateur tombe en panne, votre travail est en sécurité.</translation>
    </message>
    <message>
        <source>It keeps one backup of each of the last {0} hours, {1} days and {2} weeks in which you worked: {3} files of a proposal at most, about {4}. While it cannot be reached, you work as usual, and the backup is made when it is back.</source>
        <translation>Une sauvegarde y est gardée pour chacune des {0} dernières heures, chacun des {1} derniers jours et chacune des {2} dernières semaines où vous avez travaillé&#x202f;: {3} fichiers par proposition au plus, soit environ {4}. Tant que l’emplacement est inaccessible, vous travaillez comme d’habitude&#x202f;; la sauvegarde se fait dès qu’il est de nouveau accessible.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Make no more backups there</source>
        <translation>Ne plus y faire de sauvegardes</translation>
    </message>
    <message>
        <source>Backups in a second place</source>
        <translation>Sauvegardes dans un second emplacement</translation>
    </message>
    <message>
        <source>{} is full. Choose another folder.</source>
        <translation>{} est plein. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>You may not write in {}. Choose another folder.</source>
        <translation>Vous n’avez pas le droit d’écrire dans {}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{} cannot be used for backups. Choose another folder.</source>
        <translation>{} ne peut pas servir aux sauvegardes. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>Choisir un dossier pour les sauvegardes</translation>
    </message>
    <message>
        <source>Off: there are backups on this computer only.</source>
        <translation>Désactivé&#x202f;: les sauvegardes ne sont que sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Folder: {}</source>
        <translation>Dossier&#x202f;: {}</translation>
    </message>
    <message>
        <source>Checking this folder…</source>
        <translation>Examen de ce dossier…</translation>
    </message>
    <message>
        <source>No backups yet.</source>
        <translation>Pas encore de sauvegarde.</translation>
    </message>
    <message>
        <source>This folder cannot be reached now.</source>
        <translation>Ce dossier est inaccessible en ce moment.</translation>
    </message>
    <message>
        <source>No backups yet. This folder is on the disk of your other files: a stick or a network drive also helps when that disk breaks.</source>
        <translation>Pas encore de sauvegarde. Ce dossier est sur le même disque que vos autres fichiers&#x202f;: une clé USB ou un lecteur réseau protège aussi d’une panne de ce disque.</translation>
    </message>
    <message>
        <source>Backups of {0} take {1}. The newest is from {2}.</source>
        <translation>Les sauvegardes de {0} occupent {1}. La plus récente date du {2}.</translation>
    </message>
</context>
<context>
    <name>BackupNotices</name>
    <message>
        <source>The place for backups cannot be reached now: {}. Your proposal is saved as usual. The backup is made when the place is back.</source>
        <translation>L’emplacement des sauvegardes est inaccessible en ce moment&#x202f;: {}. Votre proposition est enregistrée comme d’habitude. La sauvegarde se fera dès que l’emplacement sera de nouveau accessible.</translation>
    </message>
    <message>
        <source>The place for backups is full: {}. Your proposal is saved as usual, and the backups there are all kept. Make room, or choose another place in Preferences.</source>
        <translation>L’emplacement des sauvegardes est plein&#x202f;: {}. Votre proposition est enregistrée comme d’habitude, et les sauvegardes qui s’y trouvent sont toutes conservées. Libérez de la place, ou choisissez un autre emplacement dans les préférences.</translation>
    </message>
    <message>
        <source>You may not write in the place for backups: {}. Your proposal is saved as usual. You can choose another place in Preferences.</source>
        <translation>Vous n’avez pas le droit d’écrire dans l’emplacement des sauvegardes&#x202f;: {}. Votre proposition est enregistrée comme d’habitude. Vous pouvez choisir un autre emplacement dans les préférences.</translation>
    </message>
    <message>
        <source>The place for backups reports an error: {}. Your proposal is saved as usual. The backup is tried again each minute.</source>
        <translation>L’emplacement des sauvegardes signale une erreur&#x202f;: {}. Votre proposition est enregistrée comme d’habitude. La sauvegarde est retentée chaque minute.</translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>BackupSummary</name>
    <message>
        <source>{0}: {1} of {2} answered</source>
        <translation>{0} (réponses&#x202f;: {1} sur {2})</translation>
    </message>
</context>
<context>
    <name>BudgetPage</name>
    <message>
        <source>Search the budget</source>
        <translation>Rechercher dans le budget</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <source>unfolds</source>
        <translation>déplier</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>opens where it is planned</source>
        <translation>ouvrir l’élément</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>Par organisme</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Par année</translation>
    </message>
</context>
<context>
    <name>BudgetTexts</name>
    <message>
        <source>no organisation</source>
        <translation>aucun organisme</translation>
    </message>
    <message>
        <source>year unknown</source>
        <translation>année inconnue</translation>
    </message>
    <message>
        <source>not in the total</source>
        <translation>hors total</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>Call {0}: {1}</source>
        <translation>Appel {0}&#x202f;: {1}</translation>
    </message>
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>As in Word</source>
        <translation>Comme dans Word</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Faire une copie</translation>
    </message>
    <message>
        <source>Rename or move…</source>
        <translation>Renommer ou déplacer…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Retirer de cette liste</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Une copie a été enregistrée sous {}.</translation>
    </message>
    <message>
        <source>Rename or move</source>
        <translation>Renommer ou déplacer</translation>
    </message>
    <message>
        <source>{} is no longer on this list. The file was not changed.</source>
        <translation>{} n’est plus dans cette liste. Le fichier n’a pas été modifié.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>CardTexts</name>
    <message>
        <source>You stopped at “{}”</source>
        <translation>Vous en étiez à «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>à partir de {}</translation>
    </message>
    <message>
        <source>No title yet</source>
        <translation>Pas encore de titre</translation>
    </message>
    <message>
        <source>Unfinished new proposal</source>
        <translation>Nouvelle proposition inachevée</translation>
    </message>
    <message>
        <source>deadline today</source>
        <translation>date limite aujourd’hui</translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation>date limite passée</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Proposition sans titre</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>réponses obligatoires&#x202f;: {0}&#xa0;sur&#xa0;{1}</translation>
    </message>
    <message>
        <source>last edited {}</source>
        <translation>modifiée le {}</translation>
    </message>
    <message>
        <source>sent to {}, waiting for reply</source>
        <translation>envoyée à {}, en attente de réponse</translation>
    </message>
    <message>
        <source>reply by {}</source>
        <translation>réponse pour le {}</translation>
    </message>
</context>
<context>
    <name>CarriedPage</name>
    <message>
        <source>From another proposal</source>
        <translation>Réponses reprises</translation>
    </message>
    <message>
        <source>You have looked at everything.</source>
        <translation>Vous avez tout regardé.</translation>
    </message>
    <message>
        <source>This proposal was made from one for {}, which is not changed. Look at what is listed here. Change it, or say that you have seen it.</source>
        <translation>Cette proposition a été créée à partir d’une proposition pour {}, qui n’est pas modifiée. Parcourez la liste ci-dessous. Modifiez chaque réponse, ou marquez-la comme vue.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Unit costs and other costs</source>
        <translation>Coûts unitaires et autres coûts</translation>
    </message>
    <message>
        <source>Priorities and topics</source>
        <translation>Priorités et thèmes</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Qui fait quoi</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Montants</translation>
    </message>
    <message>
        <source>The new question asks something else</source>
        <translation>La nouvelle question demande autre chose</translation>
    </message>
    <message>
        <source>Formalities</source>
        <translation>Formalités</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Tout vu</translation>
    </message>
    <message>
        <source>All seen: {}</source>
        <translation>Tout vu&#x202f;: {}</translation>
    </message>
    <message>
        <source>{0} ({1} times)</source>
        <translation>{0} ({1} fois)</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Aller à la réponse</translation>
    </message>
    <message>
        <source>Go to “{}”</source>
        <translation>Aller à «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Seen: {}</source>
        <translation>Vu&#x202f;: {}</translation>
    </message>
    <message>
        <source>They have no place in this call, and stay in your proposal.</source>
        <translation>Elles n’ont pas d’équivalent dans cet appel, et restent dans votre proposition.</translation>
    </message>
    <message>
        <source>Show what is set aside</source>
        <translation>Afficher ce qui est mis de côté</translation>
    </message>
</context>
<context>
    <name>CarryChoicePage</name>
    <message>
        <source>Carry to another call</source>
        <translation>Reprendre pour un autre appel</translation>
    </message>
    <message>
        <source>You get a new proposal. What fits the new call moves. What you must write again is marked until you have looked at it. What has no place is set aside in it.</source>
        <translation>Vous obtenez une nouvelle proposition. Ce qui convient au nouvel appel est repris. Ce que vous devez réécrire reste marqué jusqu’à ce que vous l’ayez revu. Ce qui n’a pas d’équivalent y est mis de côté.</translation>
    </message>
    <message>
        <source>The proposal that is open stays as it is.</source>
        <translation>La proposition ouverte reste telle quelle.</translation>
    </message>
    <message>
        <source>Another call</source>
        <translation>Un autre appel</translation>
    </message>
    <message>
        <source>The same call another time</source>
        <translation>Le même appel, à nouveau</translation>
    </message>
    <message>
        <source>A proposal for this call cannot be carried to any call in this program.</source>
        <translation>Aucun appel de ce programme n’accepte une proposition de celui-ci.</translation>
    </message>
</context>
<context>
    <name>CarryController</name>
    <message>
        <source>This is a new proposal for {0}. “{1}” is not changed.</source>
        <translation>C’est une nouvelle proposition pour {0}. «&#x202f;{1}&#x202f;» n’est pas modifiée.</translation>
    </message>
</context>
<context>
    <name>ChangeStrip</name>
    <message>
        <source>Changes in the returned file</source>
        <translation>Modifications dans le fichier renvoyé</translation>
    </message>
    <message>
        <source>{} before</source>
        <translation>{} avant</translation>
    </message>
    <message>
        <source>{} more</source>
        <translation>{} après</translation>
    </message>
</context>
<context>
    <name>ChangedNotice</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Show one organisation</source>
        <translation>Afficher un organisme</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find in the problems</source>
        <translation>Rechercher dans les problèmes</translation>
    </message>
    <message>
        <source>Ready to send to partners</source>
        <translation>Prête pour les partenaires</translation>
    </message>
    <message>
        <source>Objectives, partners and dates are there.</source>
        <translation>Les objectifs, les partenaires et les dates sont indiqués.</translation>
    </message>
    <message>
        <source>Ready to show to your National Agency</source>
        <translation>Prête pour l’avis de votre agence nationale</translation>
    </message>
    <message>
        <source>All texts, activities and the budget are there.</source>
        <translation>Tous les textes, les activités et le budget sont complets.</translation>
    </message>
    <message>
        <source>Ready to submit</source>
        <translation>Prête à être soumise</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Rien ne manque, rien à corriger.</translation>
    </message>
    <message>
        <source>What you have not answered yet is counted. It is nowhere marked as wrong.</source>
        <translation>Les questions sans réponse sont comptées, mais ne sont marquées nulle part comme des erreurs.</translation>
    </message>
    <message>
        <source>How far you are</source>
        <translation>Où vous en êtes</translation>
    </message>
    <message>
        <source>Checked at {}</source>
        <translation>Vérifié à {}</translation>
    </message>
    <message>
        <source>All organisations</source>
        <translation>Tous les organismes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>{} (not available)</source>
        <translation>{} (non disponible)</translation>
    </message>
</context>
<context>
    <name>CityField</name>
    <message>
        <source>Places: {}</source>
        <translation>Lieux&#x202f;: {}</translation>
    </message>
    <message>
        <source>Places that begin with what you typed</source>
        <translation>Lieux qui commencent par ce que vous avez saisi</translation>
    </message>
    <message>
        <source>We do not know this place.</source>
        <translation>Nous ne connaissons pas ce lieu.</translation>
    </message>
    <message>
        <source>The distance is measured from {}.</source>
        <translation>La distance est mesurée à partir de {}.</translation>
    </message>
    <message>
        <source>Understood as {}.</source>
        <translation>Lieu retenu&#x202f;: {}.</translation>
    </message>
    <message>
        <source>Understood as {}. Choose another one from the list while you type.</source>
        <translation>Lieu retenu&#x202f;: {}. Pour en choisir un autre, utilisez la liste qui s’ouvre pendant la saisie.</translation>
    </message>
    <message>
        <source>Understood as the small place {}.</source>
        <translation>Lieu retenu&#x202f;: {} (petite localité).</translation>
    </message>
    <message>
        <source>Understood as {}. The rest is not known.</source>
        <translation>Lieu retenu&#x202f;: {}. Le reste n’est pas reconnu.</translation>
    </message>
    <message>
        <source>There is also: {}.</source>
        <translation>Il y a aussi&#x202f;: {}.</translation>
    </message>
</context>
<context>
    <name>CommentThreadCard</name>
    <message>
        <source>Resolved</source>
        <translation>Résolu</translation>
    </message>
    <message>
        <source>On “{}”</source>
        <translation>Sur «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Aller à la réponse</translation>
    </message>
</context>
<context>
    <name>CommentsView</name>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>[− …] is only on the left, [+ …] only on the right.</source>
        <translation>[− …] ne figure qu’à gauche, [+ …] qu’à droite.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Restore this answer</source>
        <translation>Restaurer cette réponse</translation>
    </message>
    <message>
        <source>Restore this entry</source>
        <translation>Restaurer cette entrée</translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message>
        <source>All versions</source>
        <translation>Toutes les versions</translation>
    </message>
    <message>
        <source>Current version</source>
        <translation>Version actuelle</translation>
    </message>
    <message>
        <source>the version before it</source>
        <translation>la version précédente</translation>
    </message>
    <message>
        <source>Both versions are the same.</source>
        <translation>Les deux versions sont identiques.</translation>
    </message>
    <message>
        <source>This version cannot be read any more. The others are not affected.</source>
        <translation>Cette version ne peut plus être lue. Les autres ne sont pas concernées.</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>comparée à</translation>
    </message>
    <message>
        <source>Restoring is one step. Undo reverses it.</source>
        <translation>La restauration se fait en une seule étape, que «&#x202f;Annuler&#x202f;» défait.</translation>
    </message>
    <message>
        <source>Open as a new proposal</source>
        <translation>Ouvrir comme nouvelle proposition</translation>
    </message>
    <message>
        <source>Restore the whole proposal</source>
        <translation>Restaurer toute la proposition</translation>
    </message>
</context>
<context>
    <name>ConflictCopiesController</name>
    <message>
        <source>“{0}” is a copy of this proposal, saved {1}.</source>
        <translation>«&#x202f;{0}&#x202f;» est une copie de cette proposition, enregistrée&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a copy of this proposal, by {2}, saved {1}.</source>
        <translation>«&#x202f;{0}&#x202f;» est une copie de cette proposition, faite par {2}, enregistrée&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>A program that synchronises folders makes one when two people save at the same time. It has changes that are not in yours.</source>
        <translation>Un logiciel qui synchronise des dossiers en crée une quand deux personnes enregistrent en même temps. Elle contient des modifications que la vôtre n’a pas.</translation>
    </message>
    <message>
        <source>Merge it…</source>
        <translation>La fusionner…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>La laisser</translation>
    </message>
</context>
<context>
    <name>ContinueCard</name>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue where you stopped</source>
        <translation>Reprendre où vous en étiez</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Commencer ici</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Who has a copy</source>
        <translation>Qui a une copie</translation>
    </message>
    <message>
        <source>Nobody has a copy of this proposal yet.</source>
        <translation>Personne n’a encore de copie de cette proposition.</translation>
    </message>
</context>
<context>
    <name>CopyButtons</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy and next</source>
        <translation>Copier et continuer</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
</context>
<context>
    <name>CopyDesk</name>
    <message>
        <source>Copy to the online form</source>
        <translation>Copier dans le formulaire en ligne</translation>
    </message>
    <message>
        <source>Online form</source>
        <translation>Formulaire en ligne</translation>
    </message>
    <message>
        <source>{0} of {1} copied</source>
        <translation>Copiés&#x202f;: {0} sur {1}</translation>
    </message>
    <message>
        <source>In the online form: {}</source>
        <translation>Dans le formulaire en ligne&#x202f;: {}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>copié</translation>
    </message>
    <message>
        <source>changed after copying</source>
        <translation>modifié après la copie</translation>
    </message>
    <message>
        <source>{0} of {1} characters, as the online form counts them</source>
        <translation>{0} sur {1} caractères, selon le décompte du formulaire en ligne</translation>
    </message>
    <message>
        <source>{0} of {1} words, as the online form counts them</source>
        <translation>{0} sur {1} mots, selon le décompte du formulaire en ligne</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>dans la limite</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
</context>
<context>
    <name>CopyDeskPage</name>
    <message>
        <source>Small window on top</source>
        <translation>Petite fenêtre au premier plan</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Tous les champs</translation>
    </message>
    <message>
        <source>There is nothing to copy yet.</source>
        <translation>Il n’y a encore rien à copier.</translation>
    </message>
    <message>
        <source>Erasmus Desk does not connect to the online form. Log in there and paste field by field. Line breaks and “- ” lists are kept; everything else is plain text.</source>
        <translation>Erasmus Desk ne se connecte pas au formulaire en ligne. Connectez-vous-y et collez champ par champ. Les sauts de ligne et les listes «&#x202f;-&#x202f;» sont conservés&#x202f;; tout le reste est du texte brut.</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Someone</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>their own questions</source>
        <translation>ses propres questions</translation>
    </message>
    <message>
        <source>whole proposal</source>
        <translation>toute la proposition</translation>
    </message>
    <message>
        <source>returned {}</source>
        <translation>renvoyé le {}</translation>
    </message>
    <message>
        <source>reply was due {}</source>
        <translation>la réponse était attendue le {}</translation>
    </message>
    <message>
        <source>reply by {}</source>
        <translation>réponse pour le {}</translation>
    </message>
</context>
<context>
    <name>CriteriaCard</name>
    <message>
        <source>How many of the questions that count for each are answered</source>
        <translation>Réponses données aux questions qui comptent pour chaque critère</translation>
    </message>
    <message>
        <source>Award criteria</source>
        <translation>Critères d’attribution</translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
</context>
<context>
    <name>CustomTextEditor</name>
    <message>
        <source>Your version of the answer</source>
        <translation>Votre version de la réponse</translation>
    </message>
    <message>
        <source>Use this text</source>
        <translation>Utiliser ce texte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>jj/mm/aaaa</translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation>Choisir une date</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>today, {}</source>
        <translation>aujourd’hui, {}</translation>
    </message>
    <message>
        <source>yesterday, {}</source>
        <translation>hier, {}</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Accept all</source>
        <translation>Tout accepter</translation>
    </message>
    <message>
        <source>Accepts what only reviewers changed. Conflicts and guesses wait for you.</source>
        <translation>Accepte ce que seuls les relecteurs ont modifié. Les conflits et les suppositions attendent votre décision.</translation>
    </message>
    <message>
        <source>Accepts what only the other version changed. Conflicts wait for you.</source>
        <translation>Accepte ce qui n’est modifié que dans l’autre version. Les conflits attendent votre décision.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>{0} of {1} decided</source>
        <translation>Décisions&#x202f;: {0} sur {1}</translation>
    </message>
    <message>
        <source>No answer was changed.</source>
        <translation>Aucune réponse n’a été modifiée.</translation>
    </message>
    <message>
        <source>{} accepted</source>
        <translation>acceptées&#x202f;: {}</translation>
    </message>
    <message>
        <source>{} rejected</source>
        <translation>rejetées&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>DecisionButton</name>
    <message>
        <source>Key {}</source>
        <translation>Touche {}</translation>
    </message>
</context>
<context>
    <name>DecisionButtons</name>
    <message>
        <source>Next change</source>
        <translation>Modification suivante</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Aller à la réponse</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
</context>
<context>
    <name>DistancesNote</name>
    <message>
        <source>Distances</source>
        <translation>Distances</translation>
    </message>
    <message>
        <source>Measured in a straight line from city to city. Type your own kilometres where they are wrong; a note is then asked.</source>
        <translation>Mesurées en ligne droite de ville à ville. Saisissez vous-même les kilomètres qui sont faux&#x202f;; une note est alors demandée.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>down</source>
        <translation>vers le bas</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Ctrl+V</translation>
    </message>
    <message>
        <source>paste a block</source>
        <translation>coller un bloc</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>The menu key shows what else you can do.</source>
        <translation>La touche de menu montre ce que vous pouvez faire d’autre.</translation>
    </message>
</context>
<context>
    <name>EditActions</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cou&amp;per</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Co&amp;ller</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>EditingController</name>
    <message>
        <source>{} is saved. You can add it to any proposal.</source>
        <translation>{} est enregistré. Vous pouvez l’ajouter à n’importe quelle proposition.</translation>
    </message>
    <message>
        <source>You removed {}.</source>
        <translation>Vous avez retiré {}.</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Retour à la liste (Échap)</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>L’élément précédent</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>L’élément suivant</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation>(pas encore de titre)</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>EstimateCard</name>
    <message>
        <source>Whole proposal</source>
        <translation>Toute la proposition</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Word file</source>
        <translation>Fichier Word</translation>
    </message>
    <message>
        <source>Save your proposal as a Word file and send it to your partners.</source>
        <translation>Enregistrez votre proposition au format Word et envoyez-la à vos partenaires.</translation>
    </message>
    <message>
        <source>Clean proposal</source>
        <translation>Proposition au propre</translation>
    </message>
    <message>
        <source>Questions and answers only, to read and to send</source>
        <translation>Questions et réponses seulement, à lire et à envoyer</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Copie de travail</translation>
    </message>
    <message>
        <source>With guidance and character counts, for colleagues who write too</source>
        <translation>Avec les conseils et le nombre de caractères, pour les collègues qui écrivent aussi</translation>
    </message>
    <message>
        <source>For one partner</source>
        <translation>Pour un partenaire</translation>
    </message>
    <message>
        <source>Only their own questions, with a date to reply by</source>
        <translation>Seulement ses propres questions, avec une date de réponse</translation>
    </message>
    <message>
        <source>Papers for the partners</source>
        <translation>Documents pour les partenaires</translation>
    </message>
    <message>
        <source>Letters to sign, the annexes, or one page for each partner</source>
        <translation>Les lettres à signer, les annexes, ou une page par partenaire</translation>
    </message>
    <message>
        <source>What is the file for?</source>
        <translation>À quoi sert le fichier&#x202f;?</translation>
    </message>
    <message>
        <source>Language of headings and questions</source>
        <translation>Langue des titres et des questions</translation>
    </message>
    <message>
        <source>Totals only; the Excel workbook has every line</source>
        <translation>Totaux seulement&#x202f;; le détail est dans Excel</translation>
    </message>
    <message>
        <source>Every line, at the end</source>
        <translation>Toutes les lignes, à la fin</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Your school’s template (optional)</source>
        <translation>Le modèle de votre école (facultatif)</translation>
    </message>
    <message>
        <source>Its styles, header, logo and margins are used.</source>
        <translation>Ses styles, son en-tête, son logo et ses marges sont utilisés.</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Enregistrer en Word…</translation>
    </message>
    <message>
        <source>Save budget as Excel…</source>
        <translation>Enregistrer le budget en Excel…</translation>
    </message>
    <message>
        <source>An Excel workbook with formulas.</source>
        <translation>Un classeur Excel avec des formules.</translation>
    </message>
    <message>
        <source>Preview and PDF…</source>
        <translation>Aperçu et PDF…</translation>
    </message>
    <message>
        <source>See the pages, and save them as a PDF.</source>
        <translation>Voyez les pages, et enregistrez-les en PDF.</translation>
    </message>
    <message>
        <source>See what is missing</source>
        <translation>Voir ce qui manque</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Rien ne manque, rien à corriger.</translation>
    </message>
    <message>
        <source>{} before you submit.</source>
        <translation>{} avant de soumettre.</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Fichiers Word (*.docx)</translation>
    </message>
    <message>
        <source>A folder for the files</source>
        <translation>Un dossier pour les fichiers</translation>
    </message>
    <message>
        <source>Save as Word</source>
        <translation>Enregistrer en Word</translation>
    </message>
    <message>
        <source>Save budget as Excel</source>
        <translation>Enregistrer le budget en Excel</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Classeurs Excel (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>ExportResultBox</name>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>This is not confirmed.</source>
        <translation>Ceci n’est pas confirmé.</translation>
    </message>
</context>
<context>
    <name>FeedbackActions</name>
    <message>
        <source>Coordinator</source>
        <translation>Coordinateur</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>Comments and returned files</source>
        <translation>Commentaires et fichiers renvoyés</translation>
    </message>
    <message>
        <source>See who has a Word file, read comments, and decide on changes.</source>
        <translation>Voyez qui a un fichier Word, lisez les commentaires et décidez des modifications.</translation>
    </message>
    <message>
        <source>Import reviewed Word file…</source>
        <translation>Importer un fichier Word relu…</translation>
    </message>
    <message>
        <source>Save as Word…</source>
        <translation>Enregistrer en Word…</translation>
    </message>
    <message>
        <source>No files are waiting for a reply. Nothing to decide.</source>
        <translation>Aucun fichier n’attend de réponse. Rien à décider.</translation>
    </message>
    <message>
        <source>Send your proposal to your partners. Their comments and changes come here.</source>
        <translation>Envoyez votre proposition à vos partenaires. Leurs commentaires et modifications arrivent ici.</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Sent, waiting for reply</source>
        <translation>Envoyé, en attente de réponse</translation>
    </message>
    <message>
        <source>Resolved comments</source>
        <translation>Commentaires résolus</translation>
    </message>
    <message>
        <source>The whole proposal</source>
        <translation>Toute la proposition</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>Mark as not copied</source>
        <translation>Marquer comme non copié</translation>
    </message>
    <message>
        <source>No answer: there is nothing to copy.</source>
        <translation>Pas de réponse&#x202f;: il n’y a rien à copier.</translation>
    </message>
    <message>
        <source>You emptied this answer after copying it: empty the field there too.</source>
        <translation>Vous avez vidé cette réponse après la copie&#x202f;: videz aussi le champ du formulaire en ligne.</translation>
    </message>
</context>
<context>
    <name>FieldPage</name>
    <message>
        <source>Choose the field.</source>
        <translation>Choisissez le domaine.</translation>
    </message>
</context>
<context>
    <name>FieldTree</name>
    <message>
        <source>Fields of the online form</source>
        <translation>Champs du formulaire en ligne</translation>
    </message>
</context>
<context>
    <name>FileChangesController</name>
    <message>
        <source>“{}” is no longer in its folder. Someone moved or deleted it.</source>
        <translation>«&#x202f;{}&#x202f;» n’est plus dans son dossier. Quelqu’un l’a déplacé ou supprimé.</translation>
    </message>
    <message>
        <source>Save again as “{}”</source>
        <translation>Enregistrer à nouveau sous «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>The folder of “{}” is not there. A drive may be unplugged or disconnected.</source>
        <translation>Le dossier de «&#x202f;{}&#x202f;» est introuvable. Un lecteur est peut-être débranché ou déconnecté.</translation>
    </message>
    <message>
        <source>When the folder is back, saving goes on.</source>
        <translation>Dès que le dossier sera de nouveau accessible, l’enregistrement reprendra.</translation>
    </message>
    <message>
        <source>Show the differences</source>
        <translation>Afficher les différences</translation>
    </message>
    <message>
        <source>Merge both versions…</source>
        <translation>Fusionner les deux versions…</translation>
    </message>
    <message>
        <source>Save mine as a new file</source>
        <translation>Enregistrer ma version à part</translation>
    </message>
    <message>
        <source>Someone else changed this file after you opened it. Nothing was overwritten. Choose how to keep both versions.</source>
        <translation>Quelqu’un d’autre a modifié ce fichier après que vous l’avez ouvert. Rien n’a été écrasé. Choisissez comment garder les deux versions.</translation>
    </message>
    <message>
        <source>Open theirs, and save mine as a copy</source>
        <translation>Ouvrir l’autre version, garder la mienne en copie</translation>
    </message>
    <message>
        <source>Someone else saved a newer version of this file. You see the version before it.</source>
        <translation>Quelqu’un d’autre a enregistré une version plus récente de ce fichier. Vous voyez la version d’avant.</translation>
    </message>
    <message>
        <source>That version is kept on this computer.</source>
        <translation>Cette version est conservée sur cet ordinateur.</translation>
    </message>
    <message>
        <source>That version is only in this window.</source>
        <translation>Cette version est seulement dans cette fenêtre.</translation>
    </message>
    <message>
        <source>Open the newer version</source>
        <translation>Ouvrir la version plus récente</translation>
    </message>
    <message>
        <source>Someone renamed “{0}” to “{1}”.</source>
        <translation>Quelqu’un a renommé «&#x202f;{0}&#x202f;» en «&#x202f;{1}&#x202f;».</translation>
    </message>
    <message>
        <source>Go on with “{}”</source>
        <translation>Continuer avec «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>Save mine again as “{}”</source>
        <translation>Enregistrer à nouveau ma version sous «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>Your text is safe on this computer.</source>
        <translation>Votre texte est en sécurité sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Your latest text is only in this window: this computer could not save it anywhere else.</source>
        <translation>Vos dernières modifications ne sont que dans cette fenêtre&#x202f;: cet ordinateur n’a pu les enregistrer nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Nothing is saved in a file until you choose.</source>
        <translation>Rien n’est enregistré dans un fichier tant que vous n’avez pas choisi.</translation>
    </message>
    <message>
        <source>Your version is saved in the same folder as {}.</source>
        <translation>Votre version est enregistrée dans le même dossier sous {}.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Left: the version on disk. Right: your version.</source>
        <translation>À gauche&#x202f;: la version sur le disque. À droite&#x202f;: votre version.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Saving {}…</source>
        <translation>Enregistrement de {}…</translation>
    </message>
    <message>
        <source>Nothing was saved yet. First choose above which version to use.</source>
        <translation>Rien n’a encore été enregistré. Choisissez d’abord ci-dessus la version à utiliser.</translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation>Enregistré sous {}.</translation>
    </message>
    <message>
        <source>{} was changed after it was exported, so it was not overwritten. To use what was changed, import that file.</source>
        <translation>{} a été modifié après l’export&#x202f;; il n’a donc pas été écrasé. Pour utiliser ce qui a été modifié, importez ce fichier.</translation>
    </message>
</context>
<context>
    <name>FilteredListField</name>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Filter: {}</source>
        <translation>Filtrer&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>FinishLineRow</name>
    <message>
        <source>Reached. {}</source>
        <translation>Atteint. {}</translation>
    </message>
    <message>
        <source>Also: {}</source>
        <translation>Aussi&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>FocusFoot</name>
    <message>
        <source>questions</source>
        <translation>questions</translation>
    </message>
    <message>
        <source>find and replace</source>
        <translation>rechercher et remplacer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>FocusPage</name>
    <message>
        <source>Previous question</source>
        <translation>Question précédente</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Question suivante</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Conseils</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Question {0} of {1}</source>
        <translation>Question {0} sur {1}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>FoldHead</name>
    <message>
        <source>unfolded</source>
        <translation>déplié</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>replié</translation>
    </message>
</context>
<context>
    <name>FoldedSentences</name>
    <message>
        <source>folded</source>
        <translation>replié</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>déplié</translation>
    </message>
</context>
<context>
    <name>GanttChart</name>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>{0}: {1} to {2}</source>
        <translation>{0}&#x202f;: du {1} au {2}</translation>
    </message>
</context>
<context>
    <name>GrantCard</name>
    <message>
        <source>Grant for {}</source>
        <translation>Subvention pour {}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>All {}</source>
        <translation>Total&#x202f;: {}</translation>
    </message>
    <message>
        <source>Whole proposal</source>
        <translation>Toute la proposition</translation>
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
        <translation>Enregistrer le budget en Excel</translation>
    </message>
    <message>
        <source>maximum not known yet</source>
        <translation>maximum encore inconnu</translation>
    </message>
    <message>
        <source>of {}</source>
        <translation>sur {}</translation>
    </message>
    <message>
        <source>{} over the maximum</source>
        <translation>{} au-dessus du maximum</translation>
    </message>
    <message>
        <source>{} still to distribute</source>
        <translation>{} encore à répartir</translation>
    </message>
    <message>
        <source>{} remaining</source>
        <translation>reste {}</translation>
    </message>
</context>
<context>
    <name>GrantModel</name>
    <message>
        <source>Category, activity, organisation</source>
        <translation>Catégorie, activité, organisme</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Grant requested</source>
        <translation>Subvention demandée</translation>
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
        <translation>Retirer la ligne</translation>
    </message>
    <message>
        <source>Another group from {}</source>
        <translation>Un autre groupe&#x202f;: {}</translation>
    </message>
    <message>
        <source>A group from {}</source>
        <translation>Un groupe&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>GrowingTextEdit</name>
    <message>
        <source>History of this answer</source>
        <translation>Historique de cette réponse</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>Guidance</source>
        <translation>Conseils</translation>
    </message>
    <message>
        <source>Close the guidance (F1)</source>
        <translation>Fermer les conseils (F1)</translation>
    </message>
    <message>
        <source>Click in a question to see its guidance.</source>
        <translation>Cliquez dans une question pour voir ses conseils.</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Award criterion</source>
        <translation>Critère d’attribution</translation>
    </message>
    <message>
        <source>What the question asks</source>
        <translation>Ce que la question demande</translation>
    </message>
    <message>
        <source>What assessors look for</source>
        <translation>Ce que les évaluateurs recherchent</translation>
    </message>
    <message>
        <source>Questions to help you write</source>
        <translation>Des questions pour vous aider à écrire</translation>
    </message>
    <message>
        <source>Points to include</source>
        <translation>Points à inclure</translation>
    </message>
</context>
<context>
    <name>GuidedStart</name>
    <message>
        <source>The earlier proposal “{0}” is not in {1} now. Put it back to use its answers, or go on without them.</source>
        <translation>La proposition antérieure «&#x202f;{0}&#x202f;» n’est plus dans {1}. Remettez-la à sa place pour utiliser ses réponses, ou continuez sans elles.</translation>
    </message>
    <message>
        <source>If you go on, you lose what you chose for this new proposal.</source>
        <translation>Si vous continuez, vous perdrez ce que vous avez choisi pour cette nouvelle proposition.</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Continuer sans enregistrer</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Rester ici</translation>
    </message>
</context>
<context>
    <name>HiddenAnswersPage</name>
    <message>
        <source>Answers set aside</source>
        <translation>Réponses mises de côté</translation>
    </message>
    <message>
        <source>These answers are not used with your current choices, such as the project type and field. They stay in your proposal, but not in the Word file. If you change back, they return.</source>
        <translation>Ces réponses ne sont pas utilisées avec vos choix actuels, comme le type de projet et le domaine. Elles restent dans votre proposition, mais pas dans le fichier Word. Si vous rétablissez vos anciens choix, elles réapparaissent.</translation>
    </message>
    <message>
        <source>The form no longer has a question for these answers. They stay in your proposal, but not in the Word file. Copy what you need.</source>
        <translation>Le formulaire n’a plus de question pour ces réponses. Elles restent dans votre proposition, mais pas dans le fichier Word. Copiez ce dont vous avez besoin.</translation>
    </message>
    <message>
        <source>What this belongs to is no longer in the proposal.</source>
        <translation>L’élément concerné n’est plus dans la proposition.</translation>
    </message>
    <message>
        <source>Go to “{}”</source>
        <translation>Aller à «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>Asked only of the first of the list.</source>
        <translation>Question posée seulement au premier de la liste.</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} ou {1}</translation>
    </message>
    <message>
        <source>Not asked if “{0}” is {1}.</source>
        <translation>Question non posée si la réponse à «&#x202f;{0}&#x202f;» est&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>Asked only if “{0}” is {1}.</source>
        <translation>Question posée seulement si la réponse à «&#x202f;{0}&#x202f;» est&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} à {1}</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>au moins {}</translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation>au plus {}</translation>
    </message>
</context>
<context>
    <name>HintsFold</name>
    <message>
        <source>Show our examples and hints</source>
        <translation>Afficher nos exemples et nos pistes</translation>
    </message>
    <message>
        <source>Hide our examples and hints</source>
        <translation>Masquer nos exemples et nos pistes</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>new since then</source>
        <translation>nouveau depuis</translation>
    </message>
    <message>
        <source>removed since then</source>
        <translation>retiré depuis</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>empty since then</source>
        <translation>vide depuis</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>déplié</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>replié</translation>
    </message>
    <message>
        <source>Current version</source>
        <translation>Version actuelle</translation>
    </message>
    <message>
        <source>Backup of the whole proposal</source>
        <translation>Sauvegarde de toute la proposition</translation>
    </message>
    <message>
        <source>First opened</source>
        <translation>Première ouverture</translation>
    </message>
    <message>
        <source>Changed outside this window</source>
        <translation>Modifiée hors de cette fenêtre</translation>
    </message>
    <message>
        <source>Saved by you</source>
        <translation>Enregistrée par vous</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportée</translation>
    </message>
    <message>
        <source>Changes imported</source>
        <translation>Modifications importées</translation>
    </message>
    <message>
        <source>Project type changed</source>
        <translation>Type de projet modifié</translation>
    </message>
    <message>
        <source>Carried from another proposal</source>
        <translation>Reprise d’une autre proposition</translation>
    </message>
    <message>
        <source>Newer text that you did not recover</source>
        <translation>Texte plus récent que vous n’avez pas récupéré</translation>
    </message>
    <message>
        <source>Other version, merged</source>
        <translation>Autre version, fusionnée</translation>
    </message>
    <message>
        <source>Today, {}</source>
        <translation>Aujourd’hui, {}</translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>Name this version</source>
        <translation>Nommer cette version</translation>
    </message>
    <message>
        <source>A version with a name is always kept, for example “before the meeting”.</source>
        <translation>Une version qui a un nom est toujours conservée, par exemple «&#x202f;avant la réunion&#x202f;».</translation>
    </message>
    <message>
        <source>Restored from {}.</source>
        <translation>Restauré à partir de {}.</translation>
    </message>
    <message>
        <source>This is a new proposal: “{0}”. “{1}” is not changed.</source>
        <translation>C’est une nouvelle proposition&#x202f;: «&#x202f;{0}&#x202f;». «&#x202f;{1}&#x202f;» n’est pas modifiée.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Version history</source>
        <translation>Historique des versions</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>Nommer cette version…</translation>
    </message>
    <message>
        <source>Show all answers</source>
        <translation>Afficher toutes les réponses</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Only versions in which this changed: {}</source>
        <translation>Seulement les versions où ceci a changé&#x202f;: {}</translation>
    </message>
    <message>
        <source>Autosave is not working now. Only backups are listed.</source>
        <translation>L’enregistrement automatique ne fonctionne pas en ce moment. Seules les sauvegardes sont affichées.</translation>
    </message>
    <message>
        <source>Everything of the last two days is here, then one version an hour, a day, and a week. Versions with a name stay.</source>
        <translation>Tout ce qui date des deux derniers jours est ici, puis une version par heure, par jour et par semaine. Les versions qui ont un nom sont toujours conservées.</translation>
    </message>
    <message>
        <source>This history takes {0}, that of all proposals {1} of {2} at most.</source>
        <translation>Cet historique occupe {0}, et celui de toutes les propositions {1} sur {2} au plus.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
</context>
<context>
    <name>HistorySpace</name>
    <message>
        <source>The earlier versions of all proposals take {0} now, and {1} at most. Beyond that, the oldest go first when you close Erasmus Desk. Versions with a name always stay.</source>
        <translation>Les versions antérieures de toutes les propositions occupent {0} actuellement, et {1} au plus. Au-delà, les plus anciennes sont supprimées quand vous fermez Erasmus Desk. Les versions qui ont un nom sont toujours conservées.</translation>
    </message>
    <message>
        <source>Copies of what could not be saved take {0}, and {1} at most. The oldest go first, but never the last of a proposal. “Restore from a backup…” on the home page lists them.</source>
        <translation>Les copies de secours, faites quand un fichier n’a pas pu être enregistré, occupent {0}, et {1} au plus. Les plus anciennes sont supprimées d’abord, mais jamais la dernière d’une proposition. «&#x202f;Restaurer une sauvegarde…&#x202f;», sur la page d’accueil, en donne la liste.</translation>
    </message>
    <message>
        <source>Those with a name alone take {}. They are never removed, so the history is larger.</source>
        <translation>Celles qui ont un nom occupent à elles seules {}. Elles ne sont jamais supprimées&#x202f;; l’historique est donc plus grand.</translation>
    </message>
    <message>
        <source>Version history</source>
        <translation>Historique des versions</translation>
    </message>
</context>
<context>
    <name>HomeController</name>
    <message>
        <source>Choose an earlier proposal</source>
        <translation>Choisir une proposition antérieure</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Fichiers Word (*.docx)</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>Write your Erasmus+ partnership proposal offline and save it as a Word file.</source>
        <translation>Rédigez hors ligne votre proposition de partenariat Erasmus+ et enregistrez-la au format Word.</translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation>Nouvelle proposition</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Start from an earlier Word proposal…</source>
        <translation>Partir d’un ancien fichier Word…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Everything is on this computer, in {}.</source>
        <translation>Tout est sur cet ordinateur, dans {}.</translation>
    </message>
    <message>
        <source>You can drop a proposal, a reviewed Word file or a call on this window.</source>
        <translation>Vous pouvez déposer une proposition, un fichier Word relu ou un appel sur cette fenêtre.</translation>
    </message>
    <message>
        <source>Backups are also in {}.</source>
        <translation>Des sauvegardes sont aussi dans {}.</translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message>
        <source>Calls included</source>
        <translation>Appels inclus</translation>
    </message>
    <message>
        <source>Add a call…</source>
        <translation>Ajouter un appel…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Complete example proposals with invented data. You open a copy.</source>
        <translation>Des exemples complets de propositions, avec des données inventées. Vous en ouvrez une copie.</translation>
    </message>
</context>
<context>
    <name>ItemField</name>
    <message>
        <source>(no longer in the list)</source>
        <translation>(n’est plus dans la liste)</translation>
    </message>
</context>
<context>
    <name>ItemTools</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add saved organisation</source>
        <translation>Organismes enregistrés</translation>
    </message>
    <message>
        <source>Add an organisation that you saved before</source>
        <translation>Ajouter un organisme que vous avez enregistré auparavant</translation>
    </message>
    <message>
        <source>Paste rows from Excel</source>
        <translation>Coller des lignes d’Excel</translation>
    </message>
    <message>
        <source>Paste rows from Excel (Ctrl+V in the table)</source>
        <translation>Coller des lignes d’Excel (Ctrl+V dans le tableau)</translation>
    </message>
    <message>
        <source>Save for other proposals</source>
        <translation>Enregistrer pour d’autres propositions</translation>
    </message>
    <message>
        <source>Move up (Ctrl+Shift+↑)</source>
        <translation>Monter (Ctrl+Maj+↑)</translation>
    </message>
    <message>
        <source>Move down (Ctrl+Shift+↓)</source>
        <translation>Descendre (Ctrl+Maj+↓)</translation>
    </message>
    <message>
        <source>Remove (Ctrl+Delete)</source>
        <translation>Retirer (Ctrl+Suppr)</translation>
    </message>
    <message>
        <source>Fold (Space)</source>
        <translation>Replier (Espace)</translation>
    </message>
    <message>
        <source>Unfold (Space)</source>
        <translation>Déplier (Espace)</translation>
    </message>
</context>
<context>
    <name>ItemsHolder</name>
    <message>
        <source>Details of {}</source>
        <translation>Détails de {}</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>(no name yet)</source>
        <translation>(pas encore de nom)</translation>
    </message>
    <message>
        <source>Type a name, or paste rows from Excel</source>
        <translation>Saisissez un nom, ou collez des lignes d’Excel</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>Help me choose</source>
        <translation>Aidez-moi à choisir</translation>
    </message>
    <message>
        <source>The project types</source>
        <translation>Les types de projet</translation>
    </message>
    <message>
        <source>You can change the type later. What it does not use is set aside.</source>
        <translation>Vous pourrez changer de type plus tard. Ce qu’il n’utilise pas est mis de côté.</translation>
    </message>
    <message>
        <source>Choose a project type.</source>
        <translation>Choisissez un type de projet.</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Ce qui est attendu</translation>
    </message>
    <message>
        <source>What can be funded</source>
        <translation>Ce qui peut être financé</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Non autorisé</translation>
    </message>
    <message>
        <source>Extra questions for this type</source>
        <translation>Questions supplémentaires pour ce type</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
</context>
<context>
    <name>KindTable</name>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>LastHoursCard</name>
    <message>
        <source>The last hours</source>
        <translation>Les dernières heures</translation>
    </message>
    <message>
        <source>Dates of the papers</source>
        <translation>Dates des documents</translation>
    </message>
    <message>
        <source>The deadline is {}.</source>
        <translation>La date limite est le {}.</translation>
    </message>
    <message>
        <source>The deadline was {}.</source>
        <translation>La date limite était le {}.</translation>
    </message>
    <message>
        <source>By the clock of this computer: {}</source>
        <translation>D’après l’horloge de cet ordinateur&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>LeavingController</name>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Enregistrer une copie ailleurs…</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Fermer quand même</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Continuer sans enregistrer</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Rester ici</translation>
    </message>
    <message>
        <source>Your latest text is not saved.</source>
        <translation>Vos dernières modifications ne sont pas enregistrées.</translation>
    </message>
    <message>
        <source>“{}” does not contain your latest text. It is kept safe on this computer, and is offered when you start Erasmus Desk again.</source>
        <translation>«&#x202f;{}&#x202f;» ne contient pas vos dernières modifications. Elles sont conservées sur cet ordinateur et vous seront proposées au prochain démarrage d’Erasmus Desk.</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>Enregistrer une copie ailleurs</translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation>Une copie a été enregistrée sous {}.</translation>
    </message>
</context>
<context>
    <name>LeftBar</name>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation>{0}&#x202f;: {1} sur {2}</translation>
    </message>
    <message>
        <source>{} too much</source>
        <translation>{} de trop</translation>
    </message>
    <message>
        <source>Everything is distributed</source>
        <translation>Tout est réparti</translation>
    </message>
    <message>
        <source>Still to distribute: {}</source>
        <translation>Encore à répartir&#x202f;: {}</translation>
    </message>
    <message>
        <source>Choose a lump sum first</source>
        <translation>Choisissez d’abord un montant forfaitaire</translation>
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
        <translation>Titre</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Who and where</source>
        <translation>Qui et où</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>(no title yet)</source>
        <translation>(pas encore de titre)</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Search the list</source>
        <translation>Rechercher dans la liste</translation>
    </message>
    <message>
        <source>{0} of {1} complete</source>
        <translation>Complets&#x202f;: {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>LockController</name>
    <message>
        <source>We both work on it</source>
        <translation>Nous y travaillons à deux</translation>
    </message>
    <message>
        <source>Nobody works there: take over</source>
        <translation>Personne n’y travaille&#x202f;: prendre le relais</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>{} Esc cancels.</source>
        <translation>{} Échap annule.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Annulé. Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <source>The file is gone</source>
        <translation>Le fichier a disparu</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Récupérer…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>LostFiles</name>
    <message>
        <source>Last saved: {}</source>
        <translation>Dernier enregistrement&#x202f;: {}</translation>
    </message>
    <message>
        <source>It was in {}</source>
        <translation>Il était dans {}</translation>
    </message>
    <message>
        <source>Its text is kept on this computer.</source>
        <translation>Son texte est conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>“{}” is back. Earlier versions are in its version history.</source>
        <translation>«&#x202f;{}&#x202f;» est de retour. Les versions antérieures sont dans son historique des versions.</translation>
    </message>
</context>
<context>
    <name>LumpSumHelp</name>
    <message>
        <source>Which lump sum suits?</source>
        <translation>Quel montant forfaitaire convient&#x202f;?</translation>
    </message>
    <message>
        <source>The estimate is {} above it</source>
        <translation>L’estimation le dépasse de {}</translation>
    </message>
    <message>
        <source>The estimate is {} below it</source>
        <translation>L’estimation lui est inférieure de {}</translation>
    </message>
    <message>
        <source>This shows what speaks for each amount. You choose.</source>
        <translation>Voici ce qui plaide pour chacun. C’est vous qui choisissez.</translation>
    </message>
    <message>
        <source>The estimate of {} is above every lump sum.</source>
        <translation>L’estimation de {} dépasse tous les montants forfaitaires.</translation>
    </message>
    <message>
        <source>The estimate of {0} is below every lump sum; the nearest is {1}.</source>
        <translation>L’estimation de {0} est inférieure à tous les montants forfaitaires&#x202f;; le plus proche est {1}.</translation>
    </message>
    <message>
        <source>The estimate of {0} is above {1}; the nearest lump sum above it is {2}.</source>
        <translation>L’estimation de {0} dépasse {1}&#x202f;; le montant forfaitaire supérieur le plus proche est {2}.</translation>
    </message>
    <message>
        <source>It is not complete yet.</source>
        <translation>Elle n’est pas encore complète.</translation>
    </message>
</context>
<context>
    <name>MarkedText</name>
    <message>
        <source>deleted: {}</source>
        <translation>supprimé&#x202f;: {}</translation>
    </message>
    <message>
        <source>inserted: {}</source>
        <translation>inséré&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>MatrixCells</name>
    <message>
        <source>Share of the lump sum</source>
        <translation>Part du montant forfaitaire</translation>
    </message>
    <message>
        <source>Still to distribute</source>
        <translation>Encore à répartir</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>MatrixNotice</name>
    <message>
        <source>{0}: {1} too much.</source>
        <translation>{0}&#x202f;: {1} de trop.</translation>
    </message>
    <message>
        <source>The lump sum is {0}. Now {1}.</source>
        <translation>Le montant forfaitaire est de {0}. Total actuel&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>Shares of {0}: {1} too much.</source>
        <translation>Parts de {0}&#x202f;: {1} de trop.</translation>
    </message>
    <message>
        <source>{0} is {1}. The shares are {2}.</source>
        <translation>{0}&#x202f;: {1}. Total des parts&#x202f;: {2}.</translation>
    </message>
    <message>
        <source>{0} is {1} too high.</source>
        <translation>{0}&#x202f;: {1} de trop.</translation>
    </message>
    <message>
        <source>At most {0} of the lump sum: {1}.</source>
        <translation>Au plus {0} du montant forfaitaire&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>Now {}.</source>
        <translation>Actuellement&#x202f;: {}.</translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation>Ramener {0} à {1}</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>down</source>
        <translation>vers le bas</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>right</source>
        <translation>vers la droite</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Ctrl+V</translation>
    </message>
    <message>
        <source>paste a block from Excel</source>
        <translation>coller un bloc d’Excel</translation>
    </message>
    <message>
        <source>No {} yet.</source>
        <translation>{}&#x202f;: rien pour l’instant.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>MatrixTexts</name>
    <message>
        <source>(no title yet)</source>
        <translation>(pas encore de titre)</translation>
    </message>
    <message>
        <source>Amount per {}</source>
        <translation>Montant par {}</translation>
    </message>
    <message>
        <source>applicant</source>
        <translation>demandeur</translation>
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
        <translation>Enregistrer le budget en Excel</translation>
    </message>
</context>
<context>
    <name>Meaning</name>
    <message>
        <source>You can still continue here.</source>
        <translation>Vous pouvez quand même continuer ici.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>This call is closed. You can practise with it, but you cannot apply.</source>
        <translation>Cet appel est clos. Vous pouvez vous en servir pour vous exercer, mais pas déposer de candidature.</translation>
    </message>
    <message>
        <source>In all; which of them you answer depends on your choices.</source>
        <translation>En tout&#x202f;; celles auxquelles vous répondez dépendent de vos choix.</translation>
    </message>
    <message>
        <source>{0} to {1} months</source>
        <translation>{0} à {1} mois</translation>
    </message>
    <message>
        <source>You submit to the National Agency in the country of the applicant.</source>
        <translation>Vous soumettez la candidature à l’agence nationale du pays du demandeur.</translation>
    </message>
    <message>
        <source>The grant is calculated from your activities.</source>
        <translation>La subvention est calculée à partir de vos activités.</translation>
    </message>
    <message>
        <source>At most {}</source>
        <translation>Au plus {}</translation>
    </message>
    <message>
        <source>At most {} a month</source>
        <translation>Au plus {} par mois</translation>
    </message>
    <message>
        <source>Up to {} characters if you use all the room.</source>
        <translation>Jusqu’à {} caractères si vous utilisez toute la place.</translation>
    </message>
    <message>
        <source>At least {0} from {1}</source>
        <translation>Au moins {0} de {1}</translation>
    </message>
    <message>
        <source>For most projects {}.</source>
        <translation>Pour la plupart des projets {}.</translation>
    </message>
</context>
<context>
    <name>MeaningPane</name>
    <message>
        <source>What this means for your proposal</source>
        <translation>Ce que cela signifie pour votre proposition</translation>
    </message>
    <message>
        <source>About this call</source>
        <translation>À propos de cet appel</translation>
    </message>
    <message>
        <source>Our advice</source>
        <translation>Notre conseil</translation>
    </message>
</context>
<context>
    <name>Membership</name>
    <message>
        <source>{}: takes full part in Erasmus+</source>
        <translation>{}&#x202f;: participe pleinement à Erasmus+</translation>
    </message>
    <message>
        <source>{}: does not take full part in Erasmus+.</source>
        <translation>{}&#x202f;: ne participe pas pleinement à Erasmus+.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Recent proposals</source>
        <translation>Propositions récentes</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>Version &amp;history</source>
        <translation>&amp;Historique des versions</translation>
    </message>
    <message>
        <source>&amp;Merge both versions…</source>
        <translation>&amp;Fusionner les deux versions…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;New proposal…</source>
        <translation>&amp;Nouvelle proposition…</translation>
    </message>
    <message>
        <source>Carry to &amp;another call…</source>
        <translation>&amp;Reprendre pour un autre appel…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup…</source>
        <translation>Res&amp;taurer une sauvegarde…</translation>
    </message>
    <message>
        <source>A&amp;dd a call…</source>
        <translation>Ajouter &amp;un appel…</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>&amp;Enregistrer maintenant</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>Enregistrer une &amp;copie…</translation>
    </message>
    <message>
        <source>Save as &amp;Word…</source>
        <translation>Enregistrer en &amp;Word…</translation>
    </message>
    <message>
        <source>Pre&amp;view and PDF…</source>
        <translation>Aperçu et &amp;PDF…</translation>
    </message>
    <message>
        <source>&amp;Import reviewed Word file…</source>
        <translation>&amp;Importer un fichier Word relu…</translation>
    </message>
    <message>
        <source>&amp;Home page</source>
        <translation>Page d’&amp;accueil</translation>
    </message>
    <message>
        <source>C&amp;lose the proposal</source>
        <translation>&amp;Fermer la proposition</translation>
    </message>
    <message>
        <source>E&amp;xit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Rechercher…</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>R&amp;emplacer…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Previous step</source>
        <translation>Étape &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>Étape &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Move between steps and page</source>
        <translation>&amp;Basculer entre étapes et page</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>&amp;Conseils</translation>
    </message>
    <message>
        <source>&amp;Focus on one answer</source>
        <translation>Se concentrer sur &amp;une réponse</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>About this &amp;call</source>
        <translation>À propos de cet &amp;appel</translation>
    </message>
    <message>
        <source>&amp;Report a problem</source>
        <translation>&amp;Signaler un problème</translation>
    </message>
    <message>
        <source>&amp;About Erasmus Desk</source>
        <translation>À propos d’Erasmus &amp;Desk</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>NewProposalWizard</name>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Étape {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>All in Check</source>
        <translation>Voir toute la vérification</translation>
    </message>
    <message>
        <source>Next questions to answer</source>
        <translation>Prochaines questions sans réponse</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Rien ne manque, rien à corriger.</translation>
    </message>
    <message>
        <source>Save as Word</source>
        <translation>Enregistrer en Word</translation>
    </message>
    <message>
        <source>Copy to the online form</source>
        <translation>Copier dans le formulaire en ligne</translation>
    </message>
</context>
<context>
    <name>NoAmountsCard</name>
    <message>
        <source>Go to “{}”</source>
        <translation>Aller à «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>No amounts yet</source>
        <translation>Pas encore de montants</translation>
    </message>
    <message>
        <source>They follow from your organisations, dates and activities.</source>
        <translation>Ils découlent de vos organismes, de vos dates et de vos activités.</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>{0} has had this proposal open on {1} since {2} ({3}). You can both work. The second person to save chooses how to keep both versions.</source>
        <translation>{0} a ouvert cette proposition sur {1} ({2}, {3}). Vous pouvez travailler en même temps. La seconde personne à enregistrer choisit comment garder les deux versions.</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>less than an hour ago</source>
        <translation>il y a moins d’une heure</translation>
    </message>
</context>
<context>
    <name>NotificationBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Fermer l’avis</translation>
    </message>
</context>
<context>
    <name>OfferButton</name>
    <message>
        <source>Give the {0} of {1} to…</source>
        <translation>Donner {0} ({1}) à…</translation>
    </message>
    <message>
        <source>Give {0} to…</source>
        <translation>Donner {0} à…</translation>
    </message>
    <message>
        <source>Take {0} of {1} from…</source>
        <translation>Retirer {0} ({1}) à…</translation>
    </message>
    <message>
        <source>Take {0} from…</source>
        <translation>Retirer {0} à…</translation>
    </message>
</context>
<context>
    <name>OtherCallsView</name>
    <message>
        <source>These answers have no place in this call. They stay in your proposal, but not in the Word file. Copy what you need. If you carry the proposal back to {}, they return.</source>
        <translation>Ces réponses n’ont pas d’équivalent dans cet appel. Elles restent dans votre proposition, mais pas dans le fichier Word. Copiez ce dont vous avez besoin. Si vous reprenez la proposition pour {}, elles réapparaissent.</translation>
    </message>
    <message>
        <source>From {}</source>
        <translation>De {}</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>Autres réponses</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Passed</source>
        <translation>Passée</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>to fix</source>
        <translation>à corriger</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>commencé</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Finances</translation>
    </message>
    <message>
        <source>Dates and eligibility</source>
        <translation>Dates et éligibilité</translation>
    </message>
    <message>
        <source>Questions of the form</source>
        <translation>Questions du formulaire</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Synthèse</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>Réponses obligatoires&#x202f;: {0}&#xa0;sur&#xa0;{1}</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Previous change</source>
        <translation>Modification précédente</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Modification suivante</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Close without importing. Your proposal does not change.</source>
        <translation>Fermer sans importer. Votre proposition ne change pas.</translation>
    </message>
    <message>
        <source>Close without merging. Your proposal does not change.</source>
        <translation>Fermer sans fusionner. Votre proposition ne change pas.</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>Modification {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>PageWithBack</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>PapersBox</name>
    <message>
        <source>Letters for the partners to sign</source>
        <translation>Lettres à signer par les partenaires</translation>
    </message>
    <message>
        <source>List of annexes, and who owes what</source>
        <translation>Liste des annexes&#x202f;: qui doit fournir quoi</translation>
    </message>
    <message>
        <source>Partner sheets: tasks, money and dates on one page</source>
        <translation>Fiches des partenaires&#x202f;: tâches, finances et dates sur une page</translation>
    </message>
    <message>
        <source>Which papers</source>
        <translation>Quels documents</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signé</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>{0} of {1} received.</source>
        <translation>Reçus&#x202f;: {0} sur {1}.</translation>
    </message>
    <message>
        <source>Missing: {}.</source>
        <translation>À recevoir&#x202f;: {}.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signé</translation>
    </message>
    <message>
        <source>Papers to be signed</source>
        <translation>Documents à signer</translation>
    </message>
    <message>
        <source>Dates are for you alone: they are in no Word file and not in the form.</source>
        <translation>Les dates ne servent qu’à vous&#x202f;: elles ne sont ni dans un fichier Word ni dans le formulaire.</translation>
    </message>
</context>
<context>
    <name>PartForm</name>
    <message>
        <source>More fields: {}</source>
        <translation>Autres champs&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>PartLine</name>
    <message>
        <source>{0}, {1}, folded</source>
        <translation>{0}, {1}, replié</translation>
    </message>
</context>
<context>
    <name>PartnerBookDialog</name>
    <message>
        <source>Saved organisations</source>
        <translation>Organismes enregistrés</translation>
    </message>
    <message>
        <source>Organisations you saved in any of your proposals. Click one to copy its answers into this proposal. The right mouse button only marks it.</source>
        <translation>Les organismes que vous avez enregistrés dans n’importe laquelle de vos propositions. Cliquez sur l’un d’eux pour copier ses réponses dans cette proposition. Le bouton droit de la souris le sélectionne seulement.</translation>
    </message>
    <message>
        <source>Name, city, number or country</source>
        <translation>Nom, ville, numéro ou pays</translation>
    </message>
    <message>
        <source>Search the saved organisations</source>
        <translation>Rechercher dans les organismes enregistrés</translation>
    </message>
    <message>
        <source>List of saved organisations</source>
        <translation>Liste des organismes enregistrés</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove organisation</source>
        <translation>Retirer l’organisme</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Add to proposal</source>
        <translation>Ajouter à la proposition</translation>
    </message>
    <message>
        <source>No saved organisations yet. On the page of the organisations, choose “Save for other proposals”.</source>
        <translation>Pas encore d’organismes enregistrés. Sur la page des organismes, choisissez «&#x202f;Enregistrer pour d’autres propositions&#x202f;».</translation>
    </message>
    <message>
        <source>You removed {} from the saved organisations.</source>
        <translation>Vous avez retiré {} des organismes enregistrés.</translation>
    </message>
    <message>
        <source>You removed other organisations too.</source>
        <translation>Vous avez aussi retiré d’autres organismes.</translation>
    </message>
</context>
<context>
    <name>PasteArea</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>There are no rows in the clipboard. Copy them in Excel first.</source>
        <translation>Il n’y a pas de lignes dans le presse-papiers. Copiez-les d’abord dans Excel.</translation>
    </message>
    <message>
        <source>Not understood: {}.</source>
        <translation>Non reconnu&#x202f;: {}.</translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message>
        <source>Which column is what?</source>
        <translation>Que contient chaque colonne&#x202f;?</translation>
    </message>
    <message>
        <source>Columns without a choice are left out.</source>
        <translation>Les colonnes sans choix sont ignorées.</translation>
    </message>
    <message>
        <source>Column {0}: {1}</source>
        <translation>Colonne {0}&#x202f;: {1}</translation>
    </message>
    <message>
        <source>The first row has headings</source>
        <translation>Titres en première ligne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PathPage</name>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
</context>
<context>
    <name>PointList</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Langue de l’interface</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{}&#x202f;%</translation>
    </message>
    <message>
        <source>Show guidance beside the page</source>
        <translation>Afficher les conseils à côté de la page</translation>
    </message>
    <message>
        <source>You choose the proposal language in each proposal.</source>
        <translation>Vous choisissez la langue de la proposition dans chaque proposition.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>Clean</source>
        <translation>Au propre</translation>
    </message>
    <message>
        <source>Working copy</source>
        <translation>Copie de travail</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Page entière</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Answers on this page</source>
        <translation>Réponses sur cette page</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{}&#x202f;%</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Page {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Click an answer to edit it.</source>
        <translation>Cliquez sur une réponse pour la modifier.</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>Préparation des pages…</translation>
    </message>
    <message>
        <source>Preparing the pages</source>
        <translation>Préparation des pages</translation>
    </message>
    <message>
        <source>{} (page {})</source>
        <translation>{} (page {})</translation>
    </message>
    <message>
        <source>No font on this computer has these characters, so the PDF would show boxes: {}. Write them in another way, or send the Word file.</source>
        <translation>Aucune police de cet ordinateur n’a ces caractères&#x202f;; le PDF montrerait donc des carrés vides&#x202f;: {}. Écrivez-les autrement, ou envoyez le fichier Word.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PriorityCard</name>
    <message>
        <source>Main priority</source>
        <translation>Priorité principale</translation>
    </message>
    <message>
        <source>Main priority: {}</source>
        <translation>Priorité principale&#x202f;: {}</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Ce que cela signifie</translation>
    </message>
    <message>
        <source>What it means: {}</source>
        <translation>Ce que cela signifie&#x202f;: {}</translation>
    </message>
    <message>
        <source>Our examples and hints</source>
        <translation>Nos exemples et nos pistes</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Must fix</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Weak points</source>
        <translation>Points faibles</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>before you submit</source>
        <translation>avant de soumettre</translation>
    </message>
    <message>
        <source>by section, in the order of the form</source>
        <translation>par section, dans l’ordre du formulaire</translation>
    </message>
    <message>
        <source>may cost points</source>
        <translation>peuvent coûter des points</translation>
    </message>
    <message>
        <source>how it reads</source>
        <translation>comment cela se lit</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Improve</source>
        <translation>Améliorer</translation>
    </message>
    <message>
        <source>Nothing is missing or wrong.</source>
        <translation>Rien ne manque, rien à corriger.</translation>
    </message>
    <message>
        <source>Nothing found. Clear the filter to see all problems.</source>
        <translation>Aucun résultat. Effacez le filtre pour voir tous les problèmes.</translation>
    </message>
</context>
<context>
    <name>ProgramDialogs</name>
    <message>
        <source>The version of the program and of your system was copied. Paste it into your message, and attach the file {}. It contains no text of your proposals.</source>
        <translation>La version du programme et celle de votre système ont été copiées. Collez-les dans votre message, et joignez le fichier {}. Il ne contient aucun texte de vos propositions.</translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message>
        <source>No proposals yet</source>
        <translation>Pas encore de propositions</translation>
    </message>
    <message>
        <source>Choose New proposal, or open an example first.</source>
        <translation>Choisissez «&#x202f;Nouvelle proposition&#x202f;», ou ouvrez d’abord un exemple.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>No proposal has these words.</source>
        <translation>Aucune proposition ne contient ces mots.</translation>
    </message>
    <message>
        <source>Your proposals</source>
        <translation>Vos propositions</translation>
    </message>
    <message>
        <source>last edited first</source>
        <translation>les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Search your proposals</source>
        <translation>Rechercher dans vos propositions</translation>
    </message>
</context>
<context>
    <name>QuestionText</name>
    <message>
        <source>Source: {}</source>
        <translation>Source&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>QuestionWidgets</name>
    <message>
        <source>Add a row</source>
        <translation>Ajouter une ligne</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>“{}”</source>
        <translation>«&#x202f;{}&#x202f;»</translation>
    </message>
</context>
<context>
    <name>RecipientBox</name>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Which partner</source>
        <translation>Quel partenaire</translation>
    </message>
    <message>
        <source>Reply by (optional)</source>
        <translation>Réponse pour le (facultatif)</translation>
    </message>
    <message>
        <source>Second language of the questions</source>
        <translation>Deuxième langue des questions</translation>
    </message>
    <message>
        <source>Sent to (optional)</source>
        <translation>Envoyé à (facultatif)</translation>
    </message>
    <message>
        <source>This name appears in your list of files waiting for reply.</source>
        <translation>Ce nom apparaît dans votre liste de fichiers en attente de réponse.</translation>
    </message>
    <message>
        <source>All partners: one file for each</source>
        <translation>Tous les partenaires&#x202f;: un fichier chacun</translation>
    </message>
    <message>
        <source>Enter a real date, for example 31-01-2027.</source>
        <translation>Entrez une date valide, par exemple 31/01/2027.</translation>
    </message>
    <message>
        <source>The reply date is in the past. Enter a later date.</source>
        <translation>La date de réponse est passée. Entrez une date à venir.</translation>
    </message>
</context>
<context>
    <name>RecoveryController</name>
    <message>
        <source>Another proposal has text that is newer than its file: {}.</source>
        <translation>Une autre proposition contient un texte plus récent que son fichier&#x202f;: {}.</translation>
    </message>
    <message>
        <source>Show on the home page</source>
        <translation>Afficher sur la page d’accueil</translation>
    </message>
    <message>
        <source>Left: as it is now in {}. Right: your newer text.</source>
        <translation>À gauche&#x202f;: l’état actuel dans {}. À droite&#x202f;: votre texte plus récent.</translation>
    </message>
    <message>
        <source>Newer than the saved file</source>
        <translation>Plus récent que le fichier enregistré</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>RecoveryTexts</name>
    <message>
        <source>Last typed: {}.</source>
        <translation>Dernière saisie&#x202f;: {}.</translation>
    </message>
    <message>
        <source>Newer: {}.</source>
        <translation>Plus récent&#x202f;: {}.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Recover newer answers</source>
        <translation>Récupérer les réponses plus récentes</translation>
    </message>
    <message>
        <source>Keep the saved file</source>
        <translation>Garder le fichier enregistré</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Erasmus Desk closed unexpectedly. “{0}” has {1}.</source>
        <translation>Erasmus Desk s’est fermé de façon inattendue. «&#x202f;{0}&#x202f;»&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>The file was changed since. Nothing of that is lost.</source>
        <translation>Le fichier a été modifié depuis. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but another proposal is in its place.</source>
        <translation>Le texte de «&#x202f;{}&#x202f;» est en sécurité, mais une autre proposition est à sa place.</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but the file is damaged.</source>
        <translation>Le texte de «&#x202f;{}&#x202f;» est en sécurité, mais le fichier est endommagé.</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but the file is gone.</source>
        <translation>Le texte de «&#x202f;{}&#x202f;» est en sécurité, mais le fichier a disparu.</translation>
    </message>
    <message>
        <source>Save again as “{}”</source>
        <translation>Enregistrer à nouveau sous «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>Text of “{}” is safe, but its folder is not there. If it is on a drive, connect it and start again.</source>
        <translation>Le texte de «&#x202f;{}&#x202f;» est en sécurité, mais son dossier est introuvable. S’il est sur un lecteur, connectez-le et redémarrez Erasmus Desk.</translation>
    </message>
    <message>
        <source>Save as a new file</source>
        <translation>Enregistrer comme nouveau fichier</translation>
    </message>
    <message>
        <source>You did not recover the newer text of “{}”.</source>
        <translation>Vous n’avez pas récupéré le texte plus récent de «&#x202f;{}&#x202f;».</translation>
    </message>
    <message>
        <source>It is kept in the version history.</source>
        <translation>Il est conservé dans l’historique des versions.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The newer answers are in “{}” now. Undo reverses this.</source>
        <translation>Les réponses plus récentes sont maintenant dans «&#x202f;{}&#x202f;». «&#x202f;Annuler&#x202f;» revient en arrière.</translation>
    </message>
    <message>
        <source>Your text is saved as “{}”.</source>
        <translation>Votre texte est enregistré sous «&#x202f;{}&#x202f;».</translation>
    </message>
</context>
<context>
    <name>RestoreController</name>
    <message>
        <source>“{0}” is restored from the backup of {1}. It is a new file in {2}. Nothing was replaced.</source>
        <translation>«&#x202f;{0}&#x202f;» est restaurée à partir de la sauvegarde du {1}. C’est un nouveau fichier dans {2}. Rien n’a été remplacé.</translation>
    </message>
    <message>
        <source>Choose a folder with backups</source>
        <translation>Choisir un dossier de sauvegardes</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>This place cannot be reached now: {}.</source>
        <translation>Cet emplacement est inaccessible en ce moment&#x202f;: {}.</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>sur cet ordinateur</translation>
    </message>
    <message>
        <source>recovery copy: the file could not be saved</source>
        <translation>copie de secours&#x202f;: le fichier n’a pas pu être enregistré</translation>
    </message>
    <message>
        <source>in {}</source>
        <translation>dans {}</translation>
    </message>
    <message>
        <source>Damaged: this backup cannot be opened</source>
        <translation>Endommagée&#x202f;: cette sauvegarde ne peut pas être ouverte</translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation>réponses obligatoires&#x202f;: {0}&#xa0;sur&#xa0;{1}</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore from a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>A backup is restored as a new file. Your proposals stay as they are, and the backup too.</source>
        <translation>Une sauvegarde est restaurée dans un nouveau fichier. Vos propositions restent telles quelles, et la sauvegarde aussi.</translation>
    </message>
    <message>
        <source>Look in another folder…</source>
        <translation>Rechercher dans un autre dossier…</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>Recherche de sauvegardes…</translation>
    </message>
    <message>
        <source>Places: {}</source>
        <translation>Emplacements&#x202f;: {}</translation>
    </message>
    <message>
        <source>There are no backups here. Erasmus Desk makes one a day on this computer, and more in a second place that you choose in Preferences.</source>
        <translation>Il n’y a pas de sauvegardes ici. Erasmus Desk en fait une par jour sur cet ordinateur, et d’autres dans un second emplacement que vous choisissez dans les préférences.</translation>
    </message>
</context>
<context>
    <name>ReviewImport</name>
    <message>
        <source>The table in it is now text, a row on a line: {}</source>
        <translation>Le tableau qu’elle contient est devenu du texte, une rangée par ligne&#x202f;: {}</translation>
    </message>
    <message>
        <source>“{}” has lost its superscript.</source>
        <translation>Dans «&#x202f;{}&#x202f;», plus rien n’est en exposant.</translation>
    </message>
    <message>
        <source>“{}” has lost its subscript.</source>
        <translation>Dans «&#x202f;{}&#x202f;», plus rien n’est en indice.</translation>
    </message>
    <message>
        <source>{}: added</source>
        <translation>{}&#x202f;: ajouté</translation>
    </message>
    <message>
        <source>{}: removed</source>
        <translation>{}&#x202f;: retiré</translation>
    </message>
    <message>
        <source>{}: 1 row added</source>
        <translation>{}&#x202f;: 1 ligne ajoutée</translation>
    </message>
    <message>
        <source>{}: 1 row removed</source>
        <translation>{}&#x202f;: 1 ligne retirée</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Accept {}</source>
        <translation>Accepter&#x202f;: {}</translation>
    </message>
    <message>
        <source>Accept all changes</source>
        <translation>Accepter toutes les modifications</translation>
    </message>
    <message>
        <source>Accept the reviewer’s text</source>
        <translation>Accepter le texte du relecteur</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Your text stays as it is.</source>
        <translation>Votre texte reste tel quel.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Accept the other version</source>
        <translation>Accepter l’autre version</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>Add the row</source>
        <translation>Ajouter la ligne</translation>
    </message>
    <message>
        <source>Do not add the row</source>
        <translation>Ne pas ajouter la ligne</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Retirer la ligne</translation>
    </message>
    <message>
        <source>Keep the row</source>
        <translation>Garder la ligne</translation>
    </message>
    <message>
        <source>Looks like a new row. Please check.</source>
        <translation>Ressemble à une nouvelle ligne. Veuillez vérifier.</translation>
    </message>
    <message>
        <source>Conflict: you removed this row, and the other version changed it.</source>
        <translation>Conflit&#x202f;: vous avez retiré cette ligne, et l’autre version l’a modifiée.</translation>
    </message>
    <message>
        <source>A row was added.</source>
        <translation>Une ligne a été ajoutée.</translation>
    </message>
    <message>
        <source>A row seems to be gone. Please check.</source>
        <translation>Une ligne semble avoir disparu. Veuillez vérifier.</translation>
    </message>
    <message>
        <source>Conflict: a row was removed that was changed since.</source>
        <translation>Conflit&#x202f;: une ligne modifiée depuis a été retirée.</translation>
    </message>
    <message>
        <source>A row was removed.</source>
        <translation>Une ligne a été retirée.</translation>
    </message>
    <message>
        <source>Looks like the answer to this question. Please check.</source>
        <translation>Ressemble à la réponse à cette question. Veuillez vérifier.</translation>
    </message>
    <message>
        <source>Changed only by the reviewer</source>
        <translation>Modifié uniquement par le relecteur</translation>
    </message>
    <message>
        <source>Conflict: several reviewers changed this in different ways</source>
        <translation>Conflit&#x202f;: plusieurs relecteurs ont modifié ceci différemment</translation>
    </message>
    <message>
        <source>Conflict: changed by you and the reviewer</source>
        <translation>Conflit&#x202f;: modifié par vous et par le relecteur</translation>
    </message>
    <message>
        <source>Changed only in the other version</source>
        <translation>Modifié uniquement dans l’autre version</translation>
    </message>
    <message>
        <source>Conflict: changed in both versions</source>
        <translation>Conflit&#x202f;: modifié dans les deux versions</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>à décider</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>modifié par vous</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>Not placed yet</source>
        <translation>Pas encore placé</translation>
    </message>
    <message>
        <source>The other version has nothing that yours does not have.</source>
        <translation>L’autre version ne contient rien que la vôtre n’ait déjà.</translation>
    </message>
    <message>
        <source>Nobody changed an answer. If you import the file, its comments are kept, and it no longer counts as waiting for reply.</source>
        <translation>Personne n’a modifié de réponse. Si vous importez le fichier, ses commentaires sont conservés, et il n’est plus en attente de réponse.</translation>
    </message>
    <message>
        <source>Nothing in your proposal changes until you apply. Applying is one step, which Undo reverses. What you have not decided is kept under Comments and files, and all of the other version under Version history.</source>
        <translation>Rien ne change dans votre proposition tant que vous n’avez pas appliqué vos décisions. Elles s’appliquent en une seule étape, que «&#x202f;Annuler&#x202f;» défait. Ce que vous n’avez pas décidé est conservé sous «&#x202f;Commentaires et fichiers&#x202f;», et toute l’autre version dans l’historique des versions.</translation>
    </message>
    <message>
        <source>Nothing in your proposal changes until you apply. Applying is one step, which Undo reverses. Comments and what you have not decided are kept under Comments and files.</source>
        <translation>Rien ne change dans votre proposition tant que vous n’avez pas appliqué vos décisions. Elles s’appliquent en une seule étape, que «&#x202f;Annuler&#x202f;» défait. Les commentaires et ce que vous n’avez pas décidé sont conservés sous «&#x202f;Commentaires et fichiers&#x202f;».</translation>
    </message>
    <message>
        <source>from {0}, sent {1}</source>
        <translation>de {0}, envoyé le {1}</translation>
    </message>
    <message>
        <source>The reviewer changed a heading or a question. These texts are fixed.</source>
        <translation>Le relecteur a modifié un titre ou une question. Ces textes sont fixes.</translation>
    </message>
    <message>
        <source>Nothing to decide: it is kept for later.</source>
        <translation>Rien à décider&#x202f;: c’est conservé pour plus tard.</translation>
    </message>
    <message>
        <source>{0} → {1} of {2} characters</source>
        <translation>{0} → {1} sur {2} caractères</translation>
    </message>
    <message>
        <source>Your text now</source>
        <translation>Votre texte actuel</translation>
    </message>
    <message>
        <source>With all changes</source>
        <translation>Avec toutes les modifications</translation>
    </message>
    <message>
        <source>Before both changes</source>
        <translation>Avant les deux modifications</translation>
    </message>
    <message>
        <source>The text you sent</source>
        <translation>Le texte que vous avez envoyé</translation>
    </message>
</context>
<context>
    <name>ReviewImportController</name>
    <message>
        <source>Import reviewed Word file</source>
        <translation>Importer un fichier Word relu</translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation>Fichiers Word (*.docx)</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>Lecture de {}…</translation>
    </message>
    <message>
        <source>First open the proposal that {} was made from. Then import the file again.</source>
        <translation>Ouvrez d’abord la proposition à partir de laquelle {} a été créé. Importez ensuite le fichier à nouveau.</translation>
    </message>
    <message>
        <source>Start a new proposal from it</source>
        <translation>Commencer une nouvelle proposition à partir de ce fichier</translation>
    </message>
    <message>
        <source>Your decisions on the reviewed file are not applied yet.</source>
        <translation>Vos décisions sur le fichier relu ne sont pas encore appliquées.</translation>
    </message>
    <message>
        <source>Leave without applying them</source>
        <translation>Quitter sans les appliquer</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Rester ici</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importé.</translation>
    </message>
</context>
<context>
    <name>ReviewImportPage</name>
    <message>
        <source>Review changes</source>
        <translation>Examiner les modifications</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Remove row {}</source>
        <translation>Retirer la ligne {}</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Ligne {0}</translation>
    </message>
    <message>
        <source>has a problem</source>
        <translation>a un problème</translation>
    </message>
</context>
<context>
    <name>RowCardList</name>
    <message>
        <source>Add all partners</source>
        <translation>Ajouter tous les partenaires</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>Proposals (*{})</source>
        <translation>Propositions (*{})</translation>
    </message>
</context>
<context>
    <name>SaveTrouble</name>
    <message>
        <source>Save elsewhere…</source>
        <translation>Enregistrer ailleurs…</translation>
    </message>
    <message>
        <source>Cannot reach drive {}</source>
        <translation>Lecteur {} inaccessible</translation>
    </message>
    <message>
        <source>Cannot reach {}</source>
        <translation>{} inaccessible</translation>
    </message>
    <message>
        <source>Not saved: someone else changed the file</source>
        <translation>Non enregistré&#x202f;: quelqu’un d’autre a modifié le fichier</translation>
    </message>
    <message>
        <source>Not saved: the file is no longer there</source>
        <translation>Non enregistré&#x202f;: le fichier n’est plus là</translation>
    </message>
    <message>
        <source>Not saved: another program uses the file</source>
        <translation>Non enregistré&#x202f;: un autre programme utilise le fichier</translation>
    </message>
    <message>
        <source>Not saved: the disk is full</source>
        <translation>Non enregistré&#x202f;: le disque est plein</translation>
    </message>
    <message>
        <source>Not saved: you may not save in this folder</source>
        <translation>Non enregistré&#x202f;: vous n’avez pas le droit d’enregistrer dans ce dossier</translation>
    </message>
    <message>
        <source>Not saved: the file name is not allowed</source>
        <translation>Non enregistré&#x202f;: le nom du fichier n’est pas autorisé</translation>
    </message>
    <message>
        <source>Not saved: the disk reports an error</source>
        <translation>Non enregistré&#x202f;: le disque signale une erreur</translation>
    </message>
    <message>
        <source>kept safe on this computer</source>
        <translation>conservé sur cet ordinateur</translation>
    </message>
    <message>
        <source>kept safe on this computer, trying again</source>
        <translation>conservé sur cet ordinateur, nouvel essai en cours</translation>
    </message>
    <message>
        <source>the latest text is only in this window</source>
        <translation>dernières modifications seulement dans cette fenêtre</translation>
    </message>
    <message>
        <source>the latest text is only in this window, trying again</source>
        <translation>dernières modifications seulement dans cette fenêtre, nouvel essai en cours</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Find in all answers</source>
        <translation>Rechercher dans toutes les réponses</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Answers found</source>
        <translation>Réponses trouvées</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>{0}; the first {1} are shown</source>
        <translation>{0}&#x202f;; les {1} premières sont affichées</translation>
    </message>
    <message>
        <source>{} (set aside)</source>
        <translation>{} (mis de côté)</translation>
    </message>
</context>
<context>
    <name>SectionLinks</name>
    <message>
        <source>{0}: {1} planned</source>
        <translation>{0} (prévu&#x202f;: {1})</translation>
    </message>
    <message>
        <source>Edit in “{}”</source>
        <translation>Modifier dans «&#x202f;{}&#x202f;»</translation>
    </message>
</context>
<context>
    <name>SectionProgress</name>
    <message>
        <source>{0} of {1} answered</source>
        <translation>Réponses&#x202f;: {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>ShareCard</name>
    <message>
        <source>How the lump sum is shared out</source>
        <translation>Comment le montant forfaitaire est réparti</translation>
    </message>
    <message>
        <source>{0} {1} of {2}</source>
        <translation>{0} {1} sur {2}</translation>
    </message>
    <message>
        <source>{0}, the most for {1}</source>
        <translation>{1}&#x202f;: {0} au plus</translation>
    </message>
</context>
<context>
    <name>SharedCopyCard</name>
    <message>
        <source>Someone</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>sent {}</source>
        <translation>envoyé le {}</translation>
    </message>
    <message>
        <source>The reply was due on {}.</source>
        <translation>La réponse était attendue le {}.</translation>
    </message>
    <message>
        <source>Reply by {}</source>
        <translation>Réponse pour le {}</translation>
    </message>
    <message>
        <source>Stop waiting for this file</source>
        <translation>Ne plus attendre ce fichier</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>The answer that is next</source>
        <translation>La réponse suivante</translation>
    </message>
</context>
<context>
    <name>SourceDot</name>
    <message>
        <source>Where this comes from</source>
        <translation>D’où cela vient</translation>
    </message>
    <message>
        <source>This is not confirmed. Check it in the Programme Guide before you submit.</source>
        <translation>Ceci n’est pas confirmé. Vérifiez-le dans le Guide du programme avant de soumettre.</translation>
    </message>
</context>
<context>
    <name>SpellingChoice</name>
    <message>
        <source>Show spelling mistakes while you write</source>
        <translation>Signaler les fautes pendant la saisie</translation>
    </message>
    <message>
        <source>Count unknown words in the checks</source>
        <translation>Compter les mots inconnus à la vérification</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Spell check</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>The spelling cannot be checked on this computer: there is no version of Hunspell for it. Everything else works.</source>
        <translation>L’orthographe ne peut pas être vérifiée sur cet ordinateur&#x202f;: il n’existe pas de version de Hunspell pour lui. Tout le reste fonctionne.</translation>
    </message>
    <message>
        <source>Each answer is checked in the language of its proposal; right-click in an answer to choose another one. There are dictionaries for {0}. For another language, put its two files (.aff and .dic), as LibreOffice has them, into the folder {1}. No word is sent anywhere.</source>
        <translation>Chaque réponse est vérifiée dans la langue de la proposition&#x202f;; un clic droit dans une réponse permet d’en choisir une autre. Il y a des dictionnaires pour&#x202f;: {0}. Pour une autre langue, placez ses deux fichiers (.aff et .dic), tels que LibreOffice les fournit, dans le dossier {1}. Aucun mot n’est envoyé nulle part.</translation>
    </message>
</context>
<context>
    <name>SpellingController</name>
    <message>
        <source>The spelling of {0} is not checked: the dictionary {1} cannot be used. Your text is not touched. Replace or remove that file and open the proposal again.</source>
        <translation>L’orthographe n’est pas vérifiée pour la langue «&#x202f;{0}&#x202f;»&#x202f;: le dictionnaire {1} est inutilisable. Votre texte n’est pas modifié. Remplacez ou supprimez ce fichier, puis rouvrez la proposition.</translation>
    </message>
</context>
<context>
    <name>SpellingMenu</name>
    <message>
        <source>Next unknown word</source>
        <translation>Mot inconnu suivant</translation>
    </message>
    <message>
        <source>Remove from dictionary</source>
        <translation>Retirer du dictionnaire</translation>
    </message>
    <message>
        <source>No longer known in this project</source>
        <translation>Ne plus accepter dans ce projet</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Recherche de suggestions…</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Aucune suggestion</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Ajouter au dictionnaire</translation>
    </message>
    <message>
        <source>Known in this project</source>
        <translation>Accepter dans ce projet</translation>
    </message>
    <message>
        <source>Spelling language of this answer</source>
        <translation>Langue de l’orthographe de cette réponse</translation>
    </message>
    <message>
        <source>As the proposal ({})</source>
        <translation>Comme la proposition ({})</translation>
    </message>
    <message>
        <source>Do not check</source>
        <translation>Ne pas vérifier</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>StartFoot</name>
    <message>
        <source>Finish later</source>
        <translation>Terminer plus tard</translation>
    </message>
    <message>
        <source>Create proposal now</source>
        <translation>Créer maintenant</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Create proposal</source>
        <translation>Créer la proposition</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Étape {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>StartList</name>
    <message>
        <source>shown now</source>
        <translation>étape actuelle</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation>Nouvelle proposition</translation>
    </message>
    <message>
        <source>Every answer can be changed later. Nothing chosen is lost.</source>
        <translation>Chaque réponse peut être modifiée plus tard. Rien de ce que vous choisissez n’est perdu.</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#x202f;?</translation>
    </message>
    <message>
        <source>For which call?</source>
        <translation>Pour quel appel&#x202f;?</translation>
    </message>
    <message>
        <source>Which project type?</source>
        <translation>Quel type de projet&#x202f;?</translation>
    </message>
    <message>
        <source>Which field is the project mainly for?</source>
        <translation>Quel est le domaine principal du projet&#x202f;?</translation>
    </message>
    <message>
        <source>Which priorities?</source>
        <translation>Quelles priorités&#x202f;?</translation>
    </message>
    <message>
        <source>Title and applicant</source>
        <translation>Titre et demandeur</translation>
    </message>
    <message>
        <source>Your choices</source>
        <translation>Vos choix</translation>
    </message>
    <message>
        <source>The right action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Project type</source>
        <translation>Type de projet</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>Priorités</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Récapitulatif</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Étape {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps of the proposal</source>
        <translation>Étapes de la proposition</translation>
    </message>
</context>
<context>
    <name>StepStatus</name>
    <message>
        <source>Comments and files</source>
        <translation>Commentaires et fichiers</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Synthèse</translation>
    </message>
    <message>
        <source>{} and budget</source>
        <translation>{} et budget</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>Données de base</translation>
    </message>
    <message>
        <source>Basics</source>
        <comment>one word</comment>
        <translation>Bases</translation>
    </message>
    <message>
        <source>Project text</source>
        <translation>Texte du projet</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>one word</comment>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Activities</source>
        <comment>one word</comment>
        <translation>Activités</translation>
    </message>
    <message>
        <source>Formalities</source>
        <translation>Formalités</translation>
    </message>
    <message>
        <source>Forms</source>
        <comment>one word</comment>
        <translation>Formalités</translation>
    </message>
    <message>
        <source>Check and send</source>
        <translation>Vérifier et envoyer</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>one word</comment>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>From another proposal</source>
        <translation>Réponses reprises</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mis de côté</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>aucun problème</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Word and preview</source>
        <translation>Word et aperçu</translation>
    </message>
    <message>
        <source>everything copied</source>
        <translation>tout copié</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>all decided</source>
        <translation>tout décidé</translation>
    </message>
    <message>
        <source>{0} by {1}: see the guidance (F1)</source>
        <translation>{0} ({1})&#x202f;: voir les conseils (F1)</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>pas nécessaire</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>à faire</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complet</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Your proposal will be saved in {}. You can change every answer later.</source>
        <translation>Votre proposition sera enregistrée dans {}. Vous pourrez modifier chaque réponse plus tard.</translation>
    </message>
    <message>
        <source>You can create the proposal now and answer later: {}.</source>
        <translation>Vous pouvez créer la proposition maintenant et répondre plus tard&#x202f;: {}.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change: {}</source>
        <translation>Modifier&#x202f;: {}</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>pas encore de réponse</translation>
    </message>
</context>
<context>
    <name>TableBox</name>
    <message>
        <source>Remove row {}</source>
        <translation>Retirer la ligne {}</translation>
    </message>
</context>
<context>
    <name>TemplateField</name>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Word files and templates (*.docx *.dotx *.docm *.dotm)</source>
        <translation>Fichiers et modèles Word (*.docx *.dotx *.docm *.dotm)</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>{0} of {1} characters</source>
        <translation>{0} sur {1} caractères</translation>
    </message>
    <message>
        <source>{0} of {1} words</source>
        <translation>{0} sur {1} mots</translation>
    </message>
</context>
<context>
    <name>TextOffers</name>
    <message>
        <source>Remove them</source>
        <translation>Les retirer</translation>
    </message>
    <message>
        <source>Remove these lines</source>
        <translation>Retirer ces lignes</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>of {} questions</source>
        <translation>sur {} questions</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organismes</translation>
    </message>
    <message>
        <source>of {} complete</source>
        <translation>sur {} au complet</translation>
    </message>
    <message>
        <source>Grant requested</source>
        <translation>Subvention</translation>
    </message>
    <message>
        <source>is being calculated</source>
        <translation>en cours de calcul</translation>
    </message>
    <message>
        <source>maximum not known yet</source>
        <translation>maximum encore inconnu</translation>
    </message>
    <message>
        <source>{} over the maximum</source>
        <translation>{} au-dessus du maximum</translation>
    </message>
    <message>
        <source>{} still to distribute</source>
        <translation>{} encore à répartir</translation>
    </message>
    <message>
        <source>maximum {}</source>
        <translation>maximum {}</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Date limite</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>pas encore connue</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>the end date is before the start date</source>
        <translation>la date de fin précède la date de début</translation>
    </message>
    <message>
        <source>outside the project</source>
        <translation>hors du projet</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>deadline {}</source>
        <translation>date limite {}</translation>
    </message>
    <message>
        <source>project starts</source>
        <translation>début du projet</translation>
    </message>
    <message>
        <source>project ends</source>
        <translation>fin du projet</translation>
    </message>
    <message>
        <source>moves 1 day</source>
        <translation>décaler d’un jour</translation>
    </message>
    <message>
        <source>moves 1 week</source>
        <translation>décaler d’une semaine</translation>
    </message>
    <message>
        <source>longer, shorter</source>
        <translation>allonger, raccourcir</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>ouvrir</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Souris</translation>
    </message>
    <message>
        <source>drags</source>
        <translation>déplacer</translation>
    </message>
    <message>
        <source>Go to “{}”</source>
        <translation>Aller à «&#x202f;{}&#x202f;»</translation>
    </message>
    <message>
        <source>No dates yet</source>
        <translation>Pas encore de dates</translation>
    </message>
    <message>
        <source>No activity has dates yet. Give each one a first and a last day.</source>
        <translation>Aucune activité n’a encore de dates. Donnez à chacune un premier et un dernier jour.</translation>
    </message>
    <message>
        <source>Without dates</source>
        <translation>Sans dates</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Quarters</source>
        <translation>Trimestres</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>En tableau</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Enregistrer comme image…</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Enregistrer comme image</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Images (*.png)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>What</source>
        <translation>Élément</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation>Chronologie en tableau</translation>
    </message>
    <message>
        <source>“{}” is not a date</source>
        <translation>«&#x202f;{}&#x202f;» n’est pas une date</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>deadline today at {}</source>
        <translation>date limite aujourd’hui à {}</translation>
    </message>
    <message>
        <source>deadline passed today at {}</source>
        <translation>date limite passée aujourd’hui à {}</translation>
    </message>
    <message>
        <source>deadline passed on {}</source>
        <translation>date limite passée le {}</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Conseils</translation>
    </message>
    <message>
        <source>Version history</source>
        <translation>Historique des versions</translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation>Proposition sans titre</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation>Enregistré à {}</translation>
    </message>
    <message>
        <source>Saved {0} {1}</source>
        <translation>Enregistré {0} à {1}</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Enregistré&#x202f;: {}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
</context>
<context>
    <name>Travellers</name>
    <message>
        <source>(no organisation)</source>
        <translation>(aucun organisme)</translation>
    </message>
    <message>
        <source>{0}: {1} km</source>
        <translation>{0}&#x202f;: {1} km</translation>
    </message>
    <message>
        <source>{0}: {1} km, was {2}</source>
        <translation>{0}&#x202f;: {1} km, avant {2}</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>TravellersBox</name>
    <message>
        <source>Add all partners</source>
        <translation>Ajouter tous les partenaires</translation>
    </message>
    <message>
        <source>People of each partner</source>
        <translation>Personnes de chaque partenaire</translation>
    </message>
    <message>
        <source>people each</source>
        <translation>personnes par partenaire</translation>
    </message>
    <message>
        <source>All partners are in the list.</source>
        <translation>Tous les partenaires sont dans la liste.</translation>
    </message>
</context>
<context>
    <name>TravellersModel</name>
    <message>
        <source>Sending organisation</source>
        <translation>Organisme d’envoi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>each</source>
        <translation>par personne</translation>
    </message>
    <message>
        <source>{} each</source>
        <translation>{} par personne</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>km one way</source>
        <translation>km aller simple</translation>
    </message>
    <message>
        <source>Host: no travel grant for its own staff</source>
        <translation>Accueil&#x202f;: pas de subvention de voyage pour son propre personnel</translation>
    </message>
</context>
<context>
    <name>UnconfirmedLine</name>
    <message>
        <source>Hide the list</source>
        <translation>Masquer la liste</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Afficher la liste</translation>
    </message>
</context>
<context>
    <name>UncountedLine</name>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>Not funded: {}, not in the total</source>
        <translation>Non financé&#x202f;: {}, hors total</translation>
    </message>
</context>
<context>
    <name>UndoOffer</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>UnfinishedStartsController</name>
    <message>
        <source>You removed {}.</source>
        <translation>Vous avez retiré {}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>UnresolvedItemCard</name>
    <message>
        <source>Not placed yet</source>
        <translation>Pas encore placé</translation>
    </message>
    <message>
        <source>The text you sent:</source>
        <translation>Le texte que vous avez envoyé&#x202f;:</translation>
    </message>
    <message>
        <source>The text you sent</source>
        <translation>Le texte que vous avez envoyé</translation>
    </message>
    <message>
        <source>The text in the returned file:</source>
        <translation>Le texte dans le fichier renvoyé&#x202f;:</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(supprimé)</translation>
    </message>
    <message>
        <source>The text in the returned file</source>
        <translation>Le texte dans le fichier renvoyé</translation>
    </message>
    <message>
        <source>What this text belongs to is no longer in the proposal. Copy the text to where you need it, or mark it as done.</source>
        <translation>L’élément auquel ce texte se rapporte n’est plus dans la proposition. Copiez le texte là où vous en avez besoin, ou marquez-le comme traité.</translation>
    </message>
    <message>
        <source>This text is at this question, but not in its answer. Decide what becomes of it, and mark it as done.</source>
        <translation>Ce texte se trouve sous cette question, mais hors de la réponse. Décidez de ce qu’il devient, et marquez-le comme traité.</translation>
    </message>
    <message>
        <source>We could not find the question for this text. Add it to an answer, or mark it as done.</source>
        <translation>Nous n’avons pas trouvé la question de ce texte. Ajoutez-le à une réponse, ou marquez-le comme traité.</translation>
    </message>
    <message>
        <source>The reviewer changed a heading or a question. These texts are fixed.</source>
        <translation>Le relecteur a modifié un titre ou une question. Ces textes sont fixes.</translation>
    </message>
    <message>
        <source>You have not decided on this change yet.</source>
        <translation>Vous n’avez pas encore décidé de cette modification.</translation>
    </message>
    <message>
        <source>This looks like the answer to this question. Check it before you use it.</source>
        <translation>Ceci ressemble à la réponse à cette question. Vérifiez-la avant de l’utiliser.</translation>
    </message>
    <message>
        <source>This answer does not fit the question. Enter the answer yourself.</source>
        <translation>Cette réponse ne convient pas à la question. Entrez la réponse vous-même.</translation>
    </message>
    <message>
        <source>The file contains a picture or object. It is not imported. Open the Word file to see it.</source>
        <translation>Le fichier contient une image ou un objet. Il n’est pas importé. Ouvrez le fichier Word pour le voir.</translation>
    </message>
    <message>
        <source>Add to the answer</source>
        <translation>Ajouter à la réponse</translation>
    </message>
    <message>
        <source>Replace the answer</source>
        <translation>Remplacer la réponse</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Aller à la réponse</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marquer comme traité</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>{} (Brussels time)</source>
        <translation>{} (heure de Bruxelles)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>VersionMergeController</name>
    <message>
        <source>Merging “{}”…</source>
        <translation>Fusion de «&#x202f;{}&#x202f;»…</translation>
    </message>
    <message>
        <source>Your answers stay as they are. The other version is in the version history.</source>
        <translation>Vos réponses restent telles quelles. L’autre version est dans l’historique des versions.</translation>
    </message>
    <message>
        <source>The copy is still in the folder.</source>
        <translation>La copie est encore dans le dossier.</translation>
    </message>
    <message>
        <source>Move the copy to the trash</source>
        <translation>Mettre la copie à la corbeille</translation>
    </message>
    <message>
        <source>“{}” is in the trash.</source>
        <translation>«&#x202f;{}&#x202f;» est dans la corbeille.</translation>
    </message>
    <message>
        <source>“{}” could not be moved to the trash. It is still in the folder.</source>
        <translation>«&#x202f;{}&#x202f;» n’a pas pu être mise à la corbeille. Elle est encore dans le dossier.</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Your text now</source>
        <translation>Votre texte actuel</translation>
    </message>
    <message>
        <source>The text in the returned file</source>
        <translation>Le texte dans le fichier renvoyé</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Ce qui a été modifié</translation>
    </message>
</context>
<context>
    <name>WizardPrioritiesPage</name>
    <message>
        <source>Main priority</source>
        <translation>Priorité principale</translation>
    </message>
    <message>
        <source>You can choose them later, on the page with the priorities.</source>
        <translation>Vous pourrez les choisir plus tard, sur la page des priorités.</translation>
    </message>
    <message>
        <source>None chosen yet</source>
        <translation>Aucune pour l’instant</translation>
    </message>
</context>
<context>
    <name>WordSearch</name>
    <message>
        <source>There is no unknown word in this answer.</source>
        <translation>Il n’y a aucun mot inconnu dans cette réponse.</translation>
    </message>
    <message>
        <source>Unknown word: {}</source>
        <translation>Mot inconnu&#x202f;: {}</translation>
    </message>
</context>
<context>
    <name>WritingHead</name>
    <message>
        <source>answered</source>
        <translation>répondu</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Concentration</translation>
    </message>
    <message>
        <source>Write this answer with nothing else on the screen</source>
        <translation>Écrire cette réponse sans rien d’autre à l’écran</translation>
    </message>
</context>
<context>
    <name>YesNoField</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
</TS>
