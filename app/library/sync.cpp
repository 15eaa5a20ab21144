// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/sync.h"

#include "storage/synccopy.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QSysInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView folderKey = "sync/folder"_L1;
constexpr QLatin1StringView seenKey = "sync/seen/"_L1;
constexpr QLatin1StringView changedKey = "sync/changed"_L1; // outlives a killed run
constexpr int afterStartMs = 3'000;

// Readable, and unique to this machine and data folder: a data folder that is copied to another machine makes
// another name there by itself.
QString machineName(const QString &dataDir)
{
    const QByteArray place = QSysInfo::machineUniqueId() + '\n' + QSysInfo::machineHostName().toUtf8() +
                             '\n' + QDir(dataDir).canonicalPath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(8);
    static const QRegularExpression odd(u"[^A-Za-z0-9]+"_s);
    const QString host = QSysInfo::machineHostName().section(u'.', 0, 0).replace(odd, u"_"_s).left(30);
    return u"%1-%2"_s.arg(host.isEmpty() ? u"machine"_s : host, QString::fromLatin1(hash));
}

QString fingerprintOf(const QFileInfo &file)
{
    return u"%1 %2"_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
}

} // namespace

Sync::Sync(Library &library, QObject *parent)
    : QObject(parent), m_library(library), m_changed(library.viewState(changedKey) != u"0"_s)
{
    connect(&library, &Library::changed, this, [this] {
        if (!m_changed)
            m_library.setViewState(changedKey, u"1"_s);
        m_changed = true;
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Sync::takeReading);
    connect(&m_writer, &QFutureWatcherBase::finished, this, [this] { settle(m_writer.result()); });
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, &Sync::start);
    connect(&m_timer, &QTimer::timeout, this, &Sync::start);
    watch();
}

Sync::~Sync()
{
    m_watcher.disconnect();
    m_writer.disconnect();
    m_watcher.waitForFinished();
    m_writer.waitForFinished();
}

QString Sync::folder() const
{
    return m_library.viewState(folderKey);
}

Result<void> Sync::setFolder(const QString &folder)
{
    const QString canonical = folder.isEmpty() ? QString() : QFileInfo(folder).canonicalFilePath();
    const bool own = canonical == QDir(m_library.place().dataDir).canonicalPath();
    if (!folder.isEmpty() && (!QFileInfo(folder).isDir() || own))
        return Error{ErrorCode::Invalid, folder};
    m_library.setViewState(folderKey, canonical);
    m_problem.reset();
    m_changed = true;
    m_writtenMs = 0;
    watch();
    return {};
}

void Sync::watch()
{
    if (!m_files.directories().isEmpty())
        m_files.removePaths(m_files.directories());
    m_timer.stop();
    if (folder().isEmpty())
        return;
    m_files.addPath(folder());
    m_timer.start(everyMs);
    QTimer::singleShot(afterStartMs, this, &Sync::start);
}

QString Sync::ownFile() const
{
    return folder() + u"/flaskcards-%1.db"_s.arg(machineName(m_library.place().dataDir));
}

QList<SharedCopy> Sync::others() const
{
    QList<SharedCopy> copies;
    if (folder().isEmpty())
        return copies;
    const QString own = QFileInfo(ownFile()).fileName();
    for (const QFileInfo &file :
         QDir(folder()).entryInfoList({u"flaskcards-*.db"_s}, QDir::Files, QDir::Name)) {
        if (file.fileName() == own)
            continue;
        const QString name = file.completeBaseName().section(u'-', 1);
        copies.append({file.filePath(), name.section(u'-', 0, 0), file.lastModified(), fingerprintOf(file)});
    }
    return copies;
}

QList<SharedCopy> Sync::unseen() const
{
    QList<SharedCopy> copies = others();
    copies.removeIf([this](const SharedCopy &copy) {
        return m_library.viewState(seenKey + QFileInfo(copy.path).fileName()) == copy.fingerprint;
    });
    return copies;
}

// A file that is just being carried over may be half there: it comes again with the next look.
Sync::Reading Sync::read(const QList<SharedCopy> &copies)
{
    Reading reading;
    for (const SharedCopy &copy : copies) {
        auto source = MergeSource::read(copy.path);
        if (source)
            reading.found.append({copy, std::shared_ptr<MergeSource>(std::move(*source))});
        else
            reading.error = source.error();
    }
    return reading;
}

MergeReport Sync::take(const Reading &reading)
{
    MergeReport all;
    m_problem = reading.error;
    for (const Found &found : reading.found) {
        const auto report = mergeCopy(m_library, *found.source, MergeStep::Unlabelled);
        if (!report) {
            m_problem = report.error();
            continue;
        }
        all += *report;
        m_library.setViewState(seenKey + QFileInfo(found.copy.path).fileName(), found.copy.fingerprint);
    }
    if (!all.isEmpty())
        emit merged(all);
    return all;
}

// What is not kept here is not to be told elsewhere.
bool Sync::mayRun() const
{
    return !folder().isEmpty() && !m_library.isReadOnly() && !m_library.isReplaced();
}

void Sync::start()
{
    if (!mayRun() || m_watcher.isRunning() || m_writer.isRunning())
        return;
    m_watcher.setFuture(QtConcurrent::run([copies = unseen()] { return read(copies); }));
}

void Sync::takeReading()
{
    take(m_watcher.result());
    if (isWriteDue())
        write();
    else
        emit finished();
}

bool Sync::isWriteDue() const
{
    const qint64 since = m_library.clock().nowMs() - m_writtenMs;
    return !QFile::exists(ownFile()) || (m_changed && (since < 0 || since >= writeAfterMs));
}

void Sync::write()
{
    m_changed = false; // what changes from now on goes into the next one
    m_writer.setFuture(QtConcurrent::run([source = m_library.store().database.path(), target = ownFile()] {
        return writeSyncCopy(source, target);
    }));
}

void Sync::settle(const Result<void> &written)
{
    if (written) {
        m_writtenMs = m_library.clock().nowMs();
        m_library.setViewState(changedKey, m_changed ? u"1"_s : u"0"_s);
    } else {
        m_changed = true;
        m_problem = written.error();
    }
    emit finished();
}

Result<MergeReport> Sync::run()
{
    if (!mayRun())
        return MergeReport();
    m_watcher.waitForFinished();
    m_writer.waitForFinished();
    const MergeReport report = take(read(unseen()));
    if (m_changed || !QFile::exists(ownFile())) {
        m_changed = false;
        settle(writeSyncCopy(m_library.store().database.path(), ownFile()));
    }
    if (m_problem)
        return *m_problem;
    return report;
}

} // namespace flaskcards
