// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/bankimport.h"

#include "core/questionfile.h"
#include "core/teachingorder.h"
#include "library/documents.h"
#include "library/library.h"
#include "library/questions.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView builtInBank = ":/questions"_L1;
constexpr QLatin1StringView hashKey = "bank/hash"_L1;
constexpr QLatin1StringView problemsKey = "bank/problems"_L1;

QString rootOf(const QString &bankDir)
{
    return bankDir.isEmpty() ? QString(builtInBank) : QDir(bankDir).absolutePath();
}

QStringList cardFiles(const QString &root)
{
    QStringList files;
    QDirIterator topics(root, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (topics.hasNext()) {
        const QString path = topics.next();
        if (QDir(root).relativeFilePath(path).count(u'/') == 1)
            files.append(path);
    }
    files.sort();
    return files;
}

// Contents of the built-in bank were hashed when the program was built; a folder is known by names, sizes and
// times.
Result<QString> bankHash(const QString &root)
{
    if (root == builtInBank) {
        QFile file(root + u"/bank.sha256"_s);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, file.fileName()};
        return QString::fromLatin1(file.readAll());
    }
    if (!QFileInfo(root).isDir())
        return Error{ErrorCode::NotFound, root};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &path : cardFiles(root)) {
        const QFileInfo file(path);
        hash.addData(
            u"%1 %2 %3\n"_s.arg(path).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch()).toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

struct ReadBank {
    QList<StoredQuestion> questions;
    QSet<QString> broken; // slugs whose file could not be read: kept as they are
    QStringList problems;
};

void readCardFile(ReadBank &bank, const QString &path, const QString &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        bank.problems.append(u"%1:1: file: cannot be read (%2)"_s.arg(name, file.errorString()));
        bank.broken.insert(QFileInfo(path).completeBaseName());
        return;
    }
    const QByteArray bytes = file.readAll();
    if (isOwnSlug(QFileInfo(path).completeBaseName())) {
        bank.problems.append(
            u"%1:1: file: names that start with own- are for people's own questions; rename it"_s.arg(name));
        return;
    }
    const ParsedQuestion parsed = parseQuestion(name, bytes);
    if (!parsed.problems.isEmpty()) {
        for (const Problem &problem : parsed.problems)
            bank.problems.append(toLine(problem));
        bank.broken.insert(parsed.question.slug);
        return;
    }
    StoredQuestion stored = storedQuestion(parsed.question, bytes);
    stored.bankHash = stored.hash;
    bank.questions.append(std::move(stored));
}

void dropDuplicates(ReadBank &bank)
{
    QSet<QString> slugs;
    bank.questions.removeIf([&](const StoredQuestion &stored) {
        if (!slugs.contains(stored.question.slug)) {
            slugs.insert(stored.question.slug);
            return false;
        }
        bank.problems.append(
            u"%1/%2.md:1: ids: this file name is taken by a card in another topic; rename one"_s.arg(
                stored.question.topic, stored.question.slug));
        return true;
    });
}

void giveOrder(ReadBank &bank)
{
    QList<Question> questions;
    for (const StoredQuestion &stored : std::as_const(bank.questions))
        questions.append(stored.question);
    int position = 0;
    for (const int index : teachingOrder(questions))
        bank.questions[index].position = position++;
    const QList<int> needed = neededBy(questions);
    for (qsizetype i = 0; i < needed.size(); ++i)
        bank.questions[i].neededBy = needed.at(i);
}

ReadBank readBank(const QString &root)
{
    ReadBank bank;
    for (const QString &path : cardFiles(root))
        readCardFile(bank, path, QDir(root).relativeFilePath(path));
    dropDuplicates(bank);
    giveOrder(bank);
    return bank;
}

// One import into an open transaction.
class Import
{
public:
    Import(Store &store, const ReadBank &bank, BankReport &report)
        : m_store(store), m_bank(bank), m_report(report)
    {
    }

    Result<void> run()
    {
        auto known = m_store.questions.known();
        if (!known)
            return known.error();
        m_known = *known;
        for (const StoredQuestion &stored : m_bank.questions) {
            if (auto done = followAliases(stored.question); !done)
                return done;
            if (auto done = bringIn(stored); !done)
                return done;
        }
        return retireMissing();
    }

private:
    // A question that had another name keeps its row, and with it card and history.
    Result<void> followAliases(const Question &question)
    {
        for (const QString &alias : question.aliases) {
            const auto old = m_known.constFind(alias);
            if (old == m_known.cend() || old->origin == Origin::Own)
                continue;
            KnownQuestion row = *old; // a copy: entries go away below
            if (auto freed = freeName(question.slug); !freed)
                return freed.error();
            else if (!*freed)
                continue;
            if (auto renamed = m_store.questions.rename(row.id, question.slug); !renamed)
                return renamed;
            if (auto renamed = renameInDocuments(m_store, alias, question.slug); !renamed)
                return renamed;
            if (auto indexed = indexAnew(m_store, row.id); !indexed) // the name is found too
                return indexed;
            m_known.remove(alias);
            row.hash.clear();
            m_known.insert(question.slug, row);
        }
        return {};
    }

