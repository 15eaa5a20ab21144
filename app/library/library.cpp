// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/library.h"

#include "core/scheduling/studyday.h"
#include "core/timefaults.h"
#include "library/history.h"
#include "library/moves.h"
#include "storage/backup.h"

#include <QDateTime>
#include <QDir>
#include <QSignalBlocker>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView viewPrefix = "view/"_L1;

// What differs between them.
Result<void> writeSettings(Store &store, const Preferences &before, const Preferences &after)
{
    const QHash<QString, QString> known = toSettings(before);
    const QHash<QString, QString> wished = toSettings(after);
    for (const auto &[key, value] : wished.asKeyValueRange()) {
        if (known.value(key) == value)
            continue;
        if (auto done = store.settings.set(key, value); !done)
            return done;
    }
    return {};
}

bool mayCopy(Opening opening, ErrorCode whyNot)
{
    return opening == Opening::ReadOnly ||
           (opening == Opening::AsPermitted && (whyNot == ErrorCode::Io || whyNot == ErrorCode::NoSpace));
}

// After another program wrote, anything may be another thing.
Result<Changes> everything(const Store &store)
{
    const auto topics = store.questions.topics();
    if (!topics)
        return topics.error();
    const QList<QuestionId> all = topics->keys();
    const QSet<QuestionId> questions(all.begin(), all.end());
    return Changes{
        .questions = questions, .cards = questions, .reviews = true, .settings = true, .outside = true};
}

} // namespace

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/flaskcards"_s;
}

Result<std::unique_ptr<Library>> Library::open(const LibraryPlace &place, const Clock &clock)
{
    const QString path = place.dataDir + u"/flaskcards.db"_s;
    std::unique_ptr<PrivateCopy> privateCopy;
    auto database = place.opening == Opening::ReadOnly
                        ? Result<std::unique_ptr<Database>>(Error{})
                        : Database::open(path, Database::Access::ReadWrite, clock);
    if (!database && mayCopy(place.opening, database.error().code)) {
        auto copied = PrivateCopy::of(path);
        if (!copied)
            return copied.error();
        privateCopy = *std::move(copied);
        database = Database::open(privateCopy->path(), Database::Access::ReadWrite, clock);
        if (!database)
            return Error{database.error().code, path};
    }
    if (!database)
        return database.error();
    std::unique_ptr<Library> library(new Library(place, clock, std::move(privateCopy), *std::move(database)));
    if (auto loaded = library->loadPreferences(); !loaded)
        return loaded.error();
    library->m_bankReport = importBank(*library, place.bankDir);
    if (const auto version = library->m_database->dataVersion())
        library->m_dataVersion = *version;
    library->m_toldDay = library->today();
    return library;
}

Library::Library(LibraryPlace place, const Clock &clock, std::unique_ptr<PrivateCopy> copy,
                 std::unique_ptr<Database> database)
    : m_place(std::move(place)),
      m_clock(clock),
      m_copy(std::move(copy)),
      m_database(std::move(database)),
      m_store(std::make_unique<Store>(*m_database)),
      m_scheduler(m_preferences.scheduling),
      m_ahead(*m_store)
{
    m_database->setDamageHandler([this] { noteDamage(); });
}

void Library::noteDamage()
{
    if (m_isDamaged)
        return;
    m_isDamaged = true;
    QMetaObject::invokeMethod(this, &Library::damaged, Qt::QueuedConnection);
}

Library::~Library()
{
    if (m_replaced && !saveMine())
        m_database->takeLogAway(Database::OwnLog::Keep);
}

Result<Changes> Library::change(const std::function<Result<Changes>()> &work)
{
    auto transaction = beginChange();
    if (!transaction)
        return transaction.error();
    auto changes = work();
    if (!changes)
        return changes;
    if (auto committed = (*transaction)->commit(); !committed)
        return committed.error();
    announce(*changes);
    return changes;
}

Result<Changes> Library::apply(const Operation &operation)
{
    return change([&] { return performed(*m_store, operation, m_clock.nowMs()); });
}

Result<Stepped> Library::step(Direction direction, qint64 until)
{
    Stepped done;
    auto changes = change([&]() -> Result<Changes> {
        auto all = stepped(*m_store, direction, until, m_clock.nowMs());
        if (!all)
            return all.error();
        done = *std::move(all);
        return done.changes;
    });
    if (!changes)
        return changes.error();
    return done;
}

Result<void> Library::refuseReplaced()
{
    if (!m_replaced && m_database->isReplaced()) {
        m_replaced = true;
        QMetaObject::invokeMethod(this, &Library::replaced, Qt::QueuedConnection);
    }
    if (m_replaced)
        return Error{ErrorCode::Replaced, m_database->path()};
    return {};
}

