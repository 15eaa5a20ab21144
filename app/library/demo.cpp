// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/demo.h"

#include "library/session.h"

#include <QDateTime>

#include <cmath>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Draws that are the same on every machine, which the distributions of <random> are not.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_engine(seed) {}
    double share() { return double(m_engine() >> 11) * 0x1.0p-53; } // [0, 1)
    int between(int least, int most) { return least + int(share() * (most - least + 1)); }

private:
    std::mt19937_64 m_engine;
};

// Studies most days, at changing hours, with a pause now and then; forgets a little more than the model
// thinks.
class Learner
{
public:
    explicit Learner(quint64 seed) : m_dice(seed) {}

    bool studiesOn(int weekday)
    {
        if (m_pauseDays > 0)
            return --m_pauseDays, false;
        if (m_dice.share() < 0.015)
            m_pauseDays = m_dice.between(2, 5);
        return m_dice.share() < (weekday >= 6 ? 0.7 : 0.92);
    }

    int startMinute() { return m_dice.between(7 * 60, 21 * 60); }

    Rating gradeOf(const StudyCard &card)
    {
        const double lucky = m_dice.share();
        if (!card.recall)
            return lucky < 0.3    ? Rating::Again
                   : lucky < 0.42 ? Rating::Hard
                   : lucky < 0.92 ? Rating::Good
                                  : Rating::Easy;
        if (lucky > *card.recall - 0.02)
            return Rating::Again;
        const double ease = m_dice.share();
        return ease < 0.2 ? Rating::Hard : ease < 0.86 ? Rating::Good : Rating::Easy;
    }

    qint64 thinkingMs(const StudyCard &card, Rating rating)
    {
        const int least = card.recall ? 12'000 : 35'000;
        return m_dice.between(least, least * 3) + (rating <= Rating::Hard ? 9'000 : 0);
    }

private:
    Dice m_dice;
    int m_pauseDays = 0;
};

// On the last day the learner is still at it: about a third of the day is done.
Result<int> studyOneDay(Library &library, FixedClock &clock, Learner &learner, bool isLast)
{
    auto session = Session::start(library, {});
    if (!session)
        return session.error();
    int answers = 0;
    const int enough = isLast ? session->left() / 3 : std::numeric_limits<int>::max();
    while (answers < enough && session->current()) {
        const StudyCard *card = session->current();
        const Rating rating = learner.gradeOf(*card);
        clock.advanceMs(learner.thinkingMs(*card, rating));
        session->reveal();
        if (auto done = session->answer(rating); !done)
            return done.error();
        ++answers;
    }
    return answers;
}

// New cards spread over a little more than the time, so that all stages can be seen.
int newPerDay(int questions, int days)
{
    return std::max(1, int(std::lround(questions / (days * 1.15))));
}

} // namespace

Result<int> fillWithDemo(const LibraryPlace &place, const DemoPlan &plan, const Clock &clock)
{
    const qint64 endMs = clock.nowMs();
    FixedClock simulated(endMs, clock.utcOffsetSeconds(endMs));
    auto library = Library::open(place, simulated);
    if (!library)
        return library.error();
    const auto earlier = (*library)->store().reviews.count();
    if (!earlier)
        return earlier.error();
    if (*earlier > 0)
        return Error{
            ErrorCode::Invalid,
            u"%1 already holds %2 answers; the demo wants an empty folder (--data DIR)."_s.arg(place.dataDir)
                .arg(*earlier)};
    const auto unseen = (*library)->store().cards.newCount();
    if (!unseen)
        return unseen.error();
    const Preferences wished = (*library)->preferences();
    Preferences learning = wished;
    learning.newPerDay = newPerDay(*unseen, plan.days);
    if (auto set = (*library)->setPreferences(learning); !set)
        return set.error();

    Learner learner(plan.seed);
    const QDate today = QDateTime::fromMSecsSinceEpoch(endMs).date();
    int answers = 0;
    for (int back = plan.days; back >= 0; --back) {
        const QDate day = today.addDays(-back);
        const qint64 startMs = day.startOfDay().toMSecsSinceEpoch() + qint64(learner.startMinute()) * 60'000;
        const bool studies = learner.studiesOn(day.dayOfWeek()) || back == 0;
        if (!studies || startMs > endMs - 3'600'000)
            continue;
        simulated.setNowMs(startMs);
        simulated.setUtcOffsetSeconds(clock.utcOffsetSeconds(startMs));
        const auto studied = studyOneDay(**library, simulated, learner, back == 0);
        if (!studied)
            return studied.error();
        answers += *studied;
    }
    simulated.setNowMs(endMs);
    if (auto set = (*library)->setPreferences(wished); !set)
        return set.error();
    return answers;
}

} // namespace flaskcards
