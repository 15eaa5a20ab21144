// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/deeds.h"

#include "library/backups.h"
#include "library/catchup.h"
#include "library/check.h"
#include "library/documents.h"
#include "library/fixture.h"
#include "library/merge.h"
#include "library/operations.h"
#include "library/session.h"
#include "library/today.h"
#include "storage/backup.h"
#include "storage/database.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <numeric>

#include <sqlite3.h>

namespace flaskcards::test {

namespace {

constexpr qint64 turnMs = 6 * 3'600'000;

void writeCard(const QString &bank, const QString &name, const QString &text)
{
    QDir().mkpath(bank + u"/routing"_s);
    QFile file(bank + u"/routing/"_s + name + u".md"_s);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(file.fileName()));
    file.write(text.toUtf8());
}

QString cardName(int number)
{
    return u"card-%1"_s.arg(number, 3, 10, QChar(u'0'));
}

Result<QList<QuestionId>> questionsOf(const Desk &desk)
{
    const auto facts = desk.library->store().questions.facts();
    if (!facts)
        return facts.error();
    QList<QuestionId> questions;
    for (const QuestionFacts &question : *facts)
        questions.append(question.id);
    return questions;
}

// To about a third of the questions.
Result<void> toSome(Desk &desk, const std::function<Operation(const QList<QuestionId> &)> &operation)
{
    auto some = questionsOf(desk);
    if (!some)
        return some.error();
    some->removeIf([&](QuestionId) { return throwOf(desk.dice, 3) > 0; });
    return done(desk.library->apply(operation(*some)));
}

Result<void> answerOne(Desk &desk)
{
    const auto questions = questionsOf(desk);
    if (!questions)
        return questions.error();
    const QuestionId question = questions->at(throwOf(desk.dice, int(questions->size())));
    auto session = Session::start(*desk.library, {.listed = {question}});
    if (!session)
        return session.error();
    session->reveal();
    desk.clock.advanceMs(60'000);
    return session->answer(Rating(1 + throwOf(desk.dice, 4)));
}

Result<void> undoOne(Desk &desk)
{
    const auto changes = desk.library->undo();
    if (!changes && changes.error().code == ErrorCode::NotFound)
        return {};
    return done(changes);
}

Result<void> redoOne(Desk &desk)
{
    const auto changes = desk.library->redo();
    if (!changes && changes.error().code == ErrorCode::NotFound)
        return {};
    return done(changes);
}

Result<void> flagSome(Desk &desk)
{
    return toSome(desk, [&](const auto &some) { return flagOperation(some, throwOf(desk.dice, 8)); });
}

Result<void> suspendSome(Desk &desk)
{
    return toSome(desk, [&](const auto &some) { return suspendOperation(some, throwOf(desk.dice, 2) == 0); });
}

Result<void> burySome(Desk &desk)
{
    return toSome(desk, [&](const auto &some) { return buryOperation(some, desk.library->today() + 1); });
}

// With other parameters: every card that was answered gets its new memory in the same step.
// Under one of a few keys, for what is made anew has one by chance.
Result<void> writeIntoTheJournal(Desk &desk)
{
    const QString key = u"interview/%1"_s.arg(throwOf(desk.dice, 3));
    const Document entry{key, {{u"day"_s, desk.library->today()}, {u"company"_s, throwOf(desk.dice, 1000)}}};
    return done(desk.library->apply(throwOf(desk.dice, 4) == 0
                                        ? removeDocumentOperation(u"interview delete"_s, key, key)
                                        : keepDocumentOperation(u"interview"_s, entry, key)));
}

// Several answers and what came of them as one step, as the end of a mock interview does it.
Result<void> holdAMockInterview(Desk &desk)
{
    const auto queue = queueOfToday(*desk.library);
    if (!queue)
        return queue.error();
    const Rating rating = Rating(1 + throwOf(desk.dice, 4));
    const QString key = u"mock/%1"_s.arg(throwOf(desk.dice, 3));
    return done(desk.library->apply({u"mock"_s, [&](Store &store) -> Result<void> {
                                         for (const QuestionId question :
                                              queue->main.first(std::min<qsizetype>(3, queue->main.size()))) {
                                             const auto card = studyCard(*desk.library, question);
                                             if (!card)
                                                 return card.error();
                                             const Operation answer =
                                                 answerOperation(*desk.library, *card, rating, 60'000);
                                             if (auto written = answer.work(store); !written)
                                                 return written;
                                         }
                                         return writeDocument(store, {key, {{u"at"_s, desk.clock.nowMs()}}});
                                     }}));
}

Result<void> changeSettings(Desk &desk)
{
    Preferences preferences = desk.library->preferences();
    preferences.scheduling.parameters[2] = Fsrs6::defaults[2] * (1 + throwOf(desk.dice, 50) / 100.0);
    preferences.newPerDay = throwOf(desk.dice, 100);
    preferences.textPercent = 80 + throwOf(desk.dice, 120);
    return done(desk.library->setPreferences(preferences, throwOf(desk.dice, 2) == 0));
}

Result<void> catchUpAfterABreak(Desk &desk)
{
    const auto wayBack = catchUp(*desk.library);
    if (!wayBack)
        return wayBack.error();
    if (!*wayBack)
        return {};
    const CatchUpPlan plan = (*wayBack)->plans.at(1 + throwOf(desk.dice, 2));
    return done(desk.library->apply(catchUpOperation(*desk.library, plan)));
}

Result<void> backUp(Desk &desk)
{
    Backups backups(*desk.library);
    const auto written = backups.backUpBefore(BackupReason::ByHand);
    return written ? Result<void>() : written.error();
}

// The other machine's store in the place of this one.
Result<void> restoreTheOtherCopy(Desk &desk)
{
    Backups backups(*desk.library);
    const auto restored = backups.restore(desk.otherCopy() + u"/flaskcards.db"_s);
    return restored ? Result<void>() : restored.error();
}

Result<void> mergeTheOtherCopy(Desk &desk)
{
    const auto source = MergeSource::read(desk.otherCopy());
    if (!source)
        return source.error();
    const auto report = mergeCopy(*desk.library, **source, MergeStep::Labelled);
    return report ? Result<void>() : report.error();
}

// Ends the program and starts it again.
Result<void> startAgain(Desk &desk)
{
    desk.close();
    return desk.open();
}

Result<void> takeTheOtherBank(Desk &desk)
{
    desk.close();
    desk.bank = 1 - desk.bank;
    auto opened = desk.open();
    if (!opened)
        desk.bank = 1 - desk.bank;
    return opened;
}

sqlite3_stmt *prepared(sqlite3 *handle, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(handle));
    return statement;
}

QByteArray text(sqlite3_stmt *statement, int column)
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
    const QByteArray value(bytes, sqlite3_column_bytes(statement, column));
    return sqlite3_column_type(statement, column) == SQLITE_BLOB ? value.toHex() : value;
}

QByteArrayList firstColumn(sqlite3 *handle, const QByteArray &sql)
{
    QByteArrayList values;
    sqlite3_stmt *statement = prepared(handle, sql);
    while (sqlite3_step(statement) == SQLITE_ROW)
        values.append(text(statement, 0));
    sqlite3_finalize(statement);
    return values;
}

// Tables of our own; the search index is one virtual table over several.
QByteArrayList tablesOf(sqlite3 *handle)
{
    return firstColumn(handle, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                               "'sqlite_%' AND name NOT LIKE 'question_index%' ORDER BY name");
}

void exec(sqlite3 *handle, const QByteArray &sql)
{
    if (sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(handle));
}

void copyRows(sqlite3 *handle, const QByteArray &table)
{
    const QByteArray columns =
        firstColumn(handle, "SELECT name FROM pragma_table_info('" + table + "')").join(", ");
    const QByteArray key = table == "question_index" ? "rowid, " : "";
    exec(handle, "INSERT INTO main." + table + " (" + key + columns + ") SELECT " + key + columns +
                     " FROM newer." + table);
}

QByteArray migrationBytes(const QString &number)
{
    const QStringList names = QDir(u":/migrations"_s).entryList({number + u"_*.sql"_s});
    QFile file(u":/migrations/"_s + names.value(0));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no migration %s", qPrintable(number));
    return file.readAll();
}

void work(Desk &desk, int turn, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        desk.setTurn(turn);
        if (auto worked = deed(name).act(desk); !worked)
            qFatal("%s: %s", name, qPrintable(worked.error().context));
    }
}

