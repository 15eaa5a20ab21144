// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/icons.h"

#include <QWidget>

class QVBoxLayout;

namespace flaskcards {

class Label;
class SidebarItem;
class Theme;

// The pages of the program at the left: 176 wide with words, or a rail of 56 with icons and tool tips.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    // `title` stands over the items; not in the rail.
    Sidebar(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    // Items are numbered from 0 in the order of adding; the key is a picture for the tool tip.
    int addItem(Icon icon, const QString &text, const QString &key);
    // Below the gap. `showsKey` puts the key where others have their count.
    int addBottomItem(Icon icon, const QString &text, const QString &key, bool showsKey = false);

    void setCount(int item, int count); // 0 shows nothing
    void setCurrent(int item);          // -1: none
    int current() const { return m_current; }
    void setRail(bool rail);
    bool isRail() const { return m_rail; }

    QSize sizeHint() const override;

signals:
    void activated(int item);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int add(Icon icon, const QString &text, const QString &key, bool showsKey, int row);
    void followTheme();

    const Theme &m_theme;
    Label *m_title;
    QVBoxLayout *m_column;
    QList<SidebarItem *> m_items;
    int m_topItems = 0;
    int m_current = -1;
    bool m_rail = false;
};

} // namespace flaskcards
