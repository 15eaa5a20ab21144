// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/preferences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

using Settings = QHash<QString, QString>;

// How one field is written and read; reading gives false for what makes no sense and leaves the field alone.
struct Field {
    QLatin1StringView key;
    std::function<QString(const Preferences &)> text;
    std::function<bool(const QString &, Preferences &)> read;
};

Field number(QLatin1StringView key, int Preferences::*field, int least, int most)
{
    return {key, [=](const Preferences &preferences) { return QString::number(preferences.*field); },
            [=](const QString &text, Preferences &preferences) {
                bool ok = false;
                const int value = text.toInt(&ok);
                if (ok && value >= least && value <= most)
                    preferences.*field = value;
                return ok && value >= least && value <= most;
            }};
}

Field flag(QLatin1StringView key, bool Preferences::*field)
{
    return {key, [=](const Preferences &preferences) { return QString::number(int(preferences.*field)); },
            [=](const QString &text, Preferences &preferences) {
                const bool known = text == "0"_L1 || text == "1"_L1;
                if (known)
                    preferences.*field = text == "1"_L1;
                return known;
            }};
}

// The words stand in the order of the enumerators.
template <typename Choice>
Field choice(QLatin1StringView key, Choice Preferences::*field, const QStringList &words)
{
    return {key, [=](const Preferences &preferences) { return words.at(int(preferences.*field)); },
            [=](const QString &text, Preferences &preferences) {
                const auto index = words.indexOf(text);
                if (index >= 0)
                    preferences.*field = Choice(index);
                return index >= 0;
            }};
}

QString joined(const QList<int> &numbers)
{
    QStringList texts;
    for (const int value : numbers)
        texts.append(QString::number(value));
    return texts.join(u',');
}

std::optional<QList<int>> numbersIn(const QString &text)
{
    QList<int> numbers;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool ok = false;
        numbers.append(part.toInt(&ok));
        if (!ok)
            return std::nullopt;
    }
    return numbers;
}

bool readLimits(const QString &text, Preferences &preferences)
{
    const auto numbers = numbersIn(text);
    if (!numbers || numbers->size() != 3 || numbers->at(1) < 0 || numbers->at(2) < 0)
        return false;
    preferences.todayOnly = {numbers->at(0), numbers->at(1), numbers->at(2)};
    return true;
}

QString weekText(const WeekShares &week)
{
    QList<int> percents;
    for (const double share : week)
        percents.append(int(std::lround(share * 100)));
    return joined(percents);
}

bool readWeek(const QString &text, Preferences &preferences)
{
    const auto numbers = numbersIn(text);
    if (!numbers || numbers->size() != qsizetype(preferences.week.size()))
        return false;
    if (std::all_of(numbers->cbegin(), numbers->cend(), [](int percent) { return percent == 0; }))
        return false; // some day must take the reviews
    WeekShares week{};
    for (size_t day = 0; day < week.size(); ++day) {
        const int percent = numbers->at(qsizetype(day));
        if (percent < 0 || percent > 100)
            return false;
        week[day] = percent / 100.0;
    }
    preferences.week = week;
    return true;
}

bool readDaysOff(const QString &text, Preferences &preferences)
{
    auto days = numbersIn(text);
    if (!days)
        return false;
    std::sort(days->begin(), days->end());
    days->erase(std::unique(days->begin(), days->end()), days->end());
    preferences.daysOff = *days;
    return true;
}

bool readScheduling(const QString &text, Preferences &preferences)
{
    auto scheduling = SchedulingSettings::fromJson(text.toUtf8());
    if (scheduling)
        preferences.scheduling = *scheduling;
    return bool(scheduling);
}

