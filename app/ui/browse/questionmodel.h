// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/catalogue.h"

#include <QAbstractTableModel>

namespace flaskcards {

// What the person made of a question; empty: nothing.
QString originWord(Origin origin);         // "own", "edited"
QString tagWords(const QStringList &tags); // "#exam #hard"

// The result of a search as a table, in the order of the search or sorted by a column.
class QuestionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FlagColumn, QuestionColumn, TopicColumn, RecallColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, // as texts are compared or numbers ordered
        FlagRole,                // int, 0 none
        NoteRole,                // small print behind the title: "in the answer", "suspended"
    };

    // Library and catalogue must outlive the model.
    QuestionModel(const Library &library, const Catalogue &catalogue, QObject *parent = nullptr);

    // `words` are those that were looked for; they tell where a hit lies.
    void setResult(const QList<QuestionFacts> &found, const QStringList &words);

    const QList<QuestionFacts> &questions() const { return m_rows; }
    const QuestionFacts &question(int row) const { return m_rows.at(row); }
    int rowOf(QuestionId id) const; // -1: not in the result
    QString plainTitle(const QuestionFacts &question) const;
    bool isSorted() const { return m_sortColumn >= 0; }
    int sortColumn() const { return m_sortColumn; } // -1: best match first

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QString text(const QuestionFacts &question, int column) const;
    QString spoken(const QuestionFacts &question, int column) const;
    QVariant toolTip(const QuestionFacts &question, int column) const;
    QVariant sortKey(const QuestionFacts &question, int column) const;
    QString note(const QuestionFacts &question) const;
    QString hitPlace(const QuestionFacts &question) const;
    QList<QuestionFacts> inOrder() const;
    bool hasSameRows(const QList<QuestionFacts> &rows) const;

    const Library &m_library;
    const Catalogue &m_catalogue;
    QList<QuestionFacts> m_found; // as the search gave them
    QList<QuestionFacts> m_rows;  // as they are shown
    QStringList m_words;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    mutable QHash<QString, QString> m_plainTitles;  // by Markdown
    mutable QHash<QuestionId, QString> m_hitPlaces; // of these words
};

} // namespace flaskcards
