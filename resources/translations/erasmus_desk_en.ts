<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n to answer</numerusform>
            <numerusform>%n to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to the deadline</source>
        <translation>
            <numerusform>%n day to the deadline</numerusform>
            <numerusform>%n days to the deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deadline was %n day(s) ago</source>
        <translation>
            <numerusform>deadline was %n day ago</numerusform>
            <numerusform>deadline was %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) over the limit</source>
        <translation>
            <numerusform>%Ln character over the limit</numerusform>
            <numerusform>%Ln characters over the limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) left</source>
        <translation>
            <numerusform>%Ln character left</numerusform>
            <numerusform>%Ln characters left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) over the limit</source>
        <translation>
            <numerusform>%Ln word over the limit</numerusform>
            <numerusform>%Ln words over the limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) left</source>
        <translation>
            <numerusform>%Ln word left</numerusform>
            <numerusform>%Ln words left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to copy</source>
        <translation>
            <numerusform>%n to copy</numerusform>
            <numerusform>%n to copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed after copying</source>
        <translation>
            <numerusform>%n answer changed after copying</numerusform>
            <numerusform>%n answers changed after copying</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) set aside</source>
        <translation>
            <numerusform>%n answer set aside</numerusform>
            <numerusform>%n answers set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at again</source>
        <translation>
            <numerusform>%n to look at again</numerusform>
            <numerusform>%n to look at again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) moved</source>
        <translation>
            <numerusform>%n answer moved</numerusform>
            <numerusform>%n answers moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) found</source>
        <translation>
            <numerusform>%n answer found</numerusform>
            <numerusform>%n answers found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced</source>
        <translation>
            <numerusform>%n place replaced</numerusform>
            <numerusform>%n places replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If you go on, you lose your latest text in %n answer(s): {}</source>
        <translation>
            <numerusform>If you go on, you lose your latest text in %n answer: {}</numerusform>
            <numerusform>If you go on, you lose your latest text in %n answers: {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) newer than the saved file</source>
        <translation>
            <numerusform>%n answer newer than the saved file</numerusform>
            <numerusform>%n answers newer than the saved file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text question(s)</source>
        <translation>
            <numerusform>%n text question</numerusform>
            <numerusform>%n text questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n country(ies)</source>
        <translation>
            <numerusform>%n country</numerusform>
            <numerusform>%n countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n National Agency(ies) to choose from</source>
        <translation>
            <numerusform>%n National Agency to choose from</numerusform>
            <numerusform>%n National Agencies to choose from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n priority(ies) advised</source>
        <translation>
            <numerusform>At most %n priority advised</numerusform>
            <numerusform>At most %n priorities advised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) missing</source>
        <translation>
            <numerusform>%n answer is missing</numerusform>
            <numerusform>%n answers are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s) cannot change it.</source>
        <translation>
            <numerusform>%n open question cannot change it.</numerusform>
            <numerusform>%n open questions cannot change it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} of %n point(s) needed</source>
        <translation>
            <numerusform>{} of %n point needed</numerusform>
            <numerusform>{} of %n points needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>%n organisation</numerusform>
            <numerusform>%n organisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n countries</source>
        <translation>
            <numerusform>%n country</numerusform>
            <numerusform>%n countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n row(s)</source>
        <translation>
            <numerusform>Add %n row</numerusform>
            <numerusform>Add %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) pasted.</source>
        <translation>
            <numerusform>%n row pasted.</numerusform>
            <numerusform>%n rows pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies)</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n traveller(s)</source>
        <translation>
            <numerusform>%n traveller</numerusform>
            <numerusform>%n travellers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) had no place here and were left out.</source>
        <translation>
            <numerusform>%n value had no place here and was left out.</numerusform>
            <numerusform>%n values had no place here and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) could not be calculated. They are not in the total.</source>
        <translation>
            <numerusform>%n amount could not be calculated. It is not in the total.</numerusform>
            <numerusform>%n amounts could not be calculated. They are not in the total.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) not in the total</source>
        <translation>
            <numerusform>%n amount not in the total</numerusform>
            <numerusform>%n amounts not in the total</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting for reply</source>
        <translation>
            <numerusform>%n file waiting for reply</numerusform>
            <numerusform>%n files waiting for reply</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) unchanged</source>
        <translation>
            <numerusform>%n answer unchanged</numerusform>
            <numerusform>%n answers unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed only by you</source>
        <translation>
            <numerusform>%n answer changed only by you</numerusform>
            <numerusform>%n answers changed only by you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) unchanged</source>
        <translation>
            <numerusform>%n sentence unchanged</numerusform>
            <numerusform>%n sentences unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) not placed yet</source>
        <translation>
            <numerusform>%n text not placed yet</numerusform>
            <numerusform>%n texts not placed yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n decision(s)</source>
        <translation>
            <numerusform>Apply %n decision</numerusform>
            <numerusform>Apply %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) still need your decision: see Comments and files.</source>
        <translation>
            <numerusform>%n change still needs your decision: see Comments and files.</numerusform>
            <numerusform>%n changes still need your decision: see Comments and files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weak point(s)</source>
        <translation>
            <numerusform>%n weak point</numerusform>
            <numerusform>%n weak points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of style</source>
        <translation>
            <numerusform>%n point of style</numerusform>
            <numerusform>%n points of style</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without dates</source>
        <translation>
            <numerusform>%n without dates</numerusform>
            <numerusform>%n without dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s) of {} not confirmed</source>
        <translation>
            <numerusform>%n detail of {} is not confirmed</numerusform>
            <numerusform>%n details of {} are not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) cannot be seen. They are shown here as “�”.</source>
        <translation>
            <numerusform>%n character cannot be seen. It is shown here as “�”.</numerusform>
            <numerusform>%n characters cannot be seen. They are shown here as “�”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like the page footer of a PDF form: {}</source>
        <translation>
            <numerusform>%n line looks like the page footer of a PDF form: {}</numerusform>
            <numerusform>%n lines look like the page footer of a PDF form: {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an amount</source>
        <translation>
            <numerusform>%n row without an amount</numerusform>
            <numerusform>%n rows without an amount</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of the guidance to do</source>
        <translation>
            <numerusform>%n point of the guidance to do</numerusform>
            <numerusform>%n points of the guidance to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} and %n more</source>
        <translation>
            <numerusform>{} and %n more</numerusform>
            <numerusform>{} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
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
            <numerusform>%n answer differs</numerusform>
            <numerusform>%n answers differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are the same</source>
        <translation>
            <numerusform>%n is the same</numerusform>
            <numerusform>%n are the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) more</source>
        <translation>
            <numerusform>%n character more</numerusform>
            <numerusform>%n characters more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) fewer</source>
        <translation>
            <numerusform>%n character fewer</numerusform>
            <numerusform>%n characters fewer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s)</source>
        <translation>
            <numerusform>%n proposal</numerusform>
            <numerusform>%n proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n backup(s)</source>
        <translation>
            <numerusform>Show %n backup</numerusform>
            <numerusform>Show all %n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of {} merged into your proposal.</source>
        <translation>
            <numerusform>%n change of {} merged into your proposal.</numerusform>
            <numerusform>%n changes of {} merged into your proposal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting for reply, %n day(s)</source>
        <translation>
            <numerusform>waiting for reply, %n day</numerusform>
            <numerusform>waiting for reply, %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n to fix</numerusform>
            <numerusform>%n to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <comment>step</comment>
        <translation>
            <numerusform>%n to answer</numerusform>
            <numerusform>%n to answer</numerusform>
        </translation>
    </message>
</context>
</TS>
