// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "jsonlines.h"
#include "ruleanswers.h"

namespace flaskcards::probe {

namespace {

Result<QJsonValue> answerObject(const QJsonObject &line)
{
    const auto answer = ruleAnswer(line);
    if (!answer)
        return answer.error();
    return QJsonValue(QJsonObject{{u"answer"_s, *answer}});
}

} // namespace

int runRules(const QStringList &arguments)
{
    if (const int refused = refuseArguments(arguments))
        return refused;
    return answerLines(answerObject);
}

} // namespace flaskcards::probe
