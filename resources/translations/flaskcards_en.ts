<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
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
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message numerus="yes">
        <source>%n row(s) belong to a question or to settings that are not there: %1.</source>
        <translation>
            <numerusform>%n row belongs to a question or to settings that are not there: %1.</numerusform>
            <numerusform>%n rows belong to a question or to settings that are not there: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search finds %n question(s) that are not there.</source>
        <translation>
            <numerusform>The search finds %n question that is not there.</numerusform>
            <numerusform>The search finds %n questions that are not there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockWarning</name>
    <message numerus="yes">
        <source>If it is right, %n answer(s) were given when it was ahead.</source>
        <translation>
            <numerusform>If it is right, %n answer was given when it was ahead.</numerusform>
            <numerusform>If it is right, %n answers were given when it was ahead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>%n answer(s); the first reviews are still to come.</source>
        <translation>
            <numerusform>%n answer; the first reviews are still to come.</numerusform>
            <numerusform>%n answers; the first reviews are still to come.</numerusform>
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
        <source>You did not study in the last %n day(s).</source>
        <translation>
            <numerusform>You did not study in the last %n day.</numerusform>
            <numerusform>You did not study in the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You studied on each of the last %n day(s).</source>
        <translation>
            <numerusform>You studied today.</numerusform>
            <numerusform>You studied on each of the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You studied on %1 of the last %n day(s).</source>
        <translation>
            <numerusform>You studied on %1 of the last %n day.</numerusform>
            <numerusform>You studied on %1 of the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are seen but not yet safe.</source>
        <translation>
            <numerusform>%n question is seen but not yet safe.</numerusform>
            <numerusform>%n questions are seen but not yet safe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n question(s) you have seen are safe.</source>
        <translation>
            <numerusform>The %n question you have seen is safe.</numerusform>
            <numerusform>All %n questions you have seen are safe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is due in the next %n day(s).</source>
        <translation>
            <numerusform>Nothing is due in the next %n day.</numerusform>
            <numerusform>Nothing is due in the next %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The coming days are even: at most %n card(s).</source>
        <translation>
            <numerusform>The coming days are even: at most %n card.</numerusform>
            <numerusform>The coming days are even: at most %n cards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answers in %n week(s)</source>
        <translation>
            <numerusform>Answers in %n week</numerusform>
            <numerusform>Answers in %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeWords</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed text(s)</source>
        <translation>
            <numerusform>%n changed text</numerusform>
            <numerusform>%n changed texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s), suspension(s) or tag(s)</source>
        <translation>
            <numerusform>%n flag, suspension or tag</numerusform>
            <numerusform>%n flags, suspensions or tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) had been taken back there and went here too.</source>
        <translation>
            <numerusform>%n answer had been taken back there and went here too.</numerusform>
            <numerusform>%n answers had been taken back there and went here too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MockWords</name>
    <message numerus="yes">
        <source>%n to warm up</source>
        <translation>
            <numerusform>%n to warm up</numerusform>
            <numerusform>%n to warm up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at the core</source>
        <translation>
            <numerusform>%n at the core</numerusform>
            <numerusform>%n at the core</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n going deeper and deeper</source>
        <translation>
            <numerusform>%n going deeper and deeper</numerusform>
            <numerusform>%n going deeper and deeper</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are no more: it will take about %n minute(s).</source>
        <translation>
            <numerusform>There are no more: it will take about %n minute.</numerusform>
            <numerusform>There are no more: it will take about %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n answer(s) at least Good</source>
        <translation>
            <numerusform>%1 of %n answer at least Good</numerusform>
            <numerusform>%1 of %n answers at least Good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weakest: %1, %2 of %n key point(s).</source>
        <translation>
            <numerusform>Weakest: %1, %2 of %n key point.</numerusform>
            <numerusform>Weakest: %1, %2 of %n key points.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) ran over.</source>
        <translation>
            <numerusform>%n answer ran over.</numerusform>
            <numerusform>%n answers ran over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sure of %n answer(s), good %1.</source>
        <translation>
            <numerusform>Sure of %n answer, good %1.</numerusform>
            <numerusform>Sure of %n answers, good %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unsure of %n answer(s), good %1.</source>
        <translation>
            <numerusform>Unsure of %n answer, good %1.</numerusform>
            <numerusform>Unsure of %n answers, good %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) more than in the one before (%1).</source>
        <translation>
            <numerusform>%n point more than in the one before (%1).</numerusform>
            <numerusform>%n points more than in the one before (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) less than in the one before (%1).</source>
        <translation>
            <numerusform>%n point less than in the one before (%1).</numerusform>
            <numerusform>%n points less than in the one before (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With so few questions up to %n point(s) may be chance.</source>
        <translation>
            <numerusform>With so few questions up to %n point may be chance.</numerusform>
            <numerusform>With so few questions up to %n points may be chance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n question(s)</source>
        <translation>
            <numerusform>About %n question</numerusform>
            <numerusform>About %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlookWords</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %1 of %n question(s) recalled %2; %3 without studying.</source>
        <translation>
            <numerusform>About %1 of %n question recalled %2; %3 without studying.</numerusform>
            <numerusform>About %1 of %n questions recalled %2; %3 without studying.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At %1 you spend about %2 a day and recall about %3 of %n question(s) %4</source>
        <translation>
            <numerusform>At %1 you spend about %2 a day and recall about %3 of %n question %4</numerusform>
            <numerusform>At %1 you spend about %2 a day and recall about %3 of %n questions %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
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
        <source>%1 of at least %n answer(s)</source>
        <translation>
            <numerusform>%1 of at least %n answer</numerusform>
            <numerusform>%1 of at least %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, moving %n card(s)</source>
        <translation>
            <numerusform>%1, moving %n card</numerusform>
            <numerusform>%1, moving %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) taken back</source>
        <translation>
            <numerusform>%n step taken back</numerusform>
            <numerusform>%n steps taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) done again</source>
        <translation>
            <numerusform>%n step done again</numerusform>
            <numerusform>%n steps done again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
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
        <source>Last seen %1, answered %n time(s).</source>
        <translation>
            <numerusform>Last seen %1, answered %n time.</numerusform>
            <numerusform>Last seen %1, answered %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked in %n list(s)</source>
        <translation>
            <numerusform>asked in %n list</numerusform>
            <numerusform>asked in %n lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>it builds on %n question(s) you have not seen yet</source>
        <translation>
            <numerusform>it builds on a question you have not seen yet</numerusform>
            <numerusform>it builds on %n questions you have not seen yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New: asked in %n of the published lists, %1.</source>
        <translation>
            <numerusform>New: asked in %n of the published lists, %1.</numerusform>
            <numerusform>New: asked in %n of the published lists, %1.</numerusform>
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
        <source>forgotten %n time(s)</source>
        <translation>
            <numerusform>forgotten %n time</numerusform>
            <numerusform>forgotten %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::BackupNotice</name>
    <message numerus="yes">
        <source>%n older backup(s) are still there.</source>
        <translation>
            <numerusform>%n older backup is still there.</numerusform>
            <numerusform>%n older backups are still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::BackupsPage</name>
    <message numerus="yes">
        <source>It holds %n answer(s);</source>
        <translation>
            <numerusform>It holds %n answer;</numerusform>
            <numerusform>It holds %n answers;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>now there are %n.</source>
        <translation>
            <numerusform>now there is %n.</numerusform>
            <numerusform>now there are %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::BrowsePage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suspended question(s) left out</source>
        <translation>
            <numerusform>%n suspended question left out</numerusform>
            <numerusform>%n suspended questions left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Study %n selected question(s)</source>
        <translation>
            <numerusform>Study %n selected question</numerusform>
            <numerusform>Study %n selected questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected question(s)</source>
        <translation>
            <numerusform>%n selected question</numerusform>
            <numerusform>%n selected questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::CalendarMap</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::CalibrationChart</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::CardAnswer</name>
    <message numerus="yes">
        <source>%n left out last time, shown first</source>
        <translation>
            <numerusform>%n left out last time, shown first</numerusform>
            <numerusform>%n left out last time, shown first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::CatchUpPanel</name>
    <message numerus="yes">
        <source>%n review(s) are waiting from before today</source>
        <translation>
            <numerusform>%n review is waiting from before today</numerusform>
            <numerusform>%n reviews are waiting from before today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::CheckNotice</name>
    <message numerus="yes">
        <source>When you last closed, %n thing(s) in your file were wrong.</source>
        <translation>
            <numerusform>When you last closed, %n thing in your file was wrong.</numerusform>
            <numerusform>When you last closed, %n things in your file were wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::CheckPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are wrong.</source>
        <translation>
            <numerusform>%n thing is wrong.</numerusform>
            <numerusform>%n things are wrong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be repaired.</source>
        <translation>
            <numerusform>%n thing could not be repaired.</numerusform>
            <numerusform>%n things could not be repaired.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::CodeComparison</name>
    <message numerus="yes">
        <source>%n lines only in yours (−)</source>
        <translation>
            <numerusform>%n line only in yours (−)</numerusform>
            <numerusform>%n lines only in yours (−)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines only in the example (+)</source>
        <translation>
            <numerusform>%n line only in the example (+)</numerusform>
            <numerusform>%n lines only in the example (+)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::DesignTask</name>
    <message numerus="yes">
        <source>Judged by %n criteria</source>
        <translation>
            <numerusform>Judged by %n criterion</numerusform>
            <numerusform>Judged by %n criteria</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::Figures</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::FitNotice</name>
    <message numerus="yes">
        <source>Your memory parameters were fitted to %n answer(s).</source>
        <translation>
            <numerusform>Your memory parameters were fitted to %n answer.</numerusform>
            <numerusform>Your memory parameters were fitted to %n answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::FitPanel</name>
    <message numerus="yes">
        <source>Parameters of your own are in use; %n topic(s) have a start of their own.</source>
        <translation>
            <numerusform>Parameters of your own are in use; %n topic has a start of its own.</numerusform>
            <numerusform>Parameters of your own are in use; %n topics have a start of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have given %n answer(s) so far.</source>
        <translation>
            <numerusform>You have given %n answer so far.</numerusform>
            <numerusform>You have given %n answers so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fitting makes sense after about %n more.</source>
        <translation>
            <numerusform>Fitting makes sense after about %n more.</numerusform>
            <numerusform>Fitting makes sense after about %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learning from %n answer(s)</source>
        <translation>
            <numerusform>Learning from %n answer</numerusform>
            <numerusform>Learning from %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::FitResult</name>
    <message numerus="yes">
        <source>Only %n answer(s) came a day or more after the one before: too few.</source>
        <translation>
            <numerusform>Only %n answer came a day or more after the one before: too few.</numerusform>
            <numerusform>Only %n answers came a day or more after the one before: too few.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fitting makes sense after about %n more.</source>
        <translation>
            <numerusform>Fitting makes sense after about %n more.</numerusform>
            <numerusform>Fitting makes sense after about %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On your last %n answer(s) the new parameters predict better:</source>
        <translation>
            <numerusform>On your last answer the new parameters predict better:</numerusform>
            <numerusform>On your last %n answers the new parameters predict better:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On your last %n answer(s) the new parameters predict better, perhaps by chance:</source>
        <translation>
            <numerusform>On your last answer the new parameters predict better, perhaps by chance:</numerusform>
            <numerusform>On your last %n answers the new parameters predict better, perhaps by chance:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On your last %n answer(s) the new parameters predict no better:</source>
        <translation>
            <numerusform>On your last answer the new parameters predict no better:</numerusform>
            <numerusform>On your last %n answers the new parameters predict no better:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) begin differently from the others and have a start of their own.</source>
        <translation>
            <numerusform>%n topic begins differently from the others and has a start of its own.</numerusform>
            <numerusform>%n topics begin differently from the others and have a start of their own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::HistoryDialog</name>
    <message numerus="yes">
        <source>Do %n step(s) again</source>
        <translation>
            <numerusform>Do %n step again</numerusform>
            <numerusform>Do %n steps again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n step(s)</source>
        <translation>
            <numerusform>Take back %n step</numerusform>
            <numerusform>Take back %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::MockSetup</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::MoveQuestion</name>
    <message numerus="yes">
        <source>%n card(s) would come earlier, </source>
        <translation>
            <numerusform>%n card would come earlier, </numerusform>
            <numerusform>%n cards would come earlier, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later.</source>
        <translation>
            <numerusform>%n later.</numerusform>
            <numerusform>%n later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) would come back on another day</source>
        <translation>
            <numerusform>%n card would come back on another day</numerusform>
            <numerusform>%n cards would come back on another day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::OtherSittings</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::ProgressPage</name>
    <message numerus="yes">
        <source>Cards a day, next %n day(s)</source>
        <translation>
            <numerusform>Cards a day, next %n day</numerusform>
            <numerusform>Cards a day, next %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::QuestionActions</name>
    <message numerus="yes">
        <source>%n question(s) deleted. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n question deleted. Ctrl+Z brings it back.</numerusform>
            <numerusform>%n questions deleted. Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::SearchBar</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Study these %n question(s)</source>
        <translation>
            <numerusform>Study this question</numerusform>
            <numerusform>Study these %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::SittingSummary</name>
    <message numerus="yes">
        <source>%n answer(s) given</source>
        <translation>
            <numerusform>%n answer given</numerusform>
            <numerusform>%n answers given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You recalled %1 of %n review(s).</source>
        <translation>
            <numerusform>You recalled %1 of %n review.</numerusform>
            <numerusform>You recalled %1 of %n reviews.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) come(s) tomorrow.</source>
        <translation>
            <numerusform>%n card comes tomorrow.</numerusform>
            <numerusform>%n cards come tomorrow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::TagDialog</name>
    <message numerus="yes">
        <source>Your tags of %n question(s)</source>
        <translation>
            <numerusform>Your tags of %n question</numerusform>
            <numerusform>Your tags of %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::TodayNotices</name>
    <message numerus="yes">
        <source>%n problem(s) in card files; those files were left out, the rest is loaded.</source>
        <translation>
            <numerusform>%n problem in a card file; that file was left out, the rest is loaded.</numerusform>
            <numerusform>%n problems in card files; those files were left out, the rest is loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” was left with %n card(s) to go.</source>
        <translation>
            <numerusform>“%1” was left with %n card to go.</numerusform>
            <numerusform>“%1” was left with %n cards to go.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::TodayPage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Studied %n day(s) in a row</source>
        <translation>
            <numerusform>Studied %n day in a row</numerusform>
            <numerusform>Studied %n days in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) come(s) tomorrow.</source>
        <translation>
            <numerusform>%n card comes tomorrow.</numerusform>
            <numerusform>%n cards come tomorrow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start with %n new one(s)</source>
        <translation>
            <numerusform>Start with %n new one</numerusform>
            <numerusform>Start with %n new ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The interview is in %n day(s).</source>
        <translation>
            <numerusform>The interview is in %n day.</numerusform>
            <numerusform>The interview is in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::TopicBars</name>
    <message numerus="yes">
        <source>%n question(s) seen, </source>
        <translation>
            <numerusform>%n question seen, </numerusform>
            <numerusform>%n questions seen, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n below the target</source>
        <translation>
            <numerusform>%n below the target</numerusform>
            <numerusform>%n below the target</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::TopicModel</name>
    <message numerus="yes">
        <source>%1, %n question(s)</source>
        <translation>
            <numerusform>%1, %n question</numerusform>
            <numerusform>%1, %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>flaskcards::WeakTopics</name>
    <message numerus="yes">
        <source>Study %n card(s) of %1</source>
        <translation>
            <numerusform>Study %n card of %1</numerusform>
            <numerusform>Study %n cards of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seen question(s) below the target</source>
        <translation>
            <numerusform>%n seen question below the target</numerusform>
            <numerusform>%n seen questions below the target</numerusform>
        </translation>
    </message>
</context>
</TS>
