// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

struct SourceLine {
    QString file; // from app/ on
    int number;
    QString text;
};

QString appFolder()
{
    return qEnvironmentVariable("FLASKCARDS_SOURCE") + u"/app/"_s;
}

QString layerOf(const QString &file)
{
    return file.section(u'/', 0, 0);
}

QList<SourceLine> sourceLines()
{
    QList<SourceLine> lines;
    QDirIterator files(appFolder(), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString name = file.fileName().mid(appFolder().size());
        int number = 0;
        for (const QByteArray &line : file.readAll().split('\n'))
            lines.append({name, ++number, QString::fromUtf8(line)});
    }
    return lines;
}

// What a layer may include of the others.
const QHash<QString, QStringList> &allowed()
{
    static const QHash<QString, QStringList> layers{
        {u"core"_s, {u"core"_s}},
        {u"storage"_s, {u"core"_s, u"storage"_s}},
        {u"library"_s, {u"core"_s, u"storage"_s, u"library"_s}},
        {u"ui"_s, {u"core"_s, u"library"_s, u"ui"_s}},
        {u"cli"_s, {u"core"_s, u"library"_s, u"cli"_s}},
    };
    return layers;
}

} // namespace

// The direction core <- storage <- library <- ui, cli, read from the #include lines.
class LayeringTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_lines = sourceLines();
        QVERIFY(m_lines.size() > 1000);
    }

    void everyIncludePointsDownwards()
    {
        static const QRegularExpression include(u"^#include \"([a-z]+)/"_s);
        report([&](const SourceLine &line) {
            const auto match = include.match(line.text);
            if (!match.hasMatch() || !allowed().contains(layerOf(line.file)))
                return false;
            return !allowed().value(layerOf(line.file)).contains(match.captured(1));
        });
    }

    void qtClassesAreIncludedByTheirName()
    {
        static const QRegularExpression module(u"^#include <Qt[A-Z][A-Za-z]*/"_s);
        report([&](const SourceLine &line) { return line.text.contains(module); });
    }

    void sqlStaysInStorage()
    {
        static const QRegularExpression sql(u"#include <(QSql|sqlite3)"_s);
        report([&](const SourceLine &line) {
            return layerOf(line.file) != "storage"_L1 && line.text.contains(sql);
        });
    }

    void widgetsStayInTheWindow()
    {
        static const QRegularExpression widget(u"#include <(QWidget|QApplication|QDialog|QLabel|QPainter)"_s);
        report([&](const SourceLine &line) {
            return layerOf(line.file) != "ui"_L1 && line.file != "main.cpp"_L1 && line.text.contains(widget);
        });
    }

    // Time and chance come from outside: from the clock, and from seeds that are arguments.
    void nowAndChanceAreAskedForInOnePlace()
    {
        static const QRegularExpression now(
            u"currentDateTime|currentMSecsSinceEpoch|QDate::currentDate|QTime::currentTime|system_clock|"
            "std::time\\(|QRandomGenerator|random_device|\\brand\\("_s);
        report([&](const SourceLine &line) {
            return line.file != "core/clock.h"_L1 && line.text.contains(now);
        });
    }

    void coreHasNoObjectsAndNoFiles()
    {
        static const QRegularExpression outside(
            u"Q_OBJECT|#include <(QFile|QDir|QObject|QSettings|QProcess)"_s);
        report([&](const SourceLine &line) {
            return layerOf(line.file) == "core"_L1 && line.text.contains(outside);
        });
    }

    void everyFileNamesItsLicence()
    {
        QHash<QString, bool> named;
        for (const SourceLine &line : m_lines)
            named[line.file] |=
                line.number == 1 && line.text.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1);
        QCOMPARE(named.keys(false), QStringList());
    }

private:
    void report(const std::function<bool(const SourceLine &)> &isWrong)
    {
        QStringList wrong;
        for (const SourceLine &line : m_lines) {
            if (isWrong(line))
                wrong.append(u"%1:%2: %3"_s.arg(line.file).arg(line.number).arg(line.text));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    QList<SourceLine> m_lines;
};

QTEST_APPLESS_MAIN(LayeringTest)
#include "tst_layering.moc"
