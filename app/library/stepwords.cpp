// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/stepwords.h"

#include "core/scheduling/studyday.h"
#include "library/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct StepWords {
    Q_DECLARE_TR_FUNCTIONS(StepWords)
};

constexpr int longestTitle = 60;

struct Pattern {
    const char *label;
    const char *text; // %1: the question, or how many
};

constexpr Pattern patterns[] = {
    {"answer", QT_TRANSLATE_NOOP("StepWords", "Answer %1")},
    {"asked", QT_TRANSLATE_NOOP("StepWords", "Really asked: %1")},
    {"asked delete", QT_TRANSLATE_NOOP("StepWords", "Not really asked: %1")},
    {"bank text", QT_TRANSLATE_NOOP("StepWords", "Bank’s text for %1")},
    {"bring back", QT_TRANSLATE_NOOP("StepWords", "Bring back %1")},
    {"bury", QT_TRANSLATE_NOOP("StepWords", "Bury %1")},
    {"catch-up", QT_TRANSLATE_NOOP("StepWords", "Catch-up plan of %1")},
    {"delete", QT_TRANSLATE_NOOP("StepWords", "Delete %1")},
    {"edit", QT_TRANSLATE_NOOP("StepWords", "Edit %1")},
    {"fit", QT_TRANSLATE_NOOP("StepWords", "Fitted parameters")},
    {"flag", QT_TRANSLATE_NOOP("StepWords", "Flag %1")},
    {"import", QT_TRANSLATE_NOOP("StepWords", "Import")},
    {"interview", QT_TRANSLATE_NOOP("StepWords", "Interview %1")},
    {"interview delete", QT_TRANSLATE_NOOP("StepWords", "Delete interview %1")},
    {"merge", QT_TRANSLATE_NOOP("StepWords", "Merge")},
    {"mock", QT_TRANSLATE_NOOP("StepWords", "Mock interview of %1")},
    {"new", QT_TRANSLATE_NOOP("StepWords", "New question %1")},
    {"path", QT_TRANSLATE_NOOP("StepWords", "Path %1")},
    {"path delete", QT_TRANSLATE_NOOP("StepWords", "Delete path %1")},
    {"repair", QT_TRANSLATE_NOOP("StepWords", "Repair")},
    {"reset", QT_TRANSLATE_NOOP("StepWords", "Reset %1")},
    {"settings", QT_TRANSLATE_NOOP("StepWords", "Settings")},
    {"suspend", QT_TRANSLATE_NOOP("StepWords", "Suspend %1")},
    {"tag", QT_TRANSLATE_NOOP("StepWords", "Tag %1")},
    {"unbury", QT_TRANSLATE_NOOP("StepWords", "Bring back %1 today")},
    {"unsuspend", QT_TRANSLATE_NOOP("StepWords", "Bring back %1 into study")},
};

QString titleOf(const HistoryStep &step, const Library &library)
{
    const auto title = library.store().questions.title(step.question);
    return title ? shortened(plainTitle(*title), longestTitle) : QString();
}

QString patternOf(const HistoryStep &step, const QString &title)
{
    if (step.label == "new"_L1 && title.isEmpty()) // taken back: it is gone
        return StepWords::tr("New question");
    if (step.label == "flag"_L1 && step.detail == "0"_L1)
        return StepWords::tr("Take the flag off %1");
    for (const Pattern &pattern : patterns) {
        if (step.label == QLatin1StringView(pattern.label))
            return StepWords::tr(pattern.text);
    }
    return step.questions > 0 ? StepWords::tr("Change %1") : StepWords::tr("Change");
}

// “What is a blueprint?” or "12 questions"; of a document its name.
QString objectOf(const HistoryStep &step, const QString &title)
{
    if (step.questions == 0 && !step.detail.isEmpty())
        return StepWords::tr("“%1”").arg(step.detail);
    if (step.questions != 1)
        return StepWords::tr("%n question(s)", nullptr, step.questions);
    return title.isEmpty() ? StepWords::tr("a question") : StepWords::tr("“%1”").arg(title);
}

// An answer's rating; nothing for other steps.
QString ratingOf(const HistoryStep &step)
{
    const int rating = step.label == "answer"_L1 ? step.detail.toInt() : 0;
    return rating >= 1 && rating <= 4 ? ratingName(Rating(rating)) : QString();
}

// As the clocks on the wall showed it where the person is now.
QDateTime momentOf(const HistoryStep &step, const Library &library)
{
    return QDateTime::fromMSecsSinceEpoch(step.atMs, Qt::OffsetFromUTC,
                                          library.clock().utcOffsetSeconds(step.atMs));
}

} // namespace

QString stepWords(const HistoryStep &step, const Library &library)
{
    const QString title = step.questions == 1 ? titleOf(step, library) : QString();
    QString words = patternOf(step, title);
    if (words.contains("%1"_L1))
        words = words.arg(objectOf(step, title));
    if (const QString rating = ratingOf(step); !rating.isEmpty())
        return StepWords::tr("%1: %2", "answered question: grade").arg(words, rating);
    const bool moves = step.label == "settings"_L1 || step.label == "fit"_L1;
    return moves && step.questions > 0
               ? StepWords::tr("%1, moving %n card(s)", nullptr, step.questions).arg(words)
               : words;
}

QString steppedWords(const Stepped &done, const Library &library)
{
    const auto count = int(done.steps.size());
    const bool back = done.steps.first().undone;
    if (count > 1)
        return back ? StepWords::tr("%n step(s) taken back", nullptr, count)
                    : StepWords::tr("%n step(s) done again", nullptr, count);
    return (back ? StepWords::tr("Taken back: %1") : StepWords::tr("Done again: %1"))
        .arg(stepWords(done.steps.first(), library));
}

QString partlyWords(const Stepped &done)
{
    return done.partly ? StepWords::tr("Part of it was changed since by another copy of your data or by the "
                                       "bank, and stays as it is now.")
                       : QString();
}

int stepDay(const HistoryStep &step, const Library &library)
{
    return studyDay({step.atMs, library.clock().utcOffsetSeconds(step.atMs), library.now().rolloverHour});
}

QString stepTime(const HistoryStep &step, const Library &library)
{
    return momentOf(step, library).time().toString(u"HH:mm"_s);
}

QString stepMoment(const HistoryStep &step, const Library &library)
{
    return StepWords::tr("%1, %2", "day, time")
        .arg(dayWords(stepDay(step, library), library.today()), stepTime(step, library));
}

QString shortened(const QString &text, int most)
{
    if (text.size() <= most)
        return text;
    qsizetype end = text.lastIndexOf(u' ', most);
    if (end < most / 2) // one long word
        end = text.at(most).isLowSurrogate() ? most - 1 : most;
    while (end > 1 && (text.at(end - 1).isSpace() || u",;:.–-("_s.contains(text.at(end - 1))))
        --end;
    return text.left(end) + u'…';
}

} // namespace flaskcards
