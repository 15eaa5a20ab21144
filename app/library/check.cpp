// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"

#include "library/checklog.h"
#include "library/checksearch.h"
#include "library/replay.h"
#include "storage/filecopy.h"
#include "storage/integrity.h"
#include "storage/rawlog.h"
#include "storage/textcheck.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

template <typename T>
void compare(QStringList &parts, const char *what, const T &stored, const T &replayed)
{
    if (stored != replayed)
        parts.append(QString::fromLatin1(what));
}

QString difference(const Schedule &stored, const Schedule &replayed)
{
    QStringList parts;
    compare(parts, "phase", stored.phase, replayed.phase);
    compare(parts, "memory", stored.memory, replayed.memory);
    compare(parts, "steps", stored.remainingSteps, replayed.remainingSteps);
    compare(parts, "interval", stored.intervalDays, replayed.intervalDays);
    compare(parts, "due day", stored.dueDay, replayed.dueDay);
    compare(parts, "due time", stored.dueAtMs, replayed.dueAtMs);
    compare(parts, "last answer", stored.lastAnswerAtMs, replayed.lastAnswerAtMs);
    compare(parts, "answers", stored.answers, replayed.answers);
    compare(parts, "lapses", stored.lapses, replayed.lapses);
    compare(parts, "leech", stored.leech, replayed.leech);
    return parts.join(u", "_s);
}

using Read = Result<Findings>;

Finding finding(FindingKind kind, const QString &sentence, const QString &question = {})
{
    return {.kind = kind, .question = question, .sentence = sentence};
}

Finding fileFinding(const QString &what)
{
    return {.kind = FindingKind::File,
            .sentence = Words::tr("The file itself is damaged (%1). A backup can be restored, or what is "
                                  "readable salvaged.")
                            .arg(what),
            .canBeRepaired = false};
}

Read ofTheFile(const Store &store)
{
    const auto integrity = readIntegrity(store.database);
    if (!integrity)
        return integrity.error();
    Findings found;
    for (const QString &words : integrity->pages)
        found.append(fileFinding(words));
    if (integrity->twins)
        found.append({.kind = FindingKind::Twin,
                      .sentence = Words::tr("Rows that should be unique are there twice. Salvaging the file "
                                            "sorts them out."),
                      .canBeRepaired = false});
    for (const QString &words : integrity->indexes) {
        found.append(
            finding(FindingKind::Index, Words::tr("An index differs from its table (%1).").arg(words)));
        found.last().canBeRepaired = !integrity->twins;
    }
    return found;
}

Result<Slugs> slugsOf(const Store &store)
{
    Slugs slugs;
    const auto known = store.questions.known();
    if (!known)
        return known.error();
    for (const auto &[slug, question] : known->asKeyValueRange())
        slugs.insert(question.id, slug);
    return slugs;
}

QString tableWords(const QString &table)
{
    if (table == "reviews"_L1)
        return Words::tr("answers");
    if (table == "moves"_L1)
        return Words::tr("moves of cards");
    if (table == "cards"_L1)
        return Words::tr("cards");
    return Words::tr("notes of when something was changed");
}

Read ofLinks(const Store &store)
{
    const auto links = brokenLinks(store.database);
    if (!links)
        return links.error();
    QMap<QString, int> counts;
    for (const QString &table : *links)
        ++counts[table];
    Findings found;
    for (const auto &[table, count] : counts.asKeyValueRange())
        found.append(finding(
            FindingKind::Link,
            Words::tr("%n row(s) belong to a question or to settings that are not there: %1.", nullptr, count)
                .arg(tableWords(table))));
    return found;
}

// Cards that are missing, and flags that there are not.
Read ofCards(const Store &store, const Slugs &slugs)
{
    Findings found;
    auto read = store.database.forEach("questions/without_card", {}, [&](const Row &row) {
        found.append(finding(FindingKind::Card, Words::tr("The question “%1” has no card.").arg(row.text(1)),
                             row.text(1)));
    });
    if (!read)
        return read.error();
    read = store.database.forEach("cards/wrong_flags", {}, [&](const Row &row) {
        const QString slug = slugs.value({row.int64(0)});
        found.append(finding(FindingKind::Card,
                             Words::tr("The card of “%1” has a flag that there is not.").arg(slug), slug));
    });
    if (!read)
        return read.error();
    return found;
}

