// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/sittings.h"

#include "library/keypoints.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView unfinishedKey = "study/unfinished"_L1;
constexpr int weakPointsLookedAt = 200;
constexpr double strongFrom = 0.9; // recall

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sittings)
};

bool isSeen(const QuestionFacts &question)
{
    return question.card.schedule.phase != Phase::New;
}

bool isThere(const QuestionFacts &question, int today)
{
    return !question.card.suspended && question.card.buriedUntilDay <= today;
}

// The questions with a number each, the lowest first.
using Places = QList<std::pair<double, QuestionId>>;

QList<QuestionId> lowest(Places places, int most)
{
    std::stable_sort(places.begin(), places.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<QuestionId> questions;
    for (const auto &place : std::as_const(places).first(std::min<qsizetype>(most, places.size())))
        questions.append(place.second);
    return questions;
}

} // namespace

Result<SessionPlan> weakSitting(const Library &library, int most)
{
    const auto facts = library.store().questions.facts();
    if (!facts)
        return facts.error();
    const auto points = weakPoints(library, weakPointsLookedAt);
    if (!points)
        return points.error();
    QSet<QuestionId> incomplete;
    for (const WeakPoint &point : *points)
        incomplete.insert(point.question);
    const double target = library.preferences().scheduling.desiredRetention;
    Places places;
    for (const QuestionFacts &question : *facts) {
        if (!isSeen(question) || !isThere(question, library.today()))
            continue;
        const Schedule &schedule = question.card.schedule;
        const double recall = library.scheduler().recallAt(schedule, library.now().atMs);
        if (recall < target || schedule.leech || incomplete.contains(question.id))
            places.append({recall, question.id});
    }
    return SessionPlan{.listed = lowest(places, most), .mixed = true, .name = Words::tr("Weak points")};
}

Result<SessionPlan> missedTodaySitting(const Library &library)
{
    const auto failed = library.store().reviews.failedOn(library.today());
    if (!failed)
        return failed.error();
    const auto facts = library.store().questions.facts();
    if (!facts)
        return facts.error();
    QSet<QuestionId> there;
    for (const QuestionFacts &question : *facts) {
        if (isThere(question, library.today()))
            there.insert(question.id);
    }
    SessionPlan plan{.listed = *failed, .name = Words::tr("Missed today")};
    plan.listed.removeIf([&](QuestionId question) { return !there.contains(question); });
    return plan;
}

Result<SessionPlan> cramSitting(const Library &library, const QString &topic)
{
    const auto facts = library.store().questions.facts();
    if (!facts)
        return facts.error();
    SessionPlan plan{.recorded = false, .name = Words::tr("Cram")};
    for (const QuestionFacts &question : *facts) {
        if (question.topic == topic && !question.card.suspended)
            plan.listed.append(question.id);
    }
    return plan;
}

Result<SessionPlan> warmUpSitting(const Library &library, int most)
{
    const auto facts = library.store().questions.facts();
    if (!facts)
        return facts.error();
    Places places;
    for (const QuestionFacts &question : *facts) {
        if (!isSeen(question) || question.card.suspended)
            continue;
        const Schedule &schedule = question.card.schedule;
        const double recall = library.scheduler().recallAt(schedule, library.now().atMs);
        if (schedule.phase == Phase::Review && recall >= strongFrom && !schedule.leech)
            places.append({-(question.asked + recall), question.id});
    }
    return SessionPlan{
        .listed = lowest(places, most), .recorded = false, .mixed = true, .name = Words::tr("Warm-up")};
}

void keepUnfinished(Library &library, const SessionPlan &left)
{
    if (left.listed.isEmpty())
        return library.setViewState(QString(unfinishedKey), QString());
    QJsonArray questions;
    for (const QuestionId question : left.listed)
        questions.append(question.value);
    const QJsonObject kept{{u"questions"_s, questions},
                           {u"recorded"_s, left.recorded},
                           {u"mixed"_s, left.mixed},
                           {u"name"_s, left.name},
                           {u"at"_s, library.now().atMs}};
    library.setViewState(QString(unfinishedKey),
                         QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

std::optional<UnfinishedSitting> unfinishedSitting(const Library &library)
{
    const QJsonObject kept =
        QJsonDocument::fromJson(library.viewState(QString(unfinishedKey)).toUtf8()).object();
    UnfinishedSitting sitting{.plan = {.recorded = kept.value(u"recorded"_s).toBool(true),
                                       .mixed = kept.value(u"mixed"_s).toBool(),
                                       .name = kept.value(u"name"_s).toString()},
                              .leftAtMs = qint64(kept.value(u"at"_s).toDouble())};
    for (const QJsonValue &question : kept.value(u"questions"_s).toArray())
        sitting.plan.listed.append(QuestionId{qint64(question.toDouble())});
    if (sitting.plan.listed.isEmpty())
        return std::nullopt;
    return sitting;
}

} // namespace flaskcards