    // Whether a row may take the name; a row that holds it but was never answered makes way, if its
    // text is the bank's.
    Result<bool> freeName(const QString &slug)
    {
        const auto holder = m_known.constFind(slug);
        if (holder == m_known.cend())
            return true;
        if (holder->origin != Origin::Bank)
            return false;
        const auto reviews = m_store.reviews.ofQuestion(holder->id);
        if (!reviews)
            return reviews.error();
        if (!reviews->isEmpty())
            return false;
        if (auto done = m_store.search.remove(holder->id); !done)
            return done.error();
        if (auto done = m_store.cards.remove(holder->id); !done)
            return done.error();
        if (auto done = m_store.questions.remove(holder->id); !done)
            return done.error();
        m_known.remove(slug);
        return true;
    }

    Result<void> bringIn(const StoredQuestion &stored)
    {
        const auto known = m_known.constFind(stored.question.slug);
        if (known == m_known.cend())
            return add(stored);
        const bool bankText = known->origin == Origin::Bank; // the person's words stay
        if (bankText && (known->hash != stored.hash || known->retired))
            return change(known->id, stored);
        if (known->origin == Origin::Edited && known->retired) {
            if (auto done = bringBack(known->id); !done)
                return done;
        }
        if (known->bankHash != stored.hash) {
            if (auto done = m_store.questions.setBankHash(known->id, stored.hash); !done)
                return done;
        }
        if (known->position != stored.position || known->neededBy != stored.neededBy)
            return m_store.questions.setOrder(known->id, stored.position, stored.neededBy);
        return {};
    }

    Result<void> bringBack(QuestionId id)
    {
        if (auto done = m_store.questions.bringBack(id); !done)
            return done;
        return indexAnew(m_store, id);
    }

    Result<void> add(const StoredQuestion &stored)
    {
        ++m_report.added;
        const auto id = m_store.questions.insert(stored);
        if (!id)
            return id.error();
        if (auto done = m_store.cards.insertNew(*id, stored.question.slug); !done)
            return done;
        return m_store.search.insert(*id, searchTextsOf(stored.question));
    }

    Result<void> change(QuestionId id, const StoredQuestion &stored)
    {
        ++m_report.changed;
        if (auto done = m_store.questions.update(id, stored); !done)
            return done;
        if (auto done = m_store.search.remove(id); !done)
            return done;
        return m_store.search.insert(id, searchTextsOf(stored.question));
    }

    Result<void> retireMissing()
    {
        QSet<QString> present = m_bank.broken;
        for (const StoredQuestion &stored : m_bank.questions)
            present.insert(stored.question.slug);
        for (const auto &[slug, known] : m_known.asKeyValueRange()) {
            if (present.contains(slug) || known.retired || known.origin != Origin::Bank)
                continue;
            ++m_report.retired;
            if (auto done = m_store.questions.retire(known.id); !done)
                return done;
            if (auto done = m_store.search.remove(known.id); !done)
                return done;
        }
        return {};
    }

    Store &m_store;
    const ReadBank &m_bank;
    BankReport &m_report;
    QHash<QString, KnownQuestion> m_known;
};

Operation importOperation(const ReadBank &bank, const QString &hash, BankReport &report)
{
    // Without a label: the bank belongs to the program and is not undone.
    return {QString(), [&bank, hash, &report](Store &store) -> Result<void> {
                if (auto done = Import(store, bank, report).run(); !done)
                    return done;
                if (auto done = store.settings.set(problemsKey, bank.problems.join(u'\n')); !done)
                    return done;
                return store.settings.set(hashKey, hash);
            }};
}

} // namespace

BankReport importBank(Library &library, const QString &bankDir)
{
    BankReport report;
    const QString root = rootOf(bankDir);
    const auto hash = bankHash(root);
    if (!hash) {
        report.error = hash.error();
        return report;
    }
    const auto known = library.store().settings.get(hashKey);
    const auto behind = library.store().questions.countBehindBank();
    if (known && *known == *hash && behind && *behind == 0) {
        if (const auto problems = library.store().settings.get(problemsKey))
            report.problems = problems->split(u'\n', Qt::SkipEmptyParts);
        return report;
    }
    const ReadBank bank = readBank(root);
    report.problems = bank.problems;
    if (bank.questions.isEmpty()) { // a wrong folder must not retire every question
        report.error = Error{ErrorCode::NotFound, u"A card file in %1"_s.arg(root)};
        return report;
    }
    if (auto done = library.apply(importOperation(bank, *hash, report)); !done)
        report = {.problems = bank.problems, .error = done.error()};
    return report;
}

Result<void> bringBankInto(Store &store, const QString &bankDir)
{
    const ReadBank bank = readBank(rootOf(bankDir));
    if (bank.questions.isEmpty())
        return Error{ErrorCode::NotFound, rootOf(bankDir)};
    BankReport report;
    return Import(store, bank, report).run();
}

Result<StoredQuestion> bankQuestion(const QString &bankDir, const QString &slug)
{
    const QString root = rootOf(bankDir);
    ReadBank bank;
    for (const QString &path : cardFiles(root)) {
        if (QFileInfo(path).completeBaseName() == slug)
            readCardFile(bank, path, QDir(root).relativeFilePath(path));
    }
    if (!bank.problems.isEmpty())
        return Error{ErrorCode::Invalid, bank.problems.first()};
    if (bank.questions.isEmpty())
        return Error{ErrorCode::NotFound, slug};
    return bank.questions.first();
}

Result<QStringList> bankFiles(const QString &bankDir)
{
    const QString root = rootOf(bankDir);
    if (!QFileInfo(root).isDir())
        return Error{ErrorCode::NotFound, root};
    return cardFiles(root);
}

} // namespace flaskcards
