// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace flaskcards {

// A fenced block: ```python test file=… . Lines count from 1.
struct FencedBlock {
    QString language;  // first word after the fence; empty if none
    QStringList flags; // the other words but file=, as written: test, norun, bug=RuntimeError …
    QString file;      // value of file=; empty: none
    QString text;      // what stands between the fences, every line ended with \n
    int line = 0;      // of the opening fence
    int lastLine = 0;  // of the closing fence, or of the text if that is missing
    bool closed = false;

    bool hasFlag(QStringView flag) const; // also true for flag=value
    QString flagValue(QStringView flag) const;
    bool isTest() const { return hasFlag(u"test"); }
    QList<int> faultyLines() const; // those of fault=7,8 that it has, ascending, from 1
    bool isExecuted() const; // python that runs when the card is checked

    bool operator==(const FencedBlock &) const = default;
};

// Follows fences of backticks and tildes line by line, as CommonMark has them.
class FenceScanner
{
public:
    enum class LineKind { Text, Opening, Code, Closing };

    LineKind next(QStringView line);
    bool isOpen() const { return m_length > 0; }
    QStringView info() const { return m_info; } // of the last opening line; points into that line
    qsizetype indent() const { return m_indent; }

private:
    QChar m_mark;
    qsizetype m_length = 0; // of the open fence; 0: none is open
    qsizetype m_indent = 0;
    QStringView m_info;
};

QList<FencedBlock> codeBlocks(const QString &markdown);

// The text without what is code: fenced blocks, inline code and link targets become spaces, lines stay where
// they are. A backtick that closes nothing stays.
QString proseOf(const QString &markdown);

// The contents of all `inline code`.
QStringList inlineCodeOf(const QString &markdown);

} // namespace flaskcards
