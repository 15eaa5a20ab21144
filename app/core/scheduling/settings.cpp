// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr double leastRetention = 0.70;
constexpr double mostRetention = 0.99;
constexpr int mostIntervalDays = 36500;
constexpr int mostLapses = 9999;
constexpr double mostStepMinutes = 525'600; // a year
constexpr qsizetype mostSteps = 100;

constexpr std::pair<MemoryModelKind, QLatin1StringView> modelWords[] = {
    {MemoryModelKind::Fsrs6, "fsrs-6"_L1}, {MemoryModelKind::Fsrs7, "fsrs-7"_L1}};

Error wrong(QLatin1StringView key, const QString &wanted)
{
    return {ErrorCode::Invalid, key + ": "_L1 + wanted};
}

QJsonArray toArray(std::span<const double> numbers)
{
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return array;
}

// Reads one kind of value out of the object and keeps the first complaint.
class Reader
{
public:
    explicit Reader(const QJsonObject &object) : m_object(object) {}

    void read(QLatin1StringView key, bool &into) { take(key, &Reader::asFlag, into); }
    void read(QLatin1StringView key, int &into) { take(key, &Reader::asWhole, into); }
    void read(QLatin1StringView key, double &into) { take(key, &Reader::asNumber, into); }
    void read(QLatin1StringView key, QList<double> &into) { take(key, &Reader::asNumbers, into); }
    void read(QLatin1StringView key, Fsrs6Parameters &into) { take(key, &Reader::asParameters, into); }
    void read(QLatin1StringView key, MemoryModelKind &into) { take(key, &Reader::asModel, into); }

    const std::optional<Error> &error() const { return m_error; }

private:
    template <typename T>
    void take(QLatin1StringView key, Result<T> (*convert)(QLatin1StringView, const QJsonValue &), T &into)
    {
        const QJsonValue value = m_object.value(key);
        if (m_error || value.isUndefined())
            return;
        if (const auto converted = convert(key, value))
            into = *converted;
        else
            m_error = converted.error();
    }

    static Result<bool> asFlag(QLatin1StringView key, const QJsonValue &value)
    {
        if (!value.isBool())
            return wrong(key, u"true or false wanted"_s);
        return value.toBool();
    }
    static Result<double> asNumber(QLatin1StringView key, const QJsonValue &value)
    {
        if (!value.isDouble() || !std::isfinite(value.toDouble()))
            return wrong(key, u"a number wanted"_s);
        return value.toDouble();
    }
    static Result<int> asWhole(QLatin1StringView key, const QJsonValue &value)
    {
        const double number = value.toDouble(0.5);
        if (std::abs(number) > 1e9 || number != std::trunc(number))
            return wrong(key, u"a whole number wanted"_s);
        return int(number);
    }
    static Result<QList<double>> asNumbers(QLatin1StringView key, const QJsonValue &value)
    {
        if (!value.isArray())
            return wrong(key, u"a list of numbers wanted"_s);
        QList<double> numbers;
        const QJsonArray array = value.toArray();
        for (const auto &element : array) {
            const auto number = asNumber(key, element);
            if (!number)
                return number.error();
            numbers.append(*number);
        }
        return numbers;
    }
    static Result<MemoryModelKind> asModel(QLatin1StringView key, const QJsonValue &value)
    {
        for (const auto &[kind, word] : modelWords) {
            if (value.toString() == word)
                return kind;
        }
        return wrong(key, u"fsrs-6 or fsrs-7 wanted"_s);
    }
    static Result<Fsrs6Parameters> asParameters(QLatin1StringView key, const QJsonValue &value)
    {
        const auto numbers = asNumbers(key, value);
        return numbers ? Fsrs6::complete(*numbers) : numbers.error();
    }

    const QJsonObject &m_object;
    std::optional<Error> m_error;
};

Result<void> checkSteps(QLatin1StringView key, const QList<double> &minutes)
{
    if (minutes.size() > mostSteps)
        return wrong(key, u"at most %1 steps"_s.arg(mostSteps));
    for (const double step : minutes) {
        if (!(step > 0 && step <= mostStepMinutes))
            return wrong(key, u"minutes above 0 and up to %1"_s.arg(mostStepMinutes, 0, 'f', 0));
    }
    return {};
}

Result<void> checkNumbers(const SchedulingSettings &settings)
{
    if (!(settings.desiredRetention >= leastRetention && settings.desiredRetention <= mostRetention))
        return wrong("desiredRetention"_L1, u"%1 to %2"_s.arg(leastRetention).arg(mostRetention));
    if (settings.maximumIntervalDays < 1 || settings.maximumIntervalDays > mostIntervalDays)
        return wrong("maximumIntervalDays"_L1, u"1 to %1"_s.arg(mostIntervalDays));
    if (settings.leechThreshold < 0 || settings.leechThreshold > mostLapses)
        return wrong("leechThreshold"_L1, u"0 to %1"_s.arg(mostLapses));
    return {};
}

} // namespace

QByteArray SchedulingSettings::toJson() const
{
    // QJsonObject keeps its keys sorted.
    QJsonObject object{{u"parameters"_s, toArray(parameters)},
                       {u"desiredRetention"_s, desiredRetention},
                       {u"learningStepsMinutes"_s, toArray(learningStepsMinutes)},
                       {u"relearningStepsMinutes"_s, toArray(relearningStepsMinutes)},
                       {u"maximumIntervalDays"_s, maximumIntervalDays},
                       {u"leechThreshold"_s, leechThreshold},
                       {u"shortTermWithSteps"_s, shortTermWithSteps},
                       {u"fuzz"_s, fuzz}};
    // Left out where it is the usual one: settings from before there was a choice keep their bytes.
    if (model != MemoryModelKind::Fsrs6)
        object.insert(u"model"_s, QString(modelWords[size_t(model)].second));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<SchedulingSettings> SchedulingSettings::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return Error{ErrorCode::Invalid,
                     u"scheduling settings are no JSON object: "_s + problem.errorString()};
    const QJsonObject object = document.object();
    SchedulingSettings settings;
    Reader reader(object);
    reader.read("model"_L1, settings.model);
    reader.read("parameters"_L1, settings.parameters);
    reader.read("desiredRetention"_L1, settings.desiredRetention);
    reader.read("learningStepsMinutes"_L1, settings.learningStepsMinutes);
    reader.read("relearningStepsMinutes"_L1, settings.relearningStepsMinutes);
    reader.read("maximumIntervalDays"_L1, settings.maximumIntervalDays);
    reader.read("leechThreshold"_L1, settings.leechThreshold);
    reader.read("shortTermWithSteps"_L1, settings.shortTermWithSteps);
    reader.read("fuzz"_L1, settings.fuzz);
    if (reader.error())
        return *reader.error();
    if (const auto checked = checkSettings(settings); !checked)
        return checked.error();
    return settings;
}

MemoryModel memoryModel(const SchedulingSettings &settings)
{
    if (settings.model == MemoryModelKind::Fsrs7)
        return Fsrs7();
    return Fsrs6(settings.parameters, int(settings.relearningStepsMinutes.size()));
}

Result<void> checkSettings(const SchedulingSettings &settings)
{
    if (const auto parameters = Fsrs6::complete(settings.parameters); !parameters)
        return parameters.error();
    if (auto numbers = checkNumbers(settings); !numbers)
        return numbers;
    if (auto steps = checkSteps("learningStepsMinutes"_L1, settings.learningStepsMinutes); !steps)
        return steps;
    return checkSteps("relearningStepsMinutes"_L1, settings.relearningStepsMinutes);
}

} // namespace flaskcards
