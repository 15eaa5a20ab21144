// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/salvage.h"

#include "storage/database.h"
#include "storage/migrations.h"
#include "storage/sqlfunctions.h"
#include "storage/tableshape.h"

#include <QFile>
#include <QSet>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

// The rows of each table, those first whose table is certain.
using Rows = std::map<QByteArray, QList<RawRow>>;

QByteArray textOf(const RawRow &row, qsizetype column)
{
    return column < row.values.size() ? row.values.at(column).bytes : QByteArray();
}

class Search
{
public:
    Search(const PageImage &image, const QList<TableShape> &shapes) : m_image(image), m_shapes(shapes) {}

    void run()
    {
        noteFreePages();
        followSchema();
        for (quint32 number = 1; number <= m_image.pages(); ++number) {
            if (!m_seen.contains(number))
                lookAtStray(number);
        }
        m_rows.merge(m_strays); // moves whole tables only
        for (auto &[table, rows] : m_strays)
            m_rows[table] += rows;
        for (const RawRow &row : std::as_const(m_rows["reviews"]))
            m_knownAnswers.insert(row.rowid);
    }

    const Rows &rows() const { return m_rows; }
    qsizetype total() const
    {
        qsizetype count = 0;
        for (const auto &[table, rows] : m_rows)
            count += rows.size();
        return count;
    }
    // Ids of the answers that were found, and of those that only an index still knows.
    const QSet<qint64> &knownAnswers() const { return m_knownAnswers; }

private:
    // They hold rows that were deleted.
    void noteFreePages()
    {
        quint32 trunk = m_image.firstFreePage();
        while (trunk != 0 && !m_seen.contains(trunk)) {
            const QByteArray page = m_image.page(trunk);
            if (page.isEmpty())
                return;
            m_seen.insert(trunk);
            const auto number = [&](qsizetype at) {
                return qFromBigEndian<quint32>(page.constData() + at * 4);
            };
            const quint32 leaves = number(1);
            if (leaves > quint32(m_image.usableSize() / 4 - 2))
                return;
            for (quint32 i = 0; i < leaves; ++i)
                m_seen.insert(number(2 + i));
            trunk = number(0);
        }
    }

    void followSchema()
    {
        QHash<quint32, QByteArray> roots;
        walk(1, [&](const BTreePage &page) {
            for (const RawRow &row : page.rows) {
                if (row.values.size() == 5)
                    roots.insert(quint32(row.values.at(3).integer), textOf(row, 1));
            }
        });
        for (const auto &[root, name] : roots.asKeyValueRange()) {
            const auto shape = std::find_if(m_shapes.cbegin(), m_shapes.cend(),
                                            [&](const TableShape &known) { return known.name == name; });
            walk(root, [&](const BTreePage &page) {
                noteIndexed(page);
                for (const RawRow &row : page.rows) {
                    if (shape != m_shapes.cend() && shape->hasRowid == page.isTable && shape->fits(row))
                        m_rows[shape->name].append(row);
                }
            });
        }
    }

    void walk(quint32 root, const std::function<void(const BTreePage &)> &take)
    {
        QList<quint32> waiting = {root};
        while (!waiting.isEmpty()) {
            const quint32 number = waiting.takeLast();
            if (number == 0 || m_seen.contains(number))
                continue;
            const auto page = readBTreePage(m_image, number);
            if (!page)
                continue;
            m_seen.insert(number);
            waiting += page->children;
            take(*page);
        }
    }

    // A page that nothing leads to any more: what stands on it tells which table it is of.
    void lookAtStray(quint32 number)
    {
        const auto page = readBTreePage(m_image, number);
        if (!page || page->rows.isEmpty())
            return;
        noteIndexed(*page);
        const TableShape *table = nullptr;
        for (const bool exact : {true, false}) {
            for (const TableShape &shape : m_shapes) {
                const bool fits = shape.hasRowid == page->isTable &&
                                  std::all_of(page->rows.cbegin(), page->rows.cend(), [&](const RawRow &row) {
                                      return shape.fits(row) && (!exact || shape.isAsLongAs(row));
                                  });
                const bool isTold = shape.name != "setting_stamps"; // from an index of names it is not
                if (fits && isTold && !table)
                    table = &shape;
            }
        }
        if (table)
            m_strays[table->name] += page->rows;
    }

    // reviews_day: five numbers, the second a rating, the last the answer's id.
    void noteIndexed(const BTreePage &page)
    {
        for (const RawRow &row : page.rows) {
            const bool isNumbers =
                std::all_of(row.values.cbegin(), row.values.cend(),
                            [](const RawValue &value) { return value.type == RawValue::Type::Integer; });
            if (!page.isTable && isNumbers && row.values.size() == 5)
                m_knownAnswers.insert(row.values.at(4).integer);
        }
    }

    const PageImage &m_image;
    const QList<TableShape> &m_shapes;
    QSet<quint32> m_seen; // pages that are free or belong to what was followed
    Rows m_rows;
    Rows m_strays;
    QSet<qint64> m_knownAnswers;
};

Result<void> run(sqlite3 *connection, const QByteArray &sql)
{
    if (const int code = sqlite3_exec(connection, sql.constData(), nullptr, nullptr, nullptr);
        code != SQLITE_OK)
        return Error{errorCodeOf(code), QString::fromUtf8(sqlite3_errmsg(connection))};
    return {};
}

