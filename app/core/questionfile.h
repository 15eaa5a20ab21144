// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cardoutline.h"
#include "core/question.h"

namespace flaskcards {

struct ParsedQuestion {
    QString file;
    Question question;       // all that could be read
    QList<Problem> problems; // what makes it unfit to be studied; the finer rules are checkQuestion's
    CardOutline outline;
};

// Reads a card file. The path gives topic (folder) and slug (name); the file system is not touched. Takes any
// bytes.
ParsedQuestion parseQuestion(const QString &path, const QByteArray &utf8);

// Question::followUps of a card file that has a header, without reading what comes behind it.
QStringList followUpsIn(const QString &source);

} // namespace flaskcards
