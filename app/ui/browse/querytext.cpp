// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/querytext.h"

#include "library/words.h"
#include "ui/icons.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Filters", text);
}

struct StateWord {
    QLatin1StringView word;
    const char *name;
};

// In the order of CardState.
constexpr StateWord stateWords[] = {
    {"due"_L1, QT_TRANSLATE_NOOP("Filters", "Due")},
    {"new"_L1, QT_TRANSLATE_NOOP("Filters", "New")},
    {"learning"_L1, QT_TRANSLATE_NOOP("Filters", "Learning")},
    {"review"_L1, QT_TRANSLATE_NOOP("Filters", "In review")},
    {"suspended"_L1, QT_TRANSLATE_NOOP("Filters", "Suspended")},
    {"buried"_L1, QT_TRANSLATE_NOOP("Filters", "Buried until tomorrow")},
    {"flagged"_L1, QT_TRANSLATE_NOOP("Filters", "Flagged")},
    {"leech"_L1, QT_TRANSLATE_NOOP("Filters", "Often forgotten")},
    {"own"_L1, QT_TRANSLATE_NOOP("Filters", "Your own")},
    {"edited"_L1, QT_TRANSLATE_NOOP("Filters", "In your words")},
    {"really-asked"_L1, QT_TRANSLATE_NOOP("Filters", "Really asked")},
};

constexpr QLatin1StringView flagWords[] = {"red"_L1,  "orange"_L1,    "green"_L1, "blue"_L1,
                                           "pink"_L1, "turquoise"_L1, "purple"_L1};

// Key and words of a condition that can be clicked together; the others have no key.
struct Words {
    QString key;
    QStringList values;
};

struct WordsOf {
    Words operator()(const TopicFilter &filter) const { return {u"topic"_s, filter.topics}; }
    Words operator()(const LevelFilter &filter) const
    {
        return listed(u"level"_s, filter.levels, [](Level level) { return levelWord(level); });
    }
    Words operator()(const KindFilter &filter) const
    {
        return listed(u"kind"_s, filter.kinds, [](Kind kind) { return kindWord(kind); });
    }
    Words operator()(const StateFilter &filter) const
    {
        return listed(u"is"_s, filter.states, [](CardState state) { return stateWords[int(state)].word; });
    }
    Words operator()(const FlagFilter &filter) const
    {
        return listed(u"flag"_s, filter.flags, [](int flag) { return flagWords[flag - 1]; });
    }
    Words operator()(const TagFilter &) const { return {}; }
    Words operator()(const AskedFilter &) const { return {}; }

    template <typename Value, typename WordOf>
    static Words listed(const QString &key, const QList<Value> &values, WordOf wordOf)
    {
        Words words{key, {}};
        for (const Value &value : values)
            words.values.append(QString(wordOf(value)));
        return words;
    }
};

// Where the term that begins at `at` ends. Quotes hold blanks together where the search language says so: in
// a phrase and in the values of a filter.
qsizetype termEnd(const QString &text, qsizetype at, bool isFilter)
{
    if (!isFilter && text.at(at) == u'"') {
        const qsizetype quote = text.indexOf(u'"', at + 1);
        return quote < 0 ? text.size() : quote + 1;
    }
    bool quoted = false;
    for (; at < text.size() && (quoted || !text.at(at).isSpace()); ++at) {
        if (isFilter && text.at(at) == u'"')
            quoted = !quoted;
    }
    return at;
}

// The text between the filters of that key.
QString withoutFilter(const QString &text, const QString &key)
{
    static const QStringList keys = {u"topic:"_s, u"level:"_s, u"kind:"_s, u"tag:"_s,
                                     u"is:"_s,    u"flag:"_s,  u"asked:"_s};
    QStringList kept;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        const bool excluded = text.at(at) == u'-' && at + 1 < text.size() && !text.at(at + 1).isSpace();
        const QStringView rest = QStringView(text).sliced(begin + (excluded ? 1 : 0));
        const bool isFilter = std::any_of(keys.cbegin(), keys.cend(), [&](const QString &start) {
            return rest.startsWith(start, Qt::CaseInsensitive);
        });
        at = termEnd(text, begin + (excluded ? 1 : 0), isFilter);
        if (excluded || !rest.startsWith(QString(key + u':'), Qt::CaseInsensitive))
            kept.append(text.sliced(begin, at - begin));
    }
    return kept.join(u' ');
}

FilterGroup stateGroup()
{
    FilterGroup group{u"is"_s, tr("State"), {}};
    for (const StateWord &state : stateWords)
        group.choices.append({QString(state.word), tr(state.name)});
    return group;
}

FilterGroup flagGroup()
{
    FilterGroup group{u"flag"_s, tr("Flag"), {}};
    for (int flag = 1; flag <= int(std::size(flagWords)); ++flag)
        group.choices.append({QString(flagWords[flag - 1]), flagName(flag)});
    return group;
}

} // namespace

QStringList filterValues(const Query &query, const QString &key)
{
    QStringList values;
    for (const Filter &filter : query.filters) {
        const Words words = std::visit(WordsOf(), filter.condition);
        if (!filter.excluded && words.key == key)
            values += words.values;
    }
    values.removeDuplicates();
    return values;
}

QString withFilter(const QString &text, const QString &key, const QStringList &values)
{
    const QString rest = withoutFilter(text, key);
    if (values.isEmpty())
        return rest;
    const QString filter = key + u':' + values.join(u',');
    return rest.isEmpty() ? filter + u' ' : filter + u' ' + rest;
}

QString withToggledFilter(const QString &text, const Query &query, const QString &key, const QString &value)
{
    QStringList values = filterValues(query, key);
    if (!values.removeOne(value))
        values.append(value);
    return withFilter(text, key, values);
}

Query withoutTopics(Query query)
{
    query.filters.removeIf([](const Filter &filter) {
        return !filter.excluded && std::holds_alternative<TopicFilter>(filter.condition);
    });
    return query;
}

QList<FilterGroup> filterGroups()
{
    FilterGroup levels{u"level"_s, tr("Level"), {}};
    for (int level = 0; level <= int(Level::Advanced); ++level)
        levels.choices.append({levelWord(Level(level)), levelName(Level(level))});
    FilterGroup kinds{u"kind"_s, tr("Kind"), {}};
    for (int kind = 0; kind <= int(Kind::Design); ++kind)
        kinds.choices.append({kindWord(Kind(kind)), kindName(Kind(kind))});
    return {levels, kinds, stateGroup(), flagGroup()};
}

} // namespace flaskcards
