// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace flaskcards {

class Theme;

// The names of the pages below each other; arrow keys go from one to the next.
class PageList : public QListWidget
{
    Q_OBJECT

public:
    PageList(const Theme &theme, const QString &name, QWidget *parent);

    void addPage(const QString &name);

private:
    void followTheme();

    const Theme &m_theme;
};

} // namespace flaskcards
