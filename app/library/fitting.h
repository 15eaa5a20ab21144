// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/optimizer.h"
#include "library/library.h"

#include <QFuture>
#include <QFutureWatcher>

namespace flaskcards {

// One column of "predicted against actual": answers whose recall was predicted about so high.
struct CalibrationBin {
    double predicted = 0; // mean
    double actual = 0;    // share recalled
    int answers = 0;

    bool operator==(const CalibrationBin &) const = default;
};

// What fitting the person's log found.
struct FitReport {
    Fit fit;
    QHash<QString, TopicParameters> topics = {}; // kept ones only
    int reviews = 0;                             // in the whole log
    QList<CalibrationBin> before = {};           // held-out answers, by the parameters in force …
    QList<CalibrationBin> after = {};            // … and by the new ones
};

// The log as the optimizer takes it.
std::vector<LoggedAnswer> loggedAnswers(const QList<Review> &reviews);

// Reads the log from the file and fits it. For a thread of its own: opens a connection that only reads.
// `progress` as in FitOptions. None when cancelled.
Result<std::optional<FitReport>> fitLog(const QString &databasePath, const Preferences &preferences,
                                        const std::function<bool(double)> &progress);

// What the preferences become when the report is followed.
Preferences withFit(Preferences preferences, const FitReport &report);

// Whether the log has grown by a tenth (and at least by 100 answers) since the last fit.
Result<bool> isFitDue(const Library &library);

// Fits in the background; one at a time. Lives in the library's thread.
class Fitting : public QObject
{
    Q_OBJECT

public:
    // The library must outlive it.
    explicit Fitting(Library &library, QObject *parent = nullptr);
    ~Fitting() override; // cancels and waits

    bool isRunning() const { return m_watcher.isRunning(); }

    // Starts, unless it runs. `keep`: a better result is taken over at once (one step of undo); otherwise
    // whoever listens decides.
    void start(bool keep);
    // start(true), if the person wants it and the log has grown enough.
    void startIfDue();
    void cancel();

    // The last result in this run of the program, if there is one.
    const std::optional<FitReport> &report() const { return m_report; }

    // Takes the last result over; as Library::setPreferences.
    Result<Changes> keepReport(bool moveDueDays = false);

signals:
    void progressed(int percent);
    void finished();                                // report() is new
    void failed(const flaskcards::Error &error);    // or cancelled: code NotFound
    void kept(const flaskcards::FitReport &report); // taken over by itself

private:
    void take();

    Library &m_library;
    QFutureWatcher<Result<std::optional<FitReport>>> m_watcher;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::optional<FitReport> m_report;
    bool m_keep = false;
};

} // namespace flaskcards
