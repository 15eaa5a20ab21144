// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal can hand over: arguments, apart by NUL or line ends.
#include "cli/commandline.h"
#include "fuzz/require.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QRegularExpression apart(u"[\\n\\0]"_s);
    const QStringList words = fuzz::text(data, size).split(apart);
    const auto line = parseCommandLine(QStringList{u"flaskcards"_s} + words);
    if (!line) {
        require(!line.error().context.isEmpty(), "a fault has words");
    } else if (!line->help && !line->version) {
        require(line->count >= 0 && line->days >= 1, "numbers are in range");
        require(!line->command.isEmpty() || line->arguments.isEmpty(), "arguments belong to a command");
        require(!line->place.dataDir.isNull(), "there is a folder for the cards");
    }
    constexpr qint64 tenThousandYearsMs = 10'000LL * 366 * 86'400'000;
    for (const QString &word : words) {
        const auto shift = clockShiftMs(word);
        if (shift)
            require(qAbs(*shift) < tenThousandYearsMs, "a moment is one of the calendar");
        else
            require(!shift.error().context.isEmpty(), "a fault has words");
    }
    return 0;
}
