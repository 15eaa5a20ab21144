// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/mockresults.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// In the order of MockPart.
constexpr std::array partWords = {"warm-up"_L1, "core"_L1, "chain"_L1, "task"_L1, "design"_L1};

constexpr int mostAnswers = 100; // more than an hour has room for

MockPart partFrom(const QString &word)
{
    const auto found = std::find(partWords.begin(), partWords.end(), word);
    return found == partWords.end() ? MockPart::Core : MockPart(found - partWords.begin());
}

QJsonObject toJson(const MockAnswer &answer)
{
    return {{u"slug"_s, answer.slug},
            {u"topic"_s, answer.topic},
            {u"part"_s, QString(partWords.at(size_t(answer.part)))},
            {u"rating"_s, int(answer.rating)},
            {u"ticked"_s, answer.ticked},
            {u"total"_s, answer.total},
            {u"ms"_s, answer.spentMs},
            {u"seconds"_s, answer.seconds},
            {u"confidence"_s, int(answer.confidence)}};
}

// What stands there may come from anywhere: it is brought into range.
MockAnswer answerFrom(const QJsonObject &json)
{
    const int total = std::clamp(json[u"total"_s].toInt(), 0, 100);
    return {.slug = json[u"slug"_s].toString(),
            .topic = json[u"topic"_s].toString(),
            .part = partFrom(json[u"part"_s].toString()),
            .rating = Rating(std::clamp(json[u"rating"_s].toInt(), 1, 4)),
            .ticked = std::clamp(json[u"ticked"_s].toInt(), 0, total),
            .total = total,
            .spentMs = std::max(0, json[u"ms"_s].toInt()),
            .seconds = std::clamp(json[u"seconds"_s].toInt(), 0, 24 * 3600),
            .confidence = Confidence(std::clamp(json[u"confidence"_s].toInt(), 0, 2))};
}

QJsonArray levelWords(const QList<Level> &levels)
{
    QJsonArray words;
    for (const Level level : levels)
        words.append(levelWord(level));
    return words;
}

QList<Level> levelsIn(const QJsonValue &value)
{
    QList<Level> levels;
    for (const QString &word : wordsIn(value)) {
        bool ok = false;
        const Level level = levelFromWord(word, &ok);
        if (ok)
            levels.append(level);
    }
    return levels;
}

} // namespace

int MockResult::ticked() const
{
    int sum = 0;
    for (const MockAnswer &answer : answers)
        sum += answer.ticked;
    return sum;
}

int MockResult::total() const
{
    int sum = 0;
    for (const MockAnswer &answer : answers)
        sum += answer.total;
    return sum;
}

double MockResult::share() const
{
    return total() > 0 ? double(ticked()) / total() : 0;
}

int MockResult::answered() const
{
    return int(std::count_if(answers.cbegin(), answers.cend(),
                             [](const MockAnswer &answer) { return answer.rating >= Rating::Good; }));
}

qint64 MockResult::spentMs() const
{
    qint64 sum = 0;
    for (const MockAnswer &answer : answers)
        sum += answer.spentMs;
    return sum;
}

int MockResult::seconds() const
{
    int sum = 0;
    for (const MockAnswer &answer : answers)
        sum += answer.seconds;
    return sum;
}

Document toDocument(const MockResult &result)
{
    QJsonArray answers;
    for (const MockAnswer &answer : result.answers)
        answers.append(toJson(answer));
    return {result.key,
            {{u"at"_s, result.moment.atMs},
             {u"offset"_s, result.moment.utcOffsetSeconds},
             {u"rollover"_s, result.moment.rolloverHour},
             {u"minutes"_s, result.filter.minutes},
             {u"levels"_s, levelWords(result.filter.levels)},
             {u"topics"_s, QJsonArray::fromStringList(result.filter.topics)},
             {u"answers"_s, answers}}};
}

MockResult mockResultFrom(const Document &document)
{
    const QJsonObject &json = document.json;
    constexpr int dayS = 24 * 3600;
    MockResult result{
        .key = document.key,
        .moment = {.atMs = std::clamp<qint64>(json[u"at"_s].toInteger(), 0, qint64(200) * 366 * dayS * 1000),
                   .utcOffsetSeconds = std::clamp(json[u"offset"_s].toInt(), -dayS, dayS),
                   .rolloverHour = std::clamp(json[u"rollover"_s].toInt(), 0, 23)},
        .filter = {.minutes = json[u"minutes"_s].toInt(),
                   .levels = levelsIn(json[u"levels"_s]),
                   .topics = wordsIn(json[u"topics"_s])}};
    const QJsonArray answers = json[u"answers"_s].toArray();
    for (const auto &answer : answers) {
        if (result.answers.size() < mostAnswers)
            result.answers.append(answerFrom(answer.toObject()));
    }
    return result;
}

Result<QList<MockResult>> mockResults(const Library &library)
{
    const auto found = documents(library, "mock"_L1);
    if (!found)
        return found.error();
    QList<MockResult> results;
    for (const Document &document : *found)
        results.append(mockResultFrom(document));
    std::stable_sort(results.begin(), results.end(),
                     [](const MockResult &a, const MockResult &b) { return a.moment.atMs < b.moment.atMs; });
    return results;
}

QList<MockTopic> topicsOf(const MockResult &result)
{
    QList<MockTopic> found;
    for (const MockAnswer &answer : result.answers) {
        auto topic = std::find_if(found.begin(), found.end(),
                                  [&](const MockTopic &other) { return other.topic == answer.topic; });
        if (topic == found.end())
            topic = found.insert(found.end(), {.topic = answer.topic});
        ++topic->questions;
        topic->ticked += answer.ticked;
        topic->total += answer.total;
        topic->answered += answer.rating >= Rating::Good;
    }
    std::stable_sort(found.begin(), found.end(), [](const MockTopic &a, const MockTopic &b) {
        return a.total > 0 && (b.total == 0 || a.share() < b.share());
    });
    return found;
}

} // namespace flaskcards
