// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace flaskcards {

// Letters to insert, drop, replace or swap with a neighbour to make b of a.
int editDistance(QStringView a, QStringView b);

// The likely word for a misspelt one; empty if none is near.
QString nearestWord(const QString &misspelt, const QStringList &words);

// The word itself if it is one of them, or all it is the beginning of.
QStringList completions(const QString &beginning, const QStringList &words);

} // namespace flaskcards
