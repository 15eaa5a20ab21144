// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/oneprogram.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int pauseMs = 50;
constexpr const char *request = "raise";
constexpr const char *reply = "here\n";
// By which a compositor lets the window that was asked take the focus from the one that asks.
constexpr const char *tokenVariable = "XDG_ACTIVATION_TOKEN";

// A folder has one name, however it was typed, and a socket's must be short. Empty: this user has no place
// for sockets.
QString serverNameOf(const QString &dataDir)
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (runtime.isEmpty())
        return {};
    const QString folder = QFileInfo(dataDir).canonicalFilePath();
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"%1/flaskcards-%2"_s.arg(runtime, QString::fromLatin1(hash.left(16)));
}

QString madeFolder(const QString &dataDir)
{
    QDir().mkpath(dataDir);
    return dataDir;
}

} // namespace

OneProgram::OneProgram(const QString &dataDir, QObject *parent)
    : QObject(parent),
      m_serverName(serverNameOf(madeFolder(dataDir))),
      m_lock(dataDir + u"/flaskcards.lock"_s)
{
    m_lock.setStaleLockTime(0); // however old: only the end of its process makes it stale
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &OneProgram::answer);
}

OneProgram::Standing OneProgram::claim(int waitMs)
{
    const QDeadlineTimer end(waitMs);
    do {
        if (m_lock.tryLock(0)) {
            listen();
            return Standing::First;
        }
        if (askToRaise(int(end.remainingTime())))
            return Standing::Raised;
        if (m_lock.error() != QLockFile::LockFailedError) {
            listen();
            return Standing::First;
        }
        QThread::msleep(pauseMs); // it may be starting, or ending
    } while (!end.hasExpired());
    return Standing::Silent;
}

OneProgram::Holder OneProgram::holder() const
{
    Holder holder;
    holder.lockFile = QDir::toNativeSeparators(m_lock.fileName());
    QString program;
    m_lock.getLockInfo(&holder.process, &holder.machine, &program);
    return holder;
}

bool OneProgram::askToRaise(int waitMs) const
{
    if (m_serverName.isEmpty())
        return false;
    const QDeadlineTimer end(waitMs);
    QLocalSocket socket;
    socket.connectToServer(m_serverName);
    if (!socket.waitForConnected(waitMs))
        return false;
    socket.write(QByteArray(request) + ' ' + qgetenv(tokenVariable) + '\n');
    while (!socket.canReadLine()) {
        if (end.hasExpired() || !socket.waitForReadyRead(int(end.remainingTime())))
            return false;
    }
    return socket.readLine() == reply;
}

// What a killed program left of its socket is in the way; the lock says that nobody listens there.
void OneProgram::listen()
{
    if (m_serverName.isEmpty() || m_server.isListening())
        return;
    QLocalServer::removeServer(m_serverName);
    if (!m_server.listen(m_serverName))
        qWarning("A second start cannot find this window: %s", qPrintable(m_server.errorString()));
}

void OneProgram::answer()
{
    QLocalSocket *socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine())
            return;
        const QList<QByteArray> words = socket->readLine().trimmed().split(' ');
        if (words.first() != request)
            return;
        if (words.size() > 1)
            qputenv(tokenVariable, words.at(1));
        emit raiseRequested();
        socket->write(reply);
        socket->flush();
    });
}

} // namespace flaskcards
