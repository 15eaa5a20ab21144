// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace flaskcards {

// One row of two texts side by side. Lines count from 0; -1: this side has nothing here.
struct DiffRow {
    int left = -1;
    int right = -1;
    bool same = false;

    bool operator==(const DiffRow &) const = default;
};

// The longest common run of lines stays; of what lies between, line stands beside line. Blanks at the end of
// a line do not count. Texts that differ in more than some 2000 lines are compared at their ends only.
QList<DiffRow> diffLines(const QStringList &left, const QStringList &right);

// Lines without the end of the last one: no line for an empty text.
QStringList codeLines(const QString &code);

} // namespace flaskcards
