// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exercise.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace flaskcards {

// How a run of the person's code ended.
struct CodeResult {
    enum class Verdict {
        Passed,        // the code ran and the card's check holds
        Ran,           // the code ran; there is no check
        Failed,        // the check does not hold
        Raised,        // the code itself raised
        Late,          // stopped at the time limit
        TooMuchOutput, // stopped when it had printed too much
        Ended,         // left, or was killed, before its end
        Stopped,       // by stop()
        NotStarted,
    };
    Verdict verdict = Verdict::NotStarted;
    QString summary = {}; // "NameError: name 'app' is not defined"
    QString source = {};  // the check's statement that did not hold
    int line = 0;         // of the code where it happened, from 1; 0: elsewhere
    QString module = {};  // that could not be imported
    QString output = {};  // what was printed, errors too; its beginning if that is a lot
};

// Runs code with the check of its card: in a process with a temporary folder of its own, for a limited time,
// and with everything that it starts ended when it ends. One at a time.
class CodeRun : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        double seconds = 10;
        qint64 outputBytes = 64 * 1024;
    };

    explicit CodeRun(QObject *parent = nullptr) : CodeRun(Limits(), parent) {}
    CodeRun(const Limits &limits, QObject *parent);
    ~CodeRun() override; // ends what runs

    // Nothing if one is under way.
    void start(const QString &python, const QString &code, const Exercise &exercise);
    void stop(); // finished() follows
    bool isRunning() const { return m_folder != nullptr; }
    const Limits &limits() const { return m_limits; }

signals:
    void finished(const flaskcards::CodeResult &result);

private:
    bool writeJob(const QString &code, const Exercise &exercise) const;
    void readOutput();
    void endByForce();
    void conclude();
    CodeResult readResult() const;
    QString path(const QString &name) const { return m_folder->filePath(name); }

    const Limits m_limits;
    QProcess m_process;
    QTimer m_deadline; // for a runner that does not keep to its own
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_output;
    qint64 m_group = 0;
    bool m_isFull = false;
    bool m_isStopped = false;
};

} // namespace flaskcards
