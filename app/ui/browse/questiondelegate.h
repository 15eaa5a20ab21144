// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace flaskcards {

class Theme;

// Paints the rows of a QuestionTable: flag, title with its hits marked, small print behind it, topic, recall.
class QuestionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    QuestionDelegate(const Theme &theme, QObject *parent);

    void setWords(const QStringList &words) { m_words = words; } // to be marked

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // Tool tips with a cell's own text appear only where it does not fit.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintMarked(QPainter *painter, const QRectF &box, const QString &text, const QColor &ink) const;
    QRect textBox(const QRect &cell, int column) const;
    QFont fontOf(const QModelIndex &index) const;
    int noteWidth(const QString &note) const;
    int titleWidth(const QRect &box, const QString &note) const;

    const Theme &m_theme;
    QStringList m_words;
};

} // namespace flaskcards
