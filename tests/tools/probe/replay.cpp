// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "library/check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace flaskcards::probe {

int runReplay(const QStringList &arguments)
{
    if (arguments.size() != 2 || arguments.first() != "--data"_L1) {
        std::fprintf(stderr, "probe replay --data DIR\n");
        return 2;
    }
    auto database = Database::open(arguments.last() + u"/flaskcards.db"_s, Database::Access::ReadOnly);
    if (!database) {
        std::fprintf(stderr, "%s\n", qPrintable(database.error().context));
        return 2;
    }
    const Store store(**database);
    const auto report = replayAll(store);
    if (!report) {
        std::fprintf(stderr, "%s\n", qPrintable(report.error().context));
        return 2;
    }
    const QJsonObject answer{{u"cards"_s, report->cards},
                             {u"reviews"_s, report->reviews},
                             {u"differ"_s, QJsonArray::fromStringList(report->differ)}};
    std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    return report->differ.isEmpty() ? 0 : 1;
}

} // namespace flaskcards::probe
