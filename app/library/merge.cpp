// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/merge.h"

#include "core/questionfile.h"
#include "library/moves.h"
#include "library/questions.h"
#include "library/replay.h"
#include "storage/backup.h"
#include "storage/othercopy.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// The look and the bank belong to the machine.
constexpr QLatin1StringView sharedSettings[] = {"study/*"_L1, "mock/*"_L1, "asked/*"_L1, "interview/*"_L1,
                                                "path/*"_L1};
constexpr int bankOrigin = 0;
constexpr int ownOrigin = 2;

QStringList aliasesIn(const QString &topic, const QString &slug, const QString &source)
{
    return parseQuestion(topic + u'/' + slug + u".md"_s, source.toUtf8()).question.aliases;
}

// The work of one merge, in an open transaction.
class Merge
{
public:
    Merge(Store &store, OtherCopy &other, const Moment &now) : m_store(store), m_other(other), m_now(now) {}

    Result<MergeReport> run()
    {
        for (const auto step : {&Merge::findQuestions, &Merge::takeTexts, &Merge::takeHandSet,
                                &Merge::uniteLogs, &Merge::takeSettings, &Merge::followSettings}) {
            if (auto done = (this->*step)(); !done)
                return done.error();
        }
        return m_report;
    }

private:
    Result<void> findQuestions()
    {
        if (auto begun = m_other.begin(); !begun)
            return begun;
        if (auto done = readOwn(); !done)
            return done;
        const auto theirs = m_other.questions();
        if (!theirs)
            return theirs.error();
        QList<OtherQuestion> unmatched;
        for (const OtherQuestion &question : *theirs) {
            const auto own = partnerOf(question);
            if (!own)
                unmatched.append(question);
            else if (auto mapped = mapTo(question, *own); !mapped)
                return mapped;
        }
        if (auto done = readOwnAliases(unmatched); !done)
            return done;
        for (const OtherQuestion &question : std::as_const(unmatched)) {
            if (auto done = findRenamed(question); !done)
                return done;
        }
        return {};
    }

    Result<void> readOwn()
    {
        const auto known = m_store.questions.known();
        if (!known)
            return known.error();
        m_known = *known;
        const auto cards = m_store.cards.all();
        if (!cards)
            return cards.error();
        for (const StoredCard &stored : *cards)
            m_bySeed.insert(stored.fuzzSeed, stored.card.question);
        return {};
    }

    // A bank's question is known by its name, a person's own by its seed: two that were written under one
    // name on two machines are two questions.
    std::optional<QuestionId> partnerOf(const OtherQuestion &question) const
    {
        if (question.origin == ownOrigin) {
            const auto own = m_bySeed.constFind(question.fuzzSeed);
            return own == m_bySeed.cend() ? std::nullopt : std::optional(*own);
        }
        return freeOne(question.slug);
    }

    // Ours of that name, if it has no partner so far.
    std::optional<QuestionId> freeOne(const QString &slug) const
    {
        const auto own = m_known.constFind(slug);
        return own == m_known.cend() || m_paired.contains(own->id) ? std::nullopt : std::optional(own->id);
    }

    Result<void> mapTo(const OtherQuestion &question, QuestionId own)
    {
        m_paired.insert(own);
        return m_other.map(question.id, own);
    }

    // Of ours that have no partner yet; only where there is one to be found.
    Result<void> readOwnAliases(const QList<OtherQuestion> &unmatched)
    {
        if (unmatched.isEmpty())
            return {};
        for (const auto &[slug, known] : m_known.asKeyValueRange()) {
            if (m_paired.contains(known.id))
                continue;
            const auto source = m_store.questions.source(known.id);
            if (!source)
                return source.error();
            for (const QString &alias : aliasesIn(source->topic, slug, source->source))
                m_ownAliases.insert(alias, slug);
        }
        return {};
    }

    // Renamed in the bank between the two copies, or not in our bank at all.
    Result<void> findRenamed(const OtherQuestion &question)
    {
        QStringList names = aliasesIn(question.topic, question.slug, question.source);
        if (m_ownAliases.contains(question.slug))
            names.prepend(m_ownAliases.value(question.slug));
        for (const QString &name : std::as_const(names)) {
            const auto own = freeOne(name);
            if (own && question.origin != ownOrigin)
                return mapTo(question, *own);
        }
        return question.used ? bring(question) : Result<void>();
    }

    Result<void> bring(const OtherQuestion &question)
    {
        const auto id = m_other.bringQuestion(question.id, freeSlug(question));
        if (!id)
            return id.error();
        ++m_report.questions;
        return indexAnew(m_store, *id);
    }

    // The name, with the seed's hash behind it where another question has it: the same on every machine.
    QString freeSlug(const OtherQuestion &question) const
    {
        if (!m_known.contains(question.slug))
            return question.slug;
        const QByteArray hash =
            QCryptographicHash::hash(question.fuzzSeed.toUtf8(), QCryptographicHash::Sha256);
        return question.slug + u'-' + QString::fromLatin1(hash.toHex().left(8));
    }