// `plainly`: only what the first version knew.
void study(Desk &desk, bool plainly)
{
    if (auto opened = desk.open(); !opened)
        qFatal("%s", qPrintable(opened.error().context));
    Preferences preferences = desk.library->preferences();
    preferences.minutesPerDay = 5;
    preferences.balanceLoad = !plainly;
    if (!desk.library->setPreferences(preferences))
        qFatal("the settings cannot be written");
    for (int turn = 0; turn < 50; ++turn)
        work(desk, turn, {"answer"});
    if (!plainly)
        work(desk, 50, {"settings", "answer", "catch-up"});
    work(desk, 51, {"flag", "suspend", "bury", "answer", "answer", "undo"});
    desk.close();
}

} // namespace

Banks::Banks()
{
    for (int i = 0; i < cards; ++i) {
        const QString title = u"Question number %1?"_s.arg(i);
        const QString before = cardText(title, u"Answer %1."_s.arg(i));
        writeCard(in(folder(), 0), cardName(i), before);
        if (i == 3)
            writeCard(in(folder(), 1), cardName(i), cardText(title, u"A better answer."_s));
        else if (i == 7)
            writeCard(in(folder(), 1), u"renamed"_s, cardText(title, u"Answer."_s, u"aliases: card-007\n"_s));
        else if (i != 5)
            writeCard(in(folder(), 1), cardName(i), before);
    }
    writeCard(in(folder(), 1), u"one-more"_s, cardText(u"Something new?"_s, u"Yes."_s));
    Desk other(m_dir.filePath(u"other"_s), folder(), 99);
    study(other, false);
}

