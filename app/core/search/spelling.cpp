// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/spelling.h"

#include <QList>

#include <algorithm>
#include <numeric>

namespace flaskcards {

int editDistance(QStringView a, QStringView b)
{
    QList<int> before;
    QList<int> previous;
    QList<int> current(b.size() + 1);
    std::iota(current.begin(), current.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        before = std::exchange(previous, current);
        current[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({replaced, previous[j] + 1, current[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[j] = std::min(current[j], before[j - 2] + 1);
        }
    }
    return current.last();
}

QString nearestWord(const QString &misspelt, const QStringList &words)
{
    constexpr qsizetype longestWord = 40;
    QString best;
    int least = static_cast<int>(misspelt.size()) / 3 + 2;
    for (const QString &word : words) {
        const int distance = misspelt.size() > longestWord ? least : editDistance(misspelt, word);
        if (distance < least) {
            least = distance;
            best = word;
        }
    }
    return best;
}

QStringList completions(const QString &beginning, const QStringList &words)
{
    if (words.contains(beginning))
        return {beginning};
    QStringList found;
    std::copy_if(words.cbegin(), words.cend(), std::back_inserter(found),
                 [&beginning](const QString &word) { return word.startsWith(beginning); });
    return found;
}

} // namespace flaskcards
