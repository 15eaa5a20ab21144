// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/filter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

constexpr int today = 20000;

QuestionFacts sample()
{
    QuestionFacts facts;
    facts.topic = u"routing"_s;
    facts.level = Level::Advanced;
    facts.kind = Kind::Mcq;
    facts.tags = {u"cookies"_s, u"url-map"_s};
    facts.asked = 3;
    facts.reallyAsked = true;
    facts.card.schedule.phase = Phase::Review;
    facts.card.schedule.dueDay = today;
    facts.card.flag = 2;
    return facts;
}

bool passes(const QString &text, const QuestionFacts &facts = sample())
{
    const ParsedQuery parsed = parseQuery(text);
    return !parsed.error && passesFilters(parsed.query, facts, today);
}

} // namespace

class FilterTest : public QObject
{
    Q_OBJECT

private slots:
    void filters_data()
    {
        QTest::addColumn<bool>("wanted");
        for (const char *text :
             {"", "topic:routing", "topic:forms,routing", "level:advanced", "kind:mcq", "tag:cookies",
              "asked:>2", "asked:3", "is:really-asked", "is:due", "is:review", "is:flagged", "flag:orange", "-is:new",
              "-topic:forms", "topic:routing is:due level:advanced"})
            QTest::newRow(text) << true;
        for (const char *text : {"topic:forms", "level:basic", "kind:concept", "tag:cookie-jar", "asked:>3",
                                 "is:new", "is:suspended", "is:buried", "is:leech", "is:learning", "flag:red",
                                 "-is:due", "-topic:routing", "topic:routing is:new"})
            QTest::newRow(text) << false;
    }
    void filters()
    {
        QFETCH(bool, wanted);
        QCOMPARE(passes(QString::fromLatin1(QTest::currentDataTag())), wanted);
    }

    void aSuspendedOrBuriedCardIsNotDue()
    {
        QuestionFacts facts = sample();
        facts.card.suspended = true;
        QVERIFY(!passes(u"is:due"_s, facts));
        QVERIFY(passes(u"is:suspended"_s, facts));
        facts = sample();
        facts.card.buriedUntilDay = today + 1;
        QVERIFY(!passes(u"is:due"_s, facts));
        QVERIFY(passes(u"is:buried"_s, facts));
        facts.card.buriedUntilDay = today; // its day has come
        QVERIFY(passes(u"is:due"_s, facts));
    }

    void tomorrowsCardIsNotDue()
    {
        QuestionFacts facts = sample();
        facts.card.schedule.dueDay = today + 1;
        QVERIFY(!passes(u"is:due"_s, facts));
    }
};

QTEST_APPLESS_MAIN(FilterTest)
#include "tst_filter.moc"
