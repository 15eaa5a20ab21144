// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historymodel.h"

#include "library/stepwords.h"
#include "library/words.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

HistoryLine rowOf(const HistoryStep &step, const Library &library)
{
    const QString words = stepWords(step, library);
    return {.kind = HistoryLine::Kind::Step,
            .text = words,
            .time = stepTime(step, library),
            .note = step.undone ? HistoryModel::tr("taken back") : QString(),
            .full = HistoryModel::tr("%1 (%2)", "step (day and time)").arg(words, stepMoment(step, library)),
            .id = step.id,
            .undone = step.undone};
}

HistoryLine dayRow(int day, int today)
{
    return {.kind = HistoryLine::Kind::Day, .text = capitalised(dayWords(day, today))};
}

HistoryLine nowRow(bool anyUndone)
{
    return {.kind = HistoryLine::Kind::Now,
            .text = anyUndone ? HistoryModel::tr("You are here; what is above was taken back")
                              : HistoryModel::tr("You are here")};
}

} // namespace

Result<QList<HistoryLine>> stepRows(const Library &library)
{
    const auto steps = library.store().undo.history();
    if (!steps)
        return steps.error();
    QList<HistoryLine> rows;
    std::optional<int> day;
    bool passedNow = steps->isEmpty();
    for (const HistoryStep &step : *steps) {
        if (!passedNow && !step.undone) {
            rows.append(nowRow(!rows.isEmpty()));
            passedNow = true;
        }
        if (const int its = stepDay(step, library); day != its) {
            day = its;
            rows.append(dayRow(its, library.today()));
        }
        rows.append(rowOf(step, library));
    }
    if (!passedNow)
        rows.append(nowRow(true));
    return rows;
}

Result<QList<HistoryLine>> deletedRows(const Library &library)
{
    const auto questions = library.store().questions.deleted();
    if (!questions)
        return questions.error();
    QList<HistoryLine> rows;
    for (const DeletedQuestion &question : *questions) {
        const QString title = plainTitle(question.title);
        rows.append(
            {.text = title, .note = topicName(question.topic), .full = title, .id = question.id.value});
    }
    return rows;
}

void HistoryModel::setRows(const QList<HistoryLine> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const HistoryLine *HistoryModel::at(const QModelIndex &index) const
{
    return index.isValid() && isStep(index.row()) ? &m_rows.at(index.row()) : nullptr;
}

int HistoryModel::rowOf(qint64 id) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (isStep(row) && m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

int HistoryModel::firstDone() const
{
    int first = -1;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (!isStep(row))
            continue;
        if (!m_rows.at(row).undone)
            return row;
        if (first < 0)
            first = row;
    }
    return first;
}

// What lies between the chosen one and the present.
bool HistoryModel::isMeant(int row, int chosen) const
{
    if (chosen < 0 || !isStep(row) || !isStep(chosen) || m_rows.at(row).undone != m_rows.at(chosen).undone)
        return false;
    return m_rows.at(chosen).undone ? row >= chosen : row <= chosen;
}

int HistoryModel::meant(int chosen) const
{
    int count = 0;
    for (int row = 0; row < int(m_rows.size()); ++row)
        count += isMeant(row, chosen);
    return count;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HistoryLine &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.text;
    if (role == Qt::ToolTipRole && !row.full.isEmpty())
        return row.full;
    if (role == Qt::AccessibleTextRole) {
        QStringList parts = {row.time, row.text, row.note};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    return {};
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return isStep(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                               : Qt::ItemNeverHasChildren;
}

} // namespace flaskcards
