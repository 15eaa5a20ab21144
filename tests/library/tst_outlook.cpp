// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/outlook.h"

#include "fixture.h"
#include "library/operations.h"
#include "library/outlookfigures.h"
#include "library/session.h"

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 dayMs = 86'400'000;

void studyAll(Library &library, FixedClock &clock)
{
    auto session = Session::start(library, {});
    QVERIFY(session);
    while (session->current()) {
        clock.advanceMs(20'000);
        session->reveal();
        QVERIFY(session->answer(Rating::Easy));
    }
}

Result<Outlook> read(const Library &library, int days, const std::function<bool()> &goOn = {})
{
    return readOutlook(library.store().database.path(), library.preferences(), library.now(), days, goOn);
}

Outlook outlookOf(const Library &library, int days)
{
    const auto outlook = read(library, days);
    if (!outlook)
        qFatal("%s", qPrintable(outlook.error().context));
    return *outlook;
}

} // namespace

class OutlookTest : public QObject
{
    Q_OBJECT

private slots:
    void theSameStoreGivesTheSameOutlook()
    {
        Place place;
        place.writeCards(25);
        const auto library = place.open();
        studyAll(*library, place.clock);
        const Outlook first = outlookOf(*library, 60);
        const Outlook second = outlookOf(*library, 60);
        QCOMPARE(first.days.size(), size_t(60));
        QCOMPARE(first.withoutWork.size(), size_t(60));
        QCOMPARE(first.retentions.size(), size_t(30));
        QVERIFY(first.days == second.days);
        QVERIFY(first.withoutWork == second.withoutWork);
        QVERIFY(first.retentions == second.retentions);
        QCOMPARE(first.today, library->today());
        QCOMPARE(first.questions, 25);
    }

    void studyingBringsMoreThanNothing()
    {
        Place place;
        place.writeCards(25);
        const auto library = place.open();
        studyAll(*library, place.clock);
        const Outlook outlook = outlookOf(*library, 90);
        QVERIFY(outlook.days.back().recalled > outlook.withoutWork.back().recalled);
        QVERIFY(outlook.withoutWork.front().recalled > outlook.withoutWork.back().recalled);
        for (const SimulatedDay &day : outlook.withoutWork)
            QCOMPARE(day.reviews + day.introduced, 0);
    }

    void withoutCardsNothingIsToBeDone()
    {
        Place place;
        const auto library = place.open();
        const Outlook outlook = outlookOf(*library, 30);
        QCOMPARE(outlook.questions, 0);
        QCOMPARE(outlook.days.size(), size_t(30));
        for (const SimulatedDay &day : outlook.days)
            QVERIFY(day == SimulatedDay());
        QCOMPARE(spansOf(outlook).size(), size_t(30));
        QCOMPARE(outlook.retentions.size(), size_t(30));
    }

    void suspendedCardsAreLeftOut()
    {
        Place place;
        place.writeCards(12);
        const auto library = place.open();
        studyAll(*library, place.clock); // ten of them
        QList<QuestionId> all;
        const auto stored = library->store().cards.active();
        QVERIFY(stored);
        for (const StoredCard &card : *stored)
            all.append(card.card.question);
        QCOMPARE(all.size(), 12);
        QVERIFY(library->apply(suspendOperation(all.first(9), true)));
        QCOMPARE(outlookOf(*library, 30).questions, 3);
        QVERIFY(library->apply(suspendOperation(all, true)));
        const Outlook none = outlookOf(*library, 30);
        QCOMPARE(none.questions, 0);
        QCOMPARE(none.days.back().recalled, 0.0);
    }

    void theCardsOfAnFsrs7UserAreTakenAlong()
    {
        Place place;
        place.writeCards(12);
        const auto library = place.open();
        studyAll(*library, place.clock);
        const double before = outlookOf(*library, 30).withoutWork.front().recalled;
        Preferences preferences = library->preferences();
        preferences.scheduling.model = MemoryModelKind::Fsrs7;
        QVERIFY(library->setPreferences(preferences));
        const Outlook outlook = outlookOf(*library, 30);
        QCOMPARE(outlook.questions, 12);
        QVERIFY(std::abs(outlook.withoutWork.front().recalled - before) < 1e-6); // from the same answers
        QVERIFY(outlook.days.back().recalled > 10);
    }

    void aCancelledOutlookIsNone()
    {
        Place place;
        place.writeCards(5);
        const auto library = place.open();
        int asked = 0;
        const auto outlook = read(*library, 365, [&] { return ++asked < 50; });
        QVERIFY(!outlook);
        QCOMPARE(outlook.error().code, ErrorCode::NotFound);
        QVERIFY(asked < 200); // it stops soon
    }

    void aStoreThatIsNotThereIsAnError()
    {
        QVERIFY(!readOutlook(u"/nowhere/at/all.db"_s, {}, {.atMs = startMs}, 30, {}));
    }

    void spansCoverEveryDayOnce_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("spans");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("month") << 30 << 30;
        QTest::newRow("a day more") << 31 << 4;
        QTest::newRow("quarter") << 90 << 13;
        QTest::newRow("year") << 365 << 52;
    }
    void spansCoverEveryDayOnce()
    {
        QFETCH(int, days);
        QFETCH(int, spans);
        Place place;
        place.writeCards(15);
        const auto library = place.open();
        const Outlook outlook = outlookOf(*library, days);
        const auto parts = spansOf(outlook);
        QCOMPARE(int(parts.size()), spans);
        int next = outlook.today;
        double minutes = 0;
        for (const OutlookSpan &part : parts) {
            QCOMPARE(part.firstDay, next);
            next += part.days;
            minutes += part.minutes * part.days;
        }
        QCOMPARE(next, outlook.today + days);
        QCOMPARE(parts.back().recalled, outlook.days.back().recalled);
        double played = 0;
        for (const SimulatedDay &day : outlook.days)
            played += day.minutes;
        QVERIFY(std::abs(minutes - played) < 1e-6);
    }

    void thePresentRetentionIsOneOfTheChoices()
    {
        Place place;
        place.writeCards(15);
        const auto library = place.open();
        studyAll(*library, place.clock);
        const Outlook outlook = outlookOf(*library, 60);
        QCOMPARE(outlook.retentions.size(), size_t(30));
        const WhatIf present = presentOf(outlook);
        const WhatIf same = outlook.retentions[20];
        QCOMPARE(same.retention, 0.9);
        QVERIFY(std::abs(same.minutesPerDay - present.minutesPerDay) < 1e-9);
        QCOMPARE(same.recalledAtEnd, present.recalledAtEnd);

        Preferences preferences = library->preferences();
        preferences.scheduling.desiredRetention = 0.875;
        QVERIFY(library->setPreferences(preferences));
        const auto choices = outlookOf(*library, 60).retentions;
        QCOMPARE(choices.size(), size_t(31));
        QCOMPARE(choices[18].retention, 0.875); // between 87 and 88 %
    }

    void theTableHasARowForEveryNumber()
    {
        Place place;
        place.writeCards(3);
        const auto library = place.open();
        const QByteArray rows = csvRowsOf(outlookOf(*library, 30));
        QVERIFY(rows.startsWith("outlook,2026-11-20,reviews,0.00\n"));
        QVERIFY(rows.contains("\nwhat_if,0.9,minutes_a_day,"));
        QCOMPARE(rows.count('\n'), 30 * 5 + 30 * 3);
        for (const QByteArray &line : rows.trimmed().split('\n'))
            QCOMPARE(line.count(','), 3);
    }
};

QTEST_GUILESS_MAIN(OutlookTest)
#include "tst_outlook.moc"