QString topicsText(const QHash<QString, TopicParameters> &topics)
{
    QJsonObject object;
    for (const auto &[topic, parameters] : topics.asKeyValueRange()) {
        QJsonArray array;
        for (const double value : parameters)
            array.append(value);
        object.insert(topic, array);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool readTopics(const QString &text, Preferences &preferences)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    QHash<QString, TopicParameters> topics;
    const QJsonObject object = document.object();
    for (auto topic = object.begin(); topic != object.end(); ++topic) {
        const QJsonArray array = topic.value().toArray();
        TopicParameters parameters{};
        if (array.size() != qsizetype(parameters.size()))
            return false;
        for (size_t i = 0; i < parameters.size(); ++i) {
            parameters[i] = array.at(qsizetype(i)).toDouble(-1);
            if (!(parameters[i] >= 0))
                return false;
        }
        topics.insert(topic.key(), parameters);
    }
    if (document.isObject())
        preferences.topicParameters = topics;
    return document.isObject();
}

QString keysText(const QHash<QString, QString> &keys)
{
    QJsonObject object;
    for (const auto &[command, key] : keys.asKeyValueRange())
        object.insert(command, key);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool readKeys(const QString &text, Preferences &preferences)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonObject object = document.object();
    QHash<QString, QString> keys;
    for (auto key = object.begin(); key != object.end(); ++key) {
        if (!key.value().isString())
            return false;
        keys.insert(key.key(), key.value().toString());
    }
    if (document.isObject())
        preferences.keys = keys;
    return document.isObject();
}

const std::vector<Field> &fields()
{
    static const std::vector<Field> all = {
        number("study/minutes-per-day"_L1, &Preferences::minutesPerDay, 5, 600),
        number("study/new-per-day"_L1, &Preferences::newPerDay, 0, 999),
        number("study/reviews-per-day"_L1, &Preferences::reviewsPerDay, 0, 9999),
        {"study/today-only"_L1,
         [](const Preferences &preferences) {
             const DayLimits &limits = preferences.todayOnly;
             return joined({limits.day, limits.newPerDay, limits.reviewsPerDay});
         },
         readLimits},
        number("study/learn-ahead-minutes"_L1, &Preferences::learnAheadMinutes, 0, 720),
        number("study/rollover-hour"_L1, &Preferences::rolloverHour, 0, 23),
        number("study/interview-day"_L1, &Preferences::interviewDay, 0, 1'000'000),
        {"study/scheduling"_L1,
         [](const Preferences &preferences) { return QString::fromUtf8(preferences.scheduling.toJson()); },
         readScheduling},
        {"study/topic-parameters"_L1,
         [](const Preferences &preferences) { return topicsText(preferences.topicParameters); }, readTopics},
        flag("study/fit-automatically"_L1, &Preferences::fitAutomatically),
        choice("study/new-order"_L1, &Preferences::newOrder,
               {u"teaching"_s, u"level"_s, u"prerequisites"_s, u"random"_s}),
        choice("study/review-order"_L1, &Preferences::reviewOrder,
               {u"recall"_s, u"due"_s, u"difficulty"_s, u"random"_s}),
        choice("study/leech-action"_L1, &Preferences::leechAction, {u"mark"_s, u"suspend"_s}),
        flag("study/balance"_L1, &Preferences::balanceLoad),
        {"study/week"_L1, [](const Preferences &preferences) { return weekText(preferences.week); },
         readWeek},
        {"study/days-off"_L1, [](const Preferences &preferences) { return joined(preferences.daysOff); },
         readDaysOff},
        flag("study/two-grades"_L1, &Preferences::twoGrades),
        flag("study/ask-confidence"_L1, &Preferences::askConfidence),
        flag("study/speaking-clock"_L1, &Preferences::speakingClock),
        flag("study/record-voice"_L1, &Preferences::recordVoice),
        choice("look/theme"_L1, &Preferences::theme, {u"system"_s, u"light"_s, u"dark"_s}),
        number("look/text-percent"_L1, &Preferences::textPercent, 80, 200),
        {"look/keys"_L1, [](const Preferences &preferences) { return keysText(preferences.keys); }, readKeys},
    };
    return all;
}

} // namespace

SchedulingSettings Preferences::schedulingOf(const QString &topic) const
{
    SchedulingSettings settings = scheduling;
    const auto own = topicParameters.constFind(topic);
    if (own != topicParameters.cend())
        std::copy(own->begin(), own->end(), settings.parameters.begin());
    return settings;
}

QHash<QString, QString> toSettings(const Preferences &preferences)
{
    Settings settings;
    for (const Field &field : fields())
        settings.insert(QString(field.key), field.text(preferences));
    return settings;
}

Preferences preferencesFrom(const QHash<QString, QString> &settings, QStringList *damaged)
{
    Preferences preferences;
    QStringList bad;
    for (const Field &field : fields()) {
        const auto text = settings.constFind(QString(field.key));
        if (text != settings.cend() && !field.read(*text, preferences))
            bad.append(QString(field.key));
    }
    if (damaged)
        *damaged = bad;
    return preferences;
}

} // namespace flaskcards
