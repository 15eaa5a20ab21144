// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/fsrs6.h"
#include "tools/probe/memoryrows.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace flaskcards;
using namespace Qt::StringLiterals;

namespace {

constexpr double tolerance = 1e-6; // relative

bool isClose(double actual, double wanted)
{
    return std::abs(actual - wanted) <= tolerance * std::abs(wanted);
}

// What a row of the data allows: numbers to a millionth; whole days exactly unless the raw ones lie at a
// half.
bool isRowClose(const QJsonArray &actual, const QJsonArray &wanted)
{
    const bool first = wanted.at(0).isNull();
    if (actual.at(0).isNull() != first ||
        (!first && !isClose(actual.at(0).toDouble(), wanted.at(0).toDouble())))
        return false;
    for (int column = 1; column <= 3; ++column) {
        if (!isClose(actual.at(column).toDouble(), wanted.at(column).toDouble()))
            return false;
    }
    const double raw = wanted.at(3).toDouble();
    const bool half = std::abs(raw - std::floor(raw) - 0.5) <= tolerance * raw;
    return half || actual.at(4).toInt() == wanted.at(4).toInt();
}

Fsrs6Parameters with(size_t index, double value)
{
    Fsrs6Parameters w = Fsrs6::defaults;
    w[index] = value;
    return w;
}

} // namespace

