// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ending.h"

#include <QApplication>
#include <QSocketNotifier>

#include <cerrno>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

namespace flaskcards {

namespace {

constexpr std::array watched{SIGTERM, SIGHUP, SIGINT};

int writeEnd = -1; // all that a signal handler can reach

// Only what is allowed in a signal handler: the rest is done by the event loop.
void passOn(int)
{
    const int before = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(writeEnd, &byte, 1);
    errno = before;
}

bool isIgnored(int number)
{
    struct sigaction present = {};
    return ::sigaction(number, nullptr, &present) == 0 && present.sa_handler == SIG_IGN;
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    ::sigaction(number, &action, nullptr);
}

} // namespace

Ending::Ending(QObject *parent) : QObject(parent)
{
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &Ending::nearing, Qt::DirectConnection);
    connect(qGuiApp, &QGuiApplication::saveStateRequest, this, &Ending::nearing, Qt::DirectConnection);
    watchSignals();
}

Ending::~Ending()
{
    for (const int number : watched) {
        if (!isIgnored(number))
            handle(number, SIG_DFL);
    }
    writeEnd = -1;
    for (const int socket : m_sockets)
        ::close(socket);
}

void Ending::watchSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, m_sockets.data()) != 0)
        return;
    writeEnd = m_sockets[0];
    auto *notifier = new QSocketNotifier(m_sockets[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Ending::end);
    for (const int number : watched) {
        if (!isIgnored(number))
            handle(number, passOn);
    }
}

// Windows first, that they can keep their places; a dialog must not stand in the way of the rest.
void Ending::end()
{
    std::array<char, 16> bytes{};
    [[maybe_unused]] const ssize_t taken = ::read(m_sockets[1], bytes.data(), bytes.size());
    emit nearing();
    QApplication::closeAllWindows();
    QCoreApplication::exit(0);
}

} // namespace flaskcards
