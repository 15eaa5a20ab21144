// SPDX-License-Identifier: GPL-3.0-or-later
// A file in the place of ours. An input that begins as SQLite's files do is the whole file; any other one
// says what to do to a good one:
//   0 at(3) length(1) bytes    overwrite
//   1 place(1)                 cut off
//   2 from(1) to(1)            copy a page
//   3 table(1) column(1) row(1) kind(1) value   store a value there, as another program could
#include "fuzz/require.h"
#include "library/catalogue.h"
#include "library/catchup.h"
#include "library/check.h"
#include "library/progress.h"
#include "library/questions.h"
#include "library/session.h"
#include "library/today.h"
#include "library/why.h"
#include "library/words.h"
#include "storage/sqlfunctions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using fuzz::require;

namespace {

constexpr qint64 startMs = 1'795'165'200'000;
constexpr qsizetype pageSize = 4096;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "a file is written");
}

QByteArray card(int number)
{
    return "---\nlevel: basic\nkind: concept\ntags: testing-tag\nreviewed: 2026-11-21\n---\n# Question " +
           QByteArray::number(number) +
           "?\n\n## Answer\nCookies and `blueprints`.\n\n## Key points\n- one\n- two\n- three\n\n"
           "## Explanation\nBecause.\n\n## Why it is asked\nTo test.\n\n## Common mistakes\n- a\n- b\n\n"
           "## References\n- [Flask](https://flask.palletsprojects.com/)\n";
}

struct Table {
    QByteArray name;
    QList<QByteArray> columns;
};

// A small library somebody has studied with, as bytes, and what its tables are.
class Base
{
public:
    Base() : m_clock(startMs)
    {
        QDir().mkpath(bank() + u"/routing"_s);
        for (int i = 0; i < 4; ++i)
            write(bank() + u"/routing/card-%1.md"_s.arg(i), card(i));
        study();
        file = contentOf(m_dir.filePath(u"base/flaskcards.db"_s));
        readTables();
        require(!file.isEmpty() && tables.size() > 6, "there is something to damage");
    }

    LibraryPlace place(const QString &name) const { return {m_dir.filePath(name), bank()}; }
    const Clock &clock() const { return m_clock; }

    QByteArray file;
    QList<Table> tables;

private:
    QString bank() const { return m_dir.filePath(u"bank"_s); }

    void study()
    {
        auto library = Library::open(place(u"base"_s), m_clock);
        require(bool(library), "a library is made");
        for (const Rating rating : {Rating::Good, Rating::Again, Rating::Easy, Rating::Good}) {
            auto session = Session::start(**library, {});
            require(session && session->current(), "there is a card");
            session->reveal();
            require(bool(session->answer(rating)), "it is answered");
            m_clock.advanceMs(3LL * 86'400'000);
        }
        Preferences preferences = (*library)->preferences();
        preferences.scheduling.model = MemoryModelKind::Fsrs7;
        require(bool((*library)->setPreferences(preferences, true)), "cards are moved");
    }

    void readTables()
    {
        sqlite3 *handle = nullptr;
        sqlite3_open(QFile::encodeName(m_dir.filePath(u"base/flaskcards.db"_s)).constData(), &handle);
        const auto note = [](void *base, int, char **values, char **) {
            QList<Table> &all = static_cast<Base *>(base)->tables;
            if (all.isEmpty() || all.last().name != values[0])
                all.append(Table{values[0], {}});
            all.last().columns.append(values[1]);
            return 0;
        };
        sqlite3_exec(handle,
                     "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c"
                     " WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite%' ORDER BY 1",
                     note, this, nullptr);
        sqlite3_close(handle);
    }

    QTemporaryDir m_dir;
    FixedClock m_clock;
};

const Base &base()
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv);
    static const Base base;
    return base;
}

// The rest of the input; zeros behind its end.
class Orders
{
public:
    explicit Orders(const QByteArray &bytes) : m_bytes(bytes) {}

    bool atEnd() const { return m_at >= m_bytes.size(); }
    int byte() { return atEnd() ? (++m_at, 0) : uchar(m_bytes.at(m_at++)); }
    QByteArray take(int count)
    {
        const QByteArray taken = m_bytes.mid(m_at, count);
        m_at += count;
        return taken;
    }
    qint64 number()
    {
        qint64 bits = 0;
        for (int i = 0; i < 8; ++i)
            bits = qint64(quint64(bits) << 8 | quint64(byte()));
        return bits;
    }

private:
    const QByteArray m_bytes;
    qsizetype m_at = 0;
};

