// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSpacerItem;
class QVBoxLayout;

namespace flaskcards {

class Theme;

// Widgets one below the other, as high as their content at the width there is; gaps follow the text size.
class Column : public QWidget
{
    Q_OBJECT

public:
    explicit Column(const Theme &theme, QWidget *parent = nullptr);

    // The gap above it in design pixels; the column owns the widget.
    void add(QWidget *widget, int gap = 0);
    void addBehind(QWidget *before, QWidget *widget, int gap = 0);
    void remove(QWidget *widget); // deletes it, with the gap above it

private:
    void followTheme();
    void insert(int at, QWidget *widget, int gap);

    struct Gap {
        QSpacerItem *item;
        int designPx;
    };
    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<Gap> m_gaps; // the items belong to the layout
};

} // namespace flaskcards
