// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/mockwords.h"

#include "core/scheduling/studyday.h"
#include "library/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MockWords)
};

QString missingWords(MockPart part)
{
    switch (part) {
    case MockPart::WarmUp:
        return Words::tr("a question to warm up");
    case MockPart::Core:
        return Words::tr("further questions");
    case MockPart::Chain:
        return Words::tr("follow-ups three deep");
    case MockPart::Task:
        return Words::tr("a bug hunt or coding task");
    case MockPart::Design:
        return Words::tr("a design question");
    }
    return {};
}

int countOf(const MockChoice &choice, MockPart part)
{
    return int(std::count_if(choice.questions.cbegin(), choice.questions.cend(),
                             [part](const MockQuestion &question) { return question.part == part; }));
}

QStringList partsOf(const MockChoice &choice)
{
    QStringList parts;
    if (const int count = countOf(choice, MockPart::WarmUp))
        parts.append(Words::tr("%n to warm up", nullptr, count));
    if (const int count = countOf(choice, MockPart::Core))
        parts.append(Words::tr("%n at the core", nullptr, count));
    if (const int count = countOf(choice, MockPart::Chain))
        parts.append(Words::tr("%n going deeper and deeper", nullptr, count));
    if (countOf(choice, MockPart::Task))
        parts.append(Words::tr("a bug hunt or coding task"));
    if (countOf(choice, MockPart::Design))
        parts.append(Words::tr("a design question"));
    return parts;
}

int points(double share)
{
    return int(std::lround(100 * share));
}

// By how many points two shares differ by chance alone, about one time in twenty.
int chancePoints(const MockResult &a, const MockResult &b)
{
    const int all = a.total() + b.total();
    const double mean = double(a.ticked() + b.ticked()) / all;
    const double variance = std::max(0.05, mean * (1 - mean)) * (1.0 / a.total() + 1.0 / b.total());
    return int(std::ceil(200 * std::sqrt(variance)));
}

} // namespace

QString partName(MockPart part)
{
    switch (part) {
    case MockPart::WarmUp:
        return Words::tr("Warm-up");
    case MockPart::Core:
        return Words::tr("Core");
    case MockPart::Chain:
        return Words::tr("Going deeper");
    case MockPart::Task:
        return Words::tr("Task");
    case MockPart::Design:
        return Words::tr("Design");
    }
    return {};
}

QString spentWords(qint64 ms, int seconds)
{
    return Words::tr("%1 of %2", "time used of time asked for")
        .arg(clockWords(ms), clockWords(qint64(seconds) * 1000));
}

QString choiceWords(const MockChoice &choice, const MockFilter &filter)
{
    if (choice.questions.isEmpty())
        return Words::tr("No question fits this choice. Take more topics or levels.");
    int seconds = 0;
    for (const MockQuestion &question : choice.questions)
        seconds += question.seconds;
    const int minutes = (seconds + 30) / 60;
    QString words = Words::tr("About %n question(s)", nullptr, int(choice.questions.size())) + u": "_s +
                    partsOf(choice).join(u", "_s) + u'.';
    QStringList missing;
    for (const MockPart part : choice.missing)
        missing.append(missingWords(part));
    if (!missing.isEmpty())
        words += u' ' + Words::tr("The bank has nothing of this choice for: %1.").arg(missing.join(u", "_s));
    if (choice.isShort && minutes < filter.minutes)
        words += u' ' + Words::tr("There are no more: it will take about %n minute(s).", nullptr, minutes);
    return words;
}

QString resultWords(const MockResult &result)
{
    const QString good = Words::tr("%1 of %n answer(s) at least Good", nullptr, int(result.answers.size()))
                             .arg(result.answered());
    return result.total() == 0
               ? good
               : Words::tr("%1 of the key points, %2").arg(percentWords(result.share()), good);
}

int mockDay(const MockResult &result)
{
    return studyDay(result.moment);
}

QString mockTitle(const MockResult &result, int today)
{
    return Words::tr("Mock interview, %1").arg(dayWords(mockDay(result), today));
}

QString topicFinding(const QList<MockTopic> &topics)
{
    if (topics.isEmpty())
        return {};
    const MockTopic &weakest = topics.first();
    if (topics.size() == 1 || weakest.ticked == weakest.total)
        return Words::tr("Key points named, by topic");
    return Words::tr("Weakest: %1, %2 of %n key point(s).", nullptr, weakest.total)
        .arg(topicName(weakest.topic))
        .arg(weakest.ticked);
}

QString timeFinding(const MockResult &result)
{
    const auto over = std::count_if(result.answers.cbegin(), result.answers.cend(),
                                    [](const MockAnswer &one) { return one.spentMs > one.seconds * 1000; });
    const QString spent = Words::tr("You spoke for %1.").arg(spentWords(result.spentMs(), result.seconds()));
    return spent + u' ' +
           (over > 0 ? Words::tr("%n answer(s) ran over.", nullptr, int(over)) : Words::tr("None ran over."));
}

QString confidenceFinding(const MockResult &result)
{
    int sure = 0;
    int sureAndGood = 0;
    int unsure = 0;
    int unsureAndGood = 0;
    for (const MockAnswer &answer : result.answers) {
        const bool good = answer.rating >= Rating::Good;
        sure += answer.confidence == Confidence::Sure;
        sureAndGood += answer.confidence == Confidence::Sure && good;
        unsure += answer.confidence == Confidence::Unsure;
        unsureAndGood += answer.confidence == Confidence::Unsure && good;
    }
    QStringList sentences;
    if (sure > 0)
        sentences.append(Words::tr("Sure of %n answer(s), good %1.", nullptr, sure).arg(sureAndGood));
    if (unsure > 0)
        sentences.append(Words::tr("Unsure of %n answer(s), good %1.", nullptr, unsure).arg(unsureAndGood));
    return sentences.join(u' ');
}

QString historyFinding(const QList<MockResult> &history, int today)
{
    if (history.size() < 2)
        return Words::tr("Your first mock interview: the next one shows which way it goes.");
    const MockResult &now = history.last();
    const auto isTicked = [](const MockResult &result) {
        return result.total() > 0;
    };
    const auto found = std::find_if(std::next(history.crbegin()), history.crend(), isTicked);
    if (!isTicked(now) || found == history.crend())
        return Words::tr("No key points were ticked to compare with earlier ones.");
    const MockResult &before = *found;
    const int difference = points(now.share()) - points(before.share());
    const QString day = dayWords(mockDay(before), today);
    const QString words =
        difference > 0   ? Words::tr("%n point(s) more than in the one before (%1).", nullptr, difference)
        : difference < 0 ? Words::tr("%n point(s) less than in the one before (%1).", nullptr, -difference)
                         : Words::tr("As many as in the one before (%1).");
    const int chance = chancePoints(now, before);
    return words.arg(day) + u' ' +
           (std::abs(difference) <= chance
                ? Words::tr("With so few questions up to %n point(s) may be chance.", nullptr, chance)
                : Words::tr("That is more than chance alone would do."));
}

} // namespace flaskcards
