// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bankrules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

QList<ParsedQuestion> readBank()
{
    const QDir root(qEnvironmentVariable("FLASKCARDS_SOURCE"));
    QList<ParsedQuestion> bank;
    QDirIterator files(root.filePath(u"questions"_s), {u"*.md"_s}, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            bank.append(parseQuestion(root.relativeFilePath(file.fileName()), file.readAll()));
    }
    return bank;
}

} // namespace

// The cards that are shipped.
class TestBank : public QObject
{
    Q_OBJECT

private slots:
    void bankBreaksNoRule();
};

void TestBank::bankBreaksNoRule()
{
    const QList<ParsedQuestion> bank = readBank();
    QVERIFY2(!bank.isEmpty(), "FLASKCARDS_SOURCE/questions holds no card");
    QList<Problem> problems = checkBank(bank);
    for (const ParsedQuestion &card : bank)
        problems += checkQuestion(card);
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append(toLine(problem));
    lines.sort();
    QVERIFY2(lines.isEmpty(), qPrintable(u'\n' + lines.join(u'\n')));
}

QTEST_APPLESS_MAIN(TestBank)
#include "tst_bank.moc"
