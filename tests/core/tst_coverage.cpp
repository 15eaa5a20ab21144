// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/questionfile.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// questions/coverage.tsv says which card covers which row of the five published lists.
class CoverageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString questions = qEnvironmentVariable("FLASKCARDS_SOURCE") + u"/questions"_s;
        QStringList lines =
            QString::fromUtf8(contentOf(questions + u"/coverage.tsv"_s)).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.takeFirst(), u"list-row\tcard"_s);
        for (const QString &line : std::as_const(lines)) {
            QVERIFY2(!m_cardOfRow.contains(line.section(u'\t', 0, 0)), qPrintable(line));
            m_cardOfRow.insert(line.section(u'\t', 0, 0), line.section(u'\t', 1));
        }
        QDirIterator cards(questions, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (cards.hasNext()) {
            const QString path = cards.next();
            const Question question = parseQuestion(path, contentOf(path)).question;
            m_sources.insert(question.slug, question.sources);
        }
    }

    void everyRowOfTheListsIsThere()
    {
        QMap<QString, int> rows;
        for (const auto &[row, card] : m_cardOfRow.asKeyValueRange())
            ++rows[row.section(u'-', 0, 0)];
        QCOMPARE(rows, (QMap<QString, int>{
                           {u"000"_s, 33}, {u"001"_s, 50}, {u"002"_s, 16}, {u"003"_s, 22}, {u"004"_s, 25}}));
        QCOMPARE(QSet<QString>(m_cardOfRow.cbegin(), m_cardOfRow.cend()).size(), 106);
    }

    void everyRowHasACardThatNamesIt()
    {
        for (const auto &[row, card] : m_cardOfRow.asKeyValueRange())
            QVERIFY2(m_sources.value(card).contains(row),
                     qPrintable(row + u" is not in the sources of "_s + card));
    }

    void everySourceOfACardIsARow()
    {
        for (const auto &[card, sources] : m_sources.asKeyValueRange()) {
            for (const QString &row : sources)
                QVERIFY2(m_cardOfRow.value(row) == card, qPrintable(card + u" claims "_s + row));
        }
    }

private:
    QMap<QString, QString> m_cardOfRow;
    QMap<QString, QStringList> m_sources;
};

QTEST_APPLESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
