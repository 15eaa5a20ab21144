// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teachingorder.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace flaskcards {

namespace {

// Emits questions in the wished order, each after its prerequisites; a cycle is broken where it closes.
class PrerequisitesFirst
{
public:
    explicit PrerequisitesFirst(const QList<Question> &questions)
        : m_questions(questions), m_seen(questions.size())
    {
        for (int i = 0; i < questions.size(); ++i)
            m_indexOf.insert(questions.at(i).slug, i);
    }

    void place(int index)
    {
        if (m_seen.at(index))
            return;
        m_seen[index] = true;
        for (const QString &slug : m_questions.at(index).after) {
            if (const auto before = m_indexOf.constFind(slug); before != m_indexOf.cend())
                place(*before);
        }
        m_order.append(index);
    }

    const QList<int> &order() const { return m_order; }

private:
    const QList<Question> &m_questions;
    QHash<QString, int> m_indexOf;
    QList<bool> m_seen;
    QList<int> m_order;
};

} // namespace

QList<int> teachingOrder(const QList<Question> &questions)
{
    const auto rank = [&](int index) {
        const Question &question = questions.at(index);
        return std::tuple(-askedCount(question), int(question.level), topics().indexOf(question.topic),
                          QStringView(question.slug));
    };
    QList<int> wished(questions.size());
    std::iota(wished.begin(), wished.end(), 0);
    std::sort(wished.begin(), wished.end(), [&](int a, int b) { return rank(a) < rank(b); });

    PrerequisitesFirst placed(questions);
    for (const int index : std::as_const(wished))
        placed.place(index);
    return placed.order();
}

QList<int> neededBy(const QList<Question> &questions)
{
    QHash<QString, int> indexOf;
    for (int i = 0; i < questions.size(); ++i)
        indexOf.insert(questions.at(i).slug, i);
    QList<int> counts(questions.size());
    for (int i = 0; i < questions.size(); ++i) {
        QList<bool> reached(questions.size());
        QList<int> open = {i};
        while (!open.isEmpty()) {
            for (const QString &slug : questions.at(open.takeLast()).after) {
                const int before = indexOf.value(slug, i);
                if (before == i || reached.at(before))
                    continue;
                reached[before] = true;
                ++counts[before];
                open.append(before);
            }
        }
    }
    return counts;
}

} // namespace flaskcards
