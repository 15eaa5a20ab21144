// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

namespace flaskcards::test {

using namespace Qt::StringLiterals;

// Friday, 20 November 2026, 09:00 UTC.
constexpr qint64 startMs = 1'795'165'200'000;

inline QString cardText(const QString &title, const QString &answer, const QString &header = {})
{
    return u"---\nlevel: basic\nkind: concept\ntags: testing-tag\n%3reviewed: 2026-11-21\n---\n# %1\n\n"
           "## Answer\n%2\n\n## Key points\n- one\n- two\n- three\n\n## Explanation\nBecause.\n\n"
           "## Why it is asked\nTo test.\n\n## Common mistakes\n- a\n- b\n\n"
           "## References\n- [Flask](https://flask.palletsprojects.com/)\n"_s.arg(title, answer, header);
}

// A data folder and a bank folder for one test, and a clock that stands still.
class Place
{
public:
    Place() : clock(startMs) { QDir(dir.path()).mkpath(u"bank/routing"_s); }

    QString bank() const { return dir.filePath(u"bank"_s); }
    QString data() const { return dir.filePath(u"data"_s); }
    QString file() const { return data() + u"/flaskcards.db"_s; }

    void write(const QString &name, const QString &text) // "routing/a.md"
    {
        const QString path = bank() + u'/' + name;
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }
    void remove(const QString &name) { QVERIFY(QFile::remove(bank() + u'/' + name)); }
    void writeCards(int count)
    {
        for (int i = 0; i < count; ++i)
            write(u"routing/card-%1.md"_s.arg(i, 3, 10, QChar(u'0')),
                  cardText(u"Question number %1?"_s.arg(i), u"Answer %1."_s.arg(i)));
    }

    std::unique_ptr<Library> open()
    {
        auto library = Library::open({data(), bank()}, clock);
        if (!library) {
            QTest::qFail(qPrintable(library.error().context), __FILE__, __LINE__);
            return nullptr;
        }
        return *std::move(library);
    }

    QTemporaryDir dir;
    FixedClock clock;
};

// What undo would take back; empty: nothing.
inline QString undoLabel(const Library &library)
{
    const auto step = library.nextUndo();
    return step && *step ? (*step)->label : QString();
}

// Every row of the tables that undo must restore, as text.
inline QString dump(const Library &library)
{
    QString text;
    for (const char *table : {"questions", "cards", "reviews", "moves", "settings"}) {
        sqlite3_stmt *statement = nullptr;
        const QByteArray sql = QByteArray("SELECT * FROM ") + table + " ORDER BY 1";
        sqlite3_prepare_v2(library.store().database.handle(), sql.constData(), -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            text += QLatin1StringView(table);
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                text += u'|' +
                        QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, i)));
            text += u'\n';
        }
        sqlite3_finalize(statement);
    }
    return text;
}

} // namespace flaskcards::test
