// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHash>

namespace flaskcards {

class Database;

// Text values by key; what they mean is known above.
class SettingsTable
{
public:
    explicit SettingsTable(Database &database) : m_database(database) {}

    Result<QHash<QString, QString>> all() const;
    // Those whose keys begin so, by key.
    Result<QList<std::pair<QString, QString>>> under(const QString &prefix) const;
    Result<QString> get(const QString &key) const; // empty if absent
    Result<void> set(const QString &key, const QString &value);
    Result<void> remove(const QString &key);
    // A word for keys that no other machine makes as well.
    Result<QString> newUid() const;

private:
    Database &m_database;
};

} // namespace flaskcards