class Fsrs6Test : public QObject
{
    Q_OBJECT

private slots:
    void publishedSequencesComeOutTheSame()
    {
        QFile file(qEnvironmentVariable("FLASKCARDS_TEST_DATA") + u"/memory.jsonl"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int rowCount = 0;
        while (!file.atEnd()) {
            const QJsonObject sequence = QJsonDocument::fromJson(file.readLine()).object();
            const auto answer = probe::memoryAnswer(sequence);
            QVERIFY(answer);
            const QJsonArray rows = answer->toObject().value("rows"_L1).toArray();
            const QJsonArray wanted = sequence.value("expected"_L1).toArray();
            QCOMPARE(rows.size(), wanted.size());
            for (qsizetype i = 0; i < rows.size(); ++i, ++rowCount) {
                const QString where = sequence.value("id"_L1).toString() + u" row %1"_s.arg(i + 1);
                QVERIFY2(isRowClose(rows.at(i).toArray(), wanted.at(i).toArray()), qPrintable(where));
            }
        }
        QVERIFY(rowCount > 400);
    }

    void malformedSequencesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        QTest::newRow("no parameters")
            << R"({"id": 1, "desired_retention": 0.9, "reviews": []})"_ba << u"\"parameters\" is missing"_s;
        QTest::newRow("wrong count")
            << R"({"id": 1, "parameters": [1], "desired_retention": 0.9, "reviews": []})"_ba
            << u"parameters: 21, 19 or 17 values wanted, not 1"_s;
        QTest::newRow("retention")
            << R"({"id": 1, "parameters": [], "desired_retention": 1, "reviews": []})"_ba
            << u"\"desired_retention\" must lie between 0 and 1"_s;
        QTest::newRow("rating") << R"({"id": 1, "parameters": [], "desired_retention": 0.9,
                                       "reviews": [{"delta_days": 0, "rating": 5}]})"_ba
                                << u"review 1: \"rating\" must be 1 to 4"_s;
    }
    void malformedSequencesAreRefused()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, message);
        const auto answer = probe::memoryAnswer(QJsonDocument::fromJson(line).object());
        QVERIFY(!answer);
        QCOMPARE(answer.error(), (Error{ErrorCode::Invalid, message}));
    }

    void firstAnswerSetsTheState()
    {
        const Fsrs6 model;
        QCOMPARE(model.initial(Rating::Again), (MemoryState{0.212, 6.4133}));
        QCOMPARE(model.initial(Rating::Good).stability, 2.3065);
        QVERIFY(isClose(model.initial(Rating::Good).difficulty, 6.4133 - std::exp(2 * 0.8334) + 1));
        QCOMPARE(model.initial(Rating::Easy).difficulty, 1.0); // would be below its range
        QCOMPARE(model.advance(std::nullopt, 9, Rating::Easy), model.initial(Rating::Easy));
        QCOMPARE(model.advance(MemoryState{3, 5}, 9, Rating::Easy), model.next({3, 5}, 9, Rating::Easy));
    }

    void recallIsNineTenthsAtStability()
    {
        for (const double decay : {0.1, 0.1542, 0.5, 0.8}) {
            const Fsrs6 model(with(20, decay));
            QVERIFY(isClose(model.recall(7.5, 7.5), 0.9));
            QCOMPARE(model.recall(0, 7.5), 1.0);
            QCOMPARE(model.interval(7.5, 0.9), 7.5); // to the last bit: whole days hang on it
        }
    }

    void recallFallsToTheRetentionAfterTheInterval()
    {
        const Fsrs6 model;
        for (const double retention : {0.7, 0.85, 0.97, 0.99})
            QVERIFY(isClose(model.recall(model.interval(MemoryState{12, 5}, retention), 12), retention));
    }

    void sameDayHardNeverShrinksStabilityButAgainDoes()
    {
        const Fsrs6 model;
        for (const double stability : {0.01, 1.0, 50.0, 9000.0}) {
            QVERIFY(model.next({stability, 5}, 0, Rating::Hard).stability >= stability);
            QVERIFY(model.next({stability, 5}, 0, Rating::Good).stability >= stability);
        }
        QVERIFY(model.next({1, 5}, 0, Rating::Again).stability < 1);
    }

    void negativeDaysCountAsTheSameDay()
    {
        const Fsrs6 model;
        QCOMPARE(model.next({5, 5}, -3, Rating::Good), model.next({5, 5}, 0, Rating::Good));
    }

    void lapseLeavesLessThanBefore()
    {
        Fsrs6Parameters w = Fsrs6::defaults;
        w[11] = 5; // would lift a short stability
        const Fsrs6 model(w);
        QVERIFY(isClose(model.next({0.5, 1}, 1, Rating::Again).stability, 0.5 / std::exp(w[17] * w[18])));
    }

    void smallSameDayDampingIsHonoured()
    {
        const double without = Fsrs6(with(19, 0)).next({50, 5}, 0, Rating::Good).stability;
        const double small = Fsrs6(with(19, 0.005)).next({50, 5}, 0, Rating::Good).stability;
        const double more = Fsrs6(with(19, 0.01)).next({50, 5}, 0, Rating::Good).stability;
        QVERIFY(without > small && small > more);
    }

    void statesStayInTheirRanges()
    {
        const Fsrs6 model;
        for (const MemoryState &state : {MemoryState{0, 0}, MemoryState{1e9, 50}, MemoryState{-1, -1}}) {
            for (const int days : {0, 1, 100'000}) {
                for (const Rating rating : {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy}) {
                    const MemoryState after = model.next(state, days, rating);
                    QVERIFY(after.stability >= 0.001 && after.stability <= 36500);
                    QVERIFY(after.difficulty >= 1 && after.difficulty <= 10);
                }
            }
        }
    }

    void parametersAreClipped_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("w0-w3") << 0 << 3 << 0.001 << 100.0;
        QTest::newRow("w4") << 4 << 4 << 1.0 << 10.0;
        QTest::newRow("w5-w6") << 5 << 6 << 0.001 << 4.0;
        QTest::newRow("w7") << 7 << 7 << 0.001 << 0.75;
        QTest::newRow("w8") << 8 << 8 << 0.0 << 4.5;
        QTest::newRow("w9") << 9 << 9 << 0.0 << 0.8;
        QTest::newRow("w10") << 10 << 10 << 0.001 << 3.5;
        QTest::newRow("w11") << 11 << 11 << 0.001 << 5.0;
        QTest::newRow("w12") << 12 << 12 << 0.001 << 0.25;
        QTest::newRow("w13") << 13 << 13 << 0.001 << 0.9;
        QTest::newRow("w14") << 14 << 14 << 0.0 << 4.0;
        QTest::newRow("w15") << 15 << 15 << 0.0 << 1.0;
        QTest::newRow("w16") << 16 << 16 << 1.0 << 6.0;
        QTest::newRow("w17-w18") << 17 << 18 << 0.0 << 2.0;
        QTest::newRow("w19") << 19 << 19 << 0.0 << 0.8;
        QTest::newRow("w20") << 20 << 20 << 0.1 << 0.8;
    }
    void parametersAreClipped()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(double, least);
        QFETCH(double, most);
        for (auto i = size_t(first); i <= size_t(last); ++i) {
            QCOMPARE(Fsrs6(with(i, -1000)).parameters()[i], least);
            QCOMPARE(Fsrs6(with(i, 1000)).parameters()[i], most);
            QCOMPARE(Fsrs6(with(i, (least + most) / 2)).parameters()[i], (least + most) / 2);
        }
        QCOMPARE(Fsrs6().parameters(), Fsrs6::defaults);
    }

    void moreRelearningStepsLowerTheSameDayBound()
    {
        const auto bound = [](int steps, Fsrs6Parameters w) {
            w[17] = w[18] = 5;
            const Fsrs6Parameters clipped = Fsrs6::clipped(w, steps);
            return clipped[17] == clipped[18] ? clipped[17] : -1;
        };
        const double room = -(std::log(1.4835) + std::log(std::pow(2, 0.2629) - 1) + 0.3 * 1.6483);
        QCOMPARE(bound(0, Fsrs6::defaults), 2.0);
        QCOMPARE(bound(1, Fsrs6::defaults), 2.0);
        QVERIFY(isClose(bound(2, Fsrs6::defaults), std::sqrt(room / 2)));
        QVERIFY(isClose(bound(3, Fsrs6::defaults), std::sqrt(room / 3)));
        QCOMPARE(bound(3, with(11, 5)), 0.1);     // no room left
        QCOMPARE(bound(2, with(11, 1e-30)), 2.0); // from w11 as it was: 0.001 would leave less
        QCOMPARE(bound(2, with(11, -1)), 0.1);    // no logarithm
    }

    void olderParameterSetsAreConverted()
    {
        const QList<double> fsrs4{0.4,  0.6,  2.4,  5.8,  4.93, 0.94, 0.86, 0.01, 1.49,
                                  0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61};
        const auto from17 = Fsrs6::complete(fsrs4);
        QVERIFY(from17);
        QVERIFY(isClose((*from17)[4], 4.93 + 2 * 0.94));
        QVERIFY(isClose((*from17)[5], 0.44675013));
        QVERIFY(isClose((*from17)[6], 1.36));
        QCOMPARE((*from17)[16], 2.61);
        QCOMPARE(QList<double>(from17->begin() + 17, from17->end()), (QList<double>{0, 0, 0, 0.5}));

        const auto from19 = Fsrs6::complete(fsrs4 + QList<double>{0.5, 0.6});
        QVERIFY(from19);
        QCOMPARE((*from19)[5], 0.94);
        QCOMPARE(QList<double>(from19->begin() + 17, from19->end()), (QList<double>{0.5, 0.6, 0, 0.5}));

        const auto fromNone = Fsrs6::make({});
        QVERIFY(fromNone);
        QCOMPARE(fromNone->parameters(), Fsrs6::defaults);
    }

    void unusableParametersAreRefused()
    {
        for (const int count : {1, 16, 18, 20, 22}) {
            const auto model = Fsrs6::make(QList<double>(count, 1.0));
            QVERIFY(!model);
            QCOMPARE(model.error().code, ErrorCode::Invalid);
        }
        for (const double value : {qQNaN(), qInf(), -qInf()}) {
            const auto model = Fsrs6::make(with(7, value));
            QVERIFY(!model);
            QCOMPARE(model.error().context, u"parameters: w7 is no finite number"_s);
        }
        QVERIFY(!Fsrs6::make(QList<double>(17, -1.0))); // the logarithm for w5 does not exist
    }
};

QTEST_APPLESS_MAIN(Fsrs6Test)
#include "tst_fsrs6.moc"
