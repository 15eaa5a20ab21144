// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QTest>

#include <sqlite3.h>

namespace flaskcards::test {

// A file as the program of an earlier schema version left it, with rows of `sql`.
inline void makeOldStore(const QString &path, int version, const QByteArray &sql = {})
{
    using namespace Qt::StringLiterals;
    sqlite3 *file = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &file), SQLITE_OK);
    QByteArray script = "PRAGMA application_id=0x466c6b63; PRAGMA journal_mode=WAL; BEGIN;";
    const QStringList names = QDir(u":/migrations"_s).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names.first(version)) {
        QFile migration(u":/migrations/"_s + name);
        QVERIFY(migration.open(QIODevice::ReadOnly));
        script += migration.readAll();
    }
    script += sql + "PRAGMA user_version=" + QByteArray::number(version) + "; COMMIT;";
    char *message = nullptr;
    const int code = sqlite3_exec(file, script.constData(), nullptr, nullptr, &message);
    QVERIFY2(code == SQLITE_OK, message);
    sqlite3_close(file);
}

} // namespace flaskcards::test