void bindValue(sqlite3_stmt *statement, Orders &orders)
{
    static constexpr qint64 numbers[] = {0,
                                         -1,
                                         1,
                                         4,
                                         99,
                                         2'147'483'647,
                                         -2'147'483'648,
                                         9'223'372'036'854'775'807,
                                         -9'223'372'036'854'775'807 - 1,
                                         1'000'000'000'000,
                                         -62'135'596'800'000};
    static constexpr double reals[] = {0, -1, 1e-300, 1e300, 1e18, 0.1, 36500, HUGE_VAL, -HUGE_VAL};
    switch (orders.byte() % 6) {
    case 0:
        sqlite3_bind_int64(statement, 1, orders.number());
        return;
    case 1:
        sqlite3_bind_int64(statement, 1, numbers[size_t(orders.byte()) % std::size(numbers)]);
        return;
    case 2:
        sqlite3_bind_double(statement, 1, reals[size_t(orders.byte()) % std::size(reals)]);
        return;
    case 3: {
        const QByteArray text = orders.take(orders.byte());
        sqlite3_bind_text(statement, 1, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        return;
    }
    case 4: {
        const QByteArray blob = orders.take(orders.byte());
        sqlite3_bind_blob(statement, 1, blob.constData(), int(blob.size()), SQLITE_TRANSIENT);
        return;
    }
    default:
        sqlite3_bind_null(statement, 1);
    }
}

// A row again with one value exchanged: past the trigger that forbids an update.
QByteArray exchange(const Table &table, int column, int row)
{
    QByteArray values;
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        values += (i ? ", " : "") + (i == column ? QByteArray("?1") : '"' + table.columns.at(i) + '"');
    return "INSERT OR REPLACE INTO \"" + table.name + "\" SELECT " + values + " FROM \"" + table.name +
           "\" ORDER BY 1 LIMIT 1 OFFSET " + QByteArray::number(row);
}

void storeValue(const QString &path, Orders &orders)
{
    const Table &table = base().tables.at(orders.byte() % base().tables.size());
    const int column = orders.byte() % int(table.columns.size());
    const QByteArray sql = exchange(table, column, orders.byte() % 8);
    sqlite3 *handle = nullptr;
    sqlite3_open(QFile::encodeName(path).constData(), &handle);
    const std::optional<qint64> unstamped;
    require(bool(registerFunctions(handle, &unstamped)), "the triggers can run");
    sqlite3_exec(handle, "PRAGMA ignore_check_constraints=ON; PRAGMA synchronous=OFF", nullptr, nullptr,
                 nullptr);
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql.constData(), -1, &statement, nullptr) == SQLITE_OK) {
        bindValue(statement, orders);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    sqlite3_close(handle);
}

void changeBytes(const QString &path, int what, Orders &orders)
{
    QByteArray file = contentOf(path);
    const qsizetype pages = std::max<qsizetype>(1, file.size() / pageSize);
    if (what == 0) {
        const qsizetype at = (orders.byte() << 16 | orders.byte() << 8 | orders.byte()) % (file.size() + 1);
        const QByteArray bytes = orders.take(orders.byte() % 64);
        file.replace(at, bytes.size(), bytes);
    } else if (what == 1) {
        file.truncate(file.size() * orders.byte() / 256);
    } else {
        const QByteArray page = file.mid(orders.byte() % pages * pageSize, pageSize);
        file.replace(orders.byte() % pages * pageSize, page.size(), page);
    }
    write(path, file);
}

void makeFile(const QString &path, const QByteArray &input)
{
    if (input.startsWith("SQLite format 3"))
        return write(path, input);
    write(path, base().file);
    Orders orders(input);
    for (int changes = 0; !orders.atEnd() && changes < 20; ++changes) {
        const int what = orders.byte() % 4;
        if (what == 3)
            storeValue(path, orders);
        else
            changeBytes(path, what, orders);
    }
}

void look(const Library &library)
{
    Catalogue catalogue(library);
    (void) catalogue.refresh();
    for (const char16_t *query : {u"", u"cookies", u"level:basic is:due", u"-tag:x \"what is\""}) {
        const auto found = catalogue.search(parseQuery(QString::fromUtf16(query)).query);
        for (const QuestionFacts &facts : found ? *found : QList<QuestionFacts>()) {
            (void) (levelName(facts.level) + kindName(facts.kind) + levelWord(facts.level) +
                    kindWord(facts.kind));
            (void) historyWords(facts.card, catalogue.recall(facts), library.now());
            (void) placeOfHit(library, facts, {u"cook"_s});
            if (const auto why = whyReport(library, facts.id))
                (void) (whyWords(*why) + whyHistory(*why));
            (void) loadQuestion(library, facts.id);
        }
    }
    (void) todaySummary(library);
    (void) catchUp(library);
    (void) checkStore(library.store());
    if (const auto histories = memoryHistories(library)) {
        for (const Period period : {Period::Month, Period::All}) {
            if (const auto report = progressReport(library, period, *histories))
                (void) toCsv(*report);
        }
    }
}

void use(Library &library)
{
    if (auto session = Session::start(library, {})) {
        for (int i = 0; i < 3 && session->current(); ++i) {
            const StudyCard card = *session->current();
            for (const Schedule &outcome : card.outcomes)
                (void) (intervalWords(outcome, library.now()) + returnWords(outcome, library.now()));
            session->reveal();
            if (!session->answer(Rating(1 + i)))
                session->skip();
        }
        (void) session->undo();
    }
    Preferences preferences = library.preferences();
    preferences.scheduling.model = MemoryModelKind::Fsrs6;
    preferences.scheduling.desiredRetention = 0.8;
    (void) library.setPreferences(preferences, true);
    for (int i = 0; i < 4 && library.undo(); ++i) {
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir dir;
    static const QtMessageHandler quiet =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    (void) quiet;
    (void) base();
    const QString path = dir.filePath(u"flaskcards.db"_s);
    QDir folder(dir.path());
    for (const QString &file : folder.entryList(QDir::Files))
        folder.remove(file);
    makeFile(path, fuzz::bytes(data, size));
    const QByteArray before = contentOf(path);
    bool refused = false;
    {
        auto database = Database::open(path);
        refused = !database;
        if (refused)
            require(!errorSentence(database.error()).isEmpty(), "a refusal has words");
    }
    if (refused) {
        require(contentOf(path) == before, "a refused file is as it was");
        require(!Library::open({dir.path(), base().place({}).bankDir}, base().clock()), "twice the same");
        require(contentOf(path) == before, "a refused file is as it was, the second time too");
        return 0;
    }
    auto library = Library::open({dir.path(), base().place({}).bankDir}, base().clock());
    if (!library)
        return 0;
    look(**library);
    use(**library);
    look(**library);
    return 0;
}
