// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <cmath>
#include <limits>

namespace flaskcards::probe {

using namespace Qt::StringLiterals;

// Typed reading of a JSON object. The first field that is missing or of another kind is kept as the error;
// what is read after it has no meaning.
class Fields
{
public:
    explicit Fields(const QJsonObject &object) : m_object(object) {}

    const std::optional<Error> &error() const { return m_error; }
    void fail(const QString &what)
    {
        if (!m_error)
            m_error = Error{ErrorCode::Invalid, what};
    }

    QJsonValue any(QLatin1StringView key)
    {
        QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            fail(u"\"%1\" is missing"_s.arg(key));
        return value;
    }
    QString word(QLatin1StringView key)
    {
        const QJsonValue value = any(key);
        if (!value.isString())
            fail(u"\"%1\" must be a string"_s.arg(key));
        return value.toString();
    }
    bool flag(QLatin1StringView key)
    {
        const QJsonValue value = any(key);
        if (!value.isBool())
            fail(u"\"%1\" must be true or false"_s.arg(key));
        return value.toBool();
    }
    double number(QLatin1StringView key) { return asNumber(key, any(key)); }
    int whole(QLatin1StringView key) { return asInt(key, any(key)); }
    qint64 large(QLatin1StringView key) { return asLarge(key, any(key)); }
    std::optional<double> numberOrNull(QLatin1StringView key)
    {
        const QJsonValue value = any(key);
        return value.isNull() ? std::nullopt : std::optional(asNumber(key, value));
    }
    QJsonObject object(QLatin1StringView key)
    {
        const QJsonValue value = any(key);
        if (!value.isObject())
            fail(u"\"%1\" must be an object"_s.arg(key));
        return value.toObject();
    }
    QJsonArray array(QLatin1StringView key)
    {
        const QJsonValue value = any(key);
        if (!value.isArray())
            fail(u"\"%1\" must be a list"_s.arg(key));
        return value.toArray();
    }
    QList<double> numbers(QLatin1StringView key)
    {
        QList<double> list;
        for (const auto &value : array(key))
            list.append(asNumber(key, value));
        return list;
    }
    QList<int> wholes(QLatin1StringView key)
    {
        QList<int> list;
        for (const auto &value : array(key))
            list.append(asInt(key, value));
        return list;
    }

private:
    double asNumber(QLatin1StringView key, const QJsonValue &value)
    {
        if (!value.isDouble() || !std::isfinite(value.toDouble()))
            fail(u"\"%1\" must be a number"_s.arg(key));
        return value.toDouble();
    }
    qint64 asLarge(QLatin1StringView key, const QJsonValue &value)
    {
        const double number = value.toDouble(0.5);
        if (number != std::trunc(number) || std::abs(number) > 1e15) {
            fail(u"\"%1\" must be a whole number"_s.arg(key));
            return 0;
        }
        return qint64(number);
    }
    int asInt(QLatin1StringView key, const QJsonValue &value)
    {
        const qint64 number = asLarge(key, value);
        if (std::abs(number) > std::numeric_limits<int>::max())
            fail(u"\"%1\" is too large"_s.arg(key));
        return int(number);
    }

    QJsonObject m_object;
    std::optional<Error> m_error;
};

} // namespace flaskcards::probe
