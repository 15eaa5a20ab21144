// SPDX-License-Identifier: GPL-3.0-or-later
// Ratios of the program to something bare, all in one run. Wants a quiet machine; says nothing about right or
// wrong.
#include "filledstore.h"
#include "library/catalogue.h"
#include "library/fitting.h"
#include "library/session.h"
#include "measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using namespace flaskcards::bench;

namespace {

void report(const char *what, double ours, double bare, const char *unit)
{
    std::printf("%-46s %9.2f %-4s bare %9.2f %-4s ratio %.2f\n", what, ours, unit, bare, unit, ours / bare);
    std::fflush(stdout);
}

// The two programs in turn, so that load on the machine hits both.
void benchStart(const QString &dataDir)
{
    const QString folder = QCoreApplication::applicationDirPath();
    QList<double> emptyMs, fullMs, emptyMiB, fullMiB;
    for (int run = 0; run < 21; ++run) {
        const ProcessCost empty = runProcess(folder + u"/bench_emptywindow"_s, {});
        const ProcessCost full = runProcess(folder + u"/bench_fullwindow"_s, {dataDir});
        if (run == 0)
            continue; // warms the caches
        emptyMs.append(empty.ms);
        fullMs.append(full.ms);
        emptyMiB.append(empty.peakMiB);
        fullMiB.append(full.peakMiB);
    }
    report("start to first painted window", medianOf(fullMs), medianOf(emptyMs), "ms");
    report("peak memory of that", medianOf(fullMiB), medianOf(emptyMiB), "MiB");
}

// What a keystroke in Browse asks, letter by letter, against the same MATCH through the C interface.
void benchSearch(const Library &library)
{
    Catalogue catalogue(library);
    if (auto read = catalogue.refresh(); !read)
        qFatal("%s", qPrintable(read.error().context));
    sqlite3_stmt *bare = nullptr;
    sqlite3_prepare_v2(library.store().database.handle(),
                       "SELECT rowid, question_rank(question_index) AS rank FROM question_index "
                       "WHERE question_index MATCH ? ORDER BY rank",
                       -1, &bare, nullptr);
    QList<double> oursUs, bareUs;
    for (const QString &typed : {u"blueprint"_s, u"request context"_s, u"session cookie"_s, u"the app"_s}) {
        for (int letters = 1; letters <= typed.size(); ++letters) {
            const QString text = typed.left(letters);
            oursUs.append(microseconds([&] { Q_UNUSED(bool(catalogue.search(parseQuery(text).query))); }));
            const QByteArray match = matchExpression(text.split(u' ', Qt::SkipEmptyParts)).toUtf8();
            bareUs.append(microseconds([&] {
                sqlite3_bind_text(bare, 1, match.constData(), -1, SQLITE_STATIC);
                while (sqlite3_step(bare) == SQLITE_ROW)
                    sqlite3_column_int64(bare, 0);
                sqlite3_reset(bare);
            }));
        }
    }
    sqlite3_finalize(bare);
    report("search keystroke, median", medianOf(oursUs), medianOf(bareUs), "us");
}

// An answer through the session against one bare INSERT, each durable in a transaction of its own.
void benchAnswer(Library &library, FixedClock &clock, const QString &folder)
{
    sqlite3 *other = nullptr;
    sqlite3_open(QDir(folder).filePath(u"bare.db"_s).toUtf8().constData(), &other);
    sqlite3_exec(
        other,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE reviews (id INTEGER PRIMARY KEY, question INTEGER, answered_at INTEGER, rating INTEGER,"
        " duration INTEGER)",
        nullptr, nullptr, nullptr);
    QList<QuestionId> all;
    for (const QuestionFacts &question : *library.store().questions.facts())
        all.append(question.id);
    QList<double> oursUs, bareUs;
    while (oursUs.size() < 500) {
        auto session = Session::start(library, {.listed = all});
        for (qsizetype i = 0; i < all.size() && session->current(); ++i) {
            clock.advanceMs(20'000);
            session->reveal();
            oursUs.append(microseconds([&] { Q_UNUSED(bool(session->answer(Rating::Good))); }));
            bareUs.append(microseconds([&] {
                sqlite3_exec(
                    other,
                    "INSERT INTO reviews (question, answered_at, rating, duration) VALUES (1, 2, 3, 4)",
                    nullptr, nullptr, nullptr);
            }));
        }
        clock.advanceMs(86'400'000);
    }
    sqlite3_close(other);
    report("an answer, committed, next card ready, median", medianOf(oursUs), medianOf(bareUs), "us");
}

// A fit with its gate against one replay of the same answers.
void benchFit(const Library &library)
{
    const TrainingSet set = TrainingSet::from(loggedAnswers(*library.store().reviews.allByQuestion()));
    const RankRange all{0, set.predictions()};
    QList<double> oursUs, bareUs;
    for (int run = 0; run < 21; ++run) {
        oursUs.append(microseconds([&] { Q_UNUSED(fit(set, all).has_value()); }));
        bareUs.append(microseconds([&] { Q_UNUSED(predictions(set, Fsrs6(), all).size()); }));
    }
    report("fit with its gate, against one replay, median", medianOf(oursUs), medianOf(bareUs), "us");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString dataDir = folder.filePath(u"data"_s);
    FixedClock clock(QDateTime::currentMSecsSinceEpoch() - qint64(365) * 86'400'000);
    constexpr int reviews = 10'000;
    auto library = filledLibrary(dataDir, clock, reviews);
    std::printf("%d answers in the log, built-in bank; %s\n", reviews,
                qPrintable(qEnvironmentVariable("QT_QPA_PLATFORM", u"xcb"_s)));
    benchSearch(*library);
    benchAnswer(*library, clock, folder.path());
    benchFit(*library);
    library.reset();
    benchStart(dataDir);
    return 0;
}