Desk::Desk(QString dataFolder, QString banksFolder, quint32 seedOfAll)
    : data(std::move(dataFolder)), banks(std::move(banksFolder)), seed(seedOfAll), clock(startMs)
{
}

Result<void> Desk::open()
{
    auto opened = Library::open({data, Banks::in(banks, bank)}, clock);
    if (!opened)
        return opened.error();
    library = *std::move(opened);
    if (const auto error = library->bankReport().error)
        return *error;
    return {};
}

void Desk::setTurn(int turn)
{
    clock.setNowMs(startMs + turn * turnMs);
    dice.seed(seed + quint32(turn) * 7919);
}

const QList<Deed> &deeds()
{
    static const QList<Deed> all{
        {"answer", answerOne, 12},
        {"undo", undoOne, 4},
        {"redo", redoOne, 2},
        {"flag", flagSome},
        {"suspend", suspendSome},
        {"bury", burySome},
        {"settings", changeSettings, 2},
        {"journal", writeIntoTheJournal},
        {"mock", holdAMockInterview},
        {"catch-up", catchUpAfterABreak},
        {"backup", backUp},
        {"restore", restoreTheOtherCopy},
        {"merge", mergeTheOtherCopy},
        {"start again", startAgain, 2},
        {"other bank", takeTheOtherBank, 2},
    };
    return all;
}

const Deed &deed(const char *name)
{
    const auto found = std::find_if(deeds().begin(), deeds().end(),
                                    [&](const Deed &known) { return qstrcmp(known.name, name) == 0; });
    Q_ASSERT(found != deeds().end());
    return *found;
}

const Deed &randomDeed(Dice &dice)
{
    const int all = std::accumulate(deeds().begin(), deeds().end(), 0,
                                    [](int sum, const Deed &known) { return sum + known.often; });
    int place = throwOf(dice, all);
    auto found = deeds().begin();
    while ((place -= found->often) >= 0)
        ++found;
    return *found;
}

void makeStudied(const QString &data, const Banks &banks, quint32 seed)
{
    Desk desk(data, banks.folder(), seed);
    study(desk, false);
}

void makeOldFile(const QString &data, const Banks &banks, quint32 seed)
{
    QTemporaryDir newer;
    Desk desk(newer.filePath(u"data"_s), banks.folder(), seed);
    study(desk, true);

    QDir().mkpath(data);
    sqlite3 *handle = nullptr;
    if (sqlite3_open(QFile::encodeName(data + u"/flaskcards.db"_s).constData(), &handle) != SQLITE_OK)
        qFatal("cannot make %s", qPrintable(data));
    exec(handle, "ATTACH '" + QFile::encodeName(desk.file()) + "' AS newer");
    exec(handle, "PRAGMA application_id = " + firstColumn(handle, "PRAGMA newer.application_id").first());
    exec(handle, "BEGIN; " + migrationBytes(u"001"_s) + "PRAGMA user_version = 1");
    for (const QByteArray &table : tablesOf(handle)) {
        if (table != "undo") // steps of a newer program
            copyRows(handle, table);
    }
    copyRows(handle, "question_index");
    exec(handle, "COMMIT; PRAGMA journal_mode = WAL");
    sqlite3_close(handle);
}

QByteArray stateOf(const Database &database, Detail detail)
{
    const auto isChance = [&](const QByteArray &column) {
        return detail == Detail::Repeatable && (column == "uid" || column == "changes");
    };
    QByteArrayList lines{"version " + firstColumn(database.handle(), "PRAGMA user_version").first()};
    for (const QByteArray &table : tablesOf(database.handle())) {
        sqlite3_stmt *statement = prepared(database.handle(), "SELECT * FROM " + table);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            QByteArray line = table;
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                if (!isChance(sqlite3_column_name(statement, i)))
                    line += '|' + text(statement, i);
            }
            if (!line.startsWith("settings|view/")) // kept apart from what a person does
                lines.append(line);
        }
        sqlite3_finalize(statement);
    }
    std::sort(lines.begin(), lines.end()); // keys may be chance too
    return lines.join('\n');
}

FoundFile inspected(const QString &file)
{
    auto database = Database::open(file);
    if (!database)
        return {{u"cannot be opened: "_s + database.error().context}, {}};
    const auto wrong = checkStore(Store(**database));
    if (!wrong)
        return {{u"cannot be checked: "_s + wrong.error().context}, {}};
    FoundFile found{*wrong, stateOf(**database, Detail::Repeatable)};
    const QDir backups(backupsFolder(QFileInfo(file).path()));
    for (const QString &name : backups.entryList(QDir::Files)) {
        if (parsedBackupName(name) && !backupFacts(backups.filePath(name)))
            found.wrong.append(u"not a sound backup: "_s + name);
    }
    return found;
}

QByteArray stateAfterStart(const QString &data, const Desk &desk)
{
    Desk again(data, desk.banks, desk.seed);
    again.bank = desk.bank;
    again.clock.setNowMs(desk.clock.nowMs());
    return again.open() ? stateOf(again.library->store().database, Detail::Repeatable) : QByteArray();
}

} // namespace flaskcards::test
