// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace flaskcards {

class Theme;

// The rows of Browse. Keys that lead out of it are told upward; the row under the pointer is known to the
// delegate.
class QuestionTable : public QTableView
{
    Q_OBJECT

public:
    explicit QuestionTable(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    int hoveredRow() const { return m_hoveredRow; } // -1: none
    // The current row when it has to be shown as focused by a key, else -1.
    int focusedRow() const;

signals:
    void leftAtTop();              // Up in the first row
    void searchWanted();           // slash
    void pageWanted(bool forward); // Space, Shift+Space: the card beside

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void followTheme();
    void hover(int row);
    void updateRow(int row);

    const Theme &m_theme;
    int m_hoveredRow = -1;
};

} // namespace flaskcards
