// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/questionfile.h"

namespace flaskcards {

// Collects what the rules of one card complain of.
class Complaints
{
public:
    explicit Complaints(const QString &file) : m_file(file) {}
    void add(int line, const char16_t *rule, const QString &text)
    {
        m_problems.append({m_file, line, QString::fromUtf16(rule), text});
    }
    const QList<Problem> &problems() const { return m_problems; }

private:
    QString m_file;
    QList<Problem> m_problems;
};

void checkText(const ParsedQuestion &parsed, Complaints *complaints);
void checkHeader(const ParsedQuestion &parsed, Complaints *complaints);
void checkSections(const ParsedQuestion &parsed, Complaints *complaints);
void checkOptions(const ParsedQuestion &parsed, Complaints *complaints);
void checkProse(const ParsedQuestion &parsed, Complaints *complaints);
void checkCode(const ParsedQuestion &parsed, Complaints *complaints);

// Lower-case words, digits and hyphens: the form of ids and tags.
bool isSlug(QStringView text);

// Runs of anything but white space.
int wordCount(QStringView text);

} // namespace flaskcards
