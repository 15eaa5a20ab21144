// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "storage/database.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QStringList migrationFiles()
{
    return QDir(u":/migrations"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

Result<void> runMigration(Database &database, const QByteArray &script, int version)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto done = database.executeScript(script); !done)
        return done;
    if (auto done = database.executeScript("PRAGMA user_version=" + QByteArray::number(version)); !done)
        return done;
    return (*transaction)->commit();
}

} // namespace

int newestSchemaVersion()
{
    static const int count = int(migrationFiles().size());
    return count;
}

QList<QByteArray> migrationScripts()
{
    QList<QByteArray> scripts;
    for (const QString &name : migrationFiles()) {
        QFile file(u":/migrations/"_s + name);
        if (file.open(QIODevice::ReadOnly)) // inside the program
            scripts.append(file.readAll());
    }
    return scripts;
}

Result<int> schemaVersion(Database &database)
{
    int version = 0;
    auto done =
        database.forEach("database/user_version", {}, [&](const Row &row) { version = row.integer(0); });
    if (!done)
        return done.error();
    if (version > newestSchemaVersion())
        return Error{ErrorCode::TooNew, database.path()};
    return version;
}

Result<void> migrate(Database &database)
{
    const auto version = schemaVersion(database);
    if (!version)
        return version.error();
    const QList<QByteArray> scripts = migrationScripts();
    for (int next = *version; next < scripts.size(); ++next) {
        if (auto done = runMigration(database, scripts.at(next), next + 1); !done)
            return done;
    }
    return {};
}

} // namespace flaskcards
