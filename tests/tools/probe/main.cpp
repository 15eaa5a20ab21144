// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds files through the scheduling core as the product uses it, so that outside numbers can be held against
// ours.
#include "commands.h"

#include <QCoreApplication>

#include <cstdio>

using namespace flaskcards::probe;

namespace {

struct Command {
    const char *name;
    const char *usage;
    int (*run)(const QStringList &arguments);
};

constexpr Command commands[] = {
    {"memory", "memory < sequences.jsonl > rows.jsonl", runMemory},
    {"rules", "rules < cases.jsonl > answers.jsonl", runRules},
    {"replay", "replay --data DIR", runReplay},
    {"fit", "fit LOG.csv [--train SHARE] [--epochs N] [--seed N]", runFit},
    {"score", "score LOG.csv [--parameters FILE.json] [--from SHARE]", runScore},
    {"speed", "speed", runSpeed},
};

int usage()
{
    for (const Command &command : commands)
        std::fprintf(stderr, "probe %s\n", command.usage);
    return 2;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    for (const Command &command : commands) {
        if (!arguments.isEmpty() && arguments.first() == QLatin1StringView(command.name))
            return command.run(arguments.mid(1));
    }
    return usage();
}
