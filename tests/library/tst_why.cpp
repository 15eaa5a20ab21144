// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/studyday.h"
#include "library/fixture.h"
#include "library/operations.h"
#include "library/session.h"
#include "library/why.h"
#include "library/words.h"

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 dayMs = 86'400'000;

} // namespace

class WhyTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->write(u"routing/plain.md"_s, cardText(u"Plain?"_s, u"Yes."_s));
        m_place->write(u"routing/asked.md"_s,
                       cardText(u"Asked?"_s, u"Yes."_s, u"sources: 000-1, 001-2, 002-3\nafter: plain\n"_s));
        m_library = m_place->open();
        QVERIFY(m_library);
    }
    void cleanup() { m_library.reset(); }

    void aNewCardSaysWhoAsksItAndWhatIsMissing()
    {
        const WhyReport plain = report("plain");
        QVERIFY(plain.isNew() && plain.answers.isEmpty() && plain.curve.isEmpty());
        QVERIFY2(whyWords(plain).startsWith(u"New: nothing it builds on is missing. Good brings"_s),
                 qPrintable(whyWords(plain)));
        QCOMPARE(report("asked").missing, QStringList{u"Plain?"_s});
        QVERIFY(whyWords(report("asked")).contains(u"not seen yet"_s));
        answer("plain", Rating::Easy);
        QVERIFY2(
            whyWords(report("asked"))
                .startsWith(u"New: asked in 3 of the published lists, nothing it builds on is missing."_s),
            qPrintable(whyWords(report("asked"))));
        QVERIFY(whyHistory(report("asked")).isEmpty());
    }

    void aCardInLearningComesBackInMinutes()
    {
        answer("plain", Rating::Again);
        const WhyReport why = report("plain");
        QCOMPARE(why.card.schedule.phase, Phase::Learning);
        QVERIFY2(whyWords(why).contains(u"learning this one"_s), qPrintable(whyWords(why)));
        QVERIFY2(whyWords(why).contains(u"Good brings it back in "_s), qPrintable(whyWords(why)));
    }

    void anOverdueCardSaysSinceWhenHowLikelyAndWhatGoodBrings()
    {
        answer("plain", Rating::Easy);
        const int due = card("plain").schedule.dueDay;
        m_place->clock.advanceMs((due - m_library->today() + 2) * dayMs);
        const WhyReport why = report("plain");
        QCOMPARE(why.dueInDays, -2);
        QVERIFY(why.recall > 0.5 && why.recall < 0.9);
        QVERIFY(whyWords(why).startsWith(u"Due 2 day(s) ago; about "_s));
        QVERIFY(whyWords(why).endsWith(u"Good brings it back "_s + returnWords(why.good, why.now) + u'.'));
    }

    void goodBringsWhatTheGradeButtonSays()
    {
        answer("plain", Rating::Easy);
        m_place->clock.advanceMs(20 * dayMs);
        Session session = started("plain");
        QCOMPARE(report("plain").good, session.current()->outcomes.at(2));
    }

    void aCardThatIsNotDueIsAskedAhead()
    {
        answer("plain", Rating::Easy);
        m_place->clock.advanceMs(dayMs);
        const WhyReport why = report("plain");
        QVERIFY(why.dueInDays > 0);
        QVERIFY2(whyWords(why).contains(u"Not due before"_s), qPrintable(whyWords(why)));
        QVERIFY2(whyWords(why).contains(u"Asked ahead, Good brings it back on"_s), qPrintable(whyWords(why)));
    }

    void whatIsSuspendedBuriedOrALeechIsSaid()
    {
        Preferences preferences = m_library->preferences();
        preferences.scheduling.leechThreshold = 1;
        QVERIFY(m_library->setPreferences(preferences));
        answer("plain", Rating::Easy);
        m_place->clock.advanceMs(30 * dayMs);
        answer("plain", Rating::Again);
        QVERIFY2(whyWords(report("plain")).contains(u"keeps slipping away"_s),
                 qPrintable(whyWords(report("plain"))));
        QVERIFY(m_library->apply(buryOperation({idOf("plain")}, m_library->today() + 1)));
        QVERIFY(whyWords(report("plain")).startsWith(u"Buried until tomorrow."_s));
        QVERIFY(m_library->apply(suspendOperation({idOf("plain")}, true)));
        QVERIFY(whyWords(report("plain")).startsWith(u"Suspended: "_s));
        QVERIFY(!whyWords(report("plain")).contains(u"Good"_s));
    }

    void everyAnswerIsThereWithWhatWasPredictedForIt()
    {
        answer("plain", Rating::Easy);
        const MemoryState first = *card("plain").schedule.memory;
        m_place->clock.advanceMs(12 * dayMs);
        const double predicted = m_library->scheduler().recallAt(card("plain").schedule, now());
        answer("plain", Rating::Hard);
        m_place->clock.advanceMs(5 * dayMs);

        const WhyReport why = report("plain");
        QCOMPARE(why.answers.size(), 2);
        QCOMPARE(why.answers.at(0), (PastAnswer{.moment = {startMs, 0, 4},
                                                .rating = Rating::Easy,
                                                .recallBefore = {},
                                                .stabilityDays = first.stability}));
        QCOMPARE(why.answers.at(1).rating, Rating::Hard);
        QCOMPARE(*why.answers.at(1).recallBefore, predicted);
        QCOMPARE(why.answers.at(1).stabilityDays, card("plain").schedule.memory->stability);
        QVERIFY(pastAnswerWords(why.answers.at(1), m_library->today()).contains(percentWords(predicted)));
        QCOMPARE(whyHistory(why), u"First seen 20 November, 2 answer(s)"_s);
    }

    void theCurveFallsFromAnswerToAnswerAndOnPastTheDueDay()
    {
        answer("plain", Rating::Easy);
        m_place->clock.advanceMs(12 * dayMs);
        answer("plain", Rating::Good);
        m_place->clock.advanceMs(3 * dayMs);
        const WhyReport why = report("plain");
        QCOMPARE(why.curve.size(), 2);
        QCOMPARE(why.curve.at(0).last().recall, *why.answers.at(1).recallBefore);
        QCOMPARE(why.curve.at(1).first(), (RecallPoint{startMs + 12 * dayMs, 1.0}));
        QCOMPARE(why.curve.at(1).last(), (RecallPoint{now(), why.recall}));
        QCOMPARE(why.ahead.first(), why.curve.at(1).last());
        QVERIFY(why.ahead.last().atMs > now() + why.dueInDays * dayMs);
        QVERIFY(why.ahead.last().recall < why.target);
        for (const QList<RecallPoint> &stretch : why.curve + QList<QList<RecallPoint>>{why.ahead}) {
            for (qsizetype i = 1; i < stretch.size(); ++i)
                QVERIFY(stretch.at(i).recall < stretch.at(i - 1).recall);
        }
    }

    void answersUnderOtherSettingsKeepTheirPredictions()
    {
        answer("plain", Rating::Easy);
        m_place->clock.advanceMs(12 * dayMs);
        answer("plain", Rating::Good);
        const double before = *report("plain").answers.at(1).recallBefore;
        Preferences preferences = m_library->preferences();
        preferences.scheduling.desiredRetention = 0.8;
        QVERIFY(m_library->setPreferences(preferences, true));
        QCOMPARE(*report("plain").answers.at(1).recallBefore, before);
        QCOMPARE(report("plain").target, 0.8);
    }

    void anUnknownQuestionIsNotFound()
    {
        QCOMPARE(whyReport(*m_library, QuestionId{999}).error().code, ErrorCode::NotFound);
    }

private:
    QuestionId idOf(const char *slug) const
    {
        return *m_library->store().questions.idOf(QString::fromLatin1(slug));
    }
    Card card(const char *slug) const { return *m_library->store().cards.get(idOf(slug)); }
    WhyReport report(const char *slug) const { return *whyReport(*m_library, idOf(slug)); }
    qint64 now() const { return m_place->clock.nowMs(); }
    Session started(const char *slug) { return *Session::start(*m_library, {.listed = {idOf(slug)}}); }
    void answer(const char *slug, Rating rating)
    {
        Session session = started(slug);
        session.reveal();
        QVERIFY(session.answer(rating));
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(WhyTest)
#include "tst_why.moc"
