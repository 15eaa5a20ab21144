// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace flaskcards {

class Theme;

// The names of a card's sections beside it; the one in view is marked, a click goes there.
class SectionList : public QWidget
{
    Q_OBJECT

public:
    explicit SectionList(const Theme &theme, QWidget *parent = nullptr);

    void setNames(const QStringList &names);
    void setCurrent(int index);
    QSize sizeHint() const override;

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    int rowHeight() const;

    const Theme &m_theme;
    QStringList m_names;
    int m_current = 0;
};

} // namespace flaskcards
