// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include "library/words.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Card text and file names may come from anywhere: what a terminal would obey is not passed on.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

Terminal::Terminal() : m_out(stdout), m_err(stderr)
{
    m_inFile.open(stdin, QIODevice::ReadOnly);
    m_in.setDevice(&m_inFile);
}

void Terminal::line(const QString &text)
{
    m_out << harmless(text) << '\n';
    m_out.flush();
}

void Terminal::print(const QString &text)
{
    m_out << harmless(text);
    m_out.flush();
}

void Terminal::complain(const QString &text)
{
    m_err << harmless(text) << '\n';
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
