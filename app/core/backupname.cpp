// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backupname.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// In the order of the enumerators.
constexpr std::array reasonWords = {"auto"_L1,           "close"_L1,          "by-hand"_L1,
                                    "before-upgrade"_L1, "before-restore"_L1, "before-import"_L1,
                                    "before-repair"_L1,  "before-merge"_L1};

const QString timeFormat = u"yyyyMMdd'T'HHmmss'Z'"_s;

} // namespace

QString backupReasonWord(BackupReason reason)
{
    return reasonWords.at(size_t(reason));
}

QString backupFileName(const BackupName &name)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(name.atMs, Qt::UTC).toString(timeFormat);
    const QString number = name.number > 1 ? u"-%1"_s.arg(name.number) : QString();
    return u"flaskcards-%1-%2%3.db"_s.arg(time, backupReasonWord(name.reason), number);
}

std::optional<BackupName> parsedBackupName(const QString &fileName)
{
    static const QRegularExpression form(u"^flaskcards-(\\d{8}T\\d{6}Z)-([a-z-]+?)(?:-(\\d{1,4}))?\\.db$"_s);
    const auto match = form.match(fileName);
    const auto reason = std::find(reasonWords.begin(), reasonWords.end(), match.captured(2));
    QDateTime time = QDateTime::fromString(match.captured(1), timeFormat);
    if (!match.hasMatch() || reason == reasonWords.end() || !time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    const int number = match.captured(3).isEmpty() ? 1 : match.captured(3).toInt();
    return BackupName{time.toMSecsSinceEpoch(), BackupReason(reason - reasonWords.begin()), number};
}

} // namespace flaskcards