Read ofReplay(const Store &store)
{
    const auto report = replayAll(store);
    if (!report)
        return report.error();
    Findings found;
    for (const QString &card : report->differ)
        found.append(finding(FindingKind::Card,
                             Words::tr("A card differs from what its answers make of it: %1.").arg(card),
                             card.section(u": "_s, 0, 0)));
    return found;
}

Read ofPresets(const Store &store)
{
    const auto presets = store.reviews.presets();
    if (!presets)
        return presets.error();
    Findings found;
    for (const auto &[id, json] : *presets) {
        if (!SchedulingSettings::fromJson(json.toUtf8()))
            found.append(
                finding(FindingKind::Settings,
                        Words::tr("The scheduling settings number %1, under which answers were given, "
                                  "cannot be read.")
                            .arg(id.value)));
    }
    return found;
}

QString textSentence(const DamagedTexts &damaged)
{
    switch (damaged.table) {
    case DamagedTexts::Of::Questions:
        return Words::tr("A text of question number %1 is damaged.").arg(damaged.row);
    case DamagedTexts::Of::Cards:
        return Words::tr("A text of the card of question number %1 is damaged.").arg(damaged.row);
    case DamagedTexts::Of::Undo:
        return Words::tr("A text of the history is damaged.");
    case DamagedTexts::Of::Settings:
        break;
    }
    return Words::tr("The text of a setting is damaged: %1.").arg(QString::fromUtf8(damaged.texts.first()));
}

Read ofTexts(const Store &store)
{
    const auto damaged = damagedTexts(store.database);
    if (!damaged)
        return damaged.error();
    Findings found;
    for (const DamagedTexts &texts : *damaged)
        found.append(finding(FindingKind::Text, textSentence(texts)));
    return found;
}

Read ofSearch(const Store &store, const Slugs &slugs)
{
    const auto faults = searchFaults(store);
    if (!faults)
        return faults.error();
    Findings found;
    if (faults->index)
        found.append(finding(FindingKind::Search, Words::tr("The search index is damaged in itself.")));
    for (const QuestionId id : faults->questions)
        found.append(finding(FindingKind::Search,
                             Words::tr("The search does not know “%1” as it is now.").arg(slugs.value(id)),
                             slugs.value(id)));
    if (!faults->rows.isEmpty())
        found.append(
            finding(FindingKind::Search, Words::tr("The search finds %n question(s) that are not there.",
                                                   nullptr, int(faults->rows.size()))));
    return found;
}

Read ofSettings(const Store &store)
{
    const auto settings = store.settings.all();
    if (!settings)
        return settings.error();
    QStringList damaged;
    preferencesFrom(*settings, &damaged);
    Findings found;
    for (const QString &key : std::as_const(damaged))
        found.append(
            finding(FindingKind::Setting,
                    Words::tr("The setting %1 cannot be understood; its default is in force.").arg(key)));
    return found;
}

Read ofHistory(const Store &store)
{
    Findings found;
    auto read = store.database.forEach("undo/all_changes", {}, [&](const Row &row) {
        if (!describeChangeset(row.blob(1)))
            found.append(finding(FindingKind::Undo,
                                 Words::tr("Step %1 of the history cannot be taken back: it cannot be read.")
                                     .arg(row.int64(0))));
    });
    if (!read)
        return read.error();
    return found;
}

Read collected(const Store &store, std::optional<qint64> nowMs, const std::function<bool()> &goOn)
{
    auto found = ofTheFile(store);
    if (!found || !found->isEmpty()) // what is behind a lying index is not to be judged
        return found;
    const auto slugs = slugsOf(store);
    if (!slugs)
        return slugs.error();
    const auto log = readLogRows(store.database);
    if (!log)
        return log.error();
    const std::function<Read()> parts[] = {
        [&] { return ofLinks(store); },          [&] { return Read(logFindings(*log, *slugs, nowMs)); },
        [&] { return ofPresets(store); },        [&] { return ofReplay(store); },
        [&] { return ofCards(store, *slugs); },  [&] { return ofTexts(store); },
        [&] { return ofSettings(store); },       [&] { return ofHistory(store); },
        [&] { return ofSearch(store, *slugs); },
    };
    for (const auto &part : parts) {
        if (goOn && !goOn())
            return Error{ErrorCode::NotFound, u"check"_s};
        const auto more = part();
        if (!more)
            return more;
        found->append(*more);
    }
    return found;
}

