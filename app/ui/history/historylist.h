// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace flaskcards {

class HistoryModel;
class Theme;

// The lines of the history; arrow keys go from step to step. What lies between the chosen step and the
// present, and so is meant with it, stands on a shaded ground.
class HistoryList : public QListView
{
    Q_OBJECT

public:
    HistoryList(const Theme &theme, HistoryModel &model, QWidget *parent);

    // -1: none
    void choose(int row);

signals:
    void chosen();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void followTheme();
    QModelIndex stepFrom(int row, int direction) const;

    const Theme &m_theme;
};

} // namespace flaskcards
