// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/spread.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

class SpreadTest : public QObject
{
    Q_OBJECT

private slots:
    void topicsTakeTurns()
    {
        QCOMPARE(spreadOut({of(u"a"_s), of(u"a"_s), of(u"b"_s), of(u"b"_s)}), (QList<int>{0, 2, 1, 3}));
    }

    void oneTopicStaysInOrder()
    {
        QCOMPARE(spreadOut({of(u"a"_s), of(u"a"_s), of(u"a"_s)}), (QList<int>{0, 1, 2}));
        QCOMPARE(spreadOut({}), QList<int>());
    }

    void aFollowUpKeepsItsDistance()
    {
        QList<Question> questions{named(u"first"_s, u"a"_s), named(u"digs"_s, u"b"_s)};
        questions[0].followUps = {u"digs"_s};
        for (const char topic : {'c', 'd', 'e', 'f', 'g'})
            questions.append(of(QString(QLatin1Char(topic))));
        QCOMPARE(spreadOut(questions), (QList<int>{0, 2, 3, 4, 5, 1, 6}));
        std::swap(questions[0].followUps, questions[1].followUps);
        questions[1].followUps = {u"first"_s}; // whichever names the other
        QCOMPARE(spreadOut(questions).indexOf(1), 5);
    }

    void nothingComesBeforeWhatItBuildsOn()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 200; ++round) {
            QList<Question> questions;
            for (int i = 0; i < 30; ++i) {
                Question question = named(QString::number(i), QString::number(random.bounded(3)));
                if (i > 0 && random.bounded(3) == 0)
                    question.after = {QString::number(random.bounded(i))};
                if (i > 0 && random.bounded(3) == 0)
                    question.related = {QString::number(random.bounded(i))};
                questions.append(question);
            }
            const QList<int> order = spreadOut(questions);
            QCOMPARE(QSet<int>(order.cbegin(), order.cend()).size(), 30);
            for (int i = 0; i < 30; ++i) {
                for (const QString &before : questions.at(i).after)
                    QVERIFY(order.indexOf(before.toInt()) < order.indexOf(i));
                QVERIFY(std::abs(order.indexOf(i) - i) <= 7);
            }
        }
    }

private:
    // The order in which all of them are asked.
    static QList<int> spreadOut(const QList<Question> &questions)
    {
        QList<Coming> left;
        for (int i = 0; i < questions.size(); ++i)
            left.append({i, questions.at(i)});
        QList<Question> asked;
        QList<int> order;
        while (!left.isEmpty()) {
            const Coming next =
                left.takeAt(nextInTurns(left.first(std::min<qsizetype>(spreadWindow, left.size())), asked));
            order.append(next.place);
            asked.append(next.question);
        }
        return order;
    }
    static Question named(const QString &slug, const QString &topic)
    {
        Question question;
        question.slug = slug;
        question.topic = topic;
        return question;
    }
    static Question of(const QString &topic)
    {
        static int number = 0;
        return named(u"q%1"_s.arg(++number), topic);
    }
};

QTEST_GUILESS_MAIN(SpreadTest)
#include "tst_spread.moc"
