// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QDateEdit;
class QFormLayout;
class QListWidget;
class QVBoxLayout;

namespace flaskcards {

class Button;
class Label;
class Theme;

// Days off, days in a row as one line, with a way to add and to remove them.
class DaysOffList : public QWidget
{
    Q_OBJECT

public:
    DaysOffList(const Theme &theme, int today, QWidget *parent);

    void setDays(const QList<int> &days);
    // Ascending; past ones that are not shown included.
    const QList<int> &days() const { return m_days; }

    bool eventFilter(QObject *watched, QEvent *event) override; // Delete removes the row

private:
    void add();
    void remove();
    void showDays();
    void showButtons();
    void followTheme();
    void addFields(QVBoxLayout *rows);

    const Theme &m_theme;
    const int m_today;
    QList<int> m_days;
    QFormLayout *m_form = nullptr;
    QDateEdit *m_first;
    QDateEdit *m_last;
    Button *m_add;
    QListWidget *m_list;
    Button *m_remove;
    Label *m_empty;
    Label *m_problem;
};

} // namespace flaskcards
