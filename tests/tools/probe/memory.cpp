// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "jsonlines.h"
#include "memoryrows.h"

namespace flaskcards::probe {

int runMemory(const QStringList &arguments)
{
    if (const int refused = refuseArguments(arguments))
        return refused;
    return answerLines(memoryAnswer);
}

} // namespace flaskcards::probe
