// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlines.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace flaskcards::probe {

namespace {

QByteArray quoted(const QString &text)
{
    return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

QByteArray arrayText(const QJsonArray &array)
{
    QByteArrayList parts;
    for (const auto &value : array)
        parts.append(toText(value));
    return '[' + parts.join(", ") + ']';
}

QByteArray objectText(const QJsonObject &object)
{
    QByteArrayList parts;
    for (auto it = object.begin(); it != object.end(); ++it)
        parts.append(quoted(it.key()) + ": " + toText(it.value()));
    return '{' + parts.join(", ") + '}';
}

Result<QJsonValue> answered(const QByteArray &line, Result<QJsonValue> (*answer)(const QJsonObject &))
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorCode::Invalid, problem.errorString()};
    if (!document.isObject())
        return Error{ErrorCode::Invalid, u"an object is wanted"_s};
    return answer(document.object());
}

} // namespace

QByteArray toText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double:
        return QByteArray::number(value.toDouble(), 'g', 17);
    case QJsonValue::String:
        return quoted(value.toString());
    case QJsonValue::Array:
        return arrayText(value.toArray());
    case QJsonValue::Object:
        return objectText(value.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return "null";
}

int answerLines(Result<QJsonValue> (*answer)(const QJsonObject &line))
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    for (int number = 1;; ++number) {
        const QByteArray line = in.readLine();
        if (line.isEmpty())
            return out.flush() ? 0 : 1;
        const auto result = answered(line, answer);
        if (!result) {
            out.flush();
            std::fprintf(stderr, "line %d: %s\n", number, qUtf8Printable(result.error().context));
            return 2;
        }
        out.write(toText(*result) + '\n');
    }
}

int refuseArguments(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return 0;
    std::fprintf(stderr, "unknown argument: %s\n", qUtf8Printable(arguments.first()));
    return 2;
}

} // namespace flaskcards::probe
