// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace flaskcards {

// An ordered set of questions to study.
struct LearningPath {
    QString title;
    QString description;
    QStringList slugs; // each once

    bool operator==(const LearningPath &) const = default;
};

// Reads a path file: "title: …", "description: …", then a slug a line; # begins a comment. A line that is
// none of these is left out and named in `problems` ("3: …"), and so is a slug that comes twice.
LearningPath parsePath(const QString &text, QStringList *problems = nullptr);

} // namespace flaskcards
