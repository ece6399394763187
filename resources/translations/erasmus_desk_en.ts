<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to go</source>
        <translation>
            <numerusform>%n answer to go</numerusform>
            <numerusform>%n answers to go</numerusform>
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
        <source>deadline was %n day(s) ago</source>
        <translation>
            <numerusform>deadline was %n day ago</numerusform>
            <numerusform>deadline was %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) parked</source>
        <translation>
            <numerusform>%n answer parked</numerusform>
            <numerusform>%n answers parked</numerusform>
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
        <source>%n answer(s) newer than the file</source>
        <translation>
            <numerusform>%n answer newer than the file</numerusform>
            <numerusform>%n answers newer than the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n point(s)</source>
        <translation>
            <numerusform>up to %n point</numerusform>
            <numerusform>up to %n points</numerusform>
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
        <source>%n described</source>
        <translation>
            <numerusform>%n described</numerusform>
            <numerusform>%n described</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) could not be computed and stand in no sum</source>
        <translation>
            <numerusform>%n amount could not be computed and stands in no sum</numerusform>
            <numerusform>%n amounts could not be computed and stand in no sum</numerusform>
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
        <source>%n file(s) away</source>
        <translation>
            <numerusform>%n file away</numerusform>
            <numerusform>%n files away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) came back unchanged</source>
        <translation>
            <numerusform>%n answer came back unchanged</numerusform>
            <numerusform>%n answers came back unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) without a place</source>
        <translation>
            <numerusform>%n thing without a place</numerusform>
            <numerusform>%n things without a place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to take in</source>
        <translation>
            <numerusform>%n change to take in</numerusform>
            <numerusform>%n changes to take in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left for later: kept on the page of feedback</source>
        <translation>
            <numerusform>%n left for later: kept on the page of feedback</numerusform>
            <numerusform>%n left for later: kept on the page of feedback</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
