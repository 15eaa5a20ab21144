// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/linediff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace flaskcards;
using namespace Qt::StringLiterals;

namespace {

// "a|b" for a pair that is the same, "a!b" for one that differs; a side without a line is empty.
QString drawn(const QString &left, const QString &right)
{
    const QStringList a = left.isEmpty() ? QStringList() : left.split(u' ');
    const QStringList b = right.isEmpty() ? QStringList() : right.split(u' ');
    QStringList rows;
    for (const DiffRow &row : diffLines(a, b))
        rows.append((row.left < 0 ? QString() : a.at(row.left)) + (row.same ? u'|' : u'!') +
                    (row.right < 0 ? QString() : b.at(row.right)));
    return rows.join(u' ');
}

// By brute force over all ways to choose.
int longestCommon(const QStringList &a, const QStringList &b, qsizetype i = 0, qsizetype j = 0)
{
    if (i == a.size() || j == b.size())
        return 0;
    if (a[i] == b[j])
        return 1 + longestCommon(a, b, i + 1, j + 1);
    return std::max(longestCommon(a, b, i + 1, j), longestCommon(a, b, i, j + 1));
}

} // namespace

class LineDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void examples_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("rows");
        QTest::newRow("nothing") << u""_s << u""_s << u""_s;
        QTest::newRow("same") << u"a b"_s << u"a b"_s << u"a|a b|b"_s;
        QTest::newRow("added") << u""_s << u"a b"_s << u"!a !b"_s;
        QTest::newRow("removed") << u"a b"_s << u""_s << u"a! b!"_s;
        QTest::newRow("changed in the middle") << u"a b c"_s << u"a x c"_s << u"a|a b!x c|c"_s;
        QTest::newRow("inserted in the middle") << u"a c"_s << u"a b c"_s << u"a|a !b c|c"_s;
        QTest::newRow("more taken than given") << u"a b c d"_s << u"a x d"_s << u"a|a b!x c! d|d"_s;
        QTest::newRow("moved") << u"a b c"_s << u"b c a"_s << u"a! b|b c|c !a"_s;
        QTest::newRow("repeated lines") << u"a a a"_s << u"a a"_s << u"a|a a|a a!"_s;
    }
    void examples()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QTEST(drawn(left, right), "rows");
    }

    void blanksAtTheEndOfALineDoNotCount()
    {
        QCOMPARE(diffLines({u"a  "_s, u"b\t"_s}, {u"a"_s, u"b"_s}),
                 QList<DiffRow>({{0, 0, true}, {1, 1, true}}));
        QVERIFY(!diffLines({u"  a"_s}, {u"a"_s}).first().same);
    }

    void anyTwoTextsAreShownWholeAndKeepTheLongestCommonRun()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator dice(seed);
        for (int round = 0; round < 2000; ++round) {
            const auto text = [&] {
                QStringList lines;
                for (int i = dice.bounded(8); i > 0; --i)
                    lines.append(QString(QChar(u'a' + dice.bounded(4))));
                return lines;
            };
            const QStringList left = text();
            const QStringList right = text();
            QStringList seenLeft;
            QStringList seenRight;
            int same = 0;
            for (const DiffRow &row : diffLines(left, right)) {
                QVERIFY(row.left >= 0 || row.right >= 0);
                if (row.left >= 0)
                    seenLeft.append(left.at(row.left));
                if (row.right >= 0)
                    seenRight.append(right.at(row.right));
                if (row.same)
                    QCOMPARE(left.at(row.left), right.at(row.right));
                same += row.same;
            }
            QCOMPARE(seenLeft, left);
            QCOMPARE(seenRight, right);
            QCOMPARE(same, longestCommon(left, right));
        }
    }

    void veryLongTextsAreComparedAtTheirEndsOnly()
    {
        QStringList left{u"head"_s};
        QStringList right{u"head"_s};
        for (int i = 0; i < 5000; ++i) {
            left.append(u"left %1"_s.arg(i));
            right.append(u"right %1"_s.arg(i));
        }
        left[2500] = right[2500] = u"common"_s;
        left.append(u"tail"_s);
        right.append(u"tail"_s);
        const QList<DiffRow> rows = diffLines(left, right);
        QCOMPARE(rows.size(), 5002);
        QVERIFY(rows.first().same && rows.last().same);
        QCOMPARE(std::count_if(rows.cbegin(), rows.cend(), [](const DiffRow &row) { return row.same; }), 2);
    }

    void codeIsCutIntoLinesWithoutTheEndOfTheLast()
    {
        QCOMPARE(codeLines(u""_s), QStringList());
        QCOMPARE(codeLines(u"a\nb\n"_s), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(codeLines(u"a\n\nb"_s), QStringList({u"a"_s, u""_s, u"b"_s}));
    }
};

QTEST_GUILESS_MAIN(LineDiffTest)
#include "tst_linediff.moc"
