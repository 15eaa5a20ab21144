// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/python/coderun.h"

#include "library/python/leftovers.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int graceMs = 3'000; // beyond the limit, for the runner to end what it started
constexpr qint64 longestResult = 256 * 1024;
constexpr qsizetype longestLine = 2'000; // characters of one text of the result

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size() && file.flush();
}

// A group of its own, so that it can be ended with its children; and it ends if this program is killed.
void becomeGroup()
{
    ::setsid();
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
}

// What a Python needs to run and find its modules, and no more: what else the person's environment says, such
// as SECRET_KEY or PYTHONOPTIMIZE, might decide a check, and is nobody's business.
QProcessEnvironment environment(const QString &temporary)
{
    static const QStringList needed{u"PATH"_s,
                                    u"HOME"_s,
                                    u"USER"_s,
                                    u"LOGNAME"_s,
                                    u"LANG"_s,
                                    u"LANGUAGE"_s,
                                    u"TZ"_s,
                                    u"VIRTUAL_ENV"_s,
                                    u"LD_LIBRARY_PATH"_s,
                                    u"PYTHONPATH"_s,
                                    u"PYTHONHOME"_s,
                                    u"PYTHONUSERBASE"_s,
                                    u"PYTHONNOUSERSITE"_s};
    const QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const QString &name : all.keys()) {
        if (needed.contains(name) || name.startsWith(u"LC_"_s))
            environment.insert(name, all.value(name));
    }
    environment.insert(u"TMPDIR"_s, temporary);
    environment.insert(u"PYTHONIOENCODING"_s, u"utf-8:replace"_s);
    return environment;
}

CodeResult::Verdict verdictOf(const QString &word)
{
    static const QHash<QString, CodeResult::Verdict> verdicts{
        {u"passed"_s, CodeResult::Verdict::Passed}, {u"ran"_s, CodeResult::Verdict::Ran},
        {u"failed"_s, CodeResult::Verdict::Failed}, {u"raised"_s, CodeResult::Verdict::Raised},
        {u"late"_s, CodeResult::Verdict::Late},     {u"stopped"_s, CodeResult::Verdict::Stopped}};
    return verdicts.value(word, CodeResult::Verdict::Ended);
}

// Within the folder whatever the name says: cards may be anybody's.
bool staysInside(const QString &name)
{
    const QString clean = QDir::cleanPath(name);
    return !clean.isEmpty() && !QDir::isAbsolutePath(clean) && clean != u".."_s &&
           !clean.startsWith(u"../"_s);
}

} // namespace

CodeRun::CodeRun(const Limits &limits, QObject *parent) : QObject(parent), m_limits(limits)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier(&becomeGroup);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(int(limits.seconds * 1000) + graceMs);
    connect(&m_deadline, &QTimer::timeout, this, &CodeRun::endByForce);
    connect(&m_process, &QProcess::readyRead, this, &CodeRun::readOutput);
    connect(&m_process, &QProcess::finished, this, &CodeRun::conclude);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_group = 0;
        conclude();
    });
}

CodeRun::~CodeRun()
{
    m_process.disconnect(this);
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(graceMs))
        m_process.kill();
    endByForce();
    m_process.waitForFinished(graceMs);
}

bool CodeRun::writeJob(const QString &code, const Exercise &exercise) const
{
    QFile runner(u":/library/python/runner.py"_s);
    if (!m_folder->isValid() || !runner.open(QIODevice::ReadOnly))
        return false;
    const QJsonObject job{{u"code"_s, code},
                          {u"setUp"_s, exercise.setUp},
                          {u"test"_s, exercise.test},
                          {u"imports"_s, exercise.imports},
                          {u"needs"_s, QJsonArray::fromStringList(exercise.needs)}};
    bool written = writeFile(path(u"runner.py"_s), runner.readAll()) &&
                   writeFile(path(u"job.json"_s), QJsonDocument(job).toJson()) &&
                   writeFile(path(u"work/card.py"_s), code.toUtf8()) && QDir().mkpath(path(u"tmp"_s));
    for (const Exercise::File &file : exercise.files) {
        if (staysInside(file.name))
            written = written && writeFile(path(u"work/"_s + file.name), file.text.toUtf8());
    }
    return written;
}

void CodeRun::start(const QString &python, const QString &code, const Exercise &exercise)
{
    if (isRunning())
        return;
    m_folder = std::make_unique<QTemporaryDir>();
    m_output.clear();
    m_isFull = m_isStopped = false;
    m_group = 0;
    if (!writeJob(code, exercise))
        return conclude();
    m_process.setProcessEnvironment(environment(path(u"tmp"_s)));
    m_process.setWorkingDirectory(m_folder->path());
    m_deadline.start();
    m_process.start(python,
                    {u"-B"_s, path(u"runner.py"_s), m_folder->path(), QString::number(m_limits.seconds)});
    m_group = m_process.processId();
}

void CodeRun::stop()
{
    if (!isRunning())
        return;
    m_isStopped = true;
    m_process.terminate();
}

// What comes after the limit is read too, and dropped: a full pipe would keep the code waiting.
void CodeRun::readOutput()
{
    const QByteArray more = m_process.readAll();
    m_output += more.first(std::min(more.size(), m_limits.outputBytes - m_output.size()));
    if (m_isFull || m_output.size() < m_limits.outputBytes)
        return;
    m_isFull = true;
    m_process.terminate();
}

// A runner that did not come to its own end has not ended what the code started either.
void CodeRun::endByForce()
{
    if (m_group <= 1)
        return;
    ::kill(static_cast<pid_t>(-m_group), SIGKILL);
    if (m_process.state() != QProcess::NotRunning || m_process.exitStatus() == QProcess::CrashExit)
        endProcessesIn(m_folder->path());
}

CodeResult CodeRun::readResult() const
{
    QFile file(path(u"result.json"_s));
    if (m_group == 0)
        return {.verdict = CodeResult::Verdict::NotStarted, .summary = m_process.errorString()};
    if (!file.open(QIODevice::ReadOnly))
        return {.verdict = CodeResult::Verdict::Ended};
    const QJsonObject found = QJsonDocument::fromJson(file.read(longestResult)).object();
    const auto text = [&](const QString &name) {
        return found[name].toString().left(longestLine);
    };
    return {.verdict = verdictOf(text(u"verdict"_s)),
            .summary = text(u"summary"_s),
            .source = text(u"source"_s),
            .line = found[u"line"_s].toInt(),
            .module = text(u"module"_s)};
}

void CodeRun::conclude()
{
    m_deadline.stop();
    readOutput();
    endByForce(); // what may still be in its group
    CodeResult result = readResult();
    if (m_isFull)
        result.verdict = CodeResult::Verdict::TooMuchOutput;
    else if (m_isStopped)
        result.verdict = CodeResult::Verdict::Stopped;
    result.output = QString::fromUtf8(m_output);
    m_folder.reset();
    emit finished(result);
}

} // namespace flaskcards