    Result<void> takeTexts()
    {
        const auto newer = m_other.newerTexts();
        if (!newer)
            return newer.error();
        for (const NewerText &text : *newer) {
            if (auto done = m_other.takeText(text); !done)
                return done;
            if (auto done = indexAnew(m_store, text.own); !done)
                return done;
            // The bank's own text again: that of our bank, with the next import.
            if (text.origin == bankOrigin) {
                if (auto done = m_store.settings.set(u"bank/hash"_s, {}); !done)
                    return done;
            }
        }
        m_report.texts = int(newer->size());
        return {};
    }

    Result<void> takeHandSet()
    {
        const auto taken = m_other.takeHandSet();
        if (!taken)
            return taken.error();
        m_report.handSet = *taken;
        if (auto done = m_store.search.followAllTags(); !done)
            return done;
        return m_other.takeStamps();
    }

    Result<void> uniteLogs()
    {
        const auto change = m_other.uniteLogs();
        if (!change)
            return change.error();
        m_report.answers = change->reviewsAdded;
        m_report.takenBack = change->reviewsRemoved;
        return replayTouched();
    }

    Result<void> replayTouched()
    {
        const auto touched = m_other.touched();
        if (!touched)
            return touched.error();
        if (touched->isEmpty())
            return {};
        const auto replay = Replay::read(m_store);
        if (!replay)
            return replay.error();
        for (const QuestionId question : *touched) {
            const auto seed = m_store.cards.fuzzSeed(question);
            if (!seed)
                return seed.error();
            if (auto done = m_store.cards.saveSchedule(question, replay->run(question, *seed)); !done)
                return done;
        }
        return {};
    }

    Result<void> takeSettings()
    {
        for (const QLatin1StringView keys : sharedSettings) {
            const auto pairs = m_other.settings(QString(keys));
            if (!pairs)
                return pairs.error();
            for (const SettingPair &pair : *pairs) {
                if (auto done = takeSetting(pair); !done)
                    return done;
            }
        }
        return {};
    }

    Result<void> takeSetting(const SettingPair &pair)
    {
        const bool newer = pair.otherAtMs > pair.ownAtMs;
        const bool greater =
            pair.otherAtMs == pair.ownAtMs && pair.other.value_or(QString()) > pair.own.value_or(QString());
        if (newer) {
            if (auto done = m_other.stampSetting(pair.key, pair.otherAtMs); !done)
                return done;
        }
        if ((!newer && !greater) || pair.other == pair.own)
            return {};
        ++m_report.settings;
        return pair.other ? m_store.settings.set(pair.key, *pair.other) : m_store.settings.remove(pair.key);
    }

    // What was answered under other parameters there gets the memory that those in force now make of it.
    Result<void> followSettings()
    {
        if (m_report.isEmpty())
            return {};
        const auto settings = m_store.settings.all();
        if (!settings)
            return settings.error();
        const Preferences preferences = preferencesFrom(*settings);
        auto moved = movedBy(m_store, preferences, m_now, false);
        if (!moved)
            return moved.error();
        moved->removeIf([](const MovedCard &card) { return card.before == card.after; });
        return writeMoves(m_store, *moved, preferences, m_now.atMs);
    }

    Store &m_store;
    OtherCopy &m_other;
    const Moment m_now;
    MergeReport m_report;
    QHash<QString, KnownQuestion> m_known; // ours, by slug
    QSet<QuestionId> m_paired;             // ours that have a partner
    QHash<QString, QuestionId> m_bySeed;   // ours
    QHash<QString, QString> m_ownAliases;  // alias to slug
};

QString databaseIn(const QString &path)
{
    return QFileInfo(path).isDir() ? path + u"/flaskcards.db"_s : path;
}

} // namespace

MergeReport &MergeReport::operator+=(const MergeReport &other)
{
    answers += other.answers;
    takenBack += other.takenBack;
    questions += other.questions;
    texts += other.texts;
    handSet += other.handSet;
    settings += other.settings;
    return *this;
}

MergeSource::MergeSource() : m_folder(std::make_unique<QTemporaryDir>()) {}

MergeSource::~MergeSource() = default;

QString MergeSource::path() const
{
    return m_folder->filePath(u"other.db"_s);
}

Result<std::unique_ptr<MergeSource>> MergeSource::read(const QString &path)
{
    std::unique_ptr<MergeSource> source(new MergeSource);
    if (auto copied = writeBackup(databaseIn(path), source->path()); !copied)
        return copied.error();
    if (auto migrated = Database::open(source->path()); !migrated)
        return migrated.error();
    return source;
}

Result<MergeReport> mergeCopy(Library &library, const MergeSource &source, MergeStep step)
{
    auto other = OtherCopy::attach(library.store().database, source.path());
    if (!other)
        return other.error();
    MergeReport report;
    const auto work = [&](Store &store) -> Result<void> {
        auto merged = Merge(store, **other, library.now()).run();
        if (!merged)
            return merged.error();
        report = *merged;
        return {};
    };
    const QString label = step == MergeStep::Labelled ? u"merge"_s : QString();
    if (auto done = library.apply({label, work, {}, Bookkeeping::Recorded}); !done)
        return done.error();
    return report;
}

} // namespace flaskcards
