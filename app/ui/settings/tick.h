// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace flaskcards {

class Theme;

// A check box whose words wrap where there is little room.
class Tick : public QCheckBox
{
    Q_OBJECT

public:
    Tick(const Theme &theme, const QString &text, QWidget *parent);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent *event) override;

private:
    int textLeft() const;

    const Theme &m_theme;
};

} // namespace flaskcards
