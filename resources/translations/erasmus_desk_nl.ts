<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to go</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to the deadline</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deadline was %n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) parked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) newer than the file</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n point(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Erasmus Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erasmus Desk {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desk for Erasmus+ partnership proposals: guided writing, drafts on your own computer, a Word file at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not an official form, and no part of the European Commission or of a national agency made it. What counts is the official form and the Programme Guide of the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens no network connection. What you write stays where you save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is free software under the MIT licence, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} licence)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdvicePanel</name>
    <message>
        <source>Your answers speak for: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers speak for both kinds alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer as many questions as you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallScreen</name>
    <message>
        <source>For which call?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provisional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for practice and for comparing; no longer for sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} Brussels time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>last edited {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} required answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (not offered now)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>[− …] is only on the left, [+ …] only on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Left: {1} Right: {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskWork</name>
    <message>
        <source>The Word file lies at {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is in the partner book now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldScreen</name>
    <message>
        <source>Which field is most affected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the field.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cursor into a question to see what it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What assessors look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A way to build the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements to mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Erasmus Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your Erasmus+ partnership proposal offline, and hand it over in Word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Begin with New proposal, or look at an example first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete, invented proposals. You get a copy to play with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityScreen</name>
    <message>
        <source>What is it called, and who applies?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take an organisation from the partner book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in the partner book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindScreen</name>
    <message>
        <source>Which kind of partnership?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help me choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may be funded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only asked for this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is barred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the kinds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyField</name>
    <message>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Membership</name>
    <message>
        <source>{}: programme country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: partner country.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Recent proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New proposal …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;copy …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Word file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Home page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List of steps, or page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Erasmus Desk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Steps of the proposal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>{0} has this draft open on {1} since {2}. Both can work; whoever saves second is asked, and nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>Something went wrong inside Erasmus Desk ({}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it happens again, start the program anew; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy was saved as {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParkedPage</name>
    <message>
        <source>Parked answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These answers belong to questions that your present choices do not ask. They stay in the draft, are left out of the Word file, and come back by themselves when the choices ask for them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartnerBookDialog</name>
    <message>
        <source>Partner book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations you have kept, from all your proposals. The answers of the one you choose are copied into this proposal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, city, PIC or country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the partner book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is empty. On the page of the organisations you can keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIC {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no longer in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others are still out of the book.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Add a row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathScreen</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on here all the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show guidance beside the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the proposal is another setting: it belongs to each proposal and is chosen there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrioritiesScreen</name>
    <message>
        <source>Which priorities?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrioritiesView</name>
    <message>
        <source>Horizontal priorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priorities of the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>European priorities in the national context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriorityCard</name>
    <message>
        <source>Main priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main priority: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RescueDesk</name>
    <message>
        <source>Somebody else changed this draft since you opened it. Your words are safe and nothing was overwritten. Both versions can be kept:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with mine, as a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with theirs, keep mine as a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last run ended badly, and {0} cannot be read any more. What you typed until {1} is safe and can be saved as a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last run ended badly. For {0} there is: {1}, typed until {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer than the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: as in {}. Right: as typed last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your version lies beside it as {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: as the other saved it. Right: yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Award criteria and what feeds them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakens the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing blocks sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} before sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} questions answered that feed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Find in all answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; the first {1} are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (parked)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartWizard</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Parked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing blocks sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryScreen</name>
    <message>
        <source>Your choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is kept in {}. Everything can be changed later, and every step can be reached at any time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableBox</name>
    <message>
        <source>Remove row {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordPage</name>
    <message>
        <source>Word file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proposal as a formatted Word file, fit to send round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to send: questions and answers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For working: with guidance and character counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your school&apos;s template (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its styles, header, logo and margins are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the Word file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing blocks sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} before sending; the Word file can be made all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word files (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the Word file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>check in the Programme Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence {0}. Source: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YesNoField</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
