<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>%n answer(s); the first reviews are still to come.</source>
        <translation>
            <numerusform>%n answer; the first reviews are still to come.</numerusform><numerusform>%n answers; the first reviews are still to come.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>You did not study in the last %n day(s).</source>
        <translation>
            <numerusform>You did not study in the last %n day.</numerusform><numerusform>You did not study in the last %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>You studied on each of the last %n day(s).</source>
        <translation>
            <numerusform>You studied today.</numerusform><numerusform>You studied on each of the last %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>You studied on %1 of the last %n day(s).</source>
        <translation>
            <numerusform>You studied on %1 of the last %n day.</numerusform><numerusform>You studied on %1 of the last %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are seen but not yet safe.</source>
        <translation>
            <numerusform>%n question is seen but not yet safe.</numerusform><numerusform>%n questions are seen but not yet safe.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n question(s) you have seen are safe.</source>
        <translation>
            <numerusform>The %n question you have seen is safe.</numerusform><numerusform>All %n questions you have seen are safe.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Nothing is due in the next %n day(s).</source>
        <translation>
            <numerusform>Nothing is due in the next %n day.</numerusform><numerusform>Nothing is due in the next %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The coming days are even: at most %n card(s).</source>
        <translation>
            <numerusform>The coming days are even: at most %n card.</numerusform><numerusform>The coming days are even: at most %n cards.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform><numerusform>%n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform><numerusform>in %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Answers in %n week(s)</source>
        <translation>
            <numerusform>Answers in %n week</numerusform><numerusform>Answers in %n weeks</numerusform></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform><numerusform>%n days ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Last seen %1, answered %n time(s).</source>
        <translation>
            <numerusform>Last seen %1, answered %n time.</numerusform><numerusform>Last seen %1, answered %n times.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>asked in %n list(s)</source>
        <translation>
            <numerusform>asked in %n list</numerusform><numerusform>asked in %n lists</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::BrowsePage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform><numerusform>%n questions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n suspended question(s) left out</source>
        <translation>
            <numerusform>%n suspended question left out</numerusform><numerusform>%n suspended questions left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform><numerusform>%n selected</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Study %n selected question(s)</source>
        <translation>
            <numerusform>Study %n selected question</numerusform><numerusform>Study %n selected questions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n selected question(s)</source>
        <translation>
            <numerusform>%n selected question</numerusform><numerusform>%n selected questions</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::CalendarMap</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform><numerusform>%n answers</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::Figures</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::ProgressPage</name>
    <message numerus="yes">
        <source>Cards a day, next %n day(s)</source>
        <translation>
            <numerusform>Cards a day, next %n day</numerusform><numerusform>Cards a day, next %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::SearchBar</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform><numerusform>%n topics</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Study these %n question(s)</source>
        <translation>
            <numerusform>Study this question</numerusform><numerusform>Study these %n questions</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::SittingSummary</name>
    <message numerus="yes">
        <source>%n answer(s) given</source>
        <translation>
            <numerusform>%n answer given</numerusform><numerusform>%n answers given</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>You recalled %1 of %n review(s).</source>
        <translation>
            <numerusform>You recalled %1 of %n review.</numerusform><numerusform>You recalled %1 of %n reviews.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) come(s) tomorrow.</source>
        <translation>
            <numerusform>%n card comes tomorrow.</numerusform><numerusform>%n cards come tomorrow.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::TodayPage</name>
    <message numerus="yes">
        <source>%n problem(s) in card files; those files were left out, the rest is loaded.</source>
        <translation>
            <numerusform>%n problem in a card file; that file was left out, the rest is loaded.</numerusform><numerusform>%n problems in card files; those files were left out, the rest is loaded.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform><numerusform>%n questions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform><numerusform>%n topics</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Studied %n day(s) in a row</source>
        <translation>
            <numerusform>Studied %n day in a row</numerusform><numerusform>Studied %n days in a row</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) come(s) tomorrow.</source>
        <translation>
            <numerusform>%n card comes tomorrow.</numerusform><numerusform>%n cards come tomorrow.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform><numerusform>%n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Start with %n new one(s)</source>
        <translation>
            <numerusform>Start with %n new one</numerusform><numerusform>Start with %n new ones</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::TopicBars</name>
    <message numerus="yes">
        <source>%n question(s) seen, </source>
        <translation>
            <numerusform>%n question seen, </numerusform><numerusform>%n questions seen, </numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n below the target</source>
        <translation>
            <numerusform>%n below the target</numerusform><numerusform>%n below the target</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::TopicModel</name>
    <message numerus="yes">
        <source>%1, %n question(s)</source>
        <translation>
            <numerusform>%1, %n question</numerusform><numerusform>%1, %n questions</numerusform></translation>
    </message>
</context>
<context>
    <name>flaskcards::WeakTopics</name>
    <message numerus="yes">
        <source>Study %n card(s) of %1</source>
        <translation>
            <numerusform>Study %n card of %1</numerusform><numerusform>Study %n cards of %1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n seen question(s) below the target</source>
        <translation>
            <numerusform>%n seen question below the target</numerusform><numerusform>%n seen questions below the target</numerusform></translation>
    </message>
</context>
</TS>