// Looked at in the open transaction: nothing has been written yet, and what follows is short.
Result<std::unique_ptr<Transaction>> Library::beginChange()
{
    auto transaction = Transaction::begin(*m_database);
    if (auto ours = refuseReplaced(); !ours)
        return ours.error();
    return transaction;
}

void Library::lookOutside()
{
    if (!refuseReplaced())
        return;
    const auto version = m_database->dataVersion();
    if (!version || *version == m_dataVersion)
        return m_database->emptyLog();
    m_dataVersion = *version;
    if (const auto changes = everything(*m_store))
        announce(*changes);
}

Result<QString> Library::saveMine()
{
    if (!m_mine.isEmpty())
        return m_mine;
    const QString name = u"/flaskcards.mine-%1.db"_s.arg(
        QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), Qt::UTC).toString(u"yyyyMMdd-HHmmss"_s));
    Result<void> saved;
    for (const QString &folder : {m_place.dataDir, QDir::homePath()}) {
        saved = saveCheckedCopy(*m_database, folder + name);
        if (!saved)
            continue;
        m_mine = folder + name;
        m_database->takeLogAway(Database::OwnLog::Remove);
        return m_mine;
    }
    return saved.error();
}

void Library::announce(const Changes &changes)
{
    if (changes.reviews)
        m_ahead.forget();
    if (changes.settings && !loadPreferences())
        qWarning("The settings could not be read again; the ones in use stay in force.");
    if (!changes.isEmpty())
        emit changed(changes);
}

Result<void> Library::replaceWith(Database &other)
{
    if (auto ours = refuseReplaced(); !ours)
        return ours;
    if (auto done = replaceContents(other, *m_database); !done)
        return done;
    m_database->noteCommit();
    Changes all{.questions = {}, .cards = {}, .reviews = true, .settings = true};
    {
        const QSignalBlocker once(this); // when questions, cards and settings fit together again
        if (!loadPreferences())
            qWarning("The settings could not be read again; the ones in use stay in force.");
        m_bankReport = importBank(*this, m_place.bankDir);
    }
    if (const auto cards = m_store->cards.all()) {
        for (const StoredCard &stored : *cards)
            all.cards.insert(stored.card.question);
    }
    all.questions = all.cards;
    announce(all);
    return {};
}

Moment Library::now() const
{
    const qint64 clockMs = m_clock.nowMs();
    const qint64 nowMs = steadyMs(clockMs, m_ahead.after(clockMs));
    return {nowMs, m_clock.utcOffsetSeconds(nowMs), m_preferences.rolloverHour};
}

int Library::today() const
{
    return studyDay(now());
}

void Library::noticeDay()
{
    const int day = today();
    if (std::exchange(m_toldDay, day) != day)
        emit changed({.questions = {}, .cards = {}, .day = true});
}

Result<void> Library::loadPreferences()
{
    const auto settings = m_store->settings.all();
    if (!settings)
        return settings.error();
    m_preferences = preferencesFrom(*settings, &m_damagedSettings);
    m_scheduler = Scheduler(m_preferences.scheduling);
    m_topicSchedulers.clear();
    for (const QString &topic : m_preferences.topicParameters.keys())
        m_topicSchedulers.emplace(topic, Scheduler(m_preferences.schedulingOf(topic)));
    return {};
}

const Scheduler &Library::schedulerOf(const QString &topic) const
{
    const auto own = m_topicSchedulers.find(topic);
    return own == m_topicSchedulers.end() ? m_scheduler : own->second;
}

Result<Changes> Library::setPreferences(const Preferences &preferences, bool moveDueDays,
                                        const QString &label)
{
    // Undo leaves the look alone: a later change of it must not stand in the way of taking back what is
    // older.
    const Preferences before = m_preferences;
    Preferences look = before;
    look.theme = preferences.theme;
    look.textPercent = preferences.textPercent;
    const bool moves = moveDueDays || changesMemory(before, preferences);
    Moment moment = now();
    moment.rolloverHour = preferences.rolloverHour;
    Operation operation{label, [&](Store &store) -> Result<void> {
                            if (moves) {
                                const auto cards = movedBy(store, preferences, moment, moveDueDays);
                                if (!cards)
                                    return cards.error();
                                if (auto done = writeMoves(store, *cards, preferences, moment.atMs); !done)
                                    return done;
                            }
                            return writeSettings(store, look, preferences);
                        }};
    if (look != before)
        operation.lasting = [&](Store &store) {
            return writeSettings(store, before, look);
        };
    return apply(operation);
}

QString Library::viewState(const QString &key) const
{
    const auto value = m_store->settings.get(viewPrefix + key);
    return value ? *value : QString();
}

void Library::setViewState(const QString &key, const QString &value)
{
    if (!refuseReplaced())
        return;
    if (auto done = m_store->settings.set(viewPrefix + key, value); !done)
        qWarning("A place in the window could not be kept: %s", qPrintable(done.error().context));
}

} // namespace flaskcards