constexpr std::optional<qint64> noStamp;

// An empty file as the program of that version made it.
Result<Handle> fileOfVersion(const QString &path, int version)
{
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open(QFile::encodeName(path).constData(), &raw);
    Handle handle(raw, &sqlite3_close);
    if (opened != SQLITE_OK)
        return Error{errorCodeOf(opened), path};
    if (auto done = registerFunctions(raw, &noStamp); !done)
        return done.error();
    QByteArray script = "PRAGMA application_id=0x466c6b63; PRAGMA journal_mode=MEMORY;"
                        "PRAGMA synchronous=OFF; PRAGMA cache_size=-65536; BEGIN;";
    for (const QByteArray &migration : migrationScripts().first(version))
        script += migration;
    script += "PRAGMA user_version=" + QByteArray::number(version) + "; COMMIT;";
    // What no rule lets in is put right later, not lost here.
    script += "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON;";
    if (auto made = run(raw, script); !made)
        return made.error();
    return handle;
}

// The version of which most rows are, where the header does not tell it.
Result<int> versionOf(const PageImage &image)
{
    const int told = image.userVersion();
    if (told > newestSchemaVersion())
        return Error{ErrorCode::TooNew, {}};
    if (told > 0)
        return told;
    int best = newestSchemaVersion();
    qsizetype most = 0;
    for (int version = newestSchemaVersion(); version > 0; --version) {
        const auto empty = fileOfVersion(u":memory:"_s, version);
        if (!empty)
            return empty.error();
        const auto shapes = tableShapes(empty->get());
        if (!shapes)
            return shapes.error();
        Search search(image, *shapes);
        search.run();
        if (search.total() > most) {
            most = search.total();
            best = version;
        }
    }
    return best;
}

// What was taken back may still stand on a page.
QSet<qint64> takenBack(const Rows &rows)
{
    QSet<qint64> uids;
    const auto lives = rows.find("lives");
    for (const RawRow &row : lives == rows.end() ? QList<RawRow>() : lives->second) {
        if (row.values.at(1).integer % 2 == 0)
            uids.insert(row.rowid);
    }
    return uids;
}

bool wasTakenBack(const TableShape &table, const RawRow &row, const QSet<qint64> &uids)
{
    return table.columns.size() > 1 && table.columns.at(1).name == "uid" &&
           uids.contains(row.values.at(1).integer);
}

Result<int> write(sqlite3 *connection, const TableShape &table, const Rows &rows)
{
    const auto found = rows.find(table.name);
    const QSet<qint64> dead = takenBack(rows);
    RowWriter writer(connection, table);
    int written = 0;
    for (const RawRow &row : found == rows.end() ? QList<RawRow>() : found->second) {
        if (wasTakenBack(table, row, dead))
            continue;
        const auto inserted = writer.write(row);
        if (!inserted)
            return inserted.error();
        written += int(*inserted);
    }
    return written;
}

// Each card counts its answers.
int answersOfCards(const Rows &rows, const QList<TableShape> &shapes)
{
    qint64 sum = 0;
    for (const TableShape &shape : shapes) {
        const auto found = rows.find(shape.name);
        if (shape.name != "cards" || found == rows.end())
            continue;
        qsizetype column = 0;
        while (shape.columns.at(column).name != "answers")
            ++column;
        for (const RawRow &row : found->second)
            sum += std::clamp<qint64>(row.values.at(column).integer, 0, 100'000);
    }
    return int(std::min<qint64>(sum, std::numeric_limits<int>::max()));
}

Result<Salvaged> writeAll(sqlite3 *connection, const QList<TableShape> &shapes, const Search &search)
{
    Salvaged salvaged;
    const std::map<QByteArray, int Salvaged::*> counts = {{"reviews", &Salvaged::answers},
                                                          {"moves", &Salvaged::moves},
                                                          {"cards", &Salvaged::cards},
                                                          {"questions", &Salvaged::questions}};
    if (auto begun = run(connection, "BEGIN"); !begun)
        return begun.error();
    for (const TableShape &table : shapes) {
        const auto written = write(connection, table, search.rows());
        if (!written)
            return written.error();
        if (const auto count = counts.find(table.name); count != counts.end())
            salvaged.*count->second = *written;
    }
    if (auto committed = run(connection, "COMMIT"); !committed)
        return committed.error();
    salvaged.answersKnown = std::max(
        {salvaged.answers, int(search.knownAnswers().size()), answersOfCards(search.rows(), shapes)});
    return salvaged;
}

} // namespace

Result<Salvaged> salvageRows(const QString &damaged, const QString &target)
{
    const auto image = PageImage::read(damaged);
    if (!image)
        return image.error();
    const auto version = versionOf(*image);
    if (!version)
        return Error{version.error().code, damaged};
    QFile::remove(target);
    const auto file = fileOfVersion(target, *version);
    if (!file)
        return file.error();
    const auto shapes = tableShapes(file->get());
    if (!shapes)
        return shapes.error();
    Search search(*image, *shapes);
    search.run();
    if (search.total() == 0)
        return Error{ErrorCode::Corrupt, damaged};
    return writeAll(file->get(), *shapes, search);
}

} // namespace flaskcards
