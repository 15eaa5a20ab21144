// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/linediff.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr qsizetype mostCells = 4'000'000; // of the table; two bytes each

QString withoutBlanksAtEnd(QString line)
{
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line;
}

QStringList comparable(const QStringList &lines)
{
    QStringList result;
    result.reserve(lines.size());
    for (const QString &line : lines)
        result.append(withoutBlanksAtEnd(line));
    return result;
}

// Length of the longest common subsequence of what begins at (i, j), for all i and j.
class CommonLengths
{
public:
    CommonLengths(const QStringList &left, const QStringList &right)
        : m_columns(right.size() + 1),
          m_cells(static_cast<size_t>(left.size() + 1) * static_cast<size_t>(m_columns))
    {
        for (qsizetype i = left.size() - 1; i >= 0; --i)
            for (qsizetype j = right.size() - 1; j >= 0; --j)
                cell(i, j) = left[i] == right[j] ? quint16(at(i + 1, j + 1) + 1)
                                                 : std::max(at(i + 1, j), at(i, j + 1));
    }
    quint16 at(qsizetype i, qsizetype j) const { return m_cells[index(i, j)]; }

private:
    size_t index(qsizetype i, qsizetype j) const { return static_cast<size_t>(i * m_columns + j); }
    quint16 &cell(qsizetype i, qsizetype j) { return m_cells[index(i, j)]; }

    qsizetype m_columns;
    std::vector<quint16> m_cells;
};

// Rows of two stretches without a common line: line beside line.
void appendChanged(QList<DiffRow> *rows, int left, int leftEnd, int right, int rightEnd)
{
    while (left < leftEnd || right < rightEnd)
        rows->append({left < leftEnd ? left++ : -1, right < rightEnd ? right++ : -1, false});
}

// Pairs of lines that are the same, in order.
QList<std::pair<int, int>> commonLines(const QStringList &left, const QStringList &right)
{
    QList<std::pair<int, int>> pairs;
    if ((left.size() + 1) * (right.size() + 1) > mostCells)
        return pairs;
    const CommonLengths lengths(left, right);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < left.size() && j < right.size()) {
        if (left[i] == right[j])
            pairs.append({int(i++), int(j++)});
        else if (lengths.at(i + 1, j) >= lengths.at(i, j + 1))
            ++i;
        else
            ++j;
    }
    return pairs;
}

} // namespace

QList<DiffRow> diffLines(const QStringList &left, const QStringList &right)
{
    const QStringList a = comparable(left);
    const QStringList b = comparable(right);
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;

    QList<DiffRow> rows;
    for (int i = 0; i < head; ++i)
        rows.append({i, i, true});
    int i = int(head);
    int j = int(head);
    const auto middle = [&](const QStringList &lines) {
        return lines.mid(head, lines.size() - head - tail);
    };
    for (const auto &[inLeft, inRight] : commonLines(middle(a), middle(b))) {
        appendChanged(&rows, i, int(head) + inLeft, j, int(head) + inRight);
        i = int(head) + inLeft;
        j = int(head) + inRight;
        rows.append({i++, j++, true});
    }
    appendChanged(&rows, i, int(a.size() - tail), j, int(b.size() - tail));
    for (qsizetype k = tail; k > 0; --k)
        rows.append({int(a.size() - k), int(b.size() - k), true});
    return rows;
}

QStringList codeLines(const QString &code)
{
    if (code.isEmpty())
        return {};
    return (code.endsWith(u'\n') ? code.chopped(1) : code).split(u'\n');
}

} // namespace flaskcards
