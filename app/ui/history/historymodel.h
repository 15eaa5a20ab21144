// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QAbstractListModel>

namespace flaskcards {

// A line of the history.
struct HistoryLine {
    enum class Kind { Step, Day, Now };

    Kind kind = Kind::Step;
    QString text = {};
    QString time = {}; // of a step
    QString note = {}; // small, at the right
    QString full = {}; // the words with day and time
    qint64 id = 0;     // of the step or the question
    bool undone = false;
};

// The steps, newest first, under their days, with the present between what was taken back and what was not.
Result<QList<HistoryLine>> stepRows(const Library &library);
// The person's own questions that were deleted.
Result<QList<HistoryLine>> deletedRows(const Library &library);

class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<HistoryLine> &rows);
    const HistoryLine *at(const QModelIndex &index) const; // null: no step or question
    const HistoryLine &row(int row) const { return m_rows.at(row); }
    int rowOf(qint64 id) const; // -1: none
    int firstDone() const;      // the newest that was not taken back, else the first of all; -1: none
    // Whether choosing `chosen` means this row too, and how many it means.
    bool isMeant(int row, int chosen) const;
    int meant(int chosen) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    bool isStep(int row) const { return m_rows.at(row).kind == HistoryLine::Kind::Step; }

    QList<HistoryLine> m_rows;
};

} // namespace flaskcards
