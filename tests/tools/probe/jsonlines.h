// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace flaskcards::probe {

// Compact JSON with 17 significant digits.
QByteArray toText(const QJsonValue &value);

// Answers every line of the standard input with a line of output. Gives the exit status: 2 after a line that
// is no object or that `answer` refuses; "line N: what is wrong" then stands on the error output.
int answerLines(Result<QJsonValue> (*answer)(const QJsonObject &line));

// 2, having said so, if a command that takes no arguments got some; else 0.
int refuseArguments(const QStringList &arguments);

} // namespace flaskcards::probe
