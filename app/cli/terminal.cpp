// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include "library/words.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace flaskcards {

Terminal::Terminal() : m_out(stdout), m_err(stderr)
{
    m_inFile.open(stdin, QIODevice::ReadOnly);
    m_in.setDevice(&m_inFile);
}

void Terminal::line(const QString &text)
{
    m_out << text << '\n';
    m_out.flush();
}

void Terminal::print(const QString &text)
{
    m_out << text;
    m_out.flush();
}

void Terminal::complain(const QString &text)
{
    m_err << text << '\n';
    m_err.flush();
}

int Terminal::failed(const Error &error)
{
    complain(u"flaskcards: "_s + errorSentence(error));
    return 1;
}

std::optional<QString> Terminal::read()
{
    QString text;
    return m_in.readLineInto(&text) ? std::optional(text) : std::nullopt;
}

} // namespace flaskcards
