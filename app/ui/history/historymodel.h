// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QAbstractListModel>

namespace flaskcards {

// A line of the history.
struct HistoryRow {
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
Result<QList<HistoryRow>> stepRows(const Library &library);
// The person's own questions that were deleted.
Result<QList<HistoryRow>> deletedRows(const Library &library);

class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<HistoryRow> &rows);
    const HistoryRow *at(const QModelIndex &index) const; // null: no step or question
    const HistoryRow &row(int row) const { return m_rows.at(row); }
    int rowOf(qint64 id) const; // -1: none
    int firstDone() const;      // the newest that was not taken back, else the first of all; -1: none
    // Whether choosing `chosen` means this row too, and how many it means.
    bool isMeant(int row, int chosen) const;
    int meant(int chosen) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    bool isStep(int row) const { return m_rows.at(row).kind == HistoryRow::Kind::Step; }

    QList<HistoryRow> m_rows;
};

} // namespace flaskcards
