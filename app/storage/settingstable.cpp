// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settingstable.h"

#include "storage/database.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

Result<QHash<QString, QString>> SettingsTable::all() const
{
    QHash<QString, QString> values;
    auto done = m_database.forEach("settings/all", {},
                                   [&](const Row &row) { values.insert(row.text(0), row.text(1)); });
    if (!done)
        return done.error();
    return values;
}

Result<QList<std::pair<QString, QString>>> SettingsTable::under(const QString &prefix) const
{
    return m_database.list<std::pair<QString, QString>>(
        "settings/under", {{":pattern", prefix + u'*'}},
        [](const Row &row) { return std::pair(row.text(0), row.text(1)); });
}

Result<QString> SettingsTable::newUid() const
{
    return m_database.one<QString>("settings/new_uid", {}, {}, [](const Row &row) { return row.text(0); });
}

Result<QString> SettingsTable::get(const QString &key) const
{
    return m_database.one<QString>("settings/get", {{":key", key}}, {},
                                   [](const Row &row) { return row.text(0); });
}

Result<void> SettingsTable::set(const QString &key, const QString &value)
{
    // A null QString would bind as NULL.
    auto done = m_database.run("settings/set", {{":key", key}, {":value", value.isNull() ? u""_s : value}});
    if (!done)
        return done.error();
    return {};
}

Result<void> SettingsTable::remove(const QString &key)
{
    auto done = m_database.run("settings/delete", {{":key", key}});
    if (!done)
        return done.error();
    return {};
}

} // namespace flaskcards
