// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/damagedsettings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Name {
    const char *key;
    const char *name;
};

constexpr Name names[] = {
    {"study/minutes-per-day", QT_TRANSLATE_NOOP("SettingNames", "Minutes a day")},
    {"study/new-per-day", QT_TRANSLATE_NOOP("SettingNames", "New cards a day")},
    {"study/reviews-per-day", QT_TRANSLATE_NOOP("SettingNames", "Reviews a day at most")},
    {"study/today-only", QT_TRANSLATE_NOOP("SettingNames", "Just for today")},
    {"study/learn-ahead-minutes", QT_TRANSLATE_NOOP("SettingNames", "How early a step may come")},
    {"study/rollover-hour", QT_TRANSLATE_NOOP("SettingNames", "Start of the day")},
    {"study/interview-day", QT_TRANSLATE_NOOP("SettingNames", "Interview")},
    {"study/scheduling", QT_TRANSLATE_NOOP("SettingNames", "Steps, intervals and memory")},
    {"study/topic-parameters", QT_TRANSLATE_NOOP("SettingNames", "Memory by topic")},
    {"study/fit-automatically", QT_TRANSLATE_NOOP("SettingNames", "Fit to my answers")},
    {"study/new-order", QT_TRANSLATE_NOOP("SettingNames", "Order of new cards")},
    {"study/review-order", QT_TRANSLATE_NOOP("SettingNames", "Order of reviews")},
    {"study/leech-action", QT_TRANSLATE_NOOP("SettingNames", "Cards that do not stick")},
    {"study/balance", QT_TRANSLATE_NOOP("SettingNames", "Spread the load")},
    {"study/week", QT_TRANSLATE_NOOP("SettingNames", "How much on each weekday")},
    {"study/days-off", QT_TRANSLATE_NOOP("SettingNames", "Days off")},
    {"study/two-grades", QT_TRANSLATE_NOOP("SettingNames", "Two grades")},
    {"study/ask-confidence", QT_TRANSLATE_NOOP("SettingNames", "Ask how sure I am")},
    {"study/speaking-clock", QT_TRANSLATE_NOOP("SettingNames", "Clock while answering")},
    {"look/theme", QT_TRANSLATE_NOOP("SettingNames", "Theme")},
    {"look/text-percent", QT_TRANSLATE_NOOP("SettingNames", "Text size")},
    {"look/keys", QT_TRANSLATE_NOOP("SettingNames", "Keys")},
};

} // namespace

QString settingName(const QString &key)
{
    for (const Name &name : names) {
        if (key == QLatin1StringView(name.key))
            return QCoreApplication::translate("SettingNames", name.name);
    }
    return key;
}

Operation keepDefaultsOperation(const Library &library)
{
    const QHash<QString, QString> inForce = toSettings(library.preferences());
    return {u"settings"_s, [inForce, damaged = library.damagedSettings()](Store &store) -> Result<void> {
                for (const QString &key : damaged) {
                    if (auto done = store.settings.set(key, inForce.value(key)); !done)
                        return done;
                }
                return {};
            }};
}

} // namespace flaskcards