// Damage that shows itself while reading is what was looked for.
Read asFinding(const Read &read)
{
    if (!read && read.error().code == ErrorCode::Corrupt)
        return Findings{fileFinding(read.error().context)};
    return read;
}

} // namespace

QString findingWord(FindingKind kind)
{
    constexpr std::array words = {"file",   "index", "twin",     "link", "card",   "day",     "time",
                                  "answer", "order", "settings", "text", "search", "setting", "undo"};
    return QLatin1StringView(words.at(size_t(kind)));
}

Result<ReplayReport> replayAll(const Store &store)
{
    const auto replay = Replay::read(store);
    if (!replay)
        return replay.error();
    const auto cards = store.cards.all();
    if (!cards)
        return cards.error();

    ReplayReport report{.cards = int(cards->size()), .reviews = replay->reviews(), .differ = {}};
    for (const StoredCard &stored : *cards) {
        const Schedule wanted = replay->run(stored.card.question, stored.fuzzSeed);
        if (wanted != stored.card.schedule)
            report.differ.append(u"%1: %2"_s.arg(stored.fuzzSeed, difference(stored.card.schedule, wanted)));
    }
    return report;
}

Result<Findings> findings(const Store &store, qint64 nowMs)
{
    return asFinding(collected(store, nowMs, {}));
}

Result<Findings> findingsOf(const QString &databasePath, qint64 nowMs, const std::function<bool()> &goOn)
{
    auto database = Database::open(databasePath, Database::Access::ReadOnly);
    if (!database)
        return asFinding(database.error());
    // One state of the store, whatever is written meanwhile.
    if (auto begun = (*database)->executeScript("BEGIN"); !begun)
        return asFinding(begun.error());
    return asFinding(collected(Store(**database), nowMs, goOn));
}

Result<FileReport> reportOnFile(const QString &databasePath, qint64 nowMs)
{
    QString path = databasePath;
    auto found = findingsOf(path, nowMs);
    std::unique_ptr<PrivateCopy> copy;
    if (!found && found.error().code == ErrorCode::Io) { // SQLite cannot put its log's index beside it
        auto copied = PrivateCopy::of(path);
        if (!copied)
            return copied.error();
        copy = *std::move(copied);
        path = copy->path();
        found = findingsOf(path, nowMs);
    }
    if (!found)
        return found.error();
    FileReport report{.found = *std::move(found)};
    if (!report.found.isEmpty())
        return report;
    const auto database = Database::open(path, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    const auto answers = Store(**database).reviews.count();
    if (!answers)
        return answers.error();
    report.answers = *answers;
    return report;
}

Result<void> lookThrough(const QString &databasePath)
{
    auto database = Database::open(databasePath, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    return refuseDamage(**database);
}

Result<QStringList> checkStore(const Store &store, std::optional<qint64> nowMs)
{
    const auto found = asFinding(collected(store, nowMs, {}));
    if (!found)
        return found.error();
    QStringList lines;
    QMap<QString, QList<qint64>> times;
    for (const Finding &one : *found) {
        if (one.kind != FindingKind::Time)
            lines.append(findingWord(one.kind) + u": "_s + one.sentence);
        else
            times[one.detail].append(one.atMs.value_or(0));
    }
    // One line a fault: a clock that was wrong for a sitting leaves a hundred of them.
    for (const auto &[fault, moments] : times.asKeyValueRange()) {
        const QDateTime first = QDateTime::fromMSecsSinceEpoch(moments.first(), Qt::UTC);
        lines.append(u"time: %1: %2 of the answers, the first of them at %3 UTC"_s.arg(fault)
                         .arg(moments.size())
                         .arg(first.toString(u"yyyy-MM-dd HH:mm"_s)));
    }
    return lines;
}

} // namespace flaskcards
