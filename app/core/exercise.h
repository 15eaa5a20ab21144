// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

#include <optional>

namespace flaskcards {

// What a card that asks for code brings along, taken from the fences of its example.
struct Exercise {
    struct File {
        QString name;
        QString text;

        bool operator==(const File &) const = default;
    };

    QString example;      // the model solution
    QList<File> files;    // to be written before anything runs
    QString setUp;        // checks that stand before the example: run first
    QString test;         // the hidden check; empty: there is none, or it needs more than one file of code
    QStringList needs;    // modules without which the check cannot run
    QString imports;      // lines of the example whose names the check may use
    QStringList names;    // which the check uses and the code has to define, in the order of the example
    bool inFiles = false; // the example consists of named files, so that there is nothing to run as a whole

    bool operator==(const Exercise &) const = default;
};

// None for kinds that do not ask for code, and where the example has no Python.
std::optional<Exercise> exerciseOf(const Question &question);

// A piece of code that is searched for its fault.
struct BugHunt {
    QString code;
    QList<int> faulty; // lines, from 1, ascending
};

// The block of a bug hunt's prompt that says which of its lines are at fault (```python fault=7,8). None where
// no block does: then the fault is not in a line, or nobody said in which.
std::optional<BugHunt> bugHuntOf(const Question &question);

} // namespace flaskcards
